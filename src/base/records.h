/* records: comma-separated values → records of fields with their places. The only user of libcsv is
 * records.c.
 */
#ifndef OGI_BASE_RECORDS_H
#define OGI_BASE_RECORDS_H

#include "base/diag.h"

#define RECORDS_FIELDS 4000000u /* in one file; more would take gigabytes */

struct record_field {
  struct str text; /* without its quotes, blanks at its ends removed */
  struct span at;  /* in the bytes, without the blanks around it */
};

struct record {
  struct record_field *fields;
  size_t nfields;
  uint32_t line; /* on which it begins, from 1 */
};

struct record_list {
  struct record *at;
  size_t n, cap;
};

/* The records in `bytes`, which is UTF-8 text and may begin with a byte order mark; empty lines are
 * none. `delimiter` stands between fields: a comma, a tab. Texts are copied into the arena. False
 * after diag_add: a quote in the wrong place, or more than anyone writes. */
bool records_read(struct arena *arena, struct str bytes, char delimiter, struct record_list *list,
                  struct diags *diags);

#endif
