/* fields: the columns of a machine format: those of the answer, and `row` after the keys where rows
 * differ in mark. Columns that are shown to people in another way are left to text.c.
 */
#ifndef OGI_SHOW_FIELDS_H
#define OGI_SHOW_FIELDS_H

#include "value/value.h"

size_t field_count(const struct table *table);

/* The column of field i; for `row` one that stands for it. Borrows from the table. */
struct column field_column(const struct table *table, size_t i);

/* The value of field i in `row`. Borrows from the row. */
struct value field_value(const struct table *table, const struct row *row, size_t i);

#endif
