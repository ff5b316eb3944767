/** Gradients compared with differences of the function's values. */
import { randn, zeros } from '../generated/functions.js';
import { enableGrad, noGrad } from '../modes.js';
import { checkOptions, type OptionNames } from '../options.js';
import { scope } from '../scope.js';
import { isTensor, type Tensor } from '../tensor.js';
import { grad } from './gradients.js';
import { expectFunction, expectTensors } from '../expect.js';

/** A function of tensors. */
export type TensorFunction = (...inputs: Tensor[]) => Tensor | readonly Tensor[];

/** Options of gradcheck() and gradgradcheck(). */
export interface GradcheckOptions {
  /** Half the distance between the two values of a difference. @default 1e-6 */
  eps?: number;
  /** Absolute tolerance. @default 1e-5 */
  atol?: number;
  /** Tolerance relative to the difference. @default 1e-3 */
  rtol?: number;
  /** Throw rather than return false. @default true */
  raiseException?: boolean;
}
const gradcheckOptions: OptionNames<GradcheckOptions> = {
  eps: true,
  atol: true,
  rtol: true,
  raiseException: true,
};

/**
 * Whether the gradients of `f` by those inputs that require gradients are, within the tolerances, the differences
 * (f(x + eps) - f(x - eps)) / 2·eps, for every element of every output.
 * @param inputs float64 tensors; in other types the rounding is larger than the tolerances.
 * @throws Error that names the output, input and element of the largest deviation, unless raiseException is false.
 */
export function gradcheck(
  f: TensorFunction,
  inputs: readonly Tensor[],
  options: GradcheckOptions = {},
): boolean {
  const {
    eps = 1e-6,
    atol = 1e-5,
    rtol = 1e-3,
    raiseException = true,
  } = checkOptions('gradcheck', options, gradcheckOptions);
  expectFunction('gradcheck', 'f', f);
  expectTensors('gradcheck', 'inputs', inputs);
  const checked = inputs.flatMap((input, index) => (input.requiresGrad ? [{ input, index }] : []));
  if (checked.length === 0) throw new Error('gradcheck: none of the inputs requires gradients');
  for (const { input, index } of checked) checkInput(input, index);
  const failure = scope(() => {
    const analytical = slopes(
      f,
      inputs,
      checked.map(({ input }) => input),
    );
    for (const [position, { input, index }] of checked.entries()) {
      const numerical = differences(f, inputs, input, eps);
      const found = deviation(
        analytical.map((rows) => rows[position] ?? []),
        numerical,
        { atol, rtol },
      );
      if (found !== undefined) return `${found} of input ${index}`;
    }
    return undefined;
  });
  if (failure === undefined) return true;
  if (raiseException) throw new Error(`gradcheck: ${failure}`);
  return false;
}

/**
 * Whether the gradients of the gradients of `f` are right: gradcheck() of its backward pass, by the inputs and by the gradients of
 * its outputs.
 * @param gradOutputs Gradients of the outputs; random numbers where left out.
 */
export function gradgradcheck(
  f: TensorFunction,
  inputs: readonly Tensor[],
  gradOutputs: readonly Tensor[] | null = null,
  options: GradcheckOptions = {},
): boolean {
  checkOptions('gradgradcheck', options, gradcheckOptions);
  expectFunction('gradgradcheck', 'f', f);
  expectTensors('gradgradcheck', 'inputs', inputs);
  if (gradOutputs !== null) expectTensors('gradgradcheck', 'gradOutputs', gradOutputs);
  const outputs = outputsOf(f, inputs).filter(({ requiresGrad }) => requiresGrad);
  const given = gradOutputs ?? outputs.map(({ shape, dtype }) => randn(shape, { dtype }).requiresGrad_());
  const count = inputs.length;
  return gradcheck(
    (...all) => {
      const own = all.slice(0, count).filter(({ requiresGrad }) => requiresGrad);
      const results = enableGrad(() => outputsOf(f, all.slice(0, count)));
      const used = results.filter(({ requiresGrad }) => requiresGrad);
      const gradients = enableGrad(() =>
        grad(used, own, { gradOutputs: all.slice(count), createGraph: true, allowUnused: true }),
      );
      return gradients.filter((gradient) => gradient !== null);
    },
    [...inputs, ...given],
    options,
  );
}

