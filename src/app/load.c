/* load: files, folders and patterns → reports in the panel; reload and drop. A file that cannot be
 * read is reported and passed over, the rest loads.
 */
#include "app/state.h"

#include "app/paths.h"

#include <stdio.h>
#include <unistd.h>

#define MESSAGES_SHOWN 40 /* of one load; more would bury the summary */

struct loading {
  struct session *session;
  struct diags *diags; /* of the statement: errors of the store */
  struct arena file;   /* reset for each file */
  struct str path;
  size_t reports, replaced, versions, doubtful; /* reports */
  size_t files, skipped, failed;                /* files */
  size_t serious; /* of these: named by the user, or damaged; no report in a file met in a folder is
                     not */
  size_t doubts, messages;
  bool store_failed;
  double reading, storing; /* seconds */
};

/* A message about the file at hand; beyond the limit only counted. */
static bool may_print(struct loading *l) {
  return l->messages++ < MESSAGES_SHOWN;
}

static void print_remark(struct loading *l, const struct report *report,
                         const struct remark *remark) {
  FILE *err = l->session->options.err;
  struct place at = remark->place;
  if (!may_print(l))
    return;
  fprintf(err, "%.*s: ", STR_ARG(report->path));
  if (at.row > 0 && at.table > 0)
    fprintf(err, "table %u, row %u: ", at.table, at.row);
  else if (at.row > 0)
    fprintf(err, "line %u: ", at.row);
  fprintf(err, "%s: %.*s\n", remark->severity == SEV_NOTE ? "note" : "warning",
          STR_ARG(remark->text));
}

static bool take_report(void *context, const struct report *report) {
  struct loading *l = context;
  double begun = clock_seconds();
  enum put_outcome outcome = store_put(l->session->store, report, l->diags);
  l->storing += clock_seconds() - begun;
  if (outcome == PUT_FAILED) {
    l->store_failed = true;
    return false;
  }
  size_t doubts = 0;
  for (size_t i = 0; i < report->remarks.n; i++) {
    bool is_doubt = report->remarks.at[i].severity != SEV_NOTE;
    doubts += is_doubt;
    if (is_doubt)
      print_remark(l, report, &report->remarks.at[i]);
  }
  l->doubts += doubts;
  l->doubtful += doubts > 0;
  l->reports++;
  l->replaced += outcome == PUT_REPLACED;
  l->versions += outcome == PUT_VERSION;
  if (outcome == PUT_VERSION && may_print(l))
    fprintf(l->session->options.err,
            "%.*s: note: another file holds a report of \"%.*s\" on %d too: one of them counts\n",
            STR_ARG(report->path), STR_ARG(report->agency), report->year);
  return true;
}

/* Is a file named by the user (then it must be a report), or merely met in a folder? */
static void load_file(struct loading *l, struct str path, bool is_named) {
  struct session *session = l->session;
  struct diags diags = {.arena = &l->file};
  struct report_sink sink = {take_report, l};
  arena_reset(&l->file);
  l->path = path;
  l->files++;
  double begun = clock_seconds(), stored = l->storing;
  enum read_outcome outcome = read_file(&l->file, session->index, path, sink, &diags);
  l->reading += clock_seconds() - begun - (l->storing - stored);
  struct source source = {path, STR(""), 1};
  if (outcome == READ_SKIPPED && is_named && diags.n == 0) {
    diags.source = &source;
    diag_add(&diags, DIAG_FILE, (struct span){0, 0}, "this is no kind of file that can be read");
  }
  bool failed = outcome == READ_FAILED || (outcome == READ_SKIPPED && is_named);
  l->failed += failed;
  l->serious += failed && (is_named || diags_failed(&diags));
  l->skipped += outcome == READ_SKIPPED && !is_named;
  if (diags.n > 0 && (failed || outcome == READ_DONE) && may_print(l))
    diags_render(&diags, session->options.err);
  if (outcome == READ_DONE || session->store == NULL)
    return;
  const char *word = outcome == READ_SKIPPED ? "skipped" : "rejected";
  struct str note = diags.n > 0 ? diags.at[0].text : STR("");
  if (!l->store_failed && outcome != READ_STOPPED)
    store_note_file(session->store, path, word, note, l->diags);
}

static void print_summary(struct loading *l) {
  FILE *err = l->session->options.err;
  if (l->messages > MESSAGES_SHOWN)
    fprintf(err, "ogi: note: %zu further messages not shown\n", l->messages - MESSAGES_SHOWN);
  if (l->session->options.quiet)
    return;
  fprintf(err, "loaded %zu report%s from %zu file%s", l->reports, l->reports == 1 ? "" : "s",
          l->files, l->files == 1 ? "" : "s");
  if (l->replaced > 0)
    fprintf(err, ", %zu replaced", l->replaced);
  if (l->versions > 0)
    fprintf(err, ", %zu further version%s", l->versions, l->versions == 1 ? "" : "s");
  if (l->doubtful > 0)
    fprintf(err, ", %zu with doubts (%zu)", l->doubtful, l->doubts);
  if (l->skipped > 0)
    fprintf(err, ", %zu file%s skipped", l->skipped, l->skipped == 1 ? "" : "s");
  if (l->failed > 0)
    fprintf(err, ", %zu not read", l->failed);
  fputc('\n', err);
}

