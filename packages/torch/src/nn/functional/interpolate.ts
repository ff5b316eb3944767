/** Resizing of signals, images and volumes. */
import { callOperator } from '../../operator.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { checkChoice, expandSizes, shapeText, type Sizes } from '../checks.js';
import { adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveAvgPool3d } from './pooling.js';

/** How values between the cells come about. */
export type InterpolationMode =
  'nearest' | 'nearest-exact' | 'area' | 'linear' | 'bilinear' | 'trilinear' | 'bicubic';

// By the number of spatial dimensions; `area` is a pooling.
const nearestKernels: Record<'nearest' | 'nearest-exact', (dims: number) => string> = {
  nearest: (dims) => `upsample_nearest${dims}d`,
  'nearest-exact': (dims) => `_upsample_nearest_exact${dims}d`,
};
const smoothKernels = {
  linear: { dims: 1, plain: 'upsample_linear1d', antialiased: null },
  bilinear: { dims: 2, plain: 'upsample_bilinear2d', antialiased: '_upsample_bilinear2d_aa' },
  bicubic: { dims: 2, plain: 'upsample_bicubic2d', antialiased: '_upsample_bicubic2d_aa' },
  trilinear: { dims: 3, plain: 'upsample_trilinear3d', antialiased: null },
};
const areaPools = [adaptiveAvgPool1d, adaptiveAvgPool2d, adaptiveAvgPool3d];
const modes = ['nearest', 'nearest-exact', 'area', 'linear', 'bilinear', 'trilinear', 'bicubic'] as const;

/** Options of interpolate(): exactly one of `size` and `scaleFactor`. */
export interface InterpolateOptions {
  /** Sizes of the result; one number for all dimensions. */
  size?: Sizes | null;
  /**
   * Factors of the sizes; one number for all. The result has floor(cells · factor) cells, and the factor itself (not the
   * ratio of cells) gives the sampling coordinates, except in mode `area` and with `recomputeScaleFactor`.
   */
  scaleFactor?: Sizes | null;
  /** `linear` for `[B, C, L]`, `bilinear` and `bicubic` for `[B, C, H, W]`, `trilinear` for `[B, C, D, H, W]`. @default 'nearest' */
  mode?: InterpolationMode;
  /** Map the centres of the corner cells onto each other; for the linear and cubic modes. @default false */
  alignCorners?: boolean | null;
  /** Sample by the ratio of cells instead of `scaleFactor`, which must be given. @default false */
  recomputeScaleFactor?: boolean | null;
  /** Average over the cells that a smaller result skips; for `bilinear` and `bicubic`. @default false */
  antialias?: boolean;
}

/**
 * Resizes `[B, C, L]`, `[B, C, H, W]` or `[B, C, D, H, W]`; bicubic uses a = -0.75, or -0.5 with antialiasing.
 * @throws Error for another number of dimensions and for options that do not go together.
 */
export const interpolate = withOptions(
  'interpolate',
  ['size', 'scaleFactor', 'mode', 'alignCorners', 'recomputeScaleFactor', 'antialias'],
  {},
  (x: Tensor, options: InterpolateOptions): Tensor => {
    const mode = checkChoice('interpolate', 'mode', modes, options.mode ?? 'nearest');
    const { alignCorners = null, antialias = false } = options;
    const { sizes, factors } = target(x, options);
    const dims = x.ndim - 2;
    if (Object.hasOwn(smoothKernels, mode)) {
      const kernel = smoothKernel(mode as keyof typeof smoothKernels, x, antialias);
      return callOperator(`aten::${kernel}`, 'vec', x, sizes, alignCorners ?? false, factors) as Tensor;
    }
    if (alignCorners !== null || antialias) {
      throw new Error(
        `interpolate: alignCorners and antialias go with the linear and cubic modes, not with ${mode}`,
      );
    }
    if (mode === 'nearest' || mode === 'nearest-exact') {
      return callOperator(`aten::${nearestKernels[mode](dims)}`, 'vec', x, sizes, factors) as Tensor;
    }
    const pool = areaPools[dims - 1] ?? adaptiveAvgPool2d;
    return pool(x, sizes ?? scaled(x, factors ?? []));
  },
);

// Exactly one of the two; both null can only be by a fault of ours.
function target(
  x: Tensor,
  { size, scaleFactor, recomputeScaleFactor }: InterpolateOptions,
): { sizes: number[] | null; factors: number[] | null } {
  const dims = x.ndim - 2;
  if (dims < 1 || dims > 3) {
    throw new Error(
      `interpolate: expected [B, C, L], [B, C, H, W] or [B, C, D, H, W] but received shape ${shapeText(x)}`,
    );
  }
  const [hasSize, hasFactor] = [size, scaleFactor].map((value) => value !== undefined && value !== null);
  if (hasSize === hasFactor) throw new Error('interpolate: expected exactly one of size and scaleFactor');
  const expand = (name: string, value: Sizes | null | undefined): number[] | null =>
    value === undefined || value === null ? null : expandSizes('interpolate', name, dims, value);
  const [sizes, factors] = [expand('size', size), expand('scaleFactor', scaleFactor)];
  if (recomputeScaleFactor !== true) return { sizes, factors };
  if (factors === null)
    throw new Error('interpolate: recomputeScaleFactor goes with scaleFactor, not with size');
  return { sizes: scaled(x, factors), factors: null };
}

function scaled(x: Tensor, factors: readonly number[]): number[] {
  return x.shape.slice(2).map((size, i) => Math.floor(size * (factors[i] ?? 1)));
}

function smoothKernel(mode: keyof typeof smoothKernels, x: Tensor, antialias: boolean): string {
  const { dims, plain, antialiased } = smoothKernels[mode];
  if (dims !== x.ndim - 2) {
    throw new Error(
      `interpolate: mode ${mode} takes ${dims + 2} dimensions but received shape ${shapeText(x)}`,
    );
  }
  if (!antialias) return plain;
  if (antialiased === null)
    throw new Error(`interpolate: antialias goes with bilinear and bicubic, not with ${mode}`);
  return antialiased;
}
