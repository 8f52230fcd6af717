/* history: the statements typed in earlier sessions, in a file of one line each: a newline inside a
 * statement is written \n, a backslash \\. Sessions that run at once only ever append.
 */
#ifndef OGI_APP_HISTORY_H
#define OGI_APP_HISTORY_H

#include "base/str.h"

/* $OGI_HISTORY, else ogi/history in $XDG_STATE_HOME or ~/.local/state. NULL when there is no place
 * for it (OGI_HISTORY is empty, no home). In `arena`. */
const char *history_path(struct arena *arena);

/* The latest statements, oldest first, in `arena`; none when the file is not there or is no regular
 * file. */
struct str *history_read(struct arena *arena, const char *path, size_t *count);

/* Adds a statement; makes the file (mode 600) and its directory when they are not there. False with
 * errno when that fails. */
bool history_append(const char *path, struct str statement);

#endif
