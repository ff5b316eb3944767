// beit2::self_attention(qkv, heads, bias?): softmax(q·kᵀ / √width + bias)·v of every head, on the CPU in float32 and bfloat16.
//
// It reads the joined projection [B, N, 3·D] and writes [B, N, D] as the linear layers around it have them, keeps one number
// a row for the backward pass, and gives a gradient to the bias. ATen's fused kernel gives none, so with a bias to learn it
// takes a composition that stores the N×N maps of all heads and copies q, k, v and the output into other orders. Products
// are oneDNN's (brgemm) on blocks that stay in the cache. Elsewhere it is ATen's composition, which is also its test.
#include "attention-rows.h"
#include "kernels.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <ATen/native/CPUBlas.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>
#include <torch/library.h>

#include <cmath>

namespace beit2 {
namespace {

using OptionalTensor = std::optional<at::Tensor>;
namespace blas = at::native::cpublas;

// ---- Products --------------------------------------------------------------------------------------------------------
// c[m×n] (+)= a[m×k]·b[k×n] by rows with strides. In bfloat16 b is in pairs: word (j, i) holds b[2j][i] and b[2j+1][i].

template <class T>
struct Right { // the right side of a product
  const T* data;
  int64_t stride;
};
template <class T>
struct PairedOf {
  using Type = float;
};
template <>
struct PairedOf<BFloat16Bits> {
  using Type = uint32_t;
};
template <class T>
using Paired = typename PairedOf<T>::Type;

void multiply(
    bool add, int64_t m, int64_t n, int64_t k, const float* a, int64_t strideA, Right<float> b, float* c, int64_t strideC) {
  blas::brgemm(m, n, k, strideA, b.stride, strideC, add, a, b.data, c, false);
}
void multiply(
    bool add, int64_t m, int64_t n, int64_t k, const BFloat16Bits* a, int64_t strideA, Right<uint32_t> b, float* c,
    int64_t strideC) {
  blas::brgemm(
      m, n, k, strideA, b.stride, strideC, add, reinterpret_cast<const at::BFloat16*>(a),
      reinterpret_cast<const at::BFloat16*>(b.data), c, true);
}

// Whether this machine's oneDNN has such products: asked once, by doing one.
template <class T>
bool hasProducts() {
  static const bool has = [] {
    const T a[2] = {};
    const Paired<T> b[2] = {};
    float c = 0;
    try {
      multiply(false, 1, 1, 2, a, 2, Right<Paired<T>>{b, 1}, &c, 1);
      blas::brgemm_release();
      return true;
    } catch (const c10::Error&) {
      return false;
    }
  }();
  return has;
}

// ---- Other orders ----------------------------------------------------------------------------------------------------

// `rows` rows of `width` numbers as the right side that is their transpose.
Right<float> transposed(const float* from, int64_t stride, int64_t rows, int64_t width, float* space, int64_t strideTo) {
  transposeWords(
      reinterpret_cast<const uint32_t*>(from), stride, rows, width, reinterpret_cast<uint32_t*>(space), strideTo);
  return {space, strideTo};
}
Right<uint32_t> transposed(
    const BFloat16Bits* from, int64_t stride, int64_t rows, int64_t width, uint32_t* space, int64_t strideTo) {
  transposeWords(reinterpret_cast<const uint32_t*>(from), stride / 2, rows, width / 2, space, strideTo);
  return {space, strideTo};
}

// `rows` rows of `width` numbers as a right side.
Right<float> asRight(const float* from, int64_t stride, int64_t, int64_t, float*) { return {from, stride}; }
Right<uint32_t> asRight(const BFloat16Bits* from, int64_t stride, int64_t rows, int64_t width, uint32_t* space) {
  pairRows(from, stride, rows, width, space);
  return {space, width};
}

// ---- Heads -----------------------------------------------------------------------------------------------------------

int64_t roundUp(int64_t value, int64_t unit) { return (value + unit - 1) / unit * unit; }

struct Sizes {
  int64_t images, tokens, heads, width; // width of a head
  int64_t dim, row;                     // of the model; of one token's q, k and v
  int64_t even, wide;                   // tokens in whole pairs; in whole vectors, with one more for the last block
  int64_t block, blockEven, blockWide;  // queries at a time
  float scale;

