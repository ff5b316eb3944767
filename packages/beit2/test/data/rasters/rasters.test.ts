import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { chosenBands, type Bands } from '#beit2/data/rasters/bands.js';
import { decodeWide, readSamples } from '#beit2/data/rasters/wide-image.js';
import { halfToNumber } from '#beit2/formats/float-values.js';

interface Entry {
  name: string;
  /** Base 64. */
  file: string;
  type: string;
  shape: [bands: number, height: number, width: number];
  /** Base 64, little-endian. */
  values: string;
}

/** Made by scripts/make-rasters.py with tifffile, imagecodecs, NumPy and Pillow, which also read the expected values. */
const entries = JSON.parse(
  readFileSync(new URL('../../fixtures/rasters.json', import.meta.url), 'utf8'),
) as Entry[];
const bytesOf = ({ file }: Entry) => new Uint8Array(Buffer.from(file, 'base64'));
const entry = (name: string): Entry => {
  const found = entries.find((one) => one.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};

function allBands(count: number): Bands {
  return {
    bands: Array.from({ length: count }, (_, i) => ({ name: `${i + 1}`, place: i + 1 })),
    windows: null,
  };
}

/** A band list and windows as recipes have them. */
function choice(channels: (string | number)[], window: Parameters<typeof chosenBands>[0]['window'] = 'type') {
  const bands = chosenBands({ channels, window });
  if (!bands) throw new Error('no bands');
  return bands;
}

const whole = (full: { width: number; height: number }) => ({
  region: { left: 0, top: 0, ...full },
  reduction: 1,
});

/** The expected values as numbers, band by band. */
function expected({ type, values }: Entry): ArrayLike<number> {
  const bytes = new Uint8Array(Buffer.from(values, 'base64')).buffer;
  if (type === 'float16') return Float32Array.from(new Uint16Array(bytes), halfToNumber);
  const arrays = {
    Uint8Array,
    Int8Array,
    Uint16Array,
    Int16Array,
    Uint32Array,
    Int32Array,
    Float32Array,
    Float64Array,
  };
  const name = `${type.replace(/^u(.)/, (_, next: string) => `U${next}`).replace(/^[a-z]/, (first) => first.toUpperCase())}Array`;
  const array = arrays[name as keyof typeof arrays];
  return new array(bytes);
}

describe('every value is that of the reference reader', () => {
  test.each(entries.filter(({ name }) => name !== 'lerc').map((one) => [one.name, one] as const))(
    '%s',
    async (_, one) => {
      const [count, height, width] = one.shape;
      const { image, samples, region } = await readSamples(bytesOf(one), allBands(count));
      expect(image.type).toBe(one.type === 'float16' ? 'float32' : one.type);
      expect(region).toEqual({ left: 0, top: 0, width, height });
      expect(samples.flatMap((plane) => [...plane])).toEqual([...Array.from(expected(one))]);
    },
  );
});

test('a part is cut from tiles and strips as from the whole', async () => {
  const part = { left: 3, top: 2, width: 5, height: 6 };
  for (const name of ['u2 tiles contig >', 'u2 strips separate <', 'npy <u2 last c', 'png 16-bit 3 bands']) {
    const bytes = bytesOf(entries.find((one) => one.name === name) ?? entry('npy <u2 last c'));
    const bands = choice([2, 1]);
    const all = await readSamples(bytes, bands);
    const cut = await readSamples(bytes, bands, () => ({
      region: { ...part, width: 3, height: 4 },
      reduction: 1,
    }));
    const expectedRows = all.samples.map((plane) => {
      const rows: number[] = [];
      for (let y = 2; y < 6; y++)
        for (let x = 3; x < 6; x++) rows.push(plane[y * all.image.width + x] ?? NaN);
      return rows;
    });
    expect(cut.samples.map((plane) => [...plane])).toEqual(expectedRows);
  }
});

test('a compression that would give wrong values is refused', async () => {
  await expect(readSamples(bytesOf(entry('lerc')), choice([1]))).rejects.toThrow(
    'it is a TIFF image of compression 34887, which is not read',
  );
});

describe('bands', () => {
  const image = bytesOf(entry('png 8-bit RGBA'));

  test('are found by their number, and by the name that the file gives them', async () => {
    const byName = await readSamples(image, choice(['blue', 'red']));
    const byNumber = await readSamples(image, choice([3, 'r=1']));
    expect(byName.samples).toEqual(byNumber.samples);
  });

  test('that are not there are said to be so, with those that are', async () => {
    await expect(readSamples(image, choice(['nir']))).rejects.toThrow(
      'it has no band called nir among its 4 bands (red, green, blue, alpha)',
    );
    await expect(readSamples(image, choice([5]))).rejects.toThrow(
      'it has no band 5, only 4 bands (red, green, blue, alpha)',
    );
  });

  test("of a GeoTIFF have GDAL's descriptions as names", async () => {
    const one = bytesOf(entry('gdal names'));
    const byName = await readSamples(one, choice(['NIR', 'red edge']));
    expect(byName.samples).toEqual((await readSamples(one, choice([3, 2]))).samples);
  });
});

test('windows map values to 16 bits, and what lies beyond them to their ends', async () => {
  const pixels = Buffer.from(Float32Array.of(-5, 0, 2.5, 5, 10, 99, NaN, Infinity).buffer);
  const header = Buffer.from("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 4), }\n");
  const start = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length, 0]);
  const file = new Uint8Array(Buffer.concat([start, header, pixels]));
  const { data } = await decodeWide(file, choice([1], [0, 10]), whole);
  expect([...data]).toEqual([0, 0, 16_384, 32_768, 65_535, 65_535, 0, 65_535]);
});

