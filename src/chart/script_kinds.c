/* script_kinds: bars, lines and sparks in a picture (see script.h).
 */
#include "chart/script.h"

#include <math.h>

#define BAR 18      /* height of a bar, with what parts it from the next */
#define GROUP_GAP 8 /* between groups of bars */
#define LINES_HEIGHT 340
#define SPARK 30      /* height of a row of sparks */
#define SPARK_FILL 22 /* and what the line takes of it */
#define LEVEL 13      /* pixels that a level of a tree is set in */
#define GREY "#888888"
#define GRID "#dddddd"
#define TEXT "#222222"

static double points_width(const struct script *s) {
  const struct chart *chart = s->chart;
  double wide = 0;
  for (size_t i = 0; i < chart->nplaces * chart->nseries; i++)
    wide = fmax(wide, text_pixels(chart->points[i].text, s->size));
  return wide + 6;
}

static double group_height(const struct chart *chart) {
  return (double)chart->nseries * BAR + (chart->nseries > 1 ? GROUP_GAP : 0);
}

static double ticks_width(const struct script *s) {
  double wide = 0;
  for (size_t i = 0; i < s->scale.nticks; i++)
    wide =
        fmax(wide, text_pixels(scale_text(s->arena, s->chart, scale_tick(&s->scale, i)), s->size));
  return wide;
}

/* The highest (sign 1) or lowest (-1) cell of a series that is drawn; NULL: none is. */
static const struct point *extreme_point(const struct chart *chart, size_t series, double sign) {
  const struct point *found = NULL;
  for (size_t p = 0; p < chart->nplaces; p++) {
    const struct point *point = chart_point(chart, p, series);
    if (point->is_drawn && (found == NULL || sign * point->number > sign * found->number))
      found = point;
  }
  return found;
}

/* What stands behind each row, as on a terminal: the last year, the highest, and where anything is
 * below zero the lowest. */
static size_t figures_beside(const struct chart *chart) {
  return chart_range(chart, 0, chart->nseries).low < 0 ? 3 : 2;
}

static double figure_width(const struct script *s) {
  return fmax(points_width(s), 60) + 10;
}

/* Pixels for the ticks, or for the names of the lines where these are longer. */
static double line_left(const struct script *s) {
  double names = s->chart->nseries > 1 && s->has_values
                     ? script_labels_width(s, s->chart->series, s->chart->nseries) + 20
                     : 0;
  return fmax(ticks_width(s) + 10, names);
}

bool script_has_values(struct script *s) {
  const struct chart *chart = s->chart;
  if (chart->kind != CHART_LINE)
    return false;
  s->scale = scale_of(chart, chart_range(chart, 0, chart->nseries), 6);
  s->has_values = true;
  double room = s->width - 2 * SCRIPT_EDGE - line_left(s);
  return points_width(s) <= room / (double)chart->nplaces;
}

void script_measure(struct script *s) {
  const struct chart *chart = s->chart;
  struct range range = chart_range(chart, 0, chart->nseries);
  size_t ticks = s->width < CHART_WIDE ? 4 : 7; /* numbers beside each other */
  s->scale = scale_of(chart, range, chart->kind == CHART_LINE ? 6 : ticks);
  switch (chart->kind) {
  case CHART_AUTO:
  case CHART_BAR:
    s->left += script_labels_width(s, chart->places, chart->nplaces) + 10 +
               (range.low < 0 ? points_width(s) : 0);
    s->right -= points_width(s);
    s->bottom = s->top + (double)chart->nplaces * group_height(chart);
    return;
  case CHART_LINE:
    s->left += line_left(s);
    s->bottom = s->top + LINES_HEIGHT;
    return;
  case CHART_SPARK:
    s->left += script_labels_width(s, chart->series, chart->nseries) + 10;
    s->right -= (double)figures_beside(chart) * figure_width(s);
    s->bottom = s->top + (double)chart->nseries * SPARK;
    return;
  }
}

