/* guard: refuses plans whose figures would add up what cannot be added (language.md, section 3; see
 * plan.h).
 *
 * What only the data can tell (does the scope hold more than one year? a consolidated report beside
 * one that it covers?) is left to the caller as a question: plan->needs_one_year,
 * plan->may_mix_consolidated.
 */
#include "plan/plan.h"

static bool is_chosen(const struct group *group, int cell) {
  for (size_t i = 0; i < group->cells.n; i++)
    if (group->cells.at[i].cell == cell)
      return true;
  return false;
}

/* Are all leaves of a printed total in the group? */
static bool holds_stated(const struct vocab *vocab, const struct group *group,
                         const struct stated *stated) {
  const struct measure *measure = &vocab->measures[stated->measure];
  for (int cell = measure->first_cell; cell < measure->first_cell + measure->ncells; cell++)
    if (stated_holds(vocab, stated, cell) && !is_chosen(group, cell))
      return false;
  return true;
}

/* A leaf lies in some printed total that the group holds whole: then the form itself adds that mix.
 */
static bool is_added_by_form(const struct vocab *vocab, const struct group *group, int cell) {
  for (size_t s = 0; s < vocab->nstated; s++)
    if (stated_holds(vocab, &vocab->stated[s], cell) &&
        holds_stated(vocab, group, &vocab->stated[s]))
      return true;
  return false;
}

static bool mixed_message(const struct plan *plan, const struct group *group, int measure,
                          struct diags *diags) {
  const struct vocab *vocab = plan->vocab;
  const struct measure *of = &vocab->measures[measure];
  diag_add(diags, DIAG_STOCK, plan->figures[group->figure].span,
           plan->is_share
               ? "the whole of \"%.*s\" would add events of the year and states at its end"
               : "\"%.*s\" holds events of the year and states at its end: they do not add",
           STR_ARG(of->names.key));
  for (int slot = 0; slot < of->ndims; slot++) {
    const struct dimension *dimension = &vocab->dimensions[of->dims[slot]];
    for (size_t m = 1; m < dimension->nmembers; m++)
      if (dimension->members[m].flow != FLOW_INHERITED) {
        struct str d = dimension->names.key;
        diag_hint(diags, "choose by %.*s, as in \"where %.*s=%.*s\", or write \"%s %.*s\"",
                  STR_ARG(d), STR_ARG(d), STR_ARG(dimension->members[1].names.key),
                  plan->is_share ? "within" : "by", STR_ARG(d));
        return false;
      }
  }
  return false;
}

/* Does the group hold leaves of both kinds of a measure? */
static bool is_mix(const struct vocab *vocab, const struct group *group, int measure) {
  enum flow flow = FLOW_INHERITED;
  for (size_t i = 0; i < group->cells.n; i++) {
    int cell = group->cells.at[i].cell;
    if (cell >= vocab->nleaves || cell_measure(vocab, cell) != measure)
      continue;
    if (flow != FLOW_INHERITED && vocab->flows[cell] != flow)
      return true;
    flow = vocab->flows[cell];
  }
  return false;
}

/* Is the group a stock? Refuses a mix of flows and stocks of one measure that the form does not add
 * itself. Measures joined by + are the user's own sum: they are a stock when one of them is. */
static bool classify(const struct plan *plan, struct group *group, struct diags *diags) {
  const struct vocab *vocab = plan->vocab;
  const struct measure *measure =
      NULL; /* that of the cells before; cells of one measure stand together */
  enum flow flow = FLOW_INHERITED;
  bool is_mixed = false;
  for (size_t i = 0; i < group->cells.n; i++) {
    int cell = group->cells.at[i].cell;
    group->is_stock = group->is_stock || vocab->flows[cell] != FLOW_FLOW;
    if (cell >= vocab->nleaves)
      continue;
    if (measure == NULL || cell < measure->first_cell ||
        cell >= measure->first_cell + measure->ncells) {
      measure = &vocab->measures[cell_measure(vocab, cell)];
      flow = vocab->flows[cell];
    }
    is_mixed = is_mixed || vocab->flows[cell] != flow;
  }
  int last = -1; /* a measure, and whether what the group holds of it is a mix */
  bool last_is_mix = false;
  for (size_t i = 0; is_mixed && i < group->cells.n; i++) {
    int cell = group->cells.at[i].cell;
    if (cell >= vocab->nleaves)
      continue;
    if (cell_measure(vocab, cell) != last) {
      last = cell_measure(vocab, cell);
      last_is_mix = is_mix(vocab, group, last);
    }
    if (last_is_mix && !is_added_by_form(vocab, group, cell))
      return mixed_message(plan, group, last, diags);
  }
  return true;
}

/* Does a stock hold events of the year too? Of a printed total its leaves tell. */
static bool holds_flow(const struct vocab *vocab, const struct group *group) {
  for (size_t i = 0; i < group->cells.n; i++) {
    int cell = group->cells.at[i].cell;
    if (cell < vocab->nleaves && vocab->flows[cell] == FLOW_FLOW)
      return true;
    for (int leaf = 0; cell >= vocab->nleaves && leaf < vocab->nleaves; leaf++)
      if (vocab->flows[leaf] == FLOW_FLOW &&
          stated_holds(vocab, &vocab->stated[cell - vocab->nleaves], leaf))
        return true;
  }
  return false;
}

