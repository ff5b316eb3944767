/** Values of floating tensors of any width as float32, and back. */
import { UserError } from '../errors.js';
import type { DType } from '@beit2/torch';
import type { RawTensor } from '@beit2/torch/safetensors';

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The value of an IEEE half. */
export function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** The IEEE half nearest to a float32 value, ties to even. */
export function numberToHalf(value: number): number {
  float[0] = value;
  const word = bits[0] ?? 0;
  const sign = (word >>> 16) & 0x8000;
  const exponent = ((word >>> 23) & 255) - 112;
  const fraction = word & 0x7fffff;
  if (exponent === 143) return sign | 0x7c00 | (fraction ? 0x200 : 0);
  if (exponent >= 31) return sign | 0x7c00;
  if (exponent < -10) return sign;
  if (exponent <= 0) return sign | roundedShift(fraction | 0x800000, 14 - exponent);
  return sign | roundedShift((exponent << 23) | fraction, 13); // a carry goes into the exponent, up to infinity
}

function roundedShift(value: number, shift: number): number {
  const kept = value >>> shift;
  const rest = value & ((1 << shift) - 1);
  const middle = 1 << (shift - 1);
  return rest > middle || (rest === middle && kept & 1) ? kept + 1 : kept;
}

function bfloatToNumber(value: number): number {
  bits[0] = value << 16;
  return float[0] ?? 0;
}

function numberToBfloat(value: number): number {
  float[0] = value;
  const word = bits[0] ?? 0;
  if (Number.isNaN(value)) return (word >>> 16) | 0x40;
  return (word + 0x7fff + ((word >>> 16) & 1)) >>> 16;
}

/** Types that `toFloat32` reads. */
export function isFloat(dtype: DType): boolean {
  return ['float32', 'float64', 'float16', 'bfloat16'].includes(dtype);
}

/** The values of a floating tensor, rounded where it is float64. */
export function toFloat32({ dtype, data }: RawTensor): Float32Array {
  const buffer = data.slice().buffer;
  switch (dtype) {
    case 'float32':
      return new Float32Array(buffer);
    case 'float64':
      return Float32Array.from(new Float64Array(buffer));
    case 'float16':
      return Float32Array.from(new Uint16Array(buffer), halfToNumber);
    case 'bfloat16':
      return Float32Array.from(new Uint16Array(buffer), bfloatToNumber);
    default:
      throw new TypeError(`expected a floating tensor but received ${dtype}`);
  }
}

/** Bytes of float32 values in a floating type, rounded to nearest even where it is narrower. */
export function fromFloat32(values: Float32Array, dtype: DType): Uint8Array {
  switch (dtype) {
    case 'float32':
      return new Uint8Array(values.slice().buffer);
    case 'float64':
      return new Uint8Array(Float64Array.from(values).buffer);
    case 'float16':
      return new Uint8Array(Uint16Array.from(values, numberToHalf).buffer);
    case 'bfloat16':
      return new Uint8Array(Uint16Array.from(values, numberToBfloat).buffer);
    default:
      throw new TypeError(`expected a floating type but received ${dtype}`);
  }
}

/** @throws UserError where a value is NaN or infinite. @param what begins the sentence */
export function checkNumbers(values: Float32Array, what: string): void {
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) {
    throw new UserError(
      `${what} contains ${Number.isNaN(wrong) ? 'NaN' : 'infinity'}: its weights are damaged, or it needs another precision.`,
    );
  }
}
