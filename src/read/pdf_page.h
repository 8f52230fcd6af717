/* pdf_page: the words and the ruled lines of the pages of a PDF file, and the tables that they
 * make. Private to pdf*.c. Lengths are points, from the upper left corner.
 */
#ifndef OGI_READ_PDF_PAGE_H
#define OGI_READ_PDF_PAGE_H

#include "read/doc.h"

struct pdf_word {
  double left, top, right, bottom;
  struct str text;
};

/* A straight line along or down the page. */
struct pdf_rule {
  double left, top, right, bottom;
  bool is_down;
};

struct pdf_page {
  struct {
    struct pdf_word *at;
    size_t n, cap;
  } words;
  struct {
    struct pdf_rule *at;
    size_t n, cap;
  } rules;
};

struct pdf_pages {
  struct pdf_page *at;
  size_t n, cap;
};

/* Takes the words out of what `pdftotext -bbox` prints, in the arena. */
void pdf_words(struct arena *arena, struct str bbox, struct pdf_pages *pages);

/* Takes the ruled lines out of what `pdftocairo -svg` draws. Returns false when it is no drawing of
 * these pages. */
bool pdf_rules(struct arena *arena, struct str svg, struct pdf_pages *pages);

/* Appends the page to the document: the cells between its ruled lines as tables, the other words as
 * one paragraph a line. `number` is the page's, from 1. Returns how many tables it has. */
size_t pdf_lay_out(struct arena *arena, const struct pdf_page *page, size_t number,
                   struct doc *doc);

#endif
