/* complete: what can come next at a place in a statement, and whether more must come. Keywords are
 * the parser's own knowledge; names come from the vocabulary and the panel (see session.h).
 */
#include "app/tutorial.h"

#include "base/utf8.h"
#include "form/names.h"
#include "ogi_grammar.h"
#include "plan/resolve.h"

#define OFFERED 400 /* agencies and regions offered at once; more is no help */

/* The tokens of the last statement of a text; false when a token cannot be read. */
static bool last_statement(struct arena *arena, const struct source *source,
                           struct token_list *tokens) {
  struct lex lex = {.source = source, .is_interactive = true};
  struct diags silent = {.arena = arena, .source = source};
  tokens->n = 0;
  for (;;) {
    struct token_list next = {0};
    struct span dot;
    if (lex_dot_line(&lex, &dot)) {
      tokens->n = 0;
      continue;
    }
    enum lex_outcome outcome = lex_statement(arena, &lex, &next, &silent);
    if (outcome == LEX_END)
      return true;
    if (outcome == LEX_ERROR)
      return false;
    *tokens = next;
    if (lex.at > 0 && lex.at <= source->text.n && source->text.p[lex.at - 1] == ';')
      tokens->n = 0; /* finished: another begins behind it */
  }
}

bool session_needs_more(struct session *session, struct str text) {
  struct arena arena = {0};
  struct source source = {STR("input"), text, 1};
  struct token_list tokens = {0};
  struct parse parse;
  bool more = false;
  (void)session;
  if (last_statement(&arena, &source, &tokens) && tokens.n > 0 &&
      parse_prefix(&arena, &source, &tokens, &parse) && !parse.can_end)
    for (int kind = 1; kind < TOKEN_KINDS; kind++)
      more = more || parse.expected[kind];
  arena_free(&arena);
  return more;
}

struct offers {
  struct arena *arena;
  struct str prefix; /* folded */
  int form;          /* that `use form` has chosen, -1: none */
  struct {
    struct str *at;
    size_t n, cap;
  } words;
};

static void offer(struct offers *o, struct str word) {
  if (word.n == 0 || !str_starts(utf8_fold(o->arena, word), o->prefix))
    return;
  for (size_t i = 0; i < o->words.n; i++)
    if (str_eq(o->words.at[i], word))
      return;
  ARENA_PUSH(o->arena, &o->words, word);
}

/* Keys always; Chinese names when something Chinese is being typed. */
static void offer_names(struct offers *o, const struct names *names) {
  offer(o, names->key);
  if (o->prefix.n > 0 && (unsigned char)o->prefix.p[0] >= 0x80)
    offer(o, names->zh);
}

/* Of a form that `use form` has not chosen? What is shared has -1. */
static bool is_out(const struct offers *o, int form) {
  return o->form >= 0 && form >= 0 && form != o->form;
}

static void offer_dimensions(struct offers *o, const struct vocab *vocab) {
  for (int d = REPORT_YEAR; d <= REPORT_FORM; d++)
    offer(o, str_from_z(report_dim_key((enum report_dim)d)));
  for (size_t d = 0; d < vocab->ndimensions; d++)
    if (!is_out(o, vocab->dimensions[d].form))
      offer_names(o, &vocab->dimensions[d].names);
}

static void offer_measures(struct offers *o, const struct vocab *vocab) {
  for (size_t i = 0; i < vocab->nmeasures; i++)
    if (!is_out(o, vocab->measures[i].form))
      offer_names(o, &vocab->measures[i].names);
}

/* What people keep under a name: those of the form that `use form` has chosen. */
static void offer_defined(struct offers *o, const struct session *session, unsigned kinds) {
  const struct definitions *definitions = &session->definitions;
  for (size_t i = 0; i < definitions->n; i++) {
    const struct definition *one = definitions->at[i];
    uint64_t forms = definition_forms(&session->vocab, definitions, one);
    if ((kinds >> one->kind & 1) != 0 && (o->form < 0 || (forms >> o->form & 1) != 0))
      offer_names(o, &one->names);
  }
}

