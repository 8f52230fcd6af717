/* quantity: what a query asks beyond sums: shares of a whole, rates, change between years, an
 * index, ranks, the ten largest and the others (see resolve.h). What they mean stands in
 * language.md's rulings on figures.
 */
#include "plan/resolve.h"

#include "form/names.h"

static bool is_list(const struct node *head) {
  return head->kind == NODE_REPORTS || head->kind == NODE_MISSING;
}

/* --- Keys */

/* A dimension as it is written in `by`; `agencies` and `outcomes` are their plurals. */
static struct str dim_word(const struct resolve *r, struct str word) {
  struct meaning found;
  bool is_known =
      report_dim_named(word) >= 0 || names_find(r->vocab, MEANS_DIMENSION, -1, word, &found, 1) > 0;
  bool is_plural = !is_known && word.n > 1 && word.p[word.n - 1] == 's';
  return is_plural ? str_sub(word, 0, word.n - 1) : word;
}

static const struct node *dim_node(struct resolve *r, const struct node *name) {
  struct node *dim = ARENA_NEW(r->arena, struct node);
  struct node *only = ARENA_NEW(r->arena, struct node);
  *only = *name;
  only->next = NULL;
  only->text = dim_word(r, name->text);
  *dim = (struct node){.kind = NODE_DIM, .span = name->span, .first = only, .last = only};
  return dim;
}

static bool is_parent(const struct node *name) {
  return name->kind == NODE_NAME && str_eq(name->text, STR("parent"));
}

/* Which dimension a name is: one of every report, or one of the form. */
struct dim_named {
  int report; /* enum report_dim; -1 */
  int form;   /* index in vocab->dimensions; -1: none, or not one alone */
};

static struct dim_named dim_named(const struct resolve *r, const struct node *name) {
  struct str word = dim_word(r, name->text);
  struct meaning found;
  struct dim_named dim = {report_dim_named(word), -1};
  if (dim.report < 0 && names_find(r->vocab, MEANS_DIMENSION, -1, word, &found, 1) == 1)
    dim.form = found.index;
  return dim;
}

int quantity_key(const struct resolve *r, const struct node *name) {
  struct dim_named dim = dim_named(r, name);
  for (int k = 0; k < r->plan->nkeys; k++) {
    const struct key *key = &r->plan->keys[k];
    if (key->is_report ? dim.report == (int)key->dim : dim.form == key->dimension)
      return k;
  }
  return -1;
}

/* Is the dimension among those of a `by` or `across` (NULL: none)? */
static bool stands_in(const struct resolve *r, const struct node *dims, const struct node *name) {
  struct dim_named dim = dim_named(r, name);
  for (const struct node *one = dims != NULL ? dims->first : NULL; one != NULL; one = one->next) {
    struct dim_named other = dim_named(r, one->first);
    if (other.report == dim.report && other.form == dim.form && (dim.report >= 0 || dim.form >= 0))
      return true;
  }
  return false;
}

bool quantity_first_keys(struct resolve *r, const struct node *head, const struct clauses *c,
                         int *depths) {
  if (c->best != NULL) {
    const struct node *dim = dim_node(r, c->best->first->next);
    if (stands_in(r, c->across, dim->first))
      return diag_add(r->diags, DIAG_CLAUSE, dim->span,
                      "what is ranked stands in rows, not across");
    if (!resolve_key(r, dim, NULL, false, depths))
      return false;
    if (is_list(head))
      return diag_add(r->diags, DIAG_CLAUSE, c->best->span, "a list of reports ranks nothing");
  }
  if (c->within != NULL && head->kind != NODE_SHARE && c->rank == NULL)
    return diag_add(r->diags, DIAG_CLAUSE, c->within->span,
                    "\"within\" belongs to \"share\" and \"rank\"");
  const struct node *name = c->within != NULL ? c->within->first : NULL;
  bool is_pair = c->change != NULL && c->change->first != NULL; /* its years are keys already */
  for (; name != NULL; name = name->next)
    if (!is_parent(name) && !(is_pair && report_dim_named(name->text) == REPORT_YEAR) &&
        quantity_key(r, name) < 0 && !stands_in(r, c->by, name) && !stands_in(r, c->across, name) &&
        !resolve_key(r, dim_node(r, name), c->depth, false, depths))
      return false;
  return true;
}

