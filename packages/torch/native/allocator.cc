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

constexpr size_t kUnit = 64;                     // bytes; the alignment of libtorch's allocator
constexpr size_t kSmall = 4096;                  // up to here a class is one unit wide,
constexpr size_t kSteps = 8;                     // beyond it an eighth of the power of two below
constexpr size_t kKeptClasses = kSmall / kUnit + kSteps * 9;  // up to 2 MiB
constexpr size_t kKept = 128;                    // free blocks of a class that a thread holds on to
constexpr size_t kKeptBytes = size_t{256} << 20; // of all classes together
c10::Allocator* system = nullptr;                // libtorch's own

// The class of a block of `bytes` > 0; kKeptClasses or more where blocks are not kept.
size_t classOf(size_t bytes) {
  const size_t last = bytes - 1;
  if (bytes <= kSmall) return last / kUnit;
  const size_t power = 63 - static_cast<size_t>(__builtin_clzll(last)); // of two, 12 or more
  return kSmall / kUnit + (power - 12) * kSteps + ((last >> (power - 3)) & (kSteps - 1));
}
constexpr size_t bytesOf(size_t index) {
  if (index < kSmall / kUnit) return (index + 1) * kUnit;
  const size_t beyond = index - kSmall / kUnit;
  return (kSteps + beyond % kSteps + 1) << (beyond / kSteps + 9);
}

// The free blocks of one thread. A block may be freed on another thread than it came from: it stays there.
struct FreeBlocks {
  struct Class {
    size_t count = 0;
    std::array<void*, kKept> blocks;
  };
  std::array<Class, kKeptClasses> classes;
  size_t bytes = 0;
  bool ended = false;  // what is freed in this thread's end goes straight back

  void empty() {
    for (auto& one : classes) {
      while (one.count > 0) system->raw_deallocate(one.blocks[--one.count]);
    }
    bytes = 0;
  }
  ~FreeBlocks() {
    empty();
    ended = true;
  }
};

FreeBlocks& mine() {
  thread_local FreeBlocks blocks;
  return blocks;
}

template <size_t Index>
void release(void* block) {
  auto& free = mine();
  auto& one = free.classes[Index];
  if (free.ended || one.count == kKept || free.bytes + bytesOf(Index) > kKeptBytes) {
    system->raw_deallocate(block);
  } else {
    one.blocks[one.count++] = block;
    free.bytes += bytesOf(Index);
  }
}

template <size_t... Index>
constexpr std::array<c10::DeleterFnPtr, kKeptClasses> releasers(std::index_sequence<Index...>) {
  return {&release<Index>...};
}
constexpr auto kReleasers = releasers(std::make_index_sequence<kKeptClasses>{});

// From here on the free memory is looked up first.
constexpr size_t kLarge = size_t{256} << 20;

// Linux grants more memory than there is and kills the process that touches it: a request beyond what is free is
// refused here instead, as an Error that says the size.
void checkAvailable(size_t bytes) {
  const int64_t available = availableMemory();
  TORCH_CHECK(available < 0 || bytes <= static_cast<size_t>(available), "out of memory: a tensor of ", bytes,
              " bytes was asked for, but only ", available, " bytes are free");
}

// Aligned malloc() takes a fifth of a small operator's time, and a tenth of a small model's step to split and join larger
// blocks, so blocks up to 2 MiB go through the thread's own lists.
class CpuAllocator final : public c10::Allocator {
 public:
  c10::DataPtr allocate(size_t bytes) override {
    if (bytes >= kLarge) checkAvailable(bytes);
    const size_t index = bytes == 0 ? kKeptClasses : classOf(bytes);
    if (index >= kKeptClasses) return system->allocate(bytes);
    auto& free = mine();
    auto& one = free.classes[index];
    // Every block is the system's, so that its raw deleter may free what came from here.
    void* block;
    if (one.count > 0) {
      block = one.blocks[--one.count];
      free.bytes -= bytesOf(index);
    } else {
      block = system->raw_allocate(bytesOf(index));
    }
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
  mine().empty();
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
