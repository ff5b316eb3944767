/**
 * Functions with a backward pass of their own, and hooks after gradients: what flows on, what is saved, what is refused. Numbers
 * with a comment are PyTorch's, from the same function written as a torch.autograd.Function.
 */
import * as torch from '#torch/index.js';
import { describe, expect, it, test } from 'vitest';

const { Function: CustomFunction, grad, gradcheck, gradgradcheck } = torch.autograd;
type Context = torch.autograd.FunctionContext;

const leaf = (values: torch.TensorData, dtype: torch.DType = 'float32'): torch.Tensor =>
  torch.tensor(values, { dtype, requiresGrad: true });

/** x³ with its slope by hand. */
class Cube extends CustomFunction {
  static forward(ctx: Context, x: torch.Tensor): torch.Tensor {
    ctx.saveForBackward(x);
    return x.mul(x).mul(x);
  }
  static backward(ctx: Context, gradient: torch.Tensor): torch.Tensor {
    const [x] = ctx.savedTensors as [torch.Tensor];
    return gradient.mul(x.mul(x)).mul(3);
  }
}

/** Rounds; the gradient passes as if it had not. */
class StraightThrough extends CustomFunction {
  static forward(_: Context, x: torch.Tensor): torch.Tensor {
    return x.round();
  }
  static backward(_: Context, gradient: torch.Tensor): torch.Tensor {
    return gradient;
  }
}

