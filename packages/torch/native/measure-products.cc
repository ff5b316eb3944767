// How long the products of linear layers and of attention take on this machine, by each library that has them.
#include "linear-products.h"

#include "binding.h"

#include <ATen/DeviceAccelerator.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/ones.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <limits>
#include <map>

namespace beit2 {
namespace {

using Bodies = std::vector<std::function<void()>>;
using Milliseconds = std::vector<double>;

double clockTime() {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Of the processor, for this thread: it stands still while other processes have the core.
double threadTime() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

// The fastest of five runs of each body, in turns, so that a machine that is busy for a moment is so for all of them. It ends early,
// with nothing, once a run after the first takes longer than its limit.
Milliseconds fastest(const Bodies& bodies, double (*now)(), const Milliseconds& limits = {}) {
  Milliseconds times(bodies.size(), std::numeric_limits<double>::infinity());
  for (int i = 0; i < 5; i++) { // the first one warms up
    for (size_t body = 0; body < bodies.size(); body++) {
      const double start = now();
      bodies[body]();
      const double time = now() - start;
      if (i > 0 && !limits.empty() && time > limits[body]) return {};
      times[body] = std::min(times[body], time);
    }
  }
  return times;
}

// Computes on one thread for as long as it lives, so that an exception leaves the process as it was.
class OneThread {
 public:
  OneThread() { at::set_num_threads(1); }
  ~OneThread() { at::set_num_threads(before_); }
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  const int before_ = at::get_num_threads();
};

// Takes a product from another library for as long as it lives.
class OtherLibrary {
 public:
  OtherLibrary(Product product, Library library) : product_(product) { choose(product, library); }
  ~OtherLibrary() { choose(product_, before_); }
  OtherLibrary(const OtherLibrary&) = delete;
  OtherLibrary& operator=(const OtherLibrary&) = delete;

 private:
  const Product product_;
  const Library before_ = chosen(product_);
};

Milliseconds onOneThread(const Bodies& bodies) {
  const OneThread guard;
  return fastest(bodies, threadTime);
}

// Times that can be compared with each other: on the clock with all threads, or of the processor with one thread where other
// processes hold the cores, which shows in several threads that take longer than one does.
Milliseconds compare(const Bodies& bodies) {
  const auto ofProcessor = onOneThread(bodies);
  auto limits = ofProcessor;
  for (auto& limit : limits) limit *= 4;
  const auto onClock = fastest(bodies, clockTime, limits);
  for (size_t body = 0; body < onClock.size(); body++) {
    if (onClock[body] > ofProcessor[body]) return ofProcessor;
  }
  return onClock.empty() ? ofProcessor : onClock;
}

at::Tensor attention(const at::Tensor& qkv, const at::Tensor& bias) {
  static const auto operation = c10::Dispatcher::singleton()
                                    .findSchemaOrThrow("beit2::self_attention", "")
                                    .typed<at::Tensor(const at::Tensor&, int64_t, const std::optional<at::Tensor>&)>();
  return operation.call(qkv, bias.size(1), bias);
}

struct Sample {
  at::Tensor x, weight, dy, qkv, bias, narrowX, narrowWeight, narrowShift;
};

void multiply(Product product, Library library, const Sample& sample) {
  switch (product) {
    case Product::output: linearOutput(sample.x, sample.weight, std::nullopt, library); return;
    case Product::inputGradient: linearInputGradient(sample.dy, sample.weight, library); return;
    case Product::weightGradient: linearWeightGradient(sample.dy, sample.x, library); return;
    case Product::bfloat16Output: linearOutput(sample.narrowX, sample.narrowWeight, sample.narrowShift, library); return;
    case Product::attention: {
      const OtherLibrary guard(product, library);
      attention(sample.qkv, sample.bias);
    }
  }
}

// measureProducts(): for each product the milliseconds of each library that has it.
napi_value measureProducts(Call& call) {
  const at::NoGradGuard noGrad;
  constexpr int64_t shapes[][3] = {{1024, 192, 768}, {384, 768, 768}}; // tokens, in, out
  std::map<Product, std::map<Library, double>> times;
  for (const auto& [tokens, in, out] : shapes) {
    const auto of = [](at::IntArrayRef sizes) { return at::ones(sizes, at::kFloat); };
    const auto narrow = [](at::IntArrayRef sizes) { return at::ones(sizes, at::kBFloat16); };
    const Sample sample = {
        of({tokens, in}),      of({out, in}),     of({tokens, out}), of({8, 65, 3 * 192}), of({1, 3, 65, 65}),
        narrow({tokens, in}), narrow({out, in}), narrow({out})};
    for (int i = 0; i < productCount; i++) {
      const auto product = static_cast<Product>(i);
      std::vector<Library> libraries;
      Bodies bodies;
      for (int j = 0; j < libraryCount; j++) {
        const auto library = static_cast<Library>(j);
        if (!isAvailable(product, library)) continue;
        libraries.push_back(library);
        bodies.push_back([product, library, &sample] { multiply(product, library, sample); });
      }
      const auto compared = compare(bodies);
      for (size_t j = 0; j < libraries.size(); j++) times[product][libraries[j]] += compared[j];
    }
  }
  napi_value result;
  napi_create_object(call.env, &result);
  for (const auto& [product, byLibrary] : times) {
    napi_value entry;
    napi_create_object(call.env, &entry);
    for (const auto& [library, time] : byLibrary) {
      napi_set_named_property(call.env, entry, libraryNames[static_cast<int>(library)], fromDouble(call.env, time));
    }
    napi_set_named_property(call.env, result, productNames[static_cast<int>(product)], entry);
  }
  return result;
}

// measureMatmul(device): milliseconds of a product of a linear layer's size, [float32, bfloat16].
napi_value measureMatmul(Call& call) {
  const at::NoGradGuard noGrad;
  const auto device = toDevice(call.env, call[0], "device");
  Bodies bodies;
  for (const auto dtype : {at::kFloat, at::kBFloat16}) {
    const auto options = at::TensorOptions().device(device).dtype(dtype);
    bodies.push_back([device, x = at::ones({512, 768}, options), weight = at::ones({768, 768}, options)] {
      if (device.is_cpu()) {
        linearOutput(x, weight, std::nullopt);
      } else {
        at::linear(x, weight);
        at::accelerator::synchronizeDevice(device.has_index() ? device.index() : 0);
      }
    });
  }
  const auto times = device.is_cpu() ? compare(bodies) : fastest(bodies, clockTime);
  napi_value result;
  napi_create_array_with_length(call.env, times.size(), &result);
  for (size_t i = 0; i < times.size(); i++) napi_set_element(call.env, result, i, fromDouble(call.env, times[i]));
  return result;
}

} // namespace

void registerMeasuring(Environment* self, napi_value exports) {
  BEIT2_EXPORT(self, exports, "measureProducts", measureProducts);
  BEIT2_EXPORT(self, exports, "measureMatmul", measureMatmul);
}

} // namespace beit2
