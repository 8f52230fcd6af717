/* cells: conditions on members of the form's dimensions → the cells of a measure that they choose
 * (see resolve.h).
 */
#include "plan/resolve.h"

#include <regex.h>

static bool name_matches(const regex_t *regex, const struct names *names, struct arena *arena) {
  struct str words[3] = {names->key, names->zh, names->en};
  for (int i = 0; i < 3; i++)
    if (words[i].n > 0 && regexec(regex, str_z(arena, words[i]), 0, NULL, 0) == 0)
      return true;
  for (size_t i = 0; i < names->nsynonyms; i++)
    if (regexec(regex, str_z(arena, names->synonyms[i]), 0, NULL, 0) == 0)
      return true;
  return false;
}

static bool positions_matching(struct resolve *r, const struct dimension *dimension,
                               const struct node *pattern, bool *at) {
  regex_t regex;
  if (!resolve_regex(r, pattern, &regex))
    return false;
  for (size_t m = 1; m < dimension->nmembers; m++)
    if (name_matches(&regex, &dimension->members[m].names, r->arena))
      for (int p = dimension->members[m].low; p < dimension->members[m].high; p++)
        at[p] = true;
  regfree(&regex);
  return true;
}

/* Marks the positions of a dimension that one value (or list of values) names. */
static bool positions_of(struct resolve *r, int d, const struct node *value, bool alone, bool *at) {
  const struct dimension *dimension = &r->vocab->dimensions[d];
  if (value->kind == NODE_LIST) {
    for (const struct node *one = value->first; one != NULL; one = one->next)
      if (!positions_of(r, d, one, alone, at))
        return false;
    return true;
  }
  if (value->kind != NODE_NAME && value->kind != NODE_STRING)
    return diag_add(r->diags, DIAG_VALUE, value->span, "members of %.*s are names",
                    STR_ARG(dimension->names.key));
  int m = lookup_member(r, d, value);
  if (m < 0)
    return false;
  const struct member *member = &dimension->members[m];
  if (alone && !member->is_recorded) {
    diag_add(r->diags, DIAG_VALUE, value->span, "no form prints a figure for \"%.*s\" itself",
             STR_ARG(member->names.key));
    diag_hint(r->diags, "\"=\" takes in all below it");
    return false;
  }
  for (int p = member->low; p < (alone ? member->low + 1 : member->high); p++)
    at[p] = true;
  return true;
}

static bool test_positions(struct resolve *r, int d, const struct node *test, bool *at,
                           bool *negate) {
  const struct node *value = test->last;
  *negate = test->flag;
  switch (test->kind) {
  case NODE_UNDER:
  case NODE_IN:
    return positions_of(r, d, value, false, at);
  case NODE_COMPARE:
    if (test_is(test, "~") || test_is(test, "!~")) {
      *negate = test_is(test, "!~");
      return positions_matching(r, &r->vocab->dimensions[d], value, at);
    }
    if (test_is(test, "=") || test_is(test, "==") || test_is(test, "!=")) {
      *negate = test_is(test, "!=");
      return positions_of(r, d, value, test_is(test, "=="), at);
    }
    return diag_add(r->diags, DIAG_VALUE, test->span, "members of %.*s have no order to compare by",
                    STR_ARG(r->vocab->dimensions[d].names.key));
  default:
    diag_add(r->diags, DIAG_VALUE, test->span, "\"%s\" does not apply to dimension %.*s",
             node_word(test->kind), STR_ARG(r->vocab->dimensions[d].names.key));
    if (test->kind == NODE_IS)
      diag_hint(r->diags, "it asks for the state of a measure, as in \"received is not inferred\"");
    return false;
  }
}

static bool cells_of(struct resolve *r, const struct measure *measure, const struct node *cond,
                     bool *keep) {
  int n = measure->ncells;
  if (cond->kind == NODE_AND || cond->kind == NODE_OR) {
    bool *other = ARENA_ARRAY(r->arena, bool, n);
    if (!cells_of(r, measure, cond->first, keep) || !cells_of(r, measure, cond->last, other))
      return false;
    for (int i = 0; i < n; i++)
      keep[i] = cond->kind == NODE_AND ? keep[i] && other[i] : keep[i] || other[i];
    return true;
  }
  if (cond->kind == NODE_NOT) {
    if (!cells_of(r, measure, cond->first, keep))
      return false;
    for (int i = 0; i < n; i++)
      keep[i] = !keep[i];
    return true;
  }
  int d = lookup_dimension(r, cond->first);
  if (d < 0)
    return false;
  int slot = measure_slot(measure, d);
  if (slot < 0) {
    return lacks_dimension(r, measure, d, cond->first->span);
  }
  bool negate;
  bool *positions = ARENA_ARRAY(r->arena, bool, r->vocab->dimensions[d].npositions);
  if (!test_positions(r, d, cond, positions, &negate))
    return false;
  for (int i = 0; i < n; i++)
    keep[i] = positions[cell_position(r->vocab, measure, measure->first_cell + i, slot)] != negate;
  return true;
}

bool resolve_keep(struct resolve *r, const struct measure *measure, const struct node *cond,
                  bool *keep) {
  bool *one = ARENA_ARRAY(r->arena, bool, measure->ncells);
  if (!cells_of(r, measure, cond, one))
    return false;
  for (int i = 0; i < measure->ncells; i++)
    keep[i] = keep[i] && one[i];
  return true;
}

bool resolve_cells(struct resolve *r, const struct measure *measure, bool *keep) {
  for (int i = 0; i < measure->ncells; i++)
    keep[i] = true;
  for (size_t k = 0; k < r->cell_conditions.n; k++)
    if (!resolve_keep(r, measure, r->cell_conditions.at[k], keep))
      return false;
  return true;
}
