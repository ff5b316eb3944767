// Cosine similarity of rows.
#pragma once

#include "vectors.h"

namespace beit2 {
namespace {

template <class T>
void cosine(const T* x, const float* y, float leastNorm, CosineRow* to, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, x += n, y += n) {
    Floats dots = {}, xx = {}, yy = {};
    int64_t i = 0;
    for (; i + lanes <= n; i += lanes) {
      const Floats a = read(x + i), b = read(y + i);
      dots += a * b;
      xx += a * a;
      yy += b * b;
    }
    float dot = sum(dots), xSquare = sum(xx), ySquare = sum(yy);
    for (; i < n; i++) {
      const float a = load(x[i]), b = y[i];
      dot += a * b;
      xSquare += a * a;
      ySquare += b * b;
    }
    const float xNorm = __builtin_sqrtf(xSquare), yNorm = __builtin_sqrtf(ySquare);
    const float scale = 1 / ((xNorm < leastNorm ? leastNorm : xNorm) * (yNorm < leastNorm ? leastNorm : yNorm));
    to[r] = {dot * scale, scale, xNorm <= leastNorm ? 0 : dot * scale / xSquare};
  }
}

template <class T>
void cosineGradient(
    const float* gradients, const T* x, const float* y, const CosineRow* from, T* dx, int64_t rows, int64_t n) {
  for (int64_t r = 0; r < rows; r++, x += n, y += n, dx += n) {
    const float toY = gradients[r] * from[r].scale, toX = gradients[r] * from[r].shrink;
    int64_t i = 0;
    for (; i + lanes <= n; i += lanes) write(dx + i, toY * read(y + i) - toX * read(x + i));
    for (; i < n; i++) store(dx[i], toY * y[i] - toX * load(x[i]));
  }
}

} // namespace
} // namespace beit2
