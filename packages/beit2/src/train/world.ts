/** The processes that train together. */
import { distributed, Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';

/** Numbers or one-element tensors by name; null leaves a name out. */
export type StepValues = Record<string, Tensor | number | null>;

/**
 * This process among those that train together, or alone. Images are dealt as EpochSampler deals them: image i of a batch
 * belongs to rank i modulo the size. Every rank must make the calls that compute over all ranks, in the same order.
 */
export class World {
  /** One process. */
  static readonly alone = new World(null);

  constructor(readonly group: distributed.ProcessGroup | null) {}

  /** The world that a launcher's environment describes (RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT); without one, this process alone. */
  static async fromEnvironment(): Promise<World> {
    return Number(process.env.WORLD_SIZE ?? 1) > 1
      ? new World(await distributed.initProcessGroup())
      : World.alone;
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

  /** Overwrites a tensor by its sum over the ranks. */
  sum_(tensor: Tensor): void {
    this.group?.allReduceSync(tensor);
  }

  /** Overwrites a tensor by that of rank 0. */
  broadcast_(tensor: Tensor): void {
    this.group?.broadcastSync(tensor, 0);
  }

  /** Rows `[n, ...]` of every rank → `[n * size, ...]`, in the order of one process that has all the images. */
  gather(rows: Tensor): Tensor {
    return this.group ? torch.stack(this.group.allGatherSync(rows.contiguous()), 1).flatten(0, 1) : rows;
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
