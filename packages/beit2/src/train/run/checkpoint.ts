/**
 * Checkpoints of a run: `checkpoints/step-00001200/{model,optimizer,...}.safetensors` and `state.json`.
 *
 * A checkpoint is written into a folder beside its place, flushed to the disk, read back and compared, then renamed, and
 * only then does `latest` point to it and an old one go: a kill at any moment leaves the last whole one. `state.json`
 * holds the checksum of every other file, so a damaged checkpoint is noticed and the one before it is used.
 */

import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type LazyTensor, type RawTensor, safetensorsBytes } from '@beit2/torch/safetensors';
import { isDiskFull, systemSentence, UserError } from '../../errors.js';
import { openSafetensors } from '../../formats/safetensors.js';
import { writeVerified } from '../../files/verified-file.js';
import { hasChecksum } from '../../files/checksum.js';
import { flushFolder, pointTo, readPointer, replaceText } from '../../files/durable-files.js';
import { verifyFiles } from './resuming/verify-files.js';

/** Where a run stands. */
export interface Position {
  /** Optimizer steps done. */
  step: number;
  /** Whole epochs done. */
  epoch: number;
  /** Optimizer steps of the current epoch that are done. */
  epochStep: number;
}

/** The position after so many steps. */
export function positionAt(step: number, stepsPerEpoch: number): Position {
  return { step, epoch: Math.floor(step / stepsPerEpoch), epochStep: step % stepsPerEpoch };
}

/** What a checkpoint holds besides tensors. */
export interface CheckpointState extends Position {
  /** States of random generators, base64, by name. */
  generators: Record<string, string>;
  /** Small values of the stage and its optimizer, as JSON. */
  values: Record<string, unknown>;
}

const currentFormat = 'beit2 checkpoint 1';

interface StateFile extends CheckpointState {
  format: string;
  /** Checksum of each other file by its name, see `hasChecksum`. */
  files: Record<string, string>;
}

/** Tensors that are read one after the other, when their turn comes. */
export type Tensors = ReadonlyMap<string, LazyTensor>;

/** Tensors of each file of a checkpoint, by its name without `.safetensors`. */
export type CheckpointFiles = Record<string, ReadonlyMap<string, LazyTensor | RawTensor>>;

/** A whole checkpoint on disk; its tensors are read when asked for. */
export class RunCheckpoint {
  readonly name: string;

  /** @param damage resolves to what is wrong with its files, without a subject; null where they are whole */
  constructor(
    readonly path: string,
    readonly state: CheckpointState,
    private readonly files: readonly string[],
    readonly damage: Promise<string | null>,
  ) {
    this.name = basename(path);
  }

  has(name: string): boolean {
    return this.files.includes(`${name}.safetensors`);
  }

  /** Tensors of one file, named without its ending, e.g. `model`. @throws UserError when there is none. */
  read(name: string): Tensors {
    if (!this.has(name)) {
      throw new UserError(`${this.path} holds no ${name}.safetensors, only ${this.files.join(', ')}.`);
    }
    return openSafetensors(join(this.path, `${name}.safetensors`)).tensors;
  }
}

/** What a checkpoint folder tells without its large files being read. @throws UserError that says what is missing */
function readFolder(path: string): {
  state: CheckpointState;
  checksums: Record<string, string>;
  bytes: number;
} {
  let file: StateFile;
  try {
    file = JSON.parse(readFileSync(join(path, 'state.json'), 'utf8')) as StateFile;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(
      `${path} is not a checkpoint: its state.json is ${missing ? 'missing' : 'unreadable'}.`,
    );
  }
  const { format, files: checksums, ...state } = file;
  if (format !== currentFormat) {
    throw new UserError(
      `${path} was written by another version: its format is "${format}", not "${currentFormat}".`,
    );
  }
  let bytes = 0;
  for (const name of Object.keys(checksums)) {
    const status = statSync(join(path, name), { throwIfNoEntry: false });
    if (!status) throw new UserError(`${path} is incomplete: ${name} is missing.`);
    bytes += status.size;
  }
  return { state, checksums, bytes };
}

/**
 * Opens one checkpoint folder and checks its files against their checksums.
 * @throws UserError that says what is missing or damaged.
 */
