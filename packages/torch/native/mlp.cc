// beit2::mlp: gelu(x·W₁ᵀ + b₁)·W₂ᵀ + b₂, the two layers of a transformer's MLP. GELU is the exact one.
//
// On the CPU in float32 and bfloat16 it is one node of the graph, with the products of linear-products.h. The pass of GELU adds the
// first bias, so that what is kept is the product without it; the pass of its gradient works in place and sums the bias's gradient.
// Anything else is ATen's operators, which are also the test.
#include "kernels.h"
#include "linear-products.h"
#include "product.h"
#include "second-order.h"

#include <ATen/autocast_mode.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
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

// ---- The passes between the products -------------------------------------------------------------------------------------

template <class T>
at::Tensor geluOfRows(const at::Tensor& before, const float* bias) {
  const Recorded recorded("beit2::gelu");
  const int64_t rows = before.size(0), n = before.size(1);
  const auto after = at::empty_like(before);
  const T* from = read<T>(before);
  T* to = write<T>(after);
  overRows(rows, partsOf(rows, n), [&](int64_t, int64_t first, int64_t last) {
    rowsOf<T>().gelu(from + first * n, bias, to + first * n, last - first, n);
  });
  return after;
}

// Turns the gradient of GELU's output into that of its input, in place. Returns its sum over the rows, in float32.
template <class T>
at::Tensor geluGradientOfRows(const at::Tensor& gradient, const at::Tensor& before, const float* bias) {
  const Recorded recorded("beit2::gelu_gradient");
  const int64_t rows = before.size(0), n = before.size(1), parts = partsOf(rows, n);
  const auto sums = at::zeros({parts, n}, before.options().dtype(at::kFloat));
  float* sum = write<float>(sums);
  const T* h = read<T>(before);
  T* to = write<T>(gradient);
  overRows(rows, parts, [&](int64_t part, int64_t begin, int64_t end) {
    overSummedRows(begin, end, n, sum + part * n, [&](int64_t first, int64_t last, float* some) {
      const int64_t at = first * n;
      rowsOf<T>().geluGradient(to + at, h + at, bias, to + at, some, last - first, n);
    });
  });
  return parts == 1 ? sums[0] : sums.sum(0);
}

struct Hidden {
  at::Tensor before, after; // of GELU, [tokens, hidden]; `before` is without the bias
};

Hidden hiddenOf(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias) {
  const float* shift = read<float>(bias);
  if (x.scalar_type() != at::kFloat || chosen(Product::output) != Library::ours) {
    const auto before = linearOutput(x, weight, std::nullopt);
    return {before, withType(x, [&](auto type) { return geluOfRows<decltype(type)>(before, shift); })};
  }
  // Our own product hands over rows that are still in the cache.
  const int64_t rows = x.size(0), in = x.size(1), n = weight.size(0);
  const auto before = at::empty({rows, n}, x.options()), after = at::empty_like(before);
  float *from = write<float>(before), *to = write<float>(after);
  product(
      {read<float>(x), in}, {read<float>(weight), in, true}, nullptr, rows, n, in, from, [&](int64_t first, int64_t last) {
        rowsOf<float>().gelu(from + first * n, shift, to + first * n, last - first, n);
      });
  return {before, after};
}

// ---- The operator --------------------------------------------------------------------------------------------------------

