/* xlsx: Excel workbooks → documents.
 */
#ifndef OGI_READ_XLSX_H
#define OGI_READ_XLSX_H

#include "read/doc.h"

/* How likely `head`, the first bytes of a file, is a workbook: 0 … 100. */
int xlsx_sniff(struct str head, struct str path);

/* See struct reader. The visible sheets in their order give one document; xlsx_layout.c tells its
 * paragraphs from its tables. In places `table` is the number of the sheet, `row` and `cell` are
 * the sheet's own. Numbers are given in full, not as their format rounds them; only dates and
 * shares (10%) are written as such. A formula that was never computed is given as text, `=…`. */
bool xlsx_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
               size_t *ndocs, struct diags *diags);

#endif
