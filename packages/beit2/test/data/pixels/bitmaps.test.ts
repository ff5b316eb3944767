/** Protects: BMP and PNM images of every kind give the pixels that Pillow gives, and damaged ones are broken images with a reason. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BrokenImageError, decodeImage } from '#beit2/data/pixels/decode.js';
import { imageFacts } from '#beit2/data/pixels/image-facts.js';
import { CounterRandom } from '#beit2/data/random.js';

/** Made with Pillow, numpy and by hand; `rgb` is what Pillow reads. */
const { width, height, images } = JSON.parse(
  readFileSync(new URL('../../fixtures/bitmaps.json', import.meta.url), 'utf8'),
) as { width: number; height: number; images: Record<string, { file: string; rgb: string }> };

const files = Object.entries(images).map(
  ([name, { file, rgb }]) => [name, Buffer.from(file, 'base64'), Buffer.from(rgb, 'base64')] as const,
);

test.for(files)('%s', async ([name, file, rgb]) => {
  const image = await decodeImage(file);
  expect([image.width, image.height]).toEqual([width, height]);
  expect(Buffer.from(image.data)).toEqual(rgb);
  expect(await imageFacts(file)).toEqual({ format: name.endsWith('.bmp') ? 'bmp' : 'ppm', traits: [] });
});

test('16-bit gray keeps the upper byte', async () => {
  const file = Buffer.concat([Buffer.from('P5 2 1 65535\n'), Buffer.from([0x12, 0xff, 0xfe, 0x01])]);
  expect([...(await decodeImage(file)).data]).toEqual([0x12, 0x12, 0x12, 0xfe, 0xfe, 0xfe]);
});

test('of damaged ones the reason is told', async () => {
  const named = new Map(files.map(([name, file]) => [name, file]));
  const changed = (name: string, at: number, value: number): Buffer => {
    const file = Buffer.from(named.get(name) ?? '');
    file.writeUInt32LE(value, at);
    return file;
  };
  const reasons = await Promise.all(
    [
      named.get('RGB.bmp')?.subarray(0, 200),
      named.get('max15.pgm')?.subarray(0, 40),
      Buffer.from('P6 3 '),
      Buffer.from('P6 3 x 255 '),
      Buffer.from('P6 99999 99999 255 '),
      changed('RGB.bmp', 18, 0),
      changed('RGB.bmp', 30, 4),
      changed('RGB.bmp', 18, 0x7fff_ffff),
    ].map((file) => decodeImage(file ?? Buffer.alloc(0)).catch((error: unknown) => (error as Error).message)),
  );
  expect(reasons).toEqual([
    'the BMP data end early',
    'the PPM data end early',
    'the PPM data end early',
    'the PPM data are damaged',
    'the PPM data end early',
    'the BMP data are damaged',
    'it is a BMP image of 24 bits and compression 4, which is not read',
    'the BMP data end early',
  ]);
});

test('2,000 mutated ones are read or broken, and nothing else', async () => {
  const random = new CounterRandom(1);
  for (let i = 0; i < 2000; i++) {
    const file = Buffer.from(files[i % files.length]?.[1] ?? '');
    for (let change = 0; change < 3; change++) file[random.int(Math.min(file.length, 80))] = random.int(256);
    try {
      const image = await decodeImage(file.subarray(0, 1 + random.int(2 * file.length)));
      expect(image.data.length).toBe(3 * image.width * image.height);
    } catch (error) {
      expect(error).toBeInstanceOf(BrokenImageError);
    }
  }
});
