/* claim: sentences → claims (see claim.h). A sentence is read in four steps: its figures and years
 * (claim_figure.c); the claims they make, by what stands around them (claim_key.c); what is denied
 * and what rises or falls without a figure; then which claims are parts of which whole.
 */
#include "base/prose.h"
#include "form/claim_words.h"

#include <stdlib.h>

/* How many sentences back the whole may stand whose parts are named. */
#define SENTENCES_BACK 2
/* Letters behind a year that is compared with in a clause of its own. */
#define ALONE 3

/* A claim before it stands in the list, with its place in the letters. */
struct draft {
  struct claim claim;
  size_t start, finish;        /* letters */
  const struct figure *figure; /* NULL: none */
  const struct phrase *phrase;
};

struct scan {
  struct arena *arena;
  const struct claim_words *words;
  int year;         /* the report's */
  bool in_context;  /* the section's heading, the last heading in it or the sentence says so */
  bool under_topic; /* the first two of these */
  bool is_topic;    /* the section's heading alone */
  struct span sentence;
  struct letters l;
  struct figures figures;
  struct year_mentions years;
  struct {
    struct draft *at;
    size_t n, cap;
  } drafts;
  struct claim_list *claims;
  size_t first[SENTENCES_BACK + 1]; /* of the first claims of the sentences before, last first */
};

const char *claim_kind_name(enum claim_kind kind) {
  static const char *const names[] = {
      [CLAIM_COUNT] = "count", [CLAIM_NONE] = "none",     [CLAIM_PART] = "part",
      [CLAIM_SHARE] = "share", [CLAIM_CHANGE] = "change", [CLAIM_DIRECTION] = "direction"};
  return names[kind];
}

const char *claim_bound_name(enum claim_bound bound) {
  static const char *const names[] = {[BOUND_EXACT] = "exact",
                                      [BOUND_ABOUT] = "about",
                                      [BOUND_AT_LEAST] = "at_least",
                                      [BOUND_AT_MOST] = "at_most",
                                      [BOUND_RANGE] = "range"};
  return names[bound];
}

/* --- Clauses */

static bool ends_clause(uint32_t c) {
  return c == ',' || c == ';' || c == ':' || c == 0x3002 || c == '!' || c == '?' || c == '\n';
}

/* Where the clause around `at` begins: behind a mark; brackets closed before `at` belong to it. */
static size_t clause_start(const struct letters *l, size_t at) {
  int depth = 0;
  for (size_t i = at; i > 0; i--) {
    uint32_t c = l->c[i - 1];
    if (c == ')')
      depth++;
    else if (c == '(' && depth-- == 0)
      return i;
    else if (depth == 0 && ends_clause(c) && !(c == ':' && i == at)) /* 申请:5件 */
      return i;
  }
  return 0;
}

static size_t clause_end(const struct letters *l, size_t at) {
  int depth = 0;
  for (size_t i = at; i < l->n; i++) {
    uint32_t c = l->c[i];
    if (c == '(')
      depth++;
    else if (c == ')' && depth-- == 0)
      return i;
    else if (depth == 0 && ends_clause(c))
      return i;
  }
  return l->n;
}

static struct stretch stretch_of(const struct scan *s, size_t i) {
  const struct figures *all = &s->figures;
  const struct figure *f = &all->at[i];
  struct stretch stretch = {.from = clause_start(&s->l, f->start), .start = f->start};
  stretch.end = f->finish;
  stretch.to = clause_end(&s->l, f->finish);
  if (i > 0 && all->at[i - 1].finish > stretch.from)
    stretch.from = all->at[i - 1].finish;
  if (i + 1 < all->n && all->at[i + 1].start < stretch.to)
    stretch.to = all->at[i + 1].start;
  return stretch;
}

/* --- The year */

static bool is_in_phrase(const struct letters *l, const struct year_mention *mention,
                         const struct phrase *phrase) {
  size_t n = mention->end - mention->start;
  for (size_t t = 0; phrase != NULL && t < phrase->n; t++)
    for (size_t i = 0; i + n <= phrase->terms[t].n; i++) {
      size_t k = 0;
      while (k < n && phrase->terms[t].c[i + k] == l->c[mention->start + k])
        k++;
      if (k == n)
        return true;
    }
  return false;
}

