/* every: all instances of the rules asked for, in the order of findings. Three streams come in that
 * order and are joined as they come: the reports, what is kept of them (all that is no plain pass),
 * and the sides of every instance.
 */
#include "check/check.h"

#include "sql/rules.h"

struct every_report {
  int64_t id;
  int edition, year;
  struct str agency, file;
};

struct check_every {
  struct store *store;
  struct arena *arena;
  struct check_request *request;
  struct {
    struct every_report *at;
    size_t n, cap;
  } reports;
  struct check_findings *kept;
  struct arena next_arena; /* of `next` */
  struct finding next;
  int has_next; /* 1: `next` waits */
  struct cursor *sides;
  bool has_side; /* its row waits */
  size_t rule, report, instance;
  bool is_begun; /* the sides of this rule are open */
  bool is_whole; /* of this report everything has been said */
};

static int pull(struct check_every *e, struct diags *diags) {
  arena_reset(&e->next_arena);
  e->has_next = check_next(e->kept, &e->next_arena, &e->next, diags);
  return e->has_next;
}

static bool read_reports(struct check_every *e, struct diags *diags) {
  const struct check_request *request = e->request;
  struct sql sql = sql_tried(e->arena, request->scope, request->vocab, &dialect_sqlite);
  struct cursor *cursor =
      store_query(e->store, sql.text, sql.binds, sql.nbinds, request->at, diags);
  int step = cursor != NULL ? cursor_step(cursor, diags) : -1;
  for (; step == 1; step = cursor_step(cursor, diags)) {
    struct every_report one = {.id = cursor_value(cursor, 0).integer,
                               .edition = (int)cursor_value(cursor, 1).integer,
                               .agency = str_copy(e->arena, cursor_value(cursor, 2).text),
                               .year = (int)cursor_value(cursor, 3).integer,
                               .file = str_copy(e->arena, cursor_value(cursor, 4).text)};
    ARENA_PUSH(e->arena, &e->reports, one);
  }
  cursor_close(cursor);
  return step == 0;
}

struct check_every *check_every(struct arena *arena, struct store *store,
                                struct check_request *request, struct diags *diags) {
  struct check_every *e = ARENA_NEW(arena, struct check_every);
  *e = (struct check_every){.store = store, .arena = arena, .request = request};
  request->all = request->outside = true;
  e->kept = check_findings(arena, store, request, diags);
  if (e->kept != NULL && read_reports(e, diags) && pull(e, diags) >= 0)
    return e;
  check_every_close(e);
  return NULL;
}

void check_every_close(struct check_every *e) {
  if (e == NULL)
    return;
  check_close(e->kept);
  cursor_close(e->sides);
  e->sides = NULL;
  arena_free(&e->next_arena);
}

/* Opens the sides of the rule at hand. */
static bool open_sides(struct check_every *e, const struct rule *rule, struct diags *diags) {
  bool has_sides = rule->kind == RULE_REPORT ||
                   ((rule->kind == RULE_CELLS || rule->kind == RULE_EVERY) && !rule->has_state);
  cursor_close(e->sides);
  e->sides = NULL;
  e->has_side = false;
  e->is_begun = true;
  if (!has_sides || rule->nsides == 0)
    return true;
  struct sql sql = sql_sides(e->arena, rule, e->request->scope, e->request->vocab, &dialect_sqlite);
  e->sides = store_query(e->store, sql.text, sql.binds, sql.nbinds, e->request->at, diags);
  int step = e->sides != NULL ? cursor_step(e->sides, diags) : -1;
  e->has_side = step == 1;
  return step >= 0;
}

/* A side of which nothing but zeros is printed. */
static struct value zero_side(const struct rule *rule, size_t side) {
  const struct expr *expr = rule->nsides == 1 ? rule->sides[0]->args[side] : NULL;
  if (expr == NULL || rule->kind == RULE_REPORT)
    return value_missing();
  if (expr->kind == EXPR_OPERAND)
    return value_integer(0);
  return expr->kind == EXPR_NUMBER ? expr->value : value_missing();
}

static struct value side_value(struct arena *arena, const struct rule *rule, size_t instance,
                               struct value value) {
  value = value_kept(arena, value);
  int scale = rule->kind == RULE_REPORT ? 0 : rule->instances[instance].scale;
  return value.kind == VALUE_INTEGER && scale > 0 ? value_decimal(value.integer, (unsigned)scale)
                                                  : value;
}

