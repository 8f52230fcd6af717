/* text: an answer as a table aligned by display width, for terminals and for pipes. */
#ifndef OGI_SHOW_TEXT_H
#define OGI_SHOW_TEXT_H

#include "show/show.h"

void text_write(struct arena *scratch, const struct table *table,
                const struct show_options *options, FILE *out);

#endif
