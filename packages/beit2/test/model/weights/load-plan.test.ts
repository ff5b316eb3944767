/** Protects: a load keeps, resizes and drops what it should, says so of every key, and lists all that does not fit. */
import { UserError } from '#beit2/errors.js';
import { fromFloat32 } from '#beit2/formats/float-values.js';
import type { StateDict } from '#beit2/model/weights/key-maps.js';
import { planLoad } from '#beit2/model/weights/load-plan.js';
import { resizePositions, resizeTable, tableRows } from '#beit2/model/resize-positions.js';
import type { DType } from '@beit2/torch';
import { expect, test } from 'vitest';
import { elementCount } from '@beit2/torch/safetensors';

type Shapes = Record<string, number[]>;

const valuesOf = (shape: number[]): Float32Array =>
  Float32Array.from({ length: elementCount(shape) }, (_, i) => Math.sin(1 + i));

function source(shapes: Shapes, dtype: DType = 'float32'): StateDict {
  return new Map(
    Object.entries(shapes).map(([key, shape]) => [
      key,
      { dtype, shape, read: () => ({ dtype, shape, data: fromFloat32(valuesOf(shape), dtype) }) },
    ]),
  );
}

const wanted = (shapes: Shapes): Map<string, { shape: number[] }> =>
  new Map(Object.entries(shapes).map(([key, shape]) => [key, { shape }]));

test('from pretraining to a classifier of another size: tables and positions resized, the head fresh', () => {
  const table = [tableRows([4, 4]), 2];
  const larger = [tableRows([6, 6]), 2];
  const plan = planLoad(
    'file.pth',
    source({
      cls_token: [1, 1, 8],
      mask_token: [1, 1, 8],
      pos_embed: [1, 17, 8],
      'rel_pos_bias.relative_position_bias_table': table,
      'rel_pos_bias.relative_position_index': [17, 17],
      'norm.weight': [8],
      'lm_head.weight': [32, 8],
      'cls_pt_layers.0.gamma_1': [8],
      'head.weight': [10, 8],
    }),
    wanted({
      cls_token: [1, 1, 8],
      pos_embed: [1, 37, 8],
      'blocks.0.attn.relative_position_bias_table': larger,
      'blocks.1.attn.relative_position_bias_table': larger,
      'blocks.0.attn.relative_position_index': [37, 37],
      'fc_norm.weight': [8],
      'head.weight': [5, 8],
    }),
    { fresh: [/^head\./, /^fc_norm\./] },
  );
  expect(plan.fresh).toEqual(['blocks.0.attn.relative_position_index', 'fc_norm.weight', 'head.weight']);
  const fates = plan.notes.map(({ key, fate, why }) => [key, fate, why].join(' | '));
  expect(fates.sort()).toEqual(
    [
      'cls_token | kept | ',
      'mask_token | dropped | used in pretraining only',
      'pos_embed | interpolated | 4 × 4 → 6 × 6 patches, bicubic',
      'rel_pos_bias.relative_position_bias_table | expanded | each block has its own table',
      'blocks.0.attn.relative_position_bias_table | interpolated | 4 × 4 → 6 × 6 patches, geometric',
      'blocks.1.attn.relative_position_bias_table | interpolated | 4 × 4 → 6 × 6 patches, geometric',
      'rel_pos_bias.relative_position_index | dropped | computed from the grid size',
      'norm.weight | dropped | this model has no norm at the end of the sequence',
      'lm_head.weight | dropped | used in pretraining only',
      'cls_pt_layers.0.gamma_1 | dropped | used in pretraining only',
      'head.weight | dropped | it has shape [10, 8], the model [5, 8]',
    ].sort(),
  );
  const positions = plan.tensors.get('pos_embed')?.read();
  expect(positions?.shape).toEqual([1, 37, 8]);
  expect(positions?.data).toEqual(
    fromFloat32(resizePositions(valuesOf([17, 8]), 8, [4, 4], [6, 6]), 'float32'),
  );
  for (const block of [0, 1]) {
    const resized = plan.tensors.get(`blocks.${block}.attn.relative_position_bias_table`)?.read();
    expect(resized?.data).toEqual(fromFloat32(resizeTable(valuesOf(table), 2, [4, 4], [6, 6]), 'float32'));
  }
});

test('half tables stay half', () => {
  const key = 'rel_pos_bias.relative_position_bias_table';
  const plan = planLoad(
    'f',
    source({ [key]: [tableRows([4, 4]), 2] }, 'float16'),
    wanted({ [key]: [tableRows([5, 5]), 2] }),
  );
  expect(plan.tensors.get(key)?.read()).toMatchObject({ dtype: 'float16', shape: [84, 2] });
  expect(plan.tensors.get(key)?.read().data.length).toBe(84 * 2 * 2);
});

test('grids that are not square must be told', () => {
  const key = 'pos_embed';
  const tensors = source({ [key]: [1, 7, 4] });
  const shapes = wanted({ [key]: [1, 13, 4] });
  expect(() => planLoad('f', tensors, shapes)).toThrow(
    'mismatched pos_embed (file float32 [1, 7, 4], model [1, 13, 4])',
  );
  const plan = planLoad('f', tensors, shapes, { fromGrid: [2, 3], toGrid: [3, 4] });
  expect(plan.notes).toEqual([{ key, fate: 'interpolated', why: '2 × 3 → 3 × 4 patches, bicubic' }]);
});

test('one error lists all that is missing, unexpected and mismatched', () => {
  const read = (): unknown =>
    planLoad(
      'file.pth',
      source({ a: [2], 'b.weight': [3, 4], 'c\u001b[31m': [1] }),
      wanted({ a: [2], 'b.weight': [3, 5], d: [1], e: [1] }),
    );
  expect(read).toThrow(
    new UserError(
      'file.pth does not fit the model: missing d, e; unexpected c\\u{1b}[31m; mismatched b.weight (file float32 [3, 4], model [3, 5]).',
    ),
  );
});

test('long lists are cut', () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`k${i}`, [1]]));
  expect(() => planLoad('f', new Map(), wanted(many))).toThrow(
    'missing k0, k1, k2, k3, k4, k5, k6, k7, k8, k9 and 2 more.',
  );
});
