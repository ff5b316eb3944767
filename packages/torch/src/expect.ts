/** Checks of arguments where they come in: the sentence names who was called, what it takes, and what it got. */
import { describe } from './options.js';
import { isTensor, type Tensor } from './tensor.js';

function refuse(call: string, expected: string, name: string, value: unknown): never {
  throw new TypeError(`${call}: expected ${expected} for ${name} but received ${describe(value)}`);
}

/** @throws TypeError unless it is a Tensor. */
export function expectTensor(call: string, name: string, value: unknown): asserts value is Tensor {
  if (!isTensor(value)) refuse(call, 'a Tensor', name, value);
}

/** @throws TypeError unless it is an array of Tensors. */
export function expectTensors(
  call: string,
  name: string,
  value: unknown,
): asserts value is readonly Tensor[] {
  if (!Array.isArray(value) || !value.every(isTensor)) refuse(call, 'an array of Tensors', name, value);
}

/** @throws TypeError unless it can be called. */
export function expectFunction(call: string, name: string, value: unknown): void {
  if (typeof value !== 'function') refuse(call, 'a function', name, value);
}

/** @throws TypeError unless it is a string. */
export function expectString(call: string, name: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') refuse(call, 'a string', name, value);
}

/** @throws TypeError unless it is an array. */
export function expectArray(call: string, name: string, value: unknown): void {
  if (!Array.isArray(value)) refuse(call, 'an array', name, value);
}

/** @throws TypeError unless it can be gone through: an array, a Set, a generator; strings are none of these. */
export function expectIterable(call: string, name: string, value: unknown): void {
  const isList = typeof value === 'object' && value !== null && Symbol.iterator in value;
  if (!isList) refuse(call, 'an array or another iterable', name, value);
}

/** @throws TypeError unless it is an instance of this class. */
export function expectInstance(
  call: string,
  name: string,
  value: unknown,
  type: { readonly name: string; readonly prototype: object },
): void {
  if (!isOf(value, type.prototype)) refuse(call, `a ${type.name}`, name, value);
}

/** @throws TypeError unless it is an object. */
export function expectObject(call: string, name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) refuse(call, 'an object', name, value);
}

function isOf(value: unknown, prototype: object): boolean {
  return typeof value === 'object' && value !== null && Object.prototype.isPrototypeOf.call(prototype, value);
}
