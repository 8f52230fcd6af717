/* region: the tree of regions (see region.h). */
#include "answer/region.h"

bool regions_read_all(struct arena *arena, struct store *store, struct region_list *list,
                      struct diags *diags) {
  struct str sql =
      STR("SELECT r.id, r.last, r.name, r.path, s.name IS NOT NULL FROM region r LEFT "
          "JOIN (SELECT name FROM region GROUP BY name HAVING count(*) > 1) s ON "
          "s.name = r.name ORDER BY r.id");
  struct cursor *cursor = store_query(store, sql, NULL, 0, (struct span){0, 0}, diags);
  int step = cursor != NULL ? cursor_step(cursor, diags) : -1;
  for (; step == 1; step = cursor_step(cursor, diags)) {
    struct region region = {.id = cursor_value(cursor, 0).integer,
                            .last = cursor_value(cursor, 1).integer,
                            .name = str_copy(arena, cursor_value(cursor, 2).text),
                            .level = 1};
    struct str path = cursor_value(cursor, 3).text;
    for (size_t i = 0; i < path.n; i++)
      region.level += path.p[i] == '/';
    bool is_shared = cursor_value(cursor, 4).integer != 0;
    region.path = is_shared ? str_copy(arena, path) : region.name;
    ARENA_PUSH(arena, list, region);
  }
  cursor_close(cursor);
  return step == 0;
}

const struct region *region_find(const struct region_list *list, int64_t id) {
  size_t low = 0, high = list->n;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (list->at[middle].id < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low < list->n && list->at[low].id == id ? &list->at[low] : NULL;
}
