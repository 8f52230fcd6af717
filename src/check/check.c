/* check: findings one by one, and counted (see check.h). */
#include "check/check.h"

#include "check/places.h"
#include "check/told.h"

#include "sql/rules.h"

struct tried_report {
  int64_t id;
  int edition, year;
  struct str agency, path;
};

struct check_findings {
  struct store *store;
  struct check_request request;
  const struct rule **by_number; /* the rules asked for, by check_rule.id */
  int64_t most;                  /* the largest of these */
  struct cursor *cursor;
  struct told_texts *texts;
  struct places *places;
};

struct check_findings *check_findings(struct arena *arena, struct store *store,
                                      const struct check_request *request, struct diags *diags) {
  struct check_findings *f = ARENA_NEW(arena, struct check_findings);
  const int64_t *numbers = request->numbers;
  *f = (struct check_findings){.store = store, .request = *request};
  for (size_t i = 0; i < request->rules->n; i++)
    f->most = numbers[i] > f->most ? numbers[i] : f->most;
  f->by_number = ARENA_ARRAY(arena, const struct rule *, (size_t)f->most + 1);
  for (size_t i = 0; i < request->rules->n; i++)
    f->by_number[numbers[i]] = request->rules->at[i];
  struct sql sql = sql_findings(arena, numbers, request->rules->n, request->scope, !request->all,
                                request->vocab, &dialect_sqlite);
  f->texts = told_texts_new(arena, store, &f->request);
  f->places = places_new(arena, store, &f->request);
  f->cursor = store_query(store, sql.text, sql.binds, sql.nbinds, request->at, diags);
  return f->cursor != NULL ? f : NULL;
}

void check_close(struct check_findings *findings) {
  if (findings == NULL)
    return;
  cursor_close(findings->cursor);
  told_texts_close(findings->texts);
  places_close(findings->places);
}

static const struct rule *rule_of(const struct check_findings *f, int64_t number) {
  return number >= 0 && number <= f->most ? f->by_number[number] : NULL;
}

enum rule_status check_settled(const struct plan_settings *settings, enum rule_status status,
                               bool blank) {
  bool unknown =
      settings->blank_is_unknown && blank && (status == STATUS_PASS_BLANK || status == STATUS_FAIL);
  return unknown ? STATUS_UNKNOWN : status;
}

static struct value side(struct arena *arena, const struct finding *finding, struct value value) {
  const struct rule *rule = finding->rule;
  value = value_kept(arena, value);
  bool scaled = rule->kind != RULE_REPORT && rule->kind != RULE_CLAIMS &&
                value.kind == VALUE_INTEGER && finding->number >= 0 &&
                rule->instances[finding->number].scale > 0;
  return scaled ? value_decimal(value.integer, (unsigned)rule->instances[finding->number].scale)
                : value;
}

static struct str value_or_nothing(struct arena *arena, struct value value) {
  return value.kind == VALUE_MISSING ? STR("nothing") : value_plain(arena, value);
}

static struct str compare_word(const struct expr *test) {
  static const char *const fails[] = {"is not",   "is",           "is not below",
                                      "is above", "is not above", "is below"};
  return str_from_z(test != NULL && test->kind == EXPR_COMPARE ? fails[test->compare] : "against");
}

/* Both sides, as a sentence goes on: "16 is not 18", "versions 3 is not 1". */
static struct str sides_told(struct arena *arena, const struct finding *f,
                             const struct expr *test) {
  struct str left = value_or_nothing(arena, f->left);
  if (f->right.kind == VALUE_MISSING)
    return str_fmt(arena, "\"%.*s\"", STR_ARG(left));
  return str_fmt(arena, "%.*s%s%.*s %.*s %.*s", STR_ARG(f->left_name),
                 f->left_name.n > 0 ? " " : "", STR_ARG(left), STR_ARG(compare_word(test)),
                 STR_ARG(value_plain(arena, f->right)));
}

struct str finding_sentence(const struct finding *f, bool in_chinese) {
  const struct rule *rule = f->rule;
  struct str plain = in_chinese ? rule->zh : rule->en;
  if (!f->is_noted || plain.n == 0)
    return plain;
  return in_chinese ? rule->zh_noted : rule->en_noted;
}

