#include "wording.h"

#include <ATen/core/dispatch/Dispatcher.h>

#include <cctype>
#include <regex>
#include <unordered_map>
#include <unordered_set>

namespace beit2 {

namespace {

bool isWordPart(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Names of operators and arguments that have an underscore: made when the first message is translated.
const std::unordered_set<std::string>& knownNames() {
  static const std::unordered_set<std::string> names = [] {
    std::unordered_set<std::string> found{"retain_graph", "create_graph", "allow_unused", "requires_grad", "requires_grad_", "retain_grad", "is_leaf", "grad_fn"};
    auto& dispatcher = c10::Dispatcher::singleton();
    for (const auto& name : dispatcher.getAllOpNames()) {
      if (name.name.rfind("aten::", 0) != 0) continue;
      found.insert(name.name.substr(6));
      const auto handle = dispatcher.findSchema(name);
      if (!handle) continue;
      for (const auto& argument : handle->schema().arguments()) found.insert(argument.name());
    }
    return found;
  }();
  return names;
}

size_t wordEnd(const std::string& text, size_t start) {
  size_t end = start;
  while (end < text.size() && isWordPart(text[end])) ++end;
  return end;
}

bool startsWith(const std::string& text, size_t at, const char* part) { return text.compare(at, std::char_traits<char>::length(part), part) == 0; }

// Python's constants are JavaScript's in lower case, but for None; "None of the inputs" is English.
std::string constantOf(const std::string& word, const std::string& text, size_t end) {
  if (word == "True") return "true";
  if (word == "False") return "false";
  return word == "None" && !startsWith(text, end, " of ") ? "null" : word;
}

// libtorch's names of dtypes, alone or as in CPUFloatType, and the binding's.
const std::unordered_map<std::string, std::string>& dtypeNames() {
  static const std::unordered_map<std::string, std::string> names{
      {"Byte", "uint8"},      {"Char", "int8"},     {"Short", "int16"},          {"Int", "int32"},           {"Long", "int64"},
      {"Half", "float16"},    {"Float", "float32"}, {"Double", "float64"},       {"BFloat16", "bfloat16"},   {"Bool", "bool"},
      {"ComplexFloat", "complex64"}, {"ComplexDouble", "complex128"}};
  return names;
}

// "Double backward" and "a single Int" are English; so is the first word of a sentence.
std::string dtypeOf(const std::string& word, const std::string& text, size_t at, size_t end) {
  std::string name = word;
  if (name.size() > 7 && startsWith(name, 0, "CPU") && name.compare(name.size() - 4, 4, "Type") == 0) name = name.substr(3, name.size() - 7);
  const auto found = dtypeNames().find(name);
  const bool isEnglish = at == 0 || startsWith(text, end, " backward") || startsWith(text, end, "-time") ||
                         (at >= 7 && text.compare(at - 7, 7, "single ") == 0);
  return found == dtypeNames().end() || isEnglish ? word : found->second;
}

// Options of a call are an object: f(x, checkNan: false) is f(x, { checkNan: false }).
std::string withOptionObjects(const std::string& text) {
  static const std::regex options(R"((\w\((?:[^(){}:]*, )?)(\w+: (?:true|false|null|[\d.]+)(?:, \w+: (?:true|false|null|[\d.]+))*)\))");
  return std::regex_replace(text, options, "$1{ $2 })");
}

}  // namespace

std::string camelCase(const std::string& name) {
  std::string result;
  bool isInside = false, isRaised = false;
  for (size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '_' && isInside && i + 1 < name.size()) {
      isRaised = true;
      continue;
    }
    if (name[i] != '_') isInside = true;
    result += isRaised ? static_cast<char>(std::toupper(static_cast<unsigned char>(name[i]))) : name[i];
    isRaised = false;
  }
  return result;
}

std::string inJavaScript(const std::string& text) {
  // What libtorch adds to an assertion without a sentence of its own asks for a report to PyTorch.
  const std::string message = text.substr(0, text.find("  (Could this error message be improved?"));
  std::string result;
  for (size_t at = 0; at < message.size();) {
    size_t next = wordEnd(message, at);
    if (next == at) {
      result += message[at++];
      continue;
    }
    std::string word = message.substr(at, next - at);
    const bool isForeign = at > 0 && message[at - 1] == ':';  // aten::add_
    const bool isModule = (word == "linalg" || word == "fft" || word == "special") && startsWith(message, next, ".");
    const bool isSetting = startsWith(message, next, "=True") || startsWith(message, next, "=False") || startsWith(message, next, "=None");
    const bool isMember = at > 0 && message[at - 1] == '.' && startsWith(message, next, "(");
    if (isModule && wordEnd(message, next + 1) > next + 1) {
      const size_t start = next + 1;
      next = wordEnd(message, start);
      word = camelCase(word + "_" + message.substr(start, next - start));
    } else if (!isForeign && word.find('_') != std::string::npos) {
      if (isSetting || isMember || knownNames().count(word) != 0) word = camelCase(word);
    } else {
      word = dtypeOf(constantOf(word, message, next), message, at, next);
    }
    result += word;
    at = next;
    if (isSetting) {
      result += ": ";
      ++at;
    }
  }
  return withOptionObjects(result);
}

}  // namespace beit2
