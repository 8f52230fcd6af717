/* rules: the statements about the rules themselves: define check, show rules, show rule, drop
 * check. Trying them is check.c's.
 */
#include "app/state.h"

#include "check/examples.h"

#define FAMILY "check" /* under which the panel keeps them */

/* Reads the panel's own rules. One that cannot be read any more is left out, with its message. */
static bool read_kept(struct run *run, struct book *book) {
  struct session *session = run->session;
  struct kept_definitions kept = {0};
  if (!store_definitions(&session->arena, session->store, &kept, &run->diags))
    return false;
  for (size_t i = 0; i < kept.n; i++) {
    if (!str_eq(str_from_z(kept.at[i].family), STR(FAMILY)))
      continue;
    struct source *source = ARENA_NEW(&session->arena, struct source);
    *source = (struct source){kept.at[i].origin, kept.at[i].text, (uint32_t)kept.at[i].line};
    struct diags diags = {.arena = &session->arena};
    book_read_source(&session->arena, book, source, true, &session->vocab, &diags);
    session_say(&session->options, &diags);
  }
  return true;
}

struct book *run_book(struct run *run) {
  struct session *session = run->session;
  if (session->book != NULL)
    return session->book;
  struct book *book = ARENA_NEW(&session->arena, struct book);
  if (!book_read(&session->arena, book, session->options.stdlib, &session->vocab, &run->diags) ||
      !read_kept(run, book))
    return NULL;
  for (size_t i = 0; i < session->init_made.rules.n; i++) {
    struct diags diags = {.arena = &session->arena};
    book_read_source(&session->arena, book, &session->init_made.rules.at[i].source, true,
                     &session->vocab, &diags);
    session_say(&session->options, &diags);
  }
  session->book = book;
  return book;
}

struct book *session_book(struct session *session) {
  struct arena silent = {0};
  struct run run = {.session = session, .arena = &silent};
  run.diags = (struct diags){.arena = &silent};
  struct book *book = run_book(&run);
  arena_free(&silent);
  return book;
}

/* The panel keeps it, where it may; the session knows it in any case. */
bool run_define_check(struct run *run, const struct node *define) {
  struct session *session = run->session;
  struct book *book = run_book(run);
  if (book == NULL)
    return false;
  uint32_t line, column;
  source_position(run->source, define->span.start, &line, &column);
  struct source *source = ARENA_NEW(&session->arena, struct source);
  *source = (struct source){.name = str_copy(&session->arena, run->source->name),
                            .text = str_copy(&session->arena, run->text),
                            .first_line = line};
  struct diags diags = {.arena = &session->arena};
  bool ok = book_read_source(&session->arena, book, source, true, &session->vocab, &diags);
  session_say(&session->options, &diags);
  if (!ok) {
    run->status = diags_status(&diags);
    return false;
  }
  struct init_rule made = {str_copy(&session->arena, define->first->text), *source};
  if (session->init != INIT_NONE)
    ARENA_PUSH(&session->arena, &session->init_made.rules, made);
  if (store_is_readonly(session->store) || session->options.readonly || session->init != INIT_NONE)
    return true;
  struct kept_definition kept = {.family = FAMILY,
                                 .name = define->first->text,
                                 .text = source->text,
                                 .origin = source->name,
                                 .line = line};
  return store_definition_put(session->store, &kept, &run->diags);
}

/* The words for a rule, one and several; the first also names a kind of document in some form, so
 * that it is known by the second. */
bool speaks_of_rules(const struct node *statement) {
  struct str several = STR("rules"), word = statement->text;
  return str_eq(word, several) || str_eq(word, str_sub(several, 0, several.n - 1)) ||
         str_eq(word, STR("check")) || str_eq(word, STR("checks"));
}

/* On one line: the blanks that line it up are no part of it. */
static struct str one_line(struct run *run, struct str text) {
  struct sbuf b = {.arena = run->arena};
  for (size_t i = 0; i < text.n; i++) {
    bool blank = text.p[i] == ' ' || text.p[i] == '\n' || text.p[i] == '\t' || text.p[i] == '\r';
    if (!blank)
      sbuf_add_char(&b, text.p[i]);
    else if (b.n > 0 && b.at[b.n - 1] != ' ')
      sbuf_add_char(&b, ' ');
  }
  return sbuf_str(&b);
}

