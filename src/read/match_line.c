/* match_line: titles, years and dates are found on characters without blanks (see match_line.h). */
#include "read/match_line.h"

#include "base/utf8.h"

void line_read(struct arena *scratch, struct str text, struct line_text *line) {
  struct arena_mark mark = arena_mark(scratch);
  line->text = text;
  line->n = 0;
  struct str window = str_sub(text, 0, LINE_GLYPHS * 4);
  struct str folded = utf8_fold(scratch, window);
  size_t i = 0, length, step;
  bool after_han = false;
  size_t pinyin = 0; /* folded bytes still to leave out */
  for (size_t k = 0; i < window.n && line->n < LINE_GLYPHS; i += length, k += step) {
    utf8_at(str_sub(window, i, window.n), &length);
    uint32_t c = utf8_at(str_sub(folded, k, folded.n), &step);
    if (pinyin == 0 && after_han)
      pinyin = utf8_pinyin(str_sub(folded, k, folded.n));
    if (pinyin > 0) {
      pinyin -= step;
      continue;
    }
    after_han = utf8_is_han(c);
    if (!utf8_is_blank(c))
      line->at[line->n++] = (struct glyph){c, (uint32_t)i, (uint32_t)(i + length)};
  }
  line->is_longer = i < text.n;
  arena_rewind(scratch, mark);
}

/* Does `word` stand at glyph `at`? Its length in glyphs, 0 when not. */
static size_t word_at(const struct line_text *line, struct str word, size_t at) {
  size_t count = 0, length;
  for (size_t i = 0; i < word.n; i += length, count++) {
    uint32_t c = utf8_at(str_sub(word, i, word.n), &length);
    if (at + count >= line->n || line->at[at + count].c != c)
      return 0;
  }
  return count;
}

size_t line_find(const struct line_text *line, struct str word, size_t from) {
  for (size_t i = from; i < line->n; i++)
    if (word_at(line, word, i) > 0)
      return i;
  return line->n;
}

static int digit_at(const struct line_text *line, size_t at) {
  if (at >= line->n || line->at[at].c < '0' || line->at[at].c > '9')
    return -1;
  return (int)(line->at[at].c - '0');
}

/* Four digits of a year, whatever follows. */
static int four_digits(const struct line_text *line, size_t at) {
  int year = 0;
  for (size_t i = 0; i < 4; i++) {
    int digit = digit_at(line, at + i);
    if (digit < 0)
      return 0;
    year = year * 10 + digit;
  }
  return year >= 1990 && year < 2100 ? year : 0;
}

int line_year_at(const struct line_text *line, size_t at) {
  if (at > 0 && digit_at(line, at - 1) >= 0)
    return 0;
  int year = four_digits(line, at);
  return digit_at(line, at + 4) >= 0 ? 0 : year;
}

/* --- Dates */

/* The value of a Han digit, 〇 and ○ included; -1. */
static int han_digit(uint32_t c) {
  static const uint32_t digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                    0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
  if (c == 0x25CB || c == 0x96F6 || c == 0x25EF || c == 'o')
    return 0;
  for (int i = 0; i < 10; i++)
    if (digits[i] == c)
      return i;
  return -1;
}

#define HAN_TEN 0x5341

/* Reads a number that ends before glyph `*end`, going back; moves *end to its start. In Han
 * numerals 二十一 and, for a year, 二〇二一. -1 when none stands there. */
static int number_before(const struct line_text *line, size_t *end) {
  size_t i = *end;
  int value = 0, scale = 1, digits = 0;
  while (i > 0 && digit_at(line, i - 1) >= 0 && digits < 4) {
    value += digit_at(line, --i) * scale;
    scale *= 10;
    digits++;
  }
  if (digits > 0) {
    *end = i;
    return value;
  }
  int ones = 0, tens = -1;
  for (; i > 0 && digits < 4; i--) {
    uint32_t c = line->at[i - 1].c;
    if (c == HAN_TEN && tens < 0) {
      tens = 1;
      ones = value;
      value = 0;
      scale = 1;
    } else if (han_digit(c) >= 0) {
      value += han_digit(c) * scale;
      scale *= 10;
    } else {
      break;
    }
    digits++;
  }
  if (digits == 0)
    return -1;
  *end = i;
  return tens < 0 ? value : (value > 0 ? value : 1) * 10 + ones;
}

bool line_date(const struct line_text *line, size_t *at, int date[3]) {
  static const uint32_t marks[] = {0x65E5, 0x6708, 0x5E74}; /* 日 月 年 */
  size_t end = line->n;
  if (line->is_longer)
    return false;
  for (int part = 2; part >= 0; part--) {
    if (end == 0 || line->at[end - 1].c != marks[2 - part])
      return false;
    end--;
    date[part] = number_before(line, &end);
  }
  *at = end;
  return date[0] >= 1990 && date[0] < 2100 && date[1] >= 1 && date[1] <= 12 && date[2] >= 1 &&
         date[2] <= 31;
}

/* Takes `word` at *i if it stands there. */
static bool take(const struct line_text *line, size_t *i, struct str word) {
  size_t count = word_at(line, word, *i);
  *i += count;
  return count > 0;
}

int line_period(const struct line_text *line) {
  static const struct str between[] = {{"起", 3}, {"至", 3}, {"到", 3}, {"-", 1},
                                       {"—", 3},  {"~", 1},  {"止", 3}, {"开始", 6}};
  for (size_t start = 0; start + 8 < line->n; start++) {
    int year = four_digits(line, start);
    if (year == 0 || (start > 0 && digit_at(line, start - 1) >= 0))
      continue;
    size_t i = start + 4;
    take(line, &i, STR("年"));
    if (!take(line, &i, STR("1")))
      continue;
    take(line, &i, STR("月"));
    if (!take(line, &i, STR("1")) || !take(line, &i, STR("日")))
      continue;
    size_t parted = i;
    for (bool more = true; more;) {
      more = false;
      for (size_t k = 0; k < sizeof between / sizeof between[0]; k++)
        more = take(line, &i, between[k]) || more;
    }
    if (i == parted)
      continue;
    if (four_digits(line, i) > 0)
      i += 4;
    take(line, &i, STR("年"));
    if (!take(line, &i, STR("12")))
      continue;
    take(line, &i, STR("月"));
    if (take(line, &i, STR("31")))
      return year;
  }
  return 0;
}

int line_closing(const struct line_text *line) {
  static const struct str words[] = {{"截止", 6}, {"截至", 6}};
  for (size_t at = 0; at < line->n; at++) {
    size_t i = at;
    if (!take(line, &i, words[0]) && !take(line, &i, words[1]))
      continue;
    take(line, &i, STR("到"));
    int year = line_year_at(line, i);
    i += 4;
    if (year > 0 && take(line, &i, STR("年12月31日")))
      return year;
  }
  return 0;
}

struct str line_words(struct arena *arena, const struct line_text *line, size_t from, size_t to) {
  struct sbuf b = {.arena = arena};
  for (size_t i = from; i < to && i < line->n; i++) {
    const struct glyph *g = &line->at[i];
    bool parted = i > from && g->from > line->at[i - 1].to;
    if (parted && !utf8_is_han(g->c) && !utf8_is_han(line->at[i - 1].c))
      sbuf_add_char(&b, ' ');
    sbuf_add(&b, str_sub(line->text, g->from, g->to));
  }
  return sbuf_str(&b);
}
