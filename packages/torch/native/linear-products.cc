#include "linear-products.h"

#include "binding.h"
#include "product.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>

#include <atomic>

namespace beit2 {
namespace {

using OptionalTensor = std::optional<at::Tensor>;
using PointwiseLinear = at::Tensor(
    const at::Tensor&,
    const at::Tensor&,
    const OptionalTensor&,
    std::string_view,
    c10::List<std::optional<at::Scalar>>,
    std::optional<std::string_view>);

// libtorch's own binding of oneDNN's inner product; it has no gradient. Null where libtorch is built without oneDNN.
const c10::TypedOperatorHandle<PointwiseLinear>* pointwiseLinear() {
  static const auto handle = [] {
    const auto found = c10::Dispatcher::singleton().findSchema({"mkldnn::_linear_pointwise", ""});
    return found ? std::make_optional(found->typed<PointwiseLinear>()) : std::nullopt;
  }();
  return handle ? &*handle : nullptr;
}

at::Tensor oneDnn(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  return pointwiseLinear()->call(x, weight, bias, "none", c10::List<std::optional<at::Scalar>>(), "");
}

std::array<std::atomic<Library>, productCount> choices = {
    Library::aten, Library::aten, Library::aten, Library::ours, Library::aten};
std::atomic<bool> wasChosen = false; // from JavaScript

constexpr auto nothing = [](int64_t, int64_t) {};

const float* dataOf(const OptionalTensor& bias) { return bias ? read<float>(*bias) : nullptr; }

} // namespace

Library chosen(Product product) { return choices[static_cast<int>(product)].load(std::memory_order_relaxed); }
void choose(Product product, Library library) { choices[static_cast<int>(product)] = library; }

namespace {

// Whether oneDNN multiplies bfloat16 on this processor: asked once, by doing it.
bool hasBFloat16() {
  static const bool has = [] {
    if (!pointwiseLinear()) return false;
    try {
      const auto one = at::ones({1, 1}, at::kBFloat16);
      oneDnn(one, one, std::nullopt);
      return true;
    } catch (const std::exception&) { // ATen refuses with c10::Error, oneDNN with its own
      return false;
    }
  }();
  return has;
}

} // namespace

bool isAvailable(Product product, Library library) {
  if (product == Product::attention) return library == Library::ours || (library == Library::oneDnn && hasFloatBlockProducts());
  if (product == Product::bfloat16Output) return library == Library::aten || (library == Library::oneDnn && hasBFloat16());
  return library != Library::oneDnn || pointwiseLinear() != nullptr;
}

// A bfloat16 product with nothing added is the same one in both of libtorch's libraries.
at::Tensor linearOutput(
    const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias, std::optional<Library> named) {
  const bool isFloat = x.scalar_type() == at::kFloat;
  const Library library = named ? *named : chosen(isFloat ? Product::output : Product::bfloat16Output);
  if (library == Library::aten) return at::linear(x, weight, bias);
  if (library == Library::oneDnn) return oneDnn(x, weight, bias);
  const int64_t tokens = x.size(0), in = x.size(1), out = weight.size(0);
  const auto y = at::empty({tokens, out}, x.options());
  product({read<float>(x), in}, {read<float>(weight), in, true}, dataOf(bias), tokens, out, in, write<float>(y), nothing);
  return y;
}

at::Tensor linearInputGradient(const at::Tensor& dy, const at::Tensor& weight, std::optional<Library> named) {
  if (dy.scalar_type() != at::kFloat) return dy.mm(weight);
  const Library library = named ? *named : chosen(Product::inputGradient);
  if (library == Library::aten) return dy.mm(weight);
  if (library == Library::oneDnn) return oneDnn(dy, weight.t(), std::nullopt);
  const int64_t tokens = dy.size(0), out = dy.size(1), in = weight.size(1);
  const auto dx = at::empty({tokens, in}, dy.options());
  product({read<float>(dy), out}, {read<float>(weight), in}, nullptr, tokens, in, out, write<float>(dx), nothing);
  return dx;
}

at::Tensor linearWeightGradient(const at::Tensor& dy, const at::Tensor& x, std::optional<Library> named) {
  if (dy.scalar_type() != at::kFloat) return dy.t().mm(x);
  const Library library = named ? *named : chosen(Product::weightGradient);
  if (library == Library::aten) return dy.t().mm(x);
  if (library == Library::oneDnn) return oneDnn(dy.t(), x.t(), std::nullopt);
  const int64_t tokens = dy.size(0), out = dy.size(1), in = x.size(1);
  const auto dWeight = at::empty({out, in}, dy.options());
  product({read<float>(dy), out, true}, {read<float>(x), in}, nullptr, out, in, tokens, write<float>(dWeight), nothing);
  return dWeight;
}

at::Tensor columnSums(const at::Tensor& dy) {
  const Recorded recorded("beit2::column_sums");
  const int64_t rows = dy.size(0), n = dy.size(1), parts = partsOf(rows, n);
  const auto sums = at::zeros({parts, n}, dy.options().dtype(at::kFloat));
  float* sum = write<float>(sums);
  withType(dy, [&](auto type) {
    using T = decltype(type);
    const T* from = read<T>(dy);
    overRows(rows, parts, [&](int64_t part, int64_t begin, int64_t end) {
      overSummedRows(begin, end, n, sum + part * n, [&](int64_t first, int64_t last, float* some) {
        rowsOf<T>().add(from + first * n, some, last - first, n);
      });
    });
  });
  return parts == 1 ? sums[0] : sums.sum(0);
}

bool fitsLayer(at::ScalarType dtype, int64_t in, const at::Tensor& weight, const OptionalTensor& bias) {
  if (!bias || !isCpu(weight, dtype) || weight.numel() == 0 || weight.dim() != 2 || weight.size(1) != in) return false;
  const bool isNarrow = dtype == at::kBFloat16 && isCpu(*bias, at::kBFloat16);
  return (isNarrow || isCpu(*bias, at::kFloat)) && bias->dim() == 1 && bias->size(0) == weight.size(0);
}

bool fitsLayer(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  if (!isCpu(x, at::kFloat) && !isCpu(x, at::kBFloat16)) return false;
  return x.numel() > 0 && x.dim() >= 2 && fitsLayer(x.scalar_type(), x.size(-1), weight, bias);
}

// ---- Choosing, for JavaScript ------------------------------------------------------------------------------

namespace {

template <size_t count>
int indexOf(napi_env env, napi_value name, const std::array<const char*, count>& names, const char* what) {
  const auto wanted = toString(env, name, what);
  for (size_t i = 0; i < count; i++) {
    if (wanted == names[i]) return static_cast<int>(i);
  }
  throw ArgumentError("'" + wanted + "' is not the name of a " + what);
}

// chooseProduct(product, library)
napi_value chooseProduct(Call& call) {
  const auto product = static_cast<Product>(indexOf(call.env, call[0], productNames, "product"));
  const auto library = static_cast<Library>(indexOf(call.env, call[1], libraryNames, "library"));
  if (!isAvailable(product, library)) {
    throw ArgumentError(
        std::string("there is no product '") + productNames[static_cast<int>(product)] + "' of " +
        libraryNames[static_cast<int>(library)] + " on this machine");
  }
  choose(product, library);
  wasChosen = true;
  return nullptr;
}

napi_value productsChosen(Call& call) { return fromBool(call.env, wasChosen); }

// chosenProduct(product): the library's name.
napi_value chosenProduct(Call& call) {
  const auto product = static_cast<Product>(indexOf(call.env, call[0], productNames, "product"));
  return fromString(call.env, libraryNames[static_cast<int>(chosen(product))]);
}

napi_value instructionSet(Call& call) { return fromString(call.env, rowLoops().set); }

} // namespace

void registerKernels(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "instructionSet", instructionSet);
  BEIT2_EXPORT(self, exports, "chooseProduct", chooseProduct);
  BEIT2_EXPORT(self, exports, "chosenProduct", chosenProduct);
  BEIT2_EXPORT(self, exports, "productsChosen", productsChosen);
}

} // namespace beit2
