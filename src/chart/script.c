/* script: the chart as a script for gnuplot (see model.h).
 *
 * Text of the user's or of reports never stands in the script as it is: each byte is written as an
 * octal number within a string, and strings are drawn without markup. So a quote, a percent sign, a
 * brace or a command in backquotes comes out as it went in. Data are numbers alone.
 *
 * Lengths are pixels from the upper left corner; a column of text on a terminal is half as wide as
 * the text is high, Latin letters a little more.
 */
#include "chart/script.h"

#include "base/utf8.h"
#include "show/show.h"

#include <math.h>

#define TITLE_SIZE 15
#define SIZE 12
#define SMALL_SIZE 11
#define TITLE_LINE 21
#define LINE 17
#define LETTER 0.58 /* of the size: the width of a column of text */
#define LABELS_PART 0.4
#define TICKS_HEIGHT 22
#define SWATCH 10 /* half the width of a piece of a bar, and its height */

static const char *const inks[SERIES_MAX] =
    {/* Okabe and Ito's, which the colour-blind tell apart */
     "#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#000000", "#F0E442"};
const int script_points[SERIES_MAX] = {7, 5, 9, 13, 6, 4, 8, 12};
const char *const script_dashes[SERIES_MAX] = {"solid",         "(6,2)", "(8,2,2,2)", "(2,2)",
                                               "(8,2,2,2,2,2)", "solid", "(6,2)",     "(8,2,2,2)"};

#define SOLID 3
static const int hatches[SERIES_MAX] = {SOLID, 5, 1, 4, 2, 0, 6, 7}; /* gnuplot's numbers */

const char *script_ink(size_t series) {
  return inks[series % SERIES_MAX];
}

double text_pixels(struct str text, double size) {
  return (double)utf8_text_width(text) * size * LETTER;
}

void script_string(struct sbuf *b, struct str text) {
  sbuf_add_char(b, '"');
  for (size_t i = 0; i < text.n; i++)
    sbuf_addf(b, "\\%03o", (unsigned)(unsigned char)text.p[i]);
  sbuf_add_char(b, '"');
}

/* A label that begins, ends or has its middle at a place in pixels. */
void script_label(struct script *s, double x, double y, const char *side, int size, const char *ink,
                  struct str text) {
  if (text.n == 0)
    return;
  sbuf_add_z(&s->b, "set label ");
  script_string(&s->b, text);
  sbuf_addf(&s->b, " at screen %.6f, screen %.6f %s font \",%d\" tc rgb \"%s\" noenhanced front\n",
            x / s->width, 1 - y / s->height, side, size, ink);
}

void script_line(struct script *s, double x0, double y0, double x1, double y1, const char *ink,
                 double width) {
  sbuf_addf(&s->b,
            "set arrow from screen %.6f, screen %.6f to screen %.6f, screen %.6f nohead back "
            "lw %.1f lc rgb \"%s\"\n",
            x0 / s->width, 1 - y0 / s->height, x1 / s->width, 1 - y1 / s->height, width, ink);
}

bool script_has_hatch(size_t series) {
  return hatches[series % SERIES_MAX] != SOLID;
}

struct str script_tint(struct arena *arena, size_t series) {
  return str_fmt(arena, "fs solid %s noborder fc rgb \"%s\"",
                 script_has_hatch(series) ? "0.3" : "1.0", script_ink(series));
}

struct str script_hatch(struct arena *arena, size_t series) {
  return str_fmt(arena, "fs transparent pattern %d border lc rgb \"%s\" fc rgb \"%s\"",
                 hatches[series % SERIES_MAX], script_ink(series), script_ink(series));
}

/* A piece of a bar, for the legend. */
static void add_swatch(struct script *s, double x, double y, struct str fill) {
  sbuf_addf(&s->b,
            "set object rectangle from screen %.6f, screen %.6f to screen %.6f, screen %.6f %.*s\n",
            (x - SWATCH) / s->width, 1 - (y - SWATCH / 2.0) / s->height, (x + SWATCH) / s->width,
            1 - (y + SWATCH / 2.0) / s->height, STR_ARG(fill));
}

void script_mark(struct script *s, double x, double y, size_t series) {
  if (s->chart->kind == CHART_BAR) {
    add_swatch(s, x, y, script_tint(s->arena, series));
    if (script_has_hatch(series))
      add_swatch(s, x, y, script_hatch(s->arena, series));
    return;
  }
  sbuf_addf(
      &s->b, "set label \"\" at screen %.6f, screen %.6f point pt %d ps 1 lc rgb \"%s\" front\n",
      x / s->width, 1 - y / s->height, script_points[series % SERIES_MAX], script_ink(series));
}

/* --- Title, legend and caption */

/* The end of the line that begins at `from`: at a blank where there is one, before `columns` are
 * full. */
static size_t line_end(struct str text, size_t from, size_t columns) {
  size_t used = 0, blank = 0, i = from;
  for (size_t length; i < text.n; i += length) {
    uint32_t c = utf8_at(str_sub(text, i, text.n), &length);
    used += (size_t)utf8_width(c);
    if (used > columns)
      return blank > from ? blank : i;
    if (c == ' ')
      blank = i + length;
  }
  return text.n;
}

void wrap(struct arena *arena, struct str text, size_t columns, struct lines *lines) {
  for (size_t from = 0; from < text.n;) {
    size_t end = line_end(text, from, columns);
    ARENA_PUSH(arena, lines, str_trim(str_sub(text, from, end)));
    from = end > from ? end : text.n;
  }
}

