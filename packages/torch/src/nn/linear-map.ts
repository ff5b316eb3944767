/** The linear map. */
import { callOperator } from '../operator.js';
import type { Tensor } from '../tensor.js';

/**
 * x·Wᵀ + b: `[…, in]`, `[out, in]`, `[out]` → `[…, out]`. As torch.linear(), through the faster of the libraries that
 * libtorch has for it (`native/linear.cc`).
 */
export function linear(x: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  return callOperator('beit2::linear', '', x, weight, bias) as Tensor;
}