/* `test` is the comparison that failed. */
static void set_message(struct arena *arena, struct finding *f, const struct expr *test,
                        bool is_astray) {
  static const char *const others[] = {
      [STATUS_PASS] = "",
      [STATUS_PASS_BLANK] = "passes with blank cells taken as 0",
      [STATUS_UNKNOWN] = "cannot be decided: a cell is no number, or a blank could make it right",
      [STATUS_NA] = "nothing to compare here",
      [STATUS_OUTSIDE] = ""};
  const struct rule *rule = f->rule;
  struct str sentence = finding_sentence(f, rule->en.n == 0);
  if (f->status != STATUS_FAIL)
    f->message = str_from_z(others[f->status]);
  else if (rule->kind == RULE_SECTIONS) {
    f->detail = f->place.n == 0 ? STR("it is missing")
                : is_astray     ? STR("it stands out of order")
                                : STR("it stands in its order");
    f->message = str_fmt(arena, "%.*s: %.*s", STR_ARG(sentence), STR_ARG(f->detail));
  } else if (f->left.kind == VALUE_MISSING)
    f->message = sentence;
  else
    f->message =
        str_fmt(arena, "%.*s: %.*s", STR_ARG(sentence), STR_ARG(sides_told(arena, f, test)));
}

static struct str text_at(struct arena *arena, struct cursor *cursor, size_t column) {
  struct value value = cursor_value(cursor, column);
  return value.kind == VALUE_TEXT ? str_copy(arena, value.text) : STR("");
}

static void read_row(const struct check_findings *f, struct arena *arena, struct finding *finding) {
  struct cursor *cursor = f->cursor;
  bool blank = cursor_value(cursor, 7).integer != 0;
  struct value cell = cursor_value(cursor, 8), edition = cursor_value(cursor, 13);
  *finding = (struct finding){
      .rule = rule_of(f, cursor_value(cursor, 0).integer),
      .agency_id = cursor_value(cursor, 1).integer,
      .agency = text_at(arena, cursor, 2),
      .year = (int)cursor_value(cursor, 3).integer,
      .report = cursor_value(cursor, 4).integer,
      .number = (int)cursor_value(cursor, 5).integer,
      .file = text_at(arena, cursor, 11),
      .place = text_at(arena, cursor, 12),
      .cell = cell.kind == VALUE_MISSING || cell.integer < 0 ? -1 : (int)cell.integer,
      .edition = edition.kind == VALUE_MISSING ? -1 : (int)edition.integer};
  finding->status =
      check_settled(f->request.settings, (enum rule_status)cursor_value(cursor, 6).integer, blank);
  struct value note = cursor_value(cursor, 15); /* does it hold; of a report which side does not */
  bool is_told = finding->status == STATUS_FAIL && note.kind != VALUE_MISSING;
  finding->is_noted = is_told && finding->rule->note != NULL && note.integer != 0;
  const struct expr *test = finding->rule->holds;
  if (is_told && finding->rule->kind == RULE_REPORT) {
    finding->left_name = finding->rule->side_names[note.integer];
    test = finding->rule->sides[note.integer];
  }
  bool of_cells = finding->rule->kind != RULE_REPORT && finding->rule->kind != RULE_CLAIMS;
  if (of_cells && finding->number >= 0)
    finding->instance = finding->rule->instances[finding->number].key;
  finding->left = side(arena, finding, cursor_value(cursor, 9));
  finding->right = side(arena, finding, cursor_value(cursor, 10));
  if (value_is_number(finding->left) && value_is_number(finding->right))
    finding->difference = value_less(finding->left, finding->right);
  set_message(arena, finding, test, cursor_value(cursor, 14).integer != 0);
}

static void set_excuse(const struct check_findings *f, struct finding *finding) {
  const struct excuses *excuses = f->request.excuses;
  if (excuses == NULL || finding->status != STATUS_FAIL)
    return;
  finding->waived = waiver_of(excuses, finding) != NULL;
  finding->known = baseline_has(excuses, finding);
}

/* Where the cell stands that it points at; what else a narrative tells. */
static bool set_place(struct check_findings *f, struct arena *arena, struct finding *finding,
                      struct diags *diags) {
  if (finding->cell >= 0 && finding->edition >= 0) {
    struct value tables = cursor_value(f->cursor, 16), layout = cursor_value(f->cursor, 17);
    struct value bases = cursor_value(f->cursor, 18);
    struct placed_report report = {.edition = finding->edition,
                                   .tables = (uint64_t)tables.integer,
                                   .layout = layout.kind == VALUE_INTEGER ? layout.integer : 0,
                                   .bases = bases.kind == VALUE_TEXT ? bases.text : STR("")};
    if (!places_find(arena, f->places, &report, finding->cell, &finding->place, diags))
      return false;
  }
  bool is_told = finding->rule->kind == RULE_CLAIMS && finding->number != RULE_WHOLE;
  return !is_told || told_describe(arena, f->texts, finding, diags);
}

