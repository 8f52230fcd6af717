/* slot: the words before a place → which names can stand there (see slot.h). */
#include "app/slot.h"

#include "app/settings.h"
#include "plan/resolve.h"

#include "ogi_grammar.h"

#define FIGURES (SLOT_MEASURES | SLOT_MEMBERS)
#define CONDITION (SLOT_DIMENSIONS | SLOT_MEASURES | SLOT_MEMBERS | SLOT_COUNTERS)

struct spot {
  struct arena *arena;
  const struct source *source;
  const struct token *at;
  size_t n;
};

static bool is_comparison(int kind) {
  return kind == TOK_EQ || kind == TOK_EQEQ || kind == TOK_NE || kind == TOK_UNDER ||
         kind == TOK_IN || kind == TOK_MATCH || kind == TOK_NOMATCH || kind == TOK_LT ||
         kind == TOK_LE || kind == TOK_GT || kind == TOK_GE;
}

static struct str text_of(const struct spot *p, size_t i) {
  return token_value(p->arena, p->source, p->at[i]);
}

/* Is one of the tokens of that kind? */
static bool has(const struct spot *p, int kind) {
  for (size_t i = 0; i < p->n; i++)
    if (p->at[i].kind == kind)
      return true;
  return false;
}

static struct slot any_word(unsigned wants) {
  return (struct slot){.wants = wants, .is_open = true};
}

static struct slot only(unsigned wants) {
  return (struct slot){.wants = wants};
}

static struct slot of(unsigned wants, struct str name) {
  return (struct slot){.wants = wants, .of = name, .is_open = true};
}

/* The values of what stands left of the comparison at `i`. */
static struct slot values_of(const struct spot *p, size_t i) {
  if (p->at[i].kind == TOK_MATCH || p->at[i].kind == TOK_NOMATCH)
    return any_word(0); /* a pattern */
  while (i > 0 && (p->at[i - 1].kind == TOK_NOT || is_comparison(p->at[i - 1].kind)))
    i--;
  struct slot slot = only(SLOT_VALUES);
  slot.of = i > 0 ? text_of(p, i - 1) : STR("");
  return slot;
}

/* `show rate …`: the names of that kind. */
static struct slot named(struct str kind, bool is_shown) {
  struct node word = {.text = kind};
  static const unsigned wants[] = {[DEFINES_MEASURE] = SLOT_FORMULAS,
                                   [DEFINES_RATE] = SLOT_RATES,
                                   [DEFINES_QUERY] = SLOT_QUERIES};
  int defined = definition_kind_named(kind);
  if (speaks_of_rules(&word))
    return only(SLOT_RULES | SLOT_FAMILIES);
  if (defined == DEFINES_MEASURE && is_shown)
    return only(SLOT_MEASURES);
  return defined >= 0 ? only(wants[defined]) : any_word(0);
}

/* What is set, and then its value. */
static struct slot setting(const struct spot *p) {
  struct slot slot = only(SLOT_SETTINGS);
  slot.has_phrase = true;
  if (p->n < 2)
    return slot;
  if (p->at[p->n - 1].kind == TOK_RANGE)
    return any_word(SLOT_YEARS);
  size_t last = p->at[p->n - 1].kind == TOK_EQ ? p->n - 1 : p->n;
  struct str words = str_sub(p->source->text, p->at[1].span.start, p->at[last - 1].span.end);
  const struct setting *known = setting_named(words);
  slot = of(SLOT_SETTINGS | SLOT_SETTING_VALUES, words);
  slot.is_open = false;
  slot.wants |= known != NULL ? known->names : 0;
  return slot;
}

