/** Unpacks the blocks of TIFF files, never to more bytes than are asked for; of Zstandard to as many as the data declare. */
import { inflateSync } from 'node:zlib';
import type { GeoTIFFImage } from 'geotiff';

/** Numbers of the ways that are read here. (Not LERC: the library gives wrong values of what it finds stored unpacked.) */
export const compressions = {
  none: 1,
  lzw: 5,
  deflate: 8,
  oldDeflate: 32946,
  packBits: 32773,
  zstd: 50000,
} as const;

/**
 * The bytes of a block.
 * @param length as many as the block has
 * @throws RangeError where there are fewer; what the decoder throws
 */
export async function unpackBlock(
  packed: Uint8Array<ArrayBuffer>,
  compression: number,
  length: number,
  image: GeoTIFFImage,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await unpack(packed, compression, length, image);
  if (bytes.length < length) throw new RangeError('a block ends early');
  return bytes;
}

async function unpack(
  packed: Uint8Array<ArrayBuffer>,
  compression: number,
  length: number,
  image: GeoTIFFImage,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (compression) {
    case compressions.none:
      return packed;
    case compressions.lzw:
      return unpackLzw(packed, length);
    case compressions.packBits:
      return unpackPackBits(packed, length);
    case compressions.zstd:
      return unpackZstd(packed, image);
    default:
      // One byte more than there should be is enough to see that there are too many.
      return new Uint8Array(inflateSync(packed, { maxOutputLength: length + 1 }));
  }
}

async function unpackZstd(
  packed: Uint8Array<ArrayBuffer>,
  image: GeoTIFFImage,
): Promise<Uint8Array<ArrayBuffer>> {
  const { getDecoder } = await import('geotiff');
  const decoder = await getDecoder(compressions.zstd, {
    tileWidth: image.getTileWidth(),
    tileHeight: image.getTileHeight(),
    predictor: 1, // undone by the caller: the library's way fails on files of the other byte order
    planarConfiguration: image.planarConfiguration,
    bitsPerSample: image.getBitsPerSample(0),
  });
  return new Uint8Array((await decoder.decodeBlock(packed.buffer)) as ArrayBuffer);
}

/** Runs: a count, and as many bytes or one to repeat. */
function unpackPackBits(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let to = 0;
  for (let at = 0; at < packed.length && to < length;) {
    const count = packed[at++] ?? 0;
    if (count < 128) {
      const run = packed.subarray(at, at + Math.min(count + 1, length - to));
      bytes.set(run, to);
      to += run.length;
      at += count + 1;
    } else if (count > 128) {
      const end = Math.min(length, to + 257 - count);
      bytes.fill(packed[at++] ?? 0, to, end);
      to = end;
    }
  }
  return bytes.subarray(0, to);
}

const [clear, end, firstFree, mostCodes] = [256, 257, 258, 4096];

/** The library's own decoder of this does not end on some damaged files. */
function unpackLzw(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  // Each entry of the table is a stretch of what has been unpacked.
  const starts = new Int32Array(mostCodes);
  const lengths = new Int32Array(mostCodes);
  let [to, next, width, bit] = [0, firstFree, 9, 0];
  let [lastStart, lastLength] = [0, 0];
  while (to < length && bit + width <= 8 * packed.length) {
    const code = bitsAt(packed, bit, width);
    bit += width;
    if (code === end) break;
    if (code === clear) {
      [next, width, lastLength] = [firstFree, 9, 0];
      continue;
    }
    const start = to;
    if (code < clear) bytes[to++] = code;
    else if (code < next) to = repeat(bytes, to, starts[code] ?? 0, lengths[code] ?? 0);
    else if (code === next && lastLength > 0) to = repeat(bytes, to, lastStart, lastLength + 1);
    else throw new Error('a code that is not in the table');
    if (lastLength > 0 && next < mostCodes) {
      starts[next] = lastStart;
      lengths[next] = lastLength + 1; // with the first byte of what follows, which stands behind it
      next++;
      if (next + 1 >= 2 ** width && width < 12) width++;
    }
    [lastStart, lastLength] = [start, to - start];
  }
  return bytes.subarray(0, to);
}

/** Copies unpacked bytes to the end, one by one for they may overlap. @returns the new end */
function repeat(bytes: Uint8Array, to: number, from: number, count: number): number {
  const stop = Math.min(bytes.length, to + count);
  while (to < stop) bytes[to++] = bytes[from++] ?? 0;
  return to;
}

/** The highest bit of a byte comes first. */
function bitsAt(bytes: Uint8Array, bit: number, width: number): number {
  const at = bit >> 3;
  const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return (three >>> (24 - width - (bit & 7))) & (2 ** width - 1);
}
