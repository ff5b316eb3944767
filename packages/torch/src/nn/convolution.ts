/** Convolution layers. */
import { conv2d } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { checkOptions, type OptionNames } from '../options.js';
import { Module } from './module.js';
import {
  checkInteger,
  checkPair,
  emptyParameter,
  type LayerOptions,
  layerOptions,
  startLikePyTorch,
} from './options.js';
import type { Parameter } from './parameter.js';

/** Options of Conv2d; a single number stands for height and width. */
export interface Conv2dOptions extends LayerOptions {
  /** @default 1 */
  stride?: number | readonly [number, number];
  /** Zeros added on every side. @default 0 */
  padding?: number | readonly [number, number];
  /** @default 1 */
  dilation?: number | readonly [number, number];
  /** Groups of channels that do not mix; divides both channel counts. @default 1 */
  groups?: number;
  /** @default true */
  bias?: boolean;
}

const conv2dOptions: OptionNames<Conv2dOptions> = {
  stride: true,
  padding: true,
  dilation: true,
  groups: true,
  bias: true,
  ...layerOptions,
};

/** 2-d convolution: `[B, in, H, W]` → `[B, out, H', W']`. Weight and bias start uniform on ±1/sqrt(fan in). */
export class Conv2d extends Module {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly groups: number;
  /** `[out, in / groups, kernel height, kernel width]` */
  weight: Parameter;
  /** `[out]` */
  bias: Parameter | null;

  /** @param kernelSize One number for a square kernel, or height and width. */
  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: number | readonly [number, number],
    options: Conv2dOptions = {},
  ) {
    super();
    const { bias = true, dtype, device, generator } = checkOptions('Conv2d', options, conv2dOptions);
    this.inChannels = checkInteger('Conv2d', 'inChannels', inChannels);
    this.outChannels = checkInteger('Conv2d', 'outChannels', outChannels);
    this.kernelSize = checkPair('Conv2d', 'kernelSize', kernelSize);
    this.stride = checkPair('Conv2d', 'stride', options.stride ?? 1);
    this.padding = checkPair('Conv2d', 'padding', options.padding ?? 0, 0);
    this.dilation = checkPair('Conv2d', 'dilation', options.dilation ?? 1);
    this.groups = checkInteger('Conv2d', 'groups', options.groups ?? 1);
    if (inChannels % this.groups !== 0 || outChannels % this.groups !== 0) {
      const channels = `inChannels ${inChannels} and outChannels ${outChannels}`;
      throw new RangeError(`Conv2d: expected groups to divide ${channels} but received ${this.groups}`);
    }
    const shape = [outChannels, inChannels / this.groups, ...this.kernelSize];
    this.weight = emptyParameter(shape, { dtype, device });
    this.bias = bias ? emptyParameter([outChannels], { dtype, device }) : null;
    startLikePyTorch(this.weight, this.bias, generator);
  }

  override forward(x: Tensor): Tensor {
    const { weight, bias, stride, padding, dilation, groups } = this;
    return conv2d(x, weight, bias, stride, padding, dilation, groups);
  }

  override extraRepr(): string {
    const pair = (sizes: readonly number[]): string => `(${sizes.join(', ')})`;
    const parts = [
      String(this.inChannels),
      String(this.outChannels),
      `kernel_size=${pair(this.kernelSize)}`,
      `stride=${pair(this.stride)}`,
    ];
    if (this.padding.some((size) => size !== 0)) parts.push(`padding=${pair(this.padding)}`);
    if (this.dilation.some((size) => size !== 1)) parts.push(`dilation=${pair(this.dilation)}`);
    if (this.groups !== 1) parts.push(`groups=${this.groups}`);
    if (this.bias === null) parts.push('bias=False');
    return parts.join(', ');
  }
}
