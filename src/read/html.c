/* html: web pages → documents (see html.h). */
#include "read/html.h"

#include "base/utf8.h"
#include "read/charset.h"

#include <libxml/HTMLparser.h>
#include <string.h>
#include <strings.h>

#define SPAN_LIMIT 1000  /* as browsers have it for columns; a form's longest span is 22 rows */
#define COPIES 200000    /* in a page; a report has some 60 */
#define SPANS_OPEN 64    /* cells of one row that may reach down; more is an attack */
#define DEPTH_LIMIT 1000 /* elements inside elements; libxml2 itself stops before */

struct cells {
  struct doc_cell *at;
  size_t n, cap;
};

/* A cell that reaches down into the next rows. */
struct reach {
  uint32_t column;
  uint32_t rows; /* still to come */
  struct doc_cell cell;
};

struct grid {
  struct {
    struct doc_row *at;
    size_t n, cap;
  } rows;
  struct reach open[SPANS_OPEN]; /* by column */
  size_t nopen;
  uint32_t number; /* of the table in the page */
  uint32_t row;    /* number of the row */
};

struct page {
  struct arena *arena;
  struct doc *doc;
  struct sbuf text; /* the paragraph that is growing */
  uint32_t tables, paragraphs;
  size_t copies; /* of cells that span rows */
};

/* --- Which elements matter */

static bool is_named(const xmlNode *node, const char *name) {
  return node->type == XML_ELEMENT_NODE && strcasecmp((const char *)node->name, name) == 0;
}

static bool is_one_of(const xmlNode *node, const char *const *names) {
  for (; *names != NULL; names++)
    if (is_named(node, *names))
      return true;
  return false;
}

static bool is_hidden(const xmlNode *node) {
  static const char *const names[] = {"script",   "style",  "template", "noscript", "head",
                                      "textarea", "select", "object",   "iframe",   NULL};
  return is_one_of(node, names);
}

/* Ends the line that stands before it and the one inside it. */
static bool is_block(const xmlNode *node) {
  static const char *const names[] = {
      "p",       "div",  "br",         "h1",     "h2",     "h3",   "h4",    "h5",    "h6",
      "li",      "ul",   "ol",         "dl",     "dt",     "dd",   "table", "tr",    "td",
      "th",      "body", "section",    "header", "footer", "main", "nav",   "aside", "form",
      "article", "hr",   "blockquote", "center", "pre",    NULL};
  return is_one_of(node, names);
}

static bool is_cell(const xmlNode *node) {
  return is_named(node, "td") || is_named(node, "th");
}

/* thead, tbody, tfoot, or what the parser put around rows */
static bool is_row_group(const xmlNode *node) {
  static const char *const names[] = {"thead", "tbody", "tfoot", "form", "center", NULL};
  return is_one_of(node, names);
}

/* --- Text */

static void add_blank(struct sbuf *text) {
  if (text->n > 0 && text->at[text->n - 1] != ' ')
    sbuf_add_char(text, ' ');
}

/* Adds text with every run of blanks as one. */
static void add_text(struct sbuf *text, const char *z) {
  struct str s = str_from_z(z);
  for (size_t i = 0, length; i < s.n; i += length) {
    uint32_t c = utf8_at(str_sub(s, i, s.n), &length);
    if (utf8_is_blank(c))
      add_blank(text);
    else
      sbuf_add(text, str_sub(s, i, i + length));
  }
}

/* The text of a whole cell: line breaks and inner blocks as one blank. */
static void add_inner_text(struct sbuf *text, const xmlNode *node, int depth) {
  if (depth > DEPTH_LIMIT)
    return;
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
      add_text(text, (const char *)child->content);
    } else if (child->type == XML_ELEMENT_NODE && !is_hidden(child)) {
      bool block = is_block(child);
      if (block)
        add_blank(text);
      add_inner_text(text, child, depth + 1);
      if (block)
        add_blank(text);
    }
  }
}

static void end_paragraph(struct page *page) {
  struct str text = str_trim(sbuf_str(&page->text));
  if (text.n > 0) {
    struct doc_row *row = ARENA_NEW(page->arena, struct doc_row);
    row->cells = ARENA_NEW(page->arena, struct doc_cell);
    row->ncells = 1;
    row->cells[0] =
        (struct doc_cell){str_copy(page->arena, text), {0, ++page->paragraphs, 1}, 1, 1, false};
    struct doc_block block = {DOC_PARAGRAPH, row, 1, false};
    ARENA_PUSH(page->arena, &page->doc->blocks, block);
  }
  page->text.n = 0;
}

