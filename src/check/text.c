/* text: findings for people: a line for what and where, below it why and the place (see write.h).
 */
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

/* The finding at hand, and what stands below the one before: it is written when the next has
 * something else below it, so that a row of seven cells is explained once. */
struct writing {
  const struct check_report *report;
  struct arena arena; /* of the two texts */
  struct str of, below;
};

/* What and where: its severity, rule, report and both sides, on a line. */
static void write_head(const struct check_report *report, const struct finding *f) {
  FILE *out = report->out;
  struct str severity = rule_severity_name(f->rule->severity), status = rule_status_name(f->status);
  fprintf(out, "%.*s", STR_ARG(severity));
  if (f->status != STATUS_FAIL)
    fprintf(out, " (%.*s)", STR_ARG(status));
  fprintf(out, " %.*s  %.*s %d%s%.*s", STR_ARG(f->rule->key), STR_ARG(f->agency), f->year,
          f->instance.n > 0 ? "  " : "", STR_ARG(f->instance));
  write_sides(out, report->arena, f);
  fprintf(out, "%s\n", f->waived ? "  waived" : f->known ? "  in the baseline" : "");
}

/* Why, and its place: the lines below. */
static struct str text_below(const struct check_report *report, const struct finding *f) {
  struct sbuf b = {.arena = report->arena};
  struct str sentence = check_sentence(report, f);
  bool is_short = f->quote.n == 0 && report->in_chinese && f->rule->zh.n > 0;
  if (f->detail.n == 0 || is_short)
    sbuf_addf(&b, "  %.*s\n", STR_ARG(sentence));
  else if (f->quote.n == 0)
    sbuf_addf(&b, "  %.*s: %.*s\n", STR_ARG(sentence), STR_ARG(f->detail));
  else if (f->status == STATUS_FAIL)
    sbuf_addf(&b, "  %.*s: %.*s\n  “%.*s”\n", STR_ARG(sentence), STR_ARG(f->detail),
              STR_ARG(f->quote));
  else
    sbuf_addf(&b, "  %.*s\n  “%.*s”\n", STR_ARG(f->detail), STR_ARG(f->quote));
  if (f->file.n > 0)
    sbuf_addf(&b, "  %.*s%s%.*s\n", STR_ARG(f->file), f->place.n > 0 ? ": " : "",
              STR_ARG(f->place));
  return sbuf_str(&b);
}

static void end_finding(struct writing *w) {
  fprintf(w->report->out, "%.*s", STR_ARG(w->below));
  arena_reset(&w->arena);
  w->of = w->below = STR("");
}

static void write_finding(void *context, const struct finding *f) {
  struct writing *w = context;
  struct str of =
      str_fmt(w->report->arena, "%.*s %.*s %d", STR_ARG(f->rule->key), STR_ARG(f->agency), f->year);
  struct str below = text_below(w->report, f);
  if (!str_eq(of, w->of) || !str_eq(below, w->below)) {
    end_finding(w);
    w->of = str_copy(&w->arena, of);
    w->below = str_copy(&w->arena, below);
  }
  write_head(w->report, f);
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
  struct writing w = {.report = report};
  bool ok = check_each(report->arena, report->store, report->request, write_finding, &w, diags);
  end_finding(&w);
  arena_free(&w.arena);
  if (ok)
    check_write_fixed(report->out, report->request);
  return ok;
}
