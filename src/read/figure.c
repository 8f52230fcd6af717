/* figure: what a printed text says as a figure of a measure (see figure.h). */
#include "read/figure.h"

#include "base/utf8.h"
#include "read/match_index.h"
#include "read/number.h"

/* Finds the longest name of a unit that is all of `text` (or a part of it). -1 when none is. */
static int find_unit(const struct vocab *vocab, struct str text, bool whole) {
  int best = -1;
  size_t length = 0;
  for (size_t u = 0; u < vocab->nunits; u++) {
    const struct names *names = &vocab->units[u].names;
    for (size_t i = 0; i < names->nsynonyms + 2; i++) {
      struct str name = i == 0 ? names->zh : i == 1 ? names->key : names->synonyms[i - 2];
      bool hit = name.n > length && (whole ? str_eq(text, name) : str_contains(text, name));
      if (hit) {
        best = (int)u;
        length = name.n;
      }
    }
  }
  return best;
}

/* How many of the base unit one of `unit` is; *base which that is. */
static int64_t unit_factor(const struct vocab *vocab, int unit, int *base) {
  const struct unit *u = &vocab->units[unit];
  *base = u->base >= 0 ? u->base : unit;
  return u->base >= 0 ? u->factor : 1;
}

int figure_unit(const struct vocab *vocab, const struct measure *measure, struct str words) {
  int base, other;
  struct str plain = index_without_explanation(words);
  if (plain.n == words.n)
    return NO_UNIT; /* the form's own words name no unit outside brackets */
  int unit = find_unit(vocab, str_sub(words, plain.n, words.n), false);
  if (unit < 0)
    return NO_UNIT;
  unit_factor(vocab, unit, &base);
  unit_factor(vocab, measure->unit, &other);
  return base == other ? unit : NO_UNIT;
}

/* Is this a remark in brackets behind a figure, and not a second figure? -164（因机构改革…） */
static bool is_explanation(struct str text) {
  size_t length;
  if (text.n < 3 || utf8_ascii_twin(utf8_at(text, &length)) != '(')
    return false;
  uint32_t next = utf8_at(str_sub(text, length, text.n), &length);
  return utf8_is_han(next) && (str_ends(text, STR(")")) || str_ends(text, STR("）")));
}

/* The number printed, in the measure's unit; false: text. `usual` is the unit that the words around
 * say, -1 when they say none. */
static bool read_number(const struct vocab *vocab, const struct measure *measure, int usual,
                        struct str text, int64_t *value) {
  struct number number;
  size_t used = number_parse(text, &number);
  if (used == 0)
    return false;
  struct str rest = str_trim(str_sub(text, used, text.n));
  if (is_explanation(rest))
    rest = STR("");
  int unit = usual;
  if (rest.n > 0) {
    unit = find_unit(vocab, rest, true);
    if (unit < 0)
      return false;
  } else if (unit < 0) {
    if (measure->needs_unit && number.digits != 0) /* 0 is 0 in every unit */
      return false;
    unit = measure->unit;
  }
  int from, to;
  int64_t factor = unit_factor(vocab, unit, &from);
  int64_t divisor = unit_factor(vocab, measure->unit, &to);
  return from == to &&
         number_scale(number, factor, divisor, vocab->units[measure->unit].decimals, value);
}

/* Digits and nothing else, few enough to fit. */
static bool plain_digits(struct str text, int64_t *value) {
  if (text.n == 0 || text.n > 9 || (text.n > 1 && text.p[0] == '0'))
    return false;
  int64_t sum = 0;
  for (size_t i = 0; i < text.n; i++) {
    if (text.p[i] < '0' || text.p[i] > '9')
      return false;
    sum = sum * 10 + (text.p[i] - '0');
  }
  *value = sum;
  return true;
}

bool figure_is_plain(const struct vocab *vocab, const struct measure *measure, struct str text,
                     int64_t *value) {
  return vocab->units[measure->unit].decimals == 0 && !measure->needs_unit &&
         plain_digits(text, value);
}

enum cell_state figure_read(const struct vocab *vocab, const struct measure *measure, int usual,
                            struct str text, int64_t *value) {
  if (figure_is_plain(vocab, measure, text, value))
    return CELL_NUMBER;
  if (number_is_blank(text))
    return CELL_BLANK;
  return read_number(vocab, measure, usual, text, value) ? CELL_NUMBER : CELL_TEXT;
}
