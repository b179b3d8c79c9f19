#ifndef DAF_CLINUX_H
#define DAF_CLINUX_H

// The C library exports renameat2 (glibc 2.28), but declares it only under _GNU_SOURCE, which
// Swift's import of it does not set.
extern int renameat2(int, const char *, int, const char *, unsigned int);
// The same of syncfs (glibc 2.14).
extern int syncfs(int);

// <linux/fs.h>: RENAME_NOREPLACE and RENAME_EXCHANGE.
static const unsigned int daf_rename_noreplace = 1u;
static const unsigned int daf_rename_exchange = 2u;

#include <sys/prctl.h>
#include <sys/resource.h>

// Sets a limit of this process and of those that it starts; Swift imports the first parameter of
// setrlimit in a form that differs between versions of glibc.
static inline int daf_limit(int resource, unsigned long value) {
  struct rlimit limit = {value, value};
  return setrlimit(resource, &limit);
}

static const int daf_limit_cpu = RLIMIT_CPU;
static const int daf_limit_memory = RLIMIT_AS;
static const int daf_limit_file = RLIMIT_FSIZE;
static const int daf_limit_core = RLIMIT_CORE;

// What this process runs from here on has no more rights than it.
static inline int daf_no_new_rights(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

#endif