/* A name before its bar or line: at the right end of its column, in a tree at the left. */
static void name_label(struct script *s, const struct place *all, size_t n, size_t i, double y) {
  double room = script_labels_width(s, all, n);
  bool is_tree = false;
  for (size_t k = 0; k < n; k++)
    is_tree = is_tree || all[k].depth > 0;
  double indent = (double)all[i].depth * LEVEL;
  struct str text = script_fit(s, all[i].label, room - indent);
  script_label(s, SCRIPT_EDGE + (is_tree ? indent : room), y, is_tree ? "left" : "right", s->size,
               TEXT, text);
}

/* --- Data: numbers alone */

static void begin_data(struct script *s, size_t series) {
  sbuf_addf(&s->b, "$S%zu << EOD\n", series);
}

static void begin_plot(struct script *s, double x0, double x1, double y0, double y1) {
  /* What lies outside is not drawn; it is there so that there is always something to plot. */
  sbuf_addf(&s->b, "plot [%.17g:%.17g] [%.17g:%.17g] %.17g with lines", x0, x1, y0, y1,
            fmax(y0, y1) * 4 + 1e3);
}

static bool is_any_drawn(const struct chart *chart, size_t series) {
  return extreme_point(chart, series, 1) != NULL;
}

static double x_of(const struct script *s, double number) {
  double part = (number - s->scale.low) / (s->scale.high - s->scale.low);
  return s->left + part * (s->right - s->left);
}

static double y_of(const struct script *s, double number) {
  double part = (number - s->scale.low) / (s->scale.high - s->scale.low);
  return s->bottom - part * (s->bottom - s->top);
}

/* --- Bars */

static void bar_axis(struct script *s) {
  for (size_t i = 0; i < s->scale.nticks; i++) {
    double tick = scale_tick(&s->scale, i), x = x_of(s, tick);
    script_line(s, x, s->top, x, s->bottom + 4, tick == 0 ? GREY : GRID, tick == 0 ? 1.2 : 0.8);
    script_label(s, x, s->bottom + 14, "center", s->size, GREY,
                 scale_text(s->arena, s->chart, tick));
  }
}

/* Pixels from the top of the axes to the upper edge of a bar. */
static double bar_top(const struct chart *chart, size_t place, size_t series) {
  double gap = chart->nseries > 1 ? GROUP_GAP / 2.0 : 0;
  return (double)place * group_height(chart) + gap + (double)series * BAR;
}

static void bar_texts(struct script *s, size_t place) {
  const struct chart *chart = s->chart;
  double middle = s->top + ((double)place + 0.5) * group_height(chart);
  name_label(s, chart->places, chart->nplaces, place, middle);
  for (size_t series = 0; series < chart->nseries; series++) {
    const struct point *point = chart_point(chart, place, series);
    double y = s->top + bar_top(chart, place, series) + BAR / 2.0;
    bool is_left = point->is_drawn && point->number < 0;
    double x = x_of(s, point->is_drawn ? point->number : 0);
    script_label(s, x + (is_left ? -5 : 5), y, is_left ? "right" : "left", s->size,
                 point->is_drawn ? TEXT : GREY, point->text);
  }
}

static void plot_boxes(struct script *s, size_t series, struct str fill) {
  sbuf_addf(&s->b, ", $S%zu using 1:3:1:2:3:4 with boxxyerror %.*s", series, STR_ARG(fill));
}

static void draw_bar_picture(struct script *s) {
  const struct chart *chart = s->chart;
  bar_axis(s);
  for (size_t place = 0; place < chart->nplaces; place++)
    bar_texts(s, place);
  for (size_t series = 0; series < chart->nseries; series++) {
    if (!is_any_drawn(chart, series))
      continue;
    begin_data(s, series);
    for (size_t place = 0; place < chart->nplaces; place++) {
      const struct point *point = chart_point(chart, place, series);
      double y = bar_top(chart, place, series);
      if (point->is_drawn)
        sbuf_addf(&s->b, "%.17g %.17g %.17g %.17g\n", fmin(0, point->number),
                  fmax(0, point->number), y + 2, y + BAR - 2);
    }
    sbuf_add_z(&s->b, "EOD\n");
  }
  begin_plot(s, s->scale.low, s->scale.high, s->bottom - s->top, 0);
  for (size_t series = 0; series < chart->nseries; series++) {
    if (!is_any_drawn(chart, series))
      continue;
    plot_boxes(s, series, script_tint(s->arena, series));
    if (script_has_hatch(series))
      plot_boxes(s, series, script_hatch(s->arena, series));
  }
  sbuf_add_char(&s->b, '\n');
}

