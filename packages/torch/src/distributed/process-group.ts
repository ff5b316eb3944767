/** Ranks that compute together: collectives over Gloo (CPU and CUDA tensors) or NCCL (CUDA tensors). */
import { zerosLike } from '../generated/functions.js';
import { native } from '../native.js';
import { idOf, type Tensor } from '../tensor.js';
import { type Store, TCPStore } from './store.js';

/** How tensors of the ranks become one. */
export type ReduceOp = 'sum' | 'mean' | 'min' | 'max' | 'product';

/** Options of initProcessGroup(). */
export interface ProcessGroupOptions {
  /** @default 'gloo' */
  backend?: 'gloo' | 'nccl';
  /** @default the variable RANK */
  rank?: number;
  /** @default the variable WORLD_SIZE */
  worldSize?: number;
  /** Where the ranks meet; left out, a TCPStore of rank 0 at masterAddr and masterPort. */
  store?: Store;
  /** @default the variable MASTER_ADDR */
  masterAddr?: string;
  /** @default the variable MASTER_PORT */
  masterPort?: number;
  /** Milliseconds after which a collective that some rank did not join is an Error. @default 1800000 */
  timeoutMs?: number;
  /** Network interface of Gloo. @default the variable GLOO_SOCKET_IFNAME; loopback when masterAddr is this machine */
  networkInterface?: string;
}

const registry = new FinalizationRegistry<number>((id) => native.closeGroup(id));

/** This process as one rank of several. Collectives must be called by all ranks, in one order. */
export class ProcessGroup {
  readonly rank: number;
  /** Number of ranks. */
  readonly size: number;
  readonly #id: number;
  readonly #store: Store;

  /** Waits until all ranks are there. @throws Error when they are not within the timeout. */
  constructor(options: ProcessGroupOptions = {}) {
    const { backend = 'gloo', timeoutMs = 1_800_000 } = options;
    this.rank = options.rank ?? fromEnvironment('RANK');
    this.size = options.worldSize ?? fromEnvironment('WORLD_SIZE');
    const host = options.masterAddr ?? process.env.MASTER_ADDR ?? '127.0.0.1';
    this.#store =
      options.store ??
      new TCPStore({
        host,
        port: options.masterPort ?? fromEnvironment('MASTER_PORT'),
        worldSize: this.size,
        isServer: this.rank === 0,
        timeoutMs,
      });
    const isLocal = options.store !== undefined || /^(127\.|localhost$|::1$)/.test(host);
    const loopback = process.platform === 'darwin' ? 'lo0' : 'lo';
    const network = options.networkInterface ?? process.env.GLOO_SOCKET_IFNAME ?? (isLocal ? loopback : null);
    this.#id = this.#explain('start', () =>
      native.processGroup(backend, this.#store.id, this.rank, this.size, timeoutMs, network),
    );
    registry.register(this, this.#id);
  }

  /** Not for users: its number in the addon. */
  get id(): number {
    return this.#id;
  }

  /** Overwrites `tensor` on every rank by the reduction over all ranks. */
  async allReduce(tensor: Tensor, { op = 'sum' }: { op?: ReduceOp } = {}): Promise<void> {
    await this.#wait('allReduce', native.allReduce(this.#id, idOf(tensor), op === 'mean' ? 'sum' : op));
    if (op === 'mean') tensor.div_(this.size);
  }
  allReduceSync(tensor: Tensor, { op = 'sum' }: { op?: ReduceOp } = {}): void {
    this.#explain('allReduce', () =>
      native.waitSync(native.allReduce(this.#id, idOf(tensor), op === 'mean' ? 'sum' : op)),
    );
    if (op === 'mean') tensor.div_(this.size);
  }

  /** Overwrites `tensor` on every rank by that of rank `source`. */
  async broadcast(tensor: Tensor, source: number): Promise<void> {
    await this.#wait('broadcast', native.broadcast(this.#id, idOf(tensor), source));
  }
  broadcastSync(tensor: Tensor, source: number): void {
    this.#explain('broadcast', () => native.waitSync(native.broadcast(this.#id, idOf(tensor), source)));
  }

  /** The tensors of all ranks, which must have one shape, in the order of the ranks. */
  async allGather(tensor: Tensor): Promise<Tensor[]> {
    const outputs = this.#outputs(tensor);
    await this.#wait('allGather', native.allGather(this.#id, outputs.map(idOf), idOf(tensor)));
    return outputs;
  }
  allGatherSync(tensor: Tensor): Tensor[] {
    const outputs = this.#outputs(tensor);
    this.#explain('allGather', () =>
      native.waitSync(native.allGather(this.#id, outputs.map(idOf), idOf(tensor))),
    );
    return outputs;
  }

  /**
   * Sums (or means) `tensor` over the ranks and gives each rank its part along the first dimension. Gloo has no such
   * collective of its own: here every rank sums all and keeps a part.
   * @throws Error when the first dimension is no multiple of the number of ranks.
   */
  async reduceScatter(tensor: Tensor, { op = 'sum' }: { op?: ReduceOp } = {}): Promise<Tensor> {
    const part = this.#part(tensor);
    const summed = tensor.clone();
    await this.allReduce(summed, { op });
    return summed.narrow(0, this.rank * part, part);
  }
  reduceScatterSync(tensor: Tensor, { op = 'sum' }: { op?: ReduceOp } = {}): Tensor {
    const part = this.#part(tensor);
    const summed = tensor.clone();
    this.allReduceSync(summed, { op });
    return summed.narrow(0, this.rank * part, part);
  }

  /** Waits until every rank is here. */
  async barrier(): Promise<void> {
    await this.#wait('barrier', native.barrier(this.#id));
  }
  barrierSync(): void {
    this.#explain('barrier', () => native.waitSync(native.barrier(this.#id)));
  }

  /** Closes the connections of this rank. */
  close(): void {
    native.closeGroup(this.#id);
  }

  #outputs(tensor: Tensor): Tensor[] {
    return Array.from({ length: this.size }, () => zerosLike(tensor).contiguous());
  }

  #part(tensor: Tensor): number {
    const length = tensor.shape[0] ?? 0;
    if (length % this.size === 0) return length / this.size;
    throw new Error(
      `reduceScatter() cannot cut a first dimension of ${length} into ${this.size} equal parts`,
    );
  }

  async #wait(what: string, work: number): Promise<void> {
    try {
      await native.waitAsync(work);
    } catch (error) {
      throw this.#explained(what, error);
    }
  }

  #explain<T>(what: string, body: () => T): T {
    try {
      return body();
    } catch (error) {
      throw this.#explained(what, error);
    }
  }

  #explained(what: string, error: unknown): unknown {
    if (error instanceof TypeError || !(error instanceof Error)) return error;
    return new Error(`rank ${this.rank} of ${this.size}: ${what} failed: ${error.message}`, { cause: error });
  }
}

/** Joins this process to the others, by default as the variables RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT say. */
export function initProcessGroup(options: ProcessGroupOptions = {}): ProcessGroup {
  return new ProcessGroup(options);
}

function fromEnvironment(name: string): number {
  const text = process.env[name];
  const value = Number(text);
  if (text === undefined || !Number.isInteger(value)) {
    throw new Error(
      `the variable ${name} must be a whole number, but is ${text === undefined ? 'not set' : `"${text}"`}`,
    );
  }
  return value;
}
