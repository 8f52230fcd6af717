/* xlsx: Excel workbooks → documents (see xlsx.h): the parts, and the cells of each sheet. */
#include "read/xlsx.h"

#include "read/xlsx_book.h"
#include "read/xlsx_sheet.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

#define CELLS 200000 /* with text, in a workbook; a report has 1,000 */
#define ROWS 200000  /* with text or borders, in a workbook */
#define MERGES 20000 /* in a sheet; a report has 100 */

/* A sheet that is being read. */
struct reading {
  struct arena *arena;
  const struct book *book;
  struct xml *xml;
  struct sheet *sheet;
  size_t cells, rows; /* of all sheets so far */
  uint32_t row, column;
};

int xlsx_sniff(struct str head, struct str path) {
  return package_sniff(head, path, ".xlsx", "xl/");
}

/* Reads `BC12` at *i. */
static bool read_address(struct str text, size_t *i, uint32_t *row, uint32_t *column) {
  *row = *column = 0;
  for (; *i < text.n && text.p[*i] >= 'A' && text.p[*i] <= 'Z' && *column <= SHEET_COLUMNS; ++*i)
    *column = *column * 26 + (uint32_t)(text.p[*i] - 'A') + 1;
  for (; *i < text.n && text.p[*i] >= '0' && text.p[*i] <= '9' && *row < 10000000; ++*i)
    *row = *row * 10 + (uint32_t)(text.p[*i] - '0');
  return *row > 0 && *column > 0 && *column <= SHEET_COLUMNS;
}

static uint32_t number_of(struct str text) {
  uint32_t value = 0;
  for (size_t i = 0; i < text.n && i < 8 && text.p[i] >= '0' && text.p[i] <= '9'; i++)
    value = value * 10 + (uint32_t)(text.p[i] - '0');
  return value;
}

/* The row at hand, made when it is not there. Rows come in order; those that do not are put last
 * and sorted later. */
static struct sheet_row *row_at_hand(struct reading *r) {
  struct sheet *sheet = r->sheet;
  if (sheet->rows.n == 0 || sheet->rows.at[sheet->rows.n - 1].number != r->row) {
    struct sheet_row row = {.number = r->row};
    ARENA_PUSH(r->arena, &sheet->rows, row);
    r->rows++;
  }
  return &sheet->rows.at[sheet->rows.n - 1];
}

struct content {
  struct str kind;
  struct sbuf value, formula, text;
  bool has_value, has_formula;
};

/* Reads what is inside a cell. False when the stream breaks off. */
static bool read_content(struct reading *r, struct content *content) {
  struct sbuf *into = NULL;
  for (;;) {
    enum xml_event event = xml_next(r->xml);
    if (event >= XML_END)
      return false;
    if (event == XML_TEXT) {
      if (into != NULL)
        sbuf_add(into, xml_text(r->xml));
      continue;
    }
    if (event == XML_STOP && xml_is(r->xml, "c"))
      return true;
    into = NULL;
    if (event == XML_STOP)
      continue;
    if (xml_is(r->xml, "rPh"))
      xml_skip(r->xml);
    else if (xml_is(r->xml, "v")) {
      into = &content->value;
      content->has_value = true;
    } else if (xml_is(r->xml, "f")) {
      into = &content->formula;
      content->has_formula = true;
    } else if (xml_is(r->xml, "t"))
      into = &content->text;
  }
}

static struct str shared_string(const struct reading *r, struct str index) {
  uint32_t i = number_of(index);
  return index.n > 0 && i < r->book->strings.n ? r->book->strings.at[i] : STR("");
}

/* What the cell shows. */
static struct str shown(struct reading *r, const struct content *content,
                        const struct cell_style *style) {
  struct str value = sbuf_str(&content->value);
  if (content->has_formula && value.n == 0 && !str_eq(content->kind, STR("str")))
    return str_fmt(r->arena, "=%.*s", STR_ARG(sbuf_str(&content->formula)));
  if (str_eq(content->kind, STR("s")))
    return shared_string(r, str_trim(value));
  if (str_eq(content->kind, STR("inlineStr")))
    return xlsx_unescaped(r->arena, sbuf_str(&content->text));
  if (str_eq(content->kind, STR("b")))
    return str_eq(value, STR("1")) ? STR("TRUE") : STR("FALSE");
  if (content->kind.n == 0 || str_eq(content->kind, STR("n")))
    return value.n > 0 ? xlsx_number(r->arena, r->book, value, style) : STR("");
  return str_copy(r->arena, value); /* the text of a formula, an error, a date */
}

