// JavaScript functions that the autograd engine calls: hooks, the backward passes of custom functions.
#pragma once

#include "binding.h"

#include <ATen/Context.h>

#include <condition_variable>
#include <exception>
#include <functional>
#include <future>
#include <mutex>

namespace beit2 {

struct HookTable {
  struct Request {
    const std::function<void(Environment*)>& work;
    bool gradients;  // whether operations are recorded on the thread that asks
    std::exception_ptr failure = nullptr;
    bool done = false;
  };

  std::mutex mutex;
  std::condition_variable changed;
  std::unordered_map<int64_t, napi_ref> functions;
  std::vector<int64_t> dead;
  std::deque<Request*> requests;
  int serving = 0;  // calls in which JavaScript's thread waits for requests
  int64_t next = 1;
  Environment* owner = nullptr;
};

// A JavaScript function that a graph holds. It keeps only a number: the reference may be deleted on JavaScript's thread
// alone, while the graph dies on any.
class Callback {
 public:
  Callback(Environment* self, napi_value function);
  ~Callback();
  Callback(const Callback&) = delete;
  Callback& operator=(const Callback&) = delete;

  int64_t number() const { return number_; }

  // Runs `work` with the function on JavaScript's thread: at once when this is that thread, else by asking it. Does nothing
  // when the function was removed or its environment is gone. Throws what `work` throws.
  using Work = std::function<void(Environment*, napi_value function)>;
  void call(const Work& work) const;

 private:
  std::weak_ptr<HookTable> table_;
  int64_t number_;
};

// The result of a JavaScript function; throws JsPending when it throws.
napi_value callFunction(napi_env env, napi_value function, const std::vector<napi_value>& arguments);

// Deletes the references of functions whose graphs are gone.
void sweepCallbacks(Environment* self);
void removeCallback(Environment* self, int64_t number);

// Has the errors of a backward pass say where the operator at fault was recorded, while anomalies are looked for.
void forgetTrace();
void closeAnomaly();
[[noreturn]] void rethrowWithTrace();

void registerCustomFunctions(Environment* self, napi_value exports);
void registerAnomaly(Environment* self, napi_value exports);

// Serves requests of other threads until `finished`.
void serveCallbacks(Environment* self, const bool& finished);

// Runs an autograd call. Device threads cannot enter JavaScript, so where functions exist and a device is in use, the call
// goes to a helper thread and this one serves the functions until it is done.
template <typename Run>
auto runBackward(Environment* self, Run run) -> decltype(run()) {
  sweepCallbacks(self);
  forgetTrace();
  const bool devices = at::globalContext().hasCUDA() || at::globalContext().hasMPS();
  try {
    if (self->hooks->functions.empty() || !devices) return run();
    auto table = self->hooks;
    bool finished = false;
    auto result = std::async(std::launch::async, [&] {
      struct Finish {
        HookTable& table;
        bool& finished;
        ~Finish() {
          std::lock_guard lock(table.mutex);
          finished = true;
          table.changed.notify_all();
        }
      } finish{*table, finished};
      return run();
    });
    serveCallbacks(self, finished);
    return result.get();
  } catch (const JsPending&) {
    throw;
  } catch (const std::exception&) {
    rethrowWithTrace();
  }
}

}  // namespace beit2
