/** Tensors print as PyTorch prints them: every string here was written by PyTorch itself (fixtures/print.py). */
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';

import * as torch from '#torch/index.js';
import { describe, expect, it } from 'vitest';

interface PrintCase {
  values: string[] | number;
  dtype: torch.DType;
  shape: number[];
  grad: 'leaf' | 'add' | 'transpose' | null;
  text: string;
}

const cases = JSON.parse(
  readFileSync(new URL('./fixtures/print.json', import.meta.url), 'utf8'),
) as PrintCase[];

function parse(text: string): number {
  return text === 'inf' ? Infinity : text === '-inf' ? -Infinity : text === 'nan' ? NaN : Number(text);
}

function make({ values, dtype, shape, grad }: PrintCase): torch.Tensor {
  let made: torch.Tensor;
  if (typeof values === 'number') {
    const ramp = Float64Array.from({ length: values }, (_, i) => ((i * 37) % 101) - 50);
    made = torch.fromTypedArray(ramp, shape).to(dtype);
  } else if (dtype.startsWith('complex')) {
    // Python writes (1+2j).
    const parts = values.map((text) => /^\(?(.*?)([-+](?:[^-+e]|e[-+])*)j\)?$/.exec(text));
    const part = (i: number): torch.Tensor =>
      torch.fromTypedArray(
        Float64Array.from(parts, (match) => parse((match?.[i] ?? '').replace('+', ''))),
        shape,
      );
    made = torch.complex(part(1), part(2)).to(dtype);
  } else if (dtype === 'int64') {
    made = torch.fromTypedArray(BigInt64Array.from(values, BigInt), shape);
  } else {
    made = torch.fromTypedArray(Float64Array.from(values, parse), shape).to(dtype);
  }
  if (grad !== null) made.requiresGrad_();
  return grad === 'add' ? made.add(made.zerosLike()) : grad === 'transpose' ? made.t() : made;
}

describe('toString', () => {
  it.each(cases.map((printCase) => [printCase.text.replace(/\s+/g, ' ').slice(0, 60), printCase] as const))(
    '%s',
    (_, printCase) => {
      expect(torch.scope(() => make(printCase).toString())).toBe(printCase.text);
    },
  );

  it('leaves no tensor behind', () => {
    using big = torch.zeros([40, 50]);
    const before = torch.memory().tensors;
    expect(big.toString()).toContain('...');
    expect(torch.memory().tensors).toBe(before);
  });

  it('shows a meta tensor by its size', () => {
    expect(torch.zeros([2, 3], { device: 'meta' }).toString()).toBe(
      "tensor(..., device='meta', size=(2, 3))",
    );
  });
});

describe('inspect', () => {
  it('prints as toString does, and a disposed tensor as such', () => {
    const tensor = torch.tensor([1, 2]);
    expect(inspect(tensor)).toBe('tensor([1, 2])');
    tensor.dispose();
    expect(inspect(tensor)).toBe('Tensor (disposed)');
  });
});
