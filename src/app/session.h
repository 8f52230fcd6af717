/* session: what lasts from one statement to the next: the vocabulary, the open panel, the settings.
 * And running statements in it. The REPL and main know the language only through this.
 */
#ifndef OGI_APP_SESSION_H
#define OGI_APP_SESSION_H

#include "base/diag.h"
#include "line/line.h"
#include "show/show.h"

struct session;

struct session_options {
  const char *database; /* -d; NULL = in memory */
  const char *stdlib;   /* --stdlib DIR; NULL = the definitions compiled in */
  const char *format;   /* --format; NULL = table */
  bool safe;            /* --safe: no statement touches a file */
  bool readonly;        /* --readonly */
  bool strict;          /* --strict: doubts on loading are failures */
  bool keep_going;      /* --keep-going: errors do not stop a script */
  bool quiet;           /* --quiet: no footers, no progress */
  bool has_json_errors; /* --error-format json: messages for programs */
  bool timing;          /* --timing: time of each statement on standard error */
  unsigned jobs;        /* --jobs: processes that read files; 0 = one for each processor */
  unsigned seconds;     /* --file-seconds: for reading one file; 0 = POOL_SECONDS */
  bool is_interactive;  /* the REPL: colour, cut to the terminal's width */
  FILE *out, *err;
  FILE *log; /* messages go there too; NULL: nowhere else */
};

/* Writes messages to options->err, for people or as JSON. */
void session_say(const struct session_options *options, const struct diags *diags);

/* NULL when definitions or panel cannot be opened; messages are on options->err and *status says
 * how bad. */
struct session *session_open(const struct session_options *options, int *status);
void session_close(struct session *session);

/* Loads reports, folders, globs named on the command line. Returns the exit status it stands for.
 */
int session_load(struct session *session, const char *const *paths, size_t npaths);

/* Runs the user's file ~/.ogirc (or ~/.config/ogi/init.ogi), then `.ogi/rc` of the working
 * directory. Mistakes in them are told and change nothing else. */
void session_init(struct session *session);

/* Runs the statements in `text`; `name` is how messages call it, `first_line` the number of its
 * first line. Returns the worst status. *stop is set when a script must not go on (status 2 or 4
 * without keep_going). */
int session_run(struct session *session, struct str name, struct str text, uint32_t first_line,
                bool *stop);

/* REPL: where the statement that begins at `from` ends, as typed or pasted: text.n at the end. */
size_t session_statement(struct session *session, struct str text, size_t from);

/* REPL: is the last statement of `text` unfinished? Decided by the parser: its end cannot be
 * accepted but some further token can. */
bool session_needs_more(struct session *session, struct str text);

/* REPL: what can stand at offset `at` of `text`: whole words that fit after the tokens before it
 * and begin with the word being typed. Texts live in `arena`. */
void session_complete(struct session *session, struct arena *arena, struct str text, size_t at,
                      struct line_offers *offers);

/* REPL: what each byte of `text` is: an enum line_mark; marks are MARK_NONE before. A word at the
 * cursor may still become one that is known. */
void session_mark(struct session *session, struct str text, size_t cursor, unsigned char *marks);

/* REPL: opens the text in the user's editor. False after a message; *edited, in `arena`, is what he
 * left. */
bool session_edit(struct session *session, struct arena *arena, struct str text,
                  struct str *edited);
/* REPL: was `.edit` among the statements since this was asked last? */
bool session_wants_editor(struct session *session);

/* REPL: `set prompt`; empty: ogi's own. */
struct str session_own_prompt(const struct session *session);

/* REPL: `set colour`, `set suggestions`. */
bool session_has_colour(const struct session *session);
bool session_has_suggestions(const struct session *session);

/* REPL: an empty line. In the tutorial it runs the next step; returns the statements, else nothing.
 */
struct str session_enter(struct session *session);

/* REPL: the end of input. True when that only leaves the tutorial. */
bool session_leave(struct session *session);

/* REPL: what the prompt says of the panel: "7 reports 2019-2025", "empty". In `arena`. */
struct str session_prompt(struct session *session, struct arena *arena);

/* Ends the running query; may be called from a signal handler. */
void session_interrupt(struct session *session);

/* Did the user ask to leave (`quit`)? */
bool session_is_over(const struct session *session);

#endif
