/* loading: files, folders and patterns → reports in the panel, messages, the list of what became of
 * each file. A file that cannot be read is reported and passed over, the rest loads.
 */
#include "app/paths.h"
#include "app/progress.h"
#include "app/state.h"
#include "base/clock.h"
#include "read/gather.h"
#include "read/pool.h"

#include <stdio.h>

#define MESSAGES_SHOWN 40 /* of one load; more would bury the summary */
#define MESSAGES_TYPED 12 /* of one in a session: a window still holds the summary */

struct loading {
  struct session *session;
  struct diags *diags; /* of the statement: errors of the store and of what is named */
  struct path_list list;
  struct progress progress;
  struct arena texts;    /* of one message */
  struct gather *gather; /* of reports that stand in several files */
  struct arena gathered;
  size_t totals;                                /* rows over all agencies, which are no reports */
  size_t reports, replaced, versions, doubtful; /* reports */
  size_t files, skipped, failed;                /* files; the last two also those in archives */
  size_t serious; /* of these: named by the user, or damaged; no report in a file met in a folder is
                     not */
  size_t doubts, messages;
  size_t file_reports; /* of the file at hand */
  double storing;      /* seconds */
  bool has_failed;     /* the store, or no process can be started */
};

/* A message is coming: beyond the limit it is only counted. */
static size_t messages_shown(const struct loading *l) {
  return l->session->options.is_interactive ? MESSAGES_TYPED : MESSAGES_SHOWN;
}

static bool may_print(struct loading *l) {
  if (l->messages++ >= messages_shown(l))
    return false;
  progress_clear(&l->progress);
  return true;
}

static void print_remark(struct loading *l, const struct report *report,
                         const struct remark *remark) {
  struct place at = remark->place;
  if (!may_print(l))
    return;
  arena_reset(&l->texts);
  struct str place = at.row > 0 ? place_text(&l->texts, at) : STR("");
  if (l->session->options.has_json_errors) {
    struct source source = {report->path, STR(""), 1};
    struct diags remarks = {.arena = &l->texts, .source = &source};
    diag_add(&remarks, DIAG_FORM, (struct span){0, 0}, "%.*s%s%.*s", STR_ARG(place),
             place.n > 0 ? ": " : "", STR_ARG(remark->text));
    remarks.at[0].severity = remark->severity;
    session_say(&l->session->options, &remarks);
    return;
  }
  struct sbuf b = {.arena = &l->texts};
  sbuf_addf(&b, "%.*s: ", STR_ARG(report->path));
  if (at.row > 0)
    sbuf_addf(&b, "%.*s: ", STR_ARG(place));
  sbuf_addf(&b, "%s: %.*s", remark->severity == SEV_NOTE ? "note" : "warning",
            STR_ARG(remark->text));
  say_line(l->session->options.err, sbuf_str(&b));
}

/* --- Versions */

/* Which of two files counts for an agency and a year, and why. */
static void print_versions(struct loading *l, const struct report *report) {
  static const char *const cells[] = {[CHOICE_UNREAD] = "unread cells",
                                      [CHOICE_INFERRED] = "inferred cells",
                                      [CHOICE_BLANK] = "blank cells"};
  struct version_choice choice;
  arena_reset(&l->texts);
  if (!may_print(l) || !store_version_choice(&l->texts, l->session->store, &choice))
    return;
  struct sbuf b = {.arena = &l->texts};
  sbuf_addf(&b, "%.*s: note: \"%.*s\" has a report on %d in %.*s too, %s: ", STR_ARG(report->path),
            STR_ARG(report->agency), report->year, STR_ARG(choice.other),
            choice.is_this ? "but this one counts" : "which counts");
  int64_t few = choice.is_this ? choice.here : choice.there;
  int64_t many = choice.is_this ? choice.there : choice.here;
  if (choice.reason == CHOICE_PATH)
    sbuf_add_z(&b, "they are read alike, and its path comes first");
  else
    sbuf_addf(&b, "it has %lld %s, %s %lld", (long long)few, cells[choice.reason],
              choice.is_this ? "the other" : "this one", (long long)many);
  say_line(l->session->options.err, sbuf_str(&b));
}

/* --- The list of the load */

/* The path of the file on disk, and what follows in it. */
static void split_path(const struct loading *l, size_t file, struct str path,
                       struct load_entry *entry) {
  entry->path = l->list.at[file].path;
  entry->member = path.n > entry->path.n ? str_sub(path, entry->path.n + 1, path.n) : STR("");
}

