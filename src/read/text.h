/* text: plain text → a document. Lines with pipes are rows of tables, other lines paragraphs. */
#ifndef OGI_READ_TEXT_H
#define OGI_READ_TEXT_H

#include "read/doc.h"

/* How likely `head`, the first bytes of a file, is text: 0 … 100. */
int text_sniff(struct str head, struct str path);

/* See struct reader. Fails when the bytes are not UTF-8. The documents point into `bytes`. */
bool text_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
               size_t *ndocs, struct diags *diags);

#endif
