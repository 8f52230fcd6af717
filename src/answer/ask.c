/* ask: what else is asked of the data about a plan: may it be answered, how much stands behind the
 * answer, and which reports are in scope (see answer.h).
 */
#include "answer/answer.h"

#include "sql/sql.h"

struct list_column {
  const char *name;
  enum column_role role;
  enum value_kind type;
};

static const struct list_column report_columns[] = {
    {"agency", COLUMN_KEY, VALUE_TEXT},       {"year", COLUMN_KEY, VALUE_INTEGER},
    {"edition", COLUMN_TEXT, VALUE_TEXT},     {"blank", COLUMN_FIGURE, VALUE_INTEGER},
    {"unread", COLUMN_FIGURE, VALUE_INTEGER}, {"inferred", COLUMN_FIGURE, VALUE_INTEGER},
    {"doubts", COLUMN_FIGURE, VALUE_INTEGER}, {"signed_on", COLUMN_TEXT, VALUE_TEXT},
    {"path", COLUMN_TEXT, VALUE_TEXT}};
static const struct list_column missing_columns[] = {{"agency", COLUMN_KEY, VALUE_TEXT},
                                                     {"year", COLUMN_KEY, VALUE_INTEGER},
                                                     {"region", COLUMN_TEXT, VALUE_TEXT},
                                                     {"level", COLUMN_TEXT, VALUE_TEXT},
                                                     {"function", COLUMN_TEXT, VALUE_TEXT}};

/* `reports`, `missing reports`: the SQL's rows as they are. */
bool answer_list(struct arena *arena, const struct plan *plan, struct store *store,
                 struct table *table, struct diags *diags) {
  bool is_missing = plan->aggregate == AGG_MISSING;
  const struct list_column *columns = is_missing ? missing_columns : report_columns;
  size_t n = is_missing ? sizeof missing_columns / sizeof missing_columns[0]
                        : sizeof report_columns / sizeof report_columns[0];
  struct sql sql = sql_figures(arena, plan, &dialect_sqlite);
  struct cursor *cursor = store_query(store, sql.text, sql.binds, sql.nbinds, plan->span, diags);
  if (cursor == NULL)
    return false;
  table->columns = ARENA_ARRAY(arena, struct column, n);
  table->ncolumns = n;
  for (size_t c = 0; c < n; c++)
    table->columns[c] = (struct column){
        .name = str_from_z(columns[c].name), .role = columns[c].role, .type = columns[c].type};
  int step;
  while ((step = cursor_step(cursor, diags)) == 1) {
    struct row *row = table_row(arena, table);
    for (size_t c = 0; c < n; c++) {
      row->cells[c] = cursor_value(cursor, c);
      if (columns[c].type == VALUE_TEXT && row->cells[c].kind != VALUE_MISSING)
        row->cells[c] = value_text(str_copy(arena, value_plain(arena, row->cells[c])));
    }
  }
  cursor_close(cursor);
  return step == 0;
}

/* --- Questions to the data */

/* The single row of a query; false when there is none or after a message (*ok false). */
static bool one_row(struct arena *arena, struct store *store, const struct sql *sql,
                    struct span span, struct value *cells, size_t n, struct diags *diags,
                    bool *ok) {
  struct cursor *cursor = store_query(store, sql->text, sql->binds, sql->nbinds, span, diags);
  int step = cursor != NULL ? cursor_step(cursor, diags) : -1;
  for (size_t c = 0; step == 1 && c < n; c++)
    cells[c] = value_kept(arena, cursor_value(cursor, c));
  cursor_close(cursor);
  *ok = step >= 0;
  return step == 1;
}

/* The measure that makes a figure a state: of measures that are added up the first that is one. */
static const struct measure *stock_measure(const struct plan *plan, const struct figure *figure) {
  const struct vocab *vocab = plan->vocab;
  for (size_t g = 0; g < plan->ngroups; g++)
    for (size_t c = 0; c < plan->groups[g].cells.n; c++) {
      int cell = plan->groups[g].cells.at[c].cell;
      if (&plan->figures[plan->groups[g].figure] == figure && cell < vocab->nleaves &&
          vocab->flows[cell] != FLOW_FLOW)
        return &vocab->measures[cell_measure(vocab, cell)];
    }
  return &vocab->measures[figure->measure];
}

