/** Brightness and contrast of each channel by itself, for images whose channels are no colours. */
import type { CounterRandom } from '../random.js';
import type { WideImage } from '../rasters/wide-image.js';

/** Factors of one channel. */
export interface ChannelJitter {
  brightness: number;
  contrast: number;
}

/** Draws factors from [max(0, 1 - s), 1 + s] for each of `count` channels. */
export function drawChannelJitter(
  random: CounterRandom,
  { brightness, contrast }: ChannelJitter,
  count: number,
): ChannelJitter[] {
  const factor = (strength: number): number => random.uniform(Math.max(0, 1 - strength), 1 + strength);
  return Array.from({ length: count }, () => ({
    brightness: factor(brightness),
    contrast: factor(contrast),
  }));
}

const most = 65_535;

/** Adjusts all views of one image alike, in place; contrast is about the mean of the first view's channel. */
export function applyChannelJitter(views: readonly WideImage[], jitter: readonly ChannelJitter[]): void {
  const [first] = views;
  if (!first) return;
  for (const [channel, { brightness, contrast }] of jitter.entries()) {
    const mean = brightness * meanOf(planeOf(first, channel));
    for (const view of views) {
      const plane = planeOf(view, channel);
      for (let i = 0; i < plane.length; i++) {
        const value = mean + contrast * (brightness * (plane[i] ?? 0) - mean);
        plane[i] = value >= most ? most : value > 0 ? Math.round(value) : 0;
      }
    }
  }
}

function planeOf({ data, width, height }: WideImage, channel: number): Uint16Array {
  return data.subarray(channel * width * height, (channel + 1) * width * height);
}

function meanOf(plane: Uint16Array): number {
  return plane.reduce((sum, value) => sum + value, 0) / plane.length;
}