  Sizes(const at::Tensor& qkv, int64_t headCount)
      : images(qkv.size(0)),
        tokens(qkv.size(1)),
        heads(headCount),
        width(qkv.size(2) / (3 * headCount)),
        dim(width * headCount),
        row(3 * dim),
        even(roundUp(tokens, 2)),
        wide(roundUp(tokens, lanes) + (tokens > 128 ? lanes : 0)),
        block((tokens + (tokens + 127) / 128 - 1) / ((tokens + 127) / 128)),
        blockEven(roundUp(block, 2)),
        blockWide(roundUp(block, lanes)),
        scale(static_cast<float>(1 / std::sqrt(static_cast<double>(width)))) {}

  int64_t pairs() const { return heads * images; } // of a head and an image, those of one head together
  int64_t parts() const { return partsOf(pairs(), 2 * tokens * (tokens + width)); }
};

// Cuts a thread's memory into pieces that start on cache lines; with no memory it measures.
class Space {
 public:
  explicit Space(uint8_t* memory = nullptr) : memory_(memory) {}
  template <class T>
  T* take(int64_t count) {
    uint8_t* piece = memory_ + used_;
    used_ += roundUp(count * static_cast<int64_t>(sizeof(T)), 64);
    return reinterpret_cast<T*>(piece);
  }
  int64_t used() const { return used_; }

