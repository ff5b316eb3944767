/** Gradient clipping. */
import { linalgVectorNorm, stack, zeros } from '../generated/functions.js';
import { noGrad } from '../modes.js';
import { native, type TensorId } from '../native.js';
import { checkOptions, type OptionNames } from '../options.js';
import { scope } from '../scope.js';
import { idOf, isTensor, type Tensor, wrap } from '../tensor.js';
import { foreachClampMax, foreachClampMin, foreachMulTensor, foreachNorm } from './kernels.js';
import { expectIterable } from '../expect.js';

/** Options of clipGradNorm_(). */
export interface ClipGradNormOptions {
  /** Order of the norm; Infinity is the largest absolute value. @default 2 */
  normType?: number;
  /** Throw for a norm of NaN or infinity, before any gradient is changed; this waits for the device. @default false */
  errorIfNonfinite?: boolean;
}

const clipOptions: OptionNames<ClipGradNormOptions> = { normType: true, errorIfNonfinite: true };

/**
 * Multiplies all gradients by min(1, maxNorm / (norm + 1e-6)), the norm being that of all of them as one vector.
 * Parameters without a gradient are passed over.
 * @returns the norm before clipping, of no dimension; reading it is what waits for the device.
 * @throws RangeError for a maxNorm below 0. @throws Error for a norm that is not finite, where that is asked for.
 */
export function clipGradNorm_(
  params: Tensor | Iterable<Tensor>,
  maxNorm: number,
  options: ClipGradNormOptions = {},
): Tensor {
  const { normType = 2, errorIfNonfinite = false } = checkOptions('clipGradNorm_', options, clipOptions);
  if (!isTensor(params)) expectIterable('clipGradNorm_', 'params', params);
  if (!(maxNorm >= 0)) {
    throw new RangeError(
      `clipGradNorm_: expected a number of at least 0 for maxNorm but received ${maxNorm}`,
    );
  }
  return scope(() =>
    noGrad(() => {
      const grads = gradientsOf(params);
      if (grads.length === 0) return zeros([]);
      const norm = linalgVectorNorm(stack(foreachNorm(grads, normType).map(wrap)), normType);
      if (errorIfNonfinite && !Number.isFinite(norm.item())) {
        throw new Error(`clipGradNorm_: the gradients' norm is ${norm.item()}, so they cannot be clipped`);
      }
      // Clamped rather than compared in JavaScript, which would have to wait for a device. The CPU is there already.
      const factor = norm.add(1e-6).reciprocal().mul(maxNorm).clampMax(1);
      if (factor.device !== 'cpu' || factor.item() !== 1) foreachMulTensor(grads, idOf(factor));
      return norm;
    }),
  );
}

/**
 * Brings every element of all gradients into [-clipValue, clipValue].
 * @throws RangeError for a clipValue below 0.
 */
export function clipGradValue_(params: Tensor | Iterable<Tensor>, clipValue: number): void {
  if (!isTensor(params)) expectIterable('clipGradValue_', 'params', params);
  if (!(clipValue >= 0)) {
    throw new RangeError(
      `clipGradValue_: expected a number of at least 0 for clipValue but received ${clipValue}`,
    );
  }
  scope(() =>
    noGrad(() => {
      const grads = gradientsOf(params);
      if (grads.length === 0) return;
      foreachClampMin(grads, -clipValue);
      foreachClampMax(grads, clipValue);
    }),
  );
}

function gradientsOf(params: Tensor | Iterable<Tensor>): TensorId[] {
  const list = isTensor(params) ? [params] : [...params];
  return list.map((param) => native.grad(idOf(param))).filter((grad) => grad !== null);
}
