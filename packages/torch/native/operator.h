// An operator of the dispatcher with its schema worked out, so that a call only walks a table.
#pragma once

#include "binding.h"
#include "preconditions.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>

#include <string>
#include <vector>

namespace beit2 {

enum class Kind { Tensor, Number, Int, Float, Bool, String, Dtype, Layout, MemoryFormat, Device, Generator, List, Unsupported };

struct Parameter {
  std::string name;
  Kind kind = Kind::Unsupported;
  Kind element = Kind::Unsupported;  // of a List
  bool elementOptional = false;
  bool optional = false;
  bool hasDefault = false;
  int32_t listSize = -1;  // `int[2]`: one number stands for two
  c10::IValue defaultValue;
  std::string typeText;
};

struct Operator {
  c10::OperatorHandle handle;
  std::string name;
  std::vector<Parameter> parameters;
  Precondition precondition = nullptr;
};

Parameter describeParameter(const c10::Argument& argument);
// The stack that a call of the operator takes: the arguments after the handle, defaults for those that are left out.
torch::jit::Stack readArguments(Call& call, const Operator& op);

}  // namespace beit2
