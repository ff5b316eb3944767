/** Tensors as text, by the rules of PyTorch's printer with its default settings. */
import { inspect } from 'node:util';

import { noGrad } from './modes.js';
import { callOperator } from './operator.js';
import { scope } from './scope.js';
import type { Tensor } from './tensor.js';

const digits = 4;
const lineWidth = 80;
/** Tensors with more elements show only the first and last few of each dimension. */
const summarizeAbove = 1000;
const edge = 3;

/** Elements of the part that is shown, in row-major order; complex ones as pairs. */
type Elements = ArrayLike<number | bigint>;

/** How the elements of one tensor are written, so that columns line up. */
interface Format {
  width: number;
  write(value: number | bigint): string;
}

const prefix = 'tensor(';

/** What this file adds to Tensor. */
export interface PrintingMethods {
  /** As PyTorch prints it. */
  toString(): string;
  [inspect.custom](): string;
}

/** Gives tensors these methods. */
export function attachPrinting(prototype: object): void {
  const methods = {
    toString(this: Tensor): string {
      return formatTensor(this);
    },
    [inspect.custom](this: Tensor): string {
      return this.isDisposed ? 'Tensor (disposed)' : formatTensor(this);
    },
  };
  for (const name of Reflect.ownKeys(methods)) {
    const value: unknown = Reflect.get(methods, name);
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  }
}

/** The tensor as PyTorch prints it: elements, then what is not the default (device, size, dtype, gradient). */
function formatTensor(tensor: Tensor): string {
  const { shape, dtype, device } = tensor;
  const isEmpty = tensor.numel() === 0;
  const hasData = device !== 'meta' && tensor.layout === 'strided';
  const suffixes: string[] = [];
  if (device !== 'cpu') suffixes.push(`device='${device}'`);
  if (!hasData || (isEmpty && shape.length !== 1)) suffixes.push(`size=${tuple(shape)}`);
  // The elements tell whole numbers, booleans and complex numbers; where there are none, only float32 goes unsaid.
  const unsaid = hasData && !isEmpty ? dtype === 'int64' || dtype === 'bool' || dtype === 'complex64' : false;
  if (dtype !== 'float32' && !unsaid) suffixes.push(`dtype=torch.${dtype}`);
  if (tensor.layout !== 'strided') suffixes.push(`layout=torch.${tensor.layout}`);
  const { gradFn } = tensor;
  if (gradFn !== null) suffixes.push(`grad_fn=<${gradFn}>`);
  else if (tensor.requiresGrad) suffixes.push('requires_grad=True');
  const body = !hasData ? '...' : isEmpty ? '[]' : formatElements(tensor);
  return addSuffixes(prefix + body, suffixes);
}

function formatElements(tensor: Tensor): string {
  const { shape, dtype } = tensor;
  const isSummary = tensor.numel() > summarizeAbove;
  const elements = scope(() => noGrad(() => readElements(isSummary ? edgesOf(tensor) : tensor)));
  if (!dtype.startsWith('complex')) {
    const format = /float/.test(dtype) ? floatFormat(elements) : wholeFormat(elements, dtype === 'bool');
    return layOut(shape, isSummary, format.width, (i) => format.write(elements[i] ?? 0));
  }
  const part = (offset: number): number[] =>
    Array.from({ length: elements.length / 2 }, (_, i) => Number(elements[2 * i + offset]));
  const [reals, imaginaries] = [part(0), part(1)];
  const [real, imaginary] = [floatFormat(reals), floatFormat(imaginaries)];
  return layOut(shape, isSummary, real.width + imaginary.width + 1, (i) => {
    const second = `${imaginary.write(imaginaries[i] ?? 0)}j`.trimStart();
    return real.write(reals[i] ?? 0) + (/^[-+]/.test(second) ? '' : '+') + second;
  });
}

/** The first and last three slices of each dimension that has more than six. */
function edgesOf(tensor: Tensor): Tensor {
  return tensor.shape.reduce((part, size, dim) => {
    if (size <= 2 * edge) return part;
    const ends = [part.narrow(dim, 0, edge), part.narrow(dim, size - edge, edge)];
    // Not indexSelect(), which the larger unsigned types lack.
    return callOperator('aten::cat', '', ends, dim) as Tensor;
  }, tensor.detach());
}

function readElements(tensor: Tensor): Elements {
  const { dtype } = tensor;
  if (dtype === 'complex32') return tensor.to('complex64').toTypedArray();
  // Types without a typed array of their own.
  if (dtype.startsWith('float8') || dtype === 'float16' || dtype === 'bfloat16')
    return tensor.toFloat32Array();
  return tensor.toTypedArray();
}

