/** Max-pooling layers. A single number stands for all spatial dimensions. */
import {
  maxPool1d,
  maxPool1dWithIndices,
  maxPool2d,
  maxPool2dWithIndices,
  maxPool3d,
  maxPool3dWithIndices,
} from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type Arguments, signature } from './arguments.js';
import type { Sizes } from './checks.js';
import {
  adaptiveMaxPool1d,
  adaptiveMaxPool1dWithIndices,
  adaptiveMaxPool2d,
  adaptiveMaxPool2dWithIndices,
  adaptiveMaxPool3d,
  adaptiveMaxPool3dWithIndices,
  type AdaptiveSizes,
} from './functional/pooling.js';
import { Module } from './module.js';
import { checkSizes } from './options.js';
import { AdaptivePool } from './pooling.js';
import { pythonBool, pythonSizes } from './repr.js';

/** What a layer gives: the maxima, or these and their flat indices. */
export type Maxima<Indices extends boolean> = Indices extends true ? [Tensor, Tensor] : Tensor;

/** Options of MaxPool1d, MaxPool2d and MaxPool3d. */
export interface MaxPoolOptions<Indices extends boolean = boolean> {
  /** @default the kernel size */
  stride?: Sizes | null;
  /** Cells of -∞ on every side. @default 0 */
  padding?: Sizes;
  /** @default 1 */
  dilation?: Sizes;
  /** Give the index of each maximum too, as MaxUnpool takes it. @default false */
  returnIndices?: Indices;
  /** Let windows go over the edge. @default false */
  ceilMode?: boolean;
}

const maxPoolOrder = ['stride', 'padding', 'dilation', 'returnIndices', 'ceilMode'] as const;
const maxPoolSignature = signature<[kernelSize: Sizes], MaxPoolOptions>()(1, maxPoolOrder, {});
type MaxPoolArguments<Indices extends boolean> = Arguments<
  [kernelSize: Sizes],
  MaxPoolOptions<Indices>,
  typeof maxPoolOrder
>;

interface Pooling {
  plain: typeof maxPool2d;
  withIndices: typeof maxPool2dWithIndices;
}

abstract class MaxPool<Indices extends boolean> extends Module {
  readonly kernelSize: Sizes;
  readonly stride: Sizes;
  readonly padding: Sizes;
  readonly dilation: Sizes;
  readonly returnIndices: boolean;
  readonly ceilMode: boolean;
  readonly #pooling: Pooling;

  constructor(dims: number, pooling: Pooling, args: MaxPoolArguments<Indices>) {
    super();
    const layer = this.constructor.name;
    const [kernelSize, options] = maxPoolSignature.read(layer, args);
    checkSizes(layer, 'kernelSize', dims, kernelSize);
    this.kernelSize = kernelSize;
    this.stride = options.stride ?? kernelSize;
    checkSizes(layer, 'stride', dims, this.stride);
    this.padding = options.padding ?? 0;
    checkSizes(layer, 'padding', dims, this.padding, 0);
    this.dilation = options.dilation ?? 1;
    checkSizes(layer, 'dilation', dims, this.dilation);
    this.returnIndices = options.returnIndices ?? false;
    this.ceilMode = options.ceilMode ?? false;
    this.#pooling = pooling;
  }

  override forward(x: Tensor): Maxima<Indices> {
    const { kernelSize, stride, padding, dilation, ceilMode } = this;
    const pool = this.returnIndices ? this.#pooling.withIndices : this.#pooling.plain;
    return pool(x, kernelSize, stride, padding, dilation, ceilMode) as Maxima<Indices>;
  }

  override extraRepr(): string {
    const { kernelSize, stride, padding, dilation, ceilMode } = this;
    const sizes = `kernel_size=${pythonSizes(kernelSize)}, stride=${pythonSizes(stride)}, padding=${pythonSizes(padding)}`;
    return `${sizes}, dilation=${pythonSizes(dilation)}, ceil_mode=${pythonBool(ceilMode)}`;
  }
}

/** Maxima over windows of `[B, C, L]`. */
export class MaxPool1d<Indices extends boolean = false> extends MaxPool<Indices> {
  constructor(...args: MaxPoolArguments<Indices>) {
    super(1, { plain: maxPool1d, withIndices: maxPool1dWithIndices }, args);
  }
}

/** Maxima over windows of `[B, C, H, W]`. */
export class MaxPool2d<Indices extends boolean = false> extends MaxPool<Indices> {
  constructor(...args: MaxPoolArguments<Indices>) {
    super(2, { plain: maxPool2d, withIndices: maxPool2dWithIndices }, args);
  }
}

/** Maxima over windows of `[B, C, D, H, W]`. */
export class MaxPool3d<Indices extends boolean = false> extends MaxPool<Indices> {
  constructor(...args: MaxPoolArguments<Indices>) {
    super(3, { plain: maxPool3d, withIndices: maxPool3dWithIndices }, args);
  }
}

/** Options of AdaptiveMaxPool1d, AdaptiveMaxPool2d and AdaptiveMaxPool3d. */
export interface AdaptiveMaxPoolOptions<Indices extends boolean = boolean> {
  /** Give the index of each maximum too. @default false */
  returnIndices?: Indices;
}

const adaptiveOrder = ['returnIndices'] as const;
const adaptiveSignature = signature<[outputSize: AdaptiveSizes], AdaptiveMaxPoolOptions>()(
  1,
  adaptiveOrder,
  {},
);
type AdaptiveArguments<Indices extends boolean> = Arguments<
  [outputSize: AdaptiveSizes],
  AdaptiveMaxPoolOptions<Indices>,
  typeof adaptiveOrder
>;

abstract class AdaptiveMaxPool<Indices extends boolean> extends AdaptivePool {
  readonly returnIndices: boolean;

  constructor(...args: AdaptiveArguments<Indices>) {
    const [outputSize, { returnIndices = false }] = adaptiveSignature.read(new.target.name, args);
    super(outputSize);
    this.returnIndices = returnIndices;
  }
}

/** Maxima over windows that give `[B, C, outputSize]`. */
export class AdaptiveMaxPool1d<Indices extends boolean = false> extends AdaptiveMaxPool<Indices> {
  override forward(x: Tensor): Maxima<Indices> {
    const pool = this.returnIndices ? adaptiveMaxPool1dWithIndices : adaptiveMaxPool1d;
    return pool(x, this.outputSize) as Maxima<Indices>;
  }
}

/** Maxima over windows that give `[B, C, height, width]`; `null` keeps a size. */
export class AdaptiveMaxPool2d<Indices extends boolean = false> extends AdaptiveMaxPool<Indices> {
  override forward(x: Tensor): Maxima<Indices> {
    const pool = this.returnIndices ? adaptiveMaxPool2dWithIndices : adaptiveMaxPool2d;
    return pool(x, this.outputSize) as Maxima<Indices>;
  }
}

/** Maxima over windows that give `[B, C, depth, height, width]`; `null` keeps a size. */
export class AdaptiveMaxPool3d<Indices extends boolean = false> extends AdaptiveMaxPool<Indices> {
  override forward(x: Tensor): Maxima<Indices> {
    const pool = this.returnIndices ? adaptiveMaxPool3dWithIndices : adaptiveMaxPool3d;
    return pool(x, this.outputSize) as Maxima<Indices>;
  }
}
