import { describe, expect, test } from 'vitest';
import { BlockMasking } from '#beit2/data/augment/block-masking.js';
import { CounterRandom } from '#beit2/data/random.js';

describe('BlockMasking', () => {
  test.each([
    { grid: [14, 14], masked: 75, minBlock: 16 },
    { grid: [8, 8], masked: 26, minBlock: 4 },
    { grid: [8, 8], masked: 64, minBlock: 4 }, // blocks never cover the grid, so single cells must
    { grid: [8, 8], masked: 0, minBlock: 4 },
    { grid: [3, 5], masked: 1, minBlock: 16 },
    { grid: [7, 12], masked: 50, minBlock: 9, maxBlock: 12 },
    { grid: [1, 1], masked: 1, minBlock: 4 },
  ] as const)('masks exactly $masked cells of $grid', (options) => {
    const masking = new BlockMasking(options);
    const mask = new Uint8Array(options.grid[0] * options.grid[1]).fill(9);
    for (let draw = 0; draw < 300; draw++) {
      masking.draw(new CounterRandom(1, draw), mask);
      expect(mask.reduce((a, b) => a + b, 0)).toBe(options.masked);
      expect(mask.every((cell) => cell === 0 || cell === 1)).toBe(true);
    }
  });

  test('masks blocks, not single cells: most masked cells have a masked neighbour to the right', () => {
    const masking = new BlockMasking({ grid: [14, 14], masked: 75, minBlock: 16 });
    const mask = new Uint8Array(196);
    let pairs = 0;
    for (let draw = 0; draw < 200; draw++) {
      masking.draw(new CounterRandom(2, draw), mask);
      pairs += mask.reduce((sum, cell, i) => sum + (i % 14 < 13 ? cell * (mask[i + 1] ?? 0) : 0), 0);
    }
    expect(pairs / 200).toBeGreaterThan(50); // 75 cells at random would have 27
  });

  test('is the same for the same counters and another for others', () => {
    const masking = new BlockMasking({ grid: [14, 14], masked: 75, minBlock: 16 });
    const draw = (n: number): number[] => {
      const mask = new Uint8Array(196);
      masking.draw(new CounterRandom(4, n), mask);
      return [...mask];
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  test('says which numbers are possible', () => {
    expect(() => new BlockMasking({ grid: [4, 4], masked: 17, minBlock: 4 })).toThrow(
      'Masking: cannot mask 17 patches of a 4 x 4 grid; choose a whole number from 0 to 16.',
    );
    expect(() => new BlockMasking({ grid: [4, 4], masked: 2, minBlock: 0 })).toThrow(
      'Masking: the block sizes and the aspect ratio must be greater than 0.',
    );
  });
});
