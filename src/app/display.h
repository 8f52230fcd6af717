/* display: how answers are shown to people, as `set` says (settings_display.c), and where they go.
 */
#ifndef OGI_APP_DISPLAY_H
#define OGI_APP_DISPLAY_H

#include "show/show.h"

#include <stdio.h>

/* AUTO: on a terminal, not elsewhere. */
enum when { WHEN_AUTO, WHEN_ON, WHEN_OFF };

struct display {
  enum when pager, colour, thousands, units;
  bool has_width; /* `set width N`; else as wide as the window */
  size_t width;   /* 0: no limit */
  bool has_null;
  struct str null;   /* what stands where there is no figure */
  struct str prompt; /* empty: ogi's own */
  bool has_no_headers;
  bool has_no_suggestions;      /* while typing */
  bool has_timing, keeps_going; /* as --timing and --keep-going say at first */
  bool has_echo;                /* statements of scripts are shown before they run */
};

struct pager;

struct output {
  FILE *stream;                     /* session_options.out when the session was opened */
  int screen;                       /* its file descriptor */
  struct pager *pager;              /* in front of it while a statement runs; NULL: none */
  bool is_left;                     /* whoever read the answer has left: the statement was ended */
  struct str once;                  /* `.once`: the file of the next answer; empty: none */
  FILE *file;                       /* where answers go instead; NULL: nowhere else */
  struct str path;                  /* of that file */
  const struct format *file_format; /* and what is restored when it is closed: */
  const struct format *format;
  FILE *out;
  size_t results;
};

/* The tables of the last answer (last.c). */
struct last_result {
  struct arena arena;
  struct {
    struct table **at;
    size_t n, cap;
  } tables;
  size_t bytes;
  bool is_open;      /* the statement that runs is one whose tables are kept */
  bool has_begun;    /* it has shown one */
  bool is_too_large; /* it could not be kept */
};

#endif
