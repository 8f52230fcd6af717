/* scale: round numbers along an axis that holds zero (see model.h). */
#include "chart/model.h"

#include "show/people.h"

#include <math.h>

struct range chart_range(const struct chart *chart, size_t first, size_t end) {
  struct range range = {0, 0};
  for (size_t p = 0; p < chart->nplaces; p++)
    for (size_t s = first; s < end; s++) {
      const struct point *point = chart_point(chart, p, s);
      if (!point->is_drawn)
        continue;
      range.low = fmin(range.low, point->number);
      range.high = fmax(range.high, point->number);
    }
  if (range.low >= range.high)
    range.high = chart->column->shown == SHOWN_PLAIN ? 1 : 0.01;
  return range;
}

/* 1, 2 or 5 times a power of ten, not below `least`. */
static double round_step(double least) {
  double power = pow(10, floor(log10(least)));
  double first = least / power;
  return power * (first <= 1.0000001 ? 1 : first <= 2.0000001 ? 2 : first <= 5.0000001 ? 5 : 10);
}

/* What is counted has no halves on its axis either. */
static bool is_whole(const struct chart *chart) {
  size_t n = chart->nplaces * chart->nseries, i = 0;
  if (chart->column->shown != SHOWN_PLAIN)
    return false;
  while (i < n &&
         (!chart->points[i].is_drawn || chart->points[i].number == floor(chart->points[i].number)))
    i++;
  return i == n;
}

struct scale scale_of(const struct chart *chart, struct range range, size_t wanted) {
  double step = round_step((range.high - range.low) / (double)(wanted > 0 ? wanted : 1));
  if (is_whole(chart) && step < 1)
    step = 1;
  double first = floor(range.low / step + 1e-9), last = ceil(range.high / step - 1e-9);
  return (struct scale){first * step, last * step, step, (size_t)(last - first) + 1};
}

double scale_tick(const struct scale *scale, size_t i) {
  double tick = scale->low + (double)i * scale->step;
  return fabs(tick) < scale->step / 1e6 ? 0 : tick;
}

struct str scale_text(struct arena *arena, const struct chart *chart, double number) {
  struct column column = *chart->column;
  struct value cell = value_real(number);
  if (column.shown == SHOWN_PLAIN && fabs(number) < 9e15 && number == floor(number))
    cell = value_integer((int64_t)number);
  else if (column.shown == SHOWN_PLAIN)
    cell.text = str_fmt(arena, "%.10g", number);
  else if (column.shown == SHOWN_QUOTIENT)
    cell.text = str_fmt(arena, "%.10g", number);
  struct table table = {.columns = &column, .ncolumns = 1, .says = chart->table->says};
  struct row row = {.cells = &cell, .tree = 1};
  return people_cell_in(arena, &chart->style, &table, &row, 0);
}