/* Does a year that is named speak of what stands at `at`? One that begins a clause does for the
 * rest of the sentence, if it is a number or a clause of its own (去年,); 上年 inside a clause does
 * for that clause, and a year yet to come (二〇三五年远景目标) for none. */
static bool reaches(const struct scan *s, const struct year_mention *mention, size_t at) {
  bool begins = mention->start == clause_start(&s->l, mention->start);
  bool is_alone = begins && mention->end < s->l.n && s->l.c[mention->end] == ',';
  if (mention->is_word)
    return is_alone || mention->start >= clause_start(&s->l, at);
  return begins || mention->year <= s->year;
}

/* The year that is spoken of at `at`: the last named before it that is neither compared with nor a
 * target, nor part of the words that say what is counted (上年结转). */
static int year_at(const struct scan *s, size_t at, const struct phrase *phrase) {
  int year = s->year;
  for (size_t i = 0; i < s->years.n && s->years.at[i].start < at; i++) {
    const struct year_mention *mention = &s->years.at[i];
    if (!mention->is_compared && !mention->is_target && reaches(s, mention, at) &&
        !is_in_phrase(&s->l, mention, phrase))
      year = mention->year;
  }
  return year;
}

/* The year compared with, for what stands at `at` in a clause that begins at `from`; 0 when it is
 * not said. */
static int year_against(const struct scan *s, size_t from, size_t at, int year) {
  int against = 0;
  for (size_t i = from; i < at; i++) {
    const struct claim_word *word = word_of(s->words, CLASS_COMPARED, &s->l, i);
    if (word != NULL && word->tag > 0)
      against = year - word->tag;
  }
  for (size_t i = 0; i < s->years.n && s->years.at[i].start < at; i++) {
    const struct year_mention *mention = &s->years.at[i];
    bool is_alone = clause_end(&s->l, mention->end) <= mention->end + ALONE; /* 与2020年相比, */
    if (mention->is_compared && (mention->start >= from || is_alone))
      against = mention->year;
  }
  return against;
}

/* --- Drafts */

static struct span span_of(const struct scan *s, size_t from, size_t to) {
  return (struct span){s->l.at[from], s->l.past[to - 1]};
}

static struct draft *draft_new(struct scan *s, enum claim_kind kind, size_t start, size_t finish) {
  struct draft draft = {.start = start, .finish = finish};
  draft.claim = (struct claim){.kind = kind, .sentence = s->sentence, .whole = -1};
  draft.claim.number = draft.claim.figure = span_of(s, start, finish);
  draft.claim.year = s->year;
  ARENA_PUSH(s->arena, &s->drafts, draft);
  return &s->drafts.at[s->drafts.n - 1];
}

/* A word of rising or falling that reaches up to `end`, fillers and bounds aside; NULL. Where the
 * figure is reached and not added (提高到95%) there is none. */
static const struct claim_word *rise_before(const struct scan *s, size_t from, size_t end,
                                            size_t *at) {
  for (;;) {
    const struct claim_word *word = word_before(s->words, CLASS_UP, &s->l, from, end);
    const struct claim_word *filler = word_before(s->words, CLASS_FILLER, &s->l, from, end);
    if (filler == NULL)
      filler = word_before(s->words, CLASS_BEFORE, &s->l, from, end);
    if (word != NULL) {
      *at = end - word->n;
      return word_of(s->words, CLASS_REACH, &s->l, end) == NULL ? word : NULL;
    }
    if (filler == NULL)
      return NULL;
    end -= filler->n;
  }
}

/* The key of the last claim before: of which `同比增长12%` speaks. */
static const struct claim_key *key_before(const struct scan *s) {
  return s->drafts.n > 0 ? s->drafts.at[s->drafts.n - 1].claim.counts : NULL;
}

