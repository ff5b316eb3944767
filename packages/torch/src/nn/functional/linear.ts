/** The linear map, and the one with a GELU after it (`native/linear.cc`). */
import { callOperator } from '../../operator.js';
import type { Tensor } from '../../tensor.js';

/**
 * x·Wᵀ + b: `[…, in]`, `[out, in]`, `[out]` → `[…, out]`. As torch.linear(), through the faster of the libraries that
 * libtorch has for it.
 */
export function linear(x: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  return callOperator('beit2::linear', '', x, weight, bias) as Tensor;
}

/** gelu(x·Wᵀ + b), the first half of a transformer's MLP: `[…, in]`, `[out, in]`, `[out]` → `[…, out]`. GELU is the exact one. */
export function linearGelu(x: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  return callOperator('beit2::linear_gelu', '', x, weight, bias) as Tensor;
}
