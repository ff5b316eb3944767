import { imageFacts, type ImageFacts } from '../pixels/image-facts.js';
import { formatOf } from '../pixels/image-format.js';
import type { OpenedRaster } from './samples.js';

/** Format and traits of an image whose bands are chosen: their number and type where its format has them of any kind. */
export async function rasterFacts(bytes: Uint8Array, { bandNames, type }: OpenedRaster): Promise<ImageFacts> {
  const name = formatOf(bytes)?.name;
  if (name !== 'TIFF' && name !== 'NumPy') return imageFacts(bytes);
  const count = bandNames.length;
  return { format: name.toLowerCase(), traits: [`${count} ${count === 1 ? 'band' : 'bands'} of ${type}`] };
}
