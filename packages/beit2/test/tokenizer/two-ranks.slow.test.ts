/** Training over two processes: one codebook on both, and the losses of one process on the whole batch. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { distributed } from '@beit2/torch';
import { afterAll, expect, test } from 'vitest';

interface Step {
  loss: number;
  indices: number[][];
  codebook: number[];
  clusterSize: number[];
  revived: number;
}

const steps = 9;
const folder = mkdtempSync(join(tmpdir(), 'beit2-ranks-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What each rank saw. */
async function train(ranks: number): Promise<Step[][]> {
  const file = join(folder, `of-${ranks}`);
  const script = join(import.meta.dirname, 'two-ranks-worker.mjs');
  await distributed.launch(script, ranks, { args: [file, String(steps)] });
  return Array.from(
    { length: ranks },
    (_, rank) => JSON.parse(readFileSync(`${file}-${rank}.json`, 'utf8')) as Step[],
  );
}

function largestDifference(a: readonly number[] = [], b: readonly number[] = []): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b[i] ?? NaN))), 0);
}

test('two ranks: equal codebooks after every step, the codes and losses of one process on the union', async () => {
  const [[whole = []], [first = [], second = []]] = [await train(1), await train(2)];
  expect([whole.length, first.length, second.length]).toEqual([steps, steps, steps]);
  for (const [i, want] of whole.entries()) {
    expect(first[i]?.codebook, `codebooks after step ${i}`).toEqual(second[i]?.codebook);
    expect(first[i]?.clusterSize).toEqual(second[i]?.clusterSize);
    const dealt = (first[i]?.indices ?? []).flatMap((codes, j) => [codes, second[i]?.indices[j]]);
    expect(dealt, `codes of step ${i}`).toEqual(want.indices);
    expect(first[i]?.loss).toBe(second[i]?.loss);
    expect(Math.abs((first[i]?.loss ?? NaN) - want.loss)).toBeLessThan(1e-5);
    expect(largestDifference(first[i]?.codebook, want.codebook)).toBeLessThan(1e-4);
  }
  // The steps included k-means and a revival.
  expect(whole[0]?.clusterSize.some((hits) => hits > 0)).toBe(true);
  expect(new Set(whole.map(({ revived }) => revived)).size).toBeGreaterThan(1);
});
