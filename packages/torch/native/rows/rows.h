// Loops over rows of numbers that the CPU kernels are made of, compiled once for each instruction set (rows.cc) and reached
// through the table of the best set that the processor has. Nothing here includes libtorch.
#pragma once

#include <cstdint>

namespace beit2 {

using BFloat16Bits = uint16_t;

// Memory that is read and written in whole vectors is padded to a multiple of this, the widest vector of any set.
constexpr int64_t widestVector = 16;

// Of a row of cosines: the similarity, and what its gradient takes: 1 / (|x|·|y|), and similarity / |x|² (0 where |x| ≤ eps).
struct CosineRow {
  float similarity, scale, shrink;
};

template <class T>
struct RowKernels {
  // ---- Linear layers: `rows` rows of n numbers ----

  // gelu(v) = v·Φ(v) of v = h + bias.
  void (*gelu)(const T* h, const float* bias, T* to, int64_t rows, int64_t n);
  // dh = dy·(Φ(v) + v·φ(v)), also added to `sums` by column. dh may be dy itself.
  void (*geluGradient)(const T* dy, const T* h, const float* bias, T* dh, float* sums, int64_t rows, int64_t n);
  // Adds the rows to `sums`.
  void (*add)(const T* from, float* sums, int64_t rows, int64_t n);

  // ---- Residual connections and layer norms: x in float32, the branch (or the normalised row) in T ----

  // y = x + gamma·branch; gamma may be null.
  void (*residual)(const float* x, const T* branch, const float* gamma, float* y, int64_t rows, int64_t n);
  // dBranch = gamma·dy, and dGamma += dy·branch by column.
  void (*residualGradient)(
      const float* dy, const T* branch, const float* gamma, T* dBranch, float* dGamma, int64_t rows, int64_t n);
  void (*norm)(
      const float* x, const float* weight, const float* bias, float eps, T* y, float* means, float* rstds, int64_t rows,
      int64_t n);
  // Adds to dWeight and dBias by column.
  void (*normGradient)(
      const T* dy, const float* x, const float* weight, const float* means, const float* rstds, float* dx,
      float* dWeight, float* dBias, int64_t rows, int64_t n);

  // ---- Cosine similarity of rows ----

  void (*cosine)(const T* x, const float* y, float leastNorm, CosineRow* to, int64_t rows, int64_t n);
  void (*cosineGradient)(
      const float* gradients, const T* x, const float* y, const CosineRow* from, T* dx, int64_t rows, int64_t n);

  // ---- Cross-entropy of rows of n logits with class indices in [0, n) ----

  // The loss of each row, log Σ exp(logit), and whether its first largest logit is the label's.
  void (*crossEntropy)(
      const T* x, const int64_t* labels, float* logSums, float* losses, bool* correct, int64_t rows, int64_t n);
  // dx = (softmax(x) - one-hot label)·gradient of the row's loss
  void (*crossEntropyGradient)(
      const float* gradients, const T* x, const int64_t* labels, const float* logSums, T* dx, int64_t rows, int64_t n);

  // ---- Attention. Maps are padded: see widestVector ----

  // Logits·scale + bias [rows, n] to exp(logit - maximum), zeros in the rest of the last vector; also log Σ exp(logit) and
  // 1 / Σ.
  void (*exponentiate)(
      float* logits, int64_t stride, const float* bias, int64_t strideBias, float scale, int64_t rows, int64_t n, T* to,
      int64_t strideTo, float* logSums, float* inverses);
  // Of maps with a row for each of n keys and a column for each of m queries: the weights p = exp(logit - logSum) and the
  // gradient of the logits p·(dp - delta), zeros in the rest of the last vector; the latter is added to dBias.
  void (*softmaxGradient)(
      const float* logits, const float* dWeights, int64_t stride, const float* bias, float* dBias, int64_t strideBias,
      float scale, const float* logSums, const float* deltas, int64_t n, int64_t m, T* weights, T* dLogits,
      int64_t strideTo);
  // Rows times a factor each, or all times one.
  void (*scale)(
      const float* from, int64_t stride, const float* factors, float factor, int64_t rows, int64_t n, T* to,
      int64_t strideTo);
  // Σ a·b of each row.
  void (*dot)(const T* a, const T* b, int64_t stride, int64_t rows, int64_t n, float* to);
  // to[c][r] = from[r][c], with zeros in each new row up to `padded`.
  void (*transpose)(
      const T* from, int64_t stride, int64_t rows, int64_t columns, int64_t padded, T* to, int64_t strideTo);
};

struct Rows {
  const char* set; // its name
  RowKernels<float> float32;
  RowKernels<BFloat16Bits> bfloat16;
  // to[c][r] = from[r][c]
  void (*transposeWords)(
      const uint32_t* from, int64_t stride, int64_t rows, int64_t columns, uint32_t* to, int64_t strideTo);
  // Word (r, i) gets from[2r][i] below and from[2r + 1][i] above; zero after the last row.
  void (*pairRows)(const BFloat16Bits* from, int64_t stride, int64_t rows, int64_t width, uint32_t* to);
  // c[m×n] (+)= a[m×k]·b[k×n], for blocks that stay in the cache.
  void (*multiply)(
      bool add, int64_t m, int64_t n, int64_t k, const float* a, int64_t strideA, const float* b, int64_t strideB,
      float* c, int64_t strideC);

  // ---- Packed products: the left side in tiles [k, tileRows], the right side in panels [k, panelColumns] ----

  int64_t tileRows, panelColumns;
  // m rows of [m, k], or from the transpose: m columns of [k, m].
  void (*packRows)(int64_t m, int64_t k, const float* from, int64_t stride, float* to);
  void (*packRowsOfTranspose)(int64_t m, int64_t k, const float* from, int64_t stride, float* to);
  // n columns of [k, n], or from the transpose: n rows of [n, k].
  void (*packColumns)(int64_t k, int64_t n, const float* from, int64_t stride, float* to);
  void (*packColumnsOfTranspose)(int64_t k, int64_t n, const float* from, int64_t stride, float* to);
  // c[m×n] (+)= tiles·panels (+ bias, if it is not null)
  void (*multiplyPanels)(
      bool add, const float* bias, int64_t m, int64_t n, int64_t k, const float* tiles, const float* panels, float* c,
      int64_t strideC);
};

// The table of the set that is in use. Throws std::runtime_error where BEIT2_CPU_CAPABILITY names one that is not there.
const Rows& rowLoops();

template <class T>
const RowKernels<T>& rowsOf();
template <>
inline const RowKernels<float>& rowsOf<float>() {
  return rowLoops().float32;
}
template <>
inline const RowKernels<BFloat16Bits>& rowsOf<BFloat16Bits>() {
  return rowLoops().bfloat16;
}

} // namespace beit2