function wholeFormat(elements: Elements, isBool: boolean): Format {
  const write = (value: number | bigint): string =>
    isBool ? (Number(value) !== 0 ? 'True' : 'False') : String(value);
  return padded(elements, write);
}

/** Whole numbers as `1.`, others with four decimals, and all in scientific notation where they spread too far. */
function floatFormat(elements: Elements): Format {
  const values = Array.from(elements, Number).filter((value) => Number.isFinite(value) && value !== 0);
  // Zeros, infinities and nan alone: nothing to line up.
  if (values.length === 0) return padded([], (value) => plain(Number(value)));
  let [least, most] = [Infinity, 0];
  for (const value of values) {
    least = Math.min(least, Math.abs(value));
    most = Math.max(most, Math.abs(value));
  }
  if (most / least > 1000 || most > 1e8 || least < 1e-4) {
    return padded(values, (value) => scientific(Number(value)));
  }
  if (values.every(Number.isInteger)) return padded(values, (value) => plain(Number(value)));
  return padded(values, (value) => fixed(Number(value)));
}

// The width comes from the elements given, which leave out nan and infinities: those may stick out, as in PyTorch.
function padded(elements: Elements, write: Format['write']): Format {
  let width = 1;
  for (let i = 0; i < elements.length; i++) width = Math.max(width, write(elements[i] ?? 0).length);
  return { width, write: (value) => write(value).padStart(width) };
}

function plain(value: number): string {
  return Number.isFinite(value) ? `${signed(value, (size) => size.toFixed(0))}.` : special(value);
}
function fixed(value: number): string {
  if (!Number.isFinite(value)) return special(value);
  return signed(value, (size) => evenOnTies(size.toFixed(100), size.toFixed(digits)));
}
function scientific(value: number): string {
  if (!Number.isFinite(value)) return special(value);
  return signed(value, (size) => {
    const [mantissa = '', exponent = '+0'] = size.toExponential(digits).split('e');
    const [exact = ''] = size.toExponential(100).split('e');
    return `${evenOnTies(exact, mantissa)}e${exponent[0] ?? '+'}${exponent.slice(1).padStart(2, '0')}`;
  });
}
function special(value: number): string {
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}
function signed(value: number, write: (size: number) => string): string {
  return (value < 0 || Object.is(value, -0) ? '-' : '') + write(Math.abs(value));
}

// JavaScript rounds a number just between two decimals up, C and Python to the even one.
function evenOnTies(exact: string, rounded: string): string {
  const kept = exact.slice(0, exact.indexOf('.') + 1 + digits);
  const isTie = /^50*$/.test(exact.slice(kept.length));
  return isTie && Number(kept.at(-1)) % 2 === 0 ? kept : rounded;
}

/** Brackets, commas, line breaks and dots around the elements; `write` takes a place among those that are shown. */
function layOut(
  shape: readonly number[],
  isSummary: boolean,
  width: number,
  write: (place: number) => string,
): string {
  let next = 0;
  const build = (dim: number, indent: number): string => {
    const size = shape[dim];
    if (size === undefined) return write(next++);
    const isLast = dim === shape.length - 1;
    const hasGap = isSummary && size > 2 * edge;
    const parts: string[] = [];
    for (let i = 0; i < (hasGap ? 2 * edge : size); i++) {
      if (hasGap && i === edge) parts.push(isLast ? ' ...' : '...');
      parts.push(build(dim + 1, indent + 1));
    }
    const lineStart = ' '.repeat(indent + 1);
    if (!isLast) return `[${parts.join(`,${'\n'.repeat(shape.length - dim - 1)}${lineStart}`)}]`;
    const perLine = Math.max(1, Math.floor((lineWidth - indent) / (width + 2)));
    const lines: string[] = [];
    for (let i = 0; i < parts.length; i += perLine) lines.push(parts.slice(i, i + perLine).join(', '));
    return `[${lines.join(`,\n${lineStart}`)}]`;
  };
  return build(0, prefix.length);
}

function addSuffixes(body: string, suffixes: readonly string[]): string {
  let text = body;
  let lineLength = body.length - body.lastIndexOf('\n') + 1;
  for (const suffix of suffixes) {
    if (lineLength + suffix.length + 2 > lineWidth) {
      text += `,\n${' '.repeat(prefix.length)}${suffix}`;
      lineLength = prefix.length + suffix.length;
    } else {
      text += `, ${suffix}`;
      lineLength += suffix.length + 2;
    }
  }
  return `${text})`;
}

function tuple(shape: readonly number[]): string {
  return `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
}
