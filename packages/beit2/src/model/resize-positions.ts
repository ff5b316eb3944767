/**
 * Position embeddings and relative position tables for another grid of patches, as the reference resizes them
 * when it loads a checkpoint.
 */
import { UserError } from '../errors.js';

/** Rows and columns of patches. */
export type Grid = readonly [rows: number, columns: number];

/** Rows of a relative position table for [CLS] and token, token and [CLS], [CLS] and [CLS]. */
const specialRows = 3;

/** Rows of the relative position table of a grid. */
export function tableRows([rows, columns]: Grid): number {
  return (2 * rows - 1) * (2 * columns - 1) + specialRows;
}

/** The square grid that a relative position table of so many rows belongs to; null where there is none. */
export function gridOfTable(rows: number): Grid | null {
  const side = (Math.sqrt(rows - specialRows) + 1) / 2;
  return Number.isInteger(side) ? [side, side] : null;
}

/**
 * Row of the relative position table for each (query, key), [CLS] first: `[N + 1, N + 1]` in row-major order.
 */
export function relativePositionIndex(grid: Grid): BigInt64Array {
  const [rows, columns] = grid;
  const tokens = rows * columns + 1;
  const last = tableRows(grid);
  const index = new BigInt64Array(tokens * tokens);
  for (let query = 0; query < tokens; query++) {
    for (let key = 0; key < tokens; key++) {
      index[query * tokens + key] = BigInt(rowOf(query - 1, key - 1));
    }
  }
  return index;

  // Patches are counted from 0, [CLS] is -1.
  function rowOf(query: number, key: number): number {
    if (query < 0) return key < 0 ? last - 1 : last - 3;
    if (key < 0) return last - 2;
    const down = Math.floor(query / columns) - Math.floor(key / columns) + rows - 1;
    const right = (query % columns) - (key % columns) + columns - 1;
    return down * (2 * columns - 1) + right;
  }
}

/** A matrix as rows. */
type Matrix = number[][];

/**
 * Bicubic resize of position embeddings (a = -0.75, half-pixel centres, no antialiasing, as PyTorch's).
 * @param values `[extra + N, D]`, row-major: first the tokens that are no patches, which stay
 * @returns `[extra + N', D]`
 */
export function resizePositions(values: Float32Array, dim: number, from: Grid, to: Grid): Float32Array {
  const extra = values.length - from[0] * from[1] * dim;
  const patches = resample(
    values.subarray(extra),
    dim,
    bicubicWeights(from[0], to[0]),
    bicubicWeights(from[1], to[1]),
  );
  const result = new Float32Array(extra + patches.length);
  result.set(values.subarray(0, extra));
  result.set(patches, extra);
  return result;
}

/** Weights of the old positions for each new one: `[to, from]`. */
function bicubicWeights(from: number, to: number): Matrix {
  return Array.from({ length: to }, (_, i) => {
    const centre = ((i + 0.5) * from) / to - 0.5;
    const first = Math.floor(centre) - 1;
    const row = new Array<number>(from).fill(0);
    for (let tap = 0; tap < 4; tap++) {
      const at = Math.min(Math.max(first + tap, 0), from - 1); // the border repeats
      row[at] = (row[at] ?? 0) + cubicKernel(Math.abs(centre - first - tap));
    }
    return row;
  });
}

function cubicKernel(distance: number): number {
  const a = -0.75;
  if (distance <= 1) return ((a + 2) * distance - (a + 3)) * distance * distance + 1;
  return distance < 2 ? a * (((distance - 5) * distance + 8) * distance - 4) : 0;
}

/**
 * Resizes a relative position table. The old distances are laid out as a geometric progression that spans the new
 * ones, since near positions matter more; between them a bicubic spline interpolates, beyond them the border holds.
 * @param values `[rows of the old grid, heads]`, row-major; the last three rows, those of [CLS], stay
 * @returns `[rows of the new grid, heads]`
 * @throws UserError where the old grid has fewer than three patches a side, too few for a cubic spline
 */
export function resizeTable(values: Float32Array, heads: number, from: Grid, to: Grid): Float32Array {
  const kept = (tableRows(from) - specialRows) * heads;
  const distances = resample(
    values.subarray(0, kept),
    heads,
    distanceWeights(from[0], to[0]),
    distanceWeights(from[1], to[1]),
  );
  const result = new Float32Array(tableRows(to) * heads);
  result.set(distances);
  result.set(values.subarray(kept), distances.length);
  return result;
}

