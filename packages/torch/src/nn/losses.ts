/** Losses as modules: options of the function of the same name, kept. */
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import { PairwiseDistance } from './distance.js';
import {
  binaryCrossEntropy,
  type BinaryCrossEntropyOptions,
  binaryCrossEntropyWithLogits,
  type BinaryCrossEntropyWithLogitsOptions,
  crossEntropy,
  type CrossEntropyOptions,
  ctcLoss,
  type CtcLossOptions,
  klDiv,
  type KlDivOptions,
  multilabelMarginLoss,
  multilabelSoftMarginLoss,
  multiMarginLoss,
  type MultiMarginLossOptions,
  nllLoss,
  type NllLossOptions,
  type WeightedLossOptions,
} from './functional/classification-losses.js';
import {
  cosineEmbeddingLoss,
  hingeEmbeddingLoss,
  type MarginLossOptions,
  marginRankingLoss,
  softMarginLoss,
  tripletMarginLoss,
  type TripletMarginLossOptions,
  tripletMarginWithDistanceLoss,
  type TripletMarginWithDistanceLossOptions,
} from './functional/ranking-losses.js';
import { type LossOptions, type Reduction, reductionCode } from './functional/reduction.js';
import {
  gaussianNllLoss,
  type GaussianNllLossOptions,
  huberLoss,
  type HuberLossOptions,
  l1Loss,
  mseLoss,
  poissonNllLoss,
  type PoissonNllLossOptions,
  smoothL1Loss,
  type SmoothL1LossOptions,
} from './functional/regression-losses.js';
import { Module } from './module.js';

abstract class Loss extends Module {
  readonly reduction: Reduction;

  constructor(reduction: Reduction = 'mean') {
    super();
    reductionCode(this.constructor.name, reduction);
    this.reduction = reduction;
  }
}

/** A loss with a weight for each class, which is a buffer: in the state dict, and moved by to(). */
abstract class WeightedLoss extends Loss {
  weight: Tensor | null;

  constructor({ weight = null, reduction }: WeightedLossOptions) {
    super(reduction);
    this.weight = this.registerBuffer('weight', weight);
  }
}

const plainSignature = signature<[], LossOptions>()(0, [], { reduction: true });
const weightedSignature = signature<[], WeightedLossOptions>()(0, ['weight'], { reduction: true });
const marginSignature = signature<[], MarginLossOptions>()(0, ['margin'], { reduction: true });

const crossEntropySignature = signature<[], CrossEntropyOptions>()(0, ['weight'], {
  ignoreIndex: true,
  reduction: true,
  labelSmoothing: true,
});

/** Cross-entropy of softmax(logits `[B, K, …]`) with class indices `[B, …]` or probabilities `[B, K, …]`. */
export class CrossEntropyLoss extends WeightedLoss {
  readonly ignoreIndex: number;
  readonly labelSmoothing: number;

  constructor(...args: ArgumentsOf<typeof crossEntropySignature>) {
    const [options] = crossEntropySignature.read('CrossEntropyLoss', args);
    super(options);
    [this.ignoreIndex, this.labelSmoothing] = [options.ignoreIndex ?? -100, options.labelSmoothing ?? 0];
  }

  override forward(logits: Tensor, target: Tensor): Tensor {
    const { weight, ignoreIndex, reduction, labelSmoothing } = this;
    return crossEntropy(logits, target, { weight, ignoreIndex, reduction, labelSmoothing });
  }
}

const nllSignature = signature<[], NllLossOptions>()(0, ['weight'], { ignoreIndex: true, reduction: true });

/** The negative log-probability of the target: `[B, K, …]` as LogSoftmax gives it, class indices `[B, …]`. */
export class NLLLoss extends WeightedLoss {
  readonly ignoreIndex: number;

  constructor(...args: ArgumentsOf<typeof nllSignature>) {
    const [options] = nllSignature.read('NLLLoss', args);
    super(options);
    this.ignoreIndex = options.ignoreIndex ?? -100;
  }

  override forward(logProbabilities: Tensor, target: Tensor): Tensor {
    const { weight, ignoreIndex, reduction } = this;
    return nllLoss(logProbabilities, target, { weight, ignoreIndex, reduction });
  }
}

const bceSignature = signature<[], BinaryCrossEntropyOptions>()(0, ['weight'], { reduction: true });

