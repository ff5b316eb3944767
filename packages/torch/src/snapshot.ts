/** Many tensors at once into memory that is there already. */
import type { TypedArray } from './dtype.js';
import { expectArray, expectTensors } from './expect.js';
import { native } from './native.js';
import { idOf, type Tensor } from './tensor.js';

/**
 * Copies the elements of each tensor, as toTypedArray() has them, into the array at its place in `targets`, over shared memory too: all
 * together on all threads, past the processor's caches.
 * @throws TypeError where an array has not as many bytes as its tensor, and as toTypedArray() does.
 */
export function copyToTypedArrays(tensors: readonly Tensor[], targets: readonly TypedArray[]): void {
  expectTensors('copyToTypedArrays', 'tensors', tensors);
  expectArray('copyToTypedArrays', 'targets', targets);
  native.copyAllToBytes(tensors.map(idOf), targets);
}

/** Asks the system to back an array that has not been written to with pages of 2 MiB (Linux): copies into it are faster. */
export function useHugePages(memory: TypedArray): void {
  native.useHugePages(memory);
}
