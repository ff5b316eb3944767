// What the files about process groups share: the handles of one JavaScript thread, and how a collective's end reaches it.
#pragma once

#include "gloo-group.h"
#include "handles.h"

#include <torch/csrc/distributed/c10d/ProcessGroup.hpp>

namespace c10d {
class Reducer;
}

namespace beit2 {

// One rank's end of a process group, as c10d sees it, and Gloo's part, which CPU tensors always take.
struct Group {
  c10::intrusive_ptr<c10d::ProcessGroup> c10d;
  c10::intrusive_ptr<GlooGroup> gloo;
};

extern thread_local Handles<c10::intrusive_ptr<c10d::Store>> stores;
extern thread_local Handles<Group> groups;
extern thread_local Handles<std::shared_ptr<c10d::Reducer>> reducers;

// Makes a collective's value on JavaScript's thread once it is done.
using Finish = std::function<napi_value(Environment*)>;

// The value of a collective: now, after waiting for it, or as a promise. Nothing of libuv's pool is taken.
napi_value settle(Call& call, bool now, c10::intrusive_ptr<c10d::Work> work, Finish finish);
// A promise of what `run` gives on a thread of its own; rejected with `late` where that takes longer than `limit`.
napi_value later(Call& call, std::chrono::milliseconds limit, const std::string& late, std::function<Finish()> run);
// Promises still open are forgotten: their environment goes away.
void dropPromises();

int64_t rangeArg(const Call& call, size_t index, const char* name, int64_t least, int64_t most);
std::chrono::milliseconds timeoutArg(const Call& call, size_t index);
int sizeArg(const Call& call, size_t index);
std::vector<std::string> stringListArg(const Call& call, size_t index, const char* name);

void registerStores(Environment* self, napi_value exports);
void registerReducer(Environment* self, napi_value exports);

}  // namespace beit2