static void note_report(struct loading *l, size_t file, const struct report *report, size_t doubts,
                        const struct remark *first) {
  struct load_entry entry = {.verdict = doubts > 0 ? "doubtful" : "accepted",
                             .has_report = !report->is_total,
                             .doubts = doubts,
                             .path = report->path};
  if (file < l->list.n)
    split_path(l, file, report->path, &entry);
  if (report->is_total)
    entry.reason = STR("totals over all agencies");
  if (first != NULL) {
    entry.reason = first->text;
    entry.place = first->place;
  }
  store_note_file(l->session->store, &entry, l->diags);
}

/* The place of a message that points into its file. */
static struct place place_of(const struct diag *diag) {
  struct place place = {0};
  uint32_t column;
  if (diag->source != NULL && diag->source->text.n > 0)
    source_position(diag->source, diag->at.start, &place.row, &column);
  return place;
}

static void note_rejected(struct loading *l, const struct pool_item *item,
                          const struct diags *diags) {
  struct load_entry entry = {.verdict = item->outcome == READ_SKIPPED ? "skipped" : "rejected"};
  split_path(l, item->file, item->path, &entry);
  if (diags->n > 0) {
    entry.reason = diags->at[0].text;
    entry.place = place_of(&diags->at[0]);
  } else if (item->outcome == READ_SKIPPED) {
    entry.reason = STR("no kind of file that can be read");
  }
  store_note_file(l->session->store, &entry, l->diags);
}

/* --- Events */

/* Stores a report of the file with that number. */
static void put_report(struct loading *l, size_t file, const struct report *report) {
  double begun = clock_seconds();
  enum put_outcome outcome = store_put(l->session->store, report, l->diags);
  l->has_failed = outcome == PUT_FAILED;
  if (l->has_failed)
    return;
  size_t doubts = 0;
  const struct remark *first = NULL;
  for (size_t i = 0; i < report->remarks.n; i++) {
    if (report->remarks.at[i].severity == SEV_NOTE)
      continue;
    first = doubts++ == 0 ? &report->remarks.at[i] : first;
    print_remark(l, report, &report->remarks.at[i]);
  }
  if (outcome == PUT_VERSION)
    print_versions(l, report);
  note_report(l, file, report, doubts, first);
  l->storing += clock_seconds() - begun;
  l->doubts += doubts;
  l->doubtful += doubts > 0;
  l->reports += outcome != PUT_TOTAL;
  l->totals += outcome == PUT_TOTAL;
  l->replaced += outcome == PUT_REPLACED;
  l->versions += outcome == PUT_VERSION;
}

/* What one says of a file is of one report. */
static bool fits_said(struct loading *l, const struct pool_item *item) {
  struct source source = {item->report->path, STR(""), 1};
  struct diags wrong = {.arena = &l->texts, .source = &source};
  if (l->list.at[item->file].said == NULL || (item->report->is_said && l->file_reports == 0))
    return true;
  arena_reset(&l->texts);
  if (item->report->is_said)
    diag_add(&wrong, DIAG_FILE, (struct span){0, 0},
             "there are several reports in it: the first alone is taken as that of \"%.*s\" on %d",
             STR_ARG(item->report->agency), item->report->year);
  else
    diag_add(&wrong, DIAG_FILE, (struct span){0, 0},
             "its records name their agencies and years: they cannot be said");
  l->serious++;
  if (may_print(l))
    session_say(&l->session->options, &wrong);
  return false;
}

/* What stands in one file is stored at once, the parts of others when all files have been read. */
static void take_report(struct loading *l, const struct pool_item *item) {
  if (!fits_said(l, item))
    return;
  l->file_reports++;
  if (item->report->part_of.n > 0)
    gather_take(l->gather, item->report);
  else
    put_report(l, item->file, item->report);
}

/* The file on disk of a report made of parts: that in which it stands, an archive, or (the number
 * of files: none) files of a folder. */
static size_t file_of(const struct loading *l, struct str path) {
  size_t file = 0;
  while (file < l->list.n && !str_starts(path, l->list.at[file].path))
    file++;
  return file;
}

static bool take_gathered(void *context, const struct report *report) {
  struct loading *l = context;
  put_report(l, file_of(l, report->path), report);
  return !l->has_failed;
}

