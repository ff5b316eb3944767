/** at() and setAt_() against PyTorch's own indexing (fixtures/indexing.py), and what they refuse. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

import * as torch from '#torch/index.js';
import type { Index } from '#torch/indexing.js';
import { afterAll, describe, expect, it } from 'vitest';

interface Case {
  js: string;
  python: string;
  shape: number[];
  data: number[];
}

const { gets, sets } = JSON.parse(
  readFileSync(new URL('./fixtures/indexing.json', import.meta.url), 'utf8'),
) as { gets: (Case & { isView: boolean })[]; sets: (Case & { value: string })[] };

const make = (): torch.Tensor => torch.arange(24).reshape([2, 3, 4]);

/** Runs the JavaScript of a case with the names that the script has. */
function read(code: string, x: torch.Tensor): unknown {
  const m = torch.tensor([
    [true, false, true],
    [false, true, false],
  ]);
  // Arrays of another context are arrays still, as those of a worker's message are.
  return runInNewContext(code, { x, m, t: torch.tensor, slice: torch.slice });
}

function flat(tensor: torch.Tensor): number[] {
  return tensor.flatten().tolist() as number[];
}

describe('at', () => {
  it.each(gets.map((get) => [get.python, get] as const))('%s', (_, { js, shape, data, isView }) => {
    torch.scope(() => {
      const x = make();
      const y = x.at(...(read(js, x) as Index[]));
      expect(y.shape).toEqual(shape);
      expect(flat(y)).toEqual(data);
      if (data.length > 0) {
        y.fill_(-5);
        expect(flat(x).includes(-5)).toBe(isView);
      }
    });
  });

  it('lets gradients through views and picks', () => {
    torch.scope(() => {
      const x = torch.ones([3, 2], { requiresGrad: true });
      x.at(0).sum().backward();
      x.at([2, 2]).sum().backward();
      expect(x.grad?.tolist()).toEqual([
        [1, 1],
        [0, 0],
        [2, 2],
      ]);
    });
  });

  it('leaves no tensor behind but its result', () => {
    using x = make();
    const before = torch.memory().tensors;
    using y = x.at(0, null, [1, 0], '1:');
    expect(y.shape).toEqual([1, 2, 3]);
    expect(torch.memory().tensors).toBe(before + 1);
    expect(() => x.at(0, 7)).toThrow(RangeError);
    expect(torch.memory().tensors).toBe(before + 1);
  });
});

describe('setAt_', () => {
  it.each(sets.map((set) => [set.python, set] as const))('%s', (_, { js, value, shape, data }) => {
    torch.scope(() => {
      const x = make();
      expect(x.setAt_(read(js, x) as Index[], read(value, x) as torch.Tensor | number)).toBe(x);
      expect(x.shape).toEqual(shape);
      expect(flat(x)).toEqual(data);
    });
  });

  it('lets gradients through to the value and keeps them from what was overwritten', () => {
    torch.scope(() => {
      const x = torch.ones([3], { requiresGrad: true });
      const value = torch.tensor(4, { dtype: 'float32', requiresGrad: true });
      x.mul(2)
        .setAt_([1], value)
        .mul(torch.tensor([1, 10, 100]))
        .sum()
        .backward();
      expect(x.grad?.tolist()).toEqual([2, 0, 200]);
      expect(value.grad?.item()).toBe(10);
    });
  });

  it('converts the value to the dtype by basic indices', () => {
    expect(make().setAt_([1, 2, 3], 2.75).at(1, 2, 3).item()).toBe(2);
  });
});

describe('what is refused', () => {
  const x = make();
  afterAll(() => {
    x.dispose();
  });
  const refused: [string, () => unknown, string][] = [
    ['out of bounds', () => x.at(2), 'index 2 is out of bounds for dimension 0 with size 2'],
    ['out of bounds below', () => x.at(0, ':', -5), 'index -5 is out of bounds for dimension 2 with size 4'],
    ['out of bounds in a list', () => x.at([5]), 'index 5 is out of bounds for dimension 0 with size 2'],
    [
      'too many',
      () => x.at(0, 0, 0, 0),
      'too many indices for a tensor of dimension 3: 4 dimensions are indexed',
    ],
    [
      'of a number',
      () => torch.tensor(1).at(0),
      'too many indices for a tensor of dimension 0: 1 dimensions are indexed',
    ],
    ['a fraction', () => x.at(1.5), '1.5 is not an index: use a whole number'],
    ['nan', () => x.at(NaN), 'NaN is not an index'],
    ['text', () => x.at('1-2:'), "'1-2:' is not an index: write ranges as ':', '1:5' or ':-1:2', and '...'"],
    ['two ellipses', () => x.at('...', '...', 0), "'...' may appear only once among the indices"],
    ['an object', () => x.at({} as Index), 'object is not an index'],
    [
      'a negative step',
      () => x.at('::-1'),
      'the step of a slice must be greater than zero but is -1: reverse dimensions with flip()',
    ],
    ['a step of 0', () => torch.slice(0, 1, 0), 'the step of a slice must be greater than zero but is 0'],
    ['fractions in a slice', () => torch.slice(0.5), 'a slice takes whole numbers but received 0.5'],
    [
      'a mask of another shape',
      () => x.at(torch.ones([1, 3], { dtype: 'bool' })),
      'the mask of shape [1, 3] does not match dimensions of sizes [2, 3] in the indexed tensor of shape [2, 3, 4]',
    ],
    [
      'fractions as tensor',
      () => x.at(torch.tensor([0.5])),
      'tensors used as indices must be long, int, byte or bool tensors',
    ],
    [
      'a value that does not fit',
      () => x.setAt_([0], torch.ones([5])),
      'The size of tensor a (4) must match the size of tensor b (5) at non-singleton dimension 1',
    ],
    [
      'indices without an array',
      () => x.setAt_(0 as unknown as Index[], 1),
      'setAt_() takes its indices as one array: x.setAt_([0, 1], value)',
    ],
  ];
  it.each(refused)('%s', (_, call, message) => {
    expect(call).toThrow(message);
  });
});
