/** Sampling of images and rearranging of pixels. */
import { affineGridGenerator, col2im, gridSampler, im2col } from '../../generated/functions.js';
import { expectArray } from '../../expect.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { checkChoice, expandSizes, shapeText, type Sizes } from '../checks.js';

/** Options of unfold() and fold(): one number for height and width, or both. */
export interface UnfoldOptions {
  /** @default 1 */
  dilation?: Sizes;
  /** Zeros on every side. @default 0 */
  padding?: Sizes;
  /** @default 1 */
  stride?: Sizes;
}

/** Every window of `[B, C, H, W]` as a column: `[B, C · kernel cells, windows]`. */
export const unfold = withOptions(
  'unfold',
  ['dilation', 'padding', 'stride'],
  {},
  (x: Tensor, kernelSize: Sizes, { dilation = 1, padding = 0, stride = 1 }: UnfoldOptions): Tensor => {
    const pair = (name: string, value: Sizes): number[] => expandSizes('unfold', name, 2, value);
    return im2col(
      x,
      pair('kernelSize', kernelSize),
      pair('dilation', dilation),
      pair('padding', padding),
      pair('stride', stride),
    );
  },
);

/** The sum of the windows that the columns stand for: `[B, C · kernel cells, windows]` → `[B, C, height, width]`. */
export const fold = withOptions(
  'fold',
  ['dilation', 'padding', 'stride'],
  {},
  (
    x: Tensor,
    outputSize: Sizes,
    kernelSize: Sizes,
    { dilation = 1, padding = 0, stride = 1 }: UnfoldOptions,
  ): Tensor => {
    const pair = (name: string, value: Sizes): number[] => expandSizes('fold', name, 2, value);
    return col2im(
      x,
      pair('outputSize', outputSize),
      pair('kernelSize', kernelSize),
      pair('dilation', dilation),
      pair('padding', padding),
      pair('stride', stride),
    );
  },
);

// The places are libtorch's numbers.
const sampleModes = ['bilinear', 'nearest', 'bicubic'] as const;
const samplePaddings = ['zeros', 'border', 'reflection'] as const;

/** Options of gridSample(). */
export interface GridSampleOptions {
  /** @default 'bilinear' */
  mode?: (typeof sampleModes)[number];
  /** What is outside of the image. @default 'zeros' */
  paddingMode?: (typeof samplePaddings)[number];
  /** Whether -1 and 1 are the centres of the corner pixels rather than their outer edges. @default false */
  alignCorners?: boolean | null;
}

/**
 * Values of `[B, C, H, W]` at the points of a grid `[B, h, w, 2]` of x and y in [-1, 1]: `[B, C, h, w]`; with a third
 * dimension likewise.
 */
export const gridSample = withOptions(
  'gridSample',
  ['mode', 'paddingMode', 'alignCorners'],
  {},
  (
    x: Tensor,
    grid: Tensor,
    { mode = 'bilinear', paddingMode = 'zeros', alignCorners }: GridSampleOptions,
  ): Tensor => {
    const modeCode = sampleModes.indexOf(checkChoice('gridSample', 'mode', sampleModes, mode));
    const padding = checkChoice('gridSample', 'paddingMode', samplePaddings, paddingMode);
    return gridSampler(x, grid, modeCode, samplePaddings.indexOf(padding), alignCorners ?? false);
  },
);

/** Options of affineGrid(). */
export interface AffineGridOptions {
  /** As gridSample() is to have it. @default false */
  alignCorners?: boolean | null;
}

/**
 * The grid for gridSample() that an affine map of the coordinates gives.
 * @param theta `[B, 2, 3]` for images, `[B, 3, 4]` for volumes, floating-point.
 * @param size Shape of the sampled result: `[B, C, H, W]` or `[B, C, D, H, W]`.
 */
export const affineGrid = withOptions(
  'affineGrid',
  ['alignCorners'],
  {},
  (theta: Tensor, size: readonly number[], { alignCorners }: AffineGridOptions): Tensor => {
    expectArray('affineGrid', 'size', size);
    const dims = size.length - 2;
    if (dims !== 2 && dims !== 3) {
      throw new RangeError(`affineGrid: expected a size of 4 or 5 numbers but received ${size.length}`);
    }
    if (!theta.dtype.includes('float')) {
      throw new TypeError(`affineGrid: expected a floating-point theta but received ${theta.dtype}`);
    }
    const [, rows, columns] = theta.shape;
    if (theta.ndim !== 3 || rows !== dims || columns !== dims + 1) {
      const wanted = `[B, ${dims}, ${dims + 1}]`;
      throw new Error(`affineGrid: expected a theta of shape ${wanted} but received ${shapeText(theta)}`);
    }
    if (size.some((length) => !(length > 0))) {
      throw new RangeError(`affineGrid: expected sizes of at least 1 but received [${size.join(', ')}]`);
    }
    return affineGridGenerator(theta, size, alignCorners ?? false);
  },
);
