/** Kinds checkpoint-mim, checkpoint-legacy, checkpoint-vqkd, checkpoint-mixed: files of torch.save. */
import { join } from 'node:path';

import { allFromRaw, fromRaw, type Tensor } from '@beit2/torch';
import { expect } from 'vitest';

import { type Checkpoint, readCheckpoint } from '#beit2/formats/checkpoint.js';
import { describeStateDict } from '#beit2/model/weights/detect.js';
import { toOfficialKeys } from '#beit2/model/weights/key-maps.js';
import { MaskedImageModel } from '#beit2/model/masked-image-model.js';
import { VQKD } from '#beit2/tokenizer/vqkd.js';

import type { GoldenCase } from '../case.js';
import { mimConfig, type MimSizes, vqkdConfig, type VqkdSizes } from './configs.js';

/** What a key's tensor must be; the sums are of its values as float64. */
interface StoredKey {
  shape: number[];
  dtype: string;
  sum?: number;
  abs_sum?: number;
}

/** The checkpoint beside the case, after a check of its entries and of every key; `dropped_keys` are in the file too. */
function checkpointOf(golden: GoldenCase): Checkpoint {
  const checkpoint = readCheckpoint(join(golden.folder, golden.json.file as string));
  const keys = golden.json.keys as Record<string, StoredKey>;
  const dropped = (golden.json.dropped_keys ?? []) as string[];
  expect([...checkpoint.tensors.keys()].sort()).toEqual([...Object.keys(keys), ...dropped].sort());
  for (const [key, { shape, dtype, sum, abs_sum }] of Object.entries(keys)) {
    const stored = checkpoint.tensors.get(key);
    expect({ shape: stored?.shape, dtype: stored?.dtype }, key).toEqual({ shape, dtype });
    if (!stored || sum === undefined || abs_sum === undefined) continue;
    const values = fromRaw(stored).double();
    // The order of a sum changes it by rounding alone.
    const rounding = 1e-12 * (1 + abs_sum);
    expect(Math.abs(values.sum().item() - sum), `sum of ${key}`).toBeLessThanOrEqual(rounding);
    expect(Math.abs(values.abs().sum().item() - abs_sum), `sum of |${key}|`).toBeLessThanOrEqual(rounding);
  }
  const { entries } = golden.json;
  if (entries) {
    expect([checkpoint.entry, ...Object.keys(checkpoint.meta)].sort()).toEqual(
      [...(entries as string[])].sort(),
    );
  }
  return checkpoint;
}

export function checkpointPretrained(golden: GoldenCase): void {
  const { tensors } = checkpointOf(golden);
  const model = new MaskedImageModel(mimConfig(golden.config as MimSizes));
  model.loadStateDict(allFromRaw(tensors));
  const mask = golden.tensor('in.mask').flatten(1).bool();
  const { logits, aggregationLogits } = model.forward(golden.tensor('in.images'), mask);
  golden.expectClose('out.logits', logits);
  if (!aggregationLogits) throw new Error('the model has no aggregation branch');
  golden.expectClose('out.logits_cls', aggregationLogits);
}

export function checkpointVqkd(golden: GoldenCase): void {
  const { tensors } = checkpointOf(golden);
  const { tensors: kept, notes } = toOfficialKeys(tensors, describeStateDict(tensors));
  const dropped = notes.filter(({ fate }) => fate === 'dropped').map(({ key }) => key);
  expect(dropped.sort()).toEqual([...(golden.json.dropped_keys as string[])].sort());
  const model = new VQKD(vqkdConfig(golden.config as VqkdSizes));
  model.loadStateDict(allFromRaw(kept));
  const images = golden.tensor('in.images');
  golden.expectClose('out.tokens', model.tokens(images));
  const toMap = (z: Tensor): Tensor => z.transpose(1, 2).unflatten(2, [model.grid, model.grid]);
  golden.expectClose('out.z', toMap(model.encode(images)));
}

/** Every value exactly: floats as float32, integers as int64, bool as uint8. */
export function checkpointMixed(golden: GoldenCase): void {
  const { tensors } = checkpointOf(golden);
  for (const [key, tensor] of tensors) {
    const want = golden.tensor(`out.${key}`);
    const got = fromRaw(tensor).to({ dtype: want.dtype });
    expect({ shape: got.shape, values: got.tolist() }, key).toEqual({
      shape: want.shape,
      values: want.tolist(),
    });
  }
}
