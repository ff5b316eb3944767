// Residual connections and layer norms.
#pragma once

#include "vectors.h"

namespace beit2 {
namespace {

template <class T>
void residual(const float* x, const T* branch, const float* gamma, float* y, int64_t rows, int64_t n) {
  const int64_t whole = n / lanes * lanes;
  for (int64_t r = 0; r < rows; r++, x += n, branch += n, y += n) {
    if (gamma) {
      for (int64_t i = 0; i < whole; i += lanes) write(y + i, read(x + i) + read(gamma + i) * read(branch + i));
      for (int64_t i = whole; i < n; i++) y[i] = x[i] + gamma[i] * load(branch[i]);
    } else {
      for (int64_t i = 0; i < whole; i += lanes) write(y + i, read(x + i) + read(branch + i));
      for (int64_t i = whole; i < n; i++) y[i] = x[i] + load(branch[i]);
    }
  }
}

template <class T>
void residualGradient(
    const float* dy, const T* branch, const float* gamma, T* dBranch, float* dGamma, int64_t rows, int64_t n) {
  const int64_t whole = n / lanes * lanes;
  for (int64_t r = 0; r < rows; r++, dy += n, branch += n, dBranch += n) {
    if (gamma) {
      for (int64_t i = 0; i < whole; i += lanes) {
        const Floats g = read(dy + i);
        write(dGamma + i, read(dGamma + i) + g * read(branch + i));
        write(dBranch + i, read(gamma + i) * g);
      }
      for (int64_t i = whole; i < n; i++) {
        dGamma[i] += dy[i] * load(branch[i]);
        store(dBranch[i], gamma[i] * dy[i]);
      }
    } else {
      for (int64_t i = 0; i < whole; i += lanes) write(dBranch + i, read(dy + i));
      for (int64_t i = whole; i < n; i++) store(dBranch[i], dy[i]);
    }
  }
}

template <class T>
void norm(
    const float* x, const float* weight, const float* bias, float eps, T* y, float* means, float* rstds, int64_t rows,
    int64_t n) {
  const int64_t whole = n / lanes * lanes;
  for (int64_t r = 0; r < rows; r++, x += n, y += n) {
    Floats sums = {};
    for (int64_t i = 0; i < whole; i += lanes) sums += read(x + i);
    float total = sum(sums);
    for (int64_t i = whole; i < n; i++) total += x[i];
    const float mean = total / n;
    Floats squares = {};
    for (int64_t i = 0; i < whole; i += lanes) {
      const Floats d = read(x + i) - mean;
      squares += d * d;
    }
    float square = sum(squares);
    for (int64_t i = whole; i < n; i++) square += (x[i] - mean) * (x[i] - mean);
    const float rstd = 1 / __builtin_sqrtf(square / n + eps);
    for (int64_t i = 0; i < whole; i += lanes) {
      write(y + i, (read(x + i) - mean) * rstd * read(weight + i) + read(bias + i));
    }
    for (int64_t i = whole; i < n; i++) store(y[i], (x[i] - mean) * rstd * weight[i] + bias[i]);
    means[r] = mean;
    rstds[r] = rstd;
  }
}

template <class T>
void normGradient(
    const T* dy, const float* x, const float* weight, const float* means, const float* rstds, float* dx,
    float* dWeight, float* dBias, int64_t rows, int64_t n) {
  const int64_t whole = n / lanes * lanes;
  for (int64_t r = 0; r < rows; r++, dy += n, x += n, dx += n) {
    const float mean = means[r], rstd = rstds[r];
    Floats sums = {}, products = {};
    for (int64_t i = 0; i < whole; i += lanes) {
      const Floats g = read(dy + i), normal = (read(x + i) - mean) * rstd, weighted = g * read(weight + i);
      write(dWeight + i, read(dWeight + i) + g * normal);
      write(dBias + i, read(dBias + i) + g);
      sums += weighted;
      products += weighted * normal;
    }
    float total = sum(sums), product = sum(products);
    for (int64_t i = whole; i < n; i++) {
      const float g = load(dy[i]), normal = (x[i] - mean) * rstd;
      dWeight[i] += g * normal;
      dBias[i] += g;
      total += g * weight[i];
      product += g * weight[i] * normal;
    }
    total /= n;
    product /= n;
    for (int64_t i = 0; i < whole; i += lanes) {
      const Floats normal = (read(x + i) - mean) * rstd;
      write(dx + i, (read(dy + i) * read(weight + i) - total - normal * product) * rstd);
    }
    for (int64_t i = whole; i < n; i++) {
      const float normal = (x[i] - mean) * rstd;
      dx[i] = rstd * (load(dy[i]) * weight[i] - total - normal * product);
    }
  }
}

} // namespace
} // namespace beit2
