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
  fprintf(out, "  %.*s against %.*s", STR_ARG(left), STR_ARG(right));
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

static bool has_instances(const struct check_count *count) {
  for (int s = 0; s < STATUS_OUTSIDE; s++)
    if (count->of[s] > 0)
      return true;
  return false;
}

static void write_count(const struct check_report *report, size_t i, int width) {
  const struct rule *rule = report->request->rules->at[i];
  const struct check_count *count = &report->counts[i];
  fprintf(report->out, "%-*.*s  %-8s", width, STR_ARG(rule->key),
          rule_severity_name(rule->severity).p);
  for (int s = 0; s < STATUS_OUTSIDE; s++)
    fprintf(report->out, "%10lld", (long long)count->of[s]);
  if (count->waived > 0)
    fprintf(report->out, "  %lld waived", (long long)count->waived);
  if (count->known > 0)
    fprintf(report->out, "  %lld in the baseline", (long long)count->known);
  fprintf(report->out, "\n");
}

/* The rules that have no place in these reports, in one line: a row of zeros each would hide the
 * others. */
static void write_idle(const struct check_report *report) {
  const struct rule_list *rules = report->request->rules;
  struct sbuf b = {.arena = report->arena};
  for (size_t i = 0; i < rules->n; i++)
    if (!has_instances(&report->counts[i]))
      sbuf_addf(&b, "%s%.*s", b.n > 0 ? ", " : "", STR_ARG(rules->at[i]->key));
  if (b.n > 0)
    fprintf(report->out, "nothing to try: %.*s\n", STR_ARG(sbuf_str(&b)));
}

/* How many instances of each rule have which status. */
static void write_counts(const struct check_report *report) {
  const struct rule_list *rules = report->request->rules;
  int width = 0;
  for (size_t i = 0; i < rules->n; i++)
    if (has_instances(&report->counts[i]) && (int)rules->at[i]->key.n > width)
      width = (int)rules->at[i]->key.n;
  if (width > 0) {
    width = width > 4 ? width : 4;
    fprintf(report->out, "%-*s  severity", width, "rule");
    for (int s = 0; s < STATUS_OUTSIDE; s++)
      fprintf(report->out, "%10s", rule_status_name((enum rule_status)s).p);
    fprintf(report->out, "\n");
  }
  for (size_t i = 0; i < rules->n; i++)
    if (has_instances(&report->counts[i]))
      write_count(report, i, width);
  write_idle(report);
}

/* What the baseline has and the rules no longer say. */
static void write_gone(const struct check_report *report) {
  const struct excuses *excuses = report->request->excuses;
  for (size_t i = 0; excuses != NULL && excuses->baseline != NULL && i < excuses->baseline->n;
       i++) {
    const struct baseline_entry *entry = &excuses->baseline->at[i];
    if (!baseline_is_gone(report->request, entry))
      continue;
    fprintf(report->out, "fixed %.*s  %.*s %d%s%.*s\n", STR_ARG(entry->rule),
            STR_ARG(entry->agency), entry->year, entry->instance.n > 0 ? "  " : "",
            STR_ARG(entry->instance));
  }
}

bool check_write_text(const struct check_report *report, struct diags *diags) {
  struct check_report own = *report;
  if (!check_each(report->arena, report->store, report->request, write_finding, &own, diags))
    return false;
  write_gone(report);
  write_counts(report);
  return true;
}
