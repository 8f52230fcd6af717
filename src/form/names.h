/* names: words → measures, dimensions, members. Every key, English and Chinese name and printed
 * word is accepted everywhere; case, full-width forms, script, brackets and numbering do not count.
 */
#ifndef OGI_FORM_NAMES_H
#define OGI_FORM_NAMES_H

#include "form/form.h"

enum meaning_kind { MEANS_MEASURE, MEANS_DIMENSION, MEANS_MEMBER };

struct meaning {
  enum meaning_kind kind;
  int dimension; /* MEANS_DIMENSION, MEANS_MEMBER */
  int index;     /* of the measure, the dimension, or the member in its dimension */
};

/* Forms as a set of bits, by index in vocab->forms. */
#define ALL_FORMS UINT64_MAX

/* The forms that have it. */
uint64_t meaning_forms(const struct vocab *vocab, struct meaning meaning);

/* Builds vocab->names; called once, when the vocabulary is complete. */
void names_index(struct arena *arena, struct vocab *vocab);

/* What `word` means among things of one kind; members only of `dimension` unless it is -1, in which
 * case the word may be qualified (result.other). An exact key outranks other names. Fills at most
 * `max`, returns how many. */
size_t names_find(const struct vocab *vocab, enum meaning_kind kind, int dimension, struct str word,
                  struct meaning *found, size_t max);

/* The same among what `forms` have. */
size_t names_find_of(const struct vocab *vocab, uint64_t forms, enum meaning_kind kind,
                     int dimension, struct str word, struct meaning *found, size_t max);

/* Up to three keys of that kind that look like `word`: a slip of the keys, or (Chinese) one that
 * holds it. */
size_t names_near(struct arena *arena, const struct vocab *vocab, enum meaning_kind kind,
                  int dimension, struct str word, struct str near[3]);

/* The same among what `forms` have. */
size_t names_near_of(struct arena *arena, const struct vocab *vocab, uint64_t forms,
                     enum meaning_kind kind, int dimension, struct str word, struct str near[3]);

/* As names_near, among any words. */
size_t words_near(struct arena *arena, const struct str *words, size_t nwords, struct str word,
                  struct str near[3]);

/* Edits (insert, delete, replace, swap of neighbours) between two words, in characters; at most
 * `limit` + 1. */
size_t edit_distance(struct str a, struct str b, size_t limit);

/* The names of what is meant, and the key as it must be written to be understood alone:
 * other_disposal, result.other. */
const struct names *meaning_names(const struct vocab *vocab, struct meaning meaning);
struct str meaning_key(struct arena *arena, const struct vocab *vocab, struct meaning meaning);

#endif
