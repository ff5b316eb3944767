// Vectors of `lanes` numbers, of whatever width the clone of a function has; for inside of BEIT2_VECTORIZED functions alone.
#pragma once

#include "vectors.h"

#include <cstring>

#pragma GCC diagnostic ignored "-Wpsabi" // all that takes vectors by value is inlined

#define BEIT2_INLINE inline __attribute__((always_inline))

namespace beit2 {

using Floats = float __attribute__((vector_size(64)));
using Words = uint32_t __attribute__((vector_size(64)));
using Halves = uint16_t __attribute__((vector_size(32)));

BEIT2_INLINE Floats all(float value) { return Floats{} + value; }

BEIT2_INLINE Floats read(const float* from) {
  Floats values;
  std::memcpy(&values, from, sizeof(values));
  return values;
}
BEIT2_INLINE Floats read(const BFloat16Bits* from) {
  Words words = {};
  for (int64_t l = 0; l < lanes; l++) words[l] = from[l];
  return std::bit_cast<Floats>(words << 16);
}
// A mask of the first `count` places.
BEIT2_INLINE Words firstOf(int64_t count) {
  const Words places = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  return std::bit_cast<Words>(places < Words{} + static_cast<uint32_t>(count));
}

BEIT2_INLINE void write(float* to, const Floats& values) { std::memcpy(to, &values, sizeof(values)); }
// As store() of one.
BEIT2_INLINE Halves rounded(const Floats& values) {
  const Words bits = std::bit_cast<Words>(values);
  const Words nearest = (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
  const Words number = std::bit_cast<Words>(values == values);
  const Words words = (nearest & number) | ((Words{} + 0x7fc0) & ~number);
  Halves halves = {};
  for (int64_t l = 0; l < lanes; l++) halves[l] = static_cast<uint16_t>(words[l]); // one instruction; convertvector takes four
  return halves;
}
BEIT2_INLINE void write(BFloat16Bits* to, const Floats& values) {
  const Halves halves = rounded(values);
  std::memcpy(to, &halves, sizeof(halves));
}
BEIT2_INLINE float sum(const Floats& values) {
  float total = 0;
  for (int64_t l = 0; l < lanes; l++) total += values[l];
  return total;
}

// exp(x) for x ≤ 0 to 2 units in the last place; 0 below -87; NaN stays. The polynomial is Cephes'.
BEIT2_INLINE Floats exponential(const Floats& x) {
  const Floats magic = all(12582912); // 1.5·2²³: adding it rounds to an integer, which is then in the low bits
  const Floats y = x < all(-87) ? all(-87) : x;
  const Floats shifted = y * 1.44269504088896341f + magic;
  const Floats n = shifted - magic;
  const Floats r = (y - n * 0.693359375f) + n * 2.12194440e-4f;
  Floats p = all(1.9875691500e-4f);
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.0f;
  const Words power = (std::bit_cast<Words>(shifted) - std::bit_cast<Words>(magic) + 127) << 23;
  return x < all(-87) ? Floats{} : p * std::bit_cast<Floats>(power);
}

// erf(x) to 5e-7: the rational function that Eigen and XLA use, odd, which is 1 in float32 from 4 on; NaN stays.
BEIT2_INLINE Floats errorFunction(const Floats& x) {
  const Floats above = x < all(-4) ? all(-4) : x, z = above > all(4) ? all(4) : above, t = z * z;
  Floats p = all(-2.72614225801306e-10f);
  p = p * t + 2.77068142495902e-08f;
  p = p * t + -2.10102402082508e-06f;
  p = p * t + -5.69250639462346e-05f;
  p = p * t + -7.34990630326855e-04f;
  p = p * t + -2.95459980854025e-03f;
  p = p * t + -1.60960333262415e-02f;
  Floats q = all(-1.45660718464996e-05f);
  q = q * t + -2.13374055278905e-04f;
  q = q * t + -1.68282697438203e-03f;
  q = q * t + -7.37332916720468e-03f;
  q = q * t + -1.42647390514189e-02f;
  return z * p / q;
}

} // namespace beit2
