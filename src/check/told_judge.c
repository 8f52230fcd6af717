/* told_judge: a rule about what is told, on the claims of one report (see told_judge.h). */
#include "check/told_judge.h"

#include <math.h>

struct judging {
  struct arena *arena;
  struct store *store;
  const struct check_request *request;
  struct told_report *report;
  const struct claim_test *test;
  struct verdicts *verdicts;
  struct diags *diags;
};

/* --- Which claims */

/* What the claim is about, if the rule is about that; NULL. */
static const struct claim_key *subject_of(const struct judging *j, const struct claim *claim) {
  const struct claim_key *key = claim->counts != NULL ? claim->counts : claim->perhaps;
  if (key == NULL || key->measure < 0 || claim->year != j->report->year)
    return NULL;
  for (int i = 0; i < j->test->nof; i++) {
    const struct claim_subject *subject = &j->test->of[i];
    if (subject->measure == key->measure && key->nmembers == 0)
      return key;
    int slot = measure_slot(&j->request->vocab->measures[key->measure], subject->dimension);
    for (int m = 0; m < key->nmembers && slot >= 0; m++)
      if (key->members[m].slot == slot)
        return key;
  }
  return NULL;
}

static bool is_picked(const struct claim_test *test, const struct claim *claim) {
  enum claim_kind kind = claim->kind;
  switch (test->pick) {
  case PICK_TOLD:
    return kind == CLAIM_COUNT || kind == CLAIM_PART;
  case PICK_DENIED:
    return kind == CLAIM_NONE;
  case PICK_CHANGED:
    return (kind == CLAIM_CHANGE || kind == CLAIM_DIRECTION) && claim->against == claim->year - 1;
  case PICK_PARTS:
    break;
  }
  return false;
}

/* --- What it must agree with */

static bool side_value(struct judging *j, const struct claim_side *side,
                       const struct claim_key *key, struct told_figure *sum) {
  *sum = (struct told_figure){.cell = -1};
  for (int i = 0; i < side->n; i++) {
    const struct claim_summand *summand = &side->at[i];
    struct claim_key total = {.measure = summand->measure};
    struct told_figure figure;
    if (!told_figure(j->arena, j->store, j->request, &j->report->cells[summand->lag],
                     summand->is_table ? key : &total, &figure, j->diags))
      return false;
    sum->value += summand->weight * figure.value;
    sum->cell = sum->cell < 0 ? figure.cell : sum->cell;
    sum->is_absent = sum->is_absent || figure.is_absent;
    sum->is_unknown = sum->is_unknown || figure.is_unknown;
    sum->has_blank = sum->has_blank || figure.has_blank;
  }
  return true;
}

/* Does a number that is told agree with a figure? It may say nothing of it: 约75件. */
enum answer { NO, YES, NOTHING };

static enum answer agrees(const struct claim *claim, int64_t figure) {
  if (claim->value.kind != VALUE_INTEGER)
    return NOTHING;
  int64_t told = claim->value.integer;
  if (claim->bound == BOUND_AT_LEAST)
    return figure >= told ? YES : NO;
  if (claim->bound == BOUND_AT_MOST)
    return figure <= told ? YES : NO;
  if (claim->bound == BOUND_EXACT || told == figure)
    return told == figure ? YES : NO;
  return NOTHING;
}

/* A percent is written rounded or cut off: it is less than one off in its last place. */
static bool percent_agrees(const struct claim *claim, double actual) {
  double last = 1;
  for (int d = 0; claim->value.kind == VALUE_DECIMAL && d < claim->value.scale; d++)
    last /= 10;
  return fabs(claim->direction * value_as_real(claim->value) - actual) < last;
}

