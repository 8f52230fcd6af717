/* read_office: what the tests of DOCX and XLSX share: the report of a page written out as either.
 */
#ifndef OGI_TEST_READ_OFFICE_H
#define OGI_TEST_READ_OFFICE_H

#include "read/html.h"
#include "read_pack.h"

#define WORD_SPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define SHEET_SPACE "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

static inline const struct doc *doc_of_page(struct str page) {
  struct doc *docs;
  size_t n;
  assert_true(html_read(&arena, page, STR("a.html"), &docs, &n, &diags));
  return docs;
}

static inline void add_escaped(struct sbuf *b, struct str text) {
  for (size_t i = 0; i < text.n; i++) {
    if (text.p[i] == '<')
      sbuf_add_z(b, "&lt;");
    else if (text.p[i] == '&')
      sbuf_add_z(b, "&amp;");
    else
      sbuf_add_char(b, text.p[i]);
  }
}

/* A paragraph whose text is in two runs, as Word has it. */
static inline void add_word_paragraph(struct sbuf *b, struct str text) {
  size_t half = text.n / 6 * 3;
  sbuf_add_z(b,
             "<w:p><w:pPr><w:tabs><w:tab w:pos=\"9\"/></w:tabs></w:pPr><w:r><w:rPr><w:b/>"
             "</w:rPr><w:t>");
  if (half > 0 && half < text.n && ((unsigned char)text.p[half] & 0xC0) != 0x80) {
    add_escaped(b, str_sub(text, 0, half));
    sbuf_add_z(b, "</w:t></w:r><w:r><w:t xml:space=\"preserve\">");
  } else {
    half = 0;
  }
  add_escaped(b, str_sub(text, half, text.n));
  sbuf_add_z(b, "</w:t></w:r></w:p>");
}

