/** Losses of class scores and probabilities. */
import {
  binaryCrossEntropy as binaryCrossEntropyOf,
  binaryCrossEntropyWithLogits as binaryCrossEntropyWithLogitsOf,
  crossEntropyLoss,
  ctcLoss as ctcLossOf,
  klDiv as klDivOf,
  logSigmoid,
  multilabelMarginLoss as multilabelMarginLossOf,
  multiMarginLoss as multiMarginLossOf,
  nllLossNd,
} from '../../generated/functions.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { checkSameShape } from '../checks.js';
import { type LossOptions, reduce, type Reduction, reductionCode } from './reduction.js';
import { expectTensor } from '../../expect.js';

/** Options of a loss with a weight for each class. */
export interface WeightedLossOptions extends LossOptions {
  /** Weight of each class, `[K]`. @default 1 for all */
  weight?: Tensor | null;
}

/** Options of nllLoss(). */
export interface NllLossOptions extends WeightedLossOptions {
  /** Class index whose places count for nothing. @default -100 */
  ignoreIndex?: number;
}

/** Options of crossEntropy(). With 'mean', the sum is divided by the weights of the targets. */
export interface CrossEntropyOptions extends NllLossOptions {
  /** Share of the target given evenly to all classes, in [0, 1]. @default 0 */
  labelSmoothing?: number;
}

/**
 * Cross-entropy of softmax(logits) with the target.
 * @param logits `[B, K]`, `[B, K, …]` or `[K]`.
 * @param target Class indices, int64 `[B]` (`[B, …]`, `[]`), or class probabilities of the shape of the logits.
 */
export const crossEntropy = withOptions(
  'crossEntropy',
  ['weight'],
  { ignoreIndex: true, reduction: true, labelSmoothing: true },
  (
    logits: Tensor,
    target: Tensor,
    { weight = null, reduction = 'mean', ignoreIndex = -100, labelSmoothing = 0 }: CrossEntropyOptions,
  ): Tensor => {
    const code = reductionCode('crossEntropy', reduction);
    return crossEntropyLoss(logits, target, weight, code, ignoreIndex, labelSmoothing);
  },
);

/**
 * The negative log-probability of the target.
 * @param logProbabilities `[B, K]`, `[B, K, …]` or `[K]`, as logSoftmax() gives them.
 * @param target Class indices, int64 `[B]`, `[B, …]` or `[]`.
 */
export const nllLoss = withOptions(
  'nllLoss',
  ['weight'],
  { ignoreIndex: true, reduction: true },
  (
    logProbabilities: Tensor,
    target: Tensor,
    { weight = null, ignoreIndex = -100, reduction = 'mean' }: NllLossOptions,
  ): Tensor => nllLossNd(logProbabilities, target, weight, reductionCode('nllLoss', reduction), ignoreIndex),
);

/** Options of binaryCrossEntropy(): the weight broadcasts to the input. */
export type BinaryCrossEntropyOptions = WeightedLossOptions;

/** -(t·log(x) + (1 - t)·log(1 - x)) of probabilities, each logarithm at least -100. @throws Error when the shapes differ. */
export const binaryCrossEntropy = withOptions(
  'binaryCrossEntropy',
  ['weight'],
  { reduction: true },
  (x: Tensor, target: Tensor, { weight = null, reduction = 'mean' }: BinaryCrossEntropyOptions): Tensor => {
    checkSameShape('binaryCrossEntropy', x, target);
    if (weight !== null) expectTensor('binaryCrossEntropy', 'weight', weight);
    const code = reductionCode('binaryCrossEntropy', reduction);
    return binaryCrossEntropyOf(x, target, weight?.expand(x.shape) ?? null, code);
  },
);

/** Options of binaryCrossEntropyWithLogits(). */
export interface BinaryCrossEntropyWithLogitsOptions extends WeightedLossOptions {
  /** Factor of the positive part; broadcasts to the target. @default 1 */
  posWeight?: Tensor | null;
}

/** binaryCrossEntropy() of σ(logits), computed without overflow. @throws Error when the shapes differ. */
export const binaryCrossEntropyWithLogits = withOptions(
  'binaryCrossEntropyWithLogits',
  ['weight'],
  { reduction: true, posWeight: true },
  (
    logits: Tensor,
    target: Tensor,
    { weight = null, reduction = 'mean', posWeight = null }: BinaryCrossEntropyWithLogitsOptions,
  ): Tensor => {
    checkSameShape('binaryCrossEntropyWithLogits', logits, target);
    const code = reductionCode('binaryCrossEntropyWithLogits', reduction);
    return binaryCrossEntropyWithLogitsOf(logits, target, weight, posWeight, code);
  },
);

