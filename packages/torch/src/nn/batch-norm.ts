/** Normalization with running statistics: over the batch, and over each sample's channels. */
import { ones, zeros } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import { checkNdim, shapeText } from './checks.js';
import { batchNorm, instanceNorm } from './functional/normalization.js';
import { ones_, zeros_ } from './init.js';
import { Module } from './module.js';
import { checkEps, checkInteger, constantOptions, emptyParameter, type LayerOptions } from './options.js';
import type { Parameter } from './parameter.js';
import { pythonBool, pythonNumber } from './repr.js';

/** Options of batch and instance normalization. */
export interface BatchNormOptions extends Omit<LayerOptions, 'generator'> {
  /** Added to the variance. @default 1e-5 */
  eps?: number;
  /** Share of the new batch in the running statistics; null for the mean of all batches so far. @default 0.1 */
  momentum?: number | null;
  /** Whether there is a weight (and a bias). @default true for BatchNorm, false for InstanceNorm */
  affine?: boolean;
  /** Whether there are running statistics. @default true for BatchNorm, false for InstanceNorm */
  trackRunningStats?: boolean;
  /** Whether there is a bias beside the weight. @default true */
  bias?: boolean;
}

const batchNormSignature = signature<[numFeatures: number], BatchNormOptions>()(
  1,
  ['eps', 'momentum', 'affine', 'trackRunningStats'],
  { bias: true, ...constantOptions },
);

abstract class RunningNorm extends Module {
  readonly numFeatures: number;
  readonly eps: number;
  readonly momentum: number | null;
  /** `[C]`; starts at 1. */
  weight: Parameter | null;
  /** `[C]`; starts at 0. */
  bias: Parameter | null;
  /** `[C]`, of the batches so far; null when they are not tracked. */
  runningMean: Tensor | null;
  /** `[C]`, of the batches so far, unbiased; null when they are not tracked. */
  runningVar: Tensor | null;
  /** Batches so far, int64; null when they are not tracked. */
  numBatchesTracked: Tensor | null;

  constructor(args: ArgumentsOf<typeof batchNormSignature>, affineAndTracked: boolean) {
    super();
    const layer = this.constructor.name;
    const [numFeatures, options] = batchNormSignature.read(layer, args);
    const { eps = 1e-5, momentum = 0.1, bias = true, dtype, device } = options;
    const { affine = affineAndTracked, trackRunningStats = affineAndTracked } = options;
    this.numFeatures = checkInteger(layer, 'numFeatures', numFeatures);
    this.eps = checkEps(layer, eps);
    this.momentum = momentum === null ? null : checkMomentum(layer, momentum);
    this.weight = affine ? ones_(emptyParameter([numFeatures], options)) : null;
    this.bias = affine && bias ? zeros_(emptyParameter([numFeatures], options)) : null;
    const tracked = <T>(make: () => T): T | null => (trackRunningStats ? make() : null);
    const [mean, variance, batches] = [
      tracked(() => zeros([numFeatures], { dtype, device })),
      tracked(() => ones([numFeatures], { dtype, device })),
      tracked(() => zeros([], { dtype: 'int64', device })),
    ];
    this.runningMean = this.registerBuffer('runningMean', mean);
    this.runningVar = this.registerBuffer('runningVar', variance);
    this.numBatchesTracked = this.registerBuffer('numBatchesTracked', batches);
  }

  /** Starts the running statistics anew: mean 0, variance 1, no batches. */
  resetRunningStats(): void {
    this.runningMean?.zero_();
    this.runningVar?.fill_(1);
    this.numBatchesTracked?.zero_();
  }

  override extraRepr(): string {
    const { numFeatures, eps, momentum } = this;
    const options = `eps=${pythonNumber(eps)}, momentum=${momentum === null ? 'None' : momentum}`;
    const affine = `affine=${pythonBool(this.weight !== null)}, bias=${pythonBool(this.bias !== null)}`;
    return `${numFeatures}, ${options}, ${affine}, track_running_stats=${pythonBool(this.runningMean !== null)}`;
  }
}

abstract class BatchNorm extends RunningNorm {
  constructor(...args: ArgumentsOf<typeof batchNormSignature>) {
    super(args, true);
  }

  protected normalize(x: Tensor, ndims: readonly number[]): Tensor {
    checkNdim(this.constructor.name, x, ndims);
    const { weight, bias, runningMean, runningVar, training, momentum, eps } = this;
    let share = momentum ?? 0;
    if (training && this.numBatchesTracked !== null) {
      this.numBatchesTracked.add_(1);
      if (momentum === null) share = 1 / this.numBatchesTracked.item();
    }
    const byBatch = training || runningMean === null || runningVar === null;
    return batchNorm(x, runningMean, runningVar, weight, bias, byBatch, share, eps);
  }
}

/**
 * Mean 0, variance 1 for each channel of `[B, C]` or `[B, C, L]`, then weight and bias (Ioffe and Szegedy, 2015): over the
 * batch in training, by the running statistics in evaluation.
 */
export class BatchNorm1d extends BatchNorm {
  override forward(x: Tensor): Tensor {
    return this.normalize(x, [2, 3]);
  }
}

/** BatchNorm1d for `[B, C, H, W]`. */
export class BatchNorm2d extends BatchNorm {
  override forward(x: Tensor): Tensor {
    return this.normalize(x, [4]);
  }
}

/** BatchNorm1d for `[B, C, D, H, W]`. */
export class BatchNorm3d extends BatchNorm {
  override forward(x: Tensor): Tensor {
    return this.normalize(x, [5]);
  }
}

abstract class InstanceNorm extends RunningNorm {
  constructor(...args: ArgumentsOf<typeof batchNormSignature>) {
    super(args, false);
  }

  protected normalize(x: Tensor, spatial: number): Tensor {
    const layer = this.constructor.name;
    checkNdim(layer, x, [spatial + 1, spatial + 2]);
    const isSample = x.ndim === spatial + 1;
    const channels = x.shape[isSample ? 0 : 1];
    if (this.weight !== null && channels !== this.numFeatures) {
      throw new Error(`${layer}: expected ${this.numFeatures} channels but received shape ${shapeText(x)}`);
    }
    const { weight, bias, runningMean, runningVar, momentum, eps } = this;
    const byInput = this.training || runningMean === null || runningVar === null;
    const batch = isSample ? x.unsqueeze(0) : x;
    const y = instanceNorm(batch, runningMean, runningVar, weight, bias, byInput, momentum ?? 0, eps);
    return isSample ? y.squeeze(0) : y;
  }
}

/** Mean 0, variance 1 for each channel of each sample of `[B, C, L]` or `[C, L]` (Ulyanov et al., 2016). */
export class InstanceNorm1d extends InstanceNorm {
  override forward(x: Tensor): Tensor {
    return this.normalize(x, 1);
  }
}

/** InstanceNorm1d for `[B, C, H, W]` or `[C, H, W]`. */
export class InstanceNorm2d extends InstanceNorm {
  override forward(x: Tensor): Tensor {
    return this.normalize(x, 2);
  }
}

/** InstanceNorm1d for `[B, C, D, H, W]` or `[C, D, H, W]`. */
export class InstanceNorm3d extends InstanceNorm {
  override forward(x: Tensor): Tensor {
    return this.normalize(x, 3);
  }
}

function checkMomentum(layer: string, momentum: number): number {
  if (momentum >= 0 && momentum <= 1) return momentum;
  throw new RangeError(`${layer}: expected a share in [0, 1] for momentum but received ${momentum}`);
}
