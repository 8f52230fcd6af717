/* hint: what to write instead, for mistakes that are common enough to be known by name: habits from
 * SQL, from the shell, from other languages (see hint.h).
 */
#include "lang/hint.h"

#include "ogi_grammar.h"

#include <string.h>

struct habit {
  const char *word, *hint;
};

/* The word with which a statement begins. */
static const struct habit first_words[] = {
    {"select",
     "say what is asked: \"sum received by year where agency=X\", or \"reports\"; \"sql "
     "select …\" asks in SQL"},
    {"insert", "reports come in by \"load\""},
    {"update", "what was printed is never changed; \"what if\" asks with another number"},
    {"delete", "write \"drop report \"X\" 2021\""},
    {"where", "what is asked comes first: \"sum received where …\""},
    {"by", "what is asked comes first: \"sum received by …\""},
    {"having", "what is asked comes first: \"sum received by … having …\""},
    {"across", "what is asked comes first: \"sum received by … across …\""},
    {"from", "SQL stands behind \"sql\", and goes on behind a comma, in a bracket or indented"},
    {"to", "what is asked comes first: \"sum received … to \"f.csv\"\""},
    {"for", "what is asked comes first: \"sum received for …\""},
    {"average", "write \"avg\""},
    {"mean", "write \"avg\""},
    {"total", "write \"sum\""},
    {"number", "write \"count reports\", \"count agencies\" …"},
    {"how", "write \"count reports\", \"count agencies\" …"},
    {"list", "write \"reports\", \"members of outcome\" …"},
    {"print", "write what is asked: its answer is shown"},
    {"import", "write \"load\""},
    {"open", "write \"load\""},
    {"read", "write \"load\""},
    {"remove", "write \"drop report \"X\" 2021\""},
    {"search", "write \"find\""},
    {"grep", "write \"find\""},
    {"source", "write \"use \"f.ogi\"\""},
    {"percent", "write \"share\" or \"rate … of …\""},
    {"ratio", "write \"rate … of …\""},
    {"man", "write \"help\""},
};

/* A word that does not fit later on. */
static const struct habit later_words[] = {
    {"group", "write \"by year\" alone, without \"group\""},
    {"sort", "write \"order by\""},
    {"per", "write \"by\""},
    {"each", "write \"by year\" alone"},
    {"descending", "write \"desc\""},
    {"ascending", "write \"asc\""},
    {"from", "all loaded reports are asked; \"where\" chooses some: \"where year in 2019..2021\""},
    {"like", "write \"~\" and a part of the name: agency ~ \"公安\""},
    {"contains", "write \"~\" and a part of the name: agency ~ \"公安\""},
    {"matches", "write \"~\" and a pattern: agency ~ \"公安|教育\""},
    {"equals", "write \"=\""},
    {"distinct", "\"count agencies\" counts each once"},
    {"offset", "\"limit 5\" shows the first five rows as they stand, no others"},
    {"during", "write \"where year=2021\" or \"for 2019..2021\""},
    {"join",
     "figures of one report stand side by side by themselves: \"sum received, applications by "
     "year\""},
    {"percent", "\"top 10\" counts rows; a part of the whole is \"share\""},
    {"into", "write \"to \"f.csv\"\""},
    {"then", "end the statement with a new line or \";\""},
};

static const char *of_habit(const struct habit *habits, size_t n, struct str word) {
  for (size_t i = 0; i < n; i++)
    if (str_same_word(word, str_from_z(habits[i].word)))
      return habits[i].hint;
  return NULL;
}

static int kind_at(const struct parse *parse, size_t at) {
  return at < parse->ntokens ? parse->tokens[at].kind : 0;
}

static int kind_before(const struct parse *parse, size_t back) {
  return parse->token >= back ? parse->tokens[parse->token - back].kind : 0;
}

static bool is_value(int kind) {
  return kind == TOK_NAME || kind == TOK_STRING || kind == TOK_INT;
}

/* Does a token of this kind stand before the failing one? */
static bool has_before(const struct parse *parse, int kind) {
  for (size_t i = 0; i < parse->token; i++)
    if (parse->tokens[i].kind == kind)
      return true;
  return false;
}

/* `outcome = a or b`: the b is taken for the beginning of another test, and nothing follows it. */
static bool is_bare_list(const struct parse *parse) {
  int op = kind_before(parse, 4);
  return (op == TOK_EQ || op == TOK_NE) && kind_before(parse, 2) == TOK_OR &&
         is_value(kind_before(parse, 1));
}

static bool is_comparison(int kind) {
  return kind == TOK_EQ || kind == TOK_EQEQ || kind == TOK_NE || kind == TOK_LT || kind == TOK_LE ||
         kind == TOK_GT || kind == TOK_GE;
}

