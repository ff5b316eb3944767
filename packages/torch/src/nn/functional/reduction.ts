/** How the losses of the elements become the result. */
import type { Tensor } from '../../tensor.js';
import { checkChoice, shapeText } from '../checks.js';

/** Their mean, their sum, or as they are. */
export type Reduction = 'mean' | 'sum' | 'none';

/** Options of a loss. */
export interface LossOptions {
  /** @default 'mean' */
  reduction?: Reduction;
}

// The order of at::Reduction.
const reductions = ['none', 'mean', 'sum'] as const;

/** The number that libtorch has for a reduction. @throws RangeError when there is none of this name. */
export function reductionCode(loss: string, reduction: Reduction): number {
  return reductions.indexOf(checkChoice(loss, 'reduction', reductions, reduction));
}

/** Losses of elements, reduced. @throws RangeError for another reduction. */
export function reduce(loss: string, losses: Tensor, reduction: Reduction): Tensor {
  reductionCode(loss, reduction);
  if (reduction === 'none') return losses;
  return reduction === 'mean' ? losses.mean() : losses.sum();
}

/** @throws Error when the weight has not the shape of the input. */
export function checkWeight(loss: string, x: Tensor, weight: Tensor): void {
  const [a, b] = [shapeText(x), shapeText(weight)];
  if (a !== b) throw new Error(`${loss}: expected a weight of shape ${a} but received ${b}`);
}
