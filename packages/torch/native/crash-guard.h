// The last net under a call into libtorch. Some of its internal operators trust their arguments and read through a null
// pointer or divide by zero when those make no sense; this turns such a signal on the calling thread into an exception.
#pragma once

#include <c10/core/AutogradState.h>
#include <c10/core/impl/LocalDispatchKeySet.h>

#include <csetjmp>
#include <csignal>
#include <stdexcept>
#include <string>

namespace beit2 {

// Installs the handlers, once a process; signals outside a guarded call go on to whoever handled them before.
void installCrashGuard();

extern thread_local sigjmp_buf* crashReturn;

// Runs `call`; throws when it raises SIGSEGV, SIGBUS or SIGFPE. The thread's modes (gradients, dispatch keys), whose guards
// a jump leaves behind, are put back; what the call had locked or half changed stays so.
template <typename Run>
void guardCrash(const char* what, Run run) {
  sigjmp_buf* const outer = crashReturn;
  const c10::impl::LocalDispatchKeySet keys = c10::impl::tls_local_dispatch_key_set();
  const c10::AutogradState modes = c10::AutogradState::get_tls_state();
  sigjmp_buf here;
  const int signal = sigsetjmp(here, 0);
  if (signal != 0) {
    crashReturn = outer;
    c10::impl::_force_tls_local_dispatch_key_set(keys);
    c10::AutogradState::set_tls_state(modes);
    throw std::runtime_error(std::string(what) + ": libtorch crashed on these arguments (" +
                             (signal == SIGFPE ? "a division by zero" : "an invalid memory access") +
                             "); other tensors are as they were, but save your work and start anew");
  }
  crashReturn = &here;
  struct Restore {
    sigjmp_buf* outer;
    ~Restore() { crashReturn = outer; }
  } restore{outer};
  run();
}

// While it lives, faults go to whoever handled them before the guard: for calls into JavaScript.
class NoCrashReturn {
 public:
  NoCrashReturn() : outer_(crashReturn) { crashReturn = nullptr; }
  ~NoCrashReturn() { crashReturn = outer_; }
  NoCrashReturn(const NoCrashReturn&) = delete;
  NoCrashReturn& operator=(const NoCrashReturn&) = delete;

 private:
  sigjmp_buf* outer_;
};

}  // namespace beit2
