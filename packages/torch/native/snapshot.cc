// Copies of many tensors into memory that is there: at once, or by a thread of its own while JavaScript's goes on.
#include "binding.h"

#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/from_blob.h>

#include <algorithm>
#include <atomic>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace beit2 {

namespace {

// Past the caches: these bytes are not read again soon, and a line that is not fetched before it is written saves a third of the traffic.
void copyPast(char* to, const char* from, size_t length) {
#if defined(__SSE2__)
  const size_t head = std::min(length, -reinterpret_cast<uintptr_t>(to) % sizeof(__m128i));
  std::memcpy(to, from, head);
  size_t at = head;
  for (; at + sizeof(__m128i) <= length; at += sizeof(__m128i)) {
    _mm_stream_si128(reinterpret_cast<__m128i*>(to + at), _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + at)));
  }
  _mm_sfence();
  std::memcpy(to + at, from + at, length - at);
#else
  std::memcpy(to, from, length);
#endif
}

}  // namespace

// A copy of tensors in pieces, which any number of threads take one after the other.
class Copying {
 public:
  // Tensors that lie on a GPU, or not as they are to be copied, are copied here and now.
  Copying(const std::vector<at::Tensor>& tensors, const std::vector<Bytes>& targets) {
    at::NoGradGuard guard;
    for (size_t i = 0; i < tensors.size(); ++i) {
      const at::Tensor& tensor = tensors[i];
      const size_t length = targets[i].length;
      const bool direct = tensor.is_cuda() && tensor.layout() == at::kStrided && !tensor.is_quantized();
      if (direct && length > 0) {  // without a copy on the way
        at::from_blob(targets[i].data, tensor.sizes(), at::TensorOptions().dtype(tensor.scalar_type())).copy_(tensor);
      } else if (length > 0) {
        copies_.push_back({plainElements(tensor), static_cast<char*>(targets[i].data), total_});
        total_ += length;
        if (!tensor.is_inference()) versions_.push_back({tensor, static_cast<int64_t>(tensor._version())});
      }
    }
    pieces_ = left_ = (total_ + kPiece - 1) / kPiece;
  }

  ~Copying() { finish(); }

  // Returns at once. @param outcome is set once all is copied; in shared memory that outlives this
  void begin(int32_t* outcome) {
    outcome_ = outcome;
    if (pieces_ == 0) return tell();
    thread_ = std::thread([this] { work(); });
  }

  // Copies what is left, on all threads, and waits for the other one.
  void finish() {
    if (next_ < pieces_) at::parallel_for(0, at::get_num_threads(), 1, [this](int64_t, int64_t) { work(); });
    if (thread_.joinable()) thread_.join();
  }

 private:
  // One tensor's elements, in logical order, and where they are to go.
  struct Copy {
    at::Tensor source;
    char* target;
    size_t begin;  // among the bytes of all
  };

  // A tensor and how often it had been changed in place.
  struct Version {
    at::Tensor tensor;
    int64_t number;
  };

  static constexpr size_t kPiece = 1 << 20;  // of which a thread is worth waking for one

  void work() {
    for (size_t piece; (piece = next_++) < pieces_;) {
      copy(piece * kPiece, std::min(total_, (piece + 1) * kPiece));
      if (--left_ == 0) tell();
    }
  }

  void copy(size_t at, size_t end) const {
    auto one = std::upper_bound(copies_.begin(), copies_.end(), at, [](size_t begin, const Copy& copy) { return begin < copy.begin; }) - 1;
    for (; at < end; ++one) {
      const size_t inside = at - one->begin;
      const size_t length = std::min(end - at, one->source.nbytes() - inside);
      copyPast(one->target + inside, static_cast<const char*>(one->source.const_data_ptr()) + inside, length);
      at += length;
    }
  }

