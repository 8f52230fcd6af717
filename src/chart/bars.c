/* bars: bars on a terminal, eighths of a column fine; below zero they go to the left (see model.h).
 *
 *   applications (件)
 *   natural_person │██████████████████████▌ 22
 *   company        │██▌ 2
 *                  └──────────┴───────────┴
 *                  0          10         20
 */
#include "chart/model.h"

#include "base/utf8.h"

#include <math.h>

#define AREA_LEAST 12 /* columns for the bars, */
#define AREA_PART 3   /* or this part of all: labels give way first */
#define LABEL_LEAST 8
#define TICK_ROOM 12 /* columns for a tick and its number */

/* Solid and eighths for the first series, so that it is the finest; the others are told apart
 * without colours. */
static const char *const fills[SERIES_MAX] = {
    "\xE2\x96\x88", "\xE2\x96\x91", "\xE2\x96\x93", "=", "\xE2\x96\x92", "+", "\xE2\x96\x9A", ":"};
static const char *const eighths[] = {"",
                                      "\xE2\x96\x8F",
                                      "\xE2\x96\x8E",
                                      "\xE2\x96\x8D",
                                      "\xE2\x96\x8C",
                                      "\xE2\x96\x8B",
                                      "\xE2\x96\x8A",
                                      "\xE2\x96\x89"};
#define RIGHT_HALF "\xE2\x96\x90"
#define RIGHT_EIGHTH "\xE2\x96\x95"
#define AXIS "\xE2\x94\x82"
#define FLAT "\xE2\x94\x80"
#define TICK "\xE2\x94\xB4"
#define CORNER "\xE2\x94\x94"

struct bars {
  const struct drawing *d;
  size_t label, value; /* columns of labels and of values */
  size_t left, right;  /* columns of bars on both sides of the axis */
  double unit;         /* columns of one */
  struct range range;
};

static void measure(struct bars *b) {
  const struct chart *chart = b->d->chart;
  b->range = chart_range(chart, 0, chart->nseries);
  b->label = labels_width(chart->places, chart->nplaces);
  b->value = values_width(chart);
  /* label, blank, bars, axis, bars, blank, value */
  size_t around = b->label + 3 + b->value, least = b->d->width / AREA_PART;
  least = least > AREA_LEAST ? least : AREA_LEAST;
  while (around + least > b->d->width && b->label > LABEL_LEAST) {
    b->label--;
    around--;
  }
  size_t area = b->d->width > around + 2 ? b->d->width - around : 2;
  double whole = b->range.high - b->range.low;
  if (b->range.low < 0) {
    b->left = (size_t)round((double)area * -b->range.low / whole);
    b->left = b->left < 1 ? 1 : b->left;
    b->left = b->range.high > 0 && b->left >= area ? area - 1 : b->left;
  }
  b->right = area - b->left;
  b->unit = b->range.high > 0 ? (double)b->right / b->range.high : INFINITY;
  if (b->range.low < 0)
    b->unit = fmin(b->unit, (double)b->left / -b->range.low);
}

/* To the right of the axis; what is not zero is seen. */
static void put_right_bar(const struct bars *b, double number, size_t series) {
  const struct drawing *d = b->d;
  double columns = fmin(number * b->unit, (double)b->right);
  if (series > 0) {
    put_times(d, fills[series], (size_t)fmax(1, round(columns)));
    return;
  }
  size_t parts = (size_t)fmax(1, round(columns * 8));
  put_times(d, fills[0], parts / 8);
  fputs(eighths[parts % 8], d->out);
}

/* In the columns left of the axis: there are halves alone, and an eighth for next to nothing. */
static void put_left_bar(const struct bars *b, double number, size_t series) {
  const struct drawing *d = b->d;
  double columns = fmin(-number * b->unit, (double)b->left);
  size_t halves = (size_t)round(columns * 2);
  if (series > 0) {
    size_t whole = (size_t)fmax(1, round(columns));
    put_times(d, " ", b->left - whole);
    colour_on(d, series);
    put_times(d, fills[series], whole);
    return;
  }
  size_t taken = halves == 0 ? 1 : (halves + 1) / 2;
  put_times(d, " ", b->left - taken);
  colour_on(d, series);
  if (halves == 0)
    fputs(RIGHT_EIGHTH, d->out);
  else if (halves % 2 == 1)
    fputs(RIGHT_HALF, d->out);
  put_times(d, fills[0], halves / 2);
}

