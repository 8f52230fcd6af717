/* resolve: what the files that turn a tree into a plan share. Private to src/plan.
 */
#ifndef OGI_PLAN_RESOLVE_H
#define OGI_PLAN_RESOLVE_H

#include "form/names.h"
#include "plan/plan.h"

#include <regex.h>

#define OPEN_MAX 16 /* definitions within definitions */

/* The clauses of a query, each at most once but `where`. */
struct clauses {
  const struct node *by, *across, *having, *order, *top, *limit, *depth, *total, *as, *to;
  const struct node *consolidation, *within, *change, *others, *best, *section, *base, *rank,
      *balanced, *doubt;
};

struct resolve {
  struct arena *arena;
  const struct vocab *vocab;
  const struct panel *panel;
  const struct plan_settings *settings;
  struct diags *diags;
  struct plan *plan;
  uint64_t forms; /* those that the query can be about, as bits; 0: all */
  bool has_cells; /* the query is about cells: conditions on members are in order */
  struct {
    const struct node **at; /* conditions on members, all of which hold */
    size_t n, cap;
  } cell_conditions;
  bool restricts[7]; /* by enum report_dim: a condition names that dimension */
  const struct definition *open[OPEN_MAX]; /* those whose bodies are being resolved */
  int nopen;
  const struct definition *rate; /* `rate disclosure_rate`: that one; NULL */
};

/* --- condition.c */

/* Splits a condition into its part on reports (joined to plan->scope) and its part on cells. */
bool resolve_where(struct resolve *r, const struct node *cond);

/* Is it a condition on members alone? False after a message too. */
bool where_is_on_members(struct resolve *r, const struct node *cond);

/* The name on the left of a test; NULL when something else stands there. */
const struct node *test_name(const struct node *test);
/* Is the operator of a comparison `op`? */
bool test_is(const struct node *test, const char *op);
/* Compiles a pattern; the caller frees it. False after a message. */
bool resolve_regex(struct resolve *r, const struct node *pattern, regex_t *regex);

/* --- scope.c */

/* A condition on reports alone. NULL after a message. */
struct cond *scope_cond(struct resolve *r, const struct node *cond);

/* Is the word a count that each report keeps (`reports where unread > 0`)? */
bool scope_counts(struct str word);

/* Adds `more` to the scope by `and`. */
void scope_add(struct resolve *r, struct cond *more);
struct cond *cond_new(struct resolve *r, enum cond_kind kind);
/* `balanced`: of the scope as it is only agencies that have a report in each of its years. */
void scope_balance(struct resolve *r);
/* NULL after a message when low comes after high. */
struct cond *cond_years(struct resolve *r, int64_t low, int64_t high, struct span at);

/* --- forms.c */

/* Finds r->forms before any name is looked up. */
void forms_decide(struct resolve *r, const struct node *query);

/* Of meanings in several forms keeps those of the forms that the panel holds, those of the first
 * form when it holds none of them. Returns how many. */
size_t forms_choose(const struct resolve *r, struct meaning *found, size_t n);

/* Confines the plan to the one form that its figures belong to, where the panel holds others. */
void forms_scope(struct resolve *r);

/* The only form in the set; -1: none or several. */
int forms_single(uint64_t forms);

/* --- cells.c */

/* Takes out of keep[0 .. measure->ncells-1] the cells that a condition on members does not admit.
 */
bool resolve_keep(struct resolve *r, const struct measure *measure, const struct node *cond,
                  bool *keep);
/* Marks in keep[0 .. measure->ncells-1] the cells of the measure that all conditions on members
 * admit. */
bool resolve_cells(struct resolve *r, const struct measure *measure, bool *keep);

/* --- lookup.c */

/* Which report dimension a word names; -1 when none. */
int report_dim_named(struct str word);
const char *report_dim_key(enum report_dim dim);
const char *report_dim_zh(enum report_dim dim);
const char *report_dim_plural(enum report_dim dim);

/* A dimension, a measure or a member by name; -1 after a message. Members within `dimension`. */
int lookup_dimension(struct resolve *r, const struct node *name);
int lookup_measure(struct resolve *r, const struct node *name);
int lookup_member(struct resolve *r, int dimension, const struct node *name);

