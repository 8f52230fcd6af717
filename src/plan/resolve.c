/* resolve: the tree of a query → its plan. Takes the clauses one by one; names become indexes and
 * ids here (see plan.h and "One statement" in the README).
 */
#include "plan/resolve.h"

#include "lang/format.h"

#include <limits.h>

static bool once(struct resolve *r, const struct node **slot, const struct node *clause) {
  if (*slot != NULL)
    return diag_add(r->diags, DIAG_CLAUSE, clause->span, "\"%s\" stands here twice",
                    clause->kind == NODE_CONSOLIDATION ? "own, consolidated or mixed"
                                                       : node_word(clause->kind));
  *slot = clause;
  return true;
}

/* for "X" 2021; for 2019..2021 */
static bool resolve_for(struct resolve *r, const struct node *clause) {
  const struct node *what = clause->first, *years = what;
  if (what->kind == NODE_SUBJECT) {
    int64_t id;
    struct str full;
    struct cond *cond = cond_new(r, COND_AGENCY);
    if (!lookup_panel(r, REPORT_AGENCY, what->first, &id, &full))
      return false;
    ARENA_PUSH(r->arena, &cond->ids, id);
    r->restricts[REPORT_AGENCY] = true;
    scope_add(r, cond);
    years = what->first->next;
  }
  if (years == NULL)
    return true;
  bool is_range = years->kind == NODE_RANGE;
  struct cond *cond = cond_years(r, is_range ? years->first->number : years->number,
                                 is_range ? years->last->number : years->number, years->span);
  if (cond != NULL)
    scope_add(r, cond);
  return cond != NULL;
}

static bool take_clause(struct resolve *r, struct clauses *c, const struct node *clause) {
  switch (clause->kind) {
  case NODE_WHERE:
    return resolve_where(r, clause->first);
  case NODE_FOR:
    return resolve_for(r, clause);
  case NODE_BY:
    return once(r, &c->by, clause);
  case NODE_ACROSS:
    return once(r, &c->across, clause);
  case NODE_HAVING:
    return once(r, &c->having, clause);
  case NODE_ORDER:
    return once(r, &c->order, clause);
  case NODE_TOP:
    return once(r, &c->top, clause);
  case NODE_LIMIT:
    return once(r, &c->limit, clause);
  case NODE_DEPTH:
  case NODE_LEAVES:
    return once(r, &c->depth, clause);
  case NODE_TOTAL:
    return once(r, &c->total, clause);
  case NODE_CONSOLIDATION:
    return once(r, &c->consolidation, clause);
  case NODE_SECTION:
    return once(r, &c->section, clause);
  case NODE_AS:
    return once(r, &c->as, clause);
  case NODE_TO:
    return once(r, &c->to, clause);
  case NODE_WITHIN:
    return once(r, &c->within, clause);
  case NODE_CHANGE:
    return once(r, &c->change, clause);
  case NODE_OTHERS:
    return once(r, &c->others, clause);
  case NODE_BEST:
    return once(r, &c->best, clause);
  case NODE_BASE:
    return once(r, &c->base, clause);
  case NODE_RANK:
    return once(r, &c->rank, clause);
  case NODE_BALANCED:
    return once(r, &c->balanced, clause);
  case NODE_DOUBT:
    return once(r, &c->doubt, clause);
  default:
    return diag_add(r->diags, DIAG_CLAUSE, clause->span, "\"%s\" means nothing here",
                    node_word(clause->kind));
  }
}

/* --- Heads */

static bool is_word(const struct node *node, const char *word) {
  return str_same_word(node->text, str_from_z(word));
}

static bool take_aggregate(struct resolve *r, const struct node *head) {
  static const struct {
    const char *word;
    enum aggregate aggregate;
  } words[] = {{"sum", AGG_SUM},     {"avg", AGG_AVG},   {"median", AGG_MEDIAN},
               {"min", AGG_MIN},     {"max", AGG_MAX},   {"stddev", AGG_STDDEV},
               {"first", AGG_FIRST}, {"last", AGG_LAST}, {"stated", AGG_STATED},
               {"gap", AGG_GAP}};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (is_word(head, words[i].word)) {
      r->plan->aggregate = words[i].aggregate;
      return true;
    }
  r->plan->aggregate = AGG_PERCENTILE; /* p1 … p99 */
  for (size_t i = 1; i < head->text.n; i++)
    r->plan->percentile = r->plan->percentile * 10 + (head->text.p[i] - '0');
  return true;
}

