/** TypeScript from a plan: the table of schemas, the functions, the methods. */
import type { Schema, SchemaArgument, SchemaResult } from '../src/operators/schema.js';
import { type Plan, type PlannedFunction, type PlannedOverload, takesSelf } from './plan.js';

const banner = '// Made by `npm run generate` from the schemas of libtorch. Do not edit.\n';

const scalarTypes: Record<string, string> = {
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

/** `schemas.ts`: what the table of operators is made from. */
export function emitSchemas({ schemas }: Plan): string {
  const lines = schemas.map(({ text }) => `  ${quote(text.slice(6))},`);
  return `${banner}export const schemas: readonly string[] = [\n${lines.join('\n')}\n];\n`;
}

/** `functions.ts` */
export function emitFunctions(plan: Plan): string {
  const imports =
    `import type { Device, DType } from '../dtype.js';\n` +
    `import type { Generator } from '../generator.js';\n` +
    `import { native } from '../native.js';\n` +
    `import { dispatch, ids, isB, isG, isL, isLN, isN, isOptT, isS, isStr, isT, isTs, OperatorTable, optGen, optId, wrapAll, wrapOpt } from '../operators/dispatch.js';\n` +
    `import { idOf, type Tensor, wrap } from '../tensor.js';\n` +
    `import { schemas } from './schemas.js';\n\n` +
    `/** A number where torch takes an int, a float or a bool: whole numbers are ints. */\n` +
    `export type Scalar = number | bigint | boolean;\n` +
    `export type Layout = 'strided' | 'sparse_coo' | 'sparse_csr';\n` +
    `export type MemoryFormat = 'contiguous_format' | 'preserve_format' | 'channels_last' | 'channels_last_3d';\n\n` +
    `const table = new OperatorTable(schemas);\n`;
  return `${banner}${imports}\n${plan.functions.map(emitFunction).join('\n')}`;
}

/** `methods.ts` */
export function emitMethods(plan: Plan): string {
  const methods = plan.functions.filter(({ isMethod }) => isMethod);
  const signatures = methods.flatMap(({ name, overloads }) => {
    const own = overloads.map(({ schema }) => schema).filter(takesSelf);
    return signaturesOf(own, true).map(
      ({ doc, parameters, result }) => `  ${doc}\n  ${name}(${parameters.join(', ')}): ${result};`,
    );
  });
  const attached = methods.map(({ name }) => `    ${name}: method(f.${name}),`);
  return (
    `${banner}import type { Device, DType } from '../dtype.js';\n` +
    `import type { Generator } from '../generator.js';\n` +
    `import { method } from '../operators/dispatch.js';\n` +
    `import type { Tensor } from '../tensor.js';\n` +
    `import * as f from './functions.js';\n` +
    `import type { Layout, MemoryFormat, Scalar } from './functions.js';\n\n` +
    `/** Every operator whose first argument is a tensor, as its method. */\n` +
    `export interface TensorMethods {\n${signatures.join('\n')}\n}\n\n` +
    `/** Puts the methods on the class. */\n` +
    `export function attachMethods(prototype: object): void {\n` +
    `  const methods: Record<string, unknown> = {\n${attached.join('\n')}\n  };\n` +
    `  for (const [name, value] of Object.entries(methods)) {\n` +
    `    Object.defineProperty(prototype, name, { value, writable: true, configurable: true, enumerable: false });\n  }\n}\n`
  );
}

function emitFunction({ name, overloads }: PlannedFunction): string {
  const schemas = overloads.map(({ schema }) => schema);
  const signatures = signaturesOf(schemas, false).map(
    ({ doc, generic, parameters, result }) =>
      `${doc}\nexport function ${name}${generic}(${parameters.join(', ')}): ${result};`,
  );
  const count = Math.max(...overloads.map(({ schema }) => positional(schema).length)) + 1;
  const names = Array.from({ length: count }, (_, i) => `a${i}`);
  const fast = overloads.map((overload) => emitFast(overload));
  return (
    `${signatures.join('\n')}\n` +
    `export function ${name}(${names.map((n) => `${n}?: any`).join(', ')}): any {\n` +
    `  const n = arguments.length;\n${fast.join('')}` +
    `  return dispatch(table, [${overloads.map(({ index }) => index).join(', ')}], arguments);\n}\n`
  );
}

// The fast way takes calls by position alone, whose arguments pass a quick test; all others go to dispatch().
function emitFast({ schema, index }: PlannedOverload): string {
  if (schema.arguments.some((argument) => argument.keywordOnly && !argument.hasDefault && !argument.optional))
    return '';
  const list = positional(schema);
  const least = list.reduce((most, argument, i) => (argument.hasDefault ? most : i + 1), 0);
  const tests = [
    list.length === least
      ? `n === ${least}`
      : least === 0
        ? `n <= ${list.length}`
        : `n >= ${least} && n <= ${list.length}`,
    ...list.map((argument, i) => test(argument, `a${i}`)),
  ];
  const passed = list.map((argument, i) => convert(argument, `a${i}`));
  const call = `(table.handle(${index})${passed.map((text) => `, ${text}`).join('')})`;
  const first = schema.results[0];
  const inPlace =
    schema.results.length === 1 &&
    first?.written === true &&
    !first.isList &&
    list[0]?.base === 'Tensor' &&
    !list[0].isList;
  const body = inPlace
    ? `{ native.callInPlace${call}; return a0; }`
    : `return ${lift(schema.results, `native.call${call}`)};`;
  return `  if (${tests.join(' && ')}) ${body}\n`;
}

function test(argument: SchemaArgument, name: string): string {
  const { base, isList, listSize, hasDefault, optional } = argument;
  const orNothing = (text: string): string =>
    optional ? `(${name} == null || ${text})` : hasDefault ? `(${name} === undefined || ${text})` : text;
  if (isList) {
    if (base === 'Tensor') return orNothing(`isTs(${name})`);
    return orNothing(listSize === undefined ? `isL(${name})` : `isLN(${name})`);
  }
  if (base === 'Tensor') return optional ? `isOptT(${name})` : orNothing(`isT(${name})`);
  const tests: Record<string, string> = {
    Scalar: 'isS',
    int: 'isN',
    float: 'isN',
    bool: 'isB',
    Generator: 'isG',
  };
  return orNothing(`${tests[base] ?? 'isStr'}(${name})`);
}

function convert({ base, isList, optional, hasDefault }: SchemaArgument, name: string): string {
  if (base === 'Generator') return `optGen(${name})`;
  if (base !== 'Tensor') return name;
  if (isList) return optional || hasDefault ? `${name} == null ? ${name} : ids(${name})` : `ids(${name})`;
  return optional || hasDefault ? `optId(${name})` : `idOf(${name})`;
}

function lift(results: readonly SchemaResult[], call: string): string {
  const one = ({ base, isList, optional }: SchemaResult, value: string): string => {
    if (base !== 'Tensor') return value;
    if (isList) return `wrapAll(${value})`;
    return optional ? `wrapOpt(${value})` : `wrap(${value})`;
  };
  const [first] = results;
  if (!first) return call;
  if (results.length === 1) return one(first, call);
  // A result among several may be undefined, such as a gradient that was not asked for.
  const parts = results.map((result, i) =>
    result.base === 'Tensor' && !result.isList ? `wrapOpt(r[${i}])` : one(result, `r[${i}]`),
  );
  return `((r: any) => [${parts.join(', ')}])(${call})`;
}

function positional(schema: Schema): SchemaArgument[] {
  return schema.arguments.filter(({ keywordOnly }) => !keywordOnly);
}

function typeOf({ base, isList, elementOptional, listSize, optional }: SchemaArgument): string {
  let type = scalarTypes[base] ?? 'never';
  if (base === 'int' && !isList) type = 'number | bigint';
  if (isList) {
    const element = elementOptional ? `(${type} | null)` : type;
    type = `readonly ${element}[]`;
    if (listSize !== undefined && base !== 'Tensor') type += ` | ${scalarTypes[base] ?? 'never'}`;
  }
  return optional ? `${type} | null` : type;
}

interface Signature {
  doc: string;
  generic: string;
  parameters: string[];
  result: string;
}

/** Signatures of one name. Two that differ in a tensor against a number alone become one that takes either. */
function signaturesOf(schemas: readonly Schema[], asMethod: boolean): Signature[] {
  const signatures: Signature[] = [];
  for (const schema of schemas) {
    const rest = {
      doc: doc(schema),
      generic: generic(schema),
      result: returns(schema, asMethod ? 'this' : 'T'),
    };
    for (const parameters of parameterLists(schema, asMethod)) {
      const joined = signatures.some((earlier) => {
        if (earlier.result !== rest.result) return false;
        const both = joinParameters(earlier.parameters, parameters);
        if (both) earlier.parameters = both;
        return both !== undefined;
      });
      if (!joined) signatures.push({ ...rest, parameters });
    }
  }
  return signatures;
}

/** Both lists in one, where one parameter is a tensor here and a number there; undefined where more differs. */
function joinParameters(tensors: readonly string[], numbers: readonly string[]): string[] | undefined {
  if (tensors.length !== numbers.length) return undefined;
  let joins = 0;
  const both = tensors.map((parameter, i) => {
    const other = numbers[i] ?? '';
    if (parameter === other) return parameter;
    if (parameter.replace('options?:', 'options:') === other.replace('options?:', 'options:')) {
      return parameter.startsWith('options?:') ? parameter : other;
    }
    const [name] = parameter.split(':');
    if (parameter === `${name}: Tensor` && other === `${name}: Scalar`) joins++;
    else joins = NaN;
    return `${name}: Tensor | Scalar`;
  });
  return joins === 1 ? both : undefined;
}

/**
 * Parameter lists of an operator's signatures: by position with keyword-only arguments as options at the end; where some
 * arguments have defaults, a second one with these among the options.
 */
function parameterLists(schema: Schema, asMethod: boolean): string[][] {
  const list = positional(schema).slice(asMethod ? 1 : 0);
  const lastRequired = list.reduce((last, argument, i) => (argument.hasDefault ? last : i), -1);
  const texts = list.map((argument, i) => {
    const type = !asMethod && i === 0 && selfWritten(schema) ? 'T' : typeOf(argument);
    if (i > lastRequired) return `${parameterName(argument.name)}?: ${type}`;
    return `${parameterName(argument.name)}: ${type}${argument.hasDefault ? ' | undefined' : ''}`;
  });
  const keywords = schema.arguments.filter(({ keywordOnly }) => keywordOnly);
  const byName = list.slice(lastRequired + 1);
  const isRequired = keywords.some(({ hasDefault, optional }) => !hasDefault && !optional);
  const options = (named: readonly SchemaArgument[], mark: string): string[] => {
    const members = named.map(
      (argument) =>
        `${argument.name}${argument.hasDefault || argument.optional ? '?' : ''}: ${typeOf(argument)}`,
    );
    if (makesTensor(schema)) members.push('requiresGrad?: boolean');
    return members.length === 0 ? [] : [`options${mark}: { ${members.join('; ')} }`];
  };
  const required = texts.slice(0, lastRequired + 1);
  const withNames = [...required, ...options([...byName, ...keywords], '')];
  if (byName.length === 0) return [[...required, ...options(keywords, isRequired ? '' : '?')]];
  // TypeScript has no required parameter after optional ones: required keywords are given with the others by name.
  return isRequired ? [withNames] : [[...texts, ...options(keywords, '?')], withNames];
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

function generic(schema: Schema): string {
  return selfWritten(schema) ? '<T extends Tensor>' : '';
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
    `${scalarTypes[base] ?? 'never'}${isList ? '[]' : ''}${optional ? ' | null' : ''}`;
  const { results } = schema;
  const [first] = results;
  if (!first) return 'void';
  if (results.length === 1) return one(first);
  const labelled = results.every(({ name }) => name !== '');
  return `[${results.map((result) => (labelled ? `${parameterName(result.name)}: ${one(result)}` : one(result))).join(', ')}]`;
}

const doc = ({ text }: Schema): string => `/** \`${text.slice(6).replaceAll('*/', '* /')}\` */`;
const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
