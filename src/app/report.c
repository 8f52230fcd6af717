/* report: `show report "X" 2021 table 3`: a report as its form prints it, and the other versions
 * that were loaded.
 */
#include "app/state.h"

#include "app/doubt.h"
#include "form/report.h"

/* One version of a report, from the table `report`. */
struct version {
  int64_t id;
  int edition;
  int year;
  int64_t tables;
  bool counts;
  bool is_said;
  struct str path, title, sender, signed_on;
  int64_t blank, unread, inferred, doubts;
};

struct version_list {
  struct version *at;
  size_t n, cap;
};

/* A cell of a version, by slot. */
struct shown_cell {
  struct str printed, state, place;
  struct value value;
  bool is_there, is_doubtful;
};

static struct str text_at(struct run *run, struct cursor *cursor, size_t column) {
  struct value value = cursor_value(cursor, column);
  return value.kind == VALUE_TEXT ? str_copy(run->arena, value.text) : STR("");
}

static bool read_versions(struct run *run, int64_t agency, int64_t low, int64_t high,
                          struct span at, struct version_list *list) {
  struct str sql =
      STR("SELECT id, edition, year, tables, counts, path, title, signed_on, blank, unread, "
          "inferred, doubts, sender, said FROM report WHERE agency = ?1 AND year BETWEEN ?2 AND ?3 "
          "ORDER BY year, counts DESC, path");
  struct value binds[] = {value_integer(agency), value_integer(low == 0 ? INT64_MIN : low),
                          value_integer(high == 0 ? INT64_MAX : high)};
  struct cursor *cursor = store_query(run->session->store, sql, binds, 3, at, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, &run->diags)) {
    struct version v = {.id = cursor_value(cursor, 0).integer,
                        .edition = (int)cursor_value(cursor, 1).integer,
                        .year = (int)cursor_value(cursor, 2).integer,
                        .tables = cursor_value(cursor, 3).integer,
                        .counts = cursor_value(cursor, 4).integer != 0,
                        .path = text_at(run, cursor, 5),
                        .title = text_at(run, cursor, 6),
                        .signed_on = text_at(run, cursor, 7),
                        .blank = cursor_value(cursor, 8).integer,
                        .unread = cursor_value(cursor, 9).integer,
                        .inferred = cursor_value(cursor, 10).integer,
                        .doubts = cursor_value(cursor, 11).integer,
                        .sender = text_at(run, cursor, 12),
                        .is_said = cursor_value(cursor, 13).integer != 0};
    ARENA_PUSH(run->arena, list, v);
  }
  cursor_close(cursor);
  return step == 0;
}

/* Notes which of its cells stand in a check that fails. */
static bool mark_doubtful(struct run *run, struct doubtful *doubtful, const struct version *version,
                          struct shown_cell *cells) {
  const struct edition *edition = &run->session->vocab.editions[version->edition];
  if (!doubt_report(run, doubtful, version->id))
    return false;
  for (size_t slot = 0; slot < edition->ncells; slot++)
    cells[slot].is_doubtful = doubt_has(doubtful, version->id, edition->cells[slot].cell);
  return true;
}

