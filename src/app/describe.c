/* describe: what the vocabulary says of a name; the members of a dimension.
 */
#include "app/state.h"

#include "answer/region.h"
#include "base/utf8.h"
#include "form/names.h"
#include "form/stdlib.h"
#include "plan/resolve.h"

#include <stdio.h>

static const char *flow_word(enum flow flow) {
  switch (flow) {
  case FLOW_OPENING:
    return "stock at the start of the year";
  case FLOW_CLOSING:
    return "stock at the end of the year";
  case FLOW_FLOW:
    return "flow";
  case FLOW_INHERITED:
    break;
  }
  return "";
}

/* The type of a measure; some of its members may be of another. */
const char *describe_flow(const struct vocab *vocab, const struct measure *measure) {
  for (int cell = measure->first_cell; cell < measure->first_cell + measure->ncells; cell++)
    if (vocab->flows[cell] != measure->flow)
      return "flow, and in part a stock at the end of the year";
  return flow_word(measure->flow);
}

void describe_fact(struct run *run, struct table *table, const char *what, struct str value) {
  if (value.n == 0)
    return;
  struct row *row = table_row(run->arena, table);
  row->cells[0] = value_text(str_from_z(what));
  row->cells[1] = value_text(value);
}

static struct str other_words(struct run *run, const struct names *names) {
  struct sbuf b = {.arena = run->arena};
  for (size_t i = 0; i < names->nsynonyms; i++)
    if (!str_eq(names->synonyms[i], names->zh) && !str_eq(names->synonyms[i], names->en))
      sbuf_addf(&b, "%s%.*s", b.n > 0 ? "; " : "", STR_ARG(names->synonyms[i]));
  return sbuf_str(&b);
}

static void add_names(struct run *run, struct table *table, const char *kind,
                      const struct names *names) {
  describe_fact(run, table, kind, names->key);
  describe_fact(run, table, "Chinese", names->zh);
  describe_fact(run, table, "English", names->en);
  describe_fact(run, table, "also", other_words(run, names));
}

/* The editions that print some cell of a measure. */
static struct str editions_of(struct run *run, int measure) {
  const struct vocab *vocab = &run->session->vocab;
  struct sbuf b = {.arena = run->arena};
  for (size_t e = 0; e < vocab->neditions; e++)
    for (size_t s = 0; s < vocab->editions[e].ncells; s++)
      if (vocab->editions[e].cells[s].measure == measure) {
        const struct form_cell *cell = &vocab->editions[e].cells[s];
        sbuf_addf(&b, "%s%.*s (table %.*s)", b.n > 0 ? ", " : "",
                  STR_ARG(vocab->editions[e].names.key),
                  STR_ARG(vocab->editions[e].tables[cell->table].key));
        break;
      }
  return sbuf_str(&b);
}

struct str describe_dims(struct run *run, const struct measure *measure) {
  struct sbuf b = {.arena = run->arena};
  for (int slot = 0; slot < measure->ndims; slot++)
    sbuf_addf(&b, "%s%.*s", slot > 0 ? ", " : "",
              STR_ARG(run->session->vocab.dimensions[measure->dims[slot]].names.key));
  return sbuf_str(&b);
}

static void describe_measure(struct run *run, struct table *table, int index) {
  const struct vocab *vocab = &run->session->vocab;
  const struct measure *measure = &vocab->measures[index];
  add_names(run, table, "measure", &measure->names);
  describe_fact(run, table, "type", str_from_z(describe_flow(vocab, measure)));
  describe_fact(run, table, "unit", vocab->units[measure->unit].names.zh);
  describe_fact(run, table, "dimensions", describe_dims(run, measure));
  describe_fact(run, table, "form", vocab->forms[measure->form].names.key);
  describe_fact(run, table, "printed in", editions_of(run, index));
}

static void describe_dimension(struct run *run, struct table *table, int index) {
  const struct vocab *vocab = &run->session->vocab;
  const struct dimension *dimension = &vocab->dimensions[index];
  struct sbuf measures = {.arena = run->arena};
  for (size_t i = 0; i < vocab->nmeasures; i++)
    if (measure_slot(&vocab->measures[i], index) >= 0)
      sbuf_addf(&measures, "%s%.*s", measures.n > 0 ? ", " : "",
                STR_ARG(vocab->measures[i].names.key));
  add_names(run, table, "dimension", &dimension->names);
  describe_fact(run, table, "divides", sbuf_str(&measures));
  describe_fact(run, table, "members", str_fmt(run->arena, "%zu", dimension->nmembers - 1));
  if (dimension->form >= 0)
    describe_fact(run, table, "form", vocab->forms[dimension->form].names.key);
}

static void describe_member(struct run *run, struct table *table, struct meaning meaning) {
  const struct dimension *dimension = &run->session->vocab.dimensions[meaning.dimension];
  const struct member *member = &dimension->members[meaning.index];
  add_names(run, table, "member", &member->names);
  describe_fact(run, table, "dimension", dimension->names.key);
  if (member->parent > 0)
    describe_fact(run, table, "within", dimension->members[member->parent].names.key);
  describe_fact(run, table, "type", str_from_z(flow_word(member->flow)));
}

