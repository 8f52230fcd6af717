/* shipped: the definitions that come with ogi, folder by folder: those compiled in, or those of a
 * directory that stands in their place (--stdlib).
 */
#ifndef OGI_FORM_SHIPPED_H
#define OGI_FORM_SHIPPED_H

#include "base/diag.h"

struct source_list {
  struct source *at;
  size_t n, cap;
};

/* Adds the files of FOLDER that end so (".ogi"), in the order of their names; with `dir` not NULL
 * those of DIR/FOLDER. *is_there: is there such a folder? False after messages: a file cannot be
 * read. */
bool shipped_read(struct arena *arena, const char *dir, const char *folder, const char *ending,
                  struct source_list *sources, bool *is_there, struct diags *diags);

#endif
