/** Gradients by functions rather than methods. */
import { native } from '../native.js';
import { checkOptions, type OptionNames } from '../options.js';
import { type BackwardOptions, backwardOptions, idOf, Tensor } from '../tensor.js';
import { expectArray, expectTensors } from '../expect.js';

/** Options of grad(). */
export interface GradOptions {
  /** Gradients of the final value by the outputs; may be left out for outputs of one element. */
  gradOutputs?: readonly (Tensor | null)[];
  retainGraph?: boolean;
  createGraph?: boolean;
  /** Give null for inputs that the outputs do not depend on, rather than throw. @default false */
  allowUnused?: boolean;
}

const gradOptions: OptionNames<GradOptions> = {
  gradOutputs: true,
  retainGraph: true,
  createGraph: true,
  allowUnused: true,
};

/** Gradients of the outputs by the inputs, without touching any `grad`. */
export function grad(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  options?: GradOptions & { allowUnused?: false },
): Tensor[];
export function grad(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  options: GradOptions,
): (Tensor | null)[];
export function grad(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  options: GradOptions = {},
): (Tensor | null)[] {
  expectTensors('autograd.grad', 'outputs', outputs);
  expectTensors('autograd.grad', 'inputs', inputs);
  const { gradOutputs, retainGraph, createGraph, allowUnused } = checkOptions('grad', options, gradOptions);
  return native
    .gradients(
      outputs.map(idOf),
      inputs.map(idOf),
      idsOrNull(gradOutputs),
      retainGraph,
      createGraph,
      allowUnused,
    )
    .map((id) => (id === null ? null : new Tensor(id)));
}

/** Gathers in every leaf the gradients of several tensors at once. */
export function backward(
  tensors: readonly Tensor[],
  gradients?: readonly (Tensor | null)[],
  options: BackwardOptions = {},
): void {
  expectTensors('autograd.backward', 'tensors', tensors);
  const { retainGraph, createGraph, inputs } = checkOptions('backward', options, backwardOptions);
  native.backward(
    tensors.map(idOf),
    idsOrNull(gradients),
    retainGraph,
    createGraph,
    inputs === undefined ? null : inputs.map(idOf),
  );
}

function idsOrNull(list: readonly (Tensor | null)[] | null | undefined): (number | null)[] | null {
  if (list === undefined || list === null) return null;
  expectArray('autograd', 'the gradients of the outputs', list);
  return list.map((tensor) => (tensor === null ? null : idOf(tensor)));
}