/* Of a definition: free up to its `=`, or its colon. */
static struct slot definition(const struct spot *p, bool *is_known) {
  *is_known = true;
  if (p->n == 1)
    return any_word(SLOT_KINDS);
  bool has_body = has(p, TOK_EQ);
  if (p->at[1].kind == TOK_CHECK) {
    if (p->at[p->n - 1].kind == TOK_SEVERITY)
      return only(SLOT_SEVERITIES);
    bool is_begun = has(p, TOK_COLON) || has(p, TOK_WHERE) || has(p, TOK_EACH) || has(p, TOK_LP);
    return any_word(is_begun ? CONDITION : 0);
  }
  if (!has_body ||
      (p->at[1].kind != TOK_MEASURE && p->at[1].kind != TOK_RATE && p->at[1].kind != TOK_QUERY))
    return any_word(0);
  if (is_comparison(p->at[p->n - 1].kind) && !has(p, TOK_WHERE))
    return p->at[1].kind == TOK_QUERY ? any_word(0) : only(FIGURES);
  if (p->at[1].kind == TOK_MEASURE && !has(p, TOK_WHERE))
    return only(FIGURES);
  *is_known = false;
  return any_word(0);
}

/* Statements whose first words alone say what follows. */
static struct slot by_beginning(const struct spot *p, bool *is_known) {
  int first = p->at[0].kind, second = p->n > 1 ? p->at[1].kind : 0;
  int last = p->at[p->n - 1].kind;
  *is_known = true;
  switch (first) {
  case TOK_HELP:
    return (struct slot){.wants = SLOT_TOPICS, .has_phrase = true};
  case TOK_SET:
    return setting(p);
  case TOK_DEFINE:
    return definition(p, is_known);
  case TOK_USE:
    return second == TOK_FORM ? only(SLOT_FORMS) : only(SLOT_FILES);
  case TOK_LOAD:
    return last == TOK_AS   ? of(SLOT_FIXED, STR("load as"))
           : last == TOK_OF ? any_word(SLOT_AGENCIES)
           : has(p, TOK_OF) ? any_word(SLOT_YEARS)
                            : any_word(SLOT_FILES);
  case TOK_SQL:
    return has(p, TOK_TO) ? only(SLOT_FILES)
                          : of(SLOT_SQL, p->n > 1 ? text_of(p, p->n - 1) : STR(""));
  case TOK_RELOAD:
  case TOK_TEST:
  case TOK_SAVE:
    return only(SLOT_FILES);
  case TOK_DESCRIBE:
    return any_word(CONDITION | SLOT_RATES | SLOT_QUERIES | SLOT_AGENCIES);
  case TOK_MEMBERS:
    return only(SLOT_DIMENSIONS);
  case TOK_REPORT:
    return only(SLOT_FILES);
  case TOK_FIND:
    if (has(p, TOK_WHERE) || has(p, TOK_BY) || has(p, TOK_SECTION))
      break;
    return any_word(0);
  case TOK_WHAT: /* if …, another figure, … */
    if ((last == TOK_COMMA || last == TOK_AND) && !has(p, TOK_COLON) && p->n > 1 &&
        p->at[p->n - 2].kind != TOK_NAME && !has(p, TOK_LP))
      return only(FIGURES);
    break;
  case TOK_WAIVE:
  case TOK_EXPECT:
    if (p->n == 1)
      return only(SLOT_RULES | SLOT_FAMILIES);
    break;
  case TOK_SHOW:
  case TOK_DROP:
  case TOK_EDIT:
    if (p->n == 1)
      return any_word(first == TOK_SHOW ? SLOT_KIND_LISTS : SLOT_KINDS);
    if (p->n == 2 && second != TOK_REPORT && second != TOK_LOAD)
      return named(text_of(p, 1), first == TOK_SHOW);
    break;
  }
  *is_known = false;
  return any_word(0);
}

/* Is it `show load`, whose columns are its own? */
static bool is_of_loads(const struct spot *p) {
  return p->at[0].kind == TOK_SHOW && p->n > 1 && p->at[1].kind == TOK_LOAD;
}

/* Of a column of `show load` the values that it can have. */
static struct slot load_values(struct str column) {
  if (str_eq(column, STR("agency")))
    return any_word(SLOT_AGENCIES);
  return of(str_eq(column, STR("year")) ? SLOT_YEARS : SLOT_LOADS, column);
}

/* The bracket that is open innermost; n: none. */
static size_t open_bracket(const struct spot *p) {
  int depth = 0;
  for (size_t i = p->n; i-- > 0;) {
    depth += p->at[i].kind == TOK_RP;
    if (p->at[i].kind == TOK_LP && depth-- == 0)
      return i;
  }
  return p->n;
}

