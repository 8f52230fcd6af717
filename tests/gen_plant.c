/* gen_plant: errors put into a report on purpose, one kind a report, and written down: which cell
 * holds what, and what it should. All stand in the table of the applications, whose sums can tell
 * where they are.
 */
#include "gen.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define TRIES 400 /* places looked at for one that an error of the kind can stand in */

static const char *const kinds[] = {
    "digits_swapped", "digit_dropped",  "digit_added", "digit_misread", "times_10",
    "times_100",      "times_10000",    "sign",        "left_out",      "none_due",
    "row_shifted",    "column_shifted", "joined",      "split",         "two_cells"};
#define NKINDS (sizeof kinds / sizeof kinds[0])
#define SINGLE 10 /* the first of them are about one cell */

static int64_t digits_to_number(const char *digits) {
  return strtoll(digits, NULL, 10);
}

/* A digit of a number changed; -1 where the kind cannot happen to it. */
static int64_t slipped(struct gen *gen, int64_t value, const char *kind) {
  char d[32], made[33];
  int n = snprintf(d, sizeof d, "%" PRId64, value);
  int at = (int)gen_below(gen, n);
  snprintf(made, sizeof made, "%s", d);
  if (strcmp(kind, "digits_swapped") == 0) {
    if (n < 2 || at + 1 >= n || d[at] == d[at + 1] || (at == 0 && d[1] == '0'))
      return -1;
    made[at] = d[at + 1];
    made[at + 1] = d[at];
  } else if (strcmp(kind, "digit_dropped") == 0) {
    if (n < 2 || (at == 0 && d[1] == '0'))
      return -1;
    memmove(made + at, d + at + 1, (size_t)(n - at));
  } else if (strcmp(kind, "digit_added") == 0) {
    if (value == 0)
      return -1;
    memmove(made + at + 1, d + at, (size_t)(n - at) + 1);
    made[at] = (char)('1' + gen_below(gen, 9));
  } else { /* misread */
    if (value == 0)
      return -1;
    made[at] = (char)('1' + gen_below(gen, 9));
  }
  int64_t number = digits_to_number(made);
  return number == value ? -1 : number;
}

/* What is printed in place of `value`; -1 where the kind cannot happen to it, -2 times it for a
 * sign. */
static bool wrong(struct gen *gen, int64_t value, const char *kind, int64_t *printed) {
  *printed = value;
  if (strcmp(kind, "times_10") == 0)
    *printed = value % 10 == 0 && gen_chance(gen, 0.5) ? value / 10 : value * 10;
  else if (strcmp(kind, "times_100") == 0)
    *printed = value * 100;
  else if (strcmp(kind, "times_10000") == 0)
    *printed = value * 10000;
  else if (strcmp(kind, "sign") == 0)
    *printed = -value;
  else if (strcmp(kind, "left_out") == 0)
    *printed = 0;
  else if (strcmp(kind, "none_due") == 0)
    *printed = value == 0 ? 1 + gen_below(gen, 60) : value;
  else {
    int64_t made = slipped(gen, value, kind);
    *printed = made < 0 ? value : made;
  }
  return *printed != value;
}

static int table_of(const struct gen *gen, const struct edition *edition) {
  for (size_t i = 0; i < edition->ncells; i++)
    if (edition->cells[i].measure == gen->received)
      return edition->cells[i].table;
  return 0;
}

/* --- The kinds */

static bool plant_one(struct gen *gen, struct sheet *sheet, const char *kind) {
  const struct edition *edition = sheet->plan->edition;
  int table = table_of(gen, edition);
  for (int i = 0; i < TRIES; i++) {
    size_t slot = (size_t)gen_below(gen, (int64_t)edition->ncells);
    int64_t printed;
    if (edition->cells[slot].table != table || !wrong(gen, sheet->value[slot], kind, &printed))
      continue;
    sheet->value[slot] = printed;
    return true;
  }
  return false;
}

static bool plant_two(struct gen *gen, struct sheet *sheet, const int64_t *before) {
  const struct edition *edition = sheet->plan->edition;
  int first = -1;
  if (!plant_one(gen, sheet, kinds[gen_below(gen, 7)]))
    return false;
  for (size_t slot = 0; slot < edition->ncells; slot++)
    first = sheet->value[slot] != before[slot] ? (int)slot : first;
  for (int i = 0; i < TRIES; i++) {
    int64_t kept[MAX_SLOTS];
    memcpy(kept, sheet->value, sizeof kept);
    if (!plant_one(gen, sheet, kinds[gen_below(gen, 7)]))
      return false;
    bool is_apart = true; /* in another row and another column */
    for (size_t slot = 0; slot < edition->ncells; slot++)
      if (sheet->value[slot] != kept[slot])
        is_apart = edition->cells[slot].row != edition->cells[first].row &&
                   edition->cells[slot].column != edition->cells[first].column;
    if (is_apart)
      return true;
    memcpy(sheet->value, kept, sizeof kept);
  }
  return false;
}

