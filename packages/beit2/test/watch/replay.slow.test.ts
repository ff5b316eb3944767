/**
 * Protects: a step that became NaN, and any other after a checkpoint, is repeated from the run's folder with the same bits in every
 * stage, which leaves the folder as it is; the layer and the operator at fault are named; what differs is told.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as torch from '@beit2/torch';
import type { Stage, StageRecipes } from '#beit2/config/schema.js';
import { replay } from '#beit2/watch/replay.js';
import { pretrain } from '#beit2/stages/pretrain.js';
import { Run } from '#beit2/train/run/run-folder.js';
import { DivergedError } from '#beit2/train/run/step-metrics.js';
import { World } from '#beit2/train/world.js';
import { makePictures, tinyRecipe, train } from '../stages/tiny.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-replay-test-'));
const pictures = join(folder, 'pictures');
const teacher = join(folder, 'pretrain');
const exact = [
  'precision=float32',
  `data.train=${pictures}`,
  'checkpoint.every.steps=4',
  'checkpoint.keep=3',
];
const pixels = 'target={ kind: pixels, normalize: true }';

const recipes: Record<Stage, StageRecipes[Stage]> = {
  pretrain: tinyRecipe('pretrain', 'demo-pretrain', [
    ...exact,
    pixels,
    'duration.steps=7',
    'model.dropPath=0.3',
  ]),
  tokenizer: tinyRecipe('tokenizer', 'demo-tokenizer', [
    ...exact,
    `teacher={ kind: beit2, path: ${teacher}, imageSize: 16 }`,
    'duration.steps=7',
    'optimizer.accumulate=2',
  ]),
  finetune: tinyRecipe('finetune', 'finetune', [
    ...exact,
    'duration.steps=7',
    'model.dropPath=0.3',
    'data.randomErasing.probability=0.5',
  ]),
};

const quiet = { world: World.alone, say: () => undefined };

/** Names, sizes, times of everything in a run. */
const picture = (run: string) =>
  readdirSync(run, { recursive: true, encoding: 'utf8' }).map((name) => {
    const { size, mtimeMs } = statSync(join(run, name));
    return `${name} ${size} ${mtimeMs}`;
  });

beforeAll(async () => {
  await makePictures(pictures);
  await train(recipes.pretrain, teacher);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['pretrain', 'tokenizer', 'finetune'] as const)('%s: a step after a checkpoint', async (stage) => {
  const run = join(folder, stage);
  if (stage !== 'pretrain') await train(recipes[stage], run);
  const before = picture(run);
  const found = await replay(run, { ...quiet, step: 6 });
  const from = join(run, 'checkpoints', 'step-00000004');
  expect(found).toMatchObject({ step: 6, from, differences: [], isSameState: null, anomaly: null });
  expect(found.compared).toBeGreaterThanOrEqual(2 * 4);
  expect(picture(run)).toEqual(before);
  const head = found.layers.find(({ type }) => type === 'Linear');
  for (const value of [head?.weights, head?.input, head?.output, head?.gradient])
    expect(value).toBeGreaterThan(0);
  expect(found.layers.every(({ output }) => output === null || Number.isFinite(output))).toBe(true);
  expect(torch.autograd.isAnomalyEnabled()).toBe(false);
});

test('a planted NaN: same values, same bits of weights and generators, layer and operator named', async () => {
  // A rate that overflows float32 within two steps of a checkpoint.
  const run = join(folder, 'diverging');
  const recipe = (...more: string[]) =>
    tinyRecipe('pretrain', 'demo-pretrain', [
      ...exact,
      pixels,
      'model.dropPath=0.3',
      'schedule.warmup.steps=0',
      ...more,
    ]);
  await train(recipe('duration.steps=2'), run);
  const wild = recipe('duration.steps=9', 'optimizer.lr=1e20', 'optimizer.clipGrad=null');
  const resumed = new Run(wild, { folder: run, resume: true, allowChanges: true });
  await expect(pretrain(resumed)).rejects.toThrow(DivergedError);
  const before = picture(run);
  const left = JSON.parse(readFileSync(join(run, 'diverged.json'), 'utf8')) as {
    step: number;
    images: string[];
  };
  expect(left.step).toBeGreaterThan(2);
  expect(left.images).toHaveLength(8);

  const found = await replay(run, quiet);
  expect(found).toMatchObject({
    step: left.step,
    from: join(run, 'checkpoints', 'step-00000002'),
    images: left.images,
    differences: [],
    isSameState: true,
  });
  expect(found.values.loss).toBeNaN();
  expect(found.compared).toBeGreaterThan(4);
  const bad = found.layers.find(({ output }) => output !== null && !Number.isFinite(output));
  expect(bad?.name).toMatch(/^(blocks\.|patch_embed)/);
  expect(found.anomaly).toMatch(
    /^Function '\w+' returned nan values in its 0th output\.\n\w+ was recorded here:\n +at /,
  );
  expect(picture(run)).toEqual(before);

  const text = readFileSync(join(run, 'diverged.json'), 'utf8');
  writeFileSync(join(run, 'diverged.json'), text.replace(/"weights": "./, '"weights": "x'));
  expect((await replay(run, quiet)).isSameState).toBe(false);
});

test('values that are not the run’s are told', async () => {
  const run = join(folder, 'pretrain');
  const path = join(run, 'metrics.jsonl');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/("step":3,.*?"loss":)[\d.]+/, '$10.125'));
  const { from, differences } = await replay(run, { ...quiet, step: 4 });
  expect(from).toBeNull(); // there is no checkpoint before it
  expect(differences).toMatchObject([{ step: 3, name: 'loss', run: 0.125 }]);
  writeFileSync(path, text);
});

test('what cannot be repeated is one sentence', async () => {
  const run = join(folder, 'pretrain');
  await expect(replay(run, quiet)).rejects.toThrow(
    `${run} has no diverged.json, because no value was NaN: choose a step with --step.`,
  );
  await expect(replay(run, { ...quiet, step: 8 })).rejects.toThrow(
    'The run trains for only 7 steps: there is no step 8.',
  );
});
