/**
 * Strings that are a choice: a schema says `str` alone, the values are those that libtorch's own check takes.
 * test/choices.test.ts holds the table against the sentences in which libtorch refuses others.
 */
import type { Schema, SchemaArgument } from '../src/operators/schema.js';

/** The values of one parameter of some operators. */
export interface Choice {
  /** Matches the operator's name without `aten::`. */
  operators: RegExp;
  /** In camelCase. */
  parameter: string;
  values: readonly string[];
}

export const choices: readonly Choice[] = [
  { operators: /^conv[123]d$/, parameter: 'padding', values: ['valid', 'same'] },
  { operators: /^div(ide)?_?$/, parameter: 'roundingMode', values: ['trunc', 'floor'] },
  { operators: /^fft_/, parameter: 'norm', values: ['backward', 'ortho', 'forward'] },
  { operators: /^gelu(_|_backward)?$/, parameter: 'approximate', values: ['none', 'tanh'] },
  { operators: /^index_reduce_?$/, parameter: 'reduce', values: ['prod', 'mean', 'amax', 'amin'] },
  { operators: /^linalg_eig(h|valsh)$/, parameter: 'UPLO', values: ['L', 'U'] },
  { operators: /^linalg_cond$/, parameter: 'p', values: ['fro', 'nuc'] },
  { operators: /^linalg_lstsq$/, parameter: 'driver', values: ['gels', 'gelsy', 'gelsd', 'gelss'] },
  { operators: /^linalg_(matrix_)?norm$/, parameter: 'ord', values: ['fro', 'nuc'] },
  { operators: /^linalg_qr$/, parameter: 'mode', values: ['reduced', 'complete', 'r'] },
  { operators: /^linalg_svd(vals)?$/, parameter: 'driver', values: ['gesvd', 'gesvdj', 'gesvda'] },
  { operators: /^meshgrid$/, parameter: 'indexing', values: ['ij', 'xy'] },
  {
    operators: /^(nan)?quantile$/,
    parameter: 'interpolation',
    values: ['linear', 'lower', 'higher', 'midpoint', 'nearest'],
  },
  { operators: /^pad$/, parameter: 'mode', values: ['constant', 'reflect', 'replicate', 'circular'] },
  { operators: /^pad_sequence$/, parameter: 'paddingSide', values: ['left', 'right'] },
  { operators: /^scatter_?$/, parameter: 'reduce', values: ['add', 'multiply'] },
  { operators: /^scatter_reduce_?$/, parameter: 'reduce', values: ['sum', 'prod', 'mean', 'amax', 'amin'] },
  { operators: /^searchsorted$/, parameter: 'side', values: ['left', 'right'] },
  {
    operators: /^segment_reduce$/,
    parameter: 'reduce',
    values: ['sum', 'mean', 'max', 'min', 'prod', 'amax', 'amin'],
  },
  { operators: /^stft$/, parameter: 'padMode', values: ['constant', 'reflect', 'replicate', 'circular'] },
];

/** Strings that are any text. */
const free = new Set(['einsum.equation', 'from_file.filename']);

/**
 * The values that a string parameter takes; undefined where it takes any text.
 * @throws Error for a parameter that the table does not know, so that a new one in libtorch is looked at.
 */
export function choiceOf({ name }: Schema, argument: SchemaArgument): readonly string[] | undefined {
  const operator = name.replace(/^aten::/, '');
  if (free.has(`${operator}.${argument.name}`)) return undefined;
  const choice = choices.find(
    ({ operators, parameter }) => parameter === argument.name && operators.test(operator),
  );
  if (choice) return choice.values;
  throw new Error(
    `generator/choices.ts does not say which values the string "${argument.name}" of ${name} takes`,
  );
}
