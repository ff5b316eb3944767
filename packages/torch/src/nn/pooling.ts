/** Pooling layers but for the maxima of max-pooling.ts. A single number stands for all spatial dimensions. */
import { avgPool1d, avgPool2d, avgPool3d } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import type { Sizes } from './checks.js';
import {
  adaptiveAvgPool1d,
  adaptiveAvgPool2d,
  adaptiveAvgPool3d,
  type AdaptiveSizes,
  lpPool1d,
  lpPool2d,
  lpPool3d,
  type LPPoolOptions,
} from './functional/pooling.js';
import { Module } from './module.js';
import { checkSizes } from './options.js';
import { pythonBool, pythonSizes } from './repr.js';
import { expectArray } from '../expect.js';

/** Options of AvgPool1d. */
export interface AvgPool1dOptions {
  /** @default the kernel size */
  stride?: Sizes | null;
  /** Zeros on every side. @default 0 */
  padding?: Sizes;
  /** Let windows go over the edge. @default false */
  ceilMode?: boolean;
  /** Whether the zeros of the padding count in the mean. @default true */
  countIncludePad?: boolean;
}

/** Options of AvgPool2d and AvgPool3d. */
export interface AvgPoolOptions extends AvgPool1dOptions {
  /** What to divide the sums by. @default the cells of the window */
  divisorOverride?: number | null;
}

const avgPool1dOrder = ['stride', 'padding', 'ceilMode', 'countIncludePad'] as const;
const avgPool1dSignature = signature<[kernelSize: Sizes], AvgPool1dOptions>()(1, avgPool1dOrder, {});
const avgPoolSignature = signature<[kernelSize: Sizes], AvgPoolOptions>()(
  1,
  [...avgPool1dOrder, 'divisorOverride'],
  {},
);

abstract class AvgPool extends Module {
  readonly kernelSize: Sizes;
  readonly stride: Sizes;
  readonly padding: Sizes;
  readonly ceilMode: boolean;
  readonly countIncludePad: boolean;

  constructor(dims: number, kernelSize: Sizes, options: AvgPool1dOptions) {
    super();
    const layer = this.constructor.name;
    const checked = (name: string, value: Sizes, least: number): Sizes => {
      const sizes = checkSizes(layer, name, dims, value, least);
      return dims === 1 ? sizes : value; // as PyTorch keeps and prints them
    };
    this.kernelSize = checked('kernelSize', kernelSize, 1);
    this.stride = checked('stride', options.stride ?? kernelSize, 1);
    this.padding = checked('padding', options.padding ?? 0, 0);
    this.ceilMode = options.ceilMode ?? false;
    this.countIncludePad = options.countIncludePad ?? true;
  }

  override extraRepr(): string {
    const { kernelSize, stride, padding } = this;
    return `kernel_size=${pythonSizes(kernelSize)}, stride=${pythonSizes(stride)}, padding=${pythonSizes(padding)}`;
  }
}

/** Means over windows of `[B, C, L]`. */
export class AvgPool1d extends AvgPool {
  constructor(...args: ArgumentsOf<typeof avgPool1dSignature>) {
    super(1, ...avgPool1dSignature.read('AvgPool1d', args));
  }

  override forward(x: Tensor): Tensor {
    const { kernelSize, stride, padding, ceilMode, countIncludePad } = this;
    return avgPool1d(x, kernelSize, stride, padding, ceilMode, countIncludePad);
  }
}

/** Means over windows of `[B, C, H, W]`. */
export class AvgPool2d extends AvgPool {
  readonly divisorOverride: number | null;

  constructor(...args: ArgumentsOf<typeof avgPoolSignature>) {
    const [kernelSize, options] = avgPoolSignature.read('AvgPool2d', args);
    super(2, kernelSize, options);
    this.divisorOverride = options.divisorOverride ?? null;
  }

  override forward(x: Tensor): Tensor {
    const { kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride } = this;
    return avgPool2d(x, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);
  }
}

/** Means over windows of `[B, C, D, H, W]`. */
export class AvgPool3d extends AvgPool {
  readonly divisorOverride: number | null;

  constructor(...args: ArgumentsOf<typeof avgPoolSignature>) {
    const [kernelSize, options] = avgPoolSignature.read('AvgPool3d', args);
    super(3, kernelSize, options);
    this.divisorOverride = options.divisorOverride ?? null;
  }

  override forward(x: Tensor): Tensor {
    const { kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride } = this;
    return avgPool3d(x, kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride);
  }
}

const lpPoolSignature = signature<[normType: number, kernelSize: Sizes], LPPoolOptions>()(
  2,
  ['stride', 'ceilMode'],
  {},
);

abstract class LPPool extends Module {
  readonly normType: number;
  readonly kernelSize: Sizes;
  readonly stride: Sizes | null;
  readonly ceilMode: boolean;

  constructor(...args: ArgumentsOf<typeof lpPoolSignature>) {
    super();
    const [normType, kernelSize, options] = lpPoolSignature.read(this.constructor.name, args);
    [this.normType, this.kernelSize] = [normType, kernelSize];
    [this.stride, this.ceilMode] = [options.stride ?? null, options.ceilMode ?? false];
  }

  override extraRepr(): string {
    const { normType, kernelSize, stride, ceilMode } = this;
    const sizes = `kernel_size=${pythonSizes(kernelSize)}, stride=${pythonSizes(stride)}`;
    return `norm_type=${normType}, ${sizes}, ceil_mode=${pythonBool(ceilMode)}`;
  }
}

/** (Σ x^normType)^(1 / normType) over windows of `[B, C, L]`. */
export class LPPool1d extends LPPool {
  override forward(x: Tensor): Tensor {
    return lpPool1d(x, this.normType, this.kernelSize, this.stride, this.ceilMode);
  }
}

/** (Σ x^normType)^(1 / normType) over windows of `[B, C, H, W]`. */
export class LPPool2d extends LPPool {
  override forward(x: Tensor): Tensor {
    return lpPool2d(x, this.normType, this.kernelSize, this.stride, this.ceilMode);
  }
}

/** (Σ x^normType)^(1 / normType) over windows of `[B, C, D, H, W]`. */
export class LPPool3d extends LPPool {
  override forward(x: Tensor): Tensor {
    return lpPool3d(x, this.normType, this.kernelSize, this.stride, this.ceilMode);
  }
}

/** A pooling to a size. */
export abstract class AdaptivePool extends Module {
  readonly outputSize: AdaptiveSizes;

  constructor(outputSize: AdaptiveSizes) {
    super();
    if (typeof outputSize !== 'number' && outputSize !== null) {
      expectArray(this.constructor.name, 'outputSize', outputSize);
    }
    this.outputSize = outputSize;
  }

  override extraRepr(): string {
    return `output_size=${pythonSizes(this.outputSize)}`;
  }
}

/** Means over windows that give `[B, C, outputSize]`. */
export class AdaptiveAvgPool1d extends AdaptivePool {
  override forward(x: Tensor): Tensor {
    return adaptiveAvgPool1d(x, this.outputSize);
  }
}

/** Means over windows that give `[B, C, height, width]`; `null` keeps a size. */
export class AdaptiveAvgPool2d extends AdaptivePool {
  override forward(x: Tensor): Tensor {
    return adaptiveAvgPool2d(x, this.outputSize);
  }
}

/** Means over windows that give `[B, C, depth, height, width]`; `null` keeps a size. */
export class AdaptiveAvgPool3d extends AdaptivePool {
  override forward(x: Tensor): Tensor {
    return adaptiveAvgPool3d(x, this.outputSize);
  }
}
