/* explain_check: `explain check T3.balance for "X" 2021`: both sides of each instance, the cells
 * that they add up with what is printed there and where, and the article of the form.
 */
#include "app/state.h"

#include "check/check.h"
#include "sql/rules.h"

/* A cell of one report. */
struct explained_cell {
  bool is_there;
  struct str row, column, printed, state, place;
  int64_t raw; /* in the smallest unit; 0 where it is no number */
};

struct explained_report {
  int64_t id; /* 0: there is none */
  int edition, year;
  struct explained_cell *cells; /* by number */
};

/* A report that the one explained covers. */
struct explained_part {
  struct str agency;
  struct explained_report report;
};

struct explaining {
  struct run *run;
  struct panel_name agency;
  int year;
  struct explained_report now, before;
  struct {
    struct explained_part *at;
    size_t n, cap;
  } parts;
};

static struct str text_at(struct run *run, struct cursor *cursor, size_t column) {
  struct value value = cursor_value(cursor, column);
  return value.kind == VALUE_TEXT ? str_copy(run->arena, value.text) : STR("");
}

/* The report that counts on that year; id 0: none. */
static bool find_report(struct explaining *x, int year, struct span at,
                        struct explained_report *report) {
  struct str sql =
      STR("SELECT id, edition FROM report WHERE agency = ?1 AND year = ?2 AND counts = "
          "1 ORDER BY form LIMIT 1");
  struct value binds[] = {value_integer(x->agency.id), value_integer(year)};
  struct run *run = x->run;
  struct cursor *cursor = store_query(run->session->store, sql, binds, 2, at, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  if (step == 1)
    *report = (struct explained_report){.id = cursor_value(cursor, 0).integer,
                                        .edition = (int)cursor_value(cursor, 1).integer,
                                        .year = year};
  cursor_close(cursor);
  return step >= 0;
}

static bool read_cells(struct explaining *x, struct span at, struct explained_report *report) {
  struct run *run = x->run;
  struct str sql =
      STR("SELECT c.cell, c.\"row\", c.\"column\", c.printed, c.state, c.place, d.value FROM "
          "report_cell c LEFT JOIN reading d ON d.report = c.report AND d.cell = c.cell WHERE "
          "c.report = ?1");
  struct value bind = value_integer(report->id);
  report->cells = ARENA_ARRAY(run->arena, struct explained_cell, run->session->vocab.ncells + 1);
  if (report->id == 0)
    return true;
  struct cursor *cursor = store_query(run->session->store, sql, &bind, 1, at, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, &run->diags)) {
    struct explained_cell *cell = &report->cells[cursor_value(cursor, 0).integer];
    *cell = (struct explained_cell){true,
                                    text_at(run, cursor, 1),
                                    text_at(run, cursor, 2),
                                    text_at(run, cursor, 3),
                                    text_at(run, cursor, 4),
                                    text_at(run, cursor, 5),
                                    cursor_value(cursor, 6).integer};
  }
  cursor_close(cursor);
  return step == 0;
}

/* The reports that it covers, once some rule asks for them. */
static bool read_parts(struct explaining *x, struct span at) {
  struct run *run = x->run;
  struct sql sql = sql_covered(run->arena, x->now.id, &dialect_sqlite);
  if (x->parts.n > 0)
    return true;
  struct cursor *cursor =
      store_query(run->session->store, sql.text, sql.binds, sql.nbinds, at, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, &run->diags)) {
    struct value id = cursor_value(cursor, 1);
    struct explained_part part = {
        text_at(run, cursor, 0),
        {.id = id.kind == VALUE_MISSING ? 0 : id.integer, .year = x->year}};
    if (part.report.id != 0)
      part.report.edition = (int)cursor_value(cursor, 2).integer;
    ARENA_PUSH(run->arena, &x->parts, part);
  }
  cursor_close(cursor);
  for (size_t i = 0; i < x->parts.n && step == 0; i++)
    if (!read_cells(x, at, &x->parts.at[i].report))
      return false;
  return step == 0;
}

/* What came of an instance, and both sides. */
struct outcome {
  enum rule_status status;
  struct value sides[2];
};

