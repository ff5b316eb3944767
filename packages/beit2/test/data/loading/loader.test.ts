import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FillerSetup } from '#beit2/data/loading/batch-filler.js';
import { ImageLoader, type Batch, type ImageLoaderOptions } from '#beit2/data/loading/loader.js';
import { openSource } from '#beit2/data/sources/open-source.js';
import type { ImageSource } from '#beit2/data/sources/image-source.js';
import { EpochSampler } from '#beit2/data/loading/sampler.js';
import { WorkerPool } from '#beit2/data/loading/worker-pool.js';
import { folderOf, messageOf, patternImage, tarOf } from '../fixtures.js';

const images = 30;
let source: ImageSource;
let root: string;
const loaders: ImageLoader[] = [];

beforeAll(async () => {
  const files: Record<string, Uint8Array> = {};
  for (let i = 0; i < images; i++) {
    const image = patternImage(30 + i, 50 - i, i);
    files[`class${i % 3}/${i}.png`] = await image.png().toBuffer();
  }
  root = folderOf(files);
  source = await openSource(root);
});

afterEach(async () => {
  await Promise.all(loaders.splice(0).map((loader) => loader.close()));
});

function load(
  options: Partial<ImageLoaderOptions> & { batchSize?: number; shuffle?: boolean; dropLast?: boolean } = {},
): ImageLoader {
  const { batchSize = 4, shuffle = true, dropLast = true, ...rest } = options;
  const from = rest.source ?? source;
  const loader = new ImageLoader({
    source: from,
    sampler: new EpochSampler({ length: from.length, batchSize, seed: 9, shuffle, dropLast }),
    transform: {
      kind: 'random-crop',
      views: [
        { size: 16, interpolation: 'bicubic' },
        { size: 8, interpolation: 'lanczos' },
      ],
      scale: [0.2, 1],
      ratio: [3 / 4, 4 / 3],
      flip: 0.5,
      jitter: { brightness: 0.4, contrast: 0.4, saturation: 0.4 },
    },
    masking: { grid: [4, 4], masked: 6, minBlock: 4 },
    seed: 9,
    workers: 0,
    prefetch: 2,
    maxBroken: 0.05,
    ...rest,
  });
  loaders.push(loader);
  return loader;
}

interface Kept {
  at: string;
  images: string;
  tokenizerImages: string;
  masks: string;
  labels: number[];
  indices: number[];
}

/** A copy of what a batch holds. */
function keep({ epoch, step, images, tokenizerImages, masks, labels, indices }: Batch): Kept {
  const text = (values: Uint8Array | Uint16Array | undefined): string =>
    Buffer.from(values ?? []).toString('base64');
  return {
    at: `${epoch}.${step}`,
    images: text(images),
    tokenizerImages: text(tokenizerImages),
    masks: text(masks),
    labels: [...(labels ?? [])],
    indices: [...indices],
  };
}

async function collect(
  loader: ImageLoader,
  range?: Parameters<ImageLoader['batches']>[0],
  count = Infinity,
): Promise<Kept[]> {
  const kept: Kept[] = [];
  for await (const batch of loader.batches(range)) {
    kept.push(keep(batch));
    batch.release();
    if (kept.length === count) break;
  }
  return kept;
}

