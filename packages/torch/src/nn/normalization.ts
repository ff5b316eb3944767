/** Normalization layers. */
import { batchNorm, layerNorm, ones, zeros } from '../generated/functions.js';
import { checkOptions, type OptionNames } from '../options.js';
import type { Tensor } from '../tensor.js';
import { ones_, zeros_ } from './init.js';
import { Module } from './module.js';
import { checkInteger, emptyParameter, type LayerOptions } from './options.js';
import type { Parameter } from './parameter.js';
import { pythonBool, pythonNumber } from './repr.js';

/** Options of LayerNorm. */
export interface LayerNormOptions extends Omit<LayerOptions, 'generator'> {
  /** Added to the variance. @default 1e-5 */
  eps?: number;
  /** Whether there is a weight (and a bias). @default true */
  elementwiseAffine?: boolean;
  /** Whether there is a bias beside the weight. @default true */
  bias?: boolean;
}

const layerNormOptions: OptionNames<LayerNormOptions> = {
  eps: true,
  elementwiseAffine: true,
  bias: true,
  dtype: true,
  device: true,
};

/** Mean 0, variance 1 over the last dimensions, then weight and bias (Ba et al., 2016). */
export class LayerNorm extends Module {
  readonly normalizedShape: readonly number[];
  readonly eps: number;
  /** Of the normalized shape; starts at 1. */
  weight: Parameter | null;
  /** Of the normalized shape; starts at 0. */
  bias: Parameter | null;

  /** @param normalizedShape Sizes of the last dimensions; one number for the last alone. */
  constructor(normalizedShape: number | readonly number[], options: LayerNormOptions = {}) {
    super();
    const {
      eps = 1e-5,
      elementwiseAffine = true,
      bias = true,
      dtype,
      device,
    } = checkOptions('LayerNorm', options, layerNormOptions);
    const shape = typeof normalizedShape === 'number' ? [normalizedShape] : [...normalizedShape];
    if (shape.length === 0) throw new RangeError('LayerNorm: expected at least one size for normalizedShape');
    for (const size of shape) checkInteger('LayerNorm', 'normalizedShape', size);
    this.normalizedShape = shape;
    this.eps = checkEps('LayerNorm', eps);
    this.weight = elementwiseAffine ? ones_(emptyParameter(shape, { dtype, device })) : null;
    this.bias = elementwiseAffine && bias ? zeros_(emptyParameter(shape, { dtype, device })) : null;
  }

  override forward(x: Tensor): Tensor {
    return layerNorm(x, this.normalizedShape, this.weight, this.bias, this.eps);
  }

  override extraRepr(): string {
    const sizes = this.normalizedShape.join(', ');
    const bias = this.weight === null ? '' : `, bias=${pythonBool(this.bias !== null)}`;
    const shape = this.normalizedShape.length === 1 ? `(${sizes},)` : `(${sizes})`;
    return `${shape}, eps=${pythonNumber(this.eps)}, elementwise_affine=${pythonBool(this.weight !== null)}${bias}`;
  }
}

/** Options of BatchNorm2d. */
export interface BatchNorm2dOptions extends Omit<LayerOptions, 'generator'> {
  /** Added to the variance. @default 1e-5 */
  eps?: number;
  /** Share of the new batch in the running statistics. @default 0.1 */
  momentum?: number;
  /** Whether there are a weight and a bias. @default true */
  affine?: boolean;
}

const batchNorm2dOptions: OptionNames<BatchNorm2dOptions> = {
  eps: true,
  momentum: true,
  affine: true,
  dtype: true,
  device: true,
};

/**
 * Mean 0, variance 1 per channel of `[B, C, H, W]`, then weight and bias (Ioffe and Szegedy, 2015): over the batch in
 * training, by the running statistics in evaluation.
 */
export class BatchNorm2d extends Module {
  readonly numFeatures: number;
  readonly eps: number;
  readonly momentum: number;
  /** `[C]`; starts at 1. */
  weight: Parameter | null;
  /** `[C]`; starts at 0. */
  bias: Parameter | null;
  /** `[C]`, of the batches so far. */
  runningMean: Tensor;
  /** `[C]`, of the batches so far, unbiased. */
  runningVar: Tensor;
  /** Batches so far, int64. */
  numBatchesTracked: Tensor;

  constructor(numFeatures: number, options: BatchNorm2dOptions = {}) {
    super();
    const {
      eps = 1e-5,
      momentum = 0.1,
      affine = true,
      dtype,
      device,
    } = checkOptions('BatchNorm2d', options, batchNorm2dOptions);
    this.numFeatures = checkInteger('BatchNorm2d', 'numFeatures', numFeatures);
    this.eps = checkEps('BatchNorm2d', eps);
    if (!(momentum >= 0 && momentum <= 1)) {
      throw new RangeError(`BatchNorm2d: expected a share in [0, 1] for momentum but received ${momentum}`);
    }
    this.momentum = momentum;
    this.weight = affine ? ones_(emptyParameter([numFeatures], { dtype, device })) : null;
    this.bias = affine ? zeros_(emptyParameter([numFeatures], { dtype, device })) : null;
    this.runningMean = this.registerBuffer('runningMean', zeros([numFeatures], { dtype, device }));
    this.runningVar = this.registerBuffer('runningVar', ones([numFeatures], { dtype, device }));
    this.numBatchesTracked = this.registerBuffer('numBatchesTracked', zeros([], { dtype: 'int64', device }));
  }

  override forward(x: Tensor): Tensor {
    if (x.ndim !== 4) {
      throw new Error(`BatchNorm2d: expected [B, C, H, W] but received shape [${x.shape.join(', ')}]`);
    }
    if (this.training) this.numBatchesTracked.add_(1);
    const { weight, bias, runningMean, runningVar, training, momentum, eps } = this;
    return batchNorm(x, weight, bias, runningMean, runningVar, training, momentum, eps, true);
  }

  override extraRepr(): string {
    const options = `eps=${pythonNumber(this.eps)}, momentum=${this.momentum}`;
    const affine = pythonBool(this.weight !== null);
    return `${this.numFeatures}, ${options}, affine=${affine}, bias=${affine}, track_running_stats=True`;
  }
}

function checkEps(layer: string, eps: number): number {
  if (eps >= 0 && Number.isFinite(eps)) return eps;
  throw new RangeError(`${layer}: expected a finite number of at least 0 for eps but received ${eps}`);
}
