// beit2::self_attention(qkv, heads, bias?): softmax(q·kᵀ / √width + bias)·v of every head, on the CPU in float32 and bfloat16.
//
// It reads the joined projection [B, N, 3·D] and writes [B, N, D] as the linear layers around it have them, keeps one number
// a row for the backward pass, and gives a gradient to the bias. ATen's fused kernel gives none, so with a bias to learn it
// takes a composition that stores the N×N maps of all heads and copies q, k, v and the output into other orders. Where oneDNN
// has no products of blocks in bfloat16, it is computed in float32. Elsewhere it is ATen's composition.
#include "attention-heads.h"
#include "second-order.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/scaled_dot_product_attention.h>
#include <ATen/ops/zeros.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <cmath>

namespace beit2 {
namespace {

using namespace heads;
using OptionalTensor = std::optional<at::Tensor>;

template <class T>
void forward(const at::Tensor& qkv, const at::Tensor& bias, const Sizes& s, const at::Tensor& out, const at::Tensor& logSums) {
  Space measure;
  ForwardSpace<T>(measure, s);
  const int64_t parts = s.parts(), map = s.tokens * s.tokens;
  const auto memory = at::empty({parts, measure.used()}, qkv.options().dtype(at::kByte));
  uint8_t* start = write<uint8_t>(memory);
  const T* from = read<T>(qkv);
  const float* biases = bias.defined() ? read<float>(bias) : nullptr;
  T* to = write<T>(out);
  float* sums = write<float>(logSums);
  overRows(s.pairs(), parts, [&](int64_t part, int64_t first, int64_t last) {
    Space own(start + part * measure.used());
    const ForwardSpace<T> space(own, s);
    for (int64_t pair = first; pair < last; pair++) {
      const int64_t head = pair / s.images, image = pair % s.images;
      if (biases && (pair == first || image == 0)) {
        rowsOf<float>().scale(biases + head * map, s.tokens, nullptr, 1, s.tokens, s.tokens, space.bias, s.wide);
      }
      forwardHead(
          s, space, from + image * s.tokens * s.row + head * s.width, biases ? space.bias : nullptr,
          to + image * s.tokens * s.dim + head * s.width, sums + pair * s.tokens);
    }
    blas::brgemm_release();
  });
}

// Gives the gradient of the bias, [1, H, N, N], where asked for.
template <class T>
at::Tensor backward(
    const at::Tensor& qkv, const at::Tensor& bias, const Sizes& s, const at::Tensor& out, const at::Tensor& logSums,
    const at::Tensor& dOut, const at::Tensor& dQkv, bool learned) {
  Space measure;
  BackwardSpace<T>(measure, s);
  const int64_t parts = s.parts(), map = s.tokens * s.tokens;
  const auto memory = at::empty({parts, measure.used()}, qkv.options().dtype(at::kByte));
  // A part works on heads that follow each other and shares at most one with the next, so head + part is its own place.
  const auto maps = learned ? at::empty({s.heads + parts - 1, map}, bias.options()) : at::Tensor();
  uint8_t* start = write<uint8_t>(memory);
  const T *from = read<T>(qkv), *outs = read<T>(out), *dOuts = read<T>(dOut);
  const float *biases = bias.defined() ? read<float>(bias) : nullptr, *sums = read<float>(logSums);
  T* to = write<T>(dQkv);
  float* dBiases = learned ? write<float>(maps) : nullptr;
  overRows(s.pairs(), parts, [&](int64_t part, int64_t first, int64_t last) {
    Space own(start + part * measure.used());
    const BackwardSpace<T> space(own, s);
    for (int64_t pair = first; pair < last; pair++) {
      const int64_t head = pair / s.images, image = pair % s.images;
      if (biases && (pair == first || image == 0)) {
        rowsOf<float>().transpose(biases + head * map, s.tokens, s.tokens, s.tokens, s.tokens, space.biasT, s.wide);
        if (dBiases) std::fill_n(space.dBiasT, s.tokens * s.wide, 0.0f);
      }
      const int64_t in = image * s.tokens * s.row + head * s.width, at = image * s.tokens * s.dim + head * s.width;
      backwardHead(
          s, space, from + in, biases ? space.biasT : nullptr, outs + at, sums + pair * s.tokens, dOuts + at, to + in,
          dBiases ? space.dBiasT : nullptr);
      if (dBiases && (pair == last - 1 || image == s.images - 1)) {
        rowsOf<float>().transpose(
            space.dBiasT, s.wide, s.tokens, s.tokens, s.tokens, dBiases + (head + part) * map, s.tokens);
      }
    }
    blas::brgemm_release();
  });
  if (!learned) return {};
  const auto dBias = at::zeros({s.heads, map}, bias.options());
  for (int64_t part = 0; part < parts; part++) {
    const int64_t first = s.pairs() * part / parts / s.images, last = (s.pairs() * (part + 1) / parts - 1) / s.images;
    dBias.narrow(0, first, last - first + 1).add_(maps.narrow(0, first + part, last - first + 1));
  }
  return dBias.view(bias.sizes());
}

std::vector<at::Tensor> splitHeads(const at::Tensor& qkv, int64_t heads) { // q, k, v: [images, heads, tokens, width]
  const int64_t images = qkv.size(0), tokens = qkv.size(1), width = qkv.size(2) / 3 / heads;
  return qkv.reshape({images, tokens, 3, heads, width}).permute({2, 0, 3, 1, 4}).unbind(0);
}

at::Tensor joinHeads(const at::Tensor& out) { return out.transpose(1, 2).flatten(2); }

at::Tensor composedAttention(const at::Tensor& qkv, int64_t heads, const OptionalTensor& bias) {
  const auto each = splitHeads(qkv, heads);
  const auto mask = bias ? OptionalTensor(bias->to(qkv.scalar_type())) : bias;
  return joinHeads(at::scaled_dot_product_attention(each[0], each[1], each[2], mask));
}

// With all maps in memory; ATen's fused kernel for the CPU has no second derivative.
at::Tensor writtenOut(const at::Tensor& qkv, int64_t heads, const OptionalTensor& bias) {
  const auto each = splitHeads(qkv, heads);
  const auto logits = each[0].mul(1 / std::sqrt(static_cast<double>(each[0].size(3)))).matmul(each[1].transpose(2, 3));
  return joinHeads((bias ? logits.add(bias->to(qkv.scalar_type())) : logits).softmax(-1).matmul(each[2]));
}

bool fits(const at::Tensor& qkv, int64_t heads, const OptionalTensor& bias) {
  if (qkv.numel() == 0 || !(isCpu(qkv, at::kFloat) || isCpu(qkv, at::kBFloat16))) return false;
  const int64_t n = qkv.size(1);
  return !bias || (isCpu(*bias, at::kFloat) && bias->sizes() == at::IntArrayRef({1, heads, n, n}));
}

struct SelfAttention : torch::autograd::Function<SelfAttention> {
  // Both contiguous: a copy made in here would not be in the graph, which second derivatives go through.
  static at::Tensor forward(
      torch::autograd::AutogradContext* context, const at::Tensor& qkv, int64_t heads, const OptionalTensor& bias) {
    const Sizes s(qkv, heads);
    const auto biases = bias.value_or(at::Tensor());
    const auto out = at::empty({s.images, s.tokens, s.dim}, qkv.options());
    const auto logSums = at::empty({heads * s.images * s.tokens + widestVector}, qkv.options().dtype(at::kFloat));
    if (qkv.scalar_type() == at::kFloat) {
      beit2::forward<float>(qkv, biases, s, out, logSums);
    } else {
      beit2::forward<BFloat16Bits>(qkv, biases, s, out, logSums);
    }
    context->save_for_backward({qkv, biases, out, logSums});
    context->saved_data["heads"] = heads;
    return out;
  }

