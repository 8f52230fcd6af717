/* mark: what each piece of a statement being typed is, for its colours (see session.h): looked up
 * word by word, so that it can be done at every key.
 */
#include "app/dot.h"
#include "app/slot.h"
#include "app/tutorial.h"

#include "base/utf8.h"
#include "form/names.h"
#include "lang/raw.h"
#include "ogi_grammar.h"
#include "plan/resolve.h"

#include <string.h>

struct marking {
  struct session *session;
  struct arena *arena;
  const struct source *source;
  size_t cursor; /* in the source's text; behind its end: nothing is being typed */
  unsigned char *marks;
};

static void fill(const struct marking *m, size_t start, size_t end, enum line_mark mark) {
  if (mark != MARK_NONE)
    memset(m->marks + start, (int)mark, end - start);
}

/* --- Names */

static bool panel_knows(struct session *session, struct arena *arena, enum report_dim dim,
                        struct str word) {
  struct known_name *names = session->known.at;
  for (size_t i = 0; i < session->known.n; i++)
    if (names[i].dim == dim && str_eq(names[i].word, word))
      return names[i].is_known;
  struct panel_name found;
  struct panel *panel = &session->panel;
  struct known_name name = {dim, str_copy(&session->known.arena, word), false};
  name.is_known = panel->find(panel->context, arena, dim, word, &found, 1) > 0;
  ARENA_PUSH(&session->known.arena, &session->known, name);
  return name.is_known;
}

static bool is_member(const struct vocab *vocab, int dimension, struct str word) {
  struct meaning found;
  return names_find(vocab, MEANS_MEMBER, dimension, word, &found, 1) > 0;
}

static bool is_measure(const struct session *session, struct str word) {
  struct meaning found;
  return names_find(&session->vocab, MEANS_MEASURE, -1, word, &found, 1) > 0 ||
         definitions_find(&session->definitions, FIND_MEASURE, word, false) != NULL;
}

static bool is_edition(const struct vocab *vocab, struct str word) {
  for (size_t i = 0; i < vocab->neditions; i++) {
    struct str key = vocab->editions[i].names.key;
    size_t dot = str_find(key, STR("."));
    if (str_eq(key, word) || (dot < key.n && str_eq(str_sub(key, dot + 1, key.n), word)))
      return true;
  }
  return false;
}

static bool is_form(const struct vocab *vocab, struct str word) {
  for (size_t i = 0; i < vocab->nforms; i++)
    if (form_is_called(&vocab->forms[i], word))
      return true;
  return str_eq(word, STR("all"));
}

/* A value of the left side of a comparison. */
static enum line_mark value_mark(struct session *session, struct arena *arena, struct str left,
                                 struct str word) {
  const struct vocab *vocab = &session->vocab;
  struct meaning found[4];
  int dim = report_dim_named(left);
  bool is_known = false;
  if (dim == REPORT_EDITION)
    is_known = is_edition(vocab, word);
  else if (dim == REPORT_FORM)
    is_known = is_form(vocab, word);
  else if (dim == REPORT_YEAR)
    return MARK_NONE;
  else if (dim >= 0)
    is_known = panel_knows(session, arena, (enum report_dim)dim, word);
  else {
    size_t n = names_find(vocab, MEANS_DIMENSION, -1, left, found, 4);
    if (n == 0)
      return is_measure(session, word) ? MARK_FIGURE : MARK_NONE;
    for (size_t i = 0; i < n && i < 4; i++)
      is_known = is_known || is_member(vocab, found[i].index, word);
  }
  return is_known ? MARK_MEMBER : MARK_UNKNOWN;
}

/* Names of which there are lists: what the list offers is known. */
static bool is_offered(struct session *session, struct arena *arena, struct slot slot,
                       struct str word) {
  struct line_offers offers = {0};
  slot.wants &= ~(unsigned)(SLOT_MEASURES | SLOT_MEMBERS | SLOT_DIMENSIONS | SLOT_VALUES |
                            SLOT_AGENCIES | SLOT_FILES | SLOT_YEARS | SLOT_PARAMETERS);
  slot.has_phrase = true;
  if (slot.wants == 0)
    return false;
  slot_offer(session, arena, &slot, word, false, false, &offers);
  struct str folded = utf8_fold(arena, word);
  for (size_t i = 0; i < offers.n; i++)
    if (str_eq(utf8_fold(arena, offers.at[i].word), folded))
      return true;
  return false;
}