/* Two operators in a row that another language joins: <> and =>. */
static const char *of_operators(const struct parse *parse, int kind) {
  int before = kind_before(parse, 1);
  if (kind == TOK_GT && before == TOK_LT)
    return "write \"!=\"";
  if (kind == TOK_GT && before == TOK_EQ)
    return "write \">=\"";
  if (kind == TOK_LT && before == TOK_EQ)
    return "write \"<=\"";
  if (kind == TOK_GT && kind_at(parse, parse->token + 1) == TOK_STRING)
    return "write \"to \"f.csv\"\"";
  bool is_range = kind_before(parse, 2) == TOK_LE || kind_before(parse, 2) == TOK_LT;
  if (is_comparison(kind) && is_range)
    return "write \"between 2019 and 2021\" or \"in 2019..2021\"";
  return is_comparison(kind) && has_before(parse, TOK_WHERE)
             ? "comparisons do not chain: join two with \"and\""
             : NULL;
}

static bool is_figure_verb(int kind) {
  return (kind >= TOK_SUM && kind <= TOK_GAP) || kind == TOK_RATE || kind == TOK_SHARE;
}

static bool begins_test(int kind) {
  return kind == TOK_WHERE || kind == TOK_HAVING || kind == TOK_AND || kind == TOK_OR ||
         kind == TOK_NOT || kind == TOK_LP;
}

static const char *const needs_test = "a condition needs a test, as in \"year=2021\"";

/* `where year 2021` */
static bool lacks_test(const struct parse *parse, int kind) {
  return kind_before(parse, 1) == TOK_NAME && begins_test(kind_before(parse, 2)) && is_value(kind);
}

/* Within a condition: a test that lacks its operator, or figures where measures stand. */
static const char *of_test(const struct parse *parse, int kind) {
  int before = kind_before(parse, 1), two = kind_before(parse, 2);
  bool has_condition = has_before(parse, TOK_WHERE) || has_before(parse, TOK_HAVING);
  if (is_comparison(kind) && (before == TOK_WHERE || before == TOK_HAVING))
    return "name what is compared, as in \"having received > 100\"";
  if (before == TOK_IS && is_value(kind))
    return "write \"=\"; \"is\" asks for a state: missing, blank, text, unread or inferred";
  if (two == TOK_LP && kind_before(parse, 3) == TOK_IN)
    return "a list holds names, numbers and ranges, parted by commas";
  if (has_condition && is_figure_verb(before) && begins_test(two) && is_value(kind))
    return "a condition names measures and columns alone: \"gap applications by agency having gap "
           "!= 0\"";
  if (has_condition && kind != TOK_NAME && lacks_test(parse, kind))
    return needs_test;
  return NULL;
}

/* What the token and those around it tell. */
static const char *of_marks(const struct parse *parse, int kind) {
  int before = kind_before(parse, 1), first = kind_at(parse, 0);
  bool is_compare = first == TOK_COMPARE;
  if (kind == TOK_SQL)
    return "SQL is asked in a statement of its own: \"sql select …\"";
  if (is_compare && (kind == TOK_AND || kind == TOK_TO || kind == TOK_COMMA))
    return "write \"with\" between the two";
  if (before == TOK_SQL && parse->token == 1)
    return NULL;
  if (has_before(parse, TOK_CHANGE) && kind == TOK_RANGE)
    return "write \"change 2019 to 2021\"";
  if (kind == TOK_TO || (before == TOK_TO && kind == TOK_INT))
    return "write a range as 2019..2023; \"to\" names a file";
  if (before == TOK_TO)
    return "a file is written as a string: to \"f.csv\"";
  if (is_bare_list(parse))
    return "write the members in brackets: \"= (a or b)\" or \"in (a, b)\"";
  if (kind == TOK_COMMA && has_before(parse, TOK_BETWEEN))
    return "write \"between 2019 and 2021\"";
  if (kind == TOK_COMMA && (kind_before(parse, 2) == TOK_EQ || kind_before(parse, 2) == TOK_NE))
    return "write several in brackets: \"in (a, b)\"";
  if (kind == TOK_MINUS && before == TOK_INT)
    return "write a range as 2019..2023";
  if (kind == TOK_INT && before == TOK_IN && first == TOK_FIND)
    return "write \"in section 6\"";
  if (kind == TOK_INT && before == TOK_REPORT)
    return "whose? write \"show report \"X\" 2021\"";
  if (kind == TOK_STRING && (first == TOK_FLOW || first == TOK_MEMBERS) && parse->token == 1)
    return "write \"of\" before the name";
  if (kind == 0 && parse->expected[TOK_RP])
    return "a bracket is still open";
  if (kind == 0 && parse->expected[TOK_EQ] && parse->expected[TOK_UNDER])
    return needs_test;
  if (kind == TOK_INT && before == TOK_IN)
    return "write \"where year=2021\", or \"in section 6\" of a narrative";
  if (kind == TOK_INT && before == TOK_OF)
    return "write \"where year=2021\"";
  if (kind == TOK_AND && (has_before(parse, TOK_BY) || has_before(parse, TOK_ACROSS)) &&
      !has_before(parse, TOK_WHERE))
    return "write a comma between dimensions: \"by year, agency\"";
  bool is_quotient = kind == TOK_SLASH && first >= TOK_SUM && first <= TOK_GAP;
  if (kind == TOK_SLASH && (first == TOK_RATE || (is_quotient && !has_before(parse, TOK_WHERE))))
    return "write \"rate … of …\"";
  if (first == TOK_RATE && kind == TOK_COMMA && !has_before(parse, TOK_BY))
    return "a question asks for one rate: ask for another in a statement of its own";
  if (kind == TOK_COMMA && kind_before(parse, 2) == TOK_AS)
    return "\"as\" names the column of a question with one figure";
  if (is_compare && (kind == TOK_WHERE || kind == TOK_BY || kind == TOK_HAVING))
    return "it takes no such clause: what is compared stands first, as in \"compare received of X "
           "2021 "
           "with 2022\"";
  if (kind == TOK_RP)
    return "no bracket is open here";
  if (kind == TOK_INT && before == TOK_NAME && kind_before(parse, 2) == TOK_EQ)
    return "write \"agency=X and year=2021\", or \"for \"X\" 2021\"";
  if (kind == TOK_OF && (before == TOK_SUM || before == TOK_AVG || before == TOK_COUNT))
    return "write the figure right behind it, as in \"sum received\"";
  const char *found = of_test(parse, kind);
  return found != NULL ? found : of_operators(parse, kind);
}

