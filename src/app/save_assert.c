/* save_assert: the answer to a kept query → assertions that say the same (see save_assert.h).
 *
 * A row is chosen by `having`, which touches no share, change or total: so the query stays what it
 * was but for the clauses that choose and order rows.
 */
#include "app/save_assert.h"

#include "lang/format.h"
#include "plan/definitions.h"

#include <inttypes.h>
#include <stdio.h>

#define ROWS_ASSERTED 50    /* of one answer: a file of assertions is still to be read */
#define DECIMALS_ASSERTED 6 /* of a quotient: what every machine agrees on */

/* Runs one statement without a trace of it. */
static int run_silently(struct session *session, struct arena *arena, struct str text,
                        struct run *run, const struct node **tree) {
  struct source *source = ARENA_NEW(arena, struct source);
  struct token_list tokens = {0};
  *source = (struct source){STR("save"), text, 1};
  *run = (struct run){.session = session, .arena = arena, .source = source};
  run->diags = (struct diags){.arena = arena, .source = source};
  struct lex lex = {.source = source};
  *tree = lex_statement(arena, &lex, &tokens, &run->diags) == LEX_STATEMENT
              ? tree_from_tokens(arena, source, &tokens, &run->diags)
              : NULL;
  return diags_status(&run->diags);
}

/* Does the assertion hold? It is asked as it will be. */
static bool holds(struct session *session, struct arena *arena, struct str text) {
  struct run run;
  const struct node *tree;
  if (run_silently(session, arena, text, &run, &tree) != 0 || tree == NULL)
    return false;
  return assert_judges(&run, tree) && run.status == 0;
}

struct writer {
  struct session *session;
  struct arena *arena;
  const struct node *query;
  struct sbuf *out;
  size_t count;
};

static void add_assertion(struct writer *w, struct str text) {
  struct run run;
  const struct node *tree;
  if (!holds(w->session, w->arena, text) ||
      run_silently(w->session, w->arena, text, &run, &tree) != 0)
    return;
  struct str line = format_tree(w->arena, tree);
  sbuf_addf(w->out, "%.*s\n", STR_ARG(line));
  w->count++;
}

/* The clauses that stay, with `across` and the dimension of `top N … by` among `by`; without `by`
 * of a list. */
static void add_clauses(struct writer *w, struct sbuf *b) {
  struct sbuf by = {.arena = w->arena};
  for (const struct node *clause = w->query->first->next; clause != NULL; clause = clause->next) {
    struct str text = format_line(w->arena, clause);
    switch (clause->kind) {
    case NODE_TO:
    case NODE_TOP:
    case NODE_LIMIT:
    case NODE_ORDER:
    case NODE_OTHERS:
    case NODE_DOUBT:
    case NODE_TOTAL:
    case NODE_HAVING:
    case NODE_AS:
      break;
    case NODE_BEST:
    case NODE_BY:
    case NODE_ACROSS: {
      struct str dims = clause->kind == NODE_BEST ? format_line(w->arena, clause->last)
                                                  : str_sub(text, str_find(text, STR(" ")), text.n);
      sbuf_addf(&by, "%s%.*s", by.n > 0 ? ", " : "", STR_ARG(str_trim(dims)));
      break;
    }
    default:
      sbuf_addf(b, " %.*s", STR_ARG(text));
    }
  }
  if (by.n > 0)
    sbuf_addf(b, " by %.*s", (int)by.n, by.at);
}

static struct str wanted_text(struct arena *arena, struct value v) {
  if (v.kind == VALUE_MISSING)
    return STR("is missing");
  if (v.kind == VALUE_REAL)
    return str_fmt(arena, "= %.*f", DECIMALS_ASSERTED, v.real);
  struct str plain = value_plain(arena, v);
  return str_fmt(arena, "= %.*s", STR_ARG(plain));
}

static void add_key(struct writer *w, struct sbuf *b, struct str column, struct value key) {
  struct run run = {.session = w->session, .arena = w->arena};
  struct str plain = value_plain(w->arena, key);
  if (key.kind == VALUE_TEXT)
    plain = run_quote(&run, plain);
  bool is_plain = column.n > 0 && !word_is_reserved(column);
  for (size_t i = 0; i < column.n; i++)
    is_plain = is_plain && ((column.p[i] >= 'a' && column.p[i] <= 'z') || column.p[i] == '_');
  if (!is_plain)
    column = run_quote(&run, column);
  sbuf_addf(b, " %s %.*s ", b->n > 0 ? "and" : "having", STR_ARG(column));
  if (key.kind == VALUE_MISSING)
    sbuf_add_z(b, "is missing");
  else
    sbuf_addf(b, "= %.*s", STR_ARG(plain));
}

