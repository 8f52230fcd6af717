/* agencies: `load "f.csv" as agencies`: declares agencies, their regions, parents and other names
 * in one transaction. Nothing of a list with a mistake is kept.
 */
#include "store/lists.h"
#include "store/state.h"

#include "base/utf8.h"

/* An agency's parents, counted so that a ring among them ends. */
#define PARENTS_MAX 64

struct declaring {
  struct arena *arena;
  struct store *store;
  struct diags *diags;
  const struct list *list;
  int64_t *agencies;  /* by record: agency.id */
  int *places;        /* by record: node of its region, -1 = none */
  int *levels;        /* by record: enum level */
  struct ids records; /* folded names of agencies → number of the record + 1 */
  bool has_fault;     /* the database refused something */
};

/* The database failed; the message comes once, at the end. */
static bool fault(struct declaring *d) {
  d->has_fault = true;
  return false;
}

static const struct record_field *field_of(const struct declaring *d, size_t record,
                                           enum list_column column) {
  return &d->list->records.at[record].fields[column];
}

static bool scalar_by_text(struct declaring *d, enum schema_sql which, struct str text,
                           int64_t *value) {
  struct stmt *stmt = store_statement(d->store, which);
  if (stmt == NULL)
    return fault(d);
  stmt_text(stmt, 1, text);
  return store_scalar(stmt, value) || fault(d);
}

static bool run_two(struct declaring *d, enum schema_sql which, int64_t first, int64_t second) {
  struct stmt *stmt = store_statement(d->store, which);
  if (stmt == NULL)
    return fault(d);
  stmt_integer(stmt, 1, first);
  if (second != 0)
    stmt_integer(stmt, 2, second);
  else if (stmt_parameters(stmt) > 1)
    stmt_null(stmt, 2);
  return stmt_run(stmt) || fault(d);
}

static int64_t line_of(const struct declaring *d, size_t record) {
  if (d->diags->source == NULL)
    return (int64_t)record + 2;
  uint32_t line, column;
  source_position(d->diags->source, field_of(d, record, LIST_AGENCY)->at.start, &line, &column);
  return line;
}

/* --- The rows by themselves. */

static void check_twins(struct declaring *d) {
  for (size_t i = 0; i < d->list->records.n; i++) {
    const struct record_field *name = field_of(d, i, LIST_AGENCY);
    struct str folded = utf8_fold(d->arena, name->text);
    uint64_t hash = str_hash(folded);
    int64_t twin = ids_find(&d->records, hash, folded);
    if (twin == 0)
      ids_add(d->arena, &d->records, hash, folded, (int64_t)i + 1);
    else
      diag_add(d->diags, DIAG_VALUE, name->at, "the agency \"%.*s\" stands in line %lld already",
               STR_ARG(name->text), (long long)line_of(d, (size_t)twin - 1));
  }
}

static void read_levels(struct declaring *d) {
  const struct vocab *vocab = d->store->vocab;
  for (size_t i = 0; i < d->list->records.n; i++) {
    const struct record_field *field = field_of(d, i, LIST_LEVEL);
    d->levels[i] = field->text.n > 0 ? (int)level_named(d->arena, vocab, field->text) : LEVEL_NONE;
    if (field->text.n == 0 || d->levels[i] != LEVEL_NONE)
      continue;
    struct sbuf b = {.arena = d->arena};
    for (size_t k = 1; k < vocab->nlevels; k++)
      sbuf_addf(&b, "%s%.*s",
                k == 1                    ? ""
                : k + 1 == vocab->nlevels ? " or "
                                          : ", ",
                STR_ARG(vocab->levels[k].key));
    diag_add(d->diags, DIAG_VALUE, field->at, "there is no level \"%.*s\"", STR_ARG(field->text));
    diag_hint(d->diags, "it can be %.*s", STR_ARG(sbuf_str(&b)));
  }
}

/* --- Regions. */

static size_t count_strokes(struct str path) {
  size_t n = 0;
  for (size_t i = 0, length; i < path.n; i += length)
    n += utf8_ascii_twin(utf8_at(str_sub(path, i, path.n), &length)) == '/';
  return n;
}

