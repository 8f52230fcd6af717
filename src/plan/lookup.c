/* lookup: names in a statement → what they mean, or a message with what is near (see resolve.h). */
#include "plan/resolve.h"

#include "base/utf8.h"

#define LISTED 12 /* no more names than that are spelled out in a message */

/* The dimensions of every report are the language's own, not a form's. */
static const struct {
  const char *key, *zh, *plural;
} report_dims[] = {
    [REPORT_YEAR] = {"year", "年份", "years"},
    [REPORT_AGENCY] = {"agency", "机关", "agencies"},
    [REPORT_REGION] = {"region", "地区", "regions"},
    [REPORT_LEVEL] = {"level", "层级", "levels"},
    [REPORT_FUNCTION] = {"function", "领域", "functions"},
    [REPORT_EDITION] = {"edition", "版式", "editions"},
    [REPORT_FORM] = {"form", "表式", "forms"},
};

int report_dim_named(struct str word) {
  for (int i = 0; i < (int)(sizeof report_dims / sizeof report_dims[0]); i++) {
    const char *names[] = {report_dims[i].key, report_dims[i].zh, report_dims[i].plural};
    for (int k = 0; k < 3; k++) {
      struct str name = str_from_z(names[k]);
      bool is_same = name.n == word.n;
      for (size_t c = 0; is_same && c < name.n; c++)
        is_same = name.p[c] == word.p[c] ||
                  (word.p[c] >= 'A' && word.p[c] <= 'Z' && name.p[c] == word.p[c] + 32);
      if (is_same)
        return i;
    }
  }
  if (str_eq(word, STR("年")))
    return REPORT_YEAR;
  return -1;
}

const char *report_dim_key(enum report_dim dim) {
  return report_dims[dim].key;
}

const char *report_dim_zh(enum report_dim dim) {
  return report_dims[dim].zh;
}

const char *report_dim_plural(enum report_dim dim) {
  return report_dims[dim].plural;
}

/* A rate where a measure must stand; false when the word names none. */
static bool hint_rate(struct resolve *r, const struct node *name) {
  const struct definition *rate = defined_named(r, FIND_RATE, name->text);
  if (rate != NULL)
    diag_hint(r->diags, "it is a rate: write \"rate %.*s\"", STR_ARG(rate->names.key));
  return rate != NULL;
}

static void hint_words(struct resolve *r, const struct str *words, size_t n, const char *lead) {
  struct sbuf b = {.arena = r->arena};
  for (size_t i = 0; i < n; i++)
    sbuf_addf(&b, "%s\"%.*s\"", i == 0 ? "" : i + 1 == n ? " or " : ", ", STR_ARG(words[i]));
  diag_hint(r->diags, "%s %.*s%s", lead, STR_ARG(sbuf_str(&b)),
            str_eq(str_from_z(lead), STR("did you mean")) ? "?" : "");
}

static uint64_t in_play(const struct resolve *r) {
  return r->forms != 0 ? r->forms : ALL_FORMS;
}

/* Hints at names near the one written; else lists them when they are few. */
static void hint_names(struct resolve *r, enum meaning_kind kind, int dimension, struct str word) {
  struct str near[3];
  size_t n = names_near_of(r->arena, r->vocab, in_play(r), kind, dimension, word, near);
  if (n == 0 && kind == MEANS_MEASURE && r->settings != NULL)
    n = defined_near(r, FIND_MEASURE, word, near);
  if (n > 0) {
    hint_words(r, near, n, "did you mean");
    return;
  }
  struct str keys[LISTED];
  size_t count = 0;
  for (size_t i = 0; i < r->vocab->nmeasures && kind == MEANS_MEASURE; i++)
    if ((in_play(r) >> r->vocab->measures[i].form & 1) != 0 && count++ < LISTED)
      keys[count - 1] = r->vocab->measures[i].names.key;
  if (kind == MEANS_MEMBER)
    count = r->vocab->dimensions[dimension].nmembers - 1;
  if (count > LISTED) {
    if (kind == MEANS_MEMBER)
      diag_hint(r->diags, "\"members of %.*s\" lists its %zu members",
                STR_ARG(r->vocab->dimensions[dimension].names.key), count);
    else
      diag_hint(r->diags, "\"help measures\" lists what can be asked");
    return;
  }
  for (size_t i = 0; i < count && kind == MEANS_MEMBER; i++)
    keys[i] = r->vocab->dimensions[dimension].members[i + 1].names.key;
  hint_words(r, keys, count, "it can be");
}

