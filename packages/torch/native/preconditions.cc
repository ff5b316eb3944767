#include "preconditions.h"

#include "binding.h"

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

struct Entry {
  const char* name;
  Precondition check;
};
const Entry entries[] = {
    {"aten::linalg_eigvals", finiteMatrix},
    {"aten::choose_qparams_optimized", quantizationSearch},
};

}  // namespace

Precondition preconditionOf(const std::string& name) {
  for (const auto& entry : entries) {
    if (name == entry.name) return entry.check;
  }
  return nullptr;
}

}  // namespace beit2
