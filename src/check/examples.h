/* examples: of each rule of the book reports that pass it and reports that fail it, as
 * stdlib/checks has them (*.ogit): they are tried like any test file, and `show rule` prints them.
 */
#ifndef OGI_CHECK_EXAMPLES_H
#define OGI_CHECK_EXAMPLES_H

#include "plan/rule.h"

struct rule_examples {
  struct str passes, fails; /* statements, parted by "; "; empty: there is none */
};

/* Those of a rule, the first of each, in `arena`. `dir` as for book_read. False after messages. */
bool rule_examples(struct arena *arena, const char *dir, const struct rule *rule,
                   struct rule_examples *examples, struct diags *diags);

#endif
