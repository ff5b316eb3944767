// What a transformer block does between its matrix products under autocast, each in one pass over memory on the CPU:
//
//   beit2::residual(x, branch, gamma?)       x + gamma · branch: x float32, branch in bfloat16 or float32
//   beit2::norm_for_linear(x, w, b, eps)     layer norm of float32, in autocast's dtype as the next linear layer takes it
//
// ATen casts in passes of their own, forward and backward, and multiplies and sums the gradient of gamma apart. For other
// devices and dtypes both are compositions of ATen's operators, which are also their tests.
#include "kernels.h"

#include <ATen/ATen.h>
#include <ATen/autocast_mode.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <cmath>

namespace beit2 {
namespace {

using OptionalTensor = std::optional<at::Tensor>;

// Partial sums that the compiler keeps in vectors.
struct Sums {
  float values[lanes] = {};
  float total() const {
    float sum = 0;
    for (float value : values) sum += value;
    return sum;
  }
};

// Each takes `rows` rows of `n` numbers. Written out by dtype: templates cannot be cloned.
#define BEIT2_RESIDUAL(NAME, T)                                                                                     \
  BEIT2_VECTORIZED void NAME##Forward(                                                                              \
      const float* x, const T* branch, const float* gamma, float* y, int64_t rows, int64_t n) {                     \
    for (int64_t r = 0; r < rows; r++, x += n, branch += n, y += n) {                                               \
      if (gamma) {                                                                                                  \
        for (int64_t i = 0; i < n; i++) y[i] = x[i] + gamma[i] * load(branch[i]);                                   \
      } else {                                                                                                      \
        for (int64_t i = 0; i < n; i++) y[i] = x[i] + load(branch[i]);                                              \
      }                                                                                                             \
    }                                                                                                               \
  }                                                                                                                 \
  BEIT2_VECTORIZED void NAME##Backward(                                                                             \
      const float* dy, const T* branch, const float* gamma, T* dBranch, float* dGamma, int64_t rows, int64_t n) {   \
    for (int64_t r = 0; r < rows; r++, dy += n, branch += n, dBranch += n) {                                        \
      if (gamma) {                                                                                                  \
        for (int64_t i = 0; i < n; i++) {                                                                           \
          dGamma[i] += dy[i] * load(branch[i]);                                                                     \
          store(dBranch[i], gamma[i] * dy[i]);                                                                      \
        }                                                                                                           \
      } else {                                                                                                      \
        for (int64_t i = 0; i < n; i++) store(dBranch[i], dy[i]);                                                   \
      }                                                                                                             \
    }                                                                                                               \
  }

BEIT2_RESIDUAL(residualFloat, float)
BEIT2_RESIDUAL(residualBFloat16, BFloat16Bits)

BEIT2_VECTORIZED void normForward(
    const float* x, const float* weight, const float* bias, float eps, BFloat16Bits* y, float* means, float* rstds,
    int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, x += n, y += n) {
    Sums sums;
    int64_t i = 0;
    for (; i + lanes <= n; i += lanes) {
      for (int64_t l = 0; l < lanes; l++) sums.values[l] += x[i + l];
    }
    for (; i < n; i++) sums.values[0] += x[i];
    const float mean = sums.total() / n;
    Sums squares;
    for (i = 0; i + lanes <= n; i += lanes) {
      for (int64_t l = 0; l < lanes; l++) squares.values[l] += (x[i + l] - mean) * (x[i + l] - mean);
    }
    for (; i < n; i++) squares.values[0] += (x[i] - mean) * (x[i] - mean);
    const float rstd = 1 / std::sqrt(squares.total() / n + eps);
    for (i = 0; i < n; i++) store(y[i], (x[i] - mean) * rstd * weight[i] + bias[i]);
    means[r] = mean;
    rstds[r] = rstd;
  }
}

BEIT2_VECTORIZED void normBackward(
    const BFloat16Bits* dy, const float* x, const float* weight, const float* means, const float* rstds, float* dx,
    float* dWeight, float* dBias, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, dy += n, x += n, dx += n) {
    const float mean = means[r], rstd = rstds[r];
    Sums sums, products;
    int64_t i = 0;
    for (; i + lanes <= n; i += lanes) {
      for (int64_t l = 0; l < lanes; l++) {
        const float g = load(dy[i + l]), normal = (x[i + l] - mean) * rstd;
        dWeight[i + l] += g * normal;
        dBias[i + l] += g;
        sums.values[l] += g * weight[i + l];
        products.values[l] += g * weight[i + l] * normal;
      }
    }
    for (; i < n; i++) {
      const float g = load(dy[i]), normal = (x[i] - mean) * rstd;
      dWeight[i] += g * normal;
      dBias[i] += g;
      sums.values[0] += g * weight[i];
      products.values[0] += g * weight[i] * normal;
    }
    const float sum = sums.total() / n, product = products.total() / n;
    for (i = 0; i < n; i++) {
      const float normal = (x[i] - mean) * rstd;
      dx[i] = rstd * (load(dy[i]) * weight[i] - sum - normal * product);
    }
  }
}

bool isRowOf(const at::Tensor& row, const at::Tensor& x) {
  return isCpu(row, at::kFloat) && row.dim() == 1 && x.dim() > 0 && row.size(0) == x.size(-1) && row.is_contiguous();
}

