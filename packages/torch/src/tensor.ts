/**
 * Tensor: a handle on a libtorch tensor. Operators come from the schemas (generated/), indexing from indexing.ts,
 * printing from print.ts; here is what a schema does not say: data in and out, properties, autograd, lifetime.
 */
import { arrayForDtype, type Device, type DType, type TypedArray } from './dtype.js';
import type { Layout, MemoryFormat } from './generated/functions.js';
import type { TensorMethods } from './generated/methods.js';
import type { IndexingMethods } from './indexing.js';
import { native, type TensorId } from './native.js';
import { checkOptions, type OptionNames } from './options.js';
import { noteUnscoped } from './pressure.js';
import type { PrintingMethods } from './print.js';
import type { SelectionMethods } from './selection.js';

/** Nested arrays of numbers, as `tolist()` gives them. */
export type NestedNumbers = number | bigint | boolean | NestedNumbers[];

/** What `to()` may change. */
export interface ToOptions {
  dtype?: DType;
  device?: Device;
  /** Copy even when nothing changes. @default false */
  copy?: boolean;
  /** Do not wait for the copy between pinned memory and a device. @default false */
  nonBlocking?: boolean;
  memoryFormat?: MemoryFormat;
}

/** Options of `backward()`. */
export interface BackwardOptions {
  /** Keep the graph for another call. @default the value of createGraph */
  retainGraph?: boolean;
  /** Make the gradients themselves differentiable. @default false */
  createGraph?: boolean;
  /** Gather gradients only in these leaves. @default all leaves */
  inputs?: readonly Tensor[];
}

const toOptions: OptionNames<ToOptions> = {
  dtype: true,
  device: true,
  copy: true,
  nonBlocking: true,
  memoryFormat: true,
};

/** Names of the options of backward(). */
export const backwardOptions: OptionNames<BackwardOptions> = {
  retainGraph: true,
  createGraph: true,
  inputs: true,
};

// Frees what nothing refers to any more and no scope owned. An id that was freed before is let pass.
const registry = new FinalizationRegistry<TensorId>((id) => native.free(id));
const openScopes = { depth: 0 };

/** Called by scope(): while a scope is open it owns new tensors, so the collector need not watch them. */
export function changeScopeDepth(by: number): void {
  openScopes.depth += by;
}

/** Has the collector free the tensor when nothing refers to it: for tensors that left their scope. */
export function watch(tensor: Tensor): void {
  registry.register(tensor, idOf(tensor));
}

let toOperator = -1;

// The methods of these interfaces are put on the prototype in index.ts.
export interface Tensor extends TensorMethods, IndexingMethods, SelectionMethods, PrintingMethods {}

/** An n-dimensional array with a dtype on a device, that may take part in autograd. */
export class Tensor {
  readonly #id: TensorId;

  /** Not for users: wraps an id that the addon gave. */
  constructor(id: TensorId) {
    if (typeof id !== 'number') throw new TypeError('create a Tensor with torch.tensor() or an operator');
    this.#id = id;
    if (openScopes.depth > 0) return;
    registry.register(this, id);
    noteUnscoped();
  }

