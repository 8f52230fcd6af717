/* xlsx_sheet: the cells of one sheet, between reading them and laying them out. Private to xlsx*.c.
 */
#ifndef OGI_READ_XLSX_SHEET_H
#define OGI_READ_XLSX_SHEET_H

#include "read/doc.h"

#define SHEET_COLUMNS 16384 /* as many as Excel has */

struct sheet_cell {
  uint32_t column; /* from 1 */
  struct str text; /* with its line breaks */
};

struct sheet_row {
  uint32_t number; /* from 1 */
  struct {
    struct sheet_cell *at; /* those with text, in the order of columns */
    size_t n, cap;
  } cells;
  uint32_t nframed;                   /* cells that have a border */
  uint32_t first_framed, last_framed; /* their columns */
};

/* Cells that are shown as one; its text is that of the first. */
struct sheet_merge {
  uint32_t row, column, last_row, last_column;
};

struct sheet {
  uint32_t number; /* in the workbook, from 1 */
  struct {
    struct sheet_row *at; /* in order; those with text or borders */
    size_t n, cap;
  } rows;
  struct {
    struct sheet_merge *at;
    size_t n, cap;
  } merges;
};

/* Appends the sheet to the document as paragraphs and tables. Returns false after diag_add. */
bool xlsx_lay_out(struct arena *arena, const struct sheet *sheet, struct doc *doc,
                  struct diags *diags);

#endif
