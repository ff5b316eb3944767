#include "gelu-rows.h"

#include "float-vectors.h"

namespace beit2 {
namespace {

constexpr float rootHalf = 0.70710678118654752f;    // 1 / √2
constexpr float normalPeak = 0.39894228040143268f;  // φ(0) = 1 / √(2π)

BEIT2_INLINE Floats normalShare(const Floats& h) { return 0.5f + 0.5f * errorFunction(h * rootHalf); } // Φ(h)

BEIT2_INLINE Floats gelu(const Floats& h) { return h * normalShare(h); }

BEIT2_INLINE Floats geluSlope(const Floats& h) {
  return normalShare(h) + h * normalPeak * exponential(-0.5f * h * h);
}

// The first `count` < lanes numbers, zeros after them.
template <class T>
BEIT2_INLINE Floats readFirst(const T* from, int64_t count) {
  Floats values = {};
  for (int64_t l = 0; l < count; l++) values[l] = load(from[l]);
  return values;
}
template <class T>
BEIT2_INLINE void writeFirst(T* to, const Floats& values, int64_t count) {
  for (int64_t l = 0; l < count; l++) store(to[l], values[l]);
}

template <class T>
BEIT2_INLINE void geluOf(const T* h, T* to, int64_t count) {
  int64_t i = 0;
  for (; i + lanes <= count; i += lanes) write(to + i, gelu(read(h + i)));
  if (i < count) writeFirst(to + i, gelu(readFirst(h + i, count - i)), count - i);
}

template <class T>
BEIT2_INLINE void geluGradient(const T* dy, const T* h, T* dh, float* sums, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, dy += n, h += n, dh += n) {
    int64_t i = 0;
    for (; i + lanes <= n; i += lanes) {
      const Floats gradient = read(dy + i) * geluSlope(read(h + i));
      write(dh + i, gradient);
      write(sums + i, read(sums + i) + gradient);
    }
    if (i < n) {
      const Floats gradient = readFirst(dy + i, n - i) * geluSlope(readFirst(h + i, n - i));
      writeFirst(dh + i, gradient, n - i);
      writeFirst(sums + i, readFirst(sums + i, n - i) + gradient, n - i);
    }
  }
}

template <class T>
BEIT2_INLINE void add(const T* from, float* sums, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, from += n) {
    int64_t i = 0;
    for (; i + lanes <= n; i += lanes) write(sums + i, read(sums + i) + read(from + i));
    for (; i < n; i++) sums[i] += load(from[i]);
  }
}

} // namespace

// Templates cannot be cloned for vector widths; these can.
#define BEIT2_GELU_ROWS(T)                                                                                        \
  BEIT2_VECTORIZED void geluRow(const T* h, T* to, int64_t count) { geluOf(h, to, count); }                       \
  BEIT2_VECTORIZED void geluGradientRows(                                                                         \
      const T* dy, const T* h, T* dh, float* sums, int64_t rows, int64_t n) {                                     \
    geluGradient(dy, h, dh, sums, rows, n);                                                                       \
  }                                                                                                               \
  BEIT2_VECTORIZED void addRows(const T* from, float* sums, int64_t rows, int64_t n) { add(from, sums, rows, n); }
BEIT2_GELU_ROWS(float)
BEIT2_GELU_ROWS(BFloat16Bits)
#undef BEIT2_GELU_ROWS

} // namespace beit2
