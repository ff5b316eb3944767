/** One optimizer step on a batch that is computed in parts. */
import type { nn, optim, Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';
import type { Precision } from './precision.js';
import type { Replicas } from './replicas.js';
import type { StepValues } from './world.js';

/** What takes the step. */
export interface Stepper<M extends nn.Module> {
  replicas: Replicas<M>;
  precision: Precision;
  optimizer: optim.AdamW;
}

/** Values of a part, each of one element: the loss, with its graph, and what else is of interest; null leaves one out. */
export type PartValues = Record<string, Tensor | null> & { loss: Tensor };

/**
 * Adds up the gradients of a batch's parts and steps the optimizer.
 * @param settings `accumulate` is the number of parts; `clipGrad` the largest norm of the gradients, null for any
 * @param body forward pass of a part; its tensors are freed
 * @returns means of the named values over parts and ranks, with `gradNorm`, the norm before clipping
 */
export async function accumulate<P, M extends nn.Module>(
  { replicas, precision, optimizer }: Stepper<M>,
  { accumulate: count, clipGrad }: { accumulate: number; clipGrad: number | null },
  parts: Iterable<P> | AsyncIterable<P>,
  body: (part: P, index: number) => PartValues,
): Promise<StepValues> {
  const results: Record<string, Tensor | null>[] = [];
  for await (const part of parts) {
    const index = results.length;
    const compute = () =>
      torch.scope(() => {
        const values = body(part, index);
        precision.backward(count === 1 ? values.loss : values.loss.div(count));
        return Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, value && value.detach()]),
        );
      });
    results.push(index === count - 1 ? compute() : replicas.noSync(compute));
  }
  const gradNorm = torch.scope(() => precision.step(optimizer, clipGrad));
  return replicas.world.mean({ ...meanOf(results), gradNorm });
}

/** Means of the parts' values; disposes of the parts. */
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
