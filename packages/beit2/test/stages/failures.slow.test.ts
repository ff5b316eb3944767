/** Protects: whatever ends a training, its last whole step is saved, and the resumed run is the one that never failed. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UserError } from '#beit2/errors.js';
import { findCheckpoint } from '#beit2/train/run/checkpoint.js';
import { Interrupted } from '#beit2/train/run/interrupt.js';
import { readMetrics } from '#beit2/train/run/metrics.js';
import { makePictures, tinyRecipe, train } from './tiny.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-failures-'));
const pictures = join(folder, 'pictures');
beforeAll(() => makePictures(pictures));
afterAll(() => rmSync(folder, { recursive: true }));

const recipe = (...overrides: string[]) =>
  tinyRecipe('pretrain', 'demo-pretrain', [
    `data.train=${pictures}`,
    'target={ kind: pixels, normalize: true }',
    ...overrides,
  ]);

async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

const records = (run: string) => readMetrics(join(run, 'metrics.jsonl'));
const weights = (run: string) =>
  [...findCheckpoint(run, () => undefined).read('model')].map(([name, tensor]) => [
    name,
    Buffer.from(tensor.read().data).toString('hex'),
  ]);

/** Calls `act` once a run has so many lines of steps. */
function afterSteps(run: string, count: number, act: () => void): void {
  const timer = setInterval(() => {
    if (!existsSync(run) || records(run).filter(({ loss }) => loss !== undefined).length < count) return;
    clearInterval(timer);
    act();
  }, 1);
}

test('an evaluation that fails loses no step, and is made up for by the resumed run', async () => {
  const val = join(folder, 'val');
  mkdirSync(val);
  for (let i = 0; i < 6; i++) writeFileSync(join(val, `${i}.png`), 'no picture');
  const lasting = ['duration.steps=5', 'evaluate.every.steps=3', `data.val=${val}`];
  const run = join(folder, 'evaluated');
  const error = await failure(train(recipe(...lasting), run));
  expect(error).toBeInstanceOf(UserError);
  expect(error.message).toMatch(/cannot be read.* Step 3 is saved; resume with: again$/);
  expect(findCheckpoint(run, () => undefined).state).toMatchObject({
    step: 3,
    values: { evaluationDue: true },
  });

  rmSync(val, { recursive: true });
  cpSync(pictures, val, { recursive: true });
  await train(recipe(...lasting), run, true);
  const whole = join(folder, 'never-failed');
  await train(recipe(...lasting), whole);
  const measured = (path: string) => records(path).filter(({ valLoss }) => valLoss !== undefined);
  expect(measured(whole).map(({ step }) => step)).toEqual([3, 5]);
  expect(measured(run)).toEqual(measured(whole));
  expect(weights(run)).toEqual(weights(whole));
  expect(findCheckpoint(run, () => undefined).state.values.evaluationDue).toBe(false);
});

test('a signal during an evaluation is served at once, and the evaluation made up for', async () => {
  const lasting = ['duration.steps=4', 'evaluate.every.steps=3', `data.val=${pictures}`];
  const run = join(folder, 'stopped');
  const timer = setInterval(() => {
    if (!existsSync(join(run, 'checkpoints', 'step-00000003'))) return;
    clearInterval(timer);
    process.emit('SIGTERM', 'SIGTERM');
  }, 1);
  const error = await failure(train(recipe(...lasting), run));
  expect(error).toBeInstanceOf(Interrupted);
  expect(error.message).toBe('Stopped after step 3 and saved; resume with: again');
  expect(records(run).filter(({ valLoss }) => valLoss !== undefined)).toEqual([]);
  await train(recipe(...lasting), run, true);
  expect(records(run).flatMap(({ valLoss, step }) => (valLoss === undefined ? [] : [step]))).toEqual([3, 4]);
});

test('training images that go away end a run that has saved its last step', async () => {
  const images = join(folder, 'going');
  cpSync(pictures, images, { recursive: true });
  const lasting = recipe(`data.train=${images}`, 'data.cache=0', 'duration.steps=100000');
  const run = join(folder, 'gone');
  afterSteps(run, 2, () => renameSync(images, `${images}-away`));
  const error = await failure(train(lasting, run));
  const { step } = findCheckpoint(run, () => undefined).state;
  expect(step).toBeGreaterThanOrEqual(2);
  expect(step).toBe(records(run).at(-1)?.step);
  expect(error.message).toMatch(new RegExp(`cannot be read.* Step ${step} is saved; resume with: again$`));
});

test.runIf(existsSync('/dev/full'))(
  'a full disk at a line of the metrics leaves the step saved',
  async () => {
    const run = join(folder, 'full');
    const metrics = join(run, 'metrics.jsonl');
    afterSteps(run, 2, () => {
      renameSync(metrics, join(run, 'written.jsonl'));
      symlinkSync('/dev/full', metrics);
    });
    const error = await failure(train(recipe('duration.steps=100000'), run));
    const step = readMetrics(join(run, 'written.jsonl')).length + 1;
    expect(error.message).toBe(
      `The metrics of step ${step} could not be written: the disk of ${run} is full. Step ${step} is saved; resume with: again`,
    );
    expect(readdirSync(join(run, 'checkpoints'))).toEqual([`step-${String(step).padStart(8, '0')}`]);
  },
);

test('an image that cannot be read is said once and replaced', async () => {
  const data = join(folder, 'one-broken');
  cpSync(pictures, data, { recursive: true });
  writeFileSync(join(data, 'across', '3.png'), 'no picture');
  const run = join(folder, 'skipping');
  await train(recipe(`data.train=${data}`, 'duration.steps=6', 'data.maxBroken=0.1'), run);
  const log = readFileSync(join(run, 'log.txt'), 'utf8');
  expect(log.match(/Skipped .*3\.png: /g)).toHaveLength(1);
  expect(records(run).at(-1)?.step).toBe(6);
});
