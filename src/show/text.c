/* text: an answer → an aligned table (see text.h).
 *
 * Two passes: the first measures every cell, the second writes, so that no more than one row of
 * texts is held. Every row is written whole: keys are repeated, so that lines can be searched.
 *
 *   year  outcome                 applications
 *   2020  withheld                          14     numbers right, keys and words left
 *   2020    state_secret                     2     two blanks a level
 *
 *   total                                   31     set off
 *
 * Where the width is limited, fit.c says what the columns give up for it, and every line is filled
 * up with blanks to the same width; elsewhere no line ends in blanks.
 */
#include "show/text.h"

#include "base/utf8.h"
#include "show/fit.h"
#include "show/mark.h"
#include "show/people.h"

#include <string.h>

#define INDENT 2 /* blanks a level */
#define ELLIPSIS "\xE2\x80\xA6"
#define RULE "\xE2\x94\x80"

struct layout {
  const struct table *table;
  const struct show_options *options;
  struct people_style style;
  struct arena *scratch;
  FILE *out;
  size_t *columns;         /* of the table: those that are shown at all */
  struct fit_column *fits; /* what each of them gets */
  size_t n;                /* how many they are */
  size_t blanks;           /* that wait for something to stand behind them */
  bool is_filled;          /* lines are filled up with blanks */
};

static void put(FILE *out, struct str s) {
  if (s.n > 0)
    fwrite(s.p, 1, s.n, out);
}

static void put_times(FILE *out, const char *z, size_t times) {
  for (size_t i = 0; i < times; i++)
    fputs(z, out);
}

static size_t indentation(const struct row *row, size_t column) {
  return column == row->tree ? (size_t)row->depth * INDENT : 0;
}

/* --- What the columns need, and what they get */

static enum fit_kind kind_of(const struct column *column) {
  if (people_is_right(column))
    return FIT_FIGURE;
  return column->role == COLUMN_KEY ? FIT_KEY : FIT_TEXT;
}

static void measure_headings(struct layout *l) {
  for (size_t i = 0; i < l->n; i++) {
    const struct column *column = &l->table->columns[l->columns[i]];
    struct fit_column *fit = &l->fits[i];
    size_t heading = l->options->has_no_headers
                         ? 0
                         : utf8_text_width(people_heading_in(l->scratch, &l->style, column));
    fit->kind = kind_of(column);
    fit->spare = column->spare;
    fit->width = heading > fit->body ? heading : fit->body;
  }
}

static void measure(struct layout *l) {
  const struct table *table = l->table;
  uint64_t *first = ARENA_ARRAY(l->scratch, uint64_t, l->n + 1);
  struct arena_mark mark = arena_mark(l->scratch);
  for (size_t i = 0; i < l->n; i++)
    l->fits[i].is_constant = table->rows.n > 1;
  for (size_t r = 0; r < table->rows.n; r++) {
    const struct row *row = &table->rows.at[r];
    for (size_t i = 0; i < l->n; i++) {
      struct fit_column *fit = &l->fits[i];
      struct str text = people_cell_in(l->scratch, &l->style, table, row, l->columns[i]);
      size_t width = indentation(row, l->columns[i]) + utf8_text_width(text);
      uint64_t hash = str_hash(text);
      first[i] = r == 0 ? hash : first[i];
      fit->is_constant = fit->is_constant && hash == first[i];
      fit->body = width > fit->body ? width : fit->body;
    }
    arena_rewind(l->scratch, mark);
  }
  measure_headings(l);
}

/* Units go before anything else does. */
static void fit(struct layout *l) {
  size_t width = l->options->width, left_out = 0;
  if (width > 0 && fit_line(l->fits, l->n) > width) {
    l->style.has_units = false;
    measure_headings(l);
    left_out = fit_columns(l->fits, l->n, width);
  }
  if (l->options->left_out != NULL)
    *l->options->left_out = left_out;
}

/* --- Lines */

/* The longest start of `text` that takes no more than `width` columns, what combines with its last
 * character included. */
static struct str start_of(struct str text, size_t width) {
  size_t i = 0, used = 0;
  while (i < text.n) {
    size_t length;
    used += (size_t)utf8_width(utf8_at(str_sub(text, i, text.n), &length));
    if (used > width)
      break;
    i += length;
  }
  return str_sub(text, 0, i);
}

/* The longest end of `text` that takes no more than `width` columns. */
static struct str end_of(struct str text, size_t width) {
  size_t whole = utf8_text_width(text), i = 0, used = 0;
  while (i < text.n && whole - used > width) {
    size_t length;
    used += (size_t)utf8_width(utf8_at(str_sub(text, i, text.n), &length));
    i += length;
  }
  return str_sub(text, i, text.n);
}

/* examples/reports/x.txt:57: the name of the file and the line tell most, and stand at its end. */
static bool is_path(struct str text) {
  return str_find(text, STR("/")) < text.n && str_find(text, STR(" ")) == text.n;
}

static struct str shortened(struct layout *l, struct str text, size_t room) {
  if (utf8_text_width(text) <= room)
    return text;
  if (room == 0)
    return STR("");
  if (is_path(text))
    return str_fmt(l->scratch, ELLIPSIS "%.*s", STR_ARG(end_of(text, room - 1)));
  return str_fmt(l->scratch, "%.*s" ELLIPSIS, STR_ARG(start_of(text, room - 1)));
}

