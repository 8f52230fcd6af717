/* package: a DOCX or XLSX file as the parts in its zip file that are wanted.
 */
#ifndef OGI_READ_PACKAGE_H
#define OGI_READ_PACKAGE_H

#include "base/diag.h"

struct part {
  struct str name; /* without a leading slash: word/document.xml */
  struct str bytes;
};

struct parts {
  struct part *at;
  size_t n, cap;
};

/* How likely `head` is the beginning of a package of this kind: 0 … 100. `ending` is that of its
 * files (".docx"), `folder` where its parts are ("word/"). */
int package_sniff(struct str head, struct str path, const char *ending, const char *folder);

/* Unpacks the parts whose names are `names` (closed by NULL; `xl/worksheets/` stands for all in the
 * folder). Returns false after diag_add when the file is damaged or has a password. */
bool package_open(struct arena *arena, struct str bytes, struct str path, const char *const *names,
                  struct parts *parts, struct diags *diags);

/* The part of this name, without regard to case; NULL when it is not there. */
const struct part *package_part(const struct parts *parts, struct str name);

#endif
