/* docx: Word documents → documents (see docx.h).
 *
 * The text is read as a stream; only a table is kept until its end, since only then is it known how
 * far its cells reach down and whether it is one or merely lays out the page.
 */
#include "read/docx.h"

#include "read/docx_list.h"
#include "read/grid.h"
#include "read/package.h"
#include "read/xml.h"

/* Tables nest no deeper than libxml2 lets elements nest, 256. */
#define COLUMNS 1000 /* Word itself has at most 63 */
#define ITEMS 200000 /* cells and paragraphs; a report has 1,000 */

struct table;

/* What stands in the body, a cell or a box. */
struct content {
  struct str text;     /* of a paragraph */
  struct table *table; /* NULL: a paragraph */
};

struct contents {
  struct content *at;
  size_t n, cap;
};

struct cell {
  uint32_t column, span;
  bool merges;    /* with cells above or below */
  bool continues; /* belongs to the cell above, if that merges */
  struct contents contents;
};

struct cells {
  struct cell *at;
  size_t n, cap;
};

struct table {
  uint32_t number;
  bool has_tables;
  size_t ncells;
  struct {
    struct cells *at;
    size_t n, cap;
  } rows;
};

struct reading {
  struct arena *arena;
  struct doc *doc;
  struct xml *xml;
  struct docx_lists *lists;
  uint32_t tables, paragraphs;
  size_t items;
  bool is_broken; /* the stream has ended before its time, or has too many items */
};

/* --- Helpers of the stream */

static void count_item(struct reading *r) {
  if (++r->items > ITEMS)
    r->is_broken = true;
}

/* The next event inside the element that is being read; false at its stop. `*depth` counts the
 * elements of no interest that are open in it. */
static bool inside(struct reading *r, int *depth, enum xml_event *event) {
  *event = r->is_broken ? XML_BROKEN : xml_next(r->xml);
  if (*event >= XML_END) {
    r->is_broken = true;
    return false;
  }
  if (*event == XML_START)
    ++*depth;
  else if (*event == XML_STOP && --*depth < 0)
    return false;
  return true;
}

/* Passes over the element that was begun. */
static void skip(struct reading *r, int *depth) {
  xml_skip(r->xml);
  --*depth;
}

/* Text that is not printed: deleted or moved away, a second version of a drawing, a gloss. */
static bool is_hidden(const struct xml *xml) {
  return xml_is(xml, "del") || xml_is(xml, "moveFrom") || xml_is(xml, "rPr") || xml_is(xml, "rt") ||
         xml_is(xml, "sectPr") || xml_is_called(xml, "Fallback");
}

/* Absent, 1, true and on mean on. */
static bool is_on(struct reading *r) {
  struct str value = xml_attribute(r->arena, r->xml, "val");
  return !str_eq(value, STR("0")) && !str_eq(value, STR("false")) && !str_eq(value, STR("off"));
}

static int number_value(struct reading *r) {
  struct str text = xml_attribute(r->arena, r->xml, "val");
  int value = text.n > 0 ? 0 : -1;
  for (size_t i = 0; i < text.n; i++) {
    if (text.p[i] < '0' || text.p[i] > '9' || value > 1000000)
      return -1;
    value = value * 10 + (text.p[i] - '0');
  }
  return value;
}

/* --- Paragraphs */

static void read_contents(struct reading *r, struct contents *contents);
static void read_table(struct reading *r, struct contents *contents);

static void end_paragraph(struct reading *r, struct sbuf *text, struct contents *contents) {
  struct str trimmed = str_trim(sbuf_str(text));
  if (trimmed.n > 0) {
    struct content content = {str_copy(r->arena, trimmed), NULL};
    ARENA_PUSH(r->arena, contents, content);
    count_item(r);
  }
  text->n = 0;
}

