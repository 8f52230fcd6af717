/* match_title: one line as the title of a report (see match_title.h). */
#include "read/match_title.h"

#include "base/utf8.h"

size_t title_find(const struct index_form *form, const struct line_text *line, size_t *at) {
  size_t best = 0;
  for (size_t i = 0; i < form->ntitles; i++) {
    size_t where = line_find(line, form->titles[i], 0);
    size_t length = utf8_length(form->titles[i]);
    if (where < line->n && length > best) {
      best = length;
      *at = where;
    }
  }
  return best;
}

/* Marks that part a title from a menu or a decoration before it. */
static bool is_parting(uint32_t c) {
  return utf8_is_one_of(c, ">:|】]」»》/\\_→");
}

static bool is_sentence(const struct line_text *line, size_t from, size_t to) {
  for (size_t i = from; i < to && i < line->n; i++)
    if (line->at[i].c == 0x3002 || line->at[i].c == ';' || line->at[i].c == ',')
      return true;
  return false;
}

/* Moves `from` and `to` inside marks and words that decorate a name. */
static void strip(const struct line_text *line, size_t *from, size_t *to) {
  static const struct str before[] = {{"关于", 6}, {"公报标题", 12}, {"标题", 6}, {"图文", 6}};
  static const struct str behind[] = {{"关于", 6}, {"的", 3}};
  static const char marks[] = "()[]<>《》【】「」“”\"'-—_·.,:;*#~|/、";
  for (bool again = true; again;) {
    again = false;
    while (*from < *to && utf8_is_one_of(line->at[*from].c, marks) && ++*from)
      again = true;
    while (*from < *to && utf8_is_one_of(line->at[*to - 1].c, marks) && (*to)--)
      again = true;
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++)
      if (line_find(line, before[i], *from) == *from) {
        *from += before[i].n / 3;
        again = true;
      }
    for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++) {
      size_t n = behind[i].n / 3;
      if (*to >= *from + n && line_find(line, behind[i], *to - n) == *to - n) {
        *to -= n;
        again = true;
      }
    }
  }
  if (*from > *to)
    *from = *to;
}

int title_year(const struct line_text *line, size_t from, size_t to, size_t *at, size_t *end) {
  int year = 0;
  for (size_t i = from; i + 4 <= to; i++) {
    int here = line_year_at(line, i);
    if (here == 0)
      continue;
    year = here;
    *at = i;
    *end = i + 4;
    if (*end < to && line->at[*end].c == 0x5E74) /* 年 */
      ++*end;
    if (*end < to && line->at[*end].c == 0x5EA6) /* 度 */
      ++*end;
  }
  return year;
}

struct str title_name(struct arena *arena, const struct line_text *line, size_t from, size_t to) {
  strip(line, &from, &to);
  size_t letters = 0;
  for (size_t i = from; i < to; i++)
    letters += line->at[i].c >= 0x80;
  if (to - from > AGENCY_GLYPHS || letters < 2 || is_sentence(line, from, to))
    return STR("");
  return line_words(arena, line, from, to);
}

void title_parts(struct arena *arena, const struct line_text *line, size_t from, size_t to,
                 struct str *agency, int *year) {
  size_t at = 0, end = 0;
  for (size_t i = from; i < to; i++)
    if (is_parting(line->at[i].c) && i + 1 < to)
      from = i + 1;
  *year = title_year(line, from, to, &at, &end);
  if (*year == 0) {
    *agency = title_name(arena, line, from, to);
    return;
  }
  struct str before = title_name(arena, line, from, at), behind = title_name(arena, line, end, to);
  *agency = before.n > 0 ? before : behind;
}

/* Does another title stand behind this one, by another body or on another year? Then two reports
 * stand side by side on the page. */
static bool has_neighbour(struct arena *arena, const struct index_form *form,
                          const struct line_text *line, size_t from, struct str agency, int year) {
  struct str other = {"", 0};
  int other_year = 0;
  size_t at = line->n;
  for (size_t i = 0; i < form->ntitles; i++) {
    size_t here = line_find(line, form->titles[i], from);
    at = here < at ? here : at;
  }
  if (at == line->n || year == 0 || agency.n == 0)
    return false;
  for (size_t i = from; i < at; i++)
    if (is_parting(line->at[i].c))
      return false;
  title_parts(arena, line, from, at, &other, &other_year);
  return other_year > 0 && other.n > 0 && (other_year != year || !str_eq(other, agency));
}

bool title_read(struct arena *arena, const struct index_form *form, struct str text, bool decorated,
                struct title *title) {
  if (text.n > TITLE_GLYPHS * 6 && !decorated)
    return false;
  struct line_text line;
  line_read(arena, text, &line);
  size_t at = 0, length = title_find(form, &line, &at);
  if (length == 0)
    return false;
  if (!decorated && (line.n > TITLE_GLYPHS || is_sentence(&line, 0, line.n)))
    return false;
  title_parts(arena, &line, 0, at, &title->agency, &title->year);
  title->has_neighbour =
      !decorated && has_neighbour(arena, form, &line, at + length, title->agency, title->year);
  if (title->year == 0) {
    size_t where, end;
    title->year = title_year(&line, at + length, line.n, &where, &end);
  }
  return true;
}
