/** What a max-pooling left: its maxima back at their places, zeros elsewhere. */
import { maxUnpool2d as unpool2d, maxUnpool3d as unpool3d } from '../../generated/functions.js';
import { expectArray, expectTensor } from '../../expect.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { expandSizes, shapeText, type Sizes } from '../checks.js';

/** Options of maxUnpool1d(), maxUnpool2d() and maxUnpool3d(): those of the pooling. */
export interface MaxUnpoolOptions {
  /** @default the kernel size */
  stride?: Sizes | null;
  /** @default 0 */
  padding?: Sizes;
  /** Sizes of what was pooled, as several have the same result; a shape may be given whole. @default the smallest */
  outputSize?: readonly number[] | null;
}

interface Unpooling {
  size: number[];
  stride: number[];
  padding: number[];
}

function unpoolingOf(
  call: string,
  dims: number,
  x: Tensor,
  kernelSize: Sizes,
  { stride = null, padding = 0, outputSize = null }: MaxUnpoolOptions,
): Unpooling {
  if (outputSize !== null) expectArray(call, 'outputSize', outputSize);
  if (x.ndim !== dims + 1 && x.ndim !== dims + 2) {
    throw new Error(
      `${call}: expected ${dims + 1} or ${dims + 2} dimensions but received shape ${shapeText(x)}`,
    );
  }
  const kernel = expandSizes(call, 'kernelSize', dims, kernelSize);
  const steps = stride === null ? kernel : expandSizes(call, 'stride', dims, stride);
  const cells = expandSizes(call, 'padding', dims, padding);
  const smallest = x.shape
    .slice(-dims)
    .map((size, i) => (size - 1) * (steps[i] ?? 1) + (kernel[i] ?? 1) - 2 * (cells[i] ?? 0));
  const size = outputSize === null ? smallest : outputSize.slice(-dims);
  const fits = smallest.every((least, i) => Math.abs((size[i] ?? NaN) - least) < (steps[i] ?? 1));
  if (!fits) {
    throw new RangeError(
      `${call}: expected an outputSize less than a stride from [${smallest.join(', ')}] but received [${size.join(', ')}]`,
    );
  }
  return { size, stride: steps, padding: cells };
}

const order = ['stride', 'padding', 'outputSize'] as const;

/**
 * Puts maxima `[…, L]` to their places: `indices` as maxPool1dWithIndices() gives them.
 * @throws RangeError for an output size that this pooling cannot have had.
 */
export const maxUnpool1d = withOptions(
  'maxUnpool1d',
  order,
  {},
  (x: Tensor, indices: Tensor, kernelSize: Sizes, options: MaxUnpoolOptions): Tensor => {
    expectTensor('maxUnpool1d', 'indices', indices);
    const { size } = unpoolingOf('maxUnpool1d', 1, x, kernelSize, options);
    return unpool2d(x.unsqueeze(-1), indices.unsqueeze(-1), [...size, 1]).squeeze(-1);
  },
);

/** As maxUnpool1d(), for `[…, H, W]`. */
export const maxUnpool2d = withOptions(
  'maxUnpool2d',
  order,
  {},
  (x: Tensor, indices: Tensor, kernelSize: Sizes, options: MaxUnpoolOptions): Tensor =>
    unpool2d(x, indices, unpoolingOf('maxUnpool2d', 2, x, kernelSize, options).size),
);

/** As maxUnpool1d(), for `[…, D, H, W]`. */
export const maxUnpool3d = withOptions(
  'maxUnpool3d',
  order,
  {},
  (x: Tensor, indices: Tensor, kernelSize: Sizes, options: MaxUnpoolOptions): Tensor => {
    const { size, stride, padding } = unpoolingOf('maxUnpool3d', 3, x, kernelSize, options);
    return unpool3d(x, indices, size, stride, padding);
  },
);
