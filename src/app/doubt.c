/* doubt: figures that rest on checks that fail: which they are, which reports are clean, and what
 * of a figure comes from these.
 *
 * A question never has anything checked that was not checked before, but one that asks what is
 * clean. Once something was, all rules of severity error are kept up to date, so that a figure's
 * mark does not depend on which of them somebody asked for.
 */
#include "app/doubt.h"

/* --- The rules of severity error */

static bool asks(const struct node *tree) {
  bool found = tree->kind == NODE_CLEAN || tree->kind == NODE_DOUBT;
  for (const struct node *child = tree->first; child != NULL && !found; child = child->next)
    found = asks(child);
  return found;
}

static struct rule_list rules_of_errors(struct run *run, const struct book *book) {
  struct rule_list rules = {0};
  for (size_t i = 0; i < book->n; i++)
    if (book->at[i]->severity == RULE_ERROR)
      ARENA_PUSH(run->arena, &rules, (const struct rule *)book->at[i]);
  return rules;
}

/* Tries them and notes their numbers in the session. */
static bool try_errors(struct run *run, struct span at, struct rule_list *rules) {
  struct session *session = run->session;
  struct book *book = run_book(run);
  if (book == NULL)
    return false;
  *rules = rules_of_errors(run, book);
  struct check_request request = {.vocab = &session->vocab,
                                  .panel = &session->panel,
                                  .settings = &session->settings,
                                  .book = book,
                                  .rules = rules,
                                  .at = at};
  if (!check_refresh(run->arena, session->store, &request, &run->diags))
    return false;
  session->errors.n = 0;
  for (size_t i = 0; i < rules->n; i++)
    ARENA_PUSH(&session->arena, &session->errors, request.numbers[i]);
  return true;
}

/* The same where anything was ever checked, which *is_checked says; else no rule is read. */
static bool try_if_checked(struct run *run, struct span at, struct rule_list *rules,
                           bool *is_checked) {
  struct known_rules known = {0};
  int64_t stale;
  if (!store_rules_known(run->arena, run->session->store, &known, &stale, &run->diags))
    return false;
  *is_checked = known.n > 0;
  return !*is_checked || try_errors(run, at, rules);
}

/* `trace` asks the last question again. */
static const struct node *asked(const struct run *run, const struct node *tree) {
  const struct node *last = run->session->last.tree;
  return tree->kind == NODE_TRACE && last != NULL ? last : tree;
}

bool doubt_prepare(struct run *run, const struct node *tree) {
  struct rule_list rules;
  bool defines = tree->kind == NODE_DEFINITION || tree->kind == NODE_DEFINE_CHECK;
  return defines || !asks(asked(run, tree)) || try_errors(run, tree->span, &rules);
}

/* --- What a plan's figures rest on */

struct doubts {
  struct doubt *at;
  size_t n, cap;
};

/* By group and cell number: does the cell stand in the figure? */
static bool *held_cells(struct run *run, const struct plan *plan) {
  size_t ncells = (size_t)plan->vocab->ncells;
  bool *held = ARENA_ARRAY(run->arena, bool, ncells * plan->ngroups);
  for (size_t g = 0; g < plan->ngroups; g++)
    for (size_t i = 0; i < plan->groups[g].cells.n; i++)
      if (plan->groups[g].cells.at[i].weight != 0)
        held[g * ncells + (size_t)plan->groups[g].cells.at[i].cell] = true;
  return held;
}

/* The instances of a rule that speak of a cell of a group, each once. */
static void add_rule(struct run *run, const struct plan *plan, const bool *held,
                     const struct rule *rule, int64_t number, struct doubts *doubts) {
  for (size_t g = 0; g < plan->ngroups; g++) {
    const bool *in_group = held + g * (size_t)plan->vocab->ncells;
    size_t first = doubts->n;
    for (size_t t = 0; t < rule->terms.n; t++) {
      const struct rule_term *term = &rule->terms.at[t];
      bool is_known = !in_group[term->cell] || term->lag == RULE_COVERED;
      for (size_t i = first; i < doubts->n && !is_known; i++)
        is_known = doubts->at[i].instance == term->instance && doubts->at[i].lag == term->lag;
      struct doubt doubt = {(int)g, number, term->instance, term->lag};
      if (!is_known)
        ARENA_PUSH(run->arena, doubts, doubt);
    }
  }
}

