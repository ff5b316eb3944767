/** An image as floating-point planes, with the filters that corruptions share. */
import type { PlanarImage } from './pixels.js';

/** One plane, row by row. */
export type Plane = Float64Array;

/** Planes R, G, B of values that are 0-1 when it is made; writing it back cuts them to that. */
export class FloatImage {
  constructor(
    readonly width: number,
    readonly height: number,
    public planes: Plane[],
  ) {}

  static from({ width, height, data }: PlanarImage): FloatImage {
    const size = width * height;
    const planes = [0, 1, 2].map((channel) =>
      Float64Array.from(data.subarray(channel * size, (channel + 1) * size), (value) => value / 255),
    );
    return new FloatImage(width, height, planes);
  }

  /** Writes the values into 8 bits, the fraction dropped. */
  write({ data }: PlanarImage): void {
    const size = this.width * this.height;
    for (const [channel, plane] of this.planes.entries())
      for (let i = 0; i < size; i++)
        data[channel * size + i] = Math.trunc(Math.min(Math.max(plane[i] ?? 0, 0), 1) * 255);
  }

  /** Lengths in pixels at 224 for this image. */
  get scale(): number {
    return Math.min(this.width, this.height) / 224;
  }

  /** Replaces each plane. */
  map(change: (plane: Plane) => Plane): void {
    this.planes = this.planes.map(change);
  }

  /** Luma of each pixel (ITU-R 601). */
  gray(): Plane {
    const [red = new Float64Array(0), green = red, blue = red] = this.planes;
    return red.map((value, i) => 0.299 * value + 0.587 * (green[i] ?? 0) + 0.114 * (blue[i] ?? 0));
  }
}

/** Where a place outside 0 to length - 1 is found: mirrored at the edge, the edge itself once (`abc|cba`). */
export function mirror(place: number, length: number): number {
  const period = 2 * length;
  const inside = ((place % period) + period) % period;
  return inside < length ? inside : period - 1 - inside;
}

/** Weights of a Gaussian out to `truncate` standard deviations, of sum 1. */
function gaussianKernel(sigma: number, truncate: number): Float64Array {
  const radius = Math.max(0, Math.round(truncate * sigma));
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, i) =>
    sigma > 0 ? Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma)) : 1,
  );
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  return kernel.map((weight) => weight / sum);
}

/** Gaussian blur, the border mirrored. */
export function gaussianBlur(
  plane: Plane,
  width: number,
  height: number,
  sigma: number,
  truncate = 4,
): Plane {
  const kernel = gaussianKernel(sigma, truncate);
  const across = new Float64Array(plane.length);
  const line = new Float64Array(Math.max(width, height));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) line[x] = plane[y * width + x] ?? 0;
    blurLine(line, width, kernel, (x, value) => (across[y * width + x] = value));
  }
  const result = new Float64Array(plane.length);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) line[y] = across[y * width + x] ?? 0;
    blurLine(line, height, kernel, (y, value) => (result[y * width + x] = value));
  }
  return result;
}

function blurLine(
  line: Float64Array,
  length: number,
  kernel: Float64Array,
  put: (place: number, value: number) => void,
): void {
  const radius = (kernel.length - 1) / 2;
  const padded = Float64Array.from(
    { length: length + 2 * radius },
    (_, i) => line[mirror(i - radius, length)] ?? 0,
  );
  for (let place = 0; place < length; place++) {
    let sum = 0;
    for (let tap = 0; tap < kernel.length; tap++) sum += (kernel[tap] ?? 0) * (padded[place + tap] ?? 0);
    put(place, sum);
  }
}

/** The value at a fractional place, bilinear, the border mirrored. */
function sample(plane: Plane, width: number, height: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [dx, dy] = [x - left, y - top];
  const [x0, x1] = [mirror(left, width), mirror(left + 1, width)];
  const [y0, y1] = [mirror(top, height) * width, mirror(top + 1, height) * width];
  const upper = (plane[y0 + x0] ?? 0) * (1 - dx) + (plane[y0 + x1] ?? 0) * dx;
  const lower = (plane[y1 + x0] ?? 0) * (1 - dx) + (plane[y1 + x1] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy;
}

/** The plane seen through a map of places, bilinear. */
export function warp(
  plane: Plane,
  width: number,
  height: number,
  from: (x: number, y: number) => readonly [number, number],
): Plane {
  const result = new Float64Array(plane.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) result[y * width + x] = sample(plane, width, height, ...from(x, y));
  return result;
}

/** The plane enlarged about its centre. */
export function enlarge(plane: Plane, width: number, height: number, factor: number): Plane {
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  return warp(plane, width, height, (x, y) => [cx + (x - cx) / factor, cy + (y - cy) / factor]);
}
