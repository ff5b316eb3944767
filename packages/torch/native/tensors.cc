// Tensors in and out of JavaScript: creation from typed arrays, copies back, properties, scopes.
#include "binding.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>

#include <cstring>

namespace beit2 {

namespace {

Bytes bytesArg(const Call& call, size_t index, const char* name) { return toBytesOf(call.env, call[index], name); }

// The bytes as a tensor, without a copy where they lie as libtorch wants them. Bytes other than 0 are true.
at::Tensor viewOf(const Bytes& bytes, at::IntArrayRef shape, at::ScalarType dtype) {
  if (bytes.length == 0) return at::empty(shape, at::TensorOptions().dtype(dtype));
  if (dtype == at::kBool) return at::from_blob(bytes.data, shape, at::TensorOptions().dtype(at::kByte)).ne(0);
  const bool aligned = reinterpret_cast<uintptr_t>(bytes.data) % c10::elementSize(dtype) == 0;
  if (aligned) return at::from_blob(bytes.data, shape, at::TensorOptions().dtype(dtype));
  at::Tensor copy = at::empty(shape, at::TensorOptions().dtype(dtype));
  std::memcpy(copy.data_ptr(), bytes.data, bytes.length);
  return copy;
}

// fromBytes(typedArray, shape, dtype, device): copies; a CUDA device is not waited for.
napi_value fromBytes(Call& call) {
  const Bytes bytes = bytesArg(call, 0, "data");
  const auto shape = toIntList(call.env, call[1], "shape");
  const auto dtype = toScalarType(call.env, call[2], "dtype");
  int64_t count = 1;
  for (int64_t size : shape) {
    if (size < 0) throw ArgumentError("a shape cannot have the negative size " + std::to_string(size));
    if (__builtin_mul_overflow(count, size, &count)) throw ArgumentError("the shape has more elements than can be counted");
  }
  const size_t width = c10::elementSize(dtype);
  if (static_cast<size_t>(count) > bytes.length / width || static_cast<size_t>(count) * width != bytes.length) {
    throw ArgumentError("a " + std::string(dtypeName(dtype)) + " tensor of " + std::to_string(count) + " elements needs " +
                        std::to_string(width) + " bytes for each, but the data has " + std::to_string(bytes.length) + " bytes");
  }
  const at::Device device = isNullish(call.env, call[3]) ? at::Device(at::kCPU) : toPresentDevice(call.env, call[3], "device");
  // From pinned memory the copy is only queued; libtorch reuses that memory once the copy is done.
  const bool pinned = device.is_cuda();
  const at::Tensor tensor = at::empty(shape, at::TensorOptions().dtype(dtype).pinned_memory(pinned));
  if (count > 0) tensor.copy_(viewOf(bytes, shape, dtype));
  return fromTensor(call.self, tensor.to(device, tensor.scalar_type(), pinned));
}

// toBytes(id): an ArrayBuffer with the elements in logical order.
napi_value toBytes(Call& call) {
  const at::Tensor source = plainElements(tensorArg(call, 0, "tensor"));
  void* data = nullptr;
  napi_value buffer;
  check(call.env, napi_create_arraybuffer(call.env, source.nbytes(), &data, &buffer), "no memory for the copy of the tensor");
  if (source.nbytes() > 0) std::memcpy(data, source.const_data_ptr(), source.nbytes());
  return buffer;
}

// copyFromBytes(id, typedArray): overwrites the elements in logical order, with all that copy_() checks and records.
napi_value copyFromBytes(Call& call) {
  at::Tensor& target = tensorArg(call, 0, "tensor");
  const Bytes bytes = bytesArg(call, 1, "data");
  if (target.is_quantized()) throw ArgumentError("a quantized tensor cannot take plain elements: quantize a tensor made from them");
  const size_t wanted = static_cast<size_t>(target.numel()) * target.element_size();
  if (wanted != bytes.length) {
    throw ArgumentError("the tensor holds " + std::to_string(wanted) + " bytes but the data has " + std::to_string(bytes.length));
  }
  target.copy_(viewOf(bytes, target.sizes(), target.scalar_type()));
  return nullptr;
}

// item(id): the one element; complex numbers are refused.
napi_value item(Call& call) {
  const auto scalar = tensorArg(call, 0, "tensor").item();
  if (scalar.isComplex()) throw ArgumentError("a complex number cannot go to JavaScript: use torch.viewAsReal()");
  if (scalar.isBoolean()) return fromDouble(call.env, scalar.toBool() ? 1 : 0);
  return scalar.isIntegral(false) ? fromInt(call.env, scalar.toLong()) : fromDouble(call.env, scalar.toDouble());
}

const char* layoutName(at::Layout layout) {
  switch (layout) {
    case at::kStrided: return "strided";
    case at::kSparse: return "sparse_coo";
    case at::kSparseCsr: return "sparse_csr";
    case at::kSparseCsc: return "sparse_csc";
    case at::kSparseBsr: return "sparse_bsr";
    case at::kSparseBsc: return "sparse_bsc";
    case at::kMkldnn: return "mkldnn";
    default: return "jagged";
  }
}

napi_value intArray(napi_env env, at::IntArrayRef values) {
  napi_value array;
  napi_create_array_with_length(env, values.size(), &array);
  for (size_t i = 0; i < values.size(); ++i) napi_set_element(env, array, i, fromInt(env, values[i]));
  return array;
}

napi_value shape(Call& call) { return intArray(call.env, tensorArg(call, 0, "tensor").sizes()); }
napi_value strides(Call& call) { return intArray(call.env, tensorArg(call, 0, "tensor").strides()); }
napi_value dtype(Call& call) { return fromString(call.env, dtypeName(tensorArg(call, 0, "tensor").scalar_type())); }
napi_value device(Call& call) { return fromString(call.env, tensorArg(call, 0, "tensor").device().str()); }
napi_value layout(Call& call) { return fromString(call.env, layoutName(tensorArg(call, 0, "tensor").layout())); }
napi_value numel(Call& call) { return fromInt(call.env, tensorArg(call, 0, "tensor").numel()); }
napi_value ndim(Call& call) { return fromInt(call.env, tensorArg(call, 0, "tensor").dim()); }
napi_value itemSize(Call& call) { return fromInt(call.env, static_cast<int64_t>(tensorArg(call, 0, "tensor").element_size())); }
napi_value storageOffset(Call& call) { return fromInt(call.env, tensorArg(call, 0, "tensor").storage_offset()); }
napi_value sameTensor(Call& call) { return fromBool(call.env, tensorArg(call, 0, "a").is_same(tensorArg(call, 1, "b"))); }
napi_value isContiguous(Call& call) { return fromBool(call.env, tensorArg(call, 0, "tensor").is_contiguous()); }

// alias(id): a second handle on the same tensor.
napi_value alias(Call& call) { return fromTensor(call.self, tensorArg(call, 0, "tensor")); }

// Ids that are not numbers or long gone are let pass: dispose() may be called twice.
napi_value free(Call& call) {
  call.self->free(numberArg(call, 0, "tensor"));
  return nullptr;
}
napi_value alive(Call& call) { return fromBool(call.env, call.self->alive(numberArg(call, 0, "tensor"))); }
napi_value keep(Call& call) {
  call.self->keep(numberArg(call, 0, "tensor"));
  return nullptr;
}
napi_value enterScope(Call& call) { return fromInt(call.env, call.self->enterScope()); }

// exitScope(ids of the survivors)
napi_value exitScope(Call& call) {
  bool isArray = false;
  std::vector<double> survivors;
  if (call[0] != nullptr) napi_is_array(call.env, call[0], &isArray);
  if (isArray) {
    uint32_t length = 0;
    check(call.env, napi_get_array_length(call.env, call[0], &length), "unreadable array");
    for (uint32_t i = 0; i < length; ++i) {
      napi_value element;
      check(call.env, napi_get_element(call.env, call[0], i, &element), "unreadable array element");
      survivors.push_back(toNumber(call.env, element, "survivor"));
    }
  }
  call.self->exitScope(survivors);
  return nullptr;
}

// memory(): [live tensors, bytes of their storages]
napi_value memory(Call& call) {
  return intArray(call.env, {call.self->liveTensors(), call.self->liveBytes()});
}

// unscopedBytes(): bytes of the handles that no scope owns.
napi_value unscopedBytes(Call& call) { return fromInt(call.env, call.self->unscopedBytes()); }

}  // namespace

Bytes toBytesOf(napi_env env, napi_value value, const char* name) {
  bool is = false;
  if (value != nullptr) napi_is_typedarray(env, value, &is);
  if (!is) throw ArgumentError(std::string("expected a typed array for ") + name + " but received " + describe(env, value));
  napi_typedarray_type type;
  size_t length = 0;
  void* data = nullptr;
  check(env, napi_get_typedarray_info(env, value, &type, &length, &data, nullptr, nullptr), "unreadable typed array");
  size_t width = 1;
  switch (type) {
    case napi_int16_array: case napi_uint16_array: width = 2; break;
    case napi_int32_array: case napi_uint32_array: case napi_float32_array: width = 4; break;
    case napi_float64_array: case napi_bigint64_array: case napi_biguint64_array: width = 8; break;
    default: width = 1;
  }
  return {data, length * width};
}

at::Tensor plainElements(const at::Tensor& tensor) {
  if (tensor.is_nested()) throw ArgumentError("a nested tensor has no plain elements: use toPaddedTensor() or unbind()");
  if (tensor.layout() != at::kStrided) {
    throw ArgumentError("a tensor with layout " + std::string(layoutName(tensor.layout())) + " has no plain elements: use toDense()");
  }
  if (tensor.is_meta()) throw ArgumentError("a tensor on the device meta has a shape but no elements");
  if (tensor.is_quantized()) {
    throw ArgumentError("a quantized tensor has no plain elements: use dequantize() for its values, intRepr() for the stored integers");
  }
  at::NoGradGuard guard;
  at::Tensor plain = tensor.detach().resolve_conj().resolve_neg().cpu().contiguous();
  if (plain._is_zerotensor()) plain = plain.clone();
  const size_t end = (static_cast<size_t>(plain.storage_offset()) + static_cast<size_t>(plain.numel())) * plain.element_size();
  if (plain.numel() > 0 && (!plain.has_storage() || plain.storage().data() == nullptr || plain.storage().nbytes() < end)) {
    throw ArgumentError("this tensor has no memory for its elements");
  }
  return plain;
}

void registerTensors(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "fromBytes", fromBytes);
  BEIT2_EXPORT(self, exports, "toBytes", toBytes);
  BEIT2_EXPORT(self, exports, "copyFromBytes", copyFromBytes);
  BEIT2_EXPORT(self, exports, "item", item);
  BEIT2_EXPORT(self, exports, "shape", shape);
  BEIT2_EXPORT(self, exports, "strides", strides);
  BEIT2_EXPORT(self, exports, "dtype", dtype);
  BEIT2_EXPORT(self, exports, "device", device);
  BEIT2_EXPORT(self, exports, "layout", layout);
  BEIT2_EXPORT(self, exports, "numel", numel);
  BEIT2_EXPORT(self, exports, "ndim", ndim);
  BEIT2_EXPORT(self, exports, "itemSize", itemSize);
  BEIT2_EXPORT(self, exports, "storageOffset", storageOffset);
  BEIT2_EXPORT(self, exports, "sameTensor", sameTensor);
  BEIT2_EXPORT(self, exports, "isContiguous", isContiguous);
  BEIT2_EXPORT(self, exports, "alias", alias);
  BEIT2_EXPORT(self, exports, "free", free);
  BEIT2_EXPORT(self, exports, "alive", alive);
  BEIT2_EXPORT(self, exports, "keep", keep);
  BEIT2_EXPORT(self, exports, "enterScope", enterScope);
  BEIT2_EXPORT(self, exports, "exitScope", exitScope);
  BEIT2_EXPORT(self, exports, "memory", memory);
  BEIT2_EXPORT(self, exports, "unscopedBytes", unscopedBytes);
}

}  // namespace beit2
