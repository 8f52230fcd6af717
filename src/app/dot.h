/* dot: dot commands, lines that begin with a point: `.mode csv`, `.read "questions.ogi"`. People
 * who know sqlite3's shell type them. Most are another spelling of a statement, which is then run
 * as if it had been written; the others act on the session alone. A new one is a row in the table
 * in dot.c. Private to src/app.
 */
#ifndef OGI_APP_DOT_H
#define OGI_APP_DOT_H

#include "app/state.h"

struct dot_word {
  struct str text; /* without its quotes */
  struct span at;
  bool is_quoted;
};

/* One command while it runs. */
struct dot {
  struct run *run;
  struct span at;         /* the whole line */
  struct str rest;        /* what stands behind the name, as written */
  struct dot_word *words; /* the same, word by word, without comments */
  size_t n;
};

struct dot_command {
  const char *name;      /* without its point */
  const char *arguments; /* as help shows them: "FORMAT", "[NAME]", "on|off"; may be "" */
  const char *help;      /* one line */
  size_t least, most;    /* words that it takes */
  bool touches_files;    /* forbidden by --safe */
  const char *setting;   /* it is `set SETTING WORD`; without a word it shows the setting. NULL: */
  /* the statement that it is; NULL after a message. Where there is none either: */
  const struct node *(*statement)(struct dot *dot);
  bool (*act)(struct dot *dot); /* what it does; false after a message */
};

/* The commands by number, in the order in which help lists them; NULL behind the last. */
const struct dot_command *dot_at(size_t i);

/* Runs the command on a line of run->source, or gives in *tree the statement that it is. False
 * after a message. */
bool dot_run(struct run *run, struct span line, const struct node **tree);

/* dot_act.c: what those do that are no statement. */
bool dot_help(struct dot *dot);
bool dot_last(struct dot *dot);
bool dot_once(struct dot *dot);
bool dot_output(struct dot *dot);
bool dot_print(struct dot *dot);
bool dot_cd(struct dot *dot);
bool dot_shell(struct dot *dot);
bool dot_open(struct dot *dot);
bool dot_databases(struct dot *dot);
bool dot_edit(struct dot *dot);
bool dot_log(struct dot *dot);

/* dump.c */
bool dot_dump(struct dot *dot);

#endif
