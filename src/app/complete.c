/* complete: what can come next at a place in a statement (see session.h). Keywords are the parser's
 * own knowledge; names come from the vocabulary and the panel (slot.h), files from their folder.
 */
#include "app/dot.h"
#include "app/slot.h"
#include "app/tutorial.h"

#include "base/utf8.h"
#include "form/stdlib.h"
#include "lang/raw.h"
#include "ogi_grammar.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define WORDS "words.txt" /* in stdlib: what each keyword is for */

struct completion {
  struct session *session;
  struct arena *arena;
  struct str text; /* up to the place */
  struct line_offers *offers;
};

/* --- Keywords */

/* A line of the list: the word, blanks, and the note. */
static struct str keyword_note(struct str word) {
  struct str rest = {0};
  for (size_t i = 0; i < stdlib_nfiles; i++)
    if (str_eq(str_from_z(stdlib_files[i].name), STR(WORDS)))
      rest = str_from_z(stdlib_files[i].start);
  while (rest.n > 0) {
    size_t end = str_find(rest, STR("\n"));
    struct str line = str_sub(rest, 0, end);
    if (str_starts(line, word) && word.n < line.n && line.p[word.n] == ' ')
      return str_trim(str_sub(line, word.n, line.n));
    rest = str_sub(rest, end + 1, rest.n);
  }
  return STR("");
}

static void add(struct completion *c, struct str word, struct str note) {
  struct line_offer offer = {word, note};
  for (size_t i = 0; i < c->offers->n; i++)
    if (str_eq(c->offers->at[i].word, word))
      return;
  ARENA_PUSH(c->arena, c->offers, offer);
}

static void offer_keyword(struct completion *c, const struct parse *parse, int kind,
                          struct str prefix) {
  if (!parse->expected[kind] || !token_is_keyword(kind) || kind == TOK_PNN)
    return;
  struct str word = str_from_z(token_kind_name(kind));
  if (str_starts(word, prefix))
    add(c, word, keyword_note(word));
}

/* What is written most often comes first. */
static void offer_keywords(struct completion *c, const struct parse *parse, struct str typed) {
  static const int usual[] = {TOK_BY,    TOK_WHERE, TOK_FOR,    TOK_OWN,   TOK_ACROSS,
                              TOK_TOTAL, TOK_TOP,   TOK_HAVING, TOK_ORDER, TOK_CHANGE};
  struct str prefix = utf8_fold(c->arena, typed);
  for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++)
    offer_keyword(c, parse, usual[i], prefix);
  for (int kind = 1; kind < TOKEN_KINDS; kind++)
    offer_keyword(c, parse, kind, prefix);
}

/* --- Marks */

static void offer_mark(struct completion *c, const struct parse *parse, int kind) {
  struct str mark = str_from_z(token_kind_name(kind));
  if (parse->expected[kind])
    add(c, mark, keyword_note(mark));
}

static void offer_comparisons(struct completion *c, const struct parse *parse) {
  static const int kinds[] = {TOK_EQ, TOK_NE, TOK_LT, TOK_LE, TOK_GT, TOK_GE, TOK_MATCH};
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    offer_mark(c, parse, kinds[i]);
}

/* Where no word can stand: what the language wants first, or that a text is to be written. */
static void offer_marks(struct completion *c, const struct parse *parse) {
  static const int kinds[] = {TOK_EQ,    TOK_COLON, TOK_COMMA, TOK_LP,
                              TOK_RANGE, TOK_SLASH, TOK_STAR,  TOK_RP};
  if (parse->expected[TOK_STRING] && !parse->expected[TOK_NAME])
    add(c, STR("\""), STR("a text, up to another quote"));
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0] && !parse->can_end; i++)
    offer_mark(c, parse, kinds[i]);
}

/* --- Files */

static struct str size_note(struct arena *arena, const struct stat *status) {
  long long size = (long long)status->st_size;
  if (S_ISDIR(status->st_mode))
    return STR("folder");
  return size < 10240 ? str_fmt(arena, "%lld bytes", size) : str_fmt(arena, "%lld KB", size >> 10);
}

static int by_word(const void *a, const void *b) {
  const struct line_offer *x = a, *y = b;
  return str_cmp(x->word, y->word);
}

