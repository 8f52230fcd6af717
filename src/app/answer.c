/* answer: long rows (cut, group, keys, value, n) → a table (see answer.h).
 */
#include "app/answer.h"

#include "app/region.h"
#include "plan/resolve.h"
#include "sql/sql.h"

#include <stdlib.h>
#include <string.h>

/* One row of the SQL. */
struct piece {
  int cut, group;
  struct value keys[MAX_KEYS]; /* by report key */
  struct value value;
  int64_t n;
  bool is_possible; /* some report in scope could have it */
  bool is_guessed;  /* it rests on inferred cells */
};

struct build {
  struct arena *arena;
  const struct plan *plan;
  struct store *store;
  enum names_shown names;
  struct table *table;
  struct diags *diags;
  struct {
    struct piece *at;
    size_t n, cap;
  } pieces;
  int report_key[MAX_KEYS]; /* key → its number among report keys; -1 */
  int across;               /* key that stands across; -1 */
  struct value *heads; /* values of a report key across, ascending; the last may be the total */
  size_t nheads;
  size_t nkey_columns;
  int form_of_key[MAX_KEYS]; /* key → its number among form keys; -1 */
  bool has_n;                /* a column n beside each figure */
  bool several_years;
  struct region_list regions; /* read when a key is the region */
};

/* --- Reading */

static bool figures_are_exact(const struct plan *plan) {
  return plan->aggregate == AGG_SUM || plan->aggregate == AGG_STATED || plan->aggregate == AGG_GAP;
}

static bool read_pieces(struct build *b) {
  const struct plan *plan = b->plan;
  struct sql sql = sql_figures(b->arena, plan, &dialect_sqlite);
  struct cursor *cursor =
      store_query(b->store, sql.text, sql.binds, sql.nbinds, plan->span, b->diags);
  if (cursor == NULL)
    return false;
  int step;
  while ((step = cursor_step(cursor, b->diags)) == 1) {
    struct piece piece = {.cut = (int)cursor_value(cursor, 0).integer,
                          .group = (int)cursor_value(cursor, 1).integer};
    size_t column = 2;
    for (int k = 0; k < plan->nkeys; k++) {
      if (!plan->keys[k].is_report)
        continue;
      struct value value = cursor_value(cursor, column++);
      if (value.kind == VALUE_TEXT)
        value.text = str_copy(b->arena, value.text);
      piece.keys[b->report_key[k]] = value;
    }
    piece.value = cursor_value(cursor, column);
    piece.n = cursor_value(cursor, column + 1).integer;
    piece.is_possible = cursor_value(cursor, column + 2).integer > 0;
    piece.is_guessed = cursor_value(cursor, column + 3).integer > 0;
    if (piece.value.kind == VALUE_REAL &&
        figures_are_exact(plan)) { /* as SQLite tells of overflow */
      cursor_close(cursor);
      return diag_add(b->diags, DIAG_RUN, plan->span, "the sum is too large for 64 bits");
    }
    ARENA_PUSH(b->arena, &b->pieces, piece);
  }
  cursor_close(cursor);
  return step == 0;
}

static bool drops(const struct build *b, int cut, int key) {
  return (cut & (b->plan->keys[key].is_across ? CUT_COLUMN : CUT_ROWS)) != 0;
}

/* --- Columns */

static int by_value(const void *a, const void *b) {
  return value_compare(*(const struct value *)a, *(const struct value *)b);
}

/* The values of a report key across, in order; with `total` one more, missing, for the total
 * column. */
