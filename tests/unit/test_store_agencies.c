/* Lists of agencies: regions, parents, other names, and mistakes, each of which leaves everything
 * as it was; and finding agencies and regions by name.
 */
#include "test_store_help.h"

static struct source list_source;

static bool declare(struct fixture *f, const char *csv, size_t *count) {
  list_source = (struct source){STR("list.csv"), str_from_z(csv), 1};
  f->diags.source = &list_source;
  return store_agencies(f->store, list_source.text, count, &f->diags);
}

static void declares(struct fixture *f, const char *csv, size_t expected) {
  size_t count = 0;
  bool is_done = declare(f, csv, &count);
  messages(f);
  assert_true(is_done);
  assert_int_equal(count, expected);
}

static const char *everything(struct fixture *f) {
  return asked(f,
               "SELECT (SELECT group_concat(name || ifnull(parent, '') || ifnull(region, '') ||"
               " ifnull(level, '') || listed) FROM (SELECT * FROM agency ORDER BY id)),"
               " (SELECT group_concat(name || agency) FROM alias),"
               " (SELECT group_concat(path || id || last) FROM (SELECT * FROM region ORDER BY id"
               "))");
}

/* The list is refused on `line` with these words, and nothing has changed. */
static void refuses(struct fixture *f, const char *csv, uint32_t line, const char *why) {
  const char *before = everything(f);
  size_t count = 0;
  assert_false(declare(f, csv, &count));
  assert_int_equal(count, 0);
  assert_true(f->diags.n > 0);
  uint32_t at, column;
  source_position(&list_source, f->diags.at[0].at.start, &at, &column);
  f->diags.n = 1;
  complains(f, why);
  assert_int_equal(at, line);
  assert_string_equal(everything(f), before);
}

static void list_with_everything(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  declares(f,
           "\xEF\xBB\xBF"
           "agency,region,level,function,parent,consolidated,aliases\r\n"
           "昆明市人民政府,云南省/昆明市,市,综合,,是,昆明市政府；昆明\r\n"
           "\"西山区 \"\"A\"\", 局\",云南省/昆明市/西山区,区县,教育,昆明市人民政府,no,\r\n"
           "\r\n"
           "盘龙区局,盘龙区,,,不在表中的机关,0,\"盘龙局;盘龙区的局、老盘龙\"\r\n"
           "五华区局,云南省/昆明市/五华区,,,,,\r\n",
           4);
  answer(f,
         "SELECT agency, region, level, function, parent, consolidated, listed FROM agency_list"
         " ORDER BY agency",
         "不在表中的机关|||||0|0 五华区局|云南省/昆明市/五华区|county|||0|1 "
         "昆明市人民政府|云南省/昆明市|city|综合||1|1 "
         "盘龙区局|云南省/昆明市/盘龙区|county||不在表中的机关|0|1 "
         "西山区 \"A\", 局|云南省/昆明市/西山区|county|教育|昆明市人民政府|0|1");
  answer(f, "SELECT name FROM alias ORDER BY name", "昆明 昆明市政府 盘龙区的局 盘龙局 老盘龙");
}