describe('ImageLoader', () => {
  test('delivers the same bits in order for any number of workers, any prefetch, with and without a cache', async () => {
    const want = await collect(load(), { epochs: 2 });
    expect(want.map((batch) => batch.at)).toEqual(
      [0, 1].flatMap((epoch) => [0, 1, 2, 3, 4, 5, 6].map((step) => `${epoch}.${step}`)),
    );
    expect(new Set(want.slice(0, 7).flatMap((batch) => batch.indices)).size).toBe(28);
    expect(want[0]?.images).not.toBe(want[7]?.images);
    for (const options of [
      { workers: 1, prefetch: 1 },
      { workers: 2, prefetch: 5 },
      { workers: 2, cacheBytes: 1e6 },
      { cacheBytes: 20_000 },
    ]) {
      expect(await collect(load(options), { epochs: 2 })).toEqual(want);
    }
  });

  test('what a sample looks like does not depend on the batch size', async () => {
    const four = await collect(load());
    const seven = await collect(load({ batchSize: 7, workers: 1 }));
    const join = (batches: Kept[], key: 'images' | 'masks'): string =>
      Buffer.concat(batches.map((batch) => Buffer.from(batch[key], 'base64'))).toString('base64');
    expect(join(seven, 'images')).toBe(join(four, 'images'));
    expect(join(seven, 'masks')).toBe(join(four, 'masks'));
  });

  test('goes on in the middle of an epoch', async () => {
    const all = await collect(load(), { epochs: 2 });
    expect(await collect(load({ workers: 2 }), { epoch: 0, step: 5, epochs: 2 })).toEqual(all.slice(5));
    expect(await collect(load(), { epoch: 1, step: 6 })).toEqual(all.slice(13));
  });

  test('two ranks together show the batch of one process', async () => {
    const whole = await collect(load({ batchSize: 8 }), {}, 1);
    const sampler = (rank: number): EpochSampler =>
      new EpochSampler({
        length: images,
        batchSize: 4,
        seed: 9,
        shuffle: true,
        dropLast: true,
        rank,
        worldSize: 2,
      });
    const ranks = await Promise.all(
      [0, 1].map((rank) => collect(load({ sampler: sampler(rank), workers: rank }), {}, 1)),
    );
    const sample = (batch: Kept | undefined, i: number): Buffer =>
      Buffer.from(batch?.images ?? '', 'base64').subarray(768 * i, 768 * (i + 1));
    for (let i = 0; i < 8; i++) {
      expect(sample(ranks[i % 2]?.[0], Math.floor(i / 2))).toEqual(sample(whole[0], i));
    }
  });

  test('labels and indices tell which image stands where; masks are exact; a last small batch is small', async () => {
    const batches = await collect(load({ dropLast: false, batchSize: 8, workers: 1 }));
    expect(batches.map((batch) => batch.indices.length)).toEqual([8, 8, 8, 6]);
    for (const { indices, labels, masks, images: pixels } of batches) {
      expect(labels).toEqual(indices.map((index) => source.label(index)));
      const mask = Buffer.from(masks, 'base64');
      for (let i = 0; i < indices.length; i++)
        expect(mask.subarray(16 * i, 16 * i + 16).reduce((a, b) => a + b)).toBe(6);
      expect(Buffer.from(pixels, 'base64')).toHaveLength(indices.length * 768);
    }
    expect(batches.flatMap((batch) => batch.indices).sort((a, b) => a - b)).toEqual(
      Array.from({ length: images }, (_, i) => i),
    );
  });

  test('a batch keeps its contents until it is released, though others are made meanwhile', async () => {
    const batches = load({ workers: 2 }).batches();
    const first = (await batches.next()).value;
    if (!first) throw new Error('no batch');
    const kept = keep(first);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(keep(first)).toEqual(kept);
    await batches.return();
  });

  test('ends early without fuss, and starts again', async () => {
    const loader = load({ workers: 2 });
    const all = await collect(load());
    expect(await collect(loader, {}, 2)).toEqual(all.slice(0, 2));
    expect(await collect(loader)).toEqual(all);
    await expect(
      (async () => {
        for await (const batch of loader.batches({ epochs: Infinity }))
          if (batch.epoch === 1) throw new Error('stop');
      })(),
    ).rejects.toThrow('stop');
    expect(await collect(loader)).toEqual(all);
    const [one, two] = [loader.batches(), loader.batches()];
    await one.next();
    await expect(two.next()).rejects.toThrow('ImageLoader: only one iteration at a time');
    await one.return();
  });

  test('closing while batches are under way ends the iteration with an error, not with a half-made batch', async () => {
    for (const workers of [0, 2]) {
      const loader = load({ workers });
      const batches = loader.batches();
      await batches.next();
      await loader.close();
      await expect(batches.next()).rejects.toThrow(/closed/);
    }
  });

  test('counts the time that it was waited for', async () => {
    const loader = load();
    await collect(loader);
    expect(loader.waitedMs).toBeGreaterThan(0);
  });

  test('refuses a transform that makes no sense before anything starts', () => {
    expect(() =>
      load({ transform: { kind: 'center-crop', size: 0, resize: 0, interpolation: 'bicubic' } }),
    ).toThrow('Image sizes must be whole numbers above 0, not 0.');
  });
});

