/** One image, as an evaluation sees it. */
import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors.js';
import { decodePart, reading } from '../pixels/decode.js';
import { PixelWorkspace } from '../pixels/pixels.js';
import { CounterRandom } from '../random.js';
import { transformImage, viewSizes, type Transform } from './transforms.js';

/**
 * Reads, resizes and crops an image.
 * @returns bytes 0-255, `[3, size, size]`
 * @throws UserError when the file is missing or no image that can be read
 */
export async function loadImage(path: string, transform: Transform): Promise<Uint8Array> {
  const [size = 0] = viewSizes(transform);
  const pixels = new Uint8Array(3 * size * size);
  try {
    const bytes = await reading(readFile(path));
    const read = (choose: Parameters<typeof decodePart>[1]) => decodePart(bytes, choose);
    await transformImage(transform, read, new CounterRandom(0), new PixelWorkspace(), [pixels]);
  } catch (error) {
    throw new UserError(`The image ${path} cannot be read: ${(error as Error).message}.`);
  }
  return pixels;
}
