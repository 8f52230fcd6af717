/* display: how answers are shown to people, as `set` says (settings_display.c), and where they go.
 */
#ifndef OGI_APP_DISPLAY_H
#define OGI_APP_DISPLAY_H

#include "base/str.h"

#include <stdio.h>

/* AUTO: on a terminal, not elsewhere. */
enum when { WHEN_AUTO, WHEN_ON, WHEN_OFF };

struct display {
  bool has_width; /* `set width N`; else as wide as the window */
  size_t width;   /* 0: no limit */
  bool has_null;
  struct str null;   /* what stands where there is no figure */
  struct str prompt; /* empty: ogi's own */
  bool has_no_headers;
  bool has_no_colour, has_no_suggestions; /* while typing */
  bool has_timing, keeps_going; /* as --timing and --keep-going say at first */
  bool has_echo;                /* statements of scripts are shown before they run */
};

struct output {
  int screen; /* the file descriptor that session_options.out had when the session was opened */
  FILE *file; /* `.output "file"`; NULL: none */
};

#endif
