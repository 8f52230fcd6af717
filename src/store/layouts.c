/* layouts: where the cells of a report stand in its file, kept once for all reports of one shape.
 *
 * Rows and table numbers are taken relative to the first of each table of the edition, which is
 * kept in the report (`bases`): a longer narrative moves all lines of a table and leaves the shape
 * as it is. Many thousand reports of one publishing system then share some 200 rows.
 */
#include "store/state.h"

enum { PLACE_TABLE, PLACE_ROW, PLACE_CELL, PLACE_PARTS };

#define BASE_DIGITS 24 /* two numbers of 32 bits, commas */

static bool has_place(const struct report_cell *cell) {
  return cell->state != CELL_ABSENT && cell->place.row > 0;
}

/* The smallest table and row number of each table of the edition; 0 where it has no places. */
static void find_bases(const struct report *report, const struct edition *edition,
                       struct place *bases) {
  for (size_t slot = 0; slot < report->ncells; slot++) {
    const struct report_cell *cell = &report->cells[slot];
    if (!has_place(cell))
      continue;
    struct place *base = &bases[edition->cells[slot].table];
    bool is_first = base->row == 0;
    if (is_first || cell->place.table < base->table)
      base->table = cell->place.table;
    if (is_first || cell->place.row < base->row)
      base->row = cell->place.row;
  }
}

/* The places relative to their bases; `places` is zeroed. Returns whether there are any. */
static bool encode(const struct report *report, const struct edition *edition,
                   const struct place *bases, uint32_t *places) {
  bool any = false;
  for (size_t slot = 0; slot < report->ncells; slot++) {
    const struct report_cell *cell = &report->cells[slot];
    if (!has_place(cell))
      continue;
    const struct place *base = &bases[edition->cells[slot].table];
    uint32_t *place = places + slot * PLACE_PARTS;
    place[PLACE_TABLE] = cell->place.table - base->table;
    place[PLACE_ROW] = cell->place.row - base->row + 1; /* 0 = no place */
    place[PLACE_CELL] = cell->place.cell;
    any = true;
  }
  return any;
}

/* FNV over words instead of bytes, with a last mixing: a report has 600 words. */
static uint64_t hash_places(const uint32_t *places, size_t n, int edition) {
  uint64_t hash = 0xcbf29ce484222325u ^ (uint64_t)edition;
  for (size_t i = 0; i < n; i++) {
    hash ^= places[i];
    hash *= 0x100000001b3u;
    hash ^= hash >> 29;
  }
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 29;
}

static int64_t layout_add(struct store *store, uint64_t hash, const uint32_t *places,
                          size_t nslots) {
  struct stmt *stmt = store_statement(store, SQL_LAYOUT_ADD);
  if (stmt == NULL)
    return 0;
  stmt_integer(stmt, 1, (int64_t)hash);
  if (!stmt_run(stmt))
    return 0;
  int64_t layout = db_last_id(store->write);
  stmt = store_statement(store, SQL_PLACE_ADD);
  if (stmt == NULL)
    return 0;
  stmt_integer(stmt, 1, layout);
  for (size_t slot = 0; slot < nslots; slot++) {
    const uint32_t *place = places + slot * PLACE_PARTS;
    if (place[PLACE_ROW] == 0)
      continue;
    stmt_integer(stmt, 2, (int64_t)slot);
    stmt_integer(stmt, 3, place[PLACE_TABLE]);
    stmt_integer(stmt, 4, place[PLACE_ROW] - 1);
    stmt_integer(stmt, 5, place[PLACE_CELL]);
    if (!stmt_run(stmt))
      return 0;
  }
  return layout;
}

/* The layout with this hash, from memory, from the database, or a new one; 0 on error. */
static int64_t layout_of(struct store *store, uint64_t hash, const uint32_t *places,
                         size_t nslots) {
  struct load *load = &store->load;
  int64_t layout = ids_find(&load->layouts, hash, STR(""));
  if (layout != 0)
    return layout;
  struct stmt *stmt = store_statement(store, SQL_LAYOUT_FIND);
  if (stmt == NULL)
    return 0;
  stmt_integer(stmt, 1, (int64_t)hash);
  if (!store_scalar(stmt, &layout))
    return 0;
  if (layout == 0)
    layout = layout_add(store, hash, places, nslots);
  if (layout != 0)
    ids_add(&load->arena, &load->layouts, hash, STR(""), layout);
  return layout;
}

static size_t put_number(char *at, uint32_t number) {
  char digits[10];
  size_t n = 0;
  do
    digits[n++] = (char)('0' + number % 10);
  while ((number /= 10) > 0);
  for (size_t i = 0; i < n; i++)
    at[i] = digits[n - 1 - i];
  return n;
}

static struct str bases_text(struct arena *arena, const struct place *bases, size_t ntables) {
  char *text = arena_alloc(arena, ntables * BASE_DIGITS + 2);
  size_t n = 0;
  for (size_t t = 0; t < ntables; t++) {
    text[n++] = t == 0 ? '[' : ',';
    n += put_number(text + n, bases[t].table);
    text[n++] = ',';
    n += put_number(text + n, bases[t].row);
  }
  text[n++] = ']';
  return (struct str){text, n};
}

bool layout_put(struct store *store, const struct report *report, int64_t *layout,
                struct str *bases) {
  const struct edition *edition = &store->vocab->editions[report->edition];
  struct load *load = &store->load;
  struct place *at = ARENA_ARRAY(&load->scratch, struct place, edition->ntables);
  uint32_t *places = ARENA_ARRAY(&load->scratch, uint32_t, report->ncells * PLACE_PARTS);
  *layout = 0;
  *bases = STR("");
  find_bases(report, edition, at);
  if (!encode(report, edition, at, places))
    return true;
  uint64_t hash = hash_places(places, report->ncells * PLACE_PARTS, report->edition);
  *bases = bases_text(&load->scratch, at, edition->ntables);
  *layout = layout_of(store, hash, places, report->ncells);
  return *layout != 0;
}
