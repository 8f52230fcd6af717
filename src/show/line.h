/* line: an answer a column a line, `name = value`, for tables wider than any window. */
#ifndef OGI_SHOW_LINE_H
#define OGI_SHOW_LINE_H

#include "show/show.h"

void line_write(struct arena *scratch, const struct table *table,
                const struct show_options *options, FILE *out);

#endif
