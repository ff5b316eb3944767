// Modes of the current thread and settings of the library: gradients, inference, autocast, determinism, threads, generators.
#include "binding.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/autocast_mode.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>
#include <torch/version.h>

namespace beit2 {

namespace {

napi_value gradEnabled(Call& call) { return fromBool(call.env, at::GradMode::is_enabled()); }
napi_value setGradEnabled(Call& call) {
  at::GradMode::set_enabled(boolArg(call, 0, "enabled"));
  return nullptr;
}

// enterInference() and leaveMode() nest as a stack.
napi_value enterInference(Call& call) {
  call.self->modes.push_back(std::make_shared<c10::InferenceMode>(true));
  return nullptr;
}
napi_value leaveMode(Call& call) {
  if (call.self->modes.empty()) throw ArgumentError("internal: no mode to leave");
  call.self->modes.pop_back();
  return nullptr;
}
napi_value inferenceEnabled(Call& call) { return fromBool(call.env, c10::InferenceMode::is_enabled()); }

at::DeviceType deviceTypeArg(const Call& call, size_t index) { return toDevice(call.env, call[index], "device").type(); }

// autocastState(device): [enabled, dtype]
napi_value autocastState(Call& call) {
  const auto type = deviceTypeArg(call, 0);
  napi_value array;
  napi_create_array_with_length(call.env, 2, &array);
  napi_set_element(call.env, array, 0, fromBool(call.env, at::autocast::is_autocast_enabled(type)));
  napi_set_element(call.env, array, 1, fromString(call.env, dtypeName(at::autocast::get_autocast_dtype(type))));
  return array;
}

// setAutocast(device, enabled, dtype)
napi_value setAutocast(Call& call) {
  const auto type = deviceTypeArg(call, 0);
  const bool enabled = boolArg(call, 1, "enabled");
  const auto dtype = toScalarType(call.env, call[2], "dtype");
  at::autocast::set_autocast_dtype(type, dtype);
  at::autocast::set_autocast_enabled(type, enabled);
  return nullptr;
}

napi_value enterAutocast(Call& call) {
  return fromInt(call.env, at::autocast::increment_nesting());
}

// The cache of cast weights dies with the outermost autocast, else a later step would meet old weights.
napi_value leaveAutocast(Call& call) {
  const int depth = at::autocast::decrement_nesting();
  if (depth == 0) at::autocast::clear_cache();
  return fromInt(call.env, depth);
}

napi_value setAutocastCache(Call& call) {
  at::autocast::set_autocast_cache_enabled(boolArg(call, 0, "enabled"));
  return nullptr;
}

// setDeterministic(enabled, warnOnly)
napi_value setDeterministic(Call& call) {
  const bool warn = !isNullish(call.env, call[1]) && boolArg(call, 1, "warnOnly");
  at::globalContext().setDeterministicAlgorithms(boolArg(call, 0, "enabled"), warn);
  return nullptr;
}
napi_value deterministic(Call& call) { return fromBool(call.env, at::globalContext().deterministicAlgorithms()); }

napi_value setNumThreads(Call& call) {
  const int64_t count = intArg(call, 0, "count");
  if (count < 1 || count > 4096) throw ArgumentError("expected a thread count from 1 to 4096 but received " + std::to_string(count));
  at::set_num_threads(static_cast<int>(count));
  return nullptr;
}
napi_value getNumThreads(Call& call) { return fromInt(call.env, at::get_num_threads()); }

napi_value setFlushDenormal(Call& call) { return fromBool(call.env, at::globalContext().setFlushDenormal(boolArg(call, 0, "enabled"))); }

// setMatmulPrecision('highest' | 'high' | 'medium')
napi_value setMatmulPrecision(Call& call) {
  const std::string level = stringArg(call, 0, "precision");
  if (level != "highest" && level != "high" && level != "medium") {
    throw ArgumentError("expected 'highest', 'high' or 'medium' for precision but received the string \"" + level + "\"");
  }
  at::globalContext().setFloat32MatmulPrecision(level);
  return nullptr;
}

// Seeds may be any integer of 64 bits; negative ones wrap, as PyTorch lets them.
uint64_t seedArg(const Call& call, size_t index) {
  return static_cast<uint64_t>(toInt(call.env, call[index], "seed"));
}

napi_value manualSeed(Call& call) {
  at::manual_seed(seedArg(call, 0));
  return nullptr;
}

at::Generator& generatorArg(const Call& call, size_t index) {
  const int64_t id = intArg(call, index, "generator");
  if (id < 0 || id >= static_cast<int64_t>(call.self->generators.size()) || !call.self->generators[id].defined()) {
    throw ArgumentError("expected a Generator");
  }
  return call.self->generators[id];
}

napi_value addGenerator(Call& call, at::Generator generator) {
  auto& list = call.self->generators;
  for (size_t i = 0; i < list.size(); ++i) {
    if (list[i].defined()) continue;
    list[i] = std::move(generator);
    return fromInt(call.env, static_cast<int64_t>(i));
  }
  list.push_back(std::move(generator));
  return fromInt(call.env, static_cast<int64_t>(list.size()) - 1);
}

at::Generator makeGenerator(at::Device device) {
  if (device.is_cpu()) return at::make_generator<at::CPUGeneratorImpl>();
  return at::globalContext().getAcceleratorHooksInterface(device.type()).getNewGenerator(device.index());
}

napi_value newGenerator(Call& call) { return addGenerator(call, makeGenerator(toDevice(call.env, call[0], "device"))); }
napi_value defaultGenerator(Call& call) {
  return addGenerator(call, at::globalContext().defaultGenerator(toDevice(call.env, call[0], "device")));
}
napi_value freeGenerator(Call& call) {
  generatorArg(call, 0) = at::Generator();
  return nullptr;
}
napi_value generatorSeed(Call& call) {
  auto& generator = generatorArg(call, 0);
  std::lock_guard lock(generator.mutex());
  generator.set_current_seed(seedArg(call, 1));
  return nullptr;
}
napi_value generatorState(Call& call) {
  auto& generator = generatorArg(call, 0);
  std::lock_guard lock(generator.mutex());
  return fromTensor(call.self, generator.get_state());
}
napi_value setGeneratorState(Call& call) {
  auto& generator = generatorArg(call, 0);
  const at::Tensor state = plainElements(tensorArg(call, 1, "state"));
  std::lock_guard lock(generator.mutex());
  generator.set_state(state);
  return nullptr;
}

napi_value libtorchVersion(Call& call) { return fromString(call.env, TORCH_VERSION); }
napi_value parallelInfo(Call& call) { return fromString(call.env, at::get_parallel_info()); }
napi_value cpuCapability(Call& call) { return fromString(call.env, at::get_cpu_capability()); }

}  // namespace

void registerModes(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "gradEnabled", gradEnabled);
  BEIT2_EXPORT(self, exports, "setGradEnabled", setGradEnabled);
  BEIT2_EXPORT(self, exports, "enterInference", enterInference);
  BEIT2_EXPORT(self, exports, "leaveMode", leaveMode);
  BEIT2_EXPORT(self, exports, "inferenceEnabled", inferenceEnabled);
  BEIT2_EXPORT(self, exports, "autocastState", autocastState);
  BEIT2_EXPORT(self, exports, "setAutocast", setAutocast);
  BEIT2_EXPORT(self, exports, "enterAutocast", enterAutocast);
  BEIT2_EXPORT(self, exports, "leaveAutocast", leaveAutocast);
  BEIT2_EXPORT(self, exports, "setAutocastCache", setAutocastCache);
  BEIT2_EXPORT(self, exports, "setDeterministic", setDeterministic);
  BEIT2_EXPORT(self, exports, "deterministic", deterministic);
  BEIT2_EXPORT(self, exports, "setNumThreads", setNumThreads);
  BEIT2_EXPORT(self, exports, "getNumThreads", getNumThreads);
  BEIT2_EXPORT(self, exports, "setFlushDenormal", setFlushDenormal);
  BEIT2_EXPORT(self, exports, "setMatmulPrecision", setMatmulPrecision);
  BEIT2_EXPORT(self, exports, "manualSeed", manualSeed);
  BEIT2_EXPORT(self, exports, "newGenerator", newGenerator);
  BEIT2_EXPORT(self, exports, "defaultGenerator", defaultGenerator);
  BEIT2_EXPORT(self, exports, "freeGenerator", freeGenerator);
  BEIT2_EXPORT(self, exports, "generatorSeed", generatorSeed);
  BEIT2_EXPORT(self, exports, "generatorState", generatorState);
  BEIT2_EXPORT(self, exports, "setGeneratorState", setGeneratorState);
  BEIT2_EXPORT(self, exports, "libtorchVersion", libtorchVersion);
  BEIT2_EXPORT(self, exports, "parallelInfo", parallelInfo);
  BEIT2_EXPORT(self, exports, "cpuCapability", cpuCapability);
}

}  // namespace beit2