/* What rises or falls: said in the clause before, or, where the clause begins with the comparison,
 * what the claim before it counts. */
static const struct claim_key *topic_of(const struct scan *s, size_t from, size_t at) {
  struct stretch stretch = {.from = from, .start = at, .end = at, .to = at};
  const struct phrase *phrase = phrase_find(s->words, &s->l, stretch, NULL, 1u << PHRASE_TOPIC);
  if (phrase != NULL)
    return &phrase->key;
  bool goes_on = at == from || word_of(s->words, CLASS_COMPARED, &s->l, from) != NULL ||
                 word_of(s->words, CLASS_SAME, &s->l, from) != NULL;
  return goes_on ? key_before(s) : NULL;
}

static void set_change(struct scan *s, struct claim *claim, size_t from, size_t at, int direction) {
  claim->direction = direction;
  claim->year = year_at(s, at, NULL);
  claim->against = year_against(s, from, at, claim->year);
}

/* None at all is none of what the form asks for too. */
static bool is_zero(const struct claim *claim) {
  return claim->value.kind == VALUE_INTEGER && claim->value.integer == 0;
}

/* May a figure without a unit end here? */
static bool is_set_off(const struct scan *s, size_t at) {
  uint32_t c = at < s->l.n ? s->l.c[at] : 0;
  return c == 0 || ends_clause(c) || c == '(' || c == ')' || c == 0x3001;
}

static bool share_dimension(const struct claim_words *words, const struct claim_key *a,
                            const struct claim_key *b) {
  if (a->measure < 0 || b->measure < 0)
    return false;
  const struct measure *x = &words->vocab->measures[a->measure];
  const struct measure *y = &words->vocab->measures[b->measure];
  for (int i = 0; i < x->ndims; i++)
    if (measure_slot(y, x->dims[i]) >= 0)
      return true;
  return false;
}

/* Does a claim before it in the sentence count something of the same kind? */
static bool goes_on(const struct scan *s, const struct phrase *phrase) {
  for (size_t i = 0; i + 1 < s->drafts.n; i++) {
    const struct claim *claim = &s->drafts.at[i].claim;
    if (claim->counts != NULL && share_dimension(s->words, claim->counts, &phrase->key))
      return true;
  }
  return false;
}

static void take_key(struct scan *s, struct draft *draft, struct stretch stretch) {
  const struct phrase *phrase =
      phrase_find(s->words, &s->l, stretch, draft->figure, 1u << PHRASE_COUNTS | 1u << PHRASE_THEN);
  if (phrase != NULL && phrase->kind == PHRASE_THEN && !goes_on(s, phrase))
    phrase = phrase_find(s->words, &s->l, stretch, draft->figure, 1u << PHRASE_COUNTS);
  bool is_sure =
      phrase != NULL && (s->in_context || !phrase->in_context || is_zero(&draft->claim)) &&
      word_in(s->words, CLASS_DOUBT, &s->l, clause_start(&s->l, draft->start), stretch.to, NULL) ==
          NULL;
  if (phrase == NULL)
    phrase = phrase_find(s->words, &s->l, stretch, draft->figure, 1u << PHRASE_PERHAPS);
  if (phrase != NULL && is_sure)
    draft->claim.counts = &phrase->key;
  else if (phrase != NULL)
    draft->claim.perhaps = &phrase->key;
  draft->phrase = phrase;
}

