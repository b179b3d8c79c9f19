#ifndef DAF_CFRIBIDI_H
#define DAF_CFRIBIDI_H

#include <fribidi.h>

/* Macros made of casts do not reach Swift. */
static inline FriBidiParType daf_par_rtl(void) { return FRIBIDI_PAR_RTL; }
static inline FriBidiParType daf_par_ltr(void) { return FRIBIDI_PAR_LTR; }

#endif
