/** Checks that functions and layers share. Messages open with the name of the caller. */
import type { Tensor } from '../tensor.js';
import { expectArray, expectTensor } from '../expect.js';

/** A size for all spatial dimensions, or one for each. */
export type Sizes = number | readonly number[];

/** `[2, 3]`, as messages show it. */
export function shapeText(x: Tensor): string {
  return `[${x.shape.join(', ')}]`;
}

/** `dim` when it is an integer. @throws TypeError otherwise: PyTorch's guess from the shape is deprecated. */
export function checkDim(call: string, dim: number): number {
  if (Number.isInteger(dim)) return dim;
  throw new TypeError(`${call}: expected an integer for dim but received ${String(dim)}`);
}

/** `value` when it is one of the choices. @throws RangeError otherwise. */
export function checkChoice<T extends string>(
  call: string,
  name: string,
  choices: readonly T[],
  value: string,
): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const quoted = choices.map((choice) => `'${choice}'`);
  const listed = [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(' or ');
  throw new RangeError(`${call}: expected ${listed} for ${name} but received '${value}'`);
}

/** @throws Error when x has not one of these numbers of dimensions. */
export function checkNdim(call: string, x: Tensor, allowed: readonly number[]): void {
  expectTensor(call, 'x', x);
  if (allowed.includes(x.ndim)) return;
  throw new Error(`${call}: expected ${allowed.join(' or ')} dimensions but received shape ${shapeText(x)}`);
}

/** @throws Error when the shapes differ, which libtorch would broadcast. */
export function checkSameShape(call: string, x: Tensor, target: Tensor): void {
  expectTensor(call, 'x', x);
  expectTensor(call, 'target', target);
  const [a, b] = [shapeText(x), shapeText(target)];
  if (a !== b) throw new Error(`${call}: expected a target of shape ${a} but received ${b}`);
}

/** One size for each of `dims` dimensions. */
export function expandSizes(call: string, name: string, dims: number, value: Sizes): number[] {
  if (typeof value !== 'number') expectArray(call, name, value);
  const sizes = typeof value === 'number' ? new Array<number>(dims).fill(value) : [...value];
  if (sizes.length === dims) return sizes;
  throw new RangeError(`${call}: expected one number or ${dims} for ${name} but received ${sizes.length}`);
}