  /** Not for users: the id of a tensor. @throws TypeError when `value` is none. */
  static idOf(value: unknown): TensorId {
    if (typeof value === 'object' && value !== null && #id in value) return value.#id;
    throw new TypeError(`expected a Tensor but received ${describeValue(value)}`);
  }

  /** Sizes of the dimensions. */
  get shape(): number[] {
    return native.shape(this.#id);
  }
  /** Elements to step over for the next index, per dimension. */
  get strides(): number[] {
    return native.strides(this.#id);
  }
  get dtype(): DType {
    return native.dtype(this.#id) as DType;
  }
  get device(): Device {
    return native.device(this.#id) as Device;
  }
  /** Number of dimensions. */
  get ndim(): number {
    return native.ndim(this.#id);
  }
  /** Number of elements. */
  numel(): number {
    return native.numel(this.#id);
  }
  /** Bytes of the elements. */
  get nbytes(): number {
    return native.numel(this.#id) * native.itemSize(this.#id);
  }
  get layout(): Layout {
    return native.layout(this.#id) as Layout;
  }
  isContiguous(): boolean {
    return native.isContiguous(this.#id);
  }
  /** Times the elements were changed in place. */
  get version(): number {
    return native.version(this.#id);
  }
  /** Whether both handles stand for one tensor. */
  isSame(other: Tensor): boolean {
    return native.sameTensor(this.#id, idOf(other));
  }

  /** The only element; a bigint beyond 2^53. @throws Error when there is not exactly one. */
  item(): number {
    // Whole numbers beyond 2^53 do arrive as a bigint; typing that everywhere would cost every loss a cast.
    return native.item(this.#id) as number;
  }

  /**
   * A copy of the elements in row-major order. 16-bit and 8-bit floats come as their bits, bool as 0 and 1, complex
   * numbers as pairs of real and imaginary part.
   * @throws TypeError where there are no plain elements: sparse, quantized, nested and meta tensors.
   */
  toTypedArray(): TypedArray {
    return arrayForDtype(this.dtype, native.toBytes(this.#id));
  }

  /** A copy as a Float32Array, converted where the dtype is another. @throws TypeError for complex tensors. */
  toFloat32Array(): Float32Array {
    if (this.dtype === 'float32') return new Float32Array(native.toBytes(this.#id));
    if (this.dtype.startsWith('complex')) throw complexRefusal('toFloat32Array');
    const converted = this.detach().to('float32');
    try {
      return new Float32Array(native.toBytes(idOf(converted)));
    } finally {
      converted.dispose();
    }
  }

  /** Overwrites the elements, in row-major order, by those of an array with as many bytes; like `copy_()`, an in-place operation. */
  copyFromTypedArray_(data: TypedArray): this {
    native.copyFromBytes(this.#id, data);
    return this;
  }

  /** The elements as nested arrays. @throws TypeError for complex tensors, and as toTypedArray() does. */
  tolist(): NestedNumbers {
    const { shape, dtype } = this;
    if (dtype.startsWith('complex')) throw complexRefusal('tolist');
    const exact = /^(b?float16|float8)/.test(dtype) ? this.toFloat32Array() : this.toTypedArray();
    const isBool = dtype === 'bool';
    let next = 0;
    const build = (dim: number): NestedNumbers => {
      const size = shape[dim];
      if (size === undefined) {
        const value = exact[next++] ?? 0;
        if (isBool) return value !== 0;
        return typeof value === 'bigint' &&
          value >= Number.MIN_SAFE_INTEGER &&
          value <= Number.MAX_SAFE_INTEGER
          ? Number(value)
          : value;
      }
      return Array.from({ length: size }, () => build(dim + 1));
    };
    return build(0);
  }

  /** This tensor with another dtype (`float16`) or on another device (`cuda:0`); itself when nothing changes and no copy is asked for. */
  to(target: DType | Device | ToOptions, ...rest: never[]): Tensor {
    if (rest.length > 0) {
      throw new TypeError(
        "to: expected one dtype, one device or an object: to({ device: 'cpu', dtype: 'float64' })",
      );
    }
    const options: ToOptions =
      typeof target !== 'string'
        ? checkOptions('to', target, toOptions)
        : isDtype(target)
          ? { dtype: target }
          : { device: target };
    if (toOperator < 0) toOperator = native.findOperator('aten::to', 'dtype_layout');
    return new Tensor(
      native.call(
        toOperator,
        this.#id,
        options.dtype,
        undefined,
        options.device,
        undefined,
        options.nonBlocking,
        options.copy,
        options.memoryFormat,
      ) as TensorId,
    );
  }
  float(): Tensor {
    return this.to('float32');
  }
  double(): Tensor {
    return this.to('float64');
  }
  half(): Tensor {
    return this.to('float16');
  }
  bfloat16(): Tensor {
    return this.to('bfloat16');
  }
  long(): Tensor {
    return this.to('int64');
  }
  int(): Tensor {
    return this.to('int32');
  }
  bool(): Tensor {
    return this.to('bool');
  }
  cpu(): Tensor {
    return this.to({ device: 'cpu' });
  }
  cuda(): Tensor {
    return this.to({ device: 'cuda' });
  }

  /** Whether operations on this tensor are recorded for gradients. */
  get requiresGrad(): boolean {
    return native.requiresGrad(this.#id);
  }
  set requiresGrad(flag: boolean) {
    native.setRequiresGrad(this.#id, flag);
  }
  /** Sets requiresGrad. @throws TypeError for integer tensors, and for `false` on a tensor that is not a leaf. */
  requiresGrad_(flag = true): this {
    native.setRequiresGrad(this.#id, flag);
    return this;
  }
  /** The gradient that backward() gathered, or null. Each read gives a new handle on the same gradient. */
  get grad(): Tensor | null {
    const id = native.grad(this.#id);
    return id === null ? null : new Tensor(id);
  }
  set grad(gradient: Tensor | null) {
    native.setGrad(this.#id, gradient === null ? null : idOf(gradient));
  }
  /** Whether it was made by the user rather than by a recorded operation. */
  get isLeaf(): boolean {
    return native.isLeaf(this.#id);
  }
  /** Name of the operation that made it, such as `AddBackward0`; null for a leaf. */
  get gradFn(): string | null {
    return native.gradFn(this.#id);
  }
  /** The same elements outside the graph. */
  detach(): Tensor {
    return new Tensor(native.detach(this.#id));
  }
  /** Has backward() gather the gradient here too, though this is no leaf. */
  retainGrad(): this {
    native.retainGrad(this.#id);
    return this;
  }
  /** Takes the elements, shape, dtype and device of `data`, and stays the same leaf: for `Module.to`. */
  setData_(data: Tensor): this {
    native.setData(this.#id, idOf(data));
    return this;
  }

  /**
   * Gathers in every leaf the gradient of this tensor by it.
   * @param gradient Gradient of the final value by this tensor; may be left out for one element.
   */
  backward(gradient?: Tensor, options: BackwardOptions = {}): void {
    const { retainGraph, createGraph, inputs } = checkOptions('backward', options, backwardOptions);
    native.backward(
      [this.#id],
      gradient === undefined ? null : [idOf(gradient)],
      retainGraph,
      createGraph,
      inputs === undefined ? null : inputs.map(idOf),
    );
  }

  /**
   * Calls `hook` with the gradient by this tensor whenever it is computed; a tensor that it returns takes its place.
   * An exception in the hook comes out of backward().
   */
  registerHook(hook: (gradient: Tensor) => Tensor | undefined): { remove(): void } {
    const handle = native.registerHook(this.#id, (id) => {
      const replacement = hook(new Tensor(id));
      return replacement === undefined ? undefined : idOf(replacement);
    });
    return { remove: () => native.removeHook(handle) };
  }

  /**
   * Calls `hook` with this leaf whenever backward() has added to its `grad`: to step an optimizer there and free the gradient at
   * once. @throws TypeError for a tensor that is not a leaf or requires no gradients.
   */
  registerPostAccumulateGradHook(hook: (leaf: Tensor) => void): { remove(): void } {
    const handle = native.registerAfterGradient(this.#id, (id) => hook(new Tensor(id)));
    return { remove: () => native.removeHook(handle) };
  }

  /** Frees this handle now; the memory goes with the last handle and graph on it. Twice is no error. */
  dispose(): void {
    native.free(this.#id);
  }
  [Symbol.dispose](): void {
    native.free(this.#id);
  }
  get isDisposed(): boolean {
    return !native.alive(this.#id);
  }
  /** Takes the tensor out of the current scope, for state that outlives a step. Then the collector frees it. */
  keep(): this {
    native.keep(this.#id);
    if (openScopes.depth > 0) registry.register(this, this.#id);
    return this;
  }

  /** For JSON.stringify(): dtype, shape and the elements as tolist() gives them; NaN and infinities become null, as JSON has it. */
  toJSON(): { dtype: DType; shape: number[]; data: NestedNumbers } {
    const plain = (value: NestedNumbers): NestedNumbers =>
      Array.isArray(value) ? value.map(plain) : typeof value === 'bigint' ? Number(value) : value;
    return { dtype: this.dtype, shape: this.shape, data: plain(this.tolist()) };
  }
}

/** Id of a tensor, for calls into the addon. @throws TypeError when `value` is no Tensor. */
export function idOf(value: Tensor): TensorId {
  return Tensor.idOf(value);
}

/** A handle on a tensor that the addon has just returned. */
export function wrap(id: unknown): Tensor {
  return new Tensor(id as TensorId);
}

/** Whether a value is a tensor, of this class or a subclass. */
export function isTensor(value: unknown): value is Tensor {
  return value instanceof Tensor;
}

const dtypePattern = /^(u?int(8|16|32|64)|b?float(16|32|64)|float8_|bool$|complex)/;
function isDtype(name: string): name is DType {
  return dtypePattern.test(name);
}

function complexRefusal(name: string): TypeError {
  return new TypeError(
    `${name}: JavaScript has no complex numbers: use torch.viewAsReal() for pairs of reals`,
  );
}

function describeValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object that is none';
  if (typeof value === 'string') return `the string ${JSON.stringify(value.slice(0, 40))}`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === undefined ? 'undefined' : `a ${typeof value}`;
}
