// Autograd: gradients, backward, hooks written in JavaScript.
#include "binding.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/variable.h>

#include <condition_variable>
#include <future>
#include <mutex>

namespace beit2 {

// JavaScript functions that backward calls. A hook's C++ closure holds only a number: the function reference may be
// deleted on JavaScript's thread alone, while the closure dies wherever the graph does.
struct HookTable {
  struct Request {
    int64_t hook;
    at::Tensor gradient;
    at::Tensor replacement;
    bool failed = false;
    bool done = false;
  };

  std::mutex mutex;
  std::condition_variable changed;
  std::unordered_map<int64_t, napi_ref> functions;
  std::vector<int64_t> dead;
  std::deque<Request*> requests;
  int64_t next = 1;
  Environment* owner = nullptr;
};

namespace {

// Tells the table, when the last copy of a hook's closure dies, that its function may go.
struct HookLife {
  std::weak_ptr<HookTable> table;
  int64_t hook;
  HookLife(std::weak_ptr<HookTable> owner, int64_t number) : table(std::move(owner)), hook(number) {}
  HookLife(const HookLife&) = delete;  // a copy's end would be taken for the hook's
  HookLife& operator=(const HookLife&) = delete;
  ~HookLife() {
    if (auto alive = table.lock()) {
      std::lock_guard lock(alive->mutex);
      alive->dead.push_back(hook);
    }
  }
};

void sweepHooks(Environment* self) {
  std::vector<int64_t> dead;
  {
    std::lock_guard lock(self->hooks->mutex);
    dead.swap(self->hooks->dead);
  }
  for (int64_t hook : dead) {
    auto found = self->hooks->functions.find(hook);
    if (found == self->hooks->functions.end()) continue;
    napi_delete_reference(self->env, found->second);
    self->hooks->functions.erase(found);
  }
}

// Calls the hook on JavaScript's own thread; an undefined result leaves the gradient as it is.
at::Tensor callHook(Environment* self, int64_t hook, const at::Tensor& gradient) {
  napi_env env = self->env;
  auto found = self->hooks->functions.find(hook);
  if (found == self->hooks->functions.end()) return {};
  napi_handle_scope scope;
  napi_open_handle_scope(env, &scope);
  const NoCrashReturn unguarded;  // a fault in JavaScript's own code is not ours to catch
  at::Tensor replacement;
  bool failed = false;
  napi_value function = nullptr;
  napi_value result = nullptr;
  napi_value argument = fromTensor(self, gradient);
  if (napi_get_reference_value(env, found->second, &function) != napi_ok || function == nullptr ||
      napi_call_function(env, undefinedValue(env), function, 1, &argument, &result) != napi_ok) {
    failed = true;
  } else {
    double id = 0;
    if (napi_get_value_double(env, result, &id) == napi_ok && self->alive(id)) replacement = self->get(id);
  }
  napi_close_handle_scope(env, scope);
  if (failed) pending();
  return replacement;
}

// What a hook's closure does: directly on JavaScript's thread, else by asking that thread, which waits in runBackward.
at::Tensor enterHook(const std::weak_ptr<HookTable>& weak, int64_t hook, const at::Tensor& gradient) {
  auto table = weak.lock();
  if (!table || table->owner == nullptr) return {};
  if (std::this_thread::get_id() == table->owner->thread) return callHook(table->owner, hook, gradient);
  HookTable::Request request{hook, gradient, {}};
  std::unique_lock lock(table->mutex);
  table->requests.push_back(&request);
  table->changed.notify_all();
  table->changed.wait(lock, [&] { return request.done; });
  if (request.failed) pending();
  return request.replacement;
}

// Runs an autograd call. Device threads cannot enter JavaScript, so where hooks exist and a device is in use, the call
// goes to a helper thread and this one serves the hooks until it is done.
template <typename Run>
auto runBackward(Environment* self, Run run) -> decltype(run()) {
  sweepHooks(self);
  const bool devices = at::globalContext().hasCUDA() || at::globalContext().hasMPS();
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
  std::unique_lock lock(table->mutex);
  while (true) {
    table->changed.wait(lock, [&] { return finished || !table->requests.empty(); });
    if (table->requests.empty()) break;
    HookTable::Request* request = table->requests.front();
    table->requests.pop_front();
    lock.unlock();
    try {
      request->replacement = callHook(self, request->hook, request->gradient);
    } catch (...) {
      request->failed = true;
    }
    lock.lock();
    request->done = true;
    table->changed.notify_all();
  }
  lock.unlock();
  return result.get();
}

bool flagArg(const Call& call, size_t index, bool fallback) {
  return isNullish(call.env, call[index]) ? fallback : boolArg(call, index, "a flag");
}

std::vector<at::Tensor> optionalListArg(const Call& call, size_t index, const char* name) {
  if (isNullish(call.env, call[index])) return {};
  return tensorListArg(call, index, name);
}

void requireDefined(const std::vector<at::Tensor>& list, const char* name) {
  for (const auto& tensor : list) {
    if (!tensor.defined()) throw ArgumentError(std::string("expected Tensors without null for ") + name);
  }
}

// backward(tensors, gradients | null, retainGraph, createGraph, inputs | null)
napi_value backward(Call& call) {
  auto tensors = tensorListArg(call, 0, "tensors");
  requireDefined(tensors, "tensors");
  auto gradients = optionalListArg(call, 1, "gradients");
  const bool createGraph = flagArg(call, 3, false);
  const bool retainGraph = flagArg(call, 2, createGraph);
  auto inputs = optionalListArg(call, 4, "inputs");
  requireDefined(inputs, "inputs");
  runBackward(call.self, [&] { torch::autograd::backward(tensors, gradients, retainGraph, createGraph, inputs); });
  return nullptr;
}

// gradients(outputs, inputs, gradOutputs | null, retainGraph, createGraph, allowUnused): ids, null where unused
napi_value gradients(Call& call) {
  auto outputs = tensorListArg(call, 0, "outputs");
  auto inputs = tensorListArg(call, 1, "inputs");
  requireDefined(outputs, "outputs");
  requireDefined(inputs, "inputs");
  auto gradOutputs = optionalListArg(call, 2, "gradOutputs");
  const bool createGraph = flagArg(call, 4, false);
  const bool retainGraph = flagArg(call, 3, createGraph);
  const bool allowUnused = flagArg(call, 5, false);
  auto results = runBackward(call.self, [&] {
    return torch::autograd::grad(outputs, inputs, gradOutputs, retainGraph, createGraph, allowUnused);
  });
  napi_value array;
  napi_create_array_with_length(call.env, results.size(), &array);
  for (size_t i = 0; i < results.size(); ++i) napi_set_element(call.env, array, i, fromTensor(call.self, results[i]));
  return array;
}

napi_value requiresGrad(Call& call) { return fromBool(call.env, tensorArg(call, 0, "tensor").requires_grad()); }
napi_value setRequiresGrad(Call& call) {
  at::Tensor& tensor = tensorArg(call, 0, "tensor");
  const bool flag = boolArg(call, 1, "requiresGrad");
  if (!tensor.is_leaf() && !flag) {
    throw ArgumentError("only a leaf tensor can stop requiring gradients: use detach() on the result of an operation");
  }
  if (flag && !torch::autograd::isDifferentiableType(tensor.scalar_type())) {
    throw ArgumentError("only floating point and complex tensors can require gradients, not " + std::string(dtypeName(tensor.scalar_type())));
  }
  tensor.set_requires_grad(flag);
  return nullptr;
}

napi_value grad(Call& call) {
  at::Tensor& tensor = tensorArg(call, 0, "tensor");
  // Stored anew where it has no memory, so that changing what is returned changes the gradient.
  if (tensor.grad().defined() && tensor.grad()._is_zerotensor()) tensor.mutable_grad() = tensor.grad().clone();
  return fromTensor(call.self, tensor.grad());
}

// setGrad(tensor, gradient | null)
napi_value setGrad(Call& call) {
  at::Tensor& tensor = tensorArg(call, 0, "tensor");
  if (isNullish(call.env, call[1])) {
    tensor.mutable_grad().reset();
    return nullptr;
  }
  const at::Tensor& gradient = tensorArg(call, 1, "grad");
  if (!gradient.sizes().equals(tensor.sizes())) throw ArgumentError("a gradient must have the shape of its tensor");
  if (gradient.scalar_type() != tensor.scalar_type()) throw ArgumentError("a gradient must have the dtype of its tensor");
  if (gradient.device() != tensor.device()) throw ArgumentError("a gradient must be on the device of its tensor");
  if (gradient.is_same(tensor)) throw ArgumentError("a tensor cannot be its own gradient");
  tensor.mutable_grad() = gradient;
  return nullptr;
}

napi_value isLeaf(Call& call) { return fromBool(call.env, tensorArg(call, 0, "tensor").is_leaf()); }

napi_value gradFn(Call& call) {
  const auto& node = tensorArg(call, 0, "tensor").grad_fn();
  return node ? fromString(call.env, node->name()) : nullValue(call.env);
}

napi_value detach(Call& call) { return fromTensor(call.self, tensorArg(call, 0, "tensor").detach()); }

// setData(tensor, other): the tensor takes other's storage, shape, dtype and device, and stays the same leaf.
napi_value setData(Call& call) {
  at::Tensor& tensor = tensorArg(call, 0, "tensor");
  const at::Tensor& other = tensorArg(call, 1, "data");
  if (tensor.scalar_type() != other.scalar_type() || tensor.device() != other.device()) tensor.mutable_grad().reset();
  tensor.set_data(other);
  return nullptr;
}

napi_value version(Call& call) { return fromInt(call.env, tensorArg(call, 0, "tensor")._version()); }

napi_value retainGrad(Call& call) {
  tensorArg(call, 0, "tensor").retain_grad();
  return nullptr;
}

// registerHook(tensor, function(id) -> id | undefined): [hook, position]
napi_value registerHook(Call& call) {
  at::Tensor& tensor = tensorArg(call, 0, "tensor");
  if (typeOf(call.env, call[1]) != napi_function) {
    throw ArgumentError("expected a function for hook but received " + describe(call.env, call[1]));
  }
  if (!tensor.requires_grad()) throw ArgumentError("cannot register a hook on a tensor that does not require gradients");
  sweepHooks(call.self);
  napi_ref reference;
  check(call.env, napi_create_reference(call.env, call[1], 1, &reference), "the hook cannot be kept");
  const int64_t hook = call.self->hooks->next++;
  call.self->hooks->functions.emplace(hook, reference);
  std::weak_ptr<HookTable> table = call.self->hooks;
  auto life = std::make_shared<HookLife>(table, hook);
  tensor.register_hook([table, life](const at::Tensor& gradient) { return enterHook(table, life->hook, gradient); });
  return fromInt(call.env, hook);
}

// removeHook(hook): a removed hook's closure stays in the graph but does nothing.
napi_value removeHook(Call& call) {
  const int64_t hook = intArg(call, 0, "hook");
  auto found = call.self->hooks->functions.find(hook);
  if (found == call.self->hooks->functions.end()) return nullptr;
  napi_delete_reference(call.env, found->second);
  call.self->hooks->functions.erase(found);
  return nullptr;
}

}  // namespace

void closeHooks(Environment* self) {
  std::lock_guard lock(self->hooks->mutex);
  self->hooks->owner = nullptr;
}

void registerAutograd(Environment* self, napi_value exports) {
  self->hooks = std::make_shared<HookTable>();
  self->hooks->owner = self;
  BEIT2_EXPORT(self, exports, "backward", backward);
  BEIT2_EXPORT(self, exports, "gradients", gradients);
  BEIT2_EXPORT(self, exports, "requiresGrad", requiresGrad);
  BEIT2_EXPORT(self, exports, "setRequiresGrad", setRequiresGrad);
  BEIT2_EXPORT(self, exports, "grad", grad);
  BEIT2_EXPORT(self, exports, "setGrad", setGrad);
  BEIT2_EXPORT(self, exports, "isLeaf", isLeaf);
  BEIT2_EXPORT(self, exports, "gradFn", gradFn);
  BEIT2_EXPORT(self, exports, "detach", detach);
  BEIT2_EXPORT(self, exports, "setData", setData);
  BEIT2_EXPORT(self, exports, "version", version);
  BEIT2_EXPORT(self, exports, "retainGrad", retainGrad);
  BEIT2_EXPORT(self, exports, "registerHook", registerHook);
  BEIT2_EXPORT(self, exports, "removeHook", removeHook);
}

}  // namespace beit2
