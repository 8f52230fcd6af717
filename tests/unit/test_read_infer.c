/* Rows whose digits run together: read where the form's own sums leave one reading, else left
 * unread with what they may be.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read_form.h"

#include "form/sums.h"

#include <string.h>
#include <time.h>

/* The digits of one row. */
struct digits {
  const char *row; /* its last words; "" is the row without words */
  const char *run;
};

static struct str slots_text(size_t slot, size_t n) {
  struct sbuf b = {.arena = &arena};
  for (size_t c = 0; c < n; c++)
    sbuf_add(&b, figure_text(slot + c));
  return sbuf_str(&b);
}

/* A report without borders: 0 in every cell, but for the rows given. */
static struct report run_report(const char *edition, const struct digits *rows, size_t nrows) {
  int number = edition_named(edition);
  const struct edition *e = &vocab.editions[number];
  struct str text = report_text(number, SHAPE_JOINED, "2021");
  bool taken[8] = {false};
  for (size_t slot = 0; slot < e->ncells;) {
    const struct form_cell *cell = &e->cells[slot];
    const struct block *block = &e->tables[cell->table].blocks[cell->block];
    const struct line *line = &block->rows[cell->row];
    struct str words = line->is_unlabelled ? STR("") : line->path[line->npath - 1];
    struct sbuf zeros = {.arena = &arena};
    for (size_t c = 0; c < block->ncolumns; c++)
      sbuf_add_char(&zeros, '0');
    const char *run = str_z(&arena, sbuf_str(&zeros));
    for (size_t i = 0; i < nrows; i++)
      if (!taken[i] &&
          (words.n == 0 ? rows[i].row[0] == '\0'
                        : rows[i].row[0] != '\0' && str_ends(words, str_from_z(rows[i].row)))) {
        run = rows[i].run;
        taken[i] = true;
      }
    struct str printed = slots_text(slot, block->ncolumns);
    text =
        replaced(text, str_z(&arena, str_fmt(&arena, "%.*s%.*s", STR_ARG(words), STR_ARG(printed))),
                 str_z(&arena, str_fmt(&arena, "%.*s%s", STR_ARG(words), run)));
    slot += block->ncolumns;
  }
  for (size_t i = 0; i < nrows; i++)
    if (!taken[i])
      fail_msg("no row %s", rows[i].row);
  return read_report("a.txt", text);
}

#define ROWS(rows) rows, sizeof rows / sizeof rows[0]

/* The slot of the first cell of the row that ends in these words. */
static size_t row_slot(const struct report *report, const char *row) {
  const struct edition *edition = &vocab.editions[report->edition];
  for (size_t slot = 0; slot < edition->ncells; slot++) {
    const struct line *line = &cell_block(report, slot)->rows[edition->cells[slot].row];
    if (line->is_unlabelled ? row[0] == '\0' : str_ends(line_name(STR(""), line), str_from_z(row)))
      if (row[0] != '\0' || line->is_unlabelled)
        return slot;
  }
  fail_msg("no row %s", row);
  return 0;
}

/* The values of a row, blank by blank, or "unread". */
static const char *row_values(const struct report *report, const char *row) {
  size_t slot = row_slot(report, row);
  struct sbuf b = {.arena = &arena};
  for (size_t c = 0; c < cell_block(report, slot)->ncolumns; c++) {
    const struct report_cell *cell = &report->cells[slot + c];
    if (cell->state == CELL_UNREAD)
      return "unread";
    assert_int_equal(cell->state, CELL_INFERRED);
    struct str value = str_fmt(&arena, "%lld", (long long)cell->value);
    sbuf_addf(&b, "%s%.*s", c > 0 ? " " : "", STR_ARG(value));
    assert_true(cell->place.row > 0);
  }
  return str_z(&arena, sbuf_str(&b));
}

#define assert_row(report, row, values) assert_string_equal(row_values(&(report), row), values)

#define RECEIVED "本年新收政府信息公开申请数量"
#define CARRIED_IN "上年结转政府信息公开申请数量"
#define DISCLOSED "（一）予以公开"
#define NOT_HELD "本机关不掌握相关政府信息"
#define REPEAT "重复申请"
#define CLOSED "（七）总计"
#define CARRIED_FORWARD "结转下年度继续办理"

/* --- The sums of the form */

