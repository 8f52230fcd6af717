/* html: an answer → a table of a web page (see html.h). Texts are data and always escaped. The
 * marks ~ and ! stand in the cells as on a terminal, and what they mean below each table that has
 * one.
 */
#include "show/html.h"

#include "show/html_style.h"
#include "show/mark.h"
#include "show/people.h"

#include <inttypes.h>
#include <math.h>

void html_text(struct arena *scratch, FILE *out, struct str text) {
  struct str s = people_escape(scratch, text);
  for (size_t i = 0; i < s.n; i++)
    switch (s.p[i]) {
    case '<':
      fputs("&lt;", out);
      break;
    case '>':
      fputs("&gt;", out);
      break;
    case '&':
      fputs("&amp;", out);
      break;
    case '"':
      fputs("&quot;", out);
      break;
    default:
      putc(s.p[i], out);
    }
}

void html_begin(struct arena *scratch, FILE *out, const char *language, struct str title) {
  fprintf(out,
          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"generator\" content=\"ogi\">\n<title>",
          language);
  html_text(scratch, out, title);
  fprintf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", html_style);
}

/* Each line is escaped by itself: its end is no part of it. */
static void put_lines(struct arena *scratch, FILE *out, struct str text) {
  while (text.n > 0) {
    size_t end = str_find(text, STR("\n"));
    html_text(scratch, out, str_sub(text, 0, end));
    if (end < text.n)
      putc('\n', out);
    text = str_sub(text, end < text.n ? end + 1 : end, text.n);
  }
}

void html_statement(struct arena *scratch, struct str statement, FILE *out) {
  fputs("<pre class=\"code\"><code>", out);
  put_lines(scratch, out, statement);
  fputs("</code></pre>\n", out);
}

void html_lines(struct arena *scratch, const char *attributes, struct str text, FILE *out) {
  while (text.n > 0 && text.p[text.n - 1] == '\n')
    text.n--;
  if (text.n == 0)
    return;
  fprintf(out, "<pre%s>", attributes);
  put_lines(scratch, out, text);
  fputs("</pre>\n", out);
}

/* --- The table */

/* Does a column hold a year or another number that names and counts nothing? */
static bool is_figure(const struct column *column) {
  return column->role == COLUMN_FIGURE && !column->is_verdict;
}

/* Keys are long words: a line may end behind an underscore. */
static void put_name(struct arena *scratch, struct str name, FILE *out) {
  while (name.n > 0) {
    size_t end = str_find(name, STR("_"));
    html_text(scratch, out, str_sub(name, 0, end < name.n ? end + 1 : end));
    if (end < name.n)
      fputs("<wbr>", out);
    name = str_sub(name, end < name.n ? end + 1 : end, name.n);
  }
}

static void put_head(struct arena *scratch, const struct table *table, FILE *out) {
  fputs("<thead><tr>", out);
  for (size_t i = 0; i < table->ncolumns; i++) {
    const struct column *column = &table->columns[i];
    if (!people_is_shown(column))
      continue;
    fprintf(out, "<th scope=\"col\"%s>", people_is_right(column) ? " class=\"n\"" : "");
    put_name(scratch, people_heading(scratch, column), out);
    /* A percent says in each cell what it is. */
    if (column->unit.n > 0 && column->shown != SHOWN_PERCENT && column->shown != SHOWN_POINTS) {
      fputs(" <span class=\"unit\">(", out);
      html_text(scratch, out, column->unit);
      fputs(")</span>", out);
    }
    fputs("</th>", out);
  }
  fputs("</tr></thead>\n", out);
}

static const char *verdict_class(struct str word) { /* as programs see it */
  return str_eq(word, STR("fail")) ? "bad" : str_starts(word, STR("pass")) ? "good" : "odd";
}

static const char *verdict_sign(struct str word) {
  return str_eq(word, STR("fail"))       ? "\xE2\x9C\x97 "
         : str_starts(word, STR("pass")) ? "\xE2\x9C\x93 "
                                         : "";
}

