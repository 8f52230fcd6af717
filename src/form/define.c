/* define: definitions → vocabulary (see define.h). Takes the trees that lang makes of stdlib/, in
 * five passes: units, forms, dimensions, measures, editions; then numbers the positions of members
 * and the cells.
 */
#include "form/define.h"

#include "form/claim.h"
#include "form/define_edition.h"
#include "form/gazetteer.h"
#include "form/item.h"
#include "form/names.h"
#include "form/shipped.h"
#include "lang/parse.h"

#include <stdlib.h>

/* One `define` and the source it stands in. */
struct definition {
  const struct source *source;
  struct str kind;
  const struct node *item;
};

struct definitions {
  struct definition *at;
  size_t n, cap;
};

static bool collect(struct arena *arena, const struct source *source, struct definitions *list,
                    struct diags *diags) {
  struct lex lex = {.source = source};
  struct token_list tokens = {0};
  const struct node *tree;
  diags->source = source;
  while ((tree = tree_next(arena, &lex, &tokens, diags)) != NULL) {
    if (tree->kind != NODE_DEFINE) {
      diag_add(diags, DIAG_DEFINITION, tree->span, "only definitions may stand here");
      continue;
    }
    struct definition definition = {source, tree->text, tree->first};
    ARENA_PUSH(arena, list, definition);
  }
  return !diags_failed(diags);
}

static bool define_unit(struct vocab *vocab, const struct node *item, int form,
                        struct diags *diags) {
  (void)form;
  struct unit *unit = &vocab->units[vocab->nunits];
  item_names(diags->arena, item, &unit->names);
  unit->decimals = (int)item_number(item, "decimals", 0);
  unit->base = -1;
  unit->factor = 1;
  const struct node *coords = item_child(item, NODE_COORDS);
  if (coords != NULL) { /* = 10000 yuan */
    const struct node *factor = coords->first, *base = factor->next;
    if (factor->kind == NODE_INT && base != NULL)
      for (int i = 0; i < (int)vocab->nunits; i++)
        if (str_eq(vocab->units[i].names.key, base->text))
          unit->base = i;
    if (unit->base < 0)
      return diag_add(diags, DIAG_DEFINITION, coords->span,
                      "expected a number and a unit defined above, as in \"= 10000 yuan\"");
    unit->factor = factor->number;
  }
  vocab->nunits++;
  return true;
}

/* total agency "All agencies" */
static bool define_total(struct form *form, const struct node *part, struct diags *diags) {
  const struct node *dim = part->first->next;
  item_strings(diags->arena, part, 0, &form->totals.at, &form->totals.n);
  if (dim != NULL && str_eq(dim->text, STR("agency")) && form->totals.n > 0)
    return true;
  diag_add(diags, DIAG_DEFINITION, part->span,
           "a total over reports is one over agencies: write \"total agency\" and its words");
  return false;
}

static bool define_form(struct vocab *vocab, const struct node *item, int of_file,
                        struct diags *diags) {
  (void)of_file;
  if (vocab->nforms == MAX_FORMS)
    return diag_add(diags, DIAG_DEFINITION, item->span, "at most %d forms can be told apart",
                    MAX_FORMS);
  struct form *form = &vocab->forms[vocab->nforms++];
  item_names(diags->arena, item, &form->names);
  const struct node *items = item_child(item, NODE_ITEMS);
  size_t count = items != NULL ? node_count(items) : 0;
  form->sections = ARENA_ARRAY(diags->arena, struct section, count + 1);
  form->titles = ARENA_ARRAY(diags->arena, struct str, count + 1);
  for (const struct node *part = count > 0 ? items->first : NULL; part != NULL; part = part->next) {
    struct names words;
    item_names(diags->arena, part, &words);
    if (str_eq(words.key, STR("title"))) {
      form->titles[form->ntitles++] = words.zh;
    } else if (str_eq(words.key, STR("section"))) {
      struct section *section = &form->sections[form->nsections++];
      section->heading = words.zh;
      item_strings(diags->arena, part, 1, &section->synonyms, &section->nsynonyms);
    } else if (str_eq(words.key, STR("total"))) {
      if (!define_total(form, part, diags))
        return false;
    } else {
      return diag_add(diags, DIAG_DEFINITION, part->span,
                      "a form has titles, sections and a total");
    }
  }
  return true;
}

