/* gather: parts → reports (see gather.h). */
#include "read/gather.h"

#include "base/utf8.h"

/* The files of one folder or archive that hold parts. */
struct folder {
  struct str path;
  struct {
    struct str *at;
    size_t n, cap;
  } files;
};

/* A report under construction. */
struct gathered {
  struct report report;
  struct str folded; /* the agency, for comparison */
  size_t folder;
  size_t next; /* with the same hash, as number + 1 */
};

struct gather {
  struct arena *arena;
  const struct vocab *vocab;
  struct {
    struct folder *at;
    size_t n, cap;
  } folders;
  struct {
    struct gathered *at;
    size_t n, cap;
  } reports;
  size_t *buckets; /* number + 1 of the latest report with that hash; a power of two */
  size_t nbuckets;
};

struct gather *gather_new(struct arena *arena, const struct vocab *vocab) {
  struct gather *gather = ARENA_NEW(arena, struct gather);
  *gather = (struct gather){.arena = arena, .vocab = vocab};
  return gather;
}

static size_t folder_number(struct gather *g, struct str path) {
  for (size_t i = g->folders.n; i-- > 0;)
    if (str_eq(g->folders.at[i].path, path))
      return i;
  struct folder folder = {.path = str_copy(g->arena, path)};
  ARENA_PUSH(g->arena, &g->folders, folder);
  return g->folders.n - 1;
}

/* The number of the file in its folder, from 1; those beyond what a place can tell share the last.
 */
static uint32_t file_number(struct gather *g, struct folder *folder, struct str path) {
  size_t i = folder->files.n;
  while (i > 0 && !str_eq(folder->files.at[i - 1], path))
    i--;
  if (i == 0) {
    struct str kept = str_copy(g->arena, path);
    ARENA_PUSH(g->arena, &folder->files, kept);
    i = folder->files.n;
  }
  return i < PLACE_TABLES ? (uint32_t)i : PLACE_TABLES;
}

/* --- Finding the report to which a part belongs */

static uint64_t hash_of(const struct report *part, struct str folded) {
  return (str_hash(folded) * 31 + (uint64_t)part->year) * 31 + (uint64_t)part->edition;
}

static void hang(struct gather *g, size_t number, uint64_t hash) {
  size_t *bucket = &g->buckets[hash & (g->nbuckets - 1)];
  g->reports.at[number].next = *bucket;
  *bucket = number + 1;
}

static void grow_buckets(struct gather *g) {
  if (g->reports.n < g->nbuckets)
    return;
  g->nbuckets = g->nbuckets > 0 ? g->nbuckets * 4 : 256;
  g->buckets = ARENA_ARRAY(g->arena, size_t, g->nbuckets);
  for (size_t i = 0; i < g->reports.n; i++)
    hang(g, i, hash_of(&g->reports.at[i].report, g->reports.at[i].folded));
}

static bool is_of(const struct gathered *one, const struct report *part, struct str folded,
                  size_t folder) {
  return one->folder == folder && one->report.year == part->year &&
         one->report.edition == part->edition && one->report.is_total == part->is_total &&
         str_eq(one->folded, folded);
}

static struct gathered *report_of(struct gather *g, const struct report *part, size_t folder) {
  grow_buckets(g); /* before the mark: they stay */
  struct arena_mark mark = arena_mark(g->arena);
  struct str folded = utf8_fold(g->arena, str_trim(part->agency));
  uint64_t hash = hash_of(part, folded);
  for (size_t i = g->buckets[hash & (g->nbuckets - 1)]; i > 0; i = g->reports.at[i - 1].next)
    if (is_of(&g->reports.at[i - 1], part, folded, folder)) {
      arena_rewind(g->arena, mark);
      return &g->reports.at[i - 1];
    }
  struct gathered fresh = {.report = *part, .folded = folded, .folder = folder};
  struct report *report = &fresh.report;
  report->agency = str_copy(g->arena, part->agency);
  report->title = str_copy(g->arena, part->title);
  report->part_of = STR("");
  report->remarks.at = NULL;
  report->remarks.n = report->remarks.cap = 0;
  report->cells = ARENA_ARRAY(g->arena, struct report_cell, part->ncells);
  for (size_t slot = 0; slot < part->ncells; slot++)
    report->cells[slot].state = CELL_ABSENT;
  ARENA_PUSH(g->arena, &g->reports, fresh);
  hang(g, g->reports.n - 1, hash);
  return &g->reports.at[g->reports.n - 1];
}