static void collect_heads(struct build *b) {
  int r = b->report_key[b->across];
  struct {
    struct value *at;
    size_t n, cap;
  } heads = {0};
  for (size_t i = 0; i < b->pieces.n; i++)
    if (!drops(b, b->pieces.at[i].cut, b->across))
      ARENA_PUSH(b->arena, &heads, b->pieces.at[i].keys[r]);
  if (heads.n > 1)
    qsort(heads.at, heads.n, sizeof *heads.at, by_value);
  size_t n = 0;
  for (size_t i = 0; i < heads.n; i++)
    if (n == 0 || value_compare(heads.at[n - 1], heads.at[i]) != 0)
      heads.at[n++] = heads.at[i];
  heads.n = n;
  if (b->plan->keys[b->across].is_descending)
    for (size_t i = 0; i < n / 2; i++) {
      struct value swap = heads.at[i];
      heads.at[i] = heads.at[n - 1 - i];
      heads.at[n - 1 - i] = swap;
    }
  if (b->plan->has_total)
    ARENA_PUSH(b->arena, &heads, value_missing());
  b->heads = heads.at;
  b->nheads = heads.n;
}

static struct str name_shown(const struct build *b, const struct names *names) {
  struct str shown = b->names == NAMES_ZH   ? names->zh
                     : b->names == NAMES_EN ? names->en
                                            : (struct str){0};
  return shown;
}

static const struct member *shown_member(const struct build *b, int form_key, size_t shown) {
  int member = b->plan->shown[form_key][shown].member;
  int d = b->plan->keys[b->plan->form_keys[form_key]].dimension;
  return member < 0 ? NULL : &b->plan->vocab->dimensions[d].members[member];
}

/* Regions, editions and forms come as ids. */
static struct value key_shown(const struct build *b, int k, struct value value) {
  const struct key *key = &b->plan->keys[k];
  const struct vocab *vocab = b->plan->vocab;
  if (value.kind != VALUE_INTEGER)
    return value;
  if (key->dim == REPORT_EDITION) {
    struct str name = vocab->editions[value.integer].names.key;
    return value_text(str_sub(name, str_find(name, STR(".")) + 1, name.n));
  }
  if (key->dim == REPORT_FORM)
    return value_text(vocab->forms[value.integer].names.key);
  const struct region *region =
      key->dim == REPORT_REGION ? region_find(&b->regions, value.integer) : NULL;
  return region != NULL ? value_text(region->name) : value;
}

static struct column figure_column(const struct build *b, const struct figure *figure) {
  struct column column = {.name = figure->name,
                          .role = COLUMN_FIGURE,
                          .type = figure->scale > 0 ? VALUE_DECIMAL : VALUE_INTEGER,
                          .unit = figure->unit};
  enum aggregate aggregate = b->plan->aggregate;
  bool is_quotient = aggregate == AGG_AVG || aggregate == AGG_STDDEV || aggregate == AGG_MEDIAN ||
                     aggregate == AGG_PERCENTILE;
  if (is_quotient) {
    column.type = VALUE_REAL;
    column.is_quotient = true;
  }
  column.label = b->names == NAMES_ZH   ? figure->label_zh
                 : b->names == NAMES_EN ? figure->label_en
                                        : (struct str){0};
  return column;
}

static void add_figure_columns(struct build *b, struct column *columns, size_t *n) {
  const struct plan *plan = b->plan;
  for (size_t f = 0; f < plan->nfigures; f++) {
    struct column base = figure_column(b, &plan->figures[f]);
    if (b->across < 0) {
      columns[(*n)++] = base;
      if (b->has_n)
        columns[(*n)++] = (struct column){
            .name = f == 0 ? STR("n") : str_fmt(b->arena, "n_%.*s", STR_ARG(base.name)),
            .role = COLUMN_FIGURE,
            .type = VALUE_INTEGER};
      continue;
    }
    for (size_t h = 0; h < b->nheads; h++) {
      struct column column = base;
      int form_key = b->form_of_key[b->across];
      struct str head = value_plain(b->arena, form_key < 0 ? key_shown(b, b->across, b->heads[h])
                                                           : value_missing());
      column.label = (struct str){0};
      if (form_key >= 0) {
        const struct member *member = shown_member(b, form_key, h);
        head = member != NULL ? member->names.key : STR("total");
        if (member != NULL)
          column.label = name_shown(b, &member->names);
      } else if (b->heads[h].kind == VALUE_MISSING) {
        bool is_total = plan->has_total && h + 1 == b->nheads;
        head = is_total ? STR("total") : STR("unknown");
      }
      column.name = plan->nfigures == 1
                        ? head
                        : str_fmt(b->arena, "%.*s.%.*s", STR_ARG(base.name), STR_ARG(head));
      columns[(*n)++] = column;
    }
  }
}

