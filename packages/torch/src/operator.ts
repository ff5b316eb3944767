/** Any operator of libtorch's dispatcher by name, for those that the generated functions leave out. */
import { native } from './native.js';
import { idOf, isTensor, Tensor } from './tensor.js';

/**
 * Calls an operator with its arguments in the schema's order; `undefined` takes a default.
 * @param name Such as `aten::add`.
 * @param overload Such as `Tensor`; the empty string where the schema has none.
 * @returns The result, or an array of the results where there are several.
 * @throws TypeError when there is no such operator or an argument does not fit its schema.
 * @example const [q, r] = torch.callOperator('aten::linalg_qr', '', a, 'reduced') as [Tensor, Tensor];
 */
export function callOperator(name: string, overload: string, ...args: unknown[]): unknown {
  const operator = native.findOperator(name, overload);
  const result = native.call(operator, ...args.map(lower));
  const types = native.resultTypes(operator);
  if (types.length === 1) return lift(result, types[0] ?? '');
  return Array.isArray(result) ? result.map((value, i) => lift(value, types[i] ?? '')) : result;
}

function lower(value: unknown): unknown {
  if (isTensor(value)) return idOf(value);
  // A bare number would be taken for a tensor's id where the schema wants a tensor; lists of numbers are never that.
  return Array.isArray(value)
    ? value.map((element: unknown) => (isTensor(element) ? idOf(element) : element))
    : value;
}

function lift(value: unknown, type: string): unknown {
  if (!type.includes('Tensor')) return value;
  if (typeof value === 'number') return new Tensor(value);
  return Array.isArray(value)
    ? value.map((element: unknown) => (typeof element === 'number' ? new Tensor(element) : element))
    : value;
}
