// One collective as ranks tell each other of it, and in words.
#pragma once

#include "binding.h"

#include <ATen/ops/tensor.h>
#include <torch/csrc/distributed/c10d/Work.hpp>

#include <array>
#include <sstream>

namespace beit2 {

// What a rank does in one collective. Where two ranks' sizes differ Gloo ends the process, so they are compared first.
struct Step {
  c10d::OpType operation = c10d::OpType::UNKNOWN;
  at::ScalarType dtype = at::kByte;
  int64_t elements = 0;
  int64_t detail = 0;  // the reduction, or the rank that sends or receives
};

inline const char* nameOf(c10d::OpType operation) {
  switch (operation) {
    case c10d::OpType::ALLREDUCE: return "allReduce";
    case c10d::OpType::BROADCAST: return "broadcast";
    case c10d::OpType::ALLGATHER: return "allGather";
    case c10d::OpType::GATHER: return "gather";
    case c10d::OpType::_REDUCE_SCATTER_BASE: return "reduceScatter";
    default: return "barrier";
  }
}

// "allReduce (sum) of 10 float32 elements"
inline std::string describe(const Step& step) {
  std::ostringstream text;
  text << nameOf(step.operation);
  if (step.operation == c10d::OpType::ALLREDUCE || step.operation == c10d::OpType::_REDUCE_SCATTER_BASE) {
    static const char* const reductions[] = {"sum", "avg", "product", "min", "max"};
    if (step.detail >= 0 && step.detail < 5) text << " (" << reductions[step.detail] << ")";
  }
  if (step.operation == c10d::OpType::BROADCAST) text << " from rank " << step.detail;
  if (step.operation == c10d::OpType::GATHER) text << " to rank " << step.detail;
  if (step.operation != c10d::OpType::BARRIER) text << " of " << step.elements << " " << dtypeName(step.dtype) << " elements";
  return text.str();
}

inline at::Tensor headerOf(const Step& step) {
  const std::array<int64_t, 4> header = {static_cast<int64_t>(step.operation), static_cast<int64_t>(step.dtype), step.elements, step.detail};
  return at::tensor(header, at::kLong);
}

inline Step stepOf(const at::Tensor& header) {
  const auto* fields = header.const_data_ptr<int64_t>();
  return {static_cast<c10d::OpType>(fields[0]), static_cast<at::ScalarType>(fields[1]), fields[2], fields[3]};
}

}  // namespace beit2