function checkInput(input: Tensor, index: number): void {
  if (input.dtype !== 'float64') {
    throw new TypeError(`gradcheck: expected float64 for input ${index} but received ${input.dtype}`);
  }
  if (input.strides.some((stride, dim) => stride === 0 && (input.shape[dim] ?? 0) > 1)) {
    throw new Error(
      `gradcheck: elements of input ${index} share memory, as after expand(): clone() it first`,
    );
  }
}

function outputsOf(f: TensorFunction, inputs: readonly Tensor[]): Tensor[] {
  const result = f(...inputs);
  const outputs = isTensor(result) ? [result] : result;
  expectTensors('gradcheck', 'the value of f', outputs);
  return [...outputs];
}

// By output and input: one row for each element of the output, of the gradients by all elements of the input.
function slopes(f: TensorFunction, inputs: readonly Tensor[], by: readonly Tensor[]): number[][][][] {
  const outputs = outputsOf(f, inputs);
  return outputs.map((output) => {
    const rows: number[][][] = by.map(() => []);
    for (let i = 0; i < output.numel(); i++) {
      const direction = zeros([output.numel()], { dtype: output.dtype });
      direction.select(0, i).fill_(1);
      const gradients = output.requiresGrad
        ? grad([output], by, {
            gradOutputs: [direction.view(output.shape)],
            retainGraph: true,
            allowUnused: true,
          })
        : by.map(() => null);
      for (const [k, gradient] of gradients.entries()) {
        const numbers =
          gradient === null ? new Array<number>(by[k]?.numel() ?? 0).fill(0) : numbersOf(gradient);
        rows[k]?.push(numbers);
      }
    }
    return rows;
  });
}

// By output: one column for each element of the input, of the slopes of all elements of the output.
function differences(f: TensorFunction, inputs: readonly Tensor[], input: Tensor, eps: number): number[][][] {
  const columns: number[][][] = [];
  noGrad(() => {
    const elements = input.detach();
    for (let i = 0; i < input.numel(); i++) {
      const place = elementOf(elements, i);
      const before = place.item();
      const at = (value: number): number[][] => {
        place.fill_(value);
        return scope(() => outputsOf(f, inputs).map(numbersOf));
      };
      const [above, below] = [at(before + eps), at(before - eps)];
      place.fill_(before);
      for (const [k, values] of above.entries()) {
        (columns[k] ??= []).push(values.map((value, j) => (value - (below[k]?.[j] ?? NaN)) / (2 * eps)));
      }
    }
  });
  return columns;
}

// A view of the element that is `index`-th in row-major order, whatever the strides.
function elementOf(tensor: Tensor, index: number): Tensor {
  let view = tensor;
  let rest = index;
  for (const size of [...tensor.shape].reverse()) {
    view = view.select(-1, rest % size);
    rest = Math.floor(rest / size);
  }
  return view;
}

function numbersOf(tensor: Tensor): number[] {
  return Array.from(tensor.detach().to('float64').toTypedArray(), Number);
}

function deviation(
  analytical: readonly (readonly (readonly number[])[])[],
  numerical: readonly (readonly (readonly number[])[])[],
  { atol, rtol }: { atol: number; rtol: number },
): string | undefined {
  let worst = { excess: 0, text: '' };
  for (const [k, rows] of analytical.entries()) {
    for (const [i, row] of rows.entries()) {
      for (const [j, slope] of row.entries()) {
        const difference = numerical[k]?.[j]?.[i] ?? NaN;
        const excess = Math.abs(slope - difference) - (atol + rtol * Math.abs(difference));
        if (excess <= worst.excess && !Number.isNaN(excess)) continue;
        worst = {
          excess: Number.isNaN(excess) ? Infinity : excess,
          text: `backward() gives ${slope} where differences give ${difference}, for element ${i} of output ${k} by element ${j}`,
        };
      }
    }
  }
  return worst.text === '' ? undefined : worst.text;
}
