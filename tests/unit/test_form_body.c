/* What names of agencies say of where they are, of which level and in what field; and what the
 * texts of their reports say where a name leaves the place open. Names of real places and bodies.
 */
#include "form/body.h"
#include "lang_help.h"

struct expected {
  const char *name;
  const char *is; /* region | level | function, and ! for a government that may cover others */
};

/* Names that say it all. */
static const struct expected names[] = {
    /* departments of counties, cities, provinces; with and without the places above */
    {"西山区政务服务管理局", "云南省/昆明市/西山区|county|政务服务"},
    {"昆明市西山区统计局", "云南省/昆明市/西山区|county|统计"},
    {"云南省昆明市西山区统计局", "云南省/昆明市/西山区|county|统计"},
    {"云南昆明市教育局", "云南省/昆明市|city|教育"},
    {"黄石市卫健委", "湖北省/黄石市|city|卫生健康"},
    {"嘉兴市市场监督管理局", "浙江省/嘉兴市|city|市场监管"},
    {"定西市公共资源交易中心", "甘肃省/定西市|city|公共资源交易"},
    {"江门市公路事务中心", "广东省/江门市|city|交通运输"},
    {"石城县住房和城乡建设局", "江西省/赣州市/石城县|county|住房和城乡建设"},
    {"乡宁县乡村振兴局", "山西省/临汾市/乡宁县|county|乡村振兴"},
    {"景德镇市民政局", "江西省/景德镇市|city|民政"},
    {"海南省教育厅", "海南省|province|教育"},
    {"内蒙古自治区教育厅", "内蒙古自治区|province|教育"},
    {"广西文化和旅游厅", "广西壮族自治区|province|文化和旅游"},
    {"西藏自治区政府国资委", "西藏自治区|province|国有资产"},
    {"開平市水利局", "广东省/江门市/开平市|county|水利"},
    /* a place that is called as a field is, and a field that is called as a place is */
    {"公安县公安局", "湖北省/荆州市/公安县|county|公安"},
    {"荆州市公安局", "湖北省/荆州市|city|公安"},
    {"吉林省吉林市公安局", "吉林省/吉林市|city|公安"},
    {"吉林市公安局", "吉林省/吉林市|city|公安"},
    /* governments, and the offices in them */
    {"上海市", "上海市|province|政府!"},
    {"广西壮族自治区人民政府", "广西壮族自治区|province|政府!"},
    {"大兴安岭地区行政公署", "黑龙江省/大兴安岭地区|city|政府!"},
    {"济源市人民政府", "河南省/济源市|county|政府!"},
    {"上海市人民政府办公厅", "上海市|province|政府办公"},
    {"西山区人民政府办公室", "云南省/昆明市/西山区|county|政府办公"},
    {"上海市人民政府参事室", "上海市|province|政府参事"},
    /* municipalities directly under the central government */
    {"北京市朝阳区统计局", "北京市/朝阳区|county|统计"},
    {"重庆市渝中区人民政府", "重庆市/渝中区|county|政府!"},
    {"浦东新区财政局", "上海市/浦东新区|county|财政"},
    {"天津市蓟州区教育局", "天津市/蓟州区|county|教育"},
    /* autonomous prefectures, counties, banners; whole and short */
    {"大理白族自治州人民政府", "云南省/大理白族自治州|city|政府!"},
    {"大理州公安局", "云南省/大理白族自治州|city|公安"},
    {"大理市教育局", "云南省/大理白族自治州/大理市|county|教育"},
    {"恩施州人民政府", "湖北省/恩施土家族苗族自治州|city|政府!"},
    {"海南藏族自治州人民政府", "青海省/海南藏族自治州|city|政府!"},
    {"双江自治县财政局", "云南省/临沧市/双江拉祜族佤族布朗族傣族自治县|county|财政"},
    {"双江县财政局", "云南省/临沧市/双江拉祜族佤族布朗族傣族自治县|county|财政"},
    {"锡林郭勒盟教育局", "内蒙古自治区/锡林郭勒盟|city|教育"},
    {"鄂温克族自治旗司法局", "内蒙古自治区/呼伦贝尔市/鄂温克族自治旗|county|司法"},
    /* townships */
    {"上海市黄浦区人民政府打浦桥街道", "上海市/黄浦区/打浦桥街道|township|政府"},
    {"重庆市九龙坡区二郎街道办事处", "重庆市/九龙坡区/二郎街道|township|政府"},
    {"衢江区湖南镇", "浙江省/衢州市/衢江区/湖南镇|township|政府"},
    {"都匀市小围寨街道办事处", "贵州省/黔南布依族苗族自治州/都匀市/小围寨街道|township|政府"},
    {"临沧市双江县沙河乡人民政府",
     "云南省/临沧市/双江拉祜族佤族布朗族傣族自治县/沙河乡|township|政府"},
    {"东莞市虎门镇人民政府", "广东省/东莞市/虎门镇|township|政府"},
    /* zones: those that statistics count as counties, and others */
    {"长春净月高新技术产业开发区", "吉林省/长春市/长春净月高新技术产业开发区|county|政府!"},
    {"唐山芦台经济开发区管委会", "河北省/唐山市/河北唐山芦台经济开发区|county|政府!"},
    {"苏州工业园区教育局", "江苏省/苏州市/苏州工业园区|county|教育"},
    {"昆明经济技术开发区管委会", "云南省/昆明市||政府"},
    {"昆明经开区市场监管局", "云南省/昆明市||市场监管"},
    {"平潭综合实验区", "福建省/福州市/平潭县||政府"},
    {"重庆两江新区管理委员会", "重庆市||政府"},
    {"滇中新区管委会", "-||政府"},
    /* the corps */
    {"新疆生产建设兵团", "新疆生产建设兵团|province|政府!"},
    {"新疆生产建设兵团教育局", "新疆生产建设兵团|province|教育"},
    {"新疆生产建设兵团第八师", "新疆生产建设兵团/第八师|city|政府!"},
    {"新疆生产建设兵团第一师财政局", "新疆生产建设兵团/第一师|city|财政"},
    /* central bodies, and their offices in places */
    {"国务院办公厅", "-|central|政府办公"},
    {"教育部", "-|central|教育"},
    {"国家税务总局", "-|central|税务"},
    {"中国气象局", "-|central|气象"},
    {"国家税务总局昆明市税务局", "云南省/昆明市|city|税务"},
    {"国家统计局云南调查总队", "云南省|province|统计"},
    {"中国人民银行昆明中心支行", "云南省/昆明市|city|金融"},
    {"上海海关", "上海市|province|海关"},
    /* as titles print them */
    {"昆明市 西山区　统计局", "云南省/昆明市/西山区|county|统计"},
    {"中国（云南）自由贸易试验区昆明片区管理委员会", "云南省||政府"},
    /* places that are nowhere: the kind of place may still say the level */
    {"示例县公安局", "-|county|公安"},
    {"示例县青山镇人民政府", "-|township|政府"},
    {"示例市卫生健康委员会", "-||卫生健康"},
    {"示例省财政厅", "-|province|财政"},
    {"财政厅", "-|province|财政"},
    {"教育局", "-||教育"},
    {"市场监督管理局", "-||市场监管"},
    {"Example Bureau of Ponds", "-||-"},
    {"县县县县县县县县县县县县县县县县县县县县县县县县县县县县县县县县县县县县县县县县",
     "-|county|政府!"},
    {"", "-||-"},
};

