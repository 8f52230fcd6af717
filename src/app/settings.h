/* settings: what `set` can set, a row each. Private to src/app.
 */
#ifndef OGI_APP_SETTINGS_H
#define OGI_APP_SETTINGS_H

#include "app/slot.h"

struct setting {
  const char *word;   /* one word or two */
  const char *values; /* what it can be, for people; NULL: the name of a format */
  bool (*set)(struct run *run, const struct node *value); /* false after a message */
  struct str (*show)(struct run *run);                    /* as it is now */
  unsigned names; /* SLOT_…: what it can be besides the words in `values` */
};

/* All of them, by number; NULL behind the last. */
const struct setting *setting_at(size_t i);
const struct setting *setting_named(struct str word); /* NULL: none */
struct str setting_values(struct arena *arena, const struct setting *setting);

/* Those of how answers are shown (settings_display.c): the same, numbered from 0. */
const struct setting *display_setting_at(size_t i);

#endif
