/** Lion. */
import { zerosLike } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { checkAllNotNegative, checkBetas } from './checks.js';
import { gradientsOf } from './directions.js';
import { foreachAdd, foreachLerp, foreachLerpOf, foreachMulScalar, foreachSign } from './kernels.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of Lion, of each group. */
export interface LionHyper {
  /** A third to a tenth of AdamW's. @default 1e-4 */
  lr: number;
  /** Share of the momentum in the direction, and its decay. @default [0.9, 0.99] */
  betas: readonly [number, number];
  /** Share of a weight taken off at each step, times lr; three to ten times AdamW's. @default 0 */
  weightDecay: number;
  /** Climb instead of descend. @default false */
  maximize: boolean;
}

/** The sign of an interpolated momentum (Chen et al., 2023, arXiv 2302.06675, algorithm 2). */
export class Lion extends Optimizer<LionHyper> {
  constructor(params: ParamsInput<LionHyper>, options: Partial<LionHyper> = {}) {
    super(params, options, { lr: 1e-4, betas: [0.9, 0.99], weightDecay: 0, maximize: false });
  }

  protected override check(label: string, { lr, betas, weightDecay }: ParamGroup<LionHyper>): void {
    checkAllNotNegative(label, { lr, weightDecay });
    checkBetas(label, betas);
  }

  protected override freshState(param: Tensor): Record<string, Tensor> {
    return { exp_avg: zerosLike(param) };
  }

  protected override update(group: ParamGroup<LionHyper>, batch: Batch): void {
    const { lr, betas, weightDecay, maximize } = group;
    const { exp_avg: momenta = [] } = batch.state;
    const grads = gradientsOf(batch, maximize);
    if (weightDecay !== 0) foreachMulScalar(batch.params, 1 - lr * weightDecay);
    foreachAdd(batch.params, foreachSign(foreachLerpOf(momenta, grads, 1 - betas[0])), -lr);
    foreachLerp(momenta, grads, 1 - betas[1]);
  }
}