enum line_mark slot_mark(struct session *session, struct arena *arena, const struct slot *slot,
                         struct str word) {
  const struct vocab *vocab = &session->vocab;
  struct meaning found;
  if ((slot->wants & SLOT_DIMENSIONS) != 0 &&
      (report_dim_named(word) >= 0 || names_find(vocab, MEANS_DIMENSION, -1, word, &found, 1) > 0))
    return MARK_DIMENSION;
  if ((slot->wants & SLOT_MEASURES) != 0 && is_measure(session, word))
    return MARK_FIGURE;
  if ((slot->wants & SLOT_RATES) != 0 &&
      definitions_find(&session->definitions, FIND_RATE, word, false) != NULL)
    return MARK_FIGURE;
  if ((slot->wants & SLOT_MEMBERS) != 0 && is_member(vocab, -1, word))
    return MARK_MEMBER;
  if ((slot->wants & SLOT_VALUES) != 0)
    return value_mark(session, arena, slot->of, word);
  if ((slot->wants & SLOT_AGENCIES) != 0 && panel_knows(session, arena, REPORT_AGENCY, word))
    return MARK_MEMBER;
  if (is_offered(session, arena, *slot, word))
    return MARK_OTHER;
  struct slot any = {.wants = SLOT_DIMENSIONS | SLOT_MEASURES | SLOT_MEMBERS | SLOT_RATES};
  if ((slot->wants & SLOT_TOPICS) != 0) /* help explains any name */
    return slot_mark(session, arena, &any, word);
  bool is_free =
      slot->is_open || slot->wants == 0 || (slot->wants & (SLOT_FILES | SLOT_SETTING_VALUES)) != 0;
  return is_free ? MARK_NONE : MARK_UNKNOWN;
}

/* Could the word at the cursor still become one that fits? */
static bool may_become_known(const struct marking *m, const struct slot *slot,
                             const struct token_list *before, struct str word) {
  struct line_offers offers = {0};
  struct parse parse;
  if (slot_is_large(slot))
    return true;
  slot_offer(m->session, m->arena, slot, word, utf8_length(word) < word.n, false, &offers);
  struct str folded = utf8_fold(m->arena, word);
  if (!parse_prefix(m->arena, m->source, before, &parse))
    return offers.n > 0;
  for (int kind = 1; kind < TOKEN_KINDS; kind++)
    if (parse.expected[kind] && token_is_keyword(kind) &&
        str_starts(str_from_z(token_kind_name(kind)), folded))
      return true;
  return offers.n > 0;
}

static bool is_at_cursor(const struct marking *m, size_t start, size_t end) {
  return m->cursor > start && m->cursor <= end;
}

/* A name of several words, from the second token on: as many of them as are known together. Returns
 * the token behind them; 0: there are none. */
static size_t mark_phrase(const struct marking *m, const struct token_list *tokens,
                          const struct slot *slot) {
  size_t start = tokens->at[1].span.start;
  for (size_t n = tokens->n; n > 2; n--) {
    size_t end = tokens->at[n - 1].span.end;
    struct str phrase = str_sub(m->source->text, start, end);
    enum line_mark mark = slot_mark(m->session, m->arena, slot, phrase);
    if (mark == MARK_UNKNOWN)
      continue;
    fill(m, start, end, mark);
    return n;
  }
  return 0;
}

/* A name of one token or, with dots, of several: those from `i` to `end`. Returns the token behind
 * what is marked. */
