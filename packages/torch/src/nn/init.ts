/**
 * Filling tensors with the numbers they start from. Every function works in place and returns its tensor. Order and
 * defaults are those of PyTorch's `torch.nn.init`; options may be given by position or by name.
 */
import { tensor as makeTensor } from '../creation.js';
import { diag, empty, emptyLike, eye, linalgQr, where } from '../generated/functions.js';
import type { Generator } from '../generator.js';
import { expectTensor } from '../expect.js';
import { noGrad } from '../modes.js';
import { checkOptions, type OptionNames } from '../options.js';
import { scope } from '../scope.js';
import type { Tensor } from '../tensor.js';
import { type ArgumentsOf, signature } from './arguments.js';
import { checkChoice, checkNdim, shapeText } from './checks.js';

/** Where the random numbers come from. */
export interface RandomOptions {
  /** @default the default generator of the tensor's device */
  generator?: Generator | null;
}

const randomOptions: OptionNames<RandomOptions> = { generator: true };

/** Sets every element to `value`. */
export function constant_<T extends Tensor>(tensor: T, value: number): T {
  expectTensor('constant_', 'tensor', tensor);
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

/** The identity matrix. @throws Error unless there are 2 dimensions. */
export function eye_<T extends Tensor>(tensor: T): T {
  checkNdim('eye_', tensor, [2]);
  const [rows = 0, columns = 0] = tensor.shape;
  scope(() => noGrad(() => void tensor.copy_(eye(rows, columns))));
  return tensor;
}

/** Options of dirac_(). */
export interface DiracOptions {
  /** @default 1 */
  groups?: number;
}

const diracSignature = signature<[], DiracOptions>()(0, ['groups'], {});

/**
 * A convolution weight `[out, in, …kernel]` that passes on as many channels as it can.
 * @throws Error unless there are 3 to 5 dimensions. @throws RangeError when the groups do not divide the outputs.
 */
export function dirac_<T extends Tensor>(tensor: T, ...args: ArgumentsOf<typeof diracSignature>): T {
  const [{ groups = 1 }] = diracSignature.read('dirac_', args);
  checkNdim('dirac_', tensor, [3, 4, 5]);
  const [outputs = 0, , ...kernel] = tensor.shape;
  if (outputs % groups !== 0) {
    throw new RangeError(`dirac_: expected groups to divide the ${outputs} outputs but received ${groups}`);
  }
  const perGroup = outputs / groups;
  scope(() =>
    noGrad(() => {
      tensor.zero_();
      const middle = kernel.reduceRight(
        (cell, size, i) => cell.select(2 + i, Math.floor(size / 2)),
        tensor as Tensor,
      );
      for (let group = 0; group < groups; group++) {
        const block = middle.narrow(0, group * perGroup, perGroup); // [out / groups, in]
        block.diagonal().fill_(1);
      }
    }),
  );
  return tensor;
}

/** Options of uniform_(). */
export interface UniformOptions extends RandomOptions {
  /** @default 0 */
  a?: number;
  /** @default 1 */
  b?: number;
}

const uniformSignature = signature<[], UniformOptions>()(0, ['a', 'b', 'generator'], {});

/** Draws from the uniform distribution on [a, b). */
export function uniform_<T extends Tensor>(tensor: T, ...args: ArgumentsOf<typeof uniformSignature>): T {
  expectTensor('uniform_', 'tensor', tensor);
  const [{ a = 0, b = 1, generator }] = uniformSignature.read('uniform_', args);
  noGrad(() => void tensor.uniform_(a, b, { generator }));
  return tensor;
}

/** Options of normal_(). */
export interface NormalOptions extends RandomOptions {
  /** @default 0 */
  mean?: number;
  /** @default 1 */
  std?: number;
}

const normalSignature = signature<[], NormalOptions>()(0, ['mean', 'std', 'generator'], {});

/** Draws from the normal distribution. */
export function normal_<T extends Tensor>(tensor: T, ...args: ArgumentsOf<typeof normalSignature>): T {
  expectTensor('normal_', 'tensor', tensor);
  const [{ mean = 0, std = 1, generator }] = normalSignature.read('normal_', args);
  noGrad(() => void tensor.normal_(mean, std, { generator }));
  return tensor;
}

/** Options of truncNormal_(). */
export interface TruncNormalOptions extends NormalOptions {
  /** Smallest value, in the tensor's own units, not in standard deviations. @default -2 */
  a?: number;
  /** Largest value. @default 2 */
  b?: number;
}

const truncNormalSignature = signature<[], TruncNormalOptions>()(
  0,
  ['mean', 'std', 'a', 'b', 'generator'],
  {},
);

/**
 * Draws from the normal distribution cut to [a, b], as PyTorch 2.13 does: what falls outside is drawn again.
 * @throws RangeError unless std > 0 and a < b.
 */
export function truncNormal_<T extends Tensor>(
  tensor: T,
  ...args: ArgumentsOf<typeof truncNormalSignature>
): T {
  expectTensor('truncNormal_', 'tensor', tensor);
  const [options] = truncNormalSignature.read('truncNormal_', args);
  const { mean = 0, std = 1, a = -2, b = 2, generator } = checkTruncNormal('truncNormal_', options);
  const kept = normalCdf((b - mean) / std) - normalCdf((a - mean) / std);
  scope(() =>
    noGrad(() => {
      if (kept > 0.3) redrawOutside(tensor, { mean, std, a, b, generator });
      else drawByRejection(tensor, { mean, std, a, b, generator });
    }),
  );
  return tensor;
}

type CutNormal = Required<Omit<TruncNormalOptions, 'generator'>> & RandomOptions;

// Draws all elements anew until every one was inside once.
function redrawOutside(tensor: Tensor, { mean, std, a, b, generator }: CutNormal): void {
  // In the tensor's own dtype, which may round a bound.
  const [low, high] = [a, b].map((bound) => tensor.newFull([], bound).item()) as [number, number];
  let result: Tensor = tensor.normal_(mean, std, { generator });
  for (;;) {
    const outside = result.lt(low).logicalOr(result.gt(high));
    if (!outside.any().item()) break;
    result = where(outside, emptyLike(result).normal_(mean, std, { generator }), result);
  }
  if (!result.isSame(tensor)) tensor.copy_(result);
}

// Uniform candidates, each accepted with the density relative to its peak in [a, b].
function drawByRejection(tensor: Tensor, { mean, std, a, b, generator }: CutNormal): void {
  const mode = Math.max(a, Math.min(mean, b));
  const peak = -0.5 * ((mode - mean) / std) ** 2;
  const rejected = (candidates: Tensor): Tensor => {
    const density = candidates.clone().sub_(mean).div_(std).pow_(2).mul_(-0.5).sub_(peak);
    return emptyLike(candidates).uniform_(0, 1, { generator }).log_().gt(density);
  };
  let result: Tensor = tensor.uniform_(a, b, { generator });
  let pending = rejected(result);
  while (pending.any().item()) {
    const candidates = emptyLike(tensor).uniform_(a, b, { generator });
    result = where(pending, candidates, result);
    pending = where(pending, rejected(candidates), pending);
  }
  if (!result.isSame(tensor)) tensor.copy_(result);
}

/**
 * Draws from the normal distribution cut to [a, b] by the inverse of its cumulative distribution function: one uniform
 * number an element. This is timm's form, whose numbers it repeats for the same seed, and so BEiT's. At std 0.02 the
 * default bounds cut nothing.
 * @throws RangeError unless std > 0 and a < b.
 */
export function timmTruncNormal_<T extends Tensor>(
  tensor: T,
  ...args: ArgumentsOf<typeof truncNormalSignature>
): T {
  expectTensor('timmTruncNormal_', 'tensor', tensor);
  const [options] = truncNormalSignature.read('timmTruncNormal_', args);
  const { mean = 0, std = 1, a = -2, b = 2, generator } = checkTruncNormal('timmTruncNormal_', options);
  const low = normalCdf((a - mean) / std);
  const high = normalCdf((b - mean) / std);
  noGrad(() => {
    tensor
      .uniform_(2 * low - 1, 2 * high - 1, { generator })
      .erfinv_()
      .mul_(std * Math.sqrt(2))
      .add_(mean)
      .clamp_(a, b);
  });
  return tensor;
}

/** The truncated normal of BEiT's masked image model: mean 0, cut at one standard deviation to either side. */
export function beitTruncNormal_<T extends Tensor>(tensor: T, std: number, options: RandomOptions = {}): T {
  const { generator } = checkOptions('beitTruncNormal_', options, randomOptions);
  return timmTruncNormal_(tensor, { std, a: -std, b: std, generator });
}

function checkTruncNormal(call: string, options: TruncNormalOptions): TruncNormalOptions {
  const { std = 1, a = -2, b = 2 } = options;
  if (!(std > 0)) throw new RangeError(`${call}: expected a positive std but received ${std}`);
  if (!(a < b)) throw new RangeError(`${call}: expected a < b but received a = ${a} and b = ${b}`);
  return options;
}

/** Options of xavierUniform_() and xavierNormal_(). */
export interface XavierOptions extends RandomOptions {
  /** @default 1 */
  gain?: number;
}

const xavierSignature = signature<[], XavierOptions>()(0, ['gain', 'generator'], {});

/** Uniform on ±gain·sqrt(6 / (fan in + fan out)) (Glorot and Bengio, 2010). */
export function xavierUniform_<T extends Tensor>(tensor: T, ...args: ArgumentsOf<typeof xavierSignature>): T {
  expectTensor('xavierUniform_', 'tensor', tensor);
  const [{ gain = 1, generator }] = xavierSignature.read('xavierUniform_', args);
  const { fanIn, fanOut } = fans(tensor);
  const std = gain * Math.sqrt(2 / (fanIn + fanOut));
  const bound = Math.sqrt(3) * std;
  return uniform_(tensor, { a: -bound, b: bound, generator });
}

/** Normal with standard deviation gain·sqrt(2 / (fan in + fan out)) (Glorot and Bengio, 2010). */
export function xavierNormal_<T extends Tensor>(tensor: T, ...args: ArgumentsOf<typeof xavierSignature>): T {
  expectTensor('xavierNormal_', 'tensor', tensor);
  const [{ gain = 1, generator }] = xavierSignature.read('xavierNormal_', args);
  const { fanIn, fanOut } = fans(tensor);
  return normal_(tensor, { std: gain * Math.sqrt(2 / (fanIn + fanOut)), generator });
}

const gains = {
  linear: 1,
  conv1d: 1,
  conv2d: 1,
  conv3d: 1,
  convTranspose1d: 1,
  convTranspose2d: 1,
  convTranspose3d: 1,
  sigmoid: 1,
  tanh: 5 / 3,
  relu: Math.SQRT2,
  selu: 3 / 4,
};

/** What follows a weight, for its gain. */
export type Nonlinearity = keyof typeof gains | 'leakyRelu';

const nonlinearities = [...Object.keys(gains), 'leakyRelu'] as Nonlinearity[];

/**
 * The factor that keeps the variance through a nonlinearity.
 * @param param Negative slope of `leakyRelu`. @default 0.01
 */
export function calculateGain(nonlinearity: Nonlinearity, param: number | null = null): number {
  const known = checkChoice('calculateGain', 'nonlinearity', nonlinearities, nonlinearity);
  return known === 'leakyRelu' ? Math.sqrt(2 / (1 + (param ?? 0.01) ** 2)) : gains[known];
}

/** Options of kaimingUniform_() and kaimingNormal_(). */
export interface KaimingOptions extends RandomOptions {
  /** Negative slope of the leaky ReLU that follows; `Math.sqrt(5)` is what PyTorch's layers start from. @default 0 */
  a?: number;
  /** Whether the variance is kept forward (`fanIn`) or backward (`fanOut`). @default 'fanIn' */
  mode?: 'fanIn' | 'fanOut';
  /** @default 'leakyRelu' */
  nonlinearity?: Nonlinearity;
}

const kaimingSignature = signature<[], KaimingOptions>()(0, ['a', 'mode', 'nonlinearity', 'generator'], {});

/** Uniform on ±gain·sqrt(3 / fan), which is ±sqrt(6 / ((1 + a²)·fan in)) by default (He et al., 2015). */
export function kaimingUniform_<T extends Tensor>(
  tensor: T,
  ...args: ArgumentsOf<typeof kaimingSignature>
): T {
  expectTensor('kaimingUniform_', 'tensor', tensor);
  const [options] = kaimingSignature.read('kaimingUniform_', args);
  const bound = Math.sqrt(3) * kaimingStd('kaimingUniform_', tensor, options);
  return uniform_(tensor, { a: -bound, b: bound, generator: options.generator });
}

/** Normal with standard deviation gain / sqrt(fan), which is sqrt(2 / ((1 + a²)·fan in)) by default (He et al., 2015). */
export function kaimingNormal_<T extends Tensor>(
  tensor: T,
  ...args: ArgumentsOf<typeof kaimingSignature>
): T {
  expectTensor('kaimingNormal_', 'tensor', tensor);
  const [options] = kaimingSignature.read('kaimingNormal_', args);
  const std = kaimingStd('kaimingNormal_', tensor, options);
  return normal_(tensor, { std, generator: options.generator });
}

function kaimingStd(call: string, tensor: Tensor, options: KaimingOptions): number {
  const { a = 0, mode = 'fanIn', nonlinearity = 'leakyRelu' } = options;
  const fan = fans(tensor)[checkChoice(call, 'mode', ['fanIn', 'fanOut'] as const, mode)];
  return fan === 0 ? 0 : calculateGain(nonlinearity, a) / Math.sqrt(fan);
}

/** Options of orthogonal_(). */
export interface OrthogonalOptions extends RandomOptions {
  /** @default 1 */
  gain?: number;
}

const orthogonalSignature = signature<[], OrthogonalOptions>()(0, ['gain', 'generator'], {});

/**
 * A (semi-)orthogonal matrix of the first dimension by all others (Saxe et al., 2014), drawn evenly.
 * @throws Error for fewer than 2 dimensions.
 */
export function orthogonal_<T extends Tensor>(
  tensor: T,
  ...args: ArgumentsOf<typeof orthogonalSignature>
): T {
  expectTensor('orthogonal_', 'tensor', tensor);
  const [{ gain = 1, generator }] = orthogonalSignature.read('orthogonal_', args);
  const rows = tensor.shape[0] ?? 0;
  if (tensor.ndim < 2) {
    throw new Error(`orthogonal_: expected at least 2 dimensions but received shape ${shapeText(tensor)}`);
  }
  if (tensor.numel() === 0) return tensor;
  const columns = tensor.numel() / rows;
  scope(() =>
    noGrad(() => {
      const { dtype, device } = tensor;
      const drawn = empty([rows, columns], { dtype, device }).normal_(0, 1, { generator });
      const [q, r] = linalgQr(rows < columns ? drawn.t() : drawn);
      const even = q.mul(diag(r).sign()); // signs make the distribution even over all rotations
      tensor.view([rows, columns]).copy_(rows < columns ? even.t() : even);
      tensor.mul_(gain);
    }),
  );
  return tensor;
}

/** Inputs and outputs that one output and one input of a linear or convolution weight connect to. */
export function fans(tensor: Tensor): { fanIn: number; fanOut: number } {
  expectTensor('fans', 'tensor', tensor);
  const [outputs, inputs, ...kernel] = tensor.shape;
  if (outputs === undefined || inputs === undefined) {
    throw new Error(`expected a weight of at least 2 dimensions but received shape ${shapeText(tensor)}`);
  }
  const area = kernel.reduce((product, size) => product * size, 1);
  return { fanIn: inputs * area, fanOut: outputs * area };
}

// Cumulative distribution function of the standard normal; JavaScript has no erf of its own.
function normalCdf(x: number): number {
  return scope(
    () =>
      (1 +
        makeTensor(x / Math.SQRT2, { dtype: 'float64' })
          .erf()
          .item()) /
      2,
  );
}