/* What a statement can be about that takes a measure. */
static void offer_figures(struct offers *o, const struct session *session) {
  offer_measures(o, &session->vocab);
  offer_defined(o, session, FIND_MEASURE);
}

/* Behind show, drop, edit: the kinds of what is defined. */
static void offer_kinds(struct offers *o, bool is_list) {
  for (int kind = DEFINES_MEASURE; kind <= DEFINES_QUERY; kind++) {
    offer(o, str_from_z(definition_kind_word((enum definition_kind)kind)));
    if (is_list)
      offer(o, str_from_z(definition_kind_plural((enum definition_kind)kind)));
  }
}

static void offer_sections(struct offers *o, const struct vocab *vocab) {
  for (size_t f = 0; f < vocab->nforms; f++)
    for (size_t s = 0; s < vocab->forms[f].nsections; s++)
      offer(o, vocab->forms[f].sections[s].heading);
}

static void offer_panel(struct offers *o, struct session *session, enum report_dim dim) {
  struct panel_name *names = ARENA_ARRAY(o->arena, struct panel_name, OFFERED);
  size_t n = session->panel.list(session->panel.context, o->arena, dim, names, OFFERED);
  for (size_t i = 0; i < n && i < OFFERED; i++)
    offer(o, names[i].name);
}

/* The members that a comparison's left side can have. */
static void offer_values(struct offers *o, struct session *session, struct str left) {
  int dim = report_dim_named(left);
  struct meaning found;
  if (dim == REPORT_EDITION) {
    for (size_t i = 0; i < session->vocab.neditions; i++)
      offer(o, session->vocab.editions[i].names.key);
  } else if (dim == REPORT_FORM) {
    for (size_t i = 0; i < session->vocab.nforms; i++)
      offer(o, session->vocab.forms[i].names.key);
  } else if (dim >= 0) {
    offer_panel(o, session, (enum report_dim)dim);
  } else if (names_find(&session->vocab, MEANS_DIMENSION, -1, left, &found, 1) == 1) {
    const struct dimension *dimension = &session->vocab.dimensions[found.index];
    for (size_t m = 1; m < dimension->nmembers; m++)
      offer_names(o, &dimension->members[m].names);
  }
}

static bool is_comparison(int kind) {
  return kind == TOK_EQ || kind == TOK_EQEQ || kind == TOK_NE || kind == TOK_UNDER ||
         kind == TOK_IN || kind == TOK_MATCH || kind == TOK_NOMATCH;
}

/* Is the last token the `=` of `define measure x =`? */
static bool defines_figure(const struct token_list *tokens) {
  if (tokens->at[0].kind != TOK_DEFINE || tokens->n < 2 || tokens->at[1].kind == TOK_QUERY)
    return false;
  for (size_t i = 0; i + 1 < tokens->n; i++)
    if (tokens->at[i].kind == TOK_EQ)
      return false;
  return true;
}

/* Names that make sense where a name may stand: decided by the nearest word before that says what
 * follows. */
