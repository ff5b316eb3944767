// beit2::cosine_similarity(x, y): of the rows of two tensors, over the last dimension, in float32.
//
// On the CPU x may be in bfloat16, as a layer under autocast gives it; y is float32 and gets no gradient (a teacher's
// features). Each way is one pass over memory, where ATen's normalises copies of both and casts x there and back. Anything
// else is ATen's operator, which is also the test.
#include "float-vectors.h"
#include "kernels.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <algorithm>
#include <cmath>

namespace beit2 {
namespace {

constexpr float leastNorm = 1e-8f; // as ATen's eps

// Of each row the similarity, and what its gradient takes: 1 / (|x|·|y|) and similarity / |x|² (0 where |x| is no more than eps).
struct Row {
  float similarity, scale, shrink;
};

#define BEIT2_COSINE(T)                                                                                      \
  BEIT2_VECTORIZED void cosines(const T* x, const float* y, Row* to, int64_t rows, int64_t n) {              \
    for (int64_t r = 0; r < rows; r++, x += n, y += n) {                                                     \
      Floats dots = {}, xx = {}, yy = {};                                                                    \
      int64_t i = 0;                                                                                         \
      for (; i + lanes <= n; i += lanes) {                                                                   \
        const Floats a = read(x + i), b = read(y + i);                                                       \
        dots += a * b;                                                                                       \
        xx += a * a;                                                                                         \
        yy += b * b;                                                                                         \
      }                                                                                                      \
      float dot = sum(dots), xSquare = sum(xx), ySquare = sum(yy);                                           \
      for (; i < n; i++) {                                                                                   \
        const float a = load(x[i]), b = y[i];                                                                \
        dot += a * b;                                                                                        \
        xSquare += a * a;                                                                                    \
        ySquare += b * b;                                                                                    \
      }                                                                                                      \
      const float xNorm = std::sqrt(xSquare), yNorm = std::sqrt(ySquare);                                    \
      const float scale = 1 / ((xNorm < leastNorm ? leastNorm : xNorm) * (yNorm < leastNorm ? leastNorm : yNorm)); \
      to[r] = {dot * scale, scale, xNorm <= leastNorm ? 0 : dot * scale / xSquare};                          \
    }                                                                                                        \
  }                                                                                                          \
  BEIT2_VECTORIZED void cosineGradients(                                                                     \
      const float* gradients, const T* x, const float* y, const Row* from, T* dx, int64_t rows, int64_t n) { \
    for (int64_t r = 0; r < rows; r++, x += n, y += n, dx += n) {                                            \
      const float toY = gradients[r] * from[r].scale, toX = gradients[r] * from[r].shrink;                   \
      int64_t i = 0;                                                                                         \
      for (; i + lanes <= n; i += lanes) write(dx + i, toY * read(y + i) - toX * read(x + i));               \
      for (; i < n; i++) store(dx[i], toY * y[i] - toX * load(x[i]));                                        \
    }                                                                                                        \
  }

BEIT2_COSINE(float)
BEIT2_COSINE(BFloat16Bits)
#undef BEIT2_COSINE

at::Tensor composed(const at::Tensor& x, const at::Tensor& y) {
  return at::cosine_similarity(x.to(at::kFloat), y.to(at::kFloat), -1, leastNorm);
}

constexpr int64_t numbersOfRow = sizeof(Row) / sizeof(float);

struct Cosine : torch::autograd::Function<Cosine> {
  static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& a, const at::Tensor& b) {
    const auto x = a.contiguous(), y = b.contiguous();
    const int64_t n = x.size(-1), count = x.numel() / n;
    const auto found = at::empty({count, numbersOfRow}, y.options());
    auto* to = reinterpret_cast<Row*>(write<float>(found));
    const auto* target = read<float>(y);
    overRows(count, partsOf(count, n), [&](int64_t, int64_t first, int64_t last) {
      const int64_t at = first * n;
      if (x.scalar_type() == at::kFloat) {
        cosines(read<float>(x) + at, target + at, to + first, last - first, n);
      } else {
        cosines(read<BFloat16Bits>(x) + at, target + at, to + first, last - first, n);
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
      return {torch::autograd::grad({composed(x, y)}, {x}, {gradients[0]}, true, true).front(), at::Tensor()};
    }
    const int64_t n = x.size(-1), count = x.numel() / n;
    const auto dy = gradients[0].to(at::kFloat).contiguous();
    const auto dx = at::empty_like(x);
    const auto *gradient = read<float>(dy), *target = read<float>(y);
    const auto* from = reinterpret_cast<const Row*>(read<float>(found));
    overRows(count, partsOf(count, n), [&](int64_t, int64_t first, int64_t last) {
      const int64_t at = first * n;
      if (x.scalar_type() == at::kFloat) {
        cosineGradients(
            gradient + first, read<float>(x) + at, target + at, from + first, write<float>(dx) + at, last - first, n);
      } else {
        cosineGradients(
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
  return fits ? Cosine::apply(x, y) : composed(x, y);
}

TORCH_LIBRARY_FRAGMENT(beit2, library) {
  library.def("cosine_similarity(Tensor x, Tensor y) -> Tensor");
}
TORCH_LIBRARY_IMPL(beit2, CompositeImplicitAutograd, library) {
  library.impl("cosine_similarity", cosineSimilarity);
}

} // namespace
} // namespace beit2
