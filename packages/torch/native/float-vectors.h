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
  using Eight = float __attribute__((vector_size(32)));
  using Four = float __attribute__((vector_size(16)));
  struct Halved {
    Eight low, high;
  };
  struct Quartered {
    Four low, high;
  };
  const auto [low, high] = std::bit_cast<Halved>(values);
  const auto [first, second] = std::bit_cast<Quartered>(low + high);
  const Four four = first + second;
  return (four[0] + four[2]) + (four[1] + four[3]);
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

} // namespace beit2
