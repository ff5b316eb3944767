// What a transformer block does between its matrix products under autocast, each in one pass over memory on the CPU:
//
//   beit2::residual(x, branch, gamma?)       x + gamma · branch: x float32, branch in bfloat16 or float32
//   beit2::norm_for_linear(x, w, b, eps)     layer norm of float32, in autocast's dtype as the next linear layer takes it
//
// ATen casts in passes of their own, forward and backward, and multiplies and sums the gradient of gamma apart. For other
// devices and dtypes both are compositions of ATen's operators, which are also their tests.
#include "kernels.h"
#include "second-order.h"

#include <ATen/autocast_mode.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/add.h>
#include <ATen/ops/addcmul.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/zeros.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>


namespace beit2 {
namespace {

using OptionalTensor = std::optional<at::Tensor>;

bool isRowOf(const at::Tensor& row, const at::Tensor& x) {
  return isCpu(row, at::kFloat) && row.dim() == 1 && x.dim() > 0 && row.size(0) == x.size(-1) && row.is_contiguous();
}

struct Residual : torch::autograd::Function<Residual> {
  // All contiguous: a copy made in here would not be in the graph, which second derivatives go through.
  static at::Tensor forward(
      torch::autograd::AutogradContext* context,
      const at::Tensor& x,
      const at::Tensor& branch,
      const OptionalTensor& gamma) {
    const auto y = at::empty_like(x);
    const int64_t n = x.size(-1), count = x.numel() / n;
    const float* scale = gamma ? read<float>(*gamma) : nullptr;
    const float* from = read<float>(x);
    float* to = write<float>(y);
    overRows(count, partsOf(count, n), [&](int64_t, int64_t first, int64_t last) {
      const int64_t at = first * n;
      if (branch.scalar_type() == at::kFloat) {
        rowsOf<float>().residual(from + at, read<float>(branch) + at, scale, to + at, last - first, n);
      } else {
        rowsOf<BFloat16Bits>().residual(from + at, read<BFloat16Bits>(branch) + at, scale, to + at, last - first, n);
      }
    });
    context->save_for_backward({branch, gamma.value_or(at::Tensor())});
    return y;
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context, const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &branch = saved[0], &gamma = saved[1];
    const auto dy = gradients[0].contiguous();
    if (at::GradMode::is_enabled()) return differentiable(dy, branch, gamma);
    const int64_t n = branch.size(-1), count = branch.numel() / n, parts = partsOf(count, n);
    const auto dBranch = at::empty_like(branch);
    const auto dGammas = at::zeros({parts, gamma.defined() ? n : 0}, dy.options());
    const float* scale = gamma.defined() ? read<float>(gamma) : nullptr;
    const float* from = read<float>(dy);
    overRows(count, parts, [&](int64_t part, int64_t begin, int64_t end) {
      const int64_t width = dGammas.size(1);
      overSummedRows(begin, end, width, write<float>(dGammas) + part * width, [&](int64_t first, int64_t last, float* sums) {
        const int64_t at = first * n;
        if (branch.scalar_type() == at::kFloat) {
          rowsOf<float>().residualGradient(
              from + at, read<float>(branch) + at, scale, write<float>(dBranch) + at, sums, last - first, n);
        } else {
          rowsOf<BFloat16Bits>().residualGradient(
              from + at, read<BFloat16Bits>(branch) + at, scale, write<BFloat16Bits>(dBranch) + at, sums, last - first, n);
        }
      });
    });
    return {dy, dBranch, gamma.defined() ? dGammas.sum(0) : at::Tensor()};
  }

