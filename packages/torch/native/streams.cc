// Streams, events and graphs of an accelerator, through libtorch's generic interfaces: no toolkit headers are needed,
// and whatever the loaded libtorch drives (CUDA, Metal) works alike.
#include "handles.h"

#include <ATen/DeviceAccelerator.h>
#include <c10/core/Event.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include <memory>

#if __has_include(<ATen/accelerator/Graph.h>)
#include <ATen/accelerator/Graph.h>
#define BEIT2_HAS_GRAPHS 1
#endif

namespace beit2 {

namespace {

// One table a thread of JavaScript, as the environment has one thread.
thread_local Handles<std::shared_ptr<c10::Stream>> streams("stream");
thread_local Handles<std::shared_ptr<c10::Event>> events("event");

c10::Device acceleratorArg(const Call& call, size_t index) {
  auto device = toDevice(call.env, call[index], "device");
  if (!at::accelerator::isAccelerator(device.type())) {
    throw ArgumentError("expected an accelerator such as 'cuda' or 'mps' for device but received " + describe(call.env, call[index]));
  }
  if (!device.has_index()) device.set_index(at::accelerator::getDeviceIndex());
  return device;
}

// newStream(device, highPriority)
napi_value newStream(Call& call) {
  const auto device = acceleratorArg(call, 0);
  const c10::impl::VirtualGuardImpl guard(device.type());
  return streams.add(call.env, std::make_shared<c10::Stream>(guard.getStreamFromGlobalPool(device, boolArg(call, 1, "highPriority"))));
}

napi_value currentStream(Call& call) {
  return streams.add(call.env, std::make_shared<c10::Stream>(at::accelerator::getCurrentStream(acceleratorArg(call, 0).index())));
}

napi_value setCurrentStream(Call& call) {
  at::accelerator::setCurrentStream(*streams.get(call, 0));
  return nullptr;
}

napi_value synchronizeStream(Call& call) {
  streams.get(call, 0)->synchronize();
  return nullptr;
}

napi_value freeStream(Call& call) {
  streams.erase(call, 0);
  return nullptr;
}

// newEvent(device, timing)
napi_value newEvent(Call& call) {
  const auto flag = boolArg(call, 1, "timing") ? c10::EventFlag::BACKEND_DEFAULT : c10::EventFlag::PYTORCH_DEFAULT;
  return events.add(call.env, std::make_shared<c10::Event>(acceleratorArg(call, 0).type(), flag));
}

napi_value recordEvent(Call& call) {
  events.get(call, 0)->record(*streams.get(call, 1));
  return nullptr;
}

// blockOnEvent(event, stream): the stream's later work waits for the event.
napi_value blockOnEvent(Call& call) {
  events.get(call, 0)->block(*streams.get(call, 1));
  return nullptr;
}

napi_value queryEvent(Call& call) { return fromBool(call.env, events.get(call, 0)->query()); }

napi_value synchronizeEvent(Call& call) {
  events.get(call, 0)->synchronize();
  return nullptr;
}

// elapsedTime(start, end): milliseconds
napi_value elapsedTime(Call& call) {
  return fromDouble(call.env, events.get(call, 0)->elapsedTime(*events.get(call, 1)));
}

napi_value freeEvent(Call& call) {
  events.erase(call, 0);
  return nullptr;
}

#ifdef BEIT2_HAS_GRAPHS
thread_local Handles<std::shared_ptr<at::accelerator::Graph>> graphs("graph");

napi_value newGraph(Call& call) {
  acceleratorArg(call, 0);
  return graphs.add(call.env, std::make_shared<at::accelerator::Graph>());
}
napi_value beginCapture(Call& call) {
  graphs.get(call, 0)->capture_begin();
  return nullptr;
}
napi_value endCapture(Call& call) {
  graphs.get(call, 0)->capture_end();
  return nullptr;
}
napi_value replayGraph(Call& call) {
  graphs.get(call, 0)->replay();
  return nullptr;
}
napi_value freeGraph(Call& call) {
  graphs.erase(call, 0);
  return nullptr;
}
#else
napi_value newGraph(Call&) {
  throw ArgumentError("graphs of an accelerator need libtorch 2.12 or later");
}
#endif

}  // namespace

void registerStreams(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "newStream", newStream);
  BEIT2_EXPORT(self, exports, "currentStream", currentStream);
  BEIT2_EXPORT(self, exports, "setCurrentStream", setCurrentStream);
  BEIT2_EXPORT(self, exports, "synchronizeStream", synchronizeStream);
  BEIT2_EXPORT(self, exports, "freeStream", freeStream);
  BEIT2_EXPORT(self, exports, "newEvent", newEvent);
  BEIT2_EXPORT(self, exports, "recordEvent", recordEvent);
  BEIT2_EXPORT(self, exports, "blockOnEvent", blockOnEvent);
  BEIT2_EXPORT(self, exports, "queryEvent", queryEvent);
  BEIT2_EXPORT(self, exports, "synchronizeEvent", synchronizeEvent);
  BEIT2_EXPORT(self, exports, "elapsedTime", elapsedTime);
  BEIT2_EXPORT(self, exports, "freeEvent", freeEvent);
  BEIT2_EXPORT(self, exports, "newGraph", newGraph);
#ifdef BEIT2_HAS_GRAPHS
  BEIT2_EXPORT(self, exports, "beginCapture", beginCapture);
  BEIT2_EXPORT(self, exports, "endCapture", endCapture);
  BEIT2_EXPORT(self, exports, "replayGraph", replayGraph);
  BEIT2_EXPORT(self, exports, "freeGraph", freeGraph);
#endif
}

}  // namespace beit2
