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

/* Tries the rules on the reports in todo and adds the results; those that a rule's own condition
 * leaves out are marked so already. False after messages. */
bool told_try(struct store *store, const struct check_request *request,
              const struct told_rules *rules, struct diags *diags);

/* What findings of such rules say is read from the text of their reports again. */
struct told_texts;
struct told_texts *told_texts_new(struct arena *arena, struct store *store,
                                  const struct check_request *request);
void told_texts_close(struct told_texts *texts); /* NULL is fine */

/* Fills instance, place and message of a finding, in `arena`. False after a message. */
bool told_describe(struct arena *arena, struct told_texts *texts, struct finding *finding,
                   struct diags *diags);

#endif
