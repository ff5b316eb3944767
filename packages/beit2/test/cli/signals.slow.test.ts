/**
 * Protects: a training command outlives the readers of its output, and a signal at any moment (set-up, a step, evaluation, data
 * that do not answer) ends it saved within 5 s, on one process and on two.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recipeToYaml } from '#beit2/config/recipe.js';
import type { Stage } from '#beit2/config/schema.js';
import { bin, linesOf, start as startCommand, until, type Started } from '../processes.js';
import { makePictures, tinyRecipe } from '../stages/tiny.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-signals-'));
const pictures = join(folder, 'pictures');
const many = 'duration.steps=1000000';
const pixels = ['target={ kind: pixels, normalize: true }', 'model.dropPath=0'];
afterAll(() => rmSync(folder, { recursive: true }));

function writeRecipe(stage: Stage, name: string, own: string[]): void {
  const recipe = tinyRecipe(stage, name, [
    `data.train=${pictures}`,
    'precision=float32',
    'checkpoint.every.steps=1000000',
    ...own,
  ]);
  writeFileSync(join(folder, `${stage}.yaml`), recipeToYaml(recipe));
}

beforeAll(async () => {
  await makePictures(pictures);
  writeRecipe('pretrain', 'pretrain', pixels);
  writeRecipe('finetune', 'finetune', []);
  const source = join(folder, 'source');
  const made = spawnSync(process.execPath, [
    ...[bin, 'pretrain', join(folder, 'pretrain.yaml'), 'duration.steps=1', '--run', source],
  ]);
  expect(made.status, String(made.stderr)).toBe(0);
  writeRecipe('tokenizer', 'demo-tokenizer', [`teacher={ kind: beit2, path: ${source}, imageSize: 16 }`]);
});

/** Starts a training command. */
function start(stage: Stage, run: string, ...more: string[]): Started {
  const words = stage === 'tokenizer' ? ['tokenizer', 'train'] : [stage];
  const args = [bin, ...words, join(folder, `${stage}.yaml`), '--run', join(folder, run), ...more];
  return startCommand(process.execPath, args);
}

/** Milliseconds: a machine with nothing else to do takes under 5 s, and what is waited for would never come. */
const soon = 30_000;
const stepsOf = (run: string): number => linesOf(join(folder, run));
const savedIn = (run: string): string[] => {
  const path = join(folder, run, 'checkpoints');
  return existsSync(path) ? readdirSync(path).sort() : [];
};
const logOf = (run: string): string => readFileSync(join(folder, run, 'log.txt'), 'utf8');
/** Sends a signal. @returns how it ended, and after how many milliseconds */
async function stop({ child, ended }: Started, signal: NodeJS.Signals) {
  const time = performance.now();
  child.kill(signal);
  return { ...(await ended), ms: performance.now() - time };
}

describe.each(['pretrain', 'finetune', 'tokenizer'] as const)('%s', (stage) => {
  test('a reader that goes away ends nothing', async () => {
    const run = `${stage}-read`;
    const { child, ended } = start(stage, run, 'duration.steps=60', '--json');
    child.stdout?.destroy();
    child.stderr?.destroy();
    expect(await ended).toMatchObject({ code: 0 });
    expect(savedIn(run).at(-1)).toBe('step-00000060');
    expect(logOf(run)).toContain(
      'Standard output accepts no more output (its reader is gone): training continues',
    );
    expect(logOf(run)).toContain('Done: ');
  });

  test('SIGHUP saves and ends; Slurm’s warning saves and goes on', async () => {
    const run = `${stage}-hup`;
    const training = start(stage, run, many);
    await until(() => stepsOf(run) > 3);
    training.child.kill('SIGUSR1');
    await until(() => savedIn(run).length === 1);
    const steps = stepsOf(run);
    await until(() => stepsOf(run) > steps + 3);
    const { code, text, ms } = await stop(training, 'SIGHUP');
    expect(code, text).toBe(129);
    expect(ms).toBeLessThan(soon);
    expect(savedIn(run)).toHaveLength(2);
    expect(text).not.toContain('Debugger');
  });

  test('in set-up nothing is to be saved: SIGTERM ends it at once', async () => {
    const training = start(stage, `${stage}-set-up`, many);
    await sleep(900);
    const { ms, text } = await stop(training, 'SIGTERM');
    expect(ms, text).toBeLessThan(soon);
  });
});

