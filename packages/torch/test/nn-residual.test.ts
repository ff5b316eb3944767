/** The one-pass kernels of a transformer block against the operators that they stand for. */
import * as torch from '#torch/index.js';
import type { Tensor } from '#torch/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const { functional: F, LayerNorm } = torch.nn;
const threads = torch.getNumThreads();

beforeEach(() => torch.manualSeed(0));
afterEach(() => torch.setNumThreads(threads));

/** Output and gradients of `call`, the output weighted by random numbers. */
function run(call: (...inputs: Tensor[]) => Tensor, inputs: readonly Tensor[]): Tensor[] {
  const leaves = inputs.map((input) => input.detach().clone().requiresGrad_());
  const y = call(...leaves);
  torch.manualSeed(1);
  y.backward(torch.randn(y.shape).to({ dtype: y.dtype }));
  return [y.detach(), ...leaves.map(({ grad }) => grad ?? torch.zeros([]))];
}

function expectSame(got: readonly Tensor[], want: readonly Tensor[], tolerance: number): void {
  expect(got.map(({ dtype, shape }) => ({ dtype, shape }))).toEqual(
    want.map(({ dtype, shape }) => ({ dtype, shape })),
  );
  for (const [i, tensor] of got.entries()) {
    const error = tensor
      .float()
      .sub(want[i]?.float() ?? 0)
      .norm()
      .item();
    expect(error, `tensor ${i}`).toBeLessThanOrEqual(tolerance * (want[i]?.float().norm().item() ?? 0));
  }
}

const shapes = [
  [32, 65, 192],
  [7, 37],
  [3, 5, 16],
  [1, 1],
];

describe.each([1, 2])('residual() on %i threads', (count) => {
  beforeEach(() => torch.setNumThreads(count));

  test.each(shapes.flatMap((shape) => ['float32', 'bfloat16'].map((dtype) => [shape, dtype] as const)))(
    '%j with a branch in %s: values and gradients, with and without a layer scale',
    (shape, dtype) => {
      const x = torch.randn([...shape]);
      const branch = torch.randn([...shape]).to({ dtype: dtype as torch.DType });
      const gamma = torch.randn([shape.at(-1) ?? 1]);
      const plain = (a: Tensor, b: Tensor): Tensor => a.add(b);
      expectSame(
        run((a, b) => F.residual(a, b), [x, branch]),
        run(plain, [x, branch]),
        1e-6,
      );
      const scaled = (a: Tensor, b: Tensor, g: Tensor): Tensor => torch.addcmul(a, b.float(), g);
      const inputs = [x, branch, gamma];
      expectSame(
        run((a, b, g) => F.residual(a, b, g), inputs),
        run(scaled, inputs),
        1e-6,
      );
    },
  );
});

test('residual(): other dtypes and layouts, NaN, gradients of gradients', () => {
  const x = torch.randn([4, 6]);
  expect(F.residual(x.double(), x.double()).dtype).toBe('float64');
  const branch = torch.randn([6, 4]).t();
  expect(F.residual(x.t().contiguous().t(), branch).sub(x.add(branch)).abs().max().item()).toBe(0);
  const nan = F.residual(x, torch.full([4, 6], NaN).bfloat16());
  expect(nan.isnan().all().item()).toBeTruthy();

  const gamma = torch.randn([6]).requiresGrad_();
  const leaf = branch.clone().requiresGrad_();
  const [first] = torch.autograd.grad([F.residual(x, leaf, gamma).square().sum()], [leaf], {
    createGraph: true,
  });
  const [second] = torch.autograd.grad([first?.sum() ?? x], [gamma]);
  // d/dγ Σ 2(x + γb)γ = Σ over rows of 2x + 4γb
  const want = x.mul(2).add(leaf.mul(gamma).mul(4)).sum(0);
  expect(second?.sub(want).abs().max().item()).toBeLessThan(1e-5);
});

describe.each([1, 2])('normForLinear() on %i threads', (count) => {
  beforeEach(() => torch.setNumThreads(count));

  test.each(shapes.slice(0, 3))('under bfloat16 autocast: %j is layer norm, rounded', (...shape) => {
    const size = shape.at(-1) ?? 1;
    const norm = new LayerNorm(size, { eps: 1e-6 });
    const inputs = [torch.randn(shape).mul(3).add(1), torch.randn([size]), torch.randn([size])];
    const through =
      (call: (norm: torch.nn.LayerNorm, x: Tensor) => Tensor) => (x: Tensor, w?: Tensor, b?: Tensor) => {
        Object.assign(norm, { weight: w, bias: b });
        return torch.autocast({ dtype: 'bfloat16' }, () => call(norm, x));
      };
    const got = run(through(F.normForLinear), inputs);
    expect(got[0]?.dtype).toBe('bfloat16');
    const want = run(
      through((layer, x) => layer.forward(x).bfloat16()),
      inputs,
    );
    expectSame(got, want, 1e-3);
  });
});

test('normForLinear() without autocast is the layer, and keeps NaN with it', () => {
  const norm = new LayerNorm(6, { eps: 1e-6 });
  const x = torch.randn([4, 6]);
  expect(F.normForLinear(norm, x).sub(norm.forward(x)).abs().max().item()).toBe(0);
  expect(F.normForLinear(new LayerNorm(6, { bias: false }), x).dtype).toBe('float32');
  const nan = torch.autocast({ dtype: 'bfloat16' }, () => F.normForLinear(norm, x.mul(NaN)));
  expect(nan.dtype).toBe('bfloat16');
  expect(nan.isnan().all().item()).toBeTruthy();
  const half = torch.autocast({ dtype: 'bfloat16' }, () => F.normForLinear(norm, x.bfloat16()));
  expect(half.dtype).toBe('bfloat16');
});
