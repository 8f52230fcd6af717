/* equations: rules and printed figures → equations (see equations.h). */
#include "check/equations.h"

#include "form/report.h"
#include "sql/rules.h"

/* Figures up to here are added without fear for 64 bits. */
#define FIGURE_LIMIT ((int64_t)1 << 53)

struct reading_equations {
  struct arena *arena;
  struct store *store;
  const struct check_request *request;
  struct equations *equations;
  struct diags *diags;
  int64_t *values;    /* by report and cell number */
  bool *is_too_large; /* the same */
};

bool rule_is_equation(const struct rule *rule) {
  if (rule->kind != RULE_CELLS || rule->has_covered || rule->severity != RULE_ERROR ||
      !rule->is_plain || rule->compare != CMP_EQ)
    return false;
  const struct expr *left = rule->holds->args[0], *right = rule->holds->args[1];
  return left->kind == EXPR_OPERAND && right->kind == EXPR_OPERAND &&
         left->operand != right->operand;
}

static int report_of(const struct equations *equations, int64_t id) {
  for (int i = 0; i < NEAR; i++)
    if (id != 0 && equations->reports[i].id == id)
      return i;
  return -1;
}

static bool read_figures(struct reading_equations *r) {
  const struct near_report *reports = r->equations->reports;
  size_t ncells = (size_t)r->request->vocab->ncells;
  r->values = ARENA_ARRAY(r->arena, int64_t, NEAR * ncells);
  r->is_too_large = ARENA_ARRAY(r->arena, bool, NEAR *ncells);
  struct value ids[NEAR];
  for (int i = 0; i < NEAR; i++)
    ids[i] = value_integer(reports[i].id);
  struct cursor *cursor =
      store_query(r->store,
                  STR("SELECT report, cell, value FROM reading WHERE report IN (?1, ?2, ?3) AND "
                      "value IS NOT NULL"),
                  ids, NEAR, r->request->at, r->diags);
  int step = cursor != NULL ? cursor_step(cursor, r->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, r->diags)) {
    int report = report_of(r->equations, cursor_value(cursor, 0).integer);
    int64_t cell = cursor_value(cursor, 1).integer, value = cursor_value(cursor, 2).integer;
    if (report < 0 || cell < 0 || (size_t)cell >= ncells)
      continue;
    size_t at = (size_t)report * ncells + (size_t)cell;
    r->values[at] = value;
    r->is_too_large[at] = value > FIGURE_LIMIT || value < -FIGURE_LIMIT;
  }
  cursor_close(cursor);
  return step == 0;
}

/* --- Which instances hold, fail, or say nothing */

#define UNDECIDED 255

/* statuses[report * ninstances + instance] of a rule of the request: a plain pass leaves no row. */
static bool read_statuses(struct reading_equations *r, size_t which, int64_t agency,
                          uint8_t *statuses) {
  const struct rule *rule = r->request->rules->at[which];
  const struct near_report *here = &r->equations->reports[NEAR_THIS];
  struct value binds[] = {value_integer(r->request->numbers[which]), value_integer(agency),
                          value_integer(here->year - 1), value_integer(here->year + 1)};
  struct cursor *cursor = store_query(
      r->store,
      STR("SELECT report, instance, status, blank FROM check_result WHERE rule = ?1 AND "
          "agency = ?2 AND year BETWEEN ?3 AND ?4"),
      binds, 4, r->request->at, r->diags);
  int step = cursor != NULL ? cursor_step(cursor, r->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, r->diags)) {
    int report = report_of(r->equations, cursor_value(cursor, 0).integer);
    int64_t instance = cursor_value(cursor, 1).integer, status = cursor_value(cursor, 2).integer;
    bool is_open = r->request->settings->blank_is_unknown && cursor_value(cursor, 3).integer != 0;
    bool is_said = status == STATUS_PASS || status == STATUS_PASS_BLANK || status == STATUS_FAIL;
    uint8_t code = is_said && !is_open ? (uint8_t)status : UNDECIDED;
    for (size_t i = 0; report >= 0 && i < rule->ninstances; i++)
      if (instance == RULE_WHOLE || instance == (int64_t)i)
        statuses[(size_t)report * rule->ninstances + i] = code;
  }
  cursor_close(cursor);
  return step == 0;
}

/* --- Putting them together */

static bool is_signed(const struct vocab *vocab, int cell) {
  int measure = cell < vocab->nleaves ? cell_measure(vocab, cell)
                                      : vocab->stated[cell - vocab->nleaves].measure;
  return vocab->measures[measure].is_signed;
}

