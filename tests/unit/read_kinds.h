/* read_kinds: what the tests of the kinds of file share: one report in another character set, and
 * whether two readings of it agree.
 */
#ifndef OGI_TEST_READ_KINDS_H
#define OGI_TEST_READ_KINDS_H

#include "base/utf8.h"
#include "read_form.h"

#include <iconv.h>

static inline struct str in_charset(struct str text, const char *charset) {
  iconv_t way = iconv_open(charset, "UTF-8");
  size_t left = text.n, room = text.n * 4 + 16;
  char *in = (char *)(uintptr_t)text.p, *to = arena_alloc(&arena, room), *at = to;
  assert_true(way != (iconv_t)-1);
  assert_true(iconv(way, &in, &left, &at, &room) != (size_t)-1);
  iconv_close(way);
  return (struct str){to, (size_t)(at - to)};
}

/* The same agency, year, sections and cells, as printed; places may differ. */
static inline void assert_same_report(const struct report *a, const struct report *b) {
  assert_str(a->agency, str_z(&arena, b->agency));
  assert_int_equal(a->year, b->year);
  assert_int_equal(a->edition, b->edition);
  assert_str(a->signed_on, str_z(&arena, b->signed_on));
  assert_int_equal(a->nsections, b->nsections);
  for (size_t i = 0; i < a->nsections; i++)
    assert_str(a->sections[i], str_z(&arena, b->sections[i]));
  assert_int_equal(a->ncells, b->ncells);
  for (size_t i = 0; i < a->ncells; i++) {
    assert_int_equal(a->cells[i].state, b->cells[i].state);
    assert_str(a->cells[i].printed, str_z(&arena, b->cells[i].printed));
  }
}

/* The places agree too. */
static inline void assert_same_places(const struct report *a, const struct report *b) {
  for (size_t i = 0; i < a->ncells; i++) {
    assert_int_equal(a->cells[i].place.table % PLACE_PAGE, b->cells[i].place.table % PLACE_PAGE);
    assert_int_equal(a->cells[i].place.row, b->cells[i].place.row);
    assert_int_equal(a->cells[i].place.cell, b->cells[i].place.cell);
  }
}

#endif
