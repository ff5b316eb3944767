// beit2::cross_entropy(logits, labels): of rows of logits with class indices, and whether the largest logit is the label's.
//
// On the CPU logits may be in bfloat16, as a layer under autocast gives them. Only log Σ exp(logit) of each row is kept for
// the gradient, where ATen's stores a float32 copy of the logits and their log-probabilities. Anything else is ATen's
// operators, which are also the test.
#include "kernels.h"
#include "second-order.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

namespace beit2 {
namespace {

at::Tensor composedEntropy(const at::Tensor& logits, const at::Tensor& labels) {
  const auto values = logits.scalar_type() == at::kDouble ? logits : logits.to(at::kFloat);
  return at::cross_entropy_loss(values, labels, {}, at::Reduction::None);
}

struct CrossEntropy : torch::autograd::Function<CrossEntropy> {
  // Both contiguous: a copy made in here would not be in the graph, which second derivatives go through.
  static torch::autograd::variable_list forward(
      torch::autograd::AutogradContext* context, const at::Tensor& logits, const at::Tensor& labels) {
    const int64_t rows = logits.size(0), n = logits.size(1);
    const auto options = logits.options().dtype(at::kFloat);
    const auto losses = at::empty({rows}, options), logSums = at::empty({rows}, options);
    const auto correct = at::empty({rows}, options.dtype(at::kBool));
    overRows(rows, partsOf(rows, n), [&](int64_t, int64_t first, int64_t last) {
      const auto run = [&](auto* x) {
        using T = std::remove_const_t<std::remove_pointer_t<decltype(x)>>;
        rowsOf<T>().crossEntropy(
            x + first * n, read<int64_t>(labels) + first, write<float>(logSums) + first, write<float>(losses) + first,
            write<bool>(correct) + first, last - first, n);
      };
      if (logits.scalar_type() == at::kFloat) run(read<float>(logits));
      else run(read<BFloat16Bits>(logits));
    });
    context->save_for_backward({logits, labels, logSums});
    context->mark_non_differentiable({correct});
    return {losses, correct};
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context, const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &logits = saved[0], &labels = saved[1], &logSums = saved[2];
    if (at::GradMode::is_enabled()) {
      return trackedGradients(composedEntropy(logits, labels), {logits, at::Tensor()}, gradients[0]);
    }
    const int64_t rows = logits.size(0), n = logits.size(1);
    const auto dy = gradients[0].to(at::kFloat).contiguous();
    const auto dx = at::empty_like(logits);
    overRows(rows, partsOf(rows, n), [&](int64_t, int64_t first, int64_t last) {
      const auto run = [&](auto* x, auto* to) {
        using T = std::remove_pointer_t<decltype(to)>;
        rowsOf<T>().crossEntropyGradient(
            read<float>(dy) + first, x + first * n, read<int64_t>(labels) + first, read<float>(logSums) + first,
            to + first * n, last - first, n);
      };
      if (logits.scalar_type() == at::kFloat) run(read<float>(logits), write<float>(dx));
      else run(read<BFloat16Bits>(logits), write<BFloat16Bits>(dx));
    });
    return {dx, at::Tensor()};
  }
};

std::tuple<at::Tensor, at::Tensor> crossEntropy(const at::Tensor& logits, const at::Tensor& labels) {
  TORCH_CHECK(
      logits.dim() == 2 && labels.dim() == 1 && logits.size(0) == labels.size(0),
      "cross_entropy: expected logits [N, K] and labels [N] but received ", logits.sizes(), " and ", labels.sizes());
  TORCH_CHECK(labels.scalar_type() == at::kLong, "cross_entropy: expected int64 labels but received ", labels.dtype());
  const int64_t n = logits.size(1);
  const bool fits =
      logits.numel() > 0 && labels.device().is_cpu() && (isCpu(logits, at::kFloat) || isCpu(logits, at::kBFloat16));
  if (!fits) return {composedEntropy(logits, labels), logits.argmax(1).eq(labels)};
  const auto indices = labels.contiguous();
  const auto* index = read<int64_t>(indices);
  for (int64_t i = 0; i < indices.numel(); i++) {
    TORCH_CHECK_INDEX(
        index[i] >= 0 && index[i] < n, "cross_entropy: label ", index[i], " is not one of ", n, " classes");
  }
  const auto found = CrossEntropy::apply(logits.contiguous(), indices);
  return {found[0], found[1]};
}

TORCH_LIBRARY_FRAGMENT(beit2, library) {
  library.def("cross_entropy(Tensor logits, Tensor labels) -> (Tensor losses, Tensor correct)");
}
TORCH_LIBRARY_IMPL(beit2, CompositeImplicitAutograd, library) {
  library.impl("cross_entropy", crossEntropy);
}

} // namespace
} // namespace beit2
