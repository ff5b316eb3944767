#include "crash-guard.h"

#include <mutex>

namespace beit2 {

thread_local sigjmp_buf* crashReturn = nullptr;

namespace {

struct sigaction previous[NSIG];

void onCrash(int signal, siginfo_t* info, void* context) {
  if (crashReturn != nullptr) {
    sigset_t unblocked;
    sigemptyset(&unblocked);
    sigaddset(&unblocked, signal);
    pthread_sigmask(SIG_UNBLOCK, &unblocked, nullptr);
    siglongjmp(*crashReturn, signal);
  }
  const struct sigaction& before = previous[signal];
  if ((before.sa_flags & SA_SIGINFO) != 0 && before.sa_sigaction != nullptr) {
    before.sa_sigaction(signal, info, context);
  } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
    before.sa_handler(signal);
  } else {
    sigaction(signal, &before, nullptr);  // returning repeats the instruction, which then ends the process
  }
}

}  // namespace

void installCrashGuard() {
  static std::once_flag once;
  std::call_once(once, [] {
    struct sigaction action = {};
    action.sa_sigaction = onCrash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    for (int signal : {SIGSEGV, SIGBUS, SIGFPE}) sigaction(signal, &action, &previous[signal]);
  });
}

}  // namespace beit2