bool doubt_attach(struct run *run, struct plan *plan) {
  struct session *session = run->session;
  struct rule_list rules;
  struct doubts doubts = {0};
  bool is_checked;
  if (!try_if_checked(run, plan->span, &rules, &is_checked))
    return false;
  if (!is_checked)
    return true;
  plan->errors = &session->errors;
  const bool *held = held_cells(run, plan);
  for (size_t i = 0; i < rules.n && plan->aggregate < AGG_COUNT; i++)
    add_rule(run, plan, held, rules.at[i], session->errors.at[i], &doubts);
  plan->doubts = doubts.at;
  plan->ndoubts = doubts.n;
  return true;
}

/* --- The cells of one report */

bool doubt_open(struct run *run, struct span at, struct doubtful *d) {
  *d = (struct doubtful){.at = at};
  return try_if_checked(run, at, &d->rules, &d->is_known);
}

static void mark_instance(const struct session *session, struct doubtful *d, int64_t number,
                          int instance, int lag) {
  for (size_t i = 0; i < d->rules.n; i++) {
    const struct rule *rule = d->rules.at[i];
    for (size_t t = 0; session->errors.at[i] == number && t < rule->terms.n; t++)
      if (rule->terms.at[t].instance == instance && rule->terms.at[t].lag == lag)
        d->cells[rule->terms.at[t].cell] = true;
  }
}

/* Of the report itself, and of that on the year after, which may contradict it. */
bool doubt_report(struct run *run, struct doubtful *d, int64_t report) {
  struct session *session = run->session;
  struct str sql = STR(
      "SELECT rule, instance, 0 FROM check_result WHERE report = ?1 AND status = ?2 AND blank <= "
      "?3 UNION ALL SELECT x.rule, x.instance, 1 FROM report p JOIN report r ON r.agency = "
      "p.agency AND r.year = p.year + 1 AND r.form = p.form AND r.counts = 1 JOIN check_result x "
      "ON x.agency = r.agency AND x.year = r.year AND x.report = r.id WHERE p.id = ?1 AND "
      "x.status = ?2 AND x.blank <= ?3");
  struct value binds[] = {value_integer(report), value_integer(STATUS_FAIL),
                          value_integer(session->settings.blank_is_unknown ? 0 : INT64_MAX)};
  if (!d->is_known || (d->cells != NULL && d->report == report))
    return true;
  d->report = report;
  d->cells = ARENA_ARRAY(run->arena, bool, session->vocab.ncells);
  struct cursor *cursor = store_query(session->store, sql, binds, 3, d->at, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, &run->diags))
    mark_instance(session, d, cursor_value(cursor, 0).integer, (int)cursor_value(cursor, 1).integer,
                  (int)cursor_value(cursor, 2).integer);
  cursor_close(cursor);
  return step == 0;
}

bool doubt_has(const struct doubtful *d, int64_t report, int64_t cell) {
  return d->cells != NULL && d->report == report && cell >= 0 && d->cells[cell];
}

/* --- with doubt */

