import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import sharp, { type Sharp } from 'sharp';
import { decodeImage } from '#beit2/data/pixels/decode.js';
import { openSource } from '#beit2/data/sources/open-source.js';
import { packSource } from '#beit2/data/loading/pack.js';
import { dataStats } from '#beit2/data/loading/stats.js';
import { chosenBands } from '#beit2/data/rasters/bands.js';
import { folderOf, messageOf, patternImage, tarOf } from '../fixtures.js';
import { makeTiff } from '../rasters/make-tiff.js';

beforeEach(() => {
  vi.stubEnv('BEIT2_CACHE', folderOf({}));
});

const flat = (width: number, height: number, r: number, g: number, b: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: { r, g, b } } });

describe('dataStats', () => {
  test('counts sizes, formats, traits and classes, names broken files, and gives the mean and spread of colours', async () => {
    const root = folderOf({
      'a/1.png': await flat(10, 20, 0, 51, 255).png().toBuffer(),
      'a/2.png': await flat(40, 8, 255, 51, 255).ensureAlpha().png().toBuffer(),
      'b/3.jpg': await flat(30, 30, 255, 51, 255)
        .withMetadata({ orientation: 6 })
        .jpeg({ quality: 100 })
        .toBuffer(),
      'b/4.avif': await flat(16, 16, 255, 51, 255).avif({ lossless: true }).toBuffer(),
      'b/5.jpg': 'text',
      'b/6.jpg': '',
    });
    const progress: number[] = [];
    const stats = await dataStats(await openSource(root), {
      onProgress: (done) => progress.push(done),
    });
    expect(progress).toEqual([1, 2, 3, 4, 5, 6]);
    expect(stats).toMatchObject({
      images: 6,
      formats: { png: 2, jpeg: 1, avif: 1 },
      traits: { alpha: 1, 'rotated by EXIF': 1 },
      width: { min: 10, median: 16, max: 40 },
      height: { min: 8, median: 16, max: 30 },
      classes: [
        { name: 'a', images: 2 },
        { name: 'b', images: 4 },
      ],
      broken: [
        { name: join(root, 'b/5.jpg'), reason: 'it is not an image' },
        { name: join(root, 'b/6.jpg'), reason: 'the file is empty' },
      ],
    });
    expect(stats.bytes).toBe(
      ['a/1.png', 'a/2.png', 'b/3.jpg', 'b/4.avif'].reduce(
        (n, f) => n + readFileSync(join(root, f)).length,
        0,
      ),
    );
    // Red is 0 in one of four images and 255 in three, whatever their sizes.
    for (const [i, want] of [0.75, 0.2, 1].entries()) expect(stats.mean[i]).toBeCloseTo(want, 2);
    for (const [i, want] of [Math.sqrt(0.1875), 0, 0].entries()) expect(stats.std[i]).toBeCloseTo(want, 1.5);
  });

  test('knows gray, 16 bits, CMYK and animation', async () => {
    const frames = [flat(8, 8, 0, 0, 0), flat(8, 8, 9, 200, 9)].map((frame) => frame.png().toBuffer());
    const root = folderOf({
      '1.png': await flat(8, 8, 9, 9, 9).toColourspace('b-w').png().toBuffer(),
      '2.png': await flat(8, 8, 9, 9, 9).toColourspace('rgb16').png().toBuffer(),
      '3.jpg': await flat(8, 8, 9, 9, 9).toColourspace('cmyk').jpeg().toBuffer(),
      '4.gif': await sharp(await Promise.all(frames), { join: { animated: true } })
        .gif()
        .toBuffer(),
    });
    const { traits, classes } = await dataStats(await openSource(root));
    expect(traits).toEqual({ gray: 1, '16 bits': 1, CMYK: 1, animated: 1, alpha: 1 });
    expect(classes).toBeUndefined();
  });
});

