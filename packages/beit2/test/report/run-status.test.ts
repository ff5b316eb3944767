/** Protects: what is told of runs from their folders, running, dead or ended, and that telling it writes nothing and takes any folder. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadRecipe, recipeToYaml } from '#beit2/config/recipe.js';
import { compareRuns, rankRuns } from '#beit2/report/compare-runs.js';
import { findRuns, sizeOnDisk } from '#beit2/report/find-runs.js';
import { runStatus } from '#beit2/report/run-status.js';
import { RunLock } from '#beit2/train/run/run-lock.js';

const bin = fileURLToPath(new URL('../../bin/beit2.js', import.meta.url));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-status-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Made {
  overrides?: string[];
  records?: object[];
  events?: object[];
}

/** A run's folder by hand. */
function makeRun(name: string, { overrides = [], records = [], events = [] }: Made = {}): string {
  const run = join(folder, name);
  mkdirSync(join(run, 'checkpoints'), { recursive: true });
  writeFileSync(
    join(run, 'recipe.yaml'),
    recipeToYaml(loadRecipe('cifar10-tokenizer', ['batchSize=50', ...overrides])),
  );
  const lines = (all: object[]) => all.map((line) => `${JSON.stringify(line)}\n`).join('');
  writeFileSync(join(run, 'metrics.jsonl'), lines(records));
  const whole = events.map((event) => ({
    time: '2026-01-01T00:00:00.000Z',
    level: 'info',
    rank: 0,
    ...event,
  }));
  writeFileSync(join(run, 'log.jsonl'), lines(whole));
  return run;
}

const began = (pid: number, host = hostname()) => ({
  event: 'began',
  stage: 'tokenizer',
  step: 0,
  totalSteps: 1000,
  stepsPerEpoch: 100,
  host,
  pid,
  processes: 1,
});

/** Names, sizes and times of everything below a folder. */
const picture = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(path, name));
      return `${name} ${size} ${mtimeMs}`;
    });

test('a run under way: steps, time left, losses then and now, best, verdict, checkpoint, what went wrong', () => {
  const run = makeRun('tok', {
    records: [
      { step: 100, loss: 0.9, imagesPerSecond: 90 },
      { step: 200, loss: 0.5, valReconstructionLoss: 0.4 },
      { step: 300, loss: 0.6, valReconstructionLoss: 0.45 },
      { step: 300, health: 'Codes are being lost.', healthLevel: 'watch', codeUse: 0.5 },
      { step: 400, loss: 0.7, imagesPerSecond: 100, dataWait: 0.25, commitmentLoss: 'NaN' },
    ],
    events: [
      began(process.pid),
      { level: 'warning', event: 'starved', message: 'Training waited.', step: 3, dataWait: 0.5 },
      { event: 'message', message: 'all is well' },
    ],
  });
  const checkpoint = join(run, 'checkpoints', 'step-00000350');
  mkdirSync(checkpoint);
  writeFileSync(join(checkpoint, 'state.json'), '{}');
  const now = Date.now();
  utimesSync(join(checkpoint, 'state.json'), now / 1000, (now - 90_000) / 1000);
  appendFileSync(join(run, 'metrics.jsonl'), '{"step":500,"loss":0.0'); // torn
  const before = picture(run);
  const status = runStatus(run, now + 5000);
  expect(status).toMatchObject({
    name: 'tok',
    stage: 'tokenizer',
    recipe: 'cifar10-tokenizer',
    state: 'running',
    process: { pid: process.pid, host: hostname(), isAlive: true },
    step: 400,
    totalSteps: 1000,
    secondsLeft: 300, // 600 steps of 50 images at 100 a second
    imagesPerSecond: 100,
    dataWait: 0.25,
    best: { name: 'valReconstructionLoss', value: 0.4, step: 200 },
    codebook: { level: 'watch', sentence: 'Codes are being lost.' },
    checkpoint: { path: checkpoint, step: 350 },
    lastProblem: { level: 'warning', message: 'Training waited.' },
  });
  expect(status.checkpoint?.age).toBeCloseTo(95, 0);
  expect(status.lastLineAge).toBeGreaterThanOrEqual(4.9);
  expect(status.lastLineAge).toBeLessThan(60);
  expect(status.losses[0]).toEqual({
    name: 'loss',
    now: { name: 'loss', value: 0.7, step: 400 },
    before: { name: 'loss', value: 0.5, step: 200 },
  });
  if (process.platform === 'linux') expect(status.memory).toBeGreaterThan(10e6);
  expect(picture(run)).toEqual(before);
});

test('a process that is gone died without a word, one that said how it ended has ended, one elsewhere is not known', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  const gone = began(child.pid ?? 0);
  const stateOf = (name: string, events: object[]) => runStatus(makeRun(name, { events })).state;
  expect(stateOf('died', [gone])).toBe('died');
  expect(stateOf('finished', [gone, { event: 'saved' }, { event: 'finished', step: 3 }])).toBe('finished');
  expect(stateOf('diverged', [gone, { event: 'diverged', level: 'error', message: 'NaN' }])).toBe('diverged');
  expect(stateOf('resumed', [{ event: 'stopped', message: 'Ctrl-C' }, began(process.pid)])).toBe('running');
  expect(stateOf('elsewhere', [began(process.pid, 'another-machine')])).toBe('unknown');
  expect(stateOf('older', [])).toBe('unknown');
});

