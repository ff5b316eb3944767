/**
 * The page's tables on what surrounds the operators: every name of PyTorch's (pytorch-names.json, written by pytorch-names.py)
 * with its grade: there, there with differences, missing.
 */
import { readFileSync } from 'node:fs';

import * as autograd from '../src/autograd/index.js';
import * as nn from '../src/nn/index.js';
import * as optim from '../src/optim/index.js';
import { camelCase } from '../src/operators/schema.js';

interface Space {
  title: string;
  /** Where PyTorch has it: a key of pytorch-names.json. */
  theirs: string;
  ours: object;
  /** Whether names are functions, which are camelCase here. */
  functions: boolean;
  /** What differs in all of them. */
  note?: string;
  /** What differs, by PyTorch's name. */
  differences: Readonly<Record<string, string>>;
}

const transposed = 'no `paddingMode`, which has one value there';
const noLastEpoch = '`lastEpoch` comes with `loadStateDict()`';
const pooled = 'the indices come from the function whose name ends in `WithIndices`';

const spaces: readonly Space[] = [
  {
    title: 'Modules, in `nn`',
    theirs: 'nn',
    ours: nn,
    functions: false,
    note: 'Options are named in camelCase; `device` and `dtype` are options, and `generator` where numbers are drawn. PyTorch’s deprecated `sizeAverage` and `reduce` are left out.',
    differences: {
      ConvTranspose1d: transposed,
      ConvTranspose2d: transposed,
      ConvTranspose3d: transposed,
      Hardtanh: 'no `minValue` and `maxValue`, deprecated there',
      LogSoftmax: '`dim` must be given',
      Softmax: '`dim` must be given',
      Softmin: '`dim` must be given',
      Transformer: 'no `customEncoder` and `customDecoder`',
      TransformerEncoder: 'no nested tensors, so neither `enableNestedTensor` nor `maskCheck`',
      Module: 'children, parameters and buffers are properties; `__call__` is `forward()`',
    },
  },
  {
    title: 'Functions of layers and losses, in `nn.functional`',
    theirs: 'nn.functional',
    ours: nn.functional,
    functions: true,
    differences: {
      adaptive_max_pool1d: pooled,
      adaptive_max_pool2d: pooled,
      adaptive_max_pool3d: pooled,
      gumbel_softmax: 'no `eps`, which has no effect there',
      log_softmax: '`dim` must be given',
      max_pool1d: pooled,
      max_pool2d: pooled,
      max_pool3d: pooled,
      normalize: 'no `out`',
      softmax: '`dim` must be given',
      softmin: '`dim` must be given',
    },
  },
  {
    title: 'Initial values, in `nn.init`',
    theirs: 'nn.init',
    ours: nn.init,
    functions: true,
    differences: {},
  },
  {
    title: 'Optimizers, in `optim`',
    theirs: 'optim',
    ours: optim,
    functions: false,
    note: 'Adam, AdamW, Adagrad and SGD run on libtorch’s fused kernels; none takes `foreach`, `fused` or `differentiable`; Adam and AdamW take `capturable`, with the rate a number that `uploadRates()` brings to the device.',
    differences: { Adam: 'no `decoupledWeightDecay`: AdamW has it' },
  },
  {
    title: 'Schedules of the learning rate, in `optim.lrScheduler`',
    theirs: 'optim.lr_scheduler',
    ours: optim.lrScheduler,
    functions: false,
    note: `A schedule goes on where its state dict says: ${noLastEpoch}.`,
    differences: { OneCycleLR: 'takes `totalSteps`, not `epochs` and `stepsPerEpoch`' },
  },
  {
    title: 'Matrices of derivatives, in `autograd.functional`',
    theirs: 'autograd.functional',
    ours: autograd.functional,
    functions: true,
    note: 'Inputs are always an array; there is no `createGraph`, `strict` or `vectorize`.',
    differences: {},
  },
];

const names = JSON.parse(readFileSync(new URL('./pytorch-names.json', import.meta.url), 'utf8')) as Record<
  string,
  readonly string[]
>;

const quoted = (list: readonly string[]): string =>
  list.length === 0 ? 'none' : list.map((name) => `\`${name}\``).join(', ');

function table({ title, theirs, ours, functions, note, differences }: Space): string {
  const all = names[theirs] ?? [];
  const nameOf = (name: string): string => (functions ? camelCase(name) : name);
  const there = all.filter((name) => Object.hasOwn(ours, nameOf(name)));
  const missing = all.filter((name) => !there.includes(name));
  const stray = Object.keys(differences).filter((name) => !there.includes(name));
  if (stray.length > 0)
    throw new Error(`${theirs}: no longer there, but said to differ: ${stray.join(', ')}`);
  const alike = there.filter((name) => !Object.hasOwn(differences, name)).map(nameOf);
  const known = new Set(all.map(nameOf));
  const own = Object.entries(ours)
    .filter(([name, value]) => typeof value === 'function' && !known.has(name))
    .map(([name]) => name)
    .sort();
  const lines = Object.entries(differences).map(([name, text]) => `  - \`${nameOf(name)}\`: ${text}`);
  return [
    `### ${title}: ${there.length} of PyTorch’s ${all.length}\n`,
    ...(note === undefined ? [] : [`${note}\n`]),
    `- There (${alike.length}): ${quoted(alike)}`,
    `- There with differences (${lines.length})${lines.length > 0 ? ':' : ': none'}`,
    ...lines,
    `- Missing (${missing.length}): ${quoted(missing)}`,
    `- Ours alone (${own.length}): ${quoted(own)}\n`,
  ].join('\n');
}

/** A graded table for each part of the package that is written by hand. */
export function gradedTables(): string {
  return spaces.map(table).join('\n');
}
