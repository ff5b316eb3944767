/** The processes that train together. */
import { distributed, Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';
import { UserError } from '../errors.js';
import type { Place } from './launcher.js';

const { PrefixStore, TCPStore } = distributed;

/** Numbers or one-element tensors by name; null leaves a name out. */
export type StepValues = Record<string, Tensor | number | null>;

/**
 * This process among those that train together, or alone. Images are dealt as EpochSampler deals them: image i of a batch
 * belongs to rank i modulo the size. Every rank must make the calls that compute over all ranks, in the same order.
 */
export class World {
  /** One process. */
  static readonly alone = new World(null);

  /** @param localRank of the ranks on this machine, from 0: the number of its GPU. */
  constructor(
    readonly group: distributed.ProcessGroup | null,
    readonly localRank = 0,
  ) {}

  /**
   * The world of this process's place among others; without one, this process alone. Resolves when all ranks are there.
   * @param timeoutMs after which a rank that others wait for ends the job
   * @throws UserError that names the ranks that did not come
   */
  static async join(place: Place | null, timeoutMs?: number): Promise<World> {
    if (!place) return World.alone;
    const { rank, size, masterAddr: host, masterPort: port, hasStore, restarts } = place;
    const backend = torch.cuda.isAvailable() ? 'nccl' : 'gloo';
    const limit = timeoutMs === undefined ? {} : { timeoutMs };
    const options = { backend, rank, worldSize: size, masterAddr: host, masterPort: port } as const;
    try {
      const server = hasStore ? await TCPStore.open({ host, port, isServer: false, ...limit }) : null;
      // Of a job that was started anew the launcher's store still has the notes of the ranks before.
      const store = server && { store: new PrefixStore(`beit2/${restarts}`, server) };
      const group = await distributed.initProcessGroup({
        ...options,
        ...store,
        ...limit,
      });
      return new World(group, place.localRank);
    } catch (error) {
      const where = `The processes were to meet at ${host}:${port} (${place.launcher})`;
      throw new UserError(`${where}: ${meetingFailure(error)}.`, { cause: error });
    }
  }

  get rank(): number {
    return this.group?.rank ?? 0;
  }

  get size(): number {
    return this.group?.size ?? 1;
  }

  /** Whether it is rank 0, which alone writes files and speaks to the user. */
  get isMain(): boolean {
    return this.rank === 0;
  }

  /** Tensors of one element become their means over the ranks, and are disposed of; numbers stay. */
  mean(values: StepValues): StepValues {
    const { group } = this;
    if (!group) return values;
    const tensors = Object.entries(values).filter(([, value]) => value instanceof Tensor) as [
      string,
      Tensor,
    ][];
    return torch.scope(() => {
      const all = torch.stack(tensors.map(([, value]) => value.detach().float().reshape([])));
      group.allReduceSync(all, { op: 'avg' });
      const means = tensors.map(([name, value], i) => {
        value.dispose();
        return [name, all.select(0, i)] as const;
      });
      return { ...values, ...Object.fromEntries(means) };
    });
  }

  /** The largest of a number over the ranks. */
  max(value: number): number {
    const { group } = this;
    if (!group) return value;
    return torch.scope(() => {
      const all = torch.tensor([value], { dtype: 'float64' });
      group.allReduceSync(all, { op: 'max' });
      return all.item();
    });
  }

  /** As `max`, but signals are heard while other ranks wait for data. */
  maxLater(value: number): Promise<number> {
    return this.reduceLater(value, 'max');
  }

  /** The sum of a number over the ranks, waited for as in `maxLater`. */
  sumLater(value: number): Promise<number> {
    return this.reduceLater(value, 'sum');
  }

  private async reduceLater(value: number, op: 'max' | 'sum'): Promise<number> {
    const { group } = this;
    if (!group) return value;
    const all = torch.tensor([value], { dtype: 'float64' });
    try {
      await group.allReduce(all, { op });
      return all.item();
    } finally {
      all.dispose();
    }
  }

  /** Overwrites a tensor by its sum over the ranks. */
  sum_(tensor: Tensor): void {
    this.group?.allReduceSync(tensor);
  }

  /** Overwrites a tensor by that of rank 0. */
  broadcast_(tensor: Tensor): void {
    this.group?.broadcastSync(tensor, 0);
  }

  /** Overwrites tensors by those of a rank. */
  broadcastAll_(tensors: readonly Tensor[], source: number): void {
    this.group?.broadcastAllSync(tensors, source);
  }

  /** A tensor of every rank, all of one shape, on rank 0; null on the others. */
  gatherTo0(tensor: Tensor): Tensor[] | null {
    return this.group ? this.group.gatherSync(tensor, 0) : [tensor];
  }

  /** Rows `[n, ...]` of every rank → `[n * size, ...]`, in the order of one process that has all the images. */
  gather(rows: Tensor): Tensor {
    return this.group ? torch.stack(this.group.allGatherSync(rows.contiguous()), 1).flatten(0, 1) : rows;
  }

  /** Whether an error says that another rank did not take part, or that the store that rank 0 serves is out of reach: it has ended, or is stuck. */
  isLost(error: unknown): error is Error {
    return (
      this.size > 1 &&
      error instanceof Error &&
      /\branks? [\d, and]+ did not (take part|come)|the store of the ranks (does not answer|cannot be reached)/.test(
        error.message,
      )
    );
  }

  /** Waits until every rank is here. */
  async barrier(): Promise<void> {
    await this.group?.barrier();
  }

  /** Leaves the group. */
  close(): void {
    this.group?.destroy();
  }
}

/** What a user can do about a meeting that failed. */
function meetingFailure(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  if (!/address already in use/i.test(why)) return why;
  return 'the port is in use on this machine, perhaps by another job; choose another MASTER_PORT for all processes';
}
