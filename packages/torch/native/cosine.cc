// beit2::cosine_similarity(x, y): of the rows of two tensors, over the last dimension, in float32.
//
// On the CPU x may be in bfloat16, as a layer under autocast gives it; y is float32 and gets no gradient (a teacher's
// features). Each way is one pass over memory, where ATen's normalises copies of both and casts x there and back. Anything
// else is ATen's operator, which is also the test.
#include "kernels.h"
#include "second-order.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/cosine_similarity.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <algorithm>
#include <cmath>

namespace beit2 {
namespace {

constexpr float leastNorm = 1e-8f; // as ATen's eps

at::Tensor composedCosine(const at::Tensor& x, const at::Tensor& y) {
  return at::cosine_similarity(x.to(at::kFloat), y.to(at::kFloat), -1, leastNorm);
}

constexpr int64_t numbersOfRow = sizeof(CosineRow) / sizeof(float);

struct Cosine : torch::autograd::Function<Cosine> {
  // Both contiguous: a copy made in here would not be in the graph, which second derivatives go through.
  static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& x, const at::Tensor& y) {
    const int64_t n = x.size(-1), count = x.numel() / n;
    const auto found = at::empty({count, numbersOfRow}, y.options());
    auto* to = reinterpret_cast<CosineRow*>(write<float>(found));
    const auto* target = read<float>(y);
    overRows(count, partsOf(count, n), [&](int64_t, int64_t first, int64_t last) {
      const int64_t at = first * n;
      if (x.scalar_type() == at::kFloat) {
        rowsOf<float>().cosine(read<float>(x) + at, target + at, leastNorm, to + first, last - first, n);
      } else {
        rowsOf<BFloat16Bits>().cosine(read<BFloat16Bits>(x) + at, target + at, leastNorm, to + first, last - first, n);
      }
    });
    context->save_for_backward({x, y, found});
    return found.select(1, 0).reshape(x.sizes().slice(0, x.dim() - 1)).clone();
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context, const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &x = saved[0], &y = saved[1], &found = saved[2];
    if (at::GradMode::is_enabled()) {
      return trackedGradients(composedCosine(x, y), {x, at::Tensor()}, gradients[0]);
    }
    const int64_t n = x.size(-1), count = x.numel() / n;
    const auto dy = gradients[0].to(at::kFloat).contiguous();
    const auto dx = at::empty_like(x);
    const auto *gradient = read<float>(dy), *target = read<float>(y);
    const auto* from = reinterpret_cast<const CosineRow*>(read<float>(found));
    overRows(count, partsOf(count, n), [&](int64_t, int64_t first, int64_t last) {
      const int64_t at = first * n;
      if (x.scalar_type() == at::kFloat) {
        rowsOf<float>().cosineGradient(
            gradient + first, read<float>(x) + at, target + at, from + first, write<float>(dx) + at, last - first, n);
      } else {
        rowsOf<BFloat16Bits>().cosineGradient(
            gradient + first, read<BFloat16Bits>(x) + at, target + at, from + first, write<BFloat16Bits>(dx) + at,
            last - first, n);
      }
    });
    return {dx, at::Tensor()};
  }
};

at::Tensor cosineSimilarity(const at::Tensor& x, const at::Tensor& y) {
  TORCH_CHECK(
      x.dim() > 0 && x.sizes() == y.sizes(), "cosine_similarity: the shapes ", x.sizes(), " and ", y.sizes(), " differ");
  const bool fits = x.numel() > 0 && (isCpu(x, at::kFloat) || isCpu(x, at::kBFloat16)) && isCpu(y, at::kFloat) &&
      !(at::GradMode::is_enabled() && y.requires_grad());
  return fits ? Cosine::apply(x.contiguous(), y.contiguous()) : composedCosine(x, y);
}

TORCH_LIBRARY_FRAGMENT(beit2, library) {
  library.def("cosine_similarity(Tensor x, Tensor y) -> Tensor");
}
TORCH_LIBRARY_IMPL(beit2, CompositeImplicitAutograd, library) {
  library.impl("cosine_similarity", cosineSimilarity);
}

} // namespace
} // namespace beit2
