// A time limit for calls that have none.
#pragma once

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <thread>

namespace beit2 {

// What `run` returns; nothing where that takes longer than `limit`: its thread then goes on for nobody. Throws what it throws.
template <typename Run>
auto within(std::chrono::milliseconds limit, Run run) -> std::optional<decltype(run())> {
  const auto answer = std::make_shared<std::promise<decltype(run())>>();
  auto future = answer->get_future();
  std::thread([answer, run = std::move(run)] {
    try {
      answer->set_value(run());
    } catch (...) {
      answer->set_exception(std::current_exception());
    }
  }).detach();
  if (future.wait_for(limit) != std::future_status::ready) return std::nullopt;
  return future.get();
}

}  // namespace beit2
