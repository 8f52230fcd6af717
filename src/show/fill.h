/* fill: running text in the width of a window. */
#ifndef OGI_SHOW_FILL_H
#define OGI_SHOW_FILL_H

#include "base/str.h"

#include <stdio.h>

/* Writes a text whose paragraphs were filled by their author: lines that begin at the margin are
 * filled anew where one of them is wider than `width` columns (0: there is no limit). A line that
 * its author ended early stays one, and so do indented lines, empty ones, and a text that fits.
 * `lead` columns of its first line are taken already. */
void fill_write(FILE *out, struct str text, size_t width, size_t lead);

#endif
