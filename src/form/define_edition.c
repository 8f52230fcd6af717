/* define_edition: one edition of a form (see define_edition.h).
 *
 * What a cell means is said in pieces, by its block, its row and its column and by what encloses
 * them: a measure, and for each of the measure's dimensions a member or `total`. Pieces are kept as
 * written until a cell joins them, since which dimension a member belongs to depends on the measure
 * (a licence is a decision or an item of power).
 */
#include "form/define_edition.h"

#include "form/item.h"

#define MAX_PIECES                                                                                 \
  12 /* per cell: block, two paths of four parts, rarely more than one word each                   \
      */

/* The pieces of meaning from the outside in. */
struct pieces {
  const struct node *at[MAX_PIECES];
  int n;
};

/* A row or column with the words that say what it means. */
struct line_source {
  struct line line;
  struct pieces pieces;
  const struct node *item;
};

struct line_list {
  struct line_source *at;
  size_t n, cap;
};

struct building {
  struct vocab *vocab;
  struct edition *edition;
  struct diags *diags;
  struct {
    struct form_cell *at;
    size_t n, cap;
  } cells;
  struct {
    struct identity *at;
    size_t n, cap;
  } identities;
};

static bool add_pieces(struct building *b, struct pieces *pieces, const struct node *item) {
  const struct node *coords = item_child(item, NODE_COORDS);
  for (const struct node *c = coords != NULL ? coords->first : NULL; c != NULL; c = c->next) {
    if (pieces->n == MAX_PIECES)
      return diag_add(b->diags, DIAG_DEFINITION, c->span, "a cell means at most %d things",
                      MAX_PIECES);
    pieces->at[pieces->n++] = c;
  }
  return true;
}

/* Rows or columns below `items`: those without parts of their own become lines. */
static bool add_lines(struct building *b, const struct node *items, const struct line *outer,
                      const struct pieces *pieces, struct line_list *list) {
  for (const struct node *item = items->first; item != NULL; item = item->next) {
    struct line_source source = {*outer, *pieces, item};
    struct str *words;
    size_t nwords;
    item_strings(b->diags->arena, item, 0, &words, &nwords);
    if (nwords == 0 || source.line.npath == MAX_PARTS)
      return diag_add(b->diags, DIAG_DEFINITION, item->span,
                      "a row or column needs its printed words, and is at most %d deep", MAX_PARTS);
    source.line.path[source.line.npath++] = words[0];
    source.line.synonyms = words + 1;
    source.line.nsynonyms = nwords - 1;
    source.line.is_unlabelled =
        item->first->kind == NODE_NAME && str_eq(item->first->text, STR("unlabelled"));
    if (!add_pieces(b, &source.pieces, item))
      return false;
    const struct node *inner = item_child(item, NODE_ITEMS);
    if (inner == NULL)
      ARENA_PUSH(b->diags->arena, list, source);
    else if (!add_lines(b, inner, &source.line, &source.pieces, list))
      return false;
  }
  return true;
}

/* The measure of the edition's form that is called so; -1: none. */
static int find_measure(const struct building *b, struct str key) {
  const struct vocab *vocab = b->vocab;
  for (int i = 0; i < (int)vocab->nmeasures; i++)
    if (vocab->measures[i].form == b->edition->form && str_eq(vocab->measures[i].names.key, key))
      return i;
  return -1;
}

/* The slot and member that `word` (key or dimension.key) names within the measure's dimensions;
 * false: none. */
static bool find_member(const struct vocab *vocab, const struct measure *measure, struct str word,
                        int *slot, int *member) {
  size_t dot = str_find(word, STR("."));
  for (*slot = 0; *slot < measure->ndims; ++*slot) {
    const struct dimension *dimension = &vocab->dimensions[measure->dims[*slot]];
    struct str key = word;
    if (dot < word.n) {
      if (!str_eq(str_sub(word, 0, dot), dimension->names.key))
        continue;
      key = str_sub(word, dot + 1, word.n);
    }
    for (*member = dot < word.n ? 1 : 0; *member < (int)dimension->nmembers; ++*member)
      if (str_eq(dimension->members[*member].names.key, key))
        return true;
  }
  return false;
}

static void add_synonym(struct arena *arena, struct names *names, struct str word) {
  for (size_t i = 0; i < names->nsynonyms; i++)
    if (str_eq(names->synonyms[i], word))
      return;
  struct str *more = ARENA_ARRAY(arena, struct str, names->nsynonyms + 1);
  for (size_t i = 0; i < names->nsynonyms; i++)
    more[i] = names->synonyms[i];
  more[names->nsynonyms++] = word;
  names->synonyms = more;
}

