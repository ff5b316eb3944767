/**
 * Generated operators against PyTorch (fixtures/operators.py), each as a function and as a method; then how overloads,
 * options, lists, tuples and in-place forms behave, what is refused, and that no operator went missing.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';

import * as torch from '#torch/index.js';
import type { Native } from '#torch/native.js';
import { locateEngine } from '#torch/setup/index.js';
import { pinnedVersion } from '#torch/setup/pinned.js';
import { describe, expect, it } from 'vitest';

import { plan } from '../generator/plan.js';

interface Values {
  dtype: torch.DType;
  shape: number[];
  data: (number | boolean)[];
}

interface Case {
  python: string;
  function: string;
  method: string | null;
  several: boolean;
  outputs: Values[];
}

const { inputs, cases } = JSON.parse(
  readFileSync(new URL('./fixtures/operators.json', import.meta.url), 'utf8'),
) as { inputs: Record<string, Values>; cases: Case[] };

function toTensor({ dtype, shape, data }: Values): torch.Tensor {
  return torch.fromTypedArray(Float64Array.from(data, Number), shape).to(dtype);
}

/** Evaluates the JavaScript of a case with the inputs and all of torch's functions in reach. */
function evaluate(code: string): unknown {
  const names = Object.keys(inputs);
  const run = runInThisContext(
    `(torch, { ${names.join(', ')} }) => { with (torch) { return ${code}; } }`,
  ) as (torch: object, inputs: Record<string, torch.Tensor>) => unknown;
  return run({ ...torch }, Object.fromEntries(names.map((name) => [name, toTensor(inputs[name] as Values)])));
}

function check(code: string, { several, outputs }: Case): void {
  torch.scope(() => {
    const result = evaluate(code);
    expect(Array.isArray(result)).toBe(several);
    const tensors = (several ? (result as unknown[]) : [result]).filter(
      (part) => part instanceof torch.Tensor,
    );
    for (const [i, { dtype, shape, data }] of outputs.entries()) {
      // Some operators give more in C++ than Python shows.
      const tensor =
        tensors[outputs.length < tensors.length && i > 0 ? i + tensors.length - outputs.length : i];
      if (tensor === undefined) throw new Error(`result ${i} is missing`);
      expect(tensor.dtype).toBe(dtype);
      expect(tensor.shape).toEqual(shape);
      const numbers = tensor.double().flatten().tolist() as number[];
      numbers.forEach((number, k) => {
        const expected = Number(data[k]);
        if (Number.isNaN(expected)) expect(number).toBeNaN();
        else expect(Math.abs(number - expected)).toBeLessThanOrEqual(2e-6 * Math.max(1, Math.abs(expected)));
      });
    }
  });
}

describe('values of PyTorch', () => {
  it.each(cases.map((one) => [one.python, one] as const))('%s', (_, one) => {
    check(one.function, one);
    if (one.method !== null) check(one.method, one);
  });
});

