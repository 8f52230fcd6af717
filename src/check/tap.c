/* tap: cases as the Test Anything Protocol, version 13, as `prove` reads it (see write.h). What
 * fails below severity error, or is waived, is TODO: it is shown and breaks nothing.
 */
#include "check/cases.h"

struct tap {
  const struct check_report *report;
  int64_t n;
};

/* A text on a line of its own; # begins a directive there. */
static void put_plain(FILE *out, struct str text) {
  for (size_t i = 0; i < text.n; i++) {
    if (text.p[i] == '#' || text.p[i] == '\\')
      putc('\\', out);
    putc(text.p[i] == '\n' || text.p[i] == '\r' ? ' ' : text.p[i], out);
  }
}

/* A text as a scalar of YAML between single quotes. */
static void put_scalar(FILE *out, const char *key, struct str text) {
  fprintf(out, "%s: '", key);
  for (size_t i = 0; i < text.n; i++) {
    if (text.p[i] == '\'')
      putc('\'', out);
    putc((unsigned char)text.p[i] < 0x20 ? ' ' : text.p[i], out);
  }
  fputs("'\n", out);
}

static void put_value(FILE *out, struct arena *arena, const char *key, struct value value) {
  if (value.kind == VALUE_MISSING)
    return;
  struct str plain = value_plain(arena, value);
  put_scalar(out, key, plain);
}

static void put_findings(const struct tap *tap, const struct check_case *one) {
  FILE *out = tap->report->out;
  struct arena *arena = tap->report->arena;
  struct str severity = rule_severity_name(one->rule->severity);
  fputs("  ---\n", out);
  put_scalar(out, "  severity", severity);
  put_scalar(out, "  file", one->file);
  fputs("  findings:\n", out);
  for (size_t i = 0; i < one->n; i++) {
    const struct finding *f = &one->findings[i];
    if (f->status != STATUS_FAIL)
      continue;
    put_scalar(out, "    - message", finding_line(arena, tap->report, f));
    if (f->instance.n > 0)
      put_scalar(out, "      instance", f->instance);
    put_value(out, arena, "      left", f->left);
    put_value(out, arena, "      right", f->right);
    if (f->place.n > 0)
      put_scalar(out, "      place", f->place);
  }
  fputs("  ...\n", out);
}

static bool write_case(void *context, const struct check_case *one) {
  struct tap *tap = context;
  FILE *out = tap->report->out;
  struct arena_mark mark = arena_mark(tap->report->arena);
  bool fails = one->outcome == CASE_FAILED || one->outcome == CASE_WAIVED;
  fprintf(out, "%sok %lld - %.*s ", fails ? "not " : "", (long long)++tap->n,
          STR_ARG(one->rule->key));
  put_plain(out, case_name(tap->report->arena, one));
  if (one->outcome == CASE_SKIPPED)
    fputs(" # SKIP n/a", out);
  else if (one->outcome == CASE_WAIVED)
    fprintf(out, " # TODO %s", case_excuse(one));
  else if (fails && one->rule->severity != RULE_ERROR)
    fprintf(out, " # TODO %s", rule_severity_name(one->rule->severity).p);
  putc('\n', out);
  if (fails)
    put_findings(tap, one);
  arena_rewind(tap->report->arena, mark);
  return true;
}

static void write_asserted(struct tap *tap, const struct asserted *one) {
  FILE *out = tap->report->out;
  bool fails = one->outcome == ASSERTED_FAILS;
  fprintf(out, "%sok %lld - assert ", fails ? "not " : "", (long long)++tap->n);
  put_plain(out, one->text);
  if (one->outcome == ASSERTED_NOT_TESTED)
    fputs(" # SKIP n/a", out);
  else if (fails && one->severity != RULE_ERROR)
    fprintf(out, " # TODO %s", rule_severity_name(one->severity).p);
  putc('\n', out);
  if (!fails)
    return;
  fputs("  ---\n", out);
  put_scalar(out, "  severity", rule_severity_name(one->severity));
  if (one->file.n > 0) {
    put_scalar(out, "  file", one->file);
    fprintf(out, "  line: %d\n", one->line);
  }
  put_scalar(out, "  message", asserted_line(tap->report->arena, one));
  fputs("  ...\n", out);
}

bool check_write_tap(const struct check_report *report, struct diags *diags) {
  struct tap tap = {.report = report};
  fputs("TAP version 13\n", report->out);
  if (!check_cases(report, write_case, &tap, diags))
    return false;
  for (size_t i = 0; i < report->asserted->n; i++)
    write_asserted(&tap, &report->asserted->at[i]);
  fprintf(report->out, "1..%lld%s\n", (long long)tap.n,
          tap.n == 0 ? " # SKIP no report in scope" : "");
  return true;
}
