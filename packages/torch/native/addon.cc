// The export table.
#include "allocator.h"
#include "binding.h"
#include "profiler.h"

namespace {

napi_value initialise(napi_env env, napi_value exports) {
  auto* self = new beit2::Environment(env);
  napi_add_env_cleanup_hook(
      env,
      [](void* data) {
        auto* environment = static_cast<beit2::Environment*>(data);
        beit2::closeHooks(environment);
        delete environment;
      },
      self);
  beit2::registerTensors(self, exports);
  beit2::registerSnapshots(self, exports);
  beit2::installAllocator();
  beit2::registerDispatch(self, exports);
  beit2::registerAutograd(self, exports);
  beit2::registerModes(self, exports);
  beit2::registerDevices(self, exports);
  beit2::registerKernels(self, exports);
  beit2::registerMeasuring(self, exports);
  beit2::registerStreams(self, exports);
  beit2::registerProfiler(self, exports);
  beit2::registerDistributed(self, exports);
  beit2::registerProcessEnd(self, exports);
  return exports;
}

}  // namespace

NAPI_MODULE_INIT() { return initialise(env, exports); }