/* What a cell's class says of it: a number, words, none; in the marks' colours where it has one. */
static void put_cell(struct arena *scratch, const struct table *table, const struct row *row,
                     size_t i, bool is_head, FILE *out) {
  const struct column *column = &table->columns[i];
  struct value v = row->cells[i];
  bool is_missing = v.kind == VALUE_MISSING || (v.kind == VALUE_REAL && !isfinite(v.real));
  struct str text = people_text(scratch, table, row, i);
  fputs(is_head ? "<th scope=\"row\"" : "<td", out);
  if (people_is_right(column))
    fprintf(out, " class=\"n%s\"", is_missing ? " none" : "");
  else if (is_head && column->type == VALUE_INTEGER)
    fputs(" class=\"y\"", out);
  else if (column->is_verdict)
    fprintf(out, " class=\"%s\"", verdict_class(v.text));
  else if (!is_head && text.n > 40) /* bytes; shorter words need no room of their own */
    fputs(" class=\"w\"", out);
  if (i == row->tree && row->depth > 0)
    fprintf(out, " style=\"padding-left:%.1fem\"", 0.4 + 1.4 * row->depth);
  putc('>', out);
  if (!is_missing && v.is_doubtful)
    fputs("<b class=\"bad\">!</b>", out);
  if (!is_missing && v.is_inferred)
    fputs("<b class=\"odd\">~</b>", out);
  if (!is_missing && v.is_unread)
    fputs("<b class=\"odd\">?</b>", out);
  if (column->is_verdict)
    fputs(verdict_sign(v.text), out);
  if (is_figure(column) && column->shown != SHOWN_YEAR && !is_missing && v.text.n == 0 &&
      value_is_number(v))
    text = people_grouped(scratch, text);
  if (is_head)
    put_name(scratch, text, out);
  else
    html_text(scratch, out, text);
  fputs(is_head ? "</th>" : "</td>", out);
}

static void put_body(struct arena *scratch, const struct table *table, FILE *out) {
  static const char *const classes[] = {[ROW_LEAF] = "",
                                        [ROW_SUBTOTAL] = " class=\"sub\"",
                                        [ROW_TOTAL] = " class=\"sum\"",
                                        [ROW_OTHERS] = ""};
  fputs("<tbody>\n", out);
  for (size_t r = 0; r < table->rows.n; r++) {
    struct arena_mark mark = arena_mark(scratch);
    const struct row *row = &table->rows.at[r];
    fprintf(out, "<tr%s>", classes[row->mark]);
    bool in_keys = true; /* the keys at the start name the row */
    for (size_t i = 0; i < table->ncolumns; i++) {
      if (!people_is_shown(&table->columns[i]))
        continue;
      in_keys = in_keys && table->columns[i].role == COLUMN_KEY;
      put_cell(scratch, table, row, i, in_keys, out);
    }
    fputs("</tr>\n", out);
    arena_rewind(scratch, mark);
  }
  fputs("</tbody>\n", out);
}

#define SHORT_TABLE 20 /* rows */

/* --- What stands below it */

static void put_foot(struct arena *scratch, const struct table *table, struct str text, FILE *out) {
  fprintf(out, "<p class=\"foot\" lang=\"%s\">", says_language(table->says));
  html_text(scratch, out, text);
  fputs("</p>\n", out);
}

/* What the marks mean, and a fraction in place of a rate. */
static void put_legend(struct arena *scratch, const struct table *table, FILE *out) {
  struct sbuf legend = {.arena = scratch};
  bool is_small = false;
  sbuf_add(&legend, mark_legend(scratch, table));
  for (size_t r = 0; r < table->rows.n; r++)
    for (size_t i = 0; i < table->ncolumns; i++) {
      struct value v = table->rows.at[r].cells[i];
      is_small = is_small || (v.kind != VALUE_MISSING && v.is_small && v.text.n > 0);
    }
  if (is_small) {
    sbuf_add_z(&legend, legend.n > 0 ? " \xC2\xB7 " : "");
    sbuf_add(&legend, say(table->says, "(a/b) a rate over too few to rank"));
  }
  if (legend.n > 0)
    put_foot(scratch, table, sbuf_str(&legend), out);
}

