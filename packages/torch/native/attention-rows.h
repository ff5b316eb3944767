// What attention does to the rows of its matrices between the products, for the widest vectors of the processor.
#pragma once

#include "vectors.h"

namespace beit2 {

// to[c][r] = from[r][c]
void transposeWords(
    const uint32_t* from, int64_t stride, int64_t rows, int64_t columns, uint32_t* to, int64_t strideTo);

// Word (r, i) gets from[2r][i] below and from[2r + 1][i] above; zero after the last row.
void pairRows(const BFloat16Bits* from, int64_t stride, int64_t rows, int64_t width, uint32_t* to);

// Maps are read and written in whole vectors: their strides are multiples of `lanes`, or they have that much memory more.
#define BEIT2_ATTENTION_ROWS(T)                                                                                       \
  /* Logits·scale + bias [rows, n] to exp(logit - maximum), zeros in the rest of the last vector; also log Σ exp(logit) \
     and 1 / Σ. */                                                                                                    \
  void exponentiateRows(                                                                                              \
      float* logits, int64_t stride, const float* bias, int64_t strideBias, float scale, int64_t rows, int64_t n,     \
      T* to, int64_t strideTo, float* logSums, float* inverses);                                                      \
  /* Of maps with a row for each of n keys and a column for each of m queries: the weights p = exp(logit - logSum)    \
     and the gradient of the logits p·(dp - delta), zeros in the rest of the last vector; the latter is added to      \
     dBias. */                                                                                                        \
  void gradientRows(                                                                                                  \
      const float* logits, const float* dWeights, int64_t stride, const float* bias, float* dBias,                    \
      int64_t strideBias, float scale, const float* logSums, const float* deltas, int64_t n, int64_t m, T* weights,   \
      T* dLogits, int64_t strideTo);                                                                                  \
  /* Rows times a factor each, or all times one. */                                                                  \
  void scaleRows(                                                                                                    \
      const float* from, int64_t stride, const float* factors, float factor, int64_t rows, int64_t n, T* to,         \
      int64_t strideTo);                                                                                             \
  /* Σ a·b of each row. */                                                                                           \
  void dotRows(const T* a, const T* b, int64_t stride, int64_t rows, int64_t n, float* to);                          \
  /* to[c][r] = from[r][c], with zeros in each new row up to `padded`. */                                            \
  void transposeRows(                                                                                                \
      const T* from, int64_t stride, int64_t rows, int64_t columns, int64_t padded, T* to, int64_t strideTo);

BEIT2_ATTENTION_ROWS(float)
BEIT2_ATTENTION_ROWS(BFloat16Bits)
#undef BEIT2_ATTENTION_ROWS

} // namespace beit2
