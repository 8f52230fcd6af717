/* rule_cells: on which printed cells of which edition a rule is tried: its instances and their
 * terms (see rule.h). Works through the editions one after the other; an instance that several
 * editions have is one, a term that several have in common is one.
 */
#include "form/sums.h"
#include "plan/rule.h"

/* One edition at work, and the place in it that an instance stands for. */
struct spot {
  struct rule_making *m;
  int e; /* index of the edition */
  const struct edition *edition;
  int coord[RULE_EACH];  /* by m->each: the member, 0 = the printed total */
  const struct sum *sum; /* the printed total and its parts, of formulas about a line; NULL */
  const struct form_cell *line; /* a cell of the line; NULL: the formula is about measures */
  int along;                    /* slot of the line's dimension in its measure */
  int **slots;                  /* by reference: room for those that it means */
  size_t *counts;               /* and how many these are */
};

/* --- Which cells a reference stands for */

/* Does the cell stand where the instance does on the dimensions that the rule ranges over? */
static bool is_at_coord(const struct spot *s, const struct form_cell *cell) {
  const struct measure *measure = &s->m->vocab->measures[cell->measure];
  for (int i = 0; i < s->m->neach; i++) {
    int slot = measure_slot(measure, s->m->each[i]);
    if (slot >= 0 && cell->member[slot] != s->coord[i])
      return false;
  }
  return true;
}

static bool is_each(const struct rule_making *m, int dim) {
  for (int i = 0; i < m->neach; i++)
    if (m->each[i] == dim)
      return true;
  return false;
}

/* On the dimensions that the rule does not range over a measure is the sum of its leaves, or where
 * the total is asked for that total. */
static bool is_of_measure(const struct spot *s, const struct edition *edition,
                          const struct rule_ref *ref, const struct form_cell *cell) {
  const struct measure *measure = &s->m->vocab->measures[ref->measure];
  if (cell->measure != ref->measure || !is_at_coord(s, cell))
    return false;
  for (int slot = 0; slot < measure->ndims; slot++) {
    if (is_each(s->m, measure->dims[slot]))
      continue;
    if (ref->is_stated ? cell->member[slot] != 0 || !cell->is_total
                       : sums_along(s->m->vocab, edition, cell, slot))
      return false;
  }
  return true;
}

/* documents(rule, issued): at these members, and on the other dimensions as a measure is. */
static bool is_called(const struct spot *s, const struct edition *edition,
                      const struct rule_ref *ref, const struct form_cell *cell) {
  const struct measure *measure = &s->m->vocab->measures[ref->measure];
  if (cell->measure != ref->measure || !is_at_coord(s, cell))
    return false;
  for (int slot = 0; slot < measure->ndims; slot++) {
    const struct dimension *dimension = &s->m->vocab->dimensions[measure->dims[slot]];
    if (ref->fixed[slot] >= 0
            ? !member_within(dimension, cell->member[slot], ref->fixed[slot])
            : !is_each(s->m, measure->dims[slot]) && sums_along(s->m->vocab, edition, cell, slot))
      return false;
  }
  return true;
}

/* Does the cell stand on the same line: with the same members but along the line? */
static bool is_on_line(const struct spot *s, const struct form_cell *cell) {
  const struct measure *measure = &s->m->vocab->measures[cell->measure];
  if (cell->measure != s->line->measure)
    return false;
  for (int slot = 0; slot < measure->ndims; slot++)
    if (slot != s->along && cell->member[slot] != s->line->member[slot])
      return false;
  return true;
}

static bool is_meant(const struct spot *s, const struct edition *edition,
                     const struct rule_ref *ref, const struct form_cell *cell) {
  switch (ref->kind) {
  case REF_MEASURE:
    return is_of_measure(s, edition, ref, cell);
  case REF_CALL:
    return is_called(s, edition, ref, cell);
  case REF_CELL:
    return cell->cell == s->line->cell;
  case REF_MEMBER:
    return is_on_line(s, cell) && cell->member[s->along] == ref->member &&
           (ref->measure < 0 || cell->measure == ref->measure);
  case REF_TOTAL:
    return is_on_line(s, cell) && cell->member[s->along] == s->line->member[s->along];
  case REF_PARTS:
    break;
  }
  return false; /* those of the sum: see add_parts */
}

