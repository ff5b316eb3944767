/** Indexing as in PyTorch: `x.at(0, ':', null, '1:5', mask)` is Python's `x[0, :, None, 1:5, mask]`. */
import { tensor, type TensorData } from './creation.js';
import type { Device } from './dtype.js';
import { native } from './native.js';
import { scope } from './scope.js';
import { idOf, isTensor, type Tensor, wrap } from './tensor.js';

/** A range of one dimension, made by slice(). */
export class Slice {
  /** @throws RangeError for bounds that are no whole numbers, and for a step below 1. */
  constructor(
    readonly start: number | null,
    readonly stop: number | null,
    readonly step: number,
  ) {
    for (const bound of [start, stop, step]) {
      if (bound !== null && !Number.isSafeInteger(bound)) {
        throw new RangeError(`a slice takes whole numbers but received ${bound}`);
      }
    }
    if (step < 1) {
      throw new RangeError(
        `the step of a slice must be greater than zero but is ${step}: reverse dimensions with flip()`,
      );
    }
  }
}

/**
 * Elements from `start` up to but without `stop`, every `step`-th; negative bounds count from the end.
 * @param start @default null: the first
 * @param stop @default null: through the last
 * @throws RangeError for bounds that are no whole numbers, and for a step below 1.
 * @example x.at(torch.slice(1, -1)) // x[1:-1]
 */
export function slice(start: number | null = null, stop: number | null = null, step = 1): Slice {
  return new Slice(start, stop, step);
}

/** Whole numbers nested to any depth, or booleans: as an index they are a tensor. */
export type IndexList = readonly (number | boolean | bigint | IndexList)[];

/**
 * One index: a number takes one element of a dimension and drops it, `null` adds a dimension of size 1, `'...'` stands
 * for as many whole dimensions as fit, `':'`, `'1:5'`, `':-1:2'` and slice() are ranges, a list or an integer tensor
 * picks elements, a boolean one is a mask over as many dimensions as it has.
 */
export type Index =
  number | bigint | boolean | null | '...' | `${string}:${string}` | Slice | IndexList | Tensor;

/** What indexing adds to Tensor. */
export interface IndexingMethods {
  /**
   * The part that the indices name: a view where they are numbers, ranges, `null` and `'...'`, a copy where one is a
   * list or tensor. Dimensions without an index are taken whole.
   * @throws RangeError for an index out of bounds and for too many indices; TypeError for what is no index.
   */
  at(...indices: Index[]): Tensor;
  /**
   * Writes `value` into that part; a tensor is broadcast to it. Gradients flow to the value.
   * @throws as at() does, and Error when the value's shape does not fit.
   */
  setAt_(indices: readonly Index[], value: Tensor | number | bigint | boolean): this;
}

/** Gives tensors their at() and setAt_(). */
export function attachIndexing(prototype: IndexingMethods): void {
  prototype.at = function (this: Tensor, ...indices: Index[]): Tensor {
    const taken = takeBasic(this, indices);
    if (taken) return taken;
    return scope(() => {
      const { view, picks } = locate(this, indices);
      if (picks.length > 0) return view.index(picks);
      return view === this ? this.alias() : view;
    });
  };
  prototype.setAt_ = function (
    this: Tensor,
    indices: readonly Index[],
    value: Tensor | number | bigint | boolean,
  ): Tensor {
    if (!Array.isArray(indices))
      throw new TypeError('setAt_() takes its indices as one array: x.setAt_([0, 1], value)');
    scope(() => {
      const { view, picks } = locate(this, indices as readonly Index[]);
      if (picks.length > 0) {
        view.indexPut_(picks, isTensor(value) ? withoutLeadingOnes(value) : view.newFull([], value));
      } else if (isTensor(value)) view.copy_(withoutLeadingOnes(value));
      else view.fill_(value);
    });
    return this;
  };
}

/**
 * What numbers and ranges alone lead to, without a scope or a look at the shape. Undefined for other indices and for those
 * out of bounds, which locate() tells about.
 */
function takeBasic(source: Tensor, indices: readonly Index[]): Tensor | undefined {
  const basic = indices.filter(isBasic);
  if (basic.length < indices.length || basic.length === 0) return undefined;
  let view = source;
  let dim = 0;
  try {
    for (const index of basic) {
      const before = view;
      if (typeof index === 'number') view = view.select(dim, index);
      else view = takeRange(view, dim++, typeof index === 'string' ? parseSlice(index) : index);
      if (before !== source && before !== view) before.dispose();
    }
    return view === source ? source.alias() : view;
  } catch {
    if (view !== source) view.dispose();
    return undefined;
  }
}

function isBasic(index: Index): index is number | `${string}:${string}` | Slice {
  return (
    (typeof index === 'number' && Number.isSafeInteger(index)) ||
    (typeof index === 'string' && index !== '...') ||
    index instanceof Slice
  );
}

/** Where indices lead: a view by the basic ones, and what picks elements along its dimensions (null: all). */
interface Place {
  view: Tensor;
  picks: (Tensor | null)[];
}

