// What the one-pass CPU kernels share: threads, and the numbers of a tensor.
#pragma once

#include "rows/rows.h"

#include <ATen/Parallel.h>
#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <mutex>
#include <type_traits>
#include <vector>

// The OpenMP runtime that libtorch itself runs on, so that there is one pool of threads; null where it has none.
extern "C" __attribute__((weak)) void GOMP_parallel(void (*)(void*), void*, unsigned, unsigned);
extern "C" __attribute__((weak)) int omp_get_thread_num();
extern "C" __attribute__((weak)) int omp_get_num_threads();

namespace beit2 {

// Calls body(part, first, last) for equal parts of `rows`, one a thread. What a part throws is thrown when all are done.
template <class Body>
void overRows(int64_t rows, int64_t parts, const Body& body) {
  std::mutex guard;
  std::exception_ptr error;
  const auto run = [&](int64_t part) {
    try {
      body(part, rows * part / parts, rows * (part + 1) / parts);
    } catch (...) {
      const std::lock_guard<std::mutex> lock(guard);
      error = std::current_exception();
    }
  };
  if (parts == 1) {
    run(0);
  } else {
    // OpenMP may give fewer threads than asked for (OMP_THREAD_LIMIT): each then takes several parts.
    const auto share = [&] {
      for (int64_t part = omp_get_thread_num(); part < parts; part += omp_get_num_threads()) run(part);
    };
    auto call = [](void* data) { (*static_cast<const decltype(share)*>(data))(); };
    GOMP_parallel(call, const_cast<void*>(static_cast<const void*>(&share)), static_cast<unsigned>(parts), 0);
  }
  if (error) std::rethrow_exception(error);
}

// Parts to cut `rows` rows of `n` numbers into: a thread is worth it from some 32,000 numbers on.
inline int64_t partsOf(int64_t rows, int64_t n) {
  if (!GOMP_parallel || !omp_get_thread_num || !omp_get_num_threads || at::in_parallel_region()) return 1;
  return std::clamp<int64_t>(rows * n / 32768, 1, std::min<int64_t>(at::get_num_threads(), rows));
}

// Calls body(first, last, sums) for blocks of rows, with zeroed sums of `width` numbers, and adds those up to `total`: as sums
// of sums of sums, which keep the precision that one long sum loses.
template <class Body>
void overSummedRows(int64_t first, int64_t last, int64_t width, float* total, const Body& body) {
  constexpr int64_t block = 64, blocks = 32;
  std::vector<float> some(width), more(width);
  for (int64_t row = first, i = 1; row < last; row += block, i++) {
    const int64_t end = std::min(last, row + block);
    std::fill(some.begin(), some.end(), 0.0f);
    body(row, end, some.data());
    rowsOf<float>().add(some.data(), more.data(), 1, width);
    if (i % blocks == 0 || end == last) {
      rowsOf<float>().add(more.data(), total, 1, width);
      std::fill(more.begin(), more.end(), 0.0f);
    }
  }
}

inline bool isCpu(const at::Tensor& tensor, at::ScalarType dtype) {
  return tensor.device().is_cpu() && tensor.scalar_type() == dtype && tensor.layout() == at::kStrided;
}

// What a tensor of T holds as: bfloat16 for BFloat16Bits. The dtype is checked on the way to the numbers.
template <class T>
using Stored = std::conditional_t<std::is_same_v<T, BFloat16Bits>, at::BFloat16, T>;

template <class T>
const T* read(const at::Tensor& tensor) {
  return reinterpret_cast<const T*>(tensor.const_data_ptr<Stored<T>>());
}
template <class T>
T* write(const at::Tensor& tensor) {
  return reinterpret_cast<T*>(tensor.mutable_data_ptr<Stored<T>>());
}

} // namespace beit2
