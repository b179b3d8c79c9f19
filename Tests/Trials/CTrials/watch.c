#include "trials.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static char file[4096];
static int limit;
static unsigned char input[1 << 22];
static long length;

static void died(int number) {
  int descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (descriptor >= 0 && write(descriptor, input, (size_t)length) >= 0) close(descriptor);
  const char *why = number == SIGVTALRM ? "It hangs; the input is in " : "It died; the input is in ";
  if (write(2, why, strlen(why)) < 0 || write(2, file, strlen(file)) < 0 || write(2, "\n", 1) < 0) _exit(78);
  _exit(77);
}

static void wind(void) {
  struct itimerval time = {{0, 0}, {limit, 0}};
  setitimer(ITIMER_VIRTUAL, &time, NULL);
}

void daf_watch(const char *name, int seconds) {
  strncpy(file, name, sizeof file - 1);
  limit = seconds;
  int signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGVTALRM};
  for (unsigned i = 0; i < sizeof signals / sizeof *signals; i++) signal(signals[i], died);
}

void daf_input(const unsigned char *bytes, long count) {
  length = count < (long)sizeof input ? count : (long)sizeof input;
  memcpy(input, bytes, (size_t)length);
  wind();
}