test('8 bits become 16 by 257, 16 stay as they are', async () => {
  const eight = entry('png 8-bit RGB');
  const wide = await decodeWide(bytesOf(eight), allBands(3), whole);
  expect([...wide.data]).toEqual(Array.from(expected(eight), (value) => 257 * value));
  const sixteen = entry('png 16-bit 3 bands');
  const same = await decodeWide(bytesOf(sixteen), allBands(3), whole);
  expect([...same.data]).toEqual([...Array.from(expected(sixteen))]);
});

test('JPEG files have their bands too, upright', async () => {
  const jpeg = await sharp({ create: { width: 8, height: 4, channels: 3, background: '#204060' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { width, height, channels, data } = await decodeWide(new Uint8Array(jpeg), choice(['blue']), whole);
  expect([width, height, channels]).toEqual([4, 8, 1]);
  expect(Math.abs((data[0] ?? 0) / 257 - 0x60)).toBeLessThan(3);
});

describe('damage', () => {
  const names = [
    'u2 tiles contig >',
    'zlib u2 predictor True < 0 contig',
    'lzw f4 predictor True > 1 contig',
  ];
  const files = entries.filter(({ name }, i) => names.includes(name) || i % 9 === 0);

  test('a file cut short is said to end early', async () => {
    const tiff = bytesOf(entry('2 bands bigtiff False'));
    await expect(readSamples(tiff.slice(0, -20), choice([1]))).rejects.toThrow(
      /^the TIFF data (end early|are damaged)$/,
    );
    const npy = bytesOf(entries.find(({ name }) => name.startsWith('npy <u2')) ?? entry('npy'));
    await expect(readSamples(npy.slice(0, -1), choice([1]))).rejects.toThrow('the NumPy data end early');
  });

  test('mutated files are read, or refused in one sentence', async () => {
    let state = 1;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let i = 0; i < 400; i++) {
      const bytes = bytesOf(files[i % files.length] ?? entry('lerc'));
      for (let n = 0; n < 1 + random(4); n++) bytes[random(Math.min(bytes.length, 400))] = random(256);
      const file = random(4) === 0 ? bytes.slice(0, random(bytes.length)) : bytes;
      try {
        const { samples } = await readSamples(file, choice([1]));
        expect(samples.length).toBe(1);
      } catch (error) {
        expect((error as Error).name).toBe('BrokenImageError');
        expect((error as Error).message).not.toMatch(/undefined|NaN|null|function|\n/);
        expect((error as Error).message.length).toBeLessThan(120);
      }
    }
  });
});
