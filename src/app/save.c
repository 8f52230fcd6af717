/* save: `save session as "audit.ogi"`: what worked, in canonical form, so that it can be run again
 * (see save.h).
 */
#include "app/save.h"

#include "app/save_assert.h"
#include "base/file.h"
#include "lang/format.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum keep { KEEP_NOT, KEEP_FIRST, KEEP };

/* What changes the panel is run first when the session is run again: every question then meets the
 * panel as it is now. What only looks at the language or the last answer is left out. */
static enum keep keep_of(const struct node *tree) {
  switch (tree->kind) {
  case NODE_LOAD:
  case NODE_RELOAD:
  case NODE_DROP:
    return KEEP_FIRST;
  case NODE_SET: /* `set` alone lists the settings */
    return tree->first != NULL ? KEEP : KEEP_NOT;
  case NODE_NOTHING:
  case NODE_EXPLAIN:
  case NODE_HELP:
  case NODE_TUTORIAL:
  case NODE_QUIT:
  case NODE_DESCRIBE:
  case NODE_MEMBERS:
  case NODE_SHOW_LOAD:
  case NODE_SHOW_DEFINITIONS:
  case NODE_SHOW_DEFINITION:
  case NODE_EDIT:
  case NODE_TRACE:
  case NODE_SAVE:
    return KEEP_NOT;
  default:
    return KEEP;
  }
}

static void keep(struct session *session, struct str text, enum node_kind kind) {
  struct kept kept = {str_copy(&session->arena, text), kind, session->settings};
  ARENA_PUSH(&session->arena, &session->kept, kept);
}

void save_keep(struct session *session, const struct node *tree) {
  struct arena arena = {0};
  if (keep_of(tree) != KEEP_NOT)
    keep(session, format_tree(&arena, tree), tree->kind);
  arena_free(&arena);
}

void save_keep_paths(struct session *session, const char *const *paths, size_t npaths) {
  struct arena arena = {0};
  struct run run = {.session = session, .arena = &arena};
  struct sbuf text = {.arena = &arena};
  for (size_t i = 0; i < npaths; i++) {
    struct str path = run_quote(&run, str_from_z(paths[i]));
    sbuf_addf(&text, "%s%.*s", i == 0 ? "load " : ",\n  ", STR_ARG(path));
  }
  if (npaths > 0)
    keep(session, sbuf_str(&text), NODE_LOAD);
  arena_free(&arena);
}

static bool is_first(const struct kept *kept) {
  struct node node = {.kind = kept->kind};
  return keep_of(&node) == KEEP_FIRST;
}

static bool write_file(struct run *run, const struct node *to, struct str text) {
  return file_write(run->arena, to->text, file_write_text, &text) ||
         diag_add(&run->diags, DIAG_OUTPUT, to->span, "\"%.*s\" cannot be written: %s",
                  STR_ARG(to->text), strerror(errno));
}

bool run_save(struct run *run, const struct node *save) {
  struct session *session = run->session;
  struct sbuf text = {.arena = run->arena};
  size_t statements = 0, assertions = 0;
  if (!run_may_touch_files(run, save->span))
    return false;
  const char *database = session->options.database;
  if (database != NULL)
    sbuf_addf(&text, "# A session with ogi; its panel: ogi -d %s\n", database);
  else
    sbuf_add_z(&text, "# A session with ogi.\n");
  for (int first = 1; first >= 0; first--)
    for (size_t i = 0; i < session->kept.n; i++) {
      const struct kept *kept = &session->kept.at[i];
      if (is_first(kept) != (first == 1))
        continue;
      sbuf_addf(&text, "%.*s\n", STR_ARG(kept->text));
      statements++;
      if (save->flag)
        assertions += save_assertions(session, kept, &text);
    }
  if (!write_file(run, save->first, sbuf_str(&text)))
    return false;
  if (session->options.quiet)
    return true;
  fprintf(session->options.err, "saved %zu statement%s", statements, statements == 1 ? "" : "s");
  if (save->flag)
    fprintf(session->options.err, " and %zu assertion%s", assertions, assertions == 1 ? "" : "s");
  fprintf(session->options.err, " in \"%.*s\"\n", STR_ARG(save->first->text));
  return true;
}
