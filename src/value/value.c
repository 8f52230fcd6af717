/* value: numbers, their exact comparison and their plain text (see value.h). */
#include "value/value.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Wide enough for any 64-bit integer times 10^18. */
__extension__ typedef __int128 int128;

#define SCALE_MAX 18 /* 10^18 is the last power of ten in 64 bits */

struct value value_missing(void) {
  return (struct value){.kind = VALUE_MISSING};
}

struct value value_integer(int64_t integer) {
  return (struct value){.kind = VALUE_INTEGER, .integer = integer};
}

struct value value_decimal(int64_t scaled, unsigned scale) {
  return (struct value){.kind = VALUE_DECIMAL,
                        .scale = (uint8_t)(scale < SCALE_MAX ? scale : SCALE_MAX),
                        .integer = scaled};
}

struct value value_real(double real) {
  return (struct value){.kind = VALUE_REAL, .real = real};
}

struct value value_text(struct str text) {
  return (struct value){.kind = VALUE_TEXT, .text = text};
}

struct value value_text_if(struct str text) {
  return text.n > 0 ? value_text(text) : value_missing();
}

struct value value_kept(struct arena *arena, struct value v) {
  if (v.kind == VALUE_TEXT)
    v.text = str_copy(arena, v.text);
  return v;
}

static uint64_t power_of_ten(unsigned exponent) {
  uint64_t power = 1;
  for (unsigned i = 0; i < exponent && i < SCALE_MAX; i++)
    power *= 10;
  return power;
}

double value_as_real(struct value v) {
  switch (v.kind) {
  case VALUE_INTEGER:
    return (double)v.integer;
  case VALUE_DECIMAL:
    return (double)v.integer / (double)power_of_ten(v.scale);
  case VALUE_REAL:
    return v.real;
  case VALUE_MISSING:
  case VALUE_TEXT:
  case VALUE_BOOLEAN:
    break;
  }
  return 0;
}

struct value value_boolean(bool is_so) {
  return (struct value){.kind = VALUE_BOOLEAN, .integer = is_so};
}

bool value_is_number(struct value v) {
  return v.kind == VALUE_INTEGER || v.kind == VALUE_DECIMAL || v.kind == VALUE_REAL;
}

/* The number times 10^18, so that integers and decimals of any scale compare exactly. */
static int128 at_full_scale(struct value v) {
  unsigned scale = v.kind == VALUE_DECIMAL ? v.scale : 0;
  return (int128)v.integer * (int128)power_of_ten(SCALE_MAX - scale);
}

static int compare_numbers(struct value a, struct value b) {
  if (a.kind != VALUE_REAL && b.kind != VALUE_REAL) {
    int128 x = at_full_scale(a), y = at_full_scale(b);
    return (x > y) - (x < y);
  }
  double x = value_as_real(a), y = value_as_real(b);
  return (x > y) - (x < y);
}

/* Numbers, then texts, then what is no value: missing, and a quotient that came out as none. */
static int sort_class(struct value v) {
  if (v.kind == VALUE_MISSING || (v.kind == VALUE_REAL && isnan(v.real)))
    return 2;
  return v.kind == VALUE_TEXT ? 1 : 0;
}

int value_compare(struct value a, struct value b) {
  int class_a = sort_class(a), class_b = sort_class(b);
  if (class_a != class_b)
    return class_a < class_b ? -1 : 1;
  if (class_a == 0)
    return compare_numbers(a, b);
  return class_a == 1 ? str_cmp(a.text, b.text) : 0;
}

static struct str decimal_plain(struct arena *arena, struct value v) {
  /* The magnitude as unsigned: -2^63 has no positive twin. */
  uint64_t size = v.integer < 0 ? 0 - (uint64_t)v.integer : (uint64_t)v.integer;
  const char *sign = v.integer < 0 ? "-" : "";
  unsigned scale = v.scale;
  while (scale > 0 && size % 10 == 0) {
    size /= 10;
    scale--;
  }
  if (scale == 0)
    return str_fmt(arena, "%s%" PRIu64, sign, size);
  uint64_t power = power_of_ten(scale);
  return str_fmt(arena, "%s%" PRIu64 ".%0*" PRIu64, sign, size / power, (int)scale, size % power);
}

static struct str real_plain(struct arena *arena, double real) {
  if (!isfinite(real))
    return STR("");
  if (real == 0)
    real = 0; /* no sign on a zero */
  char text[40];
  for (int digits = 15; digits <= 17; digits++) {
    snprintf(text, sizeof text, "%.*g", digits, real);
    if (strtod(text, NULL) == real)
      break;
  }
  return str_copy(arena, str_from_z(text));
}

/* As %d would, of which a listing of findings writes millions. */
static struct str integer_plain(struct arena *arena, int64_t integer) {
  char digits[24];
  size_t at = sizeof digits;
  uint64_t left = integer < 0 ? -(uint64_t)integer : (uint64_t)integer;
  do
    digits[--at] = (char)('0' + left % 10);
  while ((left /= 10) > 0);
  if (integer < 0)
    digits[--at] = '-';
  return str_copy(arena, (struct str){digits + at, sizeof digits - at});
}

struct str value_plain(struct arena *arena, struct value v) {
  switch (v.kind) {
  case VALUE_MISSING:
    break;
  case VALUE_INTEGER:
    return integer_plain(arena, v.integer);
  case VALUE_DECIMAL:
    return decimal_plain(arena, v);
  case VALUE_REAL:
    return real_plain(arena, v.real);
  case VALUE_TEXT:
    return v.text;
  case VALUE_BOOLEAN:
    return v.integer != 0 ? STR("true") : STR("false");
  }
  return STR("");
}