bool quantity_last_keys(struct resolve *r, const struct node *head, const struct clauses *c,
                        int *depths) {
  struct plan *plan = r->plan;
  if (c->change == NULL)
    return true;
  if (is_list(head))
    return diag_add(r->diags, DIAG_CLAUSE, c->change->span,
                    "\"change\" means nothing for a list of reports");
  if (head->kind != NODE_COUNT && node_count(head) > (head->kind == NODE_RATE ? 2 : 1))
    return diag_add(r->diags, DIAG_CLAUSE, c->change->span, "\"change\" takes one figure");
  if (c->across != NULL)
    return diag_add(r->diags, DIAG_CLAUSE, c->across->span,
                    "\"change\" has columns of its own: put the dimension in \"by\"");
  int year = plan_year_key(plan);
  if (c->change->first == NULL) {
    plan->change = CHANGE_YEARLY;
    if (year >= 0)
      return true;
    diag_add(r->diags, DIAG_CLAUSE, c->change->span, "\"change\" needs years to compare");
    diag_hint(r->diags, "write \"by year change\", or two years: \"change 2019 to 2021\"");
    return false;
  }
  plan->change = CHANGE_PAIR;
  plan->change_from = c->change->first->number;
  plan->change_to = c->change->last->number;
  if (plan->change_from == plan->change_to)
    return diag_add(r->diags, DIAG_VALUE, c->change->span, "these are the same year twice");
  if (year >= 0)
    return diag_add(r->diags, DIAG_CLAUSE, plan->keys[year].span,
                    "\"change %d to %d\" compares these years: leave \"by year\" out",
                    (int)plan->change_from, (int)plan->change_to);
  struct node name = {.kind = NODE_NAME, .span = c->change->span, .text = STR("year")};
  struct node dim = {.kind = NODE_DIM, .span = c->change->span, .first = &name, .last = &name};
  struct cond *either = cond_new(r, COND_OR);
  either->left = cond_years(r, plan->change_from, plan->change_from, c->change->span);
  either->right = cond_years(r, plan->change_to, plan->change_to, c->change->span);
  scope_add(r, either);
  return resolve_key(r, &dim, NULL, true, depths);
}

/* --- Rates */

static bool same_unit(struct resolve *r, const struct node *head, const struct terms terms[2]) {
  const struct measure *part = &r->vocab->measures[terms[0].at[0].measure];
  const struct measure *whole = &r->vocab->measures[terms[1].at[0].measure];
  if (part->unit == whole->unit)
    return true;
  diag_add(r->diags, DIAG_UNIT, head->span,
           "\"%.*s\" is in %.*s, \"%.*s\" in %.*s: one is no part of the other",
           STR_ARG(part->names.key), STR_ARG(r->vocab->units[part->unit].names.zh),
           STR_ARG(whole->names.key), STR_ARG(r->vocab->units[whole->unit].names.zh));
  return false;
}

/* The first measure that the members divide; NULL when none. */
static const struct measure *measure_with(const struct vocab *vocab, const struct node *members) {
  for (size_t m = 0; m < vocab->nmeasures; m++)
    if (names_members(vocab, &vocab->measures[m], members))
      return &vocab->measures[m];
  return NULL;
}

static bool lacks_whole(struct resolve *r, const struct node *head) {
  const struct node *part = head->first;
  const struct measure *whole = measure_with(r->vocab, part);
  const struct definition *defined = defined_named(r, FIND_MEASURE, part->text);
  struct terms terms = {0};
  struct str near[3];
  if (whole == NULL && defined != NULL && defined_terms(r, defined, part, 1, &terms))
    whole = &r->vocab->measures[terms.at[0].measure];
  struct str text = diags_text(r->diags, part->span);
  diag_add(r->diags, DIAG_CLAUSE, head->span, "a rate is one figure of another");
  if (whole != NULL)
    diag_hint(r->diags, "write \"rate %.*s of %.*s\"", STR_ARG(text), STR_ARG(whole->names.key));
  else if (part->kind == NODE_NAME &&
           definitions_near(r->arena, r->settings->definitions, FIND_RATE, part->text, near) > 0)
    diag_hint(r->diags, "did you mean \"%.*s\"?", STR_ARG(near[0]));
  else
    diag_hint(r->diags, "write \"rate A of B\"");
  return false;
}

