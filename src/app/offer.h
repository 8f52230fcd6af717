/* offer: what the parts of completion share that put names into the list: offer.c those that the
 * forms, the panel and people have given, offer_word.c the words of the language and the program.
 * Private to src/app.
 */
#ifndef OGI_APP_OFFER_H
#define OGI_APP_OFFER_H

#include "app/slot.h"

struct offers {
  struct session *session;
  struct arena *arena;
  struct line_offers *list;
  struct str typed; /* folded */
  uint64_t forms;   /* those that `use form` or the panel leaves in play, as bits */
  bool is_chinese, is_quoted;
  bool may_hold; /* names that hold what is typed, not only those that begin with it */
};

/* Adds a word that is no name, if it fits what is typed. */
void offer(struct offers *o, struct str word, struct str note);

/* Adds a word whatever is typed: of one that is written otherwise than it is called. */
void offer_as(struct offers *o, struct str word, struct str note);

/* offer_word.c: adds those that the slot wants. */
void offer_words(struct offers *o, const struct slot *slot);

#endif
