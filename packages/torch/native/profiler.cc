// Times of operators, backward nodes and named ranges, from the callbacks that libtorch runs around each of them. While no
// profile runs none is registered, and libtorch does no more than look at an empty list.
#include "profiler.h"

#include <ATen/record_function.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <string_view>

namespace beit2 {
namespace {

enum class EventKind : uint32_t { function, backward, range };

struct Event {
  uint32_t name, shapes; // places in the lists of texts
  int64_t start, end;    // nanoseconds; an end of 0: still open
  uint64_t thread;       // libtorch's own small numbers
  EventKind kind;
};

int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Different texts by number.
class Texts {
 public:
  uint32_t add(std::string_view text) {
    std::string key(text);
    const auto found = places_.find(key);
    if (found != places_.end()) return found->second;
    list_.push_back(key);
    return places_.emplace(std::move(key), static_cast<uint32_t>(list_.size()) - 1).first->second;
  }
  const std::vector<std::string>& list() const { return list_; }

 private:
  std::unordered_map<std::string, uint32_t> places_;
  std::vector<std::string> list_;
};

struct Recording {
  uint64_t number;
  size_t limit;
  int64_t start;
  at::CallbackHandle callback;
  napi_env owner;
  Texts names, shapeTexts;
  std::vector<Event> events;
  uint64_t dropped = 0;
};

// An event of a recording; one that ends after its recording did is nobody's.
struct EventKey {
  uint64_t recording, index;
};

std::mutex guardRecording;
std::unique_ptr<Recording> recording; // of the whole process, as the callbacks are
std::atomic<bool> isRecording = false; // what can be asked without the lock
uint64_t recordings = 0;

// Full recordings keep what they have and count the rest: memory stays bounded.
std::optional<EventKey> open(std::string_view name, std::string_view shapes, uint64_t thread, EventKind kind) {
  const std::lock_guard lock(guardRecording);
  if (!recording) return std::nullopt;
  auto& events = recording->events;
  if (events.size() == recording->limit) {
    recording->dropped++;
    return std::nullopt;
  }
  const uint32_t nameAt = recording->names.add(name), shapesAt = recording->shapeTexts.add(shapes);
  events.push_back({nameAt, shapesAt, 0, 0, thread, kind});
  events.back().start = now(); // last, so that the bookkeeping is not counted here
  return EventKey{recording->number, events.size() - 1};
}

void close(const EventKey& key, int64_t end) {
  const std::lock_guard lock(guardRecording);
  const bool isOpen = recording && recording->number == key.recording && key.index < recording->events.size();
  if (isOpen) recording->events[key.index].end = end;
}

// ---- What libtorch calls -------------------------------------------------------------------------------------------------

struct OpenEvent : at::ObserverContext {
  explicit OpenEvent(EventKey key) : key(key) {}
  EventKey key;
};

// "[64, 65, 192], [192], 2 tensors": lists by their length, anything but tensors left out.
std::string shapesOf(c10::ArrayRef<const c10::IValue> inputs) {
  std::string text;
  const auto add = [&](const std::string& one) { text += (text.empty() ? "" : ", ") + one; };
  for (const auto& input : inputs) {
    if (input.isTensor() && input.toTensor().defined()) {
      std::string sizes;
      for (const auto size : input.toTensor().sizes()) sizes += (sizes.empty() ? "" : ", ") + std::to_string(size);
      add("[" + sizes + "]");
    } else if (input.isTensorList()) {
      add(std::to_string(input.toTensorVector().size()) + " tensors");
    }
  }
  return text;
}

// The engine's own bracket around each backward node, which has a record of its own inside.
constexpr std::string_view engineBracket = "autograd::engine::evaluate_function";

std::unique_ptr<at::ObserverContext> onStart(const at::RecordFunction& function) {
  const std::string_view name = function.name();
  if (name.substr(0, engineBracket.size()) == engineBracket) return nullptr;
  const auto kind = function.scope() == at::RecordScope::BACKWARD_FUNCTION ? EventKind::backward : EventKind::function;
  const auto shapes = function.needsInputs() ? shapesOf(function.inputs()) : std::string();
  const auto key = open(name, shapes, at::RecordFunction::currentThreadId(), kind);
  return key ? std::make_unique<OpenEvent>(*key) : nullptr;
}

void onEnd(const at::RecordFunction&, at::ObserverContext* context) {
  if (context) close(static_cast<OpenEvent*>(context)->key, now());
}

std::unique_ptr<Recording> endRecording() {
  std::unique_ptr<Recording> ended;
  {
    const std::lock_guard lock(guardRecording);
    ended.swap(recording);
    isRecording = false;
  }
  if (ended) at::removeCallback(ended->callback);
  return ended;
}

// ---- For JavaScript ------------------------------------------------------------------------------------------------------

// startProfile(shapes, limit)
napi_value startProfile(Call& call) {
  const bool shapes = boolArg(call, 0, "shapes");
  const int64_t limit = intArg(call, 1, "limit");
  if (limit < 1 || limit > 100'000'000) {
    throw ArgumentError("expected a limit of 1 to 100,000,000 events but received " + std::to_string(limit));
  }
  const std::lock_guard lock(guardRecording);
  if (recording) throw ArgumentError("a profile is running in this process already; stop it first");
  auto next = std::make_unique<Recording>();
  next->number = ++recordings;
  next->limit = static_cast<size_t>(limit);
  next->owner = call.env;
  next->callback = at::addGlobalCallback(at::RecordFunctionCallback(&onStart, &onEnd)
                                             .needsInputs(shapes)
                                             .scopes({at::RecordScope::FUNCTION, at::RecordScope::BACKWARD_FUNCTION}));
  next->events.reserve(std::min<size_t>(next->limit, 65536));
  next->start = now();
  recording = std::move(next);
  isRecording = true;
  return nullptr;
}

napi_value fromTexts(napi_env env, const std::vector<std::string>& texts) {
  napi_value array;
  napi_create_array_with_length(env, texts.size(), &array);
  for (size_t i = 0; i < texts.size(); i++) napi_set_element(env, array, static_cast<uint32_t>(i), fromString(env, texts[i]));
  return array;
}

// stopProfile(): [names, shapes, rows, elapsed, dropped]. Rows are float64: name, shapes, start, end, thread, kind of an event,
// in the order of their starts; times are nanoseconds since the start.
napi_value stopProfile(Call& call) {
  const auto ended = endRecording();
  if (!ended) throw ArgumentError("no profile is running");
  const double elapsed = static_cast<double>(now() - ended->start);
  constexpr size_t columns = 6;
  void* data = nullptr;
  napi_value rows;
  const size_t bytes = ended->events.size() * columns * sizeof(double);
  check(call.env, napi_create_arraybuffer(call.env, bytes, &data, &rows), "memory for the events");
  auto* to = static_cast<double*>(data);
  for (const auto& event : ended->events) {
    *to++ = event.name;
    *to++ = event.shapes;
    *to++ = static_cast<double>(event.start - ended->start);
    *to++ = event.end == 0 ? elapsed : static_cast<double>(event.end - ended->start);
    *to++ = static_cast<double>(event.thread);
    *to++ = static_cast<double>(event.kind);
  }
  const napi_value parts[] = {
      fromTexts(call.env, ended->names.list()), fromTexts(call.env, ended->shapeTexts.list()), rows,
      fromDouble(call.env, elapsed), fromDouble(call.env, static_cast<double>(ended->dropped))};
  napi_value result;
  napi_create_array_with_length(call.env, std::size(parts), &result);
  for (uint32_t i = 0; i < std::size(parts); i++) napi_set_element(call.env, result, i, parts[i]);
  return result;
}

// A range's number in JavaScript: the recording's number times this, plus the event's place.
constexpr double perRecording = 4294967296.0;

// beginRange(name): a number for endRange(); 0 where nothing is recorded.
napi_value beginRange(Call& call) {
  const auto key = open(stringArg(call, 0, "name"), "", at::RecordFunction::currentThreadId(), EventKind::range);
  return fromDouble(call.env, key ? static_cast<double>(key->recording) * perRecording + static_cast<double>(key->index) : 0);
}

// endRange(range)
napi_value endRange(Call& call) {
  const int64_t end = now();
  const double range = numberArg(call, 0, "range");
  const auto number = static_cast<uint64_t>(std::clamp(range / perRecording, 0.0, perRecording));
  const auto index = static_cast<uint64_t>(std::max(0.0, range - static_cast<double>(number) * perRecording));
  close({number, index}, end);
  return nullptr;
}

} // namespace

Recorded::Recorded(const char* name) {
  if (!isRecording.load(std::memory_order_relaxed)) return;
  const auto key = open(name, "", at::RecordFunction::currentThreadId(), EventKind::function);
  if (key) recording_ = key->recording, event_ = key->index;
}

Recorded::~Recorded() {
  if (recording_ > 0) close({recording_, event_}, now());
}

void registerProfiler(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "startProfile", startProfile);
  BEIT2_EXPORT(self, exports, "stopProfile", stopProfile);
  BEIT2_EXPORT(self, exports, "beginRange", beginRange);
  BEIT2_EXPORT(self, exports, "endRange", endRange);
  // A worker thread that ends while its profile runs leaves no callback behind.
  napi_add_env_cleanup_hook(
      self->env,
      [](void* env) {
        bool isOwn = false;
        {
          const std::lock_guard lock(guardRecording);
          isOwn = recording && recording->owner == static_cast<napi_env>(env);
        }
        if (isOwn) endRecording();
      },
      self->env);
}

} // namespace beit2
