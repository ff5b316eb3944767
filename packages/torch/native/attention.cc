// beit2::self_attention(qkv, heads, bias?): softmax(q·kᵀ / √width + bias)·v of every head, on the CPU in float32 and bfloat16.
//
// It reads the joined projection [B, N, 3·D] and writes [B, N, D] as the linear layers around it have them, keeps one number
// a row for the backward pass, and gives a gradient to the bias. ATen's fused kernel gives none, so with a bias to learn it
// takes a composition that stores the N×N maps of all heads and copies q, k, v and the output into other orders. Products
// work on blocks that stay in the cache: in bfloat16 they are oneDNN's (brgemm), in float32 oneDNN's or ours
// (rows/multiply.h). Where oneDNN has none for bfloat16, it is computed in float32. Elsewhere it is ATen's composition.
#include "kernels.h"
#include "linear-products.h"
#include "second-order.h"

#include <ATen/core/grad_mode.h>
#include <ATen/native/CPUBlas.h>
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

bool usesOneDnn() { return chosen(Product::attention) == Library::oneDnn; }

void multiply(
    bool add, int64_t m, int64_t n, int64_t k, const float* a, int64_t strideA, Right<float> b, float* c, int64_t strideC) {
  if (usesOneDnn()) {
    blas::brgemm(m, n, k, strideA, b.stride, strideC, add, a, b.data, c, false);
  } else {
    rowLoops().multiply(add, m, n, k, a, strideA, b.data, b.stride, c, strideC);
  }
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
bool hasBlockProducts() {
  static const bool has = [] {
    const Stored<T> a[2] = {}, b[2] = {};
    float c = 0;
    try {
      blas::brgemm(1, 1, 2, 2, 1, 1, false, a, b, &c, sizeof(T) == 2);
      blas::brgemm_release();
      return true;
    } catch (const std::exception&) { // ATen refuses with c10::Error, oneDNN with its own
      return false;
    }
  }();
  return has;
}

int64_t roundUp(int64_t value, int64_t unit) { return (value + unit - 1) / unit * unit; }

// Columns of a map to compute: in float32 the last vector is a whole one, as maps are padded.
template <class T>
int64_t mapColumns(int64_t count) {
  return sizeof(T) == 4 ? roundUp(count, widestVector) : count;
}

// ---- Other orders ----------------------------------------------------------------------------------------------------

// `rows` rows of `width` numbers as the right side that is their transpose.
Right<float> transposed(const float* from, int64_t stride, int64_t rows, int64_t width, float* space, int64_t strideTo) {
  rowsOf<float>().transpose(from, stride, rows, width, roundUp(rows, widestVector), space, strideTo);
  return {space, strideTo};
}
Right<uint32_t> transposed(
    const BFloat16Bits* from, int64_t stride, int64_t rows, int64_t width, uint32_t* space, int64_t strideTo) {
  rowLoops().transposeWords(reinterpret_cast<const uint32_t*>(from), stride / 2, rows, width / 2, space, strideTo);
  return {space, strideTo};
}

// `rows` rows of `width` numbers as a right side.
Right<float> asRight(const float* from, int64_t stride, int64_t rows, int64_t width, float* space) {
  if (usesOneDnn()) return {from, stride};
  for (int64_t r = 0; r < rows; r++) std::copy_n(from + r * stride, width, space + r * width); // rows far apart share cache lines
  return {space, width};
}
Right<uint32_t> asRight(const BFloat16Bits* from, int64_t stride, int64_t rows, int64_t width, uint32_t* space) {
  rowLoops().pairRows(from, stride, rows, width, space);
  return {space, width};
}

// ---- Heads -----------------------------------------------------------------------------------------------------------

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
        wide(roundUp(tokens, widestVector) + (tokens > 128 ? widestVector : 0)),
        block((tokens + (tokens + 127) / 128 - 1) / ((tokens + 127) / 128)),
        blockEven(roundUp(block, 2)),
        blockWide(roundUp(block, widestVector)),
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
    multiply(false, m, mapColumns<T>(s.tokens), s.width, q + first * s.row, s.row, keys, space.logits, s.wide);
    rowsOf<T>().exponentiate(
        space.logits, s.wide, bias ? bias + first * s.wide : nullptr, s.wide, s.scale, m, s.tokens, space.weights,
        s.wide, logSums + first, space.inverses);
    const int64_t inner = sizeof(T) == 2 ? s.even : s.tokens;
    multiply(false, m, s.width, inner, space.weights, s.wide, values, space.output, s.width);
    rowsOf<T>().scale(space.output, s.width, space.inverses, 0, m, s.width, out + first * s.dim, s.dim);
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
        deltas(space.take<float>(s.tokens + widestVector)),
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
  rowsOf<T>().dot(dOut, out, s.dim, s.tokens, s.width, space.deltas);
  const auto keys = asRight(k, s.row, s.tokens, s.width, space.keys);
  for (int64_t first = 0; first < s.tokens; first += s.block) {
    const int64_t m = std::min(s.block, s.tokens - first);
    const bool further = first > 0;
    const T *blockQ = q + first * s.row, *blockD = dOut + first * s.dim;
    const auto queriesT = transposed(blockQ, s.row, m, s.width, space.queriesT, s.blockWide);
    const auto gradientsT = transposed(blockD, s.dim, m, s.width, space.gradientsT, s.blockWide);
    multiply(false, s.tokens, mapColumns<T>(m), s.width, k, s.row, queriesT, space.logits, s.blockWide);
    multiply(false, s.tokens, mapColumns<T>(m), s.width, v, s.row, gradientsT, space.dWeights, s.blockWide);
    const int64_t inner = sizeof(T) == 2 ? roundUp(m, 2) : m;
    rowsOf<T>().softmaxGradient(
        space.logits, space.dWeights, s.blockWide, biasT ? biasT + first : nullptr, dBiasT ? dBiasT + first : nullptr,
        s.wide, s.scale, logSums + first, space.deltas + first, s.tokens, m, space.weights, space.dLogits, s.blockWide);
    const auto gradientPairs = asRight(blockD, s.dim, m, s.width, space.gradients);
    multiply(further, s.tokens, s.width, inner, space.weights, s.blockWide, gradientPairs, space.dv, s.width);
    const auto queryRows = asRight(blockQ, s.row, m, s.width, space.queries);
    multiply(further, s.tokens, s.width, inner, space.dLogits, s.blockWide, queryRows, space.dk, s.width);
    rowsOf<T>().transpose(space.dLogits, s.blockWide, s.tokens, m, s.even, space.dLogitsT, s.wide);
    const int64_t keyInner = sizeof(T) == 2 ? s.even : s.tokens;
    multiply(false, m, s.width, keyInner, space.dLogitsT, s.wide, keys, space.dq, s.width);
    rowsOf<T>().scale(space.dq, s.width, nullptr, s.scale, m, s.width, dQkv + first * s.row, s.row);
  }
  rowsOf<T>().scale(space.dk, s.width, nullptr, s.scale, s.tokens, s.width, dQkv + s.dim, s.row);
  rowsOf<T>().scale(space.dv, s.width, nullptr, 1, s.tokens, s.width, dQkv + 2 * s.dim, s.row);
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
