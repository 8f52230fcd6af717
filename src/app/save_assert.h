/* save_assert: assertions that say what a kept query answers now. Private to src/app.
 */
#ifndef OGI_APP_SAVE_ASSERT_H
#define OGI_APP_SAVE_ASSERT_H

#include "app/assert.h"

/* Appends an assertion for each row (for each figure of it) of the answer to a kept query, as many
 * as hold; returns how many. What is no query has none. */
size_t save_assertions(struct session *session, const struct kept *kept, struct sbuf *out);

#endif