static void offer_for_name(struct offers *o, struct session *session, const struct source *source,
                           const struct token_list *tokens) {
  const struct vocab *vocab = &session->vocab;
  for (size_t i = tokens->n; i-- > 0;) {
    int kind = tokens->at[i].kind;
    if (is_comparison(kind) && i + 1 == tokens->n && defines_figure(tokens)) {
      offer_figures(o, session);
      return;
    }
    if (is_comparison(kind)) {
      size_t left = i;
      while (left > 0 &&
             (tokens->at[left - 1].kind == TOK_NOT || is_comparison(tokens->at[left - 1].kind)))
        left--;
      if (left > 0)
        offer_values(o, session, token_value(o->arena, source, tokens->at[left - 1]));
      return;
    }
    switch (kind) {
    case TOK_BY:
    case TOK_ACROSS:
    case TOK_MEMBERS:
      offer_dimensions(o, vocab);
      return;
    case TOK_WHERE:
    case TOK_HAVING:
    case TOK_DESCRIBE:
      offer_dimensions(o, vocab);
      offer_figures(o, session);
      if (kind == TOK_DESCRIBE)
        offer_defined(o, session, FIND_RATE | FIND_QUERY);
      return;
    case TOK_SHARE:
    case TOK_IF: /* what if */
      offer_figures(o, session);
      return;
    case TOK_RATE:
      offer_defined(o, session, FIND_RATE);
      if (i == 0) /* show rate, drop rate: no formula */
        offer_figures(o, session);
      return;
    case TOK_MEASURE:
      offer_defined(o, session, FIND_MEASURE);
      return;
    case TOK_RUN:
    case TOK_QUERY:
      offer_defined(o, session, FIND_QUERY);
      return;
    case TOK_SHOW:
    case TOK_DROP:
    case TOK_EDIT:
      offer_kinds(o, kind == TOK_SHOW);
      return;
    case TOK_AND:
    case TOK_OR:
      continue;    /* whatever began the condition decides; a list in brackets has its comparison
                      before it */
    case TOK_FORM: /* use form cn */
      offer_values(o, session, STR("form"));
      return;
    case TOK_SECTION:
      offer_sections(o, vocab);
      return;
    case TOK_FIND:
      return; /* words of people's own */
    case TOK_REPORT:
    case TOK_FOR:
    case TOK_CLAIMS:
      offer_panel(o, session, REPORT_AGENCY);
      return;
    case TOK_COUNT:
      offer(o, STR("reports"));
      offer(o, STR("agencies"));
      return;
    default:
      if (kind >= TOK_SUM && kind <= TOK_GAP) {
        offer_figures(o, session);
        return;
      }
    }
  }
}

/* In a condition `and` begins a new test: the comparison before it no longer decides. */
static void drop_finished_tests(struct token_list *tokens) {
  size_t and_at = tokens->n;
  for (size_t i = 0; i < tokens->n; i++)
    if (tokens->at[i].kind == TOK_AND || tokens->at[i].kind == TOK_OR)
      and_at = i;
  if (and_at + 1 != tokens->n)
    return;
  tokens->at[and_at].kind = TOK_WHERE;
}

struct str *session_complete(struct session *session, struct arena *arena, struct str text,
                             size_t at, size_t *word_start, size_t *count) {
  struct str before = str_sub(text, 0, at);
  struct source source = {STR("input"), before, 1};
  struct token_list tokens = {0};
  struct parse parse;
  if (session->tutorial != NULL)
    session = tutorial_session(session->tutorial);
  struct offers offers = {.arena = arena, .form = session->settings.form};
  *word_start = at;
  *count = 0;
  if (!last_statement(arena, &source, &tokens))
    return NULL;
  if (tokens.n > 0 && tokens.at[tokens.n - 1].span.end == at) {
    struct token last = tokens.at[tokens.n - 1];
    if (last.kind == TOK_NAME || token_is_keyword(last.kind)) { /* the word being typed */
      *word_start = last.span.start;
      tokens.n--;
    }
  }
  offers.prefix = utf8_fold(arena, str_sub(before, *word_start, at));
  if (!parse_prefix(arena, &source, &tokens, &parse))
    return NULL;
  if (parse.expected[TOK_NAME]) {
    drop_finished_tests(&tokens);
    offer_for_name(&offers, session, &source, &tokens);
  }
  for (int kind = 1; kind < TOKEN_KINDS; kind++)
    if (parse.expected[kind] && token_is_keyword(kind) && kind != TOK_PNN)
      offer(&offers, str_from_z(token_kind_name(kind)));
  *count = offers.words.n;
  return offers.words.at;
}