function locate(source: Tensor, given: readonly Index[]): Place {
  const { shape, device } = source;
  const indices = given.map((index) => prepare(index, device));
  const used = indices.reduce((sum: number, index) => sum + dimensionsOf(index), 0);
  if (used > shape.length) {
    throw new RangeError(
      `too many indices for a tensor of dimension ${shape.length}: ${used} dimensions are indexed`,
    );
  }
  if (indices.filter((index) => index === '...').length > 1) {
    throw new TypeError("'...' may appear only once among the indices");
  }
  const place: Place = { view: source, picks: [] };
  let dim = 0; // in the view
  const left = shape.length - used;
  let sourceDim = 0;
  for (const index of indices) {
    if (index === '...') {
      dim += left;
      sourceDim += left;
    } else if (index === null) place.view = place.view.unsqueeze(dim++);
    else if (index instanceof Slice) place.view = takeRange(place.view, dim++, index);
    else if (typeof index === 'number') place.view = takeOne(place.view, dim, index, shape, sourceDim);
    else dim = pick(place, dim, index, shape);
    sourceDim += dimensionsOf(index);
  }
  return place;
}

type Prepared = number | null | '...' | Slice | Tensor;

function prepare(index: Index, device: Device): Prepared {
  if (isTensor(index)) {
    // A whole number in a tensor is that number, so that x.at(x.argmax()) is a view as in PyTorch.
    if (index.ndim === 0 && !isMask(index) && /int/.test(index.dtype)) return index.item();
    return index.device === device ? index : index.to({ device });
  }
  if (index === null || index === '...' || index instanceof Slice) return index;
  if (typeof index === 'string') return parseSlice(index);
  if (typeof index === 'bigint') return Number(index);
  if (typeof index === 'boolean') return tensor(index, { device });
  if (Array.isArray(index)) {
    const isEmpty = (index as unknown[]).length === 0;
    return tensor(index as TensorData, isEmpty ? { dtype: 'int64', device } : { device });
  }
  if (typeof index === 'number' && Number.isSafeInteger(index)) return index;
  throw new TypeError(
    `${typeof index === 'number' ? index : typeof index} is not an index: use a whole number, null, '...', a range as ':' or '1:5', ` +
      'torch.slice(), a list of numbers or booleans, or a tensor',
  );
}

const parsedSlices = new Map<string, Slice>();

function parseSlice(text: string): Slice {
  const known = parsedSlices.get(text);
  if (known) return known;
  const match = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(-?\d+)?\s*)?$/.exec(text);
  if (!match)
    throw new TypeError(
      `'${text.slice(0, 40)}' is not an index: write ranges as ':', '1:5' or ':-1:2', and '...'`,
    );
  const bound = (i: number): number | null => (match[i] === undefined ? null : Number(match[i]));
  const slice = new Slice(bound(1), bound(2), bound(3) ?? 1);
  if (parsedSlices.size < 1000) parsedSlices.set(text, slice); // programs write few; one that makes them up fills no memory
  return slice;
}

function isMask({ dtype }: Tensor): boolean {
  return dtype === 'bool' || dtype === 'uint8';
}

function dimensionsOf(index: Prepared): number {
  if (index === null || index === '...') return 0;
  return isTensor(index) && isMask(index) ? index.ndim : 1;
}

let sliceOperator = -1;

function takeRange(view: Tensor, dim: number, { start, stop, step }: Slice): Tensor {
  if (start === null && stop === null && step === 1) return view;
  if (sliceOperator < 0) sliceOperator = native.findOperator('aten::slice', 'Tensor');
  return wrap(native.call(sliceOperator, idOf(view), dim, start, stop, step));
}

function takeOne(
  view: Tensor,
  dim: number,
  index: number,
  shape: readonly number[],
  sourceDim: number,
): Tensor {
  const size = shape[sourceDim] ?? 0;
  if (index < -size || index >= size) {
    throw new RangeError(`index ${index} is out of bounds for dimension ${sourceDim} with size ${size}`);
  }
  return view.select(dim, index);
}

/** Notes a list or mask for dimension `dim` of the view; returns the dimension after it. */
function pick(place: Place, dim: number, index: Tensor, shape: readonly number[]): number {
  let columns = [index];
  if (isMask(index)) {
    if (index.ndim === 0) {
      // A single truth value adds a dimension of size 1 or 0.
      place.view = place.view.unsqueeze(dim);
      columns = [tensor(index.item() ? [0] : [], { dtype: 'int64', device: index.device })];
    } else {
      const sizes = place.view.shape.slice(dim, dim + index.ndim);
      if (index.shape.some((size, i) => size !== sizes[i])) {
        throw new RangeError(
          `the mask of shape [${index.shape.join(', ')}] does not match dimensions of sizes [${sizes.join(', ')}] ` +
            `in the indexed tensor of shape [${shape.join(', ')}]`,
        );
      }
      columns = index.nonzero().unbind(1);
    }
  }
  while (place.picks.length < dim) place.picks.push(null);
  place.picks.push(...columns);
  return dim + columns.length;
}

/** A value may have dimensions of size 1 in front that the place has not. */
function withoutLeadingOnes(value: Tensor): Tensor {
  const { shape } = value;
  const first = shape.findIndex((size) => size !== 1);
  if (first === 0 || shape.length === 0) return value;
  return value.view(first < 0 ? [] : shape.slice(first));
}
