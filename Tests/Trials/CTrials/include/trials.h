#ifndef DAF_TRIALS_H
#define DAF_TRIALS_H

// Counting instructions, where a trial runs under valgrind's tool callgrind and its headers are
// installed; else nothing.
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
static inline void daf_count_from_here(void) { CALLGRIND_ZERO_STATS; }
static inline void daf_count_to_here(const char *name) { CALLGRIND_DUMP_STATS_AT(name); }
#else
static inline void daf_count_from_here(void) {}
static inline void daf_count_to_here(const char *name) { (void)name; }
#endif

// Watches over an input: where the process dies of it, or takes more than some seconds of processor
// time, it is written to a file first.
void daf_watch(const char *file, int seconds);
void daf_input(const unsigned char *bytes, long count);

#endif
