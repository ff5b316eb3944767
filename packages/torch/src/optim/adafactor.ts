/** Adafactor. */
import { zeros, zerosLike } from '../generated/functions.js';
import type { DType } from '../dtype.js';
import type { Tensor } from '../tensor.js';
import { wrap } from '../tensor.js';
import { checkAllNotNegative } from './checks.js';
import { countSteps, gradientsOf } from './directions.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of Adafactor, of each group. */
export interface AdafactorHyper {
  /** Largest rate: the step is relative to the size of the weights. @default 1e-2 */
  lr: number;
  /** Exponent, at most 0: the average of squares decays by 1 - step^beta2Decay. @default -0.8 */
  beta2Decay: number;
  /** Least squared gradient (null: the dtype's epsilon) and least size of a parameter. @default [null, 1e-3] */
  eps: readonly [number | null, number];
  /** Largest root mean square of a step, at least 1. @default 1 */
  d: number;
  /** Share of a weight taken off at each step, times lr. @default 0 */
  weightDecay: number;
  /** Climb instead of descend. @default false */
  maximize: boolean;
}

// Distance from 1 to the next number.
const epsilons: Partial<Record<DType, number>> = {
  float32: 2 ** -23,
  float64: 2 ** -52,
  float16: 2 ** -10,
  bfloat16: 2 ** -7,
};

/** Squared gradients kept as means of rows and columns, so that state costs little memory (Shazeer and Stern, 2018). */
export class Adafactor extends Optimizer<AdafactorHyper> {
  constructor(params: ParamsInput<AdafactorHyper>, options: Partial<AdafactorHyper> = {}) {
    super(params, options, {
      lr: 1e-2,
      beta2Decay: -0.8,
      eps: [null, 1e-3],
      d: 1,
      weightDecay: 0,
      maximize: false,
    });
  }

  protected override check(label: string, group: ParamGroup<AdafactorHyper>): void {
    const { lr, beta2Decay, eps, d, weightDecay } = group;
    checkAllNotNegative(label, { lr, weightDecay, 'eps[0]': eps[0] ?? 0, 'eps[1]': eps[1] });
    if (!(beta2Decay <= 0)) {
      throw new RangeError(
        `${label}: expected a number of at most 0 for beta2Decay but received ${beta2Decay}`,
      );
    }
    if (!(d >= 1)) throw new RangeError(`${label}: expected a number of at least 1 for d but received ${d}`);
  }

  protected override freshState(param: Tensor): Record<string, Tensor | number> {
    if (param.ndim < 2) return { step: 0, variance: zerosLike(param) };
    const { shape, dtype, device } = param;
    const [rows = 0, columns = 0] = shape.slice(-2);
    const outer = shape.slice(0, -2);
    return {
      step: 0,
      row_var: zeros([...outer, rows, 1], { dtype, device }),
      col_var: zeros([...outer, 1, columns], { dtype, device }),
    };
  }

  protected override update(group: ParamGroup<AdafactorHyper>, batch: Batch): void {
    const { lr, beta2Decay, d, weightDecay } = group;
    const steps = countSteps(batch);
    // Some parameters of a batch have factors and others a variance: each list is in the order of those that have it.
    const { row_var: rows = [], col_var: columns = [], variance: variances = [] } = batch.state;
    const next = { factors: 0, variance: 0 };
    for (const [i, id] of gradientsOf(batch, group.maximize).entries()) {
      const [param, grad, step] = [wrap(batch.params[i]), wrap(id), steps[i] ?? 1];
      const least = group.eps[0] ?? epsilons[param.dtype] ?? 2 ** -23;
      const share = step ** beta2Decay;
      const size = param.norm().item() / Math.sqrt(param.numel());
      const rate = Math.max(group.eps[1], size) * Math.min(lr, 1 / Math.sqrt(step));
      if (weightDecay !== 0) param.mul_(1 - lr * weightDecay);
      let squares: Tensor;
      if (grad.ndim > 1) {
        squares = factored(grad, wrap(rows[next.factors]), wrap(columns[next.factors]), share, least);
        next.factors += 1;
      } else {
        squares = wrap(variances[next.variance++]).lerp_(grad.mul(grad), share).clone();
      }
      const change = squares
        .clampMin_(least * least)
        .rsqrt_()
        .mul_(grad);
      const clip = Math.max(1, change.norm().item() / (Math.sqrt(change.numel()) * d));
      param.add_(change, { alpha: -rate / clip });
    }
  }
}

// Averages of squares by row and by column, and the estimate of every element that their product gives.
function factored(grad: Tensor, rows: Tensor, columns: Tensor, share: number, least: number): Tensor {
  const [height = 1, width = 1] = grad.shape.slice(-2);
  rows.lerp_(grad.norm(2, [-1], true).square_().div_(width), share);
  columns.lerp_(grad.norm(2, [-2], true).square_().div_(height), share);
  return rows.matmul(columns).div_(rows.mean([-2], true).clampMin_(least));
}
