/** Whole stages over two ranks: the losses, codebook and weights of one process, and one run folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stage } from '#beit2/config/schema.js';
import { makePictures, tinyRecipe, train as trainHere } from './tiny.js';
import { type Outcome, trainRanks } from './train-ranks.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-stage-ranks-'));
const pictures = join(folder, 'pictures');
const teacher = join(folder, 'teacher');
beforeAll(async () => {
  await makePictures(pictures);
  const overrides = [
    `data.train=${pictures}`,
    'target={ kind: pixels, normalize: true }',
    'duration.steps=2',
  ];
  await trainHere(tinyRecipe('pretrain', 'pretrain', overrides), teacher);
});
afterAll(() => rmSync(folder, { recursive: true }));

function train(stage: Stage, ranks: number, overrides: readonly string[], stopAfter = 0): Promise<Outcome> {
  const stop = stopAfter > 0 ? [{ ranks, until: stopAfter }] : [];
  return trainRanks(stage, pictures, overrides, [...stop, { ranks, until: 0 }]);
}

function expectSame(one: Outcome, two: Outcome): void {
  const steps = (outcome: Outcome) => outcome.metrics.filter(({ loss }) => loss !== undefined);
  expect(steps(one).length).toBe(6);
  for (const [i, want] of steps(one).entries()) {
    for (const name of ['loss', 'gradNorm', 'reconstructionLoss', 'mainLoss', 'aggregationLoss']) {
      if (typeof want[name] !== 'number') continue;
      expect(steps(two)[i]?.[name], `${name} of step ${i + 1}`).toBeCloseTo(want[name], 4);
    }
  }
  for (const name of ['codeUse', 'perplexity', 'constantLoss', 'valReconstructionLoss', 'valLoss']) {
    const value = (outcome: Outcome) => outcome.metrics.findLast((line) => name in line)?.[name];
    const want = value(one);
    if (typeof want === 'number') expect(value(two), name).toBeCloseTo(want, 3);
  }
  expect([...two.model.keys()]).toEqual([...one.model.keys()]);
  for (const [name, values] of one.model) {
    const other = two.model.get(name) ?? [];
    const difference = values.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (other[i] ?? NaN))),
      0,
    );
    expect(difference, name).toBeLessThan(2e-3); // AdamW turns rounding of tiny gradients into whole steps
  }
}

describe.each([1, 2])('two ranks, batches in %i parts', (accumulate) => {
  const length = ['duration.steps=6', `optimizer.accumulate=${accumulate}`, 'model.dropPath=0'];

  test('a tokenizer becomes that of one process', async () => {
    const overrides = [
      ...length,
      `teacher={ kind: beit2, path: ${teacher}, imageSize: 16 }`,
      'quantizer.kmeans=true',
    ];
    expectSame(await train('tokenizer', 1, overrides), await train('tokenizer', 2, overrides));
  });

  test('a pretrained model becomes that of one process', async () => {
    const overrides = [...length, 'target={ kind: pixels, normalize: true }'];
    expectSame(await train('pretrain', 1, overrides), await train('pretrain', 2, overrides));
  });

  test('a fine-tuned model becomes that of one process', async () => {
    // What is drawn for a rank, or from its generator, depends on how the batch is split.
    const overrides = [
      ...length,
      'mixing.probability=0',
      'data.randomErasing=null',
      'emaDecay=0.9',
      'evaluate.every.steps=3',
    ];
    expectSame(await train('finetune', 1, overrides), await train('finetune', 2, overrides));
  });
});

test('two ranks stopped in the middle of an epoch count the codes of all of it', async () => {
  const overrides = [
    'duration.steps=6',
    `teacher={ kind: beit2, path: ${teacher}, imageSize: 16 }`,
    'quantizer.revive={ after: 4, below: 0.5 }',
  ];
  const whole = await train('tokenizer', 2, overrides);
  const resumed = await train('tokenizer', 2, overrides, 4); // of three steps an epoch
  const epochs = ({ metrics }: Outcome) =>
    metrics.filter(({ codeUse }) => codeUse !== undefined).map((line) => ({ ...line, dataWait: 0 }));
  expect(epochs(whole)).toHaveLength(2);
  expect(epochs(resumed)).toEqual(epochs(whole));
  expect([...resumed.model]).toEqual([...whole.model]);
});
