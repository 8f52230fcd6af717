/* group: which members `by` and `across` show, and the cells behind each combination (see
 * resolve.h).
 */
#include "plan/resolve.h"

struct shown_list {
  struct shown *at;
  size_t n, cap;
};

/* --- Members shown */

/* Marks the positions along form key `k` on which some admitted cell of some figure stands. */
static void admitted_positions(const struct resolve *r, const struct terms *terms, int k,
                               bool *at) {
  for (size_t f = 0; f < r->plan->nfigures; f++)
    for (size_t t = 0; t < terms[f].n; t++) {
      const struct term *term = &terms[f].at[t];
      for (int i = 0; i < r->vocab->measures[term->measure].ncells; i++)
        if (term->keep[i])
          at[term->places[k][i]] = true;
    }
}

static bool any_position(const struct member *member, const bool *at) {
  for (int p = member->low; p < member->high; p++)
    if (at[p])
      return true;
  return false;
}

/* The one member whose positions are exactly those admitted; 0 (the root) when the conditions
 * choose otherwise. */
static int confined_to(const struct dimension *dimension, const bool *at) {
  for (int m = (int)dimension->nmembers - 1; m > 0; m--) {
    bool is_exact = true;
    for (int p = 0; p < dimension->npositions && is_exact; p++)
      is_exact = at[p] == (p >= dimension->members[m].low && p < dimension->members[m].high);
    if (is_exact)
      return m;
  }
  return 0;
}

static void show(struct resolve *r, struct shown_list *list, int member, bool undivided,
                 bool subtotal, int depth) {
  struct shown shown = {member, undivided, subtotal, depth};
  ARENA_PUSH(r->arena, list, shown);
}

/* The tree below `m` down to `level`; with `inner` the inner members too, as subtotals. */
static void show_below(struct resolve *r, struct shown_list *list,
                       const struct dimension *dimension, int m, int level, bool inner,
                       const bool *at, int depth) {
  for (int c = m + 1; c < (int)dimension->nmembers && member_within(dimension, c, m); c++) {
    const struct member *member = &dimension->members[c];
    if (member->parent != m || !any_position(member, at))
      continue;
    bool descends = member->is_inner && member->depth < level;
    if (!descends) {
      show(r, list, c, false, false, depth);
      continue;
    }
    if (inner)
      show(r, list, c, false, true, depth);
    if (member->is_recorded && at[member->low])
      show(r, list, c, true, false, depth + inner);
    show_below(r, list, dimension, c, level, inner, at, depth + inner);
  }
}

/* The members that form key `k` shows; `depth`: as the statement says it. */
static void show_members(struct resolve *r, const struct terms *terms, int k, int depth,
                         struct shown_list *list) {
  const struct key *key = &r->plan->keys[r->plan->form_keys[k]];
  const struct dimension *dimension = &r->vocab->dimensions[key->dimension];
  bool *at = ARENA_ARRAY(r->arena, bool, dimension->npositions);
  admitted_positions(r, terms, k, at);
  int confined = confined_to(dimension, at);
  const struct member *node = &dimension->members[confined];
  if (depth == DEPTH_LEAVES || (depth == DEPTH_USUAL && dimension->usual == 0)) {
    show_below(r, list, dimension, 0, INT16_MAX, false, at, 0);
  } else if (depth != DEPTH_USUAL) {
    show_below(r, list, dimension, 0, depth, true, at, 0);
  } else if (confined > 0 && node->is_inner) {
    if (node->is_recorded)
      show(r, list, confined, true, false, 0);
    show_below(r, list, dimension, confined, node->depth + 1, false, at, 0);
  } else if (confined > 0) {
    show(r, list, confined, false, false, 0);
  } else {
    show_below(r, list, dimension, 0, dimension->usual, false, at, 0);
  }
  if (r->plan->has_total)
    show(r, list, -1, false, false, 0);
}

/* --- Groups */

static bool position_shown(const struct dimension *dimension, int position,
                           const struct shown *shown) {
  if (shown->member < 0)
    return true;
  if (shown->is_undivided)
    return position == dimension->members[shown->member].low;
  return member_holds(dimension, shown->member, position);
}

/* Does the condition speak of years and forms alone? Then no agency is left out. */
static bool is_over_agencies(const struct cond *cond) {
  if (cond == NULL || cond->kind == COND_YEARS || cond->kind == COND_FORM)
    return true;
  if (cond->kind == COND_NOT)
    return is_over_agencies(cond->left);
  return (cond->kind == COND_AND || cond->kind == COND_OR) && is_over_agencies(cond->left) &&
         is_over_agencies(cond->right);
}

static bool has_total_rows(const struct resolve *r, int form) {
  return r->panel->totals != NULL && (r->panel->totals(r->panel->context) >> form & 1) != 0;
}