static void put_bar(const struct bars *b, const struct point *point, size_t series) {
  const struct drawing *d = b->d;
  double number = point->is_drawn ? point->number : 0;
  if (number < 0)
    put_left_bar(b, number, series);
  else
    put_times(d, " ", b->left);
  colour_off(d);
  fputs(AXIS, d->out);
  if (number > 0) {
    colour_on(d, series);
    put_right_bar(b, number, series);
    colour_off(d);
  }
  putc(' ', d->out);
  if (!point->is_drawn)
    colour_dim(d);
  put(d, point->text);
  if (!point->is_drawn)
    colour_off(d);
  putc('\n', d->out);
}

static void put_places(const struct bars *b) {
  const struct chart *chart = b->d->chart;
  struct arena_mark mark = arena_mark(b->d->scratch);
  for (size_t place = 0; place < chart->nplaces; place++) {
    if (place > 0 && chart->nseries > 1)
      putc('\n', b->d->out);
    for (size_t s = 0; s < chart->nseries; s++) {
      struct str label = s == 0 ? label_text(b->d->scratch, &chart->places[place]) : STR("");
      put_left(b->d, label, b->label);
      putc(' ', b->d->out);
      put_bar(b, chart_point(chart, place, s), s);
    }
    arena_rewind(b->d->scratch, mark);
  }
}

/* --- The axis below */

/* The column of a number, counted from the left end of the bars; the axis has one of its own. */
static size_t column_of(const struct bars *b, double number) {
  double from_axis = round(number * b->unit);
  double column = (double)b->left + from_axis;
  return column < 0 ? 0 : (size_t)column;
}

static bool is_within(const struct bars *b, double tick) {
  return tick >= b->range.low - 1e-12 && tick <= b->range.high + 1e-12;
}

static void put_axis(const struct bars *b, const struct scale *scale) {
  const struct drawing *d = b->d;
  size_t end = b->left + b->right + 1;
  put_times(d, " ", b->label + 1);
  for (size_t column = 0; column < end; column++) {
    bool is_tick = false;
    for (size_t i = 0; i < scale->nticks; i++) {
      double tick = scale_tick(scale, i);
      is_tick = is_tick || (is_within(b, tick) && column_of(b, tick) == column);
    }
    bool is_corner = column == 0 && b->left == 0;
    fputs(is_corner ? CORNER : is_tick ? TICK : FLAT, d->out);
  }
  putc('\n', d->out);
}

/* Numbers below their ticks, where one does not touch the last. */
static void put_ticks(const struct bars *b, const struct scale *scale) {
  const struct drawing *d = b->d;
  size_t used = 0;
  for (size_t i = 0; i < scale->nticks; i++) {
    double tick = scale_tick(scale, i);
    struct str text = scale_text(d->scratch, d->chart, tick);
    size_t width = utf8_text_width(text), middle = b->label + 1 + column_of(b, tick);
    size_t from = middle > width / 2 ? middle - width / 2 : 0;
    if (!is_within(b, tick) || (used > 0 && from <= used) || from + width > d->width)
      continue;
    put_times(d, " ", from - used);
    put(d, text);
    used = from + width;
  }
  putc('\n', d->out);
}

void draw_bars(const struct drawing *d) {
  struct bars b = {.d = d};
  measure(&b);
  size_t wanted = (b.left + b.right) / TICK_ROOM;
  struct scale scale = scale_of(d->chart, b.range, wanted < 2 ? 2 : wanted);
  if (d->chart->heading.n > 0) {
    put(d, fit(d->scratch, d->chart->heading, d->width));
    putc('\n', d->out);
  }
  if (d->chart->nseries > 1)
    put_legend(d, fills);
  put_places(&b);
  colour_dim(d);
  put_axis(&b, &scale);
  put_ticks(&b, &scale);
  colour_off(d);
}
