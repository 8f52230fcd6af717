/* sarif: rules and findings as SARIF 2.1.0 (OASIS), which code hosts and editors read (see
 * write.h).
 */
#include "check/cases.h"

#include "base/json.h"

static const char *level_of(enum rule_severity severity) {
  return severity == RULE_ERROR ? "error" : severity == RULE_WARN ? "warning" : "note";
}

static void put_member(FILE *out, const char *name, struct str text) {
  fprintf(out, "\"%s\": ", name);
  json_text(out, text);
}

/* A path as a relative reference: bytes that a URI does not hold are written as %XX. */
static struct str uri_of(struct arena *arena, struct str path) {
  struct sbuf b = {.arena = arena};
  for (size_t i = 0; i < path.n; i++) {
    unsigned char c = (unsigned char)path.p[i];
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                 c == '/' || c == '.' || c == '-' || c == '_' || c == '~';
    if (plain)
      sbuf_add_char(&b, (char)c);
    else
      sbuf_addf(&b, "%%%02X", (unsigned)c);
  }
  return sbuf_str(&b);
}

static void write_rule(FILE *out, const struct rule *rule, bool is_first) {
  fprintf(out, "%s\n        {", is_first ? "" : ",");
  put_member(out, "id", rule->key);
  fputs(", \"shortDescription\": {", out);
  put_member(out, "text", rule->en.n > 0 ? rule->en : rule->zh);
  fputs("}, \"fullDescription\": {", out);
  put_member(out, "text", rule->zh.n > 0 ? rule->zh : rule->en);
  fputs("}, \"help\": {", out);
  put_member(out, "text", rule->text);
  fprintf(out, "}, \"defaultConfiguration\": {\"level\": \"%s\"}", level_of(rule->severity));
  if (rule->because.n > 0) {
    fputs(", \"properties\": {", out);
    put_member(out, "because", rule->because);
    putc('}', out);
  }
  putc('}', out);
}

static void put_physical(const struct check_report *report, struct str file, int line) {
  FILE *out = report->out;
  fputs(", \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {", out);
  put_member(out, "uri", uri_of(report->arena, file));
  putc('}', out);
  if (line > 0)
    fprintf(out, ", \"region\": {\"startLine\": %d}", line);
  putc('}', out);
}

static void write_location(const struct check_report *report, const struct finding *f) {
  FILE *out = report->out;
  put_physical(report, f->file, finding_file_line(f));
  if (f->place.n > 0) {
    fputs(", \"logicalLocations\": [{", out);
    put_member(out, "fullyQualifiedName", f->place);
    fputs("}]", out);
  }
  fputs("}]", out);
}

static size_t index_of(const struct check_report *report, const struct rule *rule) {
  size_t i = 0;
  while (report->request->rules->at[i] != rule)
    i++;
  return i;
}

struct results {
  const struct check_report *report;
  size_t n;
};

static void write_result(void *context, const struct finding *f) {
  struct results *results = context;
  const struct check_report *report = results->report;
  FILE *out = report->out;
  struct arena *arena = report->arena;
  struct str line = finding_line(arena, report, f);
  fprintf(out, "%s\n        {", results->n++ > 0 ? "," : "");
  put_member(out, "ruleId", f->rule->key);
  fprintf(out, ", \"ruleIndex\": %zu, \"level\": \"%s\", \"message\": {", index_of(report, f->rule),
          level_of(f->rule->severity));
  put_member(out, "text",
             str_fmt(arena, "%.*s %d: %.*s", STR_ARG(f->agency), f->year, STR_ARG(line)));
  putc('}', out);
  if (f->file.n > 0)
    write_location(report, f);
  /* The same finding of another run, whatever its numbers are then. */
  fputs(", \"partialFingerprints\": {", out);
  put_member(out, "ogiFinding/v1",
             str_fmt(arena, "%.*s/%.*s/%d/%.*s", STR_ARG(f->rule->key), STR_ARG(f->agency), f->year,
                     STR_ARG(f->instance)));
  putc('}', out);
  if (report->request->excuses != NULL && report->request->excuses->baseline != NULL)
    fprintf(out, ", \"baselineState\": \"%s\"", f->known ? "unchanged" : "new");
  if (f->waived)
    fputs(", \"suppressions\": [{\"kind\": \"external\", \"justification\": \"waived\"}]", out);
  putc('}', out);
}

/* --- Assertions of the script, under a rule of their own */

static void write_assert_rule(const struct check_report *report) {
  if (report->asserted->n > 0)
    fprintf(report->out,
            "%s\n        {\"id\": \"assert\", \"shortDescription\": {\"text\": \"an assertion of "
            "the script does not hold\"}, \"defaultConfiguration\": {\"level\": \"error\"}}",
            report->request->rules->n > 0 ? "," : "");
}

static void write_asserted(struct results *results, const struct asserted *one) {
  const struct check_report *report = results->report;
  FILE *out = report->out;
  struct str line = asserted_line(report->arena, one);
  fprintf(out, "%s\n        {", results->n++ > 0 ? "," : "");
  put_member(out, "ruleId", STR("assert"));
  fprintf(out, ", \"ruleIndex\": %zu, \"level\": \"%s\", \"message\": {", report->request->rules->n,
          level_of(one->severity));
  put_member(out, "text", str_fmt(report->arena, "%.*s: %.*s", STR_ARG(one->text), STR_ARG(line)));
  putc('}', out);
  if (one->file.n > 0) {
    put_physical(report, one->file, one->line);
    fputs("}]", out);
  }
  fputs(", \"partialFingerprints\": {", out);
  put_member(out, "ogiFinding/v1", str_fmt(report->arena, "assert/%.*s", STR_ARG(one->text)));
  fputs("}}", out);
}

static bool write_results(const struct check_report *report, struct diags *diags) {
  struct check_request request = *report->request;
  struct results results = {.report = report};
  for (size_t i = 0; i < report->asserted->n; i++)
    if (report->asserted->at[i].outcome == ASSERTED_FAILS)
      write_asserted(&results, &report->asserted->at[i]);
  request.all = false;
  request.known = true;
  return check_each(report->arena, report->store, &request, write_result, &results, diags);
}

bool check_write_sarif(const struct check_report *report, struct diags *diags) {
  FILE *out = report->out;
  const struct rule_list *rules = report->request->rules;
  fputs(
      "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\",\n"
      "  \"runs\": [{\n    \"tool\": {\"driver\": {\"name\": \"ogi\", \"rules\": [",
      out);
  for (size_t i = 0; i < rules->n; i++)
    write_rule(out, rules->at[i], i == 0);
  write_assert_rule(report);
  fputs("]}},\n    \"columnKind\": \"unicodeCodePoints\",\n    \"results\": [", out);
  if (!write_results(report, diags))
    return false;
  fputs("]}]}\n", out);
  return true;
}
