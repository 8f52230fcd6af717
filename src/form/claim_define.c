/* claim_define: `define claims FORM ( … )` → the words of claims (see claim.h). What each entry
 * says is told beside them in stdlib/forms/cn-claims.ogi.
 */
#include "base/utf8.h"
#include "form/claim_words.h"
#include "form/item.h"

#define GAP '*'    /* in a phrase: any words of the same clause */
#define FIGURE '#' /* in a phrase: the figure */

/* Raise it by two when sentences are read, or judged, another way. */
#define READING 3

uint64_t claim_words_hash(const struct claim_words *words) {
  return words->hash * READING;
}

static void mix(struct claim_words *words, const struct node *node) {
  words->hash = (words->hash ^ str_hash(node->text)) * 1099511628211u;
  for (const struct node *child = node->first; child != NULL; child = child->next)
    mix(words, child);
}

static struct claim_word make_word(struct arena *arena, struct str text) {
  struct claim_word word = {.text = text};
  word.c = ARENA_ARRAY(arena, uint32_t, text.n + 1);
  for (size_t i = 0, length; i < text.n; i += length)
    word.c[word.n++] = letter_folded(utf8_at(str_sub(text, i, text.n), &length));
  return word;
}

/* --- Keys */

static bool find_member(const struct vocab *vocab, const struct measure *measure, struct str key,
                        int *slot, int *member) {
  for (*slot = 0; *slot < measure->ndims; ++*slot) {
    const struct dimension *dimension = &vocab->dimensions[measure->dims[*slot]];
    for (*member = 1; *member < (int)dimension->nmembers; ++*member)
      if (str_eq(dimension->members[*member].names.key, key))
        return true;
  }
  return false;
}

/* "(a or b) and c of m" */
static struct str key_text(struct arena *arena, const struct vocab *vocab,
                           const struct claim_key *key) {
  const struct measure *measure = &vocab->measures[key->measure];
  struct sbuf b = {.arena = arena};
  int nslots = 0;
  for (int slot = 0, used = 0; slot < measure->ndims; slot++, used = 0) {
    for (int m = 0; m < key->nmembers; m++)
      used += key->members[m].slot == slot;
    nslots += used > 0;
  }
  for (int slot = 0, done = 0; slot < measure->ndims; slot++) {
    int used = 0, all = 0;
    for (int m = 0; m < key->nmembers; m++)
      all += key->members[m].slot == slot;
    bool has_brackets = all > 1 && nslots > 1;
    for (int m = 0; m < key->nmembers; m++) {
      if (key->members[m].slot != slot)
        continue;
      const struct dimension *dimension = &vocab->dimensions[measure->dims[slot]];
      struct str member = dimension->members[key->members[m].member].names.key;
      const char *before = used > 0 ? " or " : done > 0 ? " and " : "";
      sbuf_addf(&b, "%s%s%.*s", before, has_brackets && used == 0 ? "(" : "", STR_ARG(member));
      used++;
    }
    if (has_brackets)
      sbuf_add_char(&b, ')');
    done += used > 0;
  }
  sbuf_addf(&b, "%s%.*s", nslots > 0 ? " of " : "", STR_ARG(measure->names.key));
  return sbuf_str(&b);
}

void claim_key_name(struct arena *arena, const struct vocab *vocab, struct claim_key *key) {
  key->text = key_text(arena, vocab, key);
}

/* The words behind `=`: a measure and members of its dimensions; or one word that is no measure. */
static bool take_key(const struct vocab *vocab, int form, const struct node *coords,
                     struct claim_key *key, struct diags *diags) {
  const struct node *name = coords->first;
  *key = (struct claim_key){.measure = -1, .text = name->text};
  for (int m = 0; m < (int)vocab->nmeasures; m++)
    if (vocab->measures[m].form == form && str_eq(vocab->measures[m].names.key, name->text))
      key->measure = m;
  if (key->measure < 0)
    return name->next == NULL || diag_add(diags, DIAG_DEFINITION, name->span,
                                          "there is no measure \"%.*s\"", STR_ARG(name->text));
  for (name = name->next; name != NULL; name = name->next) {
    int slot, member;
    if (!find_member(vocab, &vocab->measures[key->measure], name->text, &slot, &member))
      return diag_add(diags, DIAG_DEFINITION, name->span, "the measure has no member \"%.*s\"",
                      STR_ARG(name->text));
    if (key->nmembers == MAX_DIMS)
      return diag_add(diags, DIAG_DEFINITION, name->span, "at most %d members", MAX_DIMS);
    key->members[key->nmembers].slot = slot;
    key->members[key->nmembers++].member = member;
  }
  claim_key_name(diags->arena, vocab, key);
  return true;
}

/* --- Entries */

struct reading {
  struct claim_words *words;
  int form;
  struct diags *diags;
};

