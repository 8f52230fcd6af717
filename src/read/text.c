/* text: plain text → a document (see text.h).
 *
 * Three ways in which pages are flattened to pipes give the same rows:
 *
 *   规章 | 0 | 0 | 0 |          | 规章 | 0 | 0 | 0 |          规章 |
 *                                                             0 |
 *                                                             0 |
 *                                                             0 |
 *                                                             ||      closes the row
 *
 * In the third a row may also stay open; match.c parts it at the labels that it knows. Where it is
 * closed, `||` holds the padding, which makes all rows equally long: a cell that was lost is in it,
 * and the cells before it are all that the row has, blank ones included.
 */
#include "read/text.h"

#include "base/utf8.h"

#include <string.h>

#define MAX_LINES 200000 /* a report with one figure per line has 1,000 */
#define MAX_FIELDS 1000  /* the widest table has 18 cells; more pipes are no row */

struct cells {
  struct doc_cell *at;
  size_t n, cap;
};

struct rows {
  struct doc_row *at;
  size_t n, cap;
};

/* The document under construction. */
struct builder {
  struct arena *arena;
  struct doc *doc;
  struct rows rows;  /* of the table that is open; none = no table */
  struct cells open; /* cells of the row that stands one cell per line */
};

int text_sniff(struct str head, struct str path) {
  if (memchr(head.p, '\0', head.n) != NULL)
    return 0;
  if (str_ends(path, STR(".txt")) || str_ends(path, STR(".text")))
    return 60;
  const char *name = path.n > 0 ? memrchr(path.p, '/', path.n) : NULL;
  size_t from = name != NULL ? (size_t)(name - path.p) : 0;
  if (str_contains(str_sub(path, from, path.n), STR(".")))
    return 0; /* a table, a script, a picture: another kind's business */
  size_t bad = utf8_invalid(head);
  return bad == head.n || head.n - bad < 4 ? 30 : 0; /* the head may end inside a character */
}

/* As utf8_invalid, but quick over the characters that reports are made of. */
static size_t first_invalid(struct str s) {
  size_t i = 0;
  while (i < s.n) {
    unsigned char c = (unsigned char)s.p[i];
    if (c < 0x80 && c != 0) {
      i++;
    } else if (c >= 0xE1 && c <= 0xEC && s.n - i >= 3 &&
               ((unsigned char)s.p[i + 1] & 0xC0) == 0x80 &&
               ((unsigned char)s.p[i + 2] & 0xC0) == 0x80) {
      i += 3;
    } else {
      struct str rest = str_sub(s, i, s.n < i + 64 ? s.n : i + 64);
      size_t length;
      if (c == 0 || (utf8_at(rest, &length) == 0xFFFD && length == 1))
        return i;
      i += length;
    }
  }
  return s.n;
}

static void close_row(struct builder *b, bool is_whole) {
  if (b->open.n == 0)
    return;
  struct doc_row row = {b->open.at, b->open.n, is_whole};
  ARENA_PUSH(b->arena, &b->rows, row);
  b->open = (struct cells){0};
}

static void close_table(struct builder *b) {
  close_row(b, false);
  if (b->rows.n == 0)
    return;
  struct doc_block block = {DOC_TABLE, b->rows.at, b->rows.n, true};
  ARENA_PUSH(b->arena, &b->doc->blocks, block);
  b->rows = (struct rows){0};
}

static struct doc_cell text_cell(struct str text, uint32_t line, uint32_t field) {
  return (struct doc_cell){str_trim(text), {0, line, field}, 1, 1, false};
}

static void add_paragraph(struct builder *b, struct str text, uint32_t line) {
  close_table(b);
  struct doc_row *row = ARENA_NEW(b->arena, struct doc_row);
  row->cells = ARENA_NEW(b->arena, struct doc_cell);
  row->ncells = 1;
  row->cells[0] = text_cell(text, line, 1);
  struct doc_block block = {DOC_PARAGRAPH, row, 1, true};
  ARENA_PUSH(b->arena, &b->doc->blocks, block);
}

/* Is the line a Markdown rule, |---|:--:|? */
static bool is_rule(struct str line) {
  size_t dashes = 0;
  for (size_t i = 0; i < line.n; i++) {
    if (strchr("|:- \t", line.p[i]) == NULL)
      return false;
    dashes += line.p[i] == '-';
  }
  return dashes >= 3 && str_contains(line, STR("---"));
}

