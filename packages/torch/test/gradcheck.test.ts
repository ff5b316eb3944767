/** gradcheck() and gradgradcheck() find wrong gradients; Jacobians and their products are those of formulas. */
import * as torch from '#torch/index.js';
import { autograd, type Tensor } from '#torch/index.js';
import { describe, expect, it } from 'vitest';

const random = (...shape: number[]): Tensor =>
  torch.randn(shape, { dtype: 'float64', generator: new torch.Generator().manualSeed(3) });

describe('gradcheck()', () => {
  it('passes for what libtorch differentiates, on inputs of any strides', () => {
    const x = random(3, 4).t().requiresGrad_();
    const w = random(2, 3).requiresGrad_();
    expect(autograd.gradcheck((a, b) => torch.linear(a, b).tanh(), [x, w])).toBe(true);
    expect(autograd.gradgradcheck((a, b) => torch.linear(a, b).tanh(), [x, w])).toBe(true);
  });

  it('names output, input and element where a gradient is wrong', () => {
    const x = torch.tensor([0.5, 2], { dtype: 'float64' }).requiresGrad_();
    // The value is x², the gradient that of x.
    const wrong = (a?: Tensor): Tensor => {
      if (a === undefined) throw new Error('one input');
      return a.add(a.detach().square().sub(a.detach()));
    };
    expect(() => autograd.gradcheck(wrong, [x])).toThrow(
      /^gradcheck: backward\(\) gives 1 where differences give 3\.99\d*|4\.0\d*, for element 1 of output 0 by element 1 of input 0$/,
    );
    expect(autograd.gradcheck(wrong, [x], { raiseException: false })).toBe(false);
    expect(x.tolist()).toEqual([0.5, 2]);
  });

  it('refuses what it cannot check', () => {
    const f = (a?: Tensor): Tensor => a as Tensor;
    expect(() => autograd.gradcheck(f, [random(2)])).toThrow(
      'gradcheck: none of the inputs requires gradients',
    );
    expect(() => autograd.gradcheck(f, [torch.ones([2]).requiresGrad_()])).toThrow(
      'gradcheck: expected float64 for input 0 but received float32',
    );
    expect(() => autograd.gradcheck(f, [random(1).expand([3]).requiresGrad_()])).toThrow('share memory');
  });
});

describe('autograd.functional', () => {
  const { functional } = autograd;
  const x = torch.tensor([1, 2, 3], { dtype: 'float64' });
  const cube = (a?: Tensor): Tensor => (a as Tensor).pow(3);

  it('jacobian and hessian of x³', () => {
    expect(functional.jacobian(cube, [x])[0]?.tolist()).toEqual([
      [3, 0, 0],
      [0, 12, 0],
      [0, 0, 27],
    ]);
    expect(functional.hessian((a) => cube(a).sum(), [x])[0]?.[0]?.tolist()).toEqual([
      [6, 0, 0],
      [0, 12, 0],
      [0, 0, 18],
    ]);
    expect(() => functional.hessian(cube, [x])).toThrow('expected an output of one element');
  });

  it('vjp and jvp of a product, with an input that takes no part', () => {
    const a = torch.tensor(
      [
        [1, 2],
        [3, 4],
      ],
      { dtype: 'float64' },
    );
    const v = torch.tensor([1, -1], { dtype: 'float64' });
    const product = (m?: Tensor, u?: Tensor): Tensor => (m as Tensor).mv(u as Tensor);
    const [value, [byMatrix, byVector]] = functional.vjp(product, [a, v], v);
    expect(value.tolist()).toEqual([-1, -1]);
    expect(byMatrix?.tolist()).toEqual([
      [1, -1],
      [-1, 1],
    ]);
    expect(byVector?.tolist()).toEqual([-2, -2]);
    expect(functional.jvp(product, [a, v], [torch.zerosLike(a), v])[1].tolist()).toEqual([-1, -1]);
    expect(functional.jvp((m) => m.square(), [x, x], [x, x])[1].tolist()).toEqual([2, 8, 18]);
  });
});
