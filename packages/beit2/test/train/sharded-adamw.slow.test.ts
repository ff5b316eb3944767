/** AdamW with its state divided among ranks, against AdamW that keeps all of it. */
import { join } from 'node:path';
import { distributed } from '@beit2/torch';
import { expect, test } from 'vitest';

type State = [position: number, tensors: [name: string, shape: number[], values: unknown][]][];
interface Report {
  first: [number, number];
  bytes: [number, number];
  weights: [unknown, unknown];
  gathered: [State, State];
  loaded: State;
  released: State;
}

test.each([2, 5])(
  '%i ranks: the weights of one AdamW to the bit, for a part of its memory',
  async (ranks) => {
    const reports: Report[] = [];
    const onMessage = (message: unknown, rank: number): void => void (reports[rank] = message as Report);
    const env = { OMP_NUM_THREADS: '1' };
    await distributed.launch(join(import.meta.dirname, 'sharded-adamw-worker.mjs'), ranks, {
      env,
      onMessage,
    });
    expect(reports).toHaveLength(ranks);
    for (const { weights } of reports) expect(weights[1]).toEqual(weights[0]);
    expect(reports.map(({ weights }) => weights)).toEqual(reports.map(() => reports[0]?.weights));

    // Every number is kept once; the largest parameter, 8 x 16 elements of 227, is not divided.
    const [whole = 0] = reports[0]?.bytes ?? [];
    const own = reports.map(({ bytes }) => bytes[1]);
    expect(own.reduce((sum, bytes) => sum + bytes, 0)).toBe(whole);
    const largest = 8 * 8 * 16 + 4;
    expect(Math.max(...own)).toBeLessThanOrEqual(Math.max(largest, whole / ranks + 8 * 16));

    const [main, ...others] = reports;
    expect(main?.first).toEqual([4, 4]); // parameters without a gradient have no state
    expect(main?.gathered[1]).toEqual(main?.gathered[0]);
    expect(main?.loaded).toEqual(main?.released);
    for (const { gathered, released } of others) expect(gathered[1]).toEqual(released);
  },
);
