/* github: findings as workflow commands, which GitHub shows beside the lines of the reports (see
 * write.h). What is waived is left out.
 */
#include "check/cases.h"

#include <string.h>

/* What a command may not hold as it is: in its properties `:` and `,` too. */
static void put_escaped(FILE *out, struct str text, bool is_property) {
  for (size_t i = 0; i < text.n; i++) {
    char c = text.p[i];
    if (strchr("%\r\n", c) != NULL || (is_property && (c == ':' || c == ',')))
      fprintf(out, "%%%02X", (unsigned)(unsigned char)c);
    else
      putc(c, out);
  }
}

static void write_finding(void *context, const struct finding *f) {
  const struct check_report *report = context;
  static const char *const commands[] = {
      [RULE_INFO] = "notice", [RULE_WARN] = "warning", [RULE_ERROR] = "error"};
  FILE *out = report->out;
  int line = finding_file_line(f);
  if (f->waived)
    return;
  struct str name = str_fmt(report->arena, "%.*s %d: ", STR_ARG(f->agency), f->year);
  fprintf(out, "::%s ", commands[f->rule->severity]);
  if (f->file.n > 0) {
    fputs("file=", out);
    put_escaped(out, f->file, true);
    putc(',', out);
  }
  if (f->file.n > 0 && line > 0)
    fprintf(out, "line=%d,", line);
  fputs("title=", out);
  put_escaped(out, f->rule->key, true);
  fputs("::", out);
  put_escaped(out, name, false);
  put_escaped(out, finding_line(report->arena, report, f), false);
  putc('\n', out);
}

bool check_write_github(const struct check_report *report, struct diags *diags) {
  struct check_request request = *report->request;
  struct check_report own = *report;
  request.all = false;
  return check_each(report->arena, report->store, &request, write_finding, &own, diags);
}