describe('broken images', () => {
  async function brokenSource(count: number, of: number): Promise<ImageSource> {
    const good = await patternImage(20, 20).png().toBuffer();
    const files: Record<string, Uint8Array> = {};
    for (let i = 0; i < of; i++) files[`${i}.png`] = i < count ? good.subarray(0, 60) : good;
    files['0.png'] = Buffer.alloc(0);
    return openSource(folderOf(files));
  }

  test('are replaced by the next image, named once, and change nothing else', async () => {
    const broken = await brokenSource(2, 60);
    const named: string[] = [];
    const options = {
      source: broken,
      shuffle: false,
      maxBroken: 0.05,
      onBroken: ({ name }: { name: string }) => named.push(name),
    };
    const loader = load({ ...options, workers: 1 });
    const batches = await collect(loader, { epochs: 2 });
    expect(batches[0]?.indices).toEqual([2, 2, 2, 3]);
    expect(batches[15]?.indices).toEqual([2, 2, 2, 3]);
    expect(named).toEqual([broken.name(0), broken.name(1)]);
    expect(loader.broken).toBe(2);
    expect(await collect(load(options), { epochs: 2 })).toEqual(batches);
  });

  test('1 % of them passes, more than allowed ends the run with a sentence', async () => {
    const source = await brokenSource(5, 100);
    const loader = load({ source, shuffle: false, maxBroken: 0.04, workers: 2 });
    expect(await messageOf(collect(loader))).toMatch(
      new RegExp(
        `^UserError: 5 of 100 images cannot be read, more than the 4 % allowed; the last is ${source.name(4)}: .+\\. ` +
          'Remove or repair them \\(`beit2 data stats` lists them\\), or raise data.maxBroken\\.$',
      ),
    );
    expect(await collect(load({ source: await brokenSource(1, 100), maxBroken: 0.01 }))).toHaveLength(25);
    // A few are no reason to stop, whatever their share, unless none are allowed.
    expect(await collect(load({ source: await brokenSource(1, 60), maxBroken: 0.01 }))).toHaveLength(15);
    expect(await messageOf(collect(load({ source: await brokenSource(1, 60), maxBroken: 0 })))).toContain(
      '1 of 60',
    );
  });

  test('a source that is gone ends the run at once', async () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.png`, 'x']));
    const folder = folderOf(files);
    const gone = await openSource(folder);
    rmSync(folder, { recursive: true });
    for (const workers of [0, 1]) {
      const message = await messageOf(collect(load({ source: gone, shuffle: false, workers, maxBroken: 1 })));
      expect(message).toBe(
        `UserError: 20 images in a row cannot be read; the last is ${join(folder, '19.png')}: ` +
          'there is no such file. Is the data still there?',
      );
    }
  });

  test('are left out where figures are made: the others keep their order, pixels, masks and labels', async () => {
    const source = await brokenSource(5, 24); // a whole batch of four, and one of the next
    const samples = (batches: Kept[]) =>
      batches.flatMap(({ images, masks, labels, indices }) =>
        indices.map((index, i) => {
          const part = (text: string) => {
            const bytes = Buffer.from(text, 'base64');
            const each = bytes.length / indices.length;
            return bytes.toString('hex', i * each, (i + 1) * each);
          };
          return { index, image: part(images), mask: part(masks), label: labels[i] };
        }),
      );
    for (const workers of [0, 2]) {
      const shared = { source, shuffle: false, dropLast: false, maxBroken: 1, workers };
      const read = await collect(load({ ...shared, broken: 'leave-out' }));
      expect(read.map(({ indices }) => indices.length)).toEqual([3, 4, 4, 4, 4]);
      expect(samples(read)).toEqual(samples(await collect(load(shared))).slice(5));
    }
  });

  test('a file that shrinks under a tar source is a broken image', async () => {
    const good = await patternImage(20, 20).png().toBuffer();
    const folder = folderOf({
      'a.tar': await tarOf({ '0.png': good, '1.png': good, '2.png': good, '3.png': good }),
    });
    const source = await openSource(join(folder, 'a.tar'));
    truncateSync(join(folder, 'a.tar'), 3 * (512 + 512 * Math.ceil(good.length / 512)) + 600);
    const named: string[] = [];
    const loader = load({
      source,
      shuffle: false,
      maxBroken: 0.5,
      onBroken: ({ reason }) => named.push(reason),
    });
    const [batch] = await collect(loader);
    expect(batch?.indices).toEqual([0, 1, 2, 0]);
    expect(named).toEqual(['the archive was truncated while in use']);
  });
});

describe('WorkerPool', () => {
  test('a worker that cannot start or dies is an error, not a wait for ever', async () => {
    const setup = { source: { kind: 'subset' }, slots: [] } as unknown as FillerSetup;
    const pool = new WorkerPool(setup, 2, () => undefined);
    const order = { slot: 0, epoch: 0, draws: new Uint32Array(1), generation: 0 };
    await expect(pool.make(order)).rejects.toThrow(/^A data worker failed: /);
    await expect(pool.make(order)).rejects.toThrow(/^A data worker failed: /);
    await pool.close();
  });

  test('threads end with the loader', async () => {
    const alive = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === 'MessagePort' || name === 'Worker').length;
    const before = alive();
    const loader = load({ workers: 2 });
    await collect(loader, {}, 1);
    await loader.close();
    expect(alive()).toBe(before);
  });
});