/* The names that some path of the list has below another region. */
static struct ids names_below(const struct declaring *d) {
  struct ids below = {0};
  for (size_t i = 0; i < d->list->records.n; i++) {
    struct str path = field_of(d, i, LIST_REGION)->text;
    size_t at = 0, length;
    bool is_below = false;
    for (size_t end = 0; end <= path.n; end += length) {
      uint32_t c = utf8_ascii_twin(utf8_at(str_sub(path, end, path.n), &length));
      if (c != '/' && end < path.n)
        continue;
      struct str name = str_trim(str_sub(path, at, end));
      if (is_below && ids_find(&below, str_hash(name), name) == 0)
        ids_add(d->arena, &below, str_hash(name), name, 1);
      is_below = true;
      at = end + length;
      if (end == path.n)
        break;
    }
  }
  return below;
}

/* In the order of the list, so that siblings stand as the user wrote them. A region named by its
 * last part alone waits until the paths have said where it lies. */
static void place_regions(struct declaring *d, struct regions *regions) {
  struct ids below = names_below(d);
  for (int pass = 0; pass < 2; pass++)
    for (size_t i = 0; i < d->list->records.n; i++) {
      const struct record_field *field = field_of(d, i, LIST_REGION);
      bool waits = count_strokes(field->text) == 0 &&
                   ids_find(&below, str_hash(field->text), field->text) != 0;
      if (pass == 0)
        d->places[i] = -1;
      if (field->text.n > 0 && waits == (pass == 1))
        d->places[i] = regions_place(d->arena, regions, field->text, field->at, d->diags);
    }
}

/* --- Agencies. */

/* A function by its English name or a word that stands for it is meant by its key; others are the
 * user's own. */
static struct str function_key(struct declaring *d, struct str text) {
  const struct gazetteer *g = store_gazetteer(d->store);
  int function = text.n > 0 ? function_named(d->arena, g, text) : -1;
  return function >= 0 ? g->functions[function].key : text;
}

static bool declare_agency(struct declaring *d, const struct regions *regions, size_t record) {
  int64_t id = put_agency(d->store, field_of(d, record, LIST_AGENCY)->text);
  struct stmt *stmt = id != 0 ? store_statement(d->store, SQL_AGENCY_UPDATE) : NULL;
  if (stmt == NULL)
    return fault(d);
  const bool *has = d->list->has;
  bool has_region = d->places[record] >= 0, has_level = d->levels[record] != LEVEL_NONE;
  struct str function = function_key(d, field_of(d, record, LIST_FUNCTION)->text);
  stmt_integer(stmt, 1, id);
  stmt_integer(stmt, 2,
               (has[LIST_REGION] ? DECLARED_REGION : 0) | (has[LIST_LEVEL] ? DECLARED_LEVEL : 0) |
                   (has[LIST_FUNCTION] ? DECLARED_FUNCTION : 0));
  stmt_integer(stmt, 3,
               (has_region ? DECLARED_REGION : 0) | (has_level ? DECLARED_LEVEL : 0) |
                   (function.n > 0 ? DECLARED_FUNCTION : 0));
  if (has_region)
    stmt_integer(stmt, 4, regions_id(regions, d->places[record]));
  else
    stmt_null(stmt, 4);
  if (has_level)
    stmt_integer(stmt, 5, d->levels[record]);
  else
    stmt_null(stmt, 5);
  store_text_or_null(stmt, 6, function);
  stmt_integer(stmt, 7, has[LIST_CONSOLIDATED]);
  stmt_integer(stmt, 8, d->list->records.at[record].consolidated);
  d->agencies[record] = id;
  return stmt_run(stmt) || fault(d);
}