/* The path as it is on disk: `~` is the user's folder. */
static const char *real_path(struct arena *arena, struct str path) {
  const char *home = getenv("HOME");
  if (path.n > 0 && path.p[0] == '~' && (path.n == 1 || path.p[1] == '/') && home != NULL)
    return str_fmt(arena, "%s%.*s", home, STR_ARG(str_sub(path, 1, path.n))).p;
  return path.n > 0 ? str_z(arena, path) : ".";
}

/* The files whose path begins with `typed`, which a quote opens. */
static void offer_files(struct completion *c, struct str typed) {
  size_t slash = typed.n;
  while (slash > 0 && typed.p[slash - 1] != '/')
    slash--;
  struct str folder = str_sub(typed, 0, slash), begun = str_sub(typed, slash, typed.n);
  DIR *dir = opendir(real_path(c->arena, folder));
  for (struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
    struct str name = str_from_z(entry->d_name);
    struct stat status;
    bool is_hidden = name.p[0] == '.' && begun.n == 0;
    if (is_hidden || str_eq(name, STR(".")) || str_eq(name, STR("..")) || !str_starts(name, begun))
      continue;
    struct str path = str_fmt(c->arena, "%.*s%.*s", STR_ARG(folder), STR_ARG(name));
    if (stat(real_path(c->arena, path), &status) != 0)
      continue;
    struct str word =
        str_fmt(c->arena, S_ISDIR(status.st_mode) ? "\"%.*s/" : "\"%.*s\"", STR_ARG(path));
    add(c, word, size_note(c->arena, &status));
  }
  if (dir != NULL)
    closedir(dir);
  if (c->offers->n > 0)
    qsort(c->offers->at, c->offers->n, sizeof *c->offers->at, by_word);
}

/* --- Words */

/* Is Chinese being typed: the word, or where none is begun the names before it? */
static bool is_chinese(const struct completion *c, const struct token_list *tokens,
                       struct str typed) {
  size_t length;
  if (typed.n > 0)
    return utf8_is_han(utf8_at(typed, &length));
  for (size_t i = 0; i < tokens->n; i++) {
    struct span span = tokens->at[i].span;
    bool is_name = tokens->at[i].kind == TOK_NAME;
    if (is_name && utf8_is_han(utf8_at(str_sub(c->text, span.start, span.end), &length)))
      return true;
  }
  return false;
}

/* Takes the word at the end away from the tokens, a dotted name as a whole: where it begins. */
static size_t take_word(const struct completion *c, struct token_list *tokens) {
  size_t start = c->text.n, n = tokens->n;
  while (n > 0 && tokens->at[n - 1].span.end == start) {
    int kind = tokens->at[n - 1].kind;
    bool is_year = kind == TOK_INT && n == tokens->n; /* or any other number: of the names only
                                                         years begin so */
    bool is_word = kind == TOK_NAME || token_is_keyword(kind) || is_year;
    bool is_dot = kind == TOK_DOT && n > 1 && tokens->at[n - 2].span.end == start - 1;
    if (!is_word && !is_dot)
      break;
    bool is_after_word = n < tokens->n && is_word && tokens->at[n].kind != TOK_DOT;
    if (is_after_word)
      break;
    start = tokens->at[n - 1].span.start;
    n--;
  }
  tokens->n = n;
  return start;
}

static void complete_string(struct completion *c, const struct source *source,
                            const struct token_list *tokens, size_t open) {
  struct slot slot = slot_behind(c->arena, source, tokens);
  struct str typed = str_sub(c->text, open + 1, c->text.n);
  slot.wants &= ~(unsigned)SLOT_YEARS; /* a number has no quotes */
  c->offers->start = open;
  if ((slot.wants & SLOT_FILES) != 0)
    offer_files(c, typed);
  else
    slot_offer(c->session, c->arena, &slot, typed, is_chinese(c, tokens, typed), true, c->offers);
}

