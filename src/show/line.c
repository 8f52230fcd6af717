/* line: an answer → lines `name = value`, an empty line between rows (see line.h). Texts are whole.
 *
 *      year = 2020
 *   outcome = withheld
 */
#include "show/line.h"

#include "base/utf8.h"
#include "show/mark.h"

void line_write(struct arena *scratch, const struct table *table,
                const struct show_options *options, FILE *out) {
  size_t widest = 0;
  struct str *names = ARENA_ARRAY(scratch, struct str, table->ncolumns + 1);
  for (size_t i = 0; i < table->ncolumns; i++) {
    names[i] = people_heading_in(scratch, &options->style, &table->columns[i]);
    size_t width = utf8_text_width(names[i]);
    if (people_is_shown(&table->columns[i]) && width > widest)
      widest = width;
  }
  for (size_t r = 0; r < table->rows.n; r++) {
    struct arena_mark mark = arena_mark(scratch);
    const struct row *row = &table->rows.at[r];
    if (r > 0 || options->is_apart)
      putc('\n', out);
    for (size_t i = 0; i < table->ncolumns; i++) {
      if (!people_is_shown(&table->columns[i]))
        continue;
      const char *colour = options->has_colour ? mark_colour(row->cells[i]) : NULL;
      struct str text = people_cell_in(scratch, &options->style, table, row, i);
      fprintf(out, "%*s%.*s = %s%.*s%s\n", (int)(widest - utf8_text_width(names[i])), "",
              STR_ARG(names[i]), colour != NULL ? colour : "", STR_ARG(text),
              colour != NULL ? MARK_PLAIN : "");
    }
    arena_rewind(scratch, mark);
  }
}
