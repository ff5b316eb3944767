/** rowCosineSimilarity() against the operator that it stands for. */
import * as torch from '#torch/index.js';
import type { Tensor } from '#torch/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const { functional: F } = torch.nn;
const threads = torch.getNumThreads();

beforeEach(() => torch.manualSeed(0));
afterEach(() => torch.setNumThreads(threads));

const plain = (x: Tensor, y: Tensor): Tensor => torch.cosineSimilarity(x.float(), y.float(), { dim: -1 });

/** Output and the gradient of x, the output weighted by random numbers. */
function run(call: typeof plain, x: Tensor, y: Tensor): Tensor[] {
  const leaf = x.detach().clone().requiresGrad_();
  const similarity = call(leaf, y);
  torch.manualSeed(1);
  similarity.backward(torch.randn(similarity.shape));
  return [similarity.detach(), leaf.grad ?? torch.zeros([])];
}

function expectSame(got: Tensor[], want: Tensor[], tolerance: number): void {
  for (const [i, tensor] of got.entries()) {
    const other = want[i] ?? torch.zeros([]);
    expect([tensor.dtype, tensor.shape]).toEqual([other.dtype, other.shape]);
    const error = tensor.float().sub(other.float()).norm().item();
    expect(error).toBeLessThanOrEqual(tolerance * other.float().norm().item());
  }
}

describe.each([1, 2])('on %i threads', (count) => {
  beforeEach(() => torch.setNumThreads(count));

  test.each([[[64, 64, 512]], [[7, 37]], [[5]], [[2, 0, 3]]])('of %j: values and gradients', (shape) => {
    const [x, y] = [torch.randn(shape), torch.randn(shape)] as const;
    expectSame(run(F.rowCosineSimilarity, x, y), run(plain, x, y), 2e-6);
    const half = x.bfloat16();
    expectSame(run(F.rowCosineSimilarity, half, y), run(plain, half, y), 2e-3);
  });
});

test('rows of zeros, and what is not a number', () => {
  const x = torch.cat([torch.zeros([1, 20]), torch.randn([1, 20]), torch.full([1, 20], NaN)]);
  const y = torch.cat([torch.randn([1, 20]), torch.zeros([1, 20]), torch.randn([1, 20])]);
  const [similarity, gradient] = run(F.rowCosineSimilarity, x, y) as [Tensor, Tensor];
  expect(similarity.narrow(0, 0, 2).tolist()).toEqual([0, 0]);
  expect(similarity.select(0, 2).isnan().item()).toBeTruthy();
  const [, want] = run(plain, x, y) as [Tensor, Tensor];
  expectSame([gradient.narrow(0, 0, 2)], [want.narrow(0, 0, 2)], 1e-5);
});

test('gradients for y and of gradients, other dtypes; other shapes are refused', () => {
  const [x, y] = [torch.randn([3, 8]).requiresGrad_(), torch.randn([3, 8]).requiresGrad_()] as const;
  const [dy] = torch.autograd.grad([F.rowCosineSimilarity(x, y).sum()], [y]);
  const [want] = torch.autograd.grad([plain(x, y).sum()], [y]);
  expect(
    dy
      ?.sub(want ?? 0)
      .abs()
      .max()
      .item(),
  ).toBeLessThan(1e-6);
  const second = (call: typeof plain): Tensor => {
    const [dx] = torch.autograd.grad([call(x, y.detach()).pow(2).sum()], [x], { createGraph: true });
    return torch.autograd.grad([(dx ?? x).sum()], [x])[0] ?? x;
  };
  expect(second(F.rowCosineSimilarity).sub(second(plain)).abs().max().item()).toBeLessThan(1e-5);
  expect(F.rowCosineSimilarity(x.detach().double(), y.detach()).dtype).toBe('float32');
  expect(() => F.rowCosineSimilarity(x, torch.randn([3, 7]))).toThrow('the shapes [3, 8] and [3, 7] differ');
});
