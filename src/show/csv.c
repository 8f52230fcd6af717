/* csv: an answer → csv or tsv (see csv.h). A missing value and an empty text are both empty. */
#include "show/csv.h"

#include "show/fields.h"

#include <string.h>

static void put(FILE *out, struct str text) {
  if (text.n > 0)
    fwrite(text.p, 1, text.n, out);
}

static void put_csv(FILE *out, struct str text) {
  bool is_plain = true;
  for (size_t i = 0; i < text.n && is_plain; i++)
    is_plain = text.p[i] != ',' && text.p[i] != '"' && text.p[i] != '\n' && text.p[i] != '\r';
  if (is_plain) {
    put(out, text);
    return;
  }
  putc('"', out);
  for (size_t i = 0; i < text.n; i++) {
    if (text.p[i] == '"')
      putc('"', out);
    putc(text.p[i], out);
  }
  putc('"', out);
}

static void put_tsv(FILE *out, struct str text) {
  static const char special[] = "\t\n\r\\", names[] = "tnr\\";
  for (size_t i = 0; i < text.n; i++) {
    const char *hit = text.p[i] != '\0' ? strchr(special, text.p[i]) : NULL;
    if (hit != NULL)
      putc('\\', out);
    putc(hit != NULL ? names[hit - special] : text.p[i], out);
  }
}

static void write_header(const struct table *table, FILE *out, char separator,
                         void (*put_text)(FILE *, struct str)) {
  for (size_t i = 0; i < field_count(table); i++) {
    if (i > 0)
      putc(separator, out);
    put_text(out, field_column(table, i).name);
  }
  putc('\n', out);
}

static void write_separated(struct arena *scratch, const struct table *table,
                            const struct show_options *options, FILE *out, char separator,
                            void (*put_text)(FILE *, struct str)) {
  size_t nfields = field_count(table);
  if (!options->is_first)
    putc('\n', out);
  if (!options->has_no_headers)
    write_header(table, out, separator, put_text);
  const struct row *row;
  for (size_t at = 0; (row = table_next(table, &at)) != NULL;) {
    struct arena_mark mark = arena_mark(scratch);
    for (size_t i = 0; i < nfields; i++) {
      if (i > 0)
        putc(separator, out);
      struct value value = field_value(table, row, i);
      struct str text = value.kind == VALUE_MISSING && options->style.has_null
                            ? options->style.null
                            : value_plain(scratch, value);
      if (nfields == 1 && text.n == 0 && separator == ',')
        fputs("\"\"", out); /* an empty line would part two results */
      else
        put_text(out, text);
    }
    putc('\n', out);
    arena_rewind(scratch, mark);
  }
}

void csv_write(struct arena *scratch, const struct table *table, const struct show_options *options,
               FILE *out) {
  write_separated(scratch, table, options, out, ',', put_csv);
}

void tsv_write(struct arena *scratch, const struct table *table, const struct show_options *options,
               FILE *out) {
  write_separated(scratch, table, options, out, '\t', put_tsv);
}
