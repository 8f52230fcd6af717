/* Reports into the store and out again: the view `cell`, places, replacing, versions, batches. */
#include "test_store_help.h"

#include <signal.h>
#include <sys/wait.h>

static void whole_report_has_all_its_cells(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  assert_int_equal(put_one(f, made(f, "A", 2021, "cn.2021", "a.txt", 10)), PUT_NEW);
  assert_int_equal(put_one(f, made(f, "B", 2019, "cn.2019", "b.txt", 10)), PUT_NEW);
  answer(f,
         "SELECT agency, year, edition, count(*), sum(value), min(printed), max(state)"
         " FROM cell GROUP BY agency",
         "A|2021|2021|200|0|0|number B|2019|2019|198|0|0|number");
  answer(f, "SELECT count(*) FROM cell WHERE edition = 2019", "198");
  answer(f, "SELECT count(*) FROM cell WHERE edition = '2019'", "198");
  answer(f,
         "SELECT count(*) FROM (SELECT DISTINCT agency, \"table\", \"row\", \"column\" FROM cell)",
         "398");
  answer(f, "SELECT count(*) FROM fact", "0");
  answer(f, "SELECT count(*) FROM reading", "0");
}

/* The slot of a cell by the words of the view. */
static size_t slot_of(struct fixture *f, const char *where) {
  char sql[256];
  snprintf(sql, sizeof sql, "SELECT slot FROM edition_cell WHERE edition = %d AND %s",
           edition_index(f, "cn.2021"), where);
  const char *slot = asked(f, sql);
  assert_non_null(slot);
  assert_true(*slot != '\0' && strchr(slot, ' ') == NULL);
  return (size_t)strtoul(slot, NULL, 10);
}

static void states_and_printed_text(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  struct report *report = made(f, "A", 2021, "cn.2021", "a.txt", 10);
  set_number(report, 20, 17, "17");
  set_number(report, 21, 1234, "1,234");
  set_number(report, 22, 0, "0.0");
  set_state(report, 23, CELL_BLANK, "");
  set_state(report, 24, CELL_TEXT, "见附件");
  set_state(report, 25, CELL_UNREAD, "693665");
  set_number(report, 26, 5, "5");
  report->cells[26].state = CELL_INFERRED;
  set_number(report, 27, 0, "0");
  report->cells[27].state = CELL_INFERRED;
  set_number(report, 28, -4, "-4");
  put_one(f, report);
  answer(f,
         "SELECT slot, v.printed, v.value, v.state FROM edition_cell c JOIN cell v USING(\"table\","
         " \"row\", \"column\") WHERE c.edition = (SELECT edition FROM report) AND"
         " slot BETWEEN 19 AND 28 ORDER BY slot",
         "19|0|0|number 20|17|17|number 21|1,234|1234|number 22|0.0|0|number 23|||blank "
         "24|见附件||text 25|693665||unread 26|5|5|inferred 27|0|0|inferred 28|-4|-4|number");
  answer(f, "SELECT value FROM fact ORDER BY cell", "17 1234 5 -4");
  answer(f, "SELECT group_concat(state, ',') FROM (SELECT state FROM odd ORDER BY state)",
         "1,2,3,4,4");
  answer(f, "SELECT count(*), count(printed) FROM reading", "9|7");
  answer(f, "SELECT blank, unread, inferred, absent, counts FROM report", "1|1|2|0|1");
}

static void money_is_shown_in_its_unit(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  size_t fee = slot_of(f, "scale > 0");
  int decimals = atoi(asked(f, "SELECT max(scale) FROM edition_cell WHERE scale > 0"));
  int64_t unit = 1;
  for (int i = 0; i < decimals; i++)
    unit *= 10;
  struct report *report = made(f, "A", 2021, "cn.2021", "a.txt", 10);
  set_number(report, fee, 24252311082 * (unit / 1000000), "24252.311082");
  put_one(f, report);
  report = made(f, "B", 2021, "cn.2021", "b.txt", 10);
  set_number(report, fee, 12 * unit, "12");
  put_one(f, report);
  answer(f, "SELECT printed, value, typeof(value) FROM cell WHERE value <> 0",
         "24252.311082|24252.311082|real 12|12|integer");
}

