/* Records → parts of reports by the columns that a form declares, and parts → reports. The form is
 * one of the test's own, so that nothing of a real one is needed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "form/define.h"
#include "read/gather.h"
#include "read/reader.h"

#include <stdio.h>

#define MANY 600

static struct arena arena;
static struct vocab vocab;
static struct match_index *match_index;
static struct diags diags = {.arena = &arena};
static struct gather *gather;

static struct {
  struct report at[MANY];
  size_t n;
} reports;

static const char definitions[] =
    "define unit piece \"pieces\" decimals 0\n"
    "define form pond \"ponds\" ( total agency \"Everyone\" )\n"
    "define dimension fish \"fish\" ( carp \"Carp\", pike \"Pike\" )\n"
    "define measure ducks \"ducks\" flow unit piece\n"
    "define measure swans \"swans\" flow unit piece\n"
    "define measure catch \"catch\" flow unit piece dims fish\n"
    "define measure loss \"loss\" flow unit piece dims fish\n"
    "define edition pond 1 \"one\" (\n"
    "  csv ( agency \"Keeper\" \"Warden\", year \"Year\", part \"Bank\", whole \"Both\", blank "
    "\"n.a.\" "
    "),\n"
    "  table \"A\" \"birds\" ( block \"\" ( columns (\"Ducks\" \"Mallards\" = ducks, \"Swans\" = "
    "swans), "
    "rows (unlabelled \"n\") ) ),\n"
    "  table \"B\" \"fish\" file \"the catch\" ( block \"\" = catch ( columns (\"Carp\" = carp, "
    "\"Pike\" "
    "= pike, \"Sum\" = total fish), rows (unlabelled \"n\") ) ),\n"
    "  table \"C\" \"fish\" file \"the loss\" ( block \"\" = loss ( columns (\"Carp\" = carp, "
    "\"Pike\" = "
    "pike, \"Sum\" = total fish), rows (unlabelled \"n\") ) )\n"
    ")\n";

static int setup(void **state) {
  (void)state;
  struct source source = {STR("pond.ogi"), {definitions, sizeof definitions - 1}, 1};
  static struct source kept;
  kept = source;
  if (!define_sources(&arena, &vocab, &kept, 1, &diags)) {
    diags_render(&diags, stderr);
    return 1;
  }
  match_index = match_index_new(&arena, &vocab);
  return 0;
}

static bool take_part(void *context, const struct report *part) {
  (void)context;
  assert_true(part->part_of.n > 0);
  gather_take(gather, part);
  return true;
}

static bool take_whole(void *context, const struct report *report) {
  (void)context;
  assert_true(reports.n < sizeof reports.at / sizeof reports.at[0]);
  assert_int_equal(report->part_of.n, 0);
  reports.at[reports.n++] = *report;
  return true;
}

static void begin(void) {
  gather = gather_new(&arena, &vocab);
  reports.n = 0;
}

static enum read_outcome read_csv(const char *path, const char *text) {
  struct arena file = {0}; /* parts are kept though what was read is gone */
  diags.n = diags.errors = 0;
  enum read_outcome outcome = read_bytes(&file, match_index, str_from_z(text), str_from_z(path),
                                         (struct report_sink){take_part, NULL}, &diags);
  arena_free(&file);
  return outcome;
}

static void end(size_t n) {
  assert_true(gather_end(gather, (struct report_sink){take_whole, NULL}));
  assert_int_equal(reports.n, n);
}

static void text_is(struct str is, const char *text) {
  if (!str_eq(is, str_from_z(text)))
    fail_msg("\"%.*s\" where \"%s\" is expected", STR_ARG(is), text);
}

/* Cells by slot: ducks, swans; carp, pike, sum of the catch; the same of the loss. */
static void cell_is(size_t report, size_t slot, enum cell_state state, int64_t value,
                    struct place place) {
  const struct report_cell *cell = &reports.at[report].cells[slot];
  assert_int_equal(cell->state, state);
  assert_int_equal(cell->value, value);
  assert_int_equal(cell->place.table, place.table);
  assert_int_equal(cell->place.row, place.row);
  assert_int_equal(cell->place.cell, place.cell);
}

static void one_file(void **state) {
  (void)state;
  begin();
  assert_int_equal(
      read_csv("d/birds.csv", "swans,YEAR,Ducks,Warden\n7,2001,3,Ann\n,2001,n.a.,Bo\n"), READ_DONE);
  end(2);
  text_is(reports.at[0].path, "d/birds.csv");
  text_is(reports.at[0].agency, "Ann");
  assert_int_equal(reports.at[0].year, 2001);
  assert_int_equal(reports.at[0].remarks.n, 0);
  cell_is(0, 0, CELL_NUMBER, 3, (struct place){0, 2, 3});
  cell_is(0, 1, CELL_NUMBER, 7, (struct place){0, 2, 1});
  cell_is(0, 2, CELL_ABSENT, 0, (struct place){0, 0, 0});
  cell_is(1, 0, CELL_BLANK, 0, (struct place){0, 3, 3});
  cell_is(1, 1, CELL_BLANK, 0, (struct place){0, 3, 1});
}

