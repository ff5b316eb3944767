/** What every part of the fault harness shares: tiny runs, the unbroken ones among them, and the comparison with these. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { recipeToYaml } from '#beit2/config/recipe.js';
import type { Stage } from '#beit2/config/schema.js';
import { CheckpointStore, type RunCheckpoint } from '#beit2/train/run/checkpoint.js';
import { bin, start, type Ended, type Started } from '../processes.js';
import { makePictures, numbersOf, tinyRecipe } from '../stages/tiny.js';

export const stages = ['pretrain', 'finetune', 'tokenizer'] as const satisfies readonly Stage[];

const stepsPerEpoch = 5;
const steps = 20;
const perClass = 30;
const batchSize = (2 * perClass) / stepsPerEpoch;

/** What is special about a run. */
export interface Variant {
  stage: Stage;
  /** @default 1 */
  processes?: number;
  /** `key=value` of its recipe, for the unbroken run, too. */
  own?: readonly string[];
}

/** What a command does wrong to itself; see preload.mjs. */
export interface SelfFault {
  /** Of what it is at, and of the images of its steps. @default true */
  trace?: boolean;
  clock?: number;
  endWorkerAtStep?: number;
}

/** A line of a run's trace. */
type Trace =
  { at: 'data' } | { at: 'evaluation' } | { at: 'step'; epoch: number; step: number; images: number[] };

/** A run of the study. */
export interface TestRun extends Required<Variant> {
  name: string;
  folder: string;
}

/** A line of the table. */
export interface Finding {
  fault: string;
  processes: number;
  /** How often it was done. */
  count: number;
  /** What was seen, in words. */
  found: string;
  /** What should not be, one sentence each. */
  deviations: string[];
}

/** A folder of tiny runs. */
export class Study {
  private readonly whole = new Map<string, TestRun>();
  private runs = 0;

  /** @param folder exists, and is empty */
  constructor(
    readonly folder: string,
    readonly seed: number,
  ) {}

  get pictures(): string {
    return join(this.folder, 'pictures');
  }

  /** Makes images, and weights for a tokenizer's teacher. */
  async prepare(): Promise<void> {
    // Large for what is made of them, so that decoding takes as long as the steps.
    await makePictures(this.pictures, { perClass, side: 160 });
    mkdirSync(join(this.folder, 'runs'));
    mkdirSync(join(this.folder, 'traces'));
    for (const stage of stages) {
      const recipe = tinyRecipe(stage, stage, [...common, `data.train=${this.pictures}`, ...this.of(stage)]);
      writeFileSync(this.recipeOf(stage), recipeToYaml(recipe));
    }
    const args = [bin, 'pretrain', this.recipeOf('pretrain'), 'duration.steps=1', '--run', this.teacher];
    const { code, text } = await start(process.execPath, args).ended;
    if (code !== 0) throw new Error(`the teacher could not be trained: ${text}`);
  }

  private get teacher(): string {
    return join(this.folder, 'teacher');
  }

  private of(stage: Stage): string[] {
    const val = `data.val=${this.pictures}`;
    switch (stage) {
      case 'pretrain':
        return [val, 'target={ kind: pixels, normalize: true }', 'model.dropPath=0.3'];
      case 'finetune':
        return [val, 'emaDecay=0.9', 'model.dropPath=0.3'];
      case 'tokenizer':
        return [
          val,
          `teacher={ kind: beit2, path: ${this.teacher}, imageSize: 16 }`,
          'quantizer.kmeans=true',
          'quantizer.revive={ after: 4, below: 0.5 }',
        ];
    }
  }

  private recipeOf(stage: Stage): string {
    return join(this.folder, `${stage}.yaml`);
  }

  /** A run that is not there yet. @param parent folder that it goes to, such as a small disk's */
  newRun({ stage, processes = 1, own = [] }: Variant, parent = join(this.folder, 'runs')): TestRun {
    const name = `${stage}-${processes}-${this.runs++}`;
    return { stage, processes, own, name, folder: join(parent, name) };
  }

  /** Starts a run's command, or resumes it where there is something to resume; `detached`, so that all of it can be killed at once. */
  start(run: TestRun, { trace = true, ...self }: SelfFault = {}, more: readonly string[] = []): Started {
    const { stage, processes, own, folder } = run;
    const words = stage === 'tokenizer' ? ['tokenizer', 'train'] : [stage];
    const isThere = existsSync(join(folder, 'recipe.yaml'));
    const args = [
      ...[bin, ...words],
      ...(isThere ? ['--resume'] : [this.recipeOf(stage)]),
      ...['--run', folder, ...(isThere ? [] : own), ...more],
      ...(processes > 1 ? ['--nproc-per-node', String(processes)] : []),
    ];
    const preload = pathToFileURL(join(import.meta.dirname, 'preload.mjs')).href;
    const env = {
      ...process.env,
      NODE_OPTIONS: `--import=${preload}`,
      BEIT2_TEST_FAULTS: JSON.stringify({ ...self, ...(trace && { trace: this.traceOf(run) }) }),
    };
    return start(process.execPath, args, { env, detached: true });
  }

  private traceOf({ name }: TestRun): string {
    return join(this.folder, 'traces', name);
  }

  /** What a rank of a run was at so far, oldest first. */
  trace(run: TestRun, rank = 0): Trace[] {
    const path = `${this.traceOf(run)}-${rank}`;
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.slice(0, -1).map((line) => JSON.parse(line) as Trace);
  }

