/** Random erasing (Zhong et al. 2020): which rectangles of an image to fill with noise. */
import type { Box } from '../pixels/pixels.js';
import type { CounterRandom } from '../random.js';

export interface RandomErasingOptions {
  /** That an image loses anything, in [0, 1]. */
  probability: number;
  /** Range of the area of all rectangles together, as a share of the image. */
  area: readonly [number, number];
  /** Range of height / width, drawn log-uniformly. */
  aspect: readonly [number, number];
  /** Rectangles. */
  count: number;
}

const tries = 10;

/** Draws the rectangles of one square image of `size` pixels; one that does not fit after ten tries is left out. */
export function drawErasing(random: CounterRandom, options: RandomErasingOptions, size: number): Box[] {
  const { probability, area, aspect, count } = options;
  if (random.next() >= probability) return [];
  const boxes: Box[] = [];
  for (let i = 0; i < count; i++) {
    for (let attempt = 0; attempt < tries; attempt++) {
      const pixels = (random.uniform(...area) * size * size) / count;
      const ratio = Math.exp(random.uniform(Math.log(aspect[0]), Math.log(aspect[1])));
      const height = Math.round(Math.sqrt(pixels * ratio));
      const width = Math.round(Math.sqrt(pixels / ratio));
      if (width >= size || height >= size) continue;
      boxes.push({
        top: random.int(size - height + 1),
        left: random.int(size - width + 1),
        width,
        height,
      });
      break;
    }
  }
  return boxes;
}
