// One rank's end of a group over Gloo, made safe: ranks compare what they are about to do before any data moves, and a
// failure names the ranks that were not there. DDP's reducer runs on it too, so its errors are the same.
#pragma once

#include "collective-step.h"

#include <torch/csrc/distributed/c10d/Backend.hpp>
#include <torch/csrc/distributed/c10d/Store.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace c10d {
class ProcessGroupGloo;
}

namespace beit2 {

// Where the connections to other ranks are bound.
struct GlooDevices {
  std::vector<std::string> interfaces;  // names such as eth0; used when there are any
  std::string host;                     // else the address of this name; empty: what this machine's own name resolves to
};

// While one exists libtorch logs nothing: it prints C++ stacks of failures that we put into an Error.
struct QuietLog {
  QuietLog();
  ~QuietLog();
  QuietLog(const QuietLog&) = delete;
  QuietLog& operator=(const QuietLog&) = delete;
};

inline constexpr const char* kSilentStore =
    "the store of the ranks does not answer, so the process that serves it (rank 0) is probably stopped or out of reach";

// What an error of Gloo says, without the place in its sources and its guess at the cause.
std::string glooReason(const std::exception_ptr& error);

class GlooGroup final : public c10d::Backend {
 public:
  // Connects to all other ranks. Throws when one of them does not within the timeout.
  GlooGroup(c10::intrusive_ptr<c10d::Store> store, int rank, int size, std::chrono::milliseconds timeout, const GlooDevices& devices);
  ~GlooGroup() override;

  // For how much of a time, in nanoseconds of the clock of c10d's reducer, collectives were under way.
  int64_t busyBetween(int64_t from, int64_t to) const;

  // Ends the connections: what runs or waits fails with an Error at once.
  void close();

  const std::string getBackendName() const override { return "gloo"; }
  c10::intrusive_ptr<c10d::Work> allreduce(std::vector<at::Tensor>& tensors, const c10d::AllreduceOptions& options) override;
  c10::intrusive_ptr<c10d::Work> _reduce_scatter_base(at::Tensor& output, at::Tensor& input,
                                                      const c10d::ReduceScatterOptions& options) override;
  c10::intrusive_ptr<c10d::Work> broadcast(std::vector<at::Tensor>& tensors, const c10d::BroadcastOptions& options) override;
  c10::intrusive_ptr<c10d::Work> allgather(std::vector<std::vector<at::Tensor>>& outputs, std::vector<at::Tensor>& inputs,
                                           const c10d::AllgatherOptions& options) override;
  c10::intrusive_ptr<c10d::Work> gather(std::vector<std::vector<at::Tensor>>& outputs, std::vector<at::Tensor>& inputs,
                                        const c10d::GatherOptions& options) override;
  c10::intrusive_ptr<c10d::Work> barrier(const c10d::BarrierOptions& options) override;

 private:
  struct Job;
  struct Ring;
  using Start = std::function<c10::intrusive_ptr<c10d::Work>()>;

  // `after` runs once the ranks are done, before anybody learns of it.
  c10::intrusive_ptr<c10d::Work> submit(Step step, const at::Tensor* tensor, Start start, std::function<void()> after = {});
  static void advance(const std::shared_ptr<Ring>& ring);
  static void exchange(const std::shared_ptr<Ring>& ring, const c10::intrusive_ptr<Job>& job);

  c10::intrusive_ptr<c10d::ProcessGroupGloo> gloo_;
  std::shared_ptr<Ring> ring_;
};

}  // namespace beit2