/* Several things are called so: those of several forms are told apart by the form. */
static int ambiguous(struct resolve *r, const struct node *name, const struct meaning *found,
                     size_t n) {
  struct str keys[4];
  bool differ = true;
  for (size_t i = 0; i < n && i < 4; i++)
    for (size_t k = 0; k < i; k++)
      differ = differ && meaning_forms(r->vocab, found[i]) != meaning_forms(r->vocab, found[k]);
  diag_add(r->diags, DIAG_AMBIGUOUS, name->span,
           differ ? "\"%.*s\" stands in %zu forms" : "\"%.*s\" may mean %zu things",
           STR_ARG(name->text), n);
  for (size_t i = 0; i < n && i < 4; i++) {
    int form = forms_single(meaning_forms(r->vocab, found[i]));
    keys[i] = differ && form >= 0
                  ? str_fmt(r->arena, "where form=%.*s", STR_ARG(r->vocab->forms[form].names.key))
                  : meaning_key(r->arena, r->vocab, found[i]);
  }
  hint_words(r, keys, n < 4 ? n : 4, "write");
  return -1;
}

/* What a word means among the measures or dimensions of the forms in play; those of other forms
 * only where these have none, for the message. */
static size_t find_in_play(const struct resolve *r, enum meaning_kind kind, struct str word,
                           struct meaning found[4]) {
  size_t n = names_find_of(r->vocab, in_play(r), kind, -1, word, found, 4);
  if (n == 0)
    n = names_find(r->vocab, kind, -1, word, found, 4);
  return n > 1 ? forms_choose(r, found, n < 4 ? n : 4) : n;
}

int lookup_dimension(struct resolve *r, const struct node *name) {
  struct meaning found[4];
  size_t n = find_in_play(r, MEANS_DIMENSION, name->text, found);
  if (n == 1)
    return found[0].index;
  if (n > 1)
    return ambiguous(r, name, found, n);
  struct str words[LISTED * 2], near[3];
  size_t nwords = 0;
  for (size_t i = 0; i < sizeof report_dims / sizeof report_dims[0]; i++)
    words[nwords++] = str_from_z(report_dims[i].key);
  diag_add(r->diags, DIAG_NAME, name->span, "there is no dimension \"%.*s\"", STR_ARG(name->text));
  size_t nnear = words_near(r->arena, words, nwords, name->text, near);
  if (nnear == 0)
    nnear = names_near_of(r->arena, r->vocab, in_play(r), MEANS_DIMENSION, -1, name->text, near);
  struct meaning other;
  if (nnear > 0)
    hint_words(r, near, nnear, "did you mean");
  else if (names_find(r->vocab, MEANS_MEMBER, -1, name->text, &other, 1) > 0)
    diag_hint(r->diags, "it is a member of \"%.*s\": write \"by %.*s\" or \"where %.*s=%.*s\"",
              STR_ARG(r->vocab->dimensions[other.dimension].names.key),
              STR_ARG(r->vocab->dimensions[other.dimension].names.key),
              STR_ARG(r->vocab->dimensions[other.dimension].names.key), STR_ARG(name->text));
  else if (names_find(r->vocab, MEANS_MEASURE, -1, name->text, &other, 1) > 0)
    diag_hint(r->diags,
              "it is a measure: \"rate A of B\" holds one against another, "
              "\"where %.*s > 10\" chooses reports by it",
              STR_ARG(name->text));
  else
    diag_hint(r->diags, "\"help dimensions\" lists them");
  return -1;
}

/* Complains when the measure belongs to another form than the query is about. */
static bool in_form(struct resolve *r, const struct node *name, struct meaning measure) {
  int form = forms_single(in_play(r)), of = r->vocab->measures[measure.index].form;
  if (form < 0 || form == of)
    return true;
  diag_add(r->diags, DIAG_NAME, name->span,
           "\"%.*s\" is a measure of the form \"%.*s\", not of \"%.*s\"", STR_ARG(name->text),
           STR_ARG(r->vocab->forms[of].names.key), STR_ARG(r->vocab->forms[form].names.key));
  hint_names(r, MEANS_MEASURE, -1, name->text);
  return false;
}

