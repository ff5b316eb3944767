/** What stands between the matrix products of a transformer block, each in one pass over memory (`native/residual-norm.cc`). */
import { callOperator } from '../../operator.js';
import type { Tensor } from '../../tensor.js';
import type { LayerNorm } from '../normalization.js';
import { expectObject } from '../../expect.js';

/**
 * x + γ·branch, in the dtype of x.
 * @param branch Like x, or under autocast in 16 bits.
 * @param gamma `[D]`, the layer scale; 1 where left out.
 */
export function residual(x: Tensor, branch: Tensor, gamma: Tensor | null = null): Tensor {
  return callOperator('beit2::residual', '', x, branch, gamma) as Tensor;
}

/**
 * norm(x) for a linear layer that follows: under autocast in its 16 bits, which the linear layer would cast it to anyway;
 * otherwise as norm.forward(x).
 */
export function normForLinear(norm: LayerNorm, x: Tensor): Tensor {
  expectObject('normForLinear', 'norm', norm);
  const { weight, bias, eps } = norm;
  if (weight === null || bias === null) return norm.forward(x);
  return callOperator('beit2::norm_for_linear', '', x, weight, bias, eps) as Tensor;
}
