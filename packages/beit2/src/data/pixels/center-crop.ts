/** What evaluation takes of an image: the short side to a size, then the centre. Runs in a browser too. */
import { wholeOf, type CropRequest, type ImageSize } from './pixels.js';
import type { Interpolation } from './resample.js';

/** One output of a crop: `[channels, size, size]`. */
export interface View {
  size: number;
  interpolation: Interpolation;
}

/** What a view takes of an image: the same region at every size. */
export function evaluationCrop(
  { size, interpolation }: View,
  whole: { size: number; resize: number },
  image: ImageSize,
): CropRequest {
  const box = wholeOf(image);
  const { width, height } = shortSideTo(image, Math.round((whole.resize * size) / whole.size));
  const window = {
    left: roundHalfToEven((width - size) / 2),
    top: roundHalfToEven((height - size) / 2),
    width: size,
    height: size,
  };
  return { box, width, height, interpolation, window };
}

/** Size of the image after its short side is resized to `size` (fractions of the long side are dropped). */
function shortSideTo({ width, height }: ImageSize, size: number): ImageSize {
  return width <= height
    ? { width: size, height: Math.trunc((size * height) / width) }
    : { width: Math.trunc((size * width) / height), height: size };
}

/** Python's `round`. */
function roundHalfToEven(x: number): number {
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}
