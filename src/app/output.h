/* output: where answers go: the terminal, a pager in front of it, a pipe, the file of `.output` or
 * `.once`; and the last answer, kept for `.last`. Private to src/app.
 */
#ifndef OGI_APP_OUTPUT_H
#define OGI_APP_OUTPUT_H

#include "app/state.h"

/* --- output.c */

/* May what goes to this file descriptor be coloured? As `set colour` says; else on a terminal,
 * unless NO_COLOR forbids it or TERM is one that knows no colours. */
bool output_has_colour(const struct session *session, int file);

/* How a table in this format is shown under the session's settings. */
struct show_options output_options(const struct session *session, const struct format *format,
                                   bool is_terminal);

/* The footer of a table: to standard error, or below the table where both are one terminal. */
void output_footer(struct session *session, const struct table *table);

/* Shows a table where answers go now, with its footer. is_part: the same answer had another before.
 */
void output_put(struct run *run, struct table *table, const struct format *format, bool is_part);

/* A table in the middle of a text for people that goes to `out`: without a footer, and fitted to
 * the window where answers go to one. */
void output_within(struct run *run, struct table *table, FILE *out);
/* A line below it, which looks as a footer does. */
void output_below(struct run *run, struct str line, FILE *out);

/* Writes a table into the file that `to` names, in a format of any kind. False after a message. */
bool output_write(struct run *run, struct table *table, const struct format *format,
                  const struct node *to);

/* --- output_file.c */

/* Opens the file; answers go there until output_close. Its ending chooses the format where the
 * session's is `table`. False after a message. */
bool output_open(struct run *run, struct str path, struct span at);
/* Back to where answers went before; false after a message when the file could not be written. */
bool output_close(struct session *session, struct diags *diags);

/* --- last.c */

/* A statement begins; is_answer: its tables are what `.last` shows from then on. */
void last_begin(struct session *session, bool is_answer);
/* Keeps a copy of the table for `.last`: those of one statement together, if they are not too
 * large. */
void last_keep(struct session *session, const struct table *table);
/* Shows them again in a format, or writes them into the file that `to` (a string node; NULL: none)
 * names. False after a message at `at`. */
bool last_show(struct run *run, const struct format *format, const struct node *to, struct span at);

/* --- pager.c */

/* From here on answers of the statement wait until it is known whether they fit the window; a
 * longer one goes to the pager. Does nothing where there is no terminal or no pager. */
void pager_begin(struct session *session);
/* Shows what is left, and waits until the pager ends: to be called when the statement's view of the
 * panel has ended. */
void pager_end(struct session *session);

#endif
