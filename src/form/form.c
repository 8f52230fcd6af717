/* form: questions about the vocabulary that other files ask (see form.h). */
#include "form/form.h"

int measure_slot(const struct measure *measure, int dim) {
  for (int slot = 0; slot < measure->ndims; slot++)
    if (measure->dims[slot] == dim)
      return slot;
  return -1;
}

int cell_position(const struct vocab *vocab, const struct measure *measure, int cell, int slot) {
  int position = cell - measure->first_cell;
  for (int last = measure->ndims - 1; last > slot; last--)
    position /= vocab->dimensions[measure->dims[last]].npositions;
  return slot == 0 ? position : position % vocab->dimensions[measure->dims[slot]].npositions;
}

int cell_member(const struct vocab *vocab, const struct measure *measure, int cell, int slot) {
  int position = cell_position(vocab, measure, cell, slot);
  return vocab->dimensions[measure->dims[slot]].position_member[position];
}

int cell_measure(const struct vocab *vocab, int cell) {
  if (cell >= vocab->nleaves)
    return vocab->stated[cell - vocab->nleaves].measure;
  int i = 0;
  while (cell >= vocab->measures[i].first_cell + vocab->measures[i].ncells)
    i++;
  return i;
}

enum flow cell_flow(const struct vocab *vocab, const struct measure *measure, int cell) {
  for (int slot = 0; slot < measure->ndims; slot++) {
    const struct dimension *dimension = &vocab->dimensions[measure->dims[slot]];
    for (int m = cell_member(vocab, measure, cell, slot); m >= 0; m = dimension->members[m].parent)
      if (dimension->members[m].flow != FLOW_INHERITED)
        return dimension->members[m].flow;
  }
  return measure->flow;
}

bool stated_holds(const struct vocab *vocab, const struct stated *stated, int cell) {
  const struct measure *measure = &vocab->measures[stated->measure];
  if (cell < measure->first_cell || cell >= measure->first_cell + measure->ncells)
    return false;
  for (int slot = 0; slot < measure->ndims; slot++)
    if (!member_holds(&vocab->dimensions[measure->dims[slot]], stated->member[slot],
                      cell_position(vocab, measure, cell, slot)))
      return false;
  return true;
}

bool member_holds(const struct dimension *dimension, int member, int position) {
  return position >= dimension->members[member].low && position < dimension->members[member].high;
}

bool member_within(const struct dimension *dimension, int inner, int outer) {
  while (inner >= 0 && inner != outer)
    inner = dimension->members[inner].parent;
  return inner >= 0;
}

/* The members on which a cell stands, leaf or printed total. */
static int member_of(const struct vocab *vocab, const struct measure *measure, int cell, int slot) {
  if (cell >= vocab->nleaves)
    return vocab->stated[cell - vocab->nleaves].member[slot];
  return cell_member(vocab, measure, cell, slot);
}

struct str cell_key(struct arena *arena, const struct vocab *vocab, int cell) {
  const struct measure *measure = &vocab->measures[cell_measure(vocab, cell)];
  struct sbuf b = {.arena = arena};
  sbuf_addf(&b, "%.*s.%.*s%s(", STR_ARG(vocab->forms[measure->form].names.key),
            STR_ARG(measure->names.key), cell >= vocab->nleaves ? " stated" : "");
  for (int slot = 0; slot < measure->ndims; slot++) {
    const struct dimension *dimension = &vocab->dimensions[measure->dims[slot]];
    int member = member_of(vocab, measure, cell, slot);
    sbuf_addf(&b, "%s%.*s=%.*s", slot > 0 ? ", " : "", STR_ARG(dimension->names.key),
              STR_ARG(dimension->members[member].names.key));
  }
  sbuf_add_char(&b, ')');
  return sbuf_str(&b);
}

int edition_slot(const struct edition *edition, int cell) {
  return cell >= 0 && cell < edition->nslots ? edition->slots[cell] : -1;
}

struct str edition_short_key(const struct edition *edition) {
  struct str key = edition->names.key;
  return str_sub(key, str_find(key, STR(".")) + 1, key.n);
}

bool edition_is_called(const struct edition *edition, struct str word) {
  return str_eq(edition->names.key, word) || str_eq(edition_short_key(edition), word) ||
         str_eq(edition->names.zh, word);
}

bool form_is_called(const struct form *form, struct str word) {
  return str_eq(form->names.key, word) || str_eq(form->names.zh, word) ||
         str_eq(form->names.en, word);
}
