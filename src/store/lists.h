/* lists: a list of agencies as a table of comma-separated values, read into records;
 * agencies.c puts them into the panel. Private to store/.
 */
#ifndef OGI_STORE_LISTS_H
#define OGI_STORE_LISTS_H

#include "base/records.h"

/* The columns that a list may have. */
enum list_column {
  LIST_AGENCY,
  LIST_REGION,
  LIST_LEVEL,
  LIST_FUNCTION,
  LIST_PARENT,
  LIST_CONSOLIDATED,
  LIST_ALIASES,
  LIST_COLUMNS
};

struct list_record {
  struct record_field fields[LIST_COLUMNS]; /* empty where the row is short */
  bool consolidated;
};

struct list {
  bool has[LIST_COLUMNS];
  struct {
    struct list_record *at;
    size_t n, cap;
  } records;
};

/* False after diag_add; every row is looked at, so that one run shows all mistakes. */
bool list_read(struct arena *arena, struct str csv, struct list *list, struct diags *diags);

#endif
