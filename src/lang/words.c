/* words: how the tokens of the grammar are written: its words, and its marks (see words.h). */
#include "lang/words.h"

#include "lang/lex.h"
#include "ogi_grammar.h"

#include <string.h>

/* Words of the grammar. All but the reserved ones may also be names (%fallback). A word is matched
 * in any case. pNN is recognised apart. */
static const struct {
  const char *word;
  int kind;
  bool is_reserved; /* a newline after it does not end the statement */
} words[] = {
    {"and", TOK_AND, true},
    {"or", TOK_OR, true},
    {"not", TOK_NOT, true},
    {"in", TOK_IN, true},
    {"under", TOK_UNDER, true},
    {"between", TOK_BETWEEN, true},
    {"by", TOK_BY, true},
    {"where", TOK_WHERE, true},
    {"having", TOK_HAVING, true},
    {"across", TOK_ACROSS, true},
    {"within", TOK_WITHIN, true},
    {"of", TOK_OF, true},
    {"to", TOK_TO, true},
    {"with", TOK_WITH, true},
    {"for", TOK_FOR, true},
    {"as", TOK_AS, true},
    {"sum", TOK_SUM, false},
    {"avg", TOK_AVG, false},
    {"median", TOK_MEDIAN, false},
    {"min", TOK_MIN, false},
    {"max", TOK_MAX, false},
    {"stddev", TOK_STDDEV, false},
    {"first", TOK_FIRST, false},
    {"last", TOK_LAST, false},
    {"stated", TOK_STATED, false},
    {"gap", TOK_GAP, false},
    {"count", TOK_COUNT, false},
    {"reports", TOK_REPORTS, false},
    {"find", TOK_FIND, false},
    {"claims", TOK_CLAIMS, false},
    {"section", TOK_SECTION, false},
    {"show", TOK_SHOW, false},
    {"report", TOK_REPORT, false},
    {"describe", TOK_DESCRIBE, false},
    {"members", TOK_MEMBERS, false},
    {"load", TOK_LOAD, false},
    {"reload", TOK_RELOAD, false},
    {"drop", TOK_DROP, false},
    {"set", TOK_SET, false},
    {"use", TOK_USE, false},
    {"help", TOK_HELP, false},
    {"explain", TOK_EXPLAIN, false},
    {"define", TOK_DEFINE, false},
    {"tutorial", TOK_TUTORIAL, false},
    {"quit", TOK_QUIT, false},
    {"exit", TOK_QUIT, false},
    {"tokens", TOK_TOKENS, false},
    {"tree", TOK_TREE, false},
    {"plan", TOK_PLAN, false},
    {"sql", TOK_SQL, false},
    {"depth", TOK_DEPTH, false},
    {"leaves", TOK_LEAVES, false},
    {"total", TOK_TOTAL, false},
    {"top", TOK_TOP, false},
    {"bottom", TOK_BOTTOM, false},
    {"ties", TOK_TIES, false},
    {"limit", TOK_LIMIT, false},
    {"order", TOK_ORDER, false},
    {"asc", TOK_ASC, false},
    {"desc", TOK_DESC, false},
    {"own", TOK_OWN, false},
    {"consolidated", TOK_CONSOLIDATED, false},
    {"mixed", TOK_MIXED, false},
    {"ok", TOK_OK, false},
    {"table", TOK_TABLE, false},
    {"form", TOK_FORM, false},
    {"is", TOK_IS, false},
    {"share", TOK_SHARE, false},
    {"rate", TOK_RATE, false},
    {"change", TOK_CHANGE, false},
    {"base", TOK_BASE, false},
    {"rank", TOK_RANK, false},
    {"balanced", TOK_BALANCED, false},
    {"others", TOK_OTHERS, false},
    {"trace", TOK_TRACE, false},
    {"missing", TOK_MISSING, false},
    {"compare", TOK_COMPARE, false},
    {"flow", TOK_FLOW, false},
    {"peers", TOK_PEERS, false},
    {"assert", TOK_ASSERT, false},
    {"severity", TOK_SEVERITY, false},
    {"because", TOK_BECAUSE, false},
    {"each", TOK_EACH, false},
    {"save", TOK_SAVE, false},
    {"session", TOK_SESSION, false},
    {"asserting", TOK_ASSERTING, false},
    {"steps", TOK_STEPS, false},
    {"measure", TOK_MEASURE, false},
    {"query", TOK_QUERY, false},
    {"source", TOK_SOURCE, false},
    {"run", TOK_RUN, false},
    {"edit", TOK_EDIT, false},
    {"what", TOK_WHAT, false},
    {"if", TOK_IF, false},
    {"check", TOK_CHECK, false},
    {"all", TOK_ALL, false},
    {"timing", TOK_TIMING, false},
    {"diagnose", TOK_DIAGNOSE, false},
    {"clean", TOK_CLEAN, false},
    {"doubt", TOK_DOUBT, false},
    {"format", TOK_FORMAT, false},
    {"test", TOK_TEST, false},
    {"waive", TOK_WAIVE, false},
    {"waivers", TOK_WAIVERS, false},
    {"stale", TOK_STALE, false},
    {"until", TOK_UNTIL, false},
    {"baseline", TOK_BASELINE, false},
    {"expect", TOK_EXPECT, false},
    {"plot", TOK_PLOT, false},
    {"latest", TOK_LATEST, false},
};
#define NWORDS (sizeof words / sizeof words[0])
#define NWORDS (sizeof words / sizeof words[0])

