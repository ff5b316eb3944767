/** What is in an image source: a look at every image before a run is built on them. */
import { BrokenImageError, decodeImage, reading } from '../pixels/decode.js';
import { imageFacts, type ImageFacts } from '../pixels/image-facts.js';
import type { ImageSource, LeftOut } from '../sources/image-source.js';
import { unlabelled } from '../sources/left-out.js';
import { mapAhead } from '../map-ahead.js';
import type { RgbImage } from '../pixels/pixels.js';

export interface Spread {
  min: number;
  median: number;
  max: number;
}

export interface DataStats {
  /** Images in the source, broken ones included. */
  images: number;
  /** Encoded size of all readable images. */
  bytes: number;
  broken: { name: string; reason: string }[];
  /** What looks like data and is not among the images. */
  notTaken: LeftOut[];
  /** Images without a label, where others have one. */
  unlabelled: number;
  /** Images by file format as found in the file, not by its name. */
  formats: Record<string, number>;
  /** Images with something special: gray, alpha, CMYK, 16 bits, rotated by EXIF, animated. */
  traits: Record<string, number>;
  /** In pixels, upright. */
  width: Spread;
  height: Spread;
  /** Images of each class, in the order of the labels; absent where the source has no labels. */
  classes?: { name: string; images: number }[];
  /** Mean and standard deviation of R, G, B in 0-1, over all pixels, every image weighing the same. */
  mean: [number, number, number];
  std: [number, number, number];
}

const imagesAtOnce = 4;

type Look = { facts: ImageFacts; pixels: RgbImage; bytes: number } | { name: string; reason: string };

/** Decodes every image of the source once. `onProgress` hears how many are done. */
export async function dataStats(
  source: ImageSource,
  onProgress?: (done: number) => void,
): Promise<DataStats> {
  const counts = { formats: new Map<string, number>(), traits: new Map<string, number>() };
  const broken: DataStats['broken'] = [];
  const widths: number[] = [];
  const heights: number[] = [];
  const sums = new Float64Array(6);
  let bytes = 0;
  let done = 0;
  for await (const look of mapAhead(source.length, imagesAtOnce, (index) => inspect(source, index))) {
    onProgress?.(++done);
    if ('reason' in look) {
      broken.push(look);
      continue;
    }
    bytes += look.bytes;
    widths.push(look.pixels.width);
    heights.push(look.pixels.height);
    countUp(counts.formats, look.facts.format);
    for (const trait of look.facts.traits) countUp(counts.traits, trait);
    for (const [i, moment] of channelMoments(look.pixels).entries()) sums[i] = (sums[i] ?? 0) + moment;
  }
  const moment = (i: number): number => (sums[i] ?? 0) / Math.max(1, widths.length);
  const deviation = (channel: number): number =>
    Math.sqrt(Math.max(0, moment(3 + channel) - moment(channel) ** 2));
  return {
    images: source.length,
    bytes,
    broken,
    notTaken: [...(source.leftOut ?? [])],
    unlabelled: source.classes ? unlabelled(source).count : 0,
    formats: Object.fromEntries(counts.formats),
    traits: Object.fromEntries(counts.traits),
    width: spread(widths),
    height: spread(heights),
    ...(source.classes && { classes: classSizes(source, source.classes) }),
    mean: [moment(0), moment(1), moment(2)],
    std: [deviation(0), deviation(1), deviation(2)],
  };
}

async function inspect(source: ImageSource, index: number): Promise<Look> {
  try {
    const bytes = await reading(source.read(index));
    const pixels = await decodeImage(bytes, source.box?.(index));
    return { facts: await imageFacts(bytes), pixels, bytes: bytes.length };
  } catch (error) {
    if (!(error instanceof BrokenImageError)) throw error;
    return { name: source.name(index), reason: error.message };
  }
}

/** Means of R, G, B and of their squares, in 0-1. */
function channelMoments({ data }: RgbImage): number[] {
  const sums = [0, 0, 0];
  const squares = [0, 0, 0];
  for (let channel = 0; channel < 3; channel++) {
    let sum = 0;
    let square = 0;
    for (let i = channel; i < data.length; i += 3) {
      const value = data[i] ?? 0;
      sum += value;
      square += value * value;
    }
    sums[channel] = (3 * sum) / data.length / 255;
    squares[channel] = (3 * square) / data.length / 255 ** 2;
  }
  return [...sums, ...squares];
}

function classSizes(source: ImageSource, names: readonly string[]): { name: string; images: number }[] {
  const sizes = names.map((name) => ({ name, images: 0 }));
  for (let i = 0; i < source.length; i++) {
    const size = sizes[source.label(i) ?? -1];
    if (size) size.images++;
  }
  return sizes;
}

function spread(values: number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  return {
    min: sorted[0] ?? 0,
    median: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
    max: sorted.at(-1) ?? 0,
  };
}

function countUp(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
