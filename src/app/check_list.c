/* check_list: findings as a table, a row each, for formats of tables (see checking.h).
 */
#include "app/checking.h"

/* Documents have fewer columns: file and place are one, and what is waived says so in its status.
 */
enum {
  FOUND_RULE,
  FOUND_SEVERITY,
  FOUND_STATUS,
  FOUND_AGENCY,
  FOUND_YEAR,
  FOUND_INSTANCE,
  FOUND_LEFT,
  FOUND_RIGHT,
  FOUND_DIFFERENCE,
  FOUND_FILE,
  FOUND_PLACE,
  FOUND_WAIVED,
  FOUND_MESSAGE,
  NFOUND,
  READ_MESSAGE = FOUND_FILE,
  READ_WHERE,
  NREAD
};

static bool is_page(const struct checking *c) {
  return c->format->is_document && c->format->write != NULL;
}

static struct table *finding_table(const struct checking *c) {
  static const char *const names[NFOUND] = {"rule",     "severity", "status", "agency",     "year",
                                            "instance", "left",     "right",  "difference", "file",
                                            "place",    "waived",   "message"};
  static const char *const read[NREAD] = {"rule",       "severity", "status", "agency",
                                          "year",       "instance", "left",   "right",
                                          "difference", "message",  "where"};
  bool page = is_page(c);
  struct table *table =
      page ? table_new(c->run->arena, NREAD, read) : table_new(c->run->arena, NFOUND, names);
  table->columns[FOUND_YEAR].type = VALUE_INTEGER;
  for (int i = FOUND_LEFT; i <= FOUND_DIFFERENCE; i++)
    table->columns[i].type = VALUE_DECIMAL;
  table->columns[FOUND_STATUS].is_verdict = true;
  table->columns[FOUND_SEVERITY].is_said = true;
  if (!page)
    table->columns[FOUND_WAIVED].type = VALUE_BOOLEAN;
  return table;
}

static struct value finding_message(const struct checking *c, const struct finding *f) {
  bool zh = c->run->session->names == NAMES_ZH;
  bool says_zh = zh && f->status == STATUS_FAIL && f->rule->zh.n > 0 && f->quote.n == 0;
  return value_text_if(says_zh ? finding_sentence(f, true) : f->message);
}

static struct row *finding_row(const struct checking *c, const struct table *table,
                               const struct finding *f) {
  struct arena *arena = c->run->arena;
  struct row *row = row_new(arena, table);
  row->cells[FOUND_RULE] = value_text(f->rule->key);
  row->cells[FOUND_SEVERITY] = value_text(rule_severity_name(f->rule->severity));
  row->cells[FOUND_STATUS] = value_text(rule_status_name(f->status));
  row->cells[FOUND_AGENCY] = value_text(f->agency);
  row->cells[FOUND_YEAR] = value_integer(f->year);
  row->cells[FOUND_INSTANCE] = value_text_if(f->instance);
  row->cells[FOUND_LEFT] = f->left;
  row->cells[FOUND_RIGHT] = f->right;
  row->cells[FOUND_DIFFERENCE] = f->difference;
  if (!is_page(c)) {
    row->cells[FOUND_FILE] = value_text_if(f->file);
    row->cells[FOUND_PLACE] = value_text_if(f->place);
    row->cells[FOUND_WAIVED] = value_boolean(f->waived);
    row->cells[FOUND_MESSAGE] = finding_message(c, f);
    return row;
  }
  if (f->waived)
    row->cells[FOUND_STATUS] = value_text(STR("waived"));
  row->cells[READ_MESSAGE] = finding_message(c, f);
  row->cells[READ_WHERE] = value_text_if(
      f->place.n > 0 ? str_fmt(arena, "%.*s: %.*s", STR_ARG(f->file), STR_ARG(f->place)) : f->file);
  return row;
}

/* The findings as rows: with `all` every instance, else what failed. */
struct listing {
  struct checking *c;
  struct table *table;
  struct check_request request;
  struct check_every *every;
  struct check_findings *findings;
  bool is_bounded; /* what a row takes is given back before the next */
  bool is_begun;
  struct arena_mark mark; /* before the first row */
  FILE *out;              /* where they go */
  int step;               /* 1: there may be more; 0: no; -1: after a message */
};

static bool listing_open(struct listing *l) {
  struct run *run = l->c->run;
  struct store *store = run->session->store;
  l->request = l->c->request;
  if (l->request.all)
    l->every = check_every(run->arena, store, &l->request, &run->diags);
  else
    l->findings = check_findings(run->arena, store, &l->request, &run->diags);
  l->step = l->every != NULL || l->findings != NULL ? 1 : -1;
  return l->step == 1;
}

static void listing_close(struct listing *l) {
  check_close(l->findings);
  check_every_close(l->every);
}

/* The next finding; none when what was written so far did not arrive: nobody reads the rest. */
static const struct row *listing_next(void *context) {
  struct listing *l = context;
  struct run *run = l->c->run;
  struct finding f;
  if (l->step != 1 || ferror(l->out))
    return NULL;
  if (l->is_bounded && l->is_begun)
    arena_rewind(run->arena, l->mark);
  else
    l->mark = arena_mark(run->arena);
  l->is_begun = true;
  l->step = l->every != NULL ? check_every_next(l->every, run->arena, &f, &run->diags)
                             : check_next(l->findings, run->arena, &f, &run->diags);
  return l->step == 1 ? finding_row(l->c, l->table, &f) : NULL;
}

/* Takes all of them into the table, for formats that look at a column as a whole. */
static bool listing_fill(struct listing *l) {
  const struct row *row;
  while ((row = listing_next(l)) != NULL)
    ARENA_PUSH(l->c->run->arena, &l->table->rows, *row);
  return l->step == 0;
}

static bool write_listing(void *context, FILE *out) {
  struct listing *l = context;
  struct show_options options = {.quiet = true, .is_first = true};
  l->out = out;
  l->c->format->write(l->c->run->arena, l->table, &options, out);
  return l->step >= 0;
}

/* Documents have the counts as well. */
static bool show_whole(struct listing *l) {
  struct checking *c = l->c;
  if (!listing_fill(l))
    return false;
  if (!is_page(c) || c->to != NULL)
    return run_show_as(c->run, l->table, c->format, c->to);
  return (l->table->rows.n == 0 || run_show_as(c->run, l->table, c->format, NULL)) &&
         run_show_as(c->run, check_count_table(c->run->arena, &c->rules, c->counts), c->format,
                     NULL);
}

bool check_list(struct checking *c) {
  struct run *run = c->run;
  struct listing l = {.c = c,
                      .table = finding_table(c),
                      .is_bounded = c->format->is_machine,
                      .out = run->session->options.out};
  struct row_feed feed = {listing_next, &l};
  bool is_shown = listing_open(&l);
  l.table->statement = run->text;
  l.table->feed = l.is_bounded ? &feed : NULL;
  if (is_shown && !l.is_bounded)
    is_shown = show_whole(&l);
  else if (is_shown && c->to != NULL)
    is_shown = run_write_file(run, c->to, write_listing, &l);
  else if (is_shown)
    is_shown = run_show_as(run, l.table, c->format, NULL);
  listing_close(&l);
  return is_shown && l.step >= 0;
}