static bool read_cell(struct reading *r) {
  struct content content = {.value.arena = r->arena, .formula.arena = r->arena};
  content.text.arena = r->arena;
  struct str address = xml_attribute(r->arena, r->xml, "r");
  uint32_t style_number = number_of(xml_attribute(r->arena, r->xml, "s"));
  size_t at = 0;
  uint32_t row, column;
  content.kind = xml_attribute(r->arena, r->xml, "t");
  r->column++;
  if (read_address(address, &at, &row, &column)) {
    r->row = row;
    r->column = column;
  }
  if (!read_content(r, &content))
    return false;
  const struct cell_style *style =
      style_number < r->book->styles.n ? &r->book->styles.at[style_number] : NULL;
  struct sheet_cell cell = {r->column, shown(r, &content, style)};
  bool has_text = str_trim(cell.text).n > 0, is_framed = style != NULL && style->is_framed;
  if ((!has_text && !is_framed) || r->column > SHEET_COLUMNS)
    return true;
  struct sheet_row *to = row_at_hand(r);
  if (has_text) {
    ARENA_PUSH(r->arena, &to->cells, cell);
    r->cells++;
  }
  if (is_framed) {
    to->first_framed =
        to->nframed == 0 || r->column < to->first_framed ? r->column : to->first_framed;
    to->last_framed = r->column > to->last_framed ? r->column : to->last_framed;
    to->nframed++;
  }
  return true;
}

static void read_merge(struct reading *r) {
  struct str range = xml_attribute(r->arena, r->xml, "ref");
  struct sheet_merge merge;
  size_t at = 0;
  if (r->sheet->merges.n == MERGES || !read_address(range, &at, &merge.row, &merge.column) ||
      at >= range.n || range.p[at++] != ':' ||
      !read_address(range, &at, &merge.last_row, &merge.last_column) ||
      merge.last_row < merge.row || merge.last_column < merge.column)
    return;
  ARENA_PUSH(r->arena, &r->sheet->merges, merge);
}

static int by_column(const void *a, const void *b) {
  uint32_t x = ((const struct sheet_cell *)a)->column, y = ((const struct sheet_cell *)b)->column;
  return (x > y) - (x < y);
}

static int by_number(const void *a, const void *b) {
  uint32_t x = ((const struct sheet_row *)a)->number, y = ((const struct sheet_row *)b)->number;
  return (x > y) - (x < y);
}

static void sort(struct sheet *sheet) {
  for (size_t i = 0; i < sheet->rows.n; i++)
    if (sheet->rows.at[i].cells.n > 1)
      qsort(sheet->rows.at[i].cells.at, sheet->rows.at[i].cells.n, sizeof(struct sheet_cell),
            by_column);
  if (sheet->rows.n > 1)
    qsort(sheet->rows.at, sheet->rows.n, sizeof(struct sheet_row), by_number);
}

static bool read_sheet(struct reading *r, const struct part *part, struct diags *diags) {
  bool is_broken = false;
  enum xml_event event = XML_START;
  r->xml = xml_open(part->bytes, "spreadsheetml");
  r->row = r->column = 0;
  while (!is_broken && r->cells <= CELLS && r->rows <= ROWS &&
         (event = xml_next(r->xml)) < XML_END) {
    if (event != XML_START)
      continue;
    if (xml_is(r->xml, "row")) {
      uint32_t number = number_of(xml_attribute(r->arena, r->xml, "r"));
      r->row = number > 0 ? number : r->row + 1;
      r->column = 0;
    } else if (xml_is(r->xml, "c")) {
      is_broken = !read_cell(r);
    } else if (xml_is(r->xml, "mergeCell")) {
      read_merge(r);
    }
  }
  bool done = true;
  if (is_broken || event == XML_BROKEN)
    done = xml_report(r->xml, part->name, diags);
  else if (event != XML_END)
    done = diag_add(diags, DIAG_FILE, (struct span){0, 0},
                    "more than %d cells in a workbook are no report", CELLS);
  xml_close(r->xml);
  return done;
}

bool xlsx_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
               size_t *ndocs, struct diags *diags) {
  static const char *const names[] = {"xl/workbook.xml",      "xl/_rels/workbook.xml.rels",
                                      "xl/sharedStrings.xml", "xl/styles.xml",
                                      "xl/worksheets/",       NULL};
  struct parts parts;
  struct book book = {0};
  struct reading r = {.arena = arena, .book = &book};
  *docs = ARENA_NEW(arena, struct doc);
  *ndocs = 1;
  (*docs)->path = path;
  if (!package_open(arena, bytes, path, names, &parts, diags) ||
      !xlsx_book_read(arena, &parts, &book, diags))
    return false;
  for (size_t i = 0; i < book.sheets.n; i++) {
    struct sheet sheet = {.number = (uint32_t)i + 1};
    r.sheet = &sheet;
    if (!read_sheet(&r, book.sheets.at[i], diags))
      return false;
    sort(&sheet);
    if (!xlsx_lay_out(arena, &sheet, *docs, diags))
      return false;
  }
  return true;
}
