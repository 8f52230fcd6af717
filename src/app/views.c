/* views: the panel's views and their columns (see views.h). */
#include "app/views.h"

static const struct span nowhere = {0, 0};

static void find_columns(struct arena *arena, struct store *store, struct view *view) {
  struct diags silent = {.arena = arena};
  struct str sql = str_fmt(arena, "SELECT * FROM \"%.*s\" LIMIT 0", STR_ARG(view->name));
  struct cursor *cursor = store_query(store, sql, NULL, 0, nowhere, &silent);
  if (cursor == NULL)
    return;
  view->ncolumns = cursor_columns(cursor);
  view->columns = ARENA_ARRAY(arena, struct str, view->ncolumns);
  for (size_t i = 0; i < view->ncolumns; i++)
    view->columns[i] = str_copy(arena, cursor_name(cursor, i));
  cursor_close(cursor);
}

struct views views_of(struct arena *arena, struct store *store) {
  struct views views = {0};
  struct diags silent = {.arena = arena};
  struct cursor *cursor =
      store_query(store, STR("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name"),
                  NULL, 0, nowhere, &silent);
  while (cursor != NULL && cursor_step(cursor, &silent) == 1) {
    struct view view = {.name = str_copy(arena, cursor_value(cursor, 0).text)};
    ARENA_PUSH(arena, &views, view);
  }
  cursor_close(cursor);
  for (size_t i = 0; i < views.n; i++)
    find_columns(arena, store, &views.at[i]);
  return views;
}

struct str view_word(struct arena *arena, struct str name) {
  return store_has_word(name) ? str_fmt(arena, "\"%.*s\"", STR_ARG(name)) : name;
}
