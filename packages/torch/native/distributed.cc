// Process groups of c10d and their collectives.
#include "distributed.h"

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/reducer.hpp>

#ifdef BEIT2_HAS_NCCL
#define USE_C10D_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

namespace beit2 {

// In one place, so that they go in the reverse of this order.
thread_local Handles<c10::intrusive_ptr<c10d::Store>> stores("store");
thread_local Handles<Group> groups("process group");
thread_local Handles<std::shared_ptr<c10d::Reducer>> reducers("reducer");

namespace {

using StorePtr = c10::intrusive_ptr<c10d::Store>;
using BackendPtr = c10::intrusive_ptr<c10d::Backend>;

// ---- Arguments

int rankArg(const Call& call, size_t index, const char* name, int size) {
  return static_cast<int>(rangeArg(call, index, name, 0, size - 1));
}

c10d::ReduceOp opArg(const Call& call, size_t index, const at::Tensor& tensor) {
  const std::string op = stringArg(call, index, "op");
  if (op == "avg" && !at::isFloatingType(tensor.scalar_type())) {
    throw ArgumentError(std::string("op 'avg' needs a floating-point tensor but received ") + dtypeName(tensor.scalar_type()));
  }
  if (op == "sum") return c10d::ReduceOp::SUM;
  if (op == "avg") return c10d::ReduceOp::AVG;
  if (op == "product") return c10d::ReduceOp::PRODUCT;
  if (op == "min") return c10d::ReduceOp::MIN;
  if (op == "max") return c10d::ReduceOp::MAX;
  throw ArgumentError("expected 'sum', 'avg', 'min', 'max' or 'product' for op but received the string \"" + op + "\"");
}

// The backend that serves a tensor's device.
BackendPtr backendOf(const Group& group, const at::Tensor& tensor) {
  if (tensor.layout() != at::kStrided) throw ArgumentError("collectives take dense tensors only");
  if (tensor.is_cpu()) return group.gloo;
  if (!tensor.is_cuda()) {
    throw ArgumentError("collectives take tensors on the CPU or a CUDA device but received one on " + tensor.device().str());
  }
  return group.c10d->getBackend(tensor.device().type());
}

// ---- Tensors on the wire

// The elements of a tensor one after another, outside of the graph: the same memory where they lie so already.
at::Tensor packed(const at::Tensor& tensor) { return tensor.detach().resolve_conj().resolve_neg().contiguous(); }

// Writes a result back where packed() had to copy.
void unpack(const at::Tensor& result, const at::Tensor& target) {
  if (!result.is_alias_of(target)) target.detach().copy_(result);
}

bool isReducible(at::ScalarType type) {
  switch (type) {
    case at::kFloat: case at::kDouble: case at::kHalf: case at::kBFloat16:
    case at::kChar: case at::kByte: case at::kInt: case at::kLong: return true;
    default: return false;
  }
}

// What only moves goes as bytes where the backends do not know its dtype.
at::Tensor movable(const at::Tensor& tensor) {
  return isReducible(tensor.scalar_type()) ? tensor : tensor.view({-1}).view(at::kByte);
}

at::Tensor& reducibleArg(const Call& call, size_t index) {
  at::Tensor& tensor = tensorArg(call, index, "tensor");
  if (isReducible(tensor.scalar_type())) return tensor;
  throw ArgumentError(std::string("ranks can reduce float32, float64, float16, bfloat16, int8, uint8, int32 and int64 tensors "
                                  "but received ") + dtypeName(tensor.scalar_type()) + ": convert it first");
}

napi_value tensorArray(Environment* self, const std::vector<at::Tensor>& tensors) {
  napi_value array;
  check(self->env, napi_create_array_with_length(self->env, tensors.size(), &array), "an array");
  for (size_t i = 0; i < tensors.size(); ++i) {
    check(self->env, napi_set_element(self->env, array, static_cast<uint32_t>(i), fromTensor(self, tensors[i])), "an array");
  }
  return array;
}

// ---- Groups

BackendPtr makeNccl([[maybe_unused]] const StorePtr& store, [[maybe_unused]] int rank, [[maybe_unused]] int size,
                    [[maybe_unused]] std::chrono::milliseconds timeout) {
#ifdef BEIT2_HAS_NCCL
  auto options = c10d::ProcessGroupNCCL::Options::create();
  options->timeout = timeout;
  return c10::make_intrusive<c10d::ProcessGroupNCCL>(store, rank, size, options);
#else
  throw ArgumentError("this addon was built without NCCL: use the backend 'gloo', or run the set-up with a CUDA build of torch "
                      "(LIBTORCH_USE_PYTORCH=1) and NCCL's headers");
#endif
}

// What connecting may take beyond its own limit, which a store that never answers keeps it from seeing.
constexpr auto kSlack = std::chrono::milliseconds(2000);

std::string cannotConnect(int rank, int size) {
  return "rank " + std::to_string(rank) + " of " + std::to_string(size) + " cannot connect to the others: ";
}

Group connected(const StorePtr& store, bool isNccl, int rank, int size, std::chrono::milliseconds timeout, const GlooDevices& devices) {
  using c10d::ProcessGroup;
  Group group{c10::make_intrusive<ProcessGroup>(store, rank, size), nullptr};
  BackendPtr nccl;
  if (isNccl) nccl = makeNccl(c10::make_intrusive<c10d::PrefixStore>("nccl", store), rank, size, timeout);
  try {
    group.gloo = c10::make_intrusive<GlooGroup>(store, rank, size, timeout, devices);
  } catch (...) {
    throw std::runtime_error(cannotConnect(rank, size) + glooReason(std::current_exception()));
  }
  group.c10d->setBackend(at::kCPU, ProcessGroup::BackendType::GLOO, group.gloo);
  if (nccl) {
    group.c10d->setBackend(at::kCUDA, ProcessGroup::BackendType::NCCL, nccl);
  } else {
    group.c10d->setBackend(at::kCUDA, ProcessGroup::BackendType::GLOO, group.gloo);
  }
  group.c10d->setDefaultBackend(nccl ? ProcessGroup::BackendType::NCCL : ProcessGroup::BackendType::GLOO);
  return group;
}

// processGroup(backend, store, rank, worldSize, timeoutMs, interfaces, host): a promise of it.
napi_value processGroup(Call& call) {
  const std::string backend = stringArg(call, 0, "backend");
  const StorePtr store = stores.get(call, 1);
  const int size = sizeArg(call, 3);
  const int rank = rankArg(call, 2, "rank", size);
  const auto timeout = timeoutArg(call, 4);
  const GlooDevices devices{stringListArg(call, 5, "interfaces"), stringArg(call, 6, "host")};
  if (backend != "gloo" && backend != "nccl") {
    throw ArgumentError("expected 'gloo' or 'nccl' for backend but received the string \"" + backend + "\"");
  }
  const bool isNccl = backend == "nccl";
  return later(call, timeout + kSlack, cannotConnect(rank, size) + kSilentStore, [=]() -> Finish {
    const Group group = connected(store, isNccl, rank, size, timeout, devices);
    return [group](Environment* self) { return groups.add(self->env, group); };
  });
}

// closeGroup(group): what it still runs fails.
napi_value closeGroup(Call& call) {
  groups.get(call, 0).gloo->close();
  groups.erase(call, 0);
  return nullptr;
}

// ---- Collectives: the last argument says whether to wait or to return a promise

// allReduce(group, tensor, op, now): overwrites the tensor.
napi_value allReduce(Call& call) {
  const Group& group = groups.get(call, 0);
  const at::Tensor target = reducibleArg(call, 1);
  c10d::AllreduceOptions options;
  options.reduceOp = opArg(call, 2, target);
  const bool now = boolArg(call, 3, "now");
  const auto backend = backendOf(group, target);
  std::vector<at::Tensor> tensors{packed(target)};
  return settle(call, now, backend->allreduce(tensors, options), [tensors, target](Environment* self) {
    unpack(tensors[0], target);
    return undefinedValue(self->env);
  });
}

// broadcast(group, tensor, source, now): overwrites the tensor.
napi_value broadcast(Call& call) {
  const Group& group = groups.get(call, 0);
  const at::Tensor target = tensorArg(call, 1, "tensor");
  c10d::BroadcastOptions options;
  options.rootRank = rankArg(call, 2, "source", group.gloo->getSize());
  const bool now = boolArg(call, 3, "now");
  const auto backend = backendOf(group, target);
  const at::Tensor whole = packed(target);
  std::vector<at::Tensor> tensors{movable(whole)};
  return settle(call, now, backend->broadcast(tensors, options), [whole, target](Environment* self) {
    unpack(whole, target);
    return undefinedValue(self->env);
  });
}

std::vector<at::Tensor> allMovable(const std::vector<at::Tensor>& tensors) {
  std::vector<at::Tensor> list;
  for (const auto& tensor : tensors) list.push_back(movable(tensor));
  return list;
}

// allGather(group, tensor, now): one new tensor a rank.
napi_value allGather(Call& call) {
  const Group& group = groups.get(call, 0);
  const at::Tensor& tensor = tensorArg(call, 1, "tensor");
  const bool now = boolArg(call, 2, "now");
  const auto backend = backendOf(group, tensor);
  const at::Tensor mine = packed(tensor);
  std::vector<at::Tensor> all(group.gloo->getSize());
  for (auto& each : all) each = at::empty_like(mine);
  std::vector<at::Tensor> inputs{movable(mine)};
  std::vector<std::vector<at::Tensor>> outputs{allMovable(all)};
  return settle(call, now, backend->allgather(outputs, inputs, {}), [all](Environment* self) { return tensorArray(self, all); });
}

// gather(group, tensor, target rank, now): one new tensor a rank on the target, null elsewhere.
napi_value gather(Call& call) {
  const Group& group = groups.get(call, 0);
  const at::Tensor& tensor = tensorArg(call, 1, "tensor");
  c10d::GatherOptions options;
  options.rootRank = rankArg(call, 2, "target", group.gloo->getSize());
  const bool now = boolArg(call, 3, "now");
  const auto backend = backendOf(group, tensor);
  const at::Tensor mine = packed(tensor);
  const bool isTarget = options.rootRank == group.gloo->getRank();
  std::vector<at::Tensor> all(isTarget ? group.gloo->getSize() : 0);
  for (auto& each : all) each = at::empty_like(mine);
  std::vector<at::Tensor> inputs{movable(mine)};
  std::vector<std::vector<at::Tensor>> outputs;
  if (isTarget) outputs.push_back(allMovable(all));
  return settle(call, now, backend->gather(outputs, inputs, options), [all, isTarget](Environment* self) {
    return isTarget ? tensorArray(self, all) : nullValue(self->env);
  });
}

// reduceScatter(group, tensor, op, now): this rank's part, along the first dimension, of the reduced tensor.
napi_value reduceScatter(Call& call) {
  const Group& group = groups.get(call, 0);
  const at::Tensor& tensor = reducibleArg(call, 1);
  c10d::ReduceScatterOptions options;
  options.reduceOp = opArg(call, 2, tensor);
  const bool now = boolArg(call, 3, "now");
  const int size = group.gloo->getSize();
  if (tensor.dim() == 0 || tensor.size(0) % size != 0) {
    throw ArgumentError("reduceScatter needs a first dimension that " + std::to_string(size) + " ranks can share, but the shape is " +
                        c10::str(tensor.sizes()));
  }
  const auto backend = backendOf(group, tensor);
  at::Tensor all = packed(tensor);
  auto sizes = all.sizes().vec();
  sizes[0] /= size;
  at::Tensor part = at::empty(sizes, all.options());
  return settle(call, now, backend->_reduce_scatter_base(part, all, options), [part](Environment* self) { return fromTensor(self, part); });
}

// barrier(group, now)
napi_value barrier(Call& call) {
  const Group& group = groups.get(call, 0);
  return settle(call, boolArg(call, 1, "now"), group.gloo->barrier({}), [](Environment* self) { return undefinedValue(self->env); });
}

// Groups join threads of their own: they go while the process is still whole.
void close(void*) {
  dropPromises();
  reducers.clear();
  groups.clear();
  stores.clear();
}

}  // namespace

void registerDistributed(Environment* self, napi_value exports) {
  napi_add_env_cleanup_hook(self->env, close, nullptr);
  registerStores(self, exports);
  BEIT2_EXPORT(self, exports, "processGroup", processGroup);
  BEIT2_EXPORT(self, exports, "closeGroup", closeGroup);
  BEIT2_EXPORT(self, exports, "allReduce", allReduce);
  BEIT2_EXPORT(self, exports, "broadcast", broadcast);
  BEIT2_EXPORT(self, exports, "allGather", allGather);
  BEIT2_EXPORT(self, exports, "gather", gather);
  BEIT2_EXPORT(self, exports, "reduceScatter", reduceScatter);
  BEIT2_EXPORT(self, exports, "barrier", barrier);
  registerReducer(self, exports);
}

}  // namespace beit2
