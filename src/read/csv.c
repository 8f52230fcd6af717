/* csv: comma-separated values → a document (see csv.h). */
#include "read/csv.h"

#include "base/records.h"
#include "base/utf8.h"
#include "read/charset.h"

#include <string.h>

static bool ends_with(struct str path, const char *ending) {
  struct arena scratch = {0};
  bool does = str_ends(utf8_fold(&scratch, path), str_from_z(ending));
  arena_free(&scratch);
  return does;
}

int csv_sniff(struct str head, struct str path) {
  if (memchr(head.p, '\0', head.n) != NULL)
    return 0;
  return ends_with(path, ".csv") || ends_with(path, ".tsv") ? 60 : 0;
}

static void add_row(struct arena *arena, const struct record *record, struct doc_row *row) {
  row->ncells = record->nfields;
  row->cells = ARENA_ARRAY(arena, struct doc_cell, record->nfields);
  for (size_t i = 0; i < record->nfields; i++)
    row->cells[i] = (struct doc_cell){.text = record->fields[i].text,
                                      .place = {0, record->line, (uint32_t)i + 1},
                                      .rowspan = 1,
                                      .colspan = 1};
}

bool csv_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
              size_t *ndocs, struct diags *diags) {
  struct record_list records = {0};
  struct doc_block table = {.kind = DOC_TABLE};
  struct str text;
  if (!charset_text(arena, bytes, &text, diags))
    return false;
  char delimiter = ends_with(path, ".tsv") ? '\t' : ',';
  struct source source = {path, text, 1}; /* for the place of a quote */
  const struct source *before = diags->source;
  size_t messages = diags->n;
  diags->source = &source;
  bool is_read = records_read(arena, text, delimiter, &records, diags);
  diags->source = before;
  for (size_t i = messages; i < diags->n; i++) { /* the text goes with the file */
    uint32_t line, column;
    source_position(&source, diags->at[i].at.start, &line, &column);
    diags->at[i].text = str_fmt(diags->arena, "line %u: %.*s", line, STR_ARG(diags->at[i].text));
    diags->at[i].source = before;
    diags->at[i].at = (struct span){0, 0};
  }
  if (!is_read)
    return false;
  table.rows = ARENA_ARRAY(arena, struct doc_row, records.n + 1);
  table.nrows = records.n;
  for (size_t i = 0; i < records.n; i++)
    add_row(arena, &records.at[i], &table.rows[i]);
  *docs = ARENA_NEW(arena, struct doc);
  *ndocs = 1;
  (*docs)->path = path;
  (*docs)->is_records = true;
  ARENA_PUSH(arena, &(*docs)->blocks, table);
  return true;
}
