// What is there to compute on, and how much memory, by libtorch's generic interfaces, which need no toolkit headers.
#include "allocator.h"
#include "binding.h"

#include <ATen/Context.h>
#include <ATen/DeviceAccelerator.h>

#include <cstdio>
#include <sstream>

namespace beit2 {

namespace {

napi_value hasCuda(Call& call) { return fromBool(call.env, at::globalContext().hasCUDA()); }
napi_value hasMps(Call& call) { return fromBool(call.env, at::globalContext().hasMPS()); }
napi_value cudaDeviceCount(Call& call) {
  return fromInt(call.env, at::globalContext().hasCUDA() ? at::detail::getCUDAHooks().deviceCount() : 0);
}

c10::DeviceIndex acceleratorIndex(const Call& call, size_t position) {
  if (!at::accelerator::isAccelerator(toDevice(call.env, call[position], "device").type())) {
    throw ArgumentError("expected an accelerator such as 'cuda' or 'mps' for device but received " + describe(call.env, call[position]));
  }
  const auto device = toDevice(call.env, call[position], "device");
  return device.has_index() ? device.index() : at::accelerator::getDeviceIndex();
}

// synchronize(device): waits for all work on it.
napi_value synchronize(Call& call) {
  at::accelerator::synchronizeDevice(acceleratorIndex(call, 0));
  return nullptr;
}

// deviceMemory(device): [bytes in tensors now, highest so far, reserved now]
napi_value deviceMemory(Call& call) {
  const auto index = acceleratorIndex(call, 0);
  const auto stats = at::accelerator::getDeviceStats(index);
  const int64_t values[] = {stats.allocated_bytes[0].current, stats.allocated_bytes[0].peak, stats.reserved_bytes[0].current};
  napi_value array;
  napi_create_array_with_length(call.env, 3, &array);
  for (uint32_t i = 0; i < 3; ++i) napi_set_element(call.env, array, i, fromInt(call.env, values[i]));
  return array;
}

napi_value resetPeakMemory(Call& call) {
  at::accelerator::resetPeakStats(acceleratorIndex(call, 0));
  return nullptr;
}

napi_value emptyCache(Call& call) {
  if (toDevice(call.env, call[0], "device").is_cpu()) {
    returnFreedMemory();
    return nullptr;
  }
  acceleratorIndex(call, 0);
  at::accelerator::emptyCache();
  return nullptr;
}

napi_value availableBytes(Call& call) { return fromInt(call.env, availableMemory()); }

}  // namespace

void registerDevices(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "hasCuda", hasCuda);
  BEIT2_EXPORT(self, exports, "hasMps", hasMps);
  BEIT2_EXPORT(self, exports, "cudaDeviceCount", cudaDeviceCount);
  BEIT2_EXPORT(self, exports, "synchronize", synchronize);
  BEIT2_EXPORT(self, exports, "deviceMemory", deviceMemory);
  BEIT2_EXPORT(self, exports, "resetPeakMemory", resetPeakMemory);
  BEIT2_EXPORT(self, exports, "emptyCache", emptyCache);
  BEIT2_EXPORT(self, exports, "availableMemory", availableBytes);
}

}  // namespace beit2
