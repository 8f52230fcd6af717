/* map: records → parts of reports (see map.h).
 *
 * The first row heads the columns. A table of an edition claims the records when the columns that
 * tell reports apart are there and more than half of its own; the table with the most columns has
 * them. Columns are known by their heads alone, so their order says nothing.
 */
#include "read/map.h"

#include "base/utf8.h"
#include "read/figure.h"

#include <stdlib.h>

#define MESSAGES 20 /* of one file: a file of another shape has one for every line */
#define NO_COLUMN (-1)

static const struct span nowhere = {0, 0};

/* The ways to write one head, folded. */
struct spelt {
  struct str *at;
  size_t n;
};

struct map_table {
  int edition, table;
  struct spelt files;
  struct spelt *columns; /* by cell of the table */
  size_t ncolumns;
};

struct map_edition {
  struct spelt agency, year, part, whole, blank, totals;
};

struct maps {
  const struct vocab *vocab;
  struct map_edition *editions; /* by edition; empty where it declares no columns */
  struct {
    struct map_table *at;
    size_t n, cap;
  } tables;
};

/* --- What is declared */

static struct spelt spell(struct arena *arena, const struct wording *words) {
  struct spelt spelt = {ARENA_ARRAY(arena, struct str, words->n), words->n};
  for (size_t i = 0; i < words->n; i++)
    spelt.at[i] = utf8_skeleton(arena, words->at[i]);
  return spelt;
}

static bool is_spelt(const struct spelt *spelt, struct str skeleton) {
  for (size_t i = 0; i < spelt->n; i++)
    if (str_eq(spelt->at[i], skeleton))
      return true;
  return false;
}

/* A column's last word, its whole path, and the other words for it. */
static struct spelt spell_line(struct arena *arena, const struct line *line) {
  struct spelt spelt = {ARENA_ARRAY(arena, struct str, line->nsynonyms + 2), 0};
  struct sbuf path = {.arena = arena};
  for (int i = 0; i < line->npath; i++)
    sbuf_add(&path, line->path[i]);
  spelt.at[spelt.n++] = utf8_skeleton(arena, line->path[line->npath - 1]);
  spelt.at[spelt.n++] = utf8_skeleton(arena, sbuf_str(&path));
  for (size_t i = 0; i < line->nsynonyms; i++)
    spelt.at[spelt.n++] = utf8_skeleton(arena, line->synonyms[i]);
  return spelt;
}

static void add_table(struct arena *arena, struct maps *maps, int edition, int table) {
  const struct edition *e = &maps->vocab->editions[edition];
  const struct form_table *t = &e->tables[table];
  struct map_table map = {.edition = edition, .table = table, .ncolumns = (size_t)t->nslots};
  map.files = spell(arena, &t->files);
  map.columns = ARENA_ARRAY(arena, struct spelt, map.ncolumns);
  for (size_t i = 0; i < map.ncolumns; i++) {
    const struct form_cell *cell = &e->cells[(size_t)t->first_slot + i];
    map.columns[i] = spell_line(arena, &t->blocks[cell->block].columns[cell->column]);
  }
  ARENA_PUSH(arena, &maps->tables, map);
}

struct maps *maps_new(struct arena *arena, const struct vocab *vocab) {
  struct maps *maps = ARENA_NEW(arena, struct maps);
  maps->vocab = vocab;
  maps->editions = ARENA_ARRAY(arena, struct map_edition, vocab->neditions + 1);
  for (size_t e = 0; e < vocab->neditions; e++) {
    const struct record_map *map = &vocab->editions[e].map;
    if (!map->is_declared)
      continue;
    maps->editions[e] = (struct map_edition){
        spell(arena, &map->agency), spell(arena, &map->year),
        spell(arena, &map->part),   spell(arena, &map->whole),
        spell(arena, &map->blank),  spell(arena, &vocab->forms[vocab->editions[e].form].totals)};
    for (size_t t = 0; t < vocab->editions[e].ntables; t++)
      add_table(arena, maps, (int)e, (int)t);
  }
  return maps;
}

/* --- Whose records they are */

struct mapping {
  struct arena *arena;
  const struct maps *maps;
  const struct doc *doc;
  struct diags *diags;
  size_t messages;
  const struct map_table *table; /* that claims the records */
  const struct map_edition *edition;
  int agency, year, part; /* columns */
  int *columns;           /* by cell of the table; NO_COLUMN: none, or more than one */
  size_t nfound;          /* of these */
};

static int column_of(const struct spelt *spelt, const struct str *heads, size_t nheads) {
  int found = NO_COLUMN;
  for (size_t i = 0; i < nheads; i++) {
    if (!is_spelt(spelt, heads[i]))
      continue;
    if (found != NO_COLUMN)
      return NO_COLUMN;
    found = (int)i;
  }
  return found;
}

/* The file's own name, folded, without folder and ending. */
static struct str name_of(struct arena *arena, struct str path) {
  size_t from = path.n, to = path.n;
  while (from > 0 && path.p[from - 1] != '/')
    from--;
  while (to > from && path.p[to - 1] != '.')
    to--;
  return utf8_skeleton(arena, str_sub(path, from, to > from ? to - 1 : path.n));
}

