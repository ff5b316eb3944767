/** PBM, PGM and PPM images (P1 to P6), which sharp's build does not read. */
import type { Bitmap } from './bitmaps.js';
import type { ImageSize } from './pixels.js';

interface Kind {
  channels: 1 | 3;
  isText: boolean;
  isBits: boolean;
}

interface Image extends Kind, ImageSize {
  /** The value of white. */
  max: number;
}

/** Values of a pixel, and whether they are written in decimal, by the digit of the file's first two bytes. */
const kinds: Partial<Record<string, Kind>> = {
  P1: { channels: 1, isText: true, isBits: true },
  P2: { channels: 1, isText: true, isBits: false },
  P3: { channels: 3, isText: true, isBits: false },
  P4: { channels: 1, isText: false, isBits: true },
  P5: { channels: 1, isText: false, isBits: false },
  P6: { channels: 3, isText: false, isBits: false },
};

/**
 * The first image of the file. Values above 8 bits keep their upper byte.
 * @throws Error with the reason, RangeError where the file ends early
 */
export function openPnm(file: Buffer): Bitmap {
  const kind = kinds[file.toString('latin1', 0, 2)];
  if (!kind) throw new Error('it is not a PPM image');
  const words = new Words(file);
  const [width, height] = [words.number(), words.number()];
  const max = kind.isBits ? 1 : words.number();
  if (width === 0 || height === 0 || max === 0 || max > 65535) throw new Error('the PPM data are damaged');
  const values = width * height * kind.channels;
  const least = kind.isBits && !kind.isText ? height * Math.ceil(width / 8) : values;
  if (words.at + least > file.length) throw new RangeError('beyond the end of the file');
  return { width, height, format: 'ppm', decode: () => decode(file, words, { ...kind, max, width, height }) };
}

function decode(file: Buffer, words: Words, image: Image): Uint8Array {
  const { channels, width, height } = image;
  const value = valueReader(file, words, image);
  const rgb = new Uint8Array(3 * width * height);
  for (let i = 0, to = 0; i < width * height; i++) {
    const first = value(i * channels);
    rgb[to++] = first;
    rgb[to++] = channels === 1 ? first : value(i * channels + 1);
    rgb[to++] = channels === 1 ? first : value(i * channels + 2);
  }
  return rgb;
}

/** What gives value `i` in 8 bits; values are asked for in their order. */
function valueReader(
  file: Buffer,
  words: Words,
  { isText, isBits, max, width }: Image,
): (i: number) => number {
  // A bit that is set is black.
  if (isText) return isBits ? () => 255 * (1 - words.bit()) : () => inBytes(words.number(), max);
  const start = words.at + 1;
  if (!isBits)
    return max > 255
      ? (i) => inBytes(file.readUInt16BE(start + 2 * i), max)
      : (i) => inBytes(file.readUInt8(start + i), max);
  const bytes = Math.ceil(width / 8);
  return (i) => {
    const [y, x] = [Math.floor(i / width), i % width];
    return (file.readUInt8(start + y * bytes + (x >> 3)) >>> (7 - (x & 7))) & 1 ? 0 : 255;
  };
}

function inBytes(value: number, max: number): number {
  if (max === 255) return value;
  const share = Math.min(1, value / max);
  return max > 255 ? roundedToEven(share * 65535) >>> 8 : roundedToEven(share * 255);
}

/** Rounds as Pillow does: halves to the even neighbour. */
function roundedToEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 === 1 ? rounded - 1 : rounded;
}

/** Words of text between blanks and comments. */
class Words {
  at = 2;

  constructor(private readonly file: Buffer) {}

  /** @throws Error where the next word is no number */
  number(): number {
    this.skipBlanks();
    const start = this.at;
    while (isDigit(this.file[this.at])) this.at++;
    if (this.at === start) throw new Error(start >= this.file.length ? early : 'the PPM data are damaged');
    return Number(this.file.toString('latin1', start, this.at));
  }

  /** The next digit: bits need no blanks between them. */
  bit(): number {
    this.skipBlanks();
    const code = this.file.readUInt8(this.at++);
    return code === 0x31 ? 1 : 0;
  }

  private skipBlanks(): void {
    for (;;) {
      const code = this.file[this.at];
      if (code === 0x23) while (this.at < this.file.length && this.file[this.at] !== 0x0a) this.at++;
      else if (code === undefined || !(code === 0x20 || (code >= 9 && code <= 13))) return;
      else this.at++;
    }
  }
}

const early = 'the PPM data end early';

function isDigit(code: number | undefined): boolean {
  return code !== undefined && code >= 0x30 && code <= 0x39;
}