/* --- Tables */

static uint16_t span_of(const xmlNode *cell, const char *name) {
  xmlChar *text = xmlGetProp(cell, (const xmlChar *)name);
  unsigned span = 0;
  for (const xmlChar *p = text; p != NULL && *p >= '0' && *p <= '9' && span <= SPAN_LIMIT; p++)
    span = span * 10 + (unsigned)(*p - '0');
  xmlFree(text);
  return (uint16_t)(span < 1 ? 1 : span > SPAN_LIMIT ? SPAN_LIMIT : span);
}

/* Puts the copies that stand before or at `column` into the row; gives the column behind them. */
static uint32_t add_copies(struct page *page, struct grid *grid, struct cells *cells, size_t *next,
                           uint32_t column) {
  while (*next < grid->nopen && grid->open[*next].column <= column) {
    struct reach *reach = &grid->open[(*next)++];
    struct doc_cell copy = reach->cell;
    copy.is_copy = true;
    if (page->copies++ < COPIES)
      ARENA_PUSH(page->arena, cells, copy);
    if (reach->column + copy.colspan > column)
      column = reach->column + copy.colspan;
  }
  return column;
}

/* Remembers a cell that spans down, in the order of columns. */
static void open_reach(struct grid *grid, struct reach reach) {
  if (grid->nopen == SPANS_OPEN)
    return;
  size_t i = grid->nopen++;
  for (; i > 0 && grid->open[i - 1].column > reach.column; i--)
    grid->open[i] = grid->open[i - 1];
  grid->open[i] = reach;
}

static void add_row(struct page *page, struct grid *grid, const xmlNode *first_cell) {
  struct cells cells = {0};
  struct reach opened[SPANS_OPEN];
  size_t nopened = 0, next = 0;
  uint32_t column = 0, ordinal = 0;
  grid->row++;
  for (const xmlNode *node = first_cell; node != NULL; node = node->next) {
    if (is_named(node, "tr"))
      break; /* cells that stood outside any row end where a row begins */
    if (!is_cell(node))
      continue;
    column = add_copies(page, grid, &cells, &next, column);
    struct sbuf text = {.arena = page->arena};
    add_inner_text(&text, node, 0);
    struct doc_cell cell = {str_trim(sbuf_str(&text)),
                            {grid->number, grid->row, ++ordinal},
                            span_of(node, "rowspan"),
                            span_of(node, "colspan"),
                            false};
    ARENA_PUSH(page->arena, &cells, cell);
    if (cell.rowspan > 1 && nopened < SPANS_OPEN)
      opened[nopened++] = (struct reach){column, cell.rowspan - 1u, cell};
    column += cell.colspan;
  }
  add_copies(page, grid, &cells, &next, UINT32_MAX);
  size_t kept = 0;
  for (size_t i = 0; i < grid->nopen; i++)
    if (--grid->open[i].rows > 0)
      grid->open[kept++] = grid->open[i];
  grid->nopen = kept;
  for (size_t i = 0; i < nopened; i++)
    open_reach(grid, opened[i]);
  struct doc_row row = {cells.at, cells.n, false};
  ARENA_PUSH(page->arena, &grid->rows, row);
}

static void add_rows(struct page *page, struct grid *grid, const xmlNode *parent, int depth) {
  bool in_cells = false;
  for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
    if (is_named(node, "tr"))
      add_row(page, grid, node->children);
    else if (is_cell(node) && !in_cells)
      add_row(page, grid, node); /* broken markup: cells without a row */
    else if (is_row_group(node) && depth < DEPTH_LIMIT)
      add_rows(page, grid, node, depth + 1);
    in_cells = node->type == XML_ELEMENT_NODE ? is_cell(node) : in_cells;
  }
}

/* Counts the cells of a table, `*nested` whether it holds a table. */
static size_t survey(const xmlNode *node, bool *nested, int depth) {
  size_t cells = 0;
  for (const xmlNode *child = node->children; child != NULL && depth < DEPTH_LIMIT;
       child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    *nested = *nested || is_named(child, "table");
    cells += is_cell(child);
    cells += survey(child, nested, depth + 1);
  }
  return cells;
}

static void walk(struct page *page, const xmlNode *parent, int depth);