/** Options of klDiv(). */
export interface KlDivOptions {
  /** `batchmean` divides the sum by the first size, as the definition has it. @default 'mean', over all elements */
  reduction?: Reduction | 'batchmean';
  /** Whether the target is given as its logarithm. @default false */
  logTarget?: boolean;
}

/** target·(log(target) - logProbabilities): the Kullback-Leibler divergence from the target. */
export const klDiv = withOptions(
  'klDiv',
  [],
  { reduction: true, logTarget: true },
  (
    logProbabilities: Tensor,
    target: Tensor,
    { reduction = 'mean', logTarget = false }: KlDivOptions,
  ): Tensor => {
    const byBatch = reduction === 'batchmean';
    const code = reductionCode('klDiv', byBatch ? 'sum' : reduction);
    const loss = klDivOf(logProbabilities, target, code, { logTarget });
    const [batch] = logProbabilities.shape;
    return byBatch && batch !== undefined ? loss.div(batch) : loss;
  },
);

/** Binary cross-entropy of each class with its logit, averaged over the classes: `[B, K]` and 0 or 1 `[B, K]`. */
export const multilabelSoftMarginLoss = withOptions(
  'multilabelSoftMarginLoss',
  ['weight'],
  { reduction: true },
  (logits: Tensor, target: Tensor, { weight = null, reduction = 'mean' }: WeightedLossOptions): Tensor => {
    expectTensor('multilabelSoftMarginLoss', 'target', target);
    const positive = target.mul(logSigmoid(logits));
    const negative = target.neg().add(1).mul(logSigmoid(logits.neg()));
    const losses = positive.add(negative).neg();
    const weighted = weight === null ? losses : losses.mul(weight);
    return reduce('multilabelSoftMarginLoss', weighted.mean([-1]), reduction);
  },
);

/** Options of multiMarginLoss(). */
export interface MultiMarginLossOptions extends WeightedLossOptions {
  /** Power of the hinge, 1 or 2. @default 1 */
  p?: number;
  /** @default 1 */
  margin?: number;
}

/** Mean over the classes of max(0, margin - score of the target + score of the class)^p: `[B, K]` and int64 `[B]`. */
export const multiMarginLoss = withOptions(
  'multiMarginLoss',
  ['p', 'margin', 'weight'],
  { reduction: true },
  (
    x: Tensor,
    target: Tensor,
    { p = 1, margin = 1, weight = null, reduction = 'mean' }: MultiMarginLossOptions,
  ): Tensor => {
    if (p !== 1 && p !== 2) throw new RangeError(`multiMarginLoss: expected 1 or 2 for p but received ${p}`);
    return multiMarginLossOf(x, target, p, margin, weight, reductionCode('multiMarginLoss', reduction));
  },
);

/** Hinge between every score of a target and every other: `[B, K]` and class indices int64 `[B, K]`, ended by -1. */
export const multilabelMarginLoss = withOptions(
  'multilabelMarginLoss',
  [],
  { reduction: true },
  (x: Tensor, target: Tensor, { reduction = 'mean' }: LossOptions): Tensor =>
    multilabelMarginLossOf(x, target, reductionCode('multilabelMarginLoss', reduction)),
);

/** Options of ctcLoss(). */
export interface CtcLossOptions extends LossOptions {
  /** Index of the blank label. @default 0 */
  blank?: number;
  /** Take 0 for infinite losses, where a target does not fit its input. @default false */
  zeroInfinity?: boolean;
}

/**
 * Connectionist temporal classification (Graves et al., 2006).
 * @param logProbabilities `[T, B, K]` or `[T, K]`, as logSoftmax() gives them.
 * @param targets `[B, S]` or all behind one another.
 * @param inputLengths `[B]`, like `targetLengths`.
 */
export const ctcLoss = withOptions(
  'ctcLoss',
  ['blank', 'reduction', 'zeroInfinity'],
  {},
  (
    logProbabilities: Tensor,
    targets: Tensor,
    inputLengths: Tensor,
    targetLengths: Tensor,
    { blank = 0, reduction = 'mean', zeroInfinity = false }: CtcLossOptions,
  ): Tensor => {
    const code = reductionCode('ctcLoss', reduction);
    return ctcLossOf(logProbabilities, targets, inputLengths, targetLengths, blank, code, zeroInfinity);
  },
);
