/** Reading and writing elements where the memory is not a plain array: values as PyTorch has them, or one sentence. */
import * as torch from '#torch/index.js';
import { describe, expect, it } from 'vitest';

/** A gradient that libtorch gives as zeros without memory. */
function withZeroGradient(): torch.Tensor {
  const x = torch.ones([3]).requiresGrad_();
  torch.sgn(x).sum().backward();
  return x;
}

describe('a gradient without memory', () => {
  it('reads as zeros, in every way', () => {
    const { grad } = withZeroGradient();
    expect(grad?.tolist()).toEqual([0, 0, 0]);
    expect(grad?.toTypedArray()).toEqual(new Float32Array(3));
    expect(grad?.toFloat32Array()).toEqual(new Float32Array(3));
    expect(String(grad)).toBe('tensor([0., 0., 0.])');
  });

  it('is changed in place, and the tensor keeps the change', () => {
    const x = withZeroGradient();
    x.grad?.add_(2);
    expect(x.grad?.tolist()).toEqual([2, 2, 2]);
  });

  it('reaches hooks, autograd.grad() and optimizers as zeros', () => {
    const x = torch.ones([3]).requiresGrad_();
    const seen: unknown[] = [];
    x.registerHook((gradient) => {
      seen.push(gradient.tolist());
      return undefined;
    });
    const optimizer = new torch.optim.AdamW([x], { lr: 0.5, weightDecay: 0 });
    torch.sgn(x).sum().backward();
    optimizer.step();
    expect(seen).toEqual([[0, 0, 0]]);
    expect(x.tolist()).toEqual([1, 1, 1]);
    const [gradient] = torch.autograd.grad([torch.sgn(x).sum()], [x], { createGraph: true });
    expect(gradient?.tolist()).toEqual([0, 0, 0]);
  });
});

describe('fused optimizers', () => {
  const make: [string, (params: torch.Tensor[]) => { step(): void }][] = [
    ['AdamW', (params) => new torch.optim.AdamW(params, { lr: 0.1, weightDecay: 0 })],
    ['SGD', (params) => new torch.optim.SGD(params, { lr: 0.1, momentum: 0.9 })],
  ];
  it.each(make)('%s changes a parameter with gaps, and nothing between its elements', (_, optimizer) => {
    for (const transposed of [false, true]) {
      const base = torch.zeros([3, 5]);
      const view = base.narrow(1, 0, 2);
      const param = (transposed ? view.t() : view).detach().requiresGrad_();
      const step = optimizer([param]);
      for (let i = 0; i < 2; i++) {
        param.grad = torch.ones(param.shape);
        step.step();
      }
      const expected = torch.zeros([3, 2]).requiresGrad_();
      const same = optimizer([expected]);
      for (let i = 0; i < 2; i++) {
        expected.grad = torch.ones([3, 2]);
        same.step();
      }
      expect(view.tolist()).toEqual(expected.tolist());
      expect(base.narrow(1, 2, 3).abs().sum().item()).toBe(0);
    }
  });

  it.each(make)('%s refuses a parameter whose elements share memory', (_, optimizer) => {
    const param = torch.zeros([4]).expand([200, 4]).detach().requiresGrad_();
    param.sum().backward();
    const step = optimizer([param]);
    expect(() => step.step()).toThrow('a parameter of shape [200, 4] has elements that share memory');
  });

  it('called by name refuse lists that do not lie as the parameters do', () => {
    const fused = (param: torch.Tensor, grad: torch.Tensor): unknown =>
      torch.callOperator('aten::_fused_sgd_', '', [param], [grad], [], 0, 0, 0.1, 0, false, false, true);
    expect(() => fused(torch.zeros([4]).expand([200, 4]), torch.zeros([200, 4]))).toThrow('each once');
    expect(() => fused(torch.zeros([4]), torch.zeros([2]))).toThrow('shape and the strides');
    expect(() => fused(torch.zeros([3, 2]), torch.zeros([2, 3]).t())).toThrow('shape and the strides');
    expect(() => fused(torch.zeros([2]), torch.eye(2).toSparse())).toThrow('each once');
  });
});

