/* ids: a hash table from text to number (see ids.h). */
#include "store/ids.h"

#include <string.h>

#define IDS_FIRST 256 /* a list of a county's departments fits */

/* The place of the name, or the free one where it belongs. */
static size_t place_of(const struct ids *ids, uint64_t hash, struct str name) {
  size_t i = (hash ^ hash >> 32) & (ids->cap - 1);
  while (ids->at[i].id != 0 && (ids->at[i].hash != hash || !str_eq(ids->at[i].name, name)))
    i = (i + 1) & (ids->cap - 1);
  return i;
}

int64_t ids_find(const struct ids *ids, uint64_t hash, struct str name) {
  return ids->cap == 0 ? 0 : ids->at[place_of(ids, hash, name)].id;
}

static void grow(struct arena *arena, struct ids *ids) {
  struct ids bigger = {.cap = ids->cap == 0 ? IDS_FIRST : ids->cap * 2, .n = ids->n};
  bigger.at = arena_alloc(arena, bigger.cap * sizeof *bigger.at);
  for (size_t i = 0; i < ids->cap; i++)
    if (ids->at[i].id != 0)
      bigger.at[place_of(&bigger, ids->at[i].hash, ids->at[i].name)] = ids->at[i];
  *ids = bigger;
}

void ids_add(struct arena *arena, struct ids *ids, uint64_t hash, struct str name, int64_t id) {
  if (ids->n * 2 >= ids->cap)
    grow(arena, ids);
  size_t i = place_of(ids, hash, name);
  ids->at[i].hash = hash;
  ids->at[i].name = name.n > 0 ? str_copy(arena, name) : (struct str){0};
  ids->at[i].id = id;
  ids->n++;
}

void ids_clear(struct ids *ids) {
  if (ids->n > 0)
    memset(ids->at, 0, ids->cap * sizeof *ids->at);
  ids->n = 0;
}