/* --- Instances */

static struct str member_key(const struct vocab *vocab, int dim, int member) {
  return member == 0 ? STR("total") : vocab->dimensions[dim].members[member].names.key;
}

/* The member of a cell; the total over the last dimension of a measure may have a name of its own.
 */
static struct str cell_key_at(const struct rule_making *m, const struct form_cell *cell, int slot) {
  const struct measure *measure = &m->vocab->measures[cell->measure];
  if (cell->member[slot] == 0 && slot + 1 == measure->ndims && measure->total_name.n > 0)
    return measure->total_name;
  return member_key(m->vocab, measure->dims[slot], cell->member[slot]);
}

/* The members of a cell but along `skip` (a slot; -1: none); the measure's key when there are none.
 */
static struct str cell_label(const struct rule_making *m, const struct form_cell *cell, int skip) {
  const struct measure *measure = &m->vocab->measures[cell->measure];
  struct sbuf b = {.arena = m->arena};
  for (int slot = 0; slot < measure->ndims; slot++)
    if (slot != skip)
      sbuf_addf(&b, "%s%.*s", b.n > 0 ? "." : "", STR_ARG(cell_key_at(m, cell, slot)));
  return b.n > 0 ? sbuf_str(&b) : measure->names.key;
}

static struct str spot_label(const struct spot *s) {
  struct rule_making *m = s->m;
  struct sbuf b = {.arena = m->arena};
  if (m->is_every) {
    const struct measure *measure = &m->vocab->measures[s->line->measure];
    sbuf_add(&b, measure->names.key);
    for (int slot = 0; slot < measure->ndims; slot++)
      sbuf_addf(&b, ".%.*s", STR_ARG(cell_key_at(m, s->line, slot)));
    return sbuf_str(&b);
  }
  if (s->line != NULL)
    return cell_label(m, s->line, s->along);
  for (int i = 0; i < m->neach; i++)
    sbuf_addf(&b, "%s%.*s", b.n > 0 ? "." : "",
              STR_ARG(member_key(m->vocab, m->each[i], s->coord[i])));
  if (b.n == 0)
    return m->vocab->measures[m->refs.at[0].measure].names.key;
  return sbuf_str(&b);
}

/* The instance of that name in a form, made when it is new. */
static int instance_of(struct rule_making *m, struct str key, int anchor) {
  struct rule *rule = m->rule;
  const struct measure *measure = &m->vocab->measures[cell_measure(m->vocab, anchor)];
  for (size_t i = 0; i < rule->ninstances; i++)
    if (str_eq(rule->instances[i].key, key) &&
        m->vocab->measures[cell_measure(m->vocab, rule->instances[i].anchor)].form == measure->form)
      return (int)i;
  struct rule_instance new = {.key = key,
                              .anchor = anchor,
                              .scale = m->vocab->units[measure->unit].decimals,
                              .masks = ARENA_ARRAY(m->arena, uint64_t, m->vocab->neditions),
                              .before_masks = ARENA_ARRAY(m->arena, uint64_t, m->vocab->neditions)};
  ARENA_PUSH(m->arena, &m->instances, new);
  rule->instances = m->instances.at;
  rule->ninstances = m->instances.n;
  return (int)rule->ninstances - 1;
}

static void add_term(struct rule_making *m, struct rule_term term) {
  size_t *last = &m->terms_of_cell[term.cell];
  for (size_t i = *last; i > 0; i = m->terms_before.at[i - 1]) {
    struct rule_term *t = &m->rule->terms.at[i - 1];
    if (t->instance == term.instance && t->operand == term.operand && t->lag == term.lag &&
        t->weight == term.weight && t->is_exact == term.is_exact) {
      t->editions |= term.editions;
      return;
    }
  }
  ARENA_PUSH(m->arena, &m->rule->terms, term);
  ARENA_PUSH(m->arena, &m->terms_before, *last);
  *last = m->rule->terms.n;
}

