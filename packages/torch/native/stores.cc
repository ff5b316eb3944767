// Stores of c10d, where ranks meet.
#include "distributed.h"

#include <torch/csrc/distributed/c10d/FileStore.hpp>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

namespace beit2 {

int64_t rangeArg(const Call& call, size_t index, const char* name, int64_t least, int64_t most) {
  const int64_t value = intArg(call, index, name);
  if (value >= least && value <= most) return value;
  throw ArgumentError("expected a whole number from " + std::to_string(least) + " to " + std::to_string(most) + " for " + name +
                      " but received " + std::to_string(value));
}

std::chrono::milliseconds timeoutArg(const Call& call, size_t index) {
  return std::chrono::milliseconds(rangeArg(call, index, "timeoutMs", 1, int64_t{1} << 31));
}

int sizeArg(const Call& call, size_t index) { return static_cast<int>(rangeArg(call, index, "worldSize", 1, 1 << 16)); }

std::vector<std::string> stringListArg(const Call& call, size_t index, const char* name) {
  bool isArray = false;
  if (call[index] == nullptr || napi_is_array(call.env, call[index], &isArray) != napi_ok || !isArray) {
    throw ArgumentError(std::string("expected an array of strings for ") + name + " but received " + describe(call.env, call[index]));
  }
  uint32_t length = 0;
  check(call.env, napi_get_array_length(call.env, call[index], &length), name);
  std::vector<std::string> list;
  for (uint32_t i = 0; i < length; ++i) {
    napi_value element = nullptr;
    check(call.env, napi_get_element(call.env, call[index], i, &element), name);
    list.push_back(toString(call.env, element, name));
  }
  return list;
}

namespace {

using StorePtr = c10::intrusive_ptr<c10d::Store>;

// The server of a TCPStore drops a client that sends more than it takes at once.
constexpr size_t kLongestKey = 4096;
constexpr size_t kLongestValue = size_t{4} << 20;

std::string checkedKey(std::string key) {
  if (key.size() > kLongestKey) {
    throw ArgumentError("a key may have " + std::to_string(kLongestKey) + " bytes but this one has " + std::to_string(key.size()));
  }
  return key;
}

std::string keyArg(const Call& call, size_t index) { return checkedKey(stringArg(call, index, "key")); }

std::vector<std::string> keysArg(const Call& call, size_t index) {
  auto keys = stringListArg(call, index, "keys");
  for (auto& key : keys) key = checkedKey(std::move(key));
  return keys;
}

// How long a server may take to answer once the time to connect is over.
constexpr auto kFirstAnswer = std::chrono::milliseconds(1000);

// Runs a call to a store; a connection that is gone becomes a sentence.
template <typename Run>
auto reach(Run run) -> decltype(run()) {
  const QuietLog quiet;
  try {
    return run();
  } catch (const c10::DistNetworkError& error) {
    throw std::runtime_error(std::string("the store cannot be reached, the process that serves it has probably ended: ") +
                             error.what_without_backtrace());
  }
}

// A promise of what a store is asked. A server that is stopped keeps its connections and never answers, so none is waited for here.
template <typename Ask>
napi_value asked(Call& call, std::chrono::milliseconds limit, Ask ask) {
  return later(call, limit, "the store does not answer, the process that serves it is probably stopped or out of reach",
               [ask = std::move(ask)] { return reach(ask); });
}

// tcpStore(host, port, isServer, timeoutMs): a promise of it; port 0 lets the server choose.
napi_value tcpStore(Call& call) {
  const std::string host = stringArg(call, 0, "host");
  c10d::TCPStoreOptions options;
  options.port = static_cast<std::uint16_t>(rangeArg(call, 1, "port", 0, 65535));
  options.isServer = boolArg(call, 2, "isServer");
  options.waitWorkers = false;
  options.timeout = timeoutArg(call, 3);
  const std::string late = "what is at " + host + ":" + std::to_string(options.port) +
                           " does not answer as a TCPStore does: another program uses the port, or the process that serves it is stopped";
  return later(call, options.timeout + kFirstAnswer, late, [host, options]() -> Finish {
    const QuietLog quiet;
    const StorePtr store = c10::make_intrusive<c10d::TCPStore>(host, options);
    return [store](Environment* self) { return stores.add(self->env, store); };
  });
}

// fileStore(path, worldSize, timeoutMs)
napi_value fileStore(Call& call) {
  const std::string path = stringArg(call, 0, "path");
  const int worldSize = sizeArg(call, 1);
  const auto timeout = timeoutArg(call, 2);
  StorePtr store = c10::make_intrusive<c10d::FileStore>(path, worldSize);
  store->setTimeout(timeout);
  return stores.add(call.env, std::move(store));
}

// prefixStore(store, prefix): the same store, its keys apart from all others.
napi_value prefixStore(Call& call) {
  const std::string prefix = checkedKey(stringArg(call, 1, "prefix"));
  return stores.add(call.env, c10::make_intrusive<c10d::PrefixStore>(prefix, stores.get(call, 0)));
}

napi_value storePort(Call& call) {
  auto* tcp = dynamic_cast<c10d::TCPStore*>(stores.get(call, 0).get());
  if (tcp == nullptr) throw ArgumentError("this store has no port");
  return fromInt(call.env, tcp->getPort());
}

// storeSet(store, key, value, timeoutMs): a promise, as of all that asks the server.
napi_value storeSet(Call& call) {
  const std::string key = keyArg(call, 1);
  const std::string value = stringArg(call, 2, "value");
  if (value.size() > kLongestValue) {
    throw ArgumentError("a value may have " + std::to_string(kLongestValue) + " bytes but this one has " + std::to_string(value.size()));
  }
  return asked(call, timeoutArg(call, 3), [store = stores.get(call, 0), key, value]() -> Finish {
    store->set(key, std::vector<uint8_t>(value.begin(), value.end()));
    return [](Environment* self) { return undefinedValue(self->env); };
  });
}

// storeGet(store, key, timeoutMs): of a key that is set; for another one c10d waits.
napi_value storeGet(Call& call) {
  const std::string key = keyArg(call, 1);
  return asked(call, timeoutArg(call, 2), [store = stores.get(call, 0), key]() -> Finish {
    const auto bytes = store->get(key);
    return [value = std::string(bytes.begin(), bytes.end())](Environment* self) { return fromString(self->env, value); };
  });
}

// storeAdd(store, key, amount, timeoutMs): the new value of a counter.
napi_value storeAdd(Call& call) {
  const std::string key = keyArg(call, 1);
  const int64_t amount = intArg(call, 2, "amount");
  return asked(call, timeoutArg(call, 3), [store = stores.get(call, 0), key, amount]() -> Finish {
    return [value = store->add(key, amount)](Environment* self) { return fromInt(self->env, value); };
  });
}

// storeCheck(store, keys, timeoutMs): whether all of them are set.
napi_value storeCheck(Call& call) {
  const auto keys = keysArg(call, 1);
  return asked(call, timeoutArg(call, 2), [store = stores.get(call, 0), keys]() -> Finish {
    return [isThere = keys.empty() || store->check(keys)](Environment* self) { return fromBool(self->env, isThere); };
  });
}

napi_value closeStore(Call& call) {
  stores.erase(call, 0);
  return nullptr;
}

}  // namespace

void registerStores(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "tcpStore", tcpStore);
  BEIT2_EXPORT(self, exports, "fileStore", fileStore);
  BEIT2_EXPORT(self, exports, "prefixStore", prefixStore);
  BEIT2_EXPORT(self, exports, "storePort", storePort);
  BEIT2_EXPORT(self, exports, "storeSet", storeSet);
  BEIT2_EXPORT(self, exports, "storeGet", storeGet);
  BEIT2_EXPORT(self, exports, "storeAdd", storeAdd);
  BEIT2_EXPORT(self, exports, "storeCheck", storeCheck);
  BEIT2_EXPORT(self, exports, "closeStore", closeStore);
}

}  // namespace beit2