/* The first measure that the dimension divides; NULL: none. */
static const struct measure *divided_by(const struct resolve *r, int dimension) {
  for (size_t i = 0; i < r->vocab->nmeasures; i++)
    if (measure_slot(&r->vocab->measures[i], dimension) >= 0)
      return &r->vocab->measures[i];
  return NULL;
}

/* In place of a measure a member stands, or a dimension: how to ask by it. */
static bool hint_divided(struct resolve *r, struct str word) {
  struct meaning found;
  if (names_find(r->vocab, MEANS_MEMBER, -1, word, &found, 1) > 0) {
    const struct dimension *dimension = &r->vocab->dimensions[found.dimension];
    const struct measure *measure = divided_by(r, found.dimension);
    if (measure != NULL)
      diag_hint(r->diags, "it is a member of \"%.*s\": write \"sum %.*s where %.*s=%.*s\"",
                STR_ARG(dimension->names.key), STR_ARG(measure->names.key),
                STR_ARG(dimension->names.key), STR_ARG(dimension->members[found.index].names.key));
    return measure != NULL;
  }
  if (names_find_of(r->vocab, in_play(r), MEANS_DIMENSION, -1, word, &found, 1) == 0)
    return false;
  const struct dimension *dimension = &r->vocab->dimensions[found.index];
  const struct measure *measure = divided_by(r, found.index);
  if (measure != NULL)
    diag_hint(r->diags, "it is a dimension: write \"sum %.*s by %.*s\"",
              STR_ARG(measure->names.key), STR_ARG(dimension->names.key));
  return measure != NULL;
}

int lookup_measure(struct resolve *r, const struct node *name) {
  struct meaning found[4];
  size_t n = find_in_play(r, MEANS_MEASURE, name->text, found);
  if (n == 1)
    return in_form(r, name, found[0]) ? found[0].index : -1;
  if (n > 1)
    return ambiguous(r, name, found, n);
  diag_add(r->diags, DIAG_NAME, name->span, "there is no measure \"%.*s\"", STR_ARG(name->text));
  if (hint_rate(r, name))
    return -1;
  if (str_eq(utf8_fold(r->arena, name->text), STR("parent"))) {
    diag_hint(r->diags, "write \"within parent\"");
    return -1;
  }
  if (!hint_divided(r, name->text))
    hint_names(r, MEANS_MEASURE, -1, name->text);
  return -1;
}

int lookup_member(struct resolve *r, int dimension, const struct node *name) {
  struct meaning found[4];
  const struct dimension *in = &r->vocab->dimensions[dimension];
  size_t n = names_find(r->vocab, MEANS_MEMBER, dimension, name->text, found, 4);
  if (n == 1)
    return found[0].index;
  if (n > 1)
    return ambiguous(r, name, found, n);
  diag_add(r->diags, DIAG_NAME, name->span, "no member \"%.*s\" in dimension %.*s",
           STR_ARG(name->text), STR_ARG(in->names.key));
  struct meaning other;
  if (names_find(r->vocab, MEANS_MEMBER, -1, name->text, &other, 1) > 0)
    diag_hint(r->diags, "it is a member of \"%.*s\"",
              STR_ARG(r->vocab->dimensions[other.dimension].names.key));
  else
    hint_names(r, MEANS_MEMBER, dimension, name->text);
  return -1;
}

bool lacks_dimension(struct resolve *r, const struct measure *measure, int dimension,
                     struct span at) {
  struct str words[LISTED];
  size_t n = 0;
  diag_add(r->diags, DIAG_NO_DIMENSION, at,
           "\"%.*s\" has no dimension \"%.*s\": the form has no such cell",
           STR_ARG(measure->names.key), STR_ARG(r->vocab->dimensions[dimension].names.key));
  for (size_t i = 0; i < r->vocab->nmeasures && n < LISTED; i++)
    if (measure_slot(&r->vocab->measures[i], dimension) >= 0)
      words[n++] = r->vocab->measures[i].names.key;
  hint_words(r, words, n, "it divides");
  return false;
}

