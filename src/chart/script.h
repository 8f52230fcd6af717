/* script: a gnuplot script while it is written. Private to src/chart: script.c lays out the page,
 * script_kinds.c what is particular to bars, lines and sparks.
 */
#ifndef OGI_CHART_SCRIPT_H
#define OGI_CHART_SCRIPT_H

#include "chart/model.h"

/* The font of a picture; where it is not installed fontconfig takes the nearest that has the
 * letters. In an SVG, a name that picture.c replaces by a list. */
#define SCRIPT_FONT "Noto Sans CJK SC"
#define SCRIPT_FONT_SVG "sans-serif"

#define SCRIPT_ROW 17  /* of the figures below lines */
#define SCRIPT_EDGE 16 /* pixels around all */

struct lines {
  struct str *at;
  size_t n, cap;
};

struct script {
  struct arena *arena;
  const struct chart *chart;
  struct sbuf b;
  double width, height;            /* of the page, pixels */
  double left, right, top, bottom; /* of the axes, from the upper left corner */
  int size;                        /* of usual text */
  bool has_values;                 /* below lines there is a table of the figures */
  struct scale scale;
};

extern const int script_points[SERIES_MAX]; /* gnuplot's numbers of the marks on lines, */
extern const char *const
    script_dashes[SERIES_MAX]; /* and how these are broken: finer than a year that is missing */

const char *script_ink(size_t series);
double text_pixels(struct str text, double size);
/* Cuts text into lines of at most so many columns. */
void wrap(struct arena *arena, struct str text, size_t columns, struct lines *lines);

/* Text as a string of gnuplot's that holds nothing but octal numbers. */
void script_string(struct sbuf *b, struct str text);
/* Text with its left, right or center at a place in pixels. */
void script_label(struct script *s, double x, double y, const char *side, int size, const char *ink,
                  struct str text);
void script_line(struct script *s, double x0, double y0, double x1, double y1, const char *ink,
                 double width);
/* Pixels for a column of labels, which is never all of the page; and a text cut to so many. */
double script_labels_width(const struct script *s, const struct place *places, size_t n);
struct str script_fit(struct script *s, struct str text, double pixels);

/* How bars of a series are filled, behind "fs" and "fc". In the colour's light tint, and over it
 * lines or dots, so that series differ without colours as well; the first is solid. */
struct str script_tint(struct arena *arena, size_t series);
struct str script_hatch(struct arena *arena, size_t series);
bool script_has_hatch(size_t series);

/* The mark of a series, its middle at a place in pixels. */
void script_mark(struct script *s, double x, double y, size_t series);

/* --- script_kinds.c */

/* Of lines: is there room for the figures below, which say what is missing and in doubt? */
bool script_has_values(struct script *s);

/* Sets left, right, bottom and scale; width, top and the widest left and right are set. */
void script_measure(struct script *s);
/* Adds axes, labels and data. */
void script_draw(struct script *s);

#endif
