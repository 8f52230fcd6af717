/* trace: the source cells of one cell of the last answer: file, place, text as printed, and that
 * they add up to the figure. The query is asked anew, as it was asked then.
 */
#include "answer/build.h"
#include "app/doubt.h"
#include "app/state.h"

#include "sql/sql.h"

void trace_forget(struct session *session) {
  arena_reset(&session->last.arena);
  session->last.tree = NULL;
}

void trace_keep(struct run *run, const struct node *query) {
  struct last_query *last = &run->session->last;
  if (run->asked != NULL) /* as it was written: what it runs is bound again */
    query = run->asked;
  if (query == last->tree)
    return;
  if (query->span.end > run->source->text.n) { /* of a definition, whose values are gone by then */
    trace_forget(run->session);
    return;
  }
  run->session->was_supposed = run->session->supposed.n > 0;
  arena_reset(&last->arena);
  if (run->session->was_supposed) {
    last->tree = NULL;
    return;
  }
  /* The lines of the statement alone: a script of thousands is not copied for each of them. */
  struct str text = run->source->text;
  uint32_t start = query->span.start, line, column;
  while (start > 0 && text.p[start - 1] != '\n')
    start--;
  source_position(run->source, start, &line, &column);
  last->tree = node_copy(&last->arena, query, start, 0);
  last->source =
      (struct source){.name = str_copy(&last->arena, run->source->name),
                      .text = str_copy(&last->arena, str_sub(text, start, query->span.end)),
                      .first_line = line};
  last->settings = run->session->settings;
}

/* The figures behind a column: of a share its part, of a rate both sides, of a change two years. */
struct behind {
  bool is_key;
  bool is_placed; /* index or rank: it follows from other rows */
  size_t figures[2], heads[2];
  size_t nfigures, nheads;
  bool has_year_before; /* yearly change: the row of the year before too */
  bool is_year_before;  /* only that */
};

static struct behind column_behind(const struct build *b, size_t column) {
  const struct plan *plan = b->plan;
  const struct shape *shape = &b->shape;
  struct behind behind = {.nfigures = 1, .nheads = 1};
  bool has_ratio = plan->derived_name.n > 0, is_pair = plan->change == CHANGE_PAIR;
  bool is_change =
      plan->change != CHANGE_NONE && column >= shape->change && column < shape->change + 3;
  bool is_ratio = has_ratio && column >= shape->ratio && column < shape->ratio + shape->nheads;
  bool is_main = plan->change != CHANGE_NONE && column == shape->main;
  behind.is_key = column < shape->nkeys;
  behind.is_placed = (plan->index_base != 0 && column == shape->index) ||
                     (plan->has_rank && column == shape->rank);
  if (is_pair) { /* heads: the earlier year, the later one */
    bool is_both = is_change && column > shape->change;
    behind.nheads = is_both ? 2 : 1;
    behind.heads[0] = is_main ? 1 : 0;
    behind.heads[1] = 1;
  } else if (is_change) {
    behind.is_year_before = column == shape->change;
    behind.has_year_before = true;
  }
  if (has_ratio && (is_ratio || is_main || is_change)) {
    behind.nfigures = plan->aggregate == AGG_RATE ? 2 : 1;
    behind.figures[1] = 1;
  }
  if (is_ratio && !is_pair)
    behind.heads[0] = column - shape->ratio;
  else if (!is_ratio && !is_main && !is_change && !behind.is_key && !behind.is_placed) {
    size_t cell = (column - shape->figure) / shape->stride;
    behind.figures[0] = cell / shape->nheads;
    behind.heads[0] = cell % shape->nheads;
  }
  return behind;
}

static void add_bound(struct sql_source *source, int key, struct value value) {
  source->bounds[source->nbounds++] = (struct sql_bound){.key = key, .value = value};
}