/** Weights of the old distances for each new one, along one side: `[2 to - 1, 2 from - 1]`. */
function distanceWeights(from: number, to: number): Matrix {
  const size = 2 * from - 1;
  if (from === to)
    return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => Number(i === j)));
  if (from < 3) {
    throw new UserError(
      `A relative position table of ${from} patches per side is too small to interpolate: at least 3 are needed.`,
    );
  }
  const positive = geometricDistances(from - 1, to - 1);
  const sites = [...positive.map((distance) => -distance).reverse(), 0, ...positive];
  const wanted = Array.from({ length: 2 * to - 1 }, (_, i) => i - (to - 1));
  return splineWeights(sites, wanted);
}

/** Sums 1, 1 + q, 1 + q + q², ... of which the last is `reach`, q being found by bisection between 1.01 and 1.5. */
function geometricDistances(count: number, reach: number): number[] {
  let low = 1.01;
  let high = 1.5;
  let ratio = low;
  while (high - low > 1e-6) {
    ratio = (low + high) / 2;
    if ((1 - ratio ** count) / (1 - ratio) > reach) high = ratio;
    else low = ratio;
  }
  const distances: number[] = [];
  for (let i = 0, sum = 0; i < count; i++) distances.push((sum += ratio ** i));
  return distances;
}

/**
 * The cubic spline through values at `sites` (at least 4), as weights of the values at each `wanted` place: `[wanted, sites]`.
 * Knots as FITPACK lays them for interpolation: every site but the second and the last but one.
 */
export function splineWeights(sites: number[], wanted: number[]): Matrix {
  const first = sites[0] ?? 0;
  const last = sites.at(-1) ?? 0;
  const knots = [first, first, first, first, ...sites.slice(2, -2), last, last, last, last];
  const basis = sites.map((x) => cubicBasis(knots, x));
  const rows = wanted.map((x) => cubicBasis(knots, Math.min(Math.max(x, first), last)));
  return divide(rows, basis);
}

/** Values of all cubic B-splines on the knots at x. */
function cubicBasis(knots: number[], x: number): number[] {
  const count = knots.length - 4;
  const knot = (i: number): number => knots[i] ?? 0;
  let interval = 3;
  while (interval < count - 1 && x >= knot(interval + 1)) interval++;
  let values = [1]; // of degree 0; then Cox and de Boor's recurrence
  for (let degree = 1; degree <= 3; degree++) {
    const next = new Array<number>(degree + 1).fill(0);
    values.forEach((value, j) => {
      const left = knot(interval - degree + 1 + j);
      const right = knot(interval + 1 + j);
      const share = (x - left) / (right - left);
      next[j] = (next[j] ?? 0) + value * (1 - share);
      next[j + 1] = (next[j + 1] ?? 0) + value * share;
    });
    values = next;
  }
  const row = new Array<number>(count).fill(0);
  values.forEach((value, j) => (row[interval - 3 + j] = value));
  return row;
}

/** X with X · A = B, by elimination with pivots on the columns of A. */
function divide(b: Matrix, a: Matrix): Matrix {
  const size = a.length;
  // Transposed: Aᵀ · Xᵀ = Bᵀ, one column of Bᵀ for each row of B.
  const rows = Array.from({ length: size }, (_, i) => [
    ...a.map((row) => row[i] ?? 0),
    ...b.map((row) => row[i] ?? 0),
  ]);
  const at = (row: number[] | undefined, column: number): number => row?.[column] ?? 0;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++) {
      if (Math.abs(at(rows[i], column)) > Math.abs(at(rows[pivot], column))) pivot = i;
    }
    const chosen = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = chosen.map((value) => value / at(chosen, column));
    for (let i = 0; i < size; i++) {
      const factor = at(rows[i], column);
      if (i !== column && factor !== 0)
        rows[i] = (rows[i] ?? []).map((value, j) => value - factor * at(rows[column], j));
    }
  }
  return b.map((_, k) => rows.map((row) => at(row, size + k)));
}

/** Applies weights along both sides of a picture `[rows, columns, channels]`. */
function resample(values: Float32Array, channels: number, down: Matrix, across: Matrix): Float32Array {
  const oldColumns = across[0]?.length ?? 0;
  const columns = across.length;
  const between = new Float64Array((values.length / channels / oldColumns) * columns * channels);
  const result = new Float32Array(down.length * columns * channels);
  const oldRows = between.length / columns / channels;
  for (let y = 0; y < oldRows; y++) {
    across.forEach((weights, x) => {
      weights.forEach((weight, from) => {
        if (weight === 0) return;
        for (let c = 0; c < channels; c++) {
          const to = (y * columns + x) * channels + c;
          between[to] = (between[to] ?? 0) + weight * (values[(y * oldColumns + from) * channels + c] ?? 0);
        }
      });
    });
  }
  const width = columns * channels;
  down.forEach((weights, y) => {
    for (let i = 0; i < width; i++) {
      let sum = 0;
      weights.forEach((weight, from) => (sum += weight * (between[from * width + i] ?? 0)));
      result[y * width + i] = sum;
    }
  });
  return result;
}