static size_t mark_name(const struct marking *m, const struct token_list *tokens, size_t i,
                        size_t end) {
  struct token_list before = {tokens->at, i, i};
  struct slot slot = slot_behind(m->arena, m->source, &before);
  size_t start = tokens->at[i].span.start, stop = tokens->at[end - 1].span.end;
  struct str word = end == i + 1 ? token_value(m->arena, m->source, tokens->at[i])
                                 : str_sub(m->source->text, start, stop);
  size_t behind = slot.has_phrase ? mark_phrase(m, tokens, &slot) : 0;
  if (behind > 0)
    return behind;
  enum line_mark mark = slot_mark(m->session, m->arena, &slot, word);
  if (mark == MARK_UNKNOWN && is_at_cursor(m, start, stop) &&
      may_become_known(m, &slot, &before, word))
    mark = MARK_NONE;
  fill(m, start, stop, mark);
  return end;
}

/* A string that stands for a name the panel does not know. */
static void mark_string(const struct marking *m, const struct token_list *tokens, size_t i) {
  struct token_list before = {tokens->at, i, i};
  struct slot slot = slot_behind(m->arena, m->source, &before);
  struct span span = tokens->at[i].span;
  enum line_mark mark = MARK_STRING;
  if ((slot.wants & (SLOT_VALUES | SLOT_AGENCIES)) != 0 && !slot.is_open &&
      !is_at_cursor(m, span.start, span.end) &&
      slot_mark(m->session, m->arena, &slot, token_value(m->arena, m->source, tokens->at[i])) ==
          MARK_UNKNOWN)
    mark = MARK_UNKNOWN;
  fill(m, span.start, span.end, mark);
}

/* --- Everything else */

/* The first word that fits nowhere: a slip, where nothing could still become of it. */
static void mark_misfit(const struct marking *m, const struct token_list *tokens, size_t i) {
  struct token_list before = {tokens->at, i, i};
  struct span span = tokens->at[i].span;
  struct str word = str_sub(m->source->text, span.start, span.end);
  struct slot slot = slot_behind(m->arena, m->source, &before);
  if (tokens->at[i].kind != TOK_NAME && !token_is_keyword(tokens->at[i].kind))
    return;
  if (!is_at_cursor(m, span.start, span.end) || !may_become_known(m, &slot, &before, word))
    fill(m, span.start, span.end, MARK_UNKNOWN);
}

static enum line_mark raw_mark(struct str text, struct raw_piece piece) {
  switch (piece.kind) {
  case RAW_COMMENT:
    return MARK_COMMENT;
  case RAW_TEXT:
    return MARK_STRING;
  case RAW_NUMBER:
    return MARK_NUMBER;
  case RAW_WORD:
    return store_has_word(raw_piece_text(text, piece)) ? MARK_KEYWORD : MARK_NONE;
  default:
    return MARK_NONE;
  }
}

/* SQL: which names there are in it only SQLite knows. */
static void mark_raw(const struct marking *m, struct span span) {
  struct str text = str_sub(m->source->text, span.start, span.end);
  struct raw_piece piece = {0};
  while ((piece = raw_piece(text, piece.end)).kind != RAW_END)
    fill(m, span.start + piece.start, span.start + piece.end, raw_mark(text, piece));
}

static void mark_token(const struct marking *m, const struct token_list *tokens, size_t i,
                       int taken) {
  struct span span = tokens->at[i].span;
  switch (tokens->at[i].kind) {
  case TOK_STRING:
    mark_string(m, tokens, i);
    return;
  case TOK_RAW:
    mark_raw(m, span);
    return;
  case TOK_INT:
  case TOK_DEC:
  case TOK_PERCENT:
  case TOK_DATE:
    fill(m, span.start, span.end, MARK_NUMBER);
    return;
  case TOK_PARAM:
    fill(m, span.start, span.end, MARK_OTHER);
    return;
  }
  if (taken != 0 && token_is_keyword(taken))
    fill(m, span.start, span.end, MARK_KEYWORD);
}

static bool is_joined(const struct token_list *tokens, size_t i) {
  return tokens->at[i].span.start == tokens->at[i - 1].span.end;
}

