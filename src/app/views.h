/* views: what SQL and other programs may rely on in the panel: its views and their columns, as the
 * panel itself has them. Private to src/app.
 */
#ifndef OGI_APP_VIEWS_H
#define OGI_APP_VIEWS_H

#include "app/state.h"

struct view {
  struct str name;
  struct str *columns;
  size_t ncolumns;
};

struct views {
  struct view *at;
  size_t n, cap;
};

/* All of them, in `arena`; none where the panel cannot be asked. */
struct views views_of(struct arena *arena, struct store *store);

/* A name as SQL takes it: in double quotes where it is a keyword. */
struct str view_word(struct arena *arena, struct str name);

#endif
