import { sharp } from '../../sharp.js';
import { decodeImage } from './decode.js';
import type { Box } from './pixels.js';

/** A part of an encoded image, as a PNG. @throws BrokenImageError */
export async function cutOut(bytes: Uint8Array, part: Box): Promise<Uint8Array> {
  const { width, height, data } = await decodeImage(bytes, part);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}
