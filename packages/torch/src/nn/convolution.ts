/** Convolution layers. */
import {
  conv1d,
  conv2d,
  conv3d,
  convTranspose1d,
  convTranspose2d,
  convTranspose3d,
  pad,
} from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import { checkChoice, shapeText, type Sizes } from './checks.js';
import { Module } from './module.js';
import {
  checkInteger,
  checkSizes,
  emptyParameter,
  type LayerOptions,
  layerOptions,
  startLikePyTorch,
} from './options.js';
import type { Parameter } from './parameter.js';
import { pythonSizes } from './repr.js';
import { expectArray, expectTensor } from '../expect.js';

const paddingModes = ['zeros', 'reflect', 'replicate', 'circular'] as const;

/** Options of a convolution; a single number stands for all spatial dimensions. */
export interface ConvOptions extends LayerOptions {
  /** @default 1 */
  stride?: Sizes;
  /** Cells added on every side: numbers, `valid` for none, `same` for a result as large as the input. @default 0 */
  padding?: Sizes | 'valid' | 'same';
  /** @default 1 */
  dilation?: Sizes;
  /** Groups of channels that do not mix; divides both channel counts. @default 1 */
  groups?: number;
  /** @default true */
  bias?: boolean;
  /** What the added cells hold. @default 'zeros' */
  paddingMode?: (typeof paddingModes)[number];
}

const convSignature = signature<[inChannels: number, outChannels: number, kernelSize: Sizes], ConvOptions>()(
  3,
  ['stride', 'padding', 'dilation', 'groups', 'bias', 'paddingMode'],
  layerOptions,
);

/** What Conv1d, Conv2d and Conv3d share. Weight and bias start uniform on ±1/sqrt(fan in). */
abstract class Conv extends Module {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[] | 'valid' | 'same';
  readonly dilation: readonly number[];
  readonly groups: number;
  readonly paddingMode: (typeof paddingModes)[number];
  /** `[out, in / groups, …kernel]` */
  weight: Parameter;
  /** `[out]` */
  bias: Parameter | null;

  constructor(dims: number, args: ArgumentsOf<typeof convSignature>) {
    super();
    const layer = this.constructor.name;
    const [inChannels, outChannels, kernelSize, options] = convSignature.read(layer, args);
    const { stride = 1, padding = 0, dilation = 1, groups = 1, bias = true, paddingMode = 'zeros' } = options;
    this.inChannels = checkInteger(layer, 'inChannels', inChannels);
    this.outChannels = checkInteger(layer, 'outChannels', outChannels);
    this.kernelSize = checkSizes(layer, 'kernelSize', dims, kernelSize);
    this.stride = checkSizes(layer, 'stride', dims, stride);
    this.padding =
      typeof padding === 'string'
        ? checkNamedPadding(layer, padding, this.stride)
        : checkSizes(layer, 'padding', dims, padding, 0);
    this.dilation = checkSizes(layer, 'dilation', dims, dilation);
    this.groups = checkGroups(layer, inChannels, outChannels, groups);
    this.paddingMode = checkChoice(layer, 'paddingMode', paddingModes, paddingMode);
    this.weight = emptyParameter([outChannels, inChannels / this.groups, ...this.kernelSize], options);
    this.bias = bias ? emptyParameter([outChannels], options) : null;
    startLikePyTorch(this.weight, this.bias, options.generator);
  }

  protected apply_(convolve: typeof conv2d, x: Tensor): Tensor {
    const { weight, bias, stride, padding, dilation, groups, paddingMode } = this;
    if (paddingMode !== 'zeros') {
      const padded = pad(x, this.#sides(), paddingMode);
      return convolve(padded, weight, bias, stride, 0, dilation, groups);
    }
    // The two calls choose different overloads.
    return typeof padding === 'string'
      ? convolve(x, weight, bias, stride, padding, dilation, groups)
      : convolve(x, weight, bias, stride, padding, dilation, groups);
  }

  // Cells before and after, last dimension first, as pad() takes them.
  #sides(): number[] {
    const { padding, kernelSize, dilation } = this;
    const sides = kernelSize.map((size, i): [number, number] => {
      if (padding === 'valid') return [0, 0];
      if (padding !== 'same') return [padding[i] ?? 0, padding[i] ?? 0];
      const total = (dilation[i] ?? 1) * (size - 1);
      return [Math.floor(total / 2), Math.ceil(total / 2)];
    });
    return sides.reverse().flat();
  }

