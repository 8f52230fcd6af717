/* rules: a rule of the book → the statements that try it on all reports to be tried at once.
 *
 * They read the table todo(report, agency, year, edition, tables, before, before_edition,
 * before_tables): the reports, each with that of the same agency on the year before, and add to
 * check_result (store/store.h) what is not a plain pass. Reports that those of todo cover are in
 * cover(report, agency, part, edition, tables): the agencies and their reports; part is missing
 * where an agency has none of that year.
 */
#ifndef OGI_SQL_RULES_H
#define OGI_SQL_RULES_H

#include "plan/rule.h"
#include "sql/sql.h"

#define RULE_WHOLE (-1) /* check_result.instance: all instances of the report */
#define RULE_STATEMENTS 6

/* To be run in their order. `number` is the rule's in check_rule; `where` its resolved condition or
 * NULL. With `few` the reports are a small part of the panel and their readings are looked up one
 * by one, else the tables of figures are gone through. Returns how many statements there are. */
size_t sql_rule(struct arena *arena, const struct rule *rule, int64_t number,
                const struct cond *where, bool few, const struct vocab *vocab,
                const struct dialect *dialect, struct sql statements[RULE_STATEMENTS]);

/* Of a rule about what is told: marks the reports that its condition leaves out, as sql_rule does
 * of the others; and asks for them, in their order: report. */
struct sql sql_told_outside(struct arena *arena, int64_t number, const struct cond *where,
                            const struct vocab *vocab, const struct dialect *dialect);
struct sql sql_left_out(struct arena *arena, int64_t number, const struct dialect *dialect);

/* The findings of some rules, best before the others in the order of the numbers: rule, agency,
 * name, year, report, instance, status, blank, cell, lhs, rhs, path, place, edition, of a section
 * whether it stands out of order (NULL: it is missing), note, tables, layout, bases. The place is
 * that of a section; where a cell stands, the last three tell. `scope` is a condition on reports or
 * NULL; with `failures` only what failed, else STATUS_OUTSIDE too. */
struct sql sql_findings(struct arena *arena, const int64_t *numbers, size_t n,
                        const struct cond *scope, bool failures, const struct vocab *vocab,
                        const struct dialect *dialect);

/* Both sides of the formula in every instance of the reports in scope of which something else than
 * 0 is printed: report, instance, left, right, in the order of findings. Of rules about cells and
 * about reports. */
struct sql sql_sides(struct arena *arena, const struct rule *rule, const struct cond *scope,
                     const struct vocab *vocab, const struct dialect *dialect);

/* How often each status (but a plain pass) stands with each rule: rule, edition, whole, status,
 * blank, n. */
struct sql sql_verdicts(struct arena *arena, const int64_t *numbers, size_t n,
                        const struct cond *scope, const struct vocab *vocab,
                        const struct dialect *dialect);

/* The reports in scope: id, edition, agency (its name), year, path; in the order of names and
 * years. */
struct sql sql_tried(struct arena *arena, const struct cond *scope, const struct vocab *vocab,
                     const struct dialect *dialect);
/* The same counted: edition, n. */
struct sql sql_tried_count(struct arena *arena, const struct cond *scope, const struct vocab *vocab,
                           const struct dialect *dialect);

/* The reports in scope, in the order of names and years, each with that of its agency on the year
 * before (b) and after (n), missing ones NULL: agency, its name, year, r id, edition, path, b id,
 * edition, path, n id, edition, path. With `failing` only those of which an instance of a rule in
 * `numbers` fails, or of the report after it one of a rule in `carried`. (diagnose.c) */
struct rule_numbers {
  int64_t *at;
  size_t n, cap;
};
struct sql sql_failing(struct arena *arena, const struct rule_numbers *numbers,
                       const struct rule_numbers *carried, bool failing, const struct cond *scope,
                       const struct vocab *vocab, const struct dialect *dialect);

/* Makes todo: of all reports that count, or of the agencies in check_stale. */
struct sql sql_todo(struct arena *arena, bool stale_only, const struct dialect *dialect);

/* Makes cover, when todo is made. */
struct sql sql_cover(struct arena *arena, const struct dialect *dialect);

/* The reports that one covers: agency (its name), report, edition, in the order of names; those
 * that are missing too, with NULL. */
struct sql sql_covered(struct arena *arena, int64_t report, const struct dialect *dialect);

/* The sections of the next reports to be tried, from behind report ?1, ?2 reports at most: report,
 * edition, tables; the same of the year before; agency, year, form; section, text. */
struct sql sql_told(struct arena *arena, const struct dialect *dialect);

#endif