static enum answer change_agrees(struct judging *j, const struct claim *claim,
                                 const struct claim_key *key, int64_t difference,
                                 struct verdict *verdict) {
  struct told_figure base;
  verdict->right = value_integer(difference);
  if (claim->kind == CLAIM_DIRECTION) {
    verdict->left = value_missing();
    return claim->direction == (difference > 0) - (difference < 0) ? YES : NO;
  }
  int64_t sign = claim->direction;
  if (claim->bound != BOUND_EXACT || claim->value.kind == VALUE_MISSING)
    return NOTHING;
  if (!claim->is_percent) {
    int unit = j->request->vocab->measures[key->measure].unit;
    if ((claim->units >> unit & 1) == 0 || claim->value.kind != VALUE_INTEGER)
      return NOTHING;
    verdict->left = value_integer(sign * claim->value.integer);
    return sign * claim->value.integer == difference ? YES : NO;
  }
  if (!told_figure(j->arena, j->store, j->request, &j->report->cells[1], key, &base, j->diags) ||
      base.value <= 0)
    return NOTHING;
  double actual = (double)difference / (double)base.value * 100;
  verdict->left = value_real((double)sign * value_as_real(claim->value));
  verdict->right = value_real(round(actual * 100) / 100);
  return percent_agrees(claim, actual) ? YES : NO;
}

/* A blank that stands for more could make it right; it never stands for less. */
static bool is_repairable(const struct claim_side *side, const struct claim *claim,
                          const struct told_figure *figure) {
  for (int i = 0; i < side->n; i++)
    if (side->at[i].weight < 0)
      return figure->has_blank;
  return figure->has_blank && claim->value.integer > figure->value;
}

static enum rule_status status_of(enum answer answer, bool blank, bool repairable) {
  if (answer == YES)
    return blank ? STATUS_PASS_BLANK : STATUS_PASS;
  return answer == NOTHING ? STATUS_NA : repairable ? STATUS_UNKNOWN : STATUS_FAIL;
}

/* One claim against one side of the rule. */
static bool judge_side(struct judging *j, const struct claim *claim, const struct claim_key *key,
                       const struct claim_side *side, struct verdict *verdict) {
  struct told_figure figure;
  if (!side_value(j, side, key, &figure))
    return false;
  verdict->blank = figure.has_blank;
  verdict->cell = figure.cell;
  verdict->left = claim->value;
  verdict->right = value_integer(figure.value);
  if (figure.is_absent || figure.is_unknown) {
    verdict->right = value_missing();
    verdict->status = figure.is_absent ? STATUS_NA : STATUS_UNKNOWN;
    return true;
  }
  enum answer answer = j->test->pick == PICK_CHANGED
                           ? change_agrees(j, claim, key, figure.value, verdict)
                           : agrees(claim, figure.value);
  verdict->status = status_of(answer, figure.has_blank, is_repairable(side, claim, &figure));
  if (claim->counts == NULL && answer == NO)
    verdict->status = STATUS_NA; /* perhaps it is about something else */
  return true;
}

/* Against all of them: it agrees with one, or fails when it fails with each. */
static bool judge_claim(struct judging *j, const struct claim *claim, const struct claim_key *key,
                        struct verdict *verdict) {
  bool is_open = false, exceeds = j->test->pick == PICK_TOLD && claim->bound == BOUND_EXACT;
  for (int i = 0; i < j->test->nsides; i++) {
    struct verdict one = *verdict;
    if (!judge_side(j, claim, key, &j->test->sides[i], &one))
      return false;
    exceeds = exceeds && one.status == STATUS_FAIL && claim->value.integer > one.right.integer;
    bool agrees = one.status == STATUS_PASS || one.status == STATUS_PASS_BLANK;
    one.side = i;
    is_open = is_open || one.status != STATUS_FAIL;
    if (i == 0 || agrees)
      *verdict = one;
    if (agrees)
      return true;
  }
  if (verdict->status == STATUS_FAIL && is_open)
    verdict->status = STATUS_UNKNOWN;
  verdict->exceeds = exceeds;
  return true;
}

/* --- Instances */

/* Which of several tellings of the same decides. One that is smaller may speak of a part. */
static int rank(const struct verdict *verdict) {
  enum rule_status status = verdict->status;
  return verdict->exceeds              ? 5
         : status == STATUS_PASS       ? 4
         : status == STATUS_PASS_BLANK ? 3
         : status == STATUS_FAIL       ? 2
         : status == STATUS_UNKNOWN    ? 1
                                       : 0;
}