bool quantity_rate_terms(struct resolve *r, const struct node *head, struct terms terms[2]) {
  const struct node *part = head->first, *whole = head->first->next;
  if (whole == NULL)
    return lacks_whole(r, head);
  if (!resolve_terms(r, whole, 1, &terms[1]))
    return false;
  bool is_set = true;
  for (size_t t = 0; t < terms[1].n && is_set; t++)
    is_set = names_members(r->vocab, &r->vocab->measures[terms[1].at[t].measure], part);
  struct meaning found;
  bool is_measure = (part->kind == NODE_NAME || part->kind == NODE_STRING) &&
                    (names_find(r->vocab, MEANS_MEASURE, -1, part->text, &found, 1) > 0 ||
                     defined_named(r, FIND_MEASURE, part->text) != NULL);
  bool is_sum = part->kind == NODE_ADD || part->kind == NODE_SUBTRACT;
  if (!is_set && (is_measure || is_sum))
    return resolve_terms(r, part, 1, &terms[0]) && same_unit(r, head, terms);
  for (size_t t = 0; t < terms[1].n; t++) {
    const struct measure *measure = &r->vocab->measures[terms[1].at[t].measure];
    struct term term = terms[1].at[t];
    term.keep = ARENA_ARRAY(r->arena, bool, measure->ncells);
    if (!resolve_members(r, measure, part, term.keep)) {
      const struct measure *other = measure_with(r->vocab, part);
      if (other != NULL)
        diag_hint(r->diags, "it divides \"%.*s\"", STR_ARG(other->names.key));
      return false;
    }
    for (int i = 0; i < measure->ncells; i++)
      term.keep[i] = term.keep[i] && terms[1].at[t].keep[i];
    ARENA_PUSH(r->arena, &terms[0], term);
  }
  return true;
}

/* The two sides of a rate in one combination of members. Where one has no cell there is no rate. */
static void pair_groups(struct plan *plan) {
  size_t half = plan->ngroups / 2;
  for (size_t g = 0; g < half; g++) {
    struct group *part = &plan->groups[g], *whole = &plan->groups[half + g];
    part->partner = (int)(half + g);
    whole->partner = (int)g;
    if (part->cells.n == 0 || whole->cells.n == 0)
      part->cells.n = whole->cells.n = 0;
  }
}

/* --- Shares */

static bool is_tree(const struct resolve *r, const struct key *key) {
  if (key->is_report)
    return key->dim == REPORT_REGION;
  const struct dimension *dimension = &r->vocab->dimensions[key->dimension];
  for (size_t m = 1; m < dimension->nmembers; m++)
    if (dimension->members[m].is_inner)
      return true;
  return false;
}

static bool take_within(struct resolve *r, const struct node *within) {
  struct plan *plan = r->plan;
  const struct node *name = within != NULL ? within->first : NULL;
  for (; name != NULL; name = name->next) {
    if (!is_parent(name)) {
      plan->is_within[quantity_key(r, name)] = true;
      continue;
    }
    if (!plan->is_share)
      return diag_add(r->diags, DIAG_CLAUSE, name->span, "\"within parent\" belongs to \"share\"");
    for (int k = 0; k < plan->nkeys; k++)
      if (!plan->keys[k].is_across && is_tree(r, &plan->keys[k]) && !plan->keys[k].is_report)
        plan->parent_key = k;
    if (plan->parent_key < 0)
      return diag_add(
          r->diags, DIAG_CLAUSE, name->span,
          "\"within parent\" needs a dimension of the form that is a tree after \"by\"");
  }
  for (int k = 0; k < plan->nkeys; k++) /* each of two years compared is a whole of its own */
    if (plan->change == CHANGE_PAIR && key_is_year(&plan->keys[k]))
      plan->is_within[k] = true;
  if (plan->parent_key >= 0) /* all the rest stays as it is */
    for (int k = 0; k < plan->nkeys; k++)
      plan->is_within[k] = k != plan->parent_key;
  return true;
}

