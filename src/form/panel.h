/* panel: what the loaded reports say of themselves, asked by name. The plan asks it to turn
 * "平潭" into an agency; the store answers. An interface, so that the plan needs no database.
 */
#ifndef OGI_FORM_PANEL_H
#define OGI_FORM_PANEL_H

#include "base/str.h"

/* The dimensions that every report has, whatever its form. They are the language's own. */
enum report_dim {
  REPORT_YEAR,
  REPORT_AGENCY,
  REPORT_REGION,
  REPORT_LEVEL,
  REPORT_FUNCTION,
  REPORT_EDITION,
  REPORT_FORM
};

struct panel_name {
  int64_t id; /* agency.id, region.id; of a level its number; 0 for a function, which is a word */
  struct str name; /* the full name as stored */
};

struct panel {
  void *context;
  /* Finds who is called `word` (ASCII case, full-width forms and script do not count). An exact
   * name or alias gives that one alone; otherwise all of whose name or alias `word` is a part.
   * Fills at most `max` and returns how many there are in all. For REPORT_REGION a path
   * (`云南省/昆明市`) names one too. Dimensions other than agency, region, level and function give
   * 0. Results live in `arena`. */
  size_t (*find)(void *context, struct arena *arena, enum report_dim dim, struct str word,
                 struct panel_name *found, size_t max);
  /* All names, in order, at most `max`: for completion, for near misses and `members of agency`. */
  size_t (*list)(void *context, struct arena *arena, enum report_dim dim, struct panel_name *found,
                 size_t max);
  /* The forms of which the panel holds reports that count, as bits by their index; and those of
   * which it holds a total over all agencies. NULL: none. */
  uint64_t (*forms)(void *context);
  uint64_t (*totals)(void *context);
  /* The last year on which an agency (0: any) has a report that counts, of the forms in the set; 0:
   * there is none. NULL: that is not known. */
  int64_t (*latest)(void *context, int64_t agency, uint64_t forms);
  /* Is any agency's report declared to cover others'? NULL: that is not known. */
  bool (*consolidates)(void *context);
};

#endif
