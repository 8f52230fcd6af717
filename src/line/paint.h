/* paint: what a terminal shows of a frame, kept up to date by sending only what differs from the
 * frame before. Writes text and the plainest of control sequences; reads nothing.
 */
#ifndef OGI_LINE_PAINT_H
#define OGI_LINE_PAINT_H

#include "line/layout.h"

/* What is on the terminal now, from the row on which the prompt began. */
struct painter {
  struct arena arenas[2]; /* of the frame shown, and of the one before: taken in turns */
  struct frame shown;     /* rows of the window alone */
  int turn;
  size_t top;         /* the first row of the frame that is in the window */
  size_t row, column; /* of the cursor, in the window */
  size_t drawn;       /* rows of the terminal that the window has reached */
  bool has_colour;
};

/* An empty frame for the next paint. */
struct frame paint_frame(struct painter *painter);

/* Adds to `out` what turns the terminal from the frame shown to this one, of which at most `height`
 * rows are shown, those around the cursor. */
void paint(struct painter *painter, const struct frame *frame, size_t height, struct sbuf *out);

/* The terminal is `width` columns wide now, and has wrapped the rows anew: goes back to where the
 * prompt began and clears what is below. */
void paint_resized(struct painter *painter, size_t width, struct sbuf *out);

/* Nothing is shown, and the cursor stands at the beginning of a row: something else was written. */
void paint_forget(struct painter *painter);

void paint_free(struct painter *painter);

#endif