static void several_files(void **state) {
  (void)state;
  begin();
  assert_int_equal(read_csv("z.zip/d/birds (2).csv",
                            "Keeper,Year,Bank,Ducks,Swans\n"
                            "Ann,2001,Left,1,1\nAnn,2001,Both,3,4\n"
                            "Everyone,2001,Both,3,4\n"),
                   READ_DONE);
  assert_int_equal(
      read_csv("z.zip/d/x-the_CATCH-(4).csv", "Keeper,Year,Carp,Pike,Sum\nann,2001,5,<1,6\n"),
      READ_DONE);
  assert_int_equal(
      read_csv("z.zip/d/the loss.tsv", "Keeper\tYear\tCarp\tPike\tSum\nAnn\t2002\t1\t2\t3\n"),
      READ_DONE);
  assert_int_equal(read_csv("z.zip/e/the loss.csv", "Keeper,Year,Carp,Pike,Sum\nAnn,2001,9,9,18\n"),
                   READ_DONE);
  end(4); /* Ann 2001, everyone, Ann 2002; and Ann 2001 of the other folder */
  text_is(reports.at[0].path, "z.zip/d");
  text_is(reports.at[3].path, "z.zip/e/the loss.csv");
  cell_is(0, 0, CELL_NUMBER, 3, (struct place){1, 3, 4});
  cell_is(0, 2, CELL_NUMBER, 5, (struct place){2, 2, 3});
  cell_is(0, 3, CELL_TEXT, 0, (struct place){2, 2, 4});
  cell_is(0, 5, CELL_ABSENT, 0, (struct place){0, 0, 0});
  assert_false(reports.at[0].is_total);
  assert_true(reports.at[1].is_total);
  assert_int_equal(reports.at[0].remarks.n, 2);
  text_is(reports.at[0].remarks.at[0].text, "table 1 is the file \"z.zip/d/birds (2).csv\"");
  text_is(reports.at[0].remarks.at[1].text, "table 2 is the file \"z.zip/d/x-the_CATCH-(4).csv\"");
  assert_int_equal(reports.at[2].remarks.n, 1);
  text_is(reports.at[2].remarks.at[0].text, "table 3 is the file \"z.zip/d/the loss.tsv\"");
  cell_is(3, 5, CELL_NUMBER, 9, (struct place){0, 2, 3});
}

static void what_no_table_claims(void **state) {
  (void)state;
  begin();
  /* the file's name decides between two tables with the same heads */
  assert_int_equal(read_csv("fish.csv", "Keeper,Year,Carp,Pike,Sum\nAnn,2001,1,2,3\n"),
                   READ_SKIPPED);
  assert_int_equal(read_csv("birds.csv", "Keeper,Ducks,Swans\nAnn,1,2\n"), READ_SKIPPED);
  assert_int_equal(read_csv("birds.csv", "Keeper,Year,Ducks\nAnn,2001,1\n"), READ_SKIPPED);
  assert_int_equal(read_csv("birds.csv", "Keeper,Year,Ducks,Mallards\nAnn,2001,1,2\n"),
                   READ_SKIPPED);
  assert_int_equal(read_csv("birds.csv", "Keeper,Year,Ducks,Swans\n"), READ_FAILED);
  assert_int_equal(read_csv("birds.csv", "Keeper,Year,\"Ducks\"x,Swans\n"), READ_FAILED);
  end(0);
}

static void records_left_out(void **state) {
  (void)state;
  begin();
  assert_int_equal(read_csv("birds.csv",
                            "Keeper,Year,Bank,Ducks,Swans\n"
                            ",2001,Both,1,2\nAnn,201,Both,1,2\n,,,,\n"
                            "Bo,2001,Left,1,2\nBo,2001,Right,1,2\nCy,2001,Both,1\n"),
                   READ_DONE);
  assert_int_equal(diags.n, 3);
  text_is(diags.at[0].text, "line 2 is left out: it names no agency");
  text_is(diags.at[1].text, "line 3 is left out: \"201\" is no year");
  text_is(diags.at[2].text,
          "1 agency is left out, \"Bo\": only parts of it stand in it, not the whole");
  end(1);
  cell_is(0, 0, CELL_NUMBER, 1, (struct place){0, 7, 4});
  cell_is(0, 1, CELL_UNREAD, 0, (struct place){0, 0, 0}); /* the record is short */
}

static void missing_columns_and_twice(void **state) {
  (void)state;
  begin();
  assert_int_equal(read_csv("the catch.csv", "Keeper,Year,Carp,Sum\nAnn,2001,1,3\nAnn,2001,1,4\n"),
                   READ_DONE);
  end(1);
  cell_is(0, 2, CELL_NUMBER, 1, (struct place){0, 2, 3});
  cell_is(0, 3, CELL_UNREAD, 0, (struct place){0, 0, 0});
  assert_int_equal(reports.at[0].cells[4].state, CELL_UNREAD); /* 3 and 4 */
  assert_int_equal(reports.at[0].remarks.n, 2);
  text_is(reports.at[0].remarks.at[0].text,
          "no column or more than one is headed \"Pike\" in table \"B\"");
  text_is(reports.at[0].remarks.at[1].text,
          "a cell of table \"B\" is left unread: it stands twice, as \"3\" and as \"4\"");
}

/* So many that the table of the gatherer grows. */
static void many_agencies(void **state) {
  (void)state;
  struct sbuf text = {.arena = &arena};
  begin();
  sbuf_add_z(&text, "Keeper,Year,Ducks,Swans\n");
  for (int i = 0; i < 2 * MANY; i++)
    sbuf_addf(&text, "K%d,2001,%d,1\n", i % MANY, i % MANY);
  assert_int_equal(read_csv("birds.csv", str_z(&arena, sbuf_str(&text))), READ_DONE);
  end(MANY);
  for (size_t i = 0; i < MANY; i++)
    cell_is(i, 0, CELL_NUMBER, (int64_t)i, (struct place){0, (uint32_t)i + 2, 3});
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_file),
      cmocka_unit_test(several_files),
      cmocka_unit_test(what_no_table_claims),
      cmocka_unit_test(records_left_out),
      cmocka_unit_test(missing_columns_and_twice),
      cmocka_unit_test(many_agencies),
  };
  return cmocka_run_group_tests(tests, setup, NULL);
}
