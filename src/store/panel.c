/* panel: agencies, regions, levels and functions by name, for the plan and for completion (see
 * form/panel.h).
 */
#include "store/state.h"

#include "base/utf8.h"

/* Questions give id, name and path; ?1 is the word, of agencies folded. */
static const char *const agencies_exact =
    "SELECT a.id, a.name, NULL FROM agency a WHERE a.folded = ?1 UNION"
    " SELECT a.id, a.name, NULL FROM alias l JOIN agency a ON a.id = l.agency WHERE l.folded = ?1"
    " ORDER BY 2";
static const char *const agencies_part =
    "SELECT a.id, a.name, NULL FROM agency a WHERE instr(a.folded, ?1) > 0 UNION"
    " SELECT a.id, a.name, NULL FROM alias l JOIN agency a ON a.id = l.agency"
    " WHERE instr(l.folded, ?1) > 0 ORDER BY 2";

/* Written as the panel has it: found by an index, without a look at every name. */
static const char *const regions_exact =
    "SELECT id, name, path FROM region WHERE name = ?1 UNION"
    " SELECT id, name, path FROM region WHERE path = ?1 ORDER BY 1";
static const char *const functions_exact =
    "SELECT 0, function, NULL FROM agency WHERE function = ?1 LIMIT 1";

/* All names of a dimension, in order; the third column is a second name under which it is found. */
static const char *names_sql(enum report_dim dim) {
  switch (dim) {
  case REPORT_AGENCY:
    return "SELECT id, name, NULL FROM agency ORDER BY name";
  case REPORT_REGION:
    return "SELECT id, name, path FROM region ORDER BY id";
  case REPORT_LEVEL:
    return "SELECT l.id, l.key, l.zh FROM level l WHERE EXISTS (SELECT 1 FROM agency a WHERE"
           " a.level = l.id) ORDER BY l.id";
  case REPORT_FUNCTION:
    return "SELECT DISTINCT 0, function, NULL FROM agency WHERE function IS NOT NULL"
           " ORDER BY function";
  case REPORT_YEAR:
  case REPORT_EDITION:
  case REPORT_FORM:
    break;
  }
  return NULL;
}

/* Counts the current row, and keeps its name while there is room. */
static void keep(struct arena *arena, struct stmt *stmt, struct str name, struct panel_name *found,
                 size_t *n, size_t max) {
  if (*n < max)
    found[*n] = (struct panel_name){stmt_get_integer(stmt, 0), str_copy(arena, name)};
  *n += 1;
}

/* Several regions may share a name: where there is a path, it tells them apart. */
static void keep_found(struct arena *arena, struct stmt *stmt, struct panel_name *found, size_t *n,
                       size_t max) {
  struct str path = stmt_get_text(stmt, 2);
  keep(arena, stmt, path.n > 0 ? path : stmt_get_text(stmt, 1), found, n, max);
}

/* The names that a question gives for a word. */
static size_t find_by(struct store *store, struct arena *arena, const char *sql, struct str word,
                      struct panel_name *found, size_t max) {
  struct stmt *stmt = db_prepare(store->read, str_from_z(sql), NULL);
  if (stmt == NULL)
    return 0;
  stmt_text(stmt, 1, word);
  size_t n = 0;
  while (stmt_step(stmt) == 1)
    keep_found(arena, stmt, found, &n, max);
  stmt_finish(stmt);
  return n;
}

/* Does the folded word name this, exactly or in part? */
static bool fits(struct str folded, struct str name, struct str path, bool exactly) {
  if (exactly)
    return str_eq(folded, name) || (path.n > 0 && str_eq(folded, path));
  return str_contains(name, folded) ||
         (str_contains(folded, STR("/")) && str_contains(path, folded));
}

static size_t find_names(struct store *store, struct arena *arena, const char *sql,
                         struct str folded, bool exactly, struct panel_name *found, size_t max) {
  struct stmt *stmt = db_prepare(store->read, str_from_z(sql), NULL);
  size_t n = 0;
  while (stmt != NULL && stmt_step(stmt) == 1) {
    struct arena_mark mark = arena_mark(arena);
    struct str name = utf8_fold(arena, stmt_get_text(stmt, 1));
    struct str path = utf8_fold(arena, stmt_get_text(stmt, 2));
    bool is_hit = fits(folded, name, path, exactly);
    arena_rewind(arena, mark);
    if (is_hit)
      keep_found(arena, stmt, found, &n, max);
  }
  stmt_finish(stmt);
  return n;
}

/* Levels are the same for every panel; there need be no agency of that level. */
static size_t find_level(struct store *store, struct arena *arena, struct str word,
                         struct panel_name *found, size_t max) {
  enum level level = level_named(arena, store->vocab, word);
  if (level == LEVEL_NONE)
    return 0;
  if (max > 0)
    found[0] = (struct panel_name){(int64_t)level, store->vocab->levels[level].key};
  return 1;
}

