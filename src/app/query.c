/* query: a query's tree → its answer, and the stages in between for `explain`.
 */
#include "app/state.h"

#include "app/window.h"
#include "sql/sql.h"

static struct plan *make_plan(struct run *run, const struct node *query) {
  struct session *session = run->session;
  struct plan *plan = plan_from_tree(run->arena, query, &session->vocab, &session->panel,
                                     &session->settings, &run->diags);
  return plan != NULL && plan_guard(plan, &run->diags) ? plan : NULL;
}

static void note(struct run *run, struct table *table, struct str text) {
  ARENA_PUSH(run->arena, &table->notes, text);
}

/* Where the figures are printed in a row over all agencies, says so, and when one is not there. */
static void note_total(struct run *run, const struct plan *plan, struct table *table) {
  const struct says *says = run->session->says;
  const struct vocab *vocab = plan->vocab;
  const struct form *form = &vocab->forms[vocab->measures[plan->figures[0].measure].form];
  bool is_missing = false;
  for (size_t i = 0; i < table->rows.n; i++)
    for (size_t c = 0; c < table->ncolumns; c++)
      is_missing = is_missing || (table->columns[c].role == COLUMN_FIGURE &&
                                  table->rows.at[i].cells[c].kind == VALUE_MISSING);
  note(run, table,
       SAY(run->arena, says, "the total is that of the row \"{1}\"", form->totals.at[0]));
  if (is_missing)
    note(run, table,
         say(says,
             "no total where a year has no such row, its cell is no number, or the form prints "
             "none"));
}

static struct str figure_label(const struct run *run, const struct figure *figure) {
  bool is_chinese = run->session->says != NULL && figure->label_zh.n > 0;
  return is_chinese ? figure->label_zh : figure->name;
}

/* What a reader of the figures should know besides. */
static void add_notes(struct run *run, const struct plan *plan, struct table *table) {
  const struct says *says = run->session->says;
  const struct coverage *coverage = &table->coverage;
  int64_t without =
      coverage->in_scope - coverage->reports - (plan_has_one_figure(plan) ? coverage->unread : 0);
  bool has_cells = plan->ngroups == 0;
  for (size_t g = 0; g < plan->ngroups; g++)
    has_cells = has_cells || plan->groups[g].cells.n > 0;
  if (coverage->in_scope == 0)
    note(run, table, say(says, "no report is in scope"));
  else if (!has_cells)
    note(run, table, say(says, "the conditions leave no cell of the form"));
  else if (without > 0 && plan->ngroups > 0)
    note(run, table,
         SAY(run->arena, says,
             without == 1
                 ? "{1} report without this figure: another edition of the form, or no such table"
                 : "{1} reports without this figure: another edition of the form, or no such table",
             say_number(run->arena, without)));
  if (plan->takes_total)
    note_total(run, plan, table);
  if (plan->has_no_total)
    note(run, table, say(says, "no total: it would add events of a year and states at its end"));
  for (size_t f = 0; f < plan->nfigures; f++)
    if (plan->total_needs_one_year && plan->figures[f].is_stock)
      note(run, table,
           SAY(run->arena, says, "\"{1}\" is a state and has no total over years",
               figure_label(run, &plan->figures[f])));
}

/* `top 10 agencies by … by year`: asks which ten first, of the form that the whole query is about.
 */
static bool choose_first(struct run *run, const struct node *query, int form,
                         struct answer_chosen *chosen) {
  struct session *session = run->session;
  struct plan_settings settings = session->settings;
  if (form >= 0)
    session->settings.form = form;
  struct plan *plan = make_plan(run, plan_choosing_tree(run->arena, query));
  session->settings = settings;
  if (plan != NULL)
    plan->is_choosing = true;
  return plan != NULL && answer_allowed(run->arena, plan, session->store, &run->diags) &&
         answer_choose(run->arena, plan, session->store, chosen, &run->diags);
}

struct plan *query_plan(struct run *run, const struct node *query, struct answer_chosen *chosen) {
  struct plan *plan = make_plan(run, query);
  if (plan == NULL || !answer_allowed(run->arena, plan, run->session->store, &run->diags))
    return NULL;
  if (plan->best != NULL && !choose_first(run, query, plan->form, chosen))
    return NULL;
  return doubt_attach(run, plan) ? plan : NULL;
}

