/* slot: which names can stand at a place of a statement, told by the words before it. Completion
 * offers them, and colouring says which are unknown there. Private to src/app.
 */
#ifndef OGI_APP_SLOT_H
#define OGI_APP_SLOT_H

#include "app/state.h"

/* Sets of kinds of names. */
enum {
  SLOT_MEASURES = 1 << 0, /* of the forms, and those that people defined */
  SLOT_MEMBERS = 1 << 1,  /* of any dimension */
  SLOT_DIMENSIONS = 1 << 2,
  SLOT_COUNTERS = 1 << 3, /* what each report counts: unread … */
  SLOT_VALUES = 1 << 4,   /* of the dimension `of` */
  SLOT_AGENCIES = 1 << 5,
  SLOT_RATES = 1 << 6, /* that people defined; the like */
  SLOT_QUERIES = 1 << 7,
  SLOT_FORMULAS = 1 << 8, /* measures that people defined */
  SLOT_KINDS = 1 << 9,    /* words for what can be defined */
  SLOT_KIND_LISTS = 1 << 10,
  SLOT_RULES = 1 << 11,
  SLOT_FAMILIES = 1 << 12, /* of rules: T3 for T3.balance, T3.cross … */
  SLOT_SETTINGS = 1 << 13,
  SLOT_SETTING_VALUES = 1 << 14, /* of the setting `of` */
  SLOT_TOPICS = 1 << 15,
  SLOT_FORMS = 1 << 16,
  SLOT_SECTIONS = 1 << 17,
  SLOT_COUNTED = 1 << 18, /* behind `count` */
  SLOT_SEVERITIES = 1 << 19,
  SLOT_CHECK_FORMATS = 1 << 20,
  SLOT_FIXED = 1 << 21, /* words and numbers that stand behind the word `of` */
  SLOT_YEARS = 1 << 22, /* of reports; of those of the agency `of`, where it is one */
  SLOT_DIALECTS = 1 << 23,
  SLOT_FILES = 1 << 24,        /* in strings */
  SLOT_DOT_COMMANDS = 1 << 25, /* names of them */
  SLOT_CHARTS = 1 << 26,       /* kinds of them */
  SLOT_LOADS = 1 << 27,        /* columns of `show load`; of its column `of` the values */
  SLOT_PARAMETERS = 1 << 28,   /* of the kept query `of` */
  SLOT_SQL = 1 << 29           /* what SQL goes on with behind `of`; empty: begins with */
};

struct slot {
  unsigned wants;
  bool is_open;    /* any other word may stand there too */
  struct str of;   /* see SLOT_VALUES and others above */
  bool has_phrase; /* the name may have several words, and begins with the second token */
};

/* Can a year stand there? */
bool slot_is_year(const struct slot *slot);

/* What can stand behind the tokens of a statement. */
struct slot slot_behind(struct arena *arena, const struct source *source,
                        const struct token_list *tokens);

/* How a name (of one word, or dotted) shows there: MARK_UNKNOWN when it is none that could stand
 * there, MARK_NONE when nobody can tell. */
enum line_mark slot_mark(struct session *session, struct arena *arena, const struct slot *slot,
                         struct str word);

/* Adds what fits the slot and begins with `typed`; where nothing does, what holds it. `chinese`:
 * names in Chinese; `quoted`: they stand in a string that is open. */
void slot_offer(struct session *session, struct arena *arena, const struct slot *slot,
                struct str typed, bool chinese, bool quoted, struct line_offers *offers);

/* Does the place take what only the panel knows, or files: too much to look through at every key?
 */
bool slot_is_large(const struct slot *slot);

#endif
