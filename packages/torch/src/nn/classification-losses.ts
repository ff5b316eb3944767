/** Losses over classes, as modules. */
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
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
} from './functional/classification-losses.js';
import { type Reduction, reductionCode } from './functional/reduction.js';
import { Loss, lossSignature, WeightedLoss, weightedSignature } from './loss.js';
import { Module } from './module.js';

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
  constructor(...args: ArgumentsOf<typeof lossSignature>) {
    super(lossSignature.read('MultiLabelMarginLoss', args)[0].reduction);
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
