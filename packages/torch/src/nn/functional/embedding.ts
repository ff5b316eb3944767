/** Embedding look-ups in the order of PyTorch's Python: indices first. */
import {
  embedding as embeddingOf,
  embeddingBag as embeddingBagOf,
  embeddingRenorm_,
  arange,
} from '../../generated/functions.js';
import { noGrad } from '../../modes.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { checkChoice, shapeText } from '../checks.js';
import { expectTensor } from '../../expect.js';

/** Options of embedding(). */
export interface EmbeddingFunctionOptions {
  /** Row that gets no gradient; negative ones count from the end. @default none */
  paddingIdx?: number | null;
  /** Scale the rows that are looked up, in place, to at most this norm. @default none */
  maxNorm?: number | null;
  /** Order of that norm. @default 2 */
  normType?: number;
  /** Divide the gradient of a row by how often it was looked up. @default false */
  scaleGradByFreq?: boolean;
  /** Give the weight a sparse gradient. @default false */
  sparse?: boolean;
}

/**
 * Rows of a table by index: int64 `[…]`, `[rows, D]` → `[…, D]`.
 * @throws RangeError for an index (on the CPU) or padding index outside of the table.
 */
export const embedding = withOptions(
  'embedding',
  ['paddingIdx', 'maxNorm', 'normType', 'scaleGradByFreq', 'sparse'],
  {},
  (
    indices: Tensor,
    weight: Tensor,
    {
      paddingIdx = null,
      maxNorm = null,
      normType = 2,
      scaleGradByFreq = false,
      sparse = false,
    }: EmbeddingFunctionOptions,
  ): Tensor => {
    const row = paddingIdx === null ? -1 : paddingRow('embedding', paddingIdx, weight);
    return withinTable('embedding', indices, weight, () => {
      if (maxNorm !== null) noGrad(() => embeddingRenorm_(weight, indices.contiguous(), maxNorm, normType));
      return embeddingOf(weight, indices, row, scaleGradByFreq, sparse);
    });
  },
);

/** A padding index from the front. @throws RangeError when it is outside of the table. */
export function paddingRow(call: string, paddingIdx: number, weight: Tensor): number {
  expectTensor(call, 'weight', weight);
  const rows = weight.shape[0] ?? 0;
  if (Number.isInteger(paddingIdx) && paddingIdx >= -rows && paddingIdx < rows)
    return paddingIdx < 0 ? paddingIdx + rows : paddingIdx;
  throw new RangeError(
    `${call}: expected an integer from ${-rows} to ${rows - 1} for paddingIdx but received ${paddingIdx}`,
  );
}

// libtorch finds an index outside only while it looks up; its words do not say which.
function withinTable(call: string, indices: Tensor, weight: Tensor, lookUp: () => Tensor): Tensor {
  expectTensor(call, 'weight', weight);
  try {
    return lookUp();
  } catch (error) {
    if (indices.device !== 'cpu' || weight.ndim !== 2 || indices.numel() === 0) throw error;
    const rows = weight.shape[0] ?? 0;
    const outside = [indices.min().item(), indices.max().item()].find((index) => index < 0 || index >= rows);
    if (outside === undefined) throw error;
    throw new RangeError(`${call}: expected indices from 0 to ${rows - 1} but received ${outside}`, {
      cause: error,
    });
  }
}

// The places are libtorch's numbers.
const bagModes = ['sum', 'mean', 'max'] as const;

/** Options of embeddingBag(). */
export interface EmbeddingBagOptions extends EmbeddingFunctionOptions {
  /** Where each bag begins, `[bags]`, for indices of one dimension. */
  offsets?: Tensor | null;
  /** What becomes of the rows of a bag. @default 'mean' */
  mode?: (typeof bagModes)[number];
  /** Factor of each row, of the shape of the indices, for mode `sum`. */
  perSampleWeights?: Tensor | null;
  /** Whether the last offset is the end of the last bag. @default false */
  includeLastOffset?: boolean;
}

/** Sums, means or maxima of bags of rows: int64 `[bags, n]` (or `[…]` with offsets), `[rows, D]` → `[bags, D]`. */
export const embeddingBag = withOptions(
  'embeddingBag',
  [
    'offsets',
    'maxNorm',
    'normType',
    'scaleGradByFreq',
    'mode',
    'sparse',
    'perSampleWeights',
    'includeLastOffset',
    'paddingIdx',
  ],
  {},
  (indices: Tensor, weight: Tensor, options: EmbeddingBagOptions): Tensor => {
    const { maxNorm = null, normType = 2, scaleGradByFreq = false, sparse = false } = options;
    const { perSampleWeights = null, paddingIdx = null } = options;
    const mode = checkChoice('embeddingBag', 'mode', bagModes, options.mode ?? 'mean');
    if (perSampleWeights !== null && mode !== 'sum') {
      throw new Error(`embeddingBag: perSampleWeights goes with mode 'sum', not with '${mode}'`);
    }
    if (perSampleWeights !== null && shapeText(perSampleWeights) !== shapeText(indices)) {
      throw new Error(
        `embeddingBag: expected perSampleWeights of shape ${shapeText(indices)} but received ${shapeText(perSampleWeights)}`,
      );
    }
    const { offsets, endsIncluded } = bagOffsets(indices, options);
    const [flat, weights] = [indices.reshape([-1]), perSampleWeights?.reshape([-1]) ?? null];
    const row = paddingIdx === null ? null : paddingRow('embeddingBag', paddingIdx, weight);
    return withinTable('embeddingBag', flat, weight, () => {
      if (maxNorm !== null) noGrad(() => embeddingRenorm_(weight, flat, maxNorm, normType));
      const code = bagModes.indexOf(mode);
      return embeddingBagOf(
        weight,
        flat,
        offsets,
        scaleGradByFreq,
        code,
        sparse,
        weights,
        endsIncluded,
        row,
      )[0];
    });
  },
);

function bagOffsets(
  indices: Tensor,
  { offsets = null, includeLastOffset = false }: EmbeddingBagOptions,
): { offsets: Tensor; endsIncluded: boolean } {
  const [, length] = indices.shape;
  if (indices.ndim === 2 && length !== undefined) {
    if (offsets !== null)
      throw new Error('embeddingBag: offsets go with indices of one dimension, not of two');
    const starts = arange(0, indices.numel(), length, { dtype: indices.dtype, device: indices.device });
    return { offsets: starts, endsIncluded: false };
  }
  if (indices.ndim !== 1) {
    throw new Error(
      `embeddingBag: expected indices of 1 or 2 dimensions but received shape ${shapeText(indices)}`,
    );
  }
  if (offsets?.ndim !== 1)
    throw new Error('embeddingBag: indices of one dimension need offsets of shape [bags]');
  return { offsets, endsIncluded: includeLastOffset };
}
