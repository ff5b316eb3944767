/** Which operators become functions and methods, under which names, and which are left out and why. */
import { camelCase, parseSchema, type Schema } from '../src/operators/schema.js';

/** An operator that is generated. */
export interface PlannedOverload {
  schema: Schema;
  /** Place in the table of schemas. */
  index: number;
}

/** The overloads of one name: one function, and a method of those whose first argument is a tensor `self`. */
export interface PlannedFunction {
  name: string;
  overloads: PlannedOverload[];
  isMethod: boolean;
}

export interface Plan {
  functions: PlannedFunction[];
  schemas: Schema[];
  /** Operators left out, by reason. */
  skipped: Map<string, string[]>;
}

/** Names that JavaScript keeps for itself. */
const renamed: Record<string, string> = { var: 'variance', delete: 'delete_' };

/** Free functions that index.ts writes by hand, since JavaScript's values need more than a schema says. */
const handWrittenFunctions = new Set([
  'tensor',
  'device',
  'slice',
  'scope',
  'nonzero',
  'uniqueConsecutive',
  'mT',
  'mH',
  'numpyT',
  'matrixH',
]);

/** Methods that tensor.ts writes by hand: properties in JavaScript, lifetimes, and what needs no boxed call. */
const handWrittenMethods = new Set([
  'backward',
  'item',
  'to',
  'numel',
  'detach',
  'isContiguous',
  'requiresGrad_',
  'retainGrad',
  'float',
  'double',
  'half',
  'bfloat16',
  'long',
  'int',
  'bool',
  'cpu',
  'cuda',
  'grad',
  'layout',
  'device',
  'dtype',
  'shape',
  'strides',
  'data',
  'isLeaf',
  'ndim',
  'nbytes',
  'version',
  'at',
  'keep',
  'dispose',
  'constructor',
  'toString',
]);

const knownBases = new Set([
  'Tensor',
  'int',
  'float',
  'bool',
  'str',
  'Scalar',
  'ScalarType',
  'Device',
  'Layout',
  'MemoryFormat',
  'Generator',
]);

/** Sorts all schemas of the dispatcher into functions and reasons. */
export function plan(texts: readonly string[]): Plan {
  const skipped = new Map<string, string[]>();
  const byName = new Map<string, Schema[]>();
  for (const text of texts.filter((candidate) => candidate.startsWith('aten::'))) {
    const reason = reasonToSkip(text);
    if (reason !== undefined) {
      const list = skipped.get(reason) ?? [];
      list.push(text.slice(6, text.indexOf('(')));
      skipped.set(reason, list);
      continue;
    }
    const schema = parseSchema(text);
    const name = nameOf(schema);
    byName.set(name, [...(byName.get(name) ?? []), schema]);
  }
  const schemas: Schema[] = [];
  const functions = [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]): PlannedFunction => {
      const overloads = list
        .sort(byPreference)
        .map((schema) => ({ schema, index: schemas.push(schema) - 1 }));
      const isMethod = !handWrittenMethods.has(name) && list.some(takesSelf);
      return { name, overloads, isMethod };
    });
  return { functions, schemas, skipped };
}

function nameOf({ name }: Schema): string {
  const camel = camelCase(name.slice(6));
  return renamed[camel] ?? camel;
}

/** Whether an overload is a method too; `pow(Scalar self, Tensor exponent)` beside `pow(Tensor self, ...)` is none. */
export function takesSelf({ arguments: [first] }: Schema): boolean {
  return first?.name === 'self' && first.base === 'Tensor' && !first.isList;
}

// Overloads on tensors come before those on numbers, and shorter before longer, so that a call finds the plain one first.
function byPreference(a: Schema, b: Schema): number {
  const tensors = (schema: Schema): number =>
    schema.arguments.filter((argument) => argument.base === 'Tensor').length;
  return tensors(b) - tensors(a) || a.arguments.length - b.arguments.length || (a.text < b.text ? -1 : 1);
}

function reasonToSkip(text: string): string | undefined {
  let schema: Schema;
  try {
    schema = parseSchema(text);
  } catch {
    return 'a type that TorchScript alone knows';
  }
  const { arguments: args, results, name } = schema;
  const foreign = [...args, ...results].find(({ base }) => !knownBases.has(base));
  if (foreign?.base === 'Dimname') return 'named dimensions, which libtorch itself gave up';
  if (foreign) return `the type ${/^[A-Z]\w*$/.test(foreign.base) ? foreign.base : 'of TorchScript alone'}`;
  if (args.some((argument) => argument.written && argument.keywordOnly))
    return 'writes into an `out` argument: use the in-place form or copy_()';
  if (/_out$/.test(name) || /(^|_)out$/.test(schema.overload))
    return 'writes into an `out` argument: use the in-place form or copy_()';
  const touches = [...args, ...results].some(({ base }) => base === 'Tensor');
  const makes = args.some(({ base }) => base === 'ScalarType' || base === 'Generator');
  if (!touches && !makes) return 'works on plain values, which JavaScript has its own operators for';
  if (!/^[A-Za-z_]\w*$/.test(camelCase(name.slice(6)))) return 'a name that is none in JavaScript';
  if (handWrittenFunctions.has(camelCase(name.slice(6)))) return 'written by hand';
  if (text.startsWith('aten::stft('))
    return 'an older form of the same name, with other defaults than the one that PyTorch documents';
  if (isInternal(name.slice(6)))
    return 'internal to libtorch, which checks its arguments in the public operator alone: callOperator() reaches it';
  return undefined;
}

// The foreach family and `_unique2` (PyTorch's `unique`) check their arguments as public operators do.
const isInternal = (name: string): boolean => /^_(?!foreach_|unique2$)/.test(name);