/* The figure in column `c` of a row: by which head it is asked, and under which keys. */
static void assert_cell(struct writer *w, const struct plan *plan, const struct table *table,
                        const struct row *row, size_t c, struct str head) {
  struct sbuf b = {.arena = w->arena}, keys = {.arena = w->arena};
  for (size_t k = 0; k < table->ncolumns; k++)
    if (table->columns[k].role == COLUMN_KEY)
      add_key(w, &keys, table->columns[k].name, row->cells[k]);
  for (int k = 0; k < plan->nkeys; k++)
    if (plan->keys[k].is_across && plan->change != CHANGE_PAIR) {
      struct str name = table->columns[c].name;
      bool is_year = plan->keys[k].is_report && plan->keys[k].dim == REPORT_YEAR;
      bool is_unknown = plan->keys[k].is_report && str_eq(name, STR("unknown"));
      struct value key = is_year ? value_read(name, 0) : value_text(name);
      add_key(w, &keys, plan->keys[k].name, is_unknown ? value_missing() : key);
    }
  struct str wanted = wanted_text(w->arena, row->cells[c]);
  sbuf_addf(&b, "assert %.*s %.*s", STR_ARG(head), STR_ARG(wanted));
  add_clauses(w, &b);
  if (keys.n > 0)
    sbuf_addf(&b, "%.*s", (int)keys.n, keys.at);
  add_assertion(w, sbuf_str(&b));
}

/* Of several measures each is asserted by itself. */
static struct str head_text(struct arena *arena, const struct node *head, size_t nth) {
  if (head->kind != NODE_AGGREGATE || head->first->next == NULL)
    return format_line(arena, head);
  const struct node *measure = head->first;
  for (size_t i = 0; i < nth; i++)
    measure = measure->next;
  struct str text = format_line(arena, measure);
  return str_fmt(arena, "%.*s %.*s", STR_ARG(head->text), STR_ARG(text));
}

static void assert_rows(struct writer *w, const struct plan *plan, const struct table *table) {
  const struct node *head = w->query->first;
  bool *figures;
  size_t rows = 0, left_out = 0;
  assert_figures(w->arena, plan, table, &figures);
  bool is_pair = plan->change == CHANGE_PAIR, is_across = false;
  for (int k = 0; k < plan->nkeys; k++)
    is_across = is_across || (plan->keys[k].is_across && !is_pair);
  size_t measures = head->kind == NODE_AGGREGATE ? node_count(head) : 1;
  for (size_t r = 0; r < table->rows.n; r++) {
    const struct row *row = &table->rows.at[r];
    size_t nth = 0;
    if (row->mark == ROW_TOTAL || row->mark == ROW_OTHERS || row->is_undivided)
      continue;
    if (++rows > ROWS_ASSERTED) {
      left_out++;
      continue;
    }
    for (size_t c = 0; c < table->ncolumns; c++) {
      if (!figures[c])
        continue;
      if (!is_across || (measures == 1 && !str_eq(table->columns[c].name, STR("total"))))
        assert_cell(w, plan, table, row, c, head_text(w->arena, head, is_across ? 0 : nth));
      nth++;
    }
  }
  if (left_out > 0)
    sbuf_addf(w->out, "# no assertions for %zu further rows\n", left_out);
}

/* A list: that it is empty, or how many reports are in it. */
static void assert_list(struct writer *w, const struct table *table) {
  const struct node *head = w->query->first;
  struct sbuf b = {.arena = w->arena};
  if (table->rows.n == 0) {
    sbuf_addf(&b, "assert not %.*s", STR_ARG(format_line(w->arena, head)));
    add_clauses(w, &b);
  } else if (head->kind == NODE_REPORTS) {
    sbuf_addf(&b, "assert count reports = %zu", table->rows.n);
    add_clauses(w, &b);
  }
  if (b.n > 0)
    add_assertion(w, sbuf_str(&b));
}

size_t save_assertions(struct session *session, const struct kept *kept, struct sbuf *out) {
  struct arena arena = {0};
  struct plan_settings settings = session->settings;
  struct writer w = {.session = session, .arena = &arena, .out = out};
  struct run run;
  struct table table;
  const struct plan *plan;
  const struct node *tree;
  session->settings = kept->settings;
  run_silently(session, &arena, kept->text, &run, &tree);
  if (tree != NULL && tree->kind == NODE_PLOT) /* what it draws is asserted */
    tree = plot_question(&run, tree);
  if (tree != NULL && tree->kind == NODE_RUN)
    tree = definition_bind(&arena, tree, &session->definitions, &run.diags);
  if (tree != NULL) /* asserted of the year that it was now */
    tree = run_settle(&run, tree);
  if (tree != NULL && tree->kind == NODE_QUERY && query_answer(&run, tree, &table, &plan)) {
    w.query = tree;
    if (plan->ngroups > 0 || plan->aggregate == AGG_COUNT)
      assert_rows(&w, plan, &table);
    else
      assert_list(&w, &table);
  }
  session->settings = settings;
  arena_free(&arena);
  return w.count;
}
