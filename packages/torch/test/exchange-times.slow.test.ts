/** Protects: of the time in which gradients are exchanged, without that between two buckets, `exposed` is what the backward pass did not hide. */
import { expect, test } from 'vitest';

import { runRanks } from './run-ranks.js';

interface Pass {
  wall: number;
  total: number;
  exposed: number;
}
type Measured = Record<'hiding' | 'gaps' | 'exposing' | 'late', { first: null; passes: Pass[] }>;

// The machine may be busy: of several passes on both ranks the one that it disturbed least counts.
const least = (values: readonly number[]): number => Math.min(...values);
const most = (values: readonly number[]): number => Math.max(...values);

test('what is hidden, and what is exposed', async () => {
  const { messages, error } = await runRanks<Measured>('exchange-times.mjs', 2);
  expect(error).toBeUndefined();
  const [main, other] = messages.map(([message]) => message);
  if (!main || !other) throw new Error('a rank sent nothing');
  for (const { first, passes } of [main, other].flatMap((rank) => Object.values(rank))) {
    expect(first).toBeNull();
    for (const { wall, total, exposed } of passes) {
      expect(exposed).toBeGreaterThanOrEqual(0);
      expect(exposed).toBeLessThanOrEqual(total);
      expect(total).toBeLessThanOrEqual(wall);
    }
  }
  const hiding = [...main.hiding.passes, ...other.hiding.passes];
  expect(least(hiding.map(({ total, exposed }) => exposed / total))).toBeLessThan(0.5);
  const gaps = [...main.gaps.passes, ...other.gaps.passes];
  expect(least(gaps.map(({ total, wall }) => total / wall))).toBeLessThan(0.5);
  const exposing = [...main.exposing.passes, ...other.exposing.passes];
  expect(most(exposing.map(({ total, exposed }) => exposed / total))).toBeGreaterThan(0.5);
  // Rank 0 has nothing to do but to wait for rank 1.
  expect(most(main.late.passes.map(({ exposed }) => exposed))).toBeGreaterThan(150);
  expect(least(other.late.passes.map(({ exposed }) => exposed))).toBeLessThan(150);
});