  static torch::autograd::variable_list differentiable(
      const at::Tensor& dy, const at::Tensor& branch, const at::Tensor& gamma) {
    if (!gamma.defined()) return {dy, dy.to(branch.scalar_type()), at::Tensor()};
    const auto dGamma = dy.mul(branch).reshape({-1, gamma.size(0)}).sum(0);
    return {dy, dy.mul(gamma).to(branch.scalar_type()), dGamma};
  }
};

at::Tensor residual(const at::Tensor& x, const at::Tensor& branch, const OptionalTensor& gamma) {
  const bool fits = isCpu(x, at::kFloat) && x.sizes() == branch.sizes() && x.numel() > 0 &&
      (isCpu(branch, at::kFloat) || isCpu(branch, at::kBFloat16)) && (!gamma || isRowOf(*gamma, x));
  if (fits) return Residual::apply(x.contiguous(), branch.contiguous(), gamma);
  return gamma ? at::addcmul(x, branch.to(x.scalar_type()), *gamma) : at::add(x, branch);
}

struct NormForLinear : torch::autograd::Function<NormForLinear> {
  static at::Tensor forward(
      torch::autograd::AutogradContext* context,
      const at::Tensor& x,
      const at::Tensor& weight,
      const at::Tensor& bias,
      double eps) {
    const int64_t n = x.size(-1), count = x.numel() / n;
    const auto y = at::empty_like(x, x.options().dtype(at::kBFloat16));
    const auto means = at::empty({count}, x.options()), rstds = at::empty({count}, x.options());
    const float *from = read<float>(x), *w = read<float>(weight), *b = read<float>(bias);
    float *mean = write<float>(means), *rstd = write<float>(rstds);
    overRows(count, partsOf(count, n), [&](int64_t, int64_t first, int64_t last) {
      rowsOf<BFloat16Bits>().norm(
          from + first * n, w, b, static_cast<float>(eps), write<BFloat16Bits>(y) + first * n, mean + first, rstd + first,
          last - first, n);
    });
    context->save_for_backward({x, weight, bias, means, rstds});
    context->saved_data["eps"] = eps;
    return y;
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context, const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1], &bias = saved[2], &means = saved[3], &rstds = saved[4];
    if (at::GradMode::is_enabled()) return differentiable(context, gradients[0], x, weight, bias);
    const auto dy = gradients[0].contiguous();
    const int64_t n = x.size(-1), count = x.numel() / n, parts = partsOf(count, n);
    const auto dx = at::empty_like(x);
    const auto sums = at::zeros({parts, 2, n}, x.options()); // of weight and bias
    float *to = write<float>(dx), *sum = write<float>(sums);
    const float *from = read<float>(x), *w = read<float>(weight);
    const float *mean = read<float>(means), *rstd = read<float>(rstds);
    overRows(count, parts, [&](int64_t part, int64_t begin, int64_t end) {
      overSummedRows(begin, end, 2 * n, sum + part * 2 * n, [&](int64_t first, int64_t last, float* some) {
        const int64_t at = first * n;
        rowsOf<BFloat16Bits>().normGradient(
            read<BFloat16Bits>(dy) + at, from + at, w, mean + first, rstd + first, to + at, some, some + n, last - first, n);
      });
    });
    const auto totals = sums.sum(0);
    return {dx, totals[0], totals[1], at::Tensor()};
  }

  static torch::autograd::variable_list differentiable(
      torch::autograd::AutogradContext* context, const at::Tensor& dy, const at::Tensor& x, const at::Tensor& weight,
      const at::Tensor& bias) {
    const auto y = at::layer_norm(x, {x.size(-1)}, weight, bias, context->saved_data["eps"].toDouble());
    auto result = trackedGradients(y, {x, weight, bias}, dy.to(y.scalar_type()));
    result.emplace_back();
    return result;
  }
};

at::Tensor normForLinear(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double eps) {
  return at::layer_norm(x, {x.size(-1)}, weight, bias, eps);
}

template <c10::DeviceType device>
at::Tensor normUnderAutocast(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, double eps) {
  const auto dtype = at::autocast::get_autocast_dtype(device);
  if (dtype == at::kBFloat16 && isCpu(x, at::kFloat) && x.numel() > 0 && isRowOf(weight, x) && isRowOf(bias, x)) {
    return NormForLinear::apply(x.contiguous(), weight, bias, eps);
  }
  const auto y = at::layer_norm(x, {x.size(-1)}, weight, bias, eps);
  return y.scalar_type() == at::kFloat ? y.to(dtype) : y;
}

TORCH_LIBRARY_FRAGMENT(beit2, library) {
  library.def("residual(Tensor x, Tensor branch, Tensor? gamma=None) -> Tensor");
  library.def("norm_for_linear(Tensor x, Tensor weight, Tensor bias, float eps) -> Tensor");
}
TORCH_LIBRARY_IMPL(beit2, CompositeImplicitAutograd, library) {
  library.impl("residual", residual);
  library.impl("norm_for_linear", normForLinear);
}
TORCH_LIBRARY_IMPL(beit2, AutocastCPU, library) {
  library.impl("norm_for_linear", normUnderAutocast<at::kCPU>);
}
TORCH_LIBRARY_IMPL(beit2, AutocastCUDA, library) {
  library.impl("norm_for_linear", normUnderAutocast<at::kCUDA>);
}
TORCH_LIBRARY_IMPL(beit2, AutocastMPS, library) {
  library.impl("norm_for_linear", normUnderAutocast<at::kMPS>);
}

} // namespace
} // namespace beit2