static void add_columns(struct build *b) {
  const struct plan *plan = b->plan;
  size_t n = 0;
  if (b->across >= 0 && b->form_of_key[b->across] >= 0)
    b->nheads = plan->nshown[b->form_of_key[b->across]];
  else if (b->across >= 0)
    collect_heads(b);
  size_t figures = plan->nfigures * (b->across >= 0 ? b->nheads : 1u + b->has_n);
  b->table->columns = ARENA_ARRAY(b->arena, struct column, (size_t)plan->nkeys + figures + 1);
  for (int k = 0; k < plan->nkeys; k++) {
    const struct key *key = &plan->keys[k];
    if (key->is_across)
      continue;
    struct column *column = &b->table->columns[n++];
    column->name = key->name;
    column->role = COLUMN_KEY;
    column->type = key->is_report && key->dim == REPORT_YEAR ? VALUE_INTEGER : VALUE_TEXT;
    if (key->is_report && b->names == NAMES_ZH)
      column->label = str_from_z(report_dim_zh(key->dim));
    else if (!key->is_report)
      column->label = name_shown(b, &plan->vocab->dimensions[key->dimension].names);
  }
  b->nkey_columns = n;
  add_figure_columns(b, b->table->columns, &n);
  b->table->ncolumns = n;
}

/* --- Rows */

/* What makes a row: its cut's row part and its keys, as text for the map. */
static struct str row_identity(struct build *b, const struct piece *piece) {
  const struct plan *plan = b->plan;
  struct sbuf text = {.arena = b->arena};
  sbuf_addf(&text, "%d", piece->cut & ~CUT_COLUMN);
  for (int k = 0; k < plan->nkeys; k++) {
    if (plan->keys[k].is_across)
      continue;
    if (plan->keys[k].is_report) {
      struct value value = piece->keys[b->report_key[k]];
      struct str plain = value_plain(b->arena, value);
      sbuf_addf(&text, "|%d%.*s", value.kind, STR_ARG(plain));
    } else {
      sbuf_addf(&text, "|%d", plan->groups[piece->group].shown[b->form_of_key[k]]);
    }
  }
  return sbuf_str(&text);
}

/* Does the combination belong in the answer? A total over members of the form goes with that over
 * report keys. */
static bool is_wanted(const struct build *b, const struct piece *piece) {
  const struct plan *plan = b->plan;
  bool drops_rows = (piece->cut & CUT_ROWS) != 0, has_form = false, is_total = false;
  int level = piece->cut >> CUT_LEVEL;
  for (int k = 0; k < plan->nkeys && level > 0; k++) {
    if (!plan->keys[k].is_report || plan->keys[k].dim != REPORT_REGION || plan->keys[k].is_across)
      continue;
    struct value id = piece->keys[b->report_key[k]];
    const struct region *region =
        id.kind == VALUE_INTEGER ? region_find(&b->regions, id.integer) : NULL;
    if (region == NULL || region->level != level || region->last == region->id)
      return false; /* it has a row of its own already */
  }
  for (int k = 0; k < plan->nkeys; k++) {
    if (plan->keys[k].is_report || plan->keys[k].is_across)
      continue;
    bool total = shown_member(b, b->form_of_key[k],
                              (size_t)plan->groups[piece->group].shown[b->form_of_key[k]]) == NULL;
    if (has_form && total != is_total)
      return false;
    has_form = true;
    is_total = total;
  }
  return !has_form || !plan->has_total_row || drops_rows == is_total;
}