/* Names that leave the place open, what a report says, and what follows. */
static const struct {
  const char *name, *sender, *text, *is;
} open_names[] = {
    {"鼓楼区教育局", "", "", "-|county|教育"},
    {"鼓楼区教育局", "", "在福州市委、市政府领导下", "福建省/福州市/鼓楼区|county|教育"},
    {"鼓楼区教育局", "", "福州市与南京市", "-|county|教育"},
    {"朝阳区统计局", "", "根据吉林省的要求", "吉林省/长春市/朝阳区|county|统计"},
    {"城关区人民政府", "", "", "-|county|政府!"},
    {"区统计局", "", "", "-|county|统计"},
    {"区统计局", "", "现公布西山区统计局年报", "云南省/昆明市/西山区|county|统计"},
    {"区统计局", "", "西山区、盘龙区", "-|county|统计"},
    {"区统计局", "昆明市西山区统计局", "学习盘龙区", "云南省/昆明市/西山区|county|统计"},
    {"区统计局", "", "福州市鼓楼区", "福建省/福州市/鼓楼区|county|统计"},
    {"市水务局", "", "", "-||水利"},
    {"市水务局", "", "安宁市水务局", "云南省/昆明市/安宁市|county|水利"},
    {"市水务局", "", "昆明市水务局", "云南省/昆明市|city|水利"},
    {"省财政厅", "", "湖南省", "湖南省|province|财政"},
    {"马水镇", "", "", "-|township|政府"},
    {"马水镇", "", "耒阳市委", "湖南省/衡阳市/耒阳市/马水镇|township|政府"},
    {"大坡乡人民政府", "开平市大坡乡人民政府", "", "广东省/江门市/开平市/大坡乡|township|政府"},
    {"昆明市碧鸡街道办事处", "", "", "云南省/昆明市|township|政府"},
    {"昆明市碧鸡街道办事处", "", "西山区", "云南省/昆明市/西山区/碧鸡街道|township|政府"},
    {"中山路街道办事处", "", "", "-|township|政府"},
    /* the name is enough: what the text says besides does not matter */
    {"西山区统计局", "盘龙区统计局", "盘龙区", "云南省/昆明市/西山区|county|统计"},
    {"示例县公安局", "昆明市西山区公安局", "西山区", "-|county|公安"},
};

