#include "allocator.h"

#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>

#include <array>
#include <climits>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <string>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace beit2 {

namespace {

constexpr size_t kUnit = 64;        // bytes; the alignment of libtorch's allocator
constexpr size_t kClasses = 64;     // up to 4 KiB
constexpr size_t kKept = 128;       // free blocks of a class that a thread holds on to
c10::Allocator* system = nullptr;   // libtorch's own

// The free blocks of one thread. A block may be freed on another thread than it came from: it stays there.
struct FreeBlocks {
  struct Class {
    size_t count = 0;
    std::array<void*, kKept> blocks;
  };
  std::array<Class, kClasses> classes;

  ~FreeBlocks() {
    for (auto& one : classes) {
      for (size_t i = 0; i < one.count; ++i) system->raw_deallocate(one.blocks[i]);
      one.count = kKept + 1;  // what is freed later in this thread's end goes straight back
    }
  }
};

FreeBlocks& mine() {
  thread_local FreeBlocks blocks;
  return blocks;
}

template <size_t Index>
void release(void* block) {
  auto& one = mine().classes[Index];
  if (one.count < kKept) one.blocks[one.count++] = block;
  else system->raw_deallocate(block);
}

template <size_t... Index>
constexpr std::array<c10::DeleterFnPtr, kClasses> releasers(std::index_sequence<Index...>) {
  return {&release<Index>...};
}
constexpr auto kReleasers = releasers(std::make_index_sequence<kClasses>{});

// From here on the free memory is looked up first.
constexpr size_t kLarge = size_t{256} << 20;

// Linux grants more memory than there is and kills the process that touches it: a request beyond what is free is
// refused here instead, as an Error that says the size.
void checkAvailable(size_t bytes) {
  const int64_t available = availableMemory();
  TORCH_CHECK(available < 0 || bytes <= static_cast<size_t>(available), "out of memory: a tensor of ", bytes,
              " bytes was asked for, but only ", available, " bytes are free");
}

// Aligned malloc() takes a fifth of a small operator's time, so small blocks go through the thread's own lists.
class CpuAllocator final : public c10::Allocator {
 public:
  c10::DataPtr allocate(size_t bytes) override {
    if (bytes >= kLarge) checkAvailable(bytes);
    if (bytes == 0 || bytes > kUnit * kClasses) return system->allocate(bytes);
    const size_t index = (bytes - 1) / kUnit;
    auto& one = mine().classes[index];
    // Every block is the system's, so that its raw deleter may free what came from here.
    void* block = one.count > 0 && one.count <= kKept ? one.blocks[--one.count] : system->raw_allocate((index + 1) * kUnit);
    return {block, block, kReleasers[index], c10::Device(c10::kCPU)};
  }
  c10::DeleterFnPtr raw_deleter() const override { return system->raw_deleter(); }
  void copy_data(void* to, const void* from, size_t bytes) const override { system->copy_data(to, from, bytes); }
};

// A training step frees nearly all that it allocates. By itself malloc() gives that back to the system, which clears every
// page again for the next step: up to a tenth of its time. What the environment says of malloc() stays.
void keepFreedMemory() {
#ifdef __GLIBC__
  for (const char* name : {"MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_", "GLIBC_TUNABLES"}) {
    if (std::getenv(name)) return;
  }
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
#endif
}

}  // namespace

void returnFreedMemory() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

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

void installAllocator() {
  static std::once_flag once;
  static CpuAllocator allocator;
  std::call_once(once, [] {
    system = c10::GetCPUAllocator();
    c10::SetCPUAllocator(&allocator, 255);
    keepFreedMemory();
  });
}

}  // namespace beit2
