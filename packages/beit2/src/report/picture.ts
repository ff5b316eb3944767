/** Small pictures in memory, and as PNG data URIs. */
import sharp from 'sharp';

/** Bytes row by row, channels interleaved: grey (1), RGB (3) or RGBA (4). */
export interface Picture {
  data: Uint8Array;
  width: number;
  height: number;
  channels: 1 | 3 | 4;
}

/** The picture as a `data:image/png` URI. */
export async function toDataUri({ data, width, height, channels }: Picture): Promise<string> {
  const png = await sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 9 }).toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
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