static size_t column_of(const struct build *b, const struct piece *piece) {
  const struct plan *plan = b->plan;
  size_t figure = plan->ngroups > 0 ? (size_t)plan->groups[piece->group].figure : 0, head = 0;
  if (b->across < 0)
    return b->nkey_columns + figure * (1u + b->has_n);
  if (b->form_of_key[b->across] >= 0) {
    head = (size_t)plan->groups[piece->group].shown[b->form_of_key[b->across]];
  } else if (drops(b, piece->cut, b->across)) {
    head = b->nheads - 1;
  } else {
    while (value_compare(b->heads[head], piece->keys[b->report_key[b->across]]) != 0)
      head++;
  }
  return b->nkey_columns + figure * b->nheads + head;
}

static struct value figure_value(const struct build *b, const struct piece *piece) {
  const struct plan *plan = b->plan;
  const struct group *group = plan->ngroups > 0 ? &plan->groups[piece->group] : NULL;
  struct value value = piece->value;
  if (group == NULL)
    return value;
  bool drops_year = false;
  for (int k = 0; k < plan->nkeys; k++)
    drops_year = drops_year || (plan->keys[k].is_report && plan->keys[k].dim == REPORT_YEAR &&
                                drops(b, piece->cut, k));
  if (group->is_stock && drops_year && b->several_years &&
      (plan->aggregate == AGG_SUM || plan->aggregate == AGG_STATED || plan->aggregate == AGG_GAP))
    return value_missing();
  int scale = plan->figures[group->figure].scale;
  if (value.kind == VALUE_INTEGER && scale > 0)
    return value_decimal(value.integer, (unsigned)scale);
  for (int i = 0; value.kind == VALUE_REAL && i < scale; i++)
    value.real /= 10;
  return value;
}

/* A row and what it is sorted by, until all rows are there. */
struct sorted_row {
  struct row row;
  int shown[2]; /* members, in the order of the form */
  struct value
      keys[MAX_KEYS]; /* by report key: as the SQL gave them, regions in the order of their tree */
  bool is_total;
  bool is_possible;
};

/* How a region stands in its tree: `by region depth 2` shows the inner ones as subtotals, and what
 * is declared for one itself as undivided. */
static void mark_region(const struct build *b, const struct piece *piece, const struct key *key,
                        struct value id, size_t column, struct row *row) {
  const struct region *region =
      id.kind == VALUE_INTEGER ? region_find(&b->regions, id.integer) : NULL;
  bool is_deep = key->depth > 1 && key->node == 0;
  if (region == NULL)
    return;
  bool is_inner = region->last > region->id;
  row->tree = (uint8_t)column;
  if (piece->cut >> CUT_LEVEL > 0)
    row->mark = ROW_SUBTOTAL;
  else if ((is_deep && is_inner && region->level < key->depth) ||
           (is_inner && (key->node == region->id || (key->depth == 0 && key->node == 0))))
    row->is_undivided = true;
  if (is_deep)
    row->depth = (uint8_t)(row->depth + region->level - 1 + row->is_undivided);
}

static void fill_member(struct build *b, const struct piece *piece, int k, size_t column,
                        struct sorted_row *sorted) {
  const struct plan *plan = b->plan;
  struct row *row = &sorted->row;
  int f = b->form_of_key[k];
  size_t index = (size_t)plan->groups[piece->group].shown[f];
  const struct shown *shown = &plan->shown[f][index];
  const struct member *member = shown_member(b, f, index);
  sorted->shown[f] = (int)index;
  sorted->is_total = sorted->is_total || member == NULL;
  if (member == NULL) {
    row->mark = ROW_TOTAL;
    return;
  }
  if (shown->depth > 0 || shown->is_undivided || shown->is_subtotal)
    row->tree = (uint8_t)column;
  row->cells[column] = value_text(member->names.key);
  row->labels[column] = name_shown(b, &member->names);
  row->depth = (uint8_t)(row->depth + shown->depth);
  row->is_undivided = row->is_undivided || shown->is_undivided;
  if (shown->is_subtotal)
    row->mark = ROW_SUBTOTAL;
}

