/** Losses, with PyTorch's reductions by name. */
import {
  crossEntropyLoss,
  l1Loss as l1LossKernel,
  mseLoss as mseLossKernel,
} from '../generated/functions.js';
import { checkOptions, type OptionNames } from '../options.js';
import type { Tensor } from '../tensor.js';

/** How the losses of the elements become the result: their mean, their sum, or as they are. */
export type Reduction = 'mean' | 'sum' | 'none';

/** Options of a loss. */
export interface LossOptions {
  /** @default 'mean' */
  reduction?: Reduction;
}

/** Options of crossEntropy(). */
export interface CrossEntropyOptions extends LossOptions {
  /** Weight of each class, `[K]`. With 'mean', the sum is divided by the weights of the targets. */
  weight?: Tensor;
  /** Class index whose places count for nothing; for class indices only. @default -100 */
  ignoreIndex?: number;
  /** Share of the target given evenly to all classes, in [0, 1]. @default 0 */
  labelSmoothing?: number;
}

const lossOptions: OptionNames<LossOptions> = { reduction: true };
const crossEntropyOptions: OptionNames<CrossEntropyOptions> = {
  weight: true,
  reduction: true,
  ignoreIndex: true,
  labelSmoothing: true,
};

// The order of at::Reduction.
const reductions: readonly Reduction[] = ['none', 'mean', 'sum'];

function reductionCode(loss: string, reduction: Reduction): number {
  const code = reductions.indexOf(reduction);
  if (code >= 0) return code;
  throw new RangeError(`${loss}: expected 'mean', 'sum' or 'none' for reduction but received '${reduction}'`);
}

/**
 * Cross-entropy of softmax(logits) with the target.
 * @param logits `[B, K]`, `[B, K, …]` or `[K]`.
 * @param target Class indices, int64 `[B]` (`[B, …]`, `[]`), or class probabilities of the shape of the logits.
 */
export function crossEntropy(logits: Tensor, target: Tensor, options: CrossEntropyOptions = {}): Tensor {
  const {
    weight,
    reduction = 'mean',
    ignoreIndex = -100,
    labelSmoothing = 0,
  } = checkOptions('crossEntropy', options, crossEntropyOptions);
  const code = reductionCode('crossEntropy', reduction);
  return crossEntropyLoss(logits, target, weight ?? null, code, ignoreIndex, labelSmoothing);
}

/** (x - target)², by element. @throws Error when the shapes differ, which libtorch would broadcast. */
export function mseLoss(x: Tensor, target: Tensor, options: LossOptions = {}): Tensor {
  const { reduction = 'mean' } = checkOptions('mseLoss', options, lossOptions);
  checkSameShape('mseLoss', x, target);
  return mseLossKernel(x, target, reductionCode('mseLoss', reduction));
}

/** |x - target|, by element. @throws Error when the shapes differ, which libtorch would broadcast. */
export function l1Loss(x: Tensor, target: Tensor, options: LossOptions = {}): Tensor {
  const { reduction = 'mean' } = checkOptions('l1Loss', options, lossOptions);
  checkSameShape('l1Loss', x, target);
  return l1LossKernel(x, target, reductionCode('l1Loss', reduction));
}

function checkSameShape(loss: string, x: Tensor, target: Tensor): void {
  const [a, b] = [x.shape.join(', '), target.shape.join(', ')];
  if (a !== b) throw new Error(`${loss}: expected a target of shape [${a}] but received [${b}]`);
}
