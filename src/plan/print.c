/* print: a plan as text, for `explain plan` (see plan.h).
 */
#include "plan/resolve.h"

#include "form/report.h"

#include <limits.h>

static void print_number(struct sbuf *b, struct value number) {
  struct str text = value_plain(b->arena, number);
  sbuf_add(b, text);
}

static void print_cells(struct sbuf *b, const struct cell_list *cells) {
  for (size_t i = 0; i < cells->n;) {
    size_t k = i + 1;
    while (k < cells->n && cells->at[k].cell == cells->at[k - 1].cell + 1 &&
           cells->at[k].weight == cells->at[i].weight)
      k++;
    sbuf_addf(b, "%s%s%d", i > 0 ? " " : "", cells->at[i].weight < 0 ? "-" : "", cells->at[i].cell);
    if (k - i > 1)
      sbuf_addf(b, "..%d", cells->at[k - 1].cell);
    i = k;
  }
}

static void print_ids(struct sbuf *b, const char *what, const struct cond *cond) {
  sbuf_addf(b, "%s", what);
  for (size_t i = 0; i < cond->ids.n; i++)
    sbuf_addf(b, " #%lld", (long long)cond->ids.at[i]);
}

static void print_cond(struct sbuf *b, const struct cond *cond) {
  static const char *const compares[] = {"=", "!=", "<", "<=", ">", ">="};
  static const char *const states[] = {"a number", "blank",    "text",
                                       "unread",   "inferred", "missing"};
  switch (cond->kind) {
  case COND_AND:
  case COND_OR:
    sbuf_add_char(b, '(');
    print_cond(b, cond->left);
    sbuf_add_z(b, cond->kind == COND_AND ? " and " : " or ");
    print_cond(b, cond->right);
    sbuf_add_char(b, ')');
    return;
  case COND_NOT:
    sbuf_add_z(b, "not ");
    print_cond(b, cond->left);
    return;
  case COND_YEARS:
    sbuf_add_z(b, "year ");
    if (cond->low != INT64_MIN)
      sbuf_addf(b, "%lld", (long long)cond->low);
    if (cond->low != cond->high)
      sbuf_add_z(b, "..");
    if (cond->low != cond->high && cond->high != INT64_MAX)
      sbuf_addf(b, "%lld", (long long)cond->high);
    return;
  case COND_AGENCY:
    print_ids(b, "agency", cond);
    return;
  case COND_REGION:
    print_ids(b, cond->is_node ? "region at" : "region under", cond);
    return;
  case COND_LEVEL:
    sbuf_addf(b, "level = %.*s", STR_ARG(cond->text));
    return;
  case COND_WORD:
  case COND_MATCHES:
    sbuf_addf(b, "%s %s \"%.*s\"", report_dim_key(cond->dim), cond->kind == COND_WORD ? "=" : "~",
              STR_ARG(cond->text));
    return;
  case COND_EDITION:
    print_ids(b, "edition", cond);
    return;
  case COND_FORM:
    print_ids(b, "form", cond);
    return;
  case COND_FIGURE:
    sbuf_add_z(b, "cells ");
    print_cells(b, &cond->cells);
    sbuf_addf(b, " %s ", compares[cond->compare]);
    print_number(b, cond->number);
    return;
  case COND_STATE:
    sbuf_add_z(b, "cells ");
    print_cells(b, &cond->cells);
    sbuf_addf(b, " %s", states[cond->state]);
    return;
  case COND_COUNTER:
    sbuf_addf(b, "%.*s %s ", STR_ARG(cond->text), compares[cond->compare]);
    print_number(b, cond->number);
    return;
  case COND_CLEAN:
    sbuf_add_z(b, "no failing check");
    return;
  case COND_BALANCED:
    sbuf_add_z(b, "agency in every year");
    return;
  }
}

static void print_group(struct sbuf *b, const struct plan *plan, const struct group *group) {
  sbuf_addf(b, "  %.*s", STR_ARG(plan->figures[group->figure].name));
  for (int k = 0; k < plan->nform_keys; k++) {
    const struct shown *shown = &plan->shown[k][group->shown[k]];
    const struct key *key = &plan->keys[plan->form_keys[k]];
    struct str name =
        shown->member < 0
            ? STR("total")
            : plan->vocab->dimensions[key->dimension].members[shown->member].names.key;
    sbuf_addf(b, " %.*s=%.*s%s", STR_ARG(key->name), STR_ARG(name),
              shown->is_undivided ? " (undivided)" : "");
  }
  sbuf_add_z(b, group->total >= 0 && plan->aggregate == AGG_STATED ? ": over cells " : ": cells ");
  print_cells(b, &group->cells);
  if (group->total >= 0)
    sbuf_addf(b, "; cell %d of the row over all agencies", group->total);
  sbuf_add_z(b, group->is_stock ? "  stock\n" : "\n");
}

