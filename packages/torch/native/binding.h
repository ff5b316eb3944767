// What every native file shares: the table of tensors of one JavaScript environment, conversions between
// JavaScript values and C++ ones, and the guard that turns every C++ exception into a JavaScript Error.
// Only N-API is used, so one build serves every Node version.
#pragma once

#include "crash-guard.h"

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>
#include <node_api.h>

#include <cstdint>
#include <deque>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace beit2 {

// Thrown when a JavaScript exception is already pending: the guard then just returns to JavaScript.
struct JsPending : std::exception {
  const char* what() const noexcept override { return "a JavaScript exception is pending"; }
};

// A refusal of ours (wrong argument, disposed tensor): becomes a JavaScript Error or TypeError with this message.
struct ArgumentError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A tensor id is `generation * 2^24 + slot`, so that an id of a freed tensor is never taken for a later one.
constexpr int64_t kSlotBits = 24;
constexpr int64_t kSlotMask = (int64_t{1} << kSlotBits) - 1;

struct Slot {
  at::Tensor tensor;
  int64_t generation = 0;
  int64_t bytes = 0;        // bytes that V8 is told of for this handle (0 for views)
  bool external = false;    // whether it was told
  int32_t scope = 0;        // depth of the scope that owns it, 0: none
  bool used = false;
};

// The shape of a freed tensor, kept for the error that a later use of it gets.
struct Tombstone {
  double id = 0;
  int32_t dims = -1;
  int64_t sizes[6] = {};
};

struct Operator;
struct HookTable;
class Copying;

// State of one JavaScript environment (main thread or one worker thread): nothing is shared between environments.
class Environment {
 public:
  explicit Environment(napi_env env);
  ~Environment();

  // Stores a tensor and returns its id; it belongs to the innermost scope, if any.
  double add(at::Tensor tensor);
  // The tensor of an id; throws ArgumentError for a disposed or invented one.
  at::Tensor& get(double id);
  bool alive(double id) const;
  void free(double id);
  // Takes the tensor out of its scope.
  void keep(double id);

  int32_t enterScope();
  // Frees what the innermost scope owns but the tensors in `survivors`, which go to the next outer scope.
  void exitScope(const std::vector<double>& survivors);
  int32_t scopeDepth() const { return static_cast<int32_t>(scopes_.size()); }

  int64_t liveTensors() const { return live_; }
  // Bytes of the distinct storages behind the live handles.
  int64_t liveBytes() const;
  // Bytes that handles outside every scope made; only the garbage collector frees those.
  int64_t unscopedBytes() const { return unscoped_; }

  napi_env env;
  std::thread::id thread;
  std::vector<std::unique_ptr<Operator>> operators;
  std::unordered_map<std::string, int32_t> operatorIndex;
  std::vector<at::Generator> generators;
  std::vector<std::shared_ptr<void>> modes;  // RAII guards of entered modes, innermost last
  std::shared_ptr<HookTable> hooks;          // JavaScript functions that autograd calls
  std::shared_ptr<Copying> copying;          // of tensors, by another thread; ends with it

 private:
  Slot* find(double id) const;
  std::string describeMissing(double id) const;
  void release(int64_t index);
  void account(int64_t delta);

  mutable std::deque<Slot> slots_;
  std::deque<int64_t> freeSlots_;
  std::vector<std::vector<double>> scopes_;
  std::vector<Tombstone> tombstones_;  // ring of the last freed tensors
  size_t nextTombstone_ = 0;
  int64_t live_ = 0;
  int64_t unscoped_ = 0;
  int64_t unreported_ = 0;  // change of external memory not yet told to V8
};

// One call from JavaScript.
struct Call {
  napi_env env;
  Environment* self;
  size_t argc;
  napi_value argv[64];

  napi_value operator[](size_t index) const { return index < argc ? argv[index] : nullptr; }
};

[[noreturn]] inline void pending() { throw JsPending{}; }

// Throws JsPending when an N-API call failed because JavaScript threw, ArgumentError otherwise.
void check(napi_env env, napi_status status, const char* expectation);

