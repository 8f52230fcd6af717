/* settle: where an agency is, of which level and in what field, as far as its name or its reports
 * say (form/body.h), with the reasons. What a list declares stays as declared.
 *
 * Done for all new agencies at once when a load ends: the tree of regions is written anew.
 */
#include "store/state.h"

#include "base/utf8.h"

/* Reports of one agency that are asked for its place: their texts say the same every year. */
#define REPORTS_ASKED 8

enum { SETTLED_BY_NAME = 1, SETTLED_BY_REPORTS = 2 };

struct unsettled {
  int64_t id, declared, region;
  struct str name;
  struct body body;
  int node; /* in the tree of regions, -1 = none */
};

struct settling {
  struct arena *arena;
  struct store *store;
  const struct gazetteer *g;
  struct {
    struct unsettled *at;
    size_t n, cap;
  } list;
};

struct texts {
  struct body_text *at;
  size_t n, cap;
};

static bool read_unsettled(struct settling *s) {
  struct stmt *stmt = store_statement(s->store, SQL_UNSETTLED);
  if (stmt == NULL)
    return false;
  int step;
  while ((step = stmt_step(stmt)) == 1) {
    struct unsettled one = {.id = stmt_get_integer(stmt, 0),
                            .name = str_copy(s->arena, stmt_get_text(stmt, 1)),
                            .declared = stmt_get_integer(stmt, 2),
                            .region = stmt_get_integer(stmt, 3),
                            .node = -1};
    ARENA_PUSH(s->arena, &s->list, one);
  }
  stmt_reset(stmt);
  return step == 0;
}

/* --- What reports say */

struct asked {
  int64_t ids[REPORTS_ASKED], years[REPORTS_ASKED];
  size_t n;
};

static void add_text(struct arena *arena, struct texts *texts, const char *of, struct str text,
                     bool is_name) {
  struct body_text one = {of, str_copy(arena, text), is_name};
  if (text.n > 0)
    ARENA_PUSH(arena, texts, one);
}

static bool read_heads(struct settling *s, int64_t agency, struct texts *texts,
                       struct asked *asked) {
  struct stmt *stmt = store_statement(s->store, SQL_REPORTS_SAY);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, agency);
  stmt_integer(stmt, 2, REPORTS_ASKED);
  int step;
  while ((step = stmt_step(stmt)) == 1 && asked->n < REPORTS_ASKED) {
    int year = (int)stmt_get_integer(stmt, 1);
    asked->ids[asked->n] = stmt_get_integer(stmt, 0);
    asked->years[asked->n++] = year;
    add_text(s->arena, texts, str_fmt(s->arena, "the title of the report on %d", year).p,
             stmt_get_text(stmt, 2), false);
    add_text(s->arena, texts, str_fmt(s->arena, "the sender of the report on %d", year).p,
             stmt_get_text(stmt, 3), true);
  }
  stmt_reset(stmt);
  return step >= 0;
}

static bool read_sections(struct settling *s, int64_t report, int64_t year, struct texts *texts) {
  struct stmt *stmt = store_statement(s->store, SQL_SECTIONS_SAY);
  if (stmt == NULL)
    return false;
  stmt_integer(stmt, 1, report * SCHEMA_SECTIONS);
  stmt_integer(stmt, 2, report * SCHEMA_SECTIONS + SCHEMA_SECTIONS - 1);
  int step;
  while ((step = stmt_step(stmt)) == 1)
    add_text(s->arena, texts,
             str_fmt(s->arena, "section %d of the report on %d", (int)stmt_get_integer(stmt, 0),
                     (int)year)
                 .p,
             stmt_get_text(stmt, 1), false);
  stmt_reset(stmt);
  return step == 0;
}

static bool ask_reports(struct settling *s, struct unsettled *one) {
  struct texts texts = {0};
  struct asked asked = {0};
  if (!read_heads(s, one->id, &texts, &asked))
    return false;
  for (size_t i = 0; i < asked.n; i++)
    if (!read_sections(s, asked.ids[i], asked.years[i], &texts))
      return false;
  one->body = body_derive(s->arena, s->g, one->name, texts.at, texts.n);
  return true;
}

/* --- Settling */

/* A declared region says the level too, where the name does not. */
static void level_of_region(struct settling *s, struct unsettled *one, struct str path) {
  int division = path.n > 0 ? division_at(s->arena, s->g, path) : -1;
  if (one->body.level != LEVEL_NONE || (one->declared & DECLARED_REGION) == 0 || division < 0 ||
      one->body.is_zone)
    return;
  const struct division *d = &s->g->divisions[division];
  one->body.level = d->level;
  one->body.level_why = str_fmt(s->arena, "%.*s is of that level", STR_ARG(d->name));
}

static bool derive(struct settling *s, struct regions *regions) {
  for (size_t i = 0; i < s->list.n; i++) {
    struct unsettled *one = &s->list.at[i];
    one->body = body_derive(s->arena, s->g, one->name, NULL, 0);
    if (one->body.needs_text && !ask_reports(s, one))
      return false;
    level_of_region(s, one, regions_path(regions, one->region));
    if (one->body.division >= 0 && (one->declared & DECLARED_REGION) == 0)
      one->node = regions_division(s->arena, regions, one->body.division, one->body.township);
  }
  return true;
}

static void number_or_null(struct stmt *stmt, int at, int64_t number) {
  if (number > 0)
    stmt_integer(stmt, at, number);
  else
    stmt_null(stmt, at);
}

static bool write_settled(struct settling *s, const struct regions *regions) {
  struct stmt *stmt = store_statement(s->store, SQL_SETTLE);
  for (size_t i = 0; i < s->list.n; i++) {
    const struct unsettled *one = &s->list.at[i];
    const struct body *body = &one->body;
    if (stmt == NULL)
      return false;
    stmt_integer(stmt, 1, one->id);
    stmt_integer(stmt, 2, body->needs_text ? SETTLED_BY_REPORTS : SETTLED_BY_NAME);
    stmt_integer(stmt, 3, body->is_government);
    number_or_null(stmt, 4, one->node >= 0 ? regions_id(regions, one->node) : 0);
    store_text_or_null(stmt, 5, body->region_why);
    number_or_null(stmt, 6, (int64_t)body->level);
    store_text_or_null(stmt, 7, body->level_why);
    store_text_or_null(stmt, 8,
                       body->function >= 0 ? s->g->functions[body->function].key : STR(""));
    store_text_or_null(stmt, 9, body->function_why);
    if (!stmt_run(stmt))
      return false;
  }
  return true;
}

static bool tidy(struct store *store) {
  struct stmt *stmt = store_statement(store, SQL_REGIONS_TIDY);
  return stmt != NULL && stmt_run(stmt);
}

bool settle_agencies(struct store *store) {
  struct arena arena = {0};
  struct settling s = {.arena = &arena, .store = store};
  bool is_done = read_unsettled(&s);
  if (is_done && s.list.n > 0) {
    s.g = store_gazetteer(store);
    struct regions *regions = regions_read(&arena, store);
    is_done = regions != NULL && derive(&s, regions) && regions_write(&arena, store, regions) &&
              write_settled(&s, regions) && tidy(store);
  }
  arena_free(&arena);
  return is_done;
}
