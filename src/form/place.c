/* place: places as people read them (see place.h). The view `cell` of the store says the same in
 * SQL.
 */
#include "form/place.h"

#define MOST_PAGES (PLACE_SHEET / PLACE_PAGE - 1)

uint32_t place_on_page(size_t page, size_t table) {
  uint32_t at = (uint32_t)(page < MOST_PAGES ? page : MOST_PAGES);
  return at * PLACE_PAGE + (uint32_t)(table < PLACE_TABLES ? table : PLACE_TABLES);
}

struct str place_text(struct arena *arena, struct place place) {
  struct sbuf b = {.arena = arena};
  if (place.row == 0)
    return STR("");
  if (place.table >= PLACE_SHEET)
    return str_fmt(arena, "sheet %u, row %u", place.table - PLACE_SHEET, place.row);
  if (place.table >= PLACE_PAGE)
    sbuf_addf(&b, "page %u, ", place.table / PLACE_PAGE);
  uint32_t table = place.table % PLACE_PAGE;
  if (table > 0)
    sbuf_addf(&b, "table %u, row %u", table, place.row);
  else
    sbuf_addf(&b, "line %u", place.row);
  return sbuf_str(&b);
}

struct str place_whole_text(struct arena *arena, struct place place) {
  struct str row = place_text(arena, place);
  if (row.n == 0 || place.cell == 0)
    return row;
  if (place.table < PLACE_SHEET)
    return str_fmt(arena, "%.*s, cell %u", STR_ARG(row), place.cell);
  char column[3] = {(char)('A' + (place.cell - 1) / 26 - 1), (char)('A' + (place.cell - 1) % 26)};
  return str_fmt(arena, "sheet %u, cell %s%u", place.table - PLACE_SHEET,
                 place.cell > 26 ? column : column + 1, place.row);
}
