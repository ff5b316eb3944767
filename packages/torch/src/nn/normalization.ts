/** Normalization layers over the features or channels of one sample. */
import { layerNorm, rmsNorm } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import { groupNorm, localResponseNorm, type LocalResponseNormOptions } from './functional/normalization.js';
import { ones_, zeros_ } from './init.js';
import { Module } from './module.js';
import { checkEps, checkInteger, constantOptions, emptyParameter, type LayerOptions } from './options.js';
import type { Parameter } from './parameter.js';
import { pythonBool, pythonFloat, pythonNumber, pythonSizes } from './repr.js';
import { expectArray } from '../expect.js';

/** Options of LayerNorm. */
export interface LayerNormOptions extends Omit<LayerOptions, 'generator'> {
  /** Added to the variance. @default 1e-5 */
  eps?: number;
  /** Whether there is a weight (and a bias). @default true */
  elementwiseAffine?: boolean;
  /** Whether there is a bias beside the weight. @default true */
  bias?: boolean;
}

const layerNormSignature = signature<[normalizedShape: number | readonly number[]], LayerNormOptions>()(
  1,
  ['eps', 'elementwiseAffine', 'bias'],
  constantOptions,
);

/** Mean 0, variance 1 over the last dimensions, then weight and bias (Ba et al., 2016). */
export class LayerNorm extends Module {
  /** Sizes of the last dimensions. */
  readonly normalizedShape: readonly number[];
  readonly eps: number;
  /** Of the normalized shape; starts at 1. */
  weight: Parameter | null;
  /** Of the normalized shape; starts at 0. */
  bias: Parameter | null;

  constructor(...args: ArgumentsOf<typeof layerNormSignature>) {
    super();
    const [normalizedShape, options] = layerNormSignature.read('LayerNorm', args);
    const { eps = 1e-5, elementwiseAffine = true, bias = true } = options;
    this.normalizedShape = checkShape('LayerNorm', normalizedShape);
    this.eps = checkEps('LayerNorm', eps);
    this.weight = elementwiseAffine ? ones_(emptyParameter(this.normalizedShape, options)) : null;
    this.bias = elementwiseAffine && bias ? zeros_(emptyParameter(this.normalizedShape, options)) : null;
  }

  override forward(x: Tensor): Tensor {
    return layerNorm(x, this.normalizedShape, this.weight, this.bias, this.eps);
  }

  override extraRepr(): string {
    const affine = pythonBool(this.weight !== null);
    const end = `elementwise_affine=${affine}, bias=${pythonBool(this.bias !== null)}`;
    return `${pythonSizes(this.normalizedShape)}, eps=${pythonNumber(this.eps)}, ${end}`;
  }
}

/** Options of RMSNorm. */
export interface RMSNormOptions extends Omit<LayerOptions, 'generator'> {
  /** Added to the mean square. @default the distance from 1 to the next number of the input's dtype */
  eps?: number | null;
  /** Whether there is a weight. @default true */
  elementwiseAffine?: boolean;
}

const rmsNormSignature = signature<[normalizedShape: number | readonly number[]], RMSNormOptions>()(
  1,
  ['eps', 'elementwiseAffine'],
  constantOptions,
);

/** x / √(mean of x² + eps) over the last dimensions, then the weight (Zhang and Sennrich, 2019). */
export class RMSNorm extends Module {
  readonly normalizedShape: readonly number[];
  readonly eps: number | null;
  /** Of the normalized shape; starts at 1. */
  weight: Parameter | null;

  constructor(...args: ArgumentsOf<typeof rmsNormSignature>) {
    super();
    const [normalizedShape, options] = rmsNormSignature.read('RMSNorm', args);
    const { eps = null, elementwiseAffine = true } = options;
    this.normalizedShape = checkShape('RMSNorm', normalizedShape);
    this.eps = eps === null ? null : checkEps('RMSNorm', eps);
    this.weight = elementwiseAffine ? ones_(emptyParameter(this.normalizedShape, options)) : null;
  }

  override forward(x: Tensor): Tensor {
    return rmsNorm(x, this.normalizedShape, this.weight, this.eps);
  }

