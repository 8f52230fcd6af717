/* raw: pieces of SQL within a statement, and where it ends (see raw.h). */
#include "lang/raw.h"

#include "base/utf8.h"

#include <string.h>

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* As in SQLite: everything beyond ASCII is part of a word. */
static bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c) ||
         (unsigned char)c >= 0x80;
}

static char char_at(struct str text, size_t at) {
  return at < text.n ? text.p[at] : '\0';
}

static size_t pass_words(struct str text, size_t at) {
  while (at < text.n && (is_word(text.p[at]) || text.p[at] == '$'))
    at++;
  return at;
}

/* Up to its closing quote, which doubled stands for itself. */
static void read_quoted(struct str text, struct raw_piece *piece, char close) {
  for (size_t i = piece->start + 1; i < text.n; i++) {
    if (text.p[i] != close)
      continue;
    if (close == ']' || char_at(text, i + 1) != close) {
      piece->end = i + 1;
      return;
    }
    i++;
  }
  piece->end = text.n;
  piece->is_unclosed = true;
}

static void read_block_comment(struct str text, struct raw_piece *piece) {
  struct str rest = str_sub(text, piece->start + 2, text.n);
  size_t end = str_find(rest, STR("*/"));
  piece->is_unclosed = end == rest.n;
  piece->end = piece->is_unclosed ? text.n : piece->start + 2 + end + 2;
}

static void read_number(struct str text, struct raw_piece *piece) {
  while (piece->end < text.n && (is_word(text.p[piece->end]) || text.p[piece->end] == '.'))
    piece->end++;
}

static enum raw_kind kind_of_mark(char c) {
  return c == '(' ? RAW_OPEN : c == ')' ? RAW_CLOSE : c == ';' ? RAW_STOP : RAW_MARK;
}

struct raw_piece raw_piece(struct str text, size_t at) {
  struct raw_piece piece = {RAW_END, at, at, false};
  if (at >= text.n)
    return piece;
  char c = text.p[at], next = char_at(text, at + 1);
  piece.end = at + 1;
  if (c == '\n') {
    piece.kind = RAW_NEWLINE;
  } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f') {
    piece.kind = RAW_BLANK;
  } else if (c == '-' && next == '-') {
    piece.kind = RAW_COMMENT;
    piece.end = at + str_find(str_sub(text, at, text.n), STR("\n"));
  } else if (c == '/' && next == '*') {
    piece.kind = RAW_COMMENT;
    read_block_comment(text, &piece);
  } else if (c == '\'') {
    piece.kind = RAW_TEXT;
    read_quoted(text, &piece, c);
  } else if (c == '"' || c == '`' || c == '[') {
    piece.kind = RAW_QUOTED;
    read_quoted(text, &piece, c == '[' ? ']' : c);
  } else if (is_digit(c) || (c == '.' && is_digit(next))) {
    piece.kind = RAW_NUMBER;
    read_number(text, &piece);
  } else if (is_word(c)) {
    piece.kind = RAW_WORD;
    piece.end = pass_words(text, at);
  } else if (c == '?' || ((c == ':' || c == '@' || c == '$') && is_word(next))) {
    piece.kind = RAW_PARAMETER;
    piece.end = pass_words(text, at + 1);
  } else {
    piece.kind = kind_of_mark(c);
  }
  return piece;
}

struct str raw_piece_text(struct str text, struct raw_piece piece) {
  return str_sub(text, piece.start, piece.end);
}

static bool says_something(struct raw_piece piece) {
  return piece.kind != RAW_BLANK && piece.kind != RAW_NEWLINE && piece.kind != RAW_COMMENT;
}

static bool is_called(struct str text, struct raw_piece piece, const char *word) {
  return piece.kind == RAW_WORD && str_same_word(raw_piece_text(text, piece), str_from_z(word));
}

/* With which no statement can end. */
static bool promises_more(struct str text, struct raw_piece piece) {
  static const char *const words[] = {"select", "from",    "where",  "on",    "join",  "and",
                                      "or",     "not",     "by",     "in",    "as",    "with",
                                      "like",   "is",      "union",  "case",  "when",  "then",
                                      "else",   "between", "having", "group", "order", "limit"};
  if (piece.kind == RAW_MARK)
    return true;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    if (is_called(text, piece, words[i]))
      return true;
  return false;
}

/* What has been passed of a text. */
struct passing {
  int open; /* brackets */
  struct raw_piece last;
};

static void pass(struct passing *passing, struct raw_piece piece) {
  passing->open += piece.kind == RAW_OPEN;
  passing->open -= piece.kind == RAW_CLOSE && passing->open > 0;
  if (says_something(piece))
    passing->last = piece;
}