/* The printed words of a line whose own meaning is one thing become names of that thing. */
static void learn_words(struct building *b, const struct line_source *source,
                        const struct measure *measure) {
  const struct node *coords = item_child(source->item, NODE_COORDS);
  int slot, member, found;
  if (coords == NULL || coords->first->next != NULL || source->line.is_unlabelled)
    return;
  struct names *names = NULL;
  struct str word = coords->first->text;
  if ((found = find_measure(b, word)) >= 0)
    names = &b->vocab->measures[found].names;
  else if (find_member(b->vocab, measure, word, &slot, &member))
    names = &b->vocab->dimensions[measure->dims[slot]].members[member].names;
  if (names == NULL)
    return;
  add_synonym(b->diags->arena, names, source->line.path[source->line.npath - 1]);
  for (size_t i = 0; i < source->line.nsynonyms; i++)
    add_synonym(b->diags->arena, names, source->line.synonyms[i]);
}

/* Reads the pieces of block, row and column into what the cell means. */
static bool resolve_cell(struct building *b, const struct pieces *pieces, const struct node *item,
                         struct form_cell *cell) {
  struct vocab *vocab = b->vocab;
  bool is_set[MAX_DIMS] = {false};
  cell->measure = -1;
  for (int i = 0; i < pieces->n; i++) {
    int found = pieces->at[i]->kind == NODE_NAME ? find_measure(b, pieces->at[i]->text) : -1;
    if (found >= 0 && cell->measure >= 0 && found != cell->measure)
      return diag_add(b->diags, DIAG_DEFINITION, pieces->at[i]->span,
                      "a cell belongs to one measure, here to two");
    if (found >= 0)
      cell->measure = found;
  }
  if (cell->measure < 0)
    return diag_add(b->diags, DIAG_DEFINITION, item->span, "no measure is said for this cell");
  const struct measure *measure = &vocab->measures[cell->measure];
  for (int i = 0; i < pieces->n; i++) {
    const struct node *piece = pieces->at[i];
    bool is_total = str_eq(piece->text, STR("total")) && i + 1 < pieces->n;
    int slot, member;
    if (find_measure(b, piece->text) >= 0)
      continue;
    if (is_total)
      piece = pieces->at[++i];
    if (!find_member(vocab, measure, piece->text, &slot, &member))
      return diag_add(b->diags, DIAG_DEFINITION, piece->span,
                      "\"%.*s\" is no member of a dimension of \"%.*s\"", STR_ARG(piece->text),
                      STR_ARG(measure->names.key));
    cell->member[slot] = member;
    cell->is_total = cell->is_total || is_total;
    is_set[slot] = true;
    if (!is_total)
      vocab->dimensions[measure->dims[slot]].members[member].is_recorded = true;
  }
  for (int slot = 0; slot < measure->ndims; slot++)
    if (!is_set[slot])
      return diag_add(b->diags, DIAG_DEFINITION, item->span,
                      "it is not said which \"%.*s\" this cell is about",
                      STR_ARG(vocab->dimensions[measure->dims[slot]].names.key));
  return true;
}

static bool join(struct building *b, struct pieces *all, const struct pieces *more) {
  for (int i = 0; i < more->n; i++) {
    if (all->n == MAX_PIECES)
      return diag_add(b->diags, DIAG_DEFINITION, more->at[i]->span,
                      "a cell means at most %d things", MAX_PIECES);
    all->at[all->n++] = more->at[i];
  }
  return true;
}

static bool add_cells(struct building *b, struct block *block, const struct pieces *outer,
                      const struct line_list *rows, const struct line_list *columns) {
  struct arena *arena = b->diags->arena;
  block->first_slot = (int)b->cells.n;
  block->rows = ARENA_ARRAY(arena, struct line, rows->n);
  block->columns = ARENA_ARRAY(arena, struct line, columns->n);
  block->nrows = rows->n;
  block->ncolumns = columns->n;
  for (size_t c = 0; c < columns->n; c++)
    block->columns[c] = columns->at[c].line;
  for (size_t r = 0; r < rows->n; r++) {
    block->rows[r] = rows->at[r].line;
    for (size_t c = 0; c < columns->n; c++) {
      struct form_cell cell = {.table = (int)b->edition->ntables,
                               .block = 0, /* set by the caller */
                               .row = (int)r,
                               .column = (int)c};
      struct pieces pieces = *outer;
      if (!join(b, &pieces, &rows->at[r].pieces) || !join(b, &pieces, &columns->at[c].pieces) ||
          !resolve_cell(b, &pieces, rows->at[r].item, &cell))
        return false;
      learn_words(b, &rows->at[r], &b->vocab->measures[cell.measure]);
      learn_words(b, &columns->at[c], &b->vocab->measures[cell.measure]);
      ARENA_PUSH(arena, &b->cells, cell);
    }
  }
  return true;
}

