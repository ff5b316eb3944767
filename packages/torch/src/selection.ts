/** Distinct elements, places of what is not zero, transposes as properties, and rows one by one. */
import { _unique2, uniqueDim } from './generated/functions.js';
import { native, type TensorId } from './native.js';
import { checkOptions, type OptionNames } from './options.js';
import { idOf, type Tensor, wrap } from './tensor.js';

/** Options of uniqueConsecutive(). */
export interface UniqueConsecutiveOptions {
  /** Give, for every element, its place among the distinct ones too. @default false */
  returnInverse?: boolean;
  /** Give how often each comes too. @default false */
  returnCounts?: boolean;
  /** Compare whole slices along this dimension; null: single elements, flattened. @default null */
  dim?: number | null;
}

/** Options of unique(). */
export interface UniqueOptions extends UniqueConsecutiveOptions {
  /** In ascending order. @default true */
  sorted?: boolean;
}

/** Options of nonzero(). */
export interface NonzeroOptions {
  /** One tensor of indices for each dimension, rather than one of a row for each place. @default false */
  asTuple?: boolean;
}

const consecutiveOptions: OptionNames<UniqueConsecutiveOptions> = {
  returnInverse: true,
  returnCounts: true,
  dim: true,
};
const uniqueOptions: OptionNames<UniqueOptions> = { sorted: true, ...consecutiveOptions };
const nonzeroOptions: OptionNames<NonzeroOptions> = { asTuple: true };

interface Plain {
  returnInverse?: false;
  returnCounts?: false;
}
interface WithInverse {
  returnInverse: true;
  returnCounts?: false;
}
interface WithCounts {
  returnInverse?: false;
  returnCounts: true;
}
interface WithBoth {
  returnInverse: true;
  returnCounts: true;
}

/** The distinct elements, and what the options ask for: inverse before counts. */
export function unique(x: Tensor, options?: UniqueOptions & Plain): Tensor;
export function unique(x: Tensor, options: UniqueOptions & (WithInverse | WithCounts)): [Tensor, Tensor];
export function unique(x: Tensor, options: UniqueOptions & WithBoth): [Tensor, Tensor, Tensor];
export function unique(x: Tensor, options: UniqueOptions = {}): Tensor | Tensor[] {
  const { sorted = true, dim = null, ...asked } = checkOptions('unique', options, uniqueOptions);
  const { returnInverse = false, returnCounts = false } = asked;
  const results =
    dim === null
      ? _unique2(x, sorted, returnInverse, returnCounts)
      : uniqueDim(x, dim, sorted, returnInverse, returnCounts);
  return chosen(results, asked);
}

let consecutive = -1;

/** The elements without those that are equal to the one before, and what the options ask for: inverse before counts. */
export function uniqueConsecutive(x: Tensor, options?: UniqueConsecutiveOptions & Plain): Tensor;
export function uniqueConsecutive(
  x: Tensor,
  options: UniqueConsecutiveOptions & (WithInverse | WithCounts),
): [Tensor, Tensor];
export function uniqueConsecutive(
  x: Tensor,
  options: UniqueConsecutiveOptions & WithBoth,
): [Tensor, Tensor, Tensor];
export function uniqueConsecutive(x: Tensor, options: UniqueConsecutiveOptions = {}): Tensor | Tensor[] {
  const { dim, ...asked } = checkOptions('uniqueConsecutive', options, consecutiveOptions);
  const { returnInverse = false, returnCounts = false } = asked;
  if (consecutive < 0) consecutive = native.findOperator('aten::unique_consecutive', '');
  const ids = native.call(consecutive, idOf(x), returnInverse, returnCounts, dim) as TensorId[];
  return chosen(ids.map(wrap), asked);
}

