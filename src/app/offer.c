/* offer: the names that fit a place, with a few words about each (see slot.h). */
#include "app/offer.h"

#include "base/utf8.h"
#include "form/names.h"
#include "plan/resolve.h"

#include <stdlib.h>

#define PANEL_MAX 20000 /* agencies that are looked through */
#define MANY 1000
#define SEPARATOR " \xC2\xB7 "

/* --- One name */

/* Can the word stand without quotes: is it a name, or names with dots between? */
static bool is_plain(struct arena *arena, struct str word) {
  struct source source = {STR(""), word, 1};
  struct lex lex = {.source = &source, .is_interactive = true};
  struct diags silent = {.arena = arena, .source = &source};
  struct token_list tokens = {0};
  if (word_is_reserved(word) || lex_statement(arena, &lex, &tokens, &silent) != LEX_STATEMENT)
    return false;
  uint32_t end = 0;
  for (size_t i = 0; i < tokens.n; i++) {
    struct str text = str_sub(word, tokens.at[i].span.start, tokens.at[i].span.end);
    bool is_dot = str_eq(text, STR("."));
    if (tokens.at[i].span.start != end || is_dot != (i % 2 == 1) || text.p[0] == '"')
      return false;
    end = tokens.at[i].span.end;
  }
  return end == word.n && tokens.n % 2 == 1 && !(word.p[0] >= '0' && word.p[0] <= '9');
}

static bool fits(const struct offers *o, struct str word) {
  struct str folded = utf8_fold(o->arena, word);
  return str_starts(folded, o->typed) || (o->may_hold && str_contains(folded, o->typed));
}

/* Each word once; among thousands (agencies, that have names of their own) nobody looks. */
static void put(struct offers *o, struct str word, struct str note) {
  for (size_t i = 0; i < o->list->n && o->list->n < MANY; i++)
    if (str_eq(o->list->at[i].word, word))
      return;
  struct line_offer offer = {word, note};
  ARENA_PUSH(o->arena, o->list, offer);
}

void offer_as(struct offers *o, struct str word, struct str note) {
  put(o, word, note);
}

void offer(struct offers *o, struct str word, struct str note) {
  if (word.n > 0 && fits(o, word))
    put(o, word, note);
}

/* A name, in quotes where it needs them or they are open. */
static void offer_name(struct offers *o, struct str word, struct str note) {
  if (word.n == 0 || !fits(o, word))
    return;
  bool has_quotes = o->is_quoted || !is_plain(o->arena, word);
  put(o, has_quotes ? str_fmt(o->arena, "\"%.*s\"", STR_ARG(word)) : word, note);
}

/* By its key, or in Chinese where Chinese is typed; the other name is told, and `more`. */
static void offer_names(struct offers *o, const struct names *names, struct str more) {
  bool in_chinese = o->is_chinese && names->zh.n > 0;
  struct str word = in_chinese ? names->zh : names->key;
  if (word.n == 0 || !fits(o, word))
    return;
  struct str other = in_chinese ? names->key : names->zh.n > 0 ? names->zh : names->en;
  bool both = other.n > 0 && more.n > 0;
  struct str note =
      str_fmt(o->arena, "%.*s%s%.*s", STR_ARG(other), both ? SEPARATOR : "", STR_ARG(more));
  if (in_chinese)
    offer_name(o, word, note);
  else
    put(o, o->is_quoted ? str_fmt(o->arena, "\"%.*s\"", STR_ARG(word)) : word, note);
}

/* --- Names of the forms */

/* Not of a form that is in play? What is shared has -1. */
static bool is_out(const struct offers *o, int form) {
  return form >= 0 && (o->forms >> form & 1) == 0;
}

static void offer_measures(struct offers *o) {
  const struct vocab *vocab = &o->session->vocab;
  for (size_t i = 0; i < vocab->nmeasures; i++) {
    const struct measure *measure = &vocab->measures[i];
    if (!is_out(o, measure->form))
      offer_names(o, &measure->names, vocab->units[measure->unit].names.zh);
  }
}

static void offer_dimensions(struct offers *o) {
  const struct vocab *vocab = &o->session->vocab;
  for (int d = REPORT_YEAR; d <= REPORT_FORM; d++) {
    struct names names = {.key = str_from_z(report_dim_key((enum report_dim)d)),
                          .zh = str_from_z(report_dim_zh((enum report_dim)d))};
    offer_names(o, &names, STR("of every report"));
  }
  for (size_t d = 0; d < vocab->ndimensions; d++)
    if (!is_out(o, vocab->dimensions[d].form))
      offer_names(o, &vocab->dimensions[d].names,
                  str_fmt(o->arena, "%zu members", vocab->dimensions[d].nmembers - 1));
}

static void offer_members(struct offers *o, const struct dimension *dimension) {
  for (size_t m = 1; m < dimension->nmembers; m++)
    offer_names(o, &dimension->members[m].names, dimension->names.key);
}

