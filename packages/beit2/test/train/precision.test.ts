/** `precision: auto` is what was measured to be fast, and a run keeps it. */
import * as torch from '@beit2/torch';
import { expect, test } from 'vitest';
import { machineArithmetic, useArithmetic } from '#beit2/train/arithmetic.js';
import { fastPrecision, Precision, slowPrecision } from '#beit2/train/precision.js';

const { float32, bfloat16 } = torch.measurement().matmul;

test('auto takes bfloat16 only where its products are clearly faster', () => {
  expect(fastPrecision('cpu')).toBe(float32 > 1.25 * bfloat16 ? 'bfloat16' : 'float32');
  const { precision } = machineArithmetic('auto', 'cpu');
  expect(precision).toBe(fastPrecision('cpu'));
  expect(machineArithmetic('bfloat16', 'cpu').precision).toBe('bfloat16');
  const dtype = new Precision('auto', 'cpu').forward(() =>
    torch.ones([2, 2]).matmul(torch.ones([2, 2])),
  ).dtype;
  expect(dtype).toBe(precision);
});

test('a precision that is slow here gets one sentence, another none', () => {
  expect(slowPrecision(fastPrecision('cpu'), 'cpu')).toBeNull();
  const slow = bfloat16 > 1.25 * float32 ? 'bfloat16' : float32 > 1.25 * bfloat16 ? 'float32' : null;
  if (slow === null) {
    expect(slowPrecision('bfloat16', 'cpu')).toBeNull();
    return;
  }
  const times = Math.max(float32 / bfloat16, bfloat16 / float32).toFixed(1);
  expect(slowPrecision(slow, 'cpu')).toMatch(
    new RegExp(`^precision ${slow} is slow here: .*${times} times as long`),
  );
});

test('libraries that another machine had and this one lacks are said, and nothing changes', () => {
  const before = torch.chosenProducts();
  expect(useArithmetic({ precision: 'float32', products: before })).toBeNull();
  const foreign = { ...before, attention: 'aten' } as const;
  expect(useArithmetic({ precision: 'float32', products: foreign })).toMatch(/differ in the last bits/);
  expect(torch.chosenProducts()).toEqual(before);
});
