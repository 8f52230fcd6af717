/* junit: cases as the XML that CI servers read, a suite a rule (see write.h). Below severity error,
 * and waived, a case that fails has passed for the server; what was found stands in its output.
 */
#include "check/cases.h"

#include "base/utf8.h"

/* Texts and attributes of XML 1.0, which has no place for other control characters. */
static void put_text(FILE *out, struct str text) {
  for (size_t i = 0, length; i < text.n; i += length) {
    uint32_t c = utf8_at(str_sub(text, i, text.n), &length);
    if (c == '<')
      fputs("&lt;", out);
    else if (c == '>')
      fputs("&gt;", out);
    else if (c == '&')
      fputs("&amp;", out);
    else if (c == '"')
      fputs("&quot;", out);
    else if (c == '\n' || c == '\t' || c == '\r')
      fprintf(out, "&#%d;", (int)c);
    else if (c < 0x20 || c == 0xFFFD || c == 0xFFFE || c == 0xFFFF)
      fputs("\xEF\xBF\xBD", out);
    else
      fwrite(text.p + i, 1, length, out);
  }
}

static void put_attribute(FILE *out, const char *name, struct str value) {
  fprintf(out, " %s=\"", name);
  put_text(out, value);
  putc('"', out);
}

/* --- Suites */

/* Tools want the sums before the cases, so these are gone through twice. */
struct suite {
  const struct rule *rule;
  int64_t tests, failures, skipped;
};

struct junit {
  const struct check_report *report;
  struct suite *suites; /* by rule */
  struct suite all;
  size_t open; /* the number of rules whose suite was begun */
};

static bool counts_as_failure(const struct check_case *one) {
  return one->outcome == CASE_FAILED && one->rule->severity == RULE_ERROR;
}

static size_t suite_of(const struct junit *junit, const struct rule *rule) {
  size_t i = 0;
  while (junit->report->request->rules->at[i] != rule)
    i++;
  return i;
}

static void count(struct suite *suite, const struct check_case *one) {
  suite->tests++;
  suite->failures += counts_as_failure(one);
  suite->skipped += one->outcome == CASE_SKIPPED;
}

static bool count_case(void *context, const struct check_case *one) {
  struct junit *junit = context;
  count(&junit->suites[suite_of(junit, one->rule)], one);
  count(&junit->all, one);
  return true;
}

static void put_sums(FILE *out, const struct suite *suite) {
  fprintf(out, " tests=\"%lld\" failures=\"%lld\" errors=\"0\" skipped=\"%lld\" time=\"0\">\n",
          (long long)suite->tests, (long long)suite->failures, (long long)suite->skipped);
}

static void open_suites(struct junit *junit, size_t upto) {
  FILE *out = junit->report->out;
  for (; junit->open < upto; junit->open++) {
    if (junit->open > 0)
      fputs("  </testsuite>\n", out);
    if (junit->open == junit->report->request->rules->n)
      continue;
    const struct rule *rule = junit->report->request->rules->at[junit->open];
    fputs("  <testsuite", out);
    put_attribute(out, "name", rule->key);
    put_sums(out, &junit->suites[junit->open]);
  }
}

/* What fails, a line each. */
static void put_failing(const struct junit *junit, const struct check_case *one) {
  for (size_t i = 0; i < one->n; i++) {
    if (one->findings[i].status != STATUS_FAIL)
      continue;
    put_text(junit->report->out,
             finding_line(junit->report->arena, junit->report, &one->findings[i]));
    putc('\n', junit->report->out);
  }
}

static struct str first_failing(const struct junit *junit, const struct check_case *one) {
  size_t i = 0;
  while (one->findings[i].status != STATUS_FAIL)
    i++;
  return finding_line(junit->report->arena, junit->report, &one->findings[i]);
}

