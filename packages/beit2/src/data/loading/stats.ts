/** What is in an image source: a look at every image before a run is built on them. */
import { BrokenImageError, decodeImage, reading } from '../pixels/decode.js';
import { imageFacts, type ImageFacts } from '../pixels/image-facts.js';
import { rasterFacts } from '../rasters/raster-facts.js';
import { bandNames, type Bands } from '../rasters/bands.js';
import type { SampleArray } from '../rasters/samples.js';
import { readSamples, wideImage } from '../rasters/wide-image.js';
import { channelMoments, planeMoments, ValueRange, type BandValues } from './channel-statistics.js';
import type { ImageSource, LeftOut } from '../sources/image-source.js';
import { unlabelled } from '../sources/left-out.js';
import { mapAhead } from '../map-ahead.js';
import type { ImageSize } from '../pixels/pixels.js';

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
  /** Names of the channels. */
  channels: string[];
  /** Mean and standard deviation of each channel in 0-1, over all pixels, every image weighing the same. */
  mean: number[];
  std: number[];
  /** Values of each chosen band as the files have them; absent for RGB. */
  values?: BandValues[];
}

const imagesAtOnce = 4;

/** An image that could be read. */
interface Seen extends ImageSize {
  facts: ImageFacts;
  bytes: number;
  /** Means of the channels, then those of their squares, in 0-1. */
  moments: number[];
  /** Values of each chosen band. */
  samples: SampleArray[];
}

type Look = Seen | { name: string; reason: string };

export interface StatsOptions {
  /** The channels to look at. @default red, green and blue of eight bits */
  bands?: Bands | undefined;
  /** Hears how many images are done. */
  onProgress?: (done: number) => void;
}

/** Decodes every image of the source once. */
export async function dataStats(
  source: ImageSource,
  { bands, onProgress }: StatsOptions = {},
): Promise<DataStats> {
  const channels = bandNames(bands);
  const ranges = channels.map(() => new ValueRange());
  const counts = { formats: new Map<string, number>(), traits: new Map<string, number>() };
  const broken: DataStats['broken'] = [];
  const widths: number[] = [];
  const heights: number[] = [];
  const sums = new Float64Array(2 * channels.length);
  let bytes = 0;
  let done = 0;
  for await (const look of mapAhead(source.length, imagesAtOnce, (index) => inspect(source, index, bands))) {
    onProgress?.(++done);
    if ('reason' in look) {
      broken.push(look);
      continue;
    }
    bytes += look.bytes;
    widths.push(look.width);
    heights.push(look.height);
    countUp(counts.formats, look.facts.format);
    for (const trait of look.facts.traits) countUp(counts.traits, trait);
    for (const [i, moment] of look.moments.entries()) sums[i] = (sums[i] ?? 0) + moment;
    for (const [i, samples] of look.samples.entries()) ranges[i]?.add(samples);
  }
  const moment = (i: number): number => (sums[i] ?? 0) / Math.max(1, widths.length);
  const deviation = (channel: number): number =>
    Math.sqrt(Math.max(0, moment(channels.length + channel) - moment(channel) ** 2));
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
    channels,
    mean: channels.map((_, channel) => moment(channel)),
    std: channels.map((_, channel) => deviation(channel)),
    ...(bands && { values: ranges.map((range) => range.summary()) }),
  };
}

async function inspect(source: ImageSource, index: number, bands: Bands | undefined): Promise<Look> {
  try {
    const bytes = await reading(source.read(index));
    const box = source.box?.(index);
    const size = { bytes: bytes.length };
    if (!bands) {
      const { data, width, height } = await decodeImage(bytes, box);
      const moments = channelMoments(data);
      return { ...size, facts: await imageFacts(bytes), width, height, moments, samples: [] };
    }
    const { image, samples, region } = await readSamples(bytes, bands, undefined, box);
    const { data } = wideImage(image, samples, region, bands);
    const { width, height } = region;
    const facts = await rasterFacts(bytes, image);
    return { ...size, facts, width, height, moments: planeMoments(data, samples.length), samples };
  } catch (error) {
    if (!(error instanceof BrokenImageError)) throw error;
    return { name: source.name(index), reason: error.message };
  }
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