static bool add_figure(struct resolve *r, const struct node *head, const struct node *expr,
                       struct terms *terms) {
  struct plan *plan = r->plan;
  const struct measure *measure = &r->vocab->measures[terms->at[0].measure];
  const struct unit *unit = &r->vocab->units[measure->unit];
  struct figure *figure = &plan->figures[plan->nfigures++];
  bool is_plain = expr->kind == NODE_NAME || expr->kind == NODE_STRING;
  const struct definition *defined = is_plain ? defined_named(r, FIND_MEASURE, expr->text) : NULL;
  const struct names *names = defined != NULL ? &defined->names : &measure->names;
  figure->name = is_plain ? names->key : format_line(r->arena, expr);
  if (is_plain) {
    figure->label_zh = names->zh;
    figure->label_en = names->en;
  }
  figure->unit = unit->names.zh;
  figure->scale = unit->decimals;
  figure->span = expr->span;
  figure->measure = terms->at[0].measure;
  if (terms->n > 1)
    figure->parts = terms_parts(r, terms);
  bool prints = plan->aggregate == AGG_STATED || plan->aggregate == AGG_GAP;
  if (prints) {
    const char *word = plan->aggregate == AGG_STATED ? "stated" : "gap";
    bool is_alone = head->first->next == NULL;
    figure->name =
        is_alone ? str_from_z(word) : str_fmt(r->arena, "%s_%.*s", word, STR_ARG(names->key));
    figure->label_zh = figure->label_en = (struct str){0};
    if (terms->n > 1)
      return diag_add(r->diags, DIAG_STATED, expr->span, "\"%s\" takes one measure", word);
  }
  return true;
}

/* `as` names one column, and where members stand across there are many, named by these. */
static bool can_name(struct resolve *r, const struct clauses *c, size_t figures) {
  if (c->as == NULL)
    return true;
  r->plan->name_span = c->as->first->span;
  if (figures > 1)
    return diag_add(r->diags, DIAG_CLAUSE, c->as->span, "\"as\" names one column, here are %zu",
                    figures);
  if (c->across != NULL)
    return diag_add(r->diags, DIAG_CLAUSE, c->as->span,
                    "\"as\" names one column: those across are named by their members");
  return true;
}

/* `sum received, received` */
static bool figures_differ(struct resolve *r) {
  const struct figure *figures = r->plan->figures;
  for (size_t f = 1; f < r->plan->nfigures; f++)
    for (size_t e = 0; e < f; e++)
      if (str_eq(figures[e].name, figures[f].name))
        return diag_add(r->diags, DIAG_CLAUSE, figures[f].span, "\"%.*s\" stands here twice",
                        STR_ARG(figures[f].name));
  return true;
}

static bool take_figures(struct resolve *r, const struct node *head, const int *depths,
                         const struct clauses *c) {
  size_t n = node_count(head), f = 0;
  struct terms *terms = ARENA_ARRAY(r->arena, struct terms, n);
  r->plan->figures = ARENA_ARRAY(r->arena, struct figure, n);
  for (const struct node *expr = head->first; expr != NULL; expr = expr->next, f++)
    if (!resolve_terms(r, expr, 1, &terms[f]) || !add_figure(r, head, expr, &terms[f]))
      return false;
  if (!figures_differ(r))
    return false;
  if (c->as != NULL && head->kind == NODE_AGGREGATE) {
    struct figure *named = &r->plan->figures[0];
    named->name = named->label_zh = named->label_en = c->as->first->text;
  }
  return resolve_groups(r, terms, depths);
}

/* rate A of B: the numerator and the denominator are figures of their own. */
static bool take_rate(struct resolve *r, const struct node *head, const int *depths) {
  struct terms terms[2] = {{0}};
  static const struct str names[] = {{"numerator", 9}, {"denominator", 11}};
  const struct node *side = head->first;
  r->plan->aggregate = AGG_RATE;
  r->plan->figures = ARENA_ARRAY(r->arena, struct figure, 2);
  const struct definition *defined =
      side->next == NULL ? defined_named(r, FIND_RATE, side->text) : NULL;
  if (defined != NULL) {
    head = defined_rate(r, defined, head);
    if (head == NULL)
      return false;
    side = head->first;
    r->rate = defined;
  }
  bool ok = quantity_rate_terms(r, head, terms);
  for (int f = 0; ok && f < 2; f++, side = side->next != NULL ? side->next : side) {
    ok = add_figure(r, head, side, &terms[f]);
    r->plan->figures[f].name = names[f];
    r->plan->figures[f].label_zh = r->plan->figures[f].label_en = (struct str){0};
  }
  if (defined != NULL)
    defined_close(r);
  return ok && resolve_groups(r, terms, depths);
}

