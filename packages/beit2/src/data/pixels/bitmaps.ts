/** Formats that are decoded here, for sharp's build does not read them: BMP and PBM, PGM, PPM. */
import { openBmp } from './bmp.js';
import { formatOf } from './image-format.js';
import { mostPixels, type ImageSize, type RgbImage } from './pixels.js';
import { openPnm } from './pnm.js';

/** An image whose header is read. */
export interface Bitmap extends ImageSize {
  format: 'bmp' | 'ppm';
  /** Packed RGB. */
  decode(): Uint8Array;
}

const openers: Partial<Record<string, (file: Buffer) => Bitmap>> = { BMP: openBmp, PPM: openPnm };

/** Reads the header of such an image; undefined for another format. @throws Error with the reason */
export function openBitmap(bytes: Uint8Array): Bitmap | undefined {
  const name = formatOf(bytes)?.name ?? '';
  const open = openers[name];
  return open && inTime(name, () => open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
}

/** Decodes such an image; undefined for another format. @throws Error with the reason */
export function decodeBitmap(bytes: Uint8Array): RgbImage | undefined {
  const bitmap = openBitmap(bytes);
  if (!bitmap) return undefined;
  const { width, height, format } = bitmap;
  if (width * height > mostPixels) throw new Error('pixel limit');
  return { width, height, data: inTime(format.toUpperCase(), () => bitmap.decode()) };
}

/** What `work` gives, where the file is not over before. */
function inTime<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new Error(`the ${name} data end early`, { cause: error });
    throw error;
  }
}
