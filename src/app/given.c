/* given: reports of test files (see given.h). */
#include "app/given.h"

#include "form/names.h"
#include "lang/parse.h"
#include "read/figure.h"

#include <stdlib.h>

struct giving {
  struct arena *arena;
  const struct vocab *vocab;
  const struct source *source;
  struct diags *diags;
  const struct edition *edition;
  struct given *given;
};

/* --- What is said besides cells */

/* The latest edition of the first form that is not later than the year. */
static int edition_of_year(const struct vocab *vocab, int year) {
  int best = 0, of_best = 0;
  for (int e = 0; e < (int)vocab->neditions; e++) {
    if (vocab->editions[e].form != vocab->editions[0].form)
      continue;
    struct arena scratch = {0};
    int since = (int)strtol(str_z(&scratch, edition_short_key(&vocab->editions[e])), NULL, 10);
    arena_free(&scratch);
    if (since <= year && since > of_best) {
      best = e;
      of_best = since;
    }
  }
  return best;
}

static bool take_edition(struct giving *g, const struct node *value) {
  for (size_t e = 0; e < g->vocab->neditions; e++)
    if (edition_is_called(&g->vocab->editions[e], value->text)) {
      g->given->report.edition = (int)e;
      return true;
    }
  return diag_add(g->diags, DIAG_NAME, value->span, "there is no edition \"%.*s\"",
                  STR_ARG(value->text));
}

/* What tells about the edition comes before all that needs it. */
static bool take_section(struct giving *g, const struct node *part) {
  const struct form *form = &g->vocab->forms[g->edition->form];
  struct report *report = &g->given->report;
  const struct node *number = part->first, *text = part->last;
  if (number->kind != NODE_INT || number->number < 1 || number->number > (int64_t)form->nsections ||
      text == number)
    return diag_add(g->diags, DIAG_VALUE, part->span,
                    "write \"section\", its number, and its text");
  if (report->sections == NULL) {
    report->sections = ARENA_ARRAY(g->arena, struct str, form->nsections);
    report->nsections = form->nsections;
  }
  report->sections[number->number - 1] = text->text;
  return true;
}

/* headings "1 2 3 5 4 6": which stand there, and in which order. */
static bool take_headings(struct giving *g, const struct node *value) {
  size_t nsections = g->vocab->forms[g->edition->form].nsections;
  struct report *report = &g->given->report;
  uint64_t seen = 0;
  report->headings.n = 0;
  for (size_t i = 0; i < value->text.n; i++) {
    char c = value->text.p[i];
    if (c == ' ')
      continue;
    int section = c - '0';
    if (value->kind != NODE_STRING || section < 1 || section > (int)nsections || section > 9 ||
        seen >> section & 1)
      return diag_add(g->diags, DIAG_VALUE, value->span,
                      "write the numbers of the sections in their order, each once: \"1 2 3\"");
    seen |= (uint64_t)1 << section;
    uint32_t line, column;
    source_position(g->source, value->span.start, &line, &column);
    struct report_heading heading = {section, {0, line, 0}};
    ARENA_PUSH(g->arena, &report->headings, heading);
  }
  return true;
}

static bool take_without(struct giving *g, const struct node *value) {
  for (size_t t = 0; t < g->edition->ntables; t++) {
    const struct form_table *table = &g->edition->tables[t];
    if (!str_eq(table->key, value->text) &&
        !(value->kind == NODE_INT && table->section == (int)value->number))
      continue;
    for (int slot = table->first_slot; slot < table->first_slot + table->nslots; slot++)
      g->given->report.cells[slot].state = CELL_ABSENT;
    return true;
  }
  return diag_add(g->diags, DIAG_NAME, value->span, "the edition has no table \"%.*s\"",
                  STR_ARG(value->text));
}

static bool take_part(struct giving *g, const struct node *part) {
  const struct node *value = part->first;
  struct report *report = &g->given->report;
  struct given *given = g->given;
  const struct {
    const char *word;
    struct str *text;
  } declared[] = {{"level", &given->level},
                  {"function", &given->function},
                  {"parent", &given->parent},
                  {"consolidated", &given->consolidated}};
  for (size_t i = 0; i < sizeof declared / sizeof declared[0]; i++)
    if (str_eq(part->text, str_from_z(declared[i].word))) {
      *declared[i].text = value->text;
      return given->is_declared = true;
    }
  if (str_eq(part->text, STR("edition")))
    return true;
  if (str_eq(part->text, STR("section")))
    return take_section(g, part);
  if (str_eq(part->text, STR("headings")))
    return take_headings(g, value);
  if (str_eq(part->text, STR("without")))
    return take_without(g, value);
  if (str_eq(part->text, STR("signed")))
    report->signed_on = value->text;
  else if (str_eq(part->text, STR("title")))
    report->title = value->text;
  else {
    diag_add(g->diags, DIAG_CLAUSE, part->span, "nothing called \"%.*s\" is said of a report",
             STR_ARG(part->text));
    diag_hint(g->diags,
              "it can be edition, signed, title, section, headings or without, and of the "
              "agency level, function, parent or consolidated");
    return false;
  }
  return true;
}

