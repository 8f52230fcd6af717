/* line: a statement typed at the terminal, of one line or of several, by readline's keys. Knows
 * nothing of the language: what ends a statement, what a name is and what can come next is asked of
 * the client.
 *
 * On a terminal that can move its cursor the whole statement is one text to be edited, drawn with
 * colours (paint.h), with what the history proposes behind it and a list of what fits below it. On
 * one that cannot (TERM=dumb) readline draws, and each line of a statement is read on its own.
 *
 * There is one terminal, and readline keeps its state in globals: so there is one `struct line` at
 * a time.
 */
#ifndef OGI_LINE_LINE_H
#define OGI_LINE_LINE_H

#include "line/layout.h"

/* One thing that can stand at a place. */
struct line_offer {
  struct str word; /* to be written as it is */
  struct str note; /* a few words about it; may be empty */
};

struct line_offers {
  struct line_offer *at;
  size_t n, cap;
  size_t start; /* where the word begins that it would replace */
};

struct line_client {
  void *context;
  /* Is the text one whole statement, or several, so that Enter ends it? */
  bool (*is_whole)(void *context, struct str text);
  /* What can stand at offset `at`; texts in `arena`. */
  void (*complete)(void *context, struct arena *arena, struct str text, size_t at,
                   struct line_offers *offers);
  /* Writes an enum line_mark for each byte of the text; the marks are MARK_NONE before. */
  void (*mark)(void *context, struct str text, size_t cursor, unsigned char *marks);
};

struct line;

enum line_end {
  LINE_READ,
  LINE_EDITOR,  /* read, and to be opened in an editor first */
  LINE_DROPPED, /* Ctrl-C */
  LINE_LAST     /* end of the input: there is no text */
};

struct line_options {
  struct str prompt;
  bool has_colour;      /* where the terminal can move its cursor */
  bool has_suggestions; /* shown with colours only: without, they look typed */
};

/* The client must outlive it. */
struct line *line_open(const struct line_client *client);
void line_close(struct line *line);

/* Reads a text into `arena`, trimmed; it may be empty, or (a blank line gives up) no whole
 * statement. Signals that end or stop the program find the terminal as it was. */
enum line_end line_get(struct line *line, struct arena *arena, const struct line_options *options,
                       struct str *text);

/* Adds to what the arrow keys and Ctrl-R find. */
void line_remember(struct line *line, struct str text);
/* What was added last; empty: nothing. Valid until the next is added. */
struct str line_remembered(void);

#endif
