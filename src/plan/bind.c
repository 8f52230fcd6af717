/* bind: `run` → the body of the query that it names, with a value in place of each parameter (see
 * plan.h). A value is a node of the tree, never text that is read again: it can be nothing but the
 * number, the text or the range that it is.
 */
#include "plan/resolve.h"

#include "form/item.h"

#define RUNS_MAX 16 /* queries that run queries */

/* --- Parameters and arguments */

static const struct node *param_named(const struct node *params, struct str name) {
  for (const struct node *param = params != NULL ? params->first : NULL; param != NULL;
       param = param->next)
    if (str_eq(param->text, name))
      return param;
  return NULL;
}

/* "(:who, :from = 2019)" */
static struct str signature(struct arena *arena, const struct definition *definition) {
  const struct node *params = definition_params(definition->tree);
  struct sbuf b = {.arena = arena};
  sbuf_addf(&b, "%.*s(", STR_ARG(definition->names.key));
  for (const struct node *param = params->first; param != NULL; param = param->next) {
    sbuf_addf(&b, "%s:%.*s", param == params->first ? "" : ", ", STR_ARG(param->text));
    if (param->first != NULL)
      sbuf_addf(&b, " = %.*s",
                STR_ARG(str_sub(definition->source.text, param->first->span.start,
                                param->first->span.end)));
  }
  sbuf_add_char(&b, ')');
  return sbuf_str(&b);
}

struct binding {
  const struct node *param; /* in the definition */
  const struct node *value; /* NULL: none yet */
};

struct bindings {
  struct arena *arena;
  struct diags *diags;
  const struct definition *definition;
  struct binding *at;
  size_t n;
};

/* `what`: "has no parameter", before the name of one (empty: of none). */
static bool argument_fault(struct bindings *b, const char *what, const struct node *at,
                           struct str param) {
  bool is_one = param.n > 0;
  diag_add(b->diags, DIAG_VALUE, at->span, "\"%.*s\" %s%s%.*s%s", STR_ARG(b->definition->names.key),
           what, is_one ? " \":" : "", STR_ARG(param), is_one ? "\"" : "");
  diag_hint(b->diags, "it is %.*s", STR_ARG(signature(b->arena, b->definition)));
  return false;
}

/* Arguments stand in the order of the parameters, or after names. */
static bool take_arguments(struct bindings *b, const struct node *args) {
  size_t next = 0;
  for (const struct node *arg = args->first; arg != NULL; arg = arg->next) {
    size_t i = next;
    if (arg->text.n > 0)
      for (i = 0; i < b->n && !str_eq(b->at[i].param->text, arg->text); i++)
        continue;
    else
      next++;
    if (i == b->n && arg->text.n > 0)
      return argument_fault(b, "has no parameter", arg, arg->text);
    if (i == b->n)
      return argument_fault(b, "takes no further argument", arg, STR(""));
    if (b->at[i].value != NULL)
      return argument_fault(b, "takes only one value for", arg, b->at[i].param->text);
    b->at[i].value = arg->first;
  }
  return true;
}

static bool bind_all(struct bindings *b, const struct node *run) {
  const struct node *name = run->first, *args = name->next;
  const struct node *params = definition_params(b->definition->tree);
  size_t i = 0;
  b->n = node_count(params);
  b->at = ARENA_ARRAY(b->arena, struct binding, b->n + 1);
  for (const struct node *param = params->first; param != NULL; param = param->next)
    b->at[i++].param = param;
  if (!take_arguments(b, args))
    return false;
  for (i = 0; i < b->n; i++) {
    const struct node *param = b->at[i].param;
    if (b->at[i].value == NULL)
      b->at[i].value = param->first;
    if (b->at[i].value == NULL)
      return argument_fault(b, "needs a value for", args->span.end > 0 ? args : name, param->text);
  }
  return true;
}

/* --- Values in the body */

/* A copy of a value that stands where its parameter stood: mistakes about it are shown there, and
 * then where the query was run. */
static struct node *value_at(struct arena *arena, const struct node *value, struct span at) {
  struct node *copy = node_copy(arena, value, 0, 0);
  copy->next = NULL;
  copy->span = at;
  for (struct node *child = copy->first; child != NULL; child = child->next)
    child->span = at;
  return copy;
}

static bool is_text(const struct node *value) {
  return value->kind == NODE_STRING || value->kind == NODE_NAME;
}

static bool is_year(const struct node *value) {
  return value->kind == NODE_INT || value->kind == NODE_LATEST;
}

static bool is_years(const struct node *value) {
  return is_year(value) || value->kind == NODE_RANGE;
}

