// The end of the process.
#include "binding.h"

#include <cstdlib>

namespace beit2 {

namespace {

// exitNow(exitCode): exit() and Node would wait for threads, of which one may be in a system call that never returns.
napi_value exitNow(Call& call) {
  const int64_t exitCode = intArg(call, 0, "exitCode");
  if (exitCode < 0 || exitCode > 255) throw ArgumentError("exitCode must be from 0 to 255 but is " + std::to_string(exitCode));
  std::_Exit(static_cast<int>(exitCode));
}

}  // namespace

void registerProcessEnd(Environment* self, napi_value exports) { BEIT2_EXPORT(self, exports, "exitNow", exitNow); }

}  // namespace beit2
