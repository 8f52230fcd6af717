/* assert_show: the outcome of an assertion, for people and for programs (see assert.h).
 */
#include "app/assert.h"

#include "app/output.h"
#include "lang/format.h"

#include <math.h>

#define FAILURES_SHOWN 20 /* to people; programs get all */
#define TESTED_SHOWN 200  /* in a document, what holds among them */

static const char *const severities[] = {"info", "warn", "error"};

/* sum received = 66 where …: without `assert` and the remarks, which are shown by themselves. */
static struct str assertion_text(struct run *run, const struct assertion *a) {
  struct node *bare = ARENA_NEW(run->arena, struct node);
  *bare = *a->node;
  bare->first = bare->last = NULL;
  for (const struct node *part = a->node->first; part != NULL; part = part->next)
    if (part->kind != NODE_SEVERITY && part->kind != NODE_BECAUSE)
      node_add(bare, node_copy(run->arena, part, 0, 0));
  struct str line = format_line(run->arena, bare);
  return str_sub(line, sizeof "assert", line.n);
}

/* Is there more than one figure in a row? Then it is said which one. */
static bool has_columns(const struct assertion *a) {
  for (size_t i = 1; i < a->tested.n; i++)
    if (a->tested.at[i].column != a->tested.at[0].column && a->tested.at[i].number > 0)
      return true;
  return false;
}

/* What is counted rests on no cells. */
static struct str trace_words(struct run *run, const struct assertion *a, const struct tested *t) {
  bool has_cells = t->number > 0 && a->plan->aggregate != AGG_COUNT;
  return has_cells ? str_fmt(run->arena, "trace %zu,%zu", t->number, t->column + 1) : STR("");
}

/* --- For people */

/* How the figures that were tested are shown, where they are all shown alike. */
static enum column_shown shown_as(const struct assertion *a) {
  enum column_shown shown =
      a->tested.n > 0 ? a->answer.columns[a->tested.at[0].column].shown : SHOWN_PLAIN;
  for (size_t i = 1; i < a->tested.n; i++)
    if (a->answer.columns[a->tested.at[i].column].shown != shown)
      return SHOWN_PLAIN;
  return shown;
}

/* Are the figures shares or rates that a percent, of one decimal, tells from what was wanted? */
static bool reads_as_percent(const struct assertion *a) {
  if (shown_as(a) != SHOWN_PERCENT)
    return false;
  for (size_t i = 0; i < a->tested.n; i++) {
    const struct tested *t = &a->tested.at[i];
    if (!t->holds && t->found.kind != VALUE_MISSING &&
        llround(value_as_real(t->found) * 1000) == llround(value_as_real(t->wanted) * 1000))
      return false;
  }
  return true;
}

/* The keys of the answer, then what was found, what was wanted, and how to see more; in a document
 * what holds too, and the verdict. */
static struct table *table_of_tested(struct run *run, const struct assertion *a, bool is_document) {
  const struct table *answer = &a->answer;
  bool says_column = has_columns(a);
  struct table *table = ARENA_NEW(run->arena, struct table);
  struct column *columns = ARENA_ARRAY(run->arena, struct column, answer->ncolumns + 5);
  size_t keys = 0, n, shown = 0;
  while (keys < answer->ncolumns && answer->columns[keys].role == COLUMN_KEY) {
    columns[keys] = answer->columns[keys];
    keys++;
  }
  n = keys;
  if (says_column)
    columns[n++] = (struct column){.name = STR("figure"), .role = COLUMN_TEXT, .type = VALUE_TEXT};
  static const char *const names[] = {"found", "wanted", "difference"};
  for (int i = 0; i < 3; i++)
    columns[n++] =
        (struct column){.name = str_from_z(names[i]), .role = COLUMN_FIGURE, .type = VALUE_DECIMAL};
  columns[n++] = (struct column){.name = is_document ? STR("verdict") : STR("cells"),
                                 .role = COLUMN_TEXT,
                                 .type = VALUE_TEXT,
                                 .is_verdict = is_document};
  bool is_percent = reads_as_percent(a);
  if (is_percent) {
    columns[n - 4].shown = columns[n - 3].shown = SHOWN_PERCENT;
    columns[n - 2].shown = SHOWN_POINTS;
  }
  table->columns = columns;
  table->ncolumns = n;
  size_t most = is_document ? TESTED_SHOWN : FAILURES_SHOWN;
  for (size_t i = 0; i < a->tested.n && shown < most; i++) {
    const struct tested *t = &a->tested.at[i];
    if (t->holds && !is_document)
      continue;
    shown++;
    struct row *row = table_row(run->arena, table);
    struct value *cells = row->cells;
    *row = *t->row;
    row->cells = cells;
    row->mark = row->mark == ROW_SUBTOTAL ? ROW_SUBTOTAL : ROW_LEAF; /* in one block */
    for (size_t k = 0; k < keys; k++)
      cells[k] = t->row->cells[k];
    if (t->row->mark == ROW_TOTAL && keys > 0)
      cells[0] = value_text(say(run->session->says, "total"));
    size_t at = keys;
    if (says_column)
      cells[at++] = value_text(answer->columns[t->column].name);
    cells[at++] = t->found;
    cells[at++] = t->wanted;
    cells[at] = t->difference;
    if (t->difference.kind == VALUE_REAL && !is_percent) /* the last digits are noise */
      cells[at].text = str_fmt(run->arena, "%.6g", t->difference.real);
    at++;
    cells[at] = is_document ? value_text(t->holds ? STR("pass") : STR("fail"))
                            : value_text(trace_words(run, a, t));
  }
  return table;
}