/* --- with doubt */

/* Is there one column of figures, each made of the reports of its row alone? */
static bool is_divisible(const struct plan *plan) {
  bool is_across = false;
  for (int k = 0; k < plan->nkeys; k++)
    is_across = is_across || plan->keys[k].is_across;
  return !is_across && (plan->nfigures == 1 || plan->aggregate == AGG_RATE) && !plan->is_share &&
         plan->change == CHANGE_NONE && plan->index_base == 0 && !plan->has_rank &&
         !plan->has_others && !plan->takes_total && plan->aggregate <= AGG_COUNT;
}

static bool take_doubt(struct resolve *r, const struct node *doubt) {
  r->plan->has_doubt = doubt != NULL;
  if (doubt == NULL || is_divisible(r->plan))
    return true;
  diag_add(r->diags, DIAG_CLAUSE, doubt->span,
           "\"with doubt\" divides one figure in each row between clean and doubtful reports");
  diag_hint(r->diags,
            "ask for that figure alone, without shares, changes, ranks, others or "
            "columns across");
  return false;
}

/* --- with others */

static bool take_others(struct resolve *r, const struct clauses *c) {
  struct plan *plan = r->plan;
  if (c->others == NULL)
    return true;
  plan->has_others = true;
  if (c->top == NULL && c->best == NULL) {
    diag_add(r->diags, DIAG_CLAUSE, c->others->span,
             "\"with others\" adds up what \"top\" leaves out, and there is none");
    diag_hint(r->diags, "write \"top 10 with others\"");
    return false;
  }
  bool over_members = false; /* does the row of the others add up members of the form? */
  for (int k = 0; k < (plan->best != NULL ? 1 : plan->nkeys); k++)
    over_members = over_members || (!plan->keys[k].is_report && !plan->keys[k].is_across);
  bool is_end = plan->aggregate == AGG_FIRST || plan->aggregate == AGG_LAST;
  bool adds = (is_end && !over_members) || plan->aggregate == AGG_SUM ||
              plan->aggregate == AGG_RATE || plan->aggregate == AGG_STATED ||
              plan->aggregate == AGG_GAP || (plan->aggregate == AGG_COUNT && plan->count_dim < 0);
  if (!adds)
    return diag_add(r->diags, DIAG_CLAUSE, c->others->span,
                    "the figures of the others do not add up: leave \"with others\" out");
  if (plan->has_depth)
    return diag_add(r->diags, DIAG_CLAUSE, c->others->span,
                    "\"with others\" and \"depth\" do not go together: subtotals are no others");
  return true;
}

/* `top 10 agencies by sum received` without more dimensions is `by agency top 10`. */
static bool take_best(struct resolve *r, const struct clauses *c) {
  struct plan *plan = r->plan;
  if (c->best == NULL)
    return true;
  if (c->top != NULL)
    return diag_add(r->diags, DIAG_CLAUSE, c->top->span, "\"%.*s\" stands here twice",
                    STR_ARG(c->top->text));
  if (c->best->first->number < 1)
    return diag_add(r->diags, DIAG_VALUE, c->best->first->span, "\"%.*s\" needs a number from 1 on",
                    STR_ARG(c->best->text));
  int shown = 0;
  for (int k = 1; k < plan->nkeys; k++)
    shown += !(plan->change == CHANGE_PAIR && k == plan->nkeys - 1);
  if (shown > 0) {
    plan->best = c->best;
    return true;
  }
  struct node *top = ARENA_NEW(r->arena, struct node), *n = ARENA_NEW(r->arena, struct node);
  *n = *c->best->first;
  n->next = NULL;
  *top = *c->best;
  top->kind = NODE_TOP;
  top->first = top->last = n;
  plan->top = top;
  return true;
}

/* --- index, rank: columns that follow from other rows */

static bool takes_column(struct resolve *r, const struct node *head, const struct clauses *c,
                         const struct node *clause) {
  const char *word = node_word(clause->kind);
  if (is_list(head) || head->kind == NODE_FIND)
    return diag_add(r->diags, DIAG_CLAUSE, clause->span, "\"%s\" means nothing for a list", word);
  if (head->kind == NODE_AGGREGATE && node_count(head) > 1)
    return diag_add(r->diags, DIAG_CLAUSE, clause->span, "\"%s\" takes one figure", word);
  if (c->across != NULL)
    return diag_add(r->diags, DIAG_CLAUSE, c->across->span,
                    "\"%s\" goes by rows: put the dimension in \"by\"", word);
  return true;
}

