/* claim: sentences → claims (see claim.h). A sentence is read in four steps: its figures and years
 * (claim_figure.c); the claims they make, by what stands around them, and what is denied or rises
 * without a figure (claim_draft.c, claim_key.c); then, here, which claims are parts of which whole.
 */
#include "base/prose.h"
#include "form/claim_scan.h"

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

/* --- Parts */

static bool is_amount(const struct draft *draft) {
  return draft->claim.kind == CLAIM_COUNT || draft->claim.kind == CLAIM_PART;
}

/* A figure that begins a matter of its own ends a list of parts: 办结70件. */
static bool is_own_matter(const struct draft *draft) {
  const struct claim_key *key = draft->claim.counts;
  return key != NULL && key->nmembers == 0;
}

/* The member whose name is all that stands before the figure, fillers aside: 自然人(申请)72件. */
static const struct member_word *member_before(const struct scan *s, const struct draft *draft,
                                               size_t from) {
  size_t end = draft->start, next;
  while (from < end && (s->l.c[from] == 0x3001 || s->l.c[from] == ' '))
    from++;
  for (;; end = next) {
    for (size_t i = 0; i < s->words->members.n; i++) {
      const struct member_word *member = &s->words->members.at[i];
      if (from + member->word.n == end && word_at(&s->l, &member->word, from))
        return member;
    }
    const struct claim_word *noun = word_before(s->words, CLASS_NOUN, &s->l, from, end);
    next = noun != NULL ? end - noun->n : strip_before(s->words, &s->l, from, end);
    if (next == end)
      return NULL;
  }
}

/* A part of what `whole` counts that is named as a member of one of its dimensions. */
static const struct claim_key *part_key(struct scan *s, const struct draft *draft, size_t from,
                                        const struct claim_key *whole) {
  const struct member_word *member =
      whole != NULL && whole->measure >= 0 ? member_before(s, draft, from) : NULL;
  if (member == NULL || whole->nmembers == MAX_DIMS)
    return NULL;
  const struct measure *measure = &s->words->vocab->measures[whole->measure];
  int slot = measure_slot(measure, member->dimension);
  for (int m = 0; m < whole->nmembers; m++)
    if (whole->members[m].slot == slot)
      return NULL;
  if (slot < 0)
    return NULL;
  struct claim_key *key = ARENA_NEW(s->arena, struct claim_key);
  *key = *whole;
  key->members[key->nmembers].slot = slot;
  key->members[key->nmembers++].member = member->member;
  claim_key_name(s->arena, s->words->vocab, key);
  return key;
}

