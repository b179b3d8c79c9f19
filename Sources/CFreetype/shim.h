#ifndef DAF_CFREETYPE_H
#define DAF_CFREETYPE_H

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_CID_H

/* Macros made of casts do not reach Swift. */
static inline int daf_ft_has_glyph_names(FT_Face face) { return FT_HAS_GLYPH_NAMES(face) != 0; }
static inline int daf_ft_is_cid_keyed(FT_Face face) { return FT_IS_CID_KEYED(face) != 0; }
static inline FT_Int32 daf_ft_load_unscaled(void) {
  return FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP;
}
static inline FT_Encoding daf_ft_unicode(void) { return FT_ENCODING_UNICODE; }

#endif