static void take_figure(struct scan *s, size_t i) {
  const struct figure *f = &s->figures.at[i];
  struct stretch stretch = stretch_of(s, i);
  size_t at = 0;
  const struct claim_word *rise = rise_before(s, stretch.from, f->start, &at);
  bool is_bare = f->word == NULL && !f->is_percent;
  enum claim_kind kind = f->is_percent ? CLAIM_SHARE : CLAIM_COUNT;
  struct draft *draft = draft_new(s, rise != NULL ? CLAIM_CHANGE : kind, f->start, f->finish);
  struct claim *claim = &draft->claim;
  draft->figure = f;
  claim->number = span_of(s, f->start, f->unit);
  claim->value = f->value;
  claim->bound = f->bound;
  claim->unit = f->word != NULL ? f->word->text : f->is_percent ? STR("%") : STR("");
  if (rise != NULL) {
    s->drafts.n--; /* so that it is not the claim before itself */
    claim->counts = topic_of(s, clause_start(&s->l, f->start), at);
    s->drafts.n++;
    set_change(s, claim, clause_start(&s->l, f->start), at, rise->tag);
  } else if (kind == CLAIM_COUNT) {
    take_key(s, draft, stretch);
    claim->year = year_at(s, f->start, draft->phrase);
  } else {
    size_t from = clause_start(&s->l, f->start);
    claim->year = year_at(s, f->start, NULL);
    s->drafts.n--;
    if (word_of(s->words, CLASS_SHARE, &s->l, from) != NULL)
      claim->counts = key_before(s);
    s->drafts.n++;
  }
  bool has_words = claim->counts != NULL || claim->perhaps != NULL;
  bool is_nothing =
      is_bare ? (!has_words && f->bound != BOUND_AT_LEAST) || f->is_han || !is_set_off(s, f->finish)
              : f->is_one && !has_words;
  if (is_nothing)
    s->drafts.n--;
}

/* --- What is denied */

static bool ends_object(const struct scan *s, size_t at) {
  return is_set_off(s, at) || word_of(s->words, CLASS_END, &s->l, at) != NULL;
}

/* Claims for what is denied by the cue at `at`; the offset behind the last of them. */
static size_t take_denial(struct scan *s, const struct denial *denial, size_t at, size_t behind) {
  size_t to = clause_end(&s->l, behind), done = behind;
  bool is_doubtful = word_in(s->words, CLASS_LIMIT, &s->l, at, to, NULL) != NULL;
  bool has_object = false;
  for (size_t i = behind; i < to; i++) {
    const struct denial_object *found = NULL;
    for (size_t o = 0; o < denial->nobjects; o++) {
      const struct denial_object *object = &denial->objects[o];
      if (word_at(&s->l, &object->word, i) && (found == NULL || object->word.n > found->word.n))
        found = object;
    }
    if (found == NULL || (found->is_near && i != behind) || i + found->word.n > to ||
        !ends_object(s, i + found->word.n))
      continue;
    struct draft *draft = draft_new(s, CLAIM_NONE, at, i + found->word.n);
    draft->claim.number = span_of(s, at, behind);
    draft->claim.value = value_integer(0);
    draft->claim.year = year_at(s, at, NULL);
    draft->claim.counts = is_doubtful ? NULL : &found->key;
    draft->claim.perhaps = is_doubtful ? &found->key : NULL;
    has_object = true;
    done = i + found->word.n;
    i = done - 1;
  }
  if (!has_object && denial->is_listed) {
    struct draft *draft = draft_new(s, CLAIM_NONE, at, to);
    draft->claim.number = span_of(s, at, behind);
    draft->claim.value = value_integer(0);
    draft->claim.year = year_at(s, at, NULL);
    done = to;
  }
  return done;
}

static void take_denials(struct scan *s) {
  for (size_t at = 0; at < s->l.n; at++) {
    const struct denial *denial = NULL;
    size_t longest = 0;
    if (!s->words->begins_denial[s->l.c[at] & 255])
      continue;
    for (size_t d = 0; d < s->words->denials.n; d++)
      for (size_t c = 0; c < s->words->denials.at[d].ncues; c++) {
        const struct claim_word *cue = &s->words->denials.at[d].cues[c];
        if (cue->n > longest && word_at(&s->l, cue, at)) {
          denial = &s->words->denials.at[d];
          longest = cue->n;
        }
      }
    if (denial != NULL)
      at = take_denial(s, denial, at, at + longest) - 1;
  }
}

/* --- What rises or falls without a figure */

static bool has_figure_at(const struct scan *s, size_t from, size_t to) {
  for (size_t i = 0; i < s->drafts.n; i++)
    if (s->drafts.at[i].start >= from && s->drafts.at[i].start < to &&
        s->drafts.at[i].claim.kind == CLAIM_CHANGE)
      return true;
  return false;
}