static void add_table(struct page *page, const xmlNode *table, int depth) {
  uint32_t number = ++page->tables;
  bool nested = false;
  if (survey(table, &nested, 0) <= 1 || nested) {
    walk(page, table, depth);
    return;
  }
  struct grid *grid = ARENA_NEW(page->arena, struct grid);
  grid->number = number;
  add_rows(page, grid, table, 0);
  struct doc_block block = {DOC_TABLE, grid->rows.at, grid->rows.n, false};
  ARENA_PUSH(page->arena, &page->doc->blocks, block);
}

/* --- The page */

static void walk(struct page *page, const xmlNode *parent, int depth) {
  if (depth > DEPTH_LIMIT)
    return;
  for (const xmlNode *node = parent->children; node != NULL; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      add_text(&page->text, (const char *)node->content);
    } else if (node->type == XML_ELEMENT_NODE && !is_hidden(node)) {
      bool block = is_block(node);
      if (block)
        end_paragraph(page);
      if (is_named(node, "table"))
        add_table(page, node, depth + 1);
      else
        walk(page, node, depth + 1);
      if (block)
        end_paragraph(page);
    }
  }
}

static void find_title(struct page *page, const xmlNode *parent, int depth) {
  for (const xmlNode *node = parent->children; node != NULL && depth < 8; node = node->next) {
    if (page->doc->title.n > 0)
      return;
    if (is_named(node, "title")) {
      struct sbuf text = {.arena = page->arena};
      add_inner_text(&text, node, 0);
      page->doc->title = str_trim(sbuf_str(&text));
    } else if (node->type == XML_ELEMENT_NODE) {
      find_title(page, node, depth + 1);
    }
  }
}

/* --- The reader */

static bool contains_word(struct str head, const char *word) {
  size_t n = strlen(word);
  for (size_t i = 0; i + n <= head.n; i++)
    if (strncasecmp(head.p + i, word, n) == 0)
      return true;
  return false;
}

int html_sniff(struct str head, struct str path) {
  static const char *const tags[] = {"<!doctype html", "<html", "<head", "<body", "<table",
                                     "<div",           "<p>",   "<p ",   "<td",   NULL};
  bool wide = str_starts(head, STR("\xFF\xFE")) || str_starts(head, STR("\xFE\xFF"));
  if (!wide && memchr(head.p, '\0', head.n) != NULL)
    return 0;
  static const char *const endings[] = {".html", ".htm", ".shtml", ".xhtml", NULL};
  for (size_t i = 0; endings[i] != NULL; i++)
    if (str_ends(path, str_from_z(endings[i])))
      return 80;
  if (wide || str_ends(path, STR(".txt")))
    return contains_word(str_sub(head, 0, 256), "<html") ? 90 : 0;
  for (size_t i = 0; tags[i] != NULL; i++)
    if (contains_word(head, tags[i]))
      return i < 4 ? 70 : 40;
  return 0;
}

/* The offset behind the last `tag`, 0 when there is none. */
static size_t find_last(struct str text, const char *tag) {
  size_t n = strlen(tag);
  for (size_t i = text.n; i >= n; i--)
    if (text.p[i - n] == '<' && strncasecmp(text.p + i - n, tag, n) == 0)
      return i;
  return 0;
}

/* Does the page end within text, a tag or a table? */
static bool is_cut(struct str text) {
  return !str_ends(str_trim(text), STR(">")) ||
         find_last(text, "<table") > find_last(text, "</table");
}

bool html_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
               size_t *ndocs, struct diags *diags) {
  struct str text = charset_page(arena, bytes);
  struct page page = {
      .arena = arena, .doc = ARENA_NEW(arena, struct doc), .text = {.arena = arena}};
  page.doc->path = path;
  *docs = page.doc;
  *ndocs = 1;
  page.doc->is_cut = is_cut(text);
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                HTML_PARSE_COMPACT;
  xmlDoc *tree = htmlReadMemory(text.p, (int)text.n, NULL, "UTF-8", options);
  if (tree == NULL)
    return diag_add(diags, DIAG_FILE, (struct span){0, 0}, "no page could be made out in it");
  const xmlNode *root = xmlDocGetRootElement(tree);
  if (root != NULL) {
    find_title(&page, (const xmlNode *)tree, 0);
    walk(&page, (const xmlNode *)tree, 0);
    end_paragraph(&page);
  }
  xmlFreeDoc(tree);
  return true;
}