/* Can a value stand there? Where any value may, the resolver decides. */
static bool fits(struct bindings *b, const struct node *parent, const struct node *value,
                 struct str name, bool is_first) {
  const char *needs = NULL;
  switch (parent->kind) {
  case NODE_TOP:
  case NODE_BEST:
  case NODE_LIMIT:
    needs = value->kind == NODE_INT ? NULL : "a whole number";
    break;
  case NODE_CHANGE:
  case NODE_BASE:
    needs = is_year(value) ? NULL : "a whole number";
    break;
  case NODE_PEERS:
    needs = is_year(value) ? NULL : "a year";
    break;
  case NODE_RANGE:
    needs = is_year(value) || value->kind == NODE_DECIMAL || value->kind == NODE_DATE ? NULL
                                                                                      : "a number";
    break;
  case NODE_SUBJECT:
    if (is_first)
      needs = is_text(value) || (is_years(value) && parent->first->next == NULL) ? NULL : "a name";
    else
      needs = is_years(value) ? NULL : "a year or years";
    break;
  case NODE_TO:
  case NODE_FIND:
    needs = is_text(value) ? NULL : "a text";
    break;
  case NODE_SECTION:
    needs = is_text(value) || value->kind == NODE_INT ? NULL : "a number or a heading";
    break;
  default:
    break;
  }
  return needs == NULL || diag_add(b->diags, DIAG_VALUE, value->span, "\":%.*s\" must be %s here",
                                   STR_ARG(name), needs);
}

/* `year = :when` of a range is `year in 2019..2021`. */
static void settle_range(struct arena *arena, struct node *test) {
  bool is_equal = str_eq(test->text, STR("=")) || str_eq(test->text, STR("!="));
  if (test->kind != NODE_COMPARE || !is_equal || test->last->kind != NODE_RANGE)
    return;
  struct node *list = ARENA_NEW(arena, struct node), *range = test->last;
  *list = (struct node){.kind = NODE_LIST, .span = range->span, .first = range, .last = range};
  test->first->next = test->last = list;
  test->kind = NODE_IN;
  test->flag = str_eq(test->text, STR("!="));
  test->text = (struct str){0};
}

/* Puts the values into a tree that is a copy of ours to change. */
static bool put_values(struct bindings *b, struct node *node) {
  struct node *before = NULL;
  for (struct node *child = node->first; child != NULL; before = child, child = child->next) {
    if (child->kind != NODE_PARAM) {
      if (!put_values(b, child))
        return false;
      continue;
    }
    size_t i = 0;
    while (i < b->n && !str_eq(b->at[i].param->text, child->text))
      i++;
    if (i == b->n)
      return diag_add(b->diags, DIAG_NAME, child->span, "\"%.*s\" has no parameter \":%.*s\"",
                      STR_ARG(b->definition->names.key), STR_ARG(child->text));
    struct node *value = value_at(b->arena, b->at[i].value, child->span);
    if (!fits(b, node, value, child->text, before == NULL))
      return false;
    value->next = child->next;
    *(before == NULL ? &node->first : &before->next) = value;
    node->last = node->last == child ? value : node->last;
    child = value;
  }
  if (node->kind == NODE_SUBJECT && is_years(node->first)) { /* `for :when`, a year */
    struct node *years = node->first, *next = node->next;
    *node = *years;
    node->next = next;
  }
  settle_range(b->arena, node);
  return true;
}

/* --- Running */

static const struct definition *query_named(struct arena *arena, const struct node *name,
                                            const struct definitions *definitions,
                                            bool only_shipped, struct diags *diags) {
  struct str near[3];
  const struct definition *found =
      definitions_find(definitions, FIND_QUERY, name->text, only_shipped);
  if (found != NULL)
    return found;
  diag_add(diags, DIAG_NAME, name->span, "there is no query \"%.*s\"", STR_ARG(name->text));
  if (definitions_near(arena, definitions, FIND_QUERY, name->text, near) > 0)
    diag_hint(diags, "did you mean \"%.*s\"?", STR_ARG(near[0]));
  else
    diag_hint(diags, "\"define query\" makes one, \"show queries\" lists them");
  return NULL;
}

/* The clauses behind the arguments join those of the body. */
static bool join_clauses(struct node *body, const struct node *args, struct diags *diags) {
  struct node rest = {.first = args->next};
  for (struct node *clause = args->next; clause != NULL; clause = clause->next) {
    rest.last = clause;
    if (body->kind != NODE_QUERY && body->kind != NODE_RUN && clause->kind != NODE_TO)
      return diag_add(diags, DIAG_CLAUSE, clause->span, "\"%s\" means nothing for \"%s\"",
                      node_word(clause->kind), node_word(body->kind));
  }
  node_adopt(body, &rest);
  return true;
}

