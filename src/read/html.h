/* html: web pages → documents, by libxml2. */
#ifndef OGI_READ_HTML_H
#define OGI_READ_HTML_H

#include "read/doc.h"

/* How likely `head`, the first bytes of a file, is a page: 0 … 100. */
int html_sniff(struct str head, struct str path);

/* See struct reader. A page in whatever state gives one document; charset.h tells its
 * character set. Tables are numbered as the page has them, from 1; a table that only lays out the
 * page (it holds tables, or a single cell) counts but gives its content as paragraphs and tables.
 */
bool html_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
               size_t *ndocs, struct diags *diags);

#endif
