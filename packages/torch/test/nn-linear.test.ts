/** The linear map, alone and with a GELU after it, against the operators that they stand for. */
import * as torch from '#torch/index.js';
import type { Tensor } from '#torch/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const { functional: F } = torch.nn;
const threads = torch.getNumThreads();
type Linear = (x: Tensor, w: Tensor, b: Tensor) => Tensor;

const choice = torch.chosenProducts();

beforeEach(() => torch.manualSeed(0));
afterEach(() => {
  torch.setNumThreads(threads);
  torch.chooseProducts(choice);
});

/** Output, and the gradients of x, w and b, in float32. */
function run(call: Linear, inputs: readonly Tensor[]): Tensor[] {
  const [x, w, b] = inputs.map((input) => input.clone().requiresGrad_()) as [Tensor, Tensor, Tensor];
  const y = call(x, w, b);
  torch.manualSeed(1);
  y.backward(torch.randn(y.shape).to({ dtype: y.dtype }));
  return [y.detach(), ...[x, w, b].map(({ grad }) => grad ?? torch.zeros([]))].map((tensor) =>
    tensor.float(),
  );
}

const distance = (got: Tensor, want?: Tensor): number =>
  got
    .sub(want ?? 0)
    .norm()
    .item();

const operators: [name: string, call: Linear, plain: Linear][] = [
  ['linear', F.linear, (x, w, b) => torch.linear(x, w, b)],
  ['linearGelu', F.linearGelu, (x, w, b) => torch.gelu(torch.linear(x, w, b))],
];

describe.each(operators)('%s()', (_, call, plain) => {
  const shapes: [number[], number, number][] = [
    [[64, 65], 192, 768],
    [[4, 197], 768, 64],
    [[9, 59], 259, 35],
    [[3], 5, 7],
    [[], 5, 7],
    [[2, 0], 4, 3],
  ];
  const made = (shape: number[], from: number, to: number) => [
    torch.randn([...shape, from]),
    torch.randn([to, from]),
    torch.randn([to]),
  ];

  test.each(shapes)('of %j vectors from %i to %i numbers: values and gradients', (shape, from, to) => {
    const inputs = made(shape, from, to);
    const want = run(
      plain,
      inputs.map((input) => input.double()),
    );
    for (const [count, library] of [
      [1, 'beit2'],
      [2, 'beit2'],
      [2, 'aten'],
      [2, 'onednn'],
    ] as const) {
      torch.setNumThreads(count);
      const { attention } = choice;
      torch.chooseProducts({ output: library, inputGradient: library, weightGradient: library, attention });
      for (const [i, got] of run(call, inputs).entries()) {
        expect(got.shape).toEqual(want[i]?.shape);
        expect(distance(got, want[i])).toBeLessThanOrEqual(2e-6 * (want[i]?.norm().item() ?? 0));
      }
    }
  });

  test.each(shapes)(
    'of %j vectors from %i to %i numbers under bfloat16 autocast: as near to float32 as the operators',
    (shape, from, to) => {
      const inputs = made(shape, from, to);
      const exact = run(plain, inputs);
      const half =
        (body: Linear): Linear =>
        (...all) =>
          torch.autocast({ dtype: 'bfloat16' }, () => body(...all));
      const composed = run(half(plain), inputs);
      for (const [i, got] of run(half(call), inputs).entries()) {
        expect(got.shape).toEqual(exact[i]?.shape);
        const error = composed[i] ? distance(composed[i], exact[i]) : 0;
        expect(distance(got, exact[i])).toBeLessThanOrEqual(1.1 * error + 1e-6);
      }
    },
  );

  test('has gradients of gradients', () => {
    const [x, w, b] = [torch.randn([3, 5]), torch.randn([4, 5]), torch.randn([4])].map((input) =>
      input.requiresGrad_(),
    ) as [Tensor, Tensor, Tensor];
    const second = (body: Linear): number[] => {
      const [dx] = torch.autograd.grad([body(x, w, b).pow(3).sum()], [x], { createGraph: true });
      if (!dx) throw new Error('no gradient');
      return torch.autograd.grad([dx.sum()], [w])[0]?.flatten().tolist() as number[];
    };
    const want = second(plain);
    for (const [i, got] of second(call).entries()) expect(got).toBeCloseTo(want[i] ?? NaN, 3);
  });

  test('gives gradients to those alone that ask for one', () => {
    const [x, w, b] = [torch.randn([3, 5]), torch.randn([4, 5]), torch.randn([4])] as const;
    const leaf = b.clone().requiresGrad_();
    const [got] = torch.autograd.grad([call(x, w, leaf).sum()], [leaf]);
    const [want] = torch.autograd.grad([plain(x, w, leaf).sum()], [leaf]);
    expect(got && distance(got, want)).toBeLessThan(1e-5);
  });

  test('keeps what is not a number', () => {
    const w = torch.randn([16, 8]);
    const x = torch.full([4, 8], NaN).requiresGrad_();
    for (const dtype of ['float32', 'bfloat16'] as const) {
      const leaf = x.to({ dtype }).detach().requiresGrad_();
      const y = call(leaf, w.to({ dtype }), torch.zeros([16], { dtype }));
      y.sum().backward();
      expect(y.isnan().all().item()).toBeTruthy();
    }
  });

  test('goes along with other dtypes, and takes no bias', () => {
    const [x, w, b] = [torch.randn([3, 5]), torch.randn([4, 5]), torch.randn([4])] as const;
    expect(torch.autocast({ dtype: 'bfloat16' }, () => call(x, w, b)).dtype).toBe('bfloat16');
    expect(call(x.double(), w.double(), b.double()).dtype).toBe('float64');
    expect(() => call(x, torch.randn([4, 6]), b)).toThrow(
      'mat1 and mat2 shapes cannot be multiplied (3x5 and 6x4)',
    );
  });
});

test('linear() and linearGelu() without a bias', () => {
  const [x, w] = [torch.randn([3, 5]), torch.randn([4, 5])] as const;
  const h = torch.linear(x, w);
  expect(F.linear(x, w).sub(h).abs().max().item()).toBe(0);
  expect(F.linearGelu(x, w).sub(torch.gelu(h)).abs().max().item()).toBe(0);
});

test.each(['float32', 'bfloat16'] as const)(
  'linearGelu() in %s: GELU and its slope over all it can be',
  (dtype) => {
    const h = torch.linspace(-9, 9, 4001).to({ dtype });
    const one = torch.ones([1, 1], { dtype });
    const through = (input: Tensor): Tensor =>
      F.linearGelu(input.unsqueeze(1), one, torch.zeros([1], { dtype })).squeeze(1);
    const slope = (body: (input: Tensor) => Tensor, input: Tensor): Tensor => {
      const leaf = input.detach().clone().requiresGrad_();
      body(leaf).sum().backward();
      return (leaf.grad ?? leaf).double();
    };
    const exact = h.double();
    const rounding = dtype === 'float32' ? 2e-6 : 2 ** -8;
    const within = (got: Tensor, want: Tensor): void => {
      expect(got.sub(want).abs().div(want.abs().clampMin(1)).max().item()).toBeLessThan(rounding);
    };
    within(through(h).double(), torch.gelu(exact));
    within(
      slope(through, h),
      slope((input) => torch.gelu(input), exact),
    );
  },
);