  static torch::autograd::variable_list backward(
      torch::autograd::AutogradContext* context, const torch::autograd::variable_list& gradients) {
    const auto saved = context->get_saved_variables();
    const auto &qkv = saved[0], &bias = saved[1], &out = saved[2], &logSums = saved[3];
    const int64_t heads = context->saved_data["heads"].toInt();
    if (at::GradMode::is_enabled()) return differentiable(qkv, heads, bias, gradients[0]);
    const auto dOut = gradients[0].contiguous();
    const auto dQkv = at::empty_like(qkv);
    const Sizes s(qkv, heads);
    const bool learned = bias.defined() && context->needs_input_grad(1);
    const auto dBias = qkv.scalar_type() == at::kFloat
        ? beit2::backward<float>(qkv, bias, s, out, logSums, dOut, dQkv, learned)
        : beit2::backward<BFloat16Bits>(qkv, bias, s, out, logSums, dOut, dQkv, learned);
    return {dQkv, at::Tensor(), dBias};
  }

  static torch::autograd::variable_list differentiable(
      const at::Tensor& qkv, int64_t heads, const at::Tensor& bias, const at::Tensor& dOut) {
    const auto y = writtenOut(qkv, heads, bias.defined() ? OptionalTensor(bias) : std::nullopt);
    const auto found = trackedGradients(y, {qkv, bias}, dOut);
    return {found[0], at::Tensor(), found[1]};
  }
};

at::Tensor selfAttention(const at::Tensor& qkv, int64_t heads, const OptionalTensor& bias) {
  TORCH_CHECK(
      qkv.dim() == 3 && heads > 0 && qkv.size(2) % 3 == 0 && qkv.size(2) / 3 % heads == 0, "self_attention: ", qkv.sizes(),
      " is not [images, tokens, 3 * heads * width] for ", heads, " heads");
  if (!fits(qkv, heads, bias)) return qkv.is_cpu() ? writtenOut(qkv, heads, bias) : composedAttention(qkv, heads, bias);
  const bool inFloat = qkv.scalar_type() == at::kBFloat16 && (qkv.size(2) / (3 * heads) % 2 != 0 || !hasBlockProducts<BFloat16Bits>());
  const auto input = (inFloat ? qkv.to(at::kFloat) : qkv).contiguous();
  const auto out = SelfAttention::apply(input, heads, bias ? OptionalTensor(bias->contiguous()) : bias);
  return inFloat ? out.to(at::kBFloat16) : out;
}

} // namespace

bool hasFloatBlockProducts() { return hasBlockProducts<float>(); }

namespace {

TORCH_LIBRARY_FRAGMENT(beit2, library) {
  library.def("self_attention(Tensor qkv, int heads, Tensor? bias=None) -> Tensor");
}
TORCH_LIBRARY_IMPL(beit2, CompositeImplicitAutograd, library) {
  library.impl("self_attention", selfAttention);
}

} // namespace
} // namespace beit2