static const struct {
  const char *key, *tag;
  enum word_class class;
  int value;
} plain[] = {{"unit", "", CLASS_UNIT, 0},
             {"bound", "about", CLASS_BEFORE, BOUND_ABOUT},
             {"bound", "at_least", CLASS_BEFORE, BOUND_AT_LEAST},
             {"bound", "at_most", CLASS_BEFORE, BOUND_AT_MOST},
             {"bound_inside", "about", CLASS_WITHIN, BOUND_ABOUT},
             {"bound_inside", "at_least", CLASS_WITHIN, BOUND_AT_LEAST},
             {"bound_behind", "about", CLASS_BEHIND, BOUND_ABOUT},
             {"bound_behind", "at_least", CLASS_BEHIND, BOUND_AT_LEAST},
             {"bound_behind", "at_most", CLASS_BEHIND, BOUND_AT_MOST},
             {"ordinal", "", CLASS_ORDINAL, 0},
             {"idiom", "", CLASS_IDIOM, 0},
             {"filler", "", CLASS_FILLER, 0},
             {"speaks_of", "this_year", CLASS_YEAR, 0},
             {"speaks_of", "last_year", CLASS_YEAR, 1},
             {"speaks_of", "year_before_last", CLASS_YEAR, 2},
             {"until", "", CLASS_UNTIL, 0},
             {"compared", "", CLASS_COMPARED, 0},
             {"compared", "last_year", CLASS_COMPARED, 1},
             {"direction", "up", CLASS_UP, 1},
             {"direction", "down", CLASS_UP, -1},
             {"direction", "same", CLASS_UP, 0},
             {"degree", "", CLASS_DEGREE, 0},
             {"reach", "", CLASS_REACH, 0},
             {"parts", "", CLASS_PART, 0},
             {"noun", "", CLASS_NOUN, 0},
             {"some", "", CLASS_SOME, 0},
             {"object_end", "", CLASS_END, 0},
             {"doubt", "", CLASS_DOUBT, 0},
             {"limit", "", CLASS_LIMIT, 0},
             {"context", "", CLASS_CONTEXT, 0},
             {"share_of", "", CLASS_SHARE, 0}};
#define NPLAIN (sizeof plain / sizeof plain[0])

static bool take_units(struct reading *r, const struct node *item, uint64_t *units) {
  const struct vocab *vocab = r->words->vocab;
  const struct node *coords = item_child(item, NODE_COORDS);
  *units = 0;
  for (const struct node *name = coords != NULL ? coords->first : NULL; name; name = name->next) {
    size_t u = 0;
    while (u < vocab->nunits && !str_eq(vocab->units[u].names.key, name->text))
      u++;
    if (u == vocab->nunits || u >= 64)
      return diag_add(r->diags, DIAG_DEFINITION, name->span, "there is no unit \"%.*s\"",
                      STR_ARG(name->text));
    *units |= (uint64_t)1 << u;
  }
  return true;
}

/* A class of words; false when the entry is none, or after a message. */
static bool take_plain(struct reading *r, const struct node *item, bool *is_taken) {
  struct str key = item->first->text, tag = STR("");
  if (item->first->next != NULL && item->first->next->kind == NODE_NAME)
    tag = item->first->next->text;
  for (size_t i = 0; i < NPLAIN; i++) {
    if (!str_eq(key, str_from_z(plain[i].key)) || !str_eq(tag, str_from_z(plain[i].tag)))
      continue;
    uint64_t units = 0;
    *is_taken = true;
    if (plain[i].class == CLASS_UNIT && !take_units(r, item, &units))
      return false;
    for (const struct node *atom = item->first->next; atom != NULL; atom = atom->next)
      if (atom->kind == NODE_STRING) {
        struct claim_word word = make_word(r->diags->arena, atom->text);
        word.tag = plain[i].value;
        word.units = units;
        if (!word_add(r->diags->arena, &r->words->of[plain[i].class], word))
          return diag_add(r->diags, DIAG_DEFINITION, atom->span, "a class has too many words");
      }
    return true;
  }
  return false;
}

/* "收到*申请#" */
static bool take_phrase(struct reading *r, const struct node *item, struct phrase *phrase) {
  struct arena *arena = r->diags->arena;
  const struct node *text = item->first;
  phrase->terms = ARENA_ARRAY(arena, struct claim_word, text->text.n + 1);
  size_t start = 0, nfigures = 0;
  for (size_t i = 0; i <= text->text.n; i++) {
    char c = i < text->text.n ? text->text.p[i] : GAP;
    if (c != GAP && c != FIGURE)
      continue;
    if (i > start)
      phrase->terms[phrase->n++] = make_word(arena, str_sub(text->text, start, i));
    if (c == FIGURE) {
      nfigures++;
      phrase->figure = phrase->n;
      phrase->is_near = i + 1 < text->text.n && text->text.p[i + 1] != GAP;
    }
    start = i + 1;
  }
  for (size_t i = 0; i < phrase->n; i++)
    phrase->length += phrase->terms[i].n;
  bool is_topic = phrase->kind == PHRASE_TOPIC;
  if (is_topic)
    phrase->figure = phrase->n;
  const struct claim_word *last = phrase->figure > 0 ? &phrase->terms[phrase->figure - 1] : NULL;
  if (last != NULL && !is_topic)
    phrase->ends = last->c[last->n - 1];
  return (phrase->n > 0 && nfigures == (is_topic ? 0 : 1)) ||
         diag_add(r->diags, DIAG_DEFINITION, text->span,
                  is_topic ? "what changes is said without the figure \"%c\""
                           : "a phrase has words and one figure \"%c\"",
                  FIGURE);
}