static inline void add_word_table(struct sbuf *b, const struct doc_block *block) {
  sbuf_add_z(b, "<w:tbl><w:tblPr/><w:tblGrid/>");
  for (size_t r = 0; r < block->nrows; r++) {
    sbuf_add_z(b, "<w:tr>");
    for (size_t c = 0; c < block->rows[r].ncells; c++) {
      const struct doc_cell *cell = &block->rows[r].cells[c];
      sbuf_add_z(b, "<w:tc><w:tcPr>");
      if (cell->colspan > 1)
        sbuf_addf(b, "<w:gridSpan w:val=\"%d\"/>", cell->colspan);
      if (cell->rowspan > 1)
        sbuf_add_z(b, cell->is_copy ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
      sbuf_add_z(b, "</w:tcPr>");
      add_word_paragraph(b, cell->is_copy ? STR("") : cell->text);
      sbuf_add_z(b, "</w:tc>");
    }
    sbuf_add_z(b, "</w:tr>");
  }
  sbuf_add_z(b, "</w:tbl>");
}

static inline struct str word_document(struct str body) {
  return str_fmt(&arena,
                 "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                 "<w:document xmlns:w=\"" WORD_SPACE "\"><w:body>%.*s</w:body></w:document>",
                 STR_ARG(body));
}

static inline struct str packed_word(struct str document) {
  struct pack pack = pack_begin("zip", NULL);
  pack_file(&pack, "[Content_Types].xml", STR("<Types/>"));
  pack_file(&pack, "_rels/.rels", STR("<Relationships/>"));
  pack_file(&pack, "word/document.xml", document);
  return pack_end(&pack);
}

/* The page as a Word document. */
static inline struct str word_of_page(struct str page) {
  const struct doc *doc = doc_of_page(page);
  struct sbuf b = {.arena = &arena};
  for (size_t i = 0; i < doc->blocks.n; i++) {
    const struct doc_block *block = &doc->blocks.at[i];
    if (block->kind == DOC_TABLE)
      add_word_table(&b, block);
    else
      add_word_paragraph(&b, block->rows[0].cells[0].text);
  }
  return packed_word(word_document(sbuf_str(&b)));
}

/* A workbook under construction. */
struct book_writer {
  struct sbuf rows, strings, merges;
  size_t nstrings;
  unsigned row;
  bool is_framed; /* cells of tables have borders */
  bool is_wide;   /* paragraphs are merged over eight columns */
};

static inline const char *column_name(unsigned column) {
  return column < 26 ? str_fmt(&arena, "%c", 'A' + (int)column).p
                     : str_fmt(&arena, "A%c", 'A' + (int)column - 26).p;
}

static inline bool is_digits(struct str text) {
  for (size_t i = 0; i < text.n; i++)
    if (text.p[i] < '0' || text.p[i] > '9')
      return false;
  return text.n > 0;
}

static inline void add_sheet_cell(struct book_writer *w, unsigned column, struct str text,
                                  bool is_framed) {
  const char *style = is_framed ? " s=\"1\"" : "";
  if (text.n == 0 && !is_framed)
    return;
  sbuf_addf(&w->rows, "<c r=\"%s%u\"%s", column_name(column), w->row, style);
  if (text.n == 0) {
    sbuf_add_z(&w->rows, "/>");
  } else if (is_digits(text)) {
    sbuf_addf(&w->rows, "><v>%.*s</v></c>", STR_ARG(text));
  } else if (w->nstrings % 2 == 0) {
    sbuf_addf(&w->rows, " t=\"s\"><v>%zu</v></c>", w->nstrings++);
    sbuf_add_z(&w->strings, "<si><r><t>");
    add_escaped(&w->strings, text);
    sbuf_add_z(&w->strings, "</t></r><rPh><t>x</t></rPh></si>");
  } else {
    w->nstrings++;
    sbuf_add_z(&w->strings, "<si><t>unused</t></si>");
    sbuf_add_z(&w->rows, " t=\"inlineStr\"><is><t>");
    add_escaped(&w->rows, text);
    sbuf_add_z(&w->rows, "</t></is></c>");
  }
}

static inline void add_sheet_row(struct book_writer *w, const struct doc_row *row) {
  unsigned column = 0;
  sbuf_addf(&w->rows, "<row r=\"%u\">", w->row);
  for (size_t c = 0; c < row->ncells; c++) {
    const struct doc_cell *cell = &row->cells[c];
    for (unsigned i = 0; i < cell->colspan; i++)
      add_sheet_cell(w, column + i, i == 0 && !cell->is_copy ? cell->text : STR(""), w->is_framed);
    if (!cell->is_copy && cell->colspan + cell->rowspan > 2)
      sbuf_addf(&w->merges, "<mergeCell ref=\"%s%u:%s%u\"/>", column_name(column), w->row,
                column_name(column + cell->colspan - 1u), w->row + cell->rowspan - 1u);
    column += cell->colspan;
  }
  sbuf_add_z(&w->rows, "</row>");
  w->row++;
}

static inline struct str sheet_xml(struct str rows, struct str merges) {
  return str_fmt(&arena,
                 "<worksheet xmlns=\"" SHEET_SPACE
                 "\"><sheetData>%.*s</sheetData><mergeCells>%.*s"
                 "</mergeCells></worksheet>",
                 STR_ARG(rows), STR_ARG(merges));
}

static inline struct str packed_book(struct str sheet, struct str strings) {
  struct pack pack = pack_begin("zip", NULL);
  pack_file(&pack, "[Content_Types].xml", STR("<Types/>"));
  pack_file(&pack, "xl/worksheets/sheet1.xml", sheet);
  pack_file(&pack, "xl/workbook.xml",
            STR("<workbook xmlns=\"" SHEET_SPACE
                "\" xmlns:r=\"urn:r\"><sheets><sheet name=\"a\" r:id=\"x1\"/>"
                "<sheet name=\"b\" state=\"hidden\" r:id=\"x1\"/></sheets></workbook>"));
  pack_file(
      &pack, "xl/_rels/workbook.xml.rels",
      STR("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          "<Relationship Id=\"x1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
  pack_file(&pack, "xl/sharedStrings.xml",
            str_fmt(&arena, "<sst xmlns=\"" SHEET_SPACE "\">%.*s</sst>", STR_ARG(strings)));
  pack_file(
      &pack, "xl/styles.xml",
      STR("<styleSheet xmlns=\"" SHEET_SPACE "\"><numFmts><numFmt numFmtId=\"164\" "
          "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts><borders>"
          "<border><left/></border><border><left style=\"thin\"/></border></borders>"
          "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf/>"
          "<xf borderId=\"1\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/></cellXfs>"
          "</styleSheet>"));
  return pack_end(&pack);
}

/* The page as a workbook of one sheet; no row is left empty. */
static inline struct str book_of_page(struct str page, bool is_framed, bool is_wide) {
  const struct doc *doc = doc_of_page(page);
  struct book_writer w = {.row = 1, .is_framed = is_framed, .is_wide = is_wide};
  w.rows.arena = w.strings.arena = w.merges.arena = &arena;
  for (size_t i = 0; i < doc->blocks.n; i++) {
    const struct doc_block *block = &doc->blocks.at[i];
    if (block->kind == DOC_TABLE) {
      for (size_t r = 0; r < block->nrows; r++)
        add_sheet_row(&w, &block->rows[r]);
      continue;
    }
    if (is_wide)
      sbuf_addf(&w.merges, "<mergeCell ref=\"A%u:H%u\"/>", w.row, w.row);
    sbuf_addf(&w.rows, "<row r=\"%u\">", w.row);
    add_sheet_cell(&w, 0, block->rows[0].cells[0].text, false);
    sbuf_add_z(&w.rows, "</row>");
    w.row++;
  }
  return packed_book(sheet_xml(sbuf_str(&w.rows), sbuf_str(&w.merges)), sbuf_str(&w.strings));
}

/* Paragraphs as `¶text`; rows as `a|b`, a copy in brackets, `a*3` for a span over columns. */
static inline const char *shown_doc(const struct doc *doc) {
  struct sbuf b = {.arena = &arena};
  for (size_t i = 0; i < doc->blocks.n; i++) {
    const struct doc_block *block = &doc->blocks.at[i];
    for (size_t r = 0; r < block->nrows; r++) {
      sbuf_add_z(&b, block->kind == DOC_PARAGRAPH ? "¶" : "");
      for (size_t c = 0; c < block->rows[r].ncells; c++) {
        const struct doc_cell *cell = &block->rows[r].cells[c];
        sbuf_addf(&b, cell->is_copy ? "%s[%.*s]" : "%s%.*s", c > 0 ? "|" : "", STR_ARG(cell->text));
        if (cell->colspan > 1)
          sbuf_addf(&b, "*%d", cell->colspan);
      }
      sbuf_add_char(&b, '\n');
    }
  }
  return str_z(&arena, sbuf_str(&b));
}

#endif
