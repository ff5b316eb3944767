/** Tensors of every kind that files hold, and comparing tensors to the bit: for the tests of torch.save() and torch.load(). */
import { readFileSync } from 'node:fs';

import { parseSafetensors, type SafetensorsFile } from '#torch/files/index.js';
import * as torch from '#torch/index.js';
import type { Tensor } from '#torch/index.js';
import { expect } from 'vitest';

/** Names and metadata of a file of tensors. */
export function headerOf(path: string): SafetensorsFile {
  const bytes = readFileSync(path);
  const read = (start: number, length: number) => bytes.subarray(start, start + length);
  return parseSafetensors({ path, size: bytes.length, read });
}

/** Dtype, shape and elements. */
export const bytesOf = (tensor: Tensor | undefined): unknown =>
  tensor && [tensor.dtype, tensor.shape, Buffer.from(torch.toRaw(tensor).data).toString('hex')];

export function expectSame(found: ReadonlyMap<string, Tensor>, wanted: ReadonlyMap<string, Tensor>): void {
  expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
  for (const [name, tensor] of wanted) expect(bytesOf(found.get(name)), name).toEqual(bytesOf(tensor));
}

const savedDtypes = [
  'float64',
  'float32',
  'float16',
  'bfloat16',
  'float8_e4m3fn',
  'float8_e5m2',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint64',
  'uint32',
  'uint16',
  'uint8',
  'bool',
  'complex64',
] as const;

/** One tensor of each dtype, and those that are laid out or shaped unusually. */
export function everyKind(): Map<string, Tensor> {
  const values = torch.tensor([[1.5, -0.0, NaN, Infinity, 3.25, 0]], { dtype: 'float64' });
  const whole = torch.tensor([[1, 0, 3, 100, 7, 2]]);
  const kinds = savedDtypes.map((dtype): [string, Tensor] => [
    dtype,
    (/int|bool/.test(dtype) ? whole : values).to(dtype),
  ]);
  return new Map([
    ...kinds,
    ['transposed', torch.arange(6).reshape([2, 3]).t()],
    ['expanded', torch.ones([1]).expand([2, 2])],
    ['leaf', torch.ones([2]).requiresGrad_()],
    ['scalar', torch.tensor(7)],
    ['empty', torch.zeros([0, 4])],
    ['odd name: ünï "code"\n', torch.ones([1])],
  ]);
}