static struct sorted_row new_row(struct build *b, const struct piece *piece) {
  const struct plan *plan = b->plan;
  struct sorted_row sorted = {.is_total = (piece->cut & CUT_ROWS) != 0};
  struct row *row = &sorted.row;
  size_t column = 0;
  row->cells = ARENA_ARRAY(b->arena, struct value, b->table->ncolumns);
  row->labels = ARENA_ARRAY(b->arena, struct str, b->nkey_columns + 1);
  row->mark = sorted.is_total ? ROW_TOTAL : ROW_LEAF;
  for (int k = 0; k < plan->nkeys; k++) {
    const struct key *key = &plan->keys[k];
    if (key->is_across)
      continue;
    if (key->is_report) {
      struct value id = piece->keys[b->report_key[k]];
      sorted.keys[b->report_key[k]] = id;
      row->cells[column] = key_shown(b, k, id);
      if (key->dim == REPORT_REGION)
        mark_region(b, piece, key, id, column, row);
    } else {
      fill_member(b, piece, k, column, &sorted);
    }
    column++;
  }
  return sorted;
}

struct row_map {
  struct {
    struct sorted_row *at;
    size_t n, cap;
  } rows;
  struct str *identity; /* by slot */
  size_t *index;
  size_t nslots;
};

static struct sorted_row *find_row(struct build *b, struct row_map *map,
                                   const struct piece *piece) {
  struct str identity = row_identity(b, piece);
  size_t slot = str_hash(identity) & (map->nslots - 1);
  while (map->identity[slot].n > 0) {
    if (str_eq(map->identity[slot], identity))
      return &map->rows.at[map->index[slot]];
    slot = (slot + 1) & (map->nslots - 1);
  }
  struct sorted_row row = new_row(b, piece);
  map->identity[slot] = identity;
  map->index[slot] = map->rows.n;
  ARENA_PUSH(b->arena, &map->rows, row);
  return &map->rows.at[map->rows.n - 1];
}

/* Rows in the order of the form, years ascending, names by bytes; totals last. qsort has no
 * context, so the rows are merged by hand: stable, and the plan at hand. */
static int compare_rows(const struct build *b, const struct sorted_row *x,
                        const struct sorted_row *y) {
  if (x->is_total != y->is_total)
    return x->is_total ? 1 : -1;
  for (int k = 0; k < b->plan->nkeys; k++) {
    const struct key *key = &b->plan->keys[k];
    if (key->is_across)
      continue;
    int r = b->report_key[k], f = b->form_of_key[k];
    int order = key->is_report ? value_compare(x->keys[r], y->keys[r]) : x->shown[f] - y->shown[f];
    if (order == 0 && key->is_report && key->dim == REPORT_REGION)
      order = (y->row.mark == ROW_SUBTOTAL) - (x->row.mark == ROW_SUBTOTAL);
    if (order != 0)
      return key->is_descending ? -order : order;
  }
  return 0;
}

static void sort_rows(const struct build *b, struct sorted_row *rows, struct sorted_row *spare,
                      size_t n) {
  if (n < 2)
    return;
  size_t half = n / 2, i = 0, j = half;
  sort_rows(b, rows, spare, half);
  sort_rows(b, rows + half, spare, n - half);
  for (size_t k = 0; k < n; k++)
    spare[k] =
        j >= n || (i < half && compare_rows(b, &rows[i], &rows[j]) <= 0) ? rows[i++] : rows[j++];
  memcpy(rows, spare, n * sizeof *rows);
}

/* A row over members of the form stands only where some report in scope could have it: rows of the
 * other edition's members would all be empty. One over reports alone (a year, an agency) stands,
 * and shows what is missing. */
static bool stays(const struct build *b, const struct sorted_row *row) {
  bool prints = b->plan->aggregate == AGG_STATED || b->plan->aggregate == AGG_GAP;
  if (row->is_total || prints) /* where the form prints no total the row says so */
    return true;
  for (int k = 0; k < b->plan->nkeys; k++)
    if (!b->plan->keys[k].is_report && !b->plan->keys[k].is_across)
      return row->is_possible;
  return true;
}