  /** The unbroken run of a variant. */
  async wholeOf(variant: Variant): Promise<TestRun> {
    const { stage, processes = 1, own = [] } = variant;
    const key = JSON.stringify([stage, processes, own]);
    const known = this.whole.get(key);
    if (known) return known;
    const run = this.newRun(variant);
    const { code, text } = await this.start(run).ended;
    if (code !== 0) throw new Error(`the unbroken run of ${key} ended with ${code}: ${text}`);
    const deviations = this.imagesOf(run);
    if (deviations.length > 0)
      throw new Error(`the unbroken run of ${key}: ${deviations.slice(0, 3).join('; ')}`);
    this.whole.set(key, run);
    return run;
  }

  /** Checks that each epoch of an unbroken run has each image once. */
  private imagesOf(run: TestRun): string[] {
    const seen = new Map<number, number[]>();
    for (let rank = 0; rank < run.processes; rank++) {
      for (const line of this.trace(run, rank))
        if (line.at === 'step') seen.set(line.epoch, [...(seen.get(line.epoch) ?? []), ...line.images]);
    }
    return [...seen].flatMap(([epoch, images]) => {
      const isWhole = images.length === 2 * perClass && new Set(images).size === images.length;
      return epoch * stepsPerEpoch >= steps || isWhole
        ? []
        : [`epoch ${epoch} has other images than all once`];
    });
  }

  /** Holds a finished run against the unbroken one. @returns what differs, one sentence each */
  async compare(run: TestRun): Promise<string[]> {
    const whole = await this.wholeOf(run);
    const differs = (what: string, same: boolean) => (same ? [] : [`${run.name}: ${what} differs`]);
    const [own, theirs] = [newest(run.folder), newest(whole.folder)];
    if (!own || !theirs) return [`${run.name}: there is no whole checkpoint at its end`];
    const [numbers, wanted] = [numbersOf(run.folder), numbersOf(whole.folder)];
    const best = newest(join(run.folder, 'best'));
    const wantedBest = newest(join(whole.folder, 'best'));
    return [
      ...['model', 'optimizer', 'ema'].flatMap((name) =>
        differs(`${name} at the end`, tensorsOf(own, name) === tensorsOf(theirs, name)),
      ),
      ...differs('the state at the end', stateOf(own) === stateOf(theirs)),
      ...differs('the metrics', JSON.stringify(numbers) === JSON.stringify(wanted)),
      ...differs('best/', tensorsOf(best, 'model') === tensorsOf(wantedBest, 'model')),
      ...this.compareImages(run, whole),
      ...leftOver(run.folder),
    ];
  }

  /** Every time that a step was taken it had the images of the unbroken run's, and all steps were taken. */
  private compareImages(run: TestRun, whole: TestRun): string[] {
    return Array.from({ length: run.processes }, (_, rank) => {
      const wanted = stepsOf(this.trace(whole, rank));
      const own = stepsOf(this.trace(run, rank));
      const wrong = own.filter(([at, images]) => wanted.findLast(([other]) => other === at)?.[1] !== images);
      const missing = new Set(wanted.map(([at]) => at)).size - new Set(own.map(([at]) => at)).size;
      return [
        ...(wrong.length > 0 ? [`${run.name}: rank ${rank} had other images in ${wrong.length} steps`] : []),
        ...(missing !== 0 ? [`${run.name}: rank ${rank} skipped ${missing} steps`] : []),
      ];
    }).flat();
  }

  remove(run: TestRun): void {
    rmSync(run.folder, { recursive: true, force: true });
  }
}

const common = [
  `duration.steps=${steps}`,
  `batchSize=${batchSize}`,
  'precision=float32',
  'data.workers=1',
  'data.cache=0',
  'checkpoint.every.steps=2',
  'checkpoint.keep=2',
  `evaluate.every.steps=${2 * stepsPerEpoch}`, // each starts threads, which take longer than all else
];

const stepsOf = (trace: readonly Trace[]) =>
  trace.flatMap((line) =>
    line.at === 'step' ? [[line.epoch * stepsPerEpoch + line.step, line.images.join()] as const] : [],
  );

/** Checks hashes, too. */
function newest(folder: string): RunCheckpoint | null {
  return new CheckpointStore(folder, 1, () => undefined).newest();
}

function tensorsOf(checkpoint: RunCheckpoint | null, file: string): string {
  if (!checkpoint?.has(file)) return '';
  return [...checkpoint.read(file)]
    .map(([name, tensor]) => `${name} ${Buffer.from(tensor.read().data).toString('base64')}`)
    .join('\n');
}

const stateOf = ({ state }: RunCheckpoint): string => JSON.stringify(state);

/** Files that a run that has ended should not leave. */
function leftOver(folder: string): string[] {
  const names = [folder, join(folder, 'checkpoints')].flatMap((one) => readdirSync(one));
  return names
    .filter((name) => name.startsWith('.') || name.includes('.new-'))
    .map((name) => `${folder} is left with ${name}`);
}

/** How a command ended, for a sentence of what is wrong. */
export const endOf = ({ code, signal, text }: Ended): string =>
  `${code === null ? `by ${signal ?? ''}` : `with ${code}`}: ${text.trim().split('\n').slice(-4).join(' | ')}`;
