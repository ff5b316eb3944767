// beit2::linear: x·Wᵀ + b, and beit2::linear_gelu: gelu(x·Wᵀ + b), GELU the exact one.
//
// With a bias, on the CPU in float32 and bfloat16, both are one node of the graph. Its products are the faster of the
// libraries that libtorch has: in float32 oneDNN's where aten::linear would take MKL's (on an AMD core with AVX512, GFLOP/s:
// x·Wᵀ + b 66 to 79 against 84 to 98, the gradient of x 74 to 91 against 82 to 101; for the gradient of W MKL is the
// faster). GELU, its gradient and the gradient of the bias are one pass over memory each way. Under autocast the bias
// stays in float32. Anything else is ATen's operators, which are also the test.
#include "gelu-rows.h"
#include "kernels.h"

#include <ATen/ATen.h>
#include <ATen/autocast_mode.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <algorithm>
#include <vector>

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

bool isFloat(const at::Tensor& x) { return x.scalar_type() == at::kFloat; }

// ---- What stands beside the products -----------------------------------------------------------------------------------

// Calls body(T{}) with the type that a tensor holds.
template <class Body>
auto withType(const at::Tensor& tensor, const Body& body) {
  return isFloat(tensor) ? body(float{}) : body(BFloat16Bits{});
}

at::Tensor geluOf(const at::Tensor& h) {
  const auto y = at::empty_like(h);
  withType(h, [&](auto type) {
    using T = decltype(type);
    const T* from = read<T>(h);
    T* to = write<T>(y);
    const int64_t n = h.size(-1), rows = h.numel() / n;
    overRows(rows, partsOf(rows, n), [&](int64_t, int64_t first, int64_t last) {
      geluRow(from + first * n, to + first * n, (last - first) * n);
    });
  });
  return y;
}

constexpr int64_t rowsSummed = 64; // at a time: a sum of such sums keeps the precision that one long sum loses

struct LinearGradients {
  at::Tensor rows, bias; // of the product [tokens, out] and, in float32, of the bias [out]
};

// From the gradient of the output, [tokens, out]; h is the product that went through GELU, if it did.
LinearGradients gradientsOf(const at::Tensor& dy, const at::Tensor& h) {
  const int64_t tokens = dy.size(0), n = dy.size(1), parts = partsOf(tokens, n);
  const auto rows = h.defined() ? at::empty_like(dy) : dy;
  const auto sums = at::zeros({parts, n}, dy.options().dtype(at::kFloat));
  float* sum = write<float>(sums);
  withType(dy, [&](auto type) {
    using T = decltype(type);
    const T* from = read<T>(dy);
    const T* before = h.defined() ? read<T>(h) : nullptr;
    T* to = h.defined() ? write<T>(rows) : nullptr;
    overRows(tokens, parts, [&](int64_t part, int64_t first, int64_t last) {
      std::vector<float> some(n);
      for (int64_t row = first; row < last; row += rowsSummed) {
        const int64_t at = row * n, count = std::min(rowsSummed, last - row);
        std::fill(some.begin(), some.end(), 0.0f);
        if (h.defined()) {
          geluGradientRows(from + at, before + at, to + at, some.data(), count, n);
        } else {
          addRows(from + at, some.data(), count, n);
        }
        addRows(some.data(), sum + part * n, 1, n);
      }
    });
  });
  return {rows, parts == 1 ? sums[0] : sums.sum(0)};
}

// ---- The operators -------------------------------------------------------------------------------------------------------

