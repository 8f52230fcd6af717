/* format: the canonical text of statements. Read back it gives the same tree; formatted again it
 * stays as it is. Nothing is looked up: names stay as they were written.
 *
 * Keywords in small letters, one blank between words, no brackets that change nothing, strings in
 * double quotes. A statement stands on one line, or where that is too long has a line for each
 * clause, then for each `and`, then for each part of what stands in brackets.
 */
#ifndef OGI_LANG_FORMAT_H
#define OGI_LANG_FORMAT_H

#include "lang/tree.h"

#define FORMAT_WIDTH 100 /* columns of a line, a Han character taking two */

/* A statement, without a newline at the end. */
struct str format_tree(struct arena *arena, const struct node *tree);

/* A statement on one line, however long. */
struct str format_line(struct arena *arena, const struct node *tree);

/* A script: statements a line each, comments and blank lines between them kept (of several blank
 * lines one). False after messages: some statement cannot be read, and nothing is given. */
bool format_script(struct arena *arena, const struct source *source, struct str *text,
                   struct diags *diags);

#endif
