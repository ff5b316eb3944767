/** What a call is told whose arguments no overload takes: the call, and the signatures in JavaScript's words. */
import { isPlainObject } from '../options.js';
import { isTensor } from '../tensor.js';
import { camelCase, type Schema, type SchemaArgument } from './schema.js';

export type Options = Record<string, unknown>;

/** The sentence for a call of an operator with these overloads. */
export function refusal(schemas: readonly Schema[], args: readonly unknown[]): string {
  const name = camelCase((schemas[0]?.name ?? '').replace(/^aten::/, ''));
  const signatures = new Set(schemas.map((schema) => `  ${name}(${parameters(schema)})`));
  return `${name}: no form takes (${args.map(describe).join(', ')}). Its forms are:\n${[...signatures].join('\n')}`;
}

function parameters({ arguments: args }: Schema): string {
  const write = (argument: SchemaArgument): string =>
    `${argument.name}${argument.hasDefault || argument.optional ? '?' : ''}: ${typeOf(argument)}`;
  const keywords = args.filter(({ keywordOnly }) => keywordOnly).map(write);
  return [
    ...args.filter(({ keywordOnly }) => !keywordOnly).map(write),
    ...(keywords.length > 0 ? [`{ ${keywords.join(', ')} }`] : []),
  ].join(', ');
}

const typeNames: Record<string, string> = {
  int: 'number',
  float: 'number',
  bool: 'boolean',
  str: 'string',
  ScalarType: 'DType',
};

function typeOf({ base, isList, listSize, optional }: SchemaArgument): string {
  const one = typeNames[base] ?? base;
  const list = isList ? `${one}[]` : one;
  return `${list}${isList && listSize !== undefined && base !== 'Tensor' ? ` | ${one}` : ''}${optional ? ' | null' : ''}`;
}

function describe(value: unknown): string {
  if (isTensor(value)) return 'Tensor';
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isTensor)) return 'Tensor[]';
    return value.length === 0 ? '[]' : `${value[0] === null ? 'null' : typeof value[0]}[]`;
  }
  if (isPlainObject(value)) return `{ ${Object.keys(value).join(', ')} }`;
  if (typeof value === 'object') return nameOfClass(value);
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : typeof value;
}

function nameOfClass(value: object): string {
  const { constructor } = value;
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : 'object';
}
