/* wire: reports and messages as bytes (see wire.h). Numbers are written seven bits at a time, the
 * low ones first: nearly all of a report's are below 128.
 */
#include "read/wire.h"

#define NUMBER_MAX 10       /* bytes of 64 bits, seven at a time */
#define LINE_MAX_SHOWN 4096 /* a line of more bytes is not shown beside a message */

void wire_put_number(struct sbuf *to, uint64_t number) {
  char bytes[NUMBER_MAX];
  size_t n = 0;
  for (; number >= 0x80; number >>= 7)
    bytes[n++] = (char)(number | 0x80);
  bytes[n++] = (char)number;
  sbuf_add(to, (struct str){bytes, n});
}

uint64_t wire_number(struct wire *from, uint64_t most) {
  uint64_t number = from->rest.n > 0 ? (unsigned char)from->rest.p[0] : 0x80;
  if (number < 0x80 && number <= most) { /* nearly all are places and states: one byte */
    from->rest = (struct str){from->rest.p + 1, from->rest.n - 1};
    return number;
  }
  number = 0;
  for (size_t i = 0; i < from->rest.n && i < NUMBER_MAX; i++) {
    unsigned char byte = (unsigned char)from->rest.p[i];
    number |= (uint64_t)(byte & 0x7F) << (7 * i);
    if (byte >= 0x80)
      continue;
    from->rest = (struct str){from->rest.p + i + 1, from->rest.n - i - 1};
    if (number <= most)
      return number;
    break;
  }
  from->is_bad = true;
  from->rest.n = 0;
  return 0;
}

void wire_put_text(struct sbuf *to, struct str text) {
  wire_put_number(to, text.n);
  sbuf_add(to, text);
}

struct str wire_text(struct wire *from) {
  size_t n = (size_t)wire_number(from, from->rest.n);
  if (n > from->rest.n) { /* the number itself took some of the bytes */
    from->is_bad = true;
    n = from->rest.n;
  }
  struct str text = {from->rest.p, n};
  from->rest = (struct str){from->rest.p + n, from->rest.n - n};
  return text;
}

/* Small negative numbers become small ones too. */
static void put_signed(struct sbuf *to, int64_t number) {
  wire_put_number(to, (uint64_t)number << 1 ^ (number < 0 ? UINT64_MAX : 0));
}

static int64_t take_signed(struct wire *from) {
  uint64_t bits = wire_number(from, UINT64_MAX);
  return (int64_t)(bits >> 1 ^ ((bits & 1) != 0 ? UINT64_MAX : 0));
}

static void put_place(struct sbuf *to, struct place place) {
  wire_put_number(to, place.table);
  wire_put_number(to, place.row);
  wire_put_number(to, place.cell);
}

static struct place take_place(struct wire *from) {
  struct place place = {0};
  place.table = (uint32_t)wire_number(from, UINT32_MAX);
  place.row = (uint32_t)wire_number(from, UINT32_MAX);
  place.cell = (uint32_t)wire_number(from, UINT32_MAX);
  return place;
}

/* A list has at least a byte for each element: more are not believed. */
static size_t take_count(struct wire *from) {
  return (size_t)wire_number(from, from->rest.n);
}

void wire_put_report(struct sbuf *to, const struct report *report) {
  wire_put_number(to, (uint64_t)report->edition);
  put_signed(to, report->year);
  wire_put_number(to, report->is_total);
  wire_put_number(to, report->is_said);
  const struct str texts[] = {report->agency,    report->title, report->sender,
                              report->signed_on, report->path,  report->part_of};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    wire_put_text(to, texts[i]);
  wire_put_number(to, report->nsections);
  for (size_t i = 0; i < report->nsections; i++) {
    wire_put_text(to, report->sections[i]);
    wire_put_text(to, report->section_lines != NULL ? report->section_lines[i] : STR(""));
  }
  wire_put_number(to, report->is_parted);
  wire_put_number(to, report->headings.n);
  for (size_t i = 0; i < report->headings.n; i++) {
    wire_put_number(to, (uint64_t)report->headings.at[i].section);
    put_place(to, report->headings.at[i].place);
  }
  wire_put_number(to, report->ncells);
  for (size_t i = 0; i < report->ncells; i++) {
    const struct report_cell *cell = &report->cells[i];
    wire_put_number(to, cell->state);
    put_signed(to, cell->value);
    wire_put_text(to, cell->printed);
    put_place(to, cell->place);
  }
  wire_put_number(to, report->remarks.n);
  for (size_t i = 0; i < report->remarks.n; i++) {
    const struct remark *remark = &report->remarks.at[i];
    wire_put_number(to, remark->severity);
    wire_put_text(to, remark->text);
    put_place(to, remark->place);
  }
}

