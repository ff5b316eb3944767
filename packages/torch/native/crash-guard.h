// The last net under a call into libtorch. Some of its internal operators trust their arguments and read through a null
// pointer or divide by zero when those make no sense; this turns such a signal on the calling thread into an exception.
#pragma once

#include <csetjmp>
#include <csignal>
#include <stdexcept>
#include <string>

namespace beit2 {

// Installs the handlers, once a process; signals outside a guarded call go on to whoever handled them before.
void installCrashGuard();

extern thread_local sigjmp_buf* crashReturn;

// Runs `call`; throws when it raises SIGSEGV, SIGBUS or SIGFPE. What the call had locked or half changed stays so.
template <typename Run>
void guardCrash(const char* what, Run run) {
  sigjmp_buf* const outer = crashReturn;
  sigjmp_buf here;
  const int signal = sigsetjmp(here, 0);
  if (signal != 0) {
    crashReturn = outer;
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

}  // namespace beit2