static void take_member(struct loading *l, const struct pool_item *item) {
  /* Of an archive nothing is said beyond its files, unless there is something. */
  if (item->has_members && item->diags->n == 0)
    return;
  bool failed = item->outcome == READ_FAILED;
  l->failed += failed;
  l->serious += failed && diags_failed(item->diags);
  l->skipped += item->outcome == READ_SKIPPED;
  if (item->diags->n > 0 && item->outcome != READ_SKIPPED && may_print(l))
    session_say(&l->session->options, item->diags);
  if (item->outcome != READ_DONE)
    note_rejected(l, item, item->diags);
}

/* Is the file named by the user (then it must be a report), or merely met in a folder? */
static void take_file(struct loading *l, const struct pool_item *item) {
  bool is_named = l->list.at[item->file].is_named;
  struct source source = {item->path, STR(""), 1};
  struct diags missing = {.arena = &l->texts, .source = &source};
  const struct diags *diags = item->diags;
  arena_reset(&l->texts);
  if (item->outcome == READ_SKIPPED && is_named && diags->n == 0) {
    diag_add(&missing, DIAG_FILE, (struct span){0, 0}, "this is no kind of file that can be read");
    diags = &missing;
  }
  bool is_said = item->has_members && diags->n == 0;
  bool failed = item->outcome == READ_FAILED || (item->outcome == READ_SKIPPED && is_named);
  l->files++;
  l->failed += failed && !is_said;
  l->skipped += item->outcome == READ_SKIPPED && !is_named && !item->has_members;
  l->serious += failed && (diags_failed(diags) || (is_named && l->file_reports == 0));
  if (diags->n > 0 && (failed || item->outcome == READ_DONE) && may_print(l))
    session_say(&l->session->options, diags);
  if (item->outcome != READ_DONE && !is_said)
    note_rejected(l, item, diags);
  l->file_reports = 0;
}

static void show_progress(struct loading *l) {
  struct progress_counts counts = {l->files, l->list.n, l->reports, l->failed + l->doubtful};
  progress_show(&l->progress, &counts);
}

static void take_events(struct loading *l, struct pool *pool) {
  struct pool_item item;
  enum pool_event event;
  while (!l->has_failed && !l->session->is_interrupted &&
         (event = pool_next(pool, &item, l->diags)) != POOL_END) {
    if (event == POOL_REPORT)
      take_report(l, &item);
    else if (event == POOL_MEMBER)
      take_member(l, &item);
    else if (event == POOL_FILE)
      take_file(l, &item);
    else if (event == POOL_WAIT)
      l->has_failed = !store_load_pause(l->session->store, l->diags);
    else
      l->has_failed = true;
    show_progress(l);
  }
  progress_clear(&l->progress);
}

/* --- A load */

static void print_summary(struct loading *l) {
  FILE *err = l->session->options.err;
  struct sbuf b = {.arena = &l->texts};
  arena_reset(&l->texts);
  if (l->messages > messages_shown(l))
    say_line(err, str_fmt(&l->texts,
                          "ogi: note: %zu further messages not shown: `show load` has the files "
                          "and their doubts",
                          l->messages - messages_shown(l)));
  if (l->session->options.quiet)
    return;
  sbuf_addf(&b, "loaded %zu report%s from %zu file%s", l->reports, l->reports == 1 ? "" : "s",
            l->files, l->files == 1 ? "" : "s");
  if (l->totals > 0)
    sbuf_addf(&b, ", %zu row%s of totals over all agencies", l->totals, l->totals == 1 ? "" : "s");
  if (l->replaced > 0)
    sbuf_addf(&b, ", %zu replaced", l->replaced);
  if (l->versions > 0)
    sbuf_addf(&b, ", %zu further version%s", l->versions, l->versions == 1 ? "" : "s");
  if (l->doubtful > 0)
    sbuf_addf(&b, ", %zu with doubts (%zu)", l->doubtful, l->doubts);
  if (l->skipped > 0)
    sbuf_addf(&b, ", %zu file%s skipped", l->skipped, l->skipped == 1 ? "" : "s");
  if (l->failed > 0)
    sbuf_addf(&b, ", %zu not read", l->failed);
  say_line(err, sbuf_str(&b));
}

/* The files that are meant. What names none is an error, and counts as a file that is not read. */
static void expand(struct loading *l, struct arena *names, const struct load_source *sources,
                   size_t n) {
  for (size_t i = 0; i < n; i++) {
    struct load_entry entry = {.path = sources[i].text, .verdict = "rejected"};
    size_t before = l->diags->n, first = l->list.n;
    if (paths_expand(names, sources[i].text, &l->list, sources[i].at, l->diags)) {
      for (size_t k = first; k < l->list.n; k++)
        l->list.at[k].said = sources[i].said;
      continue;
    }
    if (l->diags->n > before)
      entry.reason = l->diags->at[before].text;
    store_note_file(l->session->store, &entry, l->diags);
    l->files++;
    l->failed++;
    l->serious++;
  }
}

