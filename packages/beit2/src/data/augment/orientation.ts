/** Turns of images that have no up: mirrored top to bottom, and turned by right angles. */
import type { CounterRandom } from '../random.js';

export interface OrientationOptions {
  /** Probability of a mirroring from top to bottom. */
  flipVertical: number;
  /** Turn by 0, 90, 180 or 270 degrees, each as often. */
  turns: boolean;
}

/** A mirroring from top to bottom, then so many quarter turns. */
export interface Orientation {
  isFlipped: boolean;
  quarters: number;
}

/** Draws an orientation; nothing is drawn for what is turned off. */
export function drawOrientation(random: CounterRandom, options: OrientationOptions): Orientation {
  return {
    isFlipped: options.flipVertical > 0 && random.next() < options.flipVertical,
    quarters: options.turns ? random.int(4) : 0,
  };
}

/** Orients the square planes `[channels, side, side]` of an image, in place. */
export function orient(planes: Uint8Array | Uint16Array, side: number, orientation: Orientation): void {
  if (!orientation.isFlipped && orientation.quarters === 0) return;
  const places = placesOf(side, orientation);
  const size = side * side;
  for (let start = 0; start < planes.length; start += size) {
    const plane = planes.slice(start, start + size);
    for (let i = 0; i < size; i++) planes[start + i] = plane[places[i] ?? 0] ?? 0;
  }
}

/** Where each pixel comes from. */
function placesOf(side: number, { isFlipped, quarters }: Orientation): Int32Array {
  const places = new Int32Array(side * side);
  for (let y = 0, i = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      let [fromX, fromY] = [x, y];
      for (let turn = 0; turn < quarters; turn++) [fromX, fromY] = [fromY, side - 1 - fromX];
      if (isFlipped) fromY = side - 1 - fromY;
      places[i++] = fromY * side + fromX;
    }
  return places;
}
