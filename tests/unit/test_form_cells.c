/* Cells are numbered along the trees, so that a member is a range, and each printed cell of an
 * edition has its number.
 */
#include "lang_help.h"

static const struct edition *edition_named(struct bench *b, const char *key) {
  for (size_t e = 0; e < b->vocab.neditions; e++)
    if (str_eq(b->vocab.editions[e].names.key, str_from_z(key)))
      return &b->vocab.editions[e];
  fail_msg("no edition %s", key);
  return NULL;
}

static void the_editions_have_their_cells(void **state) {
  struct bench *b = bench_of(state);
  assert_int_equal(edition_named(b, "cn.2021")->ncells, 200);
  assert_int_equal(edition_named(b, "cn.2019")->ncells, 198);
}

static void a_slot_and_its_number_find_each_other(void **state) {
  struct bench *b = bench_of(state);
  for (size_t e = 0; e < b->vocab.neditions; e++) {
    const struct edition *edition = &b->vocab.editions[e];
    for (size_t slot = 0; slot < edition->ncells; slot++) {
      assert_int_equal(edition_slot(edition, edition->cells[slot].cell), slot);
      assert_int_equal(edition->cells[slot].cell >= b->vocab.nleaves,
                       edition->cells[slot].is_total);
      assert_in_range(edition->cells[slot].cell, 0, b->vocab.ncells - 1);
    }
    assert_int_equal(edition_slot(edition, b->vocab.ncells), -1);
    assert_int_equal(edition_slot(edition, -1), -1);
  }
}

static void the_editions_share_numbers_where_they_share_cells(void **state) {
  struct bench *b = bench_of(state);
  const struct edition *old = edition_named(b, "cn.2019"), *new = edition_named(b, "cn.2021");
  int both = 0, only_old = 0, only_new = 0;
  for (int cell = 0; cell < b->vocab.ncells; cell++) {
    bool in_old = edition_slot(old, cell) >= 0, in_new = edition_slot(new, cell) >= 0;
    both += in_old && in_new;
    only_old += in_old && !in_new;
    only_new += in_new && !in_old;
  }
  assert_int_equal(both + only_old, 198);
  assert_int_equal(both + only_new, 200);
  /* Table 3 without （六）, 154 figures; table 4, 15; decisions on licences, penalties, coercion.
   */
  assert_int_equal(both, 22 * 7 + 15 + 3);
}

static void measures_follow_each_other(void **state) {
  struct bench *b = bench_of(state);
  int next = 0;
  for (size_t i = 0; i < b->vocab.nmeasures; i++) {
    const struct measure *measure = &b->vocab.measures[i];
    int product = 1;
    for (int slot = 0; slot < measure->ndims; slot++)
      product *= b->vocab.dimensions[measure->dims[slot]].npositions;
    assert_int_equal(measure->first_cell, next);
    assert_int_equal(measure->ncells, product);
    for (int cell = next; cell < next + product; cell++)
      assert_int_equal(cell_measure(&b->vocab, cell), i);
    next += product;
  }
  assert_int_equal(next, b->vocab.nleaves);
}

static void a_member_is_a_range_of_positions(void **state) {
  struct bench *b = bench_of(state);
  for (size_t d = 0; d < b->vocab.ndimensions; d++) {
    const struct dimension *dimension = &b->vocab.dimensions[d];
    assert_int_equal(dimension->members[0].low, 0);
    assert_int_equal(dimension->members[0].high, dimension->npositions);
    for (int m = 1; m < (int)dimension->nmembers; m++) {
      const struct member *member = &dimension->members[m];
      const struct member *parent = &dimension->members[member->parent];
      assert_true(member->low < member->high || !member->is_recorded);
      assert_true(parent->low <= member->low && member->high <= parent->high);
      for (int p = 0; p < dimension->npositions; p++)
        assert_int_equal(member_within(dimension, dimension->position_member[p], m),
                         p >= member->low && p < member->high);
      if (member->is_recorded)
        assert_int_equal(dimension->position_member[member->low], m);
    }
  }
}

