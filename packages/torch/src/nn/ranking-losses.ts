/** Losses over what is near and what is far, as modules. */
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import { PairwiseDistance } from './distance.js';
import {
  cosineEmbeddingLoss,
  hingeEmbeddingLoss,
  marginRankingLoss,
  softMarginLoss,
  tripletMarginLoss,
  type TripletMarginLossOptions,
  tripletMarginWithDistanceLoss,
  type TripletMarginWithDistanceLossOptions,
} from './functional/ranking-losses.js';
import { Loss, lossSignature, MarginLoss, marginSignature } from './loss.js';
import { Module } from './module.js';

/** 1 - cosine where the target is 1, max(0, cosine - margin) where it is -1: `[B, D]`, `[B, D]`, `[B]`. */
export class CosineEmbeddingLoss extends MarginLoss {
  constructor(...args: ArgumentsOf<typeof marginSignature>) {
    super(...marginSignature.read('CosineEmbeddingLoss', args));
  }

  override forward(x1: Tensor, x2: Tensor, target: Tensor): Tensor {
    return cosineEmbeddingLoss(x1, x2, target, { margin: this.margin, reduction: this.reduction });
  }
}

/** max(0, margin - target·(x1 - x2)): a target of 1 wants x1 above x2. */
export class MarginRankingLoss extends MarginLoss {
  constructor(...args: ArgumentsOf<typeof marginSignature>) {
    super(...marginSignature.read('MarginRankingLoss', args));
  }

  override forward(x1: Tensor, x2: Tensor, target: Tensor): Tensor {
    return marginRankingLoss(x1, x2, target, { margin: this.margin, reduction: this.reduction });
  }
}

/** x where the target is 1, max(0, margin - x) where it is -1. */
export class HingeEmbeddingLoss extends MarginLoss {
  constructor(...args: ArgumentsOf<typeof marginSignature>) {
    const [{ margin = 1, reduction }] = marginSignature.read('HingeEmbeddingLoss', args);
    super({ margin, reduction });
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return hingeEmbeddingLoss(x, target, { margin: this.margin, reduction: this.reduction });
  }
}

/** log(1 + exp(-target·x)) for targets of 1 and -1. */
export class SoftMarginLoss extends Loss {
  constructor(...args: ArgumentsOf<typeof lossSignature>) {
    super(lossSignature.read('SoftMarginLoss', args)[0].reduction);
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return softMarginLoss(x, target, { reduction: this.reduction });
  }
}

const tripletSignature = signature<[], TripletMarginLossOptions>()(0, ['margin', 'p', 'eps', 'swap'], {
  reduction: true,
});

/** max(0, distance to the positive - distance to the negative + margin). */
export class TripletMarginLoss extends MarginLoss {
  readonly p: number;
  readonly eps: number;
  readonly swap: boolean;

  constructor(...args: ArgumentsOf<typeof tripletSignature>) {
    const [options] = tripletSignature.read('TripletMarginLoss', args);
    const { margin = 1, p = 2, eps = 1e-6, swap = false, reduction } = options;
    if (!(margin > 0)) {
      throw new RangeError(`TripletMarginLoss: expected a margin above 0 but received ${margin}`);
    }
    super({ margin, reduction });
    [this.p, this.eps, this.swap] = [p, eps, swap];
  }

  override forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { margin, p, eps, swap, reduction } = this;
    return tripletMarginLoss(anchor, positive, negative, { margin, p, eps, swap, reduction });
  }
}

/** A module that measures the distance between vectors. */
export interface DistanceModule extends Module {
  forward(a: Tensor, b: Tensor): Tensor;
}

/** Options of TripletMarginWithDistanceLoss. */
export interface TripletMarginWithDistanceLossModuleOptions extends Omit<
  TripletMarginWithDistanceLossOptions,
  'distanceFunction'
> {
  /** @default a PairwiseDistance */
  distanceFunction?: DistanceModule | ((a: Tensor, b: Tensor) => Tensor);
}

const tripletDistanceSignature = signature<[], TripletMarginWithDistanceLossModuleOptions>()(0, [], {
  distanceFunction: true,
  margin: true,
  swap: true,
  reduction: true,
});

/** TripletMarginLoss with a distance of one's own. */
export class TripletMarginWithDistanceLoss extends MarginLoss {
  readonly distanceFunction: DistanceModule | ((a: Tensor, b: Tensor) => Tensor);
  readonly swap: boolean;

  constructor(...args: ArgumentsOf<typeof tripletDistanceSignature>) {
    const [options] = tripletDistanceSignature.read('TripletMarginWithDistanceLoss', args);
    const { distanceFunction = new PairwiseDistance(), margin = 1, swap = false, reduction } = options;
    super({ margin, reduction });
    [this.distanceFunction, this.swap] = [distanceFunction, swap];
  }

  override forward(anchor: Tensor, positive: Tensor, negative: Tensor): Tensor {
    const { distanceFunction, margin, swap, reduction } = this;
    return tripletMarginWithDistanceLoss(anchor, positive, negative, {
      distanceFunction:
        distanceFunction instanceof Module ? (a, b) => distanceFunction.forward(a, b) : distanceFunction,
      margin,
      swap,
      reduction,
    });
  }
}
