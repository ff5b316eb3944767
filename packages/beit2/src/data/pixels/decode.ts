/**
 * Image files to packed 8-bit RGB with `sharp`: JPEG, PNG, WebP, TIFF, GIF (first frame), AVIF; BMP and PPM without it.
 *
 * EXIF orientation is applied, gray becomes three equal channels, 16-bit values keep their upper byte, CMYK goes through
 * the profile in the file (libvips' own where there is none). Alpha is dropped, not composited, and embedded RGB profiles are
 * ignored: both as Pillow's `convert('RGB')` does, with which the reference (and the teachers) read their images.
 */
import type { OutputInfo, Sharp } from 'sharp';
import { UserError } from '../../errors.js';
import { sharp } from '../../sharp.js';
import { decodeBitmap } from './bitmaps.js';
import { formatOf } from './image-format.js';
import { jpegHeader } from './jpeg-header.js';
import { wholeOf, type Box, type ImageSize, type RgbImage } from './pixels.js';
import { tiffDirectory, tiffTags } from './tiff-directory.js';
import { whyBroken } from './why-broken.js';

/** The file cannot be read, is no image, damaged or cut short. */
export class BrokenImageError extends Error {
  override readonly name = 'BrokenImageError';
}

/** What a use needs of an image: a part of it, which may come so many times smaller (1 or more). */
export interface Need {
  region: Box;
  reduction: number;
}

/** Told an image's full size, says what is needed of it. */
export type ChooseNeed = (full: ImageSize) => Need;

/** A decoded image, upright: `data` shows `region` of the image in the file, maybe reduced. */
export interface DecodedPart extends RgbImage {
  region: Box;
}

// libvips lets the JPEG decoder halve, quarter or cut to an eighth from these reductions on, and resamples the rest.
const reductions = [9, 5, 3];

/** An image about to be decoded. */
function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { ignoreIcc: !isCmyk(bytes), autoOrient: true, failOn: 'error' });
}

/**
 * Decodes a whole image, or the part of it that is asked for.
 * @throws BrokenImageError, also where the part reaches beyond the image
 */
export async function decodeImage(bytes: Uint8Array, part?: Box): Promise<RgbImage> {
  if (bytes.length === 0) throw new BrokenImageError(whyBroken(bytes, ''));
  const image = (await decoding(bytes, () => decodeBitmap(bytes))) ?? (await readPixels(bytes, open(bytes)));
  return part ? cut(image, part) : image;
}

/**
 * Decodes what is needed of an image, or of a part of it that stands for the image; `choose` is called once. Of a JPEG no more than the
 * region is decoded, or, where that may come reduced, the whole image at a fraction of the cost. (So damage below the region goes
 * unseen.) Anything else comes whole.
 * @throws BrokenImageError, also where the part reaches beyond the image
 */
export async function decodePart(bytes: Uint8Array, choose: ChooseNeed, part?: Box): Promise<DecodedPart> {
  const header = jpegHeader(bytes);
  if (!header) {
    const image = await decodeImage(bytes, part);
    choose(image);
    return { ...image, region: wholeOf(image) };
  }
  // EXIF may turn the image; libvips knows its upright size.
  const file = header.hasExif ? (await decoding(bytes, () => open(bytes).metadata())).autoOrient : header;
  const full = part ?? wholeOf(file);
  checkPart(full, file);
  const { region, reduction } = choose(full);
  const factor = reductions.find((one) => one <= reduction);
  if (factor === undefined) {
    const inFile = { ...region, left: region.left + full.left, top: region.top + full.top };
    return { ...(await readPixels(bytes, open(bytes).extract(inFile))), region };
  }
  const [width, height] = [Math.round(file.width / factor), Math.round(file.height / factor)];
  const pipeline = open(bytes).resize(width, height, { fit: 'fill', kernel: 'cubic' });
  // All of the file, as seen from the part.
  const whole = { ...wholeOf(file), left: 0 - full.left, top: 0 - full.top };
  return { ...(await readPixels(bytes, pipeline)), region: whole };
}

/** All of an image, at its own size. */
export const allOfIt: ChooseNeed = (full) => ({ region: wholeOf(full), reduction: 1 });

/** @throws BrokenImageError where a part reaches beyond its image */
export function checkPart({ left, top, width, height }: Box, file: ImageSize): void {
  if (left + width <= file.width && top + height <= file.height) return;
  throw new BrokenImageError(
    `its box (x ${left}, y ${top}, width ${width}, height ${height}) reaches beyond the ${file.width} x ${file.height} pixels of the image`,
  );
}

/** A part of an image. */
function cut(image: RgbImage, part: Box): RgbImage {
  checkPart(part, image);
  const { left, top, width, height } = part;
  const data = new Uint8Array(3 * width * height);
  for (let row = 0; row < height; row++) {
    const start = 3 * ((top + row) * image.width + left);
    data.set(image.data.subarray(start, start + 3 * width), 3 * width * row);
  }
  return { width, height, data };
}

async function readPixels(bytes: Uint8Array, pipeline: Sharp): Promise<RgbImage> {
  const { data, info } = await decoding(bytes, () =>
    pipeline.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }),
  );
  return { width: info.width, height: info.height, data: toRgb(data, info) };
}

/** What the library makes of an image's bytes. @throws BrokenImageError with the reason that the bytes tell */
export async function decoding<T>(bytes: Uint8Array, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new BrokenImageError(whyBroken(bytes, (error as Error).message), { cause: error });
  }
}

/** What is read of a file; a failure becomes a BrokenImageError, but for a server's, which is no fault of an image. */
export async function reading<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new BrokenImageError(whyUnreadable(error as NodeJS.ErrnoException), { cause: error });
  }
}

function whyUnreadable({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  return code === 'EACCES' || code === 'EPERM' ? 'permission denied' : message;
}

function isCmyk(bytes: Uint8Array): boolean {
  const jpeg = jpegHeader(bytes);
  if (jpeg) return jpeg.components === 4;
  if (formatOf(bytes)?.name !== 'TIFF') return false;
  try {
    return tiffDirectory(bytes)?.get(tiffTags.photometric)?.[0] === photometricCmyk;
  } catch {
    return false; // cut short: decoding says so
  }
}

const photometricCmyk = 5;

/** Packed pixels of 1 to 4 channels (gray, gray + alpha, RGB, RGB + alpha) to RGB. */
function toRgb(data: Uint8Array, info: OutputInfo): Uint8Array {
  const { width, height, channels } = info;
  if (channels === 3) return data;
  const rgb = new Uint8Array(3 * width * height);
  const [green, blue] = channels === 4 ? [1, 2] : [0, 0];
  for (let from = 0, to = 0; to < rgb.length; from += channels, to += 3) {
    rgb[to] = data[from] ?? 0;
    rgb[to + 1] = data[from + green] ?? 0;
    rgb[to + 2] = data[from + blue] ?? 0;
  }
  return rgb;
}
