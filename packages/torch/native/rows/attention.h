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
    const float maximum = largest(maxima);
    Floats sums = {};
    for (int64_t i = 0; i < n; i += lanes) {
      const Floats e = exponential(read(logits + i) - maximum);
      sums += e;
      write(to + i, e);
    }
    logSums[r] = maximum;
    inverses[r] = sum(sums);
  }
  // The sums of the rows to what is asked for, in vectors of them.
  int64_t r = 0;
  for (; r + lanes <= rows; r += lanes) {
    write(logSums + r, read(logSums + r) + logarithm(read(inverses + r)));
    write(inverses + r, 1.0f / read(inverses + r));
  }
  if (r == rows) return;
  const Floats totals = readFirst(inverses + r, rows - r);
  writeFirst(logSums + r, readFirst(logSums + r, rows - r) + logarithm(totals), rows - r);
  writeFirst(inverses + r, 1.0f / totals, rows - r);
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

// ---- Transposing ---------------------------------------------------------------------------------------------------------

BEIT2_INLINE Words readWords(const uint32_t* from) {
  Words words;
  memcpy(&words, from, sizeof(words));
  return words;
}
BEIT2_INLINE Words readWords(const float* from) { return __builtin_bit_cast(Words, read(from)); }
BEIT2_INLINE Words readWords(const BFloat16Bits* from) { return __builtin_bit_cast(Words, read(from)) >> 16; }

BEIT2_INLINE void writeWords(uint32_t* to, const Words& words) { memcpy(to, &words, sizeof(words)); }
BEIT2_INLINE void writeWords(float* to, const Words& words) { memcpy(to, &words, sizeof(words)); }
BEIT2_INLINE void writeWords(BFloat16Bits* to, const Words& words) {
#if BEIT2_VECTOR_BYTES == 64
  Halves halves = {};
  for (int64_t l = 0; l < lanes; l++) halves[l] = static_cast<uint16_t>(words[l]);
#else
  const Halves halves = __builtin_convertvector(words, Halves);
#endif
  memcpy(to, &halves, sizeof(halves));
}

// Of each 2·half words, the first half from a and the second from the first half of b (or, `upper`, from their second halves).
template <int half>
BEIT2_INLINE Words halvesOf(const Words& a, const Words& b, bool upper) {
  Words places = {};
  for (int64_t l = 0; l < lanes; l++) {
    const bool second = l / half % 2 == 1;
    places[l] = static_cast<uint32_t>(upper ? (second ? lanes + l : l + half) : (second ? lanes + l - half : l));
  }
#if defined(__clang__)
  Words joined = {};
  for (int64_t l = 0; l < lanes; l++) joined[l] = places[l] < lanes ? a[places[l]] : b[places[l] - lanes];
  return joined;
#else
  return __builtin_shuffle(a, b, places);
#endif
}

// Swaps blocks off the diagonal of squares of 2·half, from the largest to single words.
template <int half>
BEIT2_INLINE void transposeSquare(Words* rows) {
  for (int64_t r = 0; r < lanes; r++) {
    if (r / half % 2 == 1) continue;
    const Words a = rows[r], b = rows[r + half];
    rows[r] = halvesOf<half>(a, b, false);
    rows[r + half] = halvesOf<half>(a, b, true);
  }
  if constexpr (half > 1) transposeSquare<half / 2>(rows);
}

template <class T>
BEIT2_INLINE void transpose(const T* from, int64_t stride, int64_t rows, int64_t columns, T* to, int64_t strideTo) {
  const int64_t wholeRows = rows / lanes * lanes, wholeColumns = columns / lanes * lanes;
  for (int64_t r = 0; r < wholeRows; r += lanes) {
    for (int64_t c = 0; c < wholeColumns; c += lanes) {
      Words square[lanes];
      for (int64_t i = 0; i < lanes; i++) square[i] = readWords(from + (r + i) * stride + c);
      transposeSquare<lanes / 2>(square);
      for (int64_t i = 0; i < lanes; i++) writeWords(to + (c + i) * strideTo + r, square[i]);
    }
    for (int64_t c = wholeColumns; c < columns; c++) {
      for (int64_t i = r; i < r + lanes; i++) to[c * strideTo + i] = from[i * stride + c];
    }
  }
  for (int64_t r = wholeRows; r < rows; r++) {
    for (int64_t c = 0; c < columns; c++) to[c * strideTo + r] = from[r * stride + c];
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
