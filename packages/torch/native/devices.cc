// What is there to compute on, and how much memory: the CPU's allocator with a bound, accelerators by libtorch's
// generic interfaces, which need no toolkit headers.
#include "binding.h"

#include <ATen/Context.h>
#include <ATen/DeviceAccelerator.h>
#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>

#include <cstdio>
#include <fstream>
#include <mutex>
#include <sstream>

namespace beit2 {

namespace {

// Below this a request goes straight through; above it the free memory is looked up first.
constexpr size_t kLarge = size_t{256} << 20;

// Bytes that can be had without swapping, or -1 where the system does not tell.
int64_t availableMemory() {
  std::ifstream info("/proc/meminfo");
  std::string key;
  int64_t kilobytes = 0;
  std::string unit;
  while (info >> key >> kilobytes) {
    std::getline(info, unit);
    if (key == "MemAvailable:") return kilobytes * 1024;
  }
  return -1;
}

// Linux grants more memory than there is and kills the process that touches it: a request beyond what is free is
// refused here instead, as an Error that says the size.
class BoundedAllocator final : public c10::Allocator {
 public:
  explicit BoundedAllocator(c10::Allocator* inner) : inner_(inner) {}

  c10::DataPtr allocate(size_t bytes) override {
    if (bytes >= kLarge) {
      const int64_t available = availableMemory();
      if (available >= 0 && bytes > static_cast<size_t>(available)) {
        std::ostringstream text;
        text << "out of memory: a tensor of " << bytes << " bytes was asked for, but only " << available << " bytes are free";
        TORCH_CHECK(false, text.str());
      }
    }
    return inner_->allocate(bytes);
  }
  c10::DeleterFnPtr raw_deleter() const override { return inner_->raw_deleter(); }
  void copy_data(void* destination, const void* source, std::size_t count) const override {
    inner_->copy_data(destination, source, count);
  }

 private:
  c10::Allocator* inner_;
};

void boundCpuMemory() {
  static std::once_flag once;
  std::call_once(once, [] {
    static BoundedAllocator bounded(c10::GetCPUAllocator());
    c10::SetCPUAllocator(&bounded, 255);
  });
}

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
  acceleratorIndex(call, 0);
  at::accelerator::emptyCache();
  return nullptr;
}

napi_value availableBytes(Call& call) { return fromInt(call.env, availableMemory()); }

}  // namespace

void registerDevices(Environment* self, napi_value exports) {
  boundCpuMemory();
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
