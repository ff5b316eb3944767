/** Activations: those whose options or names differ between PyTorch's Python and the operators below it. */
import {
  celu as celuOf,
  celu_,
  elu as eluOf,
  elu_,
  hardsigmoid as hardsigmoidOf,
  hardsigmoid_,
  hardswish as hardswishOf,
  hardswish_,
  hardtanh as hardtanhOf,
  hardtanh_,
  leakyRelu as leakyReluOf,
  leakyRelu_,
  logSoftmax as logSoftmaxOf,
  mish as mishOf,
  mish_,
  relu as reluOf,
  relu6 as relu6Of,
  relu6_,
  relu_,
  rrelu as rreluOf,
  rrelu_,
  selu as seluOf,
  selu_,
  silu as siluOf,
  silu_,
  softmax as softmaxOf,
  tanh,
  threshold as thresholdOf,
  threshold_,
  zerosLike,
} from '../../generated/functions.js';
import type { DType } from '../../dtype.js';
import type { Generator } from '../../generator.js';
import type { Tensor } from '../../tensor.js';
import { withOptions } from '../arguments.js';
import { checkDim } from '../checks.js';
import { expectTensor } from '../../expect.js';

/** Options of activations without parameters. */
export interface InPlaceOptions {
  /** Overwrite the input, which must not be needed for its own gradient. @default false */
  inplace?: boolean;
}

function activation(call: string, plain: (x: Tensor) => Tensor, changed: (x: Tensor) => Tensor) {
  return withOptions(call, ['inplace'], {}, (x: Tensor, { inplace = false }: InPlaceOptions): Tensor =>
    inplace ? changed(x) : plain(x),
  );
}

/** max(x, 0). */
export const relu = activation('relu', reluOf, relu_);
/** min(max(x, 0), 6). */
export const relu6 = activation('relu6', relu6Of, relu6_);
/** Self-normalizing exponential unit (Klambauer et al., 2017). */
export const selu = activation('selu', seluOf, selu_);
/** x·σ(x), also called swish. */
export const silu = activation('silu', siluOf, silu_);
/** x·tanh(softplus(x)) (Misra, 2019). */
export const mish = activation('mish', mishOf, mish_);
/** x·relu6(x + 3) / 6 (Howard et al., 2019). */
export const hardswish = activation('hardswish', hardswishOf, hardswish_);
/** relu6(x + 3) / 6. */
export const hardsigmoid = activation('hardsigmoid', hardsigmoidOf, hardsigmoid_);

/** Options of elu() and celu(). */
export interface EluOptions extends InPlaceOptions {
  /** @default 1 */
  alpha?: number;
}

/** x where positive, else alpha·(exp(x) - 1) (Clevert et al., 2016). */
export const elu = withOptions(
  'elu',
  ['alpha', 'inplace'],
  {},
  (x: Tensor, { alpha = 1, inplace = false }: EluOptions): Tensor =>
    inplace ? elu_(x, alpha) : eluOf(x, alpha),
);

/** x where positive, else alpha·(exp(x / alpha) - 1) (Barron, 2017). */
export const celu = withOptions(
  'celu',
  ['alpha', 'inplace'],
  {},
  (x: Tensor, { alpha = 1, inplace = false }: EluOptions): Tensor =>
    inplace ? celu_(x, alpha) : celuOf(x, alpha),
);

/** Options of leakyRelu(). */
export interface LeakyReluOptions extends InPlaceOptions {
  /** @default 0.01 */
  negativeSlope?: number;
}

/** x where positive, else negativeSlope·x. */
export const leakyRelu = withOptions(
  'leakyRelu',
  ['negativeSlope', 'inplace'],
  {},
  (x: Tensor, { negativeSlope = 0.01, inplace = false }: LeakyReluOptions): Tensor =>
    inplace ? leakyRelu_(x, negativeSlope) : leakyReluOf(x, negativeSlope),
);

/** Options of hardtanh(). */
export interface HardtanhOptions extends InPlaceOptions {
  /** @default -1 */
  minVal?: number;
  /** @default 1 */
  maxVal?: number;
}

