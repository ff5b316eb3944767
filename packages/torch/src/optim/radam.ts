/** RAdam. */
import { zerosLike } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { checkAllNotNegative, checkBetas } from './checks.js';
import { countSteps, gradientsOf, gradientsWithDecay } from './directions.js';
import {
  foreachAddcmul,
  foreachAddScalar,
  foreachAddScalars,
  foreachLerp,
  foreachMulScalar,
  foreachMulScalars,
  foreachReciprocal,
  foreachSqrtOf,
} from './kernels.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of RAdam, of each group. */
export interface RAdamHyper {
  /** @default 1e-3 */
  lr: number;
  /** Decay of the averages of the gradient and of its square. @default [0.9, 0.999] */
  betas: readonly [number, number];
  /** Added to the root of the squared gradient's average. @default 1e-8 */
  eps: number;
  /** @default 0 */
  weightDecay: number;
  /** Take weightDecay off the weight, as AdamW does, rather than adding it to the gradient. @default false */
  decoupledWeightDecay: boolean;
  /** Climb instead of descend. @default false */
  maximize: boolean;
}

/** Adam with the variance of its rate rectified, and momentum alone in the first steps (Liu et al., 2020). */
export class RAdam extends Optimizer<RAdamHyper> {
  constructor(params: ParamsInput<RAdamHyper>, options: Partial<RAdamHyper> = {}) {
    super(params, options, {
      lr: 1e-3,
      betas: [0.9, 0.999],
      eps: 1e-8,
      weightDecay: 0,
      decoupledWeightDecay: false,
      maximize: false,
    });
  }

  protected override check(label: string, group: ParamGroup<RAdamHyper>): void {
    const { lr, betas, eps, weightDecay } = group;
    checkAllNotNegative(label, { lr, eps, weightDecay });
    checkBetas(label, betas);
  }

  protected override freshState(param: Tensor): Record<string, Tensor | number> {
    return { step: 0, exp_avg: zerosLike(param), exp_avg_sq: zerosLike(param) };
  }

  protected override update(group: ParamGroup<RAdamHyper>, batch: Batch): void {
    const { lr, betas, eps, weightDecay, decoupledWeightDecay, maximize } = group;
    const { exp_avg: averages = [], exp_avg_sq: squares = [] } = batch.state;
    const rates = countSteps(batch).map((step) => rectifiedRates(step, lr, betas));
    if (decoupledWeightDecay && weightDecay !== 0) foreachMulScalar(batch.params, 1 - lr * weightDecay);
    const grads = decoupledWeightDecay
      ? gradientsOf(batch, maximize)
      : gradientsWithDecay(batch, maximize, weightDecay);
    foreachLerp(averages, grads, 1 - betas[0]);
    foreachMulScalar(squares, betas[1]);
    foreachAddcmul(squares, grads, grads, 1 - betas[1]);
    // Factor of the average by element: adaptive/(√square + eps) + plain, one of the two being 0.
    const factors = foreachSqrtOf(squares);
    foreachAddScalar(factors, eps);
    foreachReciprocal(factors);
    foreachMulScalars(
      factors,
      rates.map(({ adaptive }) => adaptive),
    );
    foreachAddScalars(
      factors,
      rates.map(({ plain }) => plain),
    );
    foreachAddcmul(batch.params, averages, factors, -1);
  }
}

function rectifiedRates(
  step: number,
  lr: number,
  [beta1, beta2]: readonly [number, number],
): { adaptive: number; plain: number } {
  const [unbiased1, unbiased2] = [1 - beta1 ** step, 1 - beta2 ** step];
  const limit = 2 / (1 - beta2) - 1;
  const length = limit - (2 * step * beta2 ** step) / unbiased2;
  if (length <= 5) return { adaptive: 0, plain: lr / unbiased1 };
  const rectification = Math.sqrt(
    ((length - 4) * (length - 2) * limit) / ((limit - 4) * (limit - 2) * length),
  );
  return { adaptive: (lr * rectification * Math.sqrt(unbiased2)) / unbiased1, plain: 0 };
}