/* Says why the years do not add up, and what to write. */
static bool refuse_years(const struct plan *plan, const struct figure *figure, int from, int to,
                         struct diags *diags) {
  const struct vocab *vocab = plan->vocab;
  const struct measure *measure = stock_measure(plan, figure);
  for (int slot = 0; slot < measure->ndims && figure->is_mixed; slot++) {
    const struct dimension *dimension = &vocab->dimensions[measure->dims[slot]];
    for (size_t m = 1; m < dimension->nmembers; m++) {
      if (dimension->members[m].flow == FLOW_INHERITED)
        continue;
      struct str d = dimension->names.key, key = dimension->members[m].names.key;
      diag_add(
          diags, DIAG_STOCK, figure->span,
          "\"%.*s\" holds %.*s=%.*s, a state at the end of a year: over %d to %d it would count "
          "twice",
          STR_ARG(measure->names.key), STR_ARG(d), STR_ARG(key), from, to);
      diag_hint(diags, "write \"by year\", one year in \"where\", or \"where %.*s != %.*s\"",
                STR_ARG(d), STR_ARG(key));
      return false;
    }
  }
  diag_add(diags, DIAG_STOCK, figure->span,
           "\"%.*s\" is a state at one end of a year: over %d to %d it does not add up",
           STR_ARG(measure->names.key), from, to);
  diag_hint(diags, plan->is_choosing
                       ? "they are chosen over all years: write one year in \"where\", or \"last\" "
                         "instead of \"sum\""
                   : plan->is_share ? "write \"within year\", or one year in \"where\""
                   : plan->aggregate == AGG_SUM
                       ? "write \"by year\", one year in \"where\", or \"last\" instead of \"sum\""
                       : "write \"by year\", or one year in \"where\"");
  return false;
}

static bool one_year_only(struct arena *arena, const struct plan *plan, struct store *store,
                          struct diags *diags) {
  struct sql sql = sql_stock_years(arena, plan, &dialect_sqlite);
  struct value cells[3];
  bool ok;
  if (!one_row(arena, store, &sql, plan->span, cells, 3, diags, &ok))
    return ok;
  const struct figure *stock = &plan->figures[plan->groups[cells[0].integer].figure];
  return refuse_years(plan, stock, (int)cells[1].integer, (int)cells[2].integer, diags);
}

static bool no_double_cover(struct arena *arena, const struct plan *plan, struct store *store,
                            struct diags *diags) {
  struct sql sql = sql_consolidated(arena, plan, &dialect_sqlite);
  struct value cells[3];
  bool ok;
  if (!one_row(arena, store, &sql, plan->span, cells, 3, diags, &ok))
    return ok;
  diag_add(diags, DIAG_CONSOLIDATED, plan->span,
           "the report of \"%.*s\" on %d covers that of \"%.*s\": together they count twice",
           STR_ARG(cells[0].text), (int)cells[2].integer, STR_ARG(cells[1].text));
  diag_hint(diags, "add \"own reports\", \"consolidated reports\" or \"mixed ok\"");
  return false;
}

bool answer_allowed(struct arena *arena, const struct plan *plan, struct store *store,
                    struct diags *diags) {
  bool adds = plan->aggregate < AGG_COUNT;
  if (adds && plan->needs_one_year && !one_year_only(arena, plan, store, diags))
    return false;
  return !adds || plan->may_mix_consolidated || no_double_cover(arena, plan, store, diags);
}