/* The end of the dotted name that begins at token `i`. */
static size_t name_end(const struct token_list *tokens, size_t i) {
  size_t end = i + 1;
  while (end + 1 < tokens->n && tokens->at[end].kind == TOK_DOT && is_joined(tokens, end) &&
         is_joined(tokens, end + 1))
    end += 2;
  return end;
}

static void mark_tokens(const struct marking *m, const struct token_list *tokens) {
  int *taken = ARENA_ARRAY(m->arena, int, tokens->n + 1);
  bool is_lost = false; /* behind a word that does not fit nothing is known of names */
  parse_kinds(m->arena, m->source, tokens, taken);
  for (size_t i = 0; i < tokens->n; i++) {
    if (taken[i] == TOK_NAME) {
      i = mark_name(m, tokens, i, name_end(tokens, i)) - 1;
      continue;
    }
    mark_token(m, tokens, i, taken[i]);
    if (taken[i] == 0 && !is_lost)
      mark_misfit(m, tokens, i);
    is_lost = is_lost || taken[i] == 0;
  }
}

/* Comments, which are no tokens: they begin where no token stands. */
static void mark_comments(const struct marking *m, size_t from, size_t to) {
  struct str text = m->source->text;
  for (size_t i = from; i < to; i++) {
    struct str rest = str_sub(text, i, to);
    if (rest.p[0] != '#' && !str_starts(rest, STR("-- ")))
      continue;
    size_t n = str_find(rest, STR("\n"));
    fill(m, i, i + n, MARK_COMMENT);
    i += n;
  }
}

/* What cannot be read: a string up to the end of its line, a comment, or nothing known. */
static void mark_rest(const struct marking *m, size_t bad) {
  struct str rest = str_sub(m->source->text, bad, m->source->text.n);
  if (rest.n > 0 && (rest.p[0] == '"' || rest.p[0] == '\''))
    fill(m, bad, bad + str_find(rest, STR("\n")), MARK_STRING);
}

/* A line that begins with a point: its command, which may be shortened. */
static void mark_dot(const struct marking *m, struct span line) {
  struct str text = str_sub(m->source->text, line.start, line.end);
  struct str name = str_sub(text, 1, str_find(text, STR(" ")));
  const struct dot_command *command;
  enum line_mark mark = MARK_UNKNOWN;
  for (size_t i = 0; (command = dot_at(i)) != NULL; i++)
    if (str_starts(str_from_z(command->name), name))
      mark = MARK_KEYWORD;
  fill(m, line.start, line.start + 1 + name.n, mark);
}

static void mark_statement(const struct marking *m) {
  struct token_list tokens = {0};
  struct lex lex = {.source = m->source, .is_interactive = true};
  struct diags silent = {.arena = m->arena, .source = m->source};
  size_t text_end = m->source->text.n, bad = text_end, end = 0;
  struct token_list last = {0};
  struct span dot;
  if (lex_dot_line(&lex, &dot)) {
    mark_dot(m, dot);
    return;
  }
  /* Up to a `;` the lexer gives one statement; the part has no more than that, or a mistake. */
  if (lex_statement(m->arena, &lex, &tokens, &silent) == LEX_ERROR) {
    whole_last(m->arena, m->source, &last, &bad);
    tokens = last;
  }
  mark_tokens(m, &tokens);
  for (size_t i = 0; i < tokens.n; i++) {
    mark_comments(m, end, tokens.at[i].span.start);
    end = tokens.at[i].span.end;
  }
  mark_comments(m, end, bad);
  mark_rest(m, bad);
}

void session_mark(struct session *session, struct str text, size_t cursor, unsigned char *marks) {
  struct arena arena = {0};
  if (session->tutorial != NULL)
    session = tutorial_session(session->tutorial);
  for (size_t from = 0, end; from < text.n; from = end) {
    end = session_statement(session, text, from);
    if (end <= from)
      break;
    struct source source = {STR("input"), str_sub(text, from, end), 1};
    struct marking m = {.session = session,
                        .arena = &arena,
                        .source = &source,
                        .cursor = cursor >= from ? cursor - from : 0,
                        .marks = marks + from};
    mark_statement(&m);
    arena_reset(&arena);
  }
  arena_free(&arena);
}