static void bound_across(const struct build *b, const struct behind *behind,
                         struct sql_source *source) {
  size_t head = behind->heads[0];
  bool is_total = b->plan->has_total && head + 1 == b->shape.nheads;
  if (is_total && b->plan->change != CHANGE_PAIR)
    return;
  add_bound(source, b->across, b->heads[head]);
  if (behind->nheads == 2) {
    source->bounds[source->nbounds - 1].other = b->heads[behind->heads[1]];
    source->bounds[source->nbounds - 1].has_other = true;
  }
}

/* What the row's keys and the column's head allow. */
static void set_bounds(const struct build *b, const struct row *row, const struct behind *behind,
                       struct sql_source *source) {
  for (int k = 0; k < b->plan->nkeys; k++) {
    const struct key *key = &b->plan->keys[k];
    struct value value = row->cells[b->shape.raw + (size_t)k];
    if (!key->is_report)
      continue;
    if (key->is_across) {
      bound_across(b, behind, source);
      continue;
    }
    if (row->mark == ROW_TOTAL)
      continue;
    add_bound(source, k, value);
    struct sql_bound *bound = &source->bounds[source->nbounds - 1];
    bound->is_under = row->mark == ROW_SUBTOTAL && key->dim == REPORT_REGION;
    if (key->dim == REPORT_YEAR && behind->has_year_before) {
      bound->other = bound->value;
      bound->has_other = !behind->is_year_before;
      bound->value.integer--;
    }
  }
}

/* --- The table */

static const char *const part_names[] = {"numerator", "denominator"};

static struct table *new_table(struct run *run, bool has_parts) {
  static const char *const names[] = {"agency",  "year",  "table", "row",  "column",
                                      "printed", "value", "state", "file", "place"};
  static const char *const with_part[] = {"part",    "agency", "year",  "table", "row",  "column",
                                          "printed", "value",  "state", "file",  "place"};
  struct table *table = table_new(run->arena, 10 + has_parts, has_parts ? with_part : names);
  table->columns[has_parts + 1].type = VALUE_INTEGER;
  table->columns[has_parts + 6].type = VALUE_DECIMAL;
  table->columns[has_parts + 6].role = COLUMN_FIGURE;
  table->columns[0].is_said = has_parts;
  table->columns[has_parts + 7].is_said = true;
  return table;
}

struct sums {
  int64_t figure[2]; /* by figure: what the listed cells add up to, in the smallest unit */
  size_t ncells, nleft_out;
};