static void sums_of_the_form(void **state) {
  (void)state;
  /* Rows: 25 and 23; （七）总计: 7; table 四: 3; the balance: 7. */
  static const struct {
    const char *edition;
    size_t sums;
  } cases[] = {{"cn.2021", 25 + 7 + 3 + 7}, {"cn.2019", 23 + 7 + 3 + 7}};
  for (size_t i = 0; i < 2; i++) {
    int number = edition_named(cases[i].edition);
    const struct edition *edition = &vocab.editions[number];
    struct sums sums = sums_of_edition(&arena, &vocab, edition);
    assert_int_equal(sums.n, cases[i].sums);
    size_t balances = 0;
    for (size_t s = 0; s < sums.n; s++) {
      int right = 0, left = 0;
      for (size_t t = 0; t < sums.at[s].nterms; t++)
        *(sums.at[s].terms[t].sign < 0 ? &right : &left) += 1;
      balances += right == 2;
      assert_true(right == 2 ? left == 2 : right == 1 && left >= 4);
    }
    assert_int_equal(balances, 7);
    assert_int_equal(edition->nidentities, 1);
  }
}

static void bad_identities(void **state) {
  (void)state;
  static const char *const bad[][2] = {
      {"identity (a)", "both sides"},
      {"identity a = b c", "no measure \"b\""},
      {"identity a = m", "another unit"},
  };
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    struct source source = {
        STR("a.ogi"),
        str_fmt(&arena,
                "define unit u \"个\"\ndefine unit v \"元\"\ndefine form f \"甲\" (title \"乙\")\n"
                "define measure a \"丙\" flow unit u\ndefine measure m \"丁\" flow unit v\n"
                "define edition f 1 \"戊\" (table \"一\" \"己\" (block \"\" = a (columns (\"庚\"), "
                "rows (\"辛\")), %s))\n",
                bad[i][0]),
        1};
    struct vocab other;
    struct diags said = {.arena = &arena};
    assert_false(define_sources(&arena, &other, &source, 1, &said));
    assert_true(said.n > 0);
    if (!str_contains(said.at[0].text, str_from_z(bad[i][1])))
      fail_msg("%s: %.*s", bad[i][0], STR_ARG(said.at[0].text));
  }
}

/* --- One row */

static void zeros(void **state) {
  (void)state;
  struct report r = run_report("cn.2021", NULL, 0);
  assert_int_equal(count_state(&r, CELL_UNREAD), 0);
  assert_int_equal(count_state(&r, CELL_NUMBER), 4); /* the rows of one column */
  assert_int_equal(count_state(&r, CELL_INFERRED), 196);
  assert_true(is_remarked(&r, "the figures of 28 rows run together"));
  for (size_t i = 0; i < r.remarks.n; i++)
    assert_int_equal(r.remarks.at[i].severity, SEV_NOTE);
  /* A bare amount of money says nothing, so its row is left alone. */
  r = run_report("cn.2019", NULL, 0);
  assert_int_equal(count_state(&r, CELL_UNREAD), 2);
}

static void one_reading(void **state) {
  (void)state;
  static const struct digits rows[] = {
      {RECEIVED, "20440010209"}, {REPEAT, "6010007"}, {"", "201030000010023"}};
  struct report r = run_report("cn.2021", ROWS(rows));
  assert_row(r, RECEIVED, "204 4 0 0 1 0 209");
  assert_row(r, REPEAT, "6 0 1 0 0 0 7");
  assert_row(r, "", "2 0 1 0 3 0 0 0 0 0 1 0 0 2 3");
  const struct report_cell *cell = cell_named(&r, RECEIVED, "自然人");
  assert_str(cell->printed, "204");
  assert_int_equal(cell->place.table, 0);
  assert_str(cell_named(&r, RECEIVED, "总计")->printed, "209");
}

static void blanks_are_borders(void **state) {
  (void)state;
  static const struct digits rows[] = {{RECEIVED, "23 0 00 0 023"},
                                       {CARRIED_IN, "0 0 00 00 0"},
                                       {DISCLOSED, "500000 5"},
                                       {NOT_HELD, "340030 239"},
                                       {REPEAT, "3 40030239"}};
  struct report r = run_report("cn.2021", ROWS(rows));
  assert_row(r, RECEIVED, "23 0 0 0 0 0 23");
  assert_row(r, CARRIED_IN, "0 0 0 0 0 0 0");
  assert_row(r, DISCLOSED, "5 0 0 0 0 0 5");
  assert_row(r, NOT_HELD, "unread"); /* a border in both of its readings */
  assert_row(r, REPEAT, "3 4 0 0 30 2 39");
}

static void other_digits(void **state) {
  (void)state;
  static const struct digits rows[] = {{RECEIVED, "２０４４００１０２０９"}, {REPEAT, "6,010,007"}};
  struct report r = run_report("cn.2021", ROWS(rows));
  assert_row(r, RECEIVED, "204 4 0 0 1 0 209");
  assert_str(cell_named(&r, RECEIVED, "自然人")->printed, "２０４");
  assert_row(r, REPEAT, "unread");
}

