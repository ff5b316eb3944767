/** Runs the scripts of test/ranks in several processes, for the tests of process groups. */
import { join } from 'node:path';

import * as torch from '#torch/index.js';
import type { DType } from '#torch/index.js';
import { expect } from 'vitest';

/** Path of a script in test/ranks. */
export const rankScript = (name: string): string => join(import.meta.dirname, 'ranks', name);

/** What each rank sent to the test, and the Error of launch(), if any. */
export interface Outcome<T> {
  messages: T[][];
  error: Error | undefined;
}

/** Runs a script on `size` ranks, one thread each, and gathers what they send. */
export async function runRanks<T>(
  name: string,
  size: number,
  args: readonly string[] = [],
): Promise<Outcome<T>> {
  const messages: T[][] = Array.from({ length: size }, () => []);
  const onMessage = (message: unknown, rank: number): void => void messages[rank]?.push(message as T);
  const env = { OMP_NUM_THREADS: '1' };
  const error = await torch.distributed
    .launch(rankScript(name), size, { args, env, onMessage })
    .then(() => undefined)
    .catch((reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))));
  return { messages, error };
}

/** What a rank of ranks/failure.mjs says of one collective. */
export interface Report {
  rank: number;
  message: string;
  /** Milliseconds since all ranks were there. */
  ms: number;
}

/** Runs a case of ranks/failure.mjs. */
export const lose = (what: string, size: number): Promise<Outcome<Report>> =>
  runRanks<Report>('failure.mjs', size, [what]);

interface Task {
  makeModel: (seed: number, dtype: DType) => torch.nn.Sequential;
  train: (model: torch.nn.Module, dtype: DType) => number[];
}

interface Trained {
  losses: number[];
  weights: [string, unknown][];
}

/**
 * Trains ranks/task.mjs on `size` ranks, whose batches come in `accumulate` parts, and in this process on the unions.
 * @param tolerance Of weights, as a part of the largest one. AdamW divides by the root of tiny gradients, which enlarges
 * float32's rounding in single weights: float64 shows that nothing else differs. Losses agree to 1e-6.
 */
export async function expectSameTraining(
  size: number,
  dtype: DType,
  accumulate: number,
  tolerance: number,
): Promise<void> {
  const { messages, error } = await runRanks<Trained>('training.mjs', size, [dtype, String(accumulate)]);
  expect(error).toBeUndefined();
  const { makeModel, train } = (await import(rankScript('task.mjs'))) as Task;
  const model = makeModel(0, dtype);
  const losses = train(model, dtype);
  expect(Math.abs((losses.at(-1) ?? 0) - (losses[0] ?? 0))).toBeGreaterThan(0.05); // it learns
  for (const [trained] of messages) {
    expect(relativeError(trained?.losses, losses)).toBeLessThan(Math.min(tolerance, 1e-6));
    const weights = new Map(trained?.weights);
    for (const [name, tensor] of model.stateDict()) {
      expect(relativeError(weights.get(name), tensor.tolist()), name).toBeLessThan(tolerance);
    }
    expect(trained).toEqual(messages[0]?.[0]); // ranks agree bit for bit
  }
}

const flat = (values: unknown): number[] => [values].flat(Infinity) as number[];

function relativeError(got: unknown, wanted: unknown): number {
  const [a, b] = [flat(got), flat(wanted)];
  expect(a).toHaveLength(b.length);
  const scale = Math.max(...b.map(Math.abs));
  return Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? NaN)))) / scale;
}
