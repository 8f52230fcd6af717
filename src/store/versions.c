/* versions: of several files for one agency and year one counts; which one, and what follows when
 * it changes (language.md, section 1).
 *
 * Figures of reports that count stand in `fact` and `odd`; `reading` keeps those of every version,
 * so that a version can come to count without its file.
 */
#include "store/state.h"

/* Runs a statement on one report. */
static bool run_on(struct store *store, enum schema_sql which, int64_t report) {
  struct stmt *stmt = store_statement(store, which);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, report);
  return stmt_run(stmt);
}

/* Cells of this batch may still wait in memory. */
static bool flush_for(struct store *store, int64_t report) {
  struct load *load = &store->load;
  return !load->in_batch || report < load->batch_reports || batch_flush(store);
}

static bool take_facts_out(struct store *store, int64_t report) {
  return run_on(store, SQL_ROLL_LESS, report) && run_on(store, SQL_FACTS_DROP, report) &&
         run_on(store, SQL_ODDS_DROP, report);
}

static bool set_counts(struct store *store, int64_t report, bool counts) {
  if (!flush_for(store, report))
    return false;
  bool is_moved = counts ? run_on(store, SQL_FACTS_MAKE, report) &&
                               run_on(store, SQL_ROLL_MORE, report) &&
                               run_on(store, SQL_ODDS_MAKE, report)
                         : take_facts_out(store, report);
  struct stmt *stmt = is_moved ? store_statement(store, SQL_COUNTS_SET) : NULL;
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, report);
  stmt_integer(stmt, 2, counts);
  return stmt_run(stmt);
}

/* What the versions say now: the best, and those that count. */
struct standing {
  int64_t best;
  bool best_counts;
  struct {
    int64_t *at;
    size_t n, cap;
  } others; /* count and should not */
};

static bool read_standing(struct arena *arena, struct stmt *stmt, struct standing *standing) {
  int step;
  while ((step = stmt_step(stmt)) == 1) {
    int64_t report = stmt_get_integer(stmt, 0);
    bool counts = stmt_get_integer(stmt, 1) != 0;
    if (standing->best == 0) {
      standing->best = report;
      standing->best_counts = counts;
    } else if (counts) {
      ARENA_PUSH(arena, &standing->others, report);
    }
  }
  stmt_reset(stmt);
  return step == 0;
}

bool versions_settle(struct store *store, int64_t agency, int64_t year, int64_t form) {
  struct stmt *stmt = store_statement(store, SQL_VERSIONS);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, agency);
  stmt_integer(stmt, 2, year);
  stmt_integer(stmt, 3, form);
  struct arena *scratch = &store->load.scratch;
  struct arena_mark mark = arena_mark(scratch);
  struct standing standing = {0};
  bool is_done = read_standing(scratch, stmt, &standing);
  for (size_t i = 0; i < standing.others.n && is_done; i++)
    is_done = set_counts(store, standing.others.at[i], false);
  if (is_done && standing.best != 0 && !standing.best_counts)
    is_done = set_counts(store, standing.best, true);
  arena_rewind(scratch, mark);
  return is_done;
}

/* How one version stands; see the order of SQL_VERSIONS. */
struct rank {
  struct str path;
  int64_t parts[CHOICE_PATH];
};

static struct rank read_rank(struct arena *arena, struct stmt *stmt) {
  struct rank rank = {.path = str_copy(arena, stmt_get_text(stmt, 1))};
  for (int i = 0; i < CHOICE_PATH; i++)
    rank.parts[i] = stmt_get_integer(stmt, 2 + i);
  return rank;
}

bool store_version_choice(struct arena *arena, struct store *store, struct version_choice *choice) {
  struct load *load = &store->load;
  struct stmt *stmt = store_statement(store, SQL_VERSIONS_WHY);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, load->last_agency);
  stmt_integer(stmt, 2, load->last_year);
  stmt_integer(stmt, 3, load->last_form);
  struct rank this = {0}, other = {0};
  bool has_this = false, has_other = false;
  *choice = (struct version_choice){0};
  while ((!has_this || !has_other) && stmt_step(stmt) == 1) {
    bool is_this = stmt_get_integer(stmt, 0) == load->last_report;
    if (is_this) {
      this = read_rank(arena, stmt);
      has_this = true;
      choice->is_this = !has_other;
    } else if (!has_other) {
      other = read_rank(arena, stmt);
      has_other = true;
    }
  }
  stmt_reset(stmt);
  int reason = CHOICE_UNREAD;
  while (reason < CHOICE_PATH && this.parts[reason] == other.parts[reason])
    reason++;
  choice->other = other.path;
  choice->reason = (enum choice_reason)reason;
  choice->here = reason < CHOICE_PATH ? this.parts[reason] : 0;
  choice->there = reason < CHOICE_PATH ? other.parts[reason] : 0;
  return has_this && has_other;
}

