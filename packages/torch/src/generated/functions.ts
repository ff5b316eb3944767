// Made by `npm run generate` from the schemas of libtorch. Do not edit.
import type { Device, DType } from '../dtype.js';
import type { Generator } from '../generator.js';
import { native } from '../native.js';
import { dispatch, ids, isB, isG, isL, isLN, isN, isOptT, isS, isStr, isT, isTs, OperatorTable, optGen, optId, wrapAll, wrapOpt } from '../operators/dispatch.js';
import type { Split } from '../operators/split.js';
import { idOf, type Tensor, wrap } from '../tensor.js';
import { schemas } from './schemas.js';

/** A number where torch takes an int, a float or a bool: whole numbers are ints. */
export type Scalar = number | bigint | boolean;
export type Layout = 'strided' | 'sparse_coo' | 'sparse_csr' | 'sparse_csc' | 'sparse_bsr' | 'sparse_bsc';
export type MemoryFormat = 'contiguous_format' | 'preserve_format' | 'channels_last' | 'channels_last_3d';

const table = new OperatorTable(schemas);

/** `_foreach_abs(Tensor[] self) -> Tensor[]` */
export function _foreachAbs(self: readonly Tensor[]): Tensor[];
export function _foreachAbs(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(0), ids(a0)));
  return dispatch(table, [0], arguments);
}

/** `_foreach_abs_(Tensor(a!)[] self) -> ()` */
export function _foreachAbs_(self: readonly Tensor[]): void;
export function _foreachAbs_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(1), ids(a0));
  return dispatch(table, [1], arguments);
}

/** `_foreach_acos(Tensor[] self) -> Tensor[]` */
export function _foreachAcos(self: readonly Tensor[]): Tensor[];
export function _foreachAcos(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(2), ids(a0)));
  return dispatch(table, [2], arguments);
}

/** `_foreach_acos_(Tensor(a!)[] self) -> ()` */
export function _foreachAcos_(self: readonly Tensor[]): void;
export function _foreachAcos_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(3), ids(a0));
  return dispatch(table, [3], arguments);
}

/** `_foreach_add.List(Tensor[] self, Tensor[] other, *, Scalar alpha=1) -> Tensor[]` */
export function _foreachAdd(self: readonly Tensor[], other: readonly Tensor[], options?: { alpha?: Scalar }): Tensor[];
export function _foreachAdd(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other'], { alpha?: Scalar }>): Tensor[];
/** `_foreach_add.Tensor(Tensor[] self, Tensor other, *, Scalar alpha=1) -> Tensor[]` */
export function _foreachAdd(self: readonly Tensor[], other: Tensor, options?: { alpha?: Scalar }): Tensor[];
export function _foreachAdd(...args: Split<[self: readonly Tensor[]], { other: Tensor }, ['other'], { alpha?: Scalar }>): Tensor[];
/** `_foreach_add.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
export function _foreachAdd(self: readonly Tensor[], scalar: Scalar): Tensor[];
export function _foreachAdd(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): Tensor[];
/** `_foreach_add.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
export function _foreachAdd(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
export function _foreachAdd(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): Tensor[];
export function _foreachAdd(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return wrapAll(native.call(table.handle(4), ids(a0), ids(a1)));
  if (n === 2 && isTs(a0) && isT(a1)) return wrapAll(native.call(table.handle(5), ids(a0), idOf(a1)));
  if (n === 2 && isTs(a0) && isS(a1)) return wrapAll(native.call(table.handle(6), ids(a0), a1));
  if (n === 2 && isTs(a0) && isL(a1)) return wrapAll(native.call(table.handle(7), ids(a0), a1));
  return dispatch(table, [4, 5, 6, 7], arguments);
}

/** `_foreach_add_.List(Tensor(a!)[] self, Tensor[] other, *, Scalar alpha=1) -> ()` */
export function _foreachAdd_(self: readonly Tensor[], other: readonly Tensor[], options?: { alpha?: Scalar }): void;
export function _foreachAdd_(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other'], { alpha?: Scalar }>): void;
/** `_foreach_add_.Tensor(Tensor(a!)[] self, Tensor other, *, Scalar alpha=1) -> ()` */
export function _foreachAdd_(self: readonly Tensor[], other: Tensor, options?: { alpha?: Scalar }): void;
export function _foreachAdd_(...args: Split<[self: readonly Tensor[]], { other: Tensor }, ['other'], { alpha?: Scalar }>): void;
/** `_foreach_add_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
export function _foreachAdd_(self: readonly Tensor[], scalar: Scalar): void;
export function _foreachAdd_(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): void;
/** `_foreach_add_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
export function _foreachAdd_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
export function _foreachAdd_(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): void;
export function _foreachAdd_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return native.call(table.handle(8), ids(a0), ids(a1));
  if (n === 2 && isTs(a0) && isT(a1)) return native.call(table.handle(9), ids(a0), idOf(a1));
  if (n === 2 && isTs(a0) && isS(a1)) return native.call(table.handle(10), ids(a0), a1);
  if (n === 2 && isTs(a0) && isL(a1)) return native.call(table.handle(11), ids(a0), a1);
  return dispatch(table, [8, 9, 10, 11], arguments);
}

/** `_foreach_addcdiv.Tensor(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Tensor scalars) -> Tensor[]` */
export function _foreachAddcdiv(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: Tensor): Tensor[];
export function _foreachAddcdiv(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; scalars: Tensor }, ['tensor1', 'tensor2', 'scalars']>): Tensor[];
/** `_foreach_addcdiv.Scalar(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> Tensor[]` */
export function _foreachAddcdiv(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], value?: Scalar): Tensor[];
export function _foreachAddcdiv(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; value?: Scalar }, ['tensor1', 'tensor2', 'value']>): Tensor[];
/** `_foreach_addcdiv.ScalarList(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar[] scalars) -> Tensor[]` */
export function _foreachAddcdiv(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
export function _foreachAddcdiv(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; scalars: readonly Scalar[] }, ['tensor1', 'tensor2', 'scalars']>): Tensor[];
export function _foreachAddcdiv(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isTs(a0) && isTs(a1) && isTs(a2) && isT(a3)) return wrapAll(native.call(table.handle(12), ids(a0), ids(a1), ids(a2), idOf(a3)));
  if (n >= 3 && n <= 4 && isTs(a0) && isTs(a1) && isTs(a2) && (a3 === undefined || isS(a3))) return wrapAll(native.call(table.handle(13), ids(a0), ids(a1), ids(a2), a3));
  if (n === 4 && isTs(a0) && isTs(a1) && isTs(a2) && isL(a3)) return wrapAll(native.call(table.handle(14), ids(a0), ids(a1), ids(a2), a3));
  return dispatch(table, [12, 13, 14], arguments);
}

/** `_foreach_addcdiv_.Tensor(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Tensor scalars) -> ()` */
export function _foreachAddcdiv_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: Tensor): void;
export function _foreachAddcdiv_(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; scalars: Tensor }, ['tensor1', 'tensor2', 'scalars']>): void;
/** `_foreach_addcdiv_.Scalar(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> ()` */
export function _foreachAddcdiv_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], value?: Scalar): void;
export function _foreachAddcdiv_(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; value?: Scalar }, ['tensor1', 'tensor2', 'value']>): void;
/** `_foreach_addcdiv_.ScalarList(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar[] scalars) -> ()` */
export function _foreachAddcdiv_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: readonly Scalar[]): void;
export function _foreachAddcdiv_(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; scalars: readonly Scalar[] }, ['tensor1', 'tensor2', 'scalars']>): void;
export function _foreachAddcdiv_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isTs(a0) && isTs(a1) && isTs(a2) && isT(a3)) return native.call(table.handle(15), ids(a0), ids(a1), ids(a2), idOf(a3));
  if (n >= 3 && n <= 4 && isTs(a0) && isTs(a1) && isTs(a2) && (a3 === undefined || isS(a3))) return native.call(table.handle(16), ids(a0), ids(a1), ids(a2), a3);
  if (n === 4 && isTs(a0) && isTs(a1) && isTs(a2) && isL(a3)) return native.call(table.handle(17), ids(a0), ids(a1), ids(a2), a3);
  return dispatch(table, [15, 16, 17], arguments);
}

/** `_foreach_addcmul.Tensor(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Tensor scalars) -> Tensor[]` */
export function _foreachAddcmul(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: Tensor): Tensor[];
export function _foreachAddcmul(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; scalars: Tensor }, ['tensor1', 'tensor2', 'scalars']>): Tensor[];
/** `_foreach_addcmul.Scalar(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> Tensor[]` */
export function _foreachAddcmul(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], value?: Scalar): Tensor[];
export function _foreachAddcmul(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; value?: Scalar }, ['tensor1', 'tensor2', 'value']>): Tensor[];
/** `_foreach_addcmul.ScalarList(Tensor[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar[] scalars) -> Tensor[]` */
export function _foreachAddcmul(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
export function _foreachAddcmul(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; scalars: readonly Scalar[] }, ['tensor1', 'tensor2', 'scalars']>): Tensor[];
export function _foreachAddcmul(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isTs(a0) && isTs(a1) && isTs(a2) && isT(a3)) return wrapAll(native.call(table.handle(18), ids(a0), ids(a1), ids(a2), idOf(a3)));
  if (n >= 3 && n <= 4 && isTs(a0) && isTs(a1) && isTs(a2) && (a3 === undefined || isS(a3))) return wrapAll(native.call(table.handle(19), ids(a0), ids(a1), ids(a2), a3));
  if (n === 4 && isTs(a0) && isTs(a1) && isTs(a2) && isL(a3)) return wrapAll(native.call(table.handle(20), ids(a0), ids(a1), ids(a2), a3));
  return dispatch(table, [18, 19, 20], arguments);
}

/** `_foreach_addcmul_.Tensor(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Tensor scalars) -> ()` */
export function _foreachAddcmul_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: Tensor): void;
export function _foreachAddcmul_(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; scalars: Tensor }, ['tensor1', 'tensor2', 'scalars']>): void;
/** `_foreach_addcmul_.Scalar(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar value=1) -> ()` */
export function _foreachAddcmul_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], value?: Scalar): void;
export function _foreachAddcmul_(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; value?: Scalar }, ['tensor1', 'tensor2', 'value']>): void;
/** `_foreach_addcmul_.ScalarList(Tensor(a!)[] self, Tensor[] tensor1, Tensor[] tensor2, Scalar[] scalars) -> ()` */
export function _foreachAddcmul_(self: readonly Tensor[], tensor1: readonly Tensor[], tensor2: readonly Tensor[], scalars: readonly Scalar[]): void;
export function _foreachAddcmul_(...args: Split<[self: readonly Tensor[]], { tensor1: readonly Tensor[]; tensor2: readonly Tensor[]; scalars: readonly Scalar[] }, ['tensor1', 'tensor2', 'scalars']>): void;
export function _foreachAddcmul_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isTs(a0) && isTs(a1) && isTs(a2) && isT(a3)) return native.call(table.handle(21), ids(a0), ids(a1), ids(a2), idOf(a3));
  if (n >= 3 && n <= 4 && isTs(a0) && isTs(a1) && isTs(a2) && (a3 === undefined || isS(a3))) return native.call(table.handle(22), ids(a0), ids(a1), ids(a2), a3);
  if (n === 4 && isTs(a0) && isTs(a1) && isTs(a2) && isL(a3)) return native.call(table.handle(23), ids(a0), ids(a1), ids(a2), a3);
  return dispatch(table, [21, 22, 23], arguments);
}

/** `_foreach_asin(Tensor[] self) -> Tensor[]` */
export function _foreachAsin(self: readonly Tensor[]): Tensor[];
export function _foreachAsin(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(24), ids(a0)));
  return dispatch(table, [24], arguments);
}

/** `_foreach_asin_(Tensor(a!)[] self) -> ()` */
export function _foreachAsin_(self: readonly Tensor[]): void;
export function _foreachAsin_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(25), ids(a0));
  return dispatch(table, [25], arguments);
}

/** `_foreach_atan(Tensor[] self) -> Tensor[]` */
export function _foreachAtan(self: readonly Tensor[]): Tensor[];
export function _foreachAtan(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(26), ids(a0)));
  return dispatch(table, [26], arguments);
}

/** `_foreach_atan_(Tensor(a!)[] self) -> ()` */
export function _foreachAtan_(self: readonly Tensor[]): void;
export function _foreachAtan_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(27), ids(a0));
  return dispatch(table, [27], arguments);
}

/** `_foreach_ceil(Tensor[] self) -> Tensor[]` */
export function _foreachCeil(self: readonly Tensor[]): Tensor[];
export function _foreachCeil(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(28), ids(a0)));
  return dispatch(table, [28], arguments);
}

/** `_foreach_ceil_(Tensor(a!)[] self) -> ()` */
export function _foreachCeil_(self: readonly Tensor[]): void;
export function _foreachCeil_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(29), ids(a0));
  return dispatch(table, [29], arguments);
}

/** `_foreach_clamp_max.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
export function _foreachClampMax(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
export function _foreachClampMax(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): Tensor[];
/** `_foreach_clamp_max.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
export function _foreachClampMax(self: readonly Tensor[], scalar: Scalar): Tensor[];
export function _foreachClampMax(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): Tensor[];
/** `_foreach_clamp_max.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
export function _foreachClampMax(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
export function _foreachClampMax(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): Tensor[];
export function _foreachClampMax(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return wrapAll(native.call(table.handle(30), ids(a0), ids(a1)));
  if (n === 2 && isTs(a0) && isS(a1)) return wrapAll(native.call(table.handle(31), ids(a0), a1));
  if (n === 2 && isTs(a0) && isL(a1)) return wrapAll(native.call(table.handle(32), ids(a0), a1));
  return dispatch(table, [30, 31, 32], arguments);
}

/** `_foreach_clamp_max_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
export function _foreachClampMax_(self: readonly Tensor[], other: readonly Tensor[]): void;
export function _foreachClampMax_(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): void;
/** `_foreach_clamp_max_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
export function _foreachClampMax_(self: readonly Tensor[], scalar: Scalar): void;
export function _foreachClampMax_(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): void;
/** `_foreach_clamp_max_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
export function _foreachClampMax_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
export function _foreachClampMax_(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): void;
export function _foreachClampMax_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return native.call(table.handle(33), ids(a0), ids(a1));
  if (n === 2 && isTs(a0) && isS(a1)) return native.call(table.handle(34), ids(a0), a1);
  if (n === 2 && isTs(a0) && isL(a1)) return native.call(table.handle(35), ids(a0), a1);
  return dispatch(table, [33, 34, 35], arguments);
}

/** `_foreach_clamp_min.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
export function _foreachClampMin(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
export function _foreachClampMin(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): Tensor[];
/** `_foreach_clamp_min.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
export function _foreachClampMin(self: readonly Tensor[], scalar: Scalar): Tensor[];
export function _foreachClampMin(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): Tensor[];
/** `_foreach_clamp_min.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
export function _foreachClampMin(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
export function _foreachClampMin(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): Tensor[];
export function _foreachClampMin(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return wrapAll(native.call(table.handle(36), ids(a0), ids(a1)));
  if (n === 2 && isTs(a0) && isS(a1)) return wrapAll(native.call(table.handle(37), ids(a0), a1));
  if (n === 2 && isTs(a0) && isL(a1)) return wrapAll(native.call(table.handle(38), ids(a0), a1));
  return dispatch(table, [36, 37, 38], arguments);
}

/** `_foreach_clamp_min_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
export function _foreachClampMin_(self: readonly Tensor[], other: readonly Tensor[]): void;
export function _foreachClampMin_(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): void;
/** `_foreach_clamp_min_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
export function _foreachClampMin_(self: readonly Tensor[], scalar: Scalar): void;
export function _foreachClampMin_(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): void;
/** `_foreach_clamp_min_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
export function _foreachClampMin_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
export function _foreachClampMin_(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): void;
export function _foreachClampMin_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return native.call(table.handle(39), ids(a0), ids(a1));
  if (n === 2 && isTs(a0) && isS(a1)) return native.call(table.handle(40), ids(a0), a1);
  if (n === 2 && isTs(a0) && isL(a1)) return native.call(table.handle(41), ids(a0), a1);
  return dispatch(table, [39, 40, 41], arguments);
}

/** `_foreach_clone(Tensor[] self, *, MemoryFormat? memory_format=None) -> Tensor[]` */
export function _foreachClone(self: readonly Tensor[], options?: { memoryFormat?: MemoryFormat | null }): Tensor[];
export function _foreachClone(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(42), ids(a0)));
  return dispatch(table, [42], arguments);
}

/** `_foreach_copy(Tensor[] self, Tensor[] src, bool non_blocking=False) -> Tensor[] self_out` */
export function _foreachCopy(self: readonly Tensor[], src: readonly Tensor[], nonBlocking?: boolean): Tensor[];
export function _foreachCopy(...args: Split<[self: readonly Tensor[]], { src: readonly Tensor[]; nonBlocking?: boolean }, ['src', 'nonBlocking']>): Tensor[];
export function _foreachCopy(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isTs(a0) && isTs(a1) && (a2 === undefined || isB(a2))) return wrapAll(native.call(table.handle(43), ids(a0), ids(a1), a2));
  return dispatch(table, [43], arguments);
}

/** `_foreach_copy_(Tensor(a!)[] self, Tensor[] src, bool non_blocking=False) -> ()` */
export function _foreachCopy_(self: readonly Tensor[], src: readonly Tensor[], nonBlocking?: boolean): void;
export function _foreachCopy_(...args: Split<[self: readonly Tensor[]], { src: readonly Tensor[]; nonBlocking?: boolean }, ['src', 'nonBlocking']>): void;
export function _foreachCopy_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isTs(a0) && isTs(a1) && (a2 === undefined || isB(a2))) return native.call(table.handle(44), ids(a0), ids(a1), a2);
  return dispatch(table, [44], arguments);
}

/** `_foreach_cos(Tensor[] self) -> Tensor[]` */
export function _foreachCos(self: readonly Tensor[]): Tensor[];
export function _foreachCos(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(45), ids(a0)));
  return dispatch(table, [45], arguments);
}

/** `_foreach_cos_(Tensor(a!)[] self) -> ()` */
export function _foreachCos_(self: readonly Tensor[]): void;
export function _foreachCos_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(46), ids(a0));
  return dispatch(table, [46], arguments);
}

/** `_foreach_cosh(Tensor[] self) -> Tensor[]` */
export function _foreachCosh(self: readonly Tensor[]): Tensor[];
export function _foreachCosh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(47), ids(a0)));
  return dispatch(table, [47], arguments);
}

/** `_foreach_cosh_(Tensor(a!)[] self) -> ()` */
export function _foreachCosh_(self: readonly Tensor[]): void;
export function _foreachCosh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(48), ids(a0));
  return dispatch(table, [48], arguments);
}

/** `_foreach_div.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
export function _foreachDiv(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
export function _foreachDiv(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): Tensor[];
/** `_foreach_div.Tensor(Tensor[] self, Tensor other) -> Tensor[]` */
export function _foreachDiv(self: readonly Tensor[], other: Tensor): Tensor[];
export function _foreachDiv(...args: Split<[self: readonly Tensor[]], { other: Tensor }, ['other']>): Tensor[];
/** `_foreach_div.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
export function _foreachDiv(self: readonly Tensor[], scalar: Scalar): Tensor[];
export function _foreachDiv(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): Tensor[];
/** `_foreach_div.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
export function _foreachDiv(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
export function _foreachDiv(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): Tensor[];
export function _foreachDiv(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return wrapAll(native.call(table.handle(49), ids(a0), ids(a1)));
  if (n === 2 && isTs(a0) && isT(a1)) return wrapAll(native.call(table.handle(50), ids(a0), idOf(a1)));
  if (n === 2 && isTs(a0) && isS(a1)) return wrapAll(native.call(table.handle(51), ids(a0), a1));
  if (n === 2 && isTs(a0) && isL(a1)) return wrapAll(native.call(table.handle(52), ids(a0), a1));
  return dispatch(table, [49, 50, 51, 52], arguments);
}

/** `_foreach_div_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
export function _foreachDiv_(self: readonly Tensor[], other: readonly Tensor[]): void;
export function _foreachDiv_(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): void;
/** `_foreach_div_.Tensor(Tensor(a!)[] self, Tensor other) -> ()` */
export function _foreachDiv_(self: readonly Tensor[], other: Tensor): void;
export function _foreachDiv_(...args: Split<[self: readonly Tensor[]], { other: Tensor }, ['other']>): void;
/** `_foreach_div_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
export function _foreachDiv_(self: readonly Tensor[], scalar: Scalar): void;
export function _foreachDiv_(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): void;
/** `_foreach_div_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
export function _foreachDiv_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
export function _foreachDiv_(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): void;
export function _foreachDiv_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return native.call(table.handle(53), ids(a0), ids(a1));
  if (n === 2 && isTs(a0) && isT(a1)) return native.call(table.handle(54), ids(a0), idOf(a1));
  if (n === 2 && isTs(a0) && isS(a1)) return native.call(table.handle(55), ids(a0), a1);
  if (n === 2 && isTs(a0) && isL(a1)) return native.call(table.handle(56), ids(a0), a1);
  return dispatch(table, [53, 54, 55, 56], arguments);
}

/** `_foreach_erf(Tensor[] self) -> Tensor[]` */
export function _foreachErf(self: readonly Tensor[]): Tensor[];
export function _foreachErf(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(57), ids(a0)));
  return dispatch(table, [57], arguments);
}

/** `_foreach_erf_(Tensor(a!)[] self) -> ()` */
export function _foreachErf_(self: readonly Tensor[]): void;
export function _foreachErf_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(58), ids(a0));
  return dispatch(table, [58], arguments);
}

/** `_foreach_erfc(Tensor[] self) -> Tensor[]` */
export function _foreachErfc(self: readonly Tensor[]): Tensor[];
export function _foreachErfc(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(59), ids(a0)));
  return dispatch(table, [59], arguments);
}

/** `_foreach_erfc_(Tensor(a!)[] self) -> ()` */
export function _foreachErfc_(self: readonly Tensor[]): void;
export function _foreachErfc_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(60), ids(a0));
  return dispatch(table, [60], arguments);
}

/** `_foreach_exp(Tensor[] self) -> Tensor[]` */
export function _foreachExp(self: readonly Tensor[]): Tensor[];
export function _foreachExp(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(61), ids(a0)));
  return dispatch(table, [61], arguments);
}

/** `_foreach_exp_(Tensor(a!)[] self) -> ()` */
export function _foreachExp_(self: readonly Tensor[]): void;
export function _foreachExp_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(62), ids(a0));
  return dispatch(table, [62], arguments);
}

/** `_foreach_expm1(Tensor[] self) -> Tensor[]` */
export function _foreachExpm1(self: readonly Tensor[]): Tensor[];
export function _foreachExpm1(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(63), ids(a0)));
  return dispatch(table, [63], arguments);
}

/** `_foreach_expm1_(Tensor(a!)[] self) -> ()` */
export function _foreachExpm1_(self: readonly Tensor[]): void;
export function _foreachExpm1_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(64), ids(a0));
  return dispatch(table, [64], arguments);
}

/** `_foreach_floor(Tensor[] self) -> Tensor[]` */
export function _foreachFloor(self: readonly Tensor[]): Tensor[];
export function _foreachFloor(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(65), ids(a0)));
  return dispatch(table, [65], arguments);
}

/** `_foreach_floor_(Tensor(a!)[] self) -> ()` */
export function _foreachFloor_(self: readonly Tensor[]): void;
export function _foreachFloor_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(66), ids(a0));
  return dispatch(table, [66], arguments);
}

/** `_foreach_frac(Tensor[] self) -> Tensor[]` */
export function _foreachFrac(self: readonly Tensor[]): Tensor[];
export function _foreachFrac(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(67), ids(a0)));
  return dispatch(table, [67], arguments);
}

/** `_foreach_frac_(Tensor(a!)[] self) -> ()` */
export function _foreachFrac_(self: readonly Tensor[]): void;
export function _foreachFrac_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(68), ids(a0));
  return dispatch(table, [68], arguments);
}

/** `_foreach_lerp.List(Tensor[] self, Tensor[] tensors1, Tensor[] weights) -> Tensor[]` */
export function _foreachLerp(self: readonly Tensor[], tensors1: readonly Tensor[], weights: readonly Tensor[]): Tensor[];
export function _foreachLerp(...args: Split<[self: readonly Tensor[]], { tensors1: readonly Tensor[]; weights: readonly Tensor[] }, ['tensors1', 'weights']>): Tensor[];
/** `_foreach_lerp.Scalar(Tensor[] self, Tensor[] tensors1, Scalar weight) -> Tensor[]` */
export function _foreachLerp(self: readonly Tensor[], tensors1: readonly Tensor[], weight: Scalar): Tensor[];
export function _foreachLerp(...args: Split<[self: readonly Tensor[]], { tensors1: readonly Tensor[]; weight: Scalar }, ['tensors1', 'weight']>): Tensor[];
/** `_foreach_lerp.ScalarList(Tensor[] self, Tensor[] tensors1, Scalar[] weight) -> Tensor[]` */
export function _foreachLerp(self: readonly Tensor[], tensors1: readonly Tensor[], weight: readonly Scalar[]): Tensor[];
export function _foreachLerp(...args: Split<[self: readonly Tensor[]], { tensors1: readonly Tensor[]; weight: readonly Scalar[] }, ['tensors1', 'weight']>): Tensor[];
export function _foreachLerp(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isTs(a0) && isTs(a1) && isTs(a2)) return wrapAll(native.call(table.handle(69), ids(a0), ids(a1), ids(a2)));
  if (n === 3 && isTs(a0) && isTs(a1) && isS(a2)) return wrapAll(native.call(table.handle(70), ids(a0), ids(a1), a2));
  if (n === 3 && isTs(a0) && isTs(a1) && isL(a2)) return wrapAll(native.call(table.handle(71), ids(a0), ids(a1), a2));
  return dispatch(table, [69, 70, 71], arguments);
}

/** `_foreach_lerp_.List(Tensor(a!)[] self, Tensor[] tensors1, Tensor[] weights) -> ()` */
export function _foreachLerp_(self: readonly Tensor[], tensors1: readonly Tensor[], weights: readonly Tensor[]): void;
export function _foreachLerp_(...args: Split<[self: readonly Tensor[]], { tensors1: readonly Tensor[]; weights: readonly Tensor[] }, ['tensors1', 'weights']>): void;
/** `_foreach_lerp_.Scalar(Tensor(a!)[] self, Tensor[] tensors1, Scalar weight) -> ()` */
export function _foreachLerp_(self: readonly Tensor[], tensors1: readonly Tensor[], weight: Scalar): void;
export function _foreachLerp_(...args: Split<[self: readonly Tensor[]], { tensors1: readonly Tensor[]; weight: Scalar }, ['tensors1', 'weight']>): void;
/** `_foreach_lerp_.ScalarList(Tensor(a!)[] self, Tensor[] tensors1, Scalar[] weight) -> ()` */
export function _foreachLerp_(self: readonly Tensor[], tensors1: readonly Tensor[], weight: readonly Scalar[]): void;
export function _foreachLerp_(...args: Split<[self: readonly Tensor[]], { tensors1: readonly Tensor[]; weight: readonly Scalar[] }, ['tensors1', 'weight']>): void;
export function _foreachLerp_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isTs(a0) && isTs(a1) && isTs(a2)) return native.call(table.handle(72), ids(a0), ids(a1), ids(a2));
  if (n === 3 && isTs(a0) && isTs(a1) && isS(a2)) return native.call(table.handle(73), ids(a0), ids(a1), a2);
  if (n === 3 && isTs(a0) && isTs(a1) && isL(a2)) return native.call(table.handle(74), ids(a0), ids(a1), a2);
  return dispatch(table, [72, 73, 74], arguments);
}

/** `_foreach_lgamma(Tensor[] self) -> Tensor[]` */
export function _foreachLgamma(self: readonly Tensor[]): Tensor[];
export function _foreachLgamma(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(75), ids(a0)));
  return dispatch(table, [75], arguments);
}

/** `_foreach_lgamma_(Tensor(a!)[] self) -> ()` */
export function _foreachLgamma_(self: readonly Tensor[]): void;
export function _foreachLgamma_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(76), ids(a0));
  return dispatch(table, [76], arguments);
}

/** `_foreach_log(Tensor[] self) -> Tensor[]` */
export function _foreachLog(self: readonly Tensor[]): Tensor[];
export function _foreachLog(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(77), ids(a0)));
  return dispatch(table, [77], arguments);
}

/** `_foreach_log10(Tensor[] self) -> Tensor[]` */
export function _foreachLog10(self: readonly Tensor[]): Tensor[];
export function _foreachLog10(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(78), ids(a0)));
  return dispatch(table, [78], arguments);
}

/** `_foreach_log10_(Tensor(a!)[] self) -> ()` */
export function _foreachLog10_(self: readonly Tensor[]): void;
export function _foreachLog10_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(79), ids(a0));
  return dispatch(table, [79], arguments);
}

/** `_foreach_log1p(Tensor[] self) -> Tensor[]` */
export function _foreachLog1p(self: readonly Tensor[]): Tensor[];
export function _foreachLog1p(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(80), ids(a0)));
  return dispatch(table, [80], arguments);
}

/** `_foreach_log1p_(Tensor(a!)[] self) -> ()` */
export function _foreachLog1p_(self: readonly Tensor[]): void;
export function _foreachLog1p_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(81), ids(a0));
  return dispatch(table, [81], arguments);
}

/** `_foreach_log2(Tensor[] self) -> Tensor[]` */
export function _foreachLog2(self: readonly Tensor[]): Tensor[];
export function _foreachLog2(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(82), ids(a0)));
  return dispatch(table, [82], arguments);
}

/** `_foreach_log2_(Tensor(a!)[] self) -> ()` */
export function _foreachLog2_(self: readonly Tensor[]): void;
export function _foreachLog2_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(83), ids(a0));
  return dispatch(table, [83], arguments);
}

/** `_foreach_log_(Tensor(a!)[] self) -> ()` */
export function _foreachLog_(self: readonly Tensor[]): void;
export function _foreachLog_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(84), ids(a0));
  return dispatch(table, [84], arguments);
}

/** `_foreach_max(Tensor[] self) -> Tensor[]` */
export function _foreachMax(self: readonly Tensor[]): Tensor[];
export function _foreachMax(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(85), ids(a0)));
  return dispatch(table, [85], arguments);
}

/** `_foreach_maximum.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
export function _foreachMaximum(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
export function _foreachMaximum(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): Tensor[];
/** `_foreach_maximum.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
export function _foreachMaximum(self: readonly Tensor[], scalar: Scalar): Tensor[];
export function _foreachMaximum(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): Tensor[];
/** `_foreach_maximum.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
export function _foreachMaximum(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
export function _foreachMaximum(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): Tensor[];
export function _foreachMaximum(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return wrapAll(native.call(table.handle(86), ids(a0), ids(a1)));
  if (n === 2 && isTs(a0) && isS(a1)) return wrapAll(native.call(table.handle(87), ids(a0), a1));
  if (n === 2 && isTs(a0) && isL(a1)) return wrapAll(native.call(table.handle(88), ids(a0), a1));
  return dispatch(table, [86, 87, 88], arguments);
}

/** `_foreach_maximum_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
export function _foreachMaximum_(self: readonly Tensor[], other: readonly Tensor[]): void;
export function _foreachMaximum_(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): void;
/** `_foreach_maximum_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
export function _foreachMaximum_(self: readonly Tensor[], scalar: Scalar): void;
export function _foreachMaximum_(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): void;
/** `_foreach_maximum_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
export function _foreachMaximum_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
export function _foreachMaximum_(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): void;
export function _foreachMaximum_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return native.call(table.handle(89), ids(a0), ids(a1));
  if (n === 2 && isTs(a0) && isS(a1)) return native.call(table.handle(90), ids(a0), a1);
  if (n === 2 && isTs(a0) && isL(a1)) return native.call(table.handle(91), ids(a0), a1);
  return dispatch(table, [89, 90, 91], arguments);
}

/** `_foreach_minimum.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
export function _foreachMinimum(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
export function _foreachMinimum(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): Tensor[];
/** `_foreach_minimum.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
export function _foreachMinimum(self: readonly Tensor[], scalar: Scalar): Tensor[];
export function _foreachMinimum(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): Tensor[];
/** `_foreach_minimum.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
export function _foreachMinimum(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
export function _foreachMinimum(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): Tensor[];
export function _foreachMinimum(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return wrapAll(native.call(table.handle(92), ids(a0), ids(a1)));
  if (n === 2 && isTs(a0) && isS(a1)) return wrapAll(native.call(table.handle(93), ids(a0), a1));
  if (n === 2 && isTs(a0) && isL(a1)) return wrapAll(native.call(table.handle(94), ids(a0), a1));
  return dispatch(table, [92, 93, 94], arguments);
}

/** `_foreach_minimum_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
export function _foreachMinimum_(self: readonly Tensor[], other: readonly Tensor[]): void;
export function _foreachMinimum_(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): void;
/** `_foreach_minimum_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
export function _foreachMinimum_(self: readonly Tensor[], scalar: Scalar): void;
export function _foreachMinimum_(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): void;
/** `_foreach_minimum_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
export function _foreachMinimum_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
export function _foreachMinimum_(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): void;
export function _foreachMinimum_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return native.call(table.handle(95), ids(a0), ids(a1));
  if (n === 2 && isTs(a0) && isS(a1)) return native.call(table.handle(96), ids(a0), a1);
  if (n === 2 && isTs(a0) && isL(a1)) return native.call(table.handle(97), ids(a0), a1);
  return dispatch(table, [95, 96, 97], arguments);
}

/** `_foreach_mm(Tensor[] self, Tensor[] mat2) -> Tensor[]` */
export function _foreachMm(self: readonly Tensor[], mat2: readonly Tensor[]): Tensor[];
export function _foreachMm(...args: Split<[self: readonly Tensor[]], { mat2: readonly Tensor[] }, ['mat2']>): Tensor[];
export function _foreachMm(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return wrapAll(native.call(table.handle(98), ids(a0), ids(a1)));
  return dispatch(table, [98], arguments);
}

/** `_foreach_mul.List(Tensor[] self, Tensor[] other) -> Tensor[]` */
export function _foreachMul(self: readonly Tensor[], other: readonly Tensor[]): Tensor[];
export function _foreachMul(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): Tensor[];
/** `_foreach_mul.Tensor(Tensor[] self, Tensor other) -> Tensor[]` */
export function _foreachMul(self: readonly Tensor[], other: Tensor): Tensor[];
export function _foreachMul(...args: Split<[self: readonly Tensor[]], { other: Tensor }, ['other']>): Tensor[];
/** `_foreach_mul.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
export function _foreachMul(self: readonly Tensor[], scalar: Scalar): Tensor[];
export function _foreachMul(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): Tensor[];
/** `_foreach_mul.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
export function _foreachMul(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
export function _foreachMul(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): Tensor[];
export function _foreachMul(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return wrapAll(native.call(table.handle(99), ids(a0), ids(a1)));
  if (n === 2 && isTs(a0) && isT(a1)) return wrapAll(native.call(table.handle(100), ids(a0), idOf(a1)));
  if (n === 2 && isTs(a0) && isS(a1)) return wrapAll(native.call(table.handle(101), ids(a0), a1));
  if (n === 2 && isTs(a0) && isL(a1)) return wrapAll(native.call(table.handle(102), ids(a0), a1));
  return dispatch(table, [99, 100, 101, 102], arguments);
}

/** `_foreach_mul_.List(Tensor(a!)[] self, Tensor[] other) -> ()` */
export function _foreachMul_(self: readonly Tensor[], other: readonly Tensor[]): void;
export function _foreachMul_(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other']>): void;
/** `_foreach_mul_.Tensor(Tensor(a!)[] self, Tensor other) -> ()` */
export function _foreachMul_(self: readonly Tensor[], other: Tensor): void;
export function _foreachMul_(...args: Split<[self: readonly Tensor[]], { other: Tensor }, ['other']>): void;
/** `_foreach_mul_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
export function _foreachMul_(self: readonly Tensor[], scalar: Scalar): void;
export function _foreachMul_(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): void;
/** `_foreach_mul_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
export function _foreachMul_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
export function _foreachMul_(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): void;
export function _foreachMul_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return native.call(table.handle(103), ids(a0), ids(a1));
  if (n === 2 && isTs(a0) && isT(a1)) return native.call(table.handle(104), ids(a0), idOf(a1));
  if (n === 2 && isTs(a0) && isS(a1)) return native.call(table.handle(105), ids(a0), a1);
  if (n === 2 && isTs(a0) && isL(a1)) return native.call(table.handle(106), ids(a0), a1);
  return dispatch(table, [103, 104, 105, 106], arguments);
}

/** `_foreach_neg(Tensor[] self) -> Tensor[]` */
export function _foreachNeg(self: readonly Tensor[]): Tensor[];
export function _foreachNeg(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(107), ids(a0)));
  return dispatch(table, [107], arguments);
}

/** `_foreach_neg_(Tensor(a!)[] self) -> ()` */
export function _foreachNeg_(self: readonly Tensor[]): void;
export function _foreachNeg_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(108), ids(a0));
  return dispatch(table, [108], arguments);
}

/** `_foreach_norm.Scalar(Tensor[] self, Scalar ord=2, ScalarType? dtype=None) -> Tensor[]` */
export function _foreachNorm(self: readonly Tensor[], ord?: Scalar, dtype?: DType | null): Tensor[];
export function _foreachNorm(...args: Split<[self: readonly Tensor[]], { ord?: Scalar; dtype?: DType | null }, ['ord', 'dtype']>): Tensor[];
export function _foreachNorm(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isTs(a0) && (a1 === undefined || isS(a1)) && (a2 == null || isStr(a2))) return wrapAll(native.call(table.handle(109), ids(a0), a1, a2));
  return dispatch(table, [109], arguments);
}

/** `_foreach_pow.List(Tensor[] self, Tensor[] exponent) -> Tensor[]` */
export function _foreachPow(self: readonly Tensor[], exponent: readonly Tensor[]): Tensor[];
export function _foreachPow(...args: Split<[self: readonly Tensor[]], { exponent: readonly Tensor[] }, ['exponent']>): Tensor[];
/** `_foreach_pow.Scalar(Tensor[] self, Scalar exponent) -> Tensor[]` */
export function _foreachPow(self: readonly Tensor[], exponent: Scalar): Tensor[];
export function _foreachPow(...args: Split<[self: readonly Tensor[]], { exponent: Scalar }, ['exponent']>): Tensor[];
/** `_foreach_pow.ScalarAndTensor(Scalar self, Tensor[] exponent) -> Tensor[]` */
export function _foreachPow(self: Scalar, exponent: readonly Tensor[]): Tensor[];
export function _foreachPow(...args: Split<[self: Scalar], { exponent: readonly Tensor[] }, ['exponent']>): Tensor[];
/** `_foreach_pow.ScalarList(Tensor[] self, Scalar[] exponent) -> Tensor[]` */
export function _foreachPow(self: readonly Tensor[], exponent: readonly Scalar[]): Tensor[];
export function _foreachPow(...args: Split<[self: readonly Tensor[]], { exponent: readonly Scalar[] }, ['exponent']>): Tensor[];
export function _foreachPow(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return wrapAll(native.call(table.handle(110), ids(a0), ids(a1)));
  if (n === 2 && isTs(a0) && isS(a1)) return wrapAll(native.call(table.handle(111), ids(a0), a1));
  if (n === 2 && isS(a0) && isTs(a1)) return wrapAll(native.call(table.handle(112), a0, ids(a1)));
  if (n === 2 && isTs(a0) && isL(a1)) return wrapAll(native.call(table.handle(113), ids(a0), a1));
  return dispatch(table, [110, 111, 112, 113], arguments);
}

/** `_foreach_pow_.List(Tensor(a!)[] self, Tensor[] exponent) -> ()` */
export function _foreachPow_(self: readonly Tensor[], exponent: readonly Tensor[]): void;
export function _foreachPow_(...args: Split<[self: readonly Tensor[]], { exponent: readonly Tensor[] }, ['exponent']>): void;
/** `_foreach_pow_.Scalar(Tensor(a!)[] self, Scalar exponent) -> ()` */
export function _foreachPow_(self: readonly Tensor[], exponent: Scalar): void;
export function _foreachPow_(...args: Split<[self: readonly Tensor[]], { exponent: Scalar }, ['exponent']>): void;
/** `_foreach_pow_.ScalarList(Tensor(a!)[] self, Scalar[] exponent) -> ()` */
export function _foreachPow_(self: readonly Tensor[], exponent: readonly Scalar[]): void;
export function _foreachPow_(...args: Split<[self: readonly Tensor[]], { exponent: readonly Scalar[] }, ['exponent']>): void;
export function _foreachPow_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return native.call(table.handle(114), ids(a0), ids(a1));
  if (n === 2 && isTs(a0) && isS(a1)) return native.call(table.handle(115), ids(a0), a1);
  if (n === 2 && isTs(a0) && isL(a1)) return native.call(table.handle(116), ids(a0), a1);
  return dispatch(table, [114, 115, 116], arguments);
}

/** `_foreach_powsum.Scalar(Tensor[] self, Scalar ord=2, ScalarType? dtype=None) -> Tensor[]` */
export function _foreachPowsum(self: readonly Tensor[], ord?: Scalar, dtype?: DType | null): Tensor[];
export function _foreachPowsum(...args: Split<[self: readonly Tensor[]], { ord?: Scalar; dtype?: DType | null }, ['ord', 'dtype']>): Tensor[];
export function _foreachPowsum(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isTs(a0) && (a1 === undefined || isS(a1)) && (a2 == null || isStr(a2))) return wrapAll(native.call(table.handle(117), ids(a0), a1, a2));
  return dispatch(table, [117], arguments);
}

/** `_foreach_reciprocal(Tensor[] self) -> Tensor[]` */
export function _foreachReciprocal(self: readonly Tensor[]): Tensor[];
export function _foreachReciprocal(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(118), ids(a0)));
  return dispatch(table, [118], arguments);
}

/** `_foreach_reciprocal_(Tensor(a!)[] self) -> ()` */
export function _foreachReciprocal_(self: readonly Tensor[]): void;
export function _foreachReciprocal_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(119), ids(a0));
  return dispatch(table, [119], arguments);
}

/** `_foreach_round(Tensor[] self) -> Tensor[]` */
export function _foreachRound(self: readonly Tensor[]): Tensor[];
export function _foreachRound(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(120), ids(a0)));
  return dispatch(table, [120], arguments);
}

/** `_foreach_round_(Tensor(a!)[] self) -> ()` */
export function _foreachRound_(self: readonly Tensor[]): void;
export function _foreachRound_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(121), ids(a0));
  return dispatch(table, [121], arguments);
}

/** `_foreach_rsqrt(Tensor[] self) -> Tensor[]` */
export function _foreachRsqrt(self: readonly Tensor[]): Tensor[];
export function _foreachRsqrt(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(122), ids(a0)));
  return dispatch(table, [122], arguments);
}

/** `_foreach_rsqrt_(Tensor(a!)[] self) -> ()` */
export function _foreachRsqrt_(self: readonly Tensor[]): void;
export function _foreachRsqrt_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(123), ids(a0));
  return dispatch(table, [123], arguments);
}

/** `_foreach_sigmoid(Tensor[] self) -> Tensor[]` */
export function _foreachSigmoid(self: readonly Tensor[]): Tensor[];
export function _foreachSigmoid(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(124), ids(a0)));
  return dispatch(table, [124], arguments);
}

/** `_foreach_sigmoid_(Tensor(a!)[] self) -> ()` */
export function _foreachSigmoid_(self: readonly Tensor[]): void;
export function _foreachSigmoid_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(125), ids(a0));
  return dispatch(table, [125], arguments);
}

/** `_foreach_sign(Tensor[] self) -> Tensor[]` */
export function _foreachSign(self: readonly Tensor[]): Tensor[];
export function _foreachSign(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(126), ids(a0)));
  return dispatch(table, [126], arguments);
}

/** `_foreach_sign_(Tensor(a!)[] self) -> ()` */
export function _foreachSign_(self: readonly Tensor[]): void;
export function _foreachSign_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(127), ids(a0));
  return dispatch(table, [127], arguments);
}

/** `_foreach_sin(Tensor[] self) -> Tensor[]` */
export function _foreachSin(self: readonly Tensor[]): Tensor[];
export function _foreachSin(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(128), ids(a0)));
  return dispatch(table, [128], arguments);
}

/** `_foreach_sin_(Tensor(a!)[] self) -> ()` */
export function _foreachSin_(self: readonly Tensor[]): void;
export function _foreachSin_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(129), ids(a0));
  return dispatch(table, [129], arguments);
}

/** `_foreach_sinh(Tensor[] self) -> Tensor[]` */
export function _foreachSinh(self: readonly Tensor[]): Tensor[];
export function _foreachSinh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(130), ids(a0)));
  return dispatch(table, [130], arguments);
}

/** `_foreach_sinh_(Tensor(a!)[] self) -> ()` */
export function _foreachSinh_(self: readonly Tensor[]): void;
export function _foreachSinh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(131), ids(a0));
  return dispatch(table, [131], arguments);
}

/** `_foreach_sqrt(Tensor[] self) -> Tensor[]` */
export function _foreachSqrt(self: readonly Tensor[]): Tensor[];
export function _foreachSqrt(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(132), ids(a0)));
  return dispatch(table, [132], arguments);
}

/** `_foreach_sqrt_(Tensor(a!)[] self) -> ()` */
export function _foreachSqrt_(self: readonly Tensor[]): void;
export function _foreachSqrt_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(133), ids(a0));
  return dispatch(table, [133], arguments);
}

/** `_foreach_sub.List(Tensor[] self, Tensor[] other, *, Scalar alpha=1) -> Tensor[]` */
export function _foreachSub(self: readonly Tensor[], other: readonly Tensor[], options?: { alpha?: Scalar }): Tensor[];
export function _foreachSub(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other'], { alpha?: Scalar }>): Tensor[];
/** `_foreach_sub.Scalar(Tensor[] self, Scalar scalar) -> Tensor[]` */
export function _foreachSub(self: readonly Tensor[], scalar: Scalar): Tensor[];
export function _foreachSub(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): Tensor[];
/** `_foreach_sub.ScalarList(Tensor[] self, Scalar[] scalars) -> Tensor[]` */
export function _foreachSub(self: readonly Tensor[], scalars: readonly Scalar[]): Tensor[];
export function _foreachSub(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): Tensor[];
export function _foreachSub(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return wrapAll(native.call(table.handle(134), ids(a0), ids(a1)));
  if (n === 2 && isTs(a0) && isS(a1)) return wrapAll(native.call(table.handle(135), ids(a0), a1));
  if (n === 2 && isTs(a0) && isL(a1)) return wrapAll(native.call(table.handle(136), ids(a0), a1));
  return dispatch(table, [134, 135, 136], arguments);
}

/** `_foreach_sub_.List(Tensor(a!)[] self, Tensor[] other, *, Scalar alpha=1) -> ()` */
export function _foreachSub_(self: readonly Tensor[], other: readonly Tensor[], options?: { alpha?: Scalar }): void;
export function _foreachSub_(...args: Split<[self: readonly Tensor[]], { other: readonly Tensor[] }, ['other'], { alpha?: Scalar }>): void;
/** `_foreach_sub_.Scalar(Tensor(a!)[] self, Scalar scalar) -> ()` */
export function _foreachSub_(self: readonly Tensor[], scalar: Scalar): void;
export function _foreachSub_(...args: Split<[self: readonly Tensor[]], { scalar: Scalar }, ['scalar']>): void;
/** `_foreach_sub_.ScalarList(Tensor(a!)[] self, Scalar[] scalars) -> ()` */
export function _foreachSub_(self: readonly Tensor[], scalars: readonly Scalar[]): void;
export function _foreachSub_(...args: Split<[self: readonly Tensor[]], { scalars: readonly Scalar[] }, ['scalars']>): void;
export function _foreachSub_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isTs(a0) && isTs(a1)) return native.call(table.handle(137), ids(a0), ids(a1));
  if (n === 2 && isTs(a0) && isS(a1)) return native.call(table.handle(138), ids(a0), a1);
  if (n === 2 && isTs(a0) && isL(a1)) return native.call(table.handle(139), ids(a0), a1);
  return dispatch(table, [137, 138, 139], arguments);
}

/** `_foreach_tan(Tensor[] self) -> Tensor[]` */
export function _foreachTan(self: readonly Tensor[]): Tensor[];
export function _foreachTan(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(140), ids(a0)));
  return dispatch(table, [140], arguments);
}

/** `_foreach_tan_(Tensor(a!)[] self) -> ()` */
export function _foreachTan_(self: readonly Tensor[]): void;
export function _foreachTan_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(141), ids(a0));
  return dispatch(table, [141], arguments);
}

/** `_foreach_tanh(Tensor[] self) -> Tensor[]` */
export function _foreachTanh(self: readonly Tensor[]): Tensor[];
export function _foreachTanh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(142), ids(a0)));
  return dispatch(table, [142], arguments);
}

/** `_foreach_tanh_(Tensor(a!)[] self) -> ()` */
export function _foreachTanh_(self: readonly Tensor[]): void;
export function _foreachTanh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(143), ids(a0));
  return dispatch(table, [143], arguments);
}

/** `_foreach_trunc(Tensor[] self) -> Tensor[]` */
export function _foreachTrunc(self: readonly Tensor[]): Tensor[];
export function _foreachTrunc(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(144), ids(a0)));
  return dispatch(table, [144], arguments);
}

/** `_foreach_trunc_(Tensor(a!)[] self) -> ()` */
export function _foreachTrunc_(self: readonly Tensor[]): void;
export function _foreachTrunc_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(145), ids(a0));
  return dispatch(table, [145], arguments);
}

/** `_foreach_zero(Tensor[] self) -> Tensor[] self_out` */
export function _foreachZero(self: readonly Tensor[]): Tensor[];
export function _foreachZero(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(146), ids(a0)));
  return dispatch(table, [146], arguments);
}

/** `_foreach_zero_(Tensor(a!)[] self) -> ()` */
export function _foreachZero_(self: readonly Tensor[]): void;
export function _foreachZero_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return native.call(table.handle(147), ids(a0));
  return dispatch(table, [147], arguments);
}

/** `_unique2(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)` */
export function _unique2(self: Tensor, sorted?: boolean, returnInverse?: boolean, returnCounts?: boolean): [Tensor, Tensor, Tensor];
export function _unique2(...args: Split<[self: Tensor], { sorted?: boolean; returnInverse?: boolean; returnCounts?: boolean }, ['sorted', 'returnInverse', 'returnCounts']>): [Tensor, Tensor, Tensor];
export function _unique2(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 === undefined || isB(a1)) && (a2 === undefined || isB(a2)) && (a3 === undefined || isB(a3))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(148), idOf(a0), a1, a2, a3));
  return dispatch(table, [148], arguments);
}

/** `abs(Tensor self) -> Tensor` */
export function abs(self: Tensor): Tensor;
export function abs(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(149), idOf(a0)));
  return dispatch(table, [149], arguments);
}

/** `abs_(Tensor(a!) self) -> Tensor(a!)` */
export function abs_<T extends Tensor>(self: T): T;
export function abs_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(150), idOf(a0)); return a0; }
  return dispatch(table, [150], arguments);
}

/** `absolute(Tensor self) -> Tensor` */
export function absolute(self: Tensor): Tensor;
export function absolute(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(151), idOf(a0)));
  return dispatch(table, [151], arguments);
}

/** `absolute_(Tensor(a!) self) -> Tensor(a!)` */
export function absolute_<T extends Tensor>(self: T): T;
export function absolute_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(152), idOf(a0)); return a0; }
  return dispatch(table, [152], arguments);
}

/** `acos(Tensor self) -> Tensor` */
export function acos(self: Tensor): Tensor;
export function acos(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(153), idOf(a0)));
  return dispatch(table, [153], arguments);
}

/** `acos_(Tensor(a!) self) -> Tensor(a!)` */
export function acos_<T extends Tensor>(self: T): T;
export function acos_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(154), idOf(a0)); return a0; }
  return dispatch(table, [154], arguments);
}

/** `acosh(Tensor self) -> Tensor` */
export function acosh(self: Tensor): Tensor;
export function acosh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(155), idOf(a0)));
  return dispatch(table, [155], arguments);
}

/** `acosh_(Tensor(a!) self) -> Tensor(a!)` */
export function acosh_<T extends Tensor>(self: T): T;
export function acosh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(156), idOf(a0)); return a0; }
  return dispatch(table, [156], arguments);
}

/** `adaptive_avg_pool1d(Tensor self, int[1] output_size) -> Tensor` */
export function adaptiveAvgPool1d(self: Tensor, outputSize: readonly number[] | number): Tensor;
export function adaptiveAvgPool1d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number }, ['outputSize']>): Tensor;
export function adaptiveAvgPool1d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return wrap(native.call(table.handle(157), idOf(a0), a1));
  return dispatch(table, [157], arguments);
}

/** `adaptive_avg_pool2d(Tensor self, SymInt[2] output_size) -> Tensor` */
export function adaptiveAvgPool2d(self: Tensor, outputSize: readonly number[] | number): Tensor;
export function adaptiveAvgPool2d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number }, ['outputSize']>): Tensor;
export function adaptiveAvgPool2d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return wrap(native.call(table.handle(158), idOf(a0), a1));
  return dispatch(table, [158], arguments);
}

/** `adaptive_avg_pool3d(Tensor self, SymInt[3] output_size) -> Tensor` */
export function adaptiveAvgPool3d(self: Tensor, outputSize: readonly number[] | number): Tensor;
export function adaptiveAvgPool3d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number }, ['outputSize']>): Tensor;
export function adaptiveAvgPool3d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return wrap(native.call(table.handle(159), idOf(a0), a1));
  return dispatch(table, [159], arguments);
}

/** `adaptive_max_pool1d(Tensor self, int[1] output_size) -> (Tensor, Tensor)` */
export function adaptiveMaxPool1d(self: Tensor, outputSize: readonly number[] | number): [Tensor, Tensor];
export function adaptiveMaxPool1d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number }, ['outputSize']>): [Tensor, Tensor];
export function adaptiveMaxPool1d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(160), idOf(a0), a1));
  return dispatch(table, [160], arguments);
}

/** `adaptive_max_pool2d(Tensor self, int[2] output_size) -> (Tensor, Tensor)` */
export function adaptiveMaxPool2d(self: Tensor, outputSize: readonly number[] | number): [Tensor, Tensor];
export function adaptiveMaxPool2d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number }, ['outputSize']>): [Tensor, Tensor];
export function adaptiveMaxPool2d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(161), idOf(a0), a1));
  return dispatch(table, [161], arguments);
}

/** `adaptive_max_pool2d_backward(Tensor grad_output, Tensor self, Tensor indices) -> Tensor` */
export function adaptiveMaxPool2dBackward(gradOutput: Tensor, self: Tensor, indices: Tensor): Tensor;
export function adaptiveMaxPool2dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; indices: Tensor }, ['gradOutput', 'self', 'indices']>): Tensor;
export function adaptiveMaxPool2dBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(162), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [162], arguments);
}

/** `adaptive_max_pool3d(Tensor self, int[3] output_size) -> (Tensor, Tensor)` */
export function adaptiveMaxPool3d(self: Tensor, outputSize: readonly number[] | number): [Tensor, Tensor];
export function adaptiveMaxPool3d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number }, ['outputSize']>): [Tensor, Tensor];
export function adaptiveMaxPool3d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(163), idOf(a0), a1));
  return dispatch(table, [163], arguments);
}

/** `adaptive_max_pool3d_backward(Tensor grad_output, Tensor self, Tensor indices) -> Tensor` */
export function adaptiveMaxPool3dBackward(gradOutput: Tensor, self: Tensor, indices: Tensor): Tensor;
export function adaptiveMaxPool3dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; indices: Tensor }, ['gradOutput', 'self', 'indices']>): Tensor;
export function adaptiveMaxPool3dBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(164), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [164], arguments);
}

/** `add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
export function add(self: Tensor, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
export function add(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): Tensor;
/** `add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
export function add(self: Tensor, other: Scalar, alpha?: Scalar): Tensor;
export function add(...args: Split<[self: Tensor], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): Tensor;
export function add(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(165), idOf(a0), idOf(a1)));
  if (n >= 2 && n <= 3 && isT(a0) && isS(a1) && (a2 === undefined || isS(a2))) return wrap(native.call(table.handle(166), idOf(a0), a1, a2));
  return dispatch(table, [165, 166], arguments);
}

/** `add_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
export function add_<T extends Tensor>(self: T, other: Tensor | Scalar, options?: { alpha?: Scalar }): T;
export function add_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): T;
/** `add_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
export function add_<T extends Tensor>(self: T, other: Scalar, alpha?: Scalar): T;
export function add_<T extends Tensor>(...args: Split<[self: T], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): T;
export function add_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(167), idOf(a0), idOf(a1)); return a0; }
  if (n >= 2 && n <= 3 && isT(a0) && isS(a1) && (a2 === undefined || isS(a2))) { native.callInPlace(table.handle(168), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [167, 168], arguments);
}

/** `addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
export function addbmm(self: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
export function addbmm(...args: Split<[self: Tensor], { batch1: Tensor; batch2: Tensor }, ['batch1', 'batch2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
export function addbmm(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(169), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [169], arguments);
}

/** `addbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
export function addbmm_<T extends Tensor>(self: T, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): T;
export function addbmm_<T extends Tensor>(...args: Split<[self: T], { batch1: Tensor; batch2: Tensor }, ['batch1', 'batch2'], { beta?: Scalar; alpha?: Scalar }>): T;
export function addbmm_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) { native.callInPlace(table.handle(170), idOf(a0), idOf(a1), idOf(a2)); return a0; }
  return dispatch(table, [170], arguments);
}

/** `addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor` */
export function addcdiv(self: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
export function addcdiv(...args: Split<[self: Tensor], { tensor1: Tensor; tensor2: Tensor }, ['tensor1', 'tensor2'], { value?: Scalar }>): Tensor;
export function addcdiv(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(171), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [171], arguments);
}

/** `addcdiv_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)` */
export function addcdiv_<T extends Tensor>(self: T, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): T;
export function addcdiv_<T extends Tensor>(...args: Split<[self: T], { tensor1: Tensor; tensor2: Tensor }, ['tensor1', 'tensor2'], { value?: Scalar }>): T;
export function addcdiv_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) { native.callInPlace(table.handle(172), idOf(a0), idOf(a1), idOf(a2)); return a0; }
  return dispatch(table, [172], arguments);
}

/** `addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor` */
export function addcmul(self: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
export function addcmul(...args: Split<[self: Tensor], { tensor1: Tensor; tensor2: Tensor }, ['tensor1', 'tensor2'], { value?: Scalar }>): Tensor;
export function addcmul(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(173), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [173], arguments);
}

/** `addcmul_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)` */
export function addcmul_<T extends Tensor>(self: T, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): T;
export function addcmul_<T extends Tensor>(...args: Split<[self: T], { tensor1: Tensor; tensor2: Tensor }, ['tensor1', 'tensor2'], { value?: Scalar }>): T;
export function addcmul_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) { native.callInPlace(table.handle(174), idOf(a0), idOf(a1), idOf(a2)); return a0; }
  return dispatch(table, [174], arguments);
}

/** `addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
export function addmm(self: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
export function addmm(...args: Split<[self: Tensor], { mat1: Tensor; mat2: Tensor }, ['mat1', 'mat2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
/** `addmm.dtype(Tensor self, Tensor mat1, Tensor mat2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
export function addmm(self: Tensor, mat1: Tensor, mat2: Tensor, outDtype: DType, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
export function addmm(...args: Split<[self: Tensor], { mat1: Tensor; mat2: Tensor; outDtype: DType }, ['mat1', 'mat2', 'outDtype'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
export function addmm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(175), idOf(a0), idOf(a1), idOf(a2)));
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isStr(a3)) return wrap(native.call(table.handle(176), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [175, 176], arguments);
}

/** `addmm_(Tensor(a!) self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
export function addmm_<T extends Tensor>(self: T, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): T;
export function addmm_<T extends Tensor>(...args: Split<[self: T], { mat1: Tensor; mat2: Tensor }, ['mat1', 'mat2'], { beta?: Scalar; alpha?: Scalar }>): T;
export function addmm_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) { native.callInPlace(table.handle(177), idOf(a0), idOf(a1), idOf(a2)); return a0; }
  return dispatch(table, [177], arguments);
}

/** `addmv(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
export function addmv(self: Tensor, mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
export function addmv(...args: Split<[self: Tensor], { mat: Tensor; vec: Tensor }, ['mat', 'vec'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
export function addmv(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(178), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [178], arguments);
}

/** `addmv_(Tensor(a!) self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
export function addmv_<T extends Tensor>(self: T, mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): T;
export function addmv_<T extends Tensor>(...args: Split<[self: T], { mat: Tensor; vec: Tensor }, ['mat', 'vec'], { beta?: Scalar; alpha?: Scalar }>): T;
export function addmv_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) { native.callInPlace(table.handle(179), idOf(a0), idOf(a1), idOf(a2)); return a0; }
  return dispatch(table, [179], arguments);
}

/** `addr(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
export function addr(self: Tensor, vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
export function addr(...args: Split<[self: Tensor], { vec1: Tensor; vec2: Tensor }, ['vec1', 'vec2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
export function addr(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(180), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [180], arguments);
}

/** `addr_(Tensor(a!) self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
export function addr_<T extends Tensor>(self: T, vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): T;
export function addr_<T extends Tensor>(...args: Split<[self: T], { vec1: Tensor; vec2: Tensor }, ['vec1', 'vec2'], { beta?: Scalar; alpha?: Scalar }>): T;
export function addr_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) { native.callInPlace(table.handle(181), idOf(a0), idOf(a1), idOf(a2)); return a0; }
  return dispatch(table, [181], arguments);
}

/** `adjoint(Tensor(a) self) -> Tensor(a)` */
export function adjoint(self: Tensor): Tensor;
export function adjoint(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(182), idOf(a0)));
  return dispatch(table, [182], arguments);
}

/** `affine_grid_generator(Tensor theta, SymInt[] size, bool align_corners) -> Tensor` */
export function affineGridGenerator(theta: Tensor, size: readonly number[], alignCorners: boolean): Tensor;
export function affineGridGenerator(...args: Split<[], { theta: Tensor; size: readonly number[]; alignCorners: boolean }, ['theta', 'size', 'alignCorners']>): Tensor;
export function affineGridGenerator(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isL(a1) && isB(a2)) return wrap(native.call(table.handle(183), idOf(a0), a1, a2));
  return dispatch(table, [183], arguments);
}

/** `affine_grid_generator_backward(Tensor grad, SymInt[] size, bool align_corners) -> Tensor` */
export function affineGridGeneratorBackward(grad: Tensor, size: readonly number[], alignCorners: boolean): Tensor;
export function affineGridGeneratorBackward(...args: Split<[], { grad: Tensor; size: readonly number[]; alignCorners: boolean }, ['grad', 'size', 'alignCorners']>): Tensor;
export function affineGridGeneratorBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isL(a1) && isB(a2)) return wrap(native.call(table.handle(184), idOf(a0), a1, a2));
  return dispatch(table, [184], arguments);
}

/** `alias(Tensor(a) self) -> Tensor(a)` */
export function alias(self: Tensor): Tensor;
export function alias(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(185), idOf(a0)));
  return dispatch(table, [185], arguments);
}

/** `alias_copy(Tensor self) -> Tensor` */
export function aliasCopy(self: Tensor): Tensor;
export function aliasCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(186), idOf(a0)));
  return dispatch(table, [186], arguments);
}

/** `all(Tensor self) -> Tensor` */
export function all(self: Tensor): Tensor;
/** `all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
export function all(self: Tensor, dim: number | bigint, keepdim?: boolean): Tensor;
export function all(...args: Split<[self: Tensor], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
/** `all.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor` */
export function all(self: Tensor, dim?: readonly number[] | null, keepdim?: boolean): Tensor;
export function all(...args: Split<[self: Tensor], { dim?: readonly number[] | null; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
export function all(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(187), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(188), idOf(a0), a1, a2));
  if (n >= 1 && n <= 3 && isT(a0) && (a1 == null || isL(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(189), idOf(a0), a1, a2));
  return dispatch(table, [187, 188, 189], arguments);
}

/** `allclose(Tensor self, Tensor other, float rtol=1.0000000000000001e-05, float atol=1e-08, bool equal_nan=False) -> bool` */
export function allclose(self: Tensor, other: Tensor, rtol?: number, atol?: number, equalNan?: boolean): boolean;
export function allclose(...args: Split<[self: Tensor], { other: Tensor; rtol?: number; atol?: number; equalNan?: boolean }, ['other', 'rtol', 'atol', 'equalNan']>): boolean;
export function allclose(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 === undefined || isN(a3)) && (a4 === undefined || isB(a4))) return native.call(table.handle(190), idOf(a0), idOf(a1), a2, a3, a4);
  return dispatch(table, [190], arguments);
}

/** `alpha_dropout(Tensor input, float p, bool train) -> Tensor` */
export function alphaDropout(input: Tensor, p: number, train: boolean): Tensor;
export function alphaDropout(...args: Split<[], { input: Tensor; p: number; train: boolean }, ['input', 'p', 'train']>): Tensor;
export function alphaDropout(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isB(a2)) return wrap(native.call(table.handle(191), idOf(a0), a1, a2));
  return dispatch(table, [191], arguments);
}

/** `alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
export function alphaDropout_<T extends Tensor>(self: T, p: number, train: boolean): T;
export function alphaDropout_<T extends Tensor>(...args: Split<[self: T], { p: number; train: boolean }, ['p', 'train']>): T;
export function alphaDropout_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isB(a2)) { native.callInPlace(table.handle(192), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [192], arguments);
}

/** `amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor` */
export function amax(self: Tensor, dim?: readonly number[] | number, keepdim?: boolean): Tensor;
export function amax(...args: Split<[self: Tensor], { dim?: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
export function amax(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isLN(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(193), idOf(a0), a1, a2));
  return dispatch(table, [193], arguments);
}

/** `amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor` */
export function amin(self: Tensor, dim?: readonly number[] | number, keepdim?: boolean): Tensor;
export function amin(...args: Split<[self: Tensor], { dim?: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
export function amin(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isLN(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(194), idOf(a0), a1, a2));
  return dispatch(table, [194], arguments);
}

/** `aminmax(Tensor self, *, int? dim=None, bool keepdim=False) -> (Tensor min, Tensor max)` */
export function aminmax(self: Tensor, options?: { dim?: number | bigint | null; keepdim?: boolean }): [min: Tensor, max: Tensor];
export function aminmax(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(195), idOf(a0)));
  return dispatch(table, [195], arguments);
}

/** `angle(Tensor self) -> Tensor` */
export function angle(self: Tensor): Tensor;
export function angle(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(196), idOf(a0)));
  return dispatch(table, [196], arguments);
}

/** `any(Tensor self) -> Tensor` */
export function any(self: Tensor): Tensor;
/** `any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
export function any(self: Tensor, dim: number | bigint, keepdim?: boolean): Tensor;
export function any(...args: Split<[self: Tensor], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
/** `any.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor` */
export function any(self: Tensor, dim?: readonly number[] | null, keepdim?: boolean): Tensor;
export function any(...args: Split<[self: Tensor], { dim?: readonly number[] | null; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
export function any(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(197), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(198), idOf(a0), a1, a2));
  if (n >= 1 && n <= 3 && isT(a0) && (a1 == null || isL(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(199), idOf(a0), a1, a2));
  return dispatch(table, [197, 198, 199], arguments);
}

/** `arange(Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function arange(end: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function arange(...args: Split<[], { end: Scalar }, ['end'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `arange.start(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function arange(start: Scalar, end: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function arange(...args: Split<[], { start: Scalar; end: Scalar }, ['start', 'end'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `arange.start_step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function arange(start: Scalar, end: Scalar, step?: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function arange(...args: Split<[], { start: Scalar; end: Scalar; step?: Scalar }, ['start', 'end', 'step'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function arange(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isS(a0)) return wrap(native.call(table.handle(200), a0));
  if (n === 2 && isS(a0) && isS(a1)) return wrap(native.call(table.handle(201), a0, a1));
  if (n >= 2 && n <= 3 && isS(a0) && isS(a1) && (a2 === undefined || isS(a2))) return wrap(native.call(table.handle(202), a0, a1, a2));
  return dispatch(table, [200, 201, 202], arguments);
}

/** `arccos(Tensor self) -> Tensor` */
export function arccos(self: Tensor): Tensor;
export function arccos(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(203), idOf(a0)));
  return dispatch(table, [203], arguments);
}

/** `arccos_(Tensor(a!) self) -> Tensor(a!)` */
export function arccos_<T extends Tensor>(self: T): T;
export function arccos_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(204), idOf(a0)); return a0; }
  return dispatch(table, [204], arguments);
}

/** `arccosh(Tensor self) -> Tensor` */
export function arccosh(self: Tensor): Tensor;
export function arccosh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(205), idOf(a0)));
  return dispatch(table, [205], arguments);
}

/** `arccosh_(Tensor(a!) self) -> Tensor(a!)` */
export function arccosh_<T extends Tensor>(self: T): T;
export function arccosh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(206), idOf(a0)); return a0; }
  return dispatch(table, [206], arguments);
}

/** `arcsin(Tensor self) -> Tensor` */
export function arcsin(self: Tensor): Tensor;
export function arcsin(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(207), idOf(a0)));
  return dispatch(table, [207], arguments);
}

/** `arcsin_(Tensor(a!) self) -> Tensor(a!)` */
export function arcsin_<T extends Tensor>(self: T): T;
export function arcsin_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(208), idOf(a0)); return a0; }
  return dispatch(table, [208], arguments);
}

/** `arcsinh(Tensor self) -> Tensor` */
export function arcsinh(self: Tensor): Tensor;
export function arcsinh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(209), idOf(a0)));
  return dispatch(table, [209], arguments);
}

/** `arcsinh_(Tensor(a!) self) -> Tensor(a!)` */
export function arcsinh_<T extends Tensor>(self: T): T;
export function arcsinh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(210), idOf(a0)); return a0; }
  return dispatch(table, [210], arguments);
}

/** `arctan(Tensor self) -> Tensor` */
export function arctan(self: Tensor): Tensor;
export function arctan(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(211), idOf(a0)));
  return dispatch(table, [211], arguments);
}

/** `arctan2(Tensor self, Tensor other) -> Tensor` */
export function arctan2(self: Tensor, other: Tensor): Tensor;
export function arctan2(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function arctan2(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(212), idOf(a0), idOf(a1)));
  return dispatch(table, [212], arguments);
}

/** `arctan2_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function arctan2_<T extends Tensor>(self: T, other: Tensor): T;
export function arctan2_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function arctan2_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(213), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [213], arguments);
}

/** `arctan_(Tensor(a!) self) -> Tensor(a!)` */
export function arctan_<T extends Tensor>(self: T): T;
export function arctan_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(214), idOf(a0)); return a0; }
  return dispatch(table, [214], arguments);
}

/** `arctanh(Tensor self) -> Tensor` */
export function arctanh(self: Tensor): Tensor;
export function arctanh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(215), idOf(a0)));
  return dispatch(table, [215], arguments);
}

/** `arctanh_(Tensor(a!) self) -> Tensor(a!)` */
export function arctanh_<T extends Tensor>(self: T): T;
export function arctanh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(216), idOf(a0)); return a0; }
  return dispatch(table, [216], arguments);
}

/** `argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
export function argmax(self: Tensor, dim?: number | bigint | null, keepdim?: boolean): Tensor;
export function argmax(...args: Split<[self: Tensor], { dim?: number | bigint | null; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
export function argmax(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 == null || isN(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(217), idOf(a0), a1, a2));
  return dispatch(table, [217], arguments);
}

/** `argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
export function argmin(self: Tensor, dim?: number | bigint | null, keepdim?: boolean): Tensor;
export function argmin(...args: Split<[self: Tensor], { dim?: number | bigint | null; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
export function argmin(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 == null || isN(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(218), idOf(a0), a1, a2));
  return dispatch(table, [218], arguments);
}

/** `argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor` */
export function argsort(self: Tensor, dim?: number | bigint, descending?: boolean): Tensor;
export function argsort(...args: Split<[self: Tensor], { dim?: number | bigint; descending?: boolean }, ['dim', 'descending']>): Tensor;
/** `argsort.stable(Tensor self, *, bool stable, int dim=-1, bool descending=False) -> Tensor` */
export function argsort(self: Tensor, options: { stable: boolean; dim?: number | bigint; descending?: boolean }): Tensor;
export function argsort(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(219), idOf(a0), a1, a2));
  return dispatch(table, [219, 220], arguments);
}

/** `argwhere(Tensor self) -> Tensor` */
export function argwhere(self: Tensor): Tensor;
export function argwhere(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(221), idOf(a0)));
  return dispatch(table, [221], arguments);
}

/** `as_strided(Tensor(a) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a)` */
export function asStrided(self: Tensor, size: readonly number[], stride: readonly number[], storageOffset?: number | bigint | null): Tensor;
export function asStrided(...args: Split<[self: Tensor], { size: readonly number[]; stride: readonly number[]; storageOffset?: number | bigint | null }, ['size', 'stride', 'storageOffset']>): Tensor;
export function asStrided(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isL(a1) && isL(a2) && (a3 == null || isN(a3))) return wrap(native.call(table.handle(222), idOf(a0), a1, a2, a3));
  return dispatch(table, [222], arguments);
}

/** `as_strided_copy(Tensor self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor` */
export function asStridedCopy(self: Tensor, size: readonly number[], stride: readonly number[], storageOffset?: number | bigint | null): Tensor;
export function asStridedCopy(...args: Split<[self: Tensor], { size: readonly number[]; stride: readonly number[]; storageOffset?: number | bigint | null }, ['size', 'stride', 'storageOffset']>): Tensor;
export function asStridedCopy(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isL(a1) && isL(a2) && (a3 == null || isN(a3))) return wrap(native.call(table.handle(223), idOf(a0), a1, a2, a3));
  return dispatch(table, [223], arguments);
}

/** `as_strided_scatter(Tensor self, Tensor src, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor` */
export function asStridedScatter(self: Tensor, src: Tensor, size: readonly number[], stride: readonly number[], storageOffset?: number | bigint | null): Tensor;
export function asStridedScatter(...args: Split<[self: Tensor], { src: Tensor; size: readonly number[]; stride: readonly number[]; storageOffset?: number | bigint | null }, ['src', 'size', 'stride', 'storageOffset']>): Tensor;
export function asStridedScatter(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 5 && isT(a0) && isT(a1) && isL(a2) && isL(a3) && (a4 == null || isN(a4))) return wrap(native.call(table.handle(224), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [224], arguments);
}

/** `as_strided_(Tensor(a!) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a!)` */
export function asStrided_<T extends Tensor>(self: T, size: readonly number[], stride: readonly number[], storageOffset?: number | bigint | null): T;
export function asStrided_<T extends Tensor>(...args: Split<[self: T], { size: readonly number[]; stride: readonly number[]; storageOffset?: number | bigint | null }, ['size', 'stride', 'storageOffset']>): T;
export function asStrided_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isL(a1) && isL(a2) && (a3 == null || isN(a3))) { native.callInPlace(table.handle(225), idOf(a0), a1, a2, a3); return a0; }
  return dispatch(table, [225], arguments);
}

/** `asin(Tensor self) -> Tensor` */
export function asin(self: Tensor): Tensor;
export function asin(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(226), idOf(a0)));
  return dispatch(table, [226], arguments);
}

/** `asin_(Tensor(a!) self) -> Tensor(a!)` */
export function asin_<T extends Tensor>(self: T): T;
export function asin_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(227), idOf(a0)); return a0; }
  return dispatch(table, [227], arguments);
}

/** `asinh(Tensor self) -> Tensor` */
export function asinh(self: Tensor): Tensor;
export function asinh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(228), idOf(a0)));
  return dispatch(table, [228], arguments);
}

/** `asinh_(Tensor(a!) self) -> Tensor(a!)` */
export function asinh_<T extends Tensor>(self: T): T;
export function asinh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(229), idOf(a0)); return a0; }
  return dispatch(table, [229], arguments);
}

/** `atan(Tensor self) -> Tensor` */
export function atan(self: Tensor): Tensor;
export function atan(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(230), idOf(a0)));
  return dispatch(table, [230], arguments);
}

/** `atan2(Tensor self, Tensor other) -> Tensor` */
export function atan2(self: Tensor, other: Tensor): Tensor;
export function atan2(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function atan2(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(231), idOf(a0), idOf(a1)));
  return dispatch(table, [231], arguments);
}

/** `atan2_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function atan2_<T extends Tensor>(self: T, other: Tensor): T;
export function atan2_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function atan2_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(232), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [232], arguments);
}

/** `atan_(Tensor(a!) self) -> Tensor(a!)` */
export function atan_<T extends Tensor>(self: T): T;
export function atan_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(233), idOf(a0)); return a0; }
  return dispatch(table, [233], arguments);
}

/** `atanh(Tensor self) -> Tensor` */
export function atanh(self: Tensor): Tensor;
export function atanh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(234), idOf(a0)));
  return dispatch(table, [234], arguments);
}

/** `atanh_(Tensor(a!) self) -> Tensor(a!)` */
export function atanh_<T extends Tensor>(self: T): T;
export function atanh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(235), idOf(a0)); return a0; }
  return dispatch(table, [235], arguments);
}

/** `atleast_1d(Tensor self) -> Tensor` */
export function atleast1d(self: Tensor): Tensor;
/** `atleast_1d.Sequence(Tensor[] tensors) -> Tensor[]` */
export function atleast1d(tensors: readonly Tensor[]): Tensor[];
export function atleast1d(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor[];
export function atleast1d(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(236), idOf(a0)));
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(237), ids(a0)));
  return dispatch(table, [236, 237], arguments);
}

/** `atleast_2d(Tensor self) -> Tensor` */
export function atleast2d(self: Tensor): Tensor;
/** `atleast_2d.Sequence(Tensor[] tensors) -> Tensor[]` */
export function atleast2d(tensors: readonly Tensor[]): Tensor[];
export function atleast2d(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor[];
export function atleast2d(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(238), idOf(a0)));
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(239), ids(a0)));
  return dispatch(table, [238, 239], arguments);
}

/** `atleast_3d(Tensor self) -> Tensor` */
export function atleast3d(self: Tensor): Tensor;
/** `atleast_3d.Sequence(Tensor[] tensors) -> Tensor[]` */
export function atleast3d(tensors: readonly Tensor[]): Tensor[];
export function atleast3d(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor[];
export function atleast3d(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(240), idOf(a0)));
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(241), ids(a0)));
  return dispatch(table, [240, 241], arguments);
}

/** `avg_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], bool ceil_mode=False, bool count_include_pad=True) -> Tensor` */
export function avgPool1d(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, ceilMode?: boolean, countIncludePad?: boolean): Tensor;
export function avgPool1d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; ceilMode?: boolean; countIncludePad?: boolean }, ['kernelSize', 'stride', 'padding', 'ceilMode', 'countIncludePad']>): Tensor;
export function avgPool1d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isB(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(242), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [242], arguments);
}

/** `avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
export function avgPool2d(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, ceilMode?: boolean, countIncludePad?: boolean, divisorOverride?: number | bigint | null): Tensor;
export function avgPool2d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: number | bigint | null }, ['kernelSize', 'stride', 'padding', 'ceilMode', 'countIncludePad', 'divisorOverride']>): Tensor;
export function avgPool2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 7 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isB(a4)) && (a5 === undefined || isB(a5)) && (a6 == null || isN(a6))) return wrap(native.call(table.handle(243), idOf(a0), a1, a2, a3, a4, a5, a6));
  return dispatch(table, [243], arguments);
}

/** `avg_pool2d_backward(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] stride, int[2] padding, bool ceil_mode, bool count_include_pad, int? divisor_override) -> Tensor` */
export function avgPool2dBackward(gradOutput: Tensor, self: Tensor, kernelSize: readonly number[] | number, stride: readonly number[] | number, padding: readonly number[] | number, ceilMode: boolean, countIncludePad: boolean, divisorOverride?: number | bigint | null): Tensor;
export function avgPool2dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; kernelSize: readonly number[] | number; stride: readonly number[] | number; padding: readonly number[] | number; ceilMode: boolean; countIncludePad: boolean; divisorOverride?: number | bigint | null }, ['gradOutput', 'self', 'kernelSize', 'stride', 'padding', 'ceilMode', 'countIncludePad', 'divisorOverride']>): Tensor;
export function avgPool2dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isLN(a2) && isLN(a3) && isLN(a4) && isB(a5) && isB(a6) && (a7 == null || isN(a7))) return wrap(native.call(table.handle(244), idOf(a0), idOf(a1), a2, a3, a4, a5, a6, a7));
  return dispatch(table, [244], arguments);
}

/** `avg_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
export function avgPool3d(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, ceilMode?: boolean, countIncludePad?: boolean, divisorOverride?: number | bigint | null): Tensor;
export function avgPool3d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: number | bigint | null }, ['kernelSize', 'stride', 'padding', 'ceilMode', 'countIncludePad', 'divisorOverride']>): Tensor;
export function avgPool3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 7 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isB(a4)) && (a5 === undefined || isB(a5)) && (a6 == null || isN(a6))) return wrap(native.call(table.handle(245), idOf(a0), a1, a2, a3, a4, a5, a6));
  return dispatch(table, [245], arguments);
}

/** `avg_pool3d_backward(Tensor grad_output, Tensor self, int[3] kernel_size, int[3] stride, int[3] padding, bool ceil_mode, bool count_include_pad, int? divisor_override) -> Tensor` */
export function avgPool3dBackward(gradOutput: Tensor, self: Tensor, kernelSize: readonly number[] | number, stride: readonly number[] | number, padding: readonly number[] | number, ceilMode: boolean, countIncludePad: boolean, divisorOverride?: number | bigint | null): Tensor;
export function avgPool3dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; kernelSize: readonly number[] | number; stride: readonly number[] | number; padding: readonly number[] | number; ceilMode: boolean; countIncludePad: boolean; divisorOverride?: number | bigint | null }, ['gradOutput', 'self', 'kernelSize', 'stride', 'padding', 'ceilMode', 'countIncludePad', 'divisorOverride']>): Tensor;
export function avgPool3dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isLN(a2) && isLN(a3) && isLN(a4) && isB(a5) && isB(a6) && (a7 == null || isN(a7))) return wrap(native.call(table.handle(246), idOf(a0), idOf(a1), a2, a3, a4, a5, a6, a7));
  return dispatch(table, [246], arguments);
}

/** `baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
export function baddbmm(self: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
export function baddbmm(...args: Split<[self: Tensor], { batch1: Tensor; batch2: Tensor }, ['batch1', 'batch2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
/** `baddbmm.dtype(Tensor self, Tensor batch1, Tensor batch2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
export function baddbmm(self: Tensor, batch1: Tensor, batch2: Tensor, outDtype: DType, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
export function baddbmm(...args: Split<[self: Tensor], { batch1: Tensor; batch2: Tensor; outDtype: DType }, ['batch1', 'batch2', 'outDtype'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
export function baddbmm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(247), idOf(a0), idOf(a1), idOf(a2)));
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isStr(a3)) return wrap(native.call(table.handle(248), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [247, 248], arguments);
}

/** `baddbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
export function baddbmm_<T extends Tensor>(self: T, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): T;
export function baddbmm_<T extends Tensor>(...args: Split<[self: T], { batch1: Tensor; batch2: Tensor }, ['batch1', 'batch2'], { beta?: Scalar; alpha?: Scalar }>): T;
export function baddbmm_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) { native.callInPlace(table.handle(249), idOf(a0), idOf(a1), idOf(a2)); return a0; }
  return dispatch(table, [249], arguments);
}

/** `bartlett_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function bartlettWindow(windowLength: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function bartlettWindow(...args: Split<[], { windowLength: number | bigint }, ['windowLength'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `bartlett_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function bartlettWindow(windowLength: number | bigint, periodic: boolean, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function bartlettWindow(...args: Split<[], { windowLength: number | bigint; periodic: boolean }, ['windowLength', 'periodic'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function bartlettWindow(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 1 && isN(a0)) return wrap(native.call(table.handle(250), a0));
  if (n === 2 && isN(a0) && isB(a1)) return wrap(native.call(table.handle(251), a0, a1));
  return dispatch(table, [250, 251], arguments);
}

/** `batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps, bool cudnn_enabled) -> Tensor` */
export function batchNorm(input: Tensor, weight: Tensor | null | undefined, bias: Tensor | null | undefined, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, training: boolean, momentum: number, eps: number, cudnnEnabled: boolean): Tensor;
export function batchNorm(...args: Split<[], { input: Tensor; weight?: Tensor | null; bias?: Tensor | null; runningMean?: Tensor | null; runningVar?: Tensor | null; training: boolean; momentum: number; eps: number; cudnnEnabled: boolean }, ['input', 'weight', 'bias', 'runningMean', 'runningVar', 'training', 'momentum', 'eps', 'cudnnEnabled']>): Tensor;
export function batchNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isOptT(a1) && isOptT(a2) && isOptT(a3) && isOptT(a4) && isB(a5) && isN(a6) && isN(a7) && isB(a8)) return wrap(native.call(table.handle(252), idOf(a0), optId(a1), optId(a2), optId(a3), optId(a4), a5, a6, a7, a8));
  return dispatch(table, [252], arguments);
}

/** `batch_norm_backward(Tensor grad_out, Tensor input, Tensor weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_var, bool update, float eps, bool[3] output_mask, Tensor reserve) -> (Tensor, Tensor, Tensor)` */
export function batchNormBackward(gradOut: Tensor, input: Tensor, weight: Tensor, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, saveMean: Tensor | null | undefined, saveVar: Tensor | null | undefined, update: boolean, eps: number, outputMask: readonly boolean[] | boolean, reserve: Tensor): [Tensor, Tensor, Tensor];
export function batchNormBackward(...args: Split<[], { gradOut: Tensor; input: Tensor; weight: Tensor; runningMean?: Tensor | null; runningVar?: Tensor | null; saveMean?: Tensor | null; saveVar?: Tensor | null; update: boolean; eps: number; outputMask: readonly boolean[] | boolean; reserve: Tensor }, ['gradOut', 'input', 'weight', 'runningMean', 'runningVar', 'saveMean', 'saveVar', 'update', 'eps', 'outputMask', 'reserve']>): [Tensor, Tensor, Tensor];
export function batchNormBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any): any {
  const n = arguments.length;
  if (n === 11 && isT(a0) && isT(a1) && isT(a2) && isOptT(a3) && isOptT(a4) && isOptT(a5) && isOptT(a6) && isB(a7) && isN(a8) && isLN(a9) && isT(a10)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(253), idOf(a0), idOf(a1), idOf(a2), optId(a3), optId(a4), optId(a5), optId(a6), a7, a8, a9, idOf(a10)));
  return dispatch(table, [253], arguments);
}

/** `batch_norm_backward_elemt(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, Tensor sum_dy, Tensor sum_dy_xmu, Tensor count) -> Tensor` */
export function batchNormBackwardElemt(gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null | undefined, sumDy: Tensor, sumDyXmu: Tensor, count: Tensor): Tensor;
export function batchNormBackwardElemt(...args: Split<[], { gradOut: Tensor; input: Tensor; mean: Tensor; invstd: Tensor; weight?: Tensor | null; sumDy: Tensor; sumDyXmu: Tensor; count: Tensor }, ['gradOut', 'input', 'mean', 'invstd', 'weight', 'sumDy', 'sumDyXmu', 'count']>): Tensor;
export function batchNormBackwardElemt(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isOptT(a4) && isT(a5) && isT(a6) && isT(a7)) return wrap(native.call(table.handle(254), idOf(a0), idOf(a1), idOf(a2), idOf(a3), optId(a4), idOf(a5), idOf(a6), idOf(a7)));
  return dispatch(table, [254], arguments);
}

/** `batch_norm_backward_reduce(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, bool input_g, bool weight_g, bool bias_g) -> (Tensor, Tensor, Tensor, Tensor)` */
export function batchNormBackwardReduce(gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null | undefined, inputG: boolean, weightG: boolean, biasG: boolean): [Tensor, Tensor, Tensor, Tensor];
export function batchNormBackwardReduce(...args: Split<[], { gradOut: Tensor; input: Tensor; mean: Tensor; invstd: Tensor; weight?: Tensor | null; inputG: boolean; weightG: boolean; biasG: boolean }, ['gradOut', 'input', 'mean', 'invstd', 'weight', 'inputG', 'weightG', 'biasG']>): [Tensor, Tensor, Tensor, Tensor];
export function batchNormBackwardReduce(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isOptT(a4) && isB(a5) && isB(a6) && isB(a7)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2]), wrapOpt(r[3])])(native.call(table.handle(255), idOf(a0), idOf(a1), idOf(a2), idOf(a3), optId(a4), a5, a6, a7));
  return dispatch(table, [255], arguments);
}

/** `batch_norm_elemt(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor invstd, float eps) -> Tensor` */
export function batchNormElemt(input: Tensor, weight: Tensor | null | undefined, bias: Tensor | null | undefined, mean: Tensor, invstd: Tensor, eps: number): Tensor;
export function batchNormElemt(...args: Split<[], { input: Tensor; weight?: Tensor | null; bias?: Tensor | null; mean: Tensor; invstd: Tensor; eps: number }, ['input', 'weight', 'bias', 'mean', 'invstd', 'eps']>): Tensor;
export function batchNormElemt(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n === 6 && isT(a0) && isOptT(a1) && isOptT(a2) && isT(a3) && isT(a4) && isN(a5)) return wrap(native.call(table.handle(256), idOf(a0), optId(a1), optId(a2), idOf(a3), idOf(a4), a5));
  return dispatch(table, [256], arguments);
}

/** `batch_norm_gather_stats(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, int count) -> (Tensor, Tensor)` */
export function batchNormGatherStats(input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, momentum: number, eps: number, count: number | bigint): [Tensor, Tensor];
export function batchNormGatherStats(...args: Split<[], { input: Tensor; mean: Tensor; invstd: Tensor; runningMean?: Tensor | null; runningVar?: Tensor | null; momentum: number; eps: number; count: number | bigint }, ['input', 'mean', 'invstd', 'runningMean', 'runningVar', 'momentum', 'eps', 'count']>): [Tensor, Tensor];
export function batchNormGatherStats(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isT(a2) && isOptT(a3) && isOptT(a4) && isN(a5) && isN(a6) && isN(a7)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(257), idOf(a0), idOf(a1), idOf(a2), optId(a3), optId(a4), a5, a6, a7));
  return dispatch(table, [257], arguments);
}

/** `batch_norm_gather_stats_with_counts(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, Tensor counts) -> (Tensor, Tensor)` */
export function batchNormGatherStatsWithCounts(input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, momentum: number, eps: number, counts: Tensor): [Tensor, Tensor];
export function batchNormGatherStatsWithCounts(...args: Split<[], { input: Tensor; mean: Tensor; invstd: Tensor; runningMean?: Tensor | null; runningVar?: Tensor | null; momentum: number; eps: number; counts: Tensor }, ['input', 'mean', 'invstd', 'runningMean', 'runningVar', 'momentum', 'eps', 'counts']>): [Tensor, Tensor];
export function batchNormGatherStatsWithCounts(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isT(a2) && isOptT(a3) && isOptT(a4) && isN(a5) && isN(a6) && isT(a7)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(258), idOf(a0), idOf(a1), idOf(a2), optId(a3), optId(a4), a5, a6, idOf(a7)));
  return dispatch(table, [258], arguments);
}

/** `batch_norm_stats(Tensor input, float eps) -> (Tensor, Tensor)` */
export function batchNormStats(input: Tensor, eps: number): [Tensor, Tensor];
export function batchNormStats(...args: Split<[], { input: Tensor; eps: number }, ['input', 'eps']>): [Tensor, Tensor];
export function batchNormStats(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(259), idOf(a0), a1));
  return dispatch(table, [259], arguments);
}

/** `batch_norm_update_stats(Tensor input, Tensor? running_mean, Tensor? running_var, float momentum) -> (Tensor, Tensor)` */
export function batchNormUpdateStats(input: Tensor, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, momentum: number): [Tensor, Tensor];
export function batchNormUpdateStats(...args: Split<[], { input: Tensor; runningMean?: Tensor | null; runningVar?: Tensor | null; momentum: number }, ['input', 'runningMean', 'runningVar', 'momentum']>): [Tensor, Tensor];
export function batchNormUpdateStats(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isOptT(a1) && isOptT(a2) && isN(a3)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(260), idOf(a0), optId(a1), optId(a2), a3));
  return dispatch(table, [260], arguments);
}

/** `bernoulli.Tensor(Tensor self, Tensor p, *, Generator? generator=None) -> Tensor` */
export function bernoulli(self: Tensor, p: Tensor, options?: { generator?: Generator | null }): Tensor;
export function bernoulli(...args: Split<[self: Tensor], { p: Tensor }, ['p'], { generator?: Generator | null }>): Tensor;
/** `bernoulli(Tensor self, *, Generator? generator=None) -> Tensor` */
export function bernoulli(self: Tensor, options?: { generator?: Generator | null }): Tensor;
/** `bernoulli.p(Tensor self, float p, *, Generator? generator=None) -> Tensor` */
export function bernoulli(self: Tensor, p: number, options?: { generator?: Generator | null }): Tensor;
export function bernoulli(...args: Split<[self: Tensor], { p: number }, ['p'], { generator?: Generator | null }>): Tensor;
export function bernoulli(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(261), idOf(a0), idOf(a1)));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(262), idOf(a0)));
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(263), idOf(a0), a1));
  return dispatch(table, [261, 262, 263], arguments);
}

/** `bernoulli_.Tensor(Tensor(a!) self, Tensor p, *, Generator? generator=None) -> Tensor(a!)` */
export function bernoulli_<T extends Tensor>(self: T, p: Tensor, options?: { generator?: Generator | null }): T;
export function bernoulli_<T extends Tensor>(...args: Split<[self: T], { p: Tensor }, ['p'], { generator?: Generator | null }>): T;
/** `bernoulli_.float(Tensor(a!) self, float p=0.5, *, Generator? generator=None) -> Tensor(a!)` */
export function bernoulli_<T extends Tensor>(self: T, p?: number, options?: { generator?: Generator | null }): T;
export function bernoulli_<T extends Tensor>(...args: Split<[self: T], { p?: number }, ['p'], { generator?: Generator | null }>): T;
export function bernoulli_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(264), idOf(a0), idOf(a1)); return a0; }
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) { native.callInPlace(table.handle(265), idOf(a0), a1); return a0; }
  return dispatch(table, [264, 265], arguments);
}

/** `bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None) -> Tensor` */
export function bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
export function bilinear(...args: Split<[], { input1: Tensor; input2: Tensor; weight: Tensor; bias?: Tensor | null }, ['input1', 'input2', 'weight', 'bias']>): Tensor;
export function bilinear(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isT(a1) && isT(a2) && isOptT(a3)) return wrap(native.call(table.handle(266), idOf(a0), idOf(a1), idOf(a2), optId(a3)));
  return dispatch(table, [266], arguments);
}

/** `binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None, int reduction=1) -> Tensor` */
export function binaryCrossEntropy(self: Tensor, target: Tensor, weight?: Tensor | null, reduction?: number | bigint): Tensor;
export function binaryCrossEntropy(...args: Split<[self: Tensor], { target: Tensor; weight?: Tensor | null; reduction?: number | bigint }, ['target', 'weight', 'reduction']>): Tensor;
export function binaryCrossEntropy(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(267), idOf(a0), idOf(a1), optId(a2), a3));
  return dispatch(table, [267], arguments);
}

/** `binary_cross_entropy_backward(Tensor grad_output, Tensor self, Tensor target, Tensor? weight=None, int reduction=1) -> Tensor` */
export function binaryCrossEntropyBackward(gradOutput: Tensor, self: Tensor, target: Tensor, weight?: Tensor | null, reduction?: number | bigint): Tensor;
export function binaryCrossEntropyBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; target: Tensor; weight?: Tensor | null; reduction?: number | bigint }, ['gradOutput', 'self', 'target', 'weight', 'reduction']>): Tensor;
export function binaryCrossEntropyBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 5 && isT(a0) && isT(a1) && isT(a2) && isOptT(a3) && (a4 === undefined || isN(a4))) return wrap(native.call(table.handle(268), idOf(a0), idOf(a1), idOf(a2), optId(a3), a4));
  return dispatch(table, [268], arguments);
}

/** `binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=1) -> Tensor` */
export function binaryCrossEntropyWithLogits(self: Tensor, target: Tensor, weight?: Tensor | null, posWeight?: Tensor | null, reduction?: number | bigint): Tensor;
export function binaryCrossEntropyWithLogits(...args: Split<[self: Tensor], { target: Tensor; weight?: Tensor | null; posWeight?: Tensor | null; reduction?: number | bigint }, ['target', 'weight', 'posWeight', 'reduction']>): Tensor;
export function binaryCrossEntropyWithLogits(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isT(a1) && isOptT(a2) && isOptT(a3) && (a4 === undefined || isN(a4))) return wrap(native.call(table.handle(269), idOf(a0), idOf(a1), optId(a2), optId(a3), a4));
  return dispatch(table, [269], arguments);
}

/** `bincount(Tensor self, Tensor? weights=None, SymInt minlength=0) -> Tensor` */
export function bincount(self: Tensor, weights?: Tensor | null, minlength?: number | bigint): Tensor;
export function bincount(...args: Split<[self: Tensor], { weights?: Tensor | null; minlength?: number | bigint }, ['weights', 'minlength']>): Tensor;
export function bincount(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && isOptT(a1) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(270), idOf(a0), optId(a1), a2));
  return dispatch(table, [270], arguments);
}

/** `binomial(Tensor count, Tensor prob, Generator? generator=None) -> Tensor` */
export function binomial(count: Tensor, prob: Tensor, generator?: Generator | null): Tensor;
export function binomial(...args: Split<[], { count: Tensor; prob: Tensor; generator?: Generator | null }, ['count', 'prob', 'generator']>): Tensor;
export function binomial(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 == null || isG(a2))) return wrap(native.call(table.handle(271), idOf(a0), idOf(a1), optGen(a2)));
  return dispatch(table, [271], arguments);
}

/** `bitwise_and.Tensor(Tensor self, Tensor other) -> Tensor` */
export function bitwiseAnd(self: Tensor, other: Tensor | Scalar): Tensor;
export function bitwiseAnd(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `bitwise_and.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
export function bitwiseAnd(self: Scalar, other: Tensor): Tensor;
export function bitwiseAnd(...args: Split<[self: Scalar], { other: Tensor }, ['other']>): Tensor;
export function bitwiseAnd(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(272), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(273), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(274), a0, idOf(a1)));
  return dispatch(table, [272, 273, 274], arguments);
}

/** `bitwise_and_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function bitwiseAnd_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function bitwiseAnd_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function bitwiseAnd_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(275), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(276), idOf(a0), a1); return a0; }
  return dispatch(table, [275, 276], arguments);
}

/** `bitwise_left_shift.Tensor(Tensor self, Tensor other) -> Tensor` */
export function bitwiseLeftShift(self: Tensor, other: Tensor | Scalar): Tensor;
export function bitwiseLeftShift(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `bitwise_left_shift.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
export function bitwiseLeftShift(self: Scalar, other: Tensor): Tensor;
export function bitwiseLeftShift(...args: Split<[self: Scalar], { other: Tensor }, ['other']>): Tensor;
export function bitwiseLeftShift(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(277), idOf(a0), idOf(a1)));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(278), a0, idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(279), idOf(a0), a1));
  return dispatch(table, [277, 278, 279], arguments);
}

/** `bitwise_left_shift_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function bitwiseLeftShift_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function bitwiseLeftShift_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function bitwiseLeftShift_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(280), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(281), idOf(a0), a1); return a0; }
  return dispatch(table, [280, 281], arguments);
}

/** `bitwise_not(Tensor self) -> Tensor` */
export function bitwiseNot(self: Tensor): Tensor;
export function bitwiseNot(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(282), idOf(a0)));
  return dispatch(table, [282], arguments);
}

/** `bitwise_not_(Tensor(a!) self) -> Tensor(a!)` */
export function bitwiseNot_<T extends Tensor>(self: T): T;
export function bitwiseNot_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(283), idOf(a0)); return a0; }
  return dispatch(table, [283], arguments);
}

/** `bitwise_or.Tensor(Tensor self, Tensor other) -> Tensor` */
export function bitwiseOr(self: Tensor, other: Tensor | Scalar): Tensor;
export function bitwiseOr(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `bitwise_or.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
export function bitwiseOr(self: Scalar, other: Tensor): Tensor;
export function bitwiseOr(...args: Split<[self: Scalar], { other: Tensor }, ['other']>): Tensor;
export function bitwiseOr(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(284), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(285), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(286), a0, idOf(a1)));
  return dispatch(table, [284, 285, 286], arguments);
}

/** `bitwise_or_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function bitwiseOr_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function bitwiseOr_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function bitwiseOr_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(287), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(288), idOf(a0), a1); return a0; }
  return dispatch(table, [287, 288], arguments);
}

/** `bitwise_right_shift.Tensor(Tensor self, Tensor other) -> Tensor` */
export function bitwiseRightShift(self: Tensor, other: Tensor | Scalar): Tensor;
export function bitwiseRightShift(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `bitwise_right_shift.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
export function bitwiseRightShift(self: Scalar, other: Tensor): Tensor;
export function bitwiseRightShift(...args: Split<[self: Scalar], { other: Tensor }, ['other']>): Tensor;
export function bitwiseRightShift(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(289), idOf(a0), idOf(a1)));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(290), a0, idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(291), idOf(a0), a1));
  return dispatch(table, [289, 290, 291], arguments);
}

/** `bitwise_right_shift_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function bitwiseRightShift_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function bitwiseRightShift_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function bitwiseRightShift_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(292), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(293), idOf(a0), a1); return a0; }
  return dispatch(table, [292, 293], arguments);
}

/** `bitwise_xor.Tensor(Tensor self, Tensor other) -> Tensor` */
export function bitwiseXor(self: Tensor, other: Tensor | Scalar): Tensor;
export function bitwiseXor(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `bitwise_xor.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
export function bitwiseXor(self: Scalar, other: Tensor): Tensor;
export function bitwiseXor(...args: Split<[self: Scalar], { other: Tensor }, ['other']>): Tensor;
export function bitwiseXor(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(294), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(295), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(296), a0, idOf(a1)));
  return dispatch(table, [294, 295, 296], arguments);
}

/** `bitwise_xor_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function bitwiseXor_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function bitwiseXor_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function bitwiseXor_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(297), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(298), idOf(a0), a1); return a0; }
  return dispatch(table, [297, 298], arguments);
}

/** `blackman_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function blackmanWindow(windowLength: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function blackmanWindow(...args: Split<[], { windowLength: number | bigint }, ['windowLength'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `blackman_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function blackmanWindow(windowLength: number | bigint, periodic: boolean, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function blackmanWindow(...args: Split<[], { windowLength: number | bigint; periodic: boolean }, ['windowLength', 'periodic'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function blackmanWindow(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 1 && isN(a0)) return wrap(native.call(table.handle(299), a0));
  if (n === 2 && isN(a0) && isB(a1)) return wrap(native.call(table.handle(300), a0, a1));
  return dispatch(table, [299, 300], arguments);
}

/** `block_diag(Tensor[] tensors) -> Tensor` */
export function blockDiag(tensors: readonly Tensor[]): Tensor;
export function blockDiag(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor;
export function blockDiag(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrap(native.call(table.handle(301), ids(a0)));
  return dispatch(table, [301], arguments);
}

/** `bmm(Tensor self, Tensor mat2) -> Tensor` */
export function bmm(self: Tensor, mat2: Tensor): Tensor;
export function bmm(...args: Split<[self: Tensor], { mat2: Tensor }, ['mat2']>): Tensor;
/** `bmm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor` */
export function bmm(self: Tensor, mat2: Tensor, outDtype: DType): Tensor;
export function bmm(...args: Split<[self: Tensor], { mat2: Tensor; outDtype: DType }, ['mat2', 'outDtype']>): Tensor;
export function bmm(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(302), idOf(a0), idOf(a1)));
  if (n === 3 && isT(a0) && isT(a1) && isStr(a2)) return wrap(native.call(table.handle(303), idOf(a0), idOf(a1), a2));
  return dispatch(table, [302, 303], arguments);
}

/** `broadcast_tensors(Tensor[] tensors) -> Tensor[]` */
export function broadcastTensors(tensors: readonly Tensor[]): Tensor[];
export function broadcastTensors(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor[];
export function broadcastTensors(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(304), ids(a0)));
  return dispatch(table, [304], arguments);
}

/** `broadcast_to(Tensor(a) self, SymInt[] size) -> Tensor(a)` */
export function broadcastTo(self: Tensor, size: readonly number[]): Tensor;
export function broadcastTo(...args: Split<[self: Tensor], { size: readonly number[] }, ['size']>): Tensor;
export function broadcastTo(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(305), idOf(a0), a1));
  return dispatch(table, [305], arguments);
}

/** `bucketize.Tensor(Tensor self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor` */
export function bucketize(self: Tensor, boundaries: Tensor, options?: { outInt32?: boolean; right?: boolean }): Tensor;
export function bucketize(...args: Split<[self: Tensor], { boundaries: Tensor }, ['boundaries'], { outInt32?: boolean; right?: boolean }>): Tensor;
/** `bucketize.Scalar(Scalar self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor` */
export function bucketize(self: Scalar, boundaries: Tensor, options?: { outInt32?: boolean; right?: boolean }): Tensor;
export function bucketize(...args: Split<[self: Scalar], { boundaries: Tensor }, ['boundaries'], { outInt32?: boolean; right?: boolean }>): Tensor;
export function bucketize(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(306), idOf(a0), idOf(a1)));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(307), a0, idOf(a1)));
  return dispatch(table, [306, 307], arguments);
}

/** `can_cast(ScalarType from_, ScalarType to) -> bool` */
export function canCast(from_: DType, to: DType): boolean;
export function canCast(...args: Split<[], { from_: DType; to: DType }, ['from_', 'to']>): boolean;
export function canCast(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isStr(a0) && isStr(a1)) return native.call(table.handle(308), a0, a1);
  return dispatch(table, [308], arguments);
}

/** `cartesian_prod(Tensor[] tensors) -> Tensor` */
export function cartesianProd(tensors: readonly Tensor[]): Tensor;
export function cartesianProd(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor;
export function cartesianProd(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrap(native.call(table.handle(309), ids(a0)));
  return dispatch(table, [309], arguments);
}

/** `cat(Tensor[] tensors, int dim=0) -> Tensor` */
export function cat(tensors: readonly Tensor[], dim?: number | bigint): Tensor;
export function cat(...args: Split<[], { tensors: readonly Tensor[]; dim?: number | bigint }, ['tensors', 'dim']>): Tensor;
export function cat(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isTs(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(310), ids(a0), a1));
  return dispatch(table, [310], arguments);
}

/** `cauchy(Tensor self, float median=0., float sigma=1., *, Generator? generator=None) -> Tensor` */
export function cauchy(self: Tensor, median?: number, sigma?: number, options?: { generator?: Generator | null }): Tensor;
export function cauchy(...args: Split<[self: Tensor], { median?: number; sigma?: number }, ['median', 'sigma'], { generator?: Generator | null }>): Tensor;
export function cauchy(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(311), idOf(a0), a1, a2));
  return dispatch(table, [311], arguments);
}

/** `cauchy_(Tensor(a!) self, float median=0., float sigma=1., *, Generator? generator=None) -> Tensor(a!)` */
export function cauchy_<T extends Tensor>(self: T, median?: number, sigma?: number, options?: { generator?: Generator | null }): T;
export function cauchy_<T extends Tensor>(...args: Split<[self: T], { median?: number; sigma?: number }, ['median', 'sigma'], { generator?: Generator | null }>): T;
export function cauchy_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2))) { native.callInPlace(table.handle(312), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [312], arguments);
}

/** `ccol_indices(Tensor(a) self) -> Tensor(a)` */
export function ccolIndices(self: Tensor): Tensor;
export function ccolIndices(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(313), idOf(a0)));
  return dispatch(table, [313], arguments);
}

/** `ccol_indices_copy(Tensor self) -> Tensor` */
export function ccolIndicesCopy(self: Tensor): Tensor;
export function ccolIndicesCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(314), idOf(a0)));
  return dispatch(table, [314], arguments);
}

/** `cdist(Tensor x1, Tensor x2, float p=2., int? compute_mode=None) -> Tensor` */
export function cdist(x1: Tensor, x2: Tensor, p?: number, computeMode?: number | bigint | null): Tensor;
export function cdist(...args: Split<[], { x1: Tensor; x2: Tensor; p?: number; computeMode?: number | bigint | null }, ['x1', 'x2', 'p', 'computeMode']>): Tensor;
export function cdist(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 == null || isN(a3))) return wrap(native.call(table.handle(315), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [315], arguments);
}

/** `ceil(Tensor self) -> Tensor` */
export function ceil(self: Tensor): Tensor;
export function ceil(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(316), idOf(a0)));
  return dispatch(table, [316], arguments);
}

/** `ceil_(Tensor(a!) self) -> Tensor(a!)` */
export function ceil_<T extends Tensor>(self: T): T;
export function ceil_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(317), idOf(a0)); return a0; }
  return dispatch(table, [317], arguments);
}

/** `celu(Tensor self, Scalar alpha=1.) -> Tensor` */
export function celu(self: Tensor, alpha?: Scalar): Tensor;
export function celu(...args: Split<[self: Tensor], { alpha?: Scalar }, ['alpha']>): Tensor;
export function celu(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isS(a1))) return wrap(native.call(table.handle(318), idOf(a0), a1));
  return dispatch(table, [318], arguments);
}

/** `celu_(Tensor(a!) self, Scalar alpha=1.) -> Tensor(a!)` */
export function celu_<T extends Tensor>(self: T, alpha?: Scalar): T;
export function celu_<T extends Tensor>(...args: Split<[self: T], { alpha?: Scalar }, ['alpha']>): T;
export function celu_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isS(a1))) { native.callInPlace(table.handle(319), idOf(a0), a1); return a0; }
  return dispatch(table, [319], arguments);
}

/** `chain_matmul(Tensor[] matrices) -> Tensor` */
export function chainMatmul(matrices: readonly Tensor[]): Tensor;
export function chainMatmul(...args: Split<[], { matrices: readonly Tensor[] }, ['matrices']>): Tensor;
export function chainMatmul(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrap(native.call(table.handle(320), ids(a0)));
  return dispatch(table, [320], arguments);
}

/** `chalf(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor` */
export function chalf(self: Tensor, options?: { memoryFormat?: MemoryFormat | null }): Tensor;
export function chalf(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(321), idOf(a0)));
  return dispatch(table, [321], arguments);
}

/** `channel_shuffle(Tensor self, SymInt groups) -> Tensor` */
export function channelShuffle(self: Tensor, groups: number | bigint): Tensor;
export function channelShuffle(...args: Split<[self: Tensor], { groups: number | bigint }, ['groups']>): Tensor;
export function channelShuffle(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(322), idOf(a0), a1));
  return dispatch(table, [322], arguments);
}

/** `cholesky(Tensor self, bool upper=False) -> Tensor` */
export function cholesky(self: Tensor, upper?: boolean): Tensor;
export function cholesky(...args: Split<[self: Tensor], { upper?: boolean }, ['upper']>): Tensor;
export function cholesky(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isB(a1))) return wrap(native.call(table.handle(323), idOf(a0), a1));
  return dispatch(table, [323], arguments);
}

/** `cholesky_inverse(Tensor self, bool upper=False) -> Tensor` */
export function choleskyInverse(self: Tensor, upper?: boolean): Tensor;
export function choleskyInverse(...args: Split<[self: Tensor], { upper?: boolean }, ['upper']>): Tensor;
export function choleskyInverse(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isB(a1))) return wrap(native.call(table.handle(324), idOf(a0), a1));
  return dispatch(table, [324], arguments);
}

/** `cholesky_solve(Tensor self, Tensor input2, bool upper=False) -> Tensor` */
export function choleskySolve(self: Tensor, input2: Tensor, upper?: boolean): Tensor;
export function choleskySolve(...args: Split<[self: Tensor], { input2: Tensor; upper?: boolean }, ['input2', 'upper']>): Tensor;
export function choleskySolve(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(325), idOf(a0), idOf(a1), a2));
  return dispatch(table, [325], arguments);
}

/** `choose_qparams_optimized(Tensor input, int numel, int n_bins, float ratio, int bit_width) -> (Tensor, Tensor)` */
export function chooseQparamsOptimized(input: Tensor, numel: number | bigint, nBins: number | bigint, ratio: number, bitWidth: number | bigint): [Tensor, Tensor];
export function chooseQparamsOptimized(...args: Split<[], { input: Tensor; numel: number | bigint; nBins: number | bigint; ratio: number; bitWidth: number | bigint }, ['input', 'numel', 'nBins', 'ratio', 'bitWidth']>): [Tensor, Tensor];
export function chooseQparamsOptimized(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isN(a1) && isN(a2) && isN(a3) && isN(a4)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(326), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [326], arguments);
}

/** `chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]` */
export function chunk(self: Tensor, chunks: number | bigint, dim?: number | bigint): Tensor[];
export function chunk(...args: Split<[self: Tensor], { chunks: number | bigint; dim?: number | bigint }, ['chunks', 'dim']>): Tensor[];
export function chunk(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(327), idOf(a0), a1, a2));
  return dispatch(table, [327], arguments);
}

/** `clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
export function clamp(self: Tensor, min?: Tensor | null, max?: Tensor | null): Tensor;
export function clamp(...args: Split<[self: Tensor], { min?: Tensor | null; max?: Tensor | null }, ['min', 'max']>): Tensor;
/** `clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor` */
export function clamp(self: Tensor, min?: Scalar | null, max?: Scalar | null): Tensor;
export function clamp(...args: Split<[self: Tensor], { min?: Scalar | null; max?: Scalar | null }, ['min', 'max']>): Tensor;
export function clamp(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && isOptT(a1) && isOptT(a2)) return wrap(native.call(table.handle(328), idOf(a0), optId(a1), optId(a2)));
  if (n >= 1 && n <= 3 && isT(a0) && (a1 == null || isS(a1)) && (a2 == null || isS(a2))) return wrap(native.call(table.handle(329), idOf(a0), a1, a2));
  return dispatch(table, [328, 329], arguments);
}

/** `clamp_max.Tensor(Tensor self, Tensor max) -> Tensor` */
export function clampMax(self: Tensor, max: Tensor | Scalar): Tensor;
export function clampMax(...args: Split<[self: Tensor], { max: Tensor | Scalar }, ['max']>): Tensor;
export function clampMax(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(330), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(331), idOf(a0), a1));
  return dispatch(table, [330, 331], arguments);
}

/** `clamp_max_.Tensor(Tensor(a!) self, Tensor max) -> Tensor(a!)` */
export function clampMax_<T extends Tensor>(self: T, max: Tensor | Scalar): T;
export function clampMax_<T extends Tensor>(...args: Split<[self: T], { max: Tensor | Scalar }, ['max']>): T;
export function clampMax_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(332), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(333), idOf(a0), a1); return a0; }
  return dispatch(table, [332, 333], arguments);
}

/** `clamp_min.Tensor(Tensor self, Tensor min) -> Tensor` */
export function clampMin(self: Tensor, min: Tensor | Scalar): Tensor;
export function clampMin(...args: Split<[self: Tensor], { min: Tensor | Scalar }, ['min']>): Tensor;
export function clampMin(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(334), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(335), idOf(a0), a1));
  return dispatch(table, [334, 335], arguments);
}

/** `clamp_min_.Tensor(Tensor(a!) self, Tensor min) -> Tensor(a!)` */
export function clampMin_<T extends Tensor>(self: T, min: Tensor | Scalar): T;
export function clampMin_<T extends Tensor>(...args: Split<[self: T], { min: Tensor | Scalar }, ['min']>): T;
export function clampMin_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(336), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(337), idOf(a0), a1); return a0; }
  return dispatch(table, [336, 337], arguments);
}

/** `clamp_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)` */
export function clamp_<T extends Tensor>(self: T, min?: Tensor | null, max?: Tensor | null): T;
export function clamp_<T extends Tensor>(...args: Split<[self: T], { min?: Tensor | null; max?: Tensor | null }, ['min', 'max']>): T;
/** `clamp_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)` */
export function clamp_<T extends Tensor>(self: T, min?: Scalar | null, max?: Scalar | null): T;
export function clamp_<T extends Tensor>(...args: Split<[self: T], { min?: Scalar | null; max?: Scalar | null }, ['min', 'max']>): T;
export function clamp_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && isOptT(a1) && isOptT(a2)) { native.callInPlace(table.handle(338), idOf(a0), optId(a1), optId(a2)); return a0; }
  if (n >= 1 && n <= 3 && isT(a0) && (a1 == null || isS(a1)) && (a2 == null || isS(a2))) { native.callInPlace(table.handle(339), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [338, 339], arguments);
}

/** `clip.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
export function clip(self: Tensor, min?: Tensor | null, max?: Tensor | null): Tensor;
export function clip(...args: Split<[self: Tensor], { min?: Tensor | null; max?: Tensor | null }, ['min', 'max']>): Tensor;
/** `clip(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor` */
export function clip(self: Tensor, min?: Scalar | null, max?: Scalar | null): Tensor;
export function clip(...args: Split<[self: Tensor], { min?: Scalar | null; max?: Scalar | null }, ['min', 'max']>): Tensor;
export function clip(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && isOptT(a1) && isOptT(a2)) return wrap(native.call(table.handle(340), idOf(a0), optId(a1), optId(a2)));
  if (n >= 1 && n <= 3 && isT(a0) && (a1 == null || isS(a1)) && (a2 == null || isS(a2))) return wrap(native.call(table.handle(341), idOf(a0), a1, a2));
  return dispatch(table, [340, 341], arguments);
}

/** `clip_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)` */
export function clip_<T extends Tensor>(self: T, min?: Tensor | null, max?: Tensor | null): T;
export function clip_<T extends Tensor>(...args: Split<[self: T], { min?: Tensor | null; max?: Tensor | null }, ['min', 'max']>): T;
/** `clip_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)` */
export function clip_<T extends Tensor>(self: T, min?: Scalar | null, max?: Scalar | null): T;
export function clip_<T extends Tensor>(...args: Split<[self: T], { min?: Scalar | null; max?: Scalar | null }, ['min', 'max']>): T;
export function clip_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && isOptT(a1) && isOptT(a2)) { native.callInPlace(table.handle(342), idOf(a0), optId(a1), optId(a2)); return a0; }
  if (n >= 1 && n <= 3 && isT(a0) && (a1 == null || isS(a1)) && (a2 == null || isS(a2))) { native.callInPlace(table.handle(343), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [342, 343], arguments);
}

/** `clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor` */
export function clone(self: Tensor, options?: { memoryFormat?: MemoryFormat | null }): Tensor;
export function clone(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(344), idOf(a0)));
  return dispatch(table, [344], arguments);
}

/** `coalesce(Tensor(a) self) -> Tensor(a)` */
export function coalesce(self: Tensor): Tensor;
export function coalesce(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(345), idOf(a0)));
  return dispatch(table, [345], arguments);
}

/** `col2im(Tensor self, SymInt[2] output_size, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride) -> Tensor` */
export function col2im(self: Tensor, outputSize: readonly number[] | number, kernelSize: readonly number[] | number, dilation: readonly number[] | number, padding: readonly number[] | number, stride: readonly number[] | number): Tensor;
export function col2im(...args: Split<[self: Tensor], { outputSize: readonly number[] | number; kernelSize: readonly number[] | number; dilation: readonly number[] | number; padding: readonly number[] | number; stride: readonly number[] | number }, ['outputSize', 'kernelSize', 'dilation', 'padding', 'stride']>): Tensor;
export function col2im(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n === 6 && isT(a0) && isLN(a1) && isLN(a2) && isLN(a3) && isLN(a4) && isLN(a5)) return wrap(native.call(table.handle(346), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [346], arguments);
}

/** `col_indices(Tensor(a) self) -> Tensor(a)` */
export function colIndices(self: Tensor): Tensor;
export function colIndices(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(347), idOf(a0)));
  return dispatch(table, [347], arguments);
}

/** `col_indices_copy(Tensor self) -> Tensor` */
export function colIndicesCopy(self: Tensor): Tensor;
export function colIndicesCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(348), idOf(a0)));
  return dispatch(table, [348], arguments);
}

/** `column_stack(Tensor[] tensors) -> Tensor` */
export function columnStack(tensors: readonly Tensor[]): Tensor;
export function columnStack(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor;
export function columnStack(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrap(native.call(table.handle(349), ids(a0)));
  return dispatch(table, [349], arguments);
}

/** `combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor` */
export function combinations(self: Tensor, r?: number | bigint, withReplacement?: boolean): Tensor;
export function combinations(...args: Split<[self: Tensor], { r?: number | bigint; withReplacement?: boolean }, ['r', 'withReplacement']>): Tensor;
export function combinations(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(350), idOf(a0), a1, a2));
  return dispatch(table, [350], arguments);
}

/** `complex(Tensor real, Tensor imag) -> Tensor` */
export function complex(real: Tensor, imag: Tensor): Tensor;
export function complex(...args: Split<[], { real: Tensor; imag: Tensor }, ['real', 'imag']>): Tensor;
export function complex(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(351), idOf(a0), idOf(a1)));
  return dispatch(table, [351], arguments);
}

/** `concat(Tensor[] tensors, int dim=0) -> Tensor` */
export function concat(tensors: readonly Tensor[], dim?: number | bigint): Tensor;
export function concat(...args: Split<[], { tensors: readonly Tensor[]; dim?: number | bigint }, ['tensors', 'dim']>): Tensor;
export function concat(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isTs(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(352), ids(a0), a1));
  return dispatch(table, [352], arguments);
}

/** `concatenate(Tensor[] tensors, int dim=0) -> Tensor` */
export function concatenate(tensors: readonly Tensor[], dim?: number | bigint): Tensor;
export function concatenate(...args: Split<[], { tensors: readonly Tensor[]; dim?: number | bigint }, ['tensors', 'dim']>): Tensor;
export function concatenate(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isTs(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(353), ids(a0), a1));
  return dispatch(table, [353], arguments);
}

/** `conj(Tensor(a) self) -> Tensor(a)` */
export function conj(self: Tensor): Tensor;
export function conj(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(354), idOf(a0)));
  return dispatch(table, [354], arguments);
}

/** `conj_physical(Tensor self) -> Tensor` */
export function conjPhysical(self: Tensor): Tensor;
export function conjPhysical(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(355), idOf(a0)));
  return dispatch(table, [355], arguments);
}

/** `conj_physical_(Tensor(a!) self) -> Tensor(a!)` */
export function conjPhysical_<T extends Tensor>(self: T): T;
export function conjPhysical_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(356), idOf(a0)); return a0; }
  return dispatch(table, [356], arguments);
}

/** `constant_pad_nd(Tensor self, SymInt[] pad, Scalar value=0) -> Tensor` */
export function constantPadNd(self: Tensor, pad: readonly number[], value?: Scalar): Tensor;
export function constantPadNd(...args: Split<[self: Tensor], { pad: readonly number[]; value?: Scalar }, ['pad', 'value']>): Tensor;
export function constantPadNd(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isL(a1) && (a2 === undefined || isS(a2))) return wrap(native.call(table.handle(357), idOf(a0), a1, a2));
  return dispatch(table, [357], arguments);
}

/** `contiguous(Tensor(a) self, *, MemoryFormat memory_format=0) -> Tensor(a)` */
export function contiguous(self: Tensor, options?: { memoryFormat?: MemoryFormat }): Tensor;
export function contiguous(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(358), idOf(a0)));
  return dispatch(table, [358], arguments);
}

/** `conv1d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], SymInt[1] padding=[0], SymInt[1] dilation=[1], SymInt groups=1) -> Tensor` */
export function conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, groups?: number | bigint): Tensor;
export function conv1d(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; groups?: number | bigint }, ['input', 'weight', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
/** `conv1d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], str padding="valid", SymInt[1] dilation=[1], SymInt groups=1) -> Tensor` */
export function conv1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: 'valid' | 'same', dilation?: readonly number[] | number, groups?: number | bigint): Tensor;
export function conv1d(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: 'valid' | 'same'; dilation?: readonly number[] | number; groups?: number | bigint }, ['input', 'weight', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
export function conv1d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 7 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isN(a6))) return wrap(native.call(table.handle(359), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6));
  if (n >= 2 && n <= 7 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isStr(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isN(a6))) return wrap(native.call(table.handle(360), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6));
  return dispatch(table, [359, 360], arguments);
}

/** `conv2d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] dilation=[1, 1], SymInt groups=1) -> Tensor` */
export function conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, groups?: number | bigint): Tensor;
export function conv2d(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; groups?: number | bigint }, ['input', 'weight', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
/** `conv2d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], str padding="valid", SymInt[2] dilation=[1, 1], SymInt groups=1) -> Tensor` */
export function conv2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: 'valid' | 'same', dilation?: readonly number[] | number, groups?: number | bigint): Tensor;
export function conv2d(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: 'valid' | 'same'; dilation?: readonly number[] | number; groups?: number | bigint }, ['input', 'weight', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
export function conv2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 7 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isN(a6))) return wrap(native.call(table.handle(361), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6));
  if (n >= 2 && n <= 7 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isStr(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isN(a6))) return wrap(native.call(table.handle(362), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6));
  return dispatch(table, [361, 362], arguments);
}

/** `conv3d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1], SymInt groups=1) -> Tensor` */
export function conv3d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, groups?: number | bigint): Tensor;
export function conv3d(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; groups?: number | bigint }, ['input', 'weight', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
/** `conv3d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], str padding="valid", SymInt[3] dilation=[1, 1, 1], SymInt groups=1) -> Tensor` */
export function conv3d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: 'valid' | 'same', dilation?: readonly number[] | number, groups?: number | bigint): Tensor;
export function conv3d(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: 'valid' | 'same'; dilation?: readonly number[] | number; groups?: number | bigint }, ['input', 'weight', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
export function conv3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 7 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isN(a6))) return wrap(native.call(table.handle(363), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6));
  if (n >= 2 && n <= 7 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isStr(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isN(a6))) return wrap(native.call(table.handle(364), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6));
  return dispatch(table, [363, 364], arguments);
}

/** `conv_depthwise3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias, SymInt[3] stride, SymInt[3] padding, SymInt[3] dilation) -> Tensor` */
export function convDepthwise3d(self: Tensor, weight: Tensor, kernelSize: readonly number[] | number, bias: Tensor | null | undefined, stride: readonly number[] | number, padding: readonly number[] | number, dilation: readonly number[] | number): Tensor;
export function convDepthwise3d(...args: Split<[self: Tensor], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride: readonly number[] | number; padding: readonly number[] | number; dilation: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding', 'dilation']>): Tensor;
export function convDepthwise3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isLN(a2) && isOptT(a3) && isLN(a4) && isLN(a5) && isLN(a6)) return wrap(native.call(table.handle(365), idOf(a0), idOf(a1), a2, optId(a3), a4, a5, a6));
  return dispatch(table, [365], arguments);
}

/** `conv_tbc(Tensor self, Tensor weight, Tensor bias, int pad=0) -> Tensor` */
export function convTbc(self: Tensor, weight: Tensor, bias: Tensor, pad?: number | bigint): Tensor;
export function convTbc(...args: Split<[self: Tensor], { weight: Tensor; bias: Tensor; pad?: number | bigint }, ['weight', 'bias', 'pad']>): Tensor;
export function convTbc(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isT(a1) && isT(a2) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(366), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [366], arguments);
}

/** `conv_tbc_backward(Tensor self, Tensor input, Tensor weight, Tensor bias, int pad) -> (Tensor, Tensor, Tensor)` */
export function convTbcBackward(self: Tensor, input: Tensor, weight: Tensor, bias: Tensor, pad: number | bigint): [Tensor, Tensor, Tensor];
export function convTbcBackward(...args: Split<[self: Tensor], { input: Tensor; weight: Tensor; bias: Tensor; pad: number | bigint }, ['input', 'weight', 'bias', 'pad']>): [Tensor, Tensor, Tensor];
export function convTbcBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isN(a4)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(367), idOf(a0), idOf(a1), idOf(a2), idOf(a3), a4));
  return dispatch(table, [367], arguments);
}

/** `conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], SymInt[1] padding=[0], SymInt[1] output_padding=[0], SymInt groups=1, SymInt[1] dilation=[1]) -> Tensor` */
export function convTranspose1d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, outputPadding?: readonly number[] | number, groups?: number | bigint, dilation?: readonly number[] | number): Tensor;
export function convTranspose1d(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; outputPadding?: readonly number[] | number; groups?: number | bigint; dilation?: readonly number[] | number }, ['input', 'weight', 'bias', 'stride', 'padding', 'outputPadding', 'groups', 'dilation']>): Tensor;
export function convTranspose1d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 8 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isN(a6)) && (a7 === undefined || isLN(a7))) return wrap(native.call(table.handle(368), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6, a7));
  return dispatch(table, [368], arguments);
}

/** `conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] output_padding=[0, 0], SymInt groups=1, SymInt[2] dilation=[1, 1]) -> Tensor` */
export function convTranspose2d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, outputPadding?: readonly number[] | number, groups?: number | bigint, dilation?: readonly number[] | number): Tensor;
export function convTranspose2d(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; outputPadding?: readonly number[] | number; groups?: number | bigint; dilation?: readonly number[] | number }, ['input', 'weight', 'bias', 'stride', 'padding', 'outputPadding', 'groups', 'dilation']>): Tensor;
export function convTranspose2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 8 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isN(a6)) && (a7 === undefined || isLN(a7))) return wrap(native.call(table.handle(369), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6, a7));
  return dispatch(table, [369], arguments);
}

/** `conv_transpose3d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] output_padding=[0, 0, 0], SymInt groups=1, SymInt[3] dilation=[1, 1, 1]) -> Tensor` */
export function convTranspose3d(input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, outputPadding?: readonly number[] | number, groups?: number | bigint, dilation?: readonly number[] | number): Tensor;
export function convTranspose3d(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; outputPadding?: readonly number[] | number; groups?: number | bigint; dilation?: readonly number[] | number }, ['input', 'weight', 'bias', 'stride', 'padding', 'outputPadding', 'groups', 'dilation']>): Tensor;
export function convTranspose3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 8 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isN(a6)) && (a7 === undefined || isLN(a7))) return wrap(native.call(table.handle(370), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6, a7));
  return dispatch(table, [370], arguments);
}

/** `convolution(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups) -> Tensor` */
export function convolution(input: Tensor, weight: Tensor, bias: Tensor | null | undefined, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number | bigint): Tensor;
export function convolution(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; transposed: boolean; outputPadding: readonly number[]; groups: number | bigint }, ['input', 'weight', 'bias', 'stride', 'padding', 'dilation', 'transposed', 'outputPadding', 'groups']>): Tensor;
export function convolution(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isOptT(a2) && isL(a3) && isL(a4) && isL(a5) && isB(a6) && isL(a7) && isN(a8)) return wrap(native.call(table.handle(371), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6, a7, a8));
  return dispatch(table, [371], arguments);
}

/** `convolution_backward(Tensor grad_output, Tensor input, Tensor weight, SymInt[]? bias_sizes, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
export function convolutionBackward(gradOutput: Tensor, input: Tensor, weight: Tensor, biasSizes: readonly number[] | null | undefined, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number | bigint, outputMask: readonly boolean[] | boolean): [Tensor, Tensor, Tensor];
export function convolutionBackward(...args: Split<[], { gradOutput: Tensor; input: Tensor; weight: Tensor; biasSizes?: readonly number[] | null; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; transposed: boolean; outputPadding: readonly number[]; groups: number | bigint; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'input', 'weight', 'biasSizes', 'stride', 'padding', 'dilation', 'transposed', 'outputPadding', 'groups', 'outputMask']>): [Tensor, Tensor, Tensor];
export function convolutionBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any): any {
  const n = arguments.length;
  if (n === 11 && isT(a0) && isT(a1) && isT(a2) && (a3 == null || isL(a3)) && isL(a4) && isL(a5) && isL(a6) && isB(a7) && isL(a8) && isN(a9) && isLN(a10)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(372), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, a6, a7, a8, a9, a10));
  return dispatch(table, [372], arguments);
}

/** `convolution_backward_overrideable(Tensor grad_output, Tensor input, Tensor weight, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, bool[3] output_mask) -> (Tensor grad_input, Tensor grad_weight, Tensor grad_bias)` */
export function convolutionBackwardOverrideable(gradOutput: Tensor, input: Tensor, weight: Tensor, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number | bigint, outputMask: readonly boolean[] | boolean): [gradInput: Tensor, gradWeight: Tensor, gradBias: Tensor];
export function convolutionBackwardOverrideable(...args: Split<[], { gradOutput: Tensor; input: Tensor; weight: Tensor; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; transposed: boolean; outputPadding: readonly number[]; groups: number | bigint; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'input', 'weight', 'stride', 'padding', 'dilation', 'transposed', 'outputPadding', 'groups', 'outputMask']>): [gradInput: Tensor, gradWeight: Tensor, gradBias: Tensor];
export function convolutionBackwardOverrideable(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any): any {
  const n = arguments.length;
  if (n === 10 && isT(a0) && isT(a1) && isT(a2) && isL(a3) && isL(a4) && isL(a5) && isB(a6) && isL(a7) && isN(a8) && isLN(a9)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(373), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, a6, a7, a8, a9));
  return dispatch(table, [373], arguments);
}

/** `convolution_overrideable(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups) -> Tensor` */
export function convolutionOverrideable(input: Tensor, weight: Tensor, bias: Tensor | null | undefined, stride: readonly number[], padding: readonly number[], dilation: readonly number[], transposed: boolean, outputPadding: readonly number[], groups: number | bigint): Tensor;
export function convolutionOverrideable(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; transposed: boolean; outputPadding: readonly number[]; groups: number | bigint }, ['input', 'weight', 'bias', 'stride', 'padding', 'dilation', 'transposed', 'outputPadding', 'groups']>): Tensor;
export function convolutionOverrideable(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isOptT(a2) && isL(a3) && isL(a4) && isL(a5) && isB(a6) && isL(a7) && isN(a8)) return wrap(native.call(table.handle(374), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6, a7, a8));
  return dispatch(table, [374], arguments);
}

/** `copy(Tensor self, Tensor src, bool non_blocking=False) -> Tensor` */
export function copy(self: Tensor, src: Tensor, nonBlocking?: boolean): Tensor;
export function copy(...args: Split<[self: Tensor], { src: Tensor; nonBlocking?: boolean }, ['src', 'nonBlocking']>): Tensor;
export function copy(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(375), idOf(a0), idOf(a1), a2));
  return dispatch(table, [375], arguments);
}

/** `copy_sparse_to_sparse(Tensor self, Tensor src, bool non_blocking=False) -> Tensor` */
export function copySparseToSparse(self: Tensor, src: Tensor, nonBlocking?: boolean): Tensor;
export function copySparseToSparse(...args: Split<[self: Tensor], { src: Tensor; nonBlocking?: boolean }, ['src', 'nonBlocking']>): Tensor;
export function copySparseToSparse(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(376), idOf(a0), idOf(a1), a2));
  return dispatch(table, [376], arguments);
}

/** `copy_sparse_to_sparse_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)` */
export function copySparseToSparse_<T extends Tensor>(self: T, src: Tensor, nonBlocking?: boolean): T;
export function copySparseToSparse_<T extends Tensor>(...args: Split<[self: T], { src: Tensor; nonBlocking?: boolean }, ['src', 'nonBlocking']>): T;
export function copySparseToSparse_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isB(a2))) { native.callInPlace(table.handle(377), idOf(a0), idOf(a1), a2); return a0; }
  return dispatch(table, [377], arguments);
}

/** `copy_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)` */
export function copy_<T extends Tensor>(self: T, src: Tensor, nonBlocking?: boolean): T;
export function copy_<T extends Tensor>(...args: Split<[self: T], { src: Tensor; nonBlocking?: boolean }, ['src', 'nonBlocking']>): T;
export function copy_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isB(a2))) { native.callInPlace(table.handle(378), idOf(a0), idOf(a1), a2); return a0; }
  return dispatch(table, [378], arguments);
}

/** `copysign.Tensor(Tensor self, Tensor other) -> Tensor` */
export function copysign(self: Tensor, other: Tensor | Scalar): Tensor;
export function copysign(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function copysign(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(379), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(380), idOf(a0), a1));
  return dispatch(table, [379, 380], arguments);
}

/** `copysign_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function copysign_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function copysign_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function copysign_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(381), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(382), idOf(a0), a1); return a0; }
  return dispatch(table, [381, 382], arguments);
}

/** `corrcoef(Tensor self) -> Tensor` */
export function corrcoef(self: Tensor): Tensor;
export function corrcoef(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(383), idOf(a0)));
  return dispatch(table, [383], arguments);
}

/** `cos(Tensor self) -> Tensor` */
export function cos(self: Tensor): Tensor;
export function cos(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(384), idOf(a0)));
  return dispatch(table, [384], arguments);
}

/** `cos_(Tensor(a!) self) -> Tensor(a!)` */
export function cos_<T extends Tensor>(self: T): T;
export function cos_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(385), idOf(a0)); return a0; }
  return dispatch(table, [385], arguments);
}

/** `cosh(Tensor self) -> Tensor` */
export function cosh(self: Tensor): Tensor;
export function cosh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(386), idOf(a0)));
  return dispatch(table, [386], arguments);
}

/** `cosh_(Tensor(a!) self) -> Tensor(a!)` */
export function cosh_<T extends Tensor>(self: T): T;
export function cosh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(387), idOf(a0)); return a0; }
  return dispatch(table, [387], arguments);
}

/** `cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0., int reduction=1) -> Tensor` */
export function cosineEmbeddingLoss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, reduction?: number | bigint): Tensor;
export function cosineEmbeddingLoss(...args: Split<[], { input1: Tensor; input2: Tensor; target: Tensor; margin?: number; reduction?: number | bigint }, ['input1', 'input2', 'target', 'margin', 'reduction']>): Tensor;
export function cosineEmbeddingLoss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 5 && isT(a0) && isT(a1) && isT(a2) && (a3 === undefined || isN(a3)) && (a4 === undefined || isN(a4))) return wrap(native.call(table.handle(388), idOf(a0), idOf(a1), idOf(a2), a3, a4));
  return dispatch(table, [388], arguments);
}

/** `cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08) -> Tensor` */
export function cosineSimilarity(x1: Tensor, x2: Tensor, dim?: number | bigint, eps?: number): Tensor;
export function cosineSimilarity(...args: Split<[], { x1: Tensor; x2: Tensor; dim?: number | bigint; eps?: number }, ['x1', 'x2', 'dim', 'eps']>): Tensor;
export function cosineSimilarity(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(389), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [389], arguments);
}

/** `count_nonzero(Tensor self, int? dim=None) -> Tensor` */
export function countNonzero(self: Tensor, dim?: number | bigint | null): Tensor;
export function countNonzero(...args: Split<[self: Tensor], { dim?: number | bigint | null }, ['dim']>): Tensor;
/** `count_nonzero.dim_IntList(Tensor self, int[] dim) -> Tensor` */
export function countNonzero(self: Tensor, dim: readonly number[]): Tensor;
export function countNonzero(...args: Split<[self: Tensor], { dim: readonly number[] }, ['dim']>): Tensor;
export function countNonzero(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isN(a1))) return wrap(native.call(table.handle(390), idOf(a0), a1));
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(391), idOf(a0), a1));
  return dispatch(table, [390, 391], arguments);
}

/** `cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None) -> Tensor` */
export function cov(self: Tensor, options?: { correction?: number | bigint; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
export function cov(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(392), idOf(a0)));
  return dispatch(table, [392], arguments);
}

/** `cross(Tensor self, Tensor other, int? dim=None) -> Tensor` */
export function cross(self: Tensor, other: Tensor, dim?: number | bigint | null): Tensor;
export function cross(...args: Split<[self: Tensor], { other: Tensor; dim?: number | bigint | null }, ['other', 'dim']>): Tensor;
export function cross(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 == null || isN(a2))) return wrap(native.call(table.handle(393), idOf(a0), idOf(a1), a2));
  return dispatch(table, [393], arguments);
}

/** `cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100, float label_smoothing=0.) -> Tensor` */
export function crossEntropyLoss(self: Tensor, target: Tensor, weight?: Tensor | null, reduction?: number | bigint, ignoreIndex?: number | bigint, labelSmoothing?: number): Tensor;
export function crossEntropyLoss(...args: Split<[self: Tensor], { target: Tensor; weight?: Tensor | null; reduction?: number | bigint; ignoreIndex?: number | bigint; labelSmoothing?: number }, ['target', 'weight', 'reduction', 'ignoreIndex', 'labelSmoothing']>): Tensor;
export function crossEntropyLoss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isN(a3)) && (a4 === undefined || isN(a4)) && (a5 === undefined || isN(a5))) return wrap(native.call(table.handle(394), idOf(a0), idOf(a1), optId(a2), a3, a4, a5));
  return dispatch(table, [394], arguments);
}

/** `crow_indices(Tensor(a) self) -> Tensor(a)` */
export function crowIndices(self: Tensor): Tensor;
export function crowIndices(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(395), idOf(a0)));
  return dispatch(table, [395], arguments);
}

/** `crow_indices_copy(Tensor self) -> Tensor` */
export function crowIndicesCopy(self: Tensor): Tensor;
export function crowIndicesCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(396), idOf(a0)));
  return dispatch(table, [396], arguments);
}

/** `ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank=0, int reduction=1, bool zero_infinity=False) -> Tensor` */
export function ctcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank?: number | bigint, reduction?: number | bigint, zeroInfinity?: boolean): Tensor;
export function ctcLoss(...args: Split<[], { logProbs: Tensor; targets: Tensor; inputLengths: Tensor; targetLengths: Tensor; blank?: number | bigint; reduction?: number | bigint; zeroInfinity?: boolean }, ['logProbs', 'targets', 'inputLengths', 'targetLengths', 'blank', 'reduction', 'zeroInfinity']>): Tensor;
/** `ctc_loss.IntList(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank=0, int reduction=1, bool zero_infinity=False) -> Tensor` */
export function ctcLoss(logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], blank?: number | bigint, reduction?: number | bigint, zeroInfinity?: boolean): Tensor;
export function ctcLoss(...args: Split<[], { logProbs: Tensor; targets: Tensor; inputLengths: readonly number[]; targetLengths: readonly number[]; blank?: number | bigint; reduction?: number | bigint; zeroInfinity?: boolean }, ['logProbs', 'targets', 'inputLengths', 'targetLengths', 'blank', 'reduction', 'zeroInfinity']>): Tensor;
export function ctcLoss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 7 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && (a4 === undefined || isN(a4)) && (a5 === undefined || isN(a5)) && (a6 === undefined || isB(a6))) return wrap(native.call(table.handle(397), idOf(a0), idOf(a1), idOf(a2), idOf(a3), a4, a5, a6));
  if (n >= 4 && n <= 7 && isT(a0) && isT(a1) && isL(a2) && isL(a3) && (a4 === undefined || isN(a4)) && (a5 === undefined || isN(a5)) && (a6 === undefined || isB(a6))) return wrap(native.call(table.handle(398), idOf(a0), idOf(a1), a2, a3, a4, a5, a6));
  return dispatch(table, [397, 398], arguments);
}

/** `cudnn_affine_grid_generator(Tensor theta, int N, int C, int H, int W) -> Tensor grid` */
export function cudnnAffineGridGenerator(theta: Tensor, N: number | bigint, C: number | bigint, H: number | bigint, W: number | bigint): Tensor;
export function cudnnAffineGridGenerator(...args: Split<[], { theta: Tensor; N: number | bigint; C: number | bigint; H: number | bigint; W: number | bigint }, ['theta', 'N', 'C', 'H', 'W']>): Tensor;
export function cudnnAffineGridGenerator(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isN(a1) && isN(a2) && isN(a3) && isN(a4)) return wrap(native.call(table.handle(399), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [399], arguments);
}

/** `cudnn_affine_grid_generator_backward(Tensor grad, int N, int C, int H, int W) -> Tensor grad_theta` */
export function cudnnAffineGridGeneratorBackward(grad: Tensor, N: number | bigint, C: number | bigint, H: number | bigint, W: number | bigint): Tensor;
export function cudnnAffineGridGeneratorBackward(...args: Split<[], { grad: Tensor; N: number | bigint; C: number | bigint; H: number | bigint; W: number | bigint }, ['grad', 'N', 'C', 'H', 'W']>): Tensor;
export function cudnnAffineGridGeneratorBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isN(a1) && isN(a2) && isN(a3) && isN(a4)) return wrap(native.call(table.handle(400), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [400], arguments);
}

/** `cudnn_batch_norm(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon) -> (Tensor, Tensor, Tensor, Tensor)` */
export function cudnnBatchNorm(input: Tensor, weight: Tensor, bias: Tensor | null | undefined, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, training: boolean, exponentialAverageFactor: number, epsilon: number): [Tensor, Tensor, Tensor, Tensor];
export function cudnnBatchNorm(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; runningMean?: Tensor | null; runningVar?: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number }, ['input', 'weight', 'bias', 'runningMean', 'runningVar', 'training', 'exponentialAverageFactor', 'epsilon']>): [Tensor, Tensor, Tensor, Tensor];
export function cudnnBatchNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isOptT(a2) && isOptT(a3) && isOptT(a4) && isB(a5) && isN(a6) && isN(a7)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2]), wrapOpt(r[3])])(native.call(table.handle(401), idOf(a0), idOf(a1), optId(a2), optId(a3), optId(a4), a5, a6, a7));
  return dispatch(table, [401], arguments);
}

/** `cudnn_batch_norm_backward(Tensor input, Tensor grad_output, Tensor weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_var, float epsilon, Tensor reserveSpace) -> (Tensor, Tensor, Tensor)` */
export function cudnnBatchNormBackward(input: Tensor, gradOutput: Tensor, weight: Tensor, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, saveMean: Tensor | null | undefined, saveVar: Tensor | null | undefined, epsilon: number, reserveSpace: Tensor): [Tensor, Tensor, Tensor];
export function cudnnBatchNormBackward(...args: Split<[], { input: Tensor; gradOutput: Tensor; weight: Tensor; runningMean?: Tensor | null; runningVar?: Tensor | null; saveMean?: Tensor | null; saveVar?: Tensor | null; epsilon: number; reserveSpace: Tensor }, ['input', 'gradOutput', 'weight', 'runningMean', 'runningVar', 'saveMean', 'saveVar', 'epsilon', 'reserveSpace']>): [Tensor, Tensor, Tensor];
export function cudnnBatchNormBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isT(a2) && isOptT(a3) && isOptT(a4) && isOptT(a5) && isOptT(a6) && isN(a7) && isT(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(402), idOf(a0), idOf(a1), idOf(a2), optId(a3), optId(a4), optId(a5), optId(a6), a7, idOf(a8)));
  return dispatch(table, [402], arguments);
}

/** `cudnn_convolution(Tensor self, Tensor weight, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32) -> Tensor` */
export function cudnnConvolution(self: Tensor, weight: Tensor, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, benchmark: boolean, deterministic: boolean, allowTf32: boolean): Tensor;
export function cudnnConvolution(...args: Split<[self: Tensor], { weight: Tensor; padding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; benchmark: boolean; deterministic: boolean; allowTf32: boolean }, ['weight', 'padding', 'stride', 'dilation', 'groups', 'benchmark', 'deterministic', 'allowTf32']>): Tensor;
export function cudnnConvolution(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isL(a2) && isL(a3) && isL(a4) && isN(a5) && isB(a6) && isB(a7) && isB(a8)) return wrap(native.call(table.handle(403), idOf(a0), idOf(a1), a2, a3, a4, a5, a6, a7, a8));
  return dispatch(table, [403], arguments);
}

/** `cudnn_convolution_add_relu(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
export function cudnnConvolutionAddRelu(self: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null | undefined, bias: Tensor | null | undefined, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number | bigint): Tensor;
export function cudnnConvolutionAddRelu(...args: Split<[self: Tensor], { weight: Tensor; z: Tensor; alpha?: Scalar | null; bias?: Tensor | null; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; groups: number | bigint }, ['weight', 'z', 'alpha', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
export function cudnnConvolutionAddRelu(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isT(a2) && (a3 == null || isS(a3)) && isOptT(a4) && isL(a5) && isL(a6) && isL(a7) && isN(a8)) return wrap(native.call(table.handle(404), idOf(a0), idOf(a1), idOf(a2), a3, optId(a4), a5, a6, a7, a8));
  return dispatch(table, [404], arguments);
}

/** `cudnn_convolution_relu(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
export function cudnnConvolutionRelu(self: Tensor, weight: Tensor, bias: Tensor | null | undefined, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number | bigint): Tensor;
export function cudnnConvolutionRelu(...args: Split<[self: Tensor], { weight: Tensor; bias?: Tensor | null; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; groups: number | bigint }, ['weight', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
export function cudnnConvolutionRelu(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isOptT(a2) && isL(a3) && isL(a4) && isL(a5) && isN(a6)) return wrap(native.call(table.handle(405), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6));
  return dispatch(table, [405], arguments);
}

/** `cudnn_convolution_transpose(Tensor self, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32) -> Tensor` */
export function cudnnConvolutionTranspose(self: Tensor, weight: Tensor, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, benchmark: boolean, deterministic: boolean, allowTf32: boolean): Tensor;
export function cudnnConvolutionTranspose(...args: Split<[self: Tensor], { weight: Tensor; padding: readonly number[]; outputPadding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; benchmark: boolean; deterministic: boolean; allowTf32: boolean }, ['weight', 'padding', 'outputPadding', 'stride', 'dilation', 'groups', 'benchmark', 'deterministic', 'allowTf32']>): Tensor;
export function cudnnConvolutionTranspose(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any): any {
  const n = arguments.length;
  if (n === 10 && isT(a0) && isT(a1) && isL(a2) && isL(a3) && isL(a4) && isL(a5) && isN(a6) && isB(a7) && isB(a8) && isB(a9)) return wrap(native.call(table.handle(406), idOf(a0), idOf(a1), a2, a3, a4, a5, a6, a7, a8, a9));
  return dispatch(table, [406], arguments);
}

/** `cudnn_grid_sampler(Tensor self, Tensor grid) -> Tensor output` */
export function cudnnGridSampler(self: Tensor, grid: Tensor): Tensor;
export function cudnnGridSampler(...args: Split<[self: Tensor], { grid: Tensor }, ['grid']>): Tensor;
export function cudnnGridSampler(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(407), idOf(a0), idOf(a1)));
  return dispatch(table, [407], arguments);
}

/** `cudnn_grid_sampler_backward(Tensor self, Tensor grid, Tensor grad_output) -> (Tensor grad_self, Tensor grad_grid)` */
export function cudnnGridSamplerBackward(self: Tensor, grid: Tensor, gradOutput: Tensor): [gradSelf: Tensor, gradGrid: Tensor];
export function cudnnGridSamplerBackward(...args: Split<[self: Tensor], { grid: Tensor; gradOutput: Tensor }, ['grid', 'gradOutput']>): [gradSelf: Tensor, gradGrid: Tensor];
export function cudnnGridSamplerBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(408), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [408], arguments);
}

/** `cudnn_is_acceptable(Tensor self) -> bool` */
export function cudnnIsAcceptable(self: Tensor): boolean;
export function cudnnIsAcceptable(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(409), idOf(a0));
  return dispatch(table, [409], arguments);
}

/** `cummax(Tensor self, int dim) -> (Tensor values, Tensor indices)` */
export function cummax(self: Tensor, dim: number | bigint): [values: Tensor, indices: Tensor];
export function cummax(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim']>): [values: Tensor, indices: Tensor];
export function cummax(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(410), idOf(a0), a1));
  return dispatch(table, [410], arguments);
}

/** `cummaxmin_backward(Tensor grad, Tensor input, Tensor indices, int dim) -> Tensor` */
export function cummaxminBackward(grad: Tensor, input: Tensor, indices: Tensor, dim: number | bigint): Tensor;
export function cummaxminBackward(...args: Split<[], { grad: Tensor; input: Tensor; indices: Tensor; dim: number | bigint }, ['grad', 'input', 'indices', 'dim']>): Tensor;
export function cummaxminBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isN(a3)) return wrap(native.call(table.handle(411), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [411], arguments);
}

/** `cummin(Tensor self, int dim) -> (Tensor values, Tensor indices)` */
export function cummin(self: Tensor, dim: number | bigint): [values: Tensor, indices: Tensor];
export function cummin(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim']>): [values: Tensor, indices: Tensor];
export function cummin(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(412), idOf(a0), a1));
  return dispatch(table, [412], arguments);
}

/** `cumprod(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
export function cumprod(self: Tensor, dim: number | bigint, options?: { dtype?: DType | null }): Tensor;
export function cumprod(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim'], { dtype?: DType | null }>): Tensor;
export function cumprod(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(413), idOf(a0), a1));
  return dispatch(table, [413], arguments);
}

/** `cumprod_backward(Tensor grad, Tensor input, int dim, Tensor output) -> Tensor` */
export function cumprodBackward(grad: Tensor, input: Tensor, dim: number | bigint, output: Tensor): Tensor;
export function cumprodBackward(...args: Split<[], { grad: Tensor; input: Tensor; dim: number | bigint; output: Tensor }, ['grad', 'input', 'dim', 'output']>): Tensor;
export function cumprodBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isN(a2) && isT(a3)) return wrap(native.call(table.handle(414), idOf(a0), idOf(a1), a2, idOf(a3)));
  return dispatch(table, [414], arguments);
}

/** `cumprod_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)` */
export function cumprod_<T extends Tensor>(self: T, dim: number | bigint, options?: { dtype?: DType | null }): T;
export function cumprod_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint }, ['dim'], { dtype?: DType | null }>): T;
export function cumprod_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) { native.callInPlace(table.handle(415), idOf(a0), a1); return a0; }
  return dispatch(table, [415], arguments);
}

/** `cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
export function cumsum(self: Tensor, dim: number | bigint, options?: { dtype?: DType | null }): Tensor;
export function cumsum(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim'], { dtype?: DType | null }>): Tensor;
export function cumsum(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(416), idOf(a0), a1));
  return dispatch(table, [416], arguments);
}

/** `cumsum_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)` */
export function cumsum_<T extends Tensor>(self: T, dim: number | bigint, options?: { dtype?: DType | null }): T;
export function cumsum_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint }, ['dim'], { dtype?: DType | null }>): T;
export function cumsum_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) { native.callInPlace(table.handle(417), idOf(a0), a1); return a0; }
  return dispatch(table, [417], arguments);
}

/** `cumulative_trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor` */
export function cumulativeTrapezoid(y: Tensor, x: Tensor, options?: { dim?: number | bigint }): Tensor;
export function cumulativeTrapezoid(...args: Split<[], { y: Tensor; x: Tensor }, ['y', 'x'], { dim?: number | bigint }>): Tensor;
/** `cumulative_trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor` */
export function cumulativeTrapezoid(y: Tensor, options?: { dx?: Scalar; dim?: number | bigint }): Tensor;
export function cumulativeTrapezoid(...args: Split<[], { y: Tensor }, ['y'], { dx?: Scalar; dim?: number | bigint }>): Tensor;
export function cumulativeTrapezoid(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(418), idOf(a0), idOf(a1)));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(419), idOf(a0)));
  return dispatch(table, [418, 419], arguments);
}

/** `data(Tensor self) -> Tensor` */
export function data(self: Tensor): Tensor;
export function data(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(420), idOf(a0)));
  return dispatch(table, [420], arguments);
}

/** `deg2rad(Tensor self) -> Tensor` */
export function deg2rad(self: Tensor): Tensor;
export function deg2rad(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(421), idOf(a0)));
  return dispatch(table, [421], arguments);
}

/** `deg2rad_(Tensor(a!) self) -> Tensor(a!)` */
export function deg2rad_<T extends Tensor>(self: T): T;
export function deg2rad_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(422), idOf(a0)); return a0; }
  return dispatch(table, [422], arguments);
}

/** `dense_dim(Tensor self) -> int` */
export function denseDim(self: Tensor): number;
export function denseDim(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(423), idOf(a0));
  return dispatch(table, [423], arguments);
}

/** `dequantize.self(Tensor self) -> Tensor` */
export function dequantize(self: Tensor): Tensor;
/** `dequantize.tensors(Tensor[] tensors) -> Tensor[]` */
export function dequantize(tensors: readonly Tensor[]): Tensor[];
export function dequantize(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor[];
export function dequantize(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(424), idOf(a0)));
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(425), ids(a0)));
  return dispatch(table, [424, 425], arguments);
}

/** `det(Tensor self) -> Tensor` */
export function det(self: Tensor): Tensor;
export function det(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(426), idOf(a0)));
  return dispatch(table, [426], arguments);
}

/** `detach(Tensor(a) self) -> Tensor(a)` */
export function detach(self: Tensor): Tensor;
export function detach(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(427), idOf(a0)));
  return dispatch(table, [427], arguments);
}

/** `detach_copy(Tensor self) -> Tensor` */
export function detachCopy(self: Tensor): Tensor;
export function detachCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(428), idOf(a0)));
  return dispatch(table, [428], arguments);
}

/** `detach_(Tensor(a!) self) -> Tensor(a!)` */
export function detach_<T extends Tensor>(self: T): T;
export function detach_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(429), idOf(a0)); return a0; }
  return dispatch(table, [429], arguments);
}

/** `diag(Tensor self, int diagonal=0) -> Tensor` */
export function diag(self: Tensor, diagonal?: number | bigint): Tensor;
export function diag(...args: Split<[self: Tensor], { diagonal?: number | bigint }, ['diagonal']>): Tensor;
export function diag(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(430), idOf(a0), a1));
  return dispatch(table, [430], arguments);
}

/** `diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor` */
export function diagEmbed(self: Tensor, offset?: number | bigint, dim1?: number | bigint, dim2?: number | bigint): Tensor;
export function diagEmbed(...args: Split<[self: Tensor], { offset?: number | bigint; dim1?: number | bigint; dim2?: number | bigint }, ['offset', 'dim1', 'dim2']>): Tensor;
export function diagEmbed(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2)) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(431), idOf(a0), a1, a2, a3));
  return dispatch(table, [431], arguments);
}

/** `diagflat(Tensor self, int offset=0) -> Tensor` */
export function diagflat(self: Tensor, offset?: number | bigint): Tensor;
export function diagflat(...args: Split<[self: Tensor], { offset?: number | bigint }, ['offset']>): Tensor;
export function diagflat(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(432), idOf(a0), a1));
  return dispatch(table, [432], arguments);
}

/** `diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)` */
export function diagonal(self: Tensor, offset?: number | bigint, dim1?: number | bigint, dim2?: number | bigint): Tensor;
export function diagonal(...args: Split<[self: Tensor], { offset?: number | bigint; dim1?: number | bigint; dim2?: number | bigint }, ['offset', 'dim1', 'dim2']>): Tensor;
export function diagonal(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2)) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(433), idOf(a0), a1, a2, a3));
  return dispatch(table, [433], arguments);
}

/** `diagonal_backward(Tensor grad_output, SymInt[] input_sizes, int offset, int dim1, int dim2) -> Tensor` */
export function diagonalBackward(gradOutput: Tensor, inputSizes: readonly number[], offset: number | bigint, dim1: number | bigint, dim2: number | bigint): Tensor;
export function diagonalBackward(...args: Split<[], { gradOutput: Tensor; inputSizes: readonly number[]; offset: number | bigint; dim1: number | bigint; dim2: number | bigint }, ['gradOutput', 'inputSizes', 'offset', 'dim1', 'dim2']>): Tensor;
export function diagonalBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isL(a1) && isN(a2) && isN(a3) && isN(a4)) return wrap(native.call(table.handle(434), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [434], arguments);
}

/** `diagonal_copy(Tensor self, int offset=0, int dim1=0, int dim2=1) -> Tensor` */
export function diagonalCopy(self: Tensor, offset?: number | bigint, dim1?: number | bigint, dim2?: number | bigint): Tensor;
export function diagonalCopy(...args: Split<[self: Tensor], { offset?: number | bigint; dim1?: number | bigint; dim2?: number | bigint }, ['offset', 'dim1', 'dim2']>): Tensor;
export function diagonalCopy(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2)) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(435), idOf(a0), a1, a2, a3));
  return dispatch(table, [435], arguments);
}

/** `diagonal_scatter(Tensor self, Tensor src, int offset=0, int dim1=0, int dim2=1) -> Tensor` */
export function diagonalScatter(self: Tensor, src: Tensor, offset?: number | bigint, dim1?: number | bigint, dim2?: number | bigint): Tensor;
export function diagonalScatter(...args: Split<[self: Tensor], { src: Tensor; offset?: number | bigint; dim1?: number | bigint; dim2?: number | bigint }, ['src', 'offset', 'dim1', 'dim2']>): Tensor;
export function diagonalScatter(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 === undefined || isN(a3)) && (a4 === undefined || isN(a4))) return wrap(native.call(table.handle(436), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [436], arguments);
}

/** `diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor` */
export function diff(self: Tensor, n?: number | bigint, dim?: number | bigint, prepend?: Tensor | null, append?: Tensor | null): Tensor;
export function diff(...args: Split<[self: Tensor], { n?: number | bigint; dim?: number | bigint; prepend?: Tensor | null; append?: Tensor | null }, ['n', 'dim', 'prepend', 'append']>): Tensor;
export function diff(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 5 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2)) && isOptT(a3) && isOptT(a4)) return wrap(native.call(table.handle(437), idOf(a0), a1, a2, optId(a3), optId(a4)));
  return dispatch(table, [437], arguments);
}

/** `digamma(Tensor self) -> Tensor` */
export function digamma(self: Tensor): Tensor;
export function digamma(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(438), idOf(a0)));
  return dispatch(table, [438], arguments);
}

/** `digamma_(Tensor(a!) self) -> Tensor(a!)` */
export function digamma_<T extends Tensor>(self: T): T;
export function digamma_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(439), idOf(a0)); return a0; }
  return dispatch(table, [439], arguments);
}

/** `dim(Tensor self) -> int` */
export function dim(self: Tensor): number;
export function dim(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(440), idOf(a0));
  return dispatch(table, [440], arguments);
}

/** `dist(Tensor self, Tensor other, Scalar p=2) -> Tensor` */
export function dist(self: Tensor, other: Tensor, p?: Scalar): Tensor;
export function dist(...args: Split<[self: Tensor], { other: Tensor; p?: Scalar }, ['other', 'p']>): Tensor;
export function dist(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isS(a2))) return wrap(native.call(table.handle(441), idOf(a0), idOf(a1), a2));
  return dispatch(table, [441], arguments);
}

/** `div.Tensor(Tensor self, Tensor other) -> Tensor` */
export function div(self: Tensor, other: Tensor | Scalar): Tensor;
export function div(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `div.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor` */
export function div(self: Tensor, other: Tensor | Scalar, options?: { roundingMode?: 'trunc' | 'floor' | null }): Tensor;
export function div(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other'], { roundingMode?: 'trunc' | 'floor' | null }>): Tensor;
export function div(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(442), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(443), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(444), idOf(a0), a1));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(445), idOf(a0), a1));
  return dispatch(table, [442, 443, 444, 445], arguments);
}

/** `div_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function div_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function div_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
/** `div_.Tensor_mode(Tensor(a!) self, Tensor other, *, str? rounding_mode) -> Tensor(a!)` */
export function div_<T extends Tensor>(self: T, other: Tensor | Scalar, options?: { roundingMode?: 'trunc' | 'floor' | null }): T;
export function div_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other'], { roundingMode?: 'trunc' | 'floor' | null }>): T;
export function div_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(446), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(447), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(448), idOf(a0), a1); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(449), idOf(a0), a1); return a0; }
  return dispatch(table, [446, 447, 448, 449], arguments);
}

/** `divide.Tensor(Tensor self, Tensor other) -> Tensor` */
export function divide(self: Tensor, other: Tensor | Scalar): Tensor;
export function divide(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `divide.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor` */
export function divide(self: Tensor, other: Tensor | Scalar, options?: { roundingMode?: 'trunc' | 'floor' | null }): Tensor;
export function divide(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other'], { roundingMode?: 'trunc' | 'floor' | null }>): Tensor;
export function divide(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(450), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(451), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(452), idOf(a0), a1));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(453), idOf(a0), a1));
  return dispatch(table, [450, 451, 452, 453], arguments);
}

/** `divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function divide_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function divide_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
/** `divide_.Tensor_mode(Tensor(a!) self, Tensor other, *, str? rounding_mode) -> Tensor(a!)` */
export function divide_<T extends Tensor>(self: T, other: Tensor | Scalar, options?: { roundingMode?: 'trunc' | 'floor' | null }): T;
export function divide_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other'], { roundingMode?: 'trunc' | 'floor' | null }>): T;
export function divide_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(454), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(455), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(456), idOf(a0), a1); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(457), idOf(a0), a1); return a0; }
  return dispatch(table, [454, 455, 456, 457], arguments);
}

/** `dot(Tensor self, Tensor tensor) -> Tensor` */
export function dot(self: Tensor, tensor: Tensor): Tensor;
export function dot(...args: Split<[self: Tensor], { tensor: Tensor }, ['tensor']>): Tensor;
export function dot(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(458), idOf(a0), idOf(a1)));
  return dispatch(table, [458], arguments);
}

/** `dropout(Tensor input, float p, bool train) -> Tensor` */
export function dropout(input: Tensor, p: number, train: boolean): Tensor;
export function dropout(...args: Split<[], { input: Tensor; p: number; train: boolean }, ['input', 'p', 'train']>): Tensor;
export function dropout(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isB(a2)) return wrap(native.call(table.handle(459), idOf(a0), a1, a2));
  return dispatch(table, [459], arguments);
}

/** `dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
export function dropout_<T extends Tensor>(self: T, p: number, train: boolean): T;
export function dropout_<T extends Tensor>(...args: Split<[self: T], { p: number; train: boolean }, ['p', 'train']>): T;
export function dropout_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isB(a2)) { native.callInPlace(table.handle(460), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [460], arguments);
}

/** `dsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
export function dsplit(self: Tensor, indices: readonly number[]): Tensor[];
export function dsplit(...args: Split<[self: Tensor], { indices: readonly number[] }, ['indices']>): Tensor[];
/** `dsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
export function dsplit(self: Tensor, sections: number | bigint): Tensor[];
export function dsplit(...args: Split<[self: Tensor], { sections: number | bigint }, ['sections']>): Tensor[];
export function dsplit(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrapAll(native.call(table.handle(461), idOf(a0), a1));
  if (n === 2 && isT(a0) && isN(a1)) return wrapAll(native.call(table.handle(462), idOf(a0), a1));
  return dispatch(table, [461, 462], arguments);
}

/** `dstack(Tensor[] tensors) -> Tensor` */
export function dstack(tensors: readonly Tensor[]): Tensor;
export function dstack(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor;
export function dstack(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrap(native.call(table.handle(463), ids(a0)));
  return dispatch(table, [463], arguments);
}

/** `einsum(str equation, Tensor[] tensors, *, int[]? path=None) -> Tensor` */
export function einsum(equation: string, tensors: readonly Tensor[], options?: { path?: readonly number[] | null }): Tensor;
export function einsum(...args: Split<[], { equation: string; tensors: readonly Tensor[] }, ['equation', 'tensors'], { path?: readonly number[] | null }>): Tensor;
export function einsum(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isStr(a0) && isTs(a1)) return wrap(native.call(table.handle(464), a0, ids(a1)));
  return dispatch(table, [464], arguments);
}

/** `elu(Tensor self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor` */
export function elu(self: Tensor, alpha?: Scalar, scale?: Scalar, inputScale?: Scalar): Tensor;
export function elu(...args: Split<[self: Tensor], { alpha?: Scalar; scale?: Scalar; inputScale?: Scalar }, ['alpha', 'scale', 'inputScale']>): Tensor;
export function elu(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 === undefined || isS(a1)) && (a2 === undefined || isS(a2)) && (a3 === undefined || isS(a3))) return wrap(native.call(table.handle(465), idOf(a0), a1, a2, a3));
  return dispatch(table, [465], arguments);
}

/** `elu_backward(Tensor grad_output, Scalar alpha, Scalar scale, Scalar input_scale, bool is_result, Tensor self_or_result) -> Tensor` */
export function eluBackward(gradOutput: Tensor, alpha: Scalar, scale: Scalar, inputScale: Scalar, isResult: boolean, selfOrResult: Tensor): Tensor;
export function eluBackward(...args: Split<[], { gradOutput: Tensor; alpha: Scalar; scale: Scalar; inputScale: Scalar; isResult: boolean; selfOrResult: Tensor }, ['gradOutput', 'alpha', 'scale', 'inputScale', 'isResult', 'selfOrResult']>): Tensor;
export function eluBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n === 6 && isT(a0) && isS(a1) && isS(a2) && isS(a3) && isB(a4) && isT(a5)) return wrap(native.call(table.handle(466), idOf(a0), a1, a2, a3, a4, idOf(a5)));
  return dispatch(table, [466], arguments);
}

/** `elu_(Tensor(a!) self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor(a!)` */
export function elu_<T extends Tensor>(self: T, alpha?: Scalar, scale?: Scalar, inputScale?: Scalar): T;
export function elu_<T extends Tensor>(...args: Split<[self: T], { alpha?: Scalar; scale?: Scalar; inputScale?: Scalar }, ['alpha', 'scale', 'inputScale']>): T;
export function elu_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 === undefined || isS(a1)) && (a2 === undefined || isS(a2)) && (a3 === undefined || isS(a3))) { native.callInPlace(table.handle(467), idOf(a0), a1, a2, a3); return a0; }
  return dispatch(table, [467], arguments);
}

/** `embedding(Tensor weight, Tensor indices, SymInt padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor` */
export function embedding(weight: Tensor, indices: Tensor, paddingIdx?: number | bigint, scaleGradByFreq?: boolean, sparse?: boolean): Tensor;
export function embedding(...args: Split<[], { weight: Tensor; indices: Tensor; paddingIdx?: number | bigint; scaleGradByFreq?: boolean; sparse?: boolean }, ['weight', 'indices', 'paddingIdx', 'scaleGradByFreq', 'sparse']>): Tensor;
export function embedding(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 === undefined || isB(a3)) && (a4 === undefined || isB(a4))) return wrap(native.call(table.handle(468), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [468], arguments);
}

/** `embedding_backward(Tensor grad, Tensor indices, SymInt num_weights, SymInt padding_idx, bool scale_grad_by_freq, bool sparse) -> Tensor` */
export function embeddingBackward(grad: Tensor, indices: Tensor, numWeights: number | bigint, paddingIdx: number | bigint, scaleGradByFreq: boolean, sparse: boolean): Tensor;
export function embeddingBackward(...args: Split<[], { grad: Tensor; indices: Tensor; numWeights: number | bigint; paddingIdx: number | bigint; scaleGradByFreq: boolean; sparse: boolean }, ['grad', 'indices', 'numWeights', 'paddingIdx', 'scaleGradByFreq', 'sparse']>): Tensor;
export function embeddingBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n === 6 && isT(a0) && isT(a1) && isN(a2) && isN(a3) && isB(a4) && isB(a5)) return wrap(native.call(table.handle(469), idOf(a0), idOf(a1), a2, a3, a4, a5));
  return dispatch(table, [469], arguments);
}

/** `embedding_bag(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq=False, int mode=0, bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False) -> (Tensor, Tensor, Tensor, Tensor)` */
export function embeddingBag(weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq?: boolean, mode?: number | bigint, sparse?: boolean, perSampleWeights?: Tensor | null, includeLastOffset?: boolean): [Tensor, Tensor, Tensor, Tensor];
export function embeddingBag(...args: Split<[], { weight: Tensor; indices: Tensor; offsets: Tensor; scaleGradByFreq?: boolean; mode?: number | bigint; sparse?: boolean; perSampleWeights?: Tensor | null; includeLastOffset?: boolean }, ['weight', 'indices', 'offsets', 'scaleGradByFreq', 'mode', 'sparse', 'perSampleWeights', 'includeLastOffset']>): [Tensor, Tensor, Tensor, Tensor];
/** `embedding_bag.padding_idx(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq, int mode, bool sparse, Tensor? per_sample_weights, bool include_last_offset, int? padding_idx) -> (Tensor, Tensor, Tensor, Tensor)` */
export function embeddingBag(weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: number | bigint, sparse: boolean, perSampleWeights: Tensor | null | undefined, includeLastOffset: boolean, paddingIdx?: number | bigint | null): [Tensor, Tensor, Tensor, Tensor];
export function embeddingBag(...args: Split<[], { weight: Tensor; indices: Tensor; offsets: Tensor; scaleGradByFreq: boolean; mode: number | bigint; sparse: boolean; perSampleWeights?: Tensor | null; includeLastOffset: boolean; paddingIdx?: number | bigint | null }, ['weight', 'indices', 'offsets', 'scaleGradByFreq', 'mode', 'sparse', 'perSampleWeights', 'includeLastOffset', 'paddingIdx']>): [Tensor, Tensor, Tensor, Tensor];
export function embeddingBag(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 8 && isT(a0) && isT(a1) && isT(a2) && (a3 === undefined || isB(a3)) && (a4 === undefined || isN(a4)) && (a5 === undefined || isB(a5)) && isOptT(a6) && (a7 === undefined || isB(a7))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2]), wrapOpt(r[3])])(native.call(table.handle(470), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, optId(a6), a7));
  if (n === 9 && isT(a0) && isT(a1) && isT(a2) && isB(a3) && isN(a4) && isB(a5) && isOptT(a6) && isB(a7) && (a8 == null || isN(a8))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2]), wrapOpt(r[3])])(native.call(table.handle(471), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, optId(a6), a7, a8));
  return dispatch(table, [470, 471], arguments);
}

/** `embedding_dense_backward(Tensor grad_output, Tensor indices, SymInt num_weights, SymInt padding_idx, bool scale_grad_by_freq) -> Tensor` */
export function embeddingDenseBackward(gradOutput: Tensor, indices: Tensor, numWeights: number | bigint, paddingIdx: number | bigint, scaleGradByFreq: boolean): Tensor;
export function embeddingDenseBackward(...args: Split<[], { gradOutput: Tensor; indices: Tensor; numWeights: number | bigint; paddingIdx: number | bigint; scaleGradByFreq: boolean }, ['gradOutput', 'indices', 'numWeights', 'paddingIdx', 'scaleGradByFreq']>): Tensor;
export function embeddingDenseBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isN(a2) && isN(a3) && isB(a4)) return wrap(native.call(table.handle(472), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [472], arguments);
}

/** `embedding_renorm(Tensor self, Tensor indices, float max_norm, float norm_type) -> Tensor` */
export function embeddingRenorm(self: Tensor, indices: Tensor, maxNorm: number, normType: number): Tensor;
export function embeddingRenorm(...args: Split<[self: Tensor], { indices: Tensor; maxNorm: number; normType: number }, ['indices', 'maxNorm', 'normType']>): Tensor;
export function embeddingRenorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isN(a2) && isN(a3)) return wrap(native.call(table.handle(473), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [473], arguments);
}

/** `embedding_renorm_(Tensor(a!) self, Tensor indices, float max_norm, float norm_type) -> Tensor(a!)` */
export function embeddingRenorm_<T extends Tensor>(self: T, indices: Tensor, maxNorm: number, normType: number): T;
export function embeddingRenorm_<T extends Tensor>(...args: Split<[self: T], { indices: Tensor; maxNorm: number; normType: number }, ['indices', 'maxNorm', 'normType']>): T;
export function embeddingRenorm_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isN(a2) && isN(a3)) { native.callInPlace(table.handle(474), idOf(a0), idOf(a1), a2, a3); return a0; }
  return dispatch(table, [474], arguments);
}

/** `embedding_sparse_backward(Tensor grad, Tensor indices, int num_weights, int padding_idx, bool scale_grad_by_freq) -> Tensor` */
export function embeddingSparseBackward(grad: Tensor, indices: Tensor, numWeights: number | bigint, paddingIdx: number | bigint, scaleGradByFreq: boolean): Tensor;
export function embeddingSparseBackward(...args: Split<[], { grad: Tensor; indices: Tensor; numWeights: number | bigint; paddingIdx: number | bigint; scaleGradByFreq: boolean }, ['grad', 'indices', 'numWeights', 'paddingIdx', 'scaleGradByFreq']>): Tensor;
export function embeddingSparseBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isN(a2) && isN(a3) && isB(a4)) return wrap(native.call(table.handle(475), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [475], arguments);
}

/** `empty.memory_format(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function empty(size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function empty(...args: Split<[], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
export function empty(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isL(a0)) return wrap(native.call(table.handle(476), a0));
  return dispatch(table, [476], arguments);
}

/** `empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function emptyLike(self: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function emptyLike(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(477), idOf(a0)));
  return dispatch(table, [477], arguments);
}

/** `empty_permuted(SymInt[] size, int[] physical_layout, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function emptyPermuted(size: readonly number[], physicalLayout: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function emptyPermuted(...args: Split<[], { size: readonly number[]; physicalLayout: readonly number[] }, ['size', 'physicalLayout'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function emptyPermuted(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isL(a0) && isL(a1)) return wrap(native.call(table.handle(478), a0, a1));
  return dispatch(table, [478], arguments);
}

/** `empty_quantized(int[] size, Tensor qtensor, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function emptyQuantized(size: readonly number[], qtensor: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function emptyQuantized(...args: Split<[], { size: readonly number[]; qtensor: Tensor }, ['size', 'qtensor'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
export function emptyQuantized(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isL(a0) && isT(a1)) return wrap(native.call(table.handle(479), a0, idOf(a1)));
  return dispatch(table, [479], arguments);
}

/** `empty_strided(SymInt[] size, SymInt[] stride, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function emptyStrided(size: readonly number[], stride: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function emptyStrided(...args: Split<[], { size: readonly number[]; stride: readonly number[] }, ['size', 'stride'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function emptyStrided(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isL(a0) && isL(a1)) return wrap(native.call(table.handle(480), a0, a1));
  return dispatch(table, [480], arguments);
}

/** `eq.Tensor(Tensor self, Tensor other) -> Tensor` */
export function eq(self: Tensor, other: Tensor | Scalar): Tensor;
export function eq(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function eq(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(481), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(482), idOf(a0), a1));
  return dispatch(table, [481, 482], arguments);
}

/** `eq_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function eq_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function eq_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function eq_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(483), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(484), idOf(a0), a1); return a0; }
  return dispatch(table, [483, 484], arguments);
}

/** `equal(Tensor self, Tensor other) -> bool` */
export function equal(self: Tensor, other: Tensor): boolean;
export function equal(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): boolean;
export function equal(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return native.call(table.handle(485), idOf(a0), idOf(a1));
  return dispatch(table, [485], arguments);
}

/** `erf(Tensor self) -> Tensor` */
export function erf(self: Tensor): Tensor;
export function erf(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(486), idOf(a0)));
  return dispatch(table, [486], arguments);
}

/** `erf_(Tensor(a!) self) -> Tensor(a!)` */
export function erf_<T extends Tensor>(self: T): T;
export function erf_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(487), idOf(a0)); return a0; }
  return dispatch(table, [487], arguments);
}

/** `erfc(Tensor self) -> Tensor` */
export function erfc(self: Tensor): Tensor;
export function erfc(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(488), idOf(a0)));
  return dispatch(table, [488], arguments);
}

/** `erfc_(Tensor(a!) self) -> Tensor(a!)` */
export function erfc_<T extends Tensor>(self: T): T;
export function erfc_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(489), idOf(a0)); return a0; }
  return dispatch(table, [489], arguments);
}

/** `erfinv(Tensor self) -> Tensor` */
export function erfinv(self: Tensor): Tensor;
export function erfinv(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(490), idOf(a0)));
  return dispatch(table, [490], arguments);
}

/** `erfinv_(Tensor(a!) self) -> Tensor(a!)` */
export function erfinv_<T extends Tensor>(self: T): T;
export function erfinv_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(491), idOf(a0)); return a0; }
  return dispatch(table, [491], arguments);
}

/** `exp(Tensor self) -> Tensor` */
export function exp(self: Tensor): Tensor;
export function exp(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(492), idOf(a0)));
  return dispatch(table, [492], arguments);
}

/** `exp2(Tensor self) -> Tensor` */
export function exp2(self: Tensor): Tensor;
export function exp2(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(493), idOf(a0)));
  return dispatch(table, [493], arguments);
}

/** `exp2_(Tensor(a!) self) -> Tensor(a!)` */
export function exp2_<T extends Tensor>(self: T): T;
export function exp2_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(494), idOf(a0)); return a0; }
  return dispatch(table, [494], arguments);
}

/** `exp_(Tensor(a!) self) -> Tensor(a!)` */
export function exp_<T extends Tensor>(self: T): T;
export function exp_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(495), idOf(a0)); return a0; }
  return dispatch(table, [495], arguments);
}

/** `expand(Tensor(a) self, SymInt[] size, *, bool implicit=False) -> Tensor(a)` */
export function expand(self: Tensor, size: readonly number[], options?: { implicit?: boolean }): Tensor;
export function expand(...args: Split<[self: Tensor], { size: readonly number[] }, ['size'], { implicit?: boolean }>): Tensor;
export function expand(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(496), idOf(a0), a1));
  return dispatch(table, [496], arguments);
}

/** `expand_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
export function expandAs(self: Tensor, other: Tensor): Tensor;
export function expandAs(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function expandAs(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(497), idOf(a0), idOf(a1)));
  return dispatch(table, [497], arguments);
}

/** `expand_copy(Tensor self, SymInt[] size, *, bool implicit=False) -> Tensor` */
export function expandCopy(self: Tensor, size: readonly number[], options?: { implicit?: boolean }): Tensor;
export function expandCopy(...args: Split<[self: Tensor], { size: readonly number[] }, ['size'], { implicit?: boolean }>): Tensor;
export function expandCopy(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(498), idOf(a0), a1));
  return dispatch(table, [498], arguments);
}

/** `expm1(Tensor self) -> Tensor` */
export function expm1(self: Tensor): Tensor;
export function expm1(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(499), idOf(a0)));
  return dispatch(table, [499], arguments);
}

/** `expm1_(Tensor(a!) self) -> Tensor(a!)` */
export function expm1_<T extends Tensor>(self: T): T;
export function expm1_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(500), idOf(a0)); return a0; }
  return dispatch(table, [500], arguments);
}

/** `exponential(Tensor self, float lambd=1., *, Generator? generator=None) -> Tensor` */
export function exponential(self: Tensor, lambd?: number, options?: { generator?: Generator | null }): Tensor;
export function exponential(...args: Split<[self: Tensor], { lambd?: number }, ['lambd'], { generator?: Generator | null }>): Tensor;
export function exponential(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(501), idOf(a0), a1));
  return dispatch(table, [501], arguments);
}

/** `exponential_(Tensor(a!) self, float lambd=1., *, Generator? generator=None) -> Tensor(a!)` */
export function exponential_<T extends Tensor>(self: T, lambd?: number, options?: { generator?: Generator | null }): T;
export function exponential_<T extends Tensor>(...args: Split<[self: T], { lambd?: number }, ['lambd'], { generator?: Generator | null }>): T;
export function exponential_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) { native.callInPlace(table.handle(502), idOf(a0), a1); return a0; }
  return dispatch(table, [502], arguments);
}

/** `eye(SymInt n, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function eye(n: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function eye(...args: Split<[], { n: number | bigint }, ['n'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `eye.m(SymInt n, SymInt m, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function eye(n: number | bigint, m: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function eye(...args: Split<[], { n: number | bigint; m: number | bigint }, ['n', 'm'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function eye(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 1 && isN(a0)) return wrap(native.call(table.handle(503), a0));
  if (n === 2 && isN(a0) && isN(a1)) return wrap(native.call(table.handle(504), a0, a1));
  return dispatch(table, [503, 504], arguments);
}

/** `fake_quantize_per_channel_affine(Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max) -> Tensor` */
export function fakeQuantizePerChannelAffine(self: Tensor, scale: Tensor, zeroPoint: Tensor, axis: number | bigint, quantMin: number | bigint, quantMax: number | bigint): Tensor;
export function fakeQuantizePerChannelAffine(...args: Split<[self: Tensor], { scale: Tensor; zeroPoint: Tensor; axis: number | bigint; quantMin: number | bigint; quantMax: number | bigint }, ['scale', 'zeroPoint', 'axis', 'quantMin', 'quantMax']>): Tensor;
export function fakeQuantizePerChannelAffine(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n === 6 && isT(a0) && isT(a1) && isT(a2) && isN(a3) && isN(a4) && isN(a5)) return wrap(native.call(table.handle(505), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5));
  return dispatch(table, [505], arguments);
}

/** `fake_quantize_per_channel_affine_cachemask(Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max) -> (Tensor output, Tensor mask)` */
export function fakeQuantizePerChannelAffineCachemask(self: Tensor, scale: Tensor, zeroPoint: Tensor, axis: number | bigint, quantMin: number | bigint, quantMax: number | bigint): [output: Tensor, mask: Tensor];
export function fakeQuantizePerChannelAffineCachemask(...args: Split<[self: Tensor], { scale: Tensor; zeroPoint: Tensor; axis: number | bigint; quantMin: number | bigint; quantMax: number | bigint }, ['scale', 'zeroPoint', 'axis', 'quantMin', 'quantMax']>): [output: Tensor, mask: Tensor];
export function fakeQuantizePerChannelAffineCachemask(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n === 6 && isT(a0) && isT(a1) && isT(a2) && isN(a3) && isN(a4) && isN(a5)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(506), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5));
  return dispatch(table, [506], arguments);
}

/** `fake_quantize_per_channel_affine_cachemask_backward(Tensor grad, Tensor mask) -> Tensor` */
export function fakeQuantizePerChannelAffineCachemaskBackward(grad: Tensor, mask: Tensor): Tensor;
export function fakeQuantizePerChannelAffineCachemaskBackward(...args: Split<[], { grad: Tensor; mask: Tensor }, ['grad', 'mask']>): Tensor;
export function fakeQuantizePerChannelAffineCachemaskBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(507), idOf(a0), idOf(a1)));
  return dispatch(table, [507], arguments);
}

/** `fake_quantize_per_tensor_affine.tensor_qparams(Tensor self, Tensor scale, Tensor zero_point, int quant_min, int quant_max) -> Tensor` */
export function fakeQuantizePerTensorAffine(self: Tensor, scale: Tensor, zeroPoint: Tensor, quantMin: number | bigint, quantMax: number | bigint): Tensor;
export function fakeQuantizePerTensorAffine(...args: Split<[self: Tensor], { scale: Tensor; zeroPoint: Tensor; quantMin: number | bigint; quantMax: number | bigint }, ['scale', 'zeroPoint', 'quantMin', 'quantMax']>): Tensor;
/** `fake_quantize_per_tensor_affine(Tensor self, float scale, int zero_point, int quant_min, int quant_max) -> Tensor` */
export function fakeQuantizePerTensorAffine(self: Tensor, scale: number, zeroPoint: number | bigint, quantMin: number | bigint, quantMax: number | bigint): Tensor;
export function fakeQuantizePerTensorAffine(...args: Split<[self: Tensor], { scale: number; zeroPoint: number | bigint; quantMin: number | bigint; quantMax: number | bigint }, ['scale', 'zeroPoint', 'quantMin', 'quantMax']>): Tensor;
export function fakeQuantizePerTensorAffine(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isT(a2) && isN(a3) && isN(a4)) return wrap(native.call(table.handle(508), idOf(a0), idOf(a1), idOf(a2), a3, a4));
  if (n === 5 && isT(a0) && isN(a1) && isN(a2) && isN(a3) && isN(a4)) return wrap(native.call(table.handle(509), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [508, 509], arguments);
}

/** `fake_quantize_per_tensor_affine_cachemask(Tensor self, float scale, int zero_point, int quant_min, int quant_max) -> (Tensor output, Tensor mask)` */
export function fakeQuantizePerTensorAffineCachemask(self: Tensor, scale: number, zeroPoint: number | bigint, quantMin: number | bigint, quantMax: number | bigint): [output: Tensor, mask: Tensor];
export function fakeQuantizePerTensorAffineCachemask(...args: Split<[self: Tensor], { scale: number; zeroPoint: number | bigint; quantMin: number | bigint; quantMax: number | bigint }, ['scale', 'zeroPoint', 'quantMin', 'quantMax']>): [output: Tensor, mask: Tensor];
export function fakeQuantizePerTensorAffineCachemask(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isN(a1) && isN(a2) && isN(a3) && isN(a4)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(510), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [510], arguments);
}

/** `fake_quantize_per_tensor_affine_cachemask_backward(Tensor grad, Tensor mask) -> Tensor` */
export function fakeQuantizePerTensorAffineCachemaskBackward(grad: Tensor, mask: Tensor): Tensor;
export function fakeQuantizePerTensorAffineCachemaskBackward(...args: Split<[], { grad: Tensor; mask: Tensor }, ['grad', 'mask']>): Tensor;
export function fakeQuantizePerTensorAffineCachemaskBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(511), idOf(a0), idOf(a1)));
  return dispatch(table, [511], arguments);
}

/** `fbgemm_linear_fp16_weight(Tensor input, Tensor packed_weight, Tensor bias) -> Tensor` */
export function fbgemmLinearFp16Weight(input: Tensor, packedWeight: Tensor, bias: Tensor): Tensor;
export function fbgemmLinearFp16Weight(...args: Split<[], { input: Tensor; packedWeight: Tensor; bias: Tensor }, ['input', 'packedWeight', 'bias']>): Tensor;
export function fbgemmLinearFp16Weight(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(512), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [512], arguments);
}

/** `fbgemm_linear_fp16_weight_fp32_activation(Tensor input, Tensor packed_weight, Tensor? bias) -> Tensor` */
export function fbgemmLinearFp16WeightFp32Activation(input: Tensor, packedWeight: Tensor, bias?: Tensor | null): Tensor;
export function fbgemmLinearFp16WeightFp32Activation(...args: Split<[], { input: Tensor; packedWeight: Tensor; bias?: Tensor | null }, ['input', 'packedWeight', 'bias']>): Tensor;
export function fbgemmLinearFp16WeightFp32Activation(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isOptT(a2)) return wrap(native.call(table.handle(513), idOf(a0), idOf(a1), optId(a2)));
  return dispatch(table, [513], arguments);
}

/** `fbgemm_linear_int8_weight(Tensor input, Tensor weight, Tensor packed, Tensor col_offsets, Scalar weight_scale, Scalar weight_zero_point, Tensor bias) -> Tensor` */
export function fbgemmLinearInt8Weight(input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, bias: Tensor): Tensor;
export function fbgemmLinearInt8Weight(...args: Split<[], { input: Tensor; weight: Tensor; packed: Tensor; colOffsets: Tensor; weightScale: Scalar; weightZeroPoint: Scalar; bias: Tensor }, ['input', 'weight', 'packed', 'colOffsets', 'weightScale', 'weightZeroPoint', 'bias']>): Tensor;
export function fbgemmLinearInt8Weight(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isS(a4) && isS(a5) && isT(a6)) return wrap(native.call(table.handle(514), idOf(a0), idOf(a1), idOf(a2), idOf(a3), a4, a5, idOf(a6)));
  return dispatch(table, [514], arguments);
}

/** `fbgemm_linear_int8_weight_fp32_activation(Tensor input, Tensor weight, Tensor packed, Tensor col_offsets, Scalar weight_scale, Scalar weight_zero_point, Tensor bias) -> Tensor` */
export function fbgemmLinearInt8WeightFp32Activation(input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, bias: Tensor): Tensor;
export function fbgemmLinearInt8WeightFp32Activation(...args: Split<[], { input: Tensor; weight: Tensor; packed: Tensor; colOffsets: Tensor; weightScale: Scalar; weightZeroPoint: Scalar; bias: Tensor }, ['input', 'weight', 'packed', 'colOffsets', 'weightScale', 'weightZeroPoint', 'bias']>): Tensor;
export function fbgemmLinearInt8WeightFp32Activation(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isS(a4) && isS(a5) && isT(a6)) return wrap(native.call(table.handle(515), idOf(a0), idOf(a1), idOf(a2), idOf(a3), a4, a5, idOf(a6)));
  return dispatch(table, [515], arguments);
}

/** `fbgemm_linear_quantize_weight(Tensor input) -> (Tensor, Tensor, float, int)` */
export function fbgemmLinearQuantizeWeight(input: Tensor): [Tensor, Tensor, number, number];
export function fbgemmLinearQuantizeWeight(...args: Split<[], { input: Tensor }, ['input']>): [Tensor, Tensor, number, number];
export function fbgemmLinearQuantizeWeight(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), r[2], r[3]])(native.call(table.handle(516), idOf(a0)));
  return dispatch(table, [516], arguments);
}

/** `fbgemm_pack_gemm_matrix_fp16(Tensor input) -> Tensor` */
export function fbgemmPackGemmMatrixFp16(input: Tensor): Tensor;
export function fbgemmPackGemmMatrixFp16(...args: Split<[], { input: Tensor }, ['input']>): Tensor;
export function fbgemmPackGemmMatrixFp16(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(517), idOf(a0)));
  return dispatch(table, [517], arguments);
}

/** `fbgemm_pack_quantized_matrix(Tensor input) -> Tensor` */
export function fbgemmPackQuantizedMatrix(input: Tensor): Tensor;
export function fbgemmPackQuantizedMatrix(...args: Split<[], { input: Tensor }, ['input']>): Tensor;
/** `fbgemm_pack_quantized_matrix.KN(Tensor input, int K, int N) -> Tensor` */
export function fbgemmPackQuantizedMatrix(input: Tensor, K: number | bigint, N: number | bigint): Tensor;
export function fbgemmPackQuantizedMatrix(...args: Split<[], { input: Tensor; K: number | bigint; N: number | bigint }, ['input', 'K', 'N']>): Tensor;
export function fbgemmPackQuantizedMatrix(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(518), idOf(a0)));
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) return wrap(native.call(table.handle(519), idOf(a0), a1, a2));
  return dispatch(table, [518, 519], arguments);
}

/** `feature_alpha_dropout(Tensor input, float p, bool train) -> Tensor` */
export function featureAlphaDropout(input: Tensor, p: number, train: boolean): Tensor;
export function featureAlphaDropout(...args: Split<[], { input: Tensor; p: number; train: boolean }, ['input', 'p', 'train']>): Tensor;
export function featureAlphaDropout(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isB(a2)) return wrap(native.call(table.handle(520), idOf(a0), a1, a2));
  return dispatch(table, [520], arguments);
}

/** `feature_alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
export function featureAlphaDropout_<T extends Tensor>(self: T, p: number, train: boolean): T;
export function featureAlphaDropout_<T extends Tensor>(...args: Split<[self: T], { p: number; train: boolean }, ['p', 'train']>): T;
export function featureAlphaDropout_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isB(a2)) { native.callInPlace(table.handle(521), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [521], arguments);
}

/** `feature_dropout(Tensor input, float p, bool train) -> Tensor` */
export function featureDropout(input: Tensor, p: number, train: boolean): Tensor;
export function featureDropout(...args: Split<[], { input: Tensor; p: number; train: boolean }, ['input', 'p', 'train']>): Tensor;
export function featureDropout(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isB(a2)) return wrap(native.call(table.handle(522), idOf(a0), a1, a2));
  return dispatch(table, [522], arguments);
}

/** `feature_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
export function featureDropout_<T extends Tensor>(self: T, p: number, train: boolean): T;
export function featureDropout_<T extends Tensor>(...args: Split<[self: T], { p: number; train: boolean }, ['p', 'train']>): T;
export function featureDropout_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isB(a2)) { native.callInPlace(table.handle(523), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [523], arguments);
}

/** `fft_fft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
export function fftFft(self: Tensor, n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftFft(...args: Split<[self: Tensor], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
export function fftFft(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isN(a1)) && (a2 === undefined || isN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(524), idOf(a0), a1, a2, a3));
  return dispatch(table, [524], arguments);
}

/** `fft_fft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
export function fftFft2(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftFft2(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftFft2(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(525), idOf(a0), a1, a2, a3));
  return dispatch(table, [525], arguments);
}

/** `fft_fftfreq(int n, float d=1., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function fftFftfreq(n: number | bigint, d?: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function fftFftfreq(...args: Split<[], { n: number | bigint; d?: number }, ['n', 'd'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function fftFftfreq(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isN(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(526), a0, a1));
  return dispatch(table, [526], arguments);
}

/** `fft_fftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
export function fftFftn(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftFftn(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftFftn(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 == null || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(527), idOf(a0), a1, a2, a3));
  return dispatch(table, [527], arguments);
}

/** `fft_fftshift(Tensor self, int[1]? dim=None) -> Tensor` */
export function fftFftshift(self: Tensor, dim?: readonly number[] | number | null): Tensor;
export function fftFftshift(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null }, ['dim']>): Tensor;
export function fftFftshift(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isLN(a1))) return wrap(native.call(table.handle(528), idOf(a0), a1));
  return dispatch(table, [528], arguments);
}

/** `fft_hfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
export function fftHfft(self: Tensor, n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftHfft(...args: Split<[self: Tensor], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
export function fftHfft(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isN(a1)) && (a2 === undefined || isN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(529), idOf(a0), a1, a2, a3));
  return dispatch(table, [529], arguments);
}

/** `fft_hfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
export function fftHfft2(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftHfft2(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftHfft2(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(530), idOf(a0), a1, a2, a3));
  return dispatch(table, [530], arguments);
}

/** `fft_hfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
export function fftHfftn(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftHfftn(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftHfftn(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 == null || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(531), idOf(a0), a1, a2, a3));
  return dispatch(table, [531], arguments);
}

/** `fft_ifft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
export function fftIfft(self: Tensor, n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftIfft(...args: Split<[self: Tensor], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
export function fftIfft(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isN(a1)) && (a2 === undefined || isN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(532), idOf(a0), a1, a2, a3));
  return dispatch(table, [532], arguments);
}

/** `fft_ifft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
export function fftIfft2(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftIfft2(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftIfft2(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(533), idOf(a0), a1, a2, a3));
  return dispatch(table, [533], arguments);
}

/** `fft_ifftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
export function fftIfftn(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftIfftn(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftIfftn(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 == null || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(534), idOf(a0), a1, a2, a3));
  return dispatch(table, [534], arguments);
}

/** `fft_ifftshift(Tensor self, int[1]? dim=None) -> Tensor` */
export function fftIfftshift(self: Tensor, dim?: readonly number[] | number | null): Tensor;
export function fftIfftshift(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null }, ['dim']>): Tensor;
export function fftIfftshift(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isLN(a1))) return wrap(native.call(table.handle(535), idOf(a0), a1));
  return dispatch(table, [535], arguments);
}

/** `fft_ihfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
export function fftIhfft(self: Tensor, n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftIhfft(...args: Split<[self: Tensor], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
export function fftIhfft(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isN(a1)) && (a2 === undefined || isN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(536), idOf(a0), a1, a2, a3));
  return dispatch(table, [536], arguments);
}

/** `fft_ihfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
export function fftIhfft2(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftIhfft2(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftIhfft2(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(537), idOf(a0), a1, a2, a3));
  return dispatch(table, [537], arguments);
}

/** `fft_ihfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
export function fftIhfftn(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftIhfftn(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftIhfftn(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 == null || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(538), idOf(a0), a1, a2, a3));
  return dispatch(table, [538], arguments);
}

/** `fft_irfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
export function fftIrfft(self: Tensor, n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftIrfft(...args: Split<[self: Tensor], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
export function fftIrfft(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isN(a1)) && (a2 === undefined || isN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(539), idOf(a0), a1, a2, a3));
  return dispatch(table, [539], arguments);
}

/** `fft_irfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
export function fftIrfft2(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftIrfft2(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftIrfft2(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(540), idOf(a0), a1, a2, a3));
  return dispatch(table, [540], arguments);
}

/** `fft_irfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
export function fftIrfftn(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftIrfftn(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftIrfftn(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 == null || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(541), idOf(a0), a1, a2, a3));
  return dispatch(table, [541], arguments);
}

/** `fft_rfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
export function fftRfft(self: Tensor, n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftRfft(...args: Split<[self: Tensor], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
export function fftRfft(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isN(a1)) && (a2 === undefined || isN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(542), idOf(a0), a1, a2, a3));
  return dispatch(table, [542], arguments);
}

/** `fft_rfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
export function fftRfft2(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftRfft2(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftRfft2(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(543), idOf(a0), a1, a2, a3));
  return dispatch(table, [543], arguments);
}

/** `fft_rfftfreq(int n, float d=1., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function fftRfftfreq(n: number | bigint, d?: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function fftRfftfreq(...args: Split<[], { n: number | bigint; d?: number }, ['n', 'd'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function fftRfftfreq(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isN(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(544), a0, a1));
  return dispatch(table, [544], arguments);
}

/** `fft_rfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
export function fftRfftn(self: Tensor, s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
export function fftRfftn(...args: Split<[self: Tensor], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
export function fftRfftn(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 == null || isLN(a2)) && (a3 == null || isStr(a3))) return wrap(native.call(table.handle(545), idOf(a0), a1, a2, a3));
  return dispatch(table, [545], arguments);
}

/** `fill.Tensor(Tensor self, Tensor value) -> Tensor` */
export function fill(self: Tensor, value: Tensor | Scalar): Tensor;
export function fill(...args: Split<[self: Tensor], { value: Tensor | Scalar }, ['value']>): Tensor;
export function fill(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(546), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(547), idOf(a0), a1));
  return dispatch(table, [546, 547], arguments);
}

/** `fill_diagonal_(Tensor(a!) self, Scalar fill_value, bool wrap=False) -> Tensor(a!)` */
export function fillDiagonal_<T extends Tensor>(self: T, fillValue: Scalar, wrap?: boolean): T;
export function fillDiagonal_<T extends Tensor>(...args: Split<[self: T], { fillValue: Scalar; wrap?: boolean }, ['fillValue', 'wrap']>): T;
export function fillDiagonal_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isS(a1) && (a2 === undefined || isB(a2))) { native.callInPlace(table.handle(548), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [548], arguments);
}

/** `fill_.Tensor(Tensor(a!) self, Tensor value) -> Tensor(a!)` */
export function fill_<T extends Tensor>(self: T, value: Tensor | Scalar): T;
export function fill_<T extends Tensor>(...args: Split<[self: T], { value: Tensor | Scalar }, ['value']>): T;
export function fill_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(549), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(550), idOf(a0), a1); return a0; }
  return dispatch(table, [549, 550], arguments);
}

/** `fix(Tensor self) -> Tensor` */
export function fix(self: Tensor): Tensor;
export function fix(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(551), idOf(a0)));
  return dispatch(table, [551], arguments);
}

/** `fix_(Tensor(a!) self) -> Tensor(a!)` */
export function fix_<T extends Tensor>(self: T): T;
export function fix_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(552), idOf(a0)); return a0; }
  return dispatch(table, [552], arguments);
}

/** `flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)` */
export function flatten(self: Tensor, startDim?: number | bigint, endDim?: number | bigint): Tensor;
export function flatten(...args: Split<[self: Tensor], { startDim?: number | bigint; endDim?: number | bigint }, ['startDim', 'endDim']>): Tensor;
export function flatten(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(553), idOf(a0), a1, a2));
  return dispatch(table, [553], arguments);
}

/** `flatten_dense_tensors(Tensor[] tensors) -> Tensor` */
export function flattenDenseTensors(tensors: readonly Tensor[]): Tensor;
export function flattenDenseTensors(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor;
export function flattenDenseTensors(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrap(native.call(table.handle(554), ids(a0)));
  return dispatch(table, [554], arguments);
}

/** `flip(Tensor self, int[] dims) -> Tensor` */
export function flip(self: Tensor, dims: readonly number[]): Tensor;
export function flip(...args: Split<[self: Tensor], { dims: readonly number[] }, ['dims']>): Tensor;
export function flip(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(555), idOf(a0), a1));
  return dispatch(table, [555], arguments);
}

/** `fliplr(Tensor self) -> Tensor` */
export function fliplr(self: Tensor): Tensor;
export function fliplr(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(556), idOf(a0)));
  return dispatch(table, [556], arguments);
}

/** `flipud(Tensor self) -> Tensor` */
export function flipud(self: Tensor): Tensor;
export function flipud(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(557), idOf(a0)));
  return dispatch(table, [557], arguments);
}

/** `float_power.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor` */
export function floatPower(self: Tensor, exponent: Tensor | Scalar): Tensor;
export function floatPower(...args: Split<[self: Tensor], { exponent: Tensor | Scalar }, ['exponent']>): Tensor;
/** `float_power.Scalar(Scalar self, Tensor exponent) -> Tensor` */
export function floatPower(self: Scalar, exponent: Tensor): Tensor;
export function floatPower(...args: Split<[self: Scalar], { exponent: Tensor }, ['exponent']>): Tensor;
export function floatPower(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(558), idOf(a0), idOf(a1)));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(559), a0, idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(560), idOf(a0), a1));
  return dispatch(table, [558, 559, 560], arguments);
}

/** `float_power_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)` */
export function floatPower_<T extends Tensor>(self: T, exponent: Tensor | Scalar): T;
export function floatPower_<T extends Tensor>(...args: Split<[self: T], { exponent: Tensor | Scalar }, ['exponent']>): T;
export function floatPower_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(561), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(562), idOf(a0), a1); return a0; }
  return dispatch(table, [561, 562], arguments);
}

/** `floor(Tensor self) -> Tensor` */
export function floor(self: Tensor): Tensor;
export function floor(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(563), idOf(a0)));
  return dispatch(table, [563], arguments);
}

/** `floor_divide(Tensor self, Tensor other) -> Tensor` */
export function floorDivide(self: Tensor, other: Tensor | Scalar): Tensor;
export function floorDivide(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function floorDivide(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(564), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(565), idOf(a0), a1));
  return dispatch(table, [564, 565], arguments);
}

/** `floor_divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function floorDivide_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function floorDivide_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function floorDivide_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(566), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(567), idOf(a0), a1); return a0; }
  return dispatch(table, [566, 567], arguments);
}

/** `floor_(Tensor(a!) self) -> Tensor(a!)` */
export function floor_<T extends Tensor>(self: T): T;
export function floor_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(568), idOf(a0)); return a0; }
  return dispatch(table, [568], arguments);
}

/** `fmax(Tensor self, Tensor other) -> Tensor` */
export function fmax(self: Tensor, other: Tensor): Tensor;
export function fmax(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function fmax(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(569), idOf(a0), idOf(a1)));
  return dispatch(table, [569], arguments);
}

/** `fmin(Tensor self, Tensor other) -> Tensor` */
export function fmin(self: Tensor, other: Tensor): Tensor;
export function fmin(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function fmin(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(570), idOf(a0), idOf(a1)));
  return dispatch(table, [570], arguments);
}

/** `fmod.Tensor(Tensor self, Tensor other) -> Tensor` */
export function fmod(self: Tensor, other: Tensor | Scalar): Tensor;
export function fmod(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function fmod(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(571), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(572), idOf(a0), a1));
  return dispatch(table, [571, 572], arguments);
}

/** `fmod_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function fmod_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function fmod_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function fmod_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(573), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(574), idOf(a0), a1); return a0; }
  return dispatch(table, [573, 574], arguments);
}

/** `frac(Tensor self) -> Tensor` */
export function frac(self: Tensor): Tensor;
export function frac(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(575), idOf(a0)));
  return dispatch(table, [575], arguments);
}

/** `frac_(Tensor(a!) self) -> Tensor(a!)` */
export function frac_<T extends Tensor>(self: T): T;
export function frac_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(576), idOf(a0)); return a0; }
  return dispatch(table, [576], arguments);
}

/** `fractional_max_pool2d(Tensor self, int[2] kernel_size, int[2] output_size, Tensor random_samples) -> (Tensor, Tensor)` */
export function fractionalMaxPool2d(self: Tensor, kernelSize: readonly number[] | number, outputSize: readonly number[] | number, randomSamples: Tensor): [Tensor, Tensor];
export function fractionalMaxPool2d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; outputSize: readonly number[] | number; randomSamples: Tensor }, ['kernelSize', 'outputSize', 'randomSamples']>): [Tensor, Tensor];
export function fractionalMaxPool2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isLN(a1) && isLN(a2) && isT(a3)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(577), idOf(a0), a1, a2, idOf(a3)));
  return dispatch(table, [577], arguments);
}

/** `fractional_max_pool2d_backward(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] output_size, Tensor indices) -> Tensor` */
export function fractionalMaxPool2dBackward(gradOutput: Tensor, self: Tensor, kernelSize: readonly number[] | number, outputSize: readonly number[] | number, indices: Tensor): Tensor;
export function fractionalMaxPool2dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; kernelSize: readonly number[] | number; outputSize: readonly number[] | number; indices: Tensor }, ['gradOutput', 'self', 'kernelSize', 'outputSize', 'indices']>): Tensor;
export function fractionalMaxPool2dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isLN(a2) && isLN(a3) && isT(a4)) return wrap(native.call(table.handle(578), idOf(a0), idOf(a1), a2, a3, idOf(a4)));
  return dispatch(table, [578], arguments);
}

/** `fractional_max_pool3d(Tensor self, int[3] kernel_size, int[3] output_size, Tensor random_samples) -> (Tensor, Tensor)` */
export function fractionalMaxPool3d(self: Tensor, kernelSize: readonly number[] | number, outputSize: readonly number[] | number, randomSamples: Tensor): [Tensor, Tensor];
export function fractionalMaxPool3d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; outputSize: readonly number[] | number; randomSamples: Tensor }, ['kernelSize', 'outputSize', 'randomSamples']>): [Tensor, Tensor];
export function fractionalMaxPool3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isLN(a1) && isLN(a2) && isT(a3)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(579), idOf(a0), a1, a2, idOf(a3)));
  return dispatch(table, [579], arguments);
}

/** `fractional_max_pool3d_backward(Tensor grad_output, Tensor self, int[3] kernel_size, int[3] output_size, Tensor indices) -> Tensor` */
export function fractionalMaxPool3dBackward(gradOutput: Tensor, self: Tensor, kernelSize: readonly number[] | number, outputSize: readonly number[] | number, indices: Tensor): Tensor;
export function fractionalMaxPool3dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; kernelSize: readonly number[] | number; outputSize: readonly number[] | number; indices: Tensor }, ['gradOutput', 'self', 'kernelSize', 'outputSize', 'indices']>): Tensor;
export function fractionalMaxPool3dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isLN(a2) && isLN(a3) && isT(a4)) return wrap(native.call(table.handle(580), idOf(a0), idOf(a1), a2, a3, idOf(a4)));
  return dispatch(table, [580], arguments);
}

/** `frexp.Tensor(Tensor self) -> (Tensor mantissa, Tensor exponent)` */
export function frexp(self: Tensor): [mantissa: Tensor, exponent: Tensor];
export function frexp(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(581), idOf(a0)));
  return dispatch(table, [581], arguments);
}

/** `frobenius_norm.dim(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
export function frobeniusNorm(self: Tensor, dim: readonly number[] | number, keepdim?: boolean): Tensor;
export function frobeniusNorm(...args: Split<[self: Tensor], { dim: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
export function frobeniusNorm(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isLN(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(582), idOf(a0), a1, a2));
  return dispatch(table, [582], arguments);
}

/** `from_file(str filename, bool? shared=None, int? size=0, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function fromFile(filename: string, shared?: boolean | null, size?: number | bigint | null, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function fromFile(...args: Split<[], { filename: string; shared?: boolean | null; size?: number | bigint | null }, ['filename', 'shared', 'size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function fromFile(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isStr(a0) && (a1 == null || isB(a1)) && (a2 == null || isN(a2))) return wrap(native.call(table.handle(583), a0, a1, a2));
  return dispatch(table, [583], arguments);
}

/** `full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function full(size: readonly number[], fillValue: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function full(...args: Split<[], { size: readonly number[]; fillValue: Scalar }, ['size', 'fillValue'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function full(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isL(a0) && isS(a1)) return wrap(native.call(table.handle(584), a0, a1));
  return dispatch(table, [584], arguments);
}

/** `full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function fullLike(self: Tensor, fillValue: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function fullLike(...args: Split<[self: Tensor], { fillValue: Scalar }, ['fillValue'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
export function fullLike(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(585), idOf(a0), a1));
  return dispatch(table, [585], arguments);
}

/** `fused_moving_avg_obs_fake_quant(Tensor self, Tensor observer_on, Tensor fake_quant_on, Tensor(a!) running_min, Tensor(b!) running_max, Tensor(c!) scale, Tensor(d!) zero_point, float averaging_const, int quant_min, int quant_max, int ch_axis, bool per_row_fake_quant=False, bool symmetric_quant=False) -> Tensor` */
export function fusedMovingAvgObsFakeQuant(self: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: number | bigint, quantMax: number | bigint, chAxis: number | bigint, perRowFakeQuant?: boolean, symmetricQuant?: boolean): Tensor;
export function fusedMovingAvgObsFakeQuant(...args: Split<[self: Tensor], { observerOn: Tensor; fakeQuantOn: Tensor; runningMin: Tensor; runningMax: Tensor; scale: Tensor; zeroPoint: Tensor; averagingConst: number; quantMin: number | bigint; quantMax: number | bigint; chAxis: number | bigint; perRowFakeQuant?: boolean; symmetricQuant?: boolean }, ['observerOn', 'fakeQuantOn', 'runningMin', 'runningMax', 'scale', 'zeroPoint', 'averagingConst', 'quantMin', 'quantMax', 'chAxis', 'perRowFakeQuant', 'symmetricQuant']>): Tensor;
export function fusedMovingAvgObsFakeQuant(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any, a12?: any, a13?: any): any {
  const n = arguments.length;
  if (n >= 11 && n <= 13 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isT(a4) && isT(a5) && isT(a6) && isN(a7) && isN(a8) && isN(a9) && isN(a10) && (a11 === undefined || isB(a11)) && (a12 === undefined || isB(a12))) return wrap(native.call(table.handle(586), idOf(a0), idOf(a1), idOf(a2), idOf(a3), idOf(a4), idOf(a5), idOf(a6), a7, a8, a9, a10, a11, a12));
  return dispatch(table, [586], arguments);
}

/** `gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor` */
export function gather(self: Tensor, dim: number | bigint, index: Tensor, options?: { sparseGrad?: boolean }): Tensor;
export function gather(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor }, ['dim', 'index'], { sparseGrad?: boolean }>): Tensor;
export function gather(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isT(a2)) return wrap(native.call(table.handle(587), idOf(a0), a1, idOf(a2)));
  return dispatch(table, [587], arguments);
}

/** `gather_backward(Tensor grad, Tensor self, int dim, Tensor index, bool sparse_grad) -> Tensor` */
export function gatherBackward(grad: Tensor, self: Tensor, dim: number | bigint, index: Tensor, sparseGrad: boolean): Tensor;
export function gatherBackward(...args: Split<[], { grad: Tensor; self: Tensor; dim: number | bigint; index: Tensor; sparseGrad: boolean }, ['grad', 'self', 'dim', 'index', 'sparseGrad']>): Tensor;
export function gatherBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isN(a2) && isT(a3) && isB(a4)) return wrap(native.call(table.handle(588), idOf(a0), idOf(a1), a2, idOf(a3), a4));
  return dispatch(table, [588], arguments);
}

/** `gcd(Tensor self, Tensor other) -> Tensor` */
export function gcd(self: Tensor, other: Tensor): Tensor;
export function gcd(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function gcd(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(589), idOf(a0), idOf(a1)));
  return dispatch(table, [589], arguments);
}

/** `gcd_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function gcd_<T extends Tensor>(self: T, other: Tensor): T;
export function gcd_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function gcd_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(590), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [590], arguments);
}

/** `ge.Tensor(Tensor self, Tensor other) -> Tensor` */
export function ge(self: Tensor, other: Tensor | Scalar): Tensor;
export function ge(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function ge(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(591), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(592), idOf(a0), a1));
  return dispatch(table, [591, 592], arguments);
}

/** `ge_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function ge_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function ge_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function ge_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(593), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(594), idOf(a0), a1); return a0; }
  return dispatch(table, [593, 594], arguments);
}

/** `gelu(Tensor self, *, str approximate="none") -> Tensor` */
export function gelu(self: Tensor, options?: { approximate?: 'none' | 'tanh' }): Tensor;
export function gelu(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(595), idOf(a0)));
  return dispatch(table, [595], arguments);
}

/** `gelu_backward(Tensor grad_output, Tensor self, *, str approximate="none") -> Tensor` */
export function geluBackward(gradOutput: Tensor, self: Tensor, options?: { approximate?: 'none' | 'tanh' }): Tensor;
export function geluBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor }, ['gradOutput', 'self'], { approximate?: 'none' | 'tanh' }>): Tensor;
export function geluBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(596), idOf(a0), idOf(a1)));
  return dispatch(table, [596], arguments);
}

/** `gelu_(Tensor(a!) self, *, str approximate="none") -> Tensor(a!)` */
export function gelu_<T extends Tensor>(self: T, options?: { approximate?: 'none' | 'tanh' }): T;
export function gelu_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(597), idOf(a0)); return a0; }
  return dispatch(table, [597], arguments);
}

/** `geometric(Tensor self, float p, *, Generator? generator=None) -> Tensor` */
export function geometric(self: Tensor, p: number, options?: { generator?: Generator | null }): Tensor;
export function geometric(...args: Split<[self: Tensor], { p: number }, ['p'], { generator?: Generator | null }>): Tensor;
export function geometric(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(598), idOf(a0), a1));
  return dispatch(table, [598], arguments);
}

/** `geometric_(Tensor(a!) self, float p, *, Generator? generator=None) -> Tensor(a!)` */
export function geometric_<T extends Tensor>(self: T, p: number, options?: { generator?: Generator | null }): T;
export function geometric_<T extends Tensor>(...args: Split<[self: T], { p: number }, ['p'], { generator?: Generator | null }>): T;
export function geometric_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) { native.callInPlace(table.handle(599), idOf(a0), a1); return a0; }
  return dispatch(table, [599], arguments);
}

/** `geqrf(Tensor self) -> (Tensor a, Tensor tau)` */
export function geqrf(self: Tensor): [a: Tensor, tau: Tensor];
export function geqrf(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(600), idOf(a0)));
  return dispatch(table, [600], arguments);
}

/** `ger(Tensor self, Tensor vec2) -> Tensor` */
export function ger(self: Tensor, vec2: Tensor): Tensor;
export function ger(...args: Split<[self: Tensor], { vec2: Tensor }, ['vec2']>): Tensor;
export function ger(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(601), idOf(a0), idOf(a1)));
  return dispatch(table, [601], arguments);
}

/** `get_device(Tensor self) -> int` */
export function getDevice(self: Tensor): number;
export function getDevice(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(602), idOf(a0));
  return dispatch(table, [602], arguments);
}

/** `glu(Tensor self, int dim=-1) -> Tensor` */
export function glu(self: Tensor, dim?: number | bigint): Tensor;
export function glu(...args: Split<[self: Tensor], { dim?: number | bigint }, ['dim']>): Tensor;
export function glu(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(603), idOf(a0), a1));
  return dispatch(table, [603], arguments);
}

/** `glu_backward(Tensor grad_output, Tensor self, int dim) -> Tensor` */
export function gluBackward(gradOutput: Tensor, self: Tensor, dim: number | bigint): Tensor;
export function gluBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; dim: number | bigint }, ['gradOutput', 'self', 'dim']>): Tensor;
export function gluBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isN(a2)) return wrap(native.call(table.handle(604), idOf(a0), idOf(a1), a2));
  return dispatch(table, [604], arguments);
}

/** `glu_backward_jvp(Tensor grad_x, Tensor grad_glu, Tensor x, Tensor dgrad_glu, Tensor dx, int dim) -> Tensor` */
export function gluBackwardJvp(gradX: Tensor, gradGlu: Tensor, x: Tensor, dgradGlu: Tensor, dx: Tensor, dim: number | bigint): Tensor;
export function gluBackwardJvp(...args: Split<[], { gradX: Tensor; gradGlu: Tensor; x: Tensor; dgradGlu: Tensor; dx: Tensor; dim: number | bigint }, ['gradX', 'gradGlu', 'x', 'dgradGlu', 'dx', 'dim']>): Tensor;
export function gluBackwardJvp(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n === 6 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isT(a4) && isN(a5)) return wrap(native.call(table.handle(605), idOf(a0), idOf(a1), idOf(a2), idOf(a3), idOf(a4), a5));
  return dispatch(table, [605], arguments);
}

/** `glu_jvp(Tensor glu, Tensor x, Tensor dx, int dim) -> Tensor` */
export function gluJvp(glu: Tensor, x: Tensor, dx: Tensor, dim: number | bigint): Tensor;
export function gluJvp(...args: Split<[], { glu: Tensor; x: Tensor; dx: Tensor; dim: number | bigint }, ['glu', 'x', 'dx', 'dim']>): Tensor;
export function gluJvp(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isN(a3)) return wrap(native.call(table.handle(606), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [606], arguments);
}

/** `gradient.tensorarray(Tensor self, *, Tensor[] spacing, int[] dim, int edge_order=1) -> Tensor[]` */
export function gradient(self: Tensor, options: { spacing: readonly Tensor[]; dim: readonly number[]; edgeOrder?: number | bigint }): Tensor[];
/** `gradient.tensorarrayint(Tensor self, *, Tensor[] spacing, int? dim=None, int edge_order=1) -> Tensor[]` */
export function gradient(self: Tensor, options: { spacing: readonly Tensor[]; dim?: number | bigint | null; edgeOrder?: number | bigint }): Tensor[];
/** `gradient.array(Tensor self, *, int[] dim, int edge_order=1) -> Tensor[]` */
export function gradient(self: Tensor, options: { dim: readonly number[]; edgeOrder?: number | bigint }): Tensor[];
/** `gradient.scalararray(Tensor self, *, Scalar spacing, int[] dim, int edge_order=1) -> Tensor[]` */
export function gradient(self: Tensor, options: { spacing: Scalar; dim: readonly number[]; edgeOrder?: number | bigint }): Tensor[];
/** `gradient.scalarint(Tensor self, *, Scalar? spacing=None, int? dim=None, int edge_order=1) -> Tensor[]` */
export function gradient(self: Tensor, options?: { spacing?: Scalar | null; dim?: number | bigint | null; edgeOrder?: number | bigint }): Tensor[];
/** `gradient.scalarrayarray(Tensor self, *, Scalar[] spacing, int[] dim, int edge_order=1) -> Tensor[]` */
export function gradient(self: Tensor, options: { spacing: readonly Scalar[]; dim: readonly number[]; edgeOrder?: number | bigint }): Tensor[];
/** `gradient.scalarrayint(Tensor self, *, Scalar[] spacing, int? dim=None, int edge_order=1) -> Tensor[]` */
export function gradient(self: Tensor, options: { spacing: readonly Scalar[]; dim?: number | bigint | null; edgeOrder?: number | bigint }): Tensor[];
export function gradient(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrapAll(native.call(table.handle(611), idOf(a0)));
  return dispatch(table, [607, 608, 609, 610, 611, 612, 613], arguments);
}

/** `greater.Tensor(Tensor self, Tensor other) -> Tensor` */
export function greater(self: Tensor, other: Tensor | Scalar): Tensor;
export function greater(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function greater(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(614), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(615), idOf(a0), a1));
  return dispatch(table, [614, 615], arguments);
}

/** `greater_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
export function greaterEqual(self: Tensor, other: Tensor | Scalar): Tensor;
export function greaterEqual(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function greaterEqual(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(616), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(617), idOf(a0), a1));
  return dispatch(table, [616, 617], arguments);
}

/** `greater_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function greaterEqual_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function greaterEqual_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function greaterEqual_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(618), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(619), idOf(a0), a1); return a0; }
  return dispatch(table, [618, 619], arguments);
}

/** `greater_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function greater_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function greater_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function greater_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(620), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(621), idOf(a0), a1); return a0; }
  return dispatch(table, [620, 621], arguments);
}

/** `grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor` */
export function gridSampler(input: Tensor, grid: Tensor, interpolationMode: number | bigint, paddingMode: number | bigint, alignCorners: boolean): Tensor;
export function gridSampler(...args: Split<[], { input: Tensor; grid: Tensor; interpolationMode: number | bigint; paddingMode: number | bigint; alignCorners: boolean }, ['input', 'grid', 'interpolationMode', 'paddingMode', 'alignCorners']>): Tensor;
export function gridSampler(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isN(a2) && isN(a3) && isB(a4)) return wrap(native.call(table.handle(622), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [622], arguments);
}

/** `grid_sampler_2d(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor` */
export function gridSampler2d(input: Tensor, grid: Tensor, interpolationMode: number | bigint, paddingMode: number | bigint, alignCorners: boolean): Tensor;
export function gridSampler2d(...args: Split<[], { input: Tensor; grid: Tensor; interpolationMode: number | bigint; paddingMode: number | bigint; alignCorners: boolean }, ['input', 'grid', 'interpolationMode', 'paddingMode', 'alignCorners']>): Tensor;
export function gridSampler2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isN(a2) && isN(a3) && isB(a4)) return wrap(native.call(table.handle(623), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [623], arguments);
}

/** `grid_sampler_2d_backward(Tensor grad_output, Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, bool[2] output_mask) -> (Tensor, Tensor)` */
export function gridSampler2dBackward(gradOutput: Tensor, input: Tensor, grid: Tensor, interpolationMode: number | bigint, paddingMode: number | bigint, alignCorners: boolean, outputMask: readonly boolean[] | boolean): [Tensor, Tensor];
export function gridSampler2dBackward(...args: Split<[], { gradOutput: Tensor; input: Tensor; grid: Tensor; interpolationMode: number | bigint; paddingMode: number | bigint; alignCorners: boolean; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'input', 'grid', 'interpolationMode', 'paddingMode', 'alignCorners', 'outputMask']>): [Tensor, Tensor];
export function gridSampler2dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isT(a2) && isN(a3) && isN(a4) && isB(a5) && isLN(a6)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(624), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, a6));
  return dispatch(table, [624], arguments);
}

/** `grid_sampler_3d(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor` */
export function gridSampler3d(input: Tensor, grid: Tensor, interpolationMode: number | bigint, paddingMode: number | bigint, alignCorners: boolean): Tensor;
export function gridSampler3d(...args: Split<[], { input: Tensor; grid: Tensor; interpolationMode: number | bigint; paddingMode: number | bigint; alignCorners: boolean }, ['input', 'grid', 'interpolationMode', 'paddingMode', 'alignCorners']>): Tensor;
export function gridSampler3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isN(a2) && isN(a3) && isB(a4)) return wrap(native.call(table.handle(625), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [625], arguments);
}

/** `grid_sampler_3d_backward(Tensor grad_output, Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, bool[2] output_mask) -> (Tensor, Tensor)` */
export function gridSampler3dBackward(gradOutput: Tensor, input: Tensor, grid: Tensor, interpolationMode: number | bigint, paddingMode: number | bigint, alignCorners: boolean, outputMask: readonly boolean[] | boolean): [Tensor, Tensor];
export function gridSampler3dBackward(...args: Split<[], { gradOutput: Tensor; input: Tensor; grid: Tensor; interpolationMode: number | bigint; paddingMode: number | bigint; alignCorners: boolean; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'input', 'grid', 'interpolationMode', 'paddingMode', 'alignCorners', 'outputMask']>): [Tensor, Tensor];
export function gridSampler3dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isT(a2) && isN(a3) && isN(a4) && isB(a5) && isLN(a6)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(626), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, a6));
  return dispatch(table, [626], arguments);
}

/** `group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1.0000000000000001e-05, bool cudnn_enabled=True) -> Tensor` */
export function groupNorm(input: Tensor, numGroups: number | bigint, weight?: Tensor | null, bias?: Tensor | null, eps?: number, cudnnEnabled?: boolean): Tensor;
export function groupNorm(...args: Split<[], { input: Tensor; numGroups: number | bigint; weight?: Tensor | null; bias?: Tensor | null; eps?: number; cudnnEnabled?: boolean }, ['input', 'numGroups', 'weight', 'bias', 'eps', 'cudnnEnabled']>): Tensor;
export function groupNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isN(a1) && isOptT(a2) && isOptT(a3) && (a4 === undefined || isN(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(627), idOf(a0), a1, optId(a2), optId(a3), a4, a5));
  return dispatch(table, [627], arguments);
}

/** `gru.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)` */
export function gru(data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
export function gru(...args: Split<[], { data: Tensor; batchSizes: Tensor; hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean }, ['data', 'batchSizes', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional']>): [Tensor, Tensor];
/** `gru.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)` */
export function gru(input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
export function gru(...args: Split<[], { input: Tensor; hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }, ['input', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional', 'batchFirst']>): [Tensor, Tensor];
export function gru(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isT(a2) && isTs(a3) && isB(a4) && isN(a5) && isN(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(628), idOf(a0), idOf(a1), idOf(a2), ids(a3), a4, a5, a6, a7, a8));
  if (n === 9 && isT(a0) && isT(a1) && isTs(a2) && isB(a3) && isN(a4) && isN(a5) && isB(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(629), idOf(a0), idOf(a1), ids(a2), a3, a4, a5, a6, a7, a8));
  return dispatch(table, [628, 629], arguments);
}

/** `gru_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export function gruCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): Tensor;
export function gruCell(...args: Split<[], { input: Tensor; hx: Tensor; wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }, ['input', 'hx', 'wIh', 'wHh', 'bIh', 'bHh']>): Tensor;
export function gruCell(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 6 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isOptT(a4) && isOptT(a5)) return wrap(native.call(table.handle(630), idOf(a0), idOf(a1), idOf(a2), idOf(a3), optId(a4), optId(a5)));
  return dispatch(table, [630], arguments);
}

/** `gt.Tensor(Tensor self, Tensor other) -> Tensor` */
export function gt(self: Tensor, other: Tensor | Scalar): Tensor;
export function gt(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function gt(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(631), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(632), idOf(a0), a1));
  return dispatch(table, [631, 632], arguments);
}

/** `gt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function gt_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function gt_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function gt_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(633), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(634), idOf(a0), a1); return a0; }
  return dispatch(table, [633, 634], arguments);
}

/** `hamming_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function hammingWindow(windowLength: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function hammingWindow(...args: Split<[], { windowLength: number | bigint }, ['windowLength'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `hamming_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function hammingWindow(windowLength: number | bigint, periodic: boolean, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function hammingWindow(...args: Split<[], { windowLength: number | bigint; periodic: boolean }, ['windowLength', 'periodic'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `hamming_window.periodic_alpha(int window_length, bool periodic, float alpha, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function hammingWindow(windowLength: number | bigint, periodic: boolean, alpha: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function hammingWindow(...args: Split<[], { windowLength: number | bigint; periodic: boolean; alpha: number }, ['windowLength', 'periodic', 'alpha'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `hamming_window.periodic_alpha_beta(int window_length, bool periodic, float alpha, float beta, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function hammingWindow(windowLength: number | bigint, periodic: boolean, alpha: number, beta: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function hammingWindow(...args: Split<[], { windowLength: number | bigint; periodic: boolean; alpha: number; beta: number }, ['windowLength', 'periodic', 'alpha', 'beta'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function hammingWindow(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 1 && isN(a0)) return wrap(native.call(table.handle(635), a0));
  if (n === 2 && isN(a0) && isB(a1)) return wrap(native.call(table.handle(636), a0, a1));
  if (n === 3 && isN(a0) && isB(a1) && isN(a2)) return wrap(native.call(table.handle(637), a0, a1, a2));
  if (n === 4 && isN(a0) && isB(a1) && isN(a2) && isN(a3)) return wrap(native.call(table.handle(638), a0, a1, a2, a3));
  return dispatch(table, [635, 636, 637, 638], arguments);
}

/** `hann_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function hannWindow(windowLength: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function hannWindow(...args: Split<[], { windowLength: number | bigint }, ['windowLength'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `hann_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function hannWindow(windowLength: number | bigint, periodic: boolean, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function hannWindow(...args: Split<[], { windowLength: number | bigint; periodic: boolean }, ['windowLength', 'periodic'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function hannWindow(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 1 && isN(a0)) return wrap(native.call(table.handle(639), a0));
  if (n === 2 && isN(a0) && isB(a1)) return wrap(native.call(table.handle(640), a0, a1));
  return dispatch(table, [639, 640], arguments);
}

/** `hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor` */
export function hardshrink(self: Tensor, lambd?: Scalar): Tensor;
export function hardshrink(...args: Split<[self: Tensor], { lambd?: Scalar }, ['lambd']>): Tensor;
export function hardshrink(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isS(a1))) return wrap(native.call(table.handle(641), idOf(a0), a1));
  return dispatch(table, [641], arguments);
}

/** `hardshrink_backward(Tensor grad_out, Tensor self, Scalar lambd) -> Tensor` */
export function hardshrinkBackward(gradOut: Tensor, self: Tensor, lambd: Scalar): Tensor;
export function hardshrinkBackward(...args: Split<[], { gradOut: Tensor; self: Tensor; lambd: Scalar }, ['gradOut', 'self', 'lambd']>): Tensor;
export function hardshrinkBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isS(a2)) return wrap(native.call(table.handle(642), idOf(a0), idOf(a1), a2));
  return dispatch(table, [642], arguments);
}

/** `hardsigmoid(Tensor self) -> Tensor` */
export function hardsigmoid(self: Tensor): Tensor;
export function hardsigmoid(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(643), idOf(a0)));
  return dispatch(table, [643], arguments);
}

/** `hardsigmoid_backward(Tensor grad_output, Tensor self) -> Tensor` */
export function hardsigmoidBackward(gradOutput: Tensor, self: Tensor): Tensor;
export function hardsigmoidBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor }, ['gradOutput', 'self']>): Tensor;
export function hardsigmoidBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(644), idOf(a0), idOf(a1)));
  return dispatch(table, [644], arguments);
}

/** `hardsigmoid_(Tensor(a!) self) -> Tensor(a!)` */
export function hardsigmoid_<T extends Tensor>(self: T): T;
export function hardsigmoid_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(645), idOf(a0)); return a0; }
  return dispatch(table, [645], arguments);
}

/** `hardswish(Tensor self) -> Tensor` */
export function hardswish(self: Tensor): Tensor;
export function hardswish(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(646), idOf(a0)));
  return dispatch(table, [646], arguments);
}

/** `hardswish_backward(Tensor grad_output, Tensor self) -> Tensor` */
export function hardswishBackward(gradOutput: Tensor, self: Tensor): Tensor;
export function hardswishBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor }, ['gradOutput', 'self']>): Tensor;
export function hardswishBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(647), idOf(a0), idOf(a1)));
  return dispatch(table, [647], arguments);
}

/** `hardswish_(Tensor(a!) self) -> Tensor(a!)` */
export function hardswish_<T extends Tensor>(self: T): T;
export function hardswish_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(648), idOf(a0)); return a0; }
  return dispatch(table, [648], arguments);
}

/** `hardtanh(Tensor self, Scalar min_val=-1, Scalar max_val=1) -> Tensor` */
export function hardtanh(self: Tensor, minVal?: Scalar, maxVal?: Scalar): Tensor;
export function hardtanh(...args: Split<[self: Tensor], { minVal?: Scalar; maxVal?: Scalar }, ['minVal', 'maxVal']>): Tensor;
export function hardtanh(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isS(a1)) && (a2 === undefined || isS(a2))) return wrap(native.call(table.handle(649), idOf(a0), a1, a2));
  return dispatch(table, [649], arguments);
}

/** `hardtanh_backward(Tensor grad_output, Tensor self, Scalar min_val, Scalar max_val) -> Tensor` */
export function hardtanhBackward(gradOutput: Tensor, self: Tensor, minVal: Scalar, maxVal: Scalar): Tensor;
export function hardtanhBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; minVal: Scalar; maxVal: Scalar }, ['gradOutput', 'self', 'minVal', 'maxVal']>): Tensor;
export function hardtanhBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isS(a2) && isS(a3)) return wrap(native.call(table.handle(650), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [650], arguments);
}

/** `hardtanh_(Tensor(a!) self, Scalar min_val=-1, Scalar max_val=1) -> Tensor(a!)` */
export function hardtanh_<T extends Tensor>(self: T, minVal?: Scalar, maxVal?: Scalar): T;
export function hardtanh_<T extends Tensor>(...args: Split<[self: T], { minVal?: Scalar; maxVal?: Scalar }, ['minVal', 'maxVal']>): T;
export function hardtanh_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isS(a1)) && (a2 === undefined || isS(a2))) { native.callInPlace(table.handle(651), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [651], arguments);
}

/** `hash_tensor(Tensor self, int[1] dim=[], *, bool keepdim=False, int mode=0) -> Tensor` */
export function hashTensor(self: Tensor, dim?: readonly number[] | number, options?: { keepdim?: boolean; mode?: number | bigint }): Tensor;
export function hashTensor(...args: Split<[self: Tensor], { dim?: readonly number[] | number }, ['dim'], { keepdim?: boolean; mode?: number | bigint }>): Tensor;
export function hashTensor(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isLN(a1))) return wrap(native.call(table.handle(652), idOf(a0), a1));
  return dispatch(table, [652], arguments);
}

/** `heaviside(Tensor self, Tensor values) -> Tensor` */
export function heaviside(self: Tensor, values: Tensor): Tensor;
export function heaviside(...args: Split<[self: Tensor], { values: Tensor }, ['values']>): Tensor;
export function heaviside(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(653), idOf(a0), idOf(a1)));
  return dispatch(table, [653], arguments);
}

/** `heaviside_(Tensor(a!) self, Tensor values) -> Tensor(a!)` */
export function heaviside_<T extends Tensor>(self: T, values: Tensor): T;
export function heaviside_<T extends Tensor>(...args: Split<[self: T], { values: Tensor }, ['values']>): T;
export function heaviside_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(654), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [654], arguments);
}

/** `hinge_embedding_loss(Tensor self, Tensor target, float margin=1., int reduction=1) -> Tensor` */
export function hingeEmbeddingLoss(self: Tensor, target: Tensor, margin?: number, reduction?: number | bigint): Tensor;
export function hingeEmbeddingLoss(...args: Split<[self: Tensor], { target: Tensor; margin?: number; reduction?: number | bigint }, ['target', 'margin', 'reduction']>): Tensor;
export function hingeEmbeddingLoss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(655), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [655], arguments);
}

/** `histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor` */
export function histc(self: Tensor, bins?: number | bigint, min?: Scalar, max?: Scalar): Tensor;
export function histc(...args: Split<[self: Tensor], { bins?: number | bigint; min?: Scalar; max?: Scalar }, ['bins', 'min', 'max']>): Tensor;
export function histc(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isS(a2)) && (a3 === undefined || isS(a3))) return wrap(native.call(table.handle(656), idOf(a0), a1, a2, a3));
  return dispatch(table, [656], arguments);
}

/** `histogram.bins_tensor(Tensor self, Tensor bins, *, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)` */
export function histogram(self: Tensor, bins: Tensor, options?: { weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor];
export function histogram(...args: Split<[self: Tensor], { bins: Tensor }, ['bins'], { weight?: Tensor | null; density?: boolean }>): [hist: Tensor, binEdges: Tensor];
/** `histogram.bin_ct(Tensor self, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)` */
export function histogram(self: Tensor, bins?: number | bigint, options?: { range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor];
export function histogram(...args: Split<[self: Tensor], { bins?: number | bigint }, ['bins'], { range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }>): [hist: Tensor, binEdges: Tensor];
export function histogram(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(657), idOf(a0), idOf(a1)));
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(658), idOf(a0), a1));
  return dispatch(table, [657, 658], arguments);
}

/** `histogramdd.TensorList_bins(Tensor self, Tensor[] bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)` */
export function histogramdd(self: Tensor, bins: readonly Tensor[], range?: readonly number[] | null, weight?: Tensor | null, density?: boolean): [hist: Tensor, binEdges: Tensor[]];
export function histogramdd(...args: Split<[self: Tensor], { bins: readonly Tensor[]; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }, ['bins', 'range', 'weight', 'density']>): [hist: Tensor, binEdges: Tensor[]];
/** `histogramdd(Tensor self, int[] bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)` */
export function histogramdd(self: Tensor, bins: readonly number[], range?: readonly number[] | null, weight?: Tensor | null, density?: boolean): [hist: Tensor, binEdges: Tensor[]];
export function histogramdd(...args: Split<[self: Tensor], { bins: readonly number[]; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }, ['bins', 'range', 'weight', 'density']>): [hist: Tensor, binEdges: Tensor[]];
/** `histogramdd.int_bins(Tensor self, int bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)` */
export function histogramdd(self: Tensor, bins: number | bigint, range?: readonly number[] | null, weight?: Tensor | null, density?: boolean): [hist: Tensor, binEdges: Tensor[]];
export function histogramdd(...args: Split<[self: Tensor], { bins: number | bigint; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }, ['bins', 'range', 'weight', 'density']>): [hist: Tensor, binEdges: Tensor[]];
export function histogramdd(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isTs(a1) && (a2 == null || isL(a2)) && isOptT(a3) && (a4 === undefined || isB(a4))) return ((r: any) => [wrapOpt(r[0]), wrapAll(r[1])])(native.call(table.handle(659), idOf(a0), ids(a1), a2, optId(a3), a4));
  if (n >= 2 && n <= 5 && isT(a0) && isL(a1) && (a2 == null || isL(a2)) && isOptT(a3) && (a4 === undefined || isB(a4))) return ((r: any) => [wrapOpt(r[0]), wrapAll(r[1])])(native.call(table.handle(660), idOf(a0), a1, a2, optId(a3), a4));
  if (n >= 2 && n <= 5 && isT(a0) && isN(a1) && (a2 == null || isL(a2)) && isOptT(a3) && (a4 === undefined || isB(a4))) return ((r: any) => [wrapOpt(r[0]), wrapAll(r[1])])(native.call(table.handle(661), idOf(a0), a1, a2, optId(a3), a4));
  return dispatch(table, [659, 660, 661], arguments);
}

/** `hsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
export function hsplit(self: Tensor, indices: readonly number[]): Tensor[];
export function hsplit(...args: Split<[self: Tensor], { indices: readonly number[] }, ['indices']>): Tensor[];
/** `hsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
export function hsplit(self: Tensor, sections: number | bigint): Tensor[];
export function hsplit(...args: Split<[self: Tensor], { sections: number | bigint }, ['sections']>): Tensor[];
export function hsplit(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrapAll(native.call(table.handle(662), idOf(a0), a1));
  if (n === 2 && isT(a0) && isN(a1)) return wrapAll(native.call(table.handle(663), idOf(a0), a1));
  return dispatch(table, [662, 663], arguments);
}

/** `hspmm(Tensor mat1, Tensor mat2) -> Tensor` */
export function hspmm(mat1: Tensor, mat2: Tensor): Tensor;
export function hspmm(...args: Split<[], { mat1: Tensor; mat2: Tensor }, ['mat1', 'mat2']>): Tensor;
export function hspmm(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(664), idOf(a0), idOf(a1)));
  return dispatch(table, [664], arguments);
}

/** `hstack(Tensor[] tensors) -> Tensor` */
export function hstack(tensors: readonly Tensor[]): Tensor;
export function hstack(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor;
export function hstack(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrap(native.call(table.handle(665), ids(a0)));
  return dispatch(table, [665], arguments);
}

/** `huber_loss(Tensor self, Tensor target, int reduction=1, float delta=1.) -> Tensor` */
export function huberLoss(self: Tensor, target: Tensor, reduction?: number | bigint, delta?: number): Tensor;
export function huberLoss(...args: Split<[self: Tensor], { target: Tensor; reduction?: number | bigint; delta?: number }, ['target', 'reduction', 'delta']>): Tensor;
export function huberLoss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(666), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [666], arguments);
}

/** `huber_loss_backward(Tensor grad_output, Tensor self, Tensor target, int reduction, float delta) -> Tensor` */
export function huberLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number | bigint, delta: number): Tensor;
export function huberLossBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; target: Tensor; reduction: number | bigint; delta: number }, ['gradOutput', 'self', 'target', 'reduction', 'delta']>): Tensor;
export function huberLossBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isT(a2) && isN(a3) && isN(a4)) return wrap(native.call(table.handle(667), idOf(a0), idOf(a1), idOf(a2), a3, a4));
  return dispatch(table, [667], arguments);
}

/** `hypot(Tensor self, Tensor other) -> Tensor` */
export function hypot(self: Tensor, other: Tensor): Tensor;
export function hypot(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function hypot(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(668), idOf(a0), idOf(a1)));
  return dispatch(table, [668], arguments);
}

/** `hypot_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function hypot_<T extends Tensor>(self: T, other: Tensor): T;
export function hypot_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function hypot_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(669), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [669], arguments);
}

/** `i0(Tensor self) -> Tensor` */
export function i0(self: Tensor): Tensor;
export function i0(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(670), idOf(a0)));
  return dispatch(table, [670], arguments);
}

/** `i0_(Tensor(a!) self) -> Tensor(a!)` */
export function i0_<T extends Tensor>(self: T): T;
export function i0_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(671), idOf(a0)); return a0; }
  return dispatch(table, [671], arguments);
}

/** `igamma(Tensor self, Tensor other) -> Tensor` */
export function igamma(self: Tensor, other: Tensor): Tensor;
export function igamma(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function igamma(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(672), idOf(a0), idOf(a1)));
  return dispatch(table, [672], arguments);
}

/** `igamma_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function igamma_<T extends Tensor>(self: T, other: Tensor): T;
export function igamma_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function igamma_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(673), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [673], arguments);
}

/** `igammac(Tensor self, Tensor other) -> Tensor` */
export function igammac(self: Tensor, other: Tensor): Tensor;
export function igammac(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function igammac(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(674), idOf(a0), idOf(a1)));
  return dispatch(table, [674], arguments);
}

/** `igammac_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function igammac_<T extends Tensor>(self: T, other: Tensor): T;
export function igammac_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function igammac_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(675), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [675], arguments);
}

/** `im2col(Tensor self, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride) -> Tensor` */
export function im2col(self: Tensor, kernelSize: readonly number[] | number, dilation: readonly number[] | number, padding: readonly number[] | number, stride: readonly number[] | number): Tensor;
export function im2col(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; dilation: readonly number[] | number; padding: readonly number[] | number; stride: readonly number[] | number }, ['kernelSize', 'dilation', 'padding', 'stride']>): Tensor;
export function im2col(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isLN(a1) && isLN(a2) && isLN(a3) && isLN(a4)) return wrap(native.call(table.handle(676), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [676], arguments);
}

/** `imag(Tensor(a) self) -> Tensor(a)` */
export function imag(self: Tensor): Tensor;
export function imag(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(677), idOf(a0)));
  return dispatch(table, [677], arguments);
}

/** `index.Tensor(Tensor self, Tensor?[] indices) -> Tensor` */
export function index(self: Tensor, indices: readonly (Tensor | null)[]): Tensor;
export function index(...args: Split<[self: Tensor], { indices: readonly (Tensor | null)[] }, ['indices']>): Tensor;
export function index(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isTs(a1)) return wrap(native.call(table.handle(678), idOf(a0), ids(a1)));
  return dispatch(table, [678], arguments);
}

/** `index_add(Tensor self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor` */
export function indexAdd(self: Tensor, dim: number | bigint, index: Tensor, source: Tensor, options?: { alpha?: Scalar }): Tensor;
export function indexAdd(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor; source: Tensor }, ['dim', 'index', 'source'], { alpha?: Scalar }>): Tensor;
export function indexAdd(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isT(a3)) return wrap(native.call(table.handle(679), idOf(a0), a1, idOf(a2), idOf(a3)));
  return dispatch(table, [679], arguments);
}

/** `index_add_(Tensor(a!) self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor(a!)` */
export function indexAdd_<T extends Tensor>(self: T, dim: number | bigint, index: Tensor, source: Tensor, options?: { alpha?: Scalar }): T;
export function indexAdd_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint; index: Tensor; source: Tensor }, ['dim', 'index', 'source'], { alpha?: Scalar }>): T;
export function indexAdd_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isT(a3)) { native.callInPlace(table.handle(680), idOf(a0), a1, idOf(a2), idOf(a3)); return a0; }
  return dispatch(table, [680], arguments);
}

/** `index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
export function indexCopy(self: Tensor, dim: number | bigint, index: Tensor, source: Tensor): Tensor;
export function indexCopy(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor; source: Tensor }, ['dim', 'index', 'source']>): Tensor;
export function indexCopy(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isT(a3)) return wrap(native.call(table.handle(681), idOf(a0), a1, idOf(a2), idOf(a3)));
  return dispatch(table, [681], arguments);
}

/** `index_copy_(Tensor(a!) self, int dim, Tensor index, Tensor source) -> Tensor(a!)` */
export function indexCopy_<T extends Tensor>(self: T, dim: number | bigint, index: Tensor, source: Tensor): T;
export function indexCopy_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint; index: Tensor; source: Tensor }, ['dim', 'index', 'source']>): T;
export function indexCopy_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isT(a3)) { native.callInPlace(table.handle(682), idOf(a0), a1, idOf(a2), idOf(a3)); return a0; }
  return dispatch(table, [682], arguments);
}

/** `index_fill.int_Tensor(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
export function indexFill(self: Tensor, dim: number | bigint, index: Tensor, value: Tensor | Scalar): Tensor;
export function indexFill(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor; value: Tensor | Scalar }, ['dim', 'index', 'value']>): Tensor;
export function indexFill(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isT(a3)) return wrap(native.call(table.handle(683), idOf(a0), a1, idOf(a2), idOf(a3)));
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isS(a3)) return wrap(native.call(table.handle(684), idOf(a0), a1, idOf(a2), a3));
  return dispatch(table, [683, 684], arguments);
}

/** `index_fill_.int_Tensor(Tensor(a!) self, int dim, Tensor index, Tensor value) -> Tensor(a!)` */
export function indexFill_<T extends Tensor>(self: T, dim: number | bigint, index: Tensor, value: Tensor | Scalar): T;
export function indexFill_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint; index: Tensor; value: Tensor | Scalar }, ['dim', 'index', 'value']>): T;
export function indexFill_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isT(a3)) { native.callInPlace(table.handle(685), idOf(a0), a1, idOf(a2), idOf(a3)); return a0; }
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isS(a3)) { native.callInPlace(table.handle(686), idOf(a0), a1, idOf(a2), a3); return a0; }
  return dispatch(table, [685, 686], arguments);
}

/** `index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
export function indexPut(self: Tensor, indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean): Tensor;
export function indexPut(...args: Split<[self: Tensor], { indices: readonly (Tensor | null)[]; values: Tensor; accumulate?: boolean }, ['indices', 'values', 'accumulate']>): Tensor;
export function indexPut(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isTs(a1) && isT(a2) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(687), idOf(a0), ids(a1), idOf(a2), a3));
  return dispatch(table, [687], arguments);
}

/** `index_put_(Tensor(a!) self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor(a!)` */
export function indexPut_<T extends Tensor>(self: T, indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean): T;
export function indexPut_<T extends Tensor>(...args: Split<[self: T], { indices: readonly (Tensor | null)[]; values: Tensor; accumulate?: boolean }, ['indices', 'values', 'accumulate']>): T;
export function indexPut_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isTs(a1) && isT(a2) && (a3 === undefined || isB(a3))) { native.callInPlace(table.handle(688), idOf(a0), ids(a1), idOf(a2), a3); return a0; }
  return dispatch(table, [688], arguments);
}

/** `index_reduce(Tensor self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor` */
export function indexReduce(self: Tensor, dim: number | bigint, index: Tensor, source: Tensor, reduce: 'prod' | 'mean' | 'amax' | 'amin', options?: { includeSelf?: boolean }): Tensor;
export function indexReduce(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor; source: Tensor; reduce: 'prod' | 'mean' | 'amax' | 'amin' }, ['dim', 'index', 'source', 'reduce'], { includeSelf?: boolean }>): Tensor;
export function indexReduce(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isN(a1) && isT(a2) && isT(a3) && isStr(a4)) return wrap(native.call(table.handle(689), idOf(a0), a1, idOf(a2), idOf(a3), a4));
  return dispatch(table, [689], arguments);
}

/** `index_reduce_(Tensor(a!) self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor(a!)` */
export function indexReduce_<T extends Tensor>(self: T, dim: number | bigint, index: Tensor, source: Tensor, reduce: 'prod' | 'mean' | 'amax' | 'amin', options?: { includeSelf?: boolean }): T;
export function indexReduce_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint; index: Tensor; source: Tensor; reduce: 'prod' | 'mean' | 'amax' | 'amin' }, ['dim', 'index', 'source', 'reduce'], { includeSelf?: boolean }>): T;
export function indexReduce_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isN(a1) && isT(a2) && isT(a3) && isStr(a4)) { native.callInPlace(table.handle(690), idOf(a0), a1, idOf(a2), idOf(a3), a4); return a0; }
  return dispatch(table, [690], arguments);
}

/** `index_select(Tensor self, int dim, Tensor index) -> Tensor` */
export function indexSelect(self: Tensor, dim: number | bigint, index: Tensor): Tensor;
export function indexSelect(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor }, ['dim', 'index']>): Tensor;
export function indexSelect(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isT(a2)) return wrap(native.call(table.handle(691), idOf(a0), a1, idOf(a2)));
  return dispatch(table, [691], arguments);
}

/** `index_select_backward(Tensor grad, SymInt[] self_sizes, int dim, Tensor index) -> Tensor` */
export function indexSelectBackward(grad: Tensor, selfSizes: readonly number[], dim: number | bigint, index: Tensor): Tensor;
export function indexSelectBackward(...args: Split<[], { grad: Tensor; selfSizes: readonly number[]; dim: number | bigint; index: Tensor }, ['grad', 'selfSizes', 'dim', 'index']>): Tensor;
export function indexSelectBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isL(a1) && isN(a2) && isT(a3)) return wrap(native.call(table.handle(692), idOf(a0), a1, a2, idOf(a3)));
  return dispatch(table, [692], arguments);
}

/** `indices(Tensor(a) self) -> Tensor(a)` */
export function indices(self: Tensor): Tensor;
export function indices(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(693), idOf(a0)));
  return dispatch(table, [693], arguments);
}

/** `indices_copy(Tensor self) -> Tensor` */
export function indicesCopy(self: Tensor): Tensor;
export function indicesCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(694), idOf(a0)));
  return dispatch(table, [694], arguments);
}

/** `infinitely_differentiable_gelu_backward(Tensor grad, Tensor self) -> Tensor` */
export function infinitelyDifferentiableGeluBackward(grad: Tensor, self: Tensor): Tensor;
export function infinitelyDifferentiableGeluBackward(...args: Split<[], { grad: Tensor; self: Tensor }, ['grad', 'self']>): Tensor;
export function infinitelyDifferentiableGeluBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(695), idOf(a0), idOf(a1)));
  return dispatch(table, [695], arguments);
}

/** `inner(Tensor self, Tensor other) -> Tensor` */
export function inner(self: Tensor, other: Tensor): Tensor;
export function inner(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function inner(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(696), idOf(a0), idOf(a1)));
  return dispatch(table, [696], arguments);
}

/** `instance_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool use_input_stats, float momentum, float eps, bool cudnn_enabled) -> Tensor` */
export function instanceNorm(input: Tensor, weight: Tensor | null | undefined, bias: Tensor | null | undefined, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, useInputStats: boolean, momentum: number, eps: number, cudnnEnabled: boolean): Tensor;
export function instanceNorm(...args: Split<[], { input: Tensor; weight?: Tensor | null; bias?: Tensor | null; runningMean?: Tensor | null; runningVar?: Tensor | null; useInputStats: boolean; momentum: number; eps: number; cudnnEnabled: boolean }, ['input', 'weight', 'bias', 'runningMean', 'runningVar', 'useInputStats', 'momentum', 'eps', 'cudnnEnabled']>): Tensor;
export function instanceNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isOptT(a1) && isOptT(a2) && isOptT(a3) && isOptT(a4) && isB(a5) && isN(a6) && isN(a7) && isB(a8)) return wrap(native.call(table.handle(697), idOf(a0), optId(a1), optId(a2), optId(a3), optId(a4), a5, a6, a7, a8));
  return dispatch(table, [697], arguments);
}

/** `int_repr(Tensor self) -> Tensor` */
export function intRepr(self: Tensor): Tensor;
export function intRepr(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(698), idOf(a0)));
  return dispatch(table, [698], arguments);
}

/** `inverse(Tensor self) -> Tensor` */
export function inverse(self: Tensor): Tensor;
export function inverse(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(699), idOf(a0)));
  return dispatch(table, [699], arguments);
}

/** `is_coalesced(Tensor self) -> bool` */
export function isCoalesced(self: Tensor): boolean;
export function isCoalesced(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(700), idOf(a0));
  return dispatch(table, [700], arguments);
}

/** `is_complex(Tensor self) -> bool` */
export function isComplex(self: Tensor): boolean;
export function isComplex(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(701), idOf(a0));
  return dispatch(table, [701], arguments);
}

/** `is_conj(Tensor self) -> bool` */
export function isConj(self: Tensor): boolean;
export function isConj(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(702), idOf(a0));
  return dispatch(table, [702], arguments);
}

/** `is_contiguous(Tensor self) -> bool` */
export function isContiguous(self: Tensor): boolean;
/** `is_contiguous.memory_format(Tensor self, MemoryFormat memory_format) -> bool` */
export function isContiguous(self: Tensor, memoryFormat: MemoryFormat): boolean;
export function isContiguous(...args: Split<[self: Tensor], { memoryFormat: MemoryFormat }, ['memoryFormat']>): boolean;
export function isContiguous(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(703), idOf(a0));
  if (n === 2 && isT(a0) && isStr(a1)) return native.call(table.handle(704), idOf(a0), a1);
  return dispatch(table, [703, 704], arguments);
}

/** `is_distributed(Tensor self) -> bool` */
export function isDistributed(self: Tensor): boolean;
export function isDistributed(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(705), idOf(a0));
  return dispatch(table, [705], arguments);
}

/** `is_floating_point(Tensor self) -> bool` */
export function isFloatingPoint(self: Tensor): boolean;
export function isFloatingPoint(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(706), idOf(a0));
  return dispatch(table, [706], arguments);
}

/** `is_inference(Tensor self) -> bool` */
export function isInference(self: Tensor): boolean;
export function isInference(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(707), idOf(a0));
  return dispatch(table, [707], arguments);
}

/** `is_leaf(Tensor self) -> bool` */
export function isLeaf(self: Tensor): boolean;
export function isLeaf(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(708), idOf(a0));
  return dispatch(table, [708], arguments);
}

/** `is_neg(Tensor self) -> bool` */
export function isNeg(self: Tensor): boolean;
export function isNeg(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(709), idOf(a0));
  return dispatch(table, [709], arguments);
}

/** `is_nonzero(Tensor self) -> bool` */
export function isNonzero(self: Tensor): boolean;
export function isNonzero(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(710), idOf(a0));
  return dispatch(table, [710], arguments);
}

/** `is_pinned(Tensor self, Device? device=None) -> bool` */
export function isPinned(self: Tensor, device?: Device | null): boolean;
export function isPinned(...args: Split<[self: Tensor], { device?: Device | null }, ['device']>): boolean;
export function isPinned(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isStr(a1))) return native.call(table.handle(711), idOf(a0), a1);
  return dispatch(table, [711], arguments);
}

/** `is_same_size(Tensor self, Tensor other) -> bool` */
export function isSameSize(self: Tensor, other: Tensor): boolean;
export function isSameSize(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): boolean;
export function isSameSize(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return native.call(table.handle(712), idOf(a0), idOf(a1));
  return dispatch(table, [712], arguments);
}

/** `is_set_to(Tensor self, Tensor tensor) -> bool` */
export function isSetTo(self: Tensor, tensor: Tensor): boolean;
export function isSetTo(...args: Split<[self: Tensor], { tensor: Tensor }, ['tensor']>): boolean;
export function isSetTo(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return native.call(table.handle(713), idOf(a0), idOf(a1));
  return dispatch(table, [713], arguments);
}

/** `is_signed(Tensor self) -> bool` */
export function isSigned(self: Tensor): boolean;
export function isSigned(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(714), idOf(a0));
  return dispatch(table, [714], arguments);
}

/** `isclose(Tensor self, Tensor other, float rtol=1.0000000000000001e-05, float atol=1e-08, bool equal_nan=False) -> Tensor` */
export function isclose(self: Tensor, other: Tensor, rtol?: number, atol?: number, equalNan?: boolean): Tensor;
export function isclose(...args: Split<[self: Tensor], { other: Tensor; rtol?: number; atol?: number; equalNan?: boolean }, ['other', 'rtol', 'atol', 'equalNan']>): Tensor;
export function isclose(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 === undefined || isN(a3)) && (a4 === undefined || isB(a4))) return wrap(native.call(table.handle(715), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [715], arguments);
}

/** `isfinite(Tensor self) -> Tensor` */
export function isfinite(self: Tensor): Tensor;
export function isfinite(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(716), idOf(a0)));
  return dispatch(table, [716], arguments);
}

/** `isin.Tensor_Tensor(Tensor elements, Tensor test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor` */
export function isin(elements: Tensor, testElements: Tensor, options?: { assumeUnique?: boolean; invert?: boolean }): Tensor;
export function isin(...args: Split<[], { elements: Tensor; testElements: Tensor }, ['elements', 'testElements'], { assumeUnique?: boolean; invert?: boolean }>): Tensor;
/** `isin.Scalar_Tensor(Scalar element, Tensor test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor` */
export function isin(element: Scalar, testElements: Tensor, options?: { assumeUnique?: boolean; invert?: boolean }): Tensor;
export function isin(...args: Split<[], { element: Scalar; testElements: Tensor }, ['element', 'testElements'], { assumeUnique?: boolean; invert?: boolean }>): Tensor;
/** `isin.Tensor_Scalar(Tensor elements, Scalar test_element, *, bool assume_unique=False, bool invert=False) -> Tensor` */
export function isin(elements: Tensor, testElement: Scalar, options?: { assumeUnique?: boolean; invert?: boolean }): Tensor;
export function isin(...args: Split<[], { elements: Tensor; testElement: Scalar }, ['elements', 'testElement'], { assumeUnique?: boolean; invert?: boolean }>): Tensor;
export function isin(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(717), idOf(a0), idOf(a1)));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(718), a0, idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(719), idOf(a0), a1));
  return dispatch(table, [717, 718, 719], arguments);
}

/** `isinf(Tensor self) -> Tensor` */
export function isinf(self: Tensor): Tensor;
export function isinf(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(720), idOf(a0)));
  return dispatch(table, [720], arguments);
}

/** `isnan(Tensor self) -> Tensor` */
export function isnan(self: Tensor): Tensor;
export function isnan(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(721), idOf(a0)));
  return dispatch(table, [721], arguments);
}

/** `isneginf(Tensor self) -> Tensor` */
export function isneginf(self: Tensor): Tensor;
export function isneginf(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(722), idOf(a0)));
  return dispatch(table, [722], arguments);
}

/** `isposinf(Tensor self) -> Tensor` */
export function isposinf(self: Tensor): Tensor;
export function isposinf(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(723), idOf(a0)));
  return dispatch(table, [723], arguments);
}

/** `isreal(Tensor self) -> Tensor` */
export function isreal(self: Tensor): Tensor;
export function isreal(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(724), idOf(a0)));
  return dispatch(table, [724], arguments);
}

/** `istft(Tensor self, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False) -> Tensor` */
export function istft(self: Tensor, nFft: number | bigint, hopLength?: number | bigint | null, winLength?: number | bigint | null, window?: Tensor | null, center?: boolean, normalized?: boolean, onesided?: boolean | null, length?: number | bigint | null, returnComplex?: boolean): Tensor;
export function istft(...args: Split<[self: Tensor], { nFft: number | bigint; hopLength?: number | bigint | null; winLength?: number | bigint | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | bigint | null; returnComplex?: boolean }, ['nFft', 'hopLength', 'winLength', 'window', 'center', 'normalized', 'onesided', 'length', 'returnComplex']>): Tensor;
export function istft(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 10 && isT(a0) && isN(a1) && (a2 == null || isN(a2)) && (a3 == null || isN(a3)) && isOptT(a4) && (a5 === undefined || isB(a5)) && (a6 === undefined || isB(a6)) && (a7 == null || isB(a7)) && (a8 == null || isN(a8)) && (a9 === undefined || isB(a9))) return wrap(native.call(table.handle(725), idOf(a0), a1, a2, a3, optId(a4), a5, a6, a7, a8, a9));
  return dispatch(table, [725], arguments);
}

/** `item(Tensor self) -> Scalar` */
export function item(self: Tensor): Scalar;
export function item(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(726), idOf(a0));
  return dispatch(table, [726], arguments);
}

/** `kaiser_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function kaiserWindow(windowLength: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function kaiserWindow(...args: Split<[], { windowLength: number | bigint }, ['windowLength'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `kaiser_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function kaiserWindow(windowLength: number | bigint, periodic: boolean, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function kaiserWindow(...args: Split<[], { windowLength: number | bigint; periodic: boolean }, ['windowLength', 'periodic'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `kaiser_window.beta(int window_length, bool periodic, float beta, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function kaiserWindow(windowLength: number | bigint, periodic: boolean, beta: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function kaiserWindow(...args: Split<[], { windowLength: number | bigint; periodic: boolean; beta: number }, ['windowLength', 'periodic', 'beta'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function kaiserWindow(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isN(a0)) return wrap(native.call(table.handle(727), a0));
  if (n === 2 && isN(a0) && isB(a1)) return wrap(native.call(table.handle(728), a0, a1));
  if (n === 3 && isN(a0) && isB(a1) && isN(a2)) return wrap(native.call(table.handle(729), a0, a1, a2));
  return dispatch(table, [727, 728, 729], arguments);
}

/** `kl_div(Tensor self, Tensor target, int reduction=1, *, bool log_target=False) -> Tensor` */
export function klDiv(self: Tensor, target: Tensor, reduction?: number | bigint, options?: { logTarget?: boolean }): Tensor;
export function klDiv(...args: Split<[self: Tensor], { target: Tensor; reduction?: number | bigint }, ['target', 'reduction'], { logTarget?: boolean }>): Tensor;
export function klDiv(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(730), idOf(a0), idOf(a1), a2));
  return dispatch(table, [730], arguments);
}

/** `kron(Tensor self, Tensor other) -> Tensor` */
export function kron(self: Tensor, other: Tensor): Tensor;
export function kron(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function kron(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(731), idOf(a0), idOf(a1)));
  return dispatch(table, [731], arguments);
}

/** `kthvalue(Tensor self, SymInt k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)` */
export function kthvalue(self: Tensor, k: number | bigint, dim?: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
export function kthvalue(...args: Split<[self: Tensor], { k: number | bigint; dim?: number | bigint; keepdim?: boolean }, ['k', 'dim', 'keepdim']>): [values: Tensor, indices: Tensor];
export function kthvalue(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isN(a1) && (a2 === undefined || isN(a2)) && (a3 === undefined || isB(a3))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(732), idOf(a0), a1, a2, a3));
  return dispatch(table, [732], arguments);
}

/** `l1_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
export function l1Loss(self: Tensor, target: Tensor, reduction?: number | bigint): Tensor;
export function l1Loss(...args: Split<[self: Tensor], { target: Tensor; reduction?: number | bigint }, ['target', 'reduction']>): Tensor;
export function l1Loss(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(733), idOf(a0), idOf(a1), a2));
  return dispatch(table, [733], arguments);
}

/** `layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1.0000000000000001e-05, bool cudnn_enable=True) -> Tensor` */
export function layerNorm(input: Tensor, normalizedShape: readonly number[], weight?: Tensor | null, bias?: Tensor | null, eps?: number, cudnnEnable?: boolean): Tensor;
export function layerNorm(...args: Split<[], { input: Tensor; normalizedShape: readonly number[]; weight?: Tensor | null; bias?: Tensor | null; eps?: number; cudnnEnable?: boolean }, ['input', 'normalizedShape', 'weight', 'bias', 'eps', 'cudnnEnable']>): Tensor;
export function layerNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isL(a1) && isOptT(a2) && isOptT(a3) && (a4 === undefined || isN(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(734), idOf(a0), a1, optId(a2), optId(a3), a4, a5));
  return dispatch(table, [734], arguments);
}

/** `lcm(Tensor self, Tensor other) -> Tensor` */
export function lcm(self: Tensor, other: Tensor): Tensor;
export function lcm(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function lcm(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(735), idOf(a0), idOf(a1)));
  return dispatch(table, [735], arguments);
}

/** `lcm_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function lcm_<T extends Tensor>(self: T, other: Tensor): T;
export function lcm_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function lcm_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(736), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [736], arguments);
}

/** `ldexp.Tensor(Tensor self, Tensor other) -> Tensor` */
export function ldexp(self: Tensor, other: Tensor): Tensor;
export function ldexp(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function ldexp(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(737), idOf(a0), idOf(a1)));
  return dispatch(table, [737], arguments);
}

/** `ldexp_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function ldexp_<T extends Tensor>(self: T, other: Tensor): T;
export function ldexp_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function ldexp_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(738), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [738], arguments);
}

/** `le.Tensor(Tensor self, Tensor other) -> Tensor` */
export function le(self: Tensor, other: Tensor | Scalar): Tensor;
export function le(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function le(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(739), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(740), idOf(a0), a1));
  return dispatch(table, [739, 740], arguments);
}

/** `le_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function le_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function le_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function le_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(741), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(742), idOf(a0), a1); return a0; }
  return dispatch(table, [741, 742], arguments);
}

/** `leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor` */
export function leakyRelu(self: Tensor, negativeSlope?: Scalar): Tensor;
export function leakyRelu(...args: Split<[self: Tensor], { negativeSlope?: Scalar }, ['negativeSlope']>): Tensor;
export function leakyRelu(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isS(a1))) return wrap(native.call(table.handle(743), idOf(a0), a1));
  return dispatch(table, [743], arguments);
}

/** `leaky_relu_backward(Tensor grad_output, Tensor self, Scalar negative_slope, bool self_is_result) -> Tensor` */
export function leakyReluBackward(gradOutput: Tensor, self: Tensor, negativeSlope: Scalar, selfIsResult: boolean): Tensor;
export function leakyReluBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; negativeSlope: Scalar; selfIsResult: boolean }, ['gradOutput', 'self', 'negativeSlope', 'selfIsResult']>): Tensor;
export function leakyReluBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isS(a2) && isB(a3)) return wrap(native.call(table.handle(744), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [744], arguments);
}

/** `leaky_relu_(Tensor(a!) self, Scalar negative_slope=0.01) -> Tensor(a!)` */
export function leakyRelu_<T extends Tensor>(self: T, negativeSlope?: Scalar): T;
export function leakyRelu_<T extends Tensor>(...args: Split<[self: T], { negativeSlope?: Scalar }, ['negativeSlope']>): T;
export function leakyRelu_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isS(a1))) { native.callInPlace(table.handle(745), idOf(a0), a1); return a0; }
  return dispatch(table, [745], arguments);
}

/** `lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor` */
export function lerp(self: Tensor, end: Tensor, weight: Tensor | Scalar): Tensor;
export function lerp(...args: Split<[self: Tensor], { end: Tensor; weight: Tensor | Scalar }, ['end', 'weight']>): Tensor;
export function lerp(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(746), idOf(a0), idOf(a1), idOf(a2)));
  if (n === 3 && isT(a0) && isT(a1) && isS(a2)) return wrap(native.call(table.handle(747), idOf(a0), idOf(a1), a2));
  return dispatch(table, [746, 747], arguments);
}

/** `lerp_.Tensor(Tensor(a!) self, Tensor end, Tensor weight) -> Tensor(a!)` */
export function lerp_<T extends Tensor>(self: T, end: Tensor, weight: Tensor | Scalar): T;
export function lerp_<T extends Tensor>(...args: Split<[self: T], { end: Tensor; weight: Tensor | Scalar }, ['end', 'weight']>): T;
export function lerp_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) { native.callInPlace(table.handle(748), idOf(a0), idOf(a1), idOf(a2)); return a0; }
  if (n === 3 && isT(a0) && isT(a1) && isS(a2)) { native.callInPlace(table.handle(749), idOf(a0), idOf(a1), a2); return a0; }
  return dispatch(table, [748, 749], arguments);
}

/** `less.Tensor(Tensor self, Tensor other) -> Tensor` */
export function less(self: Tensor, other: Tensor | Scalar): Tensor;
export function less(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function less(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(750), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(751), idOf(a0), a1));
  return dispatch(table, [750, 751], arguments);
}

/** `less_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
export function lessEqual(self: Tensor, other: Tensor | Scalar): Tensor;
export function lessEqual(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function lessEqual(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(752), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(753), idOf(a0), a1));
  return dispatch(table, [752, 753], arguments);
}

/** `less_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function lessEqual_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function lessEqual_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function lessEqual_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(754), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(755), idOf(a0), a1); return a0; }
  return dispatch(table, [754, 755], arguments);
}

/** `less_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function less_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function less_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function less_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(756), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(757), idOf(a0), a1); return a0; }
  return dispatch(table, [756, 757], arguments);
}

/** `lgamma(Tensor self) -> Tensor` */
export function lgamma(self: Tensor): Tensor;
export function lgamma(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(758), idOf(a0)));
  return dispatch(table, [758], arguments);
}

/** `lgamma_(Tensor(a!) self) -> Tensor(a!)` */
export function lgamma_<T extends Tensor>(self: T): T;
export function lgamma_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(759), idOf(a0)); return a0; }
  return dispatch(table, [759], arguments);
}

/** `lift(Tensor self) -> Tensor` */
export function lift(self: Tensor): Tensor;
export function lift(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(760), idOf(a0)));
  return dispatch(table, [760], arguments);
}

/** `lift_fresh(Tensor(a) self) -> Tensor(a)` */
export function liftFresh(self: Tensor): Tensor;
export function liftFresh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(761), idOf(a0)));
  return dispatch(table, [761], arguments);
}

/** `lift_fresh_copy(Tensor self) -> Tensor` */
export function liftFreshCopy(self: Tensor): Tensor;
export function liftFreshCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(762), idOf(a0)));
  return dispatch(table, [762], arguments);
}

/** `linalg_cholesky(Tensor self, *, bool upper=False) -> Tensor` */
export function linalgCholesky(self: Tensor, options?: { upper?: boolean }): Tensor;
export function linalgCholesky(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(763), idOf(a0)));
  return dispatch(table, [763], arguments);
}

/** `linalg_cholesky_ex(Tensor self, *, bool upper=False, bool check_errors=False) -> (Tensor L, Tensor info)` */
export function linalgCholeskyEx(self: Tensor, options?: { upper?: boolean; checkErrors?: boolean }): [L: Tensor, info: Tensor];
export function linalgCholeskyEx(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(764), idOf(a0)));
  return dispatch(table, [764], arguments);
}

/** `linalg_cond(Tensor self, Scalar? p=None) -> Tensor` */
export function linalgCond(self: Tensor, p?: Scalar | null): Tensor;
export function linalgCond(...args: Split<[self: Tensor], { p?: Scalar | null }, ['p']>): Tensor;
/** `linalg_cond.p_str(Tensor self, str p) -> Tensor` */
export function linalgCond(self: Tensor, p: 'fro' | 'nuc'): Tensor;
export function linalgCond(...args: Split<[self: Tensor], { p: 'fro' | 'nuc' }, ['p']>): Tensor;
export function linalgCond(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isS(a1))) return wrap(native.call(table.handle(765), idOf(a0), a1));
  if (n === 2 && isT(a0) && isStr(a1)) return wrap(native.call(table.handle(766), idOf(a0), a1));
  return dispatch(table, [765, 766], arguments);
}

/** `linalg_cross(Tensor self, Tensor other, *, int dim=-1) -> Tensor` */
export function linalgCross(self: Tensor, other: Tensor, options?: { dim?: number | bigint }): Tensor;
export function linalgCross(...args: Split<[self: Tensor], { other: Tensor }, ['other'], { dim?: number | bigint }>): Tensor;
export function linalgCross(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(767), idOf(a0), idOf(a1)));
  return dispatch(table, [767], arguments);
}

/** `linalg_det(Tensor A) -> Tensor` */
export function linalgDet(A: Tensor): Tensor;
export function linalgDet(...args: Split<[], { A: Tensor }, ['A']>): Tensor;
export function linalgDet(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(768), idOf(a0)));
  return dispatch(table, [768], arguments);
}

/** `linalg_diagonal(Tensor(a) A, *, int offset=0, int dim1=-2, int dim2=-1) -> Tensor(a)` */
export function linalgDiagonal(A: Tensor, options?: { offset?: number | bigint; dim1?: number | bigint; dim2?: number | bigint }): Tensor;
export function linalgDiagonal(...args: Split<[], { A: Tensor }, ['A'], { offset?: number | bigint; dim1?: number | bigint; dim2?: number | bigint }>): Tensor;
export function linalgDiagonal(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(769), idOf(a0)));
  return dispatch(table, [769], arguments);
}

/** `linalg_eig(Tensor self) -> (Tensor eigenvalues, Tensor eigenvectors)` */
export function linalgEig(self: Tensor): [eigenvalues: Tensor, eigenvectors: Tensor];
export function linalgEig(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(770), idOf(a0)));
  return dispatch(table, [770], arguments);
}

/** `linalg_eigh(Tensor self, str UPLO="L") -> (Tensor eigenvalues, Tensor eigenvectors)` */
export function linalgEigh(self: Tensor, UPLO?: 'L' | 'U'): [eigenvalues: Tensor, eigenvectors: Tensor];
export function linalgEigh(...args: Split<[self: Tensor], { UPLO?: 'L' | 'U' }, ['UPLO']>): [eigenvalues: Tensor, eigenvectors: Tensor];
export function linalgEigh(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isStr(a1))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(771), idOf(a0), a1));
  return dispatch(table, [771], arguments);
}

/** `linalg_eigvals(Tensor self) -> Tensor` */
export function linalgEigvals(self: Tensor): Tensor;
export function linalgEigvals(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(772), idOf(a0)));
  return dispatch(table, [772], arguments);
}

/** `linalg_eigvalsh(Tensor self, str UPLO="L") -> Tensor` */
export function linalgEigvalsh(self: Tensor, UPLO?: 'L' | 'U'): Tensor;
export function linalgEigvalsh(...args: Split<[self: Tensor], { UPLO?: 'L' | 'U' }, ['UPLO']>): Tensor;
export function linalgEigvalsh(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isStr(a1))) return wrap(native.call(table.handle(773), idOf(a0), a1));
  return dispatch(table, [773], arguments);
}

/** `linalg_householder_product(Tensor input, Tensor tau) -> Tensor` */
export function linalgHouseholderProduct(input: Tensor, tau: Tensor): Tensor;
export function linalgHouseholderProduct(...args: Split<[], { input: Tensor; tau: Tensor }, ['input', 'tau']>): Tensor;
export function linalgHouseholderProduct(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(774), idOf(a0), idOf(a1)));
  return dispatch(table, [774], arguments);
}

/** `linalg_inv(Tensor A) -> Tensor` */
export function linalgInv(A: Tensor): Tensor;
export function linalgInv(...args: Split<[], { A: Tensor }, ['A']>): Tensor;
export function linalgInv(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(775), idOf(a0)));
  return dispatch(table, [775], arguments);
}

/** `linalg_inv_ex(Tensor A, *, bool check_errors=False) -> (Tensor inverse, Tensor info)` */
export function linalgInvEx(A: Tensor, options?: { checkErrors?: boolean }): [inverse: Tensor, info: Tensor];
export function linalgInvEx(...args: Split<[], { A: Tensor }, ['A'], { checkErrors?: boolean }>): [inverse: Tensor, info: Tensor];
export function linalgInvEx(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(776), idOf(a0)));
  return dispatch(table, [776], arguments);
}

/** `linalg_ldl_factor(Tensor self, *, bool hermitian=False) -> (Tensor LD, Tensor pivots)` */
export function linalgLdlFactor(self: Tensor, options?: { hermitian?: boolean }): [LD: Tensor, pivots: Tensor];
export function linalgLdlFactor(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(777), idOf(a0)));
  return dispatch(table, [777], arguments);
}

/** `linalg_ldl_factor_ex(Tensor self, *, bool hermitian=False, bool check_errors=False) -> (Tensor LD, Tensor pivots, Tensor info)` */
export function linalgLdlFactorEx(self: Tensor, options?: { hermitian?: boolean; checkErrors?: boolean }): [LD: Tensor, pivots: Tensor, info: Tensor];
export function linalgLdlFactorEx(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(778), idOf(a0)));
  return dispatch(table, [778], arguments);
}

/** `linalg_ldl_solve(Tensor LD, Tensor pivots, Tensor B, *, bool hermitian=False) -> Tensor` */
export function linalgLdlSolve(LD: Tensor, pivots: Tensor, B: Tensor, options?: { hermitian?: boolean }): Tensor;
export function linalgLdlSolve(...args: Split<[], { LD: Tensor; pivots: Tensor; B: Tensor }, ['LD', 'pivots', 'B'], { hermitian?: boolean }>): Tensor;
export function linalgLdlSolve(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(779), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [779], arguments);
}

/** `linalg_lstsq(Tensor self, Tensor b, float? rcond=None, *, str? driver=None) -> (Tensor solution, Tensor residuals, Tensor rank, Tensor singular_values)` */
export function linalgLstsq(self: Tensor, b: Tensor, rcond?: number | null, options?: { driver?: 'gels' | 'gelsy' | 'gelsd' | 'gelss' | null }): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
export function linalgLstsq(...args: Split<[self: Tensor], { b: Tensor; rcond?: number | null }, ['b', 'rcond'], { driver?: 'gels' | 'gelsy' | 'gelsd' | 'gelss' | null }>): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
export function linalgLstsq(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 == null || isN(a2))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2]), wrapOpt(r[3])])(native.call(table.handle(780), idOf(a0), idOf(a1), a2));
  return dispatch(table, [780], arguments);
}

/** `linalg_lu(Tensor A, *, bool pivot=True) -> (Tensor P, Tensor L, Tensor U)` */
export function linalgLu(A: Tensor, options?: { pivot?: boolean }): [P: Tensor, L: Tensor, U: Tensor];
export function linalgLu(...args: Split<[], { A: Tensor }, ['A'], { pivot?: boolean }>): [P: Tensor, L: Tensor, U: Tensor];
export function linalgLu(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(781), idOf(a0)));
  return dispatch(table, [781], arguments);
}

/** `linalg_lu_factor(Tensor A, *, bool pivot=True) -> (Tensor LU, Tensor pivots)` */
export function linalgLuFactor(A: Tensor, options?: { pivot?: boolean }): [LU: Tensor, pivots: Tensor];
export function linalgLuFactor(...args: Split<[], { A: Tensor }, ['A'], { pivot?: boolean }>): [LU: Tensor, pivots: Tensor];
export function linalgLuFactor(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(782), idOf(a0)));
  return dispatch(table, [782], arguments);
}

/** `linalg_lu_factor_ex(Tensor A, *, bool pivot=True, bool check_errors=False) -> (Tensor LU, Tensor pivots, Tensor info)` */
export function linalgLuFactorEx(A: Tensor, options?: { pivot?: boolean; checkErrors?: boolean }): [LU: Tensor, pivots: Tensor, info: Tensor];
export function linalgLuFactorEx(...args: Split<[], { A: Tensor }, ['A'], { pivot?: boolean; checkErrors?: boolean }>): [LU: Tensor, pivots: Tensor, info: Tensor];
export function linalgLuFactorEx(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(783), idOf(a0)));
  return dispatch(table, [783], arguments);
}

/** `linalg_lu_solve(Tensor LU, Tensor pivots, Tensor B, *, bool left=True, bool adjoint=False) -> Tensor` */
export function linalgLuSolve(LU: Tensor, pivots: Tensor, B: Tensor, options?: { left?: boolean; adjoint?: boolean }): Tensor;
export function linalgLuSolve(...args: Split<[], { LU: Tensor; pivots: Tensor; B: Tensor }, ['LU', 'pivots', 'B'], { left?: boolean; adjoint?: boolean }>): Tensor;
export function linalgLuSolve(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(784), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [784], arguments);
}

/** `linalg_matmul(Tensor self, Tensor other) -> Tensor` */
export function linalgMatmul(self: Tensor, other: Tensor): Tensor;
export function linalgMatmul(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function linalgMatmul(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(785), idOf(a0), idOf(a1)));
  return dispatch(table, [785], arguments);
}

/** `linalg_matrix_exp(Tensor self) -> Tensor` */
export function linalgMatrixExp(self: Tensor): Tensor;
export function linalgMatrixExp(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(786), idOf(a0)));
  return dispatch(table, [786], arguments);
}

/** `linalg_matrix_norm(Tensor self, Scalar ord, int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
export function linalgMatrixNorm(self: Tensor, ord: Scalar, dim?: readonly number[], keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
export function linalgMatrixNorm(...args: Split<[self: Tensor], { ord: Scalar; dim?: readonly number[]; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
/** `linalg_matrix_norm.str_ord(Tensor self, str ord="fro", int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
export function linalgMatrixNorm(self: Tensor, ord?: 'fro' | 'nuc', dim?: readonly number[], keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
export function linalgMatrixNorm(...args: Split<[self: Tensor], { ord?: 'fro' | 'nuc'; dim?: readonly number[]; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
export function linalgMatrixNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isS(a1) && (a2 === undefined || isL(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(787), idOf(a0), a1, a2, a3));
  if (n >= 1 && n <= 4 && isT(a0) && (a1 === undefined || isStr(a1)) && (a2 === undefined || isL(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(788), idOf(a0), a1, a2, a3));
  return dispatch(table, [787, 788], arguments);
}

/** `linalg_matrix_power(Tensor self, int n) -> Tensor` */
export function linalgMatrixPower(self: Tensor, n: number | bigint): Tensor;
export function linalgMatrixPower(...args: Split<[self: Tensor], { n: number | bigint }, ['n']>): Tensor;
export function linalgMatrixPower(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(789), idOf(a0), a1));
  return dispatch(table, [789], arguments);
}

/** `linalg_matrix_rank.atol_rtol_tensor(Tensor input, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor` */
export function linalgMatrixRank(input: Tensor, options?: { atol?: Tensor | null; rtol?: Tensor | null; hermitian?: boolean }): Tensor;
export function linalgMatrixRank(...args: Split<[], { input: Tensor }, ['input'], { atol?: Tensor | null; rtol?: Tensor | null; hermitian?: boolean }>): Tensor;
/** `linalg_matrix_rank.tol_tensor(Tensor input, Tensor tol, bool hermitian=False) -> Tensor` */
export function linalgMatrixRank(input: Tensor, tol: Tensor, hermitian?: boolean): Tensor;
export function linalgMatrixRank(...args: Split<[], { input: Tensor; tol: Tensor; hermitian?: boolean }, ['input', 'tol', 'hermitian']>): Tensor;
/** `linalg_matrix_rank(Tensor self, float tol, bool hermitian=False) -> Tensor` */
export function linalgMatrixRank(self: Tensor, tol: number, hermitian?: boolean): Tensor;
export function linalgMatrixRank(...args: Split<[self: Tensor], { tol: number; hermitian?: boolean }, ['tol', 'hermitian']>): Tensor;
/** `linalg_matrix_rank.atol_rtol_float(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor` */
export function linalgMatrixRank(self: Tensor, options?: { atol?: number | null; rtol?: number | null; hermitian?: boolean }): Tensor;
export function linalgMatrixRank(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(790), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(791), idOf(a0), idOf(a1), a2));
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(792), idOf(a0), a1, a2));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(793), idOf(a0)));
  return dispatch(table, [790, 791, 792, 793], arguments);
}

/** `linalg_multi_dot(Tensor[] tensors) -> Tensor` */
export function linalgMultiDot(tensors: readonly Tensor[]): Tensor;
export function linalgMultiDot(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor;
export function linalgMultiDot(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrap(native.call(table.handle(794), ids(a0)));
  return dispatch(table, [794], arguments);
}

/** `linalg_norm(Tensor self, Scalar? ord=None, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
export function linalgNorm(self: Tensor, ord?: Scalar | null, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
export function linalgNorm(...args: Split<[self: Tensor], { ord?: Scalar | null; dim?: readonly number[] | number | null; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
/** `linalg_norm.ord_str(Tensor self, str ord, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
export function linalgNorm(self: Tensor, ord: 'fro' | 'nuc', dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
export function linalgNorm(...args: Split<[self: Tensor], { ord: 'fro' | 'nuc'; dim?: readonly number[] | number | null; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
export function linalgNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isS(a1)) && (a2 == null || isLN(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(795), idOf(a0), a1, a2, a3));
  if (n >= 2 && n <= 4 && isT(a0) && isStr(a1) && (a2 == null || isLN(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(796), idOf(a0), a1, a2, a3));
  return dispatch(table, [795, 796], arguments);
}

/** `linalg_pinv.atol_rtol_tensor(Tensor self, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor` */
export function linalgPinv(self: Tensor, options?: { atol?: Tensor | null; rtol?: Tensor | null; hermitian?: boolean }): Tensor;
/** `linalg_pinv.rcond_tensor(Tensor self, Tensor rcond, bool hermitian=False) -> Tensor` */
export function linalgPinv(self: Tensor, rcond: Tensor, hermitian?: boolean): Tensor;
export function linalgPinv(...args: Split<[self: Tensor], { rcond: Tensor; hermitian?: boolean }, ['rcond', 'hermitian']>): Tensor;
/** `linalg_pinv(Tensor self, float rcond, bool hermitian=False) -> Tensor` */
export function linalgPinv(self: Tensor, rcond: number, hermitian?: boolean): Tensor;
export function linalgPinv(...args: Split<[self: Tensor], { rcond: number; hermitian?: boolean }, ['rcond', 'hermitian']>): Tensor;
/** `linalg_pinv.atol_rtol_float(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor` */
export function linalgPinv(self: Tensor, options?: { atol?: number | null; rtol?: number | null; hermitian?: boolean }): Tensor;
export function linalgPinv(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(797), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(798), idOf(a0), idOf(a1), a2));
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(799), idOf(a0), a1, a2));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(800), idOf(a0)));
  return dispatch(table, [797, 798, 799, 800], arguments);
}

/** `linalg__powsum(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
export function linalgPowsum(self: Tensor, ord?: Scalar, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
export function linalgPowsum(...args: Split<[self: Tensor], { ord?: Scalar; dim?: readonly number[] | number | null; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
export function linalgPowsum(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 === undefined || isS(a1)) && (a2 == null || isLN(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(801), idOf(a0), a1, a2, a3));
  return dispatch(table, [801], arguments);
}

/** `linalg_qr(Tensor A, str mode="reduced") -> (Tensor Q, Tensor R)` */
export function linalgQr(A: Tensor, mode?: 'reduced' | 'complete' | 'r'): [Q: Tensor, R: Tensor];
export function linalgQr(...args: Split<[], { A: Tensor; mode?: 'reduced' | 'complete' | 'r' }, ['A', 'mode']>): [Q: Tensor, R: Tensor];
export function linalgQr(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isStr(a1))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(802), idOf(a0), a1));
  return dispatch(table, [802], arguments);
}

/** `linalg_slogdet(Tensor A) -> (Tensor sign, Tensor logabsdet)` */
export function linalgSlogdet(A: Tensor): [sign: Tensor, logabsdet: Tensor];
export function linalgSlogdet(...args: Split<[], { A: Tensor }, ['A']>): [sign: Tensor, logabsdet: Tensor];
export function linalgSlogdet(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(803), idOf(a0)));
  return dispatch(table, [803], arguments);
}

/** `linalg_solve(Tensor A, Tensor B, *, bool left=True) -> Tensor` */
export function linalgSolve(A: Tensor, B: Tensor, options?: { left?: boolean }): Tensor;
export function linalgSolve(...args: Split<[], { A: Tensor; B: Tensor }, ['A', 'B'], { left?: boolean }>): Tensor;
export function linalgSolve(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(804), idOf(a0), idOf(a1)));
  return dispatch(table, [804], arguments);
}

/** `linalg_solve_ex(Tensor A, Tensor B, *, bool left=True, bool check_errors=False) -> (Tensor result, Tensor info)` */
export function linalgSolveEx(A: Tensor, B: Tensor, options?: { left?: boolean; checkErrors?: boolean }): [result: Tensor, info: Tensor];
export function linalgSolveEx(...args: Split<[], { A: Tensor; B: Tensor }, ['A', 'B'], { left?: boolean; checkErrors?: boolean }>): [result: Tensor, info: Tensor];
export function linalgSolveEx(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(805), idOf(a0), idOf(a1)));
  return dispatch(table, [805], arguments);
}

/** `linalg_solve_triangular(Tensor self, Tensor B, *, bool upper, bool left=True, bool unitriangular=False) -> Tensor` */
export function linalgSolveTriangular(self: Tensor, B: Tensor, options: { upper: boolean; left?: boolean; unitriangular?: boolean }): Tensor;
export function linalgSolveTriangular(...args: Split<[self: Tensor], { B: Tensor }, ['B'], { upper: boolean; left?: boolean; unitriangular?: boolean }>): Tensor;
export function linalgSolveTriangular(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  return dispatch(table, [806], arguments);
}

/** `linalg_svd(Tensor A, bool full_matrices=True, *, str? driver=None) -> (Tensor U, Tensor S, Tensor Vh)` */
export function linalgSvd(A: Tensor, fullMatrices?: boolean, options?: { driver?: 'gesvd' | 'gesvdj' | 'gesvda' | null }): [U: Tensor, S: Tensor, Vh: Tensor];
export function linalgSvd(...args: Split<[], { A: Tensor; fullMatrices?: boolean }, ['A', 'fullMatrices'], { driver?: 'gesvd' | 'gesvdj' | 'gesvda' | null }>): [U: Tensor, S: Tensor, Vh: Tensor];
export function linalgSvd(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isB(a1))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(807), idOf(a0), a1));
  return dispatch(table, [807], arguments);
}

/** `linalg_svdvals(Tensor A, *, str? driver=None) -> Tensor` */
export function linalgSvdvals(A: Tensor, options?: { driver?: 'gesvd' | 'gesvdj' | 'gesvda' | null }): Tensor;
export function linalgSvdvals(...args: Split<[], { A: Tensor }, ['A'], { driver?: 'gesvd' | 'gesvdj' | 'gesvda' | null }>): Tensor;
export function linalgSvdvals(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(808), idOf(a0)));
  return dispatch(table, [808], arguments);
}

/** `linalg_tensorinv(Tensor self, int ind=2) -> Tensor` */
export function linalgTensorinv(self: Tensor, ind?: number | bigint): Tensor;
export function linalgTensorinv(...args: Split<[self: Tensor], { ind?: number | bigint }, ['ind']>): Tensor;
export function linalgTensorinv(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(809), idOf(a0), a1));
  return dispatch(table, [809], arguments);
}

/** `linalg_tensorsolve(Tensor self, Tensor other, int[]? dims=None) -> Tensor` */
export function linalgTensorsolve(self: Tensor, other: Tensor, dims?: readonly number[] | null): Tensor;
export function linalgTensorsolve(...args: Split<[self: Tensor], { other: Tensor; dims?: readonly number[] | null }, ['other', 'dims']>): Tensor;
export function linalgTensorsolve(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 == null || isL(a2))) return wrap(native.call(table.handle(810), idOf(a0), idOf(a1), a2));
  return dispatch(table, [810], arguments);
}

/** `linalg_vander(Tensor x, *, SymInt? N=None) -> Tensor` */
export function linalgVander(x: Tensor, options?: { N?: number | bigint | null }): Tensor;
export function linalgVander(...args: Split<[], { x: Tensor }, ['x'], { N?: number | bigint | null }>): Tensor;
export function linalgVander(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(811), idOf(a0)));
  return dispatch(table, [811], arguments);
}

/** `linalg_vecdot(Tensor x, Tensor y, *, int dim=-1) -> Tensor` */
export function linalgVecdot(x: Tensor, y: Tensor, options?: { dim?: number | bigint }): Tensor;
export function linalgVecdot(...args: Split<[], { x: Tensor; y: Tensor }, ['x', 'y'], { dim?: number | bigint }>): Tensor;
export function linalgVecdot(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(812), idOf(a0), idOf(a1)));
  return dispatch(table, [812], arguments);
}

/** `linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
export function linalgVectorNorm(self: Tensor, ord?: Scalar, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
export function linalgVectorNorm(...args: Split<[self: Tensor], { ord?: Scalar; dim?: readonly number[] | number | null; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
export function linalgVectorNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 === undefined || isS(a1)) && (a2 == null || isLN(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(813), idOf(a0), a1, a2, a3));
  return dispatch(table, [813], arguments);
}

/** `linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor` */
export function linear(input: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
export function linear(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null }, ['input', 'weight', 'bias']>): Tensor;
export function linear(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && isOptT(a2)) return wrap(native.call(table.handle(814), idOf(a0), idOf(a1), optId(a2)));
  return dispatch(table, [814], arguments);
}

/** `linear_backward(Tensor self, Tensor grad_output, Tensor weight, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
export function linearBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, outputMask: readonly boolean[] | boolean): [Tensor, Tensor, Tensor];
export function linearBackward(...args: Split<[self: Tensor], { gradOutput: Tensor; weight: Tensor; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'weight', 'outputMask']>): [Tensor, Tensor, Tensor];
export function linearBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isLN(a3)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(815), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [815], arguments);
}

/** `linspace.Tensor_Tensor(Tensor start, Tensor end, int steps, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function linspace(start: Tensor | Scalar, end: Tensor, steps: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function linspace(...args: Split<[], { start: Tensor | Scalar; end: Tensor; steps: number | bigint }, ['start', 'end', 'steps'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `linspace.Tensor_Scalar(Tensor start, Scalar end, int steps, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function linspace(start: Tensor | Scalar, end: Scalar, steps: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function linspace(...args: Split<[], { start: Tensor | Scalar; end: Scalar; steps: number | bigint }, ['start', 'end', 'steps'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function linspace(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isN(a2)) return wrap(native.call(table.handle(816), idOf(a0), idOf(a1), a2));
  if (n === 3 && isS(a0) && isT(a1) && isN(a2)) return wrap(native.call(table.handle(817), a0, idOf(a1), a2));
  if (n === 3 && isT(a0) && isS(a1) && isN(a2)) return wrap(native.call(table.handle(818), idOf(a0), a1, a2));
  if (n === 3 && isS(a0) && isS(a1) && isN(a2)) return wrap(native.call(table.handle(819), a0, a1, a2));
  return dispatch(table, [816, 817, 818, 819], arguments);
}

/** `log(Tensor self) -> Tensor` */
export function log(self: Tensor): Tensor;
export function log(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(820), idOf(a0)));
  return dispatch(table, [820], arguments);
}

/** `log10(Tensor self) -> Tensor` */
export function log10(self: Tensor): Tensor;
export function log10(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(821), idOf(a0)));
  return dispatch(table, [821], arguments);
}

/** `log10_(Tensor(a!) self) -> Tensor(a!)` */
export function log10_<T extends Tensor>(self: T): T;
export function log10_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(822), idOf(a0)); return a0; }
  return dispatch(table, [822], arguments);
}

/** `log1p(Tensor self) -> Tensor` */
export function log1p(self: Tensor): Tensor;
export function log1p(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(823), idOf(a0)));
  return dispatch(table, [823], arguments);
}

/** `log1p_(Tensor(a!) self) -> Tensor(a!)` */
export function log1p_<T extends Tensor>(self: T): T;
export function log1p_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(824), idOf(a0)); return a0; }
  return dispatch(table, [824], arguments);
}

/** `log2(Tensor self) -> Tensor` */
export function log2(self: Tensor): Tensor;
export function log2(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(825), idOf(a0)));
  return dispatch(table, [825], arguments);
}

/** `log2_(Tensor(a!) self) -> Tensor(a!)` */
export function log2_<T extends Tensor>(self: T): T;
export function log2_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(826), idOf(a0)); return a0; }
  return dispatch(table, [826], arguments);
}

/** `log_normal(Tensor self, float mean=1., float std=2., *, Generator? generator=None) -> Tensor` */
export function logNormal(self: Tensor, mean?: number, std?: number, options?: { generator?: Generator | null }): Tensor;
export function logNormal(...args: Split<[self: Tensor], { mean?: number; std?: number }, ['mean', 'std'], { generator?: Generator | null }>): Tensor;
export function logNormal(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(827), idOf(a0), a1, a2));
  return dispatch(table, [827], arguments);
}

/** `log_normal_(Tensor(a!) self, float mean=1., float std=2., *, Generator? generator=None) -> Tensor(a!)` */
export function logNormal_<T extends Tensor>(self: T, mean?: number, std?: number, options?: { generator?: Generator | null }): T;
export function logNormal_<T extends Tensor>(...args: Split<[self: T], { mean?: number; std?: number }, ['mean', 'std'], { generator?: Generator | null }>): T;
export function logNormal_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2))) { native.callInPlace(table.handle(828), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [828], arguments);
}

/** `log_sigmoid(Tensor self) -> Tensor` */
export function logSigmoid(self: Tensor): Tensor;
export function logSigmoid(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(829), idOf(a0)));
  return dispatch(table, [829], arguments);
}

/** `log_sigmoid_backward(Tensor grad_output, Tensor self, Tensor buffer) -> Tensor` */
export function logSigmoidBackward(gradOutput: Tensor, self: Tensor, buffer: Tensor): Tensor;
export function logSigmoidBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; buffer: Tensor }, ['gradOutput', 'self', 'buffer']>): Tensor;
export function logSigmoidBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(830), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [830], arguments);
}

/** `log_sigmoid_forward(Tensor self) -> (Tensor output, Tensor buffer)` */
export function logSigmoidForward(self: Tensor): [output: Tensor, buffer: Tensor];
export function logSigmoidForward(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(831), idOf(a0)));
  return dispatch(table, [831], arguments);
}

/** `log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
export function logSoftmax(self: Tensor, dim: number | bigint, dtype?: DType | null): Tensor;
export function logSoftmax(...args: Split<[self: Tensor], { dim: number | bigint; dtype?: DType | null }, ['dim', 'dtype']>): Tensor;
export function logSoftmax(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 == null || isStr(a2))) return wrap(native.call(table.handle(832), idOf(a0), a1, a2));
  return dispatch(table, [832], arguments);
}

/** `log_(Tensor(a!) self) -> Tensor(a!)` */
export function log_<T extends Tensor>(self: T): T;
export function log_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(833), idOf(a0)); return a0; }
  return dispatch(table, [833], arguments);
}

/** `logaddexp(Tensor self, Tensor other) -> Tensor` */
export function logaddexp(self: Tensor, other: Tensor): Tensor;
export function logaddexp(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function logaddexp(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(834), idOf(a0), idOf(a1)));
  return dispatch(table, [834], arguments);
}

/** `logaddexp2(Tensor self, Tensor other) -> Tensor` */
export function logaddexp2(self: Tensor, other: Tensor): Tensor;
export function logaddexp2(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function logaddexp2(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(835), idOf(a0), idOf(a1)));
  return dispatch(table, [835], arguments);
}

/** `logcumsumexp(Tensor self, int dim) -> Tensor` */
export function logcumsumexp(self: Tensor, dim: number | bigint): Tensor;
export function logcumsumexp(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim']>): Tensor;
export function logcumsumexp(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(836), idOf(a0), a1));
  return dispatch(table, [836], arguments);
}

/** `logdet(Tensor self) -> Tensor` */
export function logdet(self: Tensor): Tensor;
export function logdet(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(837), idOf(a0)));
  return dispatch(table, [837], arguments);
}

/** `logical_and(Tensor self, Tensor other) -> Tensor` */
export function logicalAnd(self: Tensor, other: Tensor): Tensor;
export function logicalAnd(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function logicalAnd(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(838), idOf(a0), idOf(a1)));
  return dispatch(table, [838], arguments);
}

/** `logical_and_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function logicalAnd_<T extends Tensor>(self: T, other: Tensor): T;
export function logicalAnd_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function logicalAnd_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(839), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [839], arguments);
}

/** `logical_not(Tensor self) -> Tensor` */
export function logicalNot(self: Tensor): Tensor;
export function logicalNot(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(840), idOf(a0)));
  return dispatch(table, [840], arguments);
}

/** `logical_not_(Tensor(a!) self) -> Tensor(a!)` */
export function logicalNot_<T extends Tensor>(self: T): T;
export function logicalNot_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(841), idOf(a0)); return a0; }
  return dispatch(table, [841], arguments);
}

/** `logical_or(Tensor self, Tensor other) -> Tensor` */
export function logicalOr(self: Tensor, other: Tensor): Tensor;
export function logicalOr(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function logicalOr(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(842), idOf(a0), idOf(a1)));
  return dispatch(table, [842], arguments);
}

/** `logical_or_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function logicalOr_<T extends Tensor>(self: T, other: Tensor): T;
export function logicalOr_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function logicalOr_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(843), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [843], arguments);
}

/** `logical_xor(Tensor self, Tensor other) -> Tensor` */
export function logicalXor(self: Tensor, other: Tensor): Tensor;
export function logicalXor(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function logicalXor(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(844), idOf(a0), idOf(a1)));
  return dispatch(table, [844], arguments);
}

/** `logical_xor_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function logicalXor_<T extends Tensor>(self: T, other: Tensor): T;
export function logicalXor_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function logicalXor_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(845), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [845], arguments);
}

/** `logit(Tensor self, float? eps=None) -> Tensor` */
export function logit(self: Tensor, eps?: number | null): Tensor;
export function logit(...args: Split<[self: Tensor], { eps?: number | null }, ['eps']>): Tensor;
export function logit(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isN(a1))) return wrap(native.call(table.handle(846), idOf(a0), a1));
  return dispatch(table, [846], arguments);
}

/** `logit_backward(Tensor grad_output, Tensor self, float? eps=None) -> Tensor` */
export function logitBackward(gradOutput: Tensor, self: Tensor, eps?: number | null): Tensor;
export function logitBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; eps?: number | null }, ['gradOutput', 'self', 'eps']>): Tensor;
export function logitBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 == null || isN(a2))) return wrap(native.call(table.handle(847), idOf(a0), idOf(a1), a2));
  return dispatch(table, [847], arguments);
}

/** `logit_(Tensor(a!) self, float? eps=None) -> Tensor(a!)` */
export function logit_<T extends Tensor>(self: T, eps?: number | null): T;
export function logit_<T extends Tensor>(...args: Split<[self: T], { eps?: number | null }, ['eps']>): T;
export function logit_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isN(a1))) { native.callInPlace(table.handle(848), idOf(a0), a1); return a0; }
  return dispatch(table, [848], arguments);
}

/** `logspace.Tensor_Tensor(Tensor start, Tensor end, int steps, float base=10., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function logspace(start: Tensor | Scalar, end: Tensor, steps: number | bigint, base?: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function logspace(...args: Split<[], { start: Tensor | Scalar; end: Tensor; steps: number | bigint; base?: number }, ['start', 'end', 'steps', 'base'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `logspace.Tensor_Scalar(Tensor start, Scalar end, int steps, float base=10., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function logspace(start: Tensor | Scalar, end: Scalar, steps: number | bigint, base?: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function logspace(...args: Split<[], { start: Tensor | Scalar; end: Scalar; steps: number | bigint; base?: number }, ['start', 'end', 'steps', 'base'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function logspace(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isT(a1) && isN(a2) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(849), idOf(a0), idOf(a1), a2, a3));
  if (n >= 3 && n <= 4 && isS(a0) && isT(a1) && isN(a2) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(850), a0, idOf(a1), a2, a3));
  if (n >= 3 && n <= 4 && isT(a0) && isS(a1) && isN(a2) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(851), idOf(a0), a1, a2, a3));
  if (n >= 3 && n <= 4 && isS(a0) && isS(a1) && isN(a2) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(852), a0, a1, a2, a3));
  return dispatch(table, [849, 850, 851, 852], arguments);
}

/** `logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
export function logsumexp(self: Tensor, dim: readonly number[] | number, keepdim?: boolean): Tensor;
export function logsumexp(...args: Split<[self: Tensor], { dim: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
export function logsumexp(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isLN(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(853), idOf(a0), a1, a2));
  return dispatch(table, [853], arguments);
}

/** `lstm.data(Tensor data, Tensor batch_sizes, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor, Tensor)` */
export function lstm(data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor, Tensor];
export function lstm(...args: Split<[], { data: Tensor; batchSizes: Tensor; hx: readonly Tensor[]; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean }, ['data', 'batchSizes', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional']>): [Tensor, Tensor, Tensor];
/** `lstm.input(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor, Tensor)` */
export function lstm(input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor, Tensor];
export function lstm(...args: Split<[], { input: Tensor; hx: readonly Tensor[]; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }, ['input', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional', 'batchFirst']>): [Tensor, Tensor, Tensor];
export function lstm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isTs(a2) && isTs(a3) && isB(a4) && isN(a5) && isN(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(854), idOf(a0), idOf(a1), ids(a2), ids(a3), a4, a5, a6, a7, a8));
  if (n === 9 && isT(a0) && isTs(a1) && isTs(a2) && isB(a3) && isN(a4) && isN(a5) && isB(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(855), idOf(a0), ids(a1), ids(a2), a3, a4, a5, a6, a7, a8));
  return dispatch(table, [854, 855], arguments);
}

/** `lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> (Tensor, Tensor)` */
export function lstmCell(input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): [Tensor, Tensor];
export function lstmCell(...args: Split<[], { input: Tensor; hx: readonly Tensor[]; wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }, ['input', 'hx', 'wIh', 'wHh', 'bIh', 'bHh']>): [Tensor, Tensor];
export function lstmCell(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 6 && isT(a0) && isTs(a1) && isT(a2) && isT(a3) && isOptT(a4) && isOptT(a5)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(856), idOf(a0), ids(a1), idOf(a2), idOf(a3), optId(a4), optId(a5)));
  return dispatch(table, [856], arguments);
}

/** `lstm_mps_backward(Tensor? grad_y, Tensor? grad_hy, Tensor? grad_cy, Tensor z_state, Tensor cell_state_fwd, Tensor input, Tensor layersOutputs, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor[], Tensor[])` */
export function lstmMpsBackward(gradY: Tensor | null | undefined, gradHy: Tensor | null | undefined, gradCy: Tensor | null | undefined, zState: Tensor, cellStateFwd: Tensor, input: Tensor, layersOutputs: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor[], Tensor[]];
export function lstmMpsBackward(...args: Split<[], { gradY?: Tensor | null; gradHy?: Tensor | null; gradCy?: Tensor | null; zState: Tensor; cellStateFwd: Tensor; input: Tensor; layersOutputs: Tensor; hx: readonly Tensor[]; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }, ['gradY', 'gradHy', 'gradCy', 'zState', 'cellStateFwd', 'input', 'layersOutputs', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional', 'batchFirst']>): [Tensor, Tensor[], Tensor[]];
export function lstmMpsBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any, a12?: any, a13?: any, a14?: any, a15?: any): any {
  const n = arguments.length;
  if (n === 15 && isOptT(a0) && isOptT(a1) && isOptT(a2) && isT(a3) && isT(a4) && isT(a5) && isT(a6) && isTs(a7) && isTs(a8) && isB(a9) && isN(a10) && isN(a11) && isB(a12) && isB(a13) && isB(a14)) return ((r: any) => [wrapOpt(r[0]), wrapAll(r[1]), wrapAll(r[2])])(native.call(table.handle(857), optId(a0), optId(a1), optId(a2), idOf(a3), idOf(a4), idOf(a5), idOf(a6), ids(a7), ids(a8), a9, a10, a11, a12, a13, a14));
  return dispatch(table, [857], arguments);
}

/** `lt.Tensor(Tensor self, Tensor other) -> Tensor` */
export function lt(self: Tensor, other: Tensor | Scalar): Tensor;
export function lt(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function lt(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(858), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(859), idOf(a0), a1));
  return dispatch(table, [858, 859], arguments);
}

/** `lt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function lt_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function lt_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function lt_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(860), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(861), idOf(a0), a1); return a0; }
  return dispatch(table, [860, 861], arguments);
}

/** `lu_solve(Tensor self, Tensor LU_data, Tensor LU_pivots) -> Tensor` */
export function luSolve(self: Tensor, LUData: Tensor, LUPivots: Tensor): Tensor;
export function luSolve(...args: Split<[self: Tensor], { LUData: Tensor; LUPivots: Tensor }, ['LUData', 'LUPivots']>): Tensor;
export function luSolve(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(862), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [862], arguments);
}

/** `lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data=True, bool unpack_pivots=True) -> (Tensor P, Tensor L, Tensor U)` */
export function luUnpack(LUData: Tensor, LUPivots: Tensor, unpackData?: boolean, unpackPivots?: boolean): [P: Tensor, L: Tensor, U: Tensor];
export function luUnpack(...args: Split<[], { LUData: Tensor; LUPivots: Tensor; unpackData?: boolean; unpackPivots?: boolean }, ['LUData', 'LUPivots', 'unpackData', 'unpackPivots']>): [P: Tensor, L: Tensor, U: Tensor];
export function luUnpack(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isT(a1) && (a2 === undefined || isB(a2)) && (a3 === undefined || isB(a3))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(863), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [863], arguments);
}

/** `margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0., int reduction=1) -> Tensor` */
export function marginRankingLoss(input1: Tensor, input2: Tensor, target: Tensor, margin?: number, reduction?: number | bigint): Tensor;
export function marginRankingLoss(...args: Split<[], { input1: Tensor; input2: Tensor; target: Tensor; margin?: number; reduction?: number | bigint }, ['input1', 'input2', 'target', 'margin', 'reduction']>): Tensor;
export function marginRankingLoss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 5 && isT(a0) && isT(a1) && isT(a2) && (a3 === undefined || isN(a3)) && (a4 === undefined || isN(a4))) return wrap(native.call(table.handle(864), idOf(a0), idOf(a1), idOf(a2), a3, a4));
  return dispatch(table, [864], arguments);
}

/** `masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor` */
export function maskedFill(self: Tensor, mask: Tensor, value: Tensor | Scalar): Tensor;
export function maskedFill(...args: Split<[self: Tensor], { mask: Tensor; value: Tensor | Scalar }, ['mask', 'value']>): Tensor;
export function maskedFill(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(865), idOf(a0), idOf(a1), idOf(a2)));
  if (n === 3 && isT(a0) && isT(a1) && isS(a2)) return wrap(native.call(table.handle(866), idOf(a0), idOf(a1), a2));
  return dispatch(table, [865, 866], arguments);
}

/** `masked_fill_.Tensor(Tensor(a!) self, Tensor mask, Tensor value) -> Tensor(a!)` */
export function maskedFill_<T extends Tensor>(self: T, mask: Tensor, value: Tensor | Scalar): T;
export function maskedFill_<T extends Tensor>(...args: Split<[self: T], { mask: Tensor; value: Tensor | Scalar }, ['mask', 'value']>): T;
export function maskedFill_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) { native.callInPlace(table.handle(867), idOf(a0), idOf(a1), idOf(a2)); return a0; }
  if (n === 3 && isT(a0) && isT(a1) && isS(a2)) { native.callInPlace(table.handle(868), idOf(a0), idOf(a1), a2); return a0; }
  return dispatch(table, [867, 868], arguments);
}

/** `masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor` */
export function maskedScatter(self: Tensor, mask: Tensor, source: Tensor): Tensor;
export function maskedScatter(...args: Split<[self: Tensor], { mask: Tensor; source: Tensor }, ['mask', 'source']>): Tensor;
export function maskedScatter(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(869), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [869], arguments);
}

/** `masked_scatter_backward(Tensor grad_output, Tensor mask, SymInt[] sizes) -> Tensor` */
export function maskedScatterBackward(gradOutput: Tensor, mask: Tensor, sizes: readonly number[]): Tensor;
export function maskedScatterBackward(...args: Split<[], { gradOutput: Tensor; mask: Tensor; sizes: readonly number[] }, ['gradOutput', 'mask', 'sizes']>): Tensor;
export function maskedScatterBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isL(a2)) return wrap(native.call(table.handle(870), idOf(a0), idOf(a1), a2));
  return dispatch(table, [870], arguments);
}

/** `masked_scatter_(Tensor(a!) self, Tensor mask, Tensor source) -> Tensor(a!)` */
export function maskedScatter_<T extends Tensor>(self: T, mask: Tensor, source: Tensor): T;
export function maskedScatter_<T extends Tensor>(...args: Split<[self: T], { mask: Tensor; source: Tensor }, ['mask', 'source']>): T;
export function maskedScatter_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) { native.callInPlace(table.handle(871), idOf(a0), idOf(a1), idOf(a2)); return a0; }
  return dispatch(table, [871], arguments);
}

/** `masked_select(Tensor self, Tensor mask) -> Tensor` */
export function maskedSelect(self: Tensor, mask: Tensor): Tensor;
export function maskedSelect(...args: Split<[self: Tensor], { mask: Tensor }, ['mask']>): Tensor;
export function maskedSelect(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(872), idOf(a0), idOf(a1)));
  return dispatch(table, [872], arguments);
}

/** `masked_select_backward(Tensor grad, Tensor input, Tensor mask) -> Tensor` */
export function maskedSelectBackward(grad: Tensor, input: Tensor, mask: Tensor): Tensor;
export function maskedSelectBackward(...args: Split<[], { grad: Tensor; input: Tensor; mask: Tensor }, ['grad', 'input', 'mask']>): Tensor;
export function maskedSelectBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(873), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [873], arguments);
}

/** `matmul(Tensor self, Tensor other) -> Tensor` */
export function matmul(self: Tensor, other: Tensor): Tensor;
export function matmul(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function matmul(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(874), idOf(a0), idOf(a1)));
  return dispatch(table, [874], arguments);
}

/** `matmul_backward(Tensor grad, Tensor self, Tensor other, bool[2] mask) -> (Tensor, Tensor)` */
export function matmulBackward(grad: Tensor, self: Tensor, other: Tensor, mask: readonly boolean[] | boolean): [Tensor, Tensor];
export function matmulBackward(...args: Split<[], { grad: Tensor; self: Tensor; other: Tensor; mask: readonly boolean[] | boolean }, ['grad', 'self', 'other', 'mask']>): [Tensor, Tensor];
export function matmulBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isLN(a3)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(875), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [875], arguments);
}

/** `matrix_exp(Tensor self) -> Tensor` */
export function matrixExp(self: Tensor): Tensor;
export function matrixExp(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(876), idOf(a0)));
  return dispatch(table, [876], arguments);
}

/** `matrix_exp_backward(Tensor self, Tensor grad) -> Tensor` */
export function matrixExpBackward(self: Tensor, grad: Tensor): Tensor;
export function matrixExpBackward(...args: Split<[self: Tensor], { grad: Tensor }, ['grad']>): Tensor;
export function matrixExpBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(877), idOf(a0), idOf(a1)));
  return dispatch(table, [877], arguments);
}

/** `matrix_power(Tensor self, int n) -> Tensor` */
export function matrixPower(self: Tensor, n: number | bigint): Tensor;
export function matrixPower(...args: Split<[self: Tensor], { n: number | bigint }, ['n']>): Tensor;
export function matrixPower(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(878), idOf(a0), a1));
  return dispatch(table, [878], arguments);
}

/** `max.other(Tensor self, Tensor other) -> Tensor` */
export function max(self: Tensor, other: Tensor): Tensor;
export function max(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
/** `max(Tensor self) -> Tensor` */
export function max(self: Tensor): Tensor;
/** `max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
export function max(self: Tensor, dim: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
export function max(...args: Split<[self: Tensor], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): [values: Tensor, indices: Tensor];
export function max(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(879), idOf(a0), idOf(a1)));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(880), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(881), idOf(a0), a1, a2));
  return dispatch(table, [879, 880, 881], arguments);
}

/** `max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> Tensor` */
export function maxPool1d(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
export function maxPool1d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
export function maxPool1d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(882), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [882], arguments);
}

/** `max_pool1d_with_indices(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> (Tensor, Tensor)` */
export function maxPool1dWithIndices(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): [Tensor, Tensor];
export function maxPool1dWithIndices(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): [Tensor, Tensor];
export function maxPool1dWithIndices(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isB(a5))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(883), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [883], arguments);
}

/** `max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
export function maxPool2d(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
export function maxPool2d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
export function maxPool2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(884), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [884], arguments);
}

/** `max_pool2d_backward(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
export function maxPool2dBackward(gradOutput: Tensor, self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
export function maxPool2dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['gradOutput', 'self', 'kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
export function maxPool2dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 7 && isT(a0) && isT(a1) && isLN(a2) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isB(a6))) return wrap(native.call(table.handle(885), idOf(a0), idOf(a1), a2, a3, a4, a5, a6));
  return dispatch(table, [885], arguments);
}

/** `max_pool2d_with_indices(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
export function maxPool2dWithIndices(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): [Tensor, Tensor];
export function maxPool2dWithIndices(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): [Tensor, Tensor];
export function maxPool2dWithIndices(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isB(a5))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(886), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [886], arguments);
}

/** `max_pool2d_with_indices_backward(Tensor grad_output, Tensor self, int[2] kernel_size, int[2] stride, int[2] padding, int[2] dilation, bool ceil_mode, Tensor indices) -> Tensor` */
export function maxPool2dWithIndicesBackward(gradOutput: Tensor, self: Tensor, kernelSize: readonly number[] | number, stride: readonly number[] | number, padding: readonly number[] | number, dilation: readonly number[] | number, ceilMode: boolean, indices: Tensor): Tensor;
export function maxPool2dWithIndicesBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; kernelSize: readonly number[] | number; stride: readonly number[] | number; padding: readonly number[] | number; dilation: readonly number[] | number; ceilMode: boolean; indices: Tensor }, ['gradOutput', 'self', 'kernelSize', 'stride', 'padding', 'dilation', 'ceilMode', 'indices']>): Tensor;
export function maxPool2dWithIndicesBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isLN(a2) && isLN(a3) && isLN(a4) && isLN(a5) && isB(a6) && isT(a7)) return wrap(native.call(table.handle(887), idOf(a0), idOf(a1), a2, a3, a4, a5, a6, idOf(a7)));
  return dispatch(table, [887], arguments);
}

/** `max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor` */
export function maxPool3d(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
export function maxPool3d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
export function maxPool3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(888), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [888], arguments);
}

/** `max_pool3d_with_indices(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
export function maxPool3dWithIndices(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): [Tensor, Tensor];
export function maxPool3dWithIndices(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): [Tensor, Tensor];
export function maxPool3dWithIndices(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isB(a5))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(889), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [889], arguments);
}

/** `max_pool3d_with_indices_backward(Tensor grad_output, Tensor self, int[3] kernel_size, int[3] stride, int[3] padding, int[3] dilation, bool ceil_mode, Tensor indices) -> Tensor` */
export function maxPool3dWithIndicesBackward(gradOutput: Tensor, self: Tensor, kernelSize: readonly number[] | number, stride: readonly number[] | number, padding: readonly number[] | number, dilation: readonly number[] | number, ceilMode: boolean, indices: Tensor): Tensor;
export function maxPool3dWithIndicesBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; kernelSize: readonly number[] | number; stride: readonly number[] | number; padding: readonly number[] | number; dilation: readonly number[] | number; ceilMode: boolean; indices: Tensor }, ['gradOutput', 'self', 'kernelSize', 'stride', 'padding', 'dilation', 'ceilMode', 'indices']>): Tensor;
export function maxPool3dWithIndicesBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isLN(a2) && isLN(a3) && isLN(a4) && isLN(a5) && isB(a6) && isT(a7)) return wrap(native.call(table.handle(890), idOf(a0), idOf(a1), a2, a3, a4, a5, a6, idOf(a7)));
  return dispatch(table, [890], arguments);
}

/** `max_unpool2d(Tensor self, Tensor indices, SymInt[2] output_size) -> Tensor` */
export function maxUnpool2d(self: Tensor, indices: Tensor, outputSize: readonly number[] | number): Tensor;
export function maxUnpool2d(...args: Split<[self: Tensor], { indices: Tensor; outputSize: readonly number[] | number }, ['indices', 'outputSize']>): Tensor;
export function maxUnpool2d(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isLN(a2)) return wrap(native.call(table.handle(891), idOf(a0), idOf(a1), a2));
  return dispatch(table, [891], arguments);
}

/** `max_unpool3d(Tensor self, Tensor indices, SymInt[3] output_size, int[3] stride, int[3] padding) -> Tensor` */
export function maxUnpool3d(self: Tensor, indices: Tensor, outputSize: readonly number[] | number, stride: readonly number[] | number, padding: readonly number[] | number): Tensor;
export function maxUnpool3d(...args: Split<[self: Tensor], { indices: Tensor; outputSize: readonly number[] | number; stride: readonly number[] | number; padding: readonly number[] | number }, ['indices', 'outputSize', 'stride', 'padding']>): Tensor;
export function maxUnpool3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isLN(a2) && isLN(a3) && isLN(a4)) return wrap(native.call(table.handle(892), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [892], arguments);
}

/** `maximum(Tensor self, Tensor other) -> Tensor` */
export function maximum(self: Tensor, other: Tensor): Tensor;
export function maximum(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function maximum(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(893), idOf(a0), idOf(a1)));
  return dispatch(table, [893], arguments);
}

/** `mean(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
export function mean(self: Tensor, options?: { dtype?: DType | null }): Tensor;
/** `mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
export function mean(self: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
export function mean(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null; keepdim?: boolean }, ['dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
export function mean(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(894), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(895), idOf(a0), a1, a2));
  return dispatch(table, [894, 895], arguments);
}

/** `median(Tensor self) -> Tensor` */
export function median(self: Tensor): Tensor;
/** `median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
export function median(self: Tensor, dim: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
export function median(...args: Split<[self: Tensor], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): [values: Tensor, indices: Tensor];
export function median(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(896), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(897), idOf(a0), a1, a2));
  return dispatch(table, [896, 897], arguments);
}

/** `meshgrid(Tensor[] tensors) -> Tensor[]` */
export function meshgrid(tensors: readonly Tensor[]): Tensor[];
export function meshgrid(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor[];
/** `meshgrid.indexing(Tensor[] tensors, *, str indexing) -> Tensor[]` */
export function meshgrid(tensors: readonly Tensor[], options: { indexing: 'ij' | 'xy' }): Tensor[];
export function meshgrid(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors'], { indexing: 'ij' | 'xy' }>): Tensor[];
export function meshgrid(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrapAll(native.call(table.handle(898), ids(a0)));
  return dispatch(table, [898, 899], arguments);
}

/** `min.other(Tensor self, Tensor other) -> Tensor` */
export function min(self: Tensor, other: Tensor): Tensor;
export function min(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
/** `min(Tensor self) -> Tensor` */
export function min(self: Tensor): Tensor;
/** `min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
export function min(self: Tensor, dim: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
export function min(...args: Split<[self: Tensor], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): [values: Tensor, indices: Tensor];
export function min(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(900), idOf(a0), idOf(a1)));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(901), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(902), idOf(a0), a1, a2));
  return dispatch(table, [900, 901, 902], arguments);
}

/** `minimum(Tensor self, Tensor other) -> Tensor` */
export function minimum(self: Tensor, other: Tensor): Tensor;
export function minimum(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function minimum(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(903), idOf(a0), idOf(a1)));
  return dispatch(table, [903], arguments);
}

/** `miopen_batch_norm(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon) -> (Tensor, Tensor, Tensor)` */
export function miopenBatchNorm(input: Tensor, weight: Tensor, bias: Tensor | null | undefined, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, training: boolean, exponentialAverageFactor: number, epsilon: number): [Tensor, Tensor, Tensor];
export function miopenBatchNorm(...args: Split<[], { input: Tensor; weight: Tensor; bias?: Tensor | null; runningMean?: Tensor | null; runningVar?: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number }, ['input', 'weight', 'bias', 'runningMean', 'runningVar', 'training', 'exponentialAverageFactor', 'epsilon']>): [Tensor, Tensor, Tensor];
export function miopenBatchNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isOptT(a2) && isOptT(a3) && isOptT(a4) && isB(a5) && isN(a6) && isN(a7)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(904), idOf(a0), idOf(a1), optId(a2), optId(a3), optId(a4), a5, a6, a7));
  return dispatch(table, [904], arguments);
}

/** `miopen_batch_norm_backward(Tensor input, Tensor grad_output, Tensor weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_var, float epsilon) -> (Tensor, Tensor, Tensor)` */
export function miopenBatchNormBackward(input: Tensor, gradOutput: Tensor, weight: Tensor, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, saveMean: Tensor | null | undefined, saveVar: Tensor | null | undefined, epsilon: number): [Tensor, Tensor, Tensor];
export function miopenBatchNormBackward(...args: Split<[], { input: Tensor; gradOutput: Tensor; weight: Tensor; runningMean?: Tensor | null; runningVar?: Tensor | null; saveMean?: Tensor | null; saveVar?: Tensor | null; epsilon: number }, ['input', 'gradOutput', 'weight', 'runningMean', 'runningVar', 'saveMean', 'saveVar', 'epsilon']>): [Tensor, Tensor, Tensor];
export function miopenBatchNormBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isT(a2) && isOptT(a3) && isOptT(a4) && isOptT(a5) && isOptT(a6) && isN(a7)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(905), idOf(a0), idOf(a1), idOf(a2), optId(a3), optId(a4), optId(a5), optId(a6), a7));
  return dispatch(table, [905], arguments);
}

/** `miopen_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor` */
export function miopenConvolution(self: Tensor, weight: Tensor, bias: Tensor | null | undefined, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, benchmark: boolean, deterministic: boolean): Tensor;
export function miopenConvolution(...args: Split<[self: Tensor], { weight: Tensor; bias?: Tensor | null; padding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; benchmark: boolean; deterministic: boolean }, ['weight', 'bias', 'padding', 'stride', 'dilation', 'groups', 'benchmark', 'deterministic']>): Tensor;
export function miopenConvolution(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isOptT(a2) && isL(a3) && isL(a4) && isL(a5) && isN(a6) && isB(a7) && isB(a8)) return wrap(native.call(table.handle(906), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6, a7, a8));
  return dispatch(table, [906], arguments);
}

/** `miopen_convolution_add_relu(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
export function miopenConvolutionAddRelu(self: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null | undefined, bias: Tensor | null | undefined, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number | bigint): Tensor;
export function miopenConvolutionAddRelu(...args: Split<[self: Tensor], { weight: Tensor; z: Tensor; alpha?: Scalar | null; bias?: Tensor | null; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; groups: number | bigint }, ['weight', 'z', 'alpha', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
export function miopenConvolutionAddRelu(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isT(a2) && (a3 == null || isS(a3)) && isOptT(a4) && isL(a5) && isL(a6) && isL(a7) && isN(a8)) return wrap(native.call(table.handle(907), idOf(a0), idOf(a1), idOf(a2), a3, optId(a4), a5, a6, a7, a8));
  return dispatch(table, [907], arguments);
}

/** `miopen_convolution_relu(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
export function miopenConvolutionRelu(self: Tensor, weight: Tensor, bias: Tensor | null | undefined, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number | bigint): Tensor;
export function miopenConvolutionRelu(...args: Split<[self: Tensor], { weight: Tensor; bias?: Tensor | null; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; groups: number | bigint }, ['weight', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
export function miopenConvolutionRelu(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isOptT(a2) && isL(a3) && isL(a4) && isL(a5) && isN(a6)) return wrap(native.call(table.handle(908), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6));
  return dispatch(table, [908], arguments);
}

/** `miopen_convolution_transpose(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor` */
export function miopenConvolutionTranspose(self: Tensor, weight: Tensor, bias: Tensor | null | undefined, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, benchmark: boolean, deterministic: boolean): Tensor;
export function miopenConvolutionTranspose(...args: Split<[self: Tensor], { weight: Tensor; bias?: Tensor | null; padding: readonly number[]; outputPadding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; benchmark: boolean; deterministic: boolean }, ['weight', 'bias', 'padding', 'outputPadding', 'stride', 'dilation', 'groups', 'benchmark', 'deterministic']>): Tensor;
export function miopenConvolutionTranspose(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any): any {
  const n = arguments.length;
  if (n === 10 && isT(a0) && isT(a1) && isOptT(a2) && isL(a3) && isL(a4) && isL(a5) && isL(a6) && isN(a7) && isB(a8) && isB(a9)) return wrap(native.call(table.handle(909), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6, a7, a8, a9));
  return dispatch(table, [909], arguments);
}

/** `miopen_ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank, bool deterministic, bool zero_infinity) -> (Tensor, Tensor)` */
export function miopenCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: number | bigint, deterministic: boolean, zeroInfinity: boolean): [Tensor, Tensor];
export function miopenCtcLoss(...args: Split<[], { logProbs: Tensor; targets: Tensor; inputLengths: Tensor; targetLengths: Tensor; blank: number | bigint; deterministic: boolean; zeroInfinity: boolean }, ['logProbs', 'targets', 'inputLengths', 'targetLengths', 'blank', 'deterministic', 'zeroInfinity']>): [Tensor, Tensor];
/** `miopen_ctc_loss(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank, bool deterministic, bool zero_infinity) -> (Tensor, Tensor)` */
export function miopenCtcLoss(logProbs: Tensor, targets: Tensor, inputLengths: readonly number[], targetLengths: readonly number[], blank: number | bigint, deterministic: boolean, zeroInfinity: boolean): [Tensor, Tensor];
export function miopenCtcLoss(...args: Split<[], { logProbs: Tensor; targets: Tensor; inputLengths: readonly number[]; targetLengths: readonly number[]; blank: number | bigint; deterministic: boolean; zeroInfinity: boolean }, ['logProbs', 'targets', 'inputLengths', 'targetLengths', 'blank', 'deterministic', 'zeroInfinity']>): [Tensor, Tensor];
export function miopenCtcLoss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isN(a4) && isB(a5) && isB(a6)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(910), idOf(a0), idOf(a1), idOf(a2), idOf(a3), a4, a5, a6));
  if (n === 7 && isT(a0) && isT(a1) && isL(a2) && isL(a3) && isN(a4) && isB(a5) && isB(a6)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(911), idOf(a0), idOf(a1), a2, a3, a4, a5, a6));
  return dispatch(table, [910, 911], arguments);
}

/** `miopen_depthwise_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor` */
export function miopenDepthwiseConvolution(self: Tensor, weight: Tensor, bias: Tensor | null | undefined, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, benchmark: boolean, deterministic: boolean): Tensor;
export function miopenDepthwiseConvolution(...args: Split<[self: Tensor], { weight: Tensor; bias?: Tensor | null; padding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; benchmark: boolean; deterministic: boolean }, ['weight', 'bias', 'padding', 'stride', 'dilation', 'groups', 'benchmark', 'deterministic']>): Tensor;
export function miopenDepthwiseConvolution(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isOptT(a2) && isL(a3) && isL(a4) && isL(a5) && isN(a6) && isB(a7) && isB(a8)) return wrap(native.call(table.handle(912), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6, a7, a8));
  return dispatch(table, [912], arguments);
}

/** `miopen_rnn(Tensor input, Tensor[] weight, int weight_stride0, Tensor hx, Tensor? cx, int mode, int hidden_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, int[] batch_sizes, Tensor? dropout_state) -> (Tensor, Tensor, Tensor, Tensor, Tensor)` */
export function miopenRnn(input: Tensor, weight: readonly Tensor[], weightStride0: number | bigint, hx: Tensor, cx: Tensor | null | undefined, mode: number | bigint, hiddenSize: number | bigint, numLayers: number | bigint, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly number[], dropoutState?: Tensor | null): [Tensor, Tensor, Tensor, Tensor, Tensor];
export function miopenRnn(...args: Split<[], { input: Tensor; weight: readonly Tensor[]; weightStride0: number | bigint; hx: Tensor; cx?: Tensor | null; mode: number | bigint; hiddenSize: number | bigint; numLayers: number | bigint; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly number[]; dropoutState?: Tensor | null }, ['input', 'weight', 'weightStride0', 'hx', 'cx', 'mode', 'hiddenSize', 'numLayers', 'batchFirst', 'dropout', 'train', 'bidirectional', 'batchSizes', 'dropoutState']>): [Tensor, Tensor, Tensor, Tensor, Tensor];
export function miopenRnn(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any, a12?: any, a13?: any, a14?: any): any {
  const n = arguments.length;
  if (n === 14 && isT(a0) && isTs(a1) && isN(a2) && isT(a3) && isOptT(a4) && isN(a5) && isN(a6) && isN(a7) && isB(a8) && isN(a9) && isB(a10) && isB(a11) && isL(a12) && isOptT(a13)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2]), wrapOpt(r[3]), wrapOpt(r[4])])(native.call(table.handle(913), idOf(a0), ids(a1), a2, idOf(a3), optId(a4), a5, a6, a7, a8, a9, a10, a11, a12, optId(a13)));
  return dispatch(table, [913], arguments);
}

/** `miopen_rnn_backward(Tensor input, Tensor[] weight, int weight_stride0, Tensor weight_buf, Tensor hx, Tensor? cx, Tensor output, Tensor? grad_output, Tensor? grad_hy, Tensor? grad_cy, int mode, int hidden_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, int[] batch_sizes, Tensor? dropout_state, Tensor reserve, bool[4] output_mask) -> (Tensor, Tensor, Tensor, Tensor[])` */
export function miopenRnnBackward(input: Tensor, weight: readonly Tensor[], weightStride0: number | bigint, weightBuf: Tensor, hx: Tensor, cx: Tensor | null | undefined, output: Tensor, gradOutput: Tensor | null | undefined, gradHy: Tensor | null | undefined, gradCy: Tensor | null | undefined, mode: number | bigint, hiddenSize: number | bigint, numLayers: number | bigint, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly number[], dropoutState: Tensor | null | undefined, reserve: Tensor, outputMask: readonly boolean[] | boolean): [Tensor, Tensor, Tensor, Tensor[]];
export function miopenRnnBackward(...args: Split<[], { input: Tensor; weight: readonly Tensor[]; weightStride0: number | bigint; weightBuf: Tensor; hx: Tensor; cx?: Tensor | null; output: Tensor; gradOutput?: Tensor | null; gradHy?: Tensor | null; gradCy?: Tensor | null; mode: number | bigint; hiddenSize: number | bigint; numLayers: number | bigint; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly number[]; dropoutState?: Tensor | null; reserve: Tensor; outputMask: readonly boolean[] | boolean }, ['input', 'weight', 'weightStride0', 'weightBuf', 'hx', 'cx', 'output', 'gradOutput', 'gradHy', 'gradCy', 'mode', 'hiddenSize', 'numLayers', 'batchFirst', 'dropout', 'train', 'bidirectional', 'batchSizes', 'dropoutState', 'reserve', 'outputMask']>): [Tensor, Tensor, Tensor, Tensor[]];
export function miopenRnnBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any, a12?: any, a13?: any, a14?: any, a15?: any, a16?: any, a17?: any, a18?: any, a19?: any, a20?: any, a21?: any): any {
  const n = arguments.length;
  if (n === 21 && isT(a0) && isTs(a1) && isN(a2) && isT(a3) && isT(a4) && isOptT(a5) && isT(a6) && isOptT(a7) && isOptT(a8) && isOptT(a9) && isN(a10) && isN(a11) && isN(a12) && isB(a13) && isN(a14) && isB(a15) && isB(a16) && isL(a17) && isOptT(a18) && isT(a19) && isLN(a20)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2]), wrapAll(r[3])])(native.call(table.handle(914), idOf(a0), ids(a1), a2, idOf(a3), idOf(a4), optId(a5), idOf(a6), optId(a7), optId(a8), optId(a9), a10, a11, a12, a13, a14, a15, a16, a17, optId(a18), idOf(a19), a20));
  return dispatch(table, [914], arguments);
}

/** `mish(Tensor self) -> Tensor` */
export function mish(self: Tensor): Tensor;
export function mish(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(915), idOf(a0)));
  return dispatch(table, [915], arguments);
}

/** `mish_backward(Tensor grad_output, Tensor self) -> Tensor` */
export function mishBackward(gradOutput: Tensor, self: Tensor): Tensor;
export function mishBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor }, ['gradOutput', 'self']>): Tensor;
export function mishBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(916), idOf(a0), idOf(a1)));
  return dispatch(table, [916], arguments);
}

/** `mish_(Tensor(a!) self) -> Tensor(a!)` */
export function mish_<T extends Tensor>(self: T): T;
export function mish_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(917), idOf(a0)); return a0; }
  return dispatch(table, [917], arguments);
}

/** `mkldnn_adaptive_avg_pool2d(Tensor self, int[2] output_size) -> Tensor` */
export function mkldnnAdaptiveAvgPool2d(self: Tensor, outputSize: readonly number[] | number): Tensor;
export function mkldnnAdaptiveAvgPool2d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number }, ['outputSize']>): Tensor;
export function mkldnnAdaptiveAvgPool2d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return wrap(native.call(table.handle(918), idOf(a0), a1));
  return dispatch(table, [918], arguments);
}

/** `mkldnn_adaptive_avg_pool2d_backward(Tensor grad_output, Tensor self) -> Tensor` */
export function mkldnnAdaptiveAvgPool2dBackward(gradOutput: Tensor, self: Tensor): Tensor;
export function mkldnnAdaptiveAvgPool2dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor }, ['gradOutput', 'self']>): Tensor;
export function mkldnnAdaptiveAvgPool2dBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(919), idOf(a0), idOf(a1)));
  return dispatch(table, [919], arguments);
}

/** `mkldnn_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups) -> Tensor` */
export function mkldnnConvolution(self: Tensor, weight: Tensor, bias: Tensor | null | undefined, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint): Tensor;
export function mkldnnConvolution(...args: Split<[self: Tensor], { weight: Tensor; bias?: Tensor | null; padding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint }, ['weight', 'bias', 'padding', 'stride', 'dilation', 'groups']>): Tensor;
export function mkldnnConvolution(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isOptT(a2) && isL(a3) && isL(a4) && isL(a5) && isN(a6)) return wrap(native.call(table.handle(920), idOf(a0), idOf(a1), optId(a2), a3, a4, a5, a6));
  return dispatch(table, [920], arguments);
}

/** `mkldnn_linear(Tensor self, Tensor weight, Tensor? bias=None) -> Tensor` */
export function mkldnnLinear(self: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
export function mkldnnLinear(...args: Split<[self: Tensor], { weight: Tensor; bias?: Tensor | null }, ['weight', 'bias']>): Tensor;
export function mkldnnLinear(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && isOptT(a2)) return wrap(native.call(table.handle(921), idOf(a0), idOf(a1), optId(a2)));
  return dispatch(table, [921], arguments);
}

/** `mkldnn_linear_backward(Tensor self, Tensor grad_output, Tensor weight, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
export function mkldnnLinearBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, outputMask: readonly boolean[] | boolean): [Tensor, Tensor, Tensor];
export function mkldnnLinearBackward(...args: Split<[self: Tensor], { gradOutput: Tensor; weight: Tensor; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'weight', 'outputMask']>): [Tensor, Tensor, Tensor];
export function mkldnnLinearBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isLN(a3)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(922), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [922], arguments);
}

/** `mkldnn_linear_backward_input(int[] input_size, Tensor grad_output, Tensor weight) -> Tensor` */
export function mkldnnLinearBackwardInput(inputSize: readonly number[], gradOutput: Tensor, weight: Tensor): Tensor;
export function mkldnnLinearBackwardInput(...args: Split<[], { inputSize: readonly number[]; gradOutput: Tensor; weight: Tensor }, ['inputSize', 'gradOutput', 'weight']>): Tensor;
export function mkldnnLinearBackwardInput(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isL(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(923), a0, idOf(a1), idOf(a2)));
  return dispatch(table, [923], arguments);
}

/** `mkldnn_linear_backward_weights(Tensor grad_output, Tensor input, Tensor weight, bool bias_defined) -> (Tensor, Tensor)` */
export function mkldnnLinearBackwardWeights(gradOutput: Tensor, input: Tensor, weight: Tensor, biasDefined: boolean): [Tensor, Tensor];
export function mkldnnLinearBackwardWeights(...args: Split<[], { gradOutput: Tensor; input: Tensor; weight: Tensor; biasDefined: boolean }, ['gradOutput', 'input', 'weight', 'biasDefined']>): [Tensor, Tensor];
export function mkldnnLinearBackwardWeights(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isB(a3)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(924), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [924], arguments);
}

/** `mkldnn_max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
export function mkldnnMaxPool2d(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
export function mkldnnMaxPool2d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
export function mkldnnMaxPool2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(925), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [925], arguments);
}

/** `mkldnn_max_pool2d_backward(Tensor grad_output, Tensor output, Tensor input, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
export function mkldnnMaxPool2dBackward(gradOutput: Tensor, output: Tensor, input: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
export function mkldnnMaxPool2dBackward(...args: Split<[], { gradOutput: Tensor; output: Tensor; input: Tensor; kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['gradOutput', 'output', 'input', 'kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
export function mkldnnMaxPool2dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 8 && isT(a0) && isT(a1) && isT(a2) && isLN(a3) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isLN(a6)) && (a7 === undefined || isB(a7))) return wrap(native.call(table.handle(926), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, a6, a7));
  return dispatch(table, [926], arguments);
}

/** `mkldnn_max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor` */
export function mkldnnMaxPool3d(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
export function mkldnnMaxPool3d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
export function mkldnnMaxPool3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(927), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [927], arguments);
}

/** `mkldnn_max_pool3d_backward(Tensor grad_output, Tensor output, Tensor input, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor` */
export function mkldnnMaxPool3dBackward(gradOutput: Tensor, output: Tensor, input: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
export function mkldnnMaxPool3dBackward(...args: Split<[], { gradOutput: Tensor; output: Tensor; input: Tensor; kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['gradOutput', 'output', 'input', 'kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
export function mkldnnMaxPool3dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 8 && isT(a0) && isT(a1) && isT(a2) && isLN(a3) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isLN(a6)) && (a7 === undefined || isB(a7))) return wrap(native.call(table.handle(928), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, a6, a7));
  return dispatch(table, [928], arguments);
}

/** `mkldnn_reorder_conv2d_weight(Tensor self, SymInt[2] padding=[0, 0], SymInt[2] stride=[1, 1], SymInt[2] dilation=[1, 1], SymInt groups=1, SymInt[]? input_size=None) -> Tensor` */
export function mkldnnReorderConv2dWeight(self: Tensor, padding?: readonly number[] | number, stride?: readonly number[] | number, dilation?: readonly number[] | number, groups?: number | bigint, inputSize?: readonly number[] | null): Tensor;
export function mkldnnReorderConv2dWeight(...args: Split<[self: Tensor], { padding?: readonly number[] | number; stride?: readonly number[] | number; dilation?: readonly number[] | number; groups?: number | bigint; inputSize?: readonly number[] | null }, ['padding', 'stride', 'dilation', 'groups', 'inputSize']>): Tensor;
export function mkldnnReorderConv2dWeight(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 6 && isT(a0) && (a1 === undefined || isLN(a1)) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isN(a4)) && (a5 == null || isL(a5))) return wrap(native.call(table.handle(929), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [929], arguments);
}

/** `mkldnn_reorder_conv3d_weight(Tensor self, SymInt[3] padding=[0, 0, 0], SymInt[3] stride=[1, 1, 1], SymInt[3] dilation=[1, 1, 1], SymInt groups=1, SymInt[]? input_size=None) -> Tensor` */
export function mkldnnReorderConv3dWeight(self: Tensor, padding?: readonly number[] | number, stride?: readonly number[] | number, dilation?: readonly number[] | number, groups?: number | bigint, inputSize?: readonly number[] | null): Tensor;
export function mkldnnReorderConv3dWeight(...args: Split<[self: Tensor], { padding?: readonly number[] | number; stride?: readonly number[] | number; dilation?: readonly number[] | number; groups?: number | bigint; inputSize?: readonly number[] | null }, ['padding', 'stride', 'dilation', 'groups', 'inputSize']>): Tensor;
export function mkldnnReorderConv3dWeight(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 6 && isT(a0) && (a1 === undefined || isLN(a1)) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isN(a4)) && (a5 == null || isL(a5))) return wrap(native.call(table.handle(930), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [930], arguments);
}

/** `mkldnn_rnn_layer(Tensor input, Tensor weight0, Tensor weight1, Tensor weight2, Tensor weight3, Tensor hx_, Tensor cx_, bool reverse, int[] batch_sizes, int mode, int hidden_size, int num_layers, bool has_biases, bool bidirectional, bool batch_first, bool train) -> (Tensor, Tensor, Tensor, Tensor)` */
export function mkldnnRnnLayer(input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly number[], mode: number | bigint, hiddenSize: number | bigint, numLayers: number | bigint, hasBiases: boolean, bidirectional: boolean, batchFirst: boolean, train: boolean): [Tensor, Tensor, Tensor, Tensor];
export function mkldnnRnnLayer(...args: Split<[], { input: Tensor; weight0: Tensor; weight1: Tensor; weight2: Tensor; weight3: Tensor; hx_: Tensor; cx_: Tensor; reverse: boolean; batchSizes: readonly number[]; mode: number | bigint; hiddenSize: number | bigint; numLayers: number | bigint; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }, ['input', 'weight0', 'weight1', 'weight2', 'weight3', 'hx_', 'cx_', 'reverse', 'batchSizes', 'mode', 'hiddenSize', 'numLayers', 'hasBiases', 'bidirectional', 'batchFirst', 'train']>): [Tensor, Tensor, Tensor, Tensor];
export function mkldnnRnnLayer(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any, a12?: any, a13?: any, a14?: any, a15?: any, a16?: any): any {
  const n = arguments.length;
  if (n === 16 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isT(a4) && isT(a5) && isT(a6) && isB(a7) && isL(a8) && isN(a9) && isN(a10) && isN(a11) && isB(a12) && isB(a13) && isB(a14) && isB(a15)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2]), wrapOpt(r[3])])(native.call(table.handle(931), idOf(a0), idOf(a1), idOf(a2), idOf(a3), idOf(a4), idOf(a5), idOf(a6), a7, a8, a9, a10, a11, a12, a13, a14, a15));
  return dispatch(table, [931], arguments);
}

/** `mkldnn_rnn_layer_backward(Tensor input, Tensor weight1, Tensor weight2, Tensor weight3, Tensor weight4, Tensor hx_, Tensor cx_tmp, Tensor output, Tensor hy_, Tensor cy_, Tensor? grad_output, Tensor? grad_hy, Tensor? grad_cy, bool reverse, int mode, int hidden_size, int num_layers, bool has_biases, bool train, bool bidirectional, int[] batch_sizes, bool batch_first, Tensor workspace) -> (Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor)` */
export function mkldnnRnnLayerBackward(input: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, weight4: Tensor, hx_: Tensor, cxTmp: Tensor, output: Tensor, hy_: Tensor, cy_: Tensor, gradOutput: Tensor | null | undefined, gradHy: Tensor | null | undefined, gradCy: Tensor | null | undefined, reverse: boolean, mode: number | bigint, hiddenSize: number | bigint, numLayers: number | bigint, hasBiases: boolean, train: boolean, bidirectional: boolean, batchSizes: readonly number[], batchFirst: boolean, workspace: Tensor): [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
export function mkldnnRnnLayerBackward(...args: Split<[], { input: Tensor; weight1: Tensor; weight2: Tensor; weight3: Tensor; weight4: Tensor; hx_: Tensor; cxTmp: Tensor; output: Tensor; hy_: Tensor; cy_: Tensor; gradOutput?: Tensor | null; gradHy?: Tensor | null; gradCy?: Tensor | null; reverse: boolean; mode: number | bigint; hiddenSize: number | bigint; numLayers: number | bigint; hasBiases: boolean; train: boolean; bidirectional: boolean; batchSizes: readonly number[]; batchFirst: boolean; workspace: Tensor }, ['input', 'weight1', 'weight2', 'weight3', 'weight4', 'hx_', 'cxTmp', 'output', 'hy_', 'cy_', 'gradOutput', 'gradHy', 'gradCy', 'reverse', 'mode', 'hiddenSize', 'numLayers', 'hasBiases', 'train', 'bidirectional', 'batchSizes', 'batchFirst', 'workspace']>): [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
export function mkldnnRnnLayerBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any, a12?: any, a13?: any, a14?: any, a15?: any, a16?: any, a17?: any, a18?: any, a19?: any, a20?: any, a21?: any, a22?: any, a23?: any): any {
  const n = arguments.length;
  if (n === 23 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isT(a4) && isT(a5) && isT(a6) && isT(a7) && isT(a8) && isT(a9) && isOptT(a10) && isOptT(a11) && isOptT(a12) && isB(a13) && isN(a14) && isN(a15) && isN(a16) && isB(a17) && isB(a18) && isB(a19) && isL(a20) && isB(a21) && isT(a22)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2]), wrapOpt(r[3]), wrapOpt(r[4]), wrapOpt(r[5]), wrapOpt(r[6])])(native.call(table.handle(932), idOf(a0), idOf(a1), idOf(a2), idOf(a3), idOf(a4), idOf(a5), idOf(a6), idOf(a7), idOf(a8), idOf(a9), optId(a10), optId(a11), optId(a12), a13, a14, a15, a16, a17, a18, a19, a20, a21, idOf(a22)));
  return dispatch(table, [932], arguments);
}

/** `mm(Tensor self, Tensor mat2) -> Tensor` */
export function mm(self: Tensor, mat2: Tensor): Tensor;
export function mm(...args: Split<[self: Tensor], { mat2: Tensor }, ['mat2']>): Tensor;
/** `mm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor` */
export function mm(self: Tensor, mat2: Tensor, outDtype: DType): Tensor;
export function mm(...args: Split<[self: Tensor], { mat2: Tensor; outDtype: DType }, ['mat2', 'outDtype']>): Tensor;
export function mm(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(933), idOf(a0), idOf(a1)));
  if (n === 3 && isT(a0) && isT(a1) && isStr(a2)) return wrap(native.call(table.handle(934), idOf(a0), idOf(a1), a2));
  return dispatch(table, [933, 934], arguments);
}

/** `mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)` */
export function mode(self: Tensor, dim?: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
export function mode(...args: Split<[self: Tensor], { dim?: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): [values: Tensor, indices: Tensor];
export function mode(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isB(a2))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(935), idOf(a0), a1, a2));
  return dispatch(table, [935], arguments);
}

/** `moveaxis.int(Tensor(a) self, int source, int destination) -> Tensor(a)` */
export function moveaxis(self: Tensor, source: number | bigint, destination: number | bigint): Tensor;
export function moveaxis(...args: Split<[self: Tensor], { source: number | bigint; destination: number | bigint }, ['source', 'destination']>): Tensor;
/** `moveaxis.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)` */
export function moveaxis(self: Tensor, source: readonly number[], destination: readonly number[]): Tensor;
export function moveaxis(...args: Split<[self: Tensor], { source: readonly number[]; destination: readonly number[] }, ['source', 'destination']>): Tensor;
export function moveaxis(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) return wrap(native.call(table.handle(936), idOf(a0), a1, a2));
  if (n === 3 && isT(a0) && isL(a1) && isL(a2)) return wrap(native.call(table.handle(937), idOf(a0), a1, a2));
  return dispatch(table, [936, 937], arguments);
}

/** `movedim.int(Tensor(a) self, int source, int destination) -> Tensor(a)` */
export function movedim(self: Tensor, source: number | bigint, destination: number | bigint): Tensor;
export function movedim(...args: Split<[self: Tensor], { source: number | bigint; destination: number | bigint }, ['source', 'destination']>): Tensor;
/** `movedim.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)` */
export function movedim(self: Tensor, source: readonly number[], destination: readonly number[]): Tensor;
export function movedim(...args: Split<[self: Tensor], { source: readonly number[]; destination: readonly number[] }, ['source', 'destination']>): Tensor;
export function movedim(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) return wrap(native.call(table.handle(938), idOf(a0), a1, a2));
  if (n === 3 && isT(a0) && isL(a1) && isL(a2)) return wrap(native.call(table.handle(939), idOf(a0), a1, a2));
  return dispatch(table, [938, 939], arguments);
}

/** `mps_convolution_backward(Tensor self, Tensor grad_output, Tensor weight, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
export function mpsConvolutionBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, outputMask: readonly boolean[] | boolean): [Tensor, Tensor, Tensor];
export function mpsConvolutionBackward(...args: Split<[self: Tensor], { gradOutput: Tensor; weight: Tensor; padding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'weight', 'padding', 'stride', 'dilation', 'groups', 'outputMask']>): [Tensor, Tensor, Tensor];
export function mpsConvolutionBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isT(a2) && isL(a3) && isL(a4) && isL(a5) && isN(a6) && isLN(a7)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(940), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, a6, a7));
  return dispatch(table, [940], arguments);
}

/** `mps_convolution_transpose_backward(Tensor self, Tensor grad_output, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool[2] output_mask) -> (Tensor, Tensor)` */
export function mpsConvolutionTransposeBackward(self: Tensor, gradOutput: Tensor, weight: Tensor, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, outputMask: readonly boolean[] | boolean): [Tensor, Tensor];
export function mpsConvolutionTransposeBackward(...args: Split<[self: Tensor], { gradOutput: Tensor; weight: Tensor; padding: readonly number[]; outputPadding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'weight', 'padding', 'outputPadding', 'stride', 'dilation', 'groups', 'outputMask']>): [Tensor, Tensor];
export function mpsConvolutionTransposeBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isT(a2) && isL(a3) && isL(a4) && isL(a5) && isL(a6) && isN(a7) && isLN(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(941), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, a6, a7, a8));
  return dispatch(table, [941], arguments);
}

/** `mse_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
export function mseLoss(self: Tensor, target: Tensor, reduction?: number | bigint): Tensor;
export function mseLoss(...args: Split<[self: Tensor], { target: Tensor; reduction?: number | bigint }, ['target', 'reduction']>): Tensor;
export function mseLoss(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(942), idOf(a0), idOf(a1), a2));
  return dispatch(table, [942], arguments);
}

/** `mse_loss_backward(Tensor grad_output, Tensor self, Tensor target, int reduction) -> Tensor` */
export function mseLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number | bigint): Tensor;
export function mseLossBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; target: Tensor; reduction: number | bigint }, ['gradOutput', 'self', 'target', 'reduction']>): Tensor;
export function mseLossBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isN(a3)) return wrap(native.call(table.handle(943), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [943], arguments);
}

/** `msort(Tensor self) -> Tensor` */
export function msort(self: Tensor): Tensor;
export function msort(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(944), idOf(a0)));
  return dispatch(table, [944], arguments);
}

/** `mul.Tensor(Tensor self, Tensor other) -> Tensor` */
export function mul(self: Tensor, other: Tensor | Scalar): Tensor;
export function mul(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function mul(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(945), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(946), idOf(a0), a1));
  return dispatch(table, [945, 946], arguments);
}

/** `mul_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function mul_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function mul_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function mul_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(947), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(948), idOf(a0), a1); return a0; }
  return dispatch(table, [947, 948], arguments);
}

/** `multi_margin_loss(Tensor self, Tensor target, Scalar p=1, Scalar margin=1, Tensor? weight=None, int reduction=1) -> Tensor` */
export function multiMarginLoss(self: Tensor, target: Tensor, p?: Scalar, margin?: Scalar, weight?: Tensor | null, reduction?: number | bigint): Tensor;
export function multiMarginLoss(...args: Split<[self: Tensor], { target: Tensor; p?: Scalar; margin?: Scalar; weight?: Tensor | null; reduction?: number | bigint }, ['target', 'p', 'margin', 'weight', 'reduction']>): Tensor;
export function multiMarginLoss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isT(a1) && (a2 === undefined || isS(a2)) && (a3 === undefined || isS(a3)) && isOptT(a4) && (a5 === undefined || isN(a5))) return wrap(native.call(table.handle(949), idOf(a0), idOf(a1), a2, a3, optId(a4), a5));
  return dispatch(table, [949], arguments);
}

/** `multi_margin_loss_backward(Tensor grad_output, Tensor self, Tensor target, Scalar p, Scalar margin, Tensor? weight=None, int reduction=1) -> Tensor` */
export function multiMarginLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, p: Scalar, margin: Scalar, weight?: Tensor | null, reduction?: number | bigint): Tensor;
export function multiMarginLossBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; target: Tensor; p: Scalar; margin: Scalar; weight?: Tensor | null; reduction?: number | bigint }, ['gradOutput', 'self', 'target', 'p', 'margin', 'weight', 'reduction']>): Tensor;
export function multiMarginLossBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n >= 5 && n <= 7 && isT(a0) && isT(a1) && isT(a2) && isS(a3) && isS(a4) && isOptT(a5) && (a6 === undefined || isN(a6))) return wrap(native.call(table.handle(950), idOf(a0), idOf(a1), idOf(a2), a3, a4, optId(a5), a6));
  return dispatch(table, [950], arguments);
}

/** `multilabel_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
export function multilabelMarginLoss(self: Tensor, target: Tensor, reduction?: number | bigint): Tensor;
export function multilabelMarginLoss(...args: Split<[self: Tensor], { target: Tensor; reduction?: number | bigint }, ['target', 'reduction']>): Tensor;
export function multilabelMarginLoss(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(951), idOf(a0), idOf(a1), a2));
  return dispatch(table, [951], arguments);
}

/** `multilabel_margin_loss_backward(Tensor grad_output, Tensor self, Tensor target, int reduction, Tensor is_target) -> Tensor` */
export function multilabelMarginLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number | bigint, isTarget: Tensor): Tensor;
export function multilabelMarginLossBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; target: Tensor; reduction: number | bigint; isTarget: Tensor }, ['gradOutput', 'self', 'target', 'reduction', 'isTarget']>): Tensor;
export function multilabelMarginLossBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isT(a2) && isN(a3) && isT(a4)) return wrap(native.call(table.handle(952), idOf(a0), idOf(a1), idOf(a2), a3, idOf(a4)));
  return dispatch(table, [952], arguments);
}

/** `multilabel_margin_loss_forward(Tensor self, Tensor target, int reduction) -> (Tensor output, Tensor is_target)` */
export function multilabelMarginLossForward(self: Tensor, target: Tensor, reduction: number | bigint): [output: Tensor, isTarget: Tensor];
export function multilabelMarginLossForward(...args: Split<[self: Tensor], { target: Tensor; reduction: number | bigint }, ['target', 'reduction']>): [output: Tensor, isTarget: Tensor];
export function multilabelMarginLossForward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isN(a2)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(953), idOf(a0), idOf(a1), a2));
  return dispatch(table, [953], arguments);
}

/** `multinomial(Tensor self, SymInt num_samples, bool replacement=False, *, Generator? generator=None) -> Tensor` */
export function multinomial(self: Tensor, numSamples: number | bigint, replacement?: boolean, options?: { generator?: Generator | null }): Tensor;
export function multinomial(...args: Split<[self: Tensor], { numSamples: number | bigint; replacement?: boolean }, ['numSamples', 'replacement'], { generator?: Generator | null }>): Tensor;
export function multinomial(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(954), idOf(a0), a1, a2));
  return dispatch(table, [954], arguments);
}

/** `multiply.Tensor(Tensor self, Tensor other) -> Tensor` */
export function multiply(self: Tensor, other: Tensor | Scalar): Tensor;
export function multiply(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function multiply(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(955), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(956), idOf(a0), a1));
  return dispatch(table, [955, 956], arguments);
}

/** `multiply_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function multiply_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function multiply_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function multiply_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(957), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(958), idOf(a0), a1); return a0; }
  return dispatch(table, [957, 958], arguments);
}

/** `mv(Tensor self, Tensor vec) -> Tensor` */
export function mv(self: Tensor, vec: Tensor): Tensor;
export function mv(...args: Split<[self: Tensor], { vec: Tensor }, ['vec']>): Tensor;
export function mv(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(959), idOf(a0), idOf(a1)));
  return dispatch(table, [959], arguments);
}

/** `mvlgamma(Tensor self, int p) -> Tensor` */
export function mvlgamma(self: Tensor, p: number | bigint): Tensor;
export function mvlgamma(...args: Split<[self: Tensor], { p: number | bigint }, ['p']>): Tensor;
export function mvlgamma(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(960), idOf(a0), a1));
  return dispatch(table, [960], arguments);
}

/** `mvlgamma_(Tensor(a!) self, int p) -> Tensor(a!)` */
export function mvlgamma_<T extends Tensor>(self: T, p: number | bigint): T;
export function mvlgamma_<T extends Tensor>(...args: Split<[self: T], { p: number | bigint }, ['p']>): T;
export function mvlgamma_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) { native.callInPlace(table.handle(961), idOf(a0), a1); return a0; }
  return dispatch(table, [961], arguments);
}

/** `nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor` */
export function nanToNum(self: Tensor, nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
export function nanToNum(...args: Split<[self: Tensor], { nan?: number | null; posinf?: number | null; neginf?: number | null }, ['nan', 'posinf', 'neginf']>): Tensor;
export function nanToNum(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isN(a1)) && (a2 == null || isN(a2)) && (a3 == null || isN(a3))) return wrap(native.call(table.handle(962), idOf(a0), a1, a2, a3));
  return dispatch(table, [962], arguments);
}

/** `nan_to_num_(Tensor(a!) self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor(a!)` */
export function nanToNum_<T extends Tensor>(self: T, nan?: number | null, posinf?: number | null, neginf?: number | null): T;
export function nanToNum_<T extends Tensor>(...args: Split<[self: T], { nan?: number | null; posinf?: number | null; neginf?: number | null }, ['nan', 'posinf', 'neginf']>): T;
export function nanToNum_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isT(a0) && (a1 == null || isN(a1)) && (a2 == null || isN(a2)) && (a3 == null || isN(a3))) { native.callInPlace(table.handle(963), idOf(a0), a1, a2, a3); return a0; }
  return dispatch(table, [963], arguments);
}

/** `nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
export function nanmean(self: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
export function nanmean(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null; keepdim?: boolean }, ['dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
export function nanmean(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(964), idOf(a0), a1, a2));
  return dispatch(table, [964], arguments);
}

/** `nanmedian(Tensor self) -> Tensor` */
export function nanmedian(self: Tensor): Tensor;
/** `nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
export function nanmedian(self: Tensor, dim: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
export function nanmedian(...args: Split<[self: Tensor], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): [values: Tensor, indices: Tensor];
export function nanmedian(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(965), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(966), idOf(a0), a1, a2));
  return dispatch(table, [965, 966], arguments);
}

/** `nanquantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
export function nanquantile(self: Tensor, q: Tensor, dim?: number | bigint | null, keepdim?: boolean, options?: { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }): Tensor;
export function nanquantile(...args: Split<[self: Tensor], { q: Tensor; dim?: number | bigint | null; keepdim?: boolean }, ['q', 'dim', 'keepdim'], { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }>): Tensor;
/** `nanquantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
export function nanquantile(self: Tensor, q: number, dim?: number | bigint | null, keepdim?: boolean, options?: { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }): Tensor;
export function nanquantile(...args: Split<[self: Tensor], { q: number; dim?: number | bigint | null; keepdim?: boolean }, ['q', 'dim', 'keepdim'], { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }>): Tensor;
export function nanquantile(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isT(a1) && (a2 == null || isN(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(967), idOf(a0), idOf(a1), a2, a3));
  if (n >= 2 && n <= 4 && isT(a0) && isN(a1) && (a2 == null || isN(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(968), idOf(a0), a1, a2, a3));
  return dispatch(table, [967, 968], arguments);
}

/** `nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
export function nansum(self: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
export function nansum(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null; keepdim?: boolean }, ['dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
export function nansum(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(969), idOf(a0), a1, a2));
  return dispatch(table, [969], arguments);
}

/** `narrow.Tensor(Tensor(a) self, int dim, Tensor start, SymInt length) -> Tensor(a)` */
export function narrow(self: Tensor, dim: number | bigint, start: Tensor, length: number | bigint): Tensor;
export function narrow(...args: Split<[self: Tensor], { dim: number | bigint; start: Tensor; length: number | bigint }, ['dim', 'start', 'length']>): Tensor;
/** `narrow(Tensor(a) self, int dim, SymInt start, SymInt length) -> Tensor(a)` */
export function narrow(self: Tensor, dim: number | bigint, start: number | bigint, length: number | bigint): Tensor;
export function narrow(...args: Split<[self: Tensor], { dim: number | bigint; start: number | bigint; length: number | bigint }, ['dim', 'start', 'length']>): Tensor;
export function narrow(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isN(a3)) return wrap(native.call(table.handle(970), idOf(a0), a1, idOf(a2), a3));
  if (n === 4 && isT(a0) && isN(a1) && isN(a2) && isN(a3)) return wrap(native.call(table.handle(971), idOf(a0), a1, a2, a3));
  return dispatch(table, [970, 971], arguments);
}

/** `narrow_copy(Tensor self, int dim, SymInt start, SymInt length) -> Tensor` */
export function narrowCopy(self: Tensor, dim: number | bigint, start: number | bigint, length: number | bigint): Tensor;
export function narrowCopy(...args: Split<[self: Tensor], { dim: number | bigint; start: number | bigint; length: number | bigint }, ['dim', 'start', 'length']>): Tensor;
export function narrowCopy(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isN(a2) && isN(a3)) return wrap(native.call(table.handle(972), idOf(a0), a1, a2, a3));
  return dispatch(table, [972], arguments);
}

/** `native_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps) -> (Tensor, Tensor, Tensor)` */
export function nativeBatchNorm(input: Tensor, weight: Tensor | null | undefined, bias: Tensor | null | undefined, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, training: boolean, momentum: number, eps: number): [Tensor, Tensor, Tensor];
export function nativeBatchNorm(...args: Split<[], { input: Tensor; weight?: Tensor | null; bias?: Tensor | null; runningMean?: Tensor | null; runningVar?: Tensor | null; training: boolean; momentum: number; eps: number }, ['input', 'weight', 'bias', 'runningMean', 'runningVar', 'training', 'momentum', 'eps']>): [Tensor, Tensor, Tensor];
export function nativeBatchNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isOptT(a1) && isOptT(a2) && isOptT(a3) && isOptT(a4) && isB(a5) && isN(a6) && isN(a7)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(973), idOf(a0), optId(a1), optId(a2), optId(a3), optId(a4), a5, a6, a7));
  return dispatch(table, [973], arguments);
}

/** `native_batch_norm_backward(Tensor grad_out, Tensor input, Tensor? weight, Tensor? running_mean, Tensor? running_var, Tensor? save_mean, Tensor? save_invstd, bool train, float eps, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
export function nativeBatchNormBackward(gradOut: Tensor, input: Tensor, weight: Tensor | null | undefined, runningMean: Tensor | null | undefined, runningVar: Tensor | null | undefined, saveMean: Tensor | null | undefined, saveInvstd: Tensor | null | undefined, train: boolean, eps: number, outputMask: readonly boolean[] | boolean): [Tensor, Tensor, Tensor];
export function nativeBatchNormBackward(...args: Split<[], { gradOut: Tensor; input: Tensor; weight?: Tensor | null; runningMean?: Tensor | null; runningVar?: Tensor | null; saveMean?: Tensor | null; saveInvstd?: Tensor | null; train: boolean; eps: number; outputMask: readonly boolean[] | boolean }, ['gradOut', 'input', 'weight', 'runningMean', 'runningVar', 'saveMean', 'saveInvstd', 'train', 'eps', 'outputMask']>): [Tensor, Tensor, Tensor];
export function nativeBatchNormBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any): any {
  const n = arguments.length;
  if (n === 10 && isT(a0) && isT(a1) && isOptT(a2) && isOptT(a3) && isOptT(a4) && isOptT(a5) && isOptT(a6) && isB(a7) && isN(a8) && isLN(a9)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(974), idOf(a0), idOf(a1), optId(a2), optId(a3), optId(a4), optId(a5), optId(a6), a7, a8, a9));
  return dispatch(table, [974], arguments);
}

/** `native_channel_shuffle(Tensor self, SymInt groups) -> Tensor` */
export function nativeChannelShuffle(self: Tensor, groups: number | bigint): Tensor;
export function nativeChannelShuffle(...args: Split<[self: Tensor], { groups: number | bigint }, ['groups']>): Tensor;
export function nativeChannelShuffle(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(975), idOf(a0), a1));
  return dispatch(table, [975], arguments);
}

/** `native_dropout(Tensor input, float p, bool? train) -> (Tensor, Tensor)` */
export function nativeDropout(input: Tensor, p: number, train?: boolean | null): [Tensor, Tensor];
export function nativeDropout(...args: Split<[], { input: Tensor; p: number; train?: boolean | null }, ['input', 'p', 'train']>): [Tensor, Tensor];
export function nativeDropout(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && (a2 == null || isB(a2))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(976), idOf(a0), a1, a2));
  return dispatch(table, [976], arguments);
}

/** `native_dropout_backward(Tensor grad_output, Tensor mask, float scale) -> Tensor` */
export function nativeDropoutBackward(gradOutput: Tensor, mask: Tensor, scale: number): Tensor;
export function nativeDropoutBackward(...args: Split<[], { gradOutput: Tensor; mask: Tensor; scale: number }, ['gradOutput', 'mask', 'scale']>): Tensor;
export function nativeDropoutBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isN(a2)) return wrap(native.call(table.handle(977), idOf(a0), idOf(a1), a2));
  return dispatch(table, [977], arguments);
}

/** `native_group_norm(Tensor input, Tensor? weight, Tensor? bias, SymInt N, SymInt C, SymInt HxW, int group, float eps) -> (Tensor, Tensor, Tensor)` */
export function nativeGroupNorm(input: Tensor, weight: Tensor | null | undefined, bias: Tensor | null | undefined, N: number | bigint, C: number | bigint, HxW: number | bigint, group: number | bigint, eps: number): [Tensor, Tensor, Tensor];
export function nativeGroupNorm(...args: Split<[], { input: Tensor; weight?: Tensor | null; bias?: Tensor | null; N: number | bigint; C: number | bigint; HxW: number | bigint; group: number | bigint; eps: number }, ['input', 'weight', 'bias', 'N', 'C', 'HxW', 'group', 'eps']>): [Tensor, Tensor, Tensor];
export function nativeGroupNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isOptT(a1) && isOptT(a2) && isN(a3) && isN(a4) && isN(a5) && isN(a6) && isN(a7)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(978), idOf(a0), optId(a1), optId(a2), a3, a4, a5, a6, a7));
  return dispatch(table, [978], arguments);
}

/** `native_group_norm_backward(Tensor grad_out, Tensor input, Tensor mean, Tensor rstd, Tensor? weight, SymInt N, SymInt C, SymInt HxW, int group, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
export function nativeGroupNormBackward(gradOut: Tensor, input: Tensor, mean: Tensor, rstd: Tensor, weight: Tensor | null | undefined, N: number | bigint, C: number | bigint, HxW: number | bigint, group: number | bigint, outputMask: readonly boolean[] | boolean): [Tensor, Tensor, Tensor];
export function nativeGroupNormBackward(...args: Split<[], { gradOut: Tensor; input: Tensor; mean: Tensor; rstd: Tensor; weight?: Tensor | null; N: number | bigint; C: number | bigint; HxW: number | bigint; group: number | bigint; outputMask: readonly boolean[] | boolean }, ['gradOut', 'input', 'mean', 'rstd', 'weight', 'N', 'C', 'HxW', 'group', 'outputMask']>): [Tensor, Tensor, Tensor];
export function nativeGroupNormBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any): any {
  const n = arguments.length;
  if (n === 10 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isOptT(a4) && isN(a5) && isN(a6) && isN(a7) && isN(a8) && isLN(a9)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(979), idOf(a0), idOf(a1), idOf(a2), idOf(a3), optId(a4), a5, a6, a7, a8, a9));
  return dispatch(table, [979], arguments);
}

/** `native_layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight, Tensor? bias, float eps) -> (Tensor, Tensor, Tensor)` */
export function nativeLayerNorm(input: Tensor, normalizedShape: readonly number[], weight: Tensor | null | undefined, bias: Tensor | null | undefined, eps: number): [Tensor, Tensor, Tensor];
export function nativeLayerNorm(...args: Split<[], { input: Tensor; normalizedShape: readonly number[]; weight?: Tensor | null; bias?: Tensor | null; eps: number }, ['input', 'normalizedShape', 'weight', 'bias', 'eps']>): [Tensor, Tensor, Tensor];
export function nativeLayerNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isL(a1) && isOptT(a2) && isOptT(a3) && isN(a4)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(980), idOf(a0), a1, optId(a2), optId(a3), a4));
  return dispatch(table, [980], arguments);
}

/** `native_layer_norm_backward(Tensor grad_out, Tensor input, SymInt[] normalized_shape, Tensor mean, Tensor rstd, Tensor? weight, Tensor? bias, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
export function nativeLayerNormBackward(gradOut: Tensor, input: Tensor, normalizedShape: readonly number[], mean: Tensor, rstd: Tensor, weight: Tensor | null | undefined, bias: Tensor | null | undefined, outputMask: readonly boolean[] | boolean): [Tensor, Tensor, Tensor];
export function nativeLayerNormBackward(...args: Split<[], { gradOut: Tensor; input: Tensor; normalizedShape: readonly number[]; mean: Tensor; rstd: Tensor; weight?: Tensor | null; bias?: Tensor | null; outputMask: readonly boolean[] | boolean }, ['gradOut', 'input', 'normalizedShape', 'mean', 'rstd', 'weight', 'bias', 'outputMask']>): [Tensor, Tensor, Tensor];
export function nativeLayerNormBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isT(a1) && isL(a2) && isT(a3) && isT(a4) && isOptT(a5) && isOptT(a6) && isLN(a7)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(981), idOf(a0), idOf(a1), a2, idOf(a3), idOf(a4), optId(a5), optId(a6), a7));
  return dispatch(table, [981], arguments);
}

/** `native_norm(Tensor self, Scalar p=2) -> Tensor` */
export function nativeNorm(self: Tensor, p?: Scalar): Tensor;
export function nativeNorm(...args: Split<[self: Tensor], { p?: Scalar }, ['p']>): Tensor;
/** `native_norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool keepdim, ScalarType? dtype) -> Tensor` */
export function nativeNorm(self: Tensor, p: Scalar | null | undefined, dim: readonly number[] | number, keepdim: boolean, dtype?: DType | null): Tensor;
export function nativeNorm(...args: Split<[self: Tensor], { p?: Scalar | null; dim: readonly number[] | number; keepdim: boolean; dtype?: DType | null }, ['p', 'dim', 'keepdim', 'dtype']>): Tensor;
export function nativeNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isS(a1))) return wrap(native.call(table.handle(982), idOf(a0), a1));
  if (n === 5 && isT(a0) && (a1 == null || isS(a1)) && isLN(a2) && isB(a3) && (a4 == null || isStr(a4))) return wrap(native.call(table.handle(983), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [982, 983], arguments);
}

/** `ne.Tensor(Tensor self, Tensor other) -> Tensor` */
export function ne(self: Tensor, other: Tensor | Scalar): Tensor;
export function ne(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function ne(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(984), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(985), idOf(a0), a1));
  return dispatch(table, [984, 985], arguments);
}

/** `ne_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function ne_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function ne_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function ne_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(986), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(987), idOf(a0), a1); return a0; }
  return dispatch(table, [986, 987], arguments);
}

/** `neg(Tensor self) -> Tensor` */
export function neg(self: Tensor): Tensor;
export function neg(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(988), idOf(a0)));
  return dispatch(table, [988], arguments);
}

/** `neg_(Tensor(a!) self) -> Tensor(a!)` */
export function neg_<T extends Tensor>(self: T): T;
export function neg_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(989), idOf(a0)); return a0; }
  return dispatch(table, [989], arguments);
}

/** `negative(Tensor self) -> Tensor` */
export function negative(self: Tensor): Tensor;
export function negative(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(990), idOf(a0)));
  return dispatch(table, [990], arguments);
}

/** `negative_(Tensor(a!) self) -> Tensor(a!)` */
export function negative_<T extends Tensor>(self: T): T;
export function negative_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(991), idOf(a0)); return a0; }
  return dispatch(table, [991], arguments);
}

/** `nested_to_padded_tensor(Tensor self, float padding, int[]? output_size=None) -> Tensor` */
export function nestedToPaddedTensor(self: Tensor, padding: number, outputSize?: readonly number[] | null): Tensor;
export function nestedToPaddedTensor(...args: Split<[self: Tensor], { padding: number; outputSize?: readonly number[] | null }, ['padding', 'outputSize']>): Tensor;
export function nestedToPaddedTensor(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 == null || isL(a2))) return wrap(native.call(table.handle(992), idOf(a0), a1, a2));
  return dispatch(table, [992], arguments);
}

/** `new_empty(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function newEmpty(self: Tensor, size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function newEmpty(...args: Split<[self: Tensor], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function newEmpty(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(993), idOf(a0), a1));
  return dispatch(table, [993], arguments);
}

/** `new_empty_strided(Tensor self, SymInt[] size, SymInt[] stride, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function newEmptyStrided(self: Tensor, size: readonly number[], stride: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function newEmptyStrided(...args: Split<[self: Tensor], { size: readonly number[]; stride: readonly number[] }, ['size', 'stride'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function newEmptyStrided(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isL(a1) && isL(a2)) return wrap(native.call(table.handle(994), idOf(a0), a1, a2));
  return dispatch(table, [994], arguments);
}

/** `new_full(Tensor self, SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function newFull(self: Tensor, size: readonly number[], fillValue: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function newFull(...args: Split<[self: Tensor], { size: readonly number[]; fillValue: Scalar }, ['size', 'fillValue'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function newFull(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isL(a1) && isS(a2)) return wrap(native.call(table.handle(995), idOf(a0), a1, a2));
  return dispatch(table, [995], arguments);
}

/** `new_ones(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function newOnes(self: Tensor, size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function newOnes(...args: Split<[self: Tensor], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function newOnes(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(996), idOf(a0), a1));
  return dispatch(table, [996], arguments);
}

/** `new_zeros(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function newZeros(self: Tensor, size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function newZeros(...args: Split<[self: Tensor], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function newZeros(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(997), idOf(a0), a1));
  return dispatch(table, [997], arguments);
}

/** `nextafter(Tensor self, Tensor other) -> Tensor` */
export function nextafter(self: Tensor, other: Tensor): Tensor;
export function nextafter(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function nextafter(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(998), idOf(a0), idOf(a1)));
  return dispatch(table, [998], arguments);
}

/** `nextafter_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function nextafter_<T extends Tensor>(self: T, other: Tensor): T;
export function nextafter_<T extends Tensor>(...args: Split<[self: T], { other: Tensor }, ['other']>): T;
export function nextafter_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(999), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [999], arguments);
}

/** `nll_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor` */
export function nllLoss(self: Tensor, target: Tensor, weight?: Tensor | null, reduction?: number | bigint, ignoreIndex?: number | bigint): Tensor;
export function nllLoss(...args: Split<[self: Tensor], { target: Tensor; weight?: Tensor | null; reduction?: number | bigint; ignoreIndex?: number | bigint }, ['target', 'weight', 'reduction', 'ignoreIndex']>): Tensor;
export function nllLoss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isN(a3)) && (a4 === undefined || isN(a4))) return wrap(native.call(table.handle(1000), idOf(a0), idOf(a1), optId(a2), a3, a4));
  return dispatch(table, [1000], arguments);
}

/** `nll_loss2d(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor` */
export function nllLoss2d(self: Tensor, target: Tensor, weight?: Tensor | null, reduction?: number | bigint, ignoreIndex?: number | bigint): Tensor;
export function nllLoss2d(...args: Split<[self: Tensor], { target: Tensor; weight?: Tensor | null; reduction?: number | bigint; ignoreIndex?: number | bigint }, ['target', 'weight', 'reduction', 'ignoreIndex']>): Tensor;
export function nllLoss2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isN(a3)) && (a4 === undefined || isN(a4))) return wrap(native.call(table.handle(1001), idOf(a0), idOf(a1), optId(a2), a3, a4));
  return dispatch(table, [1001], arguments);
}

/** `nll_loss2d_backward(Tensor grad_output, Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index, Tensor total_weight) -> Tensor` */
export function nllLoss2dBackward(gradOutput: Tensor, self: Tensor, target: Tensor, weight: Tensor | null | undefined, reduction: number | bigint, ignoreIndex: number | bigint, totalWeight: Tensor): Tensor;
export function nllLoss2dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; target: Tensor; weight?: Tensor | null; reduction: number | bigint; ignoreIndex: number | bigint; totalWeight: Tensor }, ['gradOutput', 'self', 'target', 'weight', 'reduction', 'ignoreIndex', 'totalWeight']>): Tensor;
export function nllLoss2dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isT(a2) && isOptT(a3) && isN(a4) && isN(a5) && isT(a6)) return wrap(native.call(table.handle(1002), idOf(a0), idOf(a1), idOf(a2), optId(a3), a4, a5, idOf(a6)));
  return dispatch(table, [1002], arguments);
}

/** `nll_loss2d_forward(Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index) -> (Tensor output, Tensor total_weight)` */
export function nllLoss2dForward(self: Tensor, target: Tensor, weight: Tensor | null | undefined, reduction: number | bigint, ignoreIndex: number | bigint): [output: Tensor, totalWeight: Tensor];
export function nllLoss2dForward(...args: Split<[self: Tensor], { target: Tensor; weight?: Tensor | null; reduction: number | bigint; ignoreIndex: number | bigint }, ['target', 'weight', 'reduction', 'ignoreIndex']>): [output: Tensor, totalWeight: Tensor];
export function nllLoss2dForward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isOptT(a2) && isN(a3) && isN(a4)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1003), idOf(a0), idOf(a1), optId(a2), a3, a4));
  return dispatch(table, [1003], arguments);
}

/** `nll_loss_backward(Tensor grad_output, Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index, Tensor total_weight) -> Tensor` */
export function nllLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, weight: Tensor | null | undefined, reduction: number | bigint, ignoreIndex: number | bigint, totalWeight: Tensor): Tensor;
export function nllLossBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; target: Tensor; weight?: Tensor | null; reduction: number | bigint; ignoreIndex: number | bigint; totalWeight: Tensor }, ['gradOutput', 'self', 'target', 'weight', 'reduction', 'ignoreIndex', 'totalWeight']>): Tensor;
export function nllLossBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isT(a2) && isOptT(a3) && isN(a4) && isN(a5) && isT(a6)) return wrap(native.call(table.handle(1004), idOf(a0), idOf(a1), idOf(a2), optId(a3), a4, a5, idOf(a6)));
  return dispatch(table, [1004], arguments);
}

/** `nll_loss_forward(Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index) -> (Tensor output, Tensor total_weight)` */
export function nllLossForward(self: Tensor, target: Tensor, weight: Tensor | null | undefined, reduction: number | bigint, ignoreIndex: number | bigint): [output: Tensor, totalWeight: Tensor];
export function nllLossForward(...args: Split<[self: Tensor], { target: Tensor; weight?: Tensor | null; reduction: number | bigint; ignoreIndex: number | bigint }, ['target', 'weight', 'reduction', 'ignoreIndex']>): [output: Tensor, totalWeight: Tensor];
export function nllLossForward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isOptT(a2) && isN(a3) && isN(a4)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1005), idOf(a0), idOf(a1), optId(a2), a3, a4));
  return dispatch(table, [1005], arguments);
}

/** `nll_loss_nd(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor` */
export function nllLossNd(self: Tensor, target: Tensor, weight?: Tensor | null, reduction?: number | bigint, ignoreIndex?: number | bigint): Tensor;
export function nllLossNd(...args: Split<[self: Tensor], { target: Tensor; weight?: Tensor | null; reduction?: number | bigint; ignoreIndex?: number | bigint }, ['target', 'weight', 'reduction', 'ignoreIndex']>): Tensor;
export function nllLossNd(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isT(a1) && isOptT(a2) && (a3 === undefined || isN(a3)) && (a4 === undefined || isN(a4))) return wrap(native.call(table.handle(1006), idOf(a0), idOf(a1), optId(a2), a3, a4));
  return dispatch(table, [1006], arguments);
}

/** `nonzero_numpy(Tensor self) -> Tensor[]` */
export function nonzeroNumpy(self: Tensor): Tensor[];
export function nonzeroNumpy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrapAll(native.call(table.handle(1007), idOf(a0)));
  return dispatch(table, [1007], arguments);
}

/** `nonzero_static(Tensor self, *, SymInt size, int fill_value=-1) -> Tensor` */
export function nonzeroStatic(self: Tensor, options: { size: number | bigint; fillValue?: number | bigint }): Tensor;
export function nonzeroStatic(a0?: any, a1?: any): any {
  const n = arguments.length;
  return dispatch(table, [1008], arguments);
}

/** `norm.Scalar(Tensor self, Scalar p=2) -> Tensor` */
export function norm(self: Tensor, p?: Scalar): Tensor;
export function norm(...args: Split<[self: Tensor], { p?: Scalar }, ['p']>): Tensor;
/** `norm.ScalarOpt_dtype(Tensor self, Scalar? p, *, ScalarType dtype) -> Tensor` */
export function norm(self: Tensor, p: Scalar | null | undefined, options: { dtype: DType }): Tensor;
export function norm(...args: Split<[self: Tensor], { p?: Scalar | null }, ['p'], { dtype: DType }>): Tensor;
/** `norm.ScalarOpt_dim(Tensor self, Scalar? p, int[1] dim, bool keepdim=False) -> Tensor` */
export function norm(self: Tensor, p: Scalar | null | undefined, dim: readonly number[] | number, keepdim?: boolean): Tensor;
export function norm(...args: Split<[self: Tensor], { p?: Scalar | null; dim: readonly number[] | number; keepdim?: boolean }, ['p', 'dim', 'keepdim']>): Tensor;
/** `norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool keepdim, *, ScalarType dtype) -> Tensor` */
export function norm(self: Tensor, p: Scalar | null | undefined, dim: readonly number[] | number, keepdim: boolean, options: { dtype: DType }): Tensor;
export function norm(...args: Split<[self: Tensor], { p?: Scalar | null; dim: readonly number[] | number; keepdim: boolean }, ['p', 'dim', 'keepdim'], { dtype: DType }>): Tensor;
export function norm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isS(a1))) return wrap(native.call(table.handle(1009), idOf(a0), a1));
  if (n >= 3 && n <= 4 && isT(a0) && (a1 == null || isS(a1)) && isLN(a2) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(1011), idOf(a0), a1, a2, a3));
  return dispatch(table, [1009, 1010, 1011, 1012], arguments);
}

/** `norm_except_dim(Tensor v, int pow=2, int dim=0) -> Tensor` */
export function normExceptDim(v: Tensor, pow?: number | bigint, dim?: number | bigint): Tensor;
export function normExceptDim(...args: Split<[], { v: Tensor; pow?: number | bigint; dim?: number | bigint }, ['v', 'pow', 'dim']>): Tensor;
export function normExceptDim(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(1013), idOf(a0), a1, a2));
  return dispatch(table, [1013], arguments);
}

/** `normal.Tensor_Tensor(Tensor mean, Tensor std, *, Generator? generator=None) -> Tensor` */
export function normal(mean: Tensor, std: Tensor, options?: { generator?: Generator | null }): Tensor;
export function normal(...args: Split<[], { mean: Tensor; std: Tensor }, ['mean', 'std'], { generator?: Generator | null }>): Tensor;
/** `normal.Tensor_float(Tensor mean, float std=1., *, Generator? generator=None) -> Tensor` */
export function normal(mean: Tensor, std?: number, options?: { generator?: Generator | null }): Tensor;
export function normal(...args: Split<[], { mean: Tensor; std?: number }, ['mean', 'std'], { generator?: Generator | null }>): Tensor;
/** `normal.float_Tensor(float mean, Tensor std, *, Generator? generator=None) -> Tensor` */
export function normal(mean: number, std: Tensor, options?: { generator?: Generator | null }): Tensor;
export function normal(...args: Split<[], { mean: number; std: Tensor }, ['mean', 'std'], { generator?: Generator | null }>): Tensor;
/** `normal.float_float(float mean, float std, SymInt[] size, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function normal(mean: number, std: number, size: readonly number[], options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function normal(...args: Split<[], { mean: number; std: number; size: readonly number[] }, ['mean', 'std', 'size'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function normal(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1014), idOf(a0), idOf(a1)));
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(1015), idOf(a0), a1));
  if (n === 2 && isN(a0) && isT(a1)) return wrap(native.call(table.handle(1016), a0, idOf(a1)));
  if (n === 3 && isN(a0) && isN(a1) && isL(a2)) return wrap(native.call(table.handle(1017), a0, a1, a2));
  return dispatch(table, [1014, 1015, 1016, 1017], arguments);
}

/** `normal_functional(Tensor self, float mean=0., float std=1., *, Generator? generator=None) -> Tensor` */
export function normalFunctional(self: Tensor, mean?: number, std?: number, options?: { generator?: Generator | null }): Tensor;
export function normalFunctional(...args: Split<[self: Tensor], { mean?: number; std?: number }, ['mean', 'std'], { generator?: Generator | null }>): Tensor;
export function normalFunctional(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(1018), idOf(a0), a1, a2));
  return dispatch(table, [1018], arguments);
}

/** `normal_(Tensor(a!) self, float mean=0., float std=1., *, Generator? generator=None) -> Tensor(a!)` */
export function normal_<T extends Tensor>(self: T, mean?: number, std?: number, options?: { generator?: Generator | null }): T;
export function normal_<T extends Tensor>(...args: Split<[self: T], { mean?: number; std?: number }, ['mean', 'std'], { generator?: Generator | null }>): T;
export function normal_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2))) { native.callInPlace(table.handle(1019), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [1019], arguments);
}

/** `not_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
export function notEqual(self: Tensor, other: Tensor | Scalar): Tensor;
export function notEqual(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function notEqual(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1020), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1021), idOf(a0), a1));
  return dispatch(table, [1020, 1021], arguments);
}

/** `not_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function notEqual_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function notEqual_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function notEqual_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(1022), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(1023), idOf(a0), a1); return a0; }
  return dispatch(table, [1022, 1023], arguments);
}

/** `nuclear_norm(Tensor self, bool keepdim=False) -> Tensor` */
export function nuclearNorm(self: Tensor, keepdim?: boolean): Tensor;
export function nuclearNorm(...args: Split<[self: Tensor], { keepdim?: boolean }, ['keepdim']>): Tensor;
/** `nuclear_norm.dim(Tensor self, int[2] dim, bool keepdim=False) -> Tensor` */
export function nuclearNorm(self: Tensor, dim: readonly number[] | number, keepdim?: boolean): Tensor;
export function nuclearNorm(...args: Split<[self: Tensor], { dim: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
export function nuclearNorm(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isB(a1))) return wrap(native.call(table.handle(1024), idOf(a0), a1));
  if (n >= 2 && n <= 3 && isT(a0) && isLN(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(1025), idOf(a0), a1, a2));
  return dispatch(table, [1024, 1025], arguments);
}

/** `numel(Tensor self) -> int` */
export function numel(self: Tensor): number;
export function numel(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(1026), idOf(a0));
  return dispatch(table, [1026], arguments);
}

/** `one_hot(Tensor self, int num_classes=-1) -> Tensor` */
export function oneHot(self: Tensor, numClasses?: number | bigint): Tensor;
export function oneHot(...args: Split<[self: Tensor], { numClasses?: number | bigint }, ['numClasses']>): Tensor;
export function oneHot(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(1027), idOf(a0), a1));
  return dispatch(table, [1027], arguments);
}

/** `ones(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function ones(size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function ones(...args: Split<[], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function ones(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isL(a0)) return wrap(native.call(table.handle(1028), a0));
  return dispatch(table, [1028], arguments);
}

/** `ones_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function onesLike(self: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function onesLike(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1029), idOf(a0)));
  return dispatch(table, [1029], arguments);
}

/** `orgqr(Tensor self, Tensor input2) -> Tensor` */
export function orgqr(self: Tensor, input2: Tensor): Tensor;
export function orgqr(...args: Split<[self: Tensor], { input2: Tensor }, ['input2']>): Tensor;
export function orgqr(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1030), idOf(a0), idOf(a1)));
  return dispatch(table, [1030], arguments);
}

/** `ormqr(Tensor self, Tensor input2, Tensor input3, bool left=True, bool transpose=False) -> Tensor` */
export function ormqr(self: Tensor, input2: Tensor, input3: Tensor, left?: boolean, transpose?: boolean): Tensor;
export function ormqr(...args: Split<[self: Tensor], { input2: Tensor; input3: Tensor; left?: boolean; transpose?: boolean }, ['input2', 'input3', 'left', 'transpose']>): Tensor;
export function ormqr(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 5 && isT(a0) && isT(a1) && isT(a2) && (a3 === undefined || isB(a3)) && (a4 === undefined || isB(a4))) return wrap(native.call(table.handle(1031), idOf(a0), idOf(a1), idOf(a2), a3, a4));
  return dispatch(table, [1031], arguments);
}

/** `outer(Tensor self, Tensor vec2) -> Tensor` */
export function outer(self: Tensor, vec2: Tensor): Tensor;
export function outer(...args: Split<[self: Tensor], { vec2: Tensor }, ['vec2']>): Tensor;
export function outer(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1032), idOf(a0), idOf(a1)));
  return dispatch(table, [1032], arguments);
}

/** `output_nr(Tensor self) -> int` */
export function outputNr(self: Tensor): number;
export function outputNr(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(1033), idOf(a0));
  return dispatch(table, [1033], arguments);
}

/** `pad(Tensor self, SymInt[] pad, str mode="constant", float? value=None) -> Tensor` */
export function pad(self: Tensor, pad: readonly number[], mode?: 'constant' | 'reflect' | 'replicate' | 'circular', value?: number | null): Tensor;
export function pad(...args: Split<[self: Tensor], { pad: readonly number[]; mode?: 'constant' | 'reflect' | 'replicate' | 'circular'; value?: number | null }, ['pad', 'mode', 'value']>): Tensor;
export function pad(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isL(a1) && (a2 === undefined || isStr(a2)) && (a3 == null || isN(a3))) return wrap(native.call(table.handle(1034), idOf(a0), a1, a2, a3));
  return dispatch(table, [1034], arguments);
}

/** `pad_sequence(Tensor[] sequences, bool batch_first=False, float padding_value=0., str padding_side="right") -> Tensor` */
export function padSequence(sequences: readonly Tensor[], batchFirst?: boolean, paddingValue?: number, paddingSide?: 'left' | 'right'): Tensor;
export function padSequence(...args: Split<[], { sequences: readonly Tensor[]; batchFirst?: boolean; paddingValue?: number; paddingSide?: 'left' | 'right' }, ['sequences', 'batchFirst', 'paddingValue', 'paddingSide']>): Tensor;
export function padSequence(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 4 && isTs(a0) && (a1 === undefined || isB(a1)) && (a2 === undefined || isN(a2)) && (a3 === undefined || isStr(a3))) return wrap(native.call(table.handle(1035), ids(a0), a1, a2, a3));
  return dispatch(table, [1035], arguments);
}

/** `pairwise_distance(Tensor x1, Tensor x2, float p=2., float eps=9.9999999999999995e-07, bool keepdim=False) -> Tensor` */
export function pairwiseDistance(x1: Tensor, x2: Tensor, p?: number, eps?: number, keepdim?: boolean): Tensor;
export function pairwiseDistance(...args: Split<[], { x1: Tensor; x2: Tensor; p?: number; eps?: number; keepdim?: boolean }, ['x1', 'x2', 'p', 'eps', 'keepdim']>): Tensor;
export function pairwiseDistance(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 === undefined || isN(a3)) && (a4 === undefined || isB(a4))) return wrap(native.call(table.handle(1036), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [1036], arguments);
}

/** `pdist(Tensor self, float p=2.) -> Tensor` */
export function pdist(self: Tensor, p?: number): Tensor;
export function pdist(...args: Split<[self: Tensor], { p?: number }, ['p']>): Tensor;
export function pdist(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(1037), idOf(a0), a1));
  return dispatch(table, [1037], arguments);
}

/** `permute(Tensor(a) self, int[] dims) -> Tensor(a)` */
export function permute(self: Tensor, dims: readonly number[]): Tensor;
export function permute(...args: Split<[self: Tensor], { dims: readonly number[] }, ['dims']>): Tensor;
export function permute(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1038), idOf(a0), a1));
  return dispatch(table, [1038], arguments);
}

/** `permute_copy(Tensor self, int[] dims) -> Tensor` */
export function permuteCopy(self: Tensor, dims: readonly number[]): Tensor;
export function permuteCopy(...args: Split<[self: Tensor], { dims: readonly number[] }, ['dims']>): Tensor;
export function permuteCopy(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1039), idOf(a0), a1));
  return dispatch(table, [1039], arguments);
}

/** `pin_memory(Tensor(a) self, Device? device=None) -> Tensor(a)` */
export function pinMemory(self: Tensor, device?: Device | null): Tensor;
export function pinMemory(...args: Split<[self: Tensor], { device?: Device | null }, ['device']>): Tensor;
export function pinMemory(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isStr(a1))) return wrap(native.call(table.handle(1040), idOf(a0), a1));
  return dispatch(table, [1040], arguments);
}

/** `pinverse(Tensor self, float rcond=1.0000000000000001e-15) -> Tensor` */
export function pinverse(self: Tensor, rcond?: number): Tensor;
export function pinverse(...args: Split<[self: Tensor], { rcond?: number }, ['rcond']>): Tensor;
export function pinverse(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(1041), idOf(a0), a1));
  return dispatch(table, [1041], arguments);
}

/** `pixel_shuffle(Tensor self, int upscale_factor) -> Tensor` */
export function pixelShuffle(self: Tensor, upscaleFactor: number | bigint): Tensor;
export function pixelShuffle(...args: Split<[self: Tensor], { upscaleFactor: number | bigint }, ['upscaleFactor']>): Tensor;
export function pixelShuffle(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1042), idOf(a0), a1));
  return dispatch(table, [1042], arguments);
}

/** `pixel_unshuffle(Tensor self, int downscale_factor) -> Tensor` */
export function pixelUnshuffle(self: Tensor, downscaleFactor: number | bigint): Tensor;
export function pixelUnshuffle(...args: Split<[self: Tensor], { downscaleFactor: number | bigint }, ['downscaleFactor']>): Tensor;
export function pixelUnshuffle(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1043), idOf(a0), a1));
  return dispatch(table, [1043], arguments);
}

/** `poisson(Tensor self, Generator? generator=None) -> Tensor` */
export function poisson(self: Tensor, generator?: Generator | null): Tensor;
export function poisson(...args: Split<[self: Tensor], { generator?: Generator | null }, ['generator']>): Tensor;
export function poisson(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isG(a1))) return wrap(native.call(table.handle(1044), idOf(a0), optGen(a1)));
  return dispatch(table, [1044], arguments);
}

/** `poisson_nll_loss(Tensor input, Tensor target, bool log_input, bool full, float eps, int reduction) -> Tensor` */
export function poissonNllLoss(input: Tensor, target: Tensor, logInput: boolean, full: boolean, eps: number, reduction: number | bigint): Tensor;
export function poissonNllLoss(...args: Split<[], { input: Tensor; target: Tensor; logInput: boolean; full: boolean; eps: number; reduction: number | bigint }, ['input', 'target', 'logInput', 'full', 'eps', 'reduction']>): Tensor;
export function poissonNllLoss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n === 6 && isT(a0) && isT(a1) && isB(a2) && isB(a3) && isN(a4) && isN(a5)) return wrap(native.call(table.handle(1045), idOf(a0), idOf(a1), a2, a3, a4, a5));
  return dispatch(table, [1045], arguments);
}

/** `polar(Tensor abs, Tensor angle) -> Tensor` */
export function polar(abs: Tensor, angle: Tensor): Tensor;
export function polar(...args: Split<[], { abs: Tensor; angle: Tensor }, ['abs', 'angle']>): Tensor;
export function polar(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1046), idOf(a0), idOf(a1)));
  return dispatch(table, [1046], arguments);
}

/** `polygamma(int n, Tensor self) -> Tensor` */
export function polygamma(n: number | bigint, self: Tensor): Tensor;
export function polygamma(...args: Split<[], { n: number | bigint; self: Tensor }, ['n', 'self']>): Tensor;
export function polygamma(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isN(a0) && isT(a1)) return wrap(native.call(table.handle(1047), a0, idOf(a1)));
  return dispatch(table, [1047], arguments);
}

/** `polygamma_(Tensor(a!) self, int n) -> Tensor(a!)` */
export function polygamma_<T extends Tensor>(self: T, n: number | bigint): T;
export function polygamma_<T extends Tensor>(...args: Split<[self: T], { n: number | bigint }, ['n']>): T;
export function polygamma_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) { native.callInPlace(table.handle(1048), idOf(a0), a1); return a0; }
  return dispatch(table, [1048], arguments);
}

/** `positive(Tensor(a) self) -> Tensor(a)` */
export function positive(self: Tensor): Tensor;
export function positive(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1049), idOf(a0)));
  return dispatch(table, [1049], arguments);
}

/** `pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor` */
export function pow(self: Tensor, exponent: Tensor | Scalar): Tensor;
export function pow(...args: Split<[self: Tensor], { exponent: Tensor | Scalar }, ['exponent']>): Tensor;
/** `pow.Scalar(Scalar self, Tensor exponent) -> Tensor` */
export function pow(self: Scalar, exponent: Tensor): Tensor;
export function pow(...args: Split<[self: Scalar], { exponent: Tensor }, ['exponent']>): Tensor;
export function pow(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1050), idOf(a0), idOf(a1)));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1051), a0, idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1052), idOf(a0), a1));
  return dispatch(table, [1050, 1051, 1052], arguments);
}

/** `pow_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)` */
export function pow_<T extends Tensor>(self: T, exponent: Tensor | Scalar): T;
export function pow_<T extends Tensor>(...args: Split<[self: T], { exponent: Tensor | Scalar }, ['exponent']>): T;
export function pow_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(1053), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(1054), idOf(a0), a1); return a0; }
  return dispatch(table, [1053, 1054], arguments);
}

/** `prelu(Tensor self, Tensor weight) -> Tensor` */
export function prelu(self: Tensor, weight: Tensor): Tensor;
export function prelu(...args: Split<[self: Tensor], { weight: Tensor }, ['weight']>): Tensor;
export function prelu(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1055), idOf(a0), idOf(a1)));
  return dispatch(table, [1055], arguments);
}

/** `prod(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
export function prod(self: Tensor, options?: { dtype?: DType | null }): Tensor;
/** `prod.dim_int(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
export function prod(self: Tensor, dim: number | bigint, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
export function prod(...args: Split<[self: Tensor], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
export function prod(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1056), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(1057), idOf(a0), a1, a2));
  return dispatch(table, [1056, 1057], arguments);
}

/** `promote_types(ScalarType type1, ScalarType type2) -> ScalarType` */
export function promoteTypes(type1: DType, type2: DType): DType;
export function promoteTypes(...args: Split<[], { type1: DType; type2: DType }, ['type1', 'type2']>): DType;
export function promoteTypes(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isStr(a0) && isStr(a1)) return native.call(table.handle(1058), a0, a1);
  return dispatch(table, [1058], arguments);
}

/** `put(Tensor self, Tensor index, Tensor source, bool accumulate=False) -> Tensor` */
export function put(self: Tensor, index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
export function put(...args: Split<[self: Tensor], { index: Tensor; source: Tensor; accumulate?: boolean }, ['index', 'source', 'accumulate']>): Tensor;
export function put(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isT(a1) && isT(a2) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(1059), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [1059], arguments);
}

/** `put_(Tensor(a!) self, Tensor index, Tensor source, bool accumulate=False) -> Tensor(a!)` */
export function put_<T extends Tensor>(self: T, index: Tensor, source: Tensor, accumulate?: boolean): T;
export function put_<T extends Tensor>(...args: Split<[self: T], { index: Tensor; source: Tensor; accumulate?: boolean }, ['index', 'source', 'accumulate']>): T;
export function put_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isT(a1) && isT(a2) && (a3 === undefined || isB(a3))) { native.callInPlace(table.handle(1060), idOf(a0), idOf(a1), idOf(a2), a3); return a0; }
  return dispatch(table, [1060], arguments);
}

/** `q_per_channel_axis(Tensor self) -> int` */
export function qPerChannelAxis(self: Tensor): number;
export function qPerChannelAxis(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(1061), idOf(a0));
  return dispatch(table, [1061], arguments);
}

/** `q_per_channel_scales(Tensor self) -> Tensor` */
export function qPerChannelScales(self: Tensor): Tensor;
export function qPerChannelScales(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1062), idOf(a0)));
  return dispatch(table, [1062], arguments);
}

/** `q_per_channel_zero_points(Tensor self) -> Tensor` */
export function qPerChannelZeroPoints(self: Tensor): Tensor;
export function qPerChannelZeroPoints(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1063), idOf(a0)));
  return dispatch(table, [1063], arguments);
}

/** `q_scale(Tensor self) -> float` */
export function qScale(self: Tensor): number;
export function qScale(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(1064), idOf(a0));
  return dispatch(table, [1064], arguments);
}

/** `q_zero_point(Tensor self) -> int` */
export function qZeroPoint(self: Tensor): number;
export function qZeroPoint(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(1065), idOf(a0));
  return dispatch(table, [1065], arguments);
}

/** `qr(Tensor self, bool some=True) -> (Tensor Q, Tensor R)` */
export function qr(self: Tensor, some?: boolean): [Q: Tensor, R: Tensor];
export function qr(...args: Split<[self: Tensor], { some?: boolean }, ['some']>): [Q: Tensor, R: Tensor];
export function qr(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isB(a1))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1066), idOf(a0), a1));
  return dispatch(table, [1066], arguments);
}

/** `quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
export function quantile(self: Tensor, q: Tensor, dim?: number | bigint | null, keepdim?: boolean, options?: { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }): Tensor;
export function quantile(...args: Split<[self: Tensor], { q: Tensor; dim?: number | bigint | null; keepdim?: boolean }, ['q', 'dim', 'keepdim'], { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }>): Tensor;
/** `quantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
export function quantile(self: Tensor, q: number, dim?: number | bigint | null, keepdim?: boolean, options?: { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }): Tensor;
export function quantile(...args: Split<[self: Tensor], { q: number; dim?: number | bigint | null; keepdim?: boolean }, ['q', 'dim', 'keepdim'], { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }>): Tensor;
export function quantile(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isT(a1) && (a2 == null || isN(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(1067), idOf(a0), idOf(a1), a2, a3));
  if (n >= 2 && n <= 4 && isT(a0) && isN(a1) && (a2 == null || isN(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(1068), idOf(a0), a1, a2, a3));
  return dispatch(table, [1067, 1068], arguments);
}

/** `quantize_per_channel(Tensor self, Tensor scales, Tensor zero_points, int axis, ScalarType dtype) -> Tensor` */
export function quantizePerChannel(self: Tensor, scales: Tensor, zeroPoints: Tensor, axis: number | bigint, dtype: DType): Tensor;
export function quantizePerChannel(...args: Split<[self: Tensor], { scales: Tensor; zeroPoints: Tensor; axis: number | bigint; dtype: DType }, ['scales', 'zeroPoints', 'axis', 'dtype']>): Tensor;
export function quantizePerChannel(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isT(a2) && isN(a3) && isStr(a4)) return wrap(native.call(table.handle(1069), idOf(a0), idOf(a1), idOf(a2), a3, a4));
  return dispatch(table, [1069], arguments);
}

/** `quantize_per_tensor.tensor_qparams(Tensor self, Tensor scale, Tensor zero_point, ScalarType dtype) -> Tensor` */
export function quantizePerTensor(self: Tensor, scale: Tensor, zeroPoint: Tensor, dtype: DType): Tensor;
export function quantizePerTensor(...args: Split<[self: Tensor], { scale: Tensor; zeroPoint: Tensor; dtype: DType }, ['scale', 'zeroPoint', 'dtype']>): Tensor;
/** `quantize_per_tensor.tensors(Tensor[] tensors, Tensor scales, Tensor zero_points, ScalarType dtype) -> Tensor[]` */
export function quantizePerTensor(tensors: readonly Tensor[], scales: Tensor, zeroPoints: Tensor, dtype: DType): Tensor[];
export function quantizePerTensor(...args: Split<[], { tensors: readonly Tensor[]; scales: Tensor; zeroPoints: Tensor; dtype: DType }, ['tensors', 'scales', 'zeroPoints', 'dtype']>): Tensor[];
/** `quantize_per_tensor(Tensor self, float scale, int zero_point, ScalarType dtype) -> Tensor` */
export function quantizePerTensor(self: Tensor, scale: number, zeroPoint: number | bigint, dtype: DType): Tensor;
export function quantizePerTensor(...args: Split<[self: Tensor], { scale: number; zeroPoint: number | bigint; dtype: DType }, ['scale', 'zeroPoint', 'dtype']>): Tensor;
export function quantizePerTensor(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isStr(a3)) return wrap(native.call(table.handle(1070), idOf(a0), idOf(a1), idOf(a2), a3));
  if (n === 4 && isTs(a0) && isT(a1) && isT(a2) && isStr(a3)) return wrapAll(native.call(table.handle(1071), ids(a0), idOf(a1), idOf(a2), a3));
  if (n === 4 && isT(a0) && isN(a1) && isN(a2) && isStr(a3)) return wrap(native.call(table.handle(1072), idOf(a0), a1, a2, a3));
  return dispatch(table, [1070, 1071, 1072], arguments);
}

/** `quantize_per_tensor_dynamic(Tensor self, ScalarType dtype, bool reduce_range) -> Tensor` */
export function quantizePerTensorDynamic(self: Tensor, dtype: DType, reduceRange: boolean): Tensor;
export function quantizePerTensorDynamic(...args: Split<[self: Tensor], { dtype: DType; reduceRange: boolean }, ['dtype', 'reduceRange']>): Tensor;
export function quantizePerTensorDynamic(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isStr(a1) && isB(a2)) return wrap(native.call(table.handle(1073), idOf(a0), a1, a2));
  return dispatch(table, [1073], arguments);
}

/** `quantized_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor var, float eps, float output_scale, int output_zero_point) -> Tensor` */
export function quantizedBatchNorm(input: Tensor, weight: Tensor | null | undefined, bias: Tensor | null | undefined, mean: Tensor, var_: Tensor, eps: number, outputScale: number, outputZeroPoint: number | bigint): Tensor;
export function quantizedBatchNorm(...args: Split<[], { input: Tensor; weight?: Tensor | null; bias?: Tensor | null; mean: Tensor; var: Tensor; eps: number; outputScale: number; outputZeroPoint: number | bigint }, ['input', 'weight', 'bias', 'mean', 'var', 'eps', 'outputScale', 'outputZeroPoint']>): Tensor;
export function quantizedBatchNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n === 8 && isT(a0) && isOptT(a1) && isOptT(a2) && isT(a3) && isT(a4) && isN(a5) && isN(a6) && isN(a7)) return wrap(native.call(table.handle(1074), idOf(a0), optId(a1), optId(a2), idOf(a3), idOf(a4), a5, a6, a7));
  return dispatch(table, [1074], arguments);
}

/** `quantized_gru.data_legacy(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)` */
export function quantizedGru(data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
export function quantizedGru(...args: Split<[], { data: Tensor; batchSizes: Tensor; hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean }, ['data', 'batchSizes', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional']>): [Tensor, Tensor];
/** `quantized_gru.input_legacy(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)` */
export function quantizedGru(input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
export function quantizedGru(...args: Split<[], { input: Tensor; hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }, ['input', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional', 'batchFirst']>): [Tensor, Tensor];
export function quantizedGru(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isT(a2) && isTs(a3) && isB(a4) && isN(a5) && isN(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1075), idOf(a0), idOf(a1), idOf(a2), ids(a3), a4, a5, a6, a7, a8));
  if (n === 9 && isT(a0) && isT(a1) && isTs(a2) && isB(a3) && isN(a4) && isN(a5) && isB(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1076), idOf(a0), idOf(a1), ids(a2), a3, a4, a5, a6, a7, a8));
  return dispatch(table, [1075, 1076], arguments);
}

/** `quantized_gru_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor` */
export function quantizedGruCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
export function quantizedGruCell(...args: Split<[], { input: Tensor; hx: Tensor; wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }, ['input', 'hx', 'wIh', 'wHh', 'bIh', 'bHh', 'packedIh', 'packedHh', 'colOffsetsIh', 'colOffsetsHh', 'scaleIh', 'scaleHh', 'zeroPointIh', 'zeroPointHh']>): Tensor;
export function quantizedGruCell(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any, a12?: any, a13?: any, a14?: any): any {
  const n = arguments.length;
  if (n === 14 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isT(a4) && isT(a5) && isT(a6) && isT(a7) && isT(a8) && isT(a9) && isS(a10) && isS(a11) && isS(a12) && isS(a13)) return wrap(native.call(table.handle(1077), idOf(a0), idOf(a1), idOf(a2), idOf(a3), idOf(a4), idOf(a5), idOf(a6), idOf(a7), idOf(a8), idOf(a9), a10, a11, a12, a13));
  return dispatch(table, [1077], arguments);
}

/** `quantized_lstm.data_legacy(Tensor data, Tensor batch_sizes, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, *, ScalarType? dtype=None, bool use_dynamic=False) -> (Tensor, Tensor, Tensor)` */
export function quantizedLstm(data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean, options?: { dtype?: DType | null; useDynamic?: boolean }): [Tensor, Tensor, Tensor];
export function quantizedLstm(...args: Split<[], { data: Tensor; batchSizes: Tensor; hx: readonly Tensor[]; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean }, ['data', 'batchSizes', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional'], { dtype?: DType | null; useDynamic?: boolean }>): [Tensor, Tensor, Tensor];
/** `quantized_lstm.input_legacy(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first, *, ScalarType? dtype=None, bool use_dynamic=False) -> (Tensor, Tensor, Tensor)` */
export function quantizedLstm(input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean, options?: { dtype?: DType | null; useDynamic?: boolean }): [Tensor, Tensor, Tensor];
export function quantizedLstm(...args: Split<[], { input: Tensor; hx: readonly Tensor[]; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }, ['input', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional', 'batchFirst'], { dtype?: DType | null; useDynamic?: boolean }>): [Tensor, Tensor, Tensor];
export function quantizedLstm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isTs(a2) && isTs(a3) && isB(a4) && isN(a5) && isN(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(1078), idOf(a0), idOf(a1), ids(a2), ids(a3), a4, a5, a6, a7, a8));
  if (n === 9 && isT(a0) && isTs(a1) && isTs(a2) && isB(a3) && isN(a4) && isN(a5) && isB(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(1079), idOf(a0), ids(a1), ids(a2), a3, a4, a5, a6, a7, a8));
  return dispatch(table, [1078, 1079], arguments);
}

/** `quantized_lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> (Tensor, Tensor)` */
export function quantizedLstmCell(input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): [Tensor, Tensor];
export function quantizedLstmCell(...args: Split<[], { input: Tensor; hx: readonly Tensor[]; wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }, ['input', 'hx', 'wIh', 'wHh', 'bIh', 'bHh', 'packedIh', 'packedHh', 'colOffsetsIh', 'colOffsetsHh', 'scaleIh', 'scaleHh', 'zeroPointIh', 'zeroPointHh']>): [Tensor, Tensor];
export function quantizedLstmCell(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any, a12?: any, a13?: any, a14?: any): any {
  const n = arguments.length;
  if (n === 14 && isT(a0) && isTs(a1) && isT(a2) && isT(a3) && isT(a4) && isT(a5) && isT(a6) && isT(a7) && isT(a8) && isT(a9) && isS(a10) && isS(a11) && isS(a12) && isS(a13)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1080), idOf(a0), ids(a1), idOf(a2), idOf(a3), idOf(a4), idOf(a5), idOf(a6), idOf(a7), idOf(a8), idOf(a9), a10, a11, a12, a13));
  return dispatch(table, [1080], arguments);
}

/** `quantized_max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> Tensor` */
export function quantizedMaxPool1d(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
export function quantizedMaxPool1d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
export function quantizedMaxPool1d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(1081), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [1081], arguments);
}

/** `quantized_max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
export function quantizedMaxPool2d(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
export function quantizedMaxPool2d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
export function quantizedMaxPool2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(1082), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [1082], arguments);
}

/** `quantized_max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor` */
export function quantizedMaxPool3d(self: Tensor, kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
export function quantizedMaxPool3d(...args: Split<[self: Tensor], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
export function quantizedMaxPool3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2)) && (a3 === undefined || isLN(a3)) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(1083), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [1083], arguments);
}

/** `quantized_rnn_relu_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor` */
export function quantizedRnnReluCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
export function quantizedRnnReluCell(...args: Split<[], { input: Tensor; hx: Tensor; wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }, ['input', 'hx', 'wIh', 'wHh', 'bIh', 'bHh', 'packedIh', 'packedHh', 'colOffsetsIh', 'colOffsetsHh', 'scaleIh', 'scaleHh', 'zeroPointIh', 'zeroPointHh']>): Tensor;
export function quantizedRnnReluCell(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any, a12?: any, a13?: any, a14?: any): any {
  const n = arguments.length;
  if (n === 14 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isT(a4) && isT(a5) && isT(a6) && isT(a7) && isT(a8) && isT(a9) && isS(a10) && isS(a11) && isS(a12) && isS(a13)) return wrap(native.call(table.handle(1084), idOf(a0), idOf(a1), idOf(a2), idOf(a3), idOf(a4), idOf(a5), idOf(a6), idOf(a7), idOf(a8), idOf(a9), a10, a11, a12, a13));
  return dispatch(table, [1084], arguments);
}

/** `quantized_rnn_tanh_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor` */
export function quantizedRnnTanhCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
export function quantizedRnnTanhCell(...args: Split<[], { input: Tensor; hx: Tensor; wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }, ['input', 'hx', 'wIh', 'wHh', 'bIh', 'bHh', 'packedIh', 'packedHh', 'colOffsetsIh', 'colOffsetsHh', 'scaleIh', 'scaleHh', 'zeroPointIh', 'zeroPointHh']>): Tensor;
export function quantizedRnnTanhCell(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any, a12?: any, a13?: any, a14?: any): any {
  const n = arguments.length;
  if (n === 14 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isT(a4) && isT(a5) && isT(a6) && isT(a7) && isT(a8) && isT(a9) && isS(a10) && isS(a11) && isS(a12) && isS(a13)) return wrap(native.call(table.handle(1085), idOf(a0), idOf(a1), idOf(a2), idOf(a3), idOf(a4), idOf(a5), idOf(a6), idOf(a7), idOf(a8), idOf(a9), a10, a11, a12, a13));
  return dispatch(table, [1085], arguments);
}

/** `rad2deg(Tensor self) -> Tensor` */
export function rad2deg(self: Tensor): Tensor;
export function rad2deg(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1086), idOf(a0)));
  return dispatch(table, [1086], arguments);
}

/** `rad2deg_(Tensor(a!) self) -> Tensor(a!)` */
export function rad2deg_<T extends Tensor>(self: T): T;
export function rad2deg_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1087), idOf(a0)); return a0; }
  return dispatch(table, [1087], arguments);
}

/** `rand(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function rand(size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function rand(...args: Split<[], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `rand.generator(SymInt[] size, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function rand(size: readonly number[], options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function rand(...args: Split<[], { size: readonly number[] }, ['size'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function rand(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isL(a0)) return wrap(native.call(table.handle(1088), a0));
  if (n === 1 && isL(a0)) return wrap(native.call(table.handle(1089), a0));
  return dispatch(table, [1088, 1089], arguments);
}

/** `rand_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function randLike(self: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
/** `rand_like.generator(Tensor self, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function randLike(self: Tensor, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function randLike(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1090), idOf(a0)));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1091), idOf(a0)));
  return dispatch(table, [1090, 1091], arguments);
}

/** `randint(SymInt high, SymInt[] size, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function randint(high: number | bigint, size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function randint(...args: Split<[], { high: number | bigint; size: readonly number[] }, ['high', 'size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `randint.generator(SymInt high, SymInt[] size, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function randint(high: number | bigint, size: readonly number[], options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function randint(...args: Split<[], { high: number | bigint; size: readonly number[] }, ['high', 'size'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `randint.low(SymInt low, SymInt high, SymInt[] size, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function randint(low: number | bigint, high: number | bigint, size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function randint(...args: Split<[], { low: number | bigint; high: number | bigint; size: readonly number[] }, ['low', 'high', 'size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `randint.low_generator(SymInt low, SymInt high, SymInt[] size, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function randint(low: number | bigint, high: number | bigint, size: readonly number[], options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function randint(...args: Split<[], { low: number | bigint; high: number | bigint; size: readonly number[] }, ['low', 'high', 'size'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function randint(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isN(a0) && isL(a1)) return wrap(native.call(table.handle(1092), a0, a1));
  if (n === 2 && isN(a0) && isL(a1)) return wrap(native.call(table.handle(1093), a0, a1));
  if (n === 3 && isN(a0) && isN(a1) && isL(a2)) return wrap(native.call(table.handle(1094), a0, a1, a2));
  if (n === 3 && isN(a0) && isN(a1) && isL(a2)) return wrap(native.call(table.handle(1095), a0, a1, a2));
  return dispatch(table, [1092, 1093, 1094, 1095], arguments);
}

/** `randint_like.Tensor(Tensor self, Tensor high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function randintLike(self: Tensor, high: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function randintLike(...args: Split<[self: Tensor], { high: Tensor }, ['high'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
/** `randint_like.Tensor_generator(Tensor self, Tensor high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function randintLike(self: Tensor, high: Tensor, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function randintLike(...args: Split<[self: Tensor], { high: Tensor }, ['high'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
/** `randint_like(Tensor self, SymInt high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function randintLike(self: Tensor, high: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function randintLike(...args: Split<[self: Tensor], { high: number | bigint }, ['high'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
/** `randint_like.generator(Tensor self, SymInt high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function randintLike(self: Tensor, high: number | bigint, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function randintLike(...args: Split<[self: Tensor], { high: number | bigint }, ['high'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
/** `randint_like.low_dtype(Tensor self, SymInt low, SymInt high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function randintLike(self: Tensor, low: number | bigint, high: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function randintLike(...args: Split<[self: Tensor], { low: number | bigint; high: number | bigint }, ['low', 'high'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
/** `randint_like.low_generator_dtype(Tensor self, SymInt low, SymInt high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function randintLike(self: Tensor, low: number | bigint, high: number | bigint, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function randintLike(...args: Split<[self: Tensor], { low: number | bigint; high: number | bigint }, ['low', 'high'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
export function randintLike(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1096), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1097), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1098), idOf(a0), a1));
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1099), idOf(a0), a1));
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) return wrap(native.call(table.handle(1100), idOf(a0), a1, a2));
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) return wrap(native.call(table.handle(1101), idOf(a0), a1, a2));
  return dispatch(table, [1096, 1097, 1098, 1099, 1100, 1101], arguments);
}

/** `randn(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function randn(size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function randn(...args: Split<[], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `randn.generator(SymInt[] size, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function randn(size: readonly number[], options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function randn(...args: Split<[], { size: readonly number[] }, ['size'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function randn(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isL(a0)) return wrap(native.call(table.handle(1102), a0));
  if (n === 1 && isL(a0)) return wrap(native.call(table.handle(1103), a0));
  return dispatch(table, [1102, 1103], arguments);
}

/** `randn_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function randnLike(self: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
/** `randn_like.generator(Tensor self, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function randnLike(self: Tensor, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function randnLike(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1104), idOf(a0)));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1105), idOf(a0)));
  return dispatch(table, [1104, 1105], arguments);
}

/** `random(Tensor self, *, Generator? generator=None) -> Tensor` */
export function random(self: Tensor, options?: { generator?: Generator | null }): Tensor;
/** `random.to(Tensor self, int to, *, Generator? generator=None) -> Tensor` */
export function random(self: Tensor, to: number | bigint, options?: { generator?: Generator | null }): Tensor;
export function random(...args: Split<[self: Tensor], { to: number | bigint }, ['to'], { generator?: Generator | null }>): Tensor;
/** `random.from(Tensor self, int from, int? to, *, Generator? generator=None) -> Tensor` */
export function random(self: Tensor, from: number | bigint, to?: number | bigint | null, options?: { generator?: Generator | null }): Tensor;
export function random(...args: Split<[self: Tensor], { from: number | bigint; to?: number | bigint | null }, ['from', 'to'], { generator?: Generator | null }>): Tensor;
export function random(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1106), idOf(a0)));
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1107), idOf(a0), a1));
  if (n === 3 && isT(a0) && isN(a1) && (a2 == null || isN(a2))) return wrap(native.call(table.handle(1108), idOf(a0), a1, a2));
  return dispatch(table, [1106, 1107, 1108], arguments);
}

/** `random_(Tensor(a!) self, *, Generator? generator=None) -> Tensor(a!)` */
export function random_<T extends Tensor>(self: T, options?: { generator?: Generator | null }): T;
/** `random_.to(Tensor(a!) self, int to, *, Generator? generator=None) -> Tensor(a!)` */
export function random_<T extends Tensor>(self: T, to: number | bigint, options?: { generator?: Generator | null }): T;
export function random_<T extends Tensor>(...args: Split<[self: T], { to: number | bigint }, ['to'], { generator?: Generator | null }>): T;
/** `random_.from(Tensor(a!) self, int from, int? to, *, Generator? generator=None) -> Tensor(a!)` */
export function random_<T extends Tensor>(self: T, from: number | bigint, to?: number | bigint | null, options?: { generator?: Generator | null }): T;
export function random_<T extends Tensor>(...args: Split<[self: T], { from: number | bigint; to?: number | bigint | null }, ['from', 'to'], { generator?: Generator | null }>): T;
export function random_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1109), idOf(a0)); return a0; }
  if (n === 2 && isT(a0) && isN(a1)) { native.callInPlace(table.handle(1110), idOf(a0), a1); return a0; }
  if (n === 3 && isT(a0) && isN(a1) && (a2 == null || isN(a2))) { native.callInPlace(table.handle(1111), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [1109, 1110, 1111], arguments);
}

/** `randperm(SymInt n, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function randperm(n: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function randperm(...args: Split<[], { n: number | bigint }, ['n'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `randperm.generator(SymInt n, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function randperm(n: number | bigint, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function randperm(...args: Split<[], { n: number | bigint }, ['n'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function randperm(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isN(a0)) return wrap(native.call(table.handle(1112), a0));
  if (n === 1 && isN(a0)) return wrap(native.call(table.handle(1113), a0));
  return dispatch(table, [1112, 1113], arguments);
}

/** `range(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function range(start: Scalar, end: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function range(...args: Split<[], { start: Scalar; end: Scalar }, ['start', 'end'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `range.step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function range(start: Scalar, end: Scalar, step?: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function range(...args: Split<[], { start: Scalar; end: Scalar; step?: Scalar }, ['start', 'end', 'step'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function range(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isS(a0) && isS(a1)) return wrap(native.call(table.handle(1114), a0, a1));
  if (n >= 2 && n <= 3 && isS(a0) && isS(a1) && (a2 === undefined || isS(a2))) return wrap(native.call(table.handle(1115), a0, a1, a2));
  return dispatch(table, [1114, 1115], arguments);
}

/** `ravel(Tensor(a) self) -> Tensor(a)` */
export function ravel(self: Tensor): Tensor;
export function ravel(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1116), idOf(a0)));
  return dispatch(table, [1116], arguments);
}

/** `real(Tensor(a) self) -> Tensor(a)` */
export function real(self: Tensor): Tensor;
export function real(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1117), idOf(a0)));
  return dispatch(table, [1117], arguments);
}

/** `reciprocal(Tensor self) -> Tensor` */
export function reciprocal(self: Tensor): Tensor;
export function reciprocal(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1118), idOf(a0)));
  return dispatch(table, [1118], arguments);
}

/** `reciprocal_(Tensor(a!) self) -> Tensor(a!)` */
export function reciprocal_<T extends Tensor>(self: T): T;
export function reciprocal_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1119), idOf(a0)); return a0; }
  return dispatch(table, [1119], arguments);
}

/** `reflection_pad1d(Tensor self, SymInt[2] padding) -> Tensor` */
export function reflectionPad1d(self: Tensor, padding: readonly number[] | number): Tensor;
export function reflectionPad1d(...args: Split<[self: Tensor], { padding: readonly number[] | number }, ['padding']>): Tensor;
export function reflectionPad1d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return wrap(native.call(table.handle(1120), idOf(a0), a1));
  return dispatch(table, [1120], arguments);
}

/** `reflection_pad1d_backward(Tensor grad_output, Tensor self, SymInt[2] padding) -> Tensor` */
export function reflectionPad1dBackward(gradOutput: Tensor, self: Tensor, padding: readonly number[] | number): Tensor;
export function reflectionPad1dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; padding: readonly number[] | number }, ['gradOutput', 'self', 'padding']>): Tensor;
export function reflectionPad1dBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isLN(a2)) return wrap(native.call(table.handle(1121), idOf(a0), idOf(a1), a2));
  return dispatch(table, [1121], arguments);
}

/** `reflection_pad2d(Tensor self, SymInt[4] padding) -> Tensor` */
export function reflectionPad2d(self: Tensor, padding: readonly number[] | number): Tensor;
export function reflectionPad2d(...args: Split<[self: Tensor], { padding: readonly number[] | number }, ['padding']>): Tensor;
export function reflectionPad2d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return wrap(native.call(table.handle(1122), idOf(a0), a1));
  return dispatch(table, [1122], arguments);
}

/** `reflection_pad2d_backward(Tensor grad_output, Tensor self, SymInt[4] padding) -> Tensor` */
export function reflectionPad2dBackward(gradOutput: Tensor, self: Tensor, padding: readonly number[] | number): Tensor;
export function reflectionPad2dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; padding: readonly number[] | number }, ['gradOutput', 'self', 'padding']>): Tensor;
export function reflectionPad2dBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isLN(a2)) return wrap(native.call(table.handle(1123), idOf(a0), idOf(a1), a2));
  return dispatch(table, [1123], arguments);
}

/** `reflection_pad3d(Tensor self, SymInt[6] padding) -> Tensor` */
export function reflectionPad3d(self: Tensor, padding: readonly number[] | number): Tensor;
export function reflectionPad3d(...args: Split<[self: Tensor], { padding: readonly number[] | number }, ['padding']>): Tensor;
export function reflectionPad3d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return wrap(native.call(table.handle(1124), idOf(a0), a1));
  return dispatch(table, [1124], arguments);
}

/** `reflection_pad3d_backward(Tensor grad_output, Tensor self, SymInt[6] padding) -> Tensor` */
export function reflectionPad3dBackward(gradOutput: Tensor, self: Tensor, padding: readonly number[] | number): Tensor;
export function reflectionPad3dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; padding: readonly number[] | number }, ['gradOutput', 'self', 'padding']>): Tensor;
export function reflectionPad3dBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isLN(a2)) return wrap(native.call(table.handle(1125), idOf(a0), idOf(a1), a2));
  return dispatch(table, [1125], arguments);
}

/** `relu(Tensor self) -> Tensor` */
export function relu(self: Tensor): Tensor;
export function relu(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1126), idOf(a0)));
  return dispatch(table, [1126], arguments);
}

/** `relu6(Tensor self) -> Tensor` */
export function relu6(self: Tensor): Tensor;
export function relu6(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1127), idOf(a0)));
  return dispatch(table, [1127], arguments);
}

/** `relu6_(Tensor(a!) self) -> Tensor(a!)` */
export function relu6_<T extends Tensor>(self: T): T;
export function relu6_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1128), idOf(a0)); return a0; }
  return dispatch(table, [1128], arguments);
}

/** `relu_(Tensor(a!) self) -> Tensor(a!)` */
export function relu_<T extends Tensor>(self: T): T;
export function relu_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1129), idOf(a0)); return a0; }
  return dispatch(table, [1129], arguments);
}

/** `remainder.Tensor(Tensor self, Tensor other) -> Tensor` */
export function remainder(self: Tensor, other: Tensor | Scalar): Tensor;
export function remainder(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `remainder.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
export function remainder(self: Scalar, other: Tensor): Tensor;
export function remainder(...args: Split<[self: Scalar], { other: Tensor }, ['other']>): Tensor;
export function remainder(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1130), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1131), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1132), a0, idOf(a1)));
  return dispatch(table, [1130, 1131, 1132], arguments);
}

/** `remainder_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function remainder_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function remainder_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function remainder_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(1133), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(1134), idOf(a0), a1); return a0; }
  return dispatch(table, [1133, 1134], arguments);
}

/** `renorm(Tensor self, Scalar p, int dim, Scalar maxnorm) -> Tensor` */
export function renorm(self: Tensor, p: Scalar, dim: number | bigint, maxnorm: Scalar): Tensor;
export function renorm(...args: Split<[self: Tensor], { p: Scalar; dim: number | bigint; maxnorm: Scalar }, ['p', 'dim', 'maxnorm']>): Tensor;
export function renorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isS(a1) && isN(a2) && isS(a3)) return wrap(native.call(table.handle(1135), idOf(a0), a1, a2, a3));
  return dispatch(table, [1135], arguments);
}

/** `renorm_(Tensor(a!) self, Scalar p, int dim, Scalar maxnorm) -> Tensor(a!)` */
export function renorm_<T extends Tensor>(self: T, p: Scalar, dim: number | bigint, maxnorm: Scalar): T;
export function renorm_<T extends Tensor>(...args: Split<[self: T], { p: Scalar; dim: number | bigint; maxnorm: Scalar }, ['p', 'dim', 'maxnorm']>): T;
export function renorm_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isS(a1) && isN(a2) && isS(a3)) { native.callInPlace(table.handle(1136), idOf(a0), a1, a2, a3); return a0; }
  return dispatch(table, [1136], arguments);
}

/** `repeat(Tensor self, SymInt[] repeats) -> Tensor` */
export function repeat(self: Tensor, repeats: readonly number[]): Tensor;
export function repeat(...args: Split<[self: Tensor], { repeats: readonly number[] }, ['repeats']>): Tensor;
export function repeat(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1137), idOf(a0), a1));
  return dispatch(table, [1137], arguments);
}

/** `repeat_interleave.self_Tensor(Tensor self, Tensor repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor` */
export function repeatInterleave(self: Tensor, repeats: Tensor, dim?: number | bigint | null, options?: { outputSize?: number | bigint | null }): Tensor;
export function repeatInterleave(...args: Split<[self: Tensor], { repeats: Tensor; dim?: number | bigint | null }, ['repeats', 'dim'], { outputSize?: number | bigint | null }>): Tensor;
/** `repeat_interleave.Tensor(Tensor repeats, *, SymInt? output_size=None) -> Tensor` */
export function repeatInterleave(repeats: Tensor, options?: { outputSize?: number | bigint | null }): Tensor;
export function repeatInterleave(...args: Split<[], { repeats: Tensor }, ['repeats'], { outputSize?: number | bigint | null }>): Tensor;
/** `repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor` */
export function repeatInterleave(self: Tensor, repeats: number | bigint, dim?: number | bigint | null, options?: { outputSize?: number | bigint | null }): Tensor;
export function repeatInterleave(...args: Split<[self: Tensor], { repeats: number | bigint; dim?: number | bigint | null }, ['repeats', 'dim'], { outputSize?: number | bigint | null }>): Tensor;
export function repeatInterleave(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 == null || isN(a2))) return wrap(native.call(table.handle(1138), idOf(a0), idOf(a1), a2));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1139), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 == null || isN(a2))) return wrap(native.call(table.handle(1140), idOf(a0), a1, a2));
  return dispatch(table, [1138, 1139, 1140], arguments);
}

/** `replication_pad1d(Tensor self, SymInt[2] padding) -> Tensor` */
export function replicationPad1d(self: Tensor, padding: readonly number[] | number): Tensor;
export function replicationPad1d(...args: Split<[self: Tensor], { padding: readonly number[] | number }, ['padding']>): Tensor;
export function replicationPad1d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return wrap(native.call(table.handle(1141), idOf(a0), a1));
  return dispatch(table, [1141], arguments);
}

/** `replication_pad1d_backward(Tensor grad_output, Tensor self, SymInt[2] padding) -> Tensor` */
export function replicationPad1dBackward(gradOutput: Tensor, self: Tensor, padding: readonly number[] | number): Tensor;
export function replicationPad1dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; padding: readonly number[] | number }, ['gradOutput', 'self', 'padding']>): Tensor;
export function replicationPad1dBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isLN(a2)) return wrap(native.call(table.handle(1142), idOf(a0), idOf(a1), a2));
  return dispatch(table, [1142], arguments);
}

/** `replication_pad2d(Tensor self, SymInt[4] padding) -> Tensor` */
export function replicationPad2d(self: Tensor, padding: readonly number[] | number): Tensor;
export function replicationPad2d(...args: Split<[self: Tensor], { padding: readonly number[] | number }, ['padding']>): Tensor;
export function replicationPad2d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return wrap(native.call(table.handle(1143), idOf(a0), a1));
  return dispatch(table, [1143], arguments);
}

/** `replication_pad2d_backward(Tensor grad_output, Tensor self, SymInt[4] padding) -> Tensor` */
export function replicationPad2dBackward(gradOutput: Tensor, self: Tensor, padding: readonly number[] | number): Tensor;
export function replicationPad2dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; padding: readonly number[] | number }, ['gradOutput', 'self', 'padding']>): Tensor;
export function replicationPad2dBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isLN(a2)) return wrap(native.call(table.handle(1144), idOf(a0), idOf(a1), a2));
  return dispatch(table, [1144], arguments);
}

/** `replication_pad3d(Tensor self, SymInt[6] padding) -> Tensor` */
export function replicationPad3d(self: Tensor, padding: readonly number[] | number): Tensor;
export function replicationPad3d(...args: Split<[self: Tensor], { padding: readonly number[] | number }, ['padding']>): Tensor;
export function replicationPad3d(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isLN(a1)) return wrap(native.call(table.handle(1145), idOf(a0), a1));
  return dispatch(table, [1145], arguments);
}

/** `replication_pad3d_backward(Tensor grad_output, Tensor self, SymInt[6] padding) -> Tensor` */
export function replicationPad3dBackward(gradOutput: Tensor, self: Tensor, padding: readonly number[] | number): Tensor;
export function replicationPad3dBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; padding: readonly number[] | number }, ['gradOutput', 'self', 'padding']>): Tensor;
export function replicationPad3dBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isLN(a2)) return wrap(native.call(table.handle(1146), idOf(a0), idOf(a1), a2));
  return dispatch(table, [1146], arguments);
}

/** `requires_grad_(Tensor(a!) self, bool requires_grad=True) -> Tensor(a!)` */
export function requiresGrad_<T extends Tensor>(self: T, requiresGrad?: boolean): T;
export function requiresGrad_<T extends Tensor>(...args: Split<[self: T], { requiresGrad?: boolean }, ['requiresGrad']>): T;
export function requiresGrad_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isB(a1))) { native.callInPlace(table.handle(1147), idOf(a0), a1); return a0; }
  return dispatch(table, [1147], arguments);
}

/** `reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)` */
export function reshape(self: Tensor, shape: readonly number[]): Tensor;
export function reshape(...args: Split<[self: Tensor], { shape: readonly number[] }, ['shape']>): Tensor;
export function reshape(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1148), idOf(a0), a1));
  return dispatch(table, [1148], arguments);
}

/** `reshape_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
export function reshapeAs(self: Tensor, other: Tensor): Tensor;
export function reshapeAs(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function reshapeAs(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1149), idOf(a0), idOf(a1)));
  return dispatch(table, [1149], arguments);
}

/** `resize(Tensor self, SymInt[] size, *, MemoryFormat? memory_format=None) -> Tensor` */
export function resize(self: Tensor, size: readonly number[], options?: { memoryFormat?: MemoryFormat | null }): Tensor;
export function resize(...args: Split<[self: Tensor], { size: readonly number[] }, ['size'], { memoryFormat?: MemoryFormat | null }>): Tensor;
export function resize(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1150), idOf(a0), a1));
  return dispatch(table, [1150], arguments);
}

/** `resize_as(Tensor self, Tensor the_template, *, MemoryFormat? memory_format=None) -> Tensor` */
export function resizeAs(self: Tensor, theTemplate: Tensor, options?: { memoryFormat?: MemoryFormat | null }): Tensor;
export function resizeAs(...args: Split<[self: Tensor], { theTemplate: Tensor }, ['theTemplate'], { memoryFormat?: MemoryFormat | null }>): Tensor;
export function resizeAs(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1151), idOf(a0), idOf(a1)));
  return dispatch(table, [1151], arguments);
}

/** `resize_as_sparse(Tensor self, Tensor the_template) -> Tensor` */
export function resizeAsSparse(self: Tensor, theTemplate: Tensor): Tensor;
export function resizeAsSparse(...args: Split<[self: Tensor], { theTemplate: Tensor }, ['theTemplate']>): Tensor;
export function resizeAsSparse(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1152), idOf(a0), idOf(a1)));
  return dispatch(table, [1152], arguments);
}

/** `resize_as_sparse_(Tensor(a!) self, Tensor the_template) -> Tensor(a!)` */
export function resizeAsSparse_<T extends Tensor>(self: T, theTemplate: Tensor): T;
export function resizeAsSparse_<T extends Tensor>(...args: Split<[self: T], { theTemplate: Tensor }, ['theTemplate']>): T;
export function resizeAsSparse_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(1153), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [1153], arguments);
}

/** `resize_as_(Tensor(a!) self, Tensor the_template, *, MemoryFormat? memory_format=None) -> Tensor(a!)` */
export function resizeAs_<T extends Tensor>(self: T, theTemplate: Tensor, options?: { memoryFormat?: MemoryFormat | null }): T;
export function resizeAs_<T extends Tensor>(...args: Split<[self: T], { theTemplate: Tensor }, ['theTemplate'], { memoryFormat?: MemoryFormat | null }>): T;
export function resizeAs_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(1154), idOf(a0), idOf(a1)); return a0; }
  return dispatch(table, [1154], arguments);
}

/** `resize_(Tensor(a!) self, SymInt[] size, *, MemoryFormat? memory_format=None) -> Tensor(a!)` */
export function resize_<T extends Tensor>(self: T, size: readonly number[], options?: { memoryFormat?: MemoryFormat | null }): T;
export function resize_<T extends Tensor>(...args: Split<[self: T], { size: readonly number[] }, ['size'], { memoryFormat?: MemoryFormat | null }>): T;
export function resize_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) { native.callInPlace(table.handle(1155), idOf(a0), a1); return a0; }
  return dispatch(table, [1155], arguments);
}

/** `resolve_conj(Tensor(a) self) -> Tensor(a)` */
export function resolveConj(self: Tensor): Tensor;
export function resolveConj(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1156), idOf(a0)));
  return dispatch(table, [1156], arguments);
}

/** `resolve_neg(Tensor(a) self) -> Tensor(a)` */
export function resolveNeg(self: Tensor): Tensor;
export function resolveNeg(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1157), idOf(a0)));
  return dispatch(table, [1157], arguments);
}

/** `result_type.Tensor(Tensor tensor, Tensor other) -> ScalarType` */
export function resultType(tensor: Tensor, other: Tensor | Scalar): DType;
export function resultType(...args: Split<[], { tensor: Tensor; other: Tensor | Scalar }, ['tensor', 'other']>): DType;
/** `result_type.Scalar_Tensor(Scalar scalar, Tensor tensor) -> ScalarType` */
export function resultType(scalar: Scalar, tensor: Tensor): DType;
export function resultType(...args: Split<[], { scalar: Scalar; tensor: Tensor }, ['scalar', 'tensor']>): DType;
export function resultType(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return native.call(table.handle(1158), idOf(a0), idOf(a1));
  if (n === 2 && isT(a0) && isS(a1)) return native.call(table.handle(1159), idOf(a0), a1);
  if (n === 2 && isS(a0) && isT(a1)) return native.call(table.handle(1160), a0, idOf(a1));
  return dispatch(table, [1158, 1159, 1160], arguments);
}

/** `retain_grad(Tensor(a!) self) -> ()` */
export function retainGrad(self: Tensor): void;
export function retainGrad(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(1161), idOf(a0));
  return dispatch(table, [1161], arguments);
}

/** `retains_grad(Tensor self) -> bool` */
export function retainsGrad(self: Tensor): boolean;
export function retainsGrad(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(1162), idOf(a0));
  return dispatch(table, [1162], arguments);
}

/** `rms_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor` */
export function rmsNorm(input: Tensor, normalizedShape: readonly number[], weight?: Tensor | null, eps?: number | null): Tensor;
export function rmsNorm(...args: Split<[], { input: Tensor; normalizedShape: readonly number[]; weight?: Tensor | null; eps?: number | null }, ['input', 'normalizedShape', 'weight', 'eps']>): Tensor;
export function rmsNorm(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isL(a1) && isOptT(a2) && (a3 == null || isN(a3))) return wrap(native.call(table.handle(1163), idOf(a0), a1, optId(a2), a3));
  return dispatch(table, [1163], arguments);
}

/** `rnn_relu.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)` */
export function rnnRelu(data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
export function rnnRelu(...args: Split<[], { data: Tensor; batchSizes: Tensor; hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean }, ['data', 'batchSizes', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional']>): [Tensor, Tensor];
/** `rnn_relu.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)` */
export function rnnRelu(input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
export function rnnRelu(...args: Split<[], { input: Tensor; hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }, ['input', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional', 'batchFirst']>): [Tensor, Tensor];
export function rnnRelu(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isT(a2) && isTs(a3) && isB(a4) && isN(a5) && isN(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1164), idOf(a0), idOf(a1), idOf(a2), ids(a3), a4, a5, a6, a7, a8));
  if (n === 9 && isT(a0) && isT(a1) && isTs(a2) && isB(a3) && isN(a4) && isN(a5) && isB(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1165), idOf(a0), idOf(a1), ids(a2), a3, a4, a5, a6, a7, a8));
  return dispatch(table, [1164, 1165], arguments);
}

/** `rnn_relu_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export function rnnReluCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): Tensor;
export function rnnReluCell(...args: Split<[], { input: Tensor; hx: Tensor; wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }, ['input', 'hx', 'wIh', 'wHh', 'bIh', 'bHh']>): Tensor;
export function rnnReluCell(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 6 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isOptT(a4) && isOptT(a5)) return wrap(native.call(table.handle(1166), idOf(a0), idOf(a1), idOf(a2), idOf(a3), optId(a4), optId(a5)));
  return dispatch(table, [1166], arguments);
}

/** `rnn_tanh.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)` */
export function rnnTanh(data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
export function rnnTanh(...args: Split<[], { data: Tensor; batchSizes: Tensor; hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean }, ['data', 'batchSizes', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional']>): [Tensor, Tensor];
/** `rnn_tanh.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)` */
export function rnnTanh(input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: number | bigint, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
export function rnnTanh(...args: Split<[], { input: Tensor; hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: number | bigint; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }, ['input', 'hx', 'params', 'hasBiases', 'numLayers', 'dropout', 'train', 'bidirectional', 'batchFirst']>): [Tensor, Tensor];
export function rnnTanh(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any): any {
  const n = arguments.length;
  if (n === 9 && isT(a0) && isT(a1) && isT(a2) && isTs(a3) && isB(a4) && isN(a5) && isN(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1167), idOf(a0), idOf(a1), idOf(a2), ids(a3), a4, a5, a6, a7, a8));
  if (n === 9 && isT(a0) && isT(a1) && isTs(a2) && isB(a3) && isN(a4) && isN(a5) && isB(a6) && isB(a7) && isB(a8)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1168), idOf(a0), idOf(a1), ids(a2), a3, a4, a5, a6, a7, a8));
  return dispatch(table, [1167, 1168], arguments);
}

/** `rnn_tanh_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export function rnnTanhCell(input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): Tensor;
export function rnnTanhCell(...args: Split<[], { input: Tensor; hx: Tensor; wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }, ['input', 'hx', 'wIh', 'wHh', 'bIh', 'bHh']>): Tensor;
export function rnnTanhCell(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 6 && isT(a0) && isT(a1) && isT(a2) && isT(a3) && isOptT(a4) && isOptT(a5)) return wrap(native.call(table.handle(1169), idOf(a0), idOf(a1), idOf(a2), idOf(a3), optId(a4), optId(a5)));
  return dispatch(table, [1169], arguments);
}

/** `roll(Tensor self, SymInt[1] shifts, int[1] dims=[]) -> Tensor` */
export function roll(self: Tensor, shifts: readonly number[] | number, dims?: readonly number[] | number): Tensor;
export function roll(...args: Split<[self: Tensor], { shifts: readonly number[] | number; dims?: readonly number[] | number }, ['shifts', 'dims']>): Tensor;
export function roll(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isLN(a1) && (a2 === undefined || isLN(a2))) return wrap(native.call(table.handle(1170), idOf(a0), a1, a2));
  return dispatch(table, [1170], arguments);
}

/** `rot90(Tensor self, int k=1, int[] dims=[0, 1]) -> Tensor` */
export function rot90(self: Tensor, k?: number | bigint, dims?: readonly number[]): Tensor;
export function rot90(...args: Split<[self: Tensor], { k?: number | bigint; dims?: readonly number[] }, ['k', 'dims']>): Tensor;
export function rot90(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isL(a2))) return wrap(native.call(table.handle(1171), idOf(a0), a1, a2));
  return dispatch(table, [1171], arguments);
}

/** `round(Tensor self) -> Tensor` */
export function round(self: Tensor): Tensor;
/** `round.decimals(Tensor self, *, int decimals) -> Tensor` */
export function round(self: Tensor, options: { decimals: number | bigint }): Tensor;
export function round(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1172), idOf(a0)));
  return dispatch(table, [1172, 1173], arguments);
}

/** `round_(Tensor(a!) self) -> Tensor(a!)` */
export function round_<T extends Tensor>(self: T): T;
/** `round_.decimals(Tensor(a!) self, *, int decimals) -> Tensor(a!)` */
export function round_<T extends Tensor>(self: T, options: { decimals: number | bigint }): T;
export function round_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1174), idOf(a0)); return a0; }
  return dispatch(table, [1174, 1175], arguments);
}

/** `row_indices(Tensor(a) self) -> Tensor(a)` */
export function rowIndices(self: Tensor): Tensor;
export function rowIndices(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1176), idOf(a0)));
  return dispatch(table, [1176], arguments);
}

/** `row_indices_copy(Tensor self) -> Tensor` */
export function rowIndicesCopy(self: Tensor): Tensor;
export function rowIndicesCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1177), idOf(a0)));
  return dispatch(table, [1177], arguments);
}

/** `row_stack(Tensor[] tensors) -> Tensor` */
export function rowStack(tensors: readonly Tensor[]): Tensor;
export function rowStack(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor;
export function rowStack(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrap(native.call(table.handle(1178), ids(a0)));
  return dispatch(table, [1178], arguments);
}

/** `rrelu(Tensor self, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor` */
export function rrelu(self: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): Tensor;
export function rrelu(...args: Split<[self: Tensor], { lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }, ['lower', 'upper', 'training', 'generator']>): Tensor;
export function rrelu(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 5 && isT(a0) && (a1 === undefined || isS(a1)) && (a2 === undefined || isS(a2)) && (a3 === undefined || isB(a3)) && (a4 == null || isG(a4))) return wrap(native.call(table.handle(1179), idOf(a0), a1, a2, a3, optGen(a4)));
  return dispatch(table, [1179], arguments);
}

/** `rrelu_with_noise(Tensor self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor` */
export function rreluWithNoise(self: Tensor, noise: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): Tensor;
export function rreluWithNoise(...args: Split<[self: Tensor], { noise: Tensor; lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }, ['noise', 'lower', 'upper', 'training', 'generator']>): Tensor;
export function rreluWithNoise(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isT(a1) && (a2 === undefined || isS(a2)) && (a3 === undefined || isS(a3)) && (a4 === undefined || isB(a4)) && (a5 == null || isG(a5))) return wrap(native.call(table.handle(1180), idOf(a0), idOf(a1), a2, a3, a4, optGen(a5)));
  return dispatch(table, [1180], arguments);
}

/** `rrelu_with_noise_backward(Tensor grad_output, Tensor self, Tensor noise, Scalar lower, Scalar upper, bool training, bool self_is_result) -> Tensor` */
export function rreluWithNoiseBackward(gradOutput: Tensor, self: Tensor, noise: Tensor, lower: Scalar, upper: Scalar, training: boolean, selfIsResult: boolean): Tensor;
export function rreluWithNoiseBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; noise: Tensor; lower: Scalar; upper: Scalar; training: boolean; selfIsResult: boolean }, ['gradOutput', 'self', 'noise', 'lower', 'upper', 'training', 'selfIsResult']>): Tensor;
export function rreluWithNoiseBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n === 7 && isT(a0) && isT(a1) && isT(a2) && isS(a3) && isS(a4) && isB(a5) && isB(a6)) return wrap(native.call(table.handle(1181), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, a6));
  return dispatch(table, [1181], arguments);
}

/** `rrelu_with_noise_functional(Tensor self, Tensor noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> (Tensor, Tensor noise_out)` */
export function rreluWithNoiseFunctional(self: Tensor, noise: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): [Tensor, Tensor];
export function rreluWithNoiseFunctional(...args: Split<[self: Tensor], { noise: Tensor; lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }, ['noise', 'lower', 'upper', 'training', 'generator']>): [Tensor, Tensor];
export function rreluWithNoiseFunctional(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isT(a1) && (a2 === undefined || isS(a2)) && (a3 === undefined || isS(a3)) && (a4 === undefined || isB(a4)) && (a5 == null || isG(a5))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1182), idOf(a0), idOf(a1), a2, a3, a4, optGen(a5)));
  return dispatch(table, [1182], arguments);
}

/** `rrelu_with_noise_(Tensor(a!) self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor(a!)` */
export function rreluWithNoise_<T extends Tensor>(self: T, noise: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): T;
export function rreluWithNoise_<T extends Tensor>(...args: Split<[self: T], { noise: Tensor; lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }, ['noise', 'lower', 'upper', 'training', 'generator']>): T;
export function rreluWithNoise_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isT(a1) && (a2 === undefined || isS(a2)) && (a3 === undefined || isS(a3)) && (a4 === undefined || isB(a4)) && (a5 == null || isG(a5))) { native.callInPlace(table.handle(1183), idOf(a0), idOf(a1), a2, a3, a4, optGen(a5)); return a0; }
  return dispatch(table, [1183], arguments);
}

/** `rrelu_(Tensor(a!) self, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor(a!)` */
export function rrelu_<T extends Tensor>(self: T, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): T;
export function rrelu_<T extends Tensor>(...args: Split<[self: T], { lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }, ['lower', 'upper', 'training', 'generator']>): T;
export function rrelu_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 5 && isT(a0) && (a1 === undefined || isS(a1)) && (a2 === undefined || isS(a2)) && (a3 === undefined || isB(a3)) && (a4 == null || isG(a4))) { native.callInPlace(table.handle(1184), idOf(a0), a1, a2, a3, optGen(a4)); return a0; }
  return dispatch(table, [1184], arguments);
}

/** `rsqrt(Tensor self) -> Tensor` */
export function rsqrt(self: Tensor): Tensor;
export function rsqrt(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1185), idOf(a0)));
  return dispatch(table, [1185], arguments);
}

/** `rsqrt_(Tensor(a!) self) -> Tensor(a!)` */
export function rsqrt_<T extends Tensor>(self: T): T;
export function rsqrt_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1186), idOf(a0)); return a0; }
  return dispatch(table, [1186], arguments);
}

/** `rsub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
export function rsub(self: Tensor, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
export function rsub(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): Tensor;
/** `rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
export function rsub(self: Tensor, other: Scalar, alpha?: Scalar): Tensor;
export function rsub(...args: Split<[self: Tensor], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): Tensor;
export function rsub(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1187), idOf(a0), idOf(a1)));
  if (n >= 2 && n <= 3 && isT(a0) && isS(a1) && (a2 === undefined || isS(a2))) return wrap(native.call(table.handle(1188), idOf(a0), a1, a2));
  return dispatch(table, [1187, 1188], arguments);
}

/** `scalar_tensor(Scalar s, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function scalarTensor(s: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function scalarTensor(...args: Split<[], { s: Scalar }, ['s'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function scalarTensor(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isS(a0)) return wrap(native.call(table.handle(1189), a0));
  return dispatch(table, [1189], arguments);
}

/** `scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask=None, float dropout_p=0., bool is_causal=False, *, float? scale=None, bool enable_gqa=False) -> Tensor` */
export function scaledDotProductAttention(query: Tensor, key: Tensor, value: Tensor, attnMask?: Tensor | null, dropoutP?: number, isCausal?: boolean, options?: { scale?: number | null; enableGqa?: boolean }): Tensor;
export function scaledDotProductAttention(...args: Split<[], { query: Tensor; key: Tensor; value: Tensor; attnMask?: Tensor | null; dropoutP?: number; isCausal?: boolean }, ['query', 'key', 'value', 'attnMask', 'dropoutP', 'isCausal'], { scale?: number | null; enableGqa?: boolean }>): Tensor;
export function scaledDotProductAttention(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 6 && isT(a0) && isT(a1) && isT(a2) && isOptT(a3) && (a4 === undefined || isN(a4)) && (a5 === undefined || isB(a5))) return wrap(native.call(table.handle(1190), idOf(a0), idOf(a1), idOf(a2), optId(a3), a4, a5));
  return dispatch(table, [1190], arguments);
}

/** `scatter.src(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
export function scatter(self: Tensor, dim: number | bigint, index: Tensor, src: Tensor): Tensor;
export function scatter(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src']>): Tensor;
/** `scatter.reduce(Tensor self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor` */
export function scatter(self: Tensor, dim: number | bigint, index: Tensor, src: Tensor, options: { reduce: 'add' | 'multiply' }): Tensor;
export function scatter(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src'], { reduce: 'add' | 'multiply' }>): Tensor;
/** `scatter.value(Tensor self, int dim, Tensor index, Scalar value) -> Tensor` */
export function scatter(self: Tensor, dim: number | bigint, index: Tensor, value: Scalar): Tensor;
export function scatter(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor; value: Scalar }, ['dim', 'index', 'value']>): Tensor;
/** `scatter.value_reduce(Tensor self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor` */
export function scatter(self: Tensor, dim: number | bigint, index: Tensor, value: Scalar, options: { reduce: 'add' | 'multiply' }): Tensor;
export function scatter(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor; value: Scalar }, ['dim', 'index', 'value'], { reduce: 'add' | 'multiply' }>): Tensor;
export function scatter(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isT(a3)) return wrap(native.call(table.handle(1191), idOf(a0), a1, idOf(a2), idOf(a3)));
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isS(a3)) return wrap(native.call(table.handle(1193), idOf(a0), a1, idOf(a2), a3));
  return dispatch(table, [1191, 1192, 1193, 1194], arguments);
}

/** `scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
export function scatterAdd(self: Tensor, dim: number | bigint, index: Tensor, src: Tensor): Tensor;
export function scatterAdd(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src']>): Tensor;
export function scatterAdd(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isT(a3)) return wrap(native.call(table.handle(1195), idOf(a0), a1, idOf(a2), idOf(a3)));
  return dispatch(table, [1195], arguments);
}

/** `scatter_add_(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)` */
export function scatterAdd_<T extends Tensor>(self: T, dim: number | bigint, index: Tensor, src: Tensor): T;
export function scatterAdd_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src']>): T;
export function scatterAdd_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isT(a3)) { native.callInPlace(table.handle(1196), idOf(a0), a1, idOf(a2), idOf(a3)); return a0; }
  return dispatch(table, [1196], arguments);
}

/** `scatter_reduce.two(Tensor self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor` */
export function scatterReduce(self: Tensor, dim: number | bigint, index: Tensor, src: Tensor, reduce: 'sum' | 'prod' | 'mean' | 'amax' | 'amin', options?: { includeSelf?: boolean }): Tensor;
export function scatterReduce(...args: Split<[self: Tensor], { dim: number | bigint; index: Tensor; src: Tensor; reduce: 'sum' | 'prod' | 'mean' | 'amax' | 'amin' }, ['dim', 'index', 'src', 'reduce'], { includeSelf?: boolean }>): Tensor;
export function scatterReduce(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isN(a1) && isT(a2) && isT(a3) && isStr(a4)) return wrap(native.call(table.handle(1197), idOf(a0), a1, idOf(a2), idOf(a3), a4));
  return dispatch(table, [1197], arguments);
}

/** `scatter_reduce_.two(Tensor(a!) self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor(a!)` */
export function scatterReduce_<T extends Tensor>(self: T, dim: number | bigint, index: Tensor, src: Tensor, reduce: 'sum' | 'prod' | 'mean' | 'amax' | 'amin', options?: { includeSelf?: boolean }): T;
export function scatterReduce_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint; index: Tensor; src: Tensor; reduce: 'sum' | 'prod' | 'mean' | 'amax' | 'amin' }, ['dim', 'index', 'src', 'reduce'], { includeSelf?: boolean }>): T;
export function scatterReduce_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isN(a1) && isT(a2) && isT(a3) && isStr(a4)) { native.callInPlace(table.handle(1198), idOf(a0), a1, idOf(a2), idOf(a3), a4); return a0; }
  return dispatch(table, [1198], arguments);
}

/** `scatter_.src(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)` */
export function scatter_<T extends Tensor>(self: T, dim: number | bigint, index: Tensor, src: Tensor): T;
export function scatter_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src']>): T;
/** `scatter_.reduce(Tensor(a!) self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor(a!)` */
export function scatter_<T extends Tensor>(self: T, dim: number | bigint, index: Tensor, src: Tensor, options: { reduce: 'add' | 'multiply' }): T;
export function scatter_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src'], { reduce: 'add' | 'multiply' }>): T;
/** `scatter_.value(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)` */
export function scatter_<T extends Tensor>(self: T, dim: number | bigint, index: Tensor, value: Scalar): T;
export function scatter_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint; index: Tensor; value: Scalar }, ['dim', 'index', 'value']>): T;
/** `scatter_.value_reduce(Tensor(a!) self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor(a!)` */
export function scatter_<T extends Tensor>(self: T, dim: number | bigint, index: Tensor, value: Scalar, options: { reduce: 'add' | 'multiply' }): T;
export function scatter_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint; index: Tensor; value: Scalar }, ['dim', 'index', 'value'], { reduce: 'add' | 'multiply' }>): T;
export function scatter_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isT(a3)) { native.callInPlace(table.handle(1199), idOf(a0), a1, idOf(a2), idOf(a3)); return a0; }
  if (n === 4 && isT(a0) && isN(a1) && isT(a2) && isS(a3)) { native.callInPlace(table.handle(1201), idOf(a0), a1, idOf(a2), a3); return a0; }
  return dispatch(table, [1199, 1200, 1201, 1202], arguments);
}

/** `searchsorted.Tensor(Tensor sorted_sequence, Tensor self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None) -> Tensor` */
export function searchsorted(sortedSequence: Tensor, self: Tensor | Scalar, options?: { outInt32?: boolean; right?: boolean; side?: 'left' | 'right' | null; sorter?: Tensor | null }): Tensor;
export function searchsorted(...args: Split<[], { sortedSequence: Tensor; self: Tensor | Scalar }, ['sortedSequence', 'self'], { outInt32?: boolean; right?: boolean; side?: 'left' | 'right' | null; sorter?: Tensor | null }>): Tensor;
export function searchsorted(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1203), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1204), idOf(a0), a1));
  return dispatch(table, [1203, 1204], arguments);
}

/** `segment_reduce(Tensor data, str reduce, *, Tensor? lengths=None, Tensor? indices=None, Tensor? offsets=None, int axis=0, bool unsafe=False, Scalar? initial=None) -> Tensor` */
export function segmentReduce(data: Tensor, reduce: 'sum' | 'mean' | 'max' | 'min' | 'prod' | 'amax' | 'amin', options?: { lengths?: Tensor | null; indices?: Tensor | null; offsets?: Tensor | null; axis?: number | bigint; unsafe?: boolean; initial?: Scalar | null }): Tensor;
export function segmentReduce(...args: Split<[], { data: Tensor; reduce: 'sum' | 'mean' | 'max' | 'min' | 'prod' | 'amax' | 'amin' }, ['data', 'reduce'], { lengths?: Tensor | null; indices?: Tensor | null; offsets?: Tensor | null; axis?: number | bigint; unsafe?: boolean; initial?: Scalar | null }>): Tensor;
export function segmentReduce(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isStr(a1)) return wrap(native.call(table.handle(1205), idOf(a0), a1));
  return dispatch(table, [1205], arguments);
}

/** `select.int(Tensor(a) self, int dim, SymInt index) -> Tensor(a)` */
export function select(self: Tensor, dim: number | bigint, index: number | bigint): Tensor;
export function select(...args: Split<[self: Tensor], { dim: number | bigint; index: number | bigint }, ['dim', 'index']>): Tensor;
export function select(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) return wrap(native.call(table.handle(1206), idOf(a0), a1, a2));
  return dispatch(table, [1206], arguments);
}

/** `select_backward(Tensor grad_output, SymInt[] input_sizes, int dim, SymInt index) -> Tensor` */
export function selectBackward(gradOutput: Tensor, inputSizes: readonly number[], dim: number | bigint, index: number | bigint): Tensor;
export function selectBackward(...args: Split<[], { gradOutput: Tensor; inputSizes: readonly number[]; dim: number | bigint; index: number | bigint }, ['gradOutput', 'inputSizes', 'dim', 'index']>): Tensor;
export function selectBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isL(a1) && isN(a2) && isN(a3)) return wrap(native.call(table.handle(1207), idOf(a0), a1, a2, a3));
  return dispatch(table, [1207], arguments);
}

/** `select_copy.int(Tensor self, int dim, SymInt index) -> Tensor` */
export function selectCopy(self: Tensor, dim: number | bigint, index: number | bigint): Tensor;
export function selectCopy(...args: Split<[self: Tensor], { dim: number | bigint; index: number | bigint }, ['dim', 'index']>): Tensor;
export function selectCopy(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) return wrap(native.call(table.handle(1208), idOf(a0), a1, a2));
  return dispatch(table, [1208], arguments);
}

/** `select_scatter(Tensor self, Tensor src, int dim, SymInt index) -> Tensor` */
export function selectScatter(self: Tensor, src: Tensor, dim: number | bigint, index: number | bigint): Tensor;
export function selectScatter(...args: Split<[self: Tensor], { src: Tensor; dim: number | bigint; index: number | bigint }, ['src', 'dim', 'index']>): Tensor;
export function selectScatter(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isN(a2) && isN(a3)) return wrap(native.call(table.handle(1209), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [1209], arguments);
}

/** `selu(Tensor self) -> Tensor` */
export function selu(self: Tensor): Tensor;
export function selu(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1210), idOf(a0)));
  return dispatch(table, [1210], arguments);
}

/** `selu_(Tensor(a!) self) -> Tensor(a!)` */
export function selu_<T extends Tensor>(self: T): T;
export function selu_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1211), idOf(a0)); return a0; }
  return dispatch(table, [1211], arguments);
}

/** `set.source_Tensor(Tensor self, Tensor source) -> Tensor` */
export function set(self: Tensor, source: Tensor): Tensor;
export function set(...args: Split<[self: Tensor], { source: Tensor }, ['source']>): Tensor;
/** `set(Tensor self) -> Tensor` */
export function set(self: Tensor): Tensor;
export function set(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1212), idOf(a0), idOf(a1)));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1213), idOf(a0)));
  return dispatch(table, [1212, 1213], arguments);
}

/** `set_data(Tensor(a!) self, Tensor new_data) -> ()` */
export function setData(self: Tensor, newData: Tensor): void;
export function setData(...args: Split<[self: Tensor], { newData: Tensor }, ['newData']>): void;
export function setData(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return native.call(table.handle(1214), idOf(a0), idOf(a1));
  return dispatch(table, [1214], arguments);
}

/** `set_.source_Tensor(Tensor(a!) self, Tensor source) -> Tensor(a!)` */
export function set_<T extends Tensor>(self: T, source: Tensor): T;
export function set_<T extends Tensor>(...args: Split<[self: T], { source: Tensor }, ['source']>): T;
/** `set_.source_Tensor_storage_offset(Tensor(a!) self, Tensor source, SymInt storage_offset, SymInt[] size, SymInt[] stride=[]) -> Tensor(a!)` */
export function set_<T extends Tensor>(self: T, source: Tensor, storageOffset: number | bigint, size: readonly number[], stride?: readonly number[]): T;
export function set_<T extends Tensor>(...args: Split<[self: T], { source: Tensor; storageOffset: number | bigint; size: readonly number[]; stride?: readonly number[] }, ['source', 'storageOffset', 'size', 'stride']>): T;
/** `set_(Tensor(a!) self) -> Tensor(a!)` */
export function set_<T extends Tensor>(self: T): T;
export function set_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(1215), idOf(a0), idOf(a1)); return a0; }
  if (n >= 4 && n <= 5 && isT(a0) && isT(a1) && isN(a2) && isL(a3) && (a4 === undefined || isL(a4))) { native.callInPlace(table.handle(1216), idOf(a0), idOf(a1), a2, a3, a4); return a0; }
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1217), idOf(a0)); return a0; }
  return dispatch(table, [1215, 1216, 1217], arguments);
}

/** `sgn(Tensor self) -> Tensor` */
export function sgn(self: Tensor): Tensor;
export function sgn(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1218), idOf(a0)));
  return dispatch(table, [1218], arguments);
}

/** `sgn_(Tensor(a!) self) -> Tensor(a!)` */
export function sgn_<T extends Tensor>(self: T): T;
export function sgn_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1219), idOf(a0)); return a0; }
  return dispatch(table, [1219], arguments);
}

/** `sigmoid(Tensor self) -> Tensor` */
export function sigmoid(self: Tensor): Tensor;
export function sigmoid(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1220), idOf(a0)));
  return dispatch(table, [1220], arguments);
}

/** `sigmoid_backward(Tensor grad_output, Tensor output) -> Tensor` */
export function sigmoidBackward(gradOutput: Tensor, output: Tensor): Tensor;
export function sigmoidBackward(...args: Split<[], { gradOutput: Tensor; output: Tensor }, ['gradOutput', 'output']>): Tensor;
export function sigmoidBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1221), idOf(a0), idOf(a1)));
  return dispatch(table, [1221], arguments);
}

/** `sigmoid_(Tensor(a!) self) -> Tensor(a!)` */
export function sigmoid_<T extends Tensor>(self: T): T;
export function sigmoid_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1222), idOf(a0)); return a0; }
  return dispatch(table, [1222], arguments);
}

/** `sign(Tensor self) -> Tensor` */
export function sign(self: Tensor): Tensor;
export function sign(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1223), idOf(a0)));
  return dispatch(table, [1223], arguments);
}

/** `sign_(Tensor(a!) self) -> Tensor(a!)` */
export function sign_<T extends Tensor>(self: T): T;
export function sign_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1224), idOf(a0)); return a0; }
  return dispatch(table, [1224], arguments);
}

/** `signbit(Tensor self) -> Tensor` */
export function signbit(self: Tensor): Tensor;
export function signbit(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1225), idOf(a0)));
  return dispatch(table, [1225], arguments);
}

/** `silu(Tensor self) -> Tensor` */
export function silu(self: Tensor): Tensor;
export function silu(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1226), idOf(a0)));
  return dispatch(table, [1226], arguments);
}

/** `silu_backward(Tensor grad_output, Tensor self) -> Tensor` */
export function siluBackward(gradOutput: Tensor, self: Tensor): Tensor;
export function siluBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor }, ['gradOutput', 'self']>): Tensor;
export function siluBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1227), idOf(a0), idOf(a1)));
  return dispatch(table, [1227], arguments);
}

/** `silu_(Tensor(a!) self) -> Tensor(a!)` */
export function silu_<T extends Tensor>(self: T): T;
export function silu_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1228), idOf(a0)); return a0; }
  return dispatch(table, [1228], arguments);
}

/** `sin(Tensor self) -> Tensor` */
export function sin(self: Tensor): Tensor;
export function sin(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1229), idOf(a0)));
  return dispatch(table, [1229], arguments);
}

/** `sin_(Tensor(a!) self) -> Tensor(a!)` */
export function sin_<T extends Tensor>(self: T): T;
export function sin_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1230), idOf(a0)); return a0; }
  return dispatch(table, [1230], arguments);
}

/** `sinc(Tensor self) -> Tensor` */
export function sinc(self: Tensor): Tensor;
export function sinc(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1231), idOf(a0)));
  return dispatch(table, [1231], arguments);
}

/** `sinc_(Tensor(a!) self) -> Tensor(a!)` */
export function sinc_<T extends Tensor>(self: T): T;
export function sinc_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1232), idOf(a0)); return a0; }
  return dispatch(table, [1232], arguments);
}

/** `sinh(Tensor self) -> Tensor` */
export function sinh(self: Tensor): Tensor;
export function sinh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1233), idOf(a0)));
  return dispatch(table, [1233], arguments);
}

/** `sinh_(Tensor(a!) self) -> Tensor(a!)` */
export function sinh_<T extends Tensor>(self: T): T;
export function sinh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1234), idOf(a0)); return a0; }
  return dispatch(table, [1234], arguments);
}

/** `size.int(Tensor self, int dim) -> int` */
export function size(self: Tensor, dim: number | bigint): number;
export function size(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim']>): number;
export function size(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return native.call(table.handle(1235), idOf(a0), a1);
  return dispatch(table, [1235], arguments);
}

/** `slice_backward(Tensor grad_output, SymInt[] input_sizes, int dim, SymInt start, SymInt end, SymInt step) -> Tensor` */
export function sliceBackward(gradOutput: Tensor, inputSizes: readonly number[], dim: number | bigint, start: number | bigint, end: number | bigint, step: number | bigint): Tensor;
export function sliceBackward(...args: Split<[], { gradOutput: Tensor; inputSizes: readonly number[]; dim: number | bigint; start: number | bigint; end: number | bigint; step: number | bigint }, ['gradOutput', 'inputSizes', 'dim', 'start', 'end', 'step']>): Tensor;
export function sliceBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n === 6 && isT(a0) && isL(a1) && isN(a2) && isN(a3) && isN(a4) && isN(a5)) return wrap(native.call(table.handle(1236), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [1236], arguments);
}

/** `slice_copy.Tensor(Tensor self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor` */
export function sliceCopy(self: Tensor, dim?: number | bigint, start?: number | bigint | null, end?: number | bigint | null, step?: number | bigint): Tensor;
export function sliceCopy(...args: Split<[self: Tensor], { dim?: number | bigint; start?: number | bigint | null; end?: number | bigint | null; step?: number | bigint }, ['dim', 'start', 'end', 'step']>): Tensor;
export function sliceCopy(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 5 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 == null || isN(a2)) && (a3 == null || isN(a3)) && (a4 === undefined || isN(a4))) return wrap(native.call(table.handle(1237), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [1237], arguments);
}

/** `slice_inverse(Tensor(a) self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)` */
export function sliceInverse(self: Tensor, src: Tensor, dim?: number | bigint, start?: number | bigint | null, end?: number | bigint | null, step?: number | bigint): Tensor;
export function sliceInverse(...args: Split<[self: Tensor], { src: Tensor; dim?: number | bigint; start?: number | bigint | null; end?: number | bigint | null; step?: number | bigint }, ['src', 'dim', 'start', 'end', 'step']>): Tensor;
export function sliceInverse(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 == null || isN(a3)) && (a4 == null || isN(a4)) && (a5 === undefined || isN(a5))) return wrap(native.call(table.handle(1238), idOf(a0), idOf(a1), a2, a3, a4, a5));
  return dispatch(table, [1238], arguments);
}

/** `slice_scatter(Tensor self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor` */
export function sliceScatter(self: Tensor, src: Tensor, dim?: number | bigint, start?: number | bigint | null, end?: number | bigint | null, step?: number | bigint): Tensor;
export function sliceScatter(...args: Split<[self: Tensor], { src: Tensor; dim?: number | bigint; start?: number | bigint | null; end?: number | bigint | null; step?: number | bigint }, ['src', 'dim', 'start', 'end', 'step']>): Tensor;
export function sliceScatter(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 6 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 == null || isN(a3)) && (a4 == null || isN(a4)) && (a5 === undefined || isN(a5))) return wrap(native.call(table.handle(1239), idOf(a0), idOf(a1), a2, a3, a4, a5));
  return dispatch(table, [1239], arguments);
}

/** `slogdet(Tensor self) -> (Tensor sign, Tensor logabsdet)` */
export function slogdet(self: Tensor): [sign: Tensor, logabsdet: Tensor];
export function slogdet(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1240), idOf(a0)));
  return dispatch(table, [1240], arguments);
}

/** `slow_conv3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0]) -> Tensor` */
export function slowConv3d(self: Tensor, weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number): Tensor;
export function slowConv3d(...args: Split<[self: Tensor], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding']>): Tensor;
export function slowConv3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 6 && isT(a0) && isT(a1) && isLN(a2) && isOptT(a3) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5))) return wrap(native.call(table.handle(1241), idOf(a0), idOf(a1), a2, optId(a3), a4, a5));
  return dispatch(table, [1241], arguments);
}

/** `slow_conv3d_forward(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias, SymInt[3] stride, SymInt[3] padding) -> Tensor` */
export function slowConv3dForward(self: Tensor, weight: Tensor, kernelSize: readonly number[] | number, bias: Tensor | null | undefined, stride: readonly number[] | number, padding: readonly number[] | number): Tensor;
export function slowConv3dForward(...args: Split<[self: Tensor], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride: readonly number[] | number; padding: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding']>): Tensor;
export function slowConv3dForward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n === 6 && isT(a0) && isT(a1) && isLN(a2) && isOptT(a3) && isLN(a4) && isLN(a5)) return wrap(native.call(table.handle(1242), idOf(a0), idOf(a1), a2, optId(a3), a4, a5));
  return dispatch(table, [1242], arguments);
}

/** `slow_conv_dilated2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] dilation=[1, 1]) -> Tensor` */
export function slowConvDilated2d(self: Tensor, weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number): Tensor;
export function slowConvDilated2d(...args: Split<[self: Tensor], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding', 'dilation']>): Tensor;
export function slowConvDilated2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 7 && isT(a0) && isT(a1) && isLN(a2) && isOptT(a3) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isLN(a6))) return wrap(native.call(table.handle(1243), idOf(a0), idOf(a1), a2, optId(a3), a4, a5, a6));
  return dispatch(table, [1243], arguments);
}

/** `slow_conv_dilated3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1]) -> Tensor` */
export function slowConvDilated3d(self: Tensor, weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number): Tensor;
export function slowConvDilated3d(...args: Split<[self: Tensor], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding', 'dilation']>): Tensor;
export function slowConvDilated3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 7 && isT(a0) && isT(a1) && isLN(a2) && isOptT(a3) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isLN(a6))) return wrap(native.call(table.handle(1244), idOf(a0), idOf(a1), a2, optId(a3), a4, a5, a6));
  return dispatch(table, [1244], arguments);
}

/** `slow_conv_transpose2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] output_padding=[0, 0], SymInt[2] dilation=[1, 1]) -> Tensor` */
export function slowConvTranspose2d(self: Tensor, weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, outputPadding?: readonly number[] | number, dilation?: readonly number[] | number): Tensor;
export function slowConvTranspose2d(...args: Split<[self: Tensor], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; outputPadding?: readonly number[] | number; dilation?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding', 'outputPadding', 'dilation']>): Tensor;
export function slowConvTranspose2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 8 && isT(a0) && isT(a1) && isLN(a2) && isOptT(a3) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isLN(a6)) && (a7 === undefined || isLN(a7))) return wrap(native.call(table.handle(1245), idOf(a0), idOf(a1), a2, optId(a3), a4, a5, a6, a7));
  return dispatch(table, [1245], arguments);
}

/** `slow_conv_transpose3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] output_padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1]) -> Tensor` */
export function slowConvTranspose3d(self: Tensor, weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, outputPadding?: readonly number[] | number, dilation?: readonly number[] | number): Tensor;
export function slowConvTranspose3d(...args: Split<[self: Tensor], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; outputPadding?: readonly number[] | number; dilation?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding', 'outputPadding', 'dilation']>): Tensor;
export function slowConvTranspose3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 8 && isT(a0) && isT(a1) && isLN(a2) && isOptT(a3) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5)) && (a6 === undefined || isLN(a6)) && (a7 === undefined || isLN(a7))) return wrap(native.call(table.handle(1246), idOf(a0), idOf(a1), a2, optId(a3), a4, a5, a6, a7));
  return dispatch(table, [1246], arguments);
}

/** `smm(Tensor self, Tensor mat2) -> Tensor` */
export function smm(self: Tensor, mat2: Tensor): Tensor;
export function smm(...args: Split<[self: Tensor], { mat2: Tensor }, ['mat2']>): Tensor;
export function smm(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1247), idOf(a0), idOf(a1)));
  return dispatch(table, [1247], arguments);
}

/** `smooth_l1_loss(Tensor self, Tensor target, int reduction=1, float beta=1.) -> Tensor` */
export function smoothL1Loss(self: Tensor, target: Tensor, reduction?: number | bigint, beta?: number): Tensor;
export function smoothL1Loss(...args: Split<[self: Tensor], { target: Tensor; reduction?: number | bigint; beta?: number }, ['target', 'reduction', 'beta']>): Tensor;
export function smoothL1Loss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2)) && (a3 === undefined || isN(a3))) return wrap(native.call(table.handle(1248), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [1248], arguments);
}

/** `smooth_l1_loss_backward(Tensor grad_output, Tensor self, Tensor target, int reduction, float beta) -> Tensor` */
export function smoothL1LossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number | bigint, beta: number): Tensor;
export function smoothL1LossBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; target: Tensor; reduction: number | bigint; beta: number }, ['gradOutput', 'self', 'target', 'reduction', 'beta']>): Tensor;
export function smoothL1LossBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isT(a1) && isT(a2) && isN(a3) && isN(a4)) return wrap(native.call(table.handle(1249), idOf(a0), idOf(a1), idOf(a2), a3, a4));
  return dispatch(table, [1249], arguments);
}

/** `soft_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
export function softMarginLoss(self: Tensor, target: Tensor, reduction?: number | bigint): Tensor;
export function softMarginLoss(...args: Split<[self: Tensor], { target: Tensor; reduction?: number | bigint }, ['target', 'reduction']>): Tensor;
export function softMarginLoss(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(1250), idOf(a0), idOf(a1), a2));
  return dispatch(table, [1250], arguments);
}

/** `soft_margin_loss_backward(Tensor grad_output, Tensor self, Tensor target, int reduction) -> Tensor` */
export function softMarginLossBackward(gradOutput: Tensor, self: Tensor, target: Tensor, reduction: number | bigint): Tensor;
export function softMarginLossBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; target: Tensor; reduction: number | bigint }, ['gradOutput', 'self', 'target', 'reduction']>): Tensor;
export function softMarginLossBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isN(a3)) return wrap(native.call(table.handle(1251), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [1251], arguments);
}

/** `softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
export function softmax(self: Tensor, dim: number | bigint, dtype?: DType | null): Tensor;
export function softmax(...args: Split<[self: Tensor], { dim: number | bigint; dtype?: DType | null }, ['dim', 'dtype']>): Tensor;
export function softmax(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 == null || isStr(a2))) return wrap(native.call(table.handle(1252), idOf(a0), a1, a2));
  return dispatch(table, [1252], arguments);
}

/** `softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor` */
export function softplus(self: Tensor, beta?: Scalar, threshold?: Scalar): Tensor;
export function softplus(...args: Split<[self: Tensor], { beta?: Scalar; threshold?: Scalar }, ['beta', 'threshold']>): Tensor;
export function softplus(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isS(a1)) && (a2 === undefined || isS(a2))) return wrap(native.call(table.handle(1253), idOf(a0), a1, a2));
  return dispatch(table, [1253], arguments);
}

/** `softplus_backward(Tensor grad_output, Tensor self, Scalar beta, Scalar threshold) -> Tensor` */
export function softplusBackward(gradOutput: Tensor, self: Tensor, beta: Scalar, threshold: Scalar): Tensor;
export function softplusBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; beta: Scalar; threshold: Scalar }, ['gradOutput', 'self', 'beta', 'threshold']>): Tensor;
export function softplusBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isS(a2) && isS(a3)) return wrap(native.call(table.handle(1254), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [1254], arguments);
}

/** `softshrink(Tensor self, Scalar lambd=0.5) -> Tensor` */
export function softshrink(self: Tensor, lambd?: Scalar): Tensor;
export function softshrink(...args: Split<[self: Tensor], { lambd?: Scalar }, ['lambd']>): Tensor;
export function softshrink(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isS(a1))) return wrap(native.call(table.handle(1255), idOf(a0), a1));
  return dispatch(table, [1255], arguments);
}

/** `softshrink_backward(Tensor grad_output, Tensor self, Scalar lambd) -> Tensor` */
export function softshrinkBackward(gradOutput: Tensor, self: Tensor, lambd: Scalar): Tensor;
export function softshrinkBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; lambd: Scalar }, ['gradOutput', 'self', 'lambd']>): Tensor;
export function softshrinkBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isS(a2)) return wrap(native.call(table.handle(1256), idOf(a0), idOf(a1), a2));
  return dispatch(table, [1256], arguments);
}

/** `sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)` */
export function sort(self: Tensor, dim?: number | bigint, descending?: boolean): [values: Tensor, indices: Tensor];
export function sort(...args: Split<[self: Tensor], { dim?: number | bigint; descending?: boolean }, ['dim', 'descending']>): [values: Tensor, indices: Tensor];
/** `sort.stable(Tensor self, *, bool? stable, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)` */
export function sort(self: Tensor, options?: { stable?: boolean | null; dim?: number | bigint; descending?: boolean }): [values: Tensor, indices: Tensor];
export function sort(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isB(a2))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1257), idOf(a0), a1, a2));
  if (n === 1 && isT(a0)) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1258), idOf(a0)));
  return dispatch(table, [1257, 1258], arguments);
}

/** `sparse_bsc_tensor.ccol_row_value(Tensor ccol_indices, Tensor row_indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
export function sparseBscTensor(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseBscTensor(...args: Split<[], { ccolIndices: Tensor; rowIndices: Tensor; values: Tensor }, ['ccolIndices', 'rowIndices', 'values'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `sparse_bsc_tensor.ccol_row_value_size(Tensor ccol_indices, Tensor row_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
export function sparseBscTensor(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseBscTensor(...args: Split<[], { ccolIndices: Tensor; rowIndices: Tensor; values: Tensor; size: readonly number[] }, ['ccolIndices', 'rowIndices', 'values', 'size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function sparseBscTensor(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(1259), idOf(a0), idOf(a1), idOf(a2)));
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isL(a3)) return wrap(native.call(table.handle(1260), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [1259, 1260], arguments);
}

/** `sparse_bsr_tensor.crow_col_value(Tensor crow_indices, Tensor col_indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
export function sparseBsrTensor(crowIndices: Tensor, colIndices: Tensor, values: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseBsrTensor(...args: Split<[], { crowIndices: Tensor; colIndices: Tensor; values: Tensor }, ['crowIndices', 'colIndices', 'values'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `sparse_bsr_tensor.crow_col_value_size(Tensor crow_indices, Tensor col_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
export function sparseBsrTensor(crowIndices: Tensor, colIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseBsrTensor(...args: Split<[], { crowIndices: Tensor; colIndices: Tensor; values: Tensor; size: readonly number[] }, ['crowIndices', 'colIndices', 'values', 'size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function sparseBsrTensor(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(1261), idOf(a0), idOf(a1), idOf(a2)));
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isL(a3)) return wrap(native.call(table.handle(1262), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [1261, 1262], arguments);
}

/** `sparse_compressed_tensor.comp_plain_value(Tensor compressed_indices, Tensor plain_indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
export function sparseCompressedTensor(compressedIndices: Tensor, plainIndices: Tensor, values: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseCompressedTensor(...args: Split<[], { compressedIndices: Tensor; plainIndices: Tensor; values: Tensor }, ['compressedIndices', 'plainIndices', 'values'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `sparse_compressed_tensor.comp_plain_value_size(Tensor compressed_indices, Tensor plain_indices, Tensor values, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
export function sparseCompressedTensor(compressedIndices: Tensor, plainIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseCompressedTensor(...args: Split<[], { compressedIndices: Tensor; plainIndices: Tensor; values: Tensor; size: readonly number[] }, ['compressedIndices', 'plainIndices', 'values', 'size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function sparseCompressedTensor(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(1263), idOf(a0), idOf(a1), idOf(a2)));
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isL(a3)) return wrap(native.call(table.handle(1264), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [1263, 1264], arguments);
}

/** `sparse_coo_tensor.indices(Tensor indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool? is_coalesced=None) -> Tensor` */
export function sparseCooTensor(indices: Tensor, values: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; isCoalesced?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseCooTensor(...args: Split<[], { indices: Tensor; values: Tensor }, ['indices', 'values'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; isCoalesced?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `sparse_coo_tensor.indices_size(Tensor indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool? is_coalesced=None) -> Tensor` */
export function sparseCooTensor(indices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; isCoalesced?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseCooTensor(...args: Split<[], { indices: Tensor; values: Tensor; size: readonly number[] }, ['indices', 'values', 'size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; isCoalesced?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `sparse_coo_tensor.size(int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
export function sparseCooTensor(size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseCooTensor(...args: Split<[], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function sparseCooTensor(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1265), idOf(a0), idOf(a1)));
  if (n === 3 && isT(a0) && isT(a1) && isL(a2)) return wrap(native.call(table.handle(1266), idOf(a0), idOf(a1), a2));
  if (n === 1 && isL(a0)) return wrap(native.call(table.handle(1267), a0));
  return dispatch(table, [1265, 1266, 1267], arguments);
}

/** `sparse_csc_tensor.ccol_row_value(Tensor ccol_indices, Tensor row_indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
export function sparseCscTensor(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseCscTensor(...args: Split<[], { ccolIndices: Tensor; rowIndices: Tensor; values: Tensor }, ['ccolIndices', 'rowIndices', 'values'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `sparse_csc_tensor.ccol_row_value_size(Tensor ccol_indices, Tensor row_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
export function sparseCscTensor(ccolIndices: Tensor, rowIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseCscTensor(...args: Split<[], { ccolIndices: Tensor; rowIndices: Tensor; values: Tensor; size: readonly number[] }, ['ccolIndices', 'rowIndices', 'values', 'size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function sparseCscTensor(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(1268), idOf(a0), idOf(a1), idOf(a2)));
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isL(a3)) return wrap(native.call(table.handle(1269), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [1268, 1269], arguments);
}

/** `sparse_csr_tensor.crow_col_value(Tensor crow_indices, Tensor col_indices, Tensor values, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
export function sparseCsrTensor(crowIndices: Tensor, colIndices: Tensor, values: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseCsrTensor(...args: Split<[], { crowIndices: Tensor; colIndices: Tensor; values: Tensor }, ['crowIndices', 'colIndices', 'values'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
/** `sparse_csr_tensor.crow_col_value_size(Tensor crow_indices, Tensor col_indices, Tensor values, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=False) -> Tensor` */
export function sparseCsrTensor(crowIndices: Tensor, colIndices: Tensor, values: Tensor, size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function sparseCsrTensor(...args: Split<[], { crowIndices: Tensor; colIndices: Tensor; values: Tensor; size: readonly number[] }, ['crowIndices', 'colIndices', 'values', 'size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function sparseCsrTensor(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(1270), idOf(a0), idOf(a1), idOf(a2)));
  if (n === 4 && isT(a0) && isT(a1) && isT(a2) && isL(a3)) return wrap(native.call(table.handle(1271), idOf(a0), idOf(a1), idOf(a2), a3));
  return dispatch(table, [1270, 1271], arguments);
}

/** `sparse_dim(Tensor self) -> int` */
export function sparseDim(self: Tensor): number;
export function sparseDim(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(1272), idOf(a0));
  return dispatch(table, [1272], arguments);
}

/** `sparse_mask(Tensor self, Tensor mask) -> Tensor` */
export function sparseMask(self: Tensor, mask: Tensor): Tensor;
export function sparseMask(...args: Split<[self: Tensor], { mask: Tensor }, ['mask']>): Tensor;
export function sparseMask(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1273), idOf(a0), idOf(a1)));
  return dispatch(table, [1273], arguments);
}

/** `sparse_resize(Tensor self, int[] size, int sparse_dim, int dense_dim) -> Tensor` */
export function sparseResize(self: Tensor, size: readonly number[], sparseDim: number | bigint, denseDim: number | bigint): Tensor;
export function sparseResize(...args: Split<[self: Tensor], { size: readonly number[]; sparseDim: number | bigint; denseDim: number | bigint }, ['size', 'sparseDim', 'denseDim']>): Tensor;
export function sparseResize(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isL(a1) && isN(a2) && isN(a3)) return wrap(native.call(table.handle(1274), idOf(a0), a1, a2, a3));
  return dispatch(table, [1274], arguments);
}

/** `sparse_resize_and_clear(Tensor self, int[] size, int sparse_dim, int dense_dim) -> Tensor` */
export function sparseResizeAndClear(self: Tensor, size: readonly number[], sparseDim: number | bigint, denseDim: number | bigint): Tensor;
export function sparseResizeAndClear(...args: Split<[self: Tensor], { size: readonly number[]; sparseDim: number | bigint; denseDim: number | bigint }, ['size', 'sparseDim', 'denseDim']>): Tensor;
export function sparseResizeAndClear(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isL(a1) && isN(a2) && isN(a3)) return wrap(native.call(table.handle(1275), idOf(a0), a1, a2, a3));
  return dispatch(table, [1275], arguments);
}

/** `sparse_resize_and_clear_(Tensor(a!) self, int[] size, int sparse_dim, int dense_dim) -> Tensor(a!)` */
export function sparseResizeAndClear_<T extends Tensor>(self: T, size: readonly number[], sparseDim: number | bigint, denseDim: number | bigint): T;
export function sparseResizeAndClear_<T extends Tensor>(...args: Split<[self: T], { size: readonly number[]; sparseDim: number | bigint; denseDim: number | bigint }, ['size', 'sparseDim', 'denseDim']>): T;
export function sparseResizeAndClear_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isL(a1) && isN(a2) && isN(a3)) { native.callInPlace(table.handle(1276), idOf(a0), a1, a2, a3); return a0; }
  return dispatch(table, [1276], arguments);
}

/** `sparse_resize_(Tensor(a!) self, int[] size, int sparse_dim, int dense_dim) -> Tensor(a!)` */
export function sparseResize_<T extends Tensor>(self: T, size: readonly number[], sparseDim: number | bigint, denseDim: number | bigint): T;
export function sparseResize_<T extends Tensor>(...args: Split<[self: T], { size: readonly number[]; sparseDim: number | bigint; denseDim: number | bigint }, ['size', 'sparseDim', 'denseDim']>): T;
export function sparseResize_(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isL(a1) && isN(a2) && isN(a3)) { native.callInPlace(table.handle(1277), idOf(a0), a1, a2, a3); return a0; }
  return dispatch(table, [1277], arguments);
}

/** `sparse_sampled_addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
export function sparseSampledAddmm(self: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
export function sparseSampledAddmm(...args: Split<[self: Tensor], { mat1: Tensor; mat2: Tensor }, ['mat1', 'mat2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
export function sparseSampledAddmm(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(1278), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [1278], arguments);
}

/** `special_airy_ai(Tensor x) -> Tensor` */
export function specialAiryAi(x: Tensor): Tensor;
export function specialAiryAi(...args: Split<[], { x: Tensor }, ['x']>): Tensor;
export function specialAiryAi(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1279), idOf(a0)));
  return dispatch(table, [1279], arguments);
}

/** `special_bessel_j0(Tensor self) -> Tensor` */
export function specialBesselJ0(self: Tensor): Tensor;
export function specialBesselJ0(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1280), idOf(a0)));
  return dispatch(table, [1280], arguments);
}

/** `special_bessel_j1(Tensor self) -> Tensor` */
export function specialBesselJ1(self: Tensor): Tensor;
export function specialBesselJ1(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1281), idOf(a0)));
  return dispatch(table, [1281], arguments);
}

/** `special_bessel_y0(Tensor self) -> Tensor` */
export function specialBesselY0(self: Tensor): Tensor;
export function specialBesselY0(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1282), idOf(a0)));
  return dispatch(table, [1282], arguments);
}

/** `special_bessel_y1(Tensor self) -> Tensor` */
export function specialBesselY1(self: Tensor): Tensor;
export function specialBesselY1(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1283), idOf(a0)));
  return dispatch(table, [1283], arguments);
}

/** `special_chebyshev_polynomial_t(Tensor x, Tensor n) -> Tensor` */
export function specialChebyshevPolynomialT(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialChebyshevPolynomialT(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_chebyshev_polynomial_t.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialChebyshevPolynomialT(x: Scalar, n: Tensor): Tensor;
export function specialChebyshevPolynomialT(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialChebyshevPolynomialT(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1284), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1285), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1286), a0, idOf(a1)));
  return dispatch(table, [1284, 1285, 1286], arguments);
}

/** `special_chebyshev_polynomial_u(Tensor x, Tensor n) -> Tensor` */
export function specialChebyshevPolynomialU(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialChebyshevPolynomialU(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_chebyshev_polynomial_u.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialChebyshevPolynomialU(x: Scalar, n: Tensor): Tensor;
export function specialChebyshevPolynomialU(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialChebyshevPolynomialU(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1287), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1288), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1289), a0, idOf(a1)));
  return dispatch(table, [1287, 1288, 1289], arguments);
}

/** `special_chebyshev_polynomial_v(Tensor x, Tensor n) -> Tensor` */
export function specialChebyshevPolynomialV(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialChebyshevPolynomialV(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_chebyshev_polynomial_v.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialChebyshevPolynomialV(x: Scalar, n: Tensor): Tensor;
export function specialChebyshevPolynomialV(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialChebyshevPolynomialV(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1290), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1291), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1292), a0, idOf(a1)));
  return dispatch(table, [1290, 1291, 1292], arguments);
}

/** `special_chebyshev_polynomial_w(Tensor x, Tensor n) -> Tensor` */
export function specialChebyshevPolynomialW(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialChebyshevPolynomialW(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_chebyshev_polynomial_w.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialChebyshevPolynomialW(x: Scalar, n: Tensor): Tensor;
export function specialChebyshevPolynomialW(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialChebyshevPolynomialW(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1293), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1294), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1295), a0, idOf(a1)));
  return dispatch(table, [1293, 1294, 1295], arguments);
}

/** `special_digamma(Tensor self) -> Tensor` */
export function specialDigamma(self: Tensor): Tensor;
export function specialDigamma(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1296), idOf(a0)));
  return dispatch(table, [1296], arguments);
}

/** `special_entr(Tensor self) -> Tensor` */
export function specialEntr(self: Tensor): Tensor;
export function specialEntr(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1297), idOf(a0)));
  return dispatch(table, [1297], arguments);
}

/** `special_erf(Tensor self) -> Tensor` */
export function specialErf(self: Tensor): Tensor;
export function specialErf(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1298), idOf(a0)));
  return dispatch(table, [1298], arguments);
}

/** `special_erfc(Tensor self) -> Tensor` */
export function specialErfc(self: Tensor): Tensor;
export function specialErfc(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1299), idOf(a0)));
  return dispatch(table, [1299], arguments);
}

/** `special_erfcx(Tensor self) -> Tensor` */
export function specialErfcx(self: Tensor): Tensor;
export function specialErfcx(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1300), idOf(a0)));
  return dispatch(table, [1300], arguments);
}

/** `special_erfinv(Tensor self) -> Tensor` */
export function specialErfinv(self: Tensor): Tensor;
export function specialErfinv(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1301), idOf(a0)));
  return dispatch(table, [1301], arguments);
}

/** `special_exp2(Tensor self) -> Tensor` */
export function specialExp2(self: Tensor): Tensor;
export function specialExp2(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1302), idOf(a0)));
  return dispatch(table, [1302], arguments);
}

/** `special_expit(Tensor self) -> Tensor` */
export function specialExpit(self: Tensor): Tensor;
export function specialExpit(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1303), idOf(a0)));
  return dispatch(table, [1303], arguments);
}

/** `special_expm1(Tensor self) -> Tensor` */
export function specialExpm1(self: Tensor): Tensor;
export function specialExpm1(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1304), idOf(a0)));
  return dispatch(table, [1304], arguments);
}

/** `special_gammainc(Tensor self, Tensor other) -> Tensor` */
export function specialGammainc(self: Tensor, other: Tensor): Tensor;
export function specialGammainc(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function specialGammainc(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1305), idOf(a0), idOf(a1)));
  return dispatch(table, [1305], arguments);
}

/** `special_gammaincc(Tensor self, Tensor other) -> Tensor` */
export function specialGammaincc(self: Tensor, other: Tensor): Tensor;
export function specialGammaincc(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function specialGammaincc(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1306), idOf(a0), idOf(a1)));
  return dispatch(table, [1306], arguments);
}

/** `special_gammaln(Tensor self) -> Tensor` */
export function specialGammaln(self: Tensor): Tensor;
export function specialGammaln(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1307), idOf(a0)));
  return dispatch(table, [1307], arguments);
}

/** `special_hermite_polynomial_h(Tensor x, Tensor n) -> Tensor` */
export function specialHermitePolynomialH(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialHermitePolynomialH(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_hermite_polynomial_h.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialHermitePolynomialH(x: Scalar, n: Tensor): Tensor;
export function specialHermitePolynomialH(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialHermitePolynomialH(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1308), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1309), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1310), a0, idOf(a1)));
  return dispatch(table, [1308, 1309, 1310], arguments);
}

/** `special_hermite_polynomial_he(Tensor x, Tensor n) -> Tensor` */
export function specialHermitePolynomialHe(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialHermitePolynomialHe(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_hermite_polynomial_he.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialHermitePolynomialHe(x: Scalar, n: Tensor): Tensor;
export function specialHermitePolynomialHe(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialHermitePolynomialHe(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1311), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1312), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1313), a0, idOf(a1)));
  return dispatch(table, [1311, 1312, 1313], arguments);
}

/** `special_i0(Tensor self) -> Tensor` */
export function specialI0(self: Tensor): Tensor;
export function specialI0(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1314), idOf(a0)));
  return dispatch(table, [1314], arguments);
}

/** `special_i0e(Tensor self) -> Tensor` */
export function specialI0e(self: Tensor): Tensor;
export function specialI0e(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1315), idOf(a0)));
  return dispatch(table, [1315], arguments);
}

/** `special_i1(Tensor self) -> Tensor` */
export function specialI1(self: Tensor): Tensor;
export function specialI1(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1316), idOf(a0)));
  return dispatch(table, [1316], arguments);
}

/** `special_i1e(Tensor self) -> Tensor` */
export function specialI1e(self: Tensor): Tensor;
export function specialI1e(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1317), idOf(a0)));
  return dispatch(table, [1317], arguments);
}

/** `special_laguerre_polynomial_l(Tensor x, Tensor n) -> Tensor` */
export function specialLaguerrePolynomialL(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialLaguerrePolynomialL(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_laguerre_polynomial_l.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialLaguerrePolynomialL(x: Scalar, n: Tensor): Tensor;
export function specialLaguerrePolynomialL(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialLaguerrePolynomialL(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1318), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1319), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1320), a0, idOf(a1)));
  return dispatch(table, [1318, 1319, 1320], arguments);
}

/** `special_legendre_polynomial_p(Tensor x, Tensor n) -> Tensor` */
export function specialLegendrePolynomialP(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialLegendrePolynomialP(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_legendre_polynomial_p.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialLegendrePolynomialP(x: Scalar, n: Tensor): Tensor;
export function specialLegendrePolynomialP(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialLegendrePolynomialP(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1321), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1322), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1323), a0, idOf(a1)));
  return dispatch(table, [1321, 1322, 1323], arguments);
}

/** `special_log1p(Tensor self) -> Tensor` */
export function specialLog1p(self: Tensor): Tensor;
export function specialLog1p(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1324), idOf(a0)));
  return dispatch(table, [1324], arguments);
}

/** `special_log_ndtr(Tensor self) -> Tensor` */
export function specialLogNdtr(self: Tensor): Tensor;
export function specialLogNdtr(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1325), idOf(a0)));
  return dispatch(table, [1325], arguments);
}

/** `special_log_softmax(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
export function specialLogSoftmax(self: Tensor, dim: number | bigint, options?: { dtype?: DType | null }): Tensor;
export function specialLogSoftmax(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim'], { dtype?: DType | null }>): Tensor;
export function specialLogSoftmax(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1326), idOf(a0), a1));
  return dispatch(table, [1326], arguments);
}

/** `special_logit(Tensor self, float? eps=None) -> Tensor` */
export function specialLogit(self: Tensor, eps?: number | null): Tensor;
export function specialLogit(...args: Split<[self: Tensor], { eps?: number | null }, ['eps']>): Tensor;
export function specialLogit(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isN(a1))) return wrap(native.call(table.handle(1327), idOf(a0), a1));
  return dispatch(table, [1327], arguments);
}

/** `special_logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
export function specialLogsumexp(self: Tensor, dim: readonly number[] | number, keepdim?: boolean): Tensor;
export function specialLogsumexp(...args: Split<[self: Tensor], { dim: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
export function specialLogsumexp(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isLN(a1) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(1328), idOf(a0), a1, a2));
  return dispatch(table, [1328], arguments);
}

/** `special_modified_bessel_i0(Tensor self) -> Tensor` */
export function specialModifiedBesselI0(self: Tensor): Tensor;
export function specialModifiedBesselI0(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1329), idOf(a0)));
  return dispatch(table, [1329], arguments);
}

/** `special_modified_bessel_i1(Tensor self) -> Tensor` */
export function specialModifiedBesselI1(self: Tensor): Tensor;
export function specialModifiedBesselI1(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1330), idOf(a0)));
  return dispatch(table, [1330], arguments);
}

/** `special_modified_bessel_k0(Tensor self) -> Tensor` */
export function specialModifiedBesselK0(self: Tensor): Tensor;
export function specialModifiedBesselK0(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1331), idOf(a0)));
  return dispatch(table, [1331], arguments);
}

/** `special_modified_bessel_k1(Tensor self) -> Tensor` */
export function specialModifiedBesselK1(self: Tensor): Tensor;
export function specialModifiedBesselK1(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1332), idOf(a0)));
  return dispatch(table, [1332], arguments);
}

/** `special_multigammaln(Tensor self, int p) -> Tensor` */
export function specialMultigammaln(self: Tensor, p: number | bigint): Tensor;
export function specialMultigammaln(...args: Split<[self: Tensor], { p: number | bigint }, ['p']>): Tensor;
export function specialMultigammaln(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1333), idOf(a0), a1));
  return dispatch(table, [1333], arguments);
}

/** `special_ndtr(Tensor self) -> Tensor` */
export function specialNdtr(self: Tensor): Tensor;
export function specialNdtr(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1334), idOf(a0)));
  return dispatch(table, [1334], arguments);
}

/** `special_ndtri(Tensor self) -> Tensor` */
export function specialNdtri(self: Tensor): Tensor;
export function specialNdtri(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1335), idOf(a0)));
  return dispatch(table, [1335], arguments);
}

/** `special_polygamma(int n, Tensor self) -> Tensor` */
export function specialPolygamma(n: number | bigint, self: Tensor): Tensor;
export function specialPolygamma(...args: Split<[], { n: number | bigint; self: Tensor }, ['n', 'self']>): Tensor;
export function specialPolygamma(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isN(a0) && isT(a1)) return wrap(native.call(table.handle(1336), a0, idOf(a1)));
  return dispatch(table, [1336], arguments);
}

/** `special_psi(Tensor self) -> Tensor` */
export function specialPsi(self: Tensor): Tensor;
export function specialPsi(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1337), idOf(a0)));
  return dispatch(table, [1337], arguments);
}

/** `special_round(Tensor self, *, int decimals=0) -> Tensor` */
export function specialRound(self: Tensor, options?: { decimals?: number | bigint }): Tensor;
export function specialRound(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1338), idOf(a0)));
  return dispatch(table, [1338], arguments);
}

/** `special_scaled_modified_bessel_k0(Tensor x) -> Tensor` */
export function specialScaledModifiedBesselK0(x: Tensor): Tensor;
export function specialScaledModifiedBesselK0(...args: Split<[], { x: Tensor }, ['x']>): Tensor;
export function specialScaledModifiedBesselK0(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1339), idOf(a0)));
  return dispatch(table, [1339], arguments);
}

/** `special_scaled_modified_bessel_k1(Tensor x) -> Tensor` */
export function specialScaledModifiedBesselK1(x: Tensor): Tensor;
export function specialScaledModifiedBesselK1(...args: Split<[], { x: Tensor }, ['x']>): Tensor;
export function specialScaledModifiedBesselK1(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1340), idOf(a0)));
  return dispatch(table, [1340], arguments);
}

/** `special_shifted_chebyshev_polynomial_t(Tensor x, Tensor n) -> Tensor` */
export function specialShiftedChebyshevPolynomialT(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialShiftedChebyshevPolynomialT(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_shifted_chebyshev_polynomial_t.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialShiftedChebyshevPolynomialT(x: Scalar, n: Tensor): Tensor;
export function specialShiftedChebyshevPolynomialT(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialShiftedChebyshevPolynomialT(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1341), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1342), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1343), a0, idOf(a1)));
  return dispatch(table, [1341, 1342, 1343], arguments);
}

/** `special_shifted_chebyshev_polynomial_u(Tensor x, Tensor n) -> Tensor` */
export function specialShiftedChebyshevPolynomialU(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialShiftedChebyshevPolynomialU(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_shifted_chebyshev_polynomial_u.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialShiftedChebyshevPolynomialU(x: Scalar, n: Tensor): Tensor;
export function specialShiftedChebyshevPolynomialU(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialShiftedChebyshevPolynomialU(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1344), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1345), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1346), a0, idOf(a1)));
  return dispatch(table, [1344, 1345, 1346], arguments);
}

/** `special_shifted_chebyshev_polynomial_v(Tensor x, Tensor n) -> Tensor` */
export function specialShiftedChebyshevPolynomialV(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialShiftedChebyshevPolynomialV(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_shifted_chebyshev_polynomial_v.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialShiftedChebyshevPolynomialV(x: Scalar, n: Tensor): Tensor;
export function specialShiftedChebyshevPolynomialV(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialShiftedChebyshevPolynomialV(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1347), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1348), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1349), a0, idOf(a1)));
  return dispatch(table, [1347, 1348, 1349], arguments);
}

/** `special_shifted_chebyshev_polynomial_w(Tensor x, Tensor n) -> Tensor` */
export function specialShiftedChebyshevPolynomialW(x: Tensor, n: Tensor | Scalar): Tensor;
export function specialShiftedChebyshevPolynomialW(...args: Split<[], { x: Tensor; n: Tensor | Scalar }, ['x', 'n']>): Tensor;
/** `special_shifted_chebyshev_polynomial_w.x_scalar(Scalar x, Tensor n) -> Tensor` */
export function specialShiftedChebyshevPolynomialW(x: Scalar, n: Tensor): Tensor;
export function specialShiftedChebyshevPolynomialW(...args: Split<[], { x: Scalar; n: Tensor }, ['x', 'n']>): Tensor;
export function specialShiftedChebyshevPolynomialW(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1350), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1351), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1352), a0, idOf(a1)));
  return dispatch(table, [1350, 1351, 1352], arguments);
}

/** `special_sinc(Tensor self) -> Tensor` */
export function specialSinc(self: Tensor): Tensor;
export function specialSinc(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1353), idOf(a0)));
  return dispatch(table, [1353], arguments);
}

/** `special_softmax(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
export function specialSoftmax(self: Tensor, dim: number | bigint, dtype?: DType | null): Tensor;
export function specialSoftmax(...args: Split<[self: Tensor], { dim: number | bigint; dtype?: DType | null }, ['dim', 'dtype']>): Tensor;
export function specialSoftmax(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 == null || isStr(a2))) return wrap(native.call(table.handle(1354), idOf(a0), a1, a2));
  return dispatch(table, [1354], arguments);
}

/** `special_spherical_bessel_j0(Tensor x) -> Tensor` */
export function specialSphericalBesselJ0(x: Tensor): Tensor;
export function specialSphericalBesselJ0(...args: Split<[], { x: Tensor }, ['x']>): Tensor;
export function specialSphericalBesselJ0(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1355), idOf(a0)));
  return dispatch(table, [1355], arguments);
}

/** `special_xlog1py(Tensor self, Tensor other) -> Tensor` */
export function specialXlog1py(self: Tensor, other: Tensor | Scalar): Tensor;
export function specialXlog1py(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `special_xlog1py.self_scalar(Scalar self, Tensor other) -> Tensor` */
export function specialXlog1py(self: Scalar, other: Tensor): Tensor;
export function specialXlog1py(...args: Split<[self: Scalar], { other: Tensor }, ['other']>): Tensor;
export function specialXlog1py(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1356), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1357), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1358), a0, idOf(a1)));
  return dispatch(table, [1356, 1357, 1358], arguments);
}

/** `special_xlogy(Tensor self, Tensor other) -> Tensor` */
export function specialXlogy(self: Tensor, other: Tensor | Scalar): Tensor;
export function specialXlogy(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `special_xlogy.self_scalar(Scalar self, Tensor other) -> Tensor` */
export function specialXlogy(self: Scalar, other: Tensor): Tensor;
export function specialXlogy(...args: Split<[self: Scalar], { other: Tensor }, ['other']>): Tensor;
export function specialXlogy(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1359), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1360), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1361), a0, idOf(a1)));
  return dispatch(table, [1359, 1360, 1361], arguments);
}

/** `special_zeta(Tensor self, Tensor other) -> Tensor` */
export function specialZeta(self: Tensor, other: Tensor | Scalar): Tensor;
export function specialZeta(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `special_zeta.self_scalar(Scalar self, Tensor other) -> Tensor` */
export function specialZeta(self: Scalar, other: Tensor): Tensor;
export function specialZeta(...args: Split<[self: Scalar], { other: Tensor }, ['other']>): Tensor;
export function specialZeta(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1362), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1363), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1364), a0, idOf(a1)));
  return dispatch(table, [1362, 1363, 1364], arguments);
}

/** `split.Tensor(Tensor(a -> *) self, SymInt split_size, int dim=0) -> Tensor(a)[]` */
export function split(self: Tensor, splitSize: number | bigint, dim?: number | bigint): Tensor[];
export function split(...args: Split<[self: Tensor], { splitSize: number | bigint; dim?: number | bigint }, ['splitSize', 'dim']>): Tensor[];
/** `split.sizes(Tensor(a -> *) self, SymInt[] split_size, int dim=0) -> Tensor(a)[]` */
export function split(self: Tensor, splitSize: readonly number[], dim?: number | bigint): Tensor[];
export function split(...args: Split<[self: Tensor], { splitSize: readonly number[]; dim?: number | bigint }, ['splitSize', 'dim']>): Tensor[];
export function split(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(1365), idOf(a0), a1, a2));
  if (n >= 2 && n <= 3 && isT(a0) && isL(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(1366), idOf(a0), a1, a2));
  return dispatch(table, [1365, 1366], arguments);
}

/** `split_copy.Tensor(Tensor self, SymInt split_size, int dim=0) -> Tensor[]` */
export function splitCopy(self: Tensor, splitSize: number | bigint, dim?: number | bigint): Tensor[];
export function splitCopy(...args: Split<[self: Tensor], { splitSize: number | bigint; dim?: number | bigint }, ['splitSize', 'dim']>): Tensor[];
export function splitCopy(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(1367), idOf(a0), a1, a2));
  return dispatch(table, [1367], arguments);
}

/** `split_with_sizes(Tensor(a -> *) self, SymInt[] split_sizes, int dim=0) -> Tensor(a)[]` */
export function splitWithSizes(self: Tensor, splitSizes: readonly number[], dim?: number | bigint): Tensor[];
export function splitWithSizes(...args: Split<[self: Tensor], { splitSizes: readonly number[]; dim?: number | bigint }, ['splitSizes', 'dim']>): Tensor[];
export function splitWithSizes(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isL(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(1368), idOf(a0), a1, a2));
  return dispatch(table, [1368], arguments);
}

/** `split_with_sizes_copy(Tensor self, SymInt[] split_sizes, int dim=0) -> Tensor[]` */
export function splitWithSizesCopy(self: Tensor, splitSizes: readonly number[], dim?: number | bigint): Tensor[];
export function splitWithSizesCopy(...args: Split<[self: Tensor], { splitSizes: readonly number[]; dim?: number | bigint }, ['splitSizes', 'dim']>): Tensor[];
export function splitWithSizesCopy(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isL(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(1369), idOf(a0), a1, a2));
  return dispatch(table, [1369], arguments);
}

/** `sqrt(Tensor self) -> Tensor` */
export function sqrt(self: Tensor): Tensor;
export function sqrt(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1370), idOf(a0)));
  return dispatch(table, [1370], arguments);
}

/** `sqrt_(Tensor(a!) self) -> Tensor(a!)` */
export function sqrt_<T extends Tensor>(self: T): T;
export function sqrt_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1371), idOf(a0)); return a0; }
  return dispatch(table, [1371], arguments);
}

/** `square(Tensor self) -> Tensor` */
export function square(self: Tensor): Tensor;
export function square(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1372), idOf(a0)));
  return dispatch(table, [1372], arguments);
}

/** `square_(Tensor(a!) self) -> Tensor(a!)` */
export function square_<T extends Tensor>(self: T): T;
export function square_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1373), idOf(a0)); return a0; }
  return dispatch(table, [1373], arguments);
}

/** `squeeze(Tensor(a) self) -> Tensor(a)` */
export function squeeze(self: Tensor): Tensor;
/** `squeeze.dim(Tensor(a) self, int dim) -> Tensor(a)` */
export function squeeze(self: Tensor, dim: number | bigint): Tensor;
export function squeeze(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim']>): Tensor;
/** `squeeze.dims(Tensor(a) self, int[] dim) -> Tensor(a)` */
export function squeeze(self: Tensor, dim: readonly number[]): Tensor;
export function squeeze(...args: Split<[self: Tensor], { dim: readonly number[] }, ['dim']>): Tensor;
export function squeeze(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1374), idOf(a0)));
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1375), idOf(a0), a1));
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1376), idOf(a0), a1));
  return dispatch(table, [1374, 1375, 1376], arguments);
}

/** `squeeze_copy(Tensor self) -> Tensor` */
export function squeezeCopy(self: Tensor): Tensor;
/** `squeeze_copy.dim(Tensor self, int dim) -> Tensor` */
export function squeezeCopy(self: Tensor, dim: number | bigint): Tensor;
export function squeezeCopy(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim']>): Tensor;
/** `squeeze_copy.dims(Tensor self, int[] dim) -> Tensor` */
export function squeezeCopy(self: Tensor, dim: readonly number[]): Tensor;
export function squeezeCopy(...args: Split<[self: Tensor], { dim: readonly number[] }, ['dim']>): Tensor;
export function squeezeCopy(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1377), idOf(a0)));
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1378), idOf(a0), a1));
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1379), idOf(a0), a1));
  return dispatch(table, [1377, 1378, 1379], arguments);
}

/** `squeeze_(Tensor(a!) self) -> Tensor(a!)` */
export function squeeze_<T extends Tensor>(self: T): T;
/** `squeeze_.dim(Tensor(a!) self, int dim) -> Tensor(a!)` */
export function squeeze_<T extends Tensor>(self: T, dim: number | bigint): T;
export function squeeze_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint }, ['dim']>): T;
/** `squeeze_.dims(Tensor(a!) self, int[] dim) -> Tensor(a!)` */
export function squeeze_<T extends Tensor>(self: T, dim: readonly number[]): T;
export function squeeze_<T extends Tensor>(...args: Split<[self: T], { dim: readonly number[] }, ['dim']>): T;
export function squeeze_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1380), idOf(a0)); return a0; }
  if (n === 2 && isT(a0) && isN(a1)) { native.callInPlace(table.handle(1381), idOf(a0), a1); return a0; }
  if (n === 2 && isT(a0) && isL(a1)) { native.callInPlace(table.handle(1382), idOf(a0), a1); return a0; }
  return dispatch(table, [1380, 1381, 1382], arguments);
}

/** `sspaddmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
export function sspaddmm(self: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
export function sspaddmm(...args: Split<[self: Tensor], { mat1: Tensor; mat2: Tensor }, ['mat1', 'mat2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
export function sspaddmm(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(1383), idOf(a0), idOf(a1), idOf(a2)));
  return dispatch(table, [1383], arguments);
}

/** `stack(Tensor[] tensors, int dim=0) -> Tensor` */
export function stack(tensors: readonly Tensor[], dim?: number | bigint): Tensor;
export function stack(...args: Split<[], { tensors: readonly Tensor[]; dim?: number | bigint }, ['tensors', 'dim']>): Tensor;
export function stack(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isTs(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(1384), ids(a0), a1));
  return dispatch(table, [1384], arguments);
}

/** `std(Tensor self, bool unbiased=True) -> Tensor` */
export function std(self: Tensor, unbiased?: boolean): Tensor;
export function std(...args: Split<[self: Tensor], { unbiased?: boolean }, ['unbiased']>): Tensor;
/** `std.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor` */
export function std(self: Tensor, dim?: readonly number[] | number | null, options?: { correction?: Scalar | null; keepdim?: boolean }): Tensor;
export function std(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null }, ['dim'], { correction?: Scalar | null; keepdim?: boolean }>): Tensor;
/** `std.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor` */
export function std(self: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean, keepdim?: boolean): Tensor;
export function std(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null; unbiased?: boolean; keepdim?: boolean }, ['dim', 'unbiased', 'keepdim']>): Tensor;
export function std(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isB(a1))) return wrap(native.call(table.handle(1385), idOf(a0), a1));
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isLN(a1))) return wrap(native.call(table.handle(1386), idOf(a0), a1));
  if (n >= 2 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isB(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(1387), idOf(a0), a1, a2, a3));
  return dispatch(table, [1385, 1386, 1387], arguments);
}

/** `std_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)` */
export function stdMean(self: Tensor, unbiased?: boolean): [Tensor, Tensor];
export function stdMean(...args: Split<[self: Tensor], { unbiased?: boolean }, ['unbiased']>): [Tensor, Tensor];
/** `std_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)` */
export function stdMean(self: Tensor, dim?: readonly number[] | number | null, options?: { correction?: Scalar | null; keepdim?: boolean }): [Tensor, Tensor];
export function stdMean(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null }, ['dim'], { correction?: Scalar | null; keepdim?: boolean }>): [Tensor, Tensor];
/** `std_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)` */
export function stdMean(self: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean, keepdim?: boolean): [Tensor, Tensor];
export function stdMean(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null; unbiased?: boolean; keepdim?: boolean }, ['dim', 'unbiased', 'keepdim']>): [Tensor, Tensor];
export function stdMean(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isB(a1))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1388), idOf(a0), a1));
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isLN(a1))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1389), idOf(a0), a1));
  if (n >= 2 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isB(a2)) && (a3 === undefined || isB(a3))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1390), idOf(a0), a1, a2, a3));
  return dispatch(table, [1388, 1389, 1390], arguments);
}

/** `stft.center(Tensor self, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode="reflect", bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None) -> Tensor` */
export function stft(self: Tensor, nFft: number | bigint, hopLength?: number | bigint | null, winLength?: number | bigint | null, window?: Tensor | null, center?: boolean, padMode?: 'constant' | 'reflect' | 'replicate' | 'circular', normalized?: boolean, onesided?: boolean | null, returnComplex?: boolean | null, alignToWindow?: boolean | null): Tensor;
export function stft(...args: Split<[self: Tensor], { nFft: number | bigint; hopLength?: number | bigint | null; winLength?: number | bigint | null; window?: Tensor | null; center?: boolean; padMode?: 'constant' | 'reflect' | 'replicate' | 'circular'; normalized?: boolean; onesided?: boolean | null; returnComplex?: boolean | null; alignToWindow?: boolean | null }, ['nFft', 'hopLength', 'winLength', 'window', 'center', 'padMode', 'normalized', 'onesided', 'returnComplex', 'alignToWindow']>): Tensor;
export function stft(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any, a9?: any, a10?: any, a11?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 11 && isT(a0) && isN(a1) && (a2 == null || isN(a2)) && (a3 == null || isN(a3)) && isOptT(a4) && (a5 === undefined || isB(a5)) && (a6 === undefined || isStr(a6)) && (a7 === undefined || isB(a7)) && (a8 == null || isB(a8)) && (a9 == null || isB(a9)) && (a10 == null || isB(a10))) return wrap(native.call(table.handle(1391), idOf(a0), a1, a2, a3, optId(a4), a5, a6, a7, a8, a9, a10));
  return dispatch(table, [1391], arguments);
}

/** `storage_offset(Tensor self) -> int` */
export function storageOffset(self: Tensor): number;
export function storageOffset(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(1392), idOf(a0));
  return dispatch(table, [1392], arguments);
}

/** `stride.int(Tensor self, int dim) -> int` */
export function stride(self: Tensor, dim: number | bigint): number;
export function stride(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim']>): number;
export function stride(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return native.call(table.handle(1393), idOf(a0), a1);
  return dispatch(table, [1393], arguments);
}

/** `sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
export function sub(self: Tensor, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
export function sub(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): Tensor;
/** `sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
export function sub(self: Tensor, other: Scalar, alpha?: Scalar): Tensor;
export function sub(...args: Split<[self: Tensor], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): Tensor;
export function sub(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1394), idOf(a0), idOf(a1)));
  if (n >= 2 && n <= 3 && isT(a0) && isS(a1) && (a2 === undefined || isS(a2))) return wrap(native.call(table.handle(1395), idOf(a0), a1, a2));
  return dispatch(table, [1394, 1395], arguments);
}

/** `sub_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
export function sub_<T extends Tensor>(self: T, other: Tensor | Scalar, options?: { alpha?: Scalar }): T;
export function sub_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): T;
/** `sub_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
export function sub_<T extends Tensor>(self: T, other: Scalar, alpha?: Scalar): T;
export function sub_<T extends Tensor>(...args: Split<[self: T], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): T;
export function sub_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(1396), idOf(a0), idOf(a1)); return a0; }
  if (n >= 2 && n <= 3 && isT(a0) && isS(a1) && (a2 === undefined || isS(a2))) { native.callInPlace(table.handle(1397), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [1396, 1397], arguments);
}

/** `subtract.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
export function subtract(self: Tensor, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
export function subtract(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): Tensor;
/** `subtract.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
export function subtract(self: Tensor, other: Scalar, alpha?: Scalar): Tensor;
export function subtract(...args: Split<[self: Tensor], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): Tensor;
export function subtract(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1398), idOf(a0), idOf(a1)));
  if (n >= 2 && n <= 3 && isT(a0) && isS(a1) && (a2 === undefined || isS(a2))) return wrap(native.call(table.handle(1399), idOf(a0), a1, a2));
  return dispatch(table, [1398, 1399], arguments);
}

/** `subtract_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
export function subtract_<T extends Tensor>(self: T, other: Tensor | Scalar, options?: { alpha?: Scalar }): T;
export function subtract_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): T;
/** `subtract_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
export function subtract_<T extends Tensor>(self: T, other: Scalar, alpha?: Scalar): T;
export function subtract_<T extends Tensor>(...args: Split<[self: T], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): T;
export function subtract_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(1400), idOf(a0), idOf(a1)); return a0; }
  if (n >= 2 && n <= 3 && isT(a0) && isS(a1) && (a2 === undefined || isS(a2))) { native.callInPlace(table.handle(1401), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [1400, 1401], arguments);
}

/** `sum(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
export function sum(self: Tensor, options?: { dtype?: DType | null }): Tensor;
/** `sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
export function sum(self: Tensor, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
export function sum(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null; keepdim?: boolean }, ['dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
export function sum(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1402), idOf(a0)));
  if (n >= 2 && n <= 3 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(1403), idOf(a0), a1, a2));
  return dispatch(table, [1402, 1403], arguments);
}

/** `sum_to_size(Tensor self, SymInt[] size) -> Tensor` */
export function sumToSize(self: Tensor, size: readonly number[]): Tensor;
export function sumToSize(...args: Split<[self: Tensor], { size: readonly number[] }, ['size']>): Tensor;
export function sumToSize(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1404), idOf(a0), a1));
  return dispatch(table, [1404], arguments);
}

/** `svd(Tensor self, bool some=True, bool compute_uv=True) -> (Tensor U, Tensor S, Tensor V)` */
export function svd(self: Tensor, some?: boolean, computeUv?: boolean): [U: Tensor, S: Tensor, V: Tensor];
export function svd(...args: Split<[self: Tensor], { some?: boolean; computeUv?: boolean }, ['some', 'computeUv']>): [U: Tensor, S: Tensor, V: Tensor];
export function svd(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isB(a1)) && (a2 === undefined || isB(a2))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(1405), idOf(a0), a1, a2));
  return dispatch(table, [1405], arguments);
}

/** `swapaxes(Tensor(a) self, int axis0, int axis1) -> Tensor(a)` */
export function swapaxes(self: Tensor, axis0: number | bigint, axis1: number | bigint): Tensor;
export function swapaxes(...args: Split<[self: Tensor], { axis0: number | bigint; axis1: number | bigint }, ['axis0', 'axis1']>): Tensor;
export function swapaxes(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) return wrap(native.call(table.handle(1406), idOf(a0), a1, a2));
  return dispatch(table, [1406], arguments);
}

/** `swapaxes_(Tensor(a!) self, int axis0, int axis1) -> Tensor(a!)` */
export function swapaxes_<T extends Tensor>(self: T, axis0: number | bigint, axis1: number | bigint): T;
export function swapaxes_<T extends Tensor>(...args: Split<[self: T], { axis0: number | bigint; axis1: number | bigint }, ['axis0', 'axis1']>): T;
export function swapaxes_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) { native.callInPlace(table.handle(1407), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [1407], arguments);
}

/** `swapdims(Tensor(a) self, int dim0, int dim1) -> Tensor(a)` */
export function swapdims(self: Tensor, dim0: number | bigint, dim1: number | bigint): Tensor;
export function swapdims(...args: Split<[self: Tensor], { dim0: number | bigint; dim1: number | bigint }, ['dim0', 'dim1']>): Tensor;
export function swapdims(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) return wrap(native.call(table.handle(1408), idOf(a0), a1, a2));
  return dispatch(table, [1408], arguments);
}

/** `swapdims_(Tensor(a!) self, int dim0, int dim1) -> Tensor(a!)` */
export function swapdims_<T extends Tensor>(self: T, dim0: number | bigint, dim1: number | bigint): T;
export function swapdims_<T extends Tensor>(...args: Split<[self: T], { dim0: number | bigint; dim1: number | bigint }, ['dim0', 'dim1']>): T;
export function swapdims_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) { native.callInPlace(table.handle(1409), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [1409], arguments);
}

/** `sym_numel(Tensor self) -> SymInt` */
export function symNumel(self: Tensor): number;
export function symNumel(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(1410), idOf(a0));
  return dispatch(table, [1410], arguments);
}

/** `sym_size.int(Tensor self, int dim) -> SymInt` */
export function symSize(self: Tensor, dim: number | bigint): number;
export function symSize(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim']>): number;
export function symSize(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return native.call(table.handle(1411), idOf(a0), a1);
  return dispatch(table, [1411], arguments);
}

/** `sym_storage_offset(Tensor self) -> SymInt` */
export function symStorageOffset(self: Tensor): number;
export function symStorageOffset(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return native.call(table.handle(1412), idOf(a0));
  return dispatch(table, [1412], arguments);
}

/** `sym_stride.int(Tensor self, int dim) -> SymInt` */
export function symStride(self: Tensor, dim: number | bigint): number;
export function symStride(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim']>): number;
export function symStride(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return native.call(table.handle(1413), idOf(a0), a1);
  return dispatch(table, [1413], arguments);
}

/** `t(Tensor(a) self) -> Tensor(a)` */
export function t(self: Tensor): Tensor;
export function t(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1414), idOf(a0)));
  return dispatch(table, [1414], arguments);
}

/** `t_copy(Tensor self) -> Tensor` */
export function tCopy(self: Tensor): Tensor;
export function tCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1415), idOf(a0)));
  return dispatch(table, [1415], arguments);
}

/** `t_(Tensor(a!) self) -> Tensor(a!)` */
export function t_<T extends Tensor>(self: T): T;
export function t_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1416), idOf(a0)); return a0; }
  return dispatch(table, [1416], arguments);
}

/** `take(Tensor self, Tensor index) -> Tensor` */
export function take(self: Tensor, index: Tensor): Tensor;
export function take(...args: Split<[self: Tensor], { index: Tensor }, ['index']>): Tensor;
export function take(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1417), idOf(a0), idOf(a1)));
  return dispatch(table, [1417], arguments);
}

/** `take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor` */
export function takeAlongDim(self: Tensor, indices: Tensor, dim?: number | bigint | null): Tensor;
export function takeAlongDim(...args: Split<[self: Tensor], { indices: Tensor; dim?: number | bigint | null }, ['indices', 'dim']>): Tensor;
export function takeAlongDim(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 == null || isN(a2))) return wrap(native.call(table.handle(1418), idOf(a0), idOf(a1), a2));
  return dispatch(table, [1418], arguments);
}

/** `tan(Tensor self) -> Tensor` */
export function tan(self: Tensor): Tensor;
export function tan(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1419), idOf(a0)));
  return dispatch(table, [1419], arguments);
}

/** `tan_(Tensor(a!) self) -> Tensor(a!)` */
export function tan_<T extends Tensor>(self: T): T;
export function tan_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1420), idOf(a0)); return a0; }
  return dispatch(table, [1420], arguments);
}

/** `tanh(Tensor self) -> Tensor` */
export function tanh(self: Tensor): Tensor;
export function tanh(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1421), idOf(a0)));
  return dispatch(table, [1421], arguments);
}

/** `tanh_backward(Tensor grad_output, Tensor output) -> Tensor` */
export function tanhBackward(gradOutput: Tensor, output: Tensor): Tensor;
export function tanhBackward(...args: Split<[], { gradOutput: Tensor; output: Tensor }, ['gradOutput', 'output']>): Tensor;
export function tanhBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1422), idOf(a0), idOf(a1)));
  return dispatch(table, [1422], arguments);
}

/** `tanh_(Tensor(a!) self) -> Tensor(a!)` */
export function tanh_<T extends Tensor>(self: T): T;
export function tanh_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1423), idOf(a0)); return a0; }
  return dispatch(table, [1423], arguments);
}

/** `tensor_split.tensor_indices_or_sections(Tensor(a -> *) self, Tensor tensor_indices_or_sections, int dim=0) -> Tensor(a)[]` */
export function tensorSplit(self: Tensor, tensorIndicesOrSections: Tensor, dim?: number | bigint): Tensor[];
export function tensorSplit(...args: Split<[self: Tensor], { tensorIndicesOrSections: Tensor; dim?: number | bigint }, ['tensorIndicesOrSections', 'dim']>): Tensor[];
/** `tensor_split.indices(Tensor(a -> *) self, SymInt[] indices, int dim=0) -> Tensor(a)[]` */
export function tensorSplit(self: Tensor, indices: readonly number[], dim?: number | bigint): Tensor[];
export function tensorSplit(...args: Split<[self: Tensor], { indices: readonly number[]; dim?: number | bigint }, ['indices', 'dim']>): Tensor[];
/** `tensor_split.sections(Tensor(a -> *) self, SymInt sections, int dim=0) -> Tensor(a)[]` */
export function tensorSplit(self: Tensor, sections: number | bigint, dim?: number | bigint): Tensor[];
export function tensorSplit(...args: Split<[self: Tensor], { sections: number | bigint; dim?: number | bigint }, ['sections', 'dim']>): Tensor[];
export function tensorSplit(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(1424), idOf(a0), idOf(a1), a2));
  if (n >= 2 && n <= 3 && isT(a0) && isL(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(1425), idOf(a0), a1, a2));
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(1426), idOf(a0), a1, a2));
  return dispatch(table, [1424, 1425, 1426], arguments);
}

/** `tensordot(Tensor self, Tensor other, int[] dims_self, int[] dims_other) -> Tensor` */
export function tensordot(self: Tensor, other: Tensor, dimsSelf: readonly number[], dimsOther: readonly number[]): Tensor;
export function tensordot(...args: Split<[self: Tensor], { other: Tensor; dimsSelf: readonly number[]; dimsOther: readonly number[] }, ['other', 'dimsSelf', 'dimsOther']>): Tensor;
export function tensordot(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isT(a1) && isL(a2) && isL(a3)) return wrap(native.call(table.handle(1427), idOf(a0), idOf(a1), a2, a3));
  return dispatch(table, [1427], arguments);
}

/** `thnn_conv2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0]) -> Tensor` */
export function thnnConv2d(self: Tensor, weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number): Tensor;
export function thnnConv2d(...args: Split<[self: Tensor], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding']>): Tensor;
export function thnnConv2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 6 && isT(a0) && isT(a1) && isLN(a2) && isOptT(a3) && (a4 === undefined || isLN(a4)) && (a5 === undefined || isLN(a5))) return wrap(native.call(table.handle(1428), idOf(a0), idOf(a1), a2, optId(a3), a4, a5));
  return dispatch(table, [1428], arguments);
}

/** `threshold(Tensor self, Scalar threshold, Scalar value) -> Tensor` */
export function threshold(self: Tensor, threshold: Scalar, value: Scalar): Tensor;
export function threshold(...args: Split<[self: Tensor], { threshold: Scalar; value: Scalar }, ['threshold', 'value']>): Tensor;
export function threshold(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isS(a1) && isS(a2)) return wrap(native.call(table.handle(1429), idOf(a0), a1, a2));
  return dispatch(table, [1429], arguments);
}

/** `threshold_backward(Tensor grad_output, Tensor self, Scalar threshold) -> Tensor` */
export function thresholdBackward(gradOutput: Tensor, self: Tensor, threshold: Scalar): Tensor;
export function thresholdBackward(...args: Split<[], { gradOutput: Tensor; self: Tensor; threshold: Scalar }, ['gradOutput', 'self', 'threshold']>): Tensor;
export function thresholdBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isS(a2)) return wrap(native.call(table.handle(1430), idOf(a0), idOf(a1), a2));
  return dispatch(table, [1430], arguments);
}

/** `threshold_(Tensor(a!) self, Scalar threshold, Scalar value) -> Tensor(a!)` */
export function threshold_<T extends Tensor>(self: T, threshold: Scalar, value: Scalar): T;
export function threshold_<T extends Tensor>(...args: Split<[self: T], { threshold: Scalar; value: Scalar }, ['threshold', 'value']>): T;
export function threshold_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isS(a1) && isS(a2)) { native.callInPlace(table.handle(1431), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [1431], arguments);
}

/** `tile(Tensor self, SymInt[] dims) -> Tensor` */
export function tile(self: Tensor, dims: readonly number[]): Tensor;
export function tile(...args: Split<[self: Tensor], { dims: readonly number[] }, ['dims']>): Tensor;
export function tile(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1432), idOf(a0), a1));
  return dispatch(table, [1432], arguments);
}

/** `to.other(Tensor(a) self, Tensor other, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)` */
export function to(self: Tensor, other: Tensor, nonBlocking?: boolean, copy?: boolean, memoryFormat?: MemoryFormat | null): Tensor;
export function to(...args: Split<[self: Tensor], { other: Tensor; nonBlocking?: boolean; copy?: boolean; memoryFormat?: MemoryFormat | null }, ['other', 'nonBlocking', 'copy', 'memoryFormat']>): Tensor;
/** `to.dtype(Tensor(a) self, ScalarType dtype, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)` */
export function to(self: Tensor, dtype: DType, nonBlocking?: boolean, copy?: boolean, memoryFormat?: MemoryFormat | null): Tensor;
export function to(...args: Split<[self: Tensor], { dtype: DType; nonBlocking?: boolean; copy?: boolean; memoryFormat?: MemoryFormat | null }, ['dtype', 'nonBlocking', 'copy', 'memoryFormat']>): Tensor;
/** `to.device(Tensor(a) self, Device device, ScalarType dtype, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)` */
export function to(self: Tensor, device: Device, dtype: DType, nonBlocking?: boolean, copy?: boolean, memoryFormat?: MemoryFormat | null): Tensor;
export function to(...args: Split<[self: Tensor], { device: Device; dtype: DType; nonBlocking?: boolean; copy?: boolean; memoryFormat?: MemoryFormat | null }, ['device', 'dtype', 'nonBlocking', 'copy', 'memoryFormat']>): Tensor;
/** `to.dtype_layout(Tensor(a) self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool non_blocking=False, bool copy=False, MemoryFormat? memory_format=None) -> Tensor(a)` */
export function to(self: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; nonBlocking?: boolean; copy?: boolean; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function to(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isT(a1) && (a2 === undefined || isB(a2)) && (a3 === undefined || isB(a3)) && (a4 == null || isStr(a4))) return wrap(native.call(table.handle(1433), idOf(a0), idOf(a1), a2, a3, a4));
  if (n >= 2 && n <= 5 && isT(a0) && isStr(a1) && (a2 === undefined || isB(a2)) && (a3 === undefined || isB(a3)) && (a4 == null || isStr(a4))) return wrap(native.call(table.handle(1434), idOf(a0), a1, a2, a3, a4));
  if (n >= 3 && n <= 6 && isT(a0) && isStr(a1) && isStr(a2) && (a3 === undefined || isB(a3)) && (a4 === undefined || isB(a4)) && (a5 == null || isStr(a5))) return wrap(native.call(table.handle(1435), idOf(a0), a1, a2, a3, a4, a5));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1436), idOf(a0)));
  return dispatch(table, [1433, 1434, 1435, 1436], arguments);
}

/** `to_dense(Tensor self, ScalarType? dtype=None, *, bool? masked_grad=None) -> Tensor` */
export function toDense(self: Tensor, dtype?: DType | null, options?: { maskedGrad?: boolean | null }): Tensor;
export function toDense(...args: Split<[self: Tensor], { dtype?: DType | null }, ['dtype'], { maskedGrad?: boolean | null }>): Tensor;
export function toDense(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isStr(a1))) return wrap(native.call(table.handle(1437), idOf(a0), a1));
  return dispatch(table, [1437], arguments);
}

/** `to_dense_backward(Tensor grad, Tensor input, bool? masked_grad=None) -> Tensor` */
export function toDenseBackward(grad: Tensor, input: Tensor, maskedGrad?: boolean | null): Tensor;
export function toDenseBackward(...args: Split<[], { grad: Tensor; input: Tensor; maskedGrad?: boolean | null }, ['grad', 'input', 'maskedGrad']>): Tensor;
export function toDenseBackward(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isT(a1) && (a2 == null || isB(a2))) return wrap(native.call(table.handle(1438), idOf(a0), idOf(a1), a2));
  return dispatch(table, [1438], arguments);
}

/** `to_mkldnn(Tensor self, ScalarType? dtype=None) -> Tensor` */
export function toMkldnn(self: Tensor, dtype?: DType | null): Tensor;
export function toMkldnn(...args: Split<[self: Tensor], { dtype?: DType | null }, ['dtype']>): Tensor;
export function toMkldnn(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isStr(a1))) return wrap(native.call(table.handle(1439), idOf(a0), a1));
  return dispatch(table, [1439], arguments);
}

/** `to_mkldnn_backward(Tensor grad, Tensor input) -> Tensor` */
export function toMkldnnBackward(grad: Tensor, input: Tensor): Tensor;
export function toMkldnnBackward(...args: Split<[], { grad: Tensor; input: Tensor }, ['grad', 'input']>): Tensor;
export function toMkldnnBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1440), idOf(a0), idOf(a1)));
  return dispatch(table, [1440], arguments);
}

/** `to_padded_tensor(Tensor self, float padding, SymInt[]? output_size=None) -> Tensor` */
export function toPaddedTensor(self: Tensor, padding: number, outputSize?: readonly number[] | null): Tensor;
export function toPaddedTensor(...args: Split<[self: Tensor], { padding: number; outputSize?: readonly number[] | null }, ['padding', 'outputSize']>): Tensor;
export function toPaddedTensor(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 == null || isL(a2))) return wrap(native.call(table.handle(1441), idOf(a0), a1, a2));
  return dispatch(table, [1441], arguments);
}

/** `to_sparse.sparse_dim(Tensor self, int sparse_dim) -> Tensor` */
export function toSparse(self: Tensor, sparseDim: number | bigint): Tensor;
export function toSparse(...args: Split<[self: Tensor], { sparseDim: number | bigint }, ['sparseDim']>): Tensor;
/** `to_sparse(Tensor self, *, Layout? layout=None, int[2]? blocksize=None, int? dense_dim=None) -> Tensor` */
export function toSparse(self: Tensor, options?: { layout?: Layout | null; blocksize?: readonly number[] | number | null; denseDim?: number | bigint | null }): Tensor;
export function toSparse(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1442), idOf(a0), a1));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1443), idOf(a0)));
  return dispatch(table, [1442, 1443], arguments);
}

/** `to_sparse_bsc(Tensor self, int[2] blocksize, int? dense_dim=None) -> Tensor` */
export function toSparseBsc(self: Tensor, blocksize: readonly number[] | number, denseDim?: number | bigint | null): Tensor;
export function toSparseBsc(...args: Split<[self: Tensor], { blocksize: readonly number[] | number; denseDim?: number | bigint | null }, ['blocksize', 'denseDim']>): Tensor;
export function toSparseBsc(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isLN(a1) && (a2 == null || isN(a2))) return wrap(native.call(table.handle(1444), idOf(a0), a1, a2));
  return dispatch(table, [1444], arguments);
}

/** `to_sparse_bsr(Tensor self, int[2] blocksize, int? dense_dim=None) -> Tensor` */
export function toSparseBsr(self: Tensor, blocksize: readonly number[] | number, denseDim?: number | bigint | null): Tensor;
export function toSparseBsr(...args: Split<[self: Tensor], { blocksize: readonly number[] | number; denseDim?: number | bigint | null }, ['blocksize', 'denseDim']>): Tensor;
export function toSparseBsr(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isLN(a1) && (a2 == null || isN(a2))) return wrap(native.call(table.handle(1445), idOf(a0), a1, a2));
  return dispatch(table, [1445], arguments);
}

/** `to_sparse_csc(Tensor self, int? dense_dim=None) -> Tensor` */
export function toSparseCsc(self: Tensor, denseDim?: number | bigint | null): Tensor;
export function toSparseCsc(...args: Split<[self: Tensor], { denseDim?: number | bigint | null }, ['denseDim']>): Tensor;
export function toSparseCsc(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isN(a1))) return wrap(native.call(table.handle(1446), idOf(a0), a1));
  return dispatch(table, [1446], arguments);
}

/** `to_sparse_csr(Tensor self, int? dense_dim=None) -> Tensor` */
export function toSparseCsr(self: Tensor, denseDim?: number | bigint | null): Tensor;
export function toSparseCsr(...args: Split<[self: Tensor], { denseDim?: number | bigint | null }, ['denseDim']>): Tensor;
export function toSparseCsr(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isN(a1))) return wrap(native.call(table.handle(1447), idOf(a0), a1));
  return dispatch(table, [1447], arguments);
}

/** `topk(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)` */
export function topk(self: Tensor, k: number | bigint, dim?: number | bigint, largest?: boolean, sorted?: boolean): [values: Tensor, indices: Tensor];
export function topk(...args: Split<[self: Tensor], { k: number | bigint; dim?: number | bigint; largest?: boolean; sorted?: boolean }, ['k', 'dim', 'largest', 'sorted']>): [values: Tensor, indices: Tensor];
export function topk(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isN(a1) && (a2 === undefined || isN(a2)) && (a3 === undefined || isB(a3)) && (a4 === undefined || isB(a4))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1448), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [1448], arguments);
}

/** `trace(Tensor self) -> Tensor` */
export function trace(self: Tensor): Tensor;
export function trace(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1449), idOf(a0)));
  return dispatch(table, [1449], arguments);
}

/** `trace_backward(Tensor grad, SymInt[] sizes) -> Tensor` */
export function traceBackward(grad: Tensor, sizes: readonly number[]): Tensor;
export function traceBackward(...args: Split<[], { grad: Tensor; sizes: readonly number[] }, ['grad', 'sizes']>): Tensor;
export function traceBackward(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1450), idOf(a0), a1));
  return dispatch(table, [1450], arguments);
}

/** `transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)` */
export function transpose(self: Tensor, dim0: number | bigint, dim1: number | bigint): Tensor;
export function transpose(...args: Split<[self: Tensor], { dim0: number | bigint; dim1: number | bigint }, ['dim0', 'dim1']>): Tensor;
export function transpose(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) return wrap(native.call(table.handle(1451), idOf(a0), a1, a2));
  return dispatch(table, [1451], arguments);
}

/** `transpose_copy.int(Tensor self, int dim0, int dim1) -> Tensor` */
export function transposeCopy(self: Tensor, dim0: number | bigint, dim1: number | bigint): Tensor;
export function transposeCopy(...args: Split<[self: Tensor], { dim0: number | bigint; dim1: number | bigint }, ['dim0', 'dim1']>): Tensor;
export function transposeCopy(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) return wrap(native.call(table.handle(1452), idOf(a0), a1, a2));
  return dispatch(table, [1452], arguments);
}

/** `transpose_(Tensor(a!) self, int dim0, int dim1) -> Tensor(a!)` */
export function transpose_<T extends Tensor>(self: T, dim0: number | bigint, dim1: number | bigint): T;
export function transpose_<T extends Tensor>(...args: Split<[self: T], { dim0: number | bigint; dim1: number | bigint }, ['dim0', 'dim1']>): T;
export function transpose_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isN(a2)) { native.callInPlace(table.handle(1453), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [1453], arguments);
}

/** `trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor` */
export function trapezoid(y: Tensor, x: Tensor, options?: { dim?: number | bigint }): Tensor;
export function trapezoid(...args: Split<[], { y: Tensor; x: Tensor }, ['y', 'x'], { dim?: number | bigint }>): Tensor;
/** `trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor` */
export function trapezoid(y: Tensor, options?: { dx?: Scalar; dim?: number | bigint }): Tensor;
export function trapezoid(...args: Split<[], { y: Tensor }, ['y'], { dx?: Scalar; dim?: number | bigint }>): Tensor;
export function trapezoid(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1454), idOf(a0), idOf(a1)));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1455), idOf(a0)));
  return dispatch(table, [1454, 1455], arguments);
}

/** `trapz.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor` */
export function trapz(y: Tensor, x: Tensor, options?: { dim?: number | bigint }): Tensor;
export function trapz(...args: Split<[], { y: Tensor; x: Tensor }, ['y', 'x'], { dim?: number | bigint }>): Tensor;
/** `trapz.dx(Tensor y, *, float dx=1., int dim=-1) -> Tensor` */
export function trapz(y: Tensor, options?: { dx?: number; dim?: number | bigint }): Tensor;
export function trapz(...args: Split<[], { y: Tensor }, ['y'], { dx?: number; dim?: number | bigint }>): Tensor;
export function trapz(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1456), idOf(a0), idOf(a1)));
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1457), idOf(a0)));
  return dispatch(table, [1456, 1457], arguments);
}

/** `triangular_solve(Tensor self, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False) -> (Tensor solution, Tensor cloned_coefficient)` */
export function triangularSolve(self: Tensor, A: Tensor, upper?: boolean, transpose?: boolean, unitriangular?: boolean): [solution: Tensor, clonedCoefficient: Tensor];
export function triangularSolve(...args: Split<[self: Tensor], { A: Tensor; upper?: boolean; transpose?: boolean; unitriangular?: boolean }, ['A', 'upper', 'transpose', 'unitriangular']>): [solution: Tensor, clonedCoefficient: Tensor];
export function triangularSolve(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isT(a1) && (a2 === undefined || isB(a2)) && (a3 === undefined || isB(a3)) && (a4 === undefined || isB(a4))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1458), idOf(a0), idOf(a1), a2, a3, a4));
  return dispatch(table, [1458], arguments);
}

/** `tril(Tensor self, SymInt diagonal=0) -> Tensor` */
export function tril(self: Tensor, diagonal?: number | bigint): Tensor;
export function tril(...args: Split<[self: Tensor], { diagonal?: number | bigint }, ['diagonal']>): Tensor;
export function tril(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(1459), idOf(a0), a1));
  return dispatch(table, [1459], arguments);
}

/** `tril_indices(int row, int col, int offset=0, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function trilIndices(row: number | bigint, col: number | bigint, offset?: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function trilIndices(...args: Split<[], { row: number | bigint; col: number | bigint; offset?: number | bigint }, ['row', 'col', 'offset'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function trilIndices(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isN(a0) && isN(a1) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(1460), a0, a1, a2));
  return dispatch(table, [1460], arguments);
}

/** `tril_(Tensor(a!) self, SymInt diagonal=0) -> Tensor(a!)` */
export function tril_<T extends Tensor>(self: T, diagonal?: number | bigint): T;
export function tril_<T extends Tensor>(...args: Split<[self: T], { diagonal?: number | bigint }, ['diagonal']>): T;
export function tril_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) { native.callInPlace(table.handle(1461), idOf(a0), a1); return a0; }
  return dispatch(table, [1461], arguments);
}

/** `triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1., float p=2., float eps=9.9999999999999995e-07, bool swap=False, int reduction=1) -> Tensor` */
export function tripletMarginLoss(anchor: Tensor, positive: Tensor, negative: Tensor, margin?: number, p?: number, eps?: number, swap?: boolean, reduction?: number | bigint): Tensor;
export function tripletMarginLoss(...args: Split<[], { anchor: Tensor; positive: Tensor; negative: Tensor; margin?: number; p?: number; eps?: number; swap?: boolean; reduction?: number | bigint }, ['anchor', 'positive', 'negative', 'margin', 'p', 'eps', 'swap', 'reduction']>): Tensor;
export function tripletMarginLoss(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any, a8?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 8 && isT(a0) && isT(a1) && isT(a2) && (a3 === undefined || isN(a3)) && (a4 === undefined || isN(a4)) && (a5 === undefined || isN(a5)) && (a6 === undefined || isB(a6)) && (a7 === undefined || isN(a7))) return wrap(native.call(table.handle(1462), idOf(a0), idOf(a1), idOf(a2), a3, a4, a5, a6, a7));
  return dispatch(table, [1462], arguments);
}

/** `triu(Tensor self, SymInt diagonal=0) -> Tensor` */
export function triu(self: Tensor, diagonal?: number | bigint): Tensor;
export function triu(...args: Split<[self: Tensor], { diagonal?: number | bigint }, ['diagonal']>): Tensor;
export function triu(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrap(native.call(table.handle(1463), idOf(a0), a1));
  return dispatch(table, [1463], arguments);
}

/** `triu_indices(int row, int col, int offset=0, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function triuIndices(row: number | bigint, col: number | bigint, offset?: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function triuIndices(...args: Split<[], { row: number | bigint; col: number | bigint; offset?: number | bigint }, ['row', 'col', 'offset'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function triuIndices(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isN(a0) && isN(a1) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(1464), a0, a1, a2));
  return dispatch(table, [1464], arguments);
}

/** `triu_(Tensor(a!) self, SymInt diagonal=0) -> Tensor(a!)` */
export function triu_<T extends Tensor>(self: T, diagonal?: number | bigint): T;
export function triu_<T extends Tensor>(...args: Split<[self: T], { diagonal?: number | bigint }, ['diagonal']>): T;
export function triu_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) { native.callInPlace(table.handle(1465), idOf(a0), a1); return a0; }
  return dispatch(table, [1465], arguments);
}

/** `true_divide.Tensor(Tensor self, Tensor other) -> Tensor` */
export function trueDivide(self: Tensor, other: Tensor | Scalar): Tensor;
export function trueDivide(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
export function trueDivide(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1466), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1467), idOf(a0), a1));
  return dispatch(table, [1466, 1467], arguments);
}

/** `true_divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function trueDivide_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function trueDivide_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function trueDivide_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(1468), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(1469), idOf(a0), a1); return a0; }
  return dispatch(table, [1468, 1469], arguments);
}

/** `trunc(Tensor self) -> Tensor` */
export function trunc(self: Tensor): Tensor;
export function trunc(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1470), idOf(a0)));
  return dispatch(table, [1470], arguments);
}

/** `trunc_(Tensor(a!) self) -> Tensor(a!)` */
export function trunc_<T extends Tensor>(self: T): T;
export function trunc_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1471), idOf(a0)); return a0; }
  return dispatch(table, [1471], arguments);
}

/** `type_as(Tensor self, Tensor other) -> Tensor` */
export function typeAs(self: Tensor, other: Tensor): Tensor;
export function typeAs(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function typeAs(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1472), idOf(a0), idOf(a1)));
  return dispatch(table, [1472], arguments);
}

/** `unbind.int(Tensor(a -> *) self, int dim=0) -> Tensor(a)[]` */
export function unbind(self: Tensor, dim?: number | bigint): Tensor[];
export function unbind(...args: Split<[self: Tensor], { dim?: number | bigint }, ['dim']>): Tensor[];
export function unbind(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrapAll(native.call(table.handle(1473), idOf(a0), a1));
  return dispatch(table, [1473], arguments);
}

/** `unbind_copy.int(Tensor self, int dim=0) -> Tensor[]` */
export function unbindCopy(self: Tensor, dim?: number | bigint): Tensor[];
export function unbindCopy(...args: Split<[self: Tensor], { dim?: number | bigint }, ['dim']>): Tensor[];
export function unbindCopy(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isN(a1))) return wrapAll(native.call(table.handle(1474), idOf(a0), a1));
  return dispatch(table, [1474], arguments);
}

/** `unflatten.int(Tensor(a) self, int dim, SymInt[] sizes) -> Tensor(a)` */
export function unflatten(self: Tensor, dim: number | bigint, sizes: readonly number[]): Tensor;
export function unflatten(...args: Split<[self: Tensor], { dim: number | bigint; sizes: readonly number[] }, ['dim', 'sizes']>): Tensor;
export function unflatten(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isN(a1) && isL(a2)) return wrap(native.call(table.handle(1475), idOf(a0), a1, a2));
  return dispatch(table, [1475], arguments);
}

/** `unflatten_dense_tensors(Tensor flat, Tensor[] tensors) -> Tensor[]` */
export function unflattenDenseTensors(flat: Tensor, tensors: readonly Tensor[]): Tensor[];
export function unflattenDenseTensors(...args: Split<[], { flat: Tensor; tensors: readonly Tensor[] }, ['flat', 'tensors']>): Tensor[];
export function unflattenDenseTensors(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isTs(a1)) return wrapAll(native.call(table.handle(1476), idOf(a0), ids(a1)));
  return dispatch(table, [1476], arguments);
}

/** `unfold(Tensor(a) self, int dimension, int size, int step) -> Tensor(a)` */
export function unfold(self: Tensor, dimension: number | bigint, size: number | bigint, step: number | bigint): Tensor;
export function unfold(...args: Split<[self: Tensor], { dimension: number | bigint; size: number | bigint; step: number | bigint }, ['dimension', 'size', 'step']>): Tensor;
export function unfold(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isN(a2) && isN(a3)) return wrap(native.call(table.handle(1477), idOf(a0), a1, a2, a3));
  return dispatch(table, [1477], arguments);
}

/** `unfold_backward(Tensor grad_in, SymInt[] input_sizes, int dim, int size, int step) -> Tensor` */
export function unfoldBackward(gradIn: Tensor, inputSizes: readonly number[], dim: number | bigint, size: number | bigint, step: number | bigint): Tensor;
export function unfoldBackward(...args: Split<[], { gradIn: Tensor; inputSizes: readonly number[]; dim: number | bigint; size: number | bigint; step: number | bigint }, ['gradIn', 'inputSizes', 'dim', 'size', 'step']>): Tensor;
export function unfoldBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isL(a1) && isN(a2) && isN(a3) && isN(a4)) return wrap(native.call(table.handle(1478), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [1478], arguments);
}

/** `unfold_copy(Tensor self, int dimension, int size, int step) -> Tensor` */
export function unfoldCopy(self: Tensor, dimension: number | bigint, size: number | bigint, step: number | bigint): Tensor;
export function unfoldCopy(...args: Split<[self: Tensor], { dimension: number | bigint; size: number | bigint; step: number | bigint }, ['dimension', 'size', 'step']>): Tensor;
export function unfoldCopy(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && isN(a1) && isN(a2) && isN(a3)) return wrap(native.call(table.handle(1479), idOf(a0), a1, a2, a3));
  return dispatch(table, [1479], arguments);
}

/** `uniform(Tensor self, float from=0., float to=1., *, Generator? generator=None) -> Tensor` */
export function uniform(self: Tensor, from?: number, to?: number, options?: { generator?: Generator | null }): Tensor;
export function uniform(...args: Split<[self: Tensor], { from?: number; to?: number }, ['from', 'to'], { generator?: Generator | null }>): Tensor;
export function uniform(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2))) return wrap(native.call(table.handle(1480), idOf(a0), a1, a2));
  return dispatch(table, [1480], arguments);
}

/** `uniform_(Tensor(a!) self, float from=0., float to=1., *, Generator? generator=None) -> Tensor(a!)` */
export function uniform_<T extends Tensor>(self: T, from?: number, to?: number, options?: { generator?: Generator | null }): T;
export function uniform_<T extends Tensor>(...args: Split<[self: T], { from?: number; to?: number }, ['from', 'to'], { generator?: Generator | null }>): T;
export function uniform_(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 === undefined || isN(a1)) && (a2 === undefined || isN(a2))) { native.callInPlace(table.handle(1481), idOf(a0), a1, a2); return a0; }
  return dispatch(table, [1481], arguments);
}

/** `unique_dim(Tensor self, int dim, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)` */
export function uniqueDim(self: Tensor, dim: number | bigint, sorted?: boolean, returnInverse?: boolean, returnCounts?: boolean): [Tensor, Tensor, Tensor];
export function uniqueDim(...args: Split<[self: Tensor], { dim: number | bigint; sorted?: boolean; returnInverse?: boolean; returnCounts?: boolean }, ['dim', 'sorted', 'returnInverse', 'returnCounts']>): [Tensor, Tensor, Tensor];
export function uniqueDim(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 5 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2)) && (a3 === undefined || isB(a3)) && (a4 === undefined || isB(a4))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(1482), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [1482], arguments);
}

/** `unique_dim_consecutive(Tensor self, int dim, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)` */
export function uniqueDimConsecutive(self: Tensor, dim: number | bigint, returnInverse?: boolean, returnCounts?: boolean): [Tensor, Tensor, Tensor];
export function uniqueDimConsecutive(...args: Split<[self: Tensor], { dim: number | bigint; returnInverse?: boolean; returnCounts?: boolean }, ['dim', 'returnInverse', 'returnCounts']>): [Tensor, Tensor, Tensor];
export function uniqueDimConsecutive(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 4 && isT(a0) && isN(a1) && (a2 === undefined || isB(a2)) && (a3 === undefined || isB(a3))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1]), wrapOpt(r[2])])(native.call(table.handle(1483), idOf(a0), a1, a2, a3));
  return dispatch(table, [1483], arguments);
}

/** `unsafe_chunk(Tensor self, int chunks, int dim=0) -> Tensor[]` */
export function unsafeChunk(self: Tensor, chunks: number | bigint, dim?: number | bigint): Tensor[];
export function unsafeChunk(...args: Split<[self: Tensor], { chunks: number | bigint; dim?: number | bigint }, ['chunks', 'dim']>): Tensor[];
export function unsafeChunk(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(1484), idOf(a0), a1, a2));
  return dispatch(table, [1484], arguments);
}

/** `unsafe_split.Tensor(Tensor self, SymInt split_size, int dim=0) -> Tensor[]` */
export function unsafeSplit(self: Tensor, splitSize: number | bigint, dim?: number | bigint): Tensor[];
export function unsafeSplit(...args: Split<[self: Tensor], { splitSize: number | bigint; dim?: number | bigint }, ['splitSize', 'dim']>): Tensor[];
export function unsafeSplit(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isN(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(1485), idOf(a0), a1, a2));
  return dispatch(table, [1485], arguments);
}

/** `unsafe_split_with_sizes(Tensor self, SymInt[] split_sizes, int dim=0) -> Tensor[]` */
export function unsafeSplitWithSizes(self: Tensor, splitSizes: readonly number[], dim?: number | bigint): Tensor[];
export function unsafeSplitWithSizes(...args: Split<[self: Tensor], { splitSizes: readonly number[]; dim?: number | bigint }, ['splitSizes', 'dim']>): Tensor[];
export function unsafeSplitWithSizes(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isL(a1) && (a2 === undefined || isN(a2))) return wrapAll(native.call(table.handle(1486), idOf(a0), a1, a2));
  return dispatch(table, [1486], arguments);
}

/** `unsqueeze(Tensor(a) self, int dim) -> Tensor(a)` */
export function unsqueeze(self: Tensor, dim: number | bigint): Tensor;
export function unsqueeze(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim']>): Tensor;
export function unsqueeze(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1487), idOf(a0), a1));
  return dispatch(table, [1487], arguments);
}

/** `unsqueeze_copy(Tensor self, int dim) -> Tensor` */
export function unsqueezeCopy(self: Tensor, dim: number | bigint): Tensor;
export function unsqueezeCopy(...args: Split<[self: Tensor], { dim: number | bigint }, ['dim']>): Tensor;
export function unsqueezeCopy(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) return wrap(native.call(table.handle(1488), idOf(a0), a1));
  return dispatch(table, [1488], arguments);
}

/** `unsqueeze_(Tensor(a!) self, int dim) -> Tensor(a!)` */
export function unsqueeze_<T extends Tensor>(self: T, dim: number | bigint): T;
export function unsqueeze_<T extends Tensor>(...args: Split<[self: T], { dim: number | bigint }, ['dim']>): T;
export function unsqueeze_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isN(a1)) { native.callInPlace(table.handle(1489), idOf(a0), a1); return a0; }
  return dispatch(table, [1489], arguments);
}

/** `upsample_bicubic2d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
export function upsampleBicubic2d(input: Tensor, outputSize: readonly number[] | null | undefined, alignCorners: boolean, scaleFactors?: readonly number[] | null): Tensor;
export function upsampleBicubic2d(...args: Split<[], { input: Tensor; outputSize?: readonly number[] | null; alignCorners: boolean; scaleFactors?: readonly number[] | null }, ['input', 'outputSize', 'alignCorners', 'scaleFactors']>): Tensor;
/** `upsample_bicubic2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
export function upsampleBicubic2d(self: Tensor, outputSize: readonly number[] | number, alignCorners: boolean, scalesH?: number | null, scalesW?: number | null): Tensor;
export function upsampleBicubic2d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number; alignCorners: boolean; scalesH?: number | null; scalesW?: number | null }, ['outputSize', 'alignCorners', 'scalesH', 'scalesW']>): Tensor;
export function upsampleBicubic2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && (a1 == null || isL(a1)) && isB(a2) && (a3 == null || isL(a3))) return wrap(native.call(table.handle(1490), idOf(a0), a1, a2, a3));
  if (n >= 3 && n <= 5 && isT(a0) && isLN(a1) && isB(a2) && (a3 == null || isN(a3)) && (a4 == null || isN(a4))) return wrap(native.call(table.handle(1491), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [1490, 1491], arguments);
}

/** `upsample_bicubic2d_backward(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
export function upsampleBicubic2dBackward(gradOutput: Tensor, outputSize: readonly number[] | number, inputSize: readonly number[] | number, alignCorners: boolean, scalesH?: number | null, scalesW?: number | null): Tensor;
export function upsampleBicubic2dBackward(...args: Split<[], { gradOutput: Tensor; outputSize: readonly number[] | number; inputSize: readonly number[] | number; alignCorners: boolean; scalesH?: number | null; scalesW?: number | null }, ['gradOutput', 'outputSize', 'inputSize', 'alignCorners', 'scalesH', 'scalesW']>): Tensor;
export function upsampleBicubic2dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 6 && isT(a0) && isLN(a1) && isLN(a2) && isB(a3) && (a4 == null || isN(a4)) && (a5 == null || isN(a5))) return wrap(native.call(table.handle(1492), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [1492], arguments);
}

/** `upsample_bilinear2d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
export function upsampleBilinear2d(input: Tensor, outputSize: readonly number[] | null | undefined, alignCorners: boolean, scaleFactors?: readonly number[] | null): Tensor;
export function upsampleBilinear2d(...args: Split<[], { input: Tensor; outputSize?: readonly number[] | null; alignCorners: boolean; scaleFactors?: readonly number[] | null }, ['input', 'outputSize', 'alignCorners', 'scaleFactors']>): Tensor;
/** `upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
export function upsampleBilinear2d(self: Tensor, outputSize: readonly number[] | number, alignCorners: boolean, scalesH?: number | null, scalesW?: number | null): Tensor;
export function upsampleBilinear2d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number; alignCorners: boolean; scalesH?: number | null; scalesW?: number | null }, ['outputSize', 'alignCorners', 'scalesH', 'scalesW']>): Tensor;
export function upsampleBilinear2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && (a1 == null || isL(a1)) && isB(a2) && (a3 == null || isL(a3))) return wrap(native.call(table.handle(1493), idOf(a0), a1, a2, a3));
  if (n >= 3 && n <= 5 && isT(a0) && isLN(a1) && isB(a2) && (a3 == null || isN(a3)) && (a4 == null || isN(a4))) return wrap(native.call(table.handle(1494), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [1493, 1494], arguments);
}

/** `upsample_bilinear2d_backward(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
export function upsampleBilinear2dBackward(gradOutput: Tensor, outputSize: readonly number[] | number, inputSize: readonly number[] | number, alignCorners: boolean, scalesH?: number | null, scalesW?: number | null): Tensor;
export function upsampleBilinear2dBackward(...args: Split<[], { gradOutput: Tensor; outputSize: readonly number[] | number; inputSize: readonly number[] | number; alignCorners: boolean; scalesH?: number | null; scalesW?: number | null }, ['gradOutput', 'outputSize', 'inputSize', 'alignCorners', 'scalesH', 'scalesW']>): Tensor;
export function upsampleBilinear2dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 6 && isT(a0) && isLN(a1) && isLN(a2) && isB(a3) && (a4 == null || isN(a4)) && (a5 == null || isN(a5))) return wrap(native.call(table.handle(1495), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [1495], arguments);
}

/** `upsample_linear1d(Tensor self, SymInt[1] output_size, bool align_corners, float? scales=None) -> Tensor` */
export function upsampleLinear1d(self: Tensor, outputSize: readonly number[] | number, alignCorners: boolean, scales?: number | null): Tensor;
export function upsampleLinear1d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number; alignCorners: boolean; scales?: number | null }, ['outputSize', 'alignCorners', 'scales']>): Tensor;
/** `upsample_linear1d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
export function upsampleLinear1d(input: Tensor, outputSize: readonly number[] | null | undefined, alignCorners: boolean, scaleFactors?: readonly number[] | null): Tensor;
export function upsampleLinear1d(...args: Split<[], { input: Tensor; outputSize?: readonly number[] | null; alignCorners: boolean; scaleFactors?: readonly number[] | null }, ['input', 'outputSize', 'alignCorners', 'scaleFactors']>): Tensor;
export function upsampleLinear1d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isLN(a1) && isB(a2) && (a3 == null || isN(a3))) return wrap(native.call(table.handle(1496), idOf(a0), a1, a2, a3));
  if (n === 4 && isT(a0) && (a1 == null || isL(a1)) && isB(a2) && (a3 == null || isL(a3))) return wrap(native.call(table.handle(1497), idOf(a0), a1, a2, a3));
  return dispatch(table, [1496, 1497], arguments);
}

/** `upsample_linear1d_backward(Tensor grad_output, SymInt[1] output_size, SymInt[3] input_size, bool align_corners, float? scales=None) -> Tensor` */
export function upsampleLinear1dBackward(gradOutput: Tensor, outputSize: readonly number[] | number, inputSize: readonly number[] | number, alignCorners: boolean, scales?: number | null): Tensor;
export function upsampleLinear1dBackward(...args: Split<[], { gradOutput: Tensor; outputSize: readonly number[] | number; inputSize: readonly number[] | number; alignCorners: boolean; scales?: number | null }, ['gradOutput', 'outputSize', 'inputSize', 'alignCorners', 'scales']>): Tensor;
export function upsampleLinear1dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 5 && isT(a0) && isLN(a1) && isLN(a2) && isB(a3) && (a4 == null || isN(a4))) return wrap(native.call(table.handle(1498), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [1498], arguments);
}

/** `upsample_nearest1d(Tensor self, SymInt[1] output_size, float? scales=None) -> Tensor` */
export function upsampleNearest1d(self: Tensor, outputSize: readonly number[] | number, scales?: number | null): Tensor;
export function upsampleNearest1d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number; scales?: number | null }, ['outputSize', 'scales']>): Tensor;
/** `upsample_nearest1d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor` */
export function upsampleNearest1d(input: Tensor, outputSize?: readonly number[] | null, scaleFactors?: readonly number[] | null): Tensor;
export function upsampleNearest1d(...args: Split<[], { input: Tensor; outputSize?: readonly number[] | null; scaleFactors?: readonly number[] | null }, ['input', 'outputSize', 'scaleFactors']>): Tensor;
export function upsampleNearest1d(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 2 && n <= 3 && isT(a0) && isLN(a1) && (a2 == null || isN(a2))) return wrap(native.call(table.handle(1499), idOf(a0), a1, a2));
  if (n === 3 && isT(a0) && (a1 == null || isL(a1)) && (a2 == null || isL(a2))) return wrap(native.call(table.handle(1500), idOf(a0), a1, a2));
  return dispatch(table, [1499, 1500], arguments);
}

/** `upsample_nearest1d_backward(Tensor grad_output, SymInt[1] output_size, SymInt[3] input_size, float? scales=None) -> Tensor` */
export function upsampleNearest1dBackward(gradOutput: Tensor, outputSize: readonly number[] | number, inputSize: readonly number[] | number, scales?: number | null): Tensor;
export function upsampleNearest1dBackward(...args: Split<[], { gradOutput: Tensor; outputSize: readonly number[] | number; inputSize: readonly number[] | number; scales?: number | null }, ['gradOutput', 'outputSize', 'inputSize', 'scales']>): Tensor;
export function upsampleNearest1dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 4 && isT(a0) && isLN(a1) && isLN(a2) && (a3 == null || isN(a3))) return wrap(native.call(table.handle(1501), idOf(a0), a1, a2, a3));
  return dispatch(table, [1501], arguments);
}

/** `upsample_nearest2d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor` */
export function upsampleNearest2d(input: Tensor, outputSize?: readonly number[] | null, scaleFactors?: readonly number[] | null): Tensor;
export function upsampleNearest2d(...args: Split<[], { input: Tensor; outputSize?: readonly number[] | null; scaleFactors?: readonly number[] | null }, ['input', 'outputSize', 'scaleFactors']>): Tensor;
/** `upsample_nearest2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor` */
export function upsampleNearest2d(self: Tensor, outputSize: readonly number[] | number, scalesH?: number | null, scalesW?: number | null): Tensor;
export function upsampleNearest2d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number; scalesH?: number | null; scalesW?: number | null }, ['outputSize', 'scalesH', 'scalesW']>): Tensor;
export function upsampleNearest2d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && (a1 == null || isL(a1)) && (a2 == null || isL(a2))) return wrap(native.call(table.handle(1502), idOf(a0), a1, a2));
  if (n >= 2 && n <= 4 && isT(a0) && isLN(a1) && (a2 == null || isN(a2)) && (a3 == null || isN(a3))) return wrap(native.call(table.handle(1503), idOf(a0), a1, a2, a3));
  return dispatch(table, [1502, 1503], arguments);
}

/** `upsample_nearest2d_backward(Tensor grad_output, SymInt[2] output_size, SymInt[4] input_size, float? scales_h=None, float? scales_w=None) -> Tensor` */
export function upsampleNearest2dBackward(gradOutput: Tensor, outputSize: readonly number[] | number, inputSize: readonly number[] | number, scalesH?: number | null, scalesW?: number | null): Tensor;
export function upsampleNearest2dBackward(...args: Split<[], { gradOutput: Tensor; outputSize: readonly number[] | number; inputSize: readonly number[] | number; scalesH?: number | null; scalesW?: number | null }, ['gradOutput', 'outputSize', 'inputSize', 'scalesH', 'scalesW']>): Tensor;
export function upsampleNearest2dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 5 && isT(a0) && isLN(a1) && isLN(a2) && (a3 == null || isN(a3)) && (a4 == null || isN(a4))) return wrap(native.call(table.handle(1504), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [1504], arguments);
}

/** `upsample_nearest3d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor` */
export function upsampleNearest3d(input: Tensor, outputSize?: readonly number[] | null, scaleFactors?: readonly number[] | null): Tensor;
export function upsampleNearest3d(...args: Split<[], { input: Tensor; outputSize?: readonly number[] | null; scaleFactors?: readonly number[] | null }, ['input', 'outputSize', 'scaleFactors']>): Tensor;
/** `upsample_nearest3d(Tensor self, SymInt[3] output_size, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
export function upsampleNearest3d(self: Tensor, outputSize: readonly number[] | number, scalesD?: number | null, scalesH?: number | null, scalesW?: number | null): Tensor;
export function upsampleNearest3d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null }, ['outputSize', 'scalesD', 'scalesH', 'scalesW']>): Tensor;
export function upsampleNearest3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && (a1 == null || isL(a1)) && (a2 == null || isL(a2))) return wrap(native.call(table.handle(1505), idOf(a0), a1, a2));
  if (n >= 2 && n <= 5 && isT(a0) && isLN(a1) && (a2 == null || isN(a2)) && (a3 == null || isN(a3)) && (a4 == null || isN(a4))) return wrap(native.call(table.handle(1506), idOf(a0), a1, a2, a3, a4));
  return dispatch(table, [1505, 1506], arguments);
}

/** `upsample_nearest3d_backward(Tensor grad_output, SymInt[3] output_size, SymInt[5] input_size, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
export function upsampleNearest3dBackward(gradOutput: Tensor, outputSize: readonly number[] | number, inputSize: readonly number[] | number, scalesD?: number | null, scalesH?: number | null, scalesW?: number | null): Tensor;
export function upsampleNearest3dBackward(...args: Split<[], { gradOutput: Tensor; outputSize: readonly number[] | number; inputSize: readonly number[] | number; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null }, ['gradOutput', 'outputSize', 'inputSize', 'scalesD', 'scalesH', 'scalesW']>): Tensor;
export function upsampleNearest3dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n >= 3 && n <= 6 && isT(a0) && isLN(a1) && isLN(a2) && (a3 == null || isN(a3)) && (a4 == null || isN(a4)) && (a5 == null || isN(a5))) return wrap(native.call(table.handle(1507), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [1507], arguments);
}

/** `upsample_trilinear3d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
export function upsampleTrilinear3d(input: Tensor, outputSize: readonly number[] | null | undefined, alignCorners: boolean, scaleFactors?: readonly number[] | null): Tensor;
export function upsampleTrilinear3d(...args: Split<[], { input: Tensor; outputSize?: readonly number[] | null; alignCorners: boolean; scaleFactors?: readonly number[] | null }, ['input', 'outputSize', 'alignCorners', 'scaleFactors']>): Tensor;
/** `upsample_trilinear3d(Tensor self, SymInt[3] output_size, bool align_corners, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
export function upsampleTrilinear3d(self: Tensor, outputSize: readonly number[] | number, alignCorners: boolean, scalesD?: number | null, scalesH?: number | null, scalesW?: number | null): Tensor;
export function upsampleTrilinear3d(...args: Split<[self: Tensor], { outputSize: readonly number[] | number; alignCorners: boolean; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null }, ['outputSize', 'alignCorners', 'scalesD', 'scalesH', 'scalesW']>): Tensor;
export function upsampleTrilinear3d(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any): any {
  const n = arguments.length;
  if (n === 4 && isT(a0) && (a1 == null || isL(a1)) && isB(a2) && (a3 == null || isL(a3))) return wrap(native.call(table.handle(1508), idOf(a0), a1, a2, a3));
  if (n >= 3 && n <= 6 && isT(a0) && isLN(a1) && isB(a2) && (a3 == null || isN(a3)) && (a4 == null || isN(a4)) && (a5 == null || isN(a5))) return wrap(native.call(table.handle(1509), idOf(a0), a1, a2, a3, a4, a5));
  return dispatch(table, [1508, 1509], arguments);
}

/** `upsample_trilinear3d_backward(Tensor grad_output, SymInt[3] output_size, SymInt[5] input_size, bool align_corners, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
export function upsampleTrilinear3dBackward(gradOutput: Tensor, outputSize: readonly number[] | number, inputSize: readonly number[] | number, alignCorners: boolean, scalesD?: number | null, scalesH?: number | null, scalesW?: number | null): Tensor;
export function upsampleTrilinear3dBackward(...args: Split<[], { gradOutput: Tensor; outputSize: readonly number[] | number; inputSize: readonly number[] | number; alignCorners: boolean; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null }, ['gradOutput', 'outputSize', 'inputSize', 'alignCorners', 'scalesD', 'scalesH', 'scalesW']>): Tensor;
export function upsampleTrilinear3dBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any, a6?: any, a7?: any): any {
  const n = arguments.length;
  if (n >= 4 && n <= 7 && isT(a0) && isLN(a1) && isLN(a2) && isB(a3) && (a4 == null || isN(a4)) && (a5 == null || isN(a5)) && (a6 == null || isN(a6))) return wrap(native.call(table.handle(1510), idOf(a0), a1, a2, a3, a4, a5, a6));
  return dispatch(table, [1510], arguments);
}

/** `value_selecting_reduction_backward(Tensor grad, int dim, Tensor indices, SymInt[] sizes, bool keepdim) -> Tensor` */
export function valueSelectingReductionBackward(grad: Tensor, dim: number | bigint, indices: Tensor, sizes: readonly number[], keepdim: boolean): Tensor;
export function valueSelectingReductionBackward(...args: Split<[], { grad: Tensor; dim: number | bigint; indices: Tensor; sizes: readonly number[]; keepdim: boolean }, ['grad', 'dim', 'indices', 'sizes', 'keepdim']>): Tensor;
export function valueSelectingReductionBackward(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any, a5?: any): any {
  const n = arguments.length;
  if (n === 5 && isT(a0) && isN(a1) && isT(a2) && isL(a3) && isB(a4)) return wrap(native.call(table.handle(1511), idOf(a0), a1, idOf(a2), a3, a4));
  return dispatch(table, [1511], arguments);
}

/** `values(Tensor(a) self) -> Tensor(a)` */
export function values(self: Tensor): Tensor;
export function values(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1512), idOf(a0)));
  return dispatch(table, [1512], arguments);
}

/** `values_copy(Tensor self) -> Tensor` */
export function valuesCopy(self: Tensor): Tensor;
export function valuesCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1513), idOf(a0)));
  return dispatch(table, [1513], arguments);
}

/** `vander(Tensor x, int? N=None, bool increasing=False) -> Tensor` */
export function vander(x: Tensor, N?: number | bigint | null, increasing?: boolean): Tensor;
export function vander(...args: Split<[], { x: Tensor; N?: number | bigint | null; increasing?: boolean }, ['x', 'N', 'increasing']>): Tensor;
export function vander(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 3 && isT(a0) && (a1 == null || isN(a1)) && (a2 === undefined || isB(a2))) return wrap(native.call(table.handle(1514), idOf(a0), a1, a2));
  return dispatch(table, [1514], arguments);
}

/** `var_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)` */
export function varMean(self: Tensor, unbiased?: boolean): [Tensor, Tensor];
export function varMean(...args: Split<[self: Tensor], { unbiased?: boolean }, ['unbiased']>): [Tensor, Tensor];
/** `var_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)` */
export function varMean(self: Tensor, dim?: readonly number[] | number | null, options?: { correction?: Scalar | null; keepdim?: boolean }): [Tensor, Tensor];
export function varMean(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null }, ['dim'], { correction?: Scalar | null; keepdim?: boolean }>): [Tensor, Tensor];
/** `var_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)` */
export function varMean(self: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean, keepdim?: boolean): [Tensor, Tensor];
export function varMean(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null; unbiased?: boolean; keepdim?: boolean }, ['dim', 'unbiased', 'keepdim']>): [Tensor, Tensor];
export function varMean(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isB(a1))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1515), idOf(a0), a1));
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isLN(a1))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1516), idOf(a0), a1));
  if (n >= 2 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isB(a2)) && (a3 === undefined || isB(a3))) return ((r: any) => [wrapOpt(r[0]), wrapOpt(r[1])])(native.call(table.handle(1517), idOf(a0), a1, a2, a3));
  return dispatch(table, [1515, 1516, 1517], arguments);
}

/** `var(Tensor self, bool unbiased=True) -> Tensor` */
export function variance(self: Tensor, unbiased?: boolean): Tensor;
export function variance(...args: Split<[self: Tensor], { unbiased?: boolean }, ['unbiased']>): Tensor;
/** `var.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor` */
export function variance(self: Tensor, dim?: readonly number[] | number | null, options?: { correction?: Scalar | null; keepdim?: boolean }): Tensor;
export function variance(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null }, ['dim'], { correction?: Scalar | null; keepdim?: boolean }>): Tensor;
/** `var.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor` */
export function variance(self: Tensor, dim?: readonly number[] | number | null, unbiased?: boolean, keepdim?: boolean): Tensor;
export function variance(...args: Split<[self: Tensor], { dim?: readonly number[] | number | null; unbiased?: boolean; keepdim?: boolean }, ['dim', 'unbiased', 'keepdim']>): Tensor;
export function variance(a0?: any, a1?: any, a2?: any, a3?: any, a4?: any): any {
  const n = arguments.length;
  if (n >= 1 && n <= 2 && isT(a0) && (a1 === undefined || isB(a1))) return wrap(native.call(table.handle(1518), idOf(a0), a1));
  if (n >= 1 && n <= 2 && isT(a0) && (a1 == null || isLN(a1))) return wrap(native.call(table.handle(1519), idOf(a0), a1));
  if (n >= 2 && n <= 4 && isT(a0) && (a1 == null || isLN(a1)) && (a2 === undefined || isB(a2)) && (a3 === undefined || isB(a3))) return wrap(native.call(table.handle(1520), idOf(a0), a1, a2, a3));
  return dispatch(table, [1518, 1519, 1520], arguments);
}

/** `vdot(Tensor self, Tensor other) -> Tensor` */
export function vdot(self: Tensor, other: Tensor): Tensor;
export function vdot(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function vdot(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1521), idOf(a0), idOf(a1)));
  return dispatch(table, [1521], arguments);
}

/** `view(Tensor(a) self, SymInt[] size) -> Tensor(a)` */
export function view(self: Tensor, size: readonly number[]): Tensor;
export function view(...args: Split<[self: Tensor], { size: readonly number[] }, ['size']>): Tensor;
/** `view.dtype(Tensor(a) self, ScalarType dtype) -> Tensor(a)` */
export function view(self: Tensor, dtype: DType): Tensor;
export function view(...args: Split<[self: Tensor], { dtype: DType }, ['dtype']>): Tensor;
export function view(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1522), idOf(a0), a1));
  if (n === 2 && isT(a0) && isStr(a1)) return wrap(native.call(table.handle(1523), idOf(a0), a1));
  return dispatch(table, [1522, 1523], arguments);
}

/** `view_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
export function viewAs(self: Tensor, other: Tensor): Tensor;
export function viewAs(...args: Split<[self: Tensor], { other: Tensor }, ['other']>): Tensor;
export function viewAs(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1524), idOf(a0), idOf(a1)));
  return dispatch(table, [1524], arguments);
}

/** `view_as_complex(Tensor(a) self) -> Tensor(a)` */
export function viewAsComplex(self: Tensor): Tensor;
export function viewAsComplex(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1525), idOf(a0)));
  return dispatch(table, [1525], arguments);
}

/** `view_as_complex_copy(Tensor self) -> Tensor` */
export function viewAsComplexCopy(self: Tensor): Tensor;
export function viewAsComplexCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1526), idOf(a0)));
  return dispatch(table, [1526], arguments);
}

/** `view_as_real(Tensor(a) self) -> Tensor(a)` */
export function viewAsReal(self: Tensor): Tensor;
export function viewAsReal(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1527), idOf(a0)));
  return dispatch(table, [1527], arguments);
}

/** `view_as_real_copy(Tensor self) -> Tensor` */
export function viewAsRealCopy(self: Tensor): Tensor;
export function viewAsRealCopy(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1528), idOf(a0)));
  return dispatch(table, [1528], arguments);
}

/** `view_copy(Tensor self, SymInt[] size) -> Tensor` */
export function viewCopy(self: Tensor, size: readonly number[]): Tensor;
export function viewCopy(...args: Split<[self: Tensor], { size: readonly number[] }, ['size']>): Tensor;
/** `view_copy.dtype(Tensor self, ScalarType dtype) -> Tensor` */
export function viewCopy(self: Tensor, dtype: DType): Tensor;
export function viewCopy(...args: Split<[self: Tensor], { dtype: DType }, ['dtype']>): Tensor;
export function viewCopy(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrap(native.call(table.handle(1529), idOf(a0), a1));
  if (n === 2 && isT(a0) && isStr(a1)) return wrap(native.call(table.handle(1530), idOf(a0), a1));
  return dispatch(table, [1529, 1530], arguments);
}

/** `vsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
export function vsplit(self: Tensor, indices: readonly number[]): Tensor[];
export function vsplit(...args: Split<[self: Tensor], { indices: readonly number[] }, ['indices']>): Tensor[];
/** `vsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
export function vsplit(self: Tensor, sections: number | bigint): Tensor[];
export function vsplit(...args: Split<[self: Tensor], { sections: number | bigint }, ['sections']>): Tensor[];
export function vsplit(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isL(a1)) return wrapAll(native.call(table.handle(1531), idOf(a0), a1));
  if (n === 2 && isT(a0) && isN(a1)) return wrapAll(native.call(table.handle(1532), idOf(a0), a1));
  return dispatch(table, [1531, 1532], arguments);
}

/** `vstack(Tensor[] tensors) -> Tensor` */
export function vstack(tensors: readonly Tensor[]): Tensor;
export function vstack(...args: Split<[], { tensors: readonly Tensor[] }, ['tensors']>): Tensor;
export function vstack(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isTs(a0)) return wrap(native.call(table.handle(1533), ids(a0)));
  return dispatch(table, [1533], arguments);
}

/** `where.self(Tensor condition, Tensor self, Tensor other) -> Tensor` */
export function where(condition: Tensor, self: Tensor, other: Tensor | Scalar): Tensor;
export function where(...args: Split<[], { condition: Tensor; self: Tensor; other: Tensor | Scalar }, ['condition', 'self', 'other']>): Tensor;
/** `where.ScalarSelf(Tensor condition, Scalar self, Tensor other) -> Tensor` */
export function where(condition: Tensor, self: Scalar, other: Tensor | Scalar): Tensor;
export function where(...args: Split<[], { condition: Tensor; self: Scalar; other: Tensor | Scalar }, ['condition', 'self', 'other']>): Tensor;
/** `where(Tensor condition) -> Tensor[]` */
export function where(condition: Tensor): Tensor[];
export function where(...args: Split<[], { condition: Tensor }, ['condition']>): Tensor[];
export function where(a0?: any, a1?: any, a2?: any, a3?: any): any {
  const n = arguments.length;
  if (n === 3 && isT(a0) && isT(a1) && isT(a2)) return wrap(native.call(table.handle(1534), idOf(a0), idOf(a1), idOf(a2)));
  if (n === 3 && isT(a0) && isT(a1) && isS(a2)) return wrap(native.call(table.handle(1535), idOf(a0), idOf(a1), a2));
  if (n === 3 && isT(a0) && isS(a1) && isT(a2)) return wrap(native.call(table.handle(1536), idOf(a0), a1, idOf(a2)));
  if (n === 1 && isT(a0)) return wrapAll(native.call(table.handle(1537), idOf(a0)));
  if (n === 3 && isT(a0) && isS(a1) && isS(a2)) return wrap(native.call(table.handle(1538), idOf(a0), a1, a2));
  return dispatch(table, [1534, 1535, 1536, 1537, 1538], arguments);
}

/** `xlogy.Tensor(Tensor self, Tensor other) -> Tensor` */
export function xlogy(self: Tensor, other: Tensor | Scalar): Tensor;
export function xlogy(...args: Split<[self: Tensor], { other: Tensor | Scalar }, ['other']>): Tensor;
/** `xlogy.Scalar_Self(Scalar self, Tensor other) -> Tensor` */
export function xlogy(self: Scalar, other: Tensor): Tensor;
export function xlogy(...args: Split<[self: Scalar], { other: Tensor }, ['other']>): Tensor;
export function xlogy(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) return wrap(native.call(table.handle(1539), idOf(a0), idOf(a1)));
  if (n === 2 && isT(a0) && isS(a1)) return wrap(native.call(table.handle(1540), idOf(a0), a1));
  if (n === 2 && isS(a0) && isT(a1)) return wrap(native.call(table.handle(1541), a0, idOf(a1)));
  return dispatch(table, [1539, 1540, 1541], arguments);
}

/** `xlogy_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
export function xlogy_<T extends Tensor>(self: T, other: Tensor | Scalar): T;
export function xlogy_<T extends Tensor>(...args: Split<[self: T], { other: Tensor | Scalar }, ['other']>): T;
export function xlogy_(a0?: any, a1?: any, a2?: any): any {
  const n = arguments.length;
  if (n === 2 && isT(a0) && isT(a1)) { native.callInPlace(table.handle(1542), idOf(a0), idOf(a1)); return a0; }
  if (n === 2 && isT(a0) && isS(a1)) { native.callInPlace(table.handle(1543), idOf(a0), a1); return a0; }
  return dispatch(table, [1542, 1543], arguments);
}

/** `zero(Tensor self) -> Tensor` */
export function zero(self: Tensor): Tensor;
export function zero(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1544), idOf(a0)));
  return dispatch(table, [1544], arguments);
}

/** `zero_(Tensor(a!) self) -> Tensor(a!)` */
export function zero_<T extends Tensor>(self: T): T;
export function zero_(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) { native.callInPlace(table.handle(1545), idOf(a0)); return a0; }
  return dispatch(table, [1545], arguments);
}

/** `zeros(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
export function zeros(size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
export function zeros(...args: Split<[], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
export function zeros(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isL(a0)) return wrap(native.call(table.handle(1546), a0));
  return dispatch(table, [1546], arguments);
}

/** `zeros_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
export function zerosLike(self: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
export function zerosLike(a0?: any, a1?: any): any {
  const n = arguments.length;
  if (n === 1 && isT(a0)) return wrap(native.call(table.handle(1547), idOf(a0)));
  return dispatch(table, [1547], arguments);
}
