/* markdown: an answer as a Markdown table (GitHub's), for reports that people read. */
#ifndef OGI_SHOW_MARKDOWN_H
#define OGI_SHOW_MARKDOWN_H

#include "show/show.h"

void markdown_write(struct arena *scratch, const struct table *table,
                    const struct show_options *options, FILE *out);

#endif
