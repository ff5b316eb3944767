/**
 * RandAugment (Cubuk et al. 2020) as timm's `rand-mM-mstdS-inc1` has it, which the reference fine-tunes with: some
 * operations of a fixed list, drawn with replacement, each applied with probability 0.5, its strength from a magnitude
 * with normal noise; all strengths rise with the magnitude.
 */
import * as ops from './augment-ops.js';
import type { PlanarImage } from '../pixels/pixels.js';
import type { CounterRandom } from '../random.js';

export interface RandAugmentOptions {
  /** Operations an image. */
  layers: number;
  /** Mean of the strength, in [0, 10]. */
  magnitude: number;
  /** Standard deviation of the strength. */
  noise: number;
  /** Colour, 0-255, of what a geometric operation leaves empty. */
  fill: readonly [number, number, number];
}

/** An operation with its argument drawn. */
export interface DrawnOperation {
  name: OperationName;
  argument: number;
}

export type OperationName = keyof typeof operations;

interface Operation {
  /** The argument of a strength in [0, 1]. */
  argument: (strength: number, random: CounterRandom) => number;
  apply: (image: PlanarImage, argument: number, fill: readonly number[]) => void;
}

const applyProbability = 0.5;
const none = (): number => 0;

/** Up to ±`most`, either sign. */
const signed =
  (most: number) =>
  (strength: number, random: CounterRandom): number =>
    random.next() > 0.5 ? -most * strength : most * strength;

/** A factor of a blend, away from 1 in either direction. */
const factor = (strength: number, random: CounterRandom): number =>
  Math.max(0.1, 1 + signed(0.9)(strength, random));

const operations = {
  autoContrast: { argument: none, apply: ops.autoContrast },
  equalize: { argument: none, apply: ops.equalize },
  invert: { argument: none, apply: ops.invert },
  rotate: {
    argument: signed(30),
    apply: (image, degrees, fill) => ops.affine(image, ops.rotation(image, degrees), fill),
  },
  posterize: { argument: (strength) => 4 - Math.trunc(4 * strength), apply: ops.posterize },
  solarize: { argument: (strength) => 256 - Math.min(256, Math.trunc(256 * strength)), apply: ops.solarize },
  solarizeAdd: { argument: (strength) => Math.min(128, Math.trunc(110 * strength)), apply: ops.solarizeAdd },
  color: { argument: factor, apply: ops.saturation },
  contrast: { argument: factor, apply: ops.contrast },
  brightness: { argument: factor, apply: ops.brightness },
  sharpness: { argument: factor, apply: ops.sharpness },
  shearX: {
    argument: signed(0.3),
    apply: (image, slope, fill) => ops.affine(image, [1, slope, 0, 0, 1, 0], fill),
  },
  shearY: {
    argument: signed(0.3),
    apply: (image, slope, fill) => ops.affine(image, [1, 0, 0, slope, 1, 0], fill),
  },
  translateX: {
    argument: signed(0.45),
    apply: (image, share, fill) => ops.affine(image, [1, 0, share * image.width, 0, 1, 0], fill),
  },
  translateY: {
    argument: signed(0.45),
    apply: (image, share, fill) => ops.affine(image, [1, 0, 0, 0, 1, share * image.height], fill),
  },
} satisfies Record<string, Operation>;

/** Names of all operations. */
export const operationNames = Object.keys(operations) as OperationName[];

/** Draws the operations for one image. */
export function drawRandAugment(
  random: CounterRandom,
  { layers, magnitude, noise }: Omit<RandAugmentOptions, 'fill'>,
): DrawnOperation[] {
  const drawn: DrawnOperation[] = [];
  for (let layer = 0; layer < layers; layer++) {
    const name = operationNames[random.int(operationNames.length)] ?? 'invert';
    if (random.next() > applyProbability) continue;
    const strength = Math.min(Math.max(magnitude + noise * random.normal(), 0), 10) / 10;
    const operation: Operation = operations[name];
    drawn.push({ name, argument: operation.argument(strength, random) });
  }
  return drawn;
}

/** Applies drawn operations in place. */
export function applyRandAugment(
  image: PlanarImage,
  drawn: readonly DrawnOperation[],
  fill: readonly number[],
): void {
  for (const { name, argument } of drawn) {
    const operation: Operation = operations[name];
    operation.apply(image, argument, fill);
  }
}
