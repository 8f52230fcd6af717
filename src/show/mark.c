/* mark: marks and colours of doubt (see mark.h).
 */
#include "show/mark.h"

#define RED "\x1b[31m"
#define YELLOW "\x1b[33m"
#define MAGENTA "\x1b[35m"

const char *mark_colour(struct value v) {
  if (v.is_doubtful)
    return RED;
  if (v.is_unread)
    return MAGENTA;
  return v.is_inferred ? YELLOW : NULL;
}

static void add(struct sbuf *b, const struct says *says, bool is_there, const char *english) {
  if (!is_there)
    return;
  sbuf_add_z(b, b->n > 0 ? " \xC2\xB7 " : "");
  sbuf_add(b, say(says, english));
}

struct str mark_legend(struct arena *arena, const struct table *table) {
  bool is_doubtful = false, is_inferred = false, is_unread = false;
  struct sbuf b = {.arena = arena};
  for (size_t r = 0; r < table->rows.n; r++)
    for (size_t i = 0; i < table->ncolumns; i++) {
      struct value v = table->rows.at[r].cells[i];
      bool is_there = v.kind != VALUE_MISSING;
      is_doubtful = is_doubtful || (v.is_doubtful && is_there);
      is_inferred = is_inferred || (v.is_inferred && is_there);
      is_unread = is_unread || (v.is_unread && is_there);
    }
  add(&b, table->says, is_doubtful, "! rests on a cell in a failing check");
  add(&b, table->says, is_inferred, "~ not read but inferred from the sums of its form");
  add(&b, table->says, is_unread, "? printed, but not readable for certain");
  return sbuf_str(&b);
}