static void add_fields(struct builder *b, struct str line, size_t pipes, uint32_t number) {
  struct doc_row row = {ARENA_ARRAY(b->arena, struct doc_cell, pipes + 1), 0, false};
  uint32_t field = 1;
  for (size_t i = line.p[0] == '|' ? 1 : 0; i < line.n; field++) {
    const char *pipe = memchr(line.p + i, '|', line.n - i);
    size_t end = pipe != NULL ? (size_t)(pipe - line.p) : line.n;
    row.cells[row.ncells++] = text_cell(str_sub(line, i, end), number, field);
    i = end + 1;
  }
  ARENA_PUSH(b->arena, &b->rows, row);
}

/* `is_last`: the file ends in it, without a line end. */
static void add_line(struct builder *b, struct str line, uint32_t number, bool is_last) {
  line = str_trim(line);
  if (line.n == 0)
    return; /* a blank line parts nothing: some pages have one behind every cell */
  const char *pipe = memchr(line.p, '|', line.n);
  if (pipe == NULL && is_last && b->open.n > 0) {
    /* one cell per line, and cut before its pipe */
    ARENA_PUSH(b->arena, &b->open, text_cell(line, number, 1));
    return;
  }
  if (pipe == NULL) {
    add_paragraph(b, line, number);
    return;
  }
  size_t pipes = 0;
  for (const char *p = pipe; p != NULL; pipes++)
    p = memchr(p + 1, '|', (size_t)(line.p + line.n - p - 1));
  if (pipes > MAX_FIELDS) {
    add_paragraph(b, line, number);
    return;
  }
  if (pipe == line.p + line.n - 1) { /* the only one */
    ARENA_PUSH(b->arena, &b->open, text_cell(str_sub(line, 0, line.n - 1), number, 1));
  } else if (pipes == line.n && b->open.n > 0) {
    close_row(b, true);
  } else if (!is_rule(line)) {
    close_row(b, false);
    add_fields(b, line, pipes, number);
  }
}

static bool report_invalid(struct str bytes, size_t at, struct diags *diags) {
  /* The text is the reader's, the message outlives it: keep what shows the place. */
  const char *end = memchr(bytes.p + at, '\n', bytes.n - at);
  size_t keep = end != NULL ? (size_t)(end - bytes.p) : bytes.n;
  if (keep > at + 200)
    keep = at + 200;
  struct source *source = ARENA_NEW(diags->arena, struct source);
  if (diags->source != NULL)
    source->name = str_copy(diags->arena, diags->source->name);
  source->text = str_copy(diags->arena, str_sub(bytes, 0, keep));
  source->first_line = 1;
  const struct source *before = diags->source;
  diags->source = source;
  struct span span = {(uint32_t)at, (uint32_t)at + 1};
  if (bytes.p[at] == '\0')
    diag_add(diags, DIAG_FILE, span, "this is no text: it holds a zero byte");
  else
    diag_add(diags, DIAG_FILE, span, "byte 0x%02X is not UTF-8", (unsigned char)bytes.p[at]);
  diag_hint(diags, "save the file as UTF-8");
  diags->source = before;
  return false;
}

bool text_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
               size_t *ndocs, struct diags *diags) {
  size_t bad = first_invalid(bytes);
  if (bad < bytes.n)
    return report_invalid(bytes, bad, diags);
  if (str_starts(bytes, STR("\xEF\xBB\xBF")))
    bytes = str_sub(bytes, 3, bytes.n);
  *docs = ARENA_NEW(arena, struct doc);
  *ndocs = 1;
  (*docs)->path = path;
  struct builder b = {.arena = arena, .doc = *docs};
  uint32_t number = 1;
  for (size_t i = 0; i < bytes.n; number++) {
    if (number > MAX_LINES)
      return diag_add(diags, DIAG_FILE, (struct span){0, 0}, "more than %d lines are no report",
                      MAX_LINES);
    const char *end = memchr(bytes.p + i, '\n', bytes.n - i);
    size_t next = end != NULL ? (size_t)(end - bytes.p) : bytes.n;
    add_line(&b, str_sub(bytes, i, next), number, end == NULL);
    i = next + 1;
  }
  close_table(&b);
  char last = bytes.n > 0 ? bytes.p[bytes.n - 1] : '\n';
  (*docs)->is_cut = last != '\n' && last != '|';
  return true;
}
