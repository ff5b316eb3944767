/**
 * The training commands in several processes: the same losses, the end of a process, and going on with another number of them.
 * torchrun needs a Python with torch, in BEIT2_PYTHON or as python3; its test is skipped without.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recipeToYaml } from '#beit2/config/recipe.js';
import { bin, ranksOf, start } from '../processes.js';
import { makePictures, tinyRecipe } from '../stages/tiny.js';

const python = process.env.BEIT2_PYTHON ?? 'python3';
const hasTorchrun = spawnSync(python, ['-c', 'import torch.distributed.run']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'beit2-cli-ranks-'));
const recipe = join(folder, 'tiny.yaml');

beforeAll(async () => {
  const pictures = join(folder, 'pictures');
  await makePictures(pictures);
  const overrides = [
    `data.train=${pictures}`,
    'target={ kind: pixels, normalize: true }',
    'model.dropPath=0',
    'batchSize=12',
    'precision=float32',
    'checkpoint.every.steps=2',
  ];
  writeFileSync(recipe, recipeToYaml(tinyRecipe('pretrain', 'pretrain', overrides)));
});
afterAll(() => rmSync(folder, { recursive: true }));

const steps = 24;
const commandOf = (run: string): string[] => [
  bin,
  'pretrain',
  recipe,
  `duration.steps=${steps}`,
  '--run',
  run,
];
const lossesOf = (run: string): number[] =>
  readFileSync(join(run, 'metrics.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { loss?: number })
    .flatMap(({ loss }) => (loss === undefined ? [] : [loss]));

/** Kills a rank once its run has written so many steps. */
async function killRank(run: string, rank: number, afterSteps: number): Promise<void> {
  const metrics = join(run, 'metrics.jsonl');
  while (!existsSync(metrics) || lossesOf(run).length < afterSteps) await sleep(20);
  process.kill(ranksOf(run).get(rank) ?? NaN, 'SIGKILL');
}

function expectClose(got: readonly number[], want: readonly number[]): void {
  expect(got.length).toBe(want.length);
  for (const [i, loss] of got.entries())
    expect(Math.abs(loss - (want[i] ?? NaN)), `step ${i + 1}`).toBeLessThan(1e-5);
}

const alone = join(folder, 'alone');
beforeAll(async () => {
  const { code, text } = await start(process.execPath, commandOf(alone)).ended;
  expect(code, text).toBe(0);
});

test.each([2, 3])('--nproc-per-node %i: the losses of one process', async (processes) => {
  const run = join(folder, `of-${processes}`);
  const args = [...commandOf(run), '--nproc-per-node', String(processes)];
  const { code, text } = await start(process.execPath, args).ended;
  expect(code, text).toBe(0);
  expect(text).toContain(`Training in ${processes} processes (--nproc-per-node), which met at 127.0.0.1:`);
  expectClose(lossesOf(run), lossesOf(alone));
});

test('a killed process ends all with its name; one process goes on from the checkpoint of two', async () => {
  const run = join(folder, 'killed');
  const { ended } = start(process.execPath, [...commandOf(run), '--nproc-per-node', '2']);
  await killRank(run, 1, 5);
  const killedAt = Date.now();
  const { code, text } = await ended;
  expect(code).toBe(1);
  expect(Date.now() - killedAt).toBeLessThan(60_000);
  expect(text).toContain('error: Training ended: rank 1 ended with signal SIGKILL.');
  expect(text).not.toContain('unexpected');
  const resumed = await start(process.execPath, [...commandOf(run), '--resume']).ended;
  expect(resumed.code, resumed.text).toBe(0);
  expectClose(lossesOf(run), lossesOf(alone));
});

test.each([2, 3])(
  '%i processes with stochastic depth, killed and resumed, are those never stopped, to the bit',
  async (processes) => {
    const own = ['model.dropPath=0.5', '--nproc-per-node', String(processes)];
    const whole = join(folder, `whole-${processes}`);
    const broken = join(folder, `broken-${processes}`);
    const never = await start(process.execPath, [...commandOf(whole), ...own]).ended;
    expect(never.code, never.text).toBe(0);
    const { ended } = start(process.execPath, [...commandOf(broken), ...own]);
    await killRank(broken, processes - 1, 5);
    expect(await ended).toMatchObject({ code: 1 });
    const resumed = await start(process.execPath, [...commandOf(broken), ...own, '--resume']).ended;
    expect(resumed.code, resumed.text).toBe(0);
    expect(resumed.text).toContain('Resuming from');
    const weights = (run: string) => readFileSync(join(run, 'latest', 'model.safetensors'), 'base64');
    const tensors = (run: string) => weights(run).slice(-2_000); // the header holds the recipe, with the run's own paths
    expect(tensors(broken)).toBe(tensors(whole));
    expect(lossesOf(broken)).toEqual(lossesOf(whole));
    // Two steps from a checkpoint, whose paths are drawn anew on each rank.
    const args = [bin, 'replay', broken, '--step', String(steps), '--json'];
    const replayed = await start(process.execPath, [...args, '--nproc-per-node', String(processes)]).ended;
    expect(replayed.code, replayed.text).toBe(0);
    expect(replayed.text).toContain(`step-000000${steps - 2}`);
  },
);

test('Ctrl-C reaches all processes: saved, and the exit code of one process', async () => {
  const run = join(folder, 'stopped');
  const { child, ended } = start(process.execPath, [...commandOf(run), '--nproc-per-node', '2']);
  while (!existsSync(join(run, 'latest'))) await sleep(20);
  child.kill('SIGTERM');
  const { code, text } = await ended;
  expect(code, text).toBe(143);
  expect(text.match(/Stopped after step \d+ and saved/g)?.length).toBe(1);
  expect(text).not.toContain('error');
});

test('a wrong recipe is said once, and processes that a launcher started are not started again', async () => {
  const args = [...commandOf(join(folder, 'wrong')), '--nproc-per-node', '2'];
  const wrong = await start(process.execPath, [...args, 'optimizer.rl=1']).ended;
  expect(wrong.code).toBe(1);
  expect(wrong.text.match(/error/g)?.length).toBe(1);
  const env = { ...process.env, RANK: '0', WORLD_SIZE: '2', MASTER_ADDR: '127.0.0.1' };
  const twice = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  expect(twice.status).toBe(1);
  expect(twice.stderr).toContain(
    'This is one of 2 processes already (RANK and WORLD_SIZE): leave --nproc-per-node out.',
  );
});

test.skipIf(!hasTorchrun)('torchrun starts the job anew after a killed process, and it goes on', async () => {
  const run = join(folder, 'torchrun');
  const launcher = [
    '-m',
    'torch.distributed.run',
    '--no-python',
    '--nproc-per-node',
    '2',
    '--max-restarts',
    '1',
    '--',
  ];
  const { ended } = start(python, [...launcher, process.execPath, ...commandOf(run)]);
  await killRank(run, 1, 5);
  const { code, text } = await ended;
  expect(code, text).toBe(0);
  expect(text).toContain('Training in 2 processes (torchrun), which met at ');
  expect(text).toContain('Resuming from');
  expectClose(lossesOf(run), lossesOf(alone));
});
