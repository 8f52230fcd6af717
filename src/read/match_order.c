/* match_order: which headings of the form stand in a document, and in which order (see
 * match_parts.h).
 *
 * The headings that part the narrative have their numerals, one behind the other. One that is not
 * among them may still be there: out of order, with another numeral or none, in a cell, or under
 * other words but with its numeral in its place. Only what is in none of these ways is missing.
 */
#include "base/utf8.h"
#include "read/match_parts.h"

#define LONGEST_LINE 400 /* bytes of a line that could be a heading */
#define LONGEST_OTHER 90 /* bytes of one in words that are not known */

struct seen {
  bool is_seen;
  size_t block, from;
  struct place place;
};

static struct place line_place(struct place place) {
  place.cell = 0;
  return place;
}

/* Looks for the sections that are still wanting, each as a line or cell of its own. */
static void look_for_lines(struct match *m, const struct index_form *form, struct seen *seen) {
  for (size_t i = 0; i < m->doc->blocks.n; i++) {
    const struct doc_block *block = &m->doc->blocks.at[i];
    for (size_t r = 0; r < block->nrows; r++)
      for (size_t c = 0; c < block->rows[r].ncells; c++) {
        struct str line = str_trim(block->rows[r].cells[c].text);
        for (size_t s = 0; s < m->nsections && line.n <= LONGEST_LINE; s++)
          if (!seen[s].is_seen && heading_is_line(m, form, line, s + 1))
            seen[s] = (struct seen){true, i, r, line_place(block->rows[r].cells[c].place)};
      }
  }
}

/* In text that lost its lines a heading stands anywhere in a paragraph. */
static void look_inside(struct match *m, const struct index_form *form, struct seen *seen,
                        size_t section) {
  for (size_t i = 0; i < m->doc->blocks.n && !seen[section].is_seen; i++) {
    const struct doc_block *block = &m->doc->blocks.at[i];
    if (block->kind != DOC_PARAGRAPH)
      continue;
    size_t from = heading_inside(m, form, paragraph_text(block), section + 1);
    if (from != SIZE_MAX)
      seen[section] = (struct seen){true, i, from, line_place(block->rows[0].cells[0].place)};
  }
}

/* Between the sections around it a short line with its numeral heads it, in other words. */
static void look_for_numeral(struct match *m, const struct index_form *form, struct seen *seen,
                             size_t section) {
  size_t from = 0, to = m->doc->blocks.n;
  for (size_t s = 0; s < section; s++)
    if (seen[s].is_seen && seen[s].block > from)
      from = seen[s].block;
  for (size_t s = section + 1; s < m->nsections; s++)
    if (seen[s].is_seen && seen[s].block < to)
      to = seen[s].block;
  for (size_t i = from; i < to; i++) {
    const struct doc_block *block = &m->doc->blocks.at[i];
    if (block->kind != DOC_PARAGRAPH)
      continue;
    struct str line = str_trim(block->rows[0].cells[0].text);
    if (line.n > LONGEST_OTHER || heading_numeral(line) != section + 1)
      continue;
    bool is_other = false;
    for (size_t s = 0; s < m->nsections && !is_other; s++)
      is_other = heading_is_line(m, form, line, s + 1);
    if (is_other)
      continue;
    seen[section] = (struct seen){true, i, 0, line_place(block->rows[0].cells[0].place)};
    return;
  }
}

void heading_order(struct match *m, const struct index_form *form, struct report *report) {
  struct seen seen[MAX_SECTIONS] = {0};
  size_t count = 0;
  m->tries = 0;
  for (size_t s = 0; s < m->nsections; s++) {
    const struct heading *heading = &m->headings[s];
    if (!heading->is_found)
      continue;
    struct place place = m->doc->blocks.at[heading->block].rows[0].cells[0].place;
    seen[s] = (struct seen){true, heading->block, heading->from, line_place(place)};
    count++;
  }
  if (count < m->nsections) {
    look_for_lines(m, form, seen);
    for (size_t s = 0; s < m->nsections; s++)
      if (!seen[s].is_seen)
        look_inside(m, form, seen, s);
    for (size_t s = 0; s < m->nsections; s++)
      if (!seen[s].is_seen)
        look_for_numeral(m, form, seen, s);
  }
  report->is_parted = m->nsections > 0;
  for (;;) {
    size_t first = m->nsections;
    for (size_t s = 0; s < m->nsections; s++)
      if (seen[s].is_seen &&
          (first == m->nsections || seen[s].block < seen[first].block ||
           (seen[s].block == seen[first].block && seen[s].from < seen[first].from)))
        first = s;
    if (first == m->nsections)
      return;
    seen[first].is_seen = false;
    struct report_heading next = {(int)first + 1, seen[first].place};
    ARENA_PUSH(m->arena, &report->headings, next);
  }
}