/* The slots of one row or column of the table, in order; how many. */
static int line_slots(struct gen *gen, const struct edition *edition, bool is_row, size_t *slots) {
  int table = table_of(gen, edition), n = 0;
  const struct block *block = &edition->tables[table].blocks[0];
  int at = (int)gen_below(gen, (int64_t)(is_row ? block->nrows : block->ncolumns));
  for (size_t i = 0; i < edition->ncells; i++)
    if (edition->cells[i].table == table &&
        (is_row ? edition->cells[i].row : edition->cells[i].column) == at)
      slots[n++] = i;
  return n;
}

/* The values from the n-th cell on one cell on; the last is lost, `first` stands in the n-th. */
static void move_on(struct sheet *sheet, const size_t *slots, int from, int n, int64_t first) {
  for (int i = n - 1; i > from; i--)
    sheet->value[slots[i]] = sheet->value[slots[i - 1]];
  sheet->value[slots[from]] = first;
}

static void move_up(struct sheet *sheet, const size_t *slots, int from, int n) {
  for (int i = from; i + 1 < n; i++)
    sheet->value[slots[i]] = sheet->value[slots[i + 1]];
  sheet->value[slots[n - 1]] = 0;
}

static size_t changed(const struct sheet *sheet, const int64_t *before) {
  size_t n = 0;
  for (size_t i = 0; i < sheet->plan->edition->ncells; i++)
    n += sheet->value[i] != before[i];
  return n;
}

static bool plant_line(struct gen *gen, struct sheet *sheet, const char *kind,
                       const int64_t *before) {
  for (int i = 0; i < TRIES; i++) {
    size_t slots[MAX_SLOTS];
    bool is_row = strcmp(kind, "column_shifted") != 0;
    int n = line_slots(gen, sheet->plan->edition, is_row, slots);
    int from = (int)gen_below(gen, n - 1);
    int64_t value = sheet->value[slots[from]], next = sheet->value[slots[from + 1]], scale = 10;
    memcpy(sheet->value, before, sizeof sheet->value);
    if (strcmp(kind, "joined") == 0) {
      while (scale <= next)
        scale *= 10;
      if (value == 0 || next == 0 || from + 2 >= n)
        continue;
      move_up(sheet, slots, from + 1, n);
      sheet->value[slots[from]] = value * scale + next;
    } else if (strcmp(kind, "split") == 0) {
      if (value < 10 || from + 2 >= n || value % 10 == 0)
        continue;
      move_on(sheet, slots, from + 1, n, value % 10);
      sheet->value[slots[from]] = value / 10;
    } else if (gen_chance(gen, 0.5)) {
      move_on(sheet, slots, from, n, 0);
    } else {
      move_up(sheet, slots, 0, from + 2);
    }
    if (changed(sheet, before) >= 2)
      return true;
  }
  return false;
}

/* --- Which, and what is written down */

static struct str path_of(struct arena *arena, const struct line *line) {
  struct sbuf b = {.arena = arena};
  for (int i = 0; i < line->npath; i++)
    sbuf_addf(&b, "%s%.*s", i > 0 ? "/" : "", STR_ARG(line->path[i]));
  return sbuf_str(&b);
}

static void write_down(struct gen *gen, const struct sheet *sheet, const char *kind,
                       const int64_t *before) {
  struct arena arena = {0};
  const struct edition *edition = sheet->plan->edition;
  for (size_t slot = 0; slot < edition->ncells; slot++) {
    const struct form_cell *cell = &edition->cells[slot];
    const struct block *block = &edition->tables[cell->table].blocks[cell->block];
    if (sheet->value[slot] == before[slot])
      continue;
    fprintf(gen->planted, "%.*s\t%d\t%s\t%.*s\t%.*s\t%.*s\t%" PRId64 "\t%" PRId64 "\n",
            STR_ARG(sheet->agency), sheet->year, kind, STR_ARG(edition->tables[cell->table].key),
            STR_ARG(path_of(&arena, &block->rows[cell->row])),
            STR_ARG(path_of(&arena, &block->columns[cell->column])), sheet->value[slot],
            before[slot]);
  }
  arena_free(&arena);
}

void gen_plant(struct gen *gen, struct sheet *sheet, size_t number) {
  int64_t before[MAX_SLOTS];
  const char *kind = kinds[number % NKINDS];
  bool is_done;
  memcpy(before, sheet->value, sizeof before);
  if (number % NKINDS < SINGLE)
    is_done = plant_one(gen, sheet, kind);
  else if (strcmp(kind, "two_cells") == 0)
    is_done = plant_two(gen, sheet, before);
  else
    is_done = plant_line(gen, sheet, kind, before);
  if (is_done)
    write_down(gen, sheet, kind, before);
  else
    memcpy(sheet->value, before, sizeof before);
}
