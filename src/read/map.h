/* map: documents of records → parts of reports, by the columns that a form declares for them. A
 * record holds one table of one report; the tables may stand in several files, gather.h joins them.
 */
#ifndef OGI_READ_MAP_H
#define OGI_READ_MAP_H

#include "read/doc.h"

/* The heads that the editions declare, folded. Lives in the arena, borrows the vocabulary. */
struct maps;
struct maps *maps_new(struct arena *arena, const struct vocab *vocab);

enum map_outcome {
  MAP_OTHER, /* its first row heads no table that a form declares */
  MAP_DONE,  /* every record went to the sink, as a part of a report; see diags for those refused */
  MAP_EMPTY, /* it heads such a table and holds no report, see diags */
  MAP_STOPPED /* the sink returned false */
};

enum map_outcome map_doc(struct arena *arena, const struct maps *maps, const struct doc *doc,
                         struct report_sink sink, struct diags *diags);

#endif