static const struct node *part_named(const struct node *items, const char *word) {
  for (const struct node *item = items->first; item != NULL; item = item->next)
    if (item->first->kind == NODE_NAME && str_eq(item->first->text, str_from_z(word)))
      return item_child(item, NODE_ITEMS);
  return NULL;
}

/* block "title" "other words" corner "head" = measure ( columns (…), rows (…) ) */
static bool add_block(struct building *b, const struct node *item, struct form_table *table) {
  struct arena *arena = b->diags->arena;
  struct block *block = &table->blocks[table->nblocks];
  struct line_list rows = {0}, columns = {0};
  struct pieces outer = {.n = 0};
  struct line no_line = {.npath = 0};
  const struct pieces none = {.n = 0};
  item_strings(arena, item, 1, &block->title_synonyms, &block->ntitle_synonyms);
  struct names words;
  item_names(arena, item, &words);
  block->title = words.zh;
  item_strings_after(arena, item, "corner", &block->heads, &block->nheads);
  const struct node *items = item_child(item, NODE_ITEMS);
  const struct node *of_columns = items != NULL ? part_named(items, "columns") : NULL;
  const struct node *of_rows = items != NULL ? part_named(items, "rows") : NULL;
  if (of_columns == NULL || of_rows == NULL)
    return diag_add(b->diags, DIAG_DEFINITION, item->span, "a block has columns and rows");
  size_t first = b->cells.n;
  if (!add_pieces(b, &outer, item) || !add_lines(b, of_columns, &no_line, &none, &columns) ||
      !add_lines(b, of_rows, &no_line, &none, &rows) ||
      !add_cells(b, block, &outer, &rows, &columns))
    return false;
  for (size_t i = first; i < b->cells.n; i++)
    b->cells.at[i].block = (int)table->nblocks;
  table->nblocks++;
  return true;
}

/* The measures named from `node` on, each with `stated` before it where the printed total is meant,
 * are terms of one side. */
static bool add_terms(struct building *b, struct identity *identity, const struct node *node,
                      bool is_right) {
  const struct vocab *vocab = b->vocab;
  bool is_stated = false;
  for (; node != NULL && node->kind == NODE_NAME; node = node->next) {
    if (str_eq(node->text, STR("stated"))) {
      is_stated = true;
      continue;
    }
    struct identity_term term = {find_measure(b, node->text), is_stated, is_right};
    if (term.measure < 0)
      return diag_add(b->diags, DIAG_DEFINITION, node->span, "there is no measure \"%.*s\"",
                      STR_ARG(node->text));
    if (identity->nterms > 0 &&
        vocab->measures[term.measure].unit != vocab->measures[identity->terms[0].measure].unit)
      return diag_add(b->diags, DIAG_DEFINITION, node->span,
                      "\"%.*s\" has another unit than the measures before it", STR_ARG(node->text));
    identity->terms[identity->nterms++] = term;
    is_stated = false;
  }
  return true;
}

/* identity received carried_in = stated applications carried_forward: what stands beside each
 * other is added. */
static bool add_identity(struct building *b, const struct node *item) {
  struct arena *arena = b->diags->arena;
  const struct node *right = item_child(item, NODE_COORDS);
  struct identity identity = {.table = (int)b->edition->ntables};
  size_t most = node_count(item) + (right != NULL ? node_count(right) : 0);
  identity.terms = ARENA_ARRAY(arena, struct identity_term, most);
  if (!add_terms(b, &identity, item->first->next, false))
    return false;
  size_t nleft = identity.nterms;
  if (right != NULL && !add_terms(b, &identity, right->first, true))
    return false;
  if (nleft == 0 || identity.nterms == nleft)
    return diag_add(b->diags, DIAG_DEFINITION, item->span,
                    "an identity has measures on both sides: write \"identity A B = stated C\"");
  ARENA_PUSH(arena, &b->identities, identity);
  return true;
}