static bool is_open(struct str text, const struct passing *passing) {
  return passing->open > 0 || promises_more(text, passing->last);
}

bool raw_goes_on(struct str text) {
  struct passing passing = {0};
  struct raw_piece piece = {0};
  while ((piece = raw_piece(text, piece.end)).kind != RAW_END)
    pass(&passing, piece);
  return is_open(text, &passing);
}

/* --- Where it ends */

/* A comment as ogi itself has them: fmt and colours know it where it stands behind a statement. */
static bool is_own_comment(struct str text, struct raw_piece piece) {
  char c = char_at(text, piece.start + 2);
  return piece.kind == RAW_COMMENT && text.p[piece.start] == '-' &&
         (piece.end == piece.start + 2 || c == ' ');
}

/* A string in typographic quotes, which are no quotes in SQL: as the name of a file people may
 * write it so. 0: none begins there. */
static size_t file_end(struct str text, size_t at) {
  size_t length;
  uint32_t open = utf8_at(str_sub(text, at, text.n), &length);
  uint32_t twin = utf8_ascii_twin(open);
  if (open < 0x80 || (twin != '"' && twin != '\''))
    return 0;
  uint32_t close = open == 0x201C ? 0x201D : open == 0x2018 ? 0x2019 : open;
  for (size_t i = at + length; i < text.n && text.p[i] != '\n'; i += length)
    if (utf8_at(str_sub(text, i, text.n), &length) == close)
      return i + length;
  return 0;
}

/* Is the piece a part of `to "f.csv"`, which counts only at the very end? */
static void look_for_file(struct str text, const struct passing *passing, struct raw_piece *piece,
                          struct raw_extent *extent) {
  if (extent->has_to && !extent->has_file) {
    size_t end = file_end(text, piece->start);
    extent->has_file = end > 0 || piece->kind == RAW_TEXT || text.p[piece->start] == '"';
    extent->file = piece->start;
    if (end > 0)
      *piece = (struct raw_piece){RAW_TEXT, piece->start, end, false};
    if (extent->has_file)
      return;
  }
  extent->has_to = passing->open == 0 && is_called(text, *piece, "to");
  extent->has_file = false;
  extent->to = piece->start;
}

struct raw_extent raw_extent(struct str text, size_t at, raw_line_test *continues,
                             const void *context) {
  struct raw_extent extent = {.start = text.n};
  struct passing passing = {0};
  size_t before_to = 0;
  for (struct raw_piece piece = raw_piece(text, at);; piece = raw_piece(text, piece.end)) {
    bool is_line_end = piece.kind == RAW_NEWLINE && continues != NULL;
    extent.stop = piece.start;
    if (piece.kind == RAW_END || (piece.kind == RAW_STOP && passing.open == 0) ||
        (is_line_end && !continues(context, piece.start, is_open(text, &passing))))
      break;
    if (says_something(piece)) {
      look_for_file(text, &passing, &piece, &extent);
      if (extent.has_to && extent.to == piece.start)
        before_to = extent.end;
    }
    if (piece.is_unclosed) {
      extent.unclosed = piece;
      extent.stop = text.n;
      break;
    }
    pass(&passing, piece);
    bool counts = piece.kind != RAW_BLANK && piece.kind != RAW_NEWLINE;
    if (counts && extent.start == text.n)
      extent.start = piece.start;
    if (counts && !is_own_comment(text, piece))
      extent.end = piece.end;
  }
  if (extent.has_to)
    extent.end = before_to;
  return extent;
}

/* --- As scripts have it */

/* Takes back the blanks behind the last newline: is there nothing else on this line? */
static bool take_blank_line(struct sbuf *b) {
  size_t n = b->n;
  while (n > 0 && (b->at[n - 1] == ' ' || b->at[n - 1] == '\t' || b->at[n - 1] == '\r'))
    n--;
  if (n == 0 || b->at[n - 1] != '\n')
    return false;
  b->n = n;
  return true;
}

struct str raw_canonical(struct arena *arena, struct str text) {
  struct sbuf b = {.arena = arena};
  struct passing passing = {0};
  struct raw_piece piece = {0};
  bool begins_line = false;
  while ((piece = raw_piece(text, piece.end)).kind != RAW_END) {
    if (piece.kind == RAW_NEWLINE && take_blank_line(&b))
      continue;
    if (begins_line && piece.kind != RAW_BLANK && !is_open(text, &passing))
      sbuf_add_z(&b, "  ");
    pass(&passing, piece);
    begins_line = piece.kind == RAW_NEWLINE;
    sbuf_add(&b, raw_piece_text(text, piece));
  }
  return sbuf_str(&b);
}
