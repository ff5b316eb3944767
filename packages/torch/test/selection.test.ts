/** unique(), nonzero(), transposes as properties, and going through a tensor; values as PyTorch gives them. */
import * as torch from '#torch/index.js';
import { describe, expect, it } from 'vitest';

describe('unique()', () => {
  const x = torch.tensor([3, 1, 3, 2, 1, 1]);

  it('gives one tensor, or what the options ask for', () => {
    expect(torch.unique(x).tolist()).toEqual([1, 2, 3]);
    const [values, counts] = x.unique({ returnCounts: true });
    expect([values.tolist(), counts.tolist()]).toEqual([
      [1, 2, 3],
      [3, 1, 2],
    ]);
    const all = torch.unique(x, { returnInverse: true, returnCounts: true });
    expect(all.map((tensor) => tensor.tolist())).toEqual([
      [1, 2, 3],
      [2, 0, 2, 1, 0, 0],
      [3, 1, 2],
    ]);
  });

  it('compares slices along a dimension', () => {
    const rows = torch.tensor([
      [1, 2],
      [1, 2],
      [0, 5],
    ]);
    const [values, inverse] = rows.unique({ dim: 0, returnInverse: true });
    expect(values.tolist()).toEqual([
      [0, 5],
      [1, 2],
    ]);
    expect(inverse.tolist()).toEqual([1, 1, 0]);
  });

  it('uniqueConsecutive() looks at neighbours alone', () => {
    const y = torch.tensor([1, 1, 2, 2, 1]);
    expect(torch.uniqueConsecutive(y).tolist()).toEqual([1, 2, 1]);
    const [, counts] = y.uniqueConsecutive({ returnCounts: true });
    expect(counts.tolist()).toEqual([2, 2, 1]);
  });

  it('leaves nothing behind that was not asked for, and refuses unknown options', () => {
    torch.scope(() => {
      const before = torch.memory().tensors;
      torch.unique(x);
      expect(torch.memory().tensors).toBe(before + 1);
    });
    expect(() => torch.unique(x, { return_counts: true } as object)).toThrow('did you mean returnCounts?');
  });
});

describe('nonzero()', () => {
  it('gives rows of indices, or one tensor for each dimension', () => {
    const x = torch.tensor([
      [0, 7],
      [8, 0],
    ]);
    expect(x.nonzero().tolist()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(torch.nonzero(x, { asTuple: true }).map((tensor) => tensor.tolist())).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(x.at(...x.nonzero({ asTuple: true })).tolist()).toEqual([7, 8]);
    expect(
      torch
        .tensor(5)
        .nonzero({ asTuple: true })
        .map((tensor) => tensor.tolist()),
    ).toEqual([[0]]);
  });
});

describe('transposes and iteration', () => {
  it('T, mT, H and mH are views that gradients flow through', () => {
    const x = torch.tensor([[1, 2, 3]], { dtype: 'float32' }).requiresGrad_();
    expect([x.T.shape, x.mT.shape, x.H.shape, torch.ones([2, 3, 4]).mH.shape]).toEqual([
      [3, 1],
      [3, 1],
      [3, 1],
      [2, 4, 3],
    ]);
    x.T.mul(torch.tensor([[1], [2], [3]]))
      .sum()
      .backward();
    expect(x.grad?.tolist()).toEqual([[1, 2, 3]]);
  });

  it('goes through the first dimension, and refuses a single number', () => {
    const rows = torch.arange(6).view([3, 2]);
    expect([...rows].map((row) => row.tolist())).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
    expect(() => [...torch.tensor(1)]).toThrow(
      new TypeError('cannot iterate over a tensor without dimensions'),
    );
  });
});

it('dim: null is no dimension, as in PyTorch', () => {
  const x = torch.tensor([
    [2, 1],
    [2, 1],
  ]);
  expect(torch.unique(x, { dim: null }).tolist()).toEqual([1, 2]);
  expect(torch.uniqueConsecutive(x, { dim: null }).tolist()).toEqual([2, 1, 2, 1]);
  expect(torch.unique(x, { dim: 0 }).tolist()).toEqual([[2, 1]]);
});
