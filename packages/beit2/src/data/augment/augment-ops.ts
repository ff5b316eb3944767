/**
 * The image operations of RandAugment, in place on 8-bit planes, with Pillow's arithmetic to the last bit: `ImageOps`,
 * `ImageEnhance`, and `Image.transform` with bicubic resampling.
 */
import type { PlanarImage } from '../pixels/pixels.js';

/** Replaces every value of a channel by the table's. */
function applyTable(values: Uint8Array, table: ArrayLike<number>): void {
  const bytes = Uint8ClampedArray.from(table);
  for (let i = 0; i < values.length; i++) values[i] = bytes[values[i] ?? 0] ?? 0;
}

function tableOf(entry: (value: number) => number): number[] {
  return Array.from({ length: 256 }, (_, value) => Math.trunc(entry(value)));
}

function channels({ data, width, height }: PlanarImage): Uint8Array[] {
  const size = width * height;
  return [0, 1, 2].map((channel) => data.subarray(channel * size, (channel + 1) * size));
}

/** Stretches each channel to 0-255. */
export function autoContrast(image: PlanarImage): void {
  for (const channel of channels(image)) {
    let low = 255;
    let high = 0;
    for (let i = 0; i < channel.length; i++) {
      const value = channel[i] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high <= low) continue;
    const scale = 255 / (high - low);
    const table = tableOf((value) => value * scale - low * scale);
    applyTable(channel, table);
  }
}

/** Flattens the histogram of each channel. */
export function equalize(image: PlanarImage): void {
  for (const channel of channels(image)) {
    const histogram = new Uint32Array(256);
    for (let i = 0; i < channel.length; i++) {
      const value = channel[i] ?? 0;
      histogram[value] = (histogram[value] ?? 0) + 1;
    }
    const last = histogram.findLast((count) => count > 0) ?? 0;
    const step = Math.floor((channel.length - last) / 255);
    if (step === 0) continue;
    let sum = Math.floor(step / 2);
    const table = Array.from(histogram, (count) => {
      const value = Math.floor(sum / step);
      sum += count;
      return value;
    });
    applyTable(channel, table);
  }
}

export function invert({ data }: PlanarImage): void {
  for (let i = 0; i < data.length; i++) data[i] = 255 - (data[i] ?? 0);
}

/** Inverts values from `threshold` on. */
export function solarize({ data }: PlanarImage, threshold: number): void {
  applyTable(
    data,
    tableOf((value) => (value < threshold ? value : 255 - value)),
  );
}

/** Adds `amount` to values below 128. */
export function solarizeAdd({ data }: PlanarImage, amount: number): void {
  applyTable(
    data,
    tableOf((value) => (value < 128 ? value + amount : value)),
  );
}

/** Keeps the `bits` (0-8) highest bits of every value. */
export function posterize({ data }: PlanarImage, bits: number): void {
  const mask = 0xff & ~(2 ** (8 - bits) - 1);
  for (let i = 0; i < data.length; i++) data[i] = (data[i] ?? 0) & mask;
}

/** base + factor * (value - base) in single precision, cut to 0-255, the fraction dropped. */
function blend(base: number, value: number, factor: number): number {
  const mixed = Math.fround(base + Math.fround(factor * (value - base)));
  return mixed <= 0 ? 0 : mixed >= 255 ? 255 : Math.trunc(mixed);
}

/** Luma as Pillow's mode L has it: ITU-R 601 in 16-bit fractions, rounded. */
function luma(red: number, green: number, blue: number): number {
  return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >>> 16;
}

/** A blend with black: factor 1 changes nothing. */
export function brightness({ data }: PlanarImage, factor: number): void {
  const single = Math.fround(factor);
  applyTable(
    data,
    tableOf((value) => blend(0, value, single)),
  );
}

/** A blend with the gray of the mean luma. */
export function contrast(image: PlanarImage, factor: number): void {
  const [red, green, blue] = channels(image) as [Uint8Array, Uint8Array, Uint8Array];
  let sum = 0;
  for (let i = 0; i < red.length; i++) sum += luma(red[i] ?? 0, green[i] ?? 0, blue[i] ?? 0);
  const mean = Math.floor(sum / red.length + 0.5);
  const single = Math.fround(factor);
  applyTable(
    image.data,
    tableOf((value) => blend(mean, value, single)),
  );
}