/* Where the words before a part begin: behind the figure, the mark or the cue (其中) before it. */
static size_t part_start(const struct scan *s, const struct draft *draft) {
  size_t from = clause_start(&s->l, draft->start), cue;
  for (size_t i = 0; i < s->figures.n && s->figures.at[i].start < draft->start; i++)
    from = s->figures.at[i].finish > from ? s->figures.at[i].finish : from;
  const struct claim_word *word = word_in(s->words, CLASS_PART, &s->l, from, draft->start, &cue);
  return word != NULL ? cue + word->n : from;
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
  if (part->counts == NULL && part->perhaps == NULL)
    part->counts = part_key(s, draft, part_start(s, draft), key);
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
 * or, where they lead the sentence, one or two back; -1. */
static int whole_before(const struct scan *s, size_t at, bool leads, struct str unit, size_t base) {
  for (size_t d = s->drafts.n; d > 0; d--) {
    const struct draft *draft = &s->drafts.at[d - 1];
    if (draft->start < at && is_amount(draft) && str_eq(draft->claim.unit, unit))
      return (int)(base + d - 1);
  }
  if (!leads)
    return -1;
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
    bool is_open = true, leads = cue == 0 || (at < s->l.n && s->l.c[at] == ',');
    for (size_t d = 0; d < s->drafts.n && is_open; d++) {
      struct draft *draft = &s->drafts.at[d];
      if (draft->start < at || draft->start >= next || draft->claim.kind != CLAIM_COUNT)
        continue;
      if (whole < 0)
        whole = whole_before(s, cue, leads, draft->claim.unit, base);
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

static bool says_context(const struct scan *s) {
  return word_in(s->words, CLASS_CONTEXT, &s->l, 0, s->l.n, NULL) != NULL;
}

/* (二)依申请公开方面 */
static bool is_heading(const struct letters *l) {
  return l->n > 2 && l->c[0] == '(' && (l->c[2] == ')' || (l->n > 3 && l->c[3] == ')'));
}

/* May any claim stand in it: a figure, what is denied, what rises or falls? */
static bool may_claim(const struct letters *l) {
  return (l->any & (LETTER_NUMERAL | LETTER_DENIAL | 1u << CLASS_UP)) != 0;
}

static void take_claims(struct scan *s, size_t base) {
  s->figures.n = s->years.n = 0;
  figures_find(s->arena, s->own, s->words, &s->l, s->year, &s->figures, &s->years);
  drafts_make(s);
  if (s->drafts.n == 0)
    return;
  take_listed(s, base);
  for (size_t d = 0; d < s->drafts.n; d++)
    take_bracket(s, d, base);
  for (size_t d = 0; d < s->drafts.n; d++)
    ARENA_PUSH(s->arena, s->claims, s->drafts.at[d].claim);
}

static void scan_sentence(struct scan *s, struct str text) {
  letters_of(s->own, s->table, text, s->sentence, &s->l);
  bool is_new_topic = is_heading(&s->l), may = may_claim(&s->l);
  bool says = (is_new_topic || may) && says_context(s);
  if (is_new_topic)
    s->under_topic = s->is_topic || says;
  s->in_context = s->under_topic || says;
  size_t base = s->claims->n;
  if (may)
    take_claims(s, base);
  for (size_t i = SENTENCES_BACK; i > 0; i--)
    s->first[i] = s->first[i - 1];
  s->first[0] = base;
}

struct claim_reader {
  struct scan scan;
};

struct claim_reader *claim_reader_new(struct arena *arena, const struct claim_words *words) {
  struct claim_reader *reader = ARENA_NEW(arena, struct claim_reader);
  reader->scan.own = arena;
  reader->scan.words = words;
  reader->scan.table = letter_table_new(arena, words);
  return reader;
}

void claim_scan(struct arena *arena, struct claim_reader *reader, struct str heading,
                struct str text, int year, struct claim_list *claims) {
  struct scan *s = &reader->scan;
  s->arena = arena;
  s->year = year;
  s->claims = claims;
  s->sentence = (struct span){0, (uint32_t)heading.n};
  letters_of(s->own, s->table, heading, s->sentence, &s->l);
  s->is_topic = s->under_topic = says_context(s);
  for (size_t i = 0; i <= SENTENCES_BACK; i++)
    s->first[i] = claims->n;
  for (size_t start = 0; start < text.n;) {
    size_t end = prose_sentence_end(text, start);
    s->sentence = (struct span){(uint32_t)start, (uint32_t)end};
    scan_sentence(s, text);
    start = end;
  }
}

static const struct claim_key *key_copy(struct arena *arena, const struct claim_key *key) {
  if (key == NULL)
    return NULL;
  struct claim_key *copy = ARENA_NEW(arena, struct claim_key);
  *copy = *key;
  copy->text = str_copy(arena, key->text);
  return copy;
}

struct claim_list claims_copy(struct arena *arena, const struct claim_list *claims) {
  struct claim_list copy = {.n = claims->n, .cap = claims->n};
  copy.at = ARENA_ARRAY(arena, struct claim, claims->n + 1);
  for (size_t i = 0; i < claims->n; i++) {
    copy.at[i] = claims->at[i];
    copy.at[i].counts = key_copy(arena, claims->at[i].counts);
    copy.at[i].perhaps = key_copy(arena, claims->at[i].perhaps);
  }
  return copy;
}