void html_table(struct arena *scratch, const struct table *table, FILE *out) {
  fputs("<div class=\"frame\" tabindex=\"0\" role=\"region\" aria-label=\"", out);
  html_text(scratch, out, table->title.n > 0 ? table->title : table->statement);
  /* A short table is not parted over two sheets of paper. */
  fprintf(out, "\"><table%s>\n", table->rows.n <= SHORT_TABLE ? " class=\"short\"" : "");
  if (table->title.n > 0) {
    fputs("<caption>", out);
    html_text(scratch, out, table->title);
    fputs("</caption>\n", out);
  }
  put_head(scratch, table, out);
  put_body(scratch, table, out);
  fputs("</table></div>\n", out);
  put_legend(scratch, table, out);
  struct str coverage = show_coverage(scratch, table);
  if (coverage.n > 0)
    put_foot(scratch, table, coverage, out);
  for (size_t i = 0; i < table->nsupposed; i++)
    put_foot(scratch, table, SAY(scratch, table->says, "what if: {1}", table->supposed[i]), out);
  for (size_t i = 0; i < table->notes.n; i++)
    put_foot(scratch, table, table->notes.at[i], out);
}

static void put_sources(struct arena *scratch, const struct says *says,
                        const struct source_report *sources, size_t n, FILE *out) {
  static const char *const heads[] = {"agency", "year", "file"};
  size_t shown = n < HTML_SOURCES ? n : HTML_SOURCES;
  fprintf(out, "<div class=\"frame\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table>\n",
          str_z(scratch, say(says, "reports")));
  fputs("<thead><tr>", out);
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
    fprintf(out, "<th scope=\"col\">%s</th>", str_z(scratch, say(says, heads[i])));
  fputs("</tr></thead>\n<tbody>\n", out);
  for (size_t i = 0; i < shown; i++) {
    struct arena_mark mark = arena_mark(scratch);
    fputs("<tr><th scope=\"row\">", out);
    html_text(scratch, out, sources[i].agency);
    fprintf(out, "</th><td>%" PRId64 "</td><td class=\"w\">", sources[i].year);
    html_text(scratch, out, sources[i].path);
    fputs("</td></tr>\n", out);
    arena_rewind(scratch, mark);
  }
  fputs("</tbody></table></div>\n", out);
  if (shown < n)
    fprintf(out, "<p class=\"foot\" lang=\"%s\">%s</p>\n", says_language(says),
            str_z(scratch, SAY(scratch, says, "and {1} more; “reports” lists them",
                               say_number(scratch, (int64_t)(n - shown)))));
}

void html_begin_folded(struct arena *scratch, const struct says *says, const char *attributes,
                       struct str summary, FILE *out) {
  fprintf(out, "<details%s lang=\"%s\"><summary>", attributes, says_language(says));
  html_text(scratch, out, summary);
  fputs("</summary>\n", out);
}

void html_folded_sources(struct arena *scratch, const struct says *says,
                         const struct source_report *sources, size_t n, FILE *out) {
  const char *english =
      n == 1 ? "{1} report behind these figures" : "{1} reports behind these figures";
  if (n == 0)
    return;
  html_begin_folded(scratch, says, " class=\"sources\"",
                    SAY(scratch, says, english, say_number(scratch, (int64_t)n)), out);
  put_sources(scratch, says, sources, n, out);
  fputs("</details>\n", out);
}

void html_begin_figure(struct arena *scratch, const struct table *table, bool is_first, FILE *out) {
  struct str title = table->title.n > 0 ? table->title : table->statement;
  if (is_first)
    html_begin(scratch, out, says_language(table->says),
               str_sub(title, 0, str_find(title, STR("\n"))));
  fputs("<figure>\n", out);
  if (table->statement.n > 0)
    html_statement(scratch, table->statement, out);
}

void html_end_figure(struct arena *scratch, const struct table *table, FILE *out) {
  html_folded_sources(scratch, table->says, table->sources.at, table->sources.n, out);
  fputs("</figure>\n", out);
}

void html_write(struct arena *scratch, const struct table *table,
                const struct show_options *options, FILE *out) {
  html_begin_figure(scratch, table, options->is_first, out);
  html_table(scratch, table, out);
  html_end_figure(scratch, table, out);
}
