/** One image, as an evaluation sees it. */
import { readFile } from 'node:fs/promises';
import { UserError } from '../../errors.js';
import { reading } from '../pixels/decode.js';
import { PixelWorkspace } from '../pixels/pixels.js';
import { CounterRandom } from '../random.js';
import { decodeNeeded } from '../rasters/wide-image.js';
import {
  channelsOf,
  transformImage,
  viewSizes,
  type Pixels,
  type ReadImage,
  type Transform,
} from './transforms.js';

/**
 * Reads, resizes and crops an image.
 * @returns `[channels, size, size]`, 0-255, of chosen bands 0-65,535
 * @throws UserError when the file is missing or no image that can be read
 */
export async function loadImage(path: string, transform: Transform): Promise<Pixels> {
  const [size = 0] = viewSizes(transform);
  const { bands } = transform;
  const values = channelsOf(transform) * size * size;
  const pixels = bands ? new Uint16Array(values) : new Uint8Array(values);
  try {
    const bytes = await reading(readFile(path));
    const read: ReadImage = (choose) => decodeNeeded(bytes, bands, choose);
    await transformImage(transform, read, new CounterRandom(0), new PixelWorkspace(), [pixels]);
  } catch (error) {
    throw new UserError(`The image ${path} cannot be read: ${(error as Error).message}.`);
  }
  return pixels;
}
