/** Protects: positions are resized to another grid as the reference does it, checked against scipy and PyTorch. */
import { UserError } from '#beit2/errors.js';
import { readCheckpoint } from '#beit2/formats/checkpoint.js';
import { toFloat32 } from '#beit2/formats/float-values.js';
import {
  gridOfTable,
  relativePositionIndex,
  resizePositions,
  resizeTable,
  splineWeights,
  tableRows,
  type Grid,
} from '#beit2/model/resize-positions.js';
import { readSafetensors } from '#beit2/formats/safetensors.js';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const { tensors } = readSafetensors(join(import.meta.dirname, '../fixtures/formats/resize.safetensors'));
const cases = [...tensors.keys()].filter((name) => name.endsWith('.in')).map((name) => name.slice(0, -3));

function stored(name: string): { values: Float32Array; shape: number[] } {
  const tensor = tensors.get(name);
  if (!tensor) throw new Error(`the fixture has no ${name}`);
  return { values: toFloat32(tensor), shape: tensor.shape };
}

function largestDifference(got: Float32Array, want: Float32Array): number {
  expect(got.length).toBe(want.length);
  return got.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (want[i] ?? NaN))), 0);
}

describe('against scripts/make-resize-fixture.py', () => {
  test.each(cases.filter((name) => name.startsWith('table.')))('%s', (name) => {
    const [, from = 0, to = 0] = name.split('.').map(Number);
    const { values, shape } = stored(`${name}.in`);
    const resized = resizeTable(values, shape[1] ?? 0, [from, from], [to, to]);
    expect(largestDifference(resized, stored(`${name}.out`).values)).toBeLessThan(2e-6);
  });

  test.each(cases.filter((name) => name.startsWith('positions.')))('%s', (name) => {
    const [from, to] = name
      .split('.')
      .slice(1)
      .map((part) => part.split('x').map(Number) as unknown as Grid);
    const { values, shape } = stored(`${name}.in`);
    const resized = resizePositions(values, shape[2] ?? 0, from ?? [0, 0], to ?? [0, 0]);
    // PyTorch computes the weights in float32.
    expect(largestDifference(resized, stored(`${name}.out`).values)).toBeLessThan(1e-5);
  });
});

test('the rows of [CLS] stay, and the centre of a table stays', () => {
  const values = Float32Array.from({ length: tableRows([4, 4]) }, (_, i) => Math.sin(i));
  const resized = resizeTable(values, 1, [4, 4], [9, 9]);
  expect(resized.slice(-3)).toEqual(values.slice(-3));
  expect(resized[(17 * 17 - 1) / 2]).toBeCloseTo(values[24] ?? NaN, 6);
});

test('one side of a grid is resized alone', () => {
  const wide = Float32Array.from({ length: tableRows([3, 5]) }, (_, i) => Math.cos(i));
  const resized = resizeTable(wide, 1, [3, 5], [3, 5]);
  expect(largestDifference(resized, wide)).toBe(0);
  expect(resizeTable(wide, 1, [3, 5], [3, 8]).length).toBe(tableRows([3, 8]));
});

test('the spline goes through its sites and is exact for cubics', () => {
  const sites = [-3, -1.5, 0, 0.5, 2, 7];
  const cubic = (x: number): number => 2 - x + 3 * x ** 2 - 0.5 * x ** 3;
  const wanted = [-3, -2, 0.25, 2, 6.9, 7];
  splineWeights(sites, wanted).forEach((row, i) => {
    const value = row.reduce((sum, weight, j) => sum + weight * cubic(sites[j] ?? 0), 0);
    expect(value).toBeCloseTo(cubic(wanted[i] ?? 0), 9);
  });
});

test('a grid too small for a cubic spline is refused', () => {
  expect(() => resizeTable(new Float32Array(12), 1, [2, 2], [4, 4])).toThrow(
    new UserError(
      'A relative position table of 2 patches per side is too small to interpolate: at least 3 are needed.',
    ),
  );
});

test('the grid of a table follows from its rows where it is square', () => {
  expect(gridOfTable(732)).toEqual([14, 14]);
  expect(gridOfTable(tableRows([3, 5]))).toBeNull();
});

test('the index of a 1 × 2 grid by hand: [CLS] rows last, then by the difference of columns', () => {
  // Table: columns -1, 0, 1 in rows 0 to 2, then [CLS] to token 3, token to [CLS] 4, [CLS] to [CLS] 5.
  expect([...relativePositionIndex([1, 2])].map(Number)).toEqual([5, 3, 3, 4, 1, 0, 4, 2, 1]);
  expect([...relativePositionIndex([2, 2])].map(Number)).toEqual(
    [
      [11, 9, 9, 9, 9], // [CLS] to itself and to patches
      [10, 4, 3, 1, 0],
      [10, 5, 4, 2, 1],
      [10, 7, 6, 4, 3],
      [10, 8, 7, 5, 4],
    ].flat(),
  );
});

test('the index of the official models', () => {
  const golden = join(import.meta.dirname, '../fixtures/golden/checkpoint-mim.pth');
  const stored = readCheckpoint(golden).tensors.get('rel_pos_bias.relative_position_index')?.read();
  expect(new Uint8Array(relativePositionIndex([4, 4]).buffer)).toEqual(stored?.data);
});