/** A blend with the image in gray. */
export function saturation(image: PlanarImage, factor: number): void {
  const [red, green, blue] = channels(image) as [Uint8Array, Uint8Array, Uint8Array];
  const single = Math.fround(factor);
  for (let i = 0; i < red.length; i++) {
    const [r, g, b] = [red[i] ?? 0, green[i] ?? 0, blue[i] ?? 0];
    const gray = luma(r, g, b);
    red[i] = blend(gray, r, single);
    green[i] = blend(gray, g, single);
    blue[i] = blend(gray, b, single);
  }
}

/** A blend with the image smoothed by a 3 x 3 filter (5 in the centre, 1 around it); the border stays. */
export function sharpness(image: PlanarImage, factor: number): void {
  const { width, height } = image;
  const single = Math.fround(factor);
  for (const plane of channels(image)) {
    const source = plane.slice();
    const at = (i: number): number => source[i] ?? 0;
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1; x < width - 1; x++) {
        const i = y * width + x;
        const above = at(i - width - 1) + at(i - width) + at(i - width + 1);
        const below = at(i + width - 1) + at(i + width) + at(i + width + 1);
        const sum = above + below + at(i - 1) + 5 * at(i) + at(i + 1);
        plane[i] = blend(Math.floor((2 * sum + 13) / 26), at(i), single);
      }
    }
  }
}

/** Where an output pixel comes from: x' = a·x + b·y + c, y' = d·x + e·y + f, in pixel corners. */
export type AffineMap = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Keys' cubic through four neighbours (a = -1, as Pillow's transforms have it), `t` in [0, 1) after the second. */
function cubic(v1: number, v2: number, v3: number, v4: number, t: number): number {
  if (t === 0) return v2;
  return v2 + t * (v3 - v1 + t * (2 * (v1 - v2) + v3 - v4 + t * (v2 - v1 - v3 + v4)));
}

/** Resamples by an affine map, bicubic; what comes from outside gets the colour `fill`. */
export function affine(image: PlanarImage, map: AffineMap, fill: readonly number[]): void {
  for (const [channel, plane] of channels(image).entries()) {
    affinePlane(plane.slice(), plane, image, map, fill[channel] ?? 0);
  }
}

function affinePlane(
  source: Uint8Array,
  target: Uint8Array,
  { width, height }: PlanarImage,
  [a, b, c, d, e, f]: AffineMap,
  fill: number,
): void {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = a * (x + 0.5) + b * (y + 0.5) + c;
      const fromY = d * (x + 0.5) + e * (y + 0.5) + f;
      if (fromX < 0 || fromX >= width || fromY < 0 || fromY >= height) {
        target[y * width + x] = fill;
        continue;
      }
      const left = Math.floor(fromX - 0.5);
      const top = Math.floor(fromY - 0.5);
      const dx = fromX - 0.5 - left;
      const dy = fromY - 0.5 - top;
      let value = cubicRow(source, clamp(top, height) * width, width, left, dx);
      if (dy !== 0) {
        const above = cubicRow(source, clamp(top - 1, height) * width, width, left, dx);
        const below = cubicRow(source, clamp(top + 1, height) * width, width, left, dx);
        const last = cubicRow(source, clamp(top + 2, height) * width, width, left, dx);
        value = cubic(above, value, below, last, dy);
      }
      target[y * width + x] = value <= 0 ? 0 : value >= 255 ? 255 : Math.trunc(value);
    }
  }
}

function clamp(place: number, length: number): number {
  return place < 0 ? 0 : place >= length ? length - 1 : place;
}

/** The cubic along the row that starts at `start`, `t` after column `left`. */
function cubicRow(source: Uint8Array, start: number, width: number, left: number, t: number): number {
  const v2 = source[start + clamp(left, width)] ?? 0;
  if (t === 0) return v2;
  const v1 = source[start + clamp(left - 1, width)] ?? 0;
  const v3 = source[start + clamp(left + 1, width)] ?? 0;
  const v4 = source[start + clamp(left + 2, width)] ?? 0;
  return cubic(v1, v2, v3, v4, t);
}

/** The map that turns an image by `degrees` (above -360) about its centre; its numbers are rounded as Pillow rounds them. */
export function rotation({ width, height }: PlanarImage, degrees: number): AffineMap {
  const angle = -((degrees + 360) % 360) * (Math.PI / 180);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((value) => Number(value.toFixed(15))) as [
    number,
    number,
  ];
  const [x, y] = [width / 2, height / 2];
  return [cos, sin, -cos * x - sin * y + x, -sin, cos, sin * x - cos * y + y];
}
