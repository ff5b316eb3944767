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

}  // namespace

Precondition preconditionOf(const std::string& name) {
  if (name == "aten::linalg_eigvals") return finiteMatrix;
  return nullptr;
}

}  // namespace beit2