bool versions_remove(struct store *store, int64_t report, bool counts) {
  if (!flush_for(store, report) || (counts && !take_facts_out(store, report)) ||
      !run_on(store, SQL_UNSETTLE_OF, report))
    return false;
  struct stmt *stmt = store_statement(store, SQL_SECTIONS_DROP);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, report * SCHEMA_SECTIONS);
  stmt_integer(stmt, 2, report * SCHEMA_SECTIONS + SCHEMA_SECTIONS - 1);
  return stmt_run(stmt) && run_on(store, SQL_READINGS_DROP, report) &&
         run_on(store, SQL_REMARKS_DROP, report) && run_on(store, SQL_REPORT_DROP, report);
}

struct old {
  int64_t report, counts, agency, year, form;
};

struct olds {
  struct old *at;
  size_t n, cap;
};

static bool remove_old(struct store *store, const struct old *old) {
  return versions_remove(store, old->report, old->counts != 0) &&
         versions_settle(store, old->agency, old->year, old->form) &&
         run_on(store, SQL_AGENCY_TIDY, old->agency);
}

bool versions_forget_old(struct store *store) {
  struct load *load = &store->load;
  if (load->path.n == 0 || load->old_reports == 0)
    return true;
  struct stmt *stmt = store_statement(store, SQL_OLD_OF_PATH);
  if (stmt == NULL)
    return false;
  stmt_text(stmt, 1, load->path);
  stmt_integer(stmt, 2, load->old_reports);
  struct arena_mark mark = arena_mark(&load->scratch);
  struct olds olds = {0};
  int step;
  while ((step = stmt_step(stmt)) == 1) {
    struct old old = {stmt_get_integer(stmt, 0), stmt_get_integer(stmt, 1),
                      stmt_get_integer(stmt, 2), stmt_get_integer(stmt, 3),
                      stmt_get_integer(stmt, 4)};
    ARENA_PUSH(&load->scratch, &olds, old);
  }
  stmt_reset(stmt);
  bool is_done = step == 0 && totals_forget_old(store);
  for (size_t i = 0; i < olds.n && is_done; i++)
    is_done = remove_old(store, &olds.at[i]);
  if (olds.n > 0)
    ids_clear(&load->agencies); /* one of them may be gone */
  arena_rewind(&load->scratch, mark);
  load->path = STR("");
  return is_done;
}

static int drop_versions(struct store *store, int64_t agency, int year) {
  struct stmt *stmt = store_statement(store, SQL_VERSIONS_OF_YEAR);
  if (stmt == NULL)
    return -1;
  stmt_integer(stmt, 1, agency);
  stmt_integer(stmt, 2, year);
  struct olds olds = {0};
  int step;
  while ((step = stmt_step(stmt)) == 1) {
    struct old old = {.report = stmt_get_integer(stmt, 0), .counts = stmt_get_integer(stmt, 1)};
    ARENA_PUSH(&store->load.scratch, &olds, old);
  }
  stmt_reset(stmt);
  for (size_t i = 0; i < olds.n && step == 0; i++)
    if (!versions_remove(store, olds.at[i].report, olds.at[i].counts != 0))
      step = -1;
  return step < 0 || !run_on(store, SQL_AGENCY_TIDY, agency) ? -1 : (int)olds.n;
}

int store_drop(struct store *store, int64_t agency, int year, struct diags *diags) {
  if (!store_is_writable(store, "drop reports from", diags))
    return -1;
  if (store->load.is_on) {
    diag_add(diags, DIAG_STORE, (struct span){0}, "no report can be dropped during a load");
    return -1;
  }
  int dropped = store_begin(store) ? drop_versions(store, agency, year) : -1;
  if (dropped > 0 && !settle_agencies(store))
    dropped = -1;
  arena_reset(&store->load.scratch);
  if (dropped >= 0 && store_commit(store))
    return dropped;
  store_fault(store, "drop reports", diags);
  store_rollback(store);
  return -1;
}
