/* csv: comma-separated and tab-separated values → a document of one table, whose first row may head
 * records (see map.h).
 */
#ifndef OGI_READ_CSV_H
#define OGI_READ_CSV_H

#include "read/doc.h"

int csv_sniff(struct str head, struct str path);

/* In whatever character set. The place of a cell is its line and the number of its field. */
bool csv_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
              size_t *ndocs, struct diags *diags);

#endif
