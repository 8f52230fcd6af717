/* xlsx_book: what the sheets of a workbook share: its strings, its formats, their order. Private to
 * xlsx*.c.
 */
#ifndef OGI_READ_XLSX_BOOK_H
#define OGI_READ_XLSX_BOOK_H

#include "read/package.h"

enum cell_format { FORMAT_PLAIN, FORMAT_DATE, FORMAT_SHARE };

struct cell_style {
  enum cell_format format;
  bool is_framed; /* has a border */
};

struct book {
  struct {
    struct str *at;
    size_t n, cap;
  } strings;
  struct {
    struct cell_style *at;
    size_t n, cap;
  } styles;
  struct {
    const struct part **at; /* the visible ones, in order */
    size_t n, cap;
  } sheets;
  bool is_1904; /* days are counted from 1904 */
};

/* Returns false after diag_add. */
bool xlsx_book_read(struct arena *arena, const struct parts *parts, struct book *book,
                    struct diags *diags);

/* The text with `_x000D_` and the like as the characters they stand for. */
struct str xlsx_unescaped(struct arena *arena, struct str text);

/* What a number says when it is printed in this style. */
struct str xlsx_number(struct arena *arena, const struct book *book, struct str raw,
                       const struct cell_style *style);

#endif
