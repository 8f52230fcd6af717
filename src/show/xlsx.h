/* xlsx: an answer as a workbook: the sheet "answer" has the figures, as numbers, "source" tells on
 * what they rest. Written by libxlsxwriter, which is only looked for when it is needed.
 */
#ifndef OGI_SHOW_XLSX_H
#define OGI_SHOW_XLSX_H

#include "show/show.h"

#define XLSX_NEEDS "libxlsxwriter (Debian's libxlsxwriter4)"

/* The format's write_file. errno: ENOSYS when the library is not there, EFBIG when the rows are
 * more than a sheet holds. The same answer gives the same bytes. */
bool xlsx_write(struct arena *scratch, const struct table *table, FILE *out);

#endif
