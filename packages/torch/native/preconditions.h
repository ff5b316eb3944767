// Checks that libtorch leaves out, without which an operator reads or writes where it must not.
#pragma once

#include <ATen/core/stack.h>

#include <string>

namespace beit2 {

// Looks at an operator's arguments before its call; throws ArgumentError.
using Precondition = void (*)(const torch::jit::Stack&);

// The check of the operator `name` (aten::linalg_eigvals), or nullptr.
Precondition preconditionOf(const std::string& name);

}  // namespace beit2