const struct node *definition_bind(struct arena *arena, const struct node *run,
                                   const struct definitions *definitions, struct diags *diags) {
  bool only_shipped = false;
  for (int depth = 0; run->kind == NODE_RUN; depth++) {
    const struct node *name = run->first;
    const struct definition *query = query_named(arena, name, definitions, only_shipped, diags);
    if (query == NULL)
      return NULL;
    if (depth == RUNS_MAX) {
      diag_add(diags, DIAG_LIMIT, name->span, "queries run each other too deep");
      return NULL;
    }
    only_shipped = query->is_shipped;
    struct bindings b = {.arena = arena, .diags = diags, .definition = query};
    if (!bind_all(&b, run))
      return NULL;
    uint32_t base = diags_bring(diags, &query->source, name->span);
    struct node *body = node_copy(arena, definition_body(query->tree), 0, base);
    if (!put_values(&b, body) || !join_clauses(body, name->next, diags))
      return NULL;
    run = body;
  }
  return run;
}

/* --- Is it sound? */

const struct node *params_stray(const struct node *tree, const struct node *params) {
  if (tree->kind == NODE_PARAM && param_named(params, tree->text) == NULL)
    return tree;
  for (const struct node *child = tree->first; child != NULL; child = child->next) {
    const struct node *stray = params_stray(child, params);
    if (stray != NULL)
      return stray;
  }
  return NULL;
}

static bool uses(const struct node *tree, struct str name) {
  if (tree->kind == NODE_PARAM && str_eq(tree->text, name))
    return true;
  for (const struct node *child = tree->first; child != NULL; child = child->next)
    if (uses(child, name))
      return true;
  return false;
}

static bool params_are_sound(struct resolve *r, const struct node *tree) {
  const struct node *params = definition_params(tree), *body = definition_body(tree);
  for (const struct node *param = params->first; param != NULL; param = param->next) {
    if (param_named(params, param->text) != param)
      return diag_add(r->diags, DIAG_DEFINITION, param->span, "\":%.*s\" is declared twice",
                      STR_ARG(param->text));
    if (param->first != NULL && param->first->kind == NODE_PARAM)
      return diag_add(r->diags, DIAG_DEFINITION, param->first->span,
                      "what a parameter is where nothing is given is a number, a text or a range");
    if (!uses(body, param->text))
      return diag_add(r->diags, DIAG_DEFINITION, param->span, "the query does not use \":%.*s\"",
                      STR_ARG(param->text));
  }
  const struct node *stray = params_stray(body, params);
  if (stray == NULL)
    return true;
  diag_add(r->diags, DIAG_DEFINITION, stray->span, "\":%.*s\" is no parameter of the query",
           STR_ARG(stray->text));
  diag_hint(r->diags, "declare it behind the name: (:%.*s)", STR_ARG(stray->text));
  return false;
}

/* Follows what the query runs, until it runs none. */
static bool runs_end(struct resolve *r, const struct node *tree) {
  const struct node *body = definition_body(tree);
  const struct definition *chain[RUNS_MAX];
  struct sbuf names = {.arena = r->arena};
  int n = 0;
  chain[n++] = r->open[0];
  sbuf_add(&names, r->open[0]->names.key);
  for (const struct node *at = body, *name = body->first; at->kind == NODE_RUN;
       at = definition_body(chain[n - 1]->tree)) {
    const struct definition *next =
        n == 1 ? query_named(r->arena, name, r->settings->definitions, false, r->diags)
               : definitions_find(r->settings->definitions, FIND_QUERY, at->first->text,
                                  chain[n - 1]->is_shipped);
    if (next == NULL)
      return n > 1; /* a query that it runs is broken: that is told when it is run */
    sbuf_addf(&names, " → %.*s", STR_ARG(next->names.key));
    for (int i = 0; i < n; i++)
      if (chain[i] == next)
        return diag_add(r->diags, DIAG_DEFINITION, name->span, "the query runs itself: %.*s",
                        STR_ARG(sbuf_str(&names)));
    if (n == RUNS_MAX)
      return diag_add(r->diags, DIAG_LIMIT, name->span, "queries run each other too deep");
    chain[n++] = next;
  }
  return true;
}

bool bind_check(struct resolve *r, const struct node *tree) {
  return params_are_sound(r, tree) && runs_end(r, tree);
}
