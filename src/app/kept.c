/* kept: statements in which a query that is kept under a name stands: `run`, and an assertion of
 * what it gives. The query takes its place in the tree before anything else looks at it.
 */
#include "app/state.h"

#include "form/item.h"

bool run_kept(struct run *run, const struct node *tree, const struct token_list *tokens) {
  const struct node *body =
      definition_bind(run->arena, tree, &run->session->definitions, &run->diags);
  run->asked = tree;
  body = body != NULL ? run_settle(run, body) : NULL;
  return body != NULL && run_inner(run, body, tokens);
}

static struct node *alone(struct run *run, const struct node *node) {
  struct node *copy = ARENA_NEW(run->arena, struct node);
  *copy = *node;
  copy->next = NULL;
  return copy;
}

/* Is it a clause of the question, not a remark of the assertion? */
static bool is_clause(const struct node *part) {
  return part->kind != NODE_WANTED && part->kind != NODE_SEVERITY && part->kind != NODE_BECAUSE;
}

/* `for each year` divides the question as `by year` does. */
static struct node *clause_of(struct run *run, const struct node *part) {
  struct node *clause = alone(run, part);
  if (part->kind != NODE_EACH)
    return clause;
  clause->kind = NODE_BY;
  clause->first = clause->last = NULL;
  for (const struct node *label = part->first; label != NULL; label = label->next) {
    struct node *dim = ARENA_NEW(run->arena, struct node);
    *dim = (struct node){.kind = NODE_DIM, .span = label->span};
    node_add(dim, alone(run, label));
    node_add(clause, dim);
  }
  return clause;
}

/* The wanted side may be a query in brackets. */
static const struct node *bind_wanted(struct run *run, const struct node *wanted) {
  struct node *bound = alone(run, wanted);
  bound->first = bound->last = NULL;
  for (const struct node *side = wanted->first; side != NULL; side = side->next) {
    const struct node *query =
        side->kind == NODE_RUN
            ? definition_bind(run->arena, side, &run->session->definitions, &run->diags)
            : side;
    if (query == NULL)
      return NULL;
    node_add(bound, alone(run, query));
  }
  bound->span = wanted->span;
  return bound;
}

/* assert run yearly("X") = 66 where …: what is asked, with the assertion's clauses. */
static const struct node *bind_asked(struct run *run, const struct node *assertion) {
  struct node *asked = alone(run, assertion->first);
  asked->first = asked->last = NULL;
  for (const struct node *part = assertion->first->first; part != NULL; part = part->next)
    node_add(asked, alone(run, part));
  for (const struct node *part = assertion->first->next; part != NULL; part = part->next)
    if (is_clause(part) && !assertion->flag)
      node_add(asked, clause_of(run, part));
  const struct node *body =
      definition_bind(run->arena, asked, &run->session->definitions, &run->diags);
  run->asked = asked;
  if (body == NULL || body->kind == NODE_QUERY)
    return body;
  diag_add(&run->diags, DIAG_CLAUSE, assertion->first->span,
           "only a query can be held against what is wanted");
  return NULL;
}

bool run_kept_assert(struct run *run, const struct node *assertion) {
  struct node *bound = alone(run, assertion);
  bool is_kept = assertion->first->kind == NODE_RUN;
  const struct node *body = is_kept ? bind_asked(run, assertion) : NULL;
  if (is_kept && body == NULL)
    return false;
  if (is_kept && !assertion->flag && item_child(body, NODE_BEST) != NULL)
    return diag_add(&run->diags, DIAG_CLAUSE, assertion->first->span,
                    "what is ranked over the whole scope first is held against no number");
  /* The head, or all of a query that is to be empty; what is wanted; the clauses. */
  const struct node *head = !is_kept ? assertion->first : assertion->flag ? body : body->first;
  bound->first = bound->last = NULL;
  node_add(bound, alone(run, head));
  for (const struct node *part = assertion->first->next; part != NULL; part = part->next) {
    const struct node *one = part->kind == NODE_WANTED ? bind_wanted(run, part) : part;
    if (one == NULL)
      return false;
    if (!is_kept || !is_clause(one))
      node_add(bound, alone(run, one));
  }
  if (is_kept && !assertion->flag)
    for (const struct node *part = head->next; part != NULL; part = part->next)
      node_add(bound, alone(run, part));
  bound->span = assertion->span;
  const struct node *settled = run_settle(run, bound);
  return settled != NULL && run_assert(run, settled);
}
