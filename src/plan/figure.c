/* figure: the expression behind `sum` → the measures and cells it adds up (see resolve.h).
 */
#include "plan/resolve.h"

bool resolve_members(struct resolve *r, const struct measure *measure, const struct node *expr,
                     bool *keep) {
  int n = measure->ncells;
  if (expr->kind == NODE_OR || expr->kind == NODE_AND) {
    bool *other = ARENA_ARRAY(r->arena, bool, n);
    if (!resolve_members(r, measure, expr->first, keep) ||
        !resolve_members(r, measure, expr->last, other))
      return false;
    for (int i = 0; i < n; i++)
      keep[i] = expr->kind == NODE_OR ? keep[i] || other[i] : keep[i] && other[i];
    return true;
  }
  if (expr->kind == NODE_NOT) {
    if (!resolve_members(r, measure, expr->first, keep))
      return false;
    for (int i = 0; i < n; i++)
      keep[i] = !keep[i];
    return true;
  }
  if (expr->kind != NODE_NAME && expr->kind != NODE_STRING)
    return diag_add(r->diags, DIAG_VALUE, expr->span, "expected members before \"of\"");
  int slot, member = -1, found_slot = -1;
  for (slot = 0; slot < measure->ndims; slot++) {
    struct meaning found[2];
    size_t count = names_find(r->vocab, MEANS_MEMBER, measure->dims[slot], expr->text, found, 2);
    if (count == 0)
      continue;
    if (count > 1 || found_slot >= 0) {
      diag_add(r->diags, DIAG_AMBIGUOUS, expr->span, "\"%.*s\" may mean more than one member",
               STR_ARG(expr->text));
      diag_hint(r->diags, "write it with its dimension, as in \"%.*s.%.*s\"",
                STR_ARG(r->vocab->dimensions[measure->dims[slot]].names.key), STR_ARG(expr->text));
      return false;
    }
    member = found[0].index;
    found_slot = slot;
  }
  if (found_slot < 0) {
    diag_add(r->diags, DIAG_NAME, expr->span, "\"%.*s\" has no member \"%.*s\"",
             STR_ARG(measure->names.key), STR_ARG(expr->text));
    struct str near[3];
    for (slot = 0; slot < measure->ndims; slot++)
      if (names_near(r->arena, r->vocab, MEANS_MEMBER, measure->dims[slot], expr->text, near) > 0) {
        diag_hint(r->diags, "did you mean \"%.*s\"?", STR_ARG(near[0]));
        break;
      }
    return false;
  }
  const struct dimension *dimension = &r->vocab->dimensions[measure->dims[found_slot]];
  for (int i = 0; i < n; i++)
    keep[i] = member_within(
        dimension, cell_member(r->vocab, measure, measure->first_cell + i, found_slot), member);
  return true;
}

bool names_members(const struct vocab *vocab, const struct measure *measure,
                   const struct node *expr) {
  if (expr->kind == NODE_OR || expr->kind == NODE_AND)
    return names_members(vocab, measure, expr->first) && names_members(vocab, measure, expr->last);
  if (expr->kind == NODE_NOT)
    return names_members(vocab, measure, expr->first);
  struct meaning found;
  bool is_name = expr->kind == NODE_NAME || expr->kind == NODE_STRING;
  for (int slot = 0; is_name && slot < measure->ndims; slot++)
    if (names_find(vocab, MEANS_MEMBER, measure->dims[slot], expr->text, &found, 1) > 0)
      return true;
  return false;
}