bool wire_report(struct arena *arena, struct wire *from, struct report *report) {
  *report = (struct report){.edition = (int)wire_number(from, INT32_MAX)};
  report->year = (int)take_signed(from);
  report->is_total = wire_number(from, 1) != 0;
  report->is_said = wire_number(from, 1) != 0;
  struct str *const texts[] = {&report->agency,    &report->title, &report->sender,
                               &report->signed_on, &report->path,  &report->part_of};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    *texts[i] = wire_text(from);
  report->nsections = take_count(from);
  report->sections = ARENA_ARRAY(arena, struct str, report->nsections);
  report->section_lines = ARENA_ARRAY(arena, struct str, report->nsections);
  for (size_t i = 0; i < report->nsections; i++) {
    report->sections[i] = wire_text(from);
    report->section_lines[i] = wire_text(from);
  }
  report->is_parted = wire_number(from, 1) != 0;
  report->headings.n = report->headings.cap = take_count(from);
  report->headings.at = ARENA_ARRAY(arena, struct report_heading, report->headings.n);
  for (size_t i = 0; i < report->headings.n; i++) {
    report->headings.at[i].section = (int)wire_number(from, INT32_MAX);
    report->headings.at[i].place = take_place(from);
  }
  report->ncells = take_count(from);
  report->cells = ARENA_ARRAY(arena, struct report_cell, report->ncells);
  for (size_t i = 0; i < report->ncells; i++) {
    struct report_cell *cell = &report->cells[i];
    cell->state = (enum cell_state)wire_number(from, CELL_ABSENT);
    cell->value = take_signed(from);
    cell->printed = wire_text(from);
    cell->place = take_place(from);
  }
  report->remarks.n = report->remarks.cap = take_count(from);
  report->remarks.at = ARENA_ARRAY(arena, struct remark, report->remarks.n);
  for (size_t i = 0; i < report->remarks.n; i++) {
    struct remark *remark = &report->remarks.at[i];
    remark->severity = (enum severity)wire_number(from, SEV_ERROR);
    remark->text = wire_text(from);
    remark->place = take_place(from);
  }
  return !from->is_bad;
}

/* The line of its source in which a message points, and where in it. */
static void put_line(struct sbuf *to, const struct diag *diag) {
  struct str text = diag->source != NULL ? diag->source->text : STR("");
  uint32_t line = 1, column;
  size_t start = diag->at.start < text.n ? diag->at.start : text.n, end = start;
  if (text.n > 0)
    source_position(diag->source, diag->at.start, &line, &column);
  while (start > 0 && text.p[start - 1] != '\n')
    start--;
  while (end < text.n && text.p[end] != '\n')
    end++;
  bool is_shown = end - start <= LINE_MAX_SHOWN;
  uint32_t from = diag->at.start - (uint32_t)start, until = diag->at.end - (uint32_t)start;
  wire_put_number(to, line);
  wire_put_text(to, is_shown ? str_sub(text, start, end) : STR(""));
  wire_put_number(to, is_shown && text.n > 0 ? from : 0);
  wire_put_number(to, is_shown && text.n > 0 && until > from ? until : 0);
}

void wire_put_diags(struct sbuf *to, const struct diags *diags, size_t first) {
  wire_put_number(to, diags->n > first ? diags->n - first : 0);
  for (size_t i = first; i < diags->n; i++) {
    const struct diag *diag = &diags->at[i];
    wire_put_number(to, diag->code);
    wire_put_text(to, diag->source != NULL ? diag->source->name : STR(""));
    put_line(to, diag);
    wire_put_text(to, diag->text);
    wire_put_text(to, diag->hint);
  }
}

static void take_diag(struct wire *from, struct diags *diags) {
  struct source *source = ARENA_NEW(diags->arena, struct source);
  enum diag_code code = (enum diag_code)wire_number(from, DIAG_COUNT);
  source->name = str_copy(diags->arena, wire_text(from));
  source->first_line = (uint32_t)wire_number(from, UINT32_MAX);
  source->text = str_copy(diags->arena, wire_text(from));
  struct span at = {(uint32_t)wire_number(from, UINT32_MAX),
                    (uint32_t)wire_number(from, UINT32_MAX)};
  struct str text = wire_text(from), hint = wire_text(from);
  if (from->is_bad || code == 0)
    return;
  const struct source *before = diags->source;
  diags->source = source->name.n > 0 ? source : NULL;
  diag_add(diags, code, at, "%.*s", STR_ARG(text));
  if (hint.n > 0)
    diag_hint(diags, "%.*s", STR_ARG(hint));
  diags->source = before;
}

bool wire_diags(struct wire *from, struct diags *diags) {
  size_t n = take_count(from);
  for (size_t i = 0; i < n && !from->is_bad; i++)
    take_diag(from, diags);
  return !from->is_bad;
}