/* Loads what the patterns name. Returns the exit status: 3 when a file that was named, or a damaged
 * one, could not be read; with --strict also when there are doubts, or a file met in a folder holds
 * no report. */
static int load_paths(struct session *session, const struct str *patterns, size_t n,
                      struct diags *diags) {
  struct loading l = {.session = session, .diags = diags};
  struct arena names = {0};
  size_t errors = diags->errors;
  double begun = clock_seconds();
  if (session->index == NULL)
    session->index = match_index_new(&session->arena, &session->vocab);
  if (!store_load_begin(session->store, diags))
    return diags_status(diags);
  for (size_t i = 0; i < n && !l.store_failed && !session->is_interrupted; i++) {
    struct path_list list = {0};
    arena_reset(&names);
    struct diags missing = {.arena = &names};
    if (!paths_expand(&names, patterns[i], &list, &missing)) {
      l.files++;
      l.failed++;
      l.serious++;
      diags_render(&missing, session->options.err);
      continue;
    }
    for (size_t k = 0; k < list.n && !l.store_failed && !session->is_interrupted; k++)
      load_file(&l, list.at[k].path, list.at[k].is_named);
  }
  double stored = clock_seconds();
  bool kept = store_load_end(session->store, !l.store_failed, diags);
  l.storing += clock_seconds() - stored;
  if (session->is_interrupted)
    diag_add(diags, DIAG_INTERRUPTED, (struct span){0, 0},
             "interrupted: the reports read so far are kept");
  print_summary(&l);
  if (session->options.timing && !session->options.quiet)
    fprintf(session->options.err, "load %.6f s: read and match %.6f s, store %.6f s\n",
            clock_seconds() - begun, l.reading, l.storing);
  arena_free(&names);
  arena_free(&l.file);
  int status = kept && diags->errors == errors ? 0 : diags_status(diags);
  bool is_doubtful = session->options.strict && (l.doubts > 0 || l.failed > 0);
  return status < 3 && (l.serious > 0 || is_doubtful) ? 3 : status;
}

int session_load(struct session *session, const char *const *paths, size_t npaths) {
  struct arena arena = {0};
  struct diags diags = {.arena = &arena};
  struct str *patterns = ARENA_ARRAY(&arena, struct str, npaths);
  session->is_interrupted = 0;
  for (size_t i = 0; i < npaths; i++)
    patterns[i] = str_from_z(paths[i]);
  int status = load_paths(session, patterns, npaths, &diags);
  diags_render(&diags, session->options.err);
  arena_free(&arena);
  return status;
}

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
      diags_render(&run->diags, session->options.err); /* while the list's text is at hand */
      run->status = diags_status(&run->diags);
      run->diags.n = run->diags.errors = 0;
      return false;
    }
    if (!session->options.quiet)
      fprintf(session->options.err, "declared %zu agenc%s\n", count, count == 1 ? "y" : "ies");
  }
  return true;
}

static bool load_strings(struct run *run, const struct node *first) {
  struct {
    struct str *at;
    size_t n, cap;
  } patterns = {0};
  for (const struct node *path = first; path != NULL; path = path->next)
    ARENA_PUSH(run->arena, &patterns, path->text);
  run->status = load_paths(run->session, patterns.at, patterns.n, &run->diags);
  return run->status == 0;
}

bool run_load(struct run *run, const struct node *load) {
  if (!run_may_touch_files(run, load->span) || !run_may_change(run, load->span))
    return false;
  if (load->last->kind != NODE_NAME)
    return load_strings(run, load->first);
  if (str_eq(load->last->text, STR("agencies")))
    return load_agencies(run, load);
  diag_add(&run->diags, DIAG_NAME, load->last->span, "nothing is loaded as \"%.*s\"",
           STR_ARG(load->last->text));
  diag_hint(&run->diags, "write \"as agencies\"");
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

bool run_reload(struct run *run, const struct node *reload) {
  struct session *session = run->session;
  struct {
    struct str *at;
    size_t n, cap;
  } paths = {0};
  if (!run_may_touch_files(run, reload->span) || !run_may_change(run, reload->span))
    return false;
  if (reload->first != NULL)
    return load_strings(run, reload->first);
  struct cursor *cursor =
      store_query(session->store, STR("SELECT DISTINCT path FROM report ORDER BY path"), NULL, 0,
                  reload->span, &run->diags);
  if (cursor == NULL)
    return false;
  while (cursor_step(cursor, &run->diags) == 1) {
    struct str path = file_of(run->arena, str_copy(run->arena, cursor_value(cursor, 0).text));
    if (paths.n == 0 ||
        !str_eq(paths.at[paths.n - 1], path)) /* those of one archive come together */
      ARENA_PUSH(run->arena, &paths, path);
  }
  cursor_close(cursor);
  if (diags_failed(&run->diags))
    return false;
  run->status = load_paths(session, paths.at, paths.n, &run->diags);
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