/* Two rows may name one agency when one of them uses its alias. */
static void check_same(struct declaring *d) {
  struct ids seen = {0};
  for (size_t i = 0; i < d->list->records.n; i++) {
    uint64_t key = (uint64_t)d->agencies[i];
    int64_t twin = ids_find(&seen, key, STR(""));
    if (twin == 0)
      ids_add(d->arena, &seen, key, STR(""), (int64_t)i + 1);
    else
      diag_add(d->diags, DIAG_VALUE, field_of(d, i, LIST_AGENCY)->at,
               "\"%.*s\" is another name of the agency in line %lld",
               STR_ARG(field_of(d, i, LIST_AGENCY)->text), (long long)line_of(d, (size_t)twin - 1));
  }
}

/* --- Aliases. */

struct pairs {
  struct {
    int64_t year, form;
  } * at;
  size_t n, cap;
};

static bool read_pairs(struct declaring *d, int64_t agency, struct pairs *pairs) {
  struct stmt *stmt = store_statement(d->store, SQL_REPORTS_OF_AGENCY);
  if (stmt == NULL)
    return fault(d);
  stmt_integer(stmt, 1, agency);
  int step;
  while ((step = stmt_step(stmt)) == 1) {
    ARENA_PUSH(d->arena, pairs,
               ((__typeof__(*pairs->at)){stmt_get_integer(stmt, 0), stmt_get_integer(stmt, 1)}));
  }
  stmt_reset(stmt);
  return step == 0 || fault(d);
}

/* What was an agency of its own becomes another name of `agency`: its reports move, and where both
 * have one for a year, one of the two counts. */
static bool join_agency(struct declaring *d, int64_t other, int64_t agency) {
  struct pairs pairs = {0};
  if (!read_pairs(d, other, &pairs) || !run_two(d, SQL_REPORT_MOVE, other, agency) ||
      !run_two(d, SQL_ALIASES_MOVE, other, agency) ||
      !run_two(d, SQL_CHILDREN_MOVE, other, agency) || !run_two(d, SQL_AGENCY_DROP, other, 0))
    return false;
  for (size_t i = 0; i < pairs.n; i++)
    if (!versions_settle(d->store, agency, pairs.at[i].year, pairs.at[i].form))
      return fault(d);
  return true;
}

static bool add_alias(struct declaring *d, size_t record, struct str alias) {
  struct span at = field_of(d, record, LIST_ALIASES)->at;
  int64_t agency = d->agencies[record], owner, other;
  struct str folded = utf8_fold(d->arena, alias);
  int64_t declared = ids_find(&d->records, str_hash(folded), folded);
  if (declared == (int64_t)record + 1)
    return true;
  if (declared != 0) {
    diag_add(d->diags, DIAG_VALUE, at, "the alias \"%.*s\" is the agency in line %lld",
             STR_ARG(alias), (long long)line_of(d, (size_t)declared - 1));
    return true;
  }
  if (!scalar_by_text(d, SQL_AGENCY_OF_ALIAS, folded, &owner) ||
      !scalar_by_text(d, SQL_AGENCY_OF_NAME, folded, &other))
    return false;
  if (owner == agency || other == agency)
    return true;
  if (owner != 0) {
    diag_add(d->diags, DIAG_VALUE, at, "the alias \"%.*s\" belongs to another agency already",
             STR_ARG(alias));
    return true;
  }
  if (other != 0 && !join_agency(d, other, agency))
    return false;
  struct stmt *stmt = store_statement(d->store, SQL_ALIAS_ADD);
  if (stmt == NULL)
    return fault(d);
  stmt_text(stmt, 1, folded);
  stmt_text(stmt, 2, alias);
  stmt_integer(stmt, 3, agency);
  return stmt_run(stmt) || fault(d);
}

/* Aliases are parted by `;` or `、`. */
static bool add_aliases(struct declaring *d, size_t record) {
  struct str text = field_of(d, record, LIST_ALIASES)->text;
  size_t start = 0;
  for (size_t i = 0, length; i <= text.n; i += length) {
    uint32_t c = utf8_at(str_sub(text, i, text.n), &length);
    if (i < text.n && utf8_ascii_twin(c) != ';' && c != 0x3001)
      continue;
    struct str alias = str_trim(str_sub(text, start, i));
    if (alias.n > 0 && !add_alias(d, record, alias))
      return false;
    start = i + length;
    if (i == text.n)
      break;
  }
  return true;
}