export function openCheckpoint(path: string): RunCheckpoint {
  const { state, checksums } = readFolder(path);
  for (const [name, checksum] of Object.entries(checksums))
    if (!hasChecksum(join(path, name), checksum))
      throw new UserError(`${path} is damaged: ${name} does not match its checksum.`);
  return new RunCheckpoint(path, state, Object.keys(checksums), Promise.resolve(null));
}

/** Bytes; below them the check takes less time than to start threads. */
const worthThreads = 16 << 20;

/** As `openCheckpoint`, but the files of a large one are checked by other threads, and its `damage` tells. */
function openMeanwhile(path: string): RunCheckpoint {
  const { state, checksums, bytes } = readFolder(path);
  if (bytes < worthThreads) return openCheckpoint(path);
  const byPath = Object.entries(checksums).map(([name, checksum]) => [join(path, name), checksum] as const);
  return new RunCheckpoint(path, state, Object.keys(checksums), verifyFiles(Object.fromEntries(byPath)));
}

function nameOf(step: number): string {
  return `step-${String(step).padStart(8, '0')}`;
}

function writeState(path: string, state: StateFile): void {
  replaceText(path, JSON.stringify(state, null, 2) + '\n');
}

/** The checkpoints of one run folder. */
export class CheckpointStore {
  private readonly folder: string;

  /**
   * @param run folder of the run
   * @param keep how many of the newest stay
   * @param warn told in one sentence when a damaged checkpoint is passed over
   */
  constructor(
    private readonly run: string,
    private readonly keep: number,
    private readonly warn: (sentence: string) => void,
  ) {
    this.folder = join(run, 'checkpoints');
  }

