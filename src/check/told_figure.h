/* told_figure: the figure of a report's tables that a claim is about. Private to told.c.
 */
#ifndef OGI_CHECK_TOLD_FIGURE_H
#define OGI_CHECK_TOLD_FIGURE_H

#include "check/check.h"
#include "form/claim.h"

/* The cells of one report; lag 1: of the year before. */
struct told_cells {
  int64_t id; /* report.id; 0: there is no such report */
  int edition;
  uint64_t tables;
  bool is_read;
  int64_t *values; /* by cell number */
  uint8_t *states;
};

struct told_figure {
  int64_t value;
  int cell;        /* one to point at */
  bool is_absent;  /* the edition or the report does not have it */
  bool is_unknown; /* a cell holds text or is unread */
  bool has_blank;  /* a blank leaf, taken as 0 */
};

/* The printed total where there is one and it is a number, else the sum of the leaves. False after
 * a message. */
bool told_figure(struct arena *arena, struct store *store, const struct check_request *request,
                 struct told_cells *cells, const struct claim_key *key, struct told_figure *figure,
                 struct diags *diags);

#endif