bool answer_cover(struct arena *arena, const struct plan *plan, struct store *store,
                  struct table *table, struct diags *diags) {
  struct sql sql = sql_coverage(arena, plan, &dialect_sqlite);
  struct value cells[7];
  bool ok;
  if (!one_row(arena, store, &sql, plan->span, cells, 7, diags, &ok))
    return ok;
  struct coverage *coverage = &table->coverage;
  coverage->is_set = true;
  coverage->in_scope = cells[0].integer;
  coverage->unread = cells[2].integer;
  coverage->reports = cells[1].integer - (plan_has_one_figure(plan) ? coverage->unread : 0);
  coverage->is_of_totals = plan->aggregate == AGG_STATED || plan->aggregate == AGG_GAP;
  coverage->blank_is_unknown = plan->blank_is_unknown;
  coverage->blank = cells[3].integer;
  coverage->inferred = cells[4].integer;
  coverage->failing = -1; /* the panel was never checked */
  coverage->expected = cells[5].kind == VALUE_INTEGER ? cells[5].integer : -1;
  coverage->missing =
      coverage->expected >= 0 ? coverage->expected - cells[6].integer : coverage->expected;
  coverage->scope = plan->set_scope;
  if (plan->errors == NULL)
    return true;
  sql = sql_failing_count(arena, plan, &dialect_sqlite);
  if (!one_row(arena, store, &sql, plan->span, cells, 1, diags, &ok))
    return ok;
  coverage->failing = cells[0].integer;
  return true;
}

bool answer_sources(struct arena *arena, const struct plan *plan, struct store *store,
                    struct table *table, struct diags *diags) {
  struct sql sql = sql_sources(arena, plan, &dialect_sqlite);
  struct cursor *cursor = store_query(store, sql.text, sql.binds, sql.nbinds, plan->span, diags);
  int step = cursor == NULL ? -1 : cursor_step(cursor, diags);
  for (; step == 1; step = cursor_step(cursor, diags)) {
    struct source_report report = {str_copy(arena, cursor_value(cursor, 0).text),
                                   cursor_value(cursor, 1).integer,
                                   str_copy(arena, cursor_value(cursor, 2).text)};
    ARENA_PUSH(arena, &table->sources, report);
  }
  cursor_close(cursor);
  return step == 0;
}

/* Do two editions ask for other parts of the figures? */
static bool parts_differ(const struct plan *plan, uint64_t before, uint64_t now) {
  for (size_t g = 0; g < plan->ngroups; g++)
    for (size_t c = 0; c < plan->groups[g].cells.n; c++) {
      bool is_before = false, is_now = false;
      for (size_t e = 0; e < plan->vocab->neditions; e++) {
        bool asks = edition_slot(&plan->vocab->editions[e], plan->groups[g].cells.at[c].cell) >= 0;
        is_before = is_before || (asks && (before >> e & 1) != 0);
        is_now = is_now || (asks && (now >> e & 1) != 0);
      }
      if (is_before != is_now)
        return true;
    }
  return false;
}

static void note_break(struct arena *arena, const struct plan *plan, struct table *table,
                       const uint64_t editions[2], const int64_t years[2]) {
  const char *english =
      parts_differ(plan, editions[0], editions[1])
          ? "the edition of the form changes between {1} and {2}, and with it the parts of these "
            "figures"
          : "the edition of the form changes between {1} and {2}";
  struct str note =
      SAY(arena, table->says, english, say_number(arena, years[0]), say_number(arena, years[1]));
  ARENA_PUSH(arena, &table->notes, note);
}

bool answer_breaks(struct arena *arena, const struct plan *plan, struct store *store,
                   struct table *table, struct diags *diags) {
  bool has_years = false;
  for (int k = 0; k < plan->nkeys; k++)
    has_years = has_years || key_is_year(&plan->keys[k]);
  if (!has_years || plan->ngroups == 0)
    return true;
  struct sql sql = sql_editions(arena, plan, &dialect_sqlite);
  struct cursor *cursor = store_query(store, sql.text, sql.binds, sql.nbinds, plan->span, diags);
  uint64_t editions[2] = {0, 0}; /* of the year before and of this one, as bits */
  int64_t years[2] = {0, 0};
  int step = cursor == NULL ? -1 : 1;
  while (step == 1) {
    step = cursor_step(cursor, diags);
    int64_t year = step == 1 ? cursor_value(cursor, 0).integer : 0;
    if (year != years[1]) {
      if (editions[0] != 0 && (editions[0] & editions[1]) == 0)
        note_break(arena, plan, table, editions, years);
      editions[0] = editions[1];
      years[0] = years[1];
      editions[1] = 0;
      years[1] = year;
    }
    if (step == 1)
      editions[1] |= (uint64_t)1 << cursor_value(cursor, 1).integer;
  }
  cursor_close(cursor);
  return step == 0;
}
