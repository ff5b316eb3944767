/** Corruptions that mix neighbouring pixels. Lengths are in pixels at 224. */
import type { PlanarImage } from '../pixels/pixels.js';
import { enlarge, type FloatImage, gaussianBlur, mirror, type Plane } from '../pixels/float-image.js';
import type { CounterRandom } from '../random.js';

/** Out of focus: the mean over a disk of `radius`, whose edge is softened by a Gaussian. */
export function defocus(image: FloatImage, radius: number, softness: number): void {
  const { width, height, scale } = image;
  const r = radius * scale;
  const reach = Math.max(1, Math.ceil(r + 3 * softness * scale));
  const side = 2 * reach + 1;
  const disk = Float64Array.from({ length: side * side }, (_, i) =>
    coverage((i % side) - reach, Math.floor(i / side) - reach, r),
  );
  const soft = gaussianBlur(disk, side, side, softness * scale);
  const sum = soft.reduce((total, weight) => total + weight, 0);
  const taps = [...soft.entries()].flatMap(([i, weight]) =>
    weight > 1e-6 * sum
      ? [{ dy: Math.floor(i / side) - reach, dx: (i % side) - reach, weight: weight / sum }]
      : [],
  );
  image.map((plane) => convolve(plane, width, height, taps));
}

/** Share of the pixel at (x, y) that a disk of radius `r` around (0, 0) covers, by 8 x 8 samples. */
function coverage(x: number, y: number, r: number): number {
  let inside = 0;
  for (let i = 0; i < 64; i++) {
    const [dx, dy] = [x + ((i % 8) + 0.5) / 8 - 0.5, y + (Math.floor(i / 8) + 0.5) / 8 - 0.5];
    if (dx * dx + dy * dy <= r * r) inside++;
  }
  return inside / 64;
}

interface Tap {
  dx: number;
  dy: number;
  weight: number;
}

/** Sum of shifted planes, the border mirrored. */
function convolve(plane: Plane, width: number, height: number, taps: readonly Tap[]): Plane {
  const result = new Float64Array(plane.length);
  for (const { dx, dy, weight } of taps) {
    const columns = Int32Array.from({ length: width }, (_, x) => mirror(x + dx, width));
    for (let y = 0; y < height; y++) {
      const from = mirror(y + dy, height) * width;
      const to = y * width;
      for (let x = 0; x < width; x++) {
        result[to + x] = (result[to + x] ?? 0) + weight * (plane[from + (columns[x] ?? 0)] ?? 0);
      }
    }
  }
  return result;
}

/** Frosted glass: blur, pixels swapped with neighbours at most `reach` away, `rounds` times, blur again. */
export function glass(
  image: FloatImage,
  sigma: number,
  reach: number,
  rounds: number,
  random: CounterRandom,
): void {
  const { width, height, scale } = image;
  const away = Math.max(1, Math.round(reach * scale));
  const soften = (plane: Plane): Plane => gaussianBlur(plane, width, height, sigma * scale);
  image.map(soften);
  for (let round = 0; round < rounds; round++) {
    for (let y = height - away - 1; y >= away; y--) {
      for (let x = width - away - 1; x >= away; x--) {
        const place = y * width + x;
        const other = place + (random.int(2 * away) - away) * width + random.int(2 * away) - away;
        for (const plane of image.planes) {
          const kept = plane[place] ?? 0;
          plane[place] = plane[other] ?? 0;
          plane[other] = kept;
        }
      }
    }
  }
  image.map(soften);
}

/** Taps of a movement: half a Gaussian along a direction in degrees. */
function movement(radius: number, sigma: number, degrees: number): Tap[] {
  const length = 2 * Math.max(1, Math.round(radius)) + 1;
  const angle = (degrees * Math.PI) / 180;
  const weights = Array.from({ length }, (_, i) => Math.exp(-(i * i) / (2 * sigma * sigma)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight, i) => ({
    dx: Math.round(i * Math.cos(angle)),
    dy: Math.round(i * Math.sin(angle)),
    weight: weight / sum,
  }));
}

/** Movement of the camera. */
export function motion(image: FloatImage, radius: number, sigma: number, degrees: number): void {
  const { width, height, scale } = image;
  const taps = movement(radius * scale, sigma * scale, degrees);
  image.map((plane) => convolve(plane, width, height, taps));
}

/** The same of one plane. */
export function motionOfPlane(
  plane: Plane,
  { width, height }: FloatImage,
  radius: number,
  sigma: number,
  degrees: number,
): Plane {
  return convolve(plane, width, height, movement(radius, sigma, degrees));
}

/** Zooming while the shutter is open: the mean of enlargements from 1 up to below `most`, and the image itself. */
export function zoom(image: FloatImage, most: number, step: number): void {
  const { width, height } = image;
  const count = Math.ceil((most - 1) / step - 1e-9);
  image.map((plane) => {
    const sum = plane.slice();
    for (let i = 0; i < count; i++) {
      const larger = enlarge(plane, width, height, 1 + i * step);
      for (let p = 0; p < sum.length; p++) sum[p] = (sum[p] ?? 0) + (larger[p] ?? 0);
    }
    return sum.map((value) => value / (count + 1));
  });
}

/** Shrinks to a share of the size and back by Pillow's box filter, as the published code does; to its last bit. */
export function pixelate({ width, height, data }: PlanarImage, share: number): void {
  const small = {
    width: Math.max(1, Math.trunc(width * share)),
    height: Math.max(1, Math.trunc(height * share)),
  };
  const size = width * height;
  for (let channel = 0; channel < 3; channel++) {
    const plane = data.subarray(channel * size, (channel + 1) * size);
    plane.set(boxResize(boxResize(plane, { width, height }, small), small, { width, height }));
  }
}

interface Size {
  width: number;
  height: number;
}

/** Across, then down; each pass rounds to 8 bits. */
function boxResize(plane: Uint8Array, from: Size, to: Size): Uint8Array {
  const across = new Uint8Array(to.width * from.height);
  const result = new Uint8Array(to.width * to.height);
  for (let x = 0; x < to.width; x++) {
    const [first, last] = boxWindow(x, from.width, to.width);
    for (let y = 0; y < from.height; y++)
      across[y * to.width + x] = boxMean(plane, y * from.width + first, 1, last - first);
  }
  for (let y = 0; y < to.height; y++) {
    const [first, last] = boxWindow(y, from.height, to.height);
    for (let x = 0; x < to.width; x++)
      result[y * to.width + x] = boxMean(across, first * to.width + x, to.width, last - first);
  }
  return result;
}

/** The source places, from the first to before the last, whose centres lie in the box around the centre of cell `cell`. */
function boxWindow(cell: number, source: number, target: number): [number, number] {
  const scale = source / target;
  const stretch = Math.max(scale, 1);
  const centre = (cell + 0.5) * scale;
  const isInside = (place: number): boolean => {
    const distance = (place - centre + 0.5) / stretch;
    return -0.5 < distance && distance <= 0.5;
  };
  let first = Math.max(0, Math.trunc(centre - stretch / 2 + 0.5));
  let last = Math.min(source, Math.trunc(centre + stretch / 2 + 0.5));
  while (first < last - 1 && !isInside(first)) first++;
  while (last - 1 > first && !isInside(last - 1)) last--;
  return [first, last];
}

/** Mean of `count` values with weights of 22 fraction bits, which decide where a mean ends in one half. */
function boxMean(values: Uint8Array, from: number, step: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[from + i * step] ?? 0;
  return Math.floor((sum * Math.round(2 ** 22 / count) + 2 ** 21) / 2 ** 22);
}
