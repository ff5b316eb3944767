// beit2::linear: x·Wᵀ + b, and beit2::linear_gelu: gelu(x·Wᵀ + b), GELU the exact one.
//
// With a bias, on the CPU in float32 and bfloat16, both are one node of the graph. The float32 products are those of the
// library that was measured to be the fastest on this machine (linear-products.h). GELU, its gradient and the gradient of the
// bias are one pass over memory each way. Under autocast the bias stays in float32. Anything else is ATen's operators, which
// are also the test.
#include "kernels.h"
#include "linear-products.h"
#include "profiler.h"
#include "second-order.h"

#include <ATen/autocast_mode.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/zeros.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>


namespace beit2 {
namespace {

using OptionalTensor = std::optional<at::Tensor>;

bool isFloat(const at::Tensor& x) { return x.scalar_type() == at::kFloat; }

// ---- What stands between the products ------------------------------------------------------------------------------------

// Calls body(T{}) with the type that a tensor holds.
template <class Body>
auto withType(const at::Tensor& tensor, const Body& body) {
  return isFloat(tensor) ? body(float{}) : body(BFloat16Bits{});
}

struct LinearGradients {
  at::Tensor rows, bias; // of the product [tokens, out] and, in float32, of the bias [out]
};

// From the gradient of the output, [tokens, out]; h is the product that went through GELU, if it did.
LinearGradients gradientsOf(const at::Tensor& dy, const at::Tensor& h) {
  const Recorded recorded(h.defined() ? "beit2::gelu_gradient" : "beit2::bias_gradient");
  const int64_t tokens = dy.size(0), n = dy.size(1), parts = partsOf(tokens, n);
  const auto rows = h.defined() ? at::empty_like(dy) : dy;
  const auto sums = at::zeros({parts, n}, dy.options().dtype(at::kFloat));
  float* sum = write<float>(sums);
  withType(dy, [&](auto type) {
    using T = decltype(type);
    const T* from = read<T>(dy);
    const T* before = h.defined() ? read<T>(h) : nullptr;
    T* to = h.defined() ? write<T>(rows) : nullptr;
    overRows(tokens, parts, [&](int64_t part, int64_t begin, int64_t end) {
      overSummedRows(begin, end, n, sum + part * n, [&](int64_t first, int64_t last, float* some) {
        const int64_t at = first * n;
        if (h.defined()) {
          rowsOf<T>().geluGradient(from + at, before + at, to + at, some, last - first, n);
        } else {
          rowsOf<T>().add(from + at, some, last - first, n);
        }
      });
    });
  });
  return {rows, parts == 1 ? sums[0] : sums.sum(0)};
}

// ---- The operators -------------------------------------------------------------------------------------------------------

struct CpuLinear : torch::autograd::Function<CpuLinear> {
  // All contiguous: a copy made in here would not be in the graph, which second derivatives go through.
  static at::Tensor forward(
      torch::autograd::AutogradContext* context,
      const at::Tensor& x,
      const at::Tensor& weight,
      const at::Tensor& bias,
      bool gelu) {
    auto sizes = x.sizes().vec();
    sizes.back() = weight.size(0);
    const auto rows = x.view({-1, x.size(-1)});
    at::Tensor h, y;
    if (!isFloat(x)) {
      h = at::linear(rows, weight, bias.to(at::kBFloat16));
      y = gelu ? geluOf(h) : h;
    } else if (gelu) {
      std::tie(h, y) = linearGeluOutput(rows, weight, bias, chosen(Product::output));
    } else {
      y = linearOutput(rows, weight, bias, chosen(Product::output));
    }
    context->save_for_backward({x, weight, bias, gelu ? h : at::Tensor()});
    return y.view(sizes);
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context,
      const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1], &bias = saved[2], &h = saved[3];
    if (at::GradMode::is_enabled()) return differentiable(x, weight, bias, h.defined(), gradients[0]);
    const auto dy = gradients[0].reshape({-1, weight.size(0)}).contiguous();
    const bool sums = h.defined() || context->needs_input_grad(2);
    const auto [rows, dBias] = sums ? gradientsOf(dy, h) : LinearGradients{dy, {}};
    at::Tensor dx, dWeight;
    if (context->needs_input_grad(0)) {
      const auto product = isFloat(rows) ? linearInputGradient(rows, weight, chosen(Product::inputGradient)) : rows.mm(weight);
      dx = product.view_as(x);
    }
    if (context->needs_input_grad(1)) {
      const auto from = x.view({-1, x.size(-1)});
      dWeight = isFloat(rows) ? linearWeightGradient(rows, from, chosen(Product::weightGradient)) : rows.t().mm(from);
    }
    return {dx, dWeight, context->needs_input_grad(2) ? dBias.to(bias.scalar_type()) : at::Tensor(), at::Tensor()};
  }

  static torch::autograd::variable_list differentiable(
      const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, bool gelu, const at::Tensor& dy) {
    const auto h = at::linear(x, weight, bias.to(x.scalar_type()));
    auto result = trackedGradients(gelu ? at::gelu(h) : h, {x, weight, bias}, dy);
    result.emplace_back();
    return result;
  }
};

bool fits(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  if (!bias || weight.scalar_type() != x.scalar_type()) return false;
  const bool isBFloat16 = x.scalar_type() == at::kBFloat16;
  if (!isBFloat16 && !isFloat(x)) return false;
  return isCpu(x, x.scalar_type()) && isCpu(weight, x.scalar_type()) && x.numel() > 0 && x.dim() >= 2 &&
      weight.numel() > 0 && weight.dim() == 2 && x.size(-1) == weight.size(1) &&
      (isCpu(*bias, at::kFloat) || (isBFloat16 && isCpu(*bias, at::kBFloat16))) && bias->dim() == 1 &&
      bias->size(0) == weight.size(0);
}

template <bool gelu>
at::Tensor linear(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  if (fits(x, weight, bias)) return CpuLinear::apply(x.contiguous(), weight.contiguous(), bias->contiguous(), gelu);
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
    if (fits(input, weights, bias)) return CpuLinear::apply(input.contiguous(), weights.contiguous(), bias->contiguous(), gelu);
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
