/** Dropout (Srivastava et al., 2014) of elements and of channels. */
import {
  alphaDropout as alphaDropoutOf,
  alphaDropout_,
  dropout as dropoutOf,
  dropout_,
  featureAlphaDropout as featureAlphaDropoutOf,
  featureAlphaDropout_,
  featureDropout,
  featureDropout_,
} from '../../generated/functions.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { checkNdim } from '../checks.js';
import { checkProbability } from '../options.js';
import type { InPlaceOptions } from './activation.js';

/** Options of the dropout functions. */
export interface DropoutOptions extends InPlaceOptions {
  /** Probability of dropping, in [0, 1]. @default 0.5 */
  p?: number;
  /** Drop at all. @default true for dropout(), dropout1d(), dropout2d() and dropout3d(), false for the alpha forms */
  training?: boolean;
}

type Drop = (x: Tensor, p: number, training: boolean) => Tensor;

function dropping(call: string, trains: boolean, plain: Drop, changed: Drop, ndims: readonly number[] = []) {
  return withOptions(
    call,
    ['p', 'training', 'inplace'],
    {},
    (x: Tensor, { p = 0.5, training = trains, inplace = false }: DropoutOptions): Tensor => {
      checkProbability(call, 'p', p);
      if (ndims.length === 0) return (inplace ? changed : plain)(x, p, training);
      checkNdim(call, x, ndims);
      const isSample = x.ndim === Math.min(...ndims);
      const batch = isSample ? x.unsqueeze(0) : x;
      const dropped = (inplace ? changed : plain)(batch, p, training);
      return isSample ? dropped.squeeze(0) : dropped;
    },
  );
}

/** Zeroes each element with probability p and scales the others by 1 / (1 - p). */
export const dropout = dropping('dropout', true, dropoutOf, dropout_);
/** Zeroes each channel of `[B, C, L]` or `[C, L]` with probability p. */
export const dropout1d = dropping('dropout1d', true, featureDropout, featureDropout_, [2, 3]);
/** Zeroes each channel of `[B, C, H, W]` with probability p; three dimensions are `[B, C, L]`, as in PyTorch. */
export const dropout2d = dropping('dropout2d', true, featureDropout, featureDropout_);
/** Zeroes each channel of `[B, C, D, H, W]` or `[C, D, H, W]` with probability p. */
export const dropout3d = dropping('dropout3d', true, featureDropout, featureDropout_, [4, 5]);
/** Dropout that keeps mean and variance of what selu() gives (Klambauer et al., 2017). */
export const alphaDropout = dropping('alphaDropout', false, alphaDropoutOf, alphaDropout_);
/** alphaDropout() of whole channels. */
export const featureAlphaDropout = dropping(
  'featureAlphaDropout',
  false,
  featureAlphaDropoutOf,
  featureAlphaDropout_,
);
