// beit2::linear: x·Wᵀ + b. With a bias, on the CPU in float32, it runs oneDNN's kernels where aten::linear would take MKL's,
// which are slower at the sizes of a vision transformer (on an AMD core with AVX512, GFLOP/s: x·Wᵀ + b 66 to 79 against 84
// to 98, the gradient of x 74 to 91 against 82 to 101; for the gradient of W MKL is the faster). Anything else is
// aten::linear itself, which is also its test.
#include <ATen/ATen.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

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

bool isFloatOnCpu(const at::Tensor& tensor) {
  return tensor.device().is_cpu() && tensor.scalar_type() == at::kFloat && tensor.layout() == at::kStrided &&
      tensor.numel() > 0;
}

bool fits(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  return pointwiseLinear() != nullptr && isFloatOnCpu(x) && x.dim() >= 2 && isFloatOnCpu(weight) && weight.dim() == 2 &&
      x.size(-1) == weight.size(1) && bias && isFloatOnCpu(*bias) && bias->dim() == 1 && bias->size(0) == weight.size(0);
}

struct OneDnnLinear : torch::autograd::Function<OneDnnLinear> {
  static at::Tensor forward(
      torch::autograd::AutogradContext* context,
      const at::Tensor& x,
      const at::Tensor& weight,
      const at::Tensor& bias) {
    context->save_for_backward({x, weight});
    return oneDnn(x, weight, bias);
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context,
      const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1];
    const auto rows = gradients[0].reshape({-1, weight.size(0)}); // [tokens, out]
    // oneDNN's has no gradient of its own, for which createGraph asks.
    const bool differentiable = at::GradMode::is_enabled();
    at::Tensor dx, dWeight, dBias;
    if (context->needs_input_grad(0)) {
      dx = (differentiable ? rows.mm(weight) : oneDnn(rows, weight.t(), std::nullopt)).view_as(x);
    }
    if (context->needs_input_grad(1)) dWeight = rows.t().mm(x.reshape({-1, x.size(-1)}));
    if (context->needs_input_grad(2)) dBias = rows.sum(0);
    return {dx, dWeight, dBias};
  }
};

at::Tensor linear(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  if (!fits(x, weight, bias)) return at::linear(x, weight, bias);
  return OneDnnLinear::apply(x, weight, *bias);
}

at::Tensor linearUnderAutocast(const at::Tensor& x, const at::Tensor& weight, const OptionalTensor& bias) {
  return at::linear(x, weight, bias);
}

TORCH_LIBRARY_FRAGMENT(beit2, library) {
  library.def("linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor");
}
TORCH_LIBRARY_IMPL(beit2, CompositeImplicitAutograd, library) {
  library.impl("linear", linear);
}
TORCH_LIBRARY_IMPL(beit2, AutocastCPU, library) {
  library.impl("linear", linearUnderAutocast);
}
TORCH_LIBRARY_IMPL(beit2, AutocastCUDA, library) {
  library.impl("linear", linearUnderAutocast);
}
TORCH_LIBRARY_IMPL(beit2, AutocastMPS, library) {
  library.impl("linear", linearUnderAutocast);
}

} // namespace
} // namespace beit2