/* Reads and stores what is in the list. */
static void read_list(struct loading *l, struct arena *names) {
  struct session *session = l->session;
  struct pool_options options = {session->options.jobs, session->options.seconds, NULL};
  if (session->index == NULL)
    session->index = match_index_new(&session->arena, &session->vocab);
  struct str *paths = ARENA_ARRAY(names, struct str, l->list.n);
  const struct said **said = ARENA_ARRAY(names, const struct said *, l->list.n);
  for (size_t i = 0; i < l->list.n; i++) {
    paths[i] = l->list.at[i].path;
    said[i] = l->list.at[i].said;
  }
  options.said = said;
  fflush(session->options.out);
  fflush(session->options.err);
  struct pool *pool = pool_start(names, session->index, paths, l->list.n, &options);
  l->gather = gather_new(&l->gathered, &session->vocab);
  take_events(l, pool);
  pool_stop(pool);
  if (!l->has_failed && !session->is_interrupted) /* else some would lack what was not read */
    gather_end(l->gather, (struct report_sink){take_gathered, l});
}

/* What was said on an earlier load holds until the report is dropped, or something else is said. */
static bool remember_said(struct loading *l, struct arena *names) {
  struct str sql =
      STR("SELECT r.path, a.name, r.year FROM report r JOIN agency a ON "
          "a.id = r.agency WHERE r.said = 1");
  struct cursor *cursor =
      store_query(l->session->store, sql, NULL, 0, (struct span){0, 0}, l->diags);
  int step = cursor != NULL ? cursor_step(cursor, l->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, l->diags)) {
    struct str path = cursor_value(cursor, 0).text;
    struct said *said = NULL;
    for (size_t i = 0; i < l->list.n; i++) {
      struct str file = l->list.at[i].path;
      bool is_it = str_starts(path, file) && (path.n == file.n || path.p[file.n] == '/');
      if (!is_it || l->list.at[i].said != NULL)
        continue;
      if (said == NULL) {
        said = ARENA_NEW(names, struct said);
        said->agency = str_copy(names, cursor_value(cursor, 1).text);
        said->year = (int)cursor_value(cursor, 2).integer;
      }
      l->list.at[i].said = said;
    }
  }
  cursor_close(cursor);
  return step == 0;
}

int load_paths(struct session *session, const struct load_source *sources, size_t n,
               struct diags *diags) {
  struct loading l = {.session = session, .diags = diags};
  struct arena names = {0};
  double begun = clock_seconds();
  l.progress = progress_new(session->options.err, session->options.quiet);
  if (!store_load_begin(session->store, diags))
    return diags_status(diags);
  expand(&l, &names, sources, n);
  if (l.list.n > 1 && sources[0].said != NULL)
    diag_add(diags, DIAG_FILE, sources[0].at,
             "these are %zu files, and one report is said whose it is", l.list.n);
  else if (l.list.n > 0 && remember_said(&l, &names))
    read_list(&l, &names);
  double stored = clock_seconds();
  store_load_end(session->store, !l.has_failed, diags);
  l.storing += clock_seconds() - stored;
  if (session->is_interrupted)
    diag_add(diags, DIAG_INTERRUPTED, (struct span){0, 0},
             "interrupted: the reports read so far are kept");
  print_summary(&l);
  if (session->options.timing && !session->options.quiet)
    fprintf(session->options.err, "load %.6f s, of these storing %.6f s\n", clock_seconds() - begun,
            l.storing);
  arena_free(&names);
  arena_free(&l.texts);
  arena_free(&l.gathered);
  int status = diags_status(diags);
  bool is_doubtful = session->options.strict && (l.doubts > 0 || l.failed > 0);
  return status < 3 && (l.serious > 0 || is_doubtful) ? 3 : status;
}

int session_load(struct session *session, const char *const *paths, size_t npaths) {
  struct arena arena = {0};
  struct diags diags = {.arena = &arena};
  struct load_source *sources = ARENA_ARRAY(&arena, struct load_source, npaths);
  session->is_interrupted = 0;
  for (size_t i = 0; i < npaths; i++)
    sources[i].text = str_from_z(paths[i]);
  int status = load_paths(session, sources, npaths, &diags);
  session_say(&session->options, &diags);
  if (session->options.database == NULL)
    save_keep_paths(session, paths, npaths);
  arena_free(&arena);
  return status;
}
