/** One model trained by several ranks together, or by this process alone. */
import { distributed, type nn, type Synchronous } from '@beit2/torch';
import type { World } from './world.js';

/** A model on every rank, whose gradients are means over the ranks. */
export class Replicas<M extends nn.Module> {
  private readonly parallel: distributed.DistributedDataParallel<M> | null;

  /** All ranks must do this at the same point; parameters and buffers become those of rank 0. */
  constructor(
    readonly model: M,
    readonly world: World,
  ) {
    const { group } = world;
    // Buffers (the codebook) are kept equal by whoever writes them.
    const options = { processGroup: group ?? undefined, broadcastBuffers: false };
    this.parallel = group ? new distributed.DistributedDataParallel(model, options) : null;
  }

  /** Forward pass of the model; the backward pass then exchanges gradients between the ranks. */
  forward(...inputs: Parameters<M['forward']>): ReturnType<M['forward']> {
    return (this.parallel ?? this.model).forward(...inputs) as ReturnType<M['forward']>;
  }

  /** Runs `body`, whose backward passes keep their gradients to this rank until the next one outside. */
  noSync<T>(body: () => Synchronous<T>): T {
    return this.parallel ? this.parallel.noSync<T>(body) : (body() as T);
  }

  /**
   * Milliseconds of the last backward pass from the first gradients that it exchanged to the last, and of these `exposed`, in which it
   * did nothing else: its own gradients were there.
   */
  exchangeTimes(): { total: number; exposed: number } {
    return this.parallel?.exchangeTimes() ?? { total: 0, exposed: 0 };
  }
}
