/* definitions: measures, rates and queries that people keep under a name, and finding them. A
 * measure or a rate is a formula over cells and is used wherever a measure or a rate of a form is;
 * a query is a whole question with parameters, asked by `run`. What their bodies mean is decided
 * anew at each use (defined.c, bind.c), so that a definition may use others.
 */
#ifndef OGI_PLAN_DEFINITIONS_H
#define OGI_PLAN_DEFINITIONS_H

#include "form/form.h"
#include "lang/tree.h"

enum definition_kind { DEFINES_MEASURE, DEFINES_RATE, DEFINES_QUERY };

/* Sets of kinds, for looking up. */
enum {
  FIND_MEASURE = 1 << DEFINES_MEASURE,
  FIND_RATE = 1 << DEFINES_RATE,
  FIND_QUERY = 1 << DEFINES_QUERY,
  FIND_FIGURE = FIND_MEASURE | FIND_RATE /* they share their names: `having x` must be clear */
};

struct definition {
  enum definition_kind kind;
  struct names names;
  struct str *words; /* the names as they are compared */
  size_t nwords;
  const struct node *tree; /* NODE_DEFINITION; its places are those of `source` */
  struct source source;    /* the statement alone, and where it stood */
  struct str origin;       /* what its `source` clause says; may be empty */
  int form;        /* index of the form that it is about; -1: whichever its measures are of */
  bool is_shipped; /* of stdlib/: sees no definitions but such, and cannot be dropped */
};

struct definitions {
  const struct definition **at;
  size_t n, cap;
};

/* The kinds among which a definition's names must be its own: FIND_…. */
unsigned definition_family(enum definition_kind kind);

/* "measure", "rates": the kind that a word names; -1 when none. */
int definition_kind_named(struct str word);
const char *definition_kind_word(enum definition_kind kind);
const char *definition_kind_plural(enum definition_kind kind);

/* Keeps a tree NODE_DEFINITION whose places are those of `source`; nothing is checked. Everything
 * is copied into `arena` but the texts of a shipped one. */
struct definition *definition_new(struct arena *arena, const struct node *tree,
                                  const struct source *source, int form, bool is_shipped);

/* Adds it, in place of one of the same key (a shipped one stays behind people's own); returns the
 * one that goes, or NULL. */
const struct definition *definitions_put(struct arena *arena, struct definitions *definitions,
                                         const struct definition *definition);
/* Takes it out. */
void definitions_remove(struct definitions *definitions, const struct definition *definition);

/* The definition called so, people's own before a shipped one; NULL: none. `kinds`: FIND_…. */
const struct definition *definitions_find(const struct definitions *definitions, unsigned kinds,
                                          struct str word, bool only_shipped);

/* Up to three keys that look like the word. */
size_t definitions_near(struct arena *arena, const struct definitions *definitions, unsigned kinds,
                        struct str word, struct str near[3]);

/* The forms that it can be asked of, as bits: those that have every measure it names. */
uint64_t definition_forms(const struct vocab *vocab, const struct definitions *definitions,
                          const struct definition *definition);

/* A definition that names `definition` in its body; NULL: none does. */
const struct definition *definitions_using(const struct definitions *definitions,
                                           const struct definition *definition);

/* The body and its conditions as written, on one line. */
struct str definition_formula(struct arena *arena, const struct definition *definition);

/* The parts of its tree: what it is, and (of a query) NODE_PARAMS. */
const struct node *definition_body(const struct node *tree);
const struct node *definition_params(const struct node *tree);

#endif
