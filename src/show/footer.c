/* footer: the lines below a table: coverage, what the marks mean, notes (see show.h).
 */
#include "show/fill.h"
#include "show/mark.h"
#include "show/people.h"
#include "show/show.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define DOT " \xC2\xB7 " /* parts the pieces of the coverage line */

static void add_count(struct sbuf *line, int64_t count, const char *words) {
  if (count > 0)
    sbuf_addf(line, "%s%" PRId64 " %s", line->n > 0 ? DOT : "", count, words);
}

struct str show_coverage(struct arena *arena, const struct coverage *c) {
  struct sbuf line = {.arena = arena};
  if (!c->is_set)
    return STR("");
  if (c->reports >= 0)
    sbuf_addf(&line, "reports %" PRId64, c->reports);
  if (c->reports >= 0 && c->in_scope >= 0)
    sbuf_addf(&line, " of %" PRId64, c->in_scope);
  if (c->expected >= 0)
    sbuf_addf(&line, "%sexpected %" PRId64, line.n > 0 ? DOT : "", c->expected);
  if (c->expected >= 0 && c->missing >= 0)
    sbuf_addf(&line, ", missing %" PRId64, c->missing);
  if (c->blank_is_unknown)
    add_count(&line, c->blank, c->blank == 1 ? "blank, unknown" : "blanks, unknown");
  else
    add_count(&line, c->blank, c->blank == 1 ? "blank taken as 0" : "blanks taken as 0");
  add_count(&line, c->unread,
            c->is_of_totals ? "left out (unread, text or without its total)"
                            : "left out (unread or text)");
  add_count(&line, c->inferred, "inferred");
  add_count(&line, c->failing, "with failing checks");
  if (c->scope.n > 0)
    sbuf_addf(&line, "%sset %.*s", line.n > 0 ? DOT : "", STR_ARG(people_escape(arena, c->scope)));
  return sbuf_str(&line);
}

size_t show_footer_lines(struct arena *arena, const struct table *table, struct str **lines) {
  struct {
    struct str *at;
    size_t n, cap;
  } all = {0};
  struct str line = show_coverage(arena, &table->coverage), legend = mark_legend(arena, table);
  if (line.n > 0)
    ARENA_PUSH(arena, &all, line);
  if (legend.n > 0)
    ARENA_PUSH(arena, &all, legend);
  for (size_t i = 0; i < table->nsupposed; i++)
    ARENA_PUSH(arena, &all,
               str_fmt(arena, "what if: %.*s", STR_ARG(people_escape(arena, table->supposed[i]))));
  for (size_t i = 0; i < table->notes.n; i++)
    ARENA_PUSH(arena, &all, people_escape(arena, table->notes.at[i]));
  *lines = all.at;
  return all.n;
}

bool show_has_colour(void) {
  const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
  return (no_colour == NULL || no_colour[0] == '\0') && terminal != NULL && terminal[0] != '\0' &&
         strcmp(terminal, "dumb") != 0;
}

void show_footer(const struct table *table, bool has_colour, size_t width, FILE *out) {
  struct arena arena = {0};
  struct str *lines;
  size_t n = show_footer_lines(&arena, table, &lines);
  bool is_dim = n > 0 && has_colour;
  if (is_dim)
    fputs(MARK_DIM, out);
  for (size_t i = 0; i < n; i++)
    fill_write(out, str_fmt(&arena, "%.*s\n", STR_ARG(lines[i])), width, 0);
  if (is_dim)
    fputs(MARK_PLAIN, out);
  arena_free(&arena);
}