describe('a function with its own backward()', () => {
  it('gives its gradients, to the second order too', () => {
    const x = leaf([1, -2, 0.5], 'float64');
    const y = Cube.apply(x);
    expect([y.gradFn, y.requiresGrad, y.isLeaf]).toEqual(['CubeBackward', true, false]);
    y.sum().backward();
    expect(x.grad?.tolist()).toEqual([3, 12, 0.75]);
    const [first] = grad([Cube.apply(x).sum()], [x], { createGraph: true });
    const [second] = grad([(first as torch.Tensor).sum()], [x]);
    expect(second?.tolist()).toEqual([6, -12, 3]);
    expect(gradcheck((z) => Cube.apply(z), [x])).toBe(true);
    expect(gradgradcheck((z) => Cube.apply(z), [x])).toBe(true);
  });

  it('passes gradients through what has none of its own', () => {
    const x = leaf([0.2, 1.7]);
    const y = StraightThrough.apply(x);
    y.mul(torch.tensor([2, 3]))
      .sum()
      .backward();
    expect(y.tolist()).toEqual([0, 2]);
    expect(x.grad?.tolist()).toEqual([2, 3]);
  });

  it('is not recorded inside noGrad() nor for inputs without gradients', () => {
    expect(Cube.apply(torch.ones([2])).requiresGrad).toBe(false);
    expect(torch.noGrad(() => Cube.apply(leaf([1]))).requiresGrad).toBe(false);
  });

  it('takes and gives several tensors, and arguments of other kinds', () => {
    /** (a·k + b, a·b) */
    class Two extends CustomFunction {
      static forward(
        ctx: Context,
        a: torch.Tensor,
        k: number,
        b: torch.Tensor,
      ): [torch.Tensor, torch.Tensor] {
        ctx.saveForBackward(a, b);
        ctx.k = k;
        ctx.asked = ctx.needsInputGrad;
        return [a.mul(k).add(b), a.mul(b)];
      }
      static backward(ctx: Context, first: torch.Tensor, second: torch.Tensor): (torch.Tensor | null)[] {
        const [a, b] = ctx.savedTensors as [torch.Tensor, torch.Tensor];
        expect(ctx.asked).toEqual([true, false, true]);
        return [first.mul(ctx.k as number).add(second.mul(b)), null, first.add(second.mul(a))];
      }
    }
    const [a, b] = [leaf([2]), leaf([5])];
    const [sum, product] = Two.apply(a, 3, b);
    sum.add(product.mul(10)).backward();
    expect([sum.item(), product.item(), a.grad?.item(), b.grad?.item()]).toEqual([11, 10, 53, 21]);
    // One output unused: its gradient comes as zeros.
    a.grad = null;
    Two.apply(a, 3, b)[0].backward();
    expect(a.grad).not.toBeNull();
    expect((a.grad as torch.Tensor | null)?.item()).toBe(3);
  });

  it('gets null for unused outputs when it says so', () => {
    let seen: unknown[] = [];
    class Split extends CustomFunction {
      static forward(ctx: Context, x: torch.Tensor): [torch.Tensor, torch.Tensor] {
        ctx.setMaterializeGrads(false);
        return [x.mul(1), x.mul(2)];
      }
      static backward(
        _: Context,
        first: torch.Tensor | null,
        second: torch.Tensor | null,
      ): torch.Tensor | null {
        seen = [first, second?.item()];
        return second;
      }
    }
    Split.apply(leaf(1))[1].backward();
    expect(seen).toEqual([null, 1]);
  });

  it('may mark outputs as without gradients, and inputs as changed', () => {
    class SortOf extends CustomFunction {
      static forward(ctx: Context, x: torch.Tensor): [torch.Tensor, torch.Tensor] {
        const [values, indices] = x.sort();
        ctx.markNonDifferentiable(indices);
        ctx.saveForBackward(indices);
        return [values, indices];
      }
      static backward(ctx: Context, gradient: torch.Tensor): torch.Tensor {
        const [indices] = ctx.savedTensors as [torch.Tensor];
        return torch.zeros(gradient.shape).scatter(0, indices, gradient);
      }
    }
    const x = leaf([3, 1, 2]);
    const [values, indices] = SortOf.apply(x);
    expect([values.requiresGrad, indices.requiresGrad]).toEqual([true, false]);
    values
      .mul(torch.tensor([1, 10, 100]))
      .sum()
      .backward();
    expect(x.grad?.tolist()).toEqual([100, 1, 10]);

    class Doubled extends CustomFunction {
      static forward(ctx: Context, value: torch.Tensor): torch.Tensor {
        ctx.markDirty(value);
        return value.mul_(2);
      }
      static backward(_: Context, gradient: torch.Tensor): torch.Tensor {
        return gradient.mul(2);
      }
    }
    const start = leaf([1, 2]);
    const inner = start.mul(3);
    const changed = Doubled.apply(inner);
    expect(changed.isSame(inner)).toBe(true);
    expect(inner.gradFn).toBe('DoubledBackward');
    inner.sum().backward();
    expect(start.grad?.tolist()).toEqual([6, 6]);
  });

  it('saves its own outputs, and works inside and across scopes', () => {
    class Exponential extends CustomFunction {
      static forward(ctx: Context, x: torch.Tensor): torch.Tensor {
        const y = x.exp();
        ctx.saveForBackward(y);
        return y;
      }
      static backward(ctx: Context, gradient: torch.Tensor): torch.Tensor {
        const [y] = ctx.savedTensors as [torch.Tensor];
        return gradient.mul(y);
      }
    }
    const x = leaf([0, 1], 'float64');
    const before = torch.memory().tensors;
    for (let i = 0; i < 20; i++) {
      torch.scope(() => {
        const loss = torch.scope(() => Exponential.apply(x).sum());
        loss.backward();
      });
    }
    expect(x.grad?.tolist()).toEqual([20, expect.closeTo(20 * Math.E, 12) as number]);
    expect(torch.memory().tensors - before).toBeLessThanOrEqual(2); // the leaf's gradient, read once
    expect(gradgradcheck((z) => Exponential.apply(z), [x])).toBe(true);
  });

  it('can be asked for gradients inside its backward()', () => {
    class Inner extends CustomFunction {
      static forward(ctx: Context, x: torch.Tensor): torch.Tensor {
        ctx.saveForBackward(x);
        return x.sin();
      }
      static backward(ctx: Context, gradient: torch.Tensor): torch.Tensor {
        const [x] = ctx.savedTensors as [torch.Tensor];
        return torch.enableGrad(() => {
          const own = x.detach().requiresGrad_();
          return (grad([own.sin().sum()], [own])[0] as torch.Tensor).mul(gradient);
        });
      }
    }
    const x = leaf([0.3], 'float64');
    Inner.apply(Inner.apply(x)).sum().backward();
    expect(x.grad?.item()).toBeCloseTo(Math.cos(Math.sin(0.3)) * Math.cos(0.3), 15);
  });
});