/* What is known of the rule on this report, by instance; those not named passed. */
static bool read_outcomes(struct explaining *x, const struct rule *rule, struct span at,
                          struct outcome *outcomes) {
  struct run *run = x->run;
  struct str sql =
      STR("SELECT x.instance, x.status, x.blank, x.lhs, x.rhs FROM check_result x JOIN "
          "check_rule c ON c.id = x.rule WHERE c.key = ?1 AND x.agency = ?2 AND "
          "x.year = ?3 AND x.report IN (0, ?4)");
  struct value binds[] = {value_text(rule->key), value_integer(x->agency.id),
                          value_integer(x->year), value_integer(x->now.id)};
  size_t n = rule->ninstances > 0 ? rule->ninstances : 1;
  struct cursor *cursor = store_query(run->session->store, sql, binds, 4, at, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, &run->diags)) {
    int64_t instance = cursor_value(cursor, 0).integer;
    struct outcome outcome = {.status =
                                  check_settled(&run->session->settings,
                                                (enum rule_status)cursor_value(cursor, 1).integer,
                                                cursor_value(cursor, 2).integer != 0)};
    for (size_t side = 0; side < 2; side++)
      outcome.sides[side] = value_kept(run->arena, cursor_value(cursor, 3 + side));
    for (size_t i = 0; i < n; i++)
      if (instance == RULE_WHOLE || instance == (int64_t)i)
        outcomes[i] = outcome;
  }
  cursor_close(cursor);
  return step == 0;
}

/* --- The table */

static struct value scaled(int64_t raw, int scale) {
  return scale > 0 ? value_decimal(raw, (unsigned)scale) : value_integer(raw);
}

/* The side on which an operand stands: of two it is the left or the right one. */
static struct str side_name(struct run *run, const struct rule *rule, int operand) {
  if (rule->is_plain && rule->nformula <= 2)
    return operand == 0 ? STR("left") : STR("right");
  return str_fmt(run->arena, "sum %d", operand + 1);
}

static struct row *add_row(struct explaining *x, struct table *table, const struct rule *rule,
                           size_t instance, enum rule_status status, struct str side) {
  struct row *row = table_row(x->run->arena, table);
  row->cells[0] = value_text(rule->instances[instance].key);
  row->cells[1] = value_text(rule_status_name(status));
  row->cells[2] = value_text(side);
  return row;
}

/* A term in one report: its row, unless it is a plain 0, and what it adds to the sum. `agency` is
 * named where the report is another's. */
static int64_t add_term(struct explaining *x, struct table *table, const struct row *like,
                        const struct rule_term *t, const struct explained_report *report,
                        struct str agency, int scale) {
  const struct explained_cell *cell = &report->cells[t->cell];
  if (!cell->is_there || (t->editions >> report->edition & 1) == 0)
    return 0;
  int64_t raw = t->weight * cell->raw;
  if (cell->raw == 0 && str_eq(cell->state, STR("number")))
    return 0;
  struct row *row = table_row(x->run->arena, table);
  for (size_t i = 0; i < 3; i++)
    row->cells[i] = like->cells[i];
  row->cells[3] = value_integer(report->year);
  row->cells[4] = value_text(cell->row);
  row->cells[5] = value_text(cell->column);
  row->cells[6] = value_text(cell->printed);
  row->cells[7] = value_text(cell->state);
  if (!str_eq(cell->state, STR("text")) && !str_eq(cell->state, STR("unread")))
    row->cells[8] = scaled(raw, scale);
  row->cells[9] = value_text(
      agency.n == 0 ? cell->place
                    : str_fmt(x->run->arena, "%.*s: %.*s", STR_ARG(agency), STR_ARG(cell->place)));
  return raw;
}

/* The terms of one operand that are not a plain 0, and what they add up to. */
static void add_operand(struct explaining *x, struct table *table, const struct rule *rule,
                        size_t instance, enum rule_status status, int operand) {
  int scale = rule->instances[instance].scale;
  struct value head[] = {value_text(rule->instances[instance].key),
                         value_text(rule_status_name(status)),
                         value_text(side_name(x->run, rule, operand))};
  struct row like = {.cells = head};
  int64_t sum = 0;
  for (size_t i = 0; i < rule->terms.n; i++) {
    const struct rule_term *t = &rule->terms.at[i];
    if (t->instance != (int)instance || t->operand != operand)
      continue;
    if (t->lag != RULE_COVERED)
      sum += add_term(x, table, &like, t, t->lag > 0 ? &x->before : &x->now, STR(""), scale);
    for (size_t p = 0; p < x->parts.n && t->lag == RULE_COVERED; p++)
      sum += add_term(x, table, &like, t, &x->parts.at[p].report, x->parts.at[p].agency, scale);
  }
  struct row *row = add_row(x, table, rule, instance, status, head[2].text);
  row->cells[4] = value_text(STR("="));
  row->cells[8] = scaled(sum, scale);
}

