/* model: what a chart draws, laid out as places along an axis and series beside each other. Private
 * to src/chart.
 */
#ifndef OGI_CHART_MODEL_H
#define OGI_CHART_MODEL_H

#include "chart/chart.h"

#define SERIES_MAX 8 /* bars beside each other, or lines in one chart, that can be told apart */

struct point {
  bool is_drawn;   /* a number; not one that is missing, nor a rate over too small a base */
  double number;   /* as it stands in the table: 0.5 for 50 % */
  struct str text; /* as the table shows it, marks of doubt included; a dash where it is missing */
  bool is_doubtful, is_inferred;
};

struct place {
  struct str label;
  size_t depth; /* in a tree */
};

struct chart {
  enum chart_kind kind; /* never CHART_AUTO */
  const struct table *table;
  struct people_style style;
  const struct column *column; /* how the numbers of the axis are written */
  struct str title;
  struct str heading; /* what the figures are, and their unit; may be empty */
  bool is_time;       /* the places are years */
  struct place *places;
  size_t nplaces;
  struct place *series; /* one without a label when there is but one */
  size_t nseries;
  struct point *points; /* by place, then by series */
  struct {
    struct str *at; /* what is not drawn */
    size_t n, cap;
  } notes;
};

static inline const struct point *chart_point(const struct chart *chart, size_t place, size_t s) {
  return &chart->points[place * chart->nseries + s];
}

/* The range of what is drawn of the series from `first` up to, not including, `end`; it holds zero
 * and is never empty. */
struct range {
  double low, high;
};
struct range chart_range(const struct chart *chart, size_t first, size_t end);

/* Round numbers on an axis: low and high are multiples of the step. */
struct scale {
  double low, high, step;
  size_t nticks;
};
/* About so many ticks; whole numbers where the figures are. */
struct scale scale_of(const struct chart *chart, struct range range, size_t wanted);
double scale_tick(const struct scale *scale, size_t i);
/* A number of the axis as the table would show it. */
struct str scale_text(struct arena *arena, const struct chart *chart, double number);

/* --- screen.c: a part of each drawing on a terminal */

struct drawing {
  struct arena *scratch;
  const struct chart *chart;
  FILE *out;
  size_t width;
  bool has_colour;
};

void put(const struct drawing *d, struct str text);
void put_times(const struct drawing *d, const char *z, size_t times);
/* Text in exactly `width` columns: cut with an ellipsis or filled up, on the left or on the right.
 */
void put_left(const struct drawing *d, struct str text, size_t width);
void put_right(const struct drawing *d, struct str text, size_t width);
/* The text, or its start and an ellipsis, in no more than `width` columns. */
struct str fit(struct arena *arena, struct str text, size_t width);
/* The longest label of places or series, indentation included. */
size_t labels_width(const struct place *places, size_t n);
/* The longest figure as it is written. */
size_t values_width(const struct chart *chart);
/* "  label": as deep as it is. */
struct str label_text(struct arena *arena, const struct place *place);
void colour_on(const struct drawing *d, size_t series);
void colour_dim(const struct drawing *d);
void colour_off(const struct drawing *d);
/* Which mark stands for which series, in as many lines as it takes. */
void put_legend(const struct drawing *d, const char *const marks[]);

void draw_bars(const struct drawing *d);
void draw_lines(const struct drawing *d);
void draw_sparks(const struct drawing *d);

/* --- script.c: the chart as a script for gnuplot, which holds no text of the user's but as octal
 * numbers */
struct str script_of(struct arena *arena, const struct chart *chart, enum chart_file file,
                     enum chart_width width);

#endif
