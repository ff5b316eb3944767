/**
 * What a checkpoint of 1.27 GB costs: a classifier of 79 million parameters (base/16 of eleven blocks) with AdamW's moments and an average
 * of its weights, trained by the command itself on images made here.
 *
 *   npx tsx bench/checkpoint.ts stop [--saves 6] [--every 12]      how long training stops for one, and what it loses
 *   npx tsx bench/checkpoint.ts load --python python3 [--repeats 5]  loading it against torch.load of the same bytes
 *   npx tsx bench/checkpoint.ts signals [--signals 8]              SIGTERM to exit: in steps, saves, evaluations, and where data stall
 *
 * --folder keeps the runs and takes up those that are there; --precision and --batch are of training. A small disk check comes first, since a
 * checkpoint cannot be written faster than the disk writes.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { optim } from '@beit2/torch';
import sharp from 'sharp';

import { loadStageRecipe } from '../packages/beit2/dist/config/recipe.js';
import { classifierModel } from '../packages/beit2/dist/open/networks.js';
import { openOptimizer } from '../packages/beit2/dist/train/optimizer-groups.js';
import { CheckpointStore } from '../packages/beit2/dist/train/run/checkpoint.js';
import { readMetrics } from '../packages/beit2/dist/train/run/metrics.js';
import { restoreWhole } from '../packages/beit2/dist/train/run/resuming/restore-whole.js';
import { World } from '../packages/beit2/dist/train/world.js';
import { inRounds, load, median, oursOf, peerOf, ratioOf } from './rounds.js';

const { values: options, positionals } = parseArgs({
  options: {
    saves: { type: 'string', default: '6' },
    every: { type: 'string', default: '12' },
    repeats: { type: 'string', default: '5' },
    signals: { type: 'string', default: '8' },
    precision: { type: 'string', default: 'auto' },
    batch: { type: 'string', default: '4' },
    python: { type: 'string', default: 'python3' },
    folder: { type: 'string' },
    once: { type: 'boolean', default: false }, // loads once, and prints the time as JSON
  },
  allowPositionals: true,
});
const [mode = 'stop'] = positionals;
const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'bench-checkpoint-'));
const pictures = join(folder, 'pictures');
const bin = join(import.meta.dirname, '../packages/beit2/bin/beit2.js');
const classes = 10;

const recipe = [
  ...[
    'model.dim=768',
    'model.depth=11',
    'model.heads=12',
    'emaDecay=0.9999',
    'data.val=null',
    'optimizer.accumulate=1',
  ],
  ...[`batchSize=${options.batch}`, `precision=${options.precision}`, 'log.every=1', 'log.tensorboard=false'],
  ...['duration.steps=1000000', 'checkpoint.every.steps=1000000', 'data.workers=1', 'checkpoint.keep=2'],
];

/** Noise, in folders of ten classes. */
async function makePictures(): Promise<void> {
  for (let index = 0; index < 80; index++) {
    const place = join(pictures, String(index % classes));
    mkdirSync(place, { recursive: true });
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const image = sharp({ create: { width: 256, height: 256, channels: 3, background: '#808080', noise } });
    await image.jpeg().toFile(join(place, `${index}.jpg`));
  }
}

/** Starts training, or resumes it. */
function train(run: string, ...own: string[]): ChildProcess {
  const isThere = existsSync(join(run, 'latest'));
  const values = [...recipe, `data.train=${pictures}`, ...own];
  const args = [...(isThere ? ['--resume'] : ['finetune', ...values]), '--run', run];
  return spawn(process.execPath, [bin, 'finetune', ...args, ...(isThere ? own : [])], { stdio: 'ignore' });
}

/** Milliseconds of each step, and those before it in which a checkpoint stopped training. */
const stepsOf = (run: string) =>
  readMetrics(join(run, 'metrics.jsonl')).flatMap(({ step, stepSeconds, checkpoint = 0 }) => {
    if (stepSeconds === undefined) return [];
    const [seconds, share] = [Number(stepSeconds), Number(checkpoint)];
    return [{ step, stopped: 1000 * seconds * share, ms: 1000 * seconds * (1 - share) }];
  });

/** What a run's log tells of its checkpoints: the step, and how long they were on their way to the disk. */
function savesOf(run: string): { step: number; seconds: number }[] {
  const path = join(run, 'log.jsonl');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"saved"'));
  return lines.map((line) => JSON.parse(line) as { step: number; seconds: number });
}

const endOf = ({ exitCode, signalCode }: ChildProcess): string | null =>
  exitCode === null ? signalCode : `exit code ${exitCode}`;

async function until(isSo: () => boolean, child: ChildProcess): Promise<void> {
  while (!isSo()) {
    if (endOf(child) !== null) throw new Error(`training has ended by itself (${endOf(child) ?? ''})`);
    await sleep(20);
  }
}

async function ended(child: ChildProcess): Promise<string> {
  while (endOf(child) === null) await sleep(2);
  return endOf(child) ?? '';
}

