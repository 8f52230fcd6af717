/* What may stand where a panel should, and what a question may and may not do. */
#include "test_store_help.h"

#include <signal.h>
#include <sys/stat.h>

static void write_file(const char *path, const char *bytes, size_t n) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  assert_int_equal(fwrite(bytes, 1, n, file), n);
  fclose(file);
}

static void cannot_open(struct fixture *f, const char *path, bool readonly, const char *why) {
  assert_null(store_open(&f->arena, path, readonly, &f->vocab, &f->diags));
  complains(f, why);
}

static void other_things_are_refused(void **state) {
  struct fixture *f = *state;
  char zeros[4096] = {0};
  cannot_open(f, f->folder, false, "is a folder");
  cannot_open(f, "/dev/null", false, "is not a file");
  cannot_open(f, f->path, true, "there is no panel");
  write_file(f->path, "hello", 5);
  cannot_open(f, f->path, false, "not a database");
  write_file(f->path,
             "# a long text that is no database at all, of more than a hundred bytes, so "
             "that it has a whole header to be looked at by mistake\n",
             129);
  cannot_open(f, f->path, false, "not a database");
  write_file(f->path, zeros, sizeof zeros);
  cannot_open(f, f->path, false, "not a database");
  write_file(f->path, "", 0);
  cannot_open(f, f->path, true, "is empty");
  char below[160];
  snprintf(below, sizeof below, "%s/none/panel.db", f->folder);
  cannot_open(f, below, false, "cannot open");
}

/* Makes a panel and changes it by the shell's means: another connection. */
static void panel_then(struct fixture *f, const char *sql) {
  char command[512];
  unlink(f->path);
  store_make(f, f->path);
  store_close(f->store);
  f->store = NULL;
  snprintf(command, sizeof command, "sqlite3 '%s' \"%s\" > /dev/null", f->path, sql);
  assert_int_equal(system(command), 0);
}

static void other_databases_are_refused(void **state) {
  struct fixture *f = *state;
  if (system("sqlite3 -version > /dev/null 2>&1") != 0)
    skip();
  panel_then(f, "PRAGMA application_id = 7");
  cannot_open(f, f->path, false, "database of another program");
  panel_then(f, "PRAGMA application_id = 0");
  cannot_open(f, f->path, true, "database of another program");
  panel_then(f, "PRAGMA user_version = 1000");
  cannot_open(f, f->path, false, "a later version of ogi");
  panel_then(f, "UPDATE meta SET value = 'x' WHERE key = 'fingerprint'");
  cannot_open(f, f->path, false, "other definitions of the forms");
  /* Words that changed without the numbers are written anew. */
  panel_then(f, "UPDATE meta SET value = 'x' WHERE key = 'words'; DELETE FROM edition_cell");
  store_make(f, f->path);
  answer(f, "SELECT count(*) FROM edition_cell WHERE edition < 2", "398");
  /* One that uses a write-ahead log is taken back to a journal. */
  panel_then(f, "PRAGMA journal_mode = WAL; DELETE FROM load_file");
  store_make(f, f->path);
  put_one(f, made(f, "A", 2021, "cn.2021", "a.txt", 10));
  answer(f, "SELECT count(*) FROM report", "1");
}

static void read_only_panels_can_be_asked(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  put_one(f, made(f, "A", 2021, "cn.2021", "a.txt", 10));
  for (int marked = 0; marked < 2; marked++) {
    store_close(f->store);
    if (marked)
      assert_int_equal(chmod(f->path, 0444), 0);
    f->store = store_open(&f->arena, f->path, !marked, &f->vocab, &f->diags);
    assert_non_null(f->store);
    assert_true(store_is_readonly(f->store));
    answer(f, "SELECT count(*) FROM cell", "200");
    assert_false(store_load_begin(f->store, &f->diags));
    complains(f, "read-only");
    assert_int_equal(store_drop(f->store, 1, 2021, &f->diags), -1);
    complains(f, "read-only");
    size_t count;
    assert_false(store_agencies(f->store, STR("agency\nA\n"), &count, &f->diags));
    complains(f, "read-only");
  }
}

