// What attention does to the rows of its matrices between the products, and products of blocks.
#pragma once

#include "vectors.h"

namespace beit2 {
namespace {

template <class T>
void exponentiate(
    float* logits, int64_t stride, const float* bias, int64_t strideBias, float scale, int64_t rows, int64_t n, T* to,
    int64_t strideTo, float* logSums, float* inverses) {
  constexpr float least = -__builtin_inff();
  const int64_t whole = n / lanes * lanes;
  const Words valid = firstOf(n - whole);
  for (int64_t r = 0; r < rows; r++, logits += stride, to += strideTo) {
    const float* b = bias ? bias + r * strideBias : nullptr;
    Floats maxima = all(least);
    for (int64_t i = 0; i < n; i += lanes) {
      const Floats scaled = read(logits + i) * scale, logit = b ? scaled + read(b + i) : scaled;
      const Floats s = i < whole ? logit : (valid ? logit : all(least));
      write(logits + i, s);
      maxima = s > maxima ? s : maxima;
    }
    float maximum = maxima[0];
    for (int64_t l = 1; l < lanes; l++) maximum = maxima[l] > maximum ? maxima[l] : maximum;
    Floats sums = {};
    for (int64_t i = 0; i < n; i += lanes) {
      const Floats e = exponential(read(logits + i) - maximum);
      sums += e;
      write(to + i, e);
    }
    const float total = sum(sums);
    logSums[r] = maximum + __builtin_logf(total);
    inverses[r] = 1 / total;
  }
}

template <class T>
void softmaxGradient(
    const float* logits, const float* dWeights, int64_t stride, const float* bias, float* dBias, int64_t strideBias,
    float scale, const float* logSums, const float* deltas, int64_t n, int64_t m, T* weights, T* dLogits, int64_t strideTo) {
  const int64_t whole = m / lanes * lanes;
  const Words valid = firstOf(m - whole);
  for (int64_t r = 0; r < n; r++) {
    const float *s = logits + r * stride, *dp = dWeights + r * stride;
    T *p = weights + r * strideTo, *ds = dLogits + r * strideTo;
    const float* b = bias ? bias + r * strideBias : nullptr;
    float* db = dBias ? dBias + r * strideBias : nullptr;
    for (int64_t i = 0; i < m; i += lanes) {
      Floats logit = read(s + i) * scale - read(logSums + i);
      if (b) logit += read(b + i);
      Floats weight = exponential(logit), gradient = weight * (read(dp + i) - read(deltas + i));
      if (i >= whole) {
        weight = valid ? weight : Floats{};
        gradient = valid ? gradient : Floats{};
      }
      write(p + i, weight);
      write(ds + i, gradient);
      if (db) write(db + i, read(db + i) + gradient);
    }
  }
}

template <class T>
void scaleRows(
    const float* from, int64_t stride, const float* factors, float factor, int64_t rows, int64_t n, T* to, int64_t strideTo) {
  const int64_t whole = n / lanes * lanes;
  for (int64_t r = 0; r < rows; r++, from += stride, to += strideTo) {
    const float f = factors ? factors[r] : factor;
    for (int64_t i = 0; i < whole; i += lanes) write(to + i, read(from + i) * f);
    for (int64_t i = whole; i < n; i++) store(to[i], from[i] * f);
  }
}

template <class T>
void dotRows(const T* a, const T* b, int64_t stride, int64_t rows, int64_t n, float* to) {
  const int64_t whole = n / lanes * lanes;
  for (int64_t r = 0; r < rows; r++, a += stride, b += stride) {
    Floats sums = {};
    for (int64_t i = 0; i < whole; i += lanes) sums += read(a + i) * read(b + i);
    float total = sum(sums);
    for (int64_t i = whole; i < n; i++) total += load(a[i]) * load(b[i]);
    to[r] = total;
  }
}

constexpr int64_t tile = 16; // rows and columns that stay in the first cache

template <class T>
BEIT2_INLINE void transpose(const T* from, int64_t stride, int64_t rows, int64_t columns, T* to, int64_t strideTo) {
  for (int64_t r0 = 0; r0 < rows; r0 += tile) {
    const int64_t r1 = r0 + tile < rows ? r0 + tile : rows;
    for (int64_t c = 0; c < columns; c++) {
      for (int64_t r = r0; r < r1; r++) to[c * strideTo + r] = from[r * stride + c];
    }
  }
}

template <class T>
void transposeRows(
    const T* from, int64_t stride, int64_t rows, int64_t columns, int64_t padded, T* to, int64_t strideTo) {
  transpose(from, stride, rows, columns, to, strideTo);
  for (int64_t c = 0; c < columns; c++) {
    for (int64_t r = rows; r < padded; r++) store(to[c * strideTo + r], 0);
  }
}

void transposeWords(
    const uint32_t* from, int64_t stride, int64_t rows, int64_t columns, uint32_t* to, int64_t strideTo) {
  transpose(from, stride, rows, columns, to, strideTo);
}

void pairRows(const BFloat16Bits* from, int64_t stride, int64_t rows, int64_t width, uint32_t* to) {
  const int64_t whole = width / lanes * lanes;
  for (int64_t r = 0; r < rows; r += 2, from += 2 * stride, to += width) {
    const BFloat16Bits* above = r + 1 < rows ? from + stride : nullptr;
    for (int64_t i = 0; i < whole; i += lanes) {
      Halves low, high = {};
      memcpy(&low, from + i, sizeof(low));
      if (above) memcpy(&high, above + i, sizeof(high));
      const Words words = __builtin_convertvector(low, Words) | __builtin_convertvector(high, Words) << 16;
      memcpy(to + i, &words, sizeof(words));
    }
    for (int64_t i = whole; i < width; i++) to[i] = from[i] | (above ? static_cast<uint32_t>(above[i]) << 16 : 0);
  }
}

} // namespace
} // namespace beit2
