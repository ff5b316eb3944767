import * as torch from '#torch/index.js';
import { nn } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

function model(): nn.Sequential {
  return new nn.Sequential(new nn.Linear(2, 3), new nn.BatchNorm2d(3));
}

describe('Module.loadStateDict', () => {
  test('round trip: the copy has the same tensors, and its own', () => {
    const source = model();
    const target = model();
    source.stateDict().get('1.num_batches_tracked')?.fill_(7);
    expect(target.loadStateDict(source.stateDict())).toEqual({ missing: [], unexpected: [] });
    for (const [key, tensor] of source.stateDict()) {
      expect(target.stateDict().get(key)?.toTypedArray()).toEqual(tensor.toTypedArray());
    }
    torch.noGrad(() => source.stateDict().get('0.weight')?.fill_(9));
    expect(target.stateDict().get('0.weight')?.eq(9).any().item()).toBe(0);
  });

  test('one error lists everything that does not fit, and nothing is changed', () => {
    const target = model();
    const before = target.stateDict().get('0.weight')?.tolist();
    const state = model().stateDict();
    state.delete('0.bias');
    state.delete('1.running_var');
    state.set('1.weight', torch.zeros([4], { dtype: 'float16' }));
    state.set('head.weight', torch.zeros([2, 2], { dtype: 'bfloat16' }));
    state.set('1.bias', 3 as unknown as torch.Tensor);
    expect(() => target.loadStateDict(state)).toThrow(
      new Error(
        [
          'loading Sequential: the state dict does not fit: 2 missing (-), 1 unexpected (+), 2 mismatched (~)',
          '  - 0.bias: float32 [3]',
          '  - 1.running_var: float32 [3]',
          '  + head.weight: bfloat16 [2, 2]',
          '  ~ 1.weight: expected float32 [3] but received float16 [4]',
          '  ~ 1.bias: expected a Tensor but received number',
        ].join('\n'),
      ),
    );
    expect(target.stateDict().get('0.weight')?.tolist()).toEqual(before);
  });

  test('strict: false names the keys it passed over, but another shape is still an error', () => {
    const target = new nn.Linear(2, 3);
    const weight = torch.ones([3, 2]);
    expect(target.loadStateDict({ weight, extra: torch.ones([1]) }, { strict: false })).toEqual({
      missing: ['bias'],
      unexpected: ['extra'],
    });
    expect(target.weight.sum().item()).toBe(6);
    expect(() => target.loadStateDict({ weight: torch.ones([2, 3]) }, { strict: false })).toThrow(
      [
        'loading Linear: the state dict does not fit: 1 missing (-), 0 unexpected (+), 1 mismatched (~)',
        '  - bias: float32 [3]',
        '  ~ weight: expected float32 [3, 2] but received float32 [2, 3]',
      ].join('\n'),
    );
  });

  test('converts dtypes into the tensors that are there', () => {
    const target = new nn.Linear(1, 2);
    const { weight } = target;
    target.loadStateDict({
      weight: torch.tensor([[1.5], [2]], { dtype: 'float64' }),
      bias: torch.tensor([3, 4], { dtype: 'float16' }),
    });
    expect(target.weight).toBe(weight);
    expect([weight.dtype, weight.requiresGrad, weight.isLeaf]).toEqual(['float32', true, true]);
    expect([weight.tolist(), target.bias?.tolist()]).toEqual([
      [[1.5], [2]],
      [3, 4],
    ]);
  });
});
