/* told: claims against tables (see told.h). An instance is known by the section and the number of
 * the claim that decides it; its sentence is read from the text again when a finding is shown.
 */
#include "check/told.h"

#include "base/prose.h"
#include "check/told_judge.h"
#include "form/claim.h"
#include "sql/rules.h"

/* Reports between two writes: reading is over before writing begins (rollback journal). */
#define BATCH 500
/* check_result.instance = (section * PER_SECTION + number of the claim in its section) *
 * CLAIM_SIDES + the side that it agrees with. */
#define PER_SECTION 4096

/* Those who read claims, by form; each is made when the first text of its form is read. */
struct readers {
  struct arena arena;
  const struct vocab *vocab;
  struct claim_reader **of;
};

/* The reports that a rule leaves out, in their order. */
struct left_out {
  int64_t *at;
  size_t n, cap;
  size_t next; /* those before it have been passed */
};

struct telling {
  struct arena arena; /* of the batch */
  struct readers readers;
  struct arena reading; /* of one section: some twenty times its text */
  struct store *store;
  const struct check_request *request;
  const struct told_rules *rules;
  struct left_out *left_out; /* by rule; in `kept` */
  struct arena kept;
  struct diags *diags;
  int64_t last; /* report.id of the last report read */
  struct {
    struct told_report *at;
    size_t n, cap;
  } reports;
  struct sbuf rows;
};

static void scan_section(struct arena *arena, struct readers *readers, int form, int n,
                         struct str text, int year, struct claim_list *claims) {
  const struct form *f = &readers->vocab->forms[form];
  bool has_heading = n >= 1 && n <= (int)f->nsections;
  if (readers->of == NULL)
    readers->of = ARENA_ARRAY(&readers->arena, struct claim_reader *, readers->vocab->nforms + 1);
  if (readers->of[form] == NULL)
    readers->of[form] = claim_reader_new(&readers->arena, f->claims);
  claim_scan(arena, readers->of[form], has_heading ? f->sections[n - 1].heading : STR(""), text,
             year, claims);
}

/* --- Reading */

static struct told_cells cells_of(struct cursor *cursor, size_t column) {
  struct value id = cursor_value(cursor, column);
  struct told_cells cells = {0};
  if (id.kind == VALUE_MISSING)
    return cells;
  cells.id = id.integer;
  cells.edition = (int)cursor_value(cursor, column + 1).integer;
  cells.tables = (uint64_t)cursor_value(cursor, column + 2).integer;
  return cells;
}

static void take_text(struct telling *t, struct cursor *cursor) {
  const struct vocab *vocab = t->request->vocab;
  struct told_cells own = cells_of(cursor, 0);
  if (t->reports.n == 0 || t->reports.at[t->reports.n - 1].cells[0].id != own.id) {
    struct told_report report = {.agency = cursor_value(cursor, 6).integer,
                                 .year = (int)cursor_value(cursor, 7).integer,
                                 .form = (int)cursor_value(cursor, 8).integer};
    report.cells[0] = own;
    report.cells[1] = cells_of(cursor, 3);
    ARENA_PUSH(&t->arena, &t->reports, report);
  }
  struct told_report *report = &t->reports.at[t->reports.n - 1];
  struct told_section section = {.n = (int)cursor_value(cursor, 9).integer};
  t->last = own.id;
  if (vocab->forms[report->form].claims == NULL)
    return;
  struct claim_list claims = {0};
  arena_reset(&t->reading);
  scan_section(&t->reading, &t->readers, report->form, section.n, cursor_value(cursor, 10).text,
               report->year, &claims);
  if (claims.n == 0)
    return;
  section.claims = claims_copy(&t->arena, &claims);
  ARENA_PUSH(&t->arena, &report->sections, section);
}

/* Reads the claims of the next reports; false after a message. */
static bool read_batch(struct telling *t) {
  struct value binds[] = {value_integer(t->last), value_integer(BATCH)};
  struct sql sql = sql_told(&t->arena, &dialect_sqlite);
  struct cursor *cursor =
      store_results_query(t->store, sql.text, binds, 2, t->request->at, t->diags);
  int step = cursor != NULL ? cursor_step(cursor, t->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, t->diags))
    take_text(t, cursor);
  cursor_close(cursor);
  return step == 0;
}

