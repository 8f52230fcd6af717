/* told: rules about what narratives tell, tried on the claims of all reports in one pass. Their
 * results are kept with the others (check_result), passes too, since how many instances a report
 * has only its text says.
 */
#ifndef OGI_CHECK_TOLD_H
#define OGI_CHECK_TOLD_H

#include "check/check.h"

struct told_rule {
  const struct rule *rule;
  int64_t number; /* in check_rule */
};

struct told_rules {
  struct told_rule *at;
  size_t n, cap;
};

/* Tries the rules on the reports in todo and adds the results. False after messages. */
bool told_try(struct store *store, const struct check_request *request,
              const struct told_rules *rules, struct diags *diags);

/* Fills instance, place and message of a finding of such a rule, from the text of its report; in
 * `arena`. False after a message. */
bool told_describe(struct arena *arena, struct store *store, const struct check_request *request,
                   struct finding *finding, struct diags *diags);

#endif
