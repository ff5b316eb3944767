import * as torch from '#torch/index.js';
import { nn } from '#torch/index.js';
import { describe, expect, test } from 'vitest';

import { expectClose, readFixture, type Values } from './nn-fixtures.js';

const { initial } = readFixture('nn.json') as { initial: Record<string, Values> };
const { init } = nn;

describe('nn.init', () => {
  test.each<[string, (tensor: torch.Tensor) => torch.Tensor]>([
    ['truncNormal', (t) => init.timmTruncNormal_(t)],
    ['truncNormalShifted', (t) => init.timmTruncNormal_(t, { mean: 0.5, std: 2, a: -1, b: 1.5 })],
    ['beitTruncNormal', (t) => init.beitTruncNormal_(t, 0.02)],
    ['xavierUniform', (t) => init.xavierUniform_(t, { gain: 1.5 })],
    ['kaimingUniform', (t) => init.kaimingUniform_(t, { a: Math.sqrt(5) })],
    ['normal', (t) => init.normal_(t, { mean: 1, std: 0.5 })],
    ['uniform', (t) => init.uniform_(t, { a: -1, b: 3 })],
  ])('%s draws the numbers that Python draws for the same seed', (name, fill) => {
    const expected = initial[name];
    if (expected === undefined) throw new Error(`${name} is not in the fixture`);
    const tensor = torch.empty(expected.shape);
    torch.manualSeed(30);
    expect(fill(tensor)).toBe(tensor);
    expectClose(tensor, expected, 0);
  });

  // Of a normal cut at ±c standard deviations: variance 1 - 2c·φ(c) / (2Φ(c) - 1).
  test.each([
    ['truncNormal_ cut at ±2', 1, 0.7737, 2],
    ['beitTruncNormal_, cut at ±1 standard deviation', 0.02, 0.29112 * 0.02 ** 2, 0.02],
  ])('%s has the moments and bounds of the cut normal', (_, std, variance, bound) => {
    const generator = new torch.Generator().manualSeed(3);
    const tensor = torch.empty([500, 400]);
    if (std === 1) init.truncNormal_(tensor, { generator });
    else init.beitTruncNormal_(tensor, std, { generator });
    expect(Math.abs(tensor.mean().item()) / std).toBeLessThan(0.006);
    expect(tensor.variance().item() / variance).toBeGreaterThan(0.99);
    expect(tensor.variance().item() / variance).toBeLessThan(1.01);
    expect(tensor.abs().max().item()).toBeLessThanOrEqual(Math.fround(bound));
    expect(tensor.abs().max().item()).toBeGreaterThan(0.999 * bound);
  });

  test('works on parameters without recording, and repeats with a seeded generator', () => {
    const draw = (): number[] => {
      const parameter = new nn.Parameter(torch.zeros([6]));
      init.truncNormal_(parameter, { std: 0.02, generator: new torch.Generator().manualSeed(9) });
      expect([parameter.isLeaf, parameter.requiresGrad]).toEqual([true, true]);
      return [...parameter.toFloat32Array()];
    };
    expect(draw()).toEqual(draw());
    expect(init.ones_(torch.empty([2])).tolist()).toEqual([1, 1]);
    expect(init.zeros_(torch.empty([2])).tolist()).toEqual([0, 0]);
    expect(init.constant_(torch.empty([2]), 0.5).tolist()).toEqual([0.5, 0.5]);
  });

  test('refuses what has no distribution or no fans', () => {
    const tensor = torch.empty([3]);
    expect(() => init.truncNormal_(tensor, { std: 0 })).toThrow(
      new RangeError('truncNormal_: expected a positive std but received 0'),
    );
    expect(() => init.truncNormal_(tensor, { a: 1, b: 1 })).toThrow(
      new RangeError('truncNormal_: expected a < b but received a = 1 and b = 1'),
    );
    expect(() => init.xavierUniform_(tensor)).toThrow(
      new Error('expected a weight of at least 2 dimensions but received shape [3]'),
    );
  });
});
