/* check_counts: how often each rule came out how, as a table. Private to src/app. */
#ifndef OGI_APP_CHECK_COUNTS_H
#define OGI_APP_CHECK_COUNTS_H

#include "check/check.h"

/* The rules of which something was tried; what is waived or known only where there is such. In the
 * arena. */
struct table *check_count_table(struct arena *arena, const struct rule_list *rules,
                                const struct check_count *counts);

/* "nothing to try: …": the others, which a row of zeros each would make too much of; empty where
 * there are none. */
struct str check_idle_rules(struct arena *arena, const struct rule_list *rules,
                            const struct check_count *counts);

#endif