/* Collects into `cells` the slots that a reference means in an edition. */
static size_t ref_cells(const struct spot *s, const struct edition *edition,
                        const struct rule_ref *ref, int *slots) {
  size_t n = 0;
  if (ref->kind == REF_PARTS && edition == s->edition) {
    for (size_t t = 1; t < s->sum->nterms; t++)
      slots[n++] = s->sum->terms[t].slot;
    return n;
  }
  size_t first = 0, end = edition->ncells;
  if (ref->kind == REF_CELL) { /* the only one that needs no looking for */
    int slot = edition_slot(edition, s->line->cell);
    first = slot >= 0 ? (size_t)slot : end;
    end = slot >= 0 ? first + 1 : end;
  }
  for (size_t slot = first; slot < end; slot++)
    if (is_meant(s, edition, ref, &edition->cells[slot]))
      slots[n++] = (int)slot;
  return n;
}

static void add_ref_terms(const struct spot *s, int e, const struct rule_ref *ref, int instance,
                          const int *slots, size_t n) {
  const struct edition *edition = &s->m->vocab->editions[e];
  for (size_t i = 0; i < n; i++) {
    const struct form_cell *cell = &edition->cells[slots[i]];
    add_term(s->m, (struct rule_term){.cell = cell->cell,
                                      .instance = instance,
                                      .operand = ref->operand,
                                      .lag = ref->is_covered ? RULE_COVERED : ref->lag,
                                      .weight = ref->weight,
                                      .editions = (uint64_t)1 << e,
                                      .is_exact = ref->is_exact || cell->is_total,
                                      .is_signed = s->m->vocab->measures[cell->measure].is_signed});
  }
}

/* Does it stand in another report than that which the rule is tried on? */
static bool is_elsewhere(const struct rule_ref *ref) {
  return ref->lag > 0 || ref->is_covered;
}

/* The cell that a finding points at: the first printed total among those of this year, else the
 * first. */
static int find_anchor(const struct spot *s, int **slots, const size_t *counts) {
  int anchor = -1;
  for (size_t r = 0; r < s->m->refs.n; r++)
    for (size_t i = 0; i < counts[r] && !is_elsewhere(&s->m->refs.at[r]); i++) {
      const struct form_cell *cell = &s->edition->cells[slots[r][i]];
      bool is_better =
          anchor < 0 || (s->m->refs.at[r].kind == REF_MEASURE ? s->m->refs.at[r].is_stated
                                                              : s->m->refs.at[r].kind == REF_TOTAL);
      if (is_better)
        anchor = cell->cell;
    }
  return anchor;
}

/* The terms of the year before, or of covered reports, in whatever edition they are. */
static void add_elsewhere(const struct spot *s, int instance) {
  const struct rule_making *m = s->m;
  struct rule_instance *in = &m->rule->instances[instance];
  for (size_t e = 0; e < m->vocab->neditions; e++) {
    const struct edition *edition = &m->vocab->editions[e];
    bool has_all = edition->form == s->edition->form;
    uint64_t mask = 0;
    for (int pass = 0; pass < 2 && has_all; pass++)
      for (size_t r = 0; r < m->refs.n && has_all; r++) {
        if (!is_elsewhere(&m->refs.at[r]))
          continue;
        int *slots = s->slots[r];
        size_t n = ref_cells(s, edition, &m->refs.at[r], slots);
        has_all = n > 0;
        for (size_t i = 0; i < n; i++)
          mask |= (uint64_t)1 << edition->cells[slots[i]].table;
        if (pass == 1)
          add_ref_terms(s, (int)e, &m->refs.at[r], instance, slots, n);
      }
    if (has_all) {
      in->before |= (uint64_t)1 << e;
      in->before_masks[e] = mask;
    }
  }
}