static bool take_index(struct resolve *r, const struct node *head, const struct clauses *c) {
  struct plan *plan = r->plan;
  if (c->base == NULL)
    return true;
  if (!takes_column(r, head, c, c->base))
    return false;
  if (plan->change == CHANGE_PAIR)
    return diag_add(r->diags, DIAG_CLAUSE, c->base->span,
                    "\"change\" of two years has no further year for a \"base\"");
  if (plan_year_key(plan) < 0) {
    diag_add(r->diags, DIAG_CLAUSE, c->base->span, "\"base\" needs years to compare");
    diag_hint(r->diags, "write \"by year base %d\"", (int)c->base->first->number);
    return false;
  }
  plan->index_base = c->base->first->number;
  return true;
}

static bool take_rank(struct resolve *r, const struct node *head, const struct clauses *c) {
  struct plan *plan = r->plan;
  if (c->rank == NULL)
    return true;
  if (!takes_column(r, head, c, c->rank))
    return false;
  plan->has_rank = plan->nkeys > (plan->change == CHANGE_PAIR);
  if (plan->has_rank)
    return true;
  diag_add(r->diags, DIAG_CLAUSE, c->rank->span, "\"rank\" needs rows to put in order");
  diag_hint(r->diags, "write \"by agency rank\"");
  return false;
}

bool quantity_finish(struct resolve *r, const struct node *head, const struct clauses *c) {
  struct plan *plan = r->plan;
  plan->is_share = head->kind == NODE_SHARE;
  if (plan->is_share || head->kind == NODE_RATE)
    plan->derived_name = c->as != NULL     ? c->as->first->text
                         : plan->is_share  ? STR("share")
                         : r->rate != NULL ? r->rate->names.key
                                           : STR("rate");
  if (c->as != NULL)
    plan->derived_zh = plan->derived_en = plan->derived_name;
  else if (r->rate != NULL) {
    plan->derived_zh = r->rate->names.zh;
    plan->derived_en = r->rate->names.en;
  }
  if (head->kind == NODE_RATE)
    pair_groups(plan);
  return take_within(r, c->within) && take_best(r, c) && take_others(r, c) &&
         take_index(r, head, c) && take_rank(r, head, c) && take_doubt(r, c->doubt);
}

bool key_is_year(const struct key *key) {
  return key->is_report && key->dim == REPORT_YEAR;
}

int plan_year_key(const struct plan *plan) {
  for (int k = 0; k < plan->nkeys; k++)
    if (key_is_year(&plan->keys[k]))
      return k;
  return -1;
}

bool plan_adds_over(const struct plan *plan, int k) {
  if (plan->has_total || (plan->has_others && (plan->best == NULL || k == 0)))
    return true;
  return plan->is_share && !plan->is_within[k];
}

const struct node *plan_choosing_tree(struct arena *arena, const struct node *query) {
  struct node *tree = ARENA_NEW(arena, struct node);
  *tree = (struct node){.kind = NODE_QUERY, .span = query->span};
  for (const struct node *child = query->first; child != NULL; child = child->next) {
    bool shapes =
        child->kind == NODE_BY || child->kind == NODE_ACROSS || child->kind == NODE_DEPTH ||
        child->kind == NODE_LEAVES || child->kind == NODE_TOTAL || child->kind == NODE_OTHERS ||
        child->kind == NODE_DOUBT || child->kind == NODE_HAVING || child->kind == NODE_ORDER ||
        child->kind == NODE_LIMIT || child->kind == NODE_TO || child->kind == NODE_AS ||
        child->kind == NODE_WITHIN || child->kind == NODE_BASE || child->kind == NODE_RANK ||
        (child->kind == NODE_CHANGE && child->first == NULL);
    if (shapes)
      continue;
    struct node *copy = ARENA_NEW(arena, struct node);
    *copy = *child;
    copy->next = NULL;
    node_add(tree, copy);
  }
  return tree;
}
