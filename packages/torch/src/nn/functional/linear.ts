/** The linear map, and a transformer's MLP of two (`native/linear.cc`, `native/mlp.cc`). */
import { callOperator } from '../../operator.js';
import type { Tensor } from '../../tensor.js';

/**
 * x·Wᵀ + b: `[…, in]`, `[out, in]`, `[out]` → `[…, out]`. As torch.linear(), through the faster of the libraries that
 * libtorch has for it.
 */
export function linear(x: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
  return callOperator('beit2::linear', '', x, weight, bias) as Tensor;
}

/**
 * gelu(x·W₁ᵀ + b₁)·W₂ᵀ + b₂, a transformer's MLP: `[…, in]`, `[hidden, in]`, `[hidden]`, `[out, hidden]`, `[out]` → `[…, out]`. GELU is the
 * exact one.
 */
export function mlp(
  x: Tensor,
  weight1: Tensor,
  bias1: Tensor | null,
  weight2: Tensor,
  bias2: Tensor | null,
): Tensor {
  return callOperator('beit2::mlp', '', x, weight1, bias1, weight2, bias2) as Tensor;
}
