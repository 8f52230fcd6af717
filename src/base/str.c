/* str: text as pointer and length, and a builder for new text (see str.h). */
#include "base/str.h"

#include <stdio.h>
#include <string.h>

struct str str_from_z(const char *z) {
  struct str s = {z, z != NULL ? strlen(z) : 0};
  return s;
}

bool str_eq(struct str a, struct str b) {
  return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static char small(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
}

bool str_same_word(struct str a, struct str b) {
  bool same = a.n == b.n;
  for (size_t i = 0; same && i < a.n; i++)
    same = small(a.p[i]) == small(b.p[i]);
  return same;
}

int str_cmp(struct str a, struct str b) {
  size_t n = a.n < b.n ? a.n : b.n;
  int order = n > 0 ? memcmp(a.p, b.p, n) : 0;
  if (order != 0)
    return order;
  return a.n < b.n ? -1 : a.n > b.n;
}

bool str_starts(struct str s, struct str prefix) {
  return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

bool str_ends(struct str s, struct str suffix) {
  return s.n >= suffix.n &&
         (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

size_t str_find(struct str s, struct str part) {
  if (part.n == 0)
    return 0;
  const char *hit = s.n >= part.n ? memmem(s.p, s.n, part.p, part.n) : NULL;
  return hit != NULL ? (size_t)(hit - s.p) : s.n;
}

bool str_contains(struct str s, struct str part) {
  return part.n == 0 || str_find(s, part) < s.n;
}

struct str str_sub(struct str s, size_t from, size_t to) {
  if (to > s.n)
    to = s.n;
  if (from > to)
    from = to;
  return (struct str){s.p + from, to - from};
}

/* The length of a blank at the start of `s`, 0 when there is none. */
static size_t blank_at(const char *p, size_t n) {
  if (n >= 1 && (*p == ' ' || (*p >= '\t' && *p <= '\r')))
    return 1;
  if (n >= 2 && memcmp(p, "\xC2\xA0", 2) == 0)
    return 2;
  if (n >= 3 && (memcmp(p, "\xE3\x80\x80", 3) == 0 || memcmp(p, "\xEF\xBB\xBF", 3) == 0))
    return 3;
  return 0;
}

struct str str_trim(struct str s) {
  size_t step;
  while ((step = blank_at(s.p, s.n)) > 0) {
    s.p += step;
    s.n -= step;
  }
  for (;;) {
    size_t cut = 0;
    for (size_t back = 1; back <= 3 && back <= s.n && cut == 0; back++)
      if (blank_at(s.p + s.n - back, back) == back)
        cut = back;
    if (cut == 0)
      return s;
    s.n -= cut;
  }
}

uint64_t str_hash(struct str s) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (size_t i = 0; i < s.n; i++) {
    hash ^= (unsigned char)s.p[i];
    hash *= 0x100000001b3u;
  }
  return hash;
}

struct str str_copy(struct arena *arena, struct str s) {
  char *copy = arena_alloc(arena, s.n + 1);
  if (s.n > 0)
    memcpy(copy, s.p, s.n);
  return (struct str){copy, s.n};
}

const char *str_z(struct arena *arena, struct str s) {
  return str_copy(arena, s).p;
}

struct str str_vfmt(struct arena *arena, const char *format, va_list args) {
  va_list again;
  va_copy(again, args);
  int n = vsnprintf(NULL, 0, format, again);
  va_end(again);
  if (n < 0)
    return STR("");
  char *text = arena_alloc(arena, (size_t)n + 1);
  vsnprintf(text, (size_t)n + 1, format, args);
  return (struct str){text, (size_t)n};
}

struct str str_fmt(struct arena *arena, const char *format, ...) {
  va_list args;
  va_start(args, format);
  struct str text = str_vfmt(arena, format, args);
  va_end(args);
  return text;
}

void sbuf_add(struct sbuf *b, struct str s) {
  b->at = arena_grow(b->arena, b->at, b->n, &b->cap, b->n + s.n + 1, 1);
  if (s.n > 0)
    memcpy(b->at + b->n, s.p, s.n);
  b->n += s.n;
  b->at[b->n] = '\0';
}

void sbuf_add_z(struct sbuf *b, const char *z) {
  sbuf_add(b, str_from_z(z));
}

void sbuf_add_char(struct sbuf *b, char c) {
  sbuf_add(b, (struct str){&c, 1});
}

void sbuf_addf(struct sbuf *b, const char *format, ...) {
  char small[256];
  va_list args, again;
  va_start(args, format);
  va_copy(again, args);
  int n = vsnprintf(small, sizeof small, format, args);
  va_end(args);
  if (n > 0 && (size_t)n < sizeof small)
    sbuf_add(b, (struct str){small, (size_t)n});
  else if (n > 0)
    sbuf_add(b, str_vfmt(b->arena, format, again));
  va_end(again);
}

struct str sbuf_str(const struct sbuf *b) {
  return (struct str){b->at != NULL ? b->at : "", b->n};
}
