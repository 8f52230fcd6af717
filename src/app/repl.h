/* repl: questions typed at a terminal, answered one after the other. */
#ifndef OGI_APP_REPL_H
#define OGI_APP_REPL_H

#include "app/session.h"

/* Reads statements from the terminal and runs them until the user leaves. `greeting` is printed
 * first; NULL = none. Ctrl-C while a statement runs must reach session_interrupt by the caller's
 * handler; while one is typed it is seen to here. */
void repl_run(struct session *session, const char *greeting);

#endif