/** Binary cross-entropy of probabilities with targets of the same shape. */
export class BCELoss extends WeightedLoss {
  constructor(...args: ArgumentsOf<typeof bceSignature>) {
    super(...bceSignature.read('BCELoss', args));
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return binaryCrossEntropy(x, target, { weight: this.weight, reduction: this.reduction });
  }
}

const bceWithLogitsSignature = signature<[], BinaryCrossEntropyWithLogitsOptions>()(0, ['weight'], {
  reduction: true,
  posWeight: true,
});

/** Binary cross-entropy of σ(logits) with targets of the same shape. */
export class BCEWithLogitsLoss extends WeightedLoss {
  posWeight: Tensor | null;

  constructor(...args: ArgumentsOf<typeof bceWithLogitsSignature>) {
    const [options] = bceWithLogitsSignature.read('BCEWithLogitsLoss', args);
    super(options);
    this.posWeight = this.registerBuffer('posWeight', options.posWeight ?? null);
  }

  override forward(logits: Tensor, target: Tensor): Tensor {
    const { weight, reduction, posWeight } = this;
    return binaryCrossEntropyWithLogits(logits, target, { weight, reduction, posWeight });
  }
}

const klDivSignature = signature<[], KlDivOptions>()(0, [], { reduction: true, logTarget: true });

/** The Kullback-Leibler divergence of log-probabilities from the target. */
export class KLDivLoss extends Module {
  readonly reduction: Reduction | 'batchmean';
  readonly logTarget: boolean;

  constructor(...args: ArgumentsOf<typeof klDivSignature>) {
    super();
    const [{ reduction = 'mean', logTarget = false }] = klDivSignature.read('KLDivLoss', args);
    if (reduction !== 'batchmean') reductionCode('KLDivLoss', reduction);
    [this.reduction, this.logTarget] = [reduction, logTarget];
  }

  override forward(logProbabilities: Tensor, target: Tensor): Tensor {
    return klDiv(logProbabilities, target, { reduction: this.reduction, logTarget: this.logTarget });
  }
}

/** (x - target)², by element. */
export class MSELoss extends Loss {
  constructor(...args: ArgumentsOf<typeof plainSignature>) {
    super(plainSignature.read('MSELoss', args)[0].reduction);
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return mseLoss(x, target, { reduction: this.reduction });
  }
}

/** |x - target|, by element. */
export class L1Loss extends Loss {
  constructor(...args: ArgumentsOf<typeof plainSignature>) {
    super(plainSignature.read('L1Loss', args)[0].reduction);
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return l1Loss(x, target, { reduction: this.reduction });
  }
}

const smoothL1Signature = signature<[], SmoothL1LossOptions>()(0, [], { reduction: true, beta: true });

/** (x - target)² / (2·beta) below beta, else |x - target| - beta / 2. */
export class SmoothL1Loss extends Loss {
  readonly beta: number;

  constructor(...args: ArgumentsOf<typeof smoothL1Signature>) {
    const [{ reduction, beta = 1 }] = smoothL1Signature.read('SmoothL1Loss', args);
    super(reduction);
    this.beta = beta;
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return smoothL1Loss(x, target, { reduction: this.reduction, beta: this.beta });
  }
}

const huberSignature = signature<[], Omit<HuberLossOptions, 'weight'>>()(0, ['reduction', 'delta'], {});

/** (x - target)² / 2 below delta, else delta·(|x - target| - delta / 2). */
export class HuberLoss extends Loss {
  readonly delta: number;

  constructor(...args: ArgumentsOf<typeof huberSignature>) {
    const [{ reduction, delta = 1 }] = huberSignature.read('HuberLoss', args);
    super(reduction);
    this.delta = delta;
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return huberLoss(x, target, { reduction: this.reduction, delta: this.delta });
  }
}

const gaussianSignature = signature<[], GaussianNllLossOptions>()(0, [], {
  full: true,
  eps: true,
  reduction: true,
});

/** (log(variance) + (x - target)² / variance) / 2. */
export class GaussianNLLLoss extends Loss {
  readonly full: boolean;
  readonly eps: number;

