/**
 * What the tokens of a vision transformer look at. Training never makes these probabilities (its attention is fused), so
 * they are computed here for the one block that is asked for.
 */
import * as torch from '@beit2/torch';
import { nn, type Tensor } from '@beit2/torch';
import { relativePositionBias, type Attention } from './layers.js';
import type { VisionTransformer } from './vision-transformer.js';

/**
 * Attention in one block: `[B, H, 1 + N, 1 + N]`, for each head and token (a row) how much it takes from each token; a row
 * sums to 1. [CLS] stands first, then the patches row by row.
 * @param images as the model's `forward` takes them, `[B, C, S, S]`
 * @param block from 1 to the depth
 * @throws RangeError for a block that is not there
 */
export function attentionMaps(model: VisionTransformer, images: Tensor, block: number): Tensor {
  const chosen = [...model.blocks][block - 1];
  if (!chosen) {
    throw new RangeError(`block must be a whole number from 1 to ${model.config.depth} but is ${block}`);
  }
  return torch.scope(() =>
    torch.noGrad(() => {
      const x = model.features(images, block - 1);
      return attentionProbabilities(chosen.attn, chosen.norm1.forward(x), model.relPosBias?.forward());
    }),
  );
}

/**
 * softmax(q kᵀ / √d + bias) of an attention layer.
 * @param x normalised tokens `[B, N, D]`
 * @param shared relative position bias of all blocks, `[1, H, N, N]`
 */
export function attentionProbabilities(attention: Attention, x: Tensor, shared?: Tensor): Tensor {
  const { heads, qBias, qkv, relativePositionBiasTable: table, relativePositionIndex: index } = attention;
  const [b = 0, n = 0, d = 0] = x.shape;
  const bias = torch.cat([qBias, torch.zerosLike(qBias)]);
  const both = nn.functional.linear(x, qkv.weight.narrow(0, 0, 2 * d), bias);
  const [q, k] = both
    .reshape([b, n, 2, heads, d / heads])
    .permute([2, 0, 3, 1, 4])
    .unbind(0) as [Tensor, Tensor]; // each [B, H, N, D/H]
  let logits = q.mul((d / heads) ** -0.5).matmul(k.transpose(-2, -1)); // [B, H, N, N]
  if (table && index) logits = logits.add(relativePositionBias(table, index));
  if (shared) logits = logits.add(shared);
  return logits.softmax(-1);
}
