/* rule: a rule's head: its name, sentences, severity, and what it ranges over (see rule.h). The
 * formula is rule_formula.c's, the cells are rule_cells.c's.
 */
#include "plan/rule.h"

#include "form/claim.h"

#include "base/utf8.h"
#include "plan/resolve.h"

/* Raised when the same text comes to mean something else: results that a panel keeps are made anew.
 */
#define RULES_VERSION 3

/* --- Names of severities and statuses */

static const char *const severities[] = {"info", "warn", "error"};
static const char *const statuses[] = {"pass", "pass*", "fail", "unknown", "n/a", "outside"};

struct str rule_severity_name(enum rule_severity severity) {
  return str_from_z(severities[severity]);
}

bool rule_severity_named(struct str word, enum rule_severity *severity) {
  for (int i = 0; i < 3; i++)
    if (str_eq(word, str_from_z(severities[i]))) {
      *severity = (enum rule_severity)i;
      return true;
    }
  return false;
}

struct str rule_status_name(enum rule_status status) {
  return str_from_z(statuses[status]);
}

bool rule_status_named(struct str word, enum rule_status *status) {
  for (int i = 0; i < STATUS_OUTSIDE; i++)
    if (str_eq(word, str_from_z(statuses[i]))) {
      *status = (enum rule_status)i;
      return true;
    }
  return false;
}

size_t rule_count(const struct rule *rule, int edition) {
  size_t n = rule->kind == RULE_REPORT ? 1 : 0;
  for (size_t i = 0; i < rule->ninstances; i++)
    n += rule->instances[i].editions >> edition & 1;
  return n;
}

/* --- The head */

static bool has_han(struct str text) {
  size_t length;
  for (size_t i = 0; i < text.n; i += length)
    if (utf8_is_han(utf8_at(str_sub(text, i, text.n), &length)))
      return true;
  return false;
}

static struct str source_text(const struct rule_making *m, struct span span) {
  return str_sub(m->source->text, span.start, span.end);
}

static bool take_sentences(struct rule_making *m, const struct node *texts, struct str *en,
                           struct str *zh) {
  for (const struct node *text = texts->first; text != NULL; text = text->next) {
    struct str *sentence = has_han(text->text) ? zh : en;
    if (sentence->n > 0)
      return diag_add(m->diags, DIAG_DEFINITION, text->span,
                      "a rule has one sentence in English and one in Chinese");
    *sentence = str_copy(m->arena, text->text);
  }
  return true;
}

static bool take_severity(struct rule_making *m, const struct node *clause) {
  if (rule_severity_named(clause->first->text, &m->rule->severity))
    return true;
  diag_add(m->diags, DIAG_VALUE, clause->first->span, "there is no severity \"%.*s\"",
           STR_ARG(clause->first->text));
  diag_hint(m->diags, "it can be error, warn or info");
  return false;
}

/* for each agency, year, requester: every rule ranges over the reports, so that the dimensions of
 * reports add nothing; `for each cell` ranges over all cells. */
static bool take_each(struct rule_making *m, const struct node *clause) {
  for (const struct node *dim = clause->first; dim != NULL; dim = dim->next) {
    struct meaning found[MAX_FORMS];
    if (report_dim_named(dim->text) >= 0 || str_eq(dim->text, STR("report")))
      continue;
    bool is_unsigned = str_eq(dim->text, STR("unsigned_cell"));
    bool is_leaf = str_eq(dim->text, STR("leaf_cell"));
    if (is_unsigned || is_leaf || str_eq(dim->text, STR("cell"))) {
      m->is_every = true;
      m->skips_signed = is_unsigned;
      m->skips_totals = is_leaf;
      continue;
    }
    if (str_eq(dim->text, STR("table"))) {
      m->is_each_table = true;
      continue;
    }
    if (str_eq(dim->text, STR("expected"))) {
      m->rule->is_expected = true;
      continue;
    }
    if (str_eq(dim->text, STR("section"))) {
      m->is_each_section = true;
      continue;
    }
    size_t n =
        names_find(m->vocab, MEANS_DIMENSION, -1, dim->text, found, sizeof found / sizeof found[0]);
    if (n == 0) {
      diag_add(m->diags, DIAG_NAME, dim->span, "there is no dimension \"%.*s\"",
               STR_ARG(dim->text));
      diag_hint(m->diags, "a rule ranges over dimensions of the form, or over each cell");
      return false;
    }
    if (m->neach == RULE_EACH)
      return diag_add(m->diags, DIAG_LIMIT, dim->span, "a rule ranges over at most %d dimensions",
                      RULE_EACH);
    m->each[m->neach++] = found[0].index;
  }
  return true;
}

