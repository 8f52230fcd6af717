/* csv: comma separated values as RFC 4180 quotes them, and tab separated ones with escapes. */
#ifndef OGI_SHOW_CSV_H
#define OGI_SHOW_CSV_H

#include "show/show.h"

void csv_write(struct arena *scratch, const struct table *table, const struct show_options *options,
               FILE *out);

/* No quotes: a tab, an end of line and a backslash in a text are written \t, \n, \r and \\. */
void tsv_write(struct arena *scratch, const struct table *table, const struct show_options *options,
               FILE *out);

#endif