/* --- Writing */

static void write_value(struct telling *t, struct value value) {
  if (value.kind == VALUE_MISSING) {
    sbuf_add_z(&t->rows, ", NULL");
    return;
  }
  struct str text = value_plain(&t->arena, value);
  sbuf_addf(&t->rows, ", %.*s", STR_ARG(text));
}

static void add_result(struct telling *t, const struct told_rule *rule,
                       const struct told_report *report, const struct verdict *verdict) {
  sbuf_addf(&t->rows, "%s(%lld, %lld, %d, %lld, %d, %d, %d, ", t->rows.n > 0 ? ",\n" : "",
            (long long)rule->number, (long long)report->agency, report->year,
            (long long)report->cells[0].id,
            (verdict->section * PER_SECTION + verdict->claim) * CLAIM_SIDES + verdict->side,
            verdict->status, verdict->blank);
  sbuf_addf(&t->rows, verdict->cell >= 0 ? "%d" : "NULL", verdict->cell);
  write_value(t, verdict->left);
  write_value(t, verdict->right);
  sbuf_add_char(&t->rows, ')');
}

static bool write_batch(struct telling *t) {
  if (t->rows.n == 0)
    return true;
  struct str sql = str_fmt(&t->arena,
                           "INSERT INTO check_result(rule, agency, year, report, instance, status, "
                           "blank, cell, lhs, rhs) VALUES %.*s",
                           STR_ARG(sbuf_str(&t->rows)));
  return store_results_run(t->store, sql, NULL, 0, t->request->at, t->diags);
}

static bool read_left_out(struct telling *t) {
  t->left_out = ARENA_ARRAY(&t->kept, struct left_out, t->rules->n + 1);
  for (size_t r = 0; r < t->rules->n; r++) {
    if (t->rules->at[r].rule->where == NULL)
      continue;
    struct sql sql = sql_left_out(&t->kept, t->rules->at[r].number, &dialect_sqlite);
    struct cursor *cursor =
        store_results_query(t->store, sql.text, NULL, 0, t->request->at, t->diags);
    int step = cursor != NULL ? cursor_step(cursor, t->diags) : -1;
    for (; step == 1; step = cursor_step(cursor, t->diags))
      ARENA_PUSH(&t->kept, &t->left_out[r], cursor_value(cursor, 0).integer);
    cursor_close(cursor);
    if (step < 0)
      return false;
  }
  return true;
}

/* Reports come in their order. */
static bool is_left_out(struct left_out *list, int64_t report) {
  while (list->next < list->n && list->at[list->next] < report)
    list->next++;
  return list->next < list->n && list->at[list->next] == report;
}

static bool judge(struct telling *t, struct told_report *report) {
  struct verdicts verdicts = {0};
  for (size_t r = 0; r < t->rules->n; r++) {
    verdicts.n = 0;
    if (is_left_out(&t->left_out[r], report->cells[0].id))
      continue;
    if (!told_judge(&t->arena, t->store, t->request, report, t->rules->at[r].rule, &verdicts,
                    t->diags))
      return false;
    for (size_t v = 0; v < verdicts.n; v++)
      add_result(t, &t->rules->at[r], report, &verdicts.at[v]);
  }
  return true;
}

bool told_try(struct store *store, const struct check_request *request,
              const struct told_rules *rules, struct diags *diags) {
  struct telling t = {.store = store, .request = request, .rules = rules, .diags = diags};
  t.readers.vocab = request->vocab;
  bool is_done = read_left_out(&t);
  for (int64_t before = -1; is_done && t.last != before;) {
    before = t.last;
    arena_reset(&t.arena);
    t.rows = (struct sbuf){.arena = &t.arena};
    t.reports.at = NULL;
    t.reports.n = t.reports.cap = 0;
    is_done = read_batch(&t);
    for (size_t i = 0; i < t.reports.n && is_done; i++)
      is_done = judge(&t, &t.reports.at[i]);
    is_done = is_done && write_batch(&t);
  }
  arena_free(&t.arena);
  arena_free(&t.reading);
  arena_free(&t.readers.arena);
  arena_free(&t.kept);
  return is_done;
}