/* The form to which a definition belongs: the one it names, else that of its file, else the only
 * one there is; -1: none. False after a message. */
static bool find_form(const struct vocab *vocab, const struct node *item, int of_file, int *form,
                      struct diags *diags) {
  struct str named = item_word_after(item, "form");
  *form = of_file < 0 && vocab->nforms == 1 ? 0 : of_file;
  if (named.n == 0)
    return true;
  for (*form = (int)vocab->nforms - 1; *form >= 0; --*form)
    if (str_eq(vocab->forms[*form].names.key, named))
      return true;
  return diag_add(diags, DIAG_DEFINITION, item->span, "there is no form \"%.*s\"", STR_ARG(named));
}

/* --- Dimensions */

static enum flow flow_of(const struct node *item) {
  if (item_has(item, "flow"))
    return FLOW_FLOW;
  if (item_has(item, "opening"))
    return FLOW_OPENING;
  return item_has(item, "closing") ? FLOW_CLOSING : FLOW_INHERITED;
}

static size_t count_items(const struct node *item) {
  const struct node *items = item_child(item, NODE_ITEMS);
  size_t count = 1;
  for (const struct node *part = items != NULL ? items->first : NULL; part; part = part->next)
    count += count_items(part);
  return count;
}

static void add_members(struct arena *arena, struct dimension *dimension, const struct node *item,
                        int parent, int depth) {
  int index = (int)dimension->nmembers++;
  struct member *member = &dimension->members[index];
  item_names(arena, item, &member->names);
  member->parent = parent;
  member->depth = depth;
  member->flow = depth > 0 ? flow_of(item) : FLOW_INHERITED;
  const struct node *items = item_child(item, NODE_ITEMS);
  member->is_inner = items != NULL;
  member->is_recorded = items == NULL;
  for (const struct node *part = items != NULL ? items->first : NULL; part; part = part->next)
    add_members(arena, dimension, part, index, depth + 1);
}

static bool define_dimension(struct vocab *vocab, const struct node *item, int form,
                             struct diags *diags) {
  struct dimension *dimension = &vocab->dimensions[vocab->ndimensions++];
  if (!find_form(vocab, item, form, &dimension->form, diags))
    return false;
  item_names(diags->arena, item, &dimension->names);
  dimension->usual = (int)item_number(item, "usual", 0);
  dimension->members = ARENA_ARRAY(diags->arena, struct member, count_items(item));
  if (item_child(item, NODE_ITEMS) == NULL)
    return diag_add(diags, DIAG_DEFINITION, item->span, "a dimension needs members in brackets");
  add_members(diags->arena, dimension, item, -1, 0);
  return true;
}

/* --- Measures */

/* The dimension that a measure of `form` means by a key; -1: none. */
static int find_dimension(const struct vocab *vocab, int form, struct str key) {
  for (int d = 0; d < (int)vocab->ndimensions; d++) {
    const struct dimension *dimension = &vocab->dimensions[d];
    if ((dimension->form == form || dimension->form < 0) && str_eq(dimension->names.key, key))
      return d;
  }
  return -1;
}