static void reopened_panel_is_the_same(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  assert_false(store_is_memory(f->store));
  put_one(f, made(f, "A", 2021, "cn.2021", "a.txt", 10));
  store_make(f, f->path);
  answer(f, "SELECT agency, count(*) FROM cell GROUP BY 1", "A|200");
  struct stat file;
  char journal[128];
  snprintf(journal, sizeof journal, "%s-journal", f->path);
  assert_int_equal(stat(journal, &file), -1);
}

/* --- Asking. */

static void is_forbidden(struct fixture *f, const char *sql) {
  assert_null(asked(f, sql));
  assert_int_equal(f->diags.at[f->diags.n - 1].code, DIAG_FORBIDDEN);
  complains(f, "only be read");
}

static void questions_only_read(void **state) {
  struct fixture *f = *state;
  for (int in_file = 0; in_file < 2; in_file++) {
    store_make(f, in_file ? f->path : NULL);
    put_one(f, made(f, "A", 2021, "cn.2021", "a.txt", 10));
    is_forbidden(f, "DELETE FROM report");
    is_forbidden(f, "UPDATE report SET year = 1");
    is_forbidden(f, "INSERT INTO agency(name, folded) VALUES('x', 'x')");
    is_forbidden(f, "DROP TABLE report");
    is_forbidden(f, "CREATE TABLE x(a)");
    is_forbidden(f, "CREATE TEMP TABLE x(a)");
    is_forbidden(f, "ATTACH '/tmp/x.db' AS x");
    is_forbidden(f, "PRAGMA query_only = 0");
    is_forbidden(f, "PRAGMA writable_schema = 1");
    is_forbidden(f, "VACUUM INTO '/tmp/x.db'");
    is_forbidden(f, "BEGIN");
    is_forbidden(f, "WITH x AS (SELECT 1) DELETE FROM report");
    assert_null(asked(f, "UPDATE sqlite_master SET sql = ''"));
    complains(f, "may not be modified");
    answer(f, "SELECT count(*) FROM report", "1");
    answer(f,
           "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5)"
           " SELECT sum(i) FROM n",
           "15");
    assert_int_equal(put_one(f, made(f, "A", 2021, "cn.2021", "a.txt", 10)), PUT_REPLACED);
  }
}

/* Another process writes; false when the panel is locked. */
static bool others_write(struct fixture *f, const char *sql) {
  char command[512];
  snprintf(command, sizeof command, "sqlite3 -cmd '.timeout 0' '%s' \"%s\" > /dev/null 2>&1",
           f->path, sql);
  return system(command) == 0;
}

static void a_view_is_one_state(void **state) {
  struct fixture *f = *state;
  if (system("sqlite3 -version > /dev/null 2>&1") != 0)
    skip();
  store_make(f, f->path);
  put_one(f, made(f, "A", 2021, "cn.2021", "a.txt", 10));
  put_one(f, made(f, "A", 2022, "cn.2021", "b.txt", 10));
  store_view_begin(f->store);
  assert_true(others_write(f, "UPDATE report SET title = 'x'")); /* nothing was asked yet */
  answer(f, "SELECT title FROM report WHERE year = 2021", "x");
  assert_false(others_write(f, "UPDATE report SET title = 'y'"));
  answer(f, "SELECT title FROM report WHERE year = 2022", "x");
  /* This process may write; what is asked then sees it. */
  assert_int_equal(store_drop(f->store, 1, 2021, &f->diags), 1);
  answer(f, "SELECT count(*) FROM report", "1");
  assert_false(others_write(f, "UPDATE report SET title = 'y'"));
  store_view_pause(f->store);
  assert_true(others_write(f, "UPDATE report SET title = 'y'"));
  answer(f, "SELECT title FROM report", "y");
  store_view_end(f->store);
  assert_true(others_write(f, "UPDATE report SET title = 'z'"));
  answer(f, "SELECT title FROM report", "z"); /* no view: no lock is left */
  assert_true(others_write(f, "UPDATE report SET title = 'x'"));
}

