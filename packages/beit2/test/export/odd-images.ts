/** Images of every format, mode and size that people send, made on the spot; broken ones too. */
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { CounterRandom } from '#beit2/data/random.js';

export interface OddImage {
  /** Number, kind, size and ending. */
  name: string;
  bytes: Buffer;
}

const sizes = [
  ...[
    [90, 61],
    [1, 1],
    [33, 32],
    [1, 200],
    [256, 256],
    [200, 1],
    [31, 64],
    [2, 2],
    [640, 480],
    [17, 300],
  ],
  ...[
    [7, 5],
    [224, 224],
    [1000, 40],
    [65, 129],
    [3, 1],
  ],
] as const;

/** RGBA that is different everywhere, in alpha too; `seed` chooses colours and frequencies. */
function pixels(width: number, height: number, seed: number): Uint8Array {
  const random = new CounterRandom(seed);
  const [fx, fy] = [3 + random.int(30), 3 + random.int(30)];
  const levels = Array.from({ length: 4 }, () => 60 + random.int(140));
  const data = new Uint8Array(4 * width * height);
  for (let i = 0; i < data.length; i++) {
    const [channel, x, y] = [i % 4, Math.floor(i / 4) % width, Math.floor(i / (4 * width))];
    const wave = Math.sin(x / fx + channel + seed) * Math.cos(y / fy - channel);
    data[i] = (levels[channel] ?? 0) + 55 * wave + random.int(9);
  }
  return data;
}

type Size = readonly [width: number, height: number];
type Make = (size: Size, seed: number) => Buffer | Promise<Buffer>;

const clear = ([width, height]: Size, seed: number): Sharp =>
  sharp(pixels(width, height, seed), { raw: { width, height, channels: 4 } });
const photo = (size: Size, seed: number): Sharp => clear(size, seed).removeAlpha();
/** The kinds of one library call: `encode` gets the picture, opaque or with alpha. */
const opaque =
  (encode: (image: Sharp, seed: number) => Sharp): Make =>
  (size, seed) =>
    encode(photo(size, seed), seed).toBuffer();
const withAlpha =
  (encode: (image: Sharp) => Sharp): Make =>
  (size, seed) =>
    encode(clear(size, seed)).toBuffer();
const deep =
  (channels: 1 | 3 | 4): Make =>
  ([width, height], seed) => {
    const eight = pixels(width, height, seed);
    const data = Uint16Array.from(
      { length: channels * width * height },
      (_, i) => 257 * (eight[i] ?? 0) + (i % 200),
    );
    const space = channels === 1 ? 'grey16' : 'rgb16';
    return sharp(data, { raw: { width, height, channels } }).toColourspace(space).png().toBuffer();
  };
/** Three frames, the later ones of other colours. */
const animated =
  (encode: (image: Sharp) => Sharp): Make =>
  async (size, seed) => {
    const frames = await Promise.all(
      [0, 1, 2].map((i) =>
        photo(size, seed + i)
          .png()
          .toBuffer(),
      ),
    );
    return encode(sharp(frames, { join: { animated: true } })).toBuffer();
  };

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG that libvips does not write: few bits a pixel, a clear colour, a gamma. */
function plainPng(
  [width, height]: Size,
  bits: number,
  colour: number,
  samples: Uint8Array,
  extra: Buffer[] = [],
) {
  const channels = colour === 2 ? 3 : 1;
  const row = Math.ceil((width * channels * bits) / 8);
  const raw = Buffer.alloc(height * (row + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width * channels; x++) {
      const value = (samples[y * width * channels + x] ?? 0) >> (8 - bits);
      const at = y * (row + 1) + 1 + Math.floor((x * bits) / 8);
      raw[at] = (raw[at] ?? 0) | (value << (8 - bits - ((x * bits) % 8)));
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([bits, colour, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[chunk('IHDR', head), ...extra, chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))],
  ]);
}
const gamma = (value: number): Buffer => {
  const data = Buffer.alloc(4);
  data.writeUInt32BE(value);
  return chunk('gAMA', data);
};
const grey =
  (bits: number, extra: Buffer[] = []): Make =>
  (size, seed) =>
    plainPng(size, bits, 0, pixels(...size, seed), extra);
