/* json: one object for a statement, a row to a line; jsonl: an object a row. */
#ifndef OGI_SHOW_JSON_H
#define OGI_SHOW_JSON_H

#include "show/show.h"

void json_write(struct arena *scratch, const struct table *table,
                const struct show_options *options, FILE *out);
void jsonl_write(struct arena *scratch, const struct table *table,
                 const struct show_options *options, FILE *out);

#endif
