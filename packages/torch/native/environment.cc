// The table of tensors of one JavaScript environment, its scopes, and its memory accounting.
#include "binding.h"
#include "operator.h"

#include <sstream>
#include <unordered_set>

namespace beit2 {

namespace {
// Shapes of this many freed tensors are remembered for the error that names a disposed tensor.
constexpr size_t kTombstones = 16384;
// External memory is reported to V8 in steps, since each report costs more than a small operator.
constexpr int64_t kReportStep = int64_t{4} << 20;
}  // namespace

Environment::Environment(napi_env environment) : env(environment), thread(std::this_thread::get_id()) {
  tombstones_.resize(kTombstones);
  slots_.emplace_back();  // slot 0 stays empty, so that 0 is no tensor's id
}

Environment::~Environment() = default;

Slot* Environment::find(double id) const {
  if (!(id >= 1 && id <= 9007199254740991.0)) return nullptr;
  const auto whole = static_cast<int64_t>(id);
  if (static_cast<double>(whole) != id) return nullptr;
  const int64_t index = whole & kSlotMask;
  if (index >= static_cast<int64_t>(slots_.size())) return nullptr;
  Slot& slot = slots_[index];
  return slot.used && slot.generation == whole >> kSlotBits ? &slot : nullptr;
}

std::string Environment::describeMissing(double id) const {
  std::ostringstream text;
  text << "this tensor";
  for (const Tombstone& stone : tombstones_) {
    if (stone.id != id || stone.dims < 0) continue;
    text << " of shape [";
    for (int32_t i = 0; i < stone.dims; ++i) text << (i ? ", " : "") << stone.sizes[i];
    text << "]";
    break;
  }
  text << " was disposed";
  text << ": it was made inside a torch.scope() that has ended, or dispose() or `using` freed it. "
          "Return it from the scope, or call keep() on it, to use it afterwards";
  return text.str();
}

double Environment::add(at::Tensor tensor) {
  // Some gradients are zeros without memory, which only libtorch's own operators know how to read.
  if (tensor.defined() && tensor._is_zerotensor()) tensor = tensor.clone();
  int64_t index;
  // Slots are reused first in, first out, which keeps generations small.
  if (!freeSlots_.empty()) {
    index = freeSlots_.front();
    freeSlots_.pop_front();
  } else {
    index = static_cast<int64_t>(slots_.size());
    if (index > kSlotMask) throw ArgumentError("more than 16 million live tensors: free them with torch.scope() or dispose()");
    slots_.emplace_back();
  }
  Slot& slot = slots_[index];
  slot.used = true;
  slot.scope = scopeDepth();
  slot.bytes = 0;
  slot.external = false;
  // What V8 is told of: a storage that something else holds too (a view, a second handle) counts where it was made.
  if (tensor.defined() && tensor.has_storage() && tensor.storage().use_count() == 1) {
    slot.bytes = static_cast<int64_t>(tensor.storage().nbytes());
  }
  slot.tensor = std::move(tensor);
  ++live_;
  const double id = static_cast<double>((slot.generation << kSlotBits) | index);
  if (slot.scope > 0) {
    scopes_.back().push_back(id);
  } else {
    slot.external = true;
    account(slot.bytes);
  }
  return id;
}

at::Tensor& Environment::get(double id) {
  Slot* slot = find(id);
  if (slot == nullptr) throw ArgumentError(describeMissing(id));
  return slot->tensor;
}

int64_t Environment::liveBytes() const {
  // Counted when asked, not kept up with each handle: handles share storages, and come and go in any order.
  std::unordered_set<const c10::StorageImpl*> seen;
  int64_t bytes = 0;
  for (const Slot& slot : slots_) {
    if (!slot.used || !slot.tensor.defined() || !slot.tensor.has_storage()) continue;
    const c10::StorageImpl* storage = slot.tensor.storage().unsafeGetStorageImpl();
    if (seen.insert(storage).second) bytes += static_cast<int64_t>(storage->nbytes());
  }
  return bytes;
}

bool Environment::alive(double id) const { return find(id) != nullptr; }

void Environment::release(int64_t index) {
  Slot& slot = slots_[index];
  const double id = static_cast<double>((slot.generation << kSlotBits) | index);
  if (slot.tensor.defined()) {
    Tombstone& stone = tombstones_[nextTombstone_];
    nextTombstone_ = (nextTombstone_ + 1) % kTombstones;
    stone.id = id;
    stone.dims = slot.tensor.unsafeGetTensorImpl()->is_nested() ? -1 : static_cast<int32_t>(slot.tensor.dim());
    if (stone.dims > 6) stone.dims = -1;
    for (int32_t i = 0; i < stone.dims; ++i) stone.sizes[i] = slot.tensor.size(i);
  }
  at::Tensor dying = std::move(slot.tensor);
  slot.tensor = at::Tensor();
  slot.used = false;
  ++slot.generation;
  freeSlots_.push_back(index);
  --live_;
  if (slot.external) account(-slot.bytes);
  // `dying` is released here, last: a deleter that calls back finds the table consistent.
}

void Environment::free(double id) {
  if (find(id) != nullptr) release(static_cast<int64_t>(id) & kSlotMask);
}

void Environment::keep(double id) {
  Slot* slot = find(id);
  if (slot == nullptr) throw ArgumentError(describeMissing(id));
  slot->scope = 0;
  if (!slot->external) {
    slot->external = true;
    account(slot->bytes);
  }
}

int32_t Environment::enterScope() {
  scopes_.emplace_back();
  return scopeDepth();
}

void Environment::exitScope(const std::vector<double>& survivors) {
  if (scopes_.empty()) throw ArgumentError("internal: no scope to leave");
  const int32_t depth = scopeDepth();
  std::vector<double> owned = std::move(scopes_.back());
  scopes_.pop_back();
  for (double id : survivors) {
    Slot* slot = find(id);
    if (slot == nullptr || slot->scope != depth) continue;
    slot->scope = depth - 1;
    if (depth > 1) {
      scopes_.back().push_back(id);
    } else {
      slot->external = true;
      account(slot->bytes);
    }
  }
  // Newest first, as stack-allocated values would go.
  for (auto it = owned.rbegin(); it != owned.rend(); ++it) {
    Slot* slot = find(*it);
    if (slot != nullptr && slot->scope == depth) release(static_cast<int64_t>(*it) & kSlotMask);
  }
}

void Environment::account(int64_t delta) {
  unscoped_ += delta;
  unreported_ += delta;
  if (unreported_ >= kReportStep || unreported_ <= -kReportStep) {
    int64_t total = 0;
    napi_adjust_external_memory(env, unreported_, &total);
    unreported_ = 0;
  }
}

}  // namespace beit2
