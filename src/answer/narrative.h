/* narrative: goes through the sections that a `find` asks for, and fills the columns
 * that both have. Private to src/answer.
 */
#ifndef OGI_ANSWER_NARRATIVE_H
#define OGI_ANSWER_NARRATIVE_H

#include "answer/answer.h"

struct narrative {
  struct arena *arena; /* of the answer */
  const struct plan *plan;
  struct table *table;
  struct diags *diags;
  int context; /* characters shown behind what was found, and two thirds of it before; 0: the whole
                  sentence */
  struct cursor *cursor;
  /* The section at hand; text and lines live until the next. */
  int year, form, number;
  struct str agency, path;
  struct str text, lines;
};

/* Columns that stand first: year, agency, section, its heading, place. */
#define NARRATIVE_COLUMNS 5

/* Asks, and makes the columns: those above and then the `more` given. False after a message. */
bool narrative_begin(struct narrative *n, struct store *store, const struct column *more,
                     size_t nmore);

/* The next section: 1; 0 when there is none or the answer is full; -1 after a message. */
int narrative_next(struct narrative *n);

/* A new row about what stands at `offset` of the text; *more is where the further columns begin.
 * NULL after a message: more rows than can be held. */
struct row *narrative_row(struct narrative *n, size_t offset, struct value **more);

/* The heading of the section at hand, as the form has it; empty where it has none. */
struct str narrative_heading(const struct narrative *n);

/* Having, order and limit over all rows. False after a message. */
bool narrative_end(struct narrative *n);

/* Are there as many rows as `limit` lets through? */
bool narrative_is_full(const struct narrative *n);

/* The sentence around `from` .. `to` without the blanks at its ends and line breaks in it. For
 * people no more than a stretch, with what stands there in square brackets. In the arena. */
struct str narrative_sentence(struct narrative *n, struct span sentence, size_t from, size_t to);

#endif