describe('overloads and results', () => {
  const a = torch.tensor([[1, 2, 3]], { dtype: 'float32' });

  it('keeps whole numbers and fractions apart', () => {
    const whole = torch.tensor([1, 2]);
    expect(whole.add(1).dtype).toBe('int64');
    expect(whole.add(1.5).dtype).toBe('float32');
    expect(whole.add(1n).dtype).toBe('int64');
    expect(whole.mul(true).dtype).toBe('int64');
    expect(whole.bitwiseAnd(1).tolist()).toEqual([1, 0]);
  });

  it('returns the very tensor from an in-place form, by function and method', () => {
    const x = torch.zeros([2]);
    expect(x.add_(1)).toBe(x);
    expect(torch.mul_(x, 3)).toBe(x);
    expect(x.clampMin_(5)).toBe(x);
    expect(x.tolist()).toEqual([5, 5]);
    expect(x.sub_(torch.ones([2]), { alpha: 2 })).toBe(x);
    expect(x.tolist()).toEqual([3, 3]);
  });

  it('lets the options name any argument with a default', () => {
    expect(a.sum(-1, { keepdim: true }).shape).toEqual([1, 1]);
    expect(a.sum(-1, { keepdim: true, dtype: 'float64' }).dtype).toBe('float64');
    expect(torch.zeros([2], { dtype: 'int32', requiresGrad: false }).dtype).toBe('int32');
    expect(torch.ones([2], { requiresGrad: true }).requiresGrad).toBe(true);
  });

  it('takes undefined for a default', () => {
    expect(a.sum(-1, undefined).shape).toEqual([1]);
    expect(torch.ones([2], undefined).shape).toEqual([2]);
    expect(a.sum({ dim: -1 }, ...([undefined] as unknown as [])).shape).toEqual([1]);
    expect(torch.layerNorm(a, [3], undefined, undefined, 1e-5).shape).toEqual([1, 3]);
  });

  it('gives tuples whose parts are typed', () => {
    const [values, indices] = a.topk(2);
    expect(values.tolist()).toEqual([[3, 2]]);
    expect(indices.tolist()).toEqual([[2, 1]]);
    const [q, r] = torch.linalgQr(torch.eye(2));
    expect(q.matmul(r).abs().tolist()).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('gives numbers and booleans where the schema does', () => {
    expect(torch.equal(a, a.clone())).toBe(true);
    expect(torch.isFloatingPoint(a)).toBe(true);
    expect(a.size(1)).toBe(3);
  });

  it('calls any operator of the dispatcher by name', () => {
    const sum = torch.callOperator('aten::add', 'Tensor', a, a, 2) as torch.Tensor;
    expect(sum.tolist()).toEqual([[3, 6, 9]]);
    const parts = torch.callOperator('aten::split', 'Tensor', a, 2, 1) as torch.Tensor[];
    expect(parts.map((part) => part.shape)).toEqual([
      [1, 2],
      [1, 1],
    ]);
    expect(() => torch.callOperator('aten::nothing', '')).toThrow('aten::nothing');
  });
});

describe('what is refused', () => {
  const a = torch.ones([2, 3]);
  // Calls that the types refuse too, as plain JavaScript makes them.
  const loose = torch as unknown as Record<string, (...args: unknown[]) => unknown>;
  const refused: [string, () => unknown, string][] = [
    [
      'too few',
      () => loose.add?.(a),
      'add: no form takes (Tensor). Its forms are:\n  add(self: Tensor, other: Tensor, { alpha?: Scalar })',
    ],
    ['too many', () => loose.relu?.(a, 1, 2), 'relu: no form takes (Tensor, number, number)'],
    ['a string', () => loose.add?.(a, 'x'), 'add: no form takes (Tensor, "x")'],
    ['null', () => loose.matmul?.(a, null), 'matmul: no form takes (Tensor, null)'],
    [
      'an unknown option',
      () => loose.sum?.(a, { keepDim: true }),
      'sum: no form takes (Tensor, { keepDim })',
    ],
    ['a list of strings', () => loose.zeros?.(['2']), '2'],
    [
      'a list with a hole',
      () => loose.cat?.([a, null]),
      'cat: expected an array of Tensors for tensors but received null',
    ],
    ['no tensor at all', () => loose.relu?.(3), 'relu: no form takes (number)'],
    ['a fraction for an int', () => a.sum(0.5), '0.5'],
    [
      'shapes that do not fit',
      () => a.add(torch.ones([4])),
      'The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1',
    ],
    ['a negative size', () => torch.zeros([-1]), 'zeros: Dimension size must be non-negative.'],
    [
      'a dimension out of range',
      () => a.sum(2),
      'Dimension out of range (expected to be in range of [-2, 1], but got 2)',
    ],
    ['another dtype', () => torch.ones([2], { dtype: 'nothing' as torch.DType }), 'nothing'],
    ['another device', () => torch.ones([2], { device: 'nowhere' as torch.Device }), 'nowhere'],
  ];
  it.each(refused)('%s', (_, call, message) => {
    expect(call).toThrow(message);
    expect(call).toThrow(Error);
  });
});

describe('manifest', () => {
  const engine = locateEngine();
  const native = createRequire(import.meta.url)(engine?.addon ?? '') as Native;
  const schemas = native.schemas().filter((text) => text.startsWith('aten::'));

  it('generates or names as skipped every operator of aten', () => {
    const planned = plan(schemas);
    const skipped = [...planned.skipped.values()].flat();
    expect(planned.schemas.length + skipped.length).toBe(schemas.length);
    const listed = [
      ...planned.schemas.map(({ name, overload }) => name.slice(6) + (overload === '' ? '' : `.${overload}`)),
      ...skipped,
    ];
    expect(listed.sort()).toEqual(schemas.map((text) => text.slice(6, text.indexOf('('))).sort());
    for (const reason of planned.skipped.keys()) expect(reason).toMatch(/\w+ \w+/);
  });

  it('exports every planned function and attaches every planned method', ({ skip }) => {
    const { version } = torch.buildInfo();
    if (!version.startsWith(pinnedVersion))
      skip(`libtorch ${version} may have operators that ${pinnedVersion} lacks`);
    const methods = torch.Tensor.prototype as unknown as Record<string, unknown>;
    for (const { name, isMethod } of plan(schemas).functions) {
      expect([name, typeof (torch as Record<string, unknown>)[name]]).toEqual([name, 'function']);
      if (isMethod) expect([name, typeof methods[name]]).toEqual([name, 'function']);
    }
  });
});
