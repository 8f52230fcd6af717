/* places: where the cells that findings point at stand in their files. The view `report_cell` says
 * the same of one cell; of all findings of a panel this is quicker.
 */
#ifndef OGI_CHECK_PLACES_H
#define OGI_CHECK_PLACES_H

#include "check/check.h"

struct places;
struct places *places_new(struct arena *arena, struct store *store,
                          const struct check_request *request);
void places_close(struct places *places); /* NULL is fine */

/* A report's own columns of that name. */
struct placed_report {
  int edition;
  uint64_t tables;
  int64_t layout;
  struct str bases;
};

/* The place of a cell in words, in `arena`; empty when it has none. False after a message. */
bool places_find(struct arena *arena, struct places *places, const struct placed_report *report,
                 int cell, struct str *place, struct diags *diags);

#endif
