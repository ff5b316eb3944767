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
/** self += other·alpha */
export const foreachAdd: (self: Ids, other: Ids, alpha: number) => void = inPlace('_foreach_add_', 'List');
/** self += scalar */
export const foreachAddScalar: (self: Ids, scalar: number) => void = inPlace('_foreach_add_', 'Scalar');
/** self += scalars, one for each tensor. */
export const foreachAddScalars: (self: Ids, scalars: readonly number[]) => void = inPlace(
  '_foreach_add_',
  'ScalarList',
);
/** self *= other, other one tensor of one element. */
export const foreachMulTensor: (self: Ids, other: TensorId) => void = inPlace('_foreach_mul_', 'Tensor');
/** self *= other */
export const foreachMul: (self: Ids, other: Ids) => void = inPlace('_foreach_mul_', 'List');
/** self *= scalar */
export const foreachMulScalar: (self: Ids, scalar: number) => void = inPlace('_foreach_mul_', 'Scalar');
/** self *= scalars, one for each tensor. */
export const foreachMulScalars: (self: Ids, scalars: readonly number[]) => void = inPlace(
  '_foreach_mul_',
  'ScalarList',
);
/** self /= other */
export const foreachDiv: (self: Ids, other: Ids) => void = inPlace('_foreach_div_', 'List');
/** self += a·b·value */
export const foreachAddcmul: (self: Ids, a: Ids, b: Ids, value: number) => void = inPlace(
  '_foreach_addcmul_',
  'Scalar',
);
/** self += a/b·value */
export const foreachAddcdiv: (self: Ids, a: Ids, b: Ids, value: number) => void = inPlace(
  '_foreach_addcdiv_',
  'Scalar',
);
/** self += a/b·values, one for each tensor. */
export const foreachAddcdivScalars: (self: Ids, a: Ids, b: Ids, values: readonly number[]) => void = inPlace(
  '_foreach_addcdiv_',
  'ScalarList',
);
/** self += weight·(end - self) */
export const foreachLerp: (self: Ids, end: Ids, weight: number) => void = inPlace('_foreach_lerp_', 'Scalar');
/** self ← √self */
export const foreachSqrt: (self: Ids) => void = inPlace('_foreach_sqrt_');
/** self ← 1/self */
export const foreachReciprocal: (self: Ids) => void = inPlace('_foreach_reciprocal_');
/** self ← max(self, other) */
export const foreachMaximum: (self: Ids, other: Ids) => void = inPlace('_foreach_maximum_', 'List');
/** self ← min(max(self, least), most), by two calls. */
export const foreachClampMin: (self: Ids, least: number) => void = inPlace('_foreach_clamp_min_', 'Scalar');
export const foreachClampMax: (self: Ids, most: number) => void = inPlace('_foreach_clamp_max_', 'Scalar');
/** self ← source, converting dtypes. */
export const foreachCopy: (self: Ids, source: Ids) => void = inPlace('_foreach_copy_');

/** Norms, each of no dimension. */
export const foreachNorm: (self: Ids, order: number) => TensorId[] = results('_foreach_norm', 'Scalar');
/** -self */
export const foreachNeg: (self: Ids) => TensorId[] = results('_foreach_neg');
/** |self| */
export const foreachAbs: (self: Ids) => TensorId[] = results('_foreach_abs');
/** -1, 0 or 1 */
export const foreachSign: (self: Ids) => TensorId[] = results('_foreach_sign');
/** √self */
export const foreachSqrtOf: (self: Ids) => TensorId[] = results('_foreach_sqrt');
/** self + other·alpha */
export const foreachSum: (self: Ids, other: Ids, alpha: number) => TensorId[] = results(
  '_foreach_add',
  'List',
);
/** self + scalar */
export const foreachSumScalar: (self: Ids, scalar: number) => TensorId[] = results('_foreach_add', 'Scalar');
/** self / scalars, one for each tensor. */
export const foreachQuotient: (self: Ids, scalars: readonly number[]) => TensorId[] = results(
  '_foreach_div',
  'ScalarList',
);
/** self + weight·(end - self) */
export const foreachLerpOf: (self: Ids, end: Ids, weight: number) => TensorId[] = results(
  '_foreach_lerp',
  'Scalar',
);
/** self + a·b·value */
export const foreachAddcmulOf: (self: Ids, a: Ids, b: Ids, value: number) => TensorId[] = results(
  '_foreach_addcmul',
  'Scalar',
);

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

/** A step of Adam for all parameters in one pass; does nothing where foundInf is 1. `lr` is a number, or the id of a tensor. */
export type FusedAdam = (
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
) => void;
export const fusedAdamW: FusedAdam = inPlace('_fused_adamw_');
export const fusedAdam: FusedAdam = inPlace('_fused_adam_');
/** The same, the rate being the id of a tensor of one element. */
export const fusedAdamWOnDevice: FusedAdam = inPlace('_fused_adamw_', 'tensor_lr');
export const fusedAdamOnDevice: FusedAdam = inPlace('_fused_adam_', 'tensor_lr');

/** Adagrad of all parameters in one pass; does nothing where foundInf is 1. */
export const fusedAdagrad: (
  params: Ids,
  grads: Ids,
  sums: Ids,
  steps: Ids,
  lr: number,
  lrDecay: number,
  weightDecay: number,
  eps: number,
  maximize: boolean,
  gradScale: null,
  foundInf: TensorId | null,
) => void = inPlace('_fused_adagrad_');

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
