// Conversions between JavaScript values and C++ ones, and from C++ exceptions to JavaScript ones.
#include "binding.h"
#include "wording.h"

#include <ATen/Context.h>
#include <c10/util/Exception.h>

#include <cmath>
#include <sstream>

namespace beit2 {

namespace {

struct DtypeEntry {
  const char* name;
  at::ScalarType type;
};

constexpr DtypeEntry kDtypes[] = {
    {"float32", at::kFloat},          {"float64", at::kDouble},         {"float16", at::kHalf},
    {"bfloat16", at::kBFloat16},      {"int64", at::kLong},             {"int32", at::kInt},
    {"int16", at::kShort},            {"int8", at::kChar},              {"uint8", at::kByte},
    {"bool", at::kBool},              {"complex64", at::kComplexFloat}, {"complex128", at::kComplexDouble},
    {"complex32", at::kComplexHalf},  {"uint16", at::kUInt16},          {"uint32", at::kUInt32},
    {"uint64", at::kUInt64},          {"float8_e4m3fn", at::kFloat8_e4m3fn},
    {"float8_e5m2", at::kFloat8_e5m2}};

}  // namespace

const char* dtypeName(at::ScalarType type) {
  for (const auto& entry : kDtypes) {
    if (entry.type == type) return entry.name;
  }
  return c10::toString(type);
}

void check(napi_env env, napi_status status, const char* expectation) {
  if (status == napi_ok) return;
  bool isPending = false;
  napi_is_exception_pending(env, &isPending);
  if (isPending || status == napi_pending_exception) pending();
  throw ArgumentError(expectation);
}

napi_valuetype typeOf(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  if (value != nullptr) napi_typeof(env, value, &type);
  return type;
}

bool isNullish(napi_env env, napi_value value) {
  const napi_valuetype type = typeOf(env, value);
  return type == napi_undefined || type == napi_null;
}

std::string describe(napi_env env, napi_value value) {
  switch (typeOf(env, value)) {
    case napi_undefined: return "undefined";
    case napi_null: return "null";
    case napi_boolean: {
      bool flag = false;
      napi_get_value_bool(env, value, &flag);
      return flag ? "true" : "false";
    }
    case napi_number: {
      double number = 0;
      napi_get_value_double(env, value, &number);
      std::ostringstream text;
      text.precision(17);
      text << number;
      return text.str();
    }
    case napi_string: {
      char buffer[64];
      size_t length = 0;
      napi_get_value_string_utf8(env, value, buffer, sizeof buffer, &length);
      return "the string \"" + std::string(buffer, length) + "\"";
    }
    case napi_symbol: return "a symbol";
    case napi_function: return "a function";
    case napi_bigint: return "a bigint";
    case napi_external: return "an external value";
    case napi_object: {
      bool is = false;
      if (napi_is_array(env, value, &is) == napi_ok && is) return "an array";
      if (napi_is_typedarray(env, value, &is) == napi_ok && is) return "a typed array";
      return "an object";
    }
  }
  return "an unknown value";
}

double toNumber(napi_env env, napi_value value, const char* name) {
  double number = 0;
  if (value == nullptr || napi_get_value_double(env, value, &number) != napi_ok) {
    throw ArgumentError(std::string("expected a number for ") + name + " but received " + describe(env, value));
  }
  return number;
}

int64_t toInt(napi_env env, napi_value value, const char* name) {
  double number = 0;
  if (value != nullptr && napi_get_value_double(env, value, &number) == napi_ok) {
    if (std::trunc(number) == number && std::abs(number) <= 9007199254740991.0) return static_cast<int64_t>(number);
  } else if (typeOf(env, value) == napi_bigint) {
    int64_t result = 0;
    bool lossless = false;
    napi_get_value_bigint_int64(env, value, &result, &lossless);
    if (lossless) return result;
  }
  throw ArgumentError(std::string("expected an integer for ") + name + " but received " + describe(env, value));
}

std::string toString(napi_env env, napi_value value, const char* name) {
  size_t length = 0;
  if (value == nullptr || napi_get_value_string_utf8(env, value, nullptr, 0, &length) != napi_ok) {
    throw ArgumentError(std::string("expected a string for ") + name + " but received " + describe(env, value));
  }
  std::string text(length, '\0');
  napi_get_value_string_utf8(env, value, text.data(), length + 1, &length);
  return text;
}

std::vector<int64_t> toIntList(napi_env env, napi_value value, const char* name) {
  bool isArray = false;
  if (value != nullptr) napi_is_array(env, value, &isArray);
  if (!isArray) {
    throw ArgumentError(std::string("expected an array of integers for ") + name + " but received " + describe(env, value));
  }
  uint32_t length = 0;
  check(env, napi_get_array_length(env, value, &length), "unreadable array");
  std::vector<int64_t> list;
  list.reserve(std::min<uint32_t>(length, 1024));
  for (uint32_t i = 0; i < length; ++i) {
    napi_value element;
    check(env, napi_get_element(env, value, i, &element), "unreadable array element");
    list.push_back(toInt(env, element, name));
  }
  return list;
}

at::ScalarType toScalarType(napi_env env, napi_value value, const char* name) {
  const std::string text = toString(env, value, name);
  for (const auto& entry : kDtypes) {
    if (text == entry.name) return entry.type;
  }
  throw ArgumentError(std::string("expected a dtype such as 'float32', 'bfloat16' or 'int64' for ") + name +
                      " but received the string \"" + text + "\"");
}

at::Device toDevice(napi_env env, napi_value value, const char* name) {
  return at::Device(toString(env, value, name));
}

at::Device toPresentDevice(napi_env env, napi_value value, const char* name) {
  const at::Device device = toDevice(env, value, name);
  if (device.is_cuda() && !at::hasCUDA()) {
    throw ArgumentError("there is no device " + device.str() + " here: it needs an NVIDIA GPU, an NVIDIA driver and a CUDA build of libtorch");
  }
  return device;
}

double numberArg(const Call& call, size_t index, const char* name) { return toNumber(call.env, call[index], name); }
int64_t intArg(const Call& call, size_t index, const char* name) { return toInt(call.env, call[index], name); }
std::string stringArg(const Call& call, size_t index, const char* name) { return toString(call.env, call[index], name); }

bool boolArg(const Call& call, size_t index, const char* name) {
  bool flag = false;
  if (call[index] == nullptr || napi_get_value_bool(call.env, call[index], &flag) != napi_ok) {
    throw ArgumentError(std::string("expected a boolean for ") + name + " but received " + describe(call.env, call[index]));
  }
  return flag;
}

at::Tensor& tensorArg(const Call& call, size_t index, const char* name) {
  double id = 0;
  if (call[index] == nullptr || napi_get_value_double(call.env, call[index], &id) != napi_ok) {
    throw ArgumentError(std::string("expected a Tensor for ") + name + " but received " + describe(call.env, call[index]));
  }
  return call.self->get(id);
}

std::vector<at::Tensor> tensorListArg(const Call& call, size_t index, const char* name) {
  bool isArray = false;
  if (call[index] != nullptr) napi_is_array(call.env, call[index], &isArray);
  if (!isArray) {
    throw ArgumentError(std::string("expected an array of Tensors for ") + name + " but received " +
                        describe(call.env, call[index]));
  }
  uint32_t length = 0;
  check(call.env, napi_get_array_length(call.env, call[index], &length), "unreadable array");
  std::vector<at::Tensor> list;
  for (uint32_t i = 0; i < length; ++i) {
    napi_value element;
    check(call.env, napi_get_element(call.env, call[index], i, &element), "unreadable array element");
    double id = 0;
    if (napi_get_value_double(call.env, element, &id) == napi_ok) {
      list.push_back(call.self->get(id));
    } else if (isNullish(call.env, element)) {
      list.emplace_back();
    } else {
      throw ArgumentError(std::string("expected an array of Tensors for ") + name + " but one element is " +
                          describe(call.env, element));
    }
  }
  return list;
}

napi_value undefinedValue(napi_env env) {
  napi_value result;
  napi_get_undefined(env, &result);
  return result;
}

napi_value nullValue(napi_env env) {
  napi_value result;
  napi_get_null(env, &result);
  return result;
}

napi_value fromDouble(napi_env env, double value) {
  napi_value result;
  napi_create_double(env, value, &result);
  return result;
}

napi_value fromInt(napi_env env, int64_t value) {
  napi_value result;
  if (value > 9007199254740991 || value < -9007199254740991) {
    napi_create_bigint_int64(env, value, &result);
  } else {
    napi_create_int64(env, value, &result);
  }
  return result;
}

napi_value fromBool(napi_env env, bool value) {
  napi_value result;
  napi_get_boolean(env, value, &result);
  return result;
}

napi_value fromString(napi_env env, const std::string& value) {
  napi_value result;
  napi_create_string_utf8(env, value.data(), value.size(), &result);
  return result;
}

napi_value fromTensor(Environment* self, at::Tensor tensor) {
  if (!tensor.defined()) return nullValue(self->env);
  return fromDouble(self->env, self->add(std::move(tensor)));
}

namespace {
constexpr const char* kMemoryHint =
    ". A synchronous loop keeps every tensor that it makes: wrap its body in torch.scope(), or call dispose()";

void throwError(napi_env env, const std::string& message) {
  bool isPending = false;
  napi_is_exception_pending(env, &isPending);
  if (!isPending) napi_throw_error(env, nullptr, message.c_str());
}
}  // namespace

void throwToJs(napi_env env) {
  try {
    throw;
  } catch (const JsPending&) {
    // JavaScript's own exception goes on.
  } catch (const ArgumentError& error) {
    bool isPending = false;
    napi_is_exception_pending(env, &isPending);
    if (!isPending) napi_throw_type_error(env, nullptr, error.what());
  } catch (const c10::Error& error) {
    const std::string message = inJavaScript(error.what_without_backtrace());
    const bool isMemory = message.find("out of memory") != std::string::npos || message.find("can't allocate memory") != std::string::npos;
    throwError(env, isMemory ? message + kMemoryHint : message);
  } catch (const std::bad_alloc&) {
    throwError(env, std::string("out of memory") + kMemoryHint);
  } catch (const std::exception& error) {
    throwError(env, error.what());
  } catch (...) {
    throwError(env, "an unknown native exception");
  }
}

void addFunction(Environment* self, napi_value exports, const char* name, napi_callback callback) {
  napi_value function;
  napi_create_function(self->env, name, NAPI_AUTO_LENGTH, callback, self, &function);
  napi_set_named_property(self->env, exports, name, function);
}

}  // namespace beit2
