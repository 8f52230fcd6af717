/* claim_figure: the numbers and years in a sentence (see claim_words.h).
 *
 * A number is Arabic (1,234; 12.3) or Chinese (一百二十); 千, 万 and 亿 behind it multiply it,
 * unless they begin the unit (万元); 余 and 多 may stand on either side of them. Numbers in titles
 * 《》 and in document numbers 〔〕, ordinals, and Chinese ones in quotes count nothing.
 */
#include "base/utf8.h"
#include "form/claim_words.h"

#define DIGITS_MAX 17 /* of a number; more do not fit 64 bits with its decimals */

/* --- Numerals */

static bool is_digit(uint32_t c) {
  return c >= '0' && c <= '9';
}

/* 〇 to 九 and 两; -1: none of them. */
static int han_digit(uint32_t c) {
  static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                    0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
  for (int i = 0; i < 10; i++)
    if (digits[i] == c)
      return i;
  return c == 0x96F6 ? 0 : c == 0x4E24 ? 2 : -1;
}

/* 十 百 千 万 亿; 0: none of them. */
static int64_t han_power(uint32_t c) {
  return c == 0x5341   ? 10
         : c == 0x767E ? 100
         : c == 0x5343 ? 1000
         : c == 0x4E07 ? 10000
         : c == 0x4EBF ? 100000000
                       : 0;
}

bool letter_counts(uint32_t c) {
  return is_digit(c) || han_digit(c) >= 0 || han_power(c) > 0;
}

struct number {
  int64_t digits; /* without the point */
  int decimals;
  size_t end;
  bool is_whole; /* no more digits than fit */
};

static struct value number_value(const struct number *number) {
  int64_t digits = number->digits;
  int decimals = number->decimals;
  if (!number->is_whole)
    return value_missing();
  for (; decimals > 0 && digits % 10 == 0; decimals--)
    digits /= 10;
  return decimals > 0 ? value_decimal(digits, (unsigned)decimals) : value_integer(digits);
}

static bool multiply(struct number *number, int64_t power) {
  for (; power > 1; power /= 10) {
    if (number->decimals > 0)
      number->decimals--;
    else if (__builtin_mul_overflow(number->digits, (int64_t)10, &number->digits))
      return false;
  }
  return true;
}

/* A comma between groups of three digits. */
static bool is_thousands(const struct letters *l, size_t start, size_t at) {
  if (l->c[at] != ',' || at - start > 3 + 4 * 4)
    return false;
  for (size_t i = at + 1; i <= at + 3; i++)
    if (i >= l->n || !is_digit(l->c[i]))
      return false;
  return at + 4 >= l->n || !is_digit(l->c[at + 4]);
}

static bool read_arabic(const struct letters *l, size_t start, struct number *number) {
  size_t at = start, digits = 0, group = 0;
  bool has_point = false;
  *number = (struct number){.is_whole = true};
  for (; at < l->n; at++) {
    uint32_t c = l->c[at];
    if (c == ',' && !has_point && group <= 3 && is_thousands(l, start, at)) {
      group = 0;
      continue;
    }
    if (c == '.' && !has_point && at + 1 < l->n && is_digit(l->c[at + 1])) {
      has_point = true;
      continue;
    }
    if (!is_digit(c))
      break;
    group++;
    if (++digits <= DIGITS_MAX) {
      number->digits = number->digits * 10 + (int64_t)(c - '0');
      number->decimals += has_point;
    }
  }
  number->is_whole = digits <= DIGITS_MAX;
  number->end = at;
  return digits > 0;
}

/* 一百二十, 一万零三, 十二; not 三四, nor 百 without what it multiplies, but for 百分之百. */
static bool read_han(const struct letters *l, size_t start, bool is_percent,
                     struct number *number) {
  int64_t total = 0, section = 0, digit = -1, last = INT64_MAX;
  size_t at = start;
  for (; at < l->n; at++) {
    int d = han_digit(l->c[at]);
    int64_t power = han_power(l->c[at]);
    if (d == 0 && at > start)
      continue; /* 一百零三 */
    if (d >= 0) {
      if (digit >= 0)
        return false; /* 三四件: none of the two is meant */
      digit = d;
    } else if (power == 10000 || power == 100000000) {
      if (section + (digit > 0 ? digit : 0) == 0)
        break;
      total = (total + section + (digit > 0 ? digit : 0)) * power;
      section = 0, digit = -1, last = power;
    } else if (power > 0) {
      bool is_alone = power == 10 || (power == 100 && at == start && is_percent);
      if (power >= last || (digit < 0 && !(is_alone && section == 0)))
        return false;
      section += (digit < 0 ? 1 : digit) * power;
      digit = -1, last = power;
    } else {
      break;
    }
    if (total > INT64_MAX / 1000000000)
      return false;
  }
  *number = (struct number){.is_whole = true, .end = at};
  number->digits = total + section + (digit > 0 ? digit : 0);
  return at > start;
}

/* --- Where numbers count nothing */

struct marks {
  bool *in_title, *in_quotes; /* by letter; NULL where there are none */
};