  void tell() const {
    if (outcome_ == nullptr) return;
    const bool changed = std::any_of(versions_.begin(), versions_.end(), [](const Version& version) {
      return static_cast<int64_t>(version.tensor._version()) != version.number;
    });
    std::atomic_ref<int32_t>(*outcome_).store(changed ? -1 : 1);
  }

  std::vector<Copy> copies_;
  std::vector<Version> versions_;
  size_t total_ = 0, pieces_ = 0;
  std::atomic<size_t> next_ = 0, left_ = 0;
  int32_t* outcome_ = nullptr;
  std::thread thread_;
};

namespace {

std::vector<Bytes> bytesListArg(const Call& call, size_t index, const char* name) {
  bool isArray = false;
  if (call[index] != nullptr) napi_is_array(call.env, call[index], &isArray);
  if (!isArray) throw ArgumentError(std::string("expected an array for ") + name + " but received " + describe(call.env, call[index]));
  uint32_t length = 0;
  check(call.env, napi_get_array_length(call.env, call[index], &length), name);
  std::vector<Bytes> list;
  for (uint32_t i = 0; i < length; ++i) {
    napi_value element = nullptr;
    check(call.env, napi_get_element(call.env, call[index], i, &element), name);
    list.push_back(toBytesOf(call.env, element, name));
  }
  return list;
}

std::shared_ptr<Copying> copyingOf(const Call& call) {
  const auto tensors = tensorListArg(call, 0, "tensors");
  const auto targets = bytesListArg(call, 1, "targets");
  if (tensors.size() != targets.size()) {
    throw ArgumentError("there are " + std::to_string(tensors.size()) + " tensors but " + std::to_string(targets.size()) + " targets");
  }
  for (size_t i = 0; i < tensors.size(); ++i) {
    const size_t wanted = static_cast<size_t>(tensors[i].numel()) * tensors[i].element_size();
    if (wanted != targets[i].length) {
      throw ArgumentError("the tensor holds " + std::to_string(wanted) + " bytes but the data has room for " +
                          std::to_string(targets[i].length));
    }
  }
  return std::make_shared<Copying>(tensors, targets);
}

// copyAllToBytes(ids, typedArrays): the elements of each in logical order into memory that is there, all together on all threads.
napi_value copyAllToBytes(Call& call) {
  copyingOf(call)->finish();
  return nullptr;
}

// beginCopy(ids, typedArrays, outcome): the same by another thread; one copy at a time.
napi_value beginCopy(Call& call) {
  const Bytes outcome = toBytesOf(call.env, call[2], "outcome");
  if (outcome.length != sizeof(int32_t)) throw ArgumentError("outcome must be one int32");
  call.self->copying = copyingOf(call);
  call.self->copying->begin(static_cast<int32_t*>(outcome.data));
  return nullptr;
}

// finishCopy(): waits for the copy that was begun last, on all threads.
napi_value finishCopy(Call& call) {
  call.self->copying = nullptr;
  return nullptr;
}

// useHugePages(typedArray): asks the system for pages of 2 MiB for memory not used yet, of which a copy touches fewer.
napi_value useHugePages(Call& call) {
  [[maybe_unused]] const Bytes bytes = toBytesOf(call.env, call[0], "data");
#if defined(__linux__)
  const uintptr_t page = 4096, start = (reinterpret_cast<uintptr_t>(bytes.data) + page - 1) & ~(page - 1);
  const uintptr_t end = (reinterpret_cast<uintptr_t>(bytes.data) + bytes.length) & ~(page - 1);
  if (end > start) madvise(reinterpret_cast<void*>(start), end - start, MADV_HUGEPAGE);  // a wish: where it fails pages stay small
#endif
  return nullptr;
}

}  // namespace

void registerSnapshots(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "copyAllToBytes", copyAllToBytes);
  BEIT2_EXPORT(self, exports, "beginCopy", beginCopy);
  BEIT2_EXPORT(self, exports, "finishCopy", finishCopy);
  BEIT2_EXPORT(self, exports, "useHugePages", useHugePages);
}

}  // namespace beit2
