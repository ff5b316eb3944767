// What a linear layer and the GELU after it do to rows beside their products, for the widest vectors of the processor.
#pragma once

#include "vectors.h"

namespace beit2 {

#define BEIT2_GELU_ROWS(T)                                                                                       \
  /* gelu(h) = h·Φ(h) of `count` numbers. */                                                                     \
  void geluRow(const T* h, T* to, int64_t count);                                                                \
  /* Of `rows` rows of n: dh = dy·(Φ(h) + h·φ(h)), also added to `sums` by column. */                            \
  void geluGradientRows(const T* dy, const T* h, T* dh, float* sums, int64_t rows, int64_t n);                   \
  /* Adds `rows` rows of n to `sums`. */                                                                         \
  void addRows(const T* from, float* sums, int64_t rows, int64_t n);

BEIT2_GELU_ROWS(float)
BEIT2_GELU_ROWS(BFloat16Bits)
#undef BEIT2_GELU_ROWS

} // namespace beit2
