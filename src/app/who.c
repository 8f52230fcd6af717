/* who: what is known of agencies, and of the levels, fields and regions by which they are told
 * apart, with the reasons: for `show report` and `describe`.
 */
#include "app/state.h"

#include "form/gazetteer.h"

static struct str text_at(struct run *run, struct cursor *cursor, size_t column) {
  struct value value = cursor_value(cursor, column);
  return value.kind == VALUE_TEXT ? str_copy(run->arena, value.text) : STR("");
}

static void add_fact(struct run *run, struct table *table, const char *what, struct str value) {
  struct row *row = table_row(run->arena, table);
  row->cells[0] = value_text(str_from_z(what));
  row->cells[1] = value_text(value);
}

static struct cursor *ask(struct run *run, const char *sql, struct value bind, int *step) {
  struct cursor *cursor =
      store_query(run->session->store, str_from_z(sql), &bind, 1, (struct span){0, 0}, &run->diags);
  *step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  return cursor;
}

/* `云南省/昆明市 (530100)`: the path in the first column, the number in the second. */
static struct str region_at(struct run *run, struct cursor *cursor) {
  struct str path = text_at(run, cursor, 0);
  struct value code = cursor_value(cursor, 1);
  return code.kind != VALUE_INTEGER
             ? path
             : str_fmt(run->arena, "%.*s (%06lld)", STR_ARG(path), (long long)code.integer);
}

/* One of region, level and function with the reason: `云南省/昆明市 (530100): the name begins with
 * …`.
 */
static void add_derived(struct run *run, struct table *table, const char *what, struct str value,
                        struct str why) {
  if (value.n == 0 && why.n == 0)
    return;
  struct str known = value.n > 0 ? value : STR("not known");
  add_fact(run, table, what,
           why.n > 0 ? str_fmt(run->arena, "%.*s: %.*s", STR_ARG(known), STR_ARG(why)) : known);
}

bool who_facts(struct run *run, int64_t agency, struct table *table) {
  int step;
  struct cursor *cursor =
      ask(run,
          "SELECT g.path, g.code, l.key, a.function, a.government AND NOT a.consolidated AND NOT "
          "EXISTS (SELECT 1 FROM agency c WHERE c.parent = a.id), v.region_why, v.level_why, "
          "v.function_why, a.consolidated, v.parent FROM agency a JOIN agency_list v ON "
          "v.agency = a.name LEFT JOIN region g ON g.id = a.region LEFT JOIN level l ON "
          "l.id = a.level WHERE a.id = ?1",
          value_integer(agency), &step);
  if (step == 1) {
    add_derived(run, table, "region", region_at(run, cursor), text_at(run, cursor, 5));
    add_derived(run, table, "level", text_at(run, cursor, 2), text_at(run, cursor, 6));
    add_derived(run, table, "function", text_at(run, cursor, 3), text_at(run, cursor, 7));
    if (text_at(run, cursor, 9).n > 0)
      add_fact(run, table, "parent", text_at(run, cursor, 9));
    if (cursor_value(cursor, 4).integer != 0)
      add_fact(run, table, "consolidated",
               STR("not declared: a government's report may cover its departments, "
                   "see help consolidated"));
    else if (cursor_value(cursor, 8).integer != 0)
      add_fact(run, table, "consolidated", STR("declared: it covers the agencies below it"));
  }
  cursor_close(cursor);
  return step >= 0;
}

/* How many agencies there are of a kind. */
static bool add_count(struct run *run, struct table *table, const char *sql, struct value bind) {
  int step;
  struct cursor *cursor = ask(run, sql, bind, &step);
  if (step == 1)
    add_fact(run, table, "agencies",
             str_fmt(run->arena, "%lld", (long long)cursor_value(cursor, 0).integer));
  cursor_close(cursor);
  return step >= 0;
}

static bool describe_level(struct run *run, struct table *table, int64_t level) {
  const struct names *names = &run->session->vocab.levels[level];
  struct sbuf also = {.arena = run->arena};
  for (size_t i = 0; i < names->nsynonyms; i++)
    sbuf_addf(&also, "%s%.*s", i > 0 ? ", " : "", STR_ARG(names->synonyms[i]));
  add_fact(run, table, "level", names->key);
  add_fact(run, table, "Chinese", names->zh);
  add_fact(run, table, "English", names->en);
  add_fact(run, table, "also", sbuf_str(&also));
  return add_count(run, table, "SELECT count(*) FROM agency WHERE level = ?1",
                   value_integer(level));
}

static bool describe_region(struct run *run, struct table *table, int64_t region) {
  int step;
  struct cursor *cursor =
      ask(run, "SELECT path, code FROM region WHERE id = ?1", value_integer(region), &step);
  if (step == 1)
    add_fact(run, table, "region", region_at(run, cursor));
  cursor_close(cursor);
  return step >= 0 &&
         add_count(
             run, table,
             "SELECT count(*) FROM agency a JOIN region g ON a.region BETWEEN g.id AND g.last "
             "WHERE g.id = ?1",
             value_integer(region));
}

static bool describe_agency(struct run *run, struct table *table, const struct panel_name *agency) {
  int step;
  add_fact(run, table, "agency", agency->name);
  if (!who_facts(run, agency->id, table))
    return false;
  struct cursor *cursor = ask(run, "SELECT name FROM alias WHERE agency = ?1 ORDER BY name",
                              value_integer(agency->id), &step);
  for (; step == 1; step = cursor_step(cursor, &run->diags))
    add_fact(run, table, "also", text_at(run, cursor, 0));
  cursor_close(cursor);
  if (step < 0)
    return false;
  cursor =
      ask(run, "SELECT count(*), min(year), max(year) FROM report WHERE agency = ?1 AND counts = 1",
          value_integer(agency->id), &step);
  long long n = step == 1 ? (long long)cursor_value(cursor, 0).integer : 0;
  if (n > 0) {
    long long first = (long long)cursor_value(cursor, 1).integer;
    long long last = (long long)cursor_value(cursor, 2).integer;
    add_fact(run, table, "reports",
             first == last ? str_fmt(run->arena, "%lld, on %lld", n, first)
                           : str_fmt(run->arena, "%lld, on %lld to %lld", n, first, last));
  }
  cursor_close(cursor);
  return step >= 0;
}

bool who_describe(struct run *run, struct str word, struct table *table, bool *any) {
  static const enum report_dim dims[] = {REPORT_LEVEL, REPORT_FUNCTION, REPORT_REGION,
                                         REPORT_AGENCY};
  const struct panel *panel = &run->session->panel;
  for (size_t i = 0; i < sizeof dims / sizeof dims[0]; i++) {
    struct panel_name found;
    bool is_done = true;
    if (panel->find(panel->context, run->arena, dims[i], word, &found, 1) != 1)
      continue;
    *any = true;
    switch (dims[i]) {
    case REPORT_LEVEL:
      is_done = describe_level(run, table, found.id);
      break;
    case REPORT_REGION:
      is_done = describe_region(run, table, found.id);
      break;
    case REPORT_AGENCY:
      is_done = describe_agency(run, table, &found);
      break;
    default:
      add_fact(run, table, "function", found.name);
      is_done = add_count(run, table, "SELECT count(*) FROM agency WHERE function = ?1",
                          value_text(found.name));
    }
    if (!is_done)
      return false;
  }
  return true;
}
