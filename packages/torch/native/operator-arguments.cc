// Arguments from JavaScript for an operator, converted by its own schema.
#include "binding.h"
#include "operator.h"
#include "wording.h"

#include <ATen/core/function_schema.h>
#include <ATen/core/stack.h>

#include <cmath>
#include <sstream>

namespace beit2 {

namespace {

Kind kindOf(const c10::TypePtr& type, const c10::TypePtr& real) {
  switch (type->kind()) {
    case c10::TypeKind::TensorType: return Kind::Tensor;
    case c10::TypeKind::NumberType: return Kind::Number;
    case c10::TypeKind::FloatType: return Kind::Float;
    case c10::TypeKind::BoolType: return Kind::Bool;
    case c10::TypeKind::StringType: return Kind::String;
    case c10::TypeKind::DeviceObjType: return Kind::Device;
    case c10::TypeKind::GeneratorType: return Kind::Generator;
    case c10::TypeKind::ListType: return Kind::List;
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType:
      switch (real->kind()) {
        case c10::TypeKind::ScalarTypeType: return Kind::Dtype;
        case c10::TypeKind::LayoutType: return Kind::Layout;
        case c10::TypeKind::MemoryFormatType: return Kind::MemoryFormat;
        case c10::TypeKind::QSchemeType: return Kind::Unsupported;
        default: return Kind::Int;
      }
    default: return Kind::Unsupported;
  }
}

// The type under `T?`, both as the dispatcher sees it (ScalarType is an int there) and as the schema wrote it.
c10::TypePtr unwrapOptional(const c10::TypePtr& type) {
  if (auto optional = type->cast<c10::OptionalType>()) return optional->getElementType();
  return type;
}

}  // namespace

Parameter describeParameter(const c10::Argument& argument) {
  Parameter parameter;
  parameter.name = argument.name();
  parameter.optional = argument.type()->kind() == c10::TypeKind::OptionalType;
  const auto type = unwrapOptional(argument.type());
  const auto real = unwrapOptional(argument.real_type());
  parameter.kind = kindOf(type, real);
  parameter.typeText = argument.real_type()->annotation_str();
  if (parameter.kind == Kind::List) {
    const auto element = type->expectRef<c10::ListType>().getElementType();
    const auto realElement = real->expectRef<c10::ListType>().getElementType();
    parameter.elementOptional = element->kind() == c10::TypeKind::OptionalType;
    parameter.element = kindOf(unwrapOptional(element), unwrapOptional(realElement));
    if (parameter.element == Kind::List) parameter.kind = Kind::Unsupported;
    if (argument.N()) parameter.listSize = *argument.N();
  }
  if (argument.default_value()) {
    parameter.hasDefault = true;
    parameter.defaultValue = *argument.default_value();
  }
  return parameter;
}

namespace {

// The operator as JavaScript calls it.
std::string nameOf(const Operator& op) { return op.name.rfind("aten::", 0) == 0 ? camelCase(op.handle.schema().name().substr(6)) : op.name; }

std::string phraseOf(Kind kind, bool isList) {
  switch (kind) {
    case Kind::Tensor: return isList ? "an array of Tensors" : "a Tensor";
    case Kind::Number: return isList ? "an array of numbers" : "a number, bigint or boolean";
    case Kind::Int: return isList ? "an array of integers" : "an integer";
    case Kind::Float: return isList ? "an array of numbers" : "a number";
    case Kind::Bool: return isList ? "an array of booleans" : "a boolean";
    case Kind::Generator: return "a Generator";
    default: return isList ? "an array of strings" : "a string";
  }
}

std::string phraseOf(const Parameter& parameter) {
  const bool isList = parameter.kind == Kind::List;
  return phraseOf(isList ? parameter.element : parameter.kind, isList);
}

[[noreturn]] void refuse(const Operator& op, const Parameter& parameter, napi_env env, napi_value value) {
  std::ostringstream text;
  text << nameOf(op) << ": expected " << phraseOf(parameter) << " for " << camelCase(parameter.name) << " but received "
       << describe(env, value);
  throw ArgumentError(text.str());
}

c10::IValue readScalar(napi_env env, napi_value value, bool& ok) {
  double number = 0;
  ok = true;
  if (napi_get_value_double(env, value, &number) == napi_ok) {
    // JavaScript does not tell 1 from 1.0: whole numbers are integers, as PyTorch takes a written 1.
    if (std::trunc(number) == number && std::abs(number) <= 9007199254740991.0 && !(number == 0 && std::signbit(number))) {
      return c10::IValue(static_cast<int64_t>(number));
    }
    return c10::IValue(number);
  }
  bool flag = false;
  if (napi_get_value_bool(env, value, &flag) == napi_ok) return c10::IValue(flag);
  if (typeOf(env, value) == napi_bigint) {
    int64_t whole = 0;
    bool lossless = false;
    napi_get_value_bigint_int64(env, value, &whole, &lossless);
    if (lossless) return c10::IValue(whole);
  }
  ok = false;
  return {};
}

// A dtype, layout or memory format is an int to the dispatcher; JavaScript names them.
int64_t readLayout(napi_env env, napi_value value) {
  const std::string text = toString(env, value, "layout");
  if (text == "strided") return static_cast<int64_t>(at::kStrided);
  if (text == "sparse_coo") return static_cast<int64_t>(at::kSparse);
  if (text == "sparse_csr") return static_cast<int64_t>(at::kSparseCsr);
  if (text == "sparse_csc") return static_cast<int64_t>(at::kSparseCsc);
  if (text == "sparse_bsr") return static_cast<int64_t>(at::kSparseBsr);
  if (text == "sparse_bsc") return static_cast<int64_t>(at::kSparseBsc);
  throw ArgumentError("expected 'strided', 'sparse_coo', 'sparse_csr', 'sparse_csc', 'sparse_bsr' or 'sparse_bsc' for layout but received the string \"" + text + "\"");
}

int64_t readMemoryFormat(napi_env env, napi_value value) {
  const std::string text = toString(env, value, "memoryFormat");
  if (text == "contiguous_format") return static_cast<int64_t>(at::MemoryFormat::Contiguous);
  if (text == "preserve_format") return static_cast<int64_t>(at::MemoryFormat::Preserve);
  if (text == "channels_last") return static_cast<int64_t>(at::MemoryFormat::ChannelsLast);
  if (text == "channels_last_3d") return static_cast<int64_t>(at::MemoryFormat::ChannelsLast3d);
  throw ArgumentError("expected 'contiguous_format', 'preserve_format', 'channels_last' or 'channels_last_3d' for memoryFormat but received the string \"" + text + "\"");
}

c10::IValue readOne(Environment* self, const Operator& op, const Parameter& parameter, Kind kind, napi_value value) {
  napi_env env = self->env;
  switch (kind) {
    case Kind::Tensor: {
      double id = 0;
      if (napi_get_value_double(env, value, &id) != napi_ok) refuse(op, parameter, env, value);
      return c10::IValue(self->get(id));
    }
    case Kind::Number: {
      bool ok = false;
      auto scalar = readScalar(env, value, ok);
      if (!ok) refuse(op, parameter, env, value);
      return scalar;
    }
    case Kind::Int: {
      double number = 0;
      if (napi_get_value_double(env, value, &number) == napi_ok && std::trunc(number) == number &&
          std::abs(number) <= 9007199254740991.0) {
        return c10::IValue(static_cast<int64_t>(number));
      }
      if (typeOf(env, value) != napi_bigint) refuse(op, parameter, env, value);
      return c10::IValue(toInt(env, value, parameter.name.c_str()));
    }
    case Kind::Float: {
      double number = 0;
      if (napi_get_value_double(env, value, &number) != napi_ok) refuse(op, parameter, env, value);
      return c10::IValue(number);
    }
    case Kind::Bool: {
      bool flag = false;
      if (napi_get_value_bool(env, value, &flag) != napi_ok) refuse(op, parameter, env, value);
      return c10::IValue(flag);
    }
    case Kind::String:
      if (typeOf(env, value) != napi_string) refuse(op, parameter, env, value);
      return c10::IValue(toString(env, value, parameter.name.c_str()));
    case Kind::Dtype: return c10::IValue(static_cast<int64_t>(toScalarType(env, value, parameter.name.c_str())));
    case Kind::Layout: return c10::IValue(readLayout(env, value));
    case Kind::MemoryFormat: return c10::IValue(readMemoryFormat(env, value));
    case Kind::Device: return c10::IValue(toPresentDevice(env, value, parameter.name.c_str()));
    case Kind::Generator: {
      const int64_t id = toInt(env, value, parameter.name.c_str());
      if (id < 0 || id >= static_cast<int64_t>(self->generators.size()) || !self->generators[id].defined()) refuse(op, parameter, env, value);
      return c10::IValue(self->generators[id]);
    }
    default: break;
  }
  throw ArgumentError(nameOf(op) + ": the type " + parameter.typeText + " of " + camelCase(parameter.name) + " cannot come from JavaScript");
}

// A typed list, as unboxed kernels behind the boxed call expect it.
c10::IValue readList(Environment* self, const Operator& op, const Parameter& parameter, napi_value value) {
  napi_env env = self->env;
  uint32_t size = 0;
  if (parameter.element == Kind::Int && napi_get_array_length(env, value, &size) == napi_ok) {  // shapes and dims, most often
    c10::List<int64_t> list;
    list.reserve(size);
    for (uint32_t i = 0; i < size; ++i) {
      napi_value element;
      check(env, napi_get_element(env, value, i, &element), "unreadable array element");
      list.push_back(readOne(self, op, parameter, Kind::Int, element).toInt());
    }
    return list;
  }
  bool isArray = false;
  napi_is_array(env, value, &isArray);
  std::vector<napi_value> elements;
  if (isArray) {
    uint32_t length = 0;
    check(env, napi_get_array_length(env, value, &length), "unreadable array");
    for (uint32_t i = 0; i < length; ++i) {
      napi_value element;
      check(env, napi_get_element(env, value, i, &element), "unreadable array element");
      elements.push_back(element);
    }
  } else if (parameter.listSize >= 1 && parameter.element != Kind::Tensor) {
    elements.assign(static_cast<size_t>(parameter.listSize), value);  // one number stands for all
  } else {
    refuse(op, parameter, env, value);
  }
  auto item = [&](napi_value element) { return readOne(self, op, parameter, parameter.element, element); };
  switch (parameter.element) {
    case Kind::Tensor:
      if (parameter.elementOptional) {
        c10::List<std::optional<at::Tensor>> list;
        for (auto element : elements) {
          if (isNullish(env, element)) list.push_back(std::nullopt);
          else list.push_back(item(element).toTensor());
        }
        return list;
      } else {
        c10::List<at::Tensor> list;
        list.reserve(elements.size());
        for (auto element : elements) list.push_back(item(element).toTensor());
        return list;
      }
    case Kind::Int:
    case Kind::Dtype: {
      c10::List<int64_t> list;
      list.reserve(elements.size());
      for (auto element : elements) list.push_back(item(element).toInt());
      return list;
    }
    case Kind::Float: {
      c10::List<double> list;
      for (auto element : elements) list.push_back(item(element).toDouble());
      return list;
    }
    case Kind::Bool: {
      c10::List<bool> list;
      for (auto element : elements) list.push_back(item(element).toBool());
      return list;
    }
    case Kind::String: {
      c10::List<std::string> list;
      for (auto element : elements) list.push_back(item(element).toStringRef());
      return list;
    }
    case Kind::Number: {
      c10::List<at::Scalar> list;
      for (auto element : elements) list.push_back(item(element).toScalar());
      return list;
    }
    default: refuse(op, parameter, env, value);
  }
}

}  // namespace

torch::jit::Stack readArguments(Call& call, const Operator& op) {
  const size_t given = call.argc - 1;
  if (given > op.parameters.size()) {
    throw ArgumentError(nameOf(op) + ": takes at most " + std::to_string(op.parameters.size()) + " arguments but received " +
                        std::to_string(given));
  }
  torch::jit::Stack stack;
  stack.reserve(op.parameters.size());
  for (size_t i = 0; i < op.parameters.size(); ++i) {
    const Parameter& parameter = op.parameters[i];
    napi_value value = i < given ? call.argv[i + 1] : nullptr;
    double id = 0;
    // The common case first: asking for the type of every value would cost a small operator a tenth of its time.
    if (parameter.kind == Kind::Tensor && value != nullptr && napi_get_value_double(call.env, value, &id) == napi_ok) {
      stack.emplace_back(call.self->get(id));
      continue;
    }
    const napi_valuetype type = value == nullptr ? napi_undefined : typeOf(call.env, value);
    if (type == napi_undefined || (type == napi_null && (parameter.optional || parameter.kind == Kind::Tensor))) {
      if (parameter.hasDefault && type == napi_undefined) {
        stack.push_back(parameter.defaultValue);
      } else if (parameter.optional) {
        stack.emplace_back();
      } else {
        throw ArgumentError(nameOf(op) + ": " + camelCase(parameter.name) + " is missing: expected " + phraseOf(parameter));
      }
    } else if (parameter.kind == Kind::List) {
      stack.push_back(readList(call.self, op, parameter, value));
    } else {
      stack.push_back(readOne(call.self, op, parameter, parameter.kind, value));
    }
  }
  return stack;
}

}  // namespace beit2