static void places_are_shared(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  put_one(f, made(f, "A", 2021, "cn.2021", "a.txt", 10));
  put_one(f, made(f, "B", 2021, "cn.2021", "b.txt", 4000));
  answer(f, "SELECT count(*) FROM layout", "1");
  answer(f, "SELECT count(*) FROM layout_place", "200");
  answer(f, "SELECT min(place) FROM cell WHERE agency = 'A'", "line 10, cell 2");
  answer(f, "SELECT min(place) FROM cell WHERE agency = 'B'", "line 4000, cell 2");
  struct report *page = made(f, "C", 2021, "cn.2021", "c.html", 1);
  for (size_t i = 0; i < page->ncells; i++)
    page->cells[i].place.table = 7;
  put_one(f, page);
  answer(f, "SELECT min(place) FROM cell WHERE agency = 'C'", "table 7, row 1, cell 2");
  struct report *bare = made(f, "D", 2021, "cn.2021", "d.txt", 1);
  for (size_t i = 0; i < bare->ncells; i++)
    bare->cells[i].place = (struct place){0};
  put_one(f, bare);
  answer(f, "SELECT count(place), count(*) FROM cell WHERE agency = 'D'", "0|200");
  answer(f, "SELECT count(*) FROM layout", "1");
}

static void absent_table_has_no_cells(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  struct report *report = made(f, "A", 2021, "cn.2021", "a.txt", 10);
  const struct edition *edition = &f->vocab.editions[report->edition];
  size_t n = 0;
  for (size_t i = 0; i < report->ncells; i++)
    if (edition->cells[i].table == 1) {
      report->cells[i].state = CELL_ABSENT;
      n++;
    }
  report->cells[0].state = CELL_ABSENT; /* its table is there: not read, and no 0 */
  put_one(f, report);
  char expected[64];
  snprintf(expected, sizeof expected, "%zu|%zu", report->ncells - n, report->ncells - n - 1);
  answer(f, "SELECT count(*), count(value) FROM cell", expected);
  answer(f, "SELECT state, printed FROM cell WHERE value IS NULL", "unread|");
  answer(f, "SELECT tables, unread FROM report", "5|1");
}

static void same_path_replaces(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  struct report *report = made(f, "A", 2021, "cn.2021", "a.txt", 10);
  struct str sections[] = {STR("first"), STR(""), STR("third")};
  report->sections = sections;
  struct str lines[] = {STR("4"), STR(""), STR("2:9 2:10")};
  report->section_lines = lines;
  report->nsections = 3;
  struct remark remark = {SEV_WARNING, STR("a doubt"), {0, 4, 1}};
  ARENA_PUSH(&f->arena, &report->remarks, remark);
  set_number(report, 20, 17, "17");
  set_state(report, 21, CELL_BLANK, "-");
  assert_int_equal(put_one(f, report), PUT_NEW);
  answer(f, "SELECT group_concat(n || text || '@' || lines) FROM section",
         "1first@4,3third@2:9 2:10");
  answer(f, "SELECT severity, text, tbl, row, cell FROM remark", "1|a doubt|0|4|1");
  answer(f, "SELECT doubts FROM report", "1");
  report->remarks.n = 0;
  report->nsections = 1;
  set_number(report, 20, 18, "18");
  set_state(report, 21, CELL_NUMBER, "0");
  assert_int_equal(put_one(f, report), PUT_REPLACED);
  answer(f, "SELECT value FROM fact", "18");
  answer(f, "SELECT count(*) FROM reading", "1");
  answer(f, "SELECT (SELECT count(*) FROM odd) + (SELECT count(*) FROM remark)", "0");
  answer(f, "SELECT n, text FROM section", "1|first");
  answer(f, "SELECT count(*) FROM report", "1");
  /* Twice within one load, too. */
  assert_true(store_load_begin(f->store, &f->diags));
  set_number(report, 20, 19, "19");
  assert_int_equal(store_put(f->store, report, &f->diags), PUT_REPLACED);
  set_number(report, 20, 20, "20");
  assert_int_equal(store_put(f->store, report, &f->diags), PUT_REPLACED);
  assert_true(store_load_end(f->store, true, &f->diags));
  answer(f, "SELECT value, (SELECT count(*) FROM report) FROM fact", "20|1");
}

/* A file that says another year than when it was loaded before leaves nothing behind. */
static void corrected_file_leaves_no_ghost(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  struct report *wrong = made(f, "A", 2020, "cn.2021", "a.txt", 10);
  set_number(wrong, 20, 1, "1");
  put_one(f, wrong);
  put_one(f, made(f, "Z", 2020, "cn.2021", "z.txt", 10));
  struct report *right = made(f, "B", 2021, "cn.2021", "a.txt", 10);
  set_number(right, 20, 2, "2");
  assert_int_equal(put_one(f, right), PUT_NEW);
  answer(f, "SELECT agency, year FROM report_list ORDER BY agency", "B|2021 Z|2020");
  answer(f, "SELECT value FROM fact", "2");
  answer(f, "SELECT name FROM agency ORDER BY name", "B Z");
}

