#ifndef DAF_CFONTS_H
#define DAF_CFONTS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A font that was read from a file's bytes, which must outlive it.
typedef struct daf_font daf_font;

/// What a line of text needs of a font, in parts of its em.
typedef struct {
  double ascent, descent, line_gap;
  /// The height of a given letter above the base line; 0 where the font does not have the letter.
  double letter_height;
} daf_font_metrics;

/// Opens a font; NULL where the bytes are none.
daf_font *daf_font_open(const uint8_t *bytes, size_t length);
void daf_font_close(daf_font *font);

daf_font_metrics daf_font_measure(daf_font *font, uint32_t letter);
int daf_font_has(daf_font *font, uint32_t letter);

/// The font with no other letters than those given, as WOFF2. The result is freed with free();
/// NULL where it could not be made. Standard error is closed to other threads meanwhile.
uint8_t *daf_font_subset(daf_font *font, const uint32_t *letters, size_t count, size_t *length);

/// The outline of a text as an SVG path whose em is `size` high, from (0, 0) at the base line's left
/// end; `width` is how far the text goes. The result is freed with free(); NULL where there is no
/// memory.
char *daf_font_outline(
  daf_font *font, const char *text, size_t length, int right_to_left, double size, double *width);

#ifdef __cplusplus
}
#endif
#endif