struct CpuMlp : torch::autograd::Function<CpuMlp> {
  // All contiguous: a copy made in here would not be in the graph, which second derivatives go through.
  static at::Tensor forward(
      torch::autograd::AutogradContext* context, const at::Tensor& x, const at::Tensor& w1, const at::Tensor& b1,
      const at::Tensor& w2, const at::Tensor& b2) {
    auto sizes = x.sizes().vec();
    sizes.back() = w2.size(0);
    const Hidden hidden = hiddenOf(x.view({-1, x.size(-1)}), w1, b1.to(at::kFloat));
    const auto y = linearOutput(hidden.after, w2, b2.to(x.scalar_type()));
    context->save_for_backward({x, w1, b1, w2, b2, hidden.before, hidden.after});
    return y.view(sizes);
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context, const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &w1 = saved[1], &b1 = saved[2], &w2 = saved[3], &b2 = saved[4];
    if (at::GradMode::is_enabled()) {
      const auto dtype = x.scalar_type();
      const auto y = at::linear(at::gelu(at::linear(x, w1, b1.to(dtype))), w2, b2.to(dtype));
      return trackedGradients(y, {x, w1, b1, w2, b2}, gradients[0]);
    }
    const auto wanted = [&](size_t input) { return context->needs_input_grad(input); };
    const auto dy = gradients[0].reshape({-1, w2.size(0)}).contiguous();
    const auto &before = saved[5], &after = saved[6];
    torch::autograd::variable_list result(5);
    if (wanted(0) || wanted(1) || wanted(2)) {
      const auto hidden = linearInputGradient(dy, w2), shift = b1.to(at::kFloat);
      const auto dBias = withType(x, [&](auto type) {
        return geluGradientOfRows<decltype(type)>(hidden, before, read<float>(shift));
      });
      if (wanted(0)) result[0] = linearInputGradient(hidden, w1).view_as(x);
      if (wanted(1)) result[1] = linearWeightGradient(hidden, x.view({-1, x.size(-1)}));
      if (wanted(2)) result[2] = dBias.to(b1.scalar_type());
    }
    if (wanted(3)) result[3] = linearWeightGradient(dy, after);
    if (wanted(4)) result[4] = columnSums(dy).to(b2.scalar_type());
    return result;
  }
};

bool fitsMlp(
    const at::Tensor& x, const at::Tensor& w1, const OptionalTensor& b1, const at::Tensor& w2, const OptionalTensor& b2) {
  return fitsLayer(x, w1, b1) && fitsLayer(x.scalar_type(), w1.size(0), w2, b2);
}

at::Tensor composedMlp(
    const at::Tensor& x, const at::Tensor& w1, const OptionalTensor& b1, const at::Tensor& w2, const OptionalTensor& b2) {
  return at::linear(at::gelu(at::linear(x, w1, b1)), w2, b2);
}

at::Tensor mlp(
    const at::Tensor& x, const at::Tensor& w1, const OptionalTensor& b1, const at::Tensor& w2, const OptionalTensor& b2) {
  if (!fitsMlp(x, w1, b1, w2, b2)) return composedMlp(x, w1, b1, w2, b2);
  return CpuMlp::apply(x.contiguous(), w1.contiguous(), b1->contiguous(), w2.contiguous(), b2->contiguous());
}

at::Tensor mlpUnderCpuAutocast(
    const at::Tensor& x, const at::Tensor& w1, const OptionalTensor& b1, const at::Tensor& w2, const OptionalTensor& b2) {
  if (at::autocast::get_autocast_dtype(at::kCPU) != at::kBFloat16) return composedMlp(x, w1, b1, w2, b2);
  const auto cast = [](const at::Tensor& tensor) { return at::autocast::cached_cast(at::kBFloat16, tensor, at::kCPU); };
  const auto input = cast(x), first = cast(w1), second = cast(w2);
  if (!fitsMlp(input, first, b1, second, b2)) return composedMlp(x, w1, b1, w2, b2);
  const c10::impl::ExcludeDispatchKeyGuard noAutocast(c10::DispatchKey::AutocastCPU);
  return mlp(input, first, b1, second, b2);
}

TORCH_LIBRARY_FRAGMENT(beit2, library) {
  library.def("mlp(Tensor input, Tensor weight1, Tensor? bias1, Tensor weight2, Tensor? bias2) -> Tensor");
}
TORCH_LIBRARY_IMPL(beit2, CompositeImplicitAutograd, library) { library.impl("mlp", mlp); }
TORCH_LIBRARY_IMPL(beit2, AutocastCPU, library) { library.impl("mlp", mlpUnderCpuAutocast); }
TORCH_LIBRARY_IMPL(beit2, AutocastCUDA, library) { library.impl("mlp", composedMlp); }
TORCH_LIBRARY_IMPL(beit2, AutocastMPS, library) { library.impl("mlp", composedMlp); }

} // namespace
} // namespace beit2
