// Autograd: gradients, backward, hooks written in JavaScript.
#include "callbacks.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/variable.h>

namespace beit2 {

namespace {

bool flagArg(const Call& call, size_t index, bool fallback) {
  return isNullish(call.env, call[index]) ? fallback : boolArg(call, index, "a flag");
}

std::vector<at::Tensor> optionalListArg(const Call& call, size_t index, const char* name) {
  if (isNullish(call.env, call[index])) return {};
  return tensorListArg(call, index, name);
}

void requireDefined(const std::vector<at::Tensor>& list, const char* name) {
  for (const auto& tensor : list) {
    if (!tensor.defined()) throw ArgumentError(std::string("expected Tensors without null for ") + name);
  }
}

// backward(tensors, gradients | null, retainGraph, createGraph, inputs | null)
napi_value backward(Call& call) {
  auto tensors = tensorListArg(call, 0, "tensors");
  requireDefined(tensors, "tensors");
  auto gradients = optionalListArg(call, 1, "gradients");
  const bool createGraph = flagArg(call, 3, false);
  const bool retainGraph = flagArg(call, 2, createGraph);
  auto inputs = optionalListArg(call, 4, "inputs");
  requireDefined(inputs, "inputs");
  runBackward(call.self, [&] { torch::autograd::backward(tensors, gradients, retainGraph, createGraph, inputs); });
  return nullptr;
}

// gradients(outputs, inputs, gradOutputs | null, retainGraph, createGraph, allowUnused): ids, null where unused
napi_value gradients(Call& call) {
  auto outputs = tensorListArg(call, 0, "outputs");
  auto inputs = tensorListArg(call, 1, "inputs");
  requireDefined(outputs, "outputs");
  requireDefined(inputs, "inputs");
  auto gradOutputs = optionalListArg(call, 2, "gradOutputs");
  const bool createGraph = flagArg(call, 4, false);
  const bool retainGraph = flagArg(call, 3, createGraph);
  const bool allowUnused = flagArg(call, 5, false);
  auto results = runBackward(call.self, [&] {
    return torch::autograd::grad(outputs, inputs, gradOutputs, retainGraph, createGraph, allowUnused);
  });
  napi_value array;
  napi_create_array_with_length(call.env, results.size(), &array);
  for (size_t i = 0; i < results.size(); ++i) napi_set_element(call.env, array, i, fromTensor(call.self, results[i]));
  return array;
}

napi_value requiresGrad(Call& call) { return fromBool(call.env, tensorArg(call, 0, "tensor").requires_grad()); }
napi_value setRequiresGrad(Call& call) {
  at::Tensor& tensor = tensorArg(call, 0, "tensor");
  const bool flag = boolArg(call, 1, "requiresGrad");
  if (!tensor.is_leaf() && !flag) {
    throw ArgumentError("only a leaf tensor can stop requiring gradients: use detach() on the result of an operation");
  }
  if (flag && !torch::autograd::isDifferentiableType(tensor.scalar_type())) {
    throw ArgumentError("only floating point and complex tensors can require gradients, not " + std::string(dtypeName(tensor.scalar_type())));
  }
  tensor.set_requires_grad(flag);
  return nullptr;
}

napi_value grad(Call& call) {
  at::Tensor& tensor = tensorArg(call, 0, "tensor");
  // Stored anew where it has no memory, so that changing what is returned changes the gradient.
  if (tensor.grad().defined() && tensor.grad()._is_zerotensor()) tensor.mutable_grad() = tensor.grad().clone();
  return fromTensor(call.self, tensor.grad());
}

// setGrad(tensor, gradient | null)
napi_value setGrad(Call& call) {
  at::Tensor& tensor = tensorArg(call, 0, "tensor");
  if (isNullish(call.env, call[1])) {
    tensor.mutable_grad().reset();
    return nullptr;
  }
  const at::Tensor& gradient = tensorArg(call, 1, "grad");
  if (!gradient.sizes().equals(tensor.sizes())) throw ArgumentError("a gradient must have the shape of its tensor");
  if (gradient.scalar_type() != tensor.scalar_type()) throw ArgumentError("a gradient must have the dtype of its tensor");
  if (gradient.device() != tensor.device()) throw ArgumentError("a gradient must be on the device of its tensor");
  if (gradient.is_same(tensor)) throw ArgumentError("a tensor cannot be its own gradient");
  tensor.mutable_grad() = gradient;
  return nullptr;
}

napi_value isLeaf(Call& call) { return fromBool(call.env, tensorArg(call, 0, "tensor").is_leaf()); }

napi_value gradFn(Call& call) {
  const auto& node = tensorArg(call, 0, "tensor").grad_fn();
  return node ? fromString(call.env, node->name()) : nullValue(call.env);
}

napi_value detach(Call& call) { return fromTensor(call.self, tensorArg(call, 0, "tensor").detach()); }

// setData(tensor, other): the tensor takes other's storage, shape, dtype and device, and stays the same leaf.
napi_value setData(Call& call) {
  at::Tensor& tensor = tensorArg(call, 0, "tensor");
  const at::Tensor& other = tensorArg(call, 1, "data");
  if (tensor.scalar_type() != other.scalar_type() || tensor.device() != other.device()) tensor.mutable_grad().reset();
  tensor.set_data(other);
  return nullptr;
}

napi_value version(Call& call) { return fromInt(call.env, tensorArg(call, 0, "tensor")._version()); }

napi_value retainGrad(Call& call) {
  tensorArg(call, 0, "tensor").retain_grad();
  return nullptr;
}

// registerHook(tensor, function(id) -> id | undefined): the hook's number
napi_value registerHook(Call& call) {
  at::Tensor& tensor = tensorArg(call, 0, "tensor");
  if (typeOf(call.env, call[1]) != napi_function) {
    throw ArgumentError("expected a function for hook but received " + describe(call.env, call[1]));
  }
  if (!tensor.requires_grad()) throw ArgumentError("cannot register a hook on a tensor that does not require gradients");
  auto callback = std::make_shared<Callback>(call.self, call[1]);
  tensor.register_hook([callback](const at::Tensor& gradient) {
    at::Tensor replacement;  // none leaves the gradient as it is
    callback->call([&](Environment* self, napi_value function) {
      napi_value result = callFunction(self->env, function, {fromTensor(self, gradient)});
      double id = 0;
      if (napi_get_value_double(self->env, result, &id) == napi_ok && self->alive(id)) replacement = self->get(id);
    });
    return replacement;
  });
  return fromInt(call.env, callback->number());
}

// removeHook(hook): a removed hook's closure stays in the graph but does nothing.
napi_value removeHook(Call& call) {
  removeCallback(call.self, intArg(call, 0, "hook"));
  return nullptr;
}

}  // namespace

void registerAutograd(Environment* self, napi_value exports) {
  self->hooks = std::make_shared<HookTable>();
  self->hooks->owner = self;
  BEIT2_EXPORT(self, exports, "backward", backward);
  BEIT2_EXPORT(self, exports, "gradients", gradients);
  BEIT2_EXPORT(self, exports, "requiresGrad", requiresGrad);
  BEIT2_EXPORT(self, exports, "setRequiresGrad", setRequiresGrad);
  BEIT2_EXPORT(self, exports, "grad", grad);
  BEIT2_EXPORT(self, exports, "setGrad", setGrad);
  BEIT2_EXPORT(self, exports, "isLeaf", isLeaf);
  BEIT2_EXPORT(self, exports, "gradFn", gradFn);
  BEIT2_EXPORT(self, exports, "detach", detach);
  BEIT2_EXPORT(self, exports, "setData", setData);
  BEIT2_EXPORT(self, exports, "version", version);
  BEIT2_EXPORT(self, exports, "retainGrad", retainGrad);
  BEIT2_EXPORT(self, exports, "registerHook", registerHook);
  BEIT2_EXPORT(self, exports, "removeHook", removeHook);
  registerCustomFunctions(self, exports);
  registerAnomaly(self, exports);
}

}  // namespace beit2