/* Does a comparison stand right before, or before the bracket of the list that is being written? */
static bool by_comparison(const struct spot *p, struct slot *slot) {
  size_t bracket = open_bracket(p), last = p->n - 1;
  if (bracket < p->n && bracket > 0) {
    if (is_comparison(p->at[bracket - 1].kind)) {
      *slot = values_of(p, bracket - 1);
      return true;
    }
    bool is_run = bracket > 1 && p->at[bracket - 2].kind == TOK_RUN;
    if (is_run || p->at[bracket - 1].kind == TOK_NAME) { /* run q(…), previous(…) */
      *slot =
          is_run ? of(SLOT_AGENCIES | SLOT_PARAMETERS, text_of(p, bracket - 1)) : any_word(FIGURES);
      return true;
    }
  }
  if (!is_comparison(p->at[last].kind) || (p->at[0].kind == TOK_ASSERT && !has(p, TOK_WHERE)))
    return false;
  *slot =
      p->at[last].kind == TOK_IN && has(p, TOK_SECTION) ? only(SLOT_SECTIONS) : values_of(p, last);
  return true;
}

/* Behind the word `i` an agency, or a year; behind the agency its years. */
static struct slot subject(const struct spot *p, size_t i) {
  const struct token *last = &p->at[p->n - 1];
  bool is_there = i + 1 < p->n && (last->kind == TOK_NAME || last->kind == TOK_STRING);
  return is_there ? of(SLOT_YEARS, text_of(p, p->n - 1)) : only(SLOT_AGENCIES | SLOT_YEARS);
}

/* Is it the `to` of `change latest-1 to`? */
static bool is_to_of_change(const struct spot *p) {
  size_t i = p->n - 1;
  bool is_to = p->at[i].kind == TOK_TO;
  while (is_to && i > 1 &&
         (p->at[i - 1].kind == TOK_INT || p->at[i - 1].kind == TOK_LATEST ||
          p->at[i - 1].kind == TOK_MINUS || p->at[i - 1].kind == TOK_PARAM))
    i--;
  return is_to && i > 0 && p->at[i - 1].kind == TOK_CHANGE;
}

/* Words behind which a number stands, a year or another. */
static bool by_number(const struct spot *p, struct slot *slot) {
  static const int years[] = {TOK_BASE, TOK_CHANGE, TOK_RANGE},
                   others[] = {TOK_TOP,   TOK_BOTTOM, TOK_LIMIT, TOK_DEPTH,
                               TOK_TABLE, TOK_TRACE,  TOK_UNTIL};
  int last = p->at[p->n - 1].kind;
  bool ends_change = is_to_of_change(p);
  bool is_place = last == TOK_COMMA && p->at[0].kind == TOK_TRACE;
  for (size_t i = 0; i < sizeof years / sizeof years[0]; i++)
    if (years[i] == last || ends_change) {
      *slot = any_word(SLOT_YEARS);
      return true;
    }
  for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
    if (others[i] == last || is_place) {
      *slot = of(SLOT_FIXED, is_place ? STR("trace ,") : str_from_z(token_kind_name(last)));
      return true;
    }
  return false;
}

