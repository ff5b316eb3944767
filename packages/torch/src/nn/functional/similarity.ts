/** Similarity of rows (`native/cosine.cc`). */
import { callOperator } from '../../operator.js';
import type { Tensor } from '../../tensor.js';

/**
 * Cosine of the angle between vectors `[…, D]` of x and y, in float32: `[…]`, as torch.cosineSimilarity() over the last dimension
 * (norms below 1e-8 count as that).
 * @param x Under autocast in 16 bits, as a layer gives it: it needs no cast.
 * @throws Error when the shapes differ.
 */
export function rowCosineSimilarity(x: Tensor, y: Tensor): Tensor {
  return callOperator('beit2::cosine_similarity', '', x, y) as Tensor;
}
