// Process groups of c10d: stores to meet at, collectives of Gloo (and NCCL where its headers were), and the reducer that
// sums gradients while backward still runs.
// libtorch guards its headers by what it was built with; every build that we take has Gloo.
#define USE_C10D_GLOO 1
#ifdef BEIT2_HAS_NCCL
#define USE_C10D_NCCL 1
#endif

#include "handles.h"

#include <torch/csrc/distributed/c10d/FileStore.hpp>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroup.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#include <torch/csrc/distributed/c10d/reducer.hpp>
#ifdef BEIT2_HAS_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

#include <type_traits>

namespace beit2 {

namespace {

using StorePtr = c10::intrusive_ptr<c10d::Store>;
using GroupPtr = c10::intrusive_ptr<c10d::ProcessGroup>;
using WorkPtr = c10::intrusive_ptr<c10d::Work>;
using ReducerPtr = std::shared_ptr<c10d::Reducer>;

thread_local Handles<StorePtr> stores("store");
thread_local Handles<GroupPtr> groups("process group");
thread_local Handles<WorkPtr> works("work");
thread_local Handles<ReducerPtr> reducers("reducer");

std::chrono::milliseconds timeoutArg(const Call& call, size_t index) {
  const int64_t milliseconds = intArg(call, index, "timeoutMs");
  if (milliseconds < 1) throw ArgumentError("timeoutMs must be at least 1");
  return std::chrono::milliseconds(milliseconds);
}

int rankArg(const Call& call, size_t index, int64_t size) {
  const int64_t rank = intArg(call, index, "rank");
  if (rank < 0 || rank >= size) {
    throw ArgumentError("rank must be from 0 to " + std::to_string(size - 1) + " but is " + std::to_string(rank));
  }
  return static_cast<int>(rank);
}

int64_t sizeArg(const Call& call, size_t index) {
  const int64_t size = intArg(call, index, "worldSize");
  if (size < 1 || size > 1 << 20) throw ArgumentError("worldSize must be from 1 to 1048576 but is " + std::to_string(size));
  return size;
}

// tcpStore(host, port, worldSize, isServer, timeoutMs); port 0 lets the server choose.
napi_value tcpStore(Call& call) {
  c10d::TCPStoreOptions options;
  const int64_t port = intArg(call, 1, "port");
  if (port < 0 || port > 65535) throw ArgumentError("port must be from 0 to 65535 but is " + std::to_string(port));
  options.port = static_cast<std::uint16_t>(port);
  options.numWorkers = static_cast<std::size_t>(sizeArg(call, 2));
  options.isServer = boolArg(call, 3, "isServer");
  options.waitWorkers = false;  // the group's own start waits for all ranks
  options.timeout = timeoutArg(call, 4);
  StorePtr store = c10::make_intrusive<c10d::TCPStore>(stringArg(call, 0, "host"), options);
  store->setTimeout(options.timeout);
  return stores.add(call.env, std::move(store));
}

napi_value fileStore(Call& call) {
  StorePtr store = c10::make_intrusive<c10d::FileStore>(stringArg(call, 0, "path"), static_cast<int>(sizeArg(call, 1)));
  store->setTimeout(timeoutArg(call, 2));
  return stores.add(call.env, std::move(store));
}

napi_value storePort(Call& call) {
  auto* tcp = dynamic_cast<c10d::TCPStore*>(stores.get(call, 0).get());
  return tcp == nullptr ? nullValue(call.env) : fromInt(call.env, tcp->getPort());
}

napi_value storeSet(Call& call) {
  const std::string value = stringArg(call, 2, "value");
  stores.get(call, 0)->set(stringArg(call, 1, "key"), std::vector<uint8_t>(value.begin(), value.end()));
  return nullptr;
}

napi_value storeGet(Call& call) {
  const auto value = stores.get(call, 0)->get(stringArg(call, 1, "key"));
  return fromString(call.env, std::string(value.begin(), value.end()));
}

napi_value storeAdd(Call& call) {
  return fromInt(call.env, stores.get(call, 0)->add(stringArg(call, 1, "key"), intArg(call, 2, "amount")));
}

napi_value storeClose(Call& call) {
  stores.erase(call, 0);
  return nullptr;
}

// processGroup(backend, store, rank, worldSize, timeoutMs, network interface | null)
napi_value processGroup(Call& call) {
  const std::string backend = stringArg(call, 0, "backend");
  const StorePtr store = stores.get(call, 1);
  const int64_t size = sizeArg(call, 3);
  const int rank = rankArg(call, 2, size);
  const auto timeout = timeoutArg(call, 4);
  auto group = c10::make_intrusive<c10d::ProcessGroup>(store, rank, static_cast<int>(size));
  if (backend == "gloo") {
    auto options = c10d::ProcessGroupGloo::Options::create(timeout);
    options->devices.push_back(isNullish(call.env, call[5])
                                   ? c10d::ProcessGroupGloo::createDefaultDevice()
                                   : c10d::ProcessGroupGloo::createDeviceForInterface(stringArg(call, 5, "interface")));
    auto gloo = c10::make_intrusive<c10d::ProcessGroupGloo>(store, rank, static_cast<int>(size), options);
    for (auto device : {c10::DeviceType::CPU, c10::DeviceType::CUDA}) {
      group->setBackend(device, c10d::ProcessGroup::BackendType::GLOO, gloo);
    }
    group->setDefaultBackend(c10d::ProcessGroup::BackendType::GLOO);
  } else if (backend == "nccl") {
#ifdef BEIT2_HAS_NCCL
    auto options = c10d::ProcessGroupNCCL::Options::create();
    options->timeout = timeout;
    auto nccl = c10::make_intrusive<c10d::ProcessGroupNCCL>(store, rank, static_cast<int>(size), options);
    group->setBackend(c10::DeviceType::CUDA, c10d::ProcessGroup::BackendType::NCCL, nccl);
    group->setDefaultBackend(c10d::ProcessGroup::BackendType::NCCL);
#else
    throw ArgumentError("this build has no NCCL: its headers were not there when the addon was compiled. Use 'gloo'");
#endif
  } else {
    throw ArgumentError("expected 'gloo' or 'nccl' for backend but received the string \"" + backend + "\"");
  }
  return groups.add(call.env, std::move(group));
}

napi_value closeGroup(Call& call) {
  groups.erase(call, 0);
  return nullptr;
}

c10d::ReduceOp opArg(const Call& call, size_t index) {
  const std::string op = stringArg(call, index, "op");
  if (op == "sum") return c10d::ReduceOp::SUM;
  if (op == "min") return c10d::ReduceOp::MIN;
  if (op == "max") return c10d::ReduceOp::MAX;
  if (op == "product") return c10d::ReduceOp::PRODUCT;
  throw ArgumentError("expected 'sum', 'mean', 'min', 'max' or 'product' for op but received the string \"" + op + "\"");
}

// allReduce(group, tensor, op): a work; the tensor is overwritten.
napi_value allReduce(Call& call) {
  std::vector<at::Tensor> tensors{tensorArg(call, 1, "tensor")};
  c10d::AllreduceOptions options;
  options.reduceOp = opArg(call, 2);
  return works.add(call.env, groups.get(call, 0)->allreduce(tensors, options));
}

// broadcast(group, tensor, source)
napi_value broadcast(Call& call) {
  const GroupPtr group = groups.get(call, 0);
  std::vector<at::Tensor> tensors{tensorArg(call, 1, "tensor")};
  c10d::BroadcastOptions options;
  options.rootRank = rankArg(call, 2, group->getSize());
  return works.add(call.env, group->broadcast(tensors, options));
}

// allGather(group, outputs, tensor)
napi_value allGather(Call& call) {
  const GroupPtr group = groups.get(call, 0);
  std::vector<std::vector<at::Tensor>> outputs{tensorListArg(call, 1, "outputs")};
  std::vector<at::Tensor> inputs{tensorArg(call, 2, "tensor")};
  if (static_cast<int>(outputs[0].size()) != group->getSize()) throw ArgumentError("allGather needs one output a rank");
  for (const auto& output : outputs[0]) {
    if (!output.defined()) throw ArgumentError("allGather needs Tensors as outputs");
  }
  return works.add(call.env, group->allgather(outputs, inputs));
}

napi_value barrier(Call& call) { return works.add(call.env, groups.get(call, 0)->barrier()); }

napi_value waitSync(Call& call) {
  const WorkPtr work = works.get(call, 0);
  works.erase(call, 0);
  work->wait();
  return nullptr;
}

// A wait that blocks a thread of libuv's pool rather than JavaScript's.
struct Waiting {
  WorkPtr work;
  napi_deferred deferred;
  napi_async_work task;
  std::string error;
};

// waitAsync(work): a promise
napi_value waitAsync(Call& call) {
  auto* waiting = new Waiting{works.get(call, 0), nullptr, nullptr, {}};
  works.erase(call, 0);
  napi_value promise;
  napi_create_promise(call.env, &waiting->deferred, &promise);
  napi_create_async_work(
      call.env, nullptr, fromString(call.env, "c10d wait"),
      [](napi_env, void* data) {
        auto* self = static_cast<Waiting*>(data);
        try {
          self->work->wait();
        } catch (const c10::Error& error) {
          self->error = error.what_without_backtrace();
        } catch (const std::exception& error) {
          self->error = error.what();
        } catch (...) {
          self->error = "an unknown native exception";
        }
      },
      [](napi_env env, napi_status, void* data) {
        auto* self = static_cast<Waiting*>(data);
        if (self->error.empty()) {
          napi_resolve_deferred(env, self->deferred, undefinedValue(env));
        } else {
          napi_value error;
          napi_create_error(env, nullptr, fromString(env, self->error), &error);
          napi_reject_deferred(env, self->deferred, error);
        }
        napi_delete_async_work(env, self->task);
        delete self;
      },
      waiting, &waiting->task);
  napi_queue_async_work(call.env, waiting->task);
  return promise;
}

// Reducers of libtorch 2.13 take two arguments more than those of 2.11.
template <typename R = c10d::Reducer>
ReducerPtr makeReducer(std::vector<at::Tensor> parameters, std::vector<std::vector<size_t>> buckets, GroupPtr group,
                       int64_t bucketBytes, int64_t firstBucketBytes, bool findUnused) {
  std::vector<bool> sparse(parameters.size(), false);
  std::unordered_map<size_t, std::string> names;
  if constexpr (std::is_constructible_v<R, std::vector<at::Tensor>, std::vector<std::vector<size_t>>, GroupPtr, std::vector<bool>,
                                        int64_t, bool, bool, std::unordered_map<size_t, std::string>, int64_t, bool, bool,
                                        std::vector<int64_t>, bool>) {
    return std::make_shared<R>(std::move(parameters), std::move(buckets), group, sparse, bucketBytes, findUnused, true, names,
                               firstBucketBytes, false, false, std::vector<int64_t>{}, false);
  } else {
    return std::make_shared<R>(std::move(parameters), std::move(buckets), group, sparse, bucketBytes, findUnused, true, names,
                               firstBucketBytes, false, false);
  }
}

// newReducer(group, parameters, firstBucketBytes, bucketBytes, findUnused): checks the shapes across ranks first.
napi_value newReducer(Call& call) {
  const GroupPtr group = groups.get(call, 0);
  auto parameters = tensorListArg(call, 1, "parameters");
  if (parameters.empty()) throw ArgumentError("there are no parameters that require gradients");
  for (const auto& parameter : parameters) {
    if (!parameter.defined() || !parameter.requires_grad() || !parameter.is_leaf()) {
      throw ArgumentError("every parameter of a reducer must be a leaf that requires gradients");
    }
  }
  const int64_t firstBucketBytes = intArg(call, 2, "firstBucketBytes");
  const int64_t bucketBytes = intArg(call, 3, "bucketBytes");
  if (firstBucketBytes < 1 || bucketBytes < 1) throw ArgumentError("bucket sizes must be at least one byte");
  c10d::verify_params_across_processes(group, parameters, std::nullopt);
  auto [buckets, limits] = c10d::compute_bucket_assignment_by_size(
      parameters, {static_cast<size_t>(firstBucketBytes), static_cast<size_t>(bucketBytes)});
  std::reverse(buckets.begin(), buckets.end());  // gradients come last layer first
  return reducers.add(call.env, makeReducer(std::move(parameters), std::move(buckets), group, bucketBytes, firstBucketBytes,
                                            boolArg(call, 4, "findUnused")));
}

// prepareReducer(reducer, outputs): the next backward sums over ranks.
napi_value prepareReducer(Call& call) {
  reducers.get(call, 0)->prepare_for_backward(tensorListArg(call, 1, "outputs"));
  return nullptr;
}

napi_value freeReducer(Call& call) {
  reducers.erase(call, 0);
  return nullptr;
}

}  // namespace

void registerDistributed(Environment* self, napi_value exports) {
  // Groups join threads of their own: they must go while the process is still whole.
  napi_add_env_cleanup_hook(
      self->env,
      [](void*) {
        works.clear();
        reducers.clear();
        groups.clear();
        stores.clear();
      },
      nullptr);
  BEIT2_EXPORT(self, exports, "tcpStore", tcpStore);
  BEIT2_EXPORT(self, exports, "fileStore", fileStore);
  BEIT2_EXPORT(self, exports, "storePort", storePort);
  BEIT2_EXPORT(self, exports, "storeSet", storeSet);
  BEIT2_EXPORT(self, exports, "storeGet", storeGet);
  BEIT2_EXPORT(self, exports, "storeAdd", storeAdd);
  BEIT2_EXPORT(self, exports, "storeClose", storeClose);
  BEIT2_EXPORT(self, exports, "processGroup", processGroup);
  BEIT2_EXPORT(self, exports, "closeGroup", closeGroup);
  BEIT2_EXPORT(self, exports, "allReduce", allReduce);
  BEIT2_EXPORT(self, exports, "broadcast", broadcast);
  BEIT2_EXPORT(self, exports, "allGather", allGather);
  BEIT2_EXPORT(self, exports, "barrier", barrier);
  BEIT2_EXPORT(self, exports, "waitSync", waitSync);
  BEIT2_EXPORT(self, exports, "waitAsync", waitAsync);
  BEIT2_EXPORT(self, exports, "newReducer", newReducer);
  BEIT2_EXPORT(self, exports, "prepareReducer", prepareReducer);
  BEIT2_EXPORT(self, exports, "freeReducer", freeReducer);
}

}  // namespace beit2
