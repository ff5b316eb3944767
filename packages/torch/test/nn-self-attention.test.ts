/** The one-pass attention kernel against its definition in double precision. */
import { execFileSync } from 'node:child_process';

import * as torch from '#torch/index.js';
import type { Tensor } from '#torch/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const { functional: F } = torch.nn;
const threads = torch.getNumThreads();

beforeEach(() => torch.manualSeed(0));
afterEach(() => torch.setNumThreads(threads));

function definition(qkv: Tensor, heads: number, bias: Tensor | null): Tensor {
  const [b = 0, n = 0, joined = 0] = qkv.shape;
  const d = joined / 3 / heads;
  const [q, k, v] = qkv.reshape([b, n, 3, heads, d]).permute([2, 0, 3, 1, 4]).unbind(0) as [
    Tensor,
    Tensor,
    Tensor,
  ];
  const logits = q.matmul(k.transpose(-2, -1)).mul(1 / Math.sqrt(d));
  const weights = (bias ? logits.add(bias) : logits).softmax(-1);
  return weights
    .matmul(v)
    .transpose(1, 2)
    .reshape([b, n, joined / 3]);
}

type Form = (qkv: Tensor, heads: number, bias: Tensor | null) => Tensor;

/** Output and gradients of qkv and bias, the output weighted by `weights`. */
function run(form: Form, qkv: Tensor, heads: number, bias: Tensor | null, weights: Tensor): Tensor[] {
  const x = qkv.detach().clone().requiresGrad_();
  const c = bias?.detach().clone().requiresGrad_() ?? null;
  const y = form(x, heads, c);
  y.backward(weights.to({ dtype: y.dtype }));
  return [y.detach(), x.grad, c?.grad ?? null].filter((tensor) => tensor !== null);
}

function error(got: Tensor, want: Tensor): number {
  return got.double().sub(want).norm().div(want.norm()).item();
}

// images, tokens, heads, head width: also one block and several, odd and even, whole vectors and not
const sizes = [
  [4, 65, 3, 64],
  [3, 197, 2, 64],
  [2, 17, 4, 32],
  [5, 64, 4, 32],
  [2, 258, 1, 16],
  [2, 130, 3, 8],
] as const;

describe.each([1, 2])('selfAttention() on %i threads', (count) => {
  beforeEach(() => torch.setNumThreads(count));

  test.each(sizes)('%i images, %i tokens, %i heads of %i: values and gradients', (b, n, heads, d) => {
    for (const [dtype, tolerance] of [
      ['float32', 2e-6],
      ['bfloat16', 6e-3],
    ] as const) {
      const qkv = torch.randn([b, n, 3 * heads * d]).to({ dtype });
      const weights = torch.randn([b, n, heads * d]).to({ dtype });
      for (const bias of [torch.randn([1, heads, n, n]), null]) {
        const got = run(F.selfAttention, qkv, heads, bias, weights);
        const want = run(definition, qkv.double(), heads, bias?.double() ?? null, weights);
        expect(got.map(({ shape }) => shape)).toEqual(want.map(({ shape }) => shape));
        expect(got[0]?.dtype).toBe(dtype);
        for (const [i, tensor] of got.entries()) {
          expect(error(tensor, want[i] ?? tensor), `${dtype}, tensor ${i}`).toBeLessThan(tolerance);
        }
      }
    }
  });
});

test('selfAttention(): NaN stays, float64 and odd widths take the composition, wrong shapes are refused', () => {
  expect(
    F.selfAttention(torch.full([1, 3, 12], NaN), 2)
      .isnan()
      .all()
      .item(),
  ).toBeTruthy();
  expect(F.selfAttention(torch.randn([1, 3, 12]).double(), 2).dtype).toBe('float64');
  expect(F.selfAttention(torch.randn([1, 3, 9]).bfloat16(), 1).shape).toEqual([1, 3, 3]);
  expect(() => F.selfAttention(torch.randn([1, 3, 10]), 2)).toThrow('3 * heads * width');
  // 3·heads would wrap around to 2, which divides 6
  expect(() => F.selfAttention(torch.randn([1, 3, 6]), 0x5555555555555556n as never)).toThrow(
    '3 * heads * width',
  );
  expect(() => F.selfAttention(torch.randn([1, 3, 12]), 2, torch.randn([1, 2, 4, 4]))).toThrow();
});

test('kernels finish their work where OpenMP gives fewer threads than asked for', () => {
  const program = `
    const torch = await import(${JSON.stringify(new URL('../dist/index.js', import.meta.url).href)});
    torch.setNumThreads(2);
    const qkv = torch.randn([8, 65, 192]);
    const exact = torch.nn.functional.selfAttention(qkv.double(), 1);
    const attention = torch.nn.functional.selfAttention(qkv, 1).double().sub(exact).abs().max().item();
    const residual = torch.nn.functional.residual(qkv, qkv).sub(qkv.mul(2)).abs().max().item();
    console.log(JSON.stringify({ attention, residual }));`;
  const environment = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const options = { encoding: 'utf8', env: environment } as const;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], options);
  const errors = JSON.parse(output) as { attention: number; residual: number };
  expect(errors.attention).toBeLessThan(1e-5);
  expect(errors.residual).toBe(0);
});

test('selfAttention(): gradients of gradients', () => {
  const second = (form: Form, dtype: 'float32' | 'float64'): Tensor => {
    torch.manualSeed(3);
    const x = torch.randn([1, 4, 12]).to({ dtype }).requiresGrad_();
    const bias = torch.randn([1, 2, 4, 4]).to({ dtype }).requiresGrad_();
    const [first] = torch.autograd.grad([form(x, 2, bias).square().sum()], [x], { createGraph: true });
    const [result] = torch.autograd.grad([first?.square().sum() ?? x], [bias]);
    return result ?? x;
  };
  expect(error(second(F.selfAttention, 'float32'), second(definition, 'float64'))).toBeLessThan(1e-5);
});
