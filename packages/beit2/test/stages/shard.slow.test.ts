/** Stages whose optimizer's state is divided among ranks: what they are without, to the bit, and checkpoints for any number of ranks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage } from '#beit2/config/schema.js';
import { makePictures } from './tiny.js';
import { type Outcome, trainRanks } from './train-ranks.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-shard-'));
const pictures = join(folder, 'pictures');
beforeAll(() => makePictures(pictures));
afterAll(() => rmSync(folder, { recursive: true }));

const common = ['duration.steps=6', 'batchSize=12', 'model.dropPath=0', 'optimizer.clipGrad=0.1'];
const kinds: Record<string, { stage: Stage; overrides: string[] }> = {
  pretraining: { stage: 'pretrain', overrides: ['target={ kind: pixels, normalize: true }'] },
  'fine-tuning, in two parts a batch': {
    stage: 'finetune',
    overrides: [
      'mixing.probability=0',
      'data.randomErasing=null',
      'emaDecay=0.9',
      'evaluate.every.steps=3',
      'optimizer.accumulate=2',
    ],
  },
};
const losses = ({ metrics }: Outcome) =>
  metrics.flatMap(({ loss, gradNorm }) => (loss === undefined ? [] : [[loss, gradNorm]]));
const sharded = 'optimizer.shard=true';

test.each(Object.entries(kinds))(
  '%s with a divided state: losses, weights and checkpoint of the whole state, to the bit',
  async (_, { stage, overrides }) => {
    const all = [...common, ...overrides];
    const whole = await trainRanks(stage, pictures, all, [{ ranks: 2, until: 0 }]);
    const divided = await trainRanks(
      stage,
      pictures,
      [...all, sharded],
      [
        { ranks: 2, until: 4 },
        { ranks: 2, until: 0 },
      ],
    );
    expect(losses(divided)).toEqual(losses(whole));
    expect(divided.model).toEqual(whole.model);
    expect(divided.optimizer).toEqual(whole.optimizer);
  },
);

test('stopped on three ranks, it goes on with two, and with one that keeps the whole state', async () => {
  const overrides = [...common, 'target={ kind: pixels, normalize: true }'];
  const alone = await trainRanks('pretrain', pictures, overrides, [{ ranks: 1, until: 0 }]);
  const moved = await trainRanks('pretrain', pictures, overrides, [
    { ranks: 3, until: 2, overrides: [sharded] },
    { ranks: 2, until: 4, overrides: [sharded] },
    { ranks: 1, until: 0 },
  ]);
  expect(losses(moved)).toHaveLength(6);
  for (const [i, [loss]] of losses(moved).entries())
    expect(loss).toBeCloseTo(Number(losses(alone)[i]?.[0]), 5);
  expect([...moved.optimizer.keys()]).toEqual([...alone.optimizer.keys()]);
});
