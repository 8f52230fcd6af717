/* docx: Word documents → documents.
 */
#ifndef OGI_READ_DOCX_H
#define OGI_READ_DOCX_H

#include "read/doc.h"

/* How likely `head`, the first bytes of a file, is a Word document: 0 … 100. */
int docx_sniff(struct str head, struct str path);

/* See struct reader. Text deleted under tracked changes is left out, inserted text is in. Automatic
 * numbers stand before their paragraphs as printed, as far as docx_list.h knows their kind. Tables
 * are numbered as they begin, from 1; as in pages, one that holds tables or a single cell counts
 * but gives its content as paragraphs and tables. */
bool docx_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
               size_t *ndocs, struct diags *diags);

#endif