/* --- Showing */

static struct str quoted(struct arena *arena, struct str text, struct span span) {
  struct sbuf b = {.arena = arena};
  prose_add_line(&b, str_trim(str_sub(text, span.start, span.end)));
  return sbuf_str(&b);
}

/* The line of an offset: section.lines has a number for each line of the text. */
static struct str line_at(struct arena *arena, struct str text, struct str lines, size_t offset) {
  for (size_t i = 0; i < offset && lines.n > 0; i++)
    if (text.p[i] == '\n')
      lines = str_sub(lines, str_find(lines, STR(" ")) + 1, lines.n);
  lines = str_sub(lines, 0, str_find(lines, STR(" ")));
  return lines.n > 0 ? str_fmt(arena, "line %.*s", STR_ARG(lines)) : STR("");
}

/* The text that was read last, with its claims: findings of one report often follow each other. */
struct told_texts {
  struct store *store;
  const struct check_request *request;
  struct readers readers;
  struct arena arena; /* of the text */
  struct cursor *cursor;
  int64_t section; /* section.id; 0: none */
  struct str text, lines;
  struct claim_list claims;
};

struct told_texts *told_texts_new(struct arena *arena, struct store *store,
                                  const struct check_request *request) {
  struct told_texts *texts = ARENA_NEW(arena, struct told_texts);
  *texts = (struct told_texts){.store = store, .request = request};
  texts->readers.vocab = request->vocab;
  return texts;
}

void told_texts_close(struct told_texts *texts) {
  if (texts == NULL)
    return;
  cursor_close(texts->cursor);
  texts->cursor = NULL;
  arena_free(&texts->arena);
  arena_free(&texts->readers.arena);
}

/* Reads a section: no claims when there is none. */
static bool read_section(struct told_texts *t, int64_t id, const struct finding *finding,
                         struct diags *diags) {
  struct value bind = value_integer(id);
  if (t->section == id)
    return true;
  arena_reset(&t->arena);
  t->claims = (struct claim_list){0};
  t->section = id;
  if (t->cursor != NULL)
    cursor_again(t->cursor, &bind, 1);
  else
    t->cursor = store_query(t->store, STR("SELECT text, lines FROM section WHERE id = ?1"), &bind,
                            1, t->request->at, diags);
  int step = t->cursor != NULL ? cursor_step(t->cursor, diags) : -1;
  if (step != 1)
    return step == 0;
  struct value lines = cursor_value(t->cursor, 1);
  t->text = str_copy(&t->arena, cursor_value(t->cursor, 0).text);
  t->lines = lines.kind == VALUE_TEXT ? str_copy(&t->arena, lines.text) : STR("");
  int form = t->request->vocab->editions[finding->edition].form;
  scan_section(&t->arena, &t->readers, form, finding->number / CLAIM_SIDES / PER_SECTION, t->text,
               finding->year, &t->claims);
  return true;
}

bool told_describe(struct arena *arena, struct told_texts *t, struct finding *finding,
                   struct diags *diags) {
  int side = finding->number % CLAIM_SIDES, n = finding->number / CLAIM_SIDES % PER_SECTION;
  int section = finding->number / CLAIM_SIDES / PER_SECTION;
  if (!read_section(t, finding->report * SQL_SECTIONS + section, finding, diags))
    return false;
  if (n >= (int)t->claims.n)
    return true;
  const struct claim *claim = &t->claims.at[n];
  finding->place = line_at(arena, t->text, t->lines, claim->figure.start);
  told_message(arena, claim, side, quoted(arena, t->text, claim->sentence), finding);
  /* What it says outlives the text. */
  finding->instance = str_copy(arena, finding->instance);
  return true;
}
