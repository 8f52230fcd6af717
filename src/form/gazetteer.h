/* gazetteer: the divisions of China, the fields of departments and the words by which the names of
 * agencies tell what they are, read out of stdlib/where/ on first use.
 *
 * All texts in it are folded (utf8_fold), and so must be what is looked up.
 */
#ifndef OGI_FORM_GAZETTEER_H
#define OGI_FORM_GAZETTEER_H

#include "form/form.h"

/* The levels of stdlib/where/levels.txt in their order, which vocab->levels has too. */
enum level {
  LEVEL_NONE,
  LEVEL_CENTRAL,
  LEVEL_PROVINCE,
  LEVEL_CITY,
  LEVEL_COUNTY,
  LEVEL_TOWNSHIP,
  LEVEL_COUNT
};

/* What a word is; the kinds of stdlib/where/names.txt, and those of the other lists. */
enum word_kind {
  WORD_DIVISION, /* value: number of the division */
  WORD_ABBREV,   /* the same, without the peoples: 大理州; without the province of a zone */
  WORD_SHORT,    /* the same, bare: 大理 */
  WORD_FUNCTION, /* value: number of the function */
  WORD_NATIONAL,
  WORD_GOVERNMENT,
  WORD_ZONE,
  WORD_COMMITTEE,
  WORD_PEOPLE,
  WORD_ENDING, /* value: enum level; LEVEL_NONE where it may be several */
  WORD_OFFICE,
  WORD_NO_TOWNSHIP,
  WORD_TAIL, /* value: enum level, the only one that has bodies of that name */
  WORD_NO_TAIL,
  WORD_SKIP
};

struct division {
  struct str name;   /* as the gazetteer writes it */
  int parent;        /* -1 = none */
  enum level level;  /* of its government */
  int code;          /* GB/T 2260, six digits; 0 = the standard does not have it */
  bool has_counties; /* others lie below it */
};

struct function {
  struct str key, en;
};

struct dictionary_entry {
  enum word_kind kind;
  int value;
  int next; /* another of the same word; -1 = none */
};

struct gazetteer {
  struct division *divisions; /* parents before their children */
  size_t ndivisions;
  struct function *functions;
  size_t nfunctions;
  struct dictionary *words;
};

/* Reads the lists. They are compiled in; a mistake in them is one of the program's own. */
const struct gazetteer *gazetteer_new(struct arena *arena, const struct vocab *vocab);

/* Reads the levels into vocab->levels: few, and asked by every statement. */
void gazetteer_levels(struct arena *arena, struct vocab *vocab);

/* The first entry of exactly that word; NULL. The next ones with gazetteer_next. */
const struct dictionary_entry *gazetteer_find(const struct gazetteer *g, struct str word);
const struct dictionary_entry *gazetteer_next(const struct gazetteer *g,
                                              const struct dictionary_entry *entry);

/* The longest word of the kind with which `text` begins, or ends: its length in bytes, 0 = none.
 * *value: that of its entry; may be NULL. */
size_t gazetteer_at(const struct gazetteer *g, struct str text, enum word_kind kind, int *value);
size_t gazetteer_at_end(const struct gazetteer *g, struct str text, enum word_kind kind,
                        int *value);

/* No word of any list is longer than this many bytes. */
size_t gazetteer_longest(const struct gazetteer *g);

/* Is the division `inner` below `outer`? */
bool division_below(const struct gazetteer *g, int inner, int outer);

/* Its path: 云南省/昆明市. */
struct str division_path(struct arena *arena, const struct gazetteer *g, int division);

/* The one division called so below another (-1: anywhere), by its name, else by its short one
 * without the peoples (大理州); -1: none, or several. `word` is folded. */
int division_named(const struct gazetteer *g, struct str word, int above);

/* The division at the end of a path (`云南省/昆明市`), -1. A name alone serves when it is that of
 * one division. */
int division_at(struct arena *arena, const struct gazetteer *g, struct str path);

/* The function called so: its key, its English name, a word in names of agencies; -1. */
int function_named(struct arena *arena, const struct gazetteer *g, struct str word);

#endif
