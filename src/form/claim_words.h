/* claim_words: the words of `define claims`, and sentences as letters to look for them in. Private
 * to the files claim*.c.
 */
#ifndef OGI_FORM_CLAIM_WORDS_H
#define OGI_FORM_CLAIM_WORDS_H

#include "form/claim.h"

/* A sentence in the form in which words are compared: folded, without blanks beside Han characters
 * and without pinyin in brackets. */
struct letters {
  uint32_t *c;
  uint32_t *kinds;     /* bits: 1 << enum word_class where a word of it begins so, LETTER_* */
  uint32_t *at, *past; /* offsets in the text of each, and behind it */
  size_t n, cap;
  uint32_t any; /* the kinds of all together */
};

struct claim_word {
  uint32_t *c;
  size_t n;
  int tag;         /* what it means within its class */
  uint64_t units;  /* CLASS_UNIT: indexes in vocab->units that it may stand for */
  struct str text; /* as declared */
  /* The next of its list, in the order declared, that begins alike and ends alike; 0: none, else
   * one more than its index. */
  uint16_t next_beginning, next_ending;
};

enum word_class {
  CLASS_UNIT,
  CLASS_BEFORE, /* bounds, by where they stand; tag: enum claim_bound */
  CLASS_WITHIN,
  CLASS_BEHIND,
  CLASS_ORDINAL,  /* a number right behind it counts nothing: 第 */
  CLASS_IDIOM,    /* a number in it counts nothing: 统一 */
  CLASS_FILLER,   /* may stand between the words and the figure: 数量 */
  CLASS_YEAR,     /* tag: years before the report's */
  CLASS_UNTIL,    /* the year behind it is where something goes: 结转至 */
  CLASS_COMPARED, /* what follows is compared with: 较 */
  CLASS_UP,       /* tag: 1, -1, 0 */
  CLASS_DEGREE,   /* before such a word: that there is no figure: 有所 */
  CLASS_REACH,    /* behind such a word: the figure is where it has got to: 提高到 */
  CLASS_NOUN,     /* may stand behind the name of a member that a part is of: 自然人申请3件 */
  CLASS_PART,     /* parts follow: 其中 */
  CLASS_SOME,     /* … but not all of them: 含 */
  CLASS_END,      /* may stand behind what is denied, besides marks: 的情况 */
  CLASS_LIMIT,    /* beside what is denied: that it is less than all of it: 败诉 */
  CLASS_SHARE,    /* begins a clause about a share of the figure before: 占 */
  CLASS_CONTEXT,  /* that what is told is about the form: 信息公开 */
  CLASS_DOUBT,    /* beside a figure: that it may not be all of the year's: 网上 */
  CLASS_COUNT
};

#define PHRASE_ANY 256   /* the row of those without `ends` */
#define PHRASE_BLOCKS 64 /* at most 4,096 phrases: a form has some hundreds */

/* Words with gaps and the place of the figure: "收到*申请#". */
struct phrase {
  struct claim_word *terms;
  size_t n;
  size_t figure; /* the figure stands before terms[figure]; n: behind all */
  bool is_near;  /* the first term behind the figure follows it at once */
  uint32_t ends; /* the letter that stands before the figure, fillers aside; 0: any */
  enum phrase_kind {
    PHRASE_COUNTS,
    PHRASE_THEN,    /* only behind a claim with a key in the same sentence */
    PHRASE_PERHAPS, /* what it may be; a shorter phrase that is certain does not help */
    PHRASE_TOPIC,   /* what a change is a change of */
  } kind;
  struct claim_key key;
  size_t length;   /* letters in all terms */
  bool in_context; /* certain only where CLASS_CONTEXT is near */
};

/* 未收到 … 申请: nothing of that. */
struct denial {
  struct claim_word *cues;
  size_t ncues;
  bool is_listed; /* also where no object is known */
  struct denial_object {
    struct claim_word word;
    bool is_near; /* right behind the cue */
    struct claim_key key;
  } * objects;
  size_t nobjects;
};

struct word_list {
  struct claim_word *at;
  size_t n, cap;
  uint16_t beginning[256], ending[256]; /* by the last byte of the letter: the first such word */
};

struct claim_words {
  const struct vocab *vocab;
  struct word_list of[CLASS_COUNT];
  struct {
    struct phrase *at;
    size_t n, cap;
  } phrases;
  struct phrase_index {
    uint64_t *rows; /* a bit for each phrase, by the last byte of `ends`, and of PHRASE_ANY */
    size_t nblocks; /* of 64 phrases */
  } index;
  struct {
    struct denial *at;
    size_t n, cap;
  } denials;
  struct {
    struct member_word {
      struct claim_word word; /* its name in the form's language */
      int dimension, member;
    } * at;
    size_t n, cap;
  } members;
  uint64_t hash;
};

