// Products of float32 matrices: of blocks that stay in the cache as they are (attention), and of packed ones.
#pragma once

#include "vectors.h"

namespace beit2 {
namespace {

// Rows of c at a time: with two vectors each they fill the registers (32 of AVX-512 and Neon, 16 of the others).
#if defined(__AVX512F__) || defined(__aarch64__)
constexpr int tileRows = 12;
#else
constexpr int tileRows = 6;
#endif
constexpr int64_t panelColumns = 2 * lanes;

// c (+)= a·b + bias for `count` rows and `vectors` vectors of columns; bias may be null. Row r of a is at r·strideA; packed,
// its numbers for each k are side by side.
template <int count, int vectors, bool packed>
BEIT2_INLINE void multiplyTile(
    bool add, const float* bias, int64_t k, const float* a, int64_t strideA, const float* b, int64_t strideB, float* c, int64_t strideC) {
  Floats sums[count][vectors] = {};
  for (int64_t j = 0; j < k; j++, b += strideB) {
    Floats right[vectors];
#pragma GCC unroll 2
    for (int v = 0; v < vectors; v++) right[v] = read(b + v * lanes);
#pragma GCC unroll 12
    for (int r = 0; r < count; r++) {
      const Floats left = all(packed ? a[j * tileRows + r] : a[r * strideA + j]);
#pragma GCC unroll 2
      for (int v = 0; v < vectors; v++) sums[r][v] += left * right[v];
    }
  }
#pragma GCC unroll 12
  for (int r = 0; r < count; r++) {
#pragma GCC unroll 2
    for (int v = 0; v < vectors; v++) {
      float* to = c + r * strideC + v * lanes;
      if (add) sums[r][v] += read(to);
      if (bias) sums[r][v] += read(bias + v * lanes);
      write(to, sums[r][v]);
    }
  }
}

// ---- Blocks as they are ----

template <int vectors>
void multiplyColumns(
    bool add, int64_t m, int64_t k, const float* a, int64_t strideA, const float* b, int64_t strideB, float* c,
    int64_t strideC) {
  int64_t r = 0;
  for (; r + tileRows <= m; r += tileRows) {
    multiplyTile<tileRows, vectors, false>(add, nullptr, k, a + r * strideA, strideA, b, strideB, c + r * strideC, strideC);
  }
  for (; r + 3 <= m; r += 3) {
    multiplyTile<3, vectors, false>(add, nullptr, k, a + r * strideA, strideA, b, strideB, c + r * strideC, strideC);
  }
  for (; r < m; r++) {
    multiplyTile<1, vectors, false>(add, nullptr, k, a + r * strideA, strideA, b, strideB, c + r * strideC, strideC);
  }
}

void multiply(
    bool add, int64_t m, int64_t n, int64_t k, const float* a, int64_t strideA, const float* b, int64_t strideB, float* c,
    int64_t strideC) {
  int64_t i = 0;
  for (; i + 2 * lanes <= n; i += 2 * lanes) multiplyColumns<2>(add, m, k, a, strideA, b + i, strideB, c + i, strideC);
  for (; i + lanes <= n; i += lanes) multiplyColumns<1>(add, m, k, a, strideA, b + i, strideB, c + i, strideC);
  for (; i < n; i++) {
    for (int64_t r = 0; r < m; r++) {
      float total = add ? c[r * strideC + i] : 0;
      for (int64_t j = 0; j < k; j++) total += a[r * strideA + j] * b[j * strideB + i];
      c[r * strideC + i] = total;
    }
  }
}

// ---- Packed matrices ----

constexpr int64_t rowsAhead = 8; // rows whose memory is asked for before it is read: they are pages apart

// The right side: `columns` columns of [k, …] to panels [k, panelColumns] that follow each other, the last one filled up with
// zeros.
void packColumns(int64_t k, int64_t columns, const float* from, int64_t stride, float* to) {
  const int64_t whole = columns / panelColumns, rest = columns % panelColumns, panel = k * panelColumns;
  for (int64_t j = 0; j < k; j++, from += stride, to += panelColumns) {
    for (int64_t i = 0; i < whole; i++) {
      const float* source = from + i * panelColumns;
      __builtin_prefetch(source + rowsAhead * stride);
      write(to + i * panel, read(source));
      write(to + i * panel + lanes, read(source + lanes));
    }
    if (rest == 0) continue;
    for (int64_t i = 0; i < panelColumns; i++) to[whole * panel + i] = i < rest ? from[whole * panelColumns + i] : 0;
  }
}

// Columns [0, count) of `height` rows side by side, in tiles of that many: to[j·height + r] = from[r·stride + j].
template <int64_t height>
void interleaveRows(int64_t k, int64_t count, const float* from, int64_t stride, float* to) {
  constexpr int64_t block = 16; // numbers of a row at a time: a line of the cache
  for (int64_t j0 = 0; j0 < k; j0 += block) {
    const int64_t j1 = j0 + block < k ? j0 + block : k;
    for (int64_t r = 0; r < count; r++) {
      for (int64_t j = j0; j < j1; j++) to[j * height + r] = from[r * stride + j];
    }
    for (int64_t r = count; r < height; r++) {
      for (int64_t j = j0; j < j1; j++) to[j * height + r] = 0;
    }
  }
}

// The right side from its transpose: `columns` rows of [columns, k].
void packColumnsOfTranspose(int64_t k, int64_t columns, const float* from, int64_t stride, float* to) {
  for (int64_t i = 0; i < columns; i += panelColumns, from += panelColumns * stride, to += k * panelColumns) {
    interleaveRows<panelColumns>(k, columns - i < panelColumns ? columns - i : panelColumns, from, stride, to);
  }
}

// The left side: m rows of [m, k] to tiles [k, tileRows].
void packRows(int64_t m, int64_t k, const float* from, int64_t stride, float* to) {
  for (int64_t r = 0; r < m; r += tileRows, from += tileRows * stride, to += k * tileRows) {
    interleaveRows<tileRows>(k, m - r < tileRows ? m - r : tileRows, from, stride, to);
  }
}

// The left side from its transpose: m columns of [k, m].
void packRowsOfTranspose(int64_t m, int64_t k, const float* from, int64_t stride, float* to) {
  constexpr int64_t vectors = (tileRows + lanes - 1) / lanes, tile = tileRows;
  const int64_t readable = m - vectors * lanes; // last column at which whole vectors can be read
  for (int64_t j = 0; j < k; j++, from += stride, to += tile) {
    int64_t r = 0;
    // What a vector holds beyond the tile is written over by the next row of the tile, which the last one does not have.
    for (; r <= readable && j + 1 < k; r += tile) {
      __builtin_prefetch(from + r + rowsAhead * stride);
      for (int64_t v = 0; v < vectors; v++) write(to + r * k + v * lanes, read(from + r + v * lanes));
    }
    for (; r < m; r += tile) {
      for (int64_t i = 0; i < tile; i++) to[r * k + i] = r + i < m ? from[r + i] : 0;
    }
  }
}

// Of one tile and one panel; `rows` rows and `columns` columns of c exist.
BEIT2_INLINE void multiplyPacked(
    bool add, const float* bias, int64_t rows, int64_t columns, int64_t k, const float* tile, const float* panel, float* c,
    int64_t strideC) {
  if (rows == tileRows && columns == panelColumns) {
    multiplyTile<tileRows, 2, true>(add, bias, k, tile, 0, panel, panelColumns, c, strideC);
    return;
  }
  float edge[tileRows * panelColumns];
  multiplyTile<tileRows, 2, true>(false, nullptr, k, tile, 0, panel, panelColumns, edge, panelColumns);
  for (int64_t r = 0; r < rows; r++) {
    for (int64_t i = 0; i < columns; i++) {
      const float value = edge[r * panelColumns + i] + (bias ? bias[i] : 0);
      c[r * strideC + i] = add ? c[r * strideC + i] + value : value;
    }
  }
}

void multiplyPanels(
    bool add, const float* bias, int64_t m, int64_t n, int64_t k, const float* tiles, const float* panels, float* c,
    int64_t strideC) {
  for (int64_t i = 0; i < n; i += panelColumns, panels += k * panelColumns) {
    const int64_t columns = n - i < panelColumns ? n - i : panelColumns;
    for (int64_t r = 0; r < m; r += tileRows) {
      const int64_t rows = m - r < tileRows ? m - r : tileRows;
      multiplyPacked(add, bias ? bias + i : nullptr, rows, columns, k, tiles + r * k, panels, c + r * strideC + i, strideC);
    }
  }
}

} // namespace
} // namespace beit2
