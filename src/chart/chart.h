/* chart: an answer → a drawing: bars, lines or a row of sparks for each group, on a terminal and in
 * pictures. Nothing is computed here: a chart shows the figures of a table, what is missing as
 * missing.
 *
 * Which kind fits is read off the columns: years and one figure are a line (bars when there are
 * fewer than three years), years and another dimension are grouped bars or sparks, all else are
 * bars. Axes always hold zero.
 *
 *   const struct chart *chart = chart_of(arena, &table, title, CHART_AUTO, &style, at, diags);
 *   if (chart != NULL) chart_draw(arena, chart, &screen, out);
 *   if (chart != NULL && chart_can_picture(arena)) chart_picture(arena, chart, …, &svg, diags);
 */
#ifndef OGI_CHART_CHART_H
#define OGI_CHART_CHART_H

#include "base/diag.h"
#include "show/people.h"
#include "value/value.h"

#include <stdio.h>

enum chart_kind { CHART_AUTO, CHART_BAR, CHART_LINE, CHART_SPARK };

/* The kind called "bar", "line" or "spark", in any case of letters; "bars" and "lines" serve too.
 * False: there is none. */
bool chart_kind_named(struct str word, enum chart_kind *kind);
/* "bar", "line", "spark", in this order; NULL behind the last. */
const char *chart_kind_name(size_t i);

struct chart;

/* What is drawn of an answer. The table must outlive the chart, which lives in the arena. `title`
 * stands above a picture: mostly the statement. `style`: how figures are written. `at` is where
 * messages point to. NULL after diag_add: there is no figure, too much for one picture, or the kind
 * cannot show these columns; the hint says what to write. An answer without rows is a chart: see
 * chart_is_empty. */
const struct chart *chart_of(struct arena *arena, const struct table *table, struct str title,
                             enum chart_kind kind, const struct people_style *style, struct span at,
                             struct diags *diags);
bool chart_is_empty(const struct chart *chart);

struct chart_screen {
  size_t width;    /* columns; no line of the drawing is wider; below 40 is taken as 40 */
  bool has_colour; /* else plain text */
};

/* Writes the chart as lines of text (UTF-8): the figures, a legend, axes, what is not drawn. The
 * footer of the table is not written. */
void chart_draw(struct arena *scratch, const struct chart *chart, const struct chart_screen *screen,
                FILE *out);

enum chart_file { CHART_SVG, CHART_PNG, CHART_PDF };

/* Of a picture, in pixels: narrow is for a telephone, where a wide one would be too small to read.
 */
enum chart_width { CHART_NARROW = 400, CHART_WIDE = 800 };

/* The picture that the ending of a path names; false when it names none. */
bool chart_file_for(struct str path, enum chart_file *file);

/* Is gnuplot there, which draws the pictures? */
bool chart_can_picture(struct arena *arena);

/* The bytes of a picture, in the arena, drawn by gnuplot: the title, the chart, below it the
 * coverage and the notes of the table. An SVG has no links to anything outside. False after
 * diag_add: gnuplot is not there, or fails; also for an empty chart.
 */
bool chart_picture(struct arena *arena, const struct chart *chart, enum chart_file file,
                   enum chart_width width, struct span at, struct str *bytes, struct diags *diags);

/* An SVG of chart_picture as a part of an HTML page: without its head, of this class, and with ids
 * that tell it from the other charts of the page by its number. */
struct str chart_svg_within(struct arena *arena, struct str svg, const char *class, size_t number);

/* Has the chart Chinese letters, and the machine no font that has them? A PNG or PDF then shows
 * boxes in their place. */
bool chart_lacks_font(struct arena *arena, const struct chart *chart);

#endif
