// CPU memory: small blocks are kept for reuse, large ones are asked for only where the machine has them.
#pragma once

#include <cstdint>

namespace beit2 {

// Bytes that can be had without swapping, or -1 where the system does not tell.
int64_t availableMemory();

// Goes in front of libtorch's own CPU allocator, once a process.
void installAllocator();

}  // namespace beit2
