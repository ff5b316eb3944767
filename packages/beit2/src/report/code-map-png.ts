import { sharp } from '../sharp.js';
import { prepareResult } from '../files/own-files.js';
import { codeMapPicture, type CodedImage } from './gallery.js';
import { writtenHere, type Picture } from './picture.js';

const smallestSide = 224; // pixels of each of the three parts; small images are enlarged to it
const gap = 8;

async function enlarged(
  { data, width, height, channels }: Picture,
  side: number,
  kernel: 'nearest' | 'cubic',
): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels } })
    .resize(side, side, { kernel, fit: 'fill' })
    .removeAlpha()
    .toColourspace('srgb')
    .png()
    .toBuffer();
}

/** Writes a PNG with an image, its code map, and one over the other, side by side. */
export async function writeCodeMapPng(path: string, image: CodedImage, colors: Uint8Array): Promise<void> {
  prepareResult(path, 'picture');
  const side = Math.max(smallestSide, image.picture.width);
  const picture = await enlarged(
    image.picture,
    side,
    image.picture.width < smallestSide ? 'nearest' : 'cubic',
  );
  const map = await enlarged(codeMapPicture(image, colors), side, 'nearest');
  const half = await sharp(map).ensureAlpha(0.5).png().toBuffer();
  await sharp({ create: { width: 3 * side + 2 * gap, height: side, channels: 3, background: '#ffffff' } })
    .composite([
      { input: picture, left: 0, top: 0 },
      { input: map, left: side + gap, top: 0 },
      { input: picture, left: 2 * (side + gap), top: 0 },
      { input: half, left: 2 * (side + gap), top: 0 },
    ])
    .withExif(writtenHere)
    .png()
    .toFile(path);
}
