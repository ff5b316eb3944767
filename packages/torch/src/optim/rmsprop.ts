/** RMSprop. */
import { zerosLike } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { checkAllNotNegative } from './checks.js';
import { countSteps, gradientsWithDecay } from './directions.js';
import {
  foreachAdd,
  foreachAddcdiv,
  foreachAddcmul,
  foreachAddcmulOf,
  foreachAddScalar,
  foreachLerp,
  foreachMulScalar,
  foreachSqrt,
  foreachSqrtOf,
  type Ids,
} from './kernels.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of RMSprop, of each group. */
export interface RMSpropHyper {
  /** @default 1e-2 */
  lr: number;
  /** Decay of the average of squared gradients. @default 0.99 */
  alpha: number;
  /** Added to the root of that average. @default 1e-8 */
  eps: number;
  /** Times the weight, added to the gradient. @default 0 */
  weightDecay: number;
  /** Share of the last step's direction kept in this one. @default 0 */
  momentum: number;
  /** Divide by the standard deviation of the gradient instead (Graves, 2013). @default false */
  centered: boolean;
  /** Climb instead of descend. @default false */
  maximize: boolean;
}

/** The gradient over the root of its average square (Hinton, 2012); eps is added after the root. */
export class RMSprop extends Optimizer<RMSpropHyper> {
  constructor(params: ParamsInput<RMSpropHyper>, options: Partial<RMSpropHyper> = {}) {
    super(params, options, {
      lr: 1e-2,
      alpha: 0.99,
      eps: 1e-8,
      weightDecay: 0,
      momentum: 0,
      centered: false,
      maximize: false,
    });
  }

  protected override check(label: string, group: ParamGroup<RMSpropHyper>): void {
    const { lr, alpha, eps, weightDecay, momentum } = group;
    checkAllNotNegative(label, { lr, alpha, eps, weightDecay, momentum });
  }

  protected override freshState(
    param: Tensor,
    { momentum, centered }: ParamGroup<RMSpropHyper>,
  ): Record<string, Tensor | number> {
    return {
      step: 0,
      square_avg: zerosLike(param),
      ...(momentum > 0 ? { momentum_buffer: zerosLike(param) } : {}),
      ...(centered ? { grad_avg: zerosLike(param) } : {}),
    };
  }

  protected override update(group: ParamGroup<RMSpropHyper>, batch: Batch): void {
    const { lr, alpha, eps, weightDecay, momentum, centered, maximize } = group;
    const { square_avg: squares = [], momentum_buffer: buffers, grad_avg: means } = batch.state;
    if ((momentum > 0 && buffers === undefined) || (centered && means === undefined)) {
      throw new Error(
        'RMSprop: momentum and centered cannot be switched on for parameters that were stepped without them',
      );
    }
    countSteps(batch);
    const grads = gradientsWithDecay(batch, maximize, weightDecay);
    foreachMulScalar(squares, alpha);
    foreachAddcmul(squares, grads, grads, 1 - alpha);
    let spread: Ids;
    if (centered && means !== undefined) {
      foreachLerp(means, grads, 1 - alpha);
      spread = foreachAddcmulOf(squares, means, means, -1);
      foreachSqrt(spread);
    } else spread = foreachSqrtOf(squares);
    foreachAddScalar(spread, eps);
    if (momentum > 0 && buffers !== undefined) {
      foreachMulScalar(buffers, momentum);
      foreachAddcdiv(buffers, grads, spread, 1);
      foreachAdd(batch.params, buffers, -lr);
    } else foreachAddcdiv(batch.params, grads, spread, -lr);
  }
}