/* How long a question may work on the index of words before it answers: the index of a large panel
 * grows over several questions, and none of them is kept waiting. */
#define INDEX_MS 2000

/* How much of a sentence is shown around what was found: as much as a window of this width has room
 * for; for programs, and where each column has a line of its own, the whole. */
static int context_of(struct run *run, const struct format *format) {
  size_t width = session_width(run->session);
  if (format != NULL && (format->is_machine || str_eq(str_from_z(format->name), STR("line"))))
    return 0;
  return width == 0 || width >= 140 ? 24 : width >= 100 ? 15 : 9;
}

static bool fill(struct run *run, struct plan *plan, const struct format *format,
                 const struct answer_chosen *chosen, struct table *table) {
  struct store *store = run->session->store;
  int context = context_of(run, format);
  if (plan->aggregate == AGG_CLAIMS)
    return answer_claims(run->arena, plan, store, context, table, &run->diags);
  if (plan->aggregate != AGG_FIND)
    return answer_fill(run->arena, plan, store, run->session->names, chosen, table, &run->diags) &&
           (!plan->has_doubt || doubt_columns(run, plan, chosen, table));
  store_search_extend(store, INDEX_MS);
  plan->indexed = store_search_upto(store);
  return answer_find(run->arena, plan, store, context, table, &run->diags);
}

bool query_answer(struct run *run, const struct node *query, struct table *table,
                  const struct plan **plan) {
  struct answer_chosen chosen = {0};
  struct plan *made = query_plan(run, query, &chosen);
  *plan = made;
  *table = (struct table){.says = run->session->says};
  return made != NULL && fill(run, made, run->session->format, &chosen, table);
}

bool run_query(struct run *run, const struct node *query) {
  struct session *session = run->session;
  struct table table = {.says = session->says};
  struct answer_chosen chosen = {0};
  struct plan *plan = query_plan(run, query, &chosen);
  if (plan == NULL)
    return false;
  const struct format *format =
      plan->to != NULL ? format_for_path(plan->to->text) : session->format;
  if (!fill(run, plan, format, &chosen, &table))
    return false;
  bool shows_coverage =
      format == NULL || !format->is_machine || str_eq(str_from_z(format->name), STR("json"));
  if (shows_coverage && !answer_cover(run->arena, plan, session->store, &table, &run->diags))
    return false;
  if (shows_coverage)
    add_notes(run, plan, &table);
  if (format != NULL && format->is_document &&
      !answer_sources(run->arena, plan, session->store, &table, &run->diags))
    return false;
  if (shows_coverage && !answer_breaks(run->arena, plan, session->store, &table, &run->diags))
    return false;
  if (!run_show(run, &table, plan->to))
    return false;
  trace_keep(run, query);
  return true;
}

/* --- explain */

/* The tokens from number `first` on: those of the query, behind `explain` and the level. */
static struct str tokens_print(struct run *run, const struct token_list *tokens, size_t first) {
  struct sbuf b = {.arena = run->arena};
  for (size_t i = first; i < tokens->n; i++) {
    struct token token = tokens->at[i];
    uint32_t line, column;
    source_position(run->source, token.span.start, &line, &column);
    struct str text = str_sub(run->source->text, token.span.start, token.span.end);
    sbuf_addf(&b, "%u:%u  %.*s  %s\n", line, column, STR_ARG(text),
              token_is_keyword(token.kind) ? "keyword" : token_kind_name(token.kind));
  }
  return sbuf_str(&b);
}

static struct str sql_print(struct run *run, const struct sql *sql, const struct dialect *dialect) {
  struct sbuf b = {.arena = run->arena};
  sbuf_add(&b, sql->text);
  for (size_t i = 0; i < sql->nbinds; i++) {
    struct str value = value_plain(run->arena, sql->binds[i]);
    sbuf_addf(&b, "\n-- %c%zu = %.*s", dialect->has_numbered_binds ? '$' : '?', i + 1,
              STR_ARG(value));
  }
  sbuf_add_char(&b, '\n');
  return sbuf_str(&b);
}

