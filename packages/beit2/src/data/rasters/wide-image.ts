/** Images of chosen bands as planes of 16 bits, in which 0 to 65,535 stand for [0, 1]. */
import {
  allOfIt,
  decodeImage,
  decodePart,
  checkPart,
  BrokenImageError,
  type ChooseNeed,
  type DecodedPart,
} from '../pixels/decode.js';
import { formatOf } from '../pixels/image-format.js';
import { mostPixels, wholeOf, type Box, type ImageSize } from '../pixels/pixels.js';
import { whyBroken } from '../pixels/why-broken.js';
import { placesIn, windowsIn, type Bands, type Window } from './bands.js';
import { openNpy } from './npy.js';
import { planeOf, RasterError, type OpenedRaster, type SampleArray } from './samples.js';
import { openTiff } from './tiff.js';
import { openWithSharp } from './with-sharp.js';

/** `data` is `[channels, height, width]`. */
export interface WideImage extends ImageSize {
  channels: number;
  data: Uint16Array;
}

/** `data` shows `region` of the image in the file. */
export interface WidePart extends WideImage {
  region: Box;
}

/** Readers by the name of the format. */
const openers: Partial<Record<string, (bytes: Uint8Array) => OpenedRaster | Promise<OpenedRaster>>> = {
  TIFF: openTiff,
  NumPy: openNpy,
  JPEG: openWithSharp,
  PNG: openWithSharp,
  WebP: openWithSharp,
  GIF: openWithSharp,
  AVIF: openWithSharp,
  BMP: openBitmapRaster,
  PPM: openBitmapRaster,
};

/** Values at once: as many as the pixels of the largest image that is decoded. */
const mostValues = mostPixels;

/**
 * The chosen bands of what is needed of an image, or of a part of it that stands for the image; `choose` is called once.
 * @throws BrokenImageError, also where a band is not there or the part reaches beyond the image
 */
export async function decodeWide(
  bytes: Uint8Array,
  bands: Bands,
  choose: ChooseNeed,
  part?: Box,
): Promise<WidePart> {
  const { image, samples, region, full } = await readSamples(bytes, bands, choose, part);
  const inFull = { ...region, left: region.left - full.left, top: region.top - full.top };
  return { ...wideImage(image, samples, region, bands), region: inFull };
}

/** What is needed of an image: its chosen bands, else red, green and blue of eight bits. @throws BrokenImageError */
export function decodeNeeded(
  bytes: Uint8Array,
  bands: Bands | undefined,
  choose: ChooseNeed,
  part?: Box,
): Promise<DecodedPart | WidePart> {
  return bands ? decodeWide(bytes, bands, choose, part) : decodePart(bytes, choose, part);
}

/** Values of bands in 16 bits, as their windows say. */
export function wideImage(
  image: OpenedRaster,
  samples: readonly SampleArray[],
  { width, height }: ImageSize,
  bands: Bands,
): WideImage {
  const size = width * height;
  const data = new Uint16Array(samples.length * size);
  const windows = windowsIn(image, bands);
  for (const [i, plane] of samples.entries())
    toWide(plane, windows[i] ?? [0, 1], data.subarray(i * size, (i + 1) * size));
  return { width, height, channels: samples.length, data };
}

/** Values of an image as its file has them. */
export interface SamplesPart {
  image: OpenedRaster;
  /** A plane for each chosen band, of `region`. */
  samples: SampleArray[];
  /** In pixels of the file. */
  region: Box;
  /** What stands for the image. */
  full: Box;
}

/** The values of the chosen bands, whole pixels around what is needed. @throws BrokenImageError */
export async function readSamples(
  bytes: Uint8Array,
  bands: Bands,
  choose = allOfIt,
  part?: Box,
): Promise<SamplesPart> {
  try {
    const image = await openRaster(bytes);
    const full = part ?? wholeOf(image);
    checkPart(full, image);
    const { region } = choose(full);
    const [left, top] = [full.left + Math.floor(region.left), full.top + Math.floor(region.top)];
    const inFile = {
      left,
      top,
      width: full.left + Math.ceil(region.left + region.width) - left,
      height: full.top + Math.ceil(region.top + region.height) - top,
    };
    const places = placesIn(image, bands);
    if (inFile.width * inFile.height * places.length > mostValues)
      throw new RasterError('it has more than 268 million values');
    return { image, samples: await image.read(places, inFile), region: inFile, full };
  } catch (error) {
    if (error instanceof BrokenImageError) throw error;
    throw new BrokenImageError(reasonOf(bytes, error as Error), { cause: error });
  }
}

async function openRaster(bytes: Uint8Array): Promise<OpenedRaster> {
  const open = openers[formatOf(bytes)?.name ?? ''];
  if (!open) throw new Error('of no known format');
  return open(bytes);
}

function reasonOf(bytes: Uint8Array, error: Error): string {
  if (error instanceof RasterError) return error.message;
  const format = formatOf(bytes)?.name;
  if (error instanceof RangeError && format) return `the ${format} data end early`;
  return whyBroken(bytes, error.message);
}

async function openBitmapRaster(bytes: Uint8Array): Promise<OpenedRaster> {
  const { width, height, data } = await decodeImage(bytes);
  return {
    width,
    height,
    type: 'uint8',
    bandNames: ['red', 'green', 'blue'],
    read: (places, part) =>
      Promise.resolve(
        places.map((band) => planeOf(data, 'uint8', { band: 1, x: 3, y: 3 * width }, band, part)),
      ),
  };
}

const most = 65_535;

/** Values to 16 bits: the window's ends become 0 and 65,535, what lies beyond them too; what is no number becomes 0. */
function toWide(plane: SampleArray, [low, high]: Window, target: Uint16Array): void {
  if (plane instanceof Uint16Array && low === 0 && high === most) {
    target.set(plane);
    return;
  }
  const scale = most / (high - low);
  for (let i = 0; i < plane.length; i++) {
    const value = ((plane[i] ?? 0) - low) * scale;
    target[i] = value >= most ? most : value > 0 ? Math.round(value) : 0;
  }
}