static bool take_phrases(struct reading *r, const struct node *item, enum phrase_kind kind) {
  struct claim_words *words = r->words;
  const struct node *coords = item_child(item, NODE_COORDS), *items = item_child(item, NODE_ITEMS);
  struct claim_key key;
  bool in_context = item_has(item, "in_context");
  if (coords == NULL || items == NULL)
    return diag_add(r->diags, DIAG_DEFINITION, item->span,
                    "what is counted, and phrases, are missing");
  if (!take_key(words->vocab, r->form, coords, &key, r->diags))
    return false;
  for (const struct node *one = items->first; one != NULL; one = one->next) {
    struct phrase phrase = {.kind = kind, .key = key, .in_context = in_context};
    if (!take_phrase(r, one, &phrase))
      return false;
    ARENA_PUSH(r->diags->arena, &words->phrases, phrase);
  }
  return true;
}

static bool take_denial(struct reading *r, const struct node *item) {
  struct claim_words *words = r->words;
  struct arena *arena = r->diags->arena;
  const struct node *items = item_child(item, NODE_ITEMS);
  struct denial denial = {.is_listed = item_has(item, "listed")};
  denial.cues = ARENA_ARRAY(arena, struct claim_word, node_count(item));
  for (const struct node *atom = item->first; atom != NULL; atom = atom->next)
    if (atom->kind == NODE_STRING)
      denial.cues[denial.ncues++] = make_word(arena, atom->text);
  denial.objects =
      ARENA_ARRAY(arena, struct denial_object, items != NULL ? node_count(items) + 1 : 1);
  for (const struct node *one = items != NULL ? items->first : NULL; one; one = one->next) {
    struct denial_object *object = &denial.objects[denial.nobjects++];
    const struct node *coords = item_child(one, NODE_COORDS);
    struct str text = one->first->text;
    object->is_near = text.n > 0 && text.p[0] == FIGURE;
    object->word = make_word(arena, str_sub(text, object->is_near, text.n));
    if (coords == NULL)
      return diag_add(r->diags, DIAG_DEFINITION, one->span, "what is counted is missing");
    if (!take_key(words->vocab, r->form, coords, &object->key, r->diags))
      return false;
  }
  ARENA_PUSH(arena, &words->denials, denial);
  return true;
}

static bool take_entry(struct reading *r, const struct node *item) {
  static const struct {
    const char *key;
    enum phrase_kind kind;
  } kinds[] = {{"counts", PHRASE_COUNTS},
               {"perhaps", PHRASE_PERHAPS},
               {"then", PHRASE_THEN},
               {"topic", PHRASE_TOPIC}};
  struct str key = item->first->text;
  bool is_taken = false;
  if (take_plain(r, item, &is_taken) || is_taken)
    return !diags_failed(r->diags);
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (str_eq(key, str_from_z(kinds[i].key)))
      return take_phrases(r, item, kinds[i].kind);
  if (str_eq(key, STR("denies")))
    return take_denial(r, item);
  return diag_add(r->diags, DIAG_DEFINITION, item->span, "claims have no words \"%.*s\"",
                  STR_ARG(key));
}

/* The members of the form's dimensions by their names: 自然人. */
static void take_members(struct arena *arena, const struct vocab *vocab, int form,
                         struct claim_words *words) {
  for (int d = 0; d < (int)vocab->ndimensions; d++) {
    const struct dimension *dimension = &vocab->dimensions[d];
    for (int m = 1; m < (int)dimension->nmembers && dimension->form == form; m++) {
      struct member_word member = {.dimension = d, .member = m};
      member.word = make_word(arena, dimension->members[m].names.zh);
      if (member.word.n > 0)
        ARENA_PUSH(arena, &words->members, member);
    }
  }
}

bool claim_define(struct vocab *vocab, const struct node *item, int of_file, struct diags *diags) {
  int form = (int)vocab->nforms - 1;
  (void)of_file;
  while (form >= 0 && !str_eq(vocab->forms[form].names.key, item->first->text))
    form--;
  if (form < 0)
    return diag_add(diags, DIAG_DEFINITION, item->span, "there is no form \"%.*s\"",
                    STR_ARG(item->first->text));
  struct claim_words *words = vocab->forms[form].claims;
  if (words == NULL)
    words = ARENA_NEW(diags->arena, struct claim_words);
  if (words->vocab == NULL)
    take_members(diags->arena, vocab, form, words);
  struct reading r = {.words = words, .form = form, .diags = diags};
  const struct node *items = item_child(item, NODE_ITEMS);
  words->vocab = vocab;
  vocab->forms[form].claims = words;
  mix(words, item);
  for (const struct node *one = items != NULL ? items->first : NULL; one; one = one->next)
    if (!take_entry(&r, one))
      return false;
  return phrases_index(diags->arena, words) ||
         diag_add(diags, DIAG_DEFINITION, item->span, "there are too many phrases");
}
