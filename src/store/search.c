/* search: the index of words over the narratives (see store.h).
 *
 * The table `search` holds, under the id of a section, the trigrams of its folded text (prose.h)
 * and not the text itself: a third of its size. It only says where a closer look is worth it, so it
 * may hold too much: rows of sections that are gone, or whose id another text has taken. It may not
 * hold too little: meta.search says up to which id all sections are in it, and a load that gives an
 * id anew takes that back (batch.c). Loading never waits for the index; questions extend it.
 */
#include "store/state.h"

#include "base/clock.h"
#include "base/prose.h"

/* Sections between two looks at the clock. */
#define STEP 200
/* Rows that no section needs any more, at which the index is made anew. */
#define WASTE_ALLOWED 20000

/* How far the index goes, and the rows put into it. */
struct extent {
  int64_t upto, rows;
};

static bool read_extent(struct store *store, struct extent *extent) {
  struct stmt *stmt = store_statement(store, SQL_SEARCH_UPTO);
  if (stmt == NULL || !store_scalar(stmt, &extent->upto))
    return false;
  stmt = store_statement(store, SQL_SEARCH_ROWS);
  return stmt != NULL && store_scalar(stmt, &extent->rows);
}

static bool write_extent(struct store *store, const struct extent *extent) {
  struct stmt *stmt = store_statement(store, SQL_SEARCH_NOTE);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, extent->upto);
  stmt_integer(stmt, 2, extent->rows);
  return stmt_run(stmt);
}

/* Puts the next sections into the index; *more: there may be others behind them. */
static bool add_sections(struct store *store, struct extent *extent, bool *more) {
  struct arena scratch = {0};
  struct stmt *next = store_statement(store, SQL_SEARCH_NEXT);
  struct stmt *put = next != NULL ? store_statement(store, SQL_SEARCH_ADD) : NULL;
  int step = -1, n = 0;
  if (put != NULL) {
    stmt_integer(next, 1, extent->upto);
    stmt_integer(next, 2, STEP);
    while ((step = stmt_step(next)) == 1) {
      struct arena_mark mark = arena_mark(&scratch);
      extent->upto = stmt_get_integer(next, 0);
      stmt_integer(put, 1, extent->upto);
      stmt_text(put, 2, prose_fold(&scratch, stmt_get_text(next, 1), NULL));
      if (!stmt_run(put)) {
        step = -1;
        break;
      }
      arena_rewind(&scratch, mark);
      n++;
    }
    stmt_reset(next);
  }
  arena_free(&scratch);
  extent->rows += n;
  *more = n == STEP;
  return step == 0;
}

/* Makes the table when there is none, and empties it when most of it is waste. */
static bool prepare(struct store *store, struct extent *extent) {
  if (!db_exec(store->write, schema_search) || !read_extent(store, extent))
    return false;
  if (extent->rows <= WASTE_ALLOWED)
    return true;
  int64_t sections = 0;
  struct stmt *stmt = store_statement(store, SQL_SEARCH_NEEDED);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, extent->upto);
  if (!store_scalar(stmt, &sections))
    return false;
  if (extent->rows < 2 * sections + WASTE_ALLOWED)
    return true;
  *extent = (struct extent){0, 0};
  stmt = store_statement(store, SQL_SEARCH_CLEAR);
  return stmt != NULL && stmt_run(stmt);
}

static bool extend(struct store *store, int64_t until) {
  struct extent extent;
  bool more = true;
  if (!prepare(store, &extent))
    return false;
  while (more && !store->is_interrupted)
    if (!add_sections(store, &extent, &more) || clock_ms() >= until)
      break;
  return write_extent(store, &extent);
}

/* Is there anything that the index lacks? */
static bool is_behind(struct store *store) {
  int64_t upto = store_search_upto(store), last = 0;
  struct stmt *stmt = store_statement(store, SQL_LAST_SECTION);
  return stmt != NULL && store_scalar(stmt, &last) && last > upto;
}

void store_search_extend(struct store *store, int milliseconds) {
  if (store->path == NULL || store->write == NULL || store->load.is_on || store->asked != NULL ||
      !is_behind(store))
    return;
  int64_t until = clock_ms() + milliseconds;
  store->is_interrupted = 0;
  db_hurry(store->write, true); /* while another process loads the question does without */
  bool has_begun = store_begin(store);
  db_hurry(store->write, false);
  if (has_begun && !(extend(store, until) && store_commit(store)))
    store_rollback(store); /* a full disk, say: the question is answered without the index */
}

int64_t store_search_upto(struct store *store) {
  struct stmt *stmt = db_prepare(store->read, schema_statement(SQL_SEARCH_UPTO), NULL);
  int64_t upto = 0;
  if (stmt == NULL || !store_scalar(stmt, &upto))
    upto = 0;
  stmt_finish(stmt);
  return upto;
}