/* Marks where columns were left out before column `i`. */
static void put_left_out(struct layout *l, size_t i, const char *mark) {
  if (i == 0 || !l->fits[i - 1].is_out)
    return;
  if (mark != NULL) {
    put_times(l->out, " ", l->blanks);
    fputs(mark, l->out);
    l->blanks = 0;
  }
  l->blanks += mark != NULL ? FIT_GAP : FIT_MARK + FIT_GAP;
}

static void put_cell(struct layout *l, size_t i, size_t indent, struct str text,
                     const char *colour) {
  size_t room = l->fits[i].width;
  bool is_right = people_is_right(&l->table->columns[l->columns[i]]);
  indent = indent < room ? indent : room;
  text = shortened(l, text, room - indent);
  size_t fill = room - indent - utf8_text_width(text);
  l->blanks += (is_right ? fill : 0) + indent;
  if (text.n > 0) {
    put_times(l->out, " ", l->blanks);
    if (colour != NULL)
      fputs(colour, l->out);
    put(l->out, text);
    if (colour != NULL)
      fputs(MARK_PLAIN, l->out);
    l->blanks = 0;
  }
  l->blanks += (is_right ? 0 : fill) + (i + 1 < l->n ? FIT_GAP : 0);
}

static void put_end(struct layout *l, const char *z) {
  if (l->is_filled)
    put_times(l->out, " ", l->blanks);
  l->blanks = 0;
  fputs(z, l->out);
}

static void put_rule(const struct layout *l) {
  if (l->options->has_colour)
    fputs(MARK_DIM, l->out);
  for (size_t i = 0; i < l->n; i++) {
    bool is_first_out = l->fits[i].is_out && !l->fits[i - 1].is_out;
    if (l->fits[i].is_out && !is_first_out)
      continue;
    put_times(l->out, RULE, is_first_out ? FIT_MARK : l->fits[i].width);
    if (i + 1 < l->n)
      put_times(l->out, " ", FIT_GAP);
  }
  fputs(l->options->has_colour ? MARK_PLAIN "\n" : "\n", l->out);
}

static void put_header(struct layout *l) {
  if (l->options->is_terminal && l->table->title.n > 0) {
    put(l->out, people_escape(l->scratch, l->table->title));
    putc('\n', l->out);
  }
  if (l->options->has_no_headers)
    return;
  if (l->options->has_colour)
    fputs(MARK_BOLD, l->out);
  for (size_t i = 0; i < l->n; i++) {
    if (l->fits[i].is_out)
      continue;
    const struct column *column = &l->table->columns[l->columns[i]];
    put_left_out(l, i, ELLIPSIS);
    put_cell(l, i, 0, people_heading_in(l->scratch, &l->style, column), NULL);
  }
  put_end(l, l->options->has_colour ? MARK_PLAIN "\n" : "\n");
  if (l->options->is_terminal)
    put_rule(l);
}

/* Whole-scope rows at the end of a grouped answer stand apart from what they sum up. */
static bool is_set_off(const struct table *table, size_t r) {
  if (r == 0)
    return false;
  enum row_mark mark = table->rows.at[r].mark, before = table->rows.at[r - 1].mark;
  return (mark == ROW_TOTAL || mark == ROW_OTHERS) && before != ROW_TOTAL && before != ROW_OTHERS;
}

static void put_row(struct layout *l, const struct row *row) {
  struct arena_mark mark = arena_mark(l->scratch);
  for (size_t i = 0; i < l->n; i++) {
    size_t c = l->columns[i];
    if (l->fits[i].is_out)
      continue;
    put_left_out(l, i, NULL);
    put_cell(l, i, indentation(row, c), people_cell_in(l->scratch, &l->style, l->table, row, c),
             l->options->has_colour ? mark_colour(row->cells[c]) : NULL);
  }
  put_end(l, "\n");
  arena_rewind(l->scratch, mark);
}

static void put_rows(struct layout *l) {
  const struct table *table = l->table;
  for (size_t r = 0; r < table->rows.n; r++) {
    if (is_set_off(table, r)) {
      if (l->options->is_terminal)
        put_rule(l);
      else
        putc('\n', l->out);
    }
    put_row(l, &table->rows.at[r]);
  }
}

void text_write(struct arena *scratch, const struct table *table,
                const struct show_options *options, FILE *out) {
  struct layout l = {.table = table,
                     .options = options,
                     .style = options->style,
                     .scratch = scratch,
                     .out = out,
                     .columns = ARENA_ARRAY(scratch, size_t, table->ncolumns + 1),
                     .fits = ARENA_ARRAY(scratch, struct fit_column, table->ncolumns + 1),
                     .is_filled = options->width > 0};
  for (size_t i = 0; i < table->ncolumns; i++)
    if (people_is_shown(&table->columns[i]))
      l.columns[l.n++] = i;
  measure(&l);
  fit(&l);
  if (options->is_apart)
    putc('\n', out);
  put_header(&l);
  put_rows(&l);
}
