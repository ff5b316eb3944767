// libtorch's messages in the words of the binding: its names are snake_case and its constants Python's.
#pragma once

#include <string>

namespace beit2 {

// snake_case to camelCase as the generated functions have it; leading underscores and a trailing one stay.
std::string camelCase(const std::string& name);

// A message with the names of operators and arguments in camelCase, `x=True` as `x: true` (in a call as an object of
// options), None as null, and dtypes by the binding's names.
std::string inJavaScript(const std::string& message);

}  // namespace beit2
