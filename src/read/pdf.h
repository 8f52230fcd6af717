/* pdf: PDF files → documents, by the programs of poppler: words and ruled lines where tables have
 * them, else text laid out in lines.
 */
#ifndef OGI_READ_PDF_H
#define OGI_READ_PDF_H

#include "read/doc.h"

/* How likely `head`, the first bytes of a file, is a PDF: 0 … 100. */
int pdf_sniff(struct str head, struct str path);

/* See struct reader. Says which package to install when the program is not there, and that a file
 * holds pictures alone. Lines and tables are counted through all
 * pages. */
bool pdf_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
              size_t *ndocs, struct diags *diags);

#endif
