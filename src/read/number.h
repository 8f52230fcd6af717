/* number: what a printed figure says. Exact, never repaired: what is not surely a number is none.
 */
#ifndef OGI_READ_NUMBER_H
#define OGI_READ_NUMBER_H

#include "base/str.h"

/* digits × 10^-decimals */
struct number {
  int64_t digits;
  int decimals;
};

/* Reads the number at the start of `text`: a sign (+ - −), digits of any width, thousands
 * separators in right groups, a point and decimals. Returns how many bytes it takes, 0 when `text`
 * does not start with a number or the number does not fit. `007` is no number: such digits are
 * those of several cells run together. */
size_t number_parse(struct str text, struct number *number);

/* Is the trimmed `text` a printed way of leaving a cell empty: nothing, strokes or dashes, 无,
 * 不适用?
 */
bool number_is_blank(struct str text);

/* The number × factor / divisor as a multiple of 10^-decimals in *value. False when that is not
 * exact or does not fit. */
bool number_scale(struct number number, int64_t factor, int64_t divisor, int decimals,
                  int64_t *value);

#endif
