/* footer: the lines below a table: coverage, what the marks mean, notes (see show.h).
 */
#include "show/fill.h"
#include "show/mark.h"
#include "show/people.h"
#include "show/show.h"

#include <stdlib.h>
#include <string.h>

#define DOT " \xC2\xB7 " /* parts the pieces of the coverage line */

/* A piece of the line, of a count that is not 0: one word for one, another for more. */
static void add_count(struct sbuf *line, const struct says *says, int64_t count, const char *one,
                      const char *more) {
  if (count <= 0)
    return;
  sbuf_add_z(line, line->n > 0 ? DOT : "");
  sbuf_add(line, SAY(line->arena, says, count == 1 ? one : more, say_number(line->arena, count)));
}

/* Those behind the figures, those in scope, those that should be there. */
static void add_reports(struct sbuf *line, const struct says *says, const struct coverage *c) {
  struct arena *arena = line->arena;
  struct str reports = say_number(arena, c->reports), all = say_number(arena, c->in_scope);
  struct str expected = say_number(arena, c->expected), missing = say_number(arena, c->missing);
  if (c->reports >= 0 && c->in_scope >= 0)
    sbuf_add(line, SAY(arena, says, "reports {1} of {2}", reports, all));
  else if (c->reports >= 0)
    sbuf_add(line, SAY(arena, says, "reports {1}", reports));
  if (c->expected < 0)
    return;
  sbuf_add_z(line, line->n > 0 ? DOT : "");
  sbuf_add(line, c->missing >= 0 ? SAY(arena, says, "expected {1}, missing {2}", expected, missing)
                                 : SAY(arena, says, "expected {1}", expected));
}

struct str show_coverage(struct arena *arena, const struct table *table) {
  struct sbuf line = {.arena = arena};
  const struct coverage *c = &table->coverage;
  const struct says *says = table->says;
  if (!c->is_set)
    return STR("");
  add_reports(&line, says, c);
  if (c->blank_is_unknown)
    add_count(&line, says, c->blank, "{1} blank, unknown", "{1} blanks, unknown");
  else
    add_count(&line, says, c->blank, "{1} blank taken as 0", "{1} blanks taken as 0");
  const char *left_out = c->is_of_totals ? "{1} left out (unread, text or without its total)"
                                         : "{1} left out (unread or text)";
  add_count(&line, says, c->unread, left_out, left_out);
  add_count(&line, says, c->inferred, "{1} inferred", "{1} inferred");
  add_count(&line, says, c->failing, "{1} with failing checks", "{1} with failing checks");
  if (c->scope.n > 0) {
    sbuf_add_z(&line, line.n > 0 ? DOT : "");
    sbuf_add(&line, SAY(arena, says, "set {1}", people_escape(arena, c->scope)));
  }
  return sbuf_str(&line);
}

size_t show_footer_lines(struct arena *arena, const struct table *table, struct str **lines) {
  struct {
    struct str *at;
    size_t n, cap;
  } all = {0};
  struct str line = show_coverage(arena, table), legend = mark_legend(arena, table);
  if (line.n > 0)
    ARENA_PUSH(arena, &all, line);
  if (legend.n > 0)
    ARENA_PUSH(arena, &all, legend);
  for (size_t i = 0; i < table->nsupposed; i++)
    ARENA_PUSH(arena, &all,
               SAY(arena, table->says, "what if: {1}", people_escape(arena, table->supposed[i])));
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
