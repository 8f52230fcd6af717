/* mark: how doubt is shown: `!`, `~` and `?` before a cell, what they mean below the table, and
 * colour on top of them where there is any. No colour ever says what no mark says.
 */
#ifndef OGI_SHOW_MARK_H
#define OGI_SHOW_MARK_H

#include "value/value.h"

#define MARK_BOLD "\x1b[1m"
#define MARK_DIM "\x1b[2m"
#define MARK_PLAIN "\x1b[0m"

/* What begins the colour of a cell, ended by MARK_PLAIN; NULL: none. */
const char *mark_colour(struct value v);

/* What the marks in the table mean, those alone that stand in it; empty where there are none. */
struct str mark_legend(struct arena *arena, const struct table *table);

#endif