static void complete_word(struct completion *c, const struct source *source,
                          struct token_list *tokens) {
  struct parse parse;
  size_t start = take_word(c, tokens);
  if (tokens->n > 0 && tokens->at[tokens->n - 1].span.end == start &&
      (tokens->at[tokens->n - 1].kind == TOK_INT || tokens->at[tokens->n - 1].kind == TOK_STRING))
    return; /* letters right behind a number or a string are no word */
  if (!parse_prefix(c->arena, source, tokens, &parse))
    return;
  struct str typed = str_sub(c->text, start, c->text.n);
  struct slot slot = slot_behind(c->arena, source, tokens);
  c->offers->start = start;
  if (!parse.expected[TOK_NAME]) /* a number at most */
    slot.wants &= SLOT_YEARS | SLOT_FIXED | SLOT_FILES;
  if (!parse.expected[TOK_INT])
    slot.wants &= ~(unsigned)SLOT_YEARS;
  if (parse.expected[TOK_STRING] && (slot.wants & SLOT_FILES) != 0)
    offer_files(c, typed);
  else if (parse.expected[TOK_NAME] || parse.expected[TOK_INT] || parse.expected[TOK_DATE])
    slot_offer(c->session, c->arena, &slot, typed, is_chinese(c, tokens, typed), false, c->offers);
  if (!slot_is_year(&slot)) /* where any value may stand, but no year */
    parse.expected[TOK_LATEST] = false;
  if (typed.n == 0 && parse.expected[TOK_LT])
    offer_comparisons(c, &parse);
  offer_keywords(c, &parse, typed);
  if (typed.n == 0 && c->offers->n == 0)
    offer_marks(c, &parse);
}

/* `help order by`, `set min base`: a name of several words, from the second token on. */
static bool complete_phrase(struct completion *c, const struct source *source,
                            const struct token_list *tokens) {
  struct token_list first = {tokens->at, 1, 1};
  if (tokens->n == 0 || tokens->at[0].span.end == c->text.n)
    return false;
  struct slot slot = slot_behind(c->arena, source, &first);
  if (!slot.has_phrase)
    return false;
  size_t start = tokens->n > 1 ? tokens->at[1].span.start : c->text.n;
  c->offers->start = start;
  slot_offer(c->session, c->arena, &slot, str_sub(c->text, start, c->text.n), false, false,
             c->offers);
  return c->offers->n > 0;
}

/* --- SQL */

/* Does the text end within SQL, or right behind `sql`? `to` may still become another word. */
static bool is_in_raw(const struct completion *c, const struct token_list *tokens) {
  if (tokens->n == 0 || tokens->at[0].kind != TOK_SQL || tokens->at[0].span.end == c->text.n)
    return false;
  struct token last = tokens->at[tokens->n - 1];
  return last.kind == TOK_SQL || last.kind == TOK_RAW ||
         (last.kind == TOK_TO && last.span.end == c->text.n);
}

/* Within SQL: the word that is being typed, or what could begin there. */
static void complete_raw(struct completion *c, const struct token_list *tokens) {
  size_t start = tokens->at[0].span.end;
  struct str raw = str_sub(c->text, start, c->text.n);
  struct raw_piece piece = {0}, next;
  while ((next = raw_piece(raw, piece.end)).kind != RAW_END)
    piece = next;
  bool is_word = piece.kind == RAW_WORD;
  if (!is_word && (piece.kind == RAW_TEXT || piece.kind == RAW_QUOTED ||
                   piece.kind == RAW_COMMENT || piece.kind == RAW_NUMBER))
    return;
  struct str typed = is_word ? raw_piece_text(raw, piece) : STR("");
  struct slot slot = {.wants = SLOT_SQL};
  slot.of = str_trim(str_sub(raw, 0, raw.n - typed.n));
  c->offers->start = c->text.n - typed.n;
  slot_offer(c->session, c->arena, &slot, typed, false, false, c->offers);
  if (slot.of.n > 0 && str_starts(STR("to"), typed))
    add(c, STR("to"), keyword_note(STR("to")));
}

/* --- Dot commands */

static const struct dot_command *dot_named(struct str name) {
  const struct dot_command *command;
  for (size_t i = 0; (command = dot_at(i)) != NULL; i++)
    if (str_eq(str_from_z(command->name), name))
      return command;
  return NULL;
}

