/** Distances and similarities of vectors. */
import { cosineSimilarity, pairwiseDistance } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import { Module } from './module.js';

/** Options of CosineSimilarity. */
export interface CosineSimilarityOptions {
  /** @default 1 */
  dim?: number;
  /** Least norm to divide by. @default 1e-8 */
  eps?: number;
}

const cosineSignature = signature<[], CosineSimilarityOptions>()(0, ['dim', 'eps'], {});

/** Cosine of the angle between vectors along `dim`. */
export class CosineSimilarity extends Module {
  readonly dim: number;
  readonly eps: number;

  constructor(...args: ArgumentsOf<typeof cosineSignature>) {
    super();
    const [{ dim = 1, eps = 1e-8 }] = cosineSignature.read('CosineSimilarity', args);
    [this.dim, this.eps] = [dim, eps];
  }

  override forward(x1: Tensor, x2: Tensor): Tensor {
    return cosineSimilarity(x1, x2, this.dim, this.eps);
  }
}

/** Options of PairwiseDistance. */
export interface PairwiseDistanceOptions {
  /** Order of the norm. @default 2 */
  p?: number;
  /** Added to each difference. @default 1e-6 */
  eps?: number;
  /** Keep the last dimension, of size 1. @default false */
  keepdim?: boolean;
}

const distanceSignature = signature<[], PairwiseDistanceOptions>()(0, ['p', 'eps', 'keepdim'], {});

/** The norm of x1 - x2 + eps over the last dimension. */
export class PairwiseDistance extends Module {
  readonly p: number;
  readonly eps: number;
  readonly keepdim: boolean;

  constructor(...args: ArgumentsOf<typeof distanceSignature>) {
    super();
    const [{ p = 2, eps = 1e-6, keepdim = false }] = distanceSignature.read('PairwiseDistance', args);
    [this.p, this.eps, this.keepdim] = [p, eps, keepdim];
  }

  override forward(x1: Tensor, x2: Tensor): Tensor {
    return pairwiseDistance(x1, x2, this.p, this.eps, this.keepdim);
  }
}