static bool is_file(const struct spelt *files, struct str name) {
  for (size_t i = 0; i < files->n; i++)
    if (str_contains(name, files->at[i]))
      return true;
  return files->n == 0;
}

/* Does the table claim the records? Fills the columns. */
static bool claims(struct mapping *m, const struct map_table *table, const struct str *heads,
                   size_t nheads) {
  m->table = table;
  m->edition = &m->maps->editions[table->edition];
  m->agency = column_of(&m->edition->agency, heads, nheads);
  m->year = column_of(&m->edition->year, heads, nheads);
  m->part = column_of(&m->edition->part, heads, nheads);
  m->columns = ARENA_ARRAY(m->arena, int, table->ncolumns);
  m->nfound = 0;
  for (size_t i = 0; i < table->ncolumns; i++) {
    m->columns[i] = column_of(&table->columns[i], heads, nheads);
    m->nfound += m->columns[i] != NO_COLUMN;
  }
  return m->agency != NO_COLUMN && m->year != NO_COLUMN && m->nfound * 2 > table->ncolumns;
}

/* Finds the table whose records they are. False when none claims them, or two do alike. */
static bool find_table(struct mapping *m, const struct doc_row *head) {
  struct str *heads = ARENA_ARRAY(m->arena, struct str, head->ncells + 1);
  struct str name = name_of(m->arena, m->doc->path);
  struct mapping best = *m;
  bool is_tied = false;
  for (size_t i = 0; i < head->ncells; i++)
    heads[i] = utf8_skeleton(m->arena, head->cells[i].text);
  for (size_t t = 0; t < m->maps->tables.n; t++) {
    const struct map_table *table = &m->maps->tables.at[t];
    struct mapping one = *m;
    if (!is_file(&table->files, name) || !claims(&one, table, heads, head->ncells) ||
        one.nfound < best.nfound)
      continue;
    is_tied = one.nfound == best.nfound;
    best = one;
  }
  if (best.table == NULL || is_tied)
    return false;
  *m = best;
  return true;
}

/* --- Records */

/* What one record is about. */
struct subject {
  uint64_t hash;
  struct str agency;
};

struct subjects {
  struct subject *at;
  size_t n, cap;
};

static struct str text_at(const struct doc_row *row, int column) {
  return column != NO_COLUMN && (size_t)column < row->ncells ? row->cells[column].text : STR("");
}

static void complain(struct mapping *m, const struct doc_row *row, struct str why) {
  if (m->messages++ < MESSAGES)
    diag_add(m->diags, DIAG_FORM, nowhere, "line %u is left out: %.*s", row->cells[0].place.row,
             STR_ARG(why));
}

/* Four digits and nothing else; 0: no year. */
static int year_in(struct str text) {
  int year = 0;
  for (size_t i = 0; i < text.n; i++) {
    if (text.n != 4 || text.p[i] < '0' || text.p[i] > '9')
      return 0;
    year = year * 10 + (text.p[i] - '0');
  }
  return year;
}

static bool is_blank_row(const struct doc_row *row) {
  for (size_t i = 0; i < row->ncells; i++)
    if (row->cells[i].text.n > 0)
      return false;
  return true;
}

static struct report_cell read_cell(const struct mapping *m, const struct doc_row *row, size_t i) {
  const struct vocab *vocab = m->maps->vocab;
  const struct edition *edition = &vocab->editions[m->table->edition];
  const struct form_cell *what =
      &edition->cells[(size_t)edition->tables[m->table->table].first_slot + i];
  int column = m->columns[i];
  struct report_cell cell = {.state = CELL_UNREAD};
  if (column == NO_COLUMN || (size_t)column >= row->ncells)
    return cell;
  cell.printed = row->cells[column].text;
  cell.place = row->cells[column].place;
  cell.state =
      is_spelt(&m->edition->blank, utf8_skeleton(m->arena, cell.printed))
          ? CELL_BLANK
          : figure_read(vocab, &vocab->measures[what->measure], NO_UNIT, cell.printed, &cell.value);
  return cell;
}

/* The folder or archive in which the file stands. */
static struct str folder_of(struct str path) {
  size_t end = path.n;
  while (end > 0 && path.p[end - 1] != '/')
    end--;
  return end > 1 ? str_sub(path, 0, end - 1) : end == 1 ? STR("/") : STR(".");
}

static void add_remark(struct mapping *m, struct report *report, enum severity severity,
                       struct str text) {
  struct remark remark = {severity, text, {0, 0, 0}};
  ARENA_PUSH(m->arena, &report->remarks, remark);
}

/* Columns of the form that the records lack. */
static void remark_columns(struct mapping *m, struct report *report) {
  const struct edition *edition = &m->maps->vocab->editions[m->table->edition];
  const struct form_table *table = &edition->tables[m->table->table];
  for (size_t i = 0; i < m->table->ncolumns; i++) {
    const struct form_cell *cell = &edition->cells[(size_t)table->first_slot + i];
    const struct line *line = &table->blocks[cell->block].columns[cell->column];
    if (m->columns[i] == NO_COLUMN)
      add_remark(m, report, SEV_WARNING,
                 str_fmt(m->arena,
                         "no column or more than one is headed \"%.*s\" in table \"%.*s\"",
                         STR_ARG(line->path[line->npath - 1]), STR_ARG(table->key)));
  }
}

