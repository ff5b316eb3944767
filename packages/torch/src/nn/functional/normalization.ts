/** Normalization in the order of PyTorch's Python, which differs from that of the operators below it. */
import {
  avgPool2d,
  batchNorm as batchNormOf,
  groupNorm as groupNormOf,
  instanceNorm as instanceNormOf,
} from '../../generated/functions.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { shapeText } from '../checks.js';

/** Options of normalize(). */
export interface NormalizeOptions {
  /** Order of the norm. @default 2 */
  p?: number;
  /** @default 1 */
  dim?: number;
  /** Least norm to divide by. @default 1e-12 */
  eps?: number;
}

/** x / max(|x|, eps) along a dimension. */
export const normalize = withOptions(
  'normalize',
  ['p', 'dim', 'eps'],
  {},
  (x: Tensor, { p = 2, dim = 1, eps = 1e-12 }: NormalizeOptions): Tensor =>
    x.div(x.norm(p, [dim], true).clampMin(eps)),
);

/** Weight, bias and ε of a normalization. */
export interface AffineOptions {
  /** Factor of each channel, `[C]`. @default none */
  weight?: Tensor | null;
  /** Added to each channel, `[C]`. @default none */
  bias?: Tensor | null;
  /** Added to the variance. @default 1e-5 */
  eps?: number;
}

/** Options of batchNorm(). */
export interface BatchNormFunctionOptions extends AffineOptions {
  /** Normalize by the batch and bring the running statistics up to date. @default false */
  training?: boolean;
  /** Share of the batch in the running statistics. @default 0.1 */
  momentum?: number;
}

const product = (sizes: readonly number[]): number => sizes.reduce((all, size) => all * size, 1);

/**
 * Mean 0, variance 1 for each channel of `[B, C, …]`, then weight and bias (Ioffe and Szegedy, 2015).
 * @param runningMean `[C]`, overwritten in training; null for none.
 * @param runningVar `[C]`, overwritten in training; null for none.
 * @throws RangeError in training when a channel has one value, whose variance would be 0.
 */
export const batchNorm = withOptions(
  'batchNorm',
  ['weight', 'bias', 'training', 'momentum', 'eps'],
  {},
  (
    x: Tensor,
    runningMean: Tensor | null,
    runningVar: Tensor | null,
    { weight = null, bias = null, training = false, momentum = 0.1, eps = 1e-5 }: BatchNormFunctionOptions,
  ): Tensor => {
    const [batch = 0, , ...space] = x.shape;
    if (training && batch * product(space) === 1) {
      throw new RangeError(
        `batchNorm: training needs more than one value per channel but received shape ${shapeText(x)}`,
      );
    }
    return batchNormOf(x, weight, bias, runningMean, runningVar, training, momentum, eps, true);
  },
);

/** Options of instanceNorm(). */
export interface InstanceNormFunctionOptions extends AffineOptions {
  /** `[C]`, overwritten when `useInputStats`. @default none */
  runningMean?: Tensor | null;
  /** `[C]`, overwritten when `useInputStats`. @default none */
  runningVar?: Tensor | null;
  /** Normalize by the input itself rather than by the running statistics. @default true */
  useInputStats?: boolean;
  /** Share of the input in the running statistics. @default 0.1 */
  momentum?: number;
}

/**
 * Mean 0, variance 1 for each channel of each sample of `[B, C, …]`, then weight and bias (Ulyanov et al., 2016).
 * @throws RangeError when a channel has one value and the input's own statistics are used.
 */
export const instanceNorm = withOptions(
  'instanceNorm',
  ['runningMean', 'runningVar', 'weight', 'bias', 'useInputStats', 'momentum', 'eps'],
  {},
  (
    x: Tensor,
    {
      runningMean = null,
      runningVar = null,
      weight = null,
      bias = null,
      useInputStats = true,
      momentum = 0.1,
      eps = 1e-5,
    }: InstanceNormFunctionOptions,
  ): Tensor => {
    if (useInputStats && product(x.shape.slice(2)) === 1) {
      throw new RangeError(
        `instanceNorm: expected more than one value per channel and sample but received shape ${shapeText(x)}`,
      );
    }
    return instanceNormOf(x, weight, bias, runningMean, runningVar, useInputStats, momentum, eps, true);
  },
);

/**
 * Mean 0, variance 1 for each group of channels of each sample of `[B, C, …]`, then weight and bias for each channel
 * (Wu and He, 2018).
 * @throws Error unless there are at least 2 dimensions. @throws RangeError when the groups do not divide the channels,
 * and when a group has one value.
 */
export const groupNorm = withOptions(
  'groupNorm',
  ['weight', 'bias', 'eps'],
  {},
  (x: Tensor, numGroups: number, { weight = null, bias = null, eps = 1e-5 }: AffineOptions): Tensor => {
    const [batch = 0, channels, ...space] = x.shape;
    if (channels === undefined) {
      throw new Error(`groupNorm: expected at least 2 dimensions but received shape ${shapeText(x)}`);
    }
    if (channels % numGroups !== 0) {
      throw new RangeError(
        `groupNorm: expected numGroups to divide the ${channels} channels but received ${numGroups}`,
      );
    }
    if (((batch * channels) / numGroups) * product(space) === 1) {
      throw new RangeError(
        `groupNorm: expected more than one value per group but received shape ${shapeText(x)}`,
      );
    }
    return groupNormOf(x, numGroups, weight, bias, eps);
  },
);

/** Options of localResponseNorm(). */
export interface LocalResponseNormOptions {
  /** Factor of the mean square. @default 1e-4 */
  alpha?: number;
  /** Power of the divisor. @default 0.75 */
  beta?: number;
  /** Least divisor, before the power. @default 1 */
  k?: number;
}

/**
 * x / (k + alpha·mean of x² over `size` neighbouring channels)^beta (Krizhevsky et al., 2012).
 * @throws Error unless there are at least 3 dimensions.
 */
export const localResponseNorm = withOptions(
  'localResponseNorm',
  ['alpha', 'beta', 'k'],
  {},
  (x: Tensor, size: number, { alpha = 1e-4, beta = 0.75, k = 1 }: LocalResponseNormOptions): Tensor => {
    const [batch = 0, channels = 0, rows, ...space] = x.shape;
    if (rows === undefined) {
      throw new Error(`localResponseNorm: expected at least 3 dimensions but received shape ${shapeText(x)}`);
    }
    if (x.numel() === 0) return x;
    const before = Math.floor(size / 2);
    const squares = x.mul(x).reshape([batch, 1, channels, rows * product(space)]);
    const padded = squares.constantPadNd([0, 0, before, Math.floor((size - 1) / 2)]);
    const mean = avgPool2d(padded, [size, 1], 1).view(x.shape);
    return x.div(mean.mul(alpha).add(k).pow(beta));
  },
);
