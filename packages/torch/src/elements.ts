/** Numbers of JavaScript as the elements of a dtype, by the rules of PyTorch: the value itself, or an error. */
import { arrayForDtype, type DType, type TypedArray } from './dtype.js';

type Value = number | bigint | boolean;

/** The dtype in which elements of `dtype` travel: the other floating point and complex types are converted by libtorch. */
export function storedDtype(dtype: DType): DType {
  if (dtype === 'complex128') return 'float64';
  return /^(b?float(16|8)|float8|complex)/.test(dtype) ? 'float32' : dtype;
}

/**
 * The values as a typed array of one of the dtypes that storedDtype() gives.
 * @throws RangeError for a value that the dtype cannot hold.
 */
export function elementsOf(values: readonly Value[], dtype: DType): TypedArray {
  switch (dtype) {
    case 'float32':
      return Float32Array.from(values, toFloat);
    case 'float64':
      return Float64Array.from(values, toFloat);
    case 'bool':
      // NaN is true, as every number but 0 is.
      return Uint8Array.from(values, (value) => (Number.isNaN(value) || Boolean(value) ? 1 : 0));
    case 'int64':
      return BigInt64Array.from(values, (value) => toWide(value, dtype));
    case 'uint64':
      return BigUint64Array.from(values, (value) => toWide(value, dtype));
    default:
      return narrow(values, dtype);
  }
}

function toFloat(value: Value): number {
  const number = Number(value);
  if (typeof value !== 'bigint' || Number.isFinite(number)) return number;
  throw new RangeError('torch.tensor: a bigint beyond the range of float64 cannot be an element');
}

const ranges: Partial<Record<DType, readonly [bigint, bigint]>> = {
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
};

function toWide(value: Value, dtype: 'int64' | 'uint64'): bigint {
  const [least, most] = ranges[dtype] ?? [0n, 0n];
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refusal(value, dtype);
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER && Number.isInteger(value)) {
      throw new RangeError(
        `torch.tensor: ${value} is beyond 2^53, where numbers are no longer exact: write it as a bigint`,
      );
    }
  }
  const whole = BigInt(typeof value === 'number' ? Math.trunc(value) : value);
  if (whole < least || whole > most) throw refusal(value, dtype);
  return whole;
}

const narrowTypes: Partial<Record<DType, readonly [least: number, most: number]>> = {
  int32: [-(2 ** 31), 2 ** 31 - 1],
  int16: [-(2 ** 15), 2 ** 15 - 1],
  int8: [-128, 127],
  uint32: [0, 2 ** 32 - 1],
  uint16: [0, 65535],
  uint8: [0, 255],
};

function narrow(values: readonly Value[], dtype: DType): TypedArray {
  const range = narrowTypes[dtype];
  if (range === undefined) throw new TypeError(`torch.tensor: ${dtype} is not a dtype`);
  const [least, most] = range;
  const elements = arrayForDtype(
    dtype,
    new ArrayBuffer(values.length * (most > 65535 ? 4 : most > 255 ? 2 : 1)),
  );
  for (const [i, value] of values.entries()) {
    const number = Number(value);
    // Negative whole numbers wrap around in unsigned types, as PyTorch has it.
    const floor = least === 0 && Number.isInteger(number) ? -most : least;
    if (!(number >= floor && number <= most)) throw refusal(value, dtype);
    elements[i] = Math.trunc(number);
  }
  return elements;
}

function refusal(value: Value, dtype: DType): RangeError {
  return new RangeError(`torch.tensor: ${value} is not in the range of ${dtype}`);
}