struct CpuLinear : torch::autograd::Function<CpuLinear> {
  static at::Tensor forward(
      torch::autograd::AutogradContext* context,
      const at::Tensor& input,
      const at::Tensor& weight,
      const at::Tensor& bias,
      bool gelu) {
    const auto x = input.contiguous();
    const auto h = isFloat(x) ? oneDnn(x, weight, bias) : at::linear(x, weight, bias.to(at::kBFloat16));
    context->save_for_backward({x, weight, bias, gelu ? h : at::Tensor()});
    return gelu ? geluOf(h) : h;
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context,
      const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1], &bias = saved[2], &h = saved[3];
    if (at::GradMode::is_enabled()) return differentiable(x, weight, bias, h.defined(), gradients[0]);
    const int64_t out = weight.size(0);
    const auto dy = gradients[0].reshape({-1, out}).contiguous();
    const bool sums = h.defined() || context->needs_input_grad(2);
    const auto [rows, dBias] = sums ? gradientsOf(dy, h) : LinearGradients{dy, {}};
    at::Tensor dx, dWeight;
    if (context->needs_input_grad(0)) {
      dx = (isFloat(rows) ? oneDnn(rows, weight.t(), std::nullopt) : rows.mm(weight)).view_as(x);
    }
    if (context->needs_input_grad(1)) dWeight = rows.t().mm(x.view({-1, x.size(-1)}));
    return {dx, dWeight, context->needs_input_grad(2) ? dBias.to(bias.scalar_type()) : at::Tensor(), at::Tensor()};
  }

  static torch::autograd::variable_list differentiable(
      const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, bool gelu, const at::Tensor& dy) {
    const auto h = at::linear(x, weight, bias.to(x.scalar_type()));
    std::vector<at::Tensor> inputs;
    for (const auto& input : {x, weight, bias}) {
      if (input.requires_grad()) inputs.push_back(input);
    }
    const auto found = torch::autograd::grad({gelu ? at::gelu(h) : h}, inputs, {dy}, true, true);
    torch::autograd::variable_list result;
    size_t next = 0;
    for (const auto& input : {x, weight, bias}) result.push_back(input.requires_grad() ? found[next++] : at::Tensor());
    result.emplace_back();
    return result;
  }
};

bool fits(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  if (!bias || weight.scalar_type() != x.scalar_type()) return false;
  const bool isBFloat16 = x.scalar_type() == at::kBFloat16;
  if (!isBFloat16 && (!isFloat(x) || pointwiseLinear() == nullptr)) return false;
  return isCpu(x, x.scalar_type()) && isCpu(weight, x.scalar_type()) && x.numel() > 0 && x.dim() >= 2 &&
      weight.numel() > 0 && weight.dim() == 2 && x.size(-1) == weight.size(1) &&
      (isCpu(*bias, at::kFloat) || (isBFloat16 && isCpu(*bias, at::kBFloat16))) && bias->dim() == 1 &&
      bias->size(0) == weight.size(0);
}

template <bool gelu>
at::Tensor linear(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  if (fits(x, weight, bias)) return CpuLinear::apply(x, weight, *bias, gelu);
  const auto h = at::linear(x, weight, bias);
  return gelu ? at::gelu(h) : h;
}

template <bool gelu>
at::Tensor linearUnderAutocast(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  const auto h = at::linear(x, weight, bias);
  return gelu ? at::gelu(h) : h;
}

template <bool gelu>
at::Tensor linearUnderCpuAutocast(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  if (at::autocast::get_autocast_dtype(at::kCPU) == at::kBFloat16) {
    const c10::impl::ExcludeDispatchKeyGuard noAutocast(c10::DispatchKey::AutocastCPU);
    const auto cast = [](const at::Tensor& tensor) { return at::autocast::cached_cast(at::kBFloat16, tensor, at::kCPU); };
    const auto input = cast(x), weights = cast(weight);
    if (fits(input, weights, bias)) return CpuLinear::apply(input, weights, *bias, gelu);
  }
  return linearUnderAutocast<gelu>(x, weight, bias);
}

TORCH_LIBRARY_FRAGMENT(beit2, library) {
  library.def("linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor");
  library.def("linear_gelu(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor");
}
TORCH_LIBRARY_IMPL(beit2, CompositeImplicitAutograd, library) {
  library.impl("linear", linear<false>);
  library.impl("linear_gelu", linear<true>);
}
TORCH_LIBRARY_IMPL(beit2, AutocastCPU, library) {
  library.impl("linear", linearUnderCpuAutocast<false>);
  library.impl("linear_gelu", linearUnderCpuAutocast<true>);
}
TORCH_LIBRARY_IMPL(beit2, AutocastCUDA, library) {
  library.impl("linear", linearUnderAutocast<false>);
  library.impl("linear_gelu", linearUnderAutocast<true>);
}
TORCH_LIBRARY_IMPL(beit2, AutocastMPS, library) {
  library.impl("linear", linearUnderAutocast<false>);
  library.impl("linear_gelu", linearUnderAutocast<true>);
}

} // namespace
} // namespace beit2
