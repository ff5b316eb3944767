// CPU memory: what is freed is kept for reuse, large blocks are asked for only where the machine has them.
#pragma once

#include <cstdint>

namespace beit2 {

// Bytes that can be had without swapping, or -1 where the system does not tell.
int64_t availableMemory();

// Gives what malloc() holds free back to the system, where it can be told to.
void returnFreedMemory();

// Goes in front of libtorch's own CPU allocator, once a process.
void installAllocator();

}  // namespace beit2