static bool take_count(struct resolve *r, const struct node *head, const struct clauses *c) {
  const struct node *name = head->first;
  struct plan *plan = r->plan;
  plan->figures = ARENA_ARRAY(r->arena, struct figure, 1);
  plan->nfigures = 1;
  plan->aggregate = AGG_COUNT;
  plan->count_dim =
      is_word(name, "reports") || is_word(name, "report") ? -1 : report_dim_named(name->text);
  plan->figures[0].name = c->as != NULL ? c->as->first->text : name->text;
  plan->figures[0].span = name->span;
  if (plan->count_dim >= 0 || is_word(name, "reports") || is_word(name, "report"))
    return true;
  diag_add(r->diags, DIAG_NAME, name->span, "\"%.*s\" cannot be counted", STR_ARG(name->text));
  diag_hint(r->diags, "count reports, agencies, years, regions, levels or functions");
  return false;
}

/* `reports`, `find` and `claims` list; no clause that shapes figures fits them. */
static bool take_list(struct resolve *r, const struct node *head, const struct clauses *c) {
  bool is_reports = head->kind == NODE_REPORTS || head->kind == NODE_MISSING;
  const struct node *odd[] = {c->by,    c->across, c->depth,
                              c->total, c->as,     is_reports ? c->having : c->top};
  bool is_find = head->kind == NODE_FIND;
  const char *what = is_reports ? "a list of reports"
                     : is_find  ? "a list of sentences"
                                : "a list of claims";
  r->plan->aggregate = is_reports ? AGG_LIST : is_find ? AGG_FIND : AGG_CLAIMS;
  for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++)
    if (odd[i] != NULL)
      return diag_add(r->diags, DIAG_CLAUSE, odd[i]->span, "\"%s\" means nothing for %s",
                      node_word(odd[i]->kind), what);
  if (is_find && !resolve_words(r, head->first))
    return false;
  return resolve_sections(r, c->section);
}

/* Conditions of agencies and years, however joined. */
static bool can_miss(const struct cond *cond) {
  if (cond == NULL || cond->kind == COND_YEARS || cond_is_about_agencies(cond))
    return true;
  if (cond->kind == COND_AND || cond->kind == COND_OR)
    return can_miss(cond->left) && can_miss(cond->right);
  return cond->kind == COND_NOT && can_miss(cond->left);
}

static bool take_missing(struct resolve *r, const struct node *head, const struct clauses *c) {
  if (!take_list(r, head, c))
    return false;
  r->plan->aggregate = AGG_MISSING;
  if (can_miss(r->plan->scope) && c->balanced == NULL)
    return true;
  diag_add(r->diags, DIAG_CLAUSE, r->plan->span,
           "a report that is missing has no figures, edition or form to ask for");
  diag_hint(r->diags, "conditions on years, agencies, regions, levels and functions fit");
  return false;
}

static void take_settings(struct resolve *r) {
  const struct plan_settings *settings = r->settings;
  r->plan->blank_is_unknown = settings->blank_is_unknown;
  if (settings->year_low != 0 && !r->restricts[REPORT_YEAR]) {
    scope_add(r, cond_years(r, settings->year_low, settings->year_high, r->plan->span));
    r->plan->set_scope = settings->year_low == settings->year_high
                             ? str_fmt(r->arena, "year=%d", (int)settings->year_low)
                             : str_fmt(r->arena, "year in %d..%d", (int)settings->year_low,
                                       (int)settings->year_high);
  }
  if (settings->form >= 0 && !r->restricts[REPORT_FORM])
    r->plan->form = settings->form;
}

/* own reports, consolidated reports, mixed ok */
static void take_consolidation(struct resolve *r, const struct node *clause) {
  if (clause == NULL)
    return;
  r->plan->may_mix_consolidated = true;
  if (is_word(clause, "mixed"))
    return;
  /* Where no report covers others all are own reports: sums of whole years answer at once. */
  const struct panel *panel = r->panel;
  if (is_word(clause, "own") && panel != NULL && panel->consolidates != NULL &&
      !panel->consolidates(panel->context))
    return;
  struct cond *cond = cond_new(r, COND_COUNTER);
  cond->text = STR("consolidated");
  cond->compare = CMP_EQ;
  cond->number = value_real(is_word(clause, "own") ? 0 : 1);
  scope_add(r, cond);
}