describe('copyFromTypedArray_() is an in-place operation', () => {
  it('refuses a leaf that requires gradients, and changes it under noGrad()', () => {
    const x = torch.tensor([1.5, 2.5]).requiresGrad_();
    expect(() => x.copyFromTypedArray_(Float32Array.of(1, 2))).toThrow('a leaf Variable that requires grad');
    torch.noGrad(() => x.copyFromTypedArray_(Float32Array.of(1, 2)));
    expect(x.tolist()).toEqual([1, 2]);
  });

  it('counts as a change of what backward() needs', () => {
    const x = torch.tensor([1.5, 2.5]);
    const w = torch.ones([2]).requiresGrad_();
    const y = x.mul(w).sum();
    const { version } = x;
    x.copyFromTypedArray_(Float32Array.of(100, 100));
    expect(x.version).toBe(version + 1);
    expect(() => y.backward()).toThrow('modified by an inplace operation');
  });

  it('writes through views that negate or conjugate', () => {
    const pairs = torch.tensor([[1, 2], [3, 4]], { dtype: 'float32' }); // prettier-ignore
    const conjugate = torch.viewAsComplex(pairs).conj();
    const imaginary = torch.imag(conjugate);
    expect(imaginary.tolist()).toEqual([-2, -4]);
    imaginary.copyFromTypedArray_(Float32Array.of(7, 8));
    expect(imaginary.tolist()).toEqual([7, 8]);
    expect(pairs.tolist()).toEqual([[1, -7], [3, -8]]); // prettier-ignore
    conjugate.copyFromTypedArray_(Float32Array.of(1, 1, 2, 2));
    expect(pairs.tolist()).toEqual([[1, -1], [2, -2]]); // prettier-ignore
    expect(conjugate.toTypedArray()).toEqual(Float32Array.of(1, 1, 2, 2));
  });

  it('takes bytes that do not begin on an element, and makes booleans of them', () => {
    const bytes = new Uint8Array(9);
    bytes.set(new Uint8Array(Float32Array.of(1, 2).buffer), 1);
    expect(torch.zeros([2]).copyFromTypedArray_(bytes.subarray(1)).tolist()).toEqual([1, 2]);
    const flags = torch.fromTypedArray(Uint8Array.of(2, 0, 255), [3], { dtype: 'bool' });
    expect(flags.toTypedArray()).toEqual(Uint8Array.of(1, 0, 1));
  });
});

