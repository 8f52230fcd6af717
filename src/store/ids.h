/* ids: what a load remembers of names and hashes already in the database, so that it need not ask
 * again: a hash table from text (or a hash alone) to a number.
 */
#ifndef OGI_STORE_IDS_H
#define OGI_STORE_IDS_H

#include "base/str.h"

struct ids {
  struct {
    uint64_t hash;
    struct str name; /* empty when the hash alone is the key */
    int64_t id;      /* 0 = the place is free: ids in the database count from 1 */
  } * at;
  size_t n, cap; /* cap is a power of two */
};

/* The number of a name, 0 when it is not known. */
int64_t ids_find(const struct ids *ids, uint64_t hash, struct str name);
/* Adds a name that is not there yet; it is copied into the arena. `id` is not 0. */
void ids_add(struct arena *arena, struct ids *ids, uint64_t hash, struct str name, int64_t id);
void ids_clear(struct ids *ids);

#endif