/* Those of all dimensions: only when something is typed, they are many. */
static void offer_all_members(struct offers *o) {
  const struct vocab *vocab = &o->session->vocab;
  for (size_t d = 0; d < vocab->ndimensions && o->typed.n > 0; d++)
    if (!is_out(o, vocab->dimensions[d].form))
      offer_members(o, &vocab->dimensions[d]);
}

static void offer_forms(struct offers *o) {
  const struct vocab *vocab = &o->session->vocab;
  for (size_t i = 0; i < vocab->nforms; i++)
    offer_names(o, &vocab->forms[i].names, STR("form"));
  offer(o, STR("all"), STR("reports in any form"));
}

static void offer_sections(struct offers *o) {
  const struct vocab *vocab = &o->session->vocab;
  for (size_t f = 0; f < vocab->nforms; f++)
    for (size_t s = 0; s < vocab->forms[f].nsections && !is_out(o, (int)f); s++)
      offer_name(o, vocab->forms[f].sections[s].heading, str_fmt(o->arena, "section %zu", s + 1));
}

/* --- What people keep under a name */

static void offer_defined(struct offers *o, unsigned kinds) {
  const struct session *session = o->session;
  const struct definitions *definitions = &session->definitions;
  for (size_t i = 0; i < definitions->n; i++) {
    const struct definition *one = definitions->at[i];
    uint64_t forms = definition_forms(&session->vocab, definitions, one);
    if ((kinds >> one->kind & 1) == 0 || (forms & o->forms) == 0)
      continue;
    offer_names(o, &one->names, str_from_z(definition_kind_word(one->kind)));
  }
}

/* Of a kept question, as they are given: `from=2020`. */
static void offer_parameters(struct offers *o, struct str query) {
  const struct definition *one =
      definitions_find(&o->session->definitions, FIND_QUERY, query, false);
  const struct node *params = one != NULL ? definition_params(one->tree) : NULL;
  for (const struct node *p = params != NULL ? params->first : NULL; p != NULL; p = p->next)
    offer(o, str_fmt(o->arena, "%.*s=", STR_ARG(p->text)),
          p->first != NULL ? STR("parameter, may be left out") : STR("parameter"));
}

static void offer_rules(struct offers *o, bool families) {
  struct book *book = session_book(o->session);
  for (size_t i = 0; book != NULL && i < book->n; i++) {
    const struct rule *rule = book->at[i];
    struct str family = str_sub(rule->key, 0, str_find(rule->key, STR(".")));
    if (families && family.n < rule->key.n)
      offer(o, family, str_fmt(o->arena, "all of %.*s", STR_ARG(family)));
    offer(o, rule->key,
          str_fmt(o->arena, "%.*s" SEPARATOR "%.*s", STR_ARG(rule_severity_name(rule->severity)),
                  STR_ARG(rule->en.n > 0 ? rule->en : rule->zh)));
  }
}

/* --- Names that the panel knows */

/* What the panel has of an agency. */
struct holding {
  int64_t agency;
  struct str note; /* "6 reports 2019-2024" */
};
struct holdings {
  struct holding *at;
  size_t n, cap;
};

/* By the number of the agency, of those that have reports. */
static struct holdings holdings_of(struct offers *o) {
  struct holdings list = {0};
  struct diags silent = {.arena = o->arena};
  struct str sql =
      STR("SELECT agency, count(*), min(year), max(year) FROM report "
          "WHERE counts = 1 GROUP BY agency ORDER BY agency");
  struct cursor *cursor =
      store_query(o->session->store, sql, NULL, 0, (struct span){0, 0}, &silent);
  while (cursor != NULL && cursor_step(cursor, &silent) == 1) {
    int64_t n = cursor_value(cursor, 1).integer, low = cursor_value(cursor, 2).integer,
            high = cursor_value(cursor, 3).integer;
    struct str years = low == high ? str_fmt(o->arena, "%d", (int)low)
                                   : str_fmt(o->arena, "%d-%d", (int)low, (int)high);
    struct holding one = {
        cursor_value(cursor, 0).integer,
        str_fmt(o->arena, "%lld report%s %.*s", (long long)n, n == 1 ? "" : "s", STR_ARG(years))};
    ARENA_PUSH(o->arena, &list, one);
  }
  cursor_close(cursor);
  return list;
}

static int by_agency(const void *key, const void *entry) {
  int64_t a = *(const int64_t *)key, b = ((const struct holding *)entry)->agency;
  return (a > b) - (a < b);
}

static struct str holding_note(const struct holdings *list, int64_t agency) {
  const struct holding *one =
      list->n > 0 ? bsearch(&agency, list->at, list->n, sizeof *list->at, by_agency) : NULL;
  return one != NULL ? one->note : STR("no report");
}