static uint32_t closing(uint32_t c) {
  return c == 0x300A ? 0x300B : c == 0x3014 ? 0x3015 : c == '[' ? ']' : c == '<' ? '>' : 0;
}

bool letter_marks(uint32_t c) {
  return c == '"' || closing(c) != 0;
}

static void mark(struct arena *arena, const struct letters *l, struct marks *marks) {
  *marks = (struct marks){NULL, NULL};
  if ((l->any & LETTER_MARK) == 0)
    return;
  marks->in_title = ARENA_ARRAY(arena, bool, l->n + 1);
  marks->in_quotes = ARENA_ARRAY(arena, bool, l->n + 1);
  uint32_t until = 0;
  bool is_quoted = false;
  for (size_t i = 0; i < l->n; i++) {
    if (until == 0)
      until = closing(l->c[i]);
    else if (l->c[i] == until)
      until = 0;
    is_quoted = is_quoted != (l->c[i] == '"');
    marks->in_title[i] = until != 0;
    marks->in_quotes[i] = is_quoted;
  }
}

static bool is_marked(const bool *marks, size_t at) {
  return marks != NULL && marks[at];
}

static bool in_idiom(const struct claim_words *words, const struct letters *l, size_t at) {
  for (size_t back = 0; back <= 6 && back <= at; back++) {
    const struct claim_word *word = word_of(words, CLASS_IDIOM, l, at - back);
    if (word != NULL && word->n > back)
      return true;
  }
  return false;
}

/* Is the number that begins at `at` the tail of something else: h5, 1.5.2, a telephone number? */
static bool is_tail(const struct letters *l, size_t at) {
  uint32_t c = at > 0 ? l->c[at - 1] : 0;
  if (c == '-')
    return at < 2 || !is_digit(l->c[at - 2]);
  return (c >= 'a' && c <= 'z') || is_digit(c) || c == '.' || c == '/' || c == '_';
}

/* --- Years */

static bool is_year_sign(uint32_t c) {
  return c == 0x5E74; /* 年 */
}

/* 2021年, 二〇二一年; the offset behind it, 0 when none stands there. */
static size_t read_year(const struct letters *l, size_t at, int *year) {
  *year = 0;
  if (at + 4 >= l->n || !is_year_sign(l->c[at + 4]))
    return 0;
  for (size_t i = at; i < at + 4; i++) {
    int digit = is_digit(l->c[i]) ? (int)(l->c[i] - '0') : han_digit(l->c[i]);
    if (digit < 0)
      return 0;
    *year = *year * 10 + digit;
  }
  return *year >= 1949 && *year <= 2099 ? at + 5 : 0;
}

struct finder {
  struct arena *arena;
  const struct claim_words *words;
  const struct letters *l;
  struct marks marks;
  int year;
  struct figures *figures;
  struct year_mentions *years;
};

static bool follows(const struct finder *f, enum word_class class, size_t at) {
  return word_before(f->words, class, f->l, 0, at) != NULL;
}

static size_t take_year(struct finder *f, size_t at) {
  struct year_mention mention = {.start = at};
  const struct claim_word *word = word_of(f->words, CLASS_YEAR, f->l, at);
  mention.end = read_year(f->l, at, &mention.year);
  if (mention.end == 0 && word != NULL) {
    mention.end = at + word->n;
    mention.year = f->year - word->tag;
    mention.is_word = true;
  }
  if (mention.end == 0 || is_marked(f->marks.in_title, at))
    return mention.end;
  mention.is_compared = follows(f, CLASS_COMPARED, at);
  mention.is_target = follows(f, CLASS_UNTIL, at);
  ARENA_PUSH(f->arena, f->years, mention);
  return mention.end;
}

/* --- Figures */

/* 千 万 亿 behind a number, and 余 before or behind them. */
static void take_powers(const struct finder *f, struct figure *figure, struct number *number) {
  const struct letters *l = f->l;
  for (int step = 0; step < 4 && number->end < l->n; step++) {
    const struct claim_word *inside = word_of(f->words, CLASS_WITHIN, l, number->end);
    const struct claim_word *unit = word_of(f->words, CLASS_UNIT, l, number->end);
    int64_t power = han_power(l->c[number->end]);
    if (inside != NULL && (unit == NULL || unit->n < inside->n)) {
      figure->bound = (enum claim_bound)inside->tag;
      number->end += inside->n;
    } else if (power >= 1000 && unit == NULL) {
      number->is_whole = number->is_whole && multiply(number, power);
      number->end++;
    } else {
      return;
    }
  }
}

static void take_unit(const struct finder *f, struct figure *figure) {
  const struct letters *l = f->l;
  figure->unit = figure->finish = figure->end;
  if (figure->end < l->n && l->c[figure->end] == '%') {
    figure->is_percent = true;
    figure->finish++;
    return;
  }
  figure->word = word_of(f->words, CLASS_UNIT, l, figure->end);
  if (figure->word != NULL)
    figure->finish += figure->word->n;
  const struct claim_word *behind = word_of(f->words, CLASS_BEHIND, l, figure->finish);
  if (behind != NULL)
    figure->bound = (enum claim_bound)behind->tag;
}