// libtorch gives all three always, empty where they are not asked for.
function chosen(
  [values, inverse, counts]: readonly Tensor[],
  { returnInverse = false, returnCounts = false }: UniqueConsecutiveOptions,
): Tensor | Tensor[] {
  if (values === undefined || inverse === undefined || counts === undefined) throw new Error('three results');
  if (!returnInverse) inverse.dispose();
  if (!returnCounts) counts.dispose();
  if (!returnInverse && !returnCounts) return values;
  return [values, ...(returnInverse ? [inverse] : []), ...(returnCounts ? [counts] : [])];
}

let places = -1;

/** Indices of the elements that are not zero: int64 `[count, dimensions]`, or one `[count]` for each dimension. */
export function nonzero(x: Tensor, options?: NonzeroOptions & { asTuple?: false }): Tensor;
export function nonzero(x: Tensor, options: NonzeroOptions & { asTuple: true }): Tensor[];
export function nonzero(x: Tensor, options: NonzeroOptions = {}): Tensor | Tensor[] {
  const { asTuple = false } = checkOptions('nonzero', options, nonzeroOptions);
  if (places < 0) places = native.findOperator('aten::nonzero', '');
  const indices = wrap(native.call(places, idOf(x)));
  if (!asTuple) return indices;
  const columns = (x.ndim === 0 ? indices.newZeros([indices.shape[0] ?? 0, 1]) : indices).unbind(1);
  indices.dispose();
  return columns;
}

/** What this file adds to Tensor. */
export interface SelectionMethods {
  unique(options?: UniqueOptions & Plain): Tensor;
  unique(options: UniqueOptions & (WithInverse | WithCounts)): [Tensor, Tensor];
  unique(options: UniqueOptions & WithBoth): [Tensor, Tensor, Tensor];
  uniqueConsecutive(options?: UniqueConsecutiveOptions & Plain): Tensor;
  uniqueConsecutive(options: UniqueConsecutiveOptions & (WithInverse | WithCounts)): [Tensor, Tensor];
  uniqueConsecutive(options: UniqueConsecutiveOptions & WithBoth): [Tensor, Tensor, Tensor];
  nonzero(options?: NonzeroOptions & { asTuple?: false }): Tensor;
  nonzero(options: NonzeroOptions & { asTuple: true }): Tensor[];
  /** All dimensions in reverse order; for at most 2 dimensions, as in PyTorch. */
  readonly T: Tensor;
  /** The last two dimensions exchanged. */
  readonly mT: Tensor;
  /** The matrix transposed and conjugated. */
  readonly H: Tensor;
  /** The last two dimensions exchanged, conjugated. */
  readonly mH: Tensor;
  /** Views of the parts along the first dimension. @throws TypeError for a tensor without dimensions. */
  [Symbol.iterator](): IterableIterator<Tensor>;
}

const transposes = { T: 'numpy_T', mT: 'mT', H: 'matrix_H', mH: 'mH' } as const;

/** Gives tensors these methods and properties. */
export function attachSelection(prototype: object): void {
  const methods: Record<string, (x: Tensor, options?: never) => unknown> = {
    unique,
    uniqueConsecutive,
    nonzero,
  };
  for (const [name, call] of Object.entries(methods)) {
    const value = function (this: Tensor, options?: never): unknown {
      return call(this, options);
    };
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  }
  for (const [name, operator] of Object.entries(transposes)) {
    let handle = -1;
    const get = function (this: Tensor): Tensor {
      if (handle < 0) handle = native.findOperator(`aten::${operator}`, '');
      return wrap(native.call(handle, idOf(this)));
    };
    Object.defineProperty(prototype, name, { get, configurable: true });
  }
  Object.defineProperty(prototype, Symbol.iterator, { value: rows, writable: true, configurable: true });
}

function* rows(this: Tensor): IterableIterator<Tensor> {
  const [count] = this.shape;
  if (count === undefined) throw new TypeError('cannot iterate over a tensor without dimensions');
  for (let i = 0; i < count; i++) yield this.select(0, i);
}
