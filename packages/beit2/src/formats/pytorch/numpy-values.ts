/** NumPy scalars and arrays as they stand in pickles. */
import type { DType } from '@beit2/torch';
import { byteCount, elementCount, isShape, type LazyTensor } from '@beit2/torch/safetensors';
import { halfToNumber } from '../float-values.js';
import { Buildable, MalformedPickle, OpaqueValue, UnsupportedPickle, type PickleValue } from './pickle.js';
import { gather } from './stored-tensor.js';

const dtypes: Partial<Record<string, DType>> = {
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
  i1: 'int8',
  i2: 'int16',
  i4: 'int32',
  i8: 'int64',
  u1: 'uint8',
  u2: 'uint16',
  u4: 'uint32',
  u8: 'uint64',
  b1: 'bool',
};

/** A numpy.dtype: of little-endian numbers, or one that is not read (texts, objects, dates). */
export class NumpyDtype extends Buildable {
  /** null for one that is not read. */
  readonly dtype: DType | null;

  constructor(readonly code: PickleValue) {
    super();
    this.dtype = typeof code === 'string' ? (dtypes[code] ?? null) : null;
  }

  /** State: (version, byte order, ...). */
  override build(state: PickleValue): void {
    if (this.dtype !== null && Array.isArray(state) && state[1] === '>')
      throw new UnsupportedPickle('a big-endian NumPy value');
  }
}

/** The number or boolean of a NumPy scalar. */
export function numpyScalar(type: PickleValue, bytes: PickleValue): PickleValue {
  if (type instanceof NumpyDtype && type.dtype === null) return new OpaqueValue(`numpy.${String(type.code)}`);
  if (!(type instanceof NumpyDtype) || !(bytes instanceof Uint8Array)) {
    throw new MalformedPickle('it holds a NumPy scalar without type or bytes');
  }
  const { dtype } = type;
  if (dtype === null || bytes.length !== byteCount({ dtype, shape: [] })) {
    throw new MalformedPickle(`it holds a NumPy ${dtype} of ${bytes.length} bytes`);
  }
  return readNumber(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), dtype);
}

function readNumber(view: DataView, dtype: DType): number | bigint | boolean {
  switch (dtype) {
    case 'float64':
      return view.getFloat64(0, true);
    case 'float32':
      return view.getFloat32(0, true);
    case 'float16':
      return halfToNumber(view.getUint16(0, true));
    case 'int64':
      return narrow(view.getBigInt64(0, true));
    case 'uint64':
      return narrow(view.getBigUint64(0, true));
    case 'int32':
      return view.getInt32(0, true);
    case 'uint32':
      return view.getUint32(0, true);
    case 'int16':
      return view.getInt16(0, true);
    case 'uint16':
      return view.getUint16(0, true);
    case 'int8':
      return view.getInt8(0);
    case 'bool':
      return view.getUint8(0) !== 0;
    default:
      return view.getUint8(0);
  }
}

function narrow(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** A NumPy array: of numbers, which counts as a tensor, or of something else, which is not read. */
export class NumpyArray extends Buildable {
  private content: LazyTensor | null = {
    dtype: 'uint8',
    shape: [0],
    read: () => ({ dtype: 'uint8', shape: [0], data: new Uint8Array(0) }),
  };

  /** State: (version, shape, dtype, column order?, bytes). */
  override build(state: PickleValue): void {
    const [, shape, type, columnOrder, bytes] = Array.isArray(state) ? (state as PickleValue[]) : [];
    if (type instanceof NumpyDtype && type.dtype === null) {
      this.content = null;
      return;
    }
    if (!isShape(shape) || !(type instanceof NumpyDtype) || !(bytes instanceof Uint8Array)) {
      throw new MalformedPickle('it holds a NumPy array without shape, type or bytes');
    }
    const { dtype } = type;
    if (dtype === null || bytes.length !== byteCount({ dtype, shape })) {
      throw new MalformedPickle(`it holds a NumPy array whose ${bytes.length} bytes do not fit its shape`);
    }
    const data = columnOrder === true ? toRowOrder(bytes, shape) : bytes;
    this.content = { dtype, shape, read: () => ({ dtype, shape, data }) };
  }

  /** null for an array of something else than numbers. */
  lazy(): LazyTensor | null {
    return this.content;
  }
}

function toRowOrder(bytes: Uint8Array, shape: number[]): Uint8Array {
  const count = elementCount(shape);
  if (count === 0) return bytes;
  let step = 1;
  const strides = shape.map((size) => (step *= size) / size);
  return gather(bytes, shape, strides, bytes.length / count);
}
