/** Protects: the order of samples depends on (seed, epoch) alone when runs and a buffer are shuffled, not the whole set. */
import { describe, expect, test } from 'vitest';
import { EpochSampler } from '#beit2/data/loading/sampler.js';
import { CounterRandom } from '#beit2/data/random.js';

describe('shuffling runs and a buffer', () => {
  test('10,000 random settings: ranks, batch sizes and where one starts change nothing, and each image comes once', () => {
    const random = new CounterRandom(2026);
    for (let setting = 0; setting < 10_000; setting++) {
      const length = 2 + random.int(150);
      const shuffle = { run: 1 + random.int(40), buffer: 1 + random.int(60) };
      const [seed, epoch] = [random.int(1000), random.int(50)];
      const worldSize = 1 + random.int(4);
      const batchSize = 1 + random.int(Math.max(1, Math.floor(length / worldSize)));
      const common = { length, seed, shuffle, dropLast: false };
      const whole = [...new EpochSampler({ ...common, batchSize: length }).batch(epoch, 0)];
      expect([...whole].sort((a, b) => a - b)).toEqual(Array.from({ length }, (_, i) => i));
      const ranks = Array.from(
        { length: worldSize },
        (_, rank) => new EpochSampler({ ...common, batchSize, rank, worldSize }),
      );
      const step = random.int(ranks[0]?.stepsPerEpoch ?? 1); // asked for first: nothing before it was
      const shares = ranks.map((sampler) => [...sampler.batch(epoch, step)]);
      const together = shares.flatMap((share, rank) =>
        share.map((index, i) => [i * worldSize + rank, index]),
      );
      const start = step * batchSize * worldSize;
      const expected = whole.slice(start, start + batchSize * worldSize);
      expect(together.sort(([a = 0], [b = 0]) => a - b).map(([, index]) => index)).toEqual(expected);
    }
  });

  test('keeps to few runs at a time, mixes within the buffer, and gives each epoch another order', () => {
    const sampler = new EpochSampler({
      length: 1005,
      batchSize: 100,
      seed: 3,
      shuffle: { run: 10, buffer: 100 },
      dropLast: false,
    });
    const order = [...sampler.batch(0, 2)];
    // A buffer of 100 places touches 10 or 11 runs, or 12 with the short one.
    expect(new Set(order.map((index) => Math.floor(index / 10))).size).toBeLessThanOrEqual(12);
    const neighbours = order.slice(1).filter((index, i) => index === (order[i] ?? 0) + 1).length;
    expect(neighbours).toBeLessThan(10);
    expect([...sampler.batch(1, 2)]).not.toEqual(order);
    expect([...sampler.batch(0, 2)]).toEqual(order);
  });
});
