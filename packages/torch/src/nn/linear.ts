/** Linear layers. */
import { bilinear } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import { linear } from './functional/linear.js';
import { uniform_ } from './init.js';
import { Module } from './module.js';
import {
  checkInteger,
  emptyParameter,
  type LayerOptions,
  layerOptions,
  startLikePyTorch,
} from './options.js';
import type { Parameter } from './parameter.js';
import { pythonBool } from './repr.js';

/** Options of Linear and Bilinear. */
export interface LinearOptions extends LayerOptions {
  /** @default true */
  bias?: boolean;
}

const linearSignature = signature<[inFeatures: number, outFeatures: number], LinearOptions>()(
  2,
  ['bias'],
  layerOptions,
);

/** y = x·Wᵀ + b on the last dimension: `[…, in]` → `[…, out]`. Both start uniform on ±1/sqrt(in). */
export class Linear extends Module {
  readonly inFeatures: number;
  readonly outFeatures: number;
  /** `[out, in]` */
  weight: Parameter;
  /** `[out]` */
  bias: Parameter | null;

  constructor(...args: ArgumentsOf<typeof linearSignature>) {
    super();
    const [inFeatures, outFeatures, options] = linearSignature.read('Linear', args);
    this.inFeatures = checkInteger('Linear', 'inFeatures', inFeatures);
    this.outFeatures = checkInteger('Linear', 'outFeatures', outFeatures);
    this.weight = emptyParameter([outFeatures, inFeatures], options);
    this.bias = (options.bias ?? true) ? emptyParameter([outFeatures], options) : null;
    startLikePyTorch(this.weight, this.bias, options.generator);
  }

  override forward(x: Tensor): Tensor {
    return linear(x, this.weight, this.bias);
  }

  override extraRepr(): string {
    const sizes = `in_features=${this.inFeatures}, out_features=${this.outFeatures}`;
    return `${sizes}, bias=${pythonBool(this.bias !== null)}`;
  }
}

const bilinearSignature = signature<
  [in1Features: number, in2Features: number, outFeatures: number],
  LinearOptions
>()(3, ['bias'], layerOptions);

/** y = x₁ᵀ·W·x₂ + b: `[…, in1]`, `[…, in2]` → `[…, out]`. Both start uniform on ±1/sqrt(in1). */
export class Bilinear extends Module {
  readonly in1Features: number;
  readonly in2Features: number;
  readonly outFeatures: number;
  /** `[out, in1, in2]` */
  weight: Parameter;
  /** `[out]` */
  bias: Parameter | null;

  constructor(...args: ArgumentsOf<typeof bilinearSignature>) {
    super();
    const [in1Features, in2Features, outFeatures, options] = bilinearSignature.read('Bilinear', args);
    this.in1Features = checkInteger('Bilinear', 'in1Features', in1Features);
    this.in2Features = checkInteger('Bilinear', 'in2Features', in2Features);
    this.outFeatures = checkInteger('Bilinear', 'outFeatures', outFeatures);
    this.weight = emptyParameter([outFeatures, in1Features, in2Features], options);
    this.bias = (options.bias ?? true) ? emptyParameter([outFeatures], options) : null;
    const bound = 1 / Math.sqrt(in1Features);
    const { generator } = options;
    for (const parameter of [this.weight, this.bias]) {
      if (parameter !== null) uniform_(parameter, { a: -bound, b: bound, generator });
    }
  }

  override forward(x1: Tensor, x2: Tensor): Tensor {
    return bilinear(x1, x2, this.weight, this.bias);
  }

  override extraRepr(): string {
    const sizes = `in1_features=${this.in1Features}, in2_features=${this.in2Features}`;
    return `${sizes}, out_features=${this.outFeatures}, bias=${pythonBool(this.bias !== null)}`;
  }
}
