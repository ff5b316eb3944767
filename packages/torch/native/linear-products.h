// The float32 products of linear layers and of attention on the CPU, each by the library that was measured to be the fastest here.
#pragma once

#include <ATen/core/Tensor.h>

#include <array>
#include <optional>

namespace beit2 {

enum class Library : int { aten, oneDnn, ours };
constexpr int libraryCount = 3;
constexpr std::array<const char*, libraryCount> libraryNames = {"aten", "onednn", "beit2"};

enum class Product : int { output, inputGradient, weightGradient, attention };
constexpr int productCount = 4;
constexpr std::array<const char*, productCount> productNames = {"output", "inputGradient", "weightGradient", "attention"};

Library chosen(Product product);
void choose(Product product, Library library);
// Whether this libtorch has it on this processor.
bool isAvailable(Product product, Library library);
// Whether oneDNN has float32 products of blocks (attention.cc).
bool hasFloatBlockProducts();

// x·Wᵀ + b: x [tokens, in], W [out, in], all contiguous.
at::Tensor linearOutput(const at::Tensor& x, const at::Tensor& weight, const std::optional<at::Tensor>& bias, Library library);
// The same, and gelu of it.
std::pair<at::Tensor, at::Tensor> linearGeluOutput(
    const at::Tensor& x, const at::Tensor& weight, const at::Tensor& bias, Library library);
// dy·W: dy [tokens, out]
at::Tensor linearInputGradient(const at::Tensor& dy, const at::Tensor& weight, Library library);
// dyᵀ·x
at::Tensor linearWeightGradient(const at::Tensor& dy, const at::Tensor& x, Library library);

// gelu(h) in a pass of its own; float32 or bfloat16.
at::Tensor geluOf(const at::Tensor& h);

} // namespace beit2