static void put_outcome(const struct junit *junit, const struct check_case *one) {
  FILE *out = junit->report->out;
  if (one->outcome == CASE_SKIPPED) {
    fputs("      <skipped message=\"n/a\"/>\n", out);
  } else if (counts_as_failure(one)) {
    fputs("      <failure", out);
    put_attribute(out, "type", rule_severity_name(one->rule->severity));
    put_attribute(out, "message", first_failing(junit, one));
    putc('>', out);
    put_failing(junit, one);
    fputs("</failure>\n", out);
  } else {
    fprintf(out, "      <system-out>%s\n",
            one->outcome == CASE_WAIVED ? case_excuse(one)
                                        : rule_severity_name(one->rule->severity).p);
    put_failing(junit, one);
    fputs("</system-out>\n", out);
  }
}

static bool write_case(void *context, const struct check_case *one) {
  struct junit *junit = context;
  FILE *out = junit->report->out;
  struct arena_mark mark = arena_mark(junit->report->arena);
  open_suites(junit, suite_of(junit, one->rule) + 1);
  fputs("    <testcase", out);
  put_attribute(out, "classname", one->rule->key);
  put_attribute(out, "name", case_name(junit->report->arena, one));
  if (one->file.n > 0)
    put_attribute(out, "file", one->file);
  if (one->outcome == CASE_PASSED) {
    fputs(" time=\"0\"/>\n", out);
  } else {
    fputs(" time=\"0\">\n", out);
    put_outcome(junit, one);
    fputs("    </testcase>\n", out);
  }
  arena_rewind(junit->report->arena, mark);
  return true;
}

/* --- Assertions of the script: a suite of their own */

static bool is_failure(const struct asserted *one) {
  return one->outcome == ASSERTED_FAILS && one->severity == RULE_ERROR;
}

static struct suite count_asserted(const struct asserted_list *list) {
  struct suite suite = {.tests = (int64_t)list->n};
  for (size_t i = 0; i < list->n; i++) {
    suite.failures += is_failure(&list->at[i]);
    suite.skipped += list->at[i].outcome == ASSERTED_NOT_TESTED;
  }
  return suite;
}

static void write_asserted(const struct check_report *report, const struct asserted *one) {
  FILE *out = report->out;
  struct str line = asserted_line(report->arena, one);
  fputs("    <testcase classname=\"assert\"", out);
  put_attribute(out, "name", one->text);
  if (one->file.n > 0)
    put_attribute(out, "file", one->file);
  if (one->file.n > 0)
    fprintf(out, " line=\"%d\"", one->line);
  fputs(one->outcome == ASSERTED_HOLDS ? " time=\"0\"/>\n" : " time=\"0\">\n", out);
  if (one->outcome == ASSERTED_HOLDS)
    return;
  if (one->outcome == ASSERTED_NOT_TESTED) {
    fputs("      <skipped", out);
    put_attribute(out, "message", line);
    fputs("/>\n", out);
  } else if (is_failure(one)) {
    fputs("      <failure type=\"error\"", out);
    put_attribute(out, "message", line);
    fputs("/>\n", out);
  } else {
    fprintf(out, "      <system-out>%s\n", rule_severity_name(one->severity).p);
    put_text(out, line);
    fputs("\n</system-out>\n", out);
  }
  fputs("    </testcase>\n", out);
}

static void write_assertions(const struct check_report *report, const struct suite *suite) {
  if (suite->tests == 0)
    return;
  fputs("  <testsuite name=\"assert\"", report->out);
  put_sums(report->out, suite);
  for (size_t i = 0; i < report->asserted->n; i++)
    write_asserted(report, &report->asserted->at[i]);
  fputs("  </testsuite>\n", report->out);
}

bool check_write_junit(const struct check_report *report, struct diags *diags) {
  size_t n = report->request->rules->n;
  struct junit junit = {.report = report,
                        .suites = ARENA_ARRAY(report->arena, struct suite, n + 1)};
  struct suite asserted = count_asserted(report->asserted);
  if (!check_cases(report, count_case, &junit, diags))
    return false;
  junit.all.tests += asserted.tests;
  junit.all.failures += asserted.failures;
  junit.all.skipped += asserted.skipped;
  fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ogi check\"", report->out);
  put_sums(report->out, &junit.all);
  if (!check_cases(report, write_case, &junit, diags))
    return false;
  open_suites(&junit, n + 1);
  write_assertions(report, &asserted);
  fputs("</testsuites>\n", report->out);
  return true;
}
