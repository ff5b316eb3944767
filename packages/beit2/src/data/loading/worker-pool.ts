import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { UserError } from '../../errors.js';
import type { OnWait } from '../remote/patience.js';
import {
  BatchFiller,
  NoReplacementError,
  type BatchOrder,
  type BrokenImage,
  type FillerSetup,
} from './batch-filler.js';

export type WorkerMessage = BatchOrder | 'close';
export type WorkerReply =
  | { slot: number; broken: BrokenImage[] }
  | { slot: number; noReplacement: BrokenImage }
  /** The sentence of a UserError: the source is out of reach. */
  | { slot: number; failure: string }
  /** A server keeps the images waiting. */
  | { wait: string };

/** Makes batches somewhere; orders are worked on in the order they are given. */
export interface BatchMaker {
  /** Fills the order's slot. Rejects with NoReplacementError, UserError where the source is out of reach, or with any other error when the maker has failed. */
  make(order: BatchOrder): Promise<BrokenImage[]>;
  close(): Promise<void>;
}

/** Makes batches in this thread, between other work. */
export class InlineMaker implements BatchMaker {
  private readonly filler: BatchFiller;
  private line: Promise<unknown> = Promise.resolve();

  constructor(setup: FillerSetup, onWait: OnWait) {
    this.filler = new BatchFiller(setup, onWait);
  }

  make(order: BatchOrder): Promise<BrokenImage[]> {
    const made = this.line.then(() => this.filler.fill(order));
    this.line = made.catch(() => undefined);
    return made;
  }

  async close(): Promise<void> {
    await Promise.race([this.line, sleep(closeTimeoutMs, stuck, unref)]);
  }
}

interface Pending {
  resolve: (broken: BrokenImage[]) => void;
  reject: (error: Error) => void;
}

/** For what a thread has under way; a read that never answers must not keep the process. */
const closeTimeoutMs = 1_000;
const [stuck, unref] = ['stuck', { ref: false }];

/**
 * Makes batches in worker threads, order n in thread n modulo their number. Orders wait at the threads, so that these
 * stay busy while the main thread is in a long call.
 */
export class WorkerPool implements BatchMaker {
  private readonly workers: Worker[];
  private readonly exits: Promise<void>[];
  private readonly pending = new Map<number, Pending>();
  private orders = 0;
  private failure: Error | undefined;
  private closing = false;

  constructor(
    setup: FillerSetup,
    count: number,
    private readonly onWait: OnWait,
  ) {
    this.workers = Array.from({ length: count }, (_, i) => this.start(setup, i));
    this.exits = this.workers.map((worker) => new Promise((resolve) => worker.once('exit', () => resolve())));
    this.rest();
  }

  make(order: BatchOrder): Promise<BrokenImage[]> {
    if (this.failure) return Promise.reject(this.failure);
    const worker = this.workers[this.orders++ % this.workers.length];
    return new Promise((resolve, reject) => {
      if (this.pending.size === 0) for (const each of this.workers) each.ref();
      this.pending.set(order.slot, { resolve, reject });
      worker?.postMessage(order);
    });
  }

  async close(): Promise<void> {
    this.closing = true;
    for (const worker of this.workers) worker.postMessage('close');
    for (const worker of this.workers) worker.ref();
    const ended = Promise.all(this.exits);
    if ((await Promise.race([ended, sleep(closeTimeoutMs, stuck, unref)])) === stuck) {
      for (const worker of this.workers) void worker.terminate();
      // A thread in a system call ends after it only: the process is ended without it.
      await Promise.race([ended, sleep(closeTimeoutMs, stuck, unref)]);
    }
    this.fail(new Error('the loader was closed'));
  }

  private start(setup: FillerSetup, number: number): Worker {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: setup,
      name: `beit2 data ${number}`,
    });
    worker.on('message', (reply: WorkerReply) => this.take(reply));
    worker.on('error', (error) =>
      this.fail(new Error(`A data worker failed: ${error.message}`, { cause: error })),
    );
    worker.on('exit', (code) => {
      const why = `A data worker ended unexpectedly (code ${code})`;
      if (!this.closing)
        this.fail(
          new UserError(`${why}, perhaps for lack of memory: try fewer data.workers or less data.cache.`),
        );
    });
    return worker;
  }

  private take(reply: WorkerReply): void {
    if ('wait' in reply) {
      this.onWait(reply.wait);
      return;
    }
    const pending = this.pending.get(reply.slot);
    this.pending.delete(reply.slot);
    this.rest();
    if ('broken' in reply) pending?.resolve(reply.broken);
    else if ('failure' in reply) pending?.reject(new UserError(reply.failure));
    else pending?.reject(new NoReplacementError(reply.noReplacement));
  }

  /** Without orders the threads do not keep the process alive. */
  private rest(): void {
    if (this.pending.size === 0 && !this.closing) for (const worker of this.workers) worker.unref();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.pending.values()) reject(this.failure);
    this.pending.clear();
    this.rest();
  }
}
