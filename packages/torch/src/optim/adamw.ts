/** AdamW. */
import { zeros, zerosLike } from '../generated/functions.js';
import type { TensorId } from '../native.js';
import type { Tensor } from '../tensor.js';
import { foreachAddScalar, foreachAddTensor, fusedAdamW } from './kernels.js';
import {
  type Batch,
  checkNotNegative,
  Optimizer,
  type ParamGroup,
  type ParamGroupInput,
} from './optimizer.js';

/** Hyperparameters of AdamW, of each group. */
export interface AdamWHyper {
  /** @default 1e-3 */
  lr: number;
  /** Decay of the averages of the gradient and of its square, in [0, 1). @default [0.9, 0.999] */
  betas: readonly [number, number];
  /** Added to the root of the squared gradient's average. @default 1e-8 */
  eps: number;
  /** Share of a weight taken off at each step, times lr. @default 0.01 */
  weightDecay: number;
}

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019), on libtorch's fused kernel.
 * @example new optim.AdamW([{ params: decayed, weightDecay: 0.05 }, { params: others, weightDecay: 0 }], { lr: 1.5e-3 });
 */
export class AdamW extends Optimizer<AdamWHyper> {
  constructor(
    params: Iterable<Tensor> | Iterable<ParamGroupInput<AdamWHyper>>,
    { lr = 1e-3, betas = [0.9, 0.999], eps = 1e-8, weightDecay = 0.01 }: Partial<AdamWHyper> = {},
  ) {
    super(params, { lr, betas, eps, weightDecay });
  }

  protected override check(label: string, { lr, betas, eps, weightDecay }: ParamGroup<AdamWHyper>): void {
    checkNotNegative(label, 'lr', lr);
    checkNotNegative(label, 'eps', eps);
    checkNotNegative(label, 'weightDecay', weightDecay);
    const given: readonly number[] = betas; // two for the compiler, any number from JSON
    if (given.length !== 2 || !given.every((beta) => beta >= 0 && beta < 1)) {
      const list = given.join(', ');
      throw new RangeError(`${label}: expected two numbers in [0, 1) for betas but received [${list}]`);
    }
  }

  protected override freshState(param: Tensor): Record<string, Tensor> {
    // The kernel reads the count of steps on the device, where a step that found infinities can take it back.
    const step = zeros([], { dtype: 'float32', device: param.device });
    return { exp_avg: zerosLike(param), exp_avg_sq: zerosLike(param), step };
  }

  protected override update(group: ParamGroup<AdamWHyper>, batch: Batch, foundInf: TensorId | null): void {
    const { lr, betas, eps, weightDecay } = group;
    const { exp_avg: averages = [], exp_avg_sq: squares = [], step: steps = [] } = batch.state;
    foreachAddScalar(steps, 1);
    fusedAdamW(
      batch.params,
      batch.grads,
      averages,
      squares,
      [],
      steps,
      lr,
      betas[0],
      betas[1],
      weightDecay,
      eps,
      false,
      false,
      null,
      foundInf,
    );
    if (foundInf !== null) foreachAddTensor(steps, foundInf, -1);
  }
}
