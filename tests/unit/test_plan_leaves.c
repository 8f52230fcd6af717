/* A set of members is a set of leaf cells: however it is said, no leaf is counted twice. */
#include "lang_help.h"

#include <stdlib.h>

/* The cells of the query's group number `g`, sorted, with their weights, as text. */
static struct str cells_of_group(struct bench *b, const struct plan *plan, size_t g) {
  struct sbuf out = {.arena = &b->arena};
  const struct cell_list *cells = &plan->groups[g].cells;
  for (int cell = 0; cell < b->vocab.ncells; cell++)
    for (size_t i = 0; i < cells->n; i++)
      if (cells->at[i].cell == cell)
        sbuf_addf(&out, "%s%s%d", out.n > 0 ? " " : "", cells->at[i].weight < 0 ? "-" : "", cell);
  return sbuf_str(&out);
}

static struct str cells_of(struct bench *b, const char *query) {
  struct plan *plan = plan_of(b, query);
  if (plan == NULL)
    fail_msg("%s: %s", query, message(b));
  assert_int_equal(plan->ngroups, 1);
  return str_copy(&b->arena, cells_of_group(b, plan, 0));
}

static size_t count_of(struct bench *b, const char *query) {
  struct plan *plan = plan_of(b, query);
  if (plan == NULL)
    fail_msg("%s: %s", query, message(b));
  return plan->groups[0].cells.n;
}

static void assert_same(struct bench *b, const char *one, const char *other) {
  assert_string_equal(str_z(&b->arena, cells_of(b, one)), str_z(&b->arena, cells_of(b, other)));
}

static void sizes(void **state) {
  struct bench *b = bench_of(state);
  assert_int_equal(count_of(b, "sum received"), 6);
  assert_int_equal(count_of(b, "sum applications"), 6 * 22);
  assert_int_equal(count_of(b, "sum applications where outcome=withheld"), 6 * 8);
  assert_int_equal(count_of(b, "sum applications where requester=organisation"), 5 * 22);
  assert_int_equal(
      count_of(b, "sum applications where requester=natural_person and outcome=withheld"), 8);
  assert_int_equal(count_of(b, "sum applications where outcome=otherwise_closed"), 6 * 4);
  assert_int_equal(count_of(b, "sum applications where outcome==otherwise_closed"), 6);
  assert_int_equal(count_of(b, "sum fees"), 1);
}

static void unions_count_once(void **state) {
  struct bench *b = bench_of(state);
  const char *const same[] = {
      "sum applications where outcome=withheld",
      "sum applications where outcome=withheld or outcome=state_secret",
      "sum applications where outcome in (withheld, state_secret, withheld)",
      "sum applications where outcome=(withheld or withheld)",
      "sum applications where outcome under withheld",
      "sum applications where not (not outcome=withheld)",
      "sum applications where not outcome!=withheld",
      ("sum applications where outcome not in (disclosed, partly_disclosed, unavailable,"
       " not_processed, otherwise_closed)"),
      "sum withheld of applications",
      "sum (withheld or state_secret) of applications",
      "sum (withheld and not disclosed) of applications",
      "sum not (not withheld) of applications",
      "sum applications where 办理结果=不予公开",
      "sum applications where outcome=\"（三）不予公开\"",
  };
  for (size_t i = 1; i < sizeof same / sizeof same[0]; i++)
    assert_same(b, same[0], same[i]);
}

static void complements_and_intersections(void **state) {
  struct bench *b = bench_of(state);
  assert_same(b, "sum applications where outcome!=withheld",
              "sum applications where not outcome=withheld");
  assert_same(b, "sum applications where outcome not under withheld",
              "sum not withheld of applications");
  assert_same(b, "sum applications where outcome=withheld and outcome=state_secret",
              "sum applications where outcome=state_secret");
  assert_same(b, "sum applications where outcome=withheld where requester=company",
              "sum applications where requester=company and outcome=withheld");
  assert_same(b, "sum (company and withheld) of applications",
              "sum withheld of applications where requester=company");
  assert_same(b, "sum applications where not (requester=company or outcome=withheld)",
              "sum applications where requester!=company and outcome!=withheld");
  assert_int_equal(count_of(b, "sum applications where outcome=withheld and outcome=disclosed"), 0);
}

/* The groups of a query together: each leaf once, whatever the level shown. */
static void assert_parted(struct bench *b, const char *query, size_t expected) {
  struct plan *plan = plan_of(b, query);
  if (plan == NULL)
    fail_msg("%s: %s", query, message(b));
  int *times = ARENA_ARRAY(&b->arena, int, b->vocab.ncells);
  size_t n = 0;
  for (size_t g = 0; g < plan->ngroups; g++) {
    const struct shown *shown =
        plan->nform_keys > 0 ? &plan->shown[0][plan->groups[g].shown[0]] : NULL;
    if (shown != NULL && shown->is_subtotal)
      continue;
    for (size_t i = 0; i < plan->groups[g].cells.n; i++, n++)
      assert_int_equal(times[plan->groups[g].cells.at[i].cell]++, 0);
  }
  assert_int_equal(n, expected);
}