/* The nearest word before that says what follows. */
static struct slot by_word(const struct spot *p, size_t i) {
  bool is_right_before = i + 1 == p->n;
  switch (p->at[i].kind) {
  case TOK_BY:
    if (i > 0 && p->at[i - 1].kind == TOK_ORDER)
      return any_word(CONDITION);
    if (i > 1 && (p->at[i - 1].kind == TOK_TIES || p->at[i - 2].kind == TOK_TOP ||
                  p->at[i - 2].kind == TOK_BOTTOM))
      return any_word(FIGURES | SLOT_DIMENSIONS);
    return only(SLOT_DIMENSIONS);
  case TOK_ACROSS:
    return only(SLOT_DIMENSIONS);
  case TOK_WITHIN:
    return any_word(SLOT_DIMENSIONS);
  case TOK_EACH:
    return any_word(SLOT_AGENCIES);
  case TOK_WHERE:
    return only(is_of_loads(p) ? SLOT_LOADS : CONDITION);
  case TOK_HAVING:
    return any_word(CONDITION);
  case TOK_IF: /* what if */
  case TOK_SHARE:
    return only(FIGURES);
  case TOK_RATE:
    return only(FIGURES | SLOT_RATES);
  case TOK_RUN:
    return is_right_before ? only(SLOT_QUERIES) : any_word(0);
  case TOK_CHECK:
    return only(SLOT_RULES | SLOT_FAMILIES);
  case TOK_SEVERITY:
    return only(SLOT_SEVERITIES);
  case TOK_FORMAT:
    return only(SLOT_CHECK_FORMATS);
  case TOK_IS:
    return of(SLOT_FIXED, STR("is"));
  case TOK_SECTION:
    return any_word(SLOT_SECTIONS);
  case TOK_TO:
  case TOK_BASELINE:
    return only(SLOT_FILES);
  case TOK_COMPARE:
    return is_right_before ? any_word(FIGURES | SLOT_AGENCIES) : subject(p, i);
  case TOK_REPORT:
  case TOK_DIAGNOSE:
  case TOK_CLAIMS:
  case TOK_FLOW:
  case TOK_WITH: /* compare … with */
    return subject(p, i);
  case TOK_FOR:
    return i > 0 && p->at[i - 1].kind == TOK_SQL ? only(SLOT_DIALECTS) : subject(p, i);
  case TOK_COUNT:
    return only(SLOT_COUNTED);
  case TOK_TOP:
  case TOK_BOTTOM:
    return any_word(SLOT_COUNTED | SLOT_DIMENSIONS);
  case TOK_AS:
    return any_word(has(p, TOK_PLOT) ? SLOT_CHARTS : 0);
  case TOK_BECAUSE:
    return any_word(0);
  }
  return only(FIGURES); /* sum … gap */
}

/* Does the token say what kind of name follows it? */
static bool decides(const struct spot *p, size_t i) {
  static const int kinds[] = {
      TOK_BY,      TOK_ACROSS, TOK_WITHIN,   TOK_EACH,    TOK_WHERE,    TOK_HAVING,   TOK_IF,
      TOK_SHARE,   TOK_RATE,   TOK_RUN,      TOK_CHECK,   TOK_SEVERITY, TOK_FORMAT,   TOK_IS,
      TOK_SECTION, TOK_TO,     TOK_BASELINE, TOK_COMPARE, TOK_REPORT,   TOK_DIAGNOSE, TOK_CLAIMS,
      TOK_FLOW,    TOK_FOR,    TOK_COUNT,    TOK_TOP,     TOK_BOTTOM,   TOK_AS,       TOK_BECAUSE};
  int kind = p->at[i].kind;
  if (kind == TOK_WITH)
    return p->at[0].kind == TOK_COMPARE;
  for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++)
    if (kinds[k] == kind)
      return true;
  return kind >= TOK_SUM && kind <= TOK_GAP;
}

struct slot slot_behind(struct arena *arena, const struct source *source,
                        const struct token_list *tokens) {
  struct spot p = {arena, source, tokens->at, tokens->n};
  struct slot slot;
  bool is_known;
  if (p.n == 0)
    return any_word(0);
  slot = by_beginning(&p, &is_known);
  if (is_known || by_number(&p, &slot))
    return slot;
  if (by_comparison(&p, &slot))
    return is_of_loads(&p) ? load_values(slot.of) : slot;
  for (size_t i = p.n; i-- > 0;) {
    if (decides(&p, i))
      return by_word(&p, i);
  }
  return any_word(0);
}

bool slot_is_year(const struct slot *slot) {
  bool is_value = (slot->wants & SLOT_VALUES) != 0 && report_dim_named(slot->of) == REPORT_YEAR;
  return is_value || (slot->wants & SLOT_YEARS) != 0;
}

bool slot_is_large(const struct slot *slot) {
  return (slot->wants & (SLOT_AGENCIES | SLOT_VALUES | SLOT_FILES | SLOT_YEARS)) != 0;
}
