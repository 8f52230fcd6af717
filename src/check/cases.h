/* cases: what the rules say, report by report: a case is a rule and a report that it applies to, as
 * testing tools count them.
 */
#ifndef OGI_CHECK_CASES_H
#define OGI_CHECK_CASES_H

#include "check/write.h"

enum case_outcome {
  CASE_PASSED, /* what could be decided passes */
  CASE_FAILED,
  CASE_WAIVED, /* it fails, and all that fails is waived or in the baseline */
  CASE_SKIPPED /* nothing could be decided */
};

struct check_case {
  const struct rule *rule;
  struct str agency, file; /* file: empty of a case without a report (a year that is missing) */
  int year;
  enum case_outcome outcome;
  const struct finding *findings; /* all that is not a plain pass */
  size_t n;
};

/* Goes through the cases: by rule in the order asked, then by agency and year. A rule whose own
 * condition leaves a report out, or that has no instance in its edition, has no case there. What
 * `visit` is given lives until it returns. False after a message, or when `visit` says so. */
bool check_cases(const struct check_report *report,
                 bool (*visit)(void *context, const struct check_case *one), void *context,
                 struct diags *diags);

/* `NAME 2021` */
struct str case_name(struct arena *arena, const struct check_case *one);

/* Why a CASE_WAIVED does not count: "waived" or "in the baseline". */
const char *case_excuse(const struct check_case *one);

/* A finding in one line, without its agency and year: instance, sentence, both sides, place. */
struct str finding_line(struct arena *arena, const struct check_report *report,
                        const struct finding *finding);

/* The line of a text file that a place names; 0: it names none. */
int finding_file_line(const struct finding *finding);

#endif
