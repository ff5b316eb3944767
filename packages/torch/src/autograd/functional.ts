/** Products with Jacobian matrices, and these matrices themselves, by reverse-mode passes. */
import { stack, zeros, zerosLike } from '../generated/functions.js';
import { enableGrad } from '../modes.js';
import { expectFunction, expectTensor, expectTensors } from '../expect.js';
import { scope } from '../scope.js';
import type { Tensor } from '../tensor.js';
import { grad } from './gradients.js';

/** A function of tensors with one tensor as its result. */
export type OneOutput = (...inputs: Tensor[]) => Tensor;

/**
 * The value of `f`, and vᵀ·J for each input: the gradients that backward(v) would give.
 * @param v Of the output's shape; may be left out for one element.
 */
export function vjp(f: OneOutput, inputs: readonly Tensor[], v?: Tensor): [Tensor, Tensor[]] {
  expectFunction('vjp', 'f', f);
  expectTensors('vjp', 'inputs', inputs);
  return scope(() => {
    const own = leaves(inputs);
    const output = enableGrad(() => f(...own));
    expectTensor('autograd.functional', 'the value of f', output);
    const gradients = gradientsOrZeros([output], own, v === undefined ? undefined : [v], false);
    return [output.detach(), gradients];
  });
}

/**
 * The value of `f`, and J·v: how the output changes along v. Two reverse passes, so `f` must be twice differentiable.
 * @param v One tensor for each input, of its shape.
 */
export function jvp(f: OneOutput, inputs: readonly Tensor[], v: readonly Tensor[]): [Tensor, Tensor] {
  expectFunction('jvp', 'f', f);
  expectTensors('jvp', 'inputs', inputs);
  expectTensors('jvp', 'v', v);
  return scope(() => {
    const own = leaves(inputs);
    return enableGrad(() => {
      const output = f(...own);
      expectTensor('autograd.functional', 'the value of f', output);
      // uᵀ·J is linear in u, and its derivative by u along v is J·v.
      const u = zerosLike(output.detach()).requiresGrad_();
      const products = gradientsOrZeros([output], own, [u], true);
      const [slope] = gradientsOrZeros(products, [u], v, false);
      return [output.detach(), (slope ?? zerosLike(output)).detach()] as [Tensor, Tensor];
    });
  });
}

/** The Jacobian of `f` by each input: shape of the output, then shape of the input. */
export function jacobian(f: OneOutput, inputs: readonly Tensor[]): Tensor[] {
  expectFunction('jacobian', 'f', f);
  expectTensors('jacobian', 'inputs', inputs);
  return scope(() => {
    const own = leaves(inputs);
    const output = enableGrad(() => f(...own));
    expectTensor('autograd.functional', 'the value of f', output);
    return rowsOf(output, own);
  });
}

/** The second derivatives of `f`, whose output has one element, by each pair of inputs: shape of the one, then of the other. */
export function hessian(f: OneOutput, inputs: readonly Tensor[]): Tensor[][] {
  expectFunction('hessian', 'f', f);
  expectTensors('hessian', 'inputs', inputs);
  return scope(() => {
    const own = leaves(inputs);
    return enableGrad(() => {
      const output = f(...own);
      expectTensor('autograd.functional', 'the value of f', output);
      if (output.numel() !== 1) {
        throw new Error(
          `hessian: expected an output of one element but received shape [${output.shape.join(', ')}]`,
        );
      }
      const slopes = gradientsOrZeros([output], own, [zerosLike(output).fill_(1)], true);
      return slopes.map((slope) => rowsOf(slope, own));
    });
  });
}

function leaves(inputs: readonly Tensor[]): Tensor[] {
  return inputs.map((input) => input.detach().clone().requiresGrad_());
}

function rowsOf(output: Tensor, inputs: readonly Tensor[]): Tensor[] {
  const count = output.numel();
  const rows: Tensor[][] = inputs.map(() => []);
  for (let i = 0; i < count; i++) {
    const direction = zeros([count], { dtype: output.dtype, device: output.device });
    direction.select(0, i).fill_(1);
    const gradients = gradientsOrZeros([output], inputs, [direction.view(output.shape)], false);
    for (const [k, gradient] of gradients.entries()) rows[k]?.push(gradient);
  }
  return rows.map((list, k) => stack(list).view([...output.shape, ...(inputs[k]?.shape ?? [])]));
}

function gradientsOrZeros(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  gradOutputs: readonly Tensor[] | undefined,
  createGraph: boolean,
): Tensor[] {
  const used = outputs.flatMap((output, i) =>
    output.requiresGrad ? [{ output, gradient: gradOutputs?.[i] ?? null }] : [],
  );
  if (used.length === 0) return inputs.map((input) => zerosLike(input.detach()));
  const gradients = grad(
    used.map(({ output }) => output),
    inputs,
    {
      gradOutputs: gradOutputs === undefined ? undefined : used.map(({ gradient }) => gradient),
      retainGraph: true,
      createGraph,
      allowUnused: true,
    },
  );
  return gradients.map((gradient, i) => gradient ?? zerosLike(inputs[i] as Tensor).detach());
}