  constructor(...args: ArgumentsOf<typeof gaussianSignature>) {
    const [{ full = false, eps = 1e-6, reduction }] = gaussianSignature.read('GaussianNLLLoss', args);
    super(reduction);
    [this.full, this.eps] = [full, eps];
  }

  override forward(x: Tensor, target: Tensor, variance: Tensor | number): Tensor {
    const { full, eps, reduction } = this;
    return gaussianNllLoss(x, target, variance, { full, eps, reduction });
  }
}

const poissonSignature = signature<[], PoissonNllLossOptions>()(0, ['logInput', 'full'], {
  eps: true,
  reduction: true,
});

/** rate - target·log(rate). */
export class PoissonNLLLoss extends Loss {
  readonly logInput: boolean;
  readonly full: boolean;
  readonly eps: number;

  constructor(...args: ArgumentsOf<typeof poissonSignature>) {
    const [options] = poissonSignature.read('PoissonNLLLoss', args);
    super(options.reduction);
    const { logInput = true, full = false, eps = 1e-8 } = options;
    [this.logInput, this.full, this.eps] = [logInput, full, eps];
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    const { logInput, full, eps, reduction } = this;
    return poissonNllLoss(x, target, { logInput, full, eps, reduction });
  }
}

abstract class MarginLoss extends Loss {
  readonly margin: number;

  constructor({ margin = 0, reduction }: MarginLossOptions) {
    super(reduction);
    this.margin = margin;
  }
}

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
  constructor(...args: ArgumentsOf<typeof plainSignature>) {
    super(plainSignature.read('SoftMarginLoss', args)[0].reduction);
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

/** Binary cross-entropy of each class with its logit, averaged over the classes: `[B, K]` and 0 or 1 `[B, K]`. */
export class MultiLabelSoftMarginLoss extends WeightedLoss {
  constructor(...args: ArgumentsOf<typeof weightedSignature>) {
    super(...weightedSignature.read('MultiLabelSoftMarginLoss', args));
  }

  override forward(logits: Tensor, target: Tensor): Tensor {
    return multilabelSoftMarginLoss(logits, target, { weight: this.weight, reduction: this.reduction });
  }
}

const multiMarginSignature = signature<[], MultiMarginLossOptions>()(0, ['p', 'margin', 'weight'], {
  reduction: true,
});

/** Mean over the classes of max(0, margin - score of the target + score of the class)^p: `[B, K]` and int64 `[B]`. */
export class MultiMarginLoss extends WeightedLoss {
  readonly p: number;
  readonly margin: number;

  constructor(...args: ArgumentsOf<typeof multiMarginSignature>) {
    const [options] = multiMarginSignature.read('MultiMarginLoss', args);
    super(options);
    [this.p, this.margin] = [options.p ?? 1, options.margin ?? 1];
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    const { p, margin, weight, reduction } = this;
    return multiMarginLoss(x, target, { p, margin, weight, reduction });
  }
}

/** Hinge between every score of a target and every other: `[B, K]` and class indices int64 `[B, K]`, ended by -1. */
export class MultiLabelMarginLoss extends Loss {
  constructor(...args: ArgumentsOf<typeof plainSignature>) {
    super(plainSignature.read('MultiLabelMarginLoss', args)[0].reduction);
  }

  override forward(x: Tensor, target: Tensor): Tensor {
    return multilabelMarginLoss(x, target, { reduction: this.reduction });
  }
}

const ctcSignature = signature<[], CtcLossOptions>()(0, ['blank', 'reduction', 'zeroInfinity'], {});

/** Connectionist temporal classification (Graves et al., 2006). */
export class CTCLoss extends Loss {
  readonly blank: number;
  readonly zeroInfinity: boolean;

  constructor(...args: ArgumentsOf<typeof ctcSignature>) {
    const [{ blank = 0, reduction, zeroInfinity = false }] = ctcSignature.read('CTCLoss', args);
    super(reduction);
    [this.blank, this.zeroInfinity] = [blank, zeroInfinity];
  }

  override forward(
    logProbabilities: Tensor,
    targets: Tensor,
    inputLengths: Tensor,
    targetLengths: Tensor,
  ): Tensor {
    const { blank, reduction, zeroInfinity } = this;
    return ctcLoss(logProbabilities, targets, inputLengths, targetLengths, {
      blank,
      reduction,
      zeroInfinity,
    });
  }
}
