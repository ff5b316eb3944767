/**
 * Weights of antialiased resampling along one axis, as Pillow computes them (`ImagingResample`): the kernel is stretched
 * by the reduction factor, cut at the source's ends and normalised to sum 1.
 */

export type Interpolation = 'bicubic' | 'lanczos' | 'bilinear';

/** Source interval `[from, to)` (pixels, may be fractional) seen at `size` output pixels, of which `[first, first + count)` are made. */
export interface AxisRequest {
  from: number;
  to: number;
  size: number;
  first: number;
  count: number;
  interpolation: Interpolation;
  /** Make the outputs in reverse order (a mirror image). */
  reverse: boolean;
}

/** Fixed-point weights: output i is `sum_t weights[i * taps + t] * source[low + starts[i] + t] >> shift`. */
export interface AxisWeights {
  starts: Int32Array;
  weights: Int16Array;
  taps: number;
  shift: number;
  /** First source pixel that any output needs, and the number of pixels from there on. */
  low: number;
  span: number;
}

/** Writes a kernel's values at x, x + step, ... to `values[from ... from + count)`. @returns their sum */
type Sample = (values: Float64Array, from: number, count: number, x: number, step: number) => number;

/** A triangle, support 1. */
const triangle: Sample = (values, from, count, x, step) => {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const value = Math.max(0, 1 - Math.abs(x + i * step));
    values[from + i] = value;
    sum += value;
  }
  return sum;
};

/** Keys' cubic with a = -0.5, support 2. */
const cubic: Sample = (values, from, count, x, step) => {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const t = Math.abs(x + i * step);
    let value = 0;
    if (t < 1) value = (1.5 * t - 2.5) * t * t + 1;
    else if (t < 2) value = ((-0.5 * t + 2.5) * t - 4) * t + 2;
    values[from + i] = value;
    sum += value;
  }
  return sum;
};

/** sinc(x) * sinc(x / 3), support 3. */
const lanczos3: Sample = (values, from, count, x, step) => {
  // One sine for all: the next angle's follows from the last, and sin(3t) = sin t (3 - 4 sin^2 t).
  let sine = Math.sin((Math.PI * x) / 3);
  let cosine = Math.cos((Math.PI * x) / 3);
  const turnSine = Math.sin((Math.PI * step) / 3);
  const turnCosine = Math.cos((Math.PI * step) / 3);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const t = (Math.PI * (x + i * step)) / 3;
    const square = sine * sine;
    let value = 0;
    if (Math.abs(t) < 1e-6) value = 1;
    else if (Math.abs(t) < Math.PI) value = (square * (3 - 4 * square)) / (3 * t * t);
    values[from + i] = value;
    sum += value;
    [sine, cosine] = [sine * turnCosine + cosine * turnSine, cosine * turnCosine - sine * turnSine];
  }
  return sum;
};

const kernels = {
  bilinear: { support: 1, sample: triangle },
  bicubic: { support: 2, sample: cubic },
  lanczos: { support: 3, sample: lanczos3 },
} as const;

/** Rows of `taps` weights in 16 bits. @param largest of all their magnitudes */
function toFixedPoint(
  exact: Float64Array,
  taps: number,
  largest: number,
): { weights: Int16Array; shift: number } {
  // As many fraction bits as 16-bit weights can hold, some room left; Pillow itself has 22 in 32 bits.
  const shift = Math.min(22, Math.floor(Math.log2(32_000 / largest)));
  const one = 2 ** shift;
  const weights = new Int16Array(exact.length);
  for (let row = 0; row < exact.length; row += taps) {
    let rest = one;
    let peak = row;
    for (let t = row; t < row + taps; t++) {
      const weight = Math.round((exact[t] ?? 0) * one);
      weights[t] = weight;
      rest -= weight;
      if (weight > (weights[peak] ?? 0)) peak = t;
    }
    // Rounding must not brighten or darken: the sum is exactly one.
    weights[peak] = (weights[peak] ?? 0) + rest;
  }
  return { weights, shift };
}

/** Weights for one axis; every window is padded with zeros to a multiple of `multiple` taps. */
export function axisWeights(request: AxisRequest, multiple: number): AxisWeights {
  const { weights: exact, largest, ...places } = exactWeights(request, multiple);
  return { ...places, ...toFixedPoint(exact, places.taps, largest) };
}

/** Weights of sum 1: output i is `sum_t weights[i * taps + t] * source[low + starts[i] + t]`. */
export interface ExactWeights extends Omit<AxisWeights, 'weights' | 'shift'> {
  weights: Float64Array;
  /** Of all their magnitudes. */
  largest: number;
}

/** The same before they are rounded. */
export function exactWeights(request: AxisRequest, multiple = 1): ExactWeights {
  const { from, to, size, first, count } = request;
  const kernel = kernels[request.interpolation];
  const edge = Math.floor(from); // nothing outside the interval's pixels has an influence
  const limit = Math.ceil(to) - edge;
  const scale = (to - from) / size;
  const stretch = Math.max(scale, 1);
  const support = kernel.support * stretch;
  const centre = (i: number): number => from - edge + (i + 0.5) * scale;

  const begins = new Int32Array(count);
  const ends = new Int32Array(count);
  let [low, high, widest] = [limit, 0, 0];
  for (let n = 0; n < count; n++) {
    const middle = centre(first + n) + 0.5;
    const begin = Math.max(0, Math.floor(middle - support));
    const end = Math.min(limit, Math.floor(middle + support));
    begins[n] = begin;
    ends[n] = end;
    low = Math.min(low, begin);
    high = Math.max(high, end);
    widest = Math.max(widest, end - begin);
  }
  const span = high - low;
  const taps = Math.ceil(widest / multiple) * multiple;

  const exact = new Float64Array(count * taps);
  const starts = new Int32Array(count);
  let largest = 0;
  for (let n = 0; n < count; n++) {
    const begin = begins[n] ?? 0;
    const length = (ends[n] ?? 0) - begin;
    const row = request.reverse ? count - 1 - n : n;
    // A window at the far end moves back, so that its padding stays on the source as far as there is room.
    const start = Math.max(0, Math.min(begin - low, span - taps));
    starts[row] = start;
    const offset = row * taps + begin - low - start;
    const x = (begin + 0.5 - centre(first + n)) / stretch;
    const sum = kernel.sample(exact, offset, length, x, 1 / stretch);
    for (let t = offset; t < offset + length; t++) {
      const weight = (exact[t] ?? 0) / sum;
      exact[t] = weight;
      largest = Math.max(largest, Math.abs(weight));
    }
  }
  return { starts, weights: exact, largest, taps, low: edge + low, span };
}
