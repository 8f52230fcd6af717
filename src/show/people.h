/* people: a cell, a heading and the footer as people read them, shared by the terminal's table and
 * by Markdown: names instead of keys, two decimals for an average, no raw control characters.
 */
#ifndef OGI_SHOW_PEOPLE_H
#define OGI_SHOW_PEOPLE_H

#include "value/value.h"

/* `s` without what could steer a terminal: \n, \t, \r and \x1b, \u202e for control and direction
 * characters, \xff for a byte that is not UTF-8. Gives `s` itself when there is none. */
struct str people_escape(struct arena *arena, struct str s);

/* How readers want it. Zeroed: plain digits, no units, a dash where there is no figure. */
struct people_style {
  bool has_thousands; /* 12,345 */
  bool has_units;     /* the unit behind a heading */
  bool has_null;
  struct str null; /* stands where there is no figure */
};

struct str people_heading(struct arena *arena, const struct column *column);
struct str people_heading_in(struct arena *arena, const struct people_style *style,
                             const struct column *column);

/* The text of cell `i`, escaped, without indentation: the label or the value, a dash where a number
 * is missing, what the row is where a total has no key of its own. */
struct str people_cell(struct arena *arena, const struct table *table, const struct row *row,
                       size_t i);
struct str people_cell_in(struct arena *arena, const struct people_style *style,
                          const struct table *table, const struct row *row, size_t i);

/* The same without the marks of what is inferred or doubtful, for renderers that mark otherwise. */
struct str people_text(struct arena *arena, const struct table *table, const struct row *row,
                       size_t i);

/* A figure's digits in groups of three before the point: -12,345.5. */
struct str people_grouped(struct arena *arena, struct str text);

bool people_is_shown(const struct column *column); /* not the mark, which the layout shows */
bool people_is_right(const struct column *column); /* numbers stand on the right */

#endif
