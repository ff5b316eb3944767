/** rowCrossEntropy() against the operators that it stands for. */
import * as torch from '#torch/index.js';
import type { Tensor } from '#torch/index.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const { functional: F } = torch.nn;
const threads = torch.getNumThreads();

beforeEach(() => torch.manualSeed(0));
afterEach(() => torch.setNumThreads(threads));

type Call = typeof F.rowCrossEntropy;
const plain: Call = (logits, labels) => ({
  losses: F.crossEntropy(logits.float(), labels, { reduction: 'none' }),
  correct: logits.argmax(1).eq(labels),
});

/** Losses, whether right, and the gradient of the logits, the losses weighted by random numbers. */
function run(call: Call, logits: Tensor, labels: Tensor): Tensor[] {
  const leaf = logits.detach().clone().requiresGrad_();
  const { losses, correct } = call(leaf, labels);
  torch.manualSeed(1);
  losses.backward(torch.randn(losses.shape));
  return [losses.detach(), correct, leaf.grad ?? torch.zeros([])];
}

function expectSame(got: Tensor[], want: Tensor[], tolerance: number): void {
  for (const [i, tensor] of got.entries()) {
    const other = want[i] ?? torch.zeros([]);
    expect([tensor.dtype, tensor.shape]).toEqual([other.dtype, other.shape]);
    const error = tensor.double().sub(other.double()).norm().item();
    expect(error).toBeLessThanOrEqual(tolerance * other.double().norm().item());
  }
}

describe.each([1, 2])('on %i threads', (count) => {
  beforeEach(() => torch.setNumThreads(count));

  test.each([
    [1600, 1024],
    [37, 8192],
    [5, 33],
    [3, 7],
    [2, 1],
    [0, 9],
  ])('%i rows of %i classes: losses, right ones and gradients', (rows, classes) => {
    const logits = torch.randn([rows, classes]).mul(4);
    const labels = torch.randint(0, classes, [rows]);
    expectSame(run(F.rowCrossEntropy, logits, labels), run(plain, logits, labels), 2e-6);
    const half = logits.bfloat16();
    expectSame(run(F.rowCrossEntropy, half, labels), run(plain, half, labels), 3e-4); // some round the other way
  });
});

test('logits that are no rows in memory, and every label of a row', () => {
  const logits = torch.randn([33, 50]).t();
  const labels = torch.arange(50).remainder(33);
  expectSame(run(F.rowCrossEntropy, logits, labels), run(plain, logits, labels), 2e-6);
  const repeated = torch.randn([1, 40]).expand([40, 40]).contiguous();
  expectSame(
    run(F.rowCrossEntropy, repeated, torch.arange(40)),
    run(plain, repeated, torch.arange(40)),
    2e-6,
  );
});

test('the first of equal logits counts; extreme ones stay exact; NaN stays', () => {
  const equal = torch.ones([3, 40]);
  expect(F.rowCrossEntropy(equal, torch.tensor([0, 1, 39], { dtype: 'int64' })).correct.tolist()).toEqual([
    true,
    false,
    false,
  ]);
  const extreme = torch.tensor([
    [1e4, -1e4, 0],
    [-Infinity, 3, -Infinity],
  ]);
  const labels = torch.tensor([0, 1], { dtype: 'int64' });
  const [losses, correct, gradient] = run(F.rowCrossEntropy, extreme, labels);
  expect([losses?.tolist(), correct?.tolist()]).toEqual([
    [0, 0],
    [true, true],
  ]);
  expect(gradient?.abs().max().item()).toBe(0);
  const wrong = torch.randn([1, 40]).indexFill_(1, torch.tensor([37], { dtype: 'int64' }), NaN);
  const found = F.rowCrossEntropy(wrong, torch.tensor([2], { dtype: 'int64' }));
  expect([found.losses.tolist(), found.correct.tolist()]).toEqual([[NaN], [false]]);
});

test('gradients of gradients, float64; what does not fit is refused', () => {
  const [logits, labels] = [torch.randn([6, 20]).requiresGrad_(), torch.randint(0, 20, [6])] as const;
  const second = (call: Call): Tensor => {
    const loss = call(logits, labels).losses.square().sum();
    const [dx = logits] = torch.autograd.grad([loss], [logits], { createGraph: true });
    return torch.autograd.grad([dx.square().sum()], [logits])[0] ?? logits;
  };
  expectSame([second(F.rowCrossEntropy)], [second(plain)], 1e-5);
  expect(F.rowCrossEntropy(logits.detach().double(), labels).losses.dtype).toBe('float64');
  const refused = (call: () => unknown, message: string) => {
    expect(call).toThrow(message);
  };
  refused(
    () => F.rowCrossEntropy(logits, torch.full([6], 20, { dtype: 'int64' })),
    'label 20 is not one of 20 classes',
  );
  refused(
    () => F.rowCrossEntropy(logits, torch.full([6], -1, { dtype: 'int64' })),
    'label -1 is not one of 20 classes',
  );
  refused(() => F.rowCrossEntropy(logits, torch.zeros([5], { dtype: 'int64' })), 'received [6, 20] and [5]');
  refused(() => F.rowCrossEntropy(logits, torch.zeros([6])), 'expected int64 labels but received');
});
