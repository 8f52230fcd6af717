/* sparks: a row of small bars over the years for each group, each row from zero to its own highest
 * (see model.h). Where a row goes below zero it is two lines, zero between them.
 *
 *                 2019      2023  first  last  highest
 *   company       ▁▂▅▇█_–  1  3  8
 */
#include "chart/model.h"

#include "base/utf8.h"

#include <math.h>

#define GAP 2
#define LABELS_LEAST 8
#define YEARS_HEAD 9 /* "2019 2023" */
#define EACH_MOST 3  /* columns a year */
#define DASH "\xE2\x80\x93"
#define HALF_TOP "\xE2\x96\x80"
#define EIGHTH_TOP "\xE2\x96\x94"

static const char *const levels[] = {"\xE2\x96\x81", "\xE2\x96\x82", "\xE2\x96\x83",
                                     "\xE2\x96\x84", "\xE2\x96\x85", "\xE2\x96\x86",
                                     "\xE2\x96\x87", "\xE2\x96\x88"};

enum { FIRST, LAST, HIGHEST, LOWEST, NFIGURES };
static const char *const names[NFIGURES] = {"first", "last", "highest", "lowest"};

struct sparks {
  const struct drawing *d;
  size_t label, each, width; /* columns of labels, of a year, of all years */
  size_t figures[NFIGURES];  /* of each figure; 0: it is not shown */
};

/* What stands beside a row. */
static struct str figure_text(const struct chart *chart, size_t series, size_t figure) {
  const struct point *found = NULL;
  for (size_t p = 0; p < chart->nplaces; p++) {
    const struct point *point = chart_point(chart, p, series);
    if (figure == FIRST && p == 0)
      return point->text;
    if (figure == LAST && p + 1 == chart->nplaces)
      return point->text;
    if (!point->is_drawn)
      continue;
    if (found == NULL || (figure == HIGHEST && point->number > found->number) ||
        (figure == LOWEST && point->number < found->number))
      found = point;
  }
  return found != NULL ? found->text : STR(DASH);
}

/* Columns of a row but for those of the years. */
static size_t around(const struct sparks *s) {
  size_t sum = s->label + GAP;
  for (size_t f = 0; f < NFIGURES; f++)
    sum += s->figures[f] > 0 ? GAP + s->figures[f] : 0;
  return sum;
}

/* Narrow screens: labels are cut, then figures left out, the last one last. */
static void squeeze(struct sparks *s, size_t least) {
  static const int order[] = {LOWEST, FIRST, HIGHEST, LAST};
  size_t next = 0;
  while (around(s) + least > s->d->width && (s->label > 1 || next < NFIGURES)) {
    if (s->label > LABELS_LEAST || next == NFIGURES)
      s->label--;
    else
      s->figures[order[next++]] = 0;
  }
}

static void measure(struct sparks *s) {
  const struct chart *chart = s->d->chart;
  bool is_signed = chart_range(chart, 0, chart->nseries).low < 0;
  s->label = labels_width(chart->series, chart->nseries);
  for (size_t f = 0; f < (is_signed ? NFIGURES : LOWEST); f++) {
    s->figures[f] = utf8_text_width(say(chart->table->says, names[f]));
    for (size_t i = 0; i < chart->nseries; i++) {
      size_t width = utf8_text_width(figure_text(chart, i, f));
      s->figures[f] = width > s->figures[f] ? width : s->figures[f];
    }
  }
  squeeze(s, chart->nplaces > YEARS_HEAD ? chart->nplaces : YEARS_HEAD);
  size_t used = around(s), room = s->d->width > used ? s->d->width - used : 1;
  s->each = room / chart->nplaces;
  s->each = s->each > EACH_MOST ? EACH_MOST : s->each < 1 ? 1 : s->each;
  s->width = s->each * chart->nplaces;
  s->width = s->width < YEARS_HEAD ? YEARS_HEAD : s->width;
}

