/* places: where cells stand (see places.h). Reports of one shape share a layout, so the places that
 * were looked up last serve nearly all the others.
 */
#include "check/places.h"

#include "form/place.h"

#define KEPT 4096 /* places; one takes 32 bytes */

struct places {
  struct store *store;
  const struct check_request *request;
  struct cursor *cursor;
  struct kept_place {
    int64_t layout; /* 0: none is kept */
    int slot;
    bool is_there;
    struct place place; /* as in layout_place: without the bases of the report */
  } * kept;
};

struct places *places_new(struct arena *arena, struct store *store,
                          const struct check_request *request) {
  struct places *places = ARENA_NEW(arena, struct places);
  *places = (struct places){.store = store, .request = request};
  places->kept = ARENA_ARRAY(arena, struct kept_place, KEPT);
  return places;
}

void places_close(struct places *places) {
  if (places == NULL)
    return;
  cursor_close(places->cursor);
  places->cursor = NULL;
}

static bool look_up(struct places *p, struct kept_place *kept, struct diags *diags) {
  struct value binds[] = {value_integer(kept->layout), value_integer(kept->slot)};
  if (p->cursor != NULL)
    cursor_again(p->cursor, binds, 2);
  else
    p->cursor = store_query(
        p->store, STR("SELECT tbl, row, cell FROM layout_place WHERE layout = ?1 AND slot = ?2"),
        binds, 2, p->request->at, diags);
  int step = p->cursor != NULL ? cursor_step(p->cursor, diags) : -1;
  kept->is_there = step == 1;
  if (step == 1)
    kept->place = (struct place){(uint32_t)cursor_value(p->cursor, 0).integer,
                                 (uint32_t)cursor_value(p->cursor, 1).integer,
                                 (uint32_t)cursor_value(p->cursor, 2).integer};
  else
    kept->layout = step == 0 ? kept->layout : 0;
  return step >= 0;
}

/* Number i of "[12,0,3]"; 0 when it has fewer. */
static uint32_t number_at(struct str list, size_t i) {
  uint32_t number = 0;
  size_t at = 1;
  for (; at < list.n && i > 0; at++)
    i -= list.p[at] == ',';
  for (; at < list.n && list.p[at] >= '0' && list.p[at] <= '9'; at++)
    number = number * 10 + (uint32_t)(list.p[at] - '0');
  return number;
}

bool places_find(struct arena *arena, struct places *p, const struct placed_report *report,
                 int cell, struct str *place, struct diags *diags) {
  const struct edition *edition = &p->request->vocab->editions[report->edition];
  int slot = edition_slot(edition, cell);
  *place = STR("");
  if (slot < 0 || report->layout <= 0)
    return true;
  int table = edition->cells[slot].table;
  if ((report->tables >> table & 1) == 0)
    return true;
  struct kept_place *kept =
      &p->kept[((uint64_t)report->layout * 251 + (uint64_t)slot) % KEPT]; /* 251: slots or so */
  if (kept->layout != report->layout || kept->slot != slot) {
    *kept = (struct kept_place){.layout = report->layout, .slot = slot};
    if (!look_up(p, kept, diags))
      return false;
  }
  struct place found = kept->place;
  found.table += number_at(report->bases, 2 * (size_t)table);
  found.row += number_at(report->bases, 2 * (size_t)table + 1);
  if (kept->is_there)
    *place = place_whole_text(arena, found);
  return true;
}
