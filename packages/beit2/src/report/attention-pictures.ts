/** Attention maps over their image. */
import { sharp } from '../sharp.js';
import { writeFileWhole } from '../files/file-access.js';
import { writtenHere, type Picture } from './picture.js';

/** Row and column of a patch, from 1 at the top left. */
export interface PatchPlace {
  row: number;
  column: number;
}

/** Attention of one head, from one token. */
export interface HeadMap {
  /** What goes to each patch, row by row, [grid²]; with `cls` it sums to 1. */
  patches: Float32Array;
  /** What goes to [CLS]. */
  cls: number;
}

/** Attention of all heads of a block, from one token of one image. */
export interface ImageAttention {
  /** The image as the model sees it. */
  picture: Picture;
  /** Patches along a side. */
  grid: number;
  /** From 1. */
  block: number;
  /** The patch that looks; null for [CLS]. */
  from: PatchPlace | null;
  heads: HeadMap[];
  /** Mean of the heads. */
  mean: HeadMap;
}

/** Pixels of a picture's side; small images are enlarged to it. */
const mapSide = 224;

/** Colours of attention from none to the head's most, as red, green and blue: dark violet to pale yellow. */
const ramp = [
  [8, 6, 38],
  [87, 16, 110],
  [188, 55, 84],
  [249, 142, 9],
  [252, 255, 164],
] as const;

function colorAt(share: number): [number, number, number] {
  const place = Math.min(0.9999, Math.max(0, share)) * (ramp.length - 1);
  const [low, high] = [ramp[Math.floor(place)], ramp[Math.floor(place) + 1]];
  const mix = (channel: 0 | 1 | 2): number => {
    const [from = 0, to = 0] = [low?.[channel], high?.[channel]];
    return from + (to - from) * (place % 1);
  };
  return [mix(0), mix(1), mix(2)];
}

const raw = (picture: Picture) => ({
  raw: { width: picture.width, height: picture.height, channels: picture.channels },
});

/** The image at the size it is shown; the patch that looks is outlined. */
export async function shownImage({ picture, grid, from }: ImageAttention): Promise<Picture> {
  const data = await sharp(picture.data, raw(picture))
    .resize(mapSide, mapSide, { kernel: picture.width < mapSide ? 'nearest' : 'cubic', fit: 'fill' })
    .raw()
    .toBuffer();
  if (from) outline(data, grid, from.row - 1, from.column - 1);
  return { data, width: mapSide, height: mapSide, channels: 3 };
}

/** A frame around a patch of packed RGB. */
function outline(data: Uint8Array, grid: number, row: number, column: number): void {
  const edge = (place: number) => Math.round((place * mapSide) / grid);
  const [top, bottom, left, right] = [edge(row), edge(row + 1), edge(column), edge(column + 1)];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const isInside = y >= top + 2 && y < bottom - 2 && x >= left + 2 && x < right - 2;
      if (!isInside) data.set([255, 64, 64], 3 * (y * mapSide + x));
    }
  }
}

/** A head's map over the image: pale where it looks most, dark where it does not; scaled by the map's own largest value. */
export async function mapPicture(image: Picture, { patches }: HeadMap, grid: number): Promise<Picture> {
  const largest = patches.reduce((most, value) => Math.max(most, value), 0) || 1;
  const bytes = Uint8Array.from(patches, (value) => Math.round((255 * value) / largest));
  const smooth = await sharp(bytes, { raw: { width: grid, height: grid, channels: 1 } })
    .resize(mapSide, mapSide, { kernel: 'cubic', fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const data = new Uint8Array(3 * mapSide ** 2);
  for (const [i, value] of smooth.entries()) {
    const share = value / 255;
    const color = colorAt(share);
    const weight = 0.55 + 0.25 * share;
    for (let channel = 0; channel < 3; channel++) {
      const own = image.data[3 * i + channel] ?? 0;
      data[3 * i + channel] = Math.round(own * (1 - weight) + (color[channel] ?? 0) * weight);
    }
  }
  return { data, width: mapSide, height: mapSide, channels: 3 };
}

const gap = 8;
const columns = 4;

/** Writes a PNG with the image, the mean of the heads and each head, in rows of four. */
export async function writeAttentionPng(path: string, attention: ImageAttention): Promise<void> {
  const image = await shownImage(attention);
  const tiles = [image];
  for (const map of [attention.mean, ...attention.heads])
    tiles.push(await mapPicture(image, map, attention.grid));
  const place = (i: number) => i * (mapSide + gap);
  const layers = tiles.map((tile, i) => ({
    input: Buffer.from(tile.data),
    ...raw(tile),
    left: place(i % columns),
    top: place(Math.floor(i / columns)),
  }));
  const width = place(Math.min(columns, tiles.length)) - gap;
  const height = place(Math.ceil(tiles.length / columns)) - gap;
  const png = await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite(layers)
    .withExif(writtenHere)
    .png()
    .toBuffer();
  writeFileWhole(path, (append) => append(png));
}
