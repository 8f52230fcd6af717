/* words: the printed words of the editions and the names of levels, put into the tables `edition`,
 * `edition_cell` and `level` so that other programs can read a panel through the view `cell`.
 */
#include "store/state.h"

#define PART "/" /* between the parts of a path, as in the lists that analysts exchange */

static void add_path(struct sbuf *path, const struct line *line) {
  for (int i = 0; i < line->npath; i++) {
    if (path->n > 0)
      sbuf_add_z(path, PART);
    sbuf_add(path, line->path[i]);
  }
}

static struct str row_path(struct arena *arena, const struct block *block, int row) {
  struct sbuf path = {.arena = arena};
  if (block->title.n > 0)
    sbuf_add(&path, block->title);
  add_path(&path, &block->rows[row]);
  return path.n > 0 ? sbuf_str(&path) : STR("");
}

static struct str column_path(struct arena *arena, const struct block *block, int column) {
  struct sbuf path = {.arena = arena};
  add_path(&path, &block->columns[column]);
  return path.n > 0 ? sbuf_str(&path) : STR("");
}

static uint64_t mixed(uint64_t hash, uint64_t more) {
  return (hash ^ more) * 0x9E3779B97F4A7C15u + (hash >> 31);
}

static uint64_t line_hash(uint64_t hash, const struct line *line) {
  for (int i = 0; i < line->npath; i++)
    hash = mixed(hash, str_hash(line->path[i]));
  return mixed(hash, (uint64_t)line->npath);
}

uint64_t words_hash(const struct vocab *vocab) {
  uint64_t hash = 2; /* raise it when the way of writing them down changes */
  for (size_t i = 1; i < vocab->nlevels; i++)
    hash = mixed(mixed(hash, str_hash(vocab->levels[i].key)), str_hash(vocab->levels[i].zh));
  for (size_t e = 0; e < vocab->neditions; e++) {
    const struct edition *edition = &vocab->editions[e];
    hash = mixed(mixed(hash, str_hash(edition->names.key)), str_hash(edition->names.zh));
    for (size_t t = 0; t < edition->ntables; t++) {
      hash = mixed(hash, str_hash(edition->tables[t].key));
      for (size_t b = 0; b < edition->tables[t].nblocks; b++) {
        const struct block *block = &edition->tables[t].blocks[b];
        hash = mixed(hash, str_hash(block->title));
        for (size_t i = 0; i < block->nrows; i++)
          hash = line_hash(hash, &block->rows[i]);
        for (size_t i = 0; i < block->ncolumns; i++)
          hash = line_hash(hash, &block->columns[i]);
      }
    }
  }
  return hash;
}

static bool put_edition(struct stmt *stmt, const struct edition *edition, int64_t id) {
  struct str key = edition->names.key, last = key;
  for (size_t i = 0; i < key.n; i++)
    if (key.p[i] == '.')
      last = str_sub(key, i + 1, key.n);
  stmt_integer(stmt, 1, id);
  stmt_text(stmt, 2, key);
  stmt_text(stmt, 3, edition->names.zh.n > 0 ? edition->names.zh : edition->names.en);
  stmt_text(stmt, 4, last);
  return stmt_run(stmt);
}

static bool put_cell(struct arena *scratch, const struct vocab *vocab, struct stmt *stmt,
                     const struct edition *edition, size_t slot) {
  const struct form_cell *cell = &edition->cells[slot];
  const struct form_table *table = &edition->tables[cell->table];
  const struct block *block = &table->blocks[cell->block];
  int decimals = vocab->units[vocab->measures[cell->measure].unit].decimals;
  int64_t factor = 1;
  for (int i = 0; i < decimals; i++)
    factor *= 10;
  stmt_integer(stmt, 2, (int64_t)slot);
  stmt_integer(stmt, 3, cell->cell);
  stmt_integer(stmt, 4, cell->table);
  stmt_text(stmt, 5, table->key);
  stmt_text(stmt, 6, row_path(scratch, block, cell->row));
  stmt_text(stmt, 7, column_path(scratch, block, cell->column));
  stmt_integer(stmt, 8, decimals);
  stmt_integer(stmt, 9, factor);
  return stmt_run(stmt);
}

static bool put_cells(struct store *store, struct stmt *stmt) {
  const struct vocab *vocab = store->vocab;
  struct arena scratch = {0};
  bool is_done = true;
  for (size_t e = 0; e < vocab->neditions && is_done; e++) {
    stmt_integer(stmt, 1, (int64_t)e);
    for (size_t slot = 0; slot < vocab->editions[e].ncells && is_done; slot++)
      is_done = put_cell(&scratch, vocab, stmt, &vocab->editions[e], slot);
  }
  arena_free(&scratch);
  return is_done;
}

static bool put_levels(const struct vocab *vocab, struct stmt *stmt) {
  bool is_done = true;
  for (size_t i = 1; i < vocab->nlevels && is_done; i++) {
    stmt_integer(stmt, 1, (int64_t)i);
    stmt_text(stmt, 2, vocab->levels[i].key);
    stmt_text(stmt, 3, vocab->levels[i].zh);
    stmt_text(stmt, 4, vocab->levels[i].en);
    is_done = stmt_run(stmt);
  }
  return is_done;
}

bool words_put(struct store *store, struct db *db) {
  if (!db_exec(db, "DELETE FROM edition; DELETE FROM edition_cell; DELETE FROM level"))
    return false;
  struct stmt *levels = db_prepare(db, STR("INSERT INTO level VALUES(?1, ?2, ?3, ?4)"), NULL);
  struct stmt *cells = db_prepare(
      db, STR("INSERT INTO edition_cell VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"), NULL);
  struct stmt *editions = db_prepare(db, STR("INSERT INTO edition VALUES(?1, ?2, ?3, ?4)"), NULL);
  bool is_done = cells != NULL && editions != NULL && levels != NULL;
  for (size_t e = 0; e < store->vocab->neditions && is_done; e++)
    is_done = put_edition(editions, &store->vocab->editions[e], (int64_t)e);
  is_done = is_done && put_cells(store, cells) && put_levels(store->vocab, levels);
  stmt_finish(cells);
  stmt_finish(editions);
  stmt_finish(levels);
  return is_done;
}
