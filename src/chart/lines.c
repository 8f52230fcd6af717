/* lines: lines over years on a terminal, drawn in dots of Braille, each with marks of its own;
 * below them a small table of the figures, so that what is missing or in doubt is seen (see
 * model.h).
 *
 *   30 ┤                ⣀⠤●
 *      │     ●⠤⠤⣀⣀⠤⠒⠉
 *    0 ┼
 *          2019   2020   2021
 *   ● x      20     –     !28
 */
#include "chart/model.h"

#include "base/utf8.h"

#include <math.h>

#define ROWS_LEAST 9
#define ROWS_MOST 18
#define SLOT_MOST 16 /* columns for a year: wider says no more */
#define BRAILLE 0x2800
#define NO_MARK 0xFF
#define AXIS "\xE2\x94\x82"
#define AXIS_TICK "\xE2\x94\xA4"
#define ZERO "\xE2\x94\x80"
#define ZERO_TICK "\xE2\x94\xBC"

static const char *const marks[SERIES_MAX] = {"\xE2\x97\x8F", "\xE2\x96\xB2", "\xE2\x96\xA0",
                                              "\xE2\x97\x86", "\xE2\x97\x8B", "\xE2\x96\xB3",
                                              "\xE2\x96\xA1", "\xE2\x97\x87"};

/* A character of the drawing: dots, or the mark of a series, and whose colour it has. */
struct cell {
  unsigned char dots, mark, series, doubt;
};

struct lines {
  const struct drawing *d;
  size_t label, slot, columns, rows;
  bool has_values; /* there is room for the table below */
  struct scale scale;
  struct cell *cells;
};

static struct cell *cell_at(const struct lines *l, size_t row, size_t column) {
  return &l->cells[row * l->columns + column];
}

/* --- Dots: two across and four down in each character */

static void set_dot(const struct lines *l, size_t x, size_t y, size_t series) {
  static const unsigned char bits[4][2] = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
  struct cell *cell = cell_at(l, y / 4, x / 2);
  cell->dots |= bits[y % 4][x % 2];
  cell->series = (unsigned char)series;
}

static size_t dot_x(const struct lines *l, size_t place) {
  return place * l->slot * 2 + l->slot;
}

static size_t dot_y(const struct lines *l, double number) {
  double part = (l->scale.high - number) / (l->scale.high - l->scale.low);
  return (size_t)round(part * (double)(l->rows * 4 - 1));
}

static void join(const struct lines *l, size_t place, double from, double to, size_t series) {
  size_t x0 = dot_x(l, place), x1 = dot_x(l, place + 1);
  double y0 = (double)dot_y(l, from), y1 = (double)dot_y(l, to);
  size_t steps = (size_t)fmax((double)(x1 - x0), fabs(y1 - y0));
  for (size_t i = 0; i <= steps; i++) {
    double part = (double)i / (double)steps;
    set_dot(l, x0 + (size_t)round(part * (double)(x1 - x0)), (size_t)round(y0 + part * (y1 - y0)),
            series);
  }
}

static void draw_series(const struct lines *l, size_t series) {
  const struct chart *chart = l->d->chart;
  for (size_t p = 0; p + 1 < chart->nplaces; p++) {
    const struct point *from = chart_point(chart, p, series);
    const struct point *to = chart_point(chart, p + 1, series);
    if (from->is_drawn && to->is_drawn)
      join(l, p, from->number, to->number, series);
  }
}

static void mark_series(const struct lines *l, size_t series) {
  const struct chart *chart = l->d->chart;
  for (size_t p = 0; p < chart->nplaces; p++) {
    const struct point *point = chart_point(chart, p, series);
    if (!point->is_drawn)
      continue;
    size_t row = dot_y(l, point->number) / 4, column = dot_x(l, p) / 2;
    struct cell *cell = cell_at(l, row, column);
    cell->mark = (unsigned char)series;
    bool is_doubted = point->is_doubtful || point->is_inferred;
    if (is_doubted && column + 1 < l->columns)
      cell_at(l, row, column + 1)->doubt = point->is_doubtful ? '!' : '~';
  }
}

/* --- Writing */

static void put_dots(const struct lines *l, unsigned char dots) {
  struct sbuf b = {.arena = l->d->scratch};
  utf8_put(&b, BRAILLE + (uint32_t)dots);
  put(l->d, sbuf_str(&b));
}

static void put_cell(const struct lines *l, const struct cell *cell, bool is_zero) {
  const struct drawing *d = l->d;
  if (cell->mark != NO_MARK) {
    colour_on(d, cell->mark);
    fputs(marks[cell->mark], d->out);
    colour_off(d);
  } else if (cell->doubt != 0) {
    putc(cell->doubt, d->out);
  } else if (cell->dots != 0) {
    colour_on(d, cell->series);
    put_dots(l, cell->dots);
    colour_off(d);
  } else {
    fputs(is_zero ? ZERO : " ", d->out);
  }
}

/* The tick in this row; nticks: there is none. */
static size_t tick_of(const struct lines *l, size_t row) {
  size_t i = 0;
  while (i < l->scale.nticks && dot_y(l, scale_tick(&l->scale, i)) / 4 != row)
    i++;
  return i;
}

