/* refresh: brings results up to date (see check.h): rules that are new or say something else on all
 * reports, the other rules on the agencies that changed.
 */
#include "check/check.h"

#include "base/clock.h"
#include "check/told.h"
#include "sql/rules.h"

/* Above this share of all agencies looking at everything is quicker than looking things up. */
#define MANY_STALE 8 /* an eighth */

struct refresh {
  struct told_rules told; /* tried together: they read the same texts */
  struct arena *arena;
  struct store *store;
  const struct check_request *request;
  struct known_rules known;
  int64_t stale;
  struct diags *diags;
};

/* The number of the rule in the panel; -1: it has no results, or says something else now. */
static int64_t number_of(const struct refresh *r, const struct rule *rule) {
  for (size_t i = 0; i < r->known.n; i++)
    if (str_eq(r->known.at[i].key, rule->key) && r->known.at[i].hash == rule->hash)
      return r->known.at[i].number;
  return -1;
}

static bool count(struct refresh *r, struct str sql, int64_t *n) {
  struct cursor *cursor = store_query(r->store, sql, NULL, 0, r->request->at, r->diags);
  int step = cursor != NULL ? cursor_step(cursor, r->diags) : -1;
  *n = step == 1 ? cursor_value(cursor, 0).integer : 0;
  cursor_close(cursor);
  return step >= 0;
}

/* Rules about what is told are tried together, when all others have been. */
static bool wait_for_texts(struct refresh *r, const struct rule *rule, int64_t number,
                           const struct cond *where) {
  struct told_rule told = {.rule = rule, .number = number};
  ARENA_PUSH(r->arena, &r->told, told);
  if (where == NULL)
    return true;
  struct sql sql = sql_told_outside(r->arena, number, where, r->request->vocab, &dialect_sqlite);
  return store_results_run(r->store, sql.text, sql.binds, sql.nbinds, r->request->at, r->diags);
}

static bool try_rule(struct refresh *r, const struct rule *rule, int64_t number, bool few) {
  const struct cond *where = NULL;
  if (rule->where != NULL) {
    where = rule_cond(r->arena, rule->where, r->request->vocab, r->request->panel,
                      r->request->settings, r->diags);
    if (where == NULL)
      return false;
  }
  if (rule->kind == RULE_CLAIMS)
    return wait_for_texts(r, rule, number, where);
  double begun = clock_seconds();
  struct sql statements[RULE_STATEMENTS];
  size_t n =
      sql_rule(r->arena, rule, number, where, few, r->request->vocab, &dialect_sqlite, statements);
  for (size_t i = 0; i < n; i++)
    if (!store_results_run(r->store, statements[i].text, statements[i].binds, statements[i].nbinds,
                           r->request->at, r->diags))
      return false;
  return few || store_rule_done(r->store, number, clock_seconds() - begun, r->diags);
}

static bool try_told(struct refresh *r, bool few) {
  double begun = clock_seconds();
  if (r->told.n == 0)
    return true;
  if (!told_try(r->store, r->request, &r->told, r->diags))
    return false;
  double each = (clock_seconds() - begun) / (double)r->told.n;
  for (size_t i = 0; i < r->told.n; i++)
    if (!few && !store_rule_done(r->store, r->told.at[i].number, each, r->diags))
      return false;
  r->told.n = 0;
  return true;
}

static bool fill_todo(struct refresh *r, bool stale_only) {
  struct sql sql = sql_todo(r->arena, stale_only, &dialect_sqlite);
  struct sql cover = sql_cover(r->arena, &dialect_sqlite);
  return store_todo(r->store, r->diags) &&
         store_results_run(r->store, sql.text, sql.binds, sql.nbinds, r->request->at, r->diags) &&
         store_results_run(r->store, cover.text, cover.binds, cover.nbinds, r->request->at,
                           r->diags);
}

/* The rule of the book whose results are kept under that name, if it still says the same. */
static const struct rule *kept_rule(const struct refresh *r, const struct known_rule *known) {
  const struct rule *rule = book_find(r->request->book, known->key);
  return rule != NULL && rule->hash == known->hash ? rule : NULL;
}

/* The agencies that changed, for all rules that have results. */
static bool renew_stale(struct refresh *r) {
  int64_t agencies;
  if (r->stale == 0)
    return true;
  if (!count(r, STR("SELECT count(DISTINCT agency) FROM report WHERE counts = 1"), &agencies))
    return false;
  bool many = r->stale * MANY_STALE > agencies;
  struct known_rules kept = {0};
  for (size_t i = 0; i < r->known.n; i++) {
    const struct known_rule *known = &r->known.at[i];
    const struct rule *rule = kept_rule(r, known);
    /* What is expected of one agency changes with the years of the others' reports. */
    if (!many && rule != NULL && !rule->is_expected) {
      ARENA_PUSH(r->arena, &kept, *known);
      if (!store_results_outdated(r->store, known->number, r->diags))
        return false;
    } else if (!store_rule_forget(r->store, known->number, r->diags)) {
      return false;
    }
  }
  r->known = kept;
  if (kept.n > 0 && !fill_todo(r, true))
    return false;
  for (size_t i = 0; i < kept.n; i++)
    if (!try_rule(r, kept_rule(r, &kept.at[i]), kept.at[i].number, true))
      return false;
  return try_told(r, true) && store_results_current(r->store, r->diags);
}

static bool try_new(struct refresh *r) {
  bool is_filled = false;
  for (size_t i = 0; i < r->request->rules->n; i++) {
    const struct rule *rule = r->request->rules->at[i];
    if (number_of(r, rule) >= 0)
      continue;
    for (size_t k = 0; k < r->known.n; k++) /* it says something else now */
      if (str_eq(r->known.at[k].key, rule->key) &&
          !store_rule_forget(r->store, r->known.at[k].number, r->diags))
        return false;
    if (!is_filled && !fill_todo(r, false))
      return false;
    is_filled = true;
    struct known_rule known = {.number =
                                   store_rule_enter(r->store, rule->key, rule->hash, r->diags),
                               .key = rule->key,
                               .hash = rule->hash};
    if (known.number < 0 || !try_rule(r, rule, known.number, false))
      return false;
    ARENA_PUSH(r->arena, &r->known, known);
  }
  return try_told(r, false);
}

static bool is_current(const struct refresh *r) {
  bool all = r->stale == 0;
  for (size_t i = 0; i < r->request->rules->n && all; i++)
    all = number_of(r, r->request->rules->at[i]) >= 0;
  return all;
}

static bool renew(struct refresh *r) {
  if (!store_results_begin(r->store, r->diags))
    return false;
  /* Another process may have done it while this one waited. */
  r->known = (struct known_rules){0};
  bool is_done = store_results_above(r->store, r->diags) &&
                 store_rules_known(r->arena, r->store, &r->known, &r->stale, r->diags) &&
                 renew_stale(r) && try_new(r);
  return store_results_end(r->store, is_done, r->diags) && is_done;
}

bool check_refresh(struct arena *arena, struct store *store, struct check_request *request,
                   struct diags *diags) {
  struct refresh r = {.arena = arena, .store = store, .request = request, .diags = diags};
  if (!store_rules_known(arena, store, &r.known, &r.stale, diags))
    return false;
  if (!is_current(&r) && !renew(&r))
    return false;
  int64_t *numbers = ARENA_ARRAY(arena, int64_t, request->rules->n + 1);
  for (size_t i = 0; i < request->rules->n; i++)
    numbers[i] = number_of(&r, request->rules->at[i]);
  request->numbers = numbers;
  return true;
}
