/**
 * Weights of antialiased resampling along one axis, as Pillow computes them (`ImagingResample`): the kernel is stretched
 * by the reduction factor, cut at the source's ends and normalised to sum 1.
 */

export type Interpolation = 'bicubic' | 'lanczos';

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

/** Keys' cubic with a = -0.5, support 2. */
function cubic(x: number): number {
  const t = Math.abs(x);
  if (t < 1) return (1.5 * t - 2.5) * t * t + 1;
  return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
}

/** sinc(x) * sinc(x / 3), support 3. */
function lanczos3(x: number): number {
  if (x === 0) return 1;
  if (Math.abs(x) >= 3) return 0;
  const t = (Math.PI * x) / 3;
  const sine = Math.sin(t);
  // sin(3t) = sin t (3 - 4 sin^2 t) saves the second sine.
  return (sine * sine * (3 - 4 * sine * sine)) / (3 * t * t);
}

const kernels = {
  bicubic: { support: 2, at: cubic },
  lanczos: { support: 3, at: lanczos3 },
} as const;

/** Weights for one axis; every window is padded with zeros to a multiple of `multiple` taps. */
export function axisWeights(request: AxisRequest, multiple: number): AxisWeights {
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
    const shiftToCentre = begin + 0.5 - centre(first + n);
    let sum = 0;
    for (let t = 0; t < length; t++) {
      const weight = kernel.at((t + shiftToCentre) / stretch);
      exact[offset + t] = weight;
      sum += weight;
    }
    for (let t = offset; t < offset + length; t++) {
      const weight = (exact[t] ?? 0) / sum;
      exact[t] = weight;
      largest = Math.max(largest, Math.abs(weight));
    }
  }
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
  return { starts, weights, taps, shift, low: edge + low, span };
}