static void rows_part_the_leaves(void **state) {
  struct bench *b = bench_of(state);
  assert_parted(b, "sum applications by outcome", 132);
  assert_parted(b, "sum applications by outcome depth 1", 132);
  assert_parted(b, "sum applications by outcome depth 2", 132);
  assert_parted(b, "sum applications by outcome leaves", 132);
  assert_parted(b, "sum applications by requester", 132);
  assert_parted(b, "sum applications by requester depth 1", 132);
  assert_parted(b, "sum applications by requester depth 2 across outcome", 132);
  assert_parted(b, "sum applications by outcome across requester where outcome=withheld", 48);
  assert_parted(b, "sum applications by outcome where outcome=otherwise_closed", 24);
  assert_parted(b, "sum lawsuits by route, result", 8);
  assert_parted(b, "sum documents by status across document", 12);
}

static void weights(void **state) {
  struct bench *b = bench_of(state);
  struct plan *plan = plan_of(b, "sum received - carried_in + carried_forward by year");
  assert_non_null(plan);
  int sum = 0;
  for (size_t i = 0; i < plan->groups[0].cells.n; i++)
    sum += plan->groups[0].cells.at[i].weight;
  assert_int_equal(plan->groups[0].cells.n, 18);
  assert_int_equal(sum, 6);
}

static void printed_totals(void **state) {
  struct bench *b = bench_of(state);
  struct plan *plan = plan_of(b, "stated applications");
  assert_non_null(plan);
  assert_int_equal(plan->groups[0].cells.n, 1);
  assert_true(plan->groups[0].cells.at[0].cell >= b->vocab.nleaves);
  assert_int_equal(count_of(b, "gap applications"), 1 + 132);
  assert_non_null(plan_of(b, "stated applications where requester=company"));
  assert_non_null(plan_of(b, "stated applications where outcome=disclosed"));
  assert_non_null(plan_of(b, "stated lawsuits by route, year"));
  assert_null(plan_of(b, "stated applications where outcome=withheld"));
  assert_null(plan_of(b, "stated applications where requester=organisation"));
  assert_null(plan_of(b, "stated applications where requester=company and outcome=disclosed"));
  assert_null(plan_of(b, "stated decisions"));
}

static void stocks(void **state) {
  struct bench *b = bench_of(state);
  assert_false(plan_of(b, "sum received")->needs_one_year);
  assert_true(plan_of(b, "sum carried_forward")->needs_one_year);
  assert_false(plan_of(b, "sum carried_forward by year")->needs_one_year);
  assert_false(plan_of(b, "last carried_forward")->needs_one_year);
  assert_false(plan_of(b, "avg carried_forward")->needs_one_year);
  assert_true(plan_of(b, "sum reviews")->needs_one_year);
  assert_false(plan_of(b, "sum reviews where result!=pending")->needs_one_year);
  assert_true(plan_of(b, "sum received + carried_in")->needs_one_year);
  assert_true(plan_of(b, "sum documents where status=in_force")->needs_one_year);
  assert_false(plan_of(b, "sum documents where status=issued")->needs_one_year);
}

static void refusals(void **state) {
  struct bench *b = bench_of(state);
  const struct {
    const char *query;
    enum diag_code code;
  } refused[] = {
      {"sum documents", DIAG_STOCK},
      {"sum documents by year", DIAG_STOCK},
      {"sum documents where status in (issued, in_force)", DIAG_STOCK},
      {"sum reviews where result in (upheld, pending)", DIAG_STOCK},
      {"sum received + fees", DIAG_UNIT},
      {"sum received - procurement", DIAG_UNIT},
      {"sum received by outcome", DIAG_NO_DIMENSION},
      {"sum received where outcome=withheld", DIAG_NO_DIMENSION},
      {"sum applications where outcome=witheld", DIAG_NAME},
      {"sum recieved", DIAG_NAME},
      {"sum applications where outcome=withheld or year=2021", DIAG_CLAUSE},
      {"count reports where outcome=withheld", DIAG_CLAUSE},
      {"sum applications where outcome==withheld", DIAG_VALUE},
      {"stated decisions", DIAG_STATED},
      {"sum received by year by year", DIAG_CLAUSE},
  };
  for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
    if (plan_of(b, refused[i].query) != NULL)
      fail_msg("%s is not refused", refused[i].query);
    assert_int_equal(b->diags.n, 1);
    assert_int_equal(b->diags.at[0].code, refused[i].code);
    assert_true(b->diags.at[0].at.start < b->diags.at[0].at.end);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sizes),
      cmocka_unit_test(unions_count_once),
      cmocka_unit_test(complements_and_intersections),
      cmocka_unit_test(rows_part_the_leaves),
      cmocka_unit_test(weights),
      cmocka_unit_test(printed_totals),
      cmocka_unit_test(stocks),
      cmocka_unit_test(refusals),
  };
  return cmocka_run_group_tests(tests, bench_make, bench_drop);
}