/* top 0 and limit 0 would show nothing. */
static bool counts_something(struct resolve *r, const struct node *clause) {
  if (clause == NULL || clause->first->number > 0)
    return true;
  return diag_add(r->diags, DIAG_VALUE, clause->first->span, "\"%s\" needs a number from 1 on",
                  node_word(clause->kind));
}

struct plan *plan_from_tree(struct arena *arena, const struct node *query,
                            const struct vocab *vocab, const struct panel *panel,
                            const struct plan_settings *settings, struct diags *diags) {
  struct plan *plan = ARENA_NEW(arena, struct plan);
  struct resolve r = {.arena = arena,
                      .vocab = vocab,
                      .panel = panel,
                      .settings = settings,
                      .diags = diags,
                      .plan = plan};
  struct clauses clauses = {0};
  const struct node *head = query->first;
  int depths[MAX_KEYS];
  plan->vocab = vocab;
  plan->count_dim = -1;
  plan->form = -1;
  plan->limit = -1;
  plan->span = head->span;
  plan->name_span = head->first != NULL ? head->first->span : head->span;
  plan->parent_key = -1;
  plan->min_base = settings->min_base;
  r.has_cells = head->kind == NODE_AGGREGATE || head->kind == NODE_SHARE || head->kind == NODE_RATE;
  forms_decide(&r, query);
  for (const struct node *clause = head->next; clause != NULL; clause = clause->next)
    if (!take_clause(&r, &clauses, clause))
      return NULL;
  bool has_sections = head->kind == NODE_FIND || head->kind == NODE_CLAIMS;
  if (head->kind == NODE_CLAIMS && head->first != NULL && !take_clause(&r, &clauses, head->first))
    return NULL;
  if (clauses.section != NULL && !has_sections) {
    diag_add(diags, DIAG_CLAUSE, clauses.section->span,
             "\"in section\" means nothing here: figures stand in tables, not in the narrative");
    return NULL;
  }
  if (!resolve_keys(&r, head, &clauses, depths))
    return NULL;
  plan->has_total = clauses.total != NULL;
  plan->having = clauses.having != NULL ? clauses.having->first : NULL;
  plan->order = clauses.order;
  plan->top = clauses.top;
  plan->to = clauses.to != NULL ? clauses.to->first : NULL;
  if (!counts_something(&r, clauses.top) || !counts_something(&r, clauses.limit))
    return NULL;
  if (clauses.limit != NULL)
    plan->limit = clauses.limit->first->number;
  for (int k = 0; k < plan->nkeys; k++)
    plan->has_total_row = plan->has_total_row ||
                          (plan->has_total && plan->keys[k].is_report && !plan->keys[k].is_across);
  bool has_rows = head->kind == NODE_REPORTS || head->kind == NODE_MISSING || has_sections;
  for (int k = 0; k < plan->nkeys; k++)
    has_rows = has_rows || !plan->keys[k].is_across;
  const struct node *choice = clauses.top != NULL     ? clauses.top
                              : clauses.order != NULL ? clauses.order
                                                      : clauses.limit;
  if (choice != NULL && !has_rows) {
    diag_add(diags, DIAG_CLAUSE, choice->span,
             "\"%s\" has nothing to choose from: the answer is one row", node_word(choice->kind));
    if (choice->kind == NODE_TOP && choice->first->next != NULL)
      diag_hint(diags, "write \"by %.*s top %d\"", STR_ARG(choice->first->next->text),
                (int)choice->first->number);
    else
      diag_hint(diags, "write \"by\" and a dimension");
    return NULL;
  }
  if (!can_name(&r, &clauses, head->kind == NODE_AGGREGATE ? node_count(head) : 1))
    return NULL;
  take_consolidation(&r, clauses.consolidation);
  take_settings(&r);
  bool ok = false;
  switch (head->kind) {
  case NODE_AGGREGATE:
    ok = take_aggregate(&r, head) && take_figures(&r, head, depths, &clauses);
    break;
  case NODE_SHARE:
    ok = take_figures(&r, head, depths, &clauses);
    break;
  case NODE_RATE:
    ok = take_rate(&r, head, depths);
    break;
  case NODE_COUNT:
    ok = take_count(&r, head, &clauses);
    break;
  case NODE_MISSING:
    ok = take_missing(&r, head, &clauses);
    break;
  default:
    ok = take_list(&r, head, &clauses);
    break;
  }
  if (!ok || !quantity_finish(&r, head, &clauses))
    return NULL;
  forms_scope(&r);
  if (clauses.balanced != NULL)
    scope_balance(&r);
  return plan;
}
