/* latest: `latest` and `latest-1` → the years that they stand for (see plan.h). All of them are
 * settled here, on the tree: whoever reads a year of it afterwards finds a number.
 *
 * It is the last year with a report that counts: of the agency, where what is asked is confined to
 * one, else of the panel; and of the form that the question is about. Other conditions do not
 * count, nor does `set year`, which gives way to any year that a statement names.
 */
#include "plan/resolve.h"

struct settling {
  struct resolve r;
  struct latest_list *said;
};

/* Whose last year is asked. */
struct whose {
  int64_t agency; /* 0: anybody's */
  struct str name;
  uint64_t forms;
};

static bool has_latest(const struct node *tree) {
  if (tree->kind == NODE_LATEST)
    return true;
  for (const struct node *child = tree->first; child != NULL; child = child->next)
    if (has_latest(child))
      return true;
  return false;
}

/* --- Whose? */

/* The agency of `agency = "X"` among conditions that all hold. */
static const struct node *agency_in(const struct node *cond) {
  if (cond->kind == NODE_AND) {
    const struct node *left = agency_in(cond->first);
    return left != NULL ? left : agency_in(cond->last);
  }
  const struct node *name = cond->kind == NODE_COMPARE ? test_name(cond) : NULL;
  bool is_one = name != NULL && report_dim_named(name->text) == REPORT_AGENCY &&
                (test_is(cond, "=") || test_is(cond, "==")) &&
                (cond->last->kind == NODE_STRING || cond->last->kind == NODE_NAME);
  return is_one ? cond->last : NULL;
}

static bool take_agency(struct settling *s, const struct node *who, struct whose *whose) {
  return lookup_panel(&s->r, REPORT_AGENCY, who, &whose->agency, &whose->name);
}

/* What the clauses of a statement confine it to. */
static bool take_clauses(struct settling *s, const struct node *statement, struct whose *whose) {
  const struct node *who = NULL;
  for (const struct node *clause = statement->first; clause != NULL; clause = clause->next) {
    if (clause->kind == NODE_FOR && clause->first->kind == NODE_SUBJECT)
      who = clause->first->first;
    else if (clause->kind == NODE_WHERE && who == NULL)
      who = agency_in(clause->first);
  }
  if (statement->kind == NODE_QUERY || statement->kind == NODE_ASSERT) {
    forms_decide(&s->r, statement);
    whose->forms = s->r.forms;
  }
  return who == NULL || take_agency(s, who, whose);
}

/* --- The year */

static void keep(struct settling *s, const struct whose *whose, int64_t year) {
  const struct latest_year said = {whose->name, year};
  for (size_t i = 0; i < s->said->n; i++)
    if (s->said->at[i].year == year && str_eq(s->said->at[i].agency, whose->name))
      return;
  ARENA_PUSH(s->r.arena, s->said, said);
}

static int64_t last_year(const struct settling *s, const struct whose *whose, uint64_t forms) {
  const struct panel *panel = s->r.panel;
  return panel->latest != NULL ? panel->latest(panel->context, whose->agency, forms) : 0;
}

static bool find_year(struct settling *s, const struct whose *whose, struct span at,
                      int64_t *year) {
  *year = last_year(s, whose, whose->forms);
  if (*year != 0) {
    keep(s, whose, *year);
    return true;
  }
  int form = last_year(s, whose, ALL_FORMS) != 0 ? forms_single(whose->forms) : -1;
  struct str key = form >= 0 ? s->r.vocab->forms[form].names.key : STR("");
  return diag_add(s->r.diags, DIAG_VALUE, at, "%.*s has no report%s%.*s: no year is its latest",
                  STR_ARG(whose->agency != 0 ? whose->name : STR("the panel")),
                  form >= 0 ? " of the form " : "", STR_ARG(key));
}

/* Makes of the node, `latest` or a difference, the year so many before. */
static bool put_year(struct settling *s, struct node *node, const struct whose *whose,
                     const struct node *before) {
  int64_t year;
  if (!find_year(s, whose, node->span, &year))
    return false;
  if (before != NULL && before->number >= year)
    return diag_add(s->r.diags, DIAG_VALUE, before->span,
                    "the latest is %lld: there are no %lld years before it", (long long)year,
                    (long long)before->number);
  year -= before != NULL ? before->number : 0;
  *node = (struct node){.kind = NODE_INT,
                        .span = node->span,
                        .text = str_fmt(s->r.arena, "%lld", (long long)year),
                        .number = year,
                        .next = node->next};
  return true;
}

