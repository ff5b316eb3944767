/** The orientation in a WebP's EXIF data, which some browsers apply and some do not. */
import { latin1 } from '../../data/pixels/image-format.js';
import type { RgbImage } from '../../data/pixels/pixels.js';
import { tiffDirectory } from '../../data/pixels/tiff-directory.js';

const orientationTag = 274;

/** Where a WebP's EXIF chunk begins; undefined where it has none. */
function exifChunk(file: Uint8Array): number | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 12; at + 8 <= file.length;) {
    if (latin1(file, at, at + 4) === 'EXIF') return at;
    const length = view.getUint32(at + 4, true);
    at += 8 + length + (length % 2);
  }
  return undefined;
}

/**
 * Takes the EXIF data from a WebP, so that no browser turns it.
 * @returns its bytes without them, and the orientation that they tell, 1 to 8
 */
export function withoutExif(file: Uint8Array): { bytes: Uint8Array; orientation: number } {
  const at = exifChunk(file);
  if (at === undefined) return { bytes: file, orientation: 1 };
  const data = file.subarray(at + 8);
  const start = latin1(data, 0, 4) === 'Exif' ? 6 : 0;
  let orientation: number | undefined;
  try {
    [orientation] = tiffDirectory(data.subarray(start))?.get(orientationTag) ?? [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // damaged: it tells nothing
  }
  const bytes = file.slice();
  bytes.set([0x2e, 0x2e, 0x2e, 0x2e], at); // a chunk that decoders do not know is passed over
  return { bytes, orientation: orientation ?? 1 };
}

/** Turns and mirrors an image as an EXIF orientation says. */
export function upright(image: RgbImage, orientation: number): RgbImage {
  if (orientation < 2 || orientation > 8) return image;
  const isTransposed = orientation > 4;
  const mirrorsX = [2, 3, 7, 8].includes(orientation);
  const mirrorsY = [3, 4, 6, 7].includes(orientation);
  const [width, height] = isTransposed ? [image.height, image.width] : [image.width, image.height];
  const data = new Uint8Array(image.data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [u, v] = isTransposed ? [y, x] : [x, y];
      const fromX = mirrorsX ? image.width - 1 - u : u;
      const fromY = mirrorsY ? image.height - 1 - v : v;
      const [from, to] = [3 * (fromY * image.width + fromX), 3 * (y * width + x)];
      for (let channel = 0; channel < 3; channel++) data[to + channel] = image.data[from + channel] ?? 0;
    }
  }
  return { width, height, data };
}