static void offer_panel(struct offers *o, enum report_dim dim) {
  struct panel *panel = &o->session->panel;
  struct panel_name *names = ARENA_ARRAY(o->arena, struct panel_name, PANEL_MAX);
  size_t n = panel->list(panel->context, o->arena, dim, names, PANEL_MAX);
  struct holdings holdings = {0};
  if (dim == REPORT_AGENCY)
    holdings = holdings_of(o);
  for (size_t i = 0; i < n && i < PANEL_MAX; i++)
    offer_name(o, names[i].name,
               dim == REPORT_AGENCY ? holding_note(&holdings, names[i].id)
                                    : str_from_z(report_dim_zh(dim)));
}

/* Of which there are reports; of an agency, where that is one. */
static void offer_years(struct offers *o, struct str agency) {
  struct diags silent = {.arena = o->arena};
  struct panel *panel = &o->session->panel;
  struct panel_name found = {0};
  if (agency.n > 0 && panel->find(panel->context, o->arena, REPORT_AGENCY, agency, &found, 1) != 1)
    return;
  struct str sql =
      STR("SELECT year, count(*) FROM report WHERE counts = 1 AND (?1 = 0 OR agency = ?1) "
          "GROUP BY year ORDER BY year");
  struct value id = value_integer(found.id);
  struct cursor *cursor = store_query(o->session->store, sql, &id, 1, (struct span){0, 0}, &silent);
  while (cursor != NULL && cursor_step(cursor, &silent) == 1) {
    int64_t n = cursor_value(cursor, 1).integer;
    offer(o, str_fmt(o->arena, "%d", (int)cursor_value(cursor, 0).integer),
          str_fmt(o->arena, "%lld report%s", (long long)n, n == 1 ? "" : "s"));
  }
  cursor_close(cursor);
}

static void offer_editions(struct offers *o) {
  const struct vocab *vocab = &o->session->vocab;
  for (size_t i = 0; i < vocab->neditions; i++)
    if (!is_out(o, vocab->editions[i].form))
      offer_names(o, &vocab->editions[i].names, STR("edition"));
}

/* The values that the left side of a comparison can have; of a figure it is another figure. */
static void offer_values(struct offers *o, struct str left) {
  const struct vocab *vocab = &o->session->vocab;
  int dim = report_dim_named(left);
  struct meaning found;
  if (dim == REPORT_EDITION)
    offer_editions(o);
  else if (dim == REPORT_FORM)
    offer_forms(o);
  else if (dim == REPORT_YEAR)
    offer_years(o, STR(""));
  else if (dim >= 0)
    offer_panel(o, (enum report_dim)dim);
  else if (names_find_of(vocab, o->forms, MEANS_DIMENSION, -1, left, &found, 1) >= 1 ||
           names_find(vocab, MEANS_DIMENSION, -1, left, &found, 1) >= 1)
    offer_members(o, &vocab->dimensions[found.index]);
  else
    offer_measures(o);
}

/* --- All together */

static void offer_names_of(struct offers *o, const struct slot *slot) {
  unsigned wants = slot->wants;
  if (wants & SLOT_YEARS)
    offer_years(o, slot->of);
  if (wants & SLOT_DIMENSIONS)
    offer_dimensions(o);
  if (wants & SLOT_MEASURES)
    offer_measures(o);
  if (wants & (SLOT_MEASURES | SLOT_FORMULAS))
    offer_defined(o, FIND_MEASURE);
  if (wants & SLOT_RATES)
    offer_defined(o, FIND_RATE);
  if (wants & SLOT_QUERIES)
    offer_defined(o, FIND_QUERY);
  if (wants & SLOT_PARAMETERS)
    offer_parameters(o, slot->of);
  if (wants & SLOT_MEMBERS)
    offer_all_members(o);
  if (wants & SLOT_VALUES)
    offer_values(o, slot->of);
  if (wants & SLOT_AGENCIES)
    offer_panel(o, REPORT_AGENCY);
  if (wants & SLOT_RULES)
    offer_rules(o, (wants & SLOT_FAMILIES) != 0);
  if (wants & SLOT_FORMS)
    offer_forms(o);
  if (wants & SLOT_SECTIONS)
    offer_sections(o);
}

static void offer_all(struct offers *o, const struct slot *slot) {
  offer_names_of(o, slot);
  offer_words(o, slot);
}

/* Those that `use form` has chosen, or of which the panel has reports; all where it has none. */
static uint64_t forms_in_play(const struct session *session) {
  int form = session->settings.form;
  if (form >= 0)
    return (uint64_t)1 << form;
  uint64_t forms =
      session->panel.forms(session->panel.context) | session->panel.totals(session->panel.context);
  return forms != 0 ? forms : ALL_FORMS;
}

void slot_offer(struct session *session, struct arena *arena, const struct slot *slot,
                struct str typed, bool chinese, bool quoted, struct line_offers *list) {
  struct offers o = {.session = session,
                     .arena = arena,
                     .list = list,
                     .typed = utf8_fold(arena, typed),
                     .forms = forms_in_play(session),
                     .is_chinese = chinese,
                     .is_quoted = quoted};
  size_t before = list->n;
  offer_all(&o, slot);
  o.may_hold = true;
  if (list->n == before && typed.n > 1)
    offer_all(&o, slot);
}
