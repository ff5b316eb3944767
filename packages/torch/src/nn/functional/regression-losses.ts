/** Losses of numbers, by element. */
import {
  huberLoss as huberLossOf,
  l1Loss as l1LossOf,
  mseLoss as mseLossOf,
  poissonNllLoss as poissonNllLossOf,
  smoothL1Loss as smoothL1LossOf,
} from '../../generated/functions.js';
import { noGrad } from '../../modes.js';
import { expectTensor } from '../../expect.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { checkSameShape, shapeText } from '../checks.js';
import { checkWeight, type LossOptions, reduce, reductionCode } from './reduction.js';

/** Options of a loss with a weight for each element. */
export interface ElementLossOptions extends LossOptions {
  /** Weight of each element, of the shape of the input; with 'mean', the sum is divided by the weights. @default 1 for all */
  weight?: Tensor | null;
}

function weighted(
  loss: string,
  x: Tensor,
  losses: Tensor,
  { weight, reduction }: { weight: Tensor; reduction: 'mean' | 'sum' | 'none' },
): Tensor {
  checkWeight(loss, x, weight);
  const all = losses.mul(weight);
  return reduction === 'mean' ? all.sum().div(weight.sum()) : reduce(loss, all, reduction);
}

/** (x - target)², by element. @throws Error when the shapes differ, which libtorch would broadcast. */
export const mseLoss = withOptions(
  'mseLoss',
  [],
  { reduction: true, weight: true },
  (x: Tensor, target: Tensor, { reduction = 'mean', weight = null }: ElementLossOptions): Tensor => {
    checkSameShape('mseLoss', x, target);
    const code = reductionCode('mseLoss', reduction);
    if (weight === null) return mseLossOf(x, target, code);
    return weighted('mseLoss', x, x.sub(target).square(), { weight, reduction });
  },
);

/** |x - target|, by element. @throws Error when the shapes differ, which libtorch would broadcast. */
export const l1Loss = withOptions(
  'l1Loss',
  [],
  { reduction: true, weight: true },
  (x: Tensor, target: Tensor, { reduction = 'mean', weight = null }: ElementLossOptions): Tensor => {
    checkSameShape('l1Loss', x, target);
    const code = reductionCode('l1Loss', reduction);
    if (weight === null) return l1LossOf(x, target, code);
    return weighted('l1Loss', x, x.sub(target).abs(), { weight, reduction });
  },
);

/** Options of smoothL1Loss(). */
export interface SmoothL1LossOptions extends LossOptions {
  /** Where the parabola becomes a line; 0 gives l1Loss(). @default 1 */
  beta?: number;
}

/** (x - target)² / (2·beta) below beta, else |x - target| - beta / 2. @throws Error when the shapes differ. */
export const smoothL1Loss = withOptions(
  'smoothL1Loss',
  [],
  { reduction: true, beta: true },
  (x: Tensor, target: Tensor, { reduction = 'mean', beta = 1 }: SmoothL1LossOptions): Tensor => {
    checkSameShape('smoothL1Loss', x, target);
    const code = reductionCode('smoothL1Loss', reduction);
    return beta === 0 ? l1LossOf(x, target, code) : smoothL1LossOf(x, target, code, beta);
  },
);

/** Options of huberLoss(). */
export interface HuberLossOptions extends LossOptions {
  /** Where the parabola becomes a line, above 0. @default 1 */
  delta?: number;
  /** Weight of each element, of the shape of the input. @default 1 for all */
  weight?: Tensor | null;
}

/** (x - target)² / 2 below delta, else delta·(|x - target| - delta / 2). @throws Error when the shapes differ. */
export const huberLoss = withOptions(
  'huberLoss',
  ['reduction', 'delta', 'weight'],
  {},
  (x: Tensor, target: Tensor, { reduction = 'mean', delta = 1, weight = null }: HuberLossOptions): Tensor => {
    checkSameShape('huberLoss', x, target);
    const code = reductionCode('huberLoss', reduction);
    if (weight === null) return huberLossOf(x, target, code, delta);
    checkWeight('huberLoss', x, weight);
    return reduce(
      'huberLoss',
      huberLossOf(x, target, reductionCode('huberLoss', 'none'), delta).mul(weight),
      reduction,
    );
  },
);

/** Options of gaussianNllLoss(). */
export interface GaussianNllLossOptions extends LossOptions {
  /** Add the constant term, log(2π) / 2. @default false */
  full?: boolean;
  /** Least variance. @default 1e-6 */
  eps?: number;
}

/**
 * (log(variance) + (x - target)² / variance) / 2.
 * @param variance Of the shape of the input, or without its last dimension, or with one size 1; or one number.
 * @throws RangeError for a negative variance. @throws Error for another shape.
 */
export const gaussianNllLoss = withOptions(
  'gaussianNllLoss',
  ['full', 'eps', 'reduction'],
  {},
  (
    x: Tensor,
    target: Tensor,
    variance: Tensor | number,
    { full = false, eps = 1e-6, reduction = 'mean' }: GaussianNllLossOptions,
  ): Tensor => {
    const given = typeof variance === 'number' ? x.newFull(x.shape, variance) : variance;
    expectTensor('gaussianNllLoss', 'variance', given);
    if (given.lt(0).any().item()) {
      throw new RangeError('gaussianNllLoss: expected a variance of at least 0');
    }
    const safe = fitVariance(x, given).clone();
    noGrad(() => safe.clampMin_(eps));
    const losses = safe.log().add(x.sub(target).square().div(safe)).mul(0.5);
    return reduce('gaussianNllLoss', full ? losses.add(0.5 * Math.log(2 * Math.PI)) : losses, reduction);
  },
);

function fitVariance(x: Tensor, variance: Tensor): Tensor {
  const [wanted, given] = [x.shape, variance.shape];
  if (wanted.join() === given.join()) return variance;
  if (wanted.slice(0, -1).join() === given.join()) return variance.unsqueeze(-1);
  const differing = wanted.filter((size, i) => size !== given[i]).length;
  const isOnes = given.every((size, i) => size === wanted[i] || size === 1);
  if (wanted.length === given.length && differing === 1 && isOnes) return variance;
  throw new Error(
    `gaussianNllLoss: expected a variance that fits shape ${shapeText(x)} but received ${shapeText(variance)}`,
  );
}

/** Options of poissonNllLoss(). */
export interface PoissonNllLossOptions extends LossOptions {
  /** Whether the input is the logarithm of the rate. @default true */
  logInput?: boolean;
  /** Add Stirling's approximation of log(target!). @default false */
  full?: boolean;
  /** Keeps log(input) finite when the input is the rate itself. @default 1e-8 */
  eps?: number;
}

/** rate - target·log(rate). */
export const poissonNllLoss = withOptions(
  'poissonNllLoss',
  ['logInput', 'full'],
  { eps: true, reduction: true },
  (
    x: Tensor,
    target: Tensor,
    { logInput = true, full = false, eps = 1e-8, reduction = 'mean' }: PoissonNllLossOptions,
  ): Tensor => poissonNllLossOf(x, target, logInput, full, eps, reductionCode('poissonNllLoss', reduction)),
);