static int cell_at(struct reading_equations *r, int report, int cell) {
  struct equations *equations = r->equations;
  size_t at = (size_t)report * (size_t)r->request->vocab->ncells + (size_t)cell;
  if (equations->cell_of[at] < 0) {
    struct equation_cell new = {.report = report,
                                .cell = cell,
                                .value = r->values[at],
                                .is_signed = is_signed(r->request->vocab, cell)};
    equations->cell_of[at] = (int)equations->cells.n;
    ARENA_PUSH(r->arena, &equations->cells, new);
  }
  return equations->cell_of[at];
}

/* The terms of all instances of a rule; `numbers` says which equation an instance in a report is.
 */
static void add_terms(struct reading_equations *r, const struct rule *rule, const int *numbers,
                      bool *is_bad) {
  struct equations *equations = r->equations;
  size_t ncells = (size_t)r->request->vocab->ncells;
  for (size_t t = 0; t < rule->terms.n; t++) {
    const struct rule_term *term = &rule->terms.at[t];
    for (int report = term->lag; report < NEAR; report++) {
      int number = numbers[(size_t)report * rule->ninstances + (size_t)term->instance];
      int stands_in = report - term->lag;
      const struct near_report *in = &equations->reports[stands_in];
      if (number < 0 || in->id == 0 || (term->editions >> in->edition & 1) == 0)
        continue;
      int weight = term->operand == rule->holds->args[0]->operand ? term->weight : -term->weight;
      struct equation_term new = {cell_at(r, stands_in, term->cell), weight};
      ARENA_PUSH(r->arena, &equations->all.at[number].terms, new);
      equations->all.at[number].residual += weight * equations->cells.at[new.cell].value;
      if (r->is_too_large[(size_t)stands_in * ncells + (size_t)term->cell])
        is_bad[number] = true;
    }
  }
}

static bool add_rule(struct reading_equations *r, size_t which, int64_t agency) {
  const struct rule *rule = r->request->rules->at[which];
  struct equations *equations = r->equations;
  size_t n = NEAR * rule->ninstances;
  uint8_t *statuses = ARENA_ARRAY(r->arena, uint8_t, n + 1);
  int *numbers = ARENA_ARRAY(r->arena, int, n + 1);
  size_t first = equations->all.n;
  if (!read_statuses(r, which, agency, statuses))
    return false;
  for (size_t i = 0; i < n; i++) {
    int report = (int)(i / rule->ninstances), instance = (int)(i % rule->ninstances);
    const struct near_report *near = &equations->reports[report];
    bool is_there = near->id != 0 && statuses[i] != UNDECIDED && (report > 0 || !rule->has_lag) &&
                    (rule->instances[instance].editions >> near->edition & 1) != 0;
    numbers[i] = is_there ? (int)equations->all.n : -1;
    struct equation new = {
        .rule = rule, .instance = instance, .report = report, .fails = statuses[i] == STATUS_FAIL};
    if (is_there)
      ARENA_PUSH(r->arena, &equations->all, new);
  }
  bool *is_bad = ARENA_ARRAY(r->arena, bool, equations->all.n + 1);
  add_terms(r, rule, numbers, is_bad);
  size_t kept = first; /* what cannot be computed here says nothing */
  for (size_t i = first; i < equations->all.n; i++)
    if (!is_bad[i] && equations->all.at[i].fails == (equations->all.at[i].residual != 0))
      equations->all.at[kept++] = equations->all.at[i];
  equations->all.n = kept;
  return true;
}

bool equations_read(struct arena *arena, struct store *store, const struct check_request *request,
                    int64_t agency, const struct near_report reports[NEAR],
                    struct equations *equations, struct diags *diags) {
  size_t n = NEAR * (size_t)request->vocab->ncells;
  struct reading_equations r = {
      .arena = arena, .store = store, .request = request, .equations = equations, .diags = diags};
  *equations = (struct equations){.cell_of = ARENA_ARRAY(arena, int, n)};
  for (int i = 0; i < NEAR; i++)
    equations->reports[i] = reports[i];
  for (size_t i = 0; i < n; i++)
    equations->cell_of[i] = -1;
  if (!read_figures(&r))
    return false;
  for (size_t i = 0; i < request->rules->n; i++)
    if (rule_is_equation(request->rules->at[i]) && !add_rule(&r, i, agency))
      return false;
  for (size_t e = 0; e < equations->all.n; e++)
    for (size_t t = 0; t < equations->all.at[e].terms.n; t++) {
      const struct equation_term *term = &equations->all.at[e].terms.at[t];
      struct equation_use use = {(int)e, term->weight};
      ARENA_PUSH(arena, &equations->cells.at[term->cell].uses, use);
    }
  return true;
}
