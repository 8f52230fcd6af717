/* text: an answer → an aligned table, and its footer (see text.h, show.h).
 *
 * Two passes: the first measures every cell, the second writes, so that no more than one row of
 * texts is held. Every row is written whole: keys are repeated, so that lines can be searched.
 *
 *   year  outcome                 applications
 *   2020  withheld                          14     numbers right, keys and words left
 *   2020    state_secret                     2     two blanks a level
 *
 *   total                                   31     set off
 */
#include "show/text.h"

#include "base/utf8.h"
#include "show/people.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define GAP 2       /* blanks between columns */
#define INDENT 2    /* blanks a level */
#define WORDS_MIN 8 /* columns of words are not cut below this */
#define KEYS_MIN 16 /* nor keys below this: a name must stay recognisable */
#define ELLIPSIS "\xE2\x80\xA6"
#define RULE "\xE2\x94\x80"

#define BOLD "\x1b[1m"
#define DIM "\x1b[2m"
#define PLAIN "\x1b[0m"

struct layout {
  const struct table *table;
  struct arena *scratch;
  FILE *out;
  size_t *widths;
  size_t last_shown; /* its words are not filled up with blanks */
  size_t blanks;     /* that wait for something to stand behind them */
  bool is_terminal, has_colour;
};

bool show_has_colour(void) {
  const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
  return (no_colour == NULL || no_colour[0] == '\0') && terminal != NULL && terminal[0] != '\0' &&
         strcmp(terminal, "dumb") != 0;
}

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

static void measure(struct layout *l) {
  const struct table *table = l->table;
  struct arena_mark mark = arena_mark(l->scratch);
  for (size_t i = 0; i < table->ncolumns; i++) {
    const struct column *column = &table->columns[i];
    if (!people_is_shown(column))
      continue;
    l->last_shown = i;
    l->widths[i] = utf8_text_width(people_heading(l->scratch, column));
  }
  for (size_t r = 0; r < table->rows.n; r++) {
    const struct row *row = &table->rows.at[r];
    for (size_t i = 0; i < table->ncolumns; i++) {
      if (!people_is_shown(&table->columns[i]))
        continue;
      size_t width = indentation(row, i) + utf8_text_width(people_cell(l->scratch, table, row, i));
      if (width > l->widths[i])
        l->widths[i] = width;
    }
    arena_rewind(l->scratch, mark);
  }
}

static size_t line_width(const struct layout *l) {
  size_t width = 0;
  for (size_t i = 0; i < l->table->ncolumns; i++)
    if (people_is_shown(&l->table->columns[i]))
      width += l->widths[i] + (i < l->last_shown ? GAP : 0);
  return width;
}

/* The widest column of words of this role that may still be cut; ncolumns when none may. */
static size_t widest(const struct layout *l, enum column_role role, size_t least) {
  size_t found = l->table->ncolumns;
  for (size_t i = 0; i < l->table->ncolumns; i++) {
    const struct column *column = &l->table->columns[i];
    if (column->role != role || people_is_right(column) || l->widths[i] <= least)
      continue;
    if (found == l->table->ncolumns || l->widths[i] > l->widths[found])
      found = i;
  }
  return found;
}

/* Cuts words first, then keys, never numbers; what is still too wide is left to the terminal. */
static void fit(struct layout *l, size_t width) {
  size_t now = line_width(l);
  for (; now > width; now--) {
    size_t i = widest(l, COLUMN_TEXT, WORDS_MIN);
    if (i == l->table->ncolumns)
      i = widest(l, COLUMN_KEY, KEYS_MIN);
    if (i == l->table->ncolumns)
      return;
    l->widths[i]--;
  }
}

