/** Reads the fixtures that fixtures/nn_optim.py wrote, and compares tensors with them. */
import { readFileSync } from 'node:fs';

import * as torch from '#torch/index.js';
import { expect } from 'vitest';

/** A tensor as the script writes it. */
export interface Values {
  shape: number[];
  data: number[];
}

/** A function's inputs, output, and gradients by the inputs of (output · linspace(-1, 1)).sum(). */
export interface GradientCase {
  inputs: Values[];
  y: Values;
  gradients: Values[];
}

export function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8'));
}

export function toTensor({ shape, data }: Values): torch.Tensor {
  return torch.fromTypedArray(Float32Array.from(data), shape);
}

/** Asserts shape and, for every element, |a - b| <= tolerance · max(1, |b|). */
export function expectClose(actual: torch.Tensor | null, expected: Values, tolerance = 2e-6): void {
  if (actual === null) throw new Error('expected a tensor but received null');
  expect(actual.shape).toEqual(expected.shape);
  const numbers = actual.toFloat32Array();
  expected.data.forEach((written, i) => {
    const value = Math.fround(written);
    const error = Math.abs((numbers[i] ?? NaN) - value);
    if (!(error <= tolerance * Math.max(1, Math.abs(value)))) {
      expect.fail(`element ${i}: expected ${value} but received ${String(numbers[i])}`);
    }
  });
}

/** (y · linspace(-1, 1)).sum().backward(), as the script has it. */
export function backwardWeighted(y: torch.Tensor): void {
  const weights = torch.linspace(-1, 1, y.numel()).view(y.shape);
  y.mul(weights).sum().backward();
}

/** Asserts output and gradients of `call` against a case. */
export function expectGradients(
  { inputs, y, gradients }: GradientCase,
  call: (...inputs: torch.Tensor[]) => torch.Tensor,
  tolerance?: number,
): void {
  torch.scope(() => {
    const tensors = inputs.map((input) => toTensor(input).requiresGrad_());
    const result = call(...tensors);
    expectClose(result, y, tolerance);
    backwardWeighted(result);
    tensors.forEach((tensor, i) => {
      const expected = gradients[i];
      if (expected !== undefined) expectClose(tensor.grad, expected, tolerance);
    });
  });
}
