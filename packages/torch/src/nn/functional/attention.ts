/** Attention. */
import { scaledDotProductAttention as fusedAttention } from '../../generated/functions.js';
import { isGradEnabled } from '../../modes.js';
import { callOperator } from '../../operator.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';

/** Options of scaledDotProductAttention(). */
export interface AttentionOptions {
  /** Added to the logits (float) or false where attention is forbidden (bool); broadcasts to `[B, H, N, M]`. */
  attnMask?: Tensor | null;
  /** Probability of dropping an attention weight. @default 0 */
  dropoutP?: number;
  /** Each query sees keys up to its own position only; not together with a mask. @default false */
  isCausal?: boolean;
  /** Factor of the logits. @default 1 / sqrt(head size) */
  scale?: number | null;
  /** Let groups of query heads share a head of keys and values. @default false */
  enableGqa?: boolean;
}

/**
 * softmax(scale·q·kᵀ + mask)·v for q `[B, H, N, d]`, k `[B, H, M, d]`, v `[B, H, M, e]` → `[B, H, N, e]`.
 *
 * What libtorch 2.13 runs on the CPU: its fused kernel, which keeps no `[N, M]` matrix, when all of this holds: q, k, v
 * are 4-d with one head size (d = e) and unit last stride, dropout is 0, and the mask is absent or 2-d or 4-d and does
 * not require gradients (it looks at the mask's own flag, also under noGrad). Otherwise an unfused form, which scales q
 * and k each, computes 16-bit inputs in float32 and passes over the logits three times more to clear fully masked rows.
 *
 * So: a 3-d mask is given a batch dimension; a mask that cannot get a gradient anyway is detached; and the products are
 * written out here where that is faster. Processor time of forward and backward, fused / unfused / written out, in
 * milliseconds (64 x 3 heads, 65 tokens, d 64; 2 x 12 heads, 197 tokens, d 64; one AVX512-BF16 core):
 *
 * - with a mask that gets a gradient (a learned relative position bias): float32 - / 33 / 30 and - / 21 / 20, bfloat16
 *   - / 20 / 15 and - / 14 / 10. Such a mask must leave each query a key.
 * - 16-bit inputs without a mask: bfloat16 60 / - / 13 and 20 / - / 8 (the fused backward pass is slow there); in
 *   float32 the fused kernel stays ahead, 22 / - / 28 and 16 / - / 19.
 */
export const scaledDotProductAttention = withOptions(
  'scaledDotProductAttention',
  ['attnMask', 'dropoutP', 'isCausal'],
  { scale: true, enableGqa: true },
  (
    query: Tensor,
    key: Tensor,
    value: Tensor,
    { attnMask = null, dropoutP = 0, isCausal = false, scale, enableGqa = false }: AttentionOptions,
  ): Tensor => {
    const learned = attnMask?.requiresGrad === true && isGradEnabled();
    const halfPrecision = query.dtype === 'bfloat16' || query.dtype === 'float16';
    // CUDA's memory-efficient kernel gives a mask its gradient.
    const slow = query.device === 'cpu' && (learned || (attnMask === null && halfPrecision));
    if (slow && dropoutP === 0 && !isCausal && !enableGqa) {
      return attentionWrittenOut(query, key, value, attnMask, scale ?? undefined);
    }
    const constant = attnMask !== null && !isGradEnabled() ? attnMask.detach() : attnMask;
    const mask = constant?.ndim === 3 && query.ndim === 4 ? constant.unsqueeze(0) : constant;
    return fusedAttention(query, key, value, mask, dropoutP, isCausal, { scale, enableGqa });
  },
);

function attentionWrittenOut(
  query: Tensor,
  key: Tensor,
  value: Tensor,
  mask: Tensor | null,
  scale = 1 / Math.sqrt(query.shape.at(-1) ?? 1),
): Tensor {
  // One copy of each heads' vectors side by side; the products would make it anew, forward and backward.
  const [q, k, v] = [query.mul(scale).contiguous(), key.contiguous(), value.contiguous()];
  const logits = q.matmul(k.transpose(-2, -1)); // [B, H, N, M]
  // In place: autograd needs neither summand again. In the logits' dtype: a wider one would double the memory moved.
  const masked = mask === null ? logits : logits.add_(mask.to({ dtype: logits.dtype }));
  return masked.softmax(-1).matmul(v);
}

/**
 * Multi-head self-attention on a joined projection: softmax(q·kᵀ / √d + bias)·v of every head, side by side. On the CPU in
 * float32 and bfloat16 one kernel (`native/attention.cc`) reads and writes the layout of the linear layers around it,
 * keeps no `[N, N]` matrix and gives the bias its gradient; elsewhere libtorch's operators.
 * @param qkv `[B, N, 3·D]`: queries, keys, values, each heads by d.
 * @param bias `[1, H, N, N]`, added to the logits.
 * @returns `[B, N, D]`
 * @throws Error when the last dimension is not 3·heads·d.
 */
export function selfAttention(qkv: Tensor, heads: number, bias: Tensor | null = null): Tensor {
  return callOperator('beit2::self_attention', '', qkv, heads, bias) as Tensor;
}
