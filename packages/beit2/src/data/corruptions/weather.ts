/** Corruptions with a texture of their own: snow, frost, fog; and elastic distortion. Lengths are in pixels at 224. */
import { motionOfPlane } from './blurs.js';
import { enlarge, gaussianBlur, warp, type FloatImage, type Plane } from '../pixels/float-image.js';
import type { CounterRandom } from '../random.js';

/** Mean and deviation of the flakes, their size, the threshold, radius and sigma of their fall, share of the image. */
const snowStrengths = [
  [0.1, 0.3, 3, 0.5, 10, 4, 0.8],
  [0.2, 0.3, 2, 0.5, 12, 4, 0.7],
  [0.55, 0.3, 4, 0.9, 12, 8, 0.7],
  [0.55, 0.3, 4.5, 0.85, 12, 8, 0.65],
  [0.55, 0.3, 2.5, 0.85, 12, 12, 0.55],
] as const;

/** Falling snow over an image made paler. */
export function snow(image: FloatImage, level: number, random: CounterRandom): void {
  const { width, height, scale } = image;
  const [mean, deviation, size, threshold, radius, sigma, share] = snowStrengths[level] ?? snowStrengths[4];
  const noise = Float64Array.from({ length: width * height }, () => mean + deviation * random.normal());
  const flakes = enlarge(noise, width, height, Math.max(1, size * scale)).map((value) =>
    value < threshold ? 0 : Math.min(1, value),
  );
  const degrees = random.uniform(-135, -45);
  const fallen = motionOfPlane(flakes, image, radius * scale, Math.max(0.5, sigma * scale), degrees);
  const gray = image.gray();
  const last = fallen.length - 1;
  image.map((plane) =>
    plane.map((value, i) => {
      const paler = share * value + (1 - share) * Math.max(value, 1.5 * (gray[i] ?? 0) + 0.5);
      return paler + (fallen[i] ?? 0) + (fallen[last - i] ?? 0);
    }),
  );
}

/** Ice on the lens: crystals are the ridges of fractal noise, in a cold white. */
export function frost(image: FloatImage, share: number, ice: number, random: CounterRandom): void {
  const texture = plasma(image, 1.7, random);
  const grain = plasma(image, 1.2, random);
  const crystals = texture.map((value, i) => {
    const ridge = 1 - Math.abs(2 * value - 1);
    return Math.min(1, 0.1 + 0.55 * ridge ** 2 + 0.35 * (grain[i] ?? 0));
  });
  const tint = [0.85, 0.95, 1];
  image.planes = image.planes.map((plane, channel) =>
    plane.map((value, i) => share * value + ice * (tint[channel] ?? 1) * (crystals[i] ?? 0)),
  );
}

/** Fog of fractal noise, brightness scaled back so that the brightest pixel stays as bright. */
export function fog(image: FloatImage, strength: number, decay: number, random: CounterRandom): void {
  const mist = plasma(image, decay, random);
  const brightest = Math.max(...image.planes.map((plane) => plane.reduce((a, b) => Math.max(a, b), 0)));
  const factor = brightest / (brightest + strength);
  image.map((plane) => plane.map((value, i) => (value + strength * (mist[i] ?? 0)) * factor));
}

/**
 * Fractal noise in [0, 1] by the diamond-square scheme on a torus; each halving of the step divides its noise by `decay`.
 */
function plasma({ width, height }: FloatImage, decay: number, random: CounterRandom): Plane {
  let side = 2;
  while (side < Math.max(width, height)) side *= 2;
  const map = new Float64Array(side * side);
  const at = (y: number, x: number): number => map[(y % side) * side + (x % side)] ?? 0;
  for (let step = side, wobble = 1; step >= 2; step /= 2, wobble /= decay) {
    const half = step / 2;
    const noise = (): number => random.uniform(-wobble, wobble);
    for (let y = 0; y < side; y += step)
      for (let x = 0; x < side; x += step) {
        const corners = at(y, x) + at(y + step, x) + at(y, x + step) + at(y + step, x + step);
        map[(y + half) * side + x + half] = corners / 4 + noise();
      }
    for (let y = 0; y < side; y += half)
      for (let x = (y / half) % 2 === 0 ? half : 0; x < side; x += step) {
        const edges = at(y + half, x) + at(y + side - half, x) + at(y, x + half) + at(y, x + side - half);
        map[y * side + x] = edges / 4 + noise();
      }
  }
  const low = map.reduce((a, b) => Math.min(a, b), Infinity);
  const high = map.reduce((a, b) => Math.max(a, b), -Infinity);
  return Float64Array.from({ length: width * height }, (_, i) => {
    const value = at(Math.floor(i / width), i % width);
    return (value - low) / (high - low || 1);
  });
}

/** Amplitude and smoothness of the distortion, and reach of an affine one before it, in units of 244 pixels at 224. */
const elasticStrengths = [
  [2, 0.7, 0.1],
  [2, 0.08, 0.2],
  [0.05, 0.01, 0.02],
  [0.07, 0.01, 0.02],
  [0.12, 0.01, 0.02],
] as const;

/** A random affine map, then random shifts that change smoothly over the image. */
export function elastic(image: FloatImage, level: number, random: CounterRandom): void {
  const { width, height, scale } = image;
  const unit = 244 * scale;
  const [amplitude, smoothness, reach] = elasticStrengths[level] ?? elasticStrengths[4];
  const map = randomAffine(width, height, reach * unit, random);
  const shift = (): Plane => {
    const noise = Float64Array.from({ length: width * height }, () => random.uniform(-1, 1));
    return gaussianBlur(noise, width, height, smoothness * unit, 3).map((value) => value * amplitude * unit);
  };
  const [right, down] = [shift(), shift()];
  image.map((plane) => {
    const turned = warp(plane, width, height, map);
    return warp(turned, width, height, (x, y) => {
      const i = y * width + x;
      return [x + (right[i] ?? 0), y + (down[i] ?? 0)];
    });
  });
}

/** The map that brings three corners of a central square back from where they were moved by up to `reach`. */
function randomAffine(
  width: number,
  height: number,
  reach: number,
  random: CounterRandom,
): (x: number, y: number) => [number, number] {
  const side = Math.floor(Math.min(width, height) / 3);
  const [cx, cy] = [Math.floor(width / 2), Math.floor(height / 2)];
  const corners = [
    [cx + side, cy + side],
    [cx + side, cy - side],
    [cx - side, cy - side],
  ] as const;
  const moved = corners.map(([x, y]) => [
    x + random.uniform(-reach, reach),
    y + random.uniform(-reach, reach),
  ]);
  const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = [], [ox = 0, oy = 0] = []] = [
    moved[0],
    moved[1],
    moved[2],
  ];
  // Coordinates along the two edges that meet in the second corner, before and after.
  const [ux, uy, vx, vy] = [ax - bx, ay - by, ox - bx, oy - by];
  const determinant = ux * vy - uy * vx;
  return (x, y) => {
    const u = ((x - bx) * vy - (y - by) * vx) / determinant;
    const v = ((y - by) * ux - (x - bx) * uy) / determinant;
    return [cx + side - 2 * side * v, cy - side + 2 * side * u];
  };
}