/* One file may hold several reports; loaded again, each replaces itself. */
static void file_of_many_reports(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  for (int round = 0; round < 2; round++) {
    assert_true(store_load_begin(f->store, &f->diags));
    for (int year = 2021; year <= 2023; year++)
      assert_int_equal(store_put(f->store, made(f, "A", year, "cn.2021", "all.csv", 1), &f->diags),
                       round == 0 ? PUT_NEW : PUT_REPLACED);
    assert_true(store_load_end(f->store, true, &f->diags));
    answer(f, "SELECT count(*), sum(counts) FROM report", "3|3");
  }
}

/* Three versions; the best counts whatever the order. */
static struct report *version(struct fixture *f, int which) {
  static const char *const paths[] = {"c.txt", "b.txt", "a.txt", "d.txt"};
  struct report *report = made(f, "A", 2021, "cn.2021", paths[which], 10);
  set_number(report, 30, 100 + which, "x");
  if (which == 0) /* the fewest unread, more blanks */
    for (size_t i = 40; i < 45; i++)
      set_state(report, i, CELL_BLANK, "");
  if (which == 1 || which == 3) /* equal but for the path */
    set_state(report, 50, CELL_BLANK, "");
  if (which == 2)
    set_state(report, 60, CELL_UNREAD, "12");
  return report;
}

static void one_version_counts(void **state) {
  static const int orders[][4] = {{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 0, 3, 1}, {1, 3, 0, 2}};
  struct fixture *f = *state;
  for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
    for (int together = 0; together < 2; together++) {
      store_make(f, NULL);
      if (together)
        assert_true(store_load_begin(f->store, &f->diags));
      for (int k = 0; k < 4; k++) {
        struct report *report = version(f, orders[i][k]);
        enum put_outcome outcome =
            together ? store_put(f->store, report, &f->diags) : put_one(f, report);
        assert_int_equal(outcome, k == 0 ? PUT_NEW : PUT_VERSION);
      }
      if (together)
        assert_true(store_load_end(f->store, true, &f->diags));
      answer(f, "SELECT path FROM report WHERE counts = 1", "b.txt");
      answer(f, "SELECT count(*) FROM report", "4");
      answer(f, "SELECT value, (SELECT path FROM report WHERE id = report) FROM fact", "101|b.txt");
      answer(f, "SELECT state, (SELECT path FROM report WHERE id = report) FROM odd", "1|b.txt");
      answer(f, "SELECT count(*) FROM cell", "200");
      answer(f, "SELECT count(*) FROM reading", "12");
    }
}

/* The counting version gets worse: another takes its place. */
static void choice_is_made_again(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  for (int which = 0; which < 4; which++)
    put_one(f, version(f, which));
  struct report *worse = version(f, 1);
  set_state(worse, 61, CELL_UNREAD, "?");
  set_state(worse, 62, CELL_UNREAD, "?");
  assert_int_equal(put_one(f, worse), PUT_REPLACED);
  answer(f, "SELECT path FROM report WHERE counts = 1", "d.txt");
  answer(f, "SELECT value FROM fact", "103");
  answer(f, "SELECT state FROM odd", "1");
  /* Half a report has few blanks and still does not win over a whole one. */
  struct report *half = made(f, "A", 2021, "cn.2021", "0.txt", 10);
  const struct edition *edition = &f->vocab.editions[half->edition];
  for (size_t i = 0; i < half->ncells; i++)
    if (edition->cells[i].table > 0)
      half->cells[i].state = CELL_ABSENT;
  assert_int_equal(put_one(f, half), PUT_VERSION);
  answer(f, "SELECT path FROM report WHERE counts = 1", "d.txt");
  assert_int_equal(store_drop(f->store, 1, 2021, &f->diags), 5);
  answer(f,
         "SELECT (SELECT count(*) FROM report) + (SELECT count(*) FROM reading) +"
         " (SELECT count(*) FROM fact) + (SELECT count(*) FROM odd) +"
         " (SELECT count(*) FROM section) + (SELECT count(*) FROM agency)",
         "0");
  assert_int_equal(store_drop(f->store, 1, 2021, &f->diags), 0);
}

static void refused_reports_leave_nothing(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  assert_int_equal(store_put(f->store, made(f, "A", 2021, "cn.2021", "a", 1), &f->diags),
                   PUT_FAILED);
  complains(f, "outside a load");
  assert_true(store_load_begin(f->store, &f->diags));
  assert_int_equal(store_put(f->store, made(f, " ", 2021, "cn.2021", "a", 1), &f->diags),
                   PUT_FAILED);
  complains(f, "without its agency");
  struct report *report = made(f, "A", 2021, "cn.2021", "a", 1);
  report->ncells--;
  assert_int_equal(store_put(f->store, report, &f->diags), PUT_FAILED);
  complains(f, "cells");
  report->ncells++;
  assert_int_equal(store_put(f->store, report, &f->diags), PUT_NEW);
  assert_true(store_load_end(f->store, false, &f->diags));
  answer(f, "SELECT (SELECT count(*) FROM report) + (SELECT count(*) FROM agency)", "0");
}

