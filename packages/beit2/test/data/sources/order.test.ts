import { describe, expect, test } from 'vitest';
import { CounterRandom, permutation } from '#beit2/data/random.js';
import { EpochSampler, type EpochSamplerOptions } from '#beit2/data/loading/sampler.js';

describe('CounterRandom', () => {
  test('is the same stream for the same counters, for ever: other values would change every run', () => {
    const draws = (...counters: [number, ...number[]]): string[] => {
      const random = new CounterRandom(...counters);
      return [random.next(), random.next()].map((x) => x.toFixed(12));
    };
    expect(draws(0)).toEqual(['0.062326948047', '0.792451203720']);
    expect(draws(1, 2, 3)).toEqual(['0.590019262048', '0.952295465042']);
    expect(draws(1, 2, 3)).not.toEqual(draws(1, 3, 2));
    expect(draws(1)).not.toEqual(draws(1 + 2 ** 32));
  });

  test('is uniform, normal where asked, and uncorrelated between neighbouring counters', () => {
    const n = 20_000;
    const uniform = Array.from({ length: n }, (_, i) => new CounterRandom(7, 0, i).next());
    expect(mean(uniform)).toBeCloseTo(0.5, 1.9);
    expect(mean(uniform.map((x) => (x - 0.5) ** 2))).toBeCloseTo(1 / 12, 2.5);
    const pairs = uniform.slice(1).map((x, i) => (x - 0.5) * ((uniform[i] ?? 0) - 0.5));
    expect(Math.abs(mean(pairs))).toBeLessThan(0.003); // 5 sigma of 1/12 / sqrt(n)
    const random = new CounterRandom(8);
    const normal = Array.from({ length: n }, () => random.normal());
    expect(Math.abs(mean(normal))).toBeLessThan(0.035);
    expect(mean(normal.map((x) => x * x))).toBeCloseTo(1, 1);
    const dice = new Uint32Array(6);
    for (let i = 0; i < 60_000; i++) {
      const side = random.int(6);
      dice[side] = (dice[side] ?? 0) + 1;
    }
    for (const count of dice) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  test('refuses what is no counter', () => {
    expect(() => new CounterRandom(1, -1)).toThrow(
      'CounterRandom: expected non-negative integers but received -1',
    );
  });

  test('permutation holds every number once', () => {
    const order = permutation(1000, new CounterRandom(3));
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
    expect([...order.slice(0, 10)]).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('EpochSampler', () => {
  const options: EpochSamplerOptions = { length: 103, batchSize: 8, seed: 5, shuffle: true, dropLast: true };

  test('a step of all ranks together is the step of one process with the whole batch', () => {
    const whole = new EpochSampler({ ...options, batchSize: 24 });
    const ranks = [0, 1, 2].map((rank) => new EpochSampler({ ...options, rank, worldSize: 3 }));
    expect(ranks.map((sampler) => sampler.stepsPerEpoch)).toEqual([4, 4, 4]);
    for (let step = 0; step < 4; step++) {
      const batches = ranks.map((sampler) => [...sampler.batch(2, step)]);
      expect(batches.map((batch) => batch.length)).toEqual([8, 8, 8]);
      const together = [...whole.batch(2, step)].map((_, i) => batches[i % 3]?.[Math.floor(i / 3)]);
      expect(together).toEqual([...whole.batch(2, step)]);
    }
  });

  test('an epoch shows every image once, in an order of its own, whatever was asked before', () => {
    const all = new EpochSampler({ ...options, dropLast: false });
    expect(all.stepsPerEpoch).toBe(13);
    const epoch = (n: number): number[] =>
      Array.from({ length: 13 }, (_, step) => [...all.batch(n, step)]).flat();
    expect(epoch(0).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 103 }, (_, i) => i));
    expect(epoch(0)).not.toEqual(epoch(1));
    expect([...new EpochSampler({ ...options, dropLast: false }).batch(1, 7)]).toEqual(
      epoch(1).slice(56, 64),
    );
    expect(all.batch(0, 12)).toHaveLength(7);
  });

  test('without shuffling goes through the source as it is', () => {
    const sampler = new EpochSampler({ ...options, shuffle: false, dropLast: false, rank: 1, worldSize: 2 });
    expect([...sampler.batch(0, 0)]).toEqual([1, 3, 5, 7, 9, 11, 13, 15]);
    expect([...sampler.batch(0, 6)]).toEqual([97, 99, 101]);
  });

  test('says when the images do not fill a batch, and refuses a step outside the epoch', () => {
    expect(() => new EpochSampler({ ...options, batchSize: 104 })).toThrow(
      '103 images do not fill one batch of 104: choose a smaller batch or more images.',
    );
    expect(() => new EpochSampler({ ...options, batchSize: 64, worldSize: 2 })).toThrow(
      '103 images do not fill one batch of 64 on each of 2 processes: choose a smaller batch or more images.',
    );
    expect(() => new EpochSampler(options).batch(0, 12)).toThrow("step 12 is outside the epoch's 12 steps");
  });
});

test('the order of samples depends on (seed, epoch) alone: 10,000 random settings', () => {
  const draw = new CounterRandom(20261128);
  for (let setting = 0; setting < 10_000; setting++) {
    const [length, seed, epoch] = [1 + draw.int(120), draw.int(50), draw.int(5)];
    const [worldSize, batchSize, dropLast] = [1 + draw.int(6), 1 + draw.int(9), draw.int(2) === 0];
    const local = { run: 1 + draw.int(12), buffer: 1 + draw.int(40) };
    const shuffle = draw.int(3) === 0 ? local : true;
    const of = (rank: number) =>
      new EpochSampler({ length, batchSize, seed, shuffle, dropLast, rank, worldSize });
    const steps = length / (batchSize * worldSize);
    if (dropLast && steps < 1) continue;
    // What one process with batches of one image sees, whole and in order.
    const one = new EpochSampler({ length, batchSize: 1, seed, shuffle, dropLast: false });
    const order = Array.from({ length }, (_, step) => one.batch(epoch, step)[0]);
    const restart = draw.int(Math.ceil(steps)); // later steps come from samplers that have seen nothing before
    const seen: (number | undefined)[] = [];
    let ranks = Array.from({ length: worldSize }, (_, rank) => of(rank));
    for (let step = 0; step < (ranks[0]?.stepsPerEpoch ?? 0); step++) {
      if (step === restart) ranks = ranks.map((_, rank) => of(rank));
      const parts = ranks.map((sampler) => sampler.batch(epoch, step));
      const images = parts.reduce((sum, part) => sum + part.length, 0);
      for (let i = 0; i < images; i++) seen.push(parts[i % worldSize]?.[Math.floor(i / worldSize)]);
    }
    const whole = dropLast ? Math.floor(steps) * batchSize * worldSize : length;
    const what = JSON.stringify({ length, seed, epoch, worldSize, batchSize, dropLast, shuffle, restart });
    if (seen.join() !== order.slice(0, whole).join()) expect(seen, what).toEqual(order.slice(0, whole));
    if (new Set(order).size !== length) expect(new Set(order).size, what).toBe(length);
  }
});

function mean(values: number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
