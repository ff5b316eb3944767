/** Many tensors at once into memory that is there already. */
import type { TypedArray } from './dtype.js';
import { expectArray, expectInstance, expectTensors } from './expect.js';
import { native } from './native.js';
import { describe } from './options.js';
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

/** Memory that a copy in the background writes to, which must stay. */
let inUse: readonly unknown[] = [];

/**
 * As copyToTypedArrays(), by another thread while this one goes on, e.g. with a forward and backward pass. Optimizers, their averages and
 * loadStateDict() wait for the copy before they change tensors; whatever else changes one in place must call finishCopy() first.
 * A copy begun before is finished first. Tensors on a GPU are copied at once.
 * @param outcome one element, 0; becomes 1 once all is copied, or -1 where a tensor was changed meanwhile
 * @throws TypeError as copyToTypedArrays() does, and for memory that is not shared
 */
export function beginCopy(
  tensors: readonly Tensor[],
  targets: readonly TypedArray[],
  outcome: Int32Array,
): void {
  expectTensors('beginCopy', 'tensors', tensors);
  expectArray('beginCopy', 'targets', targets);
  expectInstance('beginCopy', 'outcome', outcome, Int32Array);
  const all: readonly TypedArray[] = [...targets, outcome];
  const own = all.find((memory) => !isShared(memory));
  if (own !== undefined)
    throw new TypeError(
      `beginCopy: expected arrays over a SharedArrayBuffer, which other threads may write to, but received ${describe(own)}`,
    );
  finishCopy();
  inUse = all; // first: a copy that could not begin may have been noted there
  native.beginCopy(tensors.map(idOf), targets, outcome);
}

/** Waits for the copy that beginCopy() began last, if it still goes on, and helps it with all threads. */
export function finishCopy(): void {
  if (inUse.length === 0) return;
  native.finishCopy();
  inUse = [];
}

function isShared(memory: unknown): boolean {
  return ArrayBuffer.isView(memory) && memory.buffer instanceof SharedArrayBuffer;
}

/** Asks the system to back an array that has not been written to with pages of 2 MiB (Linux): copies into it are faster. */
export function useHugePages(memory: TypedArray): void {
  native.useHugePages(memory);
}