static void take_directions(struct scan *s) {
  for (size_t at = 0; at < s->l.n; at++) {
    const struct claim_word *word = word_of(s->words, CLASS_UP, &s->l, at);
    if (word == NULL)
      continue;
    size_t from = clause_start(&s->l, at), to = clause_end(&s->l, at);
    const struct claim_word *degree = word_before(s->words, CLASS_DEGREE, &s->l, from, at);
    bool is_said = (degree != NULL || word->tag == 0) && !has_figure_at(s, at, to) &&
                   word_in(s->words, CLASS_COMPARED, &s->l, from, at, NULL) != NULL;
    if (is_said) {
      size_t start = degree != NULL ? at - degree->n : at;
      const struct claim_key *topic = topic_of(s, from, start);
      struct draft *draft = draft_new(s, CLAIM_DIRECTION, start, at + word->n);
      set_change(s, &draft->claim, from, at, word->tag);
      draft->claim.counts = topic;
    }
    at += word->n - 1;
  }
}

/* --- Parts */

static bool is_amount(const struct draft *draft) {
  return draft->claim.kind == CLAIM_COUNT || draft->claim.kind == CLAIM_PART;
}

/* A figure that begins a matter of its own ends a list of parts: 办结70件. */
static bool is_own_matter(const struct draft *draft) {
  const struct claim_key *key = draft->claim.counts;
  return key != NULL && key->nmembers == 0;
}

static void make_part(struct scan *s, struct draft *draft, int whole, size_t base, bool is_all) {
  struct claim *part = &draft->claim;
  const struct claim_key *key = whole < (int)base ? s->claims->at[whole].counts
                                                  : s->drafts.at[(size_t)whole - base].claim.counts;
  part->kind = CLAIM_PART;
  part->whole = whole;
  part->is_all = is_all;
  if (key != NULL && part->counts != NULL && str_eq(key->text, part->counts->text))
    part->counts = part->perhaps = NULL; /* 收到申请5件,其中网上收到申请3件 */
}

/* 214个(162个,37个,15个): what stands in brackets right behind draft d. */
static void take_bracket(struct scan *s, size_t d, size_t base) {
  const struct draft *whole = &s->drafts.at[d];
  if (!is_amount(whole) || whole->finish >= s->l.n || s->l.c[whole->finish] != '(')
    return;
  size_t from = whole->finish + 1, to = clause_end(&s->l, from);
  while (to < s->l.n && s->l.c[to] != ')')
    to = clause_end(&s->l, to + 1);
  bool is_all = word_in(s->words, CLASS_SOME, &s->l, from, to, NULL) == NULL &&
                word_in(s->words, CLASS_PART, &s->l, from, to, NULL) == NULL;
  size_t n = 0;
  for (size_t i = d + 1; i < s->drafts.n && s->drafts.at[i].start < to; i++)
    n += is_amount(&s->drafts.at[i]) && str_eq(s->drafts.at[i].claim.unit, whole->claim.unit);
  for (size_t i = d + 1; i < s->drafts.n && s->drafts.at[i].start < to; i++)
    if (is_amount(&s->drafts.at[i]) && str_eq(s->drafts.at[i].claim.unit, whole->claim.unit))
      make_part(s, &s->drafts.at[i], (int)(base + d), base, is_all && n > 1);
}

/* The whole of parts named from letter `at` on, in `unit`: the last figure before them, here or one
 * or two sentences back; -1. */
static int whole_before(const struct scan *s, size_t at, struct str unit, size_t base) {
  for (size_t d = s->drafts.n; d > 0; d--) {
    const struct draft *draft = &s->drafts.at[d - 1];
    if (draft->start < at && is_amount(draft) && str_eq(draft->claim.unit, unit))
      return (int)(base + d - 1);
  }
  size_t from = s->first[SENTENCES_BACK - 1];
  for (size_t c = s->claims->n; c > from; c--) {
    const struct claim *claim = &s->claims->at[c - 1];
    if (claim->kind == CLAIM_COUNT && str_eq(claim->unit, unit))
      return (int)(c - 1);
  }
  return -1;
}

