/** Kind masking-stats: where block masks fall, and in how many pieces. */
import { expect } from 'vitest';

import { BlockMasking } from '#beit2/data/augment/block-masking.js';
import { CounterRandom } from '#beit2/data/random.js';

import type { GoldenCase } from '../case.js';

interface Setting {
  setting: { grid: [number, number]; masked: number; min_block: number; max_block: number | null };
  probability: Limits;
  components: Limits;
}

interface Limits {
  max_abs_difference: number;
  rms_difference: number;
}

export function maskingStats(golden: GoldenCase): void {
  const { draws, bins } = golden.config as { draws: number; bins: number };
  for (const [number, { setting, probability, components }] of (
    golden.json.settings as Setting[]
  ).entries()) {
    const { grid, masked, min_block: minBlock, max_block: maxBlock } = setting;
    const masking = new BlockMasking({ grid, masked, minBlock, maxBlock });
    const mask = new Uint8Array(grid[0] * grid[1]);
    const hits = new Float64Array(mask.length);
    const pieces = new Float64Array(bins);
    for (let draw = 0; draw < draws; draw++) {
      masking.draw(new CounterRandom(1, number, draw), mask);
      let count = 0;
      for (const [i, cell] of mask.entries()) {
        hits[i] = (hits[i] ?? 0) + cell / draws;
        count += cell;
      }
      if (count !== masked) expect.fail(`${golden.name}: draw ${draw} masks ${count} cells, not ${masked}`);
      const bin = Math.min(countComponents(mask, grid[1]), bins) - 1;
      pieces[bin] = (pieces[bin] ?? 0) + 1 / draws;
    }
    expectWithin(golden, `out.probability_${number}`, hits, probability);
    expectWithin(golden, `out.components_${number}`, pieces, components);
  }
}

/** Groups of masked cells that touch along edges. */
function countComponents(mask: Uint8Array, columns: number): number {
  const left = mask.slice();
  let count = 0;
  for (let start = 0; start < left.length; start++) {
    if (left[start] !== 1) continue;
    count++;
    const open = [start];
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      if (left[cell] !== 1) continue;
      left[cell] = 0;
      open.push(cell - columns, cell + columns);
      if (cell % columns > 0) open.push(cell - 1);
      if (cell % columns < columns - 1) open.push(cell + 1);
    }
  }
  return count;
}

function expectWithin(golden: GoldenCase, name: string, got: Float64Array, limits: Limits): void {
  const want = golden.tensor(name).toTypedArray() as Float32Array;
  expect(got.length, name).toBe(want.length);
  const differences = Array.from(want, (value, i) => Math.abs(value - (got[i] ?? NaN)));
  expect(Math.max(...differences), `${name}: largest difference`).toBeLessThanOrEqual(
    limits.max_abs_difference,
  );
  const rms = Math.sqrt(differences.reduce((sum, x) => sum + x * x, 0) / differences.length);
  expect(rms, `${name}: rms difference`).toBeLessThanOrEqual(limits.rms_difference);
}
