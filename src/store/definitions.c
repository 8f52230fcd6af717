/* definitions: what people keep under a name, in the table `definition` of the panel (see store.h).
 * The table is made when the first one is kept, so that panels without any stay as they are.
 */
#include "store/state.h"

static const char *const make =
    "CREATE TABLE IF NOT EXISTS definition(id INTEGER PRIMARY KEY, family TEXT NOT NULL,"
    " name TEXT NOT NULL, form TEXT, text TEXT NOT NULL, origin TEXT, line INTEGER NOT NULL,"
    " UNIQUE(family, name))";

/* One statement with texts as parameters 1, 2, … */
static bool change(struct store *store, const char *sql, const struct str *texts, int n,
                   int64_t line) {
  struct stmt *stmt = db_prepare(store->write, str_from_z(sql), NULL);
  if (stmt == NULL)
    return false;
  for (int i = 0; i < n; i++)
    store_text_or_null(stmt, i + 1, texts[i]);
  if (line > 0)
    stmt_integer(stmt, n + 1, line);
  bool is_done = stmt_run(stmt);
  stmt_finish(stmt);
  return is_done;
}

static bool finish(struct store *store, bool is_done, const char *doing, struct diags *diags) {
  if (is_done && store_commit(store))
    return true;
  store_fault(store, doing, diags);
  store_rollback(store);
  return false;
}

bool store_definition_put(struct store *store, const struct kept_definition *definition,
                          struct diags *diags) {
  struct str texts[] = {str_from_z(definition->family), definition->name, definition->form,
                        definition->text, definition->origin};
  bool is_done =
      store_begin(store) && db_exec(store->write, make) &&
      change(store, "DELETE FROM definition WHERE family = ?1 AND name = ?2", texts, 2, 0) &&
      change(store, "INSERT INTO definition VALUES(NULL, ?1, ?2, ?3, ?4, ?5, ?6)", texts, 5,
             definition->line);
  return finish(store, is_done, "keep the definition", diags);
}

bool store_definition_drop(struct store *store, const char *family, struct str name,
                           struct diags *diags) {
  struct str texts[] = {str_from_z(family), name};
  bool is_done =
      store_begin(store) && db_exec(store->write, make) &&
      change(store, "DELETE FROM definition WHERE family = ?1 AND name = ?2", texts, 2, 0);
  return finish(store, is_done, "drop the definition", diags);
}

bool store_definitions(struct arena *arena, struct store *store, struct kept_definitions *list,
                       struct diags *diags) {
  struct span nowhere = {0, 0};
  struct cursor *cursor = store_query(
      store, STR("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'definition'"),
      NULL, 0, nowhere, diags);
  int step = cursor != NULL ? cursor_step(cursor, diags) : -1;
  bool is_there = step == 1 && cursor_value(cursor, 0).integer > 0;
  cursor_close(cursor);
  if (step < 0 || !is_there)
    return step >= 0;
  cursor = store_query(
      store, STR("SELECT family, name, form, text, origin, line FROM definition ORDER BY id"), NULL,
      0, nowhere, diags);
  while ((step = cursor != NULL ? cursor_step(cursor, diags) : -1) == 1) {
    struct value values[6];
    for (size_t i = 0; i < 6; i++) {
      values[i] = cursor_value(cursor, i);
      values[i].text =
          values[i].kind == VALUE_TEXT ? str_copy(arena, values[i].text) : (struct str){0};
    }
    struct kept_definition one = {values[0].text.p, values[1].text, values[2].text,
                                  values[3].text,   values[4].text, values[5].integer};
    ARENA_PUSH(arena, list, one);
  }
  cursor_close(cursor);
  return step == 0;
}
