/** Modules that change the shape alone. */
import { channelShuffle, pixelShuffle, pixelUnshuffle } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import type { Sizes } from './checks.js';
import { fold, unfold, type UnfoldOptions } from './functional/vision.js';
import { Module } from './module.js';
import { checkInteger } from './options.js';
import { pythonSizes } from './repr.js';
import { expectArray, expectTensor } from '../expect.js';

/** x itself: stands where a part is switched off. */
export class Identity extends Module {
  override forward(x: Tensor): Tensor {
    return x;
  }
}

/** Options of Flatten. */
export interface FlattenOptions {
  /** @default 1 */
  startDim?: number;
  /** @default -1 */
  endDim?: number;
}

const flattenSignature = signature<[], FlattenOptions>()(0, ['startDim', 'endDim'], {});

/** The dimensions from `startDim` to `endDim` as one: `[B, C, H, W]` → `[B, C·H·W]`. */
export class Flatten extends Module {
  readonly startDim: number;
  readonly endDim: number;

  constructor(...args: ArgumentsOf<typeof flattenSignature>) {
    super();
    const [{ startDim = 1, endDim = -1 }] = flattenSignature.read('Flatten', args);
    [this.startDim, this.endDim] = [startDim, endDim];
  }

  override forward(x: Tensor): Tensor {
    expectTensor('Flatten', 'x', x);
    return x.flatten(this.startDim, this.endDim);
  }

  override extraRepr(): string {
    return `start_dim=${this.startDim}, end_dim=${this.endDim}`;
  }
}

/** One dimension as several: `[B, 12]` with sizes 3 and 4 → `[B, 3, 4]`. */
export class Unflatten extends Module {
  readonly dim: number;
  readonly unflattenedSize: readonly number[];

  constructor(dim: number, unflattenedSize: readonly number[]) {
    super();
    expectArray('Unflatten', 'unflattenedSize', unflattenedSize);
    [this.dim, this.unflattenedSize] = [dim, [...unflattenedSize]];
  }

  override forward(x: Tensor): Tensor {
    expectTensor('Unflatten', 'x', x);
    return x.unflatten(this.dim, this.unflattenedSize);
  }

  override extraRepr(): string {
    return `dim=${this.dim}, unflattened_size=${pythonSizes(this.unflattenedSize)}`;
  }
}

/** `[…, C·r², H, W]` → `[…, C, H·r, W·r]` (Shi et al., 2016). */
export class PixelShuffle extends Module {
  readonly upscaleFactor: number;

  constructor(upscaleFactor: number) {
    super();
    this.upscaleFactor = checkInteger('PixelShuffle', 'upscaleFactor', upscaleFactor);
  }

  override forward(x: Tensor): Tensor {
    return pixelShuffle(x, this.upscaleFactor);
  }

  override extraRepr(): string {
    return `upscale_factor=${this.upscaleFactor}`;
  }
}

/** `[…, C, H·r, W·r]` → `[…, C·r², H, W]`. */
export class PixelUnshuffle extends Module {
  readonly downscaleFactor: number;

  constructor(downscaleFactor: number) {
    super();
    this.downscaleFactor = checkInteger('PixelUnshuffle', 'downscaleFactor', downscaleFactor);
  }

  override forward(x: Tensor): Tensor {
    return pixelUnshuffle(x, this.downscaleFactor);
  }

  override extraRepr(): string {
    return `downscale_factor=${this.downscaleFactor}`;
  }
}

/** The channels of `[B, C, …]` in the order that mixes groups (Zhang et al., 2018). */
export class ChannelShuffle extends Module {
  readonly groups: number;

  constructor(groups: number) {
    super();
    this.groups = checkInteger('ChannelShuffle', 'groups', groups);
  }

  override forward(x: Tensor): Tensor {
    return channelShuffle(x, this.groups);
  }

  override extraRepr(): string {
    return `groups=${this.groups}`;
  }
}

const unfoldOrder = ['dilation', 'padding', 'stride'] as const;
const unfoldSignature = signature<[kernelSize: Sizes], UnfoldOptions>()(1, unfoldOrder, {});

/** Every window of `[B, C, H, W]` as a column: `[B, C · kernel cells, windows]`. */
export class Unfold extends Module {
  readonly kernelSize: Sizes;
  readonly dilation: Sizes;
  readonly padding: Sizes;
  readonly stride: Sizes;

  constructor(...args: ArgumentsOf<typeof unfoldSignature>) {
    super();
    const [kernelSize, { dilation = 1, padding = 0, stride = 1 }] = unfoldSignature.read('Unfold', args);
    [this.kernelSize, this.dilation, this.padding, this.stride] = [kernelSize, dilation, padding, stride];
  }

  override forward(x: Tensor): Tensor {
    return unfold(x, this.kernelSize, this.dilation, this.padding, this.stride);
  }

  override extraRepr(): string {
    return windowRepr(this);
  }
}

const foldSignature = signature<[outputSize: Sizes, kernelSize: Sizes], UnfoldOptions>()(2, unfoldOrder, {});

/** The sum of windows: `[B, C · kernel cells, windows]` → `[B, C, height, width]`. */
export class Fold extends Module {
  readonly outputSize: Sizes;
  readonly kernelSize: Sizes;
  readonly dilation: Sizes;
  readonly padding: Sizes;
  readonly stride: Sizes;

  constructor(...args: ArgumentsOf<typeof foldSignature>) {
    super();
    const [outputSize, kernelSize, options] = foldSignature.read('Fold', args);
    const { dilation = 1, padding = 0, stride = 1 } = options;
    [this.outputSize, this.kernelSize] = [outputSize, kernelSize];
    [this.dilation, this.padding, this.stride] = [dilation, padding, stride];
  }

  override forward(x: Tensor): Tensor {
    return fold(x, this.outputSize, this.kernelSize, this.dilation, this.padding, this.stride);
  }

  override extraRepr(): string {
    return `output_size=${pythonSizes(this.outputSize)}, ${windowRepr(this)}`;
  }
}

function windowRepr({ kernelSize, dilation, padding, stride }: Unfold | Fold): string {
  const [kernel, between, around, step] = [kernelSize, dilation, padding, stride].map(pythonSizes);
  return `kernel_size=${kernel}, dilation=${between}, padding=${around}, stride=${step}`;
}
