/* baseline: findings of an earlier run, read from its json or jsonl (see excuse.h). The database's
 * own functions take the JSON apart.
 */
#include "check/check.h"
#include "sql/rules.h"

/* A list of objects: jsonl is one a line, json has them as rows. */
static struct str as_array(struct arena *arena, struct str text) {
  struct sbuf b = {.arena = arena};
  size_t n = 0;
  sbuf_add_char(&b, '[');
  for (size_t at = 0, end; at < text.n; at = end + 1) {
    end = at;
    while (end < text.n && text.p[end] != '\n')
      end++;
    struct str line = str_trim(str_sub(text, at, end));
    if (line.n == 0)
      continue;
    sbuf_add_z(&b, n++ > 0 ? "," : "");
    sbuf_add(&b, line);
  }
  sbuf_add_char(&b, ']');
  return sbuf_str(&b);
}

static uint64_t hash_of(struct str rule, struct str agency, int year, struct str instance) {
  uint64_t hash = str_hash(rule) * 31 + str_hash(agency);
  return (hash * 31 + str_hash(instance)) * 31 + (uint64_t)(int64_t)year;
}

static bool is_same(const struct baseline_entry *entry, struct str rule, struct str agency,
                    int year, struct str instance) {
  return entry->year == year && str_eq(entry->rule, rule) && str_eq(entry->agency, agency) &&
         str_eq(entry->instance, instance);
}

static void index_entries(struct arena *arena, struct baseline *baseline) {
  baseline->nslots = 16;
  while (baseline->nslots < baseline->n * 2)
    baseline->nslots *= 2;
  baseline->slots = ARENA_ARRAY(arena, size_t, baseline->nslots);
  for (size_t i = 0; i < baseline->n; i++) {
    const struct baseline_entry *entry = &baseline->at[i];
    size_t slot = hash_of(entry->rule, entry->agency, entry->year, entry->instance);
    while (baseline->slots[slot &= baseline->nslots - 1] != 0)
      slot++;
    baseline->slots[slot] = i + 1;
  }
}

static struct str text_at(struct arena *arena, struct cursor *cursor, size_t column) {
  struct value value = cursor_value(cursor, column);
  return value.kind == VALUE_TEXT ? str_copy(arena, value.text) : STR("");
}

/* The answer of a query over the text: rule, agency, year, instance, status. */
static bool read_rows(struct arena *arena, struct store *store, const char *sql, struct str text,
                      struct baseline *baseline, struct diags *diags) {
  struct value bind = value_text(text);
  struct cursor *cursor = store_query(store, str_from_z(sql), &bind, 1, (struct span){0, 0}, diags);
  int step = cursor != NULL ? cursor_step(cursor, diags) : -1;
  for (; step == 1; step = cursor_step(cursor, diags)) {
    struct baseline_entry entry = {.rule = text_at(arena, cursor, 0),
                                   .agency = text_at(arena, cursor, 1),
                                   .year = (int)cursor_value(cursor, 2).integer,
                                   .instance = text_at(arena, cursor, 3)};
    if (entry.rule.n > 0 && str_eq(text_at(arena, cursor, 4), STR("fail")))
      ARENA_PUSH(arena, baseline, entry);
  }
  cursor_close(cursor);
  return step == 0;
}

#define MEMBERS                                                                                    \
  "SELECT json_extract(value, '$.rule'), json_extract(value, '$.agency'), "                        \
  "json_extract(value, '$.year'), json_extract(value, '$.instance'), "                             \
  "json_extract(value, '$.status') "

struct baseline *baseline_read(struct arena *arena, struct store *store, struct str text,
                               struct span at, struct diags *diags) {
  static const char *const queries[] = {
      MEMBERS "FROM json_each(?1, '$.rows') WHERE json_type(?1, '$.rows') = 'array'",
      MEMBERS "FROM json_each(?1) WHERE type = 'object'"};
  struct baseline *baseline = ARENA_NEW(arena, struct baseline);
  for (int lines = 0; lines < 2; lines++) {
    struct diags silent = {.arena = arena, .source = diags->source};
    baseline->n = 0;
    if (!read_rows(arena, store, queries[lines], lines ? as_array(arena, text) : text, baseline,
                   &silent))
      continue;
    if (lines == 0 && baseline->n == 0 && str_trim(text).n > 0 &&
        str_find(text, STR("\"rows\"")) == text.n)
      continue; /* one line of jsonl is valid JSON too */
    index_entries(arena, baseline);
    return baseline;
  }
  diag_add(diags, DIAG_FILE, at, "this is no list of findings in json or jsonl");
  diag_hint(diags, "write one with \"check to 'old.json'\"");
  return NULL;
}

