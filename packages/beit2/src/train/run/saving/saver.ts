/**
 * Saving checkpoints beside training: tensors are copied into memory shared with another thread, which writes, adds up checksums, flushes
 * and reads back. Training stands still only for those that a forward pass may change; the others are copied during the next forward and
 * backward pass, and the optimizer waits for what is left of the copy.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';
import { byteCount, type RawTensor } from '@beit2/torch/safetensors';
import { UserError } from '../../../errors.js';
import { recipeToYaml } from '../../../config/recipe.js';
import type { Recipe } from '../../../config/schema.js';
import type { CheckpointFiles, CheckpointState, Position } from '../checkpoint.js';
import { changesInStep, filesOf, stateOf, type TrainingState } from '../training-state.js';

/** Where checkpoints go. */
interface Target {
  /** Folder of a run, or one laid out as it. */
  run: string;
  /** How many of the newest stay. */
  keep: number;
  /** Checkpoints of later steps go too: those of a training that ended otherwise. */
  isOnly?: boolean;
}

/** Tensors of each file of a checkpoint, as training changes them; by its name without `.safetensors`. */
export type LiveFiles = Record<string, ReadonlyMap<string, Tensor>>;

/** What a checkpoint will hold, its tensors not copied yet. */
interface Live {
  state: CheckpointState;
  files: LiveFiles;
  metadata: Record<string, string>;
}

/** Tensors, and where each goes. */
interface Copies {
  tensors: Tensor[];
  targets: Uint8Array[];
}

interface SaveOrder extends Target {
  kind: 'save';
  state: CheckpointState;
  files: CheckpointFiles;
  metadata: Record<string, string>;
  /** How far the copy is, see torch.beginCopy(): `files` are to be read once it is whole. */
  copied: Int32Array;
}

interface AmendOrder extends Target {
  kind: 'amend';
  step: number;
  values: Record<string, unknown>;
}

export type SaverOrder = SaveOrder | AmendOrder | { kind: 'touch'; memory: Uint8Array[] };
export type SaverReply =
  { path: string | null } | { failure: { message: string; stack: string | undefined; isExpected: boolean } };

/** Saves the checkpoints of one run. */
export class Saver {
  private worker: Worker | null = null;
  private isClosing = false;
  /** Copies of tensors, by file and name; kept, as fresh memory costs more time than the copy. */
  private readonly memory = new Map<string, Uint8Array>();
  /** What hears of each order's end, in their order. */
  private readonly orders: ((path: string) => void)[] = [];
  private failure: Error | null = null;
  private thrown: Error | null = null;
  private waiting: (() => void)[] = [];
  private newest = -1;
  /** Step of the newest checkpoint that is on the disk. */
  private stored = -1;

  constructor(
    private readonly folder: string,
    private readonly recipe: Recipe,
  ) {}

  /** Step of the newest checkpoint, be it on its way to the disk; below 0 before the first. */
  get step(): number {
    return this.newest;
  }

  /** Tells it of a checkpoint that it did not write: the one that the run goes on from, or one of rank 0. */
  startAt(step: number): void {
    this.newest = this.stored = step;
  }

  /** Whether it has no memory for copies yet. */
  get isUnprepared(): boolean {
    return this.memory.size === 0;
  }

  /** Makes the memory that a checkpoint will take, so that the first one is not slower than the others. */
  prepare(state: TrainingState): void {
    torch.scope(() => {
      this.order({ kind: 'touch', memory: this.makeRoom(filesOf(state)) });
    });
  }

  /**
   * Takes a checkpoint: waits for the one before, copies the tensors, and leaves the rest to the thread.
   * @param values of the run, beside those of its state
   * @param whenSaved told the path once all of it is on the disk
   * @throws the failure of the one before, in one sentence where the user can mend it
   */
  async save(
    position: Position,
    training: TrainingState,
    values: Record<string, unknown>,
    whenSaved: (path: string) => void,
  ): Promise<void> {
    const live = () => {
      const state = stateOf(position, training);
      state.values = { ...state.values, ...values };
      return { state, files: filesOf(training), metadata: training.metadata ?? {} };
    };
    const { step } = position;
    await this.snapshot({ run: this.folder, keep: this.recipe.checkpoint.keep }, live, (path) => {
      this.stored = step;
      whenSaved(path);
    });
    this.newest = step;
  }

  /** Keeps a model in the run's folder `best/`, which is laid out as a run's own checkpoints, in place of the one before. */
  keepBest(
    position: Position,
    model: ReadonlyMap<string, Tensor>,
    values: Record<string, unknown>,
    metadata: Record<string, string>,
  ): Promise<void> {
    const target = { run: join(this.folder, 'best'), keep: 1, isOnly: true };
    const state = { ...position, generators: {}, values };
    return this.snapshot(target, () => ({ state, files: { model }, metadata }));
  }

  private async snapshot(
    target: Target,
    live: () => Live,
    whenSaved: (path: string) => void = () => undefined,
  ): Promise<void> {
    await this.settled();
    torch.scope(() => {
      const { state, files, metadata } = live();
      const texts = { recipe: recipeToYaml(this.recipe), ...metadata };
      this.order({ kind: 'save', ...target, state, ...this.copy(files), metadata: texts }, whenSaved);
    });
  }

