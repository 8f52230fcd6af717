/* told_figure: what a report's tables say of what a claim counts (see told_figure.h). */
#include "check/told_figure.h"

#include "form/report.h"

struct finder {
  const struct vocab *vocab;
  const struct edition *edition;
  struct told_cells *cells;
  const struct claim_key *key;
  struct told_figure *figure;
};

static bool read_cells(struct arena *arena, struct store *store,
                       const struct check_request *request, struct told_cells *cells,
                       struct diags *diags) {
  struct value bind = value_integer(cells->id);
  struct cursor *cursor =
      store_results_query(store, STR("SELECT cell, state, value FROM reading WHERE report = ?1"),
                          &bind, 1, request->at, diags);
  int step = cursor != NULL ? cursor_step(cursor, diags) : -1;
  cells->values = ARENA_ARRAY(arena, int64_t, request->vocab->ncells + 1);
  cells->states = ARENA_ARRAY(arena, uint8_t, request->vocab->ncells + 1); /* CELL_NUMBER */
  for (; step == 1; step = cursor_step(cursor, diags)) {
    int64_t cell = cursor_value(cursor, 0).integer;
    if (cell < 0 || cell >= request->vocab->ncells)
      continue;
    cells->states[cell] = (uint8_t)cursor_value(cursor, 1).integer;
    struct value value = cursor_value(cursor, 2);
    cells->values[cell] = value.kind == VALUE_INTEGER ? value.integer : 0;
  }
  cursor_close(cursor);
  cells->is_read = true;
  return step == 0;
}

/* Is the member of a dimension slot among those of the key? All are where the key names none. */
static bool key_holds(const struct finder *f, int slot, int member, bool exactly) {
  const struct measure *measure = &f->vocab->measures[f->key->measure];
  const struct dimension *dimension = &f->vocab->dimensions[measure->dims[slot]];
  bool is_named = false;
  for (int m = 0; m < f->key->nmembers; m++) {
    if (f->key->members[m].slot != slot)
      continue;
    int named = f->key->members[m].member;
    is_named = true;
    if (exactly ? named == member : member_within(dimension, member, named))
      return true;
  }
  return !is_named && (!exactly || member == 0);
}

static bool is_printed(const struct finder *f, int cell) {
  int slot = edition_slot(f->edition, cell);
  return slot >= 0 && (f->cells->tables >> f->edition->cells[slot].table & 1) != 0;
}

static void add(struct finder *f, int cell) {
  enum cell_state state = (enum cell_state)f->cells->states[cell];
  f->figure->cell = f->figure->cell < 0 ? cell : f->figure->cell;
  f->figure->value += f->cells->values[cell];
  f->figure->is_absent = f->figure->is_absent || state == CELL_ABSENT;
  f->figure->is_unknown = f->figure->is_unknown || state == CELL_TEXT || state == CELL_UNREAD;
  f->figure->has_blank = f->figure->has_blank || state == CELL_BLANK;
}

/* The total that the form prints for exactly this, if a number stands there. */
static bool take_stated(struct finder *f) {
  const struct measure *measure = &f->vocab->measures[f->key->measure];
  for (size_t s = 0; s < f->vocab->nstated; s++) {
    const struct stated *stated = &f->vocab->stated[s];
    bool fits = stated->measure == f->key->measure;
    for (int slot = 0; slot < measure->ndims && fits; slot++)
      fits = key_holds(f, slot, stated->member[slot], true);
    enum cell_state state = (enum cell_state)f->cells->states[stated->cell];
    bool is_number = state == CELL_NUMBER || state == CELL_INFERRED;
    if (!fits || !is_printed(f, stated->cell) || !is_number)
      continue;
    add(f, stated->cell);
    return true;
  }
  return false;
}

static bool is_leaf_of_key(const struct finder *f, int cell) {
  const struct measure *measure = &f->vocab->measures[f->key->measure];
  for (int slot = 0; slot < measure->ndims; slot++)
    if (!key_holds(f, slot, cell_member(f->vocab, measure, cell, slot), false))
      return false;
  return true;
}

static void take_leaves(struct finder *f) {
  const struct measure *measure = &f->vocab->measures[f->key->measure];
  for (int cell = measure->first_cell; cell < measure->first_cell + measure->ncells; cell++)
    if (is_leaf_of_key(f, cell) && is_printed(f, cell))
      add(f, cell);
}

bool told_figure(struct arena *arena, struct store *store, const struct check_request *request,
                 struct told_cells *cells, const struct claim_key *key, struct told_figure *figure,
                 struct diags *diags) {
  *figure = (struct told_figure){.cell = -1, .is_absent = cells->id == 0 || key->measure < 0};
  if (figure->is_absent)
    return true;
  if (!cells->is_read && !read_cells(arena, store, request, cells, diags))
    return false;
  struct finder f = {.vocab = request->vocab,
                     .edition = &request->vocab->editions[cells->edition],
                     .cells = cells,
                     .key = key,
                     .figure = figure};
  if (!take_stated(&f))
    take_leaves(&f);
  figure->is_absent = figure->is_absent || figure->cell < 0;
  return true;
}
