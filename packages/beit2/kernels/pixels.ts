/**
 * Pixel kernels of the data path, in AssemblyScript with 128-bit SIMD: Pillow's separable resampling with 8-bit values
 * between the passes, the same of planes of 16 bits with floats between them, and its colour adjustments. Pointers are byte offsets into the module's memory, which the caller
 * (`src/data/pixels/pixels.ts`) lays out; behind every buffer and every plane there are spare bytes, since rows are read and
 * written in whole vectors. `npm run build:kernels` compiles this file into `src/data/pixels/generated/pixel-kernels.ts`.
 */

/** Pixels (0, 1) of four packed RGB pixels as 16-bit pairs: R0 R1 G0 G1 B0 B1 0 0. */
function firstPair(rgb: v128): v128 {
  return i8x16.swizzle(rgb, i8x16(0, -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1, -1, -1, -1, -1));
}

/** Pixels (2, 3) in the same form. */
function secondPair(rgb: v128): v128 {
  return i8x16.swizzle(rgb, i8x16(6, -1, 9, -1, 7, -1, 10, -1, 8, -1, 11, -1, -1, -1, -1, -1));
}

/**
 * Resamples along the width: `rows` rows (rounded up to a multiple of 4) of packed RGB at `source` into rows of `outWidth`
 * packed pixels at `target`. Output x is the sum of `taps` pixels from `starts[x]` on with `weights[x * taps ...]` (16-bit,
 * `shift` fraction bits; `taps` is a multiple of 4, padded with zero weights). A row of `target` needs a byte to spare.
 */
export function resampleWidth(
  source: usize,
  sourceStride: usize,
  rows: i32,
  target: usize,
  targetStride: usize,
  outWidth: i32,
  starts: usize,
  weights: usize,
  taps: i32,
  shift: i32,
): void {
  const half = i32x4.splat(1 << (shift - 1));
  for (let row = 0; row < rows; row += 4) {
    const line = source + <usize>row * sourceStride;
    let out = target + <usize>row * targetStride;
    let weight = weights;
    for (let x = 0; x < outWidth; x++) {
      let pixel = line + 3 * load<i32>(starts + 4 * x);
      let a = half;
      let b = half;
      let c = half;
      let d = half;
      for (let tap = 0; tap < taps; tap += 4) {
        const first = v128.load32_splat(weight);
        const second = v128.load32_splat(weight, 4);
        const rowA = v128.load(pixel);
        const rowB = v128.load(pixel + sourceStride);
        const rowC = v128.load(pixel + 2 * sourceStride);
        const rowD = v128.load(pixel + 3 * sourceStride);
        a = i32x4.add(a, i32x4.dot_i16x8_s(firstPair(rowA), first));
        b = i32x4.add(b, i32x4.dot_i16x8_s(firstPair(rowB), first));
        c = i32x4.add(c, i32x4.dot_i16x8_s(firstPair(rowC), first));
        d = i32x4.add(d, i32x4.dot_i16x8_s(firstPair(rowD), first));
        a = i32x4.add(a, i32x4.dot_i16x8_s(secondPair(rowA), second));
        b = i32x4.add(b, i32x4.dot_i16x8_s(secondPair(rowB), second));
        c = i32x4.add(c, i32x4.dot_i16x8_s(secondPair(rowC), second));
        d = i32x4.add(d, i32x4.dot_i16x8_s(secondPair(rowD), second));
        pixel += 12;
        weight += 8;
      }
      const ab = i16x8.narrow_i32x4_s(i32x4.shr_s(a, shift), i32x4.shr_s(b, shift));
      const cd = i16x8.narrow_i32x4_s(i32x4.shr_s(c, shift), i32x4.shr_s(d, shift));
      const pixels = i8x16.narrow_i16x8_u(ab, cd);
      // The fourth byte written is the next pixel's first, which the next turn overwrites.
      v128.store32_lane(out, pixels, 0);
      v128.store32_lane(out + targetStride, pixels, 1);
      v128.store32_lane(out + 2 * targetStride, pixels, 2);
      v128.store32_lane(out + 3 * targetStride, pixels, 3);
      out += 3;
    }
  }
}

