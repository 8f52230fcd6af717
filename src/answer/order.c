/* order: the rows of an answer by their keys, and in an order (see build.h).
 */
#include "answer/build.h"

#include <string.h>

struct row_keys row_keys_new(struct arena *arena, size_t n) {
  struct row_keys keys = {.nslots = 16};
  while (keys.nslots < n * 2)
    keys.nslots *= 2;
  keys.keys = ARENA_ARRAY(arena, struct str, keys.nslots);
  keys.index = ARENA_ARRAY(arena, size_t, keys.nslots);
  return keys;
}

/* The slot of a key, or the empty one where it belongs. */
static size_t slot_of(const struct row_keys *keys, struct str key) {
  size_t slot = str_hash(key) & (keys->nslots - 1);
  while (keys->keys[slot].n > 0 && !str_eq(keys->keys[slot], key))
    slot = (slot + 1) & (keys->nslots - 1);
  return slot;
}

size_t *row_keys_at(struct row_keys *keys, struct str key, size_t index) {
  size_t slot = slot_of(keys, key);
  if (keys->keys[slot].n == 0) {
    keys->keys[slot] = key;
    keys->index[slot] = index;
  }
  return &keys->index[slot];
}

const size_t *row_keys_find(const struct row_keys *keys, struct str key) {
  size_t slot = slot_of(keys, key);
  return keys->keys[slot].n > 0 ? &keys->index[slot] : NULL;
}

struct sbuf row_key_new(struct arena *arena, int kind) {
  struct sbuf key = {.arena = arena};
  sbuf_addf(&key, "%d", kind);
  return key;
}

void row_key_add(struct sbuf *key, struct value value) {
  struct str plain = value_plain(key->arena, value);
  sbuf_addf(key, "|%d%.*s", value.kind, STR_ARG(plain));
}

typedef int compare_rows(const void *context, const struct row *x, const struct row *y);

static void merge(struct row *rows, struct row *spare, size_t n, compare_rows *compare,
                  const void *context) {
  if (n < 2)
    return;
  size_t half = n / 2, i = 0, j = half;
  merge(rows, spare, half, compare, context);
  merge(rows + half, spare, n - half, compare, context);
  for (size_t k = 0; k < n; k++) {
    bool takes_left = j >= n || (i < half && compare(context, &rows[i], &rows[j]) <= 0);
    spare[k] = takes_left ? rows[i++] : rows[j++];
  }
  memcpy(rows, spare, n * sizeof *rows);
}

/* qsort knows no context and is not stable. */
void rows_merge(struct arena *arena, struct row *rows, size_t n, compare_rows *compare,
                const void *context) {
  merge(rows, ARENA_ARRAY(arena, struct row, n + 1), n, compare, context);
}