static void put_row(const struct lines *l, size_t row) {
  const struct drawing *d = l->d;
  size_t tick = tick_of(l, row), last = l->columns;
  bool has_tick = tick < l->scale.nticks;
  bool is_zero = dot_y(l, 0) / 4 == row;
  double number = has_tick ? scale_tick(&l->scale, tick) : 0;
  colour_dim(d);
  put_right(d, has_tick ? scale_text(d->scratch, d->chart, number) : STR(""), l->label);
  fputs(is_zero ? " " ZERO_TICK : has_tick ? " " AXIS_TICK : " " AXIS, d->out);
  colour_off(d);
  while (last > 0 && !is_zero && cell_at(l, row, last - 1)->dots == 0 &&
         cell_at(l, row, last - 1)->mark == NO_MARK && cell_at(l, row, last - 1)->doubt == 0)
    last--;
  for (size_t column = 0; column < last; column++)
    put_cell(l, cell_at(l, row, column), is_zero);
  putc('\n', d->out);
}

/* A text around the middle of a year's columns; `used` columns of the line are taken. */
static size_t put_middle(const struct lines *l, struct str text, size_t place, size_t used) {
  size_t width = utf8_text_width(text);
  size_t middle = l->label + 2 + dot_x(l, place) / 2;
  size_t from = middle > width / 2 ? middle - width / 2 : 0;
  if (from < used + (used > 0) || from + width > l->d->width)
    return used;
  put_times(l->d, " ", from - used);
  put(l->d, text);
  return from + width;
}

static void put_years(const struct lines *l) {
  const struct chart *chart = l->d->chart;
  size_t used = 0;
  colour_dim(l->d);
  for (size_t p = 0; p < chart->nplaces; p++)
    used = put_middle(l, chart->places[p].label, p, used);
  colour_off(l->d);
  putc('\n', l->d->out);
}

static void put_values(const struct lines *l, size_t series) {
  const struct drawing *d = l->d;
  const struct chart *chart = d->chart;
  size_t used = 0;
  if (chart->nseries > 1) {
    colour_on(d, series);
    fputs(marks[series], d->out);
    colour_off(d);
    putc(' ', d->out);
    struct str label = fit(d->scratch, chart->series[series].label, l->label - 2);
    put(d, label);
    used = 2 + utf8_text_width(label);
  }
  for (size_t p = 0; p < chart->nplaces; p++)
    used = put_middle(l, chart_point(chart, p, series)->text, p, used);
  putc('\n', d->out);
}

/* --- Measures */

static size_t ticks_width(const struct lines *l) {
  size_t widest = 0;
  for (size_t i = 0; i < l->scale.nticks; i++) {
    double tick = scale_tick(&l->scale, i);
    size_t width = utf8_text_width(scale_text(l->d->scratch, l->d->chart, tick));
    widest = width > widest ? width : widest;
  }
  return widest;
}

static size_t slot_for(const struct lines *l, size_t label) {
  size_t slot = (l->d->width - label - 2) / l->d->chart->nplaces;
  return slot > SLOT_MOST ? SLOT_MOST : slot < 1 ? 1 : slot;
}

static void measure(struct lines *l) {
  const struct drawing *d = l->d;
  const struct chart *chart = d->chart;
  size_t rows = d->width / 5;
  l->rows = rows < ROWS_LEAST ? ROWS_LEAST : rows > ROWS_MOST ? ROWS_MOST : rows;
  l->scale = scale_of(chart, chart_range(chart, 0, chart->nseries), l->rows / 3);
  size_t ticks = ticks_width(l), most = d->width * 2 / 5;
  size_t names = chart->nseries > 1 ? 2 + labels_width(chart->series, chart->nseries) : 0;
  names = names > most ? most : names;
  l->label = names > ticks ? names : ticks;
  l->has_values = slot_for(l, l->label) > values_width(chart);
  if (!l->has_values)
    l->label = ticks;
  l->slot = slot_for(l, l->label);
  l->columns = l->slot * chart->nplaces;
  l->cells = ARENA_ARRAY(d->scratch, struct cell, l->rows * l->columns);
  for (size_t i = 0; i < l->rows * l->columns; i++)
    l->cells[i].mark = NO_MARK;
}

void draw_lines(const struct drawing *d) {
  struct lines l = {.d = d};
  const struct chart *chart = d->chart;
  measure(&l);
  if (chart->heading.n > 0) {
    put(d, fit(d->scratch, chart->heading, d->width));
    putc('\n', d->out);
  }
  if (!l.has_values && chart->nseries > 1)
    put_legend(d, marks);
  for (size_t s = 0; s < chart->nseries; s++)
    draw_series(&l, s);
  for (size_t s = chart->nseries; s-- > 0;) /* the first lies on top */
    mark_series(&l, s);
  for (size_t row = 0; row < l.rows; row++)
    put_row(&l, row);
  put_years(&l);
  for (size_t s = 0; s < chart->nseries && l.has_values; s++)
    put_values(&l, s);
}
