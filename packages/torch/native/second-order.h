// Gradients of the one-pass kernels that can be differentiated again.
#pragma once

#include <torch/csrc/autograd/autograd.h>

namespace beit2 {

// Gradients of y for those of `inputs` that are tracked, as a part of the graph; undefined for the others.
inline torch::autograd::variable_list trackedGradients(
    const at::Tensor& y, const torch::autograd::variable_list& inputs, const at::Tensor& dy) {
  torch::autograd::variable_list tracked;
  for (const auto& input : inputs) {
    if (input.defined() && input.requires_grad()) tracked.push_back(input);
  }
  const auto found = torch::autograd::grad({y}, tracked, {dy}, true, true);
  torch::autograd::variable_list result;
  size_t next = 0;
  for (const auto& input : inputs) {
    result.push_back(input.defined() && input.requires_grad() ? found[next++] : at::Tensor());
  }
  return result;
}

} // namespace beit2
