/** One model trained by several ranks together, or by this process alone. */
import { distributed, type nn, Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';
import { UserError } from '../errors.js';
import type { StepValues } from './step-metrics.js';

/** Ranks that train together; null is this process alone. */
export type Group = distributed.ProcessGroup | null;

/**
 * Images of one rank in one part of a batch.
 * @param batchSize images of an optimizer step, over all ranks and parts
 * @throws UserError when they do not divide evenly
 */
export function partSize(batchSize: number, accumulate: number, group: Group): number {
  const parts = accumulate * (group?.size ?? 1);
  if (batchSize % parts === 0) return batchSize / parts;
  throw new UserError(
    `batchSize ${batchSize} cannot be split over ${group?.size ?? 1} ranks times optimizer.accumulate ${accumulate}; ` +
      `choose a multiple of ${parts}.`,
  );
}

/** The largest of a number over the ranks. */
export function largest(value: number, group: Group): number {
  if (!group) return value;
  return torch.scope(() => {
    const all = torch.tensor([value], { dtype: 'float64' });
    group.allReduceSync(all, { op: 'max' });
    return all.item();
  });
}

/** Gradients, and the numbers of a step, are means over the ranks. */
export class Replicas<M extends nn.Module> {
  readonly #parallel: distributed.DistributedDataParallel<M> | null;

  /** All ranks must do this at the same point; parameters and buffers become those of rank 0. */
  constructor(
    readonly model: M,
    readonly group: Group,
  ) {
    // Buffers (the codebook) are kept equal by whoever writes them.
    const options = { processGroup: group ?? undefined, broadcastBuffers: false };
    this.#parallel = group ? new distributed.DistributedDataParallel(model, options) : null;
  }

  /** Forward pass of the model; the backward pass then exchanges gradients between the ranks. */
  forward(...inputs: Parameters<M['forward']>): ReturnType<M['forward']> {
    return (this.#parallel ?? this.model).forward(...inputs) as ReturnType<M['forward']>;
  }

  /** Runs part `index` of `count` of an accumulated batch: only the last exchanges gradients. */
  part<T>(index: number, count: number, body: () => torch.Synchronous<T>): T {
    return this.#parallel && index < count - 1 ? this.#parallel.noSync<T>(body) : (body() as T);
  }

  /** Tensors of one element become their means over the ranks; numbers stay. */
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
}