static void put_place(struct run *run, const struct assertion *a, FILE *out) {
  uint32_t line, column;
  source_position(run->source, a->node->span.start, &line, &column);
  fprintf(out, "%.*s:%u:%u: ", STR_ARG(run->source->name), line, column);
}

static void show_failures(struct run *run, struct assertion *a, FILE *out) {
  size_t failed = a->failed, all = a->node->flag ? failed : a->tested.n;
  put_place(run, a, out);
  if (a->node->flag)
    fprintf(out, "assertion failed (%s): %zu row%s where none should be\n", severities[a->severity],
            failed, failed == 1 ? "" : "s");
  else
    fprintf(out, "assertion failed (%s): %zu of %zu\n", severities[a->severity], failed, all);
  fprintf(out, "  %.*s\n", STR_ARG(assertion_text(run, a)));
  if (a->because.n > 0)
    fprintf(out, "  because %.*s\n", STR_ARG(a->because));
  struct table *table = &a->answer;
  size_t shown = table->rows.n;
  if (!a->node->flag)
    table = table_of_tested(run, a, false);
  else if (table->rows.n > FAILURES_SHOWN)
    table->rows.n = FAILURES_SHOWN;
  shown = table->rows.n;
  output_within(run, table, out);
  if (shown < failed)
    output_below(run, str_fmt(run->arena, "… (%zu more)", failed - shown), out);
  for (size_t i = 0; i < a->tested.n; i++) {
    const struct tested *t = &a->tested.at[i];
    struct str trace = t->holds ? STR("") : trace_words(run, a, t);
    if (trace.n == 0)
      continue;
    output_below(run,
                 str_fmt(run->arena, "the cells of the first: %.*s; %.*s",
                         STR_ARG(format_line(run->arena, a->query)), STR_ARG(trace)),
                 out);
    break;
  }
}

static bool show_people(struct run *run, struct assertion *a) {
  FILE *out = run->session->options.out, *err = run->session->options.err;
  bool parts = run->session->results > 0 && !run->session->options.is_interactive;
  if (a->failed == 0 && !a->is_empty) { /* as the footer of an answer */
    size_t n = a->tested.n;
    if (!run->session->options.quiet && a->node->flag)
      fputs("holds: no row\n", err);
    else if (!run->session->options.quiet)
      fprintf(err, "holds: %zu figure%s\n", n, n == 1 ? "" : "s");
    return true;
  }
  if (parts)
    fputc('\n', out);
  run->session->results++;
  if (a->is_empty) {
    put_place(run, a, out);
    fprintf(out, "assertion not tested: %s\n  %.*s\n",
            a->has_no_row ? "the answer has no row" : "no report is in scope",
            STR_ARG(assertion_text(run, a)));
  } else {
    show_failures(run, a, out);
  }
  fflush(out);
  return true;
}

/* --- For documents */

static struct table *table_of_verdict(struct run *run, const struct assertion *a,
                                      const char *verdict) {
  static const char *const names[] = {"assertion", "verdict"};
  struct table *table = table_new(run->arena, 2, names);
  table->columns[1].is_verdict = true;
  struct row *row = table_row(run->arena, table);
  row->cells[0] = value_text(assertion_text(run, a));
  row->cells[1] = value_text(str_from_z(verdict));
  return table;
}

