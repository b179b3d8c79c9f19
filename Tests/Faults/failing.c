// Lets the nth operation on the files of one folder fail: a library that is loaded before the C
// library (LD_PRELOAD), as SQLite's tests let its own file layer fail.
//
//   FAIL_UNDER   the folder; only what lies in it counts, and what is started or synchronised
//   FAIL_AT      which operation fails, counted from 1; 0 for none
//   FAIL_ERRNO   how (28, no space left)
//   FAIL_FOR_EVER  if set, every later operation that writes fails too, as on a full disk
//   FAIL_MEMORY  which allocation of more than a page fails, counted from 1
//   FAIL_LOG     a file to which each operation is written, a line each
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char under[PATH_MAX];
static long fail_at, fail_memory;
static int fail_errno = ENOSPC, for_ever, log_file = -1;
static atomic_long count, allocations;
static char followed[4096];  // which descriptors are of files in the folder

__attribute__((constructor)) static void begin(void) {
  const char *text = getenv("FAIL_UNDER");
  if (text != NULL) strncpy(under, text, sizeof under - 1);
  if ((text = getenv("FAIL_AT")) != NULL) fail_at = atol(text);
  if ((text = getenv("FAIL_ERRNO")) != NULL) fail_errno = atoi(text);
  for_ever = getenv("FAIL_FOR_EVER") != NULL;
  if ((text = getenv("FAIL_LOG")) != NULL)
    log_file = (int)syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if ((text = getenv("FAIL_MEMORY")) != NULL) fail_memory = atol(text);
  // What is started from here is not counted.
  unsetenv("LD_PRELOAD");
}

static int is_under(const char *path) {
  if (under[0] == 0 || path == NULL) return 0;
  if (path[0] != '/') {
    char folder[PATH_MAX];
    return syscall(SYS_getcwd, folder, sizeof folder) > 0 && strncmp(folder, under, strlen(under)) == 0;
  }
  return strncmp(path, under, strlen(under)) == 0;
}

// Whether an operation is to fail.
static int fails(const char *name, const char *path, int writes) {
  long number = atomic_fetch_add(&count, 1) + 1;
  int is_failing = fail_at > 0 && (number == fail_at || (for_ever && writes && number > fail_at));
  if (log_file >= 0) {
    char line[PATH_MAX + 64];
    int length = snprintf(line, sizeof line, "%ld %s %s%s\n", number, name, path ? path : "", is_failing ? " FAILS" : "");
    syscall(SYS_write, log_file, line, (size_t)length);
  }
  if (is_failing) errno = fail_errno;
  return is_failing;
}

#define REAL(name) static __typeof__(name) *real; if (real == NULL) real = dlsym(RTLD_NEXT, #name)

static int opened(int descriptor) {
  if (descriptor >= 0 && descriptor < (int)sizeof followed) followed[descriptor] = 1;
  return descriptor;
}

#define OPEN(name)                                                        \
  int name(const char *path, int flags, ...) {                            \
    REAL(name);                                                           \
    va_list rest;                                                         \
    va_start(rest, flags);                                                \
    mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;           \
    va_end(rest);                                                         \
    if (!is_under(path)) return real(path, flags, mode);                  \
    if (fails(flags & O_CREAT ? "create" : "open", path, (flags & O_CREAT) != 0)) return -1; \
    return opened(real(path, flags, mode));                               \
  }
OPEN(open)
OPEN(open64)

int close(int descriptor) {
  REAL(close);
  if (descriptor >= 0 && descriptor < (int)sizeof followed) followed[descriptor] = 0;
  return real(descriptor);
}

static int is_followed(int descriptor) {
  return descriptor >= 0 && descriptor < (int)sizeof followed && followed[descriptor];
}

ssize_t read(int descriptor, void *buffer, size_t size) {
  REAL(read);
  if (is_followed(descriptor) && fails("read", NULL, 0)) return -1;
  return real(descriptor, buffer, size);
}

ssize_t write(int descriptor, const void *buffer, size_t size) {
  REAL(write);
  if (is_followed(descriptor) && fails("write", NULL, 1)) {
    // A full disk takes a part.
    if (size > 1) real(descriptor, buffer, size / 2), errno = fail_errno;
    return -1;
  }
  return real(descriptor, buffer, size);
}

DIR *opendir(const char *path) {
  REAL(opendir);
  return is_under(path) && fails("opendir", path, 0) ? NULL : real(path);
}

#define ONE(name, writes, parameters, path, ...)                                  \
  int name parameters {                                                           \
    REAL(name);                                                                   \
    return is_under(path) && fails(#name, path, writes) ? -1 : real(__VA_ARGS__); \
  }
ONE(mkdir, 1, (const char *path, mode_t mode), path, path, mode)
ONE(rmdir, 0, (const char *path), path, path)
ONE(unlink, 0, (const char *path), path, path)
ONE(link, 1, (const char *old, const char *new), new, old, new)
ONE(rename, 1, (const char *old, const char *new), new, old, new)
ONE(renameat2, 1, (int a, const char *old, int b, const char *new, unsigned int flags), new, a, old, b, new, flags)

int syncfs(int descriptor) {
  REAL(syncfs);
  return fails("syncfs", NULL, 1) ? -1 : real(descriptor);
}

#define SPAWN(name)                                                                            \
  int name(pid_t *process, const char *path, const posix_spawn_file_actions_t *actions,        \
           const posix_spawnattr_t *attributes, char *const arguments[], char *const environment[]) { \
    REAL(name);                                                                                \
    if (fails("fork", path, 0)) return fail_errno;                                             \
    return real(process, path, actions, attributes, arguments, environment);                   \
  }
SPAWN(posix_spawn)
SPAWN(posix_spawnp)

pid_t fork(void) {
  REAL(fork);
  return fails("fork", NULL, 0) ? -1 : real();
}

extern void *__libc_malloc(size_t);

void *malloc(size_t size) {
  if (fail_memory > 0 && size > 4096 && atomic_fetch_add(&allocations, 1) + 1 == fail_memory) {
    errno = ENOMEM;
    return NULL;
  }
  return __libc_malloc(size);
}
