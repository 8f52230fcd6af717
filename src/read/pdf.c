/* pdf: PDF files → documents (see pdf.h). */
#include "read/pdf.h"

#include "read/helper.h"
#include "read/text.h"

#include <string.h>

#define SECONDS 30 /* pdftotext takes a tenth of one for a report */
#define LIMIT ((size_t)8 << 20)

int pdf_sniff(struct str head, struct str path) {
  (void)path; /* the bytes are certain */
  return str_contains(str_sub(head, 0, 1024), STR("%PDF-")) ? 95 : 0;
}

bool pdf_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
              size_t *ndocs, struct diags *diags) {
  const char *program = helper_find(arena, "pdftotext");
  if (program == NULL)
    return helper_missing(diags, "a PDF file", "pdftotext", "poppler-utils");
  const char *const argv[] = {program, "-q", "-layout", "-enc", "UTF-8", "-", "-", NULL};
  struct helper helper = {argv, "/nonexistent", SECONDS, LIMIT};
  struct str text;
  if (!helper_run(arena, &helper, bytes, &text, diags))
    return false;
  if (str_trim(text).n == 0) {
    diag_add(diags, DIAG_FILE, (struct span){0, 0},
             "there is no text in it, perhaps pictures of pages");
    diag_hint(diags, "recognise the text with another program first");
    return false;
  }
  for (size_t i = 0; i < text.n; i++)
    if (text.p[i] == '\f')
      ((char *)(uintptr_t)text.p)[i] = '\n'; /* a page ends a line */
  return text_read(arena, text, path, docs, ndocs, diags);
}
