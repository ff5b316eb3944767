/** Averaged stochastic gradient descent. */
import { zerosLike } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { wrap } from '../tensor.js';
import { checkAllNotNegative } from './checks.js';
import { countSteps, gradientsWithDecay } from './directions.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of ASGD, of each group. */
export interface ASGDHyper {
  /** @default 1e-2 */
  lr: number;
  /** Decay of the weights. @default 1e-4 */
  lambd: number;
  /** Exponent of the rate's decay. @default 0.75 */
  alpha: number;
  /** Step from which the average starts. @default 1e6 */
  t0: number;
  /** Times the weight, added to the gradient. @default 0 */
  weightDecay: number;
  /** Climb instead of descend. @default false */
  maximize: boolean;
}

/** SGD whose state `ax` holds the average of the weights (Polyak and Juditsky, 1992). */
export class ASGD extends Optimizer<ASGDHyper> {
  constructor(params: ParamsInput<ASGDHyper>, options: Partial<ASGDHyper> = {}) {
    super(params, options, {
      lr: 1e-2,
      lambd: 1e-4,
      alpha: 0.75,
      t0: 1e6,
      weightDecay: 0,
      maximize: false,
    });
  }

  protected override check(label: string, { lr, weightDecay }: ParamGroup<ASGDHyper>): void {
    checkAllNotNegative(label, { lr, weightDecay });
  }

  protected override freshState(
    param: Tensor,
    { lr }: ParamGroup<ASGDHyper>,
  ): Record<string, Tensor | number> {
    return { step: 0, eta: Math.fround(lr), mu: 1, ax: zerosLike(param) };
  }

  protected override update(group: ParamGroup<ASGDHyper>, batch: Batch): void {
    const { lr, lambd, alpha, t0, weightDecay, maximize } = group;
    const grads = gradientsWithDecay(batch, maximize, weightDecay);
    const steps = countSteps(batch);
    for (const [i, own] of batch.numbers.entries()) {
      const [param, average] = [wrap(batch.params[i]), wrap(batch.state.ax?.[i])];
      const { eta = lr, mu = 1 } = own;
      const step = steps[i] ?? 0;
      param.mul_(1 - lambd * eta).add_(wrap(grads[i]), { alpha: -eta });
      if (mu === 1) average.copy_(param);
      else average.add_(param.sub(average).mul_(mu));
      own.eta = Math.fround(lr / (1 + lambd * lr * step) ** alpha);
      own.mu = Math.fround(1 / Math.max(1, step - t0));
    }
  }
}
