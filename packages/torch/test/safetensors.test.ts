/** Protects: safetensors go in and out bit for bit, and every malformed file is refused in one sentence. */
import { describe, expect, test } from 'vitest';
import {
  type ByteSource,
  parseSafetensors,
  type RawTensor,
  safetensorsBytes,
  SafetensorsError,
} from '#torch/files/index.js';

function inMemory(bytes: Uint8Array): ByteSource {
  return {
    path: 'case',
    size: bytes.length,
    read: (start, length) => Uint8Array.from(bytes.subarray(start, start + length)), // slice() of a Buffer is no copy
  };
}

function file(header: unknown, data: Uint8Array = new Uint8Array(0)): Uint8Array {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, data]);
}

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(SafetensorsError);
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

const some: [string, RawTensor][] = [
  ['mask', { dtype: 'bool', shape: [3], data: Uint8Array.of(1, 0, 1) }],
  [
    'weight',
    { dtype: 'float32', shape: [2, 2], data: new Uint8Array(Float32Array.of(1, -2, NaN, 0.5).buffer) },
  ],
  ['empty', { dtype: 'float32', shape: [0, 4], data: new Uint8Array(0) }],
  ['scalar', { dtype: 'int64', shape: [], data: new Uint8Array(BigInt64Array.of(-7n).buffer) }],
  ['half', { dtype: 'bfloat16', shape: [1], data: Uint8Array.of(0x80, 0x3f) }],
];

const written = (metadata: Record<string, string> = {}): Uint8Array =>
  Buffer.concat([...safetensorsBytes(new Map(some), metadata)]);

test('what is written is read back, byte for byte, with the metadata', () => {
  const { tensors, metadata } = parseSafetensors(inMemory(written({ format: 'pt', __proto__x: 'y' })));
  expect(metadata).toEqual({ format: 'pt', __proto__x: 'y' });
  const read = [...tensors].map(([name, tensor]) => [name, tensor.read()]);
  expect(Object.fromEntries(read)).toEqual(Object.fromEntries(some));
});

test('a header whose length begins with the bytes of a zip archive is a header', () => {
  const header = Buffer.from(JSON.stringify({ __metadata__: { a: 'b' } }).padEnd(0x04034b50 % 2 ** 16));
  expect(header.length).toBe(0x4b50);
  expect(parseSafetensors(inMemory(file(header.toString()))).metadata).toEqual({ a: 'b' });
});

test('every tensor is aligned in the file', () => {
  const bytes = Buffer.from(written());
  const headerLength = Number(bytes.readBigUInt64LE());
  expect(headerLength % 8).toBe(0);
  const header = JSON.parse(bytes.toString('utf8', 8, 8 + headerLength)) as Record<
    string,
    { data_offsets: [number, number] }
  >;
  expect(Object.fromEntries(Object.entries(header).map(([name, { data_offsets: o }]) => [name, o]))).toEqual({
    scalar: [0, 8],
    weight: [8, 24],
    empty: [24, 24],
    half: [24, 26],
    mask: [26, 29],
  });
});

test('tensors that do not fit, and types that the format lacks, are refused by name', () => {
  const short: RawTensor = { dtype: 'float32', shape: [2], data: new Uint8Array(4) };
  expect(() => [...safetensorsBytes(new Map([['short', short]]))]).toThrow(
    new RangeError('Tensor "short" (float32 [2]) has 4 bytes instead of 8.'),
  );
  const complex: RawTensor = { dtype: 'complex128', shape: [1], data: new Uint8Array(16) };
  expect(messageOf(() => [...safetensorsBytes(new Map([['z', complex]]))])).toBe(
    'Tensor "z" is complex128, which a safetensors file cannot hold.',
  );
});

describe('malformed files', () => {
  const F32 = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };
  const eight = new Uint8Array(8);
  const bad = 'case is not a valid safetensors file: ';
  const cases: [string, () => Uint8Array, string][] = [
    ['too short', () => new Uint8Array(5), `${bad}it has 5 bytes, too few for a header.`],
    [
      'header longer than the file',
      () => Buffer.from('ffffffffffffff7f7b7d', 'hex'),
      `${bad}its header would have 9223372036854776000 bytes, but the whole file has 10.`,
    ],
    ['header is no JSON', () => file('{"a":'), `${bad}its header is not JSON.`],
    ['header is a list', () => file('[]'), `${bad}its header is not a JSON object.`],
    [
      'unknown type',
      () => file({ a: { ...F32, dtype: 'F31' } }, eight),
      `${bad}tensor "a" has the unknown type "F31".`,
    ],
    [
      'negative size',
      () => file({ a: { ...F32, shape: [-2] } }, eight),
      `${bad}the shape of tensor "a" is not a list of sizes: [-2].`,
    ],
    [
      'negative offset',
      () => file({ a: { ...F32, data_offsets: [-8, 0] } }, eight),
      `${bad}the offsets of tensor "a" are not two positions: [-8,0].`,
    ],
    [
      'size that overflows',
      () => file({ a: { ...F32, shape: [2 ** 40, 2 ** 40] } }, eight),
      `${bad}tensor "a" (float32 [1099511627776, 1099511627776]) needs Infinity bytes but its offsets give 8.`,
    ],
    [
      'wrong type for the bytes',
      () => file({ a: { ...F32, dtype: 'F64' } }, eight),
      `${bad}tensor "a" (float64 [2]) needs 16 bytes but its offsets give 8.`,
    ],
    [
      'truncated',
      () => file({ a: F32 }, eight.subarray(1)),
      'case is truncated: tensor "a" ends at byte 8 of the data, which has 7 bytes.',
    ],
    [
      'overlap',
      () => file({ a: F32, b: { ...F32, data_offsets: [4, 12] } }, new Uint8Array(12)),
      `${bad}tensor "b" overlaps the one before it.`,
    ],
    [
      'gap',
      () => file({ a: F32, b: { ...F32, data_offsets: [12, 20] } }, new Uint8Array(20)),
      `${bad}there is a gap of 4 bytes before tensor "b".`,
    ],
    [
      'bytes left',
      () => file({ a: F32 }, new Uint8Array(9)),
      `${bad}1 bytes after the last tensor belong to no tensor.`,
    ],
    [
      'metadata of numbers',
      () => file({ __metadata__: { a: 1 } }),
      `${bad}its __metadata__ is not an object of strings.`,
    ],
    [
      "Python's torch.save",
      () => Buffer.from('504b03040000080800000000', 'hex'),
      `${bad}it was written by Python's torch.save(); write it with safetensors.torch.save_file().`,
    ],
    [
      "Python's torch.save before 1.6",
      () => Buffer.from('80028a0a6cfc9c46f9206aa850192e', 'hex'),
      `${bad}it was written by Python's torch.save(); write it with safetensors.torch.save_file().`,
    ],
    [
      'long names',
      () => file({ ['n\n'.repeat(500)]: 3 }),
      `${bad}the entry of tensor "${'n\\n'.repeat(100)}…" is not an object.`,
    ],
    ['entry is no object', () => file({ a: 3 }), `${bad}the entry of tensor "a" is not an object.`],
  ];
  test.each(cases)('%s', (_, make, message) => {
    expect(messageOf(() => parseSafetensors(inMemory(make())))).toBe(message);
  });
});