bool run_describe(struct run *run, const struct node *describe) {
  static const char *const columns[] = {"what", "value"};
  const struct node *name = describe->first;
  struct session *session = run->session;
  struct table *table = table_new(run->arena, 2, columns);
  int dim = report_dim_named(name->text), chosen = session->settings.form;
  uint64_t forms = chosen >= 0 ? (uint64_t)1 << chosen : ALL_FORMS;
  bool any = false;
  if (dim >= 0) {
    size_t n =
        session->panel.list(session->panel.context, run->arena, (enum report_dim)dim, NULL, 0);
    describe_fact(run, table, "dimension", str_from_z(report_dim_key((enum report_dim)dim)));
    describe_fact(run, table, "Chinese", str_from_z(report_dim_zh((enum report_dim)dim)));
    describe_fact(run, table, "divides", STR("every measure: each report has it"));
    if (n > 0)
      describe_fact(run, table, "members", str_fmt(run->arena, "%zu", n));
    any = true;
  }
  for (int kind = MEANS_MEASURE; kind <= MEANS_MEMBER; kind++) {
    struct meaning found[4];
    size_t n =
        names_find_of(&session->vocab, forms, (enum meaning_kind)kind, -1, name->text, found, 4);
    for (size_t i = 0; i < n && i < 4; i++) {
      any = true;
      if (kind == MEANS_MEASURE)
        describe_measure(run, table, found[i].index);
      else if (kind == MEANS_DIMENSION)
        describe_dimension(run, table, found[i].index);
      else
        describe_member(run, table, found[i]);
    }
  }
  static const unsigned families[] = {FIND_FIGURE, FIND_QUERY};
  for (size_t i = 0; i < 2; i++) {
    const struct definition *definition =
        definitions_find(&session->definitions, families[i], name->text, false);
    if (definition != NULL)
      definition_facts(run, definition, table);
    any = any || definition != NULL;
  }
  const struct node *to = name->next != NULL ? name->next->first : NULL;
  if (!any && !who_describe(run, name->text, table, &any))
    return false;
  if (any)
    return run_show(run, table, to);
  struct str near[3];
  diag_add(&run->diags, DIAG_NAME, name->span, "nothing is called \"%.*s\"", STR_ARG(name->text));
  for (int kind = MEANS_MEASURE; kind <= MEANS_MEMBER; kind++)
    if (names_near(run->arena, &session->vocab, (enum meaning_kind)kind, -1, name->text, near) >
        0) {
      diag_hint(&run->diags, "did you mean \"%.*s\"?", STR_ARG(near[0]));
      return false;
    }
  if (definitions_near(run->arena, &session->definitions, FIND_FIGURE | FIND_QUERY, name->text,
                       near) > 0)
    diag_hint(&run->diags, "did you mean \"%.*s\"?", STR_ARG(near[0]));
  return false;
}

/* Levels are the same for every panel. */
static bool level_members(struct run *run, const struct node *to) {
  static const char *const columns[] = {"level", "chinese", "english"};
  const struct vocab *vocab = &run->session->vocab;
  struct table *table = table_new(run->arena, 3, columns);
  table->columns[0].role = COLUMN_KEY;
  for (size_t i = 1; i < vocab->nlevels; i++) {
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(vocab->levels[i].key);
    row->cells[1] = value_text(vocab->levels[i].zh);
    row->cells[2] = value_text(vocab->levels[i].en);
  }
  return run_show(run, table, to);
}

/* Agencies, regions and the like: who is in the panel. */
static bool panel_members(struct run *run, enum report_dim dim, const struct node *to) {
  struct session *session = run->session;
  const char *const columns[] = {report_dim_key(dim)};
  struct table *table = table_new(run->arena, 1, columns);
  size_t n = session->panel.list(session->panel.context, run->arena, dim, NULL, 0);
  struct panel_name *names = ARENA_ARRAY(run->arena, struct panel_name, n + 1);
  n = session->panel.list(session->panel.context, run->arena, dim, names, n);
  struct region_list regions = {0};
  if (dim == REPORT_REGION && !regions_read_all(run->arena, session->store, &regions, &run->diags))
    return false;
  for (size_t i = 0; i < n && dim != REPORT_REGION; i++)
    table_row(run->arena, table)->cells[0] = value_text(names[i].name);
  for (size_t i = 0; i < regions.n; i++) {
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(regions.at[i].name);
    row->depth = (uint8_t)(regions.at[i].level - 1);
  }
  if (dim == REPORT_EDITION || dim == REPORT_FORM)
    for (size_t i = 0; i < (dim == REPORT_FORM ? session->vocab.nforms : session->vocab.neditions);
         i++)
      table_row(run->arena, table)->cells[0] =
          value_text(dim == REPORT_FORM ? session->vocab.forms[i].names.key
                                        : session->vocab.editions[i].names.key);
  return run_show(run, table, to);
}

bool run_members(struct run *run, const struct node *members) {
  static const char *const columns[] = {"member", "chinese", "english"};
  const struct node *name = members->first;
  const struct node *to = name->next != NULL ? name->next->first : NULL;
  struct session *session = run->session;
  int dim = report_dim_named(name->text);
  if (dim == REPORT_YEAR) {
    diag_add(&run->diags, DIAG_VALUE, name->span, "years are no list of names");
    diag_hint(&run->diags, "write \"count reports by year\"");
    return false;
  }
  if (dim == REPORT_LEVEL)
    return level_members(run, to);
  if (dim >= 0)
    return panel_members(run, (enum report_dim)dim, to);
  struct resolve r = {.arena = run->arena, .vocab = &session->vocab, .diags = &run->diags};
  int index = lookup_dimension(&r, name);
  if (index < 0)
    return false;
  const struct dimension *dimension = &session->vocab.dimensions[index];
  struct table *table = table_new(run->arena, 3, columns);
  table->columns[0].role = COLUMN_KEY;
  for (size_t m = 1; m < dimension->nmembers; m++) {
    const struct member *member = &dimension->members[m];
    struct row *row = table_row(run->arena, table);
    row->cells[0] = value_text(member->names.key);
    row->cells[1] = value_text(member->names.zh);
    row->cells[2] = value_text(member->names.en);
    row->depth = (uint8_t)(member->depth - 1);
  }
  return run_show(run, table, to);
}
