/** What can be told of a run from its folder, while it trains or afterwards. Nothing is written. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Recipe, Stage } from '../config/schema.js';
import { UserError } from '../errors.js';
import { CheckpointStore } from '../train/run/checkpoint.js';
import { readMetrics, type MetricRecord } from '../train/run/metrics.js';
import { isAlive, lockHolder } from '../train/run/run-lock.js';
import { readEvents, type RunEvent } from '../train/run/run-log.js';
import { readRunRecipe } from '../train/run/run-recipe.js';
import { bestOfStage, lastValues, valuesOf, type Figure } from './run-figures.js';

/**
 * `running`: its process is there; `died`: it ended without a word, as by SIGKILL; `unknown`: it trains on another machine, or
 * an older version wrote its log.
 */
export type RunState = 'running' | 'finished' | 'stopped' | 'failed' | 'diverged' | 'died' | 'unknown';

/** Ages and times are in seconds, sizes in bytes; null is what cannot be known. */
export interface RunStatus {
  folder: string;
  name: string;
  stage: Stage | null;
  recipe: string | null;
  state: RunState;
  process: { host: string; pid: number; processes: number; isAlive: boolean | null } | null;
  /** Since the last line of its metrics or log. */
  lastLineAge: number | null;
  step: number;
  totalSteps: number | null;
  secondsLeft: number | null;
  imagesPerSecond: number | null;
  /** Share of the time since the record before. */
  dataWait: number | null;
  /** Resident, of the process that writes. */
  memory: number | null;
  /** Losses and accuracies: the last value, and that of half the steps. */
  losses: { name: string; now: Figure; before: Figure | null }[];
  best: Figure | null;
  codebook: { level: string; sentence: string } | null;
  checkpoint: { path: string; step: number; age: number } | null;
  /** The last event that was a warning or an error. */
  lastProblem: { time: string; level: string; message: string } | null;
}

/** Whether a folder holds a run: two of the things that one writes. */
export function isRun(folder: string): boolean {
  const names = ['recipe.yaml', 'metrics.jsonl', 'checkpoints', 'log.txt'];
  return names.filter((name) => existsSync(join(folder, name))).length >= 2;
}

/** A run's recipe, null where it has none that can be read. */
export function recipeOf(folder: string): Recipe | null {
  try {
    return readRunRecipe(folder).recipe;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** @throws UserError when the folder holds no run */
export function runStatus(folder: string, now = Date.now()): RunStatus {
  if (!isRun(folder)) throw new UserError(`${folder} is not a run: give the folder of a run.`);
  const records = readMetrics(join(folder, 'metrics.jsonl'));
  const events = readEvents(folder);
  const recipe = recipeOf(folder);
  const began = events.findLast((event) => event.event === 'began');
  const stage = recipe?.stage ?? null;
  const last = records.at(-1);
  const step = last?.step ?? 0;
  const total = began?.totalSteps ?? recipe?.duration.steps ?? null;
  const imagesPerSecond = valuesOf(records, 'imagesPerSecond').at(-1)?.value ?? null;
  const process = began ? processOf(folder, began) : null;
  const state = stateOf(events, process);
  const isDue = state === 'running' && total !== null && recipe !== null && Boolean(imagesPerSecond);
  return {
    folder,
    name: basename(resolve(folder)),
    stage,
    recipe: recipe?.name ?? null,
    state,
    process,
    lastLineAge: ageOf(
      ['metrics.jsonl', 'log.jsonl', 'log.txt'].map((name) => join(folder, name)),
      now,
    ),
    step,
    totalSteps: total,
    secondsLeft: isDue ? ((total - step) * recipe.batchSize) / (imagesPerSecond ?? 1) : null,
    imagesPerSecond,
    dataWait: valuesOf(records, 'dataWait').at(-1)?.value ?? null,
    memory: state === 'running' && process ? residentBytes(process.pid) : null,
    losses: lossesOf(records),
    best: bestOfStage(records, stage),
    codebook: codebookOf(records),
    checkpoint: checkpointOf(folder, now),
    lastProblem: problemOf(events),
  };
}

/** Of the run's lock; without one, of its log, which tells less: a number may be another process's by now. */
function processOf(folder: string, began: RunEvent & { event: 'began' }): RunStatus['process'] {
  const { host, pid, processes } = began;
  const own = { host, pid, isAlive: host === hostname() ? isAlive(pid) : null };
  return { ...(lockHolder(folder) ?? own), processes };
}

const ends = ['finished', 'stopped', 'failed', 'diverged'] as const;

function stateOf(events: readonly RunEvent[], process: RunStatus['process']): RunState {
  const alive = process?.isAlive ?? null;
  const last = events.findLast(({ event }) => event === 'began' || ends.some((end) => end === event))?.event;
  const end = ends.find((name) => name === last);
  if (end !== undefined) return end;
  if (last === undefined || alive === null) return 'unknown';
  return alive ? 'running' : 'died';
}

/** Since the newest of some files was written. */
function ageOf(paths: readonly string[], now: number): number | null {
  const times = paths.flatMap((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? []);
  return times.length === 0 ? null : Math.max(0, (now - Math.max(...times)) / 1000);
}

/** Linux alone tells it of another process. */
function residentBytes(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

function lossesOf(records: readonly MetricRecord[]): RunStatus['losses'] {
  const shown = lastValues(records).filter(({ name }) => /loss$|accuracy$/i.test(name));
  return shown.map((now) => {
    const before = valuesOf(records, now.name).findLast(({ step }) => step <= now.step / 2) ?? null;
    return { name: now.name, now, before };
  });
}

function codebookOf(records: readonly MetricRecord[]): RunStatus['codebook'] {
  const verdict = records.findLast(({ health }) => typeof health === 'string');
  return verdict ? { level: String(verdict.healthLevel), sentence: String(verdict.health) } : null;
}

function checkpointOf(folder: string, now: number): RunStatus['checkpoint'] {
  const path = new CheckpointStore(folder, 1, () => undefined).newestPath();
  const age = path === null ? null : ageOf([join(path, 'state.json')], now);
  return path === null || age === null ? null : { path, step: Number(basename(path).slice(5)), age };
}

function problemOf(events: readonly RunEvent[]): RunStatus['lastProblem'] {
  const last = events.findLast(({ level }) => level !== 'info');
  return last && 'message' in last ? { time: last.time, level: last.level, message: last.message } : null;
}
