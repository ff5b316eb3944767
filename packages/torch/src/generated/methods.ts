// Made by `npm run generate` from the schemas of libtorch. Do not edit.
import type { Device, DType } from '../dtype.js';
import type { Generator } from '../generator.js';
import { method } from '../operators/dispatch.js';
import type { Split } from '../operators/split.js';
import type { Tensor } from '../tensor.js';
import * as f from './functions.js';
import type { Layout, MemoryFormat, Scalar } from './functions.js';

/** Every operator whose first argument is a tensor, as its method. */
export interface TensorMethods {
  /** `_unique2(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)` */
  _unique2(sorted?: boolean, returnInverse?: boolean, returnCounts?: boolean): [Tensor, Tensor, Tensor];
  _unique2(...args: Split<[], { sorted?: boolean; returnInverse?: boolean; returnCounts?: boolean }, ['sorted', 'returnInverse', 'returnCounts']>): [Tensor, Tensor, Tensor];
  /** `abs(Tensor self) -> Tensor` */
  abs(): Tensor;
  /** `abs_(Tensor(a!) self) -> Tensor(a!)` */
  abs_(): this;
  /** `absolute(Tensor self) -> Tensor` */
  absolute(): Tensor;
  /** `absolute_(Tensor(a!) self) -> Tensor(a!)` */
  absolute_(): this;
  /** `acos(Tensor self) -> Tensor` */
  acos(): Tensor;
  /** `acos_(Tensor(a!) self) -> Tensor(a!)` */
  acos_(): this;
  /** `acosh(Tensor self) -> Tensor` */
  acosh(): Tensor;
  /** `acosh_(Tensor(a!) self) -> Tensor(a!)` */
  acosh_(): this;
  /** `adaptive_avg_pool1d(Tensor self, int[1] output_size) -> Tensor` */
  adaptiveAvgPool1d(outputSize: readonly number[] | number): Tensor;
  adaptiveAvgPool1d(...args: Split<[], { outputSize: readonly number[] | number }, ['outputSize']>): Tensor;
  /** `adaptive_avg_pool2d(Tensor self, SymInt[2] output_size) -> Tensor` */
  adaptiveAvgPool2d(outputSize: readonly number[] | number): Tensor;
  adaptiveAvgPool2d(...args: Split<[], { outputSize: readonly number[] | number }, ['outputSize']>): Tensor;
  /** `adaptive_avg_pool3d(Tensor self, SymInt[3] output_size) -> Tensor` */
  adaptiveAvgPool3d(outputSize: readonly number[] | number): Tensor;
  adaptiveAvgPool3d(...args: Split<[], { outputSize: readonly number[] | number }, ['outputSize']>): Tensor;
  /** `adaptive_max_pool1d(Tensor self, int[1] output_size) -> (Tensor, Tensor)` */
  adaptiveMaxPool1d(outputSize: readonly number[] | number): [Tensor, Tensor];
  adaptiveMaxPool1d(...args: Split<[], { outputSize: readonly number[] | number }, ['outputSize']>): [Tensor, Tensor];
  /** `adaptive_max_pool2d(Tensor self, int[2] output_size) -> (Tensor, Tensor)` */
  adaptiveMaxPool2d(outputSize: readonly number[] | number): [Tensor, Tensor];
  adaptiveMaxPool2d(...args: Split<[], { outputSize: readonly number[] | number }, ['outputSize']>): [Tensor, Tensor];
  /** `adaptive_max_pool3d(Tensor self, int[3] output_size) -> (Tensor, Tensor)` */
  adaptiveMaxPool3d(outputSize: readonly number[] | number): [Tensor, Tensor];
  adaptiveMaxPool3d(...args: Split<[], { outputSize: readonly number[] | number }, ['outputSize']>): [Tensor, Tensor];
  /** `add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  add(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  add(...args: Split<[], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): Tensor;
  /** `add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  add(other: Scalar, alpha?: Scalar): Tensor;
  add(...args: Split<[], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): Tensor;
  /** `add_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
  add_(other: Tensor | Scalar, options?: { alpha?: Scalar }): this;
  add_(...args: Split<[], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): this;
  /** `add_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
  add_(other: Scalar, alpha?: Scalar): this;
  add_(...args: Split<[], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): this;
  /** `addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addbmm(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  addbmm(...args: Split<[], { batch1: Tensor; batch2: Tensor }, ['batch1', 'batch2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
  /** `addbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addbmm_(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): this;
  addbmm_(...args: Split<[], { batch1: Tensor; batch2: Tensor }, ['batch1', 'batch2'], { beta?: Scalar; alpha?: Scalar }>): this;
  /** `addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor` */
  addcdiv(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
  addcdiv(...args: Split<[], { tensor1: Tensor; tensor2: Tensor }, ['tensor1', 'tensor2'], { value?: Scalar }>): Tensor;
  /** `addcdiv_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)` */
  addcdiv_(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): this;
  addcdiv_(...args: Split<[], { tensor1: Tensor; tensor2: Tensor }, ['tensor1', 'tensor2'], { value?: Scalar }>): this;
  /** `addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor` */
  addcmul(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
  addcmul(...args: Split<[], { tensor1: Tensor; tensor2: Tensor }, ['tensor1', 'tensor2'], { value?: Scalar }>): Tensor;
  /** `addcmul_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)` */
  addcmul_(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): this;
  addcmul_(...args: Split<[], { tensor1: Tensor; tensor2: Tensor }, ['tensor1', 'tensor2'], { value?: Scalar }>): this;
  /** `addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addmm(mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  addmm(...args: Split<[], { mat1: Tensor; mat2: Tensor }, ['mat1', 'mat2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
  /** `addmm.dtype(Tensor self, Tensor mat1, Tensor mat2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addmm(mat1: Tensor, mat2: Tensor, outDtype: DType, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  addmm(...args: Split<[], { mat1: Tensor; mat2: Tensor; outDtype: DType }, ['mat1', 'mat2', 'outDtype'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
  /** `addmm_(Tensor(a!) self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addmm_(mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): this;
  addmm_(...args: Split<[], { mat1: Tensor; mat2: Tensor }, ['mat1', 'mat2'], { beta?: Scalar; alpha?: Scalar }>): this;
  /** `addmv(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addmv(mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  addmv(...args: Split<[], { mat: Tensor; vec: Tensor }, ['mat', 'vec'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
  /** `addmv_(Tensor(a!) self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addmv_(mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): this;
  addmv_(...args: Split<[], { mat: Tensor; vec: Tensor }, ['mat', 'vec'], { beta?: Scalar; alpha?: Scalar }>): this;
  /** `addr(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addr(vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  addr(...args: Split<[], { vec1: Tensor; vec2: Tensor }, ['vec1', 'vec2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
  /** `addr_(Tensor(a!) self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addr_(vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): this;
  addr_(...args: Split<[], { vec1: Tensor; vec2: Tensor }, ['vec1', 'vec2'], { beta?: Scalar; alpha?: Scalar }>): this;
  /** `adjoint(Tensor(a) self) -> Tensor(a)` */
  adjoint(): Tensor;
  /** `alias(Tensor(a) self) -> Tensor(a)` */
  alias(): Tensor;
  /** `alias_copy(Tensor self) -> Tensor` */
  aliasCopy(): Tensor;
  /** `all(Tensor self) -> Tensor` */
  all(): Tensor;
  /** `all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  all(dim: number | bigint, keepdim?: boolean): Tensor;
  all(...args: Split<[], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `all.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor` */
  all(dim?: readonly number[] | null, keepdim?: boolean): Tensor;
  all(...args: Split<[], { dim?: readonly number[] | null; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `allclose(Tensor self, Tensor other, float rtol=1.0000000000000001e-05, float atol=1e-08, bool equal_nan=False) -> bool` */
  allclose(other: Tensor, rtol?: number, atol?: number, equalNan?: boolean): boolean;
  allclose(...args: Split<[], { other: Tensor; rtol?: number; atol?: number; equalNan?: boolean }, ['other', 'rtol', 'atol', 'equalNan']>): boolean;
  /** `alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  alphaDropout_(p: number, train: boolean): this;
  alphaDropout_(...args: Split<[], { p: number; train: boolean }, ['p', 'train']>): this;
  /** `amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor` */
  amax(dim?: readonly number[] | number, keepdim?: boolean): Tensor;
  amax(...args: Split<[], { dim?: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor` */
  amin(dim?: readonly number[] | number, keepdim?: boolean): Tensor;
  amin(...args: Split<[], { dim?: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `aminmax(Tensor self, *, int? dim=None, bool keepdim=False) -> (Tensor min, Tensor max)` */
  aminmax(options?: { dim?: number | bigint | null; keepdim?: boolean }): [min: Tensor, max: Tensor];
  /** `angle(Tensor self) -> Tensor` */
  angle(): Tensor;
  /** `any(Tensor self) -> Tensor` */
  any(): Tensor;
  /** `any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  any(dim: number | bigint, keepdim?: boolean): Tensor;
  any(...args: Split<[], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `any.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor` */
  any(dim?: readonly number[] | null, keepdim?: boolean): Tensor;
  any(...args: Split<[], { dim?: readonly number[] | null; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `arccos(Tensor self) -> Tensor` */
  arccos(): Tensor;
  /** `arccos_(Tensor(a!) self) -> Tensor(a!)` */
  arccos_(): this;
  /** `arccosh(Tensor self) -> Tensor` */
  arccosh(): Tensor;
  /** `arccosh_(Tensor(a!) self) -> Tensor(a!)` */
  arccosh_(): this;
  /** `arcsin(Tensor self) -> Tensor` */
  arcsin(): Tensor;
  /** `arcsin_(Tensor(a!) self) -> Tensor(a!)` */
  arcsin_(): this;
  /** `arcsinh(Tensor self) -> Tensor` */
  arcsinh(): Tensor;
  /** `arcsinh_(Tensor(a!) self) -> Tensor(a!)` */
  arcsinh_(): this;
  /** `arctan(Tensor self) -> Tensor` */
  arctan(): Tensor;
  /** `arctan2(Tensor self, Tensor other) -> Tensor` */
  arctan2(other: Tensor): Tensor;
  arctan2(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `arctan2_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  arctan2_(other: Tensor): this;
  arctan2_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `arctan_(Tensor(a!) self) -> Tensor(a!)` */
  arctan_(): this;
  /** `arctanh(Tensor self) -> Tensor` */
  arctanh(): Tensor;
  /** `arctanh_(Tensor(a!) self) -> Tensor(a!)` */
  arctanh_(): this;
  /** `argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
  argmax(dim?: number | bigint | null, keepdim?: boolean): Tensor;
  argmax(...args: Split<[], { dim?: number | bigint | null; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
  argmin(dim?: number | bigint | null, keepdim?: boolean): Tensor;
  argmin(...args: Split<[], { dim?: number | bigint | null; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor` */
  argsort(dim?: number | bigint, descending?: boolean): Tensor;
  argsort(...args: Split<[], { dim?: number | bigint; descending?: boolean }, ['dim', 'descending']>): Tensor;
  /** `argsort.stable(Tensor self, *, bool stable, int dim=-1, bool descending=False) -> Tensor` */
  argsort(options: { stable: boolean; dim?: number | bigint; descending?: boolean }): Tensor;
  /** `argwhere(Tensor self) -> Tensor` */
  argwhere(): Tensor;
  /** `as_strided(Tensor(a) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a)` */
  asStrided(size: readonly number[], stride: readonly number[], storageOffset?: number | bigint | null): Tensor;
  asStrided(...args: Split<[], { size: readonly number[]; stride: readonly number[]; storageOffset?: number | bigint | null }, ['size', 'stride', 'storageOffset']>): Tensor;
  /** `as_strided_copy(Tensor self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor` */
  asStridedCopy(size: readonly number[], stride: readonly number[], storageOffset?: number | bigint | null): Tensor;
  asStridedCopy(...args: Split<[], { size: readonly number[]; stride: readonly number[]; storageOffset?: number | bigint | null }, ['size', 'stride', 'storageOffset']>): Tensor;
  /** `as_strided_scatter(Tensor self, Tensor src, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor` */
  asStridedScatter(src: Tensor, size: readonly number[], stride: readonly number[], storageOffset?: number | bigint | null): Tensor;
  asStridedScatter(...args: Split<[], { src: Tensor; size: readonly number[]; stride: readonly number[]; storageOffset?: number | bigint | null }, ['src', 'size', 'stride', 'storageOffset']>): Tensor;
  /** `as_strided_(Tensor(a!) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a!)` */
  asStrided_(size: readonly number[], stride: readonly number[], storageOffset?: number | bigint | null): this;
  asStrided_(...args: Split<[], { size: readonly number[]; stride: readonly number[]; storageOffset?: number | bigint | null }, ['size', 'stride', 'storageOffset']>): this;
  /** `asin(Tensor self) -> Tensor` */
  asin(): Tensor;
  /** `asin_(Tensor(a!) self) -> Tensor(a!)` */
  asin_(): this;
  /** `asinh(Tensor self) -> Tensor` */
  asinh(): Tensor;
  /** `asinh_(Tensor(a!) self) -> Tensor(a!)` */
  asinh_(): this;
  /** `atan(Tensor self) -> Tensor` */
  atan(): Tensor;
  /** `atan2(Tensor self, Tensor other) -> Tensor` */
  atan2(other: Tensor): Tensor;
  atan2(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `atan2_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  atan2_(other: Tensor): this;
  atan2_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `atan_(Tensor(a!) self) -> Tensor(a!)` */
  atan_(): this;
  /** `atanh(Tensor self) -> Tensor` */
  atanh(): Tensor;
  /** `atanh_(Tensor(a!) self) -> Tensor(a!)` */
  atanh_(): this;
  /** `atleast_1d(Tensor self) -> Tensor` */
  atleast1d(): Tensor;
  /** `atleast_2d(Tensor self) -> Tensor` */
  atleast2d(): Tensor;
  /** `atleast_3d(Tensor self) -> Tensor` */
  atleast3d(): Tensor;
  /** `avg_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], bool ceil_mode=False, bool count_include_pad=True) -> Tensor` */
  avgPool1d(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, ceilMode?: boolean, countIncludePad?: boolean): Tensor;
  avgPool1d(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; ceilMode?: boolean; countIncludePad?: boolean }, ['kernelSize', 'stride', 'padding', 'ceilMode', 'countIncludePad']>): Tensor;
  /** `avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
  avgPool2d(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, ceilMode?: boolean, countIncludePad?: boolean, divisorOverride?: number | bigint | null): Tensor;
  avgPool2d(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: number | bigint | null }, ['kernelSize', 'stride', 'padding', 'ceilMode', 'countIncludePad', 'divisorOverride']>): Tensor;
  /** `avg_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
  avgPool3d(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, ceilMode?: boolean, countIncludePad?: boolean, divisorOverride?: number | bigint | null): Tensor;
  avgPool3d(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; ceilMode?: boolean; countIncludePad?: boolean; divisorOverride?: number | bigint | null }, ['kernelSize', 'stride', 'padding', 'ceilMode', 'countIncludePad', 'divisorOverride']>): Tensor;
  /** `baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  baddbmm(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  baddbmm(...args: Split<[], { batch1: Tensor; batch2: Tensor }, ['batch1', 'batch2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
  /** `baddbmm.dtype(Tensor self, Tensor batch1, Tensor batch2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  baddbmm(batch1: Tensor, batch2: Tensor, outDtype: DType, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  baddbmm(...args: Split<[], { batch1: Tensor; batch2: Tensor; outDtype: DType }, ['batch1', 'batch2', 'outDtype'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
  /** `baddbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  baddbmm_(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): this;
  baddbmm_(...args: Split<[], { batch1: Tensor; batch2: Tensor }, ['batch1', 'batch2'], { beta?: Scalar; alpha?: Scalar }>): this;
  /** `bernoulli.Tensor(Tensor self, Tensor p, *, Generator? generator=None) -> Tensor` */
  bernoulli(p: Tensor, options?: { generator?: Generator | null }): Tensor;
  bernoulli(...args: Split<[], { p: Tensor }, ['p'], { generator?: Generator | null }>): Tensor;
  /** `bernoulli(Tensor self, *, Generator? generator=None) -> Tensor` */
  bernoulli(options?: { generator?: Generator | null }): Tensor;
  /** `bernoulli.p(Tensor self, float p, *, Generator? generator=None) -> Tensor` */
  bernoulli(p: number, options?: { generator?: Generator | null }): Tensor;
  bernoulli(...args: Split<[], { p: number }, ['p'], { generator?: Generator | null }>): Tensor;
  /** `bernoulli_.Tensor(Tensor(a!) self, Tensor p, *, Generator? generator=None) -> Tensor(a!)` */
  bernoulli_(p: Tensor, options?: { generator?: Generator | null }): this;
  bernoulli_(...args: Split<[], { p: Tensor }, ['p'], { generator?: Generator | null }>): this;
  /** `bernoulli_.float(Tensor(a!) self, float p=0.5, *, Generator? generator=None) -> Tensor(a!)` */
  bernoulli_(p?: number, options?: { generator?: Generator | null }): this;
  bernoulli_(...args: Split<[], { p?: number }, ['p'], { generator?: Generator | null }>): this;
  /** `binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None, int reduction=1) -> Tensor` */
  binaryCrossEntropy(target: Tensor, weight?: Tensor | null, reduction?: number | bigint): Tensor;
  binaryCrossEntropy(...args: Split<[], { target: Tensor; weight?: Tensor | null; reduction?: number | bigint }, ['target', 'weight', 'reduction']>): Tensor;
  /** `binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=1) -> Tensor` */
  binaryCrossEntropyWithLogits(target: Tensor, weight?: Tensor | null, posWeight?: Tensor | null, reduction?: number | bigint): Tensor;
  binaryCrossEntropyWithLogits(...args: Split<[], { target: Tensor; weight?: Tensor | null; posWeight?: Tensor | null; reduction?: number | bigint }, ['target', 'weight', 'posWeight', 'reduction']>): Tensor;
  /** `bincount(Tensor self, Tensor? weights=None, SymInt minlength=0) -> Tensor` */
  bincount(weights?: Tensor | null, minlength?: number | bigint): Tensor;
  bincount(...args: Split<[], { weights?: Tensor | null; minlength?: number | bigint }, ['weights', 'minlength']>): Tensor;
  /** `bitwise_and.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseAnd(other: Tensor | Scalar): Tensor;
  bitwiseAnd(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `bitwise_and_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseAnd_(other: Tensor | Scalar): this;
  bitwiseAnd_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `bitwise_left_shift.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseLeftShift(other: Tensor | Scalar): Tensor;
  bitwiseLeftShift(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `bitwise_left_shift_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseLeftShift_(other: Tensor | Scalar): this;
  bitwiseLeftShift_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `bitwise_not(Tensor self) -> Tensor` */
  bitwiseNot(): Tensor;
  /** `bitwise_not_(Tensor(a!) self) -> Tensor(a!)` */
  bitwiseNot_(): this;
  /** `bitwise_or.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseOr(other: Tensor | Scalar): Tensor;
  bitwiseOr(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `bitwise_or_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseOr_(other: Tensor | Scalar): this;
  bitwiseOr_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `bitwise_right_shift.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseRightShift(other: Tensor | Scalar): Tensor;
  bitwiseRightShift(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `bitwise_right_shift_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseRightShift_(other: Tensor | Scalar): this;
  bitwiseRightShift_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `bitwise_xor.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseXor(other: Tensor | Scalar): Tensor;
  bitwiseXor(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `bitwise_xor_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseXor_(other: Tensor | Scalar): this;
  bitwiseXor_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `bmm(Tensor self, Tensor mat2) -> Tensor` */
  bmm(mat2: Tensor): Tensor;
  bmm(...args: Split<[], { mat2: Tensor }, ['mat2']>): Tensor;
  /** `bmm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor` */
  bmm(mat2: Tensor, outDtype: DType): Tensor;
  bmm(...args: Split<[], { mat2: Tensor; outDtype: DType }, ['mat2', 'outDtype']>): Tensor;
  /** `broadcast_to(Tensor(a) self, SymInt[] size) -> Tensor(a)` */
  broadcastTo(size: readonly number[]): Tensor;
  broadcastTo(...args: Split<[], { size: readonly number[] }, ['size']>): Tensor;
  /** `bucketize.Tensor(Tensor self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor` */
  bucketize(boundaries: Tensor, options?: { outInt32?: boolean; right?: boolean }): Tensor;
  bucketize(...args: Split<[], { boundaries: Tensor }, ['boundaries'], { outInt32?: boolean; right?: boolean }>): Tensor;
  /** `cauchy(Tensor self, float median=0., float sigma=1., *, Generator? generator=None) -> Tensor` */
  cauchy(median?: number, sigma?: number, options?: { generator?: Generator | null }): Tensor;
  cauchy(...args: Split<[], { median?: number; sigma?: number }, ['median', 'sigma'], { generator?: Generator | null }>): Tensor;
  /** `cauchy_(Tensor(a!) self, float median=0., float sigma=1., *, Generator? generator=None) -> Tensor(a!)` */
  cauchy_(median?: number, sigma?: number, options?: { generator?: Generator | null }): this;
  cauchy_(...args: Split<[], { median?: number; sigma?: number }, ['median', 'sigma'], { generator?: Generator | null }>): this;
  /** `ccol_indices(Tensor(a) self) -> Tensor(a)` */
  ccolIndices(): Tensor;
  /** `ccol_indices_copy(Tensor self) -> Tensor` */
  ccolIndicesCopy(): Tensor;
  /** `ceil(Tensor self) -> Tensor` */
  ceil(): Tensor;
  /** `ceil_(Tensor(a!) self) -> Tensor(a!)` */
  ceil_(): this;
  /** `celu(Tensor self, Scalar alpha=1.) -> Tensor` */
  celu(alpha?: Scalar): Tensor;
  celu(...args: Split<[], { alpha?: Scalar }, ['alpha']>): Tensor;
  /** `celu_(Tensor(a!) self, Scalar alpha=1.) -> Tensor(a!)` */
  celu_(alpha?: Scalar): this;
  celu_(...args: Split<[], { alpha?: Scalar }, ['alpha']>): this;
  /** `chalf(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor` */
  chalf(options?: { memoryFormat?: MemoryFormat | null }): Tensor;
  /** `channel_shuffle(Tensor self, SymInt groups) -> Tensor` */
  channelShuffle(groups: number | bigint): Tensor;
  channelShuffle(...args: Split<[], { groups: number | bigint }, ['groups']>): Tensor;
  /** `cholesky(Tensor self, bool upper=False) -> Tensor` */
  cholesky(upper?: boolean): Tensor;
  cholesky(...args: Split<[], { upper?: boolean }, ['upper']>): Tensor;
  /** `cholesky_inverse(Tensor self, bool upper=False) -> Tensor` */
  choleskyInverse(upper?: boolean): Tensor;
  choleskyInverse(...args: Split<[], { upper?: boolean }, ['upper']>): Tensor;
  /** `cholesky_solve(Tensor self, Tensor input2, bool upper=False) -> Tensor` */
  choleskySolve(input2: Tensor, upper?: boolean): Tensor;
  choleskySolve(...args: Split<[], { input2: Tensor; upper?: boolean }, ['input2', 'upper']>): Tensor;
  /** `chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]` */
  chunk(chunks: number | bigint, dim?: number | bigint): Tensor[];
  chunk(...args: Split<[], { chunks: number | bigint; dim?: number | bigint }, ['chunks', 'dim']>): Tensor[];
  /** `clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
  clamp(min?: Tensor | null, max?: Tensor | null): Tensor;
  clamp(...args: Split<[], { min?: Tensor | null; max?: Tensor | null }, ['min', 'max']>): Tensor;
  /** `clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor` */
  clamp(min?: Scalar | null, max?: Scalar | null): Tensor;
  clamp(...args: Split<[], { min?: Scalar | null; max?: Scalar | null }, ['min', 'max']>): Tensor;
  /** `clamp_max.Tensor(Tensor self, Tensor max) -> Tensor` */
  clampMax(max: Tensor | Scalar): Tensor;
  clampMax(...args: Split<[], { max: Tensor | Scalar }, ['max']>): Tensor;
  /** `clamp_max_.Tensor(Tensor(a!) self, Tensor max) -> Tensor(a!)` */
  clampMax_(max: Tensor | Scalar): this;
  clampMax_(...args: Split<[], { max: Tensor | Scalar }, ['max']>): this;
  /** `clamp_min.Tensor(Tensor self, Tensor min) -> Tensor` */
  clampMin(min: Tensor | Scalar): Tensor;
  clampMin(...args: Split<[], { min: Tensor | Scalar }, ['min']>): Tensor;
  /** `clamp_min_.Tensor(Tensor(a!) self, Tensor min) -> Tensor(a!)` */
  clampMin_(min: Tensor | Scalar): this;
  clampMin_(...args: Split<[], { min: Tensor | Scalar }, ['min']>): this;
  /** `clamp_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)` */
  clamp_(min?: Tensor | null, max?: Tensor | null): this;
  clamp_(...args: Split<[], { min?: Tensor | null; max?: Tensor | null }, ['min', 'max']>): this;
  /** `clamp_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)` */
  clamp_(min?: Scalar | null, max?: Scalar | null): this;
  clamp_(...args: Split<[], { min?: Scalar | null; max?: Scalar | null }, ['min', 'max']>): this;
  /** `clip.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
  clip(min?: Tensor | null, max?: Tensor | null): Tensor;
  clip(...args: Split<[], { min?: Tensor | null; max?: Tensor | null }, ['min', 'max']>): Tensor;
  /** `clip(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor` */
  clip(min?: Scalar | null, max?: Scalar | null): Tensor;
  clip(...args: Split<[], { min?: Scalar | null; max?: Scalar | null }, ['min', 'max']>): Tensor;
  /** `clip_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)` */
  clip_(min?: Tensor | null, max?: Tensor | null): this;
  clip_(...args: Split<[], { min?: Tensor | null; max?: Tensor | null }, ['min', 'max']>): this;
  /** `clip_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)` */
  clip_(min?: Scalar | null, max?: Scalar | null): this;
  clip_(...args: Split<[], { min?: Scalar | null; max?: Scalar | null }, ['min', 'max']>): this;
  /** `clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor` */
  clone(options?: { memoryFormat?: MemoryFormat | null }): Tensor;
  /** `coalesce(Tensor(a) self) -> Tensor(a)` */
  coalesce(): Tensor;
  /** `col2im(Tensor self, SymInt[2] output_size, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride) -> Tensor` */
  col2im(outputSize: readonly number[] | number, kernelSize: readonly number[] | number, dilation: readonly number[] | number, padding: readonly number[] | number, stride: readonly number[] | number): Tensor;
  col2im(...args: Split<[], { outputSize: readonly number[] | number; kernelSize: readonly number[] | number; dilation: readonly number[] | number; padding: readonly number[] | number; stride: readonly number[] | number }, ['outputSize', 'kernelSize', 'dilation', 'padding', 'stride']>): Tensor;
  /** `col_indices(Tensor(a) self) -> Tensor(a)` */
  colIndices(): Tensor;
  /** `col_indices_copy(Tensor self) -> Tensor` */
  colIndicesCopy(): Tensor;
  /** `combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor` */
  combinations(r?: number | bigint, withReplacement?: boolean): Tensor;
  combinations(...args: Split<[], { r?: number | bigint; withReplacement?: boolean }, ['r', 'withReplacement']>): Tensor;
  /** `conj(Tensor(a) self) -> Tensor(a)` */
  conj(): Tensor;
  /** `conj_physical(Tensor self) -> Tensor` */
  conjPhysical(): Tensor;
  /** `conj_physical_(Tensor(a!) self) -> Tensor(a!)` */
  conjPhysical_(): this;
  /** `constant_pad_nd(Tensor self, SymInt[] pad, Scalar value=0) -> Tensor` */
  constantPadNd(pad: readonly number[], value?: Scalar): Tensor;
  constantPadNd(...args: Split<[], { pad: readonly number[]; value?: Scalar }, ['pad', 'value']>): Tensor;
  /** `contiguous(Tensor(a) self, *, MemoryFormat memory_format=0) -> Tensor(a)` */
  contiguous(options?: { memoryFormat?: MemoryFormat }): Tensor;
  /** `conv_depthwise3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias, SymInt[3] stride, SymInt[3] padding, SymInt[3] dilation) -> Tensor` */
  convDepthwise3d(weight: Tensor, kernelSize: readonly number[] | number, bias: Tensor | null | undefined, stride: readonly number[] | number, padding: readonly number[] | number, dilation: readonly number[] | number): Tensor;
  convDepthwise3d(...args: Split<[], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride: readonly number[] | number; padding: readonly number[] | number; dilation: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding', 'dilation']>): Tensor;
  /** `conv_tbc(Tensor self, Tensor weight, Tensor bias, int pad=0) -> Tensor` */
  convTbc(weight: Tensor, bias: Tensor, pad?: number | bigint): Tensor;
  convTbc(...args: Split<[], { weight: Tensor; bias: Tensor; pad?: number | bigint }, ['weight', 'bias', 'pad']>): Tensor;
  /** `conv_tbc_backward(Tensor self, Tensor input, Tensor weight, Tensor bias, int pad) -> (Tensor, Tensor, Tensor)` */
  convTbcBackward(input: Tensor, weight: Tensor, bias: Tensor, pad: number | bigint): [Tensor, Tensor, Tensor];
  convTbcBackward(...args: Split<[], { input: Tensor; weight: Tensor; bias: Tensor; pad: number | bigint }, ['input', 'weight', 'bias', 'pad']>): [Tensor, Tensor, Tensor];
  /** `copy(Tensor self, Tensor src, bool non_blocking=False) -> Tensor` */
  copy(src: Tensor, nonBlocking?: boolean): Tensor;
  copy(...args: Split<[], { src: Tensor; nonBlocking?: boolean }, ['src', 'nonBlocking']>): Tensor;
  /** `copy_sparse_to_sparse(Tensor self, Tensor src, bool non_blocking=False) -> Tensor` */
  copySparseToSparse(src: Tensor, nonBlocking?: boolean): Tensor;
  copySparseToSparse(...args: Split<[], { src: Tensor; nonBlocking?: boolean }, ['src', 'nonBlocking']>): Tensor;
  /** `copy_sparse_to_sparse_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)` */
  copySparseToSparse_(src: Tensor, nonBlocking?: boolean): this;
  copySparseToSparse_(...args: Split<[], { src: Tensor; nonBlocking?: boolean }, ['src', 'nonBlocking']>): this;
  /** `copy_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)` */
  copy_(src: Tensor, nonBlocking?: boolean): this;
  copy_(...args: Split<[], { src: Tensor; nonBlocking?: boolean }, ['src', 'nonBlocking']>): this;
  /** `copysign.Tensor(Tensor self, Tensor other) -> Tensor` */
  copysign(other: Tensor | Scalar): Tensor;
  copysign(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `copysign_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  copysign_(other: Tensor | Scalar): this;
  copysign_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `corrcoef(Tensor self) -> Tensor` */
  corrcoef(): Tensor;
  /** `cos(Tensor self) -> Tensor` */
  cos(): Tensor;
  /** `cos_(Tensor(a!) self) -> Tensor(a!)` */
  cos_(): this;
  /** `cosh(Tensor self) -> Tensor` */
  cosh(): Tensor;
  /** `cosh_(Tensor(a!) self) -> Tensor(a!)` */
  cosh_(): this;
  /** `count_nonzero(Tensor self, int? dim=None) -> Tensor` */
  countNonzero(dim?: number | bigint | null): Tensor;
  countNonzero(...args: Split<[], { dim?: number | bigint | null }, ['dim']>): Tensor;
  /** `count_nonzero.dim_IntList(Tensor self, int[] dim) -> Tensor` */
  countNonzero(dim: readonly number[]): Tensor;
  countNonzero(...args: Split<[], { dim: readonly number[] }, ['dim']>): Tensor;
  /** `cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None) -> Tensor` */
  cov(options?: { correction?: number | bigint; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
  /** `cross(Tensor self, Tensor other, int? dim=None) -> Tensor` */
  cross(other: Tensor, dim?: number | bigint | null): Tensor;
  cross(...args: Split<[], { other: Tensor; dim?: number | bigint | null }, ['other', 'dim']>): Tensor;
  /** `cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100, float label_smoothing=0.) -> Tensor` */
  crossEntropyLoss(target: Tensor, weight?: Tensor | null, reduction?: number | bigint, ignoreIndex?: number | bigint, labelSmoothing?: number): Tensor;
  crossEntropyLoss(...args: Split<[], { target: Tensor; weight?: Tensor | null; reduction?: number | bigint; ignoreIndex?: number | bigint; labelSmoothing?: number }, ['target', 'weight', 'reduction', 'ignoreIndex', 'labelSmoothing']>): Tensor;
  /** `crow_indices(Tensor(a) self) -> Tensor(a)` */
  crowIndices(): Tensor;
  /** `crow_indices_copy(Tensor self) -> Tensor` */
  crowIndicesCopy(): Tensor;
  /** `cudnn_convolution(Tensor self, Tensor weight, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32) -> Tensor` */
  cudnnConvolution(weight: Tensor, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, benchmark: boolean, deterministic: boolean, allowTf32: boolean): Tensor;
  cudnnConvolution(...args: Split<[], { weight: Tensor; padding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; benchmark: boolean; deterministic: boolean; allowTf32: boolean }, ['weight', 'padding', 'stride', 'dilation', 'groups', 'benchmark', 'deterministic', 'allowTf32']>): Tensor;
  /** `cudnn_convolution_add_relu(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
  cudnnConvolutionAddRelu(weight: Tensor, z: Tensor, alpha: Scalar | null | undefined, bias: Tensor | null | undefined, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number | bigint): Tensor;
  cudnnConvolutionAddRelu(...args: Split<[], { weight: Tensor; z: Tensor; alpha?: Scalar | null; bias?: Tensor | null; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; groups: number | bigint }, ['weight', 'z', 'alpha', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
  /** `cudnn_convolution_relu(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
  cudnnConvolutionRelu(weight: Tensor, bias: Tensor | null | undefined, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number | bigint): Tensor;
  cudnnConvolutionRelu(...args: Split<[], { weight: Tensor; bias?: Tensor | null; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; groups: number | bigint }, ['weight', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
  /** `cudnn_convolution_transpose(Tensor self, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32) -> Tensor` */
  cudnnConvolutionTranspose(weight: Tensor, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, benchmark: boolean, deterministic: boolean, allowTf32: boolean): Tensor;
  cudnnConvolutionTranspose(...args: Split<[], { weight: Tensor; padding: readonly number[]; outputPadding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; benchmark: boolean; deterministic: boolean; allowTf32: boolean }, ['weight', 'padding', 'outputPadding', 'stride', 'dilation', 'groups', 'benchmark', 'deterministic', 'allowTf32']>): Tensor;
  /** `cudnn_grid_sampler(Tensor self, Tensor grid) -> Tensor output` */
  cudnnGridSampler(grid: Tensor): Tensor;
  cudnnGridSampler(...args: Split<[], { grid: Tensor }, ['grid']>): Tensor;
  /** `cudnn_grid_sampler_backward(Tensor self, Tensor grid, Tensor grad_output) -> (Tensor grad_self, Tensor grad_grid)` */
  cudnnGridSamplerBackward(grid: Tensor, gradOutput: Tensor): [gradSelf: Tensor, gradGrid: Tensor];
  cudnnGridSamplerBackward(...args: Split<[], { grid: Tensor; gradOutput: Tensor }, ['grid', 'gradOutput']>): [gradSelf: Tensor, gradGrid: Tensor];
  /** `cudnn_is_acceptable(Tensor self) -> bool` */
  cudnnIsAcceptable(): boolean;
  /** `cummax(Tensor self, int dim) -> (Tensor values, Tensor indices)` */
  cummax(dim: number | bigint): [values: Tensor, indices: Tensor];
  cummax(...args: Split<[], { dim: number | bigint }, ['dim']>): [values: Tensor, indices: Tensor];
  /** `cummin(Tensor self, int dim) -> (Tensor values, Tensor indices)` */
  cummin(dim: number | bigint): [values: Tensor, indices: Tensor];
  cummin(...args: Split<[], { dim: number | bigint }, ['dim']>): [values: Tensor, indices: Tensor];
  /** `cumprod(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
  cumprod(dim: number | bigint, options?: { dtype?: DType | null }): Tensor;
  cumprod(...args: Split<[], { dim: number | bigint }, ['dim'], { dtype?: DType | null }>): Tensor;
  /** `cumprod_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)` */
  cumprod_(dim: number | bigint, options?: { dtype?: DType | null }): this;
  cumprod_(...args: Split<[], { dim: number | bigint }, ['dim'], { dtype?: DType | null }>): this;
  /** `cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
  cumsum(dim: number | bigint, options?: { dtype?: DType | null }): Tensor;
  cumsum(...args: Split<[], { dim: number | bigint }, ['dim'], { dtype?: DType | null }>): Tensor;
  /** `cumsum_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)` */
  cumsum_(dim: number | bigint, options?: { dtype?: DType | null }): this;
  cumsum_(...args: Split<[], { dim: number | bigint }, ['dim'], { dtype?: DType | null }>): this;
  /** `deg2rad(Tensor self) -> Tensor` */
  deg2rad(): Tensor;
  /** `deg2rad_(Tensor(a!) self) -> Tensor(a!)` */
  deg2rad_(): this;
  /** `dense_dim(Tensor self) -> int` */
  denseDim(): number;
  /** `dequantize.self(Tensor self) -> Tensor` */
  dequantize(): Tensor;
  /** `det(Tensor self) -> Tensor` */
  det(): Tensor;
  /** `detach_copy(Tensor self) -> Tensor` */
  detachCopy(): Tensor;
  /** `detach_(Tensor(a!) self) -> Tensor(a!)` */
  detach_(): this;
  /** `diag(Tensor self, int diagonal=0) -> Tensor` */
  diag(diagonal?: number | bigint): Tensor;
  diag(...args: Split<[], { diagonal?: number | bigint }, ['diagonal']>): Tensor;
  /** `diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor` */
  diagEmbed(offset?: number | bigint, dim1?: number | bigint, dim2?: number | bigint): Tensor;
  diagEmbed(...args: Split<[], { offset?: number | bigint; dim1?: number | bigint; dim2?: number | bigint }, ['offset', 'dim1', 'dim2']>): Tensor;
  /** `diagflat(Tensor self, int offset=0) -> Tensor` */
  diagflat(offset?: number | bigint): Tensor;
  diagflat(...args: Split<[], { offset?: number | bigint }, ['offset']>): Tensor;
  /** `diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)` */
  diagonal(offset?: number | bigint, dim1?: number | bigint, dim2?: number | bigint): Tensor;
  diagonal(...args: Split<[], { offset?: number | bigint; dim1?: number | bigint; dim2?: number | bigint }, ['offset', 'dim1', 'dim2']>): Tensor;
  /** `diagonal_copy(Tensor self, int offset=0, int dim1=0, int dim2=1) -> Tensor` */
  diagonalCopy(offset?: number | bigint, dim1?: number | bigint, dim2?: number | bigint): Tensor;
  diagonalCopy(...args: Split<[], { offset?: number | bigint; dim1?: number | bigint; dim2?: number | bigint }, ['offset', 'dim1', 'dim2']>): Tensor;
  /** `diagonal_scatter(Tensor self, Tensor src, int offset=0, int dim1=0, int dim2=1) -> Tensor` */
  diagonalScatter(src: Tensor, offset?: number | bigint, dim1?: number | bigint, dim2?: number | bigint): Tensor;
  diagonalScatter(...args: Split<[], { src: Tensor; offset?: number | bigint; dim1?: number | bigint; dim2?: number | bigint }, ['src', 'offset', 'dim1', 'dim2']>): Tensor;
  /** `diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor` */
  diff(n?: number | bigint, dim?: number | bigint, prepend?: Tensor | null, append?: Tensor | null): Tensor;
  diff(...args: Split<[], { n?: number | bigint; dim?: number | bigint; prepend?: Tensor | null; append?: Tensor | null }, ['n', 'dim', 'prepend', 'append']>): Tensor;
  /** `digamma(Tensor self) -> Tensor` */
  digamma(): Tensor;
  /** `digamma_(Tensor(a!) self) -> Tensor(a!)` */
  digamma_(): this;
  /** `dim(Tensor self) -> int` */
  dim(): number;
  /** `dist(Tensor self, Tensor other, Scalar p=2) -> Tensor` */
  dist(other: Tensor, p?: Scalar): Tensor;
  dist(...args: Split<[], { other: Tensor; p?: Scalar }, ['other', 'p']>): Tensor;
  /** `div.Tensor(Tensor self, Tensor other) -> Tensor` */
  div(other: Tensor | Scalar): Tensor;
  div(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `div.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor` */
  div(other: Tensor | Scalar, options?: { roundingMode?: 'trunc' | 'floor' | null }): Tensor;
  div(...args: Split<[], { other: Tensor | Scalar }, ['other'], { roundingMode?: 'trunc' | 'floor' | null }>): Tensor;
  /** `div_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  div_(other: Tensor | Scalar): this;
  div_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `div_.Tensor_mode(Tensor(a!) self, Tensor other, *, str? rounding_mode) -> Tensor(a!)` */
  div_(other: Tensor | Scalar, options?: { roundingMode?: 'trunc' | 'floor' | null }): this;
  div_(...args: Split<[], { other: Tensor | Scalar }, ['other'], { roundingMode?: 'trunc' | 'floor' | null }>): this;
  /** `divide.Tensor(Tensor self, Tensor other) -> Tensor` */
  divide(other: Tensor | Scalar): Tensor;
  divide(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `divide.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor` */
  divide(other: Tensor | Scalar, options?: { roundingMode?: 'trunc' | 'floor' | null }): Tensor;
  divide(...args: Split<[], { other: Tensor | Scalar }, ['other'], { roundingMode?: 'trunc' | 'floor' | null }>): Tensor;
  /** `divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  divide_(other: Tensor | Scalar): this;
  divide_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `divide_.Tensor_mode(Tensor(a!) self, Tensor other, *, str? rounding_mode) -> Tensor(a!)` */
  divide_(other: Tensor | Scalar, options?: { roundingMode?: 'trunc' | 'floor' | null }): this;
  divide_(...args: Split<[], { other: Tensor | Scalar }, ['other'], { roundingMode?: 'trunc' | 'floor' | null }>): this;
  /** `dot(Tensor self, Tensor tensor) -> Tensor` */
  dot(tensor: Tensor): Tensor;
  dot(...args: Split<[], { tensor: Tensor }, ['tensor']>): Tensor;
  /** `dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  dropout_(p: number, train: boolean): this;
  dropout_(...args: Split<[], { p: number; train: boolean }, ['p', 'train']>): this;
  /** `dsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  dsplit(indices: readonly number[]): Tensor[];
  dsplit(...args: Split<[], { indices: readonly number[] }, ['indices']>): Tensor[];
  /** `dsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  dsplit(sections: number | bigint): Tensor[];
  dsplit(...args: Split<[], { sections: number | bigint }, ['sections']>): Tensor[];
  /** `elu(Tensor self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor` */
  elu(alpha?: Scalar, scale?: Scalar, inputScale?: Scalar): Tensor;
  elu(...args: Split<[], { alpha?: Scalar; scale?: Scalar; inputScale?: Scalar }, ['alpha', 'scale', 'inputScale']>): Tensor;
  /** `elu_(Tensor(a!) self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor(a!)` */
  elu_(alpha?: Scalar, scale?: Scalar, inputScale?: Scalar): this;
  elu_(...args: Split<[], { alpha?: Scalar; scale?: Scalar; inputScale?: Scalar }, ['alpha', 'scale', 'inputScale']>): this;
  /** `embedding_renorm(Tensor self, Tensor indices, float max_norm, float norm_type) -> Tensor` */
  embeddingRenorm(indices: Tensor, maxNorm: number, normType: number): Tensor;
  embeddingRenorm(...args: Split<[], { indices: Tensor; maxNorm: number; normType: number }, ['indices', 'maxNorm', 'normType']>): Tensor;
  /** `embedding_renorm_(Tensor(a!) self, Tensor indices, float max_norm, float norm_type) -> Tensor(a!)` */
  embeddingRenorm_(indices: Tensor, maxNorm: number, normType: number): this;
  embeddingRenorm_(...args: Split<[], { indices: Tensor; maxNorm: number; normType: number }, ['indices', 'maxNorm', 'normType']>): this;
  /** `empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  emptyLike(options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  /** `eq.Tensor(Tensor self, Tensor other) -> Tensor` */
  eq(other: Tensor | Scalar): Tensor;
  eq(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `eq_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  eq_(other: Tensor | Scalar): this;
  eq_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `equal(Tensor self, Tensor other) -> bool` */
  equal(other: Tensor): boolean;
  equal(...args: Split<[], { other: Tensor }, ['other']>): boolean;
  /** `erf(Tensor self) -> Tensor` */
  erf(): Tensor;
  /** `erf_(Tensor(a!) self) -> Tensor(a!)` */
  erf_(): this;
  /** `erfc(Tensor self) -> Tensor` */
  erfc(): Tensor;
  /** `erfc_(Tensor(a!) self) -> Tensor(a!)` */
  erfc_(): this;
  /** `erfinv(Tensor self) -> Tensor` */
  erfinv(): Tensor;
  /** `erfinv_(Tensor(a!) self) -> Tensor(a!)` */
  erfinv_(): this;
  /** `exp(Tensor self) -> Tensor` */
  exp(): Tensor;
  /** `exp2(Tensor self) -> Tensor` */
  exp2(): Tensor;
  /** `exp2_(Tensor(a!) self) -> Tensor(a!)` */
  exp2_(): this;
  /** `exp_(Tensor(a!) self) -> Tensor(a!)` */
  exp_(): this;
  /** `expand(Tensor(a) self, SymInt[] size, *, bool implicit=False) -> Tensor(a)` */
  expand(size: readonly number[], options?: { implicit?: boolean }): Tensor;
  expand(...args: Split<[], { size: readonly number[] }, ['size'], { implicit?: boolean }>): Tensor;
  /** `expand_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
  expandAs(other: Tensor): Tensor;
  expandAs(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `expand_copy(Tensor self, SymInt[] size, *, bool implicit=False) -> Tensor` */
  expandCopy(size: readonly number[], options?: { implicit?: boolean }): Tensor;
  expandCopy(...args: Split<[], { size: readonly number[] }, ['size'], { implicit?: boolean }>): Tensor;
  /** `expm1(Tensor self) -> Tensor` */
  expm1(): Tensor;
  /** `expm1_(Tensor(a!) self) -> Tensor(a!)` */
  expm1_(): this;
  /** `exponential(Tensor self, float lambd=1., *, Generator? generator=None) -> Tensor` */
  exponential(lambd?: number, options?: { generator?: Generator | null }): Tensor;
  exponential(...args: Split<[], { lambd?: number }, ['lambd'], { generator?: Generator | null }>): Tensor;
  /** `exponential_(Tensor(a!) self, float lambd=1., *, Generator? generator=None) -> Tensor(a!)` */
  exponential_(lambd?: number, options?: { generator?: Generator | null }): this;
  exponential_(...args: Split<[], { lambd?: number }, ['lambd'], { generator?: Generator | null }>): this;
  /** `fake_quantize_per_channel_affine(Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max) -> Tensor` */
  fakeQuantizePerChannelAffine(scale: Tensor, zeroPoint: Tensor, axis: number | bigint, quantMin: number | bigint, quantMax: number | bigint): Tensor;
  fakeQuantizePerChannelAffine(...args: Split<[], { scale: Tensor; zeroPoint: Tensor; axis: number | bigint; quantMin: number | bigint; quantMax: number | bigint }, ['scale', 'zeroPoint', 'axis', 'quantMin', 'quantMax']>): Tensor;
  /** `fake_quantize_per_channel_affine_cachemask(Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max) -> (Tensor output, Tensor mask)` */
  fakeQuantizePerChannelAffineCachemask(scale: Tensor, zeroPoint: Tensor, axis: number | bigint, quantMin: number | bigint, quantMax: number | bigint): [output: Tensor, mask: Tensor];
  fakeQuantizePerChannelAffineCachemask(...args: Split<[], { scale: Tensor; zeroPoint: Tensor; axis: number | bigint; quantMin: number | bigint; quantMax: number | bigint }, ['scale', 'zeroPoint', 'axis', 'quantMin', 'quantMax']>): [output: Tensor, mask: Tensor];
  /** `fake_quantize_per_tensor_affine.tensor_qparams(Tensor self, Tensor scale, Tensor zero_point, int quant_min, int quant_max) -> Tensor` */
  fakeQuantizePerTensorAffine(scale: Tensor, zeroPoint: Tensor, quantMin: number | bigint, quantMax: number | bigint): Tensor;
  fakeQuantizePerTensorAffine(...args: Split<[], { scale: Tensor; zeroPoint: Tensor; quantMin: number | bigint; quantMax: number | bigint }, ['scale', 'zeroPoint', 'quantMin', 'quantMax']>): Tensor;
  /** `fake_quantize_per_tensor_affine(Tensor self, float scale, int zero_point, int quant_min, int quant_max) -> Tensor` */
  fakeQuantizePerTensorAffine(scale: number, zeroPoint: number | bigint, quantMin: number | bigint, quantMax: number | bigint): Tensor;
  fakeQuantizePerTensorAffine(...args: Split<[], { scale: number; zeroPoint: number | bigint; quantMin: number | bigint; quantMax: number | bigint }, ['scale', 'zeroPoint', 'quantMin', 'quantMax']>): Tensor;
  /** `fake_quantize_per_tensor_affine_cachemask(Tensor self, float scale, int zero_point, int quant_min, int quant_max) -> (Tensor output, Tensor mask)` */
  fakeQuantizePerTensorAffineCachemask(scale: number, zeroPoint: number | bigint, quantMin: number | bigint, quantMax: number | bigint): [output: Tensor, mask: Tensor];
  fakeQuantizePerTensorAffineCachemask(...args: Split<[], { scale: number; zeroPoint: number | bigint; quantMin: number | bigint; quantMax: number | bigint }, ['scale', 'zeroPoint', 'quantMin', 'quantMax']>): [output: Tensor, mask: Tensor];
  /** `feature_alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  featureAlphaDropout_(p: number, train: boolean): this;
  featureAlphaDropout_(...args: Split<[], { p: number; train: boolean }, ['p', 'train']>): this;
  /** `feature_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  featureDropout_(p: number, train: boolean): this;
  featureDropout_(...args: Split<[], { p: number; train: boolean }, ['p', 'train']>): this;
  /** `fft_fft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftFft(n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftFft(...args: Split<[], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
  /** `fft_fft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftFft2(s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftFft2(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fft_fftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftFftn(s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftFftn(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fft_fftshift(Tensor self, int[1]? dim=None) -> Tensor` */
  fftFftshift(dim?: readonly number[] | number | null): Tensor;
  fftFftshift(...args: Split<[], { dim?: readonly number[] | number | null }, ['dim']>): Tensor;
  /** `fft_hfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftHfft(n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftHfft(...args: Split<[], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
  /** `fft_hfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftHfft2(s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftHfft2(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fft_hfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftHfftn(s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftHfftn(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fft_ifft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftIfft(n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftIfft(...args: Split<[], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
  /** `fft_ifft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftIfft2(s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftIfft2(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fft_ifftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftIfftn(s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftIfftn(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fft_ifftshift(Tensor self, int[1]? dim=None) -> Tensor` */
  fftIfftshift(dim?: readonly number[] | number | null): Tensor;
  fftIfftshift(...args: Split<[], { dim?: readonly number[] | number | null }, ['dim']>): Tensor;
  /** `fft_ihfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftIhfft(n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftIhfft(...args: Split<[], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
  /** `fft_ihfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftIhfft2(s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftIhfft2(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fft_ihfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftIhfftn(s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftIhfftn(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fft_irfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftIrfft(n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftIrfft(...args: Split<[], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
  /** `fft_irfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftIrfft2(s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftIrfft2(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fft_irfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftIrfftn(s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftIrfftn(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fft_rfft(Tensor self, SymInt? n=None, int dim=-1, str? norm=None) -> Tensor` */
  fftRfft(n?: number | bigint | null, dim?: number | bigint, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftRfft(...args: Split<[], { n?: number | bigint | null; dim?: number | bigint; norm?: 'backward' | 'ortho' | 'forward' | null }, ['n', 'dim', 'norm']>): Tensor;
  /** `fft_rfft2(Tensor self, SymInt[1]? s=None, int[1] dim=[-2, -1], str? norm=None) -> Tensor` */
  fftRfft2(s?: readonly number[] | number | null, dim?: readonly number[] | number, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftRfft2(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fft_rfftn(Tensor self, SymInt[1]? s=None, int[1]? dim=None, str? norm=None) -> Tensor` */
  fftRfftn(s?: readonly number[] | number | null, dim?: readonly number[] | number | null, norm?: 'backward' | 'ortho' | 'forward' | null): Tensor;
  fftRfftn(...args: Split<[], { s?: readonly number[] | number | null; dim?: readonly number[] | number | null; norm?: 'backward' | 'ortho' | 'forward' | null }, ['s', 'dim', 'norm']>): Tensor;
  /** `fill.Tensor(Tensor self, Tensor value) -> Tensor` */
  fill(value: Tensor | Scalar): Tensor;
  fill(...args: Split<[], { value: Tensor | Scalar }, ['value']>): Tensor;
  /** `fill_diagonal_(Tensor(a!) self, Scalar fill_value, bool wrap=False) -> Tensor(a!)` */
  fillDiagonal_(fillValue: Scalar, wrap?: boolean): this;
  fillDiagonal_(...args: Split<[], { fillValue: Scalar; wrap?: boolean }, ['fillValue', 'wrap']>): this;
  /** `fill_.Tensor(Tensor(a!) self, Tensor value) -> Tensor(a!)` */
  fill_(value: Tensor | Scalar): this;
  fill_(...args: Split<[], { value: Tensor | Scalar }, ['value']>): this;
  /** `fix(Tensor self) -> Tensor` */
  fix(): Tensor;
  /** `fix_(Tensor(a!) self) -> Tensor(a!)` */
  fix_(): this;
  /** `flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)` */
  flatten(startDim?: number | bigint, endDim?: number | bigint): Tensor;
  flatten(...args: Split<[], { startDim?: number | bigint; endDim?: number | bigint }, ['startDim', 'endDim']>): Tensor;
  /** `flip(Tensor self, int[] dims) -> Tensor` */
  flip(dims: readonly number[]): Tensor;
  flip(...args: Split<[], { dims: readonly number[] }, ['dims']>): Tensor;
  /** `fliplr(Tensor self) -> Tensor` */
  fliplr(): Tensor;
  /** `flipud(Tensor self) -> Tensor` */
  flipud(): Tensor;
  /** `float_power.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor` */
  floatPower(exponent: Tensor | Scalar): Tensor;
  floatPower(...args: Split<[], { exponent: Tensor | Scalar }, ['exponent']>): Tensor;
  /** `float_power_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)` */
  floatPower_(exponent: Tensor | Scalar): this;
  floatPower_(...args: Split<[], { exponent: Tensor | Scalar }, ['exponent']>): this;
  /** `floor(Tensor self) -> Tensor` */
  floor(): Tensor;
  /** `floor_divide(Tensor self, Tensor other) -> Tensor` */
  floorDivide(other: Tensor | Scalar): Tensor;
  floorDivide(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `floor_divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  floorDivide_(other: Tensor | Scalar): this;
  floorDivide_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `floor_(Tensor(a!) self) -> Tensor(a!)` */
  floor_(): this;
  /** `fmax(Tensor self, Tensor other) -> Tensor` */
  fmax(other: Tensor): Tensor;
  fmax(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `fmin(Tensor self, Tensor other) -> Tensor` */
  fmin(other: Tensor): Tensor;
  fmin(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `fmod.Tensor(Tensor self, Tensor other) -> Tensor` */
  fmod(other: Tensor | Scalar): Tensor;
  fmod(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `fmod_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  fmod_(other: Tensor | Scalar): this;
  fmod_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `frac(Tensor self) -> Tensor` */
  frac(): Tensor;
  /** `frac_(Tensor(a!) self) -> Tensor(a!)` */
  frac_(): this;
  /** `fractional_max_pool2d(Tensor self, int[2] kernel_size, int[2] output_size, Tensor random_samples) -> (Tensor, Tensor)` */
  fractionalMaxPool2d(kernelSize: readonly number[] | number, outputSize: readonly number[] | number, randomSamples: Tensor): [Tensor, Tensor];
  fractionalMaxPool2d(...args: Split<[], { kernelSize: readonly number[] | number; outputSize: readonly number[] | number; randomSamples: Tensor }, ['kernelSize', 'outputSize', 'randomSamples']>): [Tensor, Tensor];
  /** `fractional_max_pool3d(Tensor self, int[3] kernel_size, int[3] output_size, Tensor random_samples) -> (Tensor, Tensor)` */
  fractionalMaxPool3d(kernelSize: readonly number[] | number, outputSize: readonly number[] | number, randomSamples: Tensor): [Tensor, Tensor];
  fractionalMaxPool3d(...args: Split<[], { kernelSize: readonly number[] | number; outputSize: readonly number[] | number; randomSamples: Tensor }, ['kernelSize', 'outputSize', 'randomSamples']>): [Tensor, Tensor];
  /** `frexp.Tensor(Tensor self) -> (Tensor mantissa, Tensor exponent)` */
  frexp(): [mantissa: Tensor, exponent: Tensor];
  /** `frobenius_norm.dim(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
  frobeniusNorm(dim: readonly number[] | number, keepdim?: boolean): Tensor;
  frobeniusNorm(...args: Split<[], { dim: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  fullLike(fillValue: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  fullLike(...args: Split<[], { fillValue: Scalar }, ['fillValue'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
  /** `fused_moving_avg_obs_fake_quant(Tensor self, Tensor observer_on, Tensor fake_quant_on, Tensor(a!) running_min, Tensor(b!) running_max, Tensor(c!) scale, Tensor(d!) zero_point, float averaging_const, int quant_min, int quant_max, int ch_axis, bool per_row_fake_quant=False, bool symmetric_quant=False) -> Tensor` */
  fusedMovingAvgObsFakeQuant(observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: number | bigint, quantMax: number | bigint, chAxis: number | bigint, perRowFakeQuant?: boolean, symmetricQuant?: boolean): Tensor;
  fusedMovingAvgObsFakeQuant(...args: Split<[], { observerOn: Tensor; fakeQuantOn: Tensor; runningMin: Tensor; runningMax: Tensor; scale: Tensor; zeroPoint: Tensor; averagingConst: number; quantMin: number | bigint; quantMax: number | bigint; chAxis: number | bigint; perRowFakeQuant?: boolean; symmetricQuant?: boolean }, ['observerOn', 'fakeQuantOn', 'runningMin', 'runningMax', 'scale', 'zeroPoint', 'averagingConst', 'quantMin', 'quantMax', 'chAxis', 'perRowFakeQuant', 'symmetricQuant']>): Tensor;
  /** `gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor` */
  gather(dim: number | bigint, index: Tensor, options?: { sparseGrad?: boolean }): Tensor;
  gather(...args: Split<[], { dim: number | bigint; index: Tensor }, ['dim', 'index'], { sparseGrad?: boolean }>): Tensor;
  /** `gcd(Tensor self, Tensor other) -> Tensor` */
  gcd(other: Tensor): Tensor;
  gcd(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `gcd_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  gcd_(other: Tensor): this;
  gcd_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `ge.Tensor(Tensor self, Tensor other) -> Tensor` */
  ge(other: Tensor | Scalar): Tensor;
  ge(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `ge_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  ge_(other: Tensor | Scalar): this;
  ge_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `gelu(Tensor self, *, str approximate="none") -> Tensor` */
  gelu(options?: { approximate?: 'none' | 'tanh' }): Tensor;
  /** `gelu_(Tensor(a!) self, *, str approximate="none") -> Tensor(a!)` */
  gelu_(options?: { approximate?: 'none' | 'tanh' }): this;
  /** `geometric(Tensor self, float p, *, Generator? generator=None) -> Tensor` */
  geometric(p: number, options?: { generator?: Generator | null }): Tensor;
  geometric(...args: Split<[], { p: number }, ['p'], { generator?: Generator | null }>): Tensor;
  /** `geometric_(Tensor(a!) self, float p, *, Generator? generator=None) -> Tensor(a!)` */
  geometric_(p: number, options?: { generator?: Generator | null }): this;
  geometric_(...args: Split<[], { p: number }, ['p'], { generator?: Generator | null }>): this;
  /** `geqrf(Tensor self) -> (Tensor a, Tensor tau)` */
  geqrf(): [a: Tensor, tau: Tensor];
  /** `ger(Tensor self, Tensor vec2) -> Tensor` */
  ger(vec2: Tensor): Tensor;
  ger(...args: Split<[], { vec2: Tensor }, ['vec2']>): Tensor;
  /** `get_device(Tensor self) -> int` */
  getDevice(): number;
  /** `glu(Tensor self, int dim=-1) -> Tensor` */
  glu(dim?: number | bigint): Tensor;
  glu(...args: Split<[], { dim?: number | bigint }, ['dim']>): Tensor;
  /** `gradient.tensorarray(Tensor self, *, Tensor[] spacing, int[] dim, int edge_order=1) -> Tensor[]` */
  gradient(options: { spacing: readonly Tensor[]; dim: readonly number[]; edgeOrder?: number | bigint }): Tensor[];
  /** `gradient.tensorarrayint(Tensor self, *, Tensor[] spacing, int? dim=None, int edge_order=1) -> Tensor[]` */
  gradient(options: { spacing: readonly Tensor[]; dim?: number | bigint | null; edgeOrder?: number | bigint }): Tensor[];
  /** `gradient.array(Tensor self, *, int[] dim, int edge_order=1) -> Tensor[]` */
  gradient(options: { dim: readonly number[]; edgeOrder?: number | bigint }): Tensor[];
  /** `gradient.scalararray(Tensor self, *, Scalar spacing, int[] dim, int edge_order=1) -> Tensor[]` */
  gradient(options: { spacing: Scalar; dim: readonly number[]; edgeOrder?: number | bigint }): Tensor[];
  /** `gradient.scalarint(Tensor self, *, Scalar? spacing=None, int? dim=None, int edge_order=1) -> Tensor[]` */
  gradient(options?: { spacing?: Scalar | null; dim?: number | bigint | null; edgeOrder?: number | bigint }): Tensor[];
  /** `gradient.scalarrayarray(Tensor self, *, Scalar[] spacing, int[] dim, int edge_order=1) -> Tensor[]` */
  gradient(options: { spacing: readonly Scalar[]; dim: readonly number[]; edgeOrder?: number | bigint }): Tensor[];
  /** `gradient.scalarrayint(Tensor self, *, Scalar[] spacing, int? dim=None, int edge_order=1) -> Tensor[]` */
  gradient(options: { spacing: readonly Scalar[]; dim?: number | bigint | null; edgeOrder?: number | bigint }): Tensor[];
  /** `greater.Tensor(Tensor self, Tensor other) -> Tensor` */
  greater(other: Tensor | Scalar): Tensor;
  greater(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `greater_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  greaterEqual(other: Tensor | Scalar): Tensor;
  greaterEqual(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `greater_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  greaterEqual_(other: Tensor | Scalar): this;
  greaterEqual_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `greater_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  greater_(other: Tensor | Scalar): this;
  greater_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `gt.Tensor(Tensor self, Tensor other) -> Tensor` */
  gt(other: Tensor | Scalar): Tensor;
  gt(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `gt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  gt_(other: Tensor | Scalar): this;
  gt_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor` */
  hardshrink(lambd?: Scalar): Tensor;
  hardshrink(...args: Split<[], { lambd?: Scalar }, ['lambd']>): Tensor;
  /** `hardsigmoid(Tensor self) -> Tensor` */
  hardsigmoid(): Tensor;
  /** `hardsigmoid_(Tensor(a!) self) -> Tensor(a!)` */
  hardsigmoid_(): this;
  /** `hardswish(Tensor self) -> Tensor` */
  hardswish(): Tensor;
  /** `hardswish_(Tensor(a!) self) -> Tensor(a!)` */
  hardswish_(): this;
  /** `hardtanh(Tensor self, Scalar min_val=-1, Scalar max_val=1) -> Tensor` */
  hardtanh(minVal?: Scalar, maxVal?: Scalar): Tensor;
  hardtanh(...args: Split<[], { minVal?: Scalar; maxVal?: Scalar }, ['minVal', 'maxVal']>): Tensor;
  /** `hardtanh_(Tensor(a!) self, Scalar min_val=-1, Scalar max_val=1) -> Tensor(a!)` */
  hardtanh_(minVal?: Scalar, maxVal?: Scalar): this;
  hardtanh_(...args: Split<[], { minVal?: Scalar; maxVal?: Scalar }, ['minVal', 'maxVal']>): this;
  /** `hash_tensor(Tensor self, int[1] dim=[], *, bool keepdim=False, int mode=0) -> Tensor` */
  hashTensor(dim?: readonly number[] | number, options?: { keepdim?: boolean; mode?: number | bigint }): Tensor;
  hashTensor(...args: Split<[], { dim?: readonly number[] | number }, ['dim'], { keepdim?: boolean; mode?: number | bigint }>): Tensor;
  /** `heaviside(Tensor self, Tensor values) -> Tensor` */
  heaviside(values: Tensor): Tensor;
  heaviside(...args: Split<[], { values: Tensor }, ['values']>): Tensor;
  /** `heaviside_(Tensor(a!) self, Tensor values) -> Tensor(a!)` */
  heaviside_(values: Tensor): this;
  heaviside_(...args: Split<[], { values: Tensor }, ['values']>): this;
  /** `hinge_embedding_loss(Tensor self, Tensor target, float margin=1., int reduction=1) -> Tensor` */
  hingeEmbeddingLoss(target: Tensor, margin?: number, reduction?: number | bigint): Tensor;
  hingeEmbeddingLoss(...args: Split<[], { target: Tensor; margin?: number; reduction?: number | bigint }, ['target', 'margin', 'reduction']>): Tensor;
  /** `histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor` */
  histc(bins?: number | bigint, min?: Scalar, max?: Scalar): Tensor;
  histc(...args: Split<[], { bins?: number | bigint; min?: Scalar; max?: Scalar }, ['bins', 'min', 'max']>): Tensor;
  /** `histogram.bins_tensor(Tensor self, Tensor bins, *, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)` */
  histogram(bins: Tensor, options?: { weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor];
  histogram(...args: Split<[], { bins: Tensor }, ['bins'], { weight?: Tensor | null; density?: boolean }>): [hist: Tensor, binEdges: Tensor];
  /** `histogram.bin_ct(Tensor self, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)` */
  histogram(bins?: number | bigint, options?: { range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor];
  histogram(...args: Split<[], { bins?: number | bigint }, ['bins'], { range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }>): [hist: Tensor, binEdges: Tensor];
  /** `histogramdd.TensorList_bins(Tensor self, Tensor[] bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)` */
  histogramdd(bins: readonly Tensor[], range?: readonly number[] | null, weight?: Tensor | null, density?: boolean): [hist: Tensor, binEdges: Tensor[]];
  histogramdd(...args: Split<[], { bins: readonly Tensor[]; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }, ['bins', 'range', 'weight', 'density']>): [hist: Tensor, binEdges: Tensor[]];
  /** `histogramdd(Tensor self, int[] bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)` */
  histogramdd(bins: readonly number[], range?: readonly number[] | null, weight?: Tensor | null, density?: boolean): [hist: Tensor, binEdges: Tensor[]];
  histogramdd(...args: Split<[], { bins: readonly number[]; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }, ['bins', 'range', 'weight', 'density']>): [hist: Tensor, binEdges: Tensor[]];
  /** `histogramdd.int_bins(Tensor self, int bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)` */
  histogramdd(bins: number | bigint, range?: readonly number[] | null, weight?: Tensor | null, density?: boolean): [hist: Tensor, binEdges: Tensor[]];
  histogramdd(...args: Split<[], { bins: number | bigint; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }, ['bins', 'range', 'weight', 'density']>): [hist: Tensor, binEdges: Tensor[]];
  /** `hsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  hsplit(indices: readonly number[]): Tensor[];
  hsplit(...args: Split<[], { indices: readonly number[] }, ['indices']>): Tensor[];
  /** `hsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  hsplit(sections: number | bigint): Tensor[];
  hsplit(...args: Split<[], { sections: number | bigint }, ['sections']>): Tensor[];
  /** `huber_loss(Tensor self, Tensor target, int reduction=1, float delta=1.) -> Tensor` */
  huberLoss(target: Tensor, reduction?: number | bigint, delta?: number): Tensor;
  huberLoss(...args: Split<[], { target: Tensor; reduction?: number | bigint; delta?: number }, ['target', 'reduction', 'delta']>): Tensor;
  /** `hypot(Tensor self, Tensor other) -> Tensor` */
  hypot(other: Tensor): Tensor;
  hypot(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `hypot_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  hypot_(other: Tensor): this;
  hypot_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `i0(Tensor self) -> Tensor` */
  i0(): Tensor;
  /** `i0_(Tensor(a!) self) -> Tensor(a!)` */
  i0_(): this;
  /** `igamma(Tensor self, Tensor other) -> Tensor` */
  igamma(other: Tensor): Tensor;
  igamma(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `igamma_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  igamma_(other: Tensor): this;
  igamma_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `igammac(Tensor self, Tensor other) -> Tensor` */
  igammac(other: Tensor): Tensor;
  igammac(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `igammac_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  igammac_(other: Tensor): this;
  igammac_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `im2col(Tensor self, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride) -> Tensor` */
  im2col(kernelSize: readonly number[] | number, dilation: readonly number[] | number, padding: readonly number[] | number, stride: readonly number[] | number): Tensor;
  im2col(...args: Split<[], { kernelSize: readonly number[] | number; dilation: readonly number[] | number; padding: readonly number[] | number; stride: readonly number[] | number }, ['kernelSize', 'dilation', 'padding', 'stride']>): Tensor;
  /** `imag(Tensor(a) self) -> Tensor(a)` */
  imag(): Tensor;
  /** `index.Tensor(Tensor self, Tensor?[] indices) -> Tensor` */
  index(indices: readonly (Tensor | null)[]): Tensor;
  index(...args: Split<[], { indices: readonly (Tensor | null)[] }, ['indices']>): Tensor;
  /** `index_add(Tensor self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor` */
  indexAdd(dim: number | bigint, index: Tensor, source: Tensor, options?: { alpha?: Scalar }): Tensor;
  indexAdd(...args: Split<[], { dim: number | bigint; index: Tensor; source: Tensor }, ['dim', 'index', 'source'], { alpha?: Scalar }>): Tensor;
  /** `index_add_(Tensor(a!) self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor(a!)` */
  indexAdd_(dim: number | bigint, index: Tensor, source: Tensor, options?: { alpha?: Scalar }): this;
  indexAdd_(...args: Split<[], { dim: number | bigint; index: Tensor; source: Tensor }, ['dim', 'index', 'source'], { alpha?: Scalar }>): this;
  /** `index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
  indexCopy(dim: number | bigint, index: Tensor, source: Tensor): Tensor;
  indexCopy(...args: Split<[], { dim: number | bigint; index: Tensor; source: Tensor }, ['dim', 'index', 'source']>): Tensor;
  /** `index_copy_(Tensor(a!) self, int dim, Tensor index, Tensor source) -> Tensor(a!)` */
  indexCopy_(dim: number | bigint, index: Tensor, source: Tensor): this;
  indexCopy_(...args: Split<[], { dim: number | bigint; index: Tensor; source: Tensor }, ['dim', 'index', 'source']>): this;
  /** `index_fill.int_Tensor(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
  indexFill(dim: number | bigint, index: Tensor, value: Tensor | Scalar): Tensor;
  indexFill(...args: Split<[], { dim: number | bigint; index: Tensor; value: Tensor | Scalar }, ['dim', 'index', 'value']>): Tensor;
  /** `index_fill_.int_Tensor(Tensor(a!) self, int dim, Tensor index, Tensor value) -> Tensor(a!)` */
  indexFill_(dim: number | bigint, index: Tensor, value: Tensor | Scalar): this;
  indexFill_(...args: Split<[], { dim: number | bigint; index: Tensor; value: Tensor | Scalar }, ['dim', 'index', 'value']>): this;
  /** `index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
  indexPut(indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean): Tensor;
  indexPut(...args: Split<[], { indices: readonly (Tensor | null)[]; values: Tensor; accumulate?: boolean }, ['indices', 'values', 'accumulate']>): Tensor;
  /** `index_put_(Tensor(a!) self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor(a!)` */
  indexPut_(indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean): this;
  indexPut_(...args: Split<[], { indices: readonly (Tensor | null)[]; values: Tensor; accumulate?: boolean }, ['indices', 'values', 'accumulate']>): this;
  /** `index_reduce(Tensor self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor` */
  indexReduce(dim: number | bigint, index: Tensor, source: Tensor, reduce: 'prod' | 'mean' | 'amax' | 'amin', options?: { includeSelf?: boolean }): Tensor;
  indexReduce(...args: Split<[], { dim: number | bigint; index: Tensor; source: Tensor; reduce: 'prod' | 'mean' | 'amax' | 'amin' }, ['dim', 'index', 'source', 'reduce'], { includeSelf?: boolean }>): Tensor;
  /** `index_reduce_(Tensor(a!) self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor(a!)` */
  indexReduce_(dim: number | bigint, index: Tensor, source: Tensor, reduce: 'prod' | 'mean' | 'amax' | 'amin', options?: { includeSelf?: boolean }): this;
  indexReduce_(...args: Split<[], { dim: number | bigint; index: Tensor; source: Tensor; reduce: 'prod' | 'mean' | 'amax' | 'amin' }, ['dim', 'index', 'source', 'reduce'], { includeSelf?: boolean }>): this;
  /** `index_select(Tensor self, int dim, Tensor index) -> Tensor` */
  indexSelect(dim: number | bigint, index: Tensor): Tensor;
  indexSelect(...args: Split<[], { dim: number | bigint; index: Tensor }, ['dim', 'index']>): Tensor;
  /** `indices(Tensor(a) self) -> Tensor(a)` */
  indices(): Tensor;
  /** `indices_copy(Tensor self) -> Tensor` */
  indicesCopy(): Tensor;
  /** `inner(Tensor self, Tensor other) -> Tensor` */
  inner(other: Tensor): Tensor;
  inner(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `int_repr(Tensor self) -> Tensor` */
  intRepr(): Tensor;
  /** `inverse(Tensor self) -> Tensor` */
  inverse(): Tensor;
  /** `is_coalesced(Tensor self) -> bool` */
  isCoalesced(): boolean;
  /** `is_complex(Tensor self) -> bool` */
  isComplex(): boolean;
  /** `is_conj(Tensor self) -> bool` */
  isConj(): boolean;
  /** `is_distributed(Tensor self) -> bool` */
  isDistributed(): boolean;
  /** `is_floating_point(Tensor self) -> bool` */
  isFloatingPoint(): boolean;
  /** `is_inference(Tensor self) -> bool` */
  isInference(): boolean;
  /** `is_neg(Tensor self) -> bool` */
  isNeg(): boolean;
  /** `is_nonzero(Tensor self) -> bool` */
  isNonzero(): boolean;
  /** `is_pinned(Tensor self, Device? device=None) -> bool` */
  isPinned(device?: Device | null): boolean;
  isPinned(...args: Split<[], { device?: Device | null }, ['device']>): boolean;
  /** `is_same_size(Tensor self, Tensor other) -> bool` */
  isSameSize(other: Tensor): boolean;
  isSameSize(...args: Split<[], { other: Tensor }, ['other']>): boolean;
  /** `is_set_to(Tensor self, Tensor tensor) -> bool` */
  isSetTo(tensor: Tensor): boolean;
  isSetTo(...args: Split<[], { tensor: Tensor }, ['tensor']>): boolean;
  /** `is_signed(Tensor self) -> bool` */
  isSigned(): boolean;
  /** `isclose(Tensor self, Tensor other, float rtol=1.0000000000000001e-05, float atol=1e-08, bool equal_nan=False) -> Tensor` */
  isclose(other: Tensor, rtol?: number, atol?: number, equalNan?: boolean): Tensor;
  isclose(...args: Split<[], { other: Tensor; rtol?: number; atol?: number; equalNan?: boolean }, ['other', 'rtol', 'atol', 'equalNan']>): Tensor;
  /** `isfinite(Tensor self) -> Tensor` */
  isfinite(): Tensor;
  /** `isinf(Tensor self) -> Tensor` */
  isinf(): Tensor;
  /** `isnan(Tensor self) -> Tensor` */
  isnan(): Tensor;
  /** `isneginf(Tensor self) -> Tensor` */
  isneginf(): Tensor;
  /** `isposinf(Tensor self) -> Tensor` */
  isposinf(): Tensor;
  /** `isreal(Tensor self) -> Tensor` */
  isreal(): Tensor;
  /** `istft(Tensor self, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False) -> Tensor` */
  istft(nFft: number | bigint, hopLength?: number | bigint | null, winLength?: number | bigint | null, window?: Tensor | null, center?: boolean, normalized?: boolean, onesided?: boolean | null, length?: number | bigint | null, returnComplex?: boolean): Tensor;
  istft(...args: Split<[], { nFft: number | bigint; hopLength?: number | bigint | null; winLength?: number | bigint | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: number | bigint | null; returnComplex?: boolean }, ['nFft', 'hopLength', 'winLength', 'window', 'center', 'normalized', 'onesided', 'length', 'returnComplex']>): Tensor;
  /** `kl_div(Tensor self, Tensor target, int reduction=1, *, bool log_target=False) -> Tensor` */
  klDiv(target: Tensor, reduction?: number | bigint, options?: { logTarget?: boolean }): Tensor;
  klDiv(...args: Split<[], { target: Tensor; reduction?: number | bigint }, ['target', 'reduction'], { logTarget?: boolean }>): Tensor;
  /** `kron(Tensor self, Tensor other) -> Tensor` */
  kron(other: Tensor): Tensor;
  kron(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `kthvalue(Tensor self, SymInt k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  kthvalue(k: number | bigint, dim?: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
  kthvalue(...args: Split<[], { k: number | bigint; dim?: number | bigint; keepdim?: boolean }, ['k', 'dim', 'keepdim']>): [values: Tensor, indices: Tensor];
  /** `l1_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
  l1Loss(target: Tensor, reduction?: number | bigint): Tensor;
  l1Loss(...args: Split<[], { target: Tensor; reduction?: number | bigint }, ['target', 'reduction']>): Tensor;
  /** `lcm(Tensor self, Tensor other) -> Tensor` */
  lcm(other: Tensor): Tensor;
  lcm(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `lcm_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  lcm_(other: Tensor): this;
  lcm_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `ldexp.Tensor(Tensor self, Tensor other) -> Tensor` */
  ldexp(other: Tensor): Tensor;
  ldexp(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `ldexp_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  ldexp_(other: Tensor): this;
  ldexp_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `le.Tensor(Tensor self, Tensor other) -> Tensor` */
  le(other: Tensor | Scalar): Tensor;
  le(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `le_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  le_(other: Tensor | Scalar): this;
  le_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor` */
  leakyRelu(negativeSlope?: Scalar): Tensor;
  leakyRelu(...args: Split<[], { negativeSlope?: Scalar }, ['negativeSlope']>): Tensor;
  /** `leaky_relu_(Tensor(a!) self, Scalar negative_slope=0.01) -> Tensor(a!)` */
  leakyRelu_(negativeSlope?: Scalar): this;
  leakyRelu_(...args: Split<[], { negativeSlope?: Scalar }, ['negativeSlope']>): this;
  /** `lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor` */
  lerp(end: Tensor, weight: Tensor | Scalar): Tensor;
  lerp(...args: Split<[], { end: Tensor; weight: Tensor | Scalar }, ['end', 'weight']>): Tensor;
  /** `lerp_.Tensor(Tensor(a!) self, Tensor end, Tensor weight) -> Tensor(a!)` */
  lerp_(end: Tensor, weight: Tensor | Scalar): this;
  lerp_(...args: Split<[], { end: Tensor; weight: Tensor | Scalar }, ['end', 'weight']>): this;
  /** `less.Tensor(Tensor self, Tensor other) -> Tensor` */
  less(other: Tensor | Scalar): Tensor;
  less(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `less_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  lessEqual(other: Tensor | Scalar): Tensor;
  lessEqual(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `less_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  lessEqual_(other: Tensor | Scalar): this;
  lessEqual_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `less_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  less_(other: Tensor | Scalar): this;
  less_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `lgamma(Tensor self) -> Tensor` */
  lgamma(): Tensor;
  /** `lgamma_(Tensor(a!) self) -> Tensor(a!)` */
  lgamma_(): this;
  /** `lift(Tensor self) -> Tensor` */
  lift(): Tensor;
  /** `lift_fresh(Tensor(a) self) -> Tensor(a)` */
  liftFresh(): Tensor;
  /** `lift_fresh_copy(Tensor self) -> Tensor` */
  liftFreshCopy(): Tensor;
  /** `linalg_cholesky(Tensor self, *, bool upper=False) -> Tensor` */
  linalgCholesky(options?: { upper?: boolean }): Tensor;
  /** `linalg_cholesky_ex(Tensor self, *, bool upper=False, bool check_errors=False) -> (Tensor L, Tensor info)` */
  linalgCholeskyEx(options?: { upper?: boolean; checkErrors?: boolean }): [L: Tensor, info: Tensor];
  /** `linalg_cond(Tensor self, Scalar? p=None) -> Tensor` */
  linalgCond(p?: Scalar | null): Tensor;
  linalgCond(...args: Split<[], { p?: Scalar | null }, ['p']>): Tensor;
  /** `linalg_cond.p_str(Tensor self, str p) -> Tensor` */
  linalgCond(p: 'fro' | 'nuc'): Tensor;
  linalgCond(...args: Split<[], { p: 'fro' | 'nuc' }, ['p']>): Tensor;
  /** `linalg_cross(Tensor self, Tensor other, *, int dim=-1) -> Tensor` */
  linalgCross(other: Tensor, options?: { dim?: number | bigint }): Tensor;
  linalgCross(...args: Split<[], { other: Tensor }, ['other'], { dim?: number | bigint }>): Tensor;
  /** `linalg_eig(Tensor self) -> (Tensor eigenvalues, Tensor eigenvectors)` */
  linalgEig(): [eigenvalues: Tensor, eigenvectors: Tensor];
  /** `linalg_eigh(Tensor self, str UPLO="L") -> (Tensor eigenvalues, Tensor eigenvectors)` */
  linalgEigh(UPLO?: 'L' | 'U'): [eigenvalues: Tensor, eigenvectors: Tensor];
  linalgEigh(...args: Split<[], { UPLO?: 'L' | 'U' }, ['UPLO']>): [eigenvalues: Tensor, eigenvectors: Tensor];
  /** `linalg_eigvals(Tensor self) -> Tensor` */
  linalgEigvals(): Tensor;
  /** `linalg_eigvalsh(Tensor self, str UPLO="L") -> Tensor` */
  linalgEigvalsh(UPLO?: 'L' | 'U'): Tensor;
  linalgEigvalsh(...args: Split<[], { UPLO?: 'L' | 'U' }, ['UPLO']>): Tensor;
  /** `linalg_ldl_factor(Tensor self, *, bool hermitian=False) -> (Tensor LD, Tensor pivots)` */
  linalgLdlFactor(options?: { hermitian?: boolean }): [LD: Tensor, pivots: Tensor];
  /** `linalg_ldl_factor_ex(Tensor self, *, bool hermitian=False, bool check_errors=False) -> (Tensor LD, Tensor pivots, Tensor info)` */
  linalgLdlFactorEx(options?: { hermitian?: boolean; checkErrors?: boolean }): [LD: Tensor, pivots: Tensor, info: Tensor];
  /** `linalg_lstsq(Tensor self, Tensor b, float? rcond=None, *, str? driver=None) -> (Tensor solution, Tensor residuals, Tensor rank, Tensor singular_values)` */
  linalgLstsq(b: Tensor, rcond?: number | null, options?: { driver?: 'gels' | 'gelsy' | 'gelsd' | 'gelss' | null }): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
  linalgLstsq(...args: Split<[], { b: Tensor; rcond?: number | null }, ['b', 'rcond'], { driver?: 'gels' | 'gelsy' | 'gelsd' | 'gelss' | null }>): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
  /** `linalg_matmul(Tensor self, Tensor other) -> Tensor` */
  linalgMatmul(other: Tensor): Tensor;
  linalgMatmul(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `linalg_matrix_exp(Tensor self) -> Tensor` */
  linalgMatrixExp(): Tensor;
  /** `linalg_matrix_norm(Tensor self, Scalar ord, int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgMatrixNorm(ord: Scalar, dim?: readonly number[], keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  linalgMatrixNorm(...args: Split<[], { ord: Scalar; dim?: readonly number[]; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
  /** `linalg_matrix_norm.str_ord(Tensor self, str ord="fro", int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgMatrixNorm(ord?: 'fro' | 'nuc', dim?: readonly number[], keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  linalgMatrixNorm(...args: Split<[], { ord?: 'fro' | 'nuc'; dim?: readonly number[]; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
  /** `linalg_matrix_power(Tensor self, int n) -> Tensor` */
  linalgMatrixPower(n: number | bigint): Tensor;
  linalgMatrixPower(...args: Split<[], { n: number | bigint }, ['n']>): Tensor;
  /** `linalg_matrix_rank(Tensor self, float tol, bool hermitian=False) -> Tensor` */
  linalgMatrixRank(tol: number, hermitian?: boolean): Tensor;
  linalgMatrixRank(...args: Split<[], { tol: number; hermitian?: boolean }, ['tol', 'hermitian']>): Tensor;
  /** `linalg_matrix_rank.atol_rtol_float(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor` */
  linalgMatrixRank(options?: { atol?: number | null; rtol?: number | null; hermitian?: boolean }): Tensor;
  /** `linalg_norm(Tensor self, Scalar? ord=None, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgNorm(ord?: Scalar | null, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  linalgNorm(...args: Split<[], { ord?: Scalar | null; dim?: readonly number[] | number | null; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
  /** `linalg_norm.ord_str(Tensor self, str ord, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgNorm(ord: 'fro' | 'nuc', dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  linalgNorm(...args: Split<[], { ord: 'fro' | 'nuc'; dim?: readonly number[] | number | null; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
  /** `linalg_pinv.atol_rtol_tensor(Tensor self, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor` */
  linalgPinv(options?: { atol?: Tensor | null; rtol?: Tensor | null; hermitian?: boolean }): Tensor;
  /** `linalg_pinv.rcond_tensor(Tensor self, Tensor rcond, bool hermitian=False) -> Tensor` */
  linalgPinv(rcond: Tensor, hermitian?: boolean): Tensor;
  linalgPinv(...args: Split<[], { rcond: Tensor; hermitian?: boolean }, ['rcond', 'hermitian']>): Tensor;
  /** `linalg_pinv(Tensor self, float rcond, bool hermitian=False) -> Tensor` */
  linalgPinv(rcond: number, hermitian?: boolean): Tensor;
  linalgPinv(...args: Split<[], { rcond: number; hermitian?: boolean }, ['rcond', 'hermitian']>): Tensor;
  /** `linalg_pinv.atol_rtol_float(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor` */
  linalgPinv(options?: { atol?: number | null; rtol?: number | null; hermitian?: boolean }): Tensor;
  /** `linalg__powsum(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgPowsum(ord?: Scalar, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  linalgPowsum(...args: Split<[], { ord?: Scalar; dim?: readonly number[] | number | null; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
  /** `linalg_solve_triangular(Tensor self, Tensor B, *, bool upper, bool left=True, bool unitriangular=False) -> Tensor` */
  linalgSolveTriangular(B: Tensor, options: { upper: boolean; left?: boolean; unitriangular?: boolean }): Tensor;
  linalgSolveTriangular(...args: Split<[], { B: Tensor }, ['B'], { upper: boolean; left?: boolean; unitriangular?: boolean }>): Tensor;
  /** `linalg_tensorinv(Tensor self, int ind=2) -> Tensor` */
  linalgTensorinv(ind?: number | bigint): Tensor;
  linalgTensorinv(...args: Split<[], { ind?: number | bigint }, ['ind']>): Tensor;
  /** `linalg_tensorsolve(Tensor self, Tensor other, int[]? dims=None) -> Tensor` */
  linalgTensorsolve(other: Tensor, dims?: readonly number[] | null): Tensor;
  linalgTensorsolve(...args: Split<[], { other: Tensor; dims?: readonly number[] | null }, ['other', 'dims']>): Tensor;
  /** `linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgVectorNorm(ord?: Scalar, dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  linalgVectorNorm(...args: Split<[], { ord?: Scalar; dim?: readonly number[] | number | null; keepdim?: boolean }, ['ord', 'dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
  /** `linear_backward(Tensor self, Tensor grad_output, Tensor weight, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
  linearBackward(gradOutput: Tensor, weight: Tensor, outputMask: readonly boolean[] | boolean): [Tensor, Tensor, Tensor];
  linearBackward(...args: Split<[], { gradOutput: Tensor; weight: Tensor; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'weight', 'outputMask']>): [Tensor, Tensor, Tensor];
  /** `log(Tensor self) -> Tensor` */
  log(): Tensor;
  /** `log10(Tensor self) -> Tensor` */
  log10(): Tensor;
  /** `log10_(Tensor(a!) self) -> Tensor(a!)` */
  log10_(): this;
  /** `log1p(Tensor self) -> Tensor` */
  log1p(): Tensor;
  /** `log1p_(Tensor(a!) self) -> Tensor(a!)` */
  log1p_(): this;
  /** `log2(Tensor self) -> Tensor` */
  log2(): Tensor;
  /** `log2_(Tensor(a!) self) -> Tensor(a!)` */
  log2_(): this;
  /** `log_normal(Tensor self, float mean=1., float std=2., *, Generator? generator=None) -> Tensor` */
  logNormal(mean?: number, std?: number, options?: { generator?: Generator | null }): Tensor;
  logNormal(...args: Split<[], { mean?: number; std?: number }, ['mean', 'std'], { generator?: Generator | null }>): Tensor;
  /** `log_normal_(Tensor(a!) self, float mean=1., float std=2., *, Generator? generator=None) -> Tensor(a!)` */
  logNormal_(mean?: number, std?: number, options?: { generator?: Generator | null }): this;
  logNormal_(...args: Split<[], { mean?: number; std?: number }, ['mean', 'std'], { generator?: Generator | null }>): this;
  /** `log_sigmoid(Tensor self) -> Tensor` */
  logSigmoid(): Tensor;
  /** `log_sigmoid_forward(Tensor self) -> (Tensor output, Tensor buffer)` */
  logSigmoidForward(): [output: Tensor, buffer: Tensor];
  /** `log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  logSoftmax(dim: number | bigint, dtype?: DType | null): Tensor;
  logSoftmax(...args: Split<[], { dim: number | bigint; dtype?: DType | null }, ['dim', 'dtype']>): Tensor;
  /** `log_(Tensor(a!) self) -> Tensor(a!)` */
  log_(): this;
  /** `logaddexp(Tensor self, Tensor other) -> Tensor` */
  logaddexp(other: Tensor): Tensor;
  logaddexp(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `logaddexp2(Tensor self, Tensor other) -> Tensor` */
  logaddexp2(other: Tensor): Tensor;
  logaddexp2(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `logcumsumexp(Tensor self, int dim) -> Tensor` */
  logcumsumexp(dim: number | bigint): Tensor;
  logcumsumexp(...args: Split<[], { dim: number | bigint }, ['dim']>): Tensor;
  /** `logdet(Tensor self) -> Tensor` */
  logdet(): Tensor;
  /** `logical_and(Tensor self, Tensor other) -> Tensor` */
  logicalAnd(other: Tensor): Tensor;
  logicalAnd(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `logical_and_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  logicalAnd_(other: Tensor): this;
  logicalAnd_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `logical_not(Tensor self) -> Tensor` */
  logicalNot(): Tensor;
  /** `logical_not_(Tensor(a!) self) -> Tensor(a!)` */
  logicalNot_(): this;
  /** `logical_or(Tensor self, Tensor other) -> Tensor` */
  logicalOr(other: Tensor): Tensor;
  logicalOr(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `logical_or_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  logicalOr_(other: Tensor): this;
  logicalOr_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `logical_xor(Tensor self, Tensor other) -> Tensor` */
  logicalXor(other: Tensor): Tensor;
  logicalXor(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `logical_xor_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  logicalXor_(other: Tensor): this;
  logicalXor_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `logit(Tensor self, float? eps=None) -> Tensor` */
  logit(eps?: number | null): Tensor;
  logit(...args: Split<[], { eps?: number | null }, ['eps']>): Tensor;
  /** `logit_(Tensor(a!) self, float? eps=None) -> Tensor(a!)` */
  logit_(eps?: number | null): this;
  logit_(...args: Split<[], { eps?: number | null }, ['eps']>): this;
  /** `logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
  logsumexp(dim: readonly number[] | number, keepdim?: boolean): Tensor;
  logsumexp(...args: Split<[], { dim: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `lt.Tensor(Tensor self, Tensor other) -> Tensor` */
  lt(other: Tensor | Scalar): Tensor;
  lt(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `lt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  lt_(other: Tensor | Scalar): this;
  lt_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `lu_solve(Tensor self, Tensor LU_data, Tensor LU_pivots) -> Tensor` */
  luSolve(LUData: Tensor, LUPivots: Tensor): Tensor;
  luSolve(...args: Split<[], { LUData: Tensor; LUPivots: Tensor }, ['LUData', 'LUPivots']>): Tensor;
  /** `masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor` */
  maskedFill(mask: Tensor, value: Tensor | Scalar): Tensor;
  maskedFill(...args: Split<[], { mask: Tensor; value: Tensor | Scalar }, ['mask', 'value']>): Tensor;
  /** `masked_fill_.Tensor(Tensor(a!) self, Tensor mask, Tensor value) -> Tensor(a!)` */
  maskedFill_(mask: Tensor, value: Tensor | Scalar): this;
  maskedFill_(...args: Split<[], { mask: Tensor; value: Tensor | Scalar }, ['mask', 'value']>): this;
  /** `masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor` */
  maskedScatter(mask: Tensor, source: Tensor): Tensor;
  maskedScatter(...args: Split<[], { mask: Tensor; source: Tensor }, ['mask', 'source']>): Tensor;
  /** `masked_scatter_(Tensor(a!) self, Tensor mask, Tensor source) -> Tensor(a!)` */
  maskedScatter_(mask: Tensor, source: Tensor): this;
  maskedScatter_(...args: Split<[], { mask: Tensor; source: Tensor }, ['mask', 'source']>): this;
  /** `masked_select(Tensor self, Tensor mask) -> Tensor` */
  maskedSelect(mask: Tensor): Tensor;
  maskedSelect(...args: Split<[], { mask: Tensor }, ['mask']>): Tensor;
  /** `matmul(Tensor self, Tensor other) -> Tensor` */
  matmul(other: Tensor): Tensor;
  matmul(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `matrix_exp(Tensor self) -> Tensor` */
  matrixExp(): Tensor;
  /** `matrix_exp_backward(Tensor self, Tensor grad) -> Tensor` */
  matrixExpBackward(grad: Tensor): Tensor;
  matrixExpBackward(...args: Split<[], { grad: Tensor }, ['grad']>): Tensor;
  /** `matrix_power(Tensor self, int n) -> Tensor` */
  matrixPower(n: number | bigint): Tensor;
  matrixPower(...args: Split<[], { n: number | bigint }, ['n']>): Tensor;
  /** `max.other(Tensor self, Tensor other) -> Tensor` */
  max(other: Tensor): Tensor;
  max(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `max(Tensor self) -> Tensor` */
  max(): Tensor;
  /** `max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  max(dim: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
  max(...args: Split<[], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): [values: Tensor, indices: Tensor];
  /** `max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> Tensor` */
  maxPool1d(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
  maxPool1d(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
  /** `max_pool1d_with_indices(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> (Tensor, Tensor)` */
  maxPool1dWithIndices(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): [Tensor, Tensor];
  maxPool1dWithIndices(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): [Tensor, Tensor];
  /** `max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
  maxPool2d(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
  maxPool2d(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
  /** `max_pool2d_with_indices(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
  maxPool2dWithIndices(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): [Tensor, Tensor];
  maxPool2dWithIndices(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): [Tensor, Tensor];
  /** `max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor` */
  maxPool3d(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
  maxPool3d(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
  /** `max_pool3d_with_indices(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
  maxPool3dWithIndices(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): [Tensor, Tensor];
  maxPool3dWithIndices(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): [Tensor, Tensor];
  /** `max_unpool2d(Tensor self, Tensor indices, SymInt[2] output_size) -> Tensor` */
  maxUnpool2d(indices: Tensor, outputSize: readonly number[] | number): Tensor;
  maxUnpool2d(...args: Split<[], { indices: Tensor; outputSize: readonly number[] | number }, ['indices', 'outputSize']>): Tensor;
  /** `max_unpool3d(Tensor self, Tensor indices, SymInt[3] output_size, int[3] stride, int[3] padding) -> Tensor` */
  maxUnpool3d(indices: Tensor, outputSize: readonly number[] | number, stride: readonly number[] | number, padding: readonly number[] | number): Tensor;
  maxUnpool3d(...args: Split<[], { indices: Tensor; outputSize: readonly number[] | number; stride: readonly number[] | number; padding: readonly number[] | number }, ['indices', 'outputSize', 'stride', 'padding']>): Tensor;
  /** `maximum(Tensor self, Tensor other) -> Tensor` */
  maximum(other: Tensor): Tensor;
  maximum(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `mean(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  mean(options?: { dtype?: DType | null }): Tensor;
  /** `mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  mean(dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  mean(...args: Split<[], { dim?: readonly number[] | number | null; keepdim?: boolean }, ['dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
  /** `median(Tensor self) -> Tensor` */
  median(): Tensor;
  /** `median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  median(dim: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
  median(...args: Split<[], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): [values: Tensor, indices: Tensor];
  /** `min.other(Tensor self, Tensor other) -> Tensor` */
  min(other: Tensor): Tensor;
  min(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `min(Tensor self) -> Tensor` */
  min(): Tensor;
  /** `min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  min(dim: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
  min(...args: Split<[], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): [values: Tensor, indices: Tensor];
  /** `minimum(Tensor self, Tensor other) -> Tensor` */
  minimum(other: Tensor): Tensor;
  minimum(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `miopen_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor` */
  miopenConvolution(weight: Tensor, bias: Tensor | null | undefined, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, benchmark: boolean, deterministic: boolean): Tensor;
  miopenConvolution(...args: Split<[], { weight: Tensor; bias?: Tensor | null; padding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; benchmark: boolean; deterministic: boolean }, ['weight', 'bias', 'padding', 'stride', 'dilation', 'groups', 'benchmark', 'deterministic']>): Tensor;
  /** `miopen_convolution_add_relu(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
  miopenConvolutionAddRelu(weight: Tensor, z: Tensor, alpha: Scalar | null | undefined, bias: Tensor | null | undefined, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number | bigint): Tensor;
  miopenConvolutionAddRelu(...args: Split<[], { weight: Tensor; z: Tensor; alpha?: Scalar | null; bias?: Tensor | null; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; groups: number | bigint }, ['weight', 'z', 'alpha', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
  /** `miopen_convolution_relu(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor` */
  miopenConvolutionRelu(weight: Tensor, bias: Tensor | null | undefined, stride: readonly number[], padding: readonly number[], dilation: readonly number[], groups: number | bigint): Tensor;
  miopenConvolutionRelu(...args: Split<[], { weight: Tensor; bias?: Tensor | null; stride: readonly number[]; padding: readonly number[]; dilation: readonly number[]; groups: number | bigint }, ['weight', 'bias', 'stride', 'padding', 'dilation', 'groups']>): Tensor;
  /** `miopen_convolution_transpose(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor` */
  miopenConvolutionTranspose(weight: Tensor, bias: Tensor | null | undefined, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, benchmark: boolean, deterministic: boolean): Tensor;
  miopenConvolutionTranspose(...args: Split<[], { weight: Tensor; bias?: Tensor | null; padding: readonly number[]; outputPadding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; benchmark: boolean; deterministic: boolean }, ['weight', 'bias', 'padding', 'outputPadding', 'stride', 'dilation', 'groups', 'benchmark', 'deterministic']>): Tensor;
  /** `miopen_depthwise_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor` */
  miopenDepthwiseConvolution(weight: Tensor, bias: Tensor | null | undefined, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, benchmark: boolean, deterministic: boolean): Tensor;
  miopenDepthwiseConvolution(...args: Split<[], { weight: Tensor; bias?: Tensor | null; padding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; benchmark: boolean; deterministic: boolean }, ['weight', 'bias', 'padding', 'stride', 'dilation', 'groups', 'benchmark', 'deterministic']>): Tensor;
  /** `mish(Tensor self) -> Tensor` */
  mish(): Tensor;
  /** `mish_(Tensor(a!) self) -> Tensor(a!)` */
  mish_(): this;
  /** `mkldnn_adaptive_avg_pool2d(Tensor self, int[2] output_size) -> Tensor` */
  mkldnnAdaptiveAvgPool2d(outputSize: readonly number[] | number): Tensor;
  mkldnnAdaptiveAvgPool2d(...args: Split<[], { outputSize: readonly number[] | number }, ['outputSize']>): Tensor;
  /** `mkldnn_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups) -> Tensor` */
  mkldnnConvolution(weight: Tensor, bias: Tensor | null | undefined, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint): Tensor;
  mkldnnConvolution(...args: Split<[], { weight: Tensor; bias?: Tensor | null; padding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint }, ['weight', 'bias', 'padding', 'stride', 'dilation', 'groups']>): Tensor;
  /** `mkldnn_linear(Tensor self, Tensor weight, Tensor? bias=None) -> Tensor` */
  mkldnnLinear(weight: Tensor, bias?: Tensor | null): Tensor;
  mkldnnLinear(...args: Split<[], { weight: Tensor; bias?: Tensor | null }, ['weight', 'bias']>): Tensor;
  /** `mkldnn_linear_backward(Tensor self, Tensor grad_output, Tensor weight, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
  mkldnnLinearBackward(gradOutput: Tensor, weight: Tensor, outputMask: readonly boolean[] | boolean): [Tensor, Tensor, Tensor];
  mkldnnLinearBackward(...args: Split<[], { gradOutput: Tensor; weight: Tensor; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'weight', 'outputMask']>): [Tensor, Tensor, Tensor];
  /** `mkldnn_max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
  mkldnnMaxPool2d(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
  mkldnnMaxPool2d(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
  /** `mkldnn_max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor` */
  mkldnnMaxPool3d(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
  mkldnnMaxPool3d(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
  /** `mkldnn_reorder_conv2d_weight(Tensor self, SymInt[2] padding=[0, 0], SymInt[2] stride=[1, 1], SymInt[2] dilation=[1, 1], SymInt groups=1, SymInt[]? input_size=None) -> Tensor` */
  mkldnnReorderConv2dWeight(padding?: readonly number[] | number, stride?: readonly number[] | number, dilation?: readonly number[] | number, groups?: number | bigint, inputSize?: readonly number[] | null): Tensor;
  mkldnnReorderConv2dWeight(...args: Split<[], { padding?: readonly number[] | number; stride?: readonly number[] | number; dilation?: readonly number[] | number; groups?: number | bigint; inputSize?: readonly number[] | null }, ['padding', 'stride', 'dilation', 'groups', 'inputSize']>): Tensor;
  /** `mkldnn_reorder_conv3d_weight(Tensor self, SymInt[3] padding=[0, 0, 0], SymInt[3] stride=[1, 1, 1], SymInt[3] dilation=[1, 1, 1], SymInt groups=1, SymInt[]? input_size=None) -> Tensor` */
  mkldnnReorderConv3dWeight(padding?: readonly number[] | number, stride?: readonly number[] | number, dilation?: readonly number[] | number, groups?: number | bigint, inputSize?: readonly number[] | null): Tensor;
  mkldnnReorderConv3dWeight(...args: Split<[], { padding?: readonly number[] | number; stride?: readonly number[] | number; dilation?: readonly number[] | number; groups?: number | bigint; inputSize?: readonly number[] | null }, ['padding', 'stride', 'dilation', 'groups', 'inputSize']>): Tensor;
  /** `mm(Tensor self, Tensor mat2) -> Tensor` */
  mm(mat2: Tensor): Tensor;
  mm(...args: Split<[], { mat2: Tensor }, ['mat2']>): Tensor;
  /** `mm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor` */
  mm(mat2: Tensor, outDtype: DType): Tensor;
  mm(...args: Split<[], { mat2: Tensor; outDtype: DType }, ['mat2', 'outDtype']>): Tensor;
  /** `mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  mode(dim?: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
  mode(...args: Split<[], { dim?: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): [values: Tensor, indices: Tensor];
  /** `moveaxis.int(Tensor(a) self, int source, int destination) -> Tensor(a)` */
  moveaxis(source: number | bigint, destination: number | bigint): Tensor;
  moveaxis(...args: Split<[], { source: number | bigint; destination: number | bigint }, ['source', 'destination']>): Tensor;
  /** `moveaxis.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)` */
  moveaxis(source: readonly number[], destination: readonly number[]): Tensor;
  moveaxis(...args: Split<[], { source: readonly number[]; destination: readonly number[] }, ['source', 'destination']>): Tensor;
  /** `movedim.int(Tensor(a) self, int source, int destination) -> Tensor(a)` */
  movedim(source: number | bigint, destination: number | bigint): Tensor;
  movedim(...args: Split<[], { source: number | bigint; destination: number | bigint }, ['source', 'destination']>): Tensor;
  /** `movedim.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)` */
  movedim(source: readonly number[], destination: readonly number[]): Tensor;
  movedim(...args: Split<[], { source: readonly number[]; destination: readonly number[] }, ['source', 'destination']>): Tensor;
  /** `mps_convolution_backward(Tensor self, Tensor grad_output, Tensor weight, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool[3] output_mask) -> (Tensor, Tensor, Tensor)` */
  mpsConvolutionBackward(gradOutput: Tensor, weight: Tensor, padding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, outputMask: readonly boolean[] | boolean): [Tensor, Tensor, Tensor];
  mpsConvolutionBackward(...args: Split<[], { gradOutput: Tensor; weight: Tensor; padding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'weight', 'padding', 'stride', 'dilation', 'groups', 'outputMask']>): [Tensor, Tensor, Tensor];
  /** `mps_convolution_transpose_backward(Tensor self, Tensor grad_output, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool[2] output_mask) -> (Tensor, Tensor)` */
  mpsConvolutionTransposeBackward(gradOutput: Tensor, weight: Tensor, padding: readonly number[], outputPadding: readonly number[], stride: readonly number[], dilation: readonly number[], groups: number | bigint, outputMask: readonly boolean[] | boolean): [Tensor, Tensor];
  mpsConvolutionTransposeBackward(...args: Split<[], { gradOutput: Tensor; weight: Tensor; padding: readonly number[]; outputPadding: readonly number[]; stride: readonly number[]; dilation: readonly number[]; groups: number | bigint; outputMask: readonly boolean[] | boolean }, ['gradOutput', 'weight', 'padding', 'outputPadding', 'stride', 'dilation', 'groups', 'outputMask']>): [Tensor, Tensor];
  /** `mse_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
  mseLoss(target: Tensor, reduction?: number | bigint): Tensor;
  mseLoss(...args: Split<[], { target: Tensor; reduction?: number | bigint }, ['target', 'reduction']>): Tensor;
  /** `msort(Tensor self) -> Tensor` */
  msort(): Tensor;
  /** `mul.Tensor(Tensor self, Tensor other) -> Tensor` */
  mul(other: Tensor | Scalar): Tensor;
  mul(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `mul_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  mul_(other: Tensor | Scalar): this;
  mul_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `multi_margin_loss(Tensor self, Tensor target, Scalar p=1, Scalar margin=1, Tensor? weight=None, int reduction=1) -> Tensor` */
  multiMarginLoss(target: Tensor, p?: Scalar, margin?: Scalar, weight?: Tensor | null, reduction?: number | bigint): Tensor;
  multiMarginLoss(...args: Split<[], { target: Tensor; p?: Scalar; margin?: Scalar; weight?: Tensor | null; reduction?: number | bigint }, ['target', 'p', 'margin', 'weight', 'reduction']>): Tensor;
  /** `multilabel_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
  multilabelMarginLoss(target: Tensor, reduction?: number | bigint): Tensor;
  multilabelMarginLoss(...args: Split<[], { target: Tensor; reduction?: number | bigint }, ['target', 'reduction']>): Tensor;
  /** `multilabel_margin_loss_forward(Tensor self, Tensor target, int reduction) -> (Tensor output, Tensor is_target)` */
  multilabelMarginLossForward(target: Tensor, reduction: number | bigint): [output: Tensor, isTarget: Tensor];
  multilabelMarginLossForward(...args: Split<[], { target: Tensor; reduction: number | bigint }, ['target', 'reduction']>): [output: Tensor, isTarget: Tensor];
  /** `multinomial(Tensor self, SymInt num_samples, bool replacement=False, *, Generator? generator=None) -> Tensor` */
  multinomial(numSamples: number | bigint, replacement?: boolean, options?: { generator?: Generator | null }): Tensor;
  multinomial(...args: Split<[], { numSamples: number | bigint; replacement?: boolean }, ['numSamples', 'replacement'], { generator?: Generator | null }>): Tensor;
  /** `multiply.Tensor(Tensor self, Tensor other) -> Tensor` */
  multiply(other: Tensor | Scalar): Tensor;
  multiply(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `multiply_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  multiply_(other: Tensor | Scalar): this;
  multiply_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `mv(Tensor self, Tensor vec) -> Tensor` */
  mv(vec: Tensor): Tensor;
  mv(...args: Split<[], { vec: Tensor }, ['vec']>): Tensor;
  /** `mvlgamma(Tensor self, int p) -> Tensor` */
  mvlgamma(p: number | bigint): Tensor;
  mvlgamma(...args: Split<[], { p: number | bigint }, ['p']>): Tensor;
  /** `mvlgamma_(Tensor(a!) self, int p) -> Tensor(a!)` */
  mvlgamma_(p: number | bigint): this;
  mvlgamma_(...args: Split<[], { p: number | bigint }, ['p']>): this;
  /** `nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor` */
  nanToNum(nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
  nanToNum(...args: Split<[], { nan?: number | null; posinf?: number | null; neginf?: number | null }, ['nan', 'posinf', 'neginf']>): Tensor;
  /** `nan_to_num_(Tensor(a!) self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor(a!)` */
  nanToNum_(nan?: number | null, posinf?: number | null, neginf?: number | null): this;
  nanToNum_(...args: Split<[], { nan?: number | null; posinf?: number | null; neginf?: number | null }, ['nan', 'posinf', 'neginf']>): this;
  /** `nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  nanmean(dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  nanmean(...args: Split<[], { dim?: readonly number[] | number | null; keepdim?: boolean }, ['dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
  /** `nanmedian(Tensor self) -> Tensor` */
  nanmedian(): Tensor;
  /** `nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  nanmedian(dim: number | bigint, keepdim?: boolean): [values: Tensor, indices: Tensor];
  nanmedian(...args: Split<[], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim']>): [values: Tensor, indices: Tensor];
  /** `nanquantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
  nanquantile(q: Tensor, dim?: number | bigint | null, keepdim?: boolean, options?: { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }): Tensor;
  nanquantile(...args: Split<[], { q: Tensor; dim?: number | bigint | null; keepdim?: boolean }, ['q', 'dim', 'keepdim'], { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }>): Tensor;
  /** `nanquantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
  nanquantile(q: number, dim?: number | bigint | null, keepdim?: boolean, options?: { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }): Tensor;
  nanquantile(...args: Split<[], { q: number; dim?: number | bigint | null; keepdim?: boolean }, ['q', 'dim', 'keepdim'], { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }>): Tensor;
  /** `nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  nansum(dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  nansum(...args: Split<[], { dim?: readonly number[] | number | null; keepdim?: boolean }, ['dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
  /** `narrow.Tensor(Tensor(a) self, int dim, Tensor start, SymInt length) -> Tensor(a)` */
  narrow(dim: number | bigint, start: Tensor, length: number | bigint): Tensor;
  narrow(...args: Split<[], { dim: number | bigint; start: Tensor; length: number | bigint }, ['dim', 'start', 'length']>): Tensor;
  /** `narrow(Tensor(a) self, int dim, SymInt start, SymInt length) -> Tensor(a)` */
  narrow(dim: number | bigint, start: number | bigint, length: number | bigint): Tensor;
  narrow(...args: Split<[], { dim: number | bigint; start: number | bigint; length: number | bigint }, ['dim', 'start', 'length']>): Tensor;
  /** `narrow_copy(Tensor self, int dim, SymInt start, SymInt length) -> Tensor` */
  narrowCopy(dim: number | bigint, start: number | bigint, length: number | bigint): Tensor;
  narrowCopy(...args: Split<[], { dim: number | bigint; start: number | bigint; length: number | bigint }, ['dim', 'start', 'length']>): Tensor;
  /** `native_channel_shuffle(Tensor self, SymInt groups) -> Tensor` */
  nativeChannelShuffle(groups: number | bigint): Tensor;
  nativeChannelShuffle(...args: Split<[], { groups: number | bigint }, ['groups']>): Tensor;
  /** `native_norm(Tensor self, Scalar p=2) -> Tensor` */
  nativeNorm(p?: Scalar): Tensor;
  nativeNorm(...args: Split<[], { p?: Scalar }, ['p']>): Tensor;
  /** `native_norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool keepdim, ScalarType? dtype) -> Tensor` */
  nativeNorm(p: Scalar | null | undefined, dim: readonly number[] | number, keepdim: boolean, dtype?: DType | null): Tensor;
  nativeNorm(...args: Split<[], { p?: Scalar | null; dim: readonly number[] | number; keepdim: boolean; dtype?: DType | null }, ['p', 'dim', 'keepdim', 'dtype']>): Tensor;
  /** `ne.Tensor(Tensor self, Tensor other) -> Tensor` */
  ne(other: Tensor | Scalar): Tensor;
  ne(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `ne_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  ne_(other: Tensor | Scalar): this;
  ne_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `neg(Tensor self) -> Tensor` */
  neg(): Tensor;
  /** `neg_(Tensor(a!) self) -> Tensor(a!)` */
  neg_(): this;
  /** `negative(Tensor self) -> Tensor` */
  negative(): Tensor;
  /** `negative_(Tensor(a!) self) -> Tensor(a!)` */
  negative_(): this;
  /** `nested_to_padded_tensor(Tensor self, float padding, int[]? output_size=None) -> Tensor` */
  nestedToPaddedTensor(padding: number, outputSize?: readonly number[] | null): Tensor;
  nestedToPaddedTensor(...args: Split<[], { padding: number; outputSize?: readonly number[] | null }, ['padding', 'outputSize']>): Tensor;
  /** `new_empty(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newEmpty(size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  newEmpty(...args: Split<[], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
  /** `new_empty_strided(Tensor self, SymInt[] size, SymInt[] stride, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newEmptyStrided(size: readonly number[], stride: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  newEmptyStrided(...args: Split<[], { size: readonly number[]; stride: readonly number[] }, ['size', 'stride'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
  /** `new_full(Tensor self, SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newFull(size: readonly number[], fillValue: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  newFull(...args: Split<[], { size: readonly number[]; fillValue: Scalar }, ['size', 'fillValue'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
  /** `new_ones(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newOnes(size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  newOnes(...args: Split<[], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
  /** `new_zeros(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newZeros(size: readonly number[], options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  newZeros(...args: Split<[], { size: readonly number[] }, ['size'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; requiresGrad?: boolean }>): Tensor;
  /** `nextafter(Tensor self, Tensor other) -> Tensor` */
  nextafter(other: Tensor): Tensor;
  nextafter(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `nextafter_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  nextafter_(other: Tensor): this;
  nextafter_(...args: Split<[], { other: Tensor }, ['other']>): this;
  /** `nll_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor` */
  nllLoss(target: Tensor, weight?: Tensor | null, reduction?: number | bigint, ignoreIndex?: number | bigint): Tensor;
  nllLoss(...args: Split<[], { target: Tensor; weight?: Tensor | null; reduction?: number | bigint; ignoreIndex?: number | bigint }, ['target', 'weight', 'reduction', 'ignoreIndex']>): Tensor;
  /** `nll_loss2d(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor` */
  nllLoss2d(target: Tensor, weight?: Tensor | null, reduction?: number | bigint, ignoreIndex?: number | bigint): Tensor;
  nllLoss2d(...args: Split<[], { target: Tensor; weight?: Tensor | null; reduction?: number | bigint; ignoreIndex?: number | bigint }, ['target', 'weight', 'reduction', 'ignoreIndex']>): Tensor;
  /** `nll_loss2d_forward(Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index) -> (Tensor output, Tensor total_weight)` */
  nllLoss2dForward(target: Tensor, weight: Tensor | null | undefined, reduction: number | bigint, ignoreIndex: number | bigint): [output: Tensor, totalWeight: Tensor];
  nllLoss2dForward(...args: Split<[], { target: Tensor; weight?: Tensor | null; reduction: number | bigint; ignoreIndex: number | bigint }, ['target', 'weight', 'reduction', 'ignoreIndex']>): [output: Tensor, totalWeight: Tensor];
  /** `nll_loss_forward(Tensor self, Tensor target, Tensor? weight, int reduction, SymInt ignore_index) -> (Tensor output, Tensor total_weight)` */
  nllLossForward(target: Tensor, weight: Tensor | null | undefined, reduction: number | bigint, ignoreIndex: number | bigint): [output: Tensor, totalWeight: Tensor];
  nllLossForward(...args: Split<[], { target: Tensor; weight?: Tensor | null; reduction: number | bigint; ignoreIndex: number | bigint }, ['target', 'weight', 'reduction', 'ignoreIndex']>): [output: Tensor, totalWeight: Tensor];
  /** `nll_loss_nd(Tensor self, Tensor target, Tensor? weight=None, int reduction=1, SymInt ignore_index=-100) -> Tensor` */
  nllLossNd(target: Tensor, weight?: Tensor | null, reduction?: number | bigint, ignoreIndex?: number | bigint): Tensor;
  nllLossNd(...args: Split<[], { target: Tensor; weight?: Tensor | null; reduction?: number | bigint; ignoreIndex?: number | bigint }, ['target', 'weight', 'reduction', 'ignoreIndex']>): Tensor;
  /** `nonzero_numpy(Tensor self) -> Tensor[]` */
  nonzeroNumpy(): Tensor[];
  /** `nonzero_static(Tensor self, *, SymInt size, int fill_value=-1) -> Tensor` */
  nonzeroStatic(options: { size: number | bigint; fillValue?: number | bigint }): Tensor;
  /** `norm.Scalar(Tensor self, Scalar p=2) -> Tensor` */
  norm(p?: Scalar): Tensor;
  norm(...args: Split<[], { p?: Scalar }, ['p']>): Tensor;
  /** `norm.ScalarOpt_dtype(Tensor self, Scalar? p, *, ScalarType dtype) -> Tensor` */
  norm(p: Scalar | null | undefined, options: { dtype: DType }): Tensor;
  norm(...args: Split<[], { p?: Scalar | null }, ['p'], { dtype: DType }>): Tensor;
  /** `norm.ScalarOpt_dim(Tensor self, Scalar? p, int[1] dim, bool keepdim=False) -> Tensor` */
  norm(p: Scalar | null | undefined, dim: readonly number[] | number, keepdim?: boolean): Tensor;
  norm(...args: Split<[], { p?: Scalar | null; dim: readonly number[] | number; keepdim?: boolean }, ['p', 'dim', 'keepdim']>): Tensor;
  /** `norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool keepdim, *, ScalarType dtype) -> Tensor` */
  norm(p: Scalar | null | undefined, dim: readonly number[] | number, keepdim: boolean, options: { dtype: DType }): Tensor;
  norm(...args: Split<[], { p?: Scalar | null; dim: readonly number[] | number; keepdim: boolean }, ['p', 'dim', 'keepdim'], { dtype: DType }>): Tensor;
  /** `normal_functional(Tensor self, float mean=0., float std=1., *, Generator? generator=None) -> Tensor` */
  normalFunctional(mean?: number, std?: number, options?: { generator?: Generator | null }): Tensor;
  normalFunctional(...args: Split<[], { mean?: number; std?: number }, ['mean', 'std'], { generator?: Generator | null }>): Tensor;
  /** `normal_(Tensor(a!) self, float mean=0., float std=1., *, Generator? generator=None) -> Tensor(a!)` */
  normal_(mean?: number, std?: number, options?: { generator?: Generator | null }): this;
  normal_(...args: Split<[], { mean?: number; std?: number }, ['mean', 'std'], { generator?: Generator | null }>): this;
  /** `not_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  notEqual(other: Tensor | Scalar): Tensor;
  notEqual(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `not_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  notEqual_(other: Tensor | Scalar): this;
  notEqual_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `nuclear_norm(Tensor self, bool keepdim=False) -> Tensor` */
  nuclearNorm(keepdim?: boolean): Tensor;
  nuclearNorm(...args: Split<[], { keepdim?: boolean }, ['keepdim']>): Tensor;
  /** `nuclear_norm.dim(Tensor self, int[2] dim, bool keepdim=False) -> Tensor` */
  nuclearNorm(dim: readonly number[] | number, keepdim?: boolean): Tensor;
  nuclearNorm(...args: Split<[], { dim: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `one_hot(Tensor self, int num_classes=-1) -> Tensor` */
  oneHot(numClasses?: number | bigint): Tensor;
  oneHot(...args: Split<[], { numClasses?: number | bigint }, ['numClasses']>): Tensor;
  /** `ones_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  onesLike(options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  /** `orgqr(Tensor self, Tensor input2) -> Tensor` */
  orgqr(input2: Tensor): Tensor;
  orgqr(...args: Split<[], { input2: Tensor }, ['input2']>): Tensor;
  /** `ormqr(Tensor self, Tensor input2, Tensor input3, bool left=True, bool transpose=False) -> Tensor` */
  ormqr(input2: Tensor, input3: Tensor, left?: boolean, transpose?: boolean): Tensor;
  ormqr(...args: Split<[], { input2: Tensor; input3: Tensor; left?: boolean; transpose?: boolean }, ['input2', 'input3', 'left', 'transpose']>): Tensor;
  /** `outer(Tensor self, Tensor vec2) -> Tensor` */
  outer(vec2: Tensor): Tensor;
  outer(...args: Split<[], { vec2: Tensor }, ['vec2']>): Tensor;
  /** `output_nr(Tensor self) -> int` */
  outputNr(): number;
  /** `pad(Tensor self, SymInt[] pad, str mode="constant", float? value=None) -> Tensor` */
  pad(pad: readonly number[], mode?: 'constant' | 'reflect' | 'replicate' | 'circular', value?: number | null): Tensor;
  pad(...args: Split<[], { pad: readonly number[]; mode?: 'constant' | 'reflect' | 'replicate' | 'circular'; value?: number | null }, ['pad', 'mode', 'value']>): Tensor;
  /** `pdist(Tensor self, float p=2.) -> Tensor` */
  pdist(p?: number): Tensor;
  pdist(...args: Split<[], { p?: number }, ['p']>): Tensor;
  /** `permute(Tensor(a) self, int[] dims) -> Tensor(a)` */
  permute(dims: readonly number[]): Tensor;
  permute(...args: Split<[], { dims: readonly number[] }, ['dims']>): Tensor;
  /** `permute_copy(Tensor self, int[] dims) -> Tensor` */
  permuteCopy(dims: readonly number[]): Tensor;
  permuteCopy(...args: Split<[], { dims: readonly number[] }, ['dims']>): Tensor;
  /** `pin_memory(Tensor(a) self, Device? device=None) -> Tensor(a)` */
  pinMemory(device?: Device | null): Tensor;
  pinMemory(...args: Split<[], { device?: Device | null }, ['device']>): Tensor;
  /** `pinverse(Tensor self, float rcond=1.0000000000000001e-15) -> Tensor` */
  pinverse(rcond?: number): Tensor;
  pinverse(...args: Split<[], { rcond?: number }, ['rcond']>): Tensor;
  /** `pixel_shuffle(Tensor self, int upscale_factor) -> Tensor` */
  pixelShuffle(upscaleFactor: number | bigint): Tensor;
  pixelShuffle(...args: Split<[], { upscaleFactor: number | bigint }, ['upscaleFactor']>): Tensor;
  /** `pixel_unshuffle(Tensor self, int downscale_factor) -> Tensor` */
  pixelUnshuffle(downscaleFactor: number | bigint): Tensor;
  pixelUnshuffle(...args: Split<[], { downscaleFactor: number | bigint }, ['downscaleFactor']>): Tensor;
  /** `poisson(Tensor self, Generator? generator=None) -> Tensor` */
  poisson(generator?: Generator | null): Tensor;
  poisson(...args: Split<[], { generator?: Generator | null }, ['generator']>): Tensor;
  /** `polygamma_(Tensor(a!) self, int n) -> Tensor(a!)` */
  polygamma_(n: number | bigint): this;
  polygamma_(...args: Split<[], { n: number | bigint }, ['n']>): this;
  /** `positive(Tensor(a) self) -> Tensor(a)` */
  positive(): Tensor;
  /** `pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor` */
  pow(exponent: Tensor | Scalar): Tensor;
  pow(...args: Split<[], { exponent: Tensor | Scalar }, ['exponent']>): Tensor;
  /** `pow_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)` */
  pow_(exponent: Tensor | Scalar): this;
  pow_(...args: Split<[], { exponent: Tensor | Scalar }, ['exponent']>): this;
  /** `prelu(Tensor self, Tensor weight) -> Tensor` */
  prelu(weight: Tensor): Tensor;
  prelu(...args: Split<[], { weight: Tensor }, ['weight']>): Tensor;
  /** `prod(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  prod(options?: { dtype?: DType | null }): Tensor;
  /** `prod.dim_int(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  prod(dim: number | bigint, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  prod(...args: Split<[], { dim: number | bigint; keepdim?: boolean }, ['dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
  /** `put(Tensor self, Tensor index, Tensor source, bool accumulate=False) -> Tensor` */
  put(index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
  put(...args: Split<[], { index: Tensor; source: Tensor; accumulate?: boolean }, ['index', 'source', 'accumulate']>): Tensor;
  /** `put_(Tensor(a!) self, Tensor index, Tensor source, bool accumulate=False) -> Tensor(a!)` */
  put_(index: Tensor, source: Tensor, accumulate?: boolean): this;
  put_(...args: Split<[], { index: Tensor; source: Tensor; accumulate?: boolean }, ['index', 'source', 'accumulate']>): this;
  /** `q_per_channel_axis(Tensor self) -> int` */
  qPerChannelAxis(): number;
  /** `q_per_channel_scales(Tensor self) -> Tensor` */
  qPerChannelScales(): Tensor;
  /** `q_per_channel_zero_points(Tensor self) -> Tensor` */
  qPerChannelZeroPoints(): Tensor;
  /** `q_scale(Tensor self) -> float` */
  qScale(): number;
  /** `q_zero_point(Tensor self) -> int` */
  qZeroPoint(): number;
  /** `qr(Tensor self, bool some=True) -> (Tensor Q, Tensor R)` */
  qr(some?: boolean): [Q: Tensor, R: Tensor];
  qr(...args: Split<[], { some?: boolean }, ['some']>): [Q: Tensor, R: Tensor];
  /** `quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
  quantile(q: Tensor, dim?: number | bigint | null, keepdim?: boolean, options?: { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }): Tensor;
  quantile(...args: Split<[], { q: Tensor; dim?: number | bigint | null; keepdim?: boolean }, ['q', 'dim', 'keepdim'], { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }>): Tensor;
  /** `quantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor` */
  quantile(q: number, dim?: number | bigint | null, keepdim?: boolean, options?: { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }): Tensor;
  quantile(...args: Split<[], { q: number; dim?: number | bigint | null; keepdim?: boolean }, ['q', 'dim', 'keepdim'], { interpolation?: 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest' }>): Tensor;
  /** `quantize_per_channel(Tensor self, Tensor scales, Tensor zero_points, int axis, ScalarType dtype) -> Tensor` */
  quantizePerChannel(scales: Tensor, zeroPoints: Tensor, axis: number | bigint, dtype: DType): Tensor;
  quantizePerChannel(...args: Split<[], { scales: Tensor; zeroPoints: Tensor; axis: number | bigint; dtype: DType }, ['scales', 'zeroPoints', 'axis', 'dtype']>): Tensor;
  /** `quantize_per_tensor.tensor_qparams(Tensor self, Tensor scale, Tensor zero_point, ScalarType dtype) -> Tensor` */
  quantizePerTensor(scale: Tensor, zeroPoint: Tensor, dtype: DType): Tensor;
  quantizePerTensor(...args: Split<[], { scale: Tensor; zeroPoint: Tensor; dtype: DType }, ['scale', 'zeroPoint', 'dtype']>): Tensor;
  /** `quantize_per_tensor(Tensor self, float scale, int zero_point, ScalarType dtype) -> Tensor` */
  quantizePerTensor(scale: number, zeroPoint: number | bigint, dtype: DType): Tensor;
  quantizePerTensor(...args: Split<[], { scale: number; zeroPoint: number | bigint; dtype: DType }, ['scale', 'zeroPoint', 'dtype']>): Tensor;
  /** `quantize_per_tensor_dynamic(Tensor self, ScalarType dtype, bool reduce_range) -> Tensor` */
  quantizePerTensorDynamic(dtype: DType, reduceRange: boolean): Tensor;
  quantizePerTensorDynamic(...args: Split<[], { dtype: DType; reduceRange: boolean }, ['dtype', 'reduceRange']>): Tensor;
  /** `quantized_max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> Tensor` */
  quantizedMaxPool1d(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
  quantizedMaxPool1d(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
  /** `quantized_max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
  quantizedMaxPool2d(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
  quantizedMaxPool2d(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
  /** `quantized_max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor` */
  quantizedMaxPool3d(kernelSize: readonly number[] | number, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number, ceilMode?: boolean): Tensor;
  quantizedMaxPool3d(...args: Split<[], { kernelSize: readonly number[] | number; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number; ceilMode?: boolean }, ['kernelSize', 'stride', 'padding', 'dilation', 'ceilMode']>): Tensor;
  /** `rad2deg(Tensor self) -> Tensor` */
  rad2deg(): Tensor;
  /** `rad2deg_(Tensor(a!) self) -> Tensor(a!)` */
  rad2deg_(): this;
  /** `rand_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randLike(options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  /** `rand_like.generator(Tensor self, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randLike(options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  /** `randint_like.Tensor(Tensor self, Tensor high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(high: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  randintLike(...args: Split<[], { high: Tensor }, ['high'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
  /** `randint_like.Tensor_generator(Tensor self, Tensor high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(high: Tensor, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  randintLike(...args: Split<[], { high: Tensor }, ['high'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
  /** `randint_like(Tensor self, SymInt high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(high: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  randintLike(...args: Split<[], { high: number | bigint }, ['high'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
  /** `randint_like.generator(Tensor self, SymInt high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(high: number | bigint, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  randintLike(...args: Split<[], { high: number | bigint }, ['high'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
  /** `randint_like.low_dtype(Tensor self, SymInt low, SymInt high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(low: number | bigint, high: number | bigint, options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  randintLike(...args: Split<[], { low: number | bigint; high: number | bigint }, ['low', 'high'], { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
  /** `randint_like.low_generator_dtype(Tensor self, SymInt low, SymInt high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(low: number | bigint, high: number | bigint, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  randintLike(...args: Split<[], { low: number | bigint; high: number | bigint }, ['low', 'high'], { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }>): Tensor;
  /** `randn_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randnLike(options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  /** `randn_like.generator(Tensor self, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randnLike(options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  /** `random(Tensor self, *, Generator? generator=None) -> Tensor` */
  random(options?: { generator?: Generator | null }): Tensor;
  /** `random.to(Tensor self, int to, *, Generator? generator=None) -> Tensor` */
  random(to: number | bigint, options?: { generator?: Generator | null }): Tensor;
  random(...args: Split<[], { to: number | bigint }, ['to'], { generator?: Generator | null }>): Tensor;
  /** `random.from(Tensor self, int from, int? to, *, Generator? generator=None) -> Tensor` */
  random(from: number | bigint, to?: number | bigint | null, options?: { generator?: Generator | null }): Tensor;
  random(...args: Split<[], { from: number | bigint; to?: number | bigint | null }, ['from', 'to'], { generator?: Generator | null }>): Tensor;
  /** `random_(Tensor(a!) self, *, Generator? generator=None) -> Tensor(a!)` */
  random_(options?: { generator?: Generator | null }): this;
  /** `random_.to(Tensor(a!) self, int to, *, Generator? generator=None) -> Tensor(a!)` */
  random_(to: number | bigint, options?: { generator?: Generator | null }): this;
  random_(...args: Split<[], { to: number | bigint }, ['to'], { generator?: Generator | null }>): this;
  /** `random_.from(Tensor(a!) self, int from, int? to, *, Generator? generator=None) -> Tensor(a!)` */
  random_(from: number | bigint, to?: number | bigint | null, options?: { generator?: Generator | null }): this;
  random_(...args: Split<[], { from: number | bigint; to?: number | bigint | null }, ['from', 'to'], { generator?: Generator | null }>): this;
  /** `ravel(Tensor(a) self) -> Tensor(a)` */
  ravel(): Tensor;
  /** `real(Tensor(a) self) -> Tensor(a)` */
  real(): Tensor;
  /** `reciprocal(Tensor self) -> Tensor` */
  reciprocal(): Tensor;
  /** `reciprocal_(Tensor(a!) self) -> Tensor(a!)` */
  reciprocal_(): this;
  /** `reflection_pad1d(Tensor self, SymInt[2] padding) -> Tensor` */
  reflectionPad1d(padding: readonly number[] | number): Tensor;
  reflectionPad1d(...args: Split<[], { padding: readonly number[] | number }, ['padding']>): Tensor;
  /** `reflection_pad2d(Tensor self, SymInt[4] padding) -> Tensor` */
  reflectionPad2d(padding: readonly number[] | number): Tensor;
  reflectionPad2d(...args: Split<[], { padding: readonly number[] | number }, ['padding']>): Tensor;
  /** `reflection_pad3d(Tensor self, SymInt[6] padding) -> Tensor` */
  reflectionPad3d(padding: readonly number[] | number): Tensor;
  reflectionPad3d(...args: Split<[], { padding: readonly number[] | number }, ['padding']>): Tensor;
  /** `relu(Tensor self) -> Tensor` */
  relu(): Tensor;
  /** `relu6(Tensor self) -> Tensor` */
  relu6(): Tensor;
  /** `relu6_(Tensor(a!) self) -> Tensor(a!)` */
  relu6_(): this;
  /** `relu_(Tensor(a!) self) -> Tensor(a!)` */
  relu_(): this;
  /** `remainder.Tensor(Tensor self, Tensor other) -> Tensor` */
  remainder(other: Tensor | Scalar): Tensor;
  remainder(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `remainder_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  remainder_(other: Tensor | Scalar): this;
  remainder_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `renorm(Tensor self, Scalar p, int dim, Scalar maxnorm) -> Tensor` */
  renorm(p: Scalar, dim: number | bigint, maxnorm: Scalar): Tensor;
  renorm(...args: Split<[], { p: Scalar; dim: number | bigint; maxnorm: Scalar }, ['p', 'dim', 'maxnorm']>): Tensor;
  /** `renorm_(Tensor(a!) self, Scalar p, int dim, Scalar maxnorm) -> Tensor(a!)` */
  renorm_(p: Scalar, dim: number | bigint, maxnorm: Scalar): this;
  renorm_(...args: Split<[], { p: Scalar; dim: number | bigint; maxnorm: Scalar }, ['p', 'dim', 'maxnorm']>): this;
  /** `repeat(Tensor self, SymInt[] repeats) -> Tensor` */
  repeat(repeats: readonly number[]): Tensor;
  repeat(...args: Split<[], { repeats: readonly number[] }, ['repeats']>): Tensor;
  /** `repeat_interleave.self_Tensor(Tensor self, Tensor repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor` */
  repeatInterleave(repeats: Tensor, dim?: number | bigint | null, options?: { outputSize?: number | bigint | null }): Tensor;
  repeatInterleave(...args: Split<[], { repeats: Tensor; dim?: number | bigint | null }, ['repeats', 'dim'], { outputSize?: number | bigint | null }>): Tensor;
  /** `repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor` */
  repeatInterleave(repeats: number | bigint, dim?: number | bigint | null, options?: { outputSize?: number | bigint | null }): Tensor;
  repeatInterleave(...args: Split<[], { repeats: number | bigint; dim?: number | bigint | null }, ['repeats', 'dim'], { outputSize?: number | bigint | null }>): Tensor;
  /** `replication_pad1d(Tensor self, SymInt[2] padding) -> Tensor` */
  replicationPad1d(padding: readonly number[] | number): Tensor;
  replicationPad1d(...args: Split<[], { padding: readonly number[] | number }, ['padding']>): Tensor;
  /** `replication_pad2d(Tensor self, SymInt[4] padding) -> Tensor` */
  replicationPad2d(padding: readonly number[] | number): Tensor;
  replicationPad2d(...args: Split<[], { padding: readonly number[] | number }, ['padding']>): Tensor;
  /** `replication_pad3d(Tensor self, SymInt[6] padding) -> Tensor` */
  replicationPad3d(padding: readonly number[] | number): Tensor;
  replicationPad3d(...args: Split<[], { padding: readonly number[] | number }, ['padding']>): Tensor;
  /** `reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)` */
  reshape(shape: readonly number[]): Tensor;
  reshape(...args: Split<[], { shape: readonly number[] }, ['shape']>): Tensor;
  /** `reshape_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
  reshapeAs(other: Tensor): Tensor;
  reshapeAs(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `resize(Tensor self, SymInt[] size, *, MemoryFormat? memory_format=None) -> Tensor` */
  resize(size: readonly number[], options?: { memoryFormat?: MemoryFormat | null }): Tensor;
  resize(...args: Split<[], { size: readonly number[] }, ['size'], { memoryFormat?: MemoryFormat | null }>): Tensor;
  /** `resize_as(Tensor self, Tensor the_template, *, MemoryFormat? memory_format=None) -> Tensor` */
  resizeAs(theTemplate: Tensor, options?: { memoryFormat?: MemoryFormat | null }): Tensor;
  resizeAs(...args: Split<[], { theTemplate: Tensor }, ['theTemplate'], { memoryFormat?: MemoryFormat | null }>): Tensor;
  /** `resize_as_sparse(Tensor self, Tensor the_template) -> Tensor` */
  resizeAsSparse(theTemplate: Tensor): Tensor;
  resizeAsSparse(...args: Split<[], { theTemplate: Tensor }, ['theTemplate']>): Tensor;
  /** `resize_as_sparse_(Tensor(a!) self, Tensor the_template) -> Tensor(a!)` */
  resizeAsSparse_(theTemplate: Tensor): this;
  resizeAsSparse_(...args: Split<[], { theTemplate: Tensor }, ['theTemplate']>): this;
  /** `resize_as_(Tensor(a!) self, Tensor the_template, *, MemoryFormat? memory_format=None) -> Tensor(a!)` */
  resizeAs_(theTemplate: Tensor, options?: { memoryFormat?: MemoryFormat | null }): this;
  resizeAs_(...args: Split<[], { theTemplate: Tensor }, ['theTemplate'], { memoryFormat?: MemoryFormat | null }>): this;
  /** `resize_(Tensor(a!) self, SymInt[] size, *, MemoryFormat? memory_format=None) -> Tensor(a!)` */
  resize_(size: readonly number[], options?: { memoryFormat?: MemoryFormat | null }): this;
  resize_(...args: Split<[], { size: readonly number[] }, ['size'], { memoryFormat?: MemoryFormat | null }>): this;
  /** `resolve_conj(Tensor(a) self) -> Tensor(a)` */
  resolveConj(): Tensor;
  /** `resolve_neg(Tensor(a) self) -> Tensor(a)` */
  resolveNeg(): Tensor;
  /** `retains_grad(Tensor self) -> bool` */
  retainsGrad(): boolean;
  /** `roll(Tensor self, SymInt[1] shifts, int[1] dims=[]) -> Tensor` */
  roll(shifts: readonly number[] | number, dims?: readonly number[] | number): Tensor;
  roll(...args: Split<[], { shifts: readonly number[] | number; dims?: readonly number[] | number }, ['shifts', 'dims']>): Tensor;
  /** `rot90(Tensor self, int k=1, int[] dims=[0, 1]) -> Tensor` */
  rot90(k?: number | bigint, dims?: readonly number[]): Tensor;
  rot90(...args: Split<[], { k?: number | bigint; dims?: readonly number[] }, ['k', 'dims']>): Tensor;
  /** `round(Tensor self) -> Tensor` */
  round(): Tensor;
  /** `round.decimals(Tensor self, *, int decimals) -> Tensor` */
  round(options: { decimals: number | bigint }): Tensor;
  /** `round_(Tensor(a!) self) -> Tensor(a!)` */
  round_(): this;
  /** `round_.decimals(Tensor(a!) self, *, int decimals) -> Tensor(a!)` */
  round_(options: { decimals: number | bigint }): this;
  /** `row_indices(Tensor(a) self) -> Tensor(a)` */
  rowIndices(): Tensor;
  /** `row_indices_copy(Tensor self) -> Tensor` */
  rowIndicesCopy(): Tensor;
  /** `rrelu(Tensor self, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor` */
  rrelu(lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): Tensor;
  rrelu(...args: Split<[], { lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }, ['lower', 'upper', 'training', 'generator']>): Tensor;
  /** `rrelu_with_noise(Tensor self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor` */
  rreluWithNoise(noise: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): Tensor;
  rreluWithNoise(...args: Split<[], { noise: Tensor; lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }, ['noise', 'lower', 'upper', 'training', 'generator']>): Tensor;
  /** `rrelu_with_noise_functional(Tensor self, Tensor noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> (Tensor, Tensor noise_out)` */
  rreluWithNoiseFunctional(noise: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): [Tensor, Tensor];
  rreluWithNoiseFunctional(...args: Split<[], { noise: Tensor; lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }, ['noise', 'lower', 'upper', 'training', 'generator']>): [Tensor, Tensor];
  /** `rrelu_with_noise_(Tensor(a!) self, Tensor(b!) noise, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor(a!)` */
  rreluWithNoise_(noise: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): this;
  rreluWithNoise_(...args: Split<[], { noise: Tensor; lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }, ['noise', 'lower', 'upper', 'training', 'generator']>): this;
  /** `rrelu_(Tensor(a!) self, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor(a!)` */
  rrelu_(lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): this;
  rrelu_(...args: Split<[], { lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }, ['lower', 'upper', 'training', 'generator']>): this;
  /** `rsqrt(Tensor self) -> Tensor` */
  rsqrt(): Tensor;
  /** `rsqrt_(Tensor(a!) self) -> Tensor(a!)` */
  rsqrt_(): this;
  /** `rsub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  rsub(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  rsub(...args: Split<[], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): Tensor;
  /** `rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  rsub(other: Scalar, alpha?: Scalar): Tensor;
  rsub(...args: Split<[], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): Tensor;
  /** `scatter.src(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatter(dim: number | bigint, index: Tensor, src: Tensor): Tensor;
  scatter(...args: Split<[], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src']>): Tensor;
  /** `scatter.reduce(Tensor self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor` */
  scatter(dim: number | bigint, index: Tensor, src: Tensor, options: { reduce: 'add' | 'multiply' }): Tensor;
  scatter(...args: Split<[], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src'], { reduce: 'add' | 'multiply' }>): Tensor;
  /** `scatter.value(Tensor self, int dim, Tensor index, Scalar value) -> Tensor` */
  scatter(dim: number | bigint, index: Tensor, value: Scalar): Tensor;
  scatter(...args: Split<[], { dim: number | bigint; index: Tensor; value: Scalar }, ['dim', 'index', 'value']>): Tensor;
  /** `scatter.value_reduce(Tensor self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor` */
  scatter(dim: number | bigint, index: Tensor, value: Scalar, options: { reduce: 'add' | 'multiply' }): Tensor;
  scatter(...args: Split<[], { dim: number | bigint; index: Tensor; value: Scalar }, ['dim', 'index', 'value'], { reduce: 'add' | 'multiply' }>): Tensor;
  /** `scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatterAdd(dim: number | bigint, index: Tensor, src: Tensor): Tensor;
  scatterAdd(...args: Split<[], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src']>): Tensor;
  /** `scatter_add_(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)` */
  scatterAdd_(dim: number | bigint, index: Tensor, src: Tensor): this;
  scatterAdd_(...args: Split<[], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src']>): this;
  /** `scatter_reduce.two(Tensor self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor` */
  scatterReduce(dim: number | bigint, index: Tensor, src: Tensor, reduce: 'sum' | 'prod' | 'mean' | 'amax' | 'amin', options?: { includeSelf?: boolean }): Tensor;
  scatterReduce(...args: Split<[], { dim: number | bigint; index: Tensor; src: Tensor; reduce: 'sum' | 'prod' | 'mean' | 'amax' | 'amin' }, ['dim', 'index', 'src', 'reduce'], { includeSelf?: boolean }>): Tensor;
  /** `scatter_reduce_.two(Tensor(a!) self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor(a!)` */
  scatterReduce_(dim: number | bigint, index: Tensor, src: Tensor, reduce: 'sum' | 'prod' | 'mean' | 'amax' | 'amin', options?: { includeSelf?: boolean }): this;
  scatterReduce_(...args: Split<[], { dim: number | bigint; index: Tensor; src: Tensor; reduce: 'sum' | 'prod' | 'mean' | 'amax' | 'amin' }, ['dim', 'index', 'src', 'reduce'], { includeSelf?: boolean }>): this;
  /** `scatter_.src(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)` */
  scatter_(dim: number | bigint, index: Tensor, src: Tensor): this;
  scatter_(...args: Split<[], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src']>): this;
  /** `scatter_.reduce(Tensor(a!) self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor(a!)` */
  scatter_(dim: number | bigint, index: Tensor, src: Tensor, options: { reduce: 'add' | 'multiply' }): this;
  scatter_(...args: Split<[], { dim: number | bigint; index: Tensor; src: Tensor }, ['dim', 'index', 'src'], { reduce: 'add' | 'multiply' }>): this;
  /** `scatter_.value(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)` */
  scatter_(dim: number | bigint, index: Tensor, value: Scalar): this;
  scatter_(...args: Split<[], { dim: number | bigint; index: Tensor; value: Scalar }, ['dim', 'index', 'value']>): this;
  /** `scatter_.value_reduce(Tensor(a!) self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor(a!)` */
  scatter_(dim: number | bigint, index: Tensor, value: Scalar, options: { reduce: 'add' | 'multiply' }): this;
  scatter_(...args: Split<[], { dim: number | bigint; index: Tensor; value: Scalar }, ['dim', 'index', 'value'], { reduce: 'add' | 'multiply' }>): this;
  /** `select.int(Tensor(a) self, int dim, SymInt index) -> Tensor(a)` */
  select(dim: number | bigint, index: number | bigint): Tensor;
  select(...args: Split<[], { dim: number | bigint; index: number | bigint }, ['dim', 'index']>): Tensor;
  /** `select_copy.int(Tensor self, int dim, SymInt index) -> Tensor` */
  selectCopy(dim: number | bigint, index: number | bigint): Tensor;
  selectCopy(...args: Split<[], { dim: number | bigint; index: number | bigint }, ['dim', 'index']>): Tensor;
  /** `select_scatter(Tensor self, Tensor src, int dim, SymInt index) -> Tensor` */
  selectScatter(src: Tensor, dim: number | bigint, index: number | bigint): Tensor;
  selectScatter(...args: Split<[], { src: Tensor; dim: number | bigint; index: number | bigint }, ['src', 'dim', 'index']>): Tensor;
  /** `selu(Tensor self) -> Tensor` */
  selu(): Tensor;
  /** `selu_(Tensor(a!) self) -> Tensor(a!)` */
  selu_(): this;
  /** `set.source_Tensor(Tensor self, Tensor source) -> Tensor` */
  set(source: Tensor): Tensor;
  set(...args: Split<[], { source: Tensor }, ['source']>): Tensor;
  /** `set(Tensor self) -> Tensor` */
  set(): Tensor;
  /** `set_data(Tensor(a!) self, Tensor new_data) -> ()` */
  setData(newData: Tensor): void;
  setData(...args: Split<[], { newData: Tensor }, ['newData']>): void;
  /** `set_.source_Tensor(Tensor(a!) self, Tensor source) -> Tensor(a!)` */
  set_(source: Tensor): this;
  set_(...args: Split<[], { source: Tensor }, ['source']>): this;
  /** `set_.source_Tensor_storage_offset(Tensor(a!) self, Tensor source, SymInt storage_offset, SymInt[] size, SymInt[] stride=[]) -> Tensor(a!)` */
  set_(source: Tensor, storageOffset: number | bigint, size: readonly number[], stride?: readonly number[]): this;
  set_(...args: Split<[], { source: Tensor; storageOffset: number | bigint; size: readonly number[]; stride?: readonly number[] }, ['source', 'storageOffset', 'size', 'stride']>): this;
  /** `set_(Tensor(a!) self) -> Tensor(a!)` */
  set_(): this;
  /** `sgn(Tensor self) -> Tensor` */
  sgn(): Tensor;
  /** `sgn_(Tensor(a!) self) -> Tensor(a!)` */
  sgn_(): this;
  /** `sigmoid(Tensor self) -> Tensor` */
  sigmoid(): Tensor;
  /** `sigmoid_(Tensor(a!) self) -> Tensor(a!)` */
  sigmoid_(): this;
  /** `sign(Tensor self) -> Tensor` */
  sign(): Tensor;
  /** `sign_(Tensor(a!) self) -> Tensor(a!)` */
  sign_(): this;
  /** `signbit(Tensor self) -> Tensor` */
  signbit(): Tensor;
  /** `silu(Tensor self) -> Tensor` */
  silu(): Tensor;
  /** `silu_(Tensor(a!) self) -> Tensor(a!)` */
  silu_(): this;
  /** `sin(Tensor self) -> Tensor` */
  sin(): Tensor;
  /** `sin_(Tensor(a!) self) -> Tensor(a!)` */
  sin_(): this;
  /** `sinc(Tensor self) -> Tensor` */
  sinc(): Tensor;
  /** `sinc_(Tensor(a!) self) -> Tensor(a!)` */
  sinc_(): this;
  /** `sinh(Tensor self) -> Tensor` */
  sinh(): Tensor;
  /** `sinh_(Tensor(a!) self) -> Tensor(a!)` */
  sinh_(): this;
  /** `size.int(Tensor self, int dim) -> int` */
  size(dim: number | bigint): number;
  size(...args: Split<[], { dim: number | bigint }, ['dim']>): number;
  /** `slice_copy.Tensor(Tensor self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor` */
  sliceCopy(dim?: number | bigint, start?: number | bigint | null, end?: number | bigint | null, step?: number | bigint): Tensor;
  sliceCopy(...args: Split<[], { dim?: number | bigint; start?: number | bigint | null; end?: number | bigint | null; step?: number | bigint }, ['dim', 'start', 'end', 'step']>): Tensor;
  /** `slice_inverse(Tensor(a) self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)` */
  sliceInverse(src: Tensor, dim?: number | bigint, start?: number | bigint | null, end?: number | bigint | null, step?: number | bigint): Tensor;
  sliceInverse(...args: Split<[], { src: Tensor; dim?: number | bigint; start?: number | bigint | null; end?: number | bigint | null; step?: number | bigint }, ['src', 'dim', 'start', 'end', 'step']>): Tensor;
  /** `slice_scatter(Tensor self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor` */
  sliceScatter(src: Tensor, dim?: number | bigint, start?: number | bigint | null, end?: number | bigint | null, step?: number | bigint): Tensor;
  sliceScatter(...args: Split<[], { src: Tensor; dim?: number | bigint; start?: number | bigint | null; end?: number | bigint | null; step?: number | bigint }, ['src', 'dim', 'start', 'end', 'step']>): Tensor;
  /** `slogdet(Tensor self) -> (Tensor sign, Tensor logabsdet)` */
  slogdet(): [sign: Tensor, logabsdet: Tensor];
  /** `slow_conv3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0]) -> Tensor` */
  slowConv3d(weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number): Tensor;
  slowConv3d(...args: Split<[], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding']>): Tensor;
  /** `slow_conv3d_forward(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias, SymInt[3] stride, SymInt[3] padding) -> Tensor` */
  slowConv3dForward(weight: Tensor, kernelSize: readonly number[] | number, bias: Tensor | null | undefined, stride: readonly number[] | number, padding: readonly number[] | number): Tensor;
  slowConv3dForward(...args: Split<[], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride: readonly number[] | number; padding: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding']>): Tensor;
  /** `slow_conv_dilated2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] dilation=[1, 1]) -> Tensor` */
  slowConvDilated2d(weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number): Tensor;
  slowConvDilated2d(...args: Split<[], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding', 'dilation']>): Tensor;
  /** `slow_conv_dilated3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1]) -> Tensor` */
  slowConvDilated3d(weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, dilation?: readonly number[] | number): Tensor;
  slowConvDilated3d(...args: Split<[], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; dilation?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding', 'dilation']>): Tensor;
  /** `slow_conv_transpose2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] output_padding=[0, 0], SymInt[2] dilation=[1, 1]) -> Tensor` */
  slowConvTranspose2d(weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, outputPadding?: readonly number[] | number, dilation?: readonly number[] | number): Tensor;
  slowConvTranspose2d(...args: Split<[], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; outputPadding?: readonly number[] | number; dilation?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding', 'outputPadding', 'dilation']>): Tensor;
  /** `slow_conv_transpose3d(Tensor self, Tensor weight, SymInt[3] kernel_size, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] output_padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1]) -> Tensor` */
  slowConvTranspose3d(weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number, outputPadding?: readonly number[] | number, dilation?: readonly number[] | number): Tensor;
  slowConvTranspose3d(...args: Split<[], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number; outputPadding?: readonly number[] | number; dilation?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding', 'outputPadding', 'dilation']>): Tensor;
  /** `smm(Tensor self, Tensor mat2) -> Tensor` */
  smm(mat2: Tensor): Tensor;
  smm(...args: Split<[], { mat2: Tensor }, ['mat2']>): Tensor;
  /** `smooth_l1_loss(Tensor self, Tensor target, int reduction=1, float beta=1.) -> Tensor` */
  smoothL1Loss(target: Tensor, reduction?: number | bigint, beta?: number): Tensor;
  smoothL1Loss(...args: Split<[], { target: Tensor; reduction?: number | bigint; beta?: number }, ['target', 'reduction', 'beta']>): Tensor;
  /** `soft_margin_loss(Tensor self, Tensor target, int reduction=1) -> Tensor` */
  softMarginLoss(target: Tensor, reduction?: number | bigint): Tensor;
  softMarginLoss(...args: Split<[], { target: Tensor; reduction?: number | bigint }, ['target', 'reduction']>): Tensor;
  /** `softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  softmax(dim: number | bigint, dtype?: DType | null): Tensor;
  softmax(...args: Split<[], { dim: number | bigint; dtype?: DType | null }, ['dim', 'dtype']>): Tensor;
  /** `softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor` */
  softplus(beta?: Scalar, threshold?: Scalar): Tensor;
  softplus(...args: Split<[], { beta?: Scalar; threshold?: Scalar }, ['beta', 'threshold']>): Tensor;
  /** `softshrink(Tensor self, Scalar lambd=0.5) -> Tensor` */
  softshrink(lambd?: Scalar): Tensor;
  softshrink(...args: Split<[], { lambd?: Scalar }, ['lambd']>): Tensor;
  /** `sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)` */
  sort(dim?: number | bigint, descending?: boolean): [values: Tensor, indices: Tensor];
  sort(...args: Split<[], { dim?: number | bigint; descending?: boolean }, ['dim', 'descending']>): [values: Tensor, indices: Tensor];
  /** `sort.stable(Tensor self, *, bool? stable, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)` */
  sort(options?: { stable?: boolean | null; dim?: number | bigint; descending?: boolean }): [values: Tensor, indices: Tensor];
  /** `sparse_dim(Tensor self) -> int` */
  sparseDim(): number;
  /** `sparse_mask(Tensor self, Tensor mask) -> Tensor` */
  sparseMask(mask: Tensor): Tensor;
  sparseMask(...args: Split<[], { mask: Tensor }, ['mask']>): Tensor;
  /** `sparse_resize(Tensor self, int[] size, int sparse_dim, int dense_dim) -> Tensor` */
  sparseResize(size: readonly number[], sparseDim: number | bigint, denseDim: number | bigint): Tensor;
  sparseResize(...args: Split<[], { size: readonly number[]; sparseDim: number | bigint; denseDim: number | bigint }, ['size', 'sparseDim', 'denseDim']>): Tensor;
  /** `sparse_resize_and_clear(Tensor self, int[] size, int sparse_dim, int dense_dim) -> Tensor` */
  sparseResizeAndClear(size: readonly number[], sparseDim: number | bigint, denseDim: number | bigint): Tensor;
  sparseResizeAndClear(...args: Split<[], { size: readonly number[]; sparseDim: number | bigint; denseDim: number | bigint }, ['size', 'sparseDim', 'denseDim']>): Tensor;
  /** `sparse_resize_and_clear_(Tensor(a!) self, int[] size, int sparse_dim, int dense_dim) -> Tensor(a!)` */
  sparseResizeAndClear_(size: readonly number[], sparseDim: number | bigint, denseDim: number | bigint): this;
  sparseResizeAndClear_(...args: Split<[], { size: readonly number[]; sparseDim: number | bigint; denseDim: number | bigint }, ['size', 'sparseDim', 'denseDim']>): this;
  /** `sparse_resize_(Tensor(a!) self, int[] size, int sparse_dim, int dense_dim) -> Tensor(a!)` */
  sparseResize_(size: readonly number[], sparseDim: number | bigint, denseDim: number | bigint): this;
  sparseResize_(...args: Split<[], { size: readonly number[]; sparseDim: number | bigint; denseDim: number | bigint }, ['size', 'sparseDim', 'denseDim']>): this;
  /** `sparse_sampled_addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  sparseSampledAddmm(mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  sparseSampledAddmm(...args: Split<[], { mat1: Tensor; mat2: Tensor }, ['mat1', 'mat2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
  /** `special_bessel_j0(Tensor self) -> Tensor` */
  specialBesselJ0(): Tensor;
  /** `special_bessel_j1(Tensor self) -> Tensor` */
  specialBesselJ1(): Tensor;
  /** `special_bessel_y0(Tensor self) -> Tensor` */
  specialBesselY0(): Tensor;
  /** `special_bessel_y1(Tensor self) -> Tensor` */
  specialBesselY1(): Tensor;
  /** `special_digamma(Tensor self) -> Tensor` */
  specialDigamma(): Tensor;
  /** `special_entr(Tensor self) -> Tensor` */
  specialEntr(): Tensor;
  /** `special_erf(Tensor self) -> Tensor` */
  specialErf(): Tensor;
  /** `special_erfc(Tensor self) -> Tensor` */
  specialErfc(): Tensor;
  /** `special_erfcx(Tensor self) -> Tensor` */
  specialErfcx(): Tensor;
  /** `special_erfinv(Tensor self) -> Tensor` */
  specialErfinv(): Tensor;
  /** `special_exp2(Tensor self) -> Tensor` */
  specialExp2(): Tensor;
  /** `special_expit(Tensor self) -> Tensor` */
  specialExpit(): Tensor;
  /** `special_expm1(Tensor self) -> Tensor` */
  specialExpm1(): Tensor;
  /** `special_gammainc(Tensor self, Tensor other) -> Tensor` */
  specialGammainc(other: Tensor): Tensor;
  specialGammainc(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `special_gammaincc(Tensor self, Tensor other) -> Tensor` */
  specialGammaincc(other: Tensor): Tensor;
  specialGammaincc(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `special_gammaln(Tensor self) -> Tensor` */
  specialGammaln(): Tensor;
  /** `special_i0(Tensor self) -> Tensor` */
  specialI0(): Tensor;
  /** `special_i0e(Tensor self) -> Tensor` */
  specialI0e(): Tensor;
  /** `special_i1(Tensor self) -> Tensor` */
  specialI1(): Tensor;
  /** `special_i1e(Tensor self) -> Tensor` */
  specialI1e(): Tensor;
  /** `special_log1p(Tensor self) -> Tensor` */
  specialLog1p(): Tensor;
  /** `special_log_ndtr(Tensor self) -> Tensor` */
  specialLogNdtr(): Tensor;
  /** `special_log_softmax(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
  specialLogSoftmax(dim: number | bigint, options?: { dtype?: DType | null }): Tensor;
  specialLogSoftmax(...args: Split<[], { dim: number | bigint }, ['dim'], { dtype?: DType | null }>): Tensor;
  /** `special_logit(Tensor self, float? eps=None) -> Tensor` */
  specialLogit(eps?: number | null): Tensor;
  specialLogit(...args: Split<[], { eps?: number | null }, ['eps']>): Tensor;
  /** `special_logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
  specialLogsumexp(dim: readonly number[] | number, keepdim?: boolean): Tensor;
  specialLogsumexp(...args: Split<[], { dim: readonly number[] | number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor;
  /** `special_modified_bessel_i0(Tensor self) -> Tensor` */
  specialModifiedBesselI0(): Tensor;
  /** `special_modified_bessel_i1(Tensor self) -> Tensor` */
  specialModifiedBesselI1(): Tensor;
  /** `special_modified_bessel_k0(Tensor self) -> Tensor` */
  specialModifiedBesselK0(): Tensor;
  /** `special_modified_bessel_k1(Tensor self) -> Tensor` */
  specialModifiedBesselK1(): Tensor;
  /** `special_multigammaln(Tensor self, int p) -> Tensor` */
  specialMultigammaln(p: number | bigint): Tensor;
  specialMultigammaln(...args: Split<[], { p: number | bigint }, ['p']>): Tensor;
  /** `special_ndtr(Tensor self) -> Tensor` */
  specialNdtr(): Tensor;
  /** `special_ndtri(Tensor self) -> Tensor` */
  specialNdtri(): Tensor;
  /** `special_psi(Tensor self) -> Tensor` */
  specialPsi(): Tensor;
  /** `special_round(Tensor self, *, int decimals=0) -> Tensor` */
  specialRound(options?: { decimals?: number | bigint }): Tensor;
  /** `special_sinc(Tensor self) -> Tensor` */
  specialSinc(): Tensor;
  /** `special_softmax(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  specialSoftmax(dim: number | bigint, dtype?: DType | null): Tensor;
  specialSoftmax(...args: Split<[], { dim: number | bigint; dtype?: DType | null }, ['dim', 'dtype']>): Tensor;
  /** `special_xlog1py(Tensor self, Tensor other) -> Tensor` */
  specialXlog1py(other: Tensor | Scalar): Tensor;
  specialXlog1py(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `special_xlogy(Tensor self, Tensor other) -> Tensor` */
  specialXlogy(other: Tensor | Scalar): Tensor;
  specialXlogy(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `special_zeta(Tensor self, Tensor other) -> Tensor` */
  specialZeta(other: Tensor | Scalar): Tensor;
  specialZeta(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `split.Tensor(Tensor(a -> *) self, SymInt split_size, int dim=0) -> Tensor(a)[]` */
  split(splitSize: number | bigint, dim?: number | bigint): Tensor[];
  split(...args: Split<[], { splitSize: number | bigint; dim?: number | bigint }, ['splitSize', 'dim']>): Tensor[];
  /** `split.sizes(Tensor(a -> *) self, SymInt[] split_size, int dim=0) -> Tensor(a)[]` */
  split(splitSize: readonly number[], dim?: number | bigint): Tensor[];
  split(...args: Split<[], { splitSize: readonly number[]; dim?: number | bigint }, ['splitSize', 'dim']>): Tensor[];
  /** `split_copy.Tensor(Tensor self, SymInt split_size, int dim=0) -> Tensor[]` */
  splitCopy(splitSize: number | bigint, dim?: number | bigint): Tensor[];
  splitCopy(...args: Split<[], { splitSize: number | bigint; dim?: number | bigint }, ['splitSize', 'dim']>): Tensor[];
  /** `split_with_sizes(Tensor(a -> *) self, SymInt[] split_sizes, int dim=0) -> Tensor(a)[]` */
  splitWithSizes(splitSizes: readonly number[], dim?: number | bigint): Tensor[];
  splitWithSizes(...args: Split<[], { splitSizes: readonly number[]; dim?: number | bigint }, ['splitSizes', 'dim']>): Tensor[];
  /** `split_with_sizes_copy(Tensor self, SymInt[] split_sizes, int dim=0) -> Tensor[]` */
  splitWithSizesCopy(splitSizes: readonly number[], dim?: number | bigint): Tensor[];
  splitWithSizesCopy(...args: Split<[], { splitSizes: readonly number[]; dim?: number | bigint }, ['splitSizes', 'dim']>): Tensor[];
  /** `sqrt(Tensor self) -> Tensor` */
  sqrt(): Tensor;
  /** `sqrt_(Tensor(a!) self) -> Tensor(a!)` */
  sqrt_(): this;
  /** `square(Tensor self) -> Tensor` */
  square(): Tensor;
  /** `square_(Tensor(a!) self) -> Tensor(a!)` */
  square_(): this;
  /** `squeeze(Tensor(a) self) -> Tensor(a)` */
  squeeze(): Tensor;
  /** `squeeze.dim(Tensor(a) self, int dim) -> Tensor(a)` */
  squeeze(dim: number | bigint): Tensor;
  squeeze(...args: Split<[], { dim: number | bigint }, ['dim']>): Tensor;
  /** `squeeze.dims(Tensor(a) self, int[] dim) -> Tensor(a)` */
  squeeze(dim: readonly number[]): Tensor;
  squeeze(...args: Split<[], { dim: readonly number[] }, ['dim']>): Tensor;
  /** `squeeze_copy(Tensor self) -> Tensor` */
  squeezeCopy(): Tensor;
  /** `squeeze_copy.dim(Tensor self, int dim) -> Tensor` */
  squeezeCopy(dim: number | bigint): Tensor;
  squeezeCopy(...args: Split<[], { dim: number | bigint }, ['dim']>): Tensor;
  /** `squeeze_copy.dims(Tensor self, int[] dim) -> Tensor` */
  squeezeCopy(dim: readonly number[]): Tensor;
  squeezeCopy(...args: Split<[], { dim: readonly number[] }, ['dim']>): Tensor;
  /** `squeeze_(Tensor(a!) self) -> Tensor(a!)` */
  squeeze_(): this;
  /** `squeeze_.dim(Tensor(a!) self, int dim) -> Tensor(a!)` */
  squeeze_(dim: number | bigint): this;
  squeeze_(...args: Split<[], { dim: number | bigint }, ['dim']>): this;
  /** `squeeze_.dims(Tensor(a!) self, int[] dim) -> Tensor(a!)` */
  squeeze_(dim: readonly number[]): this;
  squeeze_(...args: Split<[], { dim: readonly number[] }, ['dim']>): this;
  /** `sspaddmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  sspaddmm(mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  sspaddmm(...args: Split<[], { mat1: Tensor; mat2: Tensor }, ['mat1', 'mat2'], { beta?: Scalar; alpha?: Scalar }>): Tensor;
  /** `std(Tensor self, bool unbiased=True) -> Tensor` */
  std(unbiased?: boolean): Tensor;
  std(...args: Split<[], { unbiased?: boolean }, ['unbiased']>): Tensor;
  /** `std.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor` */
  std(dim?: readonly number[] | number | null, options?: { correction?: Scalar | null; keepdim?: boolean }): Tensor;
  std(...args: Split<[], { dim?: readonly number[] | number | null }, ['dim'], { correction?: Scalar | null; keepdim?: boolean }>): Tensor;
  /** `std.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor` */
  std(dim?: readonly number[] | number | null, unbiased?: boolean, keepdim?: boolean): Tensor;
  std(...args: Split<[], { dim?: readonly number[] | number | null; unbiased?: boolean; keepdim?: boolean }, ['dim', 'unbiased', 'keepdim']>): Tensor;
  /** `std_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)` */
  stdMean(unbiased?: boolean): [Tensor, Tensor];
  stdMean(...args: Split<[], { unbiased?: boolean }, ['unbiased']>): [Tensor, Tensor];
  /** `std_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)` */
  stdMean(dim?: readonly number[] | number | null, options?: { correction?: Scalar | null; keepdim?: boolean }): [Tensor, Tensor];
  stdMean(...args: Split<[], { dim?: readonly number[] | number | null }, ['dim'], { correction?: Scalar | null; keepdim?: boolean }>): [Tensor, Tensor];
  /** `std_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)` */
  stdMean(dim?: readonly number[] | number | null, unbiased?: boolean, keepdim?: boolean): [Tensor, Tensor];
  stdMean(...args: Split<[], { dim?: readonly number[] | number | null; unbiased?: boolean; keepdim?: boolean }, ['dim', 'unbiased', 'keepdim']>): [Tensor, Tensor];
  /** `stft.center(Tensor self, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, str pad_mode="reflect", bool normalized=False, bool? onesided=None, bool? return_complex=None, bool? align_to_window=None) -> Tensor` */
  stft(nFft: number | bigint, hopLength?: number | bigint | null, winLength?: number | bigint | null, window?: Tensor | null, center?: boolean, padMode?: 'constant' | 'reflect' | 'replicate' | 'circular', normalized?: boolean, onesided?: boolean | null, returnComplex?: boolean | null, alignToWindow?: boolean | null): Tensor;
  stft(...args: Split<[], { nFft: number | bigint; hopLength?: number | bigint | null; winLength?: number | bigint | null; window?: Tensor | null; center?: boolean; padMode?: 'constant' | 'reflect' | 'replicate' | 'circular'; normalized?: boolean; onesided?: boolean | null; returnComplex?: boolean | null; alignToWindow?: boolean | null }, ['nFft', 'hopLength', 'winLength', 'window', 'center', 'padMode', 'normalized', 'onesided', 'returnComplex', 'alignToWindow']>): Tensor;
  /** `storage_offset(Tensor self) -> int` */
  storageOffset(): number;
  /** `stride.int(Tensor self, int dim) -> int` */
  stride(dim: number | bigint): number;
  stride(...args: Split<[], { dim: number | bigint }, ['dim']>): number;
  /** `sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  sub(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  sub(...args: Split<[], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): Tensor;
  /** `sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  sub(other: Scalar, alpha?: Scalar): Tensor;
  sub(...args: Split<[], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): Tensor;
  /** `sub_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
  sub_(other: Tensor | Scalar, options?: { alpha?: Scalar }): this;
  sub_(...args: Split<[], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): this;
  /** `sub_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
  sub_(other: Scalar, alpha?: Scalar): this;
  sub_(...args: Split<[], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): this;
  /** `subtract.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  subtract(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  subtract(...args: Split<[], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): Tensor;
  /** `subtract.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  subtract(other: Scalar, alpha?: Scalar): Tensor;
  subtract(...args: Split<[], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): Tensor;
  /** `subtract_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
  subtract_(other: Tensor | Scalar, options?: { alpha?: Scalar }): this;
  subtract_(...args: Split<[], { other: Tensor | Scalar }, ['other'], { alpha?: Scalar }>): this;
  /** `subtract_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
  subtract_(other: Scalar, alpha?: Scalar): this;
  subtract_(...args: Split<[], { other: Scalar; alpha?: Scalar }, ['other', 'alpha']>): this;
  /** `sum(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  sum(options?: { dtype?: DType | null }): Tensor;
  /** `sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  sum(dim?: readonly number[] | number | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  sum(...args: Split<[], { dim?: readonly number[] | number | null; keepdim?: boolean }, ['dim', 'keepdim'], { dtype?: DType | null }>): Tensor;
  /** `sum_to_size(Tensor self, SymInt[] size) -> Tensor` */
  sumToSize(size: readonly number[]): Tensor;
  sumToSize(...args: Split<[], { size: readonly number[] }, ['size']>): Tensor;
  /** `svd(Tensor self, bool some=True, bool compute_uv=True) -> (Tensor U, Tensor S, Tensor V)` */
  svd(some?: boolean, computeUv?: boolean): [U: Tensor, S: Tensor, V: Tensor];
  svd(...args: Split<[], { some?: boolean; computeUv?: boolean }, ['some', 'computeUv']>): [U: Tensor, S: Tensor, V: Tensor];
  /** `swapaxes(Tensor(a) self, int axis0, int axis1) -> Tensor(a)` */
  swapaxes(axis0: number | bigint, axis1: number | bigint): Tensor;
  swapaxes(...args: Split<[], { axis0: number | bigint; axis1: number | bigint }, ['axis0', 'axis1']>): Tensor;
  /** `swapaxes_(Tensor(a!) self, int axis0, int axis1) -> Tensor(a!)` */
  swapaxes_(axis0: number | bigint, axis1: number | bigint): this;
  swapaxes_(...args: Split<[], { axis0: number | bigint; axis1: number | bigint }, ['axis0', 'axis1']>): this;
  /** `swapdims(Tensor(a) self, int dim0, int dim1) -> Tensor(a)` */
  swapdims(dim0: number | bigint, dim1: number | bigint): Tensor;
  swapdims(...args: Split<[], { dim0: number | bigint; dim1: number | bigint }, ['dim0', 'dim1']>): Tensor;
  /** `swapdims_(Tensor(a!) self, int dim0, int dim1) -> Tensor(a!)` */
  swapdims_(dim0: number | bigint, dim1: number | bigint): this;
  swapdims_(...args: Split<[], { dim0: number | bigint; dim1: number | bigint }, ['dim0', 'dim1']>): this;
  /** `sym_numel(Tensor self) -> SymInt` */
  symNumel(): number;
  /** `sym_size.int(Tensor self, int dim) -> SymInt` */
  symSize(dim: number | bigint): number;
  symSize(...args: Split<[], { dim: number | bigint }, ['dim']>): number;
  /** `sym_storage_offset(Tensor self) -> SymInt` */
  symStorageOffset(): number;
  /** `sym_stride.int(Tensor self, int dim) -> SymInt` */
  symStride(dim: number | bigint): number;
  symStride(...args: Split<[], { dim: number | bigint }, ['dim']>): number;
  /** `t(Tensor(a) self) -> Tensor(a)` */
  t(): Tensor;
  /** `t_copy(Tensor self) -> Tensor` */
  tCopy(): Tensor;
  /** `t_(Tensor(a!) self) -> Tensor(a!)` */
  t_(): this;
  /** `take(Tensor self, Tensor index) -> Tensor` */
  take(index: Tensor): Tensor;
  take(...args: Split<[], { index: Tensor }, ['index']>): Tensor;
  /** `take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor` */
  takeAlongDim(indices: Tensor, dim?: number | bigint | null): Tensor;
  takeAlongDim(...args: Split<[], { indices: Tensor; dim?: number | bigint | null }, ['indices', 'dim']>): Tensor;
  /** `tan(Tensor self) -> Tensor` */
  tan(): Tensor;
  /** `tan_(Tensor(a!) self) -> Tensor(a!)` */
  tan_(): this;
  /** `tanh(Tensor self) -> Tensor` */
  tanh(): Tensor;
  /** `tanh_(Tensor(a!) self) -> Tensor(a!)` */
  tanh_(): this;
  /** `tensor_split.tensor_indices_or_sections(Tensor(a -> *) self, Tensor tensor_indices_or_sections, int dim=0) -> Tensor(a)[]` */
  tensorSplit(tensorIndicesOrSections: Tensor, dim?: number | bigint): Tensor[];
  tensorSplit(...args: Split<[], { tensorIndicesOrSections: Tensor; dim?: number | bigint }, ['tensorIndicesOrSections', 'dim']>): Tensor[];
  /** `tensor_split.indices(Tensor(a -> *) self, SymInt[] indices, int dim=0) -> Tensor(a)[]` */
  tensorSplit(indices: readonly number[], dim?: number | bigint): Tensor[];
  tensorSplit(...args: Split<[], { indices: readonly number[]; dim?: number | bigint }, ['indices', 'dim']>): Tensor[];
  /** `tensor_split.sections(Tensor(a -> *) self, SymInt sections, int dim=0) -> Tensor(a)[]` */
  tensorSplit(sections: number | bigint, dim?: number | bigint): Tensor[];
  tensorSplit(...args: Split<[], { sections: number | bigint; dim?: number | bigint }, ['sections', 'dim']>): Tensor[];
  /** `tensordot(Tensor self, Tensor other, int[] dims_self, int[] dims_other) -> Tensor` */
  tensordot(other: Tensor, dimsSelf: readonly number[], dimsOther: readonly number[]): Tensor;
  tensordot(...args: Split<[], { other: Tensor; dimsSelf: readonly number[]; dimsOther: readonly number[] }, ['other', 'dimsSelf', 'dimsOther']>): Tensor;
  /** `thnn_conv2d(Tensor self, Tensor weight, SymInt[2] kernel_size, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0]) -> Tensor` */
  thnnConv2d(weight: Tensor, kernelSize: readonly number[] | number, bias?: Tensor | null, stride?: readonly number[] | number, padding?: readonly number[] | number): Tensor;
  thnnConv2d(...args: Split<[], { weight: Tensor; kernelSize: readonly number[] | number; bias?: Tensor | null; stride?: readonly number[] | number; padding?: readonly number[] | number }, ['weight', 'kernelSize', 'bias', 'stride', 'padding']>): Tensor;
  /** `threshold(Tensor self, Scalar threshold, Scalar value) -> Tensor` */
  threshold(threshold: Scalar, value: Scalar): Tensor;
  threshold(...args: Split<[], { threshold: Scalar; value: Scalar }, ['threshold', 'value']>): Tensor;
  /** `threshold_(Tensor(a!) self, Scalar threshold, Scalar value) -> Tensor(a!)` */
  threshold_(threshold: Scalar, value: Scalar): this;
  threshold_(...args: Split<[], { threshold: Scalar; value: Scalar }, ['threshold', 'value']>): this;
  /** `tile(Tensor self, SymInt[] dims) -> Tensor` */
  tile(dims: readonly number[]): Tensor;
  tile(...args: Split<[], { dims: readonly number[] }, ['dims']>): Tensor;
  /** `to_dense(Tensor self, ScalarType? dtype=None, *, bool? masked_grad=None) -> Tensor` */
  toDense(dtype?: DType | null, options?: { maskedGrad?: boolean | null }): Tensor;
  toDense(...args: Split<[], { dtype?: DType | null }, ['dtype'], { maskedGrad?: boolean | null }>): Tensor;
  /** `to_mkldnn(Tensor self, ScalarType? dtype=None) -> Tensor` */
  toMkldnn(dtype?: DType | null): Tensor;
  toMkldnn(...args: Split<[], { dtype?: DType | null }, ['dtype']>): Tensor;
  /** `to_padded_tensor(Tensor self, float padding, SymInt[]? output_size=None) -> Tensor` */
  toPaddedTensor(padding: number, outputSize?: readonly number[] | null): Tensor;
  toPaddedTensor(...args: Split<[], { padding: number; outputSize?: readonly number[] | null }, ['padding', 'outputSize']>): Tensor;
  /** `to_sparse.sparse_dim(Tensor self, int sparse_dim) -> Tensor` */
  toSparse(sparseDim: number | bigint): Tensor;
  toSparse(...args: Split<[], { sparseDim: number | bigint }, ['sparseDim']>): Tensor;
  /** `to_sparse(Tensor self, *, Layout? layout=None, int[2]? blocksize=None, int? dense_dim=None) -> Tensor` */
  toSparse(options?: { layout?: Layout | null; blocksize?: readonly number[] | number | null; denseDim?: number | bigint | null }): Tensor;
  /** `to_sparse_bsc(Tensor self, int[2] blocksize, int? dense_dim=None) -> Tensor` */
  toSparseBsc(blocksize: readonly number[] | number, denseDim?: number | bigint | null): Tensor;
  toSparseBsc(...args: Split<[], { blocksize: readonly number[] | number; denseDim?: number | bigint | null }, ['blocksize', 'denseDim']>): Tensor;
  /** `to_sparse_bsr(Tensor self, int[2] blocksize, int? dense_dim=None) -> Tensor` */
  toSparseBsr(blocksize: readonly number[] | number, denseDim?: number | bigint | null): Tensor;
  toSparseBsr(...args: Split<[], { blocksize: readonly number[] | number; denseDim?: number | bigint | null }, ['blocksize', 'denseDim']>): Tensor;
  /** `to_sparse_csc(Tensor self, int? dense_dim=None) -> Tensor` */
  toSparseCsc(denseDim?: number | bigint | null): Tensor;
  toSparseCsc(...args: Split<[], { denseDim?: number | bigint | null }, ['denseDim']>): Tensor;
  /** `to_sparse_csr(Tensor self, int? dense_dim=None) -> Tensor` */
  toSparseCsr(denseDim?: number | bigint | null): Tensor;
  toSparseCsr(...args: Split<[], { denseDim?: number | bigint | null }, ['denseDim']>): Tensor;
  /** `topk(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)` */
  topk(k: number | bigint, dim?: number | bigint, largest?: boolean, sorted?: boolean): [values: Tensor, indices: Tensor];
  topk(...args: Split<[], { k: number | bigint; dim?: number | bigint; largest?: boolean; sorted?: boolean }, ['k', 'dim', 'largest', 'sorted']>): [values: Tensor, indices: Tensor];
  /** `trace(Tensor self) -> Tensor` */
  trace(): Tensor;
  /** `transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)` */
  transpose(dim0: number | bigint, dim1: number | bigint): Tensor;
  transpose(...args: Split<[], { dim0: number | bigint; dim1: number | bigint }, ['dim0', 'dim1']>): Tensor;
  /** `transpose_copy.int(Tensor self, int dim0, int dim1) -> Tensor` */
  transposeCopy(dim0: number | bigint, dim1: number | bigint): Tensor;
  transposeCopy(...args: Split<[], { dim0: number | bigint; dim1: number | bigint }, ['dim0', 'dim1']>): Tensor;
  /** `transpose_(Tensor(a!) self, int dim0, int dim1) -> Tensor(a!)` */
  transpose_(dim0: number | bigint, dim1: number | bigint): this;
  transpose_(...args: Split<[], { dim0: number | bigint; dim1: number | bigint }, ['dim0', 'dim1']>): this;
  /** `triangular_solve(Tensor self, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False) -> (Tensor solution, Tensor cloned_coefficient)` */
  triangularSolve(A: Tensor, upper?: boolean, transpose?: boolean, unitriangular?: boolean): [solution: Tensor, clonedCoefficient: Tensor];
  triangularSolve(...args: Split<[], { A: Tensor; upper?: boolean; transpose?: boolean; unitriangular?: boolean }, ['A', 'upper', 'transpose', 'unitriangular']>): [solution: Tensor, clonedCoefficient: Tensor];
  /** `tril(Tensor self, SymInt diagonal=0) -> Tensor` */
  tril(diagonal?: number | bigint): Tensor;
  tril(...args: Split<[], { diagonal?: number | bigint }, ['diagonal']>): Tensor;
  /** `tril_(Tensor(a!) self, SymInt diagonal=0) -> Tensor(a!)` */
  tril_(diagonal?: number | bigint): this;
  tril_(...args: Split<[], { diagonal?: number | bigint }, ['diagonal']>): this;
  /** `triu(Tensor self, SymInt diagonal=0) -> Tensor` */
  triu(diagonal?: number | bigint): Tensor;
  triu(...args: Split<[], { diagonal?: number | bigint }, ['diagonal']>): Tensor;
  /** `triu_(Tensor(a!) self, SymInt diagonal=0) -> Tensor(a!)` */
  triu_(diagonal?: number | bigint): this;
  triu_(...args: Split<[], { diagonal?: number | bigint }, ['diagonal']>): this;
  /** `true_divide.Tensor(Tensor self, Tensor other) -> Tensor` */
  trueDivide(other: Tensor | Scalar): Tensor;
  trueDivide(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `true_divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  trueDivide_(other: Tensor | Scalar): this;
  trueDivide_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `trunc(Tensor self) -> Tensor` */
  trunc(): Tensor;
  /** `trunc_(Tensor(a!) self) -> Tensor(a!)` */
  trunc_(): this;
  /** `type_as(Tensor self, Tensor other) -> Tensor` */
  typeAs(other: Tensor): Tensor;
  typeAs(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `unbind.int(Tensor(a -> *) self, int dim=0) -> Tensor(a)[]` */
  unbind(dim?: number | bigint): Tensor[];
  unbind(...args: Split<[], { dim?: number | bigint }, ['dim']>): Tensor[];
  /** `unbind_copy.int(Tensor self, int dim=0) -> Tensor[]` */
  unbindCopy(dim?: number | bigint): Tensor[];
  unbindCopy(...args: Split<[], { dim?: number | bigint }, ['dim']>): Tensor[];
  /** `unflatten.int(Tensor(a) self, int dim, SymInt[] sizes) -> Tensor(a)` */
  unflatten(dim: number | bigint, sizes: readonly number[]): Tensor;
  unflatten(...args: Split<[], { dim: number | bigint; sizes: readonly number[] }, ['dim', 'sizes']>): Tensor;
  /** `unfold(Tensor(a) self, int dimension, int size, int step) -> Tensor(a)` */
  unfold(dimension: number | bigint, size: number | bigint, step: number | bigint): Tensor;
  unfold(...args: Split<[], { dimension: number | bigint; size: number | bigint; step: number | bigint }, ['dimension', 'size', 'step']>): Tensor;
  /** `unfold_copy(Tensor self, int dimension, int size, int step) -> Tensor` */
  unfoldCopy(dimension: number | bigint, size: number | bigint, step: number | bigint): Tensor;
  unfoldCopy(...args: Split<[], { dimension: number | bigint; size: number | bigint; step: number | bigint }, ['dimension', 'size', 'step']>): Tensor;
  /** `uniform(Tensor self, float from=0., float to=1., *, Generator? generator=None) -> Tensor` */
  uniform(from?: number, to?: number, options?: { generator?: Generator | null }): Tensor;
  uniform(...args: Split<[], { from?: number; to?: number }, ['from', 'to'], { generator?: Generator | null }>): Tensor;
  /** `uniform_(Tensor(a!) self, float from=0., float to=1., *, Generator? generator=None) -> Tensor(a!)` */
  uniform_(from?: number, to?: number, options?: { generator?: Generator | null }): this;
  uniform_(...args: Split<[], { from?: number; to?: number }, ['from', 'to'], { generator?: Generator | null }>): this;
  /** `unique_dim(Tensor self, int dim, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)` */
  uniqueDim(dim: number | bigint, sorted?: boolean, returnInverse?: boolean, returnCounts?: boolean): [Tensor, Tensor, Tensor];
  uniqueDim(...args: Split<[], { dim: number | bigint; sorted?: boolean; returnInverse?: boolean; returnCounts?: boolean }, ['dim', 'sorted', 'returnInverse', 'returnCounts']>): [Tensor, Tensor, Tensor];
  /** `unique_dim_consecutive(Tensor self, int dim, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)` */
  uniqueDimConsecutive(dim: number | bigint, returnInverse?: boolean, returnCounts?: boolean): [Tensor, Tensor, Tensor];
  uniqueDimConsecutive(...args: Split<[], { dim: number | bigint; returnInverse?: boolean; returnCounts?: boolean }, ['dim', 'returnInverse', 'returnCounts']>): [Tensor, Tensor, Tensor];
  /** `unsafe_chunk(Tensor self, int chunks, int dim=0) -> Tensor[]` */
  unsafeChunk(chunks: number | bigint, dim?: number | bigint): Tensor[];
  unsafeChunk(...args: Split<[], { chunks: number | bigint; dim?: number | bigint }, ['chunks', 'dim']>): Tensor[];
  /** `unsafe_split.Tensor(Tensor self, SymInt split_size, int dim=0) -> Tensor[]` */
  unsafeSplit(splitSize: number | bigint, dim?: number | bigint): Tensor[];
  unsafeSplit(...args: Split<[], { splitSize: number | bigint; dim?: number | bigint }, ['splitSize', 'dim']>): Tensor[];
  /** `unsafe_split_with_sizes(Tensor self, SymInt[] split_sizes, int dim=0) -> Tensor[]` */
  unsafeSplitWithSizes(splitSizes: readonly number[], dim?: number | bigint): Tensor[];
  unsafeSplitWithSizes(...args: Split<[], { splitSizes: readonly number[]; dim?: number | bigint }, ['splitSizes', 'dim']>): Tensor[];
  /** `unsqueeze(Tensor(a) self, int dim) -> Tensor(a)` */
  unsqueeze(dim: number | bigint): Tensor;
  unsqueeze(...args: Split<[], { dim: number | bigint }, ['dim']>): Tensor;
  /** `unsqueeze_copy(Tensor self, int dim) -> Tensor` */
  unsqueezeCopy(dim: number | bigint): Tensor;
  unsqueezeCopy(...args: Split<[], { dim: number | bigint }, ['dim']>): Tensor;
  /** `unsqueeze_(Tensor(a!) self, int dim) -> Tensor(a!)` */
  unsqueeze_(dim: number | bigint): this;
  unsqueeze_(...args: Split<[], { dim: number | bigint }, ['dim']>): this;
  /** `upsample_bicubic2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleBicubic2d(outputSize: readonly number[] | number, alignCorners: boolean, scalesH?: number | null, scalesW?: number | null): Tensor;
  upsampleBicubic2d(...args: Split<[], { outputSize: readonly number[] | number; alignCorners: boolean; scalesH?: number | null; scalesW?: number | null }, ['outputSize', 'alignCorners', 'scalesH', 'scalesW']>): Tensor;
  /** `upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleBilinear2d(outputSize: readonly number[] | number, alignCorners: boolean, scalesH?: number | null, scalesW?: number | null): Tensor;
  upsampleBilinear2d(...args: Split<[], { outputSize: readonly number[] | number; alignCorners: boolean; scalesH?: number | null; scalesW?: number | null }, ['outputSize', 'alignCorners', 'scalesH', 'scalesW']>): Tensor;
  /** `upsample_linear1d(Tensor self, SymInt[1] output_size, bool align_corners, float? scales=None) -> Tensor` */
  upsampleLinear1d(outputSize: readonly number[] | number, alignCorners: boolean, scales?: number | null): Tensor;
  upsampleLinear1d(...args: Split<[], { outputSize: readonly number[] | number; alignCorners: boolean; scales?: number | null }, ['outputSize', 'alignCorners', 'scales']>): Tensor;
  /** `upsample_nearest1d(Tensor self, SymInt[1] output_size, float? scales=None) -> Tensor` */
  upsampleNearest1d(outputSize: readonly number[] | number, scales?: number | null): Tensor;
  upsampleNearest1d(...args: Split<[], { outputSize: readonly number[] | number; scales?: number | null }, ['outputSize', 'scales']>): Tensor;
  /** `upsample_nearest2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleNearest2d(outputSize: readonly number[] | number, scalesH?: number | null, scalesW?: number | null): Tensor;
  upsampleNearest2d(...args: Split<[], { outputSize: readonly number[] | number; scalesH?: number | null; scalesW?: number | null }, ['outputSize', 'scalesH', 'scalesW']>): Tensor;
  /** `upsample_nearest3d(Tensor self, SymInt[3] output_size, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleNearest3d(outputSize: readonly number[] | number, scalesD?: number | null, scalesH?: number | null, scalesW?: number | null): Tensor;
  upsampleNearest3d(...args: Split<[], { outputSize: readonly number[] | number; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null }, ['outputSize', 'scalesD', 'scalesH', 'scalesW']>): Tensor;
  /** `upsample_trilinear3d(Tensor self, SymInt[3] output_size, bool align_corners, float? scales_d=None, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleTrilinear3d(outputSize: readonly number[] | number, alignCorners: boolean, scalesD?: number | null, scalesH?: number | null, scalesW?: number | null): Tensor;
  upsampleTrilinear3d(...args: Split<[], { outputSize: readonly number[] | number; alignCorners: boolean; scalesD?: number | null; scalesH?: number | null; scalesW?: number | null }, ['outputSize', 'alignCorners', 'scalesD', 'scalesH', 'scalesW']>): Tensor;
  /** `values(Tensor(a) self) -> Tensor(a)` */
  values(): Tensor;
  /** `values_copy(Tensor self) -> Tensor` */
  valuesCopy(): Tensor;
  /** `var_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)` */
  varMean(unbiased?: boolean): [Tensor, Tensor];
  varMean(...args: Split<[], { unbiased?: boolean }, ['unbiased']>): [Tensor, Tensor];
  /** `var_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)` */
  varMean(dim?: readonly number[] | number | null, options?: { correction?: Scalar | null; keepdim?: boolean }): [Tensor, Tensor];
  varMean(...args: Split<[], { dim?: readonly number[] | number | null }, ['dim'], { correction?: Scalar | null; keepdim?: boolean }>): [Tensor, Tensor];
  /** `var_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)` */
  varMean(dim?: readonly number[] | number | null, unbiased?: boolean, keepdim?: boolean): [Tensor, Tensor];
  varMean(...args: Split<[], { dim?: readonly number[] | number | null; unbiased?: boolean; keepdim?: boolean }, ['dim', 'unbiased', 'keepdim']>): [Tensor, Tensor];
  /** `var(Tensor self, bool unbiased=True) -> Tensor` */
  variance(unbiased?: boolean): Tensor;
  variance(...args: Split<[], { unbiased?: boolean }, ['unbiased']>): Tensor;
  /** `var.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor` */
  variance(dim?: readonly number[] | number | null, options?: { correction?: Scalar | null; keepdim?: boolean }): Tensor;
  variance(...args: Split<[], { dim?: readonly number[] | number | null }, ['dim'], { correction?: Scalar | null; keepdim?: boolean }>): Tensor;
  /** `var.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor` */
  variance(dim?: readonly number[] | number | null, unbiased?: boolean, keepdim?: boolean): Tensor;
  variance(...args: Split<[], { dim?: readonly number[] | number | null; unbiased?: boolean; keepdim?: boolean }, ['dim', 'unbiased', 'keepdim']>): Tensor;
  /** `vdot(Tensor self, Tensor other) -> Tensor` */
  vdot(other: Tensor): Tensor;
  vdot(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `view(Tensor(a) self, SymInt[] size) -> Tensor(a)` */
  view(size: readonly number[]): Tensor;
  view(...args: Split<[], { size: readonly number[] }, ['size']>): Tensor;
  /** `view.dtype(Tensor(a) self, ScalarType dtype) -> Tensor(a)` */
  view(dtype: DType): Tensor;
  view(...args: Split<[], { dtype: DType }, ['dtype']>): Tensor;
  /** `view_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
  viewAs(other: Tensor): Tensor;
  viewAs(...args: Split<[], { other: Tensor }, ['other']>): Tensor;
  /** `view_as_complex(Tensor(a) self) -> Tensor(a)` */
  viewAsComplex(): Tensor;
  /** `view_as_complex_copy(Tensor self) -> Tensor` */
  viewAsComplexCopy(): Tensor;
  /** `view_as_real(Tensor(a) self) -> Tensor(a)` */
  viewAsReal(): Tensor;
  /** `view_as_real_copy(Tensor self) -> Tensor` */
  viewAsRealCopy(): Tensor;
  /** `view_copy(Tensor self, SymInt[] size) -> Tensor` */
  viewCopy(size: readonly number[]): Tensor;
  viewCopy(...args: Split<[], { size: readonly number[] }, ['size']>): Tensor;
  /** `view_copy.dtype(Tensor self, ScalarType dtype) -> Tensor` */
  viewCopy(dtype: DType): Tensor;
  viewCopy(...args: Split<[], { dtype: DType }, ['dtype']>): Tensor;
  /** `vsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  vsplit(indices: readonly number[]): Tensor[];
  vsplit(...args: Split<[], { indices: readonly number[] }, ['indices']>): Tensor[];
  /** `vsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  vsplit(sections: number | bigint): Tensor[];
  vsplit(...args: Split<[], { sections: number | bigint }, ['sections']>): Tensor[];
  /** `xlogy.Tensor(Tensor self, Tensor other) -> Tensor` */
  xlogy(other: Tensor | Scalar): Tensor;
  xlogy(...args: Split<[], { other: Tensor | Scalar }, ['other']>): Tensor;
  /** `xlogy_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  xlogy_(other: Tensor | Scalar): this;
  xlogy_(...args: Split<[], { other: Tensor | Scalar }, ['other']>): this;
  /** `zero(Tensor self) -> Tensor` */
  zero(): Tensor;
  /** `zero_(Tensor(a!) self) -> Tensor(a!)` */
  zero_(): this;
  /** `zeros_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  zerosLike(options?: { dtype?: DType | null; layout?: Layout | null; device?: Device | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
}

/** Puts the methods on the class. */
export function attachMethods(prototype: object): void {
  const methods: Record<string, unknown> = {
    _unique2: method(f._unique2),
    abs: method(f.abs),
    abs_: method(f.abs_),
    absolute: method(f.absolute),
    absolute_: method(f.absolute_),
    acos: method(f.acos),
    acos_: method(f.acos_),
    acosh: method(f.acosh),
    acosh_: method(f.acosh_),
    adaptiveAvgPool1d: method(f.adaptiveAvgPool1d),
    adaptiveAvgPool2d: method(f.adaptiveAvgPool2d),
    adaptiveAvgPool3d: method(f.adaptiveAvgPool3d),
    adaptiveMaxPool1d: method(f.adaptiveMaxPool1d),
    adaptiveMaxPool2d: method(f.adaptiveMaxPool2d),
    adaptiveMaxPool3d: method(f.adaptiveMaxPool3d),
    add: method(f.add),
    add_: method(f.add_),
    addbmm: method(f.addbmm),
    addbmm_: method(f.addbmm_),
    addcdiv: method(f.addcdiv),
    addcdiv_: method(f.addcdiv_),
    addcmul: method(f.addcmul),
    addcmul_: method(f.addcmul_),
    addmm: method(f.addmm),
    addmm_: method(f.addmm_),
    addmv: method(f.addmv),
    addmv_: method(f.addmv_),
    addr: method(f.addr),
    addr_: method(f.addr_),
    adjoint: method(f.adjoint),
    alias: method(f.alias),
    aliasCopy: method(f.aliasCopy),
    all: method(f.all),
    allclose: method(f.allclose),
    alphaDropout_: method(f.alphaDropout_),
    amax: method(f.amax),
    amin: method(f.amin),
    aminmax: method(f.aminmax),
    angle: method(f.angle),
    any: method(f.any),
    arccos: method(f.arccos),
    arccos_: method(f.arccos_),
    arccosh: method(f.arccosh),
    arccosh_: method(f.arccosh_),
    arcsin: method(f.arcsin),
    arcsin_: method(f.arcsin_),
    arcsinh: method(f.arcsinh),
    arcsinh_: method(f.arcsinh_),
    arctan: method(f.arctan),
    arctan2: method(f.arctan2),
    arctan2_: method(f.arctan2_),
    arctan_: method(f.arctan_),
    arctanh: method(f.arctanh),
    arctanh_: method(f.arctanh_),
    argmax: method(f.argmax),
    argmin: method(f.argmin),
    argsort: method(f.argsort),
    argwhere: method(f.argwhere),
    asStrided: method(f.asStrided),
    asStridedCopy: method(f.asStridedCopy),
    asStridedScatter: method(f.asStridedScatter),
    asStrided_: method(f.asStrided_),
    asin: method(f.asin),
    asin_: method(f.asin_),
    asinh: method(f.asinh),
    asinh_: method(f.asinh_),
    atan: method(f.atan),
    atan2: method(f.atan2),
    atan2_: method(f.atan2_),
    atan_: method(f.atan_),
    atanh: method(f.atanh),
    atanh_: method(f.atanh_),
    atleast1d: method(f.atleast1d),
    atleast2d: method(f.atleast2d),
    atleast3d: method(f.atleast3d),
    avgPool1d: method(f.avgPool1d),
    avgPool2d: method(f.avgPool2d),
    avgPool3d: method(f.avgPool3d),
    baddbmm: method(f.baddbmm),
    baddbmm_: method(f.baddbmm_),
    bernoulli: method(f.bernoulli),
    bernoulli_: method(f.bernoulli_),
    binaryCrossEntropy: method(f.binaryCrossEntropy),
    binaryCrossEntropyWithLogits: method(f.binaryCrossEntropyWithLogits),
    bincount: method(f.bincount),
    bitwiseAnd: method(f.bitwiseAnd),
    bitwiseAnd_: method(f.bitwiseAnd_),
    bitwiseLeftShift: method(f.bitwiseLeftShift),
    bitwiseLeftShift_: method(f.bitwiseLeftShift_),
    bitwiseNot: method(f.bitwiseNot),
    bitwiseNot_: method(f.bitwiseNot_),
    bitwiseOr: method(f.bitwiseOr),
    bitwiseOr_: method(f.bitwiseOr_),
    bitwiseRightShift: method(f.bitwiseRightShift),
    bitwiseRightShift_: method(f.bitwiseRightShift_),
    bitwiseXor: method(f.bitwiseXor),
    bitwiseXor_: method(f.bitwiseXor_),
    bmm: method(f.bmm),
    broadcastTo: method(f.broadcastTo),
    bucketize: method(f.bucketize),
    cauchy: method(f.cauchy),
    cauchy_: method(f.cauchy_),
    ccolIndices: method(f.ccolIndices),
    ccolIndicesCopy: method(f.ccolIndicesCopy),
    ceil: method(f.ceil),
    ceil_: method(f.ceil_),
    celu: method(f.celu),
    celu_: method(f.celu_),
    chalf: method(f.chalf),
    channelShuffle: method(f.channelShuffle),
    cholesky: method(f.cholesky),
    choleskyInverse: method(f.choleskyInverse),
    choleskySolve: method(f.choleskySolve),
    chunk: method(f.chunk),
    clamp: method(f.clamp),
    clampMax: method(f.clampMax),
    clampMax_: method(f.clampMax_),
    clampMin: method(f.clampMin),
    clampMin_: method(f.clampMin_),
    clamp_: method(f.clamp_),
    clip: method(f.clip),
    clip_: method(f.clip_),
    clone: method(f.clone),
    coalesce: method(f.coalesce),
    col2im: method(f.col2im),
    colIndices: method(f.colIndices),
    colIndicesCopy: method(f.colIndicesCopy),
    combinations: method(f.combinations),
    conj: method(f.conj),
    conjPhysical: method(f.conjPhysical),
    conjPhysical_: method(f.conjPhysical_),
    constantPadNd: method(f.constantPadNd),
    contiguous: method(f.contiguous),
    convDepthwise3d: method(f.convDepthwise3d),
    convTbc: method(f.convTbc),
    convTbcBackward: method(f.convTbcBackward),
    copy: method(f.copy),
    copySparseToSparse: method(f.copySparseToSparse),
    copySparseToSparse_: method(f.copySparseToSparse_),
    copy_: method(f.copy_),
    copysign: method(f.copysign),
    copysign_: method(f.copysign_),
    corrcoef: method(f.corrcoef),
    cos: method(f.cos),
    cos_: method(f.cos_),
    cosh: method(f.cosh),
    cosh_: method(f.cosh_),
    countNonzero: method(f.countNonzero),
    cov: method(f.cov),
    cross: method(f.cross),
    crossEntropyLoss: method(f.crossEntropyLoss),
    crowIndices: method(f.crowIndices),
    crowIndicesCopy: method(f.crowIndicesCopy),
    cudnnConvolution: method(f.cudnnConvolution),
    cudnnConvolutionAddRelu: method(f.cudnnConvolutionAddRelu),
    cudnnConvolutionRelu: method(f.cudnnConvolutionRelu),
    cudnnConvolutionTranspose: method(f.cudnnConvolutionTranspose),
    cudnnGridSampler: method(f.cudnnGridSampler),
    cudnnGridSamplerBackward: method(f.cudnnGridSamplerBackward),
    cudnnIsAcceptable: method(f.cudnnIsAcceptable),
    cummax: method(f.cummax),
    cummin: method(f.cummin),
    cumprod: method(f.cumprod),
    cumprod_: method(f.cumprod_),
    cumsum: method(f.cumsum),
    cumsum_: method(f.cumsum_),
    deg2rad: method(f.deg2rad),
    deg2rad_: method(f.deg2rad_),
    denseDim: method(f.denseDim),
    dequantize: method(f.dequantize),
    det: method(f.det),
    detachCopy: method(f.detachCopy),
    detach_: method(f.detach_),
    diag: method(f.diag),
    diagEmbed: method(f.diagEmbed),
    diagflat: method(f.diagflat),
    diagonal: method(f.diagonal),
    diagonalCopy: method(f.diagonalCopy),
    diagonalScatter: method(f.diagonalScatter),
    diff: method(f.diff),
    digamma: method(f.digamma),
    digamma_: method(f.digamma_),
    dim: method(f.dim),
    dist: method(f.dist),
    div: method(f.div),
    div_: method(f.div_),
    divide: method(f.divide),
    divide_: method(f.divide_),
    dot: method(f.dot),
    dropout_: method(f.dropout_),
    dsplit: method(f.dsplit),
    elu: method(f.elu),
    elu_: method(f.elu_),
    embeddingRenorm: method(f.embeddingRenorm),
    embeddingRenorm_: method(f.embeddingRenorm_),
    emptyLike: method(f.emptyLike),
    eq: method(f.eq),
    eq_: method(f.eq_),
    equal: method(f.equal),
    erf: method(f.erf),
    erf_: method(f.erf_),
    erfc: method(f.erfc),
    erfc_: method(f.erfc_),
    erfinv: method(f.erfinv),
    erfinv_: method(f.erfinv_),
    exp: method(f.exp),
    exp2: method(f.exp2),
    exp2_: method(f.exp2_),
    exp_: method(f.exp_),
    expand: method(f.expand),
    expandAs: method(f.expandAs),
    expandCopy: method(f.expandCopy),
    expm1: method(f.expm1),
    expm1_: method(f.expm1_),
    exponential: method(f.exponential),
    exponential_: method(f.exponential_),
    fakeQuantizePerChannelAffine: method(f.fakeQuantizePerChannelAffine),
    fakeQuantizePerChannelAffineCachemask: method(f.fakeQuantizePerChannelAffineCachemask),
    fakeQuantizePerTensorAffine: method(f.fakeQuantizePerTensorAffine),
    fakeQuantizePerTensorAffineCachemask: method(f.fakeQuantizePerTensorAffineCachemask),
    featureAlphaDropout_: method(f.featureAlphaDropout_),
    featureDropout_: method(f.featureDropout_),
    fftFft: method(f.fftFft),
    fftFft2: method(f.fftFft2),
    fftFftn: method(f.fftFftn),
    fftFftshift: method(f.fftFftshift),
    fftHfft: method(f.fftHfft),
    fftHfft2: method(f.fftHfft2),
    fftHfftn: method(f.fftHfftn),
    fftIfft: method(f.fftIfft),
    fftIfft2: method(f.fftIfft2),
    fftIfftn: method(f.fftIfftn),
    fftIfftshift: method(f.fftIfftshift),
    fftIhfft: method(f.fftIhfft),
    fftIhfft2: method(f.fftIhfft2),
    fftIhfftn: method(f.fftIhfftn),
    fftIrfft: method(f.fftIrfft),
    fftIrfft2: method(f.fftIrfft2),
    fftIrfftn: method(f.fftIrfftn),
    fftRfft: method(f.fftRfft),
    fftRfft2: method(f.fftRfft2),
    fftRfftn: method(f.fftRfftn),
    fill: method(f.fill),
    fillDiagonal_: method(f.fillDiagonal_),
    fill_: method(f.fill_),
    fix: method(f.fix),
    fix_: method(f.fix_),
    flatten: method(f.flatten),
    flip: method(f.flip),
    fliplr: method(f.fliplr),
    flipud: method(f.flipud),
    floatPower: method(f.floatPower),
    floatPower_: method(f.floatPower_),
    floor: method(f.floor),
    floorDivide: method(f.floorDivide),
    floorDivide_: method(f.floorDivide_),
    floor_: method(f.floor_),
    fmax: method(f.fmax),
    fmin: method(f.fmin),
    fmod: method(f.fmod),
    fmod_: method(f.fmod_),
    frac: method(f.frac),
    frac_: method(f.frac_),
    fractionalMaxPool2d: method(f.fractionalMaxPool2d),
    fractionalMaxPool3d: method(f.fractionalMaxPool3d),
    frexp: method(f.frexp),
    frobeniusNorm: method(f.frobeniusNorm),
    fullLike: method(f.fullLike),
    fusedMovingAvgObsFakeQuant: method(f.fusedMovingAvgObsFakeQuant),
    gather: method(f.gather),
    gcd: method(f.gcd),
    gcd_: method(f.gcd_),
    ge: method(f.ge),
    ge_: method(f.ge_),
    gelu: method(f.gelu),
    gelu_: method(f.gelu_),
    geometric: method(f.geometric),
    geometric_: method(f.geometric_),
    geqrf: method(f.geqrf),
    ger: method(f.ger),
    getDevice: method(f.getDevice),
    glu: method(f.glu),
    gradient: method(f.gradient),
    greater: method(f.greater),
    greaterEqual: method(f.greaterEqual),
    greaterEqual_: method(f.greaterEqual_),
    greater_: method(f.greater_),
    gt: method(f.gt),
    gt_: method(f.gt_),
    hardshrink: method(f.hardshrink),
    hardsigmoid: method(f.hardsigmoid),
    hardsigmoid_: method(f.hardsigmoid_),
    hardswish: method(f.hardswish),
    hardswish_: method(f.hardswish_),
    hardtanh: method(f.hardtanh),
    hardtanh_: method(f.hardtanh_),
    hashTensor: method(f.hashTensor),
    heaviside: method(f.heaviside),
    heaviside_: method(f.heaviside_),
    hingeEmbeddingLoss: method(f.hingeEmbeddingLoss),
    histc: method(f.histc),
    histogram: method(f.histogram),
    histogramdd: method(f.histogramdd),
    hsplit: method(f.hsplit),
    huberLoss: method(f.huberLoss),
    hypot: method(f.hypot),
    hypot_: method(f.hypot_),
    i0: method(f.i0),
    i0_: method(f.i0_),
    igamma: method(f.igamma),
    igamma_: method(f.igamma_),
    igammac: method(f.igammac),
    igammac_: method(f.igammac_),
    im2col: method(f.im2col),
    imag: method(f.imag),
    index: method(f.index),
    indexAdd: method(f.indexAdd),
    indexAdd_: method(f.indexAdd_),
    indexCopy: method(f.indexCopy),
    indexCopy_: method(f.indexCopy_),
    indexFill: method(f.indexFill),
    indexFill_: method(f.indexFill_),
    indexPut: method(f.indexPut),
    indexPut_: method(f.indexPut_),
    indexReduce: method(f.indexReduce),
    indexReduce_: method(f.indexReduce_),
    indexSelect: method(f.indexSelect),
    indices: method(f.indices),
    indicesCopy: method(f.indicesCopy),
    inner: method(f.inner),
    intRepr: method(f.intRepr),
    inverse: method(f.inverse),
    isCoalesced: method(f.isCoalesced),
    isComplex: method(f.isComplex),
    isConj: method(f.isConj),
    isDistributed: method(f.isDistributed),
    isFloatingPoint: method(f.isFloatingPoint),
    isInference: method(f.isInference),
    isNeg: method(f.isNeg),
    isNonzero: method(f.isNonzero),
    isPinned: method(f.isPinned),
    isSameSize: method(f.isSameSize),
    isSetTo: method(f.isSetTo),
    isSigned: method(f.isSigned),
    isclose: method(f.isclose),
    isfinite: method(f.isfinite),
    isinf: method(f.isinf),
    isnan: method(f.isnan),
    isneginf: method(f.isneginf),
    isposinf: method(f.isposinf),
    isreal: method(f.isreal),
    istft: method(f.istft),
    klDiv: method(f.klDiv),
    kron: method(f.kron),
    kthvalue: method(f.kthvalue),
    l1Loss: method(f.l1Loss),
    lcm: method(f.lcm),
    lcm_: method(f.lcm_),
    ldexp: method(f.ldexp),
    ldexp_: method(f.ldexp_),
    le: method(f.le),
    le_: method(f.le_),
    leakyRelu: method(f.leakyRelu),
    leakyRelu_: method(f.leakyRelu_),
    lerp: method(f.lerp),
    lerp_: method(f.lerp_),
    less: method(f.less),
    lessEqual: method(f.lessEqual),
    lessEqual_: method(f.lessEqual_),
    less_: method(f.less_),
    lgamma: method(f.lgamma),
    lgamma_: method(f.lgamma_),
    lift: method(f.lift),
    liftFresh: method(f.liftFresh),
    liftFreshCopy: method(f.liftFreshCopy),
    linalgCholesky: method(f.linalgCholesky),
    linalgCholeskyEx: method(f.linalgCholeskyEx),
    linalgCond: method(f.linalgCond),
    linalgCross: method(f.linalgCross),
    linalgEig: method(f.linalgEig),
    linalgEigh: method(f.linalgEigh),
    linalgEigvals: method(f.linalgEigvals),
    linalgEigvalsh: method(f.linalgEigvalsh),
    linalgLdlFactor: method(f.linalgLdlFactor),
    linalgLdlFactorEx: method(f.linalgLdlFactorEx),
    linalgLstsq: method(f.linalgLstsq),
    linalgMatmul: method(f.linalgMatmul),
    linalgMatrixExp: method(f.linalgMatrixExp),
    linalgMatrixNorm: method(f.linalgMatrixNorm),
    linalgMatrixPower: method(f.linalgMatrixPower),
    linalgMatrixRank: method(f.linalgMatrixRank),
    linalgNorm: method(f.linalgNorm),
    linalgPinv: method(f.linalgPinv),
    linalgPowsum: method(f.linalgPowsum),
    linalgSolveTriangular: method(f.linalgSolveTriangular),
    linalgTensorinv: method(f.linalgTensorinv),
    linalgTensorsolve: method(f.linalgTensorsolve),
    linalgVectorNorm: method(f.linalgVectorNorm),
    linearBackward: method(f.linearBackward),
    log: method(f.log),
    log10: method(f.log10),
    log10_: method(f.log10_),
    log1p: method(f.log1p),
    log1p_: method(f.log1p_),
    log2: method(f.log2),
    log2_: method(f.log2_),
    logNormal: method(f.logNormal),
    logNormal_: method(f.logNormal_),
    logSigmoid: method(f.logSigmoid),
    logSigmoidForward: method(f.logSigmoidForward),
    logSoftmax: method(f.logSoftmax),
    log_: method(f.log_),
    logaddexp: method(f.logaddexp),
    logaddexp2: method(f.logaddexp2),
    logcumsumexp: method(f.logcumsumexp),
    logdet: method(f.logdet),
    logicalAnd: method(f.logicalAnd),
    logicalAnd_: method(f.logicalAnd_),
    logicalNot: method(f.logicalNot),
    logicalNot_: method(f.logicalNot_),
    logicalOr: method(f.logicalOr),
    logicalOr_: method(f.logicalOr_),
    logicalXor: method(f.logicalXor),
    logicalXor_: method(f.logicalXor_),
    logit: method(f.logit),
    logit_: method(f.logit_),
    logsumexp: method(f.logsumexp),
    lt: method(f.lt),
    lt_: method(f.lt_),
    luSolve: method(f.luSolve),
    maskedFill: method(f.maskedFill),
    maskedFill_: method(f.maskedFill_),
    maskedScatter: method(f.maskedScatter),
    maskedScatter_: method(f.maskedScatter_),
    maskedSelect: method(f.maskedSelect),
    matmul: method(f.matmul),
    matrixExp: method(f.matrixExp),
    matrixExpBackward: method(f.matrixExpBackward),
    matrixPower: method(f.matrixPower),
    max: method(f.max),
    maxPool1d: method(f.maxPool1d),
    maxPool1dWithIndices: method(f.maxPool1dWithIndices),
    maxPool2d: method(f.maxPool2d),
    maxPool2dWithIndices: method(f.maxPool2dWithIndices),
    maxPool3d: method(f.maxPool3d),
    maxPool3dWithIndices: method(f.maxPool3dWithIndices),
    maxUnpool2d: method(f.maxUnpool2d),
    maxUnpool3d: method(f.maxUnpool3d),
    maximum: method(f.maximum),
    mean: method(f.mean),
    median: method(f.median),
    min: method(f.min),
    minimum: method(f.minimum),
    miopenConvolution: method(f.miopenConvolution),
    miopenConvolutionAddRelu: method(f.miopenConvolutionAddRelu),
    miopenConvolutionRelu: method(f.miopenConvolutionRelu),
    miopenConvolutionTranspose: method(f.miopenConvolutionTranspose),
    miopenDepthwiseConvolution: method(f.miopenDepthwiseConvolution),
    mish: method(f.mish),
    mish_: method(f.mish_),
    mkldnnAdaptiveAvgPool2d: method(f.mkldnnAdaptiveAvgPool2d),
    mkldnnConvolution: method(f.mkldnnConvolution),
    mkldnnLinear: method(f.mkldnnLinear),
    mkldnnLinearBackward: method(f.mkldnnLinearBackward),
    mkldnnMaxPool2d: method(f.mkldnnMaxPool2d),
    mkldnnMaxPool3d: method(f.mkldnnMaxPool3d),
    mkldnnReorderConv2dWeight: method(f.mkldnnReorderConv2dWeight),
    mkldnnReorderConv3dWeight: method(f.mkldnnReorderConv3dWeight),
    mm: method(f.mm),
    mode: method(f.mode),
    moveaxis: method(f.moveaxis),
    movedim: method(f.movedim),
    mpsConvolutionBackward: method(f.mpsConvolutionBackward),
    mpsConvolutionTransposeBackward: method(f.mpsConvolutionTransposeBackward),
    mseLoss: method(f.mseLoss),
    msort: method(f.msort),
    mul: method(f.mul),
    mul_: method(f.mul_),
    multiMarginLoss: method(f.multiMarginLoss),
    multilabelMarginLoss: method(f.multilabelMarginLoss),
    multilabelMarginLossForward: method(f.multilabelMarginLossForward),
    multinomial: method(f.multinomial),
    multiply: method(f.multiply),
    multiply_: method(f.multiply_),
    mv: method(f.mv),
    mvlgamma: method(f.mvlgamma),
    mvlgamma_: method(f.mvlgamma_),
    nanToNum: method(f.nanToNum),
    nanToNum_: method(f.nanToNum_),
    nanmean: method(f.nanmean),
    nanmedian: method(f.nanmedian),
    nanquantile: method(f.nanquantile),
    nansum: method(f.nansum),
    narrow: method(f.narrow),
    narrowCopy: method(f.narrowCopy),
    nativeChannelShuffle: method(f.nativeChannelShuffle),
    nativeNorm: method(f.nativeNorm),
    ne: method(f.ne),
    ne_: method(f.ne_),
    neg: method(f.neg),
    neg_: method(f.neg_),
    negative: method(f.negative),
    negative_: method(f.negative_),
    nestedToPaddedTensor: method(f.nestedToPaddedTensor),
    newEmpty: method(f.newEmpty),
    newEmptyStrided: method(f.newEmptyStrided),
    newFull: method(f.newFull),
    newOnes: method(f.newOnes),
    newZeros: method(f.newZeros),
    nextafter: method(f.nextafter),
    nextafter_: method(f.nextafter_),
    nllLoss: method(f.nllLoss),
    nllLoss2d: method(f.nllLoss2d),
    nllLoss2dForward: method(f.nllLoss2dForward),
    nllLossForward: method(f.nllLossForward),
    nllLossNd: method(f.nllLossNd),
    nonzeroNumpy: method(f.nonzeroNumpy),
    nonzeroStatic: method(f.nonzeroStatic),
    norm: method(f.norm),
    normalFunctional: method(f.normalFunctional),
    normal_: method(f.normal_),
    notEqual: method(f.notEqual),
    notEqual_: method(f.notEqual_),
    nuclearNorm: method(f.nuclearNorm),
    oneHot: method(f.oneHot),
    onesLike: method(f.onesLike),
    orgqr: method(f.orgqr),
    ormqr: method(f.ormqr),
    outer: method(f.outer),
    outputNr: method(f.outputNr),
    pad: method(f.pad),
    pdist: method(f.pdist),
    permute: method(f.permute),
    permuteCopy: method(f.permuteCopy),
    pinMemory: method(f.pinMemory),
    pinverse: method(f.pinverse),
    pixelShuffle: method(f.pixelShuffle),
    pixelUnshuffle: method(f.pixelUnshuffle),
    poisson: method(f.poisson),
    polygamma_: method(f.polygamma_),
    positive: method(f.positive),
    pow: method(f.pow),
    pow_: method(f.pow_),
    prelu: method(f.prelu),
    prod: method(f.prod),
    put: method(f.put),
    put_: method(f.put_),
    qPerChannelAxis: method(f.qPerChannelAxis),
    qPerChannelScales: method(f.qPerChannelScales),
    qPerChannelZeroPoints: method(f.qPerChannelZeroPoints),
    qScale: method(f.qScale),
    qZeroPoint: method(f.qZeroPoint),
    qr: method(f.qr),
    quantile: method(f.quantile),
    quantizePerChannel: method(f.quantizePerChannel),
    quantizePerTensor: method(f.quantizePerTensor),
    quantizePerTensorDynamic: method(f.quantizePerTensorDynamic),
    quantizedMaxPool1d: method(f.quantizedMaxPool1d),
    quantizedMaxPool2d: method(f.quantizedMaxPool2d),
    quantizedMaxPool3d: method(f.quantizedMaxPool3d),
    rad2deg: method(f.rad2deg),
    rad2deg_: method(f.rad2deg_),
    randLike: method(f.randLike),
    randintLike: method(f.randintLike),
    randnLike: method(f.randnLike),
    random: method(f.random),
    random_: method(f.random_),
    ravel: method(f.ravel),
    real: method(f.real),
    reciprocal: method(f.reciprocal),
    reciprocal_: method(f.reciprocal_),
    reflectionPad1d: method(f.reflectionPad1d),
    reflectionPad2d: method(f.reflectionPad2d),
    reflectionPad3d: method(f.reflectionPad3d),
    relu: method(f.relu),
    relu6: method(f.relu6),
    relu6_: method(f.relu6_),
    relu_: method(f.relu_),
    remainder: method(f.remainder),
    remainder_: method(f.remainder_),
    renorm: method(f.renorm),
    renorm_: method(f.renorm_),
    repeat: method(f.repeat),
    repeatInterleave: method(f.repeatInterleave),
    replicationPad1d: method(f.replicationPad1d),
    replicationPad2d: method(f.replicationPad2d),
    replicationPad3d: method(f.replicationPad3d),
    reshape: method(f.reshape),
    reshapeAs: method(f.reshapeAs),
    resize: method(f.resize),
    resizeAs: method(f.resizeAs),
    resizeAsSparse: method(f.resizeAsSparse),
    resizeAsSparse_: method(f.resizeAsSparse_),
    resizeAs_: method(f.resizeAs_),
    resize_: method(f.resize_),
    resolveConj: method(f.resolveConj),
    resolveNeg: method(f.resolveNeg),
    retainsGrad: method(f.retainsGrad),
    roll: method(f.roll),
    rot90: method(f.rot90),
    round: method(f.round),
    round_: method(f.round_),
    rowIndices: method(f.rowIndices),
    rowIndicesCopy: method(f.rowIndicesCopy),
    rrelu: method(f.rrelu),
    rreluWithNoise: method(f.rreluWithNoise),
    rreluWithNoiseFunctional: method(f.rreluWithNoiseFunctional),
    rreluWithNoise_: method(f.rreluWithNoise_),
    rrelu_: method(f.rrelu_),
    rsqrt: method(f.rsqrt),
    rsqrt_: method(f.rsqrt_),
    rsub: method(f.rsub),
    scatter: method(f.scatter),
    scatterAdd: method(f.scatterAdd),
    scatterAdd_: method(f.scatterAdd_),
    scatterReduce: method(f.scatterReduce),
    scatterReduce_: method(f.scatterReduce_),
    scatter_: method(f.scatter_),
    select: method(f.select),
    selectCopy: method(f.selectCopy),
    selectScatter: method(f.selectScatter),
    selu: method(f.selu),
    selu_: method(f.selu_),
    set: method(f.set),
    setData: method(f.setData),
    set_: method(f.set_),
    sgn: method(f.sgn),
    sgn_: method(f.sgn_),
    sigmoid: method(f.sigmoid),
    sigmoid_: method(f.sigmoid_),
    sign: method(f.sign),
    sign_: method(f.sign_),
    signbit: method(f.signbit),
    silu: method(f.silu),
    silu_: method(f.silu_),
    sin: method(f.sin),
    sin_: method(f.sin_),
    sinc: method(f.sinc),
    sinc_: method(f.sinc_),
    sinh: method(f.sinh),
    sinh_: method(f.sinh_),
    size: method(f.size),
    sliceCopy: method(f.sliceCopy),
    sliceInverse: method(f.sliceInverse),
    sliceScatter: method(f.sliceScatter),
    slogdet: method(f.slogdet),
    slowConv3d: method(f.slowConv3d),
    slowConv3dForward: method(f.slowConv3dForward),
    slowConvDilated2d: method(f.slowConvDilated2d),
    slowConvDilated3d: method(f.slowConvDilated3d),
    slowConvTranspose2d: method(f.slowConvTranspose2d),
    slowConvTranspose3d: method(f.slowConvTranspose3d),
    smm: method(f.smm),
    smoothL1Loss: method(f.smoothL1Loss),
    softMarginLoss: method(f.softMarginLoss),
    softmax: method(f.softmax),
    softplus: method(f.softplus),
    softshrink: method(f.softshrink),
    sort: method(f.sort),
    sparseDim: method(f.sparseDim),
    sparseMask: method(f.sparseMask),
    sparseResize: method(f.sparseResize),
    sparseResizeAndClear: method(f.sparseResizeAndClear),
    sparseResizeAndClear_: method(f.sparseResizeAndClear_),
    sparseResize_: method(f.sparseResize_),
    sparseSampledAddmm: method(f.sparseSampledAddmm),
    specialBesselJ0: method(f.specialBesselJ0),
    specialBesselJ1: method(f.specialBesselJ1),
    specialBesselY0: method(f.specialBesselY0),
    specialBesselY1: method(f.specialBesselY1),
    specialDigamma: method(f.specialDigamma),
    specialEntr: method(f.specialEntr),
    specialErf: method(f.specialErf),
    specialErfc: method(f.specialErfc),
    specialErfcx: method(f.specialErfcx),
    specialErfinv: method(f.specialErfinv),
    specialExp2: method(f.specialExp2),
    specialExpit: method(f.specialExpit),
    specialExpm1: method(f.specialExpm1),
    specialGammainc: method(f.specialGammainc),
    specialGammaincc: method(f.specialGammaincc),
    specialGammaln: method(f.specialGammaln),
    specialI0: method(f.specialI0),
    specialI0e: method(f.specialI0e),
    specialI1: method(f.specialI1),
    specialI1e: method(f.specialI1e),
    specialLog1p: method(f.specialLog1p),
    specialLogNdtr: method(f.specialLogNdtr),
    specialLogSoftmax: method(f.specialLogSoftmax),
    specialLogit: method(f.specialLogit),
    specialLogsumexp: method(f.specialLogsumexp),
    specialModifiedBesselI0: method(f.specialModifiedBesselI0),
    specialModifiedBesselI1: method(f.specialModifiedBesselI1),
    specialModifiedBesselK0: method(f.specialModifiedBesselK0),
    specialModifiedBesselK1: method(f.specialModifiedBesselK1),
    specialMultigammaln: method(f.specialMultigammaln),
    specialNdtr: method(f.specialNdtr),
    specialNdtri: method(f.specialNdtri),
    specialPsi: method(f.specialPsi),
    specialRound: method(f.specialRound),
    specialSinc: method(f.specialSinc),
    specialSoftmax: method(f.specialSoftmax),
    specialXlog1py: method(f.specialXlog1py),
    specialXlogy: method(f.specialXlogy),
    specialZeta: method(f.specialZeta),
    split: method(f.split),
    splitCopy: method(f.splitCopy),
    splitWithSizes: method(f.splitWithSizes),
    splitWithSizesCopy: method(f.splitWithSizesCopy),
    sqrt: method(f.sqrt),
    sqrt_: method(f.sqrt_),
    square: method(f.square),
    square_: method(f.square_),
    squeeze: method(f.squeeze),
    squeezeCopy: method(f.squeezeCopy),
    squeeze_: method(f.squeeze_),
    sspaddmm: method(f.sspaddmm),
    std: method(f.std),
    stdMean: method(f.stdMean),
    stft: method(f.stft),
    storageOffset: method(f.storageOffset),
    stride: method(f.stride),
    sub: method(f.sub),
    sub_: method(f.sub_),
    subtract: method(f.subtract),
    subtract_: method(f.subtract_),
    sum: method(f.sum),
    sumToSize: method(f.sumToSize),
    svd: method(f.svd),
    swapaxes: method(f.swapaxes),
    swapaxes_: method(f.swapaxes_),
    swapdims: method(f.swapdims),
    swapdims_: method(f.swapdims_),
    symNumel: method(f.symNumel),
    symSize: method(f.symSize),
    symStorageOffset: method(f.symStorageOffset),
    symStride: method(f.symStride),
    t: method(f.t),
    tCopy: method(f.tCopy),
    t_: method(f.t_),
    take: method(f.take),
    takeAlongDim: method(f.takeAlongDim),
    tan: method(f.tan),
    tan_: method(f.tan_),
    tanh: method(f.tanh),
    tanh_: method(f.tanh_),
    tensorSplit: method(f.tensorSplit),
    tensordot: method(f.tensordot),
    thnnConv2d: method(f.thnnConv2d),
    threshold: method(f.threshold),
    threshold_: method(f.threshold_),
    tile: method(f.tile),
    toDense: method(f.toDense),
    toMkldnn: method(f.toMkldnn),
    toPaddedTensor: method(f.toPaddedTensor),
    toSparse: method(f.toSparse),
    toSparseBsc: method(f.toSparseBsc),
    toSparseBsr: method(f.toSparseBsr),
    toSparseCsc: method(f.toSparseCsc),
    toSparseCsr: method(f.toSparseCsr),
    topk: method(f.topk),
    trace: method(f.trace),
    transpose: method(f.transpose),
    transposeCopy: method(f.transposeCopy),
    transpose_: method(f.transpose_),
    triangularSolve: method(f.triangularSolve),
    tril: method(f.tril),
    tril_: method(f.tril_),
    triu: method(f.triu),
    triu_: method(f.triu_),
    trueDivide: method(f.trueDivide),
    trueDivide_: method(f.trueDivide_),
    trunc: method(f.trunc),
    trunc_: method(f.trunc_),
    typeAs: method(f.typeAs),
    unbind: method(f.unbind),
    unbindCopy: method(f.unbindCopy),
    unflatten: method(f.unflatten),
    unfold: method(f.unfold),
    unfoldCopy: method(f.unfoldCopy),
    uniform: method(f.uniform),
    uniform_: method(f.uniform_),
    uniqueDim: method(f.uniqueDim),
    uniqueDimConsecutive: method(f.uniqueDimConsecutive),
    unsafeChunk: method(f.unsafeChunk),
    unsafeSplit: method(f.unsafeSplit),
    unsafeSplitWithSizes: method(f.unsafeSplitWithSizes),
    unsqueeze: method(f.unsqueeze),
    unsqueezeCopy: method(f.unsqueezeCopy),
    unsqueeze_: method(f.unsqueeze_),
    upsampleBicubic2d: method(f.upsampleBicubic2d),
    upsampleBilinear2d: method(f.upsampleBilinear2d),
    upsampleLinear1d: method(f.upsampleLinear1d),
    upsampleNearest1d: method(f.upsampleNearest1d),
    upsampleNearest2d: method(f.upsampleNearest2d),
    upsampleNearest3d: method(f.upsampleNearest3d),
    upsampleTrilinear3d: method(f.upsampleTrilinear3d),
    values: method(f.values),
    valuesCopy: method(f.valuesCopy),
    varMean: method(f.varMean),
    variance: method(f.variance),
    vdot: method(f.vdot),
    view: method(f.view),
    viewAs: method(f.viewAs),
    viewAsComplex: method(f.viewAsComplex),
    viewAsComplexCopy: method(f.viewAsComplexCopy),
    viewAsReal: method(f.viewAsReal),
    viewAsRealCopy: method(f.viewAsRealCopy),
    viewCopy: method(f.viewCopy),
    vsplit: method(f.vsplit),
    xlogy: method(f.xlogy),
    xlogy_: method(f.xlogy_),
    zero: method(f.zero),
    zero_: method(f.zero_),
    zerosLike: method(f.zerosLike),
  };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true, enumerable: false });
  }
}
