/**
 * Image files to packed 8-bit RGB with `sharp`: JPEG, PNG, WebP, TIFF, GIF (first frame), AVIF.
 *
 * EXIF orientation is applied, gray becomes three equal channels, 16-bit values keep their upper byte, CMYK goes through
 * libvips' CMYK profile. Alpha is dropped, not composited, and embedded RGB profiles are ignored: both as Pillow's
 * `convert('RGB')` does, with which the reference (and the teachers) read their images.
 */
import sharp, { type OutputInfo, type Sharp } from 'sharp';
import type { RgbImage } from './pixels.js';

// Many images are decoded at the same time, one core each; libvips' own cache would only hold them.
sharp.concurrency(1);
sharp.cache(false);

/** The file cannot be read, is no image, damaged or cut short. */
export class BrokenImageError extends Error {
  override readonly name = 'BrokenImageError';
}

/** Width and height in pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/** Reductions that a JPEG decoder can make while it decodes, at a fraction of the cost. */
export type Shrink = 1 | 2 | 4 | 8;

/** A decoded image, upright; `shrink` says by how much both sides are reduced (rounded up) from those in the file. */
export interface DecodedImage extends RgbImage {
  shrink: Shrink;
}

/** Told an image's full size, says how much reduction its use allows. */
export type ChooseShrink = (full: ImageSize) => Shrink;

const readOptions = { ignoreIcc: true, autoOrient: true, failOn: 'error' } as const;

/**
 * Decodes an image. With `choose`, which is called once, the image may come reduced where its decoder can do that: for a
 * JPEG of at least twice `smallest` in both directions.
 * @throws BrokenImageError
 */
export async function decodeImage(
  bytes: Uint8Array,
  smallest = Infinity,
  choose: ChooseShrink = () => 1,
): Promise<DecodedImage> {
  const size = jpegSize(bytes);
  if (!size || Math.min(size.width, size.height) < 2 * smallest) {
    const image = await readPixels(sharp(bytes, readOptions));
    choose(image);
    return { ...image, shrink: 1 };
  }
  const { autoOrient: full } = await attempt(sharp(bytes, readOptions).metadata());
  const shrink = choose(full);
  // Exactly the size that the JPEG decoder gives at this reduction, so that nothing is left to resample.
  const [width, height] = [Math.ceil(full.width / shrink), Math.ceil(full.height / shrink)];
  const image = await readPixels(sharp(bytes, readOptions).resize(width, height, { fit: 'fill' }));
  return { ...image, shrink };
}

async function readPixels(pipeline: Sharp): Promise<RgbImage> {
  const { data, info } = await attempt(
    pipeline.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true }),
  );
  return { width: info.width, height: info.height, data: toRgb(data, info) };
}

/** The result of reading or decoding; any failure becomes a BrokenImageError. */
export async function attempt<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
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

/** Size in a JPEG file's frame header (before EXIF orientation), or undefined for anything else. */
export function jpegSize(bytes: Uint8Array): ImageSize | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 <= bytes.length;) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return undefined;
    if (marker === 0xff) {
      at += 1; // fill byte
      continue;
    }
    // SOF0-SOF15 hold the size; C4 (Huffman tables), C8 and CC (arithmetic coding) lie among them.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