  private get isThere(): boolean {
    return statSync(this.folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  }

  /** Names of the checkpoints, oldest first. */
  names(): string[] {
    if (!this.isThere) return [];
    return readdirSync(this.folder)
      .filter((name) => /^step-\d{8,}$/.test(name))
      .sort((a, b) => Number(a.slice(5)) - Number(b.slice(5)));
  }

  /** Where the checkpoint of a step is, or will be. */
  pathOf(step: number): string {
    return join(this.folder, nameOf(step));
  }

  /** Path of the newest checkpoint, whole or not; null before the first. */
  newestPath(): string | null {
    const name = this.names().at(-1);
    return name === undefined ? null : join(this.folder, name);
  }

  /** Removes what a killed process left half written. */
  clean(): void {
    if (!this.isThere) return;
    for (const name of readdirSync(this.folder)) {
      if (name.startsWith('.')) rmSync(join(this.folder, name), { recursive: true, force: true });
    }
  }

  /**
   * Writes a checkpoint and removes old ones.
   * @param metadata texts for the header of every file
   * @returns path of the checkpoint
   * @throws UserError when the system refuses it, such as a full disk; the checkpoints before it are intact
   */
  save(state: CheckpointState, files: CheckpointFiles, metadata: Record<string, string> = {}): string {
    const name = nameOf(state.step);
    const path = this.pathOf(state.step);
    const unfinished = join(this.folder, `.saving-${name}-${process.pid}`);
    try {
      mkdirSync(this.folder, { recursive: true });
      this.write(unfinished, state, files, metadata);
      this.putInPlace(unfinished, path);
    } catch (error) {
      if (this.isThere) rmSync(unfinished, { recursive: true, force: true });
      throw this.explain(error, state.step);
    }
    for (const old of this.names().slice(0, -this.keep)) {
      if (old !== name) rmSync(join(this.folder, old), { recursive: true, force: true });
    }
    return path;
  }

  /** Removes the checkpoints of steps after `step`: those of a training that ended otherwise. */
  removeAfter(step: number): void {
    for (const name of this.names())
      if (Number(name.slice(5)) > step) rmSync(join(this.folder, name), { recursive: true, force: true });
  }

  /** Changes the values of the checkpoint of a step, in one step itself; its tensors stay. Does nothing where there is none. */
  amend(step: number, values: Record<string, unknown>): void {
    const path = join(this.pathOf(step), 'state.json');
    if (!existsSync(path)) return;
    const file = JSON.parse(readFileSync(path, 'utf8')) as StateFile;
    writeState(path, { ...file, values: { ...file.values, ...values } });
  }

  private write(
    folder: string,
    state: CheckpointState,
    files: CheckpointFiles,
    metadata: Record<string, string>,
  ): void {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const checksums: Record<string, string> = {};
    for (const [name, tensors] of Object.entries(files)) {
      const file = join(folder, `${name}.safetensors`);
      checksums[basename(file)] = writeVerified(file, () =>
        safetensorsBytes(tensors, { format: 'pt', ...metadata }),
      );
    }
    const stateFile: StateFile = { format: currentFormat, ...state, files: checksums };
    writeState(join(folder, 'state.json'), stateFile);
  }

  private putInPlace(unfinished: string, path: string): void {
    const replaced = join(dirname(path), `.replaced-${basename(path)}-${process.pid}`);
    if (existsSync(path)) renameSync(path, replaced); // the same step once more, e.g. after a damaged one
    renameSync(unfinished, path);
    flushFolder(this.folder);
    pointTo(join(this.run, 'latest'), join('checkpoints', basename(path)));
    rmSync(replaced, { recursive: true, force: true });
  }

  private explain(error: unknown, step: number): unknown {
    const { bavail, bsize } = statfsSync(this.run);
    const why = isDiskFull(error)
      ? `the disk of ${this.run} is full (${Math.floor((bavail * bsize) / 1e6)} MB free)`
      : systemSentence(error)?.replace(/\.$/, '');
    if (why === undefined) return error;
    const last = this.names().at(-1);
    return new UserError(
      `The checkpoint of step ${step} could not be saved: ${why}; ` +
        `${last ? `${last} is intact` : 'there is none before it'}; ${isDiskFull(error) ? 'free some space' : 'correct this'} and continue with --resume.`,
    );
  }

  /**
   * The newest whole checkpoint, null when there is none at all. Damaged newer ones are passed over with a warning.
   * @throws UserError when there are checkpoints but none is whole
   */
  newest(): RunCheckpoint | null {
    return this.firstWhole(this.names(), [], openCheckpoint);
  }

  /** As `newest`, for training to go on from: the files of a large one are checked while others are loaded, see `restoreWhole`. */
  newestToLoad(): RunCheckpoint | null {
    return this.firstWhole(this.names(), [], openMeanwhile);
  }

  /**
   * The newest whole checkpoint of fewer steps than a damaged one.
   * @param sentence that tells the damage
   * @throws UserError with it when none is whole
   */
  newestAfterDamage(sentence: string, step: number): RunCheckpoint {
    const older = this.names().filter((name) => Number(name.slice(5)) < step);
    const checkpoint = this.firstWhole(older, [sentence], openCheckpoint);
    if (!checkpoint) throw new Error('internal: damage leaves a checkpoint or an error');
    return checkpoint;
  }

  private firstWhole(
    names: readonly string[],
    damage: string[],
    open: (path: string) => RunCheckpoint,
  ): RunCheckpoint | null {
    for (const name of names.toReversed()) {
      try {
        const checkpoint = open(join(this.folder, name));
        for (const sentence of damage) this.warn(`${sentence} Resuming from ${name} instead.`);
        return checkpoint;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        damage.push(error.message);
      }
    }
    if (damage[0] === undefined) return null;
    throw new UserError(`No complete checkpoint is left in ${this.folder}. ${damage[0]}`);
  }
}

/** Bytes; a file above them is not "latest" of a system without links. */
const longestPointer = 1024;

/**
 * The checkpoint that `path` means: a checkpoint's folder, a run's folder (its newest whole one), or its `latest`.
 * @throws UserError when there is none
 */
export function findCheckpoint(path: string, warn: (sentence: string) => void): RunCheckpoint {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status) throw new UserError(`There is no checkpoint at ${path}: the path does not exist.`);
  if (status.isFile()) {
    const target = status.size < longestPointer ? readPointer(path) : null;
    if (target === null || !existsSync(join(dirname(path), target, 'state.json'))) {
      throw new UserError(
        `${path} is a file, not a run: give the folder of a run or of one of its checkpoints.`,
      );
    }
    return openCheckpoint(join(dirname(path), target));
  }
  if (existsSync(join(path, 'state.json'))) return openCheckpoint(path);
  const checkpoint = new CheckpointStore(path, 1, warn).newest();
  if (!checkpoint)
    throw new UserError(`${path} contains no checkpoint: give the folder of a run that saved one.`);
  return checkpoint;
}
