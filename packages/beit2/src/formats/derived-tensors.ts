/** Tensors made from others when they are read: joined, split, transposed. Values keep every bit. */
import type { DType } from '@beit2/torch';
import { byteCount, describeTensor, elementCount, itemSize, type LazyTensor } from '@beit2/torch/safetensors';
import { UserError } from '../errors.js';
import { gather } from './pytorch/stored-tensor.js';

/** A tensor computed when it is read. */
export function derived(dtype: DType, shape: number[], compute: () => Uint8Array): LazyTensor {
  return { dtype, shape, read: () => ({ dtype, shape, data: compute() }) };
}

/**
 * Tensors one below the other: `[n, ...]` each → `[n · count, ...]`.
 * @throws UserError where their types or shapes differ
 */
export function joinRows(parts: LazyTensor[]): LazyTensor {
  const [first] = parts;
  if (!first) throw new TypeError('expected at least one tensor to join');
  for (const part of parts) {
    if (describeTensor(part) !== describeTensor(first)) {
      throw new UserError(
        `Tensors of different kinds cannot be joined: ${parts.map(describeTensor).join(', ')}.`,
      );
    }
  }
  const shape = [(first.shape[0] ?? 0) * parts.length, ...first.shape.slice(1)];
  return derived(first.dtype, shape, () => Buffer.concat(parts.map((part) => part.read().data)));
}

/**
 * Equal parts along the rows: `[n · count, ...]` → `count` times `[n, ...]`.
 * @throws UserError where the rows cannot be divided so
 */
export function splitRows(tensor: LazyTensor, count: number): LazyTensor[] {
  const rows = tensor.shape[0] ?? 0;
  if (rows % count !== 0) {
    throw new UserError(`A tensor ${describeTensor(tensor)} cannot be split into ${count} equal parts.`);
  }
  const shape = [rows / count, ...tensor.shape.slice(1)];
  const size = byteCount({ dtype: tensor.dtype, shape });
  return Array.from({ length: count }, (_, i) =>
    derived(tensor.dtype, shape, () => tensor.read().data.slice(i * size, (i + 1) * size)),
  );
}

/** A matrix `[m, n]` → `[n, m]`. */
export function transposed(tensor: LazyTensor): LazyTensor {
  const [rows = 1, columns = 1] = tensor.shape;
  const shape = [columns, rows];
  return derived(tensor.dtype, shape, () =>
    elementCount(shape) === 0
      ? new Uint8Array(0)
      : gather(tensor.read().data, shape, [1, columns], itemSize(tensor.dtype)),
  );
}