/* The cells of one version in the order of the form; those of absent tables are not there. */
static bool read_cells(struct run *run, const struct version *version, struct span at,
                       struct shown_cell **cells) {
  const struct edition *edition = &run->session->vocab.editions[version->edition];
  struct str sql =
      STR("SELECT slot, printed, value, state, place FROM report_cell WHERE report = ?1");
  struct value bind = value_integer(version->id);
  *cells = ARENA_ARRAY(run->arena, struct shown_cell, edition->ncells);
  struct cursor *cursor = store_query(run->session->store, sql, &bind, 1, at, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  for (; step == 1; step = cursor_step(cursor, &run->diags)) {
    size_t slot = (size_t)cursor_value(cursor, 0).integer;
    if (slot >= edition->ncells)
      continue;
    struct shown_cell *cell = &(*cells)[slot];
    cell->is_there = true;
    cell->printed = text_at(run, cursor, 1);
    cell->value = cursor_value(cursor, 2);
    cell->state = text_at(run, cursor, 3);
    cell->place = text_at(run, cursor, 4);
  }
  cursor_close(cursor);
  return step == 0;
}

static struct str path_text(struct run *run, struct str title, const struct line *line) {
  struct sbuf b = {.arena = run->arena};
  sbuf_add(&b, title);
  for (int i = 0; i < line->npath; i++)
    sbuf_addf(&b, "%s%.*s", b.n > 0 ? "/" : "", STR_ARG(line->path[i]));
  return sbuf_str(&b);
}

/* --- For people: who it is, then block after block as printed */

static void add_fact(struct run *run, struct table *table, const char *what, struct str value) {
  struct row *row = table_row(run->arena, table);
  row->cells[0] = value_text(str_from_z(what));
  row->cells[1] = value_text(value);
}

#define NOTES_SHOWN 20 /* of one report; a set of files has as many as it has tables */

/* What reading the report noted beside doubts: from which of several files a table came, and the
 * like. */
static bool add_notes(struct run *run, const struct version *version, struct table *table) {
  struct str sql = STR("SELECT text FROM remark WHERE report = ?1 AND severity = ?2 ORDER BY n");
  struct value binds[] = {value_integer(version->id), value_integer(SEV_NOTE)};
  struct cursor *cursor =
      store_query(run->session->store, sql, binds, 2, (struct span){0, 0}, &run->diags);
  int step = cursor != NULL ? cursor_step(cursor, &run->diags) : -1;
  for (int n = 0; step == 1; step = cursor_step(cursor, &run->diags))
    if (n++ < NOTES_SHOWN)
      add_fact(run, table, "note", text_at(run, cursor, 0));
  cursor_close(cursor);
  return step == 0;
}

static bool show_identity(struct run *run, const struct panel_name *agency,
                          const struct version *version, const struct version_list *all) {
  static const char *const columns[] = {"report", ""};
  const struct edition *edition = &run->session->vocab.editions[version->edition];
  struct table *table = table_new(run->arena, 2, columns);
  add_fact(run, table, "agency", agency->name);
  add_fact(run, table, "year", str_fmt(run->arena, "%d", version->year));
  if (version->is_said)
    add_fact(run, table, "known from", STR("load … as report of: agency and year were said"));
  if (!who_facts(run, agency->id, table))
    return false;
  add_fact(
      run, table, "edition",
      str_fmt(run->arena, "%.*s %.*s", STR_ARG(edition->names.key), STR_ARG(edition->names.zh)));
  add_fact(run, table, "title", version->title);
  if (version->sender.n > 0)
    add_fact(run, table, "sender", version->sender);
  add_fact(run, table, "signed on", version->signed_on);
  add_fact(run, table, "file", version->path);
  add_fact(run, table, "cells",
           str_fmt(run->arena, "%lld blank, %lld unread, %lld inferred, %lld doubts on loading",
                   (long long)version->blank, (long long)version->unread,
                   (long long)version->inferred, (long long)version->doubts));
  struct sbuf absent = {.arena = run->arena};
  for (size_t t = 0; t < edition->ntables; t++)
    if ((version->tables >> t & 1) == 0)
      sbuf_addf(&absent, "%s%.*s", absent.n > 0 ? ", " : "", STR_ARG(edition->tables[t].key));
  if (absent.n > 0)
    add_fact(run, table, "tables not in it", sbuf_str(&absent));
  for (size_t i = 0; i < all->n; i++)
    if (!all->at[i].counts && all->at[i].year == version->year)
      add_fact(run, table, "other version", all->at[i].path);
  if (!add_notes(run, version, table))
    return false;
  return run_show(run, table, NULL);
}

/* As it is printed, with what there is to say against it. */
static struct value cell_value(const struct shown_cell *cell) {
  struct value value = value_text(cell->is_there ? cell->printed : STR(""));
  value.is_unread = cell->is_there && str_eq(cell->state, STR("unread"));
  value.is_inferred = cell->is_there && str_eq(cell->state, STR("inferred"));
  value.is_doubtful = cell->is_there && cell->is_doubtful;
  return value;
}

/* The last word of a column's path, or the whole path where another column ends in the same word.
 */
static struct str column_label(struct run *run, const struct block *block, size_t c) {
  const struct line *column = &block->columns[c];
  struct str last = column->path[column->npath - 1], none = {0};
  for (size_t k = 0; k < block->ncolumns; k++)
    if (k != c && str_eq(block->columns[k].path[block->columns[k].npath - 1], last))
      return path_text(run, none, column);
  return last;
}

static struct str block_head(struct run *run, const struct form_table *form_table,
                             const struct block *block) {
  return str_trim(
      str_fmt(run->arena, "%.*s %.*s", STR_ARG(form_table->key), STR_ARG(block->title)));
}

/* A block of one row and many columns is shown on its side: it would be wider than any terminal. */
static bool show_sideways(struct run *run, struct str head, const struct block *block,
                          const struct shown_cell *cells) {
  struct str none = {0};
  const char *const names[] = {str_z(run->arena, head),
                               str_z(run->arena, path_text(run, none, &block->rows[0]))};
  struct table *table = table_new(run->arena, 2, names);
  table->columns[1].role = COLUMN_FIGURE;
  table->columns[1].type = VALUE_INTEGER;
  for (size_t c = 0; c < block->ncolumns; c++) {
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(path_text(run, none, &block->columns[c]));
    row->cells[1] = cell_value(&cells[(size_t)block->first_slot + c]);
  }
  return run_show(run, table, NULL);
}

static struct row *add_label(struct run *run, struct table *table, const struct line *line,
                             int part) {
  struct row *row = table_row(run->arena, table);
  row->cells[0] =
      value_text(str_fmt(run->arena, "%*s%.*s", part * 2, "", STR_ARG(line->path[part])));
  for (size_t c = 1; c < table->ncolumns; c++)
    row->cells[c] = value_text(STR(""));
  return row;
}

/* The words above a row that the row before does not share: a line of its own each, without
 * figures. */
static void add_group_heads(struct run *run, struct table *table, const struct line *before,
                            const struct line *line) {
  bool is_shared = before != NULL;
  for (int part = 0; part + 1 < line->npath; part++) {
    is_shared = is_shared && part < before->npath && str_eq(before->path[part], line->path[part]);
    if (!is_shared)
      add_label(run, table, line, part);
  }
}

#define COLUMNS_ABREAST 8 /* table 3 has seven columns of figures */

static bool show_block(struct run *run, const struct form_table *form_table,
                       const struct block *block, const struct shown_cell *cells) {
  const char **names = ARENA_ARRAY(run->arena, const char *, block->ncolumns + 1);
  struct str head = block_head(run, form_table, block);
  if (block->nrows == 1 && block->ncolumns > COLUMNS_ABREAST)
    return show_sideways(run, head, block, cells);
  names[0] = str_z(run->arena, head);
  for (size_t c = 0; c < block->ncolumns; c++)
    names[c + 1] = str_z(run->arena, column_label(run, block, c));
  struct table *table = table_new(run->arena, block->ncolumns + 1, names);
  for (size_t c = 1; c <= block->ncolumns; c++) {
    table->columns[c].role = COLUMN_FIGURE;
    table->columns[c].type = VALUE_INTEGER; /* as printed, but they stand to the right */
  }
  for (size_t r = 0; r < block->nrows; r++) {
    const struct line *line = &block->rows[r];
    add_group_heads(run, table, r > 0 ? &block->rows[r - 1] : NULL, line);
    struct row *row = add_label(run, table, line, line->npath - 1);
    for (size_t c = 0; c < block->ncolumns; c++)
      row->cells[c + 1] = cell_value(&cells[(size_t)block->first_slot + r * block->ncolumns + c]);
  }
  return run_show(run, table, NULL);
}

/* --- For programs: a row per cell */

static void add_cells(struct run *run, const struct panel_name *agency,
                      const struct version *version, const struct shown_cell *cells, int section,
                      struct table *table) {
  const struct edition *edition = &run->session->vocab.editions[version->edition];
  for (size_t slot = 0; slot < edition->ncells; slot++) {
    const struct form_cell *at = &edition->cells[slot];
    const struct form_table *form_table = &edition->tables[at->table];
    const struct block *block = &form_table->blocks[at->block];
    if (!cells[slot].is_there || (section > 0 && form_table->section != section))
      continue;
    struct row *row = table_row(run->arena, table);
    struct str none = {0};
    row->cells[0] = value_text(agency->name);
    row->cells[1] = value_integer(version->year);
    row->cells[2] = value_text(form_table->key);
    row->cells[3] = value_text(path_text(run, block->title, &block->rows[at->row]));
    row->cells[4] = value_text(path_text(run, none, &block->columns[at->column]));
    row->cells[5] = value_text(cells[slot].printed);
    row->cells[6] = cells[slot].value;
    row->cells[6].is_doubtful = cells[slot].is_doubtful;
    row->cells[7] = value_text(cells[slot].state);
    row->cells[8] = value_text(cells[slot].place);
  }
}

static struct table *cell_table(struct run *run) {
  static const char *const columns[] = {"agency",  "year",  "table", "row",  "column",
                                        "printed", "value", "state", "place"};
  struct table *table = table_new(run->arena, 9, columns);
  table->columns[1].type = VALUE_INTEGER;
  table->columns[6].type = VALUE_REAL;
  table->columns[6].role = COLUMN_FIGURE;
  table->columns[7].is_said = true;
  return table;
}

/* --- Versions that differ */

static bool same_cell(const struct shown_cell *a, const struct shown_cell *b) {
  return a->is_there == b->is_there && str_eq(a->state, b->state) &&
         value_compare(a->value, b->value) == 0;
}

static bool show_differences(struct run *run, const struct version *main,
                             const struct shown_cell *cells, const struct version *other,
                             struct span at) {
  static const char *const columns[] = {"table", "row", "column", "here", "there"};
  const struct edition *edition = &run->session->vocab.editions[main->edition];
  struct shown_cell *others;
  if (other->edition != main->edition || !read_cells(run, other, at, &others))
    return other->edition != main->edition;
  struct table *table = table_new(run->arena, 5, columns);
  size_t unread = 0;
  for (size_t slot = 0; slot < edition->ncells; slot++) {
    const struct form_cell *cell = &edition->cells[slot];
    const struct block *block = &edition->tables[cell->table].blocks[cell->block];
    struct str none = {0};
    if (same_cell(&cells[slot], &others[slot]))
      continue;
    if (str_eq(others[slot].state, STR("unread"))) { /* it says nothing against the cell */
      unread++;
      continue;
    }
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(edition->tables[cell->table].key);
    row->cells[1] = value_text(path_text(run, block->title, &block->rows[cell->row]));
    row->cells[2] = value_text(path_text(run, none, &block->columns[cell->column]));
    row->cells[3] = cell_value(&cells[slot]);
    row->cells[4] = cell_value(&others[slot]);
  }
  if (table->rows.n == 0 && unread == 0)
    return true;
  struct str note = SAY(
      run->arena, run->session->says, "\"there\" is {1}: {2} cells differ, {3} unread", other->path,
      say_number(run->arena, (int64_t)table->rows.n), say_number(run->arena, (int64_t)unread));
  ARENA_PUSH(run->arena, &table->notes, note);
  return run_show(run, table, NULL);
}

static bool show_version(struct run *run, const struct panel_name *agency,
                         const struct version *version, const struct version_list *all, int section,
                         struct doubtful *doubtful) {
  const struct edition *edition = &run->session->vocab.editions[version->edition];
  struct span at = doubtful->at;
  struct shown_cell *cells;
  if (!read_cells(run, version, at, &cells) || !mark_doubtful(run, doubtful, version, cells) ||
      !show_identity(run, agency, version, all))
    return false;
  for (size_t t = 0; t < edition->ntables; t++) {
    const struct form_table *table = &edition->tables[t];
    bool is_there = (version->tables >> t & 1) != 0;
    for (size_t b = 0; is_there && b < table->nblocks; b++)
      if ((section == 0 || table->section == section) &&
          !show_block(run, table, &table->blocks[b], cells))
        return false;
  }
  for (size_t i = 0; i < all->n; i++)
    if (!all->at[i].counts && all->at[i].year == version->year &&
        !show_differences(run, version, cells, &all->at[i], at))
      return false;
  return true;
}

/* Has some edition of these reports a table in the section? */
static bool has_section(const struct session *session, const struct version_list *versions,
                        int section) {
  for (size_t i = 0; i < versions->n; i++) {
    const struct edition *edition = &session->vocab.editions[versions->at[i].edition];
    for (size_t t = 0; t < edition->ntables; t++)
      if (edition->tables[t].section == section)
        return true;
  }
  return false;
}

bool run_show_report(struct run *run, const struct node *show) {
  struct session *session = run->session;
  const struct node *subject = show->first, *to = NULL;
  struct panel_name agency;
  struct version_list versions = {0};
  int64_t low, high;
  int section = 0;
  for (const struct node *clause = subject->next; clause != NULL; clause = clause->next) {
    if (clause->kind == NODE_TABLE)
      section = (int)clause->first->number;
    else
      to = clause->first;
  }
  if (!run_subject(run, subject, &agency, &low, &high) ||
      !read_versions(run, agency.id, low, high, subject->span, &versions))
    return false;
  if (versions.n == 0) {
    diag_add(&run->diags, DIAG_NAME, subject->span, "\"%.*s\" has no report on that year",
             STR_ARG(agency.name));
    diag_hint(&run->diags, "\"reports where agency = \"\"%.*s\"\"\" lists what there is",
              STR_ARG(agency.name));
    return false;
  }
  if (section > 0 && !has_section(session, &versions, section))
    return diag_add(&run->diags, DIAG_NAME, show->span, "the form has no table in section %d",
                    section);
  bool long_form = session->format->is_machine || to != NULL;
  struct table *table = cell_table(run);
  struct doubtful doubtful;
  if (!doubt_open(run, show->span, &doubtful))
    return false;
  for (size_t i = 0; i < versions.n; i++) {
    struct shown_cell *cells;
    if (!versions.at[i].counts)
      continue;
    if (!long_form && !show_version(run, &agency, &versions.at[i], &versions, section, &doubtful))
      return false;
    if (long_form && (!read_cells(run, &versions.at[i], show->span, &cells) ||
                      !mark_doubtful(run, &doubtful, &versions.at[i], cells)))
      return false;
    if (long_form)
      add_cells(run, &agency, &versions.at[i], cells, section, table);
  }
  return !long_form || run_show(run, table, to);
}