/* Both sides of a rule about the report itself: of a plain pass none are kept. */
static bool ask_sides(struct explaining *x, const struct rule *rule, struct span at,
                      struct outcome *outcome) {
  struct run *run = x->run;
  struct cond of_agency = {.kind = COND_AGENCY};
  struct cond of_year = {.kind = COND_YEARS, .low = x->year, .high = x->year};
  struct cond scope = {.kind = COND_AND, .left = &of_agency, .right = &of_year};
  ARENA_PUSH(run->arena, &of_agency.ids, x->agency.id);
  struct sql sql = sql_sides(run->arena, rule, &scope, &run->session->vocab, &dialect_sqlite);
  struct cursor *cursor =
      store_query(run->session->store, sql.text, sql.binds, sql.nbinds, at, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, &run->diags))
    for (size_t side = 0; side < 2 && cursor_value(cursor, 0).integer == x->now.id; side++)
      outcome->sides[side] = value_kept(run->arena, cursor_value(cursor, 2 + side));
  cursor_close(cursor);
  return step == 0;
}

static void add_sides(struct explaining *x, struct table *table, struct str instance,
                      const struct outcome *outcome) {
  for (int side = 0; side < 2; side++) {
    struct row *row = table_row(x->run->arena, table);
    row->cells[0] = value_text_if(instance);
    row->cells[1] = value_text(rule_status_name(outcome->status));
    row->cells[2] = value_text(side == 0 ? STR("left") : STR("right"));
    row->cells[8] = outcome->sides[side];
  }
}

/* Of a rule that asks for the state of each cell: the cell, and where its digits are of two, what
 * is printed and what is meant. */
static void add_cell(struct explaining *x, struct table *table, const struct rule *rule,
                     size_t instance, const struct outcome *outcome) {
  struct value head[] = {value_text(rule->instances[instance].key),
                         value_text(rule_status_name(outcome->status)), value_missing()};
  struct row like = {.cells = head};
  for (size_t i = 0; i < rule->terms.n; i++)
    if (rule->terms.at[i].instance == (int)instance)
      add_term(x, table, &like, &rule->terms.at[i], &x->now, STR(""),
               rule->instances[instance].scale);
  if (outcome->sides[1].kind != VALUE_MISSING)
    add_sides(x, table, rule->instances[instance].key, outcome);
}

static struct table *new_table(struct run *run) {
  static const char *const names[] = {"instance", "status",  "side",  "year",  "row",
                                      "column",   "printed", "state", "value", "place"};
  struct table *table = table_new(run->arena, 10, names);
  table->columns[3].type = VALUE_INTEGER;
  table->columns[8].type = VALUE_DECIMAL;
  table->columns[8].role = COLUMN_FIGURE;
  table->columns[1].is_said = table->columns[2].is_said = table->columns[7].is_said = true;
  return table;
}

/* For people: what the rule says, above its cells. */
static void print_head(struct run *run, const struct rule *rule) {
  FILE *out = run->session->options.out;
  bool zh = rule->en.n == 0 || (run->session->names == NAMES_ZH && rule->zh.n > 0);
  struct str sentence = zh ? rule->zh : rule->en;
  struct str severity = rule_severity_name(rule->severity);
  fprintf(out, "%s%.*s (%.*s): %.*s\nfails when %.*s\n", run->session->results > 0 ? "\n" : "",
          STR_ARG(rule->key), STR_ARG(severity), STR_ARG(rule->formula), STR_ARG(sentence));
  if (rule->because.n > 0)
    fprintf(out, "because %.*s\n", STR_ARG(rule->because));
}

