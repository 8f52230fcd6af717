/* match_title: one line as the title of a report: the words that a form's titles end in, and before
 * them a body and a year in either order, among marks that decorate them.
 */
#ifndef OGI_READ_MATCH_TITLE_H
#define OGI_READ_MATCH_TITLE_H

#include "read/match_index.h"
#include "read/match_line.h"

#define TITLE_GLYPHS 70  /* a line that is longer is no title */
#define AGENCY_GLYPHS 40 /* the longest agency's name seen has 26 characters */

struct title {
  struct str agency; /* empty, and 0, where the line does not say */
  int year;
  bool has_neighbour; /* another body's or year's title stands behind it on the line */
};

/* Reads a line. False when it holds none of the form's words or, unless it is `decorated` (a label
 * or a file name says that it is a title), is a sentence. */
bool title_read(struct arena *arena, const struct index_form *form, struct str text, bool decorated,
                struct title *title);

/* Where the words of a title stand: the longest of the form's. Its length in glyphs, 0 = none. */
size_t title_find(const struct index_form *form, const struct line_text *line, size_t *at);
/* The last year between two glyphs, its place in *at and, with 年 and 度, its end in *end; 0. */
int title_year(const struct line_text *line, size_t from, size_t to, size_t *at, size_t *end);
/* What stands between two glyphs as a name, without what decorates it; empty when it is none. */
struct str title_name(struct arena *arena, const struct line_text *line, size_t from, size_t to);
/* What stands before the title's words: agency and year in either order. */
void title_parts(struct arena *arena, const struct line_text *line, size_t from, size_t to,
                 struct str *agency, int *year);

#endif
