// What the one-pass CPU kernels share: threads, and the numbers of a tensor.
#pragma once

#include "vectors.h"

#include <ATen/Parallel.h>
#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cstdint>
#include <exception>
#include <mutex>

// The OpenMP runtime that libtorch itself runs on, so that there is one pool of threads; null where it has none.
extern "C" __attribute__((weak)) void GOMP_parallel(void (*)(void*), void*, unsigned, unsigned);
extern "C" __attribute__((weak)) int omp_get_thread_num();

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
    auto call = [](void* data) { (*static_cast<const decltype(run)*>(data))(omp_get_thread_num()); };
    GOMP_parallel(call, const_cast<void*>(static_cast<const void*>(&run)), static_cast<unsigned>(parts), 0);
  }
  if (error) std::rethrow_exception(error);
}

// Parts to cut `rows` rows of `n` numbers into: a thread is worth it from some 32,000 numbers on.
inline int64_t partsOf(int64_t rows, int64_t n) {
  if (!GOMP_parallel || !omp_get_thread_num || at::in_parallel_region()) return 1;
  return std::clamp<int64_t>(rows * n / 32768, 1, std::min<int64_t>(at::get_num_threads(), rows));
}

inline bool isCpu(const at::Tensor& tensor, at::ScalarType dtype) {
  return tensor.device().is_cpu() && tensor.scalar_type() == dtype && tensor.layout() == at::kStrided;
}

inline const BFloat16Bits* bits(const at::Tensor& tensor) {
  return reinterpret_cast<const BFloat16Bits*>(tensor.const_data_ptr<at::BFloat16>());
}
inline BFloat16Bits* mutableBits(const at::Tensor& tensor) {
  return reinterpret_cast<BFloat16Bits*>(tensor.mutable_data_ptr<at::BFloat16>());
}

} // namespace beit2
