/** The tensors and the plain values in what a pickle holds. */
import { byteCount, type LazyTensor } from '@beit2/torch/safetensors';
import { UserError } from '../../errors.js';
import { NumpyArray } from './numpy-values.js';
import { OpaqueValue, PickledObject, type PickleValue } from './pickle.js';
import { StoredTensor } from './stored-tensor.js';
import { TorchType } from './torch-names.js';

/** Deepest nesting that is followed; it ends cycles too. */
const maximumDepth = 64;

/** Letters that the names of all tensors may take, beside a few for each byte of the pickle. */
const longestNames = 2 ** 24;

/** How many times its own size all tensors of a file may take, since several may share one storage. */
const maximumSharing = 16;

/** The named values of a dict or object; null for anything else. */
export function attributesOf(value: PickleValue): Map<PickleValue, PickleValue> | null {
  if (value instanceof PickledObject) return value.attributes;
  return value instanceof Map ? value : null;
}

/** The tensor that a value is; null for anything else. */
export function tensorOf(value: PickleValue): LazyTensor | null {
  return value instanceof StoredTensor || value instanceof NumpyArray ? value.lazy() : null;
}

/**
 * Bounds a walk: a small pickle can refer to the same values so often that following them all would never end.
 * A walk visits no more values than the pickle has bytes.
 */
class Walk {
  private visited = 0;

  constructor(
    private readonly path: string,
    private readonly limit: number,
  ) {}

  visit(depth: number): void {
    this.visited += 1;
    if (this.visited > this.limit || depth > maximumDepth) {
      throw new UserError(
        `${this.path} is refused: its values are nested too deeply or refer to each other too often.`,
      );
    }
  }
}

/**
 * All tensors in a value, by their names joined with dots, in order.
 * @param size bytes of the pickle
 * @throws UserError where values are nested without end
 */
export function tensorsIn(
  value: PickleValue,
  { path, size, fileSize }: { path: string; size: number; fileSize: number },
): Map<string, LazyTensor> {
  const walk = new Walk(path, size);
  const tensors = new Map<string, LazyTensor>();
  let bytes = 0;
  let letters = 0;
  const collect = (current: PickleValue, name: string, depth: number): void => {
    walk.visit(depth);
    const tensor = tensorOf(current);
    if (tensor) {
      letters += name.length;
      if (letters > longestNames + 4 * size)
        throw new UserError(`${path} is refused: its names are too long.`);
      tensors.set(name, tensor);
      bytes += byteCount(tensor);
      return;
    }
    const named = Array.isArray(current) ? current.entries() : attributesOf(current);
    for (const [key, child] of named ?? [])
      collect(child, name === '' ? textOf(key) : `${name}.${textOf(key)}`, depth + 1);
  };
  collect(value, '', 0);
  if (bytes > maximumSharing * fileSize) {
    throw new UserError(
      `${path} is refused: its tensors would take ${bytes} bytes, but the whole file has ${fileSize}.`,
    );
  }
  return tensors;
}

/**
 * A value as plain objects, arrays, numbers, texts, booleans and nulls (as JSON has them), tensors as `{ dtype, shape }`.
 * @param size bytes of the pickle
 * @throws UserError where values are nested without end
 */
export function toPlain(value: PickleValue, { path, size }: { path: string; size: number }): unknown {
  const walk = new Walk(path, size);
  const convert = (current: PickleValue, depth: number): unknown => {
    walk.visit(depth);
    const tensor = tensorOf(current);
    if (tensor) return { dtype: tensor.dtype, shape: tensor.shape };
    const named = attributesOf(current);
    if (named)
      return Object.fromEntries([...named].map(([key, child]) => [textOf(key), convert(child, depth + 1)]));
    if (Array.isArray(current) || current instanceof Set)
      return [...current].map((child) => convert(child, depth + 1));
    return plainLeaf(current);
  };
  return convert(value, 0);
}

function plainLeaf(value: PickleValue): string | number | boolean | null {
  switch (typeof value) {
    case 'bigint':
      return value.toString();
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    default:
      if (value instanceof Uint8Array) return `${value.length} bytes`;
      if (value instanceof OpaqueValue) return `<${value.className}>`;
      if (value instanceof NumpyArray) return '<numpy.ndarray>';
      return value instanceof TorchType ? (value.dtype ?? 'bytes') : null;
  }
}

function textOf(key: PickleValue): string {
  return typeof key === 'string' ? key : JSON.stringify(plainLeaf(key));
}