static size_t columns_of(const struct script *s, double size) {
  return (size_t)((s->width - 2 * SCRIPT_EDGE) / (size * LETTER));
}

/* Draws the legend, or only measures it; gives the height. */
static double legend(struct script *s, double y, bool draws) {
  const struct chart *chart = s->chart;
  double x = SCRIPT_EDGE, top = y;
  if (chart->nseries < 2 || chart->kind == CHART_SPARK || s->has_values)
    return 0;
  for (size_t i = 0; i < chart->nseries; i++) {
    struct str text = fit(s->arena, chart->series[i].label, columns_of(s, SIZE) - 6);
    double wide = text_pixels(text, SIZE) + 46;
    if (x > SCRIPT_EDGE && x + wide > s->width - SCRIPT_EDGE) {
      x = SCRIPT_EDGE;
      y += LINE;
    }
    if (draws) {
      script_mark(s, x + 10, y + LINE / 2.0, i);
      script_label(s, x + 26, y + LINE / 2.0, "left", SIZE, "#222222", text);
    }
    x += wide;
  }
  return y + LINE - top + 4;
}

static void add_lines(struct script *s, const struct lines *lines, double y, double step, int size,
                      const char *ink) {
  for (size_t i = 0; i < lines->n; i++)
    script_label(s, SCRIPT_EDGE, y + ((double)i + 0.5) * step, "left", size, ink, lines->at[i]);
}

/* --- The whole */

static void begin(struct script *s, enum chart_file file) {
  double width = s->width, height = s->height;
  if (file == CHART_SVG)
    sbuf_addf(&s->b,
              "set terminal svg size %.0f,%.0f noenhanced font \"" SCRIPT_FONT_SVG
              ",%d\" "
              "background rgb \"#ffffff\"\n",
              width, height, SIZE);
  else if (file == CHART_PNG) /* twice as fine */
    sbuf_addf(&s->b,
              "set terminal pngcairo size %.0f,%.0f noenhanced font \"" SCRIPT_FONT
              ",%d\" "
              "fontscale 1.5 linewidth 2 pointscale 2 background rgb \"#ffffff\"\n",
              2 * width, 2 * height, SIZE);
  else
    sbuf_addf(&s->b,
              "set terminal pdfcairo size %.4fin,%.4fin noenhanced font \"" SCRIPT_FONT
              ",%d\" fontscale 0.6 linewidth 1.5 pointscale 0.8\n",
              width / 96, height / 96, SIZE);
  sbuf_add_z(&s->b, "set encoding utf8\nunset key\nunset tics\nunset border\n");
}

/* The place of the axes, in pixels from the upper left corner. */
static void margins(struct script *s) {
  sbuf_addf(&s->b,
            "set lmargin at screen %.6f\nset rmargin at screen %.6f\nset tmargin at screen %.6f\n"
            "set bmargin at screen %.6f\n",
            s->left / s->width, s->right / s->width, 1 - s->top / s->height,
            1 - s->bottom / s->height);
}

static void gather_caption(struct script *s, struct lines *caption) {
  struct str *footer;
  size_t n = show_footer_lines(s->arena, s->chart->table, &footer);
  for (size_t i = 0; i < s->chart->notes.n; i++)
    wrap(s->arena, s->chart->notes.at[i], columns_of(s, SMALL_SIZE), caption);
  for (size_t i = 0; i < n; i++)
    wrap(s->arena, footer[i], columns_of(s, SMALL_SIZE), caption);
}

double script_labels_width(const struct script *s, const struct place *places, size_t n) {
  double wide = (double)labels_width(places, n) * SIZE * LETTER;
  return wide < s->width * LABELS_PART ? wide : s->width * LABELS_PART;
}

struct str script_fit(struct script *s, struct str text, double pixels) {
  return fit(s->arena, text, (size_t)(pixels / (SIZE * LETTER) + 0.01));
}

struct str script_of(struct arena *arena, const struct chart *chart, enum chart_file file,
                     enum chart_width width) {
  struct script s = {.arena = arena, .chart = chart, .b = {.arena = arena}, .width = (double)width};
  struct lines title = {0}, caption = {0};
  wrap(arena, chart->title, columns_of(&s, TITLE_SIZE), &title);
  gather_caption(&s, &caption);
  double heading = chart->heading.n > 0 ? LINE : 0;
  double title_end = SCRIPT_EDGE + (double)title.n * TITLE_LINE;
  double legend_top = title_end + heading + 6;
  s.has_values = script_has_values(&s);
  s.top = legend_top + legend(&s, 0, false) + 8;
  s.left = SCRIPT_EDGE;
  s.right = s.width - SCRIPT_EDGE;
  s.size = SIZE;
  script_measure(&s);
  double table = s.has_values ? (double)chart->nseries * SCRIPT_ROW : 0;
  double caption_top = s.bottom + TICKS_HEIGHT + table + 10;
  s.height = ceil(caption_top + (double)caption.n * LINE + SCRIPT_EDGE);
  begin(&s, file);
  margins(&s);
  add_lines(&s, &title, SCRIPT_EDGE, TITLE_LINE, TITLE_SIZE, "#000000");
  script_label(&s, SCRIPT_EDGE, title_end + LINE / 2.0, "left", SIZE, "#444444",
               fit(arena, chart->heading, columns_of(&s, SIZE)));
  legend(&s, legend_top, true);
  add_lines(&s, &caption, caption_top, LINE, SMALL_SIZE, "#555555");
  script_draw(&s);
  return sbuf_str(&s.b);
}
