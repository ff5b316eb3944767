// Things that JavaScript holds by number: stores, process groups, streams, events.
#pragma once

#include <map>
#include <memory>

#include "binding.h"

namespace beit2 {

// A number is found in the table or it is not: whatever JavaScript makes up, no pointer is followed.
template <typename Thing>
class Handles {
 public:
  explicit Handles(const char* name) : name_(name) {}

  napi_value add(napi_env env, Thing thing) {
    things_.emplace(next_, std::move(thing));
    return fromInt(env, next_++);
  }
  Thing& get(const Call& call, size_t index) {
    auto found = things_.find(intArg(call, index, name_));
    if (found == things_.end()) throw ArgumentError(std::string("expected a ") + name_ + " that was not closed");
    return found->second;
  }
  void erase(const Call& call, size_t index) { things_.erase(intArg(call, index, name_)); }
  void clear() { things_.clear(); }

 private:
  const char* name_;
  std::map<int64_t, Thing> things_;
  int64_t next_ = 1;
};

}  // namespace beit2
