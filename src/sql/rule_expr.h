/* rule_expr: the formula of a rule as SQL. */
#ifndef OGI_SQL_RULE_EXPR_H
#define OGI_SQL_RULE_EXPR_H

#include "plan/rule.h"
#include "sql/gen.h"

/* Over columns o0 … of operands, or with `cell` not NULL over that expression as the only one; over
 * report r, agency a and todo t for facts. `unit` is what 1 is in the figures. */
void gen_expr(struct gen *g, const struct expr *expr, const char *cell, const char *unit);

/* The sides to be shown: of the first comparison that does not hold; NULL where there is none. */
void gen_side(struct gen *g, const struct rule *rule, int side, const char *cell, const char *unit);
/* The number of that comparison. */
void gen_side_number(struct gen *g, const struct rule *rule);

/* Does the formula hold wherever nothing but zeros is printed? Then such instances need not be
 * looked at. */
bool rule_passes_zero(const struct rule *rule);

/* A generator without a plan. */
struct gen rule_gen(struct arena *arena, const struct vocab *vocab, const struct dialect *dialect);

/* The reports that those of todo cover, as the rows of cover (see rules.h). */
void gen_cover(struct gen *g);

/* The beginning of every statement that adds results. */
#define RESULT                                                                                     \
  "INSERT INTO check_result(rule, agency, year, report, instance, status, blank, cell, lhs, rhs) "

#define RESULT_NOTED                                                                               \
  "INSERT INTO check_result(rule, agency, year, report, instance, status, blank, cell, lhs, rhs, " \
  "note) "

/* The statement whose SELECT was generated, its beginning (one of these) before WITH. */
struct sql rule_results(struct gen *g, const char *beginning);

/* Adds " AND NOT EXISTS (…)": the report in `row` (its agency, year, report) has no result of the
 * rule yet; with `instance` none for that instance or the whole, with "" none for the whole. */
void gen_untried(struct gen *g, int64_t number, const char *row, const char *instance);

/* term(cell, instance, operand, …): the terms of a rule. (rule_sums.c) */
void gen_terms(struct gen *g, const struct rule *rule);

/* One statement each: of a rule about each cell alone (rule_every.c), and of any other about cells
 * (rule_sums.c). */
struct sql rule_every_sql(struct gen *g, const struct rule *rule, int64_t number, bool few);
struct sql rule_sums_sql(struct gen *g, const struct rule *rule, int64_t number, bool few);

#endif
