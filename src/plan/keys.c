/* keys: what a query's answer is divided by → the keys of its plan (see resolve.h): the dimensions
 * of `by`, `across` and `within`, and how deep a tree goes.
 */
#include "plan/resolve.h"

static int depth_of(const struct node *depth) {
  if (depth == NULL)
    return DEPTH_USUAL;
  if (depth->kind == NODE_LEAVES)
    return DEPTH_LEAVES;
  return (int)(depth->kind == NODE_INT ? depth->number : depth->first->number);
}

/* The condition that confines the scope to one region; NULL when there is none. *count: conditions
 * on regions. */
static const struct cond *region_confined(const struct cond *cond, int *count) {
  if (cond == NULL)
    return NULL;
  if (cond->kind == COND_AND) {
    const struct cond *left = region_confined(cond->left, count);
    const struct cond *right = region_confined(cond->right, count);
    return left != NULL ? left : right;
  }
  *count += cond->kind == COND_REGION;
  return cond->kind == COND_REGION && cond->ids.n == 1 ? cond : NULL;
}

/* `by region`: the top level, or the children of the one region to which the conditions confine it.
 */
static void region_key(struct resolve *r, struct key *key, int depth) {
  int count = 0;
  key->depth = depth == DEPTH_LEAVES ? 0 : depth == DEPTH_USUAL ? 1 : depth;
  const struct cond *confined = region_confined(r->plan->scope, &count);
  if (depth != DEPTH_USUAL || count != 1 || confined == NULL)
    return;
  if (confined->is_node) /* `==`: that region alone, as declared */
    key->depth = 0;
  else
    key->node = confined->ids.at[0];
}

/* Only a tree has levels. */
static bool depth_fits(struct resolve *r, const struct key *key, const struct node *depth) {
  bool is_tree = !key->is_report || key->dim == REPORT_REGION;
  if (is_tree || depth == NULL)
    return true;
  return diag_add(r->diags, DIAG_CLAUSE, depth->span,
                  "\"%s\" means nothing for %.*s, which is no tree",
                  depth->kind == NODE_LEAVES ? "leaves" : "depth", STR_ARG(key->name));
}

bool resolve_key(struct resolve *r, const struct node *dim, const struct node *common_depth,
                 bool across, int *depths) {
  struct plan *plan = r->plan;
  const struct node *name = dim->first;
  if (plan->nkeys == MAX_KEYS)
    return diag_add(r->diags, DIAG_LIMIT, dim->span, "a query has at most %d dimensions", MAX_KEYS);
  struct key key = {
      .span = name->span, .is_across = across, .is_descending = dim->flag, .dimension = -1};
  int depth = depth_of(name->next != NULL ? name->next : common_depth);
  int report = report_dim_named(name->text);
  if (report >= 0) {
    key.is_report = true;
    key.dim = (enum report_dim)report;
    key.name = str_from_z(report_dim_key(key.dim));
    if (key.dim == REPORT_REGION)
      region_key(r, &key, depth);
  } else {
    key.dimension = lookup_dimension(r, name);
    if (key.dimension < 0)
      return false;
    if (!r->has_cells)
      return diag_add(r->diags, DIAG_NO_DIMENSION, name->span,
                      "reports have no dimension \"%.*s\": it divides their cells",
                      STR_ARG(name->text));
    if (plan->nform_keys == 2)
      return diag_add(r->diags, DIAG_LIMIT, name->span,
                      "no measure of a form has more than two dimensions here");
    key.name = r->vocab->dimensions[key.dimension].names.key;
    plan->form_keys[plan->nform_keys++] = plan->nkeys;
  }
  for (int k = 0; k < plan->nkeys; k++)
    if (str_eq(plan->keys[k].name, key.name))
      return diag_add(r->diags, DIAG_CLAUSE, name->span, "\"%.*s\" stands here twice",
                      STR_ARG(key.name));
  if (!depth_fits(r, &key, name->next))
    return false;
  if (depth == 0)
    return diag_add(r->diags, DIAG_VALUE, dim->span, "\"depth\" counts levels from 1");
  if (depth > 0 && !across && (!key.is_report || key.dim == REPORT_REGION))
    plan->has_depth = true;
  depths[plan->nkeys] = depth;
  plan->keys[plan->nkeys++] = key;
  return true;
}

/* Is the dimension there already, from `top N … by` or `within`? */
static bool is_placed(const struct resolve *r, const struct node *dim, int placed) {
  int k = quantity_key(r, dim->first);
  return k >= 0 && k < placed;
}

bool resolve_keys(struct resolve *r, const struct node *head, const struct clauses *c,
                  int *depths) {
  const struct node *dim;
  if (!quantity_first_keys(r, head, c, depths))
    return false;
  int placed = r->plan->nkeys;
  for (dim = c->by != NULL ? c->by->first : NULL; dim != NULL; dim = dim->next)
    if (is_placed(r, dim, placed) && c->best != NULL && dim->first->next != NULL)
      return diag_add(r->diags, DIAG_CLAUSE, dim->first->next->span,
                      "\"%.*s\" is ranked at its usual level: leave \"%s\" out",
                      STR_ARG(dim->first->text),
                      node_word(dim->first->next->kind == NODE_INT ? NODE_DEPTH : NODE_LEAVES));
    else if (!is_placed(r, dim, placed) && !resolve_key(r, dim, c->depth, false, depths))
      return false;
  if (c->across != NULL && c->across->first->next != NULL)
    return diag_add(r->diags, DIAG_CLAUSE, c->across->first->next->span,
                    "\"across\" takes one dimension: put the others in \"by\"");
  if (c->across != NULL && !resolve_key(r, c->across->first, c->depth, true, depths))
    return false;
  if (!quantity_last_keys(r, head, c, depths))
    return false;
  bool has_tree = false;
  for (int k = c->best != NULL; k < r->plan->nkeys; k++) /* what is ranked has its usual level */
    has_tree = has_tree || !r->plan->keys[k].is_report || r->plan->keys[k].dim == REPORT_REGION;
  if (c->depth != NULL && !has_tree)
    return diag_add(r->diags, DIAG_CLAUSE, c->depth->span,
                    "\"%s\" needs a dimension that is a tree after \"by\" or \"across\"",
                    node_word(c->depth->kind));
  if (c->total != NULL && r->plan->nkeys == 0)
    return diag_add(r->diags, DIAG_CLAUSE, c->total->span,
                    "\"total\" needs rows or columns to add up: write \"by\" or \"across\"");
  return true;
}