static bool list_cells(struct run *run, const struct build *b, const struct sql_source *source,
                       int64_t limit, struct doubtful *doubtful, struct table *table,
                       struct sums *sums) {
  struct sql sql = sql_cells(run->arena, b->plan, source, &dialect_sqlite);
  struct cursor *cursor =
      store_query(run->session->store, sql.text, sql.binds, sql.nbinds, b->plan->span, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  bool has_parts = table->ncolumns == 11;
  for (; step == 1; step = cursor_step(cursor, &run->diags)) {
    int figure = b->plan->groups[cursor_value(cursor, 0).integer].figure;
    struct value weighted = cursor_value(cursor, 11);
    sums->ncells++;
    sums->nleft_out += weighted.kind == VALUE_MISSING;
    if (figure < 2)
      sums->figure[figure] += weighted.integer;
    if (limit >= 0 && (int64_t)sums->ncells > limit)
      continue;
    struct row *row = table_row(run->arena, table);
    if (has_parts)
      row->cells[0] =
          value_text(str_from_z(b->plan->aggregate == AGG_RATE
                                    ? part_names[figure]
                                    : (cursor_value(cursor, 15).integer < 0 ? "less" : "plus")));
    for (size_t c = 0; c < 10; c++)
      row->cells[has_parts + c] = value_kept(run->arena, cursor_value(cursor, c + 1));
    struct value *value = &row->cells[has_parts + 6], *state = &row->cells[has_parts + 7];
    struct value report = cursor_value(cursor, 13), cell = cursor_value(cursor, 14);
    value->is_inferred = str_eq(state->text, STR("inferred"));
    bool is_of_report = report.kind == VALUE_INTEGER;
    if (is_of_report && !doubt_report(run, doubtful, report.integer)) {
      step = -1;
      break;
    }
    value->is_doubtful = is_of_report && doubt_has(doubtful, report.integer, cell.integer);
  }
  cursor_close(cursor);
  return step == 0;
}

static void add_note(struct run *run, struct table *table, struct str text) {
  ARENA_PUSH(run->arena, &table->notes, text);
}

static struct str sum_text(struct run *run, const struct figure *figure, int64_t sum) {
  struct value value =
      figure->scale > 0 ? value_decimal(sum, (unsigned)figure->scale) : value_integer(sum);
  return value_plain(run->arena, value);
}

static void note_sums(struct run *run, const struct build *b, const struct sums *sums,
                      int64_t limit, struct table *table) {
  const struct plan *plan = b->plan;
  struct str first = sum_text(run, &plan->figures[0], sums->figure[0]);
  struct str second =
      plan->aggregate == AGG_RATE ? sum_text(run, &plan->figures[1], sums->figure[1]) : STR("");
  bool adds = plan_adds(plan) && plan->change == CHANGE_NONE;
  const struct says *says = run->session->says;
  struct arena *arena = run->arena;
  struct str ncells = say_number(arena, (int64_t)sums->ncells);
  bool is_one = sums->ncells == 1;
  struct sbuf note = {.arena = arena};
  if (adds && plan->aggregate == AGG_RATE)
    sbuf_add(&note, SAY(arena, says, is_one ? "{1} cell: {2} of {3}" : "{1} cells: {2} of {3}",
                        ncells, first, second));
  else if (adds && plan->nfigures == 1)
    sbuf_add(&note, SAY(arena, says, is_one ? "{1} cell adds up to {2}" : "{1} cells add up to {2}",
                        ncells, first));
  else
    sbuf_add(&note, SAY(arena, says, is_one ? "{1} cell" : "{1} cells", ncells));
  sbuf_add(&note, say(says, "; cells that print 0 are not listed"));
  if (limit >= 0 && (int64_t)sums->ncells > limit)
    sbuf_add(&note, SAY(arena, says, ", nor those behind the first {1}", say_number(arena, limit)));
  add_note(run, table, sbuf_str(&note));
  if (sums->nleft_out > 0)
    add_note(run, table,
             SAY(arena, says, "{1} of them without a number: their reports are left out",
                 say_number(arena, (int64_t)sums->nleft_out)));
}

/* --- The statement */

static bool has_minus(const struct plan *plan) {
  for (size_t g = 0; g < plan->ngroups; g++)
    for (size_t c = 0; c < plan->groups[g].cells.n; c++)
      if (plan->groups[g].cells.at[c].weight < 0)
        return true;
  return false;
}

static bool trace_cell(struct run *run, const struct node *trace, struct build *b) {
  const struct node *r = trace->first, *c = r->next, *to = NULL;
  size_t nrows = b->table->rows.n, ncolumns = b->table->ncolumns;
  int64_t limit = -1;
  for (const struct node *clause = c->next; clause != NULL; clause = clause->next)
    if (clause->kind == NODE_LIMIT)
      limit = clause->first->number;
    else
      to = clause->first;
  if (r->number < 1 || (size_t)r->number > nrows)
    return diag_add(&run->diags, DIAG_VALUE, r->span, "the last answer has %zu row%s", nrows,
                    nrows == 1 ? "" : "s");
  if (c->number < 1 || (size_t)c->number > ncolumns)
    return diag_add(&run->diags, DIAG_VALUE, c->span, "the last answer has %zu column%s", ncolumns,
                    ncolumns == 1 ? "" : "s");
  const struct row *row = &b->table->rows.at[r->number - 1];
  struct behind behind = column_behind(b, (size_t)c->number - 1);
  if (behind.is_key)
    return diag_add(&run->diags, DIAG_VALUE, c->span, "column %d names the row: it is no figure",
                    (int)c->number);
  if (behind.is_placed) {
    diag_add(&run->diags, DIAG_VALUE, c->span, "column %d follows from other rows", (int)c->number);
    diag_hint(&run->diags, "trace the figure of this row and those of the others");
    return false;
  }
  if (row->mark == ROW_OTHERS) {
    diag_add(&run->diags, DIAG_VALUE, r->span, "row %d puts many rows together", (int)r->number);
    diag_hint(&run->diags, "ask without \"top\", then trace one of them");
    return false;
  }
  int groups[4];
  struct sql_source source = {.groups = groups};
  for (size_t f = 0; f < behind.nfigures; f++)
    for (size_t h = 0; h < behind.nheads; h++) {
      int group = build_group(b, row, behind.figures[f], behind.heads[h]);
      bool is_new = group >= 0;
      for (size_t i = 0; i < source.ngroups; i++)
        is_new = is_new && groups[i] != group;
      if (is_new)
        groups[source.ngroups++] = group;
    }
  set_bounds(b, row, &behind, &source);
  struct table *table = new_table(run, b->plan->aggregate == AGG_RATE || has_minus(b->plan));
  struct sums sums = {{0, 0}, 0, 0};
  struct doubtful doubtful;
  if (!doubt_open(run, trace->span, &doubtful) ||
      !list_cells(run, b, &source, limit, &doubtful, table, &sums))
    return false;
  note_sums(run, b, &sums, limit, table);
  return run_show(run, table, to);
}

bool run_trace(struct run *run, const struct node *trace) {
  struct session *session = run->session;
  struct last_query *last = &session->last;
  if (last->tree == NULL) {
    if (session->was_supposed)
      return diag_add(&run->diags, DIAG_VALUE, trace->span,
                      "the last answer was to a \"what if\": no report holds its cells");
    diag_add(&run->diags, DIAG_VALUE, trace->span, "there is no answer yet to trace");
    diag_hint(&run->diags, "ask a question first, then trace a row and a column of its answer");
    return false;
  }
  struct run again = {.session = session, .arena = run->arena, .source = &last->source};
  again.diags = (struct diags){.arena = run->arena, .source = &last->source};
  struct plan_settings now = session->settings;
  session->settings = last->settings;
  struct answer_chosen chosen = {0};
  const struct node *query =
      definition_bind(run->arena, last->tree, &session->definitions, &again.diags);
  if (query != NULL && query->kind == NODE_SQL) {
    session->settings = now;
    diag_add(&run->diags, DIAG_VALUE, trace->span,
             "the last answer was asked in SQL: on which cells it rests is not known");
    diag_hint(&run->diags, "\"sql select * from cell where …\" lists cells with their places");
    return false;
  }
  if (query != NULL)
    query = run_settle(&again, query);
  if (query != NULL && query->kind != NODE_QUERY) { /* compare, flow */
    session->settings = now;
    diag_add(&run->diags, DIAG_VALUE, trace->span,
             "the figures of the last answer were asked one by one");
    diag_hint(&run->diags,
              "ask for one of them, as in \"sum received for X 2021\", and trace that");
    return false;
  }
  const struct plan *plan = query != NULL ? query_plan(&again, query, &chosen) : NULL;
  session->settings = now;
  struct table table = {0};
  struct build build = {.arena = run->arena,
                        .plan = plan,
                        .store = session->store,
                        .table = &table,
                        .diags = &again.diags};
  bool has_cells = plan != NULL && plan->ngroups > 0;
  bool ok = has_cells && build_answer(&build, &chosen);
  session_say(&session->options, &again.diags);
  if (plan != NULL && !has_cells) {
    diag_add(&run->diags, DIAG_VALUE, trace->span, "the last answer is of reports, not of cells");
    diag_hint(&run->diags, "\"reports where …\" lists them");
    return false;
  }
  if (!ok)
    return diag_add(&run->diags, DIAG_RUN, trace->span, "the last query cannot be asked again");
  return trace_cell(run, trace, &build);
}
