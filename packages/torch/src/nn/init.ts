/** Filling tensors with the numbers they start from. Every function works in place and returns its tensor. */
import type { Generator } from '../generator.js';
import { tensor as makeTensor } from '../creation.js';
import { noGrad } from '../modes.js';
import { scope } from '../scope.js';
import { checkOptions, type OptionNames } from '../options.js';
import type { Tensor } from '../tensor.js';

/** Where the random numbers come from. */
export interface RandomOptions {
  /** @default the default generator of the tensor's device */
  generator?: Generator;
}

/** Options of uniform_(). */
export interface UniformOptions extends RandomOptions {
  /** @default 0 */
  a?: number;
  /** @default 1 */
  b?: number;
}

/** Options of normal_(). */
export interface NormalOptions extends RandomOptions {
  /** @default 0 */
  mean?: number;
  /** @default 1 */
  std?: number;
}

/** Options of xavierUniform_(). */
export interface XavierOptions extends RandomOptions {
  /** @default 1 */
  gain?: number;
}

/** Options of kaimingUniform_(). */
export interface KaimingOptions extends RandomOptions {
  /** Negative slope of the leaky ReLU that follows; `Math.sqrt(5)` is what PyTorch's layers start from. @default 0 */
  a?: number;
}

const randomOptions: OptionNames<RandomOptions> = { generator: true };
const uniformOptions: OptionNames<UniformOptions> = { a: true, b: true, generator: true };
const normalOptions: OptionNames<NormalOptions> = { mean: true, std: true, generator: true };
const xavierOptions: OptionNames<XavierOptions> = { gain: true, generator: true };
const kaimingOptions: OptionNames<KaimingOptions> = { a: true, generator: true };

/** Sets every element to `value`. */
export function constant_<T extends Tensor>(tensor: T, value: number): T {
  noGrad(() => void tensor.fill_(value));
  return tensor;
}

/** Sets every element to 0. */
export function zeros_<T extends Tensor>(tensor: T): T {
  return constant_(tensor, 0);
}

/** Sets every element to 1. */
export function ones_<T extends Tensor>(tensor: T): T {
  return constant_(tensor, 1);
}

/** Draws from the uniform distribution on [a, b). */
export function uniform_<T extends Tensor>(tensor: T, options: UniformOptions = {}): T {
  const { a = 0, b = 1, generator } = checkOptions('uniform_', options, uniformOptions);
  noGrad(() => void tensor.uniform_(a, b, { generator }));
  return tensor;
}

/** Draws from the normal distribution. */
export function normal_<T extends Tensor>(tensor: T, options: NormalOptions = {}): T {
  const { mean = 0, std = 1, generator } = checkOptions('normal_', options, normalOptions);
  noGrad(() => void tensor.normal_(mean, std, { generator }));
  return tensor;
}

/** Options of truncNormal_(). */
export interface TruncNormalOptions extends RandomOptions {
  /** @default 0 */
  mean?: number;
  /** @default 1 */
  std?: number;
  /** Smallest value, in the tensor's own units, not in standard deviations. @default -2 */
  a?: number;
  /** Largest value. @default 2 */
  b?: number;
}

const truncNormalOptions: OptionNames<TruncNormalOptions> = {
  mean: true,
  std: true,
  a: true,
  b: true,
  generator: true,
};

/**
 * Draws from the normal distribution cut to [a, b] by the inverse of its cumulative distribution function: one uniform
 * number an element. This is timm's form, whose numbers it repeats for the same seed; PyTorch 2.13 itself redraws what
 * falls outside and so takes other numbers. At std 0.02 the default bounds cut nothing.
 * @throws RangeError unless std > 0 and a < b.
 */
export function truncNormal_<T extends Tensor>(tensor: T, options: TruncNormalOptions = {}): T {
  const {
    mean = 0,
    std = 1,
    a = -2,
    b = 2,
    generator,
  } = checkOptions('truncNormal_', options, truncNormalOptions);
  if (!(std > 0)) throw new RangeError(`truncNormal_: expected a positive std but received ${std}`);
  if (!(a < b)) throw new RangeError(`truncNormal_: expected a < b but received a = ${a} and b = ${b}`);
  const low = normalCdf((a - mean) / std);
  const high = normalCdf((b - mean) / std);
  noGrad(
    () =>
      void tensor
        .uniform_(2 * low - 1, 2 * high - 1, { generator })
        .erfinv_()
        .mul_(std * Math.sqrt(2))
        .add_(mean)
        .clamp_(a, b),
  );
  return tensor;
}

/** The truncated normal of BEiT's masked image model: mean 0, cut at one standard deviation to either side. */
export function beitTruncNormal_<T extends Tensor>(tensor: T, std: number, options: RandomOptions = {}): T {
  const { generator } = checkOptions('beitTruncNormal_', options, randomOptions);
  return truncNormal_(tensor, { std, a: -std, b: std, generator });
}

/** Uniform on ±gain·sqrt(6 / (fan in + fan out)) (Glorot and Bengio, 2010). */
export function xavierUniform_<T extends Tensor>(tensor: T, options: XavierOptions = {}): T {
  const { gain = 1, generator } = checkOptions('xavierUniform_', options, xavierOptions);
  const { fanIn, fanOut } = fans(tensor);
  const std = gain * Math.sqrt(2 / (fanIn + fanOut));
  const bound = Math.sqrt(3) * std;
  return uniform_(tensor, { a: -bound, b: bound, generator });
}

/** Uniform on ±sqrt(6 / ((1 + a²)·fan in)) (He et al., 2015). */
export function kaimingUniform_<T extends Tensor>(tensor: T, options: KaimingOptions = {}): T {
  const { a = 0, generator } = checkOptions('kaimingUniform_', options, kaimingOptions);
  const std = Math.sqrt(2 / (1 + a ** 2)) / Math.sqrt(fans(tensor).fanIn);
  const bound = Math.sqrt(3) * std;
  return uniform_(tensor, { a: -bound, b: bound, generator });
}

/** Inputs and outputs that one output and one input of a linear or convolution weight connect to. */
export function fans(tensor: Tensor): { fanIn: number; fanOut: number } {
  const [outputs, inputs, ...kernel] = tensor.shape;
  if (outputs === undefined || inputs === undefined) {
    throw new Error(
      `expected a weight of at least 2 dimensions but received shape [${tensor.shape.join(', ')}]`,
    );
  }
  const area = kernel.reduce((product, size) => product * size, 1);
  return { fanIn: inputs * area, fanOut: outputs * area };
}

// Cumulative distribution function of the standard normal; JavaScript has no erf of its own.
function normalCdf(x: number): number {
  return scope(
    () =>
      (1 +
        makeTensor(x / Math.sqrt(2), { dtype: 'float64' })
          .erf()
          .item()) /
      2,
  );
}