static void zeros_need_no_sum(void **state) {
  (void)state;
  static const struct {
    const char *run, *values;
  } cases[] = {{"000", "0 0 0"},   {"0012", "0 0 12"},  {"0 00", "0 0 0"},  {"012", "unread"},
               {"111", "unread"},  {"1000", "unread"},  {"0120", "unread"}, {"00", "unread"},
               {"0 12", "unread"}, {"00 0 0", "unread"}};
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    const struct digits rows[] = {{"规章", cases[i].run}};
    struct report r = run_report("cn.2021", ROWS(rows));
    if (strcmp(row_values(&r, "规章"), cases[i].values) != 0)
      fail_msg("%s is read as %s", cases[i].run, row_values(&r, "规章"));
  }
}

static void unread_rows_say_why(void **state) {
  (void)state;
  static const struct {
    const char *row, *run, *why;
  } cases[] = {
      {"行政规范性文件", "5845546", "run together, \"5845546\", and no sum of the form parts them"},
      {RECEIVED, "340030239", "\"340030239\", and may be 3 4 0 0 30 2 39 or 34 0 0 3 0 2 39"},
      {RECEIVED, "20440010208", "and no way to part them adds up"},
      {RECEIVED, "865 72 937", "8 6 5 7 2 9 37, or stand whole with blank cells between them"},
      {RECEIVED, "204400102 09", "no way to part"},
      {RECEIVED, "12 3", "2 figures for 7 columns, \"12 3\""},
      {RECEIVED, "123", "the figures for 7 columns run together, \"123\""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    const struct digits rows[] = {{cases[i].row, cases[i].run}};
    struct report r = run_report("cn.2021", ROWS(rows));
    assert_row(r, cases[i].row, "unread");
    assert_str(r.cells[row_slot(&r, cases[i].row)].printed, cases[i].run);
    if (!is_remarked(&r, cases[i].why))
      fail_msg("%s: not remarked: %s", cases[i].run, cases[i].why);
  }
}

/* --- Rows together */

static void columns_decide(void **state) {
  (void)state;
  static const struct digits rows[] = {
      {DISCLOSED, "340030239"}, {NOT_HELD, "151000016"}, {CLOSED, "491030255"}};
  struct report r = run_report("cn.2021", ROWS(rows));
  assert_row(r, DISCLOSED, "34 0 0 3 0 2 39");
  assert_row(r, NOT_HELD, "15 1 0 0 0 0 16");
  assert_row(r, CLOSED, "49 1 0 3 0 2 55");
  assert_int_equal(count_state(&r, CELL_UNREAD), 0);
}

static void the_other_reading(void **state) {
  (void)state;
  static const struct digits rows[] = {{DISCLOSED, "340030239"}, {CLOSED, "3 4 0 0 30 239"}};
  struct report r = run_report("cn.2021", ROWS(rows));
  assert_row(r, CLOSED, "3 4 0 0 30 2 39");
  assert_row(r, DISCLOSED, "3 4 0 0 30 2 39");
}

static void the_balance_decides(void **state) {
  (void)state;
  static const struct digits rows[] = {{RECEIVED, "320030237"},
                                       {CARRIED_IN, "2000002"},
                                       {DISCLOSED, "340030239"},
                                       {CLOSED, "340030239"}};
  struct report r = run_report("cn.2021", ROWS(rows));
  assert_row(r, RECEIVED, "32 0 0 3 0 2 37");
  assert_row(r, DISCLOSED, "34 0 0 3 0 2 39");
  assert_row(r, CLOSED, "34 0 0 3 0 2 39");
}

static void two_readings_of_the_whole(void **state) {
  (void)state;
  static const struct digits rows[] = {
      {RECEIVED, "340030239"}, {DISCLOSED, "340030239"}, {CLOSED, "340030239"}};
  struct report r = run_report("cn.2021", ROWS(rows));
  assert_row(r, RECEIVED, "unread");
  assert_row(r, DISCLOSED, "unread");
  assert_row(r, CLOSED, "unread");
  assert_int_equal(count_state(&r, CELL_UNREAD), 21);
}

static void no_sum_over_what_is_not_certain(void **state) {
  (void)state;
  /* A row that is unread, blank or words beside the two: nothing can be told from the columns. */
  static const char *const others[] = {"151000017", "/ / / / / / /", "0 0 0 0 0 0 见附件"};
  for (size_t i = 0; i < 3; i++) {
    const struct digits rows[] = {
        {DISCLOSED, "340030239"}, {CLOSED, "34 0 0 3 0 2 39"}, {NOT_HELD, others[i]}};
    struct report r = run_report("cn.2021", ROWS(rows));
    assert_row(r, DISCLOSED, "unread");
    assert_true(is_remarked(&r, "may be 3 4 0 0 30 2 39 or 34 0 0 3 0 2 39"));
  }
}

static void wrong_columns_decide_nothing(void **state) {
  (void)state;
  /* The total of persons fits one reading, that of companies the other. */
  static const struct digits rows[] = {{DISCLOSED, "340030239"}, {CLOSED, "34 4 0 3 0 2 43"}};
  struct report r = run_report("cn.2021", ROWS(rows));
  assert_row(r, DISCLOSED, "unread");
  assert_true(is_remarked(&r, "may be 3 4 0 0 30 2 39 or 34 0 0 3 0 2 39"));
  /* Where both readings are equal a wrong total is no matter. */
  static const struct digits even[] = {{DISCLOSED, "340030239"}, {CLOSED, "34 0 0 3 0 7 44"}};
  r = run_report("cn.2021", ROWS(even));
  assert_row(r, DISCLOSED, "34 0 0 3 0 2 39");
  /* Rows that need no column stay as they are. */
  static const struct digits alone[] = {{RECEIVED, "20440010209"}, {CLOSED, "9000009"}};
  r = run_report("cn.2021", ROWS(alone));
  assert_row(r, RECEIVED, "204 4 0 0 1 0 209");
  assert_row(r, CLOSED, "9 0 0 0 0 0 9");
}

static void a_wrong_row_is_not_righted(void **state) {
  (void)state;
  /* Printed 1 0 0 0 27 8 27, whose sum is 36; 10 0 0 2 7 8 27 adds up, but the columns know better.
   */
  static const struct digits rows[] = {{DISCLOSED, "100027827"}, {CLOSED, "1 0 0 0 27 8 36"}};
  struct report r = run_report("cn.2021", ROWS(rows));
  assert_row(r, DISCLOSED, "unread");
  assert_true(is_remarked(&r, "may be 10 0 0 2 7 8 27 by the sum of the row or 1 0 0 0 27 8 27"));
  assert_int_equal(count_state(&r, CELL_UNREAD), 7);
}

/* --- Where nothing is inferred */

static void borders_that_stand(void **state) {
  (void)state;
  struct str text = replaced(report_text(edition_named("cn.2021"), SHAPE_TRAILING, "2021"),
                             "规章 | 1 | 2 | 3 | ", "规章 | 000 | | |");
  struct report r = read_report("a.txt", text);
  assert_row(r, "规章", "unread");
  assert_int_equal(count_state(&r, CELL_INFERRED), 0);
}

static void heads_in_another_order(void **state) {
  (void)state;
  struct str text = report_text(edition_named("cn.2021"), SHAPE_JOINED, "2021");
  text = replaced(text, "本年制发件数本年废止件数", "本年废止件数本年制发件数");
  struct report r = read_report("a.txt", replaced(text, "规章123", "规章000"));
  assert_row(r, "规章", "unread");
}

static void hostile_runs(void **state) {
  (void)state;
  static char long_run[4000], ones[61];
  memset(long_run, '7', sizeof long_run - 1);
  memset(ones, '1', sizeof ones - 1);
  struct digits rows[8];
  static const char *const names[] = {RECEIVED, CARRIED_IN, DISCLOSED, NOT_HELD,
                                      REPEAT,   CLOSED,     "",        CARRIED_FORWARD};
  for (size_t i = 0; i < 8; i++)
    rows[i] = (struct digits){names[i], i == 4 ? long_run : ones};
  clock_t begun = clock();
  struct report r = run_report("cn.2021", ROWS(rows));
  for (size_t i = 0; i < 8; i++)
    assert_row(r, names[i], "unread");
  assert_true(is_remarked(&r, "in more ways than can be tried"));
  assert_true(clock() - begun < 5 * CLOCKS_PER_SEC);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(sums_of_the_form),
      cmocka_unit_test(bad_identities),
      cmocka_unit_test(zeros),
      cmocka_unit_test(one_reading),
      cmocka_unit_test(blanks_are_borders),
      cmocka_unit_test(other_digits),
      cmocka_unit_test(zeros_need_no_sum),
      cmocka_unit_test(unread_rows_say_why),
      cmocka_unit_test(columns_decide),
      cmocka_unit_test(the_other_reading),
      cmocka_unit_test(the_balance_decides),
      cmocka_unit_test(two_readings_of_the_whole),
      cmocka_unit_test(no_sum_over_what_is_not_certain),
      cmocka_unit_test(wrong_columns_decide_nothing),
      cmocka_unit_test(a_wrong_row_is_not_righted),
      cmocka_unit_test(borders_that_stand),
      cmocka_unit_test(heads_in_another_order),
      cmocka_unit_test(hostile_runs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
