/** Protects: safetensors files go in and out bit for bit, and every malformed one is refused in one sentence. */
import { UserError } from '#beit2/errors.js';
import { readCheckpoint } from '#beit2/formats/checkpoint.js';
import {
  openSafetensors,
  readSafetensors,
  writeSafetensors,
  type RawTensor,
} from '#beit2/formats/safetensors.js';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-safetensors-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(header: unknown, data: Uint8Array = new Uint8Array(0)): string {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return save(Buffer.concat([length, text, data]));
}

function save(bytes: Uint8Array): string {
  const path = join(folder, 'case.safetensors');
  writeFileSync(path, bytes);
  return path;
}

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message.replaceAll(folder, '.');
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

test('what is written is read back, byte for byte, with the metadata', () => {
  const path = join(folder, 'all.safetensors');
  writeSafetensors(path, new Map(some), { format: 'pt', __proto__x: 'y' });
  const { tensors, metadata } = readSafetensors(path);
  expect(metadata).toEqual({ format: 'pt', __proto__x: 'y' });
  expect(Object.fromEntries(tensors)).toEqual(Object.fromEntries(some));
});

test('every tensor is aligned in the file', () => {
  const path = join(folder, 'aligned.safetensors');
  writeSafetensors(path, new Map(some));
  const bytes = readFileSync(path);
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

test('a tensor is read from the file only when asked for, into given memory where it fits', () => {
  const path = join(folder, 'lazy.safetensors');
  writeSafetensors(path, new Map(some));
  const weight = openSafetensors(path).tensors.get('weight');
  const memory = new Uint8Array(100);
  expect(weight?.read(memory).data.buffer).toBe(memory.buffer);
  expect(weight?.read(new Uint8Array(3)).data.length).toBe(16);
  writeFileSync(path, 'something else');
  expect(messageOf(() => weight?.read())).toBe(
    './lazy.safetensors changed while it was being read: read it again when it is complete.',
  );
});

test('a failed write leaves the old file and no temporary one', () => {
  const path = join(folder, 'kept.safetensors');
  writeSafetensors(path, new Map(some));
  const before = readFileSync(path);
  const short: RawTensor = { dtype: 'float32', shape: [2], data: new Uint8Array(4) };
  expect(messageOf(() => writeSafetensors(path, new Map([['short', short]])))).toBe(
    'Tensor short (float32 [2]) has 4 bytes instead of 8.',
  );
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([]);
});

test('a type that the format lacks is refused by name', () => {
  const tensor: RawTensor = { dtype: 'complex128', shape: [1], data: new Uint8Array(16) };
  expect(messageOf(() => writeSafetensors(join(folder, 'c'), new Map([['z', tensor]])))).toBe(
    'Tensor z is complex128, which a safetensors file cannot hold.',
  );
});

describe('malformed files', () => {
  const F32 = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };
  const eight = new Uint8Array(8);
  const bad = './case.safetensors is not a valid safetensors file: ';
  const cases: [string, () => string, string][] = [
    ['too short', () => save(new Uint8Array(5)), `${bad}it has 5 bytes, too few for a header.`],
    [
      'header longer than the file',
      () => save(Buffer.from('ffffffffffffff7f7b7d', 'hex')),
      `${bad}its header would have 9223372036854776000 bytes, but the whole file has 10.`,
    ],
    ['header is no JSON', () => file('{"a":'), `${bad}its header is not JSON.`],
    ['header is a list', () => file('[]'), `${bad}its header is not a JSON object.`],
    [
      'unknown type',
      () => file({ a: { ...F32, dtype: 'F31' } }, eight),
      `${bad}tensor a has the unknown type "F31".`,
    ],
    [
      'negative size',
      () => file({ a: { ...F32, shape: [-2] } }, eight),
      `${bad}the shape of tensor a is not a list of sizes: [-2].`,
    ],
    [
      'negative offset',
      () => file({ a: { ...F32, data_offsets: [-8, 0] } }, eight),
      `${bad}the offsets of tensor a are not two positions: [-8,0].`,
    ],
    [
      'size that overflows',
      () => file({ a: { ...F32, shape: [2 ** 40, 2 ** 40] } }, eight),
      `${bad}tensor a (float32 [1099511627776, 1099511627776]) needs Infinity bytes but its offsets give 8.`,
    ],
    [
      'wrong type for the bytes',
      () => file({ a: { ...F32, dtype: 'F64' } }, eight),
      `${bad}tensor a (float64 [2]) needs 16 bytes but its offsets give 8.`,
    ],
    [
      'truncated',
      () => file({ a: F32 }, eight.subarray(1)),
      './case.safetensors is truncated: tensor a ends at byte 8 of the data, which has 7 bytes.',
    ],
    [
      'overlap',
      () => file({ a: F32, b: { ...F32, data_offsets: [4, 12] } }, new Uint8Array(12)),
      `${bad}tensor b overlaps the one before it.`,
    ],
    [
      'gap',
      () => file({ a: F32, b: { ...F32, data_offsets: [12, 20] } }, new Uint8Array(20)),
      `${bad}there is a gap of 4 bytes before tensor b.`,
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
    ['entry is no object', () => file({ a: 3 }), `${bad}the entry of tensor a is not an object.`],
    ['missing file', () => join(folder, 'none'), 'There is no file ./none.'],
    ['folder', () => folder, '. is a folder, not a file.'],
  ];
  test.each(cases)('%s', (_, make, message) => {
    const path = make();
    expect(messageOf(() => openSafetensors(path))).toBe(message);
  });
});

describe('sharded files', () => {
  function index(weightMap: unknown): string {
    const path = join(folder, 'model.safetensors.index.json');
    writeFileSync(path, JSON.stringify({ metadata: { total_size: 1 }, weight_map: weightMap }));
    return path;
  }

  test('tensors come from the file that the index names', () => {
    writeSafetensors(join(folder, 'model-1.safetensors'), new Map(some.slice(0, 2)), { format: 'pt' });
    writeSafetensors(join(folder, 'model-2.safetensors'), new Map(some.slice(2)), { format: 'pt' });
    const path = index({
      scalar: 'model-2.safetensors',
      mask: 'model-1.safetensors',
      weight: 'model-1.safetensors',
    });
    const { tensors, meta } = readCheckpoint(path);
    expect(meta).toEqual({ format: 'pt' });
    expect([...tensors.keys()]).toEqual(['scalar', 'mask', 'weight']);
    expect(tensors.get('weight')?.read()).toEqual(some[1]?.[1]);
  });

  test('an index that names what is not there, or leaves its folder, is refused', () => {
    writeSafetensors(join(folder, 'model-1.safetensors'), new Map(some.slice(0, 1)));
    expect(messageOf(() => readCheckpoint(index({ mask: '../etc/passwd' })))).toBe(
      './model.safetensors.index.json is not a valid index: "../etc/passwd" is not the name of a file.',
    );
    expect(messageOf(() => readCheckpoint(index({ weight: 'model-1.safetensors' })))).toBe(
      './model-1.safetensors has no tensor weight, although model.safetensors.index.json lists it.',
    );
    expect(messageOf(() => readCheckpoint(index(undefined)))).toBe(
      './model.safetensors.index.json is not a valid index: it has no weight_map.',
    );
  });
});
