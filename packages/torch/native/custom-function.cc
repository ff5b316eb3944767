// Nodes of the graph whose backward pass is a JavaScript function, and hooks that run after a gradient was gathered.
#include "callbacks.h"

#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/version.h>

#include <unordered_set>

namespace beit2 {

namespace {

using torch::autograd::Node;
using torch::autograd::SavedVariable;
using torch::autograd::variable_list;
using torch::autograd::VariableInfo;

napi_value idArray(Environment* self, const std::vector<at::Tensor>& tensors) {
  napi_value array;
  napi_create_array_with_length(self->env, tensors.size(), &array);
  for (size_t i = 0; i < tensors.size(); ++i) napi_set_element(self->env, array, i, fromTensor(self, tensors[i]));
  return array;
}

// The gradients that a backward function gave: an array with an id or nothing for each tensor of the forward call.
variable_list readGradients(Environment* self, napi_value array, size_t count, const std::string& name) {
  bool isArray = false;
  napi_is_array(self->env, array, &isArray);
  uint32_t length = 0;
  if (isArray) napi_get_array_length(self->env, array, &length);
  if (!isArray || length != count) {
    throw ArgumentError(name + ": backward() must return " + std::to_string(count) + " gradients, one for each tensor given to forward()");
  }
  variable_list gradients(count);
  for (uint32_t i = 0; i < length; ++i) {
    napi_value element;
    check(self->env, napi_get_element(self->env, array, i, &element), "a gradient");
    if (!isNullish(self->env, element)) gradients[i] = self->get(toNumber(self->env, element, "a gradient"));
  }
  return gradients;
}

struct CustomNode : public Node {
  std::unique_ptr<Callback> backward;
  std::string label;
  std::vector<VariableInfo> outputs;
  std::vector<SavedVariable> saved;
  bool materializes = true;
  bool released = false;

  std::string name() const override { return label; }

  void release_variables() override {
    released = !saved.empty() || released;
    saved.clear();
  }