/* How SQLite goes about it: its own words, a step a line. */
static bool steps_print(struct run *run, const struct plan *plan, struct str *text) {
  struct sql sql = sql_figures(run->arena, plan, &dialect_sqlite);
  struct str question = str_fmt(run->arena, "EXPLAIN QUERY PLAN %.*s", STR_ARG(sql.text));
  struct cursor *cursor =
      store_query(run->session->store, question, sql.binds, sql.nbinds, plan->span, &run->diags);
  struct sbuf b = {.arena = run->arena};
  struct {
    struct {
      int64_t id;
      int depth;
    } * at;
    size_t n, cap;
  } steps = {0};
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, &run->diags)) {
    int64_t parent = cursor_value(cursor, 1).integer;
    struct str what = value_plain(run->arena, cursor_value(cursor, 3));
    int depth = 0;
    for (size_t i = 0; i < steps.n; i++)
      if (steps.at[i].id == parent)
        depth = steps.at[i].depth + 1;
    if (steps.n == steps.cap)
      steps.at =
          arena_grow(run->arena, steps.at, steps.n, &steps.cap, steps.n + 1, sizeof *steps.at);
    steps.at[steps.n].id = cursor_value(cursor, 0).integer;
    steps.at[steps.n++].depth = depth;
    sbuf_addf(&b, "%*s%.*s\n", depth * 2, "", STR_ARG(what));
  }
  cursor_close(cursor);
  *text = sbuf_str(&b);
  return step == 0;
}

static bool is_level(const struct node *explain, const char *word) {
  return str_same_word(explain->text, str_from_z(word));
}

/* `for postgres`; without it the panel's own. NULL after a message. */
static const struct dialect *dialect_of(struct run *run, const struct node *name) {
  const struct dialect *dialect = name != NULL ? dialect_named(name->text) : &dialect_sqlite;
  if (dialect != NULL)
    return dialect;
  struct sbuf names = {.arena = run->arena};
  for (size_t i = 0; dialect_name(i) != NULL; i++)
    sbuf_addf(&names, "%s\"%s\"", i > 0 ? ", " : "", dialect_name(i));
  diag_add(&run->diags, DIAG_NAME, name->span, "SQL is not written for \"%.*s\"",
           STR_ARG(name->text));
  diag_hint(&run->diags, "it is for %.*s", STR_ARG(sbuf_str(&names)));
  return NULL;
}

bool run_explain(struct run *run, const struct node *explain, const struct token_list *tokens) {
  static const struct {
    const char *level, *title;
  } levels[] = {
      {"tokens", "tokens"}, {"tree", "tree"}, {"plan", "plan"}, {"sql", "sql"}, {"steps", "steps"}};
  FILE *out = run->session->options.out;
  const struct node *query =
      definition_bind(run->arena, explain->first, &run->session->definitions, &run->diags);
  if (query == NULL)
    return false;
  bool all = explain->text.n == 0;
  const struct node *settled;
  struct plan *plan = NULL;
  const struct dialect *dialect = dialect_of(run, query->next);
  if (dialect == NULL)
    return false;
  for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
    if (all ? i == 4 : !is_level(explain, levels[i].level)) /* steps are SQLite's own matter */
      continue;
    if (i >= 2 && plan == NULL &&
        ((settled = run_settle(run, query)) == NULL || (plan = make_plan(run, settled)) == NULL ||
         !doubt_attach(run, plan)))
      return false;
    if (plan != NULL)
      plan->indexed = store_search_upto(run->session->store);
    struct str text = STR("");
    if (i == 0)
      text = tokens_print(run, tokens, all ? 1 : 2);
    else if (i == 1)
      text = tree_print(run->arena, query);
    else if (i == 2)
      text = plan_print(run->arena, plan);
    struct sql sql;
    if (i == 3) {
      sql = sql_figures(run->arena, plan, dialect);
      text = sql_print(run, &sql, dialect);
    }
    if (i == 4 && !steps_print(run, plan, &text))
      return false;
    if (all)
      fprintf(out, "%s-- %s\n", i > 0 ? "\n" : "", levels[i].title);
    fprintf(out, "%.*s", STR_ARG(text));
  }
  run->session->results++;
  return true;
}
