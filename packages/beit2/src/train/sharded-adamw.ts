/** AdamW whose state is divided among the ranks (ZeRO, stage 1; Rajbhandari et al., 2020). */
import { optim, type Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';
import type { World } from './world.js';

type AdamWArguments = ConstructorParameters<typeof optim.AdamW>;

/**
 * AdamW in a world of several ranks, each of which keeps the state of its own parameters and changes these alone. Every rank has all
 * gradients, and whole parameters go to one rank: each is changed by the very arithmetic of an AdamW that keeps everything.
 *
 * @example
 * optimizer.step();
 * optimizer.exchange(); // now all ranks have all changed parameters
 */
export class ShardedAdamW extends optim.AdamW {
  /** Each rank's parameters by their numbers in the state dict. */
  private readonly shares: readonly ReadonlyMap<number, Tensor>[];
  private readonly own: ReadonlySet<Tensor>;
  protected override readonly isOwn = (parameter: Tensor): boolean => this.own.has(parameter);
  /** On rank 0, between `gather` and `release`: state of the other ranks' parameters by their numbers. */
  private gathered: optim.OptimizerStateDict['state'] = {};

  constructor(
    groups: AdamWArguments[0],
    options: AdamWArguments[1],
    private readonly world: World,
  ) {
    super(groups, options);
    const parameters = this.paramGroups.flatMap(({ params }) => params);
    const sizes = parameters.map((parameter) => parameter.numel());
    const owners = dealParameters(sizes, world.size);
    this.shares = Array.from(
      { length: world.size },
      (_, rank) => new Map([...parameters.entries()].filter(([position]) => owners[position] === rank)),
    );
    this.own = new Set(this.shareOf(world.rank).values());
  }

  /** Gives every rank the parameters that the others have changed. All ranks must do this after each step. */
  exchange(): void {
    for (let rank = 0; rank < this.world.size; rank++)
      this.world.broadcastAll_([...this.shareOf(rank).values()], rank);
  }

  /** Whether this rank keeps the state of a parameter, by its number in the state dict. */
  keeps(position: number): boolean {
    return this.shareOf(this.world.rank).has(position);
  }

  /** Brings the state of all ranks into rank 0's main memory: until `release`, its stateDict() is whole. All ranks must do this. */
  gather(): void {
    const packed = torch.scope(() => this.world.gatherTo0(this.packShare()));
    for (const [rank, state] of packed?.entries() ?? []) {
      if (rank !== 0) this.unpackShare(rank, state);
      state.dispose();
    }
  }

  /** Frees what `gather` brought. */
  release(): void {
    for (const state of Object.values(this.gathered))
      for (const tensor of Object.values(state)) tensor.dispose();
    this.gathered = {};
  }

  /** State of this rank's parameters; between `gather` and `release`, on rank 0, of all. */
  override stateDict(): optim.OptimizerStateDict {
    const { state, paramGroups } = super.stateDict();
    return { state: { ...state, ...this.gathered }, paramGroups };
  }

  /** Takes over this rank's share of a state, which may be whole. */
  override loadStateDict({ state, paramGroups }: optim.OptimizerStateDict): void {
    const share = this.shareOf(this.world.rank);
    const own = Object.entries(state).filter(([position]) => share.has(Number(position)));
    super.loadStateDict({ state: Object.fromEntries(own), paramGroups });
  }

  /** A rank's parameters by their numbers in the state dict. */
  private shareOf(rank: number): ReadonlyMap<number, Tensor> {
    return this.shares[rank] ?? new Map<number, Tensor>();
  }

  /** This rank's state as one vector in main memory, as long as that of the largest share. Zeros stand for what there is not. */
  private packShare(): Tensor {
    const { state } = super.stateDict();
    const parts = [...this.shareOf(this.world.rank)].flatMap(([position, parameter]) => {
      const { step, exp_avg: average, exp_avg_sq: square } = state[position] ?? {};
      if (!step || !average || !square) return [torch.zeros([stateLength(parameter)])];
      return [step, average, square].map((part) => part.flatten().cpu());
    });
    const lengths = Array.from({ length: this.world.size }, (_, rank) => this.packedLength(rank));
    const padding = Math.max(...lengths) - (lengths[this.world.rank] ?? 0);
    return torch.cat([...parts, torch.zeros([padding])]);
  }

  private packedLength(rank: number): number {
    return [...this.shareOf(rank).values()].reduce((sum, parameter) => sum + stateLength(parameter), 0);
  }

  /** Keeps another rank's state. @param packed what its packShare() gave */
  private unpackShare(rank: number, packed: Tensor): void {
    let from = 0;
    const take = (shape: readonly number[]): Tensor => {
      const length = shape.reduce((product, side) => product * side, 1);
      from += length;
      return torch.scope(() => packed.narrow(0, from - length, length).reshape([...shape]));
    };
    for (const [position, { shape }] of this.shareOf(rank)) {
      const state = { step: take([]), exp_avg: take(shape), exp_avg_sq: take(shape) };
      if (state.step.item() > 0) this.gathered[position] = state;
      else for (const tensor of Object.values(state)) tensor.dispose(); // never stepped
    }
  }
}

/** Elements of AdamW's state of a parameter: the count of steps, and both averages. */
function stateLength(parameter: Tensor): number {
  return 1 + 2 * parameter.numel();
}

/**
 * Deals parameters to ranks: the largest first, each to the rank that has the fewest elements so far.
 * @param sizes elements of each
 * @returns rank of each
 */
export function dealParameters(sizes: readonly number[], ranks: number): number[] {
  const owners = sizes.map(() => 0);
  const elements = Array.from({ length: ranks }, () => 0);
  for (const [position, size] of [...sizes.entries()].sort(([, a], [, b]) => b - a)) {
    const rank = elements.indexOf(Math.min(...elements));
    elements[rank] = (elements[rank] ?? 0) + size;
    owners[position] = rank;
  }
  return owners;
}
