/* markdown: an answer → a Markdown table (see markdown.h). Texts are data, so whatever Markdown or
 * HTML would take as markup is escaped.
 */
#include "show/markdown.h"

#include "show/people.h"

#include <string.h>

static bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (unsigned char)c >= 0x80;
}

static void put_escaped(FILE *out, struct str s) {
  for (size_t i = 0; i < s.n; i++) {
    char c = s.p[i];
    /* Inside a word an underscore is no markup, and keys are full of them. */
    bool is_inner = c == '_' && i > 0 && i + 1 < s.n && is_word(s.p[i - 1]) && is_word(s.p[i + 1]);
    if (c == '<')
      fputs("&lt;", out);
    else if (c == '&')
      fputs("&amp;", out);
    else if (c != '\0' && strchr("\\|`*_[]~", c) != NULL && !is_inner)
      fprintf(out, "\\%c", c);
    else
      putc(c, out);
  }
}

static void put_cell(struct arena *scratch, const struct people_style *style, FILE *out,
                     const struct table *table, const struct row *row, size_t i) {
  bool is_bold = row->mark == ROW_TOTAL;
  struct str text = people_cell_in(scratch, style, table, row, i);
  fputs("| ", out);
  if (i == row->tree)
    for (unsigned level = 0; level < row->depth; level++)
      fputs("&emsp;", out);
  if (is_bold && text.n > 0)
    fputs("**", out);
  put_escaped(out, text);
  if (is_bold && text.n > 0)
    fputs("**", out);
  putc(' ', out);
}

void markdown_write(struct arena *scratch, const struct table *table,
                    const struct show_options *options, FILE *out) {
  if (!options->is_first)
    putc('\n', out);
  if (table->title.n > 0) {
    put_escaped(out, people_escape(scratch, table->title));
    fputs("\n\n", out);
  }
  for (size_t i = 0; i < table->ncolumns; i++) {
    if (!people_is_shown(&table->columns[i]))
      continue;
    fputs("| ", out);
    put_escaped(out, people_heading_in(scratch, &options->style, &table->columns[i]));
    putc(' ', out);
  }
  fputs("|\n", out);
  for (size_t i = 0; i < table->ncolumns; i++)
    if (people_is_shown(&table->columns[i]))
      fputs(people_is_right(&table->columns[i]) ? "| ---: " : "| --- ", out);
  fputs("|\n", out);
  for (size_t r = 0; r < table->rows.n; r++) {
    struct arena_mark mark = arena_mark(scratch);
    for (size_t i = 0; i < table->ncolumns; i++)
      if (people_is_shown(&table->columns[i]))
        put_cell(scratch, &options->style, out, table, &table->rows.at[r], i);
    fputs("|\n", out);
    arena_rewind(scratch, mark);
  }
}