/* --- Cells */

/* Does the word name something of the cell? Marks the dimension slots that it settles. */
static bool word_fits(const struct giving *g, struct str word, const struct form_cell *cell,
                      bool *settled) {
  const struct measure *measure = &g->vocab->measures[cell->measure];
  struct meaning found[MAX_FORMS];
  if (measure->total_name.n > 0 && str_eq(word, measure->total_name)) {
    settled[measure->ndims - 1] = true;
    return cell->member[measure->ndims - 1] == 0;
  }
  size_t n = names_find(g->vocab, MEANS_MEASURE, -1, word, found, MAX_FORMS);
  for (size_t i = 0; i < n && i < MAX_FORMS; i++)
    if (found[i].index == cell->measure)
      return true;
  for (int slot = 0; slot < measure->ndims; slot++) {
    if (settled[slot])
      continue;
    bool is_it = str_eq(word, STR("total")) && cell->member[slot] == 0;
    if (!is_it && names_find(g->vocab, MEANS_MEMBER, measure->dims[slot], word, found, 1) > 0)
      is_it = found[0].index == cell->member[slot];
    if (is_it) {
      settled[slot] = true;
      return true;
    }
  }
  return false;
}

static bool is_named(const struct giving *g, const struct node *words,
                     const struct form_cell *cell) {
  bool settled[MAX_DIMS] = {false};
  for (const struct node *word = words; word != NULL; word = word->next)
    if (!word_fits(g, word->text, cell, settled))
      return false;
  for (int slot = 0; slot < g->vocab->measures[cell->measure].ndims; slot++)
    if (!settled[slot])
      return false;
  return true;
}

static bool take_cell(struct giving *g, const struct node *node) {
  const struct node *value = node->first;
  struct report_cell *cell = NULL;
  const struct form_cell *as = NULL;
  for (size_t slot = 0; slot < g->edition->ncells && cell == NULL; slot++)
    if (is_named(g, value->next, &g->edition->cells[slot])) {
      as = &g->edition->cells[slot];
      cell = &g->given->report.cells[slot];
    }
  if (cell == NULL) {
    diag_add(g->diags, DIAG_NAME, value->next->span, "the edition \"%.*s\" has no such cell",
             STR_ARG(g->edition->names.key));
    diag_hint(g->diags, "write a measure and a member of each of its dimensions, or total");
    return false;
  }
  struct span at = span_join(value->span, value->span);
  struct str text =
      value->kind == NODE_STRING ? value->text : str_sub(g->source->text, at.start, at.end);
  uint32_t line, column;
  source_position(g->source, node->span.start, &line, &column);
  cell->place = (struct place){0, line, 1};
  cell->printed = text;
  if (value->kind == NODE_NAME && str_eq(text, STR("unread"))) {
    cell->state = CELL_UNREAD;
    return true;
  }
  if (value->kind == NODE_NAME && str_eq(text, STR("blank")))
    cell->printed = STR("");
  cell->state =
      figure_read(g->vocab, &g->vocab->measures[as->measure], NO_UNIT, cell->printed, &cell->value);
  return true;
}

bool given_report(struct arena *arena, const struct node *node, const struct source *source,
                  const struct vocab *vocab, struct str path, struct given *given,
                  struct diags *diags) {
  const struct node *who = node->first, *year = who->next;
  struct giving g = {arena, vocab, source, diags, NULL, given};
  struct report *report = &given->report;
  *given = (struct given){.report = {.agency = who->text, .year = (int)year->number, .path = path}};
  report->edition = edition_of_year(vocab, report->year);
  report->title = str_fmt(arena, "%.*s%d", STR_ARG(who->text), report->year);
  for (const struct node *part = year->next; part != NULL; part = part->next)
    if (part->kind == NODE_GIVEN && str_eq(part->text, STR("edition")) &&
        !take_edition(&g, part->first))
      return false;
  g.edition = &vocab->editions[report->edition];
  report->is_parted = true;
  for (size_t s = 1; s <= vocab->forms[g.edition->form].nsections; s++) {
    struct report_heading heading = {(int)s, {0}};
    ARENA_PUSH(arena, &report->headings, heading);
  }
  report->ncells = g.edition->ncells;
  report->cells = ARENA_ARRAY(arena, struct report_cell, report->ncells);
  for (size_t slot = 0; slot < report->ncells; slot++)
    report->cells[slot].printed = STR("0");
  for (const struct node *part = year->next; part != NULL; part = part->next)
    if (!(part->kind == NODE_GIVEN ? take_part(&g, part) : take_cell(&g, part)))
      return false;
  return true;
}
