/** The linear map, and an MLP of two with a GELU between them, against the operators that they stand for. */
import * as torch from '#torch/index.js';
import type { Tensor } from '#torch/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const { functional: F } = torch.nn;
const threads = torch.getNumThreads();
/** Of an input and the parameters in their order. */
type Layer = (...inputs: Tensor[]) => Tensor;

const choice = torch.chosenProducts();

beforeEach(() => torch.manualSeed(0));
afterEach(() => {
  torch.setNumThreads(threads);
  torch.chooseProducts(choice);
});

/** Output, and the gradients of all inputs, in float32. */
function run(call: Layer, inputs: readonly Tensor[]): Tensor[] {
  const leaves = inputs.map((input) => input.clone().requiresGrad_());
  const y = call(...leaves);
  // The same for each layer that has such an output, whatever was drawn before.
  const generator = new torch.Generator().manualSeed(1);
  y.backward(torch.randn(y.shape, { generator }).to({ dtype: y.dtype }));
  return [y.detach(), ...leaves.map(({ grad }) => grad ?? torch.zeros([]))].map((tensor) => tensor.float());
}

const distance = (got: Tensor, want?: Tensor): number =>
  got
    .sub(want ?? 0)
    .norm()
    .item();

/** Inputs and parameters for vectors of `from` numbers that come to have `to`. */
type Make = (shape: number[], from: number, to: number) => Tensor[];
const linearInputs: Make = (shape, from, to) => [
  torch.randn([...shape, from]),
  torch.randn([to, from]),
  torch.randn([to]),
];
const mlpInputs: Make = (shape, from, to) => [
  ...linearInputs(shape, from, to).map((tensor, i) => (i === 1 ? tensor.div(Math.sqrt(from)) : tensor)),
  torch.randn([from, to]).div(Math.sqrt(to)),
  torch.randn([from]),
];
type Parameters = [x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor];
const operators: [name: string, call: Layer, plain: Layer, make: Make][] = [
  [
    'linear',
    (...[x, w, b]) => F.linear(x as Tensor, w as Tensor, b),
    (...[x, w, b]) => torch.linear(x as Tensor, w as Tensor, b),
    linearInputs,
  ],
  [
    'mlp',
    (...all) => F.mlp(...(all as Parameters)),
    (...all) => {
      const [x, w1, b1, w2, b2] = all as Parameters;
      return torch.linear(torch.gelu(torch.linear(x, w1, b1)), w2, b2);
    },
    mlpInputs,
  ],
];

describe.each(operators)('%s()', (_, call, plain, made) => {
  const shapes: [number[], number, number][] = [
    [[64, 65], 192, 768],
    [[4, 197], 768, 64],
    [[9, 59], 259, 35],
    [[3], 5, 7],
    [[], 5, 7],
    [[2, 0], 4, 3],
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
      const half =
        (body: Layer): Layer =>
        (...all) =>
          torch.autocast({ dtype: 'bfloat16' }, () => body(...all));
      const [libraries, draws] = [
        Object.keys(torch.measurement().products.bfloat16Output ?? {}),
        32,
      ] as const;
      const errors = new Map<string, number[]>(); // by what computed it: of the output and of each gradient
      const add = (name: string, got: Tensor[], exact: Tensor[]): void => {
        const before = errors.get(name) ?? got.map(() => 0);
        errors.set(
          name,
          got.map((tensor, i) => (before[i] ?? 0) + distance(tensor, exact[i]) ** 2),
        );
      };
      // A few numbers round by chance: many draws of them.
      const count = shape.reduce((a, b) => a * b, 1) * to < 1000 ? draws : 1;
      for (let draw = 0; draw < count; draw++) {
        const inputs = made(shape, from, to);
        const exact = run(plain, inputs);
        add('operators', run(half(plain), inputs), exact);
        for (const library of libraries) {
          torch.chooseProducts({ ...choice, bfloat16Output: library as torch.ProductLibrary });
          const got = run(half(call), inputs);
          expect(got.map((tensor) => tensor.shape)).toEqual(exact.map((tensor) => tensor.shape));
          add(library, got, exact);
        }
      }
      for (const library of libraries) {
        for (const [i, error] of (errors.get(library) ?? [NaN]).entries()) {
          const composed = Math.sqrt(errors.get('operators')?.[i] ?? NaN);
          expect(Math.sqrt(error), `${library}, ${i}`).toBeLessThanOrEqual(1.1 * composed + 1e-6);
        }
      }
    },
  );

  test('has gradients of gradients', () => {
    const inputs = made([3], 5, 4).map((input) => input.requiresGrad_());
    const second = (body: Layer): number[] => {
      const [dx] = torch.autograd.grad(
        [
          body(...inputs)
            .pow(3)
            .sum(),
        ],
        inputs.slice(0, 1),
        {
          createGraph: true,
        },
      );
      if (!dx) throw new Error('no gradient');
      return torch.autograd.grad([dx.sum()], inputs.slice(1, 2))[0]?.flatten().tolist() as number[];
    };
    const want = second(plain);
    for (const [i, got] of second(call).entries()) expect(got).toBeCloseTo(want[i] ?? NaN, 3);
  });

  test('gives gradients to those alone that ask for one', () => {
    const inputs = made([3], 5, 4);
    for (const [i, input] of inputs.entries()) {
      const leaf = input.clone().requiresGrad_();
      const all = inputs.with(i, leaf);
      const [got] = torch.autograd.grad([call(...all).sum()], [leaf]);
      const [want] = torch.autograd.grad([plain(...all).sum()], [leaf]);
      expect(got && distance(got, want)).toBeLessThan(1e-5);
    }
  });

  test('keeps what is not a number', () => {
    const [x, ...parameters] = made([4], 8, 16);
    for (const dtype of ['float32', 'bfloat16'] as const) {
      const leaf = torch.full(x?.shape ?? [], NaN, { dtype }).requiresGrad_();
      const y = call(leaf, ...parameters.map((parameter) => parameter.to({ dtype })));
      y.sum().backward();
      expect(y.isnan().all().item()).toBeTruthy();
    }
  });

  test('goes along with other dtypes, and refuses sizes that do not fit', () => {
    const inputs = made([3], 5, 4);
    expect(torch.autocast({ dtype: 'bfloat16' }, () => call(...inputs)).dtype).toBe('bfloat16');
    expect(call(...inputs.map((input) => input.double())).dtype).toBe('float64');
    expect(() => call(...inputs.with(1, torch.randn([4, 6])))).toThrow(
      'mat1 and mat2 shapes cannot be multiplied (3x5 and 6x4)',
    );
  });
});

test('linear() and mlp() without biases', () => {
  const [x, w, second] = [torch.randn([3, 5]), torch.randn([4, 5]), torch.randn([2, 4])] as const;
  const h = torch.linear(x, w);
  expect(F.linear(x, w).sub(h).abs().max().item()).toBe(0);
  const want = torch.linear(torch.gelu(h), second);
  expect(F.mlp(x, w, null, second, null).sub(want).abs().max().item()).toBe(0);
});

test.each(['float32', 'bfloat16'] as const)('mlp() in %s: GELU and its slope over all it can be', (dtype) => {
  const h = torch.linspace(-9, 9, 4001).to({ dtype });
  const [one, none] = [torch.ones([1, 1], { dtype }), torch.zeros([1], { dtype })] as const;
  const through = (input: Tensor): Tensor => F.mlp(input.unsqueeze(1), one, none, one, none).squeeze(1);
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
});