/* --- Processes. */

/* Puts reports until it is killed, or `n` of them. */
static void child_loads(struct fixture *f, const char *prefix, int n, bool dies) {
  struct arena arena = {0};
  struct diags diags = {.arena = &arena};
  struct store *store = store_open(&arena, f->path, false, &f->vocab, &diags);
  bool is_fine = store != NULL && store_load_begin(store, &diags);
  for (int i = 0; i < n && is_fine; i++) {
    char agency[32], path[32];
    snprintf(agency, sizeof agency, "%s%d", prefix, i / 5);
    snprintf(path, sizeof path, "%s%d.txt", prefix, i);
    struct arena_mark mark = arena_mark(&f->arena);
    struct report *report = made(f, agency, 2021 + i % 5, "cn.2021", path, 10);
    set_number(report, 20, 1, "1");
    is_fine = store_put(store, report, &diags) != PUT_FAILED;
    arena_rewind(&f->arena, mark);
  }
  if (dies)
    kill(getpid(), SIGKILL);
  is_fine = is_fine && store_load_end(store, true, &diags);
  store_close(store);
  diags_render(&diags, stderr);
  _exit(is_fine ? 0 : 1);
}

static int child_status(pid_t child) {
  int status;
  assert_int_equal(waitpid(child, &status, 0), child);
  return status;
}

static void killed_load_leaves_whole_batches(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  put_one(f, made(f, "A", 2021, "cn.2021", "a.txt", 10));
  pid_t child = fork();
  if (child == 0)
    child_loads(f, "k", 5000, true);
  assert_true(WIFSIGNALED(child_status(child)));
  /* The connection that was open all the time, then a new one. */
  const char *first = asked(f, "SELECT count(*) FROM report");
  messages(f);
  assert_non_null(first);
  store_make(f, f->path);
  answer(f, "SELECT count(*) FROM report", first);
  answer(f, "SELECT (SELECT count(*) FROM report) - (SELECT count(*) FROM fact)", "1");
  answer(f, "SELECT count(*) FROM report WHERE agency NOT IN (SELECT id FROM agency)", "0");
}

static void two_processes_load_at_once(void **state) {
  struct fixture *f = *state;
  pid_t first = fork();
  if (first == 0)
    child_loads(f, "p", 9000, false);
  pid_t second = fork();
  if (second == 0)
    child_loads(f, "q", 9000, false);
  assert_int_equal(child_status(first), 0);
  assert_int_equal(child_status(second), 0);
  store_make(f, f->path);
  answer(f, "SELECT count(*), sum(counts) FROM report", "18000|18000");
  answer(f, "SELECT count(*) FROM agency", "3600");
  answer(f, "SELECT count(*), sum(value) FROM fact", "18000|18000");
  answer(f, "SELECT count(*) FROM layout", "1");
}

static void files_of_the_latest_load(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  for (int round = 0; round < 2; round++) {
    assert_true(store_load_begin(f->store, &f->diags));
    struct load_entry picture = {.path = STR("a.zip"),
                                 .member = STR("a.png"),
                                 .verdict = "skipped",
                                 .reason = STR("no reader")};
    struct load_entry report = {.path = STR("b.txt"),
                                .verdict = "doubtful",
                                .has_report = true,
                                .doubts = 2,
                                .place = {0, 7, 0}};
    store_note_file(f->store, &picture, &f->diags);
    assert_int_not_equal(store_put(f->store, made(f, "A", 2021, "cn.2021", "b.txt", 10), &f->diags),
                         PUT_FAILED);
    store_note_file(f->store, &report, &f->diags);
    assert_true(store_load_end(f->store, true, &f->diags));
  }
  answer(f, "SELECT * FROM load_list",
         "a.zip|a.png|skipped|||0|no reader| b.txt||doubtful|A|2021|2||line 7");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      STORE_TEST(whole_report_has_all_its_cells),
      STORE_TEST(states_and_printed_text),
      STORE_TEST(money_is_shown_in_its_unit),
      STORE_TEST(places_are_shared),
      STORE_TEST(absent_table_has_no_cells),
      STORE_TEST(same_path_replaces),
      STORE_TEST(corrected_file_leaves_no_ghost),
      STORE_TEST(file_of_many_reports),
      STORE_TEST(one_version_counts),
      STORE_TEST(choice_is_made_again),
      STORE_TEST(refused_reports_leave_nothing),
      STORE_TEST(killed_load_leaves_whole_batches),
      STORE_TEST(two_processes_load_at_once),
      STORE_TEST(files_of_the_latest_load),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