/** Sixteen columns of one output row: the weighted sum of `taps` (even) rows from `column` on. */
function sixteenColumns(column: usize, stride: usize, weights: usize, taps: i32, shift: i32): v128 {
  const half = i32x4.splat(1 << (shift - 1));
  let a = half;
  let b = half;
  let c = half;
  let d = half;
  for (let tap = 0; tap < taps; tap += 2) {
    const upper = v128.load(column);
    const lower = v128.load(column + stride);
    const left = i8x16.shuffle(upper, lower, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const right = i8x16.shuffle(upper, lower, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    const pair = v128.load32_splat(weights + 2 * tap);
    a = i32x4.add(a, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(left), pair));
    b = i32x4.add(b, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(left), pair));
    c = i32x4.add(c, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(right), pair));
    d = i32x4.add(d, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(right), pair));
    column += 2 * stride;
  }
  return i8x16.narrow_i16x8_u(
    i16x8.narrow_i32x4_s(i32x4.shr_s(a, shift), i32x4.shr_s(b, shift)),
    i16x8.narrow_i32x4_s(i32x4.shr_s(c, shift), i32x4.shr_s(d, shift)),
  );
}

/** One row of `width` packed pixels into its place in three planes, `plane` bytes apart; up to 15 bytes run over the end. */
function toPlanes(row: usize, width: i32, target: usize, plane: usize): void {
  for (let x = 0; x < width; x += 16) {
    const from = row + 3 * x;
    const to = target + x;
    const a = v128.load(from);
    const b = v128.load(from, 16);
    const c = v128.load(from, 32);
    const red = i8x16.shuffle(a, b, 0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30, 0, 0, 0, 0, 0);
    const green = i8x16.shuffle(a, b, 1, 4, 7, 10, 13, 16, 19, 22, 25, 28, 31, 0, 0, 0, 0, 0);
    const blue = i8x16.shuffle(a, b, 2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 0, 0, 0, 0, 0, 0);
    v128.store(to, i8x16.shuffle(red, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 17, 20, 23, 26, 29));
    v128.store(to + plane, i8x16.shuffle(green, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 21, 24, 27, 30));
    v128.store(to + 2 * plane, i8x16.shuffle(blue, c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 19, 22, 25, 28, 31));
  }
}

/**
 * Resamples along the height: rows of `width` packed pixels at `source` into three planes of `outHeight` rows at
 * `target`, `plane` bytes apart. `starts`, `weights`, `shift` as above, `taps` even; `scratch` holds one row.
 */
export function resampleHeight(
  source: usize,
  stride: usize,
  width: i32,
  scratch: usize,
  target: usize,
  plane: usize,
  outHeight: i32,
  starts: usize,
  weights: usize,
  taps: i32,
  shift: i32,
): void {
  for (let y = 0; y < outHeight; y++) {
    const top = source + <usize>load<i32>(starts + 4 * y) * stride;
    for (let i = 0; i < 3 * width; i += 16) {
      v128.store(scratch + i, sixteenColumns(top + i, stride, weights + 2 * y * taps, taps, shift));
    }
    toPlanes(scratch, width, target + y * width, plane);
  }
}

/** Four values of 16 bits as floats. */
function fourValues(values: usize): v128 {
  return f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(v128.load64_zero(values)));
}

/** The sum of the lanes of each of four vectors. */
function laneSums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(i32x4.shuffle(a, b, 0, 4, 1, 5), i32x4.shuffle(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(i32x4.shuffle(c, d, 0, 4, 1, 5), i32x4.shuffle(c, d, 2, 6, 3, 7));
  return f32x4.add(i32x4.shuffle(ab, cd, 0, 1, 4, 5), i32x4.shuffle(ab, cd, 2, 3, 6, 7));
}

/**
 * Resamples a plane of 16-bit values along the width: `rows` rows (rounded up to a multiple of 4) at `source` into rows of
 * `outWidth` floats at `target`; strides are in bytes. Output x is the sum of `taps` values from `starts[x]` on with
 * `weights[x * taps ...]` (floats; `taps` is a multiple of 4, padded with zero weights).
 */
export function resampleWideWidth(
  source: usize,
  sourceStride: usize,
  rows: i32,
  target: usize,
  targetStride: usize,
  outWidth: i32,
  starts: usize,
  weights: usize,
  taps: i32,
): void {
  for (let row = 0; row < rows; row += 4) {
    const line = source + <usize>row * sourceStride;
    let out = target + <usize>row * targetStride;
    let weight = weights;
    for (let x = 0; x < outWidth; x++) {
      let value = line + 2 * load<i32>(starts + 4 * x);
      let a = f32x4.splat(0);
      let b = f32x4.splat(0);
      let c = f32x4.splat(0);
      let d = f32x4.splat(0);
      for (let tap = 0; tap < taps; tap += 4) {
        const four = v128.load(weight);
        a = f32x4.add(a, f32x4.mul(fourValues(value), four));
        b = f32x4.add(b, f32x4.mul(fourValues(value + sourceStride), four));
        c = f32x4.add(c, f32x4.mul(fourValues(value + 2 * sourceStride), four));
        d = f32x4.add(d, f32x4.mul(fourValues(value + 3 * sourceStride), four));
        value += 8;
        weight += 16;
      }
      const sums = laneSums(a, b, c, d);
      v128.store32_lane(out, sums, 0);
      v128.store32_lane(out + targetStride, sums, 1);
      v128.store32_lane(out + 2 * targetStride, sums, 2);
      v128.store32_lane(out + 3 * targetStride, sums, 3);
      out += 4;
    }
  }
}

/**
 * Resamples along the height: rows of floats at `source`, `stride` bytes apart, into a plane of `outHeight` rows of `width` 16-bit
 * values at `target`, rounded and cut to 0-65,535. `starts`, `weights`, `taps` as above.
 */
export function resampleWideHeight(
  source: usize,
  stride: usize,
  width: i32,
  target: usize,
  outHeight: i32,
  starts: usize,
  weights: usize,
  taps: i32,
): void {
  for (let y = 0; y < outHeight; y++) {
    const top = source + <usize>load<i32>(starts + 4 * y) * stride;
    const first = weights + 4 * y * taps;
    for (let x = 0; x < width; x += 8) {
      let column = top + 4 * x;
      let a = f32x4.splat(0.5);
      let b = f32x4.splat(0.5);
      for (let tap = 0; tap < taps; tap++) {
        const weight = v128.load32_splat(first + 4 * tap);
        a = f32x4.add(a, f32x4.mul(v128.load(column), weight));
        b = f32x4.add(b, f32x4.mul(v128.load(column, 16), weight));
        column += stride;
      }
      // Values past the end of a row are the next one's first, which its turn overwrites.
      v128.store(
        target + 2 * (y * width + x),
        i16x8.narrow_i32x4_u(i32x4.trunc_sat_f32x4_s(a), i32x4.trunc_sat_f32x4_s(b)),
      );
    }
  }
}

/** Four bytes as 32-bit integers. */
function fourBytes(pixels: usize): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(pixels)));
}

