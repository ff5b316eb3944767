/** Losses of pairs and triplets, by their order or distance. */
import {
  cosineEmbeddingLoss as cosineEmbeddingLossOf,
  hingeEmbeddingLoss as hingeEmbeddingLossOf,
  marginRankingLoss as marginRankingLossOf,
  pairwiseDistance,
  softMarginLoss as softMarginLossOf,
  tripletMarginLoss as tripletMarginLossOf,
} from '../../generated/functions.js';
import { expectTensors } from '../../expect.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { shapeText } from '../checks.js';
import { type LossOptions, reduce, reductionCode } from './reduction.js';

/** Options of a loss with a margin. */
export interface MarginLossOptions extends LossOptions {
  /** @default 0; 1 for hingeEmbeddingLoss() and the triplets */
  margin?: number;
}

/** 1 - cosine where the target is 1, max(0, cosine - margin) where it is -1: `[B, D]`, `[B, D]`, `[B]`. */
export const cosineEmbeddingLoss = withOptions(
  'cosineEmbeddingLoss',
  ['margin'],
  { reduction: true },
  (x1: Tensor, x2: Tensor, target: Tensor, { margin = 0, reduction = 'mean' }: MarginLossOptions): Tensor =>
    cosineEmbeddingLossOf(x1, x2, target, margin, reductionCode('cosineEmbeddingLoss', reduction)),
);

/** max(0, margin - target·(x1 - x2)): a target of 1 wants x1 above x2. @throws Error when the numbers of dimensions differ. */
export const marginRankingLoss = withOptions(
  'marginRankingLoss',
  ['margin'],
  { reduction: true },
  (x1: Tensor, x2: Tensor, target: Tensor, { margin = 0, reduction = 'mean' }: MarginLossOptions): Tensor => {
    expectTensors('marginRankingLoss', 'x1, x2 and target', [x1, x2, target]);
    if (x1.ndim !== x2.ndim || x1.ndim !== target.ndim) {
      const shapes = [x1, x2, target].map(shapeText).join(', ');
      throw new Error(`marginRankingLoss: expected as many dimensions in all tensors but received ${shapes}`);
    }
    return marginRankingLossOf(x1, x2, target, margin, reductionCode('marginRankingLoss', reduction));
  },
);

/** x where the target is 1, max(0, margin - x) where it is -1. */
export const hingeEmbeddingLoss = withOptions(
  'hingeEmbeddingLoss',
  ['margin'],
  { reduction: true },
  (x: Tensor, target: Tensor, { margin = 1, reduction = 'mean' }: MarginLossOptions): Tensor =>
    hingeEmbeddingLossOf(x, target, margin, reductionCode('hingeEmbeddingLoss', reduction)),
);

/** log(1 + exp(-target·x)) for targets of 1 and -1. */
export const softMarginLoss = withOptions(
  'softMarginLoss',
  [],
  { reduction: true },
  (x: Tensor, target: Tensor, { reduction = 'mean' }: LossOptions): Tensor =>
    softMarginLossOf(x, target, reductionCode('softMarginLoss', reduction)),
);

/** Options of tripletMarginLoss(). */
export interface TripletMarginLossOptions extends MarginLossOptions {
  /** Order of the distance's norm. @default 2 */
  p?: number;
  /** Added to each difference. @default 1e-6 */
  eps?: number;
  /** Take the distance from the positive to the negative where it is the smaller one. @default false */
  swap?: boolean;
}

/** max(0, distance to the positive - distance to the negative + margin). @throws RangeError unless the margin is above 0. */
export const tripletMarginLoss = withOptions(
  'tripletMarginLoss',
  ['margin', 'p', 'eps', 'swap'],
  { reduction: true },
  (
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    { margin = 1, p = 2, eps = 1e-6, swap = false, reduction = 'mean' }: TripletMarginLossOptions,
  ): Tensor => {
    checkMargin('tripletMarginLoss', margin);
    const code = reductionCode('tripletMarginLoss', reduction);
    return tripletMarginLossOf(anchor, positive, negative, margin, p, eps, swap, code);
  },
);

/** Options of tripletMarginWithDistanceLoss(). */
export interface TripletMarginWithDistanceLossOptions extends MarginLossOptions {
  /** @default pairwiseDistance */
  distanceFunction?: (a: Tensor, b: Tensor) => Tensor;
  /** Take the distance from the positive to the negative where it is the smaller one. @default false */
  swap?: boolean;
}

/** tripletMarginLoss() with a distance of one's own. @throws RangeError unless the margin is above 0. */
export const tripletMarginWithDistanceLoss = withOptions(
  'tripletMarginWithDistanceLoss',
  [],
  { distanceFunction: true, margin: true, swap: true, reduction: true },
  (
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    { distanceFunction, margin = 1, swap = false, reduction = 'mean' }: TripletMarginWithDistanceLossOptions,
  ): Tensor => {
    checkMargin('tripletMarginWithDistanceLoss', margin);
    const distance = distanceFunction ?? ((a: Tensor, b: Tensor): Tensor => pairwiseDistance(a, b));
    const near = distance(anchor, positive);
    const far = distance(anchor, negative);
    const farthest = swap ? far.minimum(distance(positive, negative)) : far;
    const losses = near.add(margin).sub(farthest).clampMin(0);
    return reduce('tripletMarginWithDistanceLoss', losses, reduction);
  },
);

function checkMargin(call: string, margin: number): void {
  if (!(margin > 0)) throw new RangeError(`${call}: expected a margin above 0 but received ${margin}`);
}
