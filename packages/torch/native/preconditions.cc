#include "preconditions.h"

#include "binding.h"

#include <algorithm>
#include <cmath>

namespace beit2 {

namespace {

// LAPACK's geev without vectors walks out of its arrays on NaN; linalg_eig() itself asks for the same.
void finiteMatrix(const torch::jit::Stack& stack) {
  const at::Tensor& matrix = stack.at(0).toTensor();
  if (!matrix.defined() || matrix.is_meta() || !matrix.isfinite().all().item<bool>()) {
    throw ArgumentError("linalgEigvals: the matrix holds infinities or NaNs");
  }
}

// Its search steps through `numel` values in `n_bins` steps of `ratio`, and never ends where these do not describe the input.
void quantizationSearch(const torch::jit::Stack& stack) {
  const at::Tensor& input = stack.at(0).toTensor();
  const int64_t numel = stack.at(1).toInt(), bins = stack.at(2).toInt(), bits = stack.at(4).toInt();
  const double ratio = stack.at(3).toDouble();
  const bool fits = input.defined() && input.numel() == numel && bins > 0 && bins <= 100000 && ratio >= 0 && ratio < 1 &&
                    bits > 0 && bits <= 16 && input.scalar_type() == at::kFloat && input.isfinite().all().item<bool>();
  if (!fits) {
    throw ArgumentError(
        "chooseQparamsOptimized: needs a finite float32 input, its number of elements, 1 to 100,000 bins, a ratio from 0 up "
        "to but without 1, and 1 to 16 bits");
  }
}

// The fused optimizers walk through memory without looking at strides: each list must lie as the parameters do.
void denseLists(const torch::jit::Stack& stack, size_t lists) {
  const auto params = stack.at(0).toListRef();
  for (size_t list = 0; list < lists; ++list) {
    const auto tensors = stack.at(list).toListRef();
    if (list > 0 && tensors.empty()) continue;
    if (tensors.size() != params.size()) throw ArgumentError("a fused optimizer needs as many gradients and states as parameters");
    for (size_t i = 0; i < params.size(); ++i) {
      const at::Tensor& param = params[i].toTensor();
      const at::Tensor& tensor = tensors[i].toTensor();
      if (!tensor.defined() || tensor.layout() != at::kStrided || !tensor.is_non_overlapping_and_dense()) {
        throw ArgumentError("a fused optimizer needs tensors whose elements fill their memory, each once: clone() what expand(), narrow() "
                            "or indexing made");
      }
      if (!tensor.sizes().equals(param.sizes()) || (!tensor.strides().equals(param.strides()) && !(tensor.is_contiguous() && param.is_contiguous()))) {
        throw ArgumentError("a fused optimizer needs gradients and states with the shape and the strides of their parameter");
      }
    }
  }
}

// One count of steps for each parameter.
void stepCounts(const torch::jit::Stack& stack, size_t list) {
  const auto steps = stack.at(list).toListRef();
  if (steps.size() != stack.at(0).toListRef().size()) throw ArgumentError("a fused optimizer needs one step count for each parameter");
  for (const auto& step : steps) {
    if (!step.toTensor().defined() || step.toTensor().numel() != 1) throw ArgumentError("a fused optimizer needs step counts of one element");
  }
}

void fusedAdam(const torch::jit::Stack& stack) {
  denseLists(stack, 5);
  stepCounts(stack, 5);
  if (stack.at(11).toBool() && stack.at(4).toListRef().empty()) {
    throw ArgumentError("a fused optimizer with amsgrad needs the largest averages so far");
  }
}

void fusedAdagrad(const torch::jit::Stack& stack) {
  denseLists(stack, 3);
  stepCounts(stack, 3);
}

void fusedSgd(const torch::jit::Stack& stack) {
  denseLists(stack, 3);
  const double momentum = stack.at(4).toDouble();
  if (momentum != 0 && stack.at(2).toListRef().empty()) throw ArgumentError("a fused optimizer with momentum needs its buffers");
}

// Steps that a loop over an order, or down from a negative argument, may take: ten seconds to a minute of one core.
constexpr double kMostSteps = 1e10;

[[noreturn]] void endless(const char* what) {
  throw ArgumentError(std::string(what) + " would take more than 10,000,000,000 steps");
}

double elementsOf(const c10::IValue& value) { return value.isTensor() ? static_cast<double>(value.toTensor().numel()) : 1; }

// The recurrences of orthogonal polynomials take as many steps for each element as their order.
void polynomialOrder(const torch::jit::Stack& stack) {
  const c10::IValue& order = stack.at(1);
  double most = 0;
  if (!order.isTensor()) {
    most = order.toScalar().toDouble();
  } else if (order.toTensor().defined() && order.toTensor().numel() > 0 && !order.toTensor().is_meta() && !order.toTensor().is_complex()) {
    most = order.toTensor().max().item<double>();
  }
  if (most * std::max(elementsOf(stack.at(0)), elementsOf(order)) > kMostSteps) endless("a polynomial of this order");
}

// Hurwitz's zeta function steps up from a negative argument by ones, unless it meets a pole at once.
void zetaArgument(const c10::IValue& argument, double elements) {
  double least = 0;
  if (!argument.isTensor()) {
    least = argument.toScalar().toDouble();
    if (least == std::floor(least)) return;
  } else {
    const at::Tensor& tensor = argument.toTensor();
    if (!tensor.defined() || tensor.numel() == 0 || tensor.is_meta() || !tensor.is_floating_point()) return;
    const at::Tensor wide = tensor.detach().to(at::kDouble);
    least = wide.masked_fill(wide.eq(wide.floor()), 0).nan_to_num(0, 0, 0).min().item<double>();
  }
  if (-least * elements * 32 > kMostSteps) endless("a zeta function of so negative an argument");
}

void zeta(const torch::jit::Stack& stack) {
  zetaArgument(stack.at(1), std::max(elementsOf(stack.at(0)), elementsOf(stack.at(1))));
}

// The derivatives from the second on are zeta functions; the order stands first in the function, last in the method.
template <size_t order, size_t argument>
void polygamma(const torch::jit::Stack& stack) {
  if (stack.at(order).toInt() >= 2) zetaArgument(stack.at(argument), elementsOf(stack.at(argument)));
}

// One logarithm of the gamma function, some ten steps, for each element and dimension.
void multivariateGamma(const torch::jit::Stack& stack) {
  const double dims = static_cast<double>(stack.at(1).toInt());
  if (dims * std::max(elementsOf(stack.at(0)), 1.0) * 16 > kMostSteps) endless("a gamma function of so many dimensions");
}

// Views are made before anyone can count them: a million of them take a gigabyte.
constexpr int64_t kMostParts = 1000000;

void partsLimit(int64_t parts) {
  if (parts > kMostParts) throw ArgumentError("more than 1,000,000 parts of a tensor were asked for (" + std::to_string(parts) + ")");
}

int64_t sizeAlong(const c10::IValue& value, const c10::IValue& dim) {
  if (!value.isTensor() || !dim.isInt() || !value.toTensor().defined()) return 0;
  const at::Tensor& tensor = value.toTensor();
  const int64_t index = dim.toInt() < 0 ? dim.toInt() + tensor.dim() : dim.toInt();
  return tensor.is_nested() || index < 0 || index >= tensor.dim() ? 0 : tensor.size(index);
}

void unbindParts(const torch::jit::Stack& stack) { partsLimit(sizeAlong(stack.at(0), stack.at(1))); }
void splitParts(const torch::jit::Stack& stack) {
  const int64_t size = stack.at(1).isInt() ? stack.at(1).toInt() : 0;
  if (size > 0) partsLimit(sizeAlong(stack.at(0), stack.at(2)) / size);
}
void chunkParts(const torch::jit::Stack& stack) { partsLimit(std::min(stack.at(1).toInt(), sizeAlong(stack.at(0), stack.at(2)))); }
void sections(const torch::jit::Stack& stack) {
  const c10::IValue& sections = stack.at(1);
  if (sections.isInt()) partsLimit(sections.toInt());
  if (!sections.isTensor() || !sections.toTensor().defined()) return;
  const at::Tensor& tensor = sections.toTensor();
  if (tensor.dim() == 0 && tensor.is_cpu() && !tensor.is_complex()) partsLimit(tensor.item<int64_t>());
}

// Kernels that read as many entries of a list as it must have, whatever it has.
template <size_t index, size_t length>
void listLength(const torch::jit::Stack& stack) {
  const size_t found = stack.at(index).isList() ? stack.at(index).toListRef().size() : length;
  if (found != length) {
    throw ArgumentError("expected a list of " + std::to_string(length) + " elements as argument " + std::to_string(index + 1) + " but received " +
                        std::to_string(found));
  }
}
template <size_t length>
void fractionalPoolSizes(const torch::jit::Stack& stack) {
  listLength<2, length>(stack);
  listLength<3, length>(stack);
}

// A copy is laid out as the memory of the tensor that it replaces, which is then taken to be there.
void memoryToCopy(const c10::IValue& value) {
  if (!value.toTensor().defined() || !value.toTensor().has_storage()) {
    throw ArgumentError("copy: needs a tensor with plain memory, which sparse, mkldnn and nested tensors lack: use clone()");
  }
}
void copy(const torch::jit::Stack& stack) { memoryToCopy(stack.at(0)); }
void foreachCopy(const torch::jit::Stack& stack) {
  const auto tensors = stack.at(0).toListRef();
  if (tensors.size() != stack.at(1).toListRef().size()) throw ArgumentError("_foreachCopy: needs as many tensors to copy from as to copy to");
  for (const auto& tensor : tensors) memoryToCopy(tensor);
}

// Groups are divided by before they are looked at.
template <size_t index>
void someGroups(const torch::jit::Stack& stack) {
  if (stack.at(index).toInt() < 1) throw ArgumentError("group normalization needs at least one group");
}

void combinationSize(const torch::jit::Stack& stack) {
  if (stack.at(1).toInt() > 64) throw ArgumentError("combinations: at most 64 elements in each, one for each dimension of a tensor");
}

// Trials are drawn until there are more than the count, which they never are where it is NaN.
void binomialCounts(const torch::jit::Stack& stack) {
  const at::Tensor& counts = stack.at(0).toTensor();
  if (counts.defined() && counts.is_floating_point() && !counts.is_meta() && counts.isnan().any().item<bool>()) {
    throw ArgumentError("binomial: a count is NaN");
  }
}

struct Entry {
  const char* name;
  Precondition check;
};
const Entry entries[] = {
    {"aten::linalg_eigvals", finiteMatrix},
    {"aten::choose_qparams_optimized", quantizationSearch},
    {"aten::_fused_adam", fusedAdam},
    {"aten::_fused_adam_", fusedAdam},
    {"aten::_fused_adamw", fusedAdam},
    {"aten::_fused_adamw_", fusedAdam},
    {"aten::_fused_adagrad", fusedAdagrad},
    {"aten::_fused_adagrad_", fusedAdagrad},
    {"aten::_fused_sgd", fusedSgd},
    {"aten::_fused_sgd_", fusedSgd},
    {"aten::special_zeta", zeta},
    {"aten::polygamma", polygamma<0, 1>},
    {"aten::special_polygamma", polygamma<0, 1>},
    {"aten::polygamma_", polygamma<1, 0>},
    {"aten::unbind", unbindParts},
    {"aten::unbind_copy", unbindParts},
    {"aten::split", splitParts},
    {"aten::split_copy", splitParts},
    {"aten::unsafe_split", splitParts},
    {"aten::chunk", chunkParts},
    {"aten::unsafe_chunk", chunkParts},
    {"aten::tensor_split", sections},
    {"aten::hsplit", sections},
    {"aten::vsplit", sections},
    {"aten::dsplit", sections},
    {"aten::binomial", binomialCounts},
    {"aten::combinations", combinationSize},
    {"aten::copy", copy},
    {"aten::_foreach_copy", foreachCopy},
    {"aten::native_group_norm", someGroups<6>},
    {"aten::native_group_norm_backward", someGroups<8>},
    {"aten::mvlgamma", multivariateGamma},
    {"aten::mvlgamma_", multivariateGamma},
    {"aten::special_multigammaln", multivariateGamma},
    {"aten::reflection_pad1d_backward", listLength<2, 2>},
    {"aten::reflection_pad2d_backward", listLength<2, 4>},
    {"aten::reflection_pad3d_backward", listLength<2, 6>},
    {"aten::replication_pad1d_backward", listLength<2, 2>},
    {"aten::replication_pad2d_backward", listLength<2, 4>},
    {"aten::replication_pad3d_backward", listLength<2, 6>},
    {"aten::fractional_max_pool2d_backward", fractionalPoolSizes<2>},
    {"aten::fractional_max_pool3d_backward", fractionalPoolSizes<3>},
    {"aten::quantized_lstm_cell", listLength<1, 2>},
};

bool isPolynomial(const std::string& name) {
  return name.find("aten::special_") == 0 && name.find("_polynomial_") != std::string::npos;
}

}  // namespace

Precondition preconditionOf(const std::string& name) {
  if (isPolynomial(name)) return polynomialOrder;
  for (const auto& entry : entries) {
    if (name == entry.name) return entry.check;
  }
  return nullptr;
}

}  // namespace beit2