static void regions_are_a_tree_in_preorder(void **state) {
  struct fixture *f = *state;
  store_make(f, NULL);
  declares(f,
           "agency,region\nA,云南省/昆明市/西山区\nB,西山区\nC,昆明市\nD,昆明市/盘龙区\nE,云南省\n",
           5);
  answer(f, "SELECT id, parent, last, path FROM region ORDER BY id",
         "1||4|云南省 2|1|4|云南省/昆明市 3|2|3|云南省/昆明市/盘龙区 4|2|4|云南省/昆明市/西山区");
  answer(f, "SELECT group_concat(name || region) FROM (SELECT * FROM agency ORDER BY name)",
         "A4,B4,C2,D3,E1");
  /* New regions in the middle move the numbers, and the agencies with them. */
  declares(f, "region,agency\n云南省/昆明市/西山区/碧鸡街道,F\n北京市/西山区,G\n云南省/大理州,H\n",
           3);
  answer(f, "SELECT id, ifnull(parent, 0), last, name FROM region ORDER BY id",
         "1|0|2|北京市 2|1|2|西山区 3|0|8|云南省 4|3|7|昆明市 5|4|5|盘龙区 6|4|7|西山区 "
         "7|6|7|碧鸡街道 8|3|8|大理白族自治州");
  answer(f, "SELECT group_concat(name || region) FROM (SELECT * FROM agency ORDER BY name)",
         "A6,B6,C4,D5,E3,F7,G2,H8");
  answer(f,
         "SELECT count(*) FROM agency a JOIN region r ON a.region BETWEEN r.id AND r.last"
         " WHERE r.name = '昆明市'",
         "5");
  refuses(f, "agency,region\nZ,西山区\n", 2, "several regions");
  declares(f, "agency,region\nA,\nB,大理州\n", 2);
  answer(f, "SELECT name, region FROM agency WHERE name IN ('A', 'B')", "A| B|8");
  /* A column that the list lacks stays. */
  declares(f, "agency,level\nB,区县\n", 1);
  answer(f, "SELECT name, region, level FROM agency WHERE name = 'B'", "B|8|4");
}

static void mistakes_leave_all_as_it_was(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  declares(f, "agency,region,aliases\nA,云南省/昆明市,甲\nB,云南省,\n", 2);
  refuses(f, "", 1, "empty");
  refuses(f, "name,region\nX,Y\n", 1, "no column \"name\"");
  refuses(f, "region\nX\n", 1, "no column \"agency\"");
  refuses(f, "agency,agency\nX,Y\n", 1, "twice");
  refuses(f, "agency,region\nX,Y\n,Z\n", 3, "without its agency");
  refuses(f, "agency\nX\nY,Z\n", 3, "more fields");
  refuses(f, "agency\nX\nY\nX\n", 4, "stands in line 2 already");
  refuses(f, "agency,consolidated\nX,yes\nY,maybe\n", 3, "\"maybe\"");
  refuses(f, "agency,region\nX,Y\n\"Z,Y\n", 3, "quote");
  refuses(f, "agency\nX\na\"b\n", 3, "quote");
  refuses(f, "agency\nX\n\xB8\xC4\n", 3, "not UTF-8");
  refuses(f, "agency,parent\nX,Y\nY,X\n", 2, "above itself");
  refuses(f, "agency,parent\nX,X\n", 2, "above itself");
  refuses(f, "agency,aliases\nX,Y\nY,\n", 2, "is the agency in line 3");
  refuses(f, "agency,aliases\nX,甲\n", 2, "belongs to another agency");
  refuses(f, "agency,aliases\nX,\n甲,\nA,\n", 4, "another name of the agency in line 3");
  refuses(f, "agency,region\nX,a/b/c/d/e/f/g/h/i/j/k/l/m\n", 2, "1 to 12 parts");
  declares(f, "agency\n", 0);
}

static void aliases_join_agencies(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  struct report *old = made(f, "老名", 2021, "cn.2021", "b.txt", 10);
  set_number(old, 20, 1, "1");
  put_one(f, old);
  put_one(f, made(f, "老名", 2022, "cn.2021", "c.txt", 10));
  struct report *better = made(f, "新名", 2021, "cn.2021", "a.txt", 10);
  set_number(better, 20, 2, "2");
  put_one(f, better);
  answer(f, "SELECT group_concat(value) FROM (SELECT value FROM fact ORDER BY value)", "1,2");
  declares(f, "agency,aliases,parent\n新名,老名;别名,\n下级,,老名\n", 2);
  answer(f, "SELECT agency, year, counts, path FROM report_list ORDER BY path",
         "新名|2021|1|a.txt 新名|2021|0|b.txt 新名|2022|1|c.txt");
  answer(f, "SELECT value FROM fact", "2");
  answer(f, "SELECT agency, parent FROM agency_list ORDER BY agency", "下级|新名 新名|");
  /* Loaded later under the alias, in whatever width and script. */
  assert_int_equal(put_one(f, made(f, "別名", 2023, "cn.2021", "d.txt", 10)), PUT_NEW);
  answer(f, "SELECT agency, count(*) FROM report_list GROUP BY 1", "新名|4");
  /* The same list again changes nothing. */
  const char *before = everything(f);
  declares(f, "agency,aliases,parent\n新名,老名;别名,\n下级,,老名\n", 2);
  assert_string_equal(everything(f), before);
}