static void read_properties(struct reading *r, struct docx_numbering *numbering) {
  enum xml_event event;
  for (int depth = 0; inside(r, &depth, &event);) {
    if (event != XML_START)
      continue;
    if (xml_is(r->xml, "pPrChange") || is_hidden(r->xml))
      skip(r, &depth);
    else if (xml_is(r->xml, "pStyle"))
      numbering->style = xml_attribute(r->arena, r->xml, "val");
    else if (xml_is(r->xml, "numId"))
      numbering->list = number_value(r);
    else if (xml_is(r->xml, "ilvl"))
      numbering->level = number_value(r);
  }
}

/* Adds what an element inside a paragraph prints; it was just begun. */
static void read_inline(struct reading *r, int *depth, struct sbuf *text,
                        struct contents *contents) {
  struct xml *xml = r->xml;
  if (is_hidden(xml)) {
    skip(r, depth);
  } else if (xml_is(xml, "br") || xml_is(xml, "cr")) {
    end_paragraph(r, text, contents);
  } else if (xml_is(xml, "tab") || xml_is(xml, "ptab")) {
    grid_add_blank(text);
  } else if (xml_is(xml, "noBreakHyphen")) {
    sbuf_add_char(text, '-');
  } else if (xml_is(xml, "t")) {
    enum xml_event event;
    for (int inner = 0; inside(r, &inner, &event);)
      if (event == XML_TEXT)
        grid_add_text(text, xml_text(xml));
    --*depth;
  } else if (xml_is(xml, "txbxContent")) { /* a box: it stands before its anchor */
    read_contents(r, contents);
    --*depth;
  }
}

/* The blank keeps the number of an item apart from a figure. */
static void add_number(struct reading *r, struct sbuf *text, struct docx_numbering numbering) {
  grid_add_text(text, docx_lists_next(r->arena, r->lists, numbering));
  grid_add_blank(text);
}

static void read_paragraph(struct reading *r, struct contents *contents) {
  struct docx_numbering numbering = {{"", 0}, -1, -1};
  struct sbuf text = {.arena = r->arena};
  bool is_numbered = false;
  enum xml_event event;
  for (int depth = 0; inside(r, &depth, &event);) {
    if (event != XML_START)
      continue;
    if (xml_is(r->xml, "pPr")) {
      read_properties(r, &numbering);
      depth--;
    } else {
      if (!is_numbered && xml_is(r->xml, "t")) { /* behind the properties */
        is_numbered = true;
        add_number(r, &text, numbering);
      }
      read_inline(r, &depth, &text, contents);
    }
  }
  if (!is_numbered)
    add_number(r, &text, numbering);
  end_paragraph(r, &text, contents);
}

/* --- Tables */

static void read_cell_properties(struct reading *r, struct cell *cell, bool *joins_left) {
  enum xml_event event;
  for (int depth = 0; inside(r, &depth, &event);) {
    if (event != XML_START)
      continue;
    int span = xml_is(r->xml, "gridSpan") ? number_value(r) : 0;
    if (xml_is(r->xml, "tcPrChange"))
      skip(r, &depth);
    else if (span > 0)
      cell->span = span < COLUMNS ? (uint32_t)span : COLUMNS;
    else if (xml_is(r->xml, "vMerge")) {
      cell->merges = true;
      cell->continues = !str_eq(xml_attribute(r->arena, r->xml, "val"), STR("restart"));
    } else if (xml_is(r->xml, "hMerge"))
      *joins_left = !str_eq(xml_attribute(r->arena, r->xml, "val"), STR("restart"));
  }
}

static void read_cell(struct reading *r, struct cells *row, uint32_t *column) {
  struct cell cell = {*column, 1, false, false, {NULL, 0, 0}};
  bool joins_left = false;
  enum xml_event event;
  for (int depth = 0; inside(r, &depth, &event);) {
    if (event != XML_START)
      continue;
    if (xml_is(r->xml, "tcPr")) {
      read_cell_properties(r, &cell, &joins_left);
      depth--;
    } else if (xml_is(r->xml, "p")) {
      read_paragraph(r, &cell.contents);
      depth--;
    } else if (xml_is(r->xml, "tbl")) {
      read_table(r, &cell.contents);
      depth--;
    } else if (is_hidden(r->xml)) {
      skip(r, &depth);
    }
  }
  count_item(r);
  *column += cell.span;
  if (joins_left && row->n > 0)
    row->at[row->n - 1].span += cell.span;
  else
    ARENA_PUSH(r->arena, row, cell);
}