/* What is told of one thing, in all places. */
struct telling {
  const struct claim_key *key;
  const struct claim *first;
  int64_t sum; /* of the numbers that are certain and exact */
  int n;       /* how many these are */
};

struct tellings {
  struct telling *at;
  size_t n, cap;
};

static void count_in(struct telling *telling, const struct claim *claim) {
  bool is_exact =
      claim->counts != NULL && claim->bound == BOUND_EXACT && claim->value.kind == VALUE_INTEGER;
  if (!is_exact)
    return;
  telling->sum += claim->value.integer;
  telling->n++;
}

/* 市局收到申请3件,分局收到申请4件: if none of them agrees, all together may. */
static bool judge_together(struct judging *j, const struct telling *telling,
                           struct verdict *verdict) {
  struct claim all = *telling->first;
  struct verdict together = *verdict;
  if (verdict->status != STATUS_FAIL || telling->n < 2 || j->test->pick != PICK_TOLD)
    return true;
  all.value = value_integer(telling->sum);
  all.bound = BOUND_EXACT;
  if (!judge_claim(j, &all, telling->key, &together))
    return false;
  if (together.status == STATUS_PASS || together.status == STATUS_PASS_BLANK)
    *verdict = together;
  return true;
}

/* Adds the verdict, or gives it to the same thing told before, if it decides more. */
static void take_verdict(struct judging *j, struct tellings *tellings, const struct claim *claim,
                         const struct claim_key *key, struct verdict verdict) {
  size_t k = j->test->pick == PICK_CHANGED ? tellings->n : 0;
  while (k < tellings->n && !str_eq(tellings->at[k].key->text, key->text))
    k++;
  if (k == tellings->n) {
    struct telling telling = {.key = key, .first = claim};
    ARENA_PUSH(j->arena, tellings, telling);
    ARENA_PUSH(j->arena, j->verdicts, verdict);
  } else if (rank(&verdict) > rank(&j->verdicts->at[k])) {
    j->verdicts->at[k] = verdict;
  }
  count_in(&tellings->at[k], claim);
}

/* The same told several times is one instance, and it passes when one of them agrees: of the others
 * some part may be meant that the text does not name as such. Changes are told for themselves. */
static bool judge_subjects(struct judging *j) {
  struct tellings tellings = {0};
  for (size_t s = 0; s < j->report->sections.n; s++) {
    const struct told_section *section = &j->report->sections.at[s];
    for (size_t c = 0; c < section->claims.n; c++) {
      const struct claim *claim = &section->claims.at[c];
      const struct claim_key *key = is_picked(j->test, claim) ? subject_of(j, claim) : NULL;
      struct verdict verdict = {.section = section->n, .claim = (int)c};
      if (key == NULL)
        continue;
      if (!judge_claim(j, claim, key, &verdict))
        return false;
      take_verdict(j, &tellings, claim, key, verdict);
    }
  }
  for (size_t k = 0; k < tellings.n; k++)
    if (!judge_together(j, &tellings.at[k], &j->verdicts->at[k]))
      return false;
  return true;
}

/* A whole against the parts that are named. Together they may be less where the text does not say
 * that they are all. */
static void judge_whole(struct judging *j, const struct told_section *section, size_t whole) {
  const struct claim *all = &section->claims.at[whole];
  int64_t sum = 0;
  size_t n = 0;
  bool is_exact = all->bound == BOUND_EXACT && all->value.kind == VALUE_INTEGER, is_all = false;
  for (size_t c = 0; c < section->claims.n; c++) {
    const struct claim *part = &section->claims.at[c];
    if (part->kind != CLAIM_PART || part->whole != (int)whole)
      continue;
    n++;
    is_all = is_all || part->is_all;
    is_exact = is_exact && part->bound == BOUND_EXACT && part->value.kind == VALUE_INTEGER;
    sum += is_exact ? part->value.integer : 0;
  }
  if (n < 2)
    return;
  struct verdict verdict = {.section = section->n, .claim = (int)whole, .cell = -1};
  verdict.left = value_integer(sum);
  verdict.right = all->value;
  verdict.status = !is_exact                            ? STATUS_NA
                   : sum == all->value.integer          ? STATUS_PASS
                   : sum > all->value.integer || is_all ? STATUS_FAIL
                                                        : STATUS_NA;
  ARENA_PUSH(j->arena, j->verdicts, verdict);
}

