/** Between bytes of files and tensors of the engine. */
import { fromTypedArray } from '../creation.js';
import type { Device } from '../dtype.js';
import { expectInstance, expectObject, expectTensor } from '../expect.js';
import { noGrad } from '../modes.js';
import type { Tensor } from '../tensor.js';
import { byteCount, checkBytes, materialise, type LazyTensor, type RawTensor } from './raw-tensor.js';

/**
 * The engine's copy of a tensor.
 * @throws Error where its bytes do not fit its shape, or its file can no longer be read
 */
export function fromRaw(tensor: RawTensor | LazyTensor, device?: Device): Tensor {
  expectObject('fromRaw', 'tensor', tensor);
  const { data, read } = tensor as Partial<RawTensor & LazyTensor>;
  if (!(data instanceof Uint8Array) && typeof read !== 'function')
    throw new TypeError('fromRaw: expected bytes as data of the tensor, or a function read');
  const raw = materialise(tensor);
  checkBytes('from a file', raw);
  return fromTypedArray(raw.data, raw.shape, { dtype: raw.dtype, device });
}

/** Room for the largest of some tensors. */
function bufferFor(tensors: ReadonlyMap<string, RawTensor | LazyTensor>): Uint8Array {
  return new Uint8Array([...tensors.values()].reduce((most, tensor) => Math.max(most, byteCount(tensor)), 0));
}

/**
 * Overwrites tensors by those of a file, read one after the other through one buffer.
 * @returns false where they have not the same names, shapes and dtypes: then nothing is changed
 * @throws Error where the file can no longer be read
 */
export function copyFromRaw(
  live: ReadonlyMap<string, Tensor>,
  saved: ReadonlyMap<string, LazyTensor>,
): boolean {
  expectInstance('copyFromRaw', 'live', live, Map);
  expectInstance('copyFromRaw', 'saved', saved, Map);
  const isAlike = (key: string, { dtype, shape }: LazyTensor) =>
    live.get(key)?.dtype === dtype && live.get(key)?.shape.join() === shape.join();
  if (live.size !== saved.size || ![...saved].every(([key, tensor]) => isAlike(key, tensor))) return false;
  const buffer = bufferFor(saved);
  noGrad(() => {
    for (const [key, tensor] of saved) live.get(key)?.copyFromTypedArray_(tensor.read(buffer).data);
  });
  return true;
}

/** Engine's copies of many tensors, read one after the other through one buffer: no second copy of all in memory. */
export function allFromRaw(
  tensors: ReadonlyMap<string, RawTensor | LazyTensor>,
  device?: Device,
): Map<string, Tensor> {
  expectInstance('allFromRaw', 'tensors', tensors, Map);
  const buffer = bufferFor(tensors);
  const result = new Map<string, Tensor>();
  for (const [name, tensor] of tensors) {
    const raw = 'data' in tensor ? tensor : tensor.read(buffer);
    checkBytes(name, raw);
    result.set(name, fromTypedArray(raw.data, raw.shape, { dtype: raw.dtype, device }));
  }
  return result;
}

/** A copy of a tensor as bytes, in row-major order, from any device. */
export function toRaw(tensor: Tensor): RawTensor {
  expectTensor('toRaw', 'tensor', tensor);
  const array = tensor.toTypedArray();
  const data = new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength);
  return { dtype: tensor.dtype, shape: [...tensor.shape], data };
}