  override extraRepr(): string {
    const eps = this.eps === null ? 'None' : pythonNumber(this.eps);
    const affine = pythonBool(this.weight !== null);
    return `${pythonSizes(this.normalizedShape)}, eps=${eps}, elementwise_affine=${affine}`;
  }
}

/** Options of GroupNorm. */
export interface GroupNormOptions extends Omit<LayerOptions, 'generator'> {
  /** Added to the variance. @default 1e-5 */
  eps?: number;
  /** Whether there is a weight (and a bias). @default true */
  affine?: boolean;
  /** Whether there is a bias beside the weight. @default true */
  bias?: boolean;
}

const groupNormSignature = signature<[numGroups: number, numChannels: number], GroupNormOptions>()(
  2,
  ['eps', 'affine'],
  { bias: true, ...constantOptions },
);

/** Mean 0, variance 1 for each group of channels of `[B, C, …]`, then weight and bias for each channel (Wu and He, 2018). */
export class GroupNorm extends Module {
  readonly numGroups: number;
  readonly numChannels: number;
  readonly eps: number;
  /** `[C]`; starts at 1. */
  weight: Parameter | null;
  /** `[C]`; starts at 0. */
  bias: Parameter | null;

  /** @throws RangeError when the groups do not divide the channels. */
  constructor(...args: ArgumentsOf<typeof groupNormSignature>) {
    super();
    const [numGroups, numChannels, options] = groupNormSignature.read('GroupNorm', args);
    const { eps = 1e-5, affine = true, bias = true } = options;
    this.numGroups = checkInteger('GroupNorm', 'numGroups', numGroups);
    this.numChannels = checkInteger('GroupNorm', 'numChannels', numChannels);
    if (numChannels % numGroups !== 0) {
      throw new RangeError(
        `GroupNorm: expected numGroups to divide numChannels ${numChannels} but received ${numGroups}`,
      );
    }
    this.eps = checkEps('GroupNorm', eps);
    this.weight = affine ? ones_(emptyParameter([numChannels], options)) : null;
    this.bias = affine && bias ? zeros_(emptyParameter([numChannels], options)) : null;
  }

  override forward(x: Tensor): Tensor {
    return groupNorm(x, this.numGroups, this.weight, this.bias, this.eps);
  }

  override extraRepr(): string {
    const sizes = `${this.numGroups}, ${this.numChannels}, eps=${pythonNumber(this.eps)}`;
    return `${sizes}, affine=${pythonBool(this.weight !== null)}, bias=${pythonBool(this.bias !== null)}`;
  }
}

const localResponseSignature = signature<[size: number], LocalResponseNormOptions>()(
  1,
  ['alpha', 'beta', 'k'],
  {},
);

/** x / (k + alpha·mean of x² over neighbouring channels)^beta of `[B, C, …]` (Krizhevsky et al., 2012). */
export class LocalResponseNorm extends Module {
  readonly size: number;
  readonly alpha: number;
  readonly beta: number;
  readonly k: number;

  constructor(...args: ArgumentsOf<typeof localResponseSignature>) {
    super();
    const [size, { alpha = 1e-4, beta = 0.75, k = 1 }] = localResponseSignature.read(
      'LocalResponseNorm',
      args,
    );
    this.size = checkInteger('LocalResponseNorm', 'size', size);
    [this.alpha, this.beta, this.k] = [alpha, beta, k];
  }

  override forward(x: Tensor): Tensor {
    return localResponseNorm(x, this.size, this.alpha, this.beta, this.k);
  }

  override extraRepr(): string {
    const { size, alpha, beta, k } = this;
    return `${size}, alpha=${pythonFloat(alpha)}, beta=${pythonFloat(beta)}, k=${pythonFloat(k)}`;
  }
}

function checkShape(layer: string, normalizedShape: number | readonly number[]): number[] {
  if (typeof normalizedShape !== 'number') expectArray(layer, 'normalizedShape', normalizedShape);
  const shape = typeof normalizedShape === 'number' ? [normalizedShape] : [...normalizedShape];
  if (shape.length === 0) throw new RangeError(`${layer}: expected at least one size for normalizedShape`);
  return shape.map((size) => checkInteger(layer, 'normalizedShape', size));
}
