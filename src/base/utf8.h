/* utf8: code points, display width, and the folding under which names and printed labels are
 * compared. Widths and normal forms are utf8proc's.
 */
#ifndef OGI_BASE_UTF8_H
#define OGI_BASE_UTF8_H

#include "base/str.h"

/* The code point at `s`, its length in *length (1 to 4). A byte that is not UTF-8 gives U+FFFD
 * and length 1; the end gives 0 and length 0. */
static inline uint32_t utf8_at(struct str s, size_t *length);

/* Is it one of the characters of `set`? */
bool utf8_is_one_of(uint32_t c, const char *set);

/* The offset of the first byte that is not UTF-8 (or a NUL), s.n when all is well. */
size_t utf8_invalid(struct str s);

void utf8_put(struct sbuf *b, uint32_t code_point);

/* Columns on a terminal: a Han character takes 2, a combining mark 0, a control character 1. */
int utf8_width(uint32_t code_point);
size_t utf8_text_width(struct str s);
size_t utf8_length(struct str s); /* characters */

/* The ASCII twin of a full-width or typographic form (，（＝２“ and the like), else `c` itself. */
uint32_t utf8_ascii_twin(uint32_t c);

bool utf8_is_blank(uint32_t c); /* any white space, U+00A0, U+3000, zero-width and BOM included */
bool utf8_is_han(uint32_t c);

/* Text for comparison, in the arena: full-width forms to ASCII, ASCII to lower case, Traditional
 * characters to Simplified. Nothing is left out. */
struct str utf8_fold(struct arena *arena, struct str s);

/* The same for one character, and the other way: those that fold to `c`, itself among them when it
 * does. Fills at most `max`, returns how many there are. */
uint32_t utf8_fold_one(uint32_t c);
size_t utf8_unfold_one(uint32_t c, uint32_t *found, size_t max);

/* As utf8_fold, and of the rest only letters, digits and Han characters: blanks, brackets, quotes,
 * points and dashes go, and so does pinyin put in brackets behind a Han character. This is the form
 * in which printed labels are compared. */
struct str utf8_skeleton(struct arena *arena, struct str s);

/* The length of `(pinyin)` at the start of `s`, as hijacked mirrors insert it behind a Han
 * character; 0 when none stands there. */
size_t utf8_pinyin(struct str s);

/* The skeleton without a leading numeral (一、 （三） 1. 第…). Numerals inside stay. */
struct str utf8_skeleton_unnumbered(struct arena *arena, struct str s);

/* --- What is in line here: nearly all characters of a text are read by it. */

uint32_t utf8_at_any(struct str s, size_t *length); /* as utf8_at, of all characters */

static inline uint32_t utf8_at(struct str s, size_t *length) {
  if (s.n >= 3) {
    const unsigned char *p = (const unsigned char *)s.p;
    if (p[0] < 0x80) {
      *length = 1;
      return p[0];
    }
    /* Three bytes of a lead that has neither overlong forms nor surrogates behind it. */
    bool is_plain = p[0] > 0xE0 && p[0] < 0xEF && p[0] != 0xED;
    bool is_wide = p[0] == 0xEF && p[1] == 0xBC; /* full-width forms */
    if ((is_plain || is_wide) && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
      *length = 3;
      return (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
  }
  return utf8_at_any(s, length);
}

#endif