/** x cut to [minVal, maxVal]. @throws RangeError when minVal is above maxVal. */
export const hardtanh = withOptions(
  'hardtanh',
  ['minVal', 'maxVal', 'inplace'],
  {},
  (x: Tensor, { minVal = -1, maxVal = 1, inplace = false }: HardtanhOptions): Tensor => {
    if (minVal > maxVal) {
      throw new RangeError(
        `hardtanh: expected minVal of at most maxVal but received ${minVal} and ${maxVal}`,
      );
    }
    return inplace ? hardtanh_(x, minVal, maxVal) : hardtanhOf(x, minVal, maxVal);
  },
);

/** x where above `threshold`, else `value`. */
export const threshold = withOptions(
  'threshold',
  ['inplace'],
  {},
  (x: Tensor, limit: number, value: number, { inplace = false }: InPlaceOptions): Tensor =>
    inplace ? threshold_(x, limit, value) : thresholdOf(x, limit, value),
);

/** Options of rrelu(). */
export interface RreluOptions extends InPlaceOptions {
  /** Least slope. @default 1/8 */
  lower?: number;
  /** Largest slope. @default 1/3 */
  upper?: number;
  /** Draw a slope for each element rather than take the middle one. @default false */
  training?: boolean;
  /** Where the slopes come from. @default the default generator of the device */
  generator?: Generator;
}

/** x where positive, else x times a random slope in [lower, upper). */
export const rrelu = withOptions(
  'rrelu',
  ['lower', 'upper', 'training', 'inplace'],
  { generator: true },
  (
    x: Tensor,
    { lower = 1 / 8, upper = 1 / 3, training = false, inplace = false, generator }: RreluOptions,
  ): Tensor =>
    inplace ? rrelu_(x, lower, upper, training, generator) : rreluOf(x, lower, upper, training, generator),
);

/** x / (1 + |x|). */
export function softsign(x: Tensor): Tensor {
  expectTensor('softsign', 'x', x);
  return x.div(x.abs().add(1));
}

/** x - tanh(x). */
export function tanhshrink(x: Tensor): Tensor {
  expectTensor('tanhshrink', 'x', x);
  return x.sub(tanh(x));
}

/** Options of softmax(), softmin() and logSoftmax(). */
export interface SoftmaxOptions {
  /** Computed and given in this type. @default that of the input */
  dtype?: DType;
}

/** exp(x) / sum of exp(x) along `dim`. */
export const softmax = withOptions(
  'softmax',
  [],
  { dtype: true },
  (x: Tensor, dim: number, { dtype }: SoftmaxOptions): Tensor =>
    softmaxOf(x, checkDim('softmax', dim), dtype),
);

/** softmax(-x). */
export const softmin = withOptions(
  'softmin',
  [],
  { dtype: true },
  (x: Tensor, dim: number, { dtype }: SoftmaxOptions): Tensor =>
    softmaxOf(x.neg(), checkDim('softmin', dim), dtype),
);

/** log(softmax(x)), computed without the loss of precision of taking the logarithm afterwards. */
export const logSoftmax = withOptions(
  'logSoftmax',
  [],
  { dtype: true },
  (x: Tensor, dim: number, { dtype }: SoftmaxOptions): Tensor =>
    logSoftmaxOf(x, checkDim('logSoftmax', dim), dtype),
);

/** Options of gumbelSoftmax(). */
export interface GumbelSoftmaxOptions {
  /** Temperature, above 0. @default 1 */
  tau?: number;
  /** Give one-hot vectors, with the gradient of the soft ones. @default false */
  hard?: boolean;
  /** @default -1 */
  dim?: number;
  /** Where the noise comes from. @default the default generator of the device */
  generator?: Generator;
}

/** A sample of the Gumbel-softmax distribution (Jang et al., 2017), along `dim`. */
export const gumbelSoftmax = withOptions(
  'gumbelSoftmax',
  ['tau', 'hard'],
  { dim: true, generator: true },
  (logits: Tensor, { tau = 1, hard = false, dim = -1, generator }: GumbelSoftmaxOptions): Tensor => {
    const gumbels = zerosLike(logits).exponential_(1, { generator }).log().neg();
    const soft = softmaxOf(logits.add(gumbels).div(tau), dim);
    if (!hard) return soft;
    const [, index] = soft.max(dim, true);
    const oneHot = zerosLike(logits).scatter_(dim, index, 1);
    return oneHot.sub(soft.detach()).add(soft);
  },
);
