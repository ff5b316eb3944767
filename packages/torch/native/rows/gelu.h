// GELU and its gradient; sums of rows.
#pragma once

#include "vectors.h"

namespace beit2 {
namespace {

// Both Φ(h) - ½ and gelu'(h) - ½ = Φ(h) + h·φ(h) - ½ are odd: up to an edge h times a polynomial in u = 2h²/edge² - 1, by
// least squares at 4,000 Chebyshev nodes; beyond it ±½. There is no division and no exponential in it.
template <int count>
struct Fit {
  float edge;
  float terms[count]; // the highest power first
};
template <class T>
struct Gelu;
template <>
struct Gelu<float> { // errors 1.1e-7 and 2.4e-7, beyond the edge 2e-8 and 6e-7
  static constexpr Fit<16> share = {
      5.5f,
      {-2.266363153e-04f, 6.267166464e-04f, -5.633946275e-04f, 7.358465227e-04f, -2.370882314e-03f, 4.601799417e-03f,
       -6.853628438e-03f, 1.024031825e-02f, -1.498641819e-02f, 2.036059089e-02f, -2.605068125e-02f, 3.207085654e-02f,
       -3.879258409e-02f, 4.773759469e-02f, -6.417234242e-02f, 1.285519302e-01f}};
  static constexpr Fit<17> slope = {
      5.5f,
      {2.126421779e-03f, -5.734611768e-03f, 4.028328229e-03f, -3.539108904e-03f, 1.657777280e-02f, -3.184182942e-02f,
       3.957773373e-02f, -5.025384203e-02f, 6.507205218e-02f, -7.398111373e-02f, 7.427904755e-02f, -6.865458190e-02f,
       6.031076610e-02f, -5.374269560e-02f, 5.366539210e-02f, -6.573973596e-02f, 1.287592053e-01f}};
};
template <>
struct Gelu<BFloat16Bits> { // errors 5e-6 and 1.4e-5, beyond the edge 3e-5 and 7e-5; a bfloat16 near 1 is 4e-3 from the next
  static constexpr Fit<9> share = {
      4.0f,
      {1.309413230e-03f, -3.843384562e-03f, 6.346062757e-03f, -1.176850125e-02f, 2.239046246e-02f, -3.704103827e-02f,
       5.596143380e-02f, -8.431056142e-02f, 1.759490073e-01f}};
  static constexpr Fit<11> slope = {
      4.5f,
      {1.139502972e-02f, -2.909688465e-02f, 2.967817336e-02f, -3.674349561e-02f, 6.881213188e-02f, -9.348799288e-02f,
       9.819720685e-02f, -9.400524199e-02f, 8.695537597e-02f, -9.000799060e-02f, 1.594320834e-01f}};
};

template <int count>
BEIT2_INLINE Floats oddAroundHalf(const Floats& h, const Fit<count>& fit) {
  const Floats u = h * h * (2 / (fit.edge * fit.edge)) - 1.0f;
  Floats p = all(fit.terms[0]);
  for (int i = 1; i < count; i++) p = p * u + fit.terms[i];
  const Floats inside = h * p + 0.5f, above = h > all(fit.edge) ? all(1) : inside;
  return h < all(-fit.edge) ? Floats{} : above; // NaN is inside
}

template <class T>
BEIT2_INLINE Floats gelu(const Floats& h) {
  return h * oddAroundHalf(h, Gelu<T>::share);
}
template <class T>
BEIT2_INLINE Floats geluSlope(const Floats& h) {
  return oddAroundHalf(h, Gelu<T>::slope);
}

template <class T>
void geluOf(const T* h, const float* bias, T* to, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, h += n, to += n) {
    int64_t i = 0;
    for (; i + lanes <= n; i += lanes) write(to + i, gelu<T>(read(h + i) + read(bias + i)));
    if (i < n) writeFirst(to + i, gelu<T>(readFirst(h + i, n - i) + readFirst(bias + i, n - i)), n - i);
  }
}

// dh may be dy itself.
template <class T>
void geluGradient(const T* dy, const T* h, const float* bias, T* dh, float* sums, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, dy += n, h += n, dh += n) {
    int64_t i = 0;
    for (; i + lanes <= n; i += lanes) {
      const Floats gradient = read(dy + i) * geluSlope<T>(read(h + i) + read(bias + i));
      write(dh + i, gradient);
      write(sums + i, read(sums + i) + gradient);
    }
    if (i < n) {
      const Floats before = readFirst(h + i, n - i) + readFirst(bias + i, n - i);
      const Floats gradient = readFirst(dy + i, n - i) * geluSlope<T>(before);
      writeFirst(dh + i, gradient, n - i);
      writeFirst(sums + i, readFirst(sums + i, n - i) + gradient, n - i);
    }
  }
}

template <class T>
void addRows(const T* from, float* sums, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, from += n) {
    int64_t i = 0;
    for (; i + lanes <= n; i += lanes) write(sums + i, read(sums + i) + read(from + i));
    for (; i < n; i++) sums[i] += load(from[i]);
  }
}

} // namespace
} // namespace beit2