/** base + factor * (value - base) for four values, cut to 0-255, fraction dropped (as Pillow's blend does), as bytes. */
function storeBlend(pixels: usize, value: v128, base: v128, factor: v128): void {
  const mixed = f32x4.add(base, f32x4.mul(factor, f32x4.sub(f32x4.convert_i32x4_s(value), base)));
  const words = i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(mixed), i32x4.splat(0));
  v128.store32_lane(pixels, i8x16.narrow_i16x8_u(words, words), 0);
}

/** value <- constant + factor * (value - constant), for `count` bytes and up to 3 more. */
export function blendWithConstant(pixels: usize, count: i32, constant: f32, factor: f32): void {
  const base = f32x4.splat(constant);
  const scale = f32x4.splat(factor);
  for (let i = 0; i < count; i += 4) storeBlend(pixels + i, fourBytes(pixels + i), base, scale);
}

/** Luma as Pillow's mode L has it: ITU-R 601 in 16-bit fractions, rounded. */
function luma(red: v128, green: v128, blue: v128): v128 {
  const warm = i32x4.add(i32x4.mul(red, i32x4.splat(19595)), i32x4.mul(green, i32x4.splat(38470)));
  return i32x4.shr_u(i32x4.add(warm, i32x4.add(i32x4.mul(blue, i32x4.splat(7471)), i32x4.splat(0x8000))), 16);
}

/** Sum of the luma of `count` pixels; `plane` is the distance of the three planes. */
export function sumOfLuma(planes: usize, plane: usize, count: i32): i32 {
  const lanes = i32x4(0, 1, 2, 3);
  let sum = i32x4.splat(0);
  for (let i = 0; i < count; i += 4) {
    const red = planes + i;
    const four = luma(fourBytes(red), fourBytes(red + plane), fourBytes(red + 2 * plane));
    sum = i32x4.add(sum, v128.and(four, i32x4.lt_s(lanes, i32x4.splat(count - i)))); // without those past the end
  }
  return (
    i32x4.extract_lane(sum, 0) +
    i32x4.extract_lane(sum, 1) +
    i32x4.extract_lane(sum, 2) +
    i32x4.extract_lane(sum, 3)
  );
}

/** channel <- luma + factor * (channel - luma), for `count` pixels and up to 3 more. */
export function blendWithLuma(planes: usize, plane: usize, count: i32, factor: f32): void {
  const scale = f32x4.splat(factor);
  for (let i = 0; i < count; i += 4) {
    const red = planes + i;
    const green = red + plane;
    const blue = green + plane;
    const r = fourBytes(red);
    const g = fourBytes(green);
    const b = fourBytes(blue);
    const gray = f32x4.convert_i32x4_s(luma(r, g, b));
    storeBlend(red, r, gray, scale);
    storeBlend(green, g, gray, scale);
    storeBlend(blue, b, gray, scale);
  }
}