static void add_rows(struct build *b) {
  struct row_map map = {.nslots = 16};
  while (map.nslots < b->pieces.n * 2)
    map.nslots *= 2;
  map.identity = ARENA_ARRAY(b->arena, struct str, map.nslots);
  map.index = ARENA_ARRAY(b->arena, size_t, map.nslots);
  for (size_t i = 0; i < b->pieces.n; i++) {
    const struct piece *piece = &b->pieces.at[i];
    if (!is_wanted(b, piece))
      continue;
    struct sorted_row *row = find_row(b, &map, piece);
    size_t column = column_of(b, piece);
    row->row.cells[column] = figure_value(b, piece);
    row->row.cells[column].is_inferred = piece->is_guessed;
    row->is_possible = row->is_possible || piece->is_possible;
    if (b->has_n && b->across < 0)
      row->row.cells[column + 1] = value_integer(piece->n);
  }
  for (size_t i = 0; i < map.rows.n && b->plan->aggregate == AGG_COUNT; i++)
    for (size_t c = b->nkey_columns; c < b->table->ncolumns; c++) /* none are 0, not missing */
      if (map.rows.at[i].row.cells[c].kind == VALUE_MISSING)
        map.rows.at[i].row.cells[c] = value_integer(0);
  struct sorted_row *spare = ARENA_ARRAY(b->arena, struct sorted_row, map.rows.n + 1);
  sort_rows(b, map.rows.at, spare, map.rows.n);
  for (size_t i = 0; i < map.rows.n; i++)
    if (stays(b, &map.rows.at[i]))
      ARENA_PUSH(b->arena, &b->table->rows, map.rows.at[i].row);
  b->table->has_marks = b->nkey_columns > 0 && (b->plan->has_total || b->plan->has_depth);
  if (b->nkey_columns == 0 && map.rows.n == 0) { /* one number, and it is missing */
    struct row *row = table_row(b->arena, b->table);
    for (size_t c = 1; b->has_n && b->across < 0 && c < b->table->ncolumns; c += 2)
      row->cells[c] = value_integer(0);
  }
}

static bool read_regions(struct build *b) {
  for (int k = 0; k < b->plan->nkeys; k++)
    if (b->plan->keys[k].is_report && b->plan->keys[k].dim == REPORT_REGION)
      return regions_read_all(b->arena, b->store, &b->regions, b->diags);
  return true;
}

static void find_years(struct build *b) {
  int64_t first = 0;
  for (int k = 0; k < b->plan->nkeys; k++) {
    if (!b->plan->keys[k].is_report || b->plan->keys[k].dim != REPORT_YEAR)
      continue;
    for (size_t i = 0; i < b->pieces.n; i++) {
      struct value year = b->pieces.at[i].keys[b->report_key[k]];
      if (year.kind != VALUE_INTEGER)
        continue;
      b->several_years = b->several_years || (first != 0 && first != year.integer);
      first = year.integer;
    }
  }
}

bool answer_fill(struct arena *arena, const struct plan *plan, struct store *store,
                 enum names_shown names, struct table *table, struct diags *diags) {
  struct build b = {.arena = arena,
                    .plan = plan,
                    .store = store,
                    .names = names,
                    .table = table,
                    .diags = diags,
                    .across = -1};
  if (plan->aggregate == AGG_LIST)
    return answer_list(arena, plan, store, table, diags) && choose_rows(arena, plan, table, diags);
  int nreport = 0, nform = 0;
  for (int k = 0; k < plan->nkeys; k++) {
    b.report_key[k] = plan->keys[k].is_report ? nreport++ : -1;
    b.form_of_key[k] = plan->keys[k].is_report ? -1 : nform++;
    if (plan->keys[k].is_across)
      b.across = k;
  }
  b.has_n = plan->aggregate >= AGG_AVG && plan->aggregate <= AGG_PERCENTILE;
  if (!read_pieces(&b))
    return false;
  find_years(&b);
  if (!read_regions(&b))
    return false;
  add_columns(&b);
  add_rows(&b);
  return choose_rows(arena, plan, table, diags);
}
