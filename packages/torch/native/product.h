// Products of float32 matrices by the loops of rows/multiply.h, over all threads.
#pragma once

#include "kernels.h"
#include "profiler.h"

#include <ATen/ops/empty.h>

#include <atomic>

namespace beit2 {

// A matrix in memory: its rows are `stride` numbers apart. Transposed, the memory holds the transpose of what is meant.
struct Matrix {
  const float* data;
  int64_t stride;
  bool transposed = false;
};

constexpr int64_t depthAtOnce = 256;   // of the inner dimension: a panel of that depth stays in the first cache
constexpr int64_t rowsAtOnce = 192;    // a multiple of every set's tileRows; tiles of that many rows stay in the second cache
constexpr int64_t columnsAtOnce = 256; // packed at a time: a multiple of every set's panelColumns

inline int64_t blocksOf(int64_t count, int64_t block) { return (count + block - 1) / block; }

// The right side of a product, [k, n], packed: for each block of the inner dimension all panels.
inline at::Tensor packRight(const Matrix& b, int64_t k, int64_t n) {
  const Rows& loops = rowLoops();
  const int64_t wide = blocksOf(n, loops.panelColumns) * loops.panelColumns;
  const auto packed = at::empty({k * wide}, at::kFloat);
  float* to = write<float>(packed);
  const int64_t across = blocksOf(n, columnsAtOnce), count = across * blocksOf(k, depthAtOnce);
  overRows(count, partsOf(count, k * n / count), [&](int64_t, int64_t first, int64_t last) {
    for (int64_t i = first; i < last; i++) {
      const int64_t j = i / across * depthAtOnce, column = i % across * columnsAtOnce;
      const int64_t depth = std::min(depthAtOnce, k - j), columns = std::min(columnsAtOnce, n - column);
      float* place = to + j * wide + column * depth;
      if (b.transposed) {
        loops.packColumnsOfTranspose(depth, columns, b.data + column * b.stride + j, b.stride, place);
      } else {
        loops.packColumns(depth, columns, b.data + j * b.stride + column, b.stride, place);
      }
    }
  });
  return packed;
}

// c[m×n] = a·b + bias, with a [m, k], b [k, n] and a bias [n] or null; the rows of c follow each other. finish(first, last) is
// called for rows of c that are done and still in the cache, from several threads.
template <class Finish>
void product(
    const Matrix& a, const Matrix& b, const float* bias, int64_t m, int64_t n, int64_t k, float* c, const Finish& finish) {
  const Recorded recorded("beit2::product");
  const Rows& loops = rowLoops();
  const auto packed = packRight(b, k, n);
  const float* panels = read<float>(packed);
  const int64_t wide = blocksOf(n, loops.panelColumns) * loops.panelColumns;
  const int64_t tiles = blocksOf(m, loops.tileRows), threads = partsOf(tiles, n * k / 8);
  // A few blocks a thread, so that one that is held up leaves work to the others.
  const int64_t block = std::min(rowsAtOnce, blocksOf(tiles, 4 * threads) * loops.tileRows), blocks = blocksOf(m, block);
  const int64_t lefts = block * depthAtOnce;
  const auto left = at::empty({threads, lefts}, at::kFloat);
  float* space = write<float>(left);
  std::atomic<int64_t> next = 0;
  overRows(threads, threads, [&](int64_t part, int64_t, int64_t) {
    float* own = space + part * lefts;
    for (int64_t i = next++; i < blocks; i = next++) {
      const int64_t row = i * block, count = std::min(block, m - row);
      for (int64_t j = 0; j < k; j += depthAtOnce) {
        const int64_t depth = std::min(depthAtOnce, k - j);
        if (a.transposed) {
          loops.packRowsOfTranspose(count, depth, a.data + j * a.stride + row, a.stride, own);
        } else {
          loops.packRows(count, depth, a.data + row * a.stride + j, a.stride, own);
        }
        const float* biases = j + depth == k ? bias : nullptr;
        loops.multiplyPanels(j > 0, biases, count, n, depth, own, panels + j * wide, c + row * n, n);
      }
      finish(row, row + count);
    }
  });
}

} // namespace beit2