/* The instance at this spot, if the edition prints all that it compares. */
static void add_spot(const struct spot *s) {
  struct rule_making *m = s->m;
  int **slots = s->slots;
  size_t *counts = s->counts;
  uint64_t mask = 0;
  for (size_t r = 0; r < m->refs.n; r++) {
    counts[r] = 0;
    if (is_elsewhere(&m->refs.at[r]))
      continue;
    counts[r] = ref_cells(s, s->edition, &m->refs.at[r], slots[r]);
    if (counts[r] == 0)
      return;
    for (size_t i = 0; i < counts[r]; i++)
      mask |= (uint64_t)1 << s->edition->cells[slots[r][i]].table;
  }
  int anchor = find_anchor(s, slots, counts);
  if (anchor < 0)
    return;
  int instance = instance_of(m, spot_label(s), anchor);
  m->rule->instances[instance].editions |= (uint64_t)1 << s->e;
  m->rule->instances[instance].masks[s->e] = mask;
  for (size_t r = 0; r < m->refs.n; r++)
    if (!is_elsewhere(&m->refs.at[r]))
      add_ref_terms(s, s->e, &m->refs.at[r], instance, slots[r], counts[r]);
  if (m->rule->has_lag || m->rule->has_covered)
    add_elsewhere(s, instance);
}

/* --- Spots */

/* All members of the dimensions that the rule ranges over, the total last. */
static void add_coords(struct spot *s, int i) {
  if (i == s->m->neach) {
    add_spot(s);
    return;
  }
  const struct dimension *dim = &s->m->vocab->dimensions[s->m->each[i]];
  for (size_t n = 1; n <= dim->nmembers; n++) {
    s->coord[i] = n == dim->nmembers ? 0 : (int)n;
    add_coords(s, i + 1);
  }
}

static bool is_about_line(const struct rule_ref *ref) {
  return ref->kind == REF_TOTAL || ref->kind == REF_PARTS || ref->kind == REF_MEMBER;
}

/* The dimension of the line that a formula speaks of; -1: it speaks of measures. */
static int line_dimension(const struct rule_making *m, bool *has_total) {
  int dim = -1;
  *has_total = false;
  for (size_t r = 0; r < m->refs.n; r++) {
    if (!is_about_line(&m->refs.at[r]))
      continue;
    dim = m->refs.at[r].dimension;
    *has_total = *has_total || m->refs.at[r].kind != REF_MEMBER;
  }
  return dim;
}

static bool is_first_of_line(const struct spot *s) {
  for (const struct form_cell *cell = s->edition->cells; cell < s->line; cell++)
    if (is_on_line(s, cell))
      return false;
  return true;
}

/* Lines along `dim`: those with a printed total, or all. */
static void add_lines(struct spot *s, int dim, bool has_total) {
  struct rule_making *m = s->m;
  if (has_total) {
    struct sums sums = sums_of_edition(m->arena, m->vocab, s->edition);
    for (size_t i = 0; i < sums.n; i++) {
      s->sum = &sums.at[i];
      s->line = &s->edition->cells[s->sum->terms[0].slot];
      s->along = measure_slot(&m->vocab->measures[s->line->measure], dim);
      if (s->sum->along == dim)
        add_spot(s);
    }
    return;
  }
  for (size_t slot = 0; slot < s->edition->ncells; slot++) {
    s->line = &s->edition->cells[slot];
    s->along = measure_slot(&m->vocab->measures[s->line->measure], dim);
    if (s->along >= 0 && is_first_of_line(s))
      add_spot(s);
  }
}

/* A formula is about measures or about a line: both at once has no meaning. */
static bool check_refs(const struct rule_making *m, struct span at) {
  bool has_measure = false, has_line = false;
  int dim = -1;
  for (size_t r = 0; r < m->refs.n; r++) {
    const struct rule_ref *ref = &m->refs.at[r];
    bool is_line = is_about_line(ref);
    has_measure = has_measure || !is_line;
    if (is_line && dim >= 0 && dim != ref->dimension)
      return diag_add(m->diags, DIAG_DEFINITION, at,
                      "a formula speaks of members of one dimension, here of two");
    has_line = has_line || is_line;
    dim = is_line ? ref->dimension : dim;
    if (ref->kind == REF_PARTS && ref->lag > 0)
      return diag_add(m->diags, DIAG_DEFINITION, at,
                      "\"parts\" of the year before cannot be asked: write \"total\"");
  }
  if (has_measure && has_line)
    return diag_add(m->diags, DIAG_DEFINITION, at,
                    "a formula speaks of measures, or of members of a dimension, not of both");
  return true;
}

