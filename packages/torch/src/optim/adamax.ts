/** Adamax. */
import { zerosLike } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { checkAllNotNegative, checkBetas } from './checks.js';
import { countSteps, gradientsWithDecay } from './directions.js';
import {
  foreachAbs,
  foreachAddcdivScalars,
  foreachAddScalar,
  foreachLerp,
  foreachMaximum,
  foreachMulScalar,
} from './kernels.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of Adamax, of each group. */
export interface AdamaxHyper {
  /** @default 2e-3 */
  lr: number;
  /** Decay of the average of the gradient and of its largest size. @default [0.9, 0.999] */
  betas: readonly [number, number];
  /** Added to the size of the gradient. @default 1e-8 */
  eps: number;
  /** Times the weight, added to the gradient. @default 0 */
  weightDecay: number;
  /** Climb instead of descend. @default false */
  maximize: boolean;
}

/** Adam with the infinity norm in place of the root of squares (Kingma and Ba, 2015, section 7.1). */
export class Adamax extends Optimizer<AdamaxHyper> {
  constructor(params: ParamsInput<AdamaxHyper>, options: Partial<AdamaxHyper> = {}) {
    super(params, options, { lr: 2e-3, betas: [0.9, 0.999], eps: 1e-8, weightDecay: 0, maximize: false });
  }

  protected override check(label: string, group: ParamGroup<AdamaxHyper>): void {
    const { lr, betas, eps, weightDecay } = group;
    checkAllNotNegative(label, { lr, eps, weightDecay });
    checkBetas(label, betas);
  }

  protected override freshState(param: Tensor): Record<string, Tensor | number> {
    return { step: 0, exp_avg: zerosLike(param), exp_inf: zerosLike(param) };
  }

  protected override update(group: ParamGroup<AdamaxHyper>, batch: Batch): void {
    const { lr, betas, eps, weightDecay, maximize } = group;
    const { exp_avg: averages = [], exp_inf: sizes = [] } = batch.state;
    const rates = countSteps(batch).map((step) => -lr / (1 - betas[0] ** step));
    const grads = gradientsWithDecay(batch, maximize, weightDecay);
    foreachLerp(averages, grads, 1 - betas[0]);
    foreachMulScalar(sizes, betas[1]);
    const present = foreachAbs(grads);
    foreachAddScalar(present, eps);
    foreachMaximum(sizes, present);
    foreachAddcdivScalars(batch.params, averages, sizes, rates);
  }
}