static bool define_measure(struct vocab *vocab, const struct node *item, int form,
                           struct diags *diags) {
  struct measure *measure = &vocab->measures[vocab->nmeasures++];
  item_names(diags->arena, item, &measure->names);
  if (!find_form(vocab, item, form, &measure->form, diags))
    return false;
  measure->flow = flow_of(item);
  measure->is_signed = item_has(item, "signed");
  measure->needs_unit = item_has(item, "printed");
  measure->total_name = item_word_after(item, "stated");
  if (measure->flow == FLOW_INHERITED)
    return diag_add(diags, DIAG_DEFINITION, item->span,
                    "a measure is a flow, an opening or a closing stock: write \"flow\", "
                    "\"opening\" or \"closing\"");
  struct str unit = item_word_after(item, "unit");
  measure->unit = -1;
  for (int i = 0; i < (int)vocab->nunits; i++)
    if (str_eq(vocab->units[i].names.key, unit))
      measure->unit = i;
  if (measure->unit < 0)
    return diag_add(diags, DIAG_DEFINITION, item->span, "there is no unit \"%.*s\"", STR_ARG(unit));
  if (measure->form < 0)
    return diag_add(diags, DIAG_DEFINITION, item->span,
                    "a measure belongs to a form: write \"form\" and its key, or define it in the "
                    "form's file");
  bool in_dims = false;
  for (const struct node *atom = item->first; atom != NULL; atom = atom->next) {
    bool is_word = atom->kind == NODE_NAME;
    if (in_dims && is_word) {
      int found = find_dimension(vocab, measure->form, atom->text);
      if (found < 0 || measure->ndims == MAX_DIMS)
        return diag_add(diags, DIAG_DEFINITION, atom->span, "there is no dimension \"%.*s\"",
                        STR_ARG(atom->text));
      measure->dims[measure->ndims++] = found;
    }
    in_dims = in_dims || (is_word && str_eq(atom->text, STR("dims")));
  }
  return true;
}

/* --- Numbering */

/* Positions along the tree: an inner member that a form records comes before its children. */
static void number_positions(struct arena *arena, struct dimension *dimension) {
  dimension->position_member = ARENA_ARRAY(arena, int, dimension->nmembers);
  for (int m = 0; m < (int)dimension->nmembers; m++) {
    struct member *member = &dimension->members[m];
    member->low = dimension->npositions;
    if (member->is_recorded)
      dimension->position_member[dimension->npositions++] = m;
  }
  for (int m = (int)dimension->nmembers - 1; m >= 0; m--) {
    struct member *member = &dimension->members[m];
    int next = m + 1; /* the first member behind the subtree of m */
    while (next < (int)dimension->nmembers && member_within(dimension, next, m))
      next++;
    member->high =
        next < (int)dimension->nmembers ? dimension->members[next].low : dimension->npositions;
  }
}

static int leaf_number(const struct vocab *vocab, const struct form_cell *cell) {
  const struct measure *measure = &vocab->measures[cell->measure];
  int position = 0;
  for (int slot = 0; slot < measure->ndims; slot++) {
    const struct dimension *dimension = &vocab->dimensions[measure->dims[slot]];
    position = position * dimension->npositions + dimension->members[cell->member[slot]].low;
  }
  return measure->first_cell + position;
}

/* The number of a printed total; editions that print the same one share it. */
static int stated_number(struct vocab *vocab, const struct form_cell *cell) {
  int ndims = vocab->measures[cell->measure].ndims;
  for (size_t i = 0; i < vocab->nstated; i++) {
    bool is_same = vocab->stated[i].measure == cell->measure;
    for (int slot = 0; slot < ndims; slot++)
      is_same = is_same && vocab->stated[i].member[slot] == cell->member[slot];
    if (is_same)
      return vocab->stated[i].cell;
  }
  struct stated *stated = &vocab->stated[vocab->nstated];
  stated->cell = vocab->nleaves + (int)vocab->nstated++;
  stated->measure = cell->measure;
  for (int slot = 0; slot < ndims; slot++)
    stated->member[slot] = cell->member[slot];
  return stated->cell;
}