/* The part of a row that is above zero, or below it. */
static const char *block(const struct point *point, struct range range, bool is_below) {
  double whole = fmax(range.high, -range.low);
  size_t n = sizeof levels / sizeof levels[0];
  if (!point->is_drawn)
    return is_below ? " " : DASH;
  if (point->number == 0)
    return is_below ? " " : "_";
  if ((point->number < 0) != is_below)
    return " ";
  double part = fabs(point->number) / whole;
  if (is_below)
    return part < 0.25 ? EIGHTH_TOP : part < 0.75 ? HALF_TOP : levels[n - 1];
  size_t level = (size_t)round(part * (double)n);
  return levels[level > 0 ? level - 1 : 0];
}

static void put_blocks(const struct sparks *s, size_t series, size_t end, bool is_below) {
  const struct drawing *d = s->d;
  const struct chart *chart = d->chart;
  struct range range = chart_range(chart, series, series + 1);
  colour_on(d, 0);
  for (size_t p = 0; p < end; p++) {
    const struct point *point = chart_point(chart, p, series);
    size_t dashes = point->is_drawn || is_below ? s->each : 1, before = (s->each - dashes) / 2;
    put_times(d, " ", before); /* one dash in the middle: no line, and no bar of its own */
    put_times(d, block(point, range, is_below), dashes);
    put_times(d, " ", s->each - dashes - before);
  }
  colour_off(d);
}

/* Behind the last year that is below zero; 0: none is. */
static size_t below_end(const struct chart *chart, size_t series) {
  size_t end = chart->nplaces;
  while (end > 0 && (!chart_point(chart, end - 1, series)->is_drawn ||
                     chart_point(chart, end - 1, series)->number >= 0))
    end--;
  return end;
}

/* Marks of doubt of any figure in the row. */
static const char *doubt(const struct chart *chart, size_t series) {
  bool is_doubtful = false, is_inferred = false;
  for (size_t p = 0; p < chart->nplaces; p++) {
    is_doubtful = is_doubtful || chart_point(chart, p, series)->is_doubtful;
    is_inferred = is_inferred || chart_point(chart, p, series)->is_inferred;
  }
  return is_doubtful && is_inferred ? "!~" : is_doubtful ? "! " : is_inferred ? "~ " : "  ";
}

static void put_series(const struct sparks *s, size_t series) {
  const struct drawing *d = s->d;
  const struct chart *chart = d->chart;
  put_left(d, label_text(d->scratch, &chart->series[series]), s->label);
  put_times(d, " ", GAP);
  put_blocks(s, series, chart->nplaces, false);
  fputs(doubt(chart, series), d->out); /* in the gap */
  put_times(d, " ", s->width - s->each * chart->nplaces);
  size_t gap = 0; /* the marks stand in the first */
  for (size_t f = 0; f < NFIGURES; f++) {
    if (s->figures[f] == 0)
      continue;
    put_times(d, " ", gap);
    put_right(d, figure_text(chart, series, f), s->figures[f]);
    gap = GAP;
  }
  putc('\n', d->out);
  size_t end = below_end(chart, series);
  if (end == 0)
    return;
  put_times(d, " ", s->label + GAP);
  put_blocks(s, series, end, true);
  putc('\n', d->out);
}

static void put_header(const struct sparks *s) {
  const struct drawing *d = s->d;
  const struct chart *chart = d->chart;
  struct str first = chart->places[0].label, last = chart->places[chart->nplaces - 1].label;
  put_times(d, " ", s->label + GAP);
  put(d, first);
  put_right(d, last, s->width - utf8_text_width(first));
  for (size_t f = 0; f < NFIGURES; f++) {
    if (s->figures[f] == 0)
      continue;
    put_times(d, " ", GAP);
    put_right(d, say(chart->table->says, names[f]), s->figures[f]);
  }
  putc('\n', d->out);
}

void draw_sparks(const struct drawing *d) {
  struct sparks s = {.d = d};
  measure(&s);
  if (d->chart->heading.n > 0) {
    put(d, fit(d->scratch, d->chart->heading, d->width));
    putc('\n', d->out);
  }
  struct arena_mark mark = arena_mark(d->scratch);
  colour_dim(d);
  put_header(&s);
  colour_off(d);
  for (size_t series = 0; series < d->chart->nseries; series++) {
    put_series(&s, series);
    arena_rewind(d->scratch, mark);
  }
}