/* --- Lines */

static void add_path(struct script *s, size_t series, double base, double unit) {
  const struct chart *chart = s->chart;
  begin_data(s, series);
  for (size_t place = 0; place < chart->nplaces; place++) {
    const struct point *point = chart_point(chart, place, series);
    if (point->is_drawn)
      sbuf_addf(&s->b, "%zu %.17g\n", place, base + unit * point->number);
    else
      sbuf_add_char(&s->b, '\n'); /* parts the line */
  }
  sbuf_add_z(&s->b, "EOD\n");
}

static void plot_paths(struct script *s, double y0, double y1, double point_size) {
  const struct chart *chart = s->chart;
  bool is_spark = chart->kind == CHART_SPARK;
  begin_plot(s, -0.5, (double)chart->nplaces - 0.5, y0, y1);
  for (size_t series = 0; series < chart->nseries; series++)
    if (is_any_drawn(chart, series))
      sbuf_addf(&s->b, ", $S%zu using 1:2 with linespoints lw 2 dt %s pt %d ps %.1f lc rgb \"%s\"",
                series, is_spark ? "solid" : script_dashes[series % SERIES_MAX],
                is_spark ? 7 : script_points[series % SERIES_MAX], point_size,
                script_ink(is_spark ? 0 : series));
  sbuf_add_char(&s->b, '\n');
}

static double x_of_place(const struct script *s, size_t place) {
  return s->left + ((double)place + 0.5) * (s->right - s->left) / (double)s->chart->nplaces;
}

/* The years below, as many as have room. */
static void year_labels(struct script *s, double y) {
  const struct chart *chart = s->chart;
  double room = (s->right - s->left) / (double)chart->nplaces;
  size_t each = (size_t)ceil((text_pixels(STR("0000"), s->size) + 8) / room);
  for (size_t place = 0; place < chart->nplaces; place++)
    if ((chart->nplaces - 1 - place) % each == 0)
      script_label(s, x_of_place(s, place), y, "center", s->size, GREY, chart->places[place].label);
}

static void line_axis(struct script *s) {
  for (size_t i = 0; i < s->scale.nticks; i++) {
    double tick = scale_tick(&s->scale, i), y = y_of(s, tick);
    script_line(s, s->left, y, s->right, y, tick == 0 ? GREY : GRID, tick == 0 ? 1.2 : 0.8);
    script_label(s, s->left - 6, y, "right", s->size, GREY, scale_text(s->arena, s->chart, tick));
  }
  year_labels(s, s->bottom + 14);
}

static const char *doubt(const struct point *point) {
  if (point->is_doubtful && point->is_inferred)
    return "!~";
  return point->is_doubtful ? "!" : point->is_inferred ? "~" : "";
}

/* The figures of each line below the years, behind its mark and name. */
static void value_rows(struct script *s) {
  const struct chart *chart = s->chart;
  double room = s->left - SCRIPT_EDGE - 20;
  for (size_t series = 0; series < chart->nseries; series++) {
    double y = s->bottom + 14 + ((double)series + 1) * SCRIPT_ROW;
    if (chart->nseries > 1) {
      script_mark(s, SCRIPT_EDGE + 5, y, series);
      script_label(s, SCRIPT_EDGE + 14, y, "left", s->size, TEXT,
                   script_fit(s, chart->series[series].label, room));
    }
    for (size_t place = 0; place < chart->nplaces; place++)
      script_label(s, x_of_place(s, place), y, "center", s->size, TEXT,
                   chart_point(chart, place, series)->text);
  }
}

