/** Gradients of gradients through the one-pass kernels, for inputs in any memory layout, against the operators that they stand for. */
import * as torch from '#torch/index.js';
import type { Tensor } from '#torch/index.js';
import { expect, test } from 'vitest';

const { functional: F } = torch.nn;
type Form = (...inputs: Tensor[]) => Tensor;

function attention(qkv: Tensor, heads: number, bias: Tensor | null): Tensor {
  const [b = 0, n = 0, joined = 0] = qkv.shape;
  const each = qkv.reshape([b, n, 3, heads, joined / 3 / heads]).permute([2, 0, 3, 1, 4]);
  const [q, k, v] = each.unbind(0) as [Tensor, Tensor, Tensor];
  const logits = q.mul(1 / Math.sqrt(joined / 3 / heads)).matmul(k.transpose(-2, -1));
  const weights = (bias ? logits.add(bias) : logits).softmax(-1);
  return weights.matmul(v).transpose(1, 2).flatten(2);
}

const cases: [name: string, kernel: Form, operators: Form, shapes: number[][]][] = [
  ['linear', (x, w, b) => F.linear(x, w, b), (x, w, b) => torch.linear(x, w, b), [[4, 6, 5], [7, 5], [7]]],
  [
    'mlp',
    (x, w1, b1, w2, b2) => F.mlp(x, w1, b1, w2, b2),
    (x, w1, b1, w2, b2) => torch.linear(torch.gelu(torch.linear(x, w1, b1)), w2, b2),
    [[4, 6, 5], [7, 5], [7], [3, 7], [3]],
  ],
  ['selfAttention', (x) => F.selfAttention(x, 2), (x) => attention(x, 2, null), [[2, 5, 12]]],
  [
    'selfAttention with a bias',
    (x, bias) => F.selfAttention(x, 2, bias),
    (x, bias) => attention(x, 2, bias),
    [
      [2, 5, 12],
      [1, 2, 5, 5],
    ],
  ],
  [
    'residual',
    (x, y) => F.residual(x, y),
    (x, y) => x.add(y),
    [
      [2, 3, 5],
      [2, 3, 5],
    ],
  ],
  [
    'residual with a layer scale',
    (x, y, gamma) => F.residual(x, y, gamma),
    (x, y, gamma) => x.add(y.mul(gamma)),
    [[2, 3, 5], [2, 3, 5], [5]],
  ],
  [
    'rowCosineSimilarity',
    (x) => F.rowCosineSimilarity(x, torch.ones([2, 3, 5]).div(3)),
    (x) => torch.cosineSimilarity(x, torch.ones([2, 3, 5]).div(3), -1, 1e-8),
    [[2, 3, 5]],
  ],
];

/** A leaf whose view with another order of memory goes through `form`; then the gradient of the sum of squared gradients. */
function secondOrder(form: Form, shapes: number[][], reordered: boolean): Tensor[] {
  torch.manualSeed(5);
  const leaves = shapes.map((shape) => torch.randn([...shape].reverse()).requiresGrad_());
  const inputs = leaves.map((leaf) => {
    const view = leaf.permute([...leaf.shape.keys()].reverse());
    return reordered ? view : view.contiguous();
  });
  const y = form(...inputs);
  // The plain sum as well: a copy outside of the graph would lose one part of the derivative, not all of it.
  const loss = y
    .pow(3)
    .sum()
    .add(leaves[0]?.square().sum() ?? y);
  const first = torch.autograd.grad([loss], leaves, { createGraph: true });
  const total = first.map((gradient) => gradient.square().sum()).reduce((a, b) => a.add(b));
  return torch.autograd.grad([total], leaves);
}

for (const [name, kernel, operators, shapes] of cases) {
  test.each([false, true])(
    `${name}: gradients of gradients, inputs in another order of memory: %s`,
    (reordered) => {
      const want = secondOrder(
        (...inputs) => operators(...inputs.map((input) => input.double())),
        shapes,
        reordered,
      );
      for (const [i, got] of secondOrder(kernel, shapes, reordered).entries()) {
        const error = got
          .double()
          .sub(want[i] ?? 0)
          .norm()
          .item();
        expect(error, `input ${i}`).toBeLessThanOrEqual(1e-4 * (want[i]?.norm().item() ?? 0));
      }
    },
  );
}

test('normForLinear() of a frozen layer norm under bfloat16 autocast has gradients that can be differentiated again', () => {
  const norm = new torch.nn.LayerNorm(6).requiresGrad_(false);
  const x = torch.randn([3, 6]).requiresGrad_();
  const y = torch.autocast({ dtype: 'bfloat16' }, () => F.normForLinear(norm, x));
  const [first] = torch.autograd.grad([y.float().square().sum()], [x], { createGraph: true });
  const [second] = torch.autograd.grad([first?.square().sum() ?? x], [x]);
  expect(second?.isfinite().all().item()).toBeTruthy();
  expect(second?.abs().sum().item()).toBeGreaterThan(0);
});
