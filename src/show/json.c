/* json: an answer → JSON (see json.h).
 */
#include "show/json.h"

#include "base/json.h"
#include "show/fields.h"

#include <inttypes.h>
#include <math.h>

static void put_value(struct arena *scratch, FILE *out, struct value v) {
  if (v.kind == VALUE_TEXT) {
    json_text(out, v.text);
  } else if (v.kind == VALUE_MISSING || (v.kind == VALUE_REAL && !isfinite(v.real))) {
    fputs("null", out);
  } else {
    struct str number = value_plain(scratch, v);
    fwrite(number.p, 1, number.n, out);
  }
}

static const char *type_name(enum value_kind kind) {
  switch (kind) {
  case VALUE_INTEGER:
    return "\"integer\"";
  case VALUE_DECIMAL:
    return "\"decimal\"";
  case VALUE_REAL:
    return "\"real\"";
  case VALUE_TEXT:
    return "\"text\"";
  case VALUE_BOOLEAN:
    return "\"boolean\"";
  case VALUE_MISSING:
    break;
  }
  return "null";
}

static void put_row(struct arena *scratch, FILE *out, const struct table *table,
                    const struct row *row) {
  size_t nfields = field_count(table);
  struct arena_mark mark = arena_mark(scratch);
  putc('{', out);
  for (size_t i = 0; i < nfields; i++) {
    if (i > 0)
      fputs(", ", out);
    json_text(out, field_column(table, i).name);
    fputs(": ", out);
    put_value(scratch, out, field_value(table, row, i));
  }
  putc('}', out);
  arena_rewind(scratch, mark);
}

static void put_columns(FILE *out, const struct table *table) {
  size_t nfields = field_count(table);
  fputs(" \"columns\": [", out);
  for (size_t i = 0; i < nfields; i++) {
    struct column column = field_column(table, i);
    fputs(i > 0 ? ",\n  {\"name\": " : "\n  {\"name\": ", out);
    json_text(out, column.name);
    fprintf(out, ", \"type\": %s, \"unit\": ", type_name(column.type));
    if (column.unit.n > 0)
      json_text(out, column.unit);
    else
      fputs("null", out);
    putc('}', out);
  }
  fputs("],\n", out);
}

static void put_count(FILE *out, const char *name, int64_t count) {
  if (count < 0)
    fprintf(out, "\"%s\": null", name);
  else
    fprintf(out, "\"%s\": %" PRId64, name, count);
}

static void put_coverage(FILE *out, const struct coverage *c) {
  if (!c->is_set) {
    fputs(" \"coverage\": null}\n", out);
    return;
  }
  const struct {
    const char *name;
    int64_t count;
  } parts[] = {{"reports", c->reports}, {"expected", c->expected}, {"missing", c->missing},
               {"blank", c->blank},     {"unread", c->unread},     {"inferred", c->inferred},
               {"failing", c->failing}};
  fputs(" \"coverage\": {", out);
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    if (i > 0)
      fputs(", ", out);
    put_count(out, parts[i].name, parts[i].count);
  }
  fputs("}}\n", out);
}

/* The year that `latest` stood for, and whose; of all reports its agency is null. */
static void put_latest(FILE *out, const struct table *table) {
  for (size_t i = 0; i < table->nlatest; i++) {
    const struct latest_year *latest = &table->latest[i];
    fputs(i > 0 ? ", " : " \"latest\": [", out);
    fputs("{\"agency\": ", out);
    if (latest->agency.n > 0)
      json_text(out, latest->agency);
    else
      fputs("null", out);
    fprintf(out, ", \"year\": %" PRId64 "}", latest->year);
  }
  fputs(table->nlatest > 0 ? "],\n" : "", out);
}

void json_write(struct arena *scratch, const struct table *table,
                const struct show_options *options, FILE *out) {
  (void)options;
  fputs("{\"statement\": ", out);
  json_text(out, table->statement);
  fputs(",\n", out);
  for (size_t i = 0; i < table->nsupposed; i++) {
    fputs(i > 0 ? ", " : " \"what_if\": [", out);
    json_text(out, table->supposed[i]);
  }
  fputs(table->nsupposed > 0 ? "],\n" : "", out);
  put_latest(out, table);
  put_columns(out, table);
  fputs(" \"rows\": [", out);
  const struct row *row;
  bool is_first = true;
  for (size_t at = 0; (row = table_next(table, &at)) != NULL; is_first = false) {
    fputs(is_first ? "\n  " : ",\n  ", out);
    put_row(scratch, out, table, row);
  }
  fputs("],\n", out);
  put_coverage(out, &table->coverage);
}

void jsonl_write(struct arena *scratch, const struct table *table,
                 const struct show_options *options, FILE *out) {
  (void)options;
  const struct row *row;
  for (size_t at = 0; (row = table_next(table, &at)) != NULL;) {
    put_row(scratch, out, table, row);
    putc('\n', out);
  }
}
