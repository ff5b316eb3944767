/** Protects: a resumed run is known by what its paths hold, not by their names, and changes only what is asked for. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stage, StageRecipes } from '#beit2/config/schema.js';
import { Interrupted } from '#beit2/train/run/interrupt.js';
import { findCheckpoint } from '#beit2/train/run/checkpoint.js';
import { readMetrics } from '#beit2/train/run/metrics.js';
import { Run } from '#beit2/train/run/run-folder.js';
import { trainStage } from '#beit2/stages/train-stage.js';
import { makePictures, tinyRecipe } from './tiny.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-resume-'));
const pictures = join(folder, 'pictures');
const teacher = join(folder, 'teacher');
const tokenizer = join(folder, 'tokenizer');
const exact = ['precision=float32', 'duration.steps=6'];
const pixels = 'target={ kind: pixels, normalize: true }';
const coded = (path: string) => [
  `target={ kind: tokenizer, path: ${path}, imageSize: 16, interpolation: bicubic }`,
];

/** Trains; stops after `stopAfter` steps. @returns what was said */
async function go(
  run: string,
  recipe: StageRecipes[Stage],
  { resume = false, allowChanges = false, stopAfter = 0 } = {},
): Promise<string> {
  const session = new Run(recipe, { folder: run, resume, allowChanges });
  const endStep = session.endStep.bind(session);
  session.endStep = (position, ...rest) => {
    if (position.step === stopAfter) process.emit('SIGTERM', 'SIGTERM');
    return endStep(position, ...rest);
  };
  try {
    await trainStage(session);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  } finally {
    session.close();
  }
  return readFileSync(join(run, 'log.txt'), 'utf8');
}

const weights = (run: string) =>
  [...findCheckpoint(run, () => undefined).read('model')].map(
    ([key, tensor]) => `${key} ${Buffer.from(tensor.read().data).toString('base64')}`,
  );
const pretrainRecipe = (...overrides: string[]) =>
  tinyRecipe('pretrain', 'demo-pretrain', [...exact, `data.train=${pictures}`, pixels, ...overrides]);
const finetuneRecipe = (data: string, ...overrides: string[]) =>
  tinyRecipe('finetune', 'finetune', [...exact, `data.train=${data}`, ...overrides]);
const tokenizerRecipe = (...overrides: string[]) =>
  tinyRecipe('tokenizer', 'demo-tokenizer', [
    ...exact,
    `data.train=${pictures}`,
    `teacher={ kind: beit2, path: ${teacher}, imageSize: 16 }`,
    'duration.steps=2',
    ...overrides,
  ]);