/* --- Finding. */

static const char *found(struct fixture *f, enum report_dim dim, const char *word, size_t max) {
  struct panel panel = store_panel(f->store);
  struct panel_name names[8];
  size_t n = word != NULL ? panel.find(panel.context, &f->arena, dim, str_from_z(word), names, max)
                          : panel.list(panel.context, &f->arena, dim, names, max);
  struct sbuf out = {.arena = &f->arena};
  sbuf_addf(&out, "%zu", n);
  for (size_t i = 0; i < n && i < max; i++)
    sbuf_addf(&out, " %.*s", STR_ARG(names[i].name));
  return out.at;
}

static void names_are_found(void **state) {
  struct fixture *f = *state;
  store_make(f, f->path);
  declares(f,
           "agency,region,level,function,aliases\n平潭综合实验区,福建省/平潭,市,综合,岚岛\n"
           "平潭县教育局,福建省/平潭/县,区县,教育,\n平潭,福建省,区县,公安,\nABC局,云南省/县,,,\n",
           4);
  assert_string_equal(found(f, REPORT_AGENCY, "平潭", 8), "1 平潭");
  assert_string_equal(found(f, REPORT_AGENCY, "平", 8), "3 平潭 平潭县教育局 平潭综合实验区");
  assert_string_equal(found(f, REPORT_AGENCY, "平", 2), "3 平潭 平潭县教育局");
  assert_string_equal(found(f, REPORT_AGENCY, "教育", 8), "1 平潭县教育局");
  assert_string_equal(found(f, REPORT_AGENCY, "岚岛", 8), "1 平潭综合实验区");
  assert_string_equal(found(f, REPORT_AGENCY, "岚", 8), "1 平潭综合实验区");
  assert_string_equal(found(f, REPORT_AGENCY, "ａｂｃ局", 8), "1 ABC局");
  assert_string_equal(found(f, REPORT_AGENCY, "平潭綜合實驗區", 8), "1 平潭综合实验区");
  assert_string_equal(found(f, REPORT_AGENCY, "nobody", 8), "0");
  assert_string_equal(found(f, REPORT_AGENCY, "", 8), "0");
  assert_string_equal(found(f, REPORT_REGION, "平潭", 8), "1 福建省/平潭");
  assert_string_equal(found(f, REPORT_REGION, "县", 8), "2 福建省/平潭/县 云南省/县");
  assert_string_equal(found(f, REPORT_REGION, "云南省/县", 8), "1 云南省/县");
  assert_string_equal(found(f, REPORT_REGION, "平潭/县", 8), "1 福建省/平潭/县");
  assert_string_equal(found(f, REPORT_LEVEL, "区县", 8), "1 county");
  assert_string_equal(found(f, REPORT_FUNCTION, "公", 8), "1 公安");
  assert_string_equal(found(f, REPORT_YEAR, "2021", 8), "0");
  assert_string_equal(found(f, REPORT_LEVEL, NULL, 8), "2 city county");
  assert_string_equal(found(f, REPORT_REGION, NULL, 3), "5 福建省 平潭 县");
  assert_string_equal(found(f, REPORT_AGENCY, NULL, 8), "4 ABC局 平潭 平潭县教育局 平潭综合实验区");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      STORE_TEST(list_with_everything),
      STORE_TEST(regions_are_a_tree_in_preorder),
      STORE_TEST(mistakes_leave_all_as_it_was),
      STORE_TEST(aliases_join_agencies),
      STORE_TEST(names_are_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
