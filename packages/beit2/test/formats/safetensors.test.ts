/** Protects: safetensors files go in and out bit for bit, and what cannot be is refused in one sentence. */
import { UserError } from '#beit2/errors.js';
import { readCheckpoint } from '#beit2/formats/checkpoint.js';
import { openSafetensors, readSafetensors, writeSafetensors } from '#beit2/formats/safetensors.js';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RawTensor } from '@beit2/torch/safetensors';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-safetensors-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

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
  expect(() => writeSafetensors(path, new Map([['short', short]]))).toThrow(
    'Tensor "short" (float32 [2]) has 4 bytes instead of 8.',
  );
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([]);
});

test('what the format refuses, and what the system refuses, is for the user', () => {
  const path = join(folder, 'case.safetensors');
  writeFileSync(path, new Uint8Array(5));
  expect(messageOf(() => openSafetensors(path))).toBe(
    './case.safetensors is not a valid safetensors file: it has 5 bytes, too few for a header.',
  );
  expect(messageOf(() => openSafetensors(join(folder, 'none')))).toBe('There is no file ./none.');
  expect(messageOf(() => openSafetensors(folder))).toBe('. is a folder, not a file.');
  const tensor: RawTensor = { dtype: 'complex128', shape: [1], data: new Uint8Array(16) };
  expect(messageOf(() => writeSafetensors(join(folder, 'c'), new Map([['z', tensor]])))).toBe(
    'Tensor "z" is complex128, which a safetensors file cannot hold.',
  );
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
