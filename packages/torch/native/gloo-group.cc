#include "gloo-group.h"

#include "binding.h"
#include "time-limit.h"

#define USE_C10D_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/reducer_timer.hpp>

#include <ATen/ops/empty_like.h>
#include <c10/core/StreamGuard.h>
#include <c10/core/impl/VirtualGuardImpl.h>
#include <c10/util/Logging.h>
#include <dlfcn.h>

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

namespace beit2 {

namespace {

using WorkPtr = c10::intrusive_ptr<c10d::Work>;
using c10d::OpType;

// How long a rank that saw a failure waits for the others to say where they were.
constexpr auto kDiagnosis = std::chrono::milliseconds(1000);
constexpr auto kPoll = std::chrono::milliseconds(20);
// How long the store may take to answer meanwhile: a stopped process that serves it keeps its connections open and never does.
constexpr auto kStoreAnswer = std::chrono::milliseconds(2000);

// How many of the newest times of collectives are kept: more than a model has buckets of gradients.
constexpr size_t kKeptTimes = 4096;

std::string failureKey(int rank) { return "failure/" + std::to_string(rank); }

std::mutex quietMutex;
int quietDepth = 0;
int loudLevel = 0;

// The member is protected, but a derived class may name it.
struct Opened : c10d::ProcessGroupGloo {
  static auto& contexts(c10d::ProcessGroupGloo& group) { return group.*(&Opened::contexts_); }
};

// Every rank that fails says so in the store; those that do not within a moment ended or never came.
std::string whoIsMissing(c10d::Store& store, int size) {
  std::vector<int> silent;
  for (int other = 0; other < size; ++other) silent.push_back(other);
  const auto deadline = std::chrono::steady_clock::now() + kDiagnosis;
  while (!silent.empty() && std::chrono::steady_clock::now() < deadline) {
    std::erase_if(silent, [&](int other) { return store.check({failureKey(other)}); });
    if (!silent.empty()) std::this_thread::sleep_for(kPoll);
  }
  if (silent.empty()) return "all ranks were there";
  std::string ranks;
  for (int other : silent) ranks += (ranks.empty() ? "" : ", ") + std::to_string(other);
  return (silent.size() == 1 ? "rank " : "ranks ") + ranks + " did not take part (ended, or busy elsewhere)";
}

// What a question to the store gives, in words.
std::string askStore(std::function<std::string()> question) {
  try {
    if (auto answer = within(kDiagnosis + kStoreAnswer, std::move(question))) return *std::move(answer);
    return kSilentStore;
  } catch (const std::exception&) {
    return "the store of the ranks cannot be reached, so the process that serves it (rank 0) has probably ended";
  }
}

}  // namespace

// A collective in its turn; the Work that the caller holds.
struct GlooGroup::Job final : public c10d::Work {
  Job(Step wanted, Start begin, std::function<void()> complete)
      : c10d::Work(-1, wanted.operation), step(wanted), start(std::move(begin)), after(std::move(complete)),
        future(c10::make_intrusive<c10::ivalue::Future>(c10::ListType::create(c10::TensorType::get()))) {}

  c10::intrusive_ptr<c10::ivalue::Future> getFuture() override { return future; }
  std::vector<at::Tensor> result() override { return future->value().toTensorVector(); }
  void synchronize() override {
    if (running) running->synchronize();
  }
  // The first of these two calls decides.
  void succeed(c10::IValue value) {
    if (ended.exchange(true)) return;
    future->markCompleted(std::move(value));
    finish();
  }
  void fail(const std::string& message) {
    if (ended.exchange(true)) return;
    const auto error = std::make_exception_ptr(std::runtime_error(message));
    future->setError(error);
    finish(error);
  }

  const Step step;
  const Start start;
  const std::function<void()> after;
  std::optional<c10::Stream> stream;  // of the caller, where the tensors are on a device
  WorkPtr running;                    // Gloo's own
  int64_t began = 0;                  // nanoseconds of the clock of c10d's reducer
  std::atomic<bool> ended = false;
  const c10::intrusive_ptr<c10::ivalue::Future> future;
};

// What the callbacks on Gloo's thread share with the group. One job is under way at a time, so that every rank runs
// them in the order of the calls.
struct GlooGroup::Ring {
  c10::intrusive_ptr<c10d::Store> store;
  c10d::ProcessGroupGloo* gloo = nullptr;  // valid while busy or not closed
  int rank = 0;
  int size = 0;