/* The last dimension varies fastest, so a member of it under one member of the first is a range. */
static void a_cell_knows_its_members(void **state) {
  struct bench *b = bench_of(state);
  const struct measure *measure = &b->vocab.measures[measure_named(b, "applications")];
  int requester = dimension_named(b, "requester"), outcome = dimension_named(b, "outcome");
  int slot_requester = measure_slot(measure, requester), slot = measure_slot(measure, outcome);
  assert_int_equal(measure_slot(measure, dimension_named(b, "result")), -1);
  int person = member_named(b, requester, "natural_person");
  int withheld = member_named(b, outcome, "withheld");
  int first = -1, last = -1, count = 0;
  for (int cell = measure->first_cell; cell < measure->first_cell + measure->ncells; cell++) {
    if (cell_member(&b->vocab, measure, cell, slot_requester) != person ||
        !member_within(&b->vocab.dimensions[outcome], cell_member(&b->vocab, measure, cell, slot),
                       withheld))
      continue;
    first = first < 0 ? cell : first;
    last = cell;
    count++;
  }
  assert_int_equal(count, 8);
  assert_int_equal(last - first + 1, 8);
}

static void keys_of_cells_are_all_different(void **state) {
  struct bench *b = bench_of(state);
  struct str *keys = ARENA_ARRAY(&b->arena, struct str, b->vocab.ncells);
  for (int cell = 0; cell < b->vocab.ncells; cell++) {
    keys[cell] = cell_key(&b->arena, &b->vocab, cell);
    for (int other = 0; other < cell; other++)
      assert_false(str_eq(keys[cell], keys[other]));
  }
}

/* Each total of an edition sums leaves that the edition prints. */
static void a_total_sums_leaves_of_its_measure(void **state) {
  struct bench *b = bench_of(state);
  for (size_t s = 0; s < b->vocab.nstated; s++) {
    const struct stated *stated = &b->vocab.stated[s];
    int count = 0;
    for (int cell = 0; cell < b->vocab.nleaves; cell++) {
      bool holds = stated_holds(&b->vocab, stated, cell);
      count += holds;
      if (holds)
        assert_int_equal(cell_measure(&b->vocab, cell), stated->measure);
    }
    assert_in_range(stated->cell, b->vocab.nleaves, b->vocab.ncells - 1);
    assert_true(count > 1);
  }
}

static enum flow flow_of(struct bench *b, const char *measure_key, const char *dimension,
                         const char *key) {
  const struct measure *measure = &b->vocab.measures[measure_named(b, measure_key)];
  int d = dimension != NULL ? dimension_named(b, dimension) : -1;
  for (int cell = measure->first_cell; cell < measure->first_cell + measure->ncells; cell++)
    if (d < 0 || cell_member(&b->vocab, measure, cell, measure_slot(measure, d)) ==
                     member_named(b, d, key)) {
      assert_int_equal(b->vocab.flows[cell], cell_flow(&b->vocab, measure, cell));
      return b->vocab.flows[cell];
    }
  return FLOW_INHERITED;
}

static void flows_and_stocks(void **state) {
  struct bench *b = bench_of(state);
  assert_int_equal(flow_of(b, "received", NULL, NULL), FLOW_FLOW);
  assert_int_equal(flow_of(b, "carried_in", NULL, NULL), FLOW_OPENING);
  assert_int_equal(flow_of(b, "carried_forward", NULL, NULL), FLOW_CLOSING);
  assert_int_equal(flow_of(b, "items", NULL, NULL), FLOW_OPENING);
  assert_int_equal(flow_of(b, "items_change", NULL, NULL), FLOW_FLOW);
  assert_int_equal(flow_of(b, "documents", "status", "issued"), FLOW_FLOW);
  assert_int_equal(flow_of(b, "documents", "status", "in_force"), FLOW_CLOSING);
  assert_int_equal(flow_of(b, "reviews", "result", "upheld"), FLOW_FLOW);
  assert_int_equal(flow_of(b, "reviews", "result", "pending"), FLOW_CLOSING);
}

static void the_numbers_are_the_same_every_time(void **state) {
  struct bench *b = bench_of(state);
  struct vocab again = {0};
  struct diags diags = {.arena = &b->arena};
  assert_true(define_shipped(&b->arena, &again, NULL, &diags));
  assert_int_equal(again.fingerprint, b->vocab.fingerprint);
  assert_int_equal(again.ncells, b->vocab.ncells);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_editions_have_their_cells),
      cmocka_unit_test(a_slot_and_its_number_find_each_other),
      cmocka_unit_test(the_editions_share_numbers_where_they_share_cells),
      cmocka_unit_test(measures_follow_each_other),
      cmocka_unit_test(a_member_is_a_range_of_positions),
      cmocka_unit_test(a_cell_knows_its_members),
      cmocka_unit_test(keys_of_cells_are_all_different),
      cmocka_unit_test(a_total_sums_leaves_of_its_measure),
      cmocka_unit_test(flows_and_stocks),
      cmocka_unit_test(the_numbers_are_the_same_every_time),
  };
  return cmocka_run_group_tests(tests, bench_make, bench_drop);
}
