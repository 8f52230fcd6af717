/* claim_draft: a sentence's figures → the claims they make, by what stands around them; what is
 * denied; what rises or falls without a figure (see claim_scan.h).
 */
#include "form/claim_scan.h"

#include <stdlib.h>

/* Letters behind a year that is compared with in a clause of its own. */
#define ALONE 3

/* --- Clauses */

static bool ends_clause(uint32_t c) {
  return c == ',' || c == ';' || c == ':' || c == 0x3002 || c == '!' || c == '?' || c == '\n';
}

bool letter_stops(uint32_t c) {
  return ends_clause(c) || c == '(' || c == ')';
}

size_t clause_start(const struct letters *l, size_t at) {
  int depth = 0;
  for (size_t i = at; i > 0; i--) {
    uint32_t c = l->c[i - 1];
    if ((l->kinds[i - 1] & LETTER_STOP) == 0)
      continue;
    if (c == ')')
      depth++;
    else if (c == '(' && depth-- == 0)
      return i;
    else if (depth == 0 && ends_clause(c) && !(c == ':' && i == at)) /* 申请:5件 */
      return i;
  }
  return 0;
}

size_t clause_end(const struct letters *l, size_t at) {
  int depth = 0;
  for (size_t i = at; i < l->n; i++) {
    uint32_t c = l->c[i];
    if ((l->kinds[i] & LETTER_STOP) == 0)
      continue;
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
  ARENA_PUSH(s->own, &s->drafts, draft);
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

/* What the claim counts that stands in the clause right before the one that begins at `from`: of
 * which `同比增长12%` and `占34%` speak. */
static const struct draft *draft_before(const struct scan *s, size_t from) {
  const struct draft *before = NULL;
  for (size_t i = 0; i < s->drafts.n; i++) {
    const struct draft *draft = &s->drafts.at[i];
    if (draft->finish < from && (before == NULL || draft->finish > before->finish))
      before = draft;
  }
  if (before == NULL || from == 0 || (s->l.c[from - 1] != ',' && s->l.c[from - 1] != '('))
    return NULL;
  bool is_next = before->finish == from - 1 || clause_end(&s->l, before->finish) == from - 1;
  return is_next ? before : NULL;
}

static const struct claim_key *key_before(const struct scan *s, size_t from) {
  const struct draft *before = draft_before(s, from);
  return before != NULL ? before->claim.counts : NULL;
}

/* What rises or falls: said in the clause before, or, where the clause begins with the comparison,
 * what the claim before it counts. */
static const struct claim_key *topic_of(const struct scan *s, size_t from, size_t at) {
  struct stretch stretch = {.from = from, .start = at, .end = at, .to = at};
  const struct phrase *phrase = phrase_find(s->words, &s->l, stretch, NULL, 1u << PHRASE_TOPIC);
  if (phrase != NULL)
    return phrase->in_context && !s->in_context ? NULL : &phrase->key;
  bool goes_on = at == from || word_of(s->words, CLASS_COMPARED, &s->l, from) != NULL;
  return goes_on ? key_before(s, from) : NULL;
}

static void set_change(struct scan *s, struct claim *claim, size_t from, size_t at, int direction) {
  claim->direction = direction;
  claim->year = year_at(s, at, NULL);
  claim->against = year_against(s, from, at, claim->year);
  const struct draft *before = draft_before(s, from);
  if (claim->against == 0 && before != NULL && before->claim.kind == CLAIM_CHANGE)
    claim->against = before->claim.against; /* 较上年增加7件,增长18.4% */
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
    const struct draft *draft = &s->drafts.at[i];
    bool has_key = draft->claim.counts != NULL || draft->waits;
    if (has_key && share_dimension(s->words, &draft->phrase->key, &phrase->key))
      return true;
  }
  return false;
}

static bool is_waiting_among(const struct scan *s, size_t upto) {
  for (size_t i = 0; i < upto; i++)
    if (s->drafts.at[i].waits)
      return true;
  return false;
}

/* Of 1月至6月收到5件 the figure is not that of the year. Days (12月31日) are none. */
static bool names_months(const struct letters *l, size_t to) {
  int least = 13, most = 0;
  bool is_new = false; /* a clause has ended since the last month: what it named is over */
  for (size_t i = 0; i < to; i++) {
    int month = 0;
    size_t at = i;
    is_new = is_new || ends_clause(l->c[i]);
    while (at < to && at < i + 2 && l->c[at] >= '0' && l->c[at] <= '9')
      month = month * 10 + (int)(l->c[at++] - '0');
    bool is_month = at > i && at < to && l->c[at] == 0x6708;
    if (is_month && !(at + 1 < l->n && l->c[at + 1] >= '0' && l->c[at + 1] <= '9')) {
      least = month < least || is_new ? month : least;
      most = month > most || is_new ? month : most;
      is_new = false;
    }
    i = is_month ? at : i;
  }
  return most > 0 && !(least == 1 && most == 12);
}

static bool is_in_doubt(const struct scan *s, const struct draft *draft, struct stretch stretch) {
  size_t from = clause_start(&s->l, draft->start);
  return word_in(s->words, CLASS_DOUBT, &s->l, from, stretch.to, NULL) != NULL ||
         names_months(&s->l, draft->start);
}

static void take_key(struct scan *s, struct draft *draft, struct stretch stretch) {
  const unsigned then = 1u << PHRASE_THEN, others = 1u << PHRASE_COUNTS | 1u << PHRASE_PERHAPS;
  const struct phrase *phrase = phrase_find(s->words, &s->l, stretch, draft->figure, then | others);
  if (phrase != NULL && phrase->kind == PHRASE_THEN && !goes_on(s, phrase))
    phrase = phrase_find(s->words, &s->l, stretch, draft->figure, others);
  if (phrase == NULL)
    return;
  bool goes_with_waiting = phrase->kind == PHRASE_THEN && is_waiting_among(s, s->drafts.n - 1);
  bool needs_context =
      !s->in_context && !is_zero(&draft->claim) && (phrase->in_context || goes_with_waiting);
  bool is_free = phrase->kind != PHRASE_PERHAPS && !is_in_doubt(s, draft, stretch);
  draft->phrase = phrase;
  draft->waits = is_free && needs_context;
  if (is_free && !needs_context)
    draft->claim.counts = &phrase->key;
  else
    draft->claim.perhaps = &phrase->key;
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
  claim->units = f->word != NULL ? f->word->units : 0;
  claim->is_percent = f->is_percent;
  claim->unit = f->word != NULL ? f->word->text : f->is_percent ? STR("%") : STR("");
  if (rise != NULL) {
    claim->counts = topic_of(s, clause_start(&s->l, f->start), at);
    set_change(s, claim, clause_start(&s->l, f->start), at, rise->tag);
  } else if (kind == CLAIM_COUNT) {
    take_key(s, draft, stretch);
    claim->year = year_at(s, f->start, draft->phrase);
  } else {
    size_t from = clause_start(&s->l, f->start);
    claim->year = year_at(s, f->start, NULL);
    if (word_of(s->words, CLASS_SHARE, &s->l, from) != NULL)
      claim->counts = key_before(s, from);
  }
  bool has_words = claim->counts != NULL || claim->perhaps != NULL;
  bool is_nothing = is_bare
                        ? (!has_words && f->bound != BOUND_AT_LEAST) || !is_set_off(s, f->finish)
                        : f->is_one && !has_words;
  if (is_nothing)
    s->drafts.n--;
}

/* Two matters of the form side by side are context enough: 上年结转2件,新收47件. */
static void end_waiting(struct scan *s) {
  bool is_enough = false;
  for (size_t i = 0; i < s->drafts.n && !is_enough; i++)
    for (size_t k = i + 1; k < s->drafts.n && !is_enough; k++) {
      const struct draft *a = &s->drafts.at[i], *b = &s->drafts.at[k];
      is_enough = a->waits && b->waits && a->phrase->kind == PHRASE_COUNTS &&
                  b->phrase->kind == PHRASE_COUNTS &&
                  a->phrase->key.measure != b->phrase->key.measure &&
                  share_dimension(s->words, &a->phrase->key, &b->phrase->key);
    }
  for (size_t i = 0; i < s->drafts.n && is_enough; i++) {
    struct claim *claim = &s->drafts.at[i].claim;
    if (!s->drafts.at[i].waits)
      continue;
    claim->counts = claim->perhaps;
    claim->perhaps = NULL;
  }
}

/* --- What is denied */

static bool ends_object(const struct scan *s, size_t at) {
  return is_set_off(s, at) || word_of(s->words, CLASS_END, &s->l, at) != NULL;
}

/* Claims for what is denied by the cue at `at`; the offset behind the last of them. */
static size_t take_denial(struct scan *s, const struct denial *denial, size_t at, size_t behind) {
  size_t to = clause_end(&s->l, behind), done = behind;
  size_t from = clause_start(&s->l, at);
  bool is_doubtful = word_in(s->words, CLASS_LIMIT, &s->l, from, to, NULL) != NULL ||
                     word_in(s->words, CLASS_DOUBT, &s->l, from, at, NULL) != NULL ||
                     names_months(&s->l, at);
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
  if ((s->l.any & LETTER_DENIAL) == 0)
    return;
  for (size_t at = 0; at < s->l.n; at++) {
    const struct denial *denial = NULL;
    size_t longest = 0;
    if ((s->l.kinds[at] & LETTER_DENIAL) == 0)
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
  if ((s->l.any >> CLASS_UP & 1) == 0)
    return;
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

static int by_start(const void *a, const void *b) {
  const struct draft *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  return x->finish < y->finish ? -1 : x->finish > y->finish;
}

void drafts_make(struct scan *s) {
  s->drafts.n = 0;
  for (size_t i = 0; i < s->figures.n; i++)
    take_figure(s, i);
  end_waiting(s);
  take_denials(s);
  take_directions(s);
  if (s->drafts.n > 1)
    qsort(s->drafts.at, s->drafts.n, sizeof *s->drafts.at, by_start);
}
