import { describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { BrokenImageError, decodeImage, decodePart } from '#beit2/data/pixels/decode.js';
import { jpegHeader } from '#beit2/data/pixels/jpeg-header.js';
import { wholeOf } from '#beit2/data/pixels/pixels.js';
import { messageOf, pattern, patternImage } from '../fixtures.js';

const [width, height] = [40, 24];
const original = pattern(width, height);

function meanDifference(got: Uint8Array, want: ArrayLike<number>): number {
  return got.reduce((sum, value, i) => sum + Math.abs(value - (want[i] ?? NaN)), 0) / got.length;
}

describe('decodeImage', () => {
  test.each([
    ['PNG', patternImage(width, height).png(), 0],
    ['lossless WebP', patternImage(width, height).webp({ lossless: true }), 0],
    ['TIFF', patternImage(width, height).tiff({ compression: 'lzw' }), 0],
    ['JPEG', patternImage(width, height).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }), 1.5],
    ['WebP', patternImage(width, height).webp({ quality: 95 }), 12],
    ['GIF', patternImage(width, height).gif(), 12],
    ['AVIF', patternImage(width, height).avif({ quality: 90, chromaSubsampling: '4:4:4' }), 5],
  ])('reads %s', async (_, image, tolerance) => {
    const got = await decodeImage(await image.toBuffer());
    expect([got.width, got.height]).toEqual([width, height]);
    expect(meanDifference(got.data, original)).toBeLessThanOrEqual(tolerance);
  });

  test.each([
    [2, (x: number, y: number) => [width - 1 - x, y]],
    [3, (x: number, y: number) => [width - 1 - x, height - 1 - y]],
    [6, (x: number, y: number) => [y, height - 1 - x]],
    [8, (x: number, y: number) => [width - 1 - y, x]],
  ])('turns EXIF orientation %i upright', async (orientation, from) => {
    const bytes = await patternImage(width, height)
      .withMetadata({ orientation })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    const got = await decodeImage(bytes);
    expect([got.width, got.height]).toEqual(orientation < 5 ? [width, height] : [height, width]);
    const want = Array.from({ length: width * height }, (_, i) => {
      const [x = 0, y = 0] = from(i % got.width, Math.floor(i / got.width));
      return [...original.subarray(3 * (y * width + x), 3 * (y * width + x) + 3)];
    });
    expect([...got.data]).toEqual(want.flat());
  });

  test('gray becomes three equal channels, in 8 and 16 bits and as JPEG', async () => {
    const gray = Uint8Array.from({ length: width * height }, (_, i) => (i * 7) % 256);
    const raw = { width, height, channels: 1 } as const;
    const triple = [...gray].flatMap((value) => [value, value, value]);
    expect([
      ...(await decodeImage(await sharp(gray, { raw }).toColourspace('b-w').png().toBuffer())).data,
    ]).toEqual(triple);
    const wide = Uint16Array.from(gray, (value) => 256 * value + 200);
    const png16 = await sharp(wide, { raw }).toColourspace('grey16').png().toBuffer();
    expect((await sharp(png16).metadata()).depth).toBe('ushort');
    expect([...(await decodeImage(png16)).data]).toEqual(triple);
    const jpeg = await sharp(gray, { raw }).toColourspace('b-w').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(jpeg).metadata()).channels).toBe(1);
    expect(meanDifference((await decodeImage(jpeg)).data, triple)).toBeLessThan(1.5);
  });

  test('16-bit colour keeps the upper byte', async () => {
    const wide = Uint16Array.from(original, (value) => 256 * value + 255);
    const bytes = await sharp(wide, { raw: { width, height, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe('ushort');
    expect([...(await decodeImage(bytes)).data]).toEqual([...original]);
  });

  test('alpha is dropped as Pillow’s convert("RGB") drops it, from colour and from gray', async () => {
    const rgba = Uint8Array.from({ length: 4 * width * height }, (_, i) =>
      i % 4 === 3 ? (i >> 2) % 256 : (original[3 * (i >> 2) + (i % 4)] ?? 0),
    );
    const colour = await sharp(rgba, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer();
    expect([...(await decodeImage(colour)).data]).toEqual([...original]);
    const grayAlpha = Uint8Array.from({ length: 2 * width * height }, (_, i) =>
      i % 2 === 1 ? i % 250 : (i >> 1) % 256,
    );
    const gray = await sharp(grayAlpha, { raw: { width, height, channels: 2 } })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    expect((await sharp(gray).metadata()).channels).toBe(2);
    const want = Array.from({ length: 3 * width * height }, (_, i) => Math.floor(i / 3) % 256);
    expect([...(await decodeImage(gray)).data]).toEqual(want);
  });

  test('CMYK comes as the colours it shows', async () => {
    const flat = sharp({ create: { width, height, channels: 3, background: { r: 150, g: 110, b: 90 } } });
    const bytes = await flat.toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    const { data } = await decodeImage(bytes);
    for (const [channel, value] of [150, 110, 90].entries())
      expect(Math.abs((data[channel] ?? 0) - value)).toBeLessThan(15);
  });

  test('damaged files are a BrokenImageError with libvips’ reason', async () => {
    const jpeg = await patternImage(200, 150).jpeg().toBuffer();
    const cases = {
      truncated: jpeg.subarray(0, jpeg.length >> 1),
      text: Buffer.from('not an image at all'),
      empty: Buffer.alloc(0),
      'truncated PNG': (await patternImage(200, 150).png().toBuffer()).subarray(0, 4000),
    };
    for (const bytes of Object.values(cases)) {
      await expect(decodeImage(bytes)).rejects.toThrow(BrokenImageError);
      await expect(decodePart(bytes, (full) => ({ region: wholeOf(full), reduction: 5 }))).rejects.toThrow(
        BrokenImageError,
      );
    }
    expect(await messageOf(decodeImage(cases.text))).toBe('BrokenImageError: it is not an image');
    expect(await messageOf(decodeImage(cases.empty))).toBe('BrokenImageError: the file is empty');
    expect(await messageOf(decodeImage(cases.truncated))).toBe('BrokenImageError: the JPEG data end early');
  });
});

describe('decodePart', () => {
  const region = { left: 31, top: 57, width: 200, height: 120 };

  test('a region of a JPEG is that of the whole image, also of a turned one', async () => {
    for (const orientation of [undefined, 1, 3, 6]) {
      const image = patternImage(640, 400).jpeg();
      const bytes = await (orientation ? image.withMetadata({ orientation }) : image).toBuffer();
      const sizes: unknown[] = [];
      const part = await decodePart(bytes, ({ width, height }) => {
        sizes.push([width, height]);
        return { region, reduction: 2.9 };
      });
      const whole = await decodeImage(bytes);
      expect(sizes).toEqual([[whole.width, whole.height]]);
      expect([whole.width, whole.height]).toEqual(orientation === 6 ? [400, 640] : [640, 400]);
      expect([part.width, part.height, part.region]).toEqual([200, 120, region]);
      const rows = Array.from({ length: 120 }, (_, y) => {
        const start = 3 * ((y + 57) * whole.width + 31);
        return [...whole.data.subarray(start, start + 600)];
      });
      expect(Buffer.compare(part.data, Buffer.from(rows.flat()))).toBe(0);
    }
  });

  test('a region that may be reduced comes as the whole image reduced, upright', async () => {
    const bytes = await patternImage(640, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const part = await decodePart(bytes, () => ({ region, reduction: 4 }));
    expect([part.width, part.height, part.region]).toEqual([
      133,
      213,
      { left: 0, top: 0, width: 400, height: 640 },
    ]);
  });

  test('anything else comes whole', async () => {
    const part = await decodePart(await patternImage(64, 40).png().toBuffer(), () => ({
      region,
      reduction: 9,
    }));
    expect([part.width, part.height, part.region]).toEqual([
      64,
      40,
      { left: 0, top: 0, width: 64, height: 40 },
    ]);
  });

  test('a region outside the image is an error of the file, whose header tells another size', async () => {
    const bytes = await patternImage(64, 40).jpeg().toBuffer();
    await expect(decodePart(bytes, () => ({ region, reduction: 1 }))).rejects.toThrow(BrokenImageError);
  });
});

describe('jpegHeader', () => {
  test('reads baseline and progressive headers behind any metadata', async () => {
    for (const progressive of [false, true]) {
      const image = patternImage(123, 45).jpeg({ progressive });
      expect(jpegHeader(await image.toBuffer())).toEqual({
        width: 123,
        height: 45,
        components: 3,
        hasExif: false,
      });
      const exif = image.withExif({ IFD0: { Copyright: 'x'.repeat(3000) } });
      expect(jpegHeader(await exif.toBuffer())).toEqual({
        width: 123,
        height: 45,
        components: 3,
        hasExif: true,
      });
    }
  });

  test('is undefined for other and for damaged files', async () => {
    const bytes = await patternImage(20, 20).jpeg().toBuffer();
    expect(jpegHeader(await patternImage(20, 20).png().toBuffer())).toBeUndefined();
    expect(jpegHeader(bytes.subarray(0, 30))).toBeUndefined();
    expect(jpegHeader(Buffer.from([0xff, 0xd8, 0xff]))).toBeUndefined();
    expect(jpegHeader(Buffer.alloc(0))).toBeUndefined();
  });
});
