// Which of the tables of rows.cc this processor takes: the widest, or the one that BEIT2_CPU_CAPABILITY names.
#include "rows.h"

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace beit2 {

extern const Rows rows_baseline;
#if defined(__x86_64__)
extern const Rows rows_avx2, rows_avx512, rows_avx512bf16;
#endif

namespace {

// From the widest to the narrowest.
std::vector<const Rows*> available() {
  std::vector<const Rows*> found;
#if defined(__x86_64__)
  __builtin_cpu_init();
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  const bool avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  if (avx512 && __builtin_cpu_supports("avx512bf16")) found.push_back(&rows_avx512bf16);
  if (avx512) found.push_back(&rows_avx512);
  if (avx2) found.push_back(&rows_avx2);
#endif
  found.push_back(&rows_baseline);
  return found;
}

const Rows& choose() {
  const auto found = available();
  const char* wanted = std::getenv("BEIT2_CPU_CAPABILITY");
  if (wanted == nullptr || *wanted == '\0') return *found.front();
  std::string names;
  for (const Rows* rows : found) {
    if (std::string(rows->set) == wanted) return *rows;
    names += (names.empty() ? "" : ", ") + std::string(rows->set);
  }
  throw std::runtime_error(
      "BEIT2_CPU_CAPABILITY is '" + std::string(wanted) + "', which this processor does not have: it has " + names);
}

} // namespace

const Rows& rowLoops() {
  static const Rows& chosen = choose();
  return chosen;
}

} // namespace beit2
