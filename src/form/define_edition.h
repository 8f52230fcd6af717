/* define_edition: `define edition …` → tables, blocks, rows, columns and cells.
 */
#ifndef OGI_FORM_DEFINE_EDITION_H
#define OGI_FORM_DEFINE_EDITION_H

#include "form/form.h"
#include "lang/tree.h"

/* Adds the edition to vocab->editions. Units, dimensions, forms and measures are there already;
 * cell numbers are not given yet. Marks inner members that the edition records, and makes printed
 * words names of what they stand for. */
bool define_edition(struct vocab *vocab, const struct node *item, int of_file, struct diags *diags);

#endif