  override extraRepr(): string {
    const parts = convRepr(this);
    const { padding, dilation } = this;
    if (typeof padding === 'string') parts.push(`padding=${padding}`);
    else if (padding.some((size) => size !== 0)) parts.push(`padding=${pythonSizes(padding)}`);
    if (dilation.some((size) => size !== 1)) parts.push(`dilation=${pythonSizes(dilation)}`);
    return [...parts, ...convReprEnd(this)].join(', ');
  }
}

/** 1-d convolution: `[B, in, L]` → `[B, out, L']`. Weight and bias start uniform on ±1/sqrt(fan in). */
export class Conv1d extends Conv {
  constructor(...args: ArgumentsOf<typeof convSignature>) {
    super(1, args);
  }

  override forward(x: Tensor): Tensor {
    return this.apply_(conv1d, x);
  }
}

/** 2-d convolution: `[B, in, H, W]` → `[B, out, H', W']`. Weight and bias start uniform on ±1/sqrt(fan in). */
export class Conv2d extends Conv {
  constructor(...args: ArgumentsOf<typeof convSignature>) {
    super(2, args);
  }

  override forward(x: Tensor): Tensor {
    return this.apply_(conv2d, x);
  }
}

/** 3-d convolution: `[B, in, D, H, W]` → `[B, out, D', H', W']`. Weight and bias start uniform on ±1/sqrt(fan in). */
export class Conv3d extends Conv {
  constructor(...args: ArgumentsOf<typeof convSignature>) {
    super(3, args);
  }

  override forward(x: Tensor): Tensor {
    return this.apply_(conv3d, x);
  }
}

/** Options of a transposed convolution; a single number stands for all spatial dimensions. */
export interface ConvTransposeOptions extends LayerOptions {
  /** @default 1 */
  stride?: Sizes;
  /** Cells left out on every side of the result. @default 0 */
  padding?: Sizes;
  /** Cells added at the end of the result, fewer than stride or dilation. @default 0 */
  outputPadding?: Sizes;
  /** Groups of channels that do not mix; divides both channel counts. @default 1 */
  groups?: number;
  /** @default true */
  bias?: boolean;
  /** @default 1 */
  dilation?: Sizes;
}

const transposeSignature = signature<
  [inChannels: number, outChannels: number, kernelSize: Sizes],
  ConvTransposeOptions
>()(3, ['stride', 'padding', 'outputPadding', 'groups', 'bias', 'dilation'], layerOptions);

/** What the transposed convolutions share: the gradient of a convolution by its input, as a layer. */
abstract class ConvTranspose extends Module {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly outputPadding: readonly number[];
  readonly dilation: readonly number[];
  readonly groups: number;
  /** `[in, out / groups, …kernel]` */
  weight: Parameter;
  /** `[out]` */
  bias: Parameter | null;

  constructor(dims: number, args: ArgumentsOf<typeof transposeSignature>) {
    super();
    const layer = this.constructor.name;
    const [inChannels, outChannels, kernelSize, options] = transposeSignature.read(layer, args);
    const { stride = 1, padding = 0, outputPadding = 0, groups = 1, bias = true, dilation = 1 } = options;
    this.inChannels = checkInteger(layer, 'inChannels', inChannels);
    this.outChannels = checkInteger(layer, 'outChannels', outChannels);
    this.kernelSize = checkSizes(layer, 'kernelSize', dims, kernelSize);
    this.stride = checkSizes(layer, 'stride', dims, stride);
    this.padding = checkSizes(layer, 'padding', dims, padding, 0);
    this.outputPadding = checkSizes(layer, 'outputPadding', dims, outputPadding, 0);
    this.dilation = checkSizes(layer, 'dilation', dims, dilation);
    this.groups = checkGroups(layer, inChannels, outChannels, groups);
    this.weight = emptyParameter([inChannels, outChannels / this.groups, ...this.kernelSize], options);
    this.bias = bias ? emptyParameter([outChannels], options) : null;
    startLikePyTorch(this.weight, this.bias, options.generator);
  }

  protected apply_(
    convolve: typeof convTranspose2d,
    x: Tensor,
    outputSize: readonly number[] | null,
  ): Tensor {
    const { weight, bias, stride, padding, groups, dilation } = this;
    const added = outputSize === null ? this.outputPadding : this.#paddingFor(x, outputSize);
    return convolve(x, weight, bias, stride, padding, added, groups, dilation);
  }