bool isNullish(napi_env env, napi_value value);
napi_valuetype typeOf(napi_env env, napi_value value);
// "a string", "an array", "NaN" ...: what an error message says it received.
std::string describe(napi_env env, napi_value value);

double numberArg(const Call& call, size_t index, const char* name);
int64_t intArg(const Call& call, size_t index, const char* name);
bool boolArg(const Call& call, size_t index, const char* name);
std::string stringArg(const Call& call, size_t index, const char* name);
at::Tensor& tensorArg(const Call& call, size_t index, const char* name);
struct Bytes {
  void* data;
  size_t length;
};
// The memory of a typed array, over an ArrayBuffer or a SharedArrayBuffer.
Bytes toBytesOf(napi_env env, napi_value value, const char* name);
// The elements of a tensor on the CPU, contiguous, with pending conjugations and negations done, and in memory that is
// there; throws ArgumentError where a tensor has no plain elements (sparse, quantized, nested).
at::Tensor plainElements(const at::Tensor& tensor);
// A list of tensor ids; null and undefined entries become undefined tensors.
std::vector<at::Tensor> tensorListArg(const Call& call, size_t index, const char* name);

std::string toString(napi_env env, napi_value value, const char* name);
int64_t toInt(napi_env env, napi_value value, const char* name);
double toNumber(napi_env env, napi_value value, const char* name);
std::vector<int64_t> toIntList(napi_env env, napi_value value, const char* name);
at::ScalarType toScalarType(napi_env env, napi_value value, const char* name);
at::Device toDevice(napi_env env, napi_value value, const char* name);
// The same for tensors to lie on: libtorch refuses a GPU that is not there in several lines, or after it tried to pin memory.
at::Device toPresentDevice(napi_env env, napi_value value, const char* name);

napi_value undefinedValue(napi_env env);
napi_value nullValue(napi_env env);
napi_value fromDouble(napi_env env, double value);
napi_value fromInt(napi_env env, int64_t value);  // a bigint beyond 2^53
napi_value fromBool(napi_env env, bool value);
napi_value fromString(napi_env env, const std::string& value);
// Id of a newly stored tensor; null for an undefined one.
napi_value fromTensor(Environment* self, at::Tensor tensor);

const char* dtypeName(at::ScalarType type);

using Method = napi_value (*)(Call&);

// Raises the current C++ exception as a JavaScript one. Call it inside catch (...).
void throwToJs(napi_env env);

// Name of an export, for the Error that a crash in it becomes.
template <Method method>
inline const char* exportName = "";

template <Method method>
napi_value guarded(napi_env env, napi_callback_info info) {
  try {
    Call call;
    call.env = env;
    call.argc = 64;
    void* data = nullptr;
    napi_get_cb_info(env, info, &call.argc, call.argv, nullptr, &data);
    if (call.argc > 64) throw ArgumentError("too many arguments");
    call.self = static_cast<Environment*>(data);
    napi_value result = nullptr;
    guardCrash(exportName<method>, [&] { result = method(call); });
    return result;
  } catch (...) {
    throwToJs(env);
    return nullptr;
  }
}

// Adds one function to the exports; `self` is handed to every call of it.
void addFunction(Environment* self, napi_value exports, const char* name, napi_callback callback);

#define BEIT2_EXPORT(self, exports, name, method) \
  (::beit2::exportName<&(method)> = (name),       \
   ::beit2::addFunction((self), (exports), (name), ::beit2::guarded<&(method)>))

void registerTensors(Environment* self, napi_value exports);
void registerSnapshots(Environment* self, napi_value exports);
void registerDispatch(Environment* self, napi_value exports);
void registerAutograd(Environment* self, napi_value exports);
// Hooks still in a graph do nothing once their environment is gone.
void closeHooks(Environment* self);
void registerModes(Environment* self, napi_value exports);
void registerDevices(Environment* self, napi_value exports);
void registerKernels(Environment* self, napi_value exports);
void registerMeasuring(Environment* self, napi_value exports);
void registerStreams(Environment* self, napi_value exports);
void registerDistributed(Environment* self, napi_value exports);
void registerProcessEnd(Environment* self, napi_value exports);

}  // namespace beit2
