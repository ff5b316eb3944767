/** torch.tensor() holds each number exactly, or says that the dtype cannot; expectations are what PyTorch 2.13 does. */
import * as torch from '#torch/index.js';
import { describe, expect, it } from 'vitest';

describe('values that a dtype holds', () => {
  const cases: [torch.TensorData, torch.DType, unknown][] = [
    [[123456789, 0.5], 'int64', [123456789, 0]],
    [[2n ** 63n - 1n, -1.9], 'int64', [2n ** 63n - 1n, -1]],
    [2n ** 64n - 1n, 'uint64', 2n ** 64n - 1n],
    [[true, 2], 'int32', [1, 2]],
    [[1.9, -1.9], 'int8', [1, -1]],
    [[-1, -200, 255], 'uint8', [255, 56, 255]],
    [-1, 'uint16', 65535],
    [[1e-50, NaN, 0, -0, 2n ** 63n], 'bool', [true, true, false, false, true]],
    [[1e6, Infinity, 2 ** 40], 'float16', [Infinity, Infinity, Infinity]],
    [2n ** 70n, 'float32', 2 ** 70],
    [2n ** 53n + 1n, 'float64', 2 ** 53],
    [0.1, 'float64', 0.1],
    [1000, 'float8_e4m3fn', 448],
  ];
  it.each(cases)('%o as %s', (data, dtype, expected) => {
    const tensor = torch.tensor(data, { dtype });
    expect(tensor.dtype).toBe(dtype);
    expect(tensor.tolist()).toEqual(expected);
  });

  it('keeps complex128 in double precision', () => {
    expect(torch.tensor([0.1], { dtype: 'complex128' }).toTypedArray()).toEqual(Float64Array.of(0.1, 0));
  });

  it('converts typed arrays as to() does', () => {
    expect(torch.tensor(Float64Array.of(300, 1.5), { dtype: 'uint8' }).tolist()).toEqual([44, 1]);
  });
});

describe('values that it does not', () => {
  const cases: [torch.TensorData, torch.DType | undefined, string][] = [
    [2n ** 70n, undefined, '1180591620717411303424 is not in the range of int64'],
    [2n ** 63n, 'int64', 'not in the range of int64'],
    [NaN, 'int64', 'NaN is not in the range of int64'],
    [Infinity, 'int32', 'Infinity is not in the range of int32'],
    [300, 'uint8', '300 is not in the range of uint8'],
    [255.9, 'uint8', '255.9 is not in the range of uint8'],
    [-0.5, 'uint8', '-0.5 is not in the range of uint8'],
    [-256, 'uint8', '-256 is not in the range of uint8'],
    [-129, 'int8', '-129 is not in the range of int8'],
    [2 ** 32, 'int32', 'not in the range of int32'],
    [70000, 'uint16', 'not in the range of uint16'],
    [-1, 'uint64', '-1 is not in the range of uint64'],
    [2n ** 64n, 'uint64', 'not in the range of uint64'],
    [1e20, 'int64', 'write it as a bigint'],
    [10n ** 400n, 'float64', 'beyond the range of float64'],
  ];
  it.each(cases)('%o as %s', (data, dtype, message) => {
    expect(() => torch.tensor(data, { dtype })).toThrow(message);
    expect(() => torch.tensor([0, data], { dtype })).toThrow(RangeError);
  });

  it('names what is not a number', () => {
    expect(() => torch.tensor(null as unknown as number)).toThrow(
      new TypeError('torch.tensor: expected numbers for data but received null'),
    );
    expect(() => torch.tensor([1, undefined as unknown as number])).toThrow('but received undefined');
    expect(() => torch.tensor([1], { dtype: 'int7' as torch.DType })).toThrow('int7 is not a dtype');
  });
});