/* A region by a short name that the gazetteer knows: 大理州. */
static size_t find_region(struct store *store, struct arena *arena, struct str folded,
                          struct panel_name *found, size_t max) {
  const struct gazetteer *g = store_gazetteer(store);
  int division = division_at(arena, g, folded);
  return division < 0
             ? 0
             : find_by(store, arena, regions_exact, division_path(arena, g, division), found, max);
}

/* A function by its English name, or by a word that stands for it: 公安局. */
static size_t find_function(struct store *store, struct arena *arena, struct str word,
                            struct panel_name *found, size_t max) {
  const struct gazetteer *g = store_gazetteer(store);
  int function = function_named(arena, g, word);
  return function < 0
             ? 0
             : find_by(store, arena, functions_exact, g->functions[function].key, found, max);
}

static size_t panel_find(void *context, struct arena *arena, enum report_dim dim, struct str word,
                         struct panel_name *found, size_t max) {
  struct store *store = context;
  const char *sql = names_sql(dim);
  struct str plain = str_trim(word), folded = utf8_fold(arena, plain);
  size_t n = 0;
  if (sql == NULL || folded.n == 0)
    return 0;
  store_view_open(store);
  if (dim == REPORT_AGENCY) {
    n = find_by(store, arena, agencies_exact, folded, found, max);
    return n > 0 ? n : find_by(store, arena, agencies_part, folded, found, max);
  }
  if (dim == REPORT_LEVEL)
    return find_level(store, arena, folded, found, max);
  if (dim == REPORT_FUNCTION) {
    n = find_by(store, arena, functions_exact, plain, found, max);
    if (n == 0)
      n = find_function(store, arena, folded, found, max);
  } else {
    n = find_by(store, arena, regions_exact, plain, found, max);
  }
  if (n == 0)
    n = find_names(store, arena, sql, folded, true, found, max);
  if (n == 0)
    n = find_names(store, arena, sql, folded, false, found, max);
  return n == 0 && dim == REPORT_REGION ? find_region(store, arena, folded, found, max) : n;
}

static size_t panel_list(void *context, struct arena *arena, enum report_dim dim,
                         struct panel_name *found, size_t max) {
  struct store *store = context;
  const char *sql = names_sql(dim);
  store_view_open(store);
  struct stmt *stmt = sql != NULL ? db_prepare(store->read, str_from_z(sql), NULL) : NULL;
  size_t n = 0;
  while (stmt != NULL && stmt_step(stmt) == 1)
    keep(arena, stmt, stmt_get_text(stmt, 1), found, &n, max);
  stmt_finish(stmt);
  return n;
}

/* The forms of the editions that a question gives. */
static uint64_t forms_of(struct store *store, const char *sql) {
  store_view_open(store);
  struct stmt *stmt = db_prepare(store->read, str_from_z(sql), NULL);
  uint64_t forms = 0;
  while (stmt != NULL && stmt_step(stmt) == 1) {
    int64_t edition = stmt_get_integer(stmt, 0);
    if (edition >= 0 && edition < (int64_t)store->vocab->neditions)
      forms |= (uint64_t)1 << store->vocab->editions[edition].form;
  }
  stmt_finish(stmt);
  return forms;
}

static uint64_t panel_forms(void *context) {
  return forms_of(context, "SELECT DISTINCT edition FROM tally WHERE n > 0");
}

static uint64_t panel_totals(void *context) {
  return forms_of(context, "SELECT DISTINCT edition FROM total_row WHERE counts = 1");
}

/* Whole years are counted in `tally`; those of one agency are few, and `+` has them found by its
 * index, not among all that count. */
static int64_t panel_latest(void *context, int64_t agency, uint64_t forms) {
  struct store *store = context;
  const char *sql = agency == 0
                        ? "SELECT year, edition FROM tally WHERE n > 0"
                        : "SELECT year, edition FROM report WHERE agency = ?1 AND +counts = 1";
  store_view_open(store);
  struct stmt *stmt = db_prepare(store->read, str_from_z(sql), NULL);
  int64_t latest = 0;
  if (stmt != NULL && agency != 0)
    stmt_bind(stmt, 1, value_integer(agency));
  while (stmt != NULL && stmt_step(stmt) == 1) {
    int64_t year = stmt_get_integer(stmt, 0), edition = stmt_get_integer(stmt, 1);
    bool is_known = edition >= 0 && edition < (int64_t)store->vocab->neditions;
    int form = is_known ? store->vocab->editions[edition].form : -1;
    if (year > latest && form >= 0 && (forms & (uint64_t)1 << form) != 0)
      latest = year;
  }
  stmt_finish(stmt);
  return latest;
}

static bool panel_consolidates(void *context) {
  struct store *store = context;
  store_view_open(store);
  struct stmt *stmt = db_prepare(
      store->read, STR("SELECT EXISTS (SELECT 1 FROM agency WHERE consolidated = 1)"), NULL);
  int64_t any = 1;
  bool is_known = stmt != NULL && store_scalar(stmt, &any);
  stmt_finish(stmt);
  return !is_known || any != 0;
}

struct panel store_panel(struct store *store) {
  return (struct panel){store,        panel_find,   panel_list,        panel_forms,
                        panel_totals, panel_latest, panel_consolidates};
}