test('the lock tells more than the log: a process elsewhere gives signs of life, and a number that is another’s is gone', () => {
  const run = makeRun('locked', { events: [began(process.pid, 'another-machine')] });
  const lock = RunLock.take(run, () => undefined);
  const here = { pid: process.pid, host: hostname(), isAlive: true };
  expect(runStatus(run)).toMatchObject({ state: 'running', process: here });
  const path = join(run, '.lock-1');
  const holder = JSON.parse(readFileSync(path, 'utf8')) as object;
  lock.release();
  const write = (changes: object) => writeFileSync(path, JSON.stringify({ ...holder, ...changes }));
  write({ host: 'another-machine', scope: 'its boot', pid: 1 });
  expect(runStatus(run)).toMatchObject({ state: 'running', process: { host: 'another-machine', pid: 1 } });
  utimesSync(path, 1, 1);
  expect(runStatus(run).state).toBe('died');
  write({ started: '1' }); // this process's number, of one that began otherwise
  expect(runStatus(run).state).toBe('died');
});

test('runs are found below a folder whatever else is there, and links are not followed for their size', () => {
  const runs = [makeRun('a'), makeRun('deep/er/b')];
  mkdirSync(join(folder, 'photos'));
  writeFileSync(join(folder, 'photos', 'recipe.yaml'), 'of a cake');
  writeFileSync(join(folder, 'notes.txt'), 'x');
  expect(findRuns(folder)).toEqual(runs);
  expect(findRuns(join(folder, 'photos'))).toEqual([]);
  expect(() => findRuns(join(folder, 'none'))).toThrow(`There is no folder ${join(folder, 'none')}.`);
  expect(() => runStatus(join(folder, 'photos'))).toThrow(/photos is not a run: give the folder of a run\.$/);
  const size = sizeOnDisk(join(folder, 'a'));
  writeFileSync(join(folder, 'a', 'checkpoints', 'x'), 'x'.repeat(1000));
  expect(sizeOnDisk(join(folder, 'a'))).toBe(size + 1000);
});

test('a broken recipe costs what it says, no more', () => {
  const run = makeRun('broken', { records: [{ step: 7, loss: 2 }], events: [began(process.pid)] });
  writeFileSync(join(run, 'recipe.yaml'), 'stage: [');
  expect(runStatus(run)).toMatchObject({ stage: null, step: 7, totalSteps: 1000, best: { value: 2 } });
});

test('runs side by side: keys that differ from the first, last figures', () => {
  const a = makeRun('a', {
    records: [
      { step: 1, loss: 3 },
      { step: 2, loss: 2, codeUse: 0.5 },
    ],
  });
  const b = makeRun('b', { overrides: ['optimizer.lr=0.5'], records: [{ step: 2, loss: 1 }] });
  const c = makeRun('c', { overrides: ['seed=9'] });
  const lr = loadRecipe('cifar10-tokenizer').optimizer.lr;
  expect(compareRuns([a, b, c])).toEqual({
    recipe: [
      { key: 'optimizer.lr', values: [lr, 0.5, lr] },
      { key: 'seed', values: [0, 0, 9] },
    ],
    figures: [
      { name: 'loss', values: [2, 1, null] },
      { name: 'codeUse', values: [0.5, null, null] },
    ],
  });
});

test('runs by their best: losses the lower the better, others the higher', () => {
  const a = makeRun('a', {
    records: [
      { step: 1, loss: 3, valAccuracy: 0.5 },
      { step: 2, loss: 4 },
    ],
  });
  const b = makeRun('b', {
    records: [
      { step: 1, loss: 2, valAccuracy: 0.4 },
      { step: 2, loss: 9 },
    ],
  });
  makeRun('without');
  const ranked = (name: string) => rankRuns(folder, name).map(({ folder, value }) => [folder, value]);
  expect(ranked('loss')).toEqual([
    [b, 2],
    [a, 3],
  ]);
  expect(ranked('valAccuracy')).toEqual([
    [a, 0.5],
    [b, 0.4],
  ]);
  expect(() => rankRuns(folder, 'los')).toThrow(
    `No run in ${folder} has a metric "los": there are loss, valAccuracy.`,
  );
});

test('the commands print tables, and the same as JSON', () => {
  const records = [
    { step: 1, loss: 3 },
    { step: 2, loss: 2 },
  ];
  const run = makeRun('tok', { records, events: [{ event: 'finished', step: 2 }] });
  const beit2 = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
    expect({ args, status, stderr }).toEqual({ args, status: 0, stderr: '' });
    return stdout;
  };
  expect(beit2('runs', 'ls', folder)).toMatch(
    /^run +stage +recipe +state +step +best +age +size\n\S+tok +tokenizer +cifar10-tokenizer +finished +2 +loss 2 at step 2 +\d+ s +0\.0 MB\n$/,
  );
  expect(beit2('status', run)).toMatch(/^state +finished; last line \d+ s ago\nsteps +2$/m);
  expect(JSON.parse(beit2('runs', 'show', run, '--json'))).toMatchObject({
    step: 2,
    metrics: [{ name: 'loss', value: 2, step: 2 }],
    recipe: { batchSize: 50 },
  });
  expect(beit2('runs', 'best', folder, '--by', 'loss')).toMatch(/^run +loss +step\n\S+tok +2 +2\n$/);
});
