/* tutorial: the statement `tutorial`, step by step at a terminal, all at once elsewhere. Its text
 * is stdlib/tutorial.txt, its reports are the examples, compiled in. It runs in a session of its
 * own, so that neither panel nor settings of the user's change. Private to src/app.
 */
#ifndef OGI_APP_TUTORIAL_H
#define OGI_APP_TUTORIAL_H

#include "app/state.h"

struct tutorial;

/* `tutorial`. At a terminal session->tutorial is set, and what is typed then is the tutorial's. */
bool run_tutorial(struct run *run, const struct node *tree);

/* The session in which its statements run. */
struct session *tutorial_session(const struct tutorial *tutorial);

/* Runs the next step and shows the one behind it; behind the last one leaves. Returns what was run,
 * empty when nothing was. */
struct str tutorial_step(struct session *session);

/* What the user typed, in the tutorial's session; `quit` leaves the tutorial alone. */
int tutorial_run(struct session *session, struct str name, struct str text, bool *stop);

/* "tutorial 3/10", for the prompt. */
struct str tutorial_prompt(const struct tutorial *tutorial, struct arena *arena);

/* Back to the user's own session, which is said. */
void tutorial_leave(struct session *session);

/* Frees it and its session. */
void tutorial_close(struct tutorial *tutorial);

#endif
