/** What the layers' constructors share: options and start of new parameters, checks of sizes and rates. */
import type { Device, DType } from '../dtype.js';
import { empty } from '../generated/functions.js';
import type { Generator } from '../generator.js';
import type { OptionNames } from '../options.js';
import { scope } from '../scope.js';
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

/** Names of the options that layers share, for checkOptions(). */
export const layerOptions: OptionNames<LayerOptions> = { dtype: true, device: true, generator: true };

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
  const bound = 1 / Math.sqrt(fans(weight).fanIn);
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

/** One size for height and width, or both. @throws RangeError for anything else. */
export function checkPair(
  layer: string,
  name: string,
  value: number | readonly number[],
  least = 1,
): [number, number] {
  const [height, width, ...rest] = typeof value === 'number' ? [value, value] : value;
  if (height === undefined || width === undefined || rest.length > 0) {
    throw new RangeError(
      `${layer}: expected one or two integers for ${name} but received [${String(value)}]`,
    );
  }
  return [checkInteger(layer, name, height, least), checkInteger(layer, name, width, least)];
}
