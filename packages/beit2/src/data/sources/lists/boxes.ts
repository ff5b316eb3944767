/** Parts of images that count: boxes in pixels of the upright image. */
import type { Box } from '../../pixels/pixels.js';

/** Left, top, width and height of each image's box, in memory that threads share; a width of 0 is no box. */
export type Boxes = Int32Array<SharedArrayBuffer>;

/** The box of image `index`; undefined where all of the image counts. */
export function boxAt(boxes: Boxes | undefined, index: number): Box | undefined {
  if (!boxes) return undefined;
  const [left = 0, top = 0, width = 0, height = 0] = boxes.subarray(4 * index, 4 * index + 4);
  return width === 0 ? undefined : { left, top, width, height };
}
