// Linear layers on the CPU: products, each by the library that was measured to be the fastest here, and what layers have in common.
#pragma once

#include "kernels.h"

#include <ATen/core/Tensor.h>

#include <array>
#include <optional>

namespace beit2 {

enum class Library : int { aten, oneDnn, ours };
constexpr int libraryCount = 3;
constexpr std::array<const char*, libraryCount> libraryNames = {"aten", "onednn", "beit2"};

enum class Product : int { output, inputGradient, weightGradient, attention, bfloat16Output };
constexpr int productCount = 5;
constexpr std::array<const char*, productCount> productNames = {
    "output", "inputGradient", "weightGradient", "attention", "bfloat16Output"};

Library chosen(Product product);
void choose(Product product, Library library);
// Whether this libtorch has it on this processor.
bool isAvailable(Product product, Library library);
// Whether oneDNN has float32 products of blocks (attention.cc).
bool hasFloatBlockProducts();

// Products of linear layers in float32 or bfloat16, everything contiguous and in one dtype. Each takes the library that was chosen,
// or the one that is named.
//
// x·Wᵀ + b: x [tokens, in], W [out, in], b [out]
at::Tensor linearOutput(
    const at::Tensor& x, const at::Tensor& weight, const std::optional<at::Tensor>& bias,
    std::optional<Library> library = std::nullopt);
// dy·W: dy [tokens, out]
at::Tensor linearInputGradient(
    const at::Tensor& dy, const at::Tensor& weight, std::optional<Library> library = std::nullopt);
// dyᵀ·x
at::Tensor linearWeightGradient(
    const at::Tensor& dy, const at::Tensor& x, std::optional<Library> library = std::nullopt);

// The sum of the rows of dy [tokens, out], which is the gradient of a bias: [out] in float32.
at::Tensor columnSums(const at::Tensor& dy);

// Whether a linear layer is computed here: one on the CPU with a bias, its weights in float32 or bfloat16 as its input is, its
// bias in the same or in float32, all of fitting sizes and not empty. `in` is the last size of the input.
bool fitsLayer(const at::Tensor& x, const at::Tensor& weight, const std::optional<at::Tensor>& bias);
bool fitsLayer(at::ScalarType dtype, int64_t in, const at::Tensor& weight, const std::optional<at::Tensor>& bias);

// Calls body(T{}) with the type that a tensor holds.
template <class Body>
auto withType(const at::Tensor& tensor, const Body& body) {
  return tensor.scalar_type() == at::kFloat ? body(float{}) : body(BFloat16Bits{});
}

} // namespace beit2
