/* fields: where `row` stands among the columns of a machine format (see fields.h). */
#include "show/fields.h"

/* The place of the column that is put in; table->ncolumns + 1 when there is none. */
static size_t mark_place(const struct table *table) {
  size_t place = 0;
  bool is_there = false;
  if (!table->has_marks)
    return table->ncolumns + 1;
  for (size_t i = 0; i < table->ncolumns; i++) {
    if (table->columns[i].role == COLUMN_KEY)
      place = i + 1;
    is_there |= table->columns[i].role == COLUMN_MARK;
  }
  return !is_there ? place : table->ncolumns + 1;
}

static struct value mark_value(const struct row *row) {
  switch (row->mark) {
  case ROW_LEAF:
    return value_text(STR("leaf"));
  case ROW_SUBTOTAL:
    return value_text(STR("subtotal"));
  case ROW_TOTAL:
    return value_text(STR("total"));
  case ROW_OTHERS:
    return value_text(STR("others"));
  }
  return value_missing();
}

size_t field_count(const struct table *table) {
  return table->ncolumns + (mark_place(table) <= table->ncolumns);
}

struct column field_column(const struct table *table, size_t i) {
  size_t place = mark_place(table);
  if (i == place)
    return (struct column){.name = STR("row"), .role = COLUMN_MARK, .type = VALUE_TEXT};
  return table->columns[i > place ? i - 1 : i];
}

struct value field_value(const struct table *table, const struct row *row, size_t i) {
  size_t place = mark_place(table);
  if (i == place)
    return mark_value(row);
  size_t column = i > place ? i - 1 : i;
  if (table->columns[column].role == COLUMN_MARK && row->cells[column].kind == VALUE_MISSING)
    return mark_value(row);
  return row->cells[column];
}