/* The plan over the reports that are clean, or over the others; every row of it. */
static struct plan part_of(struct run *run, const struct plan *plan, bool is_clean) {
  struct plan part = *plan;
  struct cond *clean = ARENA_NEW(run->arena, struct cond);
  *clean = (struct cond){.kind = COND_CLEAN, .is_node = plan->blank_is_unknown};
  for (size_t i = 0; i < plan->errors->n; i++)
    ARENA_PUSH(run->arena, &clean->ids, plan->errors->at[i]);
  if (!is_clean) {
    struct cond *other = ARENA_NEW(run->arena, struct cond);
    *other = (struct cond){.kind = COND_NOT, .left = clean};
    clean = other;
  }
  part.scope = clean;
  if (plan->scope != NULL) {
    part.scope = ARENA_NEW(run->arena, struct cond);
    *part.scope = (struct cond){.kind = COND_AND, .left = plan->scope, .right = clean};
  }
  part.has_doubt = false;
  part.having = part.order = part.top = NULL;
  part.limit = -1;
  return part;
}

static bool same_row(const struct table *table, const struct row *a, const struct row *b) {
  bool same = a->mark == b->mark && a->is_undivided == b->is_undivided;
  for (size_t c = 0; c < table->ncolumns && same; c++)
    if (table->columns[c].role == COLUMN_KEY)
      same = value_compare(a->cells[c], b->cells[c]) == 0;
  return same;
}

/* The first column of figures: the answer's own. */
static size_t figure_column(const struct table *table) {
  size_t c = 0;
  while (c + 1 < table->ncolumns && table->columns[c].role != COLUMN_FIGURE)
    c++;
  return c;
}

/* The part's figure for a row. Of a sum a part without reports is 0 where the whole is known. */
static struct value part_value(const struct plan *plan, const struct table *table,
                               const struct row *row, size_t *from) {
  size_t figure = figure_column(table);
  for (size_t i = 0; i < table->rows.n; i++) {
    size_t at = (*from + i) % table->rows.n; /* the rows come in the same order, mostly */
    if (!same_row(table, &table->rows.at[at], row))
      continue;
    *from = at + 1;
    if (table->rows.at[at].cells[figure].kind != VALUE_MISSING)
      return table->rows.at[at].cells[figure];
    break;
  }
  bool adds = plan->aggregate == AGG_SUM || plan->aggregate == AGG_STATED ||
              plan->aggregate == AGG_GAP || plan->aggregate == AGG_COUNT;
  bool is_zero = adds && row->cells[figure].kind != VALUE_MISSING;
  return is_zero ? value_integer(0) : value_missing();
}

static void add_column(struct run *run, struct table *table, const char *name) {
  struct column *columns = ARENA_ARRAY(run->arena, struct column, table->ncolumns + 1);
  for (size_t c = 0; c < table->ncolumns; c++)
    columns[c] = table->columns[c];
  columns[table->ncolumns] = table->columns[figure_column(table)];
  columns[table->ncolumns].name = str_from_z(name);
  columns[table->ncolumns].label = (struct str){0};
  columns[table->ncolumns].is_beside = true;
  table->columns = columns;
  for (size_t i = 0; i < table->rows.n; i++) {
    struct value *cells = ARENA_ARRAY(run->arena, struct value, table->ncolumns + 1);
    for (size_t c = 0; c < table->ncolumns; c++)
      cells[c] = table->rows.at[i].cells[c];
    table->rows.at[i].cells = cells;
  }
  table->ncolumns++;
}

static bool add_part(struct run *run, const struct plan *plan, bool is_clean,
                     const struct answer_chosen *chosen, struct table *table) {
  struct session *session = run->session;
  struct plan part = part_of(run, plan, is_clean);
  struct table answer = {0};
  size_t from = 0;
  if (!answer_fill(run->arena, &part, session->store, session->names, chosen, &answer, &run->diags))
    return false;
  add_column(run, table, is_clean ? "clean" : "doubtful");
  for (size_t i = 0; i < table->rows.n; i++)
    table->rows.at[i].cells[table->ncolumns - 1] =
        part_value(plan, &answer, &table->rows.at[i], &from);
  return true;
}

bool doubt_columns(struct run *run, const struct plan *plan, const struct answer_chosen *chosen,
                   struct table *table) {
  return add_part(run, plan, true, chosen, table) && add_part(run, plan, false, chosen, table);
}
