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

/* ::error file=…,line=3,title=…:: */
static void begin(FILE *out, enum rule_severity severity, struct str file, int line,
                  struct str title) {
  static const char *const commands[] = {
      [RULE_INFO] = "notice", [RULE_WARN] = "warning", [RULE_ERROR] = "error"};
  fprintf(out, "::%s ", commands[severity]);
  if (file.n > 0) {
    fputs("file=", out);
    put_escaped(out, file, true);
    putc(',', out);
  }
  if (file.n > 0 && line > 0)
    fprintf(out, "line=%d,", line);
  fputs("title=", out);
  put_escaped(out, title, true);
  fputs("::", out);
}

static void write_finding(void *context, const struct finding *f) {
  const struct check_report *report = context;
  FILE *out = report->out;
  int line = finding_file_line(f);
  if (f->waived)
    return;
  struct str name = str_fmt(report->arena, "%.*s %d: ", STR_ARG(f->agency), f->year);
  begin(out, f->rule->severity, f->file, line, f->rule->key);
  put_escaped(out, name, false);
  put_escaped(out, finding_line(report->arena, report, f), false);
  putc('\n', out);
}

static void write_asserted(const struct check_report *report, const struct asserted *one) {
  FILE *out = report->out;
  begin(out, one->severity, one->file, one->line, STR("assert"));
  put_escaped(out, one->text, false);
  fputs(": ", out);
  put_escaped(out, asserted_line(report->arena, one), false);
  putc('\n', out);
}

bool check_write_github(const struct check_report *report, struct diags *diags) {
  struct check_request request = *report->request;
  struct check_report own = *report;
  request.all = false;
  for (size_t i = 0; i < report->asserted->n; i++)
    if (report->asserted->at[i].outcome == ASSERTED_FAILS)
      write_asserted(report, &report->asserted->at[i]);
  return check_each(report->arena, report->store, &request, write_finding, &own, diags);
}
