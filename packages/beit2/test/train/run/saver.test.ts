/** Protects: a checkpoint is the state of its moment, whatever training does while it is written, and no failure is lost. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as torch from '@beit2/torch';
import { nn, optim } from '@beit2/torch';
import { loadRecipe } from '#beit2/config/recipe.js';
import { openCheckpoint } from '#beit2/train/run/checkpoint.js';
import { Saver } from '#beit2/train/run/saving/saver.js';
import type { TrainingState } from '#beit2/train/run/training-state.js';

let run = '';
beforeEach(() => {
  run = mkdtempSync(join(tmpdir(), 'beit2-saver-'));
});
afterEach(() => rmSync(run, { recursive: true, force: true }));

const recipe = loadRecipe('cifar10-tokenizer', ['checkpoint.keep=2']);
const at = (step: number) => ({ step, epoch: 0, epochStep: step });

function training(): TrainingState {
  const model = new nn.Linear(500, 500);
  return { model, optimizer: new optim.AdamW(model.parameters(), { lr: 0.01 }), generators: {} };
}

const fill = ({ model }: TrainingState, value: number) =>
  torch.noGrad(() => {
    for (const parameter of model.parameters()) parameter.fill_(value);
  });
const saved = (path: string) =>
  [...openCheckpoint(path).read('model').values()].map((tensor) => {
    const { data } = tensor.read();
    return [...new Set(new Float32Array(data.buffer, data.byteOffset, data.byteLength / 4))];
  });

test('holds the tensors as they were, one save after the other, with what is amended meanwhile', async () => {
  const saver = new Saver(run, recipe);
  const state = training();
  const paths: string[] = [];
  saver.prepare(state);
  expect(saver.isUnprepared).toBe(false);
  for (const step of [1, 2, 3]) {
    fill(state, step);
    await saver.save(at(step), state, { seen: step }, (path) => void paths.push(path));
    torch.finishCopy(); // as optimizers do
    fill(state, -1); // the next step, while the thread still writes
  }
  saver.amend(3, { seen: 'amended' });
  await saver.settled();
  expect(paths.map((path) => path.slice(-1))).toEqual(['1', '2', '3']);
  expect(readdirSync(join(run, 'checkpoints'))).toEqual(['step-00000002', 'step-00000003']);
  expect(saved(join(run, 'checkpoints', 'step-00000002'))).toEqual([[2], [2]]);
  expect(saved(join(run, 'latest'))).toEqual([[3], [3]]);
  expect(openCheckpoint(join(run, 'latest')).state.values).toMatchObject({ seen: 'amended' });
  saver.close();
});

test('closing lets the checkpoint on its way arrive', async () => {
  const saver = new Saver(run, recipe);
  const state = training();
  fill(state, 7);
  let arrived = false;
  await saver.save(at(1), state, {}, () => (arrived = true));
  saver.close();
  await saver.settled();
  expect(arrived).toBe(true);
  expect(saved(join(run, 'latest'))).toEqual([[7], [7]]);
});

test('a failure is thrown once, to whoever asks next, and the next save is tried', async () => {
  const saver = new Saver(run, recipe);
  const state = training();
  writeFileSync(join(run, 'checkpoints'), 'in the way');
  await saver.save(at(1), state, {}, () => undefined);
  const error = await saver.settled().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    name: 'UserError',
    message:
      `The checkpoint of step 1 could not be saved: ${join(run, 'checkpoints')} cannot be made: something else has this name; ` +
      'there is none before it; correct this and continue with --resume.',
  });
  expect(saver.step).toBe(-1);
  expect(saver.hasThrown(error)).toBe(true);
  expect(() => saver.check()).not.toThrow();
  rmSync(join(run, 'checkpoints'));
  await saver.save(at(2), state, {}, () => undefined);
  await saver.settled();
  expect(readdirSync(join(run, 'checkpoints'))).toEqual(['step-00000002']);
  expect(saver.step).toBe(2);
  saver.close();
});

// A limit on file size makes writes fail half-way, as a full disk does.
test.skipIf(process.platform === 'win32')(
  'a disk that is full is said in one sentence, at the next step',
  () => {
    const module = (name: string) => JSON.stringify(fileURLToPath(import.meta.resolve(name)));
    const script = `
    const { nn, optim } = await import('@beit2/torch');
    const { Run } = await import(${module('#beit2/train/run/run-folder.js')});
    const { loadRecipe } = await import(${module('#beit2/config/recipe.js')});
    const recipe = loadRecipe('cifar10-tokenizer', ['checkpoint.every.steps=2', 'log.tensorboard=false']);
    const run = new Run(recipe, { folder: ${JSON.stringify(join(run, 'run'))}, goOn: 'again' });
    const model = new nn.Linear(300, 300);
    const state = { model, optimizer: new optim.AdamW(model.parameters(), { lr: 0.01 }), generators: {} };
    await run.begin({ totalSteps: 9, stepsPerEpoch: 9, show: [] }, state);
    const at = (step) => ({ step, epoch: 0, epochStep: step });
    let step = 0;
    try {
      for (;;) {
        await run.endStep(at(++step), 1, { loss: 1 }, state);
        await new Promise((resolve) => setTimeout(resolve, 50)); // a step's time, in which the write fails
      }
    } catch (error) {
      const last = await run.rescue(error, at(step), state);
      console.log(last.name + ': ' + last.message);
    }
    run.close();
  `;
    const output = execFileSync(
      'bash',
      ['-c', 'ulimit -f 256; exec "$0" --input-type=module -e "$1"', process.execPath, script],
      { encoding: 'utf8', cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    expect(output.replace(/\d+ MB/, 'N MB').replace(/step \d+/, 'step N')).toBe(
      `UserError: The checkpoint of step N could not be saved: the disk of ${join(run, 'run')} is full (N MB free); ` +
        'there is none before it; free some space and continue with --resume.\n',
    );
    expect(readFileSync(join(run, 'run', 'log.txt'), 'utf8')).toContain('Step 0 of 9');
    expect(readdirSync(join(run, 'run', 'checkpoints'))).toEqual([]);
  },
);