 private:
  uint8_t* memory_;
  int64_t used_ = 0;
};

template <class T>
struct ForwardSpace {
  Paired<T>*keys, *values;
  float *logits, *output, *inverses, *bias;
  T* weights;
  ForwardSpace(Space& space, const Sizes& s)
      : keys(space.take<Paired<T>>(s.width * s.wide)),
        values(space.take<Paired<T>>(s.even * s.width)),
        logits(space.take<float>(s.block * s.wide)),
        output(space.take<float>(s.block * s.width)),
        inverses(space.take<float>(s.block)),
        bias(space.take<float>(s.tokens * s.wide)),
        weights(space.take<T>(s.block * s.wide)) {}
};

template <class T>
void forwardHead(const Sizes& s, const ForwardSpace<T>& space, const T* qkv, const float* bias, T* out, float* logSums) {
  const T *q = qkv, *k = qkv + s.dim, *v = qkv + 2 * s.dim;
  const auto keys = transposed(k, s.row, s.tokens, s.width, space.keys, s.wide);
  const auto values = asRight(v, s.row, s.tokens, s.width, space.values);
  for (int64_t first = 0; first < s.tokens; first += s.block) {
    const int64_t m = std::min(s.block, s.tokens - first);
    multiply(false, m, s.tokens, s.width, q + first * s.row, s.row, keys, space.logits, s.wide);
    exponentiateRows(
        space.logits, s.wide, bias ? bias + first * s.wide : nullptr, s.wide, s.scale, m, s.tokens, space.weights,
        s.wide, logSums + first, space.inverses);
    const int64_t inner = sizeof(T) == 2 ? s.even : s.tokens;
    multiply(false, m, s.width, inner, space.weights, s.wide, values, space.output, s.width);
    scaleRows(space.output, s.width, space.inverses, 0, m, s.width, out + first * s.dim, s.dim);
  }
}

template <class T>
struct BackwardSpace {
  Paired<T>*queriesT, *gradientsT, *queries, *gradients, *keys;
  float *logits, *dWeights, *deltas, *dq, *dk, *dv, *biasT, *dBiasT;
  T *weights, *dLogits, *dLogitsT;
  BackwardSpace(Space& space, const Sizes& s)
      : queriesT(space.take<Paired<T>>(s.width * s.blockWide)),
        gradientsT(space.take<Paired<T>>(s.width * s.blockWide)),
        queries(space.take<Paired<T>>(s.blockEven * s.width)),
        gradients(space.take<Paired<T>>(s.blockEven * s.width)),
        keys(space.take<Paired<T>>(s.even * s.width)),
        logits(space.take<float>(s.tokens * s.blockWide)),
        dWeights(space.take<float>(s.tokens * s.blockWide)),
        deltas(space.take<float>(s.tokens + lanes)),
        dq(space.take<float>(s.block * s.width)),
        dk(space.take<float>(s.tokens * s.width)),
        dv(space.take<float>(s.tokens * s.width)),
        biasT(space.take<float>(s.tokens * s.wide)),
        dBiasT(space.take<float>(s.tokens * s.wide)),
        weights(space.take<T>(s.tokens * s.blockWide)),
        dLogits(space.take<T>(s.tokens * s.blockWide)),
        dLogitsT(space.take<T>(s.block * s.wide)) {}
};

// The maps are made transposed here (keys down, queries across): the gradients of v and k then take them as they are.
template <class T>
void backwardHead(
    const Sizes& s, const BackwardSpace<T>& space, const T* qkv, const float* biasT, const T* out, const float* logSums,
    const T* dOut, T* dQkv, float* dBiasT) {
  const T *q = qkv, *k = qkv + s.dim, *v = qkv + 2 * s.dim;
  dotRows(dOut, out, s.dim, s.tokens, s.width, space.deltas);
  const auto keys = asRight(k, s.row, s.tokens, s.width, space.keys);
  for (int64_t first = 0; first < s.tokens; first += s.block) {
    const int64_t m = std::min(s.block, s.tokens - first);
    const bool further = first > 0;
    const T *blockQ = q + first * s.row, *blockD = dOut + first * s.dim;
    const auto queriesT = transposed(blockQ, s.row, m, s.width, space.queriesT, s.blockWide);
    const auto gradientsT = transposed(blockD, s.dim, m, s.width, space.gradientsT, s.blockWide);
    multiply(false, s.tokens, m, s.width, k, s.row, queriesT, space.logits, s.blockWide);
    multiply(false, s.tokens, m, s.width, v, s.row, gradientsT, space.dWeights, s.blockWide);
    const int64_t inner = sizeof(T) == 2 ? roundUp(m, 2) : m;
    gradientRows(
        space.logits, space.dWeights, s.blockWide, biasT ? biasT + first : nullptr, dBiasT ? dBiasT + first : nullptr,
        s.wide, s.scale, logSums + first, space.deltas + first, s.tokens, m, space.weights, space.dLogits, s.blockWide);
    const auto gradientPairs = asRight(blockD, s.dim, m, s.width, space.gradients);
    multiply(further, s.tokens, s.width, inner, space.weights, s.blockWide, gradientPairs, space.dv, s.width);
    const auto queryRows = asRight(blockQ, s.row, m, s.width, space.queries);
    multiply(further, s.tokens, s.width, inner, space.dLogits, s.blockWide, queryRows, space.dk, s.width);
    transposeRows(space.dLogits, s.blockWide, s.tokens, m, s.even, space.dLogitsT, s.wide);
    const int64_t keyInner = sizeof(T) == 2 ? s.even : s.tokens;
    multiply(false, m, s.width, keyInner, space.dLogitsT, s.wide, keys, space.dq, s.width);
    scaleRows(space.dq, s.width, nullptr, s.scale, m, s.width, dQkv + first * s.row, s.row);
  }
  scaleRows(space.dk, s.width, nullptr, s.scale, s.tokens, s.width, dQkv + s.dim, s.row);
  scaleRows(space.dv, s.width, nullptr, 1, s.tokens, s.width, dQkv + 2 * s.dim, s.row);
}

// ---- The operator ----------------------------------------------------------------------------------------------------

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
        scaleRows(biases + head * map, s.tokens, nullptr, 1, s.tokens, s.tokens, space.bias, s.wide);
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
        transposeRows(biases + head * map, s.tokens, s.tokens, s.tokens, s.tokens, space.biasT, s.wide);
        if (dBiases) std::fill_n(space.dBiasT, s.tokens * s.wide, 0.0f);
      }
      const int64_t in = image * s.tokens * s.row + head * s.width, at = image * s.tokens * s.dim + head * s.width;
      backwardHead(
          s, space, from + in, biases ? space.biasT : nullptr, outs + at, sums + pair * s.tokens, dOuts + at, to + in,
          dBiases ? space.dBiasT : nullptr);
      if (dBiases && (pair == last - 1 || image == s.images - 1)) {
        transposeRows(
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

at::Tensor composed(const at::Tensor& qkv, int64_t heads, const OptionalTensor& bias) {
  const int64_t images = qkv.size(0), tokens = qkv.size(1), dim = qkv.size(2) / 3;
  const auto each = qkv.reshape({images, tokens, 3, heads, dim / heads}).permute({2, 0, 3, 1, 4}).unbind(0);
  const auto mask = bias ? OptionalTensor(bias->to(qkv.scalar_type())) : bias;
  return at::scaled_dot_product_attention(each[0], each[1], each[2], mask).transpose(1, 2).reshape({images, tokens, dim});
}

bool fits(const at::Tensor& qkv, int64_t heads, const OptionalTensor& bias) {
  if (qkv.numel() == 0) return false;
  if (isCpu(qkv, at::kFloat)) {
    if (!hasProducts<float>()) return false;
  } else if (!isCpu(qkv, at::kBFloat16) || qkv.size(2) / (3 * heads) % 2 != 0 || !hasProducts<BFloat16Bits>()) {
    return false;
  }
  const int64_t n = qkv.size(1);
  return !bias || (isCpu(*bias, at::kFloat) && bias->sizes() == at::IntArrayRef({1, heads, n, n}));
}

struct SelfAttention : torch::autograd::Function<SelfAttention> {
  static at::Tensor forward(
      torch::autograd::AutogradContext* context, const at::Tensor& projected, int64_t heads, const OptionalTensor& bias) {
    const auto qkv = projected.contiguous();
    const Sizes s(qkv, heads);
    const auto biases = bias ? bias->contiguous() : at::Tensor();
    const auto out = at::empty({s.images, s.tokens, s.dim}, qkv.options());
    const auto logSums = at::empty({heads * s.images * s.tokens + lanes}, qkv.options().dtype(at::kFloat));
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
    const auto y = composed(qkv, heads, bias.defined() ? OptionalTensor(bias) : std::nullopt);
    std::vector<at::Tensor> inputs;
    for (const auto& input : {qkv, bias}) {
      if (input.defined() && input.requires_grad()) inputs.push_back(input);
    }
    auto result = torch::autograd::grad({y}, inputs, {dOut}, true, true);
    const auto dQkv = qkv.requires_grad() ? result.front() : at::Tensor();
    const auto dBias = bias.defined() && bias.requires_grad() ? result.back() : at::Tensor();
    return {dQkv, at::Tensor(), dBias};
  }
};

at::Tensor selfAttention(const at::Tensor& qkv, int64_t heads, const OptionalTensor& bias) {
  TORCH_CHECK(
      qkv.dim() == 3 && heads > 0 && qkv.size(2) % 3 == 0 && qkv.size(2) / 3 % heads == 0, "self_attention: ", qkv.sizes(),
      " is not [images, tokens, 3 * heads * width] for ", heads, " heads");
  return fits(qkv, heads, bias) ? SelfAttention::apply(qkv, heads, bias) : composed(qkv, heads, bias);
}

TORCH_LIBRARY_FRAGMENT(beit2, library) {
  library.def("self_attention(Tensor qkv, int heads, Tensor? bias=None) -> Tensor");
}
TORCH_LIBRARY_IMPL(beit2, CompositeImplicitAutograd, library) {
  library.impl("self_attention", selfAttention);
}

} // namespace
} // namespace beit2