const rgb =
  (extra: Buffer[]): Make =>
  (size, seed) =>
    plainPng(size, 8, 2, pixels(...size, seed), extra);

/** A bitmap of 24 bits, bottom row first. */
const bmp: Make = ([width, height], seed) => {
  const row = 4 * Math.ceil((3 * width) / 4);
  const file = Buffer.alloc(54 + row * height);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.set([1, 0, 24, 0], 26);
  const data = pixels(width, height, seed);
  for (let y = 0; y < height; y++) file.set(data.subarray(3 * width * y, 3 * width * (y + 1)), 54 + row * y);
  return file;
};
/** An icon that holds a PNG. */
const icon: Make = async (_, seed) => {
  const png = await photo([32, 32], seed).png().toBuffer();
  const head = Buffer.from([0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 22, 0, 0, 0]);
  head.writeUInt32LE(png.length, 14);
  return Buffer.concat([head, png]);
};
const text =
  (content: string): Make =>
  () =>
    Buffer.from(content);

/** The first part of a file. */
const cut =
  (make: Make, share: number): Make =>
  async (size, seed) => {
    const bytes = await make(size, seed);
    return bytes.subarray(0, Math.floor(share * bytes.length));
  };
/** With bytes in its last half changed. */
const scratched =
  (make: Make): Make =>
  async (size, seed) => {
    const bytes = Buffer.from(await make(size, seed));
    for (let at = Math.floor(bytes.length / 2); at < bytes.length - 12; at += 31)
      bytes[at] = (bytes[at] ?? 0) ^ 90;
    return bytes;
  };
const followed =
  (make: Make): Make =>
  async (size, seed) =>
    Buffer.concat([await make(size, seed), Buffer.from('and more that is none of the image')]);

const jpeg = opaque((image) => image.jpeg({ quality: 85 }));
const png = opaque((image) => image.png());
const webp = opaque((image) => image.webp({ quality: 80 }));
const gif = opaque((image) => image.gif());
const avif = opaque((image) => image.avif({ quality: 60, effort: 1 }));
const tiff = opaque((image) => image.tiff());
const turned = (seed: number) => ({ orientation: 1 + (seed % 8) });