static struct arena arena;

static const char *told(const struct vocab *vocab, const struct gazetteer *g,
                        const struct body *body) {
  struct sbuf b = {.arena = &arena};
  sbuf_add(&b, body->division >= 0 ? division_path(&arena, g, body->division) : STR("-"));
  sbuf_addf(&b, "%s%.*s|%.*s|%.*s%s", body->township.n > 0 ? "/" : "", STR_ARG(body->township),
            STR_ARG(vocab->levels[body->level].key),
            STR_ARG(body->function >= 0 ? g->functions[body->function].key : STR("-")),
            body->is_government ? "!" : "");
  return sbuf_str(&b).p;
}

/* All rows are looked at; how many are wrong. */
static int differs(const char *name, const char *got, const char *is) {
  if (strcmp(got, is) == 0)
    return 0;
  print_error("%s: %s, expected %s\n", name, got, is);
  return 1;
}

static void names_tell(void **state) {
  struct bench *b = bench_of(state);
  const struct gazetteer *g = gazetteer_new(&arena, &b->vocab);
  int wrong = 0;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    struct body body = body_derive(&arena, g, str_from_z(names[i].name), NULL, 0);
    wrong += differs(names[i].name, told(&b->vocab, g, &body), names[i].is);
    assert_false(body.needs_text);
    /* Whatever is known has its reason. */
    assert_true(body.division < 0 || body.region_why.n > 0);
    assert_true(body.level == LEVEL_NONE || body.level_why.n > 0);
    assert_true(body.function < 0 || body.function_why.n > 0);
  }
  assert_int_equal(wrong, 0);
}

static void reports_tell(void **state) {
  struct bench *b = bench_of(state);
  const struct gazetteer *g = gazetteer_new(&arena, &b->vocab);
  int wrong = 0;
  for (size_t i = 0; i < sizeof open_names / sizeof open_names[0]; i++) {
    struct body_text texts[] = {{"the sender", str_from_z(open_names[i].sender), true},
                                {"section 1", str_from_z(open_names[i].text), false}};
    struct body body = body_derive(&arena, g, str_from_z(open_names[i].name), texts, 2);
    wrong += differs(open_names[i].name, told(&b->vocab, g, &body), open_names[i].is);
  }
  assert_int_equal(wrong, 0);
}

