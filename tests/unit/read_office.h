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
