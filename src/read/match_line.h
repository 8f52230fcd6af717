/* match_line: a line of text as characters without blanks, for titles, years and dates. Private to
 * match*.c.
 */
#ifndef OGI_READ_MATCH_LINE_H
#define OGI_READ_MATCH_LINE_H

#include "base/str.h"

#define LINE_GLYPHS 240 /* characters kept of a line; titles and dates are shorter */

/* A character that is neither blank nor pinyin put in brackets behind another: folded, with its
 * bytes in the line. */
struct glyph {
  uint32_t c;
  uint32_t from, to;
};

struct line_text {
  struct str text;
  struct glyph at[LINE_GLYPHS];
  size_t n;
  bool is_longer; /* than is kept */
};

void line_read(struct arena *scratch, struct str text, struct line_text *line);

/* The first place of `word` (folded, without blanks) from `from` on; line->n when it is not there.
 */
size_t line_find(const struct line_text *line, struct str word, size_t from);

/* Four digits 19xx or 20xx that are no part of a longer number; 0 when none stand at `at`. */
int line_year_at(const struct line_text *line, size_t at);

/* A date that ends the line, 2022年1月20日 or 二〇二二年一月二十日: its first glyph in *at, its
 * parts in date[0..2]. */
bool line_date(const struct line_text *line, size_t *at, int date[3]);

/* The year of `自2019年1月1日起至2019年12月31日止` and its like, 年 and 月 perhaps lost; 0 = not in
 * the line. */
int line_period(const struct line_text *line);

/* The year of `截止2023年12月31日`; 0 = not in the line. */
int line_closing(const struct line_text *line);

/* The text from glyph `from` up to glyph `to`, blanks between Han characters left out. */
struct str line_words(struct arena *arena, const struct line_text *line, size_t from, size_t to);

#endif
