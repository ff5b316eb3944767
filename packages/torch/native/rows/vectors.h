// Vectors of the width of the instruction set that this is compiled for. For rows.cc alone: everything is inlined and nothing
// of the standard library is used, so that no function compiled for one set can be linked into another's code.
#pragma once

#include "rows.h"

#include <string.h>
#if defined(__AVX512BF16__)
#include <immintrin.h>
#endif

#define BEIT2_INLINE inline __attribute__((always_inline))

#if defined(__AVX512F__)
#define BEIT2_VECTOR_BYTES 64
#elif defined(__AVX2__)
#define BEIT2_VECTOR_BYTES 32
#else
#define BEIT2_VECTOR_BYTES 16 // SSE2, Neon
#endif

namespace beit2 {
namespace {

using Floats = float __attribute__((vector_size(BEIT2_VECTOR_BYTES)));
using Words = uint32_t __attribute__((vector_size(BEIT2_VECTOR_BYTES)));
using Halves = uint16_t __attribute__((vector_size(BEIT2_VECTOR_BYTES / 2)));

constexpr int64_t lanes = BEIT2_VECTOR_BYTES / sizeof(float);

BEIT2_INLINE float load(float value) { return value; }
BEIT2_INLINE float load(BFloat16Bits bits) { return __builtin_bit_cast(float, static_cast<uint32_t>(bits) << 16); }

BEIT2_INLINE void store(float& place, float value) { place = value; }
// Rounds to the nearest, ties to even; NaN stays NaN.
BEIT2_INLINE void store(BFloat16Bits& place, float value) {
  const uint32_t bits = __builtin_bit_cast(uint32_t, value);
  const uint32_t rounded = (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
  place = static_cast<BFloat16Bits>(value != value ? 0x7fc0 : rounded);
}

BEIT2_INLINE Floats all(float value) { return value - Floats{}; } // "+" would not keep -0, and so cost an addition

BEIT2_INLINE Floats read(const float* from) {
  Floats values;
  memcpy(&values, from, sizeof(values));
  return values;
}
BEIT2_INLINE Floats read(const BFloat16Bits* from) {
#if BEIT2_VECTOR_BYTES == 64
  Words words = {};
  for (int64_t l = 0; l < lanes; l++) words[l] = from[l];
#else
  Halves halves;
  memcpy(&halves, from, sizeof(halves));
  const Words words = __builtin_convertvector(halves, Words);
#endif
  return __builtin_bit_cast(Floats, words << 16);
}

BEIT2_INLINE void write(float* to, const Floats& values) { memcpy(to, &values, sizeof(values)); }
BEIT2_INLINE void write(BFloat16Bits* to, const Floats& values) { // as store() of one
#if defined(__AVX512BF16__) // which makes zeros of numbers below 2^-126
  const auto halves = __builtin_bit_cast(Halves, _mm512_cvtneps_pbh(values));
#else
  const Words bits = __builtin_bit_cast(Words, values);
  const Words nearest = (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
  const Words number = __builtin_bit_cast(Words, values == values);
  const Words words = (nearest & number) | ((Words{} + 0x7fc0) & ~number);
#if BEIT2_VECTOR_BYTES == 64
  Halves halves = {};
  for (int64_t l = 0; l < lanes; l++) halves[l] = static_cast<uint16_t>(words[l]); // one instruction; convertvector takes four
#else
  const Halves halves = __builtin_convertvector(words, Halves);
#endif
#endif
  memcpy(to, &halves, sizeof(halves));
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

// A mask of the first `count` places.
BEIT2_INLINE Words firstOf(int64_t count) {
  Words places = {};
  for (int64_t l = 0; l < lanes; l++) places[l] = static_cast<uint32_t>(l);
  return __builtin_bit_cast(Words, places < Words{} + static_cast<uint32_t>(count));
}

// One number of all lanes, by an operation on vectors: halves of the vector with each other, down to a pair.
template <class Operation>
BEIT2_INLINE float reduce(const Floats& values, const Operation& operation) {
  using Four = float __attribute__((vector_size(16)));
  struct Quarters {
    Four parts[BEIT2_VECTOR_BYTES / 16];
  };
  const auto quarters = __builtin_bit_cast(Quarters, values);
#if BEIT2_VECTOR_BYTES == 64
  const Four four =
      operation(operation(quarters.parts[0], quarters.parts[2]), operation(quarters.parts[1], quarters.parts[3]));
#elif BEIT2_VECTOR_BYTES == 32
  const Four four = operation(quarters.parts[0], quarters.parts[1]);
#else
  const Four four = quarters.parts[0];
#endif
  return operation(operation(four[0], four[2]), operation(four[1], four[3]));
}

BEIT2_INLINE float sum(const Floats& values) {
  return reduce(values, [](const auto& a, const auto& b) __attribute__((always_inline)) { return a + b; });
}
BEIT2_INLINE float largest(const Floats& values) { // of numbers; where one is NaN, any of them
  return reduce(values, [](const auto& a, const auto& b) __attribute__((always_inline)) { return a > b ? a : b; });
}

// log(x) for normal x > 0 to 2 units in the last place; NaN stays. The polynomial is Cephes'.
BEIT2_INLINE Floats logarithm(const Floats& x) {
  const Words bits = __builtin_bit_cast(Words, x);
  const Words above = bits - 0x3f3504f3u; // of √½, so that what remains of x is in [√½, √2)
  const Words power = above & 0xff800000u;
  using Integers = int32_t __attribute__((vector_size(BEIT2_VECTOR_BYTES)));
  const Floats e = __builtin_convertvector(__builtin_bit_cast(Integers, power) >> 23, Floats);
  const Floats m = __builtin_bit_cast(Floats, bits - power) - 1.0f;
  Floats p = all(7.0376836292e-2f);
  p = p * m - 1.1514610310e-1f;
  p = p * m + 1.1676998740e-1f;
  p = p * m - 1.2420140846e-1f;
  p = p * m + 1.4249322787e-1f;
  p = p * m - 1.6668057665e-1f;
  p = p * m + 2.0000714765e-1f;
  p = p * m - 2.4999993993e-1f;
  p = p * m + 3.3333331174e-1f;
  const Floats square = m * m;
  const Floats small = p * m * square + e * -2.12194440e-4f - square * 0.5f;
  return x == x ? m + small + e * 0.693359375f : x;
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
  const Words power = (__builtin_bit_cast(Words, shifted) - __builtin_bit_cast(Words, magic) + 127) << 23;
  return x < all(-87) ? Floats{} : p * __builtin_bit_cast(Floats, power);
}

} // namespace
} // namespace beit2