static bool add_term(struct resolve *r, const struct node *name, int weight,
                     const struct node *members, struct terms *terms) {
  int index = lookup_measure(r, name);
  if (index < 0)
    return false;
  const struct measure *measure = &r->vocab->measures[index];
  struct term term = {.measure = index, .weight = weight};
  term.keep = ARENA_ARRAY(r->arena, bool, measure->ncells);
  if (terms->n > 0) { /* the units of all terms are one */
    const struct measure *first = &r->vocab->measures[terms->at[0].measure];
    if (first->unit != measure->unit) {
      diag_add(r->diags, DIAG_UNIT, name->span,
               "\"%.*s\" is in %.*s, \"%.*s\" in %.*s: they do not add",
               STR_ARG(measure->names.key), STR_ARG(r->vocab->units[measure->unit].names.zh),
               STR_ARG(first->names.key), STR_ARG(r->vocab->units[first->unit].names.zh));
      diag_hint(r->diags, "parted by a comma each gets a column of its own");
      return false;
    }
  }
  if (!resolve_cells(r, measure, term.keep))
    return false;
  if (members != NULL) {
    bool *chosen = ARENA_ARRAY(r->arena, bool, measure->ncells);
    if (!resolve_members(r, measure, members, chosen))
      return false;
    for (int i = 0; i < measure->ncells; i++)
      term.keep[i] = term.keep[i] && chosen[i];
  }
  ARENA_PUSH(r->arena, terms, term);
  return true;
}

/* Members of what is defined: of each of its measures those cells that they choose. */
static bool choose_members(struct resolve *r, const struct node *members, size_t from,
                           struct terms *terms) {
  for (size_t t = from; t < terms->n; t++) {
    const struct measure *measure = &r->vocab->measures[terms->at[t].measure];
    bool *chosen = ARENA_ARRAY(r->arena, bool, measure->ncells);
    if (!resolve_members(r, measure, members, chosen))
      return false;
    for (int i = 0; i < measure->ncells; i++)
      terms->at[t].keep[i] = terms->at[t].keep[i] && chosen[i];
  }
  return true;
}

/* A measure of a form, or one that is defined; `members` of it, or all of it. */
static bool add_named(struct resolve *r, const struct node *name, int weight,
                      const struct node *members, struct terms *terms) {
  const struct definition *definition = defined_named(r, FIND_MEASURE, name->text);
  size_t from = terms->n;
  if (definition == NULL)
    return add_term(r, name, weight, members, terms);
  return defined_terms(r, definition, name, weight, terms) &&
         (members == NULL || choose_members(r, members, from, terms));
}

bool resolve_terms(struct resolve *r, const struct node *expr, int weight, struct terms *terms) {
  switch (expr->kind) {
  case NODE_NAME:
  case NODE_STRING:
    return add_named(r, expr, weight, NULL, terms);
  case NODE_OF:
    return add_named(r, expr->last, weight, expr->first, terms);
  case NODE_ADD:
  case NODE_SUBTRACT:
    return resolve_terms(r, expr->first, weight, terms) &&
           resolve_terms(r, expr->last, expr->kind == NODE_ADD ? weight : -weight, terms);
  case NODE_OR:
  case NODE_AND:
  case NODE_NOT:
    diag_add(r->diags, DIAG_VALUE, expr->span, "members are joined before \"of\"");
    diag_hint(r->diags, "write \"sum (a or b) of M\", or \"where D in (a, b)\"");
    return false;
  default:
    return diag_add(r->diags, DIAG_VALUE, expr->span,
                    "expected a measure, or measures joined by + and -");
  }
}

/* Does some term before `t` speak of the same measure? */
static bool is_known(const struct terms *terms, size_t t) {
  bool found = false;
  for (size_t i = 0; i < t && !found; i++)
    found = terms->at[i].measure == terms->at[t].measure;
  return found;
}

struct parts terms_parts(struct resolve *r, const struct terms *terms) {
  struct parts parts = {0};
  for (size_t t = 0; t < terms->n; t++) {
    const struct measure *measure = &r->vocab->measures[terms->at[t].measure];
    struct cell_list cells = {0};
    for (int i = 0; i < measure->ncells && !is_known(terms, t); i++) {
      struct weighted_cell cell = {measure->first_cell + i, 1};
      bool keeps = false;
      for (size_t k = t; k < terms->n; k++)
        keeps = keeps || (terms->at[k].measure == terms->at[t].measure && terms->at[k].keep[i]);
      if (keeps)
        ARENA_PUSH(r->arena, &cells, cell);
    }
    if (!is_known(terms, t))
      ARENA_PUSH(r->arena, &parts, cells);
  }
  return parts.n > 1 ? parts : (struct parts){0};
}
