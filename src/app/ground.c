/* ground: what statements stand on: what they may do, the files and agencies that they name (see
 * state.h).
 */
#include "app/state.h"

#include "base/file.h"
#include "plan/resolve.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

bool run_may_touch_files(struct run *run, struct span at) {
  if (!run->session->options.safe)
    return true;
  return diag_add(&run->diags, DIAG_FORBIDDEN, at, "--safe allows no statement to touch a file");
}

bool run_may_change(struct run *run, struct span at) {
  if (!store_is_readonly(run->session->store))
    return true;
  return diag_add(&run->diags, DIAG_FORBIDDEN, at, "--readonly allows no change of the panel");
}

bool run_subject(struct run *run, const struct node *subject, struct panel_name *agency,
                 int64_t *low, int64_t *high) {
  const struct node *who = subject->first, *years = who->next;
  struct session *session = run->session;
  struct resolve r = {.arena = run->arena,
                      .vocab = &session->vocab,
                      .panel = &session->panel,
                      .diags = &run->diags};
  if (!lookup_panel(&r, REPORT_AGENCY, who, &agency->id, &agency->name))
    return false;
  *low = *high = 0;
  if (years != NULL) {
    *low = years->kind == NODE_RANGE ? years->first->number : years->number;
    *high = years->kind == NODE_RANGE ? years->last->number : years->number;
  }
  return true;
}

const struct node *run_settle(struct run *run, const struct node *tree) {
  struct session *session = run->session;
  return latest_settle(run->arena, tree, &session->vocab, &session->panel, &session->settings,
                       &run->latest, &run->diags);
}

bool run_read_file(struct run *run, struct str path, struct span at, struct str *bytes) {
  return file_read(run->arena, path, bytes) ||
         diag_add(&run->diags, DIAG_FILE, at, "\"%.*s\" cannot be read: %s", STR_ARG(path),
                  strerror(errno));
}
