/* progress: how far a load has come, on a terminal: one line, written anew.
 */
#ifndef OGI_APP_PROGRESS_H
#define OGI_APP_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct progress {
  FILE *out;       /* NULL: nothing is shown, it is no terminal */
  double begun;    /* seconds, of clock_seconds */
  double shown;    /* when the line was written last */
  bool is_written; /* the line stands on the terminal */
};

struct progress_counts {
  size_t files, all_files; /* done, and of how many */
  size_t reports, problems;
};

/* `out` is shown on only when it is a terminal and `quiet` is false. */
struct progress progress_new(FILE *out, bool quiet);

/* Writes the line when the load takes over a second and the line is old. */
void progress_show(struct progress *progress, const struct progress_counts *counts);

/* Takes the line away, before a message and at the end. */
void progress_clear(struct progress *progress);

#endif
