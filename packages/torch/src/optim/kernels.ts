/**
 * The fused and foreach operators that optimizers stand on. They take lists of ids, not of tensors: a list of
 * parameters is turned into ids once and passed to several of them.
 */
import { native, type TensorId } from '../native.js';

/** Ids of tensors of one dtype on one device. */
export type Ids = readonly TensorId[];

function inPlace(name: string, overload = ''): (...args: unknown[]) => void {
  let handle = -1;
  return (...args) => {
    if (handle < 0) handle = native.findOperator(`aten::${name}`, overload);
    native.callInPlace(handle, ...args);
  };
}

function results(name: string, overload = ''): (...args: unknown[]) => TensorId[] {
  let handle = -1;
  return (...args) => {
    if (handle < 0) handle = native.findOperator(`aten::${name}`, overload);
    return native.call(handle, ...args) as TensorId[];
  };
}

/** self += other·alpha, other one tensor of one element. */
export const foreachAddTensor: (self: Ids, other: TensorId, alpha: number) => void = inPlace(
  '_foreach_add_',
  'Tensor',
);
/** self += scalar */
export const foreachAddScalar: (self: Ids, scalar: number) => void = inPlace('_foreach_add_', 'Scalar');
/** self *= other, other one tensor of one element. */
export const foreachMulTensor: (self: Ids, other: TensorId) => void = inPlace('_foreach_mul_', 'Tensor');
/** self += weight·(end - self) */
export const foreachLerp: (self: Ids, end: Ids, weight: number) => void = inPlace('_foreach_lerp_', 'Scalar');
/** self ← source, converting dtypes. */
export const foreachCopy: (self: Ids, source: Ids) => void = inPlace('_foreach_copy_');
/** Norms, each of no dimension. */
export const foreachNorm: (self: Ids, order: number) => TensorId[] = results('_foreach_norm', 'Scalar');
/** self *= inverseScale, and foundInf ← 1 where an element is not finite. */
export const unscale: (self: Ids, foundInf: TensorId, inverseScale: TensorId) => void = inPlace(
  '_amp_foreach_non_finite_check_and_unscale_',
);
/** The next loss scale and growth count. */
export const updateScale: (
  scale: TensorId,
  growthTracker: TensorId,
  foundInf: TensorId,
  growth: number,
  backoff: number,
  interval: number,
) => void = inPlace('_amp_update_scale_');

/** AdamW of all parameters in one pass; does nothing where foundInf is 1. */
export const fusedAdamW: (
  params: Ids,
  grads: Ids,
  expAvgs: Ids,
  expAvgSqs: Ids,
  maxExpAvgSqs: Ids,
  steps: Ids,
  lr: number,
  beta1: number,
  beta2: number,
  weightDecay: number,
  eps: number,
  amsgrad: boolean,
  maximize: boolean,
  gradScale: null,
  foundInf: TensorId | null,
) => void = inPlace('_fused_adamw_');

/** SGD of all parameters in one pass; does nothing where foundInf is 1. */
export const fusedSgd: (
  params: Ids,
  grads: Ids,
  momentumBuffers: Ids,
  weightDecay: number,
  momentum: number,
  lr: number,
  dampening: number,
  nesterov: boolean,
  maximize: boolean,
  isFirstStep: boolean,
  gradScale: null,
  foundInf: TensorId | null,
) => void = inPlace('_fused_sgd_');
