/* office: documents of older office programs (DOC, XLS, RTF, and WPS's own) → documents, by
 * LibreOffice, which turns them into DOCX or XLSX; DOC without it by antiword, as text.
 */
#ifndef OGI_READ_OFFICE_H
#define OGI_READ_OFFICE_H

#include "read/doc.h"

/* How likely `head`, the first bytes of a file, is such a document: 0 … 100. */
int office_sniff(struct str head, struct str path);

/* See struct reader. Says which package to install when no program is there. */
bool office_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
                 size_t *ndocs, struct diags *diags);

#endif
