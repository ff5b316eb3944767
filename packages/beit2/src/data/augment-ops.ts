/**
 * The image operations of RandAugment, in place on 8-bit planes, with Pillow's arithmetic to the last bit: `ImageOps`,
 * `ImageEnhance`, and `Image.transform` with bicubic resampling.
 */

/** Planes R, G, B of 8-bit values: `data` is `[3, height, width]`. */
export interface PlanarImage {
  width: number;
  height: number;
  data: Uint8Array;
}

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
    for (const value of channel) {
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
    for (const value of channel) histogram[value] = (histogram[value] ?? 0) + 1;
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
  const planes = channels(image) as [Uint8Array, Uint8Array, Uint8Array];
  const [red, green, blue] = planes;
  const single = Math.fround(factor);
  for (let i = 0; i < red.length; i++) {
    const gray = luma(red[i] ?? 0, green[i] ?? 0, blue[i] ?? 0);
    for (const plane of planes) plane[i] = blend(gray, plane[i] ?? 0, single);
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
  const { width, height } = image;
  const [a, b, c, d, e, f] = map;
  const sources = channels(image).map((plane) => plane.slice());
  const planes = channels(image);
  const column = new Int32Array(4);
  const clampX = (x: number): number => Math.min(Math.max(x, 0), width - 1);
  const clampY = (y: number): number => Math.min(Math.max(y, 0), height - 1);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = a * (x + 0.5) + b * (y + 0.5) + c;
      const fromY = d * (x + 0.5) + e * (y + 0.5) + f;
      const target = y * width + x;
      if (fromX < 0 || fromX >= width || fromY < 0 || fromY >= height) {
        for (let channel = 0; channel < 3; channel++) (planes[channel] ?? [])[target] = fill[channel] ?? 0;
        continue;
      }
      const left = Math.floor(fromX - 0.5);
      const top = Math.floor(fromY - 0.5);
      const dx = fromX - 0.5 - left;
      const dy = fromY - 0.5 - top;
      for (let tap = 0; tap < 4; tap++) column[tap] = clampX(left - 1 + tap);
      const [x1 = 0, x2 = 0, x3 = 0, x4 = 0] = column;
      for (let channel = 0; channel < 3; channel++) {
        const source = sources[channel] ?? new Uint8Array(0);
        const row = (line: number): number => {
          const start = clampY(line) * width;
          const [v1 = 0, v2 = 0] = [source[start + x1], source[start + x2]];
          return dx === 0 ? v2 : cubic(v1, v2, source[start + x3] ?? 0, source[start + x4] ?? 0, dx);
        };
        const value = dy === 0 ? row(top) : cubic(row(top - 1), row(top), row(top + 1), row(top + 2), dy);
        (planes[channel] ?? [])[target] = value <= 0 ? 0 : value >= 255 ? 255 : Math.trunc(value);
      }
    }
  }
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
