/** A tensor as bytes: what files hold, free of any engine. */
import type { DType } from '../dtype.js';

/** A whole tensor: little-endian bytes in row-major order. */
export interface RawTensor {
  dtype: DType;
  shape: number[];
  data: Uint8Array;
}

/** A tensor that is still in its file. */
export interface LazyTensor {
  dtype: DType;
  shape: number[];
  /**
   * Reads it now.
   * @param into memory to read into where it is large enough, to save an allocation; the result then lies in it
   * @throws Error of the file's reader, where the file changed or cannot be read
   */
  read(into?: Uint8Array): RawTensor;
}

const itemSizes: Record<DType, number> = {
  float32: 4,
  float64: 8,
  float16: 2,
  bfloat16: 2,
  int64: 8,
  int32: 4,
  int16: 2,
  int8: 1,
  uint8: 1,
  bool: 1,
  complex64: 8,
  complex128: 16,
  complex32: 4,
  uint16: 2,
  uint32: 4,
  uint64: 8,
  float8_e4m3fn: 1,
  float8_e5m2: 1,
};

/** Bytes of one element. */
export function itemSize(dtype: DType): number {
  return itemSizes[dtype];
}

/** Number of elements; Infinity where it is beyond exact integers. 1 for a scalar. */
export function elementCount(shape: readonly number[]): number {
  if (shape.includes(0)) return 0;
  const count = shape.reduce((product, size) => product * size, 1);
  return Number.isSafeInteger(count) ? count : Infinity;
}

/** Bytes of a tensor. */
export function byteCount(tensor: { dtype: DType; shape: readonly number[] }): number {
  return elementCount(tensor.shape) * itemSize(tensor.dtype);
}

/** Whether a value is a list of sizes: integers from 0 up, at most 64 as in PyTorch. */
export function isShape(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length <= 64 &&
    value.every((size) => Number.isSafeInteger(size) && size >= 0)
  );
}

/** The tensor itself, read now where it is still in a file. */
export function materialise(tensor: RawTensor | LazyTensor): RawTensor {
  return 'data' in tensor ? tensor : tensor.read();
}

/** The name of a tensor for messages, cut where it is long, as in a damaged file. */
export function quoted(name: string): string {
  return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}…` : name);
}

/** For messages: `float32 [2, 3]`. */
export function describeTensor(tensor: { dtype: DType; shape: readonly number[] }): string {
  return `${tensor.dtype} [${tensor.shape.join(', ')}]`;
}

/** @throws RangeError where a tensor's bytes are not those its type and shape ask for */
export function checkBytes(name: string, tensor: RawTensor): void {
  const expected = byteCount(tensor);
  if (tensor.data.byteLength !== expected) {
    throw new RangeError(
      `Tensor ${quoted(name)} (${describeTensor(tensor)}) has ${tensor.data.byteLength} bytes instead of ${expected}.`,
    );
  }
}
