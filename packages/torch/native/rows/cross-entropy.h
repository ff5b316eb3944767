// Cross-entropy of rows of logits with class indices.
#pragma once

#include "vectors.h"

namespace beit2 {
namespace {

// The largest of n numbers; NaN where one is.
template <class T>
BEIT2_INLINE float largest(const T* x, int64_t n) {
  Floats maxima = all(-__builtin_inff());
  Words wrong = {};
  int64_t i = 0;
  for (; i + lanes <= n; i += lanes) {
    const Floats values = read(x + i);
    maxima = values > maxima ? values : maxima;
    wrong |= __builtin_bit_cast(Words, values != values);
  }
  float maximum = maxima[0];
  uint32_t any = 0;
  for (int64_t l = 0; l < lanes; l++) {
    maximum = maxima[l] > maximum ? maxima[l] : maximum;
    any |= wrong[l];
  }
  for (; i < n; i++) {
    const float value = load(x[i]);
    maximum = value > maximum ? value : maximum;
    any |= value != value;
  }
  return any ? __builtin_nanf("") : maximum;
}

template <class T>
void crossEntropy(const T* x, const int64_t* labels, float* logSums, float* losses, bool* correct, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, x += n) {
    const float maximum = largest(x, n);
    Floats sums = {};
    int64_t i = 0;
    for (; i + lanes <= n; i += lanes) sums += exponential(read(x + i) - maximum);
    float total = sum(sums);
    if (i < n) {
      const Floats rest = exponential(readFirst(x + i, n - i) - maximum);
      for (int64_t l = 0; l < n - i; l++) total += rest[l];
    }
    const float value = load(x[labels[r]]);
    logSums[r] = maximum + __builtin_logf(total);
    losses[r] = logSums[r] - value;
    correct[r] = value == maximum;
    for (int64_t k = 0; correct[r] && k < labels[r]; k++) correct[r] = load(x[k]) != maximum; // the first of equal ones counts
  }
}

template <class T>
void crossEntropyGradient(
    const float* gradients, const T* x, const int64_t* labels, const float* logSums, T* dx, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, x += n, dx += n) {
    int64_t i = 0;
    for (; i + lanes <= n; i += lanes) write(dx + i, exponential(read(x + i) - logSums[r]) * gradients[r]);
    if (i < n) writeFirst(dx + i, exponential(readFirst(x + i, n - i) - logSums[r]) * gradients[r], n - i);
    const Floats own = exponential(all(load(x[labels[r]]) - logSums[r]));
    store(dx[labels[r]], (own[0] - 1) * gradients[r]);
  }
}

} // namespace
} // namespace beit2
