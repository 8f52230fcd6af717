/* claims: figures in sentences (see answer.h). */
#include "app/narrative.h"

bool answer_claims(struct arena *arena, const struct plan *plan, struct store *store,
                   bool for_people, struct table *table, struct diags *diags) {
  (void)arena, (void)store, (void)for_people, (void)table;
  return diag_add(diags, DIAG_UNSUPPORTED, plan->span, "\"claims\" cannot be asked yet");
}
