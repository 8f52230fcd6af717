/* match: documents → reports. Finds title, agency, year, date and sections, decides the edition by
 * the labels (never by the year) and puts each printed figure into its slot.
 */
#ifndef OGI_READ_MATCH_H
#define OGI_READ_MATCH_H

#include "read/doc.h"

/* Every printed word of the vocabulary, hashed. Made once, read-only, lives in the arena; borrows
 * the vocabulary. */
struct match_index;
struct match_index *match_index_new(struct arena *arena, const struct vocab *vocab);

/* Gives each report found in the documents to the sink. Returns false when the sink did. When the
 * documents hold no report, says why in diags (DIAG_FORM) and returns true; records that no form
 * declares are passed over without a word. `*found` is not 0 when there was a report. */
bool match_docs(struct arena *arena, const struct match_index *index, const struct doc *docs,
                size_t ndocs, struct report_sink sink, size_t *found, struct diags *diags);

#endif
