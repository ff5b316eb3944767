/** Tensors from JavaScript's own values. */
import { dtypeOfArray, type Device, type DType, type TypedArray } from './dtype.js';
import { elementsOf, storedDtype } from './elements.js';
import { native } from './native.js';
import { checkOptions, type OptionNames } from './options.js';
import { Tensor } from './tensor.js';

/** A number, or arrays of numbers of equal lengths nested to any depth. */
export type TensorData = number | bigint | boolean | TypedArray | readonly TensorData[];

/** Options of tensor(). */
export interface TensorOptions {
  /** @default whole numbers: int64, other numbers: float32, booleans: bool, typed arrays: their own */
  dtype?: DType;
  /** @default 'cpu' */
  device?: Device;
  /** @default false */
  requiresGrad?: boolean;
}

/** Options of fromTypedArray(). */
export interface FromTypedArrayOptions {
  /** Reads the array's bytes as this type: `float16` or `bfloat16` for a Uint16Array, `bool` for a Uint8Array. @default the array's own */
  dtype?: DType;
  /** @default 'cpu' */
  device?: Device;
}

const tensorOptions: OptionNames<TensorOptions> = { dtype: true, device: true, requiresGrad: true };
const fromTypedArrayOptions: OptionNames<FromTypedArrayOptions> = { dtype: true, device: true };

/**
 * A tensor with a copy of the data; nested arrays give the shape.
 * @throws TypeError for ragged or cyclic arrays and values that are not numbers.
 * @throws RangeError for a number that the dtype cannot hold, as in PyTorch: 300 as uint8, NaN as int64.
 * @example torch.tensor([[1, 2], [3, 4]], { dtype: 'float32' })
 */
export function tensor(data: TensorData, options: TensorOptions = {}): Tensor {
  const { dtype, device, requiresGrad = false } = checkOptions('torch.tensor', options, tensorOptions);
  const result = ArrayBuffer.isView(data)
    ? fromTypedArray(data, [data.length], { device })
    : fromNested(data, device, dtype);
  const converted = dtype === undefined || result.dtype === dtype ? result : result.to(dtype);
  return requiresGrad ? converted.requiresGrad_() : converted;
}

/**
 * A tensor with a copy of a typed array (over a SharedArrayBuffer too).
 * @param shape Sizes whose product is the array's length.
 */
export function fromTypedArray(
  data: TypedArray,
  shape: readonly number[],
  options: FromTypedArrayOptions = {},
): Tensor {
  const { dtype = dtypeOfArray(data), device } = checkOptions(
    'fromTypedArray',
    options,
    fromTypedArrayOptions,
  );
  return new Tensor(native.fromBytes(data, shape, dtype, device));
}

function fromNested(data: TensorData, device: Device | undefined, dtype: DType | undefined): Tensor {
  const shape: number[] = [];
  const values: (number | bigint | boolean)[] = [];
  measure(data, shape, new Set());
  flatten(data, shape, 0, values);
  const stored = storedDtype(dtype ?? inferDtype(values));
  return fromTypedArray(elementsOf(values, stored), shape, { dtype: stored, device });
}

function inferDtype(values: readonly (number | bigint | boolean)[]): DType {
  if (values.length === 0) return 'float32';
  if (values.every((value) => typeof value === 'boolean')) return 'bool';
  const isWhole = values.every((value) => typeof value !== 'number' || Number.isInteger(value));
  return isWhole ? 'int64' : 'float32';
}

// The shape along the first elements; flatten() finds the rest ragged or not.
function measure(data: TensorData, shape: number[], seen: Set<unknown>): void {
  if (!isArrayLike(data)) return;
  if (seen.has(data)) throw new TypeError('the nested array contains itself');
  seen.add(data);
  if (shape.length === 64)
    throw new TypeError('arrays are nested deeper than the 64 dimensions that a tensor can have');
  shape.push(data.length);
  const first = data[0];
  if (first !== undefined) measure(first, shape, seen);
}

function flatten(
  data: TensorData,
  shape: readonly number[],
  depth: number,
  out: (number | bigint | boolean)[],
): void {
  const size = shape[depth];
  if (size === undefined) {
    if (typeof data !== 'number' && typeof data !== 'bigint' && typeof data !== 'boolean') {
      const found: unknown = data;
      const wanted = depth === 0 ? 'numbers for data' : `a number at depth ${depth} of the nested arrays`;
      const received = found === null ? 'null' : typeof found;
      throw new TypeError(`torch.tensor: expected ${wanted} but received ${received}`);
    }
    out.push(data);
    return;
  }
  if (!isArrayLike(data) || data.length !== size) {
    throw new TypeError(
      `expected arrays of equal lengths: one at depth ${depth} does not have the ${size} elements of the first`,
    );
  }
  for (let i = 0; i < size; i++) flatten(data[i] as TensorData, shape, depth + 1, out);
}

function isArrayLike(data: TensorData): data is TypedArray | readonly TensorData[] {
  return Array.isArray(data) || (ArrayBuffer.isView(data) && 'length' in data);
}