/* The longest start of `text` that takes no more than `width` columns. */
static struct str cut(struct str text, size_t width) {
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

static void put_cell(struct layout *l, size_t i, size_t indent, struct str text) {
  size_t room = l->widths[i], width = indent + utf8_text_width(text);
  bool is_right = people_is_right(&l->table->columns[i]);
  if (width > room && !is_right) {
    size_t kept = room > indent + 1 ? room - indent - 1 : 0;
    text = str_fmt(l->scratch, "%.*s" ELLIPSIS, STR_ARG(cut(text, kept)));
    width = indent + utf8_text_width(text);
  }
  size_t fill = room > width ? room - width : 0;
  l->blanks += (is_right ? fill : 0) + indent;
  if (text.n > 0) {
    put_times(l->out, " ", l->blanks);
    put(l->out, text);
    l->blanks = 0;
  }
  l->blanks += (is_right ? 0 : fill) + GAP;
}

/* Ends a line: blanks that nothing follows are not written. */
static void put_end(struct layout *l, const char *z) {
  l->blanks = 0;
  fputs(z, l->out);
}

static void put_rule(const struct layout *l) {
  if (l->has_colour)
    fputs(DIM, l->out);
  for (size_t i = 0; i < l->table->ncolumns; i++) {
    if (!people_is_shown(&l->table->columns[i]))
      continue;
    put_times(l->out, RULE, l->widths[i]);
    if (i < l->last_shown)
      put_times(l->out, " ", GAP);
  }
  fputs(l->has_colour ? PLAIN "\n" : "\n", l->out);
}

static void put_header(struct layout *l) {
  if (l->is_terminal && l->table->title.n > 0) {
    put(l->out, people_escape(l->scratch, l->table->title));
    putc('\n', l->out);
  }
  if (l->has_colour)
    fputs(BOLD, l->out);
  for (size_t i = 0; i < l->table->ncolumns; i++)
    if (people_is_shown(&l->table->columns[i]))
      put_cell(l, i, 0, people_heading(l->scratch, &l->table->columns[i]));
  put_end(l, l->has_colour ? PLAIN "\n" : "\n");
  if (l->is_terminal)
    put_rule(l);
}

/* Whole-scope rows at the end of a grouped answer stand apart from what they sum up. */
static bool is_set_off(const struct table *table, size_t r) {
  if (r == 0)
    return false;
  enum row_mark mark = table->rows.at[r].mark, before = table->rows.at[r - 1].mark;
  return (mark == ROW_TOTAL || mark == ROW_OTHERS) && before != ROW_TOTAL && before != ROW_OTHERS;
}

static void put_rows(struct layout *l) {
  const struct table *table = l->table;
  struct arena_mark mark = arena_mark(l->scratch);
  for (size_t r = 0; r < table->rows.n; r++) {
    const struct row *row = &table->rows.at[r];
    if (is_set_off(table, r)) {
      if (l->is_terminal)
        put_rule(l);
      else
        putc('\n', l->out);
    }
    for (size_t i = 0; i < table->ncolumns; i++)
      if (people_is_shown(&table->columns[i]))
        put_cell(l, i, indentation(row, i), people_cell(l->scratch, table, row, i));
    put_end(l, "\n");
    arena_rewind(l->scratch, mark);
  }
}

void text_write(struct arena *scratch, const struct table *table,
                const struct show_options *options, FILE *out) {
  struct layout l = {.table = table,
                     .scratch = scratch,
                     .out = out,
                     .widths = ARENA_ARRAY(scratch, size_t, table->ncolumns + 1),
                     .is_terminal = options->is_terminal,
                     .has_colour = options->is_terminal && show_has_colour()};
  measure(&l);
  if (options->is_terminal && options->width > 0)
    fit(&l, options->width);
  if (!options->is_first && !options->is_terminal)
    putc('\n', out);
  put_header(&l);
  put_rows(&l);
}

#define DOT " \xC2\xB7 " /* parts the pieces of the coverage line */

static void add_count(struct sbuf *line, int64_t count, const char *words) {
  if (count > 0)
    sbuf_addf(line, "%s%" PRId64 " %s", line->n > 0 ? DOT : "", count, words);
}

struct str show_coverage(struct arena *arena, const struct coverage *c) {
  struct sbuf line = {.arena = arena};
  if (!c->is_set)
    return STR("");
  if (c->reports >= 0)
    sbuf_addf(&line, "reports %" PRId64, c->reports);
  if (c->reports >= 0 && c->in_scope >= 0)
    sbuf_addf(&line, " of %" PRId64, c->in_scope);
  if (c->expected >= 0)
    sbuf_addf(&line, "%sexpected %" PRId64, line.n > 0 ? DOT : "", c->expected);
  if (c->expected >= 0 && c->missing >= 0)
    sbuf_addf(&line, ", missing %" PRId64, c->missing);
  if (c->blank_is_unknown)
    add_count(&line, c->blank, c->blank == 1 ? "blank, unknown" : "blanks, unknown");
  else
    add_count(&line, c->blank, c->blank == 1 ? "blank taken as 0" : "blanks taken as 0");
  add_count(&line, c->unread,
            c->is_of_totals ? "left out (unread, text or without its total)"
                            : "left out (unread or text)");
  add_count(&line, c->inferred, "inferred");
  add_count(&line, c->failing, "with failing checks");
  if (c->scope.n > 0)
    sbuf_addf(&line, "%sset %.*s", line.n > 0 ? DOT : "", STR_ARG(people_escape(arena, c->scope)));
  return sbuf_str(&line);
}

size_t show_footer_lines(struct arena *arena, const struct table *table, struct str **lines) {
  struct {
    struct str *at;
    size_t n, cap;
  } all = {0};
  struct str line = show_coverage(arena, &table->coverage);
  if (line.n > 0)
    ARENA_PUSH(arena, &all, line);
  for (size_t i = 0; i < table->nsupposed; i++)
    ARENA_PUSH(arena, &all,
               str_fmt(arena, "what if: %.*s", STR_ARG(people_escape(arena, table->supposed[i]))));
  for (size_t i = 0; i < table->notes.n; i++)
    ARENA_PUSH(arena, &all, people_escape(arena, table->notes.at[i]));
  *lines = all.at;
  return all.n;
}

void show_footer(const struct table *table, FILE *out) {
  struct arena arena = {0};
  struct str *lines;
  size_t n = show_footer_lines(&arena, table, &lines);
  bool is_dim = n > 0 && isatty(fileno(out)) && show_has_colour();
  if (is_dim)
    fputs(DIM, out);
  for (size_t i = 0; i < n; i++)
    fprintf(out, "%.*s\n", STR_ARG(lines[i]));
  if (is_dim)
    fputs(PLAIN, out);
  arena_free(&arena);
}
