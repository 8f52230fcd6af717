/* body: what the name of an agency says of it: where it is, of which level, in what field; and
 * where the name leaves the place open, what its report says.
 *
 * Nothing is guessed: where several places fit, none is taken and all are named.
 */
#ifndef OGI_FORM_BODY_H
#define OGI_FORM_BODY_H

#include "form/gazetteer.h"

struct body {
  int division;        /* number in the gazetteer; -1 = not known, or not for certain */
  struct str township; /* below the division, which is a county or has none; may be empty */
  enum level level;    /* LEVEL_NONE = not known */
  int function;        /* number in the gazetteer; -1 = none */
  bool is_zone;        /* of a zone that is no division: its level is not that of its place */
  bool is_government;  /* of a province, city or county, itself: its report may cover others */
  bool needs_text;     /* the name alone leaves the place open: reports may tell */
  struct str region_why, level_why, function_why; /* the reasons, as a half sentence; where nothing
                                                     is known, why; may be empty */
};

/* What a report says beside the name. */
struct body_text {
  const char *of; /* "the title", "the sender", "section 1" */
  struct str text;
  bool is_name; /* a sender: it may begin with the place */
};

/* Results live in the arena. `texts`: what the agency's reports say, asked where the name leaves
 * the place open. */
struct body body_derive(struct arena *arena, const struct gazetteer *g, struct str name,
                        const struct body_text *texts, size_t ntexts);

/* The level called so in a list or a statement; LEVEL_NONE. */
enum level level_named(struct arena *arena, const struct vocab *vocab, struct str word);

/* --- Shared by body.c and body_text.c */

struct hits {
  int *at; /* divisions, in the order of the gazetteer */
  size_t n, cap;
};

/* The longest name of a division with which `text` begins: its length, 0 = none. With `above` only
 * those below one of them. Short forms count only where what follows shows that a place is meant,
 * and never where `is_full`. */
size_t body_divisions(struct arena *arena, const struct gazetteer *g, struct str text,
                      const struct hits *above, bool is_full, struct hits *found);

/* All the names of divisions in a row at the start: 云南省昆明市. *length: their bytes. */
struct hits body_chain(struct arena *arena, const struct gazetteer *g, struct str text,
                       size_t *length);

/* Which of the candidates do the texts speak of? They name a place above it, or itself in full
 * where `open` (the name says no place). Leaves the one in hits->at[0] with *why, or several, or
 * none. */
void body_ask(struct arena *arena, const struct gazetteer *g, const struct body_text *texts,
              size_t ntexts, struct hits *hits, bool open, enum level level, struct str ending,
              struct str *why);

/* 云南省/昆明市, … or …: at most four. */
struct str body_list(struct arena *arena, const struct gazetteer *g, const struct hits *hits);

#endif