static void reasons_are_given(void **state) {
  struct bench *b = bench_of(state);
  const struct gazetteer *g = gazetteer_new(&arena, &b->vocab);
  struct body_text text = {"section 1", STR("在福州市委领导下"), false};
  struct body body = body_derive(&arena, g, STR("鼓楼区教育局"), NULL, 0);
  assert_string_equal(
      str_z(&arena, body.region_why),
      "the name begins with 鼓楼区, which may be 江苏省/南京市/鼓楼区, 江苏省/徐州市/鼓楼区, "
      "福建省/福州市/鼓楼区 or 河南省/开封市/鼓楼区");
  assert_string_equal(str_z(&arena, body.level_why), "every 鼓楼区 is of that level");
  body = body_derive(&arena, g, STR("鼓楼区教育局"), &text, 1);
  assert_string_equal(str_z(&arena, body.region_why),
                      "the name begins with 鼓楼区, and section 1 names 福州市");
  body = body_derive(&arena, g, STR("市水务局"), NULL, 0);
  assert_string_equal(str_z(&arena, body.level_why), "市 may be of several levels");
}

/* Every division is found by its own path, has a level and lies where its number says. */
static void gazetteer_is_whole(void **state) {
  struct bench *b = bench_of(state);
  const struct gazetteer *g = gazetteer_new(&arena, &b->vocab);
  size_t provinces = 0, cities = 0;
  assert_true(g->ndivisions > 3300);
  for (int d = 0; d < (int)g->ndivisions; d++) {
    const struct division *division = &g->divisions[d];
    assert_int_equal(division_at(&arena, g, division_path(&arena, g, d)), d);
    provinces += division->level == LEVEL_PROVINCE;
    cities += division->level == LEVEL_CITY && division->code > 0;
    assert_true(division->parent < d);
    if (division->code > 0 && division->parent >= 0) {
      int wide = g->divisions[division->parent].level == LEVEL_PROVINCE ? 10000 : 100;
      assert_int_equal(division->code / wide, g->divisions[division->parent].code / wide);
    }
  }
  assert_int_equal(provinces, 35); /* 31, Hong Kong, Macao, Taiwan, the corps */
  assert_int_equal(cities, 333);
  assert_int_equal(division_at(&arena, g, STR("鼓楼区")), -1);
  assert_int_equal(division_at(&arena, g, STR("福州市/鼓楼区")),
                   division_at(&arena, g, STR("福建省/福州市/鼓楼区")));
  assert_int_equal(division_at(&arena, g, STR("大理州")),
                   division_at(&arena, g, STR("云南省/大理白族自治州")));
  assert_int_equal(division_at(&arena, g, STR("云南省/福州市")), -1);
  assert_int_equal(division_at(&arena, g, STR("")), -1);
  assert_int_equal(g->divisions[division_at(&arena, g, STR("昆明市"))].code, 530100);
  assert_int_equal(g->divisions[division_at(&arena, g, STR("河南省/济源市"))].code, 419001);
}

static void levels_have_names(void **state) {
  static const char *const words[] = {"central",  "中央",   "county",  "县级", "区县",
                                      "COUNTY",   "縣級",   "市",      "乡镇", "街道",
                                      "province", "自治区", "village", "",     "县 级"};
  static const int levels[] = {1, 1, 4, 4, 4, 4, 4, 3, 5, 5, 2, 2, 0, 0, 0};
  struct bench *b = bench_of(state);
  assert_int_equal(b->vocab.nlevels, LEVEL_COUNT);
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
    assert_int_equal(level_named(&arena, &b->vocab, str_from_z(words[i])), levels[i]);
}

static void functions_have_names(void **state) {
  struct bench *b = bench_of(state);
  const struct gazetteer *g = gazetteer_new(&arena, &b->vocab);
  int police = function_named(&arena, g, STR("公安"));
  assert_true(police >= 0);
  assert_int_equal(function_named(&arena, g, STR("Public Security")), police);
  assert_int_equal(function_named(&arena, g, STR("公安局")), police);
  assert_int_equal(function_named(&arena, g, STR("水族馆")), -1);
  for (size_t i = 0; i < g->nfunctions; i++)
    assert_int_equal(function_named(&arena, g, g->functions[i].key), i);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_tell),        cmocka_unit_test(reports_tell),
      cmocka_unit_test(reasons_are_given), cmocka_unit_test(gazetteer_is_whole),
      cmocka_unit_test(levels_have_names), cmocka_unit_test(functions_have_names),
  };
  int failed = cmocka_run_group_tests(tests, bench_make, bench_drop);
  arena_free(&arena);
  return failed;
}