/* Each figure with its verdict; of `assert not` the rows that should not be. */
static bool show_document(struct run *run, struct assertion *a) {
  size_t all = a->tested.n, shown = 0;
  const struct says *says = run->session->says;
  struct str severity = say(says, severities[a->severity]);
  struct str failed = say_number(run->arena, (int64_t)a->failed);
  struct table *table;
  if (a->is_empty)
    table = table_of_verdict(run, a, "n/a");
  else if (!a->node->flag)
    table = table_of_tested(run, a, true);
  else if (a->failed == 0)
    table = table_of_verdict(run, a, "pass");
  else
    table = &a->answer;
  shown = table->rows.n;
  table->coverage = a->answer.coverage;
  if (a->is_empty)
    table->title = say(says, a->has_no_row ? "assertion not tested: the answer has no row"
                                           : "assertion not tested: no report is in scope");
  else if (a->failed == 0)
    table->title = say(says, "assertion holds");
  else if (a->node->flag)
    table->title = SAY(run->arena, says,
                       a->failed == 1 ? "assertion failed ({1}): {2} row where none should be"
                                      : "assertion failed ({1}): {2} rows where none should be",
                       severity, failed);
  else
    table->title = SAY(run->arena, says, "assertion failed ({1}): {2} of {3}", severity, failed,
                       say_number(run->arena, (int64_t)all));
  if (a->because.n > 0) {
    struct str because = SAY(run->arena, run->session->says, "because {1}", a->because);
    ARENA_PUSH(run->arena, &table->notes, because);
  }
  if (!a->node->flag && !a->is_empty && shown < all) {
    struct str more = SAY(run->arena, run->session->says, "and {1} more figures",
                          say_number(run->arena, (int64_t)(all - shown)));
    ARENA_PUSH(run->arena, &table->notes, more);
  }
  return run_show(run, table, NULL);
}

/* --- For programs */

/* agency=示例县公安局, year=2021 */
static struct str keys_text(struct run *run, const struct assertion *a, const struct row *row) {
  struct sbuf b = {.arena = run->arena};
  for (size_t c = 0; c < a->answer.ncolumns; c++) {
    const struct column *column = &a->answer.columns[c];
    if (column->role != COLUMN_KEY)
      continue;
    struct str text = row->cells[c].kind != VALUE_MISSING ? value_plain(run->arena, row->cells[c])
                      : row->mark == ROW_TOTAL            ? STR("total")
                                                          : STR("");
    sbuf_addf(&b, "%s%.*s=%.*s", b.n > 0 ? ", " : "", STR_ARG(column->name), STR_ARG(text));
  }
  return sbuf_str(&b);
}

static const char *const field_names[] = {"assertion", "verdict", "severity", "keys",
                                          "figure",    "found",   "wanted",   "difference",
                                          "cells",     "file",    "line",     "because"};
enum {
  FIELD_ASSERTION,
  FIELD_STATUS,
  FIELD_SEVERITY,
  FIELD_KEYS,
  FIELD_FIGURE,
  FIELD_FOUND,
  FIELD_WANTED,
  FIELD_DIFFERENCE,
  FIELD_CELLS,
  FIELD_FILE,
  FIELD_LINE,
  FIELD_BECAUSE,
  NFIELDS
};

static struct row *add_row(struct run *run, struct table *table, const struct assertion *a,
                           const char *status) {
  uint32_t line, column;
  struct row *row = table_row(run->arena, table);
  source_position(run->source, a->node->span.start, &line, &column);
  row->cells[FIELD_ASSERTION] = value_text(assertion_text(run, a));
  row->cells[FIELD_STATUS] = value_text(str_from_z(status));
  row->cells[FIELD_SEVERITY] = value_text(str_from_z(severities[a->severity]));
  row->cells[FIELD_FILE] = value_text(run->source->name);
  row->cells[FIELD_LINE] = value_integer(line);
  if (a->because.n > 0)
    row->cells[FIELD_BECAUSE] = value_text(a->because);
  return row;
}