/* Where there is no room for the figures: what is in doubt at its point, what is missing at the
 * foot of its year. */
static void line_texts(struct script *s) {
  const struct chart *chart = s->chart;
  for (size_t place = 0; place < chart->nplaces; place++) {
    double foot = y_of(s, 0) - 9;
    for (size_t series = 0; series < chart->nseries; series++) {
      const struct point *point = chart_point(chart, place, series);
      double x = x_of_place(s, place);
      if (point->is_drawn) {
        script_label(s, x, y_of(s, point->number) - 11, "center", s->size, TEXT,
                     str_from_z(doubt(point)));
        continue;
      }
      script_label(s, x, foot, "center", s->size, script_ink(series), point->text);
      foot -= 13;
    }
  }
}

static void draw_line_picture(struct script *s) {
  line_axis(s);
  if (s->has_values)
    value_rows(s);
  else
    line_texts(s);
  for (size_t series = 0; series < s->chart->nseries; series++)
    if (is_any_drawn(s->chart, series))
      add_path(s, series, 0, 1);
  plot_paths(s, s->scale.low, s->scale.high, 0.8);
}

/* --- Sparks: each row from zero to its own highest */

static void figures_row(struct script *s, size_t series, double y) {
  const struct chart *chart = s->chart;
  const struct point *points[] = {chart_point(chart, chart->nplaces - 1, series),
                                  extreme_point(chart, series, 1),
                                  extreme_point(chart, series, -1)};
  for (size_t i = 0; i < figures_beside(chart); i++)
    script_label(s, s->right + (double)(i + 1) * figure_width(s), y, "right", s->size, TEXT,
                 points[i] != NULL ? points[i]->text : STR("\xE2\x80\x93"));
}

static void figures_head(struct script *s) {
  static const char *const names[] = {"last", "highest", "lowest"};
  for (size_t i = 0; i < figures_beside(s->chart); i++)
    script_label(s, s->right + (double)(i + 1) * figure_width(s), s->top - 6, "right", s->size - 1,
                 GREY, say(s->chart->table->says, names[i]));
}

/* What is missing, at zero, and the marks of what is in doubt. */
static void spark_texts(struct script *s, size_t series, double zero, double unit) {
  for (size_t place = 0; place < s->chart->nplaces; place++) {
    const struct point *point = chart_point(s->chart, place, series);
    double x = x_of_place(s, place);
    if (point->is_drawn)
      script_label(s, x + 7, s->top + zero - unit * point->number, "left", s->size, TEXT,
                   str_from_z(doubt(point)));
    else
      script_label(s, x, s->top + zero - 6, "center", s->size, GREY, point->text);
  }
}

static void draw_spark_picture(struct script *s) {
  const struct chart *chart = s->chart;
  year_labels(s, s->bottom + 14);
  figures_head(s);
  for (size_t series = 0; series < chart->nseries; series++) {
    struct range range = chart_range(chart, series, series + 1);
    double foot = ((double)series + 1) * SPARK - (SPARK - SPARK_FILL) / 2.0;
    double unit = SPARK_FILL / (range.high - range.low), zero = foot + range.low * unit;
    double middle = s->top + ((double)series + 0.5) * SPARK;
    name_label(s, chart->series, chart->nseries, series, middle);
    script_line(s, s->left, s->top + zero, s->right, s->top + zero, GRID, 0.8);
    spark_texts(s, series, zero, unit);
    figures_row(s, series, middle);
    if (is_any_drawn(chart, series))
      add_path(s, series, zero, -unit);
  }
  plot_paths(s, s->bottom - s->top, 0, 0.5);
}

void script_draw(struct script *s) {
  switch (s->chart->kind) {
  case CHART_AUTO:
  case CHART_BAR:
    draw_bar_picture(s);
    return;
  case CHART_LINE:
    draw_line_picture(s);
    return;
  case CHART_SPARK:
    draw_spark_picture(s);
    return;
  }
}
