/** One optimizer step on a batch that is computed in micro-batches. */
import type { nn, optim, Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';
import type { Precision } from './precision.js';
import type { Replicas } from './replicas.js';
import { ShardedAdamW } from './sharded-adamw.js';
import type { StepClock } from './step-clock.js';
import type { StepValues } from './world.js';

/** What takes the step. */
export interface Stepper<M extends nn.Module> {
  replicas: Replicas<M>;
  precision: Precision;
  optimizer: optim.AdamW;
  clock: StepClock;
}

/** Values of a micro-batch, each of one element: the loss, with its graph, and what else is of interest; null leaves one out. */
export type MicroBatchValues = Record<string, Tensor | null> & { loss: Tensor };

/**
 * Adds up the gradients of a batch's micro-batches and steps the optimizer.
 * @param settings `accumulate` is the number of micro-batches; `clipGrad` the largest norm of the gradients, null for any
 * @param body forward pass of a micro-batch; its tensors are freed
 * @returns means of the named values over micro-batches and ranks, with `gradNorm`, the norm before clipping
 */
export async function accumulate<B, M extends nn.Module>(
  { replicas, precision, optimizer, clock }: Stepper<M>,
  { accumulate: count, clipGrad }: { accumulate: number; clipGrad: number | null },
  microBatches: Iterable<B> | AsyncIterable<B>,
  body: (microBatch: B, index: number) => MicroBatchValues,
): Promise<StepValues> {
  const results: Record<string, Tensor | null>[] = [];
  for await (const microBatch of microBatches) {
    const index = results.length;
    const compute = () =>
      torch.scope(() => {
        const values = clock.time('forward', () => body(microBatch, index));
        const loss = count === 1 ? values.loss : values.loss.div(count);
        clock.time('backward', () => precision.backward(loss));
        return Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, value && value.detach()]),
        );
      });
    results.push(index === count - 1 ? compute() : replicas.noSync(compute));
  }
  const { exposed } = replicas.exchangeTimes();
  clock.add('backward', -exposed);
  clock.add('communication', exposed);
  clock.time('checkpoint', () => torch.finishCopy()); // of the tensors that the optimizer is about to change
  const gradNorm = clock.time('optimizer', () => torch.scope(() => precision.step(optimizer, clipGrad)));
  if (optimizer instanceof ShardedAdamW) clock.time('communication', () => optimizer.exchange());
  const values = { ...meanOf(results), gradNorm };
  return clock.time('communication', () => replicas.world.mean(values));
}

/** Means of the micro-batches' values, which are disposed of. */
function meanOf(results: Record<string, Tensor | null>[]): Record<string, Tensor | null> {
  const [first = {}] = results;
  if (results.length === 1) return first;
  const names = Object.keys(first);
  const means = names.map((name) => {
    const values = results.flatMap((result) => result[name] ?? []);
    const mean = values.length > 0 ? torch.scope(() => torch.stack(values).mean()) : null;
    for (const value of values) value.dispose();
    return [name, mean] as const;
  });
  return Object.fromEntries(means);
}