static void print_wanted(struct sbuf *b, const struct plan *plan, const struct wanted *wanted) {
  switch (wanted->kind) {
  case WANTED_WORD:
    sbuf_addf(b, "\"%.*s\"", STR_ARG(prose_word_text(plan->words[wanted->word])));
    return;
  case WANTED_NOT:
    sbuf_add_z(b, "not ");
    print_wanted(b, plan, wanted->left);
    return;
  case WANTED_AND:
  case WANTED_OR:
    sbuf_add_z(b, "(");
    print_wanted(b, plan, wanted->left);
    sbuf_add_z(b, wanted->kind == WANTED_AND ? " and " : " or ");
    print_wanted(b, plan, wanted->right);
    sbuf_add_z(b, ")");
    return;
  }
}

static void print_narrative(struct sbuf *b, const struct plan *plan) {
  if (plan->nsections > 0)
    sbuf_add_z(b, "\nsections:");
  for (size_t i = 0; i < plan->nsections; i++) {
    const struct plan_section *section = &plan->sections[i];
    sbuf_addf(b, "%s %d", i > 0 ? "," : "", section->n);
    if (section->form >= 0)
      sbuf_addf(b, " of %.*s", STR_ARG(plan->vocab->forms[section->form].names.key));
  }
  if (plan->wanted == NULL)
    return;
  sbuf_add_z(b, "\nwords: ");
  print_wanted(b, plan, plan->wanted);
}

struct str plan_print(struct arena *arena, const struct plan *plan) {
  static const char *const aggregates[] = {[AGG_SUM] = "sum",
                                           [AGG_AVG] = "average over reports",
                                           [AGG_MEDIAN] = "median over reports",
                                           [AGG_MIN] = "least over reports",
                                           [AGG_MAX] = "largest over reports",
                                           [AGG_STDDEV] = "standard deviation over reports",
                                           [AGG_PERCENTILE] = "percentile over reports",
                                           [AGG_FIRST] = "sum of each agency's first year",
                                           [AGG_LAST] = "sum of each agency's last year",
                                           [AGG_STATED] = "sum of printed totals",
                                           [AGG_GAP] = "printed totals less their leaves",
                                           [AGG_RATE] = "rate, over reports that have both sides",
                                           [AGG_COUNT] = "count",
                                           [AGG_LIST] = "list of reports",
                                           [AGG_MISSING] = "agencies and years without a report",
                                           [AGG_FIND] = "sentences that hold words",
                                           [AGG_CLAIMS] = "figures that narratives state"};
  struct sbuf b = {.arena = arena};
  sbuf_addf(&b, "compute: %s\nscope: ", aggregates[plan->aggregate]);
  if (plan->scope != NULL)
    print_cond(&b, plan->scope);
  else
    sbuf_add_z(&b, "all reports");
  if (plan->form >= 0)
    sbuf_addf(&b, ", of the form %.*s", STR_ARG(plan->vocab->forms[plan->form].names.key));
  print_narrative(&b, plan);
  for (size_t i = 0; i < plan->defined.n; i++)
    sbuf_addf(&b, "\nwith: %.*s = %.*s", STR_ARG(plan->defined.at[i]->names.key),
              STR_ARG(definition_formula(arena, plan->defined.at[i])));
  sbuf_add_z(&b, "\nkeys:");
  for (int k = 0; k < plan->nkeys; k++)
    sbuf_addf(&b, "%s %s%.*s", k > 0 ? "," : "", plan->keys[k].is_across ? "across " : "",
              STR_ARG(plan->keys[k].name));
  sbuf_addf(&b, "%s\n", plan->nkeys == 0 ? " none" : "");
  for (size_t f = 0; f < plan->nfigures; f++)
    if (plan->figures[f].unit.n > 0)
      sbuf_addf(&b, "column: %.*s in %.*s%s\n", STR_ARG(plan->figures[f].name),
                STR_ARG(plan->figures[f].unit), plan->figures[f].is_stock ? ", a stock" : "");
  if (plan->ngroups > 0)
    sbuf_add_z(&b, "groups:\n");
  for (size_t g = 0; g < plan->ngroups; g++)
    print_group(&b, plan, &plan->groups[g]);
  if (plan->is_share)
    sbuf_add_z(&b, "then: each as a share of its whole\n");
  if (plan->change == CHANGE_YEARLY)
    sbuf_add_z(&b, "then: compare with the year before\n");
  if (plan->change == CHANGE_PAIR)
    sbuf_addf(&b, "then: compare %d with %d\n", (int)plan->change_to, (int)plan->change_from);
  if (plan->index_base != 0)
    sbuf_addf(&b, "then: as an index, %d = 100\n", (int)plan->index_base);
  if (plan->has_rank)
    sbuf_add_z(&b, "then: rank the rows\n");
  if (plan->best != NULL)
    sbuf_addf(&b, "first: choose the %.*s %d by %.*s over the whole scope\n",
              STR_ARG(plan->best->text), (int)plan->best->first->number,
              STR_ARG(plan->keys[0].name));
  if (plan->has_others)
    sbuf_add_z(&b, "then: put what is left out together\n");
  if (plan->needs_one_year)
    sbuf_add_z(&b, "ask first: do the reports span one year?\n");
  if (!plan->may_mix_consolidated && plan->aggregate < AGG_COUNT)
    sbuf_add_z(&b, "ask first: does a consolidated report stand beside one it covers?\n");
  return sbuf_str(&b);
}
