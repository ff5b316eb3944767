// JavaScript functions in graphs: kept by number, called on the thread they belong to.
#include "callbacks.h"

#include <ATen/core/grad_mode.h>

namespace beit2 {

namespace {

struct HandleScope {
  explicit HandleScope(napi_env environment) : env(environment) { napi_open_handle_scope(env, &scope); }
  ~HandleScope() { napi_close_handle_scope(env, scope); }
  HandleScope(const HandleScope&) = delete;
  HandleScope& operator=(const HandleScope&) = delete;
  napi_env env;
  napi_handle_scope scope = nullptr;
};

}  // namespace

Callback::Callback(Environment* self, napi_value function) : table_(self->hooks), number_(self->hooks->next++) {
  sweepCallbacks(self);
  napi_ref reference;
  check(self->env, napi_create_reference(self->env, function, 1, &reference), "a function that can be kept");
  self->hooks->functions.emplace(number_, reference);
}

Callback::~Callback() {
  if (auto table = table_.lock()) {
    std::lock_guard lock(table->mutex);
    table->dead.push_back(number_);
  }
}

void Callback::call(const Work& work) const {
  auto table = table_.lock();
  if (!table || table->owner == nullptr) return;
  const std::function<void(Environment*)> enter = [&](Environment* self) {
    auto found = self->hooks->functions.find(number_);
    if (found == self->hooks->functions.end()) return;
    const HandleScope scope(self->env);
    const NoCrashReturn unguarded;  // a fault in JavaScript's own code is not ours to catch
    napi_value function = nullptr;
    check(self->env, napi_get_reference_value(self->env, found->second, &function), "a function");
    if (function != nullptr) work(self, function);
  };
  if (std::this_thread::get_id() == table->owner->thread) return enter(table->owner);
  HookTable::Request request{enter, at::GradMode::is_enabled()};
  std::unique_lock lock(table->mutex);
  // Where nobody serves, waiting would last forever.
  if (table->serving == 0) {
    throw std::runtime_error("a JavaScript function in the graph was reached on a thread that cannot run it");
  }
  table->requests.push_back(&request);
  table->changed.notify_all();
  table->changed.wait(lock, [&] { return request.done; });
  if (request.failure) std::rethrow_exception(request.failure);
}

napi_value callFunction(napi_env env, napi_value function, const std::vector<napi_value>& arguments) {
  napi_value result = nullptr;
  if (napi_call_function(env, undefinedValue(env), function, arguments.size(), arguments.data(), &result) != napi_ok) {
    pending();
  }
  return result;
}

void sweepCallbacks(Environment* self) {
  std::vector<int64_t> dead;
  {
    std::lock_guard lock(self->hooks->mutex);
    dead.swap(self->hooks->dead);
  }
  for (int64_t number : dead) removeCallback(self, number);
}

void removeCallback(Environment* self, int64_t number) {
  auto found = self->hooks->functions.find(number);
  if (found == self->hooks->functions.end()) return;
  napi_delete_reference(self->env, found->second);
  self->hooks->functions.erase(found);
}

void serveCallbacks(Environment* self, const bool& finished) {
  auto table = self->hooks;
  std::unique_lock lock(table->mutex);
  table->serving++;
  while (true) {
    table->changed.wait(lock, [&] { return finished || !table->requests.empty(); });
    if (table->requests.empty()) break;
    HookTable::Request* request = table->requests.front();
    table->requests.pop_front();
    lock.unlock();
    try {
      const at::AutoGradMode mode(request->gradients);
      request->work(self);
    } catch (...) {
      request->failure = std::current_exception();
    }
    lock.lock();
    request->done = true;
    table->changed.notify_all();
  }
  table->serving--;
}

void closeHooks(Environment* self) {
  closeAnomaly();
  std::lock_guard lock(self->hooks->mutex);
  self->hooks->owner = nullptr;
}

}  // namespace beit2
