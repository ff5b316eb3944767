/** Ranks that compute together: collectives over Gloo (CPU and CUDA tensors) or NCCL (CUDA tensors). */
import { expectTensors } from '../expect.js';
import type { DType } from '../dtype.js';
import { native } from '../native.js';
import { checkOptions, type OptionNames } from '../options.js';
import { idOf, type Tensor, wrap } from '../tensor.js';
import { meet } from './rendezvous.js';
import { PrefixStore, type Store, TCPStore } from './store.js';

/** How the tensors of the ranks become one. 'avg' takes floating-point tensors only. */
export type ReduceOp = 'sum' | 'avg' | 'min' | 'max' | 'product';

/** Options of initProcessGroup(). */
export interface ProcessGroupOptions {
  /** With 'nccl', CUDA tensors go over NCCL and CPU tensors over Gloo. @default 'gloo' */
  backend?: 'gloo' | 'nccl';
  /** This process among the ranks, from 0. @default the variable RANK */
  rank?: number;
  /** Number of ranks. @default the variable WORLD_SIZE */
  worldSize?: number;
  /** Where the ranks meet. @default a TCPStore that rank 0 serves at masterAddr and masterPort */
  store?: Store;
  /** @default the variable MASTER_ADDR, else '127.0.0.1' */
  masterAddr?: string;
  /** @default the variable MASTER_PORT */
  masterPort?: number;
  /** Milliseconds after which a collective that some rank did not join is an Error. @default 1800000 */
  timeoutMs?: number;
  /**
   * Network interfaces of Gloo, separated by commas.
   * @default the variable GLOO_SOCKET_IFNAME, else loopback when all ranks are on one machine, else the interface that
   * this machine's name belongs to
   */
  networkInterface?: string;
}

interface ReduceOptions {
  /** @default 'sum' */
  op?: ReduceOp;
}
const reduceOptions: OptionNames<ReduceOptions> = { op: true };

const processGroupOptions: OptionNames<ProcessGroupOptions> = {
  backend: true,
  rank: true,
  worldSize: true,
  store: true,
  masterAddr: true,
  masterPort: true,
  timeoutMs: true,
  networkInterface: true,
};

// What backends can send as it is; the others go one by one, as bytes.
const joinable = new Set<DType>([
  'float32',
  'float64',
  'float16',
  'bfloat16',
  'int64',
  'int32',
  'int8',
  'uint8',
]);
const messageBytes = 25 << 20; // two are under way at a time, each in a buffer of its own

/**
 * This process as one rank of several. Every rank must call the same collectives in the same order; ranks that do not
 * get an Error that says what each was about to do. After any other Error of a collective the group is of no use.
 *
 * Each collective returns a promise, and the event loop goes on meanwhile; the variant with `Sync` waits. Do not change
 * a tensor before its collective has ended.
 */
export class ProcessGroup {
  readonly rank: number;
  /** Number of ranks. */
  readonly size: number;
  /** Where the ranks of this group can leave each other notes; no other group sees them. */
  readonly store: Store;
  readonly #id: number;
  #isDestroyed = false;

  /** Not for users: see `ProcessGroup.join`. */
  constructor(id: number, rank: number, size: number, store: Store) {
    if (typeof id !== 'number') throw new TypeError('create a process group with initProcessGroup()');
    this.#id = id;
    this.rank = rank;
    this.size = size;
    this.store = store;
  }

  /** Joins a group. All its ranks must do so, and a process that joins several must join them in the same order. */
  static async join(options: ProcessGroupOptions = {}): Promise<ProcessGroup> {
    checkOptions('initProcessGroup', options, processGroupOptions);
    const { backend = 'gloo', timeoutMs = 1_800_000 } = options;
    const rank = options.rank ?? fromEnvironment('RANK');
    const size = options.worldSize ?? fromEnvironment('WORLD_SIZE');
    checkRank(rank, size);
    const common = options.store ?? (await storeOfRankZero(options, rank, timeoutMs));
    const store = new PrefixStore(`group/${common.groups++}`, common);
    const isLocal = await meet(store, rank, size, timeoutMs);
    const names = options.networkInterface ?? process.env['GLOO_SOCKET_IFNAME'] ?? '';
    const interfaces = names.split(',').filter((name) => name !== '');
    const host = isLocal ? '127.0.0.1' : '';
    const id = await native.processGroup(backend, store.id, rank, size, timeoutMs, interfaces, host);
    const group = new ProcessGroup(id, rank, size, store);
    await group.barrier(); // rank 0 serves the store: it may not go on, and end, while others still connect
    return group;
  }

  /** Not for users: its number in the addon. */
  get id(): number {
    return this.#id;
  }

