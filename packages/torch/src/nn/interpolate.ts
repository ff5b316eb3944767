/** Resizing of feature maps. */
import { adaptiveAvgPool2d } from '../generated/functions.js';
import { callOperator } from '../operator.js';
import { checkOptions, type OptionNames } from '../options.js';
import type { Tensor } from '../tensor.js';

// Operator of each mode, with and without antialiasing; `area` is a pooling.
const kernels = {
  nearest: { plain: 'upsample_nearest2d' },
  'nearest-exact': { plain: '_upsample_nearest_exact2d' },
  area: {},
  bilinear: { plain: 'upsample_bilinear2d', antialiased: '_upsample_bilinear2d_aa' },
  bicubic: { plain: 'upsample_bicubic2d', antialiased: '_upsample_bicubic2d_aa' },
} as const;

/** How values between the cells come about. */
export type InterpolationMode = keyof typeof kernels;

/** Options of interpolate(): exactly one of `size` and `scaleFactor`. */
export interface InterpolateOptions {
  /** Height and width of the result; one number for both. */
  size?: number | readonly [number, number];
  /**
   * Factors of height and width; one number for both. The result has floor(cells · factor) cells, and the factor itself
   * (not the ratio of cells) gives the sampling coordinates, except in mode `area`.
   */
  scaleFactor?: number | readonly [number, number];
  /** @default 'nearest' */
  mode?: InterpolationMode;
  /** Map the centres of the corner cells onto each other; for `bilinear` and `bicubic`. @default false */
  alignCorners?: boolean;
  /** Average over the cells that a smaller result skips; for `bilinear` and `bicubic`. @default false */
  antialias?: boolean;
}

const interpolateOptions: OptionNames<InterpolateOptions> = {
  size: true,
  scaleFactor: true,
  mode: true,
  alignCorners: true,
  antialias: true,
};

/**
 * Resizes `[B, C, H, W]` as torch.nn.functional.interpolate does; bicubic uses a = -0.75, or -0.5 with antialiasing.
 * @throws Error for another number of dimensions and for options that do not go together.
 */
export function interpolate(x: Tensor, options: InterpolateOptions): Tensor {
  const {
    size,
    scaleFactor,
    mode = 'nearest',
    alignCorners,
    antialias = false,
  } = checkOptions('interpolate', options, interpolateOptions);
  if (x.ndim !== 4) {
    throw new Error(`interpolate: expected [B, C, H, W] but received shape [${x.shape.join(', ')}]`);
  }
  if ((size === undefined) === (scaleFactor === undefined)) {
    throw new Error('interpolate: expected exactly one of size and scaleFactor');
  }
  const sizes = size === undefined ? null : pair(size);
  const factors = scaleFactor === undefined ? null : pair(scaleFactor);
  if (mode === 'bilinear' || mode === 'bicubic') {
    const kernel = antialias ? kernels[mode].antialiased : kernels[mode].plain;
    return callOperator(`aten::${kernel}`, 'vec', x, sizes, alignCorners ?? false, factors) as Tensor;
  }
  if (!Object.hasOwn(kernels, mode)) {
    const names = Object.keys(kernels).join(', ');
    throw new Error(`interpolate: expected one of ${names} for mode but received '${mode}'`);
  }
  if (alignCorners !== undefined || antialias) {
    throw new Error(`interpolate: alignCorners and antialias go with bilinear and bicubic, not with ${mode}`);
  }
  if (mode !== 'area')
    return callOperator(`aten::${kernels[mode].plain}`, 'vec', x, sizes, factors) as Tensor;
  const [height = 0, width = 0] = x.shape.slice(2);
  const [down, across] = factors ?? [1, 1];
  return adaptiveAvgPool2d(x, sizes ?? [Math.floor(height * down), Math.floor(width * across)]);
}

function pair(value: number | readonly [number, number]): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : value;
}