static struct str editions_of(struct run *run, const struct rule *rule) {
  const struct vocab *vocab = &run->session->vocab;
  struct sbuf b = {.arena = run->arena};
  for (size_t e = 0; e < vocab->neditions && rule->kind != RULE_REPORT; e++)
    if (rule_count(rule, (int)e) > 0)
      sbuf_addf(&b, "%s%.*s: %zu", b.n > 0 ? ", " : "", STR_ARG(vocab->editions[e].names.key),
                rule_count(rule, (int)e));
  return rule->kind == RULE_REPORT   ? STR("one a report")
         : rule->kind == RULE_CLAIMS ? STR("as the text tells")
                                     : sbuf_str(&b);
}

#define INSTANCES_SHOWN 40 /* of a rule for each cell there are hundreds */

static struct str instances_of(struct run *run, const struct rule *rule) {
  struct sbuf b = {.arena = run->arena};
  for (size_t i = 0; i < rule->ninstances && i < INSTANCES_SHOWN; i++)
    sbuf_addf(&b, "%s%.*s", i > 0 ? ", " : "", STR_ARG(rule->instances[i].key));
  if (rule->ninstances > INSTANCES_SHOWN)
    sbuf_addf(&b, " … (%zu more)", rule->ninstances - INSTANCES_SHOWN);
  return sbuf_str(&b);
}

static const struct node *to_of(const struct node *clause) {
  return clause != NULL ? clause->first : NULL;
}

bool run_show_rule(struct run *run, const struct node *show) {
  static const char *const columns[] = {"what", "value"};
  struct book *book = run_book(run);
  struct rule_list chosen = {0};
  if (book == NULL || !book_choose(run->arena, book, show->first, &chosen, &run->diags))
    return false;
  for (size_t i = 0; i < chosen.n; i++) {
    const struct rule *rule = chosen.at[i];
    struct table *table = table_new(run->arena, 2, columns);
    struct rule_examples examples = {0};
    if (!rule->is_user &&
        !rule_examples(run->arena, run->session->options.stdlib, rule, &examples, &run->diags))
      return false;
    describe_fact(run, table, "name", rule->key);
    describe_fact(run, table, "severity", rule_severity_name(rule->severity));
    describe_fact(run, table, "English", rule->en);
    describe_fact(run, table, "Chinese", rule->zh);
    describe_fact(run, table, "because", rule->because);
    describe_fact(run, table, "formula", one_line(run, rule->formula));
    describe_fact(run, table, "instances in a report", editions_of(run, rule));
    describe_fact(run, table, "tried on", instances_of(run, rule));
    describe_fact(run, table, "passes", examples.passes);
    describe_fact(run, table, "fails", examples.fails);
    describe_fact(run, table, "defined", one_line(run, rule->text));
    if (!run_show(run, table, to_of(show->first->next)))
      return false;
  }
  return true;
}

bool run_show_rules(struct run *run, const struct node *show) {
  static const char *const columns[] = {"name", "severity", "when_it_fails", "formula"};
  struct book *book = run_book(run);
  if (book == NULL)
    return false;
  struct table *table = table_new(run->arena, 4, columns);
  bool zh = run->session->names == NAMES_ZH;
  for (size_t i = 0; i < book->n; i++) {
    const struct rule *rule = book->at[i];
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(rule->key);
    row->cells[1] = value_text(rule_severity_name(rule->severity));
    row->cells[2] = value_text((zh && rule->zh.n > 0) || rule->en.n == 0 ? rule->zh : rule->en);
    row->cells[3] = value_text(one_line(run, rule->formula));
  }
  return run_show(run, table, to_of(show->first));
}

/* What is dropped stays so in the next panel of the session, though a file defined it for all. */
static void forget_made(struct session *session, struct str key) {
  size_t left = 0;
  for (size_t i = 0; i < session->init_made.rules.n; i++)
    if (!str_eq(session->init_made.rules.at[i].key, key))
      session->init_made.rules.at[left++] = session->init_made.rules.at[i];
  session->init_made.rules.n = left;
}

bool run_drop_rule(struct run *run, const struct node *drop) {
  struct session *session = run->session;
  struct book *book = run_book(run);
  const struct rule *rule = book != NULL ? book_find(book, drop->first->text) : NULL;
  if (book == NULL || !run_may_change(run, drop->span))
    return false;
  if (rule == NULL)
    return diag_add(&run->diags, DIAG_NAME, drop->first->span, "there is no rule \"%.*s\"",
                    STR_ARG(drop->first->text));
  if (!rule->is_user)
    return diag_add(&run->diags, DIAG_DEFINITION, drop->first->span,
                    "\"%.*s\" is of the rule book, which ships with ogi and stays",
                    STR_ARG(rule->key));
  book_remove(book, rule);
  forget_made(session, rule->key);
  return store_is_readonly(session->store) ||
         store_definition_drop(session->store, FAMILY, rule->key, &run->diags);
}
