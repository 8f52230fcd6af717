/* lists: comma-separated values → records of agencies (see lists.h). */
#include "store/lists.h"

#include "base/utf8.h"

static const char *const column_names[LIST_COLUMNS] = {
    [LIST_AGENCY] = "agency",     [LIST_REGION] = "region", [LIST_LEVEL] = "level",
    [LIST_FUNCTION] = "function", [LIST_PARENT] = "parent", [LIST_CONSOLIDATED] = "consolidated",
    [LIST_ALIASES] = "aliases",
};

static const struct {
  const char *word;
  bool means;
} truths[] = {{"yes", true}, {"no", false},  {"1", true},      {"0", false}, {"是", true},
              {"否", false}, {"true", true}, {"false", false}, {"", false}};

#define FIELDS_MAX                                                                                 \
  64 /* more columns than any list of agencies has; the rest is an error anyway                    \
      */

/* What becomes of the records of a list. */
struct parsing {
  struct arena *arena;
  struct diags *diags;
  struct list *list;
  const struct record_field *row;
  size_t nrow;
  int columns[FIELDS_MAX]; /* which column the n-th field is, from the header */
  size_t ncolumns;
};

static void say_columns(struct diags *diags) {
  diag_hint(diags,
            "a list has the columns agency, region, level, function, parent, consolidated, "
            "aliases; only agency is required");
}

static int column_named(struct arena *arena, struct str name) {
  struct str folded = utf8_fold(arena, name);
  for (int i = 0; i < LIST_COLUMNS; i++)
    if (str_eq(folded, str_from_z(column_names[i])))
      return i;
  return -1;
}

static void take_header(struct parsing *p) {
  for (size_t i = 0; i < p->nrow && i < FIELDS_MAX; i++) {
    const struct record_field *field = &p->row[i];
    int column = column_named(p->arena, field->text);
    if (column < 0) {
      diag_add(p->diags, DIAG_NAME, field->at, "no column \"%.*s\" in a list of agencies",
               STR_ARG(field->text));
      say_columns(p->diags);
    } else if (p->list->has[column]) {
      diag_add(p->diags, DIAG_NAME, field->at, "the column \"%s\" stands twice",
               column_names[column]);
    } else {
      p->list->has[column] = true;
    }
    p->columns[p->ncolumns++] = column;
  }
  if (!p->list->has[LIST_AGENCY]) {
    diag_add(p->diags, DIAG_NAME, p->row[0].at, "the first line has no column \"agency\"");
    say_columns(p->diags);
  }
}

static void take_truth(struct parsing *p, struct list_record *record) {
  const struct record_field *field = &record->fields[LIST_CONSOLIDATED];
  struct str folded = utf8_fold(p->arena, field->text);
  for (size_t i = 0; i < sizeof truths / sizeof *truths; i++)
    if (str_eq(folded, str_from_z(truths[i].word))) {
      record->consolidated = truths[i].means;
      return;
    }
  diag_add(p->diags, DIAG_VALUE, field->at, "consolidated is \"yes\" or \"no\", not \"%.*s\"",
           STR_ARG(field->text));
}

static void take_record(struct parsing *p) {
  struct list_record record = {0};
  bool any = false;
  for (size_t i = 0; i < p->nrow && i < FIELDS_MAX; i++) {
    any = any || p->row[i].text.n > 0;
    if (i < p->ncolumns && p->columns[i] >= 0)
      record.fields[p->columns[i]] = p->row[i];
  }
  if (!any)
    return;
  if (p->nrow > p->ncolumns) {
    diag_add(p->diags, DIAG_VALUE, p->row[p->ncolumns].at,
             "more fields than the first line has columns (%zu)", p->ncolumns);
    diag_hint(p->diags, "a field with a comma in it is put in quotes");
    return;
  }
  if (record.fields[LIST_AGENCY].text.n == 0) {
    diag_add(p->diags, DIAG_VALUE, record.fields[LIST_AGENCY].at, "a row without its agency");
    return;
  }
  take_truth(p, &record);
  ARENA_PUSH(p->arena, &p->list->records, record);
}

bool list_read(struct arena *arena, struct str csv, struct list *list, struct diags *diags) {
  size_t errors = diags->errors;
  size_t bad = utf8_invalid(csv);
  struct record_list records = {0};
  if (bad < csv.n) {
    struct span at = {(uint32_t)bad, (uint32_t)bad + 1};
    diag_add(diags, DIAG_VALUE, at, "the list is not UTF-8 text");
    diag_hint(diags, "save it as CSV in UTF-8; a spreadsheet may have written GBK");
    return false;
  }
  if (!records_read(arena, csv, ',', &records, diags))
    return false;
  struct parsing *p = ARENA_NEW(arena, struct parsing);
  *p = (struct parsing){.arena = arena, .diags = diags, .list = list};
  for (size_t i = 0; i < records.n; i++) {
    p->row = records.at[i].fields;
    p->nrow = records.at[i].nfields;
    if (i == 0)
      take_header(p);
    else
      take_record(p);
  }
  if (records.n == 0) {
    diag_add(diags, DIAG_VALUE, (struct span){0}, "the list is empty");
    say_columns(diags);
  }
  return diags->errors == errors;
}
