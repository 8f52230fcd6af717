/* office: documents of older office programs → documents (see office.h). */
#include "read/office.h"

#include "read/docx.h"
#include "read/helper.h"
#include "read/text.h"
#include "read/xlsx.h"

#include <string.h>
#include <strings.h>

#define SECONDS 120 /* LibreOffice starts in 3, on a busy machine in 20 */
#define LIMIT ((size_t)32 << 20)

static const struct {
  const char *ending;
  bool is_sheet;
} kinds[] = {{".doc", false}, {".dot", false}, {".wps", false},
             {".rtf", false}, {".xls", true},  {".et", true}};

/* The kind that the name says; -1. */
static int kind_of(struct str path) {
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
    size_t n = strlen(kinds[i].ending);
    if (path.n >= n && strncasecmp(path.p + path.n - n, kinds[i].ending, n) == 0)
      return (int)i;
  }
  return -1;
}

static bool is_rich_text(struct str head) {
  return str_starts(head, STR("{\\rtf"));
}

int office_sniff(struct str head, struct str path) {
  bool is_compound = str_starts(head, STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
  return (is_compound || is_rich_text(head)) && kind_of(path) >= 0 ? 90 : 0;
}

/* By LibreOffice, in a folder with a profile of its own, so that several may run. */
static bool convert(struct arena *arena, const char *program, const char *folder, int kind,
                    struct str bytes, struct str *converted, struct diags *diags) {
  bool is_sheet = kinds[kind].is_sheet;
  const char *copy = str_fmt(arena, "%s/report%s", folder, kinds[kind].ending).p;
  const char *const argv[] = {
      program,        str_fmt(arena, "-env:UserInstallation=file://%s/profile", folder).p,
      "--headless",   "--norestore",
      "--convert-to", is_sheet ? "xlsx:Calc MS Excel 2007 XML" : "docx:MS Word 2007 XML",
      "--outdir",     str_fmt(arena, "%s/out", folder).p,
      copy,           NULL};
  struct helper helper = {argv, folder, SECONDS, LIMIT};
  struct str said;
  return helper_write(copy, bytes, diags) &&
         helper_run(arena, &helper, (struct str){"", 0}, &said, diags) &&
         helper_read(arena,
                     str_fmt(arena, "%s/out/report.%s", folder, is_sheet ? "xlsx" : "docx").p,
                     LIMIT, converted, diags);
}

static bool by_antiword(struct arena *arena, const char *program, struct str bytes, struct str path,
                        struct doc **docs, size_t *ndocs, struct diags *diags) {
  const char *const argv[] = {program, "-m", "UTF-8.txt", "-w", "0", "-", NULL};
  struct helper helper = {argv, "/nonexistent", SECONDS, LIMIT};
  struct str text;
  return helper_run(arena, &helper, bytes, &text, diags) &&
         text_read(arena, text, path, docs, ndocs, diags);
}

bool office_read(struct arena *arena, struct str bytes, struct str path, struct doc **docs,
                 size_t *ndocs, struct diags *diags) {
  int kind = kind_of(path);
  const char *program = helper_find(arena, "soffice");
  const char *antiword = helper_find(arena, "antiword");
  if (kind < 0)
    kind = 0;
  if (program == NULL && antiword != NULL && kind == 0 && !is_rich_text(bytes))
    return by_antiword(arena, antiword, bytes, path, docs, ndocs, diags);
  bool is_sheet = kinds[kind].is_sheet;
  if (program == NULL)
    return helper_missing(diags, is_sheet ? "an older workbook" : "an older document", "soffice",
                          is_sheet ? "libreoffice-calc-nogui" : "libreoffice-writer-nogui");
  const char *folder = helper_folder(arena, diags);
  struct str converted = {"", 0};
  bool done = folder != NULL && convert(arena, program, folder, kind, bytes, &converted, diags);
  if (folder != NULL)
    helper_remove(folder);
  if (!done)
    return false;
  return is_sheet ? xlsx_read(arena, converted, path, docs, ndocs, diags)
                  : docx_read(arena, converted, path, docs, ndocs, diags);
}
