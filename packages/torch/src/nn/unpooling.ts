/** Layers that undo a max-pooling. */
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import { expandSizes, type Sizes } from './checks.js';
import { maxUnpool1d, maxUnpool2d, maxUnpool3d, type MaxUnpoolOptions } from './functional/unpooling.js';
import { Module } from './module.js';
import { checkSizes } from './options.js';
import { pythonSizes } from './repr.js';

const unpoolSignature = signature<[kernelSize: Sizes], Omit<MaxUnpoolOptions, 'outputSize'>>()(
  1,
  ['stride', 'padding'],
  {},
);

abstract class MaxUnpool extends Module {
  readonly kernelSize: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];

  constructor(dims: number, args: ArgumentsOf<typeof unpoolSignature>) {
    super();
    const layer = this.constructor.name;
    const [kernelSize, { stride, padding = 0 }] = unpoolSignature.read(layer, args);
    this.kernelSize = checkSizes(layer, 'kernelSize', dims, kernelSize);
    this.stride = checkSizes(layer, 'stride', dims, stride ?? kernelSize);
    this.padding = expandSizes(layer, 'padding', dims, padding);
  }

  override extraRepr(): string {
    const { kernelSize, stride, padding } = this;
    return `kernel_size=${pythonSizes(kernelSize)}, stride=${pythonSizes(stride)}, padding=${pythonSizes(padding)}`;
  }
}

/** Maxima of a MaxPool1d back at their places: `[B, C, l]` and their indices → `[B, C, L]`. */
export class MaxUnpool1d extends MaxUnpool {
  constructor(...args: ArgumentsOf<typeof unpoolSignature>) {
    super(1, args);
  }

  override forward(x: Tensor, indices: Tensor, outputSize: readonly number[] | null = null): Tensor {
    return maxUnpool1d(x, indices, this.kernelSize, this.stride, this.padding, outputSize);
  }
}

/** Maxima of a MaxPool2d back at their places: `[B, C, h, w]` and their indices → `[B, C, H, W]`. */
export class MaxUnpool2d extends MaxUnpool {
  constructor(...args: ArgumentsOf<typeof unpoolSignature>) {
    super(2, args);
  }

  override forward(x: Tensor, indices: Tensor, outputSize: readonly number[] | null = null): Tensor {
    return maxUnpool2d(x, indices, this.kernelSize, this.stride, this.padding, outputSize);
  }
}

/** Maxima of a MaxPool3d back at their places: `[B, C, d, h, w]` and their indices → `[B, C, D, H, W]`. */
export class MaxUnpool3d extends MaxUnpool {
  constructor(...args: ArgumentsOf<typeof unpoolSignature>) {
    super(3, args);
  }

  override forward(x: Tensor, indices: Tensor, outputSize: readonly number[] | null = null): Tensor {
    return maxUnpool3d(x, indices, this.kernelSize, this.stride, this.padding, outputSize);
  }
}
