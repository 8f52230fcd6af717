/* The index of words: never short of a section, whatever is loaded, replaced and dropped. */
#include "test_store_help.h"

static const char *const texts[] = {"本年度收到政府信息公開申請三件", "无收取信息处理费情况",
                                    "行政复议、行政诉讼各一起", "主动公开政府信息419条"};

static void put_text(struct fixture *f, const char *agency, int year, const char *path,
                     const char *text) {
  struct report *report = made(f, agency, year, "cn.2021", path, 10);
  struct str *sections = ARENA_ARRAY(&f->arena, struct str, 2);
  sections[1] = str_from_z(text);
  report->sections = sections;
  report->nsections = 2;
  put_one(f, report);
}

static int64_t upto(struct fixture *f) {
  return store_search_upto(f->store);
}

/* Every section that holds a trigram is named by the index or lies behind its end. */
static void lacks_nothing(struct fixture *f, const char *trigram, const char *sections) {
  const char *sql =
      str_fmt(&f->arena,
              "SELECT a.name FROM section s JOIN report r ON r.id = s.report JOIN"
              " agency a ON a.id = r.agency WHERE instr(s.text, '%s') AND (s.id > %lld OR s.id IN"
              " (SELECT rowid FROM search WHERE search MATCH '\"%s\"')) ORDER BY 1",
              trigram, (long long)upto(f), trigram)
          .p;
  answer(f, sql, sections);
}

static void grows_by_questions(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  put_text(f, "A", 2021, "a.txt", texts[0]);
  put_text(f, "B", 2021, "b.txt", texts[1]);
  assert_int_equal(upto(f), 0);
  answer(f, "SELECT count(*) FROM sqlite_master WHERE name = 'search'", "0");
  store_search_extend(f->store, 1000);
  assert_int_equal(upto(f), 2 * 64 + 2);
  lacks_nothing(f, "处理费", "B");
  /* what is folded is found folded */
  answer(f, "SELECT rowid FROM search WHERE search MATCH '\"息公开\" AND \"公开申\"'", "66");
  put_text(f, "C", 2021, "c.txt", texts[1]);
  assert_int_equal(upto(f), 2 * 64 + 2);
  lacks_nothing(f, "处理费", "B C");
  store_search_extend(f->store, 1000);
  assert_int_equal(upto(f), 3 * 64 + 2);
  lacks_nothing(f, "处理费", "B C");
}

/* An id is given anew when the last reports are dropped. */
static void dropped_and_replaced(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  for (int i = 0; i < 4; i++)
    put_text(f, (const char *[]){"A", "B", "C", "D"}[i], 2021,
             (const char *[]){"a", "b", "c", "d"}[i], texts[i]);
  store_search_extend(f->store, 1000);
  for (int agency = 3; agency <= 4; agency++)
    assert_int_equal(store_drop(f->store, agency, 2021, &f->diags), 1);
  put_text(f, "E", 2021, "e", texts[1]);
  lacks_nothing(f, "处理费", "B E");
  store_search_extend(f->store, 1000);
  lacks_nothing(f, "处理费", "B E");
  put_text(f, "B", 2021, "b", texts[3]);
  lacks_nothing(f, "处理费", "E");
  lacks_nothing(f, "信息4", "B");
  put_text(f, "A", 2021, "a", texts[2]);
  store_search_extend(f->store, 1000);
  lacks_nothing(f, "处理费", "E");
  lacks_nothing(f, "信息4", "B");
  lacks_nothing(f, "行政诉", "A");
}

/* Panels that cannot be written are searched as they are. */
static void without_writing(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  put_text(f, "A", 2021, "a.txt", texts[1]);
  store_search_extend(f->store, 1000);
  assert_int_equal(upto(f), 0);
  store_make(f, f->path);
  put_text(f, "A", 2021, "a.txt", texts[1]);
  store_close(f->store);
  f->store = store_open(&f->arena, f->path, true, &f->vocab, &f->diags);
  store_search_extend(f->store, 1000);
  assert_int_equal(upto(f), 0);
  store_make(f, f->path);
  store_search_extend(f->store, 1000);
  store_close(f->store);
  f->store = store_open(&f->arena, f->path, true, &f->vocab, &f->diags);
  assert_int_equal(upto(f), 66);
  lacks_nothing(f, "处理费", "A");
}

/* Nobody waits for an index while another process loads. */
static void beside_a_load(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  put_text(f, "A", 2021, "a.txt", texts[1]);
  struct store *other = store_open(&f->arena, f->path, false, &f->vocab, &f->diags);
  assert_true(store_load_begin(other, &f->diags));
  assert_int_equal(store_put(other, made(f, "B", 2021, "cn.2021", "b.txt", 10), &f->diags),
                   PUT_NEW);
  store_search_extend(f->store, 1000);
  assert_int_equal(upto(f), 0);
  assert_true(store_load_end(other, true, &f->diags));
  store_close(other);
  store_search_extend(f->store, 1000);
  assert_int_equal(upto(f), 66);
}

/* Two characters are no trigram. MATCH finds nothing, without a word; LIKE, which on a table that
 * keeps its text would find nothing either, is refused. Such words are looked for in the text. */
static void two_characters(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  put_text(f, "A", 2021, "a.txt", texts[2]);
  store_search_extend(f->store, 1000);
  answer(f, "SELECT count(*) FROM section WHERE text LIKE '%复议%'", "1");
  answer(f, "SELECT count(*) FROM search WHERE search MATCH '\"复议\"'", "0");
  assert_null(asked(f, "SELECT count(*) FROM search WHERE text LIKE '%复议%'"));
  complains(f, "does not support scanning");
  answer(f, "SELECT count(*) FROM search WHERE search MATCH '\"行政复\"'", "1");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      STORE_TEST(grows_by_questions), STORE_TEST(dropped_and_replaced), STORE_TEST(without_writing),
      STORE_TEST(beside_a_load),      STORE_TEST(two_characters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
