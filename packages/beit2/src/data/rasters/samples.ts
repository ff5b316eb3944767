/** Images of any bands and depth, as their files have them. */
import { halfToNumber } from '../../formats/float-values.js';
import type { Box, ImageSize } from '../pixels/pixels.js';

/** Types of a value in a file. Half precision is read as float32, which holds it exactly. */
export type SampleType = 'uint8' | 'int8' | 'uint16' | 'int16' | 'uint32' | 'int32' | 'float32' | 'float64';

export type SampleArray =
  Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** Arrays that hold each type, and the range of its values that stands for [0, 1]. */
export const sampleTypes = {
  uint8: { array: Uint8Array, range: [0, 255] },
  int8: { array: Int8Array, range: [-128, 127] },
  uint16: { array: Uint16Array, range: [0, 65_535] },
  int16: { array: Int16Array, range: [-32_768, 32_767] },
  uint32: { array: Uint32Array, range: [0, 2 ** 32 - 1] },
  int32: { array: Int32Array, range: [-(2 ** 31), 2 ** 31 - 1] },
  float32: { array: Float32Array, range: [0, 1] },
  float64: { array: Float64Array, range: [0, 1] },
} as const satisfies Record<SampleType, unknown>;

/** An image whose header is read. */
export interface OpenedRaster extends ImageSize {
  /** Of all its values. */
  type: SampleType;
  /** A name for each band, where the file gives it one. */
  bandNames: readonly (string | undefined)[];
  /**
   * Values of a part of the image, a plane row by row for each band that is asked for.
   * @param places of the bands, from 0
   */
  read(places: readonly number[], part: Box): Promise<SampleArray[]>;
}

/** Where packed values lie: value of (band, y, x) at `band * strides.band + y * strides.y + x * strides.x`. */
export interface Strides {
  band: number;
  y: number;
  x: number;
}

/** One band of a part of packed values, row by row. */
export function planeOf(
  values: SampleArray,
  type: SampleType,
  strides: Strides,
  band: number,
  { left, top, width, height }: Box,
): SampleArray {
  const plane = new sampleTypes[type].array(width * height);
  for (let y = 0, to = 0; y < height; y++) {
    let from = band * strides.band + (top + y) * strides.y + left * strides.x;
    for (let x = 0; x < width; x++, from += strides.x) plane[to++] = values[from] ?? 0;
  }
  return plane;
}

/** What is wrong with a file, as the end of "The image X cannot be read: ". */
export class RasterError extends Error {
  override readonly name = 'RasterError';
}

/** Half-precision floats as float32. */
export function fromHalf(bits: Uint16Array): Float32Array {
  return Float32Array.from(bits, halfToNumber);
}

/** Turns the bytes of each value round, in place. */
export function swapBytes(bytes: Uint8Array, each: number): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (each === 2) buffer.swap16();
  if (each === 4) buffer.swap32();
  if (each === 8) buffer.swap64();
}
