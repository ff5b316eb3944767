/** Signatures of an operator in TypeScript: by position, and split between position and names. */
import type { Schema, SchemaArgument, SchemaResult } from '../src/operators/schema.js';
import { choiceOf } from './choices.js';

const types: Record<string, string> = {
  Tensor: 'Tensor',
  int: 'number',
  float: 'number',
  bool: 'boolean',
  str: 'string',
  Scalar: 'Scalar',
  ScalarType: 'DType',
  Device: 'Device',
  Layout: 'Layout',
  MemoryFormat: 'MemoryFormat',
  Generator: 'Generator',
};

const reservedParameters = new Set([
  'in',
  'var',
  'new',
  'function',
  'default',
  'with',
  'this',
  'arguments',
  'delete',
]);
const parameterName = (name: string): string => (reservedParameters.has(name) ? `${name}_` : name);

interface Parameter {
  name: string;
  type: string;
  /** Whether it may be left out or undefined. */
  optional: boolean;
}

/** What the signatures of one schema are made from. */
interface Form {
  doc: string;
  generic: string;
  /** `self`, which is given by position alone; none in a method. */
  self: Parameter[];
  parameters: Parameter[];
  keywords: Parameter[];
  result: string;
}

/** One signature as text. */
export interface Signature {
  /** A comment line, or nothing. */
  doc: string;
  generic: string;
  parameters: string;
  result: string;
}

/** Signatures of one name. Two that differ in a tensor against a number alone become one that takes either. */
export function signaturesOf(schemas: readonly Schema[], asMethod: boolean): Signature[] {
  const forms: Form[] = [];
  for (const schema of schemas) {
    const form = formOf(schema, asMethod);
    if (!forms.some((earlier) => join(earlier, form))) forms.push(form);
  }
  return forms.flatMap(({ doc, generic, result, ...form }) => [
    { doc: `${asMethod ? '  ' : ''}${doc}\n`, generic, parameters: byPosition(form), result },
    ...(form.parameters.length > 0 ? [{ doc: '', generic, parameters: split(form), result }] : []),
  ]);
}

/** Arguments that may be given by position. */
export function positional(schema: Schema): SchemaArgument[] {
  return schema.arguments.filter(({ keywordOnly }) => !keywordOnly);
}

function formOf(schema: Schema, asMethod: boolean): Form {
  const parameter = (argument: SchemaArgument): Parameter => ({
    name: argument.name,
    type: typeOf(schema, argument),
    optional: argument.hasDefault || argument.optional,
  });
  const list = positional(schema).map(parameter);
  if (selfWritten(schema) && list[0]) list[0].type = 'T';
  const hasSelf = list[0]?.name === 'self';
  const keywords = schema.arguments.filter(({ keywordOnly }) => keywordOnly).map(parameter);
  if (makesTensor(schema)) keywords.push({ name: 'requiresGrad', type: 'boolean', optional: true });
  return {
    doc: `/** \`${schema.text.slice(6).replaceAll('*/', '* /')}\` */`,
    generic: selfWritten(schema) ? '<T extends Tensor>' : '',
    self: asMethod || !hasSelf ? [] : list.slice(0, 1),
    parameters: hasSelf ? list.slice(1) : list,
    keywords,
    result: returns(schema, asMethod ? 'this' : 'T'),
  };
}

/**
 * Lets the earlier form take the later one's numbers too, where nothing else differs.
 * @returns whether it then takes all that the later one does: not where this has by position what is keyword-only there.
 */
function join(earlier: Form, later: Form): boolean {
  const ours = [...earlier.parameters, ...earlier.keywords];
  const theirs = [...later.parameters, ...later.keywords];
  if (earlier.result !== later.result || ours.length !== theirs.length) return false;
  if (JSON.stringify(earlier.self) !== JSON.stringify(later.self)) return false;
  const differing = ours.flatMap((one, i) => {
    const other = theirs[i];
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ one, other }];
  });
  const [first, ...more] = differing;
  if (!first || more.length > 0) return false;
  const { one, other } = first;
  if (one.type !== 'Tensor' || other?.type !== 'Scalar' || other.name !== one.name) return false;
  one.type = 'Tensor | Scalar';
  return earlier.parameters.length === later.parameters.length;
}

/** All by position, the keyword-only ones as options at the end. */
function byPosition({ self, parameters, keywords }: Pick<Form, 'self' | 'parameters' | 'keywords'>): string {
  const list = [...self, ...parameters];
  if (keywords.length > 0) {
    list.push({
      name: 'options',
      type: members(keywords),
      optional: keywords.every(({ optional }) => optional),
    });
  }
  const lastRequired = list.reduce((last, { optional }, i) => (optional ? last : i), -1);
  return list
    .map(({ name, type, optional }, i) =>
      // TypeScript has no required parameter after optional ones.
      optional && i < lastRequired
        ? `${parameterName(name)}: ${type} | undefined`
        : `${parameterName(name)}${optional ? '?' : ''}: ${type}`,
    )
    .join(', ');
}

/** The first few by position, the others by name. */
function split({ self, parameters, keywords }: Pick<Form, 'self' | 'parameters' | 'keywords'>): string {
  const given = self.map(({ name, type }) => `${name}: ${type}`).join(', ');
  const order = parameters.map(({ name }) => `'${name}'`).join(', ');
  const only = keywords.length > 0 ? `, ${members(keywords)}` : '';
  return `...args: Split<[${given}], ${members(parameters)}, [${order}]${only}>`;
}

function members(parameters: readonly Parameter[]): string {
  return `{ ${parameters.map(({ name, type, optional }) => `${name}${optional ? '?' : ''}: ${type}`).join('; ')} }`;
}

function typeOf(schema: Schema, argument: SchemaArgument): string {
  const { base, isList, elementOptional, listSize, optional } = argument;
  let type = types[base] ?? 'never';
  if (base === 'int' && !isList) type = 'number | bigint';
  if (base === 'str')
    type =
      choiceOf(schema, argument)
        ?.map((value) => `'${value}'`)
        .join(' | ') ?? type;
  if (isList) {
    const element = elementOptional ? `(${type} | null)` : type;
    type = `readonly ${element}[]`;
    if (listSize !== undefined && base !== 'Tensor') type += ` | ${types[base] ?? 'never'}`;
  }
  return optional ? `${type} | null` : type;
}

function selfWritten({ arguments: [first], results }: Schema): boolean {
  return (
    first?.base === 'Tensor' &&
    !first.isList &&
    results.length === 1 &&
    results[0]?.written === true &&
    !results[0].isList
  );
}

function makesTensor({ arguments: args, results }: Schema): boolean {
  return (
    results.length === 1 &&
    results[0]?.base === 'Tensor' &&
    args.some(({ name, keywordOnly }) => name === 'pinMemory' && keywordOnly)
  );
}

function returns(schema: Schema, self: string): string {
  if (selfWritten(schema)) return self;
  const one = ({ base, isList, optional }: SchemaResult): string =>
    `${types[base] ?? 'never'}${isList ? '[]' : ''}${optional ? ' | null' : ''}`;
  const { results } = schema;
  const [first] = results;
  if (!first) return 'void';
  if (results.length === 1) return one(first);
  const labelled = results.every(({ name }) => name !== '');
  return `[${results.map((result) => (labelled ? `${parameterName(result.name)}: ${one(result)}` : one(result))).join(', ')}]`;
}
