#include "linear-products.h"

#include "binding.h"
#include "product.h"

#include <ATen/DeviceAccelerator.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/zeros.h>

#include <algorithm>
#include <atomic>
#include <chrono>

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

// ---- Measuring and choosing, for JavaScript ------------------------------------------------------------------------------

namespace {

at::Tensor attention(const at::Tensor& qkv, const at::Tensor& bias) {
  static const auto operation = c10::Dispatcher::singleton()
                                    .findSchemaOrThrow("beit2::self_attention", "")
                                    .typed<at::Tensor(const at::Tensor&, int64_t, const OptionalTensor&)>();
  return operation.call(qkv, bias.size(1), bias);
}

template <class Body>
double millisecondsOf(const Body& body) {
  double best = std::numeric_limits<double>::infinity();
  for (int i = 0; i < 5; i++) { // the first one warms up
    const auto start = std::chrono::steady_clock::now();
    body();
    best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

struct Sample {
  at::Tensor x, weight, dy, qkv, bias, narrowX, narrowWeight, narrowShift;
};

double millisecondsOf(Product product, Library library, const Sample& sample) {
  if (!isAvailable(product, library)) return std::numeric_limits<double>::infinity();
  if (product == Product::attention) {
    const Library before = chosen(product);
    choose(product, library);
    const double time = millisecondsOf([&] { attention(sample.qkv, sample.bias); });
    choose(product, before);
    return time;
  }
  return millisecondsOf([&] {
    if (product == Product::bfloat16Output) {
      return linearOutput(sample.narrowX, sample.narrowWeight, sample.narrowShift, library);
    }
    if (product == Product::output) return linearOutput(sample.x, sample.weight, std::nullopt, library);
    if (product == Product::inputGradient) return linearInputGradient(sample.dy, sample.weight, library);
    return linearWeightGradient(sample.dy, sample.x, library);
  });
}

// measureProducts(): for each product the milliseconds of each library that has it.
napi_value measureProducts(Call& call) {
  const at::NoGradGuard noGrad;
  constexpr int64_t shapes[][3] = {{1024, 192, 768}, {384, 768, 768}}; // tokens, in, out
  double times[productCount][libraryCount] = {};
  for (const auto& [tokens, in, out] : shapes) {
    const auto of = [](at::IntArrayRef sizes) { return at::ones(sizes, at::kFloat); };
    const auto narrow = [](at::IntArrayRef sizes) { return at::ones(sizes, at::kBFloat16); };
    const Sample sample = {
        of({tokens, in}),      of({out, in}),         of({tokens, out}), of({8, 65, 3 * 192}), of({1, 3, 65, 65}),
        narrow({tokens, in}), narrow({out, in}), narrow({out})};
    for (int product = 0; product < productCount; product++) {
      for (int library = 0; library < libraryCount; library++) {
        times[product][library] += millisecondsOf(static_cast<Product>(product), static_cast<Library>(library), sample);
      }
    }
  }
  napi_value result;
  napi_create_object(call.env, &result);
  for (int product = 0; product < productCount; product++) {
    napi_value entry;
    napi_create_object(call.env, &entry);
    for (int library = 0; library < libraryCount; library++) {
      if (!isAvailable(static_cast<Product>(product), static_cast<Library>(library))) continue;
      napi_set_named_property(call.env, entry, libraryNames[library], fromDouble(call.env, times[product][library]));
    }
    napi_set_named_property(call.env, result, productNames[product], entry);
  }
  return result;
}

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

// measureMatmul(device, dtype): milliseconds of a product of a linear layer's size.
napi_value measureMatmul(Call& call) {
  const at::NoGradGuard noGrad;
  const auto device = toDevice(call.env, call[0], "device");
  const auto options = at::TensorOptions().device(device).dtype(toScalarType(call.env, call[1], "dtype"));
  const auto x = at::ones({512, 768}, options), weight = at::ones({768, 768}, options);
  const double time = millisecondsOf([&] {
    const auto y = options.dtype() == at::kFloat && device.is_cpu()
        ? linearOutput(x, weight, std::nullopt)
        : at::linear(x, weight);
    if (!device.is_cpu()) at::accelerator::synchronizeDevice(device.has_index() ? device.index() : 0);
    return y;
  });
  return fromDouble(call.env, time);
}

// chosenProduct(product): the library's name.
napi_value chosenProduct(Call& call) {
  const auto product = static_cast<Product>(indexOf(call.env, call[0], productNames, "product"));
  return fromString(call.env, libraryNames[static_cast<int>(chosen(product))]);
}

napi_value instructionSet(Call& call) { return fromString(call.env, rowLoops().set); }

} // namespace

void registerKernels(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "instructionSet", instructionSet);
  BEIT2_EXPORT(self, exports, "measureProducts", measureProducts);
  BEIT2_EXPORT(self, exports, "chooseProduct", chooseProduct);
  BEIT2_EXPORT(self, exports, "chosenProduct", chosenProduct);
  BEIT2_EXPORT(self, exports, "productsChosen", productsChosen);
  BEIT2_EXPORT(self, exports, "measureMatmul", measureMatmul);
}

} // namespace beit2
