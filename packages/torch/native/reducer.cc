// c10d's reducer: sums the gradients of DistributedDataParallel in buckets while backward still runs.
#include "distributed.h"

#include <torch/csrc/distributed/c10d/comm.hpp>
#include <torch/csrc/distributed/c10d/reducer.hpp>
#include <torch/csrc/distributed/c10d/reducer_timer.hpp>

#include <algorithm>
#include <type_traits>

namespace beit2 {

namespace {

using GroupPtr = c10::intrusive_ptr<c10d::ProcessGroup>;
using ReducerPtr = std::shared_ptr<c10d::Reducer>;
using Buckets = std::vector<std::vector<size_t>>;
using Names = std::unordered_map<size_t, std::string>;

size_t bytesArg(const Call& call, size_t index, const char* name) {
  const int64_t bytes = intArg(call, index, name);
  if (bytes < 1) throw ArgumentError(std::string(name) + " must be at least one byte but is " + std::to_string(bytes));
  return static_cast<size_t>(bytes);
}

// A reducer with buckets of one order, that tells when it computed and when it exchanged.
class OrderedReducer : public c10d::Reducer {
 public:
  using c10d::Reducer::Reducer;

  // Gradients come about in reverse: buckets of that order, for good. c10d would learn an order from the first backward pass, and a
  // training that is resumed would then sum other neighbours in its first step: of three ranks and more another rounding.
  void fixBuckets() {
    for (size_t index = params_.size(); index-- > 0;) push_rebuilt_params(index);
    rebuild_buckets();
  }

  // Nanoseconds in which the last backward exchanged gradients, and of these those after the last gradient. Between two buckets there may
  // be nothing to exchange, which Gloo knows; of NCCL there is the time from the first to the last. Empty before the second backward.
  std::vector<int64_t> exchangeTimes(const GlooGroup& gloo) {
    using Event = c10d::Timer::Event;
    if (!timer_) return {};
    const auto start = timer_->getTimestamp(Event::kBackwardCommStart), end = timer_->getTimestamp(Event::kBackwardCommEnd);
    const auto computed = timer_->getTimestamp(Event::kBackwardComputeEnd);
    if (!start || !end || !computed || *end < *start) return {};
    const int64_t busy = gloo.busyBetween(*start, *end);
    const int64_t total = busy > 0 ? busy : *end - *start;
    return {total, std::min(total, *end - std::clamp(*computed, *start, *end))};
  }
};

// Reducers of libtorch 2.13 take two arguments more than those of 2.11. A template, so that only the right call is compiled.
template <typename R>
std::shared_ptr<R> makeReducer(std::vector<at::Tensor> parameters, Buckets buckets, GroupPtr group, int64_t bucketBytes,
                               int64_t firstBucketBytes, bool findUnused) {
  const std::vector<bool> sparse(parameters.size(), false);
  constexpr bool gradientAsBucketView = true;
  if constexpr (std::is_constructible_v<R, std::vector<at::Tensor>, Buckets, GroupPtr, std::vector<bool>, int64_t, bool, bool, Names,
                                        int64_t, bool, bool, std::vector<int64_t>, bool>) {
    return std::make_shared<R>(std::move(parameters), std::move(buckets), group, sparse, bucketBytes, findUnused,
                               gradientAsBucketView, Names{}, firstBucketBytes, false, false, std::vector<int64_t>{}, false);
  } else {
    return std::make_shared<R>(std::move(parameters), std::move(buckets), group, sparse, bucketBytes, findUnused,
                               gradientAsBucketView, Names{}, firstBucketBytes, false, false);
  }
}

// newReducer(group, parameters, firstBucketBytes, bucketBytes, findUnused): the ranks' parameters must be alike.
napi_value newReducer(Call& call) {
  const GroupPtr group = groups.get(call, 0).c10d;
  auto parameters = tensorListArg(call, 1, "parameters");
  if (parameters.empty()) throw ArgumentError("there are no parameters that require gradients");
  for (const auto& parameter : parameters) {
    if (!parameter.defined() || !parameter.requires_grad() || !parameter.is_leaf()) {
      throw ArgumentError("every parameter must be a leaf that requires gradients");
    }
  }
  const size_t firstBucketBytes = bytesArg(call, 2, "firstBucketBytes");
  const size_t bucketBytes = bytesArg(call, 3, "bucketBytes");
  const bool findUnused = boolArg(call, 4, "findUnused");
  auto buckets = std::get<0>(c10d::compute_bucket_assignment_by_size(parameters, {firstBucketBytes, bucketBytes}));
  std::reverse(buckets.begin(), buckets.end());  // backward reaches the last parameters first
  const auto reducer =
      makeReducer<OrderedReducer>(std::move(parameters), std::move(buckets), group, bucketBytes, firstBucketBytes, findUnused);
  if (!findUnused) reducer->fixBuckets();  // else c10d keeps the first ones
  reducer->set_ddp_runtime_logging_sample_rate(1);  // times of every backward
  return reducers.add(call.env, reducer);
}

// beforeForward(reducer): the next forward counts. Throws where the last backward gave a parameter no gradient.
napi_value beforeForward(Call& call) {
  const ReducerPtr reducer = reducers.get(call, 0);
  reducer->prepare_for_forward();
  reducer->rebuild_buckets();  // checks that the last reduction has finished; the buckets stay
  return nullptr;
}

// beforeBackward(reducer, outputs): the next backward reduces. Outputs are looked through for unused parameters.
napi_value beforeBackward(Call& call) {
  reducers.get(call, 0)->prepare_for_backward(tensorListArg(call, 1, "outputs"));
  return nullptr;
}

// exchangeTimes(reducer, group): [exchange, after the last gradient] of the last backward in nanoseconds, or an empty array.
napi_value exchangeTimes(Call& call) {
  const auto times = static_cast<OrderedReducer&>(*reducers.get(call, 0)).exchangeTimes(*groups.get(call, 1).gloo);
  napi_value array;
  napi_create_array(call.env, &array);
  for (size_t i = 0; i < times.size(); ++i) napi_set_element(call.env, array, i, fromInt(call.env, times[i]));
  return array;
}

napi_value freeReducer(Call& call) {
  reducers.erase(call, 0);
  return nullptr;
}

// broadcastAll(group, tensors, source, bucketBytes): many tensors in few messages.
napi_value broadcastAll(Call& call) {
  const Group& group = groups.get(call, 0);
  std::vector<at::Tensor> tensors;
  for (const auto& tensor : tensorListArg(call, 1, "tensors")) {
    if (!tensor.defined()) throw ArgumentError("expected tensors only");
    tensors.push_back(tensor.detach());
  }
  const int64_t source = intArg(call, 2, "source");
  if (source < 0 || source >= group.gloo->getSize()) throw ArgumentError("source must be a rank but is " + std::to_string(source));
  c10d::broadcast_coalesced(group.c10d, tensors, bytesArg(call, 3, "bucketBytes"), static_cast<int>(source));
  return nullptr;
}

}  // namespace

void registerReducer(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "newReducer", newReducer);
  BEIT2_EXPORT(self, exports, "beforeForward", beforeForward);
  BEIT2_EXPORT(self, exports, "beforeBackward", beforeBackward);
  BEIT2_EXPORT(self, exports, "exchangeTimes", exchangeTimes);
  BEIT2_EXPORT(self, exports, "freeReducer", freeReducer);
  BEIT2_EXPORT(self, exports, "broadcastAll", broadcastAll);
}

}  // namespace beit2