/* Is the scope the whole over which the form prints a total, so that this is what it states? */
static bool takes_total(const struct resolve *r, const struct terms *terms) {
  const struct plan *plan = r->plan;
  int form = r->vocab->measures[terms->at[0].measure].form;
  if ((plan->aggregate != AGG_STATED && plan->aggregate != AGG_GAP) ||
      r->vocab->forms[form].totals.n == 0 || !is_over_agencies(plan->scope))
    return false;
  for (int k = 0; k < plan->nkeys; k++)
    if (plan->keys[k].is_report && plan->keys[k].dim != REPORT_YEAR &&
        plan->keys[k].dim != REPORT_FORM)
      return false;
  return has_total_rows(r, form);
}

/* The total that the form prints over exactly the chosen cells of a measure; -1 = it prints none.
 */
static int stated_over(const struct vocab *vocab, int index, const bool *chosen) {
  const struct measure *measure = &vocab->measures[index];
  for (size_t s = 0; s < vocab->nstated; s++) {
    const struct stated *stated = &vocab->stated[s];
    bool is_exact = stated->measure == index;
    for (int i = 0; i < measure->ncells && is_exact; i++)
      is_exact = stated_holds(vocab, stated, measure->first_cell + i) == chosen[i];
    if (is_exact)
      return stated->cell;
  }
  return -1;
}

/* The cell that prints exactly the chosen cells of a measure in a row over all agencies: the total
 * over them, or the only one; -1 = none does. */
static int cell_over(const struct vocab *vocab, int index, const bool *chosen) {
  const struct measure *measure = &vocab->measures[index];
  int stated = stated_over(vocab, index, chosen), only = -1;
  for (int i = 0; i < measure->ncells; i++) {
    if (chosen[i] && only >= 0)
      return stated;
    only = chosen[i] ? measure->first_cell + i : only;
  }
  return stated >= 0 ? stated : only;
}

static void add_cell(struct resolve *r, struct group *group, int cell, int weight) {
  struct weighted_cell weighted = {cell, weight};
  ARENA_PUSH(r->arena, &group->cells, weighted);
}

/* The cells of a figure in one combination of members. `stated` and `gap` take the printed total.
 */
static struct group make_group(struct resolve *r, const struct terms *terms, int figure,
                               const int shown[2]) {
  struct plan *plan = r->plan;
  struct group group = {
      .figure = figure, .shown = {shown[0], shown[1]}, .partner = -1, .total = -1};
  bool prints = plan->aggregate == AGG_STATED || plan->aggregate == AGG_GAP;
  for (size_t t = 0; t < terms->n; t++) {
    const struct term *term = &terms->at[t];
    const struct measure *measure = &r->vocab->measures[term->measure];
    bool *chosen = ARENA_ARRAY(r->arena, bool, measure->ncells);
    for (int i = 0; i < measure->ncells; i++) {
      chosen[i] = term->keep[i];
      for (int k = 0; k < plan->nform_keys && chosen[i]; k++)
        chosen[i] = position_shown(&r->vocab->dimensions[plan->keys[plan->form_keys[k]].dimension],
                                   term->places[k][i], &plan->shown[k][shown[k]]);
    }
    int stated = plan->takes_total ? cell_over(r->vocab, term->measure, chosen)
                 : prints          ? stated_over(r->vocab, term->measure, chosen)
                                   : -1;
    if (prints && stated < 0)
      continue;
    if (plan->takes_total)
      group.total = stated;
    else if (prints)
      add_cell(r, &group, stated, term->weight);
    int weight = plan->aggregate == AGG_GAP      ? -term->weight
                 : plan->aggregate == AGG_STATED ? 0
                                                 : term->weight;
    for (int i = 0; i < measure->ncells && (plan->takes_total || weight != 0); i++)
      if (chosen[i])
        add_cell(r, &group, measure->first_cell + i, weight);
  }
  return group;
}

/* The dimensions that a printed total leaves undivided, as bits of the measure's slots. */
static int undivided(const struct stated *stated, const struct measure *measure) {
  int bits = 0;
  for (int slot = 0; slot < measure->ndims; slot++)
    bits |= (stated->member[slot] == 0) << slot;
  return bits;
}

/* No group has a printed total: says which the form prints for the measure, the widest first: over
 * all, by one dimension, … */