/* table "二" "title" section 2 article "…" ( block …, …, identity … ) */
static bool add_table(struct building *b, const struct node *item) {
  struct arena *arena = b->diags->arena;
  struct form_table *table = &b->edition->tables[b->edition->ntables];
  const struct node *items = item_child(item, NODE_ITEMS);
  struct names words;
  item_names(arena, item, &words);
  if (items == NULL || !str_eq(words.key, STR("table")))
    return diag_add(b->diags, DIAG_DEFINITION, item->span, "an edition has tables of blocks");
  table->key = words.zh;
  table->title = words.en; /* the second string */
  table->article = item_string_after(item, "article");
  table->section = (int)item_number(item, "section", 0);
  item_strings_after(arena, item, "file", &table->files.at, &table->files.n);
  table->blocks = ARENA_ARRAY(arena, struct block, node_count(items));
  table->first_slot = (int)b->cells.n;
  for (const struct node *part = items->first; part != NULL; part = part->next) {
    bool is_identity = part->first->kind == NODE_NAME && str_eq(part->first->text, STR("identity"));
    if (!(is_identity ? add_identity(b, part) : add_block(b, part, table)))
      return false;
  }
  table->nslots = (int)b->cells.n - table->first_slot;
  b->edition->ntables++;
  return true;
}

/* csv ( agency "Agency", year "Fiscal Year", part "Component", whole "All of it", blank "N/A" ) */
static bool add_map(struct building *b, const struct node *item) {
  struct record_map *map = &b->edition->map;
  const struct {
    const char *word;
    struct wording *words;
  } parts[] = {{"agency", &map->agency},
               {"year", &map->year},
               {"part", &map->part},
               {"whole", &map->whole},
               {"blank", &map->blank}};
  const struct node *items = item_child(item, NODE_ITEMS);
  for (const struct node *part = items != NULL ? items->first : NULL; part; part = part->next) {
    struct wording *words = NULL;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
      if (part->first->kind == NODE_NAME && str_eq(part->first->text, str_from_z(parts[i].word)))
        words = parts[i].words;
    if (words == NULL)
      return diag_add(b->diags, DIAG_DEFINITION, part->span,
                      "of comma-separated values are said agency, year, part, whole and blank");
    item_strings(b->diags->arena, part, 0, &words->at, &words->n);
  }
  map->is_declared = true;
  if (map->agency.n == 0 || map->year.n == 0 || (map->part.n > 0) != (map->whole.n > 0))
    return diag_add(b->diags, DIAG_DEFINITION, item->span,
                    "comma-separated values need a column of the agency and one of the year; a "
                    "part needs the words for the whole");
  return true;
}

/* Where records are reports a table has one row. */
static bool fits_map(struct building *b, const struct node *item) {
  const struct edition *edition = b->edition;
  for (size_t t = 0; t < edition->ntables && edition->map.is_declared; t++)
    for (size_t k = 0; k < edition->tables[t].nblocks; k++)
      if (edition->tables[t].blocks[k].nrows != 1)
        return diag_add(b->diags, DIAG_DEFINITION, item->span,
                        "a table in comma-separated values has one row, \"%.*s\" has more",
                        STR_ARG(edition->tables[t].key));
  return true;
}

/* edition cn 2021 "name" "English" ( csv …, table …, … ) */
bool define_edition(struct vocab *vocab, const struct node *item, int of_file,
                    struct diags *diags) {
  (void)of_file; /* it names its form */
  struct edition *edition = &vocab->editions[vocab->neditions];
  struct building b = {.vocab = vocab, .edition = edition, .diags = diags};
  const struct node *form = item->first, *year = form->next, *items;
  item_names(diags->arena, item, &edition->names);
  edition->form = -1;
  for (int i = 0; i < (int)vocab->nforms; i++)
    if (str_eq(vocab->forms[i].names.key, form->text))
      edition->form = i;
  items = item_child(item, NODE_ITEMS);
  if (edition->form < 0 || year == NULL || items == NULL)
    return diag_add(diags, DIAG_DEFINITION, item->span,
                    "an edition belongs to a form: write \"edition FORM YEAR … ( table … )\"");
  edition->names.key = str_fmt(diags->arena, "%.*s.%.*s", STR_ARG(form->text), STR_ARG(year->text));
  edition->tables = ARENA_ARRAY(diags->arena, struct form_table, node_count(items));
  for (const struct node *part = items->first; part != NULL; part = part->next) {
    bool is_map = part->first->kind == NODE_NAME && str_eq(part->first->text, STR("csv"));
    if (!(is_map ? add_map(&b, part) : add_table(&b, part)))
      return false;
  }
  if (!fits_map(&b, item))
    return false;
  edition->cells = b.cells.at;
  edition->ncells = b.cells.n;
  edition->identities = b.identities.at;
  edition->nidentities = b.identities.n;
  vocab->neditions++;
  return true;
}
