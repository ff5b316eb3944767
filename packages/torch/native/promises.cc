// Promises of collectives: a thread of the process group says that one has ended, JavaScript's thread settles it.
#include "distributed.h"
#include "time-limit.h"

namespace beit2 {

namespace {

using WorkPtr = c10::intrusive_ptr<c10d::Work>;

struct Pending {
  napi_deferred deferred;
  WorkPtr work;
  Finish finish;
};

// Outlives its environment in the callbacks of unfinished collectives, which then find it closed.
struct Inbox {
  std::mutex mutex;
  napi_threadsafe_function function = nullptr;

  void post(int64_t id) {
    std::lock_guard lock(mutex);
    if (function != nullptr) napi_call_threadsafe_function(function, reinterpret_cast<void*>(id), napi_tsfn_nonblocking);
  }
  void close() {
    std::lock_guard lock(mutex);
    function = nullptr;
  }
};

thread_local std::map<int64_t, Pending> pendings;
thread_local std::shared_ptr<Inbox> inbox;
thread_local int64_t nextPending = 1;

// On JavaScript's thread.
void deliver(napi_env env, napi_value, void* self, void* data) {
  auto found = pendings.extract(reinterpret_cast<int64_t>(data));
  if (env == nullptr || found.empty()) return;
  if (pendings.empty()) napi_unref_threadsafe_function(env, inbox->function);
  Pending& pending = found.mapped();
  try {
    pending.work->wait();  // returns at once; on a device it orders later work behind this
    napi_resolve_deferred(env, pending.deferred, pending.finish(static_cast<Environment*>(self)));
  } catch (...) {
    throwToJs(env);
    napi_value error;
    napi_get_and_clear_last_exception(env, &error);
    napi_reject_deferred(env, pending.deferred, error);
  }
}

// What another thread makes for JavaScript's.
struct Answer final : c10d::Work {
  c10::intrusive_ptr<c10::ivalue::Future> getFuture() override { return future; }
  void end(Finish made, const std::exception_ptr& error) {
    value = std::move(made);
    finish(error);  // before the future, whose callback has JavaScript's thread look here
    future->markCompleted(c10::IValue());
  }

  Finish value;
  const c10::intrusive_ptr<c10::ivalue::Future> future = c10::make_intrusive<c10::ivalue::Future>(c10::NoneType::get());
};

void openInbox(Environment* self) {
  inbox = std::make_shared<Inbox>();
  check(self->env,
        napi_create_threadsafe_function(
            self->env, nullptr, nullptr, fromString(self->env, "beit2 collectives"), 0, 1, inbox.get(),
            [](napi_env, void* closing, void*) { static_cast<Inbox*>(closing)->close(); }, self, deliver, &inbox->function),
        "a thread-safe function");
  napi_unref_threadsafe_function(self->env, inbox->function);
}

}  // namespace

napi_value settle(Call& call, bool now, WorkPtr work, Finish finish) {
  if (now) {
    work->wait();
    return finish(call.self);
  }
  if (!inbox) openInbox(call.self);
  Pending pending{nullptr, work, std::move(finish)};
  napi_value promise;
  check(call.env, napi_create_promise(call.env, &pending.deferred, &promise), "a promise");
  if (pendings.empty()) napi_ref_threadsafe_function(call.env, inbox->function);  // keeps the process alive meanwhile
  const int64_t id = nextPending++;
  pendings.emplace(id, std::move(pending));
  work->getFuture()->addCallback([box = inbox, id](c10::ivalue::Future&) { box->post(id); });
  return promise;
}

napi_value later(Call& call, std::chrono::milliseconds limit, const std::string& late, std::function<Finish()> run) {
  const auto answer = c10::make_intrusive<Answer>();
  std::thread([answer, limit, late, run = std::move(run)] {
    try {
      auto made = within(limit, run);
      if (!made) throw std::runtime_error(late);
      answer->end(std::move(*made), nullptr);
    } catch (...) {
      answer->end(nullptr, std::current_exception());
    }
  }).detach();
  return settle(call, false, answer, [answer](Environment* self) { return answer->value(self); });
}

void dropPromises() {
  if (inbox) inbox->close();
  pendings.clear();
}

}  // namespace beit2
