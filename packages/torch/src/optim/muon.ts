/** Muon. */
import { zerosLike } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { wrap } from '../tensor.js';
import { checkAllNotNegative, checkChoice } from './checks.js';
import { type Batch, Optimizer, type ParamGroup, type ParamsInput } from './optimizer.js';

/** Hyperparameters of Muon, of each group. */
export interface MuonHyper {
  /** @default 1e-3 */
  lr: number;
  /** Share of a weight taken off at each step, times lr. @default 0.1 */
  weightDecay: number;
  /** Share of the momentum kept at each step. @default 0.95 */
  momentum: number;
  /** Nesterov's form of momentum. @default true */
  nesterov: boolean;
  /** Coefficients of the quintic iteration that makes the momentum orthogonal. @default [3.4445, -4.775, 2.0315] */
  nsCoefficients: readonly [number, number, number];
  /** Least norm to divide by. @default 1e-7 */
  eps: number;
  /** Iterations, below 100. @default 5 */
  nsSteps: number;
  /** Factor of the rate for `[A, B]`: √max(1, A/B), or 0.2·√max(A, B), which allows AdamW's rates. @default 'original' */
  adjustLrFn: 'original' | 'match_rms_adamw';
}

/**
 * Momentum made orthogonal by a Newton-Schulz iteration in bfloat16 (Jordan, 2024), for the matrices inside a model; embeddings,
 * heads, biases and norms belong to another optimizer.
 */
export class Muon extends Optimizer<MuonHyper> {
  /** @throws Error for a parameter that has not 2 dimensions, beside what every optimizer refuses. */
  constructor(params: ParamsInput<MuonHyper>, options: Partial<MuonHyper> = {}) {
    super(params, options, {
      lr: 1e-3,
      weightDecay: 0.1,
      momentum: 0.95,
      nesterov: true,
      nsCoefficients: [3.4445, -4.775, 2.0315],
      eps: 1e-7,
      nsSteps: 5,
      adjustLrFn: 'original',
    });
  }

  protected override check(label: string, group: ParamGroup<MuonHyper>): void {
    const { lr, weightDecay, momentum, eps, nsSteps, params } = group;
    checkAllNotNegative(label, { lr, weightDecay, momentum, eps });
    checkChoice(label, 'adjustLrFn', group.adjustLrFn, ['original', 'match_rms_adamw']);
    if (!Number.isInteger(nsSteps) || nsSteps < 0 || nsSteps >= 100) {
      throw new RangeError(`${label}: expected an integer in [0, 100) for nsSteps but received ${nsSteps}`);
    }
    const other = params.find(({ ndim }) => ndim !== 2);
    if (other !== undefined) {
      throw new Error(
        `${label}: expected matrices but received a tensor of shape [${other.shape.join(', ')}]: give it to AdamW`,
      );
    }
  }

  protected override freshState(param: Tensor): Record<string, Tensor> {
    return { momentum_buffer: zerosLike(param) };
  }

  protected override update(group: ParamGroup<MuonHyper>, batch: Batch): void {
    const { lr, weightDecay, momentum, nesterov } = group;
    for (const [i, id] of batch.params.entries()) {
      const [param, grad] = [wrap(id), wrap(batch.grads[i])];
      const buffer = wrap(batch.state.momentum_buffer?.[i]);
      buffer.lerp_(grad, 1 - momentum);
      const direction = orthogonalised(nesterov ? grad.lerp(buffer, momentum) : buffer, group);
      const [rows = 1, columns = 1] = param.shape;
      const factor =
        group.adjustLrFn === 'original'
          ? Math.sqrt(Math.max(1, rows / columns))
          : 0.2 * Math.sqrt(Math.max(rows, columns));
      param.mul_(1 - lr * weightDecay).add_(direction, { alpha: -lr * factor });
    }
  }
}

// X ← a·X + (b·XXᵀ + c·(XXᵀ)²)·X on the wide side, from a norm of 1: singular values move towards 1.
function orthogonalised(direction: Tensor, { nsCoefficients, nsSteps, eps }: MuonHyper): Tensor {
  const [a, b, c] = nsCoefficients;
  const [rows = 0, columns = 0] = direction.shape;
  const isTall = rows > columns;
  const half = direction.to({ dtype: 'bfloat16', copy: true });
  let x = isTall ? half.t() : half;
  x.div_(x.norm().clampMin(eps));
  for (let step = 0; step < nsSteps; step++) {
    const gram = x.matmul(x.t());
    const update = gram.addmm(gram, gram, { beta: b, alpha: c });
    x = x.addmm(update, x, { beta: a });
  }
  return isTall ? x.t() : x;
}
