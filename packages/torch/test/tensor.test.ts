/** Tensors from and to JavaScript's own values, and what a tensor says of itself. */
import * as torch from '#torch/index.js';
import { describe, expect, it } from 'vitest';

describe('typed arrays', () => {
  const arrays: [torch.DType, torch.TypedArray][] = [
    ['float32', Float32Array.of(1.5, -2, Infinity)],
    ['float64', Float64Array.of(1e300, -0.1, 0)],
    ['int8', Int8Array.of(-128, 0, 127)],
    ['uint8', Uint8Array.of(0, 7, 255)],
    ['int16', Int16Array.of(-32768, 0, 32767)],
    ['uint16', Uint16Array.of(0, 1, 65535)],
    ['int32', Int32Array.of(-(2 ** 31), 0, 2 ** 31 - 1)],
    ['uint32', Uint32Array.of(0, 1, 2 ** 32 - 1)],
    ['int64', BigInt64Array.of(-(2n ** 63n), 0n, 2n ** 63n - 1n)],
    ['uint64', BigUint64Array.of(0n, 1n, 2n ** 64n - 1n)],
  ];
  it.each(arrays)('%s there and back', (dtype, data) => {
    const tensor = torch.fromTypedArray(data, [3]);
    expect(tensor.dtype).toBe(dtype);
    expect(tensor.toTypedArray()).toEqual(data);
    expect(tensor.nbytes).toBe(data.byteLength);
  });

  it('reads 16-bit floats and booleans by their bits', () => {
    const half = torch.fromTypedArray(Uint16Array.of(0x3c00, 0xc000, 0x7c00), [3], { dtype: 'float16' });
    expect(half.tolist()).toEqual([1, -2, Infinity]);
    expect(half.toTypedArray()).toEqual(Uint16Array.of(0x3c00, 0xc000, 0x7c00));
    const brain = torch.fromTypedArray(Uint16Array.of(0x3f80, 0xc000, 0x7f80), [3], { dtype: 'bfloat16' });
    expect(brain.tolist()).toEqual([1, -2, Infinity]);
    expect(brain.toTypedArray()).toEqual(Uint16Array.of(0x3f80, 0xc000, 0x7f80));
    const mask = torch.fromTypedArray(Uint8Array.of(1, 0), [2], { dtype: 'bool' });
    expect(mask.tolist()).toEqual([true, false]);
    expect(mask.toTypedArray()).toEqual(Uint8Array.of(1, 0));
  });

  it('copies from shared memory and from a part of a buffer', () => {
    const shared = new Float32Array(new SharedArrayBuffer(16));
    shared.set([1, 2, 3, 4]);
    const tensor = torch.fromTypedArray(shared.subarray(1), [3]);
    shared.fill(0);
    expect(tensor.tolist()).toEqual([2, 3, 4]);
    tensor.copyFromTypedArray_(shared.subarray(0, 3));
    expect(tensor.tolist()).toEqual([0, 0, 0]);
  });

  it('copies out the elements of a view in its own order', () => {
    const view = torch.fromTypedArray(Float32Array.of(1, 2, 3, 4, 5, 6), [2, 3]).t();
    expect(view.isContiguous()).toBe(false);
    expect(view.toTypedArray()).toEqual(Float32Array.of(1, 4, 2, 5, 3, 6));
    view.copyFromTypedArray_(Float32Array.of(1, 2, 3, 4, 5, 6));
    expect(view.tolist()).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
  });

  it('refuses a shape that does not fit', () => {
    expect(() => torch.fromTypedArray(new Float32Array(3), [2])).toThrow(/3|12/);
    expect(() => torch.zeros([2]).copyFromTypedArray_(new Float32Array(3))).toThrow(/bytes/);
  });
});

describe('tensor()', () => {
  it('takes shape and dtype from nested arrays', () => {
    const cases: [torch.TensorData, torch.DType, number[]][] = [
      [
        [
          [1, 2],
          [3, 4],
        ],
        'int64',
        [2, 2],
      ],
      [[1, 2.5], 'float32', [2]],
      [[true, false], 'bool', [2]],
      [[1n, 2n], 'int64', [2]],
      [[], 'float32', [0]],
      [[[], []], 'float32', [2, 0]],
      [3, 'int64', []],
      [0.5, 'float32', []],
    ];
    for (const [data, dtype, shape] of cases) {
      const tensor = torch.tensor(data);
      expect([tensor.dtype, tensor.shape]).toEqual([dtype, shape]);
      expect(tensor.tolist()).toEqual(data instanceof Array ? JSON.parse(JSON.stringify(data, plain)) : data);
    }
  });

  it('refuses what is no array of numbers', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(() => torch.tensor([[1, 2], [3]])).toThrow('expected arrays of equal lengths');
    expect(() => torch.tensor(cyclic as torch.TensorData)).toThrow('the nested array contains itself');
    expect(() => torch.tensor(['1'] as unknown as torch.TensorData)).toThrow('received string');
    expect(() => torch.tensor([2 ** 60, 2 ** 60 + 256], { dtype: 'int64' })).toThrow('write it as a bigint');
  });
});

function plain(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

describe('properties', () => {
  it('says shape, strides, dtype, device and size', () => {
    const tensor = torch.zeros([2, 3], { dtype: 'float64' }).t();
    expect(tensor.shape).toEqual([3, 2]);
    expect(tensor.strides).toEqual([1, 3]);
    expect([tensor.dtype, tensor.device, tensor.ndim, tensor.numel(), tensor.nbytes]).toEqual([
      'float64',
      'cpu',
      2,
      6,
      48,
    ]);
  });

  it('gives its only element, exactly', () => {
    expect(torch.tensor([[2.5]]).item()).toBe(2.5);
    expect(torch.tensor(2n ** 60n).item()).toBe(2n ** 60n);
    expect(torch.tensor([true]).item()).toBe(1);
    expect(() => torch.zeros([2]).item()).toThrow(/2 elements/);
    expect(torch.fromTypedArray(BigInt64Array.of(5n, 2n ** 60n), [2]).tolist()).toEqual([5, 2n ** 60n]);
  });

  it('is itself when to() changes nothing, and a copy when asked', () => {
    const tensor = torch.ones([2]);
    expect(tensor.to('float32').isSame(tensor)).toBe(true);
    const copy = tensor.to({ copy: true });
    copy.zero_();
    expect(tensor.tolist()).toEqual([1, 1]);
    expect(tensor.to('float16').dtype).toBe('float16');
    expect(tensor.half().float().long().int().bool().double().dtype).toBe('float64');
    expect(() => tensor.to('nowhere' as torch.Device)).toThrow('nowhere');
  });

  it('keeps the values of large tensors across dtypes', () => {
    const tensor = torch.arange(100_000);
    expect(tensor.float().sum().item()).toBeCloseTo(4_999_950_000, -4);
    expect(tensor.sum().item()).toBe(4_999_950_000);
  });
});