static bool no_total(struct resolve *r, const struct terms *terms) {
  const struct measure *measure = &r->vocab->measures[terms->at[0].measure];
  const struct form *form = &r->vocab->forms[measure->form];
  struct sbuf b = {.arena = r->arena};
  for (int bits = (1 << measure->ndims) - 1; bits >= 0; bits--) {
    bool is_printed = false;
    for (size_t s = 0; s < r->vocab->nstated; s++)
      is_printed = is_printed || (r->vocab->stated[s].measure == terms->at[0].measure &&
                                  undivided(&r->vocab->stated[s], measure) == bits);
    if (!is_printed)
      continue;
    const char *lead = "for each ";
    sbuf_add_z(&b, b.n > 0 ? "; " : "");
    for (int slot = 0; slot < measure->ndims; slot++)
      if ((bits >> slot & 1) == 0) {
        sbuf_addf(&b, "%s%.*s", lead, STR_ARG(r->vocab->dimensions[measure->dims[slot]].names.key));
        lead = " and ";
      }
    if (bits == (1 << measure->ndims) - 1)
      sbuf_add_z(&b, "over all");
  }
  diag_add(r->diags, DIAG_STATED, r->plan->span,
           "the form prints no total of \"%.*s\" for exactly that", STR_ARG(measure->names.key));
  if (b.n > 0)
    diag_hint(r->diags, "it prints totals %.*s", STR_ARG(sbuf_str(&b)));
  else if (form->totals.n > 0 && !r->plan->takes_total && has_total_rows(r, measure->form))
    diag_hint(
        r->diags,
        "it prints one over all agencies: ask without conditions on agencies, by year at most, "
        "or use \"sum\"");
  else if (form->totals.n > 0 && !r->plan->takes_total)
    diag_hint(r->diags, "no file that was loaded has the row \"%.*s\": use \"sum\"",
              STR_ARG(form->totals.at[0]));
  else
    diag_hint(r->diags, "it prints none for this measure: use \"sum\"");
  return false;
}

/* Where the cells of a figure stand along the form keys; each group asks for it again. */
static bool place_cells(struct resolve *r, struct terms *terms) {
  for (size_t t = 0; t < terms->n; t++) {
    struct term *term = &terms->at[t];
    const struct measure *measure = &r->vocab->measures[term->measure];
    for (int k = 0; k < r->plan->nform_keys; k++) {
      const struct key *key = &r->plan->keys[r->plan->form_keys[k]];
      int slot = measure_slot(measure, key->dimension);
      if (slot < 0)
        return lacks_dimension(r, measure, key->dimension, key->span);
      term->places[k] = ARENA_ARRAY(r->arena, int, measure->ncells);
      for (int i = 0; i < measure->ncells; i++)
        term->places[k][i] = cell_position(r->vocab, measure, measure->first_cell + i, slot);
    }
  }
  return true;
}

/* Rows over members of the form are totals over all of them or of none (answer/rows.c). */
static bool has_place(const struct plan *plan, const struct group *group) {
  int totals = 0, keys = 0;
  for (int k = 0; k < plan->nform_keys; k++) {
    if (plan->keys[plan->form_keys[k]].is_across)
      continue;
    keys++;
    totals += plan->shown[k][group->shown[k]].member < 0;
  }
  return totals == 0 || totals == keys;
}

bool resolve_groups(struct resolve *r, struct terms *terms, const int *depths) {
  struct plan *plan = r->plan;
  struct {
    struct group *at;
    size_t n, cap;
  } groups = {0};
  for (size_t f = 0; f < plan->nfigures; f++)
    if (!place_cells(r, &terms[f]))
      return false;
  plan->takes_total = takes_total(r, &terms[0]);
  plan->may_mix_consolidated =
      plan->may_mix_consolidated || (plan->takes_total && plan->aggregate == AGG_STATED);
  for (int k = 0; k < plan->nform_keys; k++) {
    struct shown_list list = {0};
    show_members(r, terms, k, depths[plan->form_keys[k]], &list);
    plan->shown[k] = list.at;
    plan->nshown[k] = list.n;
  }
  bool any = false;
  size_t n0 = plan->nform_keys > 0 ? plan->nshown[0] : 1;
  size_t n1 = plan->nform_keys > 1 ? plan->nshown[1] : 1;
  for (size_t f = 0; f < plan->nfigures; f++)
    for (size_t i = 0; i < n0; i++)
      for (size_t j = 0; j < n1; j++) {
        int shown[2] = {plan->nform_keys > 0 ? (int)i : -1, plan->nform_keys > 1 ? (int)j : -1};
        struct group group = make_group(r, &terms[f], (int)f, shown);
        any = any || (group.cells.n > 0 && has_place(plan, &group));
        ARENA_PUSH(r->arena, &groups, group);
      }
  plan->groups = groups.at;
  plan->ngroups = groups.n;
  bool prints = plan->aggregate == AGG_STATED || plan->aggregate == AGG_GAP;
  return any || !prints ? true : no_total(r, &terms[0]);
}