/* What is clean rests on the rules themselves. */
static bool asks_clean(struct rule_making *m, const struct node *cond) {
  if (cond->kind == NODE_CLEAN) {
    diag_add(m->diags, DIAG_CLAUSE, cond->span,
             "a rule cannot ask which reports are clean: that "
             "rests on what the rules say");
    return true;
  }
  for (const struct node *child = cond->first; child != NULL; child = child->next)
    if (asks_clean(m, child))
      return true;
  return false;
}

/* note "…" (formula): the sentences with the note behind them; the formula comes later. */
static bool take_note(struct rule_making *m, const struct node *clause) {
  struct rule *rule = m->rule;
  struct str en = {0}, zh = {0};
  if (!str_eq(clause->text, STR("note"))) {
    diag_add(m->diags, DIAG_CLAUSE, clause->span, "a rule has no clause \"%.*s\"",
             STR_ARG(clause->text));
    diag_hint(m->diags, "it can be severity, for each, where, note or because");
    return false;
  }
  if (!take_sentences(m, clause->first, &en, &zh))
    return false;
  m->note = clause;
  rule->en_noted = str_fmt(m->arena, "%.*s (%.*s)", STR_ARG(rule->en), STR_ARG(en.n > 0 ? en : zh));
  rule->zh_noted =
      str_fmt(m->arena, "%.*s（%.*s）", STR_ARG(rule->zh), STR_ARG(zh.n > 0 ? zh : en));
  return true;
}

static bool take_clauses(struct rule_making *m, const struct node *clauses) {
  bool seen[5] = {false};
  for (const struct node *clause = clauses->first; clause != NULL; clause = clause->next) {
    int which = clause->kind == NODE_SEVERITY ? 0
                : clause->kind == NODE_EACH   ? 1
                : clause->kind == NODE_WHERE  ? 2
                : clause->kind == NODE_NOTE   ? 3
                                              : 4;
    if (seen[which])
      return diag_add(m->diags, DIAG_CLAUSE, clause->span, "\"%s\" is said twice",
                      node_word(clause->kind));
    seen[which] = true;
    if ((which == 0 && !take_severity(m, clause)) || (which == 1 && !take_each(m, clause)))
      return false;
    if (which == 2 && asks_clean(m, clause->first))
      return false;
    if (which == 2)
      m->rule->where = clause->first;
    if (which == 3 && !take_note(m, clause))
      return false;
    if (which == 4)
      m->rule->because = str_copy(m->arena, clause->first->text);
  }
  return true;
}

struct rule *rule_from_tree(struct arena *arena, const struct node *define,
                            const struct source *source, const struct vocab *vocab,
                            struct diags *diags) {
  const struct node *name = define->first, *texts = name->next, *clauses = texts->next,
                    *formula = clauses->next;
  struct rule *rule = ARENA_NEW(arena, struct rule);
  struct rule_making m = {
      .arena = arena, .vocab = vocab, .source = source, .diags = diags, .rule = rule};
  rule->key = str_copy(arena, name->text);
  rule->severity = RULE_ERROR;
  rule->text = source_text(&m, define->span);
  rule->formula = source_text(&m, formula->span);
  if (!take_sentences(&m, texts, &rule->en, &rule->zh) || !take_clauses(&m, clauses))
    return NULL;
  bool is_of_claims = rule_is_of_claims(formula);
  if (is_of_claims && m.note != NULL) {
    diag_add(diags, DIAG_DEFINITION, m.note->span, "a note needs a formula about figures");
    return NULL;
  }
  if (is_of_claims ? !rule_claims(&m, formula)
                   : !rule_formula(&m, formula) || !rule_cells(&m, formula->span))
    return NULL;
  rule->hash = vocab->fingerprint ^ str_hash(rule->text) ^ RULES_VERSION;
  for (size_t f = 0; is_of_claims && f < vocab->nforms; f++)
    if (vocab->forms[f].claims != NULL)
      rule->hash ^= claim_words_hash(vocab->forms[f].claims);
  return rule;
}

struct cond *rule_cond(struct arena *arena, const struct node *where, const struct vocab *vocab,
                       const struct panel *panel, const struct plan_settings *settings,
                       struct diags *diags) {
  struct plan *plan = ARENA_NEW(arena, struct plan);
  struct plan_settings own = *settings;
  own.errors = NULL; /* what is clean rests on the rules */
  struct resolve r = {.arena = arena,
                      .vocab = vocab,
                      .panel = panel,
                      .settings = &own,
                      .diags = diags,
                      .plan = plan};
  return scope_cond(&r, where);
}