/* 其中A3件,B4件 */
static void take_listed(struct scan *s, size_t base) {
  size_t at = 0;
  while (at < s->l.n) {
    size_t cue = 0;
    const struct claim_word *word = word_in(s->words, CLASS_PART, &s->l, at, s->l.n, &cue);
    if (word == NULL)
      return;
    size_t next = s->l.n;
    at = cue + word->n;
    word_in(s->words, CLASS_PART, &s->l, at, s->l.n, &next);
    int whole = -1;
    bool is_open = true;
    for (size_t d = 0; d < s->drafts.n && is_open; d++) {
      struct draft *draft = &s->drafts.at[d];
      if (draft->start < at || draft->start >= next || draft->claim.kind != CLAIM_COUNT)
        continue;
      if (whole < 0)
        whole = whole_before(s, cue, draft->claim.unit, base);
      is_open = whole >= 0 && (whole < (int)base || (size_t)whole - base < d);
      const struct str unit = !is_open             ? STR("")
                              : whole >= (int)base ? s->drafts.at[(size_t)whole - base].claim.unit
                                                   : s->claims->at[whole].unit;
      bool is_first = d == 0 || s->drafts.at[d - 1].start < at;
      is_open = is_open && (is_first || !is_own_matter(draft));
      if (is_open && str_eq(unit, draft->claim.unit))
        make_part(s, draft, whole, base, false);
    }
  }
}

/* --- A sentence */

static int by_start(const void *a, const void *b) {
  const struct draft *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->finish < y->finish ? -1 : x->finish > y->finish;
}

static bool says_context(const struct scan *s) {
  return word_in(s->words, CLASS_CONTEXT, &s->l, 0, s->l.n, NULL) != NULL;
}

/* (二)依申请公开方面 */
static bool is_heading(const struct letters *l) {
  return l->n > 2 && l->c[0] == '(' && (l->c[2] == ')' || (l->n > 3 && l->c[3] == ')'));
}

static void scan_sentence(struct scan *s, struct str text) {
  s->figures.n = s->years.n = s->drafts.n = 0;
  letters_of(s->arena, text, s->sentence, &s->l);
  bool says = says_context(s);
  if (is_heading(&s->l))
    s->under_topic = s->is_topic || says;
  s->in_context = s->under_topic || says;
  figures_find(s->arena, s->words, &s->l, s->year, &s->figures, &s->years);
  for (size_t i = 0; i < s->figures.n; i++)
    take_figure(s, i);
  take_denials(s);
  take_directions(s);
  size_t base = s->claims->n;
  if (s->drafts.n > 1)
    qsort(s->drafts.at, s->drafts.n, sizeof *s->drafts.at, by_start);
  take_listed(s, base);
  for (size_t d = 0; d < s->drafts.n; d++)
    take_bracket(s, d, base);
  for (size_t d = 0; d < s->drafts.n; d++)
    ARENA_PUSH(s->arena, s->claims, s->drafts.at[d].claim);
  for (size_t i = SENTENCES_BACK; i > 0; i--)
    s->first[i] = s->first[i - 1];
  s->first[0] = base;
}

void claim_scan(struct arena *arena, const struct claim_words *words, struct str heading,
                struct str text, int year, struct claim_list *claims) {
  struct scan s = {.arena = arena, .words = words, .year = year, .claims = claims};
  s.sentence.end = (uint32_t)heading.n;
  letters_of(arena, heading, s.sentence, &s.l);
  s.is_topic = s.under_topic = says_context(&s);
  for (size_t i = 0; i <= SENTENCES_BACK; i++)
    s.first[i] = claims->n;
  for (size_t start = 0; start < text.n;) {
    size_t end = prose_sentence_end(text, start);
    s.sentence = (struct span){(uint32_t)start, (uint32_t)end};
    scan_sentence(&s, text);
    start = end;
  }
}