int check_next(struct check_findings *f, struct arena *arena, struct finding *finding,
               struct diags *diags) {
  for (;;) {
    int step = cursor_step(f->cursor, diags);
    if (step != 1)
      return step;
    read_row(f, arena, finding);
    set_excuse(f, finding);
    if (finding->known && !f->request.known)
      continue;
    bool is_outside = finding->status == STATUS_OUTSIDE && !f->request.outside;
    if (finding->status != STATUS_FAIL && (!f->request.all || is_outside))
      continue;
    return set_place(f, arena, finding, diags) ? 1 : -1;
  }
}

bool check_each(struct arena *arena, struct store *store, const struct check_request *request,
                void (*visit)(void *context, const struct finding *finding), void *context,
                struct diags *diags) {
  struct check_findings *findings = check_findings(arena, store, request, diags);
  int step = findings != NULL ? 1 : -1;
  while (step == 1) {
    struct arena_mark mark = arena_mark(arena);
    struct finding finding;
    step = check_next(findings, arena, &finding, diags);
    if (step == 1)
      visit(context, &finding);
    arena_rewind(arena, mark);
  }
  check_close(findings);
  return step == 0;
}

/* --- Counts */

static bool count_all(struct arena *arena, struct store *store, const struct check_request *request,
                      struct check_count *counts, struct diags *diags) {
  struct sql sql = sql_tried_count(arena, request->scope, request->vocab, &dialect_sqlite);
  struct cursor *cursor = store_query(store, sql.text, sql.binds, sql.nbinds, request->at, diags);
  int step = cursor != NULL ? cursor_step(cursor, diags) : -1;
  for (; step == 1; step = cursor_step(cursor, diags)) {
    int edition = (int)cursor_value(cursor, 0).integer;
    int64_t n = cursor_value(cursor, 1).integer;
    for (size_t i = 0; i < request->rules->n; i++)
      counts[i].of[STATUS_PASS] += n * (int64_t)rule_count(request->rules->at[i], edition);
  }
  cursor_close(cursor);
  return step == 0;
}

struct excused {
  const struct rule_list *rules;
  struct check_count *counts; /* by rule */
};

static void count_one(void *context, const struct finding *finding) {
  const struct excused *excused = context;
  for (size_t i = 0; i < excused->rules->n; i++)
    if (excused->rules->at[i] == finding->rule) {
      excused->counts[i].waived += finding->waived;
      excused->counts[i].known += finding->known && !finding->waived;
    }
}

/* Of what failed: waived, or in the baseline. */
static bool count_excused(struct arena *arena, struct store *store,
                          const struct check_request *request, struct check_count *counts,
                          struct diags *diags) {
  struct check_request failures = *request;
  struct excused excused = {request->rules, counts};
  failures.all = false;
  failures.known = true;
  return request->excuses == NULL ||
         check_each(arena, store, &failures, count_one, &excused, diags);
}

struct check_count *check_counts(struct arena *arena, struct store *store,
                                 const struct check_request *request, struct diags *diags) {
  const struct rule_list *rules = request->rules;
  struct check_count *counts = ARENA_ARRAY(arena, struct check_count, rules->n + 1);
  if (!count_all(arena, store, request, counts, diags))
    return NULL;
  struct sql sql = sql_verdicts(arena, request->numbers, rules->n, request->scope, request->vocab,
                                &dialect_sqlite);
  struct cursor *cursor = store_query(store, sql.text, sql.binds, sql.nbinds, request->at, diags);
  int step = cursor != NULL ? cursor_step(cursor, diags) : -1;
  for (; step == 1; step = cursor_step(cursor, diags)) {
    size_t i = 0;
    while (i < rules->n && request->numbers[i] != cursor_value(cursor, 0).integer)
      i++;
    struct value edition = cursor_value(cursor, 1);
    bool whole = cursor_value(cursor, 2).integer != 0;
    enum rule_status status = (enum rule_status)cursor_value(cursor, 3).integer;
    int64_t n = cursor_value(cursor, 5).integer;
    if (whole && edition.kind != VALUE_MISSING)
      n *= (int64_t)rule_count(rules->at[i], (int)edition.integer);
    bool is_told = rules->at[i]->kind == RULE_CLAIMS; /* its passes are kept too */
    if (edition.kind != VALUE_MISSING && !is_told)    /* instead of the pass that was counted */
      counts[i].of[STATUS_PASS] -= n;
    if (status != STATUS_OUTSIDE)
      counts[i]
          .of[check_settled(request->settings, status, cursor_value(cursor, 4).integer != 0)] += n;
  }
  cursor_close(cursor);
  return step == 0 && count_excused(arena, store, request, counts, diags) ? counts : NULL;
}
