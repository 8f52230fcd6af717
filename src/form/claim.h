/* claim: the figures that the sentences of a narrative state: 收到政府信息公开申请75件, 未收到申请,
 * 同比增长12%. Knows how a figure is written; which words lead to which measure of the form is
 * declared in stdlib/ (`define claims`). Never guesses: a figure whose words are not known for
 * certain has no key.
 */
#ifndef OGI_FORM_CLAIM_H
#define OGI_FORM_CLAIM_H

#include "form/form.h"
#include "value/value.h"

enum claim_kind {
  CLAIM_COUNT,    /* 75件 */
  CLAIM_NONE,     /* 未收到: value 0 */
  CLAIM_PART,     /* one of the parts of a whole that the text names: 其中自然人72件 */
  CLAIM_SHARE,    /* 占33.9% */
  CLAIM_CHANGE,   /* 同比增长12.3%, 较上年减少5件 */
  CLAIM_DIRECTION /* 较上年有所上升: no figure */
};

/* How the figure stands to the true one. */
enum claim_bound { BOUND_EXACT, BOUND_ABOUT, BOUND_AT_LEAST, BOUND_AT_MOST, BOUND_RANGE };

/* What is counted: a measure, or some of its members; several of one dimension are their union. */
struct claim_key {
  int measure; /* -1: nothing that the form has a cell for */
  struct {
    int slot, member; /* dimension slot of the measure, member of that dimension */
  } members[MAX_DIMS];
  int nmembers;
  struct str text; /* as the language writes it: "disclosed of applications" */
};

struct claim {
  enum claim_kind kind;
  struct span sentence, number, figure; /* in the text; figure: the number with its unit */
  struct value value;                   /* missing where no number is known */
  struct str unit;                      /* as written; "%"; empty */
  uint64_t units;                       /* of the vocabulary that it may stand for, as bits */
  bool is_percent;
  enum claim_bound bound;
  int year;      /* that it speaks of */
  int against;   /* CLAIM_CHANGE, CLAIM_DIRECTION: the year it compares with; 0 = not said */
  int direction; /* of those: 1 up, -1 down, 0 the same */
  const struct claim_key *counts;  /* NULL: not certain */
  const struct claim_key *perhaps; /* what it may count; NULL */
  int whole;                       /* CLAIM_PART: index of the claim it is a part of */
  bool is_all;                     /* CLAIM_PART: the text means to name all the parts */
};

struct claim_list {
  struct claim *at;
  size_t n, cap;
};

/* The words of one form, made by claim_define. */
struct claim_words;

/* Reads texts, one after the other; made once for many of them, in an arena that is not reset
 * meanwhile. The words do not change while it is in use. */
struct claim_reader;
struct claim_reader *claim_reader_new(struct arena *arena, const struct claim_words *words);

/* Adds the claims of a section's text, in its order; `heading` is the section's (may be empty),
 * `year` the report's. Spans are byte offsets
 * in `text`; everything else is in the arena or lives as long as the words. */
void claim_scan(struct arena *arena, struct claim_reader *reader, struct str heading,
                struct str text, int year, struct claim_list *claims);

/* A copy of the claims that needs nothing of the arena in which they were read. */
struct claim_list claims_copy(struct arena *arena, const struct claim_list *claims);

/* Of the words and of the way they are read: claims read under another hash may be others. */
uint64_t claim_words_hash(const struct claim_words *words);

const char *claim_kind_name(enum claim_kind kind);
const char *claim_bound_name(enum claim_bound bound);

/* `define claims FORM ( … )`: see stdlib/forms/cn-claims.ogi. Measures and dimensions must be
 * known. False after a message. */
struct node;
bool claim_define(struct vocab *vocab, const struct node *item, int of_file, struct diags *diags);

#endif
