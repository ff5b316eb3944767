/** Small pictures in memory, and inside HTML. */
import { sharp } from '../sharp.js';
import { writer } from '../files/own-files.js';
import { escapeHtml } from './html.js';

/** Bytes row by row, channels interleaved: grey (1), RGB (3) or RGBA (4). */
export interface Picture {
  data: Uint8Array;
  width: number;
  height: number;
  channels: 1 | 3 | 4;
}

/** Says in a PNG that it is a result, which may be written over. */
export const writtenHere = { IFD0: { Software: writer } };

const smallPicture = 32 * 32; // pixels; up to here every pixel counts, above it size does

/** The picture as a data URI: PNG when small, else WebP. */
export async function toDataUri({ data, width, height, channels }: Picture): Promise<string> {
  const image = sharp(data, { raw: { width, height, channels } });
  const small = width * height <= smallPicture;
  const bytes = await (small ? image.png({ compressionLevel: 9 }) : image.webp({ quality: 85 })).toBuffer();
  return `data:image/${small ? 'png' : 'webp'};base64,${bytes.toString('base64')}`;
}

/** The picture as an `img`; small ones are shown with their pixels as squares. */
export async function imageTag(picture: Picture, alt: string, style = ''): Promise<string> {
  const squares = picture.width < 96 ? ' class="squares"' : '';
  return `<img${squares} alt="${escapeHtml(alt)}"${style ? ` style="${style}"` : ''} src="${await toDataUri(picture)}">`;
}

/** The rectangle from (left, top), cut off at the picture's edges. */
export function crop(picture: Picture, left: number, top: number, width: number, height: number): Picture {
  const { channels } = picture;
  const x0 = Math.max(0, left);
  const y0 = Math.max(0, top);
  const x1 = Math.min(picture.width, left + width);
  const y1 = Math.min(picture.height, top + height);
  const data = new Uint8Array((x1 - x0) * (y1 - y0) * channels);
  for (let y = y0; y < y1; y++) {
    const from = (y * picture.width + x0) * channels;
    data.set(picture.data.subarray(from, from + (x1 - x0) * channels), (y - y0) * (x1 - x0) * channels);
  }
  return { data, width: x1 - x0, height: y1 - y0, channels };
}

/**
 * A picture from planes of a square, channels first `[channels, side, side]`, in 8 or 16 bits. Of three channels and more the first
 * three are shown as red, green and blue, of fewer the first as gray.
 */
export function interleaved(planes: Uint8Array | Uint16Array, side: number): Picture {
  const pixels = side ** 2;
  const data = new Uint8Array(3 * pixels);
  const shift = planes instanceof Uint16Array ? 8 : 0;
  const isGray = planes.length < 3 * pixels;
  for (let channel = 0; channel < 3; channel++) {
    const start = isGray ? 0 : channel * pixels;
    for (let i = 0; i < pixels; i++) data[3 * i + channel] = (planes[start + i] ?? 0) >>> shift;
  }
  return { data, width: side, height: side, channels: 3 };
}
