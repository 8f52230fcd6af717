/* place: where a figure or a sentence stands in its file. */
#ifndef OGI_FORM_PLACE_H
#define OGI_FORM_PLACE_H

#include "base/str.h"

/* Each counted from 1. In a page or document `table` is the number of the table and `row`, `cell`
 * its row and cell there; in text `table` is 0, `row` is the line and `cell` the field of the line.
 * All 0 = no place. Two kinds of file count otherwise, which `table` tells:
 *   PDF       page * PLACE_PAGE + table: tables and lines are counted anew on each page
 *   workbook  PLACE_SHEET + sheet; `row` and `cell` are the sheet's row and column */
struct place {
  uint32_t table, row, cell;
};

#define PLACE_PAGE 0x10000u
#define PLACE_SHEET 0x80000000u
#define PLACE_TABLES (PLACE_PAGE - 1)

/* The `table` of a place on a page; table 0 = a line of text. */
uint32_t place_on_page(size_t page, size_t table);

/* The place without its cell: line 3; table 2, row 5; page 2, line 14; page 2, table 1, row 5;
 * sheet 1, row 5. Empty when there is none. */
struct str place_text(struct arena *arena, struct place place);

/* With its cell: table 2, row 5, cell 3; line 3, cell 2; sheet 1, cell C5. */
struct str place_whole_text(struct arena *arena, struct place place);

#endif
