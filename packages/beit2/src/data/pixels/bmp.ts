/** Windows bitmaps, which sharp's build does not read. */
import type { Bitmap } from './bitmaps.js';

/** Ways of a bitmap's pixels. */
const [plain, rle8, rle4, bitFields, alphaBitFields] = [0, 1, 2, 3, 6];
const fileHeader = 14;
const coreHeader = 12;

interface Header {
  width: number;
  height: number;
  isTopDown: boolean;
  bits: number;
  compression: number;
  /** Where the pixels begin. */
  start: number;
  /** Where the palette begins, bytes of each of its colours, and their number. */
  palette: { start: number; bytes: number; colors: number };
}

/**
 * A bitmap of 1, 4, 8, 16, 24 or 32 bits, also run-length encoded.
 * @throws Error with the reason, RangeError where the file ends early
 */
export function openBmp(file: Buffer): Bitmap {
  const header = readHeader(file);
  const { width, height } = header;
  if (leastSize(header) > file.length) throw new RangeError('beyond the end of the file');
  return { width, height, format: 'bmp', decode: () => decode(file, header) };
}

/** Bytes that the pixels take at least, so that no memory is taken for what is not there. */
function leastSize({ width, height, bits, compression, start }: Header): number {
  if (compression === rle8 || compression === rle4) return 2 * Math.max(height, Math.ceil(width / 255));
  return start + height * rowBytes(width, bits);
}

/** Rows are filled up to 32 bits. */
function rowBytes(width: number, bits: number): number {
  return Math.ceil((width * bits) / 32) * 4;
}

function decode(file: Buffer, header: Header): Uint8Array {
  const { width, height, bits, compression } = header;
  const rgb = new Uint8Array(3 * width * height);
  const rowOf = (y: number): number => 3 * width * (header.isTopDown ? y : height - 1 - y);
  if (bits <= 8) {
    const places =
      compression === plain
        ? plainPlaces(file, header)
        : runPlaces(file, header, compression === rle4 ? 4 : 8);
    const colors = readPalette(file, header);
    for (let y = 0; y < height; y++)
      for (let x = 0, to = rowOf(y); x < width; x++, to += 3)
        for (let channel = 0; channel < 3; channel++)
          rgb[to + channel] = colors[3 * (places[y * width + x] ?? 0) + channel] ?? 0;
    return rgb;
  }
  const bytes = bits / 8;
  const row = rowBytes(width, bits);
  const channels = channelsOf(file, header);
  for (let y = 0; y < height; y++)
    for (let x = 0, to = rowOf(y); x < width; x++) {
      const pixel = file.readUIntLE(header.start + y * row + x * bytes, bytes);
      for (const { shift, max } of channels) rgb[to++] = Math.floor((((pixel >>> shift) & max) * 255) / max);
    }
  return rgb;
}

function readHeader(file: Buffer): Header {
  const size = file.readUInt32LE(fileHeader);
  const isCore = size === coreHeader;
  const [width, signedHeight] = isCore
    ? [file.readUInt16LE(18), file.readUInt16LE(20)]
    : [file.readInt32LE(18), file.readInt32LE(22)];
  const bits = file.readUInt16LE(isCore ? 24 : 28);
  const compression = isCore ? plain : file.readUInt32LE(30);
  const isRun = (compression === rle8 && bits === 8) || (compression === rle4 && bits === 4);
  const hasMasks = [bitFields, alphaBitFields].includes(compression) && (bits === 16 || bits === 32);
  if (![1, 4, 8, 16, 24, 32].includes(bits) || !(compression === plain || isRun || hasMasks))
    throw new Error(`it is a BMP image of ${bits} bits and compression ${compression}, which is not read`);
  if (width <= 0 || signedHeight === 0) throw new Error('the BMP data are damaged');
  const used = isCore ? 0 : file.readUInt32LE(46);
  const colors = Math.min(256, used || 2 ** bits);
  const palette = { start: fileHeader + size, bytes: isCore ? 3 : 4, colors };
  const height = Math.abs(signedHeight);
  return {
    width,
    height,
    isTopDown: signedHeight < 0,
    bits,
    compression,
    start: file.readUInt32LE(10),
    palette,
  };
}

/** 256 colours, those that the file does not have black. */
function readPalette(file: Buffer, { palette: { start, bytes, colors } }: Header): Uint8Array {
  const rgb = new Uint8Array(3 * 256);
  for (let i = 0; i < colors; i++)
    for (let channel = 0; channel < 3; channel++)
      rgb[3 * i + channel] = file.readUInt8(start + i * bytes + 2 - channel);
  return rgb;
}

/** Where red, green and blue lie in a pixel: 5 bits each of 16, 8 of more, or as the masks say. */
function channelsOf(file: Buffer, { bits, compression }: Header): { shift: number; max: number }[] {
  if (compression === plain) {
    const [width, max] = bits === 16 ? [5, 31] : [8, 255];
    return [2, 1, 0].map((place) => ({ shift: place * width, max }));
  }
  return [0, 1, 2].map((channel) => {
    const mask = file.readUInt32LE(fileHeader + 40 + 4 * channel);
    if (mask === 0) throw new Error('the BMP data are damaged');
    const shift = 31 - Math.clz32(mask & -mask);
    return { shift, max: mask >>> shift };
  });
}

/** Places in the palette, rows as in the file. */
function plainPlaces(file: Buffer, { width, height, bits, start }: Header): Uint8Array {
  const row = rowBytes(width, bits);
  const perByte = 8 / bits;
  const places = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const byte = file.readUInt8(start + y * row + Math.floor(x / perByte));
      places[y * width + x] = (byte >>> (8 - bits - (x % perByte) * bits)) & (2 ** bits - 1);
    }
  return places;
}

/** Places in the palette from runs: (count, value), or (0, what follows). Pixels that no run reaches have the first colour. */
function runPlaces(file: Buffer, { width, height, start }: Header, bits: 4 | 8): Uint8Array {
  const places = new Uint8Array(width * height);
  let [x, y] = [0, 0];
  const put = (place: number): void => {
    if (x < width && y < height) places[y * width + x] = place;
    x++;
  };
  for (let at = start; y < height; at += 2) {
    const [count, value] = [file.readUInt8(at), file.readUInt8(at + 1)];
    if (count > 0) for (let i = 0; i < count; i++) put(bits === 8 ? value : nibble(value, i));
    else if (value === 0) [x, y] = [0, y + 1];
    else if (value === 1) break;
    else if (value === 2) {
      x += file.readUInt8(at + 2);
      y += file.readUInt8(at + 3);
      at += 2;
    } else {
      for (let i = 0; i < value; i++)
        put(bits === 8 ? file.readUInt8(at + 2 + i) : nibble(file.readUInt8(at + 2 + (i >> 1)), i));
      at += Math.ceil((value * bits) / 16) * 2;
    }
  }
  return places;
}

/** The upper half of a byte where `i` is even, else the lower. */
function nibble(byte: number, i: number): number {
  return i % 2 === 0 ? byte >>> 4 : byte & 15;
}
