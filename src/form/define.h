/* define: the definitions in stdlib/ → the vocabulary. Knows how a definition is written
 * (stdlib/forms/cn.ogi shows it) and nothing of what it says.
 */
#ifndef OGI_FORM_DEFINE_H
#define OGI_FORM_DEFINE_H

#include "form/form.h"

/* Fills *vocab from sources in any order. Everything is kept in `arena`, which must outlive the
 * vocabulary; so must the sources' texts. False after messages with their places. */
bool define_sources(struct arena *arena, struct vocab *vocab, const struct source *sources,
                    size_t nsources, struct diags *diags);

/* From the folder forms of what ships with ogi, or of `dir` (shipped.h). */
bool define_shipped(struct arena *arena, struct vocab *vocab, const char *dir, struct diags *diags);

#endif