/* Says that a measure has no such dimension, and which measures have it. Returns false. */
bool lacks_dimension(struct resolve *r, const struct measure *measure, int dimension,
                     struct span at);

/* The agency, region … called so; a part that fits exactly one serves. False after a message. */
bool lookup_panel(struct resolve *r, enum report_dim dim, const struct node *name, int64_t *id,
                  struct str *full);

/* The edition (2021, cn.2021) or form called so. -1 after a message. */
int lookup_edition(struct resolve *r, const struct node *name);
int lookup_form(struct resolve *r, const struct node *name);

/* --- figure.c: expressions over measures */

/* Parts of one figure: a measure, its admitted cells, and a sign. */
struct term {
  int measure;
  int weight;
  bool *keep;
  int *places[2]; /* by form key: the position along it of each cell; group.c */
};

struct terms {
  struct term *at;
  size_t n, cap;
};

/* received; received + carried_in; withheld of applications. Conditions on members are applied. */
bool resolve_terms(struct resolve *r, const struct node *expr, int weight, struct terms *terms);
/* What a report must have for them; conditions on members are applied here too. */
struct parts terms_parts(struct resolve *r, const struct terms *terms);

/* --- defined.c: names that people gave to formulas */

/* The definition that a word stands for where no measure of the forms in play is called so; NULL:
 * none. `kinds`: FIND_…. */
const struct definition *defined_named(const struct resolve *r, unsigned kinds, struct str word);
/* Names like it, but for those that are being defined. */
size_t defined_near(struct resolve *r, unsigned kinds, struct str word, struct str near[3]);
/* The terms of a measure that is defined, under the conditions of the query and its own. */
bool defined_terms(struct resolve *r, const struct definition *definition, const struct node *use,
                   int weight, struct terms *terms);
/* `rate disclosure_rate`: the same head with both sides; stays open until defined_close. NULL after
 * a message. */
const struct node *defined_rate(struct resolve *r, const struct definition *definition,
                                const struct node *head);
void defined_close(struct resolve *r);

/* bind.c: is each parameter of a query declared once and used, each query that it runs known, and
 * none of them itself? */
bool bind_check(struct resolve *r, const struct node *tree);

/* --- narrative.c */

/* find "a" and "b": the head, and the clause `in section` (NULL: none). */
bool resolve_words(struct resolve *r, const struct node *wanted);
bool resolve_sections(struct resolve *r, const struct node *clause);

/* --- group.c */

/* Fills plan->shown and plan->groups from the terms of each figure. */
bool resolve_groups(struct resolve *r, struct terms *terms, const int *depths);

/* --- quantity.c: shares, rates, change, top … with others */

/* The key of a dimension, which may be named in the plural; -1. */
int quantity_key(const struct resolve *r, const struct node *name);
/* Adds the keys that `top N agencies by` and `within` name and `by` does not, first. */
bool quantity_first_keys(struct resolve *r, const struct node *head, const struct clauses *c,
                         int *depths);
/* Adds the two years of `change A to B` as a key, last. */
bool quantity_last_keys(struct resolve *r, const struct node *head, const struct clauses *c,
                        int *depths);
/* `rate A of B`: the terms of both sides, under the same conditions. */
bool quantity_rate_terms(struct resolve *r, const struct node *head, struct terms terms[2]);
/* After the groups are made: pairs those of a rate, and resolves within, change, others. */
bool quantity_finish(struct resolve *r, const struct node *head, const struct clauses *c);

/* keys.c: all keys of the plan, in their order. */
bool resolve_keys(struct resolve *r, const struct node *head, const struct clauses *c, int *depths);
/* A key by name; depth as declared. */
bool resolve_key(struct resolve *r, const struct node *dim, const struct node *common_depth,
                 bool across, int *depths);

/* figure.c: members joined by or, and, not → the cells of `measure` that they choose. */
bool resolve_members(struct resolve *r, const struct measure *measure, const struct node *expr,
                     bool *keep);
/* Is every name in the expression a member of some dimension of the measure? */
bool names_members(const struct vocab *vocab, const struct measure *measure,
                   const struct node *expr);

#define DEPTH_USUAL (-1)
#define DEPTH_LEAVES (-2)

#endif
