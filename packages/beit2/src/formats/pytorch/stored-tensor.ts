/** Tensors as PyTorch stores them: a view (offset, sizes, strides) on a storage that lies somewhere in a file. */
import type { DType } from '@beit2/torch';
import {
  byteCount,
  describeTensor,
  elementCount,
  isShape,
  itemSize,
  type LazyTensor,
} from '@beit2/torch/safetensors';
import type { FileReader } from '../../files/file-access.js';
import { MalformedPickle } from './pickle.js';

/** Memory that tensors look into. */
export interface Storage {
  /** Type of the elements; bytes where the file leaves it to the tensors. */
  dtype: DType;
  /** Elements that the file claims. */
  count: number;
  /** First byte in the file; asked for only when a tensor is read, since the older format tells it last. */
  locate(): number;
}

/** A view on a storage; offset and strides count elements. */
export class StoredTensor {
  /** @throws MalformedPickle where the view reaches outside its storage */
  constructor(
    private readonly file: FileReader,
    private readonly storage: Storage,
    readonly dtype: DType,
    readonly shape: number[],
    private readonly strides: number[],
    private readonly offset: number,
  ) {
    if (!isShape(shape) || !isShape(strides) || !isShape([offset]) || shape.length !== strides.length) {
      throw new MalformedPickle('a tensor has no valid sizes, strides and offset');
    }
    const available = storage.count * itemSize(storage.dtype);
    if (elementCount(shape) > 0 && (offset + this.extent()) * itemSize(dtype) > available) {
      throw new MalformedPickle(
        `a tensor ${describeTensor(this)} reaches beyond its storage of ${available} bytes`,
      );
    }
    // An expanded tensor (stride 0) may have more elements than its storage, but not more than all the file.
    if (byteCount(this) > file.size) {
      throw new MalformedPickle(
        `a tensor ${describeTensor(this)} would take more memory than the whole file`,
      );
    }
  }

  /** Elements from the first to the last that the view touches. */
  private extent(): number {
    return 1 + this.shape.reduce((sum, size, i) => sum + (size - 1) * (this.strides[i] ?? 0), 0);
  }

  private isContiguous(): boolean {
    let expected = 1;
    for (let i = this.shape.length - 1; i >= 0; i--) {
      const size = this.shape[i] ?? 0;
      if (size !== 1 && this.strides[i] !== expected) return false;
      expected *= size;
    }
    return true;
  }

  /** This tensor, read only when asked for, its elements in row-major order. */
  lazy(): LazyTensor {
    const { dtype, shape } = this;
    return { dtype, shape, read: (into) => ({ dtype, shape, data: this.read(into) }) };
  }

  private read(into?: Uint8Array): Uint8Array {
    const width = itemSize(this.dtype);
    if (elementCount(this.shape) === 0) return new Uint8Array(0);
    const start = this.storage.locate() + this.offset * width;
    if (this.isContiguous()) return this.file.read(start, byteCount(this), into);
    return gather(this.file.read(start, this.extent() * width), this.shape, this.strides, width);
  }
}

/** Elements of a strided view, from bytes that begin at its first element, in row-major order. */
export function gather(source: Uint8Array, shape: number[], strides: number[], width: number): Uint8Array {
  // Wide elements are copied as several words of 4 bytes: no float is touched, so every NaN keeps its bits.
  const wordSize = Math.min(width, 4);
  const words = width / wordSize;
  const sizes = words > 1 ? [...shape, words] : shape;
  const steps = words > 1 ? [...strides.map((stride) => stride * words), 1] : strides;
  const result = new Uint8Array(elementCount(shape) * width);
  copyStrided(asWords(source, wordSize), asWords(result, wordSize), sizes, steps);
  return result;
}

function asWords(bytes: Uint8Array, width: number): Uint8Array | Uint16Array | Uint32Array {
  const aligned = bytes.byteOffset % width === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset, byteLength } = aligned;
  if (width === 4) return new Uint32Array(buffer, byteOffset, byteLength / 4);
  if (width === 2) return new Uint16Array(buffer, byteOffset, byteLength / 2);
  return aligned;
}

function copyStrided(
  from: Uint8Array | Uint16Array | Uint32Array,
  to: Uint8Array | Uint16Array | Uint32Array,
  sizes: number[],
  steps: number[],
): void {
  const inner = sizes.at(-1) ?? 1;
  const innerStep = steps.at(-1) ?? 0;
  const counter = sizes.slice(0, -1).fill(0);
  let row = 0; // position of the current innermost row in the source
  for (let next = 0; next < to.length;) {
    for (let i = 0; i < inner; i++) to[next++] = from[row + i * innerStep] ?? 0;
    for (let dim = counter.length - 1; dim >= 0; dim--) {
      const count = (counter[dim] ?? 0) + 1;
      row += steps[dim] ?? 0;
      if (count < (sizes[dim] ?? 0)) {
        counter[dim] = count;
        break;
      }
      row -= count * (steps[dim] ?? 0);
      counter[dim] = 0;
    }
  }
}