/** Starts training and has its data stop answering: threads wait in reads that never end. */
async function startStalled(run: string, processes: number): Promise<Started> {
  const data = join(folder, `${run}-data`);
  cpSync(pictures, data, { recursive: true });
  const training = start('pretrain', run, many, `data.train=${data}`, '--nproc-per-node', String(processes));
  await until(() => stepsOf(run) > 3);
  for (const path of readdirSync(data, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.png')) continue;
    const pipe = join(folder, 'pipe'); // whoever opens it waits for a writer that never comes
    spawnSync('mkfifo', [pipe]);
    renameSync(pipe, join(data, path));
  }
  await sleep(1_500);
  return training;
}

test.each([1, 2])('data that do not answer, %i processes: saved and ended', async (processes) => {
  const run = `stalled-${processes}`;
  const { code, text, ms } = await stop(await startStalled(run, processes), 'SIGTERM');
  expect(code, text).toBe(143);
  expect(ms).toBeLessThan(soon);
  expect(text).toMatch(/Stopped after step \d+ and saved/);
  expect(savedIn(run)).toHaveLength(1);
});

test('a failure while data do not answer: its sentence, and exit code 1', async () => {
  const training = await startStalled('failing', 1);
  writeFileSync(join(folder, 'failing', 'checkpoints'), 'not a folder');
  const { code, signal, text, ms } = await stop(training, 'SIGTERM');
  expect(code ?? signal, text).toBe(1);
  expect(text).toMatch(
    /^error: The checkpoint of step \d+ could not be saved: .*checkpoints cannot be made/m,
  );
  expect(text).not.toContain('is saved');
  expect(ms).toBeLessThan(soon);
});

test.each([1, 2])('in an evaluation, %i processes: ended, and the evaluation is due', async (processes) => {
  const val = join(folder, 'val.tar');
  if (!existsSync(val)) {
    const many = join(folder, 'many');
    for (let copy = 0; copy < 400; copy++) cpSync(pictures, join(many, String(copy)), { recursive: true });
    expect(spawnSync('tar', ['cf', val, '-C', many, '.']).status).toBe(0);
  }
  const run = `evaluated-${processes}`;
  const own = [many, `data.val=${val}`, 'evaluate.every.steps=5', '--nproc-per-node', String(processes)];
  const training = start('pretrain', run, ...own);
  await until(() => savedIn(run).length === 1 && stepsOf(run) >= 5);
  await sleep(300);
  const { code, text, ms } = await stop(training, 'SIGTERM');
  expect(code, text).toBe(143);
  expect(ms).toBeLessThan(soon);
  expect(text).toContain('Stopped after step 5 and saved');
  const state = readFileSync(join(folder, run, 'latest', 'state.json'), 'utf8');
  expect(JSON.parse(state)).toMatchObject({ step: 5, values: { evaluationDue: true } });
});

test.each([1, 2])(
  'two starts, then two resumes at once, %i processes: one trains, one is told by whom',
  async (processes) => {
    const run = `twice-${processes}`;
    for (const own of [[], ['--resume']]) {
      const both = [0, 1].map(() =>
        start('pretrain', run, many, '--nproc-per-node', String(processes), ...own),
      );
      const first = await Promise.race(
        both.map(async ({ ended }, i) => ({ ...(await ended), other: both[1 - i] })),
      );
      expect(first.code, first.text).toBe(1);
      expect(first.text).toMatch(/error: .* is in use: /);
      expect(first.text.match(/rank \d: error/g) ?? []).toHaveLength(processes - 1);
      expect(first.text).not.toContain('did not take part');
      const before = stepsOf(run);
      await until(() => stepsOf(run) > before + 3);
      if (first.other) expect(await stop(first.other, 'SIGTERM')).toMatchObject({ code: 143 });
    }
    const reading = spawnSync(process.execPath, [bin, 'inspect', join(folder, run)]);
    expect(reading.status, String(reading.stderr)).toBe(0);
  },
);