/* A rule about each cell has hundreds of instances: only those that did not pass are shown. */
static bool explain_rule(struct explaining *x, const struct rule *rule, int64_t number,
                         struct span at, const struct node *to) {
  struct run *run = x->run;
  if (rule->kind == RULE_CLAIMS) {
    struct table *told = explain_told(run, rule, number, x->agency.id, x->year, at);
    if (told != NULL && to == NULL && !run->session->format->is_machine)
      print_head(run, rule);
    return told != NULL && run_show(run, told, to);
  }
  size_t n = rule->ninstances > 0 ? rule->ninstances : 1;
  struct outcome *outcomes = ARENA_ARRAY(run->arena, struct outcome, n);
  struct table *table = new_table(run);
  if (!read_outcomes(x, rule, at, outcomes) || (rule->has_covered && !read_parts(x, at)))
    return false;
  for (size_t i = 0; i < rule->ninstances; i++) {
    bool is_here = (rule->instances[i].editions >> x->now.edition & 1) != 0;
    enum rule_status status = outcomes[i].status;
    if (!is_here || (rule->kind == RULE_EVERY && status == STATUS_PASS))
      continue;
    if (rule->kind == RULE_EVERY && rule->nformula == 0) {
      add_cell(x, table, rule, i, &outcomes[i]);
      continue;
    }
    if (rule->kind == RULE_TABLES || rule->kind == RULE_SECTIONS || rule->terms.n == 0) {
      add_row(x, table, rule, i, status, STR(""));
      continue;
    }
    for (int k = 0; k < rule->nformula; k++)
      add_operand(x, table, rule, i, status, k);
  }
  if (rule->kind == RULE_REPORT) {
    if (outcomes[0].status == STATUS_PASS && !rule->is_expected &&
        !ask_sides(x, rule, at, &outcomes[0]))
      return false;
    add_sides(x, table, STR(""), &outcomes[0]);
  }
  for (size_t p = 0; p < x->parts.n && rule->has_covered; p++)
    if (x->parts.at[p].report.id == 0)
      ARENA_PUSH(run->arena, &table->notes,
                 SAY(run->arena, run->session->says, "{1} has no report on {2}",
                     x->parts.at[p].agency, say_number(run->arena, x->year)));
  if (rule->kind != RULE_REPORT)
    ARENA_PUSH(run->arena, &table->notes,
               say(run->session->says, "cells that print 0 are left out"));
  if (to == NULL && !run->session->format->is_machine)
    print_head(run, rule);
  return run_show(run, table, to);
}

bool run_explain_check(struct run *run, const struct node *explain) {
  struct session *session = run->session;
  const struct node *names = explain->first, *subject = names->next;
  const struct node *to = subject->next != NULL ? subject->next->first : NULL;
  struct explaining x = {.run = run};
  struct book *book = run_book(run);
  struct rule_list rules = {0};
  int64_t low, high;
  if (book == NULL || !run_subject(run, subject, &x.agency, &low, &high))
    return false;
  if (low == 0 || low != high) {
    diag_add(&run->diags, DIAG_VALUE, subject->span, "it is not said which year's report");
    diag_hint(&run->diags, "write explain check … for \"%.*s\" 2021", STR_ARG(x.agency.name));
    return false;
  }
  x.year = (int)low;
  for (const struct node *name = names->first; name != NULL; name = name->next)
    if (!book_choose(run->arena, book, name, &rules, &run->diags))
      return false;
  struct check_request request = {.vocab = &session->vocab,
                                  .panel = &session->panel,
                                  .settings = &session->settings,
                                  .book = book,
                                  .rules = &rules,
                                  .at = explain->span};
  if (!check_refresh(run->arena, session->store, &request, &run->diags) ||
      !find_report(&x, x.year, subject->span, &x.now) ||
      !find_report(&x, x.year - 1, subject->span, &x.before))
    return false;
  if (x.now.id == 0)
    return diag_add(&run->diags, DIAG_NAME, subject->span, "\"%.*s\" has no report on %d",
                    STR_ARG(x.agency.name), x.year);
  if (!read_cells(&x, subject->span, &x.now) || !read_cells(&x, subject->span, &x.before))
    return false;
  for (size_t i = 0; i < rules.n; i++)
    if (!explain_rule(&x, rules.at[i], request.numbers[i], explain->span, to))
      return false;
  return true;
}