static void one_statement_at_a_time(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  assert_null(asked(f, "SELECT 1; SELECT 2"));
  complains(f, "one statement");
  assert_null(asked(f, "SELECT 1; DELETE FROM report"));
  complains(f, "one statement");
  assert_null(asked(f, "SELECT 1; SELEC"));
  complains(f, "one statement");
  answer(f, "SELECT 1; -- done\n ; ", "1");
  assert_null(asked(f, "  -- nothing"));
  complains(f, "no statement");
  assert_null(asked(f, ""));
  complains(f, "no statement");
  assert_null(asked(f, "SELECT nowhere FROM report"));
  complains(f, "no such column");
}

static void values_of_each_kind(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  struct value binds[] = {value_integer(7), value_real(0.5), value_text(STR("西山")),
                          value_missing()};
  struct cursor *cursor = store_query(f->store, STR("SELECT ?1 AS a, ?2, ?3, ?4, typeof(?3)"),
                                      binds, 4, (struct span){0}, &f->diags);
  assert_non_null(cursor);
  assert_int_equal(cursor_step(cursor, &f->diags), 1);
  assert_int_equal(cursor_columns(cursor), 5);
  assert_true(str_eq(cursor_name(cursor, 0), STR("a")));
  assert_int_equal(cursor_value(cursor, 0).integer, 7);
  assert_int_equal(cursor_value(cursor, 1).kind, VALUE_REAL);
  assert_true(str_eq(cursor_value(cursor, 2).text, STR("西山")));
  assert_int_equal(cursor_value(cursor, 3).kind, VALUE_MISSING);
  assert_true(str_eq(cursor_value(cursor, 4).text, STR("text")));
  assert_int_equal(cursor_step(cursor, &f->diags), 0);
  cursor_close(cursor);
}

static void regular_expressions(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  answer(f,
         "SELECT '西山区政务服务管理局' REGEXP '政务.{2}管理', 'abc' REGEXP '^b', 'ABC' REGEXP 'b',"
         " '山区' REGEXP '^[山西]区$', NULL REGEXP 'x', '昆' REGEXP '^.$'",
         "1|0|0|1||1");
  assert_null(asked(f, "SELECT 'a' REGEXP '('"));
  assert_int_equal(f->diags.at[f->diags.n - 1].code, DIAG_VALUE);
  complains(f, "regular expression");
}

static void sums_too_large_are_errors(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  assert_null(asked(f, "SELECT sum(a) FROM (SELECT 9223372036854775807 AS a UNION ALL SELECT 1)"));
  assert_int_equal(f->diags.at[f->diags.n - 1].code, DIAG_RUN);
  complains(f, "9223372036854775807");
}

static struct store *to_interrupt;

static void on_alarm(int signal_number) {
  (void)signal_number;
  store_interrupt(to_interrupt);
}

static void interrupted_question_ends(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  to_interrupt = f->store;
  signal(SIGALRM, on_alarm);
  alarm(1);
  assert_null(asked(f,
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                    " SELECT count(*) FROM n"));
  assert_int_equal(f->diags.at[f->diags.n - 1].code, DIAG_INTERRUPTED);
  complains(f, "interrupted");
  answer(f, "SELECT 1", "1");
  /* Between two steps, too. */
  struct cursor *cursor = store_query(f->store, STR("SELECT 1 UNION ALL SELECT 2"), NULL, 0,
                                      (struct span){0}, &f->diags);
  assert_int_equal(cursor_step(cursor, &f->diags), 1);
  store_interrupt(f->store);
  assert_int_equal(cursor_step(cursor, &f->diags), -1);
  complains(f, "interrupted");
  cursor_close(cursor);
  answer(f, "SELECT 1", "1");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      STORE_TEST(other_things_are_refused),      STORE_TEST(other_databases_are_refused),
      STORE_TEST(read_only_panels_can_be_asked), STORE_TEST(reopened_panel_is_the_same),
      STORE_TEST(questions_only_read),           STORE_TEST(a_view_is_one_state),
      STORE_TEST(one_statement_at_a_time),       STORE_TEST(values_of_each_kind),
      STORE_TEST(regular_expressions),           STORE_TEST(sums_too_large_are_errors),
      STORE_TEST(interrupted_question_ends),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
