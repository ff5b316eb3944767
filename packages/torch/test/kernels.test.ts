/** The choice of libraries, and sums of many rows. */
import * as torch from '#torch/index.js';
import type { ProductChoice } from '#torch/index.js';
import { afterEach, expect, test } from 'vitest';

const { functional: F } = torch.nn;
const choice = torch.chosenProducts();
afterEach(() => torch.chooseProducts(choice));

test('the fastest library of each product is in use, by times that were measured on this machine', () => {
  const { products, matmul } = torch.measurement();
  expect(torch.fastestProducts({ products })).toEqual(choice);
  for (const [product, library] of Object.entries(choice)) {
    const times = Object.values(products[product] ?? {});
    expect(times.length).toBeGreaterThan(0);
    expect(products[product]?.[library]).toBe(Math.min(...times));
  }
  expect(matmul.float32).toBeGreaterThan(0);
  expect(matmul.bfloat16).toBeGreaterThan(0);
});

test('a library that is not there is refused, and the choice stays', () => {
  const wrong = { ...choice, output: 'cublas' } as unknown as ProductChoice;
  expect(() => torch.chooseProducts(wrong)).toThrow("'cublas' is not the name of a library");
  const unavailable: ProductChoice = { ...choice, output: 'aten', attention: 'aten' };
  expect(() => torch.chooseProducts(unavailable)).toThrow("no product 'attention' of aten");
  expect(torch.chosenProducts()).toEqual(choice);
});

test('the results of one library are the same bits for any number of threads', () => {
  torch.chooseProducts({ ...choice, output: 'beit2', inputGradient: 'beit2', weightGradient: 'beit2' });
  const [x, w, b] = [torch.randn([700, 192]), torch.randn([300, 192]), torch.randn([300])] as const;
  const threads = torch.getNumThreads();
  const results = [1, 2, 3].map((count) => {
    torch.setNumThreads(count);
    const leaves = [x, w].map((tensor) => tensor.clone().requiresGrad_());
    const y = F.linear(leaves[0] ?? x, leaves[1] ?? w, b);
    y.square().sum().backward();
    return [y.detach(), leaves[0]?.grad ?? x, leaves[1]?.grad ?? w];
  });
  torch.setNumThreads(threads);
  for (const other of results.slice(1)) {
    for (const [i, tensor] of other.entries()) expect(torch.equal(tensor, results[0]?.[i] ?? x)).toBe(true);
  }
});

test("residual(): the layer scale's gradient over very many rows is as near to the exact one as that of the operators", () => {
  const [rows, n] = [40_000, 24];
  const [x, branch, dy] = [torch.rand([rows, n]), torch.rand([rows, n]), torch.rand([rows, n])] as const;
  const exact = branch.double().mul(dy.double()).sum(0);
  const worst = (gradient: torch.Tensor | null): number =>
    gradient?.double().sub(exact).div(exact).abs().max().item() ?? NaN;
  const gamma = torch.ones([n]).requiresGrad_();
  F.residual(x, branch, gamma).backward(dy);
  const operators = torch.ones([n]).requiresGrad_();
  x.add(branch.mul(operators)).backward(dy);
  expect(worst(gamma.grad)).toBeLessThanOrEqual(2 * worst(operators.grad) + 2 ** -24);
});