describe('what is refused', () => {
  const failing = (backward: (ctx: Context, gradient: torch.Tensor) => never): (() => void) => {
    class Failing extends CustomFunction {
      static forward(ctx: Context, x: torch.Tensor): torch.Tensor {
        ctx.saveForBackward(x);
        return x.mul(2);
      }
      static backward = backward;
    }
    return () =>
      Failing.apply(leaf([1, 2]))
        .sum()
        .backward();
  };

  it('a second backward() after the tensors were freed', () => {
    const y = Cube.apply(leaf([1])).sum();
    y.backward();
    expect(() => y.backward()).toThrow(/CubeBackward: an earlier backward\(\) has freed|second time/);
  });

  it('savedTensors outside backward()', () => {
    let kept: Context | undefined;
    class Keeps extends CustomFunction {
      static forward(ctx: Context, x: torch.Tensor): torch.Tensor {
        kept = ctx;
        return x.mul(2);
      }
      static backward(_: Context, gradient: torch.Tensor): torch.Tensor {
        return gradient;
      }
    }
    Keeps.apply(leaf(1));
    expect(() => kept?.savedTensors).toThrow('savedTensors can only be read inside backward()');
  });

  it('a saved tensor that was changed in place since', () => {
    const x = leaf([1, 2]).mul(1);
    const y = Cube.apply(x).sum();
    x.add_(1);
    expect(() => y.backward()).toThrow(/modified by an inplace operation/);
  });

  it('gradients of the wrong number, kind or shape', () => {
    expect(failing(() => [] as never)).toThrow(
      'Failing.backward: expected 1 gradients, one for each argument of forward(), but received 0',
    );
    expect(failing(() => 3 as never)).toThrow(
      'Failing.backward: expected a Tensor or null for gradient 0 but received number',
    );
    expect(failing(() => torch.ones([5]) as never)).toThrow(/invalid gradient at index 0.*shape/);
  });

  it('errors of backward() come out as they are', () => {
    const error = new RangeError('mine');
    expect(
      failing(() => {
        throw error;
      }),
    ).toThrow(error);
    const x = leaf(2); // and the engine works on
    x.square().backward();
    expect(x.grad?.item()).toBe(4);
  });

  it('asynchronous functions', () => {
    class Later extends CustomFunction {
      static async forward(_: Context, x: torch.Tensor): Promise<torch.Tensor> {
        return Promise.resolve(x);
      }
      static backward(): null {
        return null;
      }
    }
    expect(() => void Later.apply(leaf(1))).toThrow('Later.forward is asynchronous');
  });

  it('gradients of the gradients of onceDifferentiable()', () => {
    class Once extends CustomFunction {
      static forward(_: Context, x: torch.Tensor): torch.Tensor {
        return x.mul(2);
      }
      static backward = torch.autograd.onceDifferentiable((_: Context, gradient: torch.Tensor) =>
        gradient.mul(2),
      );
    }
    const x = leaf([1, 2]);
    Once.apply(x).sum().backward();
    expect(x.grad?.tolist()).toEqual([2, 2]);
    const y = Once.apply(x.square());
    const [first] = grad([y.square().sum()], [x], { createGraph: true });
    expect(() => grad([(first as torch.Tensor).sum()], [x])).toThrow(/declared onceDifferentiable\(\)/);
  });
});

test('a hook after the gradient sees the whole of it, and may free it', () => {
  const x = leaf([1, 2]);
  const seen: unknown[] = [];
  const hook = x.registerPostAccumulateGradHook((tensor) => {
    seen.push(tensor.grad?.tolist());
    tensor.grad = null;
  });
  x.mul(2).add(x.mul(3)).sum().backward();
  expect(seen).toEqual([[5, 5]]);
  expect(x.grad).toBeNull();
  hook.remove();
  x.mul(2).sum().backward();
  expect(seen).toHaveLength(1);
  expect(x.grad).not.toBeNull();
  expect(() => x.mul(2).registerPostAccumulateGradHook(() => undefined)).toThrow(
    'a hook after the gradient needs a leaf tensor that requires gradients',
  );
});
