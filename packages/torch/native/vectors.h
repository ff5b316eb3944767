// Vectors and 16-bit numbers for the one-pass CPU kernels.
#pragma once

#include <bit>
#include <cstdint>

// One function for every width of the processor's vectors, chosen when the addon is loaded.
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__)
#if __GNUC__ >= 12
#define BEIT2_WIDEST "arch=x86-64-v4" // AVX512 with its instructions for 16-bit numbers
#else
#define BEIT2_WIDEST "avx512f"
#endif
#define BEIT2_VECTORIZED __attribute__((target_clones(BEIT2_WIDEST, "avx2", "default"), optimize("O3")))
#else
#define BEIT2_VECTORIZED
#endif

namespace beit2 {

using BFloat16Bits = uint16_t;

inline float load(float value) { return value; }
inline float load(BFloat16Bits bits) { return std::bit_cast<float>(static_cast<uint32_t>(bits) << 16); }

inline void store(float& place, float value) { place = value; }
// Rounds to the nearest, ties to even; NaN stays NaN.
inline void store(BFloat16Bits& place, float value) {
  const uint32_t bits = std::bit_cast<uint32_t>(value);
  const uint32_t rounded = (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
  place = static_cast<BFloat16Bits>(value != value ? 0x7fc0 : rounded);
}

constexpr int64_t lanes = 16; // numbers that the kernels take at a time, whatever the vectors' width

} // namespace beit2