struct Residual : torch::autograd::Function<Residual> {
  static at::Tensor forward(
      torch::autograd::AutogradContext* context,
      const at::Tensor& x,
      const at::Tensor& branch,
      const OptionalTensor& gamma) {
    const auto a = x.contiguous(), b = branch.contiguous();
    const auto y = at::empty_like(a);
    const int64_t n = a.size(-1), rows = a.numel() / n;
    const float* scale = gamma ? read<float>(*gamma) : nullptr;
    const float* from = read<float>(a);
    float* to = write<float>(y);
    overRows(rows, partsOf(rows, n), [&](int64_t, int64_t first, int64_t last) {
      const int64_t at = first * n;
      if (b.scalar_type() == at::kFloat) {
        residualFloatForward(from + at, read<float>(b) + at, scale, to + at, last - first, n);
      } else {
        residualBFloat16Forward(from + at, read<BFloat16Bits>(b) + at, scale, to + at, last - first, n);
      }
    });
    context->save_for_backward({b, gamma.value_or(at::Tensor())});
    return y;
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context, const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &branch = saved[0], &gamma = saved[1];
    const auto dy = gradients[0].contiguous();
    if (at::GradMode::is_enabled()) return differentiable(dy, branch, gamma);
    const int64_t n = branch.size(-1), rows = branch.numel() / n, parts = partsOf(rows, n);
    const auto dBranch = at::empty_like(branch);
    const auto dGammas = gamma.defined() ? at::zeros({parts, n}, gamma.options()) : at::Tensor();
    const float* scale = gamma.defined() ? read<float>(gamma) : nullptr;
    float* sums = gamma.defined() ? write<float>(dGammas) : nullptr;
    const float* from = read<float>(dy);
    overRows(rows, parts, [&](int64_t part, int64_t first, int64_t last) {
      const int64_t at = first * n;
      float* sum = sums ? sums + part * n : nullptr;
      if (branch.scalar_type() == at::kFloat) {
        residualFloatBackward(
            from + at, read<float>(branch) + at, scale, write<float>(dBranch) + at, sum,
            last - first, n);
      } else {
        residualBFloat16Backward(
            from + at, read<BFloat16Bits>(branch) + at, scale, write<BFloat16Bits>(dBranch) + at, sum, last - first, n);
      }
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
  if (fits) return Residual::apply(x, branch, gamma);
  return gamma ? at::addcmul(x, branch.to(x.scalar_type()), *gamma) : at::add(x, branch);
}

struct NormForLinear : torch::autograd::Function<NormForLinear> {
  static at::Tensor forward(
      torch::autograd::AutogradContext* context,
      const at::Tensor& x,
      const at::Tensor& weight,
      const at::Tensor& bias,
      double eps) {
    const auto a = x.contiguous();
    const int64_t n = a.size(-1), rows = a.numel() / n;
    const auto y = at::empty_like(a, a.options().dtype(at::kBFloat16));
    const auto means = at::empty({rows}, a.options()), rstds = at::empty({rows}, a.options());
    const float *from = read<float>(a), *w = read<float>(weight), *b = read<float>(bias);
    float *mean = write<float>(means), *rstd = write<float>(rstds);
    overRows(rows, partsOf(rows, n), [&](int64_t, int64_t first, int64_t last) {
      const auto e = static_cast<float>(eps);
      normForward(from + first * n, w, b, e, write<BFloat16Bits>(y) + first * n, mean + first, rstd + first, last - first, n);
    });
    context->save_for_backward({a, weight, bias, means, rstds});
    context->saved_data["eps"] = eps;
    return y;
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context, const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &weight = saved[1], &bias = saved[2], &means = saved[3], &rstds = saved[4];
    if (at::GradMode::is_enabled()) return differentiable(context, gradients[0], x, weight, bias);
    const auto dy = gradients[0].contiguous();
    const int64_t n = x.size(-1), rows = x.numel() / n, parts = partsOf(rows, n);
    const auto dx = at::empty_like(x);
    const auto sums = at::zeros({2, parts, n}, x.options()); // of weight and bias
    float *to = write<float>(dx), *sum = write<float>(sums);
    const float *from = read<float>(x), *w = read<float>(weight);
    const float *mean = read<float>(means), *rstd = read<float>(rstds);
    overRows(rows, parts, [&](int64_t part, int64_t first, int64_t last) {
      const int64_t at = first * n;
      normBackward(
          read<BFloat16Bits>(dy) + at, from + at, w, mean + first, rstd + first, to + at, sum + part * n, sum + (parts + part) * n,
          last - first, n);
    });
    const auto totals = sums.sum(1);
    return {dx, totals[0], totals[1], at::Tensor()};
  }

  static torch::autograd::variable_list differentiable(
      torch::autograd::AutogradContext* context, const at::Tensor& dy, const at::Tensor& x, const at::Tensor& weight,
      const at::Tensor& bias) {
    const auto y = at::layer_norm(x, {x.size(-1)}, weight, bias, context->saved_data["eps"].toDouble());
    auto result = torch::autograd::grad({y}, {x, weight, bias}, {dy.to(y.scalar_type())}, true, true);
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
    return NormForLinear::apply(x, weight, bias, eps);
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
