/* doc: a file after its kind is forgotten: paragraphs and tables, in order, with text as printed.
 *
 * HTML, text and (later) other kinds differ only up to here; match.c alone knows the form. Readers
 * never parse numbers and never repair. All memory is the arena given to the reader.
 */
#ifndef OGI_READ_DOC_H
#define OGI_READ_DOC_H

#include "base/diag.h"
#include "form/report.h"

struct doc_cell {
  struct str text; /* as printed: entities resolved, markup gone, line breaks as a blank */
  struct place place;
  uint16_t rowspan, colspan; /* at least 1 */
  bool is_copy;              /* stands here because a cell above spans down to this row */
};

struct doc_row {
  struct doc_cell *cells; /* in order; a cell that spans columns stands once, one that spans rows
                             stands again in each row below as a copy */
  size_t ncells;
  bool is_whole; /* flattened text that has its padding apart: what it lists is every cell it had */
};

enum doc_kind {
  DOC_PARAGRAPH, /* one line or block of running text: rows[0].cells[0] */
  DOC_TABLE
};

struct doc_block {
  enum doc_kind kind;
  struct doc_row *rows;
  size_t nrows;
  /* Text only: padding is meaningless (`a | b | ||`), so blank cells at the end of a row prove
   * nothing and a row with fewer figures than columns cannot be assigned. In HTML every cell
   * counts. */
  bool is_flattened;
};

struct doc {
  struct str path;
  struct str title;        /* <title> of a page; empty when there is none */
  const struct said *said; /* NULL: who reports on what year is to be found in it */
  bool is_records;         /* one table, whose first row may head records of several reports */
  bool is_cut;             /* it ends within a line or a cell, so what stands last may be half */
  struct {
    struct doc_block *at;
    size_t n, cap;
  } blocks;
};

#endif