static void number_cells(struct arena *arena, struct vocab *vocab) {
  size_t printed = 0;
  for (size_t i = 0; i < vocab->ndimensions; i++)
    number_positions(arena, &vocab->dimensions[i]);
  for (size_t i = 0; i < vocab->nmeasures; i++) {
    struct measure *measure = &vocab->measures[i];
    measure->first_cell = vocab->nleaves;
    measure->ncells = 1;
    for (int slot = 0; slot < measure->ndims; slot++)
      measure->ncells *= vocab->dimensions[measure->dims[slot]].npositions;
    vocab->nleaves += measure->ncells;
  }
  for (size_t e = 0; e < vocab->neditions; e++)
    printed += vocab->editions[e].ncells;
  vocab->stated = ARENA_ARRAY(arena, struct stated, printed);
  for (size_t e = 0; e < vocab->neditions; e++)
    for (size_t s = 0; s < vocab->editions[e].ncells; s++) {
      struct form_cell *cell = &vocab->editions[e].cells[s];
      cell->cell = cell->is_total ? stated_number(vocab, cell) : leaf_number(vocab, cell);
    }
  vocab->ncells = vocab->nleaves + (int)vocab->nstated;
}

static void note_slots(struct arena *arena, const struct vocab *vocab, struct edition *edition) {
  edition->slots = ARENA_ARRAY(arena, int, vocab->ncells);
  edition->nslots = vocab->ncells;
  for (int cell = 0; cell < vocab->ncells; cell++)
    edition->slots[cell] = -1;
  for (size_t slot = edition->ncells; slot-- > 0;)
    edition->slots[edition->cells[slot].cell] = (int)slot;
}

static void mark_flows(struct arena *arena, struct vocab *vocab) {
  vocab->flows = ARENA_ARRAY(arena, enum flow, vocab->ncells);
  for (int cell = 0; cell < vocab->nleaves; cell++)
    vocab->flows[cell] = cell_flow(vocab, &vocab->measures[cell_measure(vocab, cell)], cell);
  for (size_t s = 0; s < vocab->nstated; s++) {
    const struct stated *stated = &vocab->stated[s];
    const struct measure *measure = &vocab->measures[stated->measure];
    enum flow *flow = &vocab->flows[stated->cell];
    *flow = FLOW_FLOW;
    for (int i = measure->first_cell; i < measure->first_cell + measure->ncells; i++)
      if (*flow == FLOW_FLOW && stated_holds(vocab, stated, i))
        *flow = vocab->flows[i];
  }
}

static uint64_t fingerprint(struct vocab *vocab) {
  struct arena scratch = {0};
  uint64_t hash = 0;
  for (int cell = 0; cell < vocab->ncells; cell++) {
    hash = hash * 1099511628211u ^ str_hash(cell_key(&scratch, vocab, cell));
    arena_reset(&scratch);
  }
  for (size_t e = 0; e < vocab->neditions; e++) {
    hash = hash * 1099511628211u ^ str_hash(vocab->editions[e].names.key);
    for (size_t s = 0; s < vocab->editions[e].ncells; s++)
      hash = hash * 1099511628211u ^ (uint64_t)vocab->editions[e].cells[s].cell;
  }
  arena_free(&scratch);
  return hash;
}

/* A name that is a reserved word could never be written in a statement. */
static bool check_names(const struct vocab *vocab, struct diags *diags) {
  for (size_t i = 0; i < vocab->nmeasures; i++)
    if (word_is_reserved(vocab->measures[i].names.key))
      return diag_add(diags, DIAG_DEFINITION, (struct span){0, 0},
                      "\"%.*s\" is a reserved word and cannot be a measure",
                      STR_ARG(vocab->measures[i].names.key));
  for (size_t d = 0; d < vocab->ndimensions; d++)
    for (size_t m = 0; m < vocab->dimensions[d].nmembers; m++)
      if (word_is_reserved(vocab->dimensions[d].members[m].names.key))
        return diag_add(diags, DIAG_DEFINITION, (struct span){0, 0},
                        "\"%.*s\" is a reserved word and cannot be a dimension or a member",
                        STR_ARG(vocab->dimensions[d].members[m].names.key));
  return true;
}