  /** Overwrites `tensor` on every rank by the reduction over all ranks. float16 to float64, int8, uint8, int32, int64. */
  async allReduce(tensor: Tensor, options: ReduceOptions = {}): Promise<void> {
    const { op = 'sum' } = checkOptions('allReduce', options, reduceOptions);
    await native.allReduce(this.#id, idOf(tensor), op, false);
  }
  allReduceSync(tensor: Tensor, options: ReduceOptions = {}): void {
    const { op = 'sum' } = checkOptions('allReduceSync', options, reduceOptions);
    native.allReduce(this.#id, idOf(tensor), op, true);
  }

  /** Overwrites `tensor` on every rank by that of rank `source`. Any dtype. */
  async broadcast(tensor: Tensor, source: number): Promise<void> {
    await native.broadcast(this.#id, idOf(tensor), source, false);
  }
  broadcastSync(tensor: Tensor, source: number): void {
    native.broadcast(this.#id, idOf(tensor), source, true);
  }

  /** Overwrites all `tensors` on every rank by those of rank `source`, in few messages. Any dtypes. */
  broadcastAllSync(tensors: readonly Tensor[], source: number): void {
    expectTensors('ProcessGroup.broadcastAllSync', 'tensors', tensors);
    const joined = tensors.filter(({ dtype }) => joinable.has(dtype));
    if (joined.length > 0) native.broadcastAll(this.#id, joined.map(idOf), source, messageBytes);
    for (const tensor of tensors) if (!joinable.has(tensor.dtype)) this.broadcastSync(tensor, source);
  }

  /** The tensors of all ranks, in the order of the ranks. They must have one shape and dtype. Any dtype. */
  async allGather(tensor: Tensor): Promise<Tensor[]> {
    return wrapAll(await native.allGather(this.#id, idOf(tensor), false));
  }
  allGatherSync(tensor: Tensor): Tensor[] {
    return wrapAll(native.allGather(this.#id, idOf(tensor), true));
  }

  /** Like allGather, but only rank `target` gets the tensors; the others get null. */
  async gather(tensor: Tensor, target: number): Promise<Tensor[] | null> {
    return wrapAllOrNull(await native.gather(this.#id, idOf(tensor), target, false));
  }
  gatherSync(tensor: Tensor, target: number): Tensor[] | null {
    return wrapAllOrNull(native.gather(this.#id, idOf(tensor), target, true));
  }

  /**
   * Reduces `tensor` over the ranks and gives each rank its part of the first dimension, which must be a multiple of
   * the number of ranks. Gloo reduces all of it on every rank: it saves memory of the result, not traffic.
   */
  async reduceScatter(tensor: Tensor, options: ReduceOptions = {}): Promise<Tensor> {
    const { op = 'sum' } = checkOptions('reduceScatter', options, reduceOptions);
    return wrap(await native.reduceScatter(this.#id, idOf(tensor), op, false));
  }
  reduceScatterSync(tensor: Tensor, options: ReduceOptions = {}): Tensor {
    const { op = 'sum' } = checkOptions('reduceScatterSync', options, reduceOptions);
    return wrap(native.reduceScatter(this.#id, idOf(tensor), op, true));
  }

  /** Waits until every rank is here. */
  async barrier(): Promise<void> {
    await native.barrier(this.#id, false);
  }
  barrierSync(): void {
    native.barrier(this.#id, true);
  }

  /** Leaves the group. Collectives that still run are rejected, here and on the other ranks. */
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    native.closeGroup(this.#id);
  }
}

function wrapAll(ids: unknown): Tensor[] {
  return (ids as number[]).map(wrap);
}

function wrapAllOrNull(ids: unknown): Tensor[] | null {
  return ids === null ? null : wrapAll(ids);
}

// Kept, so that groups that follow each other at one address do not mix up their notes.
const openStores = new Map<string, TCPStore>();

async function storeOfRankZero(
  options: ProcessGroupOptions,
  rank: number,
  timeoutMs: number,
): Promise<Store> {
  const host = options.masterAddr ?? process.env['MASTER_ADDR'] ?? '127.0.0.1';
  const port = options.masterPort ?? fromEnvironment('MASTER_PORT');
  const address = `${host}:${port}`;
  const store =
    openStores.get(address) ?? (await TCPStore.open({ host, port, isServer: rank === 0, timeoutMs }));
  openStores.set(address, store);
  return store;
}

function checkRank(rank: number, worldSize: number): void {
  if (!Number.isInteger(worldSize) || worldSize < 1) {
    throw new Error(`expected a whole number of at least 1 for worldSize but received ${worldSize}`);
  }
  if (!Number.isInteger(rank) || rank < 0 || rank >= worldSize) {
    throw new Error(`expected a rank from 0 to ${worldSize - 1} but received ${rank}`);
  }
}

function fromEnvironment(name: string): number {
  const text = process.env[name];
  if (text !== undefined && /^\d+$/.test(text)) return Number(text);
  const found = text === undefined ? 'is not set' : `is "${text}"`;
  throw new Error(
    `the variable ${name} must be a whole number but ${found}: set it, or start ranks with launch()`,
  );
}
