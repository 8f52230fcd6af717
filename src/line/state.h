/* state: the line being typed, as the files of src/line share it. Private to them. */
#ifndef OGI_LINE_STATE_H
#define OGI_LINE_STATE_H

#include "line/line.h"
#include "line/paint.h"

#include <signal.h>

/* Signals that would leave the terminal in readline's mode, or the line half shown. */
enum { LINE_SIGNALS = 5 };

struct line {
  const struct line_client *client;
  bool is_plain; /* the terminal cannot move its cursor */
  bool has_colour, has_suggestions;
  struct str prompt, more;
  size_t width, height; /* of the terminal */

  struct arena arena; /* of the text being typed */
  struct str before;  /* plain: the lines above the one being typed */
  char *given;        /* what readline gave; NULL at the end of input */
  bool has_given;
  bool wants_editor;
  struct painter painter;
  bool is_dirty; /* what is shown is not what is typed */

  struct {
    struct arena arena;
    struct line_offers offers;
    bool is_open;
    bool has_blank; /* Tab wrote one behind the word */
    size_t end;     /* of the word in the text */
    size_t chosen;  /* offers.n: none */
  } list;
  struct {
    struct str typed;  /* before the arrow keys were used; in `arena` */
    struct str prefix; /* with which entries begin */
  } past;
  int keys;               /* the terminal, read without waiting; -1: there is no such file */
  sigset_t while_waiting; /* signals that are blocked even then */
  volatile sig_atomic_t hit[LINE_SIGNALS];
};

/* Readline's callbacks and signal handlers take no argument of ours: this is the one that is being
 * served. NULL when none is. */
extern struct line *line_current;

/* The text in readline's buffer, and a place in it. */
struct str line_text(void);

/* --- show.c: how it is drawn */
/* For rl_redisplay_function. */
void line_show(void);
/* Draws what is typed now. */
void line_draw(struct line *line);
/* Draws it for the last time, and `behind` behind it, and goes to the row below. */
void line_finish(struct line *line, const char *behind);
/* Draws anew: something else was written, or the terminal has another size. */
void line_redraw(struct line *line, bool is_resized);
void line_measure(struct line *line);
/* What the history would add to the text; empty: nothing. */
struct str line_suggestion(const struct line *line);

/* --- keys.c: what keys do */
void line_bind_keys(void);
/* --- tab.c: completion */
int line_tab(int count, int key);
int line_tab_back(int count, int key);
/* Rows of the list, at most `height`. */
void line_list(const struct line *line, struct frame *frame, size_t height);

#endif