  // A stride maps several sizes to one; the padding at the end says which of them is wanted.
  #paddingFor(x: Tensor, outputSize: readonly number[]): number[] {
    const dims = this.kernelSize.length;
    expectTensor(this.constructor.name, 'x', x);
    expectArray(this.constructor.name, 'outputSize', outputSize);
    const wanted = outputSize.slice(-dims);
    const least = this.kernelSize.map((kernel, i) => {
      const [stride, padding, dilation] = [this.stride[i] ?? 1, this.padding[i] ?? 0, this.dilation[i] ?? 1];
      return ((x.shape.at(i - dims) ?? 1) - 1) * stride - 2 * padding + dilation * (kernel - 1) + 1;
    });
    const added = least.map((size, i) => (wanted[i] ?? NaN) - size);
    if (added.every((cells, i) => cells >= 0 && cells < (this.stride[i] ?? 1))) return added;
    const most = least.map((size, i) => size + (this.stride[i] ?? 1) - 1);
    throw new RangeError(
      `${this.constructor.name}: expected an outputSize from [${least.join(', ')}] to [${most.join(', ')}] ` +
        `for shape ${shapeText(x)} but received [${outputSize.join(', ')}]`,
    );
  }

  override extraRepr(): string {
    const parts = convRepr(this);
    const { padding, dilation, outputPadding } = this;
    if (padding.some((size) => size !== 0)) parts.push(`padding=${pythonSizes(padding)}`);
    if (dilation.some((size) => size !== 1)) parts.push(`dilation=${pythonSizes(dilation)}`);
    if (outputPadding.some((size) => size !== 0)) parts.push(`output_padding=${pythonSizes(outputPadding)}`);
    return [...parts, ...convReprEnd(this)].join(', ');
  }
}

/** Transposed 1-d convolution: `[B, in, L]` → `[B, out, L']`. */
export class ConvTranspose1d extends ConvTranspose {
  constructor(...args: ArgumentsOf<typeof transposeSignature>) {
    super(1, args);
  }

  /** @param outputSize Sizes of the result, where the stride leaves a choice. */
  override forward(x: Tensor, outputSize: readonly number[] | null = null): Tensor {
    return this.apply_(convTranspose1d, x, outputSize);
  }
}

/** Transposed 2-d convolution: `[B, in, H, W]` → `[B, out, H', W']`. */
export class ConvTranspose2d extends ConvTranspose {
  constructor(...args: ArgumentsOf<typeof transposeSignature>) {
    super(2, args);
  }

  /** @param outputSize Sizes of the result, where the stride leaves a choice. */
  override forward(x: Tensor, outputSize: readonly number[] | null = null): Tensor {
    return this.apply_(convTranspose2d, x, outputSize);
  }
}

/** Transposed 3-d convolution: `[B, in, D, H, W]` → `[B, out, D', H', W']`. */
export class ConvTranspose3d extends ConvTranspose {
  constructor(...args: ArgumentsOf<typeof transposeSignature>) {
    super(3, args);
  }

  /** @param outputSize Sizes of the result, where the stride leaves a choice. */
  override forward(x: Tensor, outputSize: readonly number[] | null = null): Tensor {
    return this.apply_(convTranspose3d, x, outputSize);
  }
}

function checkNamedPadding(layer: string, padding: string, stride: readonly number[]): 'valid' | 'same' {
  const named = checkChoice(layer, 'padding', ['valid', 'same'] as const, padding);
  if (named === 'same' && stride.some((step) => step !== 1)) {
    throw new RangeError(`${layer}: padding 'same' needs a stride of 1 but received [${stride.join(', ')}]`);
  }
  return named;
}

function checkGroups(layer: string, inChannels: number, outChannels: number, groups: number): number {
  checkInteger(layer, 'groups', groups);
  if (inChannels % groups === 0 && outChannels % groups === 0) return groups;
  const channels = `inChannels ${inChannels} and outChannels ${outChannels}`;
  throw new RangeError(`${layer}: expected groups to divide ${channels} but received ${groups}`);
}

function convRepr({ inChannels, outChannels, kernelSize, stride }: Conv | ConvTranspose): string[] {
  const sizes = `kernel_size=${pythonSizes(kernelSize)}, stride=${pythonSizes(stride)}`;
  return [`${inChannels}, ${outChannels}, ${sizes}`];
}

function convReprEnd(layer: Conv | ConvTranspose): string[] {
  const parts: string[] = [];
  if (layer.groups !== 1) parts.push(`groups=${layer.groups}`);
  if (layer.bias === null) parts.push('bias=False');
  if ('paddingMode' in layer && layer.paddingMode !== 'zeros')
    parts.push(`padding_mode=${layer.paddingMode}`);
  return parts;
}
