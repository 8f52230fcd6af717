/* load: the statements that change the panel: load, reload and drop. Reading the files is
 * loading.c's.
 */
#include "app/state.h"

#include <stdio.h>
#include <unistd.h>

/* Years that a statement may say of a report: the form is of 2019, a slip is likelier than more. */
#define YEAR_FIRST 1900
#define YEAR_LAST 2999

/* load "agencies.csv" as agencies */
static bool load_agencies(struct run *run, const struct node *load) {
  struct session *session = run->session;
  for (const struct node *path = load->first; path != load->last; path = path->next) {
    struct str csv;
    size_t count = 0;
    if (!run_read_file(run, path->text, path->span, &csv))
      return false;
    struct source source = {path->text, csv, 1};
    const struct source *statement = run->diags.source;
    run->diags.source = &source; /* mistakes stand in the list, not in the statement */
    bool ok = store_agencies(session->store, csv, &count, &run->diags);
    run->diags.source = statement;
    if (!ok) {
      session_say(&session->options, &run->diags); /* while the list's text is at hand */
      run->status = diags_status(&run->diags);
      run->diags.n = run->diags.errors = 0;
      return false;
    }
    if (!session->options.quiet)
      fprintf(session->options.err, "declared %zu agenc%s\n", count, count == 1 ? "y" : "ies");
  }
  return true;
}

struct sources {
  struct load_source *at;
  size_t n, cap;
};

static bool load_strings(struct run *run, const struct node *first) {
  struct sources sources = {0};
  for (const struct node *path = first; path != NULL; path = path->next)
    ARENA_PUSH(run->arena, &sources, ((struct load_source){path->text, path->span, NULL}));
  run->status = load_paths(run->session, sources.at, sources.n, &run->diags);
  return run->status == 0;
}

/* load "f.html" as report of "X" 2023 */
static bool load_said(struct run *run, const struct node *load) {
  const struct node *who = load->last->first, *year = load->last->last;
  struct said said = {str_trim(who->text), (int)year->number};
  struct load_source source = {load->first->text, load->first->span, &said};
  if (load->first->next != load->last) {
    diag_add(&run->diags, DIAG_CLAUSE, load->first->next->span,
             "\"as report of\" says whose one report is");
    diag_hint(&run->diags, "load each file by a statement of its own");
    return false;
  }
  if (said.agency.n == 0)
    return diag_add(&run->diags, DIAG_VALUE, who->span, "an agency has a name");
  if (year->number < YEAR_FIRST || year->number > YEAR_LAST)
    return diag_add(&run->diags, DIAG_VALUE, year->span, "a year is a whole number such as 2021");
  run->status = load_paths(run->session, &source, 1, &run->diags);
  return run->status == 0;
}

bool run_load(struct run *run, const struct node *load) {
  if (!run_may_touch_files(run, load->span) || !run_may_change(run, load->span))
    return false;
  if (load->last->kind == NODE_SUBJECT)
    return load_said(run, load);
  if (load->last->kind != NODE_AS)
    return load_strings(run, load->first);
  const struct node *as = load->last->first;
  if (str_eq(as->text, STR("agencies")))
    return load_agencies(run, load);
  diag_add(&run->diags, DIAG_NAME, as->span, "nothing is loaded as \"%.*s\"", STR_ARG(as->text));
  diag_hint(&run->diags, "write \"as agencies\", or \"as report of AGENCY 2023\"");
  return false;
}

/* The file on disk from which a report came: of one out of an archive (`a.zip/in/x.html`) that is
 * the archive. */
static struct str file_of(struct arena *arena, struct str path) {
  for (size_t end = path.n; end > 0; end--) {
    if (end < path.n && path.p[end] != '/')
      continue;
    struct str prefix = str_copy(arena, str_sub(path, 0, end));
    if (access(prefix.p, F_OK) == 0)
      return prefix;
  }
  return path;
}

bool run_loaded_files(struct run *run, struct span at, struct load_source **files, size_t *n) {
  struct sources paths = {0};
  struct cursor *cursor =
      store_query(run->session->store, STR("SELECT DISTINCT path FROM report ORDER BY path"), NULL,
                  0, at, &run->diags);
  if (cursor == NULL)
    return false;
  while (cursor_step(cursor, &run->diags) == 1) {
    struct str path = file_of(run->arena, str_copy(run->arena, cursor_value(cursor, 0).text));
    if (paths.n == 0 ||
        !str_eq(paths.at[paths.n - 1].text, path)) /* those of one archive come together */
      ARENA_PUSH(run->arena, &paths, ((struct load_source){path, at, NULL}));
  }
  cursor_close(cursor);
  *files = paths.at;
  *n = paths.n;
  return !diags_failed(&run->diags);
}

bool run_reload(struct run *run, const struct node *reload) {
  struct load_source *files;
  size_t n;
  if (!run_may_touch_files(run, reload->span) || !run_may_change(run, reload->span))
    return false;
  if (reload->first != NULL)
    return load_strings(run, reload->first);
  if (!run_loaded_files(run, reload->span, &files, &n))
    return false;
  run->status = load_paths(run->session, files, n, &run->diags);
  return run->status == 0;
}

bool run_drop(struct run *run, const struct node *drop) {
  struct session *session = run->session;
  struct panel_name agency;
  int64_t low, high;
  int dropped = 0;
  if (!run_may_change(run, drop->span) || !run_subject(run, drop->first, &agency, &low, &high))
    return false;
  if (low == 0) {
    diag_add(&run->diags, DIAG_VALUE, drop->first->span, "it is not said which year's report");
    diag_hint(&run->diags, "write drop report \"%.*s\" 2021", STR_ARG(agency.name));
    return false;
  }
  if (high - low > 200)
    return diag_add(&run->diags, DIAG_VALUE, drop->first->span, "that is no range of years");
  for (int64_t year = low; year <= high; year++) {
    int n = store_drop(session->store, agency.id, (int)year, &run->diags);
    if (n < 0)
      return false;
    dropped += n;
  }
  if (dropped == 0)
    return diag_add(&run->diags, DIAG_NAME, drop->first->span,
                    "\"%.*s\" has no report on that year", STR_ARG(agency.name));
  if (!session->options.quiet)
    fprintf(session->options.err, "dropped %d report%s\n", dropped, dropped == 1 ? "" : "s");
  return true;
}
