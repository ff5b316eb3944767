/** NAdam. */
import { zerosLike } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { checkAllNotNegative, checkBetas } from './checks.js';
import { countSteps, gradientsOf, gradientsWithDecay } from './directions.js';
import {
  foreachAddcdivScalars,
  foreachAddcmul,
  foreachAddScalar,
  foreachLerp,
  foreachMulScalar,
  foreachQuotient,
  foreachSqrt,
} from './kernels.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of NAdam, of each group. */
export interface NAdamHyper {
  /** @default 2e-3 */
  lr: number;
  /** Decay of the averages of the gradient and of its square. @default [0.9, 0.999] */
  betas: readonly [number, number];
  /** Added to the root of the squared gradient's average. @default 1e-8 */
  eps: number;
  /** @default 0 */
  weightDecay: number;
  /** Decay ψ of the momentum: μₜ = β₁·(1 - 0.5·0.96^(t·ψ)). @default 4e-3 */
  momentumDecay: number;
  /** Take weightDecay off the weight, as AdamW does, rather than adding it to the gradient. @default false */
  decoupledWeightDecay: boolean;
  /** Climb instead of descend. @default false */
  maximize: boolean;
}

/** Adam with Nesterov's momentum (Dozat, 2016). */
export class NAdam extends Optimizer<NAdamHyper> {
  constructor(params: ParamsInput<NAdamHyper>, options: Partial<NAdamHyper> = {}) {
    super(params, options, {
      lr: 2e-3,
      betas: [0.9, 0.999],
      eps: 1e-8,
      weightDecay: 0,
      momentumDecay: 4e-3,
      decoupledWeightDecay: false,
      maximize: false,
    });
  }

  protected override check(label: string, group: ParamGroup<NAdamHyper>): void {
    const { lr, betas, eps, weightDecay, momentumDecay } = group;
    checkAllNotNegative(label, { lr, eps, weightDecay, momentumDecay });
    checkBetas(label, betas);
  }

  protected override freshState(param: Tensor): Record<string, Tensor | number> {
    return { step: 0, mu_product: 1, exp_avg: zerosLike(param), exp_avg_sq: zerosLike(param) };
  }

  protected override update(group: ParamGroup<NAdamHyper>, batch: Batch): void {
    const { lr, betas, eps, weightDecay, momentumDecay, decoupledWeightDecay, maximize } = group;
    const { exp_avg: averages = [], exp_avg_sq: squares = [] } = batch.state;
    const steps = countSteps(batch);
    if (decoupledWeightDecay && weightDecay !== 0) foreachMulScalar(batch.params, 1 - lr * weightDecay);
    const grads = decoupledWeightDecay
      ? gradientsOf(batch, maximize)
      : gradientsWithDecay(batch, maximize, weightDecay);
    const momentumAt = (step: number): number => betas[0] * (1 - 0.5 * 0.96 ** (step * momentumDecay));
    const ofGradient: number[] = [];
    const ofAverage: number[] = [];
    for (const [i, own] of batch.numbers.entries()) {
      const step = steps[i] ?? 0;
      const [momentum, next] = [momentumAt(step), momentumAt(step + 1)];
      // In float32, as PyTorch keeps the product.
      const product = Math.fround((own.mu_product ?? 1) * Math.fround(momentum));
      own.mu_product = product;
      ofGradient.push((-lr * (1 - momentum)) / (1 - product));
      ofAverage.push((-lr * next) / (1 - product * next));
    }
    foreachLerp(averages, grads, 1 - betas[0]);
    foreachMulScalar(squares, betas[1]);
    foreachAddcmul(squares, grads, grads, 1 - betas[1]);
    const spread = foreachQuotient(
      squares,
      steps.map((step) => 1 - betas[1] ** step),
    );
    foreachSqrt(spread);
    foreachAddScalar(spread, eps);
    foreachAddcdivScalars(batch.params, grads, spread, ofGradient);
    foreachAddcdivScalars(batch.params, averages, spread, ofAverage);
  }
}