static const struct {
  const char *text;
  int kind;
} marks[] = {
    {"==", TOK_EQEQ},  {"!=", TOK_NE},   {"<=", TOK_LE},   {">=", TOK_GE},   {"!~", TOK_NOMATCH},
    {"..", TOK_RANGE}, {"=", TOK_EQ},    {"<", TOK_LT},    {">", TOK_GT},    {"~", TOK_MATCH},
    {"(", TOK_LP},     {")", TOK_RP},    {",", TOK_COMMA}, {"+", TOK_PLUS},  {"-", TOK_MINUS},
    {"*", TOK_STAR},   {"/", TOK_SLASH}, {".", TOK_DOT},   {":", TOK_COLON},
};
#define NMARKS (sizeof marks / sizeof marks[0])

int word_kind(struct str word) {
  char lower[16];
  if (word.n == 0 || word.n >= sizeof lower)
    return TOK_NAME;
  for (size_t i = 0; i < word.n; i++)
    lower[i] = word.p[i] >= 'A' && word.p[i] <= 'Z' ? (char)(word.p[i] + 32) : word.p[i];
  struct str folded = {lower, word.n};
  for (size_t i = 0; i < NWORDS; i++)
    if (words[i].word[0] == lower[0] && str_eq(folded, str_from_z(words[i].word)))
      return words[i].kind;
  bool is_percentile = word.n >= 2 && word.n <= 3 && lower[0] == 'p' && lower[1] >= '1' &&
                       lower[1] <= '9' && (word.n == 2 || (lower[2] >= '0' && lower[2] <= '9'));
  return is_percentile ? TOK_PNN : TOK_NAME;
}

int mark_kind(const char two[2], size_t *length) {
  for (size_t i = 0; i < NMARKS; i++) {
    *length = strlen(marks[i].text);
    if (strncmp(two, marks[i].text, *length) == 0)
      return marks[i].kind;
  }
  *length = 0;
  return 0;
}

bool token_is_open_ended(int kind) {
  for (size_t i = 0; i < NWORDS; i++)
    if (words[i].is_reserved && words[i].kind == kind)
      return true;
  for (size_t i = 0; i < NMARKS; i++)
    if (marks[i].kind == kind)
      return kind != TOK_RP && kind != TOK_RANGE; /* in a range `2020..` one end may be missing */
  return false;
}

bool word_is_reserved(struct str word) {
  int kind = word_kind(word);
  for (size_t i = 0; i < NWORDS; i++)
    if (words[i].kind == kind && words[i].is_reserved)
      return true;
  return false;
}

bool token_is_keyword(int kind) {
  for (size_t i = 0; i < NWORDS; i++)
    if (words[i].kind == kind)
      return true;
  return kind == TOK_PNN;
}

const char *token_kind_name(int kind) {
  for (size_t i = 0; i < NWORDS; i++)
    if (words[i].kind == kind)
      return words[i].word;
  for (size_t i = 0; i < NMARKS; i++)
    if (marks[i].kind == kind)
      return marks[i].text;
  switch (kind) {
  case TOK_NAME:
    return "a name";
  case TOK_STRING:
    return "a string";
  case TOK_INT:
    return "a whole number";
  case TOK_DEC:
    return "a number";
  case TOK_PERCENT:
    return "a percentage";
  case TOK_DATE:
    return "a date";
  case TOK_PARAM:
    return "a parameter";
  case TOK_PNN:
    return "a percentile (p90)";
  case TOK_RAW:
    return "a question in SQL";
  default:
    return "something else";
  }
}
