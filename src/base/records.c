/* records: comma-separated values → records (see records.h). */
#include "base/records.h"

#include <csv.h>

/* The state while libcsv hands over fields and rows. It says where a field ends only by when it
 * calls, so it is fed byte by byte. */
struct parsing {
  struct arena *arena;
  struct record_list *list;
  struct str bytes;
  uint32_t at, field_start; /* offsets in the bytes */
  uint32_t line;            /* of the byte at `at` */
  size_t nfields;           /* in all records */
  struct {
    struct record_field *at;
    size_t n, cap;
  } row; /* the record that is open */
  uint32_t row_line;
};

/* A field without the line break or blanks around it. */
static struct span field_span(const struct parsing *p) {
  struct str bytes = str_sub(p->bytes, p->field_start, p->at);
  struct str trimmed = str_trim(bytes);
  uint32_t start = p->field_start + (uint32_t)(trimmed.n > 0 ? trimmed.p - bytes.p : 0);
  return (struct span){start, start + (uint32_t)trimmed.n};
}

static void on_field(void *bytes, size_t n, void *context) {
  struct parsing *p = context;
  struct str text = {bytes, n};
  struct record_field field = {str_copy(p->arena, bytes != NULL ? str_trim(text) : STR("")),
                               field_span(p)};
  ARENA_PUSH(p->arena, &p->row, field);
  p->nfields++;
  p->field_start = p->at + 1;
}

static void on_row(int end, void *context) {
  (void)end;
  struct parsing *p = context;
  struct record record = {p->row.at, p->row.n, p->row_line};
  ARENA_PUSH(p->arena, p->list, record);
  p->row.at = NULL;
  p->row.n = p->row.cap = 0;
  p->field_start = p->at + 1;
  p->row_line = 0;
}

static bool feed(struct parsing *p, struct csv_parser *csv) {
  for (; p->at < p->bytes.n && p->nfields <= RECORDS_FIELDS; p->at++) {
    char c = p->bytes.p[p->at];
    if (p->row_line == 0 && c != '\n' && c != '\r')
      p->row_line = p->line;
    if (csv_parse(csv, p->bytes.p + p->at, 1, on_field, on_row, p) != 1)
      return false;
    p->line += c == '\n';
  }
  return csv_fini(csv, on_field, on_row, p) == 0;
}

bool records_read(struct arena *arena, struct str bytes, char delimiter, struct record_list *list,
                  struct diags *diags) {
  struct csv_parser csv;
  struct parsing p = {.arena = arena, .list = list, .bytes = bytes, .line = 1};
  if (bytes.n >= UINT32_MAX)
    return diag_add(diags, DIAG_LIMIT, (struct span){0, 0}, "the list is longer than 4 GB");
  if (str_starts(bytes, STR("\xEF\xBB\xBF")))
    p.at = p.field_start = 3;
  if (csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI) != 0)
    out_of_memory();
  csv_set_delim(&csv, (unsigned char)delimiter);
  bool is_fed = feed(&p, &csv);
  bool is_full = !is_fed && csv_error(&csv) == CSV_ENOMEM;
  csv_free(&csv);
  if (is_full)
    out_of_memory();
  if (p.nfields > RECORDS_FIELDS)
    return diag_add(diags, DIAG_LIMIT, (struct span){p.at, p.at}, "more than %u fields are no list",
                    RECORDS_FIELDS);
  if (is_fed)
    return true;
  /* One place: the field may run to the end of the file. */
  diag_add(diags, DIAG_VALUE, (struct span){p.field_start, p.field_start + 1},
           "a quote inside a field or without its partner");
  diag_hint(diags, "put the whole field in quotes and write each quote in it twice");
  return false;
}
