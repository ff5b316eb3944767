/** Protects: sources with weights are drawn as often as the documents say, in an order of (seed, epoch) alone, and repeats look different. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recipeChanges } from '#beit2/config/recipe-changes.js';
import { ImageLoader } from '#beit2/data/loading/loader.js';
import { EpochSampler, type EpochSamplerOptions } from '#beit2/data/loading/sampler.js';
import { labelledOnly } from '#beit2/data/sources/classes.js';
import { openSource } from '#beit2/data/sources/open-source.js';
import { limitSource, subset } from '#beit2/data/sources/subset.js';
import { CounterRandom } from '#beit2/data/random.js';
import { folderOf, messageOf, patternImage } from '../fixtures.js';

const parts = [
  { length: 10, weight: 2 },
  { length: 7, weight: 1 },
  { length: 20, weight: 0.3 },
];
const length = 37;

function samplerOf(options: Partial<EpochSamplerOptions> = {}): EpochSampler {
  return new EpochSampler({
    length,
    batchSize: 1,
    seed: 5,
    shuffle: true,
    dropLast: false,
    parts,
    ...options,
  });
}

/** All draws of an epoch in their order. */
function drawsOf(sampler: EpochSampler, epoch: number): number[] {
  return Array.from({ length: sampler.stepsPerEpoch }, (_, step) => [...sampler.batch(epoch, step)]).flat();
}

describe.each([
  ['all shuffled', true],
  ['runs shuffled', { run: 4, buffer: 8 }],
] as const)('%s', (_, shuffle) => {
  test('an epoch draws each source weight times its images, and several epochs each image alike', () => {
    const sampler = samplerOf({ shuffle });
    const drawn = new Uint32Array(length);
    for (let epoch = 0; epoch < 10; epoch++) {
      const draws = drawsOf(sampler, epoch);
      expect(draws).toHaveLength(20 + 7 + 6);
      expect(new Set(draws).size).toBe(draws.length); // two draws of one image are two draws
      const places = draws.map((draw) => draw % length);
      expect(places.filter((place) => place < 10)).toHaveLength(20);
      expect(places.filter((place) => place >= 17)).toHaveLength(6);
      for (const place of places) drawn[place] = (drawn[place] ?? 0) + 1;
    }
    // Ten epochs: 20 draws of each image of the first source, 10 of the second, 3 of the third.
    expect([...drawn]).toEqual([
      ...Array<number>(10).fill(20),
      ...Array<number>(7).fill(10),
      ...Array<number>(20).fill(3),
    ]);
  });

  test('300 random settings: ranks, batch sizes and where one starts change nothing', () => {
    const random = new CounterRandom(4);
    for (let setting = 0; setting < 300; setting++) {
      const lengths = Array.from({ length: 1 + random.int(4) }, () => 1 + random.int(30));
      const some = lengths.map((one) => ({ length: one, weight: random.uniform(0.1, 3) }));
      const own = {
        length: lengths.reduce((a, b) => a + b),
        parts: some,
        seed: random.int(1000),
        shuffle: shuffle === true ? shuffle : { run: 1 + random.int(9), buffer: 1 + random.int(20) },
      };
      const epoch = random.int(5);
      const whole = drawsOf(samplerOf(own), epoch);
      const worldSize = 1 + random.int(3);
      const batchSize = 1 + random.int(Math.max(1, Math.floor(whole.length / worldSize)));
      const ranks = Array.from({ length: worldSize }, (_, rank) =>
        samplerOf({ ...own, batchSize, worldSize, rank }),
      );
      const step = random.int(ranks[0]?.stepsPerEpoch ?? 1); // as a resumed run begins
      const start = step * batchSize * worldSize;
      const global = whole.slice(start, start + batchSize * worldSize);
      for (const [rank, sampler] of ranks.entries())
        expect([...sampler.batch(epoch, step)]).toEqual(global.filter((_, i) => i % worldSize === rank));
    }
  });
});

test('epochs differ, seeds differ, and the same of both is the same', () => {
  const order = (seed: number, epoch: number) => drawsOf(samplerOf({ seed }), epoch).join();
  expect(order(1, 2)).toBe(order(1, 2));
  expect(new Set([order(1, 2), order(1, 3), order(2, 2)]).size).toBe(3);
});