/* The columns left out before the first cell; `*is_deleted` by a tracked change. */
static uint32_t read_row_properties(struct reading *r, bool *is_deleted) {
  enum xml_event event;
  uint32_t before = 0;
  for (int depth = 0; inside(r, &depth, &event);) {
    if (event != XML_START)
      continue;
    int columns = xml_is(r->xml, "gridBefore") ? number_value(r) : 0;
    if (xml_is(r->xml, "trPrChange"))
      skip(r, &depth);
    else if (columns > 0)
      before = columns < COLUMNS ? (uint32_t)columns : COLUMNS;
    else if (xml_is(r->xml, "del"))
      *is_deleted = is_on(r);
  }
  return before;
}

static void read_row(struct reading *r, struct table *table) {
  struct cells row = {0};
  uint32_t column = 0;
  bool is_deleted = false;
  enum xml_event event;
  for (int depth = 0; inside(r, &depth, &event);) {
    if (event != XML_START)
      continue;
    if (xml_is(r->xml, "trPr")) {
      column = read_row_properties(r, &is_deleted);
      depth--;
    } else if (xml_is(r->xml, "tc")) {
      read_cell(r, &row, &column);
      depth--;
    } else if (is_hidden(r->xml)) {
      skip(r, &depth);
    }
  }
  if (is_deleted)
    return;
  ARENA_PUSH(r->arena, &table->rows, row);
  table->ncells += row.n;
}

static void read_table(struct reading *r, struct contents *contents) {
  struct table *table = ARENA_NEW(r->arena, struct table);
  table->number = ++r->tables;
  enum xml_event event;
  for (int depth = 0; inside(r, &depth, &event);) {
    if (event != XML_START)
      continue;
    if (xml_is(r->xml, "tr")) {
      read_row(r, table);
      depth--;
    } else if (is_hidden(r->xml)) {
      skip(r, &depth);
    }
  }
  table->has_tables = r->tables > table->number;
  struct content content = {{"", 0}, table};
  ARENA_PUSH(r->arena, contents, content);
}

static void read_contents(struct reading *r, struct contents *contents) {
  enum xml_event event;
  for (int depth = 0; inside(r, &depth, &event);) {
    if (event != XML_START)
      continue;
    if (xml_is(r->xml, "p")) {
      read_paragraph(r, contents);
      depth--;
    } else if (xml_is(r->xml, "tbl")) {
      read_table(r, contents);
      depth--;
    } else if (is_hidden(r->xml)) {
      skip(r, &depth);
    }
  }
}

/* --- What was read → the document */

/* The cell that begins at the column; cells come in the order of columns. */
static const struct cell *cell_at(const struct cells *row, uint32_t column) {
  size_t low = 0, high = row->n;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (row->at[middle].column < column)
      low = middle + 1;
    else
      high = middle;
  }
  return low < row->n && row->at[low].column == column ? &row->at[low] : NULL;
}

static struct str cell_text(struct arena *arena, const struct contents *contents) {
  struct sbuf text = {.arena = arena};
  for (size_t i = 0; i < contents->n; i++) {
    grid_add_blank(&text);
    sbuf_add(&text, contents->at[i].text);
  }
  return sbuf_str(&text);
}

/* Is the cell at this column part of the one above it? */
static bool is_joined(const struct table *table, size_t row, uint32_t column) {
  if (row == 0 || row >= table->rows.n)
    return false;
  const struct cell *cell = cell_at(&table->rows.at[row], column);
  const struct cell *above = cell_at(&table->rows.at[row - 1], column);
  return cell != NULL && cell->continues && above != NULL && above->merges;
}

