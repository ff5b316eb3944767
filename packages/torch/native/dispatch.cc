// The one entry through which JavaScript reaches every operator of libtorch's dispatcher: arguments are converted by the
// operator's own schema (operator-arguments.cc), the call is boxed, and results go back by their kind.
#include "binding.h"
#include "operator.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/function_schema.h>
#include <ATen/core/stack.h>

#include <sstream>

namespace beit2 {

namespace {

napi_value writeValue(Environment* self, const c10::IValue& value);

template <typename List, typename Convert>
napi_value writeArray(napi_env env, const List& list, Convert convert) {
  napi_value array;
  napi_create_array_with_length(env, list.size(), &array);
  uint32_t index = 0;
  for (const auto& element : list) napi_set_element(env, array, index++, convert(element));
  return array;
}

napi_value writeValue(Environment* self, const c10::IValue& value) {
  napi_env env = self->env;
  if (value.isTensor()) return fromTensor(self, value.toTensor());
  if (value.isNone()) return nullValue(env);
  if (value.isInt() || value.isSymInt()) return fromInt(env, value.isInt() ? value.toInt() : value.toSymInt().guard_int(__FILE__, __LINE__));
  if (value.isDouble()) return fromDouble(env, value.toDouble());
  if (value.isBool()) return fromBool(env, value.toBool());
  if (value.isString()) return fromString(env, value.toStringRef());
  if (value.isDevice()) return fromString(env, value.toDevice().str());
  if (value.isScalar()) {
    const auto scalar = value.toScalar();
    if (scalar.isComplex()) throw ArgumentError("a complex number cannot go to JavaScript: use torch.viewAsReal()");
    return scalar.isIntegral(true) ? fromInt(env, scalar.toLong()) : fromDouble(env, scalar.toDouble());
  }
  if (value.isTuple()) return writeArray(env, value.toTupleRef().elements(), [&](const c10::IValue& v) { return writeValue(self, v); });
  if (value.isList()) {
    return writeArray(env, value.toListRef(), [&](const c10::IValue& v) { return writeValue(self, v); });
  }
  throw ArgumentError("a result of type " + value.tagKind() + " cannot go to JavaScript");
}

const Operator& operatorArg(Call& call) {
  double index = -1;
  if (call.argc == 0 || napi_get_value_double(call.env, call.argv[0], &index) != napi_ok || !(index >= 0) ||
      index >= static_cast<double>(call.self->operators.size())) {
    throw ArgumentError("internal: not an operator handle");
  }
  return *call.self->operators[static_cast<size_t>(index)];
}

// call(handle, ...arguments): the results.
napi_value callOperator(Call& call) {
  const Operator& op = operatorArg(call);
  torch::jit::Stack stack = readArguments(call, op);
  if (op.precondition != nullptr) op.precondition(stack);
  guardCrash(op.name.c_str(), [&] { op.handle.callBoxed(stack); });
  if (stack.size() == 1) return writeValue(call.self, stack.front());
  if (stack.empty()) return undefinedValue(call.env);
  return writeArray(call.env, stack, [&](const c10::IValue& v) { return writeValue(call.self, v); });
}

// callInPlace(handle, ...arguments): results are dropped, for operators that return what they changed.
napi_value callInPlace(Call& call) {
  const Operator& op = operatorArg(call);
  torch::jit::Stack stack = readArguments(call, op);
  if (op.precondition != nullptr) op.precondition(stack);
  guardCrash(op.name.c_str(), [&] { op.handle.callBoxed(stack); });
  return nullptr;
}

// findOperator(name, overload): a handle for call().
napi_value findOperator(Call& call) {
  const std::string name = stringArg(call, 0, "name");
  const std::string overload = isNullish(call.env, call[1]) ? "" : stringArg(call, 1, "overload");
  const std::string key = overload.empty() ? name : name + "." + overload;
  Environment& self = *call.self;
  const auto known = self.operatorIndex.find(key);
  if (known != self.operatorIndex.end()) return fromInt(call.env, known->second);
  auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
  if (!handle) throw ArgumentError("the loaded libtorch has no operator " + key);
  auto op = std::make_unique<Operator>(Operator{*handle, key, {}, preconditionOf(name)});
  for (const auto& argument : handle->schema().arguments()) op->parameters.push_back(describeParameter(argument));
  const auto index = static_cast<int32_t>(self.operators.size());
  self.operators.push_back(std::move(op));
  self.operatorIndex.emplace(key, index);
  return fromInt(call.env, index);
}

// resultTypes(handle): the schema's type of each result.
napi_value resultTypes(Call& call) {
  std::vector<std::string> types;
  for (const auto& result : operatorArg(call).handle.schema().returns()) types.push_back(result.type()->annotation_str());
  return writeArray(call.env, types, [&](const std::string& text) { return fromString(call.env, text); });
}

// schemas(): the text of every schema of the dispatcher, sorted.
napi_value schemas(Call& call) {
  std::vector<std::string> texts;
  auto& dispatcher = c10::Dispatcher::singleton();
  for (const auto& name : dispatcher.getAllOpNames()) {
    auto handle = dispatcher.findSchema(name);
    if (!handle) continue;
    std::ostringstream text;
    text << handle->schema();
    texts.push_back(text.str());
  }
  std::sort(texts.begin(), texts.end());
  return writeArray(call.env, texts, [&](const std::string& text) { return fromString(call.env, text); });
}

}  // namespace

void registerDispatch(Environment* self, napi_value exports) {
  installCrashGuard();
  BEIT2_EXPORT(self, exports, "call", callOperator);
  BEIT2_EXPORT(self, exports, "callInPlace", callInPlace);
  BEIT2_EXPORT(self, exports, "findOperator", findOperator);
  BEIT2_EXPORT(self, exports, "resultTypes", resultTypes);
  BEIT2_EXPORT(self, exports, "schemas", schemas);
}

}  // namespace beit2