static bool is_total(const struct plan *plan, const struct group *group) {
  for (int k = 0; k < plan->nform_keys; k++)
    if (plan->shown[k][group->shown[k]].member < 0)
      return true;
  return false;
}

bool cond_is_about_agencies(const struct cond *cond) {
  switch (cond->kind) {
  case COND_AND:
  case COND_OR:
    return cond_is_about_agencies(cond->left) && cond_is_about_agencies(cond->right);
  case COND_NOT:
    return cond_is_about_agencies(cond->left);
  case COND_AGENCY:
  case COND_REGION:
  case COND_WORD:
  case COND_LEVEL:
    return true;
  case COND_MATCHES:
    return cond->dim != REPORT_EDITION && cond->dim != REPORT_FORM && cond->dim != REPORT_YEAR;
  case COND_COUNTER:
    return str_eq(cond->text, STR("consolidated"));
  case COND_YEARS:
  case COND_EDITION:
  case COND_FORM:
  case COND_FIGURE:
  case COND_STATE:
  case COND_CLEAN:
  case COND_BALANCED:
    break;
  }
  return false;
}

bool plan_adds(const struct plan *plan) {
  return plan->aggregate == AGG_SUM || plan->aggregate == AGG_STATED ||
         plan->aggregate == AGG_GAP || plan->aggregate == AGG_RATE;
}

/* The groups marked in `parts` as one. */
static struct group union_of(struct arena *arena, const struct plan *plan, const bool *parts) {
  struct group all = {.partner = -1};
  for (size_t g = 0; g < plan->ngroups; g++) {
    if (!parts[g])
      continue;
    all.figure = plan->groups[g].figure;
    for (size_t c = 0; c < plan->groups[g].cells.n; c++)
      ARENA_PUSH(arena, &all.cells, plan->groups[g].cells.at[c]);
  }
  return all;
}

bool plan_may_add(struct arena *arena, const struct plan *plan, const bool *parts,
                  bool several_years) {
  struct diags silent = {.arena = arena};
  if (!plan_adds(plan))
    return true;
  struct group all = union_of(arena, plan, parts);
  return classify(plan, &all, &silent) && !(all.is_stock && several_years);
}

/* Does the whole of a share's group hold another group too? */
static bool same_whole(const struct plan *plan, const struct group *part,
                       const struct group *other) {
  for (int i = 0; i < plan->nform_keys; i++)
    if (plan->shown[i][other->shown[i]].member < 0 ||
        (plan->is_within[plan->form_keys[i]] && part->shown[i] != other->shown[i]))
      return false;
  return true;
}

/* The whole of a share is a sum like any other. Each is looked at once, with the first group of it.
 */
static bool wholes_add_up(const struct plan *plan, struct diags *diags) {
  bool *parts = ARENA_ARRAY(diags->arena, bool, plan->ngroups + 1);
  for (size_t g = 0; g < plan->ngroups && plan->is_share; g++) {
    const struct group *group = &plan->groups[g];
    size_t first = 0;
    while (first < g && !same_whole(plan, group, &plan->groups[first]))
      first++;
    if (first < g || is_total(plan, group))
      continue;
    for (size_t o = 0; o < plan->ngroups; o++)
      parts[o] = same_whole(plan, group, &plan->groups[o]);
    struct group all = union_of(diags->arena, plan, parts);
    if (!classify(plan, &all, diags))
      return false;
  }
  return true;
}

bool plan_has_one_figure(const struct plan *plan) {
  return plan->ngroups == (plan->aggregate == AGG_RATE ? 2 : 1);
}

bool plan_guard(struct plan *plan, struct diags *diags) {
  bool has_year = false;
  for (int k = 0; k < plan->nkeys; k++)
    if (key_is_year(&plan->keys[k]))
      has_year = true;
  for (size_t g = 0; g < plan->ngroups; g++) {
    struct group *group = &plan->groups[g];
    /* A total that mixes what its parts keep apart is left empty (its cells are taken away), not
     * refused. */
    struct diags silent = {.arena = diags->arena, .source = diags->source};
    bool total = is_total(plan, group);
    if (!classify(plan, group, total ? &silent : diags)) {
      if (!total)
        return false;
      group->cells.n = 0;
      plan->has_no_total = true;
    }
    if (!plan_adds(plan) || !group->is_stock)
      continue;
    plan->figures[group->figure].is_stock = true;
    if (holds_flow(plan->vocab, group))
      plan->figures[group->figure].is_mixed = true;
    plan->needs_one_year = plan->needs_one_year || !has_year;
    plan->total_needs_one_year = plan->total_needs_one_year || (plan->has_total && has_year);
  }
  return wholes_add_up(plan, diags);
}
