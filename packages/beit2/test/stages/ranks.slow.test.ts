/** Whole stages over two ranks: the losses, codebook and weights of one process, and one run folder. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distributed } from '@beit2/torch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recipeToYaml } from '#beit2/config/recipe.js';
import type { Stage } from '#beit2/config/schema.js';
import { findCheckpoint } from '#beit2/train/run/checkpoint.js';
import { openSafetensors } from '#beit2/formats/safetensors.js';
import { toTorch } from '#beit2/formats/tensors.js';
import { makePictures, tinyRecipe, train as trainHere } from './tiny.js';

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

type Metrics = Record<string, number | string>;
interface Outcome {
  metrics: Metrics[];
  weights: Map<string, number[]>;
}

async function train(
  stage: Stage,
  name: string,
  ranks: number,
  overrides: string[],
  stopAfter = 0,
): Promise<Outcome> {
  const run = mkdtempSync(join(folder, `${name}-${ranks}-`));
  const recipe = tinyRecipe(stage, name, [
    `data.train=${pictures}`,
    `data.val=${pictures}`,
    'precision=float32',
    ...overrides,
  ]);
  const file = `${run}.yaml`;
  writeFileSync(file, recipeToYaml(recipe));
  const launch = (stop: number) =>
    distributed.launch(join(import.meta.dirname, 'ranks-worker.mjs'), ranks, {
      args: [file, run, String(stop)],
    });
  if (stopAfter > 0) await launch(stopAfter);
  await launch(0);
  const lines = readFileSync(join(run, 'metrics.jsonl'), 'utf8').trim().split('\n');
  const { path } = findCheckpoint(run, () => undefined);
  const { tensors } = openSafetensors(join(path, 'model.safetensors'));
  const weights = [...tensors].map(([key, tensor]): [string, number[]] => [
    key,
    Array.from(toTorch(tensor.read()).float().flatten().toTypedArray(), Number),
  ]);
  return { metrics: lines.map((line) => JSON.parse(line) as Metrics), weights: new Map(weights) };
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
  expect([...two.weights.keys()]).toEqual([...one.weights.keys()]);
  for (const [name, values] of one.weights) {
    const other = two.weights.get(name) ?? [];
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
    expectSame(
      await train('tokenizer', 'tokenizer', 1, overrides),
      await train('tokenizer', 'tokenizer', 2, overrides),
    );
  });

  test('a pretrained model becomes that of one process', async () => {
    const overrides = [...length, 'target={ kind: pixels, normalize: true }'];
    expectSame(
      await train('pretrain', 'pretrain', 1, overrides),
      await train('pretrain', 'pretrain', 2, overrides),
    );
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
    expectSame(
      await train('finetune', 'finetune', 1, overrides),
      await train('finetune', 'finetune', 2, overrides),
    );
  });
});

test('two ranks stopped in the middle of an epoch count the codes of all of it', async () => {
  const overrides = [
    'duration.steps=6',
    `teacher={ kind: beit2, path: ${teacher}, imageSize: 16 }`,
    'quantizer.revive={ after: 4, below: 0.5 }',
  ];
  const whole = await train('tokenizer', 'tokenizer', 2, overrides);
  const resumed = await train('tokenizer', 'tokenizer', 2, overrides, 4); // of three steps an epoch
  const epochs = ({ metrics }: Outcome) =>
    metrics.filter(({ codeUse }) => codeUse !== undefined).map((line) => ({ ...line, dataWait: 0 }));
  expect(epochs(whole)).toHaveLength(2);
  expect(epochs(resumed)).toEqual(epochs(whole));
  expect([...resumed.weights]).toEqual([...whole.weights]);
});