test('each broken file has its own reason, whatever else is decoded at the time', async () => {
  const [jpeg, png, tiff] = await Promise.all([
    patternImage(60, 50).jpeg().toBuffer(),
    patternImage(60, 50).png().toBuffer(),
    patternImage(60, 50).tiff({ compression: 'none' }).toBuffer(),
  ]);
  const damaged = Buffer.from(png);
  damaged.fill(0xff, png.length / 2, png.length / 2 + 40);
  const files = Array.from({ length: 12 }, (_, i): [string, Buffer][] => [
    [`${i}.jpg`, jpeg.subarray(0, jpeg.length / 2)],
    [`${i}.png`, damaged],
    [`${i}.tif`, tiff.subarray(0, tiff.length / 2)],
  ]);
  const { broken } = await dataStats(await openSource(folderOf(Object.fromEntries(files.flat()))));
  const reasons = new Set(broken.map(({ name, reason }) => `${name.slice(-3)}: ${reason}`));
  expect(broken.length).toBe(36);
  expect([...reasons].sort()).toEqual([
    'jpg: the JPEG data end early',
    'png: the PNG data are damaged',
    'tif: the TIFF data end early',
  ]);
});

describe('packSource', () => {
  async function photos(): Promise<string> {
    return folderOf({
      'cat/1.jpg': await patternImage(120, 80, 1).jpeg().toBuffer(),
      'cat/2.png': await patternImage(20, 30, 2).png().toBuffer(),
      'dog/3.jpg': await patternImage(90, 160, 3).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      'dog/4.jpg': 'broken',
      'dog/5.webp': await patternImage(33, 44, 5).webp().toBuffer(),
    });
  }

  test('shards hold the same bytes, labels and class names', async () => {
    const source = await openSource(await photos());
    const folder = join(folderOf({}), 'new', 'shards');
    const result = await packSource(source, { folder, shardBytes: 5000 });
    expect(result.broken).toEqual([{ name: source.name(3), reason: 'it is not an image' }]);
    expect(result.images).toBe(4);
    expect(result.shards.length).toBeGreaterThan(1);
    expect(result.shards.map((path) => path.slice(folder.length + 1))).toEqual(readdirSync(folder).sort());
    const packed = await openSource(folder);
    expect(packed.classes).toEqual(['cat', 'dog']);
    expect(packed.name(3)).toContain('dog/00000004.webp');
    for (const [to, from] of [0, 1, 2, 4].entries()) {
      expect(Buffer.from(await packed.read(to))).toEqual(await source.read(from));
      expect(packed.label(to)).toBe(source.label(from));
    }
  });

  test('classes that would be paths are folders of the shard, and come back as they were', async () => {
    const image = await patternImage(9, 9).png().toBuffer();
    const names = ['../../evil', 'sea/lion', '.hidden', '100%', 'a\u0007b', 'plain'];
    const members = names.flatMap((name, i) => [
      [`${i}.png`, image],
      [`${i}.cls`, name],
    ]);
    const source = await openSource(
      join(
        folderOf({ 's.tar': await tarOf(Object.fromEntries(members) as Record<string, Buffer | string>) }),
        's.tar',
      ),
    );
    const folder = join(folderOf({}), 'shards');
    await packSource(source, { folder, shardBytes: 1e9 });
    const packed = await openSource(folder);
    const classOf = (from: typeof packed, i: number) => from.classes?.[from.label(i) ?? -1];
    expect(names.map((_, i) => classOf(packed, i))).toEqual(names);
    for (const [i] of names.entries())
      expect(packed.name(i).slice(folder.length)).toMatch(/^\/000000\.tar:[^/.][^/]*\/\d+\.png$/);
  });

  test('pixels hidden by transparency stay what they are, as the decoder has them', async () => {
    const hidden = sharp({
      create: { width: 64, height: 64, channels: 4, background: { r: 250, g: 200, b: 150, alpha: 0 } },
    });
    const source = await openSource(folderOf({ 'a.png': await hidden.png().toBuffer() }));
    const folder = join(folderOf({}), 'shards');
    await packSource(source, { folder, shardBytes: 1e9, shortSide: 32 });
    const { data } = await decodeImage(await (await openSource(folder)).read(0));
    for (const [i, want] of [250, 200, 150].entries())
      expect(Math.abs((data[i] ?? 0) - want)).toBeLessThan(3);
  });

  test('resizes the short side of larger images, upright, and copies smaller ones', async () => {
    const source = await openSource(await photos());
    const folder = join(folderOf({}), 'shards');
    await packSource(source, { folder, shardBytes: 1e9, shortSide: 40 });
    const packed = await openSource(`${folder}/000000.tar`);
    const sizes = await Promise.all([0, 1, 2, 3].map(async (i) => decodeImage(await packed.read(i))));
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [60, 40],
      [20, 30],
      [71, 40],
      [33, 44],
    ]);
    expect(Buffer.from(await packed.read(1))).toEqual(await source.read(1));
    expect(packed.name(2)).toMatch(/jpg$/);
  });

  test('is the same bytes each time; without labels there are no .cls', async () => {
    const flatFolder = folderOf({
      '1.png': await patternImage(9, 9).png().toBuffer(),
      '2.png': await patternImage(9, 9, 1).png().toBuffer(),
    });
    const source = await openSource(flatFolder);
    const out = folderOf({});
    for (const name of ['a', 'b']) await packSource(source, { folder: join(out, name), shardBytes: 1e9 });
    const bytes = readFileSync(join(out, 'a', '000000.tar'));
    expect(readFileSync(join(out, 'b', '000000.tar'))).toEqual(bytes);
    expect(bytes.includes('.cls')).toBe(false);
    expect((await openSource(join(out, 'a'))).classes).toBeUndefined();
  });

  test('a folder in use, a place that cannot be written, nothing to pack: one sentence, nothing left behind', async () => {
    const source = await openSource(await photos());
    const out = folderOf({ 'full/x.txt': 'keep', file: 'keep' });
    const pack = (folder: string): Promise<string> =>
      messageOf(packSource(source, { folder: join(out, folder), shardBytes: 1e9 }));
    expect(await pack('full')).toBe(
      `UserError: ${out}/full is not empty: choose a new folder for the shards.`,
    );
    expect(await pack('file')).toContain(`UserError: Cannot write the shards to ${out}/file: ENOTDIR`);
    expect(await pack('file/below')).toContain(
      `UserError: Cannot write the shards to ${out}/file/below: ENOTDIR`,
    );
    const broken = await openSource(folderOf({ '1.jpg': 'x' }));
    expect(await messageOf(packSource(broken, { folder: join(out, 'none'), shardBytes: 1e9 }))).toBe(
      'UserError: None of the images can be read; nothing was packed.',
    );
    expect(readdirSync(out).sort()).toEqual(['file', 'full']);
    expect(readFileSync(join(out, 'file'), 'utf8')).toBe('keep');
    writeFileSync(join(out, 'file'), '');
  });
});

test('bands are measured by channel: moments within their windows, ranges as the files have them', async () => {
  const values = Uint16Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 1000 + i : 5000));
  const source = await openSource(folderOf({ 'a.tif': makeTiff(10, 10, 2, values), 'b.png': 'no image' }));
  const bands = chosenBands({ channels: ['near=1', 'far=2'], window: [0, 10_000] });
  const stats = await dataStats(source, { bands });
  expect(stats.channels).toEqual(['near', 'far']);
  expect(stats.mean[0]).toBeCloseTo(0.1099, 4);
  expect(stats.mean[1]).toBeCloseTo(0.5, 4);
  expect(stats.std[0]).toBeCloseTo(Math.sqrt((100 ** 2 - 1) / 12) * 2e-4, 4);
  expect(stats.std[1]).toBeCloseTo(0, 4);
  expect(stats.values).toEqual([
    { min: 1000, max: 1198, low: 1002, high: 1196 },
    { min: 5000, max: 5000, low: 5000, high: 5000 },
  ]);
  expect(stats.traits).toEqual({ '2 bands of uint16': 1 });
  expect(stats.broken.map(({ reason }) => reason)).toEqual(['it is not an image']);
});