  /** Changes values of the checkpoint of a step, once those ordered before are saved. */
  amend(step: number, values: Record<string, unknown>): void {
    this.order({ kind: 'amend', run: this.folder, keep: this.recipe.checkpoint.keep, step, values });
  }

  /** @throws the failure of a checkpoint, once */
  check(): void {
    const { failure } = this;
    this.failure = null;
    if (!failure) return;
    this.thrown = failure;
    throw failure;
  }

  /** Whether an error is the failure of a checkpoint. */
  hasThrown(error: unknown): boolean {
    return error !== undefined && error === this.thrown;
  }

  /** Waits until all that was ordered is on the disk. @throws as `check` does */
  async settled(): Promise<void> {
    torch.finishCopy();
    if (this.orders.length > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.check();
  }

  /** Lets go of the thread and the memory, once what was ordered is on the disk. */
  close(): void {
    this.isClosing = true;
    if (this.orders.length === 0) this.end();
  }

  /** Copies what the next step changes before its end, and begins to copy the rest. */
  private copy(files: LiveFiles): Pick<SaveOrder, 'files' | 'copied'> {
    this.makeRoom(files);
    const now: Copies = { tensors: [], targets: [] };
    const meanwhile: Copies = { tensors: [], targets: [] };
    const copies: Record<string, Map<string, RawTensor>> = {};
    for (const [file, live] of Object.entries(files)) {
      const copied = (copies[file] = new Map<string, RawTensor>());
      for (const [name, tensor] of live) {
        const data = this.memory.get(`${file}/${name}`);
        if (!data) throw new Error(`internal: no room for ${name}`);
        copied.set(name, { dtype: tensor.dtype, shape: [...tensor.shape], data });
        const { tensors, targets } = changesInStep(file, tensor) ? now : meanwhile;
        tensors.push(tensor);
        targets.push(data);
      }
    }
    torch.copyToTypedArrays(now.tensors, now.targets);
    const copied = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    torch.beginCopy(meanwhile.tensors, meanwhile.targets, copied);
    return { files: copies, copied };
  }

  /** Makes room for the tensors that have none of their size, many in one piece. @returns the pieces, which the system has yet to give */
  private makeRoom(files: LiveFiles): Uint8Array[] {
    const missing = entriesOf(files)
      .map(([key, tensor]) => ({ key, length: byteCount(tensor) }))
      .filter(({ key, length }) => this.memory.get(key)?.byteLength !== length);
    const pieces: Uint8Array[] = [];
    while (missing.length > 0) {
      let size = 0;
      const end = missing.findIndex(({ length }, i) => (size += aligned(length)) > pieceBytes && i > 0);
      const inside = missing.splice(0, end < 0 ? missing.length : end);
      const piece = new Uint8Array(
        new SharedArrayBuffer(inside.reduce((sum, { length }) => sum + aligned(length), 0)),
      );
      torch.useHugePages(piece);
      let start = 0;
      for (const { key, length } of inside) {
        this.memory.set(key, piece.subarray(start, start + length));
        start += aligned(length);
      }
      pieces.push(piece);
    }
    return pieces;
  }

  private order(order: SaverOrder, whenSaved: (path: string) => void = () => undefined): void {
    this.worker ??= this.start();
    this.orders.push(whenSaved);
    this.worker.ref();
    this.worker.postMessage(order);
  }

  private start(): Worker {
    const worker = new Worker(new URL('./saver-thread.js', import.meta.url), {
      name: 'beit2 checkpoints',
      execArgv: [], // some options of node, such as --input-type, are for the main script alone
    });
    worker.on('message', (reply: SaverReply) => this.take(reply));
    worker.on('error', (error) => this.lose(worker, error.message));
    worker.on('exit', (code) => this.lose(worker, `exit code ${code}`));
    return worker;
  }

  private take(reply: SaverReply): void {
    const whenSaved = this.orders.shift();
    if ('failure' in reply) this.fail(errorOf(reply.failure));
    else if (reply.path !== null) whenSaved?.(reply.path);
    if (this.orders.length === 0) this.rest();
  }

  /** The thread has ended; by itself only where something is wrong with it. */
  private lose(worker: Worker, why: string): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.fail(new Error(`The thread that writes checkpoints has ended: ${why}.`));
    this.orders.length = 0;
    this.rest();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.newest = this.stored;
  }

  /** Without orders the thread does not keep the process alive. */
  private rest(): void {
    this.worker?.unref();
    for (const resolve of this.waiting.splice(0)) resolve();
    if (this.isClosing) this.end();
  }

  private end(): void {
    const { worker } = this;
    this.worker = null;
    void worker?.terminate();
    this.memory.clear();
  }
}

/** Bytes; below what Node allows an array to have. */
const pieceBytes = 2 ** 30;

/** Bytes of a cache line, where each tensor's copy begins. */
const line = 64;
const aligned = (length: number): number => Math.ceil(length / line) * line;

function entriesOf(files: LiveFiles): [string, Tensor][] {
  return Object.entries(files).flatMap(([file, tensors]) =>
    [...tensors].map(([name, tensor]): [string, Tensor] => [`${file}/${name}`, tensor]),
  );
}

function errorOf({
  message,
  stack,
  isExpected,
}: {
  message: string;
  stack: string | undefined;
  isExpected: boolean;
}): Error {
  if (isExpected) return new UserError(message);
  return Object.assign(new Error(message), { stack });
}
