/** Corruptions that mix neighbouring pixels. Lengths are in pixels at 224. */
import { enlarge, FloatImage, gaussianBlur, mirror, type Plane } from './float-image.js';
import type { CounterRandom } from './random.js';

/** Out of focus: the mean over a disk of `radius`, whose edge is softened by a Gaussian. */
export function defocus(image: FloatImage, radius: number, softness: number): void {
  const { width, height, scale } = image;
  const r = radius * scale;
  const reach = Math.max(1, Math.ceil(r + 3 * softness * scale));
  const side = 2 * reach + 1;
  const disk = Float32Array.from({ length: side * side }, (_, i) =>
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
  const result = new Float32Array(plane.length);
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
export function movement(radius: number, sigma: number, degrees: number): Tap[] {
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

/** Shrinks to a share of the size and back, each pixel the mean of the area it covers. */
export function pixelate(image: FloatImage, share: number): void {
  const { width, height } = image;
  const [w, h] = [Math.trunc(width * share), Math.trunc(height * share)].map((side) => Math.max(1, side));
  image.map((plane) => area(area(plane, width, height, w ?? 1, h ?? 1), w ?? 1, h ?? 1, width, height));
}

/** Area-weighted resize. */
function area(plane: Plane, width: number, height: number, w: number, h: number): Plane {
  const across = new Float32Array(w * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < w; x++) across[y * w + x] = mean(x, width / w, (i) => plane[y * width + i] ?? 0);
  }
  const result = new Float32Array(w * h);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) result[y * w + x] = mean(y, height / h, (i) => across[i * w + x] ?? 0);
  return result;
}

/** Pillow's box filter: the mean of the values whose centres lie within `size` (at least 1) around the centre of cell `cell`. */
function mean(cell: number, size: number, value: (place: number) => number): number {
  const centre = (cell + 0.5) * size;
  const half = Math.max(size, 1) / 2;
  const first = Math.max(0, Math.trunc(centre - half + 0.5));
  const last = Math.max(first + 1, Math.trunc(centre + half + 0.5));
  let sum = 0;
  for (let i = first; i < last; i++) sum += value(i);
  return sum / (last - first);
}
