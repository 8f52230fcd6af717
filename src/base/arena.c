/* arena: memory that is released all at once (see arena.h). */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Most statements fit one block; a report of 10 KB with its grid takes two or three. */
#define BLOCK_SIZE (64 * 1024)
/* Kept over a reset: a page of 16 KB takes some of it, what a narrative tells takes some MB, and
 * asking the system for memory anew for each file costs as much as reading a short one. */
#define KEPT (8 * 1024 * 1024)

struct arena_block {
  struct arena_block *next;
  size_t size;
  size_t used;
  max_align_t bytes[];
};

_Noreturn void out_of_memory(void) {
  fputs("ogi: out of memory\n", stderr);
  exit(4);
}

static struct arena_block *block_new(size_t size) {
  struct arena_block *block = malloc(sizeof *block + size);
  if (block == NULL)
    out_of_memory();
  block->next = NULL;
  block->size = size;
  block->used = 0;
  return block;
}

/* Memory that is not zeroed. */
static void *take(struct arena *arena, size_t size) {
  if (size > SIZE_MAX / 2)
    out_of_memory();
  size = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
  struct arena_block *block = arena->current;
  if (block == NULL)
    block = arena->current = arena->first = block_new(size > BLOCK_SIZE ? size : BLOCK_SIZE);
  while (block->size - block->used < size) {
    if (block->next == NULL)
      block->next = block_new(size > BLOCK_SIZE ? size : BLOCK_SIZE);
    block = block->next;
    block->used = 0;
    arena->current = block;
  }
  void *memory = (char *)block->bytes + block->used;
  block->used += size;
  return memory;
}

void *arena_alloc(struct arena *arena, size_t size) {
  return memset(take(arena, size), 0, size);
}

void *arena_grow(struct arena *arena, void *old, size_t count, size_t *capacity, size_t need,
                 size_t element) {
  if (need <= *capacity)
    return old;
  size_t wanted = *capacity < 8 ? 8 : *capacity * 2;
  if (wanted < need)
    wanted = need;
  if (wanted > SIZE_MAX / 2 / element)
    out_of_memory();
  char *bigger = take(arena, wanted * element);
  if (count > 0)
    memcpy(bigger, old, count * element);
  memset(bigger + count * element, 0, (wanted - count) * element);
  *capacity = wanted;
  return bigger;
}

static void blocks_free(struct arena_block *block) {
  while (block != NULL) {
    struct arena_block *next = block->next;
    free(block);
    block = next;
  }
}

void arena_reset(struct arena *arena) {
  if (arena->first == NULL)
    return;
  size_t kept = arena->first->size;
  struct arena_block *last = arena->first;
  while (last->next != NULL && kept + last->next->size <= KEPT) {
    last = last->next;
    kept += last->size;
  }
  blocks_free(last->next);
  last->next = NULL;
  arena->first->used = 0;
  arena->current = arena->first;
}

void arena_free(struct arena *arena) {
  blocks_free(arena->first);
  arena->first = arena->current = NULL;
}

struct arena_mark arena_mark(const struct arena *arena) {
  struct arena_mark mark = {arena->current, arena->current != NULL ? arena->current->used : 0};
  return mark;
}

void arena_rewind(struct arena *arena, struct arena_mark mark) {
  if (mark.block == NULL) {
    arena_reset(arena);
    return;
  }
  arena->current = mark.block;
  arena->current->used = mark.used;
}