/* --- Parents. */

static bool set_parent(struct declaring *d, size_t record) {
  struct str name = field_of(d, record, LIST_PARENT)->text;
  int64_t parent = 0;
  if (name.n > 0 && (parent = put_agency(d->store, name)) == 0)
    return fault(d);
  return run_two(d, SQL_AGENCY_PARENT, d->agencies[record], parent);
}

/* An agency that is above itself would make every sum over its departments endless. */
static bool check_parents(struct declaring *d, size_t record) {
  int64_t agency = d->agencies[record], above = agency;
  for (int i = 0; i < PARENTS_MAX; i++) {
    struct stmt *stmt = store_statement(d->store, SQL_PARENT_OF);
    if (stmt == NULL)
      return fault(d);
    stmt_integer(stmt, 1, above);
    if (!store_scalar(stmt, &above))
      return fault(d);
    if (above == 0)
      return true;
    if (above == agency)
      break;
  }
  diag_add(d->diags, DIAG_VALUE, field_of(d, record, LIST_PARENT)->at,
           "\"%.*s\" is above itself, through its parent \"%.*s\"",
           STR_ARG(field_of(d, record, LIST_AGENCY)->text),
           STR_ARG(field_of(d, record, LIST_PARENT)->text));
  return true;
}

/* --- All of it. False when the database failed or the list has mistakes. */

static bool declare_all(struct declaring *d) {
  size_t n = d->list->records.n, errors = d->diags->errors;
  struct regions *regions = regions_read(d->arena, d->store);
  if (regions == NULL)
    return fault(d);
  place_regions(d, regions);
  if (d->diags->errors > errors)
    return false;
  if (!regions_write(d->arena, d->store, regions))
    return fault(d);
  for (size_t i = 0; i < n; i++)
    if (!declare_agency(d, regions, i))
      return false;
  check_same(d);
  if (d->diags->errors > errors)
    return false;
  for (size_t i = 0; i < n && d->list->has[LIST_ALIASES]; i++)
    if (!add_aliases(d, i))
      return false;
  /* Joining took agencies away: what is remembered of names is out of date. */
  ids_clear(&d->store->load.agencies);
  for (size_t i = 0; i < n && d->list->has[LIST_PARENT]; i++)
    if (!set_parent(d, i))
      return false;
  for (size_t i = 0; i < n && d->list->has[LIST_PARENT]; i++)
    if (!check_parents(d, i))
      return false;
  return d->diags->errors == errors && (settle_agencies(d->store) || fault(d));
}

static bool declare_list(struct declaring *d) {
  size_t n = d->list->records.n, errors = d->diags->errors;
  d->agencies = ARENA_ARRAY(d->arena, int64_t, n + 1);
  d->places = ARENA_ARRAY(d->arena, int, n + 1);
  d->levels = ARENA_ARRAY(d->arena, int, n + 1);
  check_twins(d);
  read_levels(d);
  if (d->diags->errors > errors)
    return false;
  if (store_begin(d->store)) {
    if (declare_all(d) && (store_commit(d->store) || fault(d)))
      return true;
  } else {
    d->has_fault = true;
  }
  if (d->has_fault)
    store_fault(d->store, "declare agencies", d->diags);
  store_rollback(d->store);
  return false;
}

bool store_agencies(struct store *store, struct str csv, size_t *count, struct diags *diags) {
  *count = 0;
  if (!store_is_writable(store, "declare agencies in", diags))
    return false;
  if (store->load.is_on)
    return diag_add(diags, DIAG_STORE, (struct span){0},
                    "agencies cannot be declared during a load");
  struct arena arena = {0};
  struct list list = {0};
  struct declaring declaring = {.arena = &arena, .store = store, .diags = diags, .list = &list};
  bool is_done = list_read(&arena, csv, &list, diags) && declare_list(&declaring);
  if (is_done)
    *count = list.records.n;
  arena_free(&arena);
  arena_free(&store->load.arena);
  arena_free(&store->load.scratch);
  store->load = (struct load){0};
  return is_done;
}
