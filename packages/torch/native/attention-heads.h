// Attention of one head of one image: its products on blocks that stay in the cache, and the orders that these need.
//
// In bfloat16 the products are oneDNN's (brgemm), in float32 oneDNN's or ours (rows/multiply.h).
#pragma once

#include "kernels.h"
#include "linear-products.h"

#include <ATen/native/CPUBlas.h>

#include <algorithm>
#include <cmath>

namespace beit2::heads {

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

inline bool usesOneDnn() { return chosen(Product::attention) == Library::oneDnn; }

inline void multiply(
    bool add, int64_t m, int64_t n, int64_t k, const float* a, int64_t strideA, Right<float> b, float* c, int64_t strideC) {
  if (usesOneDnn()) {
    blas::brgemm(m, n, k, strideA, b.stride, strideC, add, a, b.data, c, false);
  } else {
    rowLoops().multiply(add, m, n, k, a, strideA, b.data, b.stride, c, strideC);
  }
}
inline void multiply(
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

inline int64_t roundUp(int64_t value, int64_t unit) { return (value + unit - 1) / unit * unit; }

// Columns of a map to compute: in float32 the last vector is a whole one, as maps are padded.
template <class T>
int64_t mapColumns(int64_t count) {
  return sizeof(T) == 4 ? roundUp(count, widestVector) : count;
}

// ---- Other orders ----------------------------------------------------------------------------------------------------

// `rows` rows of `width` numbers as the right side that is their transpose.
inline Right<float> transposed(const float* from, int64_t stride, int64_t rows, int64_t width, float* space, int64_t strideTo) {
  rowsOf<float>().transpose(from, stride, rows, width, roundUp(rows, widestVector), space, strideTo);
  return {space, strideTo};
}
inline Right<uint32_t> transposed(
    const BFloat16Bits* from, int64_t stride, int64_t rows, int64_t width, uint32_t* space, int64_t strideTo) {
  rowLoops().transposeWords(reinterpret_cast<const uint32_t*>(from), stride / 2, rows, width / 2, space, strideTo);
  return {space, strideTo};
}

// `rows` rows of `width` numbers as a right side.
inline Right<float> asRight(const float* from, int64_t stride, int64_t rows, int64_t width, float* space) {
  if (usesOneDnn()) return {from, stride};
  for (int64_t r = 0; r < rows; r++) std::copy_n(from + r * stride, width, space + r * width); // rows far apart share cache lines
  return {space, width};
}
inline Right<uint32_t> asRight(const BFloat16Bits* from, int64_t stride, int64_t rows, int64_t width, uint32_t* space) {
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

} // namespace beit2::heads
