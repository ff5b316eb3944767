// Anomaly detection: each node of the graph remembers the JavaScript call that recorded it, and a backward pass that fails
// or gives NaN names it.
#include "callbacks.h"
#include "wording.h"

#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/engine.h>

#include <limits>

namespace beit2 {

namespace {

// The function of this thread that gives JavaScript's stack.
struct StackSource {
  napi_env env = nullptr;
  napi_ref function = nullptr;
};
thread_local StackSource stackSource;

// Of the node that failed last; written by whichever thread ran it.
std::mutex traceMutex;
std::string lastTrace;

std::string currentStack() {
  const auto& [env, reference] = stackSource;
  bool isPending = true;
  if (env == nullptr || napi_is_exception_pending(env, &isPending) != napi_ok || isPending) return "";
  const NoCrashReturn unguarded;
  napi_handle_scope scope;
  napi_open_handle_scope(env, &scope);
  std::string text;
  napi_value function = nullptr;
  napi_value result = nullptr;
  if (napi_get_reference_value(env, reference, &function) == napi_ok && function != nullptr &&
      napi_call_function(env, undefinedValue(env), function, 0, nullptr, &result) == napi_ok) {
    text = toString(env, result, "a stack");
  } else {
    napi_value error;  // a stack that cannot be told is no reason to fail
    napi_get_and_clear_last_exception(env, &error);
  }
  napi_close_handle_scope(env, scope);
  return text;
}

struct Metadata : torch::autograd::AnomalyMetadata {
  void store_stack() override { stack_ = currentStack(); }
  void assign_parent(const c10::intrusive_ptr<torch::autograd::Node>& parent) override {
    if (parent) parent_ = parent->name();
  }
  void print_stack(const std::string& name) override {
    std::string text = stack_.empty() ? "\n" + name + " was recorded before anomalies were looked for, so where is not known"
                                      : "\n" + name + " was recorded here:\n" + stack_;
    if (!parent_.empty()) text += "\nby the backward pass of " + parent_;
    std::lock_guard lock(traceMutex);
    lastTrace = text;
  }

 private:
  std::string stack_;
  std::string parent_;
};

// Reentrant calls stay on their thread however deep they are: another thread could not enter JavaScript.
class Engine : public torch::autograd::Engine {
 public:
  Engine() { max_recursion_depth_ = std::numeric_limits<int>::max(); }
  std::unique_ptr<torch::autograd::AnomalyMetadata> make_anomaly_metadata() override { return std::make_unique<Metadata>(); }
};

torch::autograd::Engine& engine() {
  static auto* only = new Engine();  // never deleted, since device threads use it until the process ends
  return *only;
}

// setAnomaly(enabled, checkNan, stack function)
napi_value setAnomaly(Call& call) {
  const bool enabled = boolArg(call, 0, "enabled");
  const bool checkNan = boolArg(call, 1, "checkNan");
  if (typeOf(call.env, call[2]) != napi_function) throw ArgumentError("expected a function for the stack");
  if (stackSource.env == nullptr) {
    check(call.env, napi_create_reference(call.env, call[2], 1, &stackSource.function), "a function that can be kept");
    stackSource.env = call.env;
  }
  torch::autograd::AnomalyMode::set_enabled(enabled, checkNan);
  return nullptr;
}

// anomaly(): [enabled, checkNan]
napi_value anomaly(Call& call) {
  napi_value array;
  napi_create_array_with_length(call.env, 2, &array);
  napi_set_element(call.env, array, 0, fromBool(call.env, torch::autograd::AnomalyMode::is_enabled()));
  napi_set_element(call.env, array, 1, fromBool(call.env, torch::autograd::AnomalyMode::should_check_nan()));
  return array;
}

}  // namespace

void forgetTrace() {
  std::lock_guard lock(traceMutex);
  lastTrace.clear();
}

void rethrowWithTrace() {
  std::string trace;
  {
    std::lock_guard lock(traceMutex);
    trace.swap(lastTrace);
  }
  if (trace.empty()) throw;
  try {
    throw;
  } catch (const c10::Error& error) {
    throw std::runtime_error(inJavaScript(error.what_without_backtrace()) + trace);
  } catch (const std::exception& error) {
    throw std::runtime_error(error.what() + trace);
  }
}

void closeAnomaly() { stackSource = {}; }

void registerAnomaly(Environment* self, napi_value exports) {
  torch::autograd::set_default_engine_stub(engine);
  BEIT2_EXPORT(self, exports, "setAnomaly", setAnomaly);
  BEIT2_EXPORT(self, exports, "anomaly", anomaly);
}

}  // namespace beit2
