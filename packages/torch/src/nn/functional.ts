/**
 * Functions of layers and losses: operators as they are, and those to which PyTorch's Python adds something: attention,
 * losses with their reductions, interpolate, normalize.
 */
export {
  adaptiveAvgPool2d,
  avgPool2d,
  batchNorm,
  conv2d,
  cosineSimilarity,
  dropout,
  embedding,
  gelu,
  layerNorm,
  logSoftmax,
  maxPool2d,
  oneHot,
  pad,
  relu,
  silu,
  softmax,
  softplus,
} from '../generated/functions.js';
export * from './attention.js';
export * from './cross-entropy.js';
export * from './interpolate.js';
export * from './linear-map.js';
export * from './losses.js';
export * from './residual.js';
export * from './similarity.js';

import { checkOptions, type OptionNames } from '../options.js';
import type { Tensor } from '../tensor.js';

/** Options of normalize(). */
export interface NormalizeOptions {
  /** Order of the norm. @default 2 */
  p?: number;
  /** @default 1 */
  dim?: number;
  /** Least norm to divide by. @default 1e-12 */
  eps?: number;
}

const normalizeOptions: OptionNames<NormalizeOptions> = { p: true, dim: true, eps: true };

/** x / max(|x|, eps) along a dimension. */
export function normalize(x: Tensor, options: NormalizeOptions = {}): Tensor {
  const { p = 2, dim = 1, eps = 1e-12 } = checkOptions('normalize', options, normalizeOptions);
  return x.div(x.norm(p, [dim], true).clampMin(eps));
}