bool told_judge(struct arena *arena, struct store *store, const struct check_request *request,
                struct told_report *report, const struct rule *rule, struct verdicts *verdicts,
                struct diags *diags) {
  struct judging j = {.arena = arena,
                      .store = store,
                      .request = request,
                      .report = report,
                      .test = rule->claims,
                      .verdicts = verdicts,
                      .diags = diags};
  if (rule->claims->pick != PICK_PARTS)
    return judge_subjects(&j);
  for (size_t s = 0; s < report->sections.n; s++)
    for (size_t c = 0; c < report->sections.at[s].claims.n; c++)
      judge_whole(&j, &report->sections.at[s], c);
  return true;
}

/* --- Words */

/* The side as written, with what the claim is about in place of `table`. */
static void add_side(struct sbuf *b, const struct rule *rule, int side, struct str key) {
  struct str text = rule->claims->sides[side].text, word = STR("table");
  if (str_eq(text, word)) {
    sbuf_add_z(b, "the table");
    return;
  }
  for (size_t at; (at = str_find(text, word)) < text.n; text = str_sub(text, at + word.n, text.n)) {
    sbuf_add(b, str_sub(text, 0, at));
    sbuf_add(b, key);
  }
  sbuf_add(b, text);
}

static struct str value_text_of(struct arena *arena, struct value value) {
  return value.kind == VALUE_MISSING ? STR("no figure") : value_plain(arena, value);
}

void told_message(struct arena *arena, const struct claim *claim, int side, struct str sentence,
                  struct finding *f) {
  const struct rule *rule = f->rule;
  const struct claim_key *key = claim->counts != NULL ? claim->counts : claim->perhaps;
  bool is_parts = rule->claims->pick == PICK_PARTS, fails = f->status == STATUS_FAIL;
  bool passes = f->status == STATUS_PASS || f->status == STATUS_PASS_BLANK;
  struct str left = value_text_of(arena, f->left), right = value_text_of(arena, f->right);
  struct str about = key != NULL ? key->text : STR("");
  struct sbuf b = {.arena = arena};
  f->instance = is_parts ? str_fmt(arena, "%.*s%.*s", STR_ARG(right), STR_ARG(claim->unit)) : about;
  f->quote = sentence;
  bool is_sum = rule->claims->pick == PICK_TOLD && claim->value.kind == VALUE_INTEGER &&
                f->left.kind == VALUE_INTEGER && f->left.integer != claim->value.integer;
  sbuf_addf(&b, "%s %.*s, %s",
            is_parts ? "the parts come to"
            : is_sum ? "what the text has in several places comes to"
                     : "the text has",
            STR_ARG(left),
            passes                           ? "as "
            : f->right.kind == VALUE_MISSING ? "nothing is certain of "
                                             : "");
  if (is_parts)
    sbuf_add_z(&b, "the whole");
  else
    add_side(&b, rule, passes ? side : 0, about);
  if (!passes && f->right.kind != VALUE_MISSING)
    sbuf_addf(&b, " has %.*s", STR_ARG(right));
  for (int i = 1; fails && i < rule->claims->nsides; i++) {
    sbuf_add_z(&b, ", nor is it ");
    add_side(&b, rule, i, about);
  }
  f->detail = sbuf_str(&b);
  struct str head = rule->en.n > 0 ? rule->en : rule->zh;
  f->message = str_fmt(arena, "%.*s%s%.*s: “%.*s”", STR_ARG(fails ? head : STR("")),
                       fails ? ": " : "", STR_ARG(f->detail), STR_ARG(sentence));
}