/* The form defined in the same file; -1: none, or a definition before the forms are known. */
static int form_of_file(const struct vocab *vocab, const struct definitions *list,
                        const struct source *source) {
  int form = -1, number = 0;
  for (size_t i = 0; i < list->n; i++)
    if (str_eq(list->at[i].kind, STR("form"))) {
      if (list->at[i].source == source && number < (int)vocab->nforms)
        form = number;
      number++;
    }
  return form;
}

/* --- All of it */

bool define_sources(struct arena *arena, struct vocab *vocab, const struct source *sources,
                    size_t nsources, struct diags *diags) {
  static const struct {
    const char *kind;
    bool (*define)(struct vocab *, const struct node *, int form, struct diags *);
  } passes[] = {{"unit", define_unit},           {"form", define_form},
                {"dimension", define_dimension}, {"measure", define_measure},
                {"edition", define_edition},     {"claims", claim_define}};
  struct definitions list = {0};
  *vocab = (struct vocab){0};
  gazetteer_levels(arena, vocab);
  struct diags mine = {.arena = arena}; /* what is defined is kept as long as the vocabulary */
  for (size_t i = 0; i < nsources; i++)
    collect(arena, &sources[i], &list, &mine);
  vocab->units = ARENA_ARRAY(arena, struct unit, list.n + 1);
  vocab->forms = ARENA_ARRAY(arena, struct form, list.n + 1);
  vocab->dimensions = ARENA_ARRAY(arena, struct dimension, list.n + 1);
  vocab->measures = ARENA_ARRAY(arena, struct measure, list.n + 1);
  vocab->editions = ARENA_ARRAY(arena, struct edition, list.n + 1);
  bool taken[sizeof passes / sizeof passes[0]] = {false};
  size_t done = 0;
  for (size_t pass = 0; pass < sizeof passes / sizeof passes[0]; pass++)
    for (size_t i = 0; i < list.n && !diags_failed(&mine); i++)
      if (str_eq(list.at[i].kind, str_from_z(passes[pass].kind))) {
        mine.source = list.at[i].source;
        taken[pass] = passes[pass].define(vocab, list.at[i].item,
                                          form_of_file(vocab, &list, list.at[i].source), &mine);
        done++;
      }
  for (size_t i = 0; i < list.n && done < list.n && !diags_failed(&mine); i++) {
    bool is_known = false;
    for (size_t pass = 0; pass < sizeof passes / sizeof passes[0]; pass++)
      is_known = is_known || str_eq(list.at[i].kind, str_from_z(passes[pass].kind));
    mine.source = list.at[i].source;
    if (!is_known)
      diag_add(&mine, DIAG_DEFINITION, list.at[i].item->span, "nothing called \"%.*s\" is defined",
               STR_ARG(list.at[i].kind));
  }
  if (!diags_failed(&mine) && !(taken[1] && taken[3] && taken[4]))
    diag_add(&mine, DIAG_DEFINITION, (struct span){0, 0},
             "the definitions hold no form, no measure or no edition");
  diags_take(diags, &mine);
  if (diags_failed(&mine))
    return false;
  if (!check_names(vocab, diags))
    return false;
  number_cells(arena, vocab);
  for (size_t e = 0; e < vocab->neditions; e++)
    note_slots(arena, vocab, &vocab->editions[e]);
  mark_flows(arena, vocab);
  vocab->fingerprint = fingerprint(vocab);
  names_index(arena, vocab);
  return true;
}

bool define_shipped(struct arena *arena, struct vocab *vocab, const char *dir,
                    struct diags *diags) {
  struct source_list sources = {0};
  bool is_there;
  if (!shipped_read(arena, dir, "forms", ".ogi", &sources, &is_there, diags))
    return false;
  if (!is_there)
    return diag_add(diags, DIAG_DEFINITION, (struct span){0, 0},
                    "\"%s\" holds no definitions: it has no folder \"forms\"", dir);
  return define_sources(arena, vocab, sources.at, sources.n, diags);
}
