import { sharp } from '../../sharp.js';
import type { RgbImage } from '../pixels/pixels.js';

const side = 32;
const kept = 8;

/** `cosines[k][x]` of a cosine transform over 32 values, for the 8 lowest frequencies behind the mean. */
const cosines = Array.from({ length: kept }, (_, k) =>
  Float64Array.from({ length: side }, (_, x) => Math.cos((Math.PI * (k + 1) * (2 * x + 1)) / (2 * side))),
);

/**
 * 64 bits that hardly change when an image is resized, compressed again or made a little lighter: signs of its 8 x 8 lowest frequencies
 * against their median. @returns the upper and the lower 32 bits
 */
export async function perceptualHash(image: RgbImage): Promise<[number, number]> {
  const gray = await shrink(image);
  const rows = cosines.map((row) =>
    Float64Array.from({ length: side }, (_, y) =>
      row.reduce((sum, c, x) => sum + c * (gray[y * side + x] ?? 0), 0),
    ),
  );
  const values = cosines.flatMap((column) =>
    // Whole numbers: of a plain image nothing is left but rounding, which must not count.
    rows.map((row) => Math.round(column.reduce((sum, c, y) => sum + c * (row[y] ?? 0), 0))),
  );
  const median = [...values].sort((a, b) => a - b)[values.length / 2] ?? 0;
  const words: [number, number] = [0, 0];
  for (const [i, value] of values.entries()) if (value > median) words[i < 32 ? 0 : 1] |= 1 << (i % 32);
  return [words[0] >>> 0, words[1] >>> 0];
}

/** Brightness in 32 x 32 fields. */
async function shrink({ width, height, data }: RgbImage): Promise<Uint8Array> {
  const small = sharp(data, { raw: { width, height, channels: 3 } }).resize(side, side, { fit: 'fill' });
  return small.grayscale().raw().toBuffer();
}

/** Number of bits that differ. */
export function hashDistance(a: readonly [number, number], b: readonly [number, number]): number {
  return bitsSet(a[0] ^ b[0]) + bitsSet(a[1] ^ b[1]);
}

function bitsSet(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
