/** The gradients that an update starts from, without changing those of the parameters. */
import { foreachNeg, foreachSum, type Ids } from './kernels.js';
import type { Batch } from './optimizer.js';

/** The gradients, turned round where the aim is to climb. */
export function gradientsOf({ grads }: Batch, maximize: boolean): Ids {
  return maximize ? foreachNeg(grads) : grads;
}

/** The gradients with weightDecay·weight added: an L2 penalty. */
export function gradientsWithDecay(batch: Batch, maximize: boolean, weightDecay: number): Ids {
  const grads = gradientsOf(batch, maximize);
  return weightDecay === 0 ? grads : foreachSum(grads, batch.params, weightDecay);
}

/** Counts a step of every parameter. @returns the counts. */
export function countSteps({ numbers }: Batch): number[] {
  return numbers.map((own) => (own.step = (own.step ?? 0) + 1));
}