/** Steps undisturbed, then a checkpoint, in turn: of each checkpoint the stop, and what the steps beside its writing took longer. */
async function stop(): Promise<void> {
  const run = join(folder, 'stop');
  const every = Number(options.every);
  const child = train(run, `checkpoint.every.steps=${every}`);
  await until(() => savesOf(run).length > Number(options.saves), child); // the first one is not counted: memory is new
  child.kill('SIGTERM');
  await ended(child);
  const steps = stepsOf(run);
  const saves = savesOf(run).slice(1, -2); // without the last due one, after which no steps follow, and that of the signal
  const costs = saves.map(({ step, seconds }) => {
    const after = steps.filter((one) => one.step > step && one.step <= step + every);
    let elapsed = 0;
    const beside = after.filter(({ ms }) => (elapsed += ms) - ms < 1000 * seconds);
    const undisturbed = median(after.slice(beside.length + 1).map(({ ms }) => ms));
    const stopped = after[0]?.stopped ?? NaN;
    const slower = beside.reduce((sum, { ms }) => sum + ms - undisturbed, 0);
    return { stopped, seconds, slower, undisturbed, beside: beside.length };
  });
  console.table(
    costs.map((cost) =>
      Object.fromEntries(Object.entries(cost).map(([k, v]) => [k, Math.round(10 * v) / 10])),
    ),
  );
  const middle = (name: 'stopped' | 'slower' | 'seconds') => median(costs.map((cost) => cost[name]));
  const lost = middle('stopped') + middle('slower');
  console.log(
    `training stops for ${middle('stopped').toFixed(0)} ms; on the disk after ${middle('seconds').toFixed(1)} s; ` +
      `lost at one a minute: ${(lost / 600).toFixed(2)} % (${middle('slower').toFixed(0)} ms of slower steps)`,
  );
}

/** Milliseconds to load and check the newest checkpoint of a run into a model and its optimizer. */
async function loadOnce(run: string): Promise<number> {
  const settings = loadStageRecipe('finetune', 'finetune', recipe);
  const model = classifierModel(settings, classes);
  const layerDecay = { decay: settings.optimizer.layerDecay, depth: settings.model.depth };
  const optimizer = openOptimizer(model, settings.optimizer, World.alone, layerDecay);
  const average = new optim.ExponentialMovingAverage(model, { decay: 0.9999 });
  const start = performance.now();
  const store = new CheckpointStore(run, 1, () => undefined);
  const checkpoint = store.newestToLoad();
  if (!checkpoint) throw new Error(`${run} has no checkpoint`);
  await restoreWhole(checkpoint, store, { model, optimizer, average, generators: {} });
  return performance.now() - start;
}

async function compareLoads(): Promise<void> {
  const run = join(folder, 'stop');
  if (!existsSync(join(run, 'latest'))) {
    const child = train(run);
    await until(() => stepsOf(run).length > 1, child);
    child.kill('SIGTERM');
    await ended(child);
  }
  const file = join(folder, 'checkpoint.pt');
  const saver = join(import.meta.dirname, 'peers/save_checkpoint.py');
  const saved = spawnSync(options.python, [saver, join(run, 'latest'), file], { stdio: 'inherit' });
  if (saved.status !== 0) throw new Error('the same tensors could not be written by PyTorch');
  const ours = () => oursOf('checkpoint', ['load', '--once', '--folder', folder]);
  const theirs = () => peerOf(options.python, 'load-checkpoint', [file]);
  ours(); // both from the system's cache
  theirs();
  const times = inRounds(Number(options.repeats), { ours, theirs });
  const [own, their] = [
    times.ours.map(({ loadMs = NaN }) => loadMs),
    times.theirs.map(({ loadMs = NaN }) => loadMs),
  ];
  const { median: ratio, range } = ratioOf(own, their);
  console.log(
    `loaded in ${median(own).toFixed(0)} ms, by torch.load in ${median(their).toFixed(0)} ms: ${ratio.toFixed(2)} (${range})`,
  );
}

/** Where a signal comes. */
const moments = ['a step', 'a save', 'an evaluation', 'stalled data'] as const;

async function signals(): Promise<void> {
  const rows: { moment: string; seconds: number; end: string; saved: boolean }[] = [];
  for (let i = 0; i < Number(options.signals); i++) {
    const moment = moments[i % moments.length] ?? 'a step';
    const run = join(folder, `signal-${i}`);
    const evaluates = moment === 'an evaluation' ? [`data.val=${pictures}`, 'evaluate.every.steps=4'] : [];
    const every = moment === 'a save' ? ['checkpoint.every.steps=4'] : [];
    const child = train(run, ...every, ...evaluates);
    await until(() => stepsOf(run).length >= 4, child);
    if (moment === 'stalled data') {
      stall();
      await sleep(30_000); // the batches that were made ahead are used up
    }
    await sleep(moment === 'stalled data' ? 0 : 500 + ((i * 977) % 2_500));
    const steps = stepsOf(run).length;
    const start = performance.now();
    child.kill('SIGTERM');
    const end = await ended(child);
    const seconds = (performance.now() - start) / 1000;
    const last = savesOf(run).at(-1)?.step ?? 0;
    rows.push({ moment, seconds, end, saved: last >= steps });
    if (moment === 'stalled data') unstall();
    rmSync(run, { recursive: true });
  }
  console.table(rows.map((row) => ({ ...row, seconds: Number(row.seconds.toFixed(2)) })));
}

/** Puts pipes that nobody writes to in the place of the images, all at once: a path that is not there would be a broken image. */
function stall(): void {
  const pipes = `${pictures}-pipes`;
  mkdirSync(pipes);
  for (const path of readdirSync(pictures, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.jpg')) spawnSync('mkfifo', [join(pipes, path)]);
    else mkdirSync(join(pipes, path), { recursive: true });
  }
  renameSync(pictures, `${pictures}-away`);
  renameSync(pipes, pictures);
}

function unstall(): void {
  rmSync(pictures, { recursive: true });
  renameSync(`${pictures}-away`, pictures);
}

if (options.once) {
  console.log(JSON.stringify({ loadMs: await loadOnce(join(folder, 'stop')) }));
} else {
  if (!existsSync(pictures)) await makePictures();
  console.log(load());
  await { stop, load: compareLoads, signals }[mode as 'stop' | 'load' | 'signals']();
  console.log(load());
  if (options.folder === undefined) rmSync(folder, { recursive: true });
}