beforeAll(async () => {
  await makePictures(pictures);
  await go(teacher, pretrainRecipe('duration.steps=2'));
  await go(tokenizer, tokenizerRecipe());
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('paths that moved', () => {
  test('change no bit: images, the tokenizer of pretraining, weights that a run started from', async () => {
    const [whole, moved] = [join(folder, 'whole'), join(folder, 'moved')];
    const recipe = (data: string, target: string, init: string) =>
      tinyRecipe('pretrain', 'demo-pretrain', [
        ...exact,
        `data.train=${data}`,
        ...coded(target),
        `init=${init}`,
      ]);
    await go(whole, recipe(pictures, tokenizer, teacher));
    await go(moved, recipe(pictures, tokenizer, teacher), { stopAfter: 4 });
    const [data, target] = [join(folder, 'elsewhere', 'images'), join(folder, 'moved-tokenizer')];
    cpSync(pictures, data, { recursive: true });
    cpSync(tokenizer, target, { recursive: true });
    const log = await go(moved, recipe(data, target, 'gone'), { resume: true });
    expect(weights(moved)).toEqual(weights(whole));
    expect(log).toContain(
      `Changed since the run was started: init from ${JSON.stringify(teacher)} to "gone", data.train from `,
    );
    expect(readFileSync(join(moved, 'recipe.yaml'), 'utf8')).toContain(data);
  });

  test('but hold other weights or images are refused, or told where that is meant', async () => {
    const run = join(folder, 'other-target');
    const other = join(folder, 'other-tokenizer');
    await go(other, tokenizerRecipe('seed=1'));
    const recipe = (target: string, data = pictures) =>
      tinyRecipe('pretrain', 'demo-pretrain', [...exact, `data.train=${data}`, ...coded(target)]);
    await go(run, recipe(tokenizer), { stopAfter: 3 });
    await expect(go(run, recipe(other), { resume: true })).rejects.toThrow(
      'target.path holds different weights from when the run began; name the original ones, or add --allow-changes to continue with these.',
    );
    const fewer = join(folder, 'fewer');
    cpSync(pictures, fewer, { recursive: true });
    rmSync(join(fewer, 'down', '3.png'));
    await expect(go(run, recipe(tokenizer, fewer), { resume: true })).rejects.toThrow(
      'data.train holds different images from when the run began (24 then, 23 now); name the original ones',
    );
    const log = await go(run, recipe(other, fewer), { resume: true, allowChanges: true });
    expect(log).toContain('target.path holds different weights from when the run began.\n');
    expect(readMetrics(join(run, 'metrics.jsonl')).at(-1)?.step).toBe(6);
  });

  test('a teacher with other weights is refused', async () => {
    const run = join(folder, 'other-teacher');
    const [first, second] = [join(folder, 'teacher-1'), join(folder, 'teacher-2')];
    cpSync(teacher, first, { recursive: true });
    await go(second, pretrainRecipe('duration.steps=1', 'seed=1'));
    const of = (path: string) => tokenizerRecipe('duration.steps=4', `teacher.path=${path}`);
    await go(run, of(first), { stopAfter: 2 });
    await expect(go(run, of(second), { resume: true })).rejects.toThrow(
      'teacher.path holds different weights',
    );
    await go(run, of(teacher), { resume: true });
  });

  test('classes of other names are refused in any case: labels would mean others', async () => {
    const [run, data] = [join(folder, 'renamed'), join(folder, 'renamed-images')];
    cpSync(pictures, data, { recursive: true });
    await go(run, finetuneRecipe(data), { stopAfter: 3 });
    renameSync(join(data, 'across'), join(data, 'zebra'));
    await expect(go(run, finetuneRecipe(data), { resume: true, allowChanges: true })).rejects.toThrow(
      'The classes of data.train differ from those that the run began with',
    );
  });
});

describe('values given beside --resume', () => {
  test('data.val is added and the duration lengthened without more ado', async () => {
    const run = join(folder, 'longer');
    await go(run, pretrainRecipe('duration.steps=4'));
    const log = await go(run, pretrainRecipe('duration.steps=8', `data.val=${pictures}`), { resume: true });
    expect(log).toContain(
      'Changed since the run was started: duration.steps from 4 to 8, data.val from null to ',
    );
    const last = readMetrics(join(run, 'metrics.jsonl')).filter(({ step }) => step === 8);
    expect(last.some(({ valLoss }) => typeof valLoss === 'number')).toBe(true);
  });

  test('that change steps are refused unless it is meant; then they have their effect', async () => {
    const run = join(folder, 'changed');
    await go(run, pretrainRecipe('optimizer.lr=1e-3'), { stopAfter: 4 });
    const recipe = pretrainRecipe('optimizer.lr=5e-4', 'optimizer.betas=[0.5, 0.5]', 'batchSize=12');
    const before = readFileSync(join(run, 'recipe.yaml'), 'utf8');
    await expect(go(run, recipe, { resume: true })).rejects.toThrow(
      `To resume ${run} with batchSize from 8 to 12, optimizer.lr from 0.001 to 0.0005, optimizer.betas from`,
    );
    expect(readFileSync(join(run, 'recipe.yaml'), 'utf8')).toBe(before);
    await go(run, recipe, { resume: true, allowChanges: true });
    const { values, step } = findCheckpoint(run, () => undefined).state;
    expect(step).toBe(6);
    expect(values.optimizerGroups).toEqual(
      expect.arrayContaining([expect.objectContaining({ betas: [0.5, 0.5] })]),
    );
    // The next resume takes the values with which the run went on.
    await go(run, recipe, { resume: true });
  });

  test('that shape the weights are refused in any case', async () => {
    const run = join(folder, 'shaped');
    await go(run, pretrainRecipe(), { stopAfter: 3 });
    await expect(
      go(run, pretrainRecipe('model.depth=3'), { resume: true, allowChanges: true }),
    ).rejects.toThrow(`The weights in ${run} do not fit changes of model.depth from 2 to 3; start a new run`);
  });
});
