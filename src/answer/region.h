/* region: the tree of regions as the panel has it, for answers that are divided by region.
 */
#ifndef OGI_ANSWER_REGION_H
#define OGI_ANSWER_REGION_H

#include "store/store.h"

struct region {
  int64_t id, last; /* its subtree is id .. last */
  struct str name;
  struct str path; /* how it is told from others of its name; the name where there are none */
  int level;       /* 1 = the top */
};

struct region_list {
  struct region *at; /* by id, ascending: parents before their children */
  size_t n, cap;
};

/* Reads the whole tree. False after a message. */
bool regions_read_all(struct arena *arena, struct store *store, struct region_list *list,
                      struct diags *diags);

/* NULL when there is none. */
const struct region *region_find(const struct region_list *list, int64_t id);

#endif
