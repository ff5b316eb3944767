// A cache of small CPU blocks, since aligned malloc() takes a fifth of a small operator's time.
#pragma once

namespace beit2 {

// Puts the cache in front of libtorch's own CPU allocator, once a process.
void installSmallBlocks();

}  // namespace beit2
