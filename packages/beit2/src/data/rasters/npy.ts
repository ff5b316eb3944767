/** NumPy's `.npy` files of two or three axes as images. */
import {
  fromHalf,
  planeOf,
  RasterError,
  sampleTypes,
  swapBytes,
  type OpenedRaster,
  type SampleArray,
  type SampleType,
  type Strides,
} from './samples.js';

const types: Partial<Record<string, SampleType | 'float16'>> = {
  b1: 'uint8',
  u1: 'uint8',
  i1: 'int8',
  u2: 'uint16',
  i2: 'int16',
  u4: 'uint32',
  i4: 'int32',
  f2: 'float16',
  f4: 'float32',
  f8: 'float64',
};

interface Layout {
  bands: number;
  height: number;
  width: number;
  strides: Strides;
}

/**
 * Reads the header. Of three axes the shorter of the first and the last holds the bands (the last where they are equal).
 * @throws RasterError; RangeError where the file ends early
 */
export function openNpy(file: Uint8Array): OpenedRaster {
  const { start, descr, isFortran, shape } = readHeader(file);
  const kind = types[descr.slice(1)];
  if (kind === undefined) throw new RasterError(`it has values of NumPy's type ${descr}, which are not read`);
  const { bands, height, width, strides } = layoutOf(shape, isFortran);
  const each = kind === 'float16' ? 2 : sampleTypes[kind].array.BYTES_PER_ELEMENT;
  const count = bands * height * width;
  if (start + count * each > file.length) throw new RangeError('beyond the end of the file');
  const type = kind === 'float16' ? 'float32' : kind;
  let values: SampleArray | undefined;
  const all = (): SampleArray => {
    const bytes = file.slice(start, start + count * each); // aligned
    if (descr.startsWith('>')) swapBytes(bytes, each);
    return kind === 'float16'
      ? fromHalf(new Uint16Array(bytes.buffer, 0, count))
      : new sampleTypes[kind].array(bytes.buffer, 0, count);
  };
  return {
    width,
    height,
    type,
    bandNames: new Array<undefined>(bands).fill(undefined),
    read: (places, part) => {
      const source = (values ??= all());
      return Promise.resolve(places.map((band) => planeOf(source, type, strides, band, part)));
    },
  };
}

function readHeader(file: Uint8Array): { start: number; descr: string; isFortran: boolean; shape: number[] } {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const isLong = bytes.readUInt8(6) >= 2;
  const length = isLong ? bytes.readUInt32LE(8) : bytes.readUInt16LE(8);
  const start = (isLong ? 12 : 10) + length;
  if (start > bytes.length) throw new RangeError('beyond the end of the file');
  const text = bytes.toString('latin1', isLong ? 12 : 10, start);
  const descr = /'descr':\s*'([<>|=]\w+)'/.exec(text)?.[1];
  const order = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape':\s*\(([\d,\s]*)\)/.exec(text)?.[1];
  if (order === undefined || shape === undefined) throw new RasterError('the NumPy data are damaged');
  if (descr === undefined)
    throw new RasterError('it has values of a composed NumPy type, which are not read');
  const axes = shape.split(',').filter((part) => part.trim() !== '');
  return { start, descr, isFortran: order === 'True', shape: axes.map(Number) };
}

function layoutOf(shape: readonly number[], isFortran: boolean): Layout {
  if (shape.length < 2 || shape.length > 3 || !shape.every((count) => count > 0))
    throw new RasterError(
      `it is a NumPy array of shape (${shape.join(', ')}); images have two or three axes`,
    );
  const strides = new Array<number>(shape.length).fill(1);
  const axes = shape.map((_, axis) => axis);
  let stride = 1;
  for (const axis of isFortran ? axes : axes.toReversed()) {
    strides[axis] = stride;
    stride *= shape[axis] ?? 1;
  }
  const [a = 1, b = 1, c = 1] = shape;
  const [first = 0, second = 0, third = 0] = strides;
  if (shape.length === 2) return { bands: 1, height: a, width: b, strides: { band: 0, y: first, x: second } };
  return a < c
    ? { bands: a, height: b, width: c, strides: { band: first, y: second, x: third } }
    : { bands: c, height: a, width: b, strides: { band: third, y: first, x: second } };
}
