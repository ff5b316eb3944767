/** Runs the cases of fixtures/nn-cases.json, whose values nn-cases.py wrote with PyTorch. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import * as torch from '#torch/index.js';
import { nn, type Tensor } from '#torch/index.js';

import { headerOf } from './saved-tensors.js';

import type { Values } from './nn-fixtures.js';

/** A call of a module or a function, as the fixture has it. */
export interface Case {
  name: string;
  module?: string;
  function?: string;
  /** A function of nn.init, on a tensor of this shape. */
  init?: string;
  shape?: number[];
  args?: unknown[];
  options?: Record<string, unknown>;
  inputs?: unknown[];
  /** Options of forward(). */
  forward?: Record<string, unknown>;
  eval?: boolean;
  /** Message of the error that this call throws, as PyTorch raises one. */
  throws?: string;
}

/** What PyTorch says of a module. */
export interface Info {
  repr?: string;
  keys?: string[];
}

const fixture = (name: string): string => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

export const cases = JSON.parse(readFileSync(fixture('nn-cases.json'), 'utf8')) as Case[];

/** Expected tensors by `case/kind/key`, and what is known of each case. */
export function readExpected(): { tensors: Map<string, Values>; infos: Record<string, Info> } {
  const file = headerOf(fixture('nn-cases.safetensors'));
  const tensors = new Map(
    [...torch.allFromRaw(file.tensors)].map(([name, tensor]) => [
      name,
      { shape: tensor.shape, data: [...tensor.to('float64').toTypedArray()].map(Number) },
    ]),
  );
  return { tensors, infos: JSON.parse(file.metadata.cases ?? '{}') as Record<string, Info> };
}

interface Recipe {
  randn?: number[];
  rand?: number[];
  /** No gradient is asked for. */
  constant?: boolean;
  softmax?: number[];
  below?: number;
  shape?: number[];
  sign?: number[];
  bool?: torch.TensorData;
  int?: torch.TensorData;
  ones?: number[];
  zeros?: number[];
  infinity?: number;
  module?: string;
}

/** A value of a case: plain JSON, or a tensor or module from its recipe. Draws come from the default generator. */
function make(spec: unknown): unknown {
  if (typeof spec !== 'object' || spec === null || Array.isArray(spec)) return spec;
  const recipe = spec as Recipe;
  const drawn = (tensor: Tensor): Tensor => (recipe.constant ? tensor : tensor.requiresGrad_());
  if (recipe.randn) return drawn(torch.randn(recipe.randn));
  if (recipe.rand) return drawn(torch.rand(recipe.rand));
  if (recipe.softmax) return torch.randn(recipe.softmax).softmax(1);
  if (recipe.below) return torch.randint(0, recipe.below, recipe.shape ?? []);
  if (recipe.sign) return torch.randint(0, 2, recipe.sign).mul(2).sub(1).float();
  if (recipe.bool) return torch.tensor(recipe.bool, { dtype: 'bool' });
  if (recipe.int) return torch.tensor(recipe.int, { dtype: 'int64' });
  if (recipe.ones) return torch.ones(recipe.ones);
  if (recipe.zeros) return torch.zeros(recipe.zeros);
  if (recipe.infinity) return recipe.infinity * Infinity;
  if (recipe.module) return build(spec as Case);
  throw new Error(`unknown recipe ${JSON.stringify(spec)}`);
}

function options(spec: Record<string, unknown> | undefined): Record<string, unknown>[] {
  return spec === undefined
    ? []
    : [Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, make(value)]))];
}

type AnyModule = nn.Module & { forward(...args: unknown[]): Tensor | [Tensor, Tensor | null] };

/** The module of a case. */
function build({ module = '', args = [], options: named }: Case): AnyModule {
  const constructors = nn as unknown as Record<string, new (...args: unknown[]) => AnyModule>;
  const constructor = constructors[module];
  if (constructor === undefined) throw new Error(`there is no nn.${module}`);
  return new constructor(...args.map(make), ...options(named));
}

/** The outputs of a case, its inputs, and its module where it has one. */
export interface Run {
  module: nn.Module | null;
  inputs: unknown[];
  outputs: Tensor[];
}

/** Runs a case from its seed, with a look at the new module before it is used. */
export function run(one: Case, seed: number, atStart: (module: nn.Module) => void = () => undefined): Run {
  torch.manualSeed(seed);
  const module = one.module === undefined ? null : build(one);
  if (module !== null) atStart(module);
  if (one.eval) module?.eval();
  const inputs = (one.inputs ?? []).map(make);
  const result =
    module === null ? callFunction(one, inputs) : module.forward(...inputs, ...options(one.forward));
  const results: (Tensor | null)[] = Array.isArray(result) ? result : [result];
  const outputs = results.filter((y) => y !== null);
  return { module, inputs, outputs };
}

function callFunction(one: Case, inputs: unknown[]): Tensor | [Tensor, Tensor | null] {
  const functions = nn.functional as unknown as Record<
    string,
    (...args: unknown[]) => Tensor | [Tensor, Tensor | null]
  >;
  if (one.init !== undefined) {
    const init = nn.init as unknown as Record<string, (...args: unknown[]) => Tensor>;
    const tensor = torch.empty(one.shape ?? []);
    return init[one.init]?.(tensor, ...(one.args ?? []), ...options(one.options)) ?? tensor;
  }
  const call = functions[one.function ?? ''];
  if (call === undefined) throw new Error(`there is no nn.functional.${one.function ?? ''}`);
  return call(...inputs, ...(one.args ?? []).map(make), ...options(one.options));
}

/** Σ over the outputs that require gradients of (y · linspace(-1, 1)).sum(), differentiated. */
export function backwardAll(outputs: readonly Tensor[]): void {
  const losses = outputs
    .filter((y) => y.requiresGrad)
    .map((y) => y.mul(torch.linspace(-1, 1, y.numel()).view(y.shape)).sum());
  if (losses.length > 0) torch.autograd.backward(losses);
}