test('a weight that 32 bits cannot count is refused', () => {
  const huge = [{ length: 10, weight: 1e9 }];
  expect(() => samplerOf({ length: 10, parts: huge })).toThrow(
    'A weight of 1000000000 is too large for 10 images',
  );
});

describe('sources', () => {
  const files = { 'x/a/1.jpg': '', 'x/b/2.jpg': '', 'y/a/3.jpg': '', 'z/4.jpg': '', 'z/5.jpg': '' };

  test('keep their weights where images are left out, and need none', async () => {
    const root = folderOf(files);
    const [x, y, z] = ['x', 'y', 'z'].map((name) => join(root, name)) as [string, string, string];
    const source = await openSource([{ path: x, weight: 2 }, y, { path: z, weight: 0.5 }]);
    const weighed = (...lengths: number[]) =>
      lengths.map((one, i) => ({ length: one, weight: [2, 1, 0.5][i] }));
    expect(source.parts).toEqual(weighed(2, 1, 2));
    expect(subset(source, [1, 3, 4]).parts).toEqual(weighed(1, 0, 2));
    expect(limitSource(source, 5, 0).parts).toEqual(weighed(2, 1, 2));
    expect(labelledOnly(source, 'images', () => undefined).parts).toEqual(weighed(2, 0, 0));
    expect((await openSource([x, y])).parts).toBeUndefined();
    expect((await openSource([{ path: x, weight: 1 }])).parts).toBeUndefined();
    expect((await openSource([{ path: x, weight: 3 }])).parts).toEqual([{ length: 2, weight: 3 }]);
    expect((await openSource([{ path: `${z}/*.jpg`, weight: 3 }, `${x}/a/1.jpg`])).parts).toEqual([
      { length: 2, weight: 3 },
      { length: 1, weight: 1 },
    ]);
    expect(await messageOf(openSource([{ path: `${x}/none`, weight: 2 }]))).toContain(
      'No such file or folder',
    );
  });

  test('a changed weight changes the steps of a run; a moved source does not', () => {
    const effect = (saved: unknown, given: unknown) =>
      recipeChanges({ data: { train: saved } }, { data: { train: given } }).map((change) => change.effect);
    expect(effect(['a', 'b'], ['c', 'd'])).toEqual(['free']);
    expect(effect('a', ['c', 'd'])).toEqual(['free']);
    expect(effect([{ path: 'a', weight: 2 }, 'b'], [{ path: 'c', weight: 2 }, 'b'])).toEqual(['free']);
    expect(effect([{ path: 'a', weight: 2 }, 'b'], ['a', { path: 'b', weight: 2 }])).toEqual(['steps']);
    expect(effect('a', [{ path: 'a', weight: 2 }])).toEqual(['steps']);
  });
});

test('an image that comes twice in an epoch is cropped in two ways, on any number of threads, with its own name', async () => {
  const root = folderOf({ 'a/1.png': await patternImage(40, 40).png().toBuffer() });
  const source = await openSource([{ path: join(root, 'a'), weight: 4 }]);
  const seen = async (workers: number) => {
    const loader = new ImageLoader({
      source,
      sampler: new EpochSampler({
        length: 1,
        parts: source.parts,
        batchSize: 4,
        seed: 1,
        shuffle: true,
        dropLast: true,
      }),
      transform: {
        kind: 'random-crop',
        views: [{ size: 8, interpolation: 'bicubic' }],
        scale: [0.2, 1],
        ratio: [1, 1],
        flip: 0.5,
      },
      seed: 1,
      workers,
      prefetch: 1,
      maxBroken: 0,
    });
    const images: string[] = [];
    for await (const batch of loader.batches()) {
      expect([...batch.indices]).toEqual([0, 0, 0, 0]);
      for (let i = 0; i < 4; i++)
        images.push(Buffer.from(batch.images.slice(192 * i, 192 * (i + 1))).toString('hex'));
    }
    expect(loader.names(0, 0)).toEqual(Array(4).fill(join(root, 'a/1.png')));
    await loader.close();
    return images;
  };
  const images = await seen(0);
  expect(new Set(images).size).toBe(4);
  expect(await seen(2)).toEqual(images);
});
