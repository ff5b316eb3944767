/** Adadelta. */
import { zerosLike } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { checkAllNotNegative, checkFraction } from './checks.js';
import { countSteps, gradientsWithDecay } from './directions.js';
import {
  foreachAdd,
  foreachAddcmul,
  foreachDiv,
  foreachMul,
  foreachMulScalar,
  foreachSqrt,
  foreachSumScalar,
} from './kernels.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of Adadelta, of each group. */
export interface AdadeltaHyper {
  /** @default 1 */
  lr: number;
  /** Decay of the averages of squared gradients and squared steps. @default 0.9 */
  rho: number;
  /** Added to both averages. @default 1e-6 */
  eps: number;
  /** Times the weight, added to the gradient. @default 0 */
  weightDecay: number;
  /** Climb instead of descend. @default false */
  maximize: boolean;
}

/** Steps in the units of the weights: the root of past squared steps over that of past squared gradients (Zeiler, 2012). */
export class Adadelta extends Optimizer<AdadeltaHyper> {
  constructor(params: ParamsInput<AdadeltaHyper>, options: Partial<AdadeltaHyper> = {}) {
    super(params, options, { lr: 1, rho: 0.9, eps: 1e-6, weightDecay: 0, maximize: false });
  }

  protected override check(label: string, group: ParamGroup<AdadeltaHyper>): void {
    const { lr, rho, eps, weightDecay } = group;
    checkAllNotNegative(label, { lr, eps, weightDecay });
    if (rho !== 1) checkFraction(label, 'rho', rho);
  }

  protected override freshState(param: Tensor): Record<string, Tensor | number> {
    return { step: 0, square_avg: zerosLike(param), acc_delta: zerosLike(param) };
  }

  protected override update(group: ParamGroup<AdadeltaHyper>, batch: Batch): void {
    const { lr, rho, eps, weightDecay, maximize } = group;
    const { square_avg: squares = [], acc_delta: steps = [] } = batch.state;
    countSteps(batch);
    const grads = gradientsWithDecay(batch, maximize, weightDecay);
    foreachMulScalar(squares, rho);
    foreachAddcmul(squares, grads, grads, 1 - rho);
    const spread = foreachSumScalar(squares, eps);
    foreachSqrt(spread);
    const deltas = foreachSumScalar(steps, eps);
    foreachSqrt(deltas);
    foreachDiv(deltas, spread);
    foreachMul(deltas, grads);
    foreachMulScalar(steps, rho);
    foreachAddcmul(steps, deltas, deltas, 1 - rho);
    foreachAdd(batch.params, deltas, -lr);
  }
}