static void add_grid(struct reading *r, const struct table *table) {
  struct grid_rows rows = {0};
  for (size_t i = 0; i < table->rows.n; i++) {
    const struct cells *cells = &table->rows.at[i];
    struct grid_row row = {0};
    for (size_t c = 0; c < cells->n; c++) {
      const struct cell *cell = &cells->at[c];
      uint32_t high = 1;
      if (is_joined(table, i, cell->column))
        continue;
      while (is_joined(table, i + high, cell->column))
        high++;
      struct place place = {table->number, (uint32_t)i + 1, (uint32_t)row.n + 1};
      struct grid_cell own = {cell_text(r->arena, &cell->contents), place, cell->column, high,
                              cell->span};
      ARENA_PUSH(r->arena, &row, own);
    }
    ARENA_PUSH(r->arena, &rows, row);
  }
  grid_add_table(r->arena, r->doc, &rows);
}

static void add_contents(struct reading *r, const struct contents *contents);

static void add_table(struct reading *r, const struct table *table) {
  if (table->ncells > 1 && !table->has_tables) {
    add_grid(r, table);
    return;
  }
  for (size_t i = 0; i < table->rows.n; i++)
    for (size_t c = 0; c < table->rows.at[i].n; c++)
      add_contents(r, &table->rows.at[i].at[c].contents);
}

static void add_contents(struct reading *r, const struct contents *contents) {
  for (size_t i = 0; i < contents->n; i++) {
    const struct content *content = &contents->at[i];
    if (content->table != NULL)
      add_table(r, content->table);
    else
      grid_add_paragraph(r->arena, r->doc, content->text, (struct place){0, ++r->paragraphs, 1});
  }
}

/* --- The reader */

int docx_sniff(struct str head, struct str path) {
  return package_sniff(head, path, ".docx", "word/");
}

static bool read_body(struct reading *r, const struct part *part, struct diags *diags) {
  struct contents contents = {0};
  bool has_body = false;
  enum xml_event event = XML_END;
  r->xml = xml_open(part->bytes, "wordprocessingml");
  while (!r->is_broken && (event = xml_next(r->xml)) < XML_END)
    if (event == XML_START && xml_is(r->xml, "body")) {
      has_body = true;
      read_contents(r, &contents);
    }
  bool done = true;
  if (r->items > ITEMS)
    done = diag_add(diags, DIAG_FILE, (struct span){0, 0},
                    "more than %d cells and paragraphs are no report", ITEMS);
  else if (r->is_broken || event == XML_BROKEN)
    done = xml_report(r->xml, part->name, diags);
  else if (!has_body)
    done = diag_add(diags, DIAG_FILE, (struct span){0, 0}, "\"%.*s\" in it has no body",
                    STR_ARG(part->name));
  xml_close(r->xml);
  if (done)
    add_contents(r, &contents);
  return done;
}

bool docx_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
               size_t *ndocs, struct diags *diags) {
  static const char *const names[] = {"word/document.xml", "word/document2.xml",
                                      "word/numbering.xml", "word/styles.xml", NULL};
  struct parts parts;
  struct reading r = {.arena = arena, .doc = ARENA_NEW(arena, struct doc)};
  *docs = r.doc;
  *ndocs = 1;
  r.doc->path = path;
  if (!package_open(arena, bytes, path, names, &parts, diags))
    return false;
  const struct part *body = package_part(&parts, STR("word/document.xml"));
  if (body == NULL)
    body = package_part(&parts, STR("word/document2.xml"));
  if (body == NULL)
    return diag_add(diags, DIAG_FILE, (struct span){0, 0},
                    "this is no Word document: \"word/document.xml\" is not in it");
  r.lists = docx_lists_read(arena, package_part(&parts, STR("word/numbering.xml")),
                            package_part(&parts, STR("word/styles.xml")), diags);
  return r.lists != NULL && read_body(&r, body, diags);
}