/* The sides of the instance, if its row waits. False after a message. */
static bool take_sides(struct check_every *e, struct arena *arena, const struct rule *rule,
                       struct finding *finding, struct diags *diags) {
  const struct every_report *report = &e->reports.at[e->report];
  finding->left = zero_side(rule, 0);
  finding->right = zero_side(rule, 1);
  if (e->has_side && cursor_value(e->sides, 0).integer == report->id &&
      cursor_value(e->sides, 1).integer == (int64_t)e->instance) {
    finding->left = side_value(arena, rule, e->instance, cursor_value(e->sides, 2));
    finding->right = side_value(arena, rule, e->instance, cursor_value(e->sides, 3));
    int step = cursor_step(e->sides, diags);
    e->has_side = step == 1;
    if (step < 0)
      return false;
  }
  if (value_is_number(finding->left) && value_is_number(finding->right))
    finding->difference = value_less(finding->left, finding->right);
  return true;
}

/* A copy of what waits, in `arena`. */
static struct finding copied(struct arena *arena, const struct finding *f) {
  struct finding copy = *f;
  struct str *texts[] = {&copy.agency, &copy.instance,  &copy.file,
                         &copy.place,  &copy.message,   &copy.detail,
                         &copy.quote,  &copy.left.text, &copy.right.text};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
    *texts[i] = str_copy(arena, *texts[i]);
  return copy;
}

/* Goes on to the next report, or the next rule. */
static void advance_report(struct check_every *e) {
  e->instance = 0;
  e->is_whole = false;
  if (++e->report < e->reports.n)
    return;
  e->report = 0;
  e->rule++;
  e->is_begun = false;
}

static bool has_instance(const struct rule *rule, size_t instance, int edition) {
  return rule->kind == RULE_REPORT || (rule->instances[instance].editions >> edition & 1) != 0;
}

/* One step: 1 with a finding, 0 to be called again, -1 after a message, 2 at the end. */
static int step_on(struct check_every *e, struct arena *arena, struct finding *finding,
                   struct diags *diags) {
  if (e->rule >= e->request->rules->n || e->reports.n == 0)
    return 2;
  const struct rule *rule = e->request->rules->at[e->rule];
  const struct every_report *report = &e->reports.at[e->report];
  if (!e->is_begun && !open_sides(e, rule, diags))
    return -1;
  bool waits = e->has_next == 1 && e->next.rule == rule && e->next.report == report->id;
  size_t n = rule->kind == RULE_REPORT ? 1 : rule->ninstances;
  if (e->has_next == 1 && e->next.rule == rule && e->next.report == 0) { /* of no report */
    *finding = copied(arena, &e->next);
    return pull(e, diags) < 0 ? -1 : 1;
  }
  if (waits && (e->next.number == RULE_WHOLE || rule->kind == RULE_CLAIMS)) {
    *finding = copied(arena, &e->next);
    bool outside = e->next.status == STATUS_OUTSIDE;
    e->is_whole = e->is_whole || e->next.number == RULE_WHOLE;
    return pull(e, diags) < 0 ? -1 : outside ? 0 : 1;
  }
  if (e->is_whole || e->instance >= n || rule->kind == RULE_CLAIMS) {
    advance_report(e);
    return 0;
  }
  if (!has_instance(rule, e->instance, report->edition)) {
    e->instance++;
    return 0;
  }
  if (waits && e->next.number == (int)e->instance) {
    struct finding sides;
    *finding = copied(arena, &e->next);
    if (!take_sides(e, arena, rule, &sides, diags) || pull(e, diags) < 0)
      return -1;
    e->instance++;
    return 1;
  }
  *finding = (struct finding){.rule = rule,
                              .status = STATUS_PASS,
                              .agency = report->agency,
                              .year = report->year,
                              .report = report->id,
                              .edition = report->edition,
                              .number = (int)e->instance,
                              .file = report->file,
                              .cell = -1};
  if (rule->kind != RULE_REPORT)
    finding->instance = rule->instances[e->instance].key;
  bool ok = take_sides(e, arena, rule, finding, diags);
  e->instance++;
  return ok ? 1 : -1;
}

/* Sides of a report of which everything has been said are passed over. */
static int skip_sides(struct check_every *e, struct diags *diags) {
  while (e->has_side && e->is_whole && e->report < e->reports.n &&
         cursor_value(e->sides, 0).integer == e->reports.at[e->report].id) {
    int step = cursor_step(e->sides, diags);
    e->has_side = step == 1;
    if (step < 0)
      return -1;
  }
  return 0;
}

int check_every_next(struct check_every *e, struct arena *arena, struct finding *finding,
                     struct diags *diags) {
  for (;;) {
    int step = step_on(e, arena, finding, diags);
    if (step == 2)
      return 0;
    if (step < 0 || skip_sides(e, diags) < 0)
      return -1;
    if (step == 1)
      return 1;
  }
}
