/** Cross-entropy of rows (`native/cross-entropy.cc`). */
import { callOperator } from '../../operator.js';
import type { Tensor } from '../../tensor.js';

/**
 * Cross-entropy of each row of logits `[N, K]` with its class index, and whether the largest logit is that of the class (the
 * first of equal ones counts): losses float32 `[N]`, correct bool `[N]`.
 * @param logits Under autocast in 16 bits, as a layer gives it: it needs no cast, and no log-probabilities are stored.
 * @param labels int64 `[N]`, in [0, K).
 * @throws Error when the shapes or the dtype of the labels differ; RangeError for a label that is not one of K classes.
 */
export function rowCrossEntropy(logits: Tensor, labels: Tensor): { losses: Tensor; correct: Tensor } {
  const [losses, correct] = callOperator('beit2::cross_entropy', '', logits, labels) as [Tensor, Tensor];
  return { losses, correct };
}
