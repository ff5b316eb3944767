/** Resizing as a layer. */
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import type { Sizes } from './checks.js';
import { interpolate, type InterpolateOptions } from './functional/interpolate.js';
import { Module } from './module.js';
import { pythonFloat, pythonSizes } from './repr.js';

type UpsampleOptions = Omit<InterpolateOptions, 'antialias'>;

const upsampleSignature = signature<[], UpsampleOptions>()(
  0,
  ['size', 'scaleFactor', 'mode', 'alignCorners', 'recomputeScaleFactor'],
  {},
);

/** interpolate() to one size or by one factor. */
export class Upsample extends Module {
  readonly settings: Readonly<UpsampleOptions>;

  constructor(...args: ArgumentsOf<typeof upsampleSignature>) {
    super();
    [this.settings] = upsampleSignature.read('Upsample', args);
  }

  override forward(x: Tensor): Tensor {
    return interpolate(x, this.settings);
  }

  override extraRepr(): string {
    const { size = null, scaleFactor = null, mode = 'nearest' } = this.settings;
    const target =
      scaleFactor === null ? `size=${pythonSizes(size)}` : `scale_factor=${pythonFactor(scaleFactor)}`;
    return `${target}, mode='${mode}'`;
  }
}

type UpsamplingOptions = Pick<InterpolateOptions, 'size' | 'scaleFactor'>;

const upsamplingSignature = signature<[], UpsamplingOptions>()(0, ['size', 'scaleFactor'], {});

/** Upsample in mode `nearest`, for `[B, C, H, W]`. */
export class UpsamplingNearest2d extends Upsample {
  constructor(...args: ArgumentsOf<typeof upsamplingSignature>) {
    super({ ...upsamplingSignature.read('UpsamplingNearest2d', args)[0], mode: 'nearest' });
  }
}

/** Upsample in mode `bilinear` with the corners' centres on each other, for `[B, C, H, W]`. */
export class UpsamplingBilinear2d extends Upsample {
  constructor(...args: ArgumentsOf<typeof upsamplingSignature>) {
    const [options] = upsamplingSignature.read('UpsamplingBilinear2d', args);
    super({ ...options, mode: 'bilinear', alignCorners: true });
  }
}

function pythonFactor(factor: Sizes): string {
  return typeof factor === 'number' ? pythonFloat(factor) : `(${factor.map(pythonFloat).join(', ')})`;
}
