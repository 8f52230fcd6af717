/* pdf: PDF files → documents (see pdf.h). */
#include "read/pdf.h"

#include "read/helper.h"
#include "read/pdf_page.h"
#include "read/text.h"

#include <string.h>

#define SECONDS 30                /* a report takes a fifth of one */
#define LIMIT ((size_t)128 << 20) /* every glyph is drawn: 300 KB a page */

static const struct span nowhere = {0, 0};

int pdf_sniff(struct str head, struct str path) {
  (void)path; /* the bytes are certain */
  return str_contains(str_sub(head, 0, 1024), STR("%PDF-")) ? 95 : 0;
}

static bool run(struct arena *arena, const char *const *argv, struct str bytes, struct str *output,
                struct diags *diags) {
  struct helper helper = {argv, "/nonexistent", SECONDS, LIMIT};
  return helper_run(arena, &helper, bytes, output, diags);
}

/* Tables by their ruled lines. False, without a message, when there are none or no program that
 * sees them. */
static bool read_ruled(struct arena *arena, struct str bytes, const char *text_program,
                       struct doc *doc) {
  const char *line_program = helper_find(arena, "pdftocairo");
  const char *const words[] = {text_program, "-q", "-bbox", "-enc", "UTF-8", "-", "-", NULL};
  const char *const lines[] = {line_program, "-q", "-svg", "-", "-", NULL};
  struct arena drawing = {0}; /* by far the most of it */
  struct diags unsaid = {.arena = arena};
  struct pdf_pages pages = {0};
  struct str text, svg;
  size_t rules = 0;
  bool done = line_program != NULL && run(arena, words, bytes, &text, &unsaid) &&
              run(&drawing, lines, bytes, &svg, &unsaid);
  if (done) {
    pdf_words(arena, text, &pages);
    done = pages.n > 0 && pdf_rules(arena, svg, &pages);
  }
  arena_free(&drawing);
  for (size_t i = 0; i < pages.n; i++)
    rules += pages.at[i].rules.n;
  if (!done || rules == 0)
    return false;
  size_t ntables = 0;
  for (size_t i = 0; i < pages.n; i++)
    ntables += pdf_lay_out(arena, &pages.at[i], i + 1, doc);
  return ntables > 0;
}

/* Makes each form feed a line end, and gives the line behind it: the first of the next page. */
struct page_starts {
  uint32_t *at;
  size_t n, cap;
};

static void part_pages(struct arena *arena, struct str text, struct page_starts *starts) {
  uint32_t line = 1;
  for (size_t i = 0; i < text.n; i++) {
    bool is_end = text.p[i] == '\f';
    if (is_end)
      ((char *)(uintptr_t)text.p)[i] = '\n'; /* a page ends a line */
    line += text.p[i] == '\n';
    if (is_end)
      ARENA_PUSH(arena, starts, line);
  }
}

/* Lines of the whole → lines of a page. */
static void place_on_pages(const struct doc *doc, const struct page_starts *starts) {
  size_t page = 0; /* how many have ended; places come in order */
  for (size_t i = 0; i < doc->blocks.n; i++)
    for (size_t r = 0; r < doc->blocks.at[i].nrows; r++)
      for (size_t c = 0; c < doc->blocks.at[i].rows[r].ncells; c++) {
        struct place *place = &doc->blocks.at[i].rows[r].cells[c].place;
        while (page < starts->n && place->row >= starts->at[page])
          page++;
        place->table = place_on_page(page + 1, 0);
        place->row -= page > 0 ? starts->at[page - 1] - 1 : 0;
      }
}

bool pdf_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
              size_t *ndocs, struct diags *diags) {
  const char *program = helper_find(arena, "pdftotext");
  if (program == NULL)
    return helper_missing(diags, "a PDF file", "pdftotext", "poppler-utils");
  *docs = ARENA_NEW(arena, struct doc);
  *ndocs = 1;
  (*docs)->path = path;
  if (read_ruled(arena, bytes, program, *docs))
    return true;
  const char *const argv[] = {program, "-q", "-layout", "-enc", "UTF-8", "-", "-", NULL};
  struct str text;
  if (!run(arena, argv, bytes, &text, diags))
    return false;
  if (str_trim(text).n == 0) {
    diag_add(diags, DIAG_FILE, nowhere, "there is no text in it, perhaps pictures of pages");
    diag_hint(diags, "recognise the text with another program first");
    return false;
  }
  struct page_starts starts = {0};
  part_pages(arena, text, &starts);
  if (!text_read(arena, text, path, docs, ndocs, diags))
    return false;
  place_on_pages(*docs, &starts);
  return true;
}
