// beit2::linear: x·Wᵀ + b.
//
// With a bias, on the CPU in float32 and bfloat16, it is one node of the graph, with the products of the library that was measured
// to be the fastest on this machine (linear-products.h). Under autocast the bias stays in float32. Anything else is ATen's
// operators, which are also the test.
#include "kernels.h"
#include "linear-products.h"
#include "second-order.h"

#include <ATen/autocast_mode.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/linear.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

namespace beit2 {
namespace {

using OptionalTensor = std::optional<at::Tensor>;

struct CpuLinear : torch::autograd::Function<CpuLinear> {
  // All contiguous: a copy made in here would not be in the graph, which second derivatives go through.
  static at::Tensor forward(
      torch::autograd::AutogradContext* context, const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias) {
    auto sizes = x.sizes().vec();
    sizes.back() = weight.size(0);
    const auto rows = x.view({-1, x.size(-1)});
    const auto y = linearOutput(rows, weight, bias.to(x.scalar_type()));
    context->save_for_backward({x, weight, bias});
    return y.view(sizes);
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context,
      const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1], &bias = saved[2];
    if (at::GradMode::is_enabled()) {
      return trackedGradients(at::linear(x, weight, bias.to(x.scalar_type())), {x, weight, bias}, gradients[0]);
    }
    const auto dy = gradients[0].reshape({-1, weight.size(0)}).contiguous();
    at::Tensor dx, dWeight, dBias;
    if (context->needs_input_grad(0)) dx = linearInputGradient(dy, weight).view_as(x);
    if (context->needs_input_grad(1)) dWeight = linearWeightGradient(dy, x.view({-1, x.size(-1)}));
    if (context->needs_input_grad(2)) dBias = columnSums(dy).to(bias.scalar_type());
    return {dx, dWeight, dBias};
  }
};

at::Tensor linear(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  if (fitsLayer(x, weight, bias)) return CpuLinear::apply(x.contiguous(), weight.contiguous(), bias->contiguous());
  return at::linear(x, weight, bias);
}

at::Tensor linearUnderCpuAutocast(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  if (at::autocast::get_autocast_dtype(at::kCPU) == at::kBFloat16) {
    const c10::impl::ExcludeDispatchKeyGuard noAutocast(c10::DispatchKey::AutocastCPU);
    const auto cast = [](const at::Tensor& tensor) { return at::autocast::cached_cast(at::kBFloat16, tensor, at::kCPU); };
    const auto input = cast(x), weights = cast(weight);
    if (fitsLayer(input, weights, bias)) {
      return CpuLinear::apply(input.contiguous(), weights.contiguous(), bias->contiguous());
    }
  }
  return at::linear(x, weight, bias);
}

at::Tensor linearUnderAutocast(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  return at::linear(x, weight, bias);
}

TORCH_LIBRARY_FRAGMENT(beit2, library) { library.def("linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor"); }
TORCH_LIBRARY_IMPL(beit2, CompositeImplicitAutograd, library) { library.impl("linear", linear); }
TORCH_LIBRARY_IMPL(beit2, AutocastCPU, library) { library.impl("linear", linearUnderCpuAutocast); }
TORCH_LIBRARY_IMPL(beit2, AutocastCUDA, library) { library.impl("linear", linearUnderAutocast); }
TORCH_LIBRARY_IMPL(beit2, AutocastMPS, library) { library.impl("linear", linearUnderAutocast); }

} // namespace
} // namespace beit2
