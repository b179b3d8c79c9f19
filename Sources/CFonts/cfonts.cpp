// HarfBuzz's subsetter and shaper, and the WOFF2 encoder, behind plain C.

#include "cfonts.h"

#include <hb-subset.h>
#include <hb.h>
#include <woff2/encode.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

struct daf_font {
  hb_face_t *face;
  hb_font_t *font;
};

extern "C" daf_font *daf_font_open(const uint8_t *bytes, size_t length) {
  hb_blob_t *blob = hb_blob_create(
    reinterpret_cast<const char *>(bytes), static_cast<unsigned>(length), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t *face = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  if (hb_face_get_glyph_count(face) == 0) {
    hb_face_destroy(face);
    return nullptr;
  }
  return new (std::nothrow) daf_font{face, hb_font_create(face)};
}

extern "C" void daf_font_close(daf_font *font) {
  hb_font_destroy(font->font);
  hb_face_destroy(font->face);
  delete font;
}

extern "C" int daf_font_has(daf_font *font, uint32_t letter) {
  hb_codepoint_t glyph;
  return hb_font_get_nominal_glyph(font->font, letter, &glyph);
}

extern "C" daf_font_metrics daf_font_measure(daf_font *font, uint32_t letter) {
  double em = hb_face_get_upem(font->face);
  hb_font_extents_t extents;
  hb_font_get_h_extents(font->font, &extents);
  daf_font_metrics metrics = {extents.ascender / em, -extents.descender / em, extents.line_gap / em, 0};
  hb_codepoint_t glyph;
  hb_glyph_extents_t box;
  if (hb_font_get_nominal_glyph(font->font, letter, &glyph) && hb_font_get_glyph_extents(font->font, glyph, &box))
    metrics.letter_height = box.y_bearing / em;
  return metrics;
}

namespace {

// Debian's WOFF2 encoder writes its sizes to standard error, where Daf's own messages stand.
class SilentErrors {
 public:
  SilentErrors() : saved(dup(2)), nowhere(open("/dev/null", O_WRONLY | O_CLOEXEC)) {
    fflush(stderr);
    if (saved >= 0 && nowhere >= 0) dup2(nowhere, 2);
  }
  ~SilentErrors() {
    fflush(stderr);
    if (saved >= 0 && nowhere >= 0) dup2(saved, 2);
    if (saved >= 0) close(saved);
    if (nowhere >= 0) close(nowhere);
  }

 private:
  int saved, nowhere;
};

}  // namespace

extern "C" uint8_t *daf_font_subset(
  daf_font *font, const uint32_t *letters, size_t count, size_t *length) {
  hb_subset_input_t *input = hb_subset_input_create_or_fail();
  if (!input) return nullptr;
  hb_set_t *wanted = hb_subset_input_unicode_set(input);
  for (size_t i = 0; i < count; i++) hb_set_add(wanted, letters[i]);
  hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
  // The style sheets ask for the digits of tables, and for no fractions.
  hb_set_t *features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  for (const char *tag : {"lnum", "tnum"}) hb_set_add(features, hb_tag_from_string(tag, 4));
  for (const char *tag : {"frac", "numr", "dnom"}) hb_set_del(features, hb_tag_from_string(tag, 4));
  hb_face_t *subset = hb_subset_or_fail(font->face, input);
  hb_subset_input_destroy(input);
  if (!subset) return nullptr;
  hb_blob_t *blob = hb_face_reference_blob(subset);
  hb_face_destroy(subset);
  unsigned size = 0;
  const uint8_t *data = reinterpret_cast<const uint8_t *>(hb_blob_get_data(blob, &size));
  size_t room = woff2::MaxWOFF2CompressedSize(data, size);
  uint8_t *result = static_cast<uint8_t *>(malloc(room));
  woff2::WOFF2Params params;
  params.brotli_quality = 11;
  SilentErrors silent;
  if (result && !woff2::ConvertTTFToWOFF2(data, size, result, &room, params)) {
    free(result);
    result = nullptr;
  }
  hb_blob_destroy(blob);
  *length = result ? room : 0;
  return result;
}

namespace {

struct Pen {
  std::string path;
  double x = 0, y = 0, scale = 1;

  void point(char command, std::initializer_list<float> places) {
    path += command;
    bool horizontal = true;
    for (float place : places) {
      char number[32];
      snprintf(number, sizeof number, "%.1f ", horizontal ? x + place * scale : y - place * scale);
      path += number;
      horizontal = !horizontal;
    }
  }
};

void move_to(hb_draw_funcs_t *, void *pen, hb_draw_state_t *, float x, float y, void *) {
  static_cast<Pen *>(pen)->point('M', {x, y});
}
void line_to(hb_draw_funcs_t *, void *pen, hb_draw_state_t *, float x, float y, void *) {
  static_cast<Pen *>(pen)->point('L', {x, y});
}
void quadratic_to(hb_draw_funcs_t *, void *pen, hb_draw_state_t *, float a, float b, float x, float y, void *) {
  static_cast<Pen *>(pen)->point('Q', {a, b, x, y});
}
void cubic_to(
  hb_draw_funcs_t *, void *pen, hb_draw_state_t *, float a, float b, float c, float d, float x, float y, void *) {
  static_cast<Pen *>(pen)->point('C', {a, b, c, d, x, y});
}
void close_path(hb_draw_funcs_t *, void *pen, hb_draw_state_t *, void *) {
  static_cast<Pen *>(pen)->path += 'Z';
}

}  // namespace

extern "C" char *daf_font_outline(
  daf_font *font, const char *text, size_t length, int right_to_left, double size, double *width) {
  hb_buffer_t *buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, text, static_cast<int>(length), 0, static_cast<int>(length));
  hb_buffer_guess_segment_properties(buffer);
  hb_buffer_set_direction(buffer, right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_shape(font->font, buffer, nullptr, 0);
  unsigned count = 0;
  hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &count);
  hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);

  hb_draw_funcs_t *funcs = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(funcs, move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(funcs, line_to, nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(funcs, quadratic_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(funcs, close_path, nullptr, nullptr);
  Pen pen;
  pen.scale = size / hb_face_get_upem(font->face);
  double x = 0;
  for (unsigned i = 0; i < count; i++) {
    pen.x = x + places[i].x_offset * pen.scale;
    pen.y = -places[i].y_offset * pen.scale;
    hb_font_get_glyph_shape(font->font, glyphs[i].codepoint, funcs, &pen);
    x += places[i].x_advance * pen.scale;
  }
  hb_draw_funcs_destroy(funcs);
  hb_buffer_destroy(buffer);
  *width = x;
  return strdup(pen.path.c_str());
}
