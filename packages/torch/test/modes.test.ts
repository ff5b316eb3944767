/** Modes that hold while a function runs, seeds and generators, and settings of the library. */
import * as torch from '#torch/index.js';
import { afterEach, describe, expect, it } from 'vitest';

const leaf = (): torch.Tensor => torch.ones([2], { requiresGrad: true });

describe('noGrad, enableGrad, inferenceMode', () => {
  it('switch recording off and on, nested, and back after an exception', () => {
    const x = leaf();
    expect(torch.noGrad(() => x.mul(2).requiresGrad)).toBe(false);
    expect(torch.noGrad(() => torch.enableGrad(() => x.mul(2).requiresGrad))).toBe(true);
    expect(() =>
      torch.noGrad(() => {
        throw new Error('inside');
      }),
    ).toThrow('inside');
    expect(torch.isGradEnabled()).toBe(true);
    expect(torch.noGrad(() => torch.isGradEnabled())).toBe(false);
  });

  it('keeps inference tensors out of autograd', () => {
    const result = torch.inferenceMode(() => leaf().mul(2));
    expect(result.requiresGrad).toBe(false);
    expect(() => leaf().mul(result)).toThrow('Inference tensors cannot be saved for backward');
    expect(leaf().mul(2).requiresGrad).toBe(true);
  });

  it.each(['noGrad', 'enableGrad', 'inferenceMode'] as const)('%s refuses an async function', (name) => {
    // @ts-expect-error -- the types refuse it too
    expect(() => torch[name](() => Promise.resolve(1))).toThrow(
      `torch.${name}() takes a synchronous function`,
    );
    expect(torch.isGradEnabled()).toBe(true);
  });
});

describe('autocast', () => {
  it('computes products in bfloat16 and leaves off outside', () => {
    const a = torch.ones([2, 2]);
    expect(torch.autocast({ dtype: 'bfloat16' }, () => a.matmul(a).dtype)).toBe('bfloat16');
    expect(torch.autocast({ dtype: 'bfloat16' }, () => a.matmul(a).mseLoss(a).dtype)).toBe('float32');
    expect(a.matmul(a).dtype).toBe('float32');
    expect(torch.autocast({}, () => torch.autocast({ enabled: false }, () => a.matmul(a).dtype))).toBe(
      'float32',
    );
    // @ts-expect-error -- the types refuse it too
    expect(() => torch.autocast({}, () => Promise.resolve(1))).toThrow(
      'torch.autocast() takes a synchronous function',
    );
    expect(a.matmul(a).dtype).toBe('float32');
  });

  it('forgets the cast weights at its end, so that a changed weight counts', () => {
    const weight = torch.ones([1, 1], { requiresGrad: true });
    const x = torch.ones([1, 1]);
    const run = (): number => torch.autocast({ dtype: 'bfloat16' }, () => x.matmul(weight)).item();
    expect(run()).toBe(1);
    torch.noGrad(() => weight.fill_(3));
    expect(run()).toBe(3);
  });

  it('caches a cast weight inside: both products share one gradient path', () => {
    const weight = torch.ones([1, 1], { requiresGrad: true });
    const x = torch.full([1, 1], 2, { dtype: 'float32' });
    torch
      .autocast({ dtype: 'bfloat16' }, () => x.matmul(weight).add(x.matmul(weight)).sum())
      .float()
      .backward();
    expect(weight.grad?.dtype).toBe('float32');
    expect(weight.grad?.item()).toBe(4);
  });
});

describe('random numbers', () => {
  it('repeat after manualSeed', () => {
    torch.manualSeed(7);
    const first = torch.randn([5]).tolist();
    torch.manualSeed(7n);
    expect(torch.randn([5]).tolist()).toEqual(first);
    expect(torch.randn([5]).tolist()).not.toEqual(first);
  });

  it('are those of PyTorch: torch.manual_seed(0); torch.rand(3)', () => {
    torch.manualSeed(0);
    const values = torch.rand([3]).tolist() as number[];
    [0.4962565899, 0.7682217956, 0.0884774327].forEach((value, i) => {
      expect(values[i]).toBeCloseTo(value, 7);
    });
  });

  it('come from a generator of their own, whose state can be saved', () => {
    const generator = new torch.Generator().manualSeed(3);
    const state = generator.getState();
    expect(state.dtype).toBe('uint8');
    const first = torch.randn([4], { generator }).tolist();
    torch.rand([9]);
    generator.setState(state);
    expect(torch.randn([4], { generator }).tolist()).toEqual(first);
    expect(() => generator.setState(torch.zeros([3], { dtype: 'uint8' }))).toThrow(Error);
  });

  it('of the default generator continue from a saved state', () => {
    const state = torch.defaultGenerator().getState();
    const first = torch.randperm(10).tolist();
    torch.defaultGenerator().setState(state);
    expect(torch.randperm(10).tolist()).toEqual(first);
  });
});

describe('settings', () => {
  const threads = torch.getNumThreads();
  afterEach(() => {
    torch.setNumThreads(threads);
    torch.useDeterministicAlgorithms(false);
  });

  it('sets the number of threads', () => {
    torch.setNumThreads(1);
    expect(torch.getNumThreads()).toBe(1);
    expect(() => torch.setNumThreads(0)).toThrow(/0|thread/);
    expect(() => torch.setNumThreads(1.5)).toThrow(Error);
  });

  it('has operators without a deterministic form throw', () => {
    torch.useDeterministicAlgorithms(true);
    expect(torch.areDeterministicAlgorithmsEnabled()).toBe(true);
    expect(() => torch.zeros([2]).put_(torch.tensor([0]), torch.ones([1]))).toThrow('deterministic');
  });
});