/* --- The tree */

static bool settle(struct settling *s, struct node *node, struct whose whose, bool takes_year);

static bool settle_children(struct settling *s, struct node *node, const struct whose *whose,
                            bool takes_year) {
  for (struct node *child = node->first; child != NULL; child = child->next)
    if (!settle(s, child, *whose, takes_year))
      return false;
  return true;
}

/* Where no year can stand it is a name like any other. */
static bool put_name(struct settling *s, struct node *node) {
  if (node->first != NULL)
    return diag_add(s->r.diags, DIAG_VALUE, node->span,
                    "\"latest-%lld\" is a year: only \"year\" is compared with it",
                    (long long)node->first->number);
  node->kind = NODE_NAME;
  return true;
}

static bool needs_a_number(struct settling *s, const struct node *node, const char *why) {
  diag_add(s->r.diags, DIAG_VALUE, node->span, "%s", why);
  diag_hint(s->r.diags, "write the year as a number");
  return false;
}

/* `latest` of a statement that cannot take it. */
static const struct node *first_latest(const struct node *tree) {
  const struct node *found = tree->kind == NODE_LATEST ? tree : NULL;
  for (const struct node *child = tree->first; child != NULL && found == NULL; child = child->next)
    found = first_latest(child);
  return found;
}

static bool settle(struct settling *s, struct node *node, struct whose whose, bool takes_year) {
  const struct node *name;
  switch (node->kind) {
  case NODE_LATEST:
    return takes_year ? put_year(s, node, &whose, node->first) : put_name(s, node);
  case NODE_SUBTRACT:
    if (takes_year && node->first->kind == NODE_LATEST && node->first->first == NULL &&
        node->last->kind == NODE_INT)
      return put_year(s, node, &whose, node->last);
    return settle_children(s, node, &whose, takes_year);
  case NODE_COMPARE:
  case NODE_UNDER:
  case NODE_IN:
  case NODE_BETWEEN:
  case NODE_IS:
    name = test_name(node);
    return settle_children(s, node, &whose,
                           name != NULL && report_dim_named(name->text) == REPORT_YEAR);
  case NODE_RUN: /* when it is bound */
    return true;
  case NODE_SUBJECT:
    return take_agency(s, node->first, &whose) && settle_children(s, node, &whose, true);
  case NODE_COMPARE_REPORTS:
    return take_agency(s, node->first->first, &whose) && settle_children(s, node, &whose, true);
  case NODE_QUERY:
  case NODE_CHECK:
  case NODE_DIAGNOSE:
  case NODE_ASSERT:
    return take_clauses(s, node, &whose) && settle_children(s, node, &whose, takes_year);
  case NODE_WAIVE:
    return needs_a_number(s, first_latest(node),
                          "a waiver is of one report, and the latest will be another");
  case NODE_DROP:
    return needs_a_number(s, first_latest(node),
                          "what is dropped is named: the latest would be another afterwards");
  case NODE_DEFINE_CHECK:
    return needs_a_number(s, first_latest(node),
                          "a rule says the same of every report, and has no latest");
  default:
    return settle_children(s, node, &whose, takes_year);
  }
}

/* Settled by whoever runs it: what `explain` shows first is the tree as written, and in place of
 * what an assertion runs there is to be a query. */
static bool comes_later(const struct node *tree) {
  return tree->kind == NODE_EXPLAIN || tree->kind == NODE_DEFINITION;
}

const struct node *latest_settle(struct arena *arena, const struct node *tree,
                                 const struct vocab *vocab, const struct panel *panel,
                                 const struct plan_settings *settings, struct latest_list *said,
                                 struct diags *diags) {
  struct plan plan = {.vocab = vocab, .form = -1};
  struct settling s = {.r = {.arena = arena,
                             .vocab = vocab,
                             .panel = panel,
                             .settings = settings,
                             .diags = diags,
                             .plan = &plan},
                       .said = said};
  struct whose whose = {.forms = settings->form >= 0 ? (uint64_t)1 << settings->form : ALL_FORMS};
  if (comes_later(tree) || !has_latest(tree))
    return tree;
  struct node *settled = node_copy(arena, tree, 0, 0);
  return settle(&s, settled, whose, true) ? settled : NULL;
}