/* Levels are the same for every panel. */
static size_t every_level(const struct vocab *vocab, struct panel_name *all) {
  for (size_t i = 1; i < vocab->nlevels; i++)
    all[i - 1] = (struct panel_name){(int64_t)i, vocab->levels[i].key};
  return vocab->nlevels - 1;
}

bool lookup_panel(struct resolve *r, enum report_dim dim, const struct node *name, int64_t *id,
                  struct str *full) {
  struct panel_name found[LISTED];
  size_t n = r->panel->find(r->panel->context, r->arena, dim, name->text, found, LISTED);
  const char *key = report_dims[dim].key;
  if (n == 1) {
    *id = found[0].id;
    *full = found[0].name;
    return true;
  }
  struct str words[LISTED], near[3];
  if (n > 1) {
    diag_add(r->diags, DIAG_AMBIGUOUS, name->span, "\"%.*s\" fits more than one %s (%zu)",
             STR_ARG(name->text), key, n);
    for (size_t i = 0; i < n && i < 4; i++)
      words[i] = found[i].name;
    hint_words(r, words, n < 4 ? n : 4, "write");
    return false;
  }
  if (dim == REPORT_LEVEL)
    diag_add(r->diags, DIAG_NAME, name->span, "there is no level \"%.*s\"", STR_ARG(name->text));
  else
    diag_add(r->diags, DIAG_NAME, name->span, "no report has the %s \"%.*s\"", key,
             STR_ARG(name->text));
  struct panel_name *all = ARENA_ARRAY(r->arena, struct panel_name, 2000);
  n = dim == REPORT_LEVEL ? every_level(r->vocab, all)
                          : r->panel->list(r->panel->context, r->arena, dim, all, 2000);
  if (n > 2000)
    n = 2000;
  struct str *every = ARENA_ARRAY(r->arena, struct str, n + 1);
  for (size_t i = 0; i < n; i++)
    every[i] = all[i].name;
  size_t nnear = words_near(r->arena, every, n, name->text, near);
  if (nnear > 0)
    hint_words(r, near, nnear, "did you mean");
  else if (n == 0 && dim != REPORT_AGENCY)
    diag_hint(r->diags, "what no name tells is declared by load \"f.csv\" as agencies");
  else if (n <= LISTED && n > 0)
    hint_words(r, every, n, dim == REPORT_LEVEL ? "it can be" : "there is");
  return false;
}

int lookup_edition(struct resolve *r, const struct node *name) {
  struct str keys[LISTED];
  size_t n = 0, listed = 0;
  int found = -1;
  for (int i = 0; i < (int)r->vocab->neditions; i++) {
    const struct edition *edition = &r->vocab->editions[i];
    if ((in_play(r) >> edition->form & 1) == 0 || !edition_is_called(edition, name->text))
      continue;
    found = i;
    if (n++ < LISTED)
      keys[n - 1] = edition->names.key;
  }
  if (n == 1)
    return found;
  if (n > 1) {
    diag_add(r->diags, DIAG_AMBIGUOUS, name->span, "\"%.*s\" is an edition of %zu forms",
             STR_ARG(name->text), n);
    hint_words(r, keys, n < LISTED ? n : LISTED, "write");
    return -1;
  }
  for (size_t i = 0; i < r->vocab->neditions && listed < LISTED; i++)
    if ((in_play(r) >> r->vocab->editions[i].form & 1) != 0)
      keys[listed++] = edition_short_key(&r->vocab->editions[i]);
  diag_add(r->diags, DIAG_NAME, name->span, "there is no edition \"%.*s\"", STR_ARG(name->text));
  hint_words(r, keys, listed, "it can be");
  return -1;
}

int lookup_form(struct resolve *r, const struct node *name) {
  for (int i = 0; i < (int)r->vocab->nforms; i++)
    if (form_is_called(&r->vocab->forms[i], name->text))
      return i;
  struct str keys[LISTED];
  size_t n = r->vocab->nforms < LISTED ? r->vocab->nforms : LISTED;
  for (size_t i = 0; i < n; i++)
    keys[i] = r->vocab->forms[i].names.key;
  diag_add(r->diags, DIAG_NAME, name->span, "there is no form \"%.*s\"", STR_ARG(name->text));
  hint_words(r, keys, n, "it can be");
  return -1;
}