/* The words in small letters among "FILE|off", "[FORMAT] [to FILE]". */
static void offer_own_words(struct completion *c, struct str takes, struct str typed,
                            const char *note) {
  for (size_t i = 0, n; i < takes.n; i += n + 1) {
    for (n = 0; i + n < takes.n && takes.p[i + n] >= 'a' && takes.p[i + n] <= 'z';)
      n++;
    struct str word = str_sub(takes, i, i + n);
    if (n > 0 && str_starts(word, typed))
      add(c, word, str_from_z(note));
  }
}

/* What the command takes behind `before`, the word that stands before. */
static void offer_arguments(struct completion *c, const struct dot_command *command,
                            struct str before, struct str typed) {
  struct str takes = str_from_z(command->arguments);
  bool is_quoted = typed.n > 0 && (typed.p[0] == '"' || typed.p[0] == '\'');
  bool has_format = str_contains(takes, STR("FORMAT")), is_to = str_eq(before, STR("to"));
  struct slot slot = {.of = str_from_z(command->setting)};
  if (str_contains(takes, STR("NAME")))
    slot.wants = SLOT_MEASURES | SLOT_MEMBERS | SLOT_DIMENSIONS;
  else if (str_eq(takes, STR("[COMMAND]")))
    slot.wants = SLOT_DOT_COMMANDS;
  else if (command->setting != NULL)
    slot.wants = SLOT_SETTING_VALUES;
  else if (has_format && !is_to)
    slot = (struct slot){.wants = SLOT_SETTING_VALUES, .of = STR("format")};
  else if (str_contains(takes, STR("FILE")) || str_contains(takes, STR("FOLDER")))
    offer_files(c, str_sub(typed, is_quoted, typed.n));
  slot_offer(c->session, c->arena, &slot, typed, false, false, c->offers);
  if (!is_to)
    offer_own_words(c, takes, typed, command->help);
}

/* A line that begins with a point: the command, then what it takes. */
static void complete_dot(struct completion *c, size_t point) {
  struct str line = str_sub(c->text, point, c->text.n);
  size_t name_end = str_find(line, STR(" ")), start = line.n;
  while (start > 0 && line.p[start - 1] != ' ')
    start--;
  struct str typed = str_sub(line, start, line.n), before = str_trim(str_sub(line, 0, start));
  size_t blank = before.n;
  while (blank > 0 && before.p[blank - 1] != ' ')
    blank--;
  c->offers->start = point + start;
  if (start > 0) {
    const struct dot_command *command = dot_named(str_sub(line, 1, name_end));
    if (command != NULL)
      offer_arguments(c, command, str_sub(before, blank, before.n), typed);
    return;
  }
  struct slot slot = {.wants = SLOT_DOT_COMMANDS};
  slot_offer(c->session, c->arena, &slot, typed, false, false, c->offers);
}

void session_complete(struct session *session, struct arena *arena, struct str text, size_t at,
                      struct line_offers *offers) {
  struct completion c = {session, arena, str_sub(text, 0, at), offers};
  size_t from = 0, end, bad = 0, point = 0;
  if (session->tutorial != NULL)
    c.session = tutorial_session(session->tutorial);
  while ((end = session_statement(session, c.text, from)) < at)
    from = end;
  struct str part = str_sub(c.text, from, at);
  struct source source = {STR("input"), part, 1};
  struct token_list tokens = {0};
  c.text = part;
  *offers = (struct line_offers){.start = part.n};
  while (point < part.n && (part.p[point] == ' ' || part.p[point] == '\n'))
    point++;
  if (point < part.n && part.p[point] == '.') {
    complete_dot(&c, point);
    offers->start += from;
    return;
  }
  bool is_read = whole_last(arena, &source, &tokens, &bad);
  bool is_string = !is_read && bad < part.n && (part.p[bad] == '"' || part.p[bad] == '\'');
  bool is_raw = is_in_raw(&c, &tokens);
  if (is_raw && is_read)
    complete_raw(&c, &tokens);
  else if (is_string && !is_raw)
    complete_string(&c, &source, &tokens, bad);
  else if (is_read && !complete_phrase(&c, &source, &tokens))
    complete_word(&c, &source, &tokens);
  offers->start += from;
}
