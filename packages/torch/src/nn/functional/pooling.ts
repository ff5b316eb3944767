/** Pooling that PyTorch's Python puts together from operators. The other poolings are the operators themselves. */
import {
  adaptiveAvgPool1d as adaptiveAvg1,
  adaptiveAvgPool2d as adaptiveAvg2,
  adaptiveAvgPool3d as adaptiveAvg3,
  adaptiveMaxPool1d as adaptiveMax1,
  adaptiveMaxPool2d as adaptiveMax2,
  adaptiveMaxPool3d as adaptiveMax3,
  avgPool1d,
  avgPool2d,
  avgPool3d,
  maxPool1d,
  maxPool2d,
  maxPool3d,
} from '../../generated/functions.js';
import { expectArray, expectTensor } from '../../expect.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { expandSizes, shapeText, type Sizes } from '../checks.js';

/** Sizes of the result: one number for all dimensions, or one for each; `null` keeps the input's. */
export type AdaptiveSizes = number | null | readonly (number | null)[];

function outputSizes(call: string, dims: number, x: Tensor, size: AdaptiveSizes): number[] {
  expectTensor(call, 'x', x);
  if (typeof size !== 'number' && size !== null) expectArray(call, 'outputSize', size);
  const wanted =
    typeof size === 'number' || size === null ? new Array<number | null>(dims).fill(size) : [...size];
  if (wanted.length !== dims) {
    throw new RangeError(
      `${call}: expected one number or ${dims} for outputSize but received ${wanted.length}`,
    );
  }
  if (x.ndim !== dims + 1 && x.ndim !== dims + 2) {
    const shape = shapeText(x);
    throw new Error(`${call}: expected ${dims + 1} or ${dims + 2} dimensions but received shape ${shape}`);
  }
  const given = x.shape.slice(-dims);
  return wanted.map((value, i) => value ?? given[i] ?? 0);
}

/** Means over windows that give `[…, outputSize]` from `[…, L]`. */
export function adaptiveAvgPool1d(x: Tensor, outputSize: AdaptiveSizes): Tensor {
  return adaptiveAvg1(x, outputSizes('adaptiveAvgPool1d', 1, x, outputSize));
}

/** Means over windows that give `[…, height, width]` from `[…, H, W]`. */
export function adaptiveAvgPool2d(x: Tensor, outputSize: AdaptiveSizes): Tensor {
  return adaptiveAvg2(x, outputSizes('adaptiveAvgPool2d', 2, x, outputSize));
}

/** Means over windows that give `[…, depth, height, width]` from `[…, D, H, W]`. */
export function adaptiveAvgPool3d(x: Tensor, outputSize: AdaptiveSizes): Tensor {
  return adaptiveAvg3(x, outputSizes('adaptiveAvgPool3d', 3, x, outputSize));
}

/** As adaptiveMaxPool1d(), with the flat index of each maximum. */
export function adaptiveMaxPool1dWithIndices(x: Tensor, outputSize: AdaptiveSizes): [Tensor, Tensor] {
  return adaptiveMax1(x, outputSizes('adaptiveMaxPool1d', 1, x, outputSize));
}

/** As adaptiveMaxPool2d(), with the flat index of each maximum. */
export function adaptiveMaxPool2dWithIndices(x: Tensor, outputSize: AdaptiveSizes): [Tensor, Tensor] {
  return adaptiveMax2(x, outputSizes('adaptiveMaxPool2d', 2, x, outputSize));
}

/** As adaptiveMaxPool3d(), with the flat index of each maximum. */
export function adaptiveMaxPool3dWithIndices(x: Tensor, outputSize: AdaptiveSizes): [Tensor, Tensor] {
  return adaptiveMax3(x, outputSizes('adaptiveMaxPool3d', 3, x, outputSize));
}

/** Maxima over windows that give `[…, outputSize]` from `[…, L]`. */
export function adaptiveMaxPool1d(x: Tensor, outputSize: AdaptiveSizes): Tensor {
  return adaptiveMaxPool1dWithIndices(x, outputSize)[0];
}

/** Maxima over windows that give `[…, height, width]` from `[…, H, W]`. */
export function adaptiveMaxPool2d(x: Tensor, outputSize: AdaptiveSizes): Tensor {
  return adaptiveMaxPool2dWithIndices(x, outputSize)[0];
}

/** Maxima over windows that give `[…, depth, height, width]` from `[…, D, H, W]`. */
export function adaptiveMaxPool3d(x: Tensor, outputSize: AdaptiveSizes): Tensor {
  return adaptiveMaxPool3dWithIndices(x, outputSize)[0];
}

/** Options of lpPool1d(), lpPool2d() and lpPool3d(). */
export interface LPPoolOptions {
  /** @default the kernel size */
  stride?: Sizes | null;
  /** Let windows go over the edge. @default false */
  ceilMode?: boolean;
}

type Average = (x: Tensor, kernel: number[], stride: number[], padding: number, ceilMode: boolean) => Tensor;
type Largest = (
  x: Tensor,
  kernel: number[],
  stride: number[],
  padding: number,
  dilation: number,
  ceilMode: boolean,
) => Tensor;

function lpPool(call: string, dims: number, average: Average, largest: Largest) {
  return withOptions(
    call,
    ['stride', 'ceilMode'],
    {},
    (
      x: Tensor,
      normType: number,
      kernelSize: Sizes,
      { stride = null, ceilMode = false }: LPPoolOptions,
    ): Tensor => {
      const kernel = expandSizes(call, 'kernelSize', dims, kernelSize);
      const steps = stride === null ? kernel : expandSizes(call, 'stride', dims, stride);
      if (Math.abs(normType) === Infinity) {
        const sign = Math.sign(normType);
        return largest(x.abs().mul(sign), kernel, steps, 0, 1, ceilMode).mul(sign);
      }
      const cells = kernel.reduce((product, size) => product * size, 1);
      const mean = average(x.pow(normType), kernel, steps, 0, ceilMode);
      // The sum of the powers; rounding must not make it negative, of which the root would be NaN.
      return mean
        .sign()
        .mul(mean.abs().relu())
        .mul(cells)
        .pow(1 / normType);
    },
  );
}

/** (Σ x^normType)^(1 / normType) over windows of `[…, L]`. */
export const lpPool1d = lpPool('lpPool1d', 1, avgPool1d, maxPool1d);
/** (Σ x^normType)^(1 / normType) over windows of `[…, H, W]`. */
export const lpPool2d = lpPool('lpPool2d', 2, avgPool2d, maxPool2d);
/** (Σ x^normType)^(1 / normType) over windows of `[…, D, H, W]`. */
export const lpPool3d = lpPool('lpPool3d', 3, avgPool3d, maxPool3d);
