/** TypeScript from a plan: the table of schemas, the functions, the methods. */
import type { SchemaArgument, SchemaResult } from '../src/operators/schema.js';
import { type Plan, type PlannedFunction, type PlannedOverload, takesSelf } from './plan.js';
import { positional, signaturesOf } from './signatures.js';

const banner = '// Made by `npm run generate` from the schemas of libtorch. Do not edit.\n';

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
    `import type { Split } from '../operators/split.js';\n` +
    `import { idOf, type Tensor, wrap } from '../tensor.js';\n` +
    `import { schemas } from './schemas.js';\n\n` +
    `/** A number where torch takes an int, a float or a bool: whole numbers are ints. */\n` +
    `export type Scalar = number | bigint | boolean;\n` +
    `export type Layout = 'strided' | 'sparse_coo' | 'sparse_csr' | 'sparse_csc' | 'sparse_bsr' | 'sparse_bsc';\n` +
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
      ({ doc, parameters, result }) => `${doc}  ${name}(${parameters}): ${result};`,
    );
  });
  const attached = methods.map(({ name }) => `    ${name}: method(f.${name}),`);
  return (
    `${banner}import type { Device, DType } from '../dtype.js';\n` +
    `import type { Generator } from '../generator.js';\n` +
    `import { method } from '../operators/dispatch.js';\n` +
    `import type { Split } from '../operators/split.js';\n` +
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
      `${doc}export function ${name}${generic}(${parameters}): ${result};`,
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

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