/* --- claim_letters.c */

/* Kinds of letters, besides those that begin words. */
_Static_assert(CLASS_COUNT <= 24, "the kinds of a letter fit 32 bits");
#define LETTER_DENIAL (1u << 24)  /* a cue of a denial begins with it */
#define LETTER_NUMERAL (1u << 25) /* of a number: 5, 五, 百 */
#define LETTER_MARK (1u << 26)    /* opens a title, or stands around what is quoted */
#define LETTER_STOP (1u << 30)    /* a mark that may end a clause, or a bracket */
#define LETTER_HAN (1u << 27)     /* the next three: before it is folded */
#define LETTER_BLANK (1u << 28)
#define LETTER_BRACKET (1u << 29)

/* What is known of each character once the words are: looking is quicker than folding. */
struct letter_table;
struct letter_table *letter_table_new(struct arena *arena, const struct claim_words *words);

/* Reads a sentence into *letters, whose memory is used again; more is taken from the arena. */
void letters_of(struct arena *arena, const struct letter_table *table, struct str text,
                struct span sentence, struct letters *letters);
uint32_t letter_folded(uint32_t c);

/* Adds a word to its list; false when there are too many. */
bool word_add(struct arena *arena, struct word_list *list, struct claim_word word);

/* Does the word stand at `at`? */
bool word_at(const struct letters *l, const struct claim_word *word, size_t at);
/* The longest word of the class that begins at `at`; NULL. */
const struct claim_word *word_beginning(const struct claim_words *words, enum word_class class,
                                        const struct letters *l, size_t at);
static inline const struct claim_word *word_of(const struct claim_words *words,
                                               enum word_class class, const struct letters *l,
                                               size_t at) {
  bool may = at < l->n && (l->kinds[at] >> class & 1) != 0; /* hardly ever */
  return may ? word_beginning(words, class, l, at) : NULL;
}
/* The longest that ends at `end` and begins at `from` or later; NULL. */
const struct claim_word *word_before(const struct claim_words *words, enum word_class class,
                                     const struct letters *l, size_t from, size_t end);
/* Does any word of the class stand in from .. to? The first one's place in *at (may be NULL). */
const struct claim_word *word_in(const struct claim_words *words, enum word_class class,
                                 const struct letters *l, size_t from, size_t to, size_t *at);

/* Sets key->text from the rest. */
void claim_key_name(struct arena *arena, const struct vocab *vocab, struct claim_key *key);

/* Where the text before `end` ends when a filler, a bound, a blank or something in brackets that
 * stands there is left out; `end` itself when none does (claim_key.c). */
size_t strip_before(const struct claim_words *words, const struct letters *l, size_t from,
                    size_t end);

/* --- claim_figure.c: numbers */

struct figure {
  size_t start, end;             /* the number, letters; with 余 and 多 */
  size_t unit, finish;           /* the unit: unit .. finish; the same when there is none */
  struct value value;            /* missing: a range, or one that 64 bits do not hold */
  const struct claim_word *word; /* the unit; NULL */
  bool is_percent;
  bool is_han; /* written in Chinese numerals */
  bool is_one; /* 一, which is an article as often as a number */
  enum claim_bound bound;
};

struct year_mention {
  size_t start, end;
  int year;
  bool is_word;     /* 去年 */
  bool is_compared; /* 较2020年 */
  bool is_target;   /* 结转至2026年 */
};

struct figures {
  struct figure *at;
  size_t n, cap;
};

struct year_mentions {
  struct year_mention *at;
  size_t n, cap;
};

/* Can a number hold the letter? Does it open a title or stand around what is quoted? */
bool letter_counts(uint32_t c);
bool letter_marks(uint32_t c);
/* Does it end a clause, or is it a bracket (claim_draft.c)? */
bool letter_stops(uint32_t c);

/* All numbers that have a unit or could stand without one, and all years named; these in `own`. */
void figures_find(struct arena *arena, struct arena *own, const struct claim_words *words,
                  const struct letters *l, int year, struct figures *figures,
                  struct year_mentions *years);

/* --- claim_key.c: what a figure counts */

/* The stretch around figure `f` in which its words stand. */
struct stretch {
  size_t from, start; /* before the figure: from .. start */
  size_t end, to;     /* behind it: end .. to */
};

/* To be made anew when there are more phrases; false when there are too many. */
bool phrases_index(struct arena *arena, struct claim_words *words);

/* The phrase with the most letters that fits, of those whose kind is in the set (1 << kind); NULL
 * when there is none, or two that fit as well have other keys. */
const struct phrase *phrase_find(const struct claim_words *words, const struct letters *l,
                                 struct stretch stretch, const struct figure *f, unsigned kinds);

#endif
