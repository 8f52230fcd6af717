/* grid: tables whose cells have a column and spans → rows as doc.h has them, with a copy wherever a
 * cell above reaches down. Shared by the kinds that know columns (DOCX, XLSX).
 */
#ifndef OGI_READ_GRID_H
#define OGI_READ_GRID_H

#include "read/doc.h"

struct grid_cell {
  struct str text;
  struct place place;
  uint32_t column;           /* any origin; cells of a row come in the order of columns */
  uint32_t rowspan, colspan; /* at least 1 */
};

struct grid_row {
  struct grid_cell *at;
  size_t n, cap;
};

struct grid_rows {
  struct grid_row *at;
  size_t n, cap;
};

/* Appends the table to the document. */
void grid_add_table(struct arena *arena, struct doc *doc, const struct grid_rows *rows);

/* Appends a paragraph, without the blanks at its ends; nothing when it is blank. */
void grid_add_paragraph(struct arena *arena, struct doc *doc, struct str text, struct place place);

/* Adds text with every run of blanks as one, none at its start. */
void grid_add_text(struct sbuf *text, struct str part);
void grid_add_blank(struct sbuf *text);

#endif