static void add_tested(struct run *run, struct table *table, const struct assertion *a,
                       const struct tested *t) {
  struct row *row = add_row(run, table, a, t->holds ? "pass" : "fail");
  row->cells[FIELD_KEYS] = value_text(keys_text(run, a, t->row));
  row->cells[FIELD_FIGURE] = value_text(a->answer.columns[t->column].name);
  row->cells[FIELD_FOUND] = t->found;
  row->cells[FIELD_WANTED] = t->wanted;
  row->cells[FIELD_DIFFERENCE] = t->difference;
  row->cells[FIELD_CELLS] = value_text(trace_words(run, a, t));
}

static bool show_programs(struct run *run, struct assertion *a) {
  struct table *table = table_new(run->arena, NFIELDS, field_names);
  static const int numbers[] = {FIELD_FOUND, FIELD_WANTED, FIELD_DIFFERENCE, FIELD_LINE};
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    table->columns[numbers[i]].type = numbers[i] == FIELD_LINE ? VALUE_INTEGER : VALUE_DECIMAL;
    table->columns[numbers[i]].role = COLUMN_FIGURE;
  }
  table->columns[FIELD_STATUS].is_verdict = true;
  table->coverage = a->answer.coverage;
  if (a->is_empty)
    add_row(run, table, a, "n/a");
  for (size_t i = 0; i < a->tested.n && !a->is_empty; i++)
    if (!a->tested.at[i].holds || a->tested.n == 1)
      add_tested(run, table, a, &a->tested.at[i]);
  for (size_t i = 0; i < a->failed && a->node->flag; i++)
    add_row(run, table, a, "fail")->cells[FIELD_KEYS] =
        value_text(keys_text(run, a, &a->answer.rows.at[i]));
  if (table->rows.n == 0)
    add_row(run, table, a, "pass");
  return run_show(run, table, NULL);
}

bool assert_show(struct run *run, struct assertion *a) {
  bool for_people = str_eq(str_from_z(run->session->format->name), STR("table"));
  if (run->session->format->is_document)
    return show_document(run, a);
  return for_people ? show_people(run, a) : show_programs(run, a);
}

/* --- For other tools, with the findings of a check */

static struct str plain_or_nothing(struct run *run, struct value value) {
  return value.kind == VALUE_MISSING ? STR("nothing") : value_plain(run->arena, value);
}

/* 2 of 5: agency=示例县公安局: received is 40, wanted 36 */
static struct str failure_text(struct run *run, const struct assertion *a) {
  size_t i = 0;
  if (a->node->flag)
    return str_fmt(run->arena, "%zu row%s where none should be", a->failed,
                   a->failed == 1 ? "" : "s");
  while (i + 1 < a->tested.n && a->tested.at[i].holds)
    i++;
  const struct tested *t = &a->tested.at[i];
  struct str keys = keys_text(run, a, t->row);
  return str_fmt(run->arena, "%zu of %zu: %.*s%s%.*s is %.*s, wanted %.*s", a->failed, a->tested.n,
                 STR_ARG(keys), keys.n > 0 ? ": " : "", STR_ARG(a->answer.columns[t->column].name),
                 STR_ARG(plain_or_nothing(run, t->found)),
                 STR_ARG(plain_or_nothing(run, t->wanted)));
}

void assert_keep(struct run *run, const struct assertion *a) {
  static const enum rule_severity as_rule[] = {
      [SEVERITY_INFO] = RULE_INFO, [SEVERITY_WARN] = RULE_WARN, [SEVERITY_ERROR] = RULE_ERROR};
  struct session *session = run->session;
  struct arena *arena = &session->arena;
  struct str name = run->source->name, message = STR("");
  uint32_t line, column;
  if (session->options.is_interactive)
    return;
  bool is_file = name.n > 0 && name.p[0] != '-' && name.p[0] != '<';
  source_position(run->source, a->node->span.start, &line, &column);
  if (a->is_empty)
    message = a->has_no_row ? STR("the answer has no row") : STR("no report is in scope");
  else if (a->failed > 0)
    message = failure_text(run, a);
  struct asserted one = {.text = str_copy(arena, str_trim(assertion_text(run, a))),
                         .because = str_copy(arena, a->because),
                         .file = is_file ? str_copy(arena, name) : STR(""),
                         .line = (int)line,
                         .severity = as_rule[a->severity],
                         .outcome = a->is_empty     ? ASSERTED_NOT_TESTED
                                    : a->failed > 0 ? ASSERTED_FAILS
                                                    : ASSERTED_HOLDS,
                         .message = str_copy(arena, message)};
  ARENA_PUSH(arena, &session->asserted, one);
}