/* --- Joining */

/* Each record of a file remarks what the file lacks. */
static bool is_remarked(const struct report *report, const struct remark *remark) {
  for (size_t i = 0; i < report->remarks.n; i++) {
    const struct remark *old = &report->remarks.at[i];
    if (str_eq(old->text, remark->text) && old->place.table == remark->place.table &&
        old->place.row == remark->place.row && old->place.cell == remark->place.cell)
      return true;
  }
  return false;
}

static void remark(struct gather *g, struct report *report, enum severity severity, struct str text,
                   struct place place) {
  struct remark more = {severity, text, place};
  ARENA_PUSH(g->arena, &report->remarks, more);
}

/* Takes a cell; one that stands twice with different figures is certain of neither. */
static void join_cell(struct gather *g, struct report *report, size_t slot,
                      const struct report_cell *part, uint32_t file) {
  struct report_cell *cell = &report->cells[slot];
  struct report_cell taken = *part;
  bool is_free = cell->state == CELL_ABSENT || (cell->state == CELL_UNREAD && cell->place.row == 0);
  if (part->state == CELL_ABSENT || (!is_free && part->place.row == 0))
    return;
  taken.place.table = taken.place.row > 0 ? file : 0;
  if (is_free) {
    taken.printed = str_copy(g->arena, part->printed);
    *cell = taken;
    return;
  }
  if (str_eq(cell->printed, part->printed))
    return;
  const struct edition *edition = &g->vocab->editions[report->edition];
  cell->state = CELL_UNREAD;
  remark(g, report, SEV_WARNING,
         str_fmt(g->arena,
                 "a cell of table \"%.*s\" is left unread: it stands twice, as \"%.*s\" and as "
                 "\"%.*s\"",
                 STR_ARG(edition->tables[edition->cells[slot].table].key), STR_ARG(cell->printed),
                 STR_ARG(part->printed)),
         taken.place);
}

void gather_take(struct gather *g, const struct report *part) {
  size_t number = folder_number(g, part->part_of);
  uint32_t file = file_number(g, &g->folders.at[number], part->path);
  struct report *report = &report_of(g, part, number)->report;
  for (size_t slot = 0; slot < part->ncells; slot++)
    join_cell(g, report, slot, &part->cells[slot], file);
  for (size_t i = 0; i < part->remarks.n; i++) {
    struct remark one = part->remarks.at[i];
    one.place.table = one.place.row > 0 ? file : 0;
    if (!is_remarked(report, &one))
      remark(g, report, one.severity, str_copy(g->arena, one.text), one.place);
  }
}

/* --- Giving on */

/* A single file needs no number: its lines are lines. */
static void unnumber(struct report *report) {
  for (size_t slot = 0; slot < report->ncells; slot++)
    report->cells[slot].place.table = 0;
  for (size_t i = 0; i < report->remarks.n; i++)
    report->remarks.at[i].place.table = 0;
}

/* Says which file a number in the places of the report stands for. */
static void note_files(struct gather *g, const struct folder *folder, struct report *report) {
  const struct place none = {0, 0, 0};
  uint32_t before = 0;
  for (;;) { /* the next larger number */
    uint32_t next = UINT32_MAX;
    for (size_t slot = 0; slot < report->ncells; slot++) {
      uint32_t file = report->cells[slot].place.table;
      next = file > before && file < next ? file : next;
    }
    if (next == UINT32_MAX)
      return;
    remark(g, report, SEV_NOTE,
           str_fmt(g->arena, "table %u is the file \"%.*s\"", next,
                   STR_ARG(folder->files.at[next - 1])),
           none);
    before = next;
  }
}

bool gather_end(struct gather *g, struct report_sink sink) {
  for (size_t i = 0; i < g->reports.n; i++) {
    struct report *report = &g->reports.at[i].report;
    const struct folder *folder = &g->folders.at[g->reports.at[i].folder];
    bool is_one = folder->files.n == 1;
    report->path = is_one ? folder->files.at[0] : folder->path;
    if (is_one)
      unnumber(report);
    else
      note_files(g, folder, report);
    if (!sink.take(sink.context, report))
      return false;
  }
  g->reports.n = 0;
  return true;
}
