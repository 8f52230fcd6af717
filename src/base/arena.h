/* arena: memory that is released all at once.
 *
 * Every statement and every file being loaded has one arena; what is made for it lives until
 * the arena is reset. A function that keeps memory takes `struct arena *` first; a function
 * without one only borrows. Memory is zeroed. When the machine has no more, the process says
 * so and ends with status 4: no caller tests for NULL.
 */
#ifndef OGI_BASE_ARENA_H
#define OGI_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
  struct arena_block *first;   /* the chain, oldest first; kept over a reset */
  struct arena_block *current; /* the block that is being filled */
};

/* A point to which arena_rewind goes back. */
struct arena_mark {
  struct arena_block *block;
  size_t used;
};

/* An arena is ready when zeroed: `struct arena a = {0};` */
void *arena_alloc(struct arena *arena, size_t size);
void arena_reset(struct arena *arena); /* forgets the content, keeps some blocks for the next use */
void arena_free(struct arena *arena);  /* gives everything back; the arena may be used again */
struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

/* Grows an array that lives in the arena: returns an array of at least `need` elements holding
 * the old `count`. The old array stays where it was. Used through ARENA_PUSH. */
void *arena_grow(struct arena *arena, void *old, size_t count, size_t *capacity, size_t need,
                 size_t element);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, n) ((type *)arena_alloc((arena), sizeof(type) * (size_t)(n)))

/* Appends `item` to the list `l`, a struct with the fields `at`, `n` and `cap`. */
#define ARENA_PUSH(arena, l, item)                                                                 \
  do {                                                                                             \
    if ((l)->n == (l)->cap)                                                                        \
      (l)->at = arena_grow((arena), (l)->at, (l)->n, &(l)->cap, (l)->n + 1, sizeof *(l)->at);      \
    (l)->at[(l)->n++] = (item);                                                                    \
  } while (0)

/* The one handler for an exhausted machine. */
_Noreturn void out_of_memory(void);

#endif