  std::mutex mutex;
  std::deque<c10::intrusive_ptr<Job>> jobs;
  c10::intrusive_ptr<Job> current;
  bool busy = false;
  bool closed = false;
  std::deque<std::pair<int64_t, int64_t>> times;  // begin and end of jobs, newest last
  std::string broken;  // why, once a collective failed half way: then the ranks are out of step for good

  void keepTime(const Job& job);
  void closeConnections();
  std::string compare(const std::vector<at::Tensor>& headers);
  std::string diagnose(const Step& step, const std::string& reason);
};

std::string glooReason(const std::exception_ptr& error) {
  std::string text = "unknown";
  try {
    std::rethrow_exception(error);
  } catch (const c10::Error& known) {
    text = known.what_without_backtrace();
  } catch (const std::exception& known) {
    text = known.what();
  } catch (...) {
  }
  if (text.rfind('[', 0) == 0 && text.find("] ") != std::string::npos) text.erase(0, text.find("] ") + 2);
  return text.substr(0, text.find(". This is typically caused"));
}

QuietLog::QuietLog() {
  std::lock_guard lock(quietMutex);
  if (quietDepth++ > 0) return;
  loudLevel = FLAGS_caffe2_log_level;
  FLAGS_caffe2_log_level = 3;  // nothing but what ends the process
}

QuietLog::~QuietLog() {
  std::lock_guard lock(quietMutex);
  if (--quietDepth == 0) FLAGS_caffe2_log_level = loudLevel;
}

GlooGroup::GlooGroup(c10::intrusive_ptr<c10d::Store> store, int rank, int size, std::chrono::milliseconds timeout,
                     const GlooDevices& devices)
    : Backend(rank, size), ring_(std::make_shared<Ring>()) {
  auto options = c10d::ProcessGroupGloo::Options::create(timeout);
  for (const auto& name : devices.interfaces) {
    options->devices.push_back(c10d::ProcessGroupGloo::createDeviceForInterface(name));
  }
  if (options->devices.empty()) {
    options->devices.push_back(devices.host.empty() ? c10d::ProcessGroupGloo::createDefaultDevice()
                                                    : c10d::ProcessGroupGloo::createDeviceForHostname(devices.host));
  }
  gloo_ = c10::make_intrusive<c10d::ProcessGroupGloo>(store, rank, size, options);
  ring_->store = std::move(store);
  ring_->gloo = gloo_.get();
  ring_->rank = rank;
  ring_->size = size;
}

GlooGroup::~GlooGroup() {
  close();
  std::lock_guard lock(ring_->mutex);
  // Gloo's thread waits for other ranks until the timeout: rather than wait for it, it is let go of for good.
  if (ring_->busy) gloo_.release();
}

void GlooGroup::close() {
  std::vector<c10::intrusive_ptr<Job>> unfinished;
  {
    std::lock_guard lock(ring_->mutex);
    if (ring_->closed) return;
    ring_->closed = true;
    if (ring_->current) unfinished.push_back(ring_->current);
    unfinished.insert(unfinished.end(), ring_->jobs.begin(), ring_->jobs.end());
    ring_->jobs.clear();
  }
  ring_->closeConnections();
  for (const auto& job : unfinished) job->fail(describe(job->step) + " did not finish: the process group was closed");
}

WorkPtr GlooGroup::submit(Step step, const at::Tensor* tensor, Start start, std::function<void()> after) {
  if (tensor != nullptr) {
    step.dtype = tensor->scalar_type();
    step.elements = tensor->numel();
  }
  auto job = c10::make_intrusive<Job>(step, std::move(start), std::move(after));
  if (tensor != nullptr && !tensor->is_cpu()) {
    job->stream = c10::impl::VirtualGuardImpl(tensor->device().type()).getStream(tensor->device());
  }
  {
    std::lock_guard lock(ring_->mutex);
    if (ring_->closed) throw std::runtime_error("this process group was closed");
    if (!ring_->broken.empty()) throw std::runtime_error("this process group is of no use any more: " + ring_->broken);
    ring_->jobs.push_back(job);
    if (ring_->busy) return job;
    ring_->busy = true;
  }
  advance(ring_);
  return job;
}

// Begins the next job: gathers what all ranks are about to do. The caller has made the ring busy.
void GlooGroup::advance(const std::shared_ptr<Ring>& ring) {
  c10::intrusive_ptr<Job> job;
  {
    std::lock_guard lock(ring->mutex);
    ring->current = nullptr;
    ring->busy = !ring->closed && !ring->jobs.empty();
    if (!ring->busy) return;
    job = ring->jobs.front();
    ring->jobs.pop_front();
    ring->current = job;
    job->began = c10d::current_time_in_nanos();
  }
  if (!ring->broken.empty()) {
    job->fail(describe(job->step) + " did not run: " + ring->broken);
    return advance(ring);
  }
  if (ring->size == 1) return exchange(ring, job);
  std::vector<at::Tensor> inputs{headerOf(job->step)};
  std::vector<std::vector<at::Tensor>> outputs(1);
  for (int rank = 0; rank < ring->size; ++rank) outputs[0].push_back(at::empty_like(inputs[0]));
  const auto future = ring->gloo->allgather(outputs, inputs)->getFuture();
  future->addCallback([ring, job, headers = outputs[0]](c10::ivalue::Future& done) {
    const std::string refusal =
        done.hasError() ? ring->diagnose(job->step, glooReason(done.exception_ptr())) : ring->compare(headers);
    if (refusal.empty()) return exchange(ring, job);
    job->fail(refusal);
    advance(ring);
  });
}

// Runs a job that all ranks agree on, and goes on to the next.
void GlooGroup::exchange(const std::shared_ptr<Ring>& ring, const c10::intrusive_ptr<Job>& job) {
  try {
    c10::OptionalStreamGuard guard;
    if (job->stream) guard.reset_stream(*job->stream);
    job->running = job->start();
  } catch (...) {
    job->fail(ring->diagnose(job->step, glooReason(std::current_exception())));
    return advance(ring);
  }
  job->running->getFuture()->addCallback([ring, job](c10::ivalue::Future& done) {
    try {
      const auto value = done.value();  // throws Gloo's error
      if (job->after) job->after();
      ring->keepTime(*job);
      job->succeed(value);
    } catch (...) {
      job->fail(ring->diagnose(job->step, glooReason(std::current_exception())));
    }
    advance(ring);
  });
}

void GlooGroup::Ring::keepTime(const Job& job) {
  std::lock_guard lock(mutex);
  times.emplace_back(job.began, c10d::current_time_in_nanos());
  if (times.size() > kKeptTimes) times.pop_front();
}

int64_t GlooGroup::busyBetween(int64_t from, int64_t to) const {
  std::lock_guard lock(ring_->mutex);
  int64_t sum = 0;
  for (const auto& [began, ended] : ring_->times) sum += std::max(int64_t{0}, std::min(ended, to) - std::max(began, from));
  return sum;  // they do not overlap: one job is under way at a time
}

// Looked up by name, since a libtorch might hide it: then other ranks learn of a failure at their timeout.
void GlooGroup::Ring::closeConnections() {
  using Close = void (*)(::gloo::Context*);
  static const auto closeOne = reinterpret_cast<Close>(dlsym(RTLD_DEFAULT, "_ZN4gloo7Context16closeConnectionsEv"));
  if (closeOne == nullptr) return;
  for (const auto& context : Opened::contexts(*gloo)) closeOne(context.get());
}

// Empty where all ranks are about to do the same. Else they all get this message, and stay in step.
std::string GlooGroup::Ring::compare(const std::vector<at::Tensor>& headers) {
  bool differs = false;
  std::string message = "the ranks disagree on the next collective:";
  for (int other = 0; other < size; ++other) {
    differs = differs || !headers[other].equal(headers[rank]);
    message += (other == 0 ? " rank " : ", rank ") + std::to_string(other) + " " + describe(stepOf(headers[other]));
  }
  return differs ? message : "";
}

// Tells the other ranks, learns which of them are there, and puts it into words. The group is of no use afterwards.
std::string GlooGroup::Ring::diagnose(const Step& step, const std::string& reason) {
  {
    std::lock_guard lock(mutex);
    if (closed) return "the process group was closed";
    closeConnections();  // ranks that wait for this one, directly or not, learn at once that it is over
  }
  std::string message = describe(step) + " failed on rank " + std::to_string(rank) + " of " + std::to_string(size) + ": ";
  const QuietLog quiet;
  message += askStore([store = store, rank = rank, size = size, text = describe(step)] {
    store->set(failureKey(rank), text);
    return whoIsMissing(*store, size);
  });
  message += " (Gloo: " + reason + ")";
  std::lock_guard lock(mutex);
  broken = message;
  return message;
}

namespace {

// Gloo has no average of its own: a sum, and a division afterwards.
c10d::ReduceOp withoutAverage(const c10d::ReduceOp& op) { return op.op_ == c10d::ReduceOp::AVG ? c10d::ReduceOp::SUM : op.op_; }

}  // namespace

WorkPtr GlooGroup::allreduce(std::vector<at::Tensor>& tensors, const c10d::AllreduceOptions& options) {
  auto sum = options;
  sum.reduceOp = withoutAverage(options.reduceOp);
  std::function<void()> after;
  if (options.reduceOp.op_ == c10d::ReduceOp::AVG) after = [tensors, size = getSize()] { tensors[0].div_(size); };
  return submit({.operation = OpType::ALLREDUCE, .detail = options.reduceOp.op_}, &tensors.at(0),
                [gloo = gloo_.get(), tensors, sum]() mutable { return gloo->allreduce(tensors, sum); }, after);
}

// Nor has it this one: every rank reduces a copy of all and keeps its part.
WorkPtr GlooGroup::_reduce_scatter_base(at::Tensor& output, at::Tensor& input, const c10d::ReduceScatterOptions& options) {
  c10d::AllreduceOptions sum;
  sum.reduceOp = withoutAverage(options.reduceOp);
  std::vector<at::Tensor> all{input.clone(at::MemoryFormat::Contiguous)};
  auto after = [output, all, rank = getRank(), divisor = options.reduceOp.op_ == c10d::ReduceOp::AVG ? getSize() : 1] {
    output.copy_(all[0].view({-1}).narrow(0, rank * output.numel(), output.numel()).view_as(output));
    if (divisor > 1) output.div_(divisor);
  };
  return submit({.operation = OpType::_REDUCE_SCATTER_BASE, .detail = options.reduceOp.op_}, &input,
                [gloo = gloo_.get(), all, sum]() mutable { return gloo->allreduce(all, sum); }, after);
}

WorkPtr GlooGroup::broadcast(std::vector<at::Tensor>& tensors, const c10d::BroadcastOptions& options) {
  return submit({.operation = OpType::BROADCAST, .detail = options.rootRank}, &tensors.at(0),
                [gloo = gloo_.get(), tensors, options]() mutable { return gloo->broadcast(tensors, options); });
}

WorkPtr GlooGroup::allgather(std::vector<std::vector<at::Tensor>>& outputs, std::vector<at::Tensor>& inputs,
                             const c10d::AllgatherOptions& options) {
  return submit({.operation = OpType::ALLGATHER}, &inputs.at(0),
                [gloo = gloo_.get(), outputs, inputs, options]() mutable { return gloo->allgather(outputs, inputs, options); });
}

WorkPtr GlooGroup::gather(std::vector<std::vector<at::Tensor>>& outputs, std::vector<at::Tensor>& inputs,
                          const c10d::GatherOptions& options) {
  return submit({.operation = OpType::GATHER, .detail = options.rootRank}, &inputs.at(0),
                [gloo = gloo_.get(), outputs, inputs, options]() mutable { return gloo->gather(outputs, inputs, options); });
}

WorkPtr GlooGroup::barrier(const c10d::BarrierOptions& options) {
  return submit({.operation = OpType::BARRIER}, nullptr, [gloo = gloo_.get(), options] { return gloo->barrier(options); });
}

}  // namespace beit2
