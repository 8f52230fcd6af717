/* number: what a printed figure says (see number.h). */
#include "read/number.h"

#include "base/utf8.h"

/* 18 digits always fit int64_t. */
#define MAX_DIGITS 18

/* The character at `i` as ASCII: full-width forms and the minus sign become their twins. */
static uint32_t twin_at(struct str text, size_t i, size_t *length) {
  if (i < text.n && (unsigned char)text.p[i] < 0x80) {
    *length = 1;
    return (unsigned char)text.p[i];
  }
  uint32_t c = utf8_at(str_sub(text, i, text.n), length);
  return c == 0x3001 ? c : utf8_ascii_twin(c); /* 、 parts figures, it groups no thousands */
}

static bool is_digit(uint32_t c) {
  return c >= '0' && c <= '9';
}

struct digits {
  size_t end;  /* behind the last one */
  int count;   /* of digits */
  bool zero;   /* the first is 0 */
  int64_t sum; /* their value */
};

/* Adds the digits from `i` on to `d`. False when they are too many. */
static bool take_digits(struct str text, size_t i, struct digits *d) {
  for (size_t length;; i += length) {
    uint32_t c = twin_at(text, i, &length);
    if (!is_digit(c)) {
      d->end = i;
      return true;
    }
    if (d->count == 0)
      d->zero = c == '0';
    if (++d->count > MAX_DIGITS)
      return false;
    d->sum = d->sum * 10 + (c - '0');
  }
}

/* Takes `,123` groups. False when a comma is not followed by three digits. */
static bool take_groups(struct str text, struct digits *d) {
  size_t length;
  while (twin_at(text, d->end, &length) == ',') {
    int before = d->count;
    if (!take_digits(text, d->end + length, d) || d->count - before != 3)
      return false;
  }
  return true;
}

size_t number_parse(struct str text, struct number *number) {
  size_t i = 0, length;
  uint32_t c = twin_at(text, 0, &length);
  bool negative = c == '-';
  if (c == '-' || c == '+')
    i = length;
  struct digits whole = {0};
  if (!take_digits(text, i, &whole) || whole.count == 0)
    return 0;
  if (whole.zero && whole.count > 1)
    return 0;
  if (twin_at(text, whole.end, &length) == ',') {
    if (whole.count > 3 || whole.zero || !take_groups(text, &whole))
      return 0;
  }
  struct digits all = whole;
  if (twin_at(text, whole.end, &length) == '.') {
    if (!take_digits(text, whole.end + length, &all) || all.count == whole.count)
      return 0;
  }
  number->digits = negative ? -all.sum : all.sum;
  number->decimals = all.count - whole.count;
  return all.end;
}

bool number_is_blank(struct str text) {
  static const struct str words[] = {{"无", 3}, {"無", 3}, {"不适用", 9}, {"不適用", 9}};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (str_eq(text, words[i]))
      return true;
  for (size_t i = 0, length; i < text.n; i += length) {
    uint32_t c = twin_at(text, i, &length);
    bool stroke = c == '/' || c == '\\' || c == '-' || (c >= 0x2010 && c <= 0x2015) ||
                  c == 0x2500 || c == 0x30FC;
    if (!stroke && !utf8_is_blank(c))
      return false;
  }
  return true;
}

__extension__ typedef __int128 wide; /* holds the product of two int64_t */

bool number_scale(struct number number, int64_t factor, int64_t divisor, int decimals,
                  int64_t *value) {
  wide scaled = (wide)number.digits * factor;
  wide by = divisor;
  const wide limit = (wide)1 << 120; /* ten times that still fits */
  for (int i = number.decimals; i < decimals; i++) {
    if (scaled > limit || scaled < -limit)
      return false;
    scaled *= 10;
  }
  for (int i = decimals; i < number.decimals; i++)
    by *= 10; /* at most 10^18 × a unit's factor */
  if (by == 0 || scaled % by != 0)
    return false;
  scaled /= by;
  if (scaled > INT64_MAX || scaled < -(wide)INT64_MAX)
    return false;
  *value = (int64_t)scaled;
  return true;
}