static struct baseline_entry *find(const struct baseline *baseline, const struct finding *f) {
  size_t slot = hash_of(f->rule->key, f->agency, f->year, f->instance);
  for (; baseline->slots[slot &= baseline->nslots - 1] != 0; slot++) {
    struct baseline_entry *entry = &baseline->at[baseline->slots[slot] - 1];
    if (is_same(entry, f->rule->key, f->agency, f->year, f->instance))
      return entry;
  }
  return NULL;
}

bool baseline_has(const struct excuses *excuses, const struct finding *finding) {
  return excuses->baseline != NULL && find(excuses->baseline, finding) != NULL;
}

/* The rule asked for that the entry is of, by its place in the request; -1: none. */
static int rule_of(const struct check_request *request, const struct baseline_entry *entry) {
  for (size_t i = 0; i < request->rules->n; i++)
    if (str_eq(request->rules->at[i]->key, entry->rule))
      return (int)i;
  return -1;
}

bool baseline_is_gone(const struct check_request *request, const struct baseline_entry *entry) {
  return !entry->is_seen && rule_of(request, entry) >= 0;
}

/* What does not fail any more has passed only where the report is there and the rule decides it. */
static bool settle(struct store *store, const struct check_request *request,
                   struct baseline_entry *entry, struct diags *diags) {
  int which = rule_of(request, entry);
  const struct rule *rule = request->rules->at[which];
  struct str sql =
      STR("SELECT count(*) FROM report r JOIN agency a ON a.id = r.agency WHERE "
          "a.name = ?1 AND r.year = ?2 AND r.counts = 1 AND NOT EXISTS (SELECT 1 FROM "
          "check_result x WHERE x.rule = ?3 AND x.agency = r.agency AND x.year = "
          "r.year AND x.report = r.id AND x.status >= ?4 AND x.instance IN (?5, ?6))");
  int64_t instance = RULE_WHOLE;
  for (size_t i = 0; i < rule->ninstances; i++)
    if (str_eq(rule->instances[i].key, entry->instance))
      instance = (int64_t)i;
  struct value binds[] = {value_text(entry->agency),
                          value_integer(entry->year),
                          value_integer(request->numbers[which]),
                          value_integer(STATUS_UNKNOWN),
                          value_integer(RULE_WHOLE),
                          value_integer(instance)};
  struct cursor *cursor = store_query(store, sql, binds, 6, request->at, diags);
  int step = cursor != NULL ? cursor_step(cursor, diags) : -1;
  entry->is_open = step == 1 && cursor_value(cursor, 0).integer == 0;
  cursor_close(cursor);
  return step >= 0;
}

static void use_one(void *context, const struct finding *finding) {
  const struct excuses *excuses = context;
  struct waiver *waiver = waiver_of(excuses, finding);
  struct baseline_entry *entry =
      excuses->baseline != NULL ? find(excuses->baseline, finding) : NULL;
  if (waiver != NULL)
    waiver->used++;
  if (entry != NULL)
    entry->is_seen = true;
}

bool excuses_use(struct arena *arena, struct store *store, const struct check_request *request,
                 struct diags *diags) {
  struct check_request all = *request;
  all.scope = NULL;
  all.all = false;
  all.excuses = NULL;
  if (!check_each(arena, store, &all, use_one, request->excuses, diags))
    return false;
  struct baseline *baseline = request->excuses->baseline;
  for (size_t i = 0; baseline != NULL && i < baseline->n; i++)
    if (baseline_is_gone(request, &baseline->at[i]) &&
        !settle(store, request, &baseline->at[i], diags))
      return false;
  return true;
}
