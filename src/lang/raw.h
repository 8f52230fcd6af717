/* raw: text in SQL that stands in a statement as it was typed (`sql select …`): its pieces, read as
 * SQLite reads them, and where it ends. What they mean is SQLite's matter.
 */
#ifndef OGI_LANG_RAW_H
#define OGI_LANG_RAW_H

#include "base/str.h"

enum raw_kind {
  RAW_END, /* of the text */
  RAW_BLANK,
  RAW_NEWLINE,
  RAW_COMMENT, /* -- up to the end of the line, or between two marks */
  RAW_TEXT,    /* '…' */
  RAW_QUOTED,  /* a name: "…", `…`, […] */
  RAW_WORD,
  RAW_NUMBER,
  RAW_PARAMETER, /* ?, ?1, :x, @x, $x */
  RAW_OPEN,
  RAW_CLOSE,
  RAW_STOP, /* ; */
  RAW_MARK
};

struct raw_piece {
  enum raw_kind kind;
  size_t start, end;
  bool is_unclosed; /* a quote or a comment without its end */
};

/* The piece at an offset. */
struct raw_piece raw_piece(struct str text, size_t at);
struct str raw_piece_text(struct str text, struct raw_piece piece);

/* Does the text promise more: a bracket is open, or it ends with an operator, a comma or a word
 * that nothing can end with? */
bool raw_goes_on(struct str text);

/* Where the SQL behind `sql` stands. */
struct raw_extent {
  size_t start, end;         /* the text, without blanks and comments of ours at its end */
  bool has_to, has_file;     /* `to`, and a string, at the very end: they are no part of it */
  size_t to, file;           /* where these begin */
  size_t stop;               /* the `;` or the newline that ends all, or the end of the text */
  struct raw_piece unclosed; /* RAW_END: none */
};

/* Does what stands below a newline belong to the statement? `is_open`: the text above promises
 * more. */
typedef bool raw_line_test(const void *context, size_t newline, bool is_open);

/* `continues` NULL: newlines are blanks. */
struct raw_extent raw_extent(struct str text, size_t at, raw_line_test *continues,
                             const void *context);

/* The text as canonical scripts have it: as typed, but that each line which its place would part
 * from the statement is indented. */
struct str raw_canonical(struct arena *arena, struct str text);

#endif
