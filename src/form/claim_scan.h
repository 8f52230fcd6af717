/* claim_scan: a sentence while its claims are made, shared by claim.c and claim_draft.c. Private to
 * them.
 */
#ifndef OGI_FORM_CLAIM_SCAN_H
#define OGI_FORM_CLAIM_SCAN_H

#include "form/claim_words.h"

/* How many sentences back the whole may stand whose parts are named. */
#define SENTENCES_BACK 2

/* A claim before it stands in the list, with its place in the letters. */
struct draft {
  struct claim claim;
  size_t start, finish;        /* letters */
  const struct figure *figure; /* NULL: none */
  const struct phrase *phrase;
  bool waits; /* for the context that would make its key certain */
};

struct scan {
  struct arena *arena; /* of the claims */
  struct arena *own;   /* of what is used again: letters, figures, years, drafts */
  const struct claim_words *words;
  const struct letter_table *table;
  int year;         /* the report's */
  bool in_context;  /* the section's heading, the last heading in it or the sentence says so */
  bool under_topic; /* the first two of these */
  bool is_topic;    /* the section's heading alone */
  struct span sentence;
  struct letters l;
  struct figures figures;
  struct year_mentions years;
  struct {
    struct draft *at;
    size_t n, cap;
  } drafts;
  struct claim_list *claims;
  size_t first[SENTENCES_BACK + 1]; /* of the first claims of the sentences before, last first */
};

/* Where the clause around letter `at` begins and ends: at a mark; brackets that are closed within
 * it belong to it. */
size_t clause_start(const struct letters *l, size_t at);
size_t clause_end(const struct letters *l, size_t at);

/* claim_draft.c: the drafts of the sentence whose letters, figures and years are known: of its
 * figures, of what it denies, and of what rises or falls without a figure; in the order of the
 * text. */
void drafts_make(struct scan *scan);

#endif
