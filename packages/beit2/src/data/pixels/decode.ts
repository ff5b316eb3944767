/**
 * Image files to packed 8-bit RGB with `sharp`: JPEG, PNG, WebP, TIFF, GIF (first frame), AVIF.
 *
 * EXIF orientation is applied, gray becomes three equal channels, 16-bit values keep their upper byte, CMYK goes through
 * libvips' CMYK profile. Alpha is dropped, not composited, and embedded RGB profiles are ignored: both as Pillow's
 * `convert('RGB')` does, with which the reference (and the teachers) read their images.
 */
import type { OutputInfo, Sharp } from 'sharp';
import { UserError } from '../../errors.js';
import { sharp } from '../../sharp.js';
import { wholeOf, type Box, type ImageSize, type RgbImage } from './pixels.js';

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

const readOptions = { ignoreIcc: true, autoOrient: true, failOn: 'error' } as const;

/** Decodes a whole image. @throws BrokenImageError */
export async function decodeImage(bytes: Uint8Array): Promise<RgbImage> {
  if (bytes.length === 0) throw new BrokenImageError('the file is empty');
  return readPixels(sharp(bytes, readOptions));
}

/**
 * Decodes what is needed of an image; `choose` is called once. Of a JPEG no more than the region is decoded, or, where
 * that may come reduced, the whole image at a fraction of the cost. (So damage below the region goes unseen.) Anything
 * else comes whole.
 * @throws BrokenImageError
 */
export async function decodePart(bytes: Uint8Array, choose: ChooseNeed): Promise<DecodedPart> {
  const header = jpegHeader(bytes);
  if (!header) {
    const image = await decodeImage(bytes);
    choose(image);
    return { ...image, region: wholeOf(image) };
  }
  // EXIF may turn the image; libvips knows its upright size.
  const full = header.hasExif ? (await attempt(sharp(bytes, readOptions).metadata())).autoOrient : header;
  const { region, reduction } = choose(full);
  const factor = reductions.find((one) => one <= reduction);
  if (factor === undefined)
    return { ...(await readPixels(sharp(bytes, readOptions).extract(region))), region };
  const [width, height] = [Math.round(full.width / factor), Math.round(full.height / factor)];
  const pipeline = sharp(bytes, readOptions).resize(width, height, { fit: 'fill', kernel: 'cubic' });
  return { ...(await readPixels(pipeline)), region: wholeOf(full) };
}

async function readPixels(pipeline: Sharp): Promise<RgbImage> {
  const { data, info } = await attempt(
    pipeline.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }),
  );
  return { width: info.width, height: info.height, data: toRgb(data, info) };
}

/** The result of reading or decoding; a failure becomes a BrokenImageError, but for a server's, which is no fault of an image. */
export async function attempt<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const [firstLine = 'unknown cause'] = (error as Error).message.split('\n');
    throw new BrokenImageError(firstLine.trim());
  }
}

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

/** Size in a JPEG file's frame header and whether EXIF data come before it; undefined for anything else. */
export function jpegHeader(bytes: Uint8Array): (ImageSize & { hasExif: boolean }) | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let hasExif = false;
  for (let at = 2; at + 9 <= bytes.length;) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return undefined;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    // SOF0-SOF15 hold the size; C4 (Huffman tables), C8 and CC (arithmetic coding) lie among them.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), hasExif };
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) hasExif = true; // APP1 "Exif"
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
