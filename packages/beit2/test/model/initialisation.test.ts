/** How parameters start, against the reference's distributions: standard deviation and bounds at two sizes. */
import { readFileSync } from 'node:fs';
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import { expect, test } from 'vitest';
import { MaskedImageModel } from '#beit2/model/masked-image-model.js';
import { VisionTransformer } from '#beit2/model/vision-transformer.js';
import { VQKD } from '#beit2/tokenizer/vqkd.js';

const sizes = [
  { dim: 96, depth: 4, heads: 4, codes: 128, imageSize: 28, patchSize: 4 },
  { dim: 192, depth: 6, heads: 3, codes: 512, imageSize: 32, patchSize: 4 },
];

/** Layer, counted from 1, of a parameter such as cls_pt_layers.0.mlp.fc2.weight. @param offset the layers before that list */
const layerOf = (name: string, offset: number) => offset + Number(/\.(\d+)\./.exec(name)?.[1] ?? 0) + 1;

/** Expected standard deviation and largest absolute value of a parameter, as in the reference. */
function expected(
  name: string,
  shape: readonly number[],
  earlyLayer: number,
  layerScale: number,
): [number, number] {
  if (/gamma/.test(name)) return [0, layerScale];
  if (/norm\d?\.weight/.test(name)) return [0, 1];
  if (/norm\d?\.bias|q_bias|v_bias|bias_table/.test(name)) return [0, 0];
  const inBranch = name.startsWith('cls_pt_layers');
  const isScaled = /attn\.proj\.weight|mlp\.fc2\.weight/.test(name);
  const scale = isScaled ? 1 / Math.sqrt(2 * layerOf(name, inBranch ? earlyLayer : 0)) : 1;
  if (!inBranch)
    return name.endsWith('bias')
      ? [0, 0]
      : [0.02 * 0.5396 * scale, 0.02 * scale]; /* normal, cut at one standard deviation */
  const fanIn = name.endsWith('weight') ? (shape[1] ?? 1) : NaN; // of a bias: told by its layer, below
  const bound = 1 / Math.sqrt(fanIn);
  return [(bound / Math.sqrt(3)) * scale, bound * scale];
}

test.each(sizes)('every parameter of a masked image model starts as in the reference: %o', (size) => {
  torch.manualSeed(7);
  const aggregation = { earlyLayer: size.depth - 1, layers: 2 };
  const model = new MaskedImageModel({ ...size, layerScale: 0.1, aggregation });
  for (const [name, parameter] of model.namedParameters()) {
    const values = parameter.detach().flatten();
    const [std, most] = expected(name, parameter.shape, aggregation.earlyLayer, 0.1);
    const found = values.numel() > 1 ? values.std().item() : 0;
    const largest = values.abs().max().item();
    if (Number.isNaN(std)) {
      // A bias of the branch's linear layers: uniform on ±1/√(inputs), not zero.
      const inputs = name.includes('fc2') ? 4 * size.dim : size.dim;
      expect(largest, name).toBeGreaterThan(0.5 / Math.sqrt(inputs));
      expect(largest, name).toBeLessThanOrEqual(1 / Math.sqrt(inputs));
      continue;
    }
    // Six standard errors of a standard deviation from that many numbers.
    expect(Math.abs(found - std), name).toBeLessThanOrEqual((6 * std) / Math.sqrt(2 * values.numel()) + 1e-7);
    expect(largest, name).toBeLessThanOrEqual(most * (1 + 1e-6) + 1e-9);
  }
});

/** Standard deviation, and between which numbers the largest absolute value lies. */
type Start = [std: number, atLeast: number, atMost: number];

interface StartCase {
  size: Record<
    | 'imageSize'
    | 'patchSize'
    | 'dim'
    | 'depth'
    | 'heads'
    | 'decoderDepth'
    | 'codes'
    | 'codeDim'
    | 'teacherDim'
    | 'classes',
    number
  >;
  vqkd: Record<string, Start>;
  classifier: Record<string, Start>;
}

// Written by test/fixtures/scripts/make-initialisation.py.
const cases = JSON.parse(
  readFileSync(new URL('../fixtures/initialisation/start.json', import.meta.url), 'utf8'),
) as StartCase[];

/** Holds every tensor to its figures, and the names to those of the figures. */
function checkStart(tensors: ReadonlyMap<string, Tensor>, figures: Record<string, Start>): void {
  const floats = [...tensors].filter(([name]) => !name.endsWith('relative_position_index'));
  expect(floats.map(([name]) => name).sort()).toEqual(Object.keys(figures).sort());
  for (const [name, tensor] of floats) {
    const [std, atLeast, atMost] = figures[name] ?? [NaN, NaN, NaN];
    const values = tensor.detach().flatten();
    const n = values.numel();
    const largest = values.abs().max().item();
    // Six standard errors of a standard deviation from that many numbers.
    const found = n > 1 ? values.std().item() : 0;
    expect(Math.abs(found - std), name).toBeLessThanOrEqual((6 * std) / Math.sqrt(2 * n) + 1e-7);
    expect(largest, name).toBeGreaterThanOrEqual(atLeast * (1 - 1e-5));
    expect(largest, name).toBeLessThanOrEqual(atMost * (1 + 1e-5));
  }
}

test.each(cases)('every tensor of a VQ-KD starts as in the reference: $size', ({ size, vqkd }) => {
  torch.manualSeed(11);
  const { imageSize, patchSize, dim, depth, heads, codes, codeDim, decoderDepth, teacherDim } = size;
  const encoder = { imageSize, patchSize, dim, depth, heads };
  const model = new VQKD({ encoder, quantizer: { codes, codeDim }, decoderDepth, teacherDim });
  checkStart(model.stateDict(), vqkd);
});

test.each(cases)('every tensor of a classifier starts as in the reference: $size', ({ size, classifier }) => {
  torch.manualSeed(13);
  const { imageSize, patchSize, dim, depth, heads, classes } = size;
  const sizes = { imageSize, patchSize, dim, depth, heads, classes };
  const model = new VisionTransformer({
    ...sizes,
    position: 'per-block',
    layerScale: 0.1,
    headInitScale: 0.001,
  });
  checkStart(model.stateDict(), classifier);
});
