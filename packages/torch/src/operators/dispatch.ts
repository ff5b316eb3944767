/**
 * What stands between the generated functions and the addon: handles found once, tests by which a function chooses its
 * overload, and the general way for calls with an options object.
 */
import { Generator } from '../generator.js';
import { native } from '../native.js';
import { isPlainObject } from '../options.js';
import { idOf, isTensor, Tensor, wrap } from '../tensor.js';
import { type Options, refusal } from './refusal.js';
import { parseSchema, type Schema, type SchemaArgument } from './schema.js';

/** The operators of one generated module: their schemas, and handles in the addon as they are needed. */
export class OperatorTable {
  readonly #handles: Int32Array;
  readonly #forms: (Form | undefined)[] = [];

  constructor(private readonly texts: readonly string[]) {
    this.#handles = new Int32Array(texts.length).fill(-1);
  }

  /** Handle of operator `index`. @throws TypeError when the loaded libtorch has no such operator. */
  handle(index: number): number {
    const known = this.#handles[index] ?? -1;
    return known >= 0 ? known : this.#find(index);
  }

  form(index: number): Form {
    return (this.#forms[index] ??= formOf(parseSchema(`aten::${this.texts[index] ?? ''}`)));
  }

  #find(index: number): number {
    const { name, overload } = this.form(index).schema;
    const handle = native.findOperator(name, overload);
    this.#handles[index] = handle;
    return handle;
  }
}

// Tests and conversions of the fast way, short since they stand in every generated line.
/** A tensor. */
export const isT = isTensor;
/** A tensor or nothing. */
export const isOptT = (value: unknown): boolean => value === undefined || value === null || isTensor(value);
/** A list of tensors (holes are told by the addon). */
export const isTs = (value: unknown): boolean =>
  Array.isArray(value) && value.every((element) => element === null || isTensor(element));
/** A number. */
export const isN = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint';
/** What a Scalar may be. */
export const isS = (value: unknown): boolean =>
  typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint';
export const isB = (value: unknown): boolean => typeof value === 'boolean';
export const isStr = (value: unknown): boolean => typeof value === 'string';
/** A list of anything but tensors. */
export const isL = (value: unknown): boolean =>
  Array.isArray(value) && (value.length === 0 || typeof value[0] !== 'object');
/** A list, or one number for a sized one. */
export const isLN = (value: unknown): boolean => typeof value === 'number' || isL(value);
export const isG = (value: unknown): boolean => value instanceof Generator;

/** Id of a tensor or nothing. */
export const optId = (value: Tensor | null | undefined): number | null | undefined =>
  value === undefined || value === null ? value : idOf(value);
export const ids = (list: readonly (Tensor | null)[]): (number | null)[] =>
  list.map((tensor) => (tensor === null ? null : idOf(tensor)));
export const optGen = (value: Generator | null | undefined): number | null | undefined => value?.id;

/** Handles on results. */
export const wrapAll = (list: unknown): Tensor[] => (list as number[]).map(wrap);
export const wrapOpt = (id: unknown): Tensor | null => (id === null ? null : wrap(id));

/** A tensor method from a function whose first argument is the tensor. */
export function method(f: (...args: never[]) => unknown): (this: Tensor, ...args: unknown[]) => unknown {
  const call = f as (...args: unknown[]) => unknown;
  // Calls keep their length: the function tells overloads by it. Spreading would cost more than a small operator.
  return function (this: Tensor, a?: unknown, b?: unknown, c?: unknown, d?: unknown): unknown {
    switch (arguments.length) {
      case 0:
        return call(this);
      case 1:
        return call(this, a);
      case 2:
        return call(this, a, b);
      case 3:
        return call(this, a, b, c);
      case 4:
        return call(this, a, b, c, d);
      default:
        // eslint-disable-next-line prefer-rest-params -- a rest parameter would cost the short calls
        return call(this, ...(arguments as unknown as unknown[]));
    }
  };
}

/** An overload ready to take calls with options. */
interface Form {
  schema: Schema;
  /** Whether the call gives back its first argument, changed. */
  inPlace: boolean;
  /** Whether `requiresGrad` is among its options: where it makes a tensor from nothing. */
  makesTensor: boolean;
}