/** Kinds by name, with the ending that a file of them has. */
const kinds: readonly [name: string, ending: string, make: Make][] = [
  ['plain', 'jpg', jpeg],
  ['poor', 'jpg', opaque((image) => image.jpeg({ quality: 12 }))],
  ['fine', 'jpg', opaque((image) => image.jpeg({ quality: 98, chromaSubsampling: '4:4:4' }))],
  ['progressive', 'jpg', opaque((image) => image.jpeg({ progressive: true }))],
  ['optimised', 'jpg', opaque((image) => image.jpeg({ mozjpeg: true }))],
  ['grey', 'jpg', opaque((image) => image.greyscale().jpeg())],
  ['turned', 'jpg', opaque((image, seed) => image.jpeg().withMetadata(turned(seed)))],
  ['p3', 'jpg', opaque((image) => image.jpeg().withIccProfile('p3'))],
  ['srgb', 'jpg', opaque((image) => image.jpeg().withIccProfile('srgb'))],
  ['cmyk', 'jpg', opaque((image) => image.toColourspace('cmyk').jpeg())],
  ['cmyk-profile', 'jpg', opaque((image) => image.toColourspace('cmyk').jpeg().withIccProfile('cmyk'))],
  ['plain', 'png', png],
  ['clear', 'png', withAlpha((image) => image.png())],
  ['interlaced', 'png', opaque((image) => image.png({ progressive: true }))],
  ['palette', 'png', opaque((image) => image.png({ palette: true }))],
  ['few-colours', 'png', opaque((image) => image.png({ palette: true, colours: 4, dither: 0 }))],
  ['clear-palette', 'png', withAlpha((image) => image.png({ palette: true }))],
  ['grey', 'png', opaque((image) => image.greyscale().png())],
  ['grey-clear', 'png', withAlpha((image) => image.greyscale().png())],
  ['p3', 'png', opaque((image) => image.png().withIccProfile('p3'))],
  ['turned', 'png', opaque((image, seed) => image.png().withMetadata(turned(seed)))],
  ['16-bit', 'png', deep(3)],
  ['16-bit-clear', 'png', deep(4)],
  ['16-bit-grey', 'png', deep(1)],
  ['1-bit', 'png', grey(1)],
  ['2-bit', 'png', grey(2)],
  ['4-bit', 'png', grey(4)],
  ['grey-gamma', 'png', grey(8, [gamma(100_000)])],
  ['gamma', 'png', rgb([gamma(100_000)])],
  ['clear-colour', 'png', rgb([chunk('tRNS', Buffer.from([0, 120, 0, 130, 0, 140]))])],
  ['clear-grey', 'png', grey(8, [chunk('tRNS', Buffer.from([0, 120]))])],
  ['plain', 'webp', webp],
  ['lossless', 'webp', opaque((image) => image.webp({ lossless: true }))],
  ['near-lossless', 'webp', opaque((image) => image.webp({ nearLossless: true, quality: 60 }))],
  ['clear', 'webp', withAlpha((image) => image.webp({ quality: 80 }))],
  ['clear-exact', 'webp', withAlpha((image) => image.webp({ lossless: true, exact: true }))],
  ['turned', 'webp', opaque((image, seed) => image.webp().withMetadata(turned(seed)))],
  ['p3', 'webp', opaque((image) => image.webp().withIccProfile('p3'))],
  ['animated', 'webp', animated((image) => image.webp({ loop: 0 }))],
  ['plain', 'gif', gif],
  ['clear', 'gif', withAlpha((image) => image.gif())],
  ['animated', 'gif', animated((image) => image.gif())],
  ['interlaced', 'gif', opaque((image) => image.gif({ progressive: true }))],
  ['plain', 'avif', avif],
  ['fine', 'avif', opaque((image) => image.avif({ quality: 90, effort: 1, chromaSubsampling: '4:4:4' }))],
  ['lossless', 'avif', opaque((image) => image.avif({ lossless: true, effort: 1 }))],
  ['clear', 'avif', withAlpha((image) => image.avif({ effort: 1 }))],
  ['grey', 'avif', opaque((image) => image.greyscale().avif({ effort: 1 }))],
  ['turned', 'avif', opaque((image, seed) => image.avif({ effort: 1 }).withMetadata(turned(seed)))],
  ['plain', 'tif', tiff],
  ['lzw-grey', 'tif', opaque((image) => image.greyscale().tiff({ compression: 'lzw' }))],
  ['cmyk', 'tif', opaque((image) => image.toColourspace('cmyk').tiff())],
  ['wrong-ending', 'png', jpeg],
  ['followed', 'jpg', followed(jpeg)],
  ['followed', 'png', followed(png)],
  ['cut', 'jpg', cut(jpeg, 0.6)],
  ['cut', 'png', cut(png, 0.6)],
  ['cut', 'webp', cut(webp, 0.6)],
  ['cut', 'gif', cut(gif, 0.6)],
  ['cut', 'avif', cut(avif, 0.6)],
  ['head-alone', 'jpg', cut(jpeg, 0.02)],
  ['scratched', 'jpg', scratched(jpeg)],
  ['scratched', 'png', scratched(png)],
  ['scratched', 'webp', scratched(webp)],
  ['scratched', 'gif', scratched(gif)],
  ['scratched', 'avif', scratched(avif)],
  ['bitmap', 'bmp', bmp],
  ['icon', 'ico', icon],
  [
    'drawing',
    'svg',
    text('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="9" height="9"/></svg>'),
  ],
  ['page', 'jpg', text('<!doctype html><title>404</title>')],
  ['text', 'png', text('no image at all')],
  ['empty', 'jpg', text('')],
];

/** So many images, or one of each kind; beyond that the kinds come again in other sizes and colours. */
export async function* oddImages(count = kinds.length): AsyncGenerator<OddImage, void, void> {
  for (let i = 0; i < count; i++) {
    const [kind, ending, make] = kinds[i % kinds.length] ?? ['', '', png];
    const size = sizes[(i + Math.floor(i / kinds.length)) % sizes.length] ?? [9, 9];
    const name = `${String(i).padStart(3, '0')}-${kind}-${size.join('x')}.${ending}`;
    yield { name, bytes: await make(size, i) };
  }
}