/* An instance for each table that some edition has, by its place in the edition. */
static void add_tables(struct rule_making *m) {
  struct rule *rule = m->rule;
  for (size_t e = 0; e < m->vocab->neditions; e++) {
    const struct edition *edition = &m->vocab->editions[e];
    for (size_t t = 0; t < edition->ntables; t++) {
      const struct form_cell *cell = &edition->cells[edition->tables[t].first_slot];
      struct str key = str_fmt(m->arena, "%.*s", STR_ARG(edition->tables[t].key));
      int instance = instance_of(m, key, cell->cell);
      rule->instances[instance].editions |= (uint64_t)1 << e;
      rule->instances[instance].masks[e] = (uint64_t)1 << t;
    }
  }
}

/* An instance for each section that some form has, by its heading. */
static void add_sections(struct rule_making *m) {
  struct rule *rule = m->rule;
  for (size_t e = 0; e < m->vocab->neditions; e++) {
    const struct form *form = &m->vocab->forms[m->vocab->editions[e].form];
    for (size_t s = 1; s <= form->nsections && s < 64; s++) {
      int instance = instance_of(m, str_copy(m->arena, form->sections[s - 1].heading),
                                 m->vocab->editions[e].cells[0].cell);
      rule->instances[instance].editions |= (uint64_t)1 << e;
      rule->instances[instance].masks[e] = (uint64_t)1 << s;
    }
  }
}

/* Room for what the references of a rule mean, of any edition. */
static void make_room(struct rule_making *m, struct spot *s) {
  size_t most = 0;
  for (size_t e = 0; e < m->vocab->neditions; e++)
    most = m->vocab->editions[e].ncells > most ? m->vocab->editions[e].ncells : most;
  s->slots = ARENA_ARRAY(m->arena, int *, m->refs.n);
  s->counts = ARENA_ARRAY(m->arena, size_t, m->refs.n);
  for (size_t r = 0; r < m->refs.n; r++)
    s->slots[r] = ARENA_ARRAY(m->arena, int, most);
  m->terms_of_cell = ARENA_ARRAY(m->arena, size_t, m->vocab->ncells);
}

bool rule_cells(struct rule_making *m, struct span at) {
  if (m->rule->kind == RULE_REPORT)
    return true;
  if (m->rule->kind == RULE_TABLES) {
    add_tables(m);
    return true;
  }
  if (m->rule->kind == RULE_SECTIONS) {
    add_sections(m);
    return true;
  }
  if (m->is_every && m->refs.n == 0) /* of its state alone: it is still about the cell */
    ARENA_PUSH(m->arena, &m->refs, ((struct rule_ref){.kind = REF_CELL, .weight = 1}));
  if (!check_refs(m, at))
    return false;
  bool has_total;
  int dim = line_dimension(m, &has_total);
  struct spot s = {.m = m};
  make_room(m, &s);
  for (size_t e = 0; e < m->vocab->neditions; e++) {
    s.e = (int)e;
    s.edition = &m->vocab->editions[e];
    if (m->is_every)
      for (size_t slot = 0; slot < s.edition->ncells; slot++) {
        s.line = &s.edition->cells[slot];
        bool is_signed = m->vocab->measures[s.line->measure].is_signed;
        if (!(m->skips_signed && is_signed) && !(m->skips_totals && s.line->is_total))
          add_spot(&s);
      }
    else if (dim >= 0)
      add_lines(&s, dim, has_total);
    else
      add_coords(&s, 0);
  }
  if (m->rule->ninstances > 0)
    return true;
  return diag_add(m->diags, DIAG_DEFINITION, at, "no edition prints cells that this compares");
}
