/* paths: what a user names to be loaded → the files it stands for.
 */
#ifndef OGI_APP_PATHS_H
#define OGI_APP_PATHS_H

#include "form/report.h"

struct path_list {
  struct {
    struct str path;
    bool is_named;           /* named itself, not met in a folder or through a pattern */
    const struct said *said; /* who reports on what year, if the user says so */
  } * at;
  size_t n, cap;
};

/* A file, a folder (with all below it), or a pattern: `*`, `?`, `[…]` within a name, `**` over
 * folders. Files come in the order of their bytes; hidden ones are passed over. False after a
 * message when there is no such thing. */
bool paths_expand(struct arena *arena, struct str pattern, struct path_list *list, struct span at,
                  struct diags *diags);

#endif
