/* docx_list: the automatic numbers of a Word document: 一、 （二） 3. before headings and items.
 * Private to docx*.c.
 */
#ifndef OGI_READ_DOCX_LIST_H
#define OGI_READ_DOCX_LIST_H

#include "read/package.h"

struct docx_lists;

/* Reads numbering and styles; either part may be missing. Returns NULL after diag_add. */
struct docx_lists *docx_lists_read(struct arena *arena, const struct part *numbering,
                                   const struct part *styles, struct diags *diags);

/* What the properties of a paragraph say; -1 and empty where they say nothing. */
struct docx_numbering {
  struct str style;
  int list, level;
};

/* Counts the paragraph and gives its number as printed, in the arena; empty when it has none or one
 * of a kind that is not known. */
struct str docx_lists_next(struct arena *arena, struct docx_lists *lists,
                           struct docx_numbering numbering);

#endif