struct row *row_new(struct arena *arena, const struct table *table) {
  struct row *row = ARENA_NEW(arena, struct row);
  row->cells = ARENA_ARRAY(arena, struct value, table->ncolumns);
  for (size_t i = 0; i < table->ncolumns; i++)
    row->cells[i] = value_missing();
  return row;
}

struct row *table_row(struct arena *arena, struct table *table) {
  ARENA_PUSH(arena, &table->rows, *row_new(arena, table));
  return &table->rows.at[table->rows.n - 1];
}

struct table *table_new(struct arena *arena, size_t ncolumns, const char *const names[]) {
  struct table *table = ARENA_NEW(arena, struct table);
  table->columns = ARENA_ARRAY(arena, struct column, ncolumns);
  table->ncolumns = ncolumns;
  for (size_t i = 0; i < ncolumns; i++) {
    table->columns[i].name = str_from_z(names[i]);
    table->columns[i].role = COLUMN_TEXT;
    table->columns[i].type = VALUE_TEXT;
  }
  return table;
}

static bool is_exact(struct value v) {
  return v.kind == VALUE_INTEGER || v.kind == VALUE_DECIMAL;
}

static unsigned scale_of(struct value v) {
  return v.kind == VALUE_DECIMAL ? v.scale : 0;
}

/* An exact result of `scale` decimals; missing where 64 bits do not hold it. */
static struct value exact(int128 scaled, unsigned scale) {
  if (scaled > INT64_MAX || scaled < INT64_MIN)
    return value_missing();
  return scale > 0 ? value_decimal((int64_t)scaled, scale) : value_integer((int64_t)scaled);
}

static struct value add(struct value a, struct value b, bool subtracts) {
  if (!value_is_number(a) || !value_is_number(b))
    return value_missing();
  if (!is_exact(a) || !is_exact(b)) {
    double x = value_as_real(a), y = value_as_real(b);
    return value_real(subtracts ? x - y : x + y);
  }
  unsigned scale = scale_of(a) > scale_of(b) ? scale_of(a) : scale_of(b);
  int128 x = (int128)a.integer * (int128)power_of_ten(scale - scale_of(a));
  int128 y = (int128)b.integer * (int128)power_of_ten(scale - scale_of(b));
  return exact(subtracts ? x - y : x + y, scale);
}

/* What is worked out from two figures rests on all that these rest on. */
static struct value resting(struct value made, struct value a, struct value b) {
  made.is_inferred = a.is_inferred || b.is_inferred;
  made.is_doubtful = a.is_doubtful || b.is_doubtful;
  return made;
}

struct value value_plus(struct value a, struct value b) {
  return resting(add(a, b, false), a, b);
}

struct value value_less(struct value a, struct value b) {
  return resting(add(a, b, true), a, b);
}

struct value value_times(struct value a, struct value b) {
  if (!value_is_number(a) || !value_is_number(b))
    return value_missing();
  unsigned scale = scale_of(a) + scale_of(b);
  if (!is_exact(a) || !is_exact(b) || scale > SCALE_MAX)
    return value_real(value_as_real(a) * value_as_real(b));
  return exact((int128)a.integer * b.integer, scale);
}

struct value value_read(struct str digits, unsigned shift) {
  int128 scaled = 0;
  unsigned scale = 0;
  bool is_behind = false, fits = true;
  for (size_t i = 0; i < digits.n; i++) {
    if (digits.p[i] == '.') {
      is_behind = true;
    } else if (digits.p[i] >= '0' && digits.p[i] <= '9') {
      scaled = scaled * 10 + (digits.p[i] - '0');
      scale += is_behind;
      fits = fits && scaled <= INT64_MAX;
    } else {
      break;
    }
    if (!fits)
      break;
  }
  if (fits && scale + shift <= SCALE_MAX)
    return exact(scaled, scale + shift);
  struct arena arena = {0};
  double real = strtod(str_z(&arena, digits), NULL) / (double)power_of_ten(shift);
  arena_free(&arena);
  return value_real(real);
}

bool value_rounds_to(struct value found, struct value wanted, unsigned decimals) {
  if (!value_is_number(found) || !value_is_number(wanted))
    return false;
  if (found.kind != VALUE_REAL || decimals > 15)
    return value_compare(found, wanted) == 0;
  double scale = (double)power_of_ten(decimals), x = fabs(found.real) * scale;
  /* What lies within the error of a double below a half is the half that people see. */
  double rounded = floor(x + 0.5 + 1e-12 * (1 + x));
  return (found.real < 0 ? -rounded : rounded) == round(value_as_real(wanted) * scale);
}

struct value value_ratio(struct value part, struct value whole) {
  if (!value_is_number(part) || !value_is_number(whole) || value_as_real(whole) == 0)
    return value_missing();
  struct value ratio = value_real(value_as_real(part) / value_as_real(whole));
  return resting(ratio, part, whole);
}

struct value value_growth(struct value difference, struct value base) {
  bool is_negative = value_is_number(base) && value_as_real(base) < 0;
  return is_negative ? value_missing() : value_ratio(difference, base);
}

const struct row *table_next(const struct table *table, size_t *at) {
  if (*at < table->rows.n)
    return &table->rows.at[(*at)++];
  return table->feed != NULL ? table->feed->next(table->feed->context) : NULL;
}
