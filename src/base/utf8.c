/* utf8: code points, widths, folding (see utf8.h). */
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

/* Traditional → Simplified, sorted by the first; facts of the script, no words of any form. */
static const struct {
  uint16_t traditional, simplified;
} hant[] = {
#include "base/hant.def"
};

uint32_t utf8_at_any(struct str s, size_t *length) {
  if (s.n == 0) {
    *length = 0;
    return 0;
  }
  unsigned char first = (unsigned char)s.p[0];
  if (first < 0x80) {
    *length = 1;
    return first;
  }
  utf8proc_int32_t code_point;
  utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.p,
                                        (utf8proc_ssize_t)(s.n < 4 ? s.n : 4), &code_point);
  *length = n > 0 ? (size_t)n : 1;
  return n > 0 ? (uint32_t)code_point : 0xFFFD;
}

bool utf8_is_one_of(uint32_t c, const char *set) {
  struct str s = str_from_z(set);
  for (size_t i = 0, length; i < s.n; i += length)
    if (utf8_at(str_sub(s, i, s.n), &length) == c)
      return true;
  return false;
}

size_t utf8_invalid(struct str s) {
  size_t i = 0;
  while (i < s.n) {
    unsigned char c = (unsigned char)s.p[i];
    if (c != 0 && c < 0x80) {
      i++;
      continue;
    }
    size_t length;
    if (c == 0 || (utf8_at(str_sub(s, i, s.n), &length) == 0xFFFD && length == 1))
      return i;
    i += length;
  }
  return s.n;
}

void utf8_put(struct sbuf *b, uint32_t code_point) {
  utf8proc_uint8_t bytes[4];
  utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)code_point, bytes);
  sbuf_add(b, (struct str){(const char *)bytes, n > 0 ? (size_t)n : 0});
}

int utf8_width(uint32_t c) {
  if (c < 0x20 || c == 0x7F)
    return 1;
  return utf8proc_charwidth((utf8proc_int32_t)c);
}

size_t utf8_text_width(struct str s) {
  size_t width = 0;
  for (size_t i = 0, length; i < s.n; i += length)
    width += (size_t)utf8_width(utf8_at(str_sub(s, i, s.n), &length));
  return width;
}

size_t utf8_length(struct str s) {
  size_t count = 0;
  for (size_t i = 0; i < s.n; i++)
    count += ((unsigned char)s.p[i] & 0xC0) != 0x80;
  return count;
}

uint32_t utf8_ascii_twin(uint32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) /* the full-width block mirrors ASCII */
    return c - 0xFEE0;
  switch (c) {
  case 0x3000:
  case 0x00A0:
    return ' ';
  case 0x201C:
  case 0x201D:
    return '"';
  case 0x2018:
  case 0x2019:
    return '\'';
  case 0x3001:
    return ',';
  case 0x2212: /* minus sign */
    return '-';
  default:
    return c;
  }
}

bool utf8_is_blank(uint32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 || c == 0xFEFF ||
         (c >= 0x2000 && c <= 0x200D) || c == 0x2028 || c == 0x2029 || c == 0x202F;
}

bool utf8_is_han(uint32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3134F) || c == 0x3007;
}

static uint32_t simplified(uint32_t c) {
  if (!utf8_is_han(c))
    return c;
  size_t low = 0, high = sizeof hant / sizeof hant[0];
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (hant[middle].traditional < c)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < sizeof hant / sizeof hant[0] && hant[low].traditional == c)
    return hant[low].simplified;
  return c;
}

uint32_t utf8_fold_one(uint32_t c) {
  c = utf8_ascii_twin(c);
  return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : simplified(c);
}

size_t utf8_unfold_one(uint32_t c, uint32_t *found, size_t max) {
  /* Where characters are that fold to others, besides the Traditional ones. */
  static const uint32_t ranges[][2] = {{'A', 'Z'},       {0xA0, 0xA0},     {0x2018, 0x201D},
                                       {0x2212, 0x2212}, {0x3000, 0x3001}, {0xFF01, 0xFF5E}};
  size_t n = 0;
  if (utf8_fold_one(c) == c && n++ < max)
    found[0] = c;
  for (size_t r = 0; r < sizeof ranges / sizeof ranges[0]; r++)
    for (uint32_t x = ranges[r][0]; x <= ranges[r][1]; x++)
      if (x != c && utf8_fold_one(x) == c && n++ < max)
        found[n - 1] = x;
  for (size_t i = 0; i < sizeof hant / sizeof hant[0]; i++)
    if (hant[i].simplified == c && hant[i].traditional != c && n++ < max)
      found[n - 1] = hant[i].traditional;
  return n;
}

struct str utf8_fold(struct arena *arena, struct str s) {
  struct sbuf b = {.arena = arena};
  for (size_t i = 0, length; i < s.n; i += length)
    utf8_put(&b, utf8_fold_one(utf8_at(str_sub(s, i, s.n), &length)));
  return sbuf_str(&b);
}

static bool is_pinyin(uint32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0x1DC);
}

size_t utf8_pinyin(struct str s) {
  size_t length;
  if (utf8_ascii_twin(utf8_at(s, &length)) != '(')
    return 0;
  size_t i = length, letters = 0;
  for (;; letters++) {
    uint32_t c = utf8_at(str_sub(s, i, s.n), &length);
    i += length;
    if (utf8_ascii_twin(c) == ')')
      return letters > 0 ? i : 0;
    if (!is_pinyin(c) || letters > 6)
      return 0;
  }
}

static bool is_kept(uint32_t c) {
  if (c < 0x80)
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  if (utf8_is_han(c))
    return true;
  utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

struct str utf8_skeleton(struct arena *arena, struct str s) {
  struct sbuf b = {.arena = arena};
  bool after_han = false;
  for (size_t i = 0, length; i < s.n; i += length) {
    struct str rest = str_sub(s, i, s.n);
    uint32_t c = utf8_at(rest, &length);
    size_t pinyin = after_han ? utf8_pinyin(rest) : 0;
    if (pinyin > 0) {
      length = pinyin;
      continue;
    }
    c = utf8_fold_one(c);
    after_han = utf8_is_han(c);
    if (is_kept(c))
      utf8_put(&b, c);
  }
  return sbuf_str(&b);
}

/* A Chinese or Arabic numeral character. */
static bool is_numeral(uint32_t c) {
  static const uint32_t han[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341};
  if (c >= '0' && c <= '9')
    return true;
  for (size_t i = 0; i < sizeof han / sizeof han[0]; i++)
    if (c == han[i])
      return true;
  return false;
}

struct str utf8_skeleton_unnumbered(struct arena *arena, struct str s) {
  /* A numeral counts only when a point, a bracket or a 、 sets it off: 一、 （三） 1. */
  size_t i = 0, length, numerals = 0;
  s = str_trim(s);
  uint32_t c = utf8_ascii_twin(utf8_at(s, &length));
  bool bracket = c == '(';
  if (bracket)
    i += length;
  for (;;) {
    c = utf8_ascii_twin(utf8_at(str_sub(s, i, s.n), &length));
    if (!is_numeral(c))
      break;
    numerals++;
    i += length;
  }
  bool set_off = numerals > 0 && (bracket ? c == ')' : c == ',' || c == '.' || c == 0x3002);
  return utf8_skeleton(arena, set_off ? str_sub(s, i + length, s.n) : s);
}