/* 百分之: its length, 0 when it does not stand there. */
static size_t percent_words(const struct letters *l, size_t at) {
  return at + 3 < l->n && l->c[at] == 0x767E && l->c[at + 1] == 0x5206 && l->c[at + 2] == 0x4E4B
             ? 3
             : 0;
}

/* 点三五 behind 百分之十二. */
static void take_han_decimals(const struct letters *l, struct number *number) {
  if (number->end + 1 >= l->n || l->c[number->end] != 0x70B9 ||
      han_digit(l->c[number->end + 1]) < 0)
    return;
  for (number->end++; number->end < l->n && number->decimals < 6; number->end++) {
    int digit = han_digit(l->c[number->end]);
    if (digit < 0)
      return;
    number->digits = number->digits * 10 + digit;
    number->decimals++;
  }
}

/* A number that begins at `at`; the offset behind it, 0 when none does. */
static size_t take_figure(struct finder *f, size_t at) {
  const struct letters *l = f->l;
  struct figure figure = {.start = at};
  struct number number;
  size_t percent = percent_words(l, at), from = at + percent;
  bool is_arabic = is_digit(l->c[from]);
  if (is_arabic ? !read_arabic(l, from, &number) : !read_han(l, from, percent > 0, &number))
    return 0;
  figure.is_han = !is_arabic;
  figure.is_one = figure.is_han && number.end == at + 1 && number.digits == 1;
  if (percent > 0 && !is_arabic)
    take_han_decimals(l, &number);
  if (percent == 0)
    take_powers(f, &figure, &number);
  figure.end = number.end;
  figure.value = number_value(&number);
  if (percent > 0) {
    figure.is_percent = true;
    figure.unit = figure.finish = figure.end;
  } else {
    take_unit(f, &figure);
  }
  uint32_t before = at > 0 ? l->c[at - 1] : 0;
  bool is_odd = is_marked(f->marks.in_title, at) ||
                (figure.is_han && is_marked(f->marks.in_quotes, at)) ||
                follows(f, CLASS_ORDINAL, at) || in_idiom(f->words, l, at) || is_tail(l, at) ||
                (figure.is_han && (han_digit(before) >= 0 || han_power(before) > 0));
  if (!is_odd) {
    const struct claim_word *word = word_before(f->words, CLASS_BEFORE, l, 0, at);
    if (word != NULL && figure.bound == BOUND_EXACT)
      figure.bound = (enum claim_bound)word->tag;
    ARENA_PUSH(f->arena, f->figures, figure);
  }
  return figure.finish;
}

/* 零 alone may be a number: 均为零. */
static bool is_nought(const struct figure *figure) {
  return figure->value.kind == VALUE_INTEGER && figure->value.integer == 0;
}

/* Chinese numerals alone are in too many words: 下一年. */
static void drop_bare(struct figures *figures) {
  size_t kept = 0;
  for (size_t i = 0; i < figures->n; i++) {
    const struct figure *figure = &figures->at[i];
    if (!figure->is_han || figure->is_percent || figure->word != NULL || is_nought(figure))
      figures->at[kept++] = *figure;
  }
  figures->n = kept;
}

/* 3-5件: two numbers of which the second alone has the unit. */
static void join_ranges(const struct letters *l, struct figures *figures) {
  size_t kept = 0;
  for (size_t i = 0; i < figures->n; i++) {
    struct figure *figure = &figures->at[i];
    struct figure *before = kept > 0 ? &figures->at[kept - 1] : NULL;
    uint32_t between = figure->start > 0 ? l->c[figure->start - 1] : 0;
    bool is_dash = between == '-' || between == '~' || between == 0x2014 || between == 0x81F3 ||
                   between == 0x5230; /* — 至 到 */
    if (before != NULL && before->finish == before->end && before->end + 1 == figure->start &&
        is_dash && (figure->word != NULL || figure->is_percent)) {
      struct figure joined = *figure;
      joined.start = before->start;
      joined.value = value_missing();
      joined.bound = BOUND_RANGE;
      *before = joined;
    } else {
      figures->at[kept++] = *figure;
    }
  }
  figures->n = kept;
}

void figures_find(struct arena *arena, struct arena *own, const struct claim_words *words,
                  const struct letters *l, int year, struct figures *figures,
                  struct year_mentions *years) {
  struct finder f = {
      .arena = own, .words = words, .l = l, .year = year, .figures = figures, .years = years};
  mark(arena, l, &f.marks);
  for (size_t at = 0; at < l->n;) {
    bool is_numeral = (l->kinds[at] & LETTER_NUMERAL) != 0;
    bool may_be_year = is_numeral || (l->kinds[at] >> CLASS_YEAR & 1) != 0;
    size_t next = may_be_year ? take_year(&f, at) : 0;
    if (next == 0 && is_numeral)
      next = take_figure(&f, at);
    at = next > at ? next : at + 1;
  }
  join_ranges(l, figures);
  drop_bare(figures);
}
