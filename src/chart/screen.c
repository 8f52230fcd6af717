/* screen: text of a certain width, colours and the legend of a chart on a terminal (see model.h).
 */
#include "chart/model.h"

#include "base/utf8.h"

#define ELLIPSIS "\xE2\x80\xA6"
#define INDENT 2 /* blanks a level, as in tables */
#define DIM "\x1b[2m"
#define PLAIN "\x1b[0m"

/* Okabe and Ito's colours, which the colour-blind tell apart, as near as 256 colours come. */
static const unsigned char inks[SERIES_MAX] = {74, 214, 36, 166, 175, 227, 32, 250};

void put(const struct drawing *d, struct str text) {
  if (text.n > 0)
    fwrite(text.p, 1, text.n, d->out);
}

void put_times(const struct drawing *d, const char *z, size_t times) {
  for (size_t i = 0; i < times; i++)
    fputs(z, d->out);
}

/* The length of the start of `text` that takes no more than `width` columns. */
static size_t start(struct str text, size_t width) {
  size_t used = 0, i = 0;
  for (size_t length; i < text.n; i += length) {
    used += (size_t)utf8_width(utf8_at(str_sub(text, i, text.n), &length));
    if (used > width)
      break;
  }
  return i;
}

struct str fit(struct arena *arena, struct str text, size_t width) {
  if (utf8_text_width(text) <= width)
    return text;
  if (width == 0)
    return STR("");
  return str_fmt(arena, "%.*s" ELLIPSIS, (int)start(text, width - 1), text.p);
}

void put_left(const struct drawing *d, struct str text, size_t width) {
  struct str shown = fit(d->scratch, text, width);
  put(d, shown);
  put_times(d, " ", width - utf8_text_width(shown));
}

void put_right(const struct drawing *d, struct str text, size_t width) {
  struct str shown = fit(d->scratch, text, width);
  put_times(d, " ", width - utf8_text_width(shown));
  put(d, shown);
}

size_t labels_width(const struct place *places, size_t n) {
  size_t widest = 0;
  for (size_t i = 0; i < n; i++) {
    size_t width = places[i].depth * INDENT + utf8_text_width(places[i].label);
    widest = width > widest ? width : widest;
  }
  return widest;
}

size_t values_width(const struct chart *chart) {
  size_t widest = 0;
  for (size_t i = 0; i < chart->nplaces * chart->nseries; i++) {
    size_t width = utf8_text_width(chart->points[i].text);
    widest = width > widest ? width : widest;
  }
  return widest;
}

struct str label_text(struct arena *arena, const struct place *place) {
  return str_fmt(arena, "%*s%.*s", (int)place->depth * INDENT, "", STR_ARG(place->label));
}

void colour_on(const struct drawing *d, size_t series) {
  if (d->has_colour)
    fprintf(d->out, "\x1b[38;5;%um", (unsigned)inks[series % SERIES_MAX]);
}

void colour_dim(const struct drawing *d) {
  if (d->has_colour)
    fputs(DIM, d->out);
}

void colour_off(const struct drawing *d) {
  if (d->has_colour)
    fputs(PLAIN, d->out);
}

void put_legend(const struct drawing *d, const char *const marks[]) {
  const struct chart *chart = d->chart;
  size_t used = 0;
  for (size_t s = 0; s < chart->nseries; s++) {
    struct str label = fit(d->scratch, chart->series[s].label, d->width - 3);
    size_t width = 2 + utf8_text_width(label);
    if (used > 0 && used + 3 + width > d->width) {
      putc('\n', d->out);
      used = 0;
    }
    put_times(d, " ", used > 0 ? 3 : 0);
    colour_on(d, s);
    fputs(marks[s], d->out);
    colour_off(d);
    putc(' ', d->out);
    put(d, label);
    used += width + (used > 0 ? 3 : 0);
  }
  if (used > 0)
    putc('\n', d->out);
}

/* What is not drawn, below the chart. */
static void put_notes(const struct drawing *d) {
  for (size_t i = 0; i < d->chart->notes.n; i++) {
    put(d, d->chart->notes.at[i]);
    putc('\n', d->out);
  }
}

#define WIDTH_LEAST 40  /* narrower there is no room for a chart beside its labels */
#define AROUND_YEARS 20 /* columns that labels and figures take beside years */

/* Of more years than have room the last ones, and a note. */
static const struct chart *last_years(struct arena *scratch, const struct chart *chart,
                                      size_t width) {
  size_t room = width - AROUND_YEARS;
  if (chart->kind == CHART_BAR || chart->nplaces <= room)
    return chart;
  struct chart *part = ARENA_NEW(scratch, struct chart);
  size_t left_out = chart->nplaces - room;
  *part = *chart;
  part->places += left_out;
  part->points += left_out * chart->nseries;
  part->nplaces = room;
  part->notes.at = NULL;
  part->notes.n = part->notes.cap = 0;
  for (size_t i = 0; i < chart->notes.n; i++)
    ARENA_PUSH(scratch, &part->notes, chart->notes.at[i]);
  ARENA_PUSH(scratch, &part->notes,
             SAY(scratch, chart->table->says, "years before {1}: no room for them",
                 part->places[0].label));
  return part;
}

void chart_draw(struct arena *scratch, const struct chart *chart, const struct chart_screen *screen,
                FILE *out) {
  struct drawing d = {.scratch = scratch,
                      .out = out,
                      .width = screen->width > WIDTH_LEAST ? screen->width : WIDTH_LEAST,
                      .has_colour = screen->has_colour};
  d.chart = chart = last_years(scratch, chart, d.width);
  if (chart_is_empty(chart)) {
    put(&d, say(chart->table->says, "no row to draw"));
    putc('\n', out);
  } else if (chart->kind == CHART_LINE) {
    draw_lines(&d);
  } else if (chart->kind == CHART_SPARK) {
    draw_sparks(&d);
  } else {
    draw_bars(&d);
  }
  put_notes(&d);
}
