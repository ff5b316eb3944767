/** What the layers' constructors share: options and start of new parameters, checks of sizes and rates. */
import type { Device, DType } from '../dtype.js';
import { empty } from '../generated/functions.js';
import type { Generator } from '../generator.js';
import type { OptionNames } from '../options.js';
import { scope } from '../scope.js';
import { expandSizes, type Sizes } from './checks.js';
import { fans, kaimingUniform_, uniform_ } from './init.js';
import { Parameter } from './parameter.js';

/** How a layer makes its parameters. */
export interface LayerOptions {
  /** @default 'float32' */
  dtype?: DType;
  /** @default 'cpu' */
  device?: Device;
  /** Where the initial values come from. @default the default generator of the device */
  generator?: Generator;
}

/** The names of LayerOptions, which every layer with parameters takes by name. */
export const layerOptions: OptionNames<LayerOptions> = { dtype: true, device: true, generator: true };

/** The names of LayerOptions of layers that start from constants. */
export const constantOptions: OptionNames<Omit<LayerOptions, 'generator'>> = { dtype: true, device: true };

/** A parameter without values yet; the tensor it is made from is freed. */
export function emptyParameter(shape: readonly number[], { dtype, device }: LayerOptions): Parameter {
  return scope(() => new Parameter(empty(shape, { dtype, device })));
}

/** PyTorch's start for linear and convolution layers: weight first, then bias, both uniform on ±1/sqrt(fan in). */
export function startLikePyTorch(
  weight: Parameter,
  bias: Parameter | null,
  generator: LayerOptions['generator'],
): void {
  kaimingUniform_(weight, { a: Math.sqrt(5), generator });
  if (bias === null) return;
  const { fanIn } = fans(weight);
  const bound = fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0;
  uniform_(bias, { a: -bound, b: bound, generator });
}

/** `value` when it is a whole number of at least `least`. @throws RangeError otherwise. */
export function checkInteger(layer: string, name: string, value: number, least = 1): number {
  if (Number.isInteger(value) && value >= least) return value;
  throw new RangeError(
    `${layer}: expected an integer of at least ${least} for ${name} but received ${value}`,
  );
}

/** `value` when it is a probability. @throws RangeError otherwise. */
export function checkProbability(layer: string, name: string, value: number): number {
  if (value >= 0 && value <= 1) return value;
  throw new RangeError(`${layer}: expected a probability in [0, 1] for ${name} but received ${value}`);
}

/** One size for each of `dims` dimensions, from one for all or from that. @throws RangeError for anything else. */
export function checkSizes(layer: string, name: string, dims: number, value: Sizes, least = 1): number[] {
  return expandSizes(layer, name, dims, value).map((size) => checkInteger(layer, name, size, least));
}

/** `value` when it can be added to a variance. @throws RangeError otherwise. */
export function checkEps(layer: string, eps: number): number {
  if (eps >= 0 && Number.isFinite(eps)) return eps;
  throw new RangeError(`${layer}: expected a finite number of at least 0 for eps but received ${eps}`);
}
