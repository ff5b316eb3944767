// The profiler's exports, and names for what a kernel does inside, where no dispatched operator does.
#pragma once

#include "binding.h"

#include <cstdint>

namespace beit2 {

// The rest of a block, for a profile that is running; without one a look at a variable.
class Recorded {
 public:
  explicit Recorded(const char* name);
  ~Recorded();
  Recorded(const Recorded&) = delete;
  Recorded& operator=(const Recorded&) = delete;

 private:
  uint64_t recording_ = 0, event_ = 0; // recording 0: none
};

void registerProfiler(Environment* self, napi_value exports);

} // namespace beit2
