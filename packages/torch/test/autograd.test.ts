/** Gradients: what backward() gathers, grad() gives, hooks change, and what is refused. */
import * as torch from '#torch/index.js';
import { describe, expect, it } from 'vitest';

const leaf = (values: torch.TensorData): torch.Tensor =>
  torch.tensor(values, { dtype: 'float32', requiresGrad: true });

describe('backward', () => {
  it('gathers and adds up gradients in the leaves', () => {
    const x = leaf([1, 2, 3]);
    const y = x.mul(x);
    expect([y.isLeaf, y.gradFn, x.isLeaf, x.gradFn]).toEqual([false, 'MulBackward0', true, null]);
    y.sum().backward();
    expect(x.grad?.tolist()).toEqual([2, 4, 6]);
    x.mul(3).sum().backward();
    expect(x.grad?.tolist()).toEqual([5, 7, 9]);
    x.grad = null;
    expect(x.grad).toBeNull();
  });

  it('takes the gradient of a tensor of several elements', () => {
    const x = leaf([1, 2]);
    expect(() => x.mul(2).backward()).toThrow('grad can be implicitly created only for scalar outputs');
    x.mul(2).backward(torch.tensor([10, 1], { dtype: 'float32' }));
    expect(x.grad?.tolist()).toEqual([20, 2]);
  });

  it('frees the graph unless told to keep it', () => {
    const x = leaf(3);
    const kept = x.square();
    kept.backward(undefined, { retainGraph: true });
    kept.backward();
    expect(x.grad?.item()).toBe(12);
    expect(() => kept.backward()).toThrow('Trying to backward through the graph a second time');
  });

  it('gathers only in the inputs that are named', () => {
    const [x, y] = [leaf(2), leaf(5)];
    x.mul(y).backward(undefined, { inputs: [y] });
    expect(x.grad).toBeNull();
    expect(y.grad?.item()).toBe(2);
    torch.autograd.backward([x.mul(1), x.mul(2)], [torch.tensor(1.5), null]);
    expect(x.grad?.item()).toBe(3.5);
  });

  it('keeps the gradient of an inner tensor on request', () => {
    const x = leaf([1, 2]);
    const inner = x.mul(2).retainGrad();
    inner.square().sum().backward();
    expect(inner.grad?.tolist()).toEqual([4, 8]);
  });
});

describe('grad', () => {
  it('differentiates twice through createGraph', () => {
    const x = leaf(2);
    const [first] = torch.autograd.grad([x.pow(3)], [x], { createGraph: true });
    expect(first?.item()).toBe(12);
    const [second] = torch.autograd.grad([first as torch.Tensor], [x]);
    expect(second?.item()).toBe(12);
    expect(x.grad).toBeNull();
  });

  it('gives null for unused inputs where that is allowed, and refuses otherwise', () => {
    const [x, other] = [leaf(2), leaf(1)];
    const gradients = torch.autograd.grad([x.square()], [x, other], { allowUnused: true });
    expect(gradients.map((gradient) => gradient?.item() ?? null)).toEqual([4, null]);
    expect(() => torch.autograd.grad([x.square()], [other])).toThrow(
      /appears to not have been used in the graph|unused/i,
    );
  });

  it('weighs outputs by gradOutputs', () => {
    const x = leaf([1, 1]);
    const [gradient] = torch.autograd.grad([x.mul(2)], [x], { gradOutputs: [torch.tensor([1.5, 2.5])] });
    expect(gradient?.tolist()).toEqual([3, 5]);
  });
});

describe('hooks', () => {
  it('see the gradient, may replace it, and can be removed', () => {
    const x = leaf([1, 2]);
    const seen: unknown[] = [];
    const hook = x.registerHook((gradient) => {
      seen.push(gradient.tolist());
      return gradient.mul(10);
    });
    x.mul(3).sum().backward();
    expect(seen).toEqual([[3, 3]]);
    expect(x.grad?.tolist()).toEqual([30, 30]);
    hook.remove();
    hook.remove();
    x.mul(1).sum().backward();
    expect(x.grad?.tolist()).toEqual([31, 31]);
    expect(seen).toHaveLength(1);
  });

  it('on inner tensors change what flows on', () => {
    const x = leaf(2);
    const inner = x.mul(3);
    inner.registerHook((gradient) => gradient.neg());
    inner.mul(5).backward();
    expect(x.grad?.item()).toBe(-15);
  });

  it('that throw end backward() with their own error, and the next one works', () => {
    const x = leaf(2);
    const failure = new RangeError('from the hook');
    const hook = x.registerHook(() => {
      throw failure;
    });
    expect(() => x.square().backward()).toThrow(failure);
    hook.remove();
    const again = leaf(2);
    again.square().backward();
    expect(again.grad?.item()).toBe(4);
  });

  it('are refused where no gradient will come', () => {
    expect(() => torch.ones([1]).registerHook(() => undefined)).toThrow(/requires? grad/);
  });
});

describe('what is refused', () => {
  it('requiresGrad on whole numbers', () => {
    expect(() => torch.tensor([1, 2], { requiresGrad: true })).toThrow(/floating point/i);
    expect(() => torch.tensor([true]).requiresGrad_()).toThrow(/floating point/i);
  });

  it('requiresGrad = false on a tensor that is no leaf', () => {
    expect(() => leaf(1).mul(2).requiresGrad_(false)).toThrow(/leaf/);
  });

  it('in-place changes of a leaf that requires gradients', () => {
    expect(() => leaf([1]).add_(1)).toThrow(
      'a leaf Variable that requires grad is being used in an in-place operation',
    );
  });

  it('in-place changes of what backward() needs', () => {
    const y = leaf([1]).exp();
    y.add_(1);
    expect(() => y.sum().backward()).toThrow('has been modified by an inplace operation');
  });

  it('backward() where nothing requires a gradient', () => {
    expect(() => torch.ones([]).backward()).toThrow('does not require grad');
    expect(() => leaf(1).detach().backward()).toThrow('does not require grad');
  });

  it('a gradient of another shape', () => {
    expect(() =>
      leaf([1, 2])
        .mul(1)
        .backward(torch.ones([3])),
    ).toThrow(/shape/);
  });
});
