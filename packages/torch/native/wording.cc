#include "wording.h"

#include <ATen/core/dispatch/Dispatcher.h>

#include <cctype>
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
    const size_t end = wordEnd(message, at);
    if (end == at) {
      result += message[at++];
      continue;
    }
    std::string word = message.substr(at, end - at);
    const bool isForeign = at > 0 && message[at - 1] == ':';  // aten::add_
    const bool isModule = (word == "linalg" || word == "fft" || word == "special") && end < message.size() && message[end] == '.';
    size_t next = end;
    if (isModule && wordEnd(message, end + 1) > end + 1) {
      next = wordEnd(message, end + 1);
      word = camelCase(word + "_" + message.substr(end + 1, next - end - 1));
    } else if (!isForeign && word.find('_') != std::string::npos && knownNames().count(word) != 0) {
      word = camelCase(word);
    } else {
      word = constantOf(word, message, end);
    }
    result += word;
    at = next;
    const bool isSetting = startsWith(message, at, "=True") || startsWith(message, at, "=False") || startsWith(message, at, "=None");
    if (isSetting) {
      result += ": ";
      ++at;
    }
  }
  return result;
}

}  // namespace beit2
