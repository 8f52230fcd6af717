/* window: how large the terminal is, and how much of it an answer may take.
 */
#ifndef OGI_APP_WINDOW_H
#define OGI_APP_WINDOW_H

#include <stdbool.h>
#include <stddef.h>

struct session;

struct window {
  size_t columns, rows; /* 0: not known */
};

/* The window of the terminal that a file descriptor is; $COLUMNS and $LINES where the terminal does
 * not tell. Both are 0 where it is no terminal. Asked anew each time: windows change. */
struct window window_of(int file);

/* Do answers go to a terminal now: not to a pipe, nor to the file of `.output`? */
bool session_has_terminal(const struct session *session);

/* The columns that an answer may take where it goes now: as `set width` says, else those of the
 * terminal; 0: as many as it needs. */
size_t session_width(const struct session *session);

#endif