function formOf(schema: Schema): Form {
  const { arguments: args, results } = schema;
  const [result] = results;
  const isTensor = results.length === 1 && result?.base === 'Tensor' && !result.isList;
  return {
    schema,
    inPlace: isTensor && result.written && args[0]?.base === 'Tensor' && !args[0].isList,
    makesTensor: isTensor && args.some(({ name, keywordOnly }) => name === 'pinMemory' && keywordOnly),
  };
}

/**
 * The general way: chooses among the overloads in their order by all arguments, with a last plain object read as options
 * that may name every argument but `self`.
 * @throws TypeError that lists the signatures when none takes the arguments.
 */
export function dispatch(
  table: OperatorTable,
  overloads: readonly number[],
  given: ArrayLike<unknown>,
): unknown {
  // What is undefined at the end was left out, as an optional `options` that was passed on.
  let length = given.length;
  while (length > 0 && given[length - 1] === undefined) length--;
  const last = length > 0 ? given[length - 1] : undefined;
  const options = isPlainObject(last) ? last : undefined;
  const count = options ? length - 1 : length;
  for (const index of overloads) {
    const form = table.form(index);
    const values = bind(form, given, count, options);
    if (!values) continue;
    if (form.inPlace) {
      native.callInPlace(table.handle(index), ...values);
      return given[0];
    }
    const result = finish(form.schema, native.call(table.handle(index), ...values));
    return options?.requiresGrad === true ? (result as Tensor).requiresGrad_() : result;
  }
  const schemas = overloads.map((index) => table.form(index).schema);
  throw new TypeError(refusal(schemas, Array.from(given)));
}

/** Arguments in the schema's order, ready for the addon; undefined when they do not fit. */
function bind(
  { schema, makesTensor }: Form,
  given: ArrayLike<unknown>,
  count: number,
  options: Options | undefined,
): unknown[] | undefined {
  const args = schema.arguments;
  if (count > args.length) return undefined;
  let left = options ? countOptions(options, makesTensor) : 0;
  const values = new Array<unknown>(args.length);
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] as SchemaArgument;
    let value: unknown;
    if (i < count) {
      if (argument.keywordOnly) return undefined;
      value = given[i];
    } else if (left > 0 && options && !(i === 0 && argument.name === 'self')) {
      value = options[argument.name];
      if (value !== undefined) left--;
    }
    if (value === undefined) {
      if (!argument.hasDefault && !argument.optional) return undefined;
    } else {
      if (!fits(argument, value)) return undefined;
      values[i] = lower(value);
    }
  }
  return left === 0 ? values : undefined;
}

function countOptions(options: Options, makesTensor: boolean): number {
  let count = 0;
  for (const name in options) {
    if (options[name] !== undefined && !(makesTensor && name === 'requiresGrad')) count++;
  }
  return count;
}

function fits(argument: SchemaArgument, value: unknown): boolean {
  if (value === null) return argument.optional;
  if (argument.isList) {
    if (argument.base === 'Tensor') return isTs(value);
    return isL(value) || (argument.listSize !== undefined && isN(value));
  }
  switch (argument.base) {
    case 'Tensor':
      return isTensor(value);
    case 'Scalar':
      return isS(value);
    case 'int':
    case 'float':
      return isN(value);
    case 'bool':
      return isB(value);
    case 'Generator':
      return isG(value);
    default:
      return isStr(value);
  }
}

function lower(value: unknown): unknown {
  if (value instanceof Tensor) return idOf(value);
  if (value instanceof Generator) return value.id;
  return Array.isArray(value) ? value.map(lower) : value;
}

function finish(schema: Schema, value: unknown): unknown {
  const { results } = schema;
  const lift = (i: number, part: unknown): unknown => {
    if (results[i]?.base !== 'Tensor') return part;
    return results[i].isList ? wrapAll(part) : wrapOpt(part);
  };
  if (results.length === 0) return undefined;
  return results.length === 1 ? lift(0, value) : (value as unknown[]).map((part, i) => lift(i, part));
}