  variable_list apply(variable_list&& given) override {
    if (released) {
      throw std::runtime_error(label + ": an earlier backward() has freed the tensors saved for it: pass retainGraph: true to that call");
    }
    at::OptionalDeviceGuard guard;
    for (size_t i = 0; i < given.size(); ++i) {
      if (!given[i].defined() && materializes) given[i] = outputs[i].zeros(guard);
    }
    std::vector<at::Tensor> unpacked;
    const auto owner = c10::intrusive_ptr<Node>::unsafe_reclaim_from_nonowning(this);
    for (const SavedVariable& one : saved) unpacked.push_back(one.unpack(owner));
    bool called = false;
    variable_list gradients;
    backward->call([&](Environment* self, napi_value function) {
      called = true;
      napi_value result = callFunction(self->env, function, {idArray(self, given), idArray(self, unpacked)});
      gradients = readGradients(self, result, num_outputs(), label);
    });
    if (!called) throw std::runtime_error(label + ": the thread that its backward() belongs to has ended");
    return gradients;
  }
};

std::unordered_set<at::TensorImpl*> implementations(const Call& call, size_t index, const char* name) {
  std::unordered_set<at::TensorImpl*> found;
  for (const at::Tensor& tensor : tensorListArg(call, index, name)) {
    if (tensor.defined()) found.insert(tensor.unsafeGetTensorImpl());
  }
  return found;
}

std::vector<std::optional<at::Tensor>> wrapOutputs(Call& call, const variable_list& inputs, const variable_list& raw,
                                                   const c10::intrusive_ptr<Node>& node) {
  std::vector<std::optional<at::Tensor>> outputs(raw.begin(), raw.end());
  const auto wrap = [&](auto&... attached) {
    return torch::autograd::_wrap_outputs(
        inputs, implementations(call, 2, "tensors marked as not differentiable"), implementations(call, 3, "tensors marked as changed"),
        outputs, node,
        [](variable_list, variable_list) -> variable_list { throw std::runtime_error("custom functions have no forward-mode derivative"); },
        {}, [](at::Tensor x) { return x.view_as(x); }, false, attached...);
  };
#if TORCH_VERSION_MAJOR > 2 || TORCH_VERSION_MINOR >= 14
  c10::intrusive_ptr<Node> attached;  // for hooks on the making of nodes, which nothing here registers
  return wrap(attached);
#else
  return wrap();
#endif
}

// connectFunction(inputs, outputs, nonDifferentiable, dirty, saved, materializes, name, backward): ids of the outputs, which
// belong to the graph now where gradients are recorded and an input requires one
napi_value connectFunction(Call& call) {
  const variable_list inputs = tensorListArg(call, 0, "inputs");
  const variable_list raw = tensorListArg(call, 1, "outputs");
  for (const auto* list : {&inputs, &raw}) {
    for (const at::Tensor& tensor : *list) {
      if (!tensor.defined()) throw ArgumentError("expected Tensors without null for the inputs and outputs of a function");
    }
  }
  const variable_list toSave = tensorListArg(call, 4, "saved tensors");
  if (typeOf(call.env, call[7]) != napi_function) throw ArgumentError("expected a function for backward");
  c10::intrusive_ptr<CustomNode> node;
  if (at::GradMode::is_enabled() && torch::autograd::any_variable_requires_grad(inputs)) {
    node = c10::make_intrusive<CustomNode>();
    node->label = stringArg(call, 6, "name");
    node->materializes = boolArg(call, 5, "materializes");
    node->backward = std::make_unique<Callback>(call.self, call[7]);
    node->set_next_edges(torch::autograd::collect_next_edges(inputs));
    node->clear_input_metadata();
  }
  const auto outputs = wrapOutputs(call, inputs, raw, node);
  if (node) {
    for (const auto& output : outputs) node->outputs.emplace_back(*output);
    for (const at::Tensor& tensor : toSave) {
      node->saved.emplace_back(tensor, tensor.defined() && tensor.grad_fn().get() == node.get());
    }
  }
  napi_value array;
  napi_create_array_with_length(call.env, outputs.size(), &array);
  for (size_t i = 0; i < outputs.size(); ++i) {
    // The same number where it is the same tensor, so that JavaScript keeps its handle.
    napi_value id;
    if (outputs[i]->is_same(raw[i])) {
      check(call.env, napi_get_element(call.env, call[1], i, &id), "an output");
    } else {
      id = fromTensor(call.self, *outputs[i]);
    }
    napi_set_element(call.env, array, i, id);
  }
  return array;
}

struct AfterGradient : torch::autograd::PostAccumulateGradHook {
  std::vector<std::unique_ptr<Callback>> callbacks;

  void operator()(const at::Tensor& tensor) override {
    for (const auto& callback : callbacks) {
      callback->call([&](Environment* self, napi_value function) { callFunction(self->env, function, {fromTensor(self, tensor)}); });
    }
  }
};

// registerAfterGradient(leaf, function(id)): the hook's number, for removeHook()
napi_value registerAfterGradient(Call& call) {
  at::Tensor& tensor = tensorArg(call, 0, "tensor");
  if (typeOf(call.env, call[1]) != napi_function) {
    throw ArgumentError("expected a function for hook but received " + describe(call.env, call[1]));
  }
  if (!tensor.is_leaf() || !tensor.requires_grad()) {
    throw ArgumentError("a hook after the gradient needs a leaf tensor that requires gradients");
  }
  auto& place = torch::autograd::impl::post_acc_grad_hooks(tensor);
  if (!place) torch::autograd::impl::set_post_acc_grad_hooks(tensor, std::make_unique<AfterGradient>());
  auto* hooks = dynamic_cast<AfterGradient*>(torch::autograd::impl::post_acc_grad_hooks(tensor).get());
  if (hooks == nullptr) throw ArgumentError("this tensor has a hook of another library after its gradient");
  hooks->callbacks.push_back(std::make_unique<Callback>(call.self, call[1]));
  return fromInt(call.env, hooks->callbacks.back()->number());
}

}  // namespace

void registerCustomFunctions(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "connectFunction", connectFunction);
  BEIT2_EXPORT(self, exports, "registerAfterGradient", registerAfterGradient);
}

}  // namespace beit2
