/* str: text as pointer and length, and a builder for new text.
 *
 * A `struct str` borrows its bytes: who holds it must not outlive them. It is UTF-8 unless said
 * otherwise and is not closed by a NUL, except where str_z made it so.
 */
#ifndef OGI_BASE_STR_H
#define OGI_BASE_STR_H

#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
  const char *p;
  size_t n;
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
/* For printf: `"%.*s", STR_ARG(s)`. */
#define STR_ARG(s) (int)(s).n, ((s).p != NULL ? (s).p : "")

struct str str_from_z(const char *z); /* NULL gives the empty text */
bool str_eq(struct str a, struct str b);
bool str_same_word(struct str a, struct str b); /* ASCII capitals are as small letters */
int str_cmp(struct str a, struct str b);        /* by bytes, as memcmp; the shorter first */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
bool str_contains(struct str s, struct str part);
size_t str_find(struct str s, struct str part); /* the offset, or s.n when it is not there */
struct str str_sub(struct str s, size_t from, size_t to);
struct str str_trim(struct str s); /* ASCII blanks, U+00A0, U+3000 and U+FEFF at both ends */
uint64_t str_hash(struct str s);   /* FNV-1a */

struct str str_copy(struct arena *arena, struct str s); /* the copy is closed by a NUL */
const char *str_z(struct arena *arena, struct str s);
struct str str_fmt(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct str str_vfmt(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* Text under construction; it lives in its arena. */
struct sbuf {
  struct arena *arena;
  char *at;
  size_t n, cap;
};

void sbuf_add(struct sbuf *b, struct str s);
void sbuf_add_z(struct sbuf *b, const char *z);
void sbuf_add_char(struct sbuf *b, char c);
void sbuf_addf(struct sbuf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct str sbuf_str(const struct sbuf *b); /* valid until the next addition */

#endif
