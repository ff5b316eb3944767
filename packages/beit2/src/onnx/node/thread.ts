/** Calls into a worker thread that promise their results; a thread that has ended is started again by the next call. */
import { parentPort, type Transferable, Worker } from 'node:worker_threads';
import { UserError } from '../../errors.js';
import { ImageError } from '../image-input.js';

/** A failure, as it passes from thread to thread. */
type Failure =
  | { kind: 'user' | 'internal'; message: string }
  | { kind: ImageError['kind']; reason: string; which: string };

type Reply = { id: number } & ({ result: unknown } | { failure: Failure });

interface Pending {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

export class Thread<Request, Result> {
  private worker: Worker | null = null;
  private readonly pending = new Map<number, Pending>();
  private calls = 0;

  /** @param setup handed to the thread as its `workerData` */
  constructor(
    private readonly script: URL,
    private readonly name: string,
    private readonly setup: unknown,
  ) {}

  call(request: Request, transfer: readonly Transferable[] = []): Promise<Result> {
    this.worker ??= this.start();
    const { worker } = this;
    const id = this.calls++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      worker.ref(); // the process waits for what is under way, and for nothing else
      worker.postMessage({ id, request }, transfer);
    });
  }

  /** Asks the thread to end when its calls are done. */
  async close(): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.ref();
    worker.postMessage('close');
    await ended;
  }

  private start(): Worker {
    const worker = new Worker(this.script, {
      workerData: this.setup,
      name: this.name,
      execArgv: [], // the caller's --input-type or loaders are not for us
    });
    worker.on('message', (reply: Reply) => this.take(worker, reply));
    worker.on('error', (error) => this.lose(worker, `failed: ${error.message}`, error));
    worker.on('exit', (code) => this.lose(worker, `ended (code ${code})`));
    return worker;
  }

  private take(worker: Worker, reply: Reply): void {
    const pending = this.pending.get(reply.id);
    this.pending.delete(reply.id);
    if (this.pending.size === 0) worker.unref();
    if ('result' in reply) pending?.resolve(reply.result as never);
    else pending?.reject(toError(reply.failure));
  }

  private lose(worker: Worker, how: string, cause?: unknown): void {
    if (this.worker !== worker) return;
    this.worker = null;
    const error = new Error(`The thread ${this.name} ${how}.`, { cause });
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }
}

function toError(failure: Failure): Error {
  if ('reason' in failure) return new ImageError(failure.reason, failure.kind, failure.which);
  return failure.kind === 'user' ? new UserError(failure.message) : new Error(failure.message);
}

function toFailure(error: unknown): Failure {
  if (error instanceof ImageError) return { kind: error.kind, reason: error.reason, which: error.which };
  return { kind: error instanceof UserError ? 'user' : 'internal', message: (error as Error).message };
}

/** A result with the memory that moves to the caller's thread. */
export interface Moved<T> {
  result: T;
  transfer: Transferable[];
}

/** Answers the calls of a `Thread`, in the thread. @param end frees what it holds, before it ends */
export function serveCalls(
  handle: (request: never) => Promise<Moved<unknown>>,
  end: () => Promise<void>,
): void {
  const port = parentPort;
  if (!port) throw new Error('internal: not a worker thread');
  port.on('message', (message: { id: number; request: never } | 'close') => {
    if (message === 'close') {
      void end().finally(() => port.close());
      return;
    }
    const { id, request } = message;
    handle(request).then(
      ({ result, transfer }) => port.postMessage({ id, result }, transfer),
      (error: unknown) => port.postMessage({ id, failure: toFailure(error) }),
    );
  });
}
