/** Colour jitter as torchvision's `ColorJitter` (without hue) makes it on Pillow images. */
import type { PixelWorkspace, Planes } from '../pixels/pixels.js';
import type { CounterRandom } from '../random.js';

/** Each strength s draws a factor from [max(0, 1 - s), 1 + s]. */
export interface ColorJitterOptions {
  brightness: number;
  contrast: number;
  saturation: number;
}

export type Adjustment = 'brightness' | 'contrast' | 'saturation';

/** Draws the factors and the order in which they apply. */
export function drawColorJitter(random: CounterRandom, options: ColorJitterOptions): [Adjustment, number][] {
  const order: Adjustment[] = ['brightness', 'contrast', 'saturation'];
  for (let i = order.length - 1; i > 0; i--) {
    const [moved] = order.splice(random.int(i + 1), 1);
    if (moved) order.push(moved);
  }
  return order.map((name) => [name, random.uniform(Math.max(0, 1 - options[name]), 1 + options[name])]);
}

/**
 * Adjusts all views of one image alike. Contrast is about the mean of the first view; the reference jitters before it
 * crops, so there it is the mean of the whole image.
 */
export function applyColorJitter(
  workspace: PixelWorkspace,
  views: readonly Planes[],
  steps: readonly (readonly [Adjustment, number])[],
): void {
  const [first] = views;
  if (!first) return;
  for (const [name, factor] of steps) {
    const mean = name === 'contrast' ? workspace.meanLuma(first) : 0;
    for (const view of views) {
      if (name === 'brightness') workspace.adjustBrightness(view, factor);
      else if (name === 'contrast') workspace.adjustContrast(view, factor, mean);
      else workspace.adjustSaturation(view, factor);
    }
  }
}