static const char *of_name(const struct parse *parse, struct str word) {
  int before = kind_before(parse, 1), first = kind_at(parse, 0);
  const size_t n = sizeof later_words / sizeof later_words[0];
  const char *found = of_habit(later_words, n, word);
  if (found == NULL && before != 0) /* `by each year`: taken for a name, and what follows fails */
    found = of_habit(later_words, n, token_text(parse, parse->tokens[parse->token - 1]));
  if (found != NULL)
    return found;
  if (before == TOK_TO)
    return "a file is written as a string: to \"f.csv\"";
  if (first == TOK_LOAD || first == TOK_RELOAD)
    return "a file or a folder is written as a string: load \"reports\"";
  if (first == TOK_FIND)
    return "write \"and\", \"or\" or \"not\" between words, or quote them as one";
  if ((first == TOK_FLOW || first == TOK_MEMBERS) && parse->token == 1)
    return "write \"of\" before the name";
  if (first == TOK_FLOW)
    return "it takes years alone, as in \"flow of X 2019..2021\"";
  if (is_figure_verb(before) && kind_before(parse, 2) == TOK_COMMA)
    return "figures of another kind are asked in a statement of their own";
  if (has_before(parse, TOK_WHERE) && lacks_test(parse, TOK_NAME))
    return needs_test;
  if (has_before(parse, TOK_WHERE) && before != TOK_WHERE)
    return "join two conditions with \"and\"";
  bool measures = first >= TOK_SUM && first <= TOK_GAP && parse->token == 2;
  return measures ? "several figures are parted by commas; a name of several words is quoted"
                  : NULL;
}

static const char *of_first(struct str word) {
  return of_habit(first_words, sizeof first_words / sizeof first_words[0], word);
}

bool hint_knows(struct str word) {
  return of_first(word) != NULL;
}

const char *hint_for(const struct parse *parse, struct token token) {
  struct str word = token_text(parse, token);
  int next = kind_at(parse, parse->token + 1);
  if (parse->token == 0) {
    const char *found = of_first(word);
    return found != NULL ? found
                         : "it begins with a verb, as in \"sum\", \"count\" or \"show report\": "
                           "\"help\" lists them";
  }
  bool is_call = token.kind == TOK_LP && (next == TOK_RP || kind_at(parse, 0) == TOK_COUNT);
  if (is_call)
    return kind_at(parse, 0) == TOK_COUNT ? "write \"count reports\" or \"count agencies\""
                                          : "write it without brackets";
  const char *found = of_marks(parse, token.kind);
  return found == NULL && token.kind != 0 && token.kind != TOK_STRING ? of_name(parse, word)
                                                                      : found;
}

const char *hint_for_character(uint32_t c, uint32_t next) {
  switch (c) {
  case '&':
    return "write \"and\"";
  case '|':
    return next == '|' ? "write \"or\"" : "to write a file: to \"f.csv\"; \"or\" joins conditions";
  case '!':
    return "write \"not\"";
  case '[':
  case ']':
  case '{':
  case '}':
    return "write round brackets";
  case '?':
    return "write \"help\"";
  case '`':
    return "quote a name with \"…\"";
  case '\\':
    return "a newline does not end a statement when the next line is indented";
  default:
    return NULL;
  }
}