static bool give(struct mapping *m, const struct doc_row *row, struct str agency, int year,
                 struct report_sink sink) {
  const struct edition *edition = &m->maps->vocab->editions[m->table->edition];
  struct report report = {.edition = m->table->edition,
                          .agency = agency,
                          .year = year,
                          .path = m->doc->path,
                          .part_of = folder_of(m->doc->path),
                          .ncells = edition->ncells};
  report.is_total = is_spelt(&m->edition->totals, utf8_skeleton(m->arena, agency));
  report.cells = ARENA_ARRAY(m->arena, struct report_cell, edition->ncells);
  for (size_t slot = 0; slot < edition->ncells; slot++)
    report.cells[slot].state = CELL_ABSENT;
  size_t first = (size_t)edition->tables[m->table->table].first_slot;
  for (size_t i = 0; i < m->table->ncolumns; i++)
    report.cells[first + i] = read_cell(m, row, i);
  remark_columns(m, &report);
  return sink.take(sink.context, &report);
}

static int by_hash(const void *a, const void *b) {
  uint64_t x = ((const struct subject *)a)->hash, y = ((const struct subject *)b)->hash;
  return (x > y) - (x < y);
}

/* Agencies of which only parts stand in the records: what they are in all is not said. */
static void complain_of_parts(struct mapping *m, struct subjects *parts, struct subjects *wholes) {
  size_t without = 0, k = 0;
  struct str first = STR("");
  if (parts->n > 0)
    qsort(parts->at, parts->n, sizeof *parts->at, by_hash);
  if (wholes->n > 0)
    qsort(wholes->at, wholes->n, sizeof *wholes->at, by_hash);
  for (size_t i = 0; i < parts->n; i++) {
    if (i > 0 && parts->at[i].hash == parts->at[i - 1].hash)
      continue;
    while (k < wholes->n && wholes->at[k].hash < parts->at[i].hash)
      k++;
    if (k < wholes->n && wholes->at[k].hash == parts->at[i].hash)
      continue;
    if (without++ == 0)
      first = parts->at[i].agency;
  }
  if (without > 0)
    diag_add(m->diags, DIAG_FORM, nowhere,
             "%zu agenc%s left out, \"%.*s\"%s: only parts of %s stand in it, not the whole",
             without, without == 1 ? "y is" : "ies are", STR_ARG(first),
             without == 1 ? "" : " and others", without == 1 ? "it" : "them");
}

static enum map_outcome give_records(struct mapping *m, const struct doc_block *table,
                                     struct report_sink sink) {
  struct subjects parts = {0}, wholes = {0};
  for (size_t i = 1; i < table->nrows; i++) {
    const struct doc_row *row = &table->rows[i];
    struct str agency = text_at(row, m->agency), part = text_at(row, m->part);
    int year = year_in(text_at(row, m->year));
    if (is_blank_row(row))
      continue;
    if (agency.n == 0 || year == 0) {
      complain(m, row,
               agency.n == 0
                   ? STR("it names no agency")
                   : str_fmt(m->arena, "\"%.*s\" is no year", STR_ARG(text_at(row, m->year))));
      continue;
    }
    struct subject subject = {str_hash(agency) * 31 + (uint64_t)year, agency};
    bool is_part =
        m->part != NO_COLUMN && !is_spelt(&m->edition->whole, utf8_skeleton(m->arena, part));
    ARENA_PUSH(m->arena, is_part ? &parts : &wholes, subject);
    struct arena_mark mark = arena_mark(m->arena);
    if (!is_part && !give(m, row, agency, year, sink))
      return MAP_STOPPED;
    arena_rewind(m->arena, mark);
  }
  complain_of_parts(m, &parts, &wholes);
  if (m->messages > MESSAGES)
    diag_add(m->diags, DIAG_FORM, nowhere, "%zu further lines are left out",
             m->messages - MESSAGES);
  return wholes.n > 0 ? MAP_DONE : MAP_EMPTY;
}

enum map_outcome map_doc(struct arena *arena, const struct maps *maps, const struct doc *doc,
                         struct report_sink sink, struct diags *diags) {
  struct mapping m = {.arena = arena, .maps = maps, .doc = doc, .diags = diags};
  const struct doc_block *table = doc->blocks.n > 0 ? &doc->blocks.at[0] : NULL;
  if (table == NULL || table->nrows == 0 || !find_table(&m, &table->rows[0]))
    return MAP_OTHER;
  enum map_outcome outcome = give_records(&m, table, sink);
  if (outcome == MAP_EMPTY)
    diag_add(diags, DIAG_FORM, nowhere,
             "it has the columns of table \"%.*s\" and no record of a report",
             STR_ARG(maps->vocab->editions[m.table->edition].tables[m.table->table].key));
  return outcome;
}