describe('elements out', () => {
  it('go into shared memory that is there, in row-major order, and only where they fit', () => {
    const memory = new SharedArrayBuffer(100);
    torch.useHugePages(new Uint8Array(memory));
    const shared = new Float32Array(memory, 4, 6); // not where a vector register's worth begins
    const scalar = new Int8Array(memory, 33, 1);
    const long = new Float32Array(3_000_001); // over several threads
    const tensors = [
      torch.arange(6).float().reshape([2, 3]).t(),
      torch.zeros([0]),
      torch.tensor([-7], { dtype: 'int8' }),
      torch.arange(3_000_001).float(),
    ];
    torch.copyToTypedArrays(tensors, [shared, new Float32Array(0), scalar, long]);
    expect([...shared]).toEqual([0, 3, 1, 4, 2, 5]);
    expect([...scalar]).toEqual([-7]);
    expect(long.every((value, i) => value === i)).toBe(true);
    torch.copyToTypedArrays([], []);
    expect(() => torch.copyToTypedArrays([torch.zeros([5])], [shared])).toThrow(
      'holds 20 bytes but the data has room for 24',
    );
    expect(() => torch.copyToTypedArrays([torch.zeros([5])], [])).toThrow('1 tensors but 0 targets');
  });

  it('go into shared memory in the background, before any optimizer changes them', async () => {
    const memory = (length: number) => new Float32Array(new SharedArrayBuffer(4 * length));
    const size = 5_000_000;
    const weights = torch.ones([size]).requiresGrad_();
    const optimizer = new torch.optim.SGD([weights], { lr: 1 });
    const average = torch.ones([2, 2]).t();
    const [first, second] = [memory(size), memory(4)];
    const outcome = new Int32Array(new SharedArrayBuffer(4));
    weights.grad = torch.ones([size]);
    torch.beginCopy([weights, average], [first, second], outcome);
    optimizer.step();
    expect(outcome[0]).toBe(1);
    expect(weights.sum().item()).toBe(0);
    expect(first.every((value) => value === 1)).toBe(true);
    expect([...second]).toEqual([1, 1, 1, 1]);

    const alone = new Int32Array(new SharedArrayBuffer(4));
    torch.beginCopy([weights], [first], alone);
    while (Atomics.load(alone, 0) === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(first.every((value) => value === 0)).toBe(true);
    torch.finishCopy();
  });

  it('tell where a tensor was changed while it was copied', () => {
    const tensors = Array.from({ length: 10 }, () => torch.ones([1_000_000]));
    const targets = tensors.map(() => new Float32Array(new SharedArrayBuffer(4_000_000)));
    const outcome = new Int32Array(new SharedArrayBuffer(4));
    torch.beginCopy(tensors, targets, outcome);
    tensors.at(-1)?.add_(1); // long before its turn
    torch.finishCopy();
    expect(outcome[0]).toBe(-1);
  });

  it('go in the background into shared memory only', () => {
    const outcome = new Int32Array(new SharedArrayBuffer(4));
    const shared = new Float32Array(new SharedArrayBuffer(8));
    expect(() => torch.beginCopy([torch.zeros([2])], [new Float32Array(2)], outcome)).toThrow(
      'beginCopy: expected arrays over a SharedArrayBuffer, which other threads may write to, but received an instance of Float32Array',
    );
    expect(() => torch.beginCopy([torch.zeros([2])], [shared], new Int32Array(1))).toThrow(
      'SharedArrayBuffer',
    );
    expect(() => torch.beginCopy([torch.zeros([3])], [shared], outcome)).toThrow('room for 8');
    const bytes = new Uint8Array(new SharedArrayBuffer(5), 1);
    expect(() => torch.beginCopy([torch.zeros([2])], [shared], bytes as never)).toThrow(
      'beginCopy: expected a Int32Array for outcome',
    );
    torch.beginCopy([], [], outcome);
    expect(outcome[0]).toBe(1);
  });

  it('reads 8-bit floats by value', () => {
    for (const dtype of ['float8_e4m3fn', 'float8_e5m2'] as const) {
      expect(torch.tensor([1.5, -3], { dtype }).tolist()).toEqual([1.5, -3]);
    }
  });

  it('says in one sentence why a tensor has none', () => {
    const complex = torch.tensor([1, 2], { dtype: 'complex64' });
    expect(() => complex.tolist()).toThrow(
      'tolist: JavaScript has no complex numbers: use torch.viewAsReal()',
    );
    expect(() => complex.toFloat32Array()).toThrow('use torch.viewAsReal()');
    expect(complex.toTypedArray()).toEqual(Float32Array.of(1, 0, 2, 0));
    const cases: [torch.Tensor, string][] = [
      [torch.eye(2).toSparse(), 'layout sparse_coo has no plain elements: use toDense()'],
      [torch.eye(2).toSparseCsr(), 'layout sparse_csr has no plain elements'],
      [torch.ones([2]).toMkldnn(), 'layout mkldnn has no plain elements'],
      [torch.ones([2], { device: 'meta' }), 'on the device meta has a shape but no elements'],
    ];
    for (const [tensor, message] of cases) {
      expect(() => tensor.tolist()).toThrow(message);
      expect(() => tensor.toTypedArray()).toThrow(message);
    }
  });

  it('goes into JSON as dtype, shape and elements', () => {
    const text = JSON.stringify({ x: torch.tensor([[1, 2.5]]), n: torch.tensor([2n ** 60n]) });
    expect(JSON.parse(text)).toEqual({
      x: { dtype: 'float32', shape: [1, 2], data: [[1, 2.5]] },
      n: { dtype: 'int64', shape: [1], data: [2 ** 60] },
    });
  });

  it('can be of any length, out of a scope too', () => {
    const list = torch.scope(() => torch.zeros([130_000]).tolist());
    expect(list).toHaveLength(130_000);
    const kept = torch.scope(() => ({
      set: new Set(Array.from({ length: 130_000 }, (_, i) => i)),
      x: torch.ones([1]),
    }));
    expect(kept.x.tolist()).toEqual([1]);
    expect(torch.tensor(list as number[]).shape).toEqual([130_000]);
  });
});

describe('calls that would not end, or need memory for each of a billion views', () => {
  const third = torch.full([105], 0.3);
  const deep = torch.tensor([-1e12 + 0.5], { dtype: 'float64' });
  const cases: [string, () => unknown, string][] = [
    [
      'laguerre',
      () => torch.specialLaguerrePolynomialL(third, 2 ** 30),
      'a polynomial of this order would take more',
    ],
    [
      'hermite',
      () => torch.specialHermitePolynomialH(third, torch.full([105], 2 ** 30)),
      'a polynomial of this order',
    ],
    ['zeta', () => torch.specialZeta(torch.tensor([3], { dtype: 'float64' }), deep), 'a zeta function'],
    ['polygamma', () => torch.polygamma(3, deep), 'a zeta function'],
    ['polygamma_', () => deep.clone().polygamma_(2), 'a zeta function'],
    [
      'unbind',
      () =>
        torch
          .zeros([1])
          .expand([2 ** 40])
          .unbind(),
      'more than 1,000,000 parts',
    ],
    [
      'split',
      () =>
        torch
          .zeros([1])
          .expand([2 ** 40])
          .split(1),
      'more than 1,000,000 parts',
    ],
    [
      'chunk',
      () =>
        torch
          .zeros([1])
          .expand([2 ** 40])
          .chunk(2 ** 40),
      'more than 1,000,000 parts',
    ],
    ['tensorSplit', () => torch.zeros([1]).tensorSplit(2 ** 30), 'more than 1,000,000 parts'],
    ['hsplit', () => torch.zeros([0]).hsplit(2 ** 30), 'more than 1,000,000 parts'],
    ['binomial', () => torch.binomial(torch.tensor([NaN]), torch.tensor([0.5])), 'a count is NaN'],
    ['combinations', () => torch.combinations(torch.zeros([2]), 2 ** 40), 'at most 64 elements'],
  ];
  it.each(cases)('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });

  it('leaves the same functions as they were for what ends', () => {
    expect(torch.specialLaguerrePolynomialL(torch.tensor([0.5]), 2).item()).toBeCloseTo(0.125, 6);
    expect(torch.specialZeta(torch.tensor([2, 3]), 1).tolist()).toEqual([
      expect.closeTo(1.6449341, 5),
      expect.closeTo(1.2020569, 5),
    ]);
    expect(torch.polygamma(2, torch.tensor([1])).item()).toBeCloseTo(-2.4041138, 5);
    expect(torch.arange(7).tensorSplit(3).map((part) => part.tolist())).toEqual([[0, 1, 2], [3, 4], [5, 6]]); // prettier-ignore
  });
});
