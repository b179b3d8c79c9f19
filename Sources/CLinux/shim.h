#ifndef DAF_CLINUX_H
#define DAF_CLINUX_H

// The C library exports renameat2 (glibc 2.28), but declares it only under _GNU_SOURCE, which
// Swift's import of it does not set.
extern int renameat2(int, const char *, int, const char *, unsigned int);

// <linux/fs.h>: RENAME_NOREPLACE and RENAME_EXCHANGE.
static const unsigned int daf_rename_noreplace = 1u;
static const unsigned int daf_rename_exchange = 2u;

#endif
