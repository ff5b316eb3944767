/** Adagrad. */
import { fullLike, zeros } from '../generated/functions.js';
import type { TensorId } from '../native.js';
import type { Tensor } from '../tensor.js';
import { checkAllNotNegative } from './checks.js';
import { foreachAddScalar, foreachAddTensor, fusedAdagrad } from './kernels.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of Adagrad, of each group. */
export interface AdagradHyper {
  /** @default 1e-2 */
  lr: number;
  /** Decay of the rate: lr / (1 + (step - 1)·lrDecay). @default 0 */
  lrDecay: number;
  /** Times the weight, added to the gradient. @default 0 */
  weightDecay: number;
  /** What the sums of squares start from. @default 0 */
  initialAccumulatorValue: number;
  /** Added to the root of the sum. @default 1e-10 */
  eps: number;
  /** Climb instead of descend. @default false */
  maximize: boolean;
}

/** Rates by the sum of squared gradients (Duchi et al., 2011), on the fused kernel. */
export class Adagrad extends Optimizer<AdagradHyper> {
  protected override readonly skipsOnDevice = true;

  constructor(params: ParamsInput<AdagradHyper>, options: Partial<AdagradHyper> = {}) {
    super(params, options, {
      lr: 1e-2,
      lrDecay: 0,
      weightDecay: 0,
      initialAccumulatorValue: 0,
      eps: 1e-10,
      maximize: false,
    });
  }

  protected override check(label: string, group: ParamGroup<AdagradHyper>): void {
    const { lr, lrDecay, weightDecay, initialAccumulatorValue, eps } = group;
    checkAllNotNegative(label, { lr, lrDecay, weightDecay, initialAccumulatorValue, eps });
  }

  protected override freshState(param: Tensor, group: ParamGroup<AdagradHyper>): Record<string, Tensor> {
    const step = zeros([], { dtype: 'float32', device: param.device });
    return { step, sum: fullLike(param, group.initialAccumulatorValue) };
  }

  protected override update(group: ParamGroup<AdagradHyper>, batch: Batch, foundInf: TensorId | null): void {
    const { lr, lrDecay, weightDecay, eps, maximize } = group;
    const { sum: sums = [], step: steps = [] } = batch.state;
    foreachAddScalar(steps, 1);
    fusedAdagrad(
      batch.params,
      batch.grads,
      sums,
      steps,
      lr,
      lrDecay,
      weightDecay,
      eps,
      maximize,
      null,
      foundInf,
    );
    if (foundInf !== null) foreachAddTensor(steps, foundInf, -1);
  }
}
