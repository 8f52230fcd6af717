/* text: findings for people: a line for what and where, a line for why (see write.h). */
#include "check/write.h"

static void write_sides(FILE *out, struct arena *arena, const struct finding *f) {
  if (f->left.kind == VALUE_MISSING && f->right.kind == VALUE_MISSING)
    return;
  struct str left = value_plain(arena, f->left), right = value_plain(arena, f->right);
  if (f->right.kind == VALUE_MISSING) {
    fprintf(out, "  \"%.*s\"", STR_ARG(left));
    return;
  }
  fprintf(out, "  %.*s%s%.*s against %.*s", STR_ARG(f->left_name), f->left_name.n > 0 ? " " : "",
          STR_ARG(left), STR_ARG(right));
  if (f->difference.kind != VALUE_MISSING) {
    struct str difference = value_plain(arena, f->difference);
    fprintf(out, " (difference %.*s)", STR_ARG(difference));
  }
}

static void write_finding(void *context, const struct finding *f) {
  const struct check_report *report = context;
  FILE *out = report->out;
  struct str severity = rule_severity_name(f->rule->severity), status = rule_status_name(f->status);
  struct str sentence = check_sentence(report, f);
  fprintf(out, "%.*s", STR_ARG(severity));
  if (f->status != STATUS_FAIL)
    fprintf(out, " (%.*s)", STR_ARG(status));
  fprintf(out, " %.*s  %.*s %d%s%.*s", STR_ARG(f->rule->key), STR_ARG(f->agency), f->year,
          f->instance.n > 0 ? "  " : "", STR_ARG(f->instance));
  write_sides(out, report->arena, f);
  fprintf(out, "%s\n", f->waived ? "  waived" : f->known ? "  in the baseline" : "");
  bool is_short = f->quote.n == 0 && report->in_chinese && f->rule->zh.n > 0;
  if (f->detail.n == 0 || is_short)
    fprintf(out, "  %.*s\n", STR_ARG(sentence));
  else if (f->quote.n == 0)
    fprintf(out, "  %.*s: %.*s\n", STR_ARG(sentence), STR_ARG(f->detail));
  else if (f->status == STATUS_FAIL)
    fprintf(out, "  %.*s: %.*s\n  “%.*s”\n", STR_ARG(sentence), STR_ARG(f->detail),
            STR_ARG(f->quote));
  else
    fprintf(out, "  %.*s\n  “%.*s”\n", STR_ARG(f->detail), STR_ARG(f->quote));
  if (f->file.n > 0)
    fprintf(out, "  %.*s%s%.*s\n", STR_ARG(f->file), f->place.n > 0 ? ": " : "", STR_ARG(f->place));
}

void check_write_fixed(FILE *out, const struct check_request *request) {
  const struct excuses *excuses = request->excuses;
  for (size_t i = 0; excuses != NULL && excuses->baseline != NULL && i < excuses->baseline->n;
       i++) {
    const struct baseline_entry *entry = &excuses->baseline->at[i];
    if (baseline_is_gone(request, entry))
      fprintf(out, "%s %.*s  %.*s %d%s%.*s\n", entry->is_open ? "not decided now" : "fixed",
              STR_ARG(entry->rule), STR_ARG(entry->agency), entry->year,
              entry->instance.n > 0 ? "  " : "", STR_ARG(entry->instance));
  }
}

bool check_write_text(const struct check_report *report, struct diags *diags) {
  struct check_report own = *report;
  if (!check_each(report->arena, report->store, report->request, write_finding, &own, diags))
    return false;
  check_write_fixed(report->out, report->request);
  return true;
}
